import { expect, it } from 'vitest'
import { namedObject } from '../../../src/entry/cli/object-url.ts'
import { load } from '../../config/support.ts'

const config = () =>
  load(`
version: 1
destinations:
  local: { type: filesystem, path: /srv/backups }
  cloud: { type: s3, bucket: dumps, prefix: prod, region: x }
encryption: none
defaults: { to: [local, cloud], package: single }
jobs:
  shop: { source: { type: postgres, url: "postgres://db/shop" }, object-name: "pg/{database}_{time:YYYYMMDD}.dump" }
  whole: { source: { type: postgres, url: "postgres://db/x" }, package: volumes }
`)

it('knows an object by its URL or file, whatever words its name is made of', () => {
  expect(namedObject(config(), '/srv/backups/pg/my shop_20261126.dump')).toEqual({
    destination: 'local',
    key: 'pg/my shop_20261126.dump',
  })
  const inBucket = { destination: 'cloud', key: 'pg/shop_20261126.dump' }
  expect(namedObject(config(), 's3://dumps/prod/pg/shop_20261126.dump')).toEqual(inBucket)
  expect(namedObject(config(), 's3://pg/shop_20261126.dump')).toEqual(inBucket)
})

it('leaves other places alone', () => {
  for (const url of [
    's3://dumps/prod',
    '/srv/elsewhere/pg/shop_20261126.dump',
    'rclone:x:y',
    '/srv/backups/x',
  ]) {
    expect(namedObject(config(), url)).toBeUndefined()
  }
})
