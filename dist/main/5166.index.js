export const id = 5166;
export const ids = [5166];
export const modules = {

/***/ 59448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readBack),
/* harmony export */   v: () => (/* binding */ seeInListing)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79874);


/** Milliseconds between looks at a listing that lags behind its writes. */
const patience = [500, 2000, 5000];
function lied(store, key, what) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('store-lied', `${store.name} took ${key} and ${what}`, {
        hint: 'Nothing was committed. Run `holdfast doctor` against this destination; it may lose or alter what it is given.',
        context: { key, destination: store.name },
    });
}
/**
 * Waits until the listing shows every object with its size. Objects that share a folder are found by one listing.
 * Needs only the right to list. Errors: `store-lied` naming the first object that is missing or of another size.
 */
async function seeInListing(store, objects, { clock, signal }) {
    for (let attempt = 0;; attempt++) {
        const wrong = await notListed(store, objects, signal);
        if (!wrong)
            return;
        const wait = patience[attempt];
        if (wait === undefined)
            throw lied(store, wrong.key, wrong.what);
        await clock.sleep(wait, signal);
    }
}
async function notListed(store, objects, signal) {
    const missing = new Map(objects.map(({ key, bytes }) => [key, bytes]));
    const found = new Map();
    for (const prefix of prefixesOf(objects.map(({ key }) => key))) {
        for await (const { key, bytes } of store.list(prefix)) {
            signal.throwIfAborted();
            if (missing.get(key) === bytes)
                missing.delete(key);
            else if (missing.has(key))
                found.set(key, bytes);
        }
    }
    for (const [key, bytes] of missing) {
        const listed = found.get(key);
        return { key, what: listed === undefined ? 'does not list it' : `lists ${listed} bytes of ${bytes}` };
    }
    return undefined;
}
/** `<branch>/<job>/<id>/` for what has a folder of its own, the key itself otherwise. */
function prefixesOf(keys) {
    return new Set(keys.map((key) => /^[^/]+\/[^/]+\/[^/]+\//.exec(key)?.[0] ?? key));
}
/** Reads every object whole and compares hash and size. Errors: `store-lied` naming the first that differs. */
async function readBack(store, objects, signal) {
    for (const { key, bytes, sha256 } of objects) {
        const found = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .hashStored */ .A_)(store, key, signal).catch((error) => {
            throw (0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'store-not-found') ? lied(store, key, 'has it no more') : error;
        });
        if (found.bytes !== bytes || found.sha256 !== sha256)
            throw lied(store, key, 'gives back other bytes');
    }
}


/***/ }),

/***/ 35291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ commitBackup)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _acknowledge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59448);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98430);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49227);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79874);
/* harmony import */ var _tombstones_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13114);






/**
 * Turns a run into a backup, at one destination: every object acknowledged, all ancestors still there, then the
 * manifest created where nothing is, and seen in the listing. When it throws, the backup is not listed, unless the very
 * last look at the listing was what failed.
 *
 * Errors: `store-lied` (an object, or the manifest, is not what was written), `parent-missing`, `commit-conflict` (the
 * key holds a tombstone or another manifest), and the store's.
 */
async function commitBackup(options) {
    const { store, manifest, objects, signal } = options;
    await (0,_acknowledge_js__WEBPACK_IMPORTED_MODULE_1__/* .seeInListing */ .v)(store, objects, options);
    if (!options.enforced)
        await (0,_acknowledge_js__WEBPACK_IMPORTED_MODULE_1__/* .readBack */ .e)(store, objects, signal);
    await checkParents(options);
    const key = (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKey */ .Rn)(options.job, options.id);
    const sha256 = (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256Of */ .Bj)(manifest);
    if (!(await createManifest(options, key, sha256)))
        await expectOwn(options, key, sha256);
    await (0,_acknowledge_js__WEBPACK_IMPORTED_MODULE_1__/* .seeInListing */ .v)(store, [{ key, bytes: manifest.byteLength }], options);
    if (!options.enforced)
        await (0,_acknowledge_js__WEBPACK_IMPORTED_MODULE_1__/* .readBack */ .e)(store, [{ key, bytes: manifest.byteLength, sha256 }], signal);
    const stored = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .findObject */ .Z)(store, key);
    if (stored)
        return stored;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('store-lied', `${store.name} listed ${key} and does so no more`, {
        hint: 'Something deletes manifests at this destination while backups run; find out what.',
        context: { key, destination: store.name },
    });
}
async function createManifest(options, key, sha256) {
    const { store, manifest, tombstone, signal } = options;
    const { compareAndSwap, versions } = store.features;
    if (tombstone !== undefined && versions)
        await deleteTombstone(options, key);
    if (tombstone === undefined || !compareAndSwap || versions)
        return (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .createObject */ .ed)(store, key, manifest, signal);
    try {
        return await store.put(key, manifest, { signal, sha256, when: { etag: tombstone.etag } });
    }
    catch (error) {
        if ((0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'store-condition-failed'))
            return undefined;
        throw error;
    }
}
/** Nothing but a tombstone is deleted; that takes a role which may delete. */
async function deleteTombstone({ store, signal }, key) {
    const there = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfPresent */ .Zu)(store, key, _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestLimit */ .t7, signal);
    const since = there && (0,_tombstones_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTombstone */ .f2)(there);
    if (since === undefined)
        return;
    try {
        await store.delete(key);
    }
    catch (error) {
        if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'held', 'store-unwritable'))
            throw error;
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('commit-conflict', `cleanup gave up this run at ${store.name} at ${since.toISOString()}, and its tombstone cannot be deleted here`, {
            hint: 'On a bucket with versions the oldest one counts: sync with a role that may delete there, or wait until cleanup takes the tombstone, after 90 days.',
            context: { key, destination: store.name },
            cause: error,
        });
    }
}
async function checkParents({ store, parents, signal }) {
    for (const { key, sha256 } of parents) {
        const stored = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfPresent */ .Zu)(store, key, _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestLimit */ .t7, signal);
        if (stored && (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256Of */ .Bj)(stored) === sha256)
            continue;
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('parent-missing', `the parent's manifest ${key} ${stored ? 'was replaced' : 'is gone'}`, {
            hint: 'Nothing was committed. Run the backup again: it will find another base, or be a full one.',
            context: { key, destination: store.name },
        });
    }
}
/** A write whose answer was lost is tried again, and then meets itself. */
async function expectOwn({ store, signal }, key, sha256) {
    const there = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfPresent */ .Zu)(store, key, _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestLimit */ .t7, signal);
    if (there && (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256Of */ .Bj)(there) === sha256)
        return;
    const tombstone = there && (0,_tombstones_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTombstone */ .f2)(there);
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('commit-conflict', tombstone
        ? `cleanup gave up this run at ${tombstone.toISOString()}: its objects are garbage`
        : `another manifest stands at ${key}`, {
        hint: tombstone
            ? 'Run the backup again. A run must not pause for longer than 24 hours.'
            : 'Run the backup again; should this come back, look for two runs that share an id.',
        context: { key, destination: store.name },
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

/***/ 86568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ extendLocks)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34557);
/* harmony import */ var _garbage_runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99854);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98430);
/* harmony import */ var _read_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83502);





const atOnce = 16;
async function objectKeys(store, name, signal) {
    const keys = [];
    for (const listing of (0,_garbage_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsOfRun */ .d)(store, name)) {
        for await (const { key } of listing)
            keys.push(key);
    }
    const { manifest } = await (0,_read_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .readManifest */ .W)(store, name.job, name.id, { signal });
    // A single object may have a name outside the backup's own folder.
    const singles = manifest.streams.flatMap(({ object }) => object?.key ?? []);
    return [...new Set([...keys, ...singles, (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKey */ .Rn)(name.job, name.id)])];
}
/**
 * Keeps everything that backups consist of from deletion until then, where the store locks; longer locks stay. Needs the
 * right to list, to read manifests and to lock. Errors: the store's.
 */
async function extendLocks(store, backups, until, signal) {
    if (store.retain === undefined) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('store-unsupported', `${store.name} cannot lock what it holds`, {
            hint: 'Set object-lock for this destination, on a bucket with Object Lock.',
            context: { destination: store.name },
        });
    }
    const retain = store.retain.bind(store);
    for (const name of backups) {
        const keys = await objectKeys(store, name, signal);
        await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_4__/* .forEachBounded */ .a)(keys, atOnce, (key) => retain(key, until, { signal }));
    }
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

/***/ 71336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   an: () => (/* binding */ decodeVolumesList),
/* harmony export */   v3: () => (/* binding */ volumesOf),
/* harmony export */   w4: () => (/* binding */ encodeVolumesList)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26921);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38672);
/* harmony import */ var _manifest_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26371);
/* harmony import */ var _zstd_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35728);




