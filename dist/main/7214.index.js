export const id = 7214;
export const ids = [7214];
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

/***/ 33079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ rememberFailure),
/* harmony export */   x: () => (/* binding */ lastRunFailed)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _catalog_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98430);
/* harmony import */ var _catalog_parse_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60864);
/* harmony import */ var _catalog_runlog_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47167);





function fileOf({ stateDirectory }, job) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateDirectory, 'failed', job);
}
/** Keeps in mind that a run failed, for when not even its log could be stored. Best effort. */
async function rememberFailure(context, job, failed) {
    const file = fileOf(context, job);
    try {
        if (!failed)
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file, { force: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true, mode: 0o700 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, '', { mode: 0o600 });
    }
    catch {
        // The state directory says so where it is needed.
    }
}
/** The newest run before `id` that left a log at a destination. */
async function previousRun({ store }, job, id) {
    let newest;
    for await (const { key } of store.list((0,_catalog_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .branchPrefix */ .$j)('logs', job))) {
        const run = (0,_catalog_parse_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLogKey */ .rv)(key);
        if (run === undefined || run.drill !== undefined || run.verify !== undefined || run.id >= id)
            continue;
        if (newest === undefined || run.id > newest)
            newest = run.id;
    }
    return newest;
}
/**
 * Whether the run of a job before `id` failed: by what this host remembers, else by the logs at the destinations, which
 * a runner that begins empty has as well. A run without a manifest failed; of one with a manifest the log says whether
 * it was a partial one, where the role may read it.
 */
async function lastRunFailed(context, job, destinations, id) {
    if (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(fileOf(context, job)).then(() => true, () => false))
        return true;
    const committed = new Set(destinations.flatMap(({ entries }) => entries.map((entry) => entry.id)));
    const runs = [];
    for (const destination of destinations) {
        const run = await previousRun(destination, job, id).catch(() => undefined);
        if (run !== undefined)
            runs.push({ id: run, destination });
    }
    const [last] = runs.sort((a, b) => (a.id < b.id ? 1 : -1));
    if (last === undefined)
        return false;
    if (!committed.has(last.id))
        return true;
    const log = await (0,_catalog_runlog_js__WEBPACK_IMPORTED_MODULE_4__/* .readRunLog */ .w3)(last.destination.store, (0,_catalog_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .runLogKey */ .R7)(job, last.id), context.signal).catch(() => undefined);
    return log !== undefined && log.status !== 'success';
}


/***/ }),

/***/ 693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ backupJob)
});

// EXTERNAL MODULE: ./build/retention/due.js
var retention_due = __webpack_require__(87543);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/commands/repository/last-start.js
var last_start = __webpack_require__(82527);
// EXTERNAL MODULE: ./build/commands/repository/lease.js
var lease = __webpack_require__(59226);
// EXTERNAL MODULE: ./build/commands/repository/lease-store.js
var lease_store = __webpack_require__(49030);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/retention/calendar.js
var calendar = __webpack_require__(94467);
// EXTERNAL MODULE: ./build/retention/periods.js
var periods = __webpack_require__(95415);
// EXTERNAL MODULE: ./build/retention/survey.js
var survey = __webpack_require__(4763);
;// CONCATENATED MODULE: ./build/retention/levels.js




/** Slots are plain calendar periods: weeks end on Sunday, months on their last day. */
const ends = { weekDay: 0 };
const slots = new Set(['hourly', 'daily', 'weekly', 'monthly', 'yearly']);
function periodKind(slot) {
    if (slots.has(slot))
        return slot;
    throw new errors_error/* HoldfastError */.E('config-invalid', `unknown slot ${slot} in levels`, {
        hint: 'Use hourly, daily, weekly, monthly, yearly or otherwise as the value of a level.',
        context: { slot },
    });
}
function fromSlots(rules, points, now, timezone) {
    const period = (kind, moment) => (0,periods/* periodOf */.j)(kind, (0,calendar/* localTime */.HJ)(moment, timezone), ends);
    for (const { level, slot } of rules) {
        if (slot === 'otherwise')
            return { level, reason: 'no lower level is due' };
        const kind = periodKind(slot);
        const current = period(kind, now);
        const taken = points.some((point) => point.level <= level && period(kind, point.createdAt) === current);
        if (!taken)
            return { level, reason: `first of ${current}` };
    }
    const last = rules.at(-1);
    return { level: last?.level ?? 0, reason: last ? 'every slot is taken' : 'always full' };
}
/**
 * The level of the next backup. The lowest level whose calendar slot has no success yet (of it or a lower level)
 * takes it; when all are taken the highest level runs again. No rules: always 0. A level above 0 needs a whole,
 * valid backup of a lower level; without one the run is a full one, also when `requested`, and the reason says so.
 *
 * @throws HoldfastError `config-invalid` for an unknown slot or time zone.
 */
function decideLevel(options) {
    const { levels, history, now, timezone, requested } = options;
    const points = (0,survey/* survey */.F)(history, now).counted;
    const rules = [...levels].sort((a, b) => a.level - b.level);
    const wanted = requested === undefined
        ? fromSlots(rules, points, now, timezone)
        : { level: requested, reason: 'requested' };
    if (wanted.level === 0 || points.some((point) => point.level < wanted.level))
        return wanted;
    return { level: 0, reason: `level ${wanted.level} (${wanted.reason}) has no complete backup to build on` };
}

// EXTERNAL MODULE: ./build/commands/repository/passes-on.js
var passes_on = __webpack_require__(61257);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/codec/age/keys.js
var keys = __webpack_require__(47233);
// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
;// CONCATENATED MODULE: ./build/commands/repository/state-identity.js





