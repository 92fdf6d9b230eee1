import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../src/domain/secret.ts'
import { systemClock } from '../../src/process/clock.ts'
import { childEnvironment } from '../../src/process/environment.ts'
import { runTool } from '../../src/process/run-tool.ts'
import { spawnTool } from '../../src/process/spawn.ts'
import { findTool, requireTool } from '../../src/process/tools.ts'

const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin' }
const signal = new AbortController().signal
const sh = (script: string, ...args: string[]) => ({
  command: 'sh',
  args: ['-c', script, 'sh', ...args],
  environment,
  signal,
})

async function collect(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** A zombie that nobody reaped yet is dead. */
async function alive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => 'gone) Z')
  return !/\) Z/.test(status)
}

describe('spawnTool', () => {
  it('passes stdout through and ends after exit 0', async () => {
    const tool = spawnTool(sh('printf one; printf two >&2; exit 0'))
    expect(await collect(tool.stdout)).toBe('onetwo'.slice(0, 3))
    expect(await tool.exited).toEqual({ code: 0, signal: null })
    expect(tool.stderr.text()).toBe('two')
  })

  it('errors instead of ending when the exit status is not accepted, with name, status and stderr', async () => {
    const tool = spawnTool(sh('printf data; echo "disk on fire" >&2; exit 3'))
    let seen = ''
    const failed = (async () => {
      for await (const chunk of tool.stdout) seen += chunk
    })()
    await expect(failed).rejects.toMatchObject({
      code: 'tool-failed',
      message: 'sh exited with status 3: disk on fire',
      context: { tool: 'sh', exitStatus: 3, stderr: ['disk on fire'] },
    })
    expect(seen).toBe('data')
  })

  it('holds the end back while a child that closed stdout early is still running', async () => {
    const tool = spawnTool(sh('printf data; exec 1>&-; sleep 0.3; exit 9'))
    await expect(collect(tool.stdout)).rejects.toMatchObject({ code: 'tool-failed' })
  })

  it('accepts the statuses it is told to', async () => {
    const tool = spawnTool({ ...sh('printf x; exit 2'), acceptedExits: [0, 2] })
    expect(await collect(tool.stdout)).toBe('x')
    expect((await tool.exited).code).toBe(2)
  })

  it('names the signal that ended a child', async () => {
    await expect(runTool(sh('kill -9 $$'))).rejects.toMatchObject({ context: { signal: 'SIGKILL' } })
  })

  it('masks secrets in what it reports', async () => {
    const secret = new Secret('correct-horse-battery')
    const call = { ...sh('echo "wrong password $P" >&2; exit 1'), extraEnvironment: { P: secret } }
    const error = await runTool(call).catch((caught: unknown) => caught)
    expect(JSON.stringify(error)).not.toContain('correct-horse')
    expect((error as Error).message).toContain('wrong password ***')
  })

  it('says what to install when the tool is missing', async () => {
    const tool = spawnTool({ ...sh(''), command: 'rclone', environment: { PATH: '/nowhere' } })
    await expect(collect(tool.stdout)).rejects.toMatchObject({
      code: 'tool-missing',
      hint: expect.stringContaining('apt-get install rclone'),
    })
    await expect(tool.exited).rejects.toMatchObject({ code: 'tool-missing' })
    await tool.stop()
  })

  it('does not take a missing working directory for a missing tool', async () => {
    await expect(runTool({ ...sh('true'), cwd: '/no/such/place' })).rejects.toMatchObject({
      code: 'tool-failed',
    })
  })

  it('hands over arguments as they are, never through a shell', async () => {
    const nasty = '$(touch /tmp/pwned); `id` "\' *\n-x'
    const { stdout } = await runTool({ ...sh('printf %s "$1"', nasty) })
    expect(stdout.toString()).toBe(nasty)
  })

  it('stops with SIGTERM, then with SIGKILL, grandchildren included', async () => {
    const tool = spawnTool({
      ...sh('trap "" TERM; (trap "" TERM; sleep 60) & echo $!; sleep 60'),
      killAfterMs: 150,
    })
    const grandchild = await new Promise<number>((resolve) =>
      tool.stdout.once('data', (chunk) => resolve(Number(chunk))),
    )
    tool.stdout.on('error', () => undefined)
    const before = systemClock.monotonic()
    await tool.stop()
    // Far less than the 60 s that it would sleep.
    expect(systemClock.monotonic() - before).toBeLessThan(20_000)
    expect((await tool.exited).signal).toBe('SIGKILL')
    await expect.poll(() => alive(grandchild)).toBe(false)
  })

  it('stops on abort and errors with the reason', async () => {
    const controller = new AbortController()
    const tool = spawnTool({ ...sh('echo ready; exec sleep 60'), signal: controller.signal })
    tool.stdout.once('data', () => controller.abort(new Error('enough')))
    await expect(collect(tool.stdout)).rejects.toThrow('enough')
    expect((await tool.exited).signal).toBe('SIGTERM')
    expect(() => spawnTool({ ...sh('true'), signal: controller.signal })).toThrow('enough')
  })

  it('stops the child when the reader goes away', async () => {
    const tool = spawnTool(sh('exec yes'))
    tool.stdout.once('data', () => tool.stdout.destroy())
    expect((await tool.exited).code).not.toBe(0)
  })

  it('applies back-pressure', async () => {
    const tool = spawnTool(sh('head -c 50000000 /dev/zero'))
    await systemClock.sleep(200)
    expect(tool.stdout.readableLength).toBeLessThan(2 * 1024 * 1024)
    let bytes = 0
    for await (const chunk of tool.stdout as AsyncIterable<Buffer>) bytes += chunk.length
    expect(bytes).toBe(50_000_000)
  })

  it('calls back for each line of stderr and keeps only its end', async () => {
    const lines: string[] = []
    const tool = spawnTool({
      ...sh('i=0; while [ $i -lt 20000 ]; do echo "line $i"; i=$((i+1)); done >&2; printf last >&2'),
      onStderrLine: (line) => lines.push(line),
    })
    await collect(tool.stdout)
    expect(lines).toHaveLength(20_001)
    expect(lines.at(-1)).toBe('last')
    expect(tool.stderr.text().length).toBeLessThanOrEqual(64 * 1024)
    expect(tool.stderr.lastLines(2)).toEqual(['line 19999', 'last'])
  })
})

