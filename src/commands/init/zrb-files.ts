import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { HoldfastError } from '../../errors/error.ts'

const text = z.string().min(1)

const configuration = z.object({
  base_dir: text,
  age_public_key: z.string().regex(/^age1[a-z0-9]+$/, 'not an age recipient'),
  s3: z
    .object({
      enabled: z.boolean().default(false),
      bucket: z.string().default(''),
      region: z.string().default(''),
      prefix: z.string().default(''),
      endpoint: z.string().default(''),
      storage_class: z.object({ backup_data: z.array(z.string()).default([]) }).default({ backup_data: [] }),
    })
    .default({
      enabled: false,
      bucket: '',
      region: '',
      prefix: '',
      endpoint: '',
      storage_class: { backup_data: [] },
    }),
  tasks: z
    .array(z.object({ name: text, enabled: z.boolean().default(true), pool: text, dataset: text }))
    .min(1),
})

const last = z.object({
  backup_levels: z
    .array(z.object({ snapshot: z.string(), s3_path: z.string().default('') }).nullable())
    .default([]),
})

/** What zrb's configuration says, as far as it matters here. */
export type ZrbConfiguration = z.infer<typeof configuration>

/** The last backup of each level that zrb made of a dataset, by its own state; none where it left no state. */
export interface ZrbState {
  readonly levels: readonly { readonly level: number; readonly snapshot: string; readonly path: string }[]
  /** A backup that zrb began and did not end. */
  readonly unfinished: boolean
}

async function parseYaml(file: string, content: string): Promise<unknown> {
  const { parse } = await import('yaml')
  try {
    return parse(content)
  } catch (cause) {
    throw new HoldfastError('config-invalid', `${file} is not YAML`, {
      hint: `Correct ${file}, or name zrb's configuration with --source.`,
      context: { path: file },
      cause,
    })
  }
}

/** Reads zrb's configuration. Errors: `config-file-unreadable`, `config-invalid` with all that is wrong. */
export async function readZrbConfiguration(file: string): Promise<ZrbConfiguration> {
  let content: string
  try {
    content = await readFile(file, 'utf8')
  } catch (cause) {
    throw new HoldfastError('config-file-unreadable', `cannot read ${file}`, {
      hint: "Name zrb's configuration with --source FILE.",
      context: { path: file },
      cause,
    })
  }
  const parsed = configuration.safeParse(await parseYaml(file, content))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new HoldfastError('config-invalid', `${file} is no configuration of zrb: ${problems.join('; ')}`, {
    hint: `Correct ${file}, or name another file with --source.`,
    context: { path: file },
  })
}

/** Reads what zrb keeps of a task in its `base_dir`. What is not there, or is not readable, is nothing. */
export async function readZrbState(baseDir: string, pool: string, dataset: string): Promise<ZrbState> {
  const folder = join(baseDir, 'run', pool, dataset)
  const read = async (name: string) => readFile(join(folder, name), 'utf8').catch(() => undefined)
  const manifest = await read('last_backup_manifest.yaml')
  const parsed = last.safeParse(
    manifest === undefined ? {} : await parseYaml('last_backup_manifest.yaml', manifest),
  )
  const found = parsed.success ? parsed.data.backup_levels : []
  return {
    levels: found.flatMap((reference, level) =>
      reference === null ? [] : [{ level, snapshot: reference.snapshot, path: reference.s3_path }],
    ),
    unfinished: (await read('backup_state.yaml')) !== undefined,
  }
}
