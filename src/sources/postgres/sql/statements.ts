/** Where the token that begins at `at` ends, if it is a quoted one or a comment. */
function endOfQuoted(sql: string, at: number): number | undefined {
  const rest = sql.slice(at, at + 2)
  if (rest === '--') {
    const end = sql.indexOf('\n', at)
    return end < 0 ? sql.length : end
  }
  const quote = sql[at]
  if (quote !== "'" && quote !== '"') return undefined
  const escapes = quote === "'" && /[eE]/.test(sql[at - 1] ?? '')
  for (let i = at + 1; i < sql.length; i++) {
    if (escapes && sql[i] === '\\') i += 1
    else if (sql[i] === quote) {
      if (sql[i + 1] !== quote) return i + 1
      i += 1
    }
  }
  return sql.length
}

/**
 * The statements of a plain script without function bodies, as pg_dumpall writes it for roles; comments and the commands
 * of psql (`\restrict`, `\connect`) are left out.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = []
  let current = ''
  let lineStart = true
  for (let at = 0; at < sql.length; ) {
    if (lineStart && current.trim() === '' && sql[at] === '\\') {
      const end = sql.indexOf('\n', at)
      at = end < 0 ? sql.length : end + 1
      continue
    }
    const end = endOfQuoted(sql, at)
    if (end !== undefined) {
      if (sql[at] !== '-') current += sql.slice(at, end)
      at = end
      continue
    }
    const character = sql[at] ?? ''
    lineStart = character === '\n'
    at += 1
    if (character !== ';') current += character
    else {
      statements.push(current.trim())
      current = ''
    }
  }
  return [...statements, current.trim()].filter((statement) => statement !== '')
}

/** The name that an identifier of SQL stands for. */
export function unquoteIdentifier(identifier: string): string {
  return identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier
}
