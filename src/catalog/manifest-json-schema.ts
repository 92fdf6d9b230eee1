import { z } from 'zod'
import { manifestSchema } from './manifest-schema.ts'

/** The text of docs/schemas/manifest-v1.json: the JSON Schema of a manifest's payload, for other people's tools. */
export function manifestJsonSchema(): string {
  const schema = z.toJSONSchema(manifestSchema, { io: 'input', unrepresentable: 'any' })
  const title = 'Holdfast manifest, format 1'
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`
}
