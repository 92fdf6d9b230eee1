export const id = 2456;
export const ids = [2456];
export const modules = {

/***/ 46409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PC: () => (/* binding */ labelsOf),
/* harmony export */   ay: () => (/* binding */ readHeader),
/* harmony export */   lq: () => (/* binding */ actionsReference),
/* harmony export */   rR: () => (/* binding */ headerOf),
/* harmony export */   uv: () => (/* binding */ actionsUnknown)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

const command = 'holdfast workflows --write';
const first = new RegExp(`^# Written by \`${command}(?<options>[^\`]*)\``);
const reference = /^[\w.-]+\/[\w.-]+@[\w./-]+$/;
/** Checks `OWNER/REPOSITORY@REF`. Errors: `usage`. */
function actionsReference(text) {
    if (reference.test(text))
        return text;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', `--actions ${text} names no actions`, {
        hint: 'Write OWNER/REPOSITORY@REF, such as acme/holdfast@v1 or with a full commit SHA after the @.',
    });
}
/** Neither somebody nor a remote says whose actions are used. */
function actionsUnknown() {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', 'nothing says where the actions come from', {
        hint: 'Say --actions OWNER/holdfast@v1; it is kept in the workflows.',
    });
}
/** `self-hosted,db-1` as labels. Errors: `usage` for what no label can be. */
function labelsOf(text, option) {
    const labels = text
        .split(',')
        .map((label) => label.trim())
        .filter((label) => label !== '');
    if (labels.length > 0 && labels.every((label) => /^[\w.:=+-]+$/.test(label)))
        return labels;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', `${option} names no labels of a runner`, {
        hint: `Write them with commas between: ${option} self-hosted,db-1.`,
    });
}
/** The two lines that every written workflow begins with. */
function headerOf({ actions, runner, drillRunner, cleanupRunner }) {
    const option = (name, labels) => labels === undefined ? '' : ` --${name} ${labels.join(',')}`;
    const options = [
        ` --actions ${actions}`,
        option('runner', runner),
        option('drill-runner', drillRunner),
        option('cleanup-runner', cleanupRunner),
    ].join('');
    return `# Written by \`${command}${options}\`.\n# Change holdfast.yml and write it again: what is changed here by hand gets lost.\n`;
}
/** The settings that a workflow was written with; undefined for one that somebody else wrote. */
function readHeader(text) {
    const options = first.exec(text)?.groups?.options;
    if (options === undefined)
        return undefined;
    const written = (name) => new RegExp(` --${name} ([^ ]+)`).exec(options)?.[1];
    const labels = (name) => written(name)?.split(',');
    const given = {
        actions: written('actions'),
        runner: labels('runner'),
        drillRunner: labels('drill-runner'),
        cleanupRunner: labels('cleanup-runner'),
    };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 48170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(67375);
// EXTERNAL MODULE: ./build/composition/version.js
var version = __webpack_require__(77401);
// EXTERNAL MODULE: ./build/commands/workflows/settings.js
var settings = __webpack_require__(46409);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
;// CONCATENATED MODULE: ./build/entry/cli/typed-options.js


/** Only the options that were given, so that absent stays absent. */
function given(options, ...names) {
    return Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function onBusy(options) {
    return options.onBusy ?? 'fail';
}
function backupOptions(options) {
    return {
        due: options.due === true,
        force: options.force === true,
        ...given(options, 'level', 'parallel'),
        tags: list(options.tag),
        acceptSize: options.acceptSize === true,
        dryRun: options.dryRun === true,
        onBusy: onBusy(options),
    };
}
function cleanupOptions(options) {
    return {
        dryRun: options.dryRun === true,
        exclusive: options.exclusive === true,
        force: options.force === true,
        stats: options.stats === true,
        onBusy: onBusy(options),
    };
}
function syncOptions(options) {
    return {
        ...given(options, 'from'),
        depth: options.depth === 'checksum' ? 'checksum' : 'exists',
        dryRun: options.dryRun === true,
        onBusy: onBusy(options),
    };
}
function rekeyOptions(options) {
    return { dropOld: options.dropOld === true, onBusy: onBusy(options) };
}
function testOptions(options) {
    return { onBusy: onBusy(options) };
}
function shredOptions(options) {
    return { onBusy: onBusy(options) };
}
function proofOptions(options) {
    return given(options, 'export');
}
function reportOptions(options) {
    return given(options, 'html');
}
function restoreOptions(options) {
    return {
        ...given(options, 'to', 'at'),
        include: list(options.include),
        tables: list(options.table),
        overwrite: options.overwrite === true,
        force: options.force === true,
        thaw: options.thaw === true,
        salvage: options.salvage === true,
        dryRun: options.dryRun === true,
    };
}
function verifyOptions(options) {
    return given(options, 'depth', 'sample', 'scratch', 'at', 'due');
}
function initOptions(options) {
    const { runner } = options;
    return {
        sources: list(options.source),
        ...given(options, 'to', 'out', 'actions', 'from', 'envFile'),
        ...(typeof runner === 'string' && { runner: (0,settings/* labelsOf */.PC)(runner, '--runner') }),
    };
}
function planOptions(options) {
    return {
        forGithub: options.for === 'github',
        due: options.due === true,
        ...given(options, 'part'),
    };
}
/** Errors: `usage` where it is not said what to do, or both. */
function workflowsOptions(options) {
    const { write, check, actions } = options;
    if ((write === true) === (check === true)) {
        throw new errors_error/* HoldfastError */.E('usage', 'workflows needs one of --write and --check', {
            hint: 'Say --write to write them, --check to compare them.',
        });
    }
    const labels = (name, option) => typeof options[name] === 'string' ? { [name]: (0,settings/* labelsOf */.PC)(options[name], option) } : {};
    return {
        mode: write === true ? 'write' : 'check',
        given: {
            ...(typeof actions === 'string' && { actions }),
            ...labels('runner', '--runner'),
            ...labels('cleanupRunner', '--cleanup-runner'),
            ...labels('drillRunner', '--drill-runner'),
        },
    };
}

;// CONCATENATED MODULE: ./build/entry/cli/specs/shared.js
const shared_onBusy = {
    flags: '--on-busy <what>',
    description: 'when another run holds the job',
    choices: ['wait', 'fail', 'skip'],
};
const dryRun = {
    flags: '--dry-run',
    description: 'show what would happen, change nothing',
};
const at = {
    flags: '--at <time>',
    description: 'the newest backup not after this time',
    parse: 'instant',
};
/** A text option, or undefined. */
function shared_text(value) {
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./build/entry/cli/specs/backup.js


/** Backing up. */
const backupCommands = [
    {
        name: 'backup',
        arguments: '[jobs...]',
        description: 'back up jobs, or directories where there is no configuration',
        sources: true,
        options: [
            { flags: '--due', description: 'only jobs that are due' },
            { flags: '--force', description: 'due or not' },
            {
                flags: '--level <n>',
                description: '0 is full; n holds what changed since the newest lower level',
                parse: 'number',
            },
            { flags: '--tag <tag>', description: 'a tag to keep with it', parse: 'list' },
            { flags: '--accept-size', description: 'accept a size that the guards would doubt' },
            {
                flags: '--recipient <age1…>',
                description: 'whom to encrypt to, without a configuration',
                parse: 'list',
            },
            { flags: '--no-encryption', description: 'store in the clear, without a configuration' },
            {
                flags: '--compression <type>',
                description: 'zstd, gzip or none, or with a level as in gzip:9; without a configuration',
            },
            { flags: '--parallel <n>', description: 'jobs at once (default 1)', parse: 'number' },
            dryRun,
            shared_onBusy,
        ],
        load: async () => {
            const { backup } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(608), __webpack_require__.e(7594), __webpack_require__.e(2551), __webpack_require__.e(6583), __webpack_require__.e(2902), __webpack_require__.e(7214), __webpack_require__.e(9473)]).then(__webpack_require__.bind(__webpack_require__, 4806));
            return (context, args, options) => backup(context, args, backupOptions(options));
        },
    },
    {
        name: 'test',
        arguments: '<jobs...>',
        description: 'back up, read back, restore into a throwaway place, and remove it all again',
        options: [shared_onBusy],
        load: async () => {
            const { testJobs } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(608), __webpack_require__.e(7594), __webpack_require__.e(6583), __webpack_require__.e(2902), __webpack_require__.e(7427), __webpack_require__.e(4317), __webpack_require__.e(7214), __webpack_require__.e(9009), __webpack_require__.e(1464)]).then(__webpack_require__.bind(__webpack_require__, 31662));
            return (context, args, options) => testJobs(context, args, testOptions(options));
        },
    },
    {
        name: 'snapshot',
        arguments: '[jobs...]',
        description: 'take a snapshot of ZFS jobs, and nothing else',
        options: [],
        load: async () => {
            const { snapshot } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(8623)]).then(__webpack_require__.bind(__webpack_require__, 28623));
            return (context, args) => snapshot(context, args);
        },
    },
];

;// CONCATENATED MODULE: ./build/entry/cli/specs/catalogue.js


/** Looking at what is there. */
const catalogueCommands = [
    {
        name: 'list',
        aliases: ['ls'],
        arguments: '[jobs...]',
        description: 'list backups',
        options: [],
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(2948)]).then(__webpack_require__.bind(__webpack_require__, 22948))).list,
    },
    {
        name: 'show',
        arguments: '<id>',
        description: 'one backup in full',
        options: [],
        load: async () => {
            const { show } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(9846)]).then(__webpack_require__.bind(__webpack_require__, 49846));
            return (context, [id = '']) => show(context, id);
        },
    },
    {
        name: 'logs',
        arguments: '[jobs...]',
        description: 'runs, failed ones too',
        options: [{ flags: '--limit <n>', description: 'newest n (default 20)', parse: 'number' }],
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(9804)]).then(__webpack_require__.bind(__webpack_require__, 59804))).logs,
    },
    {
        name: 'status',
        arguments: '[jobs...]',
        description: 'is every job fresh and proven? exits 4 when not',
        options: [
            {
                flags: '--max-age <duration>',
                description: 'older is stale, for jobs without every:',
                parse: 'duration',
            },
        ],
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(2551), __webpack_require__.e(4708), __webpack_require__.e(3951)]).then(__webpack_require__.bind(__webpack_require__, 9897))).status,
    },
    {
        name: 'proof',
        arguments: '[what...]',
        description: 'proofs of restores, signatures checked: of jobs, ids, or files copied from proofs/',
        options: [
            {
                flags: '--export <as>',
                description: 'a document for an auditor, or the stored envelopes',
                choices: ['iso27001', 'soc2', 'json'],
            },
        ],
        load: async () => {
            const { proof } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(4708), __webpack_require__.e(1503)]).then(__webpack_require__.bind(__webpack_require__, 27837));
            return (context, what, options) => proof(context, what, proofOptions(options));
        },
    },
    {
        name: 'report',
        arguments: '[jobs...]',
        description: 'status with sizes and the newest backups; exits as status does',
        options: [
            {
                flags: '--html <directory>',
                description: 'write static pages there: an index, and one for each job',
            },
            { flags: '--markdown', description: 'as a job summary of GitHub shows it' },
        ],
        load: async () => {
            const { report } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(2551), __webpack_require__.e(4708), __webpack_require__.e(9214), __webpack_require__.e(7479)]).then(__webpack_require__.bind(__webpack_require__, 99214));
            return (context, jobs, options) => report(context, jobs, reportOptions(options));
        },
    },
    {
        name: 'hold',
        arguments: '<what>',
        description: 'never prune a backup until it is released',
        options: [{ flags: '--reason <text>', description: 'why, for whoever finds it' }],
        load: async () => {
            const { hold } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(5394)]).then(__webpack_require__.bind(__webpack_require__, 35394));
            return (context, [what = ''], { reason }) => hold(context, what, shared_text(reason));
        },
    },
    {
        name: 'release',
        arguments: '<what>',
        description: 'let a held backup go',
        options: [],
        load: async () => {
            const { release } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(5394)]).then(__webpack_require__.bind(__webpack_require__, 35394));
            return (context, [what = '']) => release(context, what);
        },
    },
];

;// CONCATENATED MODULE: ./build/entry/cli/specs/cleanup.js


/** Letting go. */
const cleanupCommands = [
    {
        name: 'cleanup',
        aliases: ['prune'],
        arguments: '[jobs...]',
        description: 'delete what retention lets go, and garbage; every line with its reason',
        options: [
            dryRun,
            { flags: '--stats', description: 'sizes before and after' },
            {
                flags: '--exclusive',
                description: 'nobody else uses the store: needed where it has no conditional writes',
            },
            { flags: '--force', description: 'go on after a failed drill' },
            shared_onBusy,
        ],
        load: async () => {
            const { cleanup } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(2551), __webpack_require__.e(6583), __webpack_require__.e(6051), __webpack_require__.e(8104)]).then(__webpack_require__.bind(__webpack_require__, 61149));
            return (context, args, options) => cleanup(context, args, cleanupOptions(options));
        },
    },
];

;// CONCATENATED MODULE: ./build/entry/cli/specs/github.js

