import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { put, text } from '../../conformance/store-suite.ts'
import { workspace } from '../../e2e/workspace.ts'
import { makeCertificate } from '../../services/certificate.ts'
import { has } from '../../services/program.ts'
import { startProxy, type TestProxy } from '../../services/proxy.ts'
import { startVersitygw } from '../../services/s3.ts'
import { startScriptedS3 } from '../../services/scripted-s3.ts'
import { open } from './open.ts'

describe.skipIf(!has('versitygw', 'openssl'))('S3 behind a proxy', () => {
  let proxy: TestProxy
  let directory: string

  beforeEach(async () => {
    proxy = await startProxy()
    directory = await mkdtemp(join(tmpdir(), 'holdfast-s3-proxy-'))
  })

  afterEach(async () => {
    await proxy.stop()
    await rm(directory, { recursive: true })
  })

  test('a store with TLS, under an authority of its own, is reached through HTTPS_PROXY', {
    timeout: 180_000,
  }, async () => {
    const certificate = await makeCertificate(directory)
    const service = await startVersitygw({ certificate })
    try {
      const space = await workspace()
      const place = `s3://${service.bucket}/behind?endpoint=${service.endpoint}`
      const { host } = new URL(service.endpoint)
      const env = { ...service.environment, NODE_EXTRA_CA_CERTS: certificate.cert, HTTPS_PROXY: proxy.url }
      space.write('source/file', 'through the proxy')
      const args = ['--destination', place, '--recipient', space.keys.recipient]
      const backup = await space.run(['backup', space.source, ...args, '--json'], { env })
      expect([backup.exitCode, backup.json.errors]).toEqual([0, []])
      expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${host}`]))
      const connections = proxy.asked.length
      const direct = await space.run(['list', '--destination', place, '--json'], {
        env: { ...env, NO_PROXY: '127.0.0.1' },
      })
      expect([direct.exitCode, direct.json.results.length]).toEqual([0, 1])
      expect(proxy.asked).toHaveLength(connections)
    } finally {
      await service.stop()
    }
  })

  test('a store without TLS is reached through HTTP_PROXY', async () => {
    const server = await startScriptedS3()
    try {
      const environment = { http_proxy: proxy.url }
      const store = await open(server.settings, { stateDirectory: directory, environment })
      await put(store, 'data/x', text('through'))
      expect(proxy.asked.at(-1)).toContain(`${server.endpoint}/scripted/data/x`)
      expect(String(server.objects.get('data/x'))).toBe('through')
    } finally {
      await server.stop()
    }
  })

  test('a proxy that is not there is an error of the network', async () => {
    const server = await startScriptedS3()
    try {
      const environment = { HTTP_PROXY: 'http://127.0.0.1:9' }
      const attempt = open(server.settings, { stateDirectory: directory, environment, mode: 'read' })
      await expect(attempt).rejects.toMatchObject({
        code: 'store-unreachable',
        hint: expect.stringContaining('HTTPS_PROXY'),
      })
    } finally {
      await server.stop()
    }
  })
})
