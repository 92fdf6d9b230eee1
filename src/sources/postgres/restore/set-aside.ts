import { randomBytes } from 'node:crypto'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { withLastSession } from '../connection/last-session.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import type { Session } from '../connection/session.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import type { PartName } from './select.ts'
import { dropRelations, nameOf, type StandingRelation, standingRelations } from './standing.ts'

/** Relations of a database that make room for others. */
export interface SetAside {
  /** Drops what was set aside. */
  discard(): Promise<void>
  /** Drops what was restored of the relations, and puts back what was there. Works after a cancel. */
  putBack(): Promise<void>
}

async function inTransaction(session: Session, end: 'commit' | 'rollback', work: () => Promise<void>) {
  await session.query('begin')
  try {
    await work()
    await session.query(end)
  } catch (error) {
    await session.query('rollback').catch(() => undefined)
    throw error
  }
}

async function move(session: Session, relations: readonly StandingRelation[], to: string): Promise<void> {
  for (const { sql } of relations) await session.query(`alter table ${sql} set schema ${quoteIdentifier(to)}`)
}

/** Errors: `restore-failed` where something that stays depends on them. */
export async function requireReplaceable(
  session: Session,
  standing: readonly StandingRelation[],
): Promise<void> {
  await inTransaction(session, 'rollback', () => dropRelations(session, standing)).catch((cause: Error) => {
    throw new HoldfastError('restore-failed', `they cannot be replaced: ${cause.message}`, {
      hint: 'Drop what depends on them first, such as views and foreign keys, or restore into another database.',
      context: { database: session.database, tables: standing.map(nameOf) },
      cause,
    })
  })
}

/**
 * Moves what stands in the way of `relations`, with its indexes and sequences, into schemas of its own, one for each that
 * it comes from. Nothing is lost until `discard`. Errors: those of the server; all is as it was then.
 */
export async function setAside(
  session: Session,
  relations: readonly PartName[],
  standing: readonly StandingRelation[],
  settings: ConnectionSettings,
  context: SourceContext,
): Promise<SetAside> {
  const tag = randomBytes(4).toString('hex')
  const places = [...new Set(standing.map(({ schema }) => schema))].map((schema, at) => ({
    schema,
    aside: `holdfast_aside_${tag}_${at}`,
    moved: standing.filter((relation) => relation.schema === schema),
  }))
  const asideOf = (aside: string, moved: readonly StandingRelation[]): StandingRelation[] =>
    moved.map((each) => ({ ...each, sql: `${quoteIdentifier(aside)}.${quoteIdentifier(each.name)}` }))
  await inTransaction(session, 'commit', async () => {
    for (const { aside, moved } of places) {
      await session.query(`create schema ${quoteIdentifier(aside)}`)
      await move(session, moved, aside)
    }
  })
  const dropSchemas = async (on: Session): Promise<void> => {
    for (const { aside } of places) await on.query(`drop schema ${quoteIdentifier(aside)}`)
  }
  return {
    discard: () =>
      inTransaction(session, 'commit', async () => {
        await dropRelations(
          session,
          places.flatMap(({ aside, moved }) => asideOf(aside, moved)),
        )
        await dropSchemas(session)
      }),
    putBack: () =>
      withLastSession(settings, context, session.database, (own) =>
        inTransaction(own, 'commit', async () => {
          await dropRelations(own, await standingRelations(own, relations))
          for (const { schema, aside, moved } of places) await move(own, asideOf(aside, moved), schema)
          await dropSchemas(own)
        }),
      ),
  }
}
