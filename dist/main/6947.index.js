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
// EXTERNAL MODULE: ./build/commands/cleanup.js + 11 modules
var cleanup = __webpack_require__(47192);
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
// EXTERNAL MODULE: ./build/commands/list.js + 1 modules
var list = __webpack_require__(24856);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/restore.js + 15 modules
var restore = __webpack_require__(63844);
// EXTERNAL MODULE: ./build/commands/verify.js + 1 modules
var verify = __webpack_require__(48111);
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
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33967);






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

/***/ 24856:
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
        const pattern = (0,adopted/* adoptionPattern */.tw)(context, job);
        if (pattern === undefined)
            continue;
        const objects = await (0,adopted/* matchingObjects */.gQ)(store, pattern);
        results.push(...objects.map((object) => adoptedResult(job, object, name)));
    }
    return results;
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 6 modules
var entries = __webpack_require__(31533);
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
    return { results, warnings: [], errors, exitCode: (0,outcome/* exitOf */.sX)(errors, read) };
}


/***/ }),

/***/ 48111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drill: () => (/* binding */ verify_drill),
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/commands/announce/bell.js + 18 modules
var announce_bell = __webpack_require__(28832);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
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
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/commands/verify/contents.js
var contents = __webpack_require__(82375);
// EXTERNAL MODULE: ./build/commands/verify/drill.js + 10 modules
var drill = __webpack_require__(25467);
// EXTERNAL MODULE: ./build/commands/verify/failure.js
var failure = __webpack_require__(93495);
// EXTERNAL MODULE: ./build/commands/verify/stored.js + 4 modules
var stored = __webpack_require__(44027);
;// CONCATENATED MODULE: ./build/commands/verify.js










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
        ? await (0,contents/* verifyContents */.W)(context, await (0,find/* findBackup */.S)(context, what, { ...(options.at && { at: options.at }) }))
        : await (0,drill/* drillBackup */.E)(context, await findToDrill(context, what, options.at, options.keep ? lastProven : leastProven), {
            scratch: options.scratch,
            ...(options.server && { server: options.server }),
            // A copy to work with is judged by itself, not by its age.
            wholeJob: (0,ids/* parseId */.Fg)(what) === undefined && options.at === undefined && options.keep === undefined,
            keep: options.keep,
        });
    findings.results.push(result);
}
/** What is not good, and drills that could not tell. */
function verdictErrors(results) {
    return results.flatMap((each) => {
        if (each.result === 'failed')
            return [(0,failure/* verificationFailure */.a)(each)];
        return each.result === 'inconclusive' && each.depth === 'restore' ? [(0,failure/* inconclusiveDrill */.M)(each)] : [];
    });
}
/** One job or backup, and those told who want to know. */
async function verifySubject(context, subject, options) {
    const findings = { results: [], errors: [], warnings: [] };
    const depth = options.depth ?? 'checksum';
    const bell = (0,announce_bell/* openBell */.O)(context, depth === 'restore' ? 'drill' : 'verify', (0,ids/* parseId */.Fg)(subject) ? undefined : subject);
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
/** `holdfast verify [what…]`: jobs or ids; exits 5 when a backup is not what it should be. */
async function verify(context, what, options) {
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
