import type { Finding } from '../../domain/finding.ts'
import type { RestoreTarget } from '../../domain/source.ts'
import type { RestoreResultRecord } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import type { Outcome } from '../outcome.ts'
import { upToDamage } from '../repository/frame-by-frame.ts'
import { sourceContextOf, sourceOf } from '../repository/source-context.ts'
import { type FoundObject, linkOf, noParts, notOurs } from './adopted.ts'
import { listLosses } from './lost-list.ts'
import { notSalvageable, partly } from './salvage.ts'

/**
 * Salvages what others wrote, as far as it can be decompressed and read. It has no hashes: what comes before the damage
 * is as good as its own checksums are. Errors: those of the source's salvage, `store-unsupported`.
 */
export async function salvageAdopted(
  context: CommandContext,
  found: FoundObject,
  target: Extract<RestoreTarget, { readonly path: string }>,
  include: readonly string[],
): Promise<
  Pick<Outcome, 'warnings' | 'errors' | 'exitCode'> & { readonly record: Partial<RestoreResultRecord> }
> {
  const { job, object } = found
  if (include.length > 0) throw noParts(object.key)
  const source = sourceOf(context, job, context.config.job(job).source.type)
  if (source.salvage === undefined) throw notSalvageable(source.type, { job, id: object.key })
  let fetchedBytes = 0
  const link = linkOf(context, found, (bytes) => {
    fetchedBytes += bytes
  })
  const careful = upToDamage({
    open: () => link.open('archive'),
    read: (offset, length) => link.read('archive', offset, length),
  })
  const told: Finding[] = []
  const result = await source.salvage(
    sourceContextOf(context, job, told),
    [
      {
        id: link.id,
        link: { ...link, read: (_, offset, length) => careful.read(offset, length) },
        why: () => undefined,
      },
    ],
    { target: target.path, include },
  )
  const name = object.key.replaceAll('/', '_')
  const losses = await listLosses(result, [], target.path, name)
  const errors =
    result.lost.length === 0 ? [] : [partly(result.lost.length, object.key, losses.record.lostFile)]
  return {
    record: {
      files: result.files,
      bytes: result.bytes,
      fetchedBytes,
      ...(result.path !== undefined && { target: result.path }),
      ...losses.record,
    },
    warnings: [notOurs, ...told, ...result.warnings, ...losses.findings],
    errors,
    exitCode: errors.length === 0 ? 0 : 3,
  }
}
