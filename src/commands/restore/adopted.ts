import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseId } from '../../catalog/ids.ts'
import type { Finding } from '../../domain/finding.ts'
import type { ChainLink, RestoreOptions, RestoreResult, StreamObserver } from '../../domain/source.ts'
import type { Store, StoredObject } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { openForeign, readForeign } from '../../pipeline/foreign-stream.ts'
import { openArchive } from '../../pipeline/seven-zip/unpack.ts'
import { writeStreamToFile } from '../../process/write-file.ts'
import type { CommandContext } from '../context.ts'
import { adoptionPatterns } from '../repository/adopted.ts'
import { environmentForChildren } from '../repository/child-environment.ts'
import { openDestination, openStore } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { destinationsOf } from '../repository/find.ts'
import { archivePassphrase, archiveSpool } from '../repository/open-object.ts'
import { progressOver } from '../repository/progress.ts'
import { createSequentialReader, iteratorOf } from '../repository/single-stream.ts'
import { sourceContextOf, sourceOf } from '../repository/source-context.ts'
import { checksumBeside } from './checksum-beside.ts'

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
 * What the key of an object means where a job's `object-name` or `adopt` fits it: the id of the backup that it belongs to, else an
 * adopted object. Undefined for any other name.
 */
export async function findByKey(
  context: CommandContext,
  key: string,
): Promise<FoundObject | string | undefined> {
  if (parseId(key) || context.config.jobNames.includes(key)) return undefined
  for (const job of context.config.jobNames) {
    if (!adoptionPatterns(context, job).some(({ matches }) => matches(key))) continue
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
  observer?: StreamObserver,
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
      : openForeign(store, object.key, context.signal, fetched, observer)
  const read = createSequentialReader(
    () => (isArchive ? iteratorOf(open()) : readForeign(store, object.key, context.signal, fetched)),
    object.key,
  )
  return {
    id: object.key,
    level: 0,
    streams: [{ name: 'archive', mediaType: 'application/x-tar', bytes: 0 }],
    description: { storedBytes: object.bytes },
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

function onlyFiles(key: string): HoldfastError {
  return new HoldfastError('usage', `${basename(key)} can be restored as files only`, {
    hint: 'Name a directory or a file with --to: nobody knows how another tool meant it.',
    context: { key },
  })
}

/**
 * Restores an adopted object: a directory's archive as files, to a place of servers by the job's own source, anything else
 * as what it decompresses to. The checksum beside it, where there is one, has to be right. Errors: `store-unsupported`
 * for selected paths and for files of tools that seek or encrypt, `object-damaged`, `usage`, and those of the source.
 */
export async function restoreAdopted(
  context: CommandContext,
  found: FoundObject,
  options: RestoreOptions,
): Promise<RestoreResult & { readonly fetchedBytes: number }> {
  const { job, object } = found
  const { target, include, overwrite, force = false } = options
  if (include.length > 0) throw noParts(object.key)
  let fetchedBytes = 0
  const warnings: Finding[] = [notOurs]
  const checksum = await checksumBeside(context, found, force, (finding) => warnings.push(finding))
  const count = (bytes: number) => {
    fetchedBytes += bytes
  }
  const [link] = progressOver(context, job, 'restore', [linkOf(context, found, count, checksum)])
  if (link === undefined) throw new HoldfastError('internal', 'a chain of one link has none')
  const { signal } = context
  const source = () => sourceContextOf(context, job, warnings)
  const finish = (result: RestoreResult) => ({
    ...result,
    bytes: fetchedBytes,
    warnings: [...warnings, ...result.warnings],
    fetchedBytes,
  })
  const plain = { bytes: fetchedBytes, warnings: [] }
  switch (target.type) {
    case 'directory':
      return finish(await sourceOf(context, job, 'directory').restore(source(), [link], options))
    case 'file':
      await writeStreamToFile(link.open('archive'), target.path, { overwrite, signal })
      return finish(plain)
    case 'stdout':
      await pipeline(link.open('archive'), target.stream, { signal, end: false })
      return finish(plain)
    default: {
      const own = sourceOf(context, job, context.config.job(job).source.type)
      if (own.restoreForeign === undefined) throw onlyFiles(object.key)
      return finish(await own.restoreForeign(source(), link, options))
    }
  }
}
