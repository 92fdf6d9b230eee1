import type { JobPolicy } from '../../report/evidence/facts.ts'
import type { CommandContext } from '../context.ts'

/** What the configuration demands of these jobs, or of all: how often a backup, how often a restore, how long it is kept. */
export function policiesOf({ config }: CommandContext, jobs = config.jobNames): readonly JobPolicy[] {
  return config.jobNames
    .filter((name) => jobs.includes(name))
    .map((name) => {
      const { every, verify, to, retention } = config.job(name)
      return {
        job: name,
        destinations: to.map((destination) => destination.name),
        ...(every !== undefined && { every }),
        ...(verify?.every !== undefined && { verifyEvery: verify.every }),
        ...(retention && { requireProofs: retention.requireProofs ?? 0 }),
      }
    })
}
