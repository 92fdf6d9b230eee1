import { HoldfastError } from '../../errors/error.ts'
import type { VerifyResult } from '../../report/results.ts'
import { freshness } from './freshness.ts'

/** Names that a message has room for. */
const namesShown = 5

/** The first check that failed, with its figures, and the names of the others. */
function reason(checks: VerifyResult['checks']): string {
  const failed = checks.filter(({ result }) => result === 'failed')
  const [first, ...others] = failed
  if (first === undefined) return 'nothing was checked'
  const { name, expected, found } = first
  const figures = [expected && `expected ${expected}`, found && `found ${found}`].filter(Boolean).join(', ')
  const names = [...new Set(others.map((check) => check.name))].filter((other) => other !== name)
  const rest = names.length > namesShown ? ` and ${names.length - namesShown} more` : ''
  const more = names.length > 0 ? `; failed too: ${names.slice(0, namesShown).join(', ')}${rest}` : ''
  return `${name} failed${figures ? `: ${figures}` : ''}${more}`
}

/** The check of a server that ended in the middle of a drill. */
const staysUp = 'server stays up'

/** Names of checks that look at the place of the drill, not at the backup. */
const ofServer = /^(?:server(?: features)?$|extension )/

/** Whether the place of the drill is to blame: its server did not start, or lacks an extension, and nothing was loaded. */
function blamesServer(checks: VerifyResult['checks']): boolean {
  const own = checks.filter(({ name }) => name !== freshness)
  return own.every(({ result }) => result !== 'passed') && own.some(({ name }) => ofServer.test(name))
}

/** What to do about it. */
function hintOf({ damaged, checks, ownChecks = [] }: VerifyResult): string {
  const failed = checks.filter(({ result }) => result === 'failed').map(({ name }) => name)
  const only = (isSuch: (name: string) => boolean) =>
    damaged.length === 0 && failed.length > 0 && failed.every(isSuch)
  if (only((name) => name === 'keys')) {
    return 'Nothing else is wrong with it. Give the identity or passphrase that it was made for; with it `holdfast rekey` lets the configured ones open it too.'
  }
  if (only((name) => name === freshness)) {
    return 'The copy itself is good. Run `holdfast backup` now, and `holdfast logs` to see why no backup was made in time.'
  }
  if (damaged.length === 0 && failed.includes(staysUp)) {
    return 'The throwaway server ended in the middle: its last lines are in the log of the drill. Mend what they name and drill again; where it ends at the same place each time, restore from an earlier backup.'
  }
  if (only((name) => ownChecks.includes(name))) {
    return 'All that was backed up came back. Run the check against the source: if it fails there too, mend the source or verify.checks, and look for what is missing in an earlier backup.'
  }
  if (only((name) => name === 'tables')) {
    return 'A database without tables proves nothing. See whether the url or databases of the job name the right one.'
  }
  if (damaged.length === 0 && blamesServer(checks)) {
    return 'The backup was not even loaded. Give the drill a server that starts and has what the source has, under verify.server, and drill again; a restore needs the same.'
  }
  const remedy =
    'make a new full backup now with `holdfast backup --level 0`, and restore from another destination or an earlier backup'
  // Sizes alone, which `sync` goes by, do not show what a hash shows.
  return damaged.length > 0
    ? `Where another destination has it whole, \`holdfast sync --depth checksum\` heals it; else ${remedy}.`
    : `${remedy[0]?.toUpperCase()}${remedy.slice(1)}.`
}

/** The error of a drill that could not come to a verdict: it must not look like one that passed. */
function inconclusiveDrill({ job, id, destination, checks }: VerifyResult): HoldfastError {
  const check = checks.find(({ result }) => result === 'inconclusive')
  const hint =
    check?.name === staysUp
      ? 'Something outside ended the throwaway server, most often the kernel for want of memory: give the drill more of it, and drill again.'
      : 'Give the drill what it lacks, such as Docker, a database server of this host, root for a ZFS pool or a larger scratch-dir, and drill again.'
  return new HoldfastError(
    'drill-inconclusive',
    `the drill of backup ${id} of ${job} at ${destination} came to no verdict: ${check?.name ?? 'it'}: ${check?.found ?? 'nothing was compared'}`,
    { hint, context: { job, id, destination } },
  )
}

/** The error that a backup which is not good comes to. */
export function verificationFailure(result: VerifyResult): HoldfastError {
  const { job, id, destination, damaged, checks } = result
  const what =
    damaged.length > 0
      ? `${damaged.length === 1 ? damaged[0] : `${damaged.length} objects`} damaged or missing`
      : reason(checks)
  return new HoldfastError(
    'verification-failed',
    `backup ${id} of ${job} at ${destination} is not good: ${what}`,
    { hint: hintOf(result), context: { job, id, destination, ...(damaged.length > 0 && { damaged }) } },
  )
}

/** What a verification comes to that found something, and a drill that could not tell; undefined where all is well. */
export function verdictError(result: VerifyResult): HoldfastError | undefined {
  if (result.result === 'failed') return verificationFailure(result)
  return result.result === 'inconclusive' && result.depth === 'restore'
    ? inconclusiveDrill(result)
    : undefined
}
