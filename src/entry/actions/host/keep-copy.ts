import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { KeepCopy } from '../../../commands/verify/options.ts'
import { type Inputs, inputInvalid } from '../../../config/config.ts'
import type { MadeOnServer } from '../../../domain/copy.ts'
import { processToken } from '../../../process/running-process.ts'
import type { Session } from './action-spec.ts'
import { writeCopy } from './copy-file.ts'
import { maskInLogs } from './masking.ts'
import { saveCopy } from './saved-state.ts'

/** The SQL of the input `mask`, read before anything is restored. Errors: `input-invalid`. */
function maskOf(inputs: Inputs): string | undefined {
  const file = inputs.text('mask')
  if (file === undefined) return undefined
  const problem = (what: string) =>
    inputInvalid([`mask: ${what}`], 'Name a file with SQL, relative to the workspace, with the input mask.')
  let sql: string
  try {
    sql = readFileSync(file, 'utf8')
  } catch (error) {
    throw problem(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  if (sql.trim() === '') throw problem(`${file} is empty`)
  return sql
}

function requireOneDrill({ inputs, jobs, context }: Pick<Session, 'inputs' | 'jobs' | 'context'>): void {
  const problems: string[] = []
  if (inputs.text('depth') !== 'restore') problems.push('keep: job needs depth restore')
  const count = (jobs.length > 0 ? jobs : context.config.jobNames).length
  if (!inputs.has('id') && count !== 1) problems.push(`keep: job takes one job, and there are ${count}`)
  if (problems.length === 0) return
  throw inputInvalid(problems, 'Name one job with the input jobs, or a backup with the input id.')
}

/**
 * What `keep: job` and `mask` ask for; undefined where the copy goes with the step. From here on `post` removes what is
 * made, whatever becomes of this step. Errors: `input-invalid`.
 */
export async function keepCopy(
  session: Pick<Session, 'inputs' | 'jobs' | 'context'>,
): Promise<KeepCopy | undefined> {
  const { inputs } = session
  if (inputs.text('keep') !== 'job') {
    if (!inputs.has('mask')) return undefined
    throw inputInvalid(
      ['mask goes with keep: job: else the copy is removed before anybody sees it'],
      'Add `keep: job`, or leave mask out.',
    )
  }
  requireOneDrill(session)
  const mask = maskOf(inputs)
  const id = randomBytes(12).toString('hex')
  let made: MadeOnServer | undefined
  saveCopy(id)
  return {
    id,
    // The runner's process of this job: should it be killed, post and all, any later drill may tidy up.
    owner: await processToken(process.ppid),
    mask,
    async note(now) {
      made = now
      await writeCopy(id, { made })
    },
    async ready(copy) {
      maskInLogs()
      await writeCopy(id, { made, copy })
    },
  }
}
