import { createChunker } from '../codec/age/chunker.ts'
import { headerLength, openHeader } from '../codec/age/header.ts'
import { chunkBytes, openChunk, sealedChunkBytes } from '../codec/age/payload.ts'
import type { Secret } from '../domain/secret.ts'

/** The content of an age file that arrives in pieces; nothing unauthenticated is yielded. Throws as `decryptBytes` does. */
export async function* decryptStream(
  source: AsyncIterable<Uint8Array>,
  identity: Secret | readonly Secret[],
): AsyncGenerator<Uint8Array> {
  const identities = Array.isArray(identity) ? identity : [identity]
  let head: Uint8Array | undefined = new Uint8Array(0)
  let out: Uint8Array = head
  let at = 0
  let payloadKey = new Uint8Array(0)
  const chunker = createChunker(sealedChunkBytes, (chunk, index, final) => {
    at += openChunk(payloadKey, index, final, chunk, out, at)
  })
  for await (const piece of source) {
    let body = piece
    if (head) {
      head = Buffer.concat([head, piece])
      if (headerLength(head) === undefined) continue
      const header = await openHeader(head, { identities })
      payloadKey = Uint8Array.from(header.payloadKey)
      body = head.subarray(header.length)
      head = undefined
    }
    out = Buffer.allocUnsafeSlow(body.length + chunkBytes)
    at = 0
    let failure: { readonly error: unknown } | undefined
    try {
      chunker.push(body)
    } catch (error) {
      failure = { error }
    }
    // Chunks in front of a damaged one are whole.
    if (at > 0) yield out.subarray(0, at)
    if (failure !== undefined) throw failure.error
  }
  // A file that ends within its header: says so.
  if (head) await openHeader(head, { identities })
  out = Buffer.allocUnsafeSlow(chunkBytes)
  at = 0
  chunker.end()
  if (at > 0) yield out.subarray(0, at)
}
