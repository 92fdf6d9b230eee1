export const id = 6947;
export const ids = [6947];
export const modules = {

/***/ 4806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backup: () => (/* binding */ backup)
});

// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
// EXTERNAL MODULE: ./build/commands/announce/bell.js + 18 modules
var announce_bell = __webpack_require__(28832);
// EXTERNAL MODULE: ./build/commands/announce/last-run.js
var last_run = __webpack_require__(33079);
;// CONCATENATED MODULE: ./build/commands/announce/backup.js



/** Statuses of a job that nothing was done for. */
const idle = new Set(['not-due', 'skipped', 'dry-run']);
function samplesOf(job, now, result, good) {
    const labels = { backup_job: job };
    const seconds = Math.round(now.getTime() / 1000);
    const given = (name, value) => value === undefined ? [] : [{ name, labels, value }];
    return [
        ...given('holdfast_backup_success', good ? 1 : 0),
        ...given('holdfast_backup_last_run_timestamp_seconds', seconds),
        ...given('holdfast_backup_last_success_timestamp_seconds', good ? seconds : undefined),
        ...given('holdfast_backup_duration_seconds', result.seconds),
        ...given('holdfast_backup_source_bytes', result.sourceBytes),
        ...given('holdfast_backup_stored_bytes', result.storedBytes),
        ...given('holdfast_backup_files', result.files),
        ...(result.destinations ?? []).map(({ name, status }) => ({
            name: 'holdfast_backup_destination_success',
            labels: { ...labels, destination: name },
            value: status === 'success' ? 1 : 0,
        })),
    ];
}
/** Tells of a run that left a backup, whole or in part. */
async function announceBackup(bell, { result, errors, recovered }) {
    const { job, status = 'success', warnings = [], previousStoredBytes = [] } = result;
    if (idle.has(status))
        return;
    const good = errors.length === 0;
    await (0,last_run/* rememberFailure */.S)(bell.context, job, !good);
    const occasions = [
        good ? 'success' : 'failure',
        ...((0,announce_bell/* isOdd */.A)(warnings) ? ['anomaly'] : []),
        ...(good && recovered ? ['recovery'] : []),
    ];
    const { id, level, seconds, sourceBytes, storedBytes, files, destinations = [] } = result;
    const previous = previousStoredBytes.at(-1);
    await bell.ring({
        occasions,
        status,
        ...(id !== undefined && { id }),
        ...(level !== undefined && { level }),
        ...(seconds !== undefined && { seconds }),
        ...(sourceBytes !== undefined && { sourceBytes }),
        ...(storedBytes !== undefined && { storedBytes }),
        ...(previous !== undefined && { previousStoredBytes: previous }),
        ...(files !== undefined && { files }),
        destinations,
        warnings,
        errors,
        samples: samplesOf(job, bell.context.clock.now(), result, good),
    });
}
/** Tells of a run that left nothing. That another run holds the job is no failure of it. */
async function announceFailure(bell, job, error) {
    if (error.code === 'busy')
        return;
    await (0,last_run/* rememberFailure */.S)(bell.context, job, true);
    await bell.ring({
        occasions: ['failure'],
        status: (0,report_document/* statusOf */.c)(error.exitStatus),
        errors: [error],
        samples: samplesOf(job, bell.context.clock.now(), { job }, false),
    });
}

// EXTERNAL MODULE: ./build/commands/backup/job.js + 52 modules
var job = __webpack_require__(693);
// EXTERNAL MODULE: ./build/commands/backup/log-files.js
var log_files = __webpack_require__(34098);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
;// CONCATENATED MODULE: ./build/commands/backup.js







