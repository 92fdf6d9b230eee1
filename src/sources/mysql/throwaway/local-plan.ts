import type { CopyKeeper } from '../../../domain/copy.ts'
import type { ServerProgram } from './programs.ts'

export type Access = 'visitor' | 'everybody'

export interface LocalPlan {
  readonly program: ServerProgram
  /** The data directory; made and filled where `prepared` is not set. */
  readonly datadir: string
  /** It holds a prepared copy: its accounts are not asked for. */
  readonly prepared?: boolean
  /** Of a prepared copy: lets in a visitor of its own, which the copy then holds; or everybody, and nothing is changed. */
  readonly access?: Access
  /** Further options of the server. */
  readonly options?: readonly string[]
  /** The server outlives this process, and the directory that its data lies in is its own; never a prepared copy. */
  readonly keeper?: CopyKeeper | undefined
}
