import type { ZrbBackup } from '../../catalog/zrb/listing.ts'
import type { Secret } from '../../domain/secret.ts'
import type { ChainLink, Source } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { openParts } from '../../pipeline/parts-stream.ts'
import type { CommandContext } from '../context.ts'
import { iteratorOf } from '../repository/single-stream.ts'
import type { FoundChain } from './places.ts'

/** What opens a chain of another tool. */
export interface ChainKeys {
  readonly identities: readonly Secret[]
  readonly onFetched: (bytes: number) => void
}

/** The first bytes of a stream; the rest is not fetched. */
async function headOf(open: ChainLink['open'], stream: string): Promise<Uint8Array> {
  const readable = open(stream)
  try {
    const { value, done } = await iteratorOf(readable).next()
    return done ? new Uint8Array(0) : value
  } finally {
    readable.destroy()
  }
}

function noParts(id: string): HoldfastError {
  return new HoldfastError('store-unsupported', `parts of ${id} cannot be read: it has no index`, {
    hint: 'Restore it whole.',
    context: { id },
  })
}

/** One backup of another tool as a link that the source can restore. Errors: those of opening and of the source. */
export async function linkOfBackup(
  { signal }: CommandContext,
  source: Source,
  { store }: Pick<FoundChain, 'store'>,
  { id, level, dataset, parts, blake3, storedBytes }: ZrbBackup,
  { identities, onFetched }: ChainKeys,
): Promise<ChainLink> {
  const open = () => openParts({ store, parts, blake3, identities, signal, onFetched })
  if (source.foreignPrint === undefined) throw noParts(id)
  return {
    id,
    level,
    streams: [{ name: dataset, mediaType: 'application/vnd.openzfs.send-stream', bytes: storedBytes }],
    description: { type: source.type },
    fingerprint: source.foreignPrint(dataset, await headOf(open, dataset)),
    unread: [],
    open,
    read: async () => {
      throw noParts(id)
    },
  }
}