/** One job, and those told who want to know. Never throws: what fails is its own. */
async function backUp(context, name, options, logFiles) {
    const bell = (0,announce_bell/* openBell */.O)(context, 'backup', name);
    try {
        const report = await (0,job/* backupJob */.e)(bell.context, name, { ...options, logFiles, bell });
        const errors = report.errors.map((error) => (0,outcome/* errorOfJob */.Dm)(error, name));
        await announceBackup(bell, report);
        return { result: report.result, errors };
    }
    catch (thrown) {
        const error = (0,outcome/* errorOfJob */.Dm)(thrown, name);
        if (!options.dryRun)
            await announceFailure(bell, name, error);
        return { errors: [error] };
    }
}
/**
 * `holdfast backup [jobs…]`: each job by itself, `parallel` of them at once; one that fails does not keep the others from
 * running. Results are in the order of the jobs.
 */
async function backup(context, names, options) {
    const jobs = (0,repository_select/* selectJobs */.h)(context, names);
    context.config.prepare({
        jobs,
        ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
        parts: ['source', 'destinations', 'encryption', 'state-identity', 'signing-key', 'trust', 'hooks'],
    });
    const logFiles = (0,log_files/* createLogFiles */.G)();
    const ends = new Map();
    await (0,bounded/* forEachBounded */.a)(jobs, Math.max(1, options.parallel ?? 1), async (name) => {
        // An interruption keeps the next ones from starting.
        if (ends.size > 0 && context.signal.aborted)
            return;
        ends.set(name, await backUp(context, name, options, logFiles));
    });
    logFiles.close();
    const inOrder = jobs.flatMap((name) => ends.get(name) ?? []);
    const results = inOrder.flatMap(({ result }) => result ?? []);
    const errors = inOrder.flatMap((end) => end.errors);
    return { results, warnings: [], errors, exitCode: (0,outcome/* exitOf */.sX)(errors, results.length) };
}


/***/ }),

/***/ 56947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demo: () => (/* binding */ demo)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/report/bytes.js
var report_bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/commands/backup.js + 1 modules
var backup = __webpack_require__(4806);
// EXTERNAL MODULE: ./build/commands/cleanup.js + 14 modules
var cleanup = __webpack_require__(61149);
;// CONCATENATED MODULE: ./build/commands/demo/config-text.js

/** The configuration of the demo: one job of a directory, encrypted, signed and drilled. */
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

;// CONCATENATED MODULE: ./build/commands/demo/texts.js

/** A backup in a line of the demo's table. */
function backupText({ level, files = 0, sourceBytes = 0, storedBytes = 0, unread, }) {
    const kind = level === 0 ? 'full' : `level ${level}, changes only`;
    const unreadText = unread ? `, ${unread} unread` : '';
    return `${kind}: ${(0,report_bytes/* plural */.LS)(files, 'file')}, ${(0,report_bytes/* formatBytes */.z3)(sourceBytes)} read, ${(0,report_bytes/* formatBytes */.z3)(storedBytes)} stored, encrypted${unreadText}`;
}
/** A drill likewise. */
function drillText({ result, checks, proof }) {
    const compared = checks.find(({ name }) => name === 'files')?.found ?? '';
    return `${result}: chain restored elsewhere, ${compared} entries compared; ${proof ? 'proof signed' : 'no proof'}`;
}

// EXTERNAL MODULE: ./build/commands/keygen.js
var keygen = __webpack_require__(86116);
// EXTERNAL MODULE: ./build/commands/list.js + 2 modules
var list = __webpack_require__(22948);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/restore.js + 19 modules
var restore = __webpack_require__(68465);
// EXTERNAL MODULE: ./build/commands/verify.js + 6 modules
var verify = __webpack_require__(57469);
;// CONCATENATED MODULE: ./build/commands/demo.js















const backupOptions = {
    due: false,
    force: false,
    tags: [],
    acceptSize: false,
    dryRun: false,
    onBusy: 'fail',
};
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

/***/ 86116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keygen: () => (/* binding */ keygen),
/* harmony export */   w: () => (/* binding */ generateKeys)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86309);
/* harmony import */ var _codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47233);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54992);
/* harmony import */ var _process_make_missing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50391);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33967);







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
    await (0,_process_make_missing_js__WEBPACK_IMPORTED_MODULE_5__/* .makeMissing */ .p)(directory);
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
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_6__/* .done */ .Vw)([await generateKeys((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, directory), context.clock.now())]);
}


