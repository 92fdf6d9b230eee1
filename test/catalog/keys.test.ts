import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as keys from '../../src/catalog/keys.ts'
import * as parse from '../../src/catalog/parse-keys.ts'
import { percentDecode, percentEncode } from '../../src/catalog/percent-encode.ts'
import { hash } from './samples.ts'

const job = 'app-db'
const id = '20261121T030000Z-L0-abcdef'
const name = { job, id }
const time = '20261122T030000.000Z'

describe('the layout', () => {
  it('is the documented one', () => {
    expect([
      keys.repositoryKey,
      keys.restoreGuideKey,
      keys.branchPrefix('manifests'),
      keys.branchPrefix('manifests', job),
      keys.manifestKey(job, id),
      keys.dataPrefix(job, id),
      keys.volumeKey(job, id, 'tank/home', 7, hash('a')),
      keys.volumesListKey(job, id, hash('b')),
      keys.metaKey(job, id, hash('c')),
      keys.indexRootKey(job, id, hash('d')),
      keys.stateKey(job, id),
      keys.wrapsPrefix(job, id),
      keys.wrapKey(job, id, 1),
      keys.proofKey(job, id, time),
      keys.runLogKey(job, id),
      keys.drillLogKey(job, id, time),
      keys.auditKey(time),
      keys.holdKey(job, id),
      keys.shreddedKey(job, id),
    ]).toEqual([
      'holdfast.json',
      'RESTORE.md',
      'manifests/',
      'manifests/app-db/',
      `manifests/app-db/${id}.json`,
      `data/app-db/${id}`,
      `data/app-db/${id}/tank%2Fhome/00000007-aaaaaaaaaaaa`,
      `data/app-db/${id}/volumes-bbbbbbbbbbbb.jsonl.zst`,
      `data/app-db/${id}/meta-cccccccccccc`,
      `data/app-db/${id}/index/root-dddddddddddd`,
      `state/app-db/${id}.age`,
      `keys/app-db/${id}`,
      `keys/app-db/${id}/1.age`,
      `proofs/app-db/${id}/${time}.json`,
      `logs/app-db/${id}.json`,
      `logs/app-db/${id}-drill-${time}.json`,
      `logs/_cleanup/${time}.json`,
      `holds/app-db/${id}.json`,
      `shredded/app-db/${id}.json`,
    ])
  })

  it('is read back by the parsers', () => {
    const at = new Date('2026-11-22T03:00:00Z')
    expect(parse.parseManifestKey(keys.manifestKey(job, id))).toEqual(name)
    expect(parse.parseDataKey(keys.volumeKey(job, id, 'a b', 0, hash('a')))).toEqual({
      ...name,
      rest: 'a%20b/00000000-aaaaaaaaaaaa',
    })
    expect(parse.parseStateKey(keys.stateKey(job, id))).toEqual(name)
    expect(parse.parseWrapKey(keys.wrapKey(job, id, 12))).toEqual({ ...name, n: 12 })
    expect(parse.parseProofKey(keys.proofKey(job, id, time))).toEqual({ ...name, time: at })
    expect(parse.parseHoldKey(keys.holdKey(job, id))).toEqual(name)
    expect(parse.parseShreddedKey(keys.shreddedKey(job, id))).toEqual(name)
    expect(parse.parseLogKey(keys.runLogKey(job, id))).toEqual(name)
    expect(parse.parseLogKey(keys.drillLogKey(job, id, time))).toEqual({ ...name, drill: at })
    expect(parse.parseLogKey(keys.verifyLogKey(job, id, time))).toEqual({ ...name, verify: at })
  })

  it.each([
    'manifests/app-db/nonsense.json',
    `manifests/App/${id}.json`,
    `manifests/app-db/${id}.json.tmp`,
    `manifests/app-db/x/${id}.json`,
    `manifests/${id}.json`,
    `holds/app-db/${id}.json`,
    '',
  ])('%s is no manifest', (key) => {
    expect(parse.parseManifestKey(key)).toBeUndefined()
  })

  it('passes over what is none of the format', () => {
    expect(parse.parseDataKey(`data/app-db/${id}`)).toBeUndefined()
    expect(parse.parseWrapKey(`keys/app-db/${id}/0.age`)).toBeUndefined()
    expect(parse.parseWrapKey(`keys/app-db/${id}/x.age`)).toBeUndefined()
    expect(parse.parseProofKey(`proofs/app-db/${id}/yesterday.json`)).toBeUndefined()
    expect(parse.parseLogKey(keys.auditKey(time))).toBeUndefined()
    expect(parse.parseLogKey(`logs/app-db/${id}-drill-x.json`)).toBeUndefined()
  })
})

describe('percent-encoding', () => {
  it.each([
    ['dump', 'dump'],
    ['tank/home@daily', 'tank%2Fhome%40daily'],
    ["a!'()*~b", 'a%21%27%28%29%2A%7Eb'],
    ['Größe', 'Gr%C3%B6%C3%9Fe'],
    ['..', '%2E%2E'],
    ['.', '%2E'],
    ['index', '%69ndex'],
    ['100%', '100%25'],
  ])('%s becomes %s and back', (text, segment) => {
    expect(percentEncode(text)).toBe(segment)
    expect(percentDecode(segment)).toBe(text)
  })

  it('gives safe, distinct segments', () => {
    const words = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .filter((text) => text.isWellFormed())
    fc.assert(
      fc.property(words, (text) => {
        const segment = percentEncode(text)
        expect(segment).toMatch(/^[A-Za-z0-9._%-]+$/)
        expect(segment).not.toMatch(/^\.+$/)
        expect(percentDecode(segment)).toBe(text)
      }),
    )
  })

  it.each(['', '\ud800'])('refuses %j', (text) => {
    expect(() => percentEncode(text)).toThrow('no valid text')
  })

  it.each(['a/b', '%', '%zz', '%61', 'index', '..', ''])('%j is no segment', (segment) => {
    expect(percentDecode(segment)).toBeUndefined()
  })
})
