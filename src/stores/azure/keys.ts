import { HoldfastError } from '../../errors/error.ts'

/** Characters of a blob's whole name, prefix included; a limit of the service. */
const longest = 1024

function flaw(key: string, name: string): string | undefined {
  const segments = key.split('/')
  if (segments.includes('')) return 'a part of it is empty'
  // Whatever builds or reads a URL on the way resolves these, and the service takes \ for /.
  if (segments.includes('.') || segments.includes('..')) return 'a part of it is . or ..'
  if (key.includes('\\')) return 'it holds a \\'
  return name.length > longest ? `it has more than ${longest} characters with the prefix` : undefined
}

/** Between keys and the names of blobs: the prefix of the destination stands before each. */
export interface Names {
  /** Errors: `store-unsupported` for a key that cannot be the name of a blob. */
  of(key: string): string
  /** What names begin with whose keys begin with `prefix`. */
  beginning(prefix: string): string
  key(name: string): string
}

/** The names under a destination's prefix; undefined or empty: the whole container. */
export function namesUnder(prefix: string | undefined): Names {
  const root = prefix ? `${prefix}/` : ''
  return {
    of(key) {
      const name = root + key
      const reason = flaw(key, name)
      if (reason === undefined) return name
      throw new HoldfastError(
        'store-unsupported',
        `the key ${JSON.stringify(key)} cannot be a blob: ${reason}`,
        { context: { key } },
      )
    },
    beginning: (start) => root + start,
    key: (name) => name.slice(root.length),
  }
}
