import { concurrency, jobText, permissions, type WorkflowJob } from './steps.ts'

/** One job that backs up everything, on one runner. */
export function backupText(schedule: string, oidc: boolean, job: WorkflowJob): string {
  return `name: Backup
on:
${schedule}  workflow_dispatch:
    inputs:
      jobs:
        description: Which backup jobs (comma or newline separated); empty means all
        type: string
      tag:
        description: A tag to keep with it, for example before-release
        type: string
      force:
        description: Back up now, due or not
        type: boolean
        default: true

${permissions(oidc)}
${concurrency('holdfast-backup')}
jobs:
${jobText(job)}`
}

/** What the inputs of {@link backupText} are for. */
export const backupInputs: WorkflowJob['inputs'] = [
  ['jobs', '${{ inputs.jobs }}'],
  ['tag', '${{ inputs.tag }}'],
  ['due', 'true'],
  ['force', '${{ inputs.force }}'],
]

/** One job or more that delete what retention lets go. */
export function cleanupText(schedule: string, oidc: boolean, jobs: readonly WorkflowJob[]): string {
  return `name: Backup cleanup
on:
${schedule}  workflow_dispatch:
    inputs:
      dry-run:
        description: Only show what would go, and why
        type: boolean
        default: true

${permissions(oidc)}
${concurrency('holdfast-cleanup')}
jobs:
${jobs.map(jobText).join('\n')}`
}

/** One job or more that restore elsewhere, compare, and leave a proof. */
export function drillText(schedule: string, oidc: boolean, jobs: readonly WorkflowJob[]): string {
  const input =
    jobs.length > 1
      ? ''
      : `    inputs:
      id:
        description: A backup id; empty means of each job the newest one not yet proven
        type: string
`
  return `name: Restore drill
on:
${schedule}  workflow_dispatch:
${input}
${permissions(oidc)}
${concurrency('holdfast-drill')}
jobs:
${jobs.map(jobText).join('\n')}`
}
