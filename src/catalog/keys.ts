import { percentEncode } from './percent-encode.ts'

/** The keys of a repository, format 1, relative to the destination's prefix. Nothing else makes or reads keys. */

export const repositoryKey = 'holdfast.json'
export const restoreGuideKey = 'RESTORE.md'

/** A job's backup. */
export interface BackupName {
  readonly job: string
  readonly id: string
}

/** The first segment of keys that are made per backup. */
export type Branch = 'manifests' | 'data' | 'state' | 'keys' | 'proofs' | 'logs' | 'holds' | 'shredded'

/** Ends with a slash: the prefix of a branch, or of one job in it. */
export function branchPrefix(branch: Branch, job?: string): string {
  return job === undefined ? `${branch}/` : `${branch}/${job}/`
}

export function manifestKey(job: string, id: string): string {
  return `manifests/${job}/${id}.json`
}

/** Without a slash at its end. */
export function dataPrefix(job: string, id: string): string {
  return `data/${job}/${id}`
}

/** Where the volumes of a stream lie below `data/<job>/<id>`; without a slash at its end. */
export function streamPrefix(prefix: string, stream: string): string {
  return `${prefix}/${percentEncode(stream)}`
}

/** The last segment of a volume's key. `sha256` is that of the stored bytes, lower-case hex; `seq` counts from 0. */
export function volumeName(seq: number, sha256: string): string {
  return `${String(seq).padStart(8, '0')}-${sha256.slice(0, 12)}`
}

export function volumeKey(job: string, id: string, stream: string, seq: number, sha256: string): string {
  return `${streamPrefix(dataPrefix(job, id), stream)}/${volumeName(seq, sha256)}`
}

export function volumesListKey(job: string, id: string, sha256: string): string {
  return `${dataPrefix(job, id)}/volumes-${sha256.slice(0, 12)}.jsonl.zst`
}

export function metaKey(job: string, id: string, sha256: string): string {
  return `${dataPrefix(job, id)}/meta-${sha256.slice(0, 12)}`
}

/** The root of the index; its pages are volumes beside it. */
export function indexRootKey(job: string, id: string, sha256: string): string {
  return `${dataPrefix(job, id)}/index/root-${sha256.slice(0, 12)}`
}

/**
 * Ends with a slash. Below it lies a claim to each object that the run stores under a name of its own, outside of its
 * folder, named like that object: so cleanup finds what a run that died left there. No stream's name begins so.
 */
export function claimsPrefix(job: string, id: string): string {
  return `${dataPrefix(job, id)}/~outside/`
}

const ownPlaces =
  /^(?:(?:manifests|data|state|keys|proofs|logs|holds|shredded|leases)(?:\/|$)|holdfast\.json$|RESTORE\.md$)/

/** Whether a key is none of the format's: an object may be stored there under a name that a job chooses. */
export function isOutside(key: string): boolean {
  return !ownPlaces.test(key)
}

export function stateKey(job: string, id: string): string {
  return `state/${job}/${id}.age`
}

/** Without a slash at its end. */
export function wrapsPrefix(job: string, id: string): string {
  return `keys/${job}/${id}`
}

/** `n` counts from 1. */
export function wrapKey(job: string, id: string, n: number): string {
  return `${wrapsPrefix(job, id)}/${n}.age`
}

/** `time` as `preciseTime` writes it. */
export function proofKey(job: string, id: string, time: string): string {
  return `proofs/${job}/${id}/${time}.json`
}

export function runLogKey(job: string, id: string): string {
  return `logs/${job}/${id}.json`
}

export function drillLogKey(job: string, id: string, time: string): string {
  return `logs/${job}/${id}-drill-${time}.json`
}

/** Of a run that read stored objects back; `id` is the newest backup of which it read any. */
export function verifyLogKey(job: string, id: string, time: string): string {
  return `logs/${job}/${id}-verify-${time}.json`
}

export function auditKey(time: string): string {
  return `logs/_cleanup/${time}.json`
}

export function holdKey(job: string, id: string): string {
  return `holds/${job}/${id}.json`
}

export function shreddedKey(job: string, id: string): string {
  return `shredded/${job}/${id}.json`
}
