import type { Source } from '../../domain/source.ts'
import { drillDump } from './drill/logical.ts'
import { captureDump } from './logical/capture.ts'
import { preflightMysql } from './preflight.ts'
import { onlyLink } from './restore/link.ts'
import { restoreDump } from './restore/restore.ts'
import type { MysqlSettings } from './settings.ts'

export type { MysqlSettings } from './settings.ts'

/** A MySQL or MariaDB server. */
export function createMysqlSource(settings: MysqlSettings): Source {
  const [database] = settings.databases ?? []
  return {
    type: 'mysql',
    incremental: false,
    templateWords: { database: database ?? 'all' },
    preflight: (context) => preflightMysql(settings, context),
    capture: (context) => captureDump(settings, context),
    restore: restoreDump,
    drill: (context, chain, options) => drillDump(settings, context, onlyLink(chain), options),
  }
}
