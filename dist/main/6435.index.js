export const id = 6435;
export const ids = [6435,5634];
export const modules = {

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

/***/ 27185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ destinationsOf),
  S: () => (/* binding */ findBackup)
});

// EXTERNAL MODULE: ./build/catalog/chains.js
var chains = __webpack_require__(62844);
// EXTERNAL MODULE: ./build/catalog/entry.js
var entry = __webpack_require__(12064);
// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/repository/chain-gap.js

/** The chain as far down as it goes, and what ends it early: a manifest that is damaged or gone. */
function chainWithGap(last, entries, damaged, signed) {
    const map = (0,chains/* byId */.$H)(entries);
    const chain = [last];
    for (let entry = last; entry.parent !== null; entry = chain[0] ?? entry) {
        const { id } = entry.parent;
        const parent = (0,chains/* parentOf */.gN)(entry, map);
        if (parent === undefined) {
            const error = damaged.find((each) => each.id === id)?.error ?? (0,chains/* brokenChain */.Zm)(entry, map.has(id));
            return { chain, gap: { id, error, lost: !signed && !map.has(id) } };
        }
        chain.unshift(parent);
    }
    return { chain };
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var repository_entries = __webpack_require__(23567);
;// CONCATENATED MODULE: ./build/commands/repository/find.js








/** Where backups of a job may be: those the configuration says, else every destination there is. */
function destinationsOf(context, job) {
    const { config } = context;
    const wanted = config.jobNames.includes(job)
        ? config.job(job).to.map(({ name }) => name)
        : (0,repository_destination/* backupDestinations */.C$)(context);
    return (0,repository_destination/* chosenDestinations */.Cf)(context, wanted);
}
function notFound(what, because) {
    return new error/* HoldfastError */.E('backup-not-found', `there is no backup ${what}${because}`, {
        hint: 'Run `holdfast list` to see the jobs and ids there are, and --destination to look elsewhere.',
        context: { what },
    });
}
function untrusted(entry) {
    return new error/* HoldfastError */.E('signature-untrusted', `backup ${entry.id} is ${entry.signedBy === undefined ? 'not signed' : `signed by ${entry.signedBy}`}, which signing.trust does not list`, {
        hint: 'If you know where it comes from add the key to signing.trust, or restore with --force.',
        context: { id: entry.id },
    });
}
function choose(entries, what, options) {
    const { at, prefer, force, gaps } = options;
    if ((0,ids/* parseId */.Fg)(what))
        return entries.find(({ id }) => id === what);
    const candidates = entries
        .filter((entry) => (entry.complete || gaps === true) && (entry.trusted || force === true))
        .filter(({ createdAt }) => at === undefined || createdAt <= at)
        .sort((a, b) => (0,entry/* madeAt */.Z)(b).getTime() - (0,entry/* madeAt */.Z)(a).getTime() || (a.id < b.id ? 1 : -1));
    return prefer?.(candidates) ?? candidates[0];
}
/**
 * The backup that `what`, a job or an id, names. Destinations are tried in their order; one that cannot be reached,
 * lacks a parent or has it shredded does not keep the next from serving. Shredded everywhere it is found nonetheless.
 * Errors: `backup-not-found`, `chain-broken`, `signature-untrusted`.
 */
async function findBackup(context, what, options = {}) {
    const isId = (0,ids/* parseId */.Fg)(what) !== undefined;
    if (!isId && !(0,ids/* isJobName */.vG)(what))
        throw notFound(what, ': it is neither a job nor an id');
    let first;
    let lost = 0;
    let shredded;
    const names = isId ? (0,repository_destination/* backupDestinations */.C$)(context) : destinationsOf(context, what);
    for (const name of names.filter((each) => options.except?.includes(each) !== true)) {
        try {
            const destination = await (0,repository_destination/* openDestination */.xB)(context, name, options.mode);
            const { points, damaged } = await (0,repository_entries/* readEntries */.$)(context, destination, isId ? undefined : what, options);
            const entry = choose(points, what, options);
            const broken = damaged.find(({ id }) => id === what);
            if (broken)
                throw broken.error;
            if (entry === undefined) {
                lost += points.filter(({ shredded }) => shredded).length;
                continue;
            }
            if (!entry.trusted && options.force !== true)
                throw untrusted(entry);
            const entries = points.filter(({ job }) => job === entry.job);
            const signed = options.force !== true && (context.config.signing().trust?.length ?? 0) > 0;
            const down = options.gaps === true
                ? chainWithGap(entry, entries, damaged, signed)
                : { chain: (0,chains/* chainOf */.dR)(entry.id, entries) };
            const found = { destination, entry, ...down, entries };
            if (!down.chain.some((link) => link.shredded))
                return found;
            // Its keys may still be somewhere else.
            shredded ??= found;
        }
        catch (error) {
            context.signal.throwIfAborted();
            first ??= (0,outcome/* asHoldfastError */.Cs)(error);
        }
    }
    if (shredded !== undefined)
        return shredded;
    const before = options.at === undefined ? '' : ` from ${options.at.toISOString()} or before`;
    throw (first ?? notFound(what, lost === 0 || isId ? before : `${before} that can be opened: ${lost} shredded`));
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

/***/ 59622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M2: () => (/* binding */ maskEnvironment),
/* harmony export */   fr: () => (/* binding */ maskConfigured),
/* harmony export */   pI: () => (/* binding */ maskInLogs),
/* harmony export */   xJ: () => (/* binding */ takeEnvironment)
/* harmony export */ });
/* harmony import */ var _config_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76943);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48325);
/* harmony import */ var _domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10475);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76785);




