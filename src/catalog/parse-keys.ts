import { isJobName, parseId } from './ids.ts'
import type { BackupName } from './keys.ts'

/** The time that `preciseTime` wrote; undefined for any other text. */
export function parsePreciseTime(text: string): Date | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3})Z$/.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1)
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time.getTime()) ? undefined : time
}

function parsed(key: string, pattern: RegExp): (BackupName & { readonly rest: string }) | undefined {
  const match = pattern.exec(key)
  const [job = '', id = '', rest = ''] = match?.slice(1) ?? []
  return isJobName(job) && parseId(id) ? { job, id, rest } : undefined
}

function named(key: string, pattern: RegExp): BackupName | undefined {
  const found = parsed(key, pattern)
  return found && { job: found.job, id: found.id }
}

export function parseManifestKey(key: string): BackupName | undefined {
  return named(key, /^manifests\/([^/]+)\/([^/]+)\.json$/)
}

/** Of any object under `data/`: whose it is, and its key below the backup's prefix. */
export function parseDataKey(key: string): (BackupName & { readonly rest: string }) | undefined {
  return parsed(key, /^data\/([^/]+)\/([^/]+)\/(.+)$/)
}

export function parseStateKey(key: string): BackupName | undefined {
  return named(key, /^state\/([^/]+)\/([^/]+)\.age$/)
}

export function parseWrapKey(key: string): (BackupName & { readonly n: number }) | undefined {
  const found = parsed(key, /^keys\/([^/]+)\/([^/]+)\/([1-9]\d{0,5})\.age$/)
  return found && { job: found.job, id: found.id, n: Number(found.rest) }
}

export function parseProofKey(key: string): (BackupName & { readonly time: Date }) | undefined {
  const found = parsed(key, /^proofs\/([^/]+)\/([^/]+)\/([^/]+)\.json$/)
  const time = found && parsePreciseTime(found.rest)
  return found && time && { job: found.job, id: found.id, time }
}

export function parseHoldKey(key: string): BackupName | undefined {
  return named(key, /^holds\/([^/]+)\/([^/]+)\.json$/)
}

export function parseShreddedKey(key: string): BackupName | undefined {
  return named(key, /^shredded\/([^/]+)\/([^/]+)\.json$/)
}

const logPatterns = {
  drill: /^logs\/([^/]+)\/([^/]+?)-drill-([^/]+)\.json$/,
  verify: /^logs\/([^/]+)\/([^/]+?)-verify-([^/]+)\.json$/,
}

/** Of the log of a run, a drill or a verification; the latter two have times of their own. */
export function parseLogKey(
  key: string,
): (BackupName & { readonly drill?: Date; readonly verify?: Date }) | undefined {
  const run = named(key, /^logs\/([^/]+)\/([^/]+)\.json$/)
  if (run) return run
  for (const kind of ['drill', 'verify'] as const) {
    const found = parsed(key, logPatterns[kind])
    const time = found && parsePreciseTime(found.rest)
    if (time) return { job: found.job, id: found.id, [kind]: time }
  }
  return undefined
}
