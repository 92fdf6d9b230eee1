import { maskSecrets } from '../domain/secret.ts'

/** A copy of a JSON-like value with registered secrets masked in every string and key. Dates become ISO text. */
export function maskedValue(value: unknown): unknown {
  if (typeof value === 'string') return maskSecrets(value)
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null) return value
  if ('toJSON' in value && typeof value.toJSON === 'function') return maskedValue(value.toJSON())
  if (Array.isArray(value)) return value.map(maskedValue)
  const entries = value instanceof Map ? [...value] : Object.entries(value)
  return Object.fromEntries(entries.map(([key, inner]) => [maskSecrets(String(key)), maskedValue(inner)]))
}
