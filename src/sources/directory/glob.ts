import type { ByteString } from '../../domain/index-entry.ts'
import { HoldfastError } from '../../errors/error.ts'
import { toByteString } from './byte-paths.ts'

/** A pattern of paths: `*` and `?` within a segment, `**` across segments, `[a-z]`; a directory takes its tree. */
export interface PathGlob {
  /** As the user wrote it. */
  readonly text: string
  /** The longest leading path without wildcards. */
  readonly prefix: ByteString
  matches(path: ByteString): boolean
}

const special = /[.+^${}()|\\]/g
const wild = /[*?[]/

function segmentPattern(segment: string): string {
  return segment
    .split(/(\*|\?|\[!?[^\]]+\])/)
    .map((part) => {
      if (part === '*') return '[^/]*'
      if (part === '?') return '[^/]'
      if (/^\[!?[^\]]+\]$/.test(part)) return part.replace(/^\[!/, '[^').replace(/\\/g, '\\\\')
      return part.replace(special, '\\$&').replace(/[[\]]/g, '\\$&')
    })
    .join('')
}

/**
 * Compiles a glob. It stands for a path from the source's root; a leading `/` or `./` does not matter, and what is below
 * a match matches too. Throws `usage` for one that names no path or climbs with `..`.
 */
export function parseGlob(text: string): PathGlob {
  const segments = toByteString(text)
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
  if (segments.length === 0 || segments.includes('..')) {
    throw new HoldfastError('usage', `${JSON.stringify(text)} is not a pattern of paths in the backup`, {
      hint: 'Write paths from the root of the backed-up directory, such as "etc/nginx" or "**/*.conf".',
    })
  }
  const firstWild = segments.findIndex((segment) => wild.test(segment))
  const literal = firstWild < 0 ? segments : segments.slice(0, firstWild)
  const body = segments
    .map((segment, index) => {
      const last = index === segments.length - 1
      if (segment === '**') return last ? '.*' : '(?:.*/)?'
      return segmentPattern(segment) + (last ? '' : '/')
    })
    .join('')
  // `dir/**` takes the directory itself too, so that an empty one comes back.
  const tree = body.endsWith('/.*') ? `${body.slice(0, -3)}(?:/.*)?` : `${body}(?:/.*)?`
  const pattern = new RegExp(`^${tree}$`, 's')
  // A name that only looks like a pattern, as `[slug]` or `what?` do, is found as it is written, too.
  const name = segments.join('/')
  const isNamed = (path: ByteString) => path === name || path.startsWith(`${name}/`)
  return {
    text,
    prefix: literal.join('/'),
    matches: (path) => path !== '' && (isNamed(path) || pattern.test(path)),
  }
}

/** The prefixes that have to be read for some globs, without those that lie below another. */
export function scopesOf(globs: readonly PathGlob[]): ByteString[] {
  const prefixes = [...new Set(globs.map(({ prefix }) => prefix))]
  return prefixes.filter(
    (prefix) =>
      !prefixes.some((other) => other !== prefix && (other === '' || prefix.startsWith(`${other}/`))),
  )
}
