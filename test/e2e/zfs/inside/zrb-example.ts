import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeHome } from './home.ts'
import { step } from './suite.ts'
import { fill, get, mount, run, tree } from './tools.ts'
import type { ZrbSite } from './zrb-left.ts'

/** The example as it stands in the repository, but for the region of the server. */
export async function runsTheExample({ home: { root }, s3, recipient }: ZrbSite): Promise<void> {
  await step('the example of such a configuration, its vault never unlocked', async () => {
    const folder = join(root, 'example')
    cpSync(join(import.meta.dirname, '..', '..', '..', '..', 'examples', 'zrb'), folder, { recursive: true })
    mkdirSync(join(s3.service.directory, 'objects', 'acme-zfs'))
    writeFileSync('/tmp/key', 'a passphrase of tests')
    const locked = ['-o', 'encryption=on', '-o', 'keyformat=passphrase', '-o', 'keylocation=file:///tmp/key']
    run('zfs', 'create', ...locked, 'tank/vault')
    fill('tank/vault', 'secret', 200_000)
    run('zfs', 'create', 'tank/home/alice')
    fill('tank/home/alice', 'letter', 100_000)
    run('zpool', 'sync', 'tank')
    const secret = await tree('/tank/vault')
    run('zfs', 'unmount', 'tank/vault')
    run('zfs', 'unload-key', 'tank/vault')
    const example = makeHome(folder)
    Object.assign(example.env, s3.service.environment, {
      AWS_ENDPOINT_URL: s3.proxy.endpoint,
      HOLDFAST_RECIPIENT: recipient,
      HOLDFAST_IDENTITY: readFileSync(join(root, 'keys', 'identity.txt'), 'utf8'),
    })
    for (const level of [0, 1]) {
      const { results } = await example.holdfast(['backup', '--level', String(level)])
      assert.deepEqual(
        results.map(({ job, level: made }) => [job, made]),
        [
          ['home', level],
          ['vault', level],
        ],
      )
    }
    assert.equal(get('keystatus', 'tank/vault'), 'unavailable')
    await example.holdfast(['restore', 'vault', '--to', 'other/vault', '--yes'])
    run('zfs', 'load-key', '-L', 'file:///tmp/key', 'other/vault')
    assert.equal(await tree(mount('other/vault')), secret)
    await example.holdfast(['restore', 'home', '--include', 'alice', '--to', 'other/alice', '--yes'])
    assert.equal(await tree(mount('other/alice')), await tree('/tank/home/alice'))
  })
}
