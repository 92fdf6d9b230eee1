/** Cuts bytes into lines with their newline; a line may be as long as a packet. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let from = 0
    for (;;) {
      const at = bytes.indexOf(10, from)
      if (at < 0) break
      const piece = bytes.subarray(from, at + 1)
      yield parts.length === 0 ? piece : Buffer.concat([...parts, piece])
      parts = []
      from = at + 1
    }
    // Chunks may be given back to their pool: what is kept is copied.
    if (from < bytes.length) parts.push(Buffer.from(bytes.subarray(from)))
  }
  if (parts.length > 0) yield Buffer.concat(parts)
}
