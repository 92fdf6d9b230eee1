import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Tree {
  readonly path: string
  readonly files: number
  readonly bytes: number
  /** A file of some 10 KB in the middle, relative to `path`. */
  readonly oneFile: string
}

/** Raise it when the generator changes, so that no old tree is measured. */
const edition = 2
const filesPerFolder = 40

/** A small generator of numbers in [0, 1), the same for the same seed on every machine. */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function makeWords(count: number): string[] {
  const random = numbers(7)
  const letters = 'etaoinshrdlucmfwypvbgkqjxz'
  return Array.from({ length: count }, () => {
    const length = 2 + Math.floor(random() * 9)
    return Array.from({ length }, () => letters[Math.floor(random() ** 2 * letters.length)]).join('')
  })
}

/** Text that compresses like source code: frequent words are very frequent, lines are indented and end alike. */
function makeText(words: readonly string[], bytes: number, random: () => number): string {
  const lines: string[] = []
  for (let length = 0; length < bytes; ) {
    const line = ['  '.repeat(Math.floor(random() * 5))]
    for (let word = Math.floor(random() * 10); word >= 0; word -= 1) {
      line.push(words[Math.floor(random() ** 3 * words.length)] ?? '', random() < 0.2 ? '(' : ' ')
    }
    line.push(random() < 0.5 ? ';\n' : ' {\n')
    const text = line.join('')
    lines.push(text)
    length += text.length
  }
  return lines.join('').slice(0, bytes)
}

function writeTree(path: string, files: number): Tree {
  const words = makeWords(12_000)
  const random = numbers(files)
  let bytes = 0
  let oneFile = ''
  for (let index = 0; index < files; index += 1) {
    const folder = Math.floor(index / filesPerFolder)
    const name = `part-${folder % 37}/module-${folder}/file-${index}.ts`
    if (index % filesPerFolder === 0) mkdirSync(join(path, name, '..'), { recursive: true })
    // Most files are small and few are large; 12 KB on average.
    const isMiddle = index === Math.floor(files / 2)
    const size = isMiddle ? 10_240 : Math.floor(500 + 46_000 * random() ** 3)
    if (isMiddle) oneFile = name
    writeFileSync(join(path, name), makeText(words, size, random))
    bytes += size
  }
  return { path, files, bytes, oneFile }
}

/** The tree of `files` small files, the same for everyone, made once and kept in the temporary directory. */
export function directoryTree(files: number): Tree {
  const base = join(tmpdir(), `holdfast-bench-tree-${edition}-${files}`)
  const path = join(base, 'tree')
  const record = join(base, 'tree.json')
  if (!existsSync(record)) {
    rmSync(base, { recursive: true, force: true })
    const made = writeTree(path, files)
    writeFileSync(`${record}.new`, JSON.stringify(made))
    renameSync(`${record}.new`, record)
  }
  return JSON.parse(readFileSync(record, 'utf8')) as Tree
}