/** Some 60 TB of backup at the usual span. */
const largest = 1024 ** 3;
const record = _manifest_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .objectReference */ .x.extend({
    stream: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(1000),
    seq: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
    frames: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative()),
});
/**
 * The stored bytes of `volumes-….jsonl.zst`: one JSON line a volume, in the given order, zstd.
 * Errors: `internal` when the volumes of a stream do not count up from 0, above all when two streams have one name.
 */
function encodeVolumesList(records) {
    const chunks = [];
    const count = inSequence({ code: 'internal', what: 'the new volumes list' });
    let lines = [];
    for (const { stream, seq, key, bytes, sha256, frames } of records) {
        count(stream, seq);
        lines.push(`${JSON.stringify({ stream, seq, key, bytes, sha256, frames })}\n`);
        if (lines.length < 1000)
            continue;
        chunks.push(Buffer.from(lines.join('')));
        lines = [];
    }
    chunks.push(Buffer.from(lines.join('')));
    return (0,_zstd_json_js__WEBPACK_IMPORTED_MODULE_2__/* .compress */ .B)(Buffer.concat(chunks));
}
/**
 * Decodes a volumes list. Each key must lie under `prefix` (`data/<job>/<id>`), and of each stream the volumes must
 * count up from 0 without a gap. Errors: `object-damaged` naming line and field.
 */
function decodeVolumesList(stored, prefix) {
    const whole = { code: 'object-damaged', what: 'the volumes list of', key: prefix };
    const plain = (0,_zstd_json_js__WEBPACK_IMPORTED_MODULE_2__/* .decompress */ .m)(stored, largest, whole);
    const records = [];
    const count = inSequence(whole);
    let start = 0;
    while (start < plain.length) {
        const end = plain.indexOf(0x0a, start);
        const naming = { ...whole, what: `line ${records.length + 1} of the volumes list of` };
        if (end < 0)
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .qM)(naming, 'it has no end');
        const volume = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .checkShape */ .eA)(record, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(plain.subarray(start, end), naming), naming);
        if (!volume.key.startsWith(`${prefix}/`))
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .qM)(naming, 'key: it belongs to another backup');
        count(volume.stream, volume.seq);
        records.push(volume);
        start = end + 1;
    }
    return records;
}
function inSequence(naming) {
    const next = new Map();
    return (stream, seq) => {
        const expected = next.get(stream) ?? 0;
        if (seq !== expected) {
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .qM)(naming, `seq: expected ${expected} of stream ${stream}, found ${seq}`);
        }
        next.set(stream, expected + 1);
    };
}
/** The volumes of one stream, in order. Errors: `object-damaged` when there are not as many as the manifest says. */
function volumesOf(stream, records) {
    const own = records.filter((volume) => volume.stream === stream.name);
    if (own.length === stream.volumes)
        return own;
    const naming = { code: 'object-damaged', what: `the volumes list of stream ${stream.name}` };
    throw (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .qM)(naming, `${own.length} of ${stream.volumes} volumes are in it`);
}


/***/ }),

/***/ 35728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ compress),
/* harmony export */   m: () => (/* binding */ decompress)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38672);


/** One zstd frame with a checksum. */
function compress(plain) {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.zstdCompressSync)(plain, {
        params: { [node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.ZSTD_c_compressionLevel]: 6, [node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.ZSTD_c_checksumFlag]: 1 },
    });
}
/**
 * All frames, one after another: Node's own function stops after the first one without a word.
 * Errors: the code of `naming` for damage, anything behind the last frame, and more than `limit` plain bytes.
 */
function decompress(stored, limit, naming) {
    const parts = [];
    let rest = stored;
    let room = limit;
    do {
        const { buffer, engine } = decompressFrame(rest, room, limit, naming);
        if (engine.bytesWritten === 0)
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(naming, 'it is not whole zstd');
        parts.push(buffer);
        rest = rest.subarray(engine.bytesWritten);
        room -= buffer.length;
    } while (rest.byteLength > 0);
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}
function decompressFrame(stored, room, limit, naming) {
    const options = { maxOutputLength: Math.max(room, 1), info: true };
    try {
        const done = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.zstdDecompressSync)(stored, options);
        if (done.buffer.length <= room)
            return done;
    }
    catch (cause) {
        const tooLarge = cause.code === 'ERR_BUFFER_TOO_LARGE';
        if (!tooLarge)
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(naming, 'it is not whole zstd', cause);
    }
    throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(naming, `it holds more than ${limit} bytes`);
}


/***/ }),

