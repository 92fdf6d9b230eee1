import { z } from 'zod'
import type { Store } from '../domain/store.ts'
import { openEnvelope, sealEnvelope } from './envelope.ts'
import { checkShape, jsonBytes, type Naming, parseJson } from './json.ts'
import { writeVerifyLog } from './runlog.ts'
import type { Signer } from './signing-key.ts'

const readingPayloadType = 'application/vnd.holdfast.reading+json'

const schema = z.object({
  format: z.literal(1),
  repository: z.string(),
  job: z.string(),
  /** The destination that was read, by its name where that was done. */
  destination: z.string(),
  depth: z.enum(['checksum', 'contents']),
  /** The part of each backup's objects; absent: all of them. */
  sample: z.object({ part: z.int().positive(), of: z.int().positive() }).optional(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** Those whose objects were whole, by the SHA-256 of the stored bytes of their manifests. */
  backups: z.array(z.object({ id: z.string(), manifest: z.string().regex(/^sha256:[0-9a-f]{64}$/) })),
})

/** That stored objects were read back and had the hashes that their manifests name. */
export type Reading = Readonly<z.infer<typeof schema>>

/** Backups that one log tells of, so that it stays far below what a log may have. */
const mostBackups = 10_000

/** What of a run is told beside the reading. */
export interface ReadingLog {
  readonly status: 'success' | 'unverified'
  /** Of the whole run, what was looked at; absent where objects were not counted. */
  readonly objects?: number | undefined
  readonly bytes: number
}

/**
 * Writes the log of a verification, in it what was read back, signed where a signer is given; of very many backups as
 * several logs. `newest` names it where no backup was whole. Errors: `commit-conflict`, the store's.
 */
export async function writeReading(
  store: Store,
  reading: Reading,
  { status, objects, bytes }: ReadingLog,
  options: { readonly newest: string; readonly signer?: Signer | undefined; readonly signal: AbortSignal },
): Promise<void> {
  const { job, destination, depth, sample, startedAt, finishedAt, backups } = reading
  const sorted = backups.toSorted((a, b) => (a.id < b.id ? 1 : -1))
  for (let from = 0; from === 0 || from < sorted.length; from += mostBackups) {
    const part = sorted.slice(from, from + mostBackups)
    const payload = jsonBytes({ ...reading, backups: part })
    const sealed = sealEnvelope(payload, readingPayloadType, options.signer)
    const log = {
      format: 1,
      command: 'verify',
      job,
      id: from === 0 ? options.newest : (part[0]?.id ?? options.newest),
      status,
      startedAt,
      finishedAt,
      destination,
      depth,
      ...(sample && { sample }),
      ...(objects !== undefined && { objects }),
      bytes,
      reading: JSON.parse(Buffer.from(sealed).toString()) as unknown,
    } as const
    await writeVerifyLog(store, log, options.signal)
  }
}

/** A reading with who vouches for it. */
export interface OpenedReading extends Reading {
  readonly signedBy: string | undefined
}

/** Opens the reading in a log. Errors: `object-damaged`, also for a signature that does not fit. */
export function openReading(log: unknown, key: string): OpenedReading {
  const naming: Naming = { code: 'object-damaged', what: 'the reading in', key }
  const { reading } = checkShape(z.looseObject({ reading: z.unknown() }), log, naming)
  const { payload, signedBy } = openEnvelope(jsonBytes(reading ?? null), { naming })
  return { ...checkShape(schema, parseJson(payload, naming), naming), signedBy }
}
