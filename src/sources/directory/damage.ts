import { HoldfastError } from '../../errors/error.ts'

/** The error for a tar stream that is not whole or not tar: `source-truncated`. */
export function brokenTar(what: string, offset: number): HoldfastError {
  return new HoldfastError('source-truncated', `the tar stream is not whole: ${what} at byte ${offset}`, {
    hint: 'Run the backup again; if it happens again, check the tar program and the disk of the source.',
    context: { offset },
  })
}
