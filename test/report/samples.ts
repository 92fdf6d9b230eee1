import type { RereadResult } from '../../src/report/reread.ts'
import type {
  BackupResult,
  CleanupResult,
  ListResult,
  PlanLeg,
  ReportResult,
  RestoreResultRecord,
  ShowResult,
  StatusResult,
  SyncResult,
  WorkflowResult,
} from '../../src/report/results.ts'
import type { Verification } from '../../src/report/verification.ts'

export const now = new Date('2026-11-18T05:00:00Z')

export const backups: BackupResult[] = [
  {
    job: 'app-db',
    id: '20261118T010000Z-L0-abc234',
    level: 0,
    parent: null,
    destinations: [
      { name: 'local', status: 'success', storedBytes: 324_800_000, sentBytes: 324_800_000 },
      { name: 'offsite', status: 'success', storedBytes: 324_800_000, sentBytes: 120_000_000 },
    ],
    sourceBytes: 1_288_490_188,
    storedBytes: 324_800_000,
    seconds: 72.4,
    warnings: [
      {
        severity: 'warning',
        code: 'size-change',
        message: 'stored 18 % more than the last full backup',
        hint: 'Run with --accept-size once if this is expected.',
      },
    ],
  },
  {
    job: 'home',
    id: '20261118T010200Z-L1-mno567',
    level: 1,
    parent: '20261101T010200Z-L0-ghi890',
    destinations: [
      { name: 'local', status: 'success', storedBytes: 4_200_000, sentBytes: 4_200_000 },
      { name: 'offsite', status: 'failed', storedBytes: 0, sentBytes: 1_000_000 },
    ],
    sourceBytes: 12_000_000,
    storedBytes: 4_200_000,
    files: 1204,
    unread: 2,
    seconds: 3.21,
  },
  { job: 'mongo', status: 'not-due' },
]

const entry: ListResult = {
  job: 'app-db',
  id: '20261118T010000Z-L0-abc234',
  level: 0,
  parent: null,
  createdAt: '2026-11-18T01:00:00Z',
  tags: ['daily'],
  destination: 'local',
  sourceBytes: 1_288_490_188,
  storedBytes: 324_800_000,
  signed: true,
  proven: true,
  held: false,
  complete: true,
}

const older: ListResult = {
  ...entry,
  id: '20261117T010000Z-L0-def567',
  createdAt: '2026-11-17T01:00:00Z',
  sourceBytes: 1_250_000_000,
  storedBytes: 310_000_000,
  proven: false,
}

export const list: ListResult[] = [
  entry,
  { ...entry, destination: 'offsite' },
  { ...older, held: true },
  { ...older, destination: 'offsite', complete: false, signed: false },
  {
    ...entry,
    job: 'home',
    id: '20261118T010200Z-L1-mno567',
    level: 1,
    parent: '20261101T010200Z-L0-ghi890',
    createdAt: '2026-11-18T01:02:00Z',
    sourceBytes: 12_000_000,
    storedBytes: 4_200_000,
    tags: ['日本語のタグ', 'release-2026.11-with-a-long-name'],
    proven: false,
  },
]

export const show: ShowResult = {
  ...entry,
  id: '20261118T010200Z-L2-mno567',
  job: 'home',
  level: 2,
  parent: '20261116T010200Z-L1-jkl345',
  chain: ['20261101T010200Z-L0-ghi890', '20261116T010200Z-L1-jkl345', '20261118T010200Z-L2-mno567'],
  host: 'db-1',
  evidence: 'stream',
  source: { type: 'directory', tool: 'tar 1.34' },
  unread: 1,
  streams: [{ name: 'files', mediaType: 'application/x-tar', volumes: 3, storedBytes: 4_200_000 }],
  proofs: [
    { finishedAt: '2026-11-18T03:00:00Z', result: 'passed', rtoSeconds: 61 },
    { finishedAt: '2026-11-17T03:00:00Z', result: 'failed', rtoSeconds: 12 },
  ],
}

export const restores: RestoreResultRecord[] = [
  {
    job: 'home',
    id: '20261118T010200Z-L2-mno567',
    chain: show.chain,
    target: '/srv/restored',
    files: 48_211,
    bytes: 5_368_709_120,
    fetchedBytes: 1_610_612_736,
    seconds: 43.7,
  },
  {
    job: 'app-db',
    id: '20261118T010000Z-L0-abc234',
    chain: ['20261118T010000Z-L0-abc234'],
    target: 'env:STAGING_URL',
    bytes: 1_288_490_188,
    fetchedBytes: 324_800_000,
    seconds: 95,
  },
]

