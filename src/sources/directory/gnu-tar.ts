import { HoldfastError } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'
import { findTool, installHint, toolMissing } from '../../process/tools.ts'
import { tarEnvironment } from './argv.ts'

export interface GnuTar {
  /** Absolute path of the program. */
  readonly command: string
  readonly version: string
}

interface ToolContext {
  readonly environment: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** Finds GNU tar, as `tar` or `gtar`; another tar is `tool-missing`, which says what to install. */
export async function findGnuTar(context: ToolContext): Promise<GnuTar> {
  let other: string | undefined
  for (const name of ['tar', 'gtar']) {
    const command = await findTool(name, context.environment)
    if (command === undefined) continue
    const { stdout } = await runTool({
      command,
      args: ['--version'],
      environment: tarEnvironment(context.environment),
      signal: context.signal,
    })
    const first = stdout.toString('utf8').split('\n')[0] ?? ''
    const version = /^tar \(GNU tar\) (\S+)/.exec(first)?.[1]
    if (version !== undefined) return { command, version }
    other ??= first
  }
  if (other === undefined) throw toolMissing('tar')
  throw new HoldfastError('tool-missing', `GNU tar is needed, found ${other || 'another tar'}`, {
    hint: installHint('tar'),
    context: { tool: 'tar', found: other },
  })
}
