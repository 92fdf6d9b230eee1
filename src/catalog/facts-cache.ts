import { createHash } from 'node:crypto'
import type { StoredObject } from '../domain/store.ts'
import type { ManifestFacts, SharedFacts } from './entry.ts'
import { type LineCache, openLineCache } from './line-cache.ts'

/** Changes whenever the shape of what is kept does. */
const version = 'manifests 3'

const nowhere: readonly string[] = []

type Value = readonly [
  sha256: string,
  level: number,
  parentId: string | 0,
  parentHash: string | 0,
  createdAt: number,
  finishedAt: number,
  unread: number,
  stats: readonly (number | null)[],
  signedBy: string | 0,
  shared: string,
  outside: readonly string[] | 0,
]

/** Remembers what manifests and tombstones say, by key and ETag. */
export interface FactsCache {
  get(object: StoredObject): ManifestFacts | { readonly tombstone: Date } | undefined
  set(object: StoredObject, facts: ManifestFacts | { readonly tombstone: Date }): void
  save(): Promise<void>
}

function tagOf(object: StoredObject): string {
  return `${object.bytes} ${object.etag}`
}

/** The cache of one job's manifests in `file`; facts shared by many backups are one object. */
export async function openFactsCache(file: string | undefined): Promise<FactsCache> {
  const lines: LineCache | undefined = file === undefined ? undefined : await openLineCache(file, version)
  const shared = new Map<string, SharedFacts>()
  const signers = new Map<string, string>()

  function sharedOf(name: string): SharedFacts | undefined {
    const known = shared.get(name)
    if (known) return known
    const kept = lines?.get(name, 'shared') as SharedFacts | undefined
    if (kept) shared.set(name, kept)
    return kept
  }

  function nameOf(facts: SharedFacts): string {
    const name = `#${createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 24)}`
    if (sharedOf(name)) return name
    shared.set(name, facts)
    lines?.set(name, 'shared', facts)
    return name
  }

  function decode(value: Value): ManifestFacts | undefined {
    const [sha256, level, parentId, parentHash, createdAt, finishedAt, unread, stats, signedBy, name] = value
    const outside = value[10]
    const facts = sharedOf(name)
    if (!facts) return undefined
    const [sourceBytes, storedBytes, seconds, files, tables] = stats
    return {
      manifestSha256: sha256,
      level,
      parent: parentId && parentHash ? { id: parentId, manifest: `sha256:${parentHash}` } : null,
      createdAt: new Date(createdAt),
      finishedAt: new Date(finishedAt),
      unread,
      stats: {
        sourceBytes: sourceBytes ?? 0,
        storedBytes: storedBytes ?? 0,
        seconds: seconds ?? 0,
        ...(typeof files === 'number' ? { files } : {}),
        ...(typeof tables === 'number' ? { tables } : {}),
      },
      outside: outside === 0 ? nowhere : outside,
      signedBy: signedBy ? intern(signers, signedBy) : undefined,
      shared: facts,
    }
  }

  return {
    get(object) {
      const value = lines?.get(object.key, tagOf(object)) as Value | number | undefined
      if (typeof value === 'number') return { tombstone: new Date(value) }
      return value && decode(value)
    },
    set(object, facts) {
      if ('tombstone' in facts) lines?.set(object.key, tagOf(object), facts.tombstone.getTime())
      else lines?.set(object.key, tagOf(object), encode(facts, nameOf(facts.shared)))
    },
    save: async () => lines?.save(),
  }
}

function intern(texts: Map<string, string>, text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, text)
  return text
}

function encode(facts: ManifestFacts, shared: string): Value {
  const { sourceBytes, storedBytes, seconds, files = null, tables = null } = facts.stats
  return [
    facts.manifestSha256,
    facts.level,
    facts.parent?.id ?? 0,
    facts.parent?.manifest.slice('sha256:'.length) ?? 0,
    facts.createdAt.getTime(),
    facts.finishedAt.getTime(),
    facts.unread,
    [sourceBytes, storedBytes, seconds, files, tables],
    facts.signedBy ?? 0,
    shared,
    facts.outside.length === 0 ? 0 : facts.outside,
  ]
}
