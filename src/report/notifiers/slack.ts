import { factsOf, headline, markedHeadline, troublesOf } from './headline.ts'
import { createJsonPost, type JsonPostSettings } from './json-post.ts'
import type { Notice, Notifier, NotifierSurroundings } from './notice.ts'

/** Limits of Slack's: characters of a text, fields of a section, troubles that are still read. */
const limits = { header: 150, text: 2900, fields: 10, troubles: 4 }

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}

const markdown = (text: string) => ({ type: 'mrkdwn', text: cut(text, limits.text) })

function footer(notice: Notice): string {
  const { host, run, id, time } = notice
  const seconds = Math.floor(time.getTime() / 1000)
  const when = `<!date^${seconds}^{date_short_pretty} {time}|${time.toISOString()}>`
  const link = run?.url === undefined ? [] : [`<${run.url}|Run${run.id === undefined ? '' : ` ${run.id}`}>`]
  return [...link, escaped(host), ...(id === undefined ? [] : [`\`${id}\``]), when].join('  ·  ')
}

/** The message in Slack's blocks: title, facts in two columns, troubles with hints, where and when. */
function slackMessage(notice: Notice): object {
  const facts = factsOf(notice).slice(0, limits.fields)
  const troubles = troublesOf(notice)
  const more = troubles.length - limits.troubles
  const shown = troubles.slice(0, limits.troubles).map((text) => {
    const [first = '', ...hint] = text.split('\n')
    return [`>*${escaped(first)}*`, ...hint.map((line) => `>${escaped(line)}`)].join('\n')
  })
  return {
    text: headline(notice),
    blocks: [
      {
        type: 'header',
        text: { type: 'plain_text', text: cut(markedHeadline(notice), limits.header), emoji: true },
      },
      ...(facts.length === 0
        ? []
        : [
            {
              type: 'section',
              fields: facts.map(([label, value]) => markdown(`*${escaped(label)}*\n${escaped(value)}`)),
            },
          ]),
      ...shown.map((text) => ({ type: 'section', text: markdown(text) })),
      ...(more > 0 ? [{ type: 'section', text: markdown(`… and ${more} more`) }] : []),
      { type: 'context', elements: [markdown(footer(notice))] },
    ],
  }
}

/** An incoming webhook of Slack, or of what understands its blocks (Mattermost, Rocket.Chat). */
export function createSlack(
  name: string,
  settings: JsonPostSettings,
  surroundings: NotifierSurroundings,
): Notifier {
  return createJsonPost(name, settings, surroundings, slackMessage)
}
