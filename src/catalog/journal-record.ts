import { z } from 'zod'

const reference = z.object({ key: z.string(), bytes: z.int().nonnegative(), sha256: z.string() })

/** What a run that can be resumed says of itself. */
const resume = z.object({
  /** ISO 8601: the id, and when the backup is from. */
  startedAt: z.string(),
  /** The level asked for, and the parent chosen for it; a base that was gone may have made it a full one. */
  wanted: z.int().nonnegative(),
  wantedParent: z.string().nullable(),
  /** What the source needs to find its streams again. */
  source: z.string(),
  /** What must be as it was: destinations, recipients, compression. */
  terms: z.string(),
  wraps: z.array(reference).readonly(),
})

const header = z.object({
  v: z.literal(1),
  repository: z.string(),
  job: z.string(),
  id: z.string(),
  /** The id of the backup that this one is based on. */
  parent: z.string().nullable(),
  /** The public half of the run's data key; null without encryption. */
  recipient: z.string().nullable(),
  resume: resume.exactOptional(),
})

const volume = z.object({
  stream: z.string(),
  seq: z.int().nonnegative(),
  key: z.string(),
  /** Where the volume's plain bytes begin in the stream, and how many they are. */
  offset: z.int().nonnegative(),
  length: z.int().nonnegative(),
  plainSha256: z.string().exactOptional(),
  /** Of the volumes list, for a run that can be resumed. */
  frames: z.array(z.int().nonnegative()).readonly().exactOptional(),
  /** Of the stored object. */
  bytes: z.int().nonnegative(),
  sha256: z.string(),
})

/** Which run a journal belongs to; no secret is in it. */
export type JournalHeader = Omit<z.infer<typeof header>, 'v'>

/** A volume that the store has acknowledged. */
export type JournalVolume = z.infer<typeof volume>

export interface JournalContent {
  readonly header: JournalHeader
  readonly volumes: readonly JournalVolume[]
  /** False where a line was cut off or is damaged: it and all after it count as not written. */
  readonly whole: boolean
}

/** The first line. Only the known fields are written, whatever else the object holds. */
export function encodeHeader(run: JournalHeader): string {
  return `${JSON.stringify(header.parse({ v: 1, ...run }))}\n`
}

/** The line of a volume, likewise. */
export function encodeVolume(record: JournalVolume): string {
  return `${JSON.stringify(volume.parse(record))}\n`
}

/** Reads a journal as far as it is whole; undefined where not even its header is. */
export function parseJournal(text: string): JournalContent | undefined {
  const lines = text.split('\n')
  const unfinished = lines.pop()
  const first = header.safeParse(jsonOf(lines[0]))
  if (!first.success) return undefined
  const { v: _version, ...run } = first.data
  const volumes: JournalVolume[] = []
  for (const line of lines.slice(1)) {
    const record = volume.safeParse(jsonOf(line))
    if (!record.success) return { header: run, volumes, whole: false }
    volumes.push(record.data)
  }
  return { header: run, volumes, whole: unfinished === '' }
}

function jsonOf(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}
