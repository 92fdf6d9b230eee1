import { listZrb, type ZrbBackup, type ZrbListing } from '../../catalog/zrb/listing.ts'
import type { Store } from '../../domain/store.ts'
import type { CommandContext, StoreMode } from '../context.ts'
import { openStore } from '../repository/destination.ts'

/** Where a job's predecessor left chains of the same dataset. */
export interface AdoptedPlace {
  readonly job: string
  /** The destination's name. */
  readonly name: string
  readonly dataset: string
}

/** What of {@link AdoptedPlace} was found there. */
export interface AdoptedChains extends AdoptedPlace, ZrbListing {
  readonly store: Store
}

/** The places of these jobs, or of all; of those that `--destination` names where it does. */
export function adoptedPlaces(context: CommandContext, jobs: readonly string[]): AdoptedPlace[] {
  const { config, drivers, onlyDestinations } = context
  const wanted = jobs.length === 0 ? config.jobNames : jobs.filter((job) => config.jobNames.includes(job))
  return wanted.flatMap((job) => {
    const { adopt, source } = config.job(job)
    const name = adopt.zrb
    if (name === undefined) return []
    if (onlyDestinations.length > 0 && !onlyDestinations.includes(name)) return []
    const dataset = drivers.source(source.type, source.settings).templateWords?.dataset
    return dataset === undefined ? [] : [{ job, name, dataset }]
  })
}

/** Reads all manifests of a place. Errors: the store's. */
export async function readPlace(
  context: CommandContext,
  place: AdoptedPlace,
  mode: StoreMode = 'read',
): Promise<AdoptedChains> {
  const store = await openStore(context, place.name, mode)
  return { ...place, store, ...(await listZrb(store, place.dataset, context.signal)) }
}

/** A backup of another tool, and the chain that it needs, level 0 first. */
export interface FoundChain extends AdoptedPlace {
  readonly store: Store
  readonly backup: ZrbBackup
  readonly chain: readonly ZrbBackup[]
}

/** The backup of such an id at the first place that has it; undefined for any other name. */
export async function findChain(context: CommandContext, id: string): Promise<FoundChain | undefined> {
  for (const place of adoptedPlaces(context, [])) {
    if (!id.startsWith(`${place.dataset}/level`)) continue
    const { backups, store, damaged } = await readPlace(context, place)
    const backup = backups.find((one) => one.id === id)
    const lost = damaged.find(({ key }) => key === `manifests/${id}/task_manifest.yaml`)
    if (lost !== undefined) throw lost.error
    if (backup === undefined) continue
    const chain = backup.chain.flatMap((one) => backups.find((each) => each.id === one) ?? [])
    return { ...place, store, backup, chain }
  }
  return undefined
}
