export const id = 4317;
export const ids = [4317];
export const modules = {

/***/ 99854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ objectsOfRun),
/* harmony export */   v: () => (/* binding */ listRuns)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98430);
/* harmony import */ var _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60864);


const branches = [
    ['data', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDataKey */ .Jb],
    ['keys', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWrapKey */ .bE],
    ['state', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStateKey */ .SY],
    ['holds', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHoldKey */ .Wm],
];
/**
 * Every run that has objects under `data/`, `keys/` or `state/`, in the order of the keys. Four listings are read side
 * by side and one run is held at a time, so memory does not grow with their length. Keys that are not of the format
 * belong to no run.
 */
async function* listRuns(store, job) {
    const lists = branches.map(([branch, parse]) => partsOf(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPrefix */ .$j)(branch, job), parse));
    try {
        const heads = await Promise.all(lists.map(next));
        for (;;) {
            const [first] = heads.filter((head) => head !== undefined).sort((a, b) => compareRuns(a.name, b.name));
            if (!first)
                return;
            let run = { ...first.name, objects: 0, bytes: 0, newest: new Date(0), held: false };
            for (const [i, list] of lists.entries()) {
                for (let head = heads[i]; head && compareRuns(head.name, first.name) === 0; head = heads[i]) {
                    run = branches[i]?.[0] === 'holds' ? { ...run, held: true } : withObject(run, head.object);
                    heads[i] = await next(list);
                }
            }
            if (run.objects > 0)
                yield run;
        }
    }
    finally {
        for (const list of lists)
            await list.return();
    }
}
/** The objects of one run besides its manifest, in the order in which they are deleted: wraps, then data, then state. */
function objectsOfRun(store, { job, id }) {
    return [
        store.list(`${(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .wrapsPrefix */ .Ew)(job, id)}/`),
        store.list(`${(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .dataPrefix */ .BW)(job, id)}/`),
        listExactly(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .stateKey */ .bP)(job, id)),
    ];
}
async function* listExactly(store, key) {
    for await (const object of store.list(key)) {
        if (object.key === key)
            yield object;
    }
}
function withObject(run, object) {
    const newest = new Date(Math.max(run.newest.getTime(), object.modified.getTime()));
    return { ...run, objects: run.objects + 1, bytes: run.bytes + object.bytes, newest };
}
async function* partsOf(store, prefix, parse) {
    for await (const object of store.list(prefix)) {
        const name = parse(object.key);
        if (name)
            yield { name: { job: name.job, id: name.id }, object };
    }
}
async function next(list) {
    const { done, value } = await list.next();
    return done === true ? undefined : value;
}
/** The order of keys: in each of the branches a slash follows the job, and no id is the beginning of another. */
function compareRuns(a, b) {
    const [left, right] = [`${a.job}/${a.id}`, `${b.job}/${b.id}`];
    return left < right ? -1 : left > right ? 1 : 0;
}


/***/ }),

/***/ 47167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vw: () => (/* binding */ writeDrillLog),
/* harmony export */   _G: () => (/* binding */ recentRunLogs),
/* harmony export */   fs: () => (/* binding */ writeAudit),
/* harmony export */   lg: () => (/* binding */ writeRunLog),
/* harmony export */   w3: () => (/* binding */ readRunLog)
/* harmony export */ });
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
/** A job's newest logs, newest first; damaged ones are left out. */
async function recentRunLogs(store, job, options) {
    const keys = [];
    for await (const { key } of store.list((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .branchPrefix */ .$j)('logs', job))) {
        const name = (0,_parse_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .parseLogKey */ .rv)(key);
        if (!name || (name.drill !== undefined) !== (options.drills ?? false))
            continue;
        keys.push({ key, order: name.drill?.toISOString() ?? name.id });
        if (keys.length < 2 * options.newest + 1000)
            continue;
        keepNewest(keys, options.newest);
    }
    keepNewest(keys, options.newest);
    const logs = [];
    for (const { key } of keys) {
        try {
            const log = await readRunLog(store, key, options.signal);
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
function keepNewest(keys, count) {
    keys.sort((a, b) => (a.order < b.order ? 1 : a.order > b.order ? -1 : 0));
    keys.length = Math.min(keys.length, count);
}


/***/ }),

/***/ 91299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ stanzaTypes)
/* harmony export */ });
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72328);

