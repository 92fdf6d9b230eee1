export const id = 907;
export const ids = [907,651];
export const modules = {

/***/ 1907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demo: () => (/* binding */ demo)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(4992);
// EXTERNAL MODULE: ./build/report/bytes.js
var report_bytes = __webpack_require__(140);
// EXTERNAL MODULE: ./build/commands/backup.js + 46 modules
var backup = __webpack_require__(6882);
// EXTERNAL MODULE: ./build/commands/cleanup.js + 12 modules
var cleanup = __webpack_require__(3081);
;// CONCATENATED MODULE: ./build/commands/demo/data.js


const words = 'the quick brown fox keeps a copy of every file and proves each night that it comes back'.split(' ');
/** Text that looks like something people keep; the same for the same number. */
function letter(number) {
    let state = number + 1;
    const next = () => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return state;
    };
    return Array.from({ length: 200 + (next() % 800) }, () => words[next() % words.length]).join(' ');
}
/** A small home directory: folders, letters, a link. Returns how many files. */
async function makeHome(home) {
    let files = 0;
    for (const folder of ['letters', 'photos', 'projects/holdfast', 'projects/old']) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(home, folder), { recursive: true });
        for (let number = 0; number < 75; number += 1) {
            await (0,promises_.writeFile)((0,external_node_path_.join)(home, folder, `${folder.split('/').at(-1)}-${number}.txt`), letter(files));
            files += 1;
        }
    }
    await (0,promises_.symlink)('letters/letters-0.txt', (0,external_node_path_.join)(home, 'first-letter.txt'));
    return files + 1;
}
/** What a day does to it: some files change, some go, some come. */
async function changeHome(home) {
    for (let number = 0; number < 5; number += 1) {
        await (0,promises_.appendFile)((0,external_node_path_.join)(home, 'letters', `letters-${number}.txt`), ' and one more thing');
    }
    await (0,promises_.rm)((0,external_node_path_.join)(home, 'projects', 'old'), { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(home, 'photos', 'new.txt'), letter(1000));
}

// EXTERNAL MODULE: ./build/commands/keygen.js
var keygen = __webpack_require__(6116);
// EXTERNAL MODULE: ./build/commands/list.js
var list = __webpack_require__(4635);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/commands/restore.js + 1 modules
var restore = __webpack_require__(7651);
// EXTERNAL MODULE: ./build/commands/verify.js + 9 modules
var verify = __webpack_require__(509);
;// CONCATENATED MODULE: ./build/commands/demo.js













const backupOptions = {
    due: false,
    force: false,
    tags: [],
    acceptSize: false,
    dryRun: false,
    onBusy: 'fail',
};
function configText(directory, recipient, drillKey, trust) {
    return `# made by holdfast demo
version: 1
destinations:
  local:
    type: filesystem
    path: ${JSON.stringify((0,external_node_path_.join)(directory, 'backups'))}
encryption:
  recipients: [${recipient}]
  identity-file: ${JSON.stringify((0,external_node_path_.join)(directory, 'keys', 'identity.txt'))}
signing:
  key: "\${file:${(0,external_node_path_.join)(directory, 'keys', drillKey)}}"
  trust: [${trust.map((key) => JSON.stringify(key)).join(', ')}]
jobs:
  home:
    source:
      type: directory
      path: ${JSON.stringify((0,external_node_path_.join)(directory, 'home'))}
    to: [local]
    levels: { 0: monthly, 1: otherwise }
    retention: { keep-daily: 7, keep-weekly: 4, require-proofs: 1 }
    verify: { depth: restore }
`;
}
/** The first result of a command that must have worked. */
function only({ results, errors }) {
    const [error] = errors;
    if (error)
        throw error;
    const [first] = results;
    if (first === undefined)
        throw new errors_error/* HoldfastError */.E('internal', 'the demo got no result');
    return first;
}
function backupText({ level, files = 0, sourceBytes = 0, storedBytes = 0, unread }) {
    const kind = level === 0 ? 'full' : `level ${level}, changes only`;
    const unreadText = unread ? `, ${unread} unread` : '';
    return `${kind}: ${(0,report_bytes/* plural */.LS)(files, 'file')}, ${(0,report_bytes/* formatBytes */.z3)(sourceBytes)} read, ${(0,report_bytes/* formatBytes */.z3)(storedBytes)} stored, encrypted${unreadText}`;
}
function drillText({ result, checks, proof }) {
    const compared = checks.find(({ name }) => name === 'files')?.found ?? '';
    return `${result}: chain restored elsewhere, ${compared} entries compared; ${proof ? 'proof signed' : 'no proof'}`;
}
/**
 * `holdfast demo`: the main job in a temporary directory, which is removed unless `keep`. Errors are those of the
 * commands it runs: on a host where the demo fails a backup would fail too.
 */
async function demo(context, keep) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'holdfast-demo-'));
    const steps = [];
    const timed = async (step, work) => {
        const started = context.clock.monotonic();
        const what = await work();
        steps.push({ step, what, seconds: (context.clock.monotonic() - started) / 1000 });
    };
    try {
        const home = (0,external_node_path_.join)(directory, 'home');
        await (0,promises_.mkdir)(home);
        let inside = context;
        await timed('make data', async () => `${(0,report_bytes/* plural */.LS)(await makeHome(home), 'file')} in ${home}`);
        await timed('make keys', async () => {
            const keys = await (0,keygen/* generateKeys */.w)((0,external_node_path_.join)(directory, 'keys'), context.clock.now());
            const file = (0,external_node_path_.join)(directory, 'holdfast.yml');
            await (0,promises_.writeFile)(file, configText(directory, keys.recipient, 'backup-signing.key', [keys.backupSigning]));
            inside = {
                ...context,
                config: context.readConfig(file),
                stateDirectory: (0,external_node_path_.join)(directory, 'state'),
                confirm: async () => undefined,
            };
            return 'age identity, state identity, signing keys';
        });
        await timed('back up', async () => backupText(only(await (0,backup.backup)(inside, [], backupOptions))));
        await timed('change data', async () => {
            await changeHome(home);
            return '5 files changed, 1 added, a folder of 75 deleted';
        });
        await timed('back up again', async () => backupText(only(await (0,backup.backup)(inside, [], backupOptions))));
        await timed('drill', async () => drillText(only(await (0,verify.verify)(inside, ['home'], { depth: 'restore' }))));
        await timed('prune (dry run)', async () => {
            const plan = only(await (0,cleanup.cleanup)(inside, [], {
                dryRun: true,
                exclusive: false,
                force: false,
                stats: false,
                onBusy: 'fail',
            }));
            return `would delete ${plan.deleted.length}, keep ${plan.kept.length}: ${plan.kept[0]?.reason ?? ''}`;
        });
        await timed('restore', async () => {
            const to = (0,external_node_path_.join)(directory, 'restored');
            const options = { to, include: [], overwrite: false, force: false, dryRun: false };
            const { files = 0, bytes } = only(await (0,restore.restore)(inside, 'home', options));
            const folders = (await (0,promises_.readdir)(to)).length;
            return `${(0,report_bytes/* plural */.LS)(files, 'file')}, ${(0,report_bytes/* formatBytes */.z3)(bytes)} in ${to} (${(0,report_bytes/* plural */.LS)(folders, 'entry', 'entries')})`;
        });
        const newest = (await (0,list.list)(inside, ['home'])).results.at(-1);
        const proven = newest.proven
            ? `${newest.id} is proven: it was restored and compared`
            : 'nothing is proven';
        return (0,outcome/* done */.Vw)([
            ...steps,
            { step: 'result', what: proven, proven: newest.proven, directory: keep ? directory : null },
        ]);
    }
    finally {
        if (!keep)
            await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 6116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keygen: () => (/* binding */ keygen),
/* harmony export */   w: () => (/* binding */ generateKeys)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6309);
/* harmony import */ var _codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7233);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4992);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3967);






