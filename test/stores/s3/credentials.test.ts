import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { maskSecrets } from '../../../src/domain/secret.ts'
import type { S3Settings } from '../../../src/stores/s3/config.ts'
import { expectCode, keys, put, text } from '../../conformance/store-suite.ts'
import { createInstantClock } from '../../fakes/instant-clock.ts'
import { type ScriptedS3, startScriptedS3, xmlError } from '../../services/scripted-s3.ts'
import { open } from './open.ts'

const roleArn = 'arn:aws:iam::123456789012:role/backup'
const clock = createInstantClock()

interface Exchange {
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly form: URLSearchParams
}

type Reply = { readonly status?: number; readonly body: string }

/** GitHub's token service and STS, told apart by the path. */
interface Authority {
  readonly address: string
  readonly asked: { readonly github: Exchange[]; readonly sts: Exchange[] }
  github: () => Reply
  sts: () => Reply
  stop(): Promise<void>
}

let issued = 0

/** What STS gives out; `life` in seconds. */
function session(life: number): Reply {
  const number = ++issued
  const expiration = new Date(Date.now() + life * 1000).toISOString()
  return {
    body: `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>ASIA${number}</AccessKeyId><SecretAccessKey>secret-of-session-${number}</SecretAccessKey><SessionToken>token-of-session-${number}</SessionToken><Expiration>${expiration}</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
  }
}

function stsError(code: string): Reply {
  return {
    status: 403,
    body: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}.</Message></Error></ErrorResponse>`,
  }
}

async function startAuthority(): Promise<Authority> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://authority')
    const exchange = { url, headers: request.headers, form: new URLSearchParams(await textOf(request)) }
    const kind = url.pathname === '/token' ? 'github' : 'sts'
    authority.asked[kind].push(exchange)
    const { status = 200, body } = authority[kind]()
    response
      .writeHead(status, { 'content-type': kind === 'github' ? 'application/json' : 'text/xml' })
      .end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const authority: Authority = {
    address: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    asked: { github: [], sts: [] },
    github: () => ({ body: JSON.stringify({ value: `oidc-token-${authority.asked.github.length}` }) }),
    sts: () => session(3600),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return authority
}

let authority: Authority
let server: ScriptedS3
let stateDirectory: string

beforeEach(async () => {
  authority = await startAuthority()
  server = await startScriptedS3()
  stateDirectory = await mkdtemp(join(tmpdir(), 'holdfast-s3-role-'))
})

afterEach(async () => {
  await authority.stop()
  await server.stop()
  await rm(stateDirectory, { recursive: true })
})

function settings(more: Partial<S3Settings> = {}): S3Settings {
  const { accessKeyId: _, secretAccessKey: __, ...rest } = server.settings
  return { ...rest, ...more }
}

