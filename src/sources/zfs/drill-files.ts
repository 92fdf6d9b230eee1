import { mkdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DrillCheck } from '../../domain/drill.ts'
import type { SourceContext } from '../../domain/source.ts'
import { hasCode } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'
import { zfsEnvironment } from './call.ts'
import { type Copy, checkOf } from './drill-checks.ts'
import { hashTree } from './tree-hash.ts'

/** Runs `work` on the mounted snapshot of a copy; undefined where this user, or this host, cannot mount it. */
export async function mounted<T>(
  context: SourceContext,
  scratch: string,
  { dataset, print }: Copy,
  work: (directory: string) => Promise<T>,
): Promise<T | undefined> {
  const directory = join(scratch, 'mounted')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const environment = zfsEnvironment(context)
  const { signal } = context
  const args = ['-t', 'zfs', '-o', 'ro', `${dataset}@${print.snapshot}`, directory]
  try {
    await runTool({ command: 'mount', args, environment, signal })
  } catch (error) {
    if (!hasCode(error, 'tool-failed', 'tool-missing')) throw error
    return undefined
  }
  try {
    return await work(directory)
  } finally {
    const still = new AbortController().signal
    await runTool({ command: 'umount', args: [directory], environment, signal: still })
    await rmdir(directory)
  }
}

/** Hashes the files of every copy that can be mounted, and compares them with what the backup noted. */
export async function checkFiles(
  context: SourceContext,
  scratch: string,
  copies: readonly Copy[],
): Promise<DrillCheck[]> {
  const hashed = copies.filter(({ print }) => print.tree !== undefined)
  if (hashed.length === 0) return []
  const wrong: string[] = []
  const files = hashed.reduce((sum, { print }) => sum + (print.tree?.files ?? 0), 0)
  for (const copy of hashed) {
    const { tree, name } = copy.print
    const found = await mounted(context, scratch, copy, (directory) => hashTree(directory, context.signal))
    if (found === undefined) {
      return [{ name: 'files', result: 'inconclusive', found: `${name} could not be mounted here` }]
    }
    if (found.hash !== tree?.hash) wrong.push(`${name} has ${found.files} files with the hash ${found.hash}`)
  }
  return [checkOf('files', 'files and their hash', files, wrong)]
}
