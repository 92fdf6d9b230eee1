import { randomBytes } from 'node:crypto'
import { lstat, mkdir, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ByteString } from '../../domain/index-entry.ts'
import type { Chain, ChainLink, RestoreResult, SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { makeMissing } from '../../process/make-missing.ts'
import { removeTree } from '../remove-tree.ts'
import { displayPath, fileSystemPath } from './byte-paths.ts'
import { extractTar } from './extract.ts'
import { differencesOf } from './extracted.ts'
import { placeInto } from './place.ts'
import { type PathSelection, selectPaths } from './selection.ts'
import { directoryArchive, sliceArchive } from './slices.ts'

function damaged(link: ChainLink, path: ByteString, what: string): HoldfastError {
  return new HoldfastError('object-damaged', `${displayPath(path)} ${what}; nothing was put in place`, {
    hint: 'Restore it from another backup or another destination.',
    context: { id: link.id, path: displayPath(path) },
  })
}

/** Extracts the selected files of each link on their own, checks them, and moves them together under `root`. */
async function assemble(
  context: SourceContext,
  chain: Chain,
  selection: PathSelection,
  stage: string,
  root: string,
): Promise<readonly string[]> {
  const lost: string[] = []
  await mkdir(root, { mode: 0o700 })
  for (const { path } of selection.directories)
    if (path !== '') await mkdir(fileSystemPath(root, path), { mode: 0o700 })
  let number = 0
  for (const [link, files] of selection.files) {
    number += 1
    const own = join(stage, String(number))
    await mkdir(own, { mode: 0o700 })
    const extraction = await extractTar(context, sliceArchive(link, files), own, { incremental: false })
    lost.push(...extraction.lost)
    const [difference] = await differencesOf(context, files, own)
    if (difference !== undefined) throw damaged(link, ...difference)
    const helpers = selection.helpers.get(link)
    for (const { path } of files)
      if (helpers?.has(path) !== true) await rename(fileSystemPath(own, path), fileSystemPath(root, path))
  }
  // Last, since moving files in changes times.
  const last = chain.at(-1) as ChainLink
  const extents = selection.directories.toSorted((a, b) => a.offset - b.offset)
  const extraction = await extractTar(context, directoryArchive(last, extents), root, { incremental: false })
  return [...lost, ...extraction.lost]
}

/**
 * Restores some paths under `target`, each with its path from the source's root. Only the parts of the streams that
 * hold them are read; every file's SHA-256 is checked before anything is put in place. An existing target is filled:
 * what is in the way is `target-not-empty` unless `overwrite`. Further errors: `path-not-found`, `object-damaged`,
 * `index-damaged`.
 */
export async function restorePaths(
  context: SourceContext,
  chain: Chain,
  target: string,
  include: readonly string[],
  overwrite: boolean,
): Promise<RestoreResult> {
  const selection = await selectPaths(chain, include)
  const existing = await lstat(target).catch(() => undefined)
  if (existing?.isDirectory() === false) {
    throw new HoldfastError('target-not-empty', `${target} is not a directory`, {
      hint: 'Name a directory as the target.',
      context: { path: target },
    })
  }
  const id = randomBytes(6).toString('hex')
  const stage =
    existing === undefined
      ? join(dirname(target), `.${basename(target)}.holdfast-${id}`)
      : join(target, `.holdfast-${id}`)
  await makeMissing(stage, 0o700).catch((cause) => {
    throw new HoldfastError('target-unwritable', `nothing can be written at ${dirname(stage)}`, {
      hint: 'Name a target that this user may write.',
      context: { path: target },
      cause,
    })
  })
  try {
    const root = join(stage, 'root')
    const lost = await assemble(context, chain, selection, stage, root)
    context.signal.throwIfAborted()
    if (existing === undefined) await rename(root, target)
    else await placeInto(root, target, overwrite)
    const bytes = [...selection.files.values()].flat().reduce((sum, { length }) => sum + length, 0)
    const warnings =
      lost.length === 0
        ? []
        : [
            {
              severity: 'warning' as const,
              code: 'attributes-lost',
              message: `${lost.length} attributes, ACLs or devices could not be made at the target`,
              names: lost.slice(0, 100),
            },
          ]
    return { files: selection.count, bytes, warnings }
  } finally {
    await removeTree(stage, context.environment)
  }
}
