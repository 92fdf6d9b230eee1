import { join } from 'node:path'
import { readJournals, type StoredJournal } from '../../../../src/catalog/journal.ts'
import type { Home } from './home.ts'

/** The journals that killed runs of a space left. */
export async function journals({ root }: Pick<Home, 'root'>): Promise<readonly StoredJournal[]> {
  return (await readJournals(join(root, 'state'))).journals
}

/** `<stream> <seq>` of what a journal says is stored. */
export function journaled(list: readonly StoredJournal[]): Set<string> {
  return new Set(list.flatMap(({ volumes }) => volumes.map(({ stream, seq }) => `${stream} ${seq}`)))
}
