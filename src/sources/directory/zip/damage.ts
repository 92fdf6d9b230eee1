import { HoldfastError } from '../../../errors/error.ts'

/** The error for a zip archive that is not whole or not what it should be: `source-truncated`. */
export function brokenZip(what: string, offset: number): HoldfastError {
  return new HoldfastError('source-truncated', `the zip archive is not whole: ${what} at byte ${offset}`, {
    hint: 'Run the backup again; if it happens again, check the disk of the source.',
    context: { offset },
  })
}
