import { readFileSync } from 'node:fs'
import type { CommandContext } from '../../../commands/context.ts'
import { done, type Outcome } from '../../../commands/outcome.ts'
import type { Inputs } from '../../../config/config.ts'
import { Secret } from '../../../domain/secret.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { outcomeDocument } from '../../../report/document.ts'
import { createGithubApi, type GithubApi } from '../../../report/github-api.ts'
import { keepComment } from '../../../report/github-comment.ts'
import { keepIssue } from '../../../report/github-issue.ts'
import { githubSummary } from '../../../report/github-summary.ts'

/** What action.yml has as the default of `token`. */
export const defaultToken = '${{ github.token }}'

function apiOf({ environment, signal }: CommandContext, inputs: Inputs): GithubApi {
  const given = inputs.text('token')
  // Outside of GitHub nobody fills the default in.
  const token = given === defaultToken ? environment.GITHUB_TOKEN : given
  if (!token) {
    throw new HoldfastError('input-invalid', 'token: issue and comment need one, and it is empty', {
      hint: 'Leave `token` out: its default is the token of the job.',
    })
  }
  return createGithubApi({ token: new Secret(token), environment, signal })
}

/** The pull request that the run is for. Errors: `input-invalid`. */
function pullRequest({ GITHUB_EVENT_PATH: file }: CommandContext['environment']): number {
  const event = file ? (JSON.parse(readFileSync(file, 'utf8')) as { pull_request?: { number?: number } }) : {}
  const { number } = event.pull_request ?? {}
  if (number !== undefined) return number
  throw new HoldfastError('input-invalid', 'comment: this run is for no pull request', {
    hint: 'Use `comment` in a workflow `on: pull_request`, and `issue` on a schedule.',
  })
}

const footer = ({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: repository,
  GITHUB_RUN_ID: run,
}: CommandContext['environment']) =>
  server && repository && run ? `\n[The run](${server}/${repository}/actions/runs/${run})\n` : ''

/**
 * Puts what `report` or `compare` found where people look: one issue that is open while a job is stale, unproven or failing, and one
 * comment of the pull request. Errors: `github-refused`, `input-invalid`.
 */
export async function publish(
  context: CommandContext,
  inputs: Inputs,
  outcome: Outcome,
  command: 'report' | 'compare' = 'report',
): Promise<Outcome> {
  const api = apiOf(context, inputs)
  const document = outcomeDocument({ command, ...outcome })
  const summary = `${githubSummary({ document, documents: [document] })}${footer(context.environment)}`
  const results: object[] = []
  const issue = inputs.text('issue')
  if (issue !== undefined && issue !== 'false') {
    const label = issue === 'true' ? 'holdfast' : issue
    const reason = document.errors.map(({ message }) => message).join('; ')
    const kept = await keepIssue(api, {
      title: 'Backups need attention',
      label,
      body: summary,
      bad: outcome.exitCode !== 0,
      reason,
    })
    results.push({ issue: kept.action, ...(kept.number !== undefined && { number: kept.number }) })
  }
  if (inputs.flag('comment')) {
    const comment = await keepComment(api, pullRequest(context.environment), {
      name: command,
      body: summary,
    })
    results.push({ comment })
  }
  return done(results)
}
