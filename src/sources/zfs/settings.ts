/** What a ZFS source is made of; parsed and checked. */
export interface ZfsSettings {
  /** `pool/dataset`; empty in a restore of a job that the configuration does not have. */
  readonly dataset: string
  readonly recursive: boolean
  /** `auto`: raw where the dataset is encrypted. */
  readonly raw: 'auto' | boolean
  /** Template of the names of snapshots. */
  readonly snapshotName?: string
  /** `own`: a snapshot is made; else the name or pattern of snapshots that somebody else makes. */
  readonly snapshots: string
  readonly properties: boolean
  readonly keepBase: 'bookmark' | 'snapshot'
  /** Where drills receive; absent: into a throwaway pool on a file. */
  readonly drillParent?: string
}

/** How snapshots are named unless the settings say otherwise. */
export const defaultSnapshotName = 'holdfast-{job}-{time:YYYYMMDDHHMMSS}-L{level}'

/** The kind of every stream: what `zfs send` wrote for one dataset. */
export const streamMediaType = 'application/vnd.openzfs.send-stream'

/** What the name of a dataset looks like; nothing that it fits is an option or a snapshot. */
export const datasetPattern = /^[A-Za-z][\w.:-]*(?:\/[\w.:-][\w.: -]*)*$/
