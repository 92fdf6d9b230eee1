import { createHash } from 'node:crypto'
import type { Clock } from '../../domain/clock.ts'
import type { PutOptions, StoredObject } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { list } from './list.ts'
import { describe, sha256Field } from './object.ts'
import { conditionsOf, refuse, tierOf } from './refuse.ts'
import { blobOf, request, type Session } from './session.ts'

const slice = 2 * 1024 * 1024

/** SHA-256 and MD5 of a body, with room for others between the slices. */
async function hashesOf(
  body: Uint8Array,
  clock: Clock,
  signal: AbortSignal,
): Promise<{ sha256: string; md5: Buffer }> {
  const sha256 = createHash('sha256')
  const md5 = createHash('md5')
  for (let at = 0; at < body.byteLength; at += slice) {
    if (at > 0) await clock.sleep(0, signal)
    const piece = body.subarray(at, at + slice)
    sha256.update(piece)
    md5.update(piece)
  }
  return { sha256: sha256.digest('hex'), md5: md5.digest() }
}

function mismatch(key: string, expected: string, found: string): HoldfastError {
  return new HoldfastError('store-checksum-mismatch', `the bytes of ${key} do not match their sha-256`, {
    context: { key, expected, found },
  })
}

/** The SDK takes a view for the whole of its memory; a Buffer it sends as it is. */
function bufferOf(body: Uint8Array): Buffer {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength)
}

/**
 * A signature that may create and not replace (`c` without `w`) is refused where a blob is there already, before any
 * condition is looked at: to whoever wanted to create, that is the condition's answer.
 */
async function isThere(session: Session, key: string, error: unknown): Promise<boolean> {
  if (!hasCode(error, 'store-unwritable') || error.context.status !== 403) return false
  for await (const found of list(session, key)) return found.key === key
  return false
}

/**
 * Puts one blob. The bytes are held against their SHA-256 here, and against an MD5 of the same bytes by the service,
 * which has no SHA-256: what is altered on the way is refused, and the reply must show that MD5 again.
 */
export async function put(
  session: Session,
  key: string,
  body: Uint8Array,
  options: PutOptions,
): Promise<StoredObject> {
  const { signal, sha256, when, tier } = options
  signal.throwIfAborted()
  refuse(options)
  const blob = blobOf(session, key)
  const found = await hashesOf(body, session.clock, signal)
  if (found.sha256 !== sha256) throw mismatch(key, sha256, found.sha256)
  await session.ready()
  const reply = await request(
    session,
    'write',
    key,
    (abortSignal) =>
      blob.upload(bufferOf(body), body.byteLength, {
        abortSignal,
        ...conditionsOf(when),
        ...tierOf(session, key, tier),
        metadata: { [sha256Field]: sha256 },
        blobHTTPHeaders: { blobContentMD5: found.md5 },
      }),
    signal,
  ).catch(async (error: unknown) => {
    if (when === undefined || !('absent' in when) || !(await isThere(session, key, error))) throw error
    throw new HoldfastError(
      'store-condition-failed',
      `${key} is not as the condition of the write wants it`,
      {
        context: { key, destination: session.name },
        cause: error,
      },
    )
  })
  if (reply.contentMD5 === undefined || !found.md5.equals(reply.contentMD5)) {
    throw new HoldfastError('store-lied', `${session.name} took ${key} and has another MD5 of it`, {
      hint: 'Check that nothing between this host and Azure changes what is sent.',
      context: { key, destination: session.name },
    })
  }
  return describe(key, { ...reply, contentLength: body.byteLength }, sha256)
}
