import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeZrbBackup } from '../../../services/zrb.ts'
import type { CountedS3 } from './counted-s3.ts'
import type { Home } from './home.ts'
import { step } from './suite.ts'
import { bytesOf, fill, guidsOf, mount, run, tree } from './tools.ts'

/** Where zrb's steps are acted out, and who can open what it made. */
export interface ZrbSite {
  readonly home: Home
  readonly s3: CountedS3
  readonly recipient: string
}

/** Chains as zrb makes them of a real dataset, in the bucket of its configuration. */
export async function adoptsWhatZrbLeft({ home, s3, recipient }: ZrbSite): Promise<void> {
  const { root } = home
  await step('what zrb left is listed, restored by the old key, and pruned as a whole chain', async () => {
    // The second dataset of the bucket is somebody else's; zrb's parts are a megabyte here instead of 3 GB.
    const folder = join(s3.service.directory, 'objects', s3.service.bucket, 'zfs-backups')
    const snapshot = (level: number) => `zrb_level${level}_2026010${level + 1}`
    const ids: string[] = []
    const files: string[] = []
    run('zfs', 'create', 'tank/old')
    for (const level of [0, 1]) {
      fill('tank/old', `file-${level}`, 2_500_000)
      run('zfs', 'snapshot', `tank/old@${snapshot(level)}`)
      files.push(await tree('/tank/old'))
      const since = level === 0 ? [] : ['-i', `tank/old@${snapshot(0)}`]
      const stream = bytesOf('zfs', 'send', '-L', ...since, `tank/old@${snapshot(level)}`)
      ids.push(
        await writeZrbBackup({
          ...{ root: folder, recipient, dataset: 'tank/old', level, date: `2026010${level + 1}` },
          ...{ snapshot: snapshot(level), stream, partBytes: 1_000_000 },
          ...(level > 0 && { parent: { snapshot: snapshot(0), id: ids[0] ?? '' } }),
        }),
      )
    }
    const text = readFileSync(join(root, 'holdfast.yml'), 'utf8')
    const adopting = text
      .replaceAll('tank/home', 'tank/old')
      .replace('adopt:', 'retention: { keep-last: 2 }\n    adopt:')
    writeFileSync(join(root, 'old.yml'), adopting)
    const old = (args: readonly string[]) => home.holdfast([...args, '--config', 'old.yml'])
    const listed = (await old(['list'])).results.filter(({ adopted }) => adopted)
    assert.deepEqual(
      listed.map(({ id, level, parent, complete }) => [id, level, parent, complete]),
      [
        [ids[0], 0, null, true],
        [ids[1], 1, ids[0], true],
      ],
    )
    const key = ['--identity', 'keys/identity.txt', '--yes']
    await old(['restore', ids[0] ?? '', '--to', 'other/old', ...key])
    // The level that is there is known by its guid.
    const { results } = await old(['restore', ids[1] ?? '', '--to', 'other/old', ...key])
    assert.deepEqual(results[0].chain, ids)
    assert.equal(await tree(mount('other/old')), files[1])
    assert.deepEqual(guidsOf('other/old'), guidsOf('tank/old'))
    const kept = await old(['cleanup', 'home', '--yes', '--dry-run'])
    const ofZrb = ({ destination }: { destination: string }) => destination === 'zrb'
    assert.deepEqual(
      kept.results.find(ofZrb)?.deleted.map(({ id }: { id: string }) => id),
      ids,
    )
    await old(['cleanup', 'home', '--yes'])
    assert.deepEqual(
      (await old(['list'])).results.filter(({ adopted }) => adopted),
      [],
    )
  })
}