/** For backups that run in GitHub Actions. */
const githubCommands = [
    {
        name: 'plan',
        arguments: '[jobs...]',
        description: 'what would run, and where: by runner and environment',
        options: [
            {
                flags: '--for <system>',
                description: 'print the matrix and the number of its legs, for $GITHUB_OUTPUT',
                choices: ['github'],
            },
            { flags: '--due', description: 'only jobs that are due; reads the destinations' },
            { flags: '--part <n>', description: 'the n-th 256 legs, from 1', parse: 'number' },
        ],
        load: async () => {
            const { plan } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(220)]).then(__webpack_require__.bind(__webpack_require__, 20220));
            return (context, args, options) => plan(context, args, planOptions(options));
        },
    },
    {
        name: 'workflows',
        description: 'write or check .github/workflows/ for this configuration',
        options: [
            { flags: '--write', description: 'write them; those that nobody needs any more go' },
            { flags: '--check', description: 'compare them; exits 1 when they differ' },
            {
                flags: '--actions <owner/repo@ref>',
                description: 'where the actions come from, such as acme/holdfast@v1; kept in the workflows',
            },
            {
                flags: '--runner <labels>',
                description: 'for jobs that name no runner: self-hosted,db-1; kept as well',
            },
            {
                flags: '--cleanup-runner <labels>',
                description: 'where cleanup runs (default: ubuntu-latest); kept',
            },
            { flags: '--drill-runner <labels>', description: 'where drills run (default: ubuntu-latest); kept' },
        ],
        load: async () => {
            const { workflows } = await __webpack_require__.e(/* import() */ 332).then(__webpack_require__.bind(__webpack_require__, 40332));
            return (context, _, options) => {
                const { mode, given } = workflowsOptions(options);
                return workflows(context, mode, given);
            };
        },
    },
];

;// CONCATENATED MODULE: ./build/entry/cli/specs/keys.js


/** Who can open what is there. */
const keyCommands = [
    {
        name: 'rekey',
        arguments: '[jobs...]',
        description: 'let the configured recipients and passphrase open every backup; data is not touched',
        options: [
            {
                flags: '--drop-old',
                description: 'then delete the wraps for anybody else, once the new identity has opened the new ones',
            },
            shared_onBusy,
        ],
        load: async () => {
            const { rekey } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(7594), __webpack_require__.e(6583), __webpack_require__.e(6957)]).then(__webpack_require__.bind(__webpack_require__, 6957));
            return (context, args, options) => rekey(context, args, rekeyOptions(options));
        },
    },
    {
        name: 'shred',
        arguments: '<id>',
        description: 'destroy the keys of one backup everywhere: nobody opens it again',
        options: [shared_onBusy],
        load: async () => {
            const { shred } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(6583), __webpack_require__.e(463)]).then(__webpack_require__.bind(__webpack_require__, 52844));
            return (context, [id = ''], options) => shred(context, id, shredOptions(options));
        },
    },
];

;// CONCATENATED MODULE: ./build/entry/cli/specs/restore.js


const depth = {
    flags: '--depth <depth>',
    description: 'how deep to look',
    choices: ['exists', 'checksum', 'contents', 'restore'],
};
const restore_verifyOptions = [
    { flags: '--due', description: 'only what verify.every of its job says, while verify.budget lasts' },
    {
        flags: '--sample <n/m>',
        description: 'only the n-th of m parts of the objects; today/m: one part a day',
        parse: 'sample',
    },
    { flags: '--scratch <dir>', description: 'where a drill restores to (default: the temporary directory)' },
    at,
];
/** Getting it back, and proving that it comes back. */
const restoreCommands = [
    {
        name: 'restore',
        arguments: '<what>',
        places: true,
        description: 'restore a job, a backup by its id, or what is at s3://bucket/prefix',
        options: [
            {
                flags: '--to <target>',
                description: 'a directory, a file, -, env:NAME with a database URL, a dataset, datadir:PATH, container:NAME, or a name under targets:',
            },
            at,
            { flags: '--include <glob>', description: 'only these paths', parse: 'list' },
            { flags: '--table <name>', description: 'only these tables of a database', parse: 'list' },
            { flags: '--overwrite', description: 'replace what is there' },
            { flags: '--force', description: 'restore in spite of a missing or foreign signature' },
            { flags: '--salvage', description: 'bring back what is undamaged, and name the rest' },
            { flags: '--thaw', description: 'ask the store to bring back what lies in an archive' },
            dryRun,
        ],
        load: async () => {
            const { restore } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(608), __webpack_require__.e(7594), __webpack_require__.e(2902), __webpack_require__.e(7427), __webpack_require__.e(8465), __webpack_require__.e(1070)]).then(__webpack_require__.bind(__webpack_require__, 68465));
            return (context, [what], options) => restore(context, what, restoreOptions(options));
        },
    },
    {
        name: 'verify',
        arguments: '[what...]',
        description: 'check that backups are there, undamaged, and restore',
        options: [depth, ...restore_verifyOptions],
        load: async () => {
            const { verify } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(608), __webpack_require__.e(7594), __webpack_require__.e(2551), __webpack_require__.e(2902), __webpack_require__.e(7427), __webpack_require__.e(4317), __webpack_require__.e(9009), __webpack_require__.e(922)]).then(__webpack_require__.bind(__webpack_require__, 57469));
            return (context, args, options) => verify(context, args, verifyOptions(options));
        },
    },
    {
        name: 'drill',
        arguments: '[what...]',
        description: 'restore into a throwaway place, compare, and sign a proof',
        options: restore_verifyOptions,
        load: async () => {
            const { drill } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(608), __webpack_require__.e(7594), __webpack_require__.e(2551), __webpack_require__.e(2902), __webpack_require__.e(7427), __webpack_require__.e(4317), __webpack_require__.e(9009), __webpack_require__.e(922)]).then(__webpack_require__.bind(__webpack_require__, 57469));
            return (context, args, options) => drill(context, args, verifyOptions(options));
        },
    },
];

;// CONCATENATED MODULE: ./build/entry/cli/specs/setup.js


/** Getting started: demo, init, doctor, keys. */
const setupCommands = [
    {
        name: 'demo',
        description: 'the whole story in a temporary directory: back up, change, increment, drill, prune, restore',
        options: [{ flags: '--keep', description: 'keep the directory to look around in' }],
        bare: true,
        load: async () => {
            const { demo } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(608), __webpack_require__.e(7594), __webpack_require__.e(2551), __webpack_require__.e(6583), __webpack_require__.e(2902), __webpack_require__.e(7427), __webpack_require__.e(4317), __webpack_require__.e(7214), __webpack_require__.e(9009), __webpack_require__.e(6051), __webpack_require__.e(8465), __webpack_require__.e(6947)]).then(__webpack_require__.bind(__webpack_require__, 56947));
            return (context, _, { keep }) => demo(context, keep === true);
        },
    },
    {
        name: 'init',
        description: 'write holdfast.yml, keys and a recovery sheet; with --runner workflows as well',
        options: [
            {
                flags: '--source <path>',
                description: 'directory to back up; with --from zrb its configuration',
                parse: 'list',
            },
            { flags: '--to <destination>', description: 'path that backups go to; with --runner a URL' },
            {
                flags: '--runner <labels>',
                description: 'back up in GitHub Actions, on a runner with these labels: self-hosted,db-1',
            },
            {
                flags: '--actions <owner/repo@ref>',
                description: 'with --runner: where the actions come from, such as acme/holdfast@v1',
            },
            { flags: '--out <dir>', description: 'where to write (default: here)' },
            {
                flags: '--from <predecessor>',
                description: 'convert the configuration of another tool: its environment and .env, or the file of --source',
                choices: ['azure-directory', 'pgbak', 'postgres-tiers', 'zrb', 'mysql-xtrabackup'],
            },
        ],
        bare: true,
        load: async () => {
            const { init } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(332), __webpack_require__.e(4807)]).then(__webpack_require__.bind(__webpack_require__, 54807));
            return (context, _, options) => init(context, initOptions(options));
        },
    },
    {
        name: 'doctor',
        arguments: '[jobs...]',
        description: 'check tools, rights, space, clocks and what each destination really can do',
        options: [
            {
                flags: '--role <role>',
                description: 'check the rights of one role',
                choices: ['backup', 'drill', 'cleanup'],
            },
        ],
        load: async () => {
            const { doctor } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(7594), __webpack_require__.e(8528)]).then(__webpack_require__.bind(__webpack_require__, 88528));
            return (context, args, { role }) => doctor(context, args, role);
        },
    },
    {
        name: 'keygen',
        aliases: ['genkey'],
        description: 'make an age identity, a state identity and signing keys',
        options: [{ flags: '--out <dir>', description: 'where to write (default: here)' }],
        bare: true,
        load: async () => {
            const { keygen } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(6116)]).then(__webpack_require__.bind(__webpack_require__, 86116));
            return (context, _, { out }) => keygen(context, shared_text(out) ?? '.');
        },
    },
];

// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/entry/cli/specs/shell.js

/** For editors and shells. `all` gives every command, of which these are the last. */
const shellCommands = (all) => [
    {
        name: 'schema',
        description: 'print the JSON Schema of holdfast.yml, for editors',
        options: [],
        bare: true,
        load: async () => {
            const { jsonSchema } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 11521));
            const { driverSchemas } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 67520));
            return async () => (0,commands_outcome/* done */.Vw)([jsonSchema(driverSchemas)]);
        },
    },
    {
        name: 'completion',
        arguments: '<shell>',
        description: 'print a completion script for bash, zsh or fish',
        options: [],
        bare: true,
        load: async () => {
            const { completionScript } = await __webpack_require__.e(/* import() */ 7758).then(__webpack_require__.bind(__webpack_require__, 7758));
            return async (_, [shell = '']) => (0,commands_outcome/* done */.Vw)([{ script: completionScript(shell, all()) }]);
        },
    },
];

;// CONCATENATED MODULE: ./build/entry/cli/specs/sync.js


/** Destinations that help each other. */
const syncCommands = [
    {
        name: 'sync',
        arguments: '[jobs...]',
        description: 'copy what a destination lacks from the others, and heal what is damaged there',
        options: [
            { flags: '--from <destination>', description: 'read only this one (default: all others of the job)' },
            {
                flags: '--depth <depth>',
                description: 'how what is there is looked at: by name and size, or read and compared with its hash',
                choices: ['exists', 'checksum'],
            },
            dryRun,
            shared_onBusy,
        ],
        load: async () => {
            const { sync } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(6583), __webpack_require__.e(5166)]).then(__webpack_require__.bind(__webpack_require__, 55166));
            return (context, args, options) => sync(context, args, syncOptions(options));
        },
    },
];

;// CONCATENATED MODULE: ./build/entry/cli/command-table.js









/** Every verb of the command line, in the order of the help. */
const commandTable = [
    ...setupCommands,
    ...backupCommands,
    ...catalogueCommands,
    ...restoreCommands,
    ...syncCommands,
    ...cleanupCommands,
    ...keyCommands,
    ...githubCommands,
    ...shellCommands(() => commandTable),
];

// EXTERNAL MODULE: ./build/domain/duration.js
var duration = __webpack_require__(14953);
;// CONCATENATED MODULE: ./build/entry/cli/options.js


function collect(value, previous) {
    return [...(previous ?? []), value];
}
/** A whole number from 0, or a usage error that names the option. */
function wholeNumber(value) {
    if (!/^\d{1,9}$/.test(value))
        throw new commander/* InvalidArgumentError */.Di('A whole number is needed.');
    return Number(value);
}
/** A duration such as `36h`, in milliseconds. */
function options_duration(value) {
    const parsed = (0,duration/* parseDuration */.E)(value);
    if (parsed === undefined)
        throw new commander/* InvalidArgumentError */.Di('A duration such as 36h or 7d is needed.');
    return parsed;
}
/** An instant in ISO 8601; without an offset it is UTC. */
function instant(value) {
    const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(value) || !value.includes('T') ? value : `${value}Z`;
    const parsed = new Date(zoned);
    if (Number.isNaN(parsed.getTime()))
        throw new commander/* InvalidArgumentError */.Di('An ISO time such as 2026-11-21T03:00Z is needed.');
    return parsed;
}
/** `n/m`: the n-th of m equal parts, n from 1; `today/m`: the one whose turn it is. */
function sample(value) {
    const match = /^(\d{1,6}|today)\/(\d{1,6})$/.exec(value);
    if (match?.[1] === 'today' && Number(match[2]) > 0)
        return { part: 'today', of: Number(match[2]) };
    const part = Number(match?.[1]);
    const of = Number(match?.[2]);
    if (!(part >= 1 && part <= of))
        throw new commander/* InvalidArgumentError */.Di('A part such as 3/30 or today/30 is needed.');
    return { part, of };
}
/** Adds what every command takes. */
function withGlobalOptions(command) {
    return command
        .addOption(new commander/* Option */.c$('--config <file>', 'the configuration (default: ./holdfast.yml, .github/holdfast.yml)'))
        .addOption(new commander/* Option */.c$('--env-file <file>', 'variables, beside the .env next to the configuration'))
        .addOption(new commander/* Option */.c$('--identity <file>', 'age identity that opens backups'))
        .addOption(new commander/* Option */.c$('--destination <d>', 'only this destination, or a URL or path without a configuration').argParser(collect))
        .addOption(new commander/* Option */.c$('--json', 'print one JSON document'))
        .addOption(new commander/* Option */.c$('--events', 'print events as JSON lines').conflicts('json'))
        .addOption(new commander/* Option */.c$('--quiet', 'print errors only'))
        .addOption(new commander/* Option */.c$('--verbose', 'print every step, and causes of errors').conflicts('quiet'))
        .addOption(new commander/* Option */.c$('--no-progress', 'no progress bars'))
        .addOption(new commander/* Option */.c$('--yes', 'answer yes to what would be asked'));
}

// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
// EXTERNAL MODULE: ./build/report/events.js
var events = __webpack_require__(96710);
;// CONCATENATED MODULE: ./build/report/findings.js
const told = ['warning', 'error'];
/** A reporter that shows nothing and keeps what a person would be warned of, for the one document of `--json`. */
function collectFindings() {
    const findings = [];
    const reporter = {
        on(event) {
            if (event.type === 'finding' && told.includes(event.finding.severity))
                findings.push(event.finding);
        },
    };
    return { reporter, findings };
}
/** Findings that neither an error nor a warning of the outcome says, each once. */
function unsaid(findings, { warnings, errors, }) {
    const said = new Set(warnings.map(({ message }) => message));
    return findings.filter(({ message }) => {
        if (said.has(message) || errors.some((error) => message.includes(error.message)))
            return false;
        said.add(message);
        return true;
    });
}

;// CONCATENATED MODULE: ./build/report/log-stamp.js
function timeIn(timezone) {
    const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: timezone,
        dateStyle: 'short',
        timeStyle: 'medium',
    });
    return (moment) => `${format.format(moment)},${String(moment.getUTCMilliseconds()).padStart(3, '0')}`;
}
/** `2026-11-26 03:00:00,123 - INFO - message`: what logs of a backup that the environment alone describes look like. */
function createLogStamp(now, timezone) {
    const time = timeIn(timezone);
    return (lines, level) => lines
        .filter((line) => line.trim() !== '')
        .map((line) => `${time(now())} - ${level} - ${line.trimStart()}`);
}

// EXTERNAL MODULE: ./build/errors/unexpected.js
var unexpected = __webpack_require__(57923);
// EXTERNAL MODULE: ./build/report/printable.js
var printable = __webpack_require__(74628);
// EXTERNAL MODULE: ./build/report/style.js
var report_style = __webpack_require__(33842);
;// CONCATENATED MODULE: ./build/report/render-error.js



