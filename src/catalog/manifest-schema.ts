import { z } from 'zod'
import { idPattern, jobPattern, parseId } from './ids.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected a lower-case hex SHA-256')
const manifestHash = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'expected sha256: and lower-case hex')
const count = z.int().nonnegative()
const time = z.iso.datetime()
const label = z.string().min(1).max(1000)
const id = z
  .string()
  .regex(idPattern, 'expected the id of a backup')
  .refine((text) => parseId(text) !== undefined, 'expected the id of a backup')
const level = z.int().min(0).max(99)

/** A key of the repository: relative, without empty or dotted segments, printable ASCII. */
const objectKey = z
  .string()
  .max(1024)
  .regex(/^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\x21-\x7e]+(?<!\/)$/, 'expected the key of an object')
  .refine((key) => !key.startsWith('/') && !key.includes('//'), 'expected the key of an object')

export const objectReference = z.object({ key: objectKey, bytes: count, sha256: hash })

const compression = z.discriminatedUnion('type', [
  z.object({ type: z.literal('zstd'), level: z.int() }),
  z.object({ type: z.literal('gzip'), level: z.int() }),
  z.object({ type: z.literal('none') }),
])

const stream = z.object({
  name: label,
  mediaType: label,
  compression,
  volumes: count,
  frame: z.int().positive(),
  span: z.int().positive(),
  storedBytes: count,
  object: objectReference.exactOptional(),
  archive: z.literal('7z').exactOptional(),
})

const encryption = z.discriminatedUnion('type', [
  z.object({ type: z.literal('age'), recipient: label, wraps: z.int().positive() }),
  z.object({ type: z.literal('none') }),
])

/** Format 1. Fields that a later version adds are passed over; what changes a meaning is a required feature. */
export const manifestSchema = z.object({
  format: z.literal(1),
  repository: z.uuid(),
  id,
  job: z.string().regex(jobPattern, 'expected the name of a job'),
  tags: z.array(label).max(100),
  createdAt: time,
  finishedAt: time,
  tool: z.object({ name: z.literal('holdfast'), version: label }),
  host: label,
  run: z
    .object({ url: label.exactOptional(), id: label.exactOptional(), actor: label.exactOptional() })
    .exactOptional(),
  source: z.object({ type: label }).catchall(z.union([z.string(), z.number(), z.boolean()])),
  level,
  parent: z.object({ id, manifest: manifestHash }).nullable(),
  encryption,
  streams: z.array(stream).min(1),
  objects: z.object({
    volumes: objectReference,
    meta: objectReference,
    index: objectReference.exactOptional(),
    state: objectReference.exactOptional(),
  }),
  evidence: z.enum(['snapshot', 'stream', 'load-only']),
  unread: count,
  stats: z.object({
    sourceBytes: count,
    storedBytes: count,
    seconds: z.number().nonnegative(),
    files: count.exactOptional(),
    tables: count.exactOptional(),
  }),
})
