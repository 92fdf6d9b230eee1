import { HoldfastError } from '../errors/error.ts'

/** One thing that is wrong with a configuration. */
export interface Problem {
  /** As the user named it; absent where no file is involved. */
  readonly file?: string
  /** From 1. */
  readonly line?: number
  readonly column?: number
  /** `jobs.app-db.retention.keep-dialy`; empty where it is about the whole. */
  readonly path: string
  readonly message: string
  /** A sentence that names what to write instead. */
  readonly hint?: string
}

/** A `config-invalid` error with everything that is wrong, in order of the file. */
export interface ConfigInvalidError extends HoldfastError {
  readonly problems: readonly Problem[]
}

/** `holdfast.yml:12:5 jobs.app-db.retention.keep-dialy: unknown key; did you mean keep-daily?` */
function renderProblem({ file, line, column, path, message }: Problem): string {
  const place = file === undefined ? '' : line === undefined ? file : `${file}:${line}:${column ?? 1}`
  const subject = [place, path].filter((part) => part !== '').join(' ')
  return subject === '' ? message : `${subject}: ${message}`
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [renderProblem(problem), problem]))
  return [...unique.values()].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
}

/** All problems of a configuration as one `config-invalid`; its message has a line for each. */
export function configInvalid(all: readonly Problem[]): ConfigInvalidError {
  const problems = inOrder(all)
  const [first] = problems
  const lines = problems.map(renderProblem)
  const several = 'Correct each of the lines above; `holdfast schema` prints every key that exists.'
  const hint = problems.length === 1 ? first?.hint : several
  const error = new HoldfastError('config-invalid', lines.join('\n'), {
    ...(hint === undefined ? {} : { hint }),
    context: { file: first?.file, problems: lines },
  })
  return Object.assign(error, { problems })
}

/** The problems of a `config-invalid` error of this folder; empty for any other error. */
export function problemsOf(error: unknown): readonly Problem[] {
  return error instanceof HoldfastError && 'problems' in error ? (error as ConfigInvalidError).problems : []
}
