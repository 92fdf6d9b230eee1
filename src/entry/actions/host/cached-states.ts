import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { StateCache } from '../../../commands/context.ts'
import type { Finding } from '../../../domain/finding.ts'

/** Relative to the workspace: the cache service tells entries apart by the paths as they are written. */
const directory = '.holdfast-state'

/** States of a job's backups of one level, of which only the newest can be a parent. */
const byLevel = /^(.+)\/\d{8}T\d{6}Z-(L\d+)-[a-z2-7]{6}\.age$/

export interface CachedStates extends StateCache {
  /** Hands what was kept to the cache service for the next run where `save` says so, and removes the local copy. */
  close(save: boolean): Promise<void>
}

function unavailable(): Finding {
  return {
    severity: 'warning',
    code: 'cache-unavailable',
    message: 'cache is set, and this runner has no cache service',
    hint: 'Leave cache out here: a runner of your own keeps what it needs, and the store has it anyway.',
  }
}

async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

/** Removes states that a newer one of the same job and level replaces. */
async function prune(): Promise<void> {
  const newest = new Map<string, string>()
  for (const file of await filesBelow(directory)) {
    const [, job, level] = byLevel.exec(file) ?? []
    const older = newest.get(`${job} ${level}`)
    if (older !== undefined) await rm(join(directory, older), { force: true })
    newest.set(`${job} ${level}`, file)
  }
}

/**
 * The states of these jobs from GitHub's cache, encrypted as they are in the store, so that a runner that starts empty
 * need not fetch them. Anybody who may run a workflow can read a cache, and a pull request too: nothing in it is in
 * the clear, nothing of it is believed. Undefined, and a warning, where the runner has no cache service.
 */
export async function openCachedStates(
  jobs: readonly string[],
  tell: (finding: Finding) => void,
): Promise<CachedStates | undefined> {
  // Heavy, with an SDK of its own: only who asks for the cache loads it.
  const cache = await import('@actions/cache')
  if (!cache.isFeatureAvailable()) {
    tell(unavailable())
    return undefined
  }
  const scope = createHash('sha256')
    .update([...jobs].sort().join('\n'))
    .digest('hex')
    .slice(0, 12)
  const prefix = `holdfast-state-v1-${scope}-`
  const { GITHUB_RUN_ID: run = '0', GITHUB_RUN_ATTEMPT: attempt = '1' } = process.env
  const key = `${prefix}${run}-${attempt}`
  await cache.restoreCache([directory], key, [prefix])
  let isNew = false
  return {
    read: (name) => readFile(join(directory, name)).catch(() => undefined),
    async keep(name, body) {
      const file = join(directory, name)
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await writeFile(file, body, { mode: 0o600 })
      isNew = true
    },
    async close(save) {
      if (save && isNew) {
        await prune()
        await cache.saveCache([directory], key)
      }
      await rm(directory, { recursive: true, force: true })
    },
  }
}