/***/ 34295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ progressOf)
/* harmony export */ });
/** The reporter decides how often it draws; here every chunk is told. */
function progressOf(reporter, about) {
    let bytes = 0;
    return {
        add(more) {
            bytes += more;
            reporter.on({ type: 'progress', ...about, bytes });
        },
        done() {
            reporter.on({ type: 'progress', ...about, bytes, done: true });
        },
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

/***/ 55166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sync: () => (/* binding */ sync)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/catalog/repository.js + 1 modules
var catalog_repository = __webpack_require__(72158);
// EXTERNAL MODULE: ./build/catalog/shredded.js
var shredded = __webpack_require__(79941);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var repository_entries = __webpack_require__(23567);
;// CONCATENATED MODULE: ./build/commands/sync/site.js






/** True for what a role is refused to read, which asking again does not change. */
function isDenied(error) {
    return (0,errors_error/* hasCode */.u)(error, 'store-unreachable', 'store-credentials') && !error.retryable;
}
async function catalogueOf(context, destination, job) {
    try {
        return await (0,repository_entries/* readEntries */.$)(context, destination, job);
    }
    catch (error) {
        context.signal.throwIfAborted();
        // A backup role may read manifests and no proofs.
        if (!isDenied(error))
            throw error;
        return await (0,repository_entries/* readEntries */.$)(context, destination, job, { proofs: false });
    }
}
/** Reads what a destination has of a job. */
async function look(context, destination, job) {
    const catalogue = await catalogueOf(context, destination, job);
    return { ...destination, catalogue, shredded: await (0,shredded/* listMarked */.X9)(destination.store, job) };
}
function mismatch(name, others) {
    return new errors_error/* HoldfastError */.E('repository-mismatch', `destinations ${others} and ${name} hold different repositories`, {
        hint: `Nothing can be copied between them: give ${name} a prefix or path of its own, and sync will make the same repository there.`,
        context: { destination: name },
    });
}
/**
 * A destination to copy to: its repository is made where there is none, with the id of `source`. A dry run makes
 * nothing. Errors: `repository-mismatch`, and the store's.
 */
async function openTarget(context, name, source, dryRun) {
    const store = await (0,destination/* openStore */.Ch)(context, name, dryRun ? 'read' : 'write');
    const { signal, clock } = context;
    const id = source.repository.repository;
    const repository = dryRun
        ? ((await (0,catalog_repository/* readRepository */.Nu)(store, signal)) ?? source.repository)
        : await (0,catalog_repository/* ensureRepository */.z0)(store, { clock, signal, repository: id });
    if (repository.repository !== id)
        throw mismatch(name, source.name);
    return { name, store, repository };
}
/** Says that a backup was shredded at one destination and still has its keys at the target. */
function tellUnshredded(context, job, target, sources) {
    for (const { id, shredded, encrypted } of target.catalogue.points) {
        const at = sources.find((source) => source.shredded.has(id));
        if (shredded || !encrypted || at === undefined)
            continue;
        (0,commands_context/* tell */.q)(context, {
            severity: 'warning',
            code: 'shredded-elsewhere',
            message: `${id} was shredded at ${at.name} and still has its keys at ${target.name}`,
            hint: `Run \`holdfast shred ${id}\` again while ${target.name} can be reached.`,
        }, job);
    }
}

// EXTERNAL MODULE: ./build/retention/plan-sync.js
var plan_sync = __webpack_require__(85116);
// EXTERNAL MODULE: ./build/commands/repository/lease.js
var lease = __webpack_require__(59226);
// EXTERNAL MODULE: ./build/commands/repository/lease-store.js
var lease_store = __webpack_require__(49030);
// EXTERNAL MODULE: ./build/commands/repository/passes-on.js
var passes_on = __webpack_require__(61257);
// EXTERNAL MODULE: ./build/catalog/keys.js
var catalog_keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(60864);
// EXTERNAL MODULE: ./build/catalog/proofs.js + 2 modules
var proofs = __webpack_require__(89715);
;// CONCATENATED MODULE: ./build/commands/sync/beside.js







const branches = [
    ['holds', parse_keys/* parseHoldKey */.Wm],
    ['logs', parse_keys/* parseLogKey */.rv],
    ['proofs', parse_keys/* parseProofKey */.rZ],
];
const largest = 4 * 1024 * 1024;
async function keysOf({ store }, branch, job) {
    const keys = [];
    for await (const { key } of store.list((0,catalog_keys/* branchPrefix */.$j)(branch, job)))
        keys.push(key);
    return keys;
}
/** A drill that failed says something of the destination where it was; only what passed is true of the copy as well. */
function belongsAlong(branch, key, body, trust) {
    try {
        if (branch !== 'proofs')
            return typeof JSON.parse(Buffer.from(body).toString()) === 'object';
        const { proof, trusted } = (0,proofs/* decodeProof */.Rx)(body, key, { trust });
        return trusted && proof.result === 'passed';
    }
    catch {
        return false;
    }
}
async function copyBranch(run, [branch, parse], ids) {
    const { context, job, target, offers } = run;
    const { signal, config } = context;
    const sources = [...new Set([...offers.byId.values()].flatMap((offer) => offer.sources))];
    const there = new Set(await keysOf(target, branch, job));
    let copied = 0;
    for (const source of sources) {
        for (const key of await keysOf(source, branch, job)) {
            const name = parse(key);
            if (there.has(key) || name === undefined || !ids.has(name.id))
                continue;
            const body = await (0,object_io/* readIfPresent */.Zu)(source.store, key, branch === 'proofs' ? proofs/* proofLimit */.QL : largest, signal);
            if (body === undefined || !belongsAlong(branch, key, body, config.signing().trust))
                continue;
            if (await (0,object_io/* createObject */.ed)(target.store, key, body, signal))
                copied += 1;
            there.add(key);
        }
    }
    return copied;
}
/**
 * Holds, logs and proofs of backups that the target has now. They are no part of any backup: a role that may not write
 * or read some of them is told, and goes on. Returns how many objects were copied.
 */
async function copyBeside(run, ids) {
    const { context, job, target } = run;
    // What a drill found there is not to be covered by what was found elsewhere.
    const failed = target.catalogue.points.filter(({ lastVerdict }) => lastVerdict?.result === 'failed');
    const unfailed = new Set([...ids].filter((id) => !failed.some((point) => point.id === id)));
    let copied = 0;
    for (const branch of branches) {
        try {
            copied += await copyBranch(run, branch, branch[0] === 'proofs' ? unfailed : ids);
        }
        catch (error) {
            context.signal.throwIfAborted();
            if (!(0,errors_error/* hasCode */.u)(error, 'store-unwritable', 'store-unreachable', 'object-damaged') || error.retryable)
                throw error;
            const { message } = (0,outcome/* asHoldfastError */.Cs)(error);
            (0,commands_context/* tell */.q)(context, {
                severity: 'info',
                code: 'not-copied-along',
                message: `not all ${branch[0]} of ${job} were copied to ${target.name}: ${message}`,
                hint: 'The backups are whole without them; another role may copy them.',
            }, job);
        }
    }
    return copied;
}

// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/commands/backup/progress.js
var backup_progress = __webpack_require__(34295);
// EXTERNAL MODULE: ./build/catalog/chains.js
var chains = __webpack_require__(62844);
// EXTERNAL MODULE: ./build/catalog/commit.js
var commit = __webpack_require__(35291);
// EXTERNAL MODULE: ./build/catalog/locks.js
var locks = __webpack_require__(86568);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/commands/sync/sources.js




function noGood({ key }, sources, cause) {
    const names = sources.map(({ name }) => name);
    return new errors_error/* HoldfastError */.E('object-damaged', `there is no good ${key} at ${names.join(' or ')}`, {
        hint: 'Sync from another destination that has this backup, or make a new full backup.',
        context: { key, tried: names },
        cause,
    });
}
/** Tries the sources in their order; what one lacks or has damaged the next may have. */
async function fromAny(context, sources, object, attempt) {
    let unreachable;
    let last;
    for (const store of sources) {
        try {
            return await attempt(store);
        }
        catch (error) {
            context.signal.throwIfAborted();
            last = error;
            if (!(0,errors_error/* hasCode */.u)(error, 'store-not-found', 'object-damaged'))
                unreachable = (0,outcome/* asHoldfastError */.Cs)(error);
        }
    }
    throw unreachable ?? noGood(object, sources, last);
}
/** The bytes of an object, whole and of the right hash. Errors: `object-damaged` naming who was asked. */
function fetchWhole(context, sources, object) {
    return fromAny(context, sources, object, async (store) => {
        const body = await (0,object_io/* readObject */.Ag)(store, object.key, object.bytes, context.signal);
        if (body.byteLength === object.bytes && (0,object_io/* sha256Of */.Bj)(body) === object.sha256)
            return body;
        throw new errors_error/* HoldfastError */.E('object-damaged', `${object.key} at ${store.name} is not what was written`);
    });
}
/** The same piece by piece. It ends with an error, never with an end, where hash or size are not as they should be. */
async function* checkedPieces(store, { key, bytes, sha256 }, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let read = 0;
    for await (const chunk of await store.get(key, { signal })) {
        const piece = chunk;
        hash.update(piece);
        read += piece.byteLength;
        yield piece;
    }
    if (read === bytes && hash.digest('hex') === sha256)
        return;
    throw new errors_error/* HoldfastError */.E('object-damaged', `${key} at ${store.name} is not what was written`);
}

;// CONCATENATED MODULE: ./build/commands/sync/create.js



/** What is larger, a single object of a whole backup, is never in memory. */
const wholeLimit = 64 * 1024 * 1024;
/** Whether a part travels piece by piece: a store then cannot refuse it for its hash. */
function isStreamed({ bytes, body }) {
    return body === undefined && bytes > wholeLimit;
}
async function createStreamed(context, target, sources, part) {
    const { putStream } = target;
    if (putStream === undefined) {
        throw new errors_error/* HoldfastError */.E('store-unsupported', `${target.name} cannot take ${part.key}, which is too large for one piece`, {
            hint: 'Use package: volumes for jobs with this destination.',
            context: { key: part.key, destination: target.name },
        });
    }
    const { createOnly } = target.features;
    if (!createOnly && (await (0,object_io/* findObject */.Z)(target, part.key)))
        return false;
    try {
        await fromAny(context, sources, part, (source) => putStream.call(target, part.key, checkedPieces(source, part, context.signal), {
            signal: context.signal,
            estimate: part.bytes,
            ...(createOnly && { when: { absent: true } }),
        }));
        return true;
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-condition-failed'))
            return false;
        throw error;
    }
}
/**
 * Writes an object where none is, with bytes that were compared with its hash. Errors: `object-damaged` where no source
 * has a good one; `commit-conflict` where something else has come to be there.
 */
async function createPart(context, target, sources, part) {
    const isNew = isStreamed(part)
        ? await createStreamed(context, target, sources, part)
        : await (0,object_io/* createObject */.ed)(target, part.key, part.body ?? (await fetchWhole(context, sources, part)), context.signal);
    if (isNew)
        return;
    const there = await (0,object_io/* findObject */.Z)(target, part.key);
    if (there?.bytes === part.bytes)
        return;
    throw new errors_error/* HoldfastError */.E('commit-conflict', `something else has come to be at ${part.key} of ${target.name}`, {
        hint: 'Find out what writes to this destination besides Holdfast, and sync again.',
        context: { key: part.key, destination: target.name },
    });
}

;// CONCATENATED MODULE: ./build/commands/sync/offers.js



function storesOf({ sources }) {
    return sources.map(({ store }) => store);
}
function reasonAgainst(entry, sites, known) {
    if (!entry.trusted)
        return 'not signed by a key of signing.trust';
    try {
        for (const { id } of (0,chains/* chainOf */.dR)(entry.id, known)) {
            const marked = sites.find(({ shredded }) => shredded.has(id));
            if (marked)
                return id === entry.id
                    ? `shredded at ${marked.name}`
                    : `${id}, its base, was shredded at ${marked.name}`;
        }
    }
    catch (error) {
        return (0,outcome/* asHoldfastError */.Cs)(error).message;
    }
    return undefined;
}
/**
 * All that the sources have of a job, each backup once. Its chain must be whole over the sources and the target
 * together. A proof made at any of them counts.
 */
function offersOf(sources, target) {
    const found = new Map();
    for (const site of sources) {
        for (const entry of site.catalogue.points) {
            const known = found.get(entry.id);
            if (known === undefined)
                found.set(entry.id, { entry, sources: [site] });
            else if (known.entry.manifestSha256 === entry.manifestSha256)
                known.sources.push(site);
        }
    }
    const own = target.catalogue.points.map((entry) => [entry.id, entry]);
    const known = new Map([...[...found].map(([id, { entry }]) => [id, entry]), ...own]);
    const byId = new Map();
    const points = [];
    const left = [];
    const atTarget = new Map(own);
    for (const [id, offer] of found) {
        const reason = reasonAgainst(offer.entry, [target, ...sources], known);
        if (reason !== undefined) {
            if (!atTarget.has(id))
                left.push({ id, reason });
            continue;
        }
        const twin = atTarget.get(id);
        if (twin && twin.manifestSha256 !== offer.entry.manifestSha256)
            continue;
        byId.set(id, offer);
        const proven = offer.sources.some((site) => site.catalogue.points.some((each) => each.id === id && each.proven));
        points.push({ ...(0,repository_entries/* toRecoveryPoint */.z)({ ...offer.entry, complete: true }), proven });
    }
    return { byId, points, left };
}

;// CONCATENATED MODULE: ./build/commands/sync/commit-copy.js








const day = 86_400_000;
/** A backup whose keys are destroyed while it is being copied must not live on at the target. */
async function refuseShredded(stores, { job, id }) {
    for (const store of stores) {
        if (!(await (0,object_io/* findObject */.Z)(store, (0,catalog_keys/* shreddedKey */.bh)(job, id))))
            continue;
        throw new errors_error/* HoldfastError */.E('commit-conflict', `${id} has been shredded at ${store.name} meanwhile`, {
            hint: `Run \`holdfast shred ${id}\` again, so that its keys go at every destination.`,
            context: { id, destination: store.name },
        });
    }
}
/** Ancestors as the target has them, or is to have them from before in this run. */
function ancestorsOf({ target, offers }, entry) {
    const known = new Map([
        ...[...offers.byId].map(([id, offer]) => [id, offer.entry]),
        ...target.catalogue.points.map((point) => [point.id, point]),
    ]);
    return (0,chains/* chainOf */.dR)(entry.id, known.set(entry.id, entry)).slice(0, -1);
}
/** The last step of a copy, as of a backup: all acknowledged, all ancestors there, then the manifest. */
async function commitCopy(run, offer, parts, objects) {
    const { context, target, leases } = run;
    const { clock, signal } = context;
    const { entry } = offer;
    const { store } = target;
    await refuseShredded([store, ...storesOf(offer)], entry);
    const ancestors = ancestorsOf(run, entry);
    if (store.lockFor !== undefined && ancestors.length > 0) {
        await (0,locks/* extendLocks */.$)(store, ancestors, new Date(clock.now().getTime() + store.lockFor + day), signal);
    }
    for (const lease of leases)
        await lease.confirm(signal);
    const tombstone = target.catalogue.tombstones.find(({ id }) => id === entry.id)?.object;
    await (0,commit/* commitBackup */.s)({
        store,
        job: entry.job,
        id: entry.id,
        manifest: parts.manifest.body ?? new Uint8Array(),
        parents: ancestors.map(({ job, id, manifestSha256: sha256 }) => ({ key: (0,catalog_keys/* manifestKey */.Rn)(job, id), sha256 })),
        objects,
        ...(tombstone && { tombstone }),
        enforced: store.features.enforcesSha256 && !objects.some(isStreamed),
        clock,
        signal,
    });
}

;// CONCATENATED MODULE: ./build/commands/sync/look-at.js




const atOnce = 4;
/** Whether the stored bytes are those that were written; false also where there are none. */
async function isWhole(store, { key, bytes, sha256 }, signal) {
    try {
        const found = await (0,object_io/* hashStored */.A_)(store, key, signal);
        return found.bytes === bytes && found.sha256 === sha256;
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-not-found', 'object-damaged'))
            return false;
        throw error;
    }
}
/** By size, and by hash where the listing tells one. */
function looksWhole(listed, { bytes, sha256 }) {
    return listed.bytes === bytes && (listed.sha256 === undefined || listed.sha256 === sha256);
}
/**
 * Compares a destination with the parts of a backup: by its listing, which needs no right to read data; with `checksum`
 * by reading what looks whole.
 */
async function lookAt(context, store, { entry }, parts, depth) {
    const { job, id } = entry;
    const folder = `${(0,catalog_keys/* dataPrefix */.BW)(job, id)}/`;
    const listed = new Map();
    for await (const object of store.list(folder))
        listed.set(object.key, object);
    const missing = [];
    const damaged = [];
    await (0,bounded/* forEachBounded */.a)(parts, atOnce, async (part) => {
        context.signal.throwIfAborted();
        const there = part.key.startsWith(folder) ? listed.get(part.key) : await (0,object_io/* findObject */.Z)(store, part.key);
        if (there === undefined)
            missing.push(part);
        else if (!looksWhole(there, part))
            damaged.push(part);
        else if (depth === 'checksum' && !(await isWhole(store, part, context.signal)))
            damaged.push(part);
    });
    const order = new Map(parts.map(({ key }, index) => [key, index]));
    const inOrder = (a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0);
    return { missing: missing.sort(inOrder), damaged: damaged.sort(inOrder) };
}

// EXTERNAL MODULE: ./build/catalog/acknowledge.js
var acknowledge = __webpack_require__(59448);
;// CONCATENATED MODULE: ./build/commands/sync/mend.js






/** What the mended object is now, by reading it; by the store's word where it enforces hashes and reading is not allowed. */
async function mend_acknowledge(context, target, part) {
    await (0,acknowledge/* seeInListing */.v)(target, [part], context);
    try {
        await (0,acknowledge/* readBack */.e)(target, [part], context.signal);
    }
    catch (error) {
        const mayNotRead = (0,errors_error/* hasCode */.u)(error, 'store-unreachable') && !error.retryable;
        if (!mayNotRead || !target.features.enforcesSha256 || isStreamed(part))
            throw error;
    }
}
async function deleteThere(target, key) {
    try {
        await target.delete(key);
    }
    catch (error) {
        if (!(0,errors_error/* hasCode */.u)(error, 'held', 'store-unwritable'))
            throw error;
        throw new errors_error/* HoldfastError */.E(error.code, `${target.name} does not let the damaged ${key} be deleted: ${error.message}`, {
            hint: target.features.versions
                ? 'On a bucket with versions the oldest one counts, so the damaged one has to go: sync with the cleanup role or better, once no lock holds it.'
                : 'Sync with a role that may delete at this destination.',
            context: { ...error.context, key, destination: target.name },
            cause: error,
        });
    }
}
async function put(context, target, sources, part) {
    const there = await (0,object_io/* findObject */.Z)(target, part.key);
    if (there === undefined) {
        await createPart(context, target, sources, part);
        return 'created';
    }
    const { signal } = context;
    if (there.bytes === part.bytes && (await isWhole(target, part, signal)))
        return 'was-whole';
    const { compareAndSwap, versions } = target.features;
    if (isStreamed(part)) {
        await deleteThere(target, part.key);
        await createPart(context, target, sources, part);
        return 'recreated';
    }
    // Before anything is taken away: the bytes that come in its place, compared with their hash.
    const body = part.body ?? (await fetchWhole(context, sources, part));
    if (compareAndSwap && !versions) {
        await target.put(part.key, body, { signal, sha256: part.sha256, when: { etag: there.etag } });
        return 'replaced';
    }
    await deleteThere(target, part.key);
    await createPart(context, target, sources, { ...part, body });
    return 'recreated';
}
/**
 * Makes an object what it was written as. What is there is compared with its hash before, what is there then after.
 * Errors: `object-damaged` where no source has a good one; `held` where a lock keeps the damaged one; `store-lied`.
 */
async function mend(context, target, sources, part) {
    const how = await put(context, target, sources, part);
    if (how !== 'was-whole')
        await mend_acknowledge(context, target, part);
    return how;
}

// EXTERNAL MODULE: ./build/catalog/manifest.js
var catalog_manifest = __webpack_require__(49227);
// EXTERNAL MODULE: ./build/catalog/outside.js
var outside = __webpack_require__(93571);
// EXTERNAL MODULE: ./build/catalog/volumes-list.js
var volumes_list = __webpack_require__(71336);
// EXTERNAL MODULE: ./build/catalog/wraps.js
var catalog_wraps = __webpack_require__(52045);
;// CONCATENATED MODULE: ./build/commands/sync/parts.js








function known(key, body) {
    return { key, bytes: body.byteLength, sha256: (0,object_io/* sha256Of */.Bj)(body), body };
}
async function wrapsOf(context, offer) {
    const { job, id, encrypted } = offer.entry;
    if (!encrypted)
        return [];
    for (const store of storesOf(offer)) {
        const wraps = await (0,catalog_wraps/* readWraps */.Ak)(store, job, id, context.signal);
        if (wraps.length > 0)
            return wraps.map(({ key, wrapped }) => known(key, wrapped));
    }
    return [];
}
/** What a single object outside of the backup's folder needs beside it: claims first, and its checksum. */
async function outsideParts(offer, object) {
    if (!(0,catalog_keys/* isOutside */._K)(object.key))
        return { before: [], after: [] };
    const { job, id } = offer.entry;
    const claim = (key) => known(`${(0,catalog_keys/* claimsPrefix */.EJ)(job, id)}${key}`, Buffer.from(`${key}\n`));
    const beside = (0,outside/* checksumKey */.Rq)(object.key);
    const [source] = storesOf(offer);
    const hasChecksum = source !== undefined && (await (0,object_io/* findObject */.Z)(source, beside)) !== undefined;
    const checksum = known(beside, Buffer.from((0,outside/* checksumLine */.Ut)(object.key, object.sha256)));
    return {
        before: [claim(object.key), ...(hasChecksum ? [claim(beside)] : [])],
        after: hasChecksum ? [checksum] : [],
    };
}
/**
 * Reads manifest, volumes list and wraps of a backup. Nothing needs a key. Errors: `object-damaged` where no source has
 * a good one of them.
 */
async function partsOf(context, offer) {
    const { job, id, bytes, manifestSha256: sha256 } = offer.entry;
    const key = (0,catalog_keys/* manifestKey */.Rn)(job, id);
    const body = await fetchWhole(context, storesOf(offer), { key, bytes, sha256 });
    const { manifest } = (0,catalog_manifest/* decodeManifest */.MK)(body, key);
    const { volumes, meta, index, state } = manifest.objects;
    const list = await fetchWhole(context, storesOf(offer), volumes);
    const singles = manifest.streams.flatMap(({ object }) => object ?? []);
    const before = [];
    const after = [];
    for (const single of singles) {
        const beside = await outsideParts(offer, single);
        before.push(...beside.before);
        after.push(single, ...beside.after);
    }
    const records = (0,volumes_list/* decodeVolumesList */.an)(list, (0,catalog_keys/* dataPrefix */.BW)(job, id));
    const side = [meta, index, state].filter((object) => object !== undefined);
    return {
        manifest: { key, bytes, sha256, body },
        wraps: await wrapsOf(context, offer),
        objects: [
            ...before,
            ...records.map((record) => ({ key: record.key, bytes: record.bytes, sha256: record.sha256 })),
            ...after,
            { ...volumes, body: list },
            ...side,
        ],
    };
}

;// CONCATENATED MODULE: ./build/commands/sync/copy.js









const copy_atOnce = 4;
function bytesOf(parts) {
    return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}
/** Wraps and claims first: data whose key is nowhere would be worth nothing, and unclaimed objects are never collected. */
function isAhead({ key }) {
    return /^keys\/|^data\/[^/]+\/[^/]+\/~outside\//.test(key);
}
async function send({ context, job, target }, offer, missing) {
    const sources = storesOf(offer);
    const progress = (0,backup_progress/* progressOf */.j)(context.reporter, {
        job,
        stream: `${offer.entry.id} to ${target.name}`,
        phase: 'copy',
        total: bytesOf(missing),
    });
    progress.add(0);
    const one = async (part) => {
        context.signal.throwIfAborted();
        await createPart(context, target.store, sources, part);
        progress.add(part.bytes);
    };
    for (const part of missing.filter(isAhead))
        await one(part);
    await (0,bounded/* forEachBounded */.a)(missing.filter((part) => !isAhead(part)), copy_atOnce, one);
    progress.done();
}
/** What a run that died left there is not whole: nothing is replaced unasked. */
async function replaceLeft({ context, job, target }, offer, damaged) {
    if (damaged.length === 0)
        return;
    const what = damaged.length === 1 ? damaged[0]?.key : `${damaged.length} objects`;
    await context.confirm(`Replace ${what} of ${job} at ${target.name}, which a run that died left there damaged?`);
    for (const part of damaged)
        await mend(context, target.store, storesOf(offer), part);
}
/**
 * Copies one backup as it is: wraps, volumes, side objects, each compared with its hash on the way, then the manifest.
 * What is there already is not sent again. Errors: `object-damaged`, `object-missing` where its keys are nowhere,
 * `parent-missing`, `commit-conflict`, `store-lied`, and the stores'.
 */
async function copyBackup(run, offer) {
    const { context, target, options } = run;
    const { id, level, encrypted } = offer.entry;
    const parts = await partsOf(context, offer);
    if (encrypted && parts.wraps.length === 0) {
        throw new errors_error/* HoldfastError */.E('object-missing', `the keys of ${id} are at none of its destinations`, {
            hint: 'Nobody can open this backup: it is not copied. Make a new full backup.',
            context: { id },
        });
    }
    const objects = [...parts.wraps, ...parts.objects];
    const { missing, damaged } = await lookAt(context, target.store, offer, objects, options.depth);
    if (!options.dryRun) {
        await replaceLeft(run, offer, damaged);
        await send(run, offer, missing);
        await commitCopy(run, offer, parts, objects);
    }
    return {
        id,
        level,
        from: offer.sources[0]?.name ?? '',
        objects: objects.length + 1,
        bytes: bytesOf([...objects, parts.manifest]),
        sentBytes: bytesOf([...missing, ...damaged, parts.manifest]),
    };
}

// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(47167);
// EXTERNAL MODULE: ./build/report/bytes.js
var report_bytes = __webpack_require__(20140);
;// CONCATENATED MODULE: ./build/commands/sync/heal.js









/** Wraps come and go with `rekey`: only where a backup has none left are they taken for lost. */
async function woundsOf(run, offer) {
    const { context, target, options } = run;
    const { store } = target;
    const { job, id } = offer.entry;
    const parts = await partsOf(context, offer);
    const wraps = (await (0,catalog_wraps/* listWraps */.iR)(store, job, id)).length === 0 ? parts.wraps : [];
    const found = await lookAt(context, store, offer, [...wraps, ...parts.objects], options.depth);
    const isManifestBad = target.catalogue.damaged.some((damaged) => damaged.id === id);
    const damaged = [...found.damaged, ...(isManifestBad ? [parts.manifest] : [])];
    return [
        ...found.missing.map((part) => ({ offer, part, what: 'missing' })),
        ...damaged.map((part) => ({ offer, part, what: 'damaged' })),
    ];
}
/** Looks at every backup that the target has or has damaged. One that cannot be judged is an error, and the next is looked at. */
async function examine(run, errors) {
    const { context, target, offers } = run;
    const { points, damaged } = target.catalogue;
    const wounds = [];
    for (const { id } of [...points, ...damaged]) {
        const offer = offers.byId.get(id);
        if (offer === undefined)
            continue;
        try {
            wounds.push(...(await woundsOf(run, offer)));
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    return wounds;
}
function questionOf({ job, target }, wounds) {
    const count = (what) => wounds.filter((wound) => wound.what === what).length;
    const parts = [
        ...(count('damaged') > 0 ? [`replace ${(0,report_bytes/* plural */.LS)(count('damaged'), 'damaged object')}`] : []),
        ...(count('missing') > 0 ? [`bring back ${(0,report_bytes/* plural */.LS)(count('missing'), 'missing object')}`] : []),
    ];
    const bytes = wounds.reduce((sum, { part }) => sum + part.bytes, 0);
    const from = [...new Set(wounds.flatMap(({ offer }) => offer.sources.map(({ name }) => name)))].join(', ');
    const text = `${parts.join(' and ')} of ${job} at ${target.name} from ${from}, ${(0,report_bytes/* formatBytes */.z3)(bytes)}?`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
/** Whatever takes something away says so first, for whoever looks for what was there. */
async function audit(context, { target }, wounds) {
    const lines = wounds
        .filter(({ what }) => what === 'damaged')
        .map(({ offer, part }) => ({
        action: 'heal',
        job: offer.entry.job,
        id: offer.entry.id,
        reason: `${part.key} is not what was written`,
    }));
    if (lines.length === 0)
        return;
    const { host, run } = context.identity;
    const plan = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(lines)).digest('hex');
    await (0,runlog/* writeAudit */.fs)(target.store, { time: context.clock.now(), actor: run?.actor ?? host, plan: `sha256:${plan}`, lines }, context.signal);
}
/**
 * Brings missing and damaged objects of the target's backups back from good destinations, after asking once. Errors:
 * `confirmation-needed`; what befalls a single object is collected.
 */
async function heal(run) {
    const { context, target, options } = run;
    const healed = [];
    const errors = [];
    const wounds = await examine(run, errors);
    if (wounds.length === 0)
        return { healed, errors };
    const line = ({ offer, part, what }) => ({
        id: offer.entry.id,
        key: part.key,
        what,
        from: offer.sources[0]?.name ?? '',
        bytes: part.bytes,
    });
    if (options.dryRun)
        return { healed: wounds.map((wound) => ({ ...line(wound), how: 'planned' })), errors };
    await context.confirm(questionOf(run, wounds));
    await audit(context, run, wounds);
    for (const wound of wounds) {
        try {
            const how = await mend(context, target.store, storesOf(wound.offer), wound.part);
            if (how !== 'was-whole')
                healed.push({ ...line(wound), how });
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    return { healed, errors };
}

;// CONCATENATED MODULE: ./build/commands/sync/target.js













/** What makes every further attempt at this destination as vain. */
function endsAll(error) {
    return error.retryable || error.exitStatus === 7 || ['disk-full', 'lease-lost'].includes(error.code);
}
async function copyAll(run, wanted, errors) {
    const copied = [];
    const failed = [];
    for (const id of wanted) {
        const offer = run.offers.byId.get(id);
        if (offer === undefined)
            continue;
        try {
            (0,commands_context/* step */.P)(run.context, `${id} to ${run.target.name}`, run.job);
            copied.push(await copyBackup(run, offer));
        }
        catch (thrown) {
            run.context.signal.throwIfAborted();
            const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
            const { code, message } = error;
            failed.push({ id, code, message });
            errors.push(Object.assign(error, { context: { id, destination: run.target.name, ...error.context } }));
            if (endsAll(error))
                break;
        }
    }
    return { copied, failed };
}
/** Damaged manifests that nobody has a good copy of. */
function hopeless({ target, offers }) {
    return target.catalogue.damaged
        .filter(({ id }) => !offers.byId.has(id))
        .map(({ key, id }) => new errors_error/* HoldfastError */.E('manifest-damaged', `${key} at ${target.name} is damaged, and no other destination has it`, {
        hint: 'Restore from another backup; `holdfast cleanup --force` goes on without this one.',
        context: { id, destination: target.name },
    }));
}
function pointsOf(entries, proven) {
    return entries.map((entry) => ({ ...(0,repository_entries/* toRecoveryPoint */.z)(entry), proven: entry.proven || proven.has(entry.id) }));
}
async function fill(run, startedAt) {
    const { context, job, target, offers, leases, options } = run;
    const proven = new Set(offers.points.filter((point) => point.proven).map(({ id }) => id));
    // What is damaged there is there: it is healed, whatever retention would say of it as something new.
    const lacked = offers.points.filter(({ id }) => !target.catalogue.damaged.some((damaged) => damaged.id === id));
    const plan = (0,plan_sync/* planSync */.R)(lacked, {
        name: target.name,
        points: pointsOf(target.catalogue.points, proven),
        rules: (0,passes_on/* rulesAt */.h)(context.config.job(job), target.name),
        storeNow: leases[0]?.storeTime() ?? context.clock.now(),
    }, { now: context.clock.now(), timezone: context.config.timezone });
    const errors = hopeless(run);
    let healing = { healed: [], errors: [] };
    const { copied, failed } = await copyAll(run, plan.wanted, errors);
    try {
        if (!errors.some(endsAll))
            healing = await heal(run);
    }
    catch (error) {
        context.signal.throwIfAborted();
        errors.push((0,outcome/* asHoldfastError */.Cs)(error));
    }
    errors.push(...healing.errors);
    const here = new Set([...target.catalogue.points, ...copied].map(({ id }) => id));
    const alongside = options.dryRun || errors.some(endsAll) ? 0 : await copyBeside(run, here);
    const sum = (parts) => parts.reduce((all, { bytes }) => all + bytes, 0);
    return {
        result: {
            job,
            destination: target.name,
            status: options.dryRun ? 'dry-run' : errors.length === 0 ? 'success' : 'partial',
            copied,
            healed: healing.healed,
            left: [...plan.left, ...offers.left],
            failed,
            alongside,
            sentBytes: options.dryRun
                ? 0
                : copied.reduce((all, { sentBytes }) => all + sentBytes, 0) + sum(healing.healed),
            seconds: (context.clock.monotonic() - startedAt) / 1000,
        },
        errors,
    };
}
function skipped(job, destination) {
    const nothing = { copied: [], healed: [], left: [], failed: [], alongside: 0, sentBytes: 0, seconds: 0 };
    return { result: { job, destination, status: 'skipped', ...nothing }, errors: [] };
}
/**
 * Fills one destination up with what `sources` have of a job, under the job's lease there; the sources are only read.
 * Errors: what keeps all of it from happening; what befalls single backups is in the report.
 */
async function syncTarget(context, job, name, sources, options) {
    const startedAt = context.clock.monotonic();
    const destination = await openTarget(context, name, sources[0], options.dryRun);
    const leases = options.dryRun
        ? []
        : await (0,lease/* leaseJob */.Yf)(context, job, await (0,lease_store/* leaseStores */.J)(context, [destination]), options.onBusy);
    if (leases === undefined)
        return skipped(job, name);
    try {
        const held = { ...context, signal: (0,lease/* whileHeld */.tE)(context.signal, leases) };
        const target = await look(held, destination, job);
        tellUnshredded(held, job, target, sources);
        return await fill({ context: held, job, target, offers: offersOf(sources, target), leases, options }, startedAt);
    }
    finally {
        await (0,lease/* releaseAll */.Th)(leases);
    }
}

;// CONCATENATED MODULE: ./build/commands/sync.js






/** Who is read and who is filled up. Errors: `usage` where nothing is left of one of them. */
function placesOf(context, job, { from }) {
    const all = context.config.job(job).to.map(({ name }) => name);
    const sources = from === undefined ? all : [from];
    const targets = (0,destination/* chosenDestinations */.Cf)(context, all).filter((name) => name !== from);
    if (targets.some((target) => sources.some((source) => source !== target)))
        return { sources, targets };
    throw new errors_error/* HoldfastError */.E('usage', `job ${job} has no two destinations to copy between`, {
        hint: 'Give the job a second destination under `to:`; --destination names one of those to fill up, --from one to read.',
        context: { job, destinations: all },
    });
}
async function openSources(context, job, names, isNew) {
    const sites = [];
    const errors = [];
    const bad = new Set();
    for (const name of names) {
        try {
            const site = await look(context, await (0,destination/* openDestination */.xB)(context, name), job);
            sites.push(site);
        }
        catch (thrown) {
            context.signal.throwIfAborted();
            // One that holds nothing yet is to be filled up, and nobody's source.
            if ((0,errors_error/* hasCode */.u)(thrown, 'repository-missing') && isNew)
                continue;
            const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
            bad.add(name);
            errors.push(Object.assign(error, { context: { destination: name, ...error.context } }));
        }
    }
    return { sites, errors, bad };
}
function nothingYet(job, destinations) {
    return new errors_error/* HoldfastError */.E('repository-missing', `no destination of ${job} holds anything yet`, {
        hint: 'Check their paths or buckets and prefixes; the first backup makes the repository.',
        context: { job, destinations },
    });
}
async function syncJob(context, job, options) {
    const { sources, targets } = placesOf(context, job, options);
    const { sites, errors, bad } = await openSources(context, job, sources, options.from === undefined);
    if (sites.length + errors.length === 0)
        throw nothingYet(job, sources);
    const results = [];
    for (const name of targets) {
        if (bad.has(name))
            continue;
        const others = sites.filter((site) => site.name !== name);
        const [first, ...more] = others;
        if (first === undefined)
            continue;
        const alike = more.filter((site) => site.repository.repository === first.repository.repository);
        try {
            const report = await syncTarget(context, job, name, [first, ...alike], options);
            results.push(report.result);
            errors.push(...report.errors);
        }
        catch (thrown) {
            context.signal.throwIfAborted();
            const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
            errors.push(Object.assign(error, { context: { destination: name, ...error.context } }));
        }
    }
    return { results, errors };
}
/** Hands events on, and keeps the warnings among them for the document. */
function noting(reporter, warnings) {
    return {
        on(event) {
            if (event.type === 'finding' && event.finding.severity === 'warning')
                warnings.push(event.finding);
            reporter.on(event);
        },
    };
}
/** Refused stays refused; else what was done at all makes a failure a partial one. */
function exitCodeOf(results, errors) {
    if (errors.some(({ exitStatus }) => exitStatus === 7))
        return 7;
    const done = results.some(({ status, copied, healed, failed }) => status === 'success' || copied.length + healed.length > 0 || failed.length === 0);
    const exit = (0,outcome/* exitOf */.sX)(errors, done ? 1 : 0);
    return done && exit === 5 ? 3 : exit;
}
/**
 * `holdfast sync [jobs…]`: fills each destination of a job up with what others have and it would keep, parents first,
 * and heals what is missing or damaged there after asking. Bytes are copied as they are: no key is needed. Reads with
 * the drill role at one destination and writes with the backup role at the other.
 */
async function sync(plain, jobs, options) {
    const warnings = [];
    const context = { ...plain, reporter: noting(plain.reporter, warnings) };
    const { config, onlyDestinations } = context;
    const selected = (0,repository_select/* selectJobs */.h)(context, jobs).filter((job) => jobs.length > 0 || options.from !== undefined || config.job(job).to.length > 1);
    const names = options.from === undefined ? undefined : [options.from, ...onlyDestinations];
    config.prepare({
        jobs: selected,
        ...(names !== undefined && onlyDestinations.length > 0 && { destinations: names }),
        parts: ['destinations', 'trust'],
    });
    if (options.from !== undefined)
        config.destination(options.from);
    const results = [];
    const errors = [];
    for (const job of selected) {
        try {
            const report = await syncJob(context, job, options);
            results.push(...report.results);
            errors.push(...report.errors.map((error) => (0,outcome/* errorOfJob */.Dm)(error, job)));
        }
        catch (error) {
            errors.push((0,outcome/* errorOfJob */.Dm)(error, job));
            if (context.signal.aborted)
                break;
        }
    }
    return { results, warnings, errors, exitCode: exitCodeOf(results, errors) };
}


/***/ }),

/***/ 94467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ dayText),
/* harmony export */   HJ: () => (/* binding */ localTime),
/* harmony export */   eC: () => (/* binding */ lastDayOf),
/* harmony export */   jR: () => (/* binding */ dayNumberOf)
/* harmony export */ });
/* harmony import */ var _domain_wall_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61574);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);


