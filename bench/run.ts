import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchmarkDirectory, type Sample } from './directory.ts'
import { judge, renderSamples, renderVerdicts } from './table.ts'

const usage = `usage: npm run bench -- [options]
  --quick          5,000 files and one round
  --files N        small files in the tree (50000, some 600 MB)
  --rounds N       rounds, each with every peer (3)
  --only A,B       these peers only: holdfast, bare tar, shell, shell with hashes, restic, borg
  --no-save        keep no bench/results/<time>.json
`

const root = fileURLToPath(new URL('..', import.meta.url))

function versionOf(tool: string): string {
  try {
    return (
      execFileSync(tool, [tool === 'restic' ? 'version' : '--version'], { encoding: 'utf8' }).split(
        '\n',
      )[0] ?? ''
    )
  } catch {
    return 'absent'
  }
}

function machine() {
  return {
    processor: cpus()[0]?.model,
    cores: availableParallelism(),
    memoryMiB: Math.round(totalmem() / 1_048_576),
    kernel: release(),
    node: process.version,
    tools: Object.fromEntries(
      ['tar', 'zstd', 'age', 'restic', 'borg'].map((tool) => [tool, versionOf(tool)]),
    ),
  }
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    files: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    'no-save': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  process.stdout.write(usage)
} else {
  const samples: Sample[] = []
  const startedAt = new Date().toISOString()
  const tree = benchmarkDirectory({
    files: Number(values.files ?? (values.quick ? 5_000 : 50_000)),
    rounds: Number(values.rounds ?? (values.quick ? 1 : 3)),
    holdfast: `${process.execPath} ${join(root, 'bin', 'holdfast.cjs')}`,
    ...(values.only && { only: values.only.split(',').map((name) => name.trim()) }),
    onSample: (sample) => {
      samples.push(sample)
      process.stderr.write(
        `round ${sample.round + 1}  ${sample.work}  ${sample.peer}  ${sample.wall.toFixed(2)} s\n`,
      )
    },
  })
  const verdicts = judge(samples, availableParallelism())
  process.stdout.write(`\n${tree.files} files, ${(tree.bytes / 1e6).toFixed(0)} MB\n\n`)
  process.stdout.write(`${renderSamples(samples)}\n`)
  if (verdicts.length) process.stdout.write(`\n${renderVerdicts(verdicts)}\n`)
  if (!values['no-save']) {
    const folder = join(root, 'bench', 'results')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, `${startedAt.replaceAll(/[-:]|\.\d+/g, '')}.json`)
    const { path: _local, ...described } = tree
    writeFileSync(
      file,
      `${JSON.stringify({ startedAt, machine: machine(), tree: described, verdicts, samples }, null, 1)}\n`,
    )
    process.stdout.write(`\nwritten: ${file}\n`)
  }
}
