import { createHash, randomBytes } from 'node:crypto'
import type { PutStreamOptions, StoredObject } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { createPersistence, isRetryable, persist } from '../persistence.ts'
import { blockId, blocksAtOnce, cutBlocks, planBlocks } from './blocks.ts'
import { describe } from './object.ts'
import { conditionsOf, refuse, tierOf } from './refuse.ts'
import { blobOf, request, type Session } from './session.ts'
import { propertiesOf } from './stat.ts'

/** Name of the metadata by which a run knows the blob that it made. */
const runField = 'holdfastrun'

function archived(): HoldfastError {
  return new HoldfastError('store-unsupported', 'a single object cannot be read back from the archive', {
    hint: 'Use package: volumes with access-tier: Archive, or another tier for this job.',
  })
}

/** Sends one block, again and again where that helps; the service holds it against its MD5. */
function stage(session: Session, key: string, id: string, block: Buffer, signal: AbortSignal) {
  const md5 = createHash('md5').update(block).digest()
  const { clock } = session
  return persist(createPersistence({ clock, random: Math.random }, signal), () =>
    request(
      session,
      'write',
      key,
      (abortSignal) =>
        blobOf(session, key).stageBlock(id, block, block.length, {
          abortSignal,
          transactionalContentMD5: md5,
        }),
      signal,
    ),
  )
}

/** Stages all blocks, a few at once. Resolves with their ids in order and the bytes of all. */
async function stageAll(
  session: Session,
  key: string,
  blocks: AsyncIterable<Buffer>,
  nonce: string,
  signal: AbortSignal,
): Promise<{ ids: string[]; bytes: number }> {
  const failed = new AbortController()
  const either = AbortSignal.any([signal, failed.signal])
  const underWay = new Set<Promise<unknown>>()
  const ids: string[] = []
  let bytes = 0
  try {
    for await (const block of blocks) {
      either.throwIfAborted()
      const id = blockId(nonce, ids.length)
      ids.push(id)
      bytes += block.length
      const staging: Promise<unknown> = stage(session, key, id, block, either)
        .catch((error: unknown) => failed.abort(error))
        .finally(() => underWay.delete(staging))
      underWay.add(staging)
      if (underWay.size >= blocksAtOnce(block.length)) await Promise.race(underWay)
    }
    await Promise.all(underWay)
    either.throwIfAborted()
    return { ids, bytes }
  } finally {
    failed.abort()
    await Promise.all(underWay)
  }
}

/**
 * Puts one blob from a stream: staged blocks, which nobody sees, then the list that makes a blob of them. Blocks that a
 * dead run left are forgotten by the service with the next list, or after a week.
 */
export async function putStream(
  session: Session,
  key: string,
  body: AsyncIterable<Uint8Array>,
  options: PutStreamOptions,
): Promise<StoredObject> {
  const { signal, estimate, when } = options
  signal.throwIfAborted()
  refuse(options)
  const { tier } = tierOf(session, key, options.tier ?? session.tier)
  if (tier === 'Archive') throw archived()
  const plan = planBlocks(estimate)
  const blob = blobOf(session, key)
  await session.ready()
  const nonce = randomBytes(8).toString('hex')
  const { ids, bytes } = await stageAll(session, key, cutBlocks(body, plan), nonce, signal)
  let mayHaveLanded = false
  const commit = async (): Promise<StoredObject> => {
    try {
      const reply = await request(
        session,
        'write',
        key,
        (abortSignal) =>
          blob.commitBlockList(ids, {
            abortSignal,
            ...conditionsOf(when),
            ...(tier === undefined ? {} : { tier }),
            metadata: { [runField]: nonce },
          }),
        signal,
      )
      return describe(key, { ...reply, contentLength: bytes })
    } catch (error) {
      // The reply of an earlier attempt may have been lost after the service took the list.
      if (mayHaveLanded && hasCode(error, 'store-condition-failed')) {
        const there = await propertiesOf(session, key, signal)
        if (there?.metadata?.[runField] === nonce) return describe(key, there)
      }
      mayHaveLanded ||= isRetryable(error)
      throw error
    }
  }
  return persist(createPersistence({ clock: session.clock, random: Math.random }, signal), commit)
}
