import { HoldfastError } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { environmentForChildren } from '../repository/child-environment.ts'
import { shellWords } from './shell-words.ts'

/**
 * Runs a hook's argv; no shell is involved. Job, id and status reach it as HOLDFAST_JOB, HOLDFAST_ID and HOLDFAST_STATUS.
 * Errors: `hook-failed`, naming the hook and its last words.
 */
export async function runHook(
  context: CommandContext,
  name: 'before' | 'after' | 'on-failure',
  argv: readonly string[] | undefined,
  about: { job: string; id?: string; status?: string },
): Promise<void> {
  const [command, ...args] = argv ?? []
  if (command === undefined) return
  try {
    await runTool({
      command,
      args,
      environment: {
        ...environmentForChildren(context),
        HOLDFAST_JOB: about.job,
        HOLDFAST_ID: about.id ?? '',
        HOLDFAST_STATUS: about.status ?? '',
      },
      cwd: context.config.directory,
      // A hook for a failure must still run when the run itself was interrupted.
      signal: name === 'on-failure' ? AbortSignal.timeout(5_000) : context.signal,
    })
  } catch (cause) {
    const { message } = asHoldfastError(cause)
    throw new HoldfastError('hook-failed', `the ${name} hook of job ${about.job} failed: ${message}`, {
      hint: `Run \`${shellWords([command, ...args])}\` by hand in ${context.config.directory} to see why, or remove hooks.${name}.`,
      context: { job: about.job, hook: name },
      cause,
    })
  }
}
