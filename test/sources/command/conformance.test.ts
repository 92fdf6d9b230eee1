import { readFile } from 'node:fs/promises'
import { createCommandSource } from '../../../src/sources/command/source.ts'
import { sourceConformance } from '../../conformance/source-conformance.ts'

const sh = (script: string): string[] => ['sh', '-c', script]
const script = 'seq 1 20000'

sourceConformance('command', async () => ({
  source: createCommandSource({ run: sh(script) }),
  failing: createCommandSource({ run: sh(`${script}; exit 3`) }),
  slow: createCommandSource({ run: sh('while echo on and on; do sleep 0.01; done') }),
  isRestored: async (target) => {
    const lines = (await readFile(target, 'utf8')).trimEnd().split('\n')
    return lines.length === 20_000 && lines[0] === '1' && lines.at(-1) === '20000'
  },
}))
