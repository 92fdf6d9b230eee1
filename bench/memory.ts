/**
 * Pushes generated data through the volume writer into nothing and prints the peak memory, one line per GB. Fails above
 * 448 MiB. `node bench/memory.ts [GB] [workers]`
 */
import { createCipheriv, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { generateKeyPair } from '../src/codec/age/keys.ts'
import { createVolumeWriter } from '../src/pipeline/volume-writer.ts'

const [gigabytes = 20, workers = 2] = process.argv.slice(2).map(Number)
const limit = 448 + 64 * Math.max(0, workers - 2)
const chunk = 65_536

/** Peak resident set in MiB, as the kernel counts it. */
function peak(): number {
  const line = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))
  return Math.round(Number(line?.[1] ?? 0) / 1024)
}

const keystream = createCipheriv('aes-128-ctr', randomBytes(16), randomBytes(16))
const zeros = Buffer.alloc(chunk)

/** Chunks as a pipe delivers them, each in memory of its own: 16 MB random, 16 MB text-like, 16 MB by turns, and so on. */
function* chunks(bytes: number): Generator<Uint8Array> {
  for (let made = 0, turn = 0; made < bytes; made += chunk, turn++) {
    const random = keystream.update(zeros)
    const mixed = (turn >> 8) % 3
    if (mixed === 0 || (mixed === 2 && turn & 1)) yield random
    else yield random.map((byte) => 97 + (byte & 7))
  }
}

const { recipient } = await generateKeyPair()
const writer = createVolumeWriter({
  workers,
  workerUrl: new URL('../src/entry/volume-worker.ts', import.meta.url),
  sink: async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
  },
  signal: new AbortController().signal,
  dataPrefix: 'data/bench/id',
})
const stream = writer.stream({
  name: 'generated',
  compression: { type: 'zstd', level: 3 },
  recipient,
  hashes: { sha256: true, blake3: true },
  volumeHash: true,
})
const started = performance.now()
let worst = 0
for (let gigabyte = 1; gigabyte <= gigabytes; gigabyte++) {
  for (const bytes of chunks(1e9)) await stream.write(bytes)
  worst = peak()
  const now = Math.round(process.memoryUsage.rss() / 2 ** 20)
  const rate = Math.round((gigabyte * 1e6) / (performance.now() - started))
  console.log(`${gigabyte} GB: rss ${now} MiB, peak ${worst} MiB, ${rate} MB/s`)
}
const { volumes, storedBytes } = await stream.end()
await writer.close()
console.log(`${volumes.length} volumes, ${storedBytes} bytes stored, peak ${peak()} MiB, limit ${limit} MiB`)
if (Math.max(worst, peak()) > limit) process.exitCode = 1
