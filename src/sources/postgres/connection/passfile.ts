/** One connection as a pass file describes it. */
export interface PassfileKey {
  readonly host: string
  readonly port: string
  readonly database: string
  readonly user: string
}

/** Splits a line at colons that no backslash precedes, and takes the backslashes away. */
function fieldsOf(line: string): string[] {
  const fields = ['']
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? ''
    if (character === ':') fields.push('')
    else fields[fields.length - 1] += character === '\\' ? (line[++at] ?? '') : character
  }
  return fields
}

/** The password that a pass file has for a connection: of the first line that fits. */
export function passwordIn(text: string, { host, port, database, user }: PassfileKey): string | undefined {
  const wanted = [host, port, database, user]
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue
    const fields = fieldsOf(line)
    if (fields.length >= 5 && wanted.every((value, at) => fields[at] === '*' || fields[at] === value)) {
      return fields[4]
    }
  }
  return undefined
}

/** A pass file that has one password for everything. */
export function passfileOf(password: string): string {
  return `*:*:*:*:${password.replaceAll(/[\\:]/g, '\\$&')}\n`
}
