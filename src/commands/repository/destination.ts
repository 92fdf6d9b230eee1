import { ensureRepository, newRepository, type Repository, readRepository } from '../../catalog/repository.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext, StoreMode } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'

/** A destination whose repository was found, or made. */
export interface Destination {
  readonly name: string
  readonly store: Store
  readonly repository: Repository
}

export interface FailedDestination {
  readonly name: string
  readonly error: HoldfastError
}

/** The names that a run uses: those of `--destination`, else `wanted`. */
export function chosenDestinations(context: CommandContext, wanted: readonly string[]): readonly string[] {
  const { onlyDestinations } = context
  if (onlyDestinations.length === 0) return wanted
  for (const name of onlyDestinations) context.config.destination(name)
  return wanted.filter((name) => onlyDestinations.includes(name))
}

/** Whether a destination is there for the leases of others alone: no job backs up to it. */
export function keepsOnlyLeases({ config }: CommandContext, name: string): boolean {
  const { destinationNames, jobNames } = config
  if (!destinationNames.some((each) => config.destination(each).leaseDestination === name)) return false
  return !jobNames.some((job) => config.job(job).to.some((each) => each.name === name))
}

/** Whether another tool's backups are all that a destination is there for. */
export function keepsOnlyAdopted({ config }: CommandContext, name: string): boolean {
  const jobs = config.jobNames.map((job) => config.job(job))
  if (!jobs.some(({ adopt }) => adopt.zrb === name)) return false
  return !jobs.some(({ to }) => to.some((each) => each.name === name))
}

/** The destinations to look for backups at: all that may hold some, or those of `--destination`. */
export function backupDestinations(context: CommandContext): readonly string[] {
  const { config, onlyDestinations } = context
  const names = chosenDestinations(context, config.destinationNames).filter(
    (name) => !keepsOnlyAdopted(context, name),
  )
  return onlyDestinations.length > 0 ? names : names.filter((name) => !keepsOnlyLeases(context, name))
}

/** The store of a destination, without looking whether anything is in it. */
export function openStore(context: CommandContext, name: string, mode: StoreMode): Promise<Store> {
  const { type, settings, bandwidth } = context.config.destination(name)
  return context.drivers.store(
    { name, type, settings, ...(bandwidth === undefined ? {} : { bandwidth }) },
    mode,
    context.signal,
  )
}

/** A destination that is only read, or cleaned. Errors: `repository-missing` where nothing was ever backed up to. */
export async function openDestination(
  context: CommandContext,
  name: string,
  mode: 'read' | 'write' = 'read',
): Promise<Destination> {
  const store = await openStore(context, name, mode)
  const repository = await readRepository(store, context.signal)
  if (repository === undefined) {
    throw new HoldfastError('repository-missing', `destination ${name} holds no holdfast repository`, {
      hint: 'Check the path or bucket and the prefix; the first backup makes the repository.',
      context: { destination: name },
    })
  }
  return { name, store, repository }
}

function mismatch(name: string, other: string): HoldfastError {
  return new HoldfastError(
    'repository-mismatch',
    `destinations ${other} and ${name} hold different repositories`,
    {
      hint: `Give ${name} a prefix or path of its own for this job: manifests of one repository do not count in another.`,
      context: { destination: name },
    },
  )
}

/** The id of the first of these destinations that has a repository; what cannot be asked is told when its turn comes. */
async function idAmong(context: CommandContext, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    try {
      const found = await readRepository(await openStore(context, name, 'read'), context.signal)
      if (found) return found.repository
    } catch {
      context.signal.throwIfAborted()
    }
  }
  return undefined
}

/**
 * Opens destinations for writing and makes their repositories, all with one id where they are new: that of the others,
 * also of those that come later, so that a new disk joins them. A destination that cannot be used is returned with its
 * error; the rest goes on. A dry run goes the same way and makes nothing.
 */
export async function openForBackup(
  context: CommandContext,
  names: readonly string[],
  mode: 'write' | 'dry-run',
): Promise<{ open: Destination[]; failed: FailedDestination[] }> {
  const open: Destination[] = []
  const failed: FailedDestination[] = []
  const { clock, signal } = context
  for (const [index, name] of names.entries()) {
    try {
      const store = await openStore(context, name, mode)
      const first = open[0]?.repository.repository
      const findRepository = async () => first ?? (await idAmong(context, names.slice(index + 1)))
      const repository =
        mode === 'dry-run'
          ? ((await readRepository(store, signal)) ?? (await pretended(context, findRepository)))
          : await ensureRepository(store, { clock, signal, findRepository })
      if (first !== undefined && repository.repository !== first) throw mismatch(name, open[0]?.name ?? '')
      open.push({ name, store, repository })
    } catch (error) {
      signal.throwIfAborted()
      failed.push({ name, error: asHoldfastError(error) })
    }
  }
  return { open, failed }
}

async function pretended({ clock }: CommandContext, findRepository: () => Promise<string | undefined>) {
  const repository = await findRepository()
  return newRepository({ clock, ...(repository !== undefined && { repository }) })
}
