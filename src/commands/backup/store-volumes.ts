import { type Journal, type JournalVolume, openJournal } from '../../catalog/journal.ts'
import { dataPrefix } from '../../catalog/keys.ts'
import { pump } from '../../pipeline/pump.ts'
import type { KnownVolume } from '../../pipeline/stream-options.ts'
import { createVolumeWriter, type VolumeWriter } from '../../pipeline/volume-writer.ts'
import { defaultFrame, defaultSpan } from '../../pipeline/workshop.ts'
import type { StoreStream } from './record.ts'
import { termsOf } from './resumable.ts'
import { compressionOf, type Writing } from './writing.ts'

/** The writer of this run's volumes: each is stored everywhere, remembered for the commit, and journaled. */
export function openWriter(writing: Writing, journal: Journal): VolumeWriter {
  const { context, job, id, fanOut, written } = writing
  return createVolumeWriter({
    workerUrl: context.workerUrl,
    ...(job.parallel === undefined ? {} : { workers: job.parallel }),
    sink: fanOut.put,
    async onVolume(
      { stream, seq, key, bytes, sha256, frames },
      { plainOffset, plainBytes, plainSha256, known },
    ) {
      written.push({ key, bytes, sha256 })
      if (known) return
      await journal.append({
        ...{ stream, seq, key, offset: plainOffset, length: plainBytes, bytes, sha256 },
        ...(plainSha256 !== undefined && { plainSha256, frames }),
      })
    },
    signal: context.signal,
    dataPrefix: dataPrefix(job.name, id),
  })
}

/** `package: volumes`: independent objects of 16 MiB plain bytes. */
export function storeInVolumes(writing: Writing, writer: VolumeWriter): StoreStream {
  const { context, job, key, capture, resumed } = writing
  const known = new Map(
    (resumed?.volumes ?? []).map((volume) => [`${volume.seq} ${volume.stream}`, knownVolume(volume)]),
  )
  return async (stream, progress) => {
    const { name, mediaType, observer } = stream
    const compression = compressionOf(job, stream)
    const target = writer.stream({
      name,
      compression,
      ...(key && { recipient: key.recipient }),
      hashes: { sha256: stream.observerReplacesHash !== true, blake3: job.hashes.includes('blake3') },
      volumeHash: capture.resume !== undefined,
      known: (seq) => known.get(`${seq} ${name}`),
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

function knownVolume(volume: JournalVolume): KnownVolume | undefined {
  const { stream, seq, key, bytes, sha256, frames, length, plainSha256 } = volume
  if (frames === undefined || plainSha256 === undefined) return undefined
  return { record: { stream, seq, key, bytes, sha256, frames }, plainBytes: length, plainSha256 }
}

/** The run's journal, which outlives it only when it dies, or when a later run can go on with it. */
export function beginJournal(writing: Writing): Promise<Journal> {
  const { context, job, id, destinations, parent, key, capture, base, options, wraps, resumed } = writing
  const { resume: source } = capture
  return openJournal(
    context.stateDirectory,
    {
      repository: destinations[0]?.repository.repository ?? '',
      job: job.name,
      id,
      parent: parent?.entry.id ?? null,
      recipient: key?.recipient ?? null,
      ...(source !== undefined && {
        resume: {
          startedAt: options.startedAt.toISOString(),
          wanted: base.level,
          wantedParent: base.parent?.entry.id ?? null,
          source,
          terms: termsOf(context, job, base),
          wraps,
        },
      }),
    },
    resumed?.volumes,
  )
}
