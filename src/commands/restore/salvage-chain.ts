import { parseId } from '../../catalog/ids.ts'
import type { ChainLink, SalvageLink } from '../../domain/source.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { fetchManifest, type Opening } from '../repository/chain-objects.ts'
import type { FoundBackup } from '../repository/find.ts'
import { type Openers, openersFor } from '../repository/identities.ts'
import { openLink, openManifest } from '../repository/open-link.ts'
import { blamesBackup } from '../verify/damage.ts'
import { rebuildManifest } from './rebuild-manifest.ts'

/** A chain opened as far as that is possible. */
export interface SalvageChain {
  readonly links: readonly SalvageLink[]
  /** All damage met so far. */
  damage(): readonly HoldfastError[]
  fetchedBytes(): number
}

/** Whether a link can be done without: it is damaged, or its key is not ours. */
function sparesLink(error: unknown): error is HoldfastError {
  return blamesBackup(error) || hasCode(error, 'identity-wrong', 'passphrase-wrong')
}

function unknownParent(id: string): HoldfastError {
  return new HoldfastError('chain-broken', `what ${id} builds on stood in its manifest only, which is lost`, {
    hint: 'Restore from another destination with --destination, or choose an older backup.',
    context: { id },
  })
}

/** A backup that lost its manifest, put together of what else there is. */
async function openGap(
  opening: Opening,
  { id, lost }: NonNullable<FoundBackup['gap']>,
  openers: Openers | undefined,
): Promise<ChainLink | undefined> {
  const [child] = opening.found.chain
  // Without a manifest nothing is signed: where signatures are asked for, that takes the --force of any unsigned one.
  if (!lost || child === undefined) return undefined
  const manifest = await rebuildManifest(opening, id, await fetchManifest(opening, child), openers)
  return manifest && (await openManifest(opening, manifest, openers))
}

/**
 * Opens what can be opened of a chain. Errors: those of the backup itself, without which nothing is known of its tree;
 * its ancestors are done without.
 */
export async function openSalvageChain(context: CommandContext, found: FoundBackup): Promise<SalvageChain> {
  const openers = await openersFor(context, found.chain)
  const met: HoldfastError[] = []
  let fetched = 0
  const links: SalvageLink[] = []

  /** One more link, as far as `open` gets. */
  async function add(id: string, open: (opening: Opening) => Promise<ChainLink | undefined>): Promise<void> {
    let first: HoldfastError | undefined
    const note = (error: HoldfastError): void => {
      first ??= error
      met.push(error)
    }
    const onFetched = (bytes: number): void => {
      fetched += bytes
    }
    let link: ChainLink | undefined
    try {
      link = await open({ context, found, onFetched, onDamage: note })
    } catch (error) {
      if (id === found.entry.id || !sparesLink(error)) throw error
      note(error)
    }
    links.push({ id, ...(link && { link }), why: () => first })
  }

  const { gap } = found
  if (gap !== undefined) {
    met.push(gap.error)
    await add(gap.id, (opening) => openGap(opening, gap, openers))
    const opened = links[0]?.link !== undefined
    if (!opened) links.splice(0, 1, { id: gap.id, why: () => gap.error })
    if (opened && parseId(gap.id)?.level !== 0)
      links.unshift({ id: gap.id, why: () => unknownParent(gap.id) })
  }
  for (const entry of found.chain) await add(entry.id, (opening) => openLink(opening, entry, openers))
  return { links, damage: () => met, fetchedBytes: () => fetched }
}
