export const id = 463;
export const ids = [463];
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

/***/ 93571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ claimedObjects),
/* harmony export */   Rq: () => (/* binding */ checksumKey),
/* harmony export */   SV: () => (/* binding */ namedObjects),
/* harmony export */   Ut: () => (/* binding */ checksumLine),
/* harmony export */   ZQ: () => (/* binding */ findChecksum)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98430);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79874);


/**
 * The objects that a run stored under names of its own choice, by the claims it laid to them before. A claim is not
 * believed blindly, since whoever may write can lay one: the key must be none of the format's, no other backup may
 * have it, and the object must be younger than the claim, or it was there before.
 */
async function claimedObjects(store, name, isSpared) {
    const prefix = (0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .claimsPrefix */ .EJ)(name.job, name.id);
    const found = [];
    for await (const claim of store.list(prefix)) {
        const key = claim.key.slice(prefix.length);
        if (!(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutside */ ._K)(key) || (await isSpared(key, name)))
            continue;
        const object = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, key);
        if (object && object.modified >= claim.modified)
            found.push(object);
    }
    return found;
}
/** The objects that a manifest names outside of its backup's own folder, and the `.sha256` that lies beside one. */
async function namedObjects(store, name, keys, isSpared) {
    const found = [];
    for (const key of keys) {
        if (!(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutside */ ._K)(key) || (await isSpared(key, name)))
            continue;
        const beside = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, checksumKey(key));
        const own = beside?.bytes === Buffer.byteLength(checksumLine(key, '0'.repeat(64))) ? beside : undefined;
        found.push(...[await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, key), own].filter((object) => object !== undefined));
    }
    return found;
}
/** Where the checksum of a single object lies. */
function checksumKey(key) {
    return `${key}.sha256`;
}
/** More than any path makes of a line of `sha256sum`. */
const longestChecksum = 5000;
/** The `.sha256` of `sha256sum` beside an object, whoever wrote it. */
async function findChecksum(store, key) {
    const found = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, checksumKey(key));
    return found !== undefined && found.bytes <= longestChecksum ? found : undefined;
}
/** What it holds: a line as `sha256sum --check` reads it. */
function checksumLine(key, sha256) {
    return `${sha256}  ${key.slice(key.lastIndexOf('/') + 1)}\n`;
}


/***/ }),

/***/ 83502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readManifest)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98430);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49227);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79874);
/* harmony import */ var _tombstones_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13114);






/**
 * The whole manifest of one backup. Errors: `backup-not-found` (a tombstone is no backup either), `manifest-damaged`,
 * also when it is not the one that was expected, `format-unsupported`.
 */
async function readManifest(store, job, id, options) {
    const key = (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKey */ .Rn)(job, id);
    const stored = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfPresent */ .Zu)(store, key, 2 * _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestLimit */ .t7, options.signal);
    if (!stored || (0,_tombstones_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTombstone */ .f2)(stored)) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('backup-not-found', `${store.name} holds no backup ${id} of ${job}`, {
            hint: 'Run `holdfast list` to see the ids there are, at each destination.',
            context: { job, id, destination: store.name },
        });
    }
    const opened = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeManifest */ .MK)(stored, key, options);
    if (options.sha256 === undefined || options.sha256 === opened.sha256)
        return opened;
    throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)({ code: 'manifest-damaged', what: 'the manifest', key }, 'it is not the one that was listed before');
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

/***/ 25741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ deleteWraps)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _wraps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52045);


/**
 * Deletes wrapped keys of one backup, every version of each, and looks that they are gone. What is locked is left and
 * named. Errors: `store-lied` for a wrap that is still listed, and the store's.
 */
async function deleteWraps(store, { job, id }, wraps, { signal, assertHeld }) {
    const locked = new Set();
    let lockedUntil;
    for (const { key } of wraps) {
        signal.throwIfAborted();
        assertHeld();
        try {
            await store.delete(key);
        }
        catch (error) {
            if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'held'))
                throw error;
            locked.add(key);
            const until = (await store.stat(key).catch(() => undefined))?.retainUntil;
            if (until && (lockedUntil === undefined || until > lockedUntil))
                lockedUntil = until;
        }
    }
    const doomed = new Set(wraps.map(({ key }) => key));
    const left = (await (0,_wraps_js__WEBPACK_IMPORTED_MODULE_1__/* .listWraps */ .iR)(store, job, id)).find(({ key }) => doomed.has(key) && !locked.has(key));
    if (left) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('store-lied', `${store.name} still has ${left.key}, which was deleted`, {
            hint: 'Whoever has the old key can still open this backup. Run `holdfast doctor` against this destination.',
            context: { key: left.key, destination: store.name },
        });
    }
    return { deleted: wraps.length - locked.size, locked: [...locked], ...(lockedUntil && { lockedUntil }) };
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

