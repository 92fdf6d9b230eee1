import { Readable } from 'node:stream'
import type { GetOptions } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { abortWith } from '../abort-with.ts'
import { watchIdle } from './idle.ts'
import { refuse } from './refuse.ts'
import { blobOf, request, type Session, translated } from './session.ts'
import { stat } from './stat.ts'

function short(key: string, wanted: number, found: number): HoldfastError {
  return new HoldfastError('object-damaged', `the object ${key} is shorter than the part asked for`, {
    hint: 'Restore from another destination, or from an earlier backup.',
    context: { key, wanted, found },
  })
}

/** The bytes of a reply, its errors translated; a reply that stops coming is one. */
async function* bytesOf(session: Session, key: string, reply: Readable, signal: AbortSignal) {
  const idle = watchIdle(session, reply)
  try {
    for await (const chunk of reply as AsyncIterable<Buffer>) {
      idle.progress()
      yield chunk
    }
  } catch (error) {
    signal.throwIfAborted()
    throw translated(session, 'read', key, error)
  } finally {
    idle.end()
  }
}

async function nothingOf(session: Session, key: string, offset: number): Promise<Readable> {
  const found = await stat(session, key)
  if (found === undefined) {
    throw new HoldfastError('store-not-found', `there is no ${key} in ${session.where}`, { context: { key } })
  }
  if (offset > found.bytes) throw short(key, offset, found.bytes)
  return Readable.from([], { objectMode: false })
}

/** Reads a blob or part of it. A part that it does not have is `object-damaged`, one in the archive `object-archived`. */
export async function get(session: Session, key: string, options: GetOptions): Promise<Readable> {
  const { signal, range } = options
  signal.throwIfAborted()
  refuse(options)
  const blob = blobOf(session, key)
  await session.ready()
  if (range?.length === 0) return nothingOf(session, key, range.offset)
  const { readableStreamBody: reply, contentLength = 0 } = await request(
    session,
    'read',
    key,
    (abortSignal) => blob.download(range?.offset ?? 0, range?.length, { abortSignal, maxRetryRequests: 0 }),
    signal,
  )
  // Never undefined in Node; only browsers get a Blob instead.
  const source = reply as Readable
  if (range !== undefined && contentLength < range.length) {
    source.destroy()
    throw short(key, range.length, contentLength)
  }
  const body = Readable.from(bytesOf(session, key, source, signal), { objectMode: false })
  // Nobody may ever read it; then nothing else would end the connection.
  body.once('close', () => source.destroy())
  abortWith(body, signal)
  return body
}