async function writePrivate(file, text) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'wx', 0o600);
        try {
            await handle.writeFile(text);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
    }
    catch (cause) {
        const exists = cause.code === 'EEXIST';
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('target-unwritable', exists ? `${file} exists already` : `cannot write ${file}`, {
            hint: exists
                ? 'Keys are never overwritten. Use another --out directory, or move the old key away and keep it.'
                : 'Choose a directory that you may write to with --out.',
            context: { path: file },
            cause,
        });
    }
}
/** Writes `identity.txt`, `state-identity.txt`, `backup-signing.key` and `drill-signing.key`, all 0600, never over an existing file. */
async function generateKeys(directory, createdAt) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    const identity = await (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .generateKeyPair */ .TZ)();
    const state = await (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .generateKeyPair */ .TZ)();
    const backup = (0,_catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__/* .generateSigningKey */ .ID)();
    const drill = (0,_catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__/* .generateSigningKey */ .ID)();
    const note = (what, publicHalf) => `# holdfast ${what}, made ${createdAt.toISOString()}\n# public: ${publicHalf}\n`;
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'identity.txt'), `${note('identity: opens every backup', identity.recipient)}${identity.identity.reveal()}\n`);
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'state-identity.txt'), `${note('state identity: opens only state/', state.recipient)}${state.identity.reveal()}\n`);
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'backup-signing.key'), `${note('signing key of backups', backup.public)}${backup.private.reveal()}\n`);
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'drill-signing.key'), `${note('signing key of drills', drill.public)}${drill.private.reveal()}\n`);
    return {
        directory,
        recipient: identity.recipient,
        stateRecipient: state.recipient,
        backupSigning: backup.public,
        drillSigning: drill.public,
    };
}
/** `holdfast keygen [--out DIR]`. */
async function keygen(context, directory) {
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_5__/* .done */ .Vw)([await generateKeys((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, directory), context.clock.now())]);
}


