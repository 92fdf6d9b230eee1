import { formatBytes, plural } from '../bytes.ts'
import { formatDuration, formatSpan } from '../duration.ts'
import { code, escapeMarkdown, markdownTable } from '../markdown.ts'
import { counts, type ProofResult } from '../proof-result.ts'
import { missedText } from '../reread.ts'
import { answersOf } from './answers.ts'
import type { EvidenceFacts, Framework } from './facts.ts'

const titles: Readonly<Record<Framework, string>> = {
  iso27001: 'Restore tests: evidence for ISO/IEC 27001:2022, A.8.13 Information backup',
  soc2: 'Restore tests: evidence for SOC 2, A1.2 and A1.3 (availability)',
}

const rows = Number.MAX_SAFE_INTEGER
const daysNamed = 10
const day = (iso: string) => iso.replace('T', ' ').slice(0, 16)
const span = (milliseconds: number | undefined) =>
  milliseconds === undefined ? 'not set' : formatSpan(milliseconds)

function policyTable({ policies }: EvidenceFacts): string[] {
  const lines = policies.map(({ job, destinations, every, verifyEvery, requireProofs }) => [
    escapeMarkdown(job),
    escapeMarkdown(destinations.join(', ')),
    span(every),
    span(verifyEvery),
    String(requireProofs ?? 0),
  ])
  return markdownTable(
    ['Job', 'Kept at', 'Backup every', 'Restore test every', 'Proven backups kept:'],
    lines,
    rows,
  )
}

function verdictOf(proof: ProofResult): string {
  if (proof.result === 'passed' && !counts(proof)) return 'passed, does not count'
  return proof.result
}

function testTable({ proofs }: EvidenceFacts): string[] {
  const lines = proofs.map((proof) => [
    day(proof.finishedAt),
    escapeMarkdown(proof.job),
    code(proof.id),
    escapeMarkdown(proof.destination),
    verdictOf(proof),
    escapeMarkdown(proof.evidence),
    `${proof.checks.filter(({ result }) => result === 'passed').length} of ${proof.checks.length}`,
    formatBytes(proof.restoredBytes),
    formatDuration(proof.rtoSeconds * 1000),
    proof.rpoSeconds === null ? '' : formatDuration(proof.rpoSeconds * 1000),
    escapeMarkdown(proof.run?.actor ?? proof.host),
  ])
  const heads = ['Ended (UTC)', 'Job', 'Backup', 'At', 'Result', 'Compared with', 'Checks passed:']
  return markdownTable([...heads, 'Restored:', 'Took (RTO):', 'Age of data (RPO):', 'By'], lines, rows)
}

function failureLines({ proofs, damaged }: EvidenceFacts): string[] {
  const failed = proofs.filter(({ result }) => result === 'failed')
  const lines = failed.map((proof) => {
    const reasons = proof.checks
      .filter(({ result }) => result === 'failed')
      .map(({ name, expected, found }) => `${name}: expected ${expected ?? '?'}, found ${found ?? '?'}`)
    const mended = proofs.findLast(
      (later) => later.job === proof.job && later.finishedAt > proof.finishedAt && counts(later),
    )
    const since = mended
      ? `followed by a passed test on ${day(mended.finishedAt)}`
      : 'not yet followed by a passed test'
    return `- ${day(proof.finishedAt)} ${escapeMarkdown(proof.job)}: ${escapeMarkdown(reasons.join('; ') || 'nothing was checked')} (${since})`
  })
  const forged = damaged.map(({ message }) => `- ${escapeMarkdown(message)}`)
  return lines.length + forged.length === 0 ? ['None.'] : [...lines, ...forged]
}

function rereadTable({ rereads }: EvidenceFacts): string[] {
  const lines = rereads.map(({ job, destination, reread }) => [
    escapeMarkdown(job),
    escapeMarkdown(destination),
    String(reread.objects),
    formatBytes(reread.bytes),
    String(reread.readObjects),
    String(reread.newObjects),
    String(reread.overdueObjects),
    reread.oldest ? `${day(reread.oldest.since)}${reread.oldest.everRead ? '' : ', when made'}` : '',
    missedText(reread, daysNamed),
  ])
  const heads = ['Job', 'At', 'Objects:', 'Bytes:', 'Read back:', 'Newer:', 'Overdue:']
  return markdownTable([...heads, 'Unread the longest, since', 'Days missed'], lines, rows)
}

function keyLines({ proofs, trust }: EvidenceFacts): string[] {
  const signers = [...new Set(proofs.map(({ signedBy }) => signedBy))]
  const believed = trust.length === 0 ? 'No key is pinned (signing.trust): anybody could have signed.' : ''
  return [
    ...(believed === '' ? [] : [believed, '']),
    ...signers.map((key) => {
      if (key === null) return '- not signed'
      return `- ${code(key)}${trust.includes(key) ? ', pinned' : trust.length > 0 ? ', **not pinned**' : ''}`
    }),
  ]
}

/**
 * The restore tests as a document that an auditor reads, in Markdown: what is demanded, what was done, what failed and
 * what became of it, and how to check all of it without trusting whoever made the document.
 */
export function renderEvidence(framework: Framework, facts: EvidenceFacts): string {
  const { proofs, rereads, now, version } = facts
  const good = proofs.filter(counts).length
  const oldest = proofs.at(-1)?.finishedAt
  return [
    `# ${titles[framework]}`,
    '',
    `Made ${day(now.toISOString())} UTC by Holdfast ${version} from the signed proofs in the backup store. ${plural(proofs.length, 'restore test')}${oldest ? ` since ${day(oldest)}` : ''}, ${good} passed and counted.`,
    '',
    ...answersOf(framework, facts).flatMap(({ question, answer }) => [`**${question}** ${answer}`, '']),
    '## What is demanded',
    '',
    ...policyTable(facts),
    '',
    '## Restore tests',
    '',
    ...testTable(facts),
    '',
    `## Stored objects read back within ${rereads[0]?.reread.days ?? 30} days`,
    '',
    'By the signed logs of verifications, which compare the stored bytes with their hashes, and by the restore tests.',
    '',
    ...(rereads.length > 0 ? rereadTable(facts) : ['Not known.']),
    '',
    '## Failures and what followed',
    '',
    ...failureLines(facts),
    '',
    '## Keys that signed',
    '',
    ...keyLines(facts),
    '',
    '## How to check this',
    '',
    'Each proof is a file under `proofs/` of the store: an in-toto statement in a DSSE envelope, signed with ed25519, whose subjects are the SHA-256 digests of the manifests that name every stored object. Copy any of them and run `holdfast proof FILE` on a machine of your own, with the public keys above under `signing.trust`.',
  ].join('\n')
}
