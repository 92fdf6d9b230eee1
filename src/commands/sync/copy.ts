import { forEachBounded } from '../../catalog/bounded.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { SyncResult } from '../../report/results.ts'
import { progressOf } from '../backup/progress.ts'
import { commitCopy } from './commit-copy.ts'
import { createPart } from './create.ts'
import { lookAt } from './look-at.ts'
import { mend } from './mend.ts'
import { type Offer, storesOf } from './offers.ts'
import { type Part, partsOf } from './parts.ts'
import type { SyncRun } from './run.ts'

type Copied = SyncResult['copied'][number]

const atOnce = 4

function bytesOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Wraps and claims first: data whose key is nowhere would be worth nothing, and unclaimed objects are never collected. */
function isAhead({ key }: Part): boolean {
  return /^keys\/|^data\/[^/]+\/[^/]+\/~outside\//.test(key)
}

async function send(
  { context, job, target }: SyncRun,
  offer: Offer,
  missing: readonly Part[],
): Promise<void> {
  const sources = storesOf(offer)
  const progress = progressOf(context.reporter, {
    job,
    stream: `${offer.entry.id} to ${target.name}`,
    phase: 'copy',
    total: bytesOf(missing),
  })
  progress.add(0)
  const one = async (part: Part) => {
    context.signal.throwIfAborted()
    await createPart(context, target.store, sources, part)
    progress.add(part.bytes)
  }
  for (const part of missing.filter(isAhead)) await one(part)
  await forEachBounded(
    missing.filter((part) => !isAhead(part)),
    atOnce,
    one,
  )
  progress.done()
}

/** What a run that died left there is not whole: nothing is replaced unasked. */
async function replaceLeft(
  { context, job, target }: SyncRun,
  offer: Offer,
  damaged: readonly Part[],
): Promise<void> {
  if (damaged.length === 0) return
  const what = damaged.length === 1 ? damaged[0]?.key : `${damaged.length} objects`
  await context.confirm(
    `Replace ${what} of ${job} at ${target.name}, which a run that died left there damaged?`,
  )
  for (const part of damaged) await mend(context, target.store, storesOf(offer), part)
}

/**
 * Copies one backup as it is: wraps, volumes, side objects, each compared with its hash on the way, then the manifest.
 * What is there already is not sent again. Errors: `object-damaged`, `object-missing` where its keys are nowhere,
 * `parent-missing`, `commit-conflict`, `store-lied`, and the stores'.
 */
export async function copyBackup(run: SyncRun, offer: Offer): Promise<Copied> {
  const { context, target, options } = run
  const { id, level, encrypted } = offer.entry
  const parts = await partsOf(context, offer)
  if (encrypted && parts.wraps.length === 0) {
    throw new HoldfastError('object-missing', `the keys of ${id} are at none of its destinations`, {
      hint: 'Nobody can open this backup: it is not copied. Make a new full backup.',
      context: { id },
    })
  }
  const objects = [...parts.wraps, ...parts.objects]
  const { missing, damaged } = await lookAt(context, target.store, offer, objects, options.depth)
  if (!options.dryRun) {
    await replaceLeft(run, offer, damaged)
    await send(run, offer, missing)
    await commitCopy(run, offer, parts, objects)
  }
  return {
    id,
    level,
    from: offer.sources[0]?.name ?? '',
    objects: objects.length + 1,
    bytes: bytesOf([...objects, parts.manifest]),
    sentBytes: bytesOf([...missing, ...damaged, parts.manifest]),
  }
}