const day = 86_400_000;
const formats = new Map();
function formatOf(timezone) {
    const known = formats.get(timezone);
    if (known)
        return known;
    try {
        const made = (0,_domain_wall_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .wallClockFormat */ .e)(timezone);
        formats.set(timezone, made);
        return made;
    }
    catch (cause) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('config-invalid', `unknown time zone ${timezone}`, {
            hint: 'Set `timezone` to a name of the IANA database, such as Europe/Berlin or UTC.',
            context: { timezone },
            cause,
        });
    }
}
/** The wall clock in `timezone` at `moment`. Throws `config-invalid` for a zone that does not exist. */
function localTime(moment, timezone) {
    const text = formatOf(timezone).format(moment);
    const match = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(text);
    if (!match)
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', `unreadable local time ${text}`);
    const [month = 0, dayOfMonth = 0, year = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
    const midnight = Date.UTC(year, month - 1, dayOfMonth);
    const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
    const dayNumber = midnight / day;
    return {
        year,
        month,
        day: dayOfMonth,
        hour,
        dayNumber,
        weekDay: (((dayNumber + 4) % 7) + 7) % 7,
        offsetMinutes: Math.round((wall - Math.floor(moment.getTime() / 1000) * 1000) / 60_000),
    };
}
/** `2026-11-18` of a local day number. */
function dayText(dayNumber) {
    return new Date(dayNumber * day).toISOString().slice(0, 10);
}
/** The last day of a month; month 13 is January of the next year. */
function lastDayOf(year, month) {
    return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
/** The local day number of a date. */
function dayNumberOf(year, month, dayOfMonth) {
    return Date.UTC(year, month - 1, dayOfMonth) / day;
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

/***/ 95415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ periodOf),
/* harmony export */   k: () => (/* binding */ tierOf)
/* harmony export */ });
/* harmony import */ var _calendar_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94467);