/***/ 52844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  shred: () => (/* binding */ shred)
});

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/lease.js
var lease = __webpack_require__(59226);
// EXTERNAL MODULE: ./build/commands/repository/lease-store.js
var lease_store = __webpack_require__(49030);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/catalog/keys.js
var catalog_keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(47167);
// EXTERNAL MODULE: ./build/catalog/shredded.js
var shredded = __webpack_require__(79941);
// EXTERNAL MODULE: ./build/catalog/wrap-deletion.js
var wrap_deletion = __webpack_require__(25741);
// EXTERNAL MODULE: ./build/catalog/wraps.js
var catalog_wraps = __webpack_require__(52045);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/catalog/outside.js
var catalog_outside = __webpack_require__(93571);
// EXTERNAL MODULE: ./build/catalog/read-manifest.js
var read_manifest = __webpack_require__(83502);
// EXTERNAL MODULE: ./build/commands/cleanup/spared.js
var spared = __webpack_require__(68515);
;// CONCATENATED MODULE: ./build/commands/shred/archives.js




/**
 * The 7z archives of a backup and what lies beside them. Their passphrase opens them, and others as well: no wrapped key
 * is in between, so that they are shredded only when they are gone. Errors: those of the manifest.
 */
async function archivesOf(context, holder) {
    const { store, entry } = holder;
    if (!entry.archived)
        return [];
    const { job, id, manifestSha256: sha256 } = entry;
    const { manifest } = await (0,read_manifest/* readManifest */.W)(store, job, id, { signal: context.signal, sha256 });
    const keys = manifest.streams.flatMap(({ archive, object }) => (archive && object ? [object.key] : []));
    const own = keys.filter((key) => key.startsWith(`${(0,catalog_keys/* dataPrefix */.BW)(job, id)}/`)).map((key) => ({ key }));
    const outside = keys.filter((key) => (0,catalog_keys/* isOutside */._K)(key));
    return [...own, ...(await (0,catalog_outside/* namedObjects */.SV)(store, entry, outside, (0,spared/* createSpared */.W)(context, holder)))];
}

;// CONCATENATED MODULE: ./build/commands/shred/destroy.js








async function writeLine(context, { store, entry }, actor) {
    const lines = [{ action: 'shred', job: entry.job, id: entry.id, reason: 'asked for with holdfast shred' }];
    const plan = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(lines)).digest('hex')}`;
    await (0,runlog/* writeAudit */.fs)(store, { time: context.clock.now(), actor, plan, lines }, context.signal);
}
/**
 * Destroys what opens a backup at one destination: the marker first, so that nothing brings the wraps back, then every
 * version of each wrap and of each 7z archive, then the state for the next increment, which is for the recipients as well.
 * What the store locks stays and is counted. Errors: the store's, `store-lied`.
 */
async function destroyKeys(context, holder, leases) {
    const { store, name, entry } = holder;
    const { job, id } = entry;
    const { signal } = context;
    const assertHeld = () => {
        for (const lease of leases)
            lease.assertHeld();
    };
    const actor = context.identity.run?.actor ?? context.identity.host;
    const wraps = await (0,catalog_wraps/* listWraps */.iR)(store, job, id);
    const archives = await archivesOf(context, holder);
    if (wraps.length > 0)
        await writeLine(context, holder, actor);
    assertHeld();
    await (0,shredded/* markShredded */.rm)(store, job, id, { shredded: context.clock.now(), by: actor }, signal);
    // Before the wraps, so that one that was stopped in between does not look shredded.
    const doomed = [...archives, ...wraps, { key: (0,catalog_keys/* stateKey */.bP)(job, id) }];
    const gone = await (0,wrap_deletion/* deleteWraps */.B)(store, entry, doomed, { signal, assertHeld });
    const isLocked = ({ key }) => gone.locked.includes(key);
    const opening = [...archives, ...wraps].filter(isLocked).length;
    return {
        job,
        id,
        destination: name,
        wraps: wraps.filter((wrap) => !isLocked(wrap)).length,
        ...(archives.length > 0 && { archives: archives.filter((each) => !isLocked(each)).length }),
        locked: gone.locked.length,
        ...(gone.lockedUntil && { lockedUntil: gone.lockedUntil.toISOString() }),
        shredded: opening === 0,
    };
}
/** What is left to do where a store locks something. */
function incomplete({ job, id, destination, locked, lockedUntil }) {
    const until = lockedUntil === undefined ? '' : ` until ${lockedUntil}`;
    return new errors_error/* HoldfastError */.E('shred-incomplete', `backup ${id} is not wholly shredded at ${destination}: ${locked === 1 ? '1 object is' : `${locked} objects are`} locked${until}`, {
        hint: 'It, or the list of its files, can still be opened there. Run the same command again when the lock has ended; the marker keeps it from coming back elsewhere.',
        context: { job, id, destination, lockedUntil },
    });
}

// EXTERNAL MODULE: ./build/catalog/chains.js
var chains = __webpack_require__(62844);
// EXTERNAL MODULE: ./build/catalog/garbage-deletion.js
var garbage_deletion = __webpack_require__(48862);
// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
;// CONCATENATED MODULE: ./build/commands/shred/survey.js







/**
 * Every destination of the configuration that has the backup, not only those of its job: it may have been copied, or
 * `to` may have been another. Errors: `usage` for what is no id, `backup-not-found`.
 */
async function holdersOf(context, id) {
    if (!(0,ids/* parseId */.Fg)(id)) {
        throw new errors_error/* HoldfastError */.E('usage', `${id} is not the id of a backup`, {
            hint: 'Name one backup by its id, as `holdfast list` shows it: what is shredded never comes back.',
        });
    }
    const holders = [];
    const errors = [];
    for (const name of (0,repository_destination/* backupDestinations */.C$)(context)) {
        try {
            const destination = await (0,repository_destination/* openDestination */.xB)(context, name, 'write');
            const { points } = await (0,entries/* readEntries */.$)(context, destination, undefined, { proofs: false });
            const entry = points.find((point) => point.id === id);
            if (entry)
                holders.push({ ...destination, entry, entries: points.filter(({ job }) => job === entry.job) });
        }
        catch (error) {
            context.signal.throwIfAborted();
            if (!(0,errors_error/* hasCode */.u)(error, 'repository-missing'))
                errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    if (holders.length > 0)
        return { holders, errors };
    const [first] = errors;
    if (first)
        throw first;
    throw new errors_error/* HoldfastError */.E('backup-not-found', `there is no backup ${id}`, {
        hint: 'Run `holdfast list` to see the ids there are, at each destination.',
        context: { id },
    });
}
/** Errors: `held`, `needed-by-children`, `recipient-missing` for a backup that has no key to destroy. */
async function refuseNeeded({ store, name, entry, entries }) {
    const { job, id } = entry;
    const context = { job, id, destination: name };
    if (!entry.encrypted) {
        throw new errors_error/* HoldfastError */.E('recipient-missing', `backup ${id} is not encrypted: it has no key to destroy`, {
            hint: 'Delete it: let retention do it with `holdfast cleanup`.',
            context,
        });
    }
    if (await (0,garbage_deletion/* isHeld */.i7)(store, { job, id })) {
        throw new errors_error/* HoldfastError */.E('held', `backup ${id} of ${job} is held at ${name}`, {
            hint: `Run \`holdfast release ${id}\` first if it may go.`,
            context,
        });
    }
    const children = (0,chains/* descendantsOf */.gO)(id, entries).filter(({ shredded }) => !shredded);
    if (children.length === 0)
        return;
    const ids = children.map((child) => child.id);
    throw new errors_error/* HoldfastError */.E('needed-by-children', `${ids.length === 1 ? `${ids[0]} builds` : `${ids.length} backups build`} on ${id} at ${name}`, {
        hint: `Shred them first, the last one first: ${[...ids].reverse().join(', ')}.`,
        context: { ...context, children: ids },
    });
}

