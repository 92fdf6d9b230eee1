import { rmSync } from 'node:fs'
import { readCatalogue } from '../../src/catalog/listing.ts'
import { readRepository } from '../../src/catalog/repository.ts'
import type { CommandContext } from '../../src/commands/context.ts'
import type { Outcome } from '../../src/commands/outcome.ts'
import { verify } from '../../src/commands/verify.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { systemClock } from '../../src/process/clock.ts'
import { createFaults, type FaultPlan, withFaults } from '../../src/stores/decorators/fault.ts'
import { contextOf, copyOf } from '../e2e/in-process.ts'
import type { Workspace } from '../e2e/workspace.ts'
import type { MemoryStore } from '../fakes/memory-store.ts'

/** Every way in which one call of a store goes wrong. */
const soak = process.env.HOLDFAST_SOAK === '1'
const faultKinds: readonly FaultKind[] = [
  'error',
  'final',
  'reset',
  'shorter',
  'lie',
  ...(soak ? (['short'] as const) : []),
]
type FaultKind = 'error' | 'final' | 'reset' | 'short' | 'shorter' | 'lie'

const refused = new HoldfastError('store-unwritable', 'refused for good, as planned', {
  hint: 'Leave the fault out of the plan.',
})

interface Trial {
  readonly name: string
  readonly kind: FaultKind
  /** The method and the key that the fault hit. */
  readonly hit: string
  readonly outcome: Outcome
  /** What the command left behind, seen without faults. */
  readonly store: MemoryStore
}

type Run = (context: CommandContext) => Promise<Outcome>

function plan(kind: FaultKind, at: number): FaultPlan {
  const faults = createFaults()
  const choice = faults.on('any', { at })
  if (kind === 'error') choice.error()
  if (kind === 'final') choice.error(refused)
  if (kind === 'reset') choice.reset(1)
  if (kind === 'short') choice.short(1)
  if (kind === 'shorter') choice.short(0)
  if (kind === 'lie') choice.lie()
  return faults
}

/** As a first run on another machine: no cache helps. */
function forgetCache(space: Workspace): void {
  rmSync(space.path('state', 'cache'), { recursive: true, force: true })
}

/** Runs a command on copies of a store, once for every call it makes and every kind of fault there. */
export async function* everyFault(
  space: Workspace,
  base: MemoryStore,
  run: Run,
): AsyncGenerator<Trial, void, undefined> {
  forgetCache(space)
  const counted = createFaults()
  await run(contextOf(space, { local: withFaults(copyOf(base), counted, { clock: systemClock }) }))
  for (let at = 0; at < counted.calls.any; at += 1) {
    for (const kind of faultKinds) {
      forgetCache(space)
      const store = copyOf(base)
      const faults = plan(kind, at)
      const seen: string[] = []
      const spied: FaultPlan = {
        ...faults,
        next(method, key) {
          const fault = faults.next(method, key)
          if (fault) seen.push(`${method} ${key}`)
          return fault
        },
      }
      const outcome = await run(contextOf(space, { local: withFaults(store, spied, { clock: systemClock }) }))
      faults.verifyAllExercised()
      forgetCache(space)
      yield { name: `${kind} at call ${at}: ${seen.join(', ')}`, kind, hit: seen.join(', '), outcome, store }
    }
  }
}

const { signal } = new AbortController()

/** Ids of the backups that a store lists. */
export async function listedIds(store: MemoryStore): Promise<string[]> {
  const repository = await readRepository(store, signal).catch(() => undefined)
  if (repository === undefined) return []
  const { points } = await readCatalogue(store, undefined, { repository: repository.repository, signal })
  return points.map(({ id }) => id)
}

/** What is wrong with the backups that a store lists, as short lines; none: all are whole, and open. */
export async function troubles(space: Workspace, store: MemoryStore): Promise<string[]> {
  const ids = await listedIds(store)
  if (ids.length === 0) return []
  const { errors } = await verify(contextOf(space, { local: store }), ids, { depth: 'checksum' })
  return errors.map(({ code, message }) => `${code}: ${message}`)
}

/** Objects of `before` that are gone or changed, leases aside. */
export function harmed(before: MemoryStore, after: MemoryStore): string[] {
  return [...before.objects].flatMap(([key, { body }]) => {
    if (key.startsWith('leases/')) return []
    const now = after.objects.get(key)
    return now !== undefined && Buffer.compare(now.body, body) === 0 ? [] : [key]
  })
}

/** The next run is another process, which takes over at once from one that died; this one lives on. */
export function forgetLeases(store: MemoryStore): void {
  for (const key of store.objects.keys()) if (key.startsWith('leases/')) store.objects.delete(key)
}
