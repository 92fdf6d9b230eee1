import type { CatalogueEntry } from '../../catalog/entry.ts'
import type { Finding } from '../../domain/finding.ts'
import { formatBytes, plural } from '../../report/bytes.ts'
import { missedText, type RereadResult } from '../../report/reread.ts'
import type { StatusResult } from '../../report/results.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { Destination } from '../repository/destination.ts'
import { readReread } from '../repository/reread.ts'

/** Days that a finding names. */
const daysNamed = 3

/** The ledger of what was read back; a role that may not read logs has none, which is no failure. */
export async function rereadFor(
  context: CommandContext,
  destination: Destination,
  job: string,
  points: readonly CatalogueEntry[],
  evenUnread = false,
): Promise<RereadResult | undefined> {
  if (points.length === 0) return undefined
  try {
    return await readReread(context, destination, job, points, { evenUnread })
  } catch (thrown) {
    context.signal.throwIfAborted()
    const { message } = asHoldfastError(thrown)
    const what = `${destination.name}: what was read back is unknown: ${message}`
    tell(context, { severity: 'info', code: 'readings-unreadable', message: what }, job)
    return undefined
  }
}

/** Where a rotation goes on and left something out: nobody else would notice. */
export function unreadFinding({ job, destination, reread }: StatusResult): Finding | undefined {
  if (!reread?.rotation) return undefined
  const { days, objects, overdueObjects, overdueBytes, missed, rotation } = reread
  if (overdueObjects + missed.length === 0) return undefined
  const late =
    overdueObjects > 0
      ? [
          `${overdueObjects} of ${plural(objects, 'object')} (${formatBytes(overdueBytes)}) were not read back for more than ${days} days`,
        ]
      : []
  const turns = missed.length > 0 ? [`missed: ${missedText(reread, daysNamed)}`] : []
  const [first] = missed
  const sample = first && missed.length === 1 ? ` --sample ${first.part}/${rotation}` : ''
  const command = `holdfast verify ${job} --destination ${destination}${sample}`
  return {
    severity: 'warning',
    code: 'reread-overdue',
    message: `${job} at ${destination}: ${[...late, ...turns].join('; ')}`,
    hint: `Run \`${command}\`, and see why the daily run did not.`,
  }
}