export const verifications: Verification[] = [
  {
    job: 'app-db',
    id: '20261118T010000Z-L0-abc234',
    destination: 'offsite',
    depth: 'restore',
    result: 'passed',
    evidence: 'snapshot',
    checks: [
      { name: 'tables', result: 'passed', expected: '42', found: '42' },
      { name: 'select count(*) from users', result: 'passed', found: '18,204 (at least 1)' },
    ],
    proof: 'proofs/app-db/20261118T010000Z-L0-abc234/20261118T043000Z.json',
    rtoSeconds: 95,
    fetchedBytes: 324_800_000,
    damaged: [],
  },
  {
    job: 'home',
    id: '20261118T010200Z-L1-mno567',
    destination: 'local',
    depth: 'checksum',
    result: 'failed',
    checks: [{ name: 'sha-256 of every volume', result: 'failed', expected: '3 good', found: '1 damaged' }],
    fetchedBytes: 4_200_000,
    damaged: ['data/home/20261118T010200Z-L1-mno567/files/000001-0123456789ab'],
  },
  {
    job: 'shop',
    destination: 'offsite',
    depth: 'restore',
    status: 'left',
    lastProof: null,
    proofAge: null,
    reason: 'never passed; the budget of 1 h was used up after 1 h 05 min',
  },
  {
    job: 'tank',
    destination: 'offsite',
    depth: 'restore',
    status: 'not-due',
    lastProof: '2026-11-16T05:00:00Z',
    proofAge: 172_800,
    reason: 'last passed 2 d ago, wanted every 7 d',
  },
]

const reread: RereadResult = {
  days: 30,
  objects: 840,
  bytes: 8_000_000_000,
  readObjects: 812,
  readBytes: 7_700_000_000,
  newObjects: 28,
  newBytes: 300_000_000,
  overdueObjects: 0,
  overdueBytes: 0,
  oldest: {
    id: '20261101T010000Z-L0-zzz222',
    key: 'data/app-db/x',
    since: '2026-11-01T01:00:00Z',
    everRead: true,
  },
  missed: [],
  lastReading: '2026-11-18T04:30:00Z',
  rotation: 30,
}

export const cleanups: CleanupResult[] = [
  {
    job: 'app-db',
    destination: 'offsite',
    dryRun: true,
    deleted: [
      {
        id: '20261101T010000Z-L0-zzz222',
        reason: 'last: 17 newer, 3 kept; daily: 2026-11-01 is before the last 7',
      },
    ],
    kept: [
      {
        id: '20261118T010000Z-L0-abc234',
        reason: 'last 1 of 3; daily 1 of 7 (2026-11-18); weekly 1 of 4 (week to 2026-11-22); proven 1 of 1',
      },
      { id: '20261110T010000Z-L0-yyy333', reason: 'held' },
    ],
    garbage: [
      {
        key: 'data/app-db/20261115T010000Z-L0-xxx444',
        bytes: 16_777_216,
        reason: 'no manifest, and nothing newer than 2026-11-15T01:02:00.000Z',
      },
    ],
    freedBytes: 341_577_216,
  },
  {
    job: 'home',
    destination: 'local',
    deleted: [],
    kept: [{ id: '20261118T010200Z-L1-mno567', reason: 'no proven restore yet' }],
    garbage: [],
    freedBytes: 0,
    note: 'nothing deleted: no proven restore yet',
  },
]

export const statuses: StatusResult[] = [
  {
    job: 'app-db',
    destination: 'offsite',
    lastBackup: '2026-11-18T01:00:00Z',
    age: 14_400,
    stale: false,
    lastProof: '2026-11-18T04:30:00Z',
    proofAge: 1800,
    failedProof: null,
    failedProofAge: null,
    state: 'ok',
    reread,
  },
  {
    job: 'home',
    destination: 'local',
    lastBackup: '2026-11-15T01:02:00Z',
    age: 273_480,
    stale: true,
    lastProof: null,
    proofAge: null,
    failedProof: null,
    failedProofAge: null,
    state: 'stale',
  },
  {
    job: 'shop',
    destination: 'offsite',
    lastBackup: '2026-11-18T01:00:00Z',
    age: 14_400,
    stale: false,
    lastProof: '2026-11-18T04:30:00Z',
    proofAge: 1800,
    failedProof: '2026-11-18T04:50:00Z',
    failedProofAge: 600,
    state: 'proof-failed',
    reread: {
      ...reread,
      newObjects: 25,
      overdueObjects: 3,
      overdueBytes: 40_000_000,
      missed: [{ day: '2026-11-12', part: 17, of: 30, objects: 5 }],
    },
  },
  {
    job: 'tank',
    destination: 'offsite',
    lastBackup: null,
    age: null,
    stale: true,
    lastProof: null,
    proofAge: null,
    failedProof: null,
    failedProofAge: null,
    state: 'missing',
  },
  {
    job: 'tank',
    destination: 'elsewhere',
    lastBackup: null,
    age: null,
    stale: true,
    lastProof: null,
    proofAge: null,
    failedProof: null,
    failedProofAge: null,
    state: 'unreachable',
  },
]

