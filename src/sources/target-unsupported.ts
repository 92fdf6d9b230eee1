import type { RestoreTarget } from '../domain/source.ts'
import { HoldfastError } from '../errors/error.ts'

/** What `--to` says of each kind of target. */
const kinds: Readonly<Record<RestoreTarget['type'], string>> = {
  directory: 'a directory',
  file: 'a file',
  stdout: 'standard output',
  database: 'a database',
  dataset: 'a dataset',
  container: 'a container',
  datadir: 'a data directory',
  default: 'its own place',
}

/** The error of a source that is asked to restore into what it has no use for. */
export function targetUnsupported(
  source: string,
  target: RestoreTarget,
  supported: readonly RestoreTarget['type'][],
): HoldfastError {
  const others = supported.map((type) => kinds[type]).join(', ')
  return new HoldfastError('usage', `${source} cannot be restored into ${kinds[target.type]}`, {
    hint: `Name one of these with --to: ${others}.`,
  })
}
