import type { Drivers, StoreMode } from '../commands/context.ts'
import type { DriverSchemas } from '../config/config.ts'
import type { Clock } from '../domain/clock.ts'
import type { Store } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'
import { withOldestVersions } from '../stores/decorators/oldest-version.ts'
import { readOnly } from '../stores/decorators/read-only.ts'
import { withRetry } from '../stores/decorators/retry.ts'
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

function decorate(store: Store, mode: StoreMode, clock: Clock, bandwidth: number | undefined): Store {
  const limited = bandwidth === undefined ? store : withThrottle(store, { bytesPerSecond: bandwidth, clock })
  const steady = withOldestVersions(withRetry(limited, { clock, random: Math.random }))
  return mode === 'read' ? readOnly(steady) : steady
}

export interface DriverSurroundings {
  readonly clock: Clock
  /** Journals, caches, and what was found out about stores; 0700. */
  readonly stateDirectory: string
  readonly environment: Readonly<Record<string, string>>
}

/** The drivers of the registry as the commands see them. Errors: `driver-not-built`. */
export function createDrivers({ clock, stateDirectory, environment }: DriverSurroundings): Drivers {
  return {
    source(type, settings, leaveOut = []) {
      const driver = sources[type]
      if (driver?.create === undefined) throw notBuilt('source', type, builtOf(sources))
      return driver.create(settings, leaveOut)
    },
    localPath: ({ type, settings }) => stores[type]?.localPath?.(settings),
    async store({ name, type, settings, bandwidth }, mode, signal) {
      const driver = stores[type]
      if (driver?.open === undefined) throw notBuilt('destination', type, builtOf(stores))
      const store = await driver.open(name, settings, { clock, mode, signal, stateDirectory, environment })
      return decorate(store, mode, clock, bandwidth)
    },
  }
}
