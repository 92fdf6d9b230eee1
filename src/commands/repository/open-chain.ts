import type { ChainLink } from '../../domain/source.ts'
import type { CommandContext } from '../context.ts'
import type { Opening } from './chain-objects.ts'
import type { FoundBackup } from './find.ts'
import type { Openers } from './identities.ts'
import { openLink } from './open-link.ts'

/** A chain opened for reading, and how many stored bytes that took so far. */
export interface OpenedChain {
  readonly links: readonly ChainLink[]
  fetchedBytes(): number
}

/**
 * Opens every backup of a chain: manifest, data key, volumes list, meta and index root, each checked against the hash
 * that the manifest names. Errors: `object-missing`, `object-damaged`, `manifest-damaged`, `identity-wrong`, `key-mismatch`.
 */
export async function openChain(
  context: CommandContext,
  found: FoundBackup,
  openers: Openers | undefined,
): Promise<OpenedChain> {
  let fetched = 0
  const opening: Opening = {
    context,
    found,
    onFetched: (bytes) => {
      fetched += bytes
    },
  }
  const links: ChainLink[] = []
  for (const entry of found.chain) {
    links.push(await openLink(opening, entry, openers))
  }
  return { links, fetchedBytes: () => fetched }
}
