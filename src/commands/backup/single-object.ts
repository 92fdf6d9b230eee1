import { claimsPrefix, dataPrefix, isOutside, streamPrefix } from '../../catalog/keys.ts'
import { checksumKey, checksumLine } from '../../catalog/outside.ts'
import { sha256Hex } from '../../codec/hash.ts'
import { renderTemplate, templateKey } from '../../config/config.ts'
import type { SourceStream } from '../../domain/source.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { broadcast } from '../../pipeline/broadcast.ts'
import { localTime } from '../../retention/calendar.ts'
import { tierOf } from '../../retention/periods.ts'
import { progressOf } from './progress.ts'
import { store, type Writing } from './writing.ts'

/** The object's key: the job's template filled in, else the stream's place under `data/`. */
function objectKey({ context, job, base, id, capture, options }: Writing, stream: SourceStream): string {
  if (job.objectName === undefined) return streamPrefix(dataPrefix(job.name, id), stream.name)
  const { timezone } = context.config
  const [tag = ''] = [...options.tags, ...job.tags]
  const { weekDay = 0, monthDay } = job.retention ?? {}
  const now = options.startedAt
  const name = renderTemplate(job.objectName, {
    words: {
      ...base.source.templateWords,
      job: job.name,
      tag,
      level: String(capture.level),
      id,
      tier: tierOf(localTime(now, timezone), { weekDay, ...(monthDay === undefined ? {} : { monthDay }) }),
    },
    now,
    timezone,
  })
  const key = templateKey(name)
  if (isOutside(key)) return key
  throw new HoldfastError(
    'usage',
    `the object-name of job ${job.name} names a place of Holdfast itself: ${key}`,
    {
      hint: 'Begin object-name with a folder of your own, not with data, keys, manifests or another of the format.',
    },
  )
}

/** Says before an object appears outside of the run's folder that it is this run's, for the cleanup of a run that died. */
async function layClaim(writing: Writing, key: string): Promise<void> {
  if (!isOutside(key)) return
  const body = Buffer.from(`${key}\n`)
  const claim = `${claimsPrefix(writing.job.name, writing.id)}${key}`
  await store(writing, { key: claim, body, sha256: sha256Hex(body) })
}

function nameTaken(job: string, key: string, cause: unknown): HoldfastError {
  return new HoldfastError('store-condition-failed', `${key} is there already, and is never replaced`, {
    hint: `Put {id} or {time:YYYYMMDDHHMMSS} into object-name of job ${job}, so that each backup has a name of its own.`,
    context: { job, key },
    cause,
  })
}

/** The name that a stream's one object gets. Errors: `usage` where several streams would get the same. */
export function nameObject(writing: Writing, stream: SourceStream): string {
  const { job, capture } = writing
  const names = capture.streams.map(({ name }) => name)
  if (names.length > 1 && job.objectName !== undefined) {
    throw new HoldfastError(
      'usage',
      `job ${job.name} has ${capture.streams.length} streams (${names.join(', ')}) and one object-name`,
      {
        hint: names.includes('globals')
          ? 'Set globals: false in the source to keep the database alone; or leave object-name out, or use package: volumes.'
          : 'Leave object-name out, or use package: volumes.',
      },
    )
  }
  return objectKey(writing, stream)
}

/**
 * Sends stored bytes to every destination at once, under a name that is never replaced. Errors:
 * `store-condition-failed`, `store-unsupported`.
 */
export async function sendObject(
  writing: Writing,
  stream: SourceStream,
  key: string,
  body: AsyncIterable<Uint8Array>,
  estimate: number | undefined,
): Promise<void> {
  const { context, job, fanOut } = writing
  const upload = progressOf(context.reporter, { job: job.name, stream: stream.name, phase: 'upload' })
  // What is sent goes at another pace than what is read.
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of body) {
      yield piece
      upload.add(piece.length)
    }
  }
  await layClaim(writing, key)
  if (job.checksumFile) await layClaim(writing, checksumKey(key))
  try {
    await fanOut.putStream(key, (readers) => broadcast(counted(), readers), estimate)
    upload.done()
  } catch (error) {
    throw hasCode(error, 'store-condition-failed') ? nameTaken(job.name, key, error) : error
  }
}

/** Takes a sent object into the commit, with its checksum file where the job wants one. */
export async function recordObject(
  writing: Writing,
  object: { readonly key: string; readonly bytes: number; readonly sha256: string },
): Promise<void> {
  writing.written.push(object)
  if (!writing.job.checksumFile) return
  const line = Buffer.from(checksumLine(object.key, object.sha256))
  await store(writing, { key: checksumKey(object.key), body: line, sha256: sha256Hex(line) })
}
