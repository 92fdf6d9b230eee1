import type { ByteString } from '../../domain/index-entry.ts'

/** Unread paths: those that `allow-unread` names, and those that make the backup partial. */
export interface Unread {
  readonly allowed: readonly ByteString[]
  readonly refused: readonly ByteString[]
}

/** A path is allowed by its own name or by that of a directory above it; `allow-unread` is relative to the source's root. */
export function splitUnread(unread: readonly ByteString[], allowUnread: readonly string[]): Unread {
  const names = allowUnread.map((name) => Buffer.from(name.replace(/^\.?\/+|\/+$/g, '')).toString('latin1'))
  const isAllowed = (path: ByteString) => names.some((name) => path === name || path.startsWith(`${name}/`))
  return { allowed: unread.filter(isAllowed), refused: unread.filter((path) => !isAllowed(path)) }
}
