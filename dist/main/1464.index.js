export const id = 1464;
export const ids = [1464];
export const modules = {

/***/ 48862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XR: () => (/* binding */ deleteObject),
/* harmony export */   de: () => (/* binding */ deleteRunObjects),
/* harmony export */   i7: () => (/* binding */ isHeld),
/* harmony export */   mu: () => (/* binding */ deleteBackup)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34557);
/* harmony import */ var _garbage_runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99854);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98430);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49227);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79874);






const atOnce = 16;
/**
 * Deletes a backup: its manifest, so that nobody lists it any more, then wraps, data and state. What dies in between
 * leaves garbage for the next cleanup, never a listed backup without data. A backup whose manifest is locked is left
 * whole. Errors: `held` for one under a hold, `store-lied` for a manifest that does not go, what `assertHeld` throws,
 * and the store's.
 */
async function deleteBackup(store, job, id, options) {
    if (await isHeld(store, { job, id }))
        throw heldError(store, job, id);
    const manifest = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .findObject */ .Z)(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKey */ .Rn)(job, id));
    const lock = manifest && (await lockOrDelete(store, manifest, options));
    if (lock)
        return { objects: 0, bytes: 0, locked: 1, ...(lock.until && { lockedUntil: lock.until }) };
    await expectGone(store, { job, id }, options.signal);
    const rest = await deleteRunObjects(store, { job, id }, options);
    const own = { objects: manifest ? 1 : 0, bytes: manifest?.bytes ?? 0 };
    return { ...rest, objects: rest.objects + own.objects, bytes: rest.bytes + own.bytes };
}
/** A listing may come back short and a deletion do nothing: data must not go while the manifest can still be read. */
async function expectGone(store, { job, id }, signal) {
    const key = (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKey */ .Rn)(job, id);
    if (!(await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfPresent */ .Zu)(store, key, 2 * _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestLimit */ .t7, signal)))
        return;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('store-lied', `${store.name} still has ${key}, which was deleted`, {
        hint: 'Nothing else of this backup was deleted. Run `holdfast doctor` against this destination.',
        context: { key, destination: store.name },
    });
}
/** Deletes what a run has besides its manifest: wraps first, then what lies outside, data, state; several at once, memory flat. */
async function deleteRunObjects(store, name, options) {
    const sum = { objects: 0, bytes: 0, locked: 0 };
    let lockedUntil;
    // What lies outside goes before its claims in `data/`, so that a deletion that dies in between finds it again.
    const [wraps, ...rest] = (0,_garbage_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsOfRun */ .d)(store, name);
    for (const listing of [wraps ?? [], options.outside ?? [], ...rest]) {
        await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__/* .forEachBounded */ .a)(listing, atOnce, async (object) => {
            const lock = await lockOrDelete(store, object, options);
            if (lock) {
                sum.locked += 1;
                lockedUntil = later(lockedUntil, lock.until);
                return;
            }
            sum.objects += 1;
            sum.bytes += object.bytes;
        });
    }
    return { ...sum, ...(lockedUntil && { lockedUntil }) };
}
/** Deletes an object, or says that the store locks it, and until when where this role may see that. */
async function lockOrDelete(store, object, options) {
    const { retainUntil } = object;
    if (retainUntil !== undefined && retainUntil > options.now)
        return { until: retainUntil };
    try {
        await deleteObject(store, object, options);
        return undefined;
    }
    catch (error) {
        if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'held'))
            throw error;
        // A listing does not show locks, and a look at the object may not be allowed.
        const seen = await store.stat(object.key).catch(() => undefined);
        return { ...(seen?.retainUntil && { until: seen.retainUntil }) };
    }
}
function later(a, b) {
    return a === undefined || (b !== undefined && b > a) ? b : a;
}
/** Deletes exactly the version that was listed. */
async function deleteObject(store, object, { signal, assertHeld, onDeleted }) {
    signal.throwIfAborted();
    assertHeld();
    await store.delete(object.key, object.versionId === undefined ? {} : { versionId: object.versionId });
    onDeleted?.(object);
}
/** Whether the backup is under a hold at this store; asks by listing, so that what is unreadable holds too. */
async function isHeld(store, { job, id }) {
    return (await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .findObject */ .Z)(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .holdKey */ .Zd)(job, id))) !== undefined;
}
function heldError(store, job, id) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('held', `backup ${id} of ${job} is held`, {
        hint: `Run \`holdfast release ${id}\` first if it may go.`,
        context: { job, id, destination: store.name },
    });
}


