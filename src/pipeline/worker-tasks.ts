import { createBlake3, type IncrementalHash, sha256Hex } from '../codec/hash.ts'
import { openWholeFrames } from '../codec/open-whole.ts'
import { sealFrames } from '../codec/seal-frames.ts'
import type {
  DigestTask,
  HashEndTask,
  HashTask,
  OpenTask,
  SealTask,
  Task,
  TaskResults,
} from './worker-messages.ts'

/** Runs tasks one after another; keeps the hashes that are under way. */
export type TaskRunner = (task: Task) => Promise<TaskResults[keyof TaskResults]>

/** What a worker thread does with a task; also usable on the main thread. */
export function createTaskRunner(): TaskRunner {
  const hashes = new Map<number, IncrementalHash>()
  return async (task) => {
    switch (task.type) {
      case 'seal':
        return seal(task)
      case 'open':
        return open(task)
      case 'digest':
        return digest(task)
      case 'hash':
        return hash(hashes, task)
      case 'hash-end':
        return endHash(hashes, task)
    }
  }
}

/** Makes one volume. */
export function seal({ plain, bytes, out, options, plainHash }: SealTask): TaskResults['seal'] {
  const content = Buffer.from(plain, 0, bytes)
  const sealed = sealFrames(content, Buffer.from(out), options)
  return plainHash ? { ...sealed, plainSha256: sha256Hex(content) } : sealed
}

/** Opens one volume. */
export function open({ stored, volume, format, payloadKey }: OpenTask): TaskResults['open'] {
  const options = { ...(payloadKey ? { payloadKey } : {}), inPlace: true }
  return { frames: openWholeFrames(Buffer.from(stored, 0, volume.bytes), volume, format, options) }
}

/** The SHA-256 of plain bytes. */
export function digest({ plain, bytes }: DigestTask): TaskResults['digest'] {
  return { sha256: sha256Hex(Buffer.from(plain, 0, bytes)) }
}

async function hash(hashes: Map<number, IncrementalHash>, task: HashTask): Promise<null> {
  const started = hashes.get(task.stream) ?? (await createBlake3())
  hashes.set(task.stream, started)
  started.update(Buffer.from(task.plain, 0, task.bytes))
  return null
}

async function endHash(
  hashes: Map<number, IncrementalHash>,
  task: HashEndTask,
): Promise<TaskResults['hash-end']> {
  const started = hashes.get(task.stream) ?? (await createBlake3())
  hashes.delete(task.stream)
  return { hex: started.hex() }
}
