import { createHash, hash } from 'node:crypto'
import { createBlockHash } from './block-hash.ts'
import type { SparseMap } from './pax.ts'
import type { ContentDigest } from './tar-member.ts'

/** Above this many bytes of holes only blocks with data are hashed: feeding zeros would block the thread for too long. */
const longestHoles = 16 * 1024 ** 3

const zeros = Buffer.alloc(1024 * 1024)

export interface ContentHash {
  update(data: Uint8Array): void
  digest(): ContentDigest
}

/** SHA-256 of all data in one piece: the fast way for the many small files. */
export function hashOnce(data: Uint8Array): ContentDigest {
  return { sha256: hash('sha256', data, 'hex') }
}

/** SHA-256 over data that arrives in pieces. */
export function createContentHash(): ContentHash {
  const state = createHash('sha256')
  return { update: (data) => void state.update(data), digest: () => ({ sha256: state.digest('hex') }) }
}

/**
 * SHA-256 over a sparse file's logical content: `update` takes its data segments, holes are hashed as zeros. Above
 * 16 GiB of holes over the blocks that hold data.
 */
export function createSparseHash(map: SparseMap, realSize: number): ContentHash {
  const dataBytes = map.reduce((sum, [, length]) => sum + length, 0)
  if (realSize - dataBytes > longestHoles) {
    const blocks = createBlockHash(map, realSize)
    return { update: blocks.update, digest: () => ({ blocksSha256: blocks.digest() }) }
  }
  const state = createHash('sha256')
  let position = 0
  let segment = 0
  let left = 0
  const fill = (until: number): void => {
    while (position < until) {
      const length = Math.min(zeros.length, until - position)
      state.update(length === zeros.length ? zeros : zeros.subarray(0, length))
      position += length
    }
  }
  return {
    update(data) {
      let rest = data
      while (rest.length > 0) {
        while (left === 0) {
          const [start, length] = map[segment] as readonly [number, number]
          segment += 1
          fill(start)
          left = length
        }
        const part = rest.subarray(0, left)
        state.update(part)
        position += part.length
        left -= part.length
        rest = rest.subarray(part.length)
      }
    },
    digest() {
      fill(realSize)
      return { sha256: state.digest('hex') }
    },
  }
}
