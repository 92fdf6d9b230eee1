import type { Source } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { PostgresSettings } from '../settings.ts'
import { beginPhysical } from './begin.ts'

import { drillPhysical } from './drill.ts'
import { preflightPhysical } from './preflight.ts'
import { restorePhysical } from './restore.ts'

/** `method: physical`: the whole server, file by file; from PostgreSQL 17 on with increments. */
export function createPhysicalSource(settings: PostgresSettings | undefined): Source {
  const given = (): PostgresSettings => {
    if (settings !== undefined) return settings
    throw new HoldfastError('internal', 'a source without settings cannot be backed up')
  }
  return {
    type: 'postgres',
    incremental: true,
    preflight: (context) => preflightPhysical(given(), context),
    capture: (context) => beginPhysical(given(), context),
    restore: (context, chain, options) => restorePhysical(settings, context, chain, options),
    drill: drillPhysical,
  }
}
