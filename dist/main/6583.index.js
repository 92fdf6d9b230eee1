export const id = 6583;
export const ids = [6583];
export const modules = {

/***/ 97264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ isLocalOwner),
/* harmony export */   Hf: () => (/* binding */ currentOwner),
/* harmony export */   Ui: () => (/* binding */ isOwnerDead)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _process_running_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60001);


/** This process as an owner. Where there is no /proc, without start time and machine. */
async function currentOwner(run) {
    const [machine, status] = await Promise.all([(0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .currentMachine */ .j4)(), (0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .readStatus */ .rk)(process.pid)]);
    return {
        host: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)(),
        pid: process.pid,
        ...(status && { startTime: status.startTime }),
        ...(machine && { machine }),
        ...(run && { run }),
    };
}
/** Whether the owner is a process of this very machine and container, so that its life can be known. */
async function isLocalOwner(owner) {
    return (owner.machine !== undefined && owner.startTime !== undefined && owner.machine === (await (0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .currentMachine */ .j4)()));
}
/** True only where it is sure: the owner was a process here, and is gone, a zombie, or its id is another's by now. */
async function isOwnerDead(owner) {
    if (owner.startTime === undefined || !(await isLocalOwner(owner)))
        return false;
    return (0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .isProcessGone */ .DJ)(owner.pid, owner.startTime);
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


/***/ })

};