/**
 * The types of the stanzas in the header of a binary age file (https://c2sp.org/age): `X25519`, `scrypt`, …, one for
 * each recipient, in order. Stanzas that other tools add as grease are left out. Empty for what is no age file.
 */
function stanzaTypes(file) {
    let length;
    try {
        length = (0,_header_js__WEBPACK_IMPORTED_MODULE_0__/* .headerLength */ .g)(file);
    }
    catch {
        return [];
    }
    const header = Buffer.from(file.subarray(0, length ?? 0)).toString('latin1');
    return header
        .split('\n')
        .flatMap((line) => /^-> (\S+)/.exec(line)?.[1] ?? [])
        .filter((type) => !type.endsWith('-grease'));
}


/***/ }),

/***/ 93495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ inconclusiveDrill),
/* harmony export */   a: () => (/* binding */ verificationFailure)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _freshness_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51062);


/** Names that a message has room for. */
const namesShown = 5;
/** The first check that failed, with its figures, and the names of the others. */
function reason(checks) {
    const failed = checks.filter(({ result }) => result === 'failed');
    const [first, ...others] = failed;
    if (first === undefined)
        return 'nothing was checked';
    const { name, expected, found } = first;
    const figures = [expected && `expected ${expected}`, found && `found ${found}`].filter(Boolean).join(', ');
    const names = [...new Set(others.map((check) => check.name))].filter((other) => other !== name);
    const rest = names.length > namesShown ? ` and ${names.length - namesShown} more` : '';
    const more = names.length > 0 ? `; failed too: ${names.slice(0, namesShown).join(', ')}${rest}` : '';
    return `${name} failed${figures ? `: ${figures}` : ''}${more}`;
}
/** Whether the place of the drill is to blame: its server did not start, or lacks an extension, and nothing was loaded. */
function blamesServer(checks) {
    const own = checks.filter(({ name }) => name !== _freshness_js__WEBPACK_IMPORTED_MODULE_1__/* .freshness */ .p);
    return (own.every(({ result }) => result !== 'passed') &&
        own.some(({ name }) => name === 'server' || name.startsWith('extension ')));
}
/** What to do about it. */
function hintOf({ damaged, checks }) {
    const failed = checks.filter(({ result }) => result === 'failed').map(({ name }) => name);
    if (damaged.length === 0 && failed.length > 0 && failed.every((name) => name === 'keys')) {
        return 'Nothing else is wrong with it. Give the identity or passphrase that it was made for; with it `holdfast rekey` lets the configured ones open it too.';
    }
    if (damaged.length === 0 && failed.length > 0 && failed.every((name) => name === _freshness_js__WEBPACK_IMPORTED_MODULE_1__/* .freshness */ .p)) {
        return 'The copy itself is good. Run `holdfast backup` now, and `holdfast logs` to see why no backup was made in time.';
    }
    if (damaged.length === 0 && blamesServer(checks)) {
        return 'The backup was not even loaded. Give the drill a server that starts and has what the source has, under verify.server, and drill again; a restore needs the same.';
    }
    return 'Make a new full backup now with `holdfast backup --level 0`; restore from another destination or an earlier backup.';
}
/** The error of a drill that could not come to a verdict: it must not look like one that passed. */
function inconclusiveDrill({ job, id, destination, checks }) {
    const check = checks.find(({ result }) => result === 'inconclusive');
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('drill-inconclusive', `the drill of backup ${id} of ${job} at ${destination} came to no verdict: ${check?.name ?? 'it'}: ${check?.found ?? 'nothing was compared'}`, {
        hint: 'Give the drill what it lacks, such as Docker, a database server of this host or a larger scratch-dir, and drill again.',
        context: { job, id, destination },
    });
}
/** The error that a backup which is not good comes to. */
function verificationFailure(result) {
    const { job, id, destination, damaged, checks } = result;
    const what = damaged.length > 0
        ? `${damaged.length === 1 ? damaged[0] : `${damaged.length} objects`} damaged or missing`
        : reason(checks);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('verification-failed', `backup ${id} of ${job} at ${destination} is not good: ${what}`, { hint: hintOf(result), context: { job, id, destination, ...(damaged.length > 0 && { damaged }) } });
}


/***/ }),

