import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { servicesPath } from '../../scripts/services/directory.ts'
import type { Docker } from './docker.ts'

const recipes = join(import.meta.dirname, '..', '..', 'scripts', 'services', 'images')

interface Kind {
  /** The program whose change makes another image. */
  readonly program: (major: string) => string
  readonly path: (major: string) => string
  readonly port: number
  readonly data: string
}

const kinds = {
  postgres: {
    program: (major) => `/usr/lib/postgresql/${major}/bin/postgres`,
    path: (major) => `/usr/lib/postgresql/${major}/bin:/usr/bin:/usr/sbin`,
    port: 5432,
    data: '/var/lib/postgresql/data',
  },
  mariadb: {
    program: () => '/usr/sbin/mariadbd',
    path: () => '/usr/bin:/usr/sbin',
    port: 3306,
    data: '/var/lib/mysql',
  },
} satisfies Record<string, Kind>

/** What an image is made of: another server or recipe makes another one. */
function stampOf(program: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(recipes).sort()) hash.update(readFileSync(join(recipes, name)))
  const { mtimeMs, size } = statSync(realpathSync(program))
  return hash.update(`${mtimeMs} ${size}`).digest('hex').slice(0, 12)
}

/** The file with an image's root file system, made where it is not yet there. */
function rootFileOf(kind: keyof typeof kinds, major: string): string {
  const stamp = stampOf(kinds[kind].program(major))
  const file = join(dirname(servicesPath()), 'images', `${kind}-${major}-${stamp}.tar`)
  if (existsSync(file)) return file
  mkdirSync(dirname(file), { recursive: true })
  // Two tests may make it at once: each in a file of its own, and the last one stays.
  const own = `${file}.${process.pid}`
  execFileSync('bash', [join(recipes, 'make.sh'), kind, major, own], { stdio: ['ignore', 'ignore', 'pipe'] })
  execFileSync('mv', [own, file])
  return file
}

/**
 * Gives a daemon an image of this host's own server under `tag`, in place of one of a registry: `postgres` with a
 * major of /usr/lib/postgresql, or `mariadb`. Needs root for the ownership of its files.
 */
export async function loadServiceImage(
  docker: Docker,
  kind: keyof typeof kinds,
  tag: string,
  major = '-',
): Promise<void> {
  const { path, port, data } = kinds[kind]
  const changes = [
    `ENV PATH=${path(major)}`,
    'ENV LANG=C.UTF-8',
    `EXPOSE ${port}`,
    `VOLUME ${data}`,
    'ENTRYPOINT ["/usr/bin/docker-entrypoint.sh"]',
  ]
  const { exitCode, stderr } = await docker.run([
    'import',
    ...changes.flatMap((change) => ['--change', change]),
    rootFileOf(kind, major),
    tag,
  ])
  if (exitCode !== 0) throw new Error(`docker import failed: ${stderr}`)
}
