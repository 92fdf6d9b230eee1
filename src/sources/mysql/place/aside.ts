import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'

/** A file outside of the data directory that makes room for a new one, and where it is kept. */
export interface Aside {
  readonly path: string
  readonly safety: string
}

/** Those of the places where something is, each to be kept beside itself under the name that the data directory gets. */
export function asideOf(
  places: readonly string[],
  { safety }: { readonly safety: string },
): readonly Aside[] {
  const suffix = /\.holdfast-safety-[^/]*$/.exec(safety)?.[0] ?? '.holdfast-safety'
  return places.filter((path) => existsSync(path)).map((path) => ({ path, safety: `${path}${suffix}` }))
}

/** Makes room for the new files. */
export async function putAside(outside: readonly Aside[]): Promise<void> {
  for (const { path, safety } of outside) await rename(path, safety)
}

/** Removes what is new, and puts back what was put aside as far as that went. */
export async function putBack(places: readonly string[], outside: readonly Aside[]): Promise<void> {
  for (const path of places) {
    const old = outside.find((one) => one.path === path)
    if (old === undefined) await rm(path, { force: true })
    else if (existsSync(old.safety)) await rename(old.safety, path)
  }
}
