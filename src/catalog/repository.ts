import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../domain/clock.ts'
import type { Store } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'
import { checkShape, damaged, jsonBytes, parseJson } from './json.ts'
import { repositoryKey, restoreGuideKey } from './keys.ts'
import { createObject, findObject, readIfPresent } from './object-io.ts'
import { restoreGuide } from './restore-guide.ts'

/** The stored format that this version writes, and the newest that it reads. */
const formatVersion = 1

/** Features that `requires` may name. Format 1 has none. */
const knownFeatures: readonly string[] = []
const largest = 64 * 1024
const naming = { code: 'object-damaged', what: 'the repository file', key: repositoryKey } as const

const schema = z.object({
  format: z.int().positive(),
  repository: z.uuid(),
  created: z.iso.datetime(),
  requires: z.array(z.string().min(1).max(100)).max(100),
})

/** What `holdfast.json` says. */
export interface Repository {
  readonly format: number
  /** A UUID. Destinations that hold the same backups share it. */
  readonly repository: string
  readonly created: Date
  readonly requires: readonly string[]
}

/**
 * Decodes `holdfast.json`. Errors: `format-unsupported` for a newer format, `unknown-feature` for a feature in
 * `requires` that this version does not know, `object-damaged`.
 */
function decodeRepository(bytes: Uint8Array): Repository {
  const value = parseJson(bytes, naming)
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > formatVersion) {
    throw new HoldfastError(
      'format-unsupported',
      `the repository has format ${format}, newer than ${formatVersion}`,
      {
        hint: 'Update Holdfast; this version must not touch the repository.',
      },
    )
  }
  const found = checkShape(schema, value, naming)
  const unknown = found.requires.filter((feature) => !knownFeatures.includes(feature))
  if (unknown.length > 0) {
    throw new HoldfastError('unknown-feature', `the repository requires ${unknown.join(', ')}`, {
      hint: 'Update Holdfast; this version does not know these features and must not touch the repository.',
      context: { features: unknown },
    })
  }
  return { ...found, created: new Date(found.created) }
}

/** Reads `holdfast.json`; undefined where there is no repository yet. Errors: see {@link decodeRepository}. */
export async function readRepository(store: Store, signal: AbortSignal): Promise<Repository | undefined> {
  const bytes = await readIfPresent(store, repositoryKey, largest, signal)
  return bytes && decodeRepository(bytes)
}

export interface EnsureRepositoryOptions {
  readonly clock: Clock
  readonly signal: AbortSignal
  /** The id to create with: that of the job's other destinations. A new one where absent. */
  readonly repository?: string
  /** Finds that id out; asked only where a repository is made and `repository` is absent. */
  readonly findRepository?: () => Promise<string | undefined>
}

/**
 * The repository of a destination, created with `holdfast.json` and `RESTORE.md` where there is none. Of several that
 * create at once one wins, and all get the winner's. Errors: see {@link decodeRepository}, and the store's.
 */
export async function ensureRepository(store: Store, options: EnsureRepositoryOptions): Promise<Repository> {
  const { signal } = options
  const repository = (await readRepository(store, signal)) ?? (await create(store, options))
  // A run may have died between the two. Listing, since a backup role cannot read this one.
  if (!(await findObject(store, restoreGuideKey))) {
    await createObject(store, restoreGuideKey, Buffer.from(restoreGuide), signal)
  }
  return repository
}

/** A repository that is not made yet, as {@link ensureRepository} would make it. */
export function newRepository({
  clock,
  repository = randomUUID(),
}: Omit<EnsureRepositoryOptions, 'signal'>): Repository {
  return { format: formatVersion, repository, created: clock.now(), requires: [] }
}

async function create(store: Store, options: EnsureRepositoryOptions): Promise<Repository> {
  const repository = options.repository ?? (await options.findRepository?.())
  const made = newRepository({ clock: options.clock, ...(repository !== undefined && { repository }) })
  await createObject(store, repositoryKey, jsonBytes(made), options.signal)
  const winner = await readRepository(store, options.signal)
  if (!winner) throw damaged(naming, 'it was written and is not there')
  return winner
}
