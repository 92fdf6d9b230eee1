import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceContext } from '../../domain/source.ts'
import { lockOnHost } from '../../process/host-lock.ts'
import { processExists } from '../../process/running-process.ts'
import { callZfs, callZpool, said } from './call.ts'

/** A dataset for the copies of one drill. */
export interface Throwaway {
  readonly dataset: string
  /** Absent under a given parent, whose pool is somebody's own. */
  readonly pool?: string
  /** Idempotent. */
  remove(): Promise<void>
}

const prefix = 'holdfast-drill-'
const smallest = 256 * 1024 ** 2

type DrillContext = Pick<SourceContext, 'environment' | 'signal' | 'stateDirectory'>

function marksOf({ stateDirectory }: DrillContext): string {
  return join(stateDirectory, 'zfs', 'drills')
}

async function destroy(context: DrillContext, parent: string | undefined, name: string): Promise<void> {
  try {
    if (parent === undefined) await callZpool(context, 'destroy', '-f', name)
    else await callZfs(context, 'destroy', '-r', `${parent}/${name}`)
  } catch (error) {
    if (!said(error, /no such pool|does not exist/)) throw error
  }
}

/** Removes what drills left that were killed: their marks are there, and their processes are not. */
async function sweep(context: DrillContext, parent: string | undefined): Promise<void> {
  const marks = marksOf(context)
  for (const file of await readdir(marks).catch(() => [])) {
    const [, name, pid] = /^(holdfast-drill-(\d+)-[0-9a-f]+)\.lock$/.exec(file) ?? []
    if (name === undefined || processExists(Number(pid))) continue
    await destroy(context, parent, name)
    for (const end of ['', '.pid']) await rm(join(marks, `${file}${end}`), { force: true })
  }
}

async function makePool(context: DrillContext, name: string, file: string, bytes: number): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    // Sparse: it takes the room that is really written.
    await handle.truncate(Math.max(smallest, Math.ceil((bytes * 1.5) / 2 ** 20) * 2 ** 20 + smallest))
  } finally {
    await handle.close()
  }
  const options = ['-o', 'cachefile=none', '-O', 'canmount=off', '-O', 'mountpoint=none']
  await callZpool(context, 'create', ...options, name, file)
}

/**
 * A pool on a file in `scratch` with room for `bytes`, or a dataset below `parent`. Needs root, or `create`, `receive`
 * and `destroy` on the parent. Errors: `tool-failed`.
 */
export async function openThrowaway(
  context: DrillContext,
  scratch: string,
  bytes: number,
  parent: string | undefined,
): Promise<Throwaway> {
  await mkdir(marksOf(context), { recursive: true, mode: 0o700 })
  await sweep(context, parent)
  const name = `${prefix}${process.pid}-${randomBytes(4).toString('hex')}`
  const mark = join(marksOf(context), `${name}.lock`)
  const lock = await lockOnHost(mark, name)
  const after = { ...context, signal: new AbortController().signal }
  let removed = false
  const remove = async (): Promise<void> => {
    if (removed) return
    await destroy(after, parent, name)
    removed = true
    lock.release()
    for (const end of ['', '.pid']) await rm(`${mark}${end}`, { force: true })
  }
  try {
    if (parent !== undefined) {
      await callZfs(context, 'create', '-o', 'canmount=off', '-o', 'mountpoint=none', `${parent}/${name}`)
      return { dataset: `${parent}/${name}`, remove }
    }
    await makePool(context, name, join(scratch, `${name}.img`), bytes)
    return { dataset: name, pool: name, remove }
  } catch (error) {
    await remove().catch(() => undefined)
    throw error
  }
}