/***/ }),

/***/ 47167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N8: () => (/* binding */ recentLogs),
/* harmony export */   Vw: () => (/* binding */ writeDrillLog),
/* harmony export */   fs: () => (/* binding */ writeAudit),
/* harmony export */   jD: () => (/* binding */ writeVerifyLog),
/* harmony export */   lg: () => (/* binding */ writeRunLog),
/* harmony export */   w3: () => (/* binding */ readRunLog)
/* harmony export */ });
/* unused harmony export recentRunLogs */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64377);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68970);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98430);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79874);
/* harmony import */ var _parse_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60864);








const largest = 4 * 1024 * 1024;
const schema = zod__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H3({
    format: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz(1),
    command: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    job: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$(),
});
/** JSON whose every text is masked: a tool's message may hold what a log must not. */
function maskedBytes(value) {
    const masked = (_, field) => (typeof field === 'string' ? (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(field) : field);
    return Buffer.from(`${JSON.stringify(value, masked)}\n`);
}
async function write(store, key, value, signal) {
    if (await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_5__/* .createObject */ .ed)(store, key, maskedBytes(value), signal))
        return key;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('commit-conflict', `there is a log ${key} already`, {
        hint: 'Two runs used the same id or the same millisecond; the log that is there was kept.',
        context: { key, destination: store.name },
    });
}
/** Writes the log of a run under its id, once; masks secrets. Errors: `commit-conflict`. */
function writeRunLog(store, log, signal) {
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .runLogKey */ .R7)(log.job, log.id), log, signal);
}
/** Writes the log of a drill of the backup `id`; masks secrets. Errors: `commit-conflict`. */
function writeDrillLog(store, log, signal) {
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .drillLogKey */ .X8)(log.job, log.id, (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .preciseTime */ .PO)(new Date(log.finishedAt))), log, signal);
}
/** Writes the log of a verification whose newest backup is `id`; masks secrets. Errors: `commit-conflict`. */
function writeVerifyLog(store, log, signal) {
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .verifyLogKey */ .bz)(log.job, log.id, (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .preciseTime */ .PO)(new Date(log.finishedAt))), log, signal);
}
/** Writes an audit under `logs/_cleanup/`. Errors: `commit-conflict`. */
function writeAudit(store, audit, signal) {
    const value = { format: 1, ...audit, time: audit.time.toISOString() };
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .auditKey */ .X_)((0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .preciseTime */ .PO)(audit.time)), value, signal);
}
/** Errors: `object-damaged`; undefined for a log that is not there. */
async function readRunLog(store, key, signal) {
    const naming = { code: 'object-damaged', what: 'the log', key };
    const stored = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_5__/* .readIfPresent */ .Zu)(store, key, largest, signal);
    return stored && (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .checkShape */ .eA)(schema, (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(stored, naming), naming);
}
const kinds = ['run', 'drill', 'verify'];
/** Keys of a job's newest logs of each kind, newest first, by one listing. */
async function newestKeys(store, job, newest) {
    const found = { run: [], drill: [], verify: [] };
    for await (const { key } of store.list((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .branchPrefix */ .$j)('logs', job))) {
        const name = (0,_parse_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .parseLogKey */ .rv)(key);
        if (!name)
            continue;
        const own = found[name.drill ? 'drill' : name.verify ? 'verify' : 'run'];
        own.push({ key, order: (name.drill ?? name.verify)?.toISOString() ?? name.id });
        if (own.length >= 2 * newest + 1000)
            keepNewest(own, newest);
    }
    for (const kind of kinds)
        keepNewest(found[kind], newest);
    return found;
}
async function readLogs(store, keys, signal) {
    const logs = [];
    for (const { key } of keys) {
        try {
            const log = await readRunLog(store, key, signal);
            if (log)
                logs.push(log);
        }
        catch (error) {
            if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .u)(error, 'object-damaged'))
                throw error;
        }
    }
    return logs;
}
/** A job's newest logs of runs, or of one other kind, newest first; damaged ones are left out. */
async function recentRunLogs(store, job, { newest, signal, kind = 'run' }) {
    return readLogs(store, (await newestKeys(store, job, newest))[kind], signal);
}
/** A job's newest logs of every kind together, by when they began; damaged ones are left out. */
async function recentLogs(store, job, { newest, signal }) {
    const keys = await newestKeys(store, job, newest);
    const logs = await Promise.all(kinds.map((kind) => readLogs(store, keys[kind], signal)));
    return logs
        .flat()
        .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
        .slice(0, newest);
}
function keepNewest(keys, count) {
    keys.sort((a, b) => (a.order < b.order ? 1 : a.order > b.order ? -1 : 0));
    keys.length = Math.min(keys.length, count);
}


