/** A text as YAML takes it, with what is to be taken literally. */
export function quoted(text: string): string {
  return JSON.stringify(text.replaceAll('${', () => '$${'))
}

/** A variable of the configuration. */
export function variable(name: string): string {
  return `\${${name}}`
}
