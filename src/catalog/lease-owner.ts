import { hostname } from 'node:os'
import { currentMachine, isProcessGone, readStatus } from '../process/running-process.ts'

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
  if (owner.startTime === undefined || !(await isLocalOwner(owner))) return false
  return isProcessGone(owner.pid, owner.startTime)
}
