import { z } from 'zod'
import type { Query } from './facts.ts'

const stored = z.object({
  method: z.literal('physical'),
  /** The role that initdb made: the one that every cluster has, by whatever name. */
  superuser: z.string(),
  /** The database of the URL, where a person's own checks look. */
  database: z.string(),
  databases: z.array(z.string()),
  /** What the server loads at its start, where the role may see that. */
  preload: z.string().optional(),
})

/** What a drill cannot know otherwise of a copied server; kept in meta, encrypted, since it holds names. */
export type PhysicalFingerprint = z.infer<typeof stored>

/** Names of the databases that can be connected to. */
export async function databaseNames(query: Query): Promise<string[]> {
  const rows = await query('select datname as name from pg_database where datallowconn order by datname')
  return rows.map(({ name }) => String(name))
}

/** The name of the bootstrap superuser. */
export async function superuserName(query: Query): Promise<string> {
  const [row] = await query('select rolname as name from pg_roles where oid = 10')
  return String(row?.name ?? 'postgres')
}

/** Libraries that the server loads at its start; empty where it loads none, or this role may not see it. */
export async function preloadedLibraries(query: Query): Promise<string> {
  const [row] = await query("select setting from pg_settings where name = 'shared_preload_libraries'")
  return String(row?.setting ?? '')
}

/** The same from a backup; undefined where it is not there. */
export function readFingerprint(fingerprint: unknown): PhysicalFingerprint | undefined {
  return stored.safeParse(fingerprint).data
}
