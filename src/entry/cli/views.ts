import type { ProofResult } from '../../report/proof-result.ts'
import type * as results from '../../report/results.ts'
import { createStyle, wantsColour } from '../../report/style.ts'
import type { Verification } from '../../report/verification.ts'
import { renderBackups } from '../../report/views/backup.ts'
import { renderCleanup } from '../../report/views/cleanup.ts'
import { type DemoLine, renderDemo } from '../../report/views/demo.ts'
import { type DoctorGroup, renderDoctor } from '../../report/views/doctor.ts'
import * as files from '../../report/views/files.ts'
import { renderRekey, renderShred } from '../../report/views/keys.ts'
import { renderList } from '../../report/views/list.ts'
import { renderMatrix, renderPlan } from '../../report/views/plan.ts'
import { renderEnvelopes, renderProofs } from '../../report/views/proof.ts'
import { renderRestores } from '../../report/views/restore.ts'
import { renderShow } from '../../report/views/show.ts'
import { renderReport, renderStatus } from '../../report/views/status.ts'
import { renderSync } from '../../report/views/sync.ts'
import { renderTests } from '../../report/views/test.ts'
import { renderVerifications } from '../../report/views/verify.ts'
import type { View } from '../../report/views/view.ts'
import { renderWorkflows } from '../../report/views/workflows.ts'
import type { Options } from './options.ts'

type Render = (results: readonly never[], view: View, options: Options) => string

const views: Readonly<Record<string, Render>> = {
  backup: (list: readonly results.BackupResult[], view) => renderBackups(list, view),
  snapshot: (list: readonly { readonly snapshots: readonly string[] }[]) =>
    list.flatMap(({ snapshots }) => snapshots).join('\n'),
  list: (list: readonly results.ListResult[], view) => renderList(list, view),
  status: (list: readonly results.StatusResult[], view) => renderStatus(list, view),
  cleanup: (list: readonly results.CleanupResult[], view) => renderCleanup(list, view),
  sync: (list: readonly results.SyncResult[], view) => renderSync(list, view),
  test: (list: readonly results.TestResult[], view) => renderTests(list, view),
  verify: (list: readonly Verification[], view) => renderVerifications(list, view),
  drill: (list: readonly Verification[], view) => renderVerifications(list, view),
  restore: (list: readonly results.RestoreResultRecord[], view) => renderRestores(list, view),
  show: (list: readonly results.ShowResult[], view) =>
    list.map((result) => renderShow(result, view)).join('\n\n'),
  schema: (list: readonly object[]) => JSON.stringify(list[0], undefined, 2),
  completion: (list: readonly { readonly script: string }[]) => list[0]?.script ?? '',
  init: (list: readonly files.WrittenFile[], view) => files.renderInit(list, view),
  keygen: (list: Parameters<typeof files.renderKeys>[0], view) => files.renderKeys(list, view),
  hold: (list: Parameters<typeof files.renderHolds>[0], view) => files.renderHolds(list, view),
  release: (list: Parameters<typeof files.renderHolds>[0], view) => files.renderHolds(list, view),
  logs: (list: Parameters<typeof files.renderLogs>[0], view) => files.renderLogs(list, view),
  demo: (list: readonly DemoLine[], view) => renderDemo(list, view),
  report: (list: readonly results.ReportResult[], view) => renderReport(list, view),
  proof: (list: readonly ProofResult[], view, options) =>
    options.export === 'json' ? renderEnvelopes(list) : renderProofs(list, view),
  plan: (list: readonly results.PlanLeg[], view, options) =>
    options.for === 'github' ? renderMatrix(list) : renderPlan(list, view),
  workflows: (list: readonly results.WorkflowResult[], view) => renderWorkflows(list, view),
  rekey: (list: Parameters<typeof renderRekey>[0], view, options) =>
    renderRekey(list, view, options.dropOld === true),
  shred: (list: Parameters<typeof renderShred>[0], view) => renderShred(list, view),
  doctor: (list: readonly DoctorGroup[], view) => renderDoctor(list, view),
}

export interface Screen {
  readonly now: Date
  readonly isTerminal: boolean
  readonly width?: number
  /** Those of the command line: some commands show the same results in more than one way. */
  readonly options: Options
}

/** The text of a command's results for people; empty where a command has none of its own. */
export function viewOf(command: string, list: readonly object[], screen: Screen): string {
  const { now, isTerminal, width, options } = screen
  const view: View = {
    style: createStyle(wantsColour(process.env, isTerminal)),
    now,
    ...(width === undefined ? {} : { width }),
  }
  const render = views[command]
  return render ? render(list as readonly never[], view, options) : ''
}
