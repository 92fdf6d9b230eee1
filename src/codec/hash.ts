import { createHash, hash } from 'node:crypto'
import { createBLAKE3 } from 'hash-wasm'

export interface IncrementalHash {
  update(bytes: Uint8Array): void
  /** Lower-case hex; ends the hash. */
  hex(): string
}

/** Lower-case hex SHA-256 of `bytes`. */
export function sha256Hex(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

/** SHA-256, piece by piece. */
export function createSha256(): IncrementalHash {
  const sha256 = createHash('sha256')
  return {
    update(bytes) {
      sha256.update(bytes)
    },
    hex: () => sha256.digest('hex'),
  }
}

/** BLAKE3 with 32 bytes of output, piece by piece, in WebAssembly (some 600 MB/s). */
export async function createBlake3(): Promise<IncrementalHash> {
  const blake3 = await createBLAKE3()
  blake3.init()
  return {
    update(bytes) {
      blake3.update(bytes)
    },
    hex: () => blake3.digest('hex'),
  }
}
