import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where `setup:services` puts what is no Debian package: `HOLDFAST_SERVICES`, else a folder of the user's cache. */
export function servicesDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  const { HOLDFAST_SERVICES: own, XDG_CACHE_HOME: cache } = environment
  return own || join(cache || join(homedir(), '.cache'), 'holdfast', 'services')
}

/** The programs of that folder, as a folder for `PATH`. */
export function servicesPath(environment: NodeJS.ProcessEnv = process.env): string {
  return join(servicesDirectory(environment), 'bin')
}
