import type { CaptureContext } from '../../../domain/source.ts'
import type { Address } from '../connection/address.ts'
import { resolveAddress } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'
import type { Client } from '../server/client.ts'
import { readFacts, type ServerFacts } from '../server/facts.ts'
import type { MysqlSettings } from '../settings.ts'
import { checkDatadir } from './datadir.ts'
import { findToolInside, identityInside } from './inside.ts'
import { datadirIdentity, type LogPosition, logPosition } from './lsn.ts'
import { sizesOf, whileLocked } from './sizes.ts'
import { checkSpool } from './spool-room.ts'
import { type CopyState, changeSince, decodeState } from './state.ts'
import { findCopyTool } from './tool.ts'

/** All that is known before a hot copy begins. */
export interface CopyPlan {
  readonly address: Address
  readonly facts: ServerFacts
  readonly tool: Client
  /** As this machine sees it, or the container where the tool runs there. */
  readonly datadir: string
  readonly position: LogPosition
  readonly tables: number
  /** Bytes of all tables. */
  readonly estimate: number
  readonly now: Omit<CopyState, 'toLsn'>
  readonly since?: CopyState
  readonly fullBecause?: string
}

/** The tool and the files that it is to read, on this host or in the server's container. */
async function findAll(context: CaptureContext, settings: MysqlSettings, facts: ServerFacts) {
  const { container, via, tool } = settings
  if (via === 'exec' && container !== undefined) {
    return {
      tool: await findToolInside(context, settings, container, facts),
      datadir: facts.datadir,
      identity: await identityInside(context, settings, container, facts),
    }
  }
  const found = await findCopyTool(context, facts.version, tool)
  const datadir = await checkDatadir(context, settings, facts)
  return { tool: found, datadir, identity: await datadirIdentity(datadir) }
}

/** Looks at the server, its files and the tool, and decides what an increment builds upon. */
export async function planCopy(context: CaptureContext, settings: MysqlSettings): Promise<CopyPlan> {
  const address = await resolveAddress(context, settings)
  const session = await openSession(address, context.signal)
  try {
    const facts = await readFacts(session)
    const { tool, datadir, identity } = await findAll(context, settings, facts)
    const sizes = await sizesOf(session)
    await checkSpool(context.scratch, whileLocked(sizes, facts))
    const position = await logPosition(session)
    const now = {
      format: 1,
      type: 'mysql',
      serverUuid: facts.uuid,
      tool: `${tool.version.flavor} ${tool.version.text}`,
      datadir: identity,
    } as const
    const { parent } = context
    const wanted = context.level > 0
    const since = wanted && parent ? decodeState(parent.state) : undefined
    const change = !wanted
      ? undefined
      : parent === undefined
        ? 'there is no backup to build upon'
        : changeSince(since, now, position.lsn)
    const usable = wanted && change === undefined ? since : undefined
    return {
      address,
      facts,
      tool,
      datadir,
      position,
      tables: sizes.tables,
      estimate: sizes.all,
      now,
      ...(usable && { since: usable }),
      ...(change && { fullBecause: change }),
    }
  } finally {
    await session.close()
  }
}