/***/ }),

/***/ 68515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ createSpared)
/* harmony export */ });
/* harmony import */ var _repository_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23567);

/**
 * Spares what any other backup of the destination names, of whatever job. The manifests are read once, when first
 * asked. While one of them is damaged all is spared: nobody knows what it names.
 */
function createSpared(context, destination) {
    let reading;
    async function read() {
        const { points, damaged } = await (0,_repository_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .readEntries */ .$)(context, destination, undefined);
        if (damaged.length > 0)
            return undefined;
        const named = points.flatMap(({ job, id, outside }) => outside.map((key) => ({ key, of: `${job}/${id}` })));
        return new Map([...Map.groupBy(named, ({ key }) => key)].map(([key, all]) => [key, all.map(({ of }) => of)]));
    }
    return async (key, { job, id }) => {
        reading ??= read();
        const named = await reading;
        if (named === undefined)
            return true;
        // A checksum belongs to the object that it lies beside.
        const owners = [key, key.replace(/\.sha256$/, '')].flatMap((each) => named.get(each) ?? []);
        return owners.some((owner) => owner !== `${job}/${id}`);
    };
}


/***/ }),

/***/ 61257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ passesOn),
/* harmony export */   h: () => (/* binding */ rulesAt)
/* harmony export */ });
/* harmony import */ var _retention_floors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54294);

/** The rules of a job at one of its destinations: its own there, else those of the job. */
function rulesAt({ to, retention }, destination) {
    return to.find(({ name }) => name === destination)?.retention ?? retention;
}
/**
 * Whether a destination only passes backups on: `keep-last: 0` there, and another one of the job keeps. Nothing is wrong
 * where it holds nothing, or gets nothing of an increment whose parent it has let go.
 */
function passesOn(job, destination) {
    return ((0,_retention_floors_js__WEBPACK_IMPORTED_MODULE_0__/* .isPassing */ .W)(rulesAt(job, destination)) &&
        job.to.some(({ name }) => name !== destination && !(0,_retention_floors_js__WEBPACK_IMPORTED_MODULE_0__/* .isPassing */ .W)(rulesAt(job, name))));
}


/***/ }),

/***/ 29798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ selectJobs),
/* harmony export */   y: () => (/* binding */ knownJobs)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29780);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23567);



/** The jobs named, or all of the configuration. Errors: `job-unknown` with the nearest name, `usage` where there is none. */
function selectJobs(context, names) {
    const { config } = context;
    if (names.length === 0 && config.jobNames.length === 0) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', 'there is no job', {
            hint: 'This command goes by the rules of jobs: name their configuration with --config.',
        });
    }
    if (names.length === 0)
        return config.jobNames;
    for (const name of names)
        config.job(name);
    return [...new Set(names)];
}
/** The jobs of the configuration; where it has none, those that the destinations hold backups of. */
async function knownJobs(context) {
    const { config } = context;
    if (config.jobNames.length > 0)
        return config.jobNames;
    const jobs = new Set();
    for (const name of (0,_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .chosenDestinations */ .Cf)(context, config.destinationNames)) {
        const { points } = await (0,_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .readEntries */ .$)(context, await (0,_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .openDestination */ .xB)(context, name), undefined);
        for (const { job } of points)
            jobs.add(job);
    }
    return [...jobs].sort();
}


/***/ }),

/***/ 31662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  testJobs: () => (/* binding */ testJobs)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(10216);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/commands/test-job/remember.js


/** The tag of backups that a test made. */
const testTag = 'test';
function fileOf({ stateDirectory }, job) {
    return (0,external_node_path_.join)(stateDirectory, 'tests', `${job}.json`);
}
/** Keeps in mind that a test of a job began, so that the next one can tidy up after it was killed. */
async function rememberTest(context, job, since) {
    const file = fileOf(context, job);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)(file, JSON.stringify({ since: since.toISOString() }), { mode: 0o600 });
}
/** When a test began that never ended on this host; undefined where there is none. */
async function unfinishedTest(context, job) {
    try {
        const { since } = JSON.parse(await (0,promises_.readFile)(fileOf(context, job), 'utf8'));
        const date = new Date(since ?? '');
        return Number.isNaN(date.getTime()) ? undefined : date;
    }
    catch {
        return undefined;
    }
}
async function forgetTest(context, job) {
    await (0,promises_.rm)(fileOf(context, job), { force: true });
}

