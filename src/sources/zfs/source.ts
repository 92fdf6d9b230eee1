import type { Source } from '../../domain/source.ts'
import { isBaseThere } from './bases.ts'
import { captureZfs } from './capture.ts'
import { poolOf } from './datasets.ts'
import { drillZfs } from './drill.ts'
import { foreignPrint } from './foreign-print.ts'
import { preflightZfs } from './preflight.ts'
import { restoreNotes, restoreZfs } from './restore.ts'
import type { ZfsSettings } from './settings.ts'
import { snapshotAlone } from './snapshot-alone.ts'

export type { ZfsSettings } from './settings.ts'

/** What a restore or a drill of an unknown job needs of settings: nothing. */
const nowhere: ZfsSettings = {
  dataset: '',
  recursive: false,
  raw: 'auto',
  snapshots: 'own',
  properties: true,
  keepBase: 'bookmark',
}

/** ZFS datasets, sent by `zfs send`, with increments of any level; one stream for each dataset. */
export function createZfsSource(given: ZfsSettings | undefined): Source {
  const settings = given ?? nowhere
  const { dataset } = settings
  return {
    type: 'zfs',
    incremental: true,
    restoresToDataset: true,
    templateWords: { pool: poolOf(dataset), dataset, basename: dataset.split('/').at(-1) ?? dataset },
    preflight: (context) => preflightZfs(settings, context),
    canBuildOn: (context, state) => isBaseThere(settings, context, state),
    capture: (context) => captureZfs(settings, context),
    snapshot: (context) => snapshotAlone(settings, context),
    restore: restoreZfs,
    restoreNotes,
    foreignPrint,
    drill: (context, chain, options) => drillZfs(settings, context, chain, options),
  }
}
