import { expect, it } from 'vitest'
import { deleteWraps } from '../../src/catalog/wrap-deletion.ts'
import { listWraps, putWrap } from '../../src/catalog/wraps.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'

const { signal } = new AbortController()
const name = { job: 'home', id: '20261121T031500Z-L0-aaaaaa' }
const options = { signal, assertHeld: () => undefined }

async function withWraps() {
  const store = createMemoryStore('memory')
  for (const n of [1, 2]) await putWrap(store, name.job, name.id, n, Buffer.from(`wrap ${n}`), signal)
  return { store, wraps: await listWraps(store, name.job, name.id) }
}

it('deletes the wraps that are named and no other', async () => {
  const { store, wraps } = await withWraps()
  expect(await deleteWraps(store, name, wraps.slice(0, 1), options)).toEqual({ deleted: 1, locked: [] })
  expect(await listWraps(store, name.job, name.id)).toMatchObject([{ n: 2 }])
})

it('says so when a store keeps what it said to have deleted', async () => {
  const { store, wraps } = await withWraps()
  const liar = { ...store, delete: async () => undefined }
  await expect(deleteWraps(liar, name, wraps, options)).rejects.toMatchObject({ code: 'store-lied' })
})

it('names what is locked, and stops when the lease is lost', async () => {
  const { store, wraps } = await withWraps()
  const locks = {
    ...store,
    delete: async () => {
      throw new HoldfastError('held', 'it is locked')
    },
  }
  expect(await deleteWraps(locks, name, wraps, options)).toEqual({
    deleted: 0,
    locked: wraps.map(({ key }) => key),
  })
  const assertHeld = () => {
    throw new HoldfastError('lease-lost', 'somebody else has it')
  }
  await expect(deleteWraps(store, name, wraps, { signal, assertHeld })).rejects.toMatchObject({
    code: 'lease-lost',
  })
  expect(await listWraps(store, name.job, name.id)).toHaveLength(2)
})
