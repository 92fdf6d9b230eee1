import { resolve } from 'node:path'

/** Lets the processes that tests start share what Node compiles of the sources: each starts in half the time. */
export const compileCache = {
  NODE_COMPILE_CACHE: resolve(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'holdfast-compiled'),
}
