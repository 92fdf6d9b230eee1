import type { ByteString } from '../../../domain/index-entry.ts'
import type { Selection } from '../state.ts'
import type { Complaints } from '../verdict.ts'
import type { ListedDirectory } from '../walk/list-tree.ts'

/** What is written into an archive, and who hears of what is not. */
export interface FillOptions {
  readonly selection: Selection
  readonly directories: readonly ListedDirectory[]
  readonly complaints: Pick<Complaints, 'note'>
  /** Told of a name, or a link's target, that the archive cannot hold. */
  readonly unstorable: (path: ByteString) => void
  readonly signal: AbortSignal
}
