import type { ByteString } from '../../domain/index-entry.ts'
import { relativePath } from './byte-paths.ts'

/** What a line of tar's stderr is about. */
export type TarComplaint =
  | { readonly kind: 'unread' | 'vanished' | 'changed' | 'shrank' | 'attributes'; readonly path: ByteString }
  | { readonly kind: 'noise' }
  | { readonly kind: 'unexplained'; readonly line: string }

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** Undoes `--quoting-style=escape`: the result holds one character a byte. */
export function unescapeName(text: string): ByteString {
  return text.replace(/\\([0-7]{3}|.)/gs, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  )
}

type Rule = readonly [pattern: RegExp, kind: Exclude<TarComplaint['kind'], 'unexplained' | 'noise'>]

/** Names may hold anything, so the patterns are anchored at the end and the name takes all that is left. */
const rules: readonly Rule[] = [
  [
    /^(.*): Warning: Cannot (?:llistxattrat|listxattr|lgetxattrat|getxattr|acl_\w+|getfilecon): [^:]*$/s,
    'attributes',
  ],
  [/^(.*): Cannot (?:llistxattrat|listxattr|lgetxattrat|getxattr|acl_\w+|getfilecon): [^:]*$/s, 'attributes'],
  [/^(.*): File removed before we read it$/s, 'vanished'],
  [/^(.*): (?:Warning: )?Cannot \w+: No such file or directory$/s, 'vanished'],
  [/^(.*): Cannot \w+: Stale (?:NFS )?file handle$/s, 'vanished'],
  [/^(.*): file changed as we read it$/s, 'changed'],
  [/^(.*): File shrank by \d+ bytes?; padding with zeros$/s, 'shrank'],
  [/^(.*): (?:Warning: )?Read error at byte \d+, while reading \d+ bytes?: [^:]*$/s, 'unread'],
  [
    /^(.*): (?:Warning: )?Cannot (?:open|stat|read|readlink|savedir|seek to \d+|change directory|close): [^:]*$/s,
    'unread',
  ],
]

const noise: readonly RegExp[] = [
  /: socket ignored$/s,
  /: door ignored$/s,
  /: (?:file|directory) is on a different filesystem; not dumped$/s,
  /: [Dd]irectory is new$/s,
  /: directory has been renamed( from .*)?$/s,
  /: contains a cache directory tag .*; contents not dumped$/s,
  /^Exiting with failure status due to previous errors$/,
  /^Removing leading /,
]

/** What tar says, without its own name: that is `tar` or the path by which it was started. */
export function withoutProgram(line: string): string {
  return line.replace(/^(?:[^:]*\/)?g?tar: /, '')
}

/** Reads one line of what `tar --create --quoting-style=escape` says in the C locale. */
export function parseTarMessage(line: string): TarComplaint {
  const text = withoutProgram(line)
  if (text.trim() === '') return { kind: 'noise' }
  for (const [pattern, kind] of rules) {
    const name = pattern.exec(text)?.[1]
    // A message about tar's own files (`-C`, the list) is not about a member: those begin with a dot.
    if (name !== undefined && /^\.(\/|$)/.test(name)) return { kind, path: relativePath(unescapeName(name)) }
  }
  if (noise.some((pattern) => pattern.test(text))) return { kind: 'noise' }
  return { kind: 'unexplained', line }
}
