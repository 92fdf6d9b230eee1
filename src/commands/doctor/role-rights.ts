import { repositoryKey, restoreGuideKey } from '../../catalog/keys.ts'
import type { Right } from '../../domain/right.ts'

/** Who holds a set of credentials; docs/roles.md has the same as policies, and a test holds the two equal. */
export type Role = 'backup' | 'drill' | 'cleanup'

export interface RoleRights {
  readonly needed: readonly Right[]
  readonly forbidden: readonly Right[]
}

export interface RoleOptions {
  /** With Object Lock whoever writes sets a lock, and needs the right to. */
  readonly locks: boolean
  /** Folders of jobs that name their objects themselves; each ends with a slash. */
  readonly outside: readonly string[]
}

const leases = 'leases/'

/** Every folder of a repository. */
export const folders = [
  'manifests/',
  'data/',
  'keys/',
  'state/',
  'proofs/',
  'logs/',
  'holds/',
  'shredded/',
  leases,
] as const

const everything = ['']
const ownFiles = [repositoryKey, restoreGuideKey]

/** A lock on what changes would be in the way of the next change. */
function locking(places: readonly string[], { locks }: RoleOptions): readonly Right[] {
  const locked = places.filter((place) => place !== leases && place !== 'holds/')
  return locks ? [{ operation: 'retain', places: locked }] : []
}

function backupRights(options: RoleOptions): RoleRights {
  const { outside } = options
  const own = ['manifests/', 'data/', ...outside, 'keys/', 'state/', 'logs/', 'holds/']
  const created = [...ownFiles, ...own, leases]
  return {
    needed: [
      { operation: 'list', places: everything },
      { operation: 'read', places: [repositoryKey, 'manifests/', 'state/', leases] },
      { operation: 'create', places: created },
      { operation: 'replace', places: [leases] },
      ...locking(created, options),
    ],
    forbidden: [
      { operation: 'read', places: ['data/', ...outside, 'keys/'] },
      { operation: 'create', places: ['proofs/', 'shredded/'] },
      { operation: 'replace', places: own },
      { operation: 'delete', places: [...folders, ...outside] },
    ],
  }
}

function drillRights(options: RoleOptions): RoleRights {
  const created = ['proofs/', 'logs/']
  const { outside } = options
  return {
    needed: [
      { operation: 'list', places: everything },
      { operation: 'read', places: everything },
      { operation: 'create', places: created },
      ...locking(created, options),
    ],
    forbidden: [
      { operation: 'create', places: [...folders.filter((each) => !created.includes(each)), ...outside] },
      { operation: 'replace', places: created },
      { operation: 'delete', places: [...folders, ...outside] },
    ],
  }
}

function cleanupRights(options: RoleOptions): RoleRights {
  const created = ['manifests/', 'logs/', 'holds/', leases]
  const { outside } = options
  return {
    needed: [
      { operation: 'list', places: everything },
      { operation: 'read', places: [repositoryKey, 'manifests/', 'proofs/', leases] },
      { operation: 'create', places: created },
      { operation: 'replace', places: [leases] },
      { operation: 'delete', places: everything },
      // What it did, not the tombstones that it sets.
      ...locking(['logs/'], options),
    ],
    forbidden: [
      { operation: 'read', places: ['data/', ...outside, 'keys/', 'state/'] },
      { operation: 'create', places: ['data/', ...outside, 'keys/', 'state/', 'proofs/', 'shredded/'] },
    ],
  }
}

/** What the commands of a role do at a destination, and what its credentials must not be good for. */
export function rightsOf(role: Role, options: RoleOptions): RoleRights {
  if (role === 'backup') return backupRights(options)
  return role === 'drill' ? drillRights(options) : cleanupRights(options)
}

function filtered(rights: readonly Right[], wanted: (place: string) => boolean): readonly Right[] {
  return rights.flatMap(({ operation, places }) => {
    const left = places.filter((place) => wanted(place) || (operation === 'list' && place === ''))
    return left.length > 0 ? [{ operation, places: left }] : []
  })
}

/** Of a destination whose leases lie elsewhere. */
export function withoutLeases({ needed, forbidden }: RoleRights): RoleRights {
  const wanted = (place: string) => place !== leases
  return { needed: filtered(needed, wanted), forbidden: filtered(forbidden, wanted) }
}

/** Of a destination that keeps nothing but leases of others. */
export function onlyLeases({ needed, forbidden }: RoleRights): RoleRights {
  const wanted = (place: string) => place === leases
  return { needed: filtered(needed, wanted), forbidden: filtered(forbidden, wanted) }
}
