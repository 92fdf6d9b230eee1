import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Capture, CaptureContext } from '../../../domain/source.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { chooseProgram, programMissing } from '../client/choose.ts'
import { findPrograms, type PostgresProgram } from '../client/programs.ts'
import { prepareChildren } from '../connection/child.ts'
import { type ConnectionSettings, resolveConnection } from '../connection/resolve.ts'
import { openSession, type Session } from '../connection/session.ts'
import { refusePooler } from '../server/facts.ts'
import { requireRoom } from '../server/room.ts'
import type { PostgresSettings } from '../settings.ts'
import { capturePhysical } from './capture.ts'
import type { BaseBackupClient } from './client.ts'
import { databaseBytes, physicalFacts } from './facts.ts'
import { databaseNames, type PhysicalFingerprint, preloadedLibraries, superuserName } from './fingerprint.ts'
import { usableBase } from './increment.ts'
import { reserveWal } from './session-slot.ts'

const defaultStall = 15 * 60_000

/** pg_basebackup of the server's own major, else of the next newer one. Errors: `database-client-missing`. */
async function clientFor(major: number, context: CaptureContext): Promise<PostgresProgram> {
  const programs = await findPrograms('pg_basebackup', context)
  const program = chooseProgram(programs, major)
  if (program === undefined) throw programMissing('pg_basebackup', major, programs)
  return program
}

/** What a drill wants to know, from before and after the copy: a database that came or went meanwhile may be missing. */
async function surveyOf(session: Session, connection: ConnectionSettings, context: CaptureContext) {
  const [superuser, before] = [await superuserName(session.query), await databaseNames(session.query)]
  const preload = await preloadedLibraries(session.query)
  return async (): Promise<PhysicalFingerprint> => {
    const again = await openSession(connection, context)
    const after = await databaseNames(again.query).finally(() => again.close())
    const databases = before.filter((name) => after.includes(name))
    const { database } = connection
    return { method: 'physical', superuser, database, databases, ...(preload !== '' && { preload }) }
  }
}

async function spoolFor(context: CaptureContext, bytes: number | undefined): Promise<string> {
  await requireRoom(context.scratch, bytes ?? 0, { what: 'a backup of a server with tablespaces' })
  await mkdir(context.scratch, { recursive: true })
  return makePrivateDirectory(context.scratch, 'holdfast-spool')
}

/**
 * Looks at the server, decides the level, reserves the WAL, and prepares pg_basebackup. Whatever fails here leaves
 * nothing behind. Errors: those of the connection, `database-client-missing`, `scratch-too-small`, `source-failed`.
 */
export async function beginPhysical(settings: PostgresSettings, context: CaptureContext): Promise<Capture> {
  const connection = await resolveConnection(settings.url, context)
  const session = await openSession(connection, context)
  const directories: string[] = []
  let client: BaseBackupClient | undefined
  try {
    const facts = await physicalFacts(session)
    refusePooler(facts)
    const { parent, level } = context
    const found = level > 0 && parent ? await usableBase(session.query, facts, parent) : undefined
    const bytes = await databaseBytes(session.query)
    const fingerprint = await surveyOf(session, connection, context)
    const program = await clientFor(facts.major, context)
    const children = await prepareChildren(connection, session.place, context.environment)
    client = {
      command: program.path,
      version: program.version,
      children,
      database: session.database,
      maxStall: settings.maxStall ?? defaultStall,
    }
    let incremental: string | undefined
    if (found && 'base' in found) {
      const directory = await makePrivateDirectory(tmpdir(), 'holdfast-manifest')
      directories.push(directory)
      incremental = join(directory, 'backup_manifest')
      await writeFile(incremental, found.base.manifest, { mode: 0o600 })
    }
    const spool = facts.tablespaces.length > 0 ? await spoolFor(context, bytes) : undefined
    if (spool !== undefined) directories.push(spool)
    const reserve = await reserveWal(session, context.clock, context)
    return capturePhysical(context, {
      facts,
      client,
      reserve,
      level: incremental === undefined ? 0 : level,
      ...(found && 'because' in found && { fullBecause: found.because }),
      ...(incremental === undefined ? { ...(bytes !== undefined && { estimate: bytes }) } : { incremental }),
      ...(spool !== undefined && { spool }),
      directories,
      fingerprint,
    })
  } catch (error) {
    await session.close()
    await client?.children.dispose()
    for (const directory of directories) await rm(directory, { recursive: true, force: true })
    throw error
  }
}
