import type { SalvageLink } from '../../domain/source.ts'
import { type HoldfastError, hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import type { Opening } from '../repository/chain-objects.ts'
import type { FoundBackup } from '../repository/find.ts'
import { openersFor } from '../repository/identities.ts'
import { openLink } from '../repository/open-link.ts'
import { blamesBackup } from '../verify/damage.ts'

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

/**
 * Opens what can be opened of a chain. Errors: those of the backup itself, without which nothing is known of its tree;
 * its ancestors are done without.
 */
export async function openSalvageChain(context: CommandContext, found: FoundBackup): Promise<SalvageChain> {
  const openers = await openersFor(context, found.chain)
  const met: HoldfastError[] = []
  let fetched = 0
  const links: SalvageLink[] = []
  const { gap } = found
  if (gap !== undefined) {
    met.push(gap.error)
    links.push({ id: gap.id, why: () => gap.error })
  }
  for (const entry of found.chain) {
    let first: HoldfastError | undefined
    const note = (error: HoldfastError): void => {
      first ??= error
      met.push(error)
    }
    const opening: Opening = {
      context,
      found,
      onFetched: (bytes) => {
        fetched += bytes
      },
      onDamage: note,
    }
    const why = () => first
    try {
      links.push({ id: entry.id, link: await openLink(opening, entry, openers), why })
    } catch (error) {
      if (entry === found.entry || !sparesLink(error)) throw error
      note(error)
      links.push({ id: entry.id, why })
    }
  }
  return { links, damage: () => met, fetchedBytes: () => fetched }
}
