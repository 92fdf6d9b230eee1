import type { BlockBlobClient, ContainerClient } from '@azure/storage-blob'
import type { Clock } from '../../domain/clock.ts'
import { azureError, type Doing } from './errors.ts'
import type { Names } from './keys.ts'

/** Milliseconds until a reply begins: 16 MiB at 55 KiB/s, a slow uplink. */
const timeLimit = 300_000

/** What all calls of one store share. */
export interface Session {
  readonly name: string
  readonly container: ContainerClient
  readonly names: Names
  readonly clock: Clock
  /** Ends calls that have no signal of their own. */
  readonly signal: AbortSignal
  /** `account/container`, for messages. */
  readonly where: string
  /** Of `data/` only. */
  readonly tier: string | undefined
  /** Resolves once the container is known to be there; makes it where the store was opened for writing. */
  ready(): Promise<void>
}

/** The blob of a key. Errors: `store-unsupported` for a key that cannot be one. */
export function blobOf({ container, names }: Session, key: string): BlockBlobClient {
  return container.getBlockBlobClient(names.of(key))
}

/** One request, its failure translated. An abort throws the signal's own reason. */
export async function request<T>(
  session: Omit<Session, 'ready'>,
  doing: Doing['doing'],
  what: string,
  send: (abortSignal: AbortSignal) => Promise<T>,
  signal: AbortSignal = session.signal,
): Promise<T> {
  signal.throwIfAborted()
  const late = new AbortController()
  const answered = new AbortController()
  session.clock.sleep(timeLimit, answered.signal).then(
    () => late.abort(),
    () => undefined,
  )
  try {
    return await send(AbortSignal.any([signal, late.signal]))
  } catch (error) {
    signal.throwIfAborted()
    throw translated(session, doing, what, error)
  } finally {
    answered.abort()
  }
}

/** What an error of a call means. */
export function translated(
  { name, where, container, clock }: Omit<Session, 'ready'>,
  doing: Doing['doing'],
  what: string,
  error: unknown,
): unknown {
  const { host } = new URL(container.url)
  return azureError(error, { doing, what, where, host, store: name, now: clock.now() })
}
