import { z } from 'zod'
import { isMap } from './path.ts'
import { configSchema, type DriverSchemas } from './schema.ts'

type Node = Readonly<Record<string, unknown>>

const reference = { type: 'string', pattern: '\\$\\{', description: 'With ${NAME}, filled in on use.' }

/** Whether a text with `${NAME}` in place of a value would be refused, though a configuration may hold it. */
function refusesReferences(node: Node): boolean {
  if (node.const !== undefined) return false
  if (['number', 'integer', 'boolean'].includes(String(node.type))) return true
  return node.enum !== undefined || (node.type === 'string' && (node.pattern ?? node.format) !== undefined)
}

/** The schemas within a node changed; a property may be called like a keyword, so that maps of them are entered here. */
function withinNode(node: Node): Node {
  const entries = Object.entries(node).map(([key, inner]) => {
    if (key === 'propertyNames') return [key, inner]
    if (key === 'properties' && isMap(inner)) {
      const properties = Object.entries(inner).map(([name, property]) => [name, withReferences(property)])
      return [key, Object.fromEntries(properties)]
    }
    return [key, withReferences(inner)]
  })
  return Object.fromEntries(entries)
}

function withReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReferences)
  if (!isMap(value)) return value
  const node = withinNode(value)
  if (!refusesReferences(node)) return node
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
