import { chainOf } from '../../catalog/chains.ts'
import { type CatalogueEntry, madeAt } from '../../catalog/entry.ts'
import { isJobName, parseId } from '../../catalog/ids.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { type ChainGap, chainWithGap } from './chain-gap.ts'
import { backupDestinations, chosenDestinations, type Destination, openDestination } from './destination.ts'
import { readEntries } from './entries.ts'

/** A backup at the first destination that has it whole. */
export interface FoundBackup {
  readonly destination: Destination
  readonly entry: CatalogueEntry
  /** Level 0 first, the backup itself last. */
  readonly chain: readonly CatalogueEntry[]
  /** For a salvage: the backup that the first of the chain builds on, where that is not there. */
  readonly gap?: ChainGap
  /** All backups of the job there. */
  readonly entries: readonly CatalogueEntry[]
}

export interface FindOptions {
  /** The newest that is not after this time. */
  readonly at?: Date
  /** Chooses among the complete ones, newest first; the newest of all where it finds none. */
  readonly prefer?: (candidates: readonly CatalogueEntry[]) => CatalogueEntry | undefined
  /** `signing.trust` is set aside. */
  readonly force?: boolean
  readonly mode?: 'read' | 'write'
  /** Takes a backup whose chain has a gap; {@link FoundBackup.gap} says which. */
  readonly gaps?: boolean
  /** False where the role may not read proofs. */
  readonly proofs?: boolean
  /** Destinations that are not asked. */
  readonly except?: readonly string[]
}

/** Where backups of a job may be: those the configuration says, else every destination there is. */
export function destinationsOf(context: CommandContext, job: string): readonly string[] {
  const { config } = context
  const wanted = config.jobNames.includes(job)
    ? config.job(job).to.map(({ name }) => name)
    : backupDestinations(context)
  return chosenDestinations(context, wanted)
}

function notFound(what: string, because: string): HoldfastError {
  return new HoldfastError('backup-not-found', `there is no backup ${what}${because}`, {
    hint: 'Run `holdfast list` to see the jobs and ids there are, and --destination to look elsewhere.',
    context: { what },
  })
}

function untrusted(entry: CatalogueEntry): HoldfastError {
  return new HoldfastError(
    'signature-untrusted',
    `backup ${entry.id} is ${entry.signedBy === undefined ? 'not signed' : `signed by ${entry.signedBy}`}, which signing.trust does not list`,
    {
      hint: 'If you know where it comes from add the key to signing.trust, or restore with --force.',
      context: { id: entry.id },
    },
  )
}

function choose(
  entries: readonly CatalogueEntry[],
  what: string,
  options: FindOptions,
): CatalogueEntry | undefined {
  const { at, prefer, force, gaps } = options
  if (parseId(what)) return entries.find(({ id }) => id === what)
  const candidates = entries
    .filter((entry) => (entry.complete || gaps === true) && (entry.trusted || force === true))
    .filter(({ createdAt }) => at === undefined || createdAt <= at)
    .sort((a, b) => madeAt(b).getTime() - madeAt(a).getTime() || (a.id < b.id ? 1 : -1))
  return prefer?.(candidates) ?? candidates[0]
}

/**
 * The backup that `what`, a job or an id, names. Destinations are tried in their order; one that cannot be reached,
 * lacks a parent or has it shredded does not keep the next from serving. Shredded everywhere it is found nonetheless.
 * Errors: `backup-not-found`, `chain-broken`, `signature-untrusted`.
 */
export async function findBackup(
  context: CommandContext,
  what: string,
  options: FindOptions = {},
): Promise<FoundBackup> {
  const isId = parseId(what) !== undefined
  if (!isId && !isJobName(what)) throw notFound(what, ': it is neither a job nor an id')
  let first: HoldfastError | undefined
  let lost = 0
  let shredded: FoundBackup | undefined
  const names = isId ? backupDestinations(context) : destinationsOf(context, what)
  for (const name of names.filter((each) => options.except?.includes(each) !== true)) {
    try {
      const destination = await openDestination(context, name, options.mode)
      const { points, damaged } = await readEntries(context, destination, isId ? undefined : what, options)
      const entry = choose(points, what, options)
      const broken = damaged.find(({ id }) => id === what)
      if (broken) throw broken.error
      if (entry === undefined) {
        lost += points.filter(({ shredded }) => shredded).length
        continue
      }
      if (!entry.trusted && options.force !== true) throw untrusted(entry)
      const entries = points.filter(({ job }) => job === entry.job)
      const signed = options.force !== true && (context.config.signing().trust?.length ?? 0) > 0
      const down =
        options.gaps === true
          ? chainWithGap(entry, entries, damaged, signed)
          : { chain: chainOf(entry.id, entries) }
      const found = { destination, entry, ...down, entries }
      if (!down.chain.some((link) => link.shredded)) return found
      // Its keys may still be somewhere else.
      shredded ??= found
    } catch (error) {
      context.signal.throwIfAborted()
      first ??= asHoldfastError(error)
    }
  }
  if (shredded !== undefined) return shredded
  const before = options.at === undefined ? '' : ` from ${options.at.toISOString()} or before`
  throw (
    first ?? notFound(what, lost === 0 || isId ? before : `${before} that can be opened: ${lost} shredded`)
  )
}