// EXTERNAL MODULE: ./build/report/bytes.js
var report_bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/commands/backup/job.js + 52 modules
var backup_job = __webpack_require__(693);
// EXTERNAL MODULE: ./build/commands/backup/log-files.js
var log_files = __webpack_require__(34098);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/verify/contents.js
var contents = __webpack_require__(82375);
// EXTERNAL MODULE: ./build/commands/verify/drill.js + 10 modules
var drill = __webpack_require__(25467);
// EXTERNAL MODULE: ./build/commands/verify/failure.js
var verify_failure = __webpack_require__(93495);
// EXTERNAL MODULE: ./build/commands/verify/stored.js + 4 modules
var stored = __webpack_require__(44027);
;// CONCATENATED MODULE: ./build/commands/test-job/steps.js














/** Runs one step; what it throws is its failure. Returns undefined then. */
async function attempt({ clock }, { steps, errors }, name, work) {
    const started = clock.monotonic();
    const seconds = () => (clock.monotonic() - started) / 1000;
    try {
        const { detail, failure, value } = await work();
        if (failure)
            errors.push(failure);
        steps.push({ name, result: failure ? 'failed' : 'passed', seconds: seconds(), detail });
        return failure ? undefined : value;
    }
    catch (thrown) {
        const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
        errors.push(error);
        steps.push({ name, result: 'failed', seconds: seconds(), detail: error.message });
        return undefined;
    }
}
function judged(result, detail) {
    const failure = (0,verify_failure/* verdictError */.a)(result);
    return { detail, value: result, ...(failure && { failure }) };
}
/** Another run holds the job, and `--on-busy skip` lets it: still no test that passed. */
const nothingTested = (job) => new errors_error/* HoldfastError */.E('busy', `nothing of ${job} was tested: another run holds it`, {
    hint: 'Test it when that run has ended, or with --on-busy wait.',
    context: { job },
});
/** A real backup of the job, full, tagged `test`; nobody is told of it. Undefined where there is none. */
function backUp(context, testing, job, onBusy) {
    return attempt(context, testing, 'backup', async () => {
        const logFiles = (0,log_files/* createLogFiles */.G)();
        try {
            const { result, errors } = await (0,backup_job/* backupJob */.e)(context, job, {
                due: false,
                force: true,
                level: 0,
                tags: [testTag],
                acceptSize: true,
                dryRun: false,
                onBusy,
                throwaway: true,
                logFiles,
                bell: { hears: () => false, start: () => undefined },
            });
            testing.errors.push(...errors);
            const { id, sourceBytes = 0, storedBytes = 0, destinations = [] } = result;
            if (id === undefined)
                throw nothingTested(job);
            const done = destinations.flatMap(({ name, status }) => (status === 'success' ? name : []));
            const detail = `${(0,report_bytes/* formatBytes */.z3)(sourceBytes)} read, ${(0,report_bytes/* formatBytes */.z3)(storedBytes)} stored at ${done.join(', ')}`;
            return { detail, value: { id, destinations: done } };
        }
        finally {
            logFiles.close();
        }
    });
}
/** Every object read back from one destination and compared with its hash. */
function readBack(context, testing, job, id, name) {
    return attempt(context, testing, `read back from ${name}`, async () => {
        const destination = await (0,repository_destination/* openDestination */.xB)(context, name);
        const { points } = await (0,entries/* readEntries */.$)(context, destination, job, { proofs: false });
        const entry = points.find((point) => point.id === id);
        if (entry === undefined)
            throw new Error(`${id} is not listed at ${name}`);
        const opening = entry.encrypted ? await (0,identities/* openers */.$o)(context) : undefined;
        const result = await (0,stored/* verifyObjects */.K)(context, destination, entry, 'checksum', undefined, opening);
        const objects = result.checks.find((check) => check.name === 'objects')?.found ?? '';
        return judged(result, `${objects}, ${(0,report_bytes/* formatBytes */.z3)(result.fetchedBytes)} fetched`);
    });
}
/** Decrypted, unpacked, and compared with what was read from the source. */
function readContents(context, testing, id) {
    return attempt(context, testing, 'contents', async () => {
        const result = await (0,contents/* verifyContents */.W)(context, await (0,find/* findBackup */.S)(context, id));
        return judged(result, `${result.checks.length} checks, ${(0,report_bytes/* formatBytes */.z3)(result.fetchedBytes)} fetched`);
    });
}
/** Restored into a throwaway place, with the job's own checks. */
function restoreOnce(context, testing, id) {
    return attempt(context, testing, 'restore', async () => {
        const result = await (0,drill/* drillBackup */.E)(context, await (0,find/* findBackup */.S)(context, id, { mode: 'write' }), {
            wholeJob: false,
        });
        const failed = result.checks.filter((check) => check.result !== 'passed').map(({ name }) => name);
        const bytes = (0,report_bytes/* formatBytes */.z3)(result.restoredBytes ?? 0);
        return judged(result, failed.length > 0 ? `not passed: ${failed.join(', ')}` : `${bytes} back from ${result.destination}`);
    });
}

