import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { HoldfastError } from '../errors/error.ts'
import type { Environment } from './variables.ts'

function read(path: string): Environment | undefined {
  try {
    return parseEnv(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new HoldfastError('config-file-unreadable', `cannot read ${path}`, {
      hint: `Make ${path} readable for this user, or remove it.`,
      context: { path },
      cause: error,
    })
  }
}

/**
 * The process environment, and below it `--env-file` and the `.env` files of `directories`, earlier ones first. What is
 * empty counts as unset, so that a file can fill it. Errors: `config-file-unreadable`.
 */
export function environmentWithFiles(options: {
  readonly environment: Environment
  readonly cwd: string
  readonly envFile?: string | undefined
  readonly directories: readonly string[]
}): Environment {
  const layers: Environment[] = [...new Set(options.directories)].map((one) => read(join(one, '.env')) ?? {})
  if (options.envFile !== undefined) {
    const path = resolve(options.cwd, options.envFile)
    const named = read(path)
    if (named === undefined) {
      throw new HoldfastError('config-file-unreadable', `there is no ${path}, which --env-file names`, {
        hint: 'Correct the path after --env-file.',
        context: { path },
      })
    }
    layers.unshift(named)
  }
  const merged: Record<string, string | undefined> = {}
  for (const layer of [...layers.toReversed(), options.environment]) {
    for (const [name, value] of Object.entries(layer))
      if (value || merged[name] === undefined) merged[name] = value
  }
  return merged
}
