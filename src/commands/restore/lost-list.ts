import { writeFile } from 'node:fs/promises'
import type { Finding } from '../../domain/finding.ts'
import type { Lost, SalvageResult } from '../../domain/salvage.ts'
import type { HoldfastError } from '../../errors/error.ts'
import type { RestoreResultRecord } from '../../report/results.ts'

/** As many as fit a document that a person or an action reads; the file has them all. */
const shown = 100

const byPath = (a: Lost, b: Lost): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** Keys of what is damaged: of all that was met, and of all that was lost to it. */
function keysOf(damage: readonly HoldfastError[], lost: readonly Lost[]): string[] {
  const keys = [...damage.map(({ context }) => context.key), ...lost.map(({ object }) => object)]
  return [...new Set(keys.filter((key) => typeof key === 'string'))].sort()
}

/** What `--json` and the view say of a salvage, beside what any restore says. */
export type LossRecord = Pick<
  RestoreResultRecord,
  'damaged' | 'damagedCount' | 'lost' | 'lostCount' | 'lostFile'
>

/**
 * Lists what was lost: all of it beside the target as `<target>.lost-<id>.jsonl`, the first of it in the result. Where
 * no file can be written all names are in a finding instead.
 */
export async function listLosses(
  { lost }: Pick<SalvageResult, 'lost'>,
  damage: readonly HoldfastError[],
  target: string,
  id: string,
): Promise<{ readonly record: LossRecord; readonly findings: readonly Finding[] }> {
  const sorted = lost.toSorted(byPath)
  const keys = keysOf(damage, sorted)
  const record = {
    damaged: keys.slice(0, shown),
    damagedCount: keys.length,
    lost: sorted.slice(0, shown),
    lostCount: sorted.length,
  }
  if (sorted.length === 0) return { record, findings: [] }
  const lostFile = `${target}.lost-${id}.jsonl`
  const lines = sorted.map((each) => `${JSON.stringify(each)}\n`).join('')
  try {
    await writeFile(lostFile, lines, { mode: 0o600 })
    return { record: { ...record, lostFile }, findings: [] }
  } catch (error) {
    const finding: Finding = {
      severity: 'warning',
      code: 'lost-list-unwritten',
      message: `${lostFile} cannot be written: ${(error as Error).message}`,
      hint: 'What was lost is listed here instead; a target whose parent directory can be written gets a file.',
      names: sorted.map(({ path, why }) => `${path}: ${why}`),
    }
    return { record, findings: [finding] }
  }
}