describe('stdin', () => {
  it('feeds a stream, bytes or text', async () => {
    for (const stdin of [Readable.from([Buffer.from('ab'), Buffer.from('c')]), Buffer.from('abc'), 'abc']) {
      const outcome = await runTool({ ...sh('cat'), stdin })
      expect(outcome.stdout.toString()).toBe('abc')
      expect(outcome.inputComplete).toBe(true)
    }
  })

  it('never lets a child see the broken end of an input as a good one', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'holdfast-stdin-'))
    const marker = join(directory, 'committed')
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half')
        await systemClock.sleep(50)
        throw new Error('damaged')
      })(),
    )
    const call = { ...sh('cat >/dev/null; echo done >"$1"', marker), stdin: broken }
    await expect(runTool(call)).rejects.toThrow('damaged')
    await expect(readFile(marker)).rejects.toMatchObject({ code: 'ENOENT' })
    await rm(directory, { recursive: true })
  })

  it('tells when a child succeeded without reading everything, also while the input is idle', async () => {
    const idle = new Readable({ read: () => undefined })
    idle.push(Buffer.alloc(10))
    const outcome = await runTool({ ...sh('exit 0'), stdin: idle })
    expect(outcome.inputComplete).toBe(false)
    expect(idle.destroyed).toBe(true)
  })

  it('lets a child that has read enough come to its end', async () => {
    for (let round = 0; round < 5; round++) {
      const endless = Readable.from(
        (function* () {
          for (let i = 0; i < 2000; i++) yield Buffer.alloc(64 * 1024)
        })(),
      )
      // It goes on for a while without its input, as pg_restore --list does.
      const call = sh('head -c 10 >/dev/null; exec <&-; sleep 0.3; echo done')
      const outcome = await runTool({ ...call, stdin: endless })
      expect(outcome.stdout.toString()).toBe('done\n')
      expect(outcome.inputComplete).toBe(false)
    }
  })
})

describe('runTool', () => {
  it('refuses more output than it was told to hold', async () => {
    await expect(runTool({ ...sh('exec yes'), maxOutput: 1000 })).rejects.toMatchObject({
      code: 'tool-failed',
      message: expect.stringContaining('more than 1000 bytes'),
    })
  })
})

describe('tools and environment', () => {
  it('finds tools on the given PATH only', async () => {
    expect(await findTool('sh', environment)).toMatch(/\/sh$/)
    expect(await findTool('sh', { PATH: '/nowhere' })).toBeUndefined()
    await expect(requireTool('zfs', { PATH: '/nowhere' })).rejects.toMatchObject({ code: 'tool-missing' })
  })

  it('withholds the secrets of Holdfast and keeps the rest', () => {
    new Secret('tank')
    new Secret('/usr/bin')
    new Secret('sup3r-s3cret')
    const kept = childEnvironment({
      PATH: '/usr/bin',
      PGHOST: 'db',
      DATABASE_URL: 'postgres://u:sup3r-s3cret@db/x',
      HOLDFAST_IDENTITY: 'AGE-SECRET-KEY-1',
      AWS_SECRET_ACCESS_KEY: 'x',
      AZURE_CLIENT_SECRET: 'x',
      BACKUP_PASSPHRASE: 'x',
      INPUT_RECIPIENTS: 'x',
      MISSING: undefined,
    })
    expect(kept).toEqual({ PATH: '/usr/bin', PGHOST: 'db' })
  })
})
