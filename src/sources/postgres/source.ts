import type { Chain, Source } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { parseUri } from './connection/uri.ts'
import { databaseContents } from './drill/contents.ts'
import { drillDump } from './drill/drill.ts'
import { captureDump } from './dump/capture.ts'
import { checkDumpContents } from './dump/contents.ts'
import { checkPhysicalContents } from './physical/check-contents.ts'
import { createPhysicalSource } from './physical/source.ts'
import { preflightDump } from './preflight/dump.ts'
import { restoreDump } from './restore/restore.ts'
import type { PostgresSettings } from './settings.ts'
import { dropMade } from './throwaway/url.ts'

export type { PostgresSettings } from './settings.ts'

function demand(settings: PostgresSettings | undefined): PostgresSettings {
  if (settings === undefined) throw new HoldfastError('usage', 'a postgres source needs its settings')
  return settings
}

/** Whether a backup is a copy of a whole server; what the settings say now need not be what they said then. */
const isCopy = (chain: Chain): boolean => chain.at(-1)?.description.method === 'physical'

/** The database of the URL, for names of objects. An URL that cannot be read is told about when it is used. */
function databaseOf({ url, databases }: PostgresSettings): string | undefined {
  if (databases?.length === 1) return databases[0]
  try {
    return parseUri(url.reveal()).dbname
  } catch {
    return undefined
  }
}

/** A PostgreSQL server: dumps of its databases, or copies of the whole. Without settings it can only restore and drill. */
export function createPostgresSource(given: PostgresSettings | undefined): Source {
  const physical = createPhysicalSource(given)
  const database = given && databaseOf(given)
  return {
    type: 'postgres',
    ...(database !== undefined && { templateWords: { database } }),
    incremental: given?.method === 'physical',
    drillsOnServer: true,
    copies: {
      canStay: ({ method }) => method !== 'physical',
      contents: databaseContents,
      drop: (context, made) => dropMade(made, context),
    },
    async preflight(context) {
      if (given?.method === 'physical') return physical.preflight(context)
      return given === undefined ? [] : preflightDump(given, context)
    },
    async capture(context) {
      const settings = demand(given)
      if (settings.method === 'physical') return physical.capture(context)
      return captureDump(settings, context)
    },
    async restore(context, chain, options) {
      if (isCopy(chain)) return physical.restore(context, chain, options)
      return restoreDump(given?.jobs ?? 1, context, chain, options)
    },
    async drill(context, chain, options) {
      if (isCopy(chain)) return physical.drill(context, chain, options)
      return drillDump(context, chain, options)
    },
    contents: async (context, chain) =>
      isCopy(chain) ? checkPhysicalContents(chain) : checkDumpContents(context, chain),
  }
}
