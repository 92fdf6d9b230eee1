import type { VolumeRecord } from '../../src/domain/manifest.ts'

/** Where a file lies: in which backup, and where in its stream. */
export interface Extent {
  readonly path: string
  readonly id: string
  readonly offset: number
  readonly length: number
}

/** What was done to an object: a byte flipped, all behind a place cut off, or all of it. */
export interface Harm {
  readonly key: string
  readonly way: 'flip' | 'truncate' | 'delete'
  readonly at: number
}

const chunk = 65536
const sealed = chunk + 16
const frame = 2 * 1024 * 1024
const framesPerVolume = 8

/** The numbers of a volume's frames that a harm hits, by the format: age's chunks over zstd's frames. */
function framesHit({ bytes, frames }: VolumeRecord, { way, at }: Harm): number[] {
  const compressed = frames.reduce((sum, length) => sum + length, 0)
  const header = bytes - compressed - 16 * Math.max(1, Math.ceil(compressed / chunk))
  const all = frames.map((_, index) => index)
  if (way === 'delete' || at < header) return all
  const hit = Math.floor((at - header) / sealed)
  return all.filter((index) => {
    const begin = frames.slice(0, index).reduce((sum, length) => sum + length, 0)
    const end = begin + (frames[index] ?? 0)
    const [first, last] = [Math.floor(begin / chunk), Math.ceil(end / chunk) - 1]
    if (way === 'flip') return first <= hit && hit <= last
    return Math.min(bytes, header + (last + 1) * sealed) > at
  })
}

/** The paths of files of which a byte lies in a damaged frame. */
export function lostTo(
  harms: readonly Harm[],
  extents: readonly Extent[],
  volumes: ReadonlyMap<string, readonly VolumeRecord[]>,
): string[] {
  const bad = new Set<string>()
  for (const [id, records] of volumes) {
    for (const record of records) {
      const harm = harms.find(({ key }) => key === record.key)
      if (harm === undefined || record.stream !== 'tree') continue
      for (const number of framesHit(record, harm)) bad.add(`${id}/${record.seq * framesPerVolume + number}`)
    }
  }
  const isLost = ({ id, offset, length }: Extent) => {
    for (let at = Math.floor(offset / frame); at * frame < offset + length; at += 1)
      if (bad.has(`${id}/${at}`)) return true
    return false
  }
  return extents.filter(isLost).map(({ path }) => path)
}
