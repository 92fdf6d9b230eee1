import type { CommandContext } from '../../src/commands/context.ts'
import { createDrivers, driverSchemas } from '../../src/composition/drivers.ts'
import { loadConfig } from '../../src/config/config.ts'
import type { Clock } from '../../src/domain/clock.ts'
import type { Event } from '../../src/domain/event.ts'
import type { Store } from '../../src/domain/store.ts'
import { systemClock } from '../../src/process/clock.ts'
import { readOnly } from '../../src/stores/decorators/read-only.ts'
import { withRetry } from '../../src/stores/decorators/retry.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import type { Workspace } from './workspace.ts'

/** Waits for retries and for listings to catch up are over at once; beats of leases and timeouts take their time. */
const hasty: Clock = {
  ...systemClock,
  sleep: (milliseconds, signal) => systemClock.sleep(milliseconds < 10_000 ? 1 : milliseconds, signal),
}

/** A command's context in this process, as the command line makes it, with `stores` in the place of the destinations. */
export function contextOf(
  space: Workspace,
  stores: Readonly<Record<string, Store>>,
  changes: Partial<CommandContext> = {},
): CommandContext & { readonly events: readonly Event[] } {
  const environment = { PATH: process.env.PATH ?? '' }
  const drivers = createDrivers({ clock: systemClock, stateDirectory: space.path('state'), environment: {} })
  const events: Event[] = []
  const read = (file: string) => loadConfig({ file, cwd: space.root, environment, drivers: driverSchemas })
  return {
    config: read(space.path('holdfast.yml')),
    readConfig: read,
    drivers: {
      source: drivers.source,
      localPath: () => undefined,
      remedy: () => undefined,
      async store({ name }, mode) {
        const store = stores[name]
        if (store === undefined) throw new Error(`the test gives no store ${name}`)
        const steady = withRetry(store, { clock: hasty, random: () => 0 })
        return mode === 'read' ? readOnly(steady) : steady
      },
    },
    clock: hasty,
    rehearsal: false,
    reporter: { on: (event) => void events.push(event) },
    signal: new AbortController().signal,
    environment,
    cwd: space.root,
    stateDirectory: space.path('state'),
    workerUrl: new URL('../../src/entry/volume-worker.ts', import.meta.url),
    identity: { host: 'test', version: '0.0.0' },
    onlyDestinations: [],
    identityFile: space.identity,
    confirm: async () => undefined,
    ask: async () => '',
    stdout: process.stdout,
    ...changes,
    events,
  }
}

/** A store of its own with the same objects. */
export function copyOf(store: MemoryStore): MemoryStore {
  const copy = createMemoryStore(store.name, store.features)
  // Tags of a fresh store start over and would repeat: one write moves past none of the old ones, so they are kept apart.
  for (const [key, { object, body }] of store.objects) {
    copy.objects.set(key, { object: { ...object, etag: `"old-${object.etag.slice(1)}` }, body })
  }
  return copy
}