/***/ }),

/***/ 4635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list),
/* harmony export */   listResult: () => (/* binding */ listResult)
/* harmony export */ });
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3967);
/* harmony import */ var _repository_destination_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9780);
/* harmony import */ var _repository_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6171);



/** A catalogue entry as `list` shows it. */
function listResult(entry, destination) {
    return {
        job: entry.job,
        id: entry.id,
        level: entry.level,
        parent: entry.parent?.id ?? null,
        createdAt: entry.createdAt.toISOString(),
        tags: entry.tags,
        destination,
        sourceBytes: entry.stats.sourceBytes,
        storedBytes: entry.stats.storedBytes,
        signed: entry.signedBy !== undefined && entry.trusted,
        proven: entry.proven,
        held: entry.held,
        complete: entry.complete,
    };
}
/** `holdfast list [jobs…]`: every backup at every destination, also of jobs that the configuration no longer has. */
async function list(context, jobs) {
    const results = [];
    const errors = [];
    let read = 0;
    for (const name of (0,_repository_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .chosenDestinations */ .Cf)(context, context.config.destinationNames)) {
        try {
            const destination = await (0,_repository_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .openDestination */ .xB)(context, name);
            for (const job of jobs.length === 0 ? [undefined] : jobs) {
                const { points, damaged } = await (0,_repository_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .readEntries */ .$)(context, destination, job);
                results.push(...points.map((entry) => listResult(entry, name)));
                errors.push(...damaged.map(({ error }) => error));
            }
            read += 1;
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .Cs)(error));
        }
    }
    return { results, warnings: [], errors, exitCode: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .exitOf */ .sX)(errors, read) };
}


/***/ }),

/***/ 7651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore)
});

// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/commands/repository/find.js
var find = __webpack_require__(365);
// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(216);
// EXTERNAL MODULE: ./build/commands/repository/open-chain.js + 17 modules
var open_chain = __webpack_require__(9910);
// EXTERNAL MODULE: ./build/commands/repository/progress.js
var progress = __webpack_require__(766);
// EXTERNAL MODULE: ./build/commands/repository/source-context.js
var source_context = __webpack_require__(4161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(4992);
;// CONCATENATED MODULE: ./build/commands/restore/target.js


function notYet(target) {
    return new error/* HoldfastError */.E('driver-not-built', `the target ${target} is not built in this version`, {
        hint: 'Restore into a directory, a file, or - for standard output.',
        context: { target },
    });
}
/**
 * What `--to` means: `-`, `env:NAME`, `container:NAME`, `datadir:PATH`, a name under `targets:`, else a path. A database
 * URL with a password is refused, since argv is seen by every process of the host. Errors: `usage`, `target-unknown`.
 */
function restoreTarget(context, to, media) {
    if (to === undefined || to === '') {
        throw new error/* HoldfastError */.E('usage', 'a restore needs a target', {
            hint: 'Say where to with --to DIRECTORY, --to FILE, or --to - for standard output.',
        });
    }
    if (to === '-')
        return { type: 'stdout', stream: context.stdout };
    if (/^[a-z][a-z0-9+]*:\/\//i.test(to)) {
        throw new error/* HoldfastError */.E('usage', 'a URL is no target: its password would stand in the process list', {
            hint: 'Put the URL into a variable and use --to env:NAME, or give it a name under targets: in the configuration.',
        });
    }
    if (/^(env|container|datadir):/.test(to))
        throw notYet(to);
    const named = context.config.targetNames.includes(to);
    const place = named ? context.config.target(to).reveal() : to;
    if (named && place.includes('://'))
        throw notYet(to);
    const path = (0,external_node_path_.resolve)(named ? context.config.directory : context.cwd, place);
    return media === 'application/x-tar' ? { type: 'directory', path } : { type: 'file', path };
}

;// CONCATENATED MODULE: ./build/commands/restore.js








function nameOf(target) {
    return target.type === 'directory' || target.type === 'file' ? target.path : 'standard output';
}
function question(found, target, options) {
    const { entry, chain, destination } = found;
    const what = options.include.length === 0 ? `all of ${entry.job}` : `${options.include.join(', ')} of ${entry.job}`;
    const links = chain.length === 1 ? 'a full backup' : `a chain of ${chain.length} backups`;
    const size = (0,bytes/* formatBytes */.z3)(chain.reduce((sum, { stats }) => sum + stats.storedBytes, 0));
    const replace = options.overwrite ? ' What is there is replaced.' : '';
    return `Restore ${what} as of ${entry.createdAt.toISOString()} (${links}, ${size} stored at ${destination.name}) to ${nameOf(target)}?${replace}`;
}
/** A pipe takes its time: the process must not end before its reader has the last byte. */
function flush({ stdout }) {
    return new Promise((resolve, reject) => {
        stdout.write('', (error) => (error ? reject(error) : resolve()));
    });
}
/** `holdfast restore JOB|ID --to TARGET`: shows the plan, asks where something would be replaced, restores, checks every byte. */
async function restore(context, what, options) {
    const started = context.clock.monotonic();
    const found = await (0,find/* findBackup */.S)(context, what, {
        ...(options.at && { at: options.at }),
        force: options.force,
    });
    const { entry, chain } = found;
    const target = restoreTarget(context, options.to, entry.mediaTypes[0] ?? '');
    const record = (numbers) => ({
        job: entry.job,
        id: entry.id,
        chain: chain.map(({ id }) => id),
        target: nameOf(target),
        ...numbers,
        seconds: (context.clock.monotonic() - started) / 1000,
    });
    const plan = question(found, target, options);
    if (options.dryRun)
        return (0,outcome/* done */.Vw)([{ ...record({ bytes: 0, fetchedBytes: 0 }), plan }]);
    if (target.type !== 'stdout')
        await context.confirm(plan);
    const opened = await (0,open_chain/* openChain */.y)(context, found, await (0,identities/* openersFor */.eD)(context, chain));
    context.reporter.on({
        type: 'job-started',
        job: entry.job,
        command: 'restore',
        id: entry.id,
        level: entry.level,
    });
    const warnings = [];
    const restoring = { target, include: options.include, overwrite: options.overwrite };
    const result = await (0,source_context/* sourceOf */.v)(context, entry.job, entry.source.type).restore((0,source_context/* sourceContextOf */.k)(context, entry.job, warnings), (0,progress/* progressOver */.A)(context, entry.job, 'restore', opened.links), restoring);
    if (target.type === 'stdout')
        await flush(context);
    const { files, bytes } = result;
    const finished = record({
        ...(files === undefined ? {} : { files }),
        bytes,
        fetchedBytes: opened.fetchedBytes(),
    });
    const { seconds } = finished;
    context.reporter.on({
        type: 'job-finished',
        job: entry.job,
        command: 'restore',
        status: 'success',
        seconds,
    });
    return (0,outcome/* done */.Vw)([finished], [...warnings, ...result.warnings]);
}


/***/ })

};
