import { HoldfastError } from '../../../errors/error.ts'

/** No server program of this host is new enough: `tool-missing`. */
export function serverMissing(major: number, versions: readonly string[]): HoldfastError {
  const there = versions.length === 0 ? 'none is' : `only ${versions.join(', ')} is`
  return new HoldfastError(
    'tool-missing',
    `a PostgreSQL server of ${major} or newer is needed, and ${there} installed`,
    {
      hint: `Install it (\`apt-get install postgresql-${major}\`), or set verify.server to docker, {image} or {url}.`,
      context: { tool: 'postgres', major },
    },
  )
}

/** A server of an older major than the backup needs: `server-too-old`. */
export function serverTooOld(name: string, version: string, major: number): HoldfastError {
  return new HoldfastError(
    'server-too-old',
    `${name} is PostgreSQL ${version}, the backup needs ${major} or newer`,
    {
      hint: `Choose a server of major ${major} or newer: in an image's name {major} stands for it.`,
      context: { server: name, version, major },
    },
  )
}
