export const id = 9545;
export const ids = [9545];
export const modules = {

/***/ 99854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ objectsOfRun),
/* harmony export */   v: () => (/* binding */ listRuns)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47740);
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

/***/ 97264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ isLocalOwner),
/* harmony export */   Hf: () => (/* binding */ currentOwner),
/* harmony export */   Ui: () => (/* binding */ isOwnerDead)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);


/** This process as an owner. Where there is no /proc, without start time and machine. */
async function currentOwner(run) {
    const [machine, status] = await Promise.all([currentMachine(), readStatus(process.pid)]);
    return {
        host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(),
        pid: process.pid,
        ...(status && { startTime: status.startTime }),
        ...(machine && { machine }),
        ...(run && { run }),
    };
}
/** Whether the owner is a process of this very machine and container, so that its life can be known. */
async function isLocalOwner(owner) {
    return (owner.machine !== undefined && owner.startTime !== undefined && owner.machine === (await currentMachine()));
}
/** True only where it is sure: the owner was a process here, and is gone, a zombie, or its id is another's by now. */
async function isOwnerDead(owner) {
    if (!(await isLocalOwner(owner)))
        return false;
    const status = await readStatus(owner.pid);
    if (status)
        return status.startTime !== owner.startTime || status.state === 'Z' || status.state === 'X';
    // /proc may be mounted so that it hides the processes of other users; the kernel still knows them.
    return !processExists(owner.pid);
}
function processExists(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
    }
}
async function currentMachine() {
    try {
        const boot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8');
        return `${boot.trim()} ${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)('/proc/self/ns/pid')}`;
    }
    catch {
        return undefined;
    }
}
/** Fields 3 and 22 of /proc/<pid>/stat (proc(5)); the name before them may hold spaces and parentheses. */
async function readStatus(pid) {
    try {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/stat`, 'utf8');
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        const [state, startTime] = [fields[0], fields[19]];
        return state && startTime ? { state, startTime } : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 64530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ checkScope),
/* harmony export */   aW: () => (/* binding */ leaseKey),
/* harmony export */   e3: () => (/* binding */ writeLease),
/* harmony export */   zR: () => (/* binding */ readLease)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26921);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38672);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79874);




const leaseRecord = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    owner: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        host: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        pid: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
        startTime: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
        machine: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
        run: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    }),
    nonce: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1),
    token: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(),
    state: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['held', 'free']),
    beat: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
    since: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
});
const mostBytes = 64 * 1024;
/** Where the lease of a scope lies. */
function leaseKey(scope) {
    return `leases/${scope}.json`;
}
/** Refuses scopes that are no plain key segment. */
function checkScope(scope) {
    if (/^[a-z0-9][a-z0-9._~-]{0,120}$/.test(scope))
        return;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', 'not a lease scope', { context: { scope } });
}
/**
 * The record at a key, undefined where there is none. The etag is asked for first: it may be older than the record,
 * never newer, so that a condition on it fails where the two do not belong together.
 */
async function readLease(store, key, signal) {
    const object = await store.stat(key);
    const body = object && (await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfPresent */ .Zu)(store, key, mostBytes, signal));
    return object && body && { record: parseLease(key, body), etag: object.etag };
}
function parseLease(key, body) {
    try {
        return leaseRecord.parse(JSON.parse(Buffer.from(body).toString('utf8')));
    }
    catch (cause) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('object-damaged', 'lease object is not a lease', {
            hint: `Make sure that no run is active, then delete ${key} at the destination.`,
            context: { key },
            cause,
        });
    }
}
/** Writes a record, under a condition where one is given. */
function writeLease(store, key, record, options) {
    const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonBytes */ .yN)(record);
    return store.put(key, body, { ...options, sha256: (0,_object_io_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .Bj)(body) });
}


/***/ }),

/***/ 62265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ acquireLease)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
;// CONCATENATED MODULE: ./build/catalog/lease-hold.js

const releaseLimitMs = 5_000;
const confirmLimitMs = 900_000;
const silence = 'its beats did not reach the store in time';
/** Keeps an acquired lease alive: beats, watches the time since the last good one, releases. */
function holdLease(settings, acquired, write) {
    const { clock, scope, heldMs, beatMs, pollMs, store } = settings;
    const lost = new AbortController();
    const ended = new AbortController();
    let last = acquired;
    let releasing;
    function lose(reason) {
        lost.abort(leaseLost(settings, reason));
        ended.abort(lost.signal.reason);
    }
    function isFresh() {
        return clock.monotonic() - last.sent < heldMs;
    }
    async function send(change, signal) {
        const sent = clock.monotonic();
        const record = { ...last.record, ...change };
        const object = await write(record, last.object, signal);
        if (object)
            last = { record, object, sent };
        return object !== undefined;
    }
    async function beat() {
        let pause = beatMs;
        while (!ended.signal.aborted) {
            await clock.sleep(pause, ended.signal);
            try {
                if (!(await send({ beat: last.record.beat + 1, state: 'held' }, ended.signal)))
                    lose('someone else took it over');
                // A beat that took the time of an outage was sent too long ago to count.
                pause = isFresh() ? beatMs : pollMs;
            }
            catch {
                // The store may be back in time for another try; if not, the watchdog below gives up.
                pause = pollMs;
            }
        }
    }
    async function watchdog() {
        if (settings.ridesOutages)
            return;
        while (isFresh())
            await clock.sleep(last.sent + heldMs - clock.monotonic(), ended.signal);
        lose(silence);
    }
    async function free() {
        ended.abort();
        const limit = new AbortController();
        const done = new AbortController();
        const tooLate = clock.sleep(releaseLimitMs, done.signal).then(() => {
            limit.abort();
            throw new errors_error/* HoldfastError */.E('timeout', `lease ${scope} was not released in time`, {
                hint: 'Nothing needs to be done: it lets go by itself once its beats are missed.',
                context: { scope, destination: store.name },
            });
        });
        const freed = Promise.all(tasks).then(() => send({ beat: last.record.beat + 1, state: 'free' }, limit.signal));
        try {
            await Promise.race([freed, tooLate]);
        }
        finally {
            done.abort();
        }
    }
    function assertNotLost() {
        lost.signal.throwIfAborted();
        if (releasing)
            throw leaseLost(settings, 'it was released');
    }
    async function confirm(signal) {
        const start = clock.monotonic();
        for (;;) {
            assertNotLost();
            if (isFresh())
                return;
            if (!settings.ridesOutages || clock.monotonic() - start > confirmLimitMs)
                lose(silence);
            else
                await clock.sleep(pollMs, signal);
        }
    }
    const tasks = [beat(), watchdog()].map((task) => task.catch(() => undefined));
    return {
        scope,
        store: store.name,
        token: acquired.record.token,
        exclusive: store.features.createOnly && store.features.compareAndSwap,
        signal: lost.signal,
        assertHeld() {
            assertNotLost();
            if (!isFresh())
                lose(silence);
            lost.signal.throwIfAborted();
        },
        confirm,
        storeTime: () => new Date(last.object.modified.getTime() + Math.max(0, clock.monotonic() - last.sent)),
        release() {
            releasing ??= free();
            return releasing;
        },
    };
}
function leaseLost({ scope, store }, reason) {
    return new errors_error/* HoldfastError */.E('lease-lost', `lease ${scope} is lost: ${reason}`, {
        hint: 'Run again; if it happens again, look for a machine that was suspended or a slow link to the destination.',
        context: { scope, destination: store.name },
        retryable: true,
    });
}

// EXTERNAL MODULE: ./build/catalog/lease-record.js
var lease_record = __webpack_require__(64530);
;// CONCATENATED MODULE: ./build/catalog/lease-busy.js

/** Who it is, in words: `db-1, process 812, https://…`. */
function describeHolder({ owner }) {
    return [owner.host, `process ${owner.pid}`, ...(owner.run ? [owner.run] : [])].join(', ');
}
/** The `busy` error: who holds the lease, since when, and what to do. */
function busy(scope, holder, waitedMs) {
    const waited = waitedMs === undefined ? '' : `, still after ${Math.round(waitedMs / 1000)} s`;
    const message = `${scope} is held by ${describeHolder(holder)} since ${holder.since}${waited}`;
    return new errors_error/* HoldfastError */.E('busy', message, {
        hint: 'Wait for that run to end, end it, or run with --on-busy wait; a run that died lets go by itself within a minute.',
        context: {
            scope,
            host: holder.owner.host,
            pid: holder.owner.pid,
            since: holder.since,
            run: holder.owner.run,
        },
        retryable: true,
    });
}

// EXTERNAL MODULE: ./build/catalog/lease-owner.js
var lease_owner = __webpack_require__(97264);
;// CONCATENATED MODULE: ./build/catalog/lease-watch.js


/** Judges holders by what this observer itself has seen of their objects, never by their clocks. */
function watchHolders({ clock, ttlMs, isDead }) {
    const sightings = new Map();
    return async (key, { record, etag }) => {
        const last = sightings.get(key);
        if (last?.etag !== etag)
            sightings.set(key, { etag, since: clock.monotonic() });
        if (await isDead(record.owner))
            return 'gone';
        if (last?.etag === etag && clock.monotonic() - last.since >= ttlMs)
            return 'gone';
        if (last && last.etag !== etag)
            return 'alive';
        // This process may have lost a lease of its own without being able to free it: that one it has to watch.
        const another = record.owner.pid !== process.pid && (await (0,lease_owner/* isLocalOwner */.F1)(record.owner));
        return another ? 'alive' : 'unknown';
    };
}
/** Decides what to do about a living holder: pauses for the next look, returns false to skip, or throws `busy`. */
function createPatience(settings) {
    const { clock, onBusy, onWait, scope, signal, waitLimitMs, pollMs } = settings;
    const start = clock.monotonic();
    const announced = new Set();
    return async (holder, verdict) => {
        let pause = pollMs;
        if (onBusy === 'skip' && verdict === 'alive')
            return false;
        if (onBusy === 'fail' && verdict === 'alive')
            throw busy(scope, holder);
        if (onBusy === 'wait') {
            const waited = clock.monotonic() - start;
            if (waitLimitMs !== undefined && waited >= waitLimitMs)
                throw busy(scope, holder, waited);
            if (waitLimitMs !== undefined)
                pause = Math.min(pause, waitLimitMs - waited);
            if (!announced.has(holder.nonce))
                onWait?.(holder);
            announced.add(holder.nonce);
        }
        await clock.sleep(pause, signal);
        return true;
    };
}

;// CONCATENATED MODULE: ./build/catalog/lease-advisory.js




/**
 * A lease on a store without conditional writes: each contender writes a lock object of its own,
 * `leases/<scope>/<nonce>.json`, waits, lists, and withdraws where another was there before. Of two that came at
 * once the lower nonce stays; one whose own write was slow withdraws in any case, since it may not have been seen.
 * Objects of holders that are gone or have let go are deleted where the role allows it and ignored otherwise.
 *
 * It is advisory: nothing keeps a very slow writer from believing that it was alone. Hence `exclusive: false`.
 */
async function acquireAdvisory(settings) {
    const { clock, signal, pollMs } = settings;
    const watch = watchHolders(settings);
    const patient = createPatience(settings);
    const prefix = `leases/${settings.scope}/`;
    for (;;) {
        signal.throwIfAborted();
        const before = clock.monotonic();
        let { others, token } = await look(settings, prefix, watch);
        if (others.length === 0) {
            const nonce = (0,external_node_crypto_.randomUUID)();
            const key = `${prefix}${nonce}.json`;
            const sent = clock.monotonic();
            const record = newRecord(settings, nonce, token + 1);
            const object = await (0,lease_record/* writeLease */.e3)(settings.store, key, record, { signal });
            const wasSlow = clock.monotonic() - before > pollMs / 2;
            await clock.sleep(pollMs, signal);
            others = (await look(settings, prefix, watch, nonce)).others.filter((other) => wasSlow || other.record.beat > 0 || other.record.nonce < nonce);
            if (others.length === 0)
                return holdLease(settings, { record, object, sent }, beatInto(settings.store, key));
            await withdraw(settings.store, key, record, signal);
            await clock.sleep(pollMs * Math.random(), signal);
        }
        const [holder] = others;
        if (holder && !(await patient(holder.record, holder.verdict)))
            return undefined;
    }
}
function newRecord({ clock, owner }, nonce, token) {
    return { owner, nonce, token, state: 'held', beat: 0, since: clock.now().toISOString() };
}
/** The living holders besides `own`, and the greatest token seen. */
async function look({ store, signal }, prefix, watch, own) {
    const others = [];
    let token = 0;
    for await (const { key } of store.list(prefix)) {
        const seen = await (0,lease_record/* readLease */.zR)(store, key, signal);
        if (!seen || seen.record.nonce === own)
            continue;
        token = Math.max(token, seen.record.token);
        const verdict = seen.record.state === 'free' ? 'gone' : await watch(key, seen);
        if (verdict === 'gone')
            await store.delete(key).catch(() => undefined);
        else
            others.push({ record: seen.record, verdict });
    }
    return { others, token };
}
function beatInto(store, key) {
    return async (next, last, signal) => {
        if (next.state === 'free') {
            await withdraw(store, key, next, signal);
            return last;
        }
        // Whoever took this holder for gone has deleted its object; writing it again would make two.
        return (await store.stat(key)) && (await (0,lease_record/* writeLease */.e3)(store, key, next, { signal }));
    };
}
/** Deletes a lock object; where the role may not delete, it is marked as free instead. */
async function withdraw(store, key, record, signal) {
    try {
        await store.delete(key);
    }
    catch {
        await (0,lease_record/* writeLease */.e3)(store, key, { ...record, state: 'free' }, { signal });
    }
}

;// CONCATENATED MODULE: ./build/catalog/lease-exclusive.js





/** Only writes of this very holder can come between; more than a few mean that the store's etags are unreliable. */
const mostTries = 5;
/** Acquires `leases/<scope>.json` by compare-and-swap; undefined where a living holder is to be skipped. */
async function acquireExclusive(settings) {
    const { store, signal, scope } = settings;
    const key = (0,lease_record/* leaseKey */.aW)(scope);
    const watch = watchHolders(settings);
    const patient = createPatience(settings);
    for (;;) {
        signal.throwIfAborted();
        const seen = await (0,lease_record/* readLease */.zR)(store, key, signal);
        if (seen?.record.state === 'held') {
            const verdict = await watch(key, seen);
            if (verdict !== 'gone') {
                if (await patient(seen.record, verdict))
                    continue;
                return undefined;
            }
        }
        const lease = await claim(settings, key, (seen?.record.token ?? 0) + 1, seen?.etag);
        if (lease)
            return lease;
    }
}
async function claim(settings, key, token, etag) {
    const { clock, owner } = settings;
    const record = {
        owner,
        nonce: (0,external_node_crypto_.randomUUID)(),
        token,
        state: 'held',
        beat: 0,
        since: clock.now().toISOString(),
    };
    const sent = clock.monotonic();
    const object = await swap(settings, key, record, etag === undefined ? { absent: true } : { etag });
    if (!object)
        return undefined;
    return holdLease(settings, { record, object, sent }, (next, last, signal) => swap({ ...settings, signal }, key, next, { etag: last.etag }));
}
/**
 * Writes under a condition; undefined where someone else wrote before. A write that was retried below may fail on
 * its own first try: then the object bears this record's nonce, and the write goes on from what is there.
 */
async function swap({ store, signal }, key, record, when) {
    let condition = when;
    for (let tries = 1;; tries++) {
        try {
            return await (0,lease_record/* writeLease */.e3)(store, key, record, { signal, when: condition });
        }
        catch (error) {
            if (!(0,errors_error/* hasCode */.u)(error, 'store-condition-failed') || tries === mostTries)
                throw error;
            const seen = await (0,lease_record/* readLease */.zR)(store, key, signal);
            if (seen?.record.nonce !== record.nonce)
                return undefined;
            const object = await store.stat(key);
            if (object?.etag === seen.etag && isSame(seen.record, record))
                return object;
            condition = { etag: seen.etag };
        }
    }
}
function isSame(a, b) {
    return a.state === b.state && a.beat === b.beat;
}

;// CONCATENATED MODULE: ./build/catalog/lease.js




const defaultTtl = 60_000;
const defaultBeat = 15_000;
async function acquireLease(store, scope, options) {
    (0,lease_record/* checkScope */.DB)(scope);
    const ttlMs = options.ttlMs ?? defaultTtl;
    const settings = {
        ...options,
        store,
        scope,
        ttlMs,
        beatMs: options.beatMs ?? Math.min(defaultBeat, ttlMs / 4),
        heldMs: ttlMs - ttlMs / 6,
        pollMs: Math.min(2_000, ttlMs / 10),
        isDead: options.isDead ?? lease_owner/* isOwnerDead */.Ui,
    };
    const { createOnly, compareAndSwap } = store.features;
    return createOnly && compareAndSwap ? acquireExclusive(settings) : acquireAdvisory(settings);
}


/***/ }),

