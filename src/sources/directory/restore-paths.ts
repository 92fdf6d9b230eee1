import { randomBytes } from 'node:crypto'
import { lstat, mkdir, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ByteString, IndexFile } from '../../domain/index-entry.ts'
import type { Chain, ChainLink, RestoreResult, SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { displayPath, fileSystemPath } from './byte-paths.ts'
import { extractTar } from './extract.ts'
import { placeInto } from './place.ts'
import { readTree } from './read-tree.ts'
import { removeTree } from './remove-tree.ts'
import { type PathSelection, selectPaths } from './selection.ts'
import { directoryArchive, sliceArchive } from './slices.ts'
import type { ContentDigest } from './tar-member.ts'

function damaged(link: ChainLink, path: ByteString, what: string): HoldfastError {
  return new HoldfastError('object-damaged', `${displayPath(path)} ${what}; nothing was put in place`, {
    hint: 'Restore it from another backup or another destination.',
    context: { id: link.id, path: displayPath(path) },
  })
}

/** Of a file that came back with fewer holes than it went with there is a hash of the other kind: nothing to compare. */
function hasContentOf(member: ContentDigest, entry: ContentDigest): boolean {
  const name = entry.sha256 === undefined ? 'blocksSha256' : 'sha256'
  return entry[name] === undefined || member[name] === undefined || entry[name] === member[name]
}

/** Reads back what was extracted of one link and holds it against the index. */
async function verifyExtracted(
  context: SourceContext,
  link: ChainLink,
  files: readonly IndexFile[],
  directory: string,
): Promise<void> {
  const expected = new Map(files.map((entry) => [entry.path, entry]))
  let found = 0
  for await (const member of readTree(context, directory)) {
    if (member.kind === 'directory') continue
    const entry = expected.get(member.path)
    if (entry === undefined) throw damaged(link, member.path, 'came without being asked for')
    found += 1
    const content = entry.kind === 'hardlink' ? expected.get(entry.target ?? '') : entry
    if (member.kind !== 'file' || content === undefined) continue
    if (member.size !== content.size || !hasContentOf(member, content))
      throw damaged(link, member.path, 'does not have the content that the index names')
  }
  const missing = found === expected.size ? undefined : files[0]
  if (missing !== undefined)
    throw damaged(link, missing.path, `is one of ${expected.size - found} files that did not come`)
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
    await verifyExtracted(context, link, files, own)
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
  await mkdir(stage, { recursive: true, mode: 0o700 }).catch((cause) => {
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