;// CONCATENATED MODULE: ./build/commands/shred.js





/**
 * `holdfast shred ID`: destroys the wrapped keys of one backup at every destination that has it, so that its data, which
 * may stay for long where they are locked or copied, open to nobody. Looks at all destinations before it changes one.
 * Errors: `held`, `needed-by-children`, `confirmation-needed`, `backup-not-found`, `shred-incomplete`, `busy`.
 */
async function shred(context, id, { onBusy }) {
    const { holders, errors: unasked } = await holdersOf(context, id);
    const job = holders[0]?.entry.job ?? '';
    for (const holder of holders)
        await refuseNeeded(holder);
    const places = holders.map(({ name }) => name).join(', ');
    await context.confirm(`Nobody will ever open backup ${id} of ${job} again, not even with the identity. Destroy its keys at ${places}?`);
    const leases = await (0,lease/* leaseScope */.H_)(context, `job~${job}`, await (0,lease_store/* leaseStores */.J)(context, holders), onBusy, { job });
    if (leases === undefined) {
        const skipped = { job, id, status: 'skipped' };
        return { results: [skipped], warnings: [], errors: unasked, exitCode: (0,outcome/* exitOf */.sX)(unasked, 0) };
    }
    const held = { ...context, signal: (0,lease/* whileHeld */.tE)(context.signal, leases) };
    const results = [];
    const errors = [...unasked];
    try {
        // A run may have built on it, or somebody held it, before the lease was ours.
        const now = (await holdersOf(held, id)).holders;
        for (const holder of now)
            await refuseNeeded(holder);
        for (const holder of now) {
            try {
                const result = await destroyKeys(held, holder, leases);
                results.push(result);
                if (result.locked > 0)
                    errors.push(incomplete(result));
            }
            catch (error) {
                held.signal.throwIfAborted();
                errors.push((0,outcome/* errorOfJob */.Dm)(error, job));
            }
        }
    }
    finally {
        await (0,lease/* releaseAll */.Th)(leases);
    }
    const done = results.filter(({ shredded }) => shredded).length;
    return { results, warnings: [], errors, exitCode: (0,outcome/* exitOf */.sX)(errors, done) };
}


/***/ })

};
