import { z } from 'zod'
import type { Compression } from '../domain/manifest.ts'
import { lazyObject, once } from './lazy.ts'
import { localPath, type Surroundings } from './local-path.ts'
import { mergeRetention } from './merge-retention.ts'
import type { Path } from './path.ts'
import { isMap, valueAt } from './path.ts'
import { dumpMinSize } from './schema-guards.ts'
import { type JobFields, jobFields } from './schema-job.ts'
import type { Sections } from './section.ts'
import type { GuardSettings, HookSettings, JobSettings } from './settings.ts'

/** Where a key of a job stands: with the job, else under `defaults:`. Undefined where it stands nowhere. */
export function jobPaths(root: unknown, job: string, key: string): Path[] {
  const places: Path[] = [
    ['jobs', job, key],
    ['defaults', key],
  ]
  return places.filter((path) => valueAt(root, path) !== undefined)
}

/** A driver's `path` is a path of this machine, relative to the configuration like all of them. */
export function withLocalPath(settings: unknown, surroundings: Surroundings): unknown {
  if (!isMap(settings) || typeof settings.path !== 'string') return settings
  return { ...settings, path: localPath(settings.path, surroundings) }
}

function compressionOf(given: JobFields['compression'] | undefined): Compression {
  if (given?.type === 'none') return { type: 'none' }
  if (given?.type === 'gzip') return { type: 'gzip', level: given.level ?? 6 }
  return { type: 'zstd', level: given?.level ?? 3 }
}

function hooksOf(given: JobFields['hooks'] | undefined): HookSettings {
  return { before: given?.before, after: given?.after, onFailure: given?.['on-failure'] }
}

/** Reads a job's keys when they are asked for. `source` is the schema of all sources. */
export function jobSettings(name: string, sections: Sections, source: z.ZodType): JobSettings {
  const { document, surroundings } = sections
  function first<T>(key: string, read: (path: Path) => T | undefined): T | undefined {
    for (const path of jobPaths(document.root, name, key)) {
      const value = read(path)
      if (value !== undefined) return value
    }
    return undefined
  }
  const field = <Key extends keyof JobFields>(key: Key) =>
    first(key, (path) => sections.read(path, jobFields[key]) as JobFields[Key] | undefined)
  const path = (key: 'spool' | 'scratch-dir') => {
    const given = field(key)
    return given === undefined ? undefined : localPath(given, surroundings)
  }
  const ofSource = (key: string) =>
    first('source', (at) => sections.read([...at, key], z.string())) ?? (key === 'method' ? 'dump' : '')
  const type = once(() => ofSource('type'))
  const verify = once(() => field('verify'))
  const proofs = () => (jobPaths(document.root, name, 'verify').length > 0 ? 1 : 0)
  const retention = once(() => field('retention'))
  const guards = (): GuardSettings => {
    const given = field('guards')
    const isDump = ['postgres', 'mysql'].includes(type()) && ['dump', 'logical'].includes(ofSource('method'))
    const minSize = given?.['min-size'] ?? (isDump ? dumpMinSize : undefined)
    const sizeChange = given?.['size-change']
    return { ...(minSize ? { minSize } : {}), ...(sizeChange ? { sizeChange } : {}) }
  }
  const levels = () => {
    const increments = ['directory', 'zfs'].includes(type())
    const slots = field('levels') ?? (increments ? { 0: 'monthly', 1: 'otherwise' } : { 0: 'otherwise' })
    return Object.entries(slots).map(([level, slot]) => ({ level: Number(level), slot: String(slot) }))
  }
  const settings = () =>
    withLocalPath(
      first('source', (at) => sections.read(at, source)),
      surroundings,
    )
  const log = () => {
    const given = field('log')
    return given && { keep: given.keep, file: localPath(given.file, surroundings) }
  }
  const every = once(() => field('every'))
  const hashes = () =>
    new Set(['sha256' as const, ...(field('hashes') ?? (type() === 'zfs' ? ['blake3' as const] : []))])
  return lazyObject<JobSettings>({
    name: () => name,
    source: () => lazyObject({ type, settings }),
    to: () =>
      (field('to') ?? []).map((one) => {
        const own = typeof one === 'string' ? { name: one, retention: undefined } : one
        return { name: own.name, retention: mergeRetention(retention(), own.retention, proofs()) }
      }),
    every,
    grace: () => field('grace') ?? (every() === undefined ? undefined : Math.round((every() ?? 0) / 4)),
    levels,
    tags: () => field('tags') ?? [],
    compression: () => compressionOf(field('compression')),
    package: () => field('package') ?? 'volumes',
    objectName: () => field('object-name'),
    adopt: () => ({ names: field('adopt')?.names ?? [], zrb: field('adopt')?.zrb }),
    checksumFile: () => field('checksum-file') ?? false,
    retention: () => mergeRetention(retention(), undefined, proofs()),
    guards,
    verify,
    hooks: () => hooksOf(field('hooks')),
    timeout: () => field('timeout'),
    parallel: () => field('parallel'),
    hashes: () => [...hashes()],
    allowUnread: () => field('allow-unread') ?? [],
    onMissingParent: () => field('on-missing-parent') ?? 'skip',
    log,
    spool: () => path('spool'),
    scratchDir: () => path('scratch-dir'),
    notify: () => field('notify') ?? [],
    runner: () => field('runner'),
    environment: () => field('environment'),
  })
}