// EXTERNAL MODULE: ./build/catalog/chains.js
var chains = __webpack_require__(62844);
// EXTERNAL MODULE: ./build/catalog/garbage-deletion.js
var garbage_deletion = __webpack_require__(48862);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/outside.js
var catalog_outside = __webpack_require__(93571);
// EXTERNAL MODULE: ./build/commands/cleanup/spared.js
var spared = __webpack_require__(68515);
// EXTERNAL MODULE: ./build/commands/repository/lease.js
var lease = __webpack_require__(59226);
// EXTERNAL MODULE: ./build/commands/repository/lease-store.js
var lease_store = __webpack_require__(49030);
;// CONCATENATED MODULE: ./build/commands/test-job/tidy.js













function left(entry, destination, why) {
    return new errors_error/* HoldfastError */.E('destination-failed', `the test backup ${entry.id} stays at ${destination}: ${why}`, {
        hint: 'Remove it with a role that may delete: it is tagged test, and counts as a backup until then.',
        context: { job: entry.job, id: entry.id, destination },
    });
}
async function removeOne(context, destination, entry, assertHeld) {
    const { store } = destination;
    const { job, id } = entry;
    const deletion = { now: context.clock.now(), signal: context.signal, assertHeld };
    const outside = await (0,catalog_outside/* namedObjects */.SV)(store, { job, id }, entry.outside, (0,spared/* createSpared */.W)(context, destination));
    const { locked } = await (0,garbage_deletion/* deleteBackup */.mu)(store, job, id, { ...deletion, outside });
    if (locked > 0)
        throw left(entry, destination.name, 'the store locks it');
    // A log without a manifest would look like a run that failed, a proof like one of a backup that is gone.
    for (const branch of ['logs', 'proofs']) {
        for await (const object of store.list(`${(0,keys/* branchPrefix */.$j)(branch, job)}${id}`)) {
            await (0,garbage_deletion/* deleteObject */.XR)(store, object, deletion);
        }
    }
}
async function tidyAt(context, job, name, since) {
    const destination = await (0,repository_destination/* openDestination */.xB)(context, name, 'write');
    const leases = (await (0,lease/* leaseJob */.Yf)(context, job, await (0,lease_store/* leaseStores */.J)(context, [destination]), 'wait')) ?? [];
    const held = { ...context, signal: (0,lease/* whileHeld */.tE)(context.signal, leases) };
    const removed = [];
    const errors = [];
    try {
        const { points } = await (0,entries/* readEntries */.$)(held, destination, job, { proofs: false });
        for (const entry of points) {
            if (!entry.tags.includes(testTag) || entry.createdAt < since)
                continue;
            if ((0,chains/* descendantsOf */.gO)(entry.id, points).length > 0) {
                errors.push(left(entry, name, 'another backup builds on it'));
                continue;
            }
            await removeOne(held, destination, entry, () => {
                for (const lease of leases)
                    lease.assertHeld();
            });
            removed.push(entry.id);
        }
    }
    finally {
        await (0,lease/* releaseAll */.Th)(leases);
    }
    return { removed, errors };
}
/** Removes the backups of a test that began at `since` from every destination: what could not go is an error each. */
async function tidyUp(context, job, since) {
    const removed = new Set();
    const errors = [];
    for (const name of (0,find/* destinationsOf */.N)(context, job)) {
        try {
            const at = await tidyAt(context, job, name, since);
            for (const id of at.removed)
                removed.add(id);
            errors.push(...at.errors);
        }
        catch (error) {
            if (!(0,errors_error/* hasCode */.u)(error, 'repository-missing'))
                errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    return { removed: [...removed], errors };
}

;// CONCATENATED MODULE: ./build/commands/test-job.js







/** Milliseconds for tidying up after an interruption; a runner kills soon after. */
const lastMoments = 5_000;
/** Takes the test's own backup away again, also when the run itself was interrupted. */
async function tidy(plain, testing, job, since) {
    const context = plain.signal.aborted ? { ...plain, signal: AbortSignal.timeout(lastMoments) } : plain;
    await attempt(context, testing, 'tidy up', async () => {
        const { removed, errors } = await tidyUp(context, job, since);
        const [failure, ...more] = errors;
        testing.errors.push(...more);
        if (failure === undefined)
            await forgetTest(context, job);
        const detail = failure?.message ?? (removed.length === 0 ? 'nothing to remove' : `${removed.join(', ')} removed`);
        return { detail, value: removed, ...(failure && { failure }) };
    });
}
async function testOne(context, job, onBusy) {
    const testing = { steps: [], errors: [] };
    const started = context.clock.monotonic();
    const earlier = await unfinishedTest(context, job);
    const since = context.clock.now();
    await rememberTest(context, job, earlier ?? since);
    let id;
    try {
        const made = await backUp(context, testing, job, onBusy);
        id = made?.id;
        for (const name of made?.destinations ?? []) {
            if (!context.signal.aborted)
                await readBack(context, testing, job, made?.id ?? '', name);
        }
        if (id !== undefined && !context.signal.aborted)
            await readContents(context, testing, id);
        if (id !== undefined && !context.signal.aborted)
            await restoreOnce(context, testing, id);
    }
    finally {
        const wasBusy = id === undefined && testing.errors.some((error) => (0,errors_error/* hasCode */.u)(error, 'busy'));
        // To tidy up would wait for the other run, and there is nothing.
        if (wasBusy && earlier === undefined)
            await forgetTest(context, job);
        else
            await tidy(context, testing, job, earlier ?? since);
    }
    const interrupted = context.signal.aborted ? [(0,outcome/* asHoldfastError */.Cs)(context.signal.reason)] : testing.errors;
    const errors = interrupted.map((error) => (0,outcome/* errorOfJob */.Dm)(error, job));
    return {
        job,
        ...(id !== undefined && { id }),
        result: errors.length === 0 ? 'passed' : 'failed',
        seconds: (context.clock.monotonic() - started) / 1000,
        steps: testing.steps,
        errors,
    };
}
/**
 * `holdfast test JOB…`: a real backup tagged `test`, read back whole from each destination, decrypted and compared,
 * restored into a throwaway place, and removed again. Exits 5 where it does not restore, else with the status of what
 * failed. Errors before anything is made: `identity-missing`.
 */
async function testJobs(context, names, { onBusy }) {
    const jobs = (0,repository_select/* selectJobs */.h)(context, names);
    context.config.prepare({
        jobs,
        ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
        parts: [
            'source',
            'destinations',
            'encryption',
            'state-identity',
            'signing-key',
            'trust',
            'hooks',
            'verify',
        ],
    });
    if (!context.config.encryption().none)
        await (0,identities/* openers */.$o)(context);
    const results = [];
    const errors = [];
    for (const job of jobs) {
        const { errors: own, ...result } = await testOne(context, job, onBusy);
        results.push(result);
        errors.push(...own);
        if (context.signal.aborted)
            break;
    }
    const passed = results.filter(({ result }) => result === 'passed').length;
    return { results, warnings: [], errors, exitCode: (0,outcome/* exitOf */.sX)(errors, passed) };
}


/***/ }),

