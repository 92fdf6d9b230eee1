import { z } from 'zod'
import { HoldfastError } from '../../errors/error.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/, 'not a hash')

const manifest = z.object({
  datetime: z.int().min(0),
  backup_level: z.int().min(0),
  target_snapshot: z.string().regex(/@/, 'not a snapshot'),
  parent_snapshot: z.string().default(''),
  parent_s3_path: z.string().default(''),
  blake3_hash: hex,
  parts: z
    .array(
      z
        .object({
          index: z.string().regex(/^[A-Za-z0-9]+$/, 'not the index of a part'),
          blake3_hash: hex.optional(),
          sha256_hash: hex.optional(),
        })
        .refine((part) => part.blake3_hash ?? part.sha256_hash, 'a part without a hash'),
    )
    .min(1),
})

/** An age file that is one piece of a stream. */
export interface ZrbPart {
  readonly key: string
  /** Of the stored bytes, hex; older versions of zrb wrote SHA-256. */
  readonly hash: string
  readonly algorithm: 'blake3' | 'sha256'
}

/** What a manifest of zrb says of one backup. */
export interface ZrbManifest {
  readonly level: number
  readonly createdAt: Date
  /** Full name of the snapshot that was sent. */
  readonly snapshot: string
  /** Of the one that it builds on; empty for level 0. */
  readonly parentSnapshot: string
  /** zrb's path of the parent; empty in what older versions wrote. */
  readonly parentPath: string
  /** BLAKE3 of the whole plain stream, hex. */
  readonly blake3: string
  /** In order of the stream. */
  readonly parts: readonly ZrbPart[]
}

/**
 * Reads a `task_manifest.yaml` of zrb. Keys come from where the manifest lies (`path`), never from what is in it.
 * Errors: `manifest-damaged`.
 */
export async function parseZrbManifest(text: string, path: string): Promise<ZrbManifest> {
  const { parse } = await import('yaml')
  const fail = (why: string, cause?: unknown) =>
    new HoldfastError('manifest-damaged', `manifests/${path} of zrb cannot be read: ${why}`, {
      hint: "Bring the file back from zrb's base_dir or another copy of the bucket; without it `age` and `zfs receive` restore the parts by hand.",
      context: { path },
      cause,
    })
  let content: unknown
  try {
    content = parse(text)
  } catch (cause) {
    throw fail('it is not YAML', cause)
  }
  const read = manifest.safeParse(content)
  if (!read.success) {
    throw fail(read.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; '))
  }
  const { data } = read
  // zrb's workers wrote them in the order in which they were done.
  const parts = data.parts.toSorted((a, b) => (a.index < b.index ? -1 : a.index > b.index ? 1 : 0))
  return {
    level: data.backup_level,
    createdAt: new Date(data.datetime * 1000),
    snapshot: data.target_snapshot,
    parentSnapshot: data.parent_snapshot,
    parentPath: data.parent_s3_path,
    blake3: data.blake3_hash,
    parts: parts.map(({ index, blake3_hash: blake3, sha256_hash: sha256 }) => ({
      key: `data/${path}/snapshot.part-${index}.age`,
      hash: blake3 ?? sha256 ?? '',
      algorithm: blake3 === undefined ? 'sha256' : 'blake3',
    })),
  }
}
