import { describe, expect, it } from 'vitest'
import { type InputSpec, readInputs } from '../../src/config/action-inputs.ts'

const specs: readonly InputSpec[] = [
  { name: 'jobs', kind: 'list' },
  { name: 'source', kind: 'lines' },
  { name: 'dry-run', kind: 'boolean', default: 'false' },
  { name: 'summary', kind: 'boolean', default: 'true' },
  { name: 'on-busy', kind: 'text', choices: ['wait', 'skip', 'fail'], default: 'wait' },
  { name: 'level', kind: 'number' },
  { name: 'at', kind: 'time' },
]
const read = (environment: Record<string, string>) => readInputs({ PATH: '/bin', ...environment }, specs)

describe('the inputs of an action', () => {
  it('are read by their kinds', () => {
    const inputs = read({
      INPUT_JOBS: 'a, b\nc,',
      INPUT_SOURCE: ' x=/a,b \n\n/c\n',
      'INPUT_DRY-RUN': 'TRUE',
      INPUT_SUMMARY: 'False',
      'INPUT_ON-BUSY': 'skip',
      INPUT_LEVEL: '2',
      INPUT_AT: '2026-11-21T03:00',
    })
    expect(inputs.list('jobs')).toEqual(['a', 'b', 'c'])
    expect(inputs.list('source')).toEqual(['x=/a,b', '/c'])
    expect([inputs.flag('dry-run'), inputs.flag('summary')]).toEqual([true, false])
    expect([inputs.text('on-busy'), inputs.number('level')]).toEqual(['skip', 2])
    expect(inputs.time('at')?.toISOString()).toBe('2026-11-21T03:00:00.000Z')
  })

  it('mean their defaults when they are empty or absent', () => {
    for (const inputs of [read({}), read({ INPUT_JOBS: '', INPUT_SUMMARY: ' ', 'INPUT_ON-BUSY': '' })]) {
      expect(inputs.list('jobs')).toEqual([])
      expect([inputs.flag('dry-run'), inputs.flag('summary')]).toEqual([false, true])
      expect([inputs.text('on-busy'), inputs.number('level'), inputs.time('at')]).toEqual([
        'wait',
        undefined,
        undefined,
      ])
      expect(inputs.has('on-busy')).toBe(false)
    }
  })

  it('are refused all at once, by name and without their values', () => {
    const wrong = {
      INPUT_DRYRUN: 'x',
      'INPUT_DRY-RUN': 'yes',
      INPUT_LEVEL: 'hunter2',
      INPUT_AT: 'soon',
      'INPUT_ON-BUSY': 'wai',
    }
    const lines = [
      'there is no input dryrun; did you mean dry-run?',
      'input dry-run is not true or false',
      'input on-busy is not one of wait, skip, fail; did you mean wait?',
      'input level is not a whole number',
      'input at is not an ISO time such as 2026-11-21T03:00Z',
    ]
    expect(() => read(wrong)).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: lines.join('\n') }),
    )
  })

  it.each(['yes', 'on', '1', 'tRue', 'null'])('%s is no boolean of YAML 1.2', (text) => {
    expect(() => read({ INPUT_SUMMARY: text })).toThrow('input summary is not true or false')
  })

  it('must be declared', () => {
    expect(() => read({}).text('colour')).toThrow('input colour is not declared')
  })
})
