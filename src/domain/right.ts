/**
 * What may be done at a store. `create` writes what is not there yet, `replace` writes over what is; `retain` extends
 * an Object Lock.
 */
export type Operation = 'list' | 'read' | 'create' | 'replace' | 'retain' | 'delete'

/** One operation at several places. */
export interface Right {
  readonly operation: Operation
  /** Keys, or prefixes that end with a slash; an empty one is everything under the destination. */
  readonly places: readonly string[]
}

/** What is wrong with the rights of somebody's credentials. */
export interface RightChange {
  readonly effect: 'allow' | 'deny'
  readonly right: Right
  /** All that the role needs at this destination: some services grant the whole at once. */
  readonly needed: readonly Right[]
}

/** What mends it, in the words of the store's service. */
export interface Remedy {
  readonly hint: string
  /** A policy, line by line, ready to paste. */
  readonly lines?: readonly string[]
  /** A command, ready to paste. */
  readonly command?: string
}
