import { mkdir, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Finding } from '../../../domain/finding.ts'
import type { IndexDirectory } from '../../../domain/index-entry.ts'
import { type Lost, lostBecause, type SalvageOptions, type SalvageResult } from '../../../domain/salvage.ts'
import type { ChainLink, SalvageLink, SourceContext } from '../../../domain/source.ts'
import { removeTree } from '../../remove-tree.ts'
import { openStaging } from '../../staging.ts'
import { displayPath, fileSystemPath } from '../byte-paths.ts'
import { extractTar } from '../extract.ts'
import { differencesOf } from '../extracted.ts'
import { directoryArchive } from '../slices.ts'
import { treeStream } from '../tree-stream.ts'
import { bringFiles } from './bring.ts'
import { planSalvage, type SalvagePlan } from './plan.ts'
import { isDamage } from './read-gap.ts'

/** Directories whose attributes lie in damaged frames keep what the index knows: mode, owners, times. */
async function withoutDamaged(
  link: ChainLink,
  directories: readonly IndexDirectory[],
  lost: Lost[],
): Promise<IndexDirectory[]> {
  const whole: IndexDirectory[] = []
  for (const directory of directories) {
    if (directory.length === 0) continue
    const { attributes, ...plain } = directory
    if (attributes !== undefined) {
      try {
        await link.read(treeStream.name, directory.offset, directory.length)
      } catch (error) {
        if (!isDamage(error)) throw error
        const loss = lostBecause(displayPath(directory.path), link.id, error)
        lost.push({ ...loss, why: `attributes of this directory: ${loss.why}` })
        whole.push(plain)
        continue
      }
    }
    whole.push(directory)
  }
  return whole.toSorted((a, b) => a.offset - b.offset)
}

interface Assembled {
  readonly files: number
  readonly bytes: number
  readonly unmade: readonly string[]
}

/** Brings the files of each link into a directory of its own, checks them, and moves them together under `root`. */
async function assemble(
  context: SourceContext,
  plan: SalvagePlan,
  stage: string,
  root: string,
  lost: Lost[],
): Promise<Assembled> {
  for (const { path } of plan.directories)
    if (path !== '') await mkdir(fileSystemPath(root, path), { mode: 0o700 })
  const unmade: string[] = []
  let files = 0
  let bytes = 0
  let number = 0
  for (const [link, entries] of plan.files) {
    number += 1
    const own = join(stage, String(number))
    await mkdir(own, { mode: 0o700 })
    const brought = await bringFiles(context, link, entries, own)
    unmade.push(...brought.unmade)
    const came = entries.filter(({ path }) => !brought.lost.has(path))
    const helpers = plan.helpers.get(link)
    for (const [path, what] of await differencesOf(context, came, own))
      brought.lost.set(path, { path: displayPath(path), id: link.id, why: `it ${what}` })
    for (const entry of entries) {
      const loss = brought.lost.get(entry.path)
      if (helpers?.has(entry.path) === true) continue
      if (loss !== undefined) {
        lost.push(loss)
        continue
      }
      await rename(fileSystemPath(own, entry.path), fileSystemPath(root, entry.path))
      files += 1
      bytes += entry.size
    }
  }
  return { files, bytes, unmade }
}

function warningsOf(unmade: readonly string[]): Finding[] {
  if (unmade.length === 0) return []
  return [
    {
      severity: 'warning',
      code: 'attributes-lost',
      message: `${unmade.length} attributes, ACLs or devices could not be made at the target`,
      hint: 'Restore as root, onto a file system with extended attributes and ACLs.',
      names: unmade.slice(0, 100),
    },
  ]
}

/**
 * Restores what is undamaged of a chain so that the target is the source's root, and names the rest. Nothing is put in
 * place whose hash was not compared; an older version of a file never takes the place of a damaged one. Keeps the
 * records of the tree in memory. Errors: `target-not-empty`, `target-unwritable`, `restore-failed`, `disk-full`.
 */
export async function salvageTree(
  context: SourceContext,
  chain: readonly SalvageLink[],
  { target, include }: SalvageOptions,
): Promise<SalvageResult> {
  const staging = await openStaging(resolve(target), false, context.environment)
  const stage = `${staging.path}-parts`
  try {
    const plan = await planSalvage(context, chain, include)
    const lost = [...plan.lost]
    await mkdir(stage, { mode: 0o700 })
    const { files, bytes, unmade } = await assemble(context, plan, stage, staging.path, lost)
    const last = chain.at(-1)?.link as ChainLink
    const directories = await withoutDamaged(last, plan.directories, lost)
    const set = (chosen: readonly IndexDirectory[], root: string) =>
      extractTar(context, directoryArchive(last, chosen), root, { incremental: false })
    const extraction = await set(directories, staging.path)
    await removeTree(stage, context.environment)
    context.signal.throwIfAborted()
    await staging.commit(async (root) => {
      await set(
        directories.filter(({ path }) => path === ''),
        root,
      )
    })
    return { files, bytes, lost, warnings: warningsOf([...unmade, ...extraction.lost]) }
  } catch (error) {
    await removeTree(stage, context.environment)
    await staging.discard()
    throw error
  }
}
