/** An identifier as SQL takes it. */
export function identifier(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}

/** `database`.`name`. */
export function qualified(database: string, name: string): string {
  return `${identifier(database)}.${identifier(name)}`
}

/** A text as SQL takes it; sessions here know no backslash escapes. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
