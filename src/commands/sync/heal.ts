import { createHash } from 'node:crypto'
import { writeAudit } from '../../catalog/runlog.ts'
import { listWraps } from '../../catalog/wraps.ts'
import type { HoldfastError } from '../../errors/error.ts'
import { formatBytes, plural } from '../../report/bytes.ts'
import type { SyncResult } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { lookAt } from './look-at.ts'
import { mend } from './mend.ts'
import { type Offer, storesOf } from './offers.ts'
import { type Part, partsOf } from './parts.ts'
import type { SyncRun } from './run.ts'

type Healed = SyncResult['healed'][number]

interface Wound {
  readonly offer: Offer
  readonly part: Part
  readonly what: Healed['what']
}

export interface Healing {
  readonly healed: Healed[]
  readonly errors: HoldfastError[]
}

/** Wraps come and go with `rekey`: only where a backup has none left are they taken for lost. */
async function woundsOf(run: SyncRun, offer: Offer): Promise<Wound[]> {
  const { context, target, options } = run
  const { store } = target
  const { job, id } = offer.entry
  const parts = await partsOf(context, offer)
  const wraps = (await listWraps(store, job, id)).length === 0 ? parts.wraps : []
  const found = await lookAt(context, store, offer, [...wraps, ...parts.objects], options.depth)
  const isManifestBad = target.catalogue.damaged.some((damaged) => damaged.id === id)
  const damaged = [...found.damaged, ...(isManifestBad ? [parts.manifest] : [])]
  return [
    ...found.missing.map((part) => ({ offer, part, what: 'missing' as const })),
    ...damaged.map((part) => ({ offer, part, what: 'damaged' as const })),
  ]
}

/** Looks at every backup that the target has or has damaged. One that cannot be judged is an error, and the next is looked at. */
async function examine(run: SyncRun, errors: HoldfastError[]): Promise<Wound[]> {
  const { context, target, offers } = run
  const { points, damaged } = target.catalogue
  const wounds: Wound[] = []
  for (const { id } of [...points, ...damaged]) {
    const offer = offers.byId.get(id)
    if (offer === undefined) continue
    try {
      wounds.push(...(await woundsOf(run, offer)))
    } catch (error) {
      context.signal.throwIfAborted()
      errors.push(asHoldfastError(error))
    }
  }
  return wounds
}

function questionOf({ job, target }: SyncRun, wounds: readonly Wound[]): string {
  const count = (what: Healed['what']) => wounds.filter((wound) => wound.what === what).length
  const parts = [
    ...(count('damaged') > 0 ? [`replace ${plural(count('damaged'), 'damaged object')}`] : []),
    ...(count('missing') > 0 ? [`bring back ${plural(count('missing'), 'missing object')}`] : []),
  ]
  const bytes = wounds.reduce((sum, { part }) => sum + part.bytes, 0)
  const from = [...new Set(wounds.flatMap(({ offer }) => offer.sources.map(({ name }) => name)))].join(', ')
  const text = `${parts.join(' and ')} of ${job} at ${target.name} from ${from}, ${formatBytes(bytes)}?`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** Whatever takes something away says so first, for whoever looks for what was there. */
async function audit(context: CommandContext, { target }: SyncRun, wounds: readonly Wound[]): Promise<void> {
  const lines = wounds
    .filter(({ what }) => what === 'damaged')
    .map(({ offer, part }) => ({
      action: 'heal',
      job: offer.entry.job,
      id: offer.entry.id,
      reason: `${part.key} is not what was written`,
    }))
  if (lines.length === 0) return
  const { host, run } = context.identity
  const plan = createHash('sha256').update(JSON.stringify(lines)).digest('hex')
  await writeAudit(
    target.store,
    { time: context.clock.now(), actor: run?.actor ?? host, plan: `sha256:${plan}`, lines },
    context.signal,
  )
}

/**
 * Brings missing and damaged objects of the target's backups back from good destinations, after asking once. Errors:
 * `confirmation-needed`; what befalls a single object is collected.
 */
export async function heal(run: SyncRun): Promise<Healing> {
  const { context, target, options } = run
  const healed: Healed[] = []
  const errors: HoldfastError[] = []
  const wounds = await examine(run, errors)
  if (wounds.length === 0) return { healed, errors }
  const line = ({ offer, part, what }: Wound) => ({
    id: offer.entry.id,
    key: part.key,
    what,
    from: offer.sources[0]?.name ?? '',
    bytes: part.bytes,
  })
  if (options.dryRun) return { healed: wounds.map((wound) => ({ ...line(wound), how: 'planned' })), errors }
  await context.confirm(questionOf(run, wounds))
  await audit(context, run, wounds)
  for (const wound of wounds) {
    try {
      const how = await mend(context, target.store, storesOf(wound.offer), wound.part)
      if (how !== 'was-whole') healed.push({ ...line(wound), how })
    } catch (error) {
      context.signal.throwIfAborted()
      errors.push(asHoldfastError(error))
    }
  }
  return { healed, errors }
}
