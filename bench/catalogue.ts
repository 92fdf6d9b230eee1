/**
 * Measures the catalogue at scale: `node --expose-gc bench/catalogue.ts [manifests] [latency in ms]`. Prints the seconds
 * and the memory of a cold and a warm listing of one job.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeId } from '../src/catalog/ids.ts'
import { readCatalogue } from '../src/catalog/listing.ts'
import { generateSigningKey, parseSigningKey } from '../src/catalog/signing-key.ts'
import { parentIn, putManifest, repository, type Stored, signal } from '../test/catalog/samples.ts'
import { createMemoryStore } from '../test/fakes/memory-store.ts'

const count = Number(process.argv[2] ?? 100_000)
const latency = Number(process.argv[3] ?? 0)
const keys = generateSigningKey()
const signer = parseSigningKey(keys.private)
const memory = createMemoryStore()
let full: Stored | undefined
for (let n = 0; n < count; n++) {
  const level = n % 7 === 0 || !full ? 0 : 1
  const id = makeId(new Date(Date.UTC(2020, 0, 1) + n * 1_200_000), level)
  const parent = level === 0 || !full ? null : parentIn(full)
  const stored = await putManifest(
    memory,
    { id, parent, stats: { sourceBytes: n, storedBytes: n, seconds: n / 7 } },
    signer,
  )
  if (level === 0) full = stored
}
const store = {
  ...memory,
  async get(...parameters: Parameters<typeof memory.get>) {
    if (latency > 0) await sleep(latency)
    return memory.get(...parameters)
  },
}
const directory = await mkdtemp(join(tmpdir(), 'holdfast-scale-'))
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`

async function measure(name: string): Promise<void> {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const start = performance.now()
  const { points } = await readCatalogue(store, undefined, {
    repository,
    trust: [keys.public],
    signal,
    cacheDirectory: directory,
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(2)
  globalThis.gc?.()
  const after = process.memoryUsage()
  const sound = points.filter(({ complete, trusted }) => complete && trusted).length
  console.log(
    `${name}: ${seconds} s, ${points.length} points (${sound} sound), heap +${megabytes(after.heapUsed - before.heapUsed)}, rss ${megabytes(after.rss)} (before ${megabytes(before.rss)})`,
  )
}

await measure('cold')
console.log(`cache: ${megabytes((await stat(join(directory, repository, 'app-db.manifests.jsonl'))).size)}`)
await measure('warm')
await measure('warm again')
await rm(directory, { recursive: true })