const two = (n) => String(n).padStart(2, '0');
function hour(time) {
    // The offset tells the two hours apart that share a name when clocks go back.
    const minutes = Math.abs(time.offsetMinutes);
    const sign = time.offsetMinutes < 0 ? '-' : '+';
    const offset = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    return `${(0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayText */ .Ew)(time.dayNumber)} ${two(time.hour)}:00${offset}`;
}
function week(time, weekDay) {
    return `week to ${(0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayText */ .Ew)(time.dayNumber + ((weekDay - time.weekDay + 7) % 7))}`;
}
function month(time, monthDay) {
    if (monthDay === undefined)
        return `${time.year}-${two(time.month)}`;
    const end = Math.min(monthDay, (0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .lastDayOf */ .eC)(time.year, time.month));
    if (time.day <= end)
        return `month to ${(0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayText */ .Ew)((0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayNumberOf */ .jR)(time.year, time.month, end))}`;
    const next = Math.min(monthDay, (0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .lastDayOf */ .eC)(time.year, time.month + 1));
    return `month to ${(0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayText */ .Ew)((0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayNumberOf */ .jR)(time.year, time.month + 1, next))}`;
}
/**
 * The name of the calendar period that a local time falls into: equal for all moments of one period, different for
 * any other, and fit to be shown (`2026-11-18`, `week to 2026-11-22`, `2026-11`, `month to 2026-12-01`, `2026`).
 */
