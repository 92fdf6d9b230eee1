import type { Drivers, StoreMode } from '../commands/context.ts'
import type { DriverSchemas } from '../config/config.ts'
import type { Clock } from '../domain/clock.ts'
import type { Store } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'
import { dryRun } from '../stores/decorators/dry-run.ts'
import { withOldestVersions } from '../stores/decorators/oldest-version.ts'
import { readOnly } from '../stores/decorators/read-only.ts'
import { type RetryEvent, withRetry } from '../stores/decorators/retry.ts'
import { withThrottle } from '../stores/decorators/throttle.ts'
import { sources, stores } from './registry.ts'

function notBuilt(kind: string, type: string, built: readonly string[]): HoldfastError {
  return new HoldfastError('driver-not-built', `the ${kind} type ${type} is not built in this version`, {
    hint: `Use one of ${built.join(', ')}, or a version of Holdfast that has ${type}.`,
    context: { type },
  })
}

function builtOf(registry: Readonly<Record<string, { create?: unknown; open?: unknown }>>): string[] {
  return Object.keys(registry).filter(
    (type) => (registry[type]?.create ?? registry[type]?.open) !== undefined,
  )
}

/** The schemas of every driver's settings, for the configuration. */
export const driverSchemas: DriverSchemas = {
  sources: Object.fromEntries(Object.entries(sources).map(([type, { config }]) => [type, config])),
  destinations: Object.fromEntries(Object.entries(stores).map(([type, { config }]) => [type, config])),
}

/** Milliseconds between two words about a destination that has to be asked again. */
const quiet = 30_000

/** Hands on what is worth saying of many attempts: the third failure, and then one every half minute. */
function patience(name: string, clock: Clock, say: ((text: string) => void) | undefined) {
  let last = Number.NEGATIVE_INFINITY
  return ({ error, failures }: RetryEvent): void => {
    if (failures < 3 || clock.monotonic() - last < quiet) return
    last = clock.monotonic()
    say?.(`${name}: ${error.message}; trying again for up to 15 minutes`)
  }
}

function decorate(
  store: Store,
  mode: StoreMode,
  bandwidth: number | undefined,
  { clock, onPatience }: DriverSurroundings,
): Store {
  const limited = bandwidth === undefined ? store : withThrottle(store, { bytesPerSecond: bandwidth, clock })
  const onRetry = patience(store.name, clock, onPatience)
  const persistent = withRetry(limited, { clock, random: Math.random, onRetry })
  if (mode === 'probe') return persistent
  const steady = withOldestVersions(persistent)
  if (mode === 'read') return readOnly(steady)
  return mode === 'dry-run' ? dryRun(steady, { clock, report: () => undefined }) : steady
}

export interface DriverSurroundings {
  readonly clock: Clock
  /** Journals, caches, and what was found out about stores; 0700. */
  readonly stateDirectory: string
  readonly environment: Readonly<Record<string, string>>
  /** Hears of destinations that fail again and again; else nobody would know what a run is waiting for. */
  readonly onPatience?: (text: string) => void
}

/** The drivers of the registry as the commands see them. Errors: `driver-not-built`. */
export function createDrivers(surroundings: DriverSurroundings): Drivers {
  const { clock, stateDirectory, environment } = surroundings
  return {
    source(type, settings, leaveOut = []) {
      const driver = sources[type]
      if (driver?.create === undefined) throw notBuilt('source', type, builtOf(sources))
      return driver.create(settings, leaveOut)
    },
    localPath: ({ type, settings }) => stores[type]?.localPath?.(settings),
    remedy: ({ type, settings }, change) => stores[type]?.remedy?.(settings, change),
    async store({ name, type, settings, bandwidth }, mode, signal) {
      const driver = stores[type]
      if (driver?.open === undefined) throw notBuilt('destination', type, builtOf(stores))
      const store = await driver.open(name, settings, { clock, mode, signal, stateDirectory, environment })
      return decorate(store, mode, bandwidth, surroundings)
    },
  }
}