/***/ 69673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ createRunLog),
/* harmony export */   Q: () => (/* binding */ logLineOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20140);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58747);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74628);
/* harmony import */ var _status_word_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87314);







function rotate(file, keep) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).size === 0)
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(keep > 1 ? `${file}.${keep - 1}` : file, { force: true });
    for (let number = keep - 2; number >= 0; number -= 1) {
        const from = number === 0 ? file : `${file}.${number}`;
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(from))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(from, `${file}.${number + 1}`);
    }
}
function open(file, keep) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
        rotate(file, keep);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'a', 0o600);
    }
    catch (cause) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('target-unwritable', `cannot write the log file ${file}`, {
            hint: 'Set `log.file` of the job to a path that this user may write, or remove it.',
            context: { path: file },
            cause,
        });
    }
}
const levels = { ok: 'INFO', info: 'INFO', warning: 'WARNING', error: 'ERROR' };
/** An event as a line of a log; undefined for one that is no line. */
function logLineOf(event) {
    switch (event.type) {
        case 'job-started':
            return [
                'INFO',
                `${event.job}: ${event.command} started${event.id === undefined ? '' : `, ${event.id}`}`,
            ];
        case 'step':
            return ['INFO', event.job === undefined ? event.message : `${event.job}: ${event.message}`];
        case 'progress':
            if (!event.done)
                return undefined;
            return ['INFO', `${event.job}: ${event.phase} ${event.stream}: ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_6__/* .formatBytes */ .z3)(event.bytes)}`];
        case 'finding': {
            const { severity, code, message, hint, names = [] } = event.finding;
            const subject = event.job === undefined ? '' : `${event.job}: `;
            const tail = [...(names.length > 0 ? [names.join(', ')] : []), ...(hint === undefined ? [] : [hint])];
            return [levels[severity], [`${subject}${message} [${code}]`, ...tail].join('; ')];
        }
        case 'job-finished':
            return [
                (0,_status_word_js__WEBPACK_IMPORTED_MODULE_5__/* .isGood */ .Kg)(event.status) ? 'INFO' : 'ERROR',
                `${event.job}: ${event.command} ${event.status} in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(event.seconds * 1000)}`,
            ];
    }
}
/**
 * The log file of `log: {file, keep}`: one line an event, `time - level - message`, the time ISO 8601 in UTC. A file
 * of an earlier run is moved to `file.1`, `file.2`, … first. Made with mode 0600, secrets masked, one line each.
 *
 * @throws HoldfastError `target-unwritable`
 */
