import type { IndexEntry } from '../../domain/index-entry.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: every byte but NUL may stand in a path
const bytesWithoutNul = /^[\x01-\xff]*$/
const oddSegment = /(?:^|\/)\.{0,2}(?:\/|$)/
const time = /^-?\d{1,19}(?:\.\d{1,9})?$/
const sha256 = /^[0-9a-f]{64}$/

/** Relative, no empty, `.` or `..` segment, no NUL: what may be joined to a target directory. */
function isTreePath(path: string): boolean {
  return path !== '' && bytesWithoutNul.test(path) && !oddSegment.test(path)
}

function isCount(value: number, limit = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isInteger(value) && value >= 0 && value <= limit
}

/** What is wrong with an entry, or undefined. The writer asks before it writes, so that all it writes can be read. */
export function entryFault(entry: IndexEntry): string | undefined {
  if (!isTreePath(entry.path) && !(entry.kind === 'directory' && entry.path === '')) return 'path'
  if (entry.kind === 'unchanged') return undefined
  if (!isCount(entry.mode, 0o7777)) return 'mode'
  if (!isCount(entry.uid) || !isCount(entry.gid)) return 'owner'
  if (!time.test(entry.mtime)) return 'mtime'
  if (!isCount(entry.offset) || !isCount(entry.length)) return 'offset'
  if (entry.attributes !== undefined && !sha256.test(entry.attributes)) return 'attributes'
  if (entry.kind === 'directory') return undefined
  if (!isCount(entry.size)) return 'size'
  for (const hash of [entry.sha256, entry.blocksSha256])
    if (hash !== undefined && !sha256.test(hash)) return 'sha256'
  if (entry.device?.every((part) => isCount(part)) === false) return 'device'
  if (entry.kind === 'hardlink') return isTreePath(entry.target ?? '') ? undefined : 'target'
  if (entry.kind === 'symlink') return bytesWithoutNul.test(entry.target ?? '\0') ? undefined : 'target'
  return undefined
}
