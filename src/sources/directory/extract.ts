import type { Readable } from 'node:stream'
import type { SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'
import { extractArgs, tarEnvironment } from './argv.ts'
import { findGnuTar } from './gnu-tar.ts'
import { withoutProgram } from './tar-messages.ts'

const impossible =
  /(?:setxattr|lsetxattr|acl_set|acl_delete|setfilecon).*: (?:Operation not supported|Operation not permitted)/

export interface Extraction {
  /** Lines of tar about what this user or file system cannot make: attributes, ACLs, devices. */
  readonly lost: readonly string[]
}

/** Whether this process may give files away. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0
}

/**
 * Extracts a tar stream into `directory`. An incremental archive also deletes there what it does not list, so the
 * directory must be ours alone. Errors: `restore-failed` with what tar said, the input's own error, `tool-missing`.
 */
export async function extractTar(
  context: SourceContext,
  input: Readable,
  directory: string,
  options: { readonly incremental: boolean },
): Promise<Extraction> {
  const tar = await findGnuTar(context)
  const said: string[] = []
  const outcome = await runTool({
    command: tar.command,
    args: extractArgs(directory, { root: isRoot(), incremental: options.incremental }),
    environment: tarEnvironment(context.environment),
    stdin: input,
    signal: context.signal,
    acceptedExits: [0, 1, 2],
    onStderrLine: (line) => void (said.length < 1000 && said.push(withoutProgram(line))),
  })
  const lost = said.filter((line) => impossible.test(line))
  const other = said.filter(
    (line) => !impossible.test(line) && line !== 'Exiting with failure status due to previous errors',
  )
  if (outcome.exit.code !== 0 && (outcome.exit.code !== 2 || other.length > 0 || lost.length === 0)) {
    const full = other.some((line) => line.includes('No space left on device'))
    throw new HoldfastError(
      full ? 'disk-full' : 'restore-failed',
      `tar could not extract: ${other[0] ?? 'it gave no reason'}`,
      {
        hint: full
          ? 'Make room on the disk of the target.'
          : 'Read what tar said, mend that and restore again.',
        context: { stderr: other.slice(0, 20) },
      },
    )
  }
  if (!outcome.inputComplete) {
    throw new HoldfastError('restore-failed', 'tar stopped before the end of the archive', {
      hint: 'Verify the backup: `holdfast verify --depth contents`.',
    })
  }
  return { lost }
}
