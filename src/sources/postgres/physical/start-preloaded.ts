import type { SourceContext } from '../../../domain/source.ts'
import { hasCode } from '../../../errors/error.ts'
import type { LocalServer } from '../throwaway/run-server.ts'
import { type CopiedCluster, startCopy } from './copy-server.ts'

const noLibrary = /could not (?:access file|load library)/

/** With the libraries that the original loads, where they are installed here; else without, and says so. */
export async function startPreloaded(
  context: SourceContext,
  cluster: Omit<CopiedCluster, 'preload'>,
  preload: string,
): Promise<LocalServer> {
  try {
    return await startCopy({ ...cluster, preload }, context)
  } catch (error) {
    if (preload === '' || !hasCode(error, 'server-not-started')) throw error
    if (!noLibrary.test(`${error.message} ${JSON.stringify(error.context.logs)}`)) throw error
    context.warn({
      severity: 'warning',
      code: 'libraries-missing',
      message: `the copy runs without the libraries that the server loads at its start: ${preload}`,
      hint: 'Install their packages on the host that drills, or name an image that has them.',
    })
    return startCopy({ ...cluster, preload: '' }, context)
  }
}
