/** Unread paths, as people read them: those that `allow-unread` names, and those that make the backup partial. */
export interface Unread {
  readonly allowed: readonly string[]
  readonly refused: readonly string[]
}

/** A path is allowed by its own name or by that of a directory above it; `allow-unread` is relative to the source's root. */
export function splitUnread(unread: readonly string[], allowUnread: readonly string[]): Unread {
  const names = allowUnread.map((name) => name.replace(/^\.?\/+|\/+$/g, ''))
  const isAllowed = (path: string) => names.some((name) => path === name || path.startsWith(`${name}/`))
  return { allowed: unread.filter(isAllowed), refused: unread.filter((path) => !isAllowed(path)) }
}