/** Variables that hold a secret whatever the configuration says of them. Names of files, users and hosts do not match. */
const secretName = /(_|^)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|IDENTITY|CONNECTION_STRING|SAS|APP_KEY|(SECRET|PRIVATE|SIGNING|ACCOUNT)_(ACCESS_)?KEY)$|_PWD$|^DATABASE_URL$|_DATABASE_URL$/;
/** A URL with a password, whatever it is for. */
const withPassword = /^[a-z][a-z0-9+.-]*:\/\/[^/\s]*:[^/\s]+@/i;
const configured = [
    'source',
    'destinations',
    'encryption',
    'identity',
    'state-identity',
    'signing-key',
    'notifiers',
    'metrics',
];
/**
 * Has the runner mask all that is registered so far, in the logs of this and of every later step. Called before
 * anything is said, and not for the keys that a run makes for itself: those are never said, to the runner neither.
 */
function maskInLogs() {
    // Of several lines each is registered by itself.
    for (const form of (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .maskedForms */ .$e)())
        if (!form.includes('\n'))
            (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .addMask */ .eu)(form);
}
/** Switches have such names too: USE_TOKEN=true. */
const switchWord = /^(true|false|yes|no|on|off)$/i;
/** A warning where a value is too short to be masked. */
function shortness(name, value) {
    const text = value.trim();
    if (text === '' || text.length >= _domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestSecret */ .b || switchWord.test(text))
        return [];
    return [tooShort(name)];
}
function tooShort(name) {
    return {
        severity: 'warning',
        code: 'short-secret',
        message: `${name} has fewer than ${_domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestSecret */ .b} characters and is not masked`,
        hint: 'Use a longer secret: masking so short a text would hide ordinary words, and outputs that hold them.',
    };
}
/** Registers what the environment holds of secrets. Returns warnings of those that are too short. */
function maskEnvironment(environment) {
    const findings = [];
    for (const [name, value] of Object.entries(environment)) {
        if (!value || !(secretName.test(name) || withPassword.test(value)))
            continue;
        (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .registerSecret */ .cl)(value);
        findings.push(...shortness(name, value));
    }
    return findings;
}
/**
 * Takes the lines `NAME=value` of the input `env` into the environment, each masked. Returns warnings of values that
 * are too short for that. Errors: `input-invalid`.
 */
function takeEnvironment(lines, environment) {
    const findings = [];
    for (const [index, line] of lines.entries()) {
        const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
        if (name === undefined) {
            throw (0,_config_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputInvalid */ .m)([`line ${index + 1} of the input env is not NAME=value`]);
        }
        environment[name] = value;
        (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .registerSecret */ .cl)(value);
        findings.push(...shortness(name, value));
    }
    return findings;
}
/** Reads every secret that the configuration knows of, and has it masked. */
function maskConfigured(config, jobs) {
    for (const job of jobs.length > 0 ? jobs : config.jobNames) {
        for (const part of configured) {
            try {
                config.prepare({ jobs: [job], parts: [part] });
            }
            catch {
                // What is not set holds no secret; the command says what it misses.
            }
        }
    }
    maskInLogs();
}


