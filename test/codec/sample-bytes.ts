/** Deterministic bytes, half of them compressible: xorshift32 seeded by `seed`. */
export function sampleBytes(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = (seed * 2654435761) >>> 0 || 1
  for (let at = 0; at < length; at++) {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    bytes[at] = (at >> 10) & 1 ? state & 0xff : 97 + (state & 3)
  }
  return bytes
}
