import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lint } from '../commands/workflows/repository.ts'
import { expectError } from './expect-error.ts'
import { workspace } from './workspace.ts'

async function site() {
  const space = await workspace()
  const cwd = space.path('site')
  mkdirSync(join(cwd, '.git'), { recursive: true })
  const config = '[remote "origin"]\n\turl = git@github.com:acme/infra.git\n'
  writeFileSync(join(cwd, '.git', 'config'), config)
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8')
  return {
    cwd,
    read,
    run: (...args: string[]) => space.run(args, { cwd, env: { HOLDFAST_STATE_DIR: space.path('state') } }),
  }
}

describe('init --runner', () => {
  it('writes a configuration and workflows for a runner, without looking at this host', async () => {
    const { cwd, read, run } = await site()
    const ran = await run(
      ...['init', '--source', 'home=/srv/home', '--source', '/srv/${odd}', '--runner', 'self-hosted,db-1'],
      ...['--to', 's3://acme-backups/prod?region=eu-central-1'],
    )
    expect({ exitCode: ran.exitCode, stderr: ran.stderr }).toMatchObject({ exitCode: 0 })
    expect(ran.stdout).toContain(
      'gh secret set HOLDFAST_SIGNING_KEY --env holdfast-drill < holdfast-keys/drill-signing.key\n',
    )
    expect(ran.stdout).toContain(
      'gh secret set HOLDFAST_IDENTITY --env holdfast-drill < holdfast-keys/identity.txt\n',
    )
    expect(ran.stdout).toContain('gh variable set HOLDFAST_ROLE_ARN --env holdfast-cleanup\n')
    expect(read('.gitignore')).toContain('holdfast-keys/\n')
    expect(read('holdfast.yml')).toContain('path: "/srv/$${odd}"')
    expect(read('.github/workflows/backup.yml')).toContain('runs-on: [self-hosted, db-1]')
    expect(read('.github/workflows/doctor.yml')).toContain('holdfast doctor --role backup')
    expect(lint(cwd)).toBe('')
    expect((await run('workflows', '--check')).exitCode).toBe(0)
    expect((await run('plan', '--json')).json.results).toMatchObject([{ jobs: 'home,odd', name: 'db-1' }])
  })

  it('has keys for stores that know no roles', async () => {
    const { read, run } = await site()
    const init = ['init', '--source', '/srv/home', '--runner', 'x', '--actions', 'acme/backup@main']
    await run(...init, '--to', 's3://b?endpoint=https://s3.example.org&path-style=true')
    expect(read('holdfast.yml')).toContain('secret-access-key: ${S3_SECRET_ACCESS_KEY:-}')
    expect(read('.github/workflows/cleanup.yml')).toContain(
      'S3_ACCESS_KEY_ID: ${{ secrets.S3_ACCESS_KEY_ID }}',
    )
    expect(read('.github/workflows/cleanup.yml')).toContain('uses: acme/backup/actions/cleanup@main')
    const azure = await site()
    await azure.run(...init, '--to', 'azure://acme/backup/prod')
    expect(azure.read('.github/workflows/backup.yml')).toContain(
      'AZURE_TENANT_ID: ${{ vars.AZURE_TENANT_ID }}',
    )
    expect(azure.read('.github/workflows/backup.yml')).toContain('id-token: write')
  })

  it.each([
    ['no labels', ['--source', '/a', '--to', 's3://b', '--runner', ',']],
    ['a store that does not exist', ['--source', '/a', '--to', 'ftp://b', '--runner', 'x']],
    ['a source that is no directory', ['--source', 'postgres://db/app', '--to', 's3://b', '--runner', 'x']],
    ['two sources of one name', ['--source', '/a', '--source', '/b/a', '--to', 's3://b', '--runner', 'x']],
    ['no such actions', ['--source', '/a', '--to', 's3://b', '--runner', 'x', '--actions', 'acme']],
  ])('writes nothing where there are %s', async (_, args) => {
    const { cwd, run } = await site()
    expectError(await run('init', ...args, '--json'), 2, 'usage')
    expect(
      ['holdfast.yml', 'holdfast-keys', '.github'].filter((name) => existsSync(join(cwd, name))),
    ).toEqual([])
  })
})

describe('workflows', () => {
  it('wants to know what to do, and shows the difference', async () => {
    const { run, read, cwd } = await site()
    expectError(await run('workflows', '--json'), 2, 'config-not-found')
    await run('init', '--source', '/srv/home', '--to', 's3://b', '--runner', 'x')
    expectError(await run('workflows', '--json'), 2, 'usage')
    expectError(await run('workflows', '--write', '--check', '--json'), 2, 'usage')
    writeFileSync(
      join(cwd, 'holdfast.yml'),
      read('holdfast.yml').replace('role-arn', 'bandwidth: 1MiB\n    role-arn'),
    )
    expect((await run('workflows', '--check')).exitCode).toBe(0)
    writeFileSync(join(cwd, 'holdfast.yml'), read('holdfast.yml').replace('every: 24h', 'every: 1h'))
    const ran = await run('workflows', '--check')
    expect(ran.exitCode).toBe(1)
    expect(ran.stdout).toContain('\n    -     - cron: "17 2 * * *"')
    expect(ran.stdout).toContain('\n    +     - cron: "17 * * * *"')
    expect(ran.stderr).toContain('[workflows-differ]')
  })
})
