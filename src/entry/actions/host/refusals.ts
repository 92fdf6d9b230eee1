import { realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { CommandContext } from '../../../commands/context.ts'
import { HoldfastError } from '../../../errors/error.ts'

/** A path without links, also of what does not exist yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(realPath(parent), basename(path))
  }
}

function isInside(path: string, directory: string): boolean {
  const way = relative(realPath(directory), realPath(resolve(path)))
  return way === '' || !/^\.\.(\/|$)/.test(way)
}

/** Where a destination lies on this host, if it does. What keeps it from being read the command says, with all else. */
function localPath({ config, drivers }: CommandContext, name: string): string | undefined {
  try {
    return drivers.localPath(config.destination(name))
  } catch {
    return undefined
  }
}

/**
 * Refuses to write backups where the next run of a workflow deletes them. Errors: `destination-in-workspace`.
 */
export function refuseShortLived(
  context: CommandContext,
  jobs: readonly string[],
  environment: NodeJS.ProcessEnv,
): void {
  const { config, onlyDestinations } = context
  const { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temporary } = environment
  const wanted = (jobs.length > 0 ? jobs : config.jobNames).flatMap((job) => config.job(job).to)
  const chosen = new Set(wanted.map(({ name }) => name))
  for (const name of chosen) {
    if (onlyDestinations.length > 0 && !onlyDestinations.includes(name)) continue
    const path = localPath(context, name)
    if (path === undefined) continue
    for (const [directory, what] of [
      [workspace, 'the workspace'],
      [temporary, 'RUNNER_TEMP'],
    ]) {
      if (!directory || !isInside(path, directory)) continue
      throw new HoldfastError(
        'destination-in-workspace',
        `destination ${name} lies inside ${what}: the next checkout wipes it`,
        {
          hint: 'Name a directory of the runner outside of it, such as /var/backups/holdfast, or an object store.',
          context: {
            destination: name,
            path,
            [what === 'RUNNER_TEMP' ? 'temporary' : 'workspace']: directory,
          },
        },
      )
    }
  }
}
