import { HoldfastError } from '../../errors/error.ts'
import type { SendFlags } from './flags.ts'

/** One dataset of a backup: what an increment of it needs to find. */
export interface DatasetState {
  readonly name: string
  readonly flags: SendFlags
  /** Of the snapshot that was sent. */
  readonly guid: string
}

/** The snapshots of one backup that increments may build on. */
export interface BaseState {
  readonly level: number
  /** The name of its snapshots. */
  readonly snapshot: string
  readonly datasets: readonly DatasetState[]
}

/** What a ZFS backup leaves for the next increment. */
export interface ZfsState {
  readonly dataset: string
  readonly recursive: boolean
  readonly base: BaseState
  /** What backups of lower levels left, lowest first: later increments of theirs still need it. */
  readonly lower: readonly BaseState[]
}

/** The state as bytes. */
export function encodeState(state: ZfsState): Buffer {
  return Buffer.from(JSON.stringify({ format: 1, type: 'zfs', ...state }))
}

/** The reverse of {@link encodeState}. Errors: `state-unusable`. */
export function decodeState(bytes: Uint8Array): ZfsState {
  try {
    const state = JSON.parse(Buffer.from(bytes).toString('utf8')) as ZfsState & Record<string, unknown>
    if (state.format !== 1 || state.type !== 'zfs') throw new Error('not the state of a dataset')
    const { dataset, recursive, base, lower } = state
    return { dataset, recursive, base, lower }
  } catch (cause) {
    throw new HoldfastError('state-unusable', 'the state of the previous backup is not usable', {
      hint: 'Make a full backup: `holdfast backup --level 0`.',
      cause,
    })
  }
}

/** The bases that increments of any level may still need once a backup of `level` is there, lowest first. */
export function neededBases(parent: ZfsState | undefined, base: BaseState): readonly BaseState[] {
  const before = parent === undefined ? [] : [...parent.lower, parent.base]
  return [...before.filter(({ level }) => level < base.level), base]
}
