import { damaged } from './damage.ts'

const magic = 0xfd2fb528
const rleBlock = 1

/**
 * Length of the zstd frame at the start of `bytes` (RFC 8878, section 3.1.1), or undefined while not all of it is there.
 * `object-damaged` where no frame begins. Node's streaming decoder drops what follows a frame in the same piece of
 * input, so frames have to be told apart before it sees them.
 */
export function zstdFrameLength(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 5) return undefined
  if (view.getUint32(0, true) !== magic) throw damaged('a zstd frame does not begin where it should')
  const descriptor = view.getUint8(4)
  let at = 5 + headerBytes(descriptor)
  for (;;) {
    if (at + 3 > bytes.length) return undefined
    const block = view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16)
    at += 3 + (((block >> 1) & 3) === rleBlock ? 1 : block >> 3)
    if (block & 1) break
  }
  // Bit 2: a checksum of four bytes ends the frame.
  const end = descriptor & 4 ? at + 4 : at
  return end <= bytes.length ? end : undefined
}

/** Bytes of the frame header after its descriptor: window, dictionary, content size. */
function headerBytes(descriptor: number): number {
  const single = (descriptor >> 5) & 1
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0
  const content = [single, 2, 4, 8][descriptor >> 6] ?? 0
  return (single ? 0 : 1) + dictionary + content
}
