import type { CommandContext } from '../../../commands/context.ts'
import type { Outcome } from '../../../commands/outcome.ts'
import type { Config } from '../../../config/config.ts'
import type { Finding } from '../../../domain/finding.ts'
import type { Session } from './action-spec.ts'
import { openCachedStates } from './cached-states.ts'

/** A state identity that a runner made for itself is gone with it: then nobody opens what is cached. */
function identityWarning(config: Config): Finding[] {
  if (config.encryption().none || config.stateIdentity() !== undefined) return []
  return [
    {
      severity: 'warning',
      code: 'state-identity-missing',
      message: 'cache is set without encryption.state-identity: the next runner cannot open the cached state',
      hint: 'Set encryption.state-identity from a secret: the state-identity.txt that `holdfast keygen` wrote.',
    },
  ]
}

/** Runs a backup that reads and keeps its state in GitHub's cache where `cache` is set. */
export async function withCachedStates(
  { context, inputs, jobs }: Session,
  run: (context: CommandContext) => Promise<Outcome>,
): Promise<Outcome> {
  if (!inputs.flag('cache')) return run(context)
  const tell = (finding: Finding) => context.reporter.on({ type: 'finding', finding })
  for (const finding of identityWarning(context.config)) tell(finding)
  const states = await openCachedStates(jobs.length > 0 ? jobs : context.config.jobNames, tell)
  if (states === undefined) return run(context)
  try {
    return await run({ ...context, stateCache: states })
  } finally {
    // A run that was cancelled has seconds left, and a cache is no reason to lose them.
    await states.close(!context.signal.aborted)
  }
}
