import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { isJobName } from '../../catalog/ids.ts'
import { HoldfastError } from '../../errors/error.ts'

function jobOf(path: string, taken: ReadonlySet<string>): string {
  const plain = basename(path)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 90)
  const name = isJobName(plain) ? plain : 'files'
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}

/** Directories of this host with names for their jobs. Errors: `source-unreadable`. */
export async function checkedSources(cwd: string, sources: readonly string[]) {
  const jobs: { job: string; path: string }[] = []
  const taken = new Set<string>()
  for (const source of sources) {
    const path = resolve(cwd, source)
    const found = await stat(path).catch(() => undefined)
    if (!found?.isDirectory()) {
      throw new HoldfastError('source-unreadable', `${path} is not a directory`, {
        hint: 'Name directories that exist with --source.',
        context: { path },
      })
    }
    const job = jobOf(path, taken)
    taken.add(job)
    jobs.push({ job, path })
  }
  return jobs
}