/***/ }),

/***/ 54999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  releaseLeases: () => (/* binding */ releaseLeases)
});

// EXTERNAL MODULE: ./build/catalog/lease.js + 5 modules
var catalog_lease = __webpack_require__(62265);
// EXTERNAL MODULE: ./build/catalog/lease-owner.js
var lease_owner = __webpack_require__(97264);
// EXTERNAL MODULE: ./build/catalog/lease-record.js
var lease_record = __webpack_require__(64530);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
;// CONCATENATED MODULE: ./build/commands/release-left.js








function isSame(a, b) {
    return a.machine !== undefined && a.machine === b.machine && a.pid === b.pid && a.startTime === b.startTime;
}
/** Without conditional writes each holder has an object of its own: acquiring clears away those of the dead. */
async function isLeft(store, scope, owner, signal) {
    const { createOnly, compareAndSwap } = store.features;
    if (!createOnly || !compareAndSwap)
        return true;
    const seen = await (0,lease_record/* readLease */.zR)(store, (0,lease_record/* leaseKey */.aW)(scope), signal);
    return seen?.record.state === 'held' && isSame(seen.record.owner, owner);
}
/** Takes the lease over, which of a dead owner needs no waiting, and lets go of it. */
async function free(context, store, scope) {
    const { clock, signal, identity } = context;
    const owner = await (0,lease_owner/* currentOwner */.Hf)(identity.run?.url);
    const lease = await (0,catalog_lease/* acquireLease */.Z)(store, scope, { clock, owner, onBusy: 'skip', signal });
    await lease?.release();
    return lease !== undefined;
}
/**
 * Frees the job leases that `owner`, a process of this machine, held when it was killed, so that nobody has to wait for
 * them to run out. Does nothing while it lives, and may be repeated. Errors: those of the stores.
 */
async function releaseLeft(context, names, owner) {
    const results = [];
    if (!(await (0,lease_owner/* isOwnerDead */.Ui)(owner)))
        return (0,outcome/* done */.Vw)(results);
    const { config, signal } = context;
    for (const job of (0,repository_select/* selectJobs */.h)(context, names)) {
        const places = new Set((0,find/* destinationsOf */.N)(context, job).map((name) => config.destination(name).leaseDestination ?? name));
        for (const destination of places) {
            const store = await (0,repository_destination/* openStore */.Ch)(context, destination, 'write');
            const scope = `job~${job}`;
            if (!(await isLeft(store, scope, owner, signal)) || !(await free(context, store, scope)))
                continue;
            (0,commands_context/* step */.P)(context, `the lease of ${job} at ${destination} is free again`);
            results.push({ job, destination });
        }
    }
    return (0,outcome/* done */.Vw)(results);
}

// EXTERNAL MODULE: ./build/config/config.js + 37 modules
var config = __webpack_require__(11521);
// EXTERNAL MODULE: ./build/entry/host/clock.js
var host_clock = __webpack_require__(97156);
// EXTERNAL MODULE: ./build/entry/host/signals.js
var signals = __webpack_require__(92199);
// EXTERNAL MODULE: ./build/entry/actions/host/masking.js
var masking = __webpack_require__(59622);
// EXTERNAL MODULE: ./build/entry/actions/host/reporter.js + 1 modules
var host_reporter = __webpack_require__(80472);
// EXTERNAL MODULE: ./build/entry/actions/host/session.js + 2 modules
var session = __webpack_require__(48376);
// EXTERNAL MODULE: ./build/entry/actions/host/shared-inputs.js
var shared_inputs = __webpack_require__(46787);
;// CONCATENATED MODULE: ./build/entry/actions/host/release-leases.js