function periodOf(kind, time, ends) {
    switch (kind) {
        case 'hourly':
            return hour(time);
        case 'daily':
            return (0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayText */ .Ew)(time.dayNumber);
        case 'weekly':
            return week(time, ends.weekDay);
        case 'monthly':
            return month(time, ends.monthDay);
        case 'yearly':
            return String(time.year);
    }
}
/**
 * The template word `{tier}`: `monthly` on the day that closes a month, else `weekly` on the day that closes a week,
 * else `daily`.
 */
function tierOf(time, ends) {
    const last = (0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .lastDayOf */ .eC)(time.year, time.month);
    if (time.day === Math.min(ends.monthDay ?? last, last))
        return 'monthly';
    return time.weekDay === ends.weekDay ? 'weekly' : 'daily';
}


/***/ }),

/***/ 85116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ planSync)
/* harmony export */ });
/* harmony import */ var _chains_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75707);
/* harmony import */ var _floors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54294);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75933);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4763);




/**
 * What a destination lacks of `points` and would keep if it had it, by its own rules. Proofs decide as far as there
 * are any, and never hold everything: what stays only until a drill has passed is not worth sending.
 */
function planSync(points, target, common) {
    const has = new Set(target.points.map(({ id }) => id));
    const missing = points.filter(({ id }) => !has.has(id)).sort(_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .newestFirst */ .l);
    const all = [...target.points, ...missing];
    const proven = all.filter((point) => point.proven).length;
    const rules = target.rules && {
        ...target.rules,
        requireProofs: Math.min(target.rules.requireProofs, proven),
    };
    const { decisions } = (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planRetention */ .S)(all, rules, {
        ...common,
        storeNow: target.storeNow,
        // One that leaves its floors to the others needs nothing that they have.
        ...((0,_floors_js__WEBPACK_IMPORTED_MODULE_2__/* .isPassing */ .W)(rules) && { elsewhere: points }),
    });
    const byId = new Map(all.map((point) => [point.id, point]));
    const verdicts = new Map(decisions.map((decision) => [decision.id, decision]));
    const wanted = new Set();
    for (const point of missing) {
        if (verdicts.get(point.id)?.keep !== true)
            continue;
        const older = (0,_chains_js__WEBPACK_IMPORTED_MODULE_3__/* .ancestorsOf */ .Gw)(point, byId).filter((id) => !has.has(id));
        const byLevel = (id) => byId.get(id)?.level ?? 0;
        for (const id of older.sort((a, b) => byLevel(a) - byLevel(b)))
            wanted.add(id);
        wanted.add(point.id);
    }
    const left = missing
        .filter(({ id }) => !wanted.has(id))
        .map(({ id }) => ({ id, reason: verdicts.get(id)?.reasons.join('; ') ?? 'no rule keeps it' }));
    return { wanted: [...wanted], left };
}


