import { resolve } from 'node:path'
import { Secret } from '../../domain/secret.ts'
import type { RestoreTarget } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'

function databaseIn(name: string, url: string): RestoreTarget {
  if (url.includes('://')) return { type: 'database', url: new Secret(url), name }
  throw new HoldfastError('target-unknown', `${name} holds no database URL`, {
    hint: 'Give it a value such as postgres://user:password@host:5432/database.',
    context: { target: name },
  })
}

/** What a prefix says: `env:NAME`, `container:NAME`, `datadir:PATH`. */
function prefixed(context: CommandContext, kind: string, rest: string): RestoreTarget {
  if (kind === 'container') return { type: 'container', container: rest }
  if (kind === 'datadir') return { type: 'datadir', path: resolve(context.cwd, rest) }
  const url = context.config.environment[rest]
  if (url) return databaseIn(`env:${rest}`, url)
  throw new HoldfastError('target-unknown', `the variable ${rest} of --to env:${rest} is not set`, {
    hint: `Set ${rest} to the URL of the database to restore into.`,
    context: { target: `env:${rest}` },
  })
}

/** What people may see of a target. */
export function targetName(target: RestoreTarget): string {
  switch (target.type) {
    case 'directory':
    case 'file':
      return target.path
    case 'database':
      return target.name
    case 'dataset':
      return target.dataset
    case 'container':
      return `container:${target.container}`
    case 'datadir':
      return `datadir:${target.path}`
    default:
      return 'standard output'
  }
}

/** Streams that hold a tree of files. */
const trees = new Set(['application/x-tar', 'application/zip'])

/**
 * What `--to` means: `-`, `env:NAME`, `container:NAME`, `datadir:PATH`, a name under `targets:`, a dataset where the
 * source has datasets, else a path, which ends in a slash where it is a folder for several files. A database URL with a password is
 * refused, since argv is seen by every process of
 * the host. Errors: `usage`, `target-unknown`.
 */
export function restoreTarget(
  context: CommandContext,
  to: string | undefined,
  { media, datasets = false }: { readonly media: string; readonly datasets?: boolean | undefined },
): RestoreTarget {
  if (to === undefined || to === '') {
    throw new HoldfastError('usage', 'a restore needs a target', {
      hint: 'Say where to with --to DIRECTORY, --to FILE, or --to - for standard output.',
    })
  }
  if (to === '-') return { type: 'stdout', stream: context.stdout }
  if (/^[a-z][a-z0-9+]*:\/\//i.test(to)) {
    throw new HoldfastError('usage', 'a URL is no target: its password would stand in the process list', {
      hint: 'Put the URL into a variable and use --to env:NAME, or give it a name under targets: in the configuration.',
    })
  }
  const [, kind, rest = ''] = /^(env|container|datadir):(.+)$/.exec(to) ?? []
  if (kind !== undefined) return prefixed(context, kind, rest)
  const named = context.config.targetNames.includes(to)
  const place = named ? context.config.target(to).reveal() : to
  if (named && place.includes('://')) return databaseIn(to, place)
  const isFolder = place.endsWith('/')
  if (datasets && !isFolder && !/^[./]/.test(place)) return { type: 'dataset', dataset: place }
  const path = resolve(named ? context.config.directory : context.cwd, place)
  return trees.has(media) || isFolder ? { type: 'directory', path } : { type: 'file', path }
}
