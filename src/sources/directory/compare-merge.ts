import type { ByteString } from '../../domain/index-entry.ts'
import type { TarMember } from './tar-member.ts'

/** Merges two sequences in the same order; calls back for pairs and for what only one of them has. */
export async function mergeInOrder<T>(
  expected: AsyncIterator<T>,
  found: { current: TarMember | undefined; next: () => Promise<void> },
  options: {
    pathOf: (item: T) => ByteString
    order: (a: ByteString, b: ByteString) => number
    takes: (member: TarMember) => boolean
    both: (item: T, member: TarMember) => Promise<void> | void
    only: (item: T) => void
    extra: (member: TarMember) => void
  },
): Promise<void> {
  let item = await expected.next()
  for (;;) {
    const member = found.current !== undefined && options.takes(found.current) ? found.current : undefined
    if (item.done === true && member === undefined) return
    const order =
      item.done === true
        ? 1
        : member === undefined
          ? -1
          : options.order(options.pathOf(item.value), member.path)
    if (order === 0) await options.both(item.value as T, member as TarMember)
    else if (order < 0) options.only(item.value as T)
    else options.extra(member as TarMember)
    if (order <= 0) item = await expected.next()
    if (order >= 0) await found.next()
  }
}
