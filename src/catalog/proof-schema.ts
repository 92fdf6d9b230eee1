import { z } from 'zod'
import { isJobName, parseId } from './ids.ts'

const id = z.string().refine((text) => parseId(text) !== undefined, 'expected the id of a backup')
const manifest = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const result = z.enum(['passed', 'failed', 'inconclusive'])
const bytes = z.int().nonnegative()

/** Format 1 of a proof: what a statement says, put together. */
export const proofSchema = z.object({
  format: z.literal(1),
  repository: z.uuid(),
  job: z.string().refine(isJobName, 'expected the name of a job'),
  id,
  chain: z.array(z.object({ id, manifest })).min(1),
  destination: z.string(),
  result,
  depth: z.literal('restore'),
  evidence: z.enum(['snapshot', 'stream', 'load-only', 'received']),
  checks: z.array(
    z.object({
      name: z.string(),
      result,
      expected: z.string().exactOptional(),
      found: z.string().exactOptional(),
    }),
  ),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  rtoSeconds: z.number().nonnegative(),
  restoredBytes: bytes,
  fetchedBytes: bytes,
  backup: z
    .object({
      source: z.string(),
      createdAt: z.iso.datetime(),
      ageSeconds: z.number(),
      level: z.int().nonnegative(),
    })
    .exactOptional(),
  files: bytes.exactOptional(),
  tables: bytes.exactOptional(),
  restoreSeconds: z.number().nonnegative().exactOptional(),
  versions: z.record(z.string(), z.string()).exactOptional(),
  host: z.string(),
  tool: z.object({ name: z.literal('holdfast'), version: z.string() }),
  run: z
    .object({
      url: z.string().exactOptional(),
      id: z.string().exactOptional(),
      actor: z.string().exactOptional(),
    })
    .exactOptional(),
})