/** Frees the leases of a main step that was killed, as the owner that it was. Errors: those of the inputs, the configuration and the stores. */
async function releaseLeases(spec, { owner }) {
    (0,masking/* maskEnvironment */.M2)(process.env);
    const { signal } = (0,signals/* interruptible */.I)();
    const inputs = (0,config/* readInputs */.Ko)(process.env, [...shared_inputs/* sharedInputs */.d, ...spec.inputs]);
    (0,masking/* takeEnvironment */.xJ)(inputs.list('env'), process.env);
    (0,masking/* maskInLogs */.pI)();
    const { clock, rehearsal } = (0,host_clock/* clockOf */.i)(process.env);
    const reporter = (0,host_reporter/* createLogReporter */.A)(clock, process.env);
    const context = (0,session/* contextOf */.V)(inputs, spec, { clock, rehearsal, reporter, signal });
    const { results } = await releaseLeft(context, inputs.list('jobs'), owner);
    const count = results.length === 1 ? '1 lease' : `${results.length} leases`;
    process.stdout.write(`the step was killed: ${count} released\n`);
}


/***/ }),

/***/ 80472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ createLogReporter)
});

// EXTERNAL MODULE: ./build/report/events.js
var events = __webpack_require__(96710);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/report/github-log.js

/**
 * Text for a runner's log that the runner takes for nothing but text: `::name::` at the start of a line and `##[name]`
 * anywhere are commands to it, and a file name may look like one.
 */
function withoutCommands(text) {
    return text.replace(/^([^\S\n]*):(?=:)/gm, '$1\u200b:').replaceAll('##[', '##\u200b[');
}
/** A stream in front of `target` whose text is no command of the runner. */
function commandFree(target) {
    return new external_node_stream_.Writable({
        decodeStrings: false,
        write(chunk, _encoding, done) {
            target.write(withoutCommands(String(chunk)), done);
        },
    });
}

// EXTERNAL MODULE: ./build/report/terminal.js + 2 modules
var terminal = __webpack_require__(51184);
;// CONCATENATED MODULE: ./build/entry/actions/host/reporter.js



/** Tells the log of the step what happens; RUNNER_DEBUG, which a rerun with debug logging sets, tells more. */
function createLogReporter(clock, environment) {
    const heard = [];
    const log = (0,terminal/* createTerminalReporter */.E)({
        stream: commandFree(process.stdout),
        isTerminal: false,
        clock,
        verbosity: environment.RUNNER_DEBUG === '1' ? 'verbose' : 'normal',
        progress: true,
        // A runner's log shows colours, and is no terminal.
        environment: { FORCE_COLOR: '1', ...environment },
    });
    const listener = {
        on(event) {
            if (event.type !== 'finding')
                return;
            const { finding, job } = event;
            heard.push({ finding, ...(job !== undefined && { job }) });
        },
    };
    return { ...(0,events/* combineReporters */.ui)(listener, log), heard };
}


/***/ }),

/***/ 48376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ contextOf),
  openSession: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./build/entry/host/command-context.js
var command_context = __webpack_require__(10609);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/composition/drivers.js + 500 modules
var drivers = __webpack_require__(67520);
// EXTERNAL MODULE: ./build/config/config.js + 37 modules
var config_config = __webpack_require__(11521);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
;// CONCATENATED MODULE: ./build/entry/actions/host/configuration.js




