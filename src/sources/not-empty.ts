import type { StreamObserver } from '../domain/source.ts'
import type { HoldfastError } from '../errors/error.ts'

/** Knows whether all of a stream passed; `empty` makes the error of one that ended well and held nothing. */
export function notEmpty(empty: () => HoldfastError): StreamObserver & { ended(): boolean } {
  let bytes = 0
  let ended = false
  return {
    write(chunk) {
      bytes += chunk.length
    },
    end() {
      if (bytes === 0) throw empty()
      ended = true
    },
    ended: () => ended,
  }
}
