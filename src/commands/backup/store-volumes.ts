import { type Journal, openJournal } from '../../catalog/journal.ts'
import { dataPrefix } from '../../catalog/keys.ts'
import { pump } from '../../pipeline/pump.ts'
import { createVolumeWriter, type VolumeWriter } from '../../pipeline/volume-writer.ts'
import { defaultFrame, defaultSpan } from '../../pipeline/workshop.ts'
import type { StoreStream } from './record.ts'
import { compressionOf, type Writing } from './writing.ts'

/** The writer of this run's volumes: each is stored everywhere, remembered for the commit, and journaled. */
export function openWriter(writing: Writing, journal: Journal): VolumeWriter {
  const { context, job, id, fanOut, written } = writing
  return createVolumeWriter({
    workerUrl: context.workerUrl,
    ...(job.parallel === undefined ? {} : { workers: job.parallel }),
    sink: fanOut.put,
    async onVolume({ stream, seq, key, bytes, sha256 }, { plainOffset, plainBytes }) {
      written.push({ key, bytes, sha256 })
      await journal.append({ stream, seq, key, offset: plainOffset, length: plainBytes, bytes, sha256 })
    },
    signal: context.signal,
    dataPrefix: dataPrefix(job.name, id),
  })
}

/** `package: volumes`: independent objects of 16 MiB plain bytes. */
export function storeInVolumes(writing: Writing, writer: VolumeWriter): StoreStream {
  const { context, job, key } = writing
  return async (stream, progress) => {
    const { name, mediaType, observer } = stream
    const compression = compressionOf(job, stream)
    const target = writer.stream({
      name,
      compression,
      ...(key && { recipient: key.recipient }),
      hashes: { sha256: stream.observerReplacesHash !== true, blake3: job.hashes.includes('blake3') },
    })
    const pumping = {
      ...(observer && { observer }),
      onBytes: progress.add,
      signal: context.signal,
      freeChunks: true,
    }
    const { volumes, storedBytes, ...plain } = await pump(stream.open(), target, pumping)
    return {
      summary: {
        name,
        mediaType,
        compression,
        volumes: volumes.length,
        frame: defaultFrame,
        span: defaultSpan,
        storedBytes,
      },
      plain: { name, ...plain },
      volumes,
    }
  }
}

/** The run's journal, which outlives it only when it dies. */
export function beginJournal({ context, job, id, destinations, parent, key }: Writing): Promise<Journal> {
  return openJournal(context.stateDirectory, {
    repository: destinations[0]?.repository.repository ?? '',
    job: job.name,
    id,
    parent: parent?.entry.id ?? null,
    recipient: key?.recipient ?? null,
  })
}
