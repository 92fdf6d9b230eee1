import { randomBytes } from 'node:crypto'
import type { Consumer } from './consumer.ts'

/** Jobs of two databases, some of them backed up by faulty programs, and of directories. */
export function drillsConfig({ keys, recipient, path, directory }: Consumer): string {
  const letters = { 'letter.txt': 'dear diary\n', 'photos/cat.raw': randomBytes(60_000).toString('hex') }
  const drilled = 'verify: { server: local }'
  const postgres = (url: string) => `{ source: { type: postgres, url: "\${${url}}" }, ${drilled} }`
  const mariadb = `{ source: { type: mysql, url: "\${SALES_URL}", databases: [sales] }, ${drilled} }`
  const archive = `{ source: { type: mysql, url: "\${SALES_URL}", databases: [archive] }, ${drilled} }`
  const files = (name: string) =>
    `{ source: { type: directory, path: ${directory(name, letters)} }, verify: {} }`
  return `version: 1
destinations: { local: { type: filesystem, path: ${path('repository')} } }
encryption: { recipients: [${recipient}], identity: "\${HOLDFAST_IDENTITY}" }
signing: { key: "\${file:${keys.directory}/drill-signing.key}", trust: ["${keys.drillSigning}"] }
defaults: { to: [local], every: 24h, guards: { min-size: { limit: 1 } } }
jobs:
  shop: ${postgres('SHOP_URL')}
  sales: ${mariadb}
  files: ${files('files')}
  shop-table: ${postgres('SHOP_URL')}
  sales-table: ${mariadb}
  shop-row: ${postgres('SHOP_URL')}
  sales-row: ${mariadb}
  shop-object: ${postgres('SHOP_URL')}
  sales-object: ${mariadb}
  files-object: ${files('files-object')}
  legacy: ${postgres('LEGACY_URL')}
  archive: ${archive}
`
}

/** Harms the newest file below a directory: `damage.mjs flip DIR` a byte in its middle, `damage.mjs forge DIR` a verdict. */
export const damageScript = `import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
const [how, directory] = process.argv.slice(2)
const files = readdirSync(directory, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
const size = (file) => statSync(file).size
const [file] = files.sort((a, b) => size(b) - size(a))
console.log('harming ' + file)
const bytes = readFileSync(file)
if (how === 'flip') {
  bytes[bytes.length >> 1] ^= 1
  writeFileSync(file, bytes)
} else {
  const envelope = JSON.parse(bytes.toString())
  const text = Buffer.from(envelope.payload, 'base64').toString().replace('"passed"', '"failed"')
  const sha256 = createHash('sha256').update(text).digest('hex')
  writeFileSync(file, JSON.stringify({ ...envelope, payload: Buffer.from(text).toString('base64'), sha256 }))
}
`

const secrets = ['HOLDFAST_IDENTITY', 'SHOP_URL', 'LEGACY_URL', 'SALES_URL', 'SERVICE_URL']

const head = (job: string) => `on: push
env:
${secrets.map((name) => `  ${name}: \${{ secrets.${name} }}\n`).join('')}jobs:
  ${job}:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with: { persist-credentials: false }
`

export const drillWorkflow = `${head('drill')}      - uses: OWNER/holdfast/actions/backup@v1
        with: { jobs: "shop,sales,files" }
      - id: drill
        uses: OWNER/holdfast/actions/restore-verify@v1
        with: { jobs: "shop,sales,files" }
`

const backup = (jobs: string, fault = '') => `      - uses: OWNER/holdfast/actions/backup@v1
        if: "!cancelled()"
        env: { FAULT: "${fault}" }
        with: { jobs: "${jobs}" }
`

/** A drill that is to fail; those after it run all the same. */
const drill = (id: string, jobs: string, more: { env?: string; with?: string } = {}) => `      - id: ${id}
        if: "!cancelled()"
        uses: OWNER/holdfast/actions/restore-verify@v1
        env: { ${more.env ?? ''} }
        with: { jobs: "${jobs}"${more.with ?? ''} }
`

const run = (command: string) => `      - if: "!cancelled()"
        run: ${command}
`

const all = ['shop', 'sales', 'files']

export const faultWorkflow = [
  head('faults'),
  '      - uses: OWNER/holdfast/actions/setup@v1\n',
  run('echo "$TOOLS" >> "$GITHUB_PATH"'),
  backup('shop-table,sales-table', 'table'),
  drill('table', 'shop-table,sales-table'),
  backup('shop-row,sales-row', 'row'),
  drill('row', 'shop-row,sales-row'),
  backup('shop-object,sales-object,files-object,legacy,archive'),
  ...all.map((job) => run(`node damage.mjs flip "$REPOSITORY/data/${job}-object"`)),
  drill('object', all.map((job) => `${job}-object`).join()),
  drill('extension', 'legacy', { with: `, service-url: "\${{ env.SERVICE_URL }}"` }),
  drill('feature', 'archive', { env: 'FAULT: feature' }),
  drill('server', 'shop,sales', { env: 'FAULT: server' }),
  ...all.map((job) => run(`node damage.mjs forge "$REPOSITORY/proofs/${job}"`)),
  `      - id: proof
        if: "!cancelled()"
        run: |
          code=0
          holdfast proof || code=$?
          echo "exit-code=$code" >> "$GITHUB_OUTPUT"
          exit $code
`,
  run(`'echo "HOLDFAST_NOW=$(date -u -d "+3 days" +%Y-%m-%dT%H:%M:%SZ)" >> "$GITHUB_ENV"'`),
  drill('stale', all.join()),
].join('')
