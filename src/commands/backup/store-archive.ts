import { createReadStream } from 'node:fs'
import { percentEncode } from '../../catalog/percent-encode.ts'
import { createSha256 } from '../../codec/hash.ts'
import type { SourceStream } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { type Packed, packArchive } from '../../pipeline/seven-zip/pack.ts'
import { openSpool } from '../../pipeline/seven-zip/spool.ts'
import { defaultFrame } from '../../pipeline/workshop.ts'
import { step } from '../context.ts'
import { environmentForChildren } from '../repository/child-environment.ts'
import { previousStats } from './previous-stats.ts'
import type { RecordedStream, StoreStream } from './record.ts'
import { nameObject, recordObject, sendObject } from './single-object.ts'
import type { Writing } from './writing.ts'

/** Plain bytes that are to be expected: the stream's own estimate, else the last backup's. */
function expectedBytes({ capture, destinations }: Writing, { estimate }: SourceStream): number {
  const alone = capture.streams.length === 1
  return estimate ?? (alone ? previousStats(destinations, capture.level)?.sourceBytes : undefined) ?? 0
}

async function send(writing: Writing, stream: SourceStream, packed: Packed): Promise<RecordedStream> {
  const { path, archiveBytes, ...plain } = packed
  const key = nameObject(writing, stream)
  const sha256 = createSha256()
  async function* body(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      sha256.update(chunk as Buffer)
      yield chunk as Buffer
    }
  }
  await sendObject(writing, stream, key, body(), archiveBytes)
  const object = { key, bytes: archiveBytes, sha256: sha256.hex() }
  await recordObject(writing, object)
  const { name, mediaType } = stream
  return {
    summary: {
      name,
      mediaType,
      compression: { type: 'none' },
      archive: '7z',
      volumes: 0,
      frame: defaultFrame,
      span: defaultFrame,
      storedBytes: archiveBytes,
      object,
    },
    plain: { name, ...plain },
    volumes: [],
  }
}

/**
 * `package: 7z`: an encrypted archive of one file, made in the spool and then sent like a single object. The spool is
 * empty again whatever happens. Errors: those of `packArchive`, `usage` for a source of several streams.
 */
export function storeAsArchive(writing: Writing): StoreStream {
  const { context, job } = writing
  return async (stream, progress) => {
    const { passphrase } = context.config.encryption()
    if (passphrase === undefined || job.spool === undefined) {
      throw new HoldfastError(
        'usage',
        `package: 7z of job ${job.name} needs a spool and encryption.passphrase`,
        {
          hint: 'Set spool in the job and encryption.passphrase, or use package: single.',
        },
      )
    }
    nameObject(writing, stream)
    // The plain copy and, where it does not shrink, an archive of the same size lie there at the same time.
    const spool = await openSpool(job.spool, 2 * expectedBytes(writing, stream))
    try {
      const packed = await packArchive(() => stream.open(), {
        member: percentEncode(stream.name),
        spool,
        passphrase,
        store: job.compression.type === 'none',
        ...(job.parallel === undefined ? {} : { threads: job.parallel }),
        hashes: { sha256: stream.observerReplacesHash !== true, blake3: job.hashes.includes('blake3') },
        ...(stream.observer && { observer: stream.observer }),
        onBytes: progress.add,
        onPacking: () => step(context, 'all read, packing with 7-Zip', job.name),
        environment: environmentForChildren(context),
        signal: context.signal,
      })
      return await send(writing, stream, packed)
    } finally {
      await spool.remove()
    }
  }
}
