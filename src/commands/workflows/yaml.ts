/** A text as YAML: plain where that can mean nothing else, else quoted. */
export function scalar(text: string): string {
  const isPlain = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/.test(text)
  return isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text)
}

/** Labels as `runs-on:` takes them: one alone, or a list. */
export function labels(list: readonly string[]): string {
  const [only = ''] = list
  return list.length === 1 ? scalar(only) : `[${list.map(scalar).join(', ')}]`
}

/** Every line that is not empty, `by` spaces to the right. */
export function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by))
}

/** A line with a comment that begins in column 35, or two spaces behind it. */
export function commented(line: string, comment: string): string {
  return `${line.padEnd(33)} # ${comment}`
}