const deepest = 8;
function isProblem(value) {
    return (typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string');
}
function problemsOf(error) {
    const { problems } = error;
    return Array.isArray(problems) ? problems.filter(isProblem) : [];
}
function problemLines({ file, line, column, path, message, hint }, style) {
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    const subject = [place, path].filter(Boolean).join(' ');
    const text = subject ? `${style.bold((0,printable/* printable */.g)(subject))}: ${(0,printable/* printable */.g)(message)}` : (0,printable/* printable */.g)(message);
    return [`  ${text}`, ...(hint === undefined ? [] : [`    ${style.dim('hint:')} ${(0,printable/* printable */.g)(hint)}`])];
}
function contextLines(context, style) {
    return Object.entries(context).flatMap(([name, value]) => {
        if (value === undefined)
            return [];
        const label = style.dim(`${(0,printable/* printable */.g)(name)}:`);
        if (typeof value !== 'object')
            return [`  ${label} ${(0,printable/* printable */.g)(String(value))}`];
        return [`  ${label}`, ...value.map((each) => `    ${(0,printable/* printable */.g)(each)}`)];
    });
}
function causeLines(error, style) {
    const lines = [];
    let cause = error instanceof Error ? error.cause : undefined;
    for (let depth = 0; cause !== undefined && depth < deepest; depth += 1) {
        const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
        const [first = '', ...rest] = (0,printable/* printableLines */.f)(text);
        lines.push(`  ${style.dim('caused by:')} ${first}`, ...rest.map((line) => style.dim(`  ${line}`)));
        cause = cause instanceof Error ? cause.cause : undefined;
    }
    return lines;
}
/** The message of an error with several problems repeats them; its list says more, so a count stands for it. */
function headlineOf(error, problems) {
    if (problems.length < 2)
        return (0,printable/* printableLines */.f)(error.message);
    const [file, ...others] = new Set(problems.map((problem) => problem.file));
    const place = file !== undefined && others.length === 0 ? (0,printable/* printable */.g)(file) : 'the configuration';
    return [`${problems.length} problems in ${place}`];
}
function holdfastLines(error, style) {
    const problems = problemsOf(error);
    const [first = '', ...rest] = headlineOf(error, problems);
    return [
        `${style.red(style.bold('error:'))} ${first} ${style.dim(`[${error.code}]`)}`,
        ...rest.map((line) => `  ${line}`),
        ...(problems.length > 1 ? problems.flatMap((problem) => problemLines(problem, style)) : []),
        ...(problems.length > 0 ? [] : contextLines(error.context, style)),
        ...(error.hint === undefined ? [] : [`${style.yellow('hint:')} ${(0,printable/* printable */.g)(error.hint)}`]),
        style.dim(`see docs/errors.md#${error.code}`),
    ];
}
/**
 * An error for people, in lines, secrets masked: `error: message [code]`, its problems or its context, the hint and
 * where the code is explained; with `verbose` also what caused it. An error of another kind is shown as what `asHoldfastError` makes of it.
 */
function renderError(error, options) {
    const style = (0,report_style/* createStyle */._)(options.colour);
    const shown = (0,unexpected/* asHoldfastError */.C)(error);
    const causes = options.verbose ? causeLines(shown, style) : [];
    return [...holdfastLines(shown, style), ...causes].join('\n');
}

// EXTERNAL MODULE: ./build/report/terminal.js + 2 modules
var terminal = __webpack_require__(51184);
// EXTERNAL MODULE: ./build/report/wrap-lines.js
var wrap_lines = __webpack_require__(44093);
// EXTERNAL MODULE: ./build/entry/host/clock.js
var host_clock = __webpack_require__(97156);
// EXTERNAL MODULE: ./build/entry/host/signals.js
var signals = __webpack_require__(92199);
// EXTERNAL MODULE: ./build/entry/host/command-context.js
var command_context = __webpack_require__(10609);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/composition/drivers.js + 500 modules
var drivers = __webpack_require__(67520);
// EXTERNAL MODULE: ./build/config/config.js + 37 modules
var config_config = __webpack_require__(11521);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/entry/cli/object-url.js


/** A file of this host as an object of the directory that it lies in. */
function namedFile(config, file) {
    for (const destination of config.destinationNames) {
        try {
            const { type, settings } = config.destination(destination);
            const key = type === 'filesystem' ? (0,external_node_path_.relative)(settings.path, file) : '..';
            if (!key.startsWith('..') && isSingle(config, key))
                return { destination, key };
        }
        catch {
            // What it lacks is said when it is used.
        }
    }
    return undefined;
}
/** What stands before keys of a destination in URLs, without its scheme; undefined for what has no URLs of its own. */
function baseOf(config, name) {
    try {
        const { type, settings } = config.destination(name);
        const { bucket, container, prefix } = settings;
        const base = [type === 's3' ? bucket : container, prefix].filter(Boolean).join('/');
        return type === 's3' || type === 'azure' ? { scheme: type, base } : undefined;
    }
    catch {
        // What it lacks is said when it is used.
        return undefined;
    }
}
function isSingle(config, key) {
    return config.jobNames.some((name) => {
        const { objectName, package: packaging } = config.job(name);
        if (packaging === 'volumes' || objectName === undefined)
            return false;
        return (0,config_config/* templatePattern */.N7)(objectName, { job: name }, { anyWord: true })?.matches(key) === true;
    });
}
/**
 * The object that `s3://bucket/prefix/key` names, where a destination of the configuration lies there and a job has such
 * names; `s3://key` will do, and so will the path of a file in a directory. Of `azure://account/container/key` the account is not looked at. Undefined for other places.
 */
function namedObject(config, url) {
    if (!/^\w+:/.test(url))
        return namedFile(config, (0,external_node_path_.resolve)(url));
    const [, scheme = '', rest = ''] = /^(s3|azure):\/\/([^?]+)$/.exec(url) ?? [];
    if (scheme === '')
        return undefined;
    for (const destination of config.destinationNames) {
        const place = baseOf(config, destination);
        if (place?.scheme !== scheme)
            continue;
        const path = scheme === 'azure' ? rest.slice(rest.indexOf('/') + 1) : rest;
        const key = path.startsWith(`${place.base}/`) ? path.slice(place.base.length + 1) : rest;
        if (isSingle(config, key))
            return { destination, key };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/entry/cli/load-config.js





const surroundings = () => ({ cwd: process.cwd(), environment: process.env, drivers: drivers.driverSchemas });
function looksLikeSource(text) {
    return /[/=]|^zfs:|^\.{1,2}$/.test(text);
}
function looksLikePlace(text) {
    return /[/:]/.test(text) || (0,external_node_fs_.existsSync)(text);
}
function fromFlags({ spec, args, options }) {
    const isBackup = spec.sources === true;
    const { compression, envFile } = options;
    const config = (0,config_config/* configFromFlags */.Em)({
        sources: isBackup ? args : [],
        destinations: options.destination ?? [],
        recipients: options.recipient ?? [],
        // Nothing but a backup encrypts.
        unencrypted: options.encryption === false || !isBackup,
        ...(typeof compression === 'string' && { compression }),
    }, { ...surroundings(), ...(envFile === undefined ? {} : { envFile }) });
    return { config, args: isBackup ? [] : args, fromFlags: true, fromEnvironment: false };
}
function fromFile({ spec, args, options }) {
    const [source] = spec.sources === true && args.length === 1 && args.every(looksLikeSource) ? args : [];
    const config = (0,config_config/* loadConfig */.Z9)({
        ...surroundings(),
        file: options.config,
        envFile: options.envFile,
        ...(source === undefined ? {} : { backupDirectory: source }),
    });
    const fromEnvironment = config.file === undefined;
    return {
        config,
        args: fromEnvironment && source !== undefined ? [] : args,
        fromFlags: false,
        fromEnvironment,
    };
}
/** A URL, or a directory that is no name: neither can be a job or an id. */
function isPlace(text) {
    return /^(?:[a-z][a-z0-9+.-]*:\/\/|rclone:)/i.test(text) || (text.includes('/') && isDirectory(text));
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
function isDirectory(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
/** `restore s3://bucket/prefix`: the place is all the configuration there is, and which job is found there. */
function atPlace(line, place) {
    if ((line.options.destination ?? []).length > 0) {
        throw new errors_error/* HoldfastError */.E('usage', 'a place and --destination are given', {
            hint: 'Name the place once: `restore s3://bucket/prefix`, or `restore JOB --destination s3://bucket/prefix`.',
        });
    }
    return { ...fromFlags({ ...line, options: { ...line.options, destination: [place] } }), args: [] };
}
/** `restore s3://bucket/prefix/shop_20260101_020000.sql.gz`: an object of a destination that the configuration has. */
function ofObject(line, place) {
    if (!/^(?:s3|azure):/.test(place) && !isFile(place))
        return undefined;
    try {
        const loaded = fromFile(line);
        const found = namedObject(loaded.config, place);
        return found && { ...loaded, args: [found.key], at: found.destination };
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'config-not-found') && line.options.config === undefined)
            return undefined;
        throw error;
    }
}
/**
 * The configuration of a command line: flags alone where sources and places are named (`backup ./dir --destination
 * ./backups`, `list --destination s3://…`), else the file, else the environment. Errors: those of the readers.
 */
function loadFor(line) {
    const { spec, args, options } = line;
    const places = options.destination ?? [];
    if (spec.bare) {
        return {
            config: (0,config_config/* configFromFlags */.Em)({ sources: [], destinations: [] }, surroundings()),
            args,
            fromFlags: true,
            fromEnvironment: false,
        };
    }
    const [first] = args;
    if (spec.places && first !== undefined) {
        const object = ofObject(line, first);
        if (object !== undefined)
            return object;
        if (isPlace(first))
            return atPlace(line, first);
    }
    if (spec.sources && places.length > 0 && args.length > 0 && args.every(looksLikeSource))
        return fromFlags(line);
    try {
        const loaded = fromFile(line);
        const unknown = places.filter((name) => !loaded.config.destinationNames.includes(name));
        return unknown.length > 0 && unknown.every(looksLikePlace) ? fromFlags(line) : loaded;
    }
    catch (error) {
        const isMissing = (0,errors_error/* hasCode */.u)(error, 'config-not-found') && options.config === undefined;
        if (isMissing && (places.length > 0 || (spec.sources && args.some(looksLikeSource))))
            return fromFlags(line);
        throw error;
    }
}

// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(26848);
;// CONCATENATED MODULE: ./build/entry/cli/prompts.js


function mayAsk({ json, events }) {
    return process.stdin.isTTY === true && !json && !events;
}
async function answerTo(question) {
    const prompt = (0,promises_.createInterface)({ input: process.stdin, output: process.stderr });
    try {
        return (await prompt.question(question)).trim();
    }
    finally {
        prompt.close();
    }
}
/** Resolves on a yes: now, or given before by `--yes`; then what would be asked is said. Errors: `confirmation-needed`. */
async function prompts_confirm(question, options, reporter) {
    if (options.yes) {
        reporter.on({
            type: 'finding',
            finding: { severity: 'info', code: 'confirmed', message: question },
        });
        return;
    }
    if (!mayAsk(options)) {
        throw new errors_error/* HoldfastError */.E('confirmation-needed', 'this needs a yes, and there is no terminal to ask', {
            hint: 'Read the question; where the command takes --dry-run, look at its plan first. Then repeat it with --yes.',
            context: { question },
        });
    }
    if (/^y(es)?$/i.test(await answerTo(`${question} [y/N] `)))
        return;
    throw new errors_error/* HoldfastError */.E('confirmation-needed', 'not confirmed: nothing was done', {
        hint: 'Answer y to go on, or add --yes.',
    });
}
/**
 * Asks for a text. Without a terminal or an answer it is `otherwise`. Errors: `usage` naming the option that gives it,
 * where there is none.
 */
async function ask(question, option, options, otherwise) {
    const answer = mayAsk(options) && !options.yes ? await answerTo(`${question} `) : '';
    if (answer !== '')
        return answer;
    if (otherwise !== undefined)
        return otherwise;
    throw new errors_error/* HoldfastError */.E('usage', `${option} is missing`, { hint: `Say it with ${option}: ${question}` });
}

;// CONCATENATED MODULE: ./build/entry/cli/context.js



/** Everything a command may touch, made of the process and its command line. */
function createContext(parts) {
    const { options, clock, reporter, signal, rehearsal } = parts;
    const loaded = loadFor(parts);
    const context = (0,command_context/* commandContext */.b)({
        config: loaded.config,
        clock,
        rehearsal,
        reporter,
        signal,
        onlyDestinations: loaded.at ? [loaded.at] : loaded.fromFlags ? [] : (options.destination ?? []),
        ...(options.identity === undefined ? {} : { identityFile: options.identity }),
        confirm: (question) => prompts_confirm(question, options, reporter),
        ask: (question, option, otherwise) => ask(question, option, options, otherwise),
    });
    return { context, args: loaded.args, fromEnvironment: loaded.fromEnvironment };
}

;// CONCATENATED MODULE: ./build/entry/cli/render.js







/**
 * Writes the whole text and waits: a pipe must not lose the end of a document when the process goes. A reader who left
 * early is no error; a disk that is full is `disk-full`, since a document that is cut off must not pass for whole.
 */
function print(stream, text) {
    return new Promise((resolve, reject) => {
        stream.write(text.endsWith('\n') ? text : `${text}\n`, (error) => {
            const { code } = (error ?? {});
            if (code === 'ENOSPC' || code === 'EDQUOT')
                reject((0,unexpected/* asHoldfastError */.C)(error));
            else
                resolve();
        });
    });
}
/** Renders an error that no command caught: as a document with `--json`, else as text. */
function fail(thrown, argv) {
    const error = thrown instanceof commander/* CommanderError */.b7 ? thrown : (0,unexpected/* asHoldfastError */.C)(thrown);
    if (error instanceof commander/* CommanderError */.b7) {
        if (error.exitCode !== 0 && argv.includes('--json')) {
            const [command = ''] = argv.filter((argument) => !argument.startsWith('-'));
            const help = `holdfast ${command} --help`.replace('  ', ' ');
            const usage = new errors_error/* HoldfastError */.E('usage', error.message.replace(/^error: /, ''), {
                hint: `Run \`${help}\` to see what it takes.`,
            });
            printDocument(argv[0] ?? '', usage);
        }
        process.exitCode = error.exitCode === 0 ? 0 : 2;
        return;
    }
    if (argv.includes('--json'))
        printDocument(argv[0] ?? '', error);
    else {
        const colour = (0,report_style/* wantsColour */.M)(process.env, process.stderr.isTTY === true);
        const text = renderError(error, { verbose: argv.includes('--verbose'), colour });
        process.stderr.write(`${(0,wrap_lines/* wrapLines */.M)(text, (0,wrap_lines/* columnsOf */.P)(process.stderr))}\n`);
    }
    process.exitCode = error.exitStatus;
}
function printDocument(command, error) {
    const exitCode = error.exitStatus;
    const document = (0,report_document/* outcomeDocument */.a)({ command, results: [], warnings: [], errors: [error], exitCode });
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
}

// EXTERNAL MODULE: ./build/report/bytes.js
var report_bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/duration.js
var report_duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/finding-text.js
var finding_text = __webpack_require__(15632);
// EXTERNAL MODULE: ./build/report/status-word.js
var status_word = __webpack_require__(87314);
// EXTERNAL MODULE: ./build/report/width.js
var report_width = __webpack_require__(19903);
// EXTERNAL MODULE: ./build/report/views/view.js
var views_view = __webpack_require__(70293);
;// CONCATENATED MODULE: ./build/report/views/backup.js







function headline(result, style) {
    const { job, id, status, level, destinations = [] } = result;
    const failed = destinations.filter((each) => !(0,status_word/* isGood */.Kg)(each.status)).length;
    const word = status ?? (failed === 0 ? 'success' : failed === destinations.length ? 'failed' : 'partial');
    const name = style.bold((0,printable/* printable */.g)(job));
    if (id === undefined)
        return `${(0,status_word/* statusMark */.w8)(word, style)} ${name}  ${(0,printable/* printable */.g)(word)}`;
    const kind = level === undefined ? '' : `  ${(0,views_view/* levelText */.WB)(level)}`;
    const said = (0,status_word/* isGood */.Kg)(word) ? '' : `  ${style.bold((0,printable/* printable */.g)(word))}`;
    return `${(0,status_word/* statusMark */.w8)(word, style)} ${name}  ${(0,printable/* printable */.g)(id)}${kind}${said}`;
}
function facts({ sourceBytes, storedBytes, files, seconds }) {
    const share = sourceBytes && storedBytes !== undefined && storedBytes < sourceBytes
        ? ` (${(0,report_bytes/* formatPercent */.l9)(storedBytes / sourceBytes)})`
        : '';
    return [
        ...(sourceBytes === undefined ? [] : [`read ${(0,report_bytes/* formatBytes */.z3)(sourceBytes)}`]),
        ...(storedBytes === undefined ? [] : [`stored ${(0,report_bytes/* formatBytes */.z3)(storedBytes)}${share}`]),
        ...(files === undefined ? [] : [(0,report_bytes/* plural */.LS)(files, 'file')]),
        ...(seconds === undefined ? [] : [(0,report_duration/* formatDuration */.a3)(seconds * 1000)]),
        ...(seconds && sourceBytes ? [(0,report_bytes/* formatRate */.CE)(sourceBytes, seconds * 1000)] : []),
    ].join(' · ');
}
function destinationLines(destinations, style) {
    const widest = Math.max(0, ...destinations.map(({ name }) => name.length));
    return destinations.map(({ name, status, storedBytes, sentBytes }) => {
        const sent = sentBytes === storedBytes ? '' : `, ${(0,report_bytes/* formatBytes */.z3)(sentBytes)} sent`;
        const amount = (0,status_word/* isGood */.Kg)(status) ? `${(0,report_bytes/* formatBytes */.z3)(storedBytes)}${sent}` : (0,printable/* printable */.g)(status);
        return `  ${(0,status_word/* statusMark */.w8)(status, style)} ${(0,report_width/* pad */.eV)((0,printable/* printable */.g)(name), widest)}  ${amount}`;
    });
}
/** What the backups of a run did: a paragraph a job. */
function renderBackups(results, { style }) {
    const paragraphs = results.map((result) => {
        const body = facts(result);
        const unread = result.unread
            ? [
                `  ${style.yellow('!')} ${(0,report_bytes/* plural */.LS)(result.unread, 'path')} could not be read: this backup does not count for retention`,
            ]
            : [];
        const warnings = (result.warnings ?? []).flatMap((finding) => (0,finding_text/* findingLines */.h)(finding, style));
        return [
            headline(result, style),
            ...(result.parent ? [style.dim(`  changes since ${(0,printable/* printable */.g)(result.parent)}`)] : []),
            ...(body === '' ? [] : [`  ${body}`]),
            ...destinationLines(result.destinations ?? [], style),
            ...unread,
            ...warnings.map((line) => `  ${line}`),
        ].join('\n');
    });
    return paragraphs.length > 0 ? paragraphs.join('\n\n') : style.dim('nothing to back up');
}

;// CONCATENATED MODULE: ./build/report/views/cleanup.js



const garbageShown = 10;
function lines(entries, sign, view) {
    const { style } = view;
    const paint = sign === '-' ? style.red : style.green;
    return entries.flatMap(({ id, reason }) => (0,views_view/* reasoned */.uI)(`  ${paint(sign)} ${(0,printable/* printable */.g)(id)}  `, reason, view));
}
function garbageLines({ garbage }, view) {
    const { style } = view;
    if (garbage.length === 0)
        return [];
    const bytes = garbage.reduce((sum, each) => sum + each.bytes, 0);
    const shown = garbage
        .slice(0, garbageShown)
        .flatMap(({ key, bytes, reason }) => (0,views_view/* reasoned */.uI)(style.dim(`    ${(0,printable/* printable */.g)(key)}  ${(0,report_bytes/* formatBytes */.z3)(bytes)}  `), reason, view));
    const more = garbage.length - garbageShown;
    return [
        `  ${style.red('-')} garbage of runs that died: ${(0,report_bytes/* plural */.LS)(garbage.length, 'object')}, ${(0,report_bytes/* formatBytes */.z3)(bytes)}`,
        ...shown,
        ...(more > 0 ? [style.dim(`    and ${more} more`)] : []),
    ];
}
function block(result, view) {
    const { style } = view;
    const { job, destination, deleted, kept, freedBytes, dryRun, note, stats } = result;
    const verb = dryRun ? 'would delete' : 'deleted';
    const freed = `${dryRun ? 'would free' : 'freed'} ${(0,report_bytes/* formatBytes */.z3)(freedBytes)}`;
    return [
        `${style.bold((0,printable/* printable */.g)(job))} ${style.dim('at')} ${(0,printable/* printable */.g)(destination)}: ${verb} ${deleted.length}, ${dryRun ? 'keep' : 'kept'} ${kept.length}, ${freed}`,
        ...(stats === undefined
            ? []
            : [
                `  ${(0,report_bytes/* plural */.LS)(stats.backups, 'backup')}, ${(0,report_bytes/* formatBytes */.z3)(stats.storedBytes)} → ${(0,report_bytes/* plural */.LS)(stats.keptBackups, 'backup')}, ${(0,report_bytes/* formatBytes */.z3)(stats.keptBytes)}`,
            ]),
        ...(note === undefined ? [] : [`  ${style.yellow('!')} ${(0,printable/* printable */.g)(note)}`]),
        ...lines(deleted, '-', view),
        ...lines(kept, '+', view),
        ...garbageLines(result, view),
    ].join('\n');
}
/** What goes and what stays, each line with its reason. */
function renderCleanup(results, view) {
    if (results.length === 0)
        return view.style.dim('nothing to clean up');
    return results.map((result) => block(result, view)).join('\n\n');
}

// EXTERNAL MODULE: ./build/report/table.js
var report_table = __webpack_require__(71799);
;// CONCATENATED MODULE: ./build/report/views/demo.js




const longest = (texts) => Math.max(0, ...texts.map(report_width/* displayWidth */.F1));
/** The demo as a table of what it did, the proof, and what to do next. */
function renderDemo(lines, view) {
    const { style } = view;
    const steps = lines.filter(({ seconds }) => seconds !== undefined);
    const result = lines.find(({ proven }) => proven !== undefined);
    const took = steps.map(({ seconds = 0 }) => (0,report_duration/* formatDuration */.a3)(seconds * 1000));
    const others = 7 + longest(steps.map(({ step }) => step)) + longest(took);
    const rows = steps.flatMap(({ step, what }, index) => {
        const [first = '', ...rest] = view.width === undefined ? [what] : (0,report_width/* wrap */.LV)(what, Math.max(24, view.width - others));
        const dim = (text) => ({ text, paint: style.dim });
        const head = [{ text: '✓', paint: style.green }, step, dim(first), took[index] ?? ''];
        return [head, ...rest.map((line) => ['', '', dim(line), ''])];
    });
    const columns = [
        { title: '' },
        { title: 'step' },
        { title: 'what happened', shrinkTo: 24 },
        { title: 'took', align: 'right' },
    ];
    const mark = result?.proven ? style.green('✓') : style.red('✗');
    const kept = result?.directory ? [`  everything is still in ${result.directory}`] : [];
    return [
        (0,report_table/* renderTable */.b)(columns, rows, (0,views_view/* tableIn */.sV)(view)),
        '',
        `${mark} ${style.bold(result?.what ?? '')}`,
        ...kept,
        '',
        'What next?',
        '  holdfast init --source DIRECTORY --to DESTINATION   writes holdfast.yml, keys',
        '  holdfast backup                                     backs it up',
        '  holdfast drill                                      proves that it comes back',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/report/views/doctor.js



/** All findings under their subjects, each with what mends it, and a verdict. */
function renderDoctor(groups, { style }) {
    const all = groups.flatMap(({ findings }) => findings);
    const count = (severity) => all.filter((finding) => finding.severity === severity).length;
    const blocks = groups.map(({ subject, findings }) => {
        const lines = findings.flatMap((finding) => (0,finding_text/* findingLines */.h)(finding, style));
        return [style.bold((0,printable/* printable */.g)(subject)), ...lines.map((line) => `  ${line}`)].join('\n');
    });
    const [errors, warnings] = [count('error'), count('warning')];
    const numbers = [
        ...(errors > 0 ? [style.red((0,report_bytes/* plural */.LS)(errors, 'error'))] : []),
        ...(warnings > 0 ? [style.yellow((0,report_bytes/* plural */.LS)(warnings, 'warning'))] : []),
    ];
    const verdict = numbers.length > 0 ? numbers.join(', ') : style.green('all is well');
    return [...blocks, verdict].join('\n\n');
}

;// CONCATENATED MODULE: ./build/report/views/files.js


/** After `init` for this host. */
const nextHere = [
    'What next?',
    '  holdfast doctor    checks that everything is there',
    '  holdfast backup    makes the first backup',
    '  holdfast drill     proves that it comes back',
];
/** After `init` for a runner. */
function nextOnRunner(commands) {
    return [
        'What next? Tell GitHub what the steps read; what has no file is asked for:',
        ...[...new Set(commands)].map((command) => `  ${command}`),
        '',
        'Give each environment only the rights of its role at the store: docs/roles.md has the policies.',
        'Then commit, push, run the workflow "Backup doctor" by hand, and after it "Backup".',
    ];
}
/** What `init` wrote and what to do next. */
function renderInit(files, view) {
    const rows = files.map(({ file, what }) => [
        { text: '✓', paint: view.style.green },
        file,
        { text: what, paint: view.style.dim },
    ]);
    const columns = [{ title: '' }, { title: 'written' }, { title: 'what it is', shrinkTo: 20 }];
    const commands = files.flatMap((file) => file.commands ?? []);
    const next = commands.length === 0 ? nextHere : nextOnRunner(commands);
    return [(0,report_table/* renderTable */.b)(columns, rows, (0,views_view/* tableIn */.sV)(view)), '', ...next].join('\n');
}
/** The public halves of new keys, and where the private ones lie. */
function renderKeys(keys, view) {
    const rows = keys.flatMap((key) => [
        ['identity.txt', 'opens every backup', key.recipient],
        ['state-identity.txt', 'opens only state/', key.stateRecipient],
        ['backup-signing.key', 'signs backups', key.backupSigning],
        ['drill-signing.key', 'signs proofs', key.drillSigning],
    ]);
    const columns = [{ title: 'private, 0600' }, { title: 'what for' }, { title: 'public half' }];
    const where = keys.map(({ directory }) => `in ${directory}`).join(', ');
    const { width: _cut, ...uncut } = (0,views_view/* tableIn */.sV)(view);
    return [
        (0,report_table/* renderTable */.b)(columns, rows, uncut),
        '',
        `${where}: keep identity.txt somewhere else too, nothing opens without it`,
        'Backups that are there already open with it only after `holdfast rekey`; recovery sheets name the old key until you write new ones.',
    ].join('\n');
}
/** Backups that were put under a hold, or let go. */
function renderHolds(holds, { style }) {
    return holds
        .map(({ id, destination, held, changed }) => {
        const what = held
            ? changed
                ? 'held: cleanup never takes it'
                : 'was held already'
            : 'released: retention decides again';
        return `${style.green('✓')} ${id} ${style.dim('at')} ${destination}: ${what}`;
    })
        .join('\n');
}
/** Runs and drills, newest first. */
function renderLogs(logs, view) {
    if (logs.length === 0)
        return view.style.dim('no runs yet');
    const rows = logs.map(({ job, id, command, status, startedAt, error }) => [
        startedAt.slice(0, 19).replace('T', ' '),
        job,
        command,
        { text: status, paint: status === 'success' ? view.style.green : view.style.red },
        id,
        { text: error ? `${error.code}: ${error.message}` : '', paint: view.style.dim },
    ]);
    const columns = [
        { title: 'when (UTC)' },
        { title: 'job', shrinkTo: 8 },
        { title: 'what' },
        { title: 'status' },
        { title: 'id', drop: 1 },
        { title: 'error', shrinkTo: 16 },
    ];
    return (0,report_table/* renderTable */.b)(columns, rows, (0,views_view/* tableIn */.sV)(view));
}

;// CONCATENATED MODULE: ./build/report/views/keys.js




function stateOf({ failed, locked, backups, proven }, { style }) {
    if (failed > 0)
        return { text: `${failed} failed`, paint: style.red };
    if (locked > 0)
        return { text: `${(0,report_bytes/* plural */.LS)(locked, 'old wrap')} locked`, paint: style.yellow };
    if (proven < backups)
        return { text: `${backups - proven} not proven`, paint: style.yellow };
    return { text: 'opens', paint: style.green };
}
function nextLines(results, dropOld) {
    const sum = (count) => results.reduce((all, one) => all + count(one), 0);
    const unproven = sum(({ backups, proven, failed }) => backups - proven - failed);
    const lines = [];
    if (unproven > 0) {
        lines.push('The new wraps were written for the configured recipients, but none of their identities was here to open one:', 'run rekey once more with the new identity in the file of --identity.');
    }
    else if (!dropOld) {
        lines.push('Old identities still open what they opened. When nobody needs them: holdfast rekey --drop-old');
    }
    if (sum(({ added }) => added) > 0) {
        lines.push('Recovery sheets name the old key: write the new private key onto a new one, and keep the old sheet');
        lines.push('until every backup that only the old key opens is gone.');
    }
    return lines;
}
function isSkipped(result) {
    return 'status' in result;
}
function skippedLine({ job, id = job }, { style }, what) {
    return `${style.yellow('-')} ${(0,printable/* printable */.g)(id)}: skipped, another run holds the job; ${what}`;
}
/** What `rekey` did, a row a job and destination, and what is left to do. */
function renderRekey(all, view, dropOld) {
    const skipped = all.filter(isSkipped).map((one) => skippedLine(one, view, 'no key of it was touched'));
    const results = all.filter((one) => !isSkipped(one));
    if (results.length === 0)
        return skipped.join('\n') || view.style.dim('no backups');
    const columns = [
        { title: 'job', shrinkTo: 12 },
        { title: 'at', shrinkTo: 8 },
        { title: 'backups', align: 'right' },
        { title: 'wraps added', align: 'right' },
        { title: 'old dropped', align: 'right' },
        { title: 'new key' },
    ];
    const rows = results.map((result) => [
        (0,printable/* printable */.g)(result.job),
        (0,printable/* printable */.g)(result.destination),
        String(result.backups),
        String(result.added),
        String(result.dropped),
        stateOf(result, view),
    ]);
    const table = (0,report_table/* renderTable */.b)(columns, rows, (0,views_view/* tableIn */.sV)(view));
    return [table, ...skipped, '', ...nextLines(results, dropOld)].join('\n').trimEnd();
}
/** What `shred` did at each destination. */
function renderShred(results, view) {
    const { style } = view;
    return results
        .map((result) => {
        if (isSkipped(result))
            return skippedLine(result, view, 'its keys are there as before');
        const { id, destination, shredded, wraps, archives = 0, locked, lockedUntil } = result;
        const until = lockedUntil === undefined ? '' : ` until ${lockedUntil}`;
        const packed = archives > 0 ? ` and ${(0,report_bytes/* plural */.LS)(archives, '7z archive')}` : '';
        const what = shredded
            ? `shredded: ${(0,report_bytes/* plural */.LS)(wraps, 'wrapped key')}${packed} deleted, nothing opens it any more`
            : `NOT shredded: ${(0,report_bytes/* plural */.LS)(locked, 'object')} locked${until}`;
        const mark = shredded ? style.green('✓') : style.red('✗');
        return `${mark} ${(0,printable/* printable */.g)(id)} ${style.dim('at')} ${(0,printable/* printable */.g)(destination)}: ${what}`;
    })
        .join('\n');
}

;// CONCATENATED MODULE: ./build/report/views/list.js





/** What distinguishes a backup, the most important first. */
function marksOf(result, style) {
    const { complete, proven, held, signed, adopted, shredded, unread = 0 } = result;
    if (adopted)
        return { text: 'adopted', paint: style.dim };
    const words = [
        ...(shredded ? ['shredded'] : complete ? [] : ['incomplete']),
        ...(unread > 0 ? ['partial'] : []),
        ...(proven ? ['proven'] : []),
        ...(held ? ['held'] : []),
        ...(signed ? [] : ['unsigned']),
    ];
    const paint = complete && unread === 0 ? (proven ? style.green : style.dim) : style.yellow;
    return { text: words.join(', '), paint };
}
/** Copies of one backup that are alike stand in one row, their destinations named together. */
function rowsOf(results, { style, now }) {
    const alike = (0,views_view/* groupBy */.$z)(results, ({ id, complete, proven, held, signed, shredded }) => JSON.stringify([id, complete, proven, held, signed, shredded]));
    return [...alike.values()].flatMap((copies) => {
        const [first] = copies;
        if (!first)
            return [];
        return [
            [
                (0,printable/* printable */.g)(first.id),
                (0,report_duration/* formatAge */.nV)((0,views_view/* ageOf */.hy)(first.createdAt, now)),
                (0,views_view/* levelText */.WB)(first.level),
                first.adopted ? '' : (0,report_bytes/* formatBytes */.z3)(first.sourceBytes),
                (0,report_bytes/* formatBytes */.z3)(first.storedBytes),
                marksOf(first, style),
                copies.map(({ destination }) => (0,printable/* printable */.g)(destination)).join(', '),
                first.tags.map(printable/* printable */.g).join(', '),
            ],
        ];
    });
}
/** The catalogue: a table a job, in the order given. */
function renderList(results, view) {
    const { style } = view;
    if (results.length === 0)
        return style.dim('no backups yet');
    const columns = [
        { title: 'id' },
        { title: 'made', align: 'right' },
        { title: 'level', drop: 1 },
        { title: 'source', align: 'right', drop: 2 },
        { title: 'stored', align: 'right' },
        { title: 'state' },
        { title: 'at', shrinkTo: 9 },
        { title: 'tags', shrinkTo: 5, drop: 3 },
    ];
    const tables = [...(0,views_view/* groupBy */.$z)(results, ({ job }) => job)].map(([job, own]) => {
        const count = new Set(own.map(({ id }) => id)).size;
        const title = `${style.bold((0,printable/* printable */.g)(job))}  ${style.dim((0,report_bytes/* plural */.LS)(count, 'backup'))}`;
        return `${title}\n${(0,report_table/* renderTable */.b)(columns, rowsOf(own, view), (0,views_view/* tableIn */.sV)(view, 2))}`;
    });
    return tables.join('\n\n');
}

// EXTERNAL MODULE: ./build/report/views/plan.js
var plan = __webpack_require__(42903);
// EXTERNAL MODULE: ./build/report/proof-result.js
var proof_result = __webpack_require__(27683);
;// CONCATENATED MODULE: ./build/report/views/proof.js







function signature({ signedBy, trusted }) {
    if (!trusted)
        return signedBy === null ? 'unsigned: a report' : 'foreign key: a report';
    return signedBy === null ? 'unsigned' : `${signedBy.slice(0, 16)}…`;
}
function rowOf(proof, { style, now }) {
    const passed = proof.checks.filter(({ result }) => result === 'passed').length;
    return [
        (0,status_word/* statusMark */.w8)(proof.result, style),
        (0,printable/* printable */.g)(proof.id),
        (0,printable/* printable */.g)(proof.destination),
        (0,report_duration/* formatAge */.nV)((0,views_view/* ageOf */.hy)(proof.finishedAt, now)),
        (0,printable/* printable */.g)(proof.evidence),
        `${passed}/${proof.checks.length}`,
        (0,report_bytes/* formatBytes */.z3)(proof.restoredBytes),
        (0,report_duration/* formatDuration */.a3)(proof.rtoSeconds * 1000),
        proof.rpoSeconds === null ? '' : (0,report_duration/* formatDuration */.a3)(proof.rpoSeconds * 1000),
        { text: signature(proof), paint: proof.trusted ? style.dim : style.yellow },
        { text: proof.backup, paint: proof.backup === 'changed' ? style.red : style.dim },
    ];
}
function failures(proofs, { style }) {
    return proofs.flatMap(({ id, checks }) => checks
        .filter(({ result }) => result !== 'passed')
        .map(({ name, result, expected, found }) => `  ${(0,status_word/* statusMark */.w8)(result, style)} ${(0,printable/* printable */.g)(id)} ${(0,printable/* printable */.g)(name)}  ${style.dim((0,printable/* printable */.g)(`expected ${expected ?? '?'}, found ${found ?? '?'}`))}`));
}
/** Proofs, a table a job, newest first, with what did not pass below; a document as it is. */
function renderProofs(results, view) {
    const [first] = results;
    if (first === undefined)
        return view.style.dim('no proofs yet');
    if ('document' in first)
        return first.document;
    const proofs = results;
    const columns = [
        { title: '' },
        { title: 'backup' },
        { title: 'at', shrinkTo: 8 },
        { title: 'ended', align: 'right' },
        { title: 'evidence' },
        { title: 'checks', align: 'right', drop: 2 },
        { title: 'restored', align: 'right', drop: 3 },
        { title: 'took', align: 'right' },
        { title: 'data age', align: 'right', drop: 1 },
        { title: 'signed by', drop: 4 },
        { title: 'backup is', drop: 5 },
    ];
    const tables = [...(0,views_view/* groupBy */.$z)(proofs, ({ job }) => job)].map(([job, own]) => {
        const good = own.filter(proof_result/* counts */.t).length;
        const head = `${view.style.bold((0,printable/* printable */.g)(job))}  ${view.style.dim(`${good} of ${own.length} count`)}`;
        const rows = own.map((proof) => rowOf(proof, view));
        return [head, (0,report_table/* renderTable */.b)(columns, rows, (0,views_view/* tableIn */.sV)(view, 2)), ...failures(own, view)].join('\n');
    });
    return tables.join('\n\n');
}
/** The stored envelopes, for other tools to verify. */
function renderEnvelopes(results) {
    const proofs = results.map(({ destination, key, envelope }) => ({ destination, key, envelope }));
    return JSON.stringify({ proofs }, undefined, 2);
}

;// CONCATENATED MODULE: ./build/report/views/restore.js



/** A chain on one line: `id → id`, level 0 first; the middle of a long one is counted. */
function chainText(chain) {
    const shown = chain.length > 2 ? [chain[0], `${chain.length - 2} more`, chain.at(-1)] : chain;
    return shown.map((id) => (0,printable/* printable */.g)(id ?? '')).join(' → ');
}
function planned({ plan = '' }, style) {
    return `${style.yellow('would')} ${(0,printable/* printable */.g)(plan.replace(/^Restore/, 'restore').replace('?', '.'))}`;
}
const lossesShown = 20;
/** What a salvage could not bring back, and which objects are to blame. */
function lossLines(result, style) {
    const { lost = [], lostCount = 0, damaged = [], damagedCount = 0, lostFile } = result;
    const more = (all) => (all > lossesShown ? [`    and ${(0,report_bytes/* formatCount */.B4)(all - lossesShown)} more`] : []);
    const objects = damagedCount === 0
        ? []
        : [
            `  ${style.red(`${(0,report_bytes/* plural */.LS)(damagedCount, 'object')} damaged or missing:`)}`,
            ...damaged.slice(0, lossesShown).map((key) => `    ${(0,printable/* printable */.g)(key)}`),
            ...more(damagedCount),
        ];
    if (lostCount === 0)
        return objects;
    return [
        ...objects,
        `  ${style.red(`${(0,report_bytes/* formatCount */.B4)(lostCount)} not restored:`)}`,
        ...lost
            .slice(0, lossesShown)
            .map(({ path, why }) => `    ${(0,printable/* printable */.g)(path)}  ${style.dim((0,printable/* printable */.g)(why))}`),
        ...more(lostCount),
        ...(lostFile === undefined ? [] : [`  ${style.dim('all of them in')} ${(0,printable/* printable */.g)(lostFile)}`]),
    ];
}
function done(result, style) {
    const { job, id, chain, target, files, bytes, fetchedBytes, seconds } = result;
    const facts = [
        (0,report_bytes/* formatBytes */.z3)(bytes),
        ...(files === undefined ? [] : [(0,report_bytes/* plural */.LS)(files, 'file')]),
        (0,report_duration/* formatDuration */.a3)(seconds * 1000),
        (0,report_bytes/* formatRate */.CE)(bytes, seconds * 1000),
        `${(0,report_bytes/* formatBytes */.z3)(fetchedBytes)} fetched`,
    ];
    const partly = (result.lostCount ?? 0) > 0;
    const head = partly ? style.yellow('!') : style.green('✓');
    return [
        `${head} ${style.bold((0,printable/* printable */.g)(job))}  ${partly ? 'partly restored' : 'restored'} to ${style.bold((0,printable/* printable */.g)(target))}`,
        `  ${facts.join(' · ')}`,
        `  ${style.dim('from')} ${chain.length > 1 ? chainText(chain) : (0,printable/* printable */.g)(id)}`,
        ...lossLines(result, style),
    ].join('\n');
}
/** What was brought back, from where, to where. */
function renderRestores(results, { style }) {
    const paragraphs = results.map((result) => result.plan === undefined ? done(result, style) : planned(result, style));
    return paragraphs.length > 0 ? paragraphs.join('\n\n') : style.dim('nothing restored');
}

;// CONCATENATED MODULE: ./build/report/views/show.js








function factsOf(result, { style, now }) {
    const { sourceBytes, storedBytes, tags, host, evidence, source, unread } = result;
    const marks = marksOf(result, style);
    const share = storedBytes < sourceBytes ? ` (${(0,report_bytes/* formatPercent */.l9)(storedBytes / sourceBytes)})` : '';
    const described = Object.entries(source ?? {}).map(([key, value]) => `${key} ${String(value)}`);
    return [
        ['made', `${result.createdAt} (${(0,report_duration/* formatAge */.nV)((0,views_view/* ageOf */.hy)(result.createdAt, now))})`],
        ['at', result.destination],
        ['level', (0,views_view/* levelText */.WB)(result.level)],
        ['state', typeof marks === 'object' ? marks.text : marks],
        ['source', `${(0,report_bytes/* formatBytes */.z3)(sourceBytes)}${described.length > 0 ? `, ${described.join(', ')}` : ''}`],
        ['stored', `${(0,report_bytes/* formatBytes */.z3)(storedBytes)}${share}`],
        ['host', host ?? ''],
        ['evidence', evidence ?? ''],
        ['tags', tags.join(', ')],
        ['unread', unread ? (0,report_bytes/* plural */.LS)(unread, 'path') : ''],
    ];
}
function chainLines(chain, { style }) {
    if (chain.length < 2)
        return [];
    const steps = chain.map((id, index) => `  ${'  '.repeat(index)}${index > 0 ? '└ ' : ''}${(0,printable/* printable */.g)(id)}`);
    return ['', style.dim('chain'), ...steps];
}
/** One backup in full: its facts, its chain, its streams, its proofs. */
function renderShow(result, view) {
    const { style, now } = view;
    const facts = factsOf(result, view).filter(([, text]) => text !== '');
    const streams = (result.streams ?? []).map(({ name, mediaType, volumes, storedBytes }) => [
        (0,printable/* printable */.g)(name),
        (0,printable/* printable */.g)(mediaType),
        (0,report_bytes/* plural */.LS)(volumes, 'volume'),
        (0,report_bytes/* formatBytes */.z3)(storedBytes),
    ]);
    const columns = [
        { title: 'stream', shrinkTo: 12 },
        { title: 'type', shrinkTo: 12 },
        { title: 'volumes', align: 'right' },
        { title: 'stored', align: 'right' },
    ];
    const proofs = (result.proofs ?? []).map(({ finishedAt, result: outcome, rtoSeconds }) => `  ${(0,status_word/* statusMark */.w8)(outcome, style)} ${(0,printable/* printable */.g)(outcome)} ${(0,report_duration/* formatAge */.nV)((0,views_view/* ageOf */.hy)(finishedAt, now))}, restored in ${(0,report_duration/* formatDuration */.a3)(rtoSeconds * 1000)}`);
    return [
        `${style.bold((0,printable/* printable */.g)(result.job))}  ${(0,printable/* printable */.g)(result.id)}`,
        ...facts.map(([label, text]) => `  ${style.dim((0,report_width/* pad */.eV)(label, 9))} ${(0,printable/* printable */.g)(text)}`),
        ...chainLines(result.chain, view),
        ...(streams.length > 0 ? ['', (0,report_table/* renderTable */.b)(columns, streams, (0,views_view/* tableIn */.sV)(view, 2))] : []),
        ...(proofs.length > 0 ? ['', style.dim('proofs'), ...proofs] : []),
    ].join('\n');
}

// EXTERNAL MODULE: ./build/report/bars.js
var bars = __webpack_require__(50145);
// EXTERNAL MODULE: ./build/report/reread.js
var report_reread = __webpack_require__(9070);
// EXTERNAL MODULE: ./build/report/restore-ledger.js
var restore_ledger = __webpack_require__(63719);
;// CONCATENATED MODULE: ./build/report/views/status.js









/** Objects read back within the days of the ledger. */
function ledgerCell({ reread }, style) {
    if (reread === undefined)
        return '';
    const isGap = reread.overdueObjects + reread.missed.length > 0;
    return {
        text: (0,report_reread/* rereadText */.ZP)(reread),
        paint: isGap && reread.rotation !== null ? style.yellow : (text) => text,
    };
}
function status_rowOf(result, { style }, hasLedger) {
    const { job, destination, age, stale, proofAge, failedProofAge, state } = result;
    const unreachable = state === 'unreachable';
    const ago = (seconds) => seconds === null ? (unreachable ? '?' : 'never') : (0,report_duration/* formatAge */.nV)(seconds * 1000);
    const failed = failedProofAge === null ? '' : `, failed ${ago(failedProofAge)}`;
    return [
        (0,status_word/* statusMark */.w8)(state, style),
        { text: (0,printable/* printable */.g)(job), paint: style.bold },
        (0,printable/* printable */.g)(destination),
        { text: ago(age), paint: stale ? style.red : (text) => text },
        {
            text: `${ago(proofAge)}${failed}`,
            paint: failed !== '' ? style.red : proofAge === null ? style.yellow : (text) => text,
        },
        ...(hasLedger ? [ledgerCell(result, style)] : []),
        { text: (0,printable/* printable */.g)(state), paint: (0,status_word/* isGood */.Kg)(state) ? style.dim : style.bold },
    ];
}
/** The same with how much is there, and the newest sizes, the last one right. */
function renderReport(results, view) {
    if (results.length === 0)
        return view.style.dim('no jobs');
    const columns = [
        { title: 'job', shrinkTo: 12 },
        { title: 'at', shrinkTo: 8 },
        { title: 'backups', align: 'right' },
        { title: 'stored', align: 'right' },
        { title: 'sizes', drop: 1 },
        { title: 'restores', drop: 2 },
        { title: 'took', align: 'right', drop: 2 },
        { title: 'trend', drop: 3 },
        { title: 'oldest data', align: 'right', drop: 3 },
    ];
    const rows = results.map(({ job, destination, backups, storedBytes, recent, restores }) => {
        const ledger = (0,restore_ledger/* ledgerFacts */.T)(restores);
        return [
            (0,printable/* printable */.g)(job),
            (0,printable/* printable */.g)(destination),
            String(backups),
            (0,report_bytes/* formatBytes */.z3)(storedBytes),
            (0,bars/* sparkline */.K)(recent.map((backup) => backup.storedBytes).reverse()),
            ...(ledger ? [ledger.passed, ledger.rto, ledger.trend, ledger.worstRpo] : ['none', '', '', '']),
        ];
    });
    return `${renderStatus(results, view)}\n\n${(0,report_table/* renderTable */.b)(columns, rows, (0,views_view/* tableIn */.sV)(view))}`;
}
/** Everything at a glance: a row a job and destination, then how many need attention. */
function renderStatus(results, view) {
    const { style } = view;
    if (results.length === 0)
        return style.dim('no jobs');
    const columns = [
        { title: '' },
        { title: 'job', shrinkTo: 12 },
        { title: 'at', shrinkTo: 8 },
        { title: 'last backup', align: 'right' },
        { title: 'last proof', align: 'right' },
        ...(results.some(({ reread }) => reread) ? [{ title: 'read back', drop: 1 }] : []),
        { title: 'state' },
    ];
    // Nobody demanded signatures, and the command exits 0 without.
    const bad = results.filter(({ state }) => !(0,status_word/* isGood */.Kg)(state) && state !== 'unsigned').length;
    const verdict = bad === 0
        ? style.green(`all ${(0,report_bytes/* plural */.LS)(results.length, 'row')} fine`)
        : style.red(`${bad} of ${(0,report_bytes/* plural */.LS)(results.length, 'row')} need${bad === 1 ? 's' : ''} attention`);
    const hasLedger = columns.some(({ title }) => title === 'read back');
    const rows = results.map((result) => status_rowOf(result, view, hasLedger));
    return `${(0,report_table/* renderTable */.b)(columns, rows, (0,views_view/* tableIn */.sV)(view))}\n\n${verdict}`;
}

;// CONCATENATED MODULE: ./build/report/views/sync.js





const shown = 10;
/** The first entries, each of one or more lines, and how many there are besides. */
function cut(entries, { style }) {
    const more = entries.length - shown;
    const some = entries.slice(0, more > 1 ? shown : entries.length).flat();
    return more > 1 ? [...some, style.dim(`    and ${more} more`)] : some;
}
function summary({ status, copied, healed, sentBytes, seconds }) {
    if (status === 'skipped')
        return 'skipped: another run holds the job';
    const dryRun = status === 'dry-run';
    if (copied.length + healed.length === 0)
        return status === 'partial' ? 'nothing copied' : 'nothing is missing';
    const bytes = dryRun
        ? [...copied.map((each) => each.sentBytes), ...healed.map((each) => each.bytes)].reduce((a, b) => a + b, 0)
        : sentBytes;
    const rate = dryRun || seconds <= 0 ? '' : ` at ${(0,report_bytes/* formatRate */.CE)(bytes, seconds * 1000)}`;
    return [
        ...(copied.length > 0 ? [`${dryRun ? 'would copy' : 'copied'} ${(0,report_bytes/* plural */.LS)(copied.length, 'backup')}`] : []),
        ...(healed.length > 0 ? [`${dryRun ? 'would heal' : 'healed'} ${(0,report_bytes/* plural */.LS)(healed.length, 'object')}`] : []),
        `${(0,report_bytes/* formatBytes */.z3)(bytes)}${rate}`,
    ].join(', ');
}
function sync_block(result, view) {
    const { style, width } = view;
    const { job, destination, status, copied, healed, left, failed, alongside } = result;
    const copies = copied.map(({ id, level, from, bytes, sentBytes }) => {
        const known = sentBytes < bytes ? `, ${(0,report_bytes/* formatBytes */.z3)(bytes - sentBytes)} of it there already` : '';
        const facts = `${(0,views_view/* levelText */.WB)(level)} from ${from}, ${(0,report_bytes/* formatBytes */.z3)(bytes)}${known}`;
        return (0,views_view/* reasoned */.uI)(`  ${style.green('+')} ${(0,printable/* printable */.g)(id)}  `, facts, view);
    });
    const cures = healed.map(({ key, what, from, how }) => {
        const facts = how === 'planned' ? what : `${what}, ${how} from ${from}`;
        const name = width === undefined ? (0,printable/* printable */.g)(key) : (0,report_width/* truncate */.xv)((0,printable/* printable */.g)(key), width - 4);
        return [`  ${style.green('+')} ${name}`, style.dim(`    ${(0,printable/* printable */.g)(facts)}`)];
    });
    const refused = left.map(({ id, reason }) => (0,views_view/* reasoned */.uI)(`  ${style.dim('·')} ${(0,printable/* printable */.g)(id)}  `, reason, view));
    // What it failed of stands below, among the errors.
    const failures = failed.map(({ id, code }) => `  ${style.red('✗')} ${(0,printable/* printable */.g)(id)}  ${(0,printable/* printable */.g)(code)}`);
    // A rehearsal that found nothing to do is no reason to look again.
    const nothingToDo = status === 'dry-run' && copied.length + healed.length + failed.length === 0;
    return [
        `${(0,status_word/* statusMark */.w8)(nothingToDo ? 'success' : status, style)} ${style.bold((0,printable/* printable */.g)(job))} ${style.dim('to')} ${(0,printable/* printable */.g)(destination)}: ${summary(result)}`,
        ...cut(copies, view),
        ...cut(cures, view),
        ...failures,
        ...cut(refused, view),
        ...(alongside > 0
            ? [style.dim(`  and ${(0,report_bytes/* plural */.LS)(alongside, 'hold, log or proof', 'holds, logs and proofs')}`)]
            : []),
    ].join('\n');
}
/** What each destination got, what was healed there, and what it does not get. */
function renderSync(results, view) {
    if (results.length === 0)
        return view.style.dim('no job has two destinations');
    return results.map((result) => sync_block(result, view)).join('\n\n');
}

;// CONCATENATED MODULE: ./build/report/views/test.js




/** Each step of a test on a line of its own: how it went, how long it took, what it saw. */
function renderTests(results, { style }) {
    return results
        .map(({ job, id, result, seconds, steps }) => {
        const width = Math.max(...steps.map(({ name }) => (0,report_width/* displayWidth */.F1)(name)), 0);
        const lines = steps.map((step) => {
            const pad = ' '.repeat(width - (0,report_width/* displayWidth */.F1)(step.name));
            const time = (0,report_duration/* formatDuration */.a3)(step.seconds * 1000).padStart(10);
            return `  ${(0,status_word/* statusMark */.w8)(step.result, style)} ${step.name}${pad} ${style.dim(time)}  ${(0,printable/* printable */.g)(step.detail)}`;
        });
        const name = id === undefined ? '' : `  ${(0,printable/* printable */.g)(id)}`;
        const took = style.dim(`in ${(0,report_duration/* formatDuration */.a3)(seconds * 1000)}`);
        const head = `${(0,status_word/* statusMark */.w8)(result, style)} ${style.bold((0,printable/* printable */.g)(job))}${name}  test ${style.bold(result)} ${took}`;
        return [head, ...lines].join('\n');
    })
        .join('\n\n');
}

// EXTERNAL MODULE: ./build/report/verification.js
var verification = __webpack_require__(64732);
;// CONCATENATED MODULE: ./build/report/views/verify.js





const evidenceText = {
    snapshot: 'compared with fingerprints of the very snapshot',
    stream: 'compared with hashes of the archived bytes',
    'load-only': "loaded; the engine's own checks and invariants",
    received: 'received without its key',
};
const damagedShown = 20;
function checkLines({ checks }, { style }) {
    return checks.map(({ name, result, expected, found }) => {
        const head = `  ${(0,status_word/* statusMark */.w8)(result, style)} ${(0,printable/* printable */.g)(name)}`;
        if (result === 'passed')
            return found === undefined ? head : `${head}${style.dim(`  ${(0,printable/* printable */.g)(found)}`)}`;
        const facts = [
            ...(expected === undefined ? [] : [`expected ${(0,printable/* printable */.g)(expected)}`]),
            ...(found === undefined ? [] : [`found ${(0,printable/* printable */.g)(found)}`]),
        ];
        return `${head}${facts.length > 0 ? `  ${facts.join(', ')}` : ''}`;
    });
}
function damageLines({ damaged }, { style }) {
    if (damaged.length === 0)
        return [];
    const more = damaged.length - damagedShown;
    return [
        `  ${style.red('damaged:')}`,
        ...damaged.slice(0, damagedShown).map((key) => `    ${(0,printable/* printable */.g)(key)}`),
        ...(more > 0 ? [`    and ${(0,report_bytes/* formatCount */.B4)(more)} more`] : []),
    ];
}
function verify_block(result, view) {
    const { style } = view;
    const { job, id, destination, depth, evidence, proof, rtoSeconds, fetchedBytes } = result;
    const facts = [
        `depth ${(0,printable/* printable */.g)(depth)}`,
        `at ${(0,printable/* printable */.g)(destination)}`,
        `${(0,report_bytes/* formatBytes */.z3)(fetchedBytes)} fetched`,
        ...(rtoSeconds === undefined ? [] : [`restored in ${(0,report_duration/* formatDuration */.a3)(rtoSeconds * 1000)}`]),
    ];
    return [
        `${(0,status_word/* statusMark */.w8)(result.result, style)} ${style.bold((0,printable/* printable */.g)(job))}  ${(0,printable/* printable */.g)(id)}  ${style.bold(result.result)}`,
        `  ${facts.join(' · ')}`,
        ...(evidence === undefined ? [] : [style.dim(`  ${evidenceText[evidence] ?? (0,printable/* printable */.g)(evidence)}`)]),
        ...checkLines(result, view),
        ...damageLines(result, view),
        ...(proof ? [`  ${style.dim('proof')} ${(0,printable/* printable */.g)(proof)}`] : []),
    ].join('\n');
}
/** A job and destination that `--due` left alone. */
function verify_skippedLine({ job, destination, status, reason }, { style }) {
    const word = style.bold(status === 'left' ? 'left' : 'not due yet');
    return `${(0,status_word/* statusMark */.w8)(status, style)} ${style.bold((0,printable/* printable */.g)(job))} at ${(0,printable/* printable */.g)(destination)}  ${word}\n  ${style.dim((0,printable/* printable */.g)(reason))}`;
}
/** What was checked, what was found, and where the proof is; then what was not due, or left. */
function renderVerifications(results, view) {
    if (results.length === 0)
        return view.style.dim('nothing to verify');
    const skipped = results.filter(verification/* isSkipped */.J).map((result) => verify_skippedLine(result, view));
    const blocks = results.filter(verification/* wasVerified */.Y).map((result) => verify_block(result, view));
    return [...blocks, ...(skipped.length > 0 ? [skipped.join('\n')] : [])].join('\n\n');
}

;// CONCATENATED MODULE: ./build/report/views/workflows.js

function diffLines(diff, { style }) {
    return diff.map((line) => {
        const text = `    ${(0,printable/* printable */.g)(line)}`;
        if (line.startsWith('+'))
            return style.green(text);
        return line.startsWith('-') ? style.red(text) : style.dim(text);
    });
}
function fileLines(result, view) {
    const { file, status, diff = [] } = result;
    const good = ['unchanged', 'written', 'removed'].includes(status);
    const mark = good ? view.style.green('✓') : view.style.red('✗');
    return [`${mark} ${(0,printable/* printable */.g)(file)}  ${good ? view.style.dim(status) : status}`, ...diffLines(diff, view)];
}
/** What was written or compared, a line a file; what differs in lines with - and +; then what GitHub has to be told. */
function renderWorkflows(results, view) {
    if (results.length === 0)
        return view.style.dim('no workflows');
    const commands = new Set(results.flatMap((result) => (result.status === 'written' ? result.commands : [])));
    const next = commands.size === 0
        ? []
        : [
            '',
            'What next? Set what the steps read, then commit the workflows:',
            ...[...commands].map((line) => `  ${line}`),
        ];
    return [...results.flatMap((result) => fileLines(result, view)), ...next].join('\n');
}

;// CONCATENATED MODULE: ./build/entry/cli/views.js

















const views = {
    backup: (list, view) => renderBackups(list, view),
    snapshot: (list) => list.flatMap(({ snapshots }) => snapshots).join('\n'),
    list: (list, view) => renderList(list, view),
    status: (list, view) => renderStatus(list, view),
    cleanup: (list, view) => renderCleanup(list, view),
    sync: (list, view) => renderSync(list, view),
    test: (list, view) => renderTests(list, view),
    verify: (list, view) => renderVerifications(list, view),
    drill: (list, view) => renderVerifications(list, view),
    restore: (list, view) => renderRestores(list, view),
    show: (list, view) => list.map((result) => renderShow(result, view)).join('\n\n'),
    schema: (list) => JSON.stringify(list[0], undefined, 2),
    completion: (list) => list[0]?.script ?? '',
    init: (list, view) => renderInit(list, view),
    keygen: (list, view) => renderKeys(list, view),
    hold: (list, view) => renderHolds(list, view),
    release: (list, view) => renderHolds(list, view),
    logs: (list, view) => renderLogs(list, view),
    demo: (list, view) => renderDemo(list, view),
    report: (list, view) => renderReport(list, view),
    proof: (list, view, options) => options.export === 'json' ? renderEnvelopes(list) : renderProofs(list, view),
    plan: (list, view, options) => options.for === 'github' ? (0,plan/* renderMatrix */.CW)(list) : (0,plan/* renderPlan */.EG)(list, view),
    workflows: (list, view) => renderWorkflows(list, view),
    rekey: (list, view, options) => renderRekey(list, view, options.dropOld === true),
    shred: (list, view) => renderShred(list, view),
    doctor: (list, view) => renderDoctor(list, view),
};
/** The text of a command's results for people; empty where a command has none of its own. */
function viewOf(command, list, screen) {
    const { now, isTerminal, width, options } = screen;
    const view = {
        style: (0,report_style/* createStyle */._)((0,report_style/* wantsColour */.M)(process.env, isTerminal)),
        now,
        ...(width === undefined ? {} : { width }),
    };
    const render = views[command];
    return render ? render(list, view, options) : '';
}

;// CONCATENATED MODULE: ./build/entry/cli/run.js














function outputOf(options, context) {
    if (options.json)
        return { ...collectFindings(), end: () => undefined };
    if (options.events)
        return {
            reporter: (0,events/* createEventsReporter */.Vs)(process.stdout, context.clock),
            end: () => undefined,
            findings: [],
        };
    const reporter = (0,terminal/* createTerminalReporter */.E)({
        stream: process.stderr,
        isTerminal: process.stderr.isTTY === true,
        clock: context.clock,
        verbosity: options.quiet ? 'quiet' : options.verbose ? 'verbose' : 'normal',
        progress: options.progress && !options.quiet,
        environment: process.env,
    });
    return {
        reporter,
        end: () => reporter.end(),
        stampWith: (stamp) => reporter.stampWith(stamp),
        findings: [],
    };
}
function failed(error) {
    const known = (0,commands_outcome/* asHoldfastError */.Cs)(error);
    return { results: [], warnings: [], errors: [known], exitCode: known.exitStatus };
}
async function show(spec, outcome, options, now, stamp) {
    const { results, warnings, errors, exitCode } = outcome;
    const asDocument = () => (0,report_document/* outcomeDocument */.a)({ command: spec.name, results, warnings, errors, exitCode });
    if (options.json)
        return print(process.stdout, JSON.stringify(asDocument(), undefined, 2));
    if (options.markdown === true) {
        const { githubSummary } = await __webpack_require__.e(/* import() */ 4251).then(__webpack_require__.bind(__webpack_require__, 64251));
        const document = asDocument();
        return print(process.stdout, githubSummary({ document, documents: [document] }));
    }
    // `restore --to -` has the data on standard output: nothing else may go there.
    const stdout = options.to === '-' ? process.stderr : process.stdout;
    if (!options.events && !options.quiet && (results.length > 0 || errors.length === 0)) {
        const columns = (0,wrap_lines/* columnsOf */.P)(stdout);
        const text = viewOf(spec.name, results, {
            now,
            isTerminal: stdout.isTTY === true,
            options,
            ...(columns === undefined ? {} : { width: columns }),
        });
        if (text !== '')
            await print(stdout, stamp ? stamp(text.split('\n'), 'INFO').join('\n') : (0,wrap_lines/* wrapLines */.M)(text, columns));
    }
    const colour = (0,report_style/* wantsColour */.M)(process.env, process.stderr.isTTY === true);
    for (const error of errors) {
        const text = renderError(error, { verbose: options.verbose === true, colour });
        const wrapped = (0,wrap_lines/* wrapLines */.M)(text, (0,wrap_lines/* columnsOf */.P)(process.stderr));
        await print(process.stderr, stamp ? stamp(text.split('\n'), 'ERROR').join('\n') : wrapped);
    }
}
/** Loads and runs one command, shows what came of it, and sets the exit status. */
async function runCommand(spec, args, options) {
    const interrupt = (0,signals/* interruptible */.I)();
    const { clock, rehearsal } = (0,host_clock/* clockOf */.i)(process.env);
    const output = outputOf(options, { clock });
    let outcome;
    let stamp;
    try {
        const command = await spec.load();
        const context = createContext({
            spec,
            args,
            options,
            clock,
            rehearsal,
            reporter: output.reporter,
            signal: interrupt.signal,
        });
        if (context.fromEnvironment && output.stampWith) {
            stamp = createLogStamp(() => clock.now(), context.context.config.timezone);
            output.stampWith(stamp);
        }
        if (rehearsal)
            output.reporter.on({ type: 'finding', finding: (0,host_clock/* rehearsalNote */.o)(clock) });
        outcome = await command(context.context, context.args, options);
    }
    catch (error) {
        outcome = failed(interrupt.signal.aborted ? interrupt.signal.reason : error);
    }
    output.end();
    const warnings = [...outcome.warnings, ...unsaid(output.findings, outcome)];
    process.exitCode = outcome.exitCode;
    try {
        await show(spec, { ...outcome, warnings }, options, clock.now(), stamp);
    }
    catch (lost) {
        const error = (0,commands_outcome/* asHoldfastError */.Cs)(lost);
        process.stderr.write(`${renderError(error, { verbose: false, colour: false })}\n`);
        process.exitCode = outcome.exitCode || error.exitStatus;
    }
    // Timers of retries or a store's sockets must not keep a finished command alive.
    process.exit();
}

;// CONCATENATED MODULE: ./build/entry/cli/program.js





const parsers = { number: wholeNumber, duration: options_duration, instant: instant, sample: sample, list: collect };
function optionOf({ flags, description, parse, choices }) {
    const option = new commander/* Option */.c$(flags, description);
    if (choices)
        option.choices([...choices]);
    if (parse)
        option.argParser(parsers[parse]);
    return option;
}
function add(program, spec) {
    const command = program.command(spec.arguments ? `${spec.name} ${spec.arguments}` : spec.name);
    command.description(spec.description).aliases([...(spec.aliases ?? [])]);
    for (const option of spec.options)
        command.addOption(optionOf(option));
    withGlobalOptions(command);
    command.action(async (...received) => {
        const positional = received
            .slice(0, -2)
            .flat()
            .filter((value) => typeof value === 'string');
        await runCommand(spec, positional, command.opts());
    });
}
/** The command line. Commander's own complaints become exit status 2. */
function createProgram() {
    const program = new commander/* Command */.uB('holdfast')
        .description('backups that prove they restore')
        .version((0,version/* readVersion */.$)(), '--version', 'print the version')
        .showSuggestionAfterError()
        .showHelpAfterError('(run with --help for what it takes)')
        .exitOverride()
        .configureHelp({ sortOptions: false });
    for (const spec of commandTable)
        add(program, spec);
    for (const command of program.commands)
        command.exitOverride().copyInheritedSettings(program);
    return program;
}

;// CONCATENATED MODULE: ./build/entry/cli.js


/** Runs one command line and sets the exit status. Never rejects: what fails is rendered. */
async function main(argv) {
    // Who reads our output may stop early, as `head` does: that is no failure of the command.
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => undefined);
    try {
        await createProgram().parseAsync([...argv], { from: 'user' });
    }
    catch (error) {
        fail(error, argv);
    }
}


/***/ }),

/***/ 60001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ isProcessGone),
/* harmony export */   GO: () => (/* binding */ pidOfToken),
/* harmony export */   Pg: () => (/* binding */ processToken),
/* harmony export */   VK: () => (/* binding */ isTokenGone),
/* harmony export */   _Z: () => (/* binding */ processExists),
/* harmony export */   j4: () => (/* binding */ currentMachine),
/* harmony export */   rk: () => (/* binding */ readStatus)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);