/***/ 51062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ checkFreshness),
/* harmony export */   p: () => (/* binding */ freshness)
/* harmony export */ });
/* harmony import */ var _report_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58747);
/* harmony import */ var _retention_due_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87543);
/* harmony import */ var _repository_entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31533);



/** The name of the check that a job's newest backup is not older than it may be. */
const freshness = 'freshness';
/**
 * Whether the newest valid backup of a job is as fresh as `every` and `grace` demand: an old backup that restores well
 * proves that the old state comes back, not that the job is safe. Nothing where the job has no `every`.
 */
function checkFreshness({ every, grace }, entries, now) {
    if (every === undefined)
        return [];
    const newest = entries
        .filter((entry) => (0,_repository_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .toRecoveryPoint */ .z)(entry).valid)
        .reduce((best, { createdAt }) => (best && best > createdAt ? best : createdAt), undefined);
    const stale = (0,_retention_due_js__WEBPACK_IMPORTED_MODULE_2__/* .isStale */ .Q)({
        every,
        now,
        ...(grace !== undefined && { grace }),
        ...(newest && { lastSuccess: newest }),
    });
    const limit = (0,_report_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(every + (grace ?? every / 4));
    const age = newest ? `newest made ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .n)(now.getTime() - newest.getTime())}` : 'no valid backup';
    return [
        {
            name: freshness,
            result: stale ? 'failed' : 'passed',
            expected: `newest backup at most ${limit} old`,
            found: stale ? `stale: ${age}` : age,
        },
    ];
}


/***/ }),

/***/ 44027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ verifyObjects),
  V: () => (/* binding */ verifyStored)
});

// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/catalog/read-manifest.js
var read_manifest = __webpack_require__(83502);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 6 modules
var entries = __webpack_require__(31533);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(10216);
// EXTERNAL MODULE: ./build/commands/repository/shredded.js
var shredded = __webpack_require__(83557);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/volumes-list.js
var volumes_list = __webpack_require__(71336);
;// CONCATENATED MODULE: ./build/commands/verify/objects.js






/** The part that was asked for; of `today` the one whose turn it is: each comes once in as many days as there are parts. */
function sampleOn({ part, of }, now) {
    return { of, part: part === 'today' ? (Math.floor(now.getTime() / day) % of) + 1 : part };
}
/** Goes by the key alone, so that every object is in one part, the same at every destination and for ever. */
function isInSample(key, { part, of }) {
    return of === 1 || Number.parseInt((0,external_node_crypto_.hash)('sha256', key, 'hex').slice(0, 12), 16) % of === part - 1;
}
const largestList = 1024 ** 3;
const atOnce = 4;
const day = 86_400_000;
/** All objects of one backup by its manifest; undefined with the key of what is damaged itself. */
async function objectsOf(context, store, entry, manifest) {
    const { signal } = context;
    const { volumes, meta, index, state } = manifest.objects;
    const side = [volumes, meta, index, state].filter((object) => object !== undefined);
    const singles = manifest.streams.flatMap(({ object }) => object ?? []);
    try {
        const list = await (0,object_io/* readObject */.Ag)(store, volumes.key, Math.min(volumes.bytes, largestList), signal);
        if ((0,object_io/* sha256Of */.Bj)(list) !== volumes.sha256)
            return { damaged: [volumes.key] };
        return { objects: [...side, ...singles, ...(0,volumes_list/* decodeVolumesList */.an)(list, (0,keys/* dataPrefix */.BW)(entry.job, entry.id))] };
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-not-found', 'object-damaged'))
            return { damaged: [volumes.key] };
        throw error;
    }
}
async function isWhole(context, store, object, onBytes) {
    const state = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    try {
        for await (const chunk of await store.get(object.key, { signal: context.signal })) {
            state.update(chunk);
            bytes += chunk.length;
            onBytes(chunk.length);
        }
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-not-found', 'object-damaged'))
            return false;
        throw error;
    }
    return bytes === object.bytes && state.digest('hex') === object.sha256;
}
async function listedSizes(store, entry) {
    const sizes = new Map();
    for await (const { key, bytes } of store.list(`${(0,keys/* dataPrefix */.BW)(entry.job, entry.id)}/`))
        sizes.set(key, bytes);
    return sizes;
}
async function isListed(store, sizes, { key, bytes }) {
    const listed = sizes.get(key) ?? (await store.stat(key))?.bytes;
    return listed === bytes;
}
/**
 * Looks at every object of one backup: with `exists` that it is listed with its size, with `checksum` that its stored
 * bytes have the SHA-256 that the manifest or the volumes list names. Needs no key.
 */
