import { userInfo } from 'node:os'
import type { Finding } from '../../domain/finding.ts'
import type { SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { findTool, installHint } from '../../process/tools.ts'
import { allowCommand, missingPermissions, parseAllowed } from './allow.ts'
import { callZfs } from './call.ts'
import { type Dataset, listDatasets, poolFeatures, poolOf } from './datasets.ts'
import { zfsVersion } from './describe.ts'
import type { ZfsSettings } from './settings.ts'

function asFinding(error: unknown): Finding {
  if (!(error instanceof HoldfastError)) throw error
  const { code, message, hint } = error
  return { severity: 'error', code, message, ...(hint === undefined ? {} : { hint }) }
}

/** What a user that is not root lacks, with the line that gives it. */
async function lookAtRights(
  context: SourceContext,
  { dataset }: ZfsSettings,
  user: string,
): Promise<Finding[]> {
  const allowed = parseAllowed(await callZfs(context, 'allow', dataset), user, dataset)
  const missing = missingPermissions(allowed)
  const root: Finding = {
    severity: 'info',
    code: 'needs-root',
    message: 'drills (a pool on a file), mounting and `zfs load-key` of a restore need root here',
    hint: 'Let drills run as root, or name a dataset as drill-parent that this user may create and receive in.',
  }
  if (missing.length === 0) {
    return [{ severity: 'ok', code: 'zfs-allowed', message: `${user} may send ${dataset}` }, root]
  }
  return [
    {
      severity: 'error',
      code: 'source-unreadable',
      message: `${user} lacks rights on ${dataset}: ${missing.join(', ')}`,
      hint: `Give them, as root: \`${allowCommand(user, dataset)}\`.`,
      command: allowCommand(user, dataset),
    },
    root,
  ]
}

async function lookAtFeatures(
  context: SourceContext,
  { dataset, keepBase, raw }: ZfsSettings,
  { encrypted }: Dataset,
): Promise<Finding[]> {
  if (keepBase === 'snapshot') return []
  const features = await poolFeatures(context, poolOf(dataset))
  const needed = raw === true || (raw === 'auto' && encrypted) ? 'bookmark_v2' : 'bookmarks'
  if (features.has(needed)) return []
  return [
    {
      severity: 'info',
      code: 'no-bookmarks',
      message: `the pool lacks ${needed}: the snapshot of the last backup stays, and its space with it`,
      hint: `Enable it if every system that imports the pool knows it: \`zpool set feature@${needed}=enabled ${poolOf(dataset)}\`.`,
    },
  ]
}

/** What stands in the way of a backup: the tool, the module, the dataset, rights. */
export async function preflightZfs(settings: ZfsSettings, context: SourceContext): Promise<Finding[]> {
  if ((await findTool('zfs', context.environment)) === undefined) {
    const hint = installHint('zfs')
    return [{ severity: 'error', code: 'tool-missing', message: 'zfs is not installed', hint }]
  }
  try {
    const version = await zfsVersion(context)
    const [dataset] = await listDatasets(context, settings.dataset, false)
    const findings: Finding[] = [
      { severity: 'ok', code: 'tool-found', message: `OpenZFS ${version}` },
      { severity: 'ok', code: 'source-readable', message: `${settings.dataset} is there` },
    ]
    if (dataset !== undefined) findings.push(...(await lookAtFeatures(context, settings, dataset)))
    const user = process.geteuid?.() ?? 0
    if (user !== 0) findings.push(...(await lookAtRights(context, settings, userInfo().username)))
    return findings
  } catch (error) {
    return [asFinding(error)]
  }
}
