import type { Document, Node, Pair } from 'yaml'
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { RawDocument } from './document.ts'
import { isMap as isPlainMap, type Path } from './path.ts'
import type { Problem } from './problem.ts'
import { findTraps } from './yaml-traps.ts'

const explanations: Readonly<Record<string, { message: string; hint: string }>> = {
  TAB_AS_INDENT: {
    message: 'a tab in the indentation',
    hint: 'Indent with spaces; YAML allows no tabs there.',
  },
  DUPLICATE_KEY: {
    message: 'the key stands here twice',
    hint: 'Keep one of the two, or join what they hold.',
  },
}

function keyOf(pair: Pair): string {
  const key = isScalar(pair.key) ? pair.key.value : pair.key
  // A merge key is a symbol.
  return typeof key === 'symbol' ? (key.description ?? '') : String(key)
}

/** The pair of a key, in the map itself or in one that `<<` merges into it. */
function findPair(document: Document, map: unknown, key: string): Pair | undefined {
  const node = isAlias(map) ? map.resolve(document) : map
  if (isSeq(node)) {
    for (const item of node.items) {
      const pair = findPair(document, item, key)
      if (pair) return pair
    }
  }
  if (!isMap(node)) return undefined
  const own = node.items.find((pair) => keyOf(pair) === key)
  if (own) return own
  const merged = node.items.filter((pair) => keyOf(pair) === '<<')
  return merged.map((pair) => findPair(document, pair.value, key)).find((pair) => pair !== undefined)
}

/** The node behind a path and the node of its last key. */
function findNode(document: Document, path: Path): { key?: unknown; value?: unknown } {
  let key: unknown
  let value: unknown = document.contents
  for (const part of path) {
    const node = isAlias(value) ? value.resolve(document) : value
    if (typeof part === 'number') {
      key = undefined
      value = isSeq(node) ? node.items[part] : undefined
    } else {
      const pair = findPair(document, node, part)
      key = pair?.key
      value = pair?.value
    }
    if (isPair(value)) value = value.value
    if (value === undefined && key === undefined) return {}
  }
  return { key, value }
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined
}

function syntaxProblems(text: string, document: Document, counter: LineCounter, file: string): Problem[] {
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset)
    return { file, line, column: col }
  }
  const traps = findTraps(text)
  const problems: Problem[] = traps.map(({ offset, message, hint }) => ({
    ...place(offset),
    path: '',
    message,
    hint,
  }))
  // What follows a trap, or a first syntax error, is its consequence.
  const first = traps[0]?.offset ?? Number.POSITIVE_INFINITY
  for (const error of document.errors) {
    if (error.pos[0] >= first) break
    const known = explanations[error.code]
    const message =
      known?.message ?? `not YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`
    const hint = known?.hint ?? 'Correct the syntax here; often quotes or a space after a colon are missing.'
    problems.push({ ...place(error.pos[0]), path: '', message, hint })
    if (known === undefined) break
  }
  return problems
}

/** Reads YAML 1.2 with anchors and merge keys. `problems` are of the syntax; where there are any, do not use the rest. */
export function readYaml(text: string, file: string): { document: RawDocument; problems: Problem[] } {
  const counter = new LineCounter()
  const parsed = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    merge: true,
    version: '1.2',
  })
  const problems = syntaxProblems(text, parsed, counter, file)
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset)
    return { line, column: col }
  }
  visit(parsed, {
    Alias(_, alias) {
      if (alias.resolve(parsed) !== undefined) return
      const message = `there is no anchor &${alias.source} before this`
      const hint = 'Set the anchor above, or write the value itself; a text that begins with * needs quotes.'
      problems.push({ file, ...place(offsetOf(alias) ?? 0), path: '', message, hint })
    },
  })
  let root: unknown = {}
  try {
    if (problems.length === 0) root = parsed.toJS({ maxAliasCount: 1000 })
  } catch {
    const hint = 'Write some of the values out instead of using aliases of aliases.'
    problems.push({ file, path: '', message: 'its aliases stand for far too much', hint })
  }
  if (!isPlainMap(root)) {
    const message = root === null ? 'the file is empty' : 'expected a map'
    problems.push({ file, line: 1, column: 1, path: '', message, hint: 'Begin with `version: 1`.' })
  }
  const locate: RawDocument['locate'] = (path, part) => {
    const { key, value } = findNode(parsed, path)
    const offset = part === 'key' ? (offsetOf(key) ?? offsetOf(value)) : (offsetOf(value) ?? offsetOf(key))
    return offset === undefined ? undefined : place(offset)
  }
  return { document: { root: isPlainMap(root) ? root : {}, file, locate }, problems }
}
