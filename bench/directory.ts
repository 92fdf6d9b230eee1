import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bucket, startBucket } from './bucket.ts'
import { environmentOf, type Peer, type Place, peers, type Work, works } from './directory-peers.ts'
import { directoryTree, type Tree } from './directory-tree.ts'
import { type Measurement, measure } from './measure.ts'

export interface Sample extends Measurement {
  readonly round: number
  readonly work: Work | 'start'
  readonly peer: string
}

interface Options {
  readonly files: number
  readonly rounds: number
  /** Bash words that start the program under test. */
  readonly holdfast: string
  /** Names of peers; all where absent. */
  readonly only?: readonly string[]
  /** Told about each sample as it is taken. */
  readonly onSample: (sample: Sample) => void
}

function makeKeys(scratch: string): string {
  const file = join(scratch, 'identity.txt')
  execFileSync('age-keygen', ['--output', file], { stdio: 'ignore' })
  const recipient = /age1\w+/.exec(readFileSync(file, 'utf8'))?.[0]
  if (!recipient) throw new Error(`age-keygen wrote no public key into ${file}`)
  return recipient
}

function writeConfig({ scratch, tree }: Place, recipient: string, bucket: Bucket | undefined): void {
  const away = bucket
    ? `  away: { type: s3, bucket: bench, prefix: holdfast, endpoint: "${bucket.endpoint}", region: us-east-1, path-style: true }\n`
    : ''
  const config = `version: 1
destinations:
  local: { type: filesystem, path: ${scratch}/repo-holdfast }
${away}encryption:
  recipients: [${recipient}]
  identity-file: ${scratch}/identity.txt
jobs:
  tree:
    source: { type: directory, path: ${tree.path} }
    to: [local]
    compression: { type: zstd, level: 3 }
${bucket ? `  away: { source: { type: directory, path: ${tree.path} }, to: [away], compression: { type: zstd, level: 3 } }\n` : ''}`
  writeFileSync(join(scratch, 'holdfast.yml'), config)
}

const rotated = <T>(list: readonly T[], by: number): T[] => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
]

/** What is done before a work and not measured. */
const preparations: Partial<Record<Work, (peer: Peer) => string>> = {
  first: ({ prepare }) => prepare,
  'to S3': () => 'mkdir -p "$REPO"; rclone purge --quiet s3:bench; rclone mkdir s3:bench',
}

function measurePeer(peer: Peer, work: Work, environment: Record<string, string>): Measurement | undefined {
  const script = peer.scripts[work]
  if (!script) return undefined
  const prepare = preparations[work]?.(peer) ?? 'true'
  // What others left unwritten must not be flushed on this one's time: some peers fsync, some do not.
  execFileSync('bash', ['-ec', `${prepare}; rm -rf "$OUT"; mkdir "$OUT"; sync`], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return measure(script, environment)
}

/**
 * Backs up and restores the same tree with every peer, interleaved: within a work the peers take turns, and each
 * round begins with another one, so that a slow minute of the machine hits all of them.
 */
export function benchmarkDirectory({ files, rounds, holdfast, only, onSample }: Options): Tree {
  const tree = directoryTree(files)
  const scratch = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
  let bucket: Bucket | undefined
  try {
    bucket = startBucket(scratch)
    const place: Place = { tree, scratch, holdfast }
    const recipient = makeKeys(scratch)
    writeConfig(place, recipient, bucket)
    // Everyone reads from a warm page cache.
    measure('tar --create --directory "$TREE" . | cat > /dev/null', { TREE: tree.path })
    const wanted = peers.filter(({ name }) => !only || only.includes(name))
    for (let round = 0; round < rounds; round += 1) {
      for (const work of works) {
        if (work === 'to S3' && bucket === undefined) continue
        for (const peer of rotated(wanted, round)) {
          const taken = measurePeer(peer, work, {
            ...bucket?.environment,
            ...environmentOf(peer, place, recipient),
          })
          if (taken) onSample({ round, work, peer: peer.name, ...taken })
        }
      }
      if (wanted.some(({ name }) => name === 'holdfast')) {
        onSample({
          round,
          work: 'start',
          peer: 'holdfast',
          ...measure('$HOLDFAST --version', { HOLDFAST: holdfast }),
        })
      }
    }
    return tree
  } finally {
    bucket?.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}
