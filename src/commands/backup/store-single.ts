import { basename } from 'node:path'
import { dataPrefix, streamPrefix } from '../../catalog/keys.ts'
import { sha256Hex } from '../../codec/hash.ts'
import { renderTemplate } from '../../config/config.ts'
import type { SourceStream } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { broadcast } from '../../pipeline/broadcast.ts'
import { createSingleWriter } from '../../pipeline/single-writer.ts'
import { defaultFrame } from '../../pipeline/workshop.ts'
import { localTime } from '../../retention/calendar.ts'
import { tierOf } from '../../retention/periods.ts'
import type { StoreStream } from './record.ts'
import { store, type Writing } from './writing.ts'

/** The object's key: the job's template filled in, else the stream's place under `data/`. */
function objectKey({ context, job, base, id, capture, options }: Writing, stream: SourceStream): string {
  if (job.objectName === undefined) return streamPrefix(dataPrefix(job.name, id), stream.name)
  const { timezone } = context.config
  const [tag = ''] = [...options.tags, ...job.tags]
  const { weekDay = 0, monthDay } = job.retention ?? {}
  const now = options.startedAt
  return renderTemplate(job.objectName, {
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
    const { body, result } = createSingleWriter(source, {
      compression: job.compression,
      ...(key && { recipient: key.recipient }),
      hashes: hashes(stream),
      ...(stream.observer && { observer: stream.observer }),
      onBytes: progress.add,
      signal: context.signal,
      ...(job.parallel === undefined ? {} : { workers: job.parallel }),
    })
    const { estimate } = stream
    await fanOut.putStream(name, (readers) => broadcast(body, readers), estimate)
    const { storedBytes, storedSha256, ...plain } = await result
    const object = { key: name, bytes: storedBytes, sha256: storedSha256 }
    written.push(object)
    if (job.checksumFile) {
      const line = Buffer.from(`${storedSha256}  ${basename(name)}\n`)
      await store(writing, { key: `${name}.sha256`, body: line, sha256: sha256Hex(line) })
    }
    const { name: streamName, mediaType } = stream
    const { compression } = job
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
