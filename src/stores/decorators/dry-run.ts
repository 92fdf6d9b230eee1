import { createHash } from 'node:crypto'
import type { Clock } from '../../domain/clock.ts'
import type { PutCondition, Store, StoredObject, ThawState } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { forward } from './forward.ts'

export type DryOperation =
  | { readonly type: 'put'; readonly key: string; readonly bytes: number }
  | { readonly type: 'delete' | 'retain' | 'thaw'; readonly key: string }

export interface DryRunOptions {
  readonly clock: Clock
  /** Hears of every change that would have been made, in order. */
  report(operation: DryOperation): void
}

/**
 * A Store that changes nothing and reports what it would have changed. Reads see the real objects: as in restic, what
 * was "put" is not there afterwards, so that nothing is ever judged by what does not exist. Conditions and hashes are
 * checked against the real objects, so a rehearsal fails where the run would.
 */
export function dryRun(store: Store, { clock, report }: DryRunOptions): Store {
  async function check(key: string, when: PutCondition | undefined): Promise<void> {
    if (when === undefined) return
    const feature = 'etag' in when ? 'compareAndSwap' : 'createOnly'
    if (!store.features[feature]) {
      throw new HoldfastError('store-unsupported', `the destination ${store.name} has no conditional writes`)
    }
    const present = await store.stat(key)
    if ('etag' in when ? present?.etag === when.etag : present === undefined) return
    throw new HoldfastError('store-condition-failed', `the condition on ${key} does not hold`, {
      context: { key },
    })
  }

  function pretend(key: string, bytes: number, sha256: string): StoredObject {
    report({ type: 'put', key, bytes })
    return { key, bytes, etag: '"dry-run"', modified: clock.now(), sha256 }
  }

  const putStream: NonNullable<Store['putStream']> = async (key, body, options) => {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of body) {
      options.signal.throwIfAborted()
      hash.update(chunk)
      bytes += chunk.byteLength
    }
    await check(key, options.when)
    return pretend(key, bytes, hash.digest('hex'))
  }

  async function thaw(key: string): Promise<ThawState> {
    report({ type: 'thaw', key })
    return 'under-way'
  }

  return {
    ...forward(store),
    async put(key, body, options) {
      options.signal.throwIfAborted()
      const found = createHash('sha256').update(body).digest('hex')
      if (store.features.enforcesSha256 && found !== options.sha256) {
        throw new HoldfastError('store-checksum-mismatch', `the bytes of ${key} do not match their sha-256`)
      }
      await check(key, options.when)
      return pretend(key, body.byteLength, found)
    },
    ...(store.putStream ? { putStream } : {}),
    async delete(key) {
      report({ type: 'delete', key })
    },
    ...(store.retain ? { retain: async (key: string) => report({ type: 'retain', key }) } : {}),
    ...(store.thaw ? { thaw } : {}),
  }
}
