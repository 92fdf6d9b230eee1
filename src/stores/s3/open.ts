import type { Clock } from '../../domain/clock.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { createPersistence, persist } from '../persistence.ts'
import { type Abilities, untried } from './abilities.ts'
import { createClient, placeOf } from './client.ts'
import type { S3Settings } from './config.ts'
import { probe, probeCreateOnly } from './probe.ts'
import type { ProbeTarget } from './probe-target.ts'
import { createMemory, type Memory } from './remembered.ts'
import { loadSdk } from './sdk.ts'
import { createStore } from './store.ts'
import { hasVersions } from './versioning.ts'

export interface S3Opening {
  readonly clock: Clock
  /** `write` tries what the bucket can do, unless that is remembered; `probe` tries it in any case; others do not try. */
  readonly mode: 'read' | 'write' | 'dry-run' | 'probe'
  readonly signal: AbortSignal
  readonly stateDirectory: string
  readonly environment: Readonly<Record<string, string>>
}

/** Somebody may be waiting at a terminal for the name that he mistyped. */
const patience = { read: 10_000, 'dry-run': 10_000, probe: 10_000, write: 60_000 }

/**
 * A role may write elsewhere only, as the drill's does: it gets what is safe to believe, and that is not remembered; but
 * where a bucket demands that writes create, it must know that they can.
 */
async function abilitiesToWrite(target: ProbeTarget, memory: Memory): Promise<Abilities> {
  try {
    const found = await probe(target)
    await memory.keep(found)
    return found
  } catch (error) {
    if (!hasCode(error, 'store-unwritable')) throw error
    return { ...(await abilitiesToRead(target)), createOnly: await probeCreateOnly(target) }
  }
}

async function abilitiesToRead(target: ProbeTarget): Promise<Abilities> {
  return { ...untried, versions: await hasVersions(target) }
}

/** What the bucket can do: remembered, tried, or what is safe to believe. */
async function abilitiesOf(target: ProbeTarget, opening: S3Opening): Promise<Abilities> {
  const { mode, stateDirectory, clock, signal } = opening
  const { host, settings } = target
  const memory = createMemory(stateDirectory, [host, settings.bucket, settings.prefix ?? ''], clock)
  const known = mode === 'probe' ? undefined : await memory.recall()
  if (known) return known
  const persistence = createPersistence({ clock, random: Math.random, limit: patience[mode] }, signal)
  return persist(persistence, async () => {
    try {
      return await (mode === 'write' || mode === 'probe'
        ? abilitiesToWrite(target, memory)
        : abilitiesToRead(target))
    } catch (error) {
      throw isUnknownHost(error) ? final(error) : error
    }
  })
}

function isUnknownHost(error: unknown): error is HoldfastError {
  return hasCode(error, 'store-unreachable') && error.context.system === 'ENOTFOUND'
}

/** Before the first success an unknown name is a mistyped one. */
function final({ code, message, hint, context, cause }: HoldfastError): HoldfastError {
  return new HoldfastError(code, message, { ...(hint === undefined ? {} : { hint }), context, cause })
}

/**
 * A bucket, or a prefix in it, of Amazon or of any store that speaks its protocol.
 *
 * Loads the SDK, finds the credentials, and finds out what the bucket honours. Errors: `store-credentials`,
 * `bucket-missing`, `region-wrong`, `clock-skew`, `tls-failed`, `store-unreachable`.
 */
export async function openS3Store(name: string, settings: S3Settings, opening: S3Opening): Promise<Store> {
  const { clock, signal, environment } = opening
  const sdk = await loadSdk()
  const place = placeOf(settings, environment)
  const client = await createClient(sdk, settings, place, { clock, environment })
  const { host, region } = place
  const target: ProbeTarget = { name, sdk, client, settings, clock, signal, host, region }
  return createStore({ ...target, abilities: await abilitiesOf(target, opening) })
}
