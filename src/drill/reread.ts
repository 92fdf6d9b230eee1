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

/** The last day before today whose turn a part was: that of today may still come. */
function lastTurn(part: number, of: number, today: number): number {
  const since = (partOn(today - 1, of) - part + of) % of
  return today - 1 - since
}

/** Objects and their bytes, counted up. */
function createSum() {
  const sum = { objects: 0, bytes: 0 }
  return {
    sum,
    add({ bytes }: StoredPiece): void {
      sum.objects += 1
      sum.bytes += bytes
    },
  }
}

/** The turns of a rotation that did not come, from pieces that are unread. */
function createMissed(rotation: ReturnType<typeof rotationOf>, today: number) {
  const turns = new Map<number, { part: number; objects: number }>()
  return {
    add({ createdAt }: StoredPiece, number: number): void {
      if (rotation === undefined) return
      const part = partOf(number, rotation.of)
      const turn = lastTurn(part, rotation.of, today)
      // Its turn has not come since it was made, or came before the rotation began.
      if (turn < rotation.since || turn <= dayOf(createdAt)) return
      turns.set(turn, { part, objects: (turns.get(turn)?.objects ?? 0) + 1 })
    },
    list: (): RereadResult['missed'] =>
      [...turns]
        .sort(([a], [b]) => a - b)
        .map(([turn, { part, objects }]) => ({ day: isoDay(turn), part, of: rotation?.of ?? 1, objects })),
  }
}

function newestOf(readings: ReadonlyMap<string, readonly PieceReading[]>): string | null {
  let newest: Date | undefined
  for (const [first] of readings.values()) {
    if (first && (newest === undefined || first.time > newest)) newest = first.time
  }
  return newest?.toISOString() ?? null
}

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
  const isWithin = (time: Date) => today - dayOf(time) <= rereadDays
  const rotation = rotationOf(readings)
  const missed = createMissed(rotation, today)
  const [all, read, young, overdue] = [createSum(), createSum(), createSum(), createSum()]
  let oldest: { piece: StoredPiece; since: Date; everRead: boolean } | undefined
  for (const piece of pieces) {
    const number = numberOf(piece.key)
    const last = lastRead(readings.get(piece.id) ?? [], piece, number)
    const since = last ?? piece.createdAt
    all.add(piece)
    if (last && isWithin(last)) read.add(piece)
    else {
      ;(isWithin(since) ? young : overdue).add(piece)
      missed.add(piece, number)
    }
    if (oldest === undefined || since < oldest.since) oldest = { piece, since, everRead: last !== undefined }
  }
  return {
    days: rereadDays,
    ...all.sum,
    readObjects: read.sum.objects,
    readBytes: read.sum.bytes,
    newObjects: young.sum.objects,
    newBytes: young.sum.bytes,
    overdueObjects: overdue.sum.objects,
    overdueBytes: overdue.sum.bytes,
    oldest: oldest
      ? {
          id: oldest.piece.id,
          key: oldest.piece.key,
          since: oldest.since.toISOString(),
          everRead: oldest.everRead,
        }
      : null,
    missed: missed.list(),
    lastReading: newestOf(readings),
    rotation: rotation?.of ?? null,
  }
}
