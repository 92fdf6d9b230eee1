/** What pg_restore said, apart from progress. */
export interface RestoreMessages {
  /** What failed, in its words, with the object where it names one. */
  readonly failures: readonly string[]
  /** What it said that is known to mean nothing. */
  readonly harmless: readonly string[]
}

/** What a restore may say without anything being amiss. */
const known: readonly RegExp[] = [
  // Every database has them; a dump of an older major makes them again.
  /schema "public" already exists/,
  /extension "plpgsql" already exists/,
  /must be owner of (extension|schema) "?(plpgsql|public)"?/,
  // Settings of newer clients, which older servers do not know.
  /unrecognized configuration parameter "(transaction_timeout|idle_session_timeout|default_table_access_method|xmloption)"/,
  /errors ignored on restore/,
  // The publication is made, and works once the server is set to it; a throwaway one never is.
  /^"?wal_level"? is insufficient to publish logical changes/,
  // Of the database that is loaded into, not of the dump.
  /has a collation version mismatch$|has version mismatch$/,
]

const speaker = /^(?:pg_restore|psql)(?::\S*)?: /
const trouble = /^(?:error|warning|fatal|panic): +(.*)$/i

/** Sorts the lines of pg_restore or psql (LC_MESSAGES=C) into failures and what is known to be harmless. */
export function readMessages(
  lines: readonly string[],
  { mayExist = false }: { readonly mayExist?: boolean } = {},
): RestoreMessages {
  const failures: string[] = []
  const harmless: string[] = []
  let object = ''
  for (const line of lines) {
    const entry = /from TOC entry \d+; \d+ \d+ (.*)$/.exec(line)?.[1]
    if (entry !== undefined) object = entry
    const text = trouble
      .exec(line.replace(speaker, ''))?.[1]
      ?.replace(/^could not execute query: /, '')
      .replace(/^(?:ERROR|FATAL|PANIC|WARNING): +/, '')
      .trim()
    if (text === undefined) continue
    const isKnown = known.some((pattern) => pattern.test(text)) || (mayExist && /already exists/.test(text))
    if (isKnown) harmless.push(text)
    else failures.push(object === '' ? text : `${text} (${object})`)
  }
  return { failures, harmless }
}