/** Boot and process-id namespace: only within the same can process ids be compared. Undefined where there is no /proc. */
async function currentMachine() {
    try {
        const boot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8');
        return `${boot.trim()} ${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)('/proc/self/ns/pid')}`;
    }
    catch {
        return undefined;
    }
}
/** State and start time of a process: fields 3 and 22 of /proc/<pid>/stat; the name before them may hold anything. */
async function readStatus(pid) {
    try {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(`/proc/${pid}/stat`, 'utf8');
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        const [state, startTime] = [fields[0], fields[19]];
        return state && startTime ? { state, startTime } : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether a process has this id; one of another user is a process too. */
function processExists(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
    }
}
/** Whether a process of this machine is gone, a zombie, or its id is another's by now. */
async function isProcessGone(pid, startTime) {
    const status = await readStatus(pid);
    if (status)
        return status.startTime !== startTime || status.state === 'Z' || status.state === 'X';
    // /proc may be mounted so that it hides the processes of other users; the kernel still knows them.
    return !processExists(pid);
}
async function machineDigest() {
    const machine = (await currentMachine()) ?? '';
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(machine).digest('hex').slice(0, 8);
}
/**
 * This process, or another of this machine, as `<machine>-<pid>-<start>`: letters, digits and hyphens, for names and
 * labels of what would outlive a SIGKILL.
 */
async function processToken(pid = process.pid) {
    const [machine, status] = await Promise.all([machineDigest(), readStatus(pid)]);
    return `${machine}-${pid}-${status?.startTime ?? '0'}`;
}
/** The process id in a token. */
function pidOfToken(token) {
    return Number(token.split('-')[1]);
}
/** True only where it is sure: `token` names a process of this machine, and that is gone. */
async function isTokenGone(token) {
    const [, machine, pid, start] = /^([0-9a-f]{8})-(\d+)-(\d+)$/.exec(token) ?? [];
    if (pid === undefined || start === undefined || start === '0')
        return false;
    return machine === (await machineDigest()) && isProcessGone(Number(pid), start);
}


/***/ }),

