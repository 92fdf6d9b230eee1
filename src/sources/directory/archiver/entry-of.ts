import type { BigIntStats } from 'node:fs'
import type { ByteString } from '../../../domain/index-entry.ts'

/** A name as text; undefined where it is not UTF-8, which archiver cannot write. */
export function textOf(name: ByteString): string | undefined {
  const bytes = Buffer.from(name, 'latin1')
  const text = bytes.toString('utf8')
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined
}

const second = 1_000_000_000n

/** A time in seconds with as many decimals as it has, as GNU tar writes it: `1795255199.82`. */
export function timeText(nanoseconds: bigint): string {
  const past = ((nanoseconds % second) + second) % second
  const seconds = (nanoseconds - past) / second
  const decimals = String(past).padStart(9, '0')
  if (past === 0n) return String(seconds)
  // A time before 1970 counts down: -0.25 is a quarter of a second before it.
  if (seconds < 0n) {
    const rest = second - past
    return `-${-(seconds + 1n)}.${String(rest).padStart(9, '0').replace(/0+$/, '')}`
  }
  return `${seconds}.${decimals.replace(/0+$/, '')}`
}

/** What the index says of any entry. */
export function metadataOf(stats: BigIntStats) {
  return {
    mode: Number(stats.mode & 0o7777n),
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    mtime: timeText(stats.mtimeNs),
  }
}
