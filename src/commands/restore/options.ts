/** What `holdfast restore` was asked. */
export interface RestoreCommandOptions {
  readonly to?: string
  readonly at?: Date
  readonly include: readonly string[]
  /** Tables of a database; empty means everything. */
  readonly tables?: readonly string[]
  readonly overwrite: boolean
  readonly force: boolean
  /** Asks the store for what lies in an archive. */
  readonly thaw?: boolean
  /** Brings back what is undamaged and names the rest. */
  readonly salvage?: boolean
  readonly dryRun: boolean
}
