import type { IndexDirectory, IndexFile } from './index-entry.ts'
import type { ChainLink } from './source.ts'

/** The tree as it was at the last link of a chain: unchanged entries resolved in their ancestors. */
export interface TreeView {
  directories(): AsyncIterable<{ readonly link: ChainLink; readonly entry: IndexDirectory }>
  files(): AsyncIterable<{ readonly link: ChainLink; readonly entry: IndexFile }>
}
