import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HoldfastError } from '../../errors/error.ts'
import { type GivenSettings, readHeader } from './settings.ts'

/** A workflow that is there; `settings` only where this command wrote it. */
export interface FoundWorkflow {
  readonly name: string
  readonly text: string
  readonly settings?: GivenSettings
}

/** The workflows of a repository, as they are now. */
export function readWorkflows(folder: string): readonly FoundWorkflow[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      const settings = readHeader(text)
      return { name, text, ...(settings && { settings }) }
    })
}

function unwritable(path: string, cause: unknown): HoldfastError {
  return new HoldfastError('target-unwritable', `${path} cannot be written`, {
    hint: 'Make .github/workflows a directory that this user may write.',
    context: { path },
    cause,
  })
}

/** Writes a workflow; undefined removes it. Errors: `target-unwritable`. */
export function writeWorkflow(folder: string, name: string, text: string | undefined): void {
  const path = join(folder, name)
  try {
    if (text === undefined) rmSync(path)
    else {
      mkdirSync(folder, { recursive: true })
      writeFileSync(path, text)
    }
  } catch (cause) {
    throw unwritable(path, cause)
  }
}
