import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttp, type RequestListener, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import {
  AccountSASPermissions,
  AccountSASResourceTypes,
  AccountSASServices,
  generateAccountSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { generateKeys } from '../../../src/commands/keygen.ts'
import { accountOf } from '../../../src/stores/azure/connection-string.ts'
import { type CliResult, cli } from '../../e2e/cli.ts'
import { type Azurite, startAzurite } from '../../services/azurite.ts'

/** Every way to sign in, through the command line, against Azurite with TLS and a scripted Microsoft and GitHub. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let root: string
let azurite: Azurite
let recipient: string
let microsoft: Server
let github: Server
let microsoftUrl: string
let githubUrl: string
/** What the two were asked. */
let asked: { from: string; url: string; body: string; authorization: string | undefined }[]
let refuse: ((from: string) => { status: number; body: object } | undefined) | undefined
let sequence = 0

const seconds = () => Math.floor(Date.now() / 1000)

/** A token as Azurite wants it; it looks at what is in it and not at the signature. */
function token(lifetime: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    aud: 'https://storage.azure.com',
    iss: 'https://sts.windows.net/ab1f708d-50f6-404c-a006-d71b2ac7a606/',
    iat: seconds() - 10,
    nbf: seconds() - 10,
    exp: seconds() + lifetime,
  }
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.signature`
}

function answer(from: string): RequestListener {
  return (request, response) => {
    text(request).then(
      (body) => {
        const url = request.url ?? ''
        asked.push({ from, url, body, authorization: request.headers.authorization })
        const refusal = url.includes('openid-configuration') ? undefined : refuse?.(from)
        const reply = (status: number, value: object) =>
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
        if (refusal) return reply(refusal.status, refusal.body)
        if (url.includes('openid-configuration')) {
          const issuer = `${microsoftUrl}/tenant`
          const paths = {
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: issuer,
          }
          return reply(200, { issuer: `${issuer}/v2.0`, ...paths })
        }
        if (from === 'github') return reply(200, { value: `github-token-${++sequence}` })
        if (from === 'identity')
          return reply(200, {
            access_token: token(3600),
            expires_on: String(seconds() + 3600),
            resource: 'x',
            token_type: 'Bearer',
          })
        // So short that every request needs another.
        return reply(200, { token_type: 'Bearer', expires_in: 60, access_token: token(60) })
      },
      () => response.destroy(),
    )
  }
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as { port: number }).port
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-credentials-'))
  const [key, cert] = [join(root, 'key.pem'), join(root, 'cert.pem')]
  const request = [
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-days',
    '1',
    '-keyout',
    key,
    '-out',
    cert,
  ]
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost']
  execFileSync('openssl', [...request, ...names], { stdio: 'ignore' })
  azurite = await startAzurite({ tls: { cert, key } })
  microsoft = createHttps({ key: readFileSync(key), cert: readFileSync(cert) }, answer('microsoft'))
  microsoftUrl = `https://127.0.0.1:${await listen(microsoft)}`
  github = createHttp((incoming, response) => {
    answer(incoming.url?.startsWith('/identity') ? 'identity' : 'github')(incoming, response)
  })
  githubUrl = `http://127.0.0.1:${await listen(github)}`
  recipient = (await generateKeys(join(root, 'keys'), new Date())).recipient
  writeFileSync(join(root, 'file.txt'), 'x\n')
})
afterAll(async () => {
  microsoft.closeAllConnections()
  github.closeAllConnections()
  microsoft.close()
  github.close()
  await azurite.stop()
  rmSync(root, { recursive: true, force: true })
})
beforeEach(() => {
  asked = []
  refuse = undefined
})

let made = 0

/** A backup of one file to a container of its own. */
function backup(
  lines: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const container = `credentials-${made++}`
  const destination = [`container: ${container}`, ...lines].map((line) => `    ${line}\n`).join('')
  writeFileSync(
    join(root, 'holdfast.yml'),
    `version: 1\ndestinations:\n  box:\n    type: azure\n${destination}encryption: {recipients: [${recipient}]}\n` +
      'jobs:\n  tree: {source: {type: command, run: [cat, file.txt]}, to: [box]}\n',
  )
  return cli(['backup', '--json'], {
    cwd: root,
    env: { NODE_EXTRA_CA_CERTS: join(root, 'cert.pem'), AZURE_AUTHORITY_HOST: microsoftUrl, ...environment },
  })
}

const account = () => [`account: ${azurite.account}`, `endpoint: ${azurite.endpoint}`]
const application = [
  'tenant-id: ab1f708d-50f6-404c-a006-d71b2ac7a606',
  'client-id: 11111111-2222-3333-4444-555555555555',
]
const inGithub = () => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: `${githubUrl}/token?api-version=2`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-secret-of-the-job',
})

