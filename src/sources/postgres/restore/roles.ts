import type { Session } from '../connection/session.ts'
import { splitStatements, unquoteIdentifier } from '../sql/statements.ts'
import { roleNames } from './target-state.ts'

/** What came of the roles and tablespaces of a backup. */
export interface AppliedGlobals {
  /** Roles that were made. */
  readonly created: readonly string[]
  /** Roles that were there and stayed as they are, passwords above all. */
  readonly kept: readonly string[]
  /** What could not be done, in the server's words. */
  readonly failed: readonly string[]
}

export interface GlobalsOptions {
  /** Roles that are there get the attributes and passwords of the backup. */
  readonly overwrite: boolean
  /** For a throwaway copy: no tablespaces, whose directories are another host's. */
  readonly tablespaces: boolean
}

const identifier = '("(?:[^"]|"")+"|[^\\s;]+)'
const createRole = new RegExp(`^CREATE ROLE ${identifier}$`)
const alterRole = new RegExp(`^ALTER ROLE ${identifier} `)
const tablespace = /^(CREATE|ALTER|GRANT|REVOKE|COMMENT|SECURITY LABEL)\b.*\bTABLESPACE\b/s

/** What a statement is about, without what it says: there may be a password in it. */
function subjectOf(statement: string): string {
  return statement.split(/\s+/).slice(0, 3).join(' ')
}

/**
 * Makes the roles of a backup before anything that belongs to them. Roles that are there are no failure, and are left as
 * they are unless they are to be overwritten.
 */
export async function applyGlobals(
  session: Session,
  sql: string,
  { overwrite, tablespaces }: GlobalsOptions,
): Promise<AppliedGlobals> {
  const there = new Set(await roleNames(session))
  const created: string[] = []
  const kept: string[] = []
  const failed: string[] = []
  const run = async (statement: string): Promise<boolean> => {
    try {
      await session.query(statement)
      return true
    } catch (error) {
      failed.push(`${subjectOf(statement)}: ${(error as Error).message}`)
      return false
    }
  }
  for (const statement of splitStatements(sql)) {
    const made = createRole.exec(statement)?.[1]
    const altered = alterRole.exec(statement)?.[1]
    if (made !== undefined) {
      const name = unquoteIdentifier(made)
      if (there.has(name)) kept.push(name)
      else if (await run(statement)) created.push(name)
    } else if (altered !== undefined && !overwrite && kept.includes(unquoteIdentifier(altered))) {
      // What is there stays as it is.
    } else if (tablespaces || !tablespace.test(statement)) await run(statement)
  }
  return { created, kept, failed }
}
