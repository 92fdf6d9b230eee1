import { describe, expect, it } from 'vitest'
import { newJob } from './step.ts'

const disguise = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })
Object.defineProperty(process, 'version', { value: 'v20.20.2' })`

describe('an action on an old runner', () => {
  it('says which Node it needs and which it found', async () => {
    const job = await newJob()
    const options = `--import data:text/javascript,${encodeURIComponent(disguise)}`
    const step = await job.run('backup', {}, { NODE_OPTIONS: options })
    expect(step.exitCode).toBe(2)
    expect(step.log).toContain('::error title=Holdfast::needs Node 24, found v20%0AUpdate the runner')
    expect(step.summary).toContain('needs Node 24, found v20')
  })
})
