import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** The root of the git repository around a directory; the directory itself where there is none. */
export function repositoryRoot(directory: string): string {
  let folder = resolve(directory)
  for (;;) {
    if (existsSync(join(folder, '.git'))) return folder
    const above = dirname(folder)
    if (above === folder) return resolve(directory)
    folder = above
  }
}

/** Whose repository it is, by the remote `origin`; undefined where that does not say. */
export function ownerOf(root: string): string | undefined {
  const text = textOf(join(root, '.git', 'config'))
  const origin = /\[remote "origin"\][^[]*?\n\s*url\s*=\s*(\S+)/.exec(text ?? '')?.[1]
  return /[:/]([\w.-]+)\/[\w.-]+?(?:\.git)?\/?$/.exec(origin ?? '')?.[1]
}
