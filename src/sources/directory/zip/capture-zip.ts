import type { IndexDirectory, IndexFile } from '../../../domain/index-entry.ts'
import type { Capture, CaptureContext, SourceStream, StreamObserver } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { archiveStream } from '../archiver/archive.ts'
import { metadataOf } from '../archiver/entry-of.ts'
import { verdictOf } from '../archiver/verdict-of.ts'
import { displayPath } from '../byte-paths.ts'
import { checkReadable } from '../preflight.ts'
import { type DirectorySettings, selectionOf } from '../settings.ts'
import { zipStream } from '../tree-stream.ts'
import { createComplaints } from '../verdict.ts'
import { listTree } from '../walk/list-tree.ts'
import { type ExpectedMember, fillZip } from './fill-zip.ts'
import { lesserFinding } from './lesser.ts'
import { createZipParser } from './zip-parser.ts'

/** The parser's members become the index, each compared with what was handed to the archiver. */
function observe(context: CaptureContext, expected: ExpectedMember[]): StreamObserver & { files: number } {
  const parser = createZipParser(({ name, crc, size, offset, length }) => {
    const member = expected.shift()
    if (member?.name !== name || member.crc !== crc || member.size !== size) {
      throw new HoldfastError(
        'source-failed',
        `the archiver wrote something else than ${displayPath(name)}`,
        {
          hint: 'Run the backup again; if it happens again, use `format: tar`.',
          context: { offset },
        },
      )
    }
    if (member.entry.kind !== 'directory') observer.files += 1
    context.index.add({ ...member.entry, offset, length } as IndexDirectory | IndexFile)
  })
  const observer = { files: 0, write: parser.write, end: () => parser.end() }
  return observer
}

/** A backup of a directory as a zip archive, always full. It is written as a stream and compressed on its own. */
export async function captureZip(settings: DirectorySettings, context: CaptureContext): Promise<Capture> {
  const selection = selectionOf(settings)
  await checkReadable(selection.path)
  const { ZipArchive } = await import('archiver')
  const complaints = createComplaints()
  const unstorable = new Set<string>()
  const lesser = { special: new Set<string>(), linked: new Set<string>() }
  const expected: ExpectedMember[] = []
  const observer = observe(context, expected)
  const { signal } = context
  const stream: SourceStream = {
    ...zipStream,
    compressed: true,
    observer,
    open: () =>
      archiveStream(
        new ZipArchive({ zlib: { level: 6 } }),
        async (archive) => {
          const onSocket = (path: string) => void lesser.special.add(path)
          const directories = await listTree(selection, { complaints, signal, onSocket })
          const [root] = directories
          if (root?.path === '')
            context.index.add({
              kind: 'directory',
              path: '',
              ...metadataOf(root.stats),
              offset: 0,
              length: 0,
            })
          await fillZip(archive, {
            selection,
            directories,
            complaints,
            unstorable: (path) => void unstorable.add(path),
            signal,
            expect: (member) => void expected.push(member),
            lesser: (what, path) => void lesser[what].add(path),
          })
        },
        signal,
      ),
  }
  return {
    level: 0,
    ...(context.level > 0 && { fullBecause: 'a zip archive is always full' }),
    description: { type: 'directory', format: 'zip', tool: 'archiver' },
    streams: [stream],
    async finish() {
      const verdict = verdictOf({ settings, context, complaints, unstorable, what: 'a zip archive' })
      context.warn(lesserFinding(lesser))
      return { ...verdict, evidence: 'stream', files: observer.files }
    },
    abort: async () => undefined,
  }
}
