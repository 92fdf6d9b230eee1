import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAction, withTables } from './docs/action-tables.ts'
import { root } from './run.ts'

/** Writes the tables of each action's README anew from its action.yml. */
for (const name of readdirSync(join(root, 'actions'))) {
  const folder = join(root, 'actions', name)
  const readme = join(folder, 'README.md')
  const action = readAction(readFileSync(join(folder, 'action.yml'), 'utf8'))
  writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), action))
}
