import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planRetention } from '../../src/retention/plan.ts'
import { type GoldenCase, parsePoint, rulesOf } from './golden-case.ts'

const folder = join(import.meta.dirname, 'golden')
const tables = readdirSync(folder).map((file) => ({
  file,
  cases: JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldenCase[],
}))

function planOf(row: GoldenCase) {
  const now = new Date(row.now ?? '2026-11-21T12:00Z')
  return planRetention(row.points.map(parsePoint), rulesOf(row.rules), {
    now,
    storeNow: row.storeNow === undefined ? now : new Date(row.storeNow),
    timezone: row.timezone ?? 'UTC',
    ...(row.elsewhere ? { elsewhere: row.elsewhere.map(parsePoint) } : {}),
    ...(row.awaited ? { awaited: new Map(Object.entries(row.awaited)) } : {}),
    ...(row.failedDrill ? { failedDrill: row.failedDrill } : {}),
  })
}

describe.each(tables)('retention, golden table $file', ({ cases }) => {
  it.each(cases)('$name', (row) => {
    const plan = planOf(row)
    const side = (keep: boolean) =>
      plan.decisions.filter((each) => each.keep === keep).map(({ id, reasons }) => [id, reasons.join('; ')])
    // Entries, not objects: the order of the lines is part of the plan.
    expect(side(true)).toEqual(Object.entries(row.keep))
    expect(side(false)).toEqual(Object.entries(row.delete))
    expect(plan.note).toBe(row.note)
    expect(plan.refused?.code).toBe(row.refused)
    expect(plan.findings.map(({ code }) => code)).toEqual(row.findings ?? [])
  })
})

it('the golden tables hold at least 60 cases', () => {
  expect(tables.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(60)
})
