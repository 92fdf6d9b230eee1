import { statfs } from 'node:fs/promises'
import { readRepository } from '../../catalog/repository.ts'
import type { Finding } from '../../domain/finding.ts'
import { formatBytes } from '../../report/bytes.ts'
import type { CommandContext } from '../context.ts'
import { keepsOnlyLeases, openStore } from '../repository/destination.ts'
import { destinationsOf } from '../repository/find.ts'
import { attempt } from './attempted.ts'
import { keptFindings, probeStore } from './probe.ts'
import { type Guards, lookAtRights } from './rights.ts'
import { onlyLeases, type Role, type RoleRights, withoutLeases } from './role-rights.ts'

async function repositoryAt(context: CommandContext, name: string): Promise<Finding[]> {
  const repository = await readRepository(await openStore(context, name, 'read'), context.signal)
  return [
    repository
      ? { severity: 'ok', code: 'repository', message: `repository ${repository.repository}` }
      : {
          severity: 'info',
          code: 'repository-missing',
          message: 'no repository yet: the first backup makes it',
        },
  ]
}

async function lookAtDirectory(path: string): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(path)
  return [
    { severity: 'ok', code: 'free-space', message: `${formatBytes(bavail * bsize)} free in ${path}` },
    {
      severity: 'info',
      code: 'no-roles',
      message: 'a directory has no roles: whoever may write backups here may delete them',
      hint: 'Keep a second copy where this user may only add: an object store with versioning or Object Lock.',
    },
  ]
}

/** Whether leases lie here, and whether anything else does. */
function usesOf(context: CommandContext, name: string): { leases: boolean; backups: boolean } {
  const { config } = context
  const isNamed = config.destinationNames.some((each) => config.destination(each).leaseDestination === name)
  return {
    leases: isNamed || config.destination(name).leaseDestination === undefined,
    backups: !keepsOnlyLeases(context, name),
  }
}

function partOf({ leases, backups }: ReturnType<typeof usesOf>): (rights: RoleRights) => RoleRights {
  if (!backups) return onlyLeases
  return leases ? (rights) => rights : withoutLeases
}

/** The folders that `object-name` templates of jobs begin with; one without a folder is not tried. */
function outsideOf(context: CommandContext, name: string): string[] {
  const names = context.config.jobNames
    .filter((job) => destinationsOf(context, job).includes(name))
    .map((job) => context.config.job(job).objectName ?? '')
  const folders = names.map((template) => /^[^{]*\//.exec(template)?.[0] ?? '')
  return [...new Set(folders.filter((folder) => folder !== '' && folder !== 'data/'))]
}

function guardsOf({ config }: CommandContext, role: Role): Guards {
  const encryption = config.encryption()
  // With the passphrase a runner could open what it made; cleanup has none of the keys.
  const opens = role === 'backup' && encryption.passphrase !== undefined
  return { encrypted: !encryption.none && !opens, trusted: config.signing().trust.length > 0 }
}

/** Everything that a run will need of a destination, by trying it; with a role its rights as well. */
export async function lookAtDestination(
  context: CommandContext,
  name: string,
  role: Role | undefined,
): Promise<Finding[]> {
  const { clock, signal, drivers, config } = context
  const store = await openStore(context, name, 'probe')
  const uses = usesOf(context, name)
  const rights =
    role &&
    (await lookAtRights(context, store, {
      role,
      destination: name,
      guards: guardsOf(context, role),
      outside: outsideOf(context, name),
      part: partOf(uses),
    }))
  const isShort = rights?.some(({ code }) => code === 'right-missing') ?? false
  // Only who may write leases can try what conditions a store keeps.
  const tries = rights === undefined || (uses.leases && role !== 'drill')
  // First, since a container that is not there is made by it.
  const probed = isShort ? [] : tries ? await probeStore(store, clock, signal) : keptFindings(store)
  const path = drivers.localPath(config.destination(name))
  return [
    // What is missing says it already.
    ...(isShort || !uses.backups ? [] : await attempt(() => repositoryAt(context, name))),
    ...(rights ?? []),
    ...probed,
    ...(path === undefined ? [] : await lookAtDirectory(path)),
  ]
}
