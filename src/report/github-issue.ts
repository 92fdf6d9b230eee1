import type { GithubApi } from './github-api.ts'

/** Found again by this, whatever people do to the title. */
const marker = '<!-- holdfast: watchdog -->'

/** Characters that GitHub takes as a body, with room for the marker. */
const longest = 60_000

export interface IssueState {
  readonly title: string
  readonly label: string
  /** Markdown. */
  readonly body: string
  /** Whether there is anything to complain of. */
  readonly bad: boolean
  /** What was complained of, in one line: a change of it is a comment, and so a notification. */
  readonly reason: string
}

export interface KeptIssue {
  readonly action: 'opened' | 'updated' | 'closed' | 'none'
  readonly number?: number
}

interface Issue {
  readonly number: number
  readonly body: string | null
  readonly pull_request?: unknown
}

const reasonLine = (reason: string) => `<!-- reason: ${reason.replaceAll('--', '- -')} -->`

async function findIssue(api: GithubApi, label: string): Promise<Issue | undefined> {
  const query = `/issues?state=open&labels=${encodeURIComponent(label)}&per_page=100`
  const issues = (await api.call('GET', query)) as readonly Issue[]
  return issues.find(({ body, pull_request: pull }) => pull === undefined && body?.startsWith(marker))
}

/**
 * Keeps one issue true: opens it when something is bad, rewrites it while it is, comments where the reason changed, and
 * closes it when all is well. One run at a time: two at once could open two. Errors: `github-refused`.
 */
export async function keepIssue(api: GithubApi, state: IssueState): Promise<KeptIssue> {
  const { title, label, bad, reason } = state
  const body = `${marker}\n${reasonLine(reason)}\n${state.body.slice(0, longest)}`
  const found = await findIssue(api, label)
  if (found === undefined) {
    if (!bad) return { action: 'none' }
    const made = (await api.call('POST', '/issues', { title, body, labels: [label] })) as Issue
    return { action: 'opened', number: made.number }
  }
  const { number } = found
  if (!bad) {
    await api.call('POST', `/issues/${number}/comments`, {
      body: `All is well again.\n\n${state.body.slice(0, longest)}`,
    })
    await api.call('PATCH', `/issues/${number}`, { state: 'closed', state_reason: 'completed' })
    return { action: 'closed', number }
  }
  await api.call('PATCH', `/issues/${number}`, { title, body })
  if (!found.body?.includes(reasonLine(reason))) {
    await api.call('POST', `/issues/${number}/comments`, { body: `Now: ${reason}` })
  }
  return { action: 'updated', number }
}