/***/ 21294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ outcomeDocument),
/* harmony export */   c: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _masked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(126);


const statuses = {
    0: 'success',
    3: 'partial',
    4: 'stale',
    5: 'unverified',
    6: 'busy',
    7: 'refused',
    130: 'cancelled',
    143: 'cancelled',
};
/** The word for an exit code; what has no word of its own failed. */
function statusOf(exitCode) {
    return statuses[exitCode] ?? 'failed';
}
/** An error as `--json` shows it; anything that is no HoldfastError is `internal`. Its stack is not for users. */
function errorRecord(error) {
    if (!(error instanceof _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E)) {
        return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
    }
    const { code, message, hint, context } = error;
    return { code, message, ...(hint === undefined ? {} : { hint }), context: { ...context } };
}
/** Builds the document, with registered secrets masked throughout. */
function outcomeDocument(outcome) {
    const { command, results, warnings, errors, exitCode } = outcome;
    const status = statusOf(exitCode);
    const document = { command, status, exitCode, results, warnings, errors: errors.map(errorRecord) };
    return (0,_masked_js__WEBPACK_IMPORTED_MODULE_1__/* .maskedValue */ .p)(document);
}


/***/ }),

/***/ 27683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ counts)
/* harmony export */ });
/** Whether a proof shows that its backup comes back: passed, believed, and about what is or was there. */
function counts({ result, evidence, trusted, backup }) {
    return result === 'passed' && evidence !== 'received' && trusted && backup !== 'changed';
}


