import { posix } from 'node:path'
import { HoldfastError } from '../errors/error.ts'
import { literal } from './interpolation.ts'
import { didYouMean } from './nearest.ts'
import { sanitise } from './sanitise.ts'
import { refusePassword } from './source-url.ts'

/** A destination of a command line or an action's input. */
export interface NamedDestination {
  readonly name: string
  /** For the configuration's `destinations:`. */
  readonly settings: Readonly<Record<string, unknown>>
}

const usage = (message: string, hint: string) => new HoldfastError('usage', message, { hint })
const forms =
  's3://bucket/prefix?region=&endpoint=&path-style=, azure://account/container/prefix, rclone:remote:path or a path'

/** Decoded parts of a URL's path. */
function partsOf(url: URL): string[] {
  return url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map((part) => literal(decodeURIComponent(part)))
}

function parseUrl(text: string): URL {
  try {
    return new URL(text)
  } catch {
    throw usage('a destination URL cannot be read', `Write ${forms}.`)
  }
}

function prefixOf(parts: readonly string[]): { prefix?: string } {
  return parts.length === 0 ? {} : { prefix: parts.join('/') }
}

function parameters(url: URL, known: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [key, value] of url.searchParams) {
    if (!known.includes(key)) {
      throw usage(
        `a destination URL has no parameter ${key}${didYouMean(key, known)}`,
        known.length === 0
          ? 'Remove it.'
          : `Use ${known.join(', ')}; everything else goes into holdfast.yml.`,
      )
    }
    if (value !== '') found[key] = literal(value)
  }
  return found
}

function s3(url: URL): NamedDestination {
  const { 'path-style': pathStyle, ...rest } = parameters(url, ['region', 'endpoint', 'path-style'])
  if (pathStyle !== undefined && !['true', 'false'].includes(pathStyle)) {
    throw usage(
      `path-style=${pathStyle} is neither true nor false`,
      'Write path-style=true, or leave it out.',
    )
  }
  if (url.host === '') throw usage('a destination URL names no bucket', 'Write s3://bucket/prefix.')
  const settings = {
    type: 's3',
    bucket: url.host,
    ...prefixOf(partsOf(url)),
    ...rest,
    ...(pathStyle === undefined ? {} : { 'path-style': pathStyle === 'true' }),
  }
  return { name: sanitise(url.host, 's3'), settings }
}

function azure(url: URL): NamedDestination {
  parameters(url, [])
  const [container, ...prefix] = partsOf(url)
  if (url.host === '' || container === undefined) {
    throw usage('a destination URL names no account or container', 'Write azure://account/container/prefix.')
  }
  const settings = { type: 'azure', account: url.host, container, ...prefixOf(prefix) }
  return { name: sanitise(container, 'azure'), settings }
}

/**
 * Reads `s3://bucket/prefix?region=&endpoint=&path-style=`, `azure://account/container/prefix`, `rclone:remote:path` or
 * a path. Credentials come from the environment only. Errors: `usage`.
 */
export function parseDestination(text: string): NamedDestination {
  if (text.trim() === '') throw usage('a destination is empty', `Write ${forms}.`)
  if (text.startsWith('rclone:')) {
    const remote = text.slice('rclone:'.length)
    return {
      name: sanitise(remote.split(':')[0] ?? '', 'rclone'),
      settings: { type: 'rclone', remote: literal(remote) },
    }
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) {
    return {
      name: sanitise(posix.basename(text), 'local'),
      settings: { type: 'filesystem', path: literal(text) },
    }
  }
  const reader = { s3, azure }[scheme]
  if (reader === undefined) {
    throw usage(`there is no destination ${scheme}://`, `Write ${forms}; rclone reaches many others.`)
  }
  const url = parseUrl(text)
  if (url.username !== '' || url.password !== '') {
    throw usage('a destination URL holds credentials', 'Leave them out: they come from the environment only.')
  }
  refusePassword(url, 'destination URL')
  return reader(url)
}
