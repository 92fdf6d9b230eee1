import { z } from 'zod'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import type { Finding } from '../../domain/finding.ts'
import type { ChainLink } from '../../domain/source.ts'
import { driftOf, window } from '../../drill/drift.ts'
import type { DatabaseShape, Measured } from '../../drill/measured.ts'
import type { CommandContext } from '../context.ts'
import type { FoundBackup } from '../repository/find.ts'
import { openersFor } from '../repository/identities.ts'
import { openChain } from '../repository/open-chain.ts'

/** What of any source's fingerprint can be compared over time; other kinds of fingerprint have nothing of it. */
const shapes = z.object({
  databases: z.array(
    z.object({
      database: z.string(),
      tables: z.array(z.object({ name: z.string(), rows: z.number() })),
      structure: z.string().optional(),
    }),
  ),
})

function shapesIn(fingerprint: unknown): readonly DatabaseShape[] | undefined {
  return shapes.safeParse(fingerprint).data?.databases
}

const measured = ({ id, stats }: CatalogueEntry, databases?: readonly DatabaseShape[]): Measured => ({
  id,
  storedBytes: stats.storedBytes,
  seconds: stats.seconds,
  databases,
})

/** The backups of the same level before this one, oldest first, no more than are compared. */
function earlier({ entry, entries }: FoundBackup): readonly CatalogueEntry[] {
  return entries
    .filter(({ level, createdAt, complete, trusted }) => {
      return level === entry.level && complete && trusted && createdAt < entry.createdAt
    })
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .slice(-window)
}

/** The fingerprint of an earlier backup; nothing where it cannot be opened any more: then it is not compared. */
async function shapesOf(context: CommandContext, found: FoundBackup, entry: CatalogueEntry) {
  try {
    const alone = { ...found, entry, chain: [entry] }
    const { links } = await openChain(context, alone, await openersFor(context, alone.chain))
    return shapesIn(links[0]?.fingerprint)
  } catch {
    context.signal.throwIfAborted()
    return undefined
  }
}

/**
 * What is odd about a backup beside those before it. Row counts are in the encrypted part of a backup, so that a drill,
 * which has the identity, is where they can be compared; their metas are read only where this backup has tables.
 */
export async function findDrift(
  context: CommandContext,
  found: FoundBackup,
  last: ChainLink | undefined,
): Promise<readonly Finding[]> {
  const current = shapesIn(last?.fingerprint)
  const history: Measured[] = []
  for (const entry of earlier(found)) {
    history.push(measured(entry, current && (await shapesOf(context, found, entry))))
  }
  return driftOf(history, measured(found.entry, current))
}
