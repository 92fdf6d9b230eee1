import type { z } from 'zod'
import { isMap, type Path, valueAt } from './path.ts'

/** What of zod's definitions is read here. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly values?: readonly unknown[]
}

const definitionOf = (schema: z.ZodType) => (schema as unknown as { def: Definition }).def

/** The schemas that a schema may stand for: wrappers removed, unions spread. */
function alternatives(schema: z.ZodType): Definition[] {
  const definition = definitionOf(schema)
  const inner = definition.innerType ?? definition.in
  if (inner !== undefined) return alternatives(inner)
  if (definition.options !== undefined) return definition.options.flatMap(alternatives)
  return [definition]
}

/** Of several kinds of one thing, the one whose `type` the value has. */
function fitting(definitions: Definition[], value: unknown): Definition[] {
  const type = isMap(value) ? value.type : undefined
  const fits = definitions.filter((definition) => {
    const field = definition.shape?.type
    return field !== undefined && alternatives(field).some(({ values }) => values?.includes(type))
  })
  return fits.length > 0 ? fits : definitions
}

/** The names that a map at `path` of `root` may have as keys, as far as the schema lists them. */
export function knownKeys(schema: z.ZodType, path: Path, root: unknown): string[] {
  let definitions = fitting(alternatives(schema), root)
  for (const [depth, part] of path.entries()) {
    const next = definitions.flatMap(({ shape, element, valueType }) => {
      const found = typeof part === 'number' ? element : (shape?.[part] ?? valueType)
      return found === undefined ? [] : alternatives(found)
    })
    definitions = fitting(next, valueAt(root, path.slice(0, depth + 1)))
  }
  return [...new Set(definitions.flatMap(({ shape }) => Object.keys(shape ?? {})))]
}
