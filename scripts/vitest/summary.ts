/** What a test run came to. */
export interface RunCounts {
  passed: number
  failed: number
  /** Tests that did not run, by file. */
  leftOut: Map<string, number>
}

interface Surroundings {
  readonly counts: RunCounts
  readonly tools: { readonly found: readonly string[]; readonly missing: readonly string[] }
  /** Whatever is missing or left out is a failure. */
  readonly required: boolean
  /** Only some tests were asked for by name, so that those left out say nothing. */
  readonly selective: boolean
}

interface Summary {
  readonly lines: string[]
  readonly passed: number
  readonly failed: number
  readonly mustFail: boolean
}

const list = (names: readonly string[]) => (names.length ? names.join(', ') : 'none')

/** Renders the surroundings of a run, and counts what is missing as failed where everything is required. */
export function summarise({ counts, tools, required, selective }: Surroundings): Summary {
  const lines = [`Real tools found: ${list(tools.found)}`]
  if (tools.missing.length) {
    lines.push(`Real tools missing: ${list(tools.missing)}; \`npm run setup:services\` installs them`)
  }
  const leftOut = selective ? [] : [...counts.leftOut].sort()
  const tests = leftOut.reduce((sum, [, count]) => sum + count, 0)
  if (leftOut.length) {
    lines.push(`Tests left out: ${tests}`, ...leftOut.map(([file, count]) => `  ${file}: ${count}`))
  } else if (!selective) {
    lines.push('Tests left out: none')
  }
  const extra = required ? tools.missing.length + tests : 0
  if (extra) lines.push('HOLDFAST_REQUIRE=all: what is missing or left out counts as failed')
  return { lines, passed: counts.passed, failed: counts.failed + extra, mustFail: extra > 0 }
}
