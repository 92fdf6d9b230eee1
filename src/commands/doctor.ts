import { statfs } from 'node:fs/promises'
import { readRepository } from '../catalog/repository.ts'
import type { Finding } from '../domain/finding.ts'
import { HoldfastError } from '../errors/error.ts'
import { formatBytes } from '../report/bytes.ts'
import type { DoctorGroup } from '../report/views/doctor.ts'
import type { CommandContext } from './context.ts'
import { lookAtHost } from './doctor/host.ts'
import { lookAtKeys, type Role } from './doctor/keys.ts'
import { probeStore } from './doctor/probe.ts'
import { asHoldfastError, type Outcome } from './outcome.ts'
import { chosenDestinations, openStore } from './repository/destination.ts'
import { selectJobs } from './repository/select.ts'
import { sourceContextOf } from './repository/source-context.ts'

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
  const findings = await driver.preflight(sourceContextOf(context, job, warnings, 'backup'))
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
    { subject: 'this host', findings: await lookAtHost(context) },
    { subject: 'keys', findings: await attempt(() => lookAtKeys(context, role)) },
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
