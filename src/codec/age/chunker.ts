/** Takes one chunk; valid only during the call. */
export type ChunkSink = (chunk: Uint8Array, index: number, final: boolean) => void

export interface Chunker {
  push(bytes: Uint8Array): void
  /** Emits the final chunk: what is left, which is empty only where nothing was pushed. */
  end(): void
}

/**
 * Cuts pieces of any size into chunks of `size`. A chunk is held back until it is known whether it is the last one,
 * since age marks that in its nonce.
 */
export function createChunker(size: number, emit: ChunkSink): Chunker {
  const pending = new Uint8Array(size)
  let used = 0
  let index = 0

  function fill(bytes: Uint8Array): Uint8Array {
    const taken = Math.min(size - used, bytes.length)
    pending.set(bytes.subarray(0, taken), used)
    used += taken
    return bytes.subarray(taken)
  }

  return {
    push(bytes) {
      let rest = bytes
      if (used > 0) {
        rest = fill(rest)
        if (rest.length === 0) return
        emit(pending, index++, false)
        used = 0
      }
      while (rest.length > size) {
        emit(rest.subarray(0, size), index++, false)
        rest = rest.subarray(size)
      }
      fill(rest)
    },
    end() {
      emit(pending.subarray(0, used), index, true)
    },
  }
}
