import type { RestoredCopy } from '../../domain/copy.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { VerifyResult } from '../../report/results.ts'
import { type CommandContext, step } from '../context.ts'
import type { FoundBackup } from '../repository/find.ts'
import { sourceContextOf, sourceOf } from '../repository/source-context.ts'
import type { KeepCopy } from './options.ts'

/** Errors: `usage` for backups whose copies go with their drill. */
export function requireKeepable(context: CommandContext, { entry }: FoundBackup): void {
  const { copies } = sourceOf(context, entry.job, entry.source.type)
  if (copies?.canStay(entry.source) === true) return
  const why = copies
    ? `backup ${entry.id} is a copy of a whole server, with all that it knows`
    : `it is no database`
  throw new HoldfastError('usage', `a copy of ${entry.job} cannot stay: ${why}`, {
    hint: 'Leave keep out, or name a job that dumps a database: type postgres with method dump, mysql with method logical.',
    context: { job: entry.job, id: entry.id },
  })
}

/**
 * Masks a copy, looks what it holds and hands it over. Whatever fails removes it: nothing unmasked stays. Errors:
 * `mask-failed`, those of the connection and of whom it is handed to.
 */
export async function handOver(
  context: CommandContext,
  { entry }: FoundBackup,
  copy: RestoredCopy,
  { mask, ready }: KeepCopy,
): Promise<NonNullable<VerifyResult['copy']>> {
  const { job, id, source, createdAt } = entry
  const { url, container } = copy
  if (mask !== undefined) {
    step(context, `masking the copy of ${id}`)
    await copy.run(mask)
  }
  const { copies } = sourceOf(context, job, source.type)
  const contents = (await copies?.contents(sourceContextOf(context, job, []), url)) ?? { tables: [] }
  context.signal.throwIfAborted()
  await ready({
    job,
    id,
    source: source.type,
    url,
    container,
    createdAt: createdAt.toISOString(),
    readyAt: context.clock.now().toISOString(),
    contents,
  })
  return { url, container }
}
