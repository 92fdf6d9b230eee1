import type { RereadResult } from '../report/reread.ts'
import { dayOf, numberOf, partOf, partOn, type Sample } from './sample.ts'

/** The days in which everything that is stored is to be read back once. */
const rereadDays = 30

/** An object of a backup, as a listing shows it. */
export interface StoredPiece {
  readonly id: string
  readonly key: string
  readonly bytes: number
  /** When its backup was made. */
  readonly createdAt: Date
  /** A restore reads it; the state of the next increment it does not. */
  readonly restores: boolean
}

/** That a backup's objects were read back and whole: a part of them, or all. */
export interface PieceReading {
  readonly time: Date
  readonly sample?: Sample | undefined
  /** It was a restore. */
  readonly restored?: boolean
}

/** The newest of a backup's readings, newest first, that covers an object of this number. */
function lastRead(readings: readonly PieceReading[], { restores }: StoredPiece, number: number) {
  return readings.find(
    ({ sample, restored }) =>
      (restores || restored !== true) && (sample === undefined || partOf(number, sample.of) === sample.part),
  )?.time
}

/** The rotation that goes on: into how many parts, and since which day as far as is known. */
function rotationOf(readings: ReadonlyMap<string, readonly PieceReading[]>) {
  let newest: { time: Date; of: number } | undefined
  for (const own of readings.values()) {
    const sampled = own.find(({ sample }) => sample !== undefined && sample.of > 1)
    if (sampled?.sample && (newest === undefined || sampled.time > newest.time)) {
      newest = { time: sampled.time, of: sampled.sample.of }
    }
  }
  if (newest === undefined) return undefined
  const { of } = newest
  let since = dayOf(newest.time)
  for (const { sample, time } of [...readings.values()].flat()) {
    if (sample?.of === of) since = Math.min(since, dayOf(time))
  }
  return { of, since }
}

const isoDay = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10)

/**
 * The ledger of what was read back, object by object. Days are calendar days in UTC, as those of `--sample today/m` are:
 * a daily run may come at any hour. `readings` are by backup, newest first. Pure.
 */
export function rereadOf(
  pieces: readonly StoredPiece[],
  readings: ReadonlyMap<string, readonly PieceReading[]>,
  now: Date,
): RereadResult {
  const today = dayOf(now)
  const within = (time: Date) => today - dayOf(time) <= rereadDays
  const sums = {
    all: { objects: 0, bytes: 0 },
    read: { objects: 0, bytes: 0 },
    new: { objects: 0, bytes: 0 },
    overdue: { objects: 0, bytes: 0 },
  }
  const add = (sum: keyof typeof sums, { bytes }: StoredPiece) => {
    sums[sum].objects += 1
    sums[sum].bytes += bytes
  }
  const rotation = rotationOf(readings)
  const missed = new Map<number, { part: number; objects: number }>()
  let oldest: { piece: StoredPiece; since: Date; everRead: boolean } | undefined
  for (const piece of pieces) {
    const number = numberOf(piece.key)
    const read = lastRead(readings.get(piece.id) ?? [], piece, number)
    const since = read ?? piece.createdAt
    add('all', piece)
    add(read && within(read) ? 'read' : within(since) ? 'new' : 'overdue', piece)
    if (oldest === undefined || since < oldest.since) oldest = { piece, since, everRead: read !== undefined }
    if (rotation === undefined || (read && within(read))) continue
    const part = partOf(number, rotation.of)
    // The turn of today may still come.
    const turn =
      today - 1 - ((((partOn(today - 1, rotation.of) - part) % rotation.of) + rotation.of) % rotation.of)
    if (turn < rotation.since || turn <= dayOf(piece.createdAt)) continue
    missed.set(turn, { part, objects: (missed.get(turn)?.objects ?? 0) + 1 })
  }
  const lastReading = [...readings.values()].flatMap(([first]) => first?.time ?? [])
  return {
    days: rereadDays,
    ...sums.all,
    readObjects: sums.read.objects,
    readBytes: sums.read.bytes,
    newObjects: sums.new.objects,
    newBytes: sums.new.bytes,
    overdueObjects: sums.overdue.objects,
    overdueBytes: sums.overdue.bytes,
    oldest: oldest
      ? {
          id: oldest.piece.id,
          key: oldest.piece.key,
          since: oldest.since.toISOString(),
          everRead: oldest.everRead,
        }
      : null,
    missed: [...missed]
      .sort(([a], [b]) => a - b)
      .map(([turn, { part, objects }]) => ({ day: isoDay(turn), part, of: rotation?.of ?? 1, objects })),
    lastReading:
      lastReading.reduce<Date | undefined>((a, b) => (a && a > b ? a : b), undefined)?.toISOString() ?? null,
    rotation: rotation?.of ?? null,
  }
}
