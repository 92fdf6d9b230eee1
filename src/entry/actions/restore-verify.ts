import type { Depth } from '../../commands/verify/options.ts'
import type { Inputs } from '../../config/config.ts'
import { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import { type Verification, wasVerified } from '../../report/verification.ts'
import type { ActionSpec, Session, Stage } from './host/action-spec.ts'
import { keepCopy } from './host/keep-copy.ts'
import { comesDaily } from './host/schedule.ts'
import { resultsOf } from './host/stages.ts'

/** Where the inputs want databases drilled. Errors: `usage` for both at once, and where no job is a database. */
function serverOf(inputs: Inputs, { config, drivers }: Session['context'], jobs: readonly string[]) {
  const [image, url] = [inputs.text('image'), inputs.text('service-url')]
  if (image === undefined && url === undefined) return undefined
  if (image !== undefined && url !== undefined) {
    throw new HoldfastError('usage', 'image and service-url both say where to drill', {
      hint: 'Keep service-url for a container under services:, or image for one that this action starts.',
    })
  }
  const known = (jobs.length === 0 ? config.jobNames : jobs).filter((job) => config.jobNames.includes(job))
  const types = known.map((job) => config.job(job).source.type)
  if (types.length > 0 && !types.some((type) => drivers.source(type).drillsOnServer)) {
    throw new HoldfastError('usage', 'image and service-url are for databases, and none of the jobs is one', {
      hint: 'Leave them out: directories and commands are restored into a scratch directory, without a server.',
      context: { jobs: known },
    })
  }
  return image === undefined
    ? ({ type: 'url', url: new Secret(url ?? '') } as const)
    : ({ type: 'image', image } as const)
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
  const results = resultsOf<Verification>(stages, 'verify').filter(wasVerified)
  const [first] = results
  const checks = results.flatMap(({ job, id, checks }) => checks.map((check) => ({ job, id, ...check })))
  const seconds = results.reduce((sum, { rtoSeconds = 0 }) => sum + rtoSeconds, 0)
  return {
    id: first?.id ?? '',
    proof: first?.proof ?? '',
    'restored-bytes': results.reduce((sum, { restoredBytes = 0 }) => sum + restoredBytes, 0),
    'rto-seconds': Math.round(seconds * 1000) / 1000,
    checks: JSON.stringify(checks),
    url: first?.copy?.url ?? '',
    container: first?.copy?.container ?? '',
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
  servers: true,
  bare: true,
  insteadOfConfig: [],
  async run({ context, inputs, jobs, stage }) {
    const server = serverOf(inputs, context, jobs)
    if (inputs.flag('attest')) requireSigning(context)
    const keep = await keepCopy({ context, inputs, jobs })
    const [id, at] = [inputs.text('id'), inputs.time('at')]
    const isRoutine = id === undefined && at === undefined && keep === undefined
    await stage('verify', async () => {
      const { verify } = await import('../../commands/verify.ts')
      return verify(context, id === undefined ? jobs : [id], {
        depth: inputs.text('depth') as Depth,
        ...(at !== undefined && { at }),
        ...(isRoutine && comesDaily(context.environment) && { due: true }),
        ...(server && { server }),
        ...(keep && { keep }),
      })
    })
  },
  outputs: outputsOf,
}
