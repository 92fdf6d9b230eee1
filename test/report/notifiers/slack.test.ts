import { expect, test } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { createNotifier } from '../../../src/report/notifiers/create.ts'
import { tellAll } from '../../../src/report/notifiers/tell-all.ts'
import { listener } from '../../services/listener.ts'
import { notice, patient, surroundings } from './sample.ts'

function slack(url: string, on: readonly string[] = ['failure', 'recovery']) {
  return createNotifier({ name: 'ops', type: 'slack', settings: { url: new Secret(url), on } }, surroundings)
}

test('a message has a title, facts in columns, what failed with its hint, and a link to the run', async () => {
  const server = await listener()
  expect(await tellAll([slack(`${server.url}/services/T1/B1/c2VjcmV0`)], notice(), patient)).toEqual([])
  expect(server.heard[0]).toMatchObject({ method: 'POST', path: '/services/T1/B1/c2VjcmV0' })
  expect(server.json()).toMatchInlineSnapshot(`
    [
      {
        "blocks": [
          {
            "text": {
              "emoji": true,
              "text": "🔴 backup of app-db failed in part",
              "type": "plain_text",
            },
            "type": "header",
          },
          {
            "fields": [
              {
                "text": "*Stored*
    2.0 GiB (+25 %)",
                "type": "mrkdwn",
              },
              {
                "text": "*Source*
    8.0 GiB",
                "type": "mrkdwn",
              },
              {
                "text": "*Files*
    1,204",
                "type": "mrkdwn",
              },
              {
                "text": "*Duration*
    1 min 15 s",
                "type": "mrkdwn",
              },
              {
                "text": "*Level*
    0 (full)",
                "type": "mrkdwn",
              },
              {
                "text": "*Destinations*
    local, offsite: failed",
                "type": "mrkdwn",
              },
            ],
            "type": "section",
          },
          {
            "text": {
              "text": ">*destination offsite failed: &lt;no route&gt; [destination-failed]*
    >Mend it &amp; go on.",
              "type": "mrkdwn",
            },
            "type": "section",
          },
          {
            "text": {
              "text": ">*it grew by 25 % [size-suspicious]*
    >Look at it.",
              "type": "mrkdwn",
            },
            "type": "section",
          },
          {
            "elements": [
              {
                "text": "<https://github.com/acme/backups/actions/runs/7|Run 7>  ·  db-1  ·  \`20261126T030000Z-L0-abcdef\`  ·  <!date^1795662000^{date_short_pretty} {time}|2026-11-26T03:00:00.000Z>",
                "type": "mrkdwn",
              },
            ],
            "type": "context",
          },
        ],
        "text": "backup of app-db failed in part",
      },
    ]
  `)
})

test('what a channel is not to hear is not sent', async () => {
  const server = await listener()
  const success = notice({ occasions: ['success'], status: 'success', errors: [] })
  expect(await tellAll([slack(server.url)], success, patient)).toEqual([])
  expect(server.heard).toEqual([])
})

test('texts are cut to what Slack takes, and of many errors the first are shown', async () => {
  const server = await listener()
  const errors = Array.from({ length: 9 }, (_, index) => ({
    code: 'internal',
    message: `${index}${'x'.repeat(4000)}`,
  }))
  await tellAll([slack(server.url)], notice({ errors, warnings: [], job: 'j'.repeat(100) }), patient)
  const { blocks } = server.json()[0]
  for (const { text } of blocks) expect(text?.text.length ?? 0).toBeLessThanOrEqual(3000)
  expect(blocks[0].text.text.length).toBeLessThanOrEqual(150)
  expect(blocks.at(-2).text.text).toBe('… and 5 more')
})

test('an answer that is no success is a warning without the URL', async () => {
  const server = await listener(({ path }) => ({ status: 404, text: `no_service at ${path}` }))
  const url = `${server.url}/services/T1/B1/verysecretpart`
  const [warning] = await tellAll([slack(url)], notice(), patient)
  expect(warning).toMatchObject({
    severity: 'warning',
    code: 'notification-failed',
    hint: 'Look whether its URL or key still holds.',
  })
  expect(warning?.message).toMatch(/^the notifier ops was not told: it answered 404: no_service at /)
  expect(JSON.stringify(warning)).not.toContain('verysecretpart')
})
