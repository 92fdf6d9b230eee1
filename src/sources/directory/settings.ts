import { relative, resolve } from 'node:path'
import { HoldfastError } from '../../errors/error.ts'
import type { Selection } from './state.ts'

/** What a directory source is made of; parsed and checked. */
export interface DirectorySettings {
  readonly path: string
  readonly exclude: readonly string[]
  readonly oneFileSystem: boolean
  /** `partial` and `warn` keep the backup, `fail` makes an unreadable path end the run (`unread-paths`). */
  readonly onUnreadable: 'partial' | 'warn' | 'fail'
  readonly format?: 'tar' | 'zip'
  /** Absolute paths inside `path` that do not belong to it, such as a destination; left out with a warning. */
  readonly leaveOut?: readonly string[]
}

/** True when `path` lies below `root` and is not `root` itself. */
export function isInside(root: string, path: string): boolean {
  const inside = relative(root, path)
  return inside !== '' && inside !== '..' && !inside.startsWith('../')
}

/** What the settings select. Throws `usage` when nothing would be left. */
export function selectionOf(settings: DirectorySettings): Selection {
  const path = resolve(settings.path)
  const leaveOut = (settings.leaveOut ?? []).map((item) => resolve(item))
  if (leaveOut.includes(path)) {
    throw new HoldfastError('usage', `${path} is both source and destination`, {
      hint: 'Let the destination lie elsewhere.',
      context: { path },
    })
  }
  return {
    path,
    exclude: [...settings.exclude],
    oneFileSystem: settings.oneFileSystem,
    leaveOut: leaveOut.filter((item) => isInside(path, item)).toSorted(),
  }
}
