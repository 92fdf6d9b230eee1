import { Readable } from 'node:stream'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { type Extraction, extractTar } from '../extract.ts'
import { directoryRecord } from '../member-record.ts'
import { zipStream } from '../tree-stream.ts'
import { indexOf } from '../tree-view.ts'
import { createSequence } from './sequence.ts'
import { tarMemberOf } from './tar-of-zip.ts'

/** Extracts a whole zip archive into a directory that is empty and ours, with owners and times of the index. `foreign` counts those of other users. */
export async function extractZip(
  context: SourceContext,
  link: ChainLink,
  directory: string,
): Promise<Extraction & { readonly files: number; readonly bytes: number; readonly foreign: number }> {
  const index = indexOf(link)
  const own = process.geteuid?.()
  let files = 0
  let foreign = 0
  const sequence = createSequence(link.open(zipStream.name))
  async function skipTo(offset: number): Promise<void> {
    for await (const _ of sequence.take(offset - sequence.position));
  }
  async function* archive(): AsyncGenerator<Uint8Array> {
    for await (const entry of index.directories()) {
      if (own !== 0 && entry.uid !== own) foreign += 1
      yield directoryRecord(entry)
    }
    for await (const entry of index.files()) {
      if (own !== 0 && entry.uid !== own) foreign += 1
      await skipTo(entry.offset)
      yield* tarMemberOf(link, entry, sequence.take(entry.length))
      files += 1
    }
    // The stream's own checks come at its end.
    for await (const _ of sequence.rest());
    yield Buffer.alloc(1024)
  }
  try {
    const { lost } = await extractTar(context, Readable.from(archive()), directory, { incremental: false })
    return { files, bytes: sequence.position, lost, foreign }
  } finally {
    sequence.close()
  }
}
