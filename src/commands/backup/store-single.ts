import type { SourceStream } from '../../domain/source.ts'
import { createSingleWriter } from '../../pipeline/single-writer.ts'
import { defaultFrame } from '../../pipeline/workshop.ts'
import type { StoreStream } from './record.ts'
import { nameObject, recordObject, sendObject } from './single-object.ts'
import { compressionOf, type Writing } from './writing.ts'

/**
 * `package: single`: one object from one stream, at every destination at once. Objects of a name that is taken are
 * never replaced. Errors: `usage` for a source of several streams, `store-unsupported`.
 */
export function storeAsSingle(writing: Writing): StoreStream {
  const { context, job, key } = writing
  const hashes = (stream: SourceStream) => ({
    sha256: stream.observerReplacesHash !== true,
    blake3: job.hashes.includes('blake3'),
  })
  return async (stream, progress) => {
    const name = nameObject(writing, stream)
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
    await sendObject(writing, stream, name, body, stream.estimate)
    const { storedBytes, storedSha256, ...plain } = await result
    const object = { key: name, bytes: storedBytes, sha256: storedSha256 }
    await recordObject(writing, object)
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
