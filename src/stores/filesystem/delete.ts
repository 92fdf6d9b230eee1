import { unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '../../domain/clock.ts'
import type { Directories } from './directories.ts'
import type { FileLock } from './lock.ts'
import { statsOf } from './object.ts'

/** File systems count time in steps of up to some milliseconds. */
const tick = 20

/** Deletes a key's file and the directories that become empty; true to the disk when it returns. */
export async function deleteFile(
  target: string,
  { lock, clock, directories }: { lock: FileLock; clock: Clock; directories: Directories },
): Promise<void> {
  if (!(await statsOf(target))?.isFile()) return
  await lock(undefined, async () => {
    const stats = await statsOf(target)
    if (!stats?.isFile()) return
    // A new file could get the inode and the time of a deleted one, and so its etag, within one tick.
    const age = clock.now().getTime() - Number(stats.mtimeNs / 1_000_000n)
    if (Math.abs(age) < tick) await clock.sleep(tick)
    await unlink(target)
  })
  await directories.prune(dirname(target))
}
