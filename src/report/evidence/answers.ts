import { formatBytes, plural } from '../bytes.ts'
import { formatDuration, formatSpan } from '../duration.ts'
import { counts } from '../proof-result.ts'
import { isAllReread } from '../reread.ts'
import type { EvidenceFacts, Framework, RereadFacts } from './facts.ts'

interface Answer {
  /** The control's demand in a few words of our own. */
  readonly question: string
  readonly answer: string
}

const longest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0)

/** Jobs whose last counting test is missing or older than their own rule, with the reason. */
function overdue({ policies, proofs, now }: EvidenceFacts): string[] {
  return policies.flatMap(({ job, verifyEvery }) => {
    const last = proofs.find((proof) => proof.job === job && counts(proof))
    if (last === undefined) return [`${job} was never restored with success`]
    const age = now.getTime() - Date.parse(last.finishedAt)
    return verifyEvery !== undefined && age > verifyEvery * 1.25
      ? [`${job} was last restored ${formatDuration(age)} ago, wanted every ${formatSpan(verifyEvery)}`]
      : []
  })
}

function regular(facts: EvidenceFacts): string {
  const late = overdue(facts)
  return late.length === 0 ? 'Yes, every job within its interval.' : `Not all: ${late.join('; ')}.`
}

function recovery(facts: EvidenceFacts): string {
  const good = facts.proofs.filter(counts)
  if (good.length === 0) return 'Nothing was measured yet.'
  const rto = formatDuration(longest(good.map(({ rtoSeconds }) => rtoSeconds)) * 1000)
  const ages = good.flatMap(({ rpoSeconds }) => rpoSeconds ?? [])
  const rpo = ages.length === 0 ? 'unknown' : formatDuration(longest(ages) * 1000)
  return `The slowest of ${good.length} restores took ${rto}; the oldest data restored was ${rpo} old.`
}

/** Whether all that is stored was read back, or made, within the days of the ledger. */
function reread({ rereads }: EvidenceFacts): string {
  const [first] = rereads
  if (first === undefined) return 'It is not known: nothing is stored, or its logs may not be read.'
  const sum = (value: (of: RereadFacts) => number) => rereads.reduce((total, each) => total + value(each), 0)
  const [objects, bytes] = [sum((each) => each.reread.objects), sum((each) => each.reread.bytes)]
  const read = sum((each) => each.reread.readObjects)
  const young = sum((each) => each.reread.newObjects)
  const { days } = first.reread
  const late = rereads.filter((each) => !isAllReread(each.reread))
  const figures = `of ${plural(objects, 'object')} (${formatBytes(bytes)}) ${read} were read back whole within ${days} days, and ${young} are newer than that`
  if (late.length === 0) return `Yes: ${figures}.`
  const names = late.map(
    ({ job, destination, reread: { overdueObjects } }) =>
      `${job} at ${destination}, ${plural(overdueObjects, 'object')} overdue`,
  )
  return `Not all: ${figures}; ${names.join('; ')}.`
}

function kept({ policies }: EvidenceFacts): string {
  const all = policies.length > 0 && policies.every(({ requireProofs = 0 }) => requireProofs > 0)
  return all
    ? 'Retention keeps the newest proven backups of every job, whatever else its rules say, and stops after a failed restore test.'
    : 'Not every job demands a proven backup before older ones are deleted (`require-proofs`).'
}

/** What each framework asks, answered from the proofs. */
export function answersOf(framework: Framework, facts: EvidenceFacts): readonly Answer[] {
  if (framework === 'iso27001') {
    return [
      { question: 'Are restores tested regularly?', answer: regular(facts) },
      { question: 'How long do they take, how much is lost?', answer: recovery(facts) },
      { question: 'Is every stored object read back within 30 days?', answer: reread(facts) },
      { question: 'Are tested copies protected from deletion?', answer: kept(facts) },
    ]
  }
  return [
    {
      question: 'A1.2: are backups made and protected so that data can be recovered?',
      answer: `${kept(facts)} ${recovery(facts)} Every stored object read back within 30 days? ${reread(facts)}`,
    },
    { question: 'A1.3: are recovery procedures tested?', answer: regular(facts) },
  ]
}
