// Two suites in one boot: what surrounds a backup, and drills by the action.
import { finish } from './suite.ts'
import { run } from './tools.ts'

run('zpool', 'create', 'tank', '/dev/ubda')
await import('./care.ts')
await import('./act.ts')
finish()
