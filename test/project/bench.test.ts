import { describe, expect, it } from 'vitest'
import type { Sample } from '../../bench/directory.ts'
import { judge, median, renderSamples, renderVerdicts } from '../../bench/table.ts'

const sample = (round: number, work: Sample['work'], peer: string, wall: number, peak = 100): Sample => ({
  round,
  work,
  peer,
  wall,
  cpu: wall,
  peak,
})

describe('judge', () => {
  it('takes the median of the ratios round by round', () => {
    const samples = [
      sample(0, 'first', 'holdfast', 2),
      sample(0, 'first', 'restic', 10),
      // A slow minute of the machine: both suffer.
      sample(1, 'first', 'holdfast', 6),
      sample(1, 'first', 'restic', 20),
      sample(2, 'first', 'holdfast', 4),
      sample(2, 'first', 'restic', 10),
    ]
    expect(judge(samples, 2).find(({ what }) => what.includes('restic'))).toEqual({
      what: 'first: wall against restic',
      found: 0.3,
      limit: 0.35,
      met: true,
    })
  })

  it('misses what is above its limit, and allows memory for further workers', () => {
    const samples = [sample(0, 'restore', 'holdfast', 3, 500), sample(0, 'restore', 'shell', 2)]
    expect(
      judge(samples, 2)
        .filter(({ met }) => !met)
        .map(({ what }) => what),
    ).toEqual(['restore: wall against shell', 'peak memory: MiB'])
    expect(judge(samples, 4).find(({ what }) => what.startsWith('peak'))).toMatchObject({
      limit: 576,
      met: true,
    })
  })

  it('leaves out what was not measured', () => {
    expect(judge([sample(0, 'first', 'shell', 2)], 2)).toEqual([])
  })
})

it('takes the middle, or the mean of the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
})

it('renders tables', () => {
  const samples = [sample(0, 'first', 'holdfast', 2), sample(0, 'first', 'shell', 4)]
  expect(`${renderSamples(samples)}\n\n${renderVerdicts(judge(samples, 2))}`).toMatchInlineSnapshot(`
    "work   peer      wall s  CPU s  peak MiB
    first  holdfast    2.00   2.00       100
    first  shell       4.00   4.00       100

         goal                        found  at most
    met  first: wall against shell    0.50     1.35
    met  peak memory: MiB           100.00   448.00"
  `)
})
