import { resolve } from 'node:path'
import type { RestoreTarget } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'

function notYet(target: string): HoldfastError {
  return new HoldfastError('driver-not-built', `the target ${target} is not built in this version`, {
    hint: 'Restore into a directory, a file, or - for standard output.',
    context: { target },
  })
}

/** Streams that hold a tree of files. */
const trees = new Set(['application/x-tar', 'application/zip'])

/**
 * What `--to` means: `-`, `env:NAME`, `container:NAME`, `datadir:PATH`, a name under `targets:`, else a path. A database
 * URL with a password is refused, since argv is seen by every process of the host. Errors: `usage`, `target-unknown`.
 */
export function restoreTarget(context: CommandContext, to: string | undefined, media: string): RestoreTarget {
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
  if (/^(env|container|datadir):/.test(to)) throw notYet(to)
  const named = context.config.targetNames.includes(to)
  const place = named ? context.config.target(to).reveal() : to
  if (named && place.includes('://')) throw notYet(to)
  const path = resolve(named ? context.config.directory : context.cwd, place)
  return trees.has(media) ? { type: 'directory', path } : { type: 'file', path }
}

/** A target as results and questions name it. */
export function nameOf(target: RestoreTarget): string {
  return target.type === 'directory' || target.type === 'file' ? target.path : 'standard output'
}
