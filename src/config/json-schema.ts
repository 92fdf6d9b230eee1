import { z } from 'zod'
import { isMap } from './path.ts'
import { configSchema, type DriverSchemas } from './schema.ts'

const reference = { type: 'string', pattern: '\\$\\{', description: 'With ${NAME}, filled in on use.' }

/** Whether a text with `${NAME}` in place of a value would be refused, though a configuration may hold it. */
function refusesReferences(node: Readonly<Record<string, unknown>>): boolean {
  if (node.const !== undefined) return false
  if (['number', 'integer', 'boolean'].includes(String(node.type))) return true
  return node.enum !== undefined || (node.type === 'string' && (node.pattern ?? node.format) !== undefined)
}

function withReferences(value: unknown, isName = false): unknown {
  if (Array.isArray(value)) return value.map((inner) => withReferences(inner))
  if (!isMap(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    withReferences(inner, key === 'propertyNames'),
  ])
  const node = Object.fromEntries(entries) as Record<string, unknown>
  if (isName || !refusesReferences(node)) return node
  const { description, default: preset, ...rest } = node
  return {
    anyOf: [rest, reference],
    ...(description === undefined ? {} : { description }),
    ...(preset === undefined ? {} : { default: preset }),
  }
}

/** The JSON Schema of holdfast.yml, from which editors complete; texts with `${NAME}` may stand for any value. */
export function jsonSchema(drivers: DriverSchemas): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(configSchema(drivers), { io: 'input', reused: 'inline' })
  const { $schema, ...rest } = withReferences(schema) as Record<string, unknown>
  return { $schema, title: 'holdfast.yml', description: 'Configuration of Holdfast.', ...rest }
}
