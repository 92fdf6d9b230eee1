import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { GetOptions, Store } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { abortWith } from '../abort-with.ts'
import type { Persistence } from '../persistence.ts'

/** Opens what is left of a body after the first `done` bytes. */
async function openRest(store: Store, key: string, options: GetOptions, done: number): Promise<Readable> {
  if (done === 0) return store.get(key, options)
  const { range } = options
  const end = range ? range.offset + range.length : (await store.stat(key))?.bytes
  const offset = (range?.offset ?? 0) + done
  if (end === undefined || end < offset) {
    throw new HoldfastError('object-damaged', `the object ${key} became shorter while it was read`, {
      context: { key },
    })
  }
  return store.get(key, { ...options, range: { offset, length: end - offset } })
}

/**
 * A body that outlives broken connections: after a retryable error it goes on where it stopped. A body of which bytes
 * arrived is resumed only where the store has ranges and no version was asked for without one; the parts of an object
 * that was replaced meanwhile do not match its hash, which every reader checks.
 */
export function resumedBody(
  store: Store,
  key: string,
  options: GetOptions,
  first: Readable,
  persistence: Persistence,
): Readable {
  let current = first
  let done = 0

  async function reopen(reason: unknown): Promise<void> {
    for (let error = reason; ; ) {
      if (done > 0 && !canResume(store, options)) throw error
      await persistence.after(error)
      try {
        current = await openRest(store, key, options, done)
        return
      } catch (next) {
        error = next
      }
    }
  }

  async function* bytes(): AsyncGenerator<Buffer> {
    for (;;) {
      try {
        for await (const chunk of current as AsyncIterable<Buffer>) {
          done += chunk.byteLength
          persistence.progress()
          yield chunk
        }
        return
      } catch (error) {
        await reopen(error)
      }
    }
  }

  const result = new PassThrough({ highWaterMark: first.readableHighWaterMark })
  result.once('close', () => current.destroy())
  // The reader of the result sees the error there; nobody waits for the pipeline itself.
  pipeline(bytes(), result).catch(() => {})
  abortWith(result, options.signal)
  return result
}

/** The length of an old version is not to be had from `stat`. */
function canResume(store: Store, { range, versionId }: GetOptions): boolean {
  return store.features.range && (range !== undefined || versionId === undefined)
}
