import type { ByteString, IndexFile } from '../../domain/index-entry.ts'
import type { SourceContext } from '../../domain/source.ts'
import { readTree } from './read-tree.ts'
import type { ContentDigest } from './tar-member.ts'

/** Of a file that came back with fewer holes than it went with there is a hash of the other kind: nothing to compare. */
export function hasContentOf(member: ContentDigest, entry: ContentDigest): boolean {
  const name = entry.sha256 === undefined ? 'blocksSha256' : 'sha256'
  return entry[name] === undefined || member[name] === undefined || entry[name] === member[name]
}

/** Reads back what was extracted of one link and says what differs from the index, by path. */
export async function differencesOf(
  context: SourceContext,
  files: readonly IndexFile[],
  directory: string,
): Promise<Map<ByteString, string>> {
  const expected = new Map(files.map((entry) => [entry.path, entry]))
  const missing = new Set(expected.keys())
  const differences = new Map<ByteString, string>()
  for await (const member of readTree(context, directory)) {
    if (member.kind === 'directory') continue
    const entry = expected.get(member.path)
    if (entry === undefined) {
      differences.set(member.path, 'came without being asked for')
      continue
    }
    missing.delete(member.path)
    const content = entry.kind === 'hardlink' ? expected.get(entry.target ?? '') : entry
    if (member.kind !== 'file' || content === undefined) continue
    if (member.size !== content.size || !hasContentOf(member, content))
      differences.set(member.path, 'does not have the content that the index names')
  }
  for (const path of missing) differences.set(path, 'did not come')
  return differences
}