function createRunLog({ file, keep, clock, onTrouble }) {
    let descriptor = open(file, Math.max(1, Math.floor(keep)));
    const write = (level, message) => {
        if (descriptor === undefined)
            return;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, `${clock.now().toISOString()} - ${level} - ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(message)}\n`);
        }
        catch (error) {
            close();
            onTrouble?.({
                severity: 'warning',
                code: 'target-unwritable',
                message: `the log file ends early: ${error instanceof Error ? error.message : String(error)}`,
                hint: `Make room for ${file}, or set \`log.file\` to another disk.`,
            });
        }
    };
    const close = () => {
        if (descriptor === undefined)
            return;
        const open = descriptor;
        descriptor = undefined;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(open);
    };
    return {
        write,
        close,
        on(event) {
            const line = logLineOf(event);
            if (line)
                write(...line);
        },
    };
}


/***/ }),

/***/ 75707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ chainStates),
/* harmony export */   Gw: () => (/* binding */ ancestorsOf),
/* harmony export */   fv: () => (/* binding */ deletionOrder)
/* harmony export */ });
function ownState(point, points) {
    if (point.parent === null) {
        return point.level === 0 ? { base: point.id } : { broken: 'its parent is not named' };
    }
    const parent = points.get(point.parent);
    if (!parent)
        return { broken: `${point.parent} is missing` };
    if (parent.level >= point.level)
        return { broken: `${parent.id} is not of a lower level` };
    return undefined;
}
/**
 * The chain of every point. A point is whole when each ancestor is there, valid, and of a lower level than its child,
 * down to a level 0. Levels fall with every step, so that no chain is a circle or deeper than its level.
 */
function chainStates(points) {
    const states = new Map();
    const visit = (point) => {
        const known = states.get(point.id);
        if (known)
            return known;
        const state = ownState(point, points) ?? inherited(point);
        states.set(point.id, state);
        return state;
    };
    const inherited = (point) => {
        const parent = points.get(point.parent ?? '');
        const below = visit(parent);
        if (below.broken !== undefined)
            return below;
        return parent.valid ? below : { broken: `${parent.id} is incomplete` };
    };
    for (const point of points.values())
        visit(point);
    return states;
}
/** The ids of all ancestors that are there, nearest first. */
function ancestorsOf(point, points) {
    const ancestors = [];
    let at = point;
    while (at.parent !== null) {
        const parent = points.get(at.parent);
        if (!parent || ancestors.includes(parent.id) || parent.id === point.id)
            break;
        ancestors.push(parent.id);
        at = parent;
    }
    return ancestors;
}
/**
 * The ids to delete in an order that is safe to be interrupted: children before their parents, and oldest first
 * where chains do not say otherwise.
 */
function deletionOrder(ids, points) {
    const byId = new Map(points.map((point) => [point.id, point]));
    const depth = (id) => {
        const point = byId.get(id);
        return point ? ancestorsOf(point, byId).length : 0;
    };
    const depths = new Map(ids.map((id) => [id, depth(id)]));
    return [...ids].sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0) || (a < b ? -1 : a > b ? 1 : 0));
}