const checkout = 'Add a step `- uses: actions/checkout@v7` before this one';
const surroundings = () => ({
    cwd: process.cwd(),
    environment: process.env,
    drivers: drivers.driverSchemas,
});
/** Inline YAML has a colon with a space or a newline; a path has neither. */
function isInline(text) {
    return /\n|:\s|^\{/.test(text);
}
function looksLikePlace(text) {
    return /[/:]/.test(text) || (0,external_node_fs_.existsSync)(text);
}
function isEmptyWorkspace() {
    try {
        return (0,external_node_fs_.readdirSync)(process.cwd()).length === 0;
    }
    catch {
        return true;
    }
}
/** Without a checkout there is no file: the error says which step is missing. */
function checkoutMissing(cause) {
    return new errors_error/* HoldfastError */.E('checkout-missing', 'the workspace is empty, so there is no configuration in it', {
        hint: `${checkout}, or do without a file: give source, destination and recipients.`,
        context: { workspace: process.cwd() },
        cause,
    });
}
function notFound(cause) {
    return new errors_error/* HoldfastError */.E('config-not-found', cause.message, {
        hint: 'Commit a holdfast.yml, name it with the input config, or give source, destination and recipients.',
        context: cause.context,
        cause,
    });
}
/** Retention goes by jobs. Nothing is read of these sources: they stand for the rules of `keep`. */
function rulesFor(inputs, spec) {
    if (!spec.insteadOfConfig.includes('keep'))
        return [];
    if (inputs.list('jobs').length === 0) {
        throw (0,config_config/* inputInvalid */.m7)(['cleanup of a destination alone needs the jobs to clean'], 'Name them with the input jobs; `holdfast list` shows which there are.');
    }
    return inputs.list('jobs').map((job) => `${job}=.`);
}
function fromInputs(inputs, spec) {
    const takes = (name) => spec.insteadOfConfig.includes(name) && inputs.has(name);
    const config = (0,config_config/* configFromFlags */.Em)({
        sources: takes('source') ? inputs.list('source') : rulesFor(inputs, spec),
        destinations: inputs.list('destination'),
        recipients: takes('recipients') ? inputs.list('recipients') : [],
        keysFromEnvironment: true,
        ...(takes('compression') && { compression: inputs.text('compression') }),
        ...(takes('keep') && { keep: inputs.text('keep') }),
    }, { ...surroundings(), inArgv: false });
    return { config, onlyDestinations: [] };
}
function fromFile(inputs) {
    const text = inputs.text('config');
    if (text !== undefined && isInline(text))
        return (0,config_config/* loadConfigText */.Ki)(text, 'input config', surroundings());
    try {
        return (0,config_config/* loadConfig */.Z9)({ ...surroundings(), file: text });
    }
    catch (error) {
        if (!(0,errors_error/* hasCode */.u)(error, 'config-not-found'))
            throw error;
        throw isEmptyWorkspace() ? checkoutMissing(error) : notFound(error);
    }
}
/**
 * The configuration of an action: a file or inline YAML, or `source`, `destination` and `recipients` alone; for what
 * reads or cleans also a `destination` alone that is a URL or a path. Errors: `checkout-missing`, `input-invalid`, and
 * those of the configuration's readers.
 */
function configurationOf(inputs, spec) {
    const places = inputs.list('destination');
    const own = spec.insteadOfConfig.filter((name) => inputs.has(name));
    if (own.includes('source')) {
        if (inputs.has('config'))
            throw (0,config_config/* inputInvalid */.m7)(['config and source exclude each other']);
        if (places.length === 0)
            throw (0,config_config/* inputInvalid */.m7)(['source needs a destination'], 'Add `destination:`, a URL or a path outside the workspace.');
        return fromInputs(inputs, spec);
    }
    try {
        const config = fromFile(inputs);
        const unknown = places.filter((name) => !config.destinationNames.includes(name));
        if (spec.bare && unknown.length > 0 && unknown.every(looksLikePlace) && !inputs.has('config')) {
            return fromInputs(inputs, spec);
        }
        if (own.length > 0) {
            throw (0,config_config/* inputInvalid */.m7)(own.map((name) => `input ${name} goes with a destination alone, and there is a configuration`), 'Say it in the configuration instead, or leave the configuration out.');
        }
        return { config, onlyDestinations: places };
    }
    catch (error) {
        const isMissing = (0,errors_error/* hasCode */.u)(error, 'config-not-found', 'checkout-missing');
        if (isMissing && spec.bare && places.length > 0 && !inputs.has('config'))
            return fromInputs(inputs, spec);
        throw error;
    }
}

// EXTERNAL MODULE: ./build/entry/actions/host/masking.js
var masking = __webpack_require__(59622);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/entry/actions/host/refusals.js



/** A path without links, also of what does not exist yet. */
function realPath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        const parent = (0,external_node_path_.dirname)(path);
        return parent === path ? path : (0,external_node_path_.join)(realPath(parent), (0,external_node_path_.basename)(path));
    }
}
function isInside(path, directory) {
    const way = (0,external_node_path_.relative)(realPath(directory), realPath((0,external_node_path_.resolve)(path)));
    return way === '' || !/^\.\.(\/|$)/.test(way);
}
/** Where a destination lies on this host, if it does. What keeps it from being read the command says, with all else. */
function localPath({ config, drivers }, name) {
    try {
        return drivers.localPath(config.destination(name));
    }
    catch {
        return undefined;
    }
}
/**
 * Refuses to write backups where the next run of a workflow deletes them. Errors: `destination-in-workspace`.
 */
