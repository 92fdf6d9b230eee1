import { expect, it } from 'vitest'
import { checkedSources } from '../../src/commands/init/on-host.ts'

it('takes directories, and shows no URL of a database that was given instead', async () => {
  expect(await checkedSources(import.meta.dirname, ['.'])).toEqual([
    { job: 'commands', path: import.meta.dirname },
  ])
  for (const [source, message] of [
    ['shop=postgres://me@db/shop', 'init writes jobs for directories, and shop is none'],
    ['zfs:tank/home', expect.stringContaining('init writes jobs for directories')],
    ['shop=postgres://me:very-secret@db/shop', expect.not.stringContaining('very-secret')],
    ['mysql://me:very-secret@db/shop', expect.not.stringContaining('very-secret')],
  ] as const) {
    await expect(checkedSources('/', [source])).rejects.toMatchObject({ code: 'usage', message })
  }
})
