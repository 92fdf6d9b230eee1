import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { HoldfastError } from '../../errors/error.ts'
import { refuseUrls } from './directories.ts'
import { jobNameOf } from './job-name.ts'

/** Directories of this host with names for their jobs. Errors: `source-unreadable`, `usage`. */
export async function checkedSources(cwd: string, sources: readonly string[]) {
  refuseUrls(sources)
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
    const job = jobNameOf(basename(path), taken, 'files')
    taken.add(job)
    jobs.push({ job, path })
  }
  return jobs
}
