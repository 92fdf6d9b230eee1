import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { readRepository } from '../catalog/repository.ts'
import { parseSigningKey, parseTrust } from '../catalog/signing-key.ts'
import { parseIdentities, parseRecipients, recipientOf } from '../codec/age/keys.ts'
import type { Finding } from '../domain/finding.ts'
import { HoldfastError } from '../errors/error.ts'
import { formatBytes, plural } from '../report/bytes.ts'
import type { DoctorGroup } from '../report/views/doctor.ts'
import type { CommandContext } from './context.ts'
import { probeStore } from './doctor/probe.ts'
import { asHoldfastError, type Outcome } from './outcome.ts'
import { chosenDestinations, openStore } from './repository/destination.ts'
import { identityText } from './repository/identities.ts'
import { selectJobs } from './repository/select.ts'
import { sourceContextOf } from './repository/source-context.ts'

export type Role = 'backup' | 'drill' | 'cleanup'

function found(error: unknown): Finding {
  const { code, message, hint } = asHoldfastError(error)
  return { severity: 'error', code, message, ...(hint === undefined ? {} : { hint }) }
}

async function attempt(work: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await work()
  } catch (error) {
    return [found(error)]
  }
}

async function host(context: CommandContext): Promise<Finding[]> {
  const findings: Finding[] = [{ severity: 'ok', code: 'node', message: `Node ${process.version}` }]
  const { stateDirectory } = context
  try {
    await mkdir(stateDirectory, { recursive: true, mode: 0o700 })
    await access(stateDirectory, constants.W_OK)
    findings.push({ severity: 'ok', code: 'state', message: `state in ${stateDirectory}` })
  } catch {
    findings.push({
      severity: 'error',
      code: 'state-unusable',
      message: `the state directory ${stateDirectory} cannot be written`,
      hint: 'Make it writable for this user, or set HOLDFAST_STATE_DIR to a directory that is.',
    })
  }
  return findings
}

async function keys(context: CommandContext, role: Role | undefined): Promise<Finding[]> {
  const { config } = context
  const findings: Finding[] = []
  const encryption = config.encryption()
  if (encryption.none) {
    findings.push({
      severity: 'warning',
      code: 'not-encrypted',
      message: 'backups are not encrypted',
      hint: 'Run `holdfast keygen` and set encryption.recipients, unless the destination is as safe as the source.',
    })
    return findings
  }
  const recipients = parseRecipients(encryption.recipients)
  findings.push({
    severity: 'ok',
    code: 'recipients',
    message: `encrypted to ${plural(recipients.length, 'recipient')}`,
  })
  const text = role === 'backup' || role === 'cleanup' ? undefined : await identityText(context)
  if (text === undefined)
    findings.push({
      severity: 'info',
      code: 'no-identity',
      message: 'no identity here: this host cannot read backups',
    })
  else {
    const own = await Promise.all(parseIdentities(text).map((identity) => recipientOf(identity)))
    findings.push(
      own.some((recipient) => recipients.includes(recipient))
        ? {
            severity: 'ok',
            code: 'identity',
            message: 'the identity opens what is encrypted to these recipients',
          }
        : {
            severity: 'error',
            code: 'key-mismatch',
            message: 'the identity opens none of the recipients',
            hint: 'Set encryption.identity to the private half of one of encryption.recipients.',
          },
    )
  }
  const { key, trust } = config.signing()
  parseTrust(trust)
  if (key !== undefined) {
    const { keyid } = parseSigningKey(key)
    findings.push(
      trust.length === 0 || trust.includes(keyid)
        ? { severity: 'ok', code: 'signing', message: `signs as ${keyid}` }
        : {
            severity: 'error',
            code: 'signature-untrusted',
            message: `signing.key is ${keyid}, which signing.trust does not list`,
            hint: 'Add it to signing.trust, or what this host writes will not count.',
          },
    )
  } else
    findings.push({
      severity: 'info',
      code: 'unsigned',
      message: 'no signing key: backups and proofs are not signed',
    })
  return findings
}

async function destination(context: CommandContext, name: string): Promise<Finding[]> {
  const store = await openStore(context, name, 'probe')
  const repository = await readRepository(store, context.signal)
  const findings: Finding[] = [
    repository
      ? { severity: 'ok', code: 'repository', message: `repository ${repository.repository}` }
      : {
          severity: 'info',
          code: 'repository-missing',
          message: 'no repository yet: the first backup makes it',
        },
  ]
  findings.push(...(await probeStore(store, context.clock, context.signal)))
  const path = context.drivers.localPath(context.config.destination(name))
  if (path !== undefined) {
    const { bavail, bsize } = await statfs(path)
    findings.push({
      severity: 'ok',
      code: 'free-space',
      message: `${formatBytes(bavail * bsize)} free in ${path}`,
    })
    findings.push({
      severity: 'info',
      code: 'no-roles',
      message: 'a directory has no roles: whoever may write backups here may delete them',
      hint: 'Keep a second copy where this user may only add: an object store with versioning or Object Lock.',
    })
  }
  return findings
}

async function source(context: CommandContext, job: string): Promise<Finding[]> {
  const settings = context.config.job(job)
  const warnings: Finding[] = []
  const driver = context.drivers.source(settings.source.type, settings.source.settings)
  const findings = await driver.preflight(sourceContextOf(context, job, warnings))
  return findings.length > 0
    ? findings
    : [{ severity: 'ok', code: 'source', message: `${driver.type} is ready` }]
}

/** `holdfast doctor [jobs…] [--role R]`: looks at everything a run will need, by trying it. Exits 1 when something is wrong. */
export async function doctor(
  context: CommandContext,
  jobs: readonly string[],
  role: Role | undefined,
): Promise<Outcome> {
  const groups: DoctorGroup[] = [
    { subject: 'this host', findings: await host(context) },
    { subject: 'keys', findings: await attempt(() => keys(context, role)) },
  ]
  for (const name of chosenDestinations(context, context.config.destinationNames)) {
    groups.push({ subject: `destination ${name}`, findings: await attempt(() => destination(context, name)) })
  }
  for (const job of role === 'drill' || role === 'cleanup' ? [] : selectJobs(context, jobs)) {
    groups.push({ subject: `job ${job}`, findings: await attempt(() => source(context, job)) })
  }
  const bad = groups.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error')
  const errors = bad.slice(0, 1).map(
    () =>
      new HoldfastError(
        'doctor-found-errors',
        `doctor found ${bad.length === 1 ? '1 error' : `${bad.length} errors`}`,
        {
          hint: 'Each line above says what mends it.',
        },
      ),
  )
  return { results: groups, warnings: [], errors, exitCode: bad.length > 0 ? 1 : 0 }
}
