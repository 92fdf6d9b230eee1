import type { Capture, CaptureContext, SourceStream } from '../../../domain/source.ts'
import { checkReadable } from '../preflight.ts'
import { type DirectorySettings, selectionOf } from '../settings.ts'
import { createTreeObserver } from '../tree-observer.ts'
import { treeStream } from '../tree-stream.ts'
import { createComplaints } from '../verdict.ts'
import { listTree } from '../walk/list-tree.ts'
import { archiveStream } from './archive.ts'
import { fillTar } from './fill-tar.ts'
import { verdictOf } from './verdict-of.ts'

/**
 * A full backup of a directory where there is no GNU tar: the same archive, written by archiver. It holds no extended
 * attributes, ACLs and holes, as preflight says, and nothing can be built upon it: only GNU tar makes increments.
 */
export async function captureWithoutTar(
  settings: DirectorySettings,
  context: CaptureContext,
): Promise<Capture> {
  const selection = selectionOf(settings)
  await checkReadable(selection.path)
  const { TarArchive } = await import('archiver')
  const complaints = createComplaints()
  const unstorable = new Set<string>()
  const observer = createTreeObserver({ index: context.index })
  const stream: SourceStream = {
    ...treeStream,
    observerReplacesHash: true,
    observer,
    open: () =>
      archiveStream(
        new TarArchive(),
        async (archive) => {
          const { signal } = context
          const directories = await listTree(selection, { complaints, signal })
          await fillTar(archive, {
            selection,
            directories,
            complaints,
            unstorable: (path) => void unstorable.add(path),
            signal,
          })
        },
        context.signal,
      ),
  }
  return {
    level: 0,
    ...(context.level > 0 && { fullBecause: 'only GNU tar makes increments' }),
    description: { type: 'directory', format: 'tar', tool: 'archiver' },
    streams: [stream],
    finish: async () => ({
      ...verdictOf({ settings, context, complaints, unstorable, what: 'archiver' }),
      evidence: 'stream',
      files: observer.files,
    }),
    abort: async () => undefined,
  }
}