/***/ }),

/***/ 9070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZP: () => (/* binding */ rereadText),
/* harmony export */   tI: () => (/* binding */ isAllReread),
/* harmony export */   tJ: () => (/* binding */ missedText)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20140);

/** `812 of 840, 3 overdue, 1 day missed`: objects read back. */
function rereadText({ objects, readObjects, overdueObjects, missed }) {
    const overdue = overdueObjects > 0 ? `, ${overdueObjects} overdue` : '';
    return `${readObjects} of ${objects}${overdue}${missed.length > 0 ? `, ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(missed.length, 'day')} missed` : ''}`;
}
/** The turns that did not come: `2026-12-17 (part 17 of 30, 3 objects)`, the newest ones first. */
function missedText({ missed }, most) {
    const shown = missed.toReversed().slice(0, most);
    const days = shown.map(({ day, part, of, objects }) => `${day} (part ${part} of ${of}, ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(objects, 'object')})`);
    return `${days.join(', ')}${missed.length > most ? ` and ${missed.length - most} more` : ''}`;
}
/** Whether each object was read back, or made, within the days: the question of an auditor. */
function isAllReread({ objects, overdueObjects }) {
    return objects > 0 && overdueObjects === 0;
}


/***/ }),

/***/ 63719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ledgerFacts)
/* harmony export */ });
/* harmony import */ var _bars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50145);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58747);


