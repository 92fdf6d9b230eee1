import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CopyKeeper, RestoredCopy } from '../../../src/domain/copy.ts'
import { processToken } from '../../../src/process/running-process.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type Docker, startDocker } from '../../services/docker.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { loadServiceImage } from '../../services/service-images.ts'
import { type Captured, capture } from './capture.ts'
import { fillShop } from './shop.ts'

const image = 'mariadb:10.11'

describe.skipIf(
  !has('mariadb', 'mariadb-client', 'mariadb-backup', 'docker', 'busybox') || process.getuid?.() !== 0,
)('MariaDB in containers', { timeout: 180_000 }, () => {
  let docker: Docker
  let server: MariadbServer
  let work: string
  let copy: Captured
  let dump: Captured

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
    for (const name of ['copy', 'dump', 'state']) mkdirSync(join(work, name))
    docker = await startDocker({ bridge: true })
    await loadServiceImage(docker, 'mariadb', image)
    server = await startMariadb()
    await fillShop(server)
    copy = await capture(sourceOf({ method: 'physical' }), join(work, 'copy'))
    dump = await capture(sourceOf(), join(work, 'dump'))
  })
  afterAll(async () => {
    await docker?.stop()
    await server?.stop()
    rmSync(work, { recursive: true, force: true })
  })

  const sourceOf = (settings: Record<string, unknown> = {}) =>
    createMysqlSource(mysqlConfig.parse({ type: 'mysql', url: server.url, ...settings }))
  const context = () => {
    const base = sourceContext()
    const environment = { ...base.environment, ...docker.environment, PATH: base.environment.PATH ?? '' }
    return { ...base, environment, stateDirectory: join(work, 'state'), scratch: work }
  }
  let count = 0
  const scratch = () => {
    count += 1
    mkdirSync(join(work, `scratch-${count}`))
    return join(work, `scratch-${count}`)
  }
  const bad = (checks: readonly { result: string }[]) => checks.filter(({ result }) => result !== 'passed')
  const containers = async () => (await docker.run(['ps', '--all', '--quiet'])).stdout.trim()

  it('a dump and a copy are drilled in one of the version that was backed up', async () => {
    const loaded = await sourceOf().drill(context(), [dump.link], {
      scratch: scratch(),
      server: { type: 'docker' },
    })
    expect(bad(loaded.checks)).toEqual([])
    expect(loaded.versions?.server).toContain('container mariadb:10.11')
    const seen: string[] = []
    const started = await sourceOf().drill(context(), [copy.link], {
      scratch: scratch(),
      server: { type: 'image', image: 'mariadb:{major}' },
      inspect: async ({ query }) => {
        seen.push((await query?.('SELECT COUNT(*) FROM shop.customers')) ?? '')
        return []
      },
    })
    expect(bad(started.checks)).toEqual([])
    expect(seen).toEqual(['3'])
    expect(await containers()).toBe('')
  })

  it('the copy of a dump stays in one until it is removed', async () => {
    const taken: RestoredCopy[] = []
    const id = 'ab12'
    const keeper: CopyKeeper = {
      id,
      owner: await processToken(),
      note: async () => undefined,
      take: (copy) => void taken.push(copy),
    }
    const options = { scratch: scratch(), server: { type: 'docker' }, keeper } as const
    const loaded = await sourceOf().drill(context(), [dump.link], options)
    expect(bad(loaded.checks)).toEqual([])
    const [copy] = taken
    if (copy === undefined) throw new Error('no copy was handed over')
    expect(copy.container).toMatch(/^holdfast-mysql-/)
    await copy.run('CREATE TABLE masked (a INT)')
    const { tables } = (await sourceOf().copies?.contents(context(), copy.url)) ?? { tables: [] }
    expect(tables.filter(({ name }) => name.endsWith('.masked'))).toHaveLength(2)
    expect(tables.find(({ name }) => name === 'shop.customers')).toMatchObject({
      rows: 3,
      columns: { id: 'int(11) not null', kind: "enum('new','old')" },
    })
    await expect(copy.run('nonsense')).rejects.toMatchObject({ code: 'mask-failed' })
    // Another drill tidies up what is left over, and this is not.
    await sourceOf().drill(context(), [dump.link], { scratch: scratch(), server: { type: 'docker' } })
    const kept = ['ps', '--all', '--quiet', '--filter', `label=holdfast.kept=${id}`]
    expect((await docker.run(kept)).stdout.trim()).not.toBe('')
    await copy.remove()
    expect(await containers()).toBe('')
  })

  it('one is found by its published port, dumped, and restored over its own data', async () => {
    const data = join(work, 'container-data')
    mkdirSync(data)
    const name = 'shop_mysql'
    const started = await docker.run([
      ...['run', '--detach', '--name', name, '--publish', '127.0.0.1::3306'],
      ...['--env', 'MARIADB_ROOT_PASSWORD=password-of-container', '--env', 'MARIADB_DATABASE=before'],
      ...['--volume', `${data}:/var/lib/mysql`, image],
    ])
    expect(started.stderr).toBe('')
    const source = createMysqlSource(
      mysqlConfig.parse({ type: 'mysql', container: name, user: 'root', password: 'password-of-container' }),
    )
    // It takes its time to make its data.
    await expect
      .poll(async () => (await source.preflight(context())).map(({ severity }) => severity), {
        timeout: 60_000,
        interval: 500,
      })
      .not.toContain('error')
    const restored = createMysqlSource(
      mysqlConfig.parse({
        ...{ type: 'mysql', method: 'physical', container: name },
        ...{ user: 'root', password: server.password },
      }),
    )
    const here = context()
    await restored.restore(here, [copy.link], {
      target: { type: 'container', container: name },
      include: [],
      overwrite: true,
    })
    expect(here.findings.map(({ code }) => code)).toEqual(['safety-copy'])
    expect(statSync(join(data, 'ibdata1')).uid).toBe(999)
    expect(existsSync(join(data, 'shop'))).toBe(true)
    expect(existsSync(join(data, 'before'))).toBe(false)
    const [safety = ''] = readdirSync(work).filter((entry) =>
      entry.startsWith('container-data.holdfast-safety'),
    )
    expect(existsSync(join(work, safety, 'before'))).toBe(true)
    const again = await restored.preflight(here)
    expect(again.find(({ code }) => code === 'server-found')?.severity).toBe('ok')
  })
})
