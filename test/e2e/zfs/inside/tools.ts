import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hashTree } from '../../../../src/sources/zfs/tree-hash.ts'

/** Runs a command; throws with what it said. */
export function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

/** What a command writes, as it is. */
export function bytesOf(command: string, ...args: readonly string[]): Buffer {
  return execFileSync(command, args, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** One property of a dataset or snapshot. */
export function get(property: string, name: string): string {
  return run('zfs', 'get', '-Hp', '-o', 'value', property, name)
}

/** Names of snapshots and bookmarks below a dataset. */
export function points(dataset: string): string[] {
  const text = run('zfs', 'list', '-H', '-t', 'snapshot,bookmark', '-o', 'name', '-r', dataset)
  return text === '' ? [] : text.split('\n')
}

/** Writes random files into a mounted dataset. */
export function fill(dataset: string, name: string, bytes: number): void {
  writeFileSync(join('/', dataset, name), randomBytes(bytes))
}

/** The device of a volume: there is no udev in here, so its number has to be found out. */
export function deviceOf(volume: string): string {
  for (const name of run('sh', '-c', 'ls /dev | grep -E "^zd[0-9]+$"').split('\n')) {
    if (run('/usr/lib/udev/zvol_id', `/dev/${name}`) === volume) return `/dev/${name}`
  }
  throw new Error(`no device of ${volume}`)
}

/** SHA-256 of the first bytes of a file or device. */
export function hashOf(path: string, bytes: number): string {
  const file = openSync(path, 'r')
  const buffer = Buffer.alloc(bytes)
  try {
    readSync(file, buffer, 0, bytes, 0)
  } finally {
    closeSync(file)
  }
  return createHash('sha256').update(buffer).digest('hex')
}

/** One hash over all files of a mounted dataset. */
export async function tree(path: string): Promise<string> {
  return (await hashTree(path, new AbortController().signal)).hash
}

/** Mounts a restored dataset, which is `canmount=noauto`, and tells where. */
export function mount(dataset: string): string {
  if (get('mounted', dataset) !== 'yes') run('zfs', 'mount', dataset)
  return get('mountpoint', dataset)
}

/** Guids of the snapshots of one dataset, oldest first. */
export function guidsOf(dataset: string): string[] {
  const order = ['-s', 'createtxg', '-d', '1']
  const text = run('zfs', 'list', '-Hp', '-t', 'snapshot', '-o', 'guid', ...order, dataset)
  return text === '' ? [] : text.split('\n')
}

/** Tags of the holds on a snapshot. */
export function holdsOf(snapshot: string): string[] {
  const text = run('zfs', 'holds', '-H', snapshot)
  return text === '' ? [] : text.split('\n').map((line) => line.split('\t')[1] ?? '')
}

/** Waits for something, ten minutes at most. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 12_000) throw new Error(`${what} did not come`)
    await sleep(50)
  }
}
