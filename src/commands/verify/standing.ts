import type { CatalogueEntry } from '../../catalog/entry.ts'
import { branchPrefix } from '../../catalog/keys.ts'
import { parseLogKey } from '../../catalog/parse-keys.ts'
import type { VerifySettings } from '../../config/settings.ts'
import type { Standing } from '../../drill/turns.ts'
import type { CommandContext } from '../context.ts'
import type { Destination } from '../repository/destination.ts'
import { wasReadHere } from '../repository/read-here.ts'
import { readingsAt } from '../repository/readings.ts'
import { verdictsOf } from '../repository/verdicts.ts'
import type { Depth } from './options.ts'

/** When the last drill or verification of a job there left a log; one that came to no verdict leaves nothing else. */
async function lastLogged({ store }: Destination, job: string, kind: 'drill' | 'verify') {
  let last: Date | undefined
  for await (const { key } of store.list(branchPrefix('logs', job))) {
    const time = parseLogKey(key)?.[kind]
    if (time && (last === undefined || time > last)) last = time
  }
  return last
}

/** What drills proved there; proofs that `sync` brought along are of other destinations. */
function drillsOf(context: CommandContext, { name }: Destination, points: readonly CatalogueEntry[]) {
  const { passed, verdict } = verdictsOf(points, wasReadHere(context, name))
  return {
    lastPass: passed && new Date(passed.finishedAt.getTime() - passed.rtoSeconds * 1000),
    failed: verdict?.result === 'failed',
  }
}

/** The last reading of at least this depth, of all objects, that found anything whole. */
async function readingsOf(context: CommandContext, destination: Destination, job: string, depth: Depth) {
  const readings = await readingsAt(context, destination, job)
  const pass = readings.find(
    (reading) =>
      reading.sample === undefined &&
      reading.backups.length > 0 &&
      (depth === 'checksum' || reading.depth === depth),
  )
  return { lastPass: pass && new Date(pass.startedAt) }
}

/** How a job stands at a destination: what was shown there, and when one last tried. Listings alone are always due. */
export async function standingOf(
  context: CommandContext,
  destination: Destination,
  job: string,
  points: readonly CatalogueEntry[],
  depth: Depth,
  verify: VerifySettings | undefined,
): Promise<Standing> {
  const every = verify?.every
  if (depth === 'exists') return { every: undefined }
  const restores = depth === 'restore'
  const found = restores
    ? drillsOf(context, destination, points)
    : await readingsOf(context, destination, job, depth)
  return { every, ...found, lastAttempt: await lastLogged(destination, job, restores ? 'drill' : 'verify') }
}
