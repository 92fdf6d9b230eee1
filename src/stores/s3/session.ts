import type { Clock } from '../../domain/clock.ts'
import type { Abilities } from './abilities.ts'
import type { Action } from './asked.ts'
import type { S3Settings } from './config.ts'
import { s3Error } from './errors.ts'
import type { Client, Sdk } from './sdk.ts'

/** What all calls of one store share. */
export interface Session {
  readonly name: string
  readonly sdk: Sdk
  readonly client: Client
  readonly settings: S3Settings
  readonly abilities: Abilities
  readonly clock: Clock
  /** Ends calls that have no signal of their own. */
  readonly signal: AbortSignal
  readonly host: string
  readonly region: string
}

/** One request, its failure translated. An abort throws the signal's own reason. */
export async function request<T>(
  session: Pick<Session, 'name' | 'settings' | 'host' | 'region' | 'signal'>,
  action: Action,
  key: string,
  send: (options: { abortSignal: AbortSignal }) => Promise<T>,
  signal: AbortSignal = session.signal,
): Promise<T> {
  signal.throwIfAborted()
  try {
    return await send({ abortSignal: signal })
  } catch (error) {
    signal.throwIfAborted()
    const { name, host, region, settings } = session
    throw s3Error(error, { store: name, host, region, bucket: settings.bucket, action, key })
  }
}
