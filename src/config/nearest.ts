/** Edits (insert, delete, replace, swap of neighbours) between two texts. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (row > 1 && column > 1 && swapped) best = Math.min(best, (before[column - 2] ?? 0) + 1)
      current.push(best)
    }
    before = previous
    previous = current
  }
  return previous[b.length] ?? 0
}

const normalise = (text: string) =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[_\s]/g, '-')
    .toLowerCase()

/** The name that was probably meant: at most a third of its letters differ, or it was cut short. Undefined where none is near. */
export function nearest(text: string, names: Iterable<string>): string | undefined {
  const wanted = normalise(text)
  let found: string | undefined
  let best = Number.POSITIVE_INFINITY
  for (const name of names) {
    const candidate = normalise(name)
    const abbreviated = wanted.length > 2 && candidate.startsWith(wanted)
    const edits = abbreviated ? 1 : distance(wanted, candidate)
    if (edits < best && edits <= Math.max(1, Math.ceil(Math.max(wanted.length, name.length) / 3))) {
      best = edits
      found = name
    }
  }
  return best < wanted.length ? found : undefined
}

/** `; did you mean keep-daily?`, or nothing. */
export function didYouMean(text: string, names: Iterable<string>): string {
  const near = nearest(text, names)
  return near === undefined ? '' : `; did you mean ${near}?`
}
