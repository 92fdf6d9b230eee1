/** The values used last, up to a number of bytes; values may still be under way, failed ones are forgotten. */
export interface ByteCache {
  has(key: string): boolean
  get(key: string): Promise<Uint8Array> | undefined
  set(key: string, value: Promise<Uint8Array>, bytes: number): void
}

interface Entry {
  readonly value: Promise<Uint8Array>
  readonly bytes: number
}

/** A least-recently-used cache of at most `capacity` bytes, and of one value in any case. */
export function createByteCache(capacity: number): ByteCache {
  const entries = new Map<string, Entry>()
  let total = 0

  function forget(key: string): void {
    total -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }

  return {
    has: (key) => entries.has(key),
    get(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    set(key, value, bytes) {
      forget(key)
      const entry = { value, bytes }
      entries.set(key, entry)
      total += bytes
      for (const oldest of entries.keys()) {
        if (total <= capacity || entries.size === 1) break
        forget(oldest)
      }
      value.catch(() => {
        if (entries.get(key) === entry) forget(key)
      })
    },
  }
}
