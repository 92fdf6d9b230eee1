import type { JobSettings } from '../../config/settings.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Compression, ObjectReference } from '../../domain/manifest.ts'
import type { Capture, SourceStream } from '../../domain/source.ts'
import type { FanOut } from '../../pipeline/fan-out.ts'
import type { CommandContext } from '../context.ts'
import type { FailedDestination } from '../repository/destination.ts'
import type { Base } from './base.ts'
import type { PublicKey } from './data-key.ts'
import type { IndexRecorder } from './index-recorder.ts'
import type { WriteOptions } from './options.ts'
import type { ChosenParent, Stocked } from './parent.ts'
import type { Resumable } from './resumable.ts'

/** A run in progress: what its steps share. */
export interface Writing {
  readonly context: CommandContext
  readonly job: JobSettings
  readonly base: Base
  readonly options: WriteOptions
  readonly id: string
  readonly capture: Capture
  readonly index: IndexRecorder
  /** Of an increment. */
  readonly parent: ChosenParent | undefined
  /** Absent: nothing is encrypted. */
  readonly key: PublicKey | undefined
  /** The stored wraps of the key. */
  readonly wraps: readonly ObjectReference[]
  /** Those of them that have to be stored. */
  readonly wrapBodies: readonly Uint8Array[]
  /** The interrupted run that this one goes on with. */
  readonly resumed: Resumable | undefined
  readonly destinations: readonly Stocked[]
  readonly fanOut: FanOut
  /** Destinations that got nothing, or not all. */
  readonly failed: FailedDestination[]
  /** Every object that this run stored. */
  readonly written: ObjectReference[]
  readonly warnings: Finding[]
}

/** Stores an object at every destination that keeps up, and remembers it for the commit. */
export async function store(
  { fanOut, written }: Writing,
  { key, body, sha256 }: { key: string; body: Uint8Array; sha256: string },
): Promise<void> {
  await fanOut.put(key, body, sha256)
  written.push({ key, bytes: body.byteLength, sha256 })
}

/** How a stream is compressed: as the job says, unless it is already. */
export function compressionOf(job: JobSettings, { compressed }: SourceStream): Compression {
  return compressed === true ? { type: 'none' } : job.compression
}
