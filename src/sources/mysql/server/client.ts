import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import { findTool, toolMissing } from '../../../process/tools.ts'
import { parseToolVersion, type Version } from './flavor.ts'

/** A program of a server's clients. */
export interface Client {
  readonly path: string
  readonly name: string
  readonly version: Version
}

/** Asks a program for its version. Errors: `tool-failed` where it names none. */
export async function readClient(context: SourceContext, path: string): Promise<Client> {
  const { environment, signal } = context
  const { stdout, stderr } = await runTool({
    command: path,
    args: ['--no-defaults', '--version'],
    environment,
    signal,
  })
  const name = path.slice(path.lastIndexOf('/') + 1)
  return clientOf(path, name, `${stdout.toString()}\n${stderr}`)
}

/** A program by what it says of its version. Errors: `tool-failed` where it names none. */
export function clientOf(path: string, name: string, text: string): Client {
  const version = parseToolVersion(text)
  if (version !== undefined) return { path, name, version }
  throw new HoldfastError('tool-failed', `${name} does not say its version: ${text.trim().slice(0, 200)}`, {
    hint: `Put a ${name} of MySQL or MariaDB on PATH.`,
    context: { tool: name },
  })
}

/** The first of the programs that is there. Errors: `tool-missing` for the first name. */
export async function findClient(context: SourceContext, names: readonly string[]): Promise<Client> {
  for (const name of names) {
    const path = await findTool(name, context.environment)
    if (path !== undefined) return readClient(context, path)
  }
  throw toolMissing(names[0] ?? 'mysql')
}

/** Names of the programs that dump, load and check a server, its own flavor first. */
export function clientNames(flavor: Version['flavor'], what: 'dump' | 'client'): readonly string[] {
  const names = what === 'dump' ? ['mariadb-dump', 'mysqldump'] : ['mariadb', 'mysql']
  return flavor === 'mariadb' ? names : names.toReversed()
}