function refuseShortLived(context, jobs, environment) {
    const { config, onlyDestinations } = context;
    const { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temporary } = environment;
    const wanted = (jobs.length > 0 ? jobs : config.jobNames).flatMap((job) => config.job(job).to);
    const chosen = new Set(wanted.map(({ name }) => name));
    for (const name of chosen) {
        if (onlyDestinations.length > 0 && !onlyDestinations.includes(name))
            continue;
        const path = localPath(context, name);
        if (path === undefined)
            continue;
        for (const [directory, what] of [
            [workspace, 'the workspace'],
            [temporary, 'RUNNER_TEMP'],
        ]) {
            if (!directory || !isInside(path, directory))
                continue;
            throw new errors_error/* HoldfastError */.E('destination-in-workspace', `destination ${name} lies inside ${what}: the next checkout wipes it`, {
                hint: 'Name a directory of the runner outside of it, such as /var/backups/holdfast, or an object store.',
                context: {
                    destination: name,
                    path,
                    [what === 'RUNNER_TEMP' ? 'temporary' : 'workspace']: directory,
                },
            });
        }
    }
}

// EXTERNAL MODULE: ./build/entry/actions/host/stages.js
var host_stages = __webpack_require__(90215);
;// CONCATENATED MODULE: ./build/entry/actions/host/session.js





/** What the commands of an action may touch. A workflow is its own consent: nothing is asked. */
function contextOf(inputs, spec, parts) {
    const { config, onlyDestinations } = configurationOf(inputs, spec);
    const { reporter } = parts;
    return (0,command_context/* commandContext */.b)({
        ...parts,
        config,
        onlyDestinations,
        confirm: async (question) => reporter.on({
            type: 'finding',
            finding: { severity: 'info', code: 'confirmed', message: question },
        }),
        ask: async (question) => {
            throw new Error(`an action cannot ask: ${question}`);
        },
    });
}
/** A session whose stages are collected in `stages`. Errors: those of the configuration, `destination-in-workspace`. */
function openSession(inputs, spec, parts, stages) {
    const context = contextOf(inputs, spec, parts);
    const jobs = inputs.list('jobs');
    (0,masking/* maskConfigured */.fr)(context.config, jobs);
    if (spec.writes)
        refuseShortLived(context, jobs, process.env);
    return {
        inputs,
        context,
        jobs,
        async stage(command, run) {
            let outcome;
            try {
                outcome = await run();
            }
            catch (error) {
                outcome = (0,host_stages/* failedOutcome */.iS)(error, parts.signal);
            }
            stages.push({ command, outcome });
            return outcome;
        },
    };
}


/***/ }),

/***/ 46787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ sharedInputs)
/* harmony export */ });
/** The inputs that every action has. */
const sharedInputs = [
    { name: 'config', kind: 'text' },
    { name: 'jobs', kind: 'list' },
    { name: 'destination', kind: 'list' },
    { name: 'env', kind: 'lines' },
    { name: 'on-busy', kind: 'text', choices: ['wait', 'skip', 'fail'], default: 'wait' },
    { name: 'summary', kind: 'boolean', default: 'true' },
    { name: 'results-file', kind: 'text' },
    { name: 'fail-on-warning', kind: 'boolean', default: 'false' },
];


/***/ }),

/***/ 90215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iS: () => (/* binding */ failedOutcome),
/* harmony export */   nZ: () => (/* binding */ onBusy),
/* harmony export */   qS: () => (/* binding */ resultsOf)
/* harmony export */ });
/* harmony import */ var _commands_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33967);

/** The results of the stages that ran a command. */
function resultsOf(stages, command) {
    return stages.flatMap((stage) => (stage.command === command ? stage.outcome.results : []));
}
/** What `on-busy` says; its choices are checked where it is read. */
function onBusy(inputs) {
    return inputs.text('on-busy');
}
/** A command that failed before it had anything to show. */
function failedOutcome(error, signal) {
    const known = (0,_commands_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .Cs)(signal.aborted ? signal.reason : error);
    return { results: [], warnings: [], errors: [known], exitCode: known.exitStatus };
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