async function lookAtObjects(context, store, entry, manifest, depth, sample = { part: 1, of: 1 }) {
    const found = await objectsOf(context, store, entry, manifest);
    if ('damaged' in found)
        return { looked: 1, of: 1, fetchedBytes: 0, damaged: found.damaged };
    const chosen = found.objects.filter(({ key }) => isInSample(key, sample));
    const damaged = [];
    const total = chosen.reduce((sum, { bytes }) => sum + bytes, 0);
    const about = { type: 'progress', job: entry.job, stream: entry.id, phase: 'verify', total };
    let fetchedBytes = 0;
    const sizes = depth === 'exists' ? await listedSizes(store, entry) : new Map();
    await (0,bounded/* forEachBounded */.a)(chosen, atOnce, async (object) => {
        context.signal.throwIfAborted();
        const whole = depth === 'exists'
            ? await isListed(store, sizes, object)
            : await isWhole(context, store, object, (bytes) => {
                fetchedBytes += bytes;
                context.reporter.on({ ...about, bytes: fetchedBytes });
            });
        if (!whole)
            damaged.push(object.key);
    });
    if (depth === 'checksum')
        context.reporter.on({ ...about, bytes: fetchedBytes, done: true });
    return { looked: chosen.length, of: found.objects.length, fetchedBytes, damaged: damaged.sort() };
}

// EXTERNAL MODULE: ./build/catalog/garbage-runs.js
var garbage_runs = __webpack_require__(99854);
// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(47167);
;// CONCATENATED MODULE: ./build/catalog/lost-manifest.js



/**
 * Whether objects without a manifest are of a backup that had one: its log, which is written after the manifest, says
 * `success`. Of a run that died there is no log, or one that says so; of one that was dropped here while others went on,
 * one that says `partial`.
 */
async function hadManifest(store, { job, id }, signal) {
    try {
        const log = await (0,runlog/* readRunLog */.w3)(store, (0,keys/* runLogKey */.R7)(job, id), signal);
        return log?.command === 'backup' && log.status === 'success';
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'object-damaged'))
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
;// CONCATENATED MODULE: ./build/commands/verify/orphans.js





/**
 * Data of a job that no manifest names: `object-missing` where a backup had its manifest and lost it; else a run that
 * died or goes on, which is only told.
 */
async function findOrphans(context, { name, store }, job, { points, damaged, tombstones }) {
    const known = new Set([...points, ...damaged, ...tombstones].map(({ id }) => id));
    const errors = [];
    const warnings = [];
    for await (const run of (0,garbage_runs/* listRuns */.v)(store, job)) {
        context.signal.throwIfAborted();
        // One that was committed since the catalogue was read is none.
        if (known.has(run.id) || (await store.stat((0,keys/* manifestKey */.Rn)(job, run.id))))
            continue;
        const what = `${(0,bytes/* plural */.LS)(run.objects, 'object')} (${(0,bytes/* formatBytes */.z3)(run.bytes)})`;
        if (await hadManifest(store, run, context.signal)) {
            const key = (0,keys/* manifestKey */.Rn)(job, run.id);
            errors.push(new errors_error/* HoldfastError */.E('object-missing', `${key} is missing at ${name}: ${what} of that backup are still there`, {
                hint: 'Bring the manifest back from another destination or an older version of the bucket; a day after they were written cleanup takes the rest for garbage.',
                context: { key, job, id: run.id, destination: name, objects: run.objects },
            }));
        }
        else {
            warnings.push({
                severity: 'info',
                code: 'run-without-manifest',
                message: `${name}: ${what} of ${run.id} have no manifest: that run died, or goes on`,
                hint: 'Cleanup removes what is left of a run that died, a day after its newest object was written.',
            });
        }
    }
    return { errors, warnings };
}

// EXTERNAL MODULE: ./build/catalog/wraps.js
var catalog_wraps = __webpack_require__(52045);
// EXTERNAL MODULE: ./build/codec/age/bytes.js
var age_bytes = __webpack_require__(33154);
// EXTERNAL MODULE: ./build/codec/age/stanzas.js
var stanzas = __webpack_require__(91299);
// EXTERNAL MODULE: ./build/commands/repository/data-key.js
var data_key = __webpack_require__(63548);
;// CONCATENATED MODULE: ./build/commands/verify/wraps.js





