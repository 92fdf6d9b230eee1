/** Marks what a job of a repository made or holds in a pool, so that nobody else's is ever touched. */
export interface Owner {
  /** Tag of holds. */
  readonly tag: string
  /** Value of {@link ownerProperty} on snapshots that it made. */
  readonly value: string
  /** What the names of its bookmarks begin with: bookmarks have no properties. */
  readonly bookmarkPrefix: string
}

/** A user property, set with the snapshot itself; `received` on a restored copy, which is nobody's. */
export const ownerProperty = 'holdfast:owner'

/** Bookmarks and snapshots share 255 bytes with the dataset's name: the repository's first digits must do. */
const repositoryDigits = 8

/** The owner that a job is. */
export function ownerOf(repository: string, job: string): Owner {
  return {
    tag: `holdfast:${repository}:${job}`,
    value: `${repository}:${job}`,
    bookmarkPrefix: `holdfast:${repository.slice(0, repositoryDigits)}:${job}:`,
  }
}
