import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { servicesPath } from '../../scripts/services/directory.ts'
import type { Docker } from './docker.ts'
import { type PostgresMajor, postgresPrograms } from './postgres-installation.ts'

const recipes = join(import.meta.dirname, '..', '..', 'scripts', 'services', 'images')

interface Recipe {
  /** The program whose change makes another image. */
  readonly program: string
  /** PATH in the image. */
  readonly path: string
  readonly port: number
  readonly data: string
  /** Arguments of the recipe: the major, and a tree that is not Debian's own. */
  readonly major: string
  readonly tree?: string
}

function recipeOf(kind: 'postgres' | 'mariadb', major: PostgresMajor | undefined): Recipe {
  const system = '/usr/bin:/usr/sbin'
  if (kind === 'mariadb') {
    return { program: '/usr/sbin/mariadbd', path: system, port: 3306, data: '/var/lib/mysql', major: '-' }
  }
  const programs = realpathSync(postgresPrograms(major ?? 15) ?? '')
  const [tree] = /^.*\/trees\/[^/]+/.exec(programs) ?? []
  return {
    program: join(programs, 'postgres'),
    path: `${programs}:${system}`,
    port: 5432,
    data: '/var/lib/postgresql/data',
    major: String(major ?? 15),
    ...(tree !== undefined && { tree }),
  }
}

/** What an image is made of: another server or recipe makes another one. */
function stampOf(program: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(recipes).sort()) hash.update(readFileSync(join(recipes, name)))
  const { mtimeMs, size } = statSync(realpathSync(program))
  return hash.update(`${mtimeMs} ${size}`).digest('hex').slice(0, 12)
}

/** The file with an image's root file system, made where it is not yet there. */
function rootFileOf(kind: string, { program, major, tree }: Recipe): string {
  const file = join(dirname(servicesPath()), 'images', `${kind}-${major}-${stampOf(program)}.tar`)
  if (existsSync(file)) return file
  mkdirSync(dirname(file), { recursive: true })
  // Two tests may make it at once: each in a file of its own, and the last one stays.
  const own = `${file}.${process.pid}`
  const args = [join(recipes, 'make.sh'), kind, major, own, ...(tree === undefined ? [] : [tree])]
  execFileSync('bash', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  renameSync(own, file)
  return file
}

/**
 * Gives a daemon an image of this host's own server under `tag`, in place of one of a registry. Needs root for the
 * ownership of its files.
 */
export async function loadServiceImage(
  docker: Docker,
  kind: 'postgres' | 'mariadb',
  tag: string,
  major?: PostgresMajor,
): Promise<void> {
  const recipe = recipeOf(kind, major)
  const changes = [
    `ENV PATH=${recipe.path}`,
    'ENV LANG=C.UTF-8',
    `EXPOSE ${recipe.port}`,
    `VOLUME ${recipe.data}`,
    'ENTRYPOINT ["/usr/bin/docker-entrypoint.sh"]',
  ]
  const { exitCode, stderr } = await docker.run([
    'import',
    ...changes.flatMap((change) => ['--change', change]),
    rootFileOf(kind, recipe),
    tag,
  ])
  if (exitCode !== 0) throw new Error(`docker import failed: ${stderr}`)
}
