import { Readable } from 'node:stream'
import type { IndexDirectory, IndexFile } from '../../../domain/index-entry.ts'
import type { ChainLink } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { type Differences, note } from '../differences.ts'
import { zipStream } from '../tree-stream.ts'
import { indexOf } from '../tree-view.ts'
import { contentOfMember } from './member.ts'
import { createSequence } from './sequence.ts'
import { createZipParser, type ZipMember } from './zip-parser.ts'

/**
 * Reads a zip archive through once and holds every member, with its content, against the index; what the archive's own
 * directory says is compared as well. Returns how many records were compared.
 */
export async function checkZip(
  link: ChainLink,
  signal: AbortSignal,
  differences: Differences,
): Promise<number> {
  const index = indexOf(link)
  const found: ZipMember[] = []
  const awaited: (IndexDirectory | IndexFile)[] = []
  const parser = createZipParser((member) => void found.push(member))
  let compared = 0

  /** Members are known a little later than their bytes pass. */
  function compare(): void {
    while (found.length > 0 && awaited.length > 0) {
      const [member, entry] = [found.shift() as ZipMember, awaited.shift() as IndexDirectory]
      if (member.offset !== entry.offset || member.length !== entry.length)
        note(differences, entry.path, 'stands elsewhere in the archive')
    }
  }
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of link.open(zipStream.name) as AsyncIterable<Uint8Array>) {
      parser.write(chunk)
      yield chunk
    }
    parser.end()
  }
  const sequence = createSequence(Readable.from(watched()))

  async function check(entry: IndexDirectory | IndexFile): Promise<void> {
    signal.throwIfAborted()
    compared += 1
    // Of the root there is no member.
    if (entry.kind === 'directory' && entry.path === '') return
    awaited.push(entry)
    try {
      for await (const _ of contentOfMember(sequence.take(entry.length), entry, link.id));
    } catch (error) {
      // Damage of the stream itself has a key instead of a path.
      if (!(error instanceof HoldfastError) || error.context.path === undefined) throw error
      note(differences, entry.path, 'differs from the index')
      const left = entry.offset + entry.length - sequence.position
      for await (const _ of sequence.take(left));
    }
    compare()
  }
  try {
    for await (const entry of index.directories()) await check(entry)
    for await (const entry of index.files()) await check(entry)
    for await (const _ of sequence.rest());
    compare()
    for (const { path } of awaited) note(differences, path, 'in the index, not in the stream')
    for (const { name } of found) note(differences, name, 'not in the index')
    return compared
  } finally {
    sequence.close()
  }
}
