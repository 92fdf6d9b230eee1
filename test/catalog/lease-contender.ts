/**
 * A process that increments a counter under a lease until it is killed. Each increment that the store acknowledged is
 * printed as `commit <value> <token>`; `lost` and `fenced` say how it noticed that it was late.
 * Arguments: the store's directory; the time-to-live in ms; `unguarded` leaves out the check before the write, for comparison.
 */

import { jsonBytes } from '../../src/catalog/json.ts'
import { acquireLease, type Lease } from '../../src/catalog/lease.ts'
import { currentOwner } from '../../src/catalog/lease-owner.ts'
import { readIfPresent, sha256Of } from '../../src/catalog/object-io.ts'
import { hasCode } from '../../src/errors/error.ts'
import { systemClock as clock } from '../../src/process/clock.ts'
import { createFilesystemStore } from '../../src/stores/filesystem/store.ts'

const [path = '', ttl = '1500', mode = 'guarded'] = process.argv.slice(2)
const store = createFilesystemStore('disk', { path, mode: 0o600 }, { clock })
const { signal } = new AbortController()
const key = 'counter.json'

async function increment(lease: Lease): Promise<void> {
  const object = await store.stat(key)
  const bytes = object && (await readIfPresent(store, key, 1024, signal))
  const value = bytes ? JSON.parse(Buffer.from(bytes).toString()).value : 0
  await clock.sleep(10 + Math.random() * 40)
  const body = jsonBytes({ value: value + 1, token: lease.token })
  if (mode === 'guarded') lease.assertHeld()
  await store.put(key, body, {
    signal,
    sha256: sha256Of(body),
    when: object ? { etag: object.etag } : { absent: true },
  })
  console.log(`commit ${value + 1} ${lease.token}`)
}

const owner = await currentOwner()
for (;;) {
  const lease = await acquireLease(store, 'cleanup', {
    clock,
    owner,
    onBusy: 'wait',
    signal,
    ttlMs: Number(ttl),
    beatMs: Number(ttl) / 5,
  })
  try {
    for (let i = 0; i < 8; i++) await increment(lease)
  } catch (error) {
    if (!hasCode(error, 'lease-lost', 'store-condition-failed')) throw error
    console.log(error.code === 'lease-lost' ? 'lost' : 'fenced')
  }
  await lease.release()
}
