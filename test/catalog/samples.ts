import { parseId } from '../../src/catalog/ids.ts'
import { manifestKey } from '../../src/catalog/keys.ts'
import { encodeManifest } from '../../src/catalog/manifest.ts'
import { sha256Of } from '../../src/catalog/object-io.ts'
import type { Signer } from '../../src/catalog/signing-key.ts'
import type { Manifest } from '../../src/domain/manifest.ts'
import type { Proof } from '../../src/domain/proof.ts'
import type { Store } from '../../src/domain/store.ts'

export const repository = '0b1f6d1c-6c1e-4f0e-9a55-6f1f0a6a2a11'
export const otherRepository = '7d9e4f7a-31a1-4b1c-8a53-0d3f3f6f2b22'
export const signal = new AbortController().signal
export const hash = (character: string): string => character.repeat(64)

/** A valid manifest; the level follows the id. */
export function sampleManifest(fields: Partial<Manifest> = {}): Manifest {
  const id = fields.id ?? '20261121T030000Z-L0-abcdef'
  const job = fields.job ?? 'app-db'
  const parsed = parseId(id)
  if (!parsed) throw new Error(`no id: ${id}`)
  const object = (name: string, character: string) => ({
    key: `data/${job}/${id}/${name}`,
    bytes: 100,
    sha256: hash(character),
  })
  return {
    format: 1,
    repository,
    id,
    job,
    tags: ['daily'],
    createdAt: parsed.createdAt.toISOString(),
    finishedAt: new Date(parsed.createdAt.getTime() + 60_000).toISOString(),
    tool: { name: 'holdfast', version: '0.1.0' },
    host: 'db-1',
    run: { url: 'https://ci.example/1', id: '1', actor: 'robot' },
    source: { type: 'postgres', server: '16.4', restoreNeedsMajor: 16 },
    level: parsed.level,
    parent: null,
    encryption: { type: 'age', recipient: 'age1example', wraps: 1 },
    streams: [
      {
        name: 'dump',
        mediaType: 'application/vnd.postgresql.custom',
        compression: { type: 'zstd', level: 3 },
        volumes: 2,
        frame: 2_097_152,
        span: 16_777_216,
        storedBytes: 1234,
      },
    ],
    objects: {
      volumes: object('volumes-aaaaaaaaaaaa.jsonl.zst', 'a'),
      meta: object('meta-bbbbbbbbbbbb', 'b'),
    },
    evidence: 'snapshot',
    unread: 0,
    stats: { sourceBytes: 4321, storedBytes: 1434, seconds: 1.5, tables: 3 },
    ...fields,
  }
}

export interface Stored {
  readonly key: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly manifest: Manifest
}

/** Stores a manifest as a backup would. */
export async function putManifest(
  store: Store,
  fields: Partial<Manifest> = {},
  signer?: Signer,
): Promise<Stored> {
  const manifest = sampleManifest(fields)
  const bytes = encodeManifest(manifest, signer)
  const key = manifestKey(manifest.job, manifest.id)
  const sha256 = sha256Of(bytes)
  await store.put(key, bytes, { signal, sha256 })
  return { key, bytes, sha256, manifest }
}

/** Stores bytes under a key, whatever they are. */
export async function putBytes(store: Store, key: string, body: Uint8Array | string): Promise<void> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  await store.put(key, bytes, { signal, sha256: sha256Of(bytes) })
}

/** What the child of a stored manifest names as its parent. */
export function parentIn(stored: Stored): NonNullable<Manifest['parent']> {
  return { id: stored.manifest.id, manifest: `sha256:${stored.sha256}` }
}

/** A passed drill of a chain, level 0 first. */
export function sampleProof(chain: readonly Stored[], fields: Partial<Proof> = {}): Proof {
  const last = chain.at(-1)
  if (!last) throw new Error('a chain has a backup')
  return {
    format: 1,
    repository,
    job: last.manifest.job,
    id: last.manifest.id,
    chain: chain.map(parentIn),
    destination: 'memory',
    result: 'passed',
    depth: 'restore',
    evidence: 'snapshot',
    checks: [{ name: 'rows', result: 'passed', expected: '3', found: '3' }],
    startedAt: '2026-11-22T03:00:00.000Z',
    finishedAt: '2026-11-22T03:05:00.000Z',
    rtoSeconds: 300,
    restoredBytes: 4321,
    fetchedBytes: 1434,
    host: 'runner-1',
    tool: { name: 'holdfast', version: '0.1.0' },
    ...fields,
  }
}
