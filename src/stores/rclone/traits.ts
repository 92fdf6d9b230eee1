import { z } from 'zod'
import { HoldfastError } from '../../errors/error.ts'
import type { Rclone } from './call.ts'

/** Debian 12 and Ubuntu 24.04 have it. */
const oldest = [1, 60] as const

const featuresSchema = z.object({
  Hashes: z.array(z.string()).nullish(),
  Features: z.object({
    BucketBased: z.boolean().default(false),
    Copy: z.boolean().default(false),
    IsLocal: z.boolean().default(false),
    Move: z.boolean().default(false),
    /** Unknown before 1.63. */
    PartialUploads: z.boolean().optional(),
    PutStream: z.boolean().default(false),
    SlowHash: z.boolean().default(false),
  }),
})

/** What a remote is like, by rclone's own account of it. */
export interface Traits {
  /**
   * How an object appears whole: `direct` where an upload is invisible until it is complete, `rename` from a temporary
   * name elsewhere, `never` where there is neither.
   */
  readonly appears: 'direct' | 'rename' | 'never'
  /** Whether a rename is to be had at all. */
  readonly renames: boolean
  /** Whether a rename replaces what is there in one step. */
  readonly replaces: boolean
  /** Whether it takes a stream of unknown length without a temporary file. */
  readonly streams: boolean
  /** The hash that a listing shows without reading the objects. */
  readonly hash: string | undefined
  /** Whether only whole seconds of times agree between a listing and a single look. */
  readonly coarseTimes: boolean
}

/** Reads what `rclone backend features` prints. */
export function parseTraits(json: string): Traits {
  const { Hashes, Features: has } = featuresSchema.parse(JSON.parse(json))
  const renames = has.Move || has.Copy
  // An object store cuts an upload that stops short; a drive may keep what it got.
  const whole = has.BucketBased && !has.PartialUploads
  const visible = has.PartialUploads ?? !has.BucketBased
  const hashes = has.SlowHash ? [] : (Hashes ?? [])
  return {
    appears: whole ? 'direct' : renames ? 'rename' : visible ? 'never' : 'direct',
    renames,
    replaces: has.IsLocal,
    streams: has.PutStream,
    hash: ['sha256', 'sha1', 'md5'].find((name) => hashes.includes(name)) ?? hashes[0],
    coarseTimes: has.BucketBased,
  }
}

/** Refuses an rclone that is too old, by what `rclone version` prints. Errors: `tool-missing`. */
export function checkVersion(printed: string): void {
  const [, name = '', major = '', minor = ''] = /^rclone (v?(\d+)\.(\d+)\S*)/.exec(printed) ?? []
  const isNew = Number(major) > oldest[0] || (Number(major) === oldest[0] && Number(minor) >= oldest[1])
  if (name !== '' && isNew) return
  throw new HoldfastError('tool-missing', `rclone ${name || 'of unknown version'} is too old`, {
    hint: `Install rclone ${oldest.join('.')} or newer, from https://rclone.org/downloads/ if your distribution has none.`,
    context: { tool: 'rclone', version: name, needed: oldest.join('.') },
  })
}

/** Asks rclone about itself and about a remote. Errors: `tool-missing`, `tool-failed`. */
export async function readTraits(rclone: Rclone, remote: string, signal: AbortSignal): Promise<Traits> {
  const features = rclone.run({ args: ['backend', 'features', '--', remote], signal })
  // Asked for at once; whether this rclone knows the question comes first.
  features.catch(() => undefined)
  checkVersion(await rclone.run({ args: ['version'], signal }))
  try {
    return parseTraits(await features)
  } catch (error) {
    // rclone takes for a file what it may not look at: a listing says what is wrong.
    await rclone.run({ args: ['lsjson', '--', remote], signal })
    throw error
  }
}