/***/ }),

/***/ 75933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ planRetention)
});

// EXTERNAL MODULE: ./build/retention/chains.js
var chains = __webpack_require__(75707);
// EXTERNAL MODULE: ./build/retention/floors.js
var retention_floors = __webpack_require__(54294);
// EXTERNAL MODULE: ./build/retention/calendar.js
var calendar = __webpack_require__(94467);
// EXTERNAL MODULE: ./build/retention/periods.js
var periods = __webpack_require__(95415);
;// CONCATENATED MODULE: ./build/retention/span.js
const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
];
/** A duration as the configuration writes it, in its largest fitting unit, rounded down: `7d`, `36h`, `15m`. */
function spanText(milliseconds) {
    for (const [unit, size] of units) {
        if (milliseconds >= size && (milliseconds % size === 0 || milliseconds >= 3 * size)) {
            return `${Math.floor(milliseconds / size)}${unit}`;
        }
    }
    return `${Math.max(0, Math.floor(milliseconds / 1000))}s`;
}

;// CONCATENATED MODULE: ./build/retention/rules.js



const kept = (reason) => ({ keep: true, reason });
const released = (reason) => ({ keep: false, reason });
function lastRule(count, { counted }) {
    const positions = new Map(counted.map((point, index) => [point.id, index]));
    return ({ id }) => {
        const position = positions.get(id);
        if (position === undefined)
            return undefined;
        if (position < count)
            return kept(`last ${position + 1} of ${count}`);
        return released(`last: ${position} newer, ${count} kept`);
    };
}
function periodRule(kind, count, counted, label) {
    const periods = new Map();
    const labels = new Map();
    for (const point of counted) {
        const name = label(kind, point);
        labels.set(point.id, name);
        const period = periods.get(name) ?? { index: periods.size, newest: point.id };
        periods.set(name, period);
        if (point.proven)
            period.proven ??= point.id;
    }
    return ({ id }) => {
        const name = labels.get(id);
        const period = name === undefined ? undefined : periods.get(name);
        if (!period)
            return undefined;
        if (period.index >= count)
            return released(`${kind}: ${name} is before the last ${count}`);
        const slot = `${kind} ${period.index + 1} of ${count} (${name})`;
        if (id === period.newest)
            return kept(slot);
        if (id === period.proven)
            return kept(`${slot}, newest proven`);
        return released(`${kind}: not the newest of ${name}`);
    };
}
function labeller(rules, timezone) {
    const times = new Map();
    return (kind, point) => {
        const time = times.get(point.id) ?? (0,calendar/* localTime */.HJ)(point.createdAt, timezone);
        times.set(point.id, time);
        return (0,periods/* periodOf */.j)(kind, time, rules);
    };
}
/** Windows of time displace nothing, so they hold what does not count as well. */
function withinRule(span, { counted }) {
    const newest = counted[0];
    return ({ createdAt }) => {
        if (!newest)
            return undefined;
        const behind = newest.createdAt.getTime() - createdAt.getTime();
        if (behind <= span)
            return kept(`within ${spanText(span)}`);
        return released(`within: ${spanText(behind)} older than the newest`);
    };
}
function tagRule(tag, span, now) {
    return ({ tags, createdAt }) => {
        if (!tags.includes(tag))
            return undefined;
        if (span === 'forever')
            return kept(`tag ${tag} for ever`);
        if (now.getTime() - createdAt.getTime() <= span)
            return kept(`tag ${tag} for ${spanText(span)}`);
        return released(`tag ${tag}: older than ${spanText(span)}`);
    };
}
const periodCounts = [
    ['hourly', 'keepHourly'],
    ['daily', 'keepDaily'],
    ['weekly', 'keepWeekly'],
    ['monthly', 'keepMonthly'],
    ['yearly', 'keepYearly'],
];
/** Whether there is any `keep-` rule at all. Without one nothing is ever deleted, whatever the floors are. */
function hasKeepRule(rules) {
    if (!rules)
        return false;
    const counts = [rules.keepLast, rules.keepWithin, ...periodCounts.map(([, key]) => rules[key])];
    return counts.some((count) => count !== undefined) || Object.keys(rules.keepTags ?? {}).length > 0;
}
/** The judges of all `keep-` rules that are set, in the order in which their reasons are shown. */
function judgesOf(rules, found, options) {
    const label = labeller(rules, options.timezone);
    const judges = [];
    if (rules.keepLast)
        judges.push(lastRule(rules.keepLast, found));
    for (const [kind, key] of periodCounts) {
        const count = rules[key];
        if (count)
            judges.push(periodRule(kind, count, found.counted, label));
    }
    if (rules.keepWithin !== undefined)
        judges.push(withinRule(rules.keepWithin, found));
    for (const [tag, span] of Object.entries(rules.keepTags ?? {})) {
        judges.push(tagRule(tag, span, options.now));
    }
    return judges;
}

