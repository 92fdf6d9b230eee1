import { brokenTar } from './damage.ts'
import type { SparseMap } from './pax.ts'

export interface SparseMapReader {
  /** Takes the next block of data; returns the map once it is complete. */
  add(block: Buffer): SparseMap | undefined
}

function number(text: string, offset: number): number {
  const parsed = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(parsed)) throw brokenTar('a bad sparse map', offset)
  return parsed
}

/** Reads the map at the head of a sparse 1.0 member: decimal numbers, a line each, padded to a block. */
export function createSparseMapReader(offset: number): SparseMapReader {
  const blocks: Buffer[] = []
  let newlines = 0
  let wanted: number | undefined
  return {
    add(block) {
      blocks.push(Buffer.from(block))
      for (const byte of block) if (byte === 10) newlines += 1
      if (wanted === undefined) {
        const end = block.indexOf(10)
        if (end < 0) throw brokenTar('a bad sparse map', offset)
        wanted = 1 + 2 * number(block.toString('latin1', 0, end), offset)
      }
      if (newlines < wanted) return undefined
      const lines = Buffer.concat(blocks).toString('latin1').split('\n', wanted)
      return Array.from({ length: (wanted - 1) / 2 }, (_, index) => [
        number(lines[1 + 2 * index] as string, offset),
        number(lines[2 + 2 * index] as string, offset),
      ])
    },
  }
}

/** Refuses a map that is not ascending, overlaps or leaves the file. */
export function checkSparseMap(map: SparseMap, realSize: number, dataSize: number, offset: number): void {
  let end = 0
  let total = 0
  for (const [start, length] of map) {
    if (start < end || start + length > realSize) throw brokenTar('an impossible sparse map', offset)
    end = start + length
    total += length
  }
  if (total !== dataSize) throw brokenTar('a sparse map that does not fit its data', offset)
}
