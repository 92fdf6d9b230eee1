// The floors of the building: code may import from its own floor and from the floors below, never from above.
const floors = [
  ['entry'],
  ['composition'],
  ['commands', 'web'],
  ['pipeline', 'drill', 'sources'],
  ['codec', 'catalog', 'retention', 'stores', 'report', 'config', 'process'],
  ['domain', 'errors'],
]

const rooms = (names) => `^src/(${names.join('|')})/`

const upward = floors.slice(1).map((floor, index) => ({
  name: `no-import-upward-from-${floor.join('-')}`,
  comment: `src/${floor.join(', src/')} may not import from a floor above.`,
  severity: 'error',
  from: { path: rooms(floor) },
  to: { path: rooms(floors.slice(0, index + 1).flat()) },
}))

/** A package that only the named paths may import. */
const confined = (name, comment, packages, paths) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: paths },
  to: { path: `(^|node_modules/)(${packages})` },
})

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'no-unknown-floor',
      comment: 'A folder directly under src/ must be on one of the floors above.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: rooms(floors.flat()) },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one thing, or one of them is in the wrong place.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-cycle-between-folders',
      comment: 'Folders of one floor may import each other in one direction only.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/[^/]+$' },
      to: { path: '^src/[^/]+$', circular: true },
    },
    {
      name: 'driver-imports-own-folder-only',
      comment: 'A driver imports domain, errors, process, its own folder and what its kind shares beside it.',
      severity: 'error',
      from: { path: '^src/(sources|stores)/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/(domain|errors|process)/', '^src/$1/$2/', '^src/$1/[^/]+$'] },
    },
    {
      name: 'only-composition-names-drivers',
      comment: 'Everything else sees the interfaces of src/domain; composition hands it the drivers.',
      severity: 'error',
      from: { path: '^src/(commands|web|pipeline|drill|codec|catalog|retention|report|config|process)/' },
      to: { path: '^src/(sources|stores)/' },
    },
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', '^(node:)?stream$'] },
    },
    {
      name: 'codec-is-pure',
      comment: 'A codec turns bytes into bytes: no file, no process, no network.',
      severity: 'error',
      from: { path: '^src/codec/' },
      to: { path: '^(node:)?(fs|child_process|net|http|https|tls|dgram|dns|os)(/|$)' },
    },
    {
      name: 'retention-is-pure',
      comment: 'Retention gets points, rules and a time, and returns decisions.',
      severity: 'error',
      from: { path: '^src/retention/' },
      to: { pathNot: '^src/(retention|domain|errors)/' },
    },
    confined('actions-toolkit-confined', 'GitHub belongs to the edges.', '@actions/', [
      '^src/entry/',
      '^src/report/github',
      '^src/config/.*input',
    ]),
    confined('aws-sdk-confined', 'An SDK belongs to its own store.', '@aws-sdk/|@smithy/', '^src/stores/s3/'),
    confined('azure-sdk-confined', 'An SDK belongs to its own store.', '@azure/', '^src/stores/azure/'),
    {
      name: 'no-orphan',
      comment: 'A file that nothing imports is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/entry/' },
      to: {},
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-package',
      comment: 'What src imports must stand under dependencies.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'src-imports-src',
      comment: 'Tests, benchmarks and scripts look at src, never the other way.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts|bin|dist|build)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type imports count as well. TypeScript 7 has no parser to call, so this runs on the `typescript` package,
    // version 6, while `tsc` comes from `@typescript/native`.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'import', 'types'] },
  },
}
