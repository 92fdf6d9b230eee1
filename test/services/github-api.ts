import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

interface FakeIssue {
  readonly number: number
  title: string
  body: string
  state: string
  readonly labels: readonly string[]
}

/** The part of GitHub's REST API that keeps issues and comments, of one repository `acme/shop`. */
export interface GithubServer {
  readonly url: string
  readonly token: string
  readonly issues: FakeIssue[]
  readonly comments: { readonly id: number; readonly issue: number; body: string }[]
  close(): Promise<void>
}

interface Sent {
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
}

/** Starts it on a port of its own; a call without `token` is answered 403. */
export async function startGithub(): Promise<GithubServer> {
  const token = 'ghs_0123456789abcdefghij'
  const issues: FakeIssue[] = []
  const comments: GithubServer['comments'] = []
  const answers: readonly [RegExp, (found: RegExpExecArray, body: Sent) => unknown][] = [
    [
      /^GET \/issues\?state=open&labels=([^&]+)/,
      ([, label = '']) =>
        issues
          .filter(({ state, labels }) => state === 'open' && labels.includes(label))
          .map((issue) => ({ ...issue })),
    ],
    [
      /^POST \/issues$/,
      (_, { title, body, labels }) => {
        const issue = { number: issues.length + 1, title, body, state: 'open', labels }
        issues.push(issue)
        return issue
      },
    ],
    [
      /^PATCH \/issues\/(\d+)$/,
      ([, number], change) => Object.assign(issues[Number(number) - 1] ?? {}, change),
    ],
    [
      /^GET \/issues\/(\d+)\/comments\?per_page=(\d+)&page=(\d+)$/,
      ([, issue, size, page]) =>
        comments
          .filter((comment) => comment.issue === Number(issue))
          .slice((Number(page) - 1) * Number(size), Number(page) * Number(size)),
    ],
    [
      /^POST \/issues\/(\d+)\/comments$/,
      ([, issue], { body }) => {
        const comment = { id: 1000 + comments.length, issue: Number(issue), body }
        comments.push(comment)
        return comment
      },
    ],
    [
      /^PATCH \/issues\/comments\/(\d+)$/,
      ([, id], { body }) =>
        Object.assign(comments.find((comment) => comment.id === Number(id)) ?? {}, { body }),
    ],
  ]
  const server = createServer(async (request, response) => {
    const body = (request.method === 'GET' ? {} : await json(request)) as Sent
    const path = `${request.method} ${request.url?.replace('/repos/acme/shop', '')}`
    if (request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(403, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ message: 'Resource not accessible by integration' }))
      return
    }
    for (const [pattern, answer] of answers) {
      const found = pattern.exec(path)
      if (!found) continue
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer(found, body)))
      return
    }
    response.writeHead(404).end('{"message": "Not Found"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    issues,
    comments,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
