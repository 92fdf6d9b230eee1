import type { Transform } from 'node:stream'

/** Compressed bytes that are decoded at a time: what they decode to is in memory at once. */
const slice = 64 * 1024

/**
 * What a decoder of zlib makes of a source, up to the very place where it fails: a stream that is piped drops what it
 * had decoded before the error. Throws the decoder's error or the source's, after all that came before it.
 */
export async function* decodeStream(
  source: AsyncIterable<Uint8Array>,
  decoder: Transform,
): AsyncGenerator<Buffer> {
  let ready: Buffer[] = []
  let failure: unknown
  decoder.on('data', (chunk: Buffer) => ready.push(chunk))
  // A write that fails is not answered, nor does a failed decoder end.
  let settle = (): void => undefined
  decoder.on('error', (error) => {
    failure ??= error
    settle()
  })
  decoder.on('end', () => settle())
  const take = (): Buffer[] => {
    const taken = ready
    ready = []
    return taken
  }
  const settled = (begin: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      settle = resolve
      begin(resolve)
    })
  try {
    for await (const piece of source) {
      for (let at = 0; at < piece.length && failure === undefined; at += slice) {
        const part = piece.subarray(at, at + slice)
        await settled((done) => decoder.write(part, () => done()))
        yield* take()
      }
      if (failure !== undefined) throw failure
    }
    await settled(() => decoder.end())
    yield* take()
    if (failure !== undefined) throw failure
  } finally {
    decoder.destroy()
  }
}