// EXTERNAL MODULE: ./build/retention/survey.js
var survey = __webpack_require__(4763);
;// CONCATENATED MODULE: ./build/retention/plan.js




/** What holds a point whatever the rules are, also where it does not count. */
function unconditional(found, options) {
    const newest = found.counted[0];
    return (point) => {
        if (found.isFuture(point))
            return { keep: true, reason: 'dated in the future: kept, not counted' };
        if (point.held)
            return { keep: true, reason: 'held' };
        const awaiting = options.awaited?.get(point.id);
        if (awaiting?.length)
            return { keep: true, reason: `not yet at ${awaiting.join(', ')}` };
        const broken = found.chains.get(point.id)?.broken;
        const trouble = point.valid
            ? broken && `chain broken, ${broken}`
            : point.shredded
                ? 'shredded'
                : 'incomplete';
        if (!trouble)
            return undefined;
        // What does not count is still better than nothing, until something newer does count.
        if (!newest || newest.createdAt.getTime() <= point.createdAt.getTime()) {
            return { keep: true, reason: `${trouble}: kept until a newer recovery point exists` };
        }
        return { keep: false, reason: `${trouble}: not counted, ${newest.id} is newer` };
    };
}
function judge(point, judges) {
    const verdicts = judges.flatMap((each) => each(point) ?? []);
    const keeping = verdicts.filter(({ keep }) => keep);
    const shown = (keeping.length > 0 ? keeping : verdicts).map(({ reason }) => reason);
    return { id: point.id, keep: keeping.length > 0, reasons: shown.length > 0 ? shown : ['no rule keeps it'] };
}
/** Ancestors of what is kept are kept: the reason names the newest child and how many there are besides. */
function withAncestors(decisions, { byId }) {
    const children = new Map();
    for (const { id, keep } of decisions) {
        const point = byId.get(id);
        if (!keep || !point)
            continue;
        for (const ancestor of (0,chains/* ancestorsOf */.Gw)(point, byId)) {
            const needing = children.get(ancestor) ?? [];
            needing.push(id);
            children.set(ancestor, needing);
        }
    }
    return decisions.map((decision) => {
        const needing = children.get(decision.id);
        if (!needing)
            return decision;
        const more = needing.length > 1 ? ` and ${needing.length - 1} more` : '';
        const reason = `needed by ${needing[0]}${more}`;
        return { id: decision.id, keep: true, reasons: [...(decision.keep ? decision.reasons : []), reason] };
    });
}
/** All points kept, those that would have gone for `reason`. */
function keepAll(decisions, reason) {
    return decisions.map((decision) => decision.keep ? decision : { ...decision, keep: true, reasons: [reason] });
}
function futureFindings({ points, isFuture }) {
    const names = points.filter(isFuture).map(({ id }) => id);
    if (names.length === 0)
        return [];
    const what = names.length === 1 ? '1 backup is' : `${names.length} backups are`;
    return [
        {
            severity: 'warning',
            code: 'clock-in-future',
            message: `${what} dated in the future: kept, not counted`,
            hint: 'Set the clock of the host that wrote them; retention counts them once their time has come.',
            names,
        },
    ];
}
function refusalOf(decisions, found, backing, failedDrill) {
    const wouldDelete = decisions.filter(({ keep }) => !keep).map(({ id }) => id);
    if (wouldDelete.length === 0)
        return undefined;
    const keeps = new Set(decisions.filter(({ keep }) => keep).map(({ id }) => id));
    const survivors = [...backing.counted, ...found.counted.filter(({ id }) => keeps.has(id))];
    if (survivors.length === 0) {
        return {
            code: 'plan-deletes-everything',
            message: `the plan would delete every recovery point (${wouldDelete.length})`,
            hint: 'Set `retention.minimum` to at least 1, or give the job a `keep-` rule that keeps something.',
            wouldDelete,
        };
    }
    if (!failedDrill)
        return undefined;
    return {
        code: 'drill-failed',
        message: `the last drill failed (${failedDrill.id}, ${failedDrill.finishedAt}), so nothing is deleted`,
        hint: 'Find out why with `holdfast verify --depth restore` and drill again, or pass --force to delete nevertheless.',
        wouldDelete,
    };
}
/**
 * Decides which of a job's points at one destination may go, with a reason for each. Pure: the same arguments give
 * the same plan, and planning again over the survivors deletes nothing more.
 *
 * - A point dies only if every rule lets it go. No rules, or none that begins with `keep-`: nothing ever dies.
 * - Only recovery points count: valid, chain-whole here, not dated more than an hour ahead of the store. What does
 *   not count takes nobody's place; it stays while nothing newer counts, and within `keep-within` and `keep-tags`.
 * - In a period whose newest point is unproven the newest proven one stays as well, and the newest proven point of
 *   all stays always: an unproven point never displaces a proven one.
 * - Every ancestor of a kept point is kept.
 * - `require-proofs` unmet: nothing is deleted, `note` says why. This is no error.
 * - `refused` (`plan-deletes-everything`, `drill-failed`): nothing may be deleted; the decisions then say so too.
 *
 * @throws HoldfastError `config-invalid` where the time zone does not exist.
 */
function planRetention(points, rules, options) {
    const found = (0,survey/* survey */.F)(points, options.storeNow);
    const findings = futureFindings(found);
    if (!hasKeepRule(rules)) {
        const decisions = found.points.map(({ id }) => ({ id, keep: true, reasons: ['no retention rule'] }));
        return { decisions, findings };
    }
    const elsewhere = (0,survey/* survey */.F)(options.elsewhere ?? [], options.storeNow);
    const backing = (0,retention_floors/* isPassing */.W)(rules) ? elsewhere : (0,survey/* survey */.F)([], options.storeNow);
    const floors = (0,retention_floors/* floorsOf */.t)(rules, found, elsewhere, backing);
    const judges = [unconditional(found, options), ...judgesOf(rules, found, options), ...floors.judges];
    const decisions = withAncestors(found.points.map((point) => judge(point, judges)), found);
    if (floors.frozen !== undefined) {
        return {
            decisions: keepAll(decisions, floors.frozen),
            note: `nothing deleted: ${floors.frozen}`,
            findings,
        };
    }
    const refused = refusalOf(decisions, found, backing, options.failedDrill);
    if (!refused)
        return { decisions, findings };
    return { decisions: keepAll(decisions, 'the plan is refused'), refused, findings };
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
