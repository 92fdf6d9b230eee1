import type { DrillCheck } from '../../domain/drill.ts'
import type { SourceContext } from '../../domain/source.ts'
import { hasCode } from '../../errors/error.ts'
import { callZfs, callZpool } from './call.ts'
import { type DatasetPrint, readProperties } from './fingerprint.ts'

/** A dataset of a drill: what was received, and what it has to be. */
export interface Copy {
  readonly dataset: string
  readonly print: DatasetPrint
}

/** One check over several datasets: only those that differ are named. */
export function checkOf(name: string, what: string, of: number, wrong: readonly string[]): DrillCheck {
  const found = wrong.length === 0 ? `${of} ${what}` : `different: ${wrong.join('; ')}`
  return { name, result: wrong.length === 0 ? 'passed' : 'failed', expected: `${of} ${what}`, found }
}

/** The snapshots that were received have the guids that the backup noted. */
export async function checkGuids(context: SourceContext, copies: readonly Copy[]): Promise<DrillCheck> {
  const wrong: string[] = []
  for (const { dataset, print } of copies) {
    const args = ['list', '-Hp', '-t', 'snapshot', '-o', 'guid', `${dataset}@${print.snapshot}`]
    const guid = (await callZfs(context, ...args).catch(noDataset)).trim()
    if (guid !== print.guid) wrong.push(`${print.name} has ${guid || 'no snapshot'}, not ${print.guid}`)
  }
  return checkOf('snapshots', 'snapshot guids', copies.length, wrong)
}

function noDataset(error: unknown): string {
  if (hasCode(error, 'tool-failed')) return ''
  throw error
}

/** What was set on the datasets came with them. */
export async function checkProperties(
  context: SourceContext,
  copies: readonly Copy[],
): Promise<DrillCheck[]> {
  const set = copies.filter(({ print }) => Object.keys(print.properties).length > 0)
  if (set.length === 0) return []
  const names = set.map(({ dataset }) => dataset)
  const received = await readProperties(context, names, 'received')
  const local = await readProperties(context, names, 'local,received')
  const wrong: string[] = []
  let count = 0
  for (const { dataset, print } of set) {
    for (const [property, expected] of Object.entries(print.properties)) {
      // A throwaway copy reserves nothing and has no limits.
      if (/quota|reservation/.test(property)) continue
      count += 1
      const found = received.get(dataset)?.[property] ?? local.get(dataset)?.[property]
      if (found !== expected)
        wrong.push(`${property} of ${print.name} is ${found ?? 'not set'}, not ${expected}`)
    }
  }
  return [checkOf('properties', 'properties', count, wrong)]
}

/** ZFS reads every block of the throwaway pool. */
export async function checkScrub(context: SourceContext, pool: string): Promise<DrillCheck> {
  await callZpool(context, 'scrub', '-w', pool)
  const status = await callZpool(context, 'status', pool)
  const scan = /scan: (scrub repaired .*)/.exec(status)?.[1] ?? 'no scrub'
  const good = /with 0 errors/.test(scan) && /errors: No known data errors/.test(status)
  return {
    name: 'scrub',
    result: good ? 'passed' : 'failed',
    expected: 'no errors',
    found: good ? 'no errors' : scan,
  }
}
