import type { CatalogueEntry, ProofSummary } from '../../catalog/entry.ts'

/** The item of the latest time, of several the first; undefined where there is none. */
export function newest<T>(items: readonly T[], time: (item: T) => Date): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || time(item) > time(best) ? item : best),
    undefined,
  )
}

const finished = ({ finishedAt }: ProofSummary) => finishedAt

/** The newest drill of these backups that passed, and the newest that came to a verdict, of those that `counts` lets in. */
export function verdictsOf(
  points: readonly CatalogueEntry[],
  counts: (proof: ProofSummary) => boolean,
): { readonly passed: ProofSummary | undefined; readonly verdict: ProofSummary | undefined } {
  return {
    passed: newest(points.flatMap(({ lastPass }) => lastPass ?? []).filter(counts), finished),
    verdict: newest(points.flatMap(({ lastVerdict }) => lastVerdict ?? []).filter(counts), finished),
  }
}