/***/ }),

/***/ 22948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  list: () => (/* binding */ list),
  listResult: () => (/* binding */ listResult)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/adopted-chains/places.js + 2 modules
var places = __webpack_require__(65788);
;// CONCATENATED MODULE: ./build/commands/adopted-chains/list.js


function resultOf({ job, name }, backup) {
    const { id, level, chain, createdAt, storedBytes, broken } = backup;
    return {
        job,
        id,
        level,
        parent: chain.at(-2) ?? null,
        createdAt: createdAt.toISOString(),
        tags: [],
        destination: name,
        sourceBytes: 0,
        storedBytes,
        signed: false,
        proven: false,
        held: false,
        complete: broken === undefined,
        adopted: true,
    };
}
/** The chains that others left of jobs; `read` counts the places that answered. */
async function listChains(context, jobs) {
    const results = [];
    const errors = [];
    let read = 0;
    for (const place of (0,places/* adoptedPlaces */.gB)(context, jobs)) {
        try {
            const { backups, damaged } = await (0,places/* readPlace */.yI)(context, place);
            results.push(...backups.map((backup) => resultOf(place, backup)));
            errors.push(...damaged.map(({ error }) => error));
            read += 1;
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    return { results, errors, read };
}

// EXTERNAL MODULE: ./build/commands/repository/adopted.js
var adopted = __webpack_require__(55135);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
;// CONCATENATED MODULE: ./build/commands/list/adopted.js


function adoptedResult(job, { key, bytes, modified }, destination) {
    return {
        job,
        id: key,
        level: 0,
        parent: null,
        createdAt: modified.toISOString(),
        tags: [],
        destination,
        sourceBytes: 0,
        storedBytes: bytes,
        signed: false,
        proven: false,
        held: false,
        complete: true,
        adopted: true,
    };
}
/** The jobs asked for, or all, that keep things at a destination. */
function jobsAt({ config }, jobs, destination) {
    const wanted = jobs.length === 0 ? config.jobNames : jobs;
    return wanted.filter((job) => config.jobNames.includes(job) && config.job(job).to.some(({ name }) => name === destination));
}
/** What others wrote under the names of jobs, beside what Holdfast did. */
async function listAdopted(context, destination, jobs) {
    const results = [];
    for (const job of jobsAt(context, jobs, destination.name)) {
        const objects = await (0,adopted/* adoptedObjects */.Mb)(context, destination, job);
        results.push(...objects.map((object) => adoptedResult(job, object, destination.name)));
    }
    return results;
}
/** What others left where Holdfast has written nothing yet. */
async function listForeign(context, name, jobs) {
    const store = await (0,repository_destination/* openStore */.Ch)(context, name, 'read');
    const results = [];
    for (const job of jobsAt(context, jobs, name)) {
        const patterns = (0,adopted/* adoptionPatterns */.Yk)(context, job);
        if (patterns.length === 0)
            continue;
        const objects = await (0,adopted/* matchingObjects */.gQ)(store, patterns);
        results.push(...objects.map((object) => adoptedResult(job, object, name)));
    }
    return results;
}

// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
;// CONCATENATED MODULE: ./build/commands/list.js






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
        ...(entry.unread > 0 && { unread: entry.unread }),
        ...(entry.shredded && { shredded: true }),
    };
}
async function listAt(context, name, jobs) {
    const destination = await (0,repository_destination/* openDestination */.xB)(context, name);
    const results = [];
    const errors = [];
    for (const job of jobs.length === 0 ? [undefined] : jobs) {
        const { points, damaged } = await (0,entries/* readEntries */.$)(context, destination, job, { tells: false });
        results.push(...points.map((entry) => listResult(entry, name)));
        errors.push(...damaged.map(({ error }) => error));
    }
    results.push(...(await listAdopted(context, destination, jobs)));
    return { results, errors };
}
/** What is at one destination; where Holdfast has written nothing yet, what others left there counts as something. */
async function listAnything(context, name, jobs) {
    try {
        return await listAt(context, name, jobs);
    }
    catch (error) {
        const results = (0,errors_error/* hasCode */.u)(error, 'repository-missing') ? await listForeign(context, name, jobs) : [];
        if (results.length === 0)
            throw error;
        return { results, errors: [] };
    }
}
/** `holdfast list [jobs…]`: every backup at every destination, also of jobs that the configuration no longer has. */
async function list(context, jobs) {
    const results = [];
    const errors = [];
    let read = 0;
    for (const name of (0,repository_destination/* backupDestinations */.C$)(context)) {
        try {
            const found = await listAnything(context, name, jobs);
            results.push(...found.results);
            errors.push(...found.errors);
            read += 1;
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    const chains = await listChains(context, jobs);
    results.push(...chains.results);
    errors.push(...chains.errors);
    return { results, warnings: [], errors, exitCode: (0,outcome/* exitOf */.sX)(errors, read + chains.read) };
}


/***/ }),

