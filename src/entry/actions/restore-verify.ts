import type { Depth } from '../../commands/verify/options.ts'
import type { Inputs } from '../../config/config.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { VerifyResult } from '../../report/results.ts'
import type { ActionSpec, Session, Stage } from './host/action-spec.ts'
import { resultsOf } from './host/stages.ts'

/** Inputs that say which throwaway server to use: only databases are restored into one. */
const ofServers = ['image', 'service-url', 'mask', 'keep'] as const

/** Errors: `driver-not-built`, since no kind of job that this version restores needs a server. */
function refuseServers(inputs: Inputs): void {
  const wanted = ofServers.filter((name) => inputs.has(name) && inputs.text(name) !== 'never')
  if (wanted.length === 0) return
  throw new HoldfastError(
    'driver-not-built',
    `${wanted.join(', ')}: for drills of databases, which are not built yet`,
    {
      hint: 'Leave them out: directories and commands are restored into a scratch directory, without a server.',
      context: { inputs: wanted },
    },
  )
}

/** Errors: `signing-key-missing` where a proof could not be signed. */
function requireSigning({ config }: Session['context']): void {
  if (config.signing().key !== undefined) return
  throw new HoldfastError(
    'signing-key-missing',
    'attest is set, and nothing is there to sign the proof with',
    {
      hint: 'Set signing.key in the configuration from a secret: the drill-signing.key that `holdfast keygen` wrote.',
    },
  )
}

function outputsOf(stages: readonly Stage[]) {
  const results = resultsOf<VerifyResult>(stages, 'verify')
  const [first] = results
  const checks = results.flatMap(({ job, id, checks }) => checks.map((check) => ({ job, id, ...check })))
  const seconds = results.reduce((sum, { rtoSeconds = 0 }) => sum + rtoSeconds, 0)
  return {
    id: first?.id ?? '',
    proof: first?.proof ?? '',
    'restored-bytes': results.reduce((sum, { restoredBytes = 0 }) => sum + restoredBytes, 0),
    'rto-seconds': Math.round(seconds * 1000) / 1000,
    checks: JSON.stringify(checks),
    url: '',
    container: '',
  }
}

export const restoreVerifyAction: ActionSpec = {
  name: 'restore-verify',
  command: 'verify',
  inputs: [
    {
      name: 'depth',
      kind: 'text',
      choices: ['exists', 'checksum', 'contents', 'restore'],
      default: 'restore',
    },
    { name: 'id', kind: 'text' },
    { name: 'at', kind: 'time' },
    { name: 'image', kind: 'text' },
    { name: 'service-url', kind: 'text' },
    { name: 'mask', kind: 'text' },
    { name: 'keep', kind: 'text', choices: ['never', 'job'], default: 'never' },
    { name: 'attest', kind: 'boolean', default: 'false' },
  ],
  writes: false,
  leases: false,
  bare: true,
  insteadOfConfig: [],
  async run({ context, inputs, jobs, stage }) {
    refuseServers(inputs)
    if (inputs.flag('attest')) requireSigning(context)
    const [id, at] = [inputs.text('id'), inputs.time('at')]
    await stage('verify', async () => {
      const { verify } = await import('../../commands/verify.ts')
      return verify(context, id === undefined ? jobs : [id], {
        depth: inputs.text('depth') as Depth,
        ...(at !== undefined && { at }),
      })
    })
  },
  outputs: outputsOf,
}
