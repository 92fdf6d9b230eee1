import type { Finding } from './finding.ts'

/** The error of an object that is not what was written; its context names the key, where it is one object. */
export interface Damage extends Error {
  readonly context: Readonly<Record<string, unknown>>
}

/** Something that a salvage could not bring back. */
export interface Lost {
  /** As people read it; of what has no name any more a description of where it was. */
  readonly path: string
  readonly why: string
  /** The backup that holds it, or should. */
  readonly id: string
  /** Key of the object that is damaged or missing, where it is one. */
  readonly object?: string
  /** Of a stream: the first byte that is missing and the one behind the last; zeros stand there. */
  readonly from?: number
  readonly to?: number
}

export interface SalvageOptions {
  /** A directory that is absent or empty, or a file that is absent. */
  readonly target: string
  readonly include: readonly string[]
}

export interface SalvageResult {
  readonly files: number
  readonly bytes: number
  readonly lost: readonly Lost[]
  readonly warnings: readonly Finding[]
  /** Where it is, if not at the target: a file with holes. */
  readonly path?: string
}

/** The loss that an error stands for. */
export function lostBecause(path: string, id: string, error: Damage): Lost {
  const { key } = error.context
  return { path, why: error.message, id, ...(typeof key === 'string' && { object: key }) }
}
