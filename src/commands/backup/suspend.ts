import type { Journal } from '../../catalog/journal.ts'
import type { ErrorCode } from '../../errors/codes.ts'
import { tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { Writing } from './writing.ts'

/** What ends a run although neither the source nor what was stored is wrong. */
const outside: readonly ErrorCode[] = [
  'interrupted',
  'terminated',
  'timeout',
  'lease-lost',
  'bucket-missing',
  'clock-skew',
  'tls-failed',
]

/** Whether a later run can go on with what this one stored before it failed. */
export function canGoOn({ capture, context, written, wraps }: Writing, thrown: unknown): boolean {
  if (capture.suspend === undefined || capture.resume === undefined) return false
  // Without one volume there is nothing to go on with.
  if (written.length <= wraps.length) return false
  const { code } = asHoldfastError(context.signal.aborted ? (context.signal.reason ?? thrown) : thrown)
  return (
    context.signal.aborted || outside.includes(code) || (code.startsWith('store-') && code !== 'store-lied')
  )
}

/** Leaves a run so that the next of its job goes on with it. */
export async function suspend({ context, job, capture, id }: Writing, journal: Journal): Promise<void> {
  await capture.suspend?.()
  await journal.close()
  const message = `${id} was interrupted; the next run of ${job.name} goes on with what it stored`
  tell(context, { severity: 'info', code: 'run-suspended', message }, job.name)
}
