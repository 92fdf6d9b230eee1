import { createHash } from 'node:crypto'
import { readFile, readlink } from 'node:fs/promises'

/** Boot and process-id namespace: only within the same can process ids be compared. Undefined where there is no /proc. */
export async function currentMachine(): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`
  } catch {
    return undefined
  }
}

/** State and start time of a process: fields 3 and 22 of /proc/<pid>/stat; the name before them may hold anything. */
export async function readStatus(pid: number): Promise<{ state: string; startTime: string } | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [state, startTime] = [fields[0], fields[19]]
    return state && startTime ? { state, startTime } : undefined
  } catch {
    return undefined
  }
}

/** Whether a process has this id; one of another user is a process too. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** Whether a process of this machine is gone, a zombie, or its id is another's by now. */
export async function isProcessGone(pid: number, startTime: string): Promise<boolean> {
  const status = await readStatus(pid)
  if (status) return status.startTime !== startTime || status.state === 'Z' || status.state === 'X'
  // /proc may be mounted so that it hides the processes of other users; the kernel still knows them.
  return !processExists(pid)
}

async function machineDigest(): Promise<string> {
  const machine = (await currentMachine()) ?? ''
  return createHash('sha256').update(machine).digest('hex').slice(0, 8)
}

/**
 * This process, or another of this machine, as `<machine>-<pid>-<start>`: letters, digits and hyphens, for names and
 * labels of what would outlive a SIGKILL.
 */
export async function processToken(pid = process.pid): Promise<string> {
  const [machine, status] = await Promise.all([machineDigest(), readStatus(pid)])
  return `${machine}-${pid}-${status?.startTime ?? '0'}`
}

/** The process id in a token. */
export function pidOfToken(token: string): number {
  return Number(token.split('-')[1])
}

/** True only where it is sure: `token` names a process of this machine, and that is gone. */
export async function isTokenGone(token: string): Promise<boolean> {
  const [, machine, pid, start] = /^([0-9a-f]{8})-(\d+)-(\d+)$/.exec(token) ?? []
  if (pid === undefined || start === undefined || start === '0') return false
  return machine === (await machineDigest()) && isProcessGone(Number(pid), start)
}
