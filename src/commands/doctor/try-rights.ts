import { findObject } from '../../catalog/object-io.ts'
import type { Operation, Right } from '../../domain/right.ts'
import {
  type Trial,
  tidy,
  tryDelete,
  tryHide,
  tryList,
  tryRead,
  tryRetain,
  tryUnmet,
  tryWrite,
  type Verdict,
  type WriteVerdict,
} from './attempt.ts'
import { folders, type RoleRights } from './role-rights.ts'

/** What was found out about one right, place by place. */
export interface Tried {
  readonly right: Right
  readonly allowed: readonly string[]
  readonly refused: readonly string[]
  readonly untried: readonly string[]
}

export interface TriedRights {
  readonly needed: readonly Tried[]
  readonly forbidden: readonly Tried[]
  /** Scratch objects that these credentials may not delete again. */
  readonly left: readonly string[]
}

export interface Trying extends Trial {
  /** Until when a lock is asked for, where the destination locks. */
  readonly lockUntil: Date
}

type Writes = ReadonlyMap<string, WriteVerdict>

const isFolder = (place: string) => place.endsWith('/')

function placesOf({ needed, forbidden }: RoleRights, ...operations: readonly Operation[]): Set<string> {
  const rights = [...needed, ...forbidden].filter(({ operation }) => operations.includes(operation))
  return new Set(rights.flatMap(({ places }) => places))
}

async function tryWrites(trying: Trying, rights: RoleRights): Promise<Writes> {
  const found = new Map<string, WriteVerdict>()
  for (const place of placesOf(rights, 'create', 'replace')) {
    if (isFolder(place)) found.set(place, await tryWrite(trying, place))
  }
  return found
}

/**
 * A file at the root is nothing to try a write on: only where it is absent, and under a condition that nothing meets.
 * Undefined where it is there already: nobody has to create it.
 */
async function tryFile(trying: Trying, key: string, writes: Writes): Promise<Verdict | undefined> {
  // By the listing, since few may read them.
  if (await findObject(trying.store, key)) return undefined
  if (!trying.store.features.compareAndSwap) return 'untried'
  const verdict = await tryUnmet(trying, key)
  // A bucket that demands the condition of a new object refuses this one from everybody.
  const demands = [...writes.values()].some((each) => each.create === 'allowed' && each.replace === 'refused')
  return verdict === 'refused' && demands ? 'untried' : verdict
}

async function tryOne(
  trying: Trying,
  operation: Operation,
  place: string,
  writes: Writes,
  isForbidden: boolean,
): Promise<Verdict | undefined> {
  switch (operation) {
    case 'list':
      return tryList(trying)
    case 'read':
      return tryRead(trying, place)
    case 'retain':
      return isFolder(place) ? tryRetain(trying, place, trying.lockUntil) : 'untried'
    case 'delete': {
      if (!isFolder(place)) return 'untried'
      const deletes = await tryDelete(trying, place)
      if (!isForbidden || deletes === 'allowed') return deletes
      return (await tryHide(trying, place)) === 'allowed' ? 'allowed' : deletes
    }
    default:
      return isFolder(place) ? (writes.get(place)?.[operation] ?? 'untried') : tryFile(trying, place, writes)
  }
}

async function tryRight(trying: Trying, right: Right, writes: Writes, isForbidden: boolean): Promise<Tried> {
  const found: Record<Verdict, string[]> = { allowed: [], refused: [], untried: [] }
  const { operation, places } = right
  for (const place of places) {
    const parts = place === '' && operation !== 'list' ? folders : [place]
    for (const part of parts) {
      const verdict = await tryOne(trying, operation, part, writes, isForbidden)
      if (verdict) found[verdict].push(part)
    }
  }
  // Written as the role's table has it, where it is all of it.
  const whole = places.includes('') ? places : undefined
  return {
    right,
    allowed: found.refused.length === 0 && whole ? whole : found.allowed,
    refused: found.allowed.length === 0 && whole ? whole : found.refused,
    untried: found.untried,
  }
}

/**
 * Tries each right of a role, and each that it must not have, on scratch keys of the names `_doctor.json` and
 * `_doctor-none.json`, and takes them away again where that is allowed. Without the right to list nothing else is tried:
 * every answer would be no.
 */
export async function tryRights(trying: Trying, rights: RoleRights): Promise<TriedRights> {
  const [list] = rights.needed
  const listed = list && (await tryRight(trying, list, new Map(), false))
  if (listed && listed.refused.length > 0) return { needed: [listed], forbidden: [], left: [] }
  const writes = await tryWrites(trying, rights)
  const needed: Tried[] = listed ? [listed] : []
  for (const right of rights.needed.slice(1)) needed.push(await tryRight(trying, right, writes, false))
  const forbidden: Tried[] = []
  for (const right of rights.forbidden) forbidden.push(await tryRight(trying, right, writes, true))
  const left: string[] = []
  for (const { left: key } of writes.values()) {
    if (key !== undefined && !(await tidy(trying, key))) left.push(key)
  }
  return { needed, forbidden, left }
}
