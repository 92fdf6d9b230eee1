import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { processExists } from './running-process.ts'

/** Boot and process-id namespace as eight digits: only within the same can process ids be compared. */
async function machineTag(): Promise<string> {
  const parts = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ])
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 8)
}

/** Removes directories of the same kind whose process here is gone: a SIGKILL gives nobody the time to tidy up. */
async function sweep(parent: string, start: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = name.startsWith(start) ? /^(\d+)-\w+$/.exec(name.slice(start.length))?.[1] : undefined
    if (pid === undefined || processExists(Number(pid))) continue
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/**
 * Makes a directory of mode 0700 in `parent`, named `<prefix>-<machine>-<pid>-<random>`, after it has removed those that
 * processes of this machine left behind when they were killed. One that outlives this process bears the id of the process
 * that it is to live as long as.
 */
export async function makePrivateDirectory(
  parent: string,
  prefix: string,
  pid: number = process.pid,
): Promise<string> {
  const start = `${prefix}-${await machineTag()}-`
  await sweep(parent, start)
  return mkdtemp(join(parent, `${start}${pid}-`))
}
