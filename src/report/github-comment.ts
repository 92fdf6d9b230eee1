import type { GithubApi } from './github-api.ts'

/** Characters that GitHub takes as a comment. */
const longest = 60_000

interface Comment {
  readonly id: number
  readonly body: string
}

/** Comments of a page; a pull request with more than twenty pages of them is not searched further. */
const perPage = 100
const mostPages = 20

async function findComment(api: GithubApi, pull: number, marker: string): Promise<Comment | undefined> {
  for (let page = 1; page <= mostPages; page++) {
    const query = `/issues/${pull}/comments?per_page=${perPage}&page=${page}`
    const comments = (await api.call('GET', query)) as readonly Comment[]
    const found = comments.find(({ body }) => body.startsWith(marker))
    if (found || comments.length < perPage) return found
  }
  return undefined
}

/**
 * Keeps one comment of a pull request: written once, rewritten ever after. `name` tells several apart.
 * Errors: `github-refused`.
 */
export async function keepComment(
  api: GithubApi,
  pull: number,
  { name, body }: { readonly name: string; readonly body: string },
): Promise<'written' | 'updated'> {
  const marker = `<!-- holdfast: ${name} -->`
  const text = `${marker}\n${body.slice(0, longest)}`
  const found = await findComment(api, pull, marker)
  if (found) {
    await api.call('PATCH', `/issues/comments/${found.id}`, { body: text })
    return 'updated'
  }
  await api.call('POST', `/issues/${pull}/comments`, { body: text })
  return 'written'
}
