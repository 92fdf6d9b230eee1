import type { Notice } from '../../../src/report/notifiers/notice.ts'

/** A backup that failed at one of two destinations; `changes` make another of it. */
export function notice(changes: Partial<Notice> = {}): Notice {
  return {
    command: 'backup',
    job: 'app-db',
    occasions: ['failure'],
    status: 'partial',
    time: new Date('2026-11-26T03:00:00Z'),
    host: 'db-1',
    version: '1.2.3',
    run: { url: 'https://github.com/acme/backups/actions/runs/7', id: '7', actor: 'mona' },
    runId: '00000000-0000-4000-8000-000000000007',
    id: '20261126T030000Z-L0-abcdef',
    level: 0,
    seconds: 75,
    sourceBytes: 8 * 1024 ** 3,
    storedBytes: 2 * 1024 ** 3,
    previousStoredBytes: 1.6 * 1024 ** 3,
    files: 1204,
    destinations: [
      { name: 'local', status: 'success' },
      { name: 'offsite', status: 'failed' },
    ],
    facts: [],
    warnings: [
      { severity: 'warning', code: 'size-suspicious', message: 'it grew by 25 %', hint: 'Look at it.' },
    ],
    errors: [
      {
        code: 'destination-failed',
        message: 'destination offsite failed: <no route>',
        hint: 'Mend it & go on.',
      },
    ],
    log: [{ time: new Date('2026-11-26T02:59:00Z'), level: 'INFO', text: 'app-db: backup started' }],
    ...changes,
  }
}

export const surroundings = { environment: { PATH: process.env.PATH ?? '' }, host: 'db-1' }

/** Time enough for a loaded machine; nothing waits for it. */
export const patient = 30_000
