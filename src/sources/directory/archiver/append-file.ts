import { Readable } from 'node:stream'
import type { Complaints } from '../verdict.ts'
import { contentOf } from '../walk/read-file.ts'
import type { Archive, ArchiveEntry } from './archive.ts'
import type { WalkedEntry } from './walk-entries.ts'

/** Up to this many bytes go in one piece, which is several times faster. */
const small = 256 * 1024

/** Appends a regular file; `onData` sees its bytes, `before` is called when the last of them was read. */
export async function appendFile(
  archive: Archive,
  { path, file }: Extract<WalkedEntry, { readonly kind: 'file' }>,
  entry: ArchiveEntry,
  complaints: Pick<Complaints, 'note'>,
  { onData = () => undefined, before = () => undefined }: AppendHooks = {},
): Promise<void> {
  async function* watched(): AsyncGenerator<Buffer> {
    for await (const chunk of contentOf(file, path, complaints)) {
      onData(chunk)
      yield chunk
    }
    before()
  }
  try {
    if (file.stats.size <= small) {
      const chunks: Buffer[] = []
      for await (const chunk of watched()) chunks.push(chunk)
      await archive.append(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks), entry)
      return
    }
    const source = Readable.from(watched(), { objectMode: false })
    try {
      await archive.append(source, entry)
    } finally {
      source.destroy()
    }
  } finally {
    // The generator closes it too, but one that was never asked for anything does not.
    await file.handle.close()
  }
}

export interface AppendHooks {
  readonly onData?: (chunk: Buffer) => void
  readonly before?: () => void
}
