import type { ByteString } from '../../domain/index-entry.ts'
import { displayPath } from './byte-paths.ts'

const shown = 10

/** What was found to differ; the first ten as text. */
export interface Differences {
  count: number
  readonly first: string[]
}

/** Notes one difference. */
export function note(differences: Differences, path: ByteString, what: string): void {
  differences.count += 1
  if (differences.first.length < shown) differences.first.push(`${displayPath(path)}: ${what}`)
}