/***/ 66009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ wasReadHere)
/* harmony export */ });
/**
 * Whether a drill or a verification read this destination. `sync` brings proofs and logs along with the bytes they are
 * about; they show that these are good, not that this destination gives them. A name that the configuration does not
 * know is another name of this one.
 */
function wasReadHere({ config }, here) {
    const others = new Set(config.destinationNames);
    others.delete(here);
    return ({ destination }) => !others.has(destination);
}


/***/ }),

/***/ 63756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ readingsAt)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/catalog/cached-objects.js
var cached_objects = __webpack_require__(19657);
// EXTERNAL MODULE: ./build/catalog/envelope.js
var envelope = __webpack_require__(78198);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(60864);
// EXTERNAL MODULE: ./build/catalog/readings.js
var readings = __webpack_require__(19183);
// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(47167);
;// CONCATENATED MODULE: ./build/catalog/listing-readings.js






const version = 'readings 1';
const atOnce = 16;
/**
 * What was read back of a job's backups at a store, newest first, by the logs of verifications; fetches only what the
 * cache lacks. Damaged ones and those of nobody who is trusted show nothing, and are left out.
 */
async function readReadings(store, job, { repository, trust, cacheFile, signal }) {
    const read = async ({ key }) => {
        const log = await (0,runlog/* readRunLog */.w3)(store, key, signal);
        return log && (0,readings/* openReading */.b)(log, key);
    };
    const isReading = (key) => (0,parse_keys/* parseLogKey */.rv)(key)?.verify !== undefined;
    const options = { cacheFile, version, parallel: atOnce, signal };
    const { found } = await (0,cached_objects/* readCachedObjects */.L)(store, (0,keys/* branchPrefix */.$j)('logs', job), isReading, read, options);
    return found
        .filter((reading) => reading.job === job && reading.repository === repository)
        .filter(({ signedBy }) => (0,envelope/* isTrusted */.W2)(signedBy, trust))
        .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1));
}

// EXTERNAL MODULE: ./build/commands/repository/read-here.js
var read_here = __webpack_require__(66009);
;// CONCATENATED MODULE: ./build/commands/repository/readings.js



/**
 * What was read back of a job's backups at a destination, newest first, from the cache where it did not change. Logs
 * that `sync` brought along tell of other destinations, and do not count.
 */
async function readingsAt(context, { name, store, repository }, job) {
    const { config, signal, stateDirectory } = context;
    const id = repository.repository;
    const readings = await readReadings(store, job, {
        repository: id,
        trust: config.signing().trust,
        cacheFile: (0,external_node_path_.join)(stateDirectory, 'cache', name, id, `${job}.readings.jsonl`),
        signal,
    });
    return readings.filter((0,read_here/* wasReadHere */.o)(context, name));
}


/***/ }),