export const legs: PlanLeg[] = [
  { name: 'prod-db-1', runner: ['self-hosted', 'db-1'], environment: 'prod-db-1', jobs: 'app-db,home' },
  {
    name: 'prod-web on web-1 large',
    runner: ['self-hosted', 'web-1', 'large'],
    environment: 'prod-web',
    jobs: 'uploads,assets,mail,a-name-that-is-rather-long',
  },
  { name: 'ubuntu-latest', runner: ['ubuntu-latest'], environment: '', jobs: 'mirror' },
]

export const workflows: WorkflowResult[] = [
  {
    file: '.github/workflows/backup.yml',
    status: 'written',
    commands: ['gh secret set APP_DATABASE_URL --env holdfast-backup'],
  },
  { file: '.github/workflows/cleanup.yml', status: 'unchanged', commands: [] },
  {
    file: '.github/workflows/fleet.yml',
    status: 'differs',
    commands: [],
    diff: ['…', '  a: 1', '- b: 2', '+ b: 3', '  c: 4'],
  },
]

export const reports: ReportResult[] = statuses.map((status, index) => ({
  ...status,
  backups: index * 100 + list.length,
  storedBytes: 2_000_000_000 * (index + 1),
  recent: index === 1 ? [] : list,
  restores:
    index === 1
      ? []
      : [90, 60, 45].map((rtoSeconds, age) => ({
          id: list[0]?.id ?? '',
          finishedAt: `2026-11-${20 - age}T03:00:00.000Z`,
          passed: age !== 1,
          rtoSeconds,
          rpoSeconds: 3600 * (age + 1),
        })),
}))

export const syncs: SyncResult[] = [
  {
    job: 'home',
    destination: 'offsite',
    status: 'success',
    copied: [
      {
        id: '20261120T021500Z-L0-aaaaaa',
        level: 0,
        from: 'local',
        objects: 70,
        bytes: 1_100_000_000,
        sentBytes: 700_000_000,
      },
      {
        id: '20261121T021500Z-L1-bbbbbb',
        level: 1,
        from: 'local',
        objects: 9,
        bytes: 20_000_000,
        sentBytes: 20_000_000,
      },
    ],
    healed: [],
    left: [
      {
        id: '20261101T021500Z-L0-cccccc',
        reason: 'last: 3 newer, 3 kept; daily: 20261101 is not among the last 7',
      },
    ],
    failed: [],
    alongside: 3,
    sentBytes: 720_000_000,
    seconds: 30,
  },
  {
    job: 'home',
    destination: 'local',
    status: 'partial',
    copied: [],
    healed: Array.from({ length: 13 }, (_, index) => ({
      id: '20261120T021500Z-L0-aaaaaa',
      key: `data/home/20261120T021500Z-L0-aaaaaa/a-stream-of-a-name-that-is-long/${String(index).padStart(8, '0')}-0123456789ab`,
      what: index === 0 ? ('damaged' as const) : ('missing' as const),
      from: 'offsite',
      how: index === 0 ? 'replaced' : 'created',
      bytes: 16_000_000,
    })),
    left: [],
    failed: [
      {
        id: '20261122T021500Z-L0-dddddd',
        code: 'object-damaged',
        message: 'there is no good data/home/20261122T021500Z-L0-dddddd/tar/00000003-0123456789ab at offsite',
      },
    ],
    alongside: 0,
    sentBytes: 208_000_000,
    seconds: 9,
  },
  {
    job: 'mirror',
    destination: 'offsite',
    status: 'dry-run',
    copied: [
      { id: '20261120T021500Z-L0-eeeeee', level: 0, from: 'local', objects: 3, bytes: 900, sentBytes: 900 },
    ],
    healed: [],
    left: [],
    failed: [],
    alongside: 0,
    sentBytes: 0,
    seconds: 0.1,
  },
  {
    job: 'tank',
    destination: 'offsite',
    status: 'skipped',
    copied: [],
    healed: [],
    left: [],
    failed: [],
    alongside: 0,
    sentBytes: 0,
    seconds: 0,
  },
]
