interface Edit {
  /** `-` only before, `+` only after, a space for both. */
  readonly sign: ' ' | '-' | '+'
  readonly line: string
}

/** Lengths of the longest common subsequences of all ends of two lists of lines. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const [row, below] = [table[i], table[i + 1]]
    if (!row || !below) continue
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}

function edits(before: readonly string[], after: readonly string[]): Edit[] {
  const table = commonLengths(before, after)
  const found: Edit[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]]
    if (i < before.length && j < after.length && old === fresh) {
      found.push({ sign: ' ', line: old ?? '' })
      i += 1
      j += 1
    } else if (
      j >= after.length ||
      (i < before.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    ) {
      found.push({ sign: '-', line: old ?? '' })
      i += 1
    } else {
      found.push({ sign: '+', line: fresh ?? '' })
      j += 1
    }
  }
  return found
}

/**
 * What has to change in `before` to make it `after`, as lines with `-`, `+` or a space before them, two lines around
 * each change; `…` stands for what is left out. Empty where the two are alike. For texts of some hundred lines.
 */
export function lineDiff(before: string, after: string): string[] {
  if (before === after) return []
  const lines = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))
  const all = edits(lines(before), lines(after))
  const near = (index: number) =>
    all.slice(Math.max(0, index - 2), index + 3).some(({ sign }) => sign !== ' ')
  const shown: string[] = []
  for (const [index, { sign, line }] of all.entries()) {
    if (near(index)) shown.push(`${sign} ${line}`.trimEnd())
    else if (shown.at(-1) !== '…') shown.push('…')
  }
  return shown
}
