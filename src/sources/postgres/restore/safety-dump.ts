import { randomBytes } from 'node:crypto'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import { chooseProgram, programMissing } from '../client/choose.ts'
import { findPrograms } from '../client/programs.ts'
import { prepareChildren } from '../connection/child.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import type { Session } from '../connection/session.ts'
import { explainClient } from '../dump/explain.ts'
import { databaseSize } from '../server/database-size.ts'
import { serverFacts } from '../server/facts.ts'
import { quoteIdentifier } from '../sql/quote.ts'

export interface SafetyOptions {
  readonly settings: ConnectionSettings
  /** A session on the database that is about to be replaced. */
  readonly session: Session
  /** Only these tables of it. */
  readonly tables?: readonly { readonly schema: string; readonly name: string }[]
}

async function demandRoom(directory: string, session: Session): Promise<void> {
  const needed = await databaseSize(session)
  const { bavail, bsize } = await statfs(directory)
  const free = bavail * bsize
  if (free >= needed) return
  throw new HoldfastError(
    'scratch-too-small',
    `a safety dump may take ${needed} bytes in ${directory}, ${free} are free`,
    {
      hint: 'Set HOLDFAST_STATE_DIR to a directory on a larger disk, or restore under another name.',
      context: { path: directory, needed, free },
    },
  )
}

/**
 * Dumps what is about to be replaced into the state directory, and returns the file. Errors: `scratch-too-small`,
 * `database-client-missing`, those of pg_dump; nothing is replaced then.
 */
export async function safetyDump(
  { settings, session, tables = [] }: SafetyOptions,
  context: SourceContext,
): Promise<string> {
  const directory = join(context.stateDirectory, 'safety')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await demandRoom(directory, session)
  const { major } = await serverFacts(session)
  const programs = await findPrograms('pg_dump', context)
  const program = chooseProgram(programs, major)
  if (program === undefined) throw programMissing('pg_dump', major, programs)
  const time = context.clock
    .now()
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '')
  const tag = randomBytes(2).toString('hex')
  const file = join(directory, `${encodeURIComponent(session.database)}-${time}-${tag}.dump`)
  const children = await prepareChildren(settings, session.place, context.environment)
  try {
    // pg_dump would let others read it.
    await writeFile(file, '', { mode: 0o600, flag: 'wx' })
    await runTool({
      command: program.path,
      args: [
        `--dbname=${children.conninfo(session.database)}`,
        '--no-password',
        '--format=custom',
        `--file=${file}`,
        ...tables.map(({ schema, name }) => `--table=${quoteIdentifier(schema)}.${quoteIdentifier(name)}`),
      ],
      environment: children.environment,
      signal: context.signal,
    })
    return file
  } catch (error) {
    await rm(file, { force: true })
    throw explainClient(error)
  } finally {
    await children.dispose()
  }
}
