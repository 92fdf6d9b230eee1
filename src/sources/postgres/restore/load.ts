import type { Readable } from 'node:stream'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import { explainClient } from '../dump/explain.ts'
import type { RestoreClient } from './client.ts'
import type { DumpFormat } from './layout.ts'
import { readMessages } from './messages.ts'

export interface LoadOptions {
  /** Neither owners nor rights: for servers that lack the roles. */
  readonly ownerless?: boolean
  readonly tablespaces?: boolean
  /** A list of pg_restore's entries to bring back, in a file of this host. */
  readonly list?: string
  /** What parts need may be there already, such as types and functions. */
  readonly mayExist?: boolean
  /** Further arguments of pg_restore. */
  readonly args?: readonly string[]
}

/** Arguments of pg_restore for a database. */
export function restoreArgs({
  ownerless = false,
  tablespaces = true,
  list,
  args = [],
}: LoadOptions): string[] {
  return [
    '--no-password',
    ...(ownerless ? ['--no-owner', '--no-privileges'] : []),
    ...(tablespaces ? [] : ['--no-tablespaces']),
    ...(list === undefined ? [] : [`--use-list=${list}`]),
    ...args,
  ]
}

/** Arguments of psql for a plain dump on its standard input: it ends at the first error. */
const psqlArgs = [
  '--no-psqlrc',
  '--no-password',
  '--quiet',
  '--set=ON_ERROR_STOP=1',
  '--output=/dev/null',
  '--file=-',
]

/** The error of a dump that could not be brought back whole: `restore-failed`, or `database-unreachable`. */
function restoreFailed(database: string, failures: readonly string[], cause?: unknown): HoldfastError {
  const [first = 'it ended early'] = failures
  // That it went away is no fault of what was loaded.
  const gone = explainClient(new Error(first, { cause }))
  if (hasCode(gone, 'database-unreachable')) return gone
  const more = failures.length > 1 ? `, and ${failures.length - 1} more` : ''
  const hint = failures.some((line) => /role ".*" does not exist/.test(line))
    ? 'Make the roles first, or bring them back with --include globals, and restore again.'
    : 'Mend what the server names, such as a missing extension or right, and restore again.'
  return new HoldfastError('restore-failed', `${database} could not be restored whole: ${first}${more}`, {
    hint,
    context: { database, failures: failures.slice(0, 20) },
    ...(cause !== undefined && { cause }),
  })
}

function oldPsql(cause: unknown): HoldfastError {
  return new HoldfastError(
    'database-client-missing',
    'psql is too old for this dump: it does not know \\restrict',
    {
      hint: 'Install the newest minor version of the PostgreSQL client: 13.22, 14.19, 15.14, 16.10, 17.6 or later.',
      cause,
    },
  )
}

/**
 * Loads a dump into a database that is there, from its stream or from a path of this host. Errors: `restore-failed`
 * with what failed, `database-unreachable`, `database-client-missing`, those of the stream.
 */
export async function loadDump(
  client: RestoreClient,
  database: string,
  format: DumpFormat,
  input: { readonly stream: Readable } | { readonly path: string },
  options: LoadOptions,
): Promise<readonly string[]> {
  const lines: string[] = []
  const plain = format === 'plain'
  const args = plain ? psqlArgs : restoreArgs(options)
  const parts = {
    onStderrLine: (line: string) => void (lines.length < 5000 && lines.push(line)),
    ...('stream' in input && { stdin: input.stream }),
    // pg_restore goes on after errors, and says so by 1.
    acceptedExits: plain ? [0] : [0, 1],
  }
  const from = 'path' in input ? [input.path] : []
  const exit = await client
    .run(plain ? 'psql' : 'pg_restore', database, [...args, ...from], parts, (call) => runTool(call))
    .catch((error: unknown) => {
      const { failures } = readMessages(lines)
      if (failures.some((line) => line.includes('invalid command \\restrict'))) throw oldPsql(error)
      const explained = explainClient(error)
      throw explained === error && failures.length > 0 ? restoreFailed(database, failures, error) : explained
    })
  const { failures, harmless } = readMessages(lines, options)
  const ignored = lines.some((line) => line.includes('errors ignored on restore'))
  if (failures.length > 0) throw restoreFailed(database, failures)
  if (exit.exit.code !== 0 && !ignored) throw restoreFailed(database, [lines.at(-1) ?? ''])
  return harmless
}
