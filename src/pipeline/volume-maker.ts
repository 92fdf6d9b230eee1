import { streamPrefix, volumeName } from '../catalog/keys.ts'
import { sealVolumeHeader } from '../codec/volume.ts'
import type { VolumeRecord } from '../domain/manifest.ts'
import type { StreamOptions } from './stream-options.ts'
import type { SealTask, TaskResults } from './worker-messages.ts'
import { digest, seal } from './worker-tasks.ts'
import type { Workshop } from './workshop.ts'

type Settings = StreamOptions & { readonly frame: number; readonly span: number }

/** Makes and stores the volumes of one stream, as many at a time as there are buffers. */
export interface VolumeMaker {
  /** Starts the next volume, of the first `bytes` of `plain`, in a worker. Takes the buffer over. */
  make(plain: SharedArrayBuffer, bytes: number): void
  /** The same on this thread and without BLAKE3; resolves when stored. */
  makeHere(plain: SharedArrayBuffer, bytes: number): Promise<void>
  /** Volumes begun so far. */
  started(): number
  /** Resolves with all records in order when every volume is stored; rejects when the run fails. */
  finish(): Promise<VolumeRecord[]>
}

/** The maker of stream number `id`. A failure of any volume is a failure of the whole workshop. */
export function createVolumeMaker(shop: Workshop, id: number, settings: Settings): VolumeMaker {
  const { sink, onVolume, dataPrefix } = shop.options
  const prefix = settings.keyPrefix ?? streamPrefix(dataPrefix, settings.name)
  const records: VolumeRecord[] = []
  const { promise: done, resolve } = Promise.withResolvers<void>()
  let begun = 0
  let pending = 0
  let finishing = false

  function settled(): void {
    pending--
    if (finishing && pending === 0) resolve()
  }

  async function sealTask(plain: SharedArrayBuffer, bytes: number, seq: number): Promise<SealTask> {
    const { compression, frame, recipient, volumeHash = false } = settings
    // The age library is loaded here only, not in every worker.
    const header =
      recipient === undefined ? undefined : await sealVolumeHeader(recipient, { stream: settings.name, seq })
    const out = await shop.outs.take()
    const options = { compression, frame, ...(header ? { header } : {}) }
    return { type: 'seal', plain, bytes, out, options, plainHash: volumeHash }
  }

  async function hash(plain: SharedArrayBuffer, bytes: number): Promise<void> {
    if (settings.hashes.blake3) await shop.hashers.run({ type: 'hash', stream: id, plain, bytes })
  }

  async function store(
    out: SharedArrayBuffer,
    seq: number,
    bytes: number,
    sealed: TaskResults['seal'],
  ): Promise<void> {
    const slot = await shop.uploads.take()
    const key = `${prefix}/${volumeName(seq, sealed.sha256)}`
    await sink(key, Buffer.from(out, 0, sealed.bytes), sealed.sha256)
    shop.uploads.give(slot)
    const { sha256, frames } = sealed
    const record: VolumeRecord = { stream: settings.name, seq, key, bytes: sealed.bytes, sha256, frames }
    const { plainSha256 } = sealed
    const info = { plainOffset: seq * settings.span, plainBytes: bytes }
    await onVolume?.(record, plainSha256 === undefined ? info : { ...info, plainSha256 })
    shop.outs.give(out)
    records[seq] = record
  }

  /** Whether the volume is there from an earlier attempt: its plain bytes are hashed to be sure. */
  async function isKnown(
    seq: number,
    bytes: number,
    digestOf: () => Promise<TaskResults['digest']>,
  ): Promise<boolean> {
    const known = settings.known?.(seq)
    if (known === undefined || known.plainBytes !== bytes) return false
    const { sha256 } = await digestOf()
    if (sha256 !== known.plainSha256) return false
    const info = {
      plainOffset: seq * settings.span,
      plainBytes: bytes,
      plainSha256: sha256,
      known: true,
    } as const
    await onVolume?.(known.record, info)
    records[seq] = known.record
    return true
  }

  async function make(plain: SharedArrayBuffer, bytes: number, seq: number): Promise<void> {
    // Hashing begins at once and in order, whenever the volume gets its output buffer.
    const hashed = hash(plain, bytes)
    const task = { type: 'digest', plain, bytes } as const
    if (await isKnown(seq, bytes, () => shop.sealers.run(task))) {
      await hashed
      shop.plains.give(plain)
      return
    }
    const sealing = (async () => {
      const task = await sealTask(plain, bytes, seq)
      return { out: task.out, sealed: await shop.sealers.run(task) }
    })()
    const [{ out, sealed }] = await Promise.all([sealing, hashed])
    shop.plains.give(plain)
    await store(out, seq, bytes, sealed)
  }

  async function makeHere(plain: SharedArrayBuffer, bytes: number, seq: number): Promise<void> {
    if (await isKnown(seq, bytes, async () => digest({ type: 'digest', plain, bytes }))) {
      shop.plains.give(plain)
      return
    }
    const task = await sealTask(plain, bytes, seq)
    const sealed = seal(task)
    shop.plains.give(plain)
    await store(task.out, seq, bytes, sealed)
  }

  function track(volume: Promise<void>): Promise<void> {
    pending++
    return volume.then(settled, (error: unknown) => {
      void shop.fail(error)
    })
  }

  return {
    make: (plain, bytes) => void track(make(plain, bytes, begun++)),
    makeHere: (plain, bytes) => track(makeHere(plain, bytes, begun++)),
    started: () => begun,
    async finish() {
      finishing = true
      if (pending === 0) resolve()
      await Promise.race([done, shop.failed])
      return records
    },
  }
}
