/** How far a restore over a data directory has come. */
export type Step =
  | 'staging'
  | 'stopping'
  | 'moving'
  | 'placing'
  | 'starting'
  | 'rolling-back'
  | 'putting-back'

export interface PlaceRecord {
  readonly owner: string
  readonly datadir: string
  readonly staging: string
  readonly safety: string
  /** Files outside of the data directory that were put aside. */
  readonly outside?: readonly { readonly path: string; readonly safety: string }[]
  readonly step: Step
  /** What the directories hold is moved one by one or copied: they cannot be renamed. */
  readonly inPieces: boolean
  /** Nobody works on it any more, though its process may live. */
  readonly abandoned?: boolean
  /** Commands to paste; empty where nobody knows the server. */
  readonly stop: string
  readonly start: string
}
