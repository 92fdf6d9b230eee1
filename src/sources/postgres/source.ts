import type { Source } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { drillDump } from './drill/drill.ts'
import { captureDump } from './dump/capture.ts'
import { restoreDump } from './restore/restore.ts'
import type { PostgresSettings } from './settings.ts'

export type { PostgresSettings } from './settings.ts'

function notBuilt(what: string): HoldfastError {
  return new HoldfastError('driver-not-built', `${what} of a postgres source is not built in this version`, {
    hint: 'Use another method or format.',
  })
}

function demand(settings: PostgresSettings | undefined): PostgresSettings {
  if (settings === undefined) throw new HoldfastError('usage', 'a postgres source needs its settings')
  return settings
}

/** A PostgreSQL server: dumps of its databases. Without settings it can only restore and drill. */
export function createPostgresSource(given: PostgresSettings | undefined): Source {
  return {
    type: 'postgres',
    incremental: false,
    preflight: async () => [],
    async capture(context) {
      const settings = demand(given)
      if (settings.method === 'physical') throw notBuilt('method: physical')
      return captureDump(settings, context)
    },
    async restore(context, chain, options) {
      if (chain[0]?.description.method === 'physical') throw notBuilt('a restore of method: physical')
      return restoreDump(given?.jobs ?? 1, context, chain, options)
    },
    async drill(context, chain, options) {
      if (chain[0]?.description.method === 'physical') throw notBuilt('a drill of method: physical')
      return drillDump(context, chain, options)
    },
  }
}
