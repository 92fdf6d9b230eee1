import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One entry of `packages` in a package-lock.json, as far as this script touches it. */
interface LockEntry {
  version?: string
  cpu?: string[]
  dev?: boolean
  libc?: string[]
  optional?: boolean
  os?: string[]
  peer?: boolean
  optionalDependencies?: Record<string, string>
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/** The `os`, `cpu` and `libc` that a platform package's name states; undefined where the name is of no platform. */
export function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> | undefined {
  const words = (name.split('/').at(-1) ?? '').split('-')
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  if (!os || !cpu) return undefined
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.includes('gnu')
      ? 'glibc'
      : undefined
  return { os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) }
}

/**
 * Adds an entry for each platform package that a locked package names and the lock file lacks.
 *
 * npm drops those from the lock file that the registry did not serve at the time, and then `npm ci` refuses the
 * file on every machine. An entry without `integrity` is valid: the platform concerned fetches it by version.
 *
 * @returns the names added
 */
export function completeLock(packages: Record<string, LockEntry>): string[] {
  const added: string[] = []
  for (const entry of Object.values({ ...packages })) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`
      const platform = platformOf(name)
      if (packages[path] || !platform || !/^\d/.test(version)) continue
      packages[path] = {
        version,
        cpu: platform.cpu,
        ...(entry.dev && { dev: true }),
        ...(platform.libc && { libc: platform.libc }),
        optional: true,
        os: platform.os,
        ...(entry.peer && { peer: true }),
      } as LockEntry
      added.push(name)
    }
  }
  return added
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = 'package-lock.json'
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> }
  const added = completeLock(lock.packages)
  const [root, ...rest] = Object.entries(lock.packages)
  if (!root) throw new Error('package-lock.json has no packages')
  lock.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))])
  if (added.length) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  process.stdout.write(`${added.length} platform packages added to ${file}\n`)
}
