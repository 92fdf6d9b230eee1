import { open, readFile, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ByteString } from '../../domain/index-entry.ts'
import type { Capture, CaptureContext, CaptureResult, SourceStream } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { makePrivateDirectory } from '../../process/private-directory.ts'
import { type RunningTool, spawnTool } from '../../process/spawn.ts'
import { captureArgs, tarEnvironment } from './argv.ts'
import { displayPath, parentOf } from './byte-paths.ts'
import { nameIn } from './dumpdir.ts'
import type { GnuTar } from './gnu-tar.ts'
import { useParent } from './parent.ts'
import { checkReadable, isMountPoint } from './preflight.ts'
import { type DirectorySettings, selectionOf } from './settings.ts'
import { parseSnapshotFile, writeSnapshotFile } from './snapshot-file.ts'
import { type ArchivedTree, keepArchived } from './snapshot-prune.ts'
import { encodeState, type Selection } from './state.ts'
import { createTreeObserver, type TreeObserver } from './tree-observer.ts'
import { treeStream } from './tree-stream.ts'
import { type Complaints, createComplaints, findingsOf, judge } from './verdict.ts'

async function estimateOf(selection: Selection, level: number): Promise<number | undefined> {
  if (level > 0 || !(await isMountPoint(selection.path))) return undefined
  const { blocks, bfree, bsize } = await statfs(selection.path)
  return (blocks - bfree) * bsize
}

/** What is sure to be in the chain: all that passed, but nothing that was torn or unreadable. */
function surelyArchived(observer: TreeObserver, complaints: Complaints): ArchivedTree {
  const doubtful = new Map<ByteString, Set<ByteString>>()
  const { unread, changed, shrank } = complaints
  for (const path of [...unread, ...changed, ...shrank]) {
    const directory = parentOf(path)
    if (directory === undefined) continue
    const names = doubtful.get(directory) ?? new Set(observer.missing(directory))
    doubtful.set(directory, names.add(nameIn(directory, path)))
  }
  return {
    hasDirectory: (path) => observer.hasDirectory(path) && !unread.has(path),
    missing: (directory) => doubtful.get(directory) ?? observer.missing(directory),
  }
}

/** A private, empty file for tar's list (0600 in a directory of 0700), and its removal. */
async function makeList(): Promise<{ path: string; remove: () => Promise<void> }> {
  const directory = await makePrivateDirectory(tmpdir(), 'holdfast-tar')
  const path = join(directory, 'list')
  const handle = await open(path, 'wx', 0o600)
  await handle.close()
  return { path, remove: () => rm(directory, { recursive: true, force: true }) }
}

/** Begins a backup of a directory by GNU tar: full, or what changed since the parent's list was made. */
export async function captureWithTar(
  settings: DirectorySettings,
  context: CaptureContext,
  tar: GnuTar,
): Promise<Capture> {
  const selection = selectionOf(settings)
  await checkReadable(selection.path)
  const list = await makeList()
  try {
    const handle = await open(list.path, 'r+')
    const parent = await useParent(context, selection, handle).finally(() => handle.close())
    const usable = 'snapshot' in parent ? parent : undefined
    if (usable !== undefined) {
      const writable = await open(list.path, 'r+')
      await writable.writeFile(writeSnapshotFile(usable.snapshot)).finally(() => writable.close())
    }
    const level = usable === undefined ? 0 : context.level
    const estimate = await estimateOf(selection, level)
    const complaints = createComplaints()
    const observer = createTreeObserver({
      index: context.index,
      ...(usable === undefined ? {} : { parentNames: usable.names, parentLinks: usable.linked }),
    })
    let running: RunningTool | undefined

    const stream: SourceStream = {
      ...treeStream,
      ...(estimate === undefined ? {} : { estimate }),
      observerReplacesHash: true,
      observer,
      open() {
        running = spawnTool({
          command: tar.command,
          args: captureArgs(selection, list.path),
          environment: tarEnvironment(context.environment),
          cwd: dirname(list.path),
          signal: context.signal,
          // 1: some files changed; 2: unreadable ones, or worse. What tar said decides, in `finish`.
          acceptedExits: [0, 1, 2],
          onStderrLine: complaints.add,
        })
        return running.stdout
      },
    }

    const finish = async (): Promise<CaptureResult> => {
      if (running === undefined)
        throw new HoldfastError('internal', 'the stream of the directory was never read')
      judge(await running.exited, complaints, settings, context.allowUnread)
      for (const finding of findingsOf(complaints, settings.onUnreadable)) context.warn(finding)
      const written = parseSnapshotFile(await readFile(list.path))
      const snapshot = keepArchived(written, surelyArchived(observer, complaints))
      await list.remove()
      const toolOutput = running.stderr.text()
      return {
        state: encodeState({ selection, snapshot, linked: observer.links() }),
        evidence: 'stream',
        unread: [...complaints.unread].map(displayPath),
        files: observer.files,
        ...(toolOutput === '' ? {} : { toolOutput }),
      }
    }

    return {
      level,
      ...('fullBecause' in parent && parent.fullBecause !== undefined
        ? { fullBecause: parent.fullBecause }
        : {}),
      description: { type: 'directory', format: 'tar', tool: `GNU tar ${tar.version}` },
      streams: [stream],
      finish,
      async abort() {
        await running?.stop()
        await list.remove()
      },
    }
  } catch (error) {
    await list.remove()
    throw error
  }
}
