import { describe, expect, it } from 'vitest'
import { Secret } from '../../src/domain/secret.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { renderError } from '../../src/report/render-error.ts'

const plain = (error: unknown, verbose = false) => `\n${renderError(error, { verbose, colour: false })}\n`

const errors: Record<string, HoldfastError> = {
  'a tool is missing': new HoldfastError('tool-missing', 'tar is not installed', {
    hint: 'Install it with `apt-get install tar`.',
    context: { tool: 'tar' },
  }),
  'a dump fails': new HoldfastError('source-failed', 'pg_dump ended with status 1', {
    hint: 'Read the last lines of its output above the hint.',
    context: {
      status: 1,
      output: ['pg_dump: error: permission denied for table users', 'pg_dump: detail: LOCK TABLE'],
    },
  }),
  'paths are unreadable': new HoldfastError('unread-paths', '2 paths could not be read', {
    hint: 'Run as a user that may read them, or name them in `allow-unread`.',
    context: { paths: ['secret/a', 'evil\x1b[2Jname'] },
  }),
  'a wrong identity': new HoldfastError('identity-wrong', 'none of the identities opens this backup', {
    hint: 'Pass the identity of recipient age1qq with --identity.',
    context: { id: '20261118T010000Z-L0-abc234' },
  }),
  'a missing variable': new HoldfastError('config-variable-missing', 'DATABASE_URL is not set', {
    hint: 'Add `DATABASE_URL: ${{ secrets.DATABASE_URL }}` under `env:` of the step.',
    context: { file: 'holdfast.yml', line: 14, key: 'jobs.app-db.source.url' },
  }),
  'a chain is broken': new HoldfastError('chain-broken', 'the parent 20261101T010200Z-L0-ghi890 is missing', {
    hint: 'Copy it back with `holdfast sync`, or restore an earlier backup.',
    context: { id: '20261118T010200Z-L1-mno567', destination: 'local' },
  }),
  'damage is found': new HoldfastError('object-damaged', '1 object does not match its hash', {
    hint: 'Restore from another destination, or pass --salvage for what is undamaged.',
    context: { keys: ['data/home/x/files/000001-0123456789ab'] },
  }),
  'a target is full': new HoldfastError('target-not-empty', '/srv/restored is not empty', {
    hint: 'Choose a new directory, or pass --overwrite to replace it.',
    context: { path: '/srv/restored' },
  }),
  'another run is busy': new HoldfastError('busy', 'job app-db is leased by db-1 (pid 4211)', {
    hint: 'Wait for it with --on-busy wait.',
  }),
  'a plan deletes everything': new HoldfastError(
    'plan-deletes-everything',
    'the plan would delete every recovery point (3)',
    {
      hint: 'Set `retention.minimum` to at least 1.',
    },
  ),
  'it is interrupted': new HoldfastError('interrupted', 'interrupted by SIGINT'),
  'several lines': new HoldfastError('usage', 'unknown option --dets\ndid you mean --dest?'),
}

describe('renderError', () => {
  it.each(Object.entries(errors))('%s', (_, error) => {
    expect(plain(error)).toMatchSnapshot()
  })

  it('lists the problems of a configuration with their places', () => {
    const problems = [
      {
        file: 'holdfast.yml',
        line: 12,
        column: 5,
        path: 'jobs.app-db.retention.keep-dialy',
        message: 'unknown key',
        hint: 'Did you mean keep-daily?',
      },
      { file: 'holdfast.yml', line: 20, path: 'timezone', message: 'unknown time zone Mars/Base' },
      { message: 'no jobs' },
    ]
    const invalid = (list: readonly object[]) => {
      const error = new HoldfastError(
        'config-invalid',
        'holdfast.yml:12:5 jobs: unknown key\nholdfast.yml:20 …',
        {
          hint: 'Correct each of the lines above.',
          context: { file: 'holdfast.yml', problems: ['holdfast.yml:12:5 jobs: unknown key'] },
        },
      )
      return Object.assign(error, { problems: list })
    }
    expect(plain(invalid(problems))).toMatchSnapshot()
    expect(plain(invalid(problems.slice(0, 2)))).toContain(
      'error: 2 problems in holdfast.yml [config-invalid]',
    )
    expect(plain(invalid(problems.slice(0, 1)))).toMatchSnapshot()
  })

  it('shows an unknown error as a bug, its stack only when verbose', () => {
    const error = new TypeError('x is not a function')
    error.stack = 'TypeError: x is not a function\n    at somewhere (file.ts:1:2)'
    expect(plain(error)).toMatchSnapshot()
    expect(plain(error, true)).toMatchSnapshot()
    expect(plain('a thrown text')).toContain('error: unexpected: a thrown text [internal]')
    expect(plain(undefined)).toContain('unexpected: undefined')
  })

  it('follows causes when verbose, also circular ones', () => {
    const inner = new Error('ECONNREFUSED')
    inner.stack = 'Error: ECONNREFUSED'
    const outer = new HoldfastError('store-unreachable', 'no answer', { cause: inner })
    Object.defineProperty(inner, 'cause', { value: inner })
    const text = plain(outer, true)
    expect(text.match(/caused by: Error: ECONNREFUSED/g)).toHaveLength(8)
    expect(plain(outer)).not.toContain('caused by')
  })

  it('masks secrets in every part', () => {
    new Secret('s3cr3t-error')
    const error = new HoldfastError('store-unreachable', 'no answer from s3cr3t-error', {
      hint: 'Check s3cr3t-error.',
      context: { url: 'https://s3cr3t-error', list: ['s3cr3t-error'] },
      cause: new Error('s3cr3t-error'),
    })
    const text = plain(error, true)
    expect(text).not.toContain('s3cr3t-error')
    expect(text.match(/\*\*\*/g)?.length).toBeGreaterThanOrEqual(5)
  })

  it('colours the label, the hint and nothing that is to be copied', () => {
    const text = renderError(errors['another run is busy'], { verbose: false, colour: true })
    expect(text).toContain('\x1b[31m\x1b[1merror:\x1b[22m\x1b[39m job app-db is leased')
    expect(text).toContain('\x1b[33mhint:\x1b[39m Wait for it with --on-busy wait.')
  })
})
