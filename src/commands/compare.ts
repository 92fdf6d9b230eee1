import { compareContents } from '../report/compare/compare.ts'
import type { CompareResult } from '../report/compare/lines.ts'
import type { CommandContext } from './context.ts'
import { done, type Outcome } from './outcome.ts'
import { sourceContextOf } from './repository/source-context.ts'
import type { HandedCopy } from './verify/options.ts'

/**
 * Looks what became of a copy since it was handed over: time, tables, columns and rows. Reads the copy and no store.
 * Errors: those of the connection.
 */
export async function compareCopy(context: CommandContext, copy: HandedCopy): Promise<Outcome> {
  const { job, id, source, url, createdAt, readyAt, contents: before } = copy
  const seconds = (context.clock.now().getTime() - Date.parse(readyAt)) / 1000
  const { copies } = context.drivers.source(source)
  const after = await copies?.contents(sourceContextOf(context, job, []), url)
  const result: CompareResult = {
    job,
    id,
    createdAt,
    seconds,
    tables: after?.tables.length ?? 0,
    changes: compareContents(before, after ?? { tables: [] }),
  }
  return done([result])
}