async function openAll(wraps, openers, recipient) {
    const none = () => ({ there: 0, opened: 0 });
    const found = { damaged: [], shut: [], of: { identities: none(), passphrase: none() } };
    const keyring = { identities: [...openers.identities], passphrases: [...openers.passphrases] };
    for (const { key, n, wrapped } of wraps) {
        const kind = found.of[(0,stanzas/* stanzaTypes */.$)(wrapped).includes('scrypt') ? 'passphrase' : 'identities'];
        kind.there += 1;
        try {
            if (await (0,data_key/* keyFor */.b)(await (0,age_bytes/* decryptBytes */.X)(wrapped, keyring), recipient))
                kind.opened += 1;
            else
                found.damaged.push(key);
        }
        catch (error) {
            // A wrap for somebody else's key cannot be judged from here.
            if ((0,errors_error/* hasCode */.u)(error, 'identity-wrong', 'passphrase-wrong'))
                found.shut.push(`${n}.age`);
            else
                found.damaged.push(key);
        }
    }
    return found;
}
/** Configured openers that open none of the wraps they are for: one that is kept for the worst day must open something. */
function useless({ of }, openers) {
    const given = { identities: openers.identities.length, passphrase: openers.passphrases.length };
    const kinds = ['identities', 'passphrase'];
    return kinds
        .filter((kind) => given[kind] > 0 && of[kind].there > 0 && of[kind].opened === 0)
        .map((kind) => (kind === 'identities' ? 'no identity here opens one' : 'the passphrase opens none'));
}
/**
 * Whether the wrapped keys of a backup are there, open with what this run has, and are those of this backup; without
 * any opener only that they are there. An identity and a passphrase must each open a wrap where there are some for it.
 */
async function lookAtWraps(context, store, { job, id, encryption }, openers) {
    const wraps = await (0,catalog_wraps/* readWraps */.Ak)(store, job, id, context.signal);
    const expected = openers ? 'a key that opens' : 'a wrapped key';
    const check = (result, found) => ({ name: 'keys', result, expected, found });
    if (wraps.length === 0)
        return { check: check('failed', 'none'), damaged: [`keys/${job}/${id}/`] };
    if (openers === undefined) {
        return { check: check('passed', `${wraps.length}, not opened: no identity here`), damaged: [] };
    }
    const recipient = encryption.type === 'none' ? undefined : encryption.recipient;
    const found = await openAll(wraps, openers, recipient);
    const opened = found.of.identities.opened + found.of.passphrase.opened;
    const troubles = useless(found, openers);
    const text = [
        `${opened} of ${wraps.length} open`,
        ...(found.shut.length > 0 ? [`for other keys: ${found.shut.join(', ')}`] : []),
        ...troubles,
    ].join('; ');
    const failed = found.damaged.length > 0 || opened === 0 || troubles.length > 0;
    return { check: check(failed ? 'failed' : 'passed', text), damaged: found.damaged };
}

;// CONCATENATED MODULE: ./build/commands/verify/stored.js













