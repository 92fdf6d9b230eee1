import { spawnSync } from 'node:child_process'
import { restoreGuide } from '../../src/catalog/restore-guide.ts'

/** The guide's shell blocks in order, as they stand; of 6a and 6b only the one that is asked for. */
export function guideScript(kind: 'directory' | 'anything else', guide = restoreGuide): string {
  const skipped = kind === 'directory' ? '### 6b' : '### 6a'
  const sections = guide.split(/^(?=##)/m).filter((section) => !section.startsWith(skipped))
  return [...sections.join('').matchAll(/^~~~sh\n(.*?)^~~~$/gms)].map((block) => block[1]).join('')
}

export interface GuideRun {
  readonly repository: string
  readonly job: string
  readonly id: string
  readonly identityFile: string
  readonly out: string
  readonly kind: 'directory' | 'anything else'
  /** The text to follow; today's where absent. */
  readonly guide?: string
}

/** Runs the guide in one plain shell. With a passphrase it is typed into a terminal that `script` makes. */
export function runGuide(run: GuideRun, passphrase?: string): { stdout: string; stderr: string } {
  const { stdout, stderr } = spawnSync(
    ...((passphrase === undefined
      ? ['sh', ['-c', guideScript(run.kind, run.guide)]]
      : ['script', ['-qec', 'sh -c "$GUIDE"', '/dev/null']]) as [string, string[]]),
    {
      encoding: 'utf8',
      input: passphrase === undefined ? '' : `${passphrase}\n`,
      env: {
        ...process.env,
        REPO: run.repository,
        JOB: run.job,
        ID: run.id,
        IDENTITY: run.identityFile,
        OUT: run.out,
        GUIDE: guideScript(run.kind, run.guide),
      },
    },
  )
  return { stdout, stderr }
}
