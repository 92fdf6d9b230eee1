/**
 * One source for several readers that go in step: the next chunk is asked for when every reader that is left has taken
 * the last. A reader that stops early no longer holds the others back; when all have stopped, the source is closed.
 * A failure of the source reaches every reader.
 */
export function broadcast(source: AsyncIterable<Uint8Array>, readers: number): AsyncIterable<Uint8Array>[] {
  const iterator = source[Symbol.asyncIterator]()
  let active = readers
  let waiting = 0
  let turn = Promise.withResolvers<IteratorResult<Uint8Array>>()

  function advanceIfReady(): void {
    if (active === 0 || waiting < active) return
    waiting = 0
    const current = turn
    turn = Promise.withResolvers()
    turn.promise.catch(() => undefined)
    iterator.next().then(current.resolve, current.reject)
  }

  async function* reader(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const mine = turn.promise
        waiting += 1
        advanceIfReady()
        const next = await mine
        if (next.done) return
        yield next.value
      }
    } finally {
      active -= 1
      if (active === 0) await iterator.return?.()
      else advanceIfReady()
    }
  }

  turn.promise.catch(() => undefined)
  return Array.from({ length: readers }, () => reader())
}
