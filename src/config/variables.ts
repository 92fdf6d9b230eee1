import { HoldfastError } from '../errors/error.ts'
import { problemAt, type RawDocument } from './document.ts'
import type { Path } from './path.ts'

/** The environment that `${NAME}` is read from. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A variable that a value needs and that is not set. */
export interface MissingVariable {
  readonly name: string
  readonly path: Path
}

/** A `config-variable-missing` error with every variable that the value needs and that is not set. */
export interface VariableMissingError extends HoldfastError {
  readonly missing: readonly MissingVariable[]
}

/** `NAME is not set (holdfast.yml:21 jobs.app-db.source.url)`; without the brackets where no file or key asks for it. */
function sentence(document: RawDocument, { name, path }: MissingVariable): string {
  const { file, line, path: shown } = problemAt(document, path, { message: '' })
  const place = [file === undefined || line === undefined ? file : `${file}:${line}`, shown].filter(Boolean)
  return place.length === 0 ? `${name} is not set` : `${name} is not set (${place.join(' ')})`
}

/** One error for all of `missing`: variable, file, line, key and the lines for `env:` of a workflow. */
export function variablesMissing(
  document: RawDocument,
  missing: readonly MissingVariable[],
): VariableMissingError {
  const names = [...new Set(missing.map(({ name }) => name))]
  const places = [...new Set(missing.map((one) => sentence(document, one)))]
  const lines = names.map((name) => `${name}: \${{ secrets.${name} }}`)
  const error = new HoldfastError('config-variable-missing', places.join('\n'), {
    hint: `Set ${names.join(', ')} in the environment or in .env; in a workflow add under env: ${lines.join(', ')}.`,
    context: { file: document.file, variables: names, env: lines },
  })
  return Object.assign(error, { missing })
}

/** The variables of a `config-variable-missing` error of this folder; empty for any other error. */
export function missingOf(error: unknown): readonly MissingVariable[] {
  return error instanceof HoldfastError && 'missing' in error ? (error as VariableMissingError).missing : []
}
