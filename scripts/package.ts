import { join } from 'node:path'
import { bundle } from './dist/bundle.ts'
import { readTree } from './dist/tree.ts'
import { root } from './run.ts'

const out = join(root, 'dist')
bundle(out)
for (const [file, bytes] of readTree(out)) {
  process.stdout.write(`${String(bytes.length).padStart(9)}  dist/${file}\n`)
}
