import { z } from 'zod'
import type { Finding } from '../domain/finding.ts'
import type { ByteString } from '../domain/index-entry.ts'
import { byteText, fromByteText, toByteText } from './byte-text.ts'
import { checkShape, jsonBytes, type Naming, parseJson } from './json.ts'
import { compress, decompress } from './zstd-json.ts'

const largest = 256 * 1024 ** 2
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const finding = z.object({
  severity: z.enum(['ok', 'info', 'warning', 'error']),
  code: z.string(),
  message: z.string(),
  hint: z.string().exactOptional(),
  command: z.string().exactOptional(),
  names: z.array(z.string()).readonly().exactOptional(),
})

const schema = z.object({
  format: z.literal(1),
  streams: z.array(
    z.object({
      name: z.string(),
      bytes: z.int().nonnegative(),
      sha256: hash.exactOptional(),
      blake3: hash.exactOptional(),
    }),
  ),
  index: z.object({ bytes: z.int().nonnegative() }).exactOptional(),
  fingerprint: z.unknown().optional(),
  warnings: z.array(finding),
  unread: z.array(byteText),
  toolOutput: z.string().exactOptional(),
})

/** Sizes and hashes of one plain stream. */
export interface StreamMeta {
  readonly name: string
  readonly bytes: number
  /** Absent where each file has its own, in the index. */
  readonly sha256?: string
  readonly blake3?: string
}

/** What of a backup only its keys may show: it is stored encrypted like the data. */
export interface Meta {
  readonly format: 1
  readonly streams: readonly StreamMeta[]
  /** Plain bytes of the index's pages. */
  readonly index?: { readonly bytes: number }
  readonly fingerprint?: unknown
  readonly warnings: readonly Finding[]
  /** Byte strings. Stored as text where they are UTF-8, else as `{"base64": …}`. */
  readonly unread: readonly ByteString[]
  readonly toolOutput?: string
}

/** JSON, then zstd; the caller encrypts it. */
export function encodeMeta(meta: Meta): Uint8Array {
  return compress(jsonBytes({ ...meta, unread: meta.unread.map(toByteText) }))
}

/** Of the decrypted bytes. Errors: `object-damaged` naming the field. */
export function decodeMeta(compressed: Uint8Array, key?: string): Meta {
  const naming: Naming = { code: 'object-damaged', what: 'the meta object', key }
  const { unread, ...rest } = checkShape(
    schema,
    parseJson(decompress(compressed, largest, naming), naming),
    naming,
  )
  return { ...rest, unread: unread.map(fromByteText) }
}
