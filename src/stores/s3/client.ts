import type { Clock } from '../../domain/clock.ts'
import { createAgents } from './agents.ts'
import type { S3Settings } from './config.ts'
import { credentialsOf } from './credentials.ts'
import { noteServerDate } from './middleware.ts'
import type { Client, Sdk } from './sdk.ts'

/** A connection without a byte in either direction for so long is dead. */
const idle = 120_000
/** Even a slow line has sent a part of 64 MiB by then. */
const longest = 900_000

export interface ClientOptions {
  readonly clock: Clock
  readonly environment: Readonly<Record<string, string>>
}

/** Where the store is, for messages and for what is remembered of it. */
export interface Place {
  readonly host: string
  readonly region: string
  readonly endpoint: string | undefined
}

export function placeOf(settings: S3Settings, environment: Readonly<Record<string, string>>): Place {
  const region = settings.region ?? (environment.AWS_REGION || environment.AWS_DEFAULT_REGION || 'us-east-1')
  const endpoint =
    settings.endpoint ?? (environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL || undefined)
  return {
    region,
    endpoint,
    host: endpoint === undefined ? `s3.${region}.amazonaws.com` : new URL(endpoint).host,
  }
}

/**
 * The SDK's client as we want it: our own retries, no `Expect: 100-continue` (it costs a connection for every object),
 * no second checksum of the body, kept-alive connections, time limits that throw.
 */
export async function createClient(
  sdk: Sdk,
  settings: S3Settings,
  { region, endpoint }: Place,
  options: ClientOptions,
): Promise<Client> {
  const requestHandler = {
    ...createAgents(options.environment),
    connectionTimeout: 10_000,
    socketTimeout: idle,
    requestTimeout: longest,
    throwOnRequestTimeout: true,
  }
  const credentials = await credentialsOf(settings, { ...options, region, requestHandler })
  const client = new sdk.S3Client({
    region,
    // Other stores rarely have a name for every bucket.
    forcePathStyle: settings.pathStyle ?? endpoint !== undefined,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    requestHandler,
    maxAttempts: 1,
    expectContinueHeader: false,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  noteServerDate(client)
  return client
}
