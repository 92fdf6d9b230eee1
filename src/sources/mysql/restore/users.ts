import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import type { Address } from '../connection/address.ts'
import { usersStream } from '../logical/streams.ts'
import type { Flavor } from '../server/flavor.ts'
import { loadSql } from './load.ts'

/**
 * Loads the accounts of a backup around its data: before it, so that whoever defined a view or routine is there, and once
 * more afterwards, since rights on single tables need the tables. Returns what the server refused then; undefined where
 * the backup has no accounts.
 */
export async function aroundUsers(
  context: SourceContext,
  link: ChainLink,
  { address, flavor }: { readonly address: Address; readonly flavor: Flavor },
  loadData: () => Promise<void>,
): Promise<readonly string[] | undefined> {
  const hasUsers = link.streams.some(({ name }) => name === usersStream)
  const load = () => loadSql(context, link.open(usersStream), { address, flavor, force: true })
  if (hasUsers) await load()
  await loadData()
  return hasUsers ? load() : undefined
}
