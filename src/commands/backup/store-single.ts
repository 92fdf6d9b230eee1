import { claimsPrefix, dataPrefix, isOutside, streamPrefix } from '../../catalog/keys.ts'
import { checksumKey, checksumLine } from '../../catalog/outside.ts'
import { sha256Hex } from '../../codec/hash.ts'
import { renderTemplate, templateKey } from '../../config/config.ts'
import type { SourceStream } from '../../domain/source.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { broadcast } from '../../pipeline/broadcast.ts'
import { createSingleWriter } from '../../pipeline/single-writer.ts'
import { defaultFrame } from '../../pipeline/workshop.ts'
import { localTime } from '../../retention/calendar.ts'
import { tierOf } from '../../retention/periods.ts'
import { type Progress, progressOf } from './progress.ts'
import type { StoreStream } from './record.ts'
import { compressionOf, store, type Writing } from './writing.ts'

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

/** The stored bytes as destinations take them: what is sent goes at another pace than what is read. */
async function* counted(body: AsyncIterable<Uint8Array>, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const piece of body) {
    yield piece
    progress.add(piece.length)
  }
}

/**
 * `package: single`: one object from one stream, at every destination at once. Objects of a name that is taken are
 * never replaced. Errors: `usage` for a source of several streams, `store-unsupported`.
 */
export function storeAsSingle(writing: Writing): StoreStream {
  const { context, job, key, capture, fanOut, written } = writing
  const hashes = (stream: SourceStream) => ({
    sha256: stream.observerReplacesHash !== true,
    blake3: job.hashes.includes('blake3'),
  })
  return async (stream, progress) => {
    if (capture.streams.length > 1 && job.objectName !== undefined) {
      throw new HoldfastError(
        'usage',
        `job ${job.name} has ${capture.streams.length} streams and one object-name`,
        {
          hint: 'Leave object-name out, or use package: volumes.',
        },
      )
    }
    const name = objectKey(writing, stream)
    const source = stream.open()
    // A destination that refuses before it reads leaves the source's end to nobody.
    source.on('error', () => undefined)
    const compression = compressionOf(job, stream)
    const { body, result } = createSingleWriter(source, {
      compression,
      ...(key && { recipient: key.recipient }),
      hashes: hashes(stream),
      ...(stream.observer && { observer: stream.observer }),
      onBytes: progress.add,
      signal: context.signal,
      ...(job.parallel === undefined ? {} : { workers: job.parallel }),
    })
    const { estimate } = stream
    await layClaim(writing, name)
    if (job.checksumFile) await layClaim(writing, checksumKey(name))
    try {
      const upload = progressOf(context.reporter, { job: job.name, stream: stream.name, phase: 'upload' })
      await fanOut.putStream(name, (readers) => broadcast(counted(body, upload), readers), estimate)
      upload.done()
    } catch (error) {
      throw hasCode(error, 'store-condition-failed') ? nameTaken(job.name, name, error) : error
    }
    const { storedBytes, storedSha256, ...plain } = await result
    const object = { key: name, bytes: storedBytes, sha256: storedSha256 }
    written.push(object)
    if (job.checksumFile) {
      const line = Buffer.from(checksumLine(name, storedSha256))
      await store(writing, { key: checksumKey(name), body: line, sha256: sha256Hex(line) })
    }
    const { name: streamName, mediaType } = stream
    return {
      summary: {
        name: streamName,
        mediaType,
        compression,
        volumes: 0,
        frame: defaultFrame,
        span: defaultFrame,
        storedBytes,
        object,
      },
      plain: { name: streamName, ...plain },
      volumes: [],
    }
  }
}
