import type { Store, StoredObject, StoreFeatures } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { createRclone } from './call.ts'
import type { RcloneConfig } from './config.ts'
import { rcloneEnvironment } from './environment.ts'
import { absentStatuses, type Purpose, storeError } from './errors.ts'
import { list, look, type Remote } from './list.ts'
import { describe } from './object.ts'
import { pathOf } from './paths.ts'
import { read } from './read.ts'
import { readTraits } from './traits.ts'
import { type Content, contentOf, streamedContent, sweep, write } from './write.ts'

/** rclone has no conditions, and hashes what it sends at most itself. */
const features: StoreFeatures = {
  createOnly: false,
  compareAndSwap: false,
  range: true,
  enforcesSha256: false,
  versions: false,
  objectLock: false,
}

interface Asked {
  readonly when?: object
  readonly retainUntil?: Date
  readonly tier?: string
  readonly versionId?: string
}

function refuse({ when, retainUntil, tier, versionId }: Asked = {}): void {
  const what =
    when !== undefined
      ? 'conditions'
      : retainUntil !== undefined
        ? 'object lock'
        : tier !== undefined
          ? 'tiers'
          : versionId !== undefined
            ? 'versions'
            : undefined
  if (what === undefined) return
  throw new HoldfastError('store-unsupported', `an rclone destination does not support ${what}`, {
    hint: `Remove the setting that asks for ${what} from this destination, or use a destination of type s3 or azure.`,
  })
}

/** What a store is opened with. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string>>
  readonly mode: 'read' | 'write' | 'dry-run' | 'probe'
  readonly signal: AbortSignal
}

/** Calls that have no signal of their own go on after an interrupt: leases are released then. */
const never = new AbortController().signal

/**
 * Any cloud that rclone knows as a store: each call is a child `rclone` with this host's own rclone configuration.
 *
 * - Uploads appear whole: at once where the remote is an object store, by a rename from `.holdfast-tmp` elsewhere. What
 *   replaces an object there may leave a moment without it, except on local disks.
 * - What is written is as durable as rclone makes it: it flushes no local disk.
 * - Times are the server's where rclone can tell, else those of the writer's clock.
 * - Errors: `tool-missing` (also for an rclone before 1.60), `store-unreachable`, `store-unwritable`,
 *   `store-credentials`, `bucket-missing`, `clock-skew`, `tls-failed`, `disk-full`,
 *   `store-lied` and those of the Store contract. rclone's exit statuses: https://rclone.org/docs/#exit-code
 */
export async function openRcloneStore(
  name: string,
  { remote: root }: Pick<RcloneConfig, 'remote'>,
  { environment, mode, signal }: Surroundings,
): Promise<Store> {
  const rclone = createRclone(rcloneEnvironment(environment))

  async function translated<T>(doing: Purpose['doing'], what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw storeError(error, { doing, what, remote: root })
    }
  }

  const traits = await translated('read', root, () => readTraits(rclone, root, signal))
  const remote: Remote = { rclone, root, traits }
  let swept = traits.appears !== 'rename' || mode === 'read' || mode === 'dry-run'

  const store = (
    key: string,
    content: () => Content,
    options: Asked & { readonly signal: AbortSignal },
  ): Promise<StoredObject> =>
    translated('write', key, async () => {
      refuse(options)
      options.signal.throwIfAborted()
      if (!swept) {
        swept = true
        await sweep(remote)
      }
      return write(remote, key, content(), options.signal)
    })

  return {
    name,
    features,
    put: (key, body, options) => store(key, () => contentOf(body), options),
    ...(traits.streams && traits.renames
      ? { putStream: (key, body, options) => store(key, () => streamedContent(body), options) }
      : {}),
    get: (key, options) =>
      translated('read', key, async () => {
        refuse(options)
        options.signal.throwIfAborted()
        return read(remote, key, options)
      }),
    stat: (key) =>
      translated('read', key, async () => {
        const item = await look(remote, pathOf(root, key), never)
        return item && describe(key, item, traits)
      }),
    async *list(prefix) {
      try {
        yield* list(remote, prefix, never)
      } catch (error) {
        throw storeError(error, {
          doing: 'read',
          what: prefix === '' ? 'the list of objects' : prefix,
          remote: root,
        })
      }
    },
    delete: (key, options) =>
      translated('write', key, async () => {
        refuse(options)
        const args = ['deletefile', '--', pathOf(root, key)]
        await rclone.run({ args, signal: never, acceptedExits: [0, ...absentStatuses] })
      }),
  }
}
