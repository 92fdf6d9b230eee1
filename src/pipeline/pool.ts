/** A bounded set of things that are made when first needed, used by one at a time and given back. */
export interface Pool<T> {
  /** One that is free or may still be made; undefined means: wait. */
  tryTake(): T | undefined
  /** Waits in turn for one. Rejects once the pool has failed. */
  take(): Promise<T>
  give(item: T): void
  /** Lets the pool make `count` more, or (negative) fewer. */
  resize(count: number): void
  /** Rejects everyone who waits, now and later. */
  fail(error: unknown): void
}

interface Waiter<T> {
  resolve(item: T): void
  reject(error: unknown): void
}

/** A pool of at most `capacity` items. */
export function createPool<T>(capacity: number, make: () => T): Pool<T> {
  const free: T[] = []
  const waiting: Waiter<T>[] = []
  let limit = capacity
  let made = 0
  let failure: { error: unknown } | undefined

  function tryTake(): T | undefined {
    if (failure) return undefined
    const item = free.pop()
    if (item !== undefined) return item
    if (made >= limit) return undefined
    made++
    return make()
  }

  return {
    tryTake,
    take() {
      if (failure) return Promise.reject(failure.error)
      const item = waiting.length === 0 ? tryTake() : undefined
      if (item !== undefined) return Promise.resolve(item)
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    give(item) {
      if (made > limit) {
        made--
        return
      }
      const next = waiting.shift()
      if (next) next.resolve(item)
      else free.push(item)
    },
    resize(count) {
      limit += count
      while (made > limit && free.pop() !== undefined) made--
      while (waiting.length > 0 && made < limit) {
        made++
        waiting.shift()?.resolve(make())
      }
    },
    fail(error) {
      failure ??= { error }
      for (const waiter of waiting.splice(0)) waiter.reject(failure.error)
    },
  }
}
