import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectError } from './expect-error.ts'
import { workspace } from './workspace.ts'

test('an unknown key names its line and the nearest known one', async () => {
  const space = await workspace()
  space.configure({ job: ['retenton: {keep-last: 3}'] })
  const ran = await space.run(['backup', '--json'])
  const error = expectError(ran, 2, 'config-invalid')
  const line =
    space
      .read('holdfast.yml')
      .split('\n')
      .findIndex((text) => text.includes('retenton')) + 1
  expect(JSON.stringify(error)).toContain('retention')
  expect(JSON.stringify(error)).toMatch(new RegExp(`holdfast\\.yml:${line}|line ${line}`))
})

test('unknown jobs, destinations, options and commands are usage', async () => {
  const space = await workspace()
  const job = expectError(await space.run(['backup', 'tre', '--json']), 2, 'job-unknown')
  expect(`${job.message} ${job.hint}`).toContain('tree')
  expectError(await space.run(['backup', '--destination', 'nowhere', '--json']), 2, 'destination-unknown')
  const option = await space.run(['backup', '--levle', '1', '--json'])
  expect(expectErrorCode(option.json)).toBe('usage')
  expect(option.exitCode).toBe(2)
  const command = await space.run(['bakcup'])
  expect(command.exitCode).toBe(2)
  expect(command.stderr).toContain('backup')
})

function expectErrorCode(json: { errors: readonly { code: string }[] }): string | undefined {
  return json.errors[0]?.code
}

test('an empty place has no repository and no backup', async () => {
  const space = await workspace()
  expectError(
    await space.run(['restore', 'tree', '--to', space.path('out'), '--yes', '--json']),
    1,
    'repository-missing',
  )
  writeFileSync(space.path('source/a'), '')
  expect((await space.run(['backup', '--json'])).exitCode).toBe(0)
  const args = ['restore', 'tree', '--at', '2020-01-01', '--to', space.path('out'), '--yes', '--json']
  expectError(await space.run(args), 1, 'backup-not-found')
})

test('HOLDFAST_NOW is said, and a nonsense one refused', async () => {
  const space = await workspace()
  const env = { HOLDFAST_NOW: '2031-05-06T07:08:09Z' }
  const said = await space.run(['backup', '--dry-run'], { env })
  expect(said.exitCode).toBe(0)
  expect(said.stdout + said.stderr).toContain('2031-05-06T07:08:09')
  expectError(await space.run(['backup', '--json'], { env: { HOLDFAST_NOW: 'tomorrow' } }), 2, 'usage')
})
