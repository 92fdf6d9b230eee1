/** A piece of a string of the configuration. `source` is how it was written. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly fallback?: string; readonly source: string }
  | { readonly kind: 'file'; readonly path: string; readonly source: string }

export interface InterpolationProblem {
  readonly message: string
  readonly hint: string
}

const forms = 'Write ${NAME}, ${NAME:-default} or ${file:PATH}; $${ stands for a literal ${.'

/** What to write instead of a GitHub expression, which is not evaluated in this file. */
export const githubExpression: InterpolationProblem = {
  message: 'a GitHub expression is not evaluated here',
  hint: 'Write ${NAME} here, and in the workflow under env: NAME: ${{ secrets.NAME }}.',
}

function reference(source: string): Segment | InterpolationProblem {
  const body = source.slice(2, -1)
  const file = /^file:(.+)$/s.exec(body)
  if (file?.[1] !== undefined) return { kind: 'file', path: file[1], source }
  const variable = /^([A-Za-z_]\w*)(?::-(.*))?$/s.exec(body)
  if (variable?.[1] === undefined) return { message: `${source} is no variable`, hint: forms }
  const [, name, fallback] = variable
  if (fallback?.includes('${')) return { message: 'a default cannot hold another variable', hint: forms }
  return { kind: 'variable', name, source, ...(fallback === undefined ? {} : { fallback }) }
}

/** Splits a string of the configuration into text and references; or says what is wrong with it. */
export function parseInterpolation(text: string): readonly Segment[] | InterpolationProblem {
  const segments: Segment[] = []
  let literal = ''
  let position = 0
  while (position < text.length) {
    const start = text.indexOf('$', position)
    if (start < 0) break
    literal += text.slice(position, start)
    if (text.startsWith('$${', start)) {
      literal += '${'
      position = start + 3
      continue
    }
    if (!text.startsWith('${', start)) {
      literal += '$'
      position = start + 1
      continue
    }
    if (text.startsWith('${{', start)) return githubExpression
    const end = text.indexOf('}', start)
    if (end < 0) return { message: 'a ${ has no }', hint: forms }
    const segment = reference(text.slice(start, end + 1))
    if ('message' in segment) return segment
    if (literal !== '') segments.push({ kind: 'text', text: literal })
    literal = ''
    segments.push(segment)
    position = end + 1
  }
  literal += text.slice(position)
  if (literal !== '') segments.push({ kind: 'text', text: literal })
  return segments
}

/** The variables and files that a string refers to; none where it is plain or malformed. */
export function referencesIn(text: string): readonly Exclude<Segment, { kind: 'text' }>[] {
  const segments = parseInterpolation(text)
  return 'message' in segments ? [] : segments.filter((segment) => segment.kind !== 'text')
}

/** A text that {@link parseInterpolation} reads as itself. */
export function literal(text: string): string {
  return text.replaceAll('${', () => '$${')
}
