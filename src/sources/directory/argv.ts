import { relative } from 'node:path'
import type { Selection } from './state.ts'

/** The environment that makes tar's messages, order and options the same everywhere. */
export function tarEnvironment(environment: Readonly<Record<string, string>>): Record<string, string> {
  // POSIXLY_CORRECT counts even when empty, so it has to go.
  const { POSIXLY_CORRECT: _, TAR_OPTIONS: __, LANGUAGE: ___, ...rest } = environment
  return { ...rest, LC_ALL: 'C', TZ: 'UTC' }
}

/** Records of 64 KiB, which is what a pipe takes at a time: tar's own 10 KiB cost six times the wake-ups. */
const blocking = '--blocking-factor=128'

/** Archive options that a capture and the comparison of a restored tree share. */
export const archiveArgs: readonly string[] = [
  '--create',
  '--file=-',
  '--format=posix',
  '--pax-option=delete=atime,delete=ctime',
  '--sort=name',
  blocking,
  '--sparse',
  '--xattrs',
  '--acls',
  '--no-check-device',
  '--quoting-style=escape',
]

/** A pattern that lies inside the source as an absolute path means just that place. */
function excludeArgs(pattern: string, root: string): readonly string[] {
  const inside = relative(root, pattern)
  if (!pattern.startsWith('/') || inside === '' || inside.startsWith('..')) return [`--exclude=${pattern}`]
  return ['--anchored', `--exclude=./${inside}`, '--no-anchored']
}

/** The argv of a backup; `list` is the private snapshot file. */
export function captureArgs(selection: Selection, list: string): string[] {
  return [
    ...archiveArgs,
    `--listed-incremental=${list}`,
    ...(selection.oneFileSystem ? ['--one-file-system'] : []),
    ...selection.exclude.flatMap((pattern) => excludeArgs(pattern, selection.path)),
    ...selection.leaveOut.flatMap((path) => [
      '--anchored',
      // Escaped, since a `--wildcards` behind `--no-wildcards` makes GNU tar 1.34 drop all directories.
      `--exclude=./${relative(selection.path, path).replace(/[*?[\]\\]/g, '\\$&')}`,
      '--no-anchored',
    ]),
    '-C',
    selection.path,
    '.',
  ]
}

/** The argv that extracts stdin into `directory`; an incremental archive also deletes what it does not list. */
export function extractArgs(
  directory: string,
  options: { readonly root: boolean; readonly incremental: boolean },
): string[] {
  return [
    '--extract',
    '--file=-',
    // Else tar leaves at the two blocks of zeros that end an archive, before it has read all of the padding.
    '--ignore-zeros',
    blocking,
    ...(options.incremental ? ['--listed-incremental=/dev/null'] : []),
    '--numeric-owner',
    '--preserve-permissions',
    options.root ? '--same-owner' : '--no-same-owner',
    '--delay-directory-restore',
    '--xattrs',
    options.root ? '--xattrs-include=*' : '--xattrs-include=user.*',
    '--acls',
    '--quoting-style=escape',
    '--warning=no-timestamp',
    '-C',
    directory,
  ]
}
