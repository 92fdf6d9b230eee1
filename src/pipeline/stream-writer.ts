import { createBlake3, createSha256 } from '../codec/hash.ts'
import type { VolumeRecord } from '../domain/manifest.ts'
import { HoldfastError } from '../errors/error.ts'
import type { StreamOptions } from './stream-options.ts'
import { createVolumeMaker } from './volume-maker.ts'
import { defaultFrame, defaultSpan, smallestFrame, type Workshop } from './workshop.ts'

export interface StreamResult {
  /** Plain bytes. */
  readonly bytes: number
  readonly sha256?: string
  readonly blake3?: string
  /** In order; none where the stream was empty. */
  readonly volumes: VolumeRecord[]
  readonly storedBytes: number
}

export interface StreamWriter {
  /**
   * Takes a chunk. A returned promise means: wait for it before the next write, and leave the chunk alone until then.
   * Throws what the run failed of.
   */
  write(chunk: Uint8Array): void | Promise<void>
  /** Seals what is left and resolves when every volume is stored. Further calls return the same promise. */
  end(): Promise<StreamResult>
  /** Rejects when the run fails, also while nobody writes. Never unhandled. */
  readonly failed: Promise<never>
}

/** One stream of a run: fills plain buffers and hands them on. `id` tells streams apart in the hash worker. */
export function createStreamWriter(shop: Workshop, id: number, options: StreamOptions): StreamWriter {
  const frame = options.frame ?? defaultFrame
  const span = options.span ?? defaultSpan
  if (frame < smallestFrame || frame > span || span > shop.largestSpan) {
    throw new HoldfastError('internal', `volumes of ${span} bytes in frames of ${frame} are not possible`)
  }
  const maker = createVolumeMaker(shop, id, { ...options, frame, span })
  const sha256 = options.hashes.sha256 ? createSha256() : undefined
  shop.plains.resize(1)
  let current: SharedArrayBuffer | undefined
  let used = 0
  let bytes = 0
  let state: 'open' | 'waiting' | 'ended' = 'open'
  let result: Promise<StreamResult> | undefined

  /** Copies as much as there are free buffers for; returns the rest. */
  function copy(chunk: Uint8Array): Uint8Array {
    let rest = chunk
    while (rest.length > 0) {
      current ??= shop.plains.tryTake()
      if (!current) break
      const taken = Math.min(span - used, rest.length)
      Buffer.from(current).set(taken === rest.length ? rest : rest.subarray(0, taken), used)
      rest = rest.subarray(taken)
      used += taken
      if (used < span) break
      maker.make(current, used)
      current = undefined
      used = 0
    }
    return rest
  }

  async function drain(chunk: Uint8Array): Promise<void> {
    state = 'waiting'
    let rest = chunk
    while (rest.length > 0) {
      current ??= await shop.plains.take()
      rest = copy(rest)
    }
    shop.check()
    state = 'open'
  }

  async function finish(): Promise<StreamResult> {
    const plain = current
    current = undefined
    let blake3: string | undefined
    if (plain && maker.started() === 0 && shop.sealers.started() === 0) {
      blake3 = options.hashes.blake3 ? await hashHere(plain, used) : undefined
      await maker.makeHere(plain, used)
    } else {
      if (plain) maker.make(plain, used)
      if (options.hashes.blake3) blake3 = await endBlake3()
    }
    shop.plains.resize(-1)
    const volumes = await maker.finish()
    shop.check()
    return {
      bytes,
      ...(sha256 ? { sha256: sha256.hex() } : {}),
      ...(blake3 === undefined ? {} : { blake3 }),
      volumes,
      storedBytes: volumes.reduce((sum, volume) => sum + volume.bytes, 0),
    }
  }

  async function endBlake3(): Promise<string> {
    if (maker.started() === 0) return (await createBlake3()).hex()
    return (await shop.hashers.run({ type: 'hash-end', stream: id })).hex
  }

  return {
    write(chunk) {
      shop.check()
      if (state !== 'open') throw new HoldfastError('internal', `a stream that is ${state} was written to`)
      sha256?.update(chunk)
      bytes += chunk.length
      const rest = copy(chunk)
      if (rest.length > 0) return drain(rest)
    },
    end() {
      if (!result && state === 'waiting') {
        return Promise.reject(new HoldfastError('internal', 'a stream was ended while a write was waiting'))
      }
      state = 'ended'
      result ??= Promise.race([finish(), shop.failed])
      return result
    },
    failed: shop.failed,
  }
}

async function hashHere(plain: SharedArrayBuffer, bytes: number): Promise<string> {
  const blake3 = await createBlake3()
  blake3.update(Buffer.from(plain, 0, bytes))
  return blake3.hex()
}
