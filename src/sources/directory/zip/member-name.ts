import type { ByteString } from '../../../domain/index-entry.ts'
import { textOf } from '../archiver/entry-of.ts'

/** The name of a path in a zip archive; undefined for one that archiver would change, or that is not UTF-8. */
export function memberName(path: ByteString): string | undefined {
  const text = textOf(path)
  if (text === undefined || text.includes('\\')) return undefined
  // `c:` at the beginning would be taken for a drive.
  return /^\w+:/.test(text) ? `./${text}` : text
}
