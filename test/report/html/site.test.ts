import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { bars } from '../../../src/report/html/chart.ts'
import { html } from '../../../src/report/html/markup.ts'
import { pageOf } from '../../../src/report/html/names.ts'
import { renderSite } from '../../../src/report/html/render.ts'
import type { Site, SiteBackup, SiteJob } from '../../../src/report/html/site.ts'
import { writeSite } from '../../../src/report/html/write.ts'

const now = new Date('2026-11-18T06:00:00Z')

const backup = (id: string, more: Partial<SiteBackup> = {}): SiteBackup => ({
  ...{ job: 'home', id, level: 0, parent: null, createdAt: '2026-11-18T02:17:00.000Z', tags: [] },
  ...{ destination: 'local', sourceBytes: 4096, storedBytes: 1024, seconds: 3, chain: [id] },
  ...{ signed: true, proven: false, held: false, complete: true },
  ...more,
})

const job = (name: string, backups: readonly SiteBackup[], more: Partial<SiteJob> = {}): SiteJob => ({
  name,
  source: 'directory',
  runs: [{ command: 'backup', id: 'a', status: 'failed', startedAt: '2026-11-18T02:17:00Z', seconds: 3 }],
  places: ['local', 'offsite'].map((destination) => ({
    status: {
      ...{ job: name, destination, state: 'ok', stale: false, age: 13_000, proofAge: null },
      ...{ lastBackup: '2026-11-18T02:17:00.000Z', lastProof: null, failedProof: null, failedProofAge: null },
    },
    backups: backups.map((each) => ({ ...each, destination })),
    restores: [
      {
        ...{
          id: 'a',
          finishedAt: '2026-11-18T05:23:00.000Z',
          passed: true,
          rtoSeconds: 95,
          rpoSeconds: 11_160,
        },
        ...{ evidence: 'stream', proof: `proofs/${name}/a/1.json`, signed: false },
      },
    ],
  })),
  ...more,
})

const site = (...jobs: SiteJob[]): Site => ({ now, version: '1.2.3', jobs })
const chain = [
  backup('a'),
  backup('b', { level: 1, chain: ['a', 'b'], proven: true, createdAt: '2026-11-18T03:00:00.000Z' }),
]

describe('the pages', () => {
  it('show every job at a glance, and each with its points, proofs and log', () => {
    const pages = renderSite(site(job('home', chain), job('mail', [])))
    expect([...pages.keys()]).toEqual(['jobs/home.html', 'jobs/mail.html', 'index.html'])
    const index = pages.get('index.html') ?? ''
    expect(index).toContain('All fresh and proven as wanted · 2 jobs · 4.0 KiB stored')
    expect(index.match(/<tr>/g)).toHaveLength(1 + 4)
    expect(index).toContain('3 h ago<small>2026-11-18 02:17 UTC</small>')
    expect(index).toContain('aria-label="stored sizes of the last 2, from 1.0 KiB to 1.0 KiB, last 1.0 KiB"')
    const home = pages.get('jobs/home.html') ?? ''
    // One row for a backup at both destinations, with what it needs.
    expect(home.match(/<code>b<\/code>/g)).toHaveLength(1)
    expect(home).toMatch(
      /<code>b<\/code>.*level 1.*<span class="chain"><code>a<\/code><\/span>.*local.*proven.*offsite.*proven/,
    )
    expect(home).toMatch(/passed.*what was archived.*1 min 35 s.*3 h 06 min.*proofs\/home\/a\/1\.json/)
    expect(home).toContain('<span class="badge bad">failed</span>')
    expect(home).toContain('written by Holdfast 1.2.3')
  })

  it('run nothing and fetch nothing', () => {
    for (const text of renderSite(site(job('home', chain))).values()) {
      expect(text).not.toMatch(/<script|<link|<img|url\(|\bon\w+=|@import/)
      expect(text).toContain("default-src 'none'")
      expect(text).toContain('prefers-color-scheme: dark')
    }
  })

  it('have links that all lead somewhere', () => {
    const pages = renderSite(site(job('home', []), job('a.b', []), job('a-b', []), job('A/../B', [])))
    const targets = [...pages].flatMap(([path, text]) =>
      [...text.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => posix.join(dirname(path), href)),
    )
    expect(targets).toHaveLength(4 * 2 + 4)
    for (const target of targets) expect([...pages.keys()]).toContain(target)
    expect(pages.size).toBe(5)
  })

  it('show hostile names as they are', () => {
    const evil = `"><script>alert('1')</script>&amp;\u001b[31m`
    const states = job(evil, [backup(evil, { tags: [evil], chain: [evil, evil] })], { source: evil })
    const place = states.places[0]
    const status = { ...place?.status, state: evil, destination: evil } as never
    const pages = renderSite(site({ ...states, places: [{ ...place, status } as never] }))
    for (const text of pages.values()) {
      expect(text).not.toContain('<script')
      expect(text).not.toContain('\u001b')
      expect(text).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;')
    }
    expect([...pages.keys()][0]).toMatch(/^jobs\/[a-z0-9_-]+\.[0-9a-f]{8}\.html$/)
  })

  it('hold no secret', () => {
    const secret = new Secret('hunter2-hunter2-hunter2')
    expect(html`<p>${`url ${secret.reveal()}`}</p>`.text).not.toContain('hunter2')
  })

  it('say what cannot be known', () => {
    const states = job('home', [])
    const places = states.places.map((place) => ({
      ...place,
      status: { ...place.status, state: 'unreachable', lastBackup: null },
    }))
    const index = renderSite(site({ ...states, places })).get('index.html') ?? ''
    expect(index).toContain('2 of 2 need attention')
    expect(index.match(/<div>\?<\/div>/g)).toHaveLength(8)
  })

  it('have no chart of one number, and names for files that no disk confuses', () => {
    expect(bars([1], 'sizes', String)).toBeUndefined()
    expect(bars([0, 0], 'sizes', String)?.text).not.toContain('NaN')
    expect(pageOf('home')).toBe('jobs/home.html')
    expect(new Set(['a.b', 'a-b', 'A-b', 'a_b'].map(pageOf)).size).toBe(4)
  })
})

describe('writing them', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'holdfast-pages-'))
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  it('leaves whole pages alone, takes those of old jobs away, and keeps what is not ours', async () => {
    const target = join(directory, 'new', 'site')
    await writeSite(target, renderSite(site(job('home', chain), job('old', []))))
    writeFileSync(join(target, 'jobs', 'mine.html'), '<p>mine</p>')
    await writeSite(target, renderSite(site(job('home', []))))
    expect(readdirSync(join(target, 'jobs')).sort()).toEqual(['home.html', 'mine.html'])
    expect(readdirSync(target).sort()).toEqual(['index.html', 'jobs'])
    expect(statSync(join(target, 'index.html')).mode & 0o777).toBe(0o644)
    expect(readFileSync(join(target, 'jobs', 'home.html'), 'utf8')).toContain('none yet')
  })

  it('says what to change where that is no directory', async () => {
    writeFileSync(join(directory, 'file'), 'x')
    await expect(writeSite(join(directory, 'file'), new Map([['index.html', 'x']]))).rejects.toMatchObject({
      code: 'target-unwritable',
      message: expect.stringMatching(/pages cannot be written to .*file: (ENOTDIR|EEXIST)/),
    })
    expect(readFileSync(join(directory, 'file'), 'utf8')).toBe('x')
  })
})