/***/ 93571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ claimedObjects),
/* harmony export */   Rq: () => (/* binding */ checksumKey),
/* harmony export */   SV: () => (/* binding */ namedObjects),
/* harmony export */   Ut: () => (/* binding */ checksumLine)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47740);
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
/** What it holds: a line as `sha256sum --check` reads it. */
function checksumLine(key, sha256) {
    return `${sha256}  ${key.slice(key.lastIndexOf('/') + 1)}\n`;
}


/***/ }),

/***/ 47167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vw: () => (/* binding */ writeDrillLog),
/* harmony export */   _G: () => (/* binding */ recentRunLogs),
/* harmony export */   fs: () => (/* binding */ writeAudit),
/* harmony export */   lg: () => (/* binding */ writeRunLog)
/* harmony export */ });
/* unused harmony export readRunLog */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64377);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68970);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47740);
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

/***/ 49030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ leaseStores)
/* harmony export */ });
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29780);

/**
 * Where the leases of destinations lie, one for each and in their order: at the destination itself, or at that of
 * `lease-destination`. A store that holds those of several comes only once.
 */
async function leaseStores(context, destinations) {
    const stores = new Map();
    for (const { name, store } of destinations) {
        const elsewhere = context.config.destination(name).leaseDestination;
        const at = elsewhere ?? name;
        if (stores.has(at))
            continue;
        const known = destinations.find((destination) => destination.name === at)?.store;
        stores.set(at, elsewhere === undefined ? store : (known ?? (await (0,_destination_js__WEBPACK_IMPORTED_MODULE_0__/* .openStore */ .Ch)(context, elsewhere, 'write'))));
    }
    return [...stores.values()];
}


