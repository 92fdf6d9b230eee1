/** One of the readers; `return` takes it out, also where it never began to read. */
export type BroadcastReader = AsyncIterableIterator<Uint8Array> & {
  return(): Promise<IteratorResult<Uint8Array>>
}

const end = { done: true, value: undefined } as const

/**
 * One source for several readers that go in step: the next chunk is asked for when every reader that is left has taken
 * the last. A reader that stops early no longer holds the others back; when all have stopped, the source is closed.
 * A failure of the source reaches every reader.
 */
export function broadcast(source: AsyncIterable<Uint8Array>, readers: number): BroadcastReader[] {
  const iterator = source[Symbol.asyncIterator]()
  let active = readers
  let waiting = 0
  let turn = begin()

  function begin(): PromiseWithResolvers<IteratorResult<Uint8Array>> {
    const next = Promise.withResolvers<IteratorResult<Uint8Array>>()
    next.promise.catch(() => undefined)
    return next
  }

  function advanceIfReady(): void {
    if (active === 0 || waiting < active) return
    waiting = 0
    const current = turn
    turn = begin()
    iterator.next().then(current.resolve, current.reject)
  }

  function reader(): BroadcastReader {
    let mine: Promise<IteratorResult<Uint8Array>> | undefined
    let left = false

    async function leave(): Promise<typeof end> {
      if (left) return end
      left = true
      active -= 1
      // It had asked for the chunk of this turn, which nobody has begun to fetch.
      if (mine === turn.promise) waiting -= 1
      if (active === 0) await iterator.return?.()
      else advanceIfReady()
      return end
    }

    return {
      [Symbol.asyncIterator]() {
        return this
      },
      async next() {
        if (left) return end
        mine = turn.promise
        waiting += 1
        advanceIfReady()
        try {
          const next = await mine
          return next.done ? await leave() : next
        } catch (error) {
          await leave()
          throw error
        }
      },
      return: leave,
    }
  }

  return Array.from({ length: readers }, reader)
}
