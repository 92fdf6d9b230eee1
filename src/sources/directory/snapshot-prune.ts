import { lstatSync, statSync } from 'node:fs'
import type { ByteString } from '../../domain/index-entry.ts'
import { systemClock } from '../../process/clock.ts'
import { fileSystemPath, relativePath } from './byte-paths.ts'
import { withoutNames } from './dumpdir.ts'
import type { SnapshotDirectory, SnapshotFile } from './snapshot-file.ts'

const directoriesPerTurn = 2000

/**
 * Kernel time stamps come from a clock that lags up to a tick (10 ms at 100 Hz) behind the one tar asks, so a change
 * made right after tar started may look older than the run.
 */
const clockLag = 20_000_000n

function lookUp(root: string, path: ByteString): { device: string; inode: string } | undefined {
  try {
    // The source itself may be named by a symbolic link, which tar follows; one inside of it is no directory.
    const look = path === '' ? statSync : lstatSync
    const stats = look(fileSystemPath(root, path), { bigint: true, throwIfNoEntry: false })
    if (stats?.isDirectory() !== true) return undefined
    return { device: String(stats.dev), inode: String(stats.ino) }
  } catch {
    return undefined
  }
}

/**
 * Takes directories out of a snapshot that are no longer the same directory at the same path. GNU tar would take a
 * moved one, or a new one on a reused inode, for a renamed one and write an archive that cannot be restored; without
 * their entry they are dumped whole. Device numbers may change with a reboot: they are mapped, and written anew.
 */
export async function pruneMovedDirectories(
  snapshot: SnapshotFile,
  root: string,
  signal: AbortSignal,
): Promise<SnapshotFile> {
  const devices = new Map<string, string>()
  const kept: SnapshotDirectory[] = []
  const byName = snapshot.directories.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const [index, directory] of byName.entries()) {
    if (index % directoriesPerTurn === directoriesPerTurn - 1) {
      await systemClock.sleep(0)
      signal.throwIfAborted()
    }
    const now = lookUp(root, relativePath(directory.name))
    if (now === undefined || now.inode !== directory.inode) continue
    const device = devices.get(directory.device)
    if (device === undefined) devices.set(directory.device, now.device)
    else if (device !== now.device) continue
    kept.push({ ...directory, device: now.device })
  }
  return { ...snapshot, directories: kept }
}

/** What a stream really brought, for the snapshot that the next increment starts from. */
export interface ArchivedTree {
  hasDirectory(path: ByteString): boolean
  /** Names that tar listed in a directory, but that neither this stream nor an older one of the chain holds. */
  missing(directory: ByteString): ReadonlySet<ByteString> | undefined
}

/**
 * The snapshot that tar wrote, without what did not reach the archive (unreadable, vanished, excluded): the next
 * increment takes such names for new ones. Its time is moved back by the lag of the kernel's time stamps.
 */
export function keepArchived(snapshot: SnapshotFile, archived: ArchivedTree): SnapshotFile {
  const directories: SnapshotDirectory[] = []
  for (const directory of snapshot.directories) {
    const path = relativePath(directory.name)
    if (!archived.hasDirectory(path)) continue
    const missing = archived.missing(path)
    if (missing === undefined) directories.push(directory)
    else directories.push({ ...directory, names: withoutNames(directory.names, missing) })
  }
  return { ...snapshot, time: snapshot.time - clockLag, directories }
}