/** The ledger in words; undefined where nothing was restored yet. Newest first. */
function ledgerFacts(restores) {
    const good = restores.filter(({ passed }) => passed);
    const [newest] = good;
    if (restores.length === 0)
        return undefined;
    return {
        passed: `${good.length} of ${restores.length} passed`,
        rto: newest ? (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(newest.rtoSeconds * 1000) : '',
        trend: (0,_bars_js__WEBPACK_IMPORTED_MODULE_1__/* .sparkline */ .K)(good.map(({ rtoSeconds }) => rtoSeconds).reverse()),
        worstRpo: good.length > 0 ? (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.max(...good.map(({ rpoSeconds }) => rpoSeconds)) * 1000) : '',
    };
}


/***/ }),

/***/ 71799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTable)
/* harmony export */ });
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19903);

const gap = 2;
const textOf = (cell) => (typeof cell === 'object' ? cell.text : (cell ?? ''));
function shrunk(natural, columns, room) {
    const widths = [...natural];
    const total = () => widths.reduce((sum, width) => sum + width, gap * (widths.length - 1));
    while (total() > room) {
        let widest = -1;
        for (const [index, column] of columns.entries()) {
            const width = widths[index] ?? 0;
            const shrinks = column.shrinkTo !== undefined && width > column.shrinkTo;
            if (shrinks && (widest < 0 || width > (widths[widest] ?? 0)))
                widest = index;
        }
        if (widest < 0)
            break;
        widths[widest] = (widths[widest] ?? 0) - 1;
    }
    return widths;
}
function usedColumns(columns, rows, room) {
    let used = columns.flatMap((column, index) => {
        const widths = rows.map((row) => (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .displayWidth */ .F1)(textOf(row[index])));
        const width = Math.max(0, ...widths);
        return width > 0 ? [{ column, index, width: Math.max(width, (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .displayWidth */ .F1)(column.title)) }] : [];
    });
    const total = () => used.reduce((sum, { width }) => sum + width, gap * (used.length - 1));
    const droppable = used.filter(({ column }) => column.drop !== undefined);
    for (const next of droppable.sort((a, b) => (a.column.drop ?? 0) - (b.column.drop ?? 0))) {
        if (total() > room)
            used = used.filter((each) => each !== next);
    }
    return used;
}
/**
 * Aligned columns under dim titles. Columns whose cells are all empty are left out. A table that is too wide first
 * loses the columns that may be dropped, then cuts those that may shrink; ids and numbers are never cut, so that they
 * can be copied.
 */
function renderTable(columns, rows, options) {
    const indent = ' '.repeat(options.indent ?? 0);
    const room = options.width === undefined ? Number.POSITIVE_INFINITY : options.width - indent.length;
    const used = usedColumns(columns, rows, room);
    const shown = used.map(({ column }) => column);
    const widths = shrunk(used.map(({ width }) => width), shown, room);
    const line = (cells) => {
        const parts = cells.map((cell, at) => {
            const width = widths[at] ?? 0;
            const last = at === cells.length - 1 && shown[at]?.align !== 'right';
            const text = (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .truncate */ .xv)(textOf(cell), width);
            const filled = last ? text : (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(text, width, shown[at]?.align);
            return typeof cell === 'object' ? cell.paint(filled) : filled;
        });
        return (indent + parts.join(' '.repeat(gap))).trimEnd();
    };
    const titles = shown.map(({ title }) => ({ text: title, paint: options.style.dim }));
    return [line(titles), ...rows.map((row) => line(used.map(({ index }) => row[index] ?? '')))].join('\n');
}


/***/ }),

/***/ 64732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isSkipped),
/* harmony export */   Y: () => (/* binding */ wasVerified)
/* harmony export */ });
function isSkipped(result) {
    return 'status' in result;
}
function wasVerified(result) {
    return !isSkipped(result);
}


/***/ }),

/***/ 42903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ renderMatrix),
/* harmony export */   EG: () => (/* binding */ renderPlan),
/* harmony export */   lQ: () => (/* binding */ matrixOf)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20140);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74628);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71799);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70293);




/** What GitHub's `matrix:` takes, in one line. */
function matrixOf(legs) {
    return JSON.stringify({ include: legs });
}
/** The matrix and the number of its legs, as lines for `$GITHUB_OUTPUT`. */
function renderMatrix(legs) {
    return `matrix=${matrixOf(legs)}\ncount=${legs.length}`;
}
/** A row a leg: where, and which jobs. */
function renderPlan(legs, view) {
    const { style } = view;
    if (legs.length === 0)
        return style.dim('nothing to run');
    const columns = [
        { title: 'leg', shrinkTo: 10 },
        { title: 'runner', shrinkTo: 10 },
        { title: 'environment', shrinkTo: 8 },
        { title: 'jobs', shrinkTo: 12 },
    ];
    const rows = legs.map(({ name, runner, environment, jobs }) => [
        { text: (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(name), paint: style.bold },
        (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(runner.join(', ')),
        (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(environment),
        (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(jobs.replaceAll(',', ', ')),
    ]);
    return `${(0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .b)(columns, rows, (0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .tableIn */ .sV)(view))}\n\n${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(legs.length, 'leg')}`;
}


/***/ }),

/***/ 70293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ groupBy),
/* harmony export */   WB: () => (/* binding */ levelText),
/* harmony export */   hy: () => (/* binding */ ageOf),
/* harmony export */   sV: () => (/* binding */ tableIn),
/* harmony export */   uI: () => (/* binding */ reasoned)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74628);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19903);


/** Options of a table that stands `indent` cells to the right. */
function tableIn({ style, width }, indent = 0) {
    return { style, indent, ...(width === undefined ? {} : { width }) };
}
/** `full` or `level 1`. */
function levelText(level) {
    return level === 0 ? 'full' : `level ${level}`;
}
/** Milliseconds since an ISO time. */
function ageOf(time, now) {
    return now.getTime() - Date.parse(time);
}
/** Groups by a key, in order of first appearance. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item)) ?? [];
        group.push(item);
        groups.set(keyOf(item), group);
    }
    return groups;
}
/** A head, and beside it a reason in as many lines as it takes. */
function reasoned(head, reason, { style, width }) {
    const indent = (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .displayWidth */ .F1)(head);
    const [first = '', ...rest] = width === undefined ? [(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(reason)] : (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .wrap */ .LV)((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(reason), Math.max(24, width - indent));
    return [`${head}${style.dim(first)}`, ...rest.map((line) => ' '.repeat(indent) + style.dim(line))];
}


/***/ })

};
