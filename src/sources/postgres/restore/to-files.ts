import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type {
  RestoreOptions,
  RestoreResult,
  RestoreTarget,
  SourceContext,
  StoredStream,
} from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { writeStreamToFile } from '../../../process/write-file.ts'
import { globalsStream } from '../dump/globals-stream.ts'
import type { StoredDump } from './layout.ts'

type FileTarget = Extract<RestoreTarget, { readonly type: 'file' | 'directory' | 'stdout' }>

const endings: Readonly<Record<string, string>> = {
  'application/vnd.postgresql.custom': '.dump',
  'application/sql': '.sql',
  'application/x-tar': '.tar',
}

const labelOf = (dump: StoredDump, stream: StoredStream): string =>
  stream === dump.globals
    ? globalsStream
    : (dump.databases.find((database) => database.stream === stream)?.name ?? stream.name)

const allStreams = (dump: StoredDump): StoredStream[] => [
  ...dump.databases.map(({ stream }) => stream),
  ...(dump.globals ? [dump.globals] : []),
]

/** The one stream that a file can hold: by `--include`, else the only database. */
function oneStream(dump: StoredDump, include: readonly string[]): StoredStream {
  const names = allStreams(dump).map((stream) => labelOf(dump, stream))
  const [wanted, ...more] = include
  const [database, ...others] = dump.databases
  if (wanted === undefined && database !== undefined && others.length === 0) return database.stream
  const found = allStreams(dump).find((stream) => labelOf(dump, stream) === wanted)
  if (found !== undefined && more.length === 0) return found
  throw new HoldfastError('usage', `a file holds one of ${names.join(', ')}`, {
    hint: `Choose one with --include, such as --include ${names[0]}; or name a directory that is there with --to.`,
    context: { parts: names },
  })
}

/** Writes the dumps as they are: one into a file or to standard output, all of them into a directory. */
export async function restoreToFiles(
  context: SourceContext,
  dump: StoredDump,
  target: FileTarget,
  { include, overwrite, tables = [] }: RestoreOptions,
): Promise<RestoreResult> {
  if (tables.length > 0) {
    throw new HoldfastError('usage', 'a table is chosen when it is loaded, not in a file', {
      hint: 'Give a database with --to env:NAME, or leave out --table.',
    })
  }
  const { signal } = context
  const { link } = dump
  if (target.type === 'directory') {
    const directory = resolve(target.path)
    await mkdir(directory, { recursive: true, mode: 0o700 })
    let bytes = 0
    for (const stream of allStreams(dump)) {
      const name = encodeURIComponent(labelOf(dump, stream)) + (endings[stream.mediaType] ?? '')
      bytes += await writeStreamToFile(link.open(stream.name), join(directory, name), { overwrite, signal })
    }
    return { bytes, files: allStreams(dump).length, warnings: [] }
  }
  const stream = oneStream(dump, include)
  if (target.type === 'stdout') {
    await pipeline(link.open(stream.name), target.stream, { signal, end: false })
    return { bytes: stream.bytes, warnings: [] }
  }
  const bytes = await writeStreamToFile(link.open(stream.name), resolve(target.path), { overwrite, signal })
  return { bytes, files: 1, warnings: [] }
}
