import { Readable } from 'node:stream'

/**
 * A byte stream out of a generator whose signal also fires when the stream is destroyed. `Readable.from` has no such
 * thing: it waits for the generator, which may be waiting for a store that hangs.
 */
export function abortable(
  signal: AbortSignal,
  generate: (signal: AbortSignal) => AsyncGenerator<Uint8Array>,
): Readable {
  const destroyed = new AbortController()
  const generator = generate(AbortSignal.any([signal, destroyed.signal]))
  return new Readable({
    highWaterMark: 1 << 20,
    read() {
      generator.next().then(
        ({ done, value }) => this.push(done ? null : value),
        (error: Error) => this.destroy(error),
      )
    },
    destroy(error, callback) {
      destroyed.abort()
      const finish = () => callback(error)
      generator.return(undefined).then(finish, finish)
    },
  })
}