function github(): Record<string, string> {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_RUN_ID: '4711',
    ACTIONS_ID_TOKEN_REQUEST_URL: `${authority.address}/token?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token-of-the-job',
    AWS_ENDPOINT_URL_STS: `${authority.address}/sts`,
  }
}

const keyOf = (authorization: string | undefined) => /Credential=(\w+)\//.exec(authorization ?? '')?.[1]

test("a role is assumed with GitHub's token", async () => {
  const store = await open(settings({ roleArn }), { stateDirectory, clock, environment: github() })
  await put(store, 'data/x', text('x'))
  const [token] = authority.asked.github
  expect(token?.headers.authorization).toBe('Bearer request-token-of-the-job')
  expect(token?.url.searchParams.get('audience')).toBe('sts.amazonaws.com')
  expect(token?.url.searchParams.get('api-version')).toBe('2')
  const form = authority.asked.sts[0]?.form
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    Action: 'AssumeRoleWithWebIdentity',
    RoleArn: roleArn,
    RoleSessionName: 'holdfast-4711',
    WebIdentityToken: 'oidc-token-1',
  })
  const headers = server.asked.at(-1)?.headers ?? {}
  expect(keyOf(headers.authorization)).toBe(`ASIA${issued}`)
  expect(headers['x-amz-security-token']).toBe(`token-of-session-${issued}`)
  expect([authority.asked.github.length, authority.asked.sts.length]).toEqual([1, 1])
  expect(maskSecrets(`a token-of-session-${issued} and oidc-token-1`)).toBe('a *** and ***')
})

test('the role is assumed anew before the session ends', async () => {
  authority.sts = () => session(120)
  const store = await open(settings({ roleArn }), { stateDirectory, clock, environment: github() })
  const first = issued
  await put(store, 'data/x', text('x'))
  await put(store, 'data/y', text('y'))
  expect(issued).toBeGreaterThan(first)
  expect(keyOf(server.asked.at(-1)?.headers.authorization)).not.toBe('ASIA1')
  expect(authority.asked.github.length).toBe(authority.asked.sts.length)
})

test('a token file serves where there is no GitHub', async () => {
  const file = join(stateDirectory, 'token')
  await writeFile(file, 'token-of-the-cluster\n')
  const environment = { AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ENDPOINT_URL_STS: `${authority.address}/sts` }
  const store = await open(settings({ roleArn }), { stateDirectory, clock, environment })
  await put(store, 'data/x', text('x'))
  expect(authority.asked.sts[0]?.form.get('WebIdentityToken')).toBe('token-of-the-cluster')
  const missing = { ...environment, AWS_WEB_IDENTITY_TOKEN_FILE: `${file}-none` }
  const again = open(settings({ roleArn }), {
    stateDirectory: `${stateDirectory}/2`,
    clock,
    environment: missing,
  })
  expect((await expectCode(again, 'store-credentials')).message).toContain(`${file}-none`)
})

test('without a token it says what the workflow lacks', async () => {
  const attempt = (environment: Record<string, string>) =>
    expectCode(open(settings({ roleArn }), { stateDirectory, clock, environment }), 'store-credentials')
  expect((await attempt({ GITHUB_ACTIONS: 'true' })).hint).toContain('id-token: write')
  expect((await attempt({})).hint).toContain('AWS_WEB_IDENTITY_TOKEN_FILE')
  authority.github = () => ({ status: 403, body: 'no' })
  expect((await attempt(github())).hint).toContain('id-token: write')
  authority.github = () => ({ body: 'no JSON at all' })
  expect((await attempt(github())).message).toContain('holds none')
})

test('a role that does not trust us is named', async () => {
  authority.sts = () => stsError('AccessDenied')
  const attempt = open(settings({ roleArn }), { stateDirectory, clock, environment: github() })
  const error = await expectCode(attempt, 'store-credentials')
  expect(error).toMatchObject({ retryable: false, context: { role: roleArn, answer: 'AccessDenied' } })
  expect(error.hint).toContain('trust policy')
  expect(JSON.stringify([error.message, error.hint, error.context])).not.toContain('oidc-token')
})

test('services that are down for a while are asked again', async () => {
  let [githubDown, stsDown] = [2, 7]
  const { github: token, sts } = authority
  authority.github = () => (githubDown-- > 0 ? { status: 503, body: '' } : token())
  authority.sts = () => (stsDown-- > 0 ? { status: 503, body: '' } : sts())
  const store = await open(settings({ roleArn }), { stateDirectory, clock, environment: github() })
  expect(await keys(store, 'data/')).toEqual([])
  expect([githubDown < 0, stsDown < 0]).toEqual([true, true])
})

test('services that cannot be reached are named, and not the store', async () => {
  const nobody = 'http://127.0.0.1:9'
  const attempt = (environment: Record<string, string>) =>
    expectCode(open(settings({ roleArn }), { stateDirectory, clock, environment }), 'store-unreachable')
  const sts = await attempt({ ...github(), AWS_ENDPOINT_URL_STS: nobody })
  expect(sts.message).toContain('assume the role: 127.0.0.1:9 cannot be reached')
  const token = await attempt({ ...github(), ACTIONS_ID_TOKEN_REQUEST_URL: `${nobody}/token` })
  expect(token.message).toContain('github gave no token: it cannot be reached')
  expect([sts.retryable, token.retryable]).toEqual([true, true])
})

test('keys of the environment that the run was given are used, and the session token with them', async () => {
  const environment = {
    AWS_ACCESS_KEY_ID: 'AKIAFROMENV',
    AWS_SECRET_ACCESS_KEY: 'secret-from-the-environment',
    AWS_SESSION_TOKEN: 'session-from-the-environment',
    AWS_REGION: 'eu-north-1',
  }
  const { region: _, ...rest } = settings()
  const store = await open(rest, { stateDirectory, clock, environment })
  await put(store, 'data/x', text('x'))
  const headers = server.asked.at(-1)?.headers ?? {}
  expect(headers.authorization).toContain('Credential=AKIAFROMENV/')
  expect(headers.authorization).toContain('/eu-north-1/s3/')
  expect(headers['x-amz-security-token']).toBe('session-from-the-environment')
})

test('a profile that the run was given is used', async () => {
  const file = join(stateDirectory, 'credentials')
  const lines = ['[default]', 'aws_access_key_id = AKIADEFAULT', 'aws_secret_access_key = secret-of-default']
  const own = ['[backup]', 'aws_access_key_id = AKIAPROFILE', 'aws_secret_access_key = secret-of-the-profile']
  await writeFile(file, [...lines, ...own, ''].join('\n'))
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', file)
  vi.stubEnv('AWS_CONFIG_FILE', join(stateDirectory, 'none'))
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, undefined)
  const store = await open(settings(), { stateDirectory, clock, environment: { AWS_PROFILE: 'backup' } })
  await put(store, 'data/x', text('x'))
  expect(keyOf(server.asked.at(-1)?.headers.authorization)).toBe('AKIAPROFILE')
  vi.unstubAllEnvs()
})

test('a session that ends in the middle is an error that says so', async () => {
  const environment = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret-from-the-environment' }
  const store = await open(settings(), { stateDirectory, clock, environment })
  server.script = () => xmlError(400, 'ExpiredToken')
  const error = await expectCode(put(store, 'data/x', text('x')), 'store-credentials')
  expect(error.hint).toContain('role-arn')
})
