import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DrillCheck, DrillOptions, DrillResult } from '../../domain/drill.ts'
import type { Chain, SourceContext } from '../../domain/source.ts'
import { removeTree } from '../remove-tree.ts'
import { compareTrees } from './compare.ts'
import { isRoot } from './extract.ts'
import { extractChain } from './extract-chain.ts'
import { readTree } from './read-tree.ts'
import { createTreeView, findInTree } from './tree-view.ts'

/** Restores a chain into scratch space, reads every file back and compares all of it with the index. */
export async function drillTree(
  context: SourceContext,
  chain: Chain,
  options: DrillOptions,
): Promise<DrillResult> {
  const directory = join(options.scratch, 'tree')
  await mkdir(directory, { mode: 0o700 })
  try {
    const restored = await extractChain(context, chain, directory)
    options.onRestored?.()
    const attributes = restored.lost.length === 0
    const { checks, files } = await compareTrees(createTreeView(chain), readTree(context, directory), {
      owners: isRoot(),
      attributes: attributes && isRoot(),
      devices: isRoot(),
      lookUp: (path) => findInTree(chain, path),
      unread: chain.flatMap(({ unread }) => unread),
    })
    const lost: DrillCheck[] = attributes
      ? []
      : [
          {
            name: 'attributes',
            result: 'inconclusive',
            found: 'the scratch file system does not take all of them',
          },
        ]
    const own = (await options.inspect?.({ directory })) ?? []
    return { checks: [...checks, ...lost, ...own], evidence: 'stream', files, bytes: restored.bytes }
  } finally {
    await removeTree(directory, context.environment)
  }
}
