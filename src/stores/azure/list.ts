import type { StoredObject } from '../../domain/store.ts'
import { describe } from './object.ts'
import { request, type Session } from './session.ts'

/** The most that the service gives at once. */
const pageSize = 5000

/** Everything whose key begins with `prefix`, in the service's own order, which is that of bytes. */
export async function* list(session: Session, prefix: string): AsyncGenerator<StoredObject> {
  const { container, names, signal } = session
  await session.ready()
  const what = prefix === '' ? 'the list of objects' : prefix
  const pages = container
    .listBlobsFlat({ prefix: names.beginning(prefix), abortSignal: signal })
    .byPage({ maxPageSize: pageSize })
  for (;;) {
    const page = await request(session, 'list', what, () => pages.next())
    if (page.done) return
    for (const { name, properties } of page.value.segment.blobItems) {
      yield describe(names.key(name), properties)
    }
  }
}
