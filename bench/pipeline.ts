/**
 * A tar stream through the volume writer into nothing, against shell pipelines over the same tree, interleaved in one run;
 * medians of the ratios. `node bench/pipeline.ts DIRECTORY [rounds] [workers]`. The worker entry is compiled first: in
 * production nothing strips types.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateKeyPair } from '../src/codec/age/keys.ts'
import type { pump as Pump } from '../src/pipeline/pump.ts'
import type { createVolumeWriter as CreateVolumeWriter } from '../src/pipeline/volume-writer.ts'

const directory = process.argv[2] ?? '/usr/lib'
const rounds = Number(process.argv[3] ?? 5)
const workers = Number(process.argv[4] ?? 2)
const root = fileURLToPath(new URL('..', import.meta.url))

interface Sample {
  readonly wall: number
  readonly cpu: number
}

/** Seconds of wall and CPU of a command in a process of its own. */
function measure(command: string, args: readonly string[]): Sample {
  const started = performance.now()
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', command, ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const wall = (performance.now() - started) / 1000
  const times = /([\d.]+) ([\d.]+)\s*$/.exec(stderr)
  if (status !== 0 || !times) throw new Error(`${command} failed: ${stderr}`)
  return { wall, cpu: Number(times[1]) + Number(times[2]) }
}

async function writeOnce(built: string, recipient: string): Promise<void> {
  const { pump } = (await import(join(built, 'pipeline/pump.js'))) as { pump: typeof Pump }
  const module = (await import(join(built, 'pipeline/volume-writer.js'))) as {
    createVolumeWriter: typeof CreateVolumeWriter
  }
  const { signal } = new AbortController()
  const writer = module.createVolumeWriter({
    workers,
    workerUrl: new URL(`file://${join(built, 'entry/volume-worker.js')}`),
    sink: async () => undefined,
    signal,
    dataPrefix: 'data/bench/id',
  })
  const hashes = { sha256: true, blake3: false }
  const stream = writer.stream({ name: 'tree', compression: { type: 'zstd', level: 3 }, recipient, hashes })
  const tar = spawn('tar', ['cf', '-', directory], { stdio: ['ignore', 'pipe', 'ignore'] })
  const { bytes, storedBytes } = await pump(tar.stdout, stream, { signal, freeChunks: true })
  await writer.close()
  console.log(`${bytes} ${storedBytes} ${process.resourceUsage().maxRSS / 1024}`)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

async function compare(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
  try {
    const built = join(work, 'build')
    // Types of unfinished parts do not matter here.
    spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json', '--outDir', built], {
      cwd: root,
    })
    writeFileSync(join(work, 'package.json'), '{"type":"module"}')
    execFileSync('ln', ['-s', join(root, 'node_modules'), join(work, 'node_modules')])
    const { recipient } = await generateKeyPair()
    const tar = `tar cf - ${directory} 2>/dev/null`
    const ours = [
      process.execPath,
      [fileURLToPath(import.meta.url), directory, '1', String(workers), built, recipient],
    ]
    const peers: Record<string, [string, string[]]> = {
      'the bare tar': ['bash', ['-c', `${tar} | cat > /dev/null`]],
      'tar | zstd | age': ['bash', ['-c', `${tar} | zstd -q -3 -T0 | age -r ${recipient} > /dev/null`]],
      'the same with both hashes': [
        'bash',
        [
          '-c',
          `${tar} | tee >(sha256sum > /dev/null) | zstd -q -3 -T0 | age -r ${recipient} | tee >(sha256sum > /dev/null) > /dev/null; wait`,
        ],
      ],
      'volume writer': ours as [string, string[]],
    }
    const samples = new Map(Object.keys(peers).map((name) => [name, [] as Sample[]]))
    for (let round = -1; round < rounds; round++) {
      for (const [name, [command, args]] of Object.entries(peers)) {
        const sample = measure(command, args)
        if (round >= 0) samples.get(name)?.push(sample)
      }
    }
    const mine = samples.get('volume writer') ?? []
    for (const [name, theirs] of samples) {
      const ratio = median(mine.map(({ wall }, round) => wall / (theirs[round]?.wall ?? Number.NaN)))
      const [wall, cpu] = [
        median(theirs.map((sample) => sample.wall)),
        median(theirs.map((sample) => sample.cpu)),
      ]
      console.log(
        `${name.padEnd(28)} ${wall.toFixed(2)} s, CPU ${cpu.toFixed(2)} s, ours is ${ratio.toFixed(2)}x`,
      )
    }
    console.log(
      `bytes, stored bytes, peak MiB: ${execFileSync(ours[0] as string, ours[1] as string[]).toString()}`,
    )
  } finally {
    rmSync(work, { recursive: true })
  }
}

const [built, recipient] = process.argv.slice(5)
await (built && recipient ? writeOnce(built, recipient) : compare())
