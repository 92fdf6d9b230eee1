/**
 * Does `work` for every item, at most `limit` at once. The first failure stops it: what runs is waited for, then the
 * failure is thrown.
 */
export async function forEachBounded<T>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let running = 0
  let failure: { readonly error: unknown } | undefined
  let wake: (() => void) | undefined
  const until = async (free: number) => {
    while (running > free) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  const start = async (item: T) => {
    running++
    try {
      await work(item)
    } catch (error) {
      failure ??= { error }
    } finally {
      running--
      wake?.()
    }
  }
  try {
    for await (const item of items) {
      await until(limit - 1)
      if (failure) break
      void start(item)
    }
  } catch (error) {
    failure ??= { error }
  }
  await until(0)
  if (failure) throw failure.error
}
