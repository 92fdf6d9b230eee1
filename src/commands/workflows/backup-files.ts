import { legsOf } from '../plan/legs.ts'
import { backupInputs, backupText } from './backup-text.ts'
import { doctorMinutes, doctorSteps, doctorText, doctorTriggers } from './doctor-text.ts'
import { planLines } from './environment-lines.ts'
import { fleetText } from './fleet-text.ts'
import { needsOf } from './needs.ts'
import { isHosted } from './places.ts'
import { configInput, type Plant, roles, tellFiles, type WorkflowFile } from './plant.ts'
import { backupSchedule } from './schedule.ts'
import { actionStep, usesOf, type WorkflowJob } from './steps.ts'

/** `backup.yml` for one runner, `fleet.yml` for several, and `doctor.yml` beside it. */
export function backupFiles(plant: Plant): WorkflowFile[] {
  const { context, settings, jobs, config } = plant
  const legs = legsOf(jobs)
  const [first] = legs
  if (first === undefined) return []
  const names = jobs.map(({ name }) => name)
  const hosted = legs.some(({ runner }) => isHosted(runner))
  const needs = needsOf(context, 'backup', { jobs: names, hosted })
  const { destinationNames: destinations } = context.config
  const ofDoctor = needsOf(context, 'backup', { jobs: names, destinations, hosted })
  tellFiles(plant, [needs])
  const schedule = backupSchedule(names.map((name) => context.config.job(name)))
  const uses = usesOf(settings.actions, 'backup')
  const setup = usesOf(settings.actions, 'setup')
  if (legs.length === 1) {
    const { runner } = first
    const environment = first.environment === '' ? roles.backup.environment : first.environment
    const text = backupText(schedule, needs.oidc, {
      id: 'backup',
      runner,
      environment,
      role: 'its role may write; it may not delete, nor read data',
      minutes: roles.backup.minutes,
      uses,
      inputs: [...configInput(plant), ...backupInputs],
      env: needs.env,
    })
    const steps = doctorSteps({ setup, config, fleet: false, env: ofDoctor.env })
    return [
      { name: 'backup.yml', text, needs: [{ environment, lines: needs.env }] },
      {
        name: 'doctor.yml',
        text: doctorText({ runner, environment, oidc: ofDoctor.oidc, steps }),
        needs: [],
      },
    ]
  }
  const plan = {
    uses: usesOf(settings.actions, 'plan'),
    inputs: configInput(plant),
    env: planLines(context.config, names),
  }
  const ofLeg: WorkflowJob['inputs'] = [['jobs', '${{ matrix.jobs }}'] as const, ['due', 'true'] as const]
  const inputs = [...configInput(plant), ...ofLeg]
  const fleet = fleetText({
    name: 'Fleet backup',
    word: 'backup',
    triggers: `${schedule}  workflow_dispatch:\n`,
    oidc: needs.oidc,
    legs: legs.length,
    plan,
    minutes: roles.backup.minutes,
    steps: actionStep({ uses, inputs, env: needs.env }),
  })
  const doctor = fleetText({
    name: 'Backup doctor',
    word: 'doctor',
    triggers: doctorTriggers,
    oidc: ofDoctor.oidc,
    legs: legs.length,
    plan,
    minutes: doctorMinutes,
    steps: doctorSteps({ setup, config, fleet: true, env: ofDoctor.env }),
  })
  const secrets = legs.map((leg) => ({
    environment: leg.environment,
    lines: needsOf(context, 'backup', { jobs: leg.jobs.split(','), hosted }).env,
  }))
  return [
    { name: 'fleet.yml', text: fleet, needs: secrets },
    { name: 'doctor.yml', text: doctor, needs: [] },
  ]
}
