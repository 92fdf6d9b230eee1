import { createHash, hash } from 'node:crypto'
import type { SparseMap } from './pax.ts'

const blockBytes = 1024 * 1024
const zeros = Buffer.alloc(blockBytes)

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

/**
 * A hash of a file that is mostly holes, at the cost of its data alone: the SHA-256 over each mebibyte that is not all
 * zeros, as its number (8 bytes, big-endian) and its own SHA-256 (32 bytes), and over the file's size (8 bytes). Where
 * the holes lie does not matter, only what one reads. `update` takes the data segments of `map`, in any pieces.
 */
export function createBlockHash(map: SparseMap, realSize: number) {
  const state = createHash('sha256')
  const block = Buffer.alloc(blockBytes)
  let number = 0
  let used = false
  let segment = 0
  let at = 0
  let left = 0

  function finishBlock(): void {
    if (used && !block.equals(zeros))
      state.update(numberBytes(number)).update(hash('sha256', block, 'buffer'))
    if (used) block.fill(0)
    used = false
  }

  /** The part of `data` that lies in one block. */
  function put(data: Uint8Array): number {
    const inside = at % blockBytes
    const current = (at - inside) / blockBytes
    if (current !== number) finishBlock()
    number = current
    const part = data.subarray(0, Math.min(left, blockBytes - inside))
    block.set(part, inside)
    used = true
    return part.length
  }

  return {
    update(data: Uint8Array): void {
      for (let rest = data; rest.length > 0; ) {
        while (left === 0) {
          const [start, length] = map[segment] as readonly [number, number]
          segment += 1
          at = start
          left = length
        }
        const length = put(rest)
        at += length
        left -= length
        rest = rest.subarray(length)
      }
    },
    digest(): string {
      finishBlock()
      return state.update(numberBytes(realSize)).digest('hex')
    },
  }
}
