import { compareKeys } from '../../src/stores/key-order.ts'

/** The kinds of stored objects that a restore depends on, by their keys. */
const kinds: Readonly<Record<string, RegExp>> = {
  repository: /^holdfast\.json$/,
  manifest: /^manifests\//,
  key: /^keys\//,
  volume: /^data\/[^/]+\/[^/]+\/tree\/\d+-/,
  volumesList: /\/volumes-[0-9a-f]+\.jsonl\.zst$/,
  meta: /\/meta-[0-9a-f]+$/,
  indexRoot: /\/index\/root-/,
  indexPage: /\/index\/\d+-/,
  state: /^state\//,
  proof: /^proofs\//,
}

export const kindNames = Object.keys(kinds)

function kindOf(key: string): string | undefined {
  return kindNames.find((name) => kinds[name]?.test(key))
}

/** Keys of one kind, in order. */
export function keysOf(keys: Iterable<string>, kind: string): string[] {
  return [...keys].filter((key) => kindOf(key) === kind).sort(compareKeys)
}
