import { dirname } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { mayEnter, type Unprivileged } from '../../../process/unprivileged.ts'
import { chooseProgram } from '../client/choose.ts'
import { findPrograms, type PostgresProgram } from '../client/programs.ts'
import { serverMissing } from './errors.ts'

/** The programs of a server on this host. */
export interface ServerPrograms {
  /** Holds `initdb` and `postgres`. */
  readonly directory: string
  readonly major: number
  /** Such as 15.18. */
  readonly version: string
}

/**
 * The programs of this host for a major, else for the next newer one: a dump goes into newer servers, never into older
 * ones. What a root's unprivileged user cannot reach is left out. Errors: `tool-missing`, which names what is there.
 */
export async function localPrograms(
  major: number,
  user: Unprivileged | undefined,
  context: SourceContext,
): Promise<ServerPrograms> {
  const usable: PostgresProgram[] = []
  for (const program of await findPrograms('initdb', context)) {
    if (await mayEnter(user, dirname(program.path))) usable.push(program)
  }
  const initdb = chooseProgram(usable, major)
  if (initdb === undefined) {
    throw serverMissing(
      major,
      usable.map(({ version }) => version),
    )
  }
  return { directory: dirname(initdb.path), major: initdb.major, version: initdb.version }
}
