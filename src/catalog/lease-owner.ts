import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

/** A process that holds or wants a lease. */
export interface LeaseOwner {
  readonly host: string
  readonly pid: number
  /** When the process started, in clock ticks since boot; tells it from a later process of the same id. */
  readonly startTime?: string | undefined
  /** Boot and process-id namespace: only within the same can process ids be compared. Host names may repeat. */
  readonly machine?: string | undefined
  /** A run's URL or id, for people. */
  readonly run?: string | undefined
}

/** This process as an owner. Where there is no /proc, without start time and machine. */
export async function currentOwner(run?: string): Promise<LeaseOwner> {
  const [machine, status] = await Promise.all([currentMachine(), readStatus(process.pid)])
  return {
    host: hostname(),
    pid: process.pid,
    ...(status && { startTime: status.startTime }),
    ...(machine && { machine }),
    ...(run && { run }),
  }
}

/** Whether the owner is a process of this very machine and container, so that its life can be known. */
export async function isLocalOwner(owner: LeaseOwner): Promise<boolean> {
  return (
    owner.machine !== undefined && owner.startTime !== undefined && owner.machine === (await currentMachine())
  )
}

/** True only where it is sure: the owner was a process here, and is gone, a zombie, or its id is another's by now. */
export async function isOwnerDead(owner: LeaseOwner): Promise<boolean> {
  if (!(await isLocalOwner(owner))) return false
  const status = await readStatus(owner.pid)
  if (status) return status.startTime !== owner.startTime || status.state === 'Z' || status.state === 'X'
  // /proc may be mounted so that it hides the processes of other users; the kernel still knows them.
  return !processExists(owner.pid)
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

async function currentMachine(): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`
  } catch {
    return undefined
  }
}

/** Fields 3 and 22 of /proc/<pid>/stat (proc(5)); the name before them may hold spaces and parentheses. */
async function readStatus(pid: number): Promise<{ state: string; startTime: string } | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [state, startTime] = [fields[0], fields[19]]
    return state && startTime ? { state, startTime } : undefined
  } catch {
    return undefined
  }
}