/***/ }),

/***/ 59226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H_: () => (/* binding */ leaseScope),
/* harmony export */   Th: () => (/* binding */ releaseAll),
/* harmony export */   Yf: () => (/* binding */ leaseJob),
/* harmony export */   tE: () => (/* binding */ whileHeld)
/* harmony export */ });
/* harmony import */ var _catalog_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62265);
/* harmony import */ var _catalog_lease_owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97264);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76140);



/**
 * The lease of a job (`job~<name>`) at each of the stores, in their order, so that two runs cannot hold one another up
 * crosswise. Undefined with `skip` where somebody else holds one. Errors: `busy`; what is held already is let go.
 */
async function leaseJob(context, job, stores, onBusy) {
    return leaseScope(context, `job~${job}`, stores, onBusy, { job, ridesOutages: true });
}
/** Like {@link leaseJob} for any scope. */
async function leaseScope(context, scope, stores, onBusy, { job, ridesOutages = false }) {
    const held = [];
    try {
        for (const store of stores) {
            const lease = await (0,_catalog_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .acquireLease */ .Z)(store, scope, {
                clock: context.clock,
                owner: await (0,_catalog_lease_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .currentOwner */ .Hf)(context.identity.run?.url),
                onBusy,
                ridesOutages,
                signal: context.signal,
                onWait: (holder) => (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .tell */ .q)(context, {
                    severity: 'info',
                    code: 'waiting-for-lease',
                    message: `waiting for ${holder.owner.host} (process ${holder.owner.pid}), which holds ${scope} at ${store.name} since ${holder.since}`,
                }, job),
            });
            if (lease === undefined) {
                await releaseAll(held);
                return undefined;
            }
            held.push(lease);
        }
        return held;
    }
    catch (error) {
        await releaseAll(held);
        throw error;
    }
}
/** Lets every lease go, whatever happens to one of them. */
async function releaseAll(leases) {
    await Promise.allSettled(leases.map((lease) => lease.release()));
}
/** Aborts when the run does or when one of the leases is lost. */
function whileHeld(signal, leases) {
    return AbortSignal.any([signal, ...leases.map((lease) => lease.signal)]);
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
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16171);



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

/***/ 94467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ dayText),
/* harmony export */   HJ: () => (/* binding */ localTime),
/* harmony export */   eC: () => (/* binding */ lastDayOf),
/* harmony export */   jR: () => (/* binding */ dayNumberOf)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

const day = 86_400_000;
const formats = new Map();
function formatOf(timezone) {
    const known = formats.get(timezone);
    if (known)
        return known;
    try {
        const made = new Intl.DateTimeFormat('en-US', {
            timeZone: timezone,
            calendar: 'gregory',
            numberingSystem: 'latn',
            hourCycle: 'h23',
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
            hour: '2-digit',
            minute: '2-digit',
            second: '2-digit',
        });
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