/** What nobody can open needs no checking; that it was shredded is not damage. */
async function shreddedResult(context, { store, name }, { job, id }, depth) {
    const found = await (0,shredded/* shreddedText */.t)(context, store, { job, id });
    const checks = [{ name: 'keys', result: 'inconclusive', expected: 'none: shredded', found }];
    return { job, id, destination: name, depth, result: 'inconclusive', checks, fetchedBytes: 0, damaged: [] };
}
/** Stored objects of one backup, without its ancestors: they have results of their own. */
async function verifyObjects(context, destination, entry, depth, sample, opening) {
    const { store, name } = destination;
    const { job, id, manifestSha256: sha256 } = entry;
    if (entry.shredded)
        return shreddedResult(context, destination, entry, depth);
    const { manifest } = await (0,read_manifest/* readManifest */.W)(store, job, id, { signal: context.signal, sha256 });
    const found = await lookAtObjects(context, store, entry, manifest, depth, sample);
    const wraps = entry.encrypted
        ? [await lookAtWraps(context, store, manifest, depth === 'exists' ? undefined : opening)]
        : [];
    const damaged = [...found.damaged, ...wraps.flatMap((each) => each.damaged)];
    const checks = [
        {
            name: 'objects',
            result: found.damaged.length === 0 ? 'passed' : 'failed',
            expected: `${found.looked} whole`,
            found: `${found.looked - found.damaged.length} whole`,
        },
        ...wraps.map(({ check }) => check),
        ...(entry.complete
            ? []
            : [
                {
                    name: 'chain',
                    result: 'failed',
                    expected: 'every parent',
                    found: 'a parent is missing',
                },
            ]),
    ];
    return {
        job: entry.job,
        id: entry.id,
        destination: name,
        depth,
        result: checks.some(({ result }) => result === 'failed') ? 'failed' : 'passed',
        checks,
        fetchedBytes: found.fetchedBytes,
        damaged,
    };
}
/** An identity helps to look into wraps, but nobody needs one to compare stored bytes. */
async function openersIfAny(context) {
    try {
        return await (0,identities/* openers */.$o)(context);
    }
    catch (error) {
        if ((0,outcome/* asHoldfastError */.Cs)(error).exitStatus === 2)
            return undefined;
        throw error;
    }
}
/** Every backup of a job at every destination, or one backup and all it builds on. */
async function verifyStored(context, what, depth, { sample: asked, at }, findings) {
    const opening = await openersIfAny(context);
    const sample = asked && sampleOn(asked, context.clock.now());
    const one = async (destination, entry) => {
        findings.results.push(await verifyObjects(context, destination, entry, depth, sample, opening));
    };
    if ((0,ids/* parseId */.Fg)(what)) {
        const found = await (0,find/* findBackup */.S)(context, what, { force: true });
        for (const entry of found.chain)
            await one(found.destination, entry);
        return;
    }
    const { results, errors } = findings;
    const before = results.length + errors.length;
    for (const name of (0,find/* destinationsOf */.N)(context, what)) {
        try {
            const destination = await (0,repository_destination/* openDestination */.xB)(context, name);
            const catalogue = await (0,entries/* readEntries */.$)(context, destination, what);
            const { points, damaged, damagedProofs, foreign } = catalogue;
            findings.errors.push(...[...damaged, ...damagedProofs].map(({ error }) => error));
            const orphans = await findOrphans(context, destination, what, catalogue);
            findings.errors.push(...orphans.errors);
            for (const finding of orphans.warnings)
                (0,commands_context/* tell */.q)(context, finding, what);
            findings.warnings.push(...orphans.warnings);
            if (points.length === 0 && foreign.length > 0) {
                throw new errors_error/* HoldfastError */.E('manifest-damaged', `no manifest at ${name} belongs to the repository that holdfast.json names`, {
                    hint: 'holdfast.json is damaged or was replaced: bring it back from another destination.',
                    context: { destination: name, foreign: foreign.length },
                });
            }
            for (const entry of points) {
                if (at === undefined || entry.createdAt <= at)
                    await one(destination, entry);
            }
        }
        catch (error) {
            context.signal.throwIfAborted();
            findings.errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    if (results.length + errors.length > before)
        return;
    throw new errors_error/* HoldfastError */.E('backup-not-found', `there is no backup of ${what} to verify`, {
        hint: 'Run `holdfast list` to see the jobs and ids there are; a job that was never backed up cannot be verified.',
        context: { what },
    });
}


/***/ }),

/***/ 87543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isStale),
/* harmony export */   n: () => (/* binding */ isDue)
/* harmony export */ });
const hour = 3_600_000;
/**
 * Whether a job should start: its last start is older than `every` less 10 %, at most 2 h, so that a schedule of the
 * same interval does not miss every other run by seconds. A start dated more than an hour ahead is not believed.
 * All spans in milliseconds.
 */
function isDue({ every, lastStart, now }) {
    if (!lastStart)
        return true;
    const age = now.getTime() - lastStart.getTime();
    return age < -hour || age >= every - Math.min(every / 10, 2 * hour);
}
/**
 * Whether the last success is too old: more than `every` and `grace` together (milliseconds; absent: a quarter of
 * `every`), or there is none. A success dated more than an hour ahead is not believed.
 */
function isStale(options) {
    const { every, grace = every / 4, lastSuccess, now } = options;
    if (!lastSuccess)
        return true;
    const age = now.getTime() - lastSuccess.getTime();
    return age < -hour || age > every + grace;
}


/***/ })

};
