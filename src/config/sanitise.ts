import { posix } from 'node:path'

/** A text as a name of a job or destination: lower case, what is not allowed there as hyphens. */
export function sanitise(text: string, otherwise: string): string {
  const name = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 100)
    .replace(/[-.]+$/, '')
  return name === '' ? otherwise : name
}

/** A job's name from the last part of a path or dataset. */
export function jobNameOf(path: string): string {
  return sanitise(posix.basename(path), 'job')
}

/** `name`, or the first of `name-2`, `name-3`… that is free. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  let count = 2
  while (taken.has(`${name}-${count}`)) count++
  return `${name}-${count}`
}
