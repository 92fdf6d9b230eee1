import { createBlake3, type IncrementalHash, sha256Hex } from '../codec/hash.ts'
import { openVolume } from '../codec/open-volume.ts'
import { sealVolume } from '../codec/volume.ts'
import { Secret } from '../domain/secret.ts'
import type { HashEndTask, HashTask, OpenTask, SealTask, Task, TaskResults } from './worker-messages.ts'

/** Runs tasks one after another; keeps the hashes that are under way. */
export type TaskRunner = (task: Task) => Promise<TaskResults[keyof TaskResults]>

/** What a worker thread does with a task; also usable on the main thread. */
export function createTaskRunner(): TaskRunner {
  const hashes = new Map<number, IncrementalHash>()
  return (task) => {
    switch (task.type) {
      case 'seal':
        return seal(task)
      case 'open':
        return open(task)
      case 'hash':
        return hash(hashes, task)
      case 'hash-end':
        return endHash(hashes, task)
    }
  }
}

/** Makes one volume. */
export async function seal(task: SealTask): Promise<TaskResults['seal']> {
  const plain = Buffer.from(task.plain, 0, task.bytes)
  const sealed = await sealVolume(plain, Buffer.from(task.out), task.options)
  return task.plainHash ? { ...sealed, plainSha256: sha256Hex(plain) } : sealed
}

/** Opens one volume. */
export async function open(task: OpenTask): Promise<TaskResults['open']> {
  const stored = Buffer.from(task.stored, 0, task.volume.bytes)
  const plain = await openVolume(stored, task.volume, task.format, {
    ...(task.identity === undefined ? {} : { identity: new Secret(task.identity) }),
    out: Buffer.from(task.out),
    inPlace: true,
  })
  return { bytes: plain.length }
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