/***/ }),

/***/ 54294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isPassing),
/* harmony export */   t: () => (/* binding */ floorsOf)
/* harmony export */ });
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4763);

/**
 * True where the other destinations carry the floors: `keep-last: 0` and no other rule that counts means "gone once
 * the others have acknowledged it".
 */
function isPassing(rules) {
    if (rules?.keepLast !== 0)
        return false;
    const { keepHourly, keepDaily, keepWeekly, keepMonthly, keepYearly, keepWithin } = rules;
    return ![keepHourly, keepDaily, keepWeekly, keepMonthly, keepYearly, keepWithin].some(Boolean);
}
/** All points of two surveys, each id once and proven where either copy is, newest first. */
function union(here, elsewhere) {
    const all = new Map(elsewhere.map((point) => [point.id, point]));
    for (const point of here) {
        const other = all.get(point.id);
        all.set(point.id, other?.proven ? other : point);
    }
    return [...all.values()].sort(_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .l);
}
function chosen(reasons) {
    return ({ id }) => {
        const reason = reasons.get(id);
        return reason === undefined ? undefined : { keep: true, reason };
    };
}
function minimumFloor(rules, here, backing) {
    const reasons = new Map();
    const bases = new Set();
    const held = new Set(backing.counted.map(({ id }) => id));
    for (const point of union(here.counted, backing.counted)) {
        if (bases.size >= rules.minimum)
            break;
        const base = (here.chains.get(point.id) ?? backing.chains.get(point.id))?.base ?? point.id;
        if (bases.has(base))
            continue;
        bases.add(base);
        const rank = `minimum ${bases.size} of ${rules.minimum}`;
        if (!held.has(point.id))
            reasons.set(point.id, bases.size === 1 ? `newest, ${rank}` : rank);
    }
    return chosen(reasons);
}
/** Even where no proof is demanded the newest proven point stays: newer unproven ones cannot push it out. */
function provenFloor(rules, here, backing) {
    const reasons = new Map();
    const provenThere = new Set(backing.counted.filter(({ proven }) => proven).map(({ id }) => id));
    const proven = union(here.counted, backing.counted).filter((point) => point.proven);
    const { requireProofs } = rules;
    for (const [index, { id }] of proven.slice(0, Math.max(1, requireProofs)).entries()) {
        if (provenThere.has(id))
            continue;
        reasons.set(id, requireProofs > 0 ? `proven ${index + 1} of ${requireProofs}` : 'newest proven');
    }
    return chosen(reasons);
}
/**
 * `minimum` and `require-proofs`. `elsewhere` are the other destinations' survivors: their proofs count before
 * anything may go; they take over the floors themselves only where this destination is a passing one, so that no
 * two destinations rely on each other.
 */
function floorsOf(rules, here, elsewhere, backing) {
    const judges = [minimumFloor(rules, here, backing), provenFloor(rules, here, backing)];
    const proven = union(here.counted, elsewhere.counted).filter((point) => point.proven).length;
    if (proven >= rules.requireProofs)
        return { judges };
    const count = proven === 0 ? 'no proven restore yet' : `${proven} of ${rules.requireProofs} proven restores`;
    return { judges, frozen: count };
}


/***/ }),

/***/ 4763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ survey),
/* harmony export */   l: () => (/* binding */ newestFirst)
/* harmony export */ });
/* harmony import */ var _chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75707);

const skew = 3_600_000;
/** Newest first; the id decides between equal times, so that a plan never depends on the order of a listing. */
function newestFirst(a, b) {
    return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}
function survey(points, storeNow) {
    const byId = new Map(points.map((point) => [point.id, point]));
    const chains = (0,_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .chainStates */ .Av)(byId);
    const limit = storeNow.getTime() + skew;
    // Written so that an unreadable date (NaN) counts as future too: kept, and trusted with nothing.
    const isFuture = (point) => !(point.createdAt.getTime() <= limit);
    const rank = (point) => (Number.isNaN(point.createdAt.getTime()) ? 0 : 1);
    const sorted = [...byId.values()].sort((a, b) => rank(a) - rank(b) || newestFirst(a, b) || 0);
    const whole = (point) => chains.get(point.id)?.broken === undefined;
    const counted = sorted.filter((point) => point.valid && whole(point) && !isFuture(point));
    return { byId, chains, points: sorted, counted, isFuture };
}


/***/ })

};
