import { relative } from 'node:path'
import type { ByteString } from '../../../domain/index-entry.ts'
import { toByteString } from '../byte-paths.ts'
import type { Selection } from '../state.ts'

/** Whether a path of the index, not the root, is left out with all that is below it. */
export type Exclusion = (path: ByteString) => boolean

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** A class such as `[!a-z]` at `at`; undefined where the bracket is a plain one. */
function classAt(pattern: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const found = /^\[([!^]?)(\]?[^\]]*)\]/s.exec(pattern.slice(at))
  if (found === null || found[2] === '') return undefined
  const inside = (found[2] ?? '').replace(/[\\\][^]/g, '\\$&')
  return { text: `[${found[1] === '' ? '' : '^'}${inside}]`, end: at + found[0].length }
}

/** fnmatch(3) as GNU tar calls it for --exclude: wildcards match slashes, a match takes what is below it. */
function expression(pattern: ByteString): string {
  let text = ''
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] as string
    const inClass = char === '[' ? classAt(pattern, at) : undefined
    if (inClass !== undefined) {
      text += inClass.text
      at = inClass.end - 1
    } else if (char === '*') text += '.*'
    else if (char === '?') text += '.'
    else if (char === '\\' && at + 1 < pattern.length) {
      at += 1
      text += escaped(pattern[at] as string)
    } else text += escaped(char)
  }
  return text
}

/**
 * What the selection leaves out, by the rules of GNU tar's --exclude: a pattern may begin at any name of a path, an
 * absolute one that lies inside the source means just that place.
 */
export function createExclusion(selection: Selection): Exclusion {
  const inside = (place: string): string | undefined => {
    const below = relative(selection.path, place)
    return place.startsWith('/') && below !== '' && !below.startsWith('..') ? below : undefined
  }
  const sources = selection.exclude.map((pattern) => {
    const place = inside(pattern)
    return place === undefined
      ? `(?:^|/)${expression(toByteString(pattern))}(?:/.*)?$`
      : `^\\./${expression(toByteString(place))}(?:/.*)?$`
  })
  for (const place of selection.leaveOut)
    sources.push(`^\\./${escaped(toByteString(relative(selection.path, place)))}(?:/.*)?$`)
  const patterns = sources.map((source) => new RegExp(source, 's'))
  return (path) => patterns.some((pattern) => pattern.test(`./${path}`))
}
