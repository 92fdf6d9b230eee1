import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDirectorySource, type DirectorySettings } from '../../../src/sources/directory/source.ts'
import { sourceConformance } from '../../conformance/source-conformance.ts'
import { describeTree } from '../../fixtures/odd-tree.ts'

const settings = (path: string): DirectorySettings => ({
  path,
  exclude: [],
  oneFileSystem: false,
  onUnreadable: 'partial',
})

sourceConformance('directory', async (directory) => {
  const tree = join(directory, 'tree')
  await mkdir(join(tree, 'sub'), { recursive: true })
  for (let number = 0; number < 40; number += 1) {
    await writeFile(join(tree, 'sub', `file-${number}`), `content ${number} `.repeat(500))
  }
  const broken = join(directory, 'bin')
  await mkdir(broken)
  // A tar that is GNU tar, and dies in the middle of its archive.
  await writeFile(
    join(broken, 'tar'),
    '#!/bin/sh\ncase "$*" in *--version*) exec /usr/bin/tar --version;; esac\n/usr/bin/tar "$@" | head -c 20000\nexit 2\n',
  )
  await chmod(join(broken, 'tar'), 0o755)
  const source = createDirectorySource(settings(tree))
  const before = await describeTree(tree)
  return {
    source,
    failing: {
      ...source,
      capture: (context) =>
        source.capture({
          ...context,
          environment: { ...context.environment, PATH: `${broken}:${context.environment.PATH}` },
        }),
    },
    slow: createDirectorySource(settings('/usr')),
    isRestored: async (target) => JSON.stringify(await describeTree(target)) === JSON.stringify(before),
  }
})
