import { printable } from '../printable.ts'
import type { Style } from '../style.ts'
import { displayWidth, wrap } from '../width.ts'

/** What a view needs to know of the place where it will be read. */
export interface View {
  readonly style: Style
  /** Cells of the terminal; absent where the output goes to a file: then nothing is cut. */
  readonly width?: number
  readonly now: Date
}

/** Options of a table that stands `indent` cells to the right. */
export function tableIn({ style, width }: View, indent = 0) {
  return { style, indent, ...(width === undefined ? {} : { width }) }
}

/** `full` or `level 1`. */
export function levelText(level: number): string {
  return level === 0 ? 'full' : `level ${level}`
}

/** Milliseconds since an ISO time. */
export function ageOf(time: string, now: Date): number {
  return now.getTime() - Date.parse(time)
}

/** Groups by a key, in order of first appearance. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? []
    group.push(item)
    groups.set(keyOf(item), group)
  }
  return groups
}

/** A head, and beside it a reason in as many lines as it takes. */
export function reasoned(head: string, reason: string, { style, width }: View): string[] {
  const indent = displayWidth(head)
  const [first = '', ...rest] =
    width === undefined ? [printable(reason)] : wrap(printable(reason), Math.max(24, width - indent))
  return [`${head}${style.dim(first)}`, ...rest.map((line) => ' '.repeat(indent) + style.dim(line))]
}
