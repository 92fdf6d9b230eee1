import { forEachBounded } from '../../catalog/bounded.ts'
import { chainOf } from '../../catalog/chains.ts'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import { branchPrefix, claimsPrefix } from '../../catalog/keys.ts'
import { parseDataKey, parseStateKey } from '../../catalog/parse-keys.ts'
import type { OpenedReading } from '../../catalog/readings.ts'
import { type PieceReading, rereadOf, type StoredPiece } from '../../drill/reread.ts'
import type { RereadResult } from '../../report/reread.ts'
import type { CommandContext } from '../context.ts'
import type { Destination } from './destination.ts'
import { wasReadHere } from './read-here.ts'
import { readingsAt } from './readings.ts'

const atOnce = 16

/** Every stored object of these backups but manifests, wraps and what stands beside a backup: those are read all the time. */
async function piecesOf(
  { store }: Destination,
  job: string,
  entries: ReadonlyMap<string, CatalogueEntry>,
): Promise<StoredPiece[]> {
  const pieces: StoredPiece[] = []
  const add = (id: string | undefined, { key, bytes }: { key: string; bytes: number }, restores: boolean) => {
    const entry = id === undefined ? undefined : entries.get(id)
    if (entry) pieces.push({ id: entry.id, key, bytes, createdAt: entry.createdAt, restores })
  }
  for await (const object of store.list(branchPrefix('data', job))) {
    const id = parseDataKey(object.key)?.id
    if (id !== undefined && !object.key.startsWith(claimsPrefix(job, id))) add(id, object, true)
  }
  for await (const object of store.list(branchPrefix('state', job))) {
    add(parseStateKey(object.key)?.id, object, false)
  }
  const outside = [...entries.values()].flatMap((entry) => entry.outside.map((key) => ({ entry, key })))
  await forEachBounded(outside, atOnce, async ({ entry, key }) => {
    const object = await store.stat(key)
    if (object) add(entry.id, object, true)
  })
  return pieces
}

/** The readings of each backup, newest first; restores count for the whole chain. */
function readingsById(
  readings: readonly OpenedReading[],
  entries: ReadonlyMap<string, CatalogueEntry>,
  readHere: ReturnType<typeof wasReadHere>,
): Map<string, PieceReading[]> {
  const byId = new Map<string, PieceReading[]>()
  const add = (id: string, reading: PieceReading) => {
    const own = byId.get(id)
    if (own) own.push(reading)
    else byId.set(id, [reading])
  }
  for (const { backups, finishedAt, sample, depth } of readings) {
    const reading = { time: new Date(finishedAt), sample, restored: depth === 'contents' }
    for (const { id, manifest } of backups) {
      if (manifest === `sha256:${entries.get(id)?.manifestSha256}`) add(id, reading)
    }
  }
  for (const { id, lastPass } of entries.values()) {
    if (lastPass === undefined || !readHere(lastPass)) continue
    const reading = { time: lastPass.finishedAt, restored: true }
    for (const link of chainOf(id, entries)) add(link.id, reading)
  }
  for (const own of byId.values()) own.sort((a, b) => b.time.getTime() - a.time.getTime())
  return byId
}

/**
 * What of a job's stored objects at a destination was read back lately, by the logs of verifications and the proofs of
 * drills there. `evenUnread: false` spares the listing where no verification was ever recorded: undefined.
 */
export async function readReread(
  context: CommandContext,
  destination: Destination,
  job: string,
  points: readonly CatalogueEntry[],
  { evenUnread = true }: { readonly evenUnread?: boolean } = {},
): Promise<RereadResult | undefined> {
  const readings = await readingsAt(context, destination, job)
  if (readings.length === 0 && !evenUnread) return undefined
  // Nobody can open what was shredded, and no verification reads it.
  const entries = new Map(points.filter(({ shredded }) => !shredded).map((entry) => [entry.id, entry]))
  const pieces = await piecesOf(destination, job, entries)
  const byId = readingsById(readings, entries, wasReadHere(context, destination.name))
  return rereadOf(pieces, byId, context.clock.now())
}
