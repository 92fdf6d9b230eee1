import { Readable } from 'node:stream'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import type { Address } from '../connection/address.ts'
import { writeOptionFile } from '../connection/option-file.ts'
import { clientNames, findClient } from '../server/client.ts'
import type { Flavor } from '../server/flavor.ts'

export interface Loading {
  readonly address: Address
  readonly flavor: Flavor
  /** Statements outside of any database's own go here. */
  readonly database?: string
  /** Goes on after a statement that failed; what failed is returned. */
  readonly force?: boolean
}

const startSession = 'SET SESSION net_read_timeout = 86400, SESSION wait_timeout = 604800'

/**
 * Feeds statements to the client of a server. Returns the errors that `force` let pass. Errors: `restore-failed` with
 * what the server said.
 */
export async function loadSql(
  context: SourceContext,
  sql: AsyncIterable<Uint8Array>,
  { address, flavor, database, force = false }: Loading,
): Promise<string[]> {
  const client = await findClient(context, clientNames(flavor, 'client'))
  const optionFile = await writeOptionFile(address, client.version.flavor)
  const failures: string[] = []
  try {
    await runTool({
      command: client.path,
      args: [
        `--defaults-extra-file=${optionFile.path}`,
        '--batch',
        // Nothing in a dump is a command of the client: no \! of a shell, and none of the lines that older ones refuse.
        '--binary-mode',
        '--default-character-set=utf8mb4',
        '--max-allowed-packet=1G',
        `--init-command=${startSession}`,
        ...(force ? ['--force'] : []),
        ...(database === undefined ? [] : [`--database=${database}`]),
      ],
      environment: context.environment,
      signal: context.signal,
      stdin: Readable.from(sql, { objectMode: false }),
      acceptedExits: force ? [0, 1] : [0],
      onStderrLine: (line) => {
        if (line.startsWith('ERROR')) failures.push(line)
      },
    })
    return failures
  } catch (error) {
    context.signal.throwIfAborted()
    const [first] = failures
    if (first === undefined) throw error
    throw new HoldfastError('restore-failed', `the server refused a statement of the dump: ${first}`, {
      hint: 'Look at that statement with `holdfast restore … --to FILE`, and at the version of the server.',
      context: { said: first },
      cause: error,
    })
  } finally {
    await optionFile.remove()
  }
}