const fileName = 'state-identity.txt';
async function readIfThere(file) {
    try {
        return new secret/* Secret */.zh(await (0,promises_.readFile)(file, 'utf8'));
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
async function create(directory) {
    const { identity } = await (0,keys/* generateKeyPair */.TZ)();
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const file = (0,external_node_path_.join)(directory, fileName);
    const handle = await (0,promises_.open)(file, 'wx', 0o600);
    try {
        await handle.writeFile(`# holdfast state identity: opens only state/, needed for increments\n${identity.reveal()}\n`);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
    return identity;
}
/**
 * The identity that opens `state/` and nothing else: `encryption.state-identity`, else the one in the state directory,
 * which is made at the first backup. Losing it costs one full backup, never data.
 */
async function stateIdentity(context) {
    const configured = context.config.stateIdentity();
    const file = (0,external_node_path_.join)(context.stateDirectory, fileName);
    try {
        const text = configured ?? (await readIfThere(file)) ?? (await create(context.stateDirectory));
        const [first] = (0,keys/* parseIdentities */.go)(text);
        if (first === undefined)
            throw new Error('no identity in it');
        return first;
    }
    catch (cause) {
        if (cause instanceof errors_error/* HoldfastError */.E)
            throw cause;
        // Two first backups at once: the other one made it.
        if (cause.code === 'EEXIST')
            return stateIdentity(context);
        throw new errors_error/* HoldfastError */.E('state-unusable', `cannot use the state directory ${context.stateDirectory}`, {
            hint: 'Make it writable for this user, or set HOLDFAST_STATE_DIR to a directory that is.',
            context: { path: context.stateDirectory },
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/commands/backup/full-instead.js
/** A run that was to be an increment and is a full one: never in silence, since it costs space and time. */
function fullInstead(job, because) {
    return {
        severity: 'warning',
        code: 'full-instead',
        message: `job ${job} makes a full backup instead of an increment: ${because}`,
    };
}

// EXTERNAL MODULE: ./build/catalog/locks.js
var locks = __webpack_require__(86568);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/backup/keep-locked.js


const day = 86_400_000;
/**
 * Keeps an increment's ancestors locked for as long as the increment will be, and a day more for the run itself. A reason
 * where some destination does not do so: the run must then be a full one.
 */
async function lockAncestors(parent, clock, signal) {
    for (const { name, store } of parent.holders) {
        if (store.lockFor === undefined)
            continue;
        const until = new Date(clock.now().getTime() + store.lockFor + day);
        try {
            await (0,locks/* extendLocks */.$)(store, parent.chain, until, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            return `${name} does not extend the lock of what it builds on: ${(0,outcome/* asHoldfastError */.Cs)(error).message}`;
        }
    }
    return undefined;
}
/** The same before the commit, for runs that took longer than the day. Errors: the store's; nothing is committed then. */
async function relockAncestors({ store }, ancestors, startedAt, { clock, signal }) {
    const now = clock.now().getTime();
    if (store.lockFor === undefined || needsNone(startedAt, now))
        return;
    await (0,locks/* extendLocks */.$)(store, ancestors, new Date(now + store.lockFor + day), signal);
}
function needsNone(startedAt, now) {
    return now - startedAt.getTime() < day - day / 24;
}

// EXTERNAL MODULE: ./build/commands/repository/source-context.js
var source_context = __webpack_require__(4161);
// EXTERNAL MODULE: ./build/catalog/chains.js
var chains = __webpack_require__(62844);
// EXTERNAL MODULE: ./build/catalog/entry.js
var entry = __webpack_require__(12064);
// EXTERNAL MODULE: ./build/catalog/keys.js
var catalog_keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/read-manifest.js
var read_manifest = __webpack_require__(83502);
// EXTERNAL MODULE: ./build/catalog/zstd-json.js
var zstd_json = __webpack_require__(35728);
// EXTERNAL MODULE: ./build/codec/age/bytes.js
var bytes = __webpack_require__(33154);
;// CONCATENATED MODULE: ./build/commands/backup/state-cache.js

/**
 * The stored bytes of a state from the cache: only where they have the hash that the parent's manifest names, since
 * others may write to a cache. Undefined where it has none, or others.
 */
async function stateFromCache({ stateCache }, key, sha256) {
    const cached = await stateCache?.read(key);
    return cached !== undefined && (0,object_io/* sha256Of */.Bj)(cached) === sha256 ? cached : undefined;
}

;// CONCATENATED MODULE: ./build/commands/backup/parent.js










/** The newest complete backup of a lower level at any destination but `except`, and which destinations have it. */
function chooseParent(destinations, level, except = new Set()) {
    let newest;
    for (const { entries } of destinations) {
        const candidate = (0,chains/* latestParent */.UU)(entries.filter(({ id }) => !except.has(id)), level);
        if (candidate && (!newest || (0,entry/* madeAt */.Z)(candidate) > (0,entry/* madeAt */.Z)(newest)))
            newest = candidate;
    }
    if (newest === undefined)
        return undefined;
    const has = ({ entries }) => entries.some(({ id, complete, manifestSha256 }) => id === newest.id && complete && manifestSha256 === newest.manifestSha256);
    const holders = destinations.filter(has);
    const [first] = holders;
    return {
        entry: newest,
        chain: first ? (0,chains/* chainOf */.dR)(newest.id, first.entries) : [],
        holders,
        lacking: destinations.filter((destination) => !has(destination)),
    };
}
const largestState = 1024 ** 3;
async function readState(context, store, entry, identity) {
    const { signal } = context;
    const { job, id, manifestSha256: sha256 } = entry;
    const { manifest } = await (0,read_manifest/* readManifest */.W)(store, job, id, { signal, sha256 });
    const { key = (0,catalog_keys/* stateKey */.bP)(job, id), sha256: expected } = manifest.objects.state ?? {};
    const cached = await stateFromCache(context, key, expected);
    const stored = cached ?? (await (0,object_io/* readObject */.Ag)(store, key, largestState, signal));
    if ((0,object_io/* sha256Of */.Bj)(stored) !== expected) {
        throw new errors_error/* HoldfastError */.E('state-unusable', `${key} is not what the parent's manifest names`);
    }
    const plain = entry.encrypted
        ? await (0,bytes/* decryptBytes */.X)(stored, { identities: identity ? [identity] : [] })
        : stored;
    return (0,zstd_json/* decompress */.m)(plain, largestState, { code: 'state-unusable', what: 'the state', key });
}
/**
 * What the source left behind for the next increment, from the first holder that gives it. Where none does, the reason:
 * the run is then a full one, loudly.
 */
async function parentState(context, parent, identity) {
    let because = 'the parent left no state';
    for (const { store } of parent.holders) {
        try {
            const state = await readState(context, store, parent.entry, identity);
            return { state: { id: parent.entry.id, level: parent.entry.level, state } };
        }
        catch (error) {
            context.signal.throwIfAborted();
            const why = (0,errors_error/* hasCode */.u)(error, 'identity-wrong')
                ? 'the state identity here is not the one that it was made for'
                : (0,outcome/* asHoldfastError */.Cs)(error).message;
            because = `the state of ${parent.entry.id} cannot be used: ${why}`;
        }
    }
    return { because };
}

;// CONCATENATED MODULE: ./build/commands/backup/usable-parent.js



/**
 * The newest backup of a lower level that the source can still build on; where there is none, the newest of all: the
 * source then makes a full one and says why. Undefined where there is no whole backup of a lower level.
 */
async function usableParent(context, { source, job }, destinations, level, identity) {
    const gone = new Set();
    let newest;
    for (;;) {
        const parent = chooseParent(destinations, level, gone);
        if (parent === undefined)
            return newest;
        const candidate = { parent, found: await parentState(context, parent, identity) };
        newest ??= candidate;
        if ('because' in candidate.found || source.canBuildOn === undefined)
            return newest;
        const sourceContext = (0,source_context/* sourceContextOf */.k)(context, job, [], 'backup');
        if (await source.canBuildOn(sourceContext, candidate.found.state.state))
            return candidate;
        (0,commands_context/* step */.P)(context, `what ${parent.entry.id} left in the source is gone`, job);
        gone.add(parent.entry.id);
    }
}

;// CONCATENATED MODULE: ./build/commands/backup/base.js









function loudly(context, job, because) {
    const finding = fullInstead(job, because);
    (0,commands_context/* tell */.q)(context, finding, job);
    return { findings: [finding] };
}
/** The level of the next run, its parent, and the state the parent left. A base that cannot be used makes it a full one. */
async function chooseBase(context, job, destinations, requested) {
    const places = job.to.flatMap(({ name }) => context.drivers.localPath(context.config.destination(name)) ?? []);
    const source = context.drivers.source(job.source.type, job.source.settings, places);
    if (requested !== undefined && requested > 0 && !source.incremental) {
        throw new errors_error/* HoldfastError */.E('usage', `job ${job.name} has no level ${requested}: a ${job.source.type} source is always full`, {
            hint: 'Leave --level out, or use --level 0.',
        });
    }
    const history = [
        ...new Map(destinations.flatMap(({ entries }) => entries).map((entry) => [entry.id, entry])).values(),
    ];
    const decided = decideLevel({
        levels: source.incremental ? job.levels : [],
        history: history.map(entries/* toRecoveryPoint */.z),
        now: context.clock.now(),
        timezone: context.config.timezone,
        ...(requested === undefined ? {} : { requested }),
    });
    const identity = context.config.encryption().none ? undefined : await stateIdentity(context);
    const full = (reason) => ({
        source,
        level: 0,
        reason,
        destinations,
        lacking: [],
        ...(identity && { stateIdentity: identity }),
    });
    const usable = decided.level > 0
        ? await usableParent(context, { source, job: job.name }, destinations, decided.level, identity)
        : undefined;
    if (decided.level === 0 || usable === undefined) {
        const told = decided.level > 0 && loudly(context, job.name, 'there is no whole backup of a lower level');
        return { ...full(decided.reason), ...told };
    }
    const { parent, found } = usable;
    const lacking = parent.lacking.filter(({ name }) => !(0,passes_on/* passesOn */.V)(job, name));
    if (lacking.length > 0 && job.onMissingParent === 'full') {
        const names = lacking.map(({ name }) => name).join(', ');
        const told = loudly(context, job.name, `${names} lacks the parent ${parent.entry.id}`);
        return { ...full(`${names} lacks the parent`), ...told };
    }
    const unusable = 'because' in found ? found.because : await lockAncestors(parent, context.clock, context.signal);
    if ('because' in found || unusable !== undefined) {
        const because = unusable ?? '';
        return { ...full(because), ...loudly(context, job.name, because) };
    }
    return {
        ...full(decided.reason),
        level: decided.level,
        parent,
        state: found.state,
        destinations: parent.holders,
        lacking: parent.lacking,
    };
}

// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
// EXTERNAL MODULE: ./build/commands/announce/last-run.js
var last_run = __webpack_require__(33079);
// EXTERNAL MODULE: ./build/commands/repository/deadline.js
var deadline = __webpack_require__(23390);
;// CONCATENATED MODULE: ./build/pipeline/fan-out-lane.js

/** The error of a destination that cannot take a stream. */
function unsupported(name) {
    return new errors_error/* HoldfastError */.E('store-unsupported', `${name} cannot store an object from a stream`, {
        hint: 'Use package: volumes for this destination.',
        context: { destination: name },
    });
}
/** The error of a destination that was dropped for holding the others back. */
function stalled(name, milliseconds) {
    return new errors_error/* HoldfastError */.E('store-stalled', `${name} held the other destinations back and was dropped`, {
        hint: 'Check the connection to this destination, then copy what it lacks with sync.',
        context: { destination: name, seconds: Math.round(milliseconds / 1000) },
        retryable: true,
    });
}

;// CONCATENATED MODULE: ./build/pipeline/fan-out.js



/** Whether a refused write met the same object: their keys hold a hash of what is in them. */
async function isThere(store, key, bytes, error) {
    if (!(0,errors_error/* hasCode */.u)(error, 'store-condition-failed'))
        return false;
    return (await (0,object_io/* findObject */.Z)(store, key).catch(() => undefined))?.bytes === bytes;
}
/**
 * Stores each object at all destinations at once; the slowest holds the others back. One that fails, or finishes nothing
 * for `stallAfterMs` while another has (`store-stalled`), is dropped; a single destination may take its time.
 */
function createFanOut(stores, options) {
    const { signal, clock, stallAfterMs = 300_000, onDropped } = options;
    const lanes = stores.map((store) => {
        const abort = new AbortController();
        return { store, abort, sent: 0, progress: clock.monotonic(), dropped: false };
    });
    let lastError = new errors_error/* HoldfastError */.E('internal', 'there is no destination to store at');
    const left = () => lanes.filter((lane) => !lane.dropped);
    function drop(lane, error) {
        if (lane.dropped)
            return;
        lane.dropped = true;
        lastError = error;
        lane.abort.abort(error);
        onDropped(lane.store.name, error);
    }
    async function putOne(lane, key, body, sha256) {
        // A bucket's policy may let the backup role create and never replace.
        const when = lane.store.features.createOnly ? { when: { absent: true } } : {};
        try {
            await lane.store.put(key, body, {
                signal: AbortSignal.any([signal, lane.abort.signal]),
                sha256,
                ...when,
            });
        }
        catch (error) {
            signal.throwIfAborted();
            if (options.mayExist !== true || !(await isThere(lane.store, key, body.length, error))) {
                drop(lane, error);
                return false;
            }
            lane.progress = clock.monotonic();
            return true;
        }
        lane.sent += body.length;
        lane.progress = clock.monotonic();
        return true;
    }
    /** Drops the lane when it has made no progress for too long, counted from `since` at the earliest. */
    async function watch(lane, since, done) {
        for (;;) {
            const idle = clock.monotonic() - Math.max(since, lane.progress);
            if (idle >= stallAfterMs)
                return drop(lane, stalled(lane.store.name, stallAfterMs));
            await clock.sleep(stallAfterMs - idle, done);
        }
    }
    async function put(key, body, sha256) {
        signal.throwIfAborted();
        const targets = left();
        const watching = new AbortController();
        const done = AbortSignal.any([watching.signal, signal]);
        const waiting = new Set(targets);
        let watched = false;
        const puts = targets.map(async (lane) => {
            const stored = await putOne(lane, key, body, sha256);
            waiting.delete(lane);
            if (!stored || watched)
                return;
            watched = true;
            for (const other of waiting)
                watch(other, lane.progress, done).catch(() => undefined);
        });
        try {
            await Promise.all(puts);
        }
        finally {
            watching.abort();
        }
        // A store that was dropped meanwhile may have taken this object; it lacks others.
        if (left().length === 0)
            throw lastError;
    }
    async function putStream(key, share, estimate) {
        signal.throwIfAborted();
        const targets = left();
        const bodies = share(targets.length);
        await Promise.all(targets.map(async (lane, index) => {
            const body = bodies[index];
            const options = {
                signal: AbortSignal.any([signal, lane.abort.signal]),
                when: { absent: true },
            };
            try {
                if (!lane.store.putStream || !body)
                    throw unsupported(lane.store.name);
                const stored = await lane.store.putStream(key, body, {
                    ...options,
                    ...(estimate === undefined ? {} : { estimate }),
                });
                lane.sent += stored.bytes;
            }
            catch (error) {
                signal.throwIfAborted();
                drop(lane, error);
            }
            finally {
                // A store that gave up without reading must not keep the others waiting.
                await body?.return();
            }
        }));
        if (left().length === 0)
            throw lastError;
    }
    return {
        put,
        putStream,
        alive: () => left().map(({ store }) => store),
        sent: () => new Map(lanes.map(({ store, sent }) => [store.name, sent])),
    };
}

// EXTERNAL MODULE: ./build/pipeline/seven-zip/tool.js
var tool = __webpack_require__(15041);
// EXTERNAL MODULE: ./build/catalog/index/page.js
var index_page = __webpack_require__(96940);
// EXTERNAL MODULE: ./build/catalog/index/entry-line.js + 1 modules
var entry_line = __webpack_require__(28643);
// EXTERNAL MODULE: ./build/catalog/index/order.js
var index_order = __webpack_require__(22707);
;// CONCATENATED MODULE: ./build/catalog/index/open-page.js



/**
 * Lines go straight into the page's bytes: strings that waited for the page to fill would outlive the young
 * generation, and the heap would grow with the number of entries.
 */
function createOpenPage(kind, pageBytes) {
    const order = (0,index_order/* pathOrder */.gU)(kind);
    let page = emptyPage(pageBytes);
    let used = 0;
    let count = 0;
    let total = 0;
    let first = '';
    let last = '';
    let isSorted = true;
    let section = 0;
    let lastOfSection;
    return {
        add(entry) {
            const line = (0,entry_line/* encodeEntry */.vv)(entry);
            const bytes = Buffer.byteLength(line) + 1;
            if (used + bytes > pageBytes)
                return false;
            if (count === 0)
                first = entry.path;
            else if (order(last, entry.path) > 0)
                isSorted = false;
            last = entry.path;
            page.write(line, used);
            used += bytes;
            count += 1;
            total += 1;
            return true;
        },
        close(number) {
            if (count === 0)
                return undefined;
            if (!isSorted)
                [first, last] = sortLines(page, order);
            if (lastOfSection !== undefined && order(lastOfSection, first) >= 0)
                section += 1;
            lastOfSection = last;
            const filled = { bytes: page, root: { number, kind, section, first, count, hash: (0,index_page/* pageHash */.ss)(page) } };
            page = emptyPage(pageBytes);
            used = 0;
            count = 0;
            isSorted = true;
            return filled;
        },
        total: () => total,
    };
}
function emptyPage(pageBytes) {
    return Buffer.alloc(pageBytes, '\n');
}
/** Puts the lines of a page in order; returns its first and last path. */
function sortLines(page, order) {
    const lines = page.toString().split('\n').filter(Boolean);
    const records = lines.map((line) => ({ line, path: (0,entry_line/* decodeEntry */.LP)(line).path }));
    records.sort((a, b) => order(a.path, b.path));
    page.write(records.map(({ line }) => line).join('\n'));
    return [records.at(0)?.path ?? '', records.at(-1)?.path ?? ''];
}

// EXTERNAL MODULE: ./build/catalog/index/root.js
var root = __webpack_require__(37011);
;// CONCATENATED MODULE: ./build/catalog/index/writer.js





/**
 * Packs entries into pages of one kind each. Entries should come in the order of their kind: disorder within a
 * page is sorted out, and where a page does not follow the one before it, a new section of the kind begins.
 * Holds three open pages and some 100 bytes for each page written, whatever the number of entries.
 *
 * `add` throws `source-unreadable` for a path too long for a page, `internal` for an entry that no source may make.
 */
function createIndexWriter({ onPage, pageBytes = index_page/* indexPageBytes */.lH }) {
    const rootLines = [];
    const open = {
        directory: createOpenPage('directory', pageBytes),
        file: createOpenPage('file', pageBytes),
        unchanged: createOpenPage('unchanged', pageBytes),
    };
    let isFinished = false;
    function close(page) {
        const filled = page.close(rootLines.length);
        if (!filled)
            return;
        rootLines.push((0,root/* encodeRootPage */.cv)(filled.root));
        onPage(filled.bytes);
    }
    return {
        add(entry) {
            if (isFinished)
                throw new errors_error/* HoldfastError */.E('internal', 'index entry after the end');
            const page = open[(0,index_order/* pageKindOf */.vj)(entry)];
            if (page.add(entry))
                return;
            close(page);
            if (!page.add(entry))
                throw tooLong(entry.path, pageBytes);
        },
        finish() {
            isFinished = true;
            for (const kind of index_order/* pageKinds */.DX)
                close(open[kind]);
            const totals = {
                directory: open.directory.total(),
                file: open.file.total(),
                unchanged: open.unchanged.total(),
            };
            return (0,root/* encodeRoot */.pR)(pageBytes, rootLines, totals);
        },
    };
}
function tooLong(path, pageBytes) {
    return new errors_error/* HoldfastError */.E('source-unreadable', 'path is too long for the index', {
        hint: 'Shorten the path or exclude it: its index record must fit one page.',
        context: { path: `${path.slice(0, 200)}…`, pageBytes },
    });
}

// EXTERNAL MODULE: ./build/commands/repository/index-stream.js
var index_stream = __webpack_require__(67501);
;// CONCATENATED MODULE: ./build/commands/backup/index-recorder.js



/** Made before the capture, which needs the sink, while the writer needs the capture's level for its keys. */
function createIndexRecorder() {
    const early = [];
    let write;
    let end;
    let queue = Promise.resolve();
    let used = false;
    function enqueue(page) {
        queue = queue.then(() => write?.(page));
        queue.catch(() => undefined);
    }
    const pages = createIndexWriter({
        onPage: (page) => {
            if (write === undefined)
                early.push(page);
            else
                enqueue(page);
        },
    });
    return {
        add(entry) {
            used = true;
            pages.add(entry);
        },
        begin(writer, { prefix, recipient }) {
            const stream = writer.stream({
                name: index_stream/* indexStream */.b.name,
                compression: index_stream/* indexStream */.b.compression,
                frame: index_page/* indexPageBytes */.lH,
                ...(recipient === undefined ? {} : { recipient }),
                hashes: { sha256: false, blake3: false },
                keyPrefix: `${prefix}/index`,
            });
            write = (page) => stream.write(page);
            end = () => stream.end();
            for (const page of early.splice(0))
                enqueue(page);
        },
        async finish() {
            if (!used || end === undefined)
                return undefined;
            const root = pages.finish();
            await queue;
            return { root, stream: await end() };
        },
    };
}

// EXTERNAL MODULE: ./build/errors/codes.js
var codes = __webpack_require__(2568);
;// CONCATENATED MODULE: ./build/commands/backup/preflight.js


function isErrorCode(code) {
    return codes/* errorCodes */.f.includes(code);
}
/** With the command that a finding has to paste, which an error has no place of its own for. */
function hintOf({ hint, command }) {
    if (command === undefined)
        return hint === undefined ? {} : { hint };
    return { hint: `${(hint ?? 'Run').replace(/\.$/, '')}: \`${command}\`.` };
}
/** Lets the source look whether it can run at all. Warnings are passed on; the first error is thrown. */
async function preflight(source, context) {
    for (const finding of await source.preflight(context)) {
        if (finding.severity === 'warning')
            context.warn(finding);
        if (finding.severity !== 'error')
            continue;
        throw new errors_error/* HoldfastError */.E(isErrorCode(finding.code) ? finding.code : 'source-failed', finding.message, {
            ...hintOf(finding),
            context: { job: context.job },
        });
    }
}

;// CONCATENATED MODULE: ./build/commands/backup/report.js

/** Why a destination got nothing of an increment. */
function lacksParent(name, base) {
    const parent = base.parent?.entry.id ?? '';
    return {
        name,
        error: new errors_error/* HoldfastError */.E('parent-missing', `destination ${name} lacks the parent ${parent} and got nothing`, {
            hint: 'Copy what it lacks with `holdfast sync`; with `on-missing-parent: full` in the job the run would be a full one.',
            context: { destination: name, parent },
        }),
    };
}
/** A destination that only passes backups on has let the parent go, as it was told to; the others have it. */
function leftOut(name, base) {
    return {
        severity: 'info',
        code: 'passed-over',
        message: `${name} keeps nothing once the others have it, and got nothing of this increment of ${base.parent?.entry.id ?? ''}`,
    };
}
function unreadError(job, count) {
    const paths = count === 1 ? '1 path' : `${count} paths`;
    return new errors_error/* HoldfastError */.E('unread-partly', `${paths} of job ${job} could not be read`, {
        hint: 'Give the runner the right to read them (see `holdfast doctor`), exclude them, or list them under allow-unread.',
        context: { job, unread: count },
    });
}
/** The result of a run that was committed somewhere, and the errors that make it a partial one. */
function reportOf(facts) {
    const { job, committed, failed, sent, storedBytes, unread, files } = facts;
    const errors = failed.map(({ name, error }) => new errors_error/* HoldfastError */.E('destination-failed', `destination ${name} failed: ${error.message}`, {
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        context: { ...error.context, destination: name, code: error.code },
        cause: error,
    }));
    // A source that was told to only warn of unread paths says so with a warning; the backup counts as little.
    const isPartial = facts.warnings.some(({ code, severity }) => code === 'unread-paths' && severity === 'error');
    if (unread.refused.length > 0 && isPartial)
        errors.push(unreadError(job, unread.refused.length));
    return {
        result: {
            job,
            status: errors.length === 0 ? 'success' : 'partial',
            id: facts.id,
            level: facts.level,
            parent: facts.parent,
            destinations: [
                ...committed.map((name) => ({
                    name,
                    status: 'success',
                    storedBytes,
                    sentBytes: sent.get(name) ?? 0,
                })),
                ...failed.map(({ name }) => ({
                    name,
                    status: 'failed',
                    storedBytes: 0,
                    sentBytes: sent.get(name) ?? 0,
                })),
            ],
            sourceBytes: facts.sourceBytes,
            storedBytes,
            ...(files === undefined ? {} : { files }),
            unread: unread.refused.length,
            seconds: facts.seconds,
            previousStoredBytes: facts.previousStoredBytes,
            warnings: facts.warnings,
        },
        errors,
    };
}

;// CONCATENATED MODULE: ./build/catalog/journal-lines.js
/** Takes over an open file. */
function appendLines(file) {
    let waiting;
    let last = Promise.resolve();
    let closed;
    async function flush(lines) {
        waiting = undefined;
        await file.appendFile(lines.join(''));
        await file.datasync();
    }
    return {
        append(line) {
            if (waiting) {
                waiting.push(line);
                return last;
            }
            const lines = [line];
            waiting = lines;
            last = last.then(() => flush(lines));
            return last;
        },
        close() {
            // Whoever appended has been told of a failure.
            closed ??= last.catch(() => undefined).then(() => file.close());
            return closed;
        },
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/catalog/journal-record.js

const reference = schemas/* object */.Ikc({ key: schemas/* string */.YjP(), bytes: schemas/* int */.Whr().nonnegative(), sha256: schemas/* string */.YjP() });
/** What a run that can be resumed says of itself. */
const resume = schemas/* object */.Ikc({
    /** ISO 8601: the id, and when the backup is from. */
    startedAt: schemas/* string */.YjP(),
    /** The level asked for, and the parent chosen for it; a base that was gone may have made it a full one. */
    wanted: schemas/* int */.Whr().nonnegative(),
    wantedParent: schemas/* string */.YjP().nullable(),
    /** What the source needs to find its streams again. */
    source: schemas/* string */.YjP(),
    /** What must be as it was: destinations, recipients, compression. */
    terms: schemas/* string */.YjP(),
    wraps: schemas/* array */.YOg(reference).readonly(),
});
const header = schemas/* object */.Ikc({
    v: schemas/* literal */.euz(1),
    repository: schemas/* string */.YjP(),
    job: schemas/* string */.YjP(),
    id: schemas/* string */.YjP(),
    /** The id of the backup that this one is based on. */
    parent: schemas/* string */.YjP().nullable(),
    /** The public half of the run's data key; null without encryption. */
    recipient: schemas/* string */.YjP().nullable(),
    resume: resume.exactOptional(),
});
const volume = schemas/* object */.Ikc({
    stream: schemas/* string */.YjP(),
    seq: schemas/* int */.Whr().nonnegative(),
    key: schemas/* string */.YjP(),
    /** Where the volume's plain bytes begin in the stream, and how many they are. */
    offset: schemas/* int */.Whr().nonnegative(),
    length: schemas/* int */.Whr().nonnegative(),
    plainSha256: schemas/* string */.YjP().exactOptional(),
    /** Of the volumes list, for a run that can be resumed. */
    frames: schemas/* array */.YOg(schemas/* int */.Whr().nonnegative()).readonly().exactOptional(),
    /** Of the stored object. */
    bytes: schemas/* int */.Whr().nonnegative(),
    sha256: schemas/* string */.YjP(),
});
/** The first line. Only the known fields are written, whatever else the object holds. */
function encodeHeader(run) {
    return `${JSON.stringify(header.parse({ v: 1, ...run }))}\n`;
}
/** The line of a volume, likewise. */
function encodeVolume(record) {
    return `${JSON.stringify(volume.parse(record))}\n`;
}
/** Reads a journal as far as it is whole; undefined where not even its header is. */
function parseJournal(text) {
    const lines = text.split('\n');
    const unfinished = lines.pop();
    const first = header.safeParse(jsonOf(lines[0]));
    if (!first.success)
        return undefined;
    const { v: _version, ...run } = first.data;
    const volumes = [];
    for (const line of lines.slice(1)) {
        const record = volume.safeParse(jsonOf(line));
        if (!record.success)
            return { header: run, volumes, whole: false };
        volumes.push(record.data);
    }
    return { header: run, volumes, whole: unfinished === '' };
}
function jsonOf(line) {
    try {
        return JSON.parse(line ?? '');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/catalog/journal.js





/**
 * Begins the journal of a run, `<stateDir>/journals/<job>~<id>.jsonl` (directory 0700, file 0600): a header line, then
 * one JSON line a volume, `known` first where a run goes on. Errors: `state-unusable`, `disk-full`.
 */
async function openJournal(stateDir, run, known) {
    const directory = (0,external_node_path_.join)(stateDir, 'journals');
    const path = (0,external_node_path_.join)(directory, `${run.job}~${run.id}.jsonl`);
    const lines = await translated(path, async () => {
        await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
        // That of a run that goes on is replaced as a whole: its last line may have been cut off.
        const partial = `${path}.new`;
        if (known)
            await (0,promises_.rm)(partial, { force: true });
        const created = appendLines(await (0,promises_.open)(known ? partial : path, 'ax', 0o600));
        await created.append([encodeHeader(run), ...(known ?? []).map(encodeVolume)].join(''));
        if (known)
            await (0,promises_.rename)(partial, path);
        await flushDirectory(directory);
        return created;
    });
    return {
        path,
        append: (record) => translated(path, () => lines.append(encodeVolume(record))),
        close: () => translated(path, () => lines.close()),
        remove: () => translated(path, async () => {
            await lines.close();
            await removeJournal(path);
        }),
    };
}
/** Reads all journals of a state directory, each as far as it is whole. Errors: `state-unusable`. */
async function readJournals(stateDir) {
    const directory = (0,external_node_path_.join)(stateDir, 'journals');
    return translated(directory, async () => {
        const journals = [];
        const unreadable = [];
        for (const name of (await namesIn(directory)).sort()) {
            if (!name.endsWith('.jsonl'))
                continue;
            const path = (0,external_node_path_.join)(directory, name);
            const content = parseJournal(await (0,promises_.readFile)(path, 'utf8'));
            if (content)
                journals.push({ path, ...content });
            else
                unreadable.push(path);
        }
        return { journals, unreadable };
    });
}
/** Deletes a journal; succeeds where there is none. */
async function removeJournal(path) {
    await translated(path, () => (0,promises_.rm)(path, { force: true }));
}
async function namesIn(directory) {
    try {
        return await (0,promises_.readdir)(directory);
    }
    catch (error) {
        if (systemCode(error) === 'ENOENT')
            return [];
        throw error;
    }
}
/** Without this the new file's name may not survive a power cut. */
async function flushDirectory(path) {
    const directory = await (0,promises_.open)(path, 'r');
    try {
        await directory.sync();
    }
    finally {
        await directory.close();
    }
}
function systemCode(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
async function translated(path, work) {
    try {
        return await work();
    }
    catch (cause) {
        const code = systemCode(cause);
        if (cause instanceof errors_error/* HoldfastError */.E || code === undefined)
            throw cause;
        const isFull = code === 'ENOSPC' || code === 'EDQUOT';
        throw new errors_error/* HoldfastError */.E(isFull ? 'disk-full' : 'state-unusable', `cannot keep the journal ${path}: ${code}`, {
            hint: isFull
                ? 'Free some space on the disk of the state directory, or move it with HOLDFAST_STATE_DIR.'
                : 'Make the state directory writable for this user, or move it with HOLDFAST_STATE_DIR.',
            context: { path },
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/commands/backup/resumable.js



/** What has to be the same in both runs; no secret. */
function termsOf(context, job, base) {
    const { none, recipients, passphrase } = context.config.encryption();
    return JSON.stringify({
        destinations: base.destinations.map(({ name }) => name).sort(),
        encryption: none ? 'none' : { recipients: [...recipients].sort(), passphrase: passphrase !== undefined },
        compression: job.compression,
        package: job.package,
    });
}
function fits(context, job, base, { header }) {
    const { resume, repository } = header;
    return (resume !== undefined &&
        repository === base.destinations[0]?.repository.repository &&
        resume.wanted === base.level &&
        resume.wantedParent === (base.parent?.entry.id ?? null) &&
        resume.terms === termsOf(context, job, base));
}
/** Keys and sizes of what a destination has of the run; undefined where it must not be gone on with there. */
async function objectsAt({ store }, { job, id, resume }, signal) {
    // Committed already, or given up by cleanup.
    if (await (0,object_io/* findObject */.Z)(store, (0,catalog_keys/* manifestKey */.Rn)(job, id)))
        return undefined;
    for (const { key, bytes } of resume.wraps) {
        if ((await (0,object_io/* findObject */.Z)(store, key))?.bytes !== bytes)
            return undefined;
    }
    const found = new Map();
    for await (const { key, bytes } of store.list(`${(0,catalog_keys/* dataPrefix */.BW)(job, id)}/`)) {
        signal.throwIfAborted();
        found.set(key, bytes);
    }
    const state = await (0,object_io/* findObject */.Z)(store, (0,catalog_keys/* stateKey */.bP)(job, id));
    if (state)
        found.set(state.key, state.bytes);
    return found;
}
async function journalsOf(context, job) {
    const { journals } = await readJournals(context.stateDirectory);
    return journals.filter(({ header }) => header.job === job);
}
/**
 * The newest interrupted run of this job, level and parent that all destinations can go on with. The job's lease is held,
 * so the runs of its journals are dead.
 */
async function findResumable(context, job, base) {
    if (job.package !== 'volumes')
        return undefined;
    for (const journal of (await journalsOf(context, job.name)).toReversed()) {
        const { resume } = journal.header;
        if (resume === undefined || !fits(context, job, base, journal))
            continue;
        const header = { ...journal.header, resume };
        const places = await Promise.all(base.destinations.map((destination) => objectsAt(destination, header, context.signal)));
        if (places.some((place) => place === undefined))
            continue;
        const state = (0,catalog_keys/* stateKey */.bP)(header.job, header.id);
        const withState = places.filter((place) => place?.has(state)).length;
        if (withState !== 0 && withState !== places.length)
            continue;
        const volumes = journal.volumes.filter(({ key, bytes }) => places.every((place) => place?.get(key) === bytes));
        return { header, volumes };
    }
    return undefined;
}
/** Removes the journals of the job's dead runs: their objects are garbage for cleanup. */
async function forgetRuns(context, job, repository) {
    for (const { path, header } of await journalsOf(context, job)) {
        if (header.repository === repository)
            await removeJournal(path);
    }
}

// EXTERNAL MODULE: ./build/codec/hash.js
var hash = __webpack_require__(69317);
;// CONCATENATED MODULE: ./build/commands/backup/data-key.js


/**
 * Makes a backup's X25519 data key and wraps it: one age file for the recipients, one for the passphrase (age
 * forbids both in one file). The private half is forgotten when this returns: the run itself cannot read what it writes.
 */
async function makeDataKey(encryption) {
    const { identity, recipient } = await (0,keys/* generateKeyPair */.TZ)();
    const plain = new TextEncoder().encode(`${identity.reveal()}\n`);
    const wraps = [];
    if (encryption.recipients.length > 0) {
        wraps.push(await (0,bytes/* encryptBytes */.h)(plain, { recipients: [...encryption.recipients] }));
    }
    if (encryption.passphrase !== undefined) {
        wraps.push(await (0,bytes/* encryptBytes */.h)(plain, { passphrase: encryption.passphrase }));
    }
    plain.fill(0);
    return { recipient, wraps };
}

;// CONCATENATED MODULE: ./build/commands/backup/run-key.js



/** A new data key, or that of the run which this one goes on with: its public half is all that writing needs. */
async function keyOf(context, job, id, resumed) {
    if (resumed) {
        const { recipient, resume } = resumed.header;
        return { key: recipient === null ? undefined : { recipient }, wraps: resume.wraps, wrapBodies: [] };
    }
    const encryption = context.config.encryption();
    if (encryption.none)
        return { key: undefined, wraps: [], wrapBodies: [] };
    const { recipient, wraps: wrapBodies } = await makeDataKey(encryption);
    const wraps = wrapBodies.map((body, index) => ({
        key: (0,catalog_keys/* wrapKey */.QV)(job, id, index + 1),
        bytes: body.byteLength,
        sha256: (0,hash/* sha256Hex */.fg)(body),
    }));
    return { key: { recipient }, wraps, wrapBodies };
}

;// CONCATENATED MODULE: ./build/commands/backup/writing.js
/** Stores an object at every destination that keeps up, and remembers it for the commit. */
async function store({ fanOut, written }, { key, body, sha256 }) {
    await fanOut.put(key, body, sha256);
    written.push({ key, bytes: body.byteLength, sha256 });
}
/** How a stream is compressed: as the job says, unless it is already. */
function compressionOf(job, { compressed }) {
    return compressed === true ? { type: 'none' } : job.compression;
}

;// CONCATENATED MODULE: ./build/commands/backup/begin.js














/** Preflight and the start of the capture; its level decides the id, the parent and who gets this backup. */
async function begin(context, job, base, options) {
    const warnings = [...(base.findings ?? [])];
    const failed = [...options.failed];
    const sourceContext = (0,source_context/* sourceContextOf */.k)(context, job.name, warnings, 'backup');
    // Before the source is asked for anything.
    if (job.package === '7z')
        await (0,tool/* findSevenZip */.qN)(sourceContext.environment);
    await preflight(base.source, sourceContext);
    const { throwaway = false } = options;
    const found = throwaway ? undefined : await findResumable(context, job, base);
    const index = createIndexRecorder();
    const { level, state, parent } = base;
    const repository = base.destinations[0]?.repository.repository ?? '';
    const capture = await base.source.capture({
        ...sourceContext,
        level,
        repository,
        ...(state && { parent: state }),
        index,
        allowUnread: job.allowUnread,
        throwaway,
        ...(found && { resume: found.header.resume.source }),
    });
    const resumed = capture.resumed === true ? found : undefined;
    if (resumed === undefined) {
        if (!throwaway)
            await forgetRuns(context, job.name, repository);
    }
    else
        (0,commands_context/* step */.P)(context, `going on with ${resumed.header.id}: ${resumed.volumes.length} volumes are stored`, job.name);
    const becameFull = level > 0 && capture.level === 0;
    if (becameFull) {
        sourceContext.warn(fullInstead(job.name, capture.fullBecause ?? 'its base is gone'));
    }
    else {
        for (const { name } of base.lacking) {
            if ((0,passes_on/* passesOn */.V)(job, name))
                sourceContext.warn(leftOut(name, base));
            else
                failed.push(lacksParent(name, base));
        }
    }
    const destinations = becameFull ? [...base.destinations, ...base.lacking] : base.destinations;
    options.run.id = resumed?.header.id ?? (0,ids/* makeId */.M4)(options.startedAt, capture.level);
    const fanOut = createFanOut(destinations.map((destination) => destination.store), {
        signal: context.signal,
        clock: context.clock,
        mayExist: resumed !== undefined,
        onDropped: (name, error) => failed.push({ name, error: (0,outcome/* asHoldfastError */.Cs)(error) }),
    });
    return {
        context,
        job,
        base,
        options: resumed ? { ...options, startedAt: new Date(resumed.header.resume.startedAt) } : options,
        id: options.run.id,
        capture,
        index,
        parent: capture.level === 0 ? undefined : parent,
        ...(await keyOf(context, job.name, options.run.id, resumed)),
        resumed,
        destinations,
        fanOut,
        failed,
        written: [],
        warnings,
    };
}
/** The wraps come first: data whose key is nowhere would be worth nothing. Those of a run that goes on are there. */
async function storeWraps(writing) {
    if (writing.resumed) {
        writing.written.push(...writing.wraps);
        return;
    }
    for (const [index, { key, sha256 }] of writing.wraps.entries()) {
        const body = writing.wrapBodies[index];
        if (body)
            await store(writing, { key, body, sha256 });
    }
}

// EXTERNAL MODULE: ./build/catalog/commit.js
var commit = __webpack_require__(35291);
;// CONCATENATED MODULE: ./build/commands/backup/commit.js




/** Commits at each destination on its own: what one has acknowledged says nothing of another. */
async function commitEverywhere(context, destinations, backup) {
    const done = [];
    const failed = new Map();
    for (const { name, store } of destinations) {
        try {
            // A lease may be in doubt after an outage of its store: nothing is listed before it is held again.
            const at = context.config.destination(name).leaseDestination ?? name;
            await backup.leases.find((lease) => lease.store === at)?.confirm(backup.signal);
            await relockAncestors({ store }, backup.ancestors, backup.startedAt, {
                clock: context.clock,
                signal: backup.signal,
            });
            await (0,commit/* commitBackup */.s)({
                store,
                job: backup.job,
                id: backup.id,
                manifest: backup.manifest,
                parents: backup.ancestors.map(({ job, id, manifestSha256 }) => ({
                    key: (0,catalog_keys/* manifestKey */.Rn)(job, id),
                    sha256: manifestSha256,
                })),
                objects: backup.objects,
                enforced: store.features.enforcesSha256 && !backup.readBack,
                clock: context.clock,
                signal: backup.signal,
            });
            done.push(name);
        }
        catch (error) {
            backup.signal.throwIfAborted();
            failed.set(name, (0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    return { done, failed };
}

// EXTERNAL MODULE: ./build/catalog/manifest.js
var catalog_manifest = __webpack_require__(49227);
// EXTERNAL MODULE: ./build/catalog/signing-key.js
var signing_key = __webpack_require__(86309);
;// CONCATENATED MODULE: ./build/commands/backup/manifest.js


/** The stored bytes of a run's manifest, signed where a signing key is configured. */
function buildManifest(context, facts) {
    const { key } = context.config.signing();
    const { host, version, run } = context.identity;
    const manifest = {
        format: 1,
        ...facts,
        finishedAt: context.clock.now().toISOString(),
        tool: { name: 'holdfast', version },
        host,
        ...(run && { run }),
    };
    return (0,catalog_manifest/* encodeManifest */.Gb)(manifest, key && (0,signing_key/* parseSigningKey */.UG)(key));
}

// EXTERNAL MODULE: ./build/catalog/meta.js + 1 modules
var catalog_meta = __webpack_require__(89587);
// EXTERNAL MODULE: ./build/catalog/volumes-list.js
var volumes_list = __webpack_require__(71336);
;// CONCATENATED MODULE: ./build/commands/backup/side-objects.js






function objectOf(key, body) {
    const sha256 = (0,hash/* sha256Hex */.fg)(body);
    return { key: key(sha256), bytes: body.byteLength, sha256, body };
}
async function sealed(plain, recipients) {
    return recipients.length === 0 ? plain : (0,bytes/* encryptBytes */.h)(plain, { recipients: [...recipients] });
}
/** What stands beside a backup's volumes, encrypted as the format says, named by the hash of the stored bytes. */
async function makeSideObjects(options) {
    const { job, id, recipient, indexRoot, state, stateRecipients } = options;
    const dataRecipients = recipient === undefined ? [] : [recipient];
    const meta = await sealed((0,catalog_meta/* encodeMeta */.e)(options.meta), dataRecipients);
    return {
        volumes: objectOf((hash) => (0,catalog_keys/* volumesListKey */.Zv)(job, id, hash), (0,volumes_list/* encodeVolumesList */.w4)(options.volumes)),
        meta: objectOf((hash) => (0,catalog_keys/* metaKey */.dB)(job, id, hash), meta),
        ...(indexRoot && {
            index: objectOf((hash) => (0,catalog_keys/* indexRootKey */.C1)(job, id, hash), await sealed((0,zstd_json/* compress */.B)(indexRoot), dataRecipients)),
        }),
        ...(state && {
            state: objectOf(() => (0,catalog_keys/* stateKey */.bP)(job, id), await sealed((0,zstd_json/* compress */.B)(state), stateRecipients)),
        }),
    };
}
/** All of them, in the order in which they are written. */
function listed(objects) {
    return [objects.volumes, objects.meta, objects.index, objects.state].filter((object) => object !== undefined);
}
/** As the manifest names them. */
function referencesOf(objects) {
    const reference = ({ key, bytes, sha256 }) => ({ key, bytes, sha256 });
    return {
        volumes: reference(objects.volumes),
        meta: reference(objects.meta),
        ...(objects.index && { index: reference(objects.index) }),
        ...(objects.state && { state: reference(objects.state) }),
    };
}

;// CONCATENATED MODULE: ./build/commands/backup/describe.js



/** Volumes list, meta, index root and state of a run, sealed. */
async function sideObjectsOf(writing, recorded) {
    const { context, job, base, id, key, warnings } = writing;
    const { fingerprint, toolOutput, state, unread } = recorded.result;
    const stateRecipients = base.stateIdentity
        ? [await (0,keys/* recipientOf */.du)(base.stateIdentity), ...context.config.encryption().recipients]
        : [];
    return makeSideObjects({
        job: job.name,
        id,
        volumes: recorded.volumes,
        meta: {
            format: 1,
            streams: recorded.streams.map(({ plain }) => plain),
            ...(recorded.index && { index: { bytes: recorded.index.bytes } }),
            ...(fingerprint === undefined ? {} : { fingerprint }),
            warnings,
            unread: unread.map((path) => Buffer.from(path).toString('latin1')),
            ...(toolOutput === undefined ? {} : { toolOutput }),
        },
        ...(recorded.index && { indexRoot: recorded.index.root }),
        ...(state && { state }),
        ...(key && { recipient: key.recipient }),
        stateRecipients,
    });
}
/** Since the run began. */
function secondsSince(writing) {
    return (writing.context.clock.now().getTime() - writing.options.startedAt.getTime()) / 1000;
}
/** The envelope that commits the run. */
function manifestOf(writing, recorded, objects, unread) {
    const { context, job, base, id, capture, parent, key, destinations, options, written, wraps } = writing;
    const { files, tables, evidence } = recorded.result;
    return buildManifest(context, {
        repository: destinations[0]?.repository.repository ?? '',
        id,
        job: job.name,
        tags: [...new Set([...job.tags, ...options.tags])],
        createdAt: options.startedAt.toISOString(),
        source: { ...capture.description, type: base.source.type },
        level: capture.level,
        parent: parent ? { id: parent.entry.id, manifest: `sha256:${parent.entry.manifestSha256}` } : null,
        encryption: key ? { type: 'age', recipient: key.recipient, wraps: wraps.length } : { type: 'none' },
        streams: recorded.streams.map(({ summary }) => summary),
        objects: referencesOf(objects),
        evidence,
        unread: unread.refused.length,
        stats: {
            sourceBytes: recorded.sourceBytes,
            storedBytes: storedBytesOf(written),
            seconds: secondsSince(writing),
            ...(files === undefined ? {} : { files }),
            ...(tables === undefined ? {} : { tables }),
        },
    });
}
function storedBytesOf(written) {
    return written.reduce((sum, { bytes }) => sum + bytes, 0);
}

;// CONCATENATED MODULE: ./build/commands/backup/guards.js

function raise(then, message, hint) {
    if (then === 'fail')
        throw new errors_error/* HoldfastError */.E('backup-too-small', message, { hint });
    return { severity: 'warning', code: 'size-suspicious', message, hint };
}
/** Checks sizes before the manifest is written. Returns warnings; throws `backup-too-small` where the guard says `fail`. */
function checkGuards(guards, sizes) {
    const findings = [];
    const { minSize, sizeChange } = guards;
    if (minSize !== undefined && sizes.stored < minSize.limit) {
        findings.push(raise(minSize.then, `job ${sizes.job} stored ${sizes.stored} bytes, fewer than the ${minSize.limit} of guards.min-size`, 'Look whether the source is really that small; if so lower guards.min-size.'));
    }
    if (sizeChange !== undefined && sizes.previous !== undefined && sizes.previous > 0 && !sizes.accepted) {
        const change = Math.abs(sizes.stored - sizes.previous) / sizes.previous;
        if (change > sizeChange.limit) {
            const percent = Math.round(change * 100);
            findings.push(raise(sizeChange.then, `job ${sizes.job} stored ${sizes.stored} bytes, ${percent} % off the ${sizes.previous} of the last time`, 'If the change is wanted run the backup once with --accept-size; else look at the source.'));
        }
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/commands/backup/previous-stats.js
function sameTags(a, b) {
    const wanted = new Set(b);
    return a.length === wanted.size && a.every((tag) => wanted.has(tag));
}
/** What the backups of the same level (and tags, where given) came to, oldest first; one at several places counts once. */
function earlierStats(destinations, level, tags) {
    const entries = destinations.flatMap((destination) => destination.entries);
    return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
        .filter((entry) => entry.level === level && (tags === undefined || sameTags(entry.tags, tags)))
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
        .map(({ stats }) => stats);
}
/** What the last of {@link earlierStats} came to; undefined where there is none. */
function previousStats(...about) {
    return earlierStats(...about).at(-1);
}

// EXTERNAL MODULE: ./build/commands/backup/progress.js
var backup_progress = __webpack_require__(34295);
;// CONCATENATED MODULE: ./build/commands/backup/record.js




function sum(items, of) {
    return items.reduce((total, item) => total + of(item), 0);
}
/** Drives every stream of the capture into the stores, then asks the source for its verdict. */
async function record(writing, storeStream) {
    const { capture, context, job, index, destinations } = writing;
    // A source that cannot tell its size beforehand is most likely as large as the last time.
    const usual = capture.streams.length === 1 ? previousStats(destinations, capture.level)?.sourceBytes : undefined;
    const streams = [];
    for (const stream of capture.streams) {
        if (stream.name === index_stream/* indexStream */.b.name) {
            throw new errors_error/* HoldfastError */.E('internal', `a source must not name a stream ${stream.name}`);
        }
        const total = stream.estimate ?? usual;
        const progress = (0,backup_progress/* progressOf */.j)(context.reporter, {
            job: job.name,
            stream: stream.name,
            phase: 'read',
            ...(total === undefined ? {} : { total }),
        });
        streams.push(await storeStream(stream, progress));
        progress.done();
    }
    const result = await capture.finish();
    const finished = await index.finish();
    const indexVolumes = finished?.stream.volumes ?? [];
    return {
        streams,
        volumes: [...streams.flatMap(({ volumes }) => volumes), ...indexVolumes],
        result,
        ...(finished && { index: { root: finished.root, bytes: finished.stream.bytes } }),
        sourceBytes: sum(streams, ({ plain }) => plain.bytes),
        storedBytes: sum(streams, ({ summary }) => summary.storedBytes) + sum(indexVolumes, ({ bytes }) => bytes),
    };
}

// EXTERNAL MODULE: ./build/commands/backup/seeded-size.js
var seeded_size = __webpack_require__(88136);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/catalog/percent-encode.js
var percent_encode = __webpack_require__(15564);
// EXTERNAL MODULE: ./build/process/run-tool.js
var run_tool = __webpack_require__(80482);
// EXTERNAL MODULE: ./build/pipeline/seven-zip/spool-file.js
var spool_file = __webpack_require__(29491);
;// CONCATENATED MODULE: ./build/pipeline/seven-zip/pack.js







/** Writes the plain stream to the spool, since an archive has to seek. Returns what is known of its bytes. */
async function spoolPlain(open, path, options) {
    const source = open();
    // A disk that refuses before anything is read leaves the source's end to nobody.
    source.on('error', () => undefined);
    const { hashes, observer, onBytes, signal } = options;
    const sha256 = hashes.sha256 ? (0,hash/* createSha256 */.Yg)() : undefined;
    const blake3 = hashes.blake3 ? await (0,hash/* createBlake3 */.VD)() : undefined;
    let bytes = 0;
    async function* seen() {
        for await (const chunk of source) {
            observer?.write(chunk);
            sha256?.update(chunk);
            blake3?.update(chunk);
            bytes += chunk.length;
            onBytes(chunk.length);
            yield chunk;
        }
        observer?.end();
    }
    await (0,spool_file/* writeSpoolFile */.N)(seen(), path, signal);
    return { bytes, ...(sha256 && { sha256: sha256.hex() }), ...(blake3 && { blake3: blake3.hex() }) };
}
/** What `l -slt` says of the one file: its size, and whether it is encrypted. */
function pack_listed(text) {
    const [, members = ''] = text.split(/^-{10}$/m);
    return {
        files: members.match(/^Path = /gm)?.length ?? 0,
        bytes: Number(/^Size = (\d+)$/m.exec(members)?.[1] ?? -1),
        encrypted: /^Encrypted = \+$/m.test(members),
    };
}
function notWhole(found) {
    return new errors_error/* HoldfastError */.E('source-truncated', `the 7z archive is not what was put into it: ${found}`, {
        hint: 'Look whether the disk of the spool is sound, and run again. Nothing of this run is listed.',
    });
}
/**
 * Packs a stream into an encrypted 7z archive in the spool, then tests it and compares the size: 7-Zip has ways to pack
 * nothing and to exit with success. The plain copy is gone when it returns. Errors: those of the source, `tool-missing`,
 * `tool-failed`, `disk-full`, `scratch-too-small`, `source-truncated`.
 */
async function packArchive(open, options) {
    const { spool, member, passphrase, signal, environment, store, threads } = options;
    const stdin = (0,tool/* passwordLine */.A6)(passphrase);
    const command = await (0,tool/* findSevenZip */.qN)(environment);
    const archive = 'archive.7z';
    const run = async (args) => {
        try {
            return await (0,run_tool/* runTool */.q)({ command, args, environment, cwd: spool.path, stdin, signal });
        }
        catch (error) {
            throw (0,tool/* explain */.WE)(error, archive);
        }
    };
    const plain = await spoolPlain(open, (0,external_node_path_.join)(spool.path, member), options);
    await spool.checkRoom(plain.bytes);
    options.onPacking?.();
    await run((0,tool/* packArguments */.Mj)(archive, member, store, threads));
    await run((0,tool/* testArguments */.Xs)(archive));
    const { files, bytes, encrypted } = pack_listed((await run((0,tool/* listArguments */.DQ)(archive))).stdout.toString());
    if (files !== 1 || bytes !== plain.bytes) {
        throw notWhole(`${files} files, ${bytes} of ${plain.bytes} bytes`);
    }
    if (!encrypted)
        throw notWhole('it is not encrypted');
    await (0,promises_.rm)((0,external_node_path_.join)(spool.path, member));
    const path = (0,external_node_path_.join)(spool.path, archive);
    return { path, archiveBytes: (await (0,promises_.stat)(path)).size, ...plain };
}

// EXTERNAL MODULE: ./build/pipeline/seven-zip/spool.js
var seven_zip_spool = __webpack_require__(10864);
// EXTERNAL MODULE: ./build/pipeline/workshop.js
var workshop = __webpack_require__(94422);
// EXTERNAL MODULE: ./build/commands/repository/child-environment.js
var child_environment = __webpack_require__(49498);
// EXTERNAL MODULE: ./build/catalog/outside.js
var outside = __webpack_require__(93571);
// EXTERNAL MODULE: ./build/config/config.js + 37 modules
var config = __webpack_require__(11521);
;// CONCATENATED MODULE: ./build/pipeline/broadcast.js
const end = { done: true, value: undefined };
/**
 * One source for several readers that go in step: the next chunk is asked for when every reader that is left has taken
 * the last. A reader that stops early no longer holds the others back; when all have stopped, the source is closed.
 * A failure of the source reaches every reader.
 */
function broadcast(source, readers) {
    const iterator = source[Symbol.asyncIterator]();
    let active = readers;
    let waiting = 0;
    let turn = begin();
    function begin() {
        const next = Promise.withResolvers();
        next.promise.catch(() => undefined);
        return next;
    }
    function advanceIfReady() {
        if (active === 0 || waiting < active)
            return;
        waiting = 0;
        const current = turn;
        turn = begin();
        iterator.next().then(current.resolve, current.reject);
    }
    function reader() {
        let mine;
        let left = false;
        async function leave() {
            if (left)
                return end;
            left = true;
            active -= 1;
            // It had asked for the chunk of this turn, which nobody has begun to fetch.
            if (mine === turn.promise)
                waiting -= 1;
            if (active === 0)
                await iterator.return?.();
            else
                advanceIfReady();
            return end;
        }
        return {
            [Symbol.asyncIterator]() {
                return this;
            },
            async next() {
                if (left)
                    return end;
                mine = turn.promise;
                waiting += 1;
                advanceIfReady();
                try {
                    const next = await mine;
                    return next.done ? await leave() : next;
                }
                catch (error) {
                    await leave();
                    throw error;
                }
            },
            return: leave,
        };
    }
    return Array.from({ length: readers }, reader);
}

;// CONCATENATED MODULE: ./build/commands/backup/single-object.js










/** The object's key: the job's template filled in, else the stream's place under `data/`. */
function objectKey({ context, job, base, id, capture, options }, stream) {
    if (job.objectName === undefined)
        return (0,catalog_keys/* streamPrefix */.nv)((0,catalog_keys/* dataPrefix */.BW)(job.name, id), stream.name);
    const { timezone } = context.config;
    const [tag = ''] = [...options.tags, ...job.tags];
    const { weekDay = 0, monthDay } = job.retention ?? {};
    const now = options.startedAt;
    const name = (0,config/* renderTemplate */.Xm)(job.objectName, {
        words: {
            ...base.source.templateWords,
            job: job.name,
            tag,
            level: String(capture.level),
            id,
            tier: (0,periods/* tierOf */.k)((0,calendar/* localTime */.HJ)(now, timezone), { weekDay, ...(monthDay === undefined ? {} : { monthDay }) }),
        },
        now,
        timezone,
    });
    const key = (0,config/* templateKey */.AY)(name);
    if ((0,catalog_keys/* isOutside */._K)(key))
        return key;
    throw new errors_error/* HoldfastError */.E('usage', `the object-name of job ${job.name} names a place of Holdfast itself: ${key}`, {
        hint: 'Begin object-name with a folder of your own, not with data, keys, manifests or another of the format.',
    });
}
/** Says before an object appears outside of the run's folder that it is this run's, for the cleanup of a run that died. */
async function layClaim(writing, key) {
    if (!(0,catalog_keys/* isOutside */._K)(key))
        return;
    const body = Buffer.from(`${key}\n`);
    const claim = `${(0,catalog_keys/* claimsPrefix */.EJ)(writing.job.name, writing.id)}${key}`;
    await store(writing, { key: claim, body, sha256: (0,hash/* sha256Hex */.fg)(body) });
}
function nameTaken(job, key, cause) {
    return new errors_error/* HoldfastError */.E('store-condition-failed', `${key} is there already, and is never replaced`, {
        hint: `Put {id} or {time:YYYYMMDDHHMMSS} into object-name of job ${job}, so that each backup has a name of its own.`,
        context: { job, key },
        cause,
    });
}
/** The name that a stream's one object gets. Errors: `usage` where several streams would get the same. */
function nameObject(writing, stream) {
    const { job, capture } = writing;
    const names = capture.streams.map(({ name }) => name);
    if (names.length > 1 && job.objectName !== undefined) {
        throw new errors_error/* HoldfastError */.E('usage', `job ${job.name} has ${capture.streams.length} streams (${names.join(', ')}) and one object-name`, {
            hint: names.includes('globals')
                ? 'Set globals: false in the source to keep the database alone; or leave object-name out, or use package: volumes.'
                : 'Leave object-name out, or use package: volumes.',
        });
    }
    return objectKey(writing, stream);
}
/**
 * Sends stored bytes to every destination at once, under a name that is never replaced. Errors:
 * `store-condition-failed`, `store-unsupported`.
 */
async function sendObject(writing, stream, key, body, estimate) {
    const { context, job, fanOut } = writing;
    const upload = (0,backup_progress/* progressOf */.j)(context.reporter, { job: job.name, stream: stream.name, phase: 'upload' });
    // What is sent goes at another pace than what is read.
    async function* counted() {
        for await (const piece of body) {
            yield piece;
            upload.add(piece.length);
        }
    }
    await layClaim(writing, key);
    if (job.checksumFile)
        await layClaim(writing, (0,outside/* checksumKey */.Rq)(key));
    try {
        await fanOut.putStream(key, (readers) => broadcast(counted(), readers), estimate);
        upload.done();
    }
    catch (error) {
        throw (0,errors_error/* hasCode */.u)(error, 'store-condition-failed') ? nameTaken(job.name, key, error) : error;
    }
}
/** Takes a sent object into the commit, with its checksum file where the job wants one. */
async function recordObject(writing, object) {
    writing.written.push(object);
    if (!writing.job.checksumFile)
        return;
    const line = Buffer.from((0,outside/* checksumLine */.Ut)(object.key, object.sha256));
    await store(writing, { key: (0,outside/* checksumKey */.Rq)(object.key), body: line, sha256: (0,hash/* sha256Hex */.fg)(line) });
}

;// CONCATENATED MODULE: ./build/commands/backup/store-archive.js











/** Plain bytes that are to be expected: the stream's own estimate, else the last backup's. */
function expectedBytes({ capture, destinations }, { estimate }) {
    const alone = capture.streams.length === 1;
    return estimate ?? (alone ? previousStats(destinations, capture.level)?.sourceBytes : undefined) ?? 0;
}
async function send(writing, stream, packed) {
    const { path, archiveBytes, ...plain } = packed;
    const key = nameObject(writing, stream);
    const sha256 = (0,hash/* createSha256 */.Yg)();
    async function* body() {
        for await (const chunk of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1 << 20 })) {
            sha256.update(chunk);
            yield chunk;
        }
    }
    await sendObject(writing, stream, key, body(), archiveBytes);
    const object = { key, bytes: archiveBytes, sha256: sha256.hex() };
    await recordObject(writing, object);
    const { name, mediaType } = stream;
    return {
        summary: {
            name,
            mediaType,
            compression: { type: 'none' },
            archive: '7z',
            volumes: 0,
            frame: workshop/* defaultFrame */.J$,
            span: workshop/* defaultFrame */.J$,
            storedBytes: archiveBytes,
            object,
        },
        plain: { name, ...plain },
        volumes: [],
    };
}
/**
 * `package: 7z`: an encrypted archive of one file, made in the spool and then sent like a single object. The spool is
 * empty again whatever happens. Errors: those of `packArchive`, `usage` for a source of several streams.
 */
function storeAsArchive(writing) {
    const { context, job } = writing;
    return async (stream, progress) => {
        const { passphrase } = context.config.encryption();
        if (passphrase === undefined || job.spool === undefined) {
            throw new errors_error/* HoldfastError */.E('usage', `package: 7z of job ${job.name} needs a spool and encryption.passphrase`, {
                hint: 'Set spool in the job and encryption.passphrase, or use package: single.',
            });
        }
        nameObject(writing, stream);
        // The plain copy and, where it does not shrink, an archive of the same size lie there at the same time.
        const spool = await (0,seven_zip_spool/* openSpool */.K)(job.spool, 2 * expectedBytes(writing, stream));
        try {
            const packed = await packArchive(() => stream.open(), {
                member: (0,percent_encode/* percentEncode */.a)(stream.name),
                spool,
                passphrase,
                store: job.compression.type === 'none',
                ...(job.parallel === undefined ? {} : { threads: job.parallel }),
                hashes: { sha256: stream.observerReplacesHash !== true, blake3: job.hashes.includes('blake3') },
                ...(stream.observer && { observer: stream.observer }),
                onBytes: progress.add,
                onPacking: () => (0,commands_context/* step */.P)(context, 'all read, packing with 7-Zip', job.name),
                environment: (0,child_environment/* environmentForChildren */.g)(context),
                signal: context.signal,
            });
            return await send(writing, stream, packed);
        }
        finally {
            await spool.remove();
        }
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/codec/age/chunker.js
var age_chunker = __webpack_require__(56531);
// EXTERNAL MODULE: ./build/codec/age/payload.js
var payload = __webpack_require__(69815);
// EXTERNAL MODULE: ./build/codec/age/seal-header.js
var seal_header = __webpack_require__(75596);
// EXTERNAL MODULE: ./build/codec/compression.js
var codec_compression = __webpack_require__(15271);
;// CONCATENATED MODULE: ./build/pipeline/single-stages.js







const zstd = (0,external_node_util_.promisify)(external_node_zlib_.zstdCompress);
const deflate = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/** Frames of plain bytes, each in memory of its own; at least one. */
async function* cut(source, { frame = workshop/* defaultFrame */.J$, observer, onBytes, signal }, onChunk) {
    let current = Buffer.allocUnsafeSlow(frame);
    let used = 0;
    let first = true;
    for await (const chunk of source) {
        signal.throwIfAborted();
        observer?.write(chunk);
        onChunk(chunk);
        onBytes?.(chunk.length);
        for (let rest = chunk; rest.length > 0;) {
            const taken = Math.min(frame - used, rest.length);
            current.set(rest.subarray(0, taken), used);
            used += taken;
            rest = rest.subarray(taken);
            if (used < frame)
                break;
            yield current;
            first = false;
            current = Buffer.allocUnsafeSlow(frame);
            used = 0;
        }
    }
    observer?.end();
    if (used > 0 || first)
        yield current.subarray(0, used);
}
/** Compresses frames side by side, as many as there are `workers`, and yields them in order. */
async function* compress(frames, { compression, workers = (0,workshop/* defaultWorkers */.Vs)() }) {
    const ahead = [];
    for await (const plain of frames) {
        const stored = compressAside(plain, compression);
        stored.catch(() => undefined);
        ahead.push(stored);
        if (ahead.length > workers)
            yield (await ahead.shift()) ?? plain;
    }
    for (const stored of ahead)
        yield await stored;
}
async function compressAside(plain, compression) {
    switch (compression.type) {
        case 'zstd':
            return zstd(plain, (0,codec_compression/* zstdFrameOptions */.ny)(plain.length, compression.level));
        case 'gzip':
            return deflate(plain, (0,codec_compression/* gzipMemberOptions */.FX)(plain.length, compression.level));
        case 'none':
            return plain;
    }
}
/** One age file of all pieces; without a recipient the pieces themselves. */
async function* encrypt(pieces, recipient) {
    if (recipient === undefined)
        return yield* pieces;
    const { bytes, payloadKey } = await (0,seal_header/* sealHeader */.f)([recipient]);
    yield bytes;
    let out = new Uint8Array(0);
    let at = 0;
    const chunker = (0,age_chunker/* createChunker */.x)(payload/* chunkBytes */.nr, (chunk, index, final) => {
        at += (0,payload/* sealChunk */.Hb)(payloadKey, index, final, chunk, out, at);
    });
    for await (const piece of pieces) {
        out = Buffer.allocUnsafeSlow((0,payload/* sealedPayloadBytes */.A1)(piece.length + payload/* chunkBytes */.nr));
        at = 0;
        chunker.push(piece);
        if (at > 0)
            yield out.subarray(0, at);
    }
    out = Buffer.allocUnsafeSlow((0,payload/* sealedPayloadBytes */.A1)(payload/* chunkBytes */.nr));
    at = 0;
    chunker.end();
    yield out.subarray(0, at);
}

;// CONCATENATED MODULE: ./build/pipeline/single-writer.js


/**
 * A whole stream as one object: frames one after another in one age file, which `age -d | zstd -d` (or `gunzip`) reads.
 * Frames are compressed side by side in libuv's threads and stay in order; an empty stream is one empty frame.
 */
function createSingleWriter(source, options) {
    const { promise: result, resolve, reject } = Promise.withResolvers();
    result.catch(() => undefined);
    async function* body() {
        try {
            resolve(yield* seal(source, options));
        }
        catch (error) {
            reject(error);
            throw error;
        }
        finally {
            // Only the first settlement counts: this one is for a reader that stopped early.
            reject(options.signal.reason ?? new Error('the stream was not read to its end'));
        }
    }
    return { body: body(), result };
}
async function* seal(source, options) {
    const stored = (0,hash/* createSha256 */.Yg)();
    const sha256 = options.hashes.sha256 ? (0,hash/* createSha256 */.Yg)() : undefined;
    const blake3 = options.hashes.blake3 ? await (0,hash/* createBlake3 */.VD)() : undefined;
    let bytes = 0;
    let storedBytes = 0;
    const frames = cut(source, options, (chunk) => {
        bytes += chunk.length;
        sha256?.update(chunk);
        blake3?.update(chunk);
    });
    for await (const piece of encrypt(compress(frames, options), options.recipient)) {
        options.signal.throwIfAborted();
        stored.update(piece);
        storedBytes += piece.length;
        yield piece;
    }
    return {
        bytes,
        ...(sha256 ? { sha256: sha256.hex() } : {}),
        ...(blake3 ? { blake3: blake3.hex() } : {}),
        storedBytes,
        storedSha256: stored.hex(),
    };
}

;// CONCATENATED MODULE: ./build/commands/backup/store-single.js




/**
 * `package: single`: one object from one stream, at every destination at once. Objects of a name that is taken are
 * never replaced. Errors: `usage` for a source of several streams, `store-unsupported`.
 */
function storeAsSingle(writing) {
    const { context, job, key } = writing;
    const hashes = (stream) => ({
        sha256: stream.observerReplacesHash !== true,
        blake3: job.hashes.includes('blake3'),
    });
    return async (stream, progress) => {
        const name = nameObject(writing, stream);
        const source = stream.open();
        // A destination that refuses before it reads leaves the source's end to nobody.
        source.on('error', () => undefined);
        const compression = compressionOf(job, stream);
        const { body, result } = createSingleWriter(source, {
            compression,
            ...(key && { recipient: key.recipient }),
            hashes: hashes(stream),
            ...(stream.observer && { observer: stream.observer }),
            onBytes: progress.add,
            signal: context.signal,
            ...(job.parallel === undefined ? {} : { workers: job.parallel }),
        });
        await sendObject(writing, stream, name, body, stream.estimate);
        const { storedBytes, storedSha256, ...plain } = await result;
        const object = { key: name, bytes: storedBytes, sha256: storedSha256 };
        await recordObject(writing, object);
        const { name: streamName, mediaType } = stream;
        return {
            summary: {
                name: streamName,
                mediaType,
                compression,
                volumes: 0,
                frame: workshop/* defaultFrame */.J$,
                span: workshop/* defaultFrame */.J$,
                storedBytes,
                object,
            },
            plain: { name: streamName, ...plain },
            volumes: [],
        };
    };
}

// EXTERNAL MODULE: ./build/codec/release.js
var release = __webpack_require__(98972);
;// CONCATENATED MODULE: ./build/pipeline/pump.js

/**
 * Drives `readable` into a stream of the writer and ends it. Waits whenever the writer does, so that the source
 * is never read faster than volumes are stored. On any failure `readable` is destroyed and the stream is left open.
 */
async function pump(readable, writer, { observer, onBytes, signal, freeChunks = false }) {
    const onAbort = () => readable.destroy(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener('abort', onAbort, { once: true });
    let reading = true;
    writer.failed.catch((error) => {
        if (reading)
            readable.destroy(error);
    });
    try {
        for await (const chunk of readable) {
            observer?.write(chunk);
            const waiting = writer.write(chunk);
            onBytes?.(chunk.length);
            if (waiting)
                await waiting;
            if (freeChunks)
                (0,release/* release */._)(chunk);
        }
        signal.throwIfAborted();
    }
    finally {
        reading = false;
        signal.removeEventListener('abort', onAbort);
    }
    observer?.end();
    return writer.end();
}

// EXTERNAL MODULE: ./build/codec/label.js
var codec_label = __webpack_require__(27675);
// EXTERNAL MODULE: ./build/codec/seal-frames.js
var seal_frames = __webpack_require__(8359);
;// CONCATENATED MODULE: ./build/codec/volume.js



/** The age header of one volume; `key-invalid` where the recipient is none. */
function sealVolumeHeader(recipient, label) {
    return (0,seal_header/* sealHeader */.f)(label ? [recipient, (0,codec_label/* labelRecipient */.I)(label)] : [recipient]);
}
/**
 * Makes one volume of `plain`: frames of `frame` bytes, each compressed on its own, one after another in one age file.
 * Everything is synchronous but the age header. `out` must have at least `sealedBound` bytes.
 */
async function sealVolume(plain, out, { compression, frame, recipient, label }) {
    if (recipient === undefined)
        return sealFrames(plain, out, { compression, frame });
    return sealFrames(plain, out, { compression, frame, header: await sealVolumeHeader(recipient, label) });
}

// EXTERNAL MODULE: ./build/pipeline/worker-tasks.js
var worker_tasks = __webpack_require__(21830);
;// CONCATENATED MODULE: ./build/pipeline/volume-maker.js



/** The maker of stream number `id`. A failure of any volume is a failure of the whole workshop. */
function createVolumeMaker(shop, id, settings) {
    const { sink, onVolume, dataPrefix } = shop.options;
    const prefix = settings.keyPrefix ?? (0,catalog_keys/* streamPrefix */.nv)(dataPrefix, settings.name);
    const records = [];
    const { promise: done, resolve } = Promise.withResolvers();
    let begun = 0;
    let pending = 0;
    let finishing = false;
    function settled() {
        pending--;
        if (finishing && pending === 0)
            resolve();
    }
    async function sealTask(plain, bytes, seq) {
        const { compression, frame, recipient, volumeHash = false } = settings;
        // The age library is loaded here only, not in every worker.
        const header = recipient === undefined ? undefined : await sealVolumeHeader(recipient, { stream: settings.name, seq });
        const out = await shop.outs.take();
        const options = { compression, frame, ...(header ? { header } : {}) };
        return { type: 'seal', plain, bytes, out, options, plainHash: volumeHash };
    }
    async function hash(plain, bytes) {
        if (settings.hashes.blake3)
            await shop.hashers.run({ type: 'hash', stream: id, plain, bytes });
    }
    async function store(out, seq, bytes, sealed) {
        const slot = await shop.uploads.take();
        const key = `${prefix}/${(0,catalog_keys/* volumeName */.EH)(seq, sealed.sha256)}`;
        await sink(key, Buffer.from(out, 0, sealed.bytes), sealed.sha256);
        shop.uploads.give(slot);
        const { sha256, frames } = sealed;
        const record = { stream: settings.name, seq, key, bytes: sealed.bytes, sha256, frames };
        const { plainSha256 } = sealed;
        const info = { plainOffset: seq * settings.span, plainBytes: bytes };
        await onVolume?.(record, plainSha256 === undefined ? info : { ...info, plainSha256 });
        shop.outs.give(out);
        records[seq] = record;
    }
    /** Whether the volume is there from an earlier attempt: its plain bytes are hashed to be sure. */
    async function isKnown(seq, bytes, digestOf) {
        const known = settings.known?.(seq);
        if (known === undefined || known.plainBytes !== bytes)
            return false;
        const { sha256 } = await digestOf();
        if (sha256 !== known.plainSha256)
            return false;
        const info = {
            plainOffset: seq * settings.span,
            plainBytes: bytes,
            plainSha256: sha256,
            known: true,
        };
        await onVolume?.(known.record, info);
        records[seq] = known.record;
        return true;
    }
    async function make(plain, bytes, seq) {
        // Hashing begins at once and in order, whenever the volume gets its output buffer.
        const hashed = hash(plain, bytes);
        const task = { type: 'digest', plain, bytes };
        if (await isKnown(seq, bytes, () => shop.sealers.run(task))) {
            await hashed;
            shop.plains.give(plain);
            return;
        }
        const sealing = (async () => {
            const task = await sealTask(plain, bytes, seq);
            return { out: task.out, sealed: await shop.sealers.run(task) };
        })();
        const [{ out, sealed }] = await Promise.all([sealing, hashed]);
        shop.plains.give(plain);
        await store(out, seq, bytes, sealed);
    }
    async function makeHere(plain, bytes, seq) {
        if (await isKnown(seq, bytes, async () => (0,worker_tasks/* digest */.br)({ type: 'digest', plain, bytes }))) {
            shop.plains.give(plain);
            return;
        }
        const task = await sealTask(plain, bytes, seq);
        const sealed = (0,worker_tasks/* seal */.od)(task);
        shop.plains.give(plain);
        await store(task.out, seq, bytes, sealed);
    }
    function track(volume) {
        pending++;
        return volume.then(settled, (error) => {
            void shop.fail(error);
        });
    }
    return {
        make: (plain, bytes) => void track(make(plain, bytes, begun++)),
        makeHere: (plain, bytes) => track(makeHere(plain, bytes, begun++)),
        started: () => begun,
        async finish() {
            finishing = true;
            if (pending === 0)
                resolve();
            await Promise.race([done, shop.failed]);
            return records;
        },
    };
}

;// CONCATENATED MODULE: ./build/pipeline/stream-writer.js




/** One stream of a run: fills plain buffers and hands them on. `id` tells streams apart in the hash worker. */
function createStreamWriter(shop, id, options) {
    const frame = options.frame ?? workshop/* defaultFrame */.J$;
    const span = options.span ?? workshop/* defaultSpan */.o_;
    if (frame < workshop/* smallestFrame */.dO || frame > span || span > shop.largestSpan) {
        throw new errors_error/* HoldfastError */.E('internal', `volumes of ${span} bytes in frames of ${frame} are not possible`);
    }
    const maker = createVolumeMaker(shop, id, { ...options, frame, span });
    const sha256 = options.hashes.sha256 ? (0,hash/* createSha256 */.Yg)() : undefined;
    shop.plains.resize(1);
    let current;
    let used = 0;
    let bytes = 0;
    let state = 'open';
    let result;
    /** Copies as much as there are free buffers for; returns the rest. */
    function copy(chunk) {
        let rest = chunk;
        while (rest.length > 0) {
            current ??= shop.plains.tryTake();
            if (!current)
                break;
            const taken = Math.min(span - used, rest.length);
            Buffer.from(current).set(taken === rest.length ? rest : rest.subarray(0, taken), used);
            rest = rest.subarray(taken);
            used += taken;
            if (used < span)
                break;
            maker.make(current, used);
            current = undefined;
            used = 0;
        }
        return rest;
    }
    async function drain(chunk) {
        state = 'waiting';
        let rest = chunk;
        while (rest.length > 0) {
            current ??= await shop.plains.take();
            rest = copy(rest);
        }
        shop.check();
        state = 'open';
    }
    async function finish() {
        const plain = current;
        current = undefined;
        let blake3;
        if (plain && maker.started() === 0 && shop.sealers.started() === 0) {
            blake3 = options.hashes.blake3 ? await hashHere(plain, used) : undefined;
            await maker.makeHere(plain, used);
        }
        else {
            if (plain)
                maker.make(plain, used);
            if (options.hashes.blake3)
                blake3 = await endBlake3();
        }
        shop.plains.resize(-1);
        const volumes = await maker.finish();
        shop.check();
        return {
            bytes,
            ...(sha256 ? { sha256: sha256.hex() } : {}),
            ...(blake3 === undefined ? {} : { blake3 }),
            volumes,
            storedBytes: volumes.reduce((sum, volume) => sum + volume.bytes, 0),
        };
    }
    async function endBlake3() {
        if (maker.started() === 0)
            return (await (0,hash/* createBlake3 */.VD)()).hex();
        return (await shop.hashers.run({ type: 'hash-end', stream: id })).hex;
    }
    return {
        write(chunk) {
            shop.check();
            if (state !== 'open')
                throw new errors_error/* HoldfastError */.E('internal', `a stream that is ${state} was written to`);
            sha256?.update(chunk);
            bytes += chunk.length;
            const rest = copy(chunk);
            if (rest.length > 0)
                return drain(rest);
        },
        end() {
            if (!result && state === 'waiting') {
                return Promise.reject(new errors_error/* HoldfastError */.E('internal', 'a stream was ended while a write was waiting'));
            }
            state = 'ended';
            result ??= Promise.race([finish(), shop.failed]);
            return result;
        },
        failed: shop.failed,
    };
}
async function hashHere(plain, bytes) {
    const blake3 = await (0,hash/* createBlake3 */.VD)();
    blake3.update(Buffer.from(plain, 0, bytes));
    return blake3.hex();
}

;// CONCATENATED MODULE: ./build/pipeline/volume-writer.js



/**
 * Turns streams into stored volumes: plain bytes are copied into shared buffers, worker threads make a volume of each
 * (frames, age, SHA-256), `sink` stores it.
 *
 * The first failure, of a worker, the sink, `onVolume` or the signal, ends everything: every later `write` throws it
 * and every `end` rejects with it. Threads start with the first whole volume; a shorter run has none.
 */
function createVolumeWriter(options) {
    const { signal } = options;
    const shop = (0,workshop/* createWorkshop */.Q7)(options);
    const onAbort = () => void shop.fail(signal.reason);
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    let streams = 0;
    return {
        stream: (streamOptions) => createStreamWriter(shop, streams++, streamOptions),
        async close() {
            signal.removeEventListener('abort', onAbort);
            await shop.fail(new errors_error/* HoldfastError */.E('internal', 'the volume writer was closed before its streams ended'));
        },
    };
}

;// CONCATENATED MODULE: ./build/commands/backup/store-volumes.js







/** The writer of this run's volumes: each is stored everywhere, remembered for the commit, and journaled. */
function openWriter(writing, journal) {
    const { context, job, id, fanOut, written } = writing;
    return createVolumeWriter({
        workerUrl: context.workerUrl,
        ...(job.parallel === undefined ? {} : { workers: job.parallel }),
        sink: fanOut.put,
        async onVolume({ stream, seq, key, bytes, sha256, frames }, { plainOffset, plainBytes, plainSha256, known }) {
            written.push({ key, bytes, sha256 });
            if (known)
                return;
            await journal.append({
                ...{ stream, seq, key, offset: plainOffset, length: plainBytes, bytes, sha256 },
                ...(plainSha256 !== undefined && { plainSha256, frames }),
            });
        },
        signal: context.signal,
        dataPrefix: (0,catalog_keys/* dataPrefix */.BW)(job.name, id),
    });
}
/** `package: volumes`: independent objects of 16 MiB plain bytes. */
function storeInVolumes(writing, writer) {
    const { context, job, key, capture, resumed } = writing;
    const known = new Map((resumed?.volumes ?? []).map((volume) => [`${volume.seq} ${volume.stream}`, knownVolume(volume)]));
    return async (stream, progress) => {
        const { name, mediaType, observer } = stream;
        const compression = compressionOf(job, stream);
        const target = writer.stream({
            name,
            compression,
            ...(key && { recipient: key.recipient }),
            hashes: { sha256: stream.observerReplacesHash !== true, blake3: job.hashes.includes('blake3') },
            volumeHash: capture.resume !== undefined,
            known: (seq) => known.get(`${seq} ${name}`),
        });
        const pumping = {
            ...(observer && { observer }),
            onBytes: progress.add,
            signal: context.signal,
            freeChunks: true,
        };
        const { volumes, storedBytes, ...plain } = await pump(stream.open(), target, pumping);
        return {
            summary: {
                name,
                mediaType,
                compression,
                volumes: volumes.length,
                frame: workshop/* defaultFrame */.J$,
                span: workshop/* defaultSpan */.o_,
                storedBytes,
            },
            plain: { name, ...plain },
            volumes,
        };
    };
}
function knownVolume(volume) {
    const { stream, seq, key, bytes, sha256, frames, length, plainSha256 } = volume;
    if (frames === undefined || plainSha256 === undefined)
        return undefined;
    return { record: { stream, seq, key, bytes, sha256, frames }, plainBytes: length, plainSha256 };
}
/** The run's journal, which outlives it only when it dies, or when a later run can go on with it. */
function beginJournal(writing) {
    const { context, job, id, destinations, parent, key, capture, base, options, wraps, resumed } = writing;
    const { resume: source } = capture;
    return openJournal(context.stateDirectory, {
        repository: destinations[0]?.repository.repository ?? '',
        job: job.name,
        id,
        parent: parent?.entry.id ?? null,
        recipient: key?.recipient ?? null,
        ...(source !== undefined && {
            resume: {
                startedAt: options.startedAt.toISOString(),
                wanted: base.level,
                wantedParent: base.parent?.entry.id ?? null,
                source,
                terms: termsOf(context, job, base),
                wraps,
            },
        }),
    }, resumed?.volumes);
}

;// CONCATENATED MODULE: ./build/commands/backup/stored-state.js






const largest = 64 * 1024 ** 2;
/**
 * The state of a run that goes on and had stored it already: its key has no hash in it and it is never written twice,
 * so the stored one is taken, if it says the same. Errors: `store-lied`.
 */
async function withStoredState({ resumed, destinations, base, context, job, id }, { result }, objects) {
    const [first] = destinations;
    const key = (0,catalog_keys/* stateKey */.bP)(job.name, id);
    if (!resumed || !objects.state || !first || !(await (0,object_io/* findObject */.Z)(first.store, key)))
        return objects;
    const { signal } = context;
    const body = await (0,object_io/* readObject */.Ag)(first.store, key, largest, signal);
    const { stateIdentity: identity } = base;
    const plain = identity ? await (0,bytes/* decryptBytes */.X)(body, { identities: [identity] }) : body;
    const text = (0,zstd_json/* decompress */.m)(plain, largest, { code: 'state-unusable', what: 'the state', key });
    if (Buffer.compare(text, result.state ?? new Uint8Array()) !== 0) {
        throw new errors_error/* HoldfastError */.E('store-lied', `${key} is not what the interrupted run stored`, {
            hint: 'Run the backup again; it starts anew.',
            context: { key, destination: first.name },
        });
    }
    return { ...objects, state: { key, bytes: body.byteLength, sha256: (0,hash/* sha256Hex */.fg)(body), body } };
}

;// CONCATENATED MODULE: ./build/commands/backup/suspend.js


/** What ends a run although neither the source nor what was stored is wrong. */
const suspend_outside = [
    'interrupted',
    'terminated',
    'timeout',
    'lease-lost',
    'bucket-missing',
    'clock-skew',
    'tls-failed',
];
/** Whether a later run can go on with what this one stored before it failed. */
function canGoOn({ capture, context, written, wraps }, thrown) {
    if (capture.suspend === undefined || capture.resume === undefined)
        return false;
    // Without one volume there is nothing to go on with.
    if (written.length <= wraps.length)
        return false;
    const { code } = (0,outcome/* asHoldfastError */.Cs)(context.signal.aborted ? (context.signal.reason ?? thrown) : thrown);
    return (context.signal.aborted || suspend_outside.includes(code) || (code.startsWith('store-') && code !== 'store-lied'));
}
/** Leaves a run so that the next of its job goes on with it. */
async function suspend({ context, job, capture, id }, journal) {
    await capture.suspend?.();
    await journal.close();
    const message = `${id} was interrupted; the next run of ${job.name} goes on with what it stored`;
    (0,commands_context/* tell */.q)(context, { severity: 'info', code: 'run-suspended', message }, job.name);
}

;// CONCATENATED MODULE: ./build/commands/backup/unread.js
/** A path is allowed by its own name or by that of a directory above it; `allow-unread` is relative to the source's root. */
function splitUnread(unread, allowUnread) {
    const names = allowUnread.map((name) => name.replace(/^\.?\/+|\/+$/g, ''));
    const isAllowed = (path) => names.some((name) => path === name || path.startsWith(`${name}/`));
    return { allowed: unread.filter(isAllowed), refused: unread.filter((path) => !isAllowed(path)) };
}

;// CONCATENATED MODULE: ./build/commands/backup/write.js




















const packaging = { volumes: storeInVolumes, single: storeAsSingle, '7z': storeAsArchive };
async function storeData(writing, journal) {
    const { job, id, index, key } = writing;
    const writer = openWriter(writing, journal);
    try {
        index.begin(writer, { prefix: (0,catalog_keys/* dataPrefix */.BW)(job.name, id), ...(key && { recipient: key.recipient }) });
        return await record(writing, packaging[job.package](writing, writer));
    }
    finally {
        await writer.close();
    }
}
async function guard({ context, job, destinations, capture, options, warnings }, { storedBytes }) {
    const before = previousStats(destinations, capture.level, [...job.tags, ...options.tags])?.storedBytes;
    const previous = before ?? (await (0,seeded_size/* seededSize */.G)(context.stateDirectory, job.name));
    const sizes = {
        job: job.name,
        stored: storedBytes,
        ...(previous === undefined ? {} : { previous }),
        accepted: options.acceptSize,
    };
    warnings.push(...checkGuards(job.guards, sizes));
}
/** Enough to see where a size is going. */
const sizesRemembered = 12;
function earlierSizes({ job, destinations, capture, options }) {
    const alike = earlierStats(destinations, capture.level, [...job.tags, ...options.tags]);
    return alike.slice(-sizesRemembered).map(({ storedBytes }) => storedBytes);
}
async function write_commit(writing, recorded, manifest, unread) {
    const { context, job, id, capture, parent, destinations, fanOut, failed, written, warnings } = writing;
    const alive = new Set(fanOut.alive().map(({ name }) => name));
    const committed = await commitEverywhere(context, destinations.filter(({ name }) => alive.has(name)), {
        job: job.name,
        id,
        manifest,
        objects: written,
        ancestors: parent?.chain ?? [],
        startedAt: writing.options.startedAt,
        leases: writing.options.leases,
        // A store checks the hash of what is put whole, not of what comes as a stream.
        readBack: job.package !== 'volumes',
        signal: context.signal,
    });
    for (const [name, error] of committed.failed)
        failed.push({ name, error });
    if (committed.done.length === 0) {
        throw failed.at(-1)?.error ?? new errors_error/* HoldfastError */.E('internal', 'nothing was committed');
    }
    const { files } = recorded.result;
    return reportOf({
        job: job.name,
        id,
        level: capture.level,
        parent: parent?.entry.id ?? null,
        committed: committed.done,
        failed,
        sent: fanOut.sent(),
        sourceBytes: recorded.sourceBytes,
        storedBytes: storedBytesOf(written),
        ...(files === undefined ? {} : { files }),
        unread,
        seconds: secondsSince(writing),
        previousStoredBytes: earlierSizes(writing),
        warnings,
    });
}
/** What is kept cannot fail any more because something beside it could not be tidied up. */
async function tidySource({ context, job, capture }) {
    try {
        await capture.committed?.();
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
        const { message, hint } = error;
        (0,commands_context/* tell */.q)(context, { severity: 'warning', code: error.code, message, ...(hint && { hint }) }, job.name);
    }
}
/**
 * One run from the source's preflight to the commit at every destination that kept up. Throws when nothing was
 * committed anywhere; then nothing is listed, and what was written is garbage for cleanup.
 */
async function writeBackup(context, job, base, options) {
    const writing = await begin(context, job, base, options);
    let journal;
    try {
        await storeWraps(writing);
        journal = await beginJournal(writing);
        const recorded = await storeData(writing, journal);
        const unread = splitUnread(recorded.result.unread, job.allowUnread);
        await guard(writing, recorded);
        const objects = await withStoredState(writing, recorded, await sideObjectsOf(writing, recorded));
        for (const object of listed(objects))
            await store(writing, object);
        const report = await write_commit(writing, recorded, manifestOf(writing, recorded, objects, unread), unread);
        await tidySource(writing);
        if (objects.state)
            await context.stateCache?.keep(objects.state.key, objects.state.body);
        return report;
    }
    catch (error) {
        if (journal && canGoOn(writing, error)) {
            await suspend(writing, journal);
            journal = undefined;
        }
        throw error;
    }
    finally {
        await writing.capture.abort();
        // A run that fails in an orderly way says so in its log; the journal is for those that cannot, or may go on.
        await journal?.remove();
    }
}

;// CONCATENATED MODULE: ./build/commands/backup/again.js



/** Conflicts come when the primary tidies up; a third one in a row is no accident. */
const tries = 3;
/**
 * As {@link writeBackup}; a run whose source was cancelled in the middle through no fault of its own begins anew, with an id and a
 * snapshot of its own. Nothing of the first is listed.
 */
async function writePersistently(context, job, base, options) {
    for (let attempt = 1;; attempt++) {
        try {
            return await writeBackup(context, job, base, options);
        }
        catch (error) {
            if (attempt === tries || !(0,errors_error/* hasCode */.u)(error, 'source-conflict'))
                throw error;
            const { code, message, hint } = error;
            (0,commands_context/* tell */.q)(context, { severity: 'warning', code, message, ...(hint && { hint }) }, job.name);
        }
    }
}

;// CONCATENATED MODULE: ./build/commands/backup/shell-words.js
/** An argv as one would type it: words that a shell would read otherwise stand in single quotes. */
function shellWords(argv) {
    return argv
        .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw `'\''`)}'`))
        .join(' ');
}

;// CONCATENATED MODULE: ./build/commands/backup/hooks.js





/**
 * Runs a hook's argv; no shell is involved. Job, id and status reach it as HOLDFAST_JOB, HOLDFAST_ID and HOLDFAST_STATUS.
 * Errors: `hook-failed`, naming the hook and its last words.
 */
async function runHook(context, name, argv, about) {
    const [command, ...args] = argv ?? [];
    if (command === undefined)
        return;
    try {
        await (0,run_tool/* runTool */.q)({
            command,
            args,
            environment: {
                ...(0,child_environment/* environmentForChildren */.g)(context),
                HOLDFAST_JOB: about.job,
                HOLDFAST_ID: about.id ?? '',
                HOLDFAST_STATUS: about.status ?? '',
            },
            cwd: context.config.directory,
            // A hook for a failure must still run when the run itself was interrupted.
            signal: name === 'on-failure' ? AbortSignal.timeout(5_000) : context.signal,
        });
    }
    catch (cause) {
        const { message } = (0,outcome/* asHoldfastError */.Cs)(cause);
        throw new errors_error/* HoldfastError */.E('hook-failed', `the ${name} hook of job ${about.job} failed: ${message}`, {
            hint: `Run \`${shellWords([command, ...args])}\` by hand in ${context.config.directory} to see why, or remove hooks.${name}.`,
            context: { job: about.job, hook: name },
            cause,
        });
    }
}

// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(47167);
;// CONCATENATED MODULE: ./build/commands/backup/run-log.js




/** Leaves the log of a run, a failed one too, at every destination. A log that cannot be written costs no backup. */
async function logEverywhere(context, destinations, log) {
    const signal = AbortSignal.timeout(5_000);
    for (const { name, store } of destinations) {
        try {
            await (0,runlog/* writeRunLog */.lg)(store, log, signal);
        }
        catch (error) {
            (0,commands_context/* tell */.q)(context, {
                severity: 'warning',
                code: 'log-not-written',
                message: (0,secret/* maskSecrets */.QU)(`the log of ${log.id} was not written to ${name}: ${(0,outcome/* asHoldfastError */.Cs)(error).message}`),
            }, log.job);
        }
    }
}

;// CONCATENATED MODULE: ./build/commands/backup/run.js









/** What a failed hook makes of a run whose backup is committed: it stays, and the run is a partial one. */
function withError(report, error) {
    return { result: { ...report.result, status: 'partial' }, errors: [...report.errors, error] };
}
/**
 * Hooks, the run itself and its log, whatever way it ends. An `after` hook that fails takes no backup back: it is an
 * error beside the result. Errors: what the run failed of.
 */
async function runBackup(plain, job, base, options) {
    const context = { ...plain, reporter: options.logFiles.reporterOf(plain, job) };
    const limit = (0,deadline/* deadline */.n)(context, `job ${job.name}`, job.timeout);
    const signal = (0,lease/* whileHeld */.tE)(AbortSignal.any([context.signal, limit.signal]), options.leases);
    const startedAt = context.clock.now();
    const run = { id: (0,ids/* makeId */.M4)(startedAt, base.level) };
    const log = { format: 1, command: 'backup', job: job.name, startedAt: startedAt.toISOString() };
    context.reporter.on({
        type: 'job-started',
        job: job.name,
        command: 'backup',
        level: base.level,
        ...(base.parent && { parent: base.parent.entry.id }),
    });
    options.bell.start();
    const finish = (status) => {
        const finishedAt = context.clock.now();
        const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1000;
        context.reporter.on({ type: 'job-finished', job: job.name, command: 'backup', status, seconds });
        return finishedAt.toISOString();
    };
    const asError = (thrown) => (0,outcome/* asHoldfastError */.Cs)(signal.aborted ? (signal.reason ?? thrown) : thrown);
    const onFailure = (id, status) => runHook(context, 'on-failure', job.hooks.onFailure, { job: job.name, id, status }).catch(() => undefined);
    const hookAfter = async (report) => {
        const { id = run.id, status = 'success' } = report.result;
        try {
            await runHook({ ...context, signal }, 'after', job.hooks.after, { job: job.name, id, status });
            return report;
        }
        catch (thrown) {
            await onFailure(id, 'partial');
            return withError(report, asError(thrown));
        }
    };
    try {
        await runHook({ ...context, signal }, 'before', job.hooks.before, { job: job.name });
        const report = await hookAfter(await writePersistently({ ...context, signal }, job, base, { ...options, startedAt, run }));
        const { id = run.id, status = 'success', warnings = [], ...result } = report.result;
        const [error] = report.errors;
        await logEverywhere(context, base.destinations, {
            ...log,
            id,
            status,
            finishedAt: finish(status),
            // A log is readable without a key: what names content stays in meta.
            result: { ...result, warnings: warnings.map(({ names: _, ...warning }) => warning) },
            ...(error && { error: { code: error.code, message: error.message } }),
        });
        if (error !== undefined || !options.bell.hears('recovery'))
            return report;
        return { ...report, recovered: await (0,last_run/* lastRunFailed */.x)(context, job.name, base.destinations, id) };
    }
    catch (thrown) {
        const error = asError(thrown);
        const { id } = run;
        const status = (0,report_document/* statusOf */.c)(error.exitStatus);
        await onFailure(id, status);
        const failure = { code: error.code, message: error.message };
        await logEverywhere(context, base.destinations, {
            ...log,
            id,
            status,
            finishedAt: finish(status),
            error: failure,
        });
        throw error;
    }
    finally {
        limit.clear();
    }
}

;// CONCATENATED MODULE: ./build/commands/backup/job.js









function destinationErrors(failed) {
    return failed.map(({ error }) => error);
}
async function openAny(context, failed, names, mode) {
    const opened = await (0,destination/* openForBackup */.Uu)(context, names, mode);
    failed.push(...opened.failed);
    const [first] = opened.failed;
    if (opened.open.length === 0 && first !== undefined)
        throw first.error;
    return opened.open;
}
function planned(job, base, failed) {
    return {
        result: {
            job: job.name,
            status: 'dry-run',
            level: base.level,
            parent: base.parent?.entry.id ?? null,
            destinations: base.destinations.map(({ name }) => ({
                name,
                status: 'planned',
                storedBytes: 0,
                sentBytes: 0,
            })),
        },
        errors: destinationErrors(failed),
    };
}
/**
 * Backs up one job: opens its destinations, takes its leases, finds out whether it is due and on what it builds, then
 * runs it. A destination that fails is dropped and reported; what fails everywhere is thrown.
 */
async function backupJob(context, name, options) {
    const job = context.config.job(name);
    const failed = [];
    const names = (0,destination/* chosenDestinations */.Cf)(context, job.to.map((destination) => destination.name));
    const open = await openAny(context, failed, names, options.dryRun ? 'dry-run' : 'write');
    const leases = options.dryRun
        ? []
        : await (0,lease/* leaseJob */.Yf)(context, name, await (0,lease_store/* leaseStores */.J)(context, open), options.onBusy);
    if (leases === undefined)
        return { result: { job: name, status: 'skipped' }, errors: [] };
    try {
        const stocked = [];
        for (const destination of open) {
            stocked.push({
                ...destination,
                entries: (await (0,entries/* readEntries */.$)(context, destination, name, { proofs: false })).points,
            });
        }
        const started = (0,last_start/* lastStart */.p)(stocked.flatMap(({ entries }) => entries), context.clock.now());
        if (options.due && !options.force && job.every !== undefined) {
            const due = (0,retention_due/* isDue */.nZ)({
                every: job.every,
                now: context.clock.now(),
                ...(started && { lastStart: started }),
            });
            if (!due)
                return { result: { job: name, status: 'not-due' }, errors: destinationErrors(failed) };
        }
        const base = await chooseBase(context, job, stocked, options.level);
        (0,commands_context/* step */.P)(context, `level ${base.level}: ${base.reason}`, name);
        if (options.dryRun)
            return planned(job, base, failed);
        return await runBackup(context, job, base, { ...options, failed, leases });
    }
    finally {
        await (0,lease/* releaseAll */.Th)(leases);
    }
}


/***/ }),

/***/ 34098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createLogFiles)
/* harmony export */ });
/* harmony import */ var _report_events_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96710);
/* harmony import */ var _report_run_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69673);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76140);



function createLogFiles() {
    const open = new Map();
    return {
        reporterOf(context, { log, name }) {
            if (log === undefined)
                return context.reporter;
            const { clock } = context;
            const onTrouble = (finding) => (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .tell */ .q)(context, finding, name);
            const file = open.get(log.file) ?? (0,_report_run_log_js__WEBPACK_IMPORTED_MODULE_1__/* .createRunLog */ .M)({ ...log, clock, onTrouble });
            open.set(log.file, file);
            return (0,_report_events_js__WEBPACK_IMPORTED_MODULE_0__/* .combineReporters */ .ui)(context.reporter, file);
        },
        close() {
            for (const file of open.values())
                file.close();
        },
    };
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

/***/ 88136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ seededSize),
/* harmony export */   V: () => (/* binding */ seedSize)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function fileOf(stateDirectory, job) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateDirectory, 'seeds', `${job}.json`);
}
/** Keeps what the backups of a job came to before Holdfast made them, for its first size guard. */
async function seedSize(stateDirectory, job, storedBytes) {
    const file = fileOf(stateDirectory, job);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true, mode: 0o700 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, JSON.stringify({ storedBytes }), { mode: 0o600 });
}
/** What {@link seedSize} kept; undefined where there is nothing of the kind. */
async function seededSize(stateDirectory, job) {
    try {
        const { storedBytes } = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(fileOf(stateDirectory, job), 'utf8'));
        return typeof storedBytes === 'number' && storedBytes > 0 ? storedBytes : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 23390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ deadline)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/** A signal that aborts after `milliseconds`, by the clock that never jumps; never where there is no limit. */
function deadline(context, what, milliseconds) {
    const late = new AbortController();
    const cleared = new AbortController();
    if (milliseconds !== undefined) {
        const error = new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('timeout', `${what} took longer than the ${milliseconds / 1000} s it has`, {
            hint: 'Raise the limit in the job, or find out what holds the source or the store back.',
        });
        context.clock.sleep(milliseconds, cleared.signal).then(() => late.abort(error), () => undefined);
    }
    return { signal: late.signal, clear: () => cleared.abort() };
}


/***/ }),

/***/ 82527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ lastStart)
/* harmony export */ });
/* harmony import */ var _retention_due_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87543);

/** When the newest of some backups began, of those that are not dated in the future; undefined where there is none. */
function lastStart(backups, now) {
    const starts = (0,_retention_due_js__WEBPACK_IMPORTED_MODULE_0__/* .credible */ .z7)(backups, ({ createdAt }) => createdAt, now).map(({ createdAt }) => createdAt.getTime());
    return starts.length === 0 ? undefined : new Date(Math.max(...starts));
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


/***/ })

};
