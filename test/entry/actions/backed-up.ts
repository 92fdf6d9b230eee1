import { writeFileSync } from 'node:fs'
import { type Job, newJob } from './step.ts'

/** A job with two full backups of its source. */
export async function backedUp(extra: readonly string[] = []): Promise<{ job: Job; ids: string[] }> {
  const job = await newJob()
  job.configure(extra)
  const first = await job.run('backup', { level: '0' })
  writeFileSync(job.path('source', 'more.txt'), 'more\n')
  const second = await job.run('backup', { level: '0' })
  return { job, ids: [first.outputs.id ?? '', second.outputs.id ?? ''] }
}
