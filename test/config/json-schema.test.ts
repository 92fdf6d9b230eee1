import { describe, expect, it } from 'vitest'
import { jsonSchema } from '../../src/config/config.ts'
import { drivers } from './support.ts'

type Node = Record<string, unknown>

const schema = jsonSchema(drivers) as Node

/** Every property of every object in a schema, with its path. */
function properties(node: unknown, path = ''): [string, Node][] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== 'properties' || typeof value !== 'object') return properties(value, path)
    return Object.entries(value as Record<string, Node>).flatMap(([name, property]): [string, Node][] => [
      [`${path}.${name}`, property],
      ...properties(property, `${path}.${name}`),
    ])
  })
}

const all = properties(schema)
const named = (path: string) => all.find(([name]) => name === path)?.[1]

describe('the JSON Schema', () => {
  it('describes every key', () => {
    expect(all.length).toBeGreaterThan(200)
    expect(all.filter(([, node]) => typeof node.description !== 'string').map(([path]) => path)).toEqual([])
  })

  it('lists the kinds of sources and destinations', () => {
    const kinds = (path: string) =>
      new Set(all.filter(([name]) => name === path).map(([, node]) => (node as { const?: string }).const))
    expect(kinds('.jobs.source.type')).toEqual(new Set(['directory', 'command', 'postgres', 'mysql', 'zfs']))
    expect(kinds('.destinations.type')).toEqual(new Set(['filesystem', 's3', 'azure', 'rclone']))
  })

  it('allows a variable where a number, a boolean or one of some words stands', () => {
    const variable = expect.objectContaining({ type: 'string', pattern: '\\$\\{' })
    for (const path of [
      '.jobs.parallel',
      '.jobs.checksum-file',
      '.jobs.package',
      '.jobs.retention.keep-daily',
    ]) {
      expect(named(path)).toMatchObject({ anyOf: expect.arrayContaining([variable]) })
    }
    expect(named('.version')).toMatchObject({ const: 1 })
    expect(named('.jobs.spool')).toMatchObject({ type: 'string' })
  })

  it('refuses what is not known, and demands the version alone', () => {
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false, required: ['version'] })
    const { jobs } = schema.properties as Record<string, Node>
    expect(jobs).toMatchObject({
      propertyNames: { pattern: '^[a-z0-9][a-z0-9._-]{0,99}$' },
      additionalProperties: { additionalProperties: false },
    })
  })
})
