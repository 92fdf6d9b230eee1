import type { RecoveryPoint } from '../domain/retention.ts'

/** What a point rests on, at one destination. */
export interface ChainState {
  /** The level-0 point at its bottom; undefined where the chain does not get there. */
  readonly base?: string
  /** Why it cannot be restored from here: `2026…-L0-… is missing`. Undefined means whole. */
  readonly broken?: string
}

type Points = ReadonlyMap<string, RecoveryPoint>

function ownState(point: RecoveryPoint, points: Points): ChainState | undefined {
  if (point.parent === null) {
    return point.level === 0 ? { base: point.id } : { broken: 'its parent is not named' }
  }
  const parent = points.get(point.parent)
  if (!parent) return { broken: `${point.parent} is missing` }
  if (parent.level >= point.level) return { broken: `${parent.id} is not of a lower level` }
  return undefined
}

/**
 * The chain of every point. A point is whole when each ancestor is there, valid, and of a lower level than its child,
 * down to a level 0. Levels fall with every step, so that no chain is a circle or deeper than its level.
 */
export function chainStates(points: Points): ReadonlyMap<string, ChainState> {
  const states = new Map<string, ChainState>()
  const visit = (point: RecoveryPoint): ChainState => {
    const known = states.get(point.id)
    if (known) return known
    const state = ownState(point, points) ?? inherited(point)
    states.set(point.id, state)
    return state
  }
  const inherited = (point: RecoveryPoint): ChainState => {
    const parent = points.get(point.parent ?? '') as RecoveryPoint
    const below = visit(parent)
    if (below.broken !== undefined) return below
    return parent.valid ? below : { broken: `${parent.id} is incomplete` }
  }
  for (const point of points.values()) visit(point)
  return states
}

/** The ids of all ancestors that are there, nearest first. */
export function ancestorsOf(point: RecoveryPoint, points: Points): string[] {
  const ancestors: string[] = []
  let at = point
  while (at.parent !== null) {
    const parent = points.get(at.parent)
    if (!parent || ancestors.includes(parent.id) || parent.id === point.id) break
    ancestors.push(parent.id)
    at = parent
  }
  return ancestors
}

/**
 * The ids to delete in an order that is safe to be interrupted: children before their parents, and oldest first
 * where chains do not say otherwise.
 */
export function deletionOrder(ids: readonly string[], points: readonly RecoveryPoint[]): string[] {
  const byId = new Map(points.map((point) => [point.id, point]))
  const depth = (id: string) => {
    const point = byId.get(id)
    return point ? ancestorsOf(point, byId).length : 0
  }
  const depths = new Map(ids.map((id) => [id, depth(id)]))
  return [...ids].sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0) || (a < b ? -1 : a > b ? 1 : 0))
}
