import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseId } from '../../catalog/ids.ts'
import type { Finding } from '../../domain/finding.ts'
import type { ChainLink, RestoreOptions, RestoreResult } from '../../domain/source.ts'
import type { Store, StoredObject } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { openForeign, readForeign } from '../../pipeline/foreign-stream.ts'
import { openArchive } from '../../pipeline/seven-zip/unpack.ts'
import { writeStreamToFile } from '../../process/write-file.ts'
import type { CommandContext } from '../context.ts'
import { adoptionPattern } from '../repository/adopted.ts'
import { environmentForChildren } from '../repository/child-environment.ts'
import { openDestination, openStore } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { destinationsOf } from '../repository/find.ts'
import { archivePassphrase, archiveSpool } from '../repository/open-object.ts'
import { progressOver } from '../repository/progress.ts'
import { createSequentialReader, iteratorOf } from '../repository/single-stream.ts'
import { sourceContextOf, sourceOf } from '../repository/source-context.ts'

/** An object that a job adopts, at the first destination that has it. */
export interface FoundObject {
  readonly job: string
  readonly store: Store
  readonly object: StoredObject
}

/** The backup that an object of this key belongs to, if one does. */
async function ownerOf(context: CommandContext, name: string, key: string): Promise<string | undefined> {
  try {
    const { points } = await readEntries(context, await openDestination(context, name), undefined)
    return points.find(({ outside }) => outside.includes(key))?.id
  } catch (error) {
    // What others wrote can be restored before Holdfast has written anything there.
    if (hasCode(error, 'repository-missing')) return undefined
    throw error
  }
}

/**
 * What the key of an object means where a job's `object-name` fits it: the id of the backup that it belongs to, else an
 * adopted object. Undefined for any other name.
 */
export async function findByKey(
  context: CommandContext,
  key: string,
): Promise<FoundObject | string | undefined> {
  if (parseId(key) || context.config.jobNames.includes(key)) return undefined
  for (const job of context.config.jobNames) {
    if (!adoptionPattern(context, job)?.matches(key)) continue
    for (const name of destinationsOf(context, job)) {
      const store = await openStore(context, name, 'read')
      const object = await store.stat(key)
      if (object) return (await ownerOf(context, name, key)) ?? { job, store, object }
    }
  }
  return undefined
}

/** What any restore of such an object says. */
export const notOurs: Finding = {
  severity: 'warning',
  code: 'adopted',
  message: 'this was not written by holdfast: nothing but its own checksums says that it is whole',
  hint: 'Look at what was restored before you rely on it.',
}

/** An adopted object as a link without an index; parts of it can be read in ascending order. */
export function linkOf(
  context: CommandContext,
  { job, store, object }: FoundObject,
  fetched: (bytes: number) => void,
): ChainLink {
  // What a job packs as 7z was packed so before, most likely, with the same password.
  const isArchive = /\.7z$/i.test(object.key) && context.config.encryption().passphrase !== undefined
  const open = () =>
    isArchive
      ? openArchive({
          store,
          object: { key: object.key, bytes: object.bytes },
          passphrase: archivePassphrase(context, object.key),
          parent: archiveSpool(context, job),
          environment: environmentForChildren(context),
          signal: context.signal,
          onFetched: fetched,
        })
      : openForeign(store, object.key, context.signal, fetched)
  const read = createSequentialReader(
    () => (isArchive ? iteratorOf(open()) : readForeign(store, object.key, context.signal, fetched)),
    object.key,
  )
  return {
    id: object.key,
    level: 0,
    streams: [{ name: 'archive', mediaType: 'application/x-tar', bytes: 0 }],
    description: {},
    unread: [],
    open,
    read: (_, offset, length) => read(offset, length),
  }
}

/** The error of a choice where there is none. */
export function noParts(key: string): HoldfastError {
  return new HoldfastError('store-unsupported', `parts of ${basename(key)} cannot be read: it has no index`, {
    hint: 'Leave out --include.',
    context: { key },
  })
}

/**
 * Restores an adopted object: a directory's archive as files, anything else as what it decompresses to. Errors:
 * `store-unsupported` for selected paths and for files of tools that seek or encrypt, `object-damaged`, and those of
 * the source.
 */
export async function restoreAdopted(
  context: CommandContext,
  found: FoundObject,
  options: RestoreOptions,
): Promise<RestoreResult & { readonly fetchedBytes: number }> {
  const { job, object } = found
  const { target, include, overwrite } = options
  if (include.length > 0) throw noParts(object.key)
  let fetchedBytes = 0
  const [link] = progressOver(context, job, 'restore', [
    linkOf(context, found, (bytes) => {
      fetchedBytes += bytes
    }),
  ])
  if (link === undefined) throw new HoldfastError('internal', 'a chain of one link has none')
  const warnings: Finding[] = [notOurs]
  const { signal } = context
  if (target.type === 'directory') {
    const result = await sourceOf(context, job, 'directory').restore(
      sourceContextOf(context, job, warnings),
      [link],
      options,
    )
    return { ...result, bytes: fetchedBytes, warnings: [...warnings, ...result.warnings], fetchedBytes }
  }
  if (target.type === 'file')
    await writeStreamToFile(link.open('archive'), target.path, { overwrite, signal })
  if (target.type === 'stdout') await pipeline(link.open('archive'), target.stream, { signal, end: false })
  return { bytes: fetchedBytes, warnings, fetchedBytes }
}
