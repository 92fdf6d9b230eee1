import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

/** Cruises a source tree and returns `rule file` for each violation. */
function violations(files: Record<string, string>): string[] {
  const project = mkdtempSync(join(tmpdir(), 'holdfast-imports-'))
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    copyFileSync(file, join(project, file))
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true })
    writeFileSync(join(project, file), text)
  }
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']
  const { stdout, stderr } = spawnSync(resolve('node_modules/.bin/depcruise'), args, {
    cwd: project,
    encoding: 'utf8',
  })
  rmSync(project, { recursive: true })
  if (!stdout) throw new Error(stderr)
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] }
  }
  return summary.violations.map(({ from, rule }) => `${rule.name} ${from}`)
}

const leaf = 'export interface X { readonly x: 1 }\n'
/** A file that imports a type, and nothing else, from each target. */
const importing = (...targets: string[]) =>
  targets
    .map(
      (target, index) =>
        `import type { X as X${index} } from '${target}'\nexport type Y${index} = X${index}\n`,
    )
    .join('')

const bad = {
  'src/domain/leaf.ts': leaf,
  'src/errors/leaf.ts': leaf,
  'src/entry/leaf.ts': leaf,
  'src/pipeline/leaf.ts': leaf,
  'src/catalog/leaf.ts': leaf,
  'src/sources/directory/leaf.ts': leaf,
  'src/stores/s3/leaf.ts': leaf,
  'src/attic/leaf.ts': leaf,
  'src/codec/upward.ts': importing('../pipeline/leaf.ts'),
  'src/composition/upward.ts': importing('../entry/leaf.ts'),
  'src/sources/zfs/other-driver.ts': importing('../directory/leaf.ts'),
  'src/stores/s3/catalogue.ts': importing('../../catalog/leaf.ts'),
  'src/commands/driver.ts': importing('../stores/s3/leaf.ts'),
  'src/domain/impure.ts': importing('../errors/leaf.ts'),
  'src/entry/attic.ts': importing('../attic/leaf.ts'),
  'src/codec/cycle-a.ts': importing('./cycle-b.ts'),
  'src/codec/cycle-b.ts': `${leaf}${importing('./cycle-a.ts')}`,
  'src/catalog/to-report.ts': importing('../report/leaf.ts'),
  'src/report/leaf.ts': leaf,
  'src/report/to-catalog.ts': importing('../catalog/leaf.ts'),
  'src/codec/files.ts': "import { open } from 'node:fs'\nexport const x = open\n",
  'src/retention/hash.ts': "import { hash } from 'node:crypto'\nexport const x = hash\n",
  'src/report/development.ts': "import { expect } from 'vitest'\nexport const x = expect\n",
  'src/report/sdk.ts': "import { x } from '@aws-sdk/client-s3'\nexport const y = x\n",
  'src/report/actions.ts': "import { x } from '@actions/core'\nexport const y = x\n",
  'src/report/orphan.ts': 'export const x = 1\n',
}

const good = {
  'src/entry/cli.ts': importing('../commands/backup.ts', '../composition/drivers.ts'),
  'src/composition/drivers.ts': `${leaf}${importing('../stores/s3/store.ts')}`,
  'src/stores/s3/store.ts': `${leaf}${importing('../../domain/leaf.ts', './config.ts', '../shared.ts')}`,
  'src/stores/s3/config.ts': `${leaf}import { z } from 'zod'\nexport const y = z\n`,
  'src/stores/shared.ts': leaf,
  'src/commands/backup.ts': `${leaf}${importing('../pipeline/run.ts')}`,
  'src/pipeline/run.ts': `${leaf}${importing('../codec/volume.ts')}`,
  'src/codec/volume.ts': `${leaf}${importing('../domain/leaf.ts')}`,
  'src/domain/leaf.ts': leaf,
}

describe('the rules of .dependency-cruiser.cjs', () => {
  let found: string[]
  beforeAll(() => {
    found = violations(bad)
  })

  it('let code import from the floors below', () => {
    expect(violations(good)).toEqual([])
  })

  it.each([
    [
      'a floor above, by a type alone',
      'no-import-upward-from-codec-catalog-retention-stores-report-config-process src/codec/upward.ts',
    ],
    ['entry', 'no-import-upward-from-composition src/composition/upward.ts'],
    ['another driver', 'driver-imports-own-folder-only src/sources/zfs/other-driver.ts'],
    ['the catalogue, by a store', 'driver-imports-own-folder-only src/stores/s3/catalogue.ts'],
    ['a driver, by a command', 'only-composition-names-drivers src/commands/driver.ts'],
    ['anything, by the domain', 'domain-imports-nothing src/domain/impure.ts'],
    ['a folder on no floor', 'no-unknown-floor src/entry/attic.ts'],
    ['a cycle', 'no-cycle src/codec/cycle-a.ts'],
    ['a cycle between folders', 'no-cycle-between-folders src/catalog'],
    ['files, by a codec', 'codec-is-pure src/codec/files.ts'],
    ['anything, by retention', 'retention-is-pure src/retention/hash.ts'],
    ['a development package', 'no-development-package src/report/development.ts'],
    ['an SDK outside of its store', 'aws-sdk-confined src/report/sdk.ts'],
    ['the actions toolkit', 'actions-toolkit-confined src/report/actions.ts'],
    ['an orphan', 'no-orphan src/report/orphan.ts'],
  ])('refuse %s', (_what, violation) => {
    expect(found).toContain(violation)
  })
})
