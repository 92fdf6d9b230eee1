/**
 * Measures dumps of a PostgreSQL database to S3: `node bench/postgres.ts [megabytes] [rounds]`. Side by side: Holdfast with
 * and without a fingerprint, the best shell pipeline with and without the hashes that Holdfast makes, and the bare dump.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../test/services/postgres.ts'
import { makeRealData } from '../test/services/real-data.ts'
import { startBucket } from './bucket.ts'
import { type Measurement, measure } from './measure.ts'
import { median } from './table.ts'

const megabytes = Number(process.argv[2] ?? 1000)
const rounds = Number(process.argv[3] ?? 3)

const dump = '"$PROGRAMS/pg_dump" --format=custom --compress=0 --dbname="$URL"'
const pipeline = 'zstd -3 -T0 --quiet | age --recipient "$RECIPIENT"'
const holdfast = (job: string) =>
  `"$NODE" "$HOLDFAST" backup ${job} --config "$SCRATCH/holdfast.yml" --no-progress --quiet`

/** Both hashes of `shell with hashes` are waited for: they are part of the work. */
const peers: Readonly<Record<string, string>> = {
  'bare pg_dump': `${dump} | cat > /dev/null`,
  shell: `${dump} | ${pipeline} | rclone rcat --quiet s3:bench/dump`,
  'shell with hashes': `rm -f "$SCRATCH"/*.sha256
${dump} | tee >(sha256sum > "$SCRATCH/plain.sha256") | ${pipeline} | tee >(sha256sum > "$SCRATCH/stored.sha256") | rclone rcat --quiet s3:bench/dump
until [ -s "$SCRATCH/plain.sha256" ] && [ -s "$SCRATCH/stored.sha256" ]; do sleep 0.01; done`,
  'holdfast without fingerprint': holdfast('plain'),
  holdfast: holdfast('full'),
}

const scratch = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
const server = await startPostgres({ settings: { shared_buffers: "'256MB'" } })
const bucket = startBucket(scratch)
try {
  if (bucket === undefined) throw new Error('MinIO and rclone are needed: npm run setup:services')
  await makeRealData(server, { megabytes, only: ['shop'] })
  await server.query('vacuum analyze', 'shop')
  const identity = join(scratch, 'identity.txt')
  execFileSync('age-keygen', ['--output', identity], { stdio: 'ignore' })
  const recipient = /age1\w+/.exec(readFileSync(identity, 'utf8'))?.[0] ?? ''
  const job = (fingerprint: string) =>
    `{ source: { type: postgres, url: "\${URL}", globals: false, fingerprint: ${fingerprint} }, to: [away] }`
  writeFileSync(
    join(scratch, 'holdfast.yml'),
    `version: 1
destinations:
  away: { type: s3, bucket: bench, prefix: holdfast, endpoint: "${bucket.endpoint}", region: us-east-1, path-style: true }
encryption: { recipients: [${recipient}] }
jobs:
  full: ${job('full')}
  plain: ${job('none')}
`,
  )
  const environment = {
    ...bucket.environment,
    NODE: process.execPath,
    HOLDFAST: fileURLToPath(new URL('../bin/holdfast.cjs', import.meta.url)),
    HOLDFAST_STATE_DIR: join(scratch, 'state'),
    PROGRAMS: server.programs,
    RECIPIENT: recipient,
    SCRATCH: scratch,
    URL: server.url('shop'),
  }
  const samples = new Map<string, Measurement[]>(Object.keys(peers).map((name) => [name, []]))
  const names = Object.keys(peers)
  // Caches are warm for everybody, and what the bucket honours was tried already: that is remembered for a week.
  for (const name of names) measure(peers[name] ?? '', environment)
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] ?? ''
      samples.get(name)?.push(measure(peers[name] ?? '', environment))
    }
  }
  const wall = (name: string) => median((samples.get(name) ?? []).map((sample) => sample.wall))
  const [size] = await server.query("select pg_size_pretty(pg_database_size('shop')) as size")
  process.stdout.write(`a database of ${size?.size}, ${rounds} rounds; ratios are of the wall\n`)
  for (const name of names) {
    const of = (read: (sample: Measurement) => number) => median((samples.get(name) ?? []).map(read))
    const ratios = ['bare pg_dump', 'shell', 'shell with hashes'].map(
      (peer) => `${(wall(name) / wall(peer)).toFixed(2)}x ${peer}`,
    )
    process.stdout.write(
      `${name}: ${wall(name).toFixed(2)} s, cpu ${of(({ cpu }) => cpu).toFixed(2)} s, peak ${of(({ peak }) => peak).toFixed(0)} MiB; ${ratios.join(', ')}\n`,
    )
  }
} finally {
  bucket?.stop()
  await server.stop()
  rmSync(scratch, { recursive: true, force: true })
}
