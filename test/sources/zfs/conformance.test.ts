import { createReadStream } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, test } from 'vitest'
import type { Source } from '../../../src/domain/source.ts'
import { runTool } from '../../../src/process/run-tool.ts'
import { createZfsSource } from '../../../src/sources/zfs/source.ts'
import {
  sourceConformance as conformanceHere,
  type SourceUnderTest,
} from '../../conformance/source-conformance.ts'
import { expectPassed, machine } from '../../e2e/zfs/openzfs-suite.ts'
import { has } from '../../services/program.ts'

/** Set where this file runs on a machine with OpenZFS of its own, and a pool that is there for it. */
const pool = process.env.HOLDFAST_TEST_POOL

/** On this machine: boots the other, which runs this file once more. */
function conformanceThere(type: string, _make: (directory: string) => Promise<SourceUnderTest>): void {
  describe.skipIf(!has('openzfs'))(`source ${type}`, () => {
    const openzfs = machine()
    test('holds what every source promises', { timeout: 900_000 }, async () => {
      expectPassed(await openzfs().run('conformance'))
    })
  })
}

const sourceConformance = pool === undefined ? conformanceThere : conformanceHere

const signal = new AbortController().signal
const environment = { PATH: process.env.PATH ?? '' }
const zfs = (args: readonly string[], stdin?: ReturnType<typeof createReadStream>) =>
  runTool({ command: 'zfs', args, environment, signal, ...(stdin && { stdin }) })

/** The source with another `zfs send`: the real one, then a line of shell. */
async function withSend(source: Source, directory: string, name: string, line: string): Promise<Source> {
  const folder = join(directory, name)
  await mkdir(folder)
  const script = join(folder, 'zfs')
  const real = (await runTool({ command: 'which', args: ['zfs'], environment, signal })).stdout
    .toString()
    .trim()
  await writeFile(
    script,
    `#!/bin/sh\ncase "$1 $2" in "send -nP") ;; send*) ${real} "$@" | ${line}; exit 3 ;; esac\nexec ${real} "$@"\n`,
  )
  await chmod(script, 0o755)
  const PATH = [folder, environment.PATH].join(delimiter)
  return {
    ...source,
    capture: (context) =>
      source.capture({
        ...context,
        environment: { ...context.environment, PATH },
        // Locks stay there, and are nothing that is left behind.
        stateDirectory: join(directory, 'state'),
      }),
  }
}

let count = 0

sourceConformance('zfs', async (directory) => {
  count += 1
  const dataset = `${pool}/source-${count}`
  await zfs(['create', dataset])
  await writeFile(`/${dataset}/file`, Buffer.alloc(300_000, 'content'))
  const source = createZfsSource({
    dataset,
    recursive: false,
    raw: 'auto',
    snapshots: 'own',
    properties: true,
    keepBase: 'bookmark',
  })
  return {
    source,
    repeats: 'nothing',
    failing: await withSend(source, directory, 'failing', 'head -c 5000'),
    slow: await withSend(source, directory, 'slow', '{ head -c 5000; sleep 600; }'),
    async isRestored(target) {
      count += 1
      const copy = `${pool}/restored-${count}`
      await zfs(['receive', copy], createReadStream(target))
      return (await readFile(`/${dataset}/file`)).equals(await readFile(`/${copy}/file`))
    },
  }
})
