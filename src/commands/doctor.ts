import type { Finding } from '../domain/finding.ts'
import { HoldfastError } from '../errors/error.ts'
import type { DoctorGroup } from '../report/views/doctor.ts'
import type { CommandContext } from './context.ts'
import { lookAtAdopted } from './doctor/adopted.ts'
import { attempt } from './doctor/attempted.ts'
import { lookAtDestination } from './doctor/destination.ts'
import { lookAtHost } from './doctor/host.ts'
import { lookAtKeys } from './doctor/keys.ts'
import type { Role } from './doctor/role-rights.ts'
import type { Outcome } from './outcome.ts'
import { chosenDestinations, keepsOnlyAdopted } from './repository/destination.ts'
import { selectJobs } from './repository/select.ts'
import { sourceContextOf } from './repository/source-context.ts'

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
    groups.push({
      subject: `destination ${name}`,
      findings: await attempt(() =>
        keepsOnlyAdopted(context, name)
          ? lookAtAdopted(context, name)
          : lookAtDestination(context, name, role),
      ),
    })
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