/***/ 97348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ newest),
/* harmony export */   W: () => (/* binding */ verdictsOf)
/* harmony export */ });
/** The item of the latest time, of several the first; undefined where there is none. */
function newest(items, time) {
    return items.reduce((best, item) => (best === undefined || time(item) > time(best) ? item : best), undefined);
}
const finished = ({ finishedAt }) => finishedAt;
/** The newest drill of these backups that passed, and the newest that came to a verdict, of those that `counts` lets in. */
function verdictsOf(points, counts) {
    return {
        passed: newest(points.flatMap(({ lastPass }) => lastPass ?? []).filter(counts), finished),
        verdict: newest(points.flatMap(({ lastVerdict }) => lastVerdict ?? []).filter(counts), finished),
    };
}


/***/ }),

/***/ 57469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drill: () => (/* binding */ verify_drill),
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/catalog/ids.js
var catalog_ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/retention/due.js
var due = __webpack_require__(87543);
;// CONCATENATED MODULE: ./build/drill/turns.js

/** Whether it is due: never passed, failed since, or last begun as long ago as `every` says, with the slack of backups. */
function isTurn({ every, lastPass, failed }, now) {
    if (every === undefined || lastPass === undefined || failed === true)
        return true;
    return (0,due/* isDue */.nZ)({ every, lastStart: lastPass, now });
}
/** Whether it is so late that `status` calls it unproven. */
function isLate({ every, lastPass }, now) {
    return every !== undefined && (0,due/* isStale */.QO)({ every, now, ...(lastPass && { lastSuccess: lastPass }) });
}
/**
 * Who comes first: what was never tried, then what was tried the longest ago. It goes by tries, not by passes: one that
 * fails, or takes up the whole budget, each time must not keep the others from theirs.
 */
function inTurn(items) {
    const tried = ({ standing: { lastAttempt, lastPass } }) => Math.max(lastAttempt?.getTime() ?? Number.NEGATIVE_INFINITY, lastPass?.getTime() ?? Number.NEGATIVE_INFINITY);
    return items.toSorted((a, b) => {
        const [first, second] = [tried(a), tried(b)];
        return first === second ? 0 : first < second ? -1 : 1;
    });
}

// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/announce/bell.js + 18 modules
var announce_bell = __webpack_require__(28832);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
;// CONCATENATED MODULE: ./build/commands/announce/verify.js



function occasionOf(results, errors) {
    if (results.some(({ result }) => result === 'failed') ||
        errors.some(({ exitStatus }) => exitStatus === 5)) {
        return 'proof-failed';
    }
    return errors.length > 0 ? 'failure' : 'success';
}
function samplesOf(now, results) {
    const seconds = Math.round(now.getTime() / 1000);
    return results.flatMap(({ job, destination, depth, result, rtoSeconds }) => {
        const labels = { backup_job: job, destination, depth };
        return [
            { name: 'holdfast_verify_success', labels, value: result === 'passed' ? 1 : 0 },
            { name: 'holdfast_verify_timestamp_seconds', labels, value: seconds },
            ...(rtoSeconds === undefined
                ? []
                : [{ name: 'holdfast_verify_rto_seconds', labels, value: rtoSeconds }]),
        ];
    });
}
/** Tells how the backups of one job stood a verification. Of several, the bad ones are named. */
async function announceVerify(bell, results, errors) {
    if (results.length === 0 && errors.length === 0)
        return;
    const bad = results.filter(({ result }) => result !== 'passed');
    const [first] = bad.length > 0 ? bad : results;
    const seconds = results.reduce((sum, { rtoSeconds = 0 }) => sum + rtoSeconds, 0);
    const anomalies = results.flatMap((each) => each.anomalies ?? []);
    const recovered = results.some((each) => each.recovered === true);
    await bell.ring({
        occasions: [
            occasionOf(results, errors),
            ...(recovered ? ['recovery'] : []),
            ...((0,announce_bell/* isOdd */.A)(anomalies) ? ['anomaly'] : []),
        ],
        warnings: anomalies,
        status: (0,report_document/* statusOf */.c)((0,outcome/* exitOf */.sX)(errors, results.length)),
        ...(first && { job: first.job, id: first.id }),
        ...(seconds > 0 && { seconds }),
        destinations: [...new Set(results.map(({ destination }) => destination))].map((name) => ({
            name,
            status: bad.some(({ destination }) => destination === name) ? 'failed' : 'success',
        })),
        facts: [
            ...(first === undefined ? [] : [['Depth', first.depth]]),
            ['Passed', `${results.length - bad.length} of ${results.length}`],
        ],
        errors,
        samples: samplesOf(bell.context.clock.now(), results),
    });
}

// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/verify/contents.js
var contents = __webpack_require__(82375);
// EXTERNAL MODULE: ./build/commands/verify/drill.js + 10 modules
var drill = __webpack_require__(25467);
// EXTERNAL MODULE: ./build/commands/verify/failure.js
var failure = __webpack_require__(93495);
// EXTERNAL MODULE: ./build/commands/verify/stored.js + 4 modules
var stored = __webpack_require__(44027);
;// CONCATENATED MODULE: ./build/commands/verify/subject.js









/** The newest that nobody has proven, else the one whose proof is the oldest. */
function leastProven(candidates) {
    const provenAt = ({ lastPass }) => lastPass?.finishedAt.getTime() ?? 0;
    return (candidates.find(({ proven }) => !proven) ??
        candidates.reduce((oldest, entry) => (oldest && provenAt(oldest) <= provenAt(entry) ? oldest : entry), undefined));
}
/** The newest that is proven; undefined where none is. */
function lastProven(newestFirst) {
    return newestFirst.find(({ proven }) => proven);
}
/** The backup that a drill without an id takes. */
function findToDrill(context, what, at, prefer) {
    return (0,find/* findBackup */.S)(context, what, { prefer, mode: 'write', ...(at && { at }) });
}
async function verifyOne(context, what, depth, options, findings) {
    if (depth === 'exists' || depth === 'checksum')
        return (0,stored/* verifyStored */.V)(context, what, depth, options, findings);
    const result = depth === 'contents'
        ? await (0,contents/* readBackContents */.y)(context, await (0,find/* findBackup */.S)(context, what, { ...(options.at && { at: options.at }) }))
        : await (0,drill/* drillBackup */.E)(context, await findToDrill(context, what, options.at, options.keep ? lastProven : leastProven), {
            scratch: options.scratch,
            ...(options.server && { server: options.server }),
            // A copy to work with is judged by itself, not by its age.
            wholeJob: (0,catalog_ids/* parseId */.Fg)(what) === undefined && options.at === undefined && options.keep === undefined,
            keep: options.keep,
        });
    findings.results.push(result);
}
/** What is not good, and drills that could not tell. */
function verdictErrors(results) {
    return results.flatMap((each) => (0,failure/* verdictError */.a)(each) ?? []);
}
/** One job or backup, and those told who want to know. */
async function verifySubject(context, subject, options) {
    const findings = { results: [], errors: [], warnings: [] };
    const depth = options.depth ?? 'checksum';
    const bell = (0,announce_bell/* openBell */.O)(context, depth === 'restore' ? 'drill' : 'verify', (0,catalog_ids/* parseId */.Fg)(subject) ? undefined : subject);
    try {
        await verifyOne(bell.context, subject, depth, options, findings);
    }
    catch (error) {
        findings.errors.push((0,outcome/* asHoldfastError */.Cs)(error));
    }
    const failures = verdictErrors(findings.results);
    await announceVerify(bell, findings.results, [...findings.errors, ...failures]);
    return findings;
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/commands/repository/passes-on.js
var passes_on = __webpack_require__(61257);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(60864);
// EXTERNAL MODULE: ./build/commands/repository/read-here.js
var read_here = __webpack_require__(66009);
// EXTERNAL MODULE: ./build/commands/repository/readings.js + 1 modules
var repository_readings = __webpack_require__(63756);
// EXTERNAL MODULE: ./build/commands/repository/verdicts.js
var verdicts = __webpack_require__(97348);
;// CONCATENATED MODULE: ./build/commands/verify/standing.js





/** When the last drill or verification of a job there left a log; one that came to no verdict leaves nothing else. */
async function lastLogged({ store }, job, kind) {
    let last;
    for await (const { key } of store.list((0,keys/* branchPrefix */.$j)('logs', job))) {
        const time = (0,parse_keys/* parseLogKey */.rv)(key)?.[kind];
        if (time && (last === undefined || time > last))
            last = time;
    }
    return last;
}
/** What drills proved there; proofs that `sync` brought along are of other destinations. */
function drillsOf(context, { name }, points) {
    const { passed, verdict } = (0,verdicts/* verdictsOf */.W)(points, (0,read_here/* wasReadHere */.o)(context, name));
    return {
        lastPass: passed && new Date(passed.finishedAt.getTime() - passed.rtoSeconds * 1000),
        failed: verdict?.result === 'failed',
    };
}
/** The last reading of at least this depth, of all objects, that found anything whole. */
async function readingsOf(context, destination, job, depth) {
    const readings = await (0,repository_readings/* readingsAt */.h)(context, destination, job);
    const pass = readings.find((reading) => reading.sample === undefined &&
        reading.backups.length > 0 &&
        (depth === 'checksum' || reading.depth === depth));
    return { lastPass: pass && new Date(pass.startedAt) };
}
/** How a job stands at a destination: what was shown there, and when one last tried. Listings alone are always due. */
async function standingOf(context, destination, job, points, depth, verify) {
    const every = verify?.every;
    if (depth === 'exists')
        return { every: undefined };
    const restores = depth === 'restore';
    const found = restores
        ? drillsOf(context, destination, points)
        : await readingsOf(context, destination, job, depth);
    return { every, ...found, lastAttempt: await lastLogged(destination, job, restores ? 'drill' : 'verify') };
}

;// CONCATENATED MODULE: ./build/commands/verify/turns.js






async function turnOf(context, job, name, { depth: asked }) {
    const { config } = context;
    const settings = config.jobNames.includes(job) ? config.job(job) : undefined;
    // What goes once the other destinations have it is proven there.
    if (settings && (0,passes_on/* passesOn */.V)(settings, name))
        return undefined;
    const verify = settings?.verify;
    // A job says how thoroughly it is to be verified; a drill where it does not.
    const depth = asked ?? verify?.depth ?? 'restore';
    const destination = await (0,repository_destination/* openDestination */.xB)(context, name);
    const { points } = await (0,entries/* readEntries */.$)(context, destination, job);
    const standing = await standingOf(context, destination, job, points, depth, verify);
    return { job, destination: name, depth, budget: verify?.budget, standing };
}
/** The turns of these jobs at all of their destinations, and the errors of those that cannot be asked. */
async function turnsOf(context, jobs, options) {
    const turns = [];
    const errors = [];
    for (const job of new Set(jobs)) {
        for (const name of (0,find/* destinationsOf */.N)(context, job)) {
            try {
                const turn = await turnOf(context, job, name, options);
                if (turn)
                    turns.push(turn);
            }
            catch (thrown) {
                context.signal.throwIfAborted();
                errors.push((0,outcome/* errorOfJob */.Dm)((0,outcome/* asHoldfastError */.Cs)(thrown), job));
            }
        }
    }
    return { turns, errors };
}

;// CONCATENATED MODULE: ./build/commands/verify/due.js









/** Errors: `usage` for what is said besides, and contradicts it. */
function refuse(what, { at, sample, keep }) {
    const ids = what.filter(catalog_ids/* parseId */.Fg);
    const others = [
        ...(ids.length > 0 ? ['an id'] : []),
        ...(at ? ['--at'] : []),
        ...(sample ? ['--sample'] : []),
        ...(keep ? ['keep'] : []),
    ];
    if (others.length === 0)
        return;
    throw new error/* HoldfastError */.E('usage', `--due goes by jobs, and does not go with ${others.join(', ')}`, {
        hint: 'Leave --due out to verify just that, or the rest to let the jobs say what is due.',
    });
}
function skipped({ job, destination, depth, standing }, status, reason, now) {
    const { lastPass } = standing;
    return {
        job,
        destination,
        depth,
        status,
        lastProof: lastPass?.toISOString() ?? null,
        proofAge: lastPass ? Math.round((now.getTime() - lastPass.getTime()) / 1000) : null,
        reason,
    };
}
function lastText({ standing: { lastPass } }, now) {
    return lastPass ? `last passed ${(0,duration/* formatAge */.nV)(now.getTime() - lastPass.getTime())}` : 'never passed';
}
function leftFinding(left, isOverdue) {
    return {
        severity: isOverdue ? 'warning' : 'info',
        code: 'budget-used',
        message: `${left.job} at ${left.destination} was left out: ${left.reason}`,
        hint: 'It comes first in the next run with --due. Run that more often, or raise verify.budget.',
    };
}
/**
 * `--due`: each job at each of its destinations, if the last time that it passed there is as long ago as `verify.every`
 * says; without `every` in each run. Whoever waited longest comes first. A job's `verify.budget` is what the run may
 * have taken when that job begins: later ones are `left`, which is no failure. Errors: `usage`.
 */
async function verifyDue(context, what, options) {
    refuse(what, options);
    const { clock } = context;
    const started = clock.monotonic();
    const { turns, errors } = await turnsOf(context, what.length === 0 ? await (0,repository_select/* knownJobs */.y)(context) : what, options);
    const now = clock.now();
    const done = { results: [], errors, warnings: [] };
    const left = [];
    const [due, early] = [true, false].map((wanted) => inTurn(turns.filter(({ standing }) => isTurn(standing, now) === wanted)));
    for (const turn of due) {
        if (context.signal.aborted)
            break;
        const used = clock.monotonic() - started;
        const { job, destination, depth, budget } = turn;
        if (budget !== undefined && used >= budget) {
            const reason = `${lastText(turn, now)}; the budget of ${(0,duration/* formatSpan */.QA)(budget)} was used up after ${(0,duration/* formatDuration */.a3)(used)}`;
            const result = skipped(turn, 'left', reason, now);
            const finding = leftFinding(result, isLate(turn.standing, now));
            (0,commands_context/* tell */.q)(context, finding, job);
            if (finding.severity !== 'info')
                done.warnings.push(finding);
            left.push(result);
            continue;
        }
        const found = await verifySubject({ ...context, onlyDestinations: [destination] }, job, {
            ...options,
            depth,
        });
        done.results.push(...found.results);
        done.errors.push(...found.errors);
        done.warnings.push(...found.warnings);
    }
    const wait = early.map((turn) => skipped(turn, 'not-due', `${lastText(turn, now)}, wanted every ${(0,duration/* formatSpan */.QA)(turn.standing.every ?? 0)}`, now));
    const results = [...done.results, ...left, ...wait];
    const all = [...done.errors, ...verdictErrors(done.results)];
    return { results, warnings: done.warnings, errors: all, exitCode: (0,outcome/* exitOf */.sX)(all, results.length) };
}

;// CONCATENATED MODULE: ./build/commands/verify.js




/**
 * `holdfast verify [what…]`: jobs or ids; exits 5 when a backup is not what it should be. With `due` only what has not
 * been proven for as long as its job allows, see {@link verifyDue}.
 */
async function verify(context, what, options) {
    if (options.due)
        return verifyDue(context, what, options);
    const findings = [];
    const subjects = what.length === 0 ? await (0,repository_select/* knownJobs */.y)(context) : what;
    for (const subject of subjects) {
        findings.push(await verifySubject(context, subject, options));
        if (context.signal.aborted)
            break;
    }
    const results = findings.flatMap((each) => each.results);
    const errors = [...findings.flatMap((each) => each.errors), ...verdictErrors(results)];
    const warnings = findings.flatMap((each) => each.warnings);
    return { results, warnings, errors, exitCode: (0,outcome/* exitOf */.sX)(errors, results.length) };
}
/** `holdfast drill [what…]`. */
function verify_drill(context, what, options) {
    return verify(context, what, { ...options, depth: 'restore' });
}


/***/ })

};
