import type { Finding } from '../../domain/finding.ts'
import type { Operation, Remedy, Right } from '../../domain/right.ts'
import type { Store } from '../../domain/store.ts'
import type { CommandContext } from '../context.ts'
import { type Role, type RoleRights, rightsOf } from './role-rights.ts'
import { type Tried, tryRights } from './try-rights.ts'

const verbs: Readonly<Record<Operation, string>> = {
  list: 'list',
  read: 'read',
  create: 'write',
  replace: 'write over',
  retain: 'lock',
  delete: 'delete',
}

const trustHint = 'With signing.trust nothing counts but what your own keys signed.'

/** What makes a right harmless that a role should not have. */
export interface Guards {
  /** What this role reads it cannot open. */
  readonly encrypted: boolean
  /** What is signed by nobody, or by a stranger, does not count. */
  readonly trusted: boolean
}

interface Looking {
  readonly role: Role
  readonly store: Store
  readonly guards: Guards
  remedy(effect: 'allow' | 'deny', right: Right): Remedy
}

const said = (places: readonly string[]) =>
  places.includes('')
    ? 'everything'
    : places.length === 1
      ? places[0]
      : `${places.slice(0, -1).join(', ')} and ${places.at(-1)}`

function mended({ hint, lines, command }: Remedy): Partial<Finding> {
  return { hint, ...(command !== undefined && { command }), ...(lines && { policy: lines }) }
}

function ofNeeded({ role, remedy }: Looking, { right, allowed, refused }: Tried): Finding[] {
  const { operation } = right
  const findings: Finding[] = []
  if (allowed.length > 0)
    findings.push({ severity: 'ok', code: 'right', message: `may ${verbs[operation]} ${said(allowed)}` })
  if (refused.length > 0) {
    findings.push({
      severity: 'error',
      code: 'right-missing',
      message: `may not ${verbs[operation]} ${said(refused)}, which the ${role} role must`,
      ...mended(remedy('allow', { operation, places: refused })),
    })
  }
  return findings
}

/** Why a right in excess does no harm here; undefined where it does. */
function harmless({ store, guards }: Looking, operation: Operation): string | undefined {
  if (operation === 'read' && guards.encrypted) return 'it is encrypted, and the key is elsewhere'
  if (operation === 'create' && guards.trusted)
    return 'without a signature of signing.trust it does not count'
  if (operation === 'replace' && store.features.versions) return 'the oldest version counts'
  return undefined
}

function ofForbidden(looking: Looking, { right, allowed, refused }: Tried): Finding[] {
  const { role, remedy } = looking
  const { operation } = right
  const findings: Finding[] = []
  if (refused.length > 0) {
    findings.push({
      severity: 'ok',
      code: 'right',
      message: `may not ${verbs[operation]} ${said(refused)}, as it should be`,
    })
  }
  if (allowed.length === 0) return findings
  const why = harmless(looking, operation)
  const message = `may ${verbs[operation]} ${said(allowed)}, which the ${role} role need not`
  const excess = { operation, places: allowed }
  // Versions are what mends it, and they are there.
  const mend = why !== undefined && operation === 'replace' ? {} : mended(remedy('deny', excess))
  findings.push(
    why === undefined
      ? {
          severity: 'warning',
          code: 'right-excess',
          message,
          ...mend,
          ...(operation === 'create' && { hint: `${mend.hint} ${trustHint}` }),
        }
      : { severity: 'info', code: 'right-harmless', message: `${message}: ${why}`, ...mend },
  )
  return findings
}

function untried(tried: readonly Tried[], left: readonly string[]): Finding {
  const files = [...new Set(tried.flatMap((each) => each.untried))]
  const parts = [
    ...(files.length > 0 ? [`writing ${said(files)}`] : []),
    'rights over all of it: policies, versions, expiry, and lifting a lock',
  ]
  const scratch = left.length === 0 ? '' : `; ${said(left)} stay behind, as this role may not delete`
  return {
    severity: 'info',
    code: 'right-untried',
    message: `not tried, as that could do harm: ${parts.join('; ')}${scratch}`,
  }
}

export interface RightsOptions {
  readonly role: Role
  readonly destination: string
  readonly guards: Guards
  readonly outside: readonly string[]
  /** What of the role's rights belongs to this destination. */
  part(rights: RoleRights): RoleRights
}

/**
 * What the credentials of a destination are good for, against what a role needs and must not have, by trying it.
 * Undefined where its kind has no roles.
 */
export async function lookAtRights(
  { config, drivers, clock, signal }: CommandContext,
  store: Store,
  { role, destination, guards, outside, part }: RightsOptions,
): Promise<Finding[] | undefined> {
  const settings = config.destination(destination)
  const rights = part(rightsOf(role, { locks: store.features.objectLock, outside }))
  const { needed } = rights
  const [first] = needed
  if (first === undefined || !drivers.remedy(settings, { effect: 'allow', right: first, needed }))
    return undefined
  const remedy = (effect: 'allow' | 'deny', right: Right): Remedy =>
    drivers.remedy(settings, { effect, right, needed }) ?? { hint: 'See docs/roles.md.' }
  const lockUntil = new Date(clock.now().getTime() + (store.lockFor ?? 0))
  const looking: Looking = { role, store, guards, remedy }
  const tried = await tryRights({ store, signal, lockUntil }, rights)
  return [
    ...tried.needed.flatMap((each) => ofNeeded(looking, each)),
    ...tried.forbidden.flatMap((each) => ofForbidden(looking, each)),
    ...(tried.forbidden.length > 0 ? [untried([...tried.needed, ...tried.forbidden], tried.left)] : []),
  ]
}
