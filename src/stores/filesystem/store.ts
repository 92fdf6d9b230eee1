import { join, resolve } from 'node:path'
import type { Clock } from '../../domain/clock.ts'
import type { PutOptions, Store, StoredObject, StoreFeatures } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { FilesystemConfig } from './config.ts'
import { deleteFile } from './delete.ts'
import { createDirectories } from './directories.ts'
import { storeError } from './errors.ts'
import { pathOf, temporaryDirectory } from './keys.ts'
import { list } from './list.ts'
import { createFileLock } from './lock.ts'
import { describe, statsOf } from './object.ts'
import { read } from './read.ts'
import { fillTemporary, slices } from './temporary.ts'
import { createWriter } from './writer.ts'

const features: StoreFeatures = {
  createOnly: true,
  compareAndSwap: true,
  range: true,
  enforcesSha256: true,
  versions: false,
  objectLock: false,
}

function refuse(options: { retainUntil?: Date; tier?: string; versionId?: string } | undefined): void {
  const what =
    options?.retainUntil !== undefined
      ? 'object lock'
      : options?.tier !== undefined
        ? 'tiers'
        : options?.versionId !== undefined
          ? 'versions'
          : undefined
  if (what === undefined) return
  throw new HoldfastError('store-unsupported', `a filesystem destination does not support ${what}`, {
    hint: `Remove the setting that asks for ${what} from this destination.`,
  })
}

function mismatch(key: string, expected: string, found: string): HoldfastError {
  return new HoldfastError('store-checksum-mismatch', `the bytes of ${key} do not match their sha-256`, {
    context: { key, expected, found },
  })
}

/**
 * A directory as a store. Keys are relative paths, so that people read it with `ls`, `jq` and `age`; `.holdfast-tmp` at
 * its top holds what is being written (removed by the next write once it is an hour old) and the lock between processes.
 *
 * - A new key appears by `link()`, which has one winner; a replacement by `rename()` under the lock.
 * - Everything is flushed, file and directory entries, before a call returns.
 * - `modified` is the file's time. Directories are made when needed and removed when empty.
 * - A key cannot be both a file and a directory of other keys: `store-unwritable`. Symbolic links are no objects.
 * - Errors: `disk-full`, `store-unwritable`, `store-unreachable`, `store-stalled` and those of the Store contract.
 */
export function createFilesystemStore(
  name: string,
  config: Pick<FilesystemConfig, 'path' | 'mode'>,
  { clock }: { readonly clock: Clock },
): Store & Required<Pick<Store, 'putStream'>> {
  const root = resolve(config.path)
  const temporary = join(root, temporaryDirectory)
  const directories = createDirectories(root, config.mode)
  const lock = createFileLock(join(temporary, 'lock'), config.mode, clock)
  const writer = createWriter(temporary, { mode: config.mode, directories, lock, clock })

  async function translated<T>(doing: 'read' | 'write', what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw storeError(error, doing, what, root)
    }
  }

  function store(
    key: string,
    body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    options: Omit<PutOptions, 'sha256'> & { readonly sha256?: string },
  ): Promise<StoredObject> {
    return translated('write', key, async () => {
      const { signal, sha256, when } = options
      refuse(options)
      signal.throwIfAborted()
      const target = pathOf(root, key)
      const file = await fillTemporary(
        await writer.open(),
        body,
        signal,
        sha256 === undefined
          ? undefined
          : (found) => {
              if (found !== sha256) throw mismatch(key, sha256, found)
            },
      )
      return describe(key, await writer.place(file, { key, target, when, lock, signal }), file.sha256)
    })
  }

  return {
    name,
    features,
    put: (key, body, options) => store(key, slices(body), options),
    putStream: (key, body, options) => store(key, body, options),
    get: (key, options) =>
      translated('read', key, async () => {
        refuse(options)
        options.signal.throwIfAborted()
        return read(pathOf(root, key), key, root, options)
      }),
    stat: (key) =>
      translated('read', key, async () => {
        const stats = await statsOf(pathOf(root, key))
        return stats?.isFile() ? describe(key, stats) : undefined
      }),
    async *list(prefix) {
      try {
        yield* list(root, prefix)
      } catch (error) {
        throw storeError(error, 'read', prefix === '' ? 'the list of objects' : prefix, root)
      }
    },
    delete: (key, options) =>
      translated('write', key, async () => {
        refuse(options)
        await deleteFile(pathOf(root, key), { lock, clock, directories })
      }),
  }
}
