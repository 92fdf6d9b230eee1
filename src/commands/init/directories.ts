import { parseSource } from '../../config/source-url.ts'
import { HoldfastError } from '../../errors/error.ts'

type NamedSource = ReturnType<typeof parseSource>

/** Errors: `usage` for a source that init writes no job for. */
export function requireDirectories(sources: readonly NamedSource[]): void {
  const other = sources.find(({ source }) => source.type !== 'directory')
  if (other === undefined) return
  throw new HoldfastError('usage', `init writes jobs for directories, and ${other.name} is none`, {
    hint: 'Begin with a directory, then add the job to holdfast.yml by hand; with workflows run `holdfast workflows --write` then.',
  })
}

/** The URL of a database or a dataset where a directory is meant; it may hold a password, and is never shown. */
export function refuseUrls(sources: readonly string[]): void {
  const urls = sources.filter((text) => /^(?:[^/]*=)?(?:[a-z][a-z0-9+.-]*:\/\/|zfs:)/i.test(text))
  requireDirectories(urls.map((text) => parseSource(text, { inArgv: true })))
}
