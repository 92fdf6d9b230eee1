import { join, resolve } from 'node:path'
import type { Environment } from './variables.ts'

/** Where values of `${…}` and relative paths come from. */
export interface Surroundings {
  readonly environment: Environment
  /** What relative paths start from. */
  readonly directory: string
}

/** `path` as an absolute one: relative ones start in the configuration's directory, `~/` in the home directory. */
export function localPath(path: string, { directory, environment }: Surroundings): string {
  const home = environment.HOME
  if (home && (path === '~' || path.startsWith('~/'))) return join(home, path.slice(1))
  return resolve(directory, path)
}
