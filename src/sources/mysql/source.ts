import type { Source } from '../../domain/source.ts'
import { serverContents } from './drill/contents.ts'
import { drillDump } from './drill/logical.ts'
import { dropMade } from './drill/made.ts'
import { drillCopy } from './drill/physical.ts'
import { captureDump } from './logical/capture.ts'
import { captureCopy } from './physical/capture.ts'
import { preflightMysql } from './preflight.ts'
import { lastLink, methodOf, onlyLink } from './restore/link.ts'
import { restoreCopy, restoreDump, restorePrepared } from './restore/restore.ts'
import type { MysqlSettings } from './settings.ts'

export type { MysqlSettings } from './settings.ts'

/** A MySQL or MariaDB server: dumped, or copied hot with increments. What a backup is says the backup itself. */
export function createMysqlSource(settings: MysqlSettings): Source {
  const [database] = settings.databases ?? []
  const isPhysical = settings.method === 'physical'
  return {
    type: 'mysql',
    incremental: isPhysical,
    drillsOnServer: true,
    copies: {
      canStay: ({ method }) => method !== 'physical',
      contents: serverContents,
      drop: dropMade,
    },
    templateWords: { database: database ?? 'all' },
    preflight: (context) => preflightMysql(settings, context),
    capture: (context) => (isPhysical ? captureCopy(settings, context) : captureDump(settings, context)),
    restore: (context, chain, options) =>
      methodOf(lastLink(chain)) === 'physical'
        ? restoreCopy(settings, context, chain, options)
        : restoreDump(context, chain, options),
    restoreForeign: (context, link, options) => restorePrepared(settings, context, link, options),
    drill: (context, chain, options) =>
      methodOf(lastLink(chain)) === 'physical'
        ? drillCopy(settings, context, chain, options)
        : drillDump(settings, context, onlyLink(chain), options),
  }
}
