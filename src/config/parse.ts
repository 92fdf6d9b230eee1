import type { z } from 'zod'
import { isMap, type Path, valueAt } from './path.ts'

type Issue = z.core.$ZodIssue

const numeric = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/

/** A variable's text as the number or boolean that the schema wants there, as YAML 1.2 would read it. */
function coerced(text: unknown, expected: string): number | boolean | undefined {
  if (typeof text !== 'string') return undefined
  if (['number', 'int'].includes(expected) && numeric.test(text)) return Number(text)
  if (expected === 'boolean' && /^(?:true|True|TRUE)$/.test(text)) return true
  if (expected === 'boolean' && /^(?:false|False|FALSE)$/.test(text)) return false
  return undefined
}

/** Puts `value` at `path` of a tree that this folder made and owns. */
function put(root: unknown, path: Path, value: unknown): void {
  const parent = valueAt(root, path.slice(0, -1))
  const last = path.at(-1)
  if (last === undefined) return
  if (Array.isArray(parent)) parent[Number(last)] = value
  else if (isMap(parent)) parent[last] = value
}

function wanted(issues: readonly Issue[], base: Path): { path: Path; expected: string }[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...(issue.path as Path)]
    if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => wanted(branch, path))
    return issue.code === 'invalid_type' ? [{ path, expected: issue.expected }] : []
  })
}

/**
 * Parses a value whose texts may have come from variables: those become numbers or booleans where the schema asks for
 * them. Changes `value`, which must be a copy.
 */
export function parseResolved(
  schema: z.ZodType,
  value: unknown,
  interpolated: (path: Path) => boolean,
):
  | { readonly data: unknown; readonly value: unknown }
  | { readonly issues: readonly Issue[]; readonly value: unknown } {
  const box = { value }
  for (;;) {
    const result = schema.safeParse(box.value)
    if (result.success) return { data: result.data, value: box.value }
    let changed = false
    for (const { path, expected } of wanted(result.error.issues, [])) {
      const better = interpolated(path) ? coerced(valueAt(box.value, path), expected) : undefined
      if (better === undefined) continue
      put(box, ['value', ...path], better)
      changed = true
    }
    if (!changed) return { issues: result.error.issues, value: box.value }
  }
}
