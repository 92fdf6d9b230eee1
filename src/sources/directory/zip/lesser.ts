import type { Finding } from '../../../domain/finding.ts'
import type { ByteString } from '../../../domain/index-entry.ts'
import { displayPath } from '../byte-paths.ts'

/** What is less in a zip archive than in the tree, said once. */
export function lesserFinding({
  special,
  linked,
}: {
  readonly special: ReadonlySet<ByteString>
  readonly linked: ReadonlySet<ByteString>
}): Finding {
  const names = [
    ...[...special].map((path) => `${displayPath(path)}: left out`),
    ...[...linked].map((path) => `${displayPath(path)}: a file of its own`),
  ]
  const counts = [
    ...(special.size > 0 ? [`${special.size} devices, pipes or sockets are left out`] : []),
    ...(linked.size > 0 ? [`${linked.size} names of hard links are files of their own`] : []),
  ]
  return {
    severity: 'warning',
    code: 'zip-holds-less',
    message: ['a zip archive holds no owners, hard links, attributes, ACLs and holes', ...counts].join('; '),
    hint: 'Use `format: tar` for what must come back exactly.',
    ...(names.length > 0 && { names }),
  }
}
