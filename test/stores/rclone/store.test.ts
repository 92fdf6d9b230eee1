import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bytes, expectCode, get, keys, never, put, sha256, text } from '../../conformance/store-suite.ts'
import { diskEnvironment, lacksRclone, openDisk, openRemote } from './local-remote.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-rclone-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const temporaries = () => {
  const folder = join(root, '.holdfast-tmp')
  return existsSync(folder) ? readdirSync(folder) : []
}

test('says what to install where rclone is not there', async () => {
  const error = await expectCode(openDisk(root, { PATH: '/nowhere' }), 'tool-missing')
  expect(error.hint).toContain('apt-get install rclone')
})

test('says of an rclone that is too old which one is needed', async () => {
  const old = join(root, 'rclone')
  writeFileSync(old, '#!/bin/sh\necho rclone v1.53.3-DEV\n', { mode: 0o755 })
  const error = await expectCode(openDisk(root, { PATH: `${root}:/usr/bin:/bin` }), 'tool-missing')
  expect(error.message).toBe('rclone v1.53.3-DEV is too old')
  expect(error.hint).toContain('1.60')
})

describe.skipIf(lacksRclone)('with rclone', { timeout: 180_000 }, () => {
  test('says of an unknown remote how to make it, and does not try again', async () => {
    const error = await expectCode(openRemote('nosuch:bucket'), 'store-unreachable')
    expect(error.message).toContain('rclone does not know the remote')
    expect(error.hint).toContain('Make the remote nosuch with `rclone config`')
    expect(error.retryable).toBe(false)
  })

  test('says of an encrypted configuration where its password goes', async () => {
    const config = join(root, 'rclone.conf')
    writeFileSync(config, `RCLONE_ENCRYPT_V0:\n${Buffer.alloc(96, 7).toString('base64')}\n`)
    const error = await expectCode(openRemote('b2:x', { RCLONE_CONFIG: config }), 'store-unreachable')
    expect(error.message).toContain("rclone's configuration is encrypted")
    expect(error.hint).toContain('RCLONE_CONFIG_PASS')
  })

  test('tries again later where nobody listens', async () => {
    const port = 1
    const error = await expectCode(
      (async () => {
        const store = await openRemote('dav:backups', {
          RCLONE_CONFIG_DAV_TYPE: 'webdav',
          RCLONE_CONFIG_DAV_URL: `http://127.0.0.1:${port}`,
        })
        await put(store, 'data/x', text('x'))
      })(),
      'store-unreachable',
    )
    expect(error.retryable).toBe(true)
    expect(error.hint).toContain('dav:backups')
  })

  test('reads and writes with its own configuration file, and leaves it as it was', async () => {
    const config = join(root, 'rclone.conf')
    writeFileSync(config, `[archive]\ntype = alias\nremote = ${join(root, 'there')}\n`, { mode: 0o600 })
    const before = readFileSync(config)
    const store = await openRemote('archive:sub', { RCLONE_CONFIG: config })
    await put(store, 'data/x', text('x'))
    expect(readFileSync(join(root, 'there/sub/data/x'), 'utf8')).toBe('x')
    expect(readFileSync(config)).toEqual(before)
  })

  test('is not led astray by options in the environment', async () => {
    const store = await openDisk(root, {
      RCLONE_EXCLUDE: '*',
      RCLONE_DRY_RUN: 'true',
      RCLONE_PROGRESS: 'true',
      RCLONE_MAX_DEPTH: '1',
      RCLONE_LOG_FILE: join(root, 'log'),
      RCLONE_USE_JSON_LOG: 'true',
    })
    await put(store, 'data/deep/er/x', text('content'))
    expect(String(await get(store, 'data/deep/er/x'))).toBe('content')
    expect(await keys(store, '')).toEqual(['data/deep/er/x'])
  })

  test('lists no file as if it lay below its own name', async () => {
    const store = await openDisk(root)
    await put(store, 'data/a', text('file'))
    await put(store, 'data/b/b', text('inside'))
    await put(store, 'data/c', text('file'))
    for (const prefix of ['data/a/', 'data/a/a', 'data/c/', 'data/c/c/']) {
      expect(await keys(store, prefix)).toEqual([])
    }
    expect(await keys(store, 'data/a')).toEqual(['data/a'])
    expect(await keys(store, 'data/b/')).toEqual(['data/b/b'])
  })

  test('refuses what stands in the way, and keys that would leave the remote', async () => {
    const store = await openDisk(root)
    await put(store, 'data/a', text('file'))
    const error = await expectCode(put(store, 'data/a/b', text('x')), 'store-unwritable')
    expect(error.retryable).toBe(false)
    for (const key of ['../x', 'a/../../x', '/x', 'a//b', '.holdfast-tmp/x', '']) {
      await expectCode(put(store, key, text('x')), 'store-unsupported')
      await expectCode(get(store, key), 'store-unsupported')
    }
    expect(await keys(store, '')).toEqual(['data/a'])
    expect(temporaries()).toEqual([])
  })

  test('an upload that breaks off leaves nothing, an old temporary file goes, a young one stays', async () => {
    const store = await openDisk(root)
    await put(store, 'data/whole', text('x'))
    for (const [name, age] of [
      ['old.part', 2 * 3600],
      ['young.part', 60],
    ] as const) {
      const file = join(root, '.holdfast-tmp', name)
      writeFileSync(file, 'left behind')
      utimesSync(file, Date.now() / 1000 - age, Date.now() / 1000 - age)
    }
    const controller = new AbortController()
    const stream = (async function* () {
      yield bytes(200_000)
      controller.abort(new Error('enough'))
      await sleep(300)
      yield bytes(200_000)
    })()
    await expect(store.putStream?.('data/half', stream, { signal: controller.signal })).rejects.toThrow(
      'enough',
    )
    const again = await openDisk(root)
    await put(again, 'data/more', text('y'))
    expect(temporaries()).toEqual(['young.part'])
    expect(await keys(again, '')).toEqual(['data/more', 'data/whole'])
  })

  test('a writer that is killed leaves no object, and none that looks whole', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'slow-writer.ts'), root], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...diskEnvironment },
    })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await sleep(1500)
    const store = await openDisk(root)
    expect(await keys(store, '')).toEqual([])
    expect(await store.stat('data/streamed')).toBeUndefined()
    expect(temporaries()).not.toEqual([])
  })

  test('what another writer put meanwhile is an error of the read, not a short success', async () => {
    const store = await openDisk(root)
    const body = bytes(30 * 1024 * 1024)
    await put(store, 'data/big', body)
    const stream = await store.get('data/big', { signal: never })
    writeFileSync(join(root, 'data/big'), 'short')
    const error = await expectCode(
      (async () => {
        for await (const _ of stream) await sleep(1)
      })(),
      'store-unreachable',
    )
    expect(error.retryable).toBe(true)
    expect(sha256(body)).not.toBe(sha256(await get(store, 'data/big')))
  })
})
