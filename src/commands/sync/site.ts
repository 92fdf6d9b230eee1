import type { Catalogue } from '../../catalog/listing.ts'
import { ensureRepository, type Repository, readRepository } from '../../catalog/repository.ts'
import { listMarked } from '../../catalog/shredded.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { type CommandContext, tell } from '../context.ts'
import { type Destination, openStore } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'

/** A destination as sync sees it for one job. */
export interface Site extends Destination {
  readonly catalogue: Catalogue
  /** Ids with a `shredded/` marker, whatever else is left of them. */
  readonly shredded: ReadonlySet<string>
}

/** True for what a role is refused to read, which asking again does not change. */
function isDenied(error: unknown): boolean {
  return hasCode(error, 'store-unreachable', 'store-credentials') && !error.retryable
}

async function catalogueOf(context: CommandContext, destination: Destination, job: string) {
  try {
    return await readEntries(context, destination, job)
  } catch (error) {
    context.signal.throwIfAborted()
    // A backup role may read manifests and no proofs.
    if (!isDenied(error)) throw error
    return await readEntries(context, destination, job, { proofs: false })
  }
}

/** Reads what a destination has of a job. */
export async function look(context: CommandContext, destination: Destination, job: string): Promise<Site> {
  const catalogue = await catalogueOf(context, destination, job)
  return { ...destination, catalogue, shredded: await listMarked(destination.store, job) }
}

function mismatch(name: string, others: string): HoldfastError {
  return new HoldfastError(
    'repository-mismatch',
    `destinations ${others} and ${name} hold different repositories`,
    {
      hint: `Nothing can be copied between them: give ${name} a prefix or path of its own, and sync will make the same repository there.`,
      context: { destination: name },
    },
  )
}

/**
 * A destination to copy to: its repository is made where there is none, with the id of `source`. A dry run makes
 * nothing. Errors: `repository-mismatch`, and the store's.
 */
export async function openTarget(
  context: CommandContext,
  name: string,
  source: Destination,
  dryRun: boolean,
): Promise<Destination> {
  const store = await openStore(context, name, dryRun ? 'read' : 'write')
  const { signal, clock } = context
  const id = source.repository.repository
  const repository: Repository = dryRun
    ? ((await readRepository(store, signal)) ?? source.repository)
    : await ensureRepository(store, { clock, signal, repository: id })
  if (repository.repository !== id) throw mismatch(name, source.name)
  return { name, store, repository }
}

/** Says that a backup was shredded at one destination and still has its keys at the target. */
export function tellUnshredded(
  context: CommandContext,
  job: string,
  target: Site,
  sources: readonly Site[],
): void {
  for (const { id, shredded, encrypted } of target.catalogue.points) {
    const at = sources.find((source) => source.shredded.has(id))
    if (shredded || !encrypted || at === undefined) continue
    tell(
      context,
      {
        severity: 'warning',
        code: 'shredded-elsewhere',
        message: `${id} was shredded at ${at.name} and still has its keys at ${target.name}`,
        hint: `Run \`holdfast shred ${id}\` again while ${target.name} can be reached.`,
      },
      job,
    )
  }
}
