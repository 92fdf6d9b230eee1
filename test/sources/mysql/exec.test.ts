import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaptureContext } from '../../../src/domain/source.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { runInContainer } from '../../../src/sources/mysql/physical/in-container.ts'
import type { CopyPlan } from '../../../src/sources/mysql/physical/plan.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type Docker, startDocker } from '../../services/docker.ts'
import { has } from '../../services/program.ts'
import { loadServiceImage } from '../../services/service-images.ts'
import { type Captured, capture } from './capture.ts'
import { mariadbIn, type ServerInContainer } from './server-in-container.ts'
import { fillShop } from './shop.ts'

const image = 'mariadb:10.11'

/** One that locks and then goes on for ever, as on a disk that hangs. */
const hanging = `#!/bin/sh
case "$*" in
  *--version*) echo 'mariadb-backup based on MariaDB server 10.11.19-MariaDB Linux (x86_64)' >&2 ;;
  *) echo '[00] Starting BACKUP STAGE FLUSH' >&2; echo something; exec sleep 3000 ;;
esac
`

describe.skipIf(
  !has('mariadb', 'mariadb-client', 'mariadb-backup', 'docker', 'busybox') || process.getuid?.() !== 0,
)('via: exec', { timeout: 180_000 }, () => {
  let docker: Docker
  let work: string
  let server: ServerInContainer

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
    docker = await startDocker({ bridge: true })
    await loadServiceImage(docker, 'mariadb', image)
    server = await mariadbIn(docker, { name: 'shop_mysql', image, args: ['--log-bin=bin'] })
    await fillShop(server)
  }, 180_000)
  afterAll(async () => {
    await docker?.stop()
    rmSync(work, { recursive: true, force: true })
  })

  const settings = (more: Record<string, unknown> = {}) =>
    mysqlConfig.parse({
      ...{ type: 'mysql', method: 'physical', via: 'exec', container: server.name },
      ...{ user: 'root', password: server.password, ...more },
    })
  const sourceOf = (more: Record<string, unknown> = {}) => createMysqlSource(settings(more))
  const context = (signal?: AbortSignal): CaptureContext => {
    const base = sourceContext(signal)
    return {
      ...base,
      environment: { ...base.environment, ...docker.environment, PATH: base.environment.PATH ?? '' },
      scratch: work,
      level: 0,
      repository: '0123456789abcdef',
      index: { add: () => undefined },
      allowUnread: [],
    }
  }
  let count = 0
  const directory = () => {
    count += 1
    mkdirSync(join(work, String(count)))
    return join(work, String(count))
  }
  /** What runs in the container beside its server, and what lies in its memory. */
  const left = async () => {
    const top = await docker.run(['top', server.name, '-eo', 'pid,args'])
    expect(top.stdout).toContain('mariadbd')
    const files = await docker.run(['exec', server.name, 'ls', '/dev/shm'])
    return [
      ...top.stdout
        .trim()
        .split('\n')
        .slice(1)
        .filter((line) => !/^\s*\d+ +(mariadbd|ls) /.test(line)),
      files.stdout,
    ].join('')
  }
  /** A PATH without any program of MariaDB. */
  const toolsOf = (bin: string) => {
    for (const name of ['docker', 'chown', 'tar', 'cp']) {
      const [place] = (process.env.PATH ?? '').split(delimiter).filter((path) => existsSync(join(path, name)))
      if (place !== undefined) symlinkSync(join(place, name), join(bin, name))
    }
    return bin
  }
  const replaceTool = async (text: string) => {
    writeFileSync(join(work, 'tool'), text, { mode: 0o755 })
    await docker.run(['exec', server.name, 'mv', '/usr/bin/mariadb-backup', '/usr/bin/kept'])
    await docker.run(['cp', join(work, 'tool'), `${server.name}:/usr/bin/mariadb-backup`])
  }
  const putBackTool = () =>
    docker.run(['exec', server.name, 'mv', '/usr/bin/kept', '/usr/bin/mariadb-backup'])

  it("copies with the container's own tool, and increments, while others write", async () => {
    let writing = true
    const writer = (async () => {
      for (let at = 0; writing; at++) await server.run(`INSERT INTO shop.audit VALUES ('meanwhile ${at}')`)
    })()
    let full: Captured
    let seen = ''
    try {
      full = await capture(sourceOf({ parallel: 2, throttle: 100 }), directory(), {
        context: context(),
        onOpen: async () => {
          await expect
            .poll(async () => (await docker.run(['top', server.name, '-eo', 'pid,args'])).stdout, {
              timeout: 30_000,
            })
            .toContain('--backup')
          seen = (await docker.run(['top', server.name, '-eo', 'pid,args'])).stdout
        },
      })
    } finally {
      writing = false
      await writer
    }
    expect(seen).not.toContain(server.password)
    expect(seen).toContain('--parallel=2')
    expect(full.link.description).toMatchObject({
      ...{ via: 'exec', method: 'physical', server: expect.stringMatching(/^mariadb 10\./) },
      tool: expect.stringMatching(/^mariadb-backup 10\./),
    })
    await server.run("INSERT INTO shop.audit VALUES ('in the increment')")
    const second = await capture(sourceOf(), directory(), {
      ...{ level: 1, parent: full.parent },
      context: { ...context(), level: 1, parent: full.parent },
    })
    expect([second.level, second.fullBecause, second.result.evidence]).toEqual([1, undefined, 'snapshot'])
    expect(await left()).toBe('')
    const drilled = await sourceOf().drill(context(), [full.link, second.link], {
      scratch: directory(),
      server: { type: 'local' },
    })
    expect(drilled.checks.filter(({ result }) => result !== 'passed')).toEqual([])
  })

  it('and is drilled and restored by the tools of an image, on a host that has none', async () => {
    const full = await capture(sourceOf(), directory(), { context: context() })
    await server.run("INSERT INTO shop.audit VALUES ('once more')")
    const next = await capture(sourceOf(), directory(), {
      ...{ level: 1, parent: full.parent },
      context: { ...context(), level: 1, parent: full.parent },
    })
    const bare = { ...context(), environment: { ...context().environment, PATH: toolsOf(directory()) } }
    const links = [full.link, next.link]
    const drilled = await sourceOf().drill(bare, links, { scratch: directory(), server: { type: 'docker' } })
    expect(drilled.checks.filter(({ result }) => result !== 'passed')).toEqual([])
    expect(drilled.versions?.tool).toContain('mariadb-backup of mariadb:10.11 10.11')
    const path = join(directory(), 'restored')
    const source = createMysqlSource(
      mysqlConfig.parse({ type: 'mysql', method: 'physical', socket: '/run/none', user: 'root' }),
    )
    const state = directory()
    await source.restore({ ...bare, stateDirectory: state }, links, {
      target: { type: 'datadir', path },
      ...{ include: [], overwrite: false },
    })
    expect(readdirSync(path)).toEqual(expect.arrayContaining(['ibdata1', 'shop']))
    expect(readdirSync(dirname(path))).toEqual(['restored'])
    expect((await docker.run(['ps', '--all', '--format', '{{.Names}}'])).stdout.trim()).toBe(server.name)
  })

  it('ends the tool in the container when it is cancelled', async () => {
    await server.run(
      'CREATE DATABASE bulk',
      'CREATE TABLE bulk.filler (id INT PRIMARY KEY, text VARCHAR(1100)) ENGINE=InnoDB',
      'INSERT INTO bulk.filler SELECT seq, REPEAT(MD5(seq), 31) FROM bulk.seq_1_to_20000',
    )
    const cancelled = new AbortController()
    const begun = await sourceOf().capture(context(cancelled.signal))
    const stream = begun.streams[0]?.open()
    if (stream === undefined) throw new Error('no stream')
    const chunks = stream[Symbol.asyncIterator]()
    await chunks.next()
    // Nobody reads on: the tool waits for us.
    expect(await left()).toContain('--backup')
    cancelled.abort(new Error('enough'))
    const drain = async () => {
      while (!(await chunks.next()).done);
    }
    await expect(drain()).rejects.toThrow('enough')
    await begun.abort()
    expect(await left()).toBe('')
  })

  it('ends it after max-lock', async () => {
    await replaceTool(hanging)
    const begun = await sourceOf({ 'max-lock': '1s' }).capture(context())
    const read = async () => {
      for await (const _ of begun.streams[0]?.open() ?? []);
    }
    await expect(read()).rejects.toMatchObject({ code: 'lock-too-long' })
    await begun.abort()
    expect(await left()).toBe('')
    await putBackTool()
  })

  it('ends it when the client that waits for it is killed', async () => {
    await replaceTool(hanging)
    const version = { flavor: 'mariadb', text: '10.11.19', major: 10, minor: 11, patch: 19 } as const
    const plan = {
      address: { user: 'root', tls: 'preferred' },
      facts: { version, datadir: '/var/lib/mysql', variable: () => '' },
      tool: { path: 'mariadb-backup', name: 'mariadb-backup', version },
    } as unknown as CopyPlan
    const runner = runInContainer(context(), settings(), server.name, plan)
    let locked = false
    const running = runner.start({
      onLine: (line) => {
        if (line.includes('BACKUP STAGE')) locked = true
      },
    })
    running.stdout.on('error', () => undefined).resume()
    await expect.poll(() => locked, { timeout: 30_000 }).toBe(true)
    process.kill(running.pid ?? 0, 'SIGKILL')
    await expect.poll(left, { timeout: 30_000 }).toBe('')
    await runner.end()
    await putBackTool()
  })

  it('says what the container lacks', async () => {
    await docker.run(['exec', server.name, 'mv', '/usr/bin/mariadb-backup', '/usr/bin/kept'])
    await expect(sourceOf().capture(context())).rejects.toMatchObject({
      code: 'tool-missing',
      message: 'the container shop_mysql has no mariadb-backup',
      hint: expect.stringContaining('via: exec'),
    })
    await putBackTool()
    expect((await sourceOf().preflight(context())).find(({ code }) => code === 'tool-found')).toMatchObject({
      message: expect.stringContaining('in the container shop_mysql'),
    })
    const denied = sourceOf({ password: 'wrong' }).capture(context())
    await expect(denied).rejects.toMatchObject({ code: 'source-unreadable' })
  })

  it('is for hot copies in containers', () => {
    const parse = (more: Record<string, unknown>) =>
      mysqlConfig
        .safeParse({ type: 'mysql', via: 'exec', ...more })
        .error?.issues.map(({ message }) => message)
    expect(parse({ method: 'physical', socket: '/run/s' })).toEqual(['needed beside via: exec'])
    expect(parse({ container: 'one' })).toEqual(['exec is for method: physical'])
    expect(parse({ container: 'one', method: 'physical', tool: 'mysqldump' })).toEqual([
      expect.stringContaining('mysqldump makes dumps'),
    ])
  })
})