function sas(): string {
  const options = {
    services: AccountSASServices.parse('b').toString(),
    resourceTypes: AccountSASResourceTypes.parse('sco').toString(),
    permissions: AccountSASPermissions.parse('rwdlac'),
    expiresOn: new Date(Date.now() + 3_600_000),
  }
  return generateAccountSASQueryParameters(
    options,
    new StorageSharedKeyCredential(azurite.account, azurite.key),
  ).toString()
}

const done = { status: 'success', exitCode: 0 }

test('a connection string with a key, and one with a SAS', async () => {
  expect(
    (await backup([`connection-string: "\${CONNECTION}"`], { CONNECTION: azurite.connectionString })).json,
  ).toMatchObject(done)
  const signed = `BlobEndpoint=${azurite.endpoint};SharedAccessSignature=${sas()}`
  expect((await backup([`connection-string: "\${CONNECTION}"`], { CONNECTION: signed })).json).toMatchObject(
    done,
  )
})

test('an account with a SAS of the configuration, or what the environment of the Azure CLI has', async () => {
  const signature = sas()
  expect((await backup([...account(), `sas: "\${SAS}"`], { SAS: `?${signature}` })).json).toMatchObject(done)
  for (const environment of [
    { AZURE_STORAGE_SAS_TOKEN: signature },
    { AZURE_STORAGE_KEY: azurite.key },
    { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString },
  ]) {
    expect((await backup(account(), environment)).json).toMatchObject(done)
  }
  // What is for another account is not used, and its key is the next in order.
  const other = azurite.connectionString.replace('AccountName=devstoreaccount1', 'AccountName=other')
  const both = { AZURE_STORAGE_CONNECTION_STRING: other, AZURE_STORAGE_KEY: azurite.key }
  expect((await backup(account(), both)).json).toMatchObject(done)
})

test('GitHub’s OIDC token stands for the application, and is fetched anew whenever a token ends', async () => {
  const { json, stdout, stderr } = await backup([...account(), ...application], inGithub())
  expect(json).toMatchObject(done)
  const tokens = asked.filter(({ from }) => from === 'github')
  expect(tokens.length).toBeGreaterThan(1)
  for (const { url, authorization } of tokens) {
    expect(url).toContain('audience=api%3A%2F%2FAzureADTokenExchange')
    expect(authorization).toBe('Bearer runner-secret-of-the-job')
  }
  const exchanges = asked.filter(
    ({ from, body }) => from === 'microsoft' && body.includes('client_assertion='),
  )
  const assertions = exchanges.map(({ body }) => new URLSearchParams(body).get('client_assertion'))
  expect(new Set(assertions).size).toBe(assertions.length)
  expect(assertions.length).toBeGreaterThan(1)
  expect(`${stdout}${stderr}`).not.toMatch(/github-token-|runner-secret/)
})

test('says which of the two refused', async () => {
  refuse = (from) => (from === 'github' ? { status: 403, body: { message: 'no' } } : undefined)
  const noToken = await backup([...account(), ...application], inGithub())
  expect(noToken.json.errors).toMatchObject([
    { code: 'store-credentials', message: expect.stringContaining('github gave no token') },
  ])
  expect(noToken.json.errors[0]?.hint).toContain('id-token: write')
  refuse = (from) =>
    from === 'microsoft'
      ? {
          status: 400,
          body: {
            error: 'invalid_client',
            error_description: 'AADSTS700213: No matching federated identity record found',
          },
        }
      : undefined
  const unknown = await backup([...account(), ...application], inGithub())
  expect(unknown.json.errors).toMatchObject([
    { code: 'store-credentials', message: expect.stringContaining('AADSTS700213') },
  ])
  expect(unknown.stdout).not.toMatch(/github-token-/)
})

test('a managed identity, user-assigned or of the host', async () => {
  const environment = { IDENTITY_ENDPOINT: `${githubUrl}/identity`, IDENTITY_HEADER: 'header' }
  expect((await backup([...account(), application[1] ?? ''], environment)).json).toMatchObject(done)
  expect(asked.find(({ from }) => from === 'identity')?.url).toContain('client_id=11111111')
  expect((await backup(account(), environment)).json).toMatchObject(done)
})

test('without anything it says what there could be', async () => {
  const { json } = await backup(account(), {
    PATH: '/usr/bin:/bin',
    AZURE_TOKEN_CREDENTIALS: 'EnvironmentCredential',
  })
  expect(json.errors).toMatchObject([{ code: 'store-credentials' }])
  expect(json.errors[0]?.hint).toContain('az login')
})

test('knows the account of a connection string', () => {
  expect(accountOf(azurite.connectionString)).toBe('devstoreaccount1')
  expect(accountOf('UseDevelopmentStorage=true')).toBe('devstoreaccount1')
  expect(accountOf('BlobEndpoint=https://acme.blob.core.windows.net/;SharedAccessSignature=sv=1')).toBe(
    'acme',
  )
  expect(accountOf('BlobEndpoint=https://storage.example.com/;SharedAccessSignature=sv=1')).toBeUndefined()
  expect(accountOf('nonsense')).toBeUndefined()
})
