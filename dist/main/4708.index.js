export const id = 4708;
export const ids = [4708];
export const modules = {

/***/ 19183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeReading),
/* harmony export */   b: () => (/* binding */ openReading)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78198);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38672);
/* harmony import */ var _runlog_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47167);




const readingPayloadType = 'application/vnd.holdfast.reading+json';
const schema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    repository: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    job: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** The destination that was read, by its name where that was done. */
    destination: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    depth: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['checksum', 'contents']),
    /** The part of each backup's objects; absent: all of them. */
    sample: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ part: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(), of: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive() }).optional(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    /** Those whose objects were whole, by the SHA-256 of the stored bytes of their manifests. */
    backups: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), manifest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/) })),
});
/** Backups that one log tells of, so that it stays far below what a log may have. */
const mostBackups = 10_000;
/**
 * Writes the log of a verification, in it what was read back, signed where a signer is given; of very many backups as
 * several logs. `newest` names it where no backup was whole. Errors: `commit-conflict`, the store's.
 */
async function writeReading(store, reading, { status, objects, bytes }, options) {
    const { job, destination, depth, sample, startedAt, finishedAt, backups } = reading;
    const sorted = backups.toSorted((a, b) => (a.id < b.id ? 1 : -1));
    for (let from = 0; from === 0 || from < sorted.length; from += mostBackups) {
        const part = sorted.slice(from, from + mostBackups);
        const payload = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonBytes */ .yN)({ ...reading, backups: part });
        const sealed = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .sealEnvelope */ .iA)(payload, readingPayloadType, options.signer);
        const log = {
            format: 1,
            command: 'verify',
            job,
            id: from === 0 ? options.newest : (part[0]?.id ?? options.newest),
            status,
            startedAt,
            finishedAt,
            destination,
            depth,
            ...(sample && { sample }),
            ...(objects !== undefined && { objects }),
            bytes,
            reading: JSON.parse(Buffer.from(sealed).toString()),
        };
        await (0,_runlog_js__WEBPACK_IMPORTED_MODULE_2__/* .writeVerifyLog */ .jD)(store, log, options.signal);
    }
}
/** Opens the reading in a log. Errors: `object-damaged`, also for a signature that does not fit. */
function openReading(log, key) {
    const naming = { code: 'object-damaged', what: 'the reading in', key };
    const { reading } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .checkShape */ .eA)(zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ reading: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J() }), log, naming);
    const { payload, signedBy } = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .openEnvelope */ .hk)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonBytes */ .yN)(reading ?? null), { naming });
    return { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .checkShape */ .eA)(schema, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(payload, naming), naming), signedBy };
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

/***/ 82708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ rereadFor),
  b: () => (/* binding */ unreadFinding)
});

// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/reread.js
var report_reread = __webpack_require__(9070);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/catalog/chains.js
var chains = __webpack_require__(62844);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(60864);
// EXTERNAL MODULE: ./build/drill/sample.js
var drill_sample = __webpack_require__(88858);
;// CONCATENATED MODULE: ./build/drill/reread.js

/** The days in which everything that is stored is to be read back once. */
const rereadDays = 30;
/** The newest of a backup's readings, newest first, that covers an object of this number. */
function lastRead(readings, { restores }, number) {
    return readings.find(({ sample, restored }) => (restores || restored !== true) && (sample === undefined || (0,drill_sample/* partOf */.BU)(number, sample.of) === sample.part))?.time;
}
/** The rotation that goes on: into how many parts, and since which day as far as is known. */
function rotationOf(readings) {
    let newest;
    for (const own of readings.values()) {
        const sampled = own.find(({ sample }) => sample !== undefined && sample.of > 1);
        if (sampled?.sample && (newest === undefined || sampled.time > newest.time)) {
            newest = { time: sampled.time, of: sampled.sample.of };
        }
    }
    if (newest === undefined)
        return undefined;
    const { of } = newest;
    let since = (0,drill_sample/* dayOf */.kb)(newest.time);
    for (const { sample, time } of [...readings.values()].flat()) {
        if (sample?.of === of)
            since = Math.min(since, (0,drill_sample/* dayOf */.kb)(time));
    }
    return { of, since };
}
const isoDay = (days) => new Date(days * 86_400_000).toISOString().slice(0, 10);
/** The last day before today whose turn a part was: that of today may still come. */
function lastTurn(part, of, today) {
    const since = ((0,drill_sample/* partOn */.D3)(today - 1, of) - part + of) % of;
    return today - 1 - since;
}
/** Objects and their bytes, counted up. */
function createSum() {
    const sum = { objects: 0, bytes: 0 };
    return {
        sum,
        add({ bytes }) {
            sum.objects += 1;
            sum.bytes += bytes;
        },
    };
}
/** The turns of a rotation that did not come, from pieces that are unread. */
function createMissed(rotation, today) {
    const turns = new Map();
    return {
        add({ createdAt }, number) {
            if (rotation === undefined)
                return;
            const part = (0,drill_sample/* partOf */.BU)(number, rotation.of);
            const turn = lastTurn(part, rotation.of, today);
            // Its turn has not come since it was made, or came before the rotation began.
            if (turn < rotation.since || turn <= (0,drill_sample/* dayOf */.kb)(createdAt))
                return;
            turns.set(turn, { part, objects: (turns.get(turn)?.objects ?? 0) + 1 });
        },
        list: () => [...turns]
            .sort(([a], [b]) => a - b)
            .map(([turn, { part, objects }]) => ({ day: isoDay(turn), part, of: rotation?.of ?? 1, objects })),
    };
}
function newestOf(readings) {
    let newest;
    for (const [first] of readings.values()) {
        if (first && (newest === undefined || first.time > newest))
            newest = first.time;
    }
    return newest?.toISOString() ?? null;
}
/**
 * The ledger of what was read back, object by object. Days are calendar days in UTC, as those of `--sample today/m` are:
 * a daily run may come at any hour. `readings` are by backup, newest first. Pure.
 */
function rereadOf(pieces, readings, now) {
    const today = (0,drill_sample/* dayOf */.kb)(now);
    const isWithin = (time) => today - (0,drill_sample/* dayOf */.kb)(time) <= rereadDays;
    const rotation = rotationOf(readings);
    const missed = createMissed(rotation, today);
    const [all, read, young, overdue] = [createSum(), createSum(), createSum(), createSum()];
    let oldest;
    for (const piece of pieces) {
        const number = (0,drill_sample/* numberOf */.rl)(piece.key);
        const last = lastRead(readings.get(piece.id) ?? [], piece, number);
        const since = last ?? piece.createdAt;
        all.add(piece);
        if (last && isWithin(last))
            read.add(piece);
        else {
            ;
            (isWithin(since) ? young : overdue).add(piece);
            missed.add(piece, number);
        }
        if (oldest === undefined || since < oldest.since)
            oldest = { piece, since, everRead: last !== undefined };
    }
    return {
        days: rereadDays,
        ...all.sum,
        readObjects: read.sum.objects,
        readBytes: read.sum.bytes,
        newObjects: young.sum.objects,
        newBytes: young.sum.bytes,
        overdueObjects: overdue.sum.objects,
        overdueBytes: overdue.sum.bytes,
        oldest: oldest
            ? {
                id: oldest.piece.id,
                key: oldest.piece.key,
                since: oldest.since.toISOString(),
                everRead: oldest.everRead,
            }
            : null,
        missed: missed.list(),
        lastReading: newestOf(readings),
        rotation: rotation?.of ?? null,
    };
}

// EXTERNAL MODULE: ./build/commands/repository/read-here.js
var read_here = __webpack_require__(66009);
// EXTERNAL MODULE: ./build/commands/repository/readings.js + 1 modules
var repository_readings = __webpack_require__(63756);
;// CONCATENATED MODULE: ./build/commands/repository/reread.js







const atOnce = 16;
/** Every stored object of these backups but manifests, wraps and what stands beside a backup: those are read all the time. */
async function piecesOf({ store }, job, entries) {
    const pieces = [];
    const add = (id, { key, bytes }, restores) => {
        const entry = id === undefined ? undefined : entries.get(id);
        if (entry)
            pieces.push({ id: entry.id, key, bytes, createdAt: entry.createdAt, restores });
    };
    for await (const object of store.list((0,keys/* branchPrefix */.$j)('data', job))) {
        const id = (0,parse_keys/* parseDataKey */.Jb)(object.key)?.id;
        if (id !== undefined && !object.key.startsWith((0,keys/* claimsPrefix */.EJ)(job, id)))
            add(id, object, true);
    }
    for await (const object of store.list((0,keys/* branchPrefix */.$j)('state', job))) {
        add((0,parse_keys/* parseStateKey */.SY)(object.key)?.id, object, false);
    }
    const outside = [...entries.values()].flatMap((entry) => entry.outside.map((key) => ({ entry, key })));
    await (0,bounded/* forEachBounded */.a)(outside, atOnce, async ({ entry, key }) => {
        const object = await store.stat(key);
        if (object)
            add(entry.id, object, true);
    });
    return pieces;
}
/** The readings of each backup, newest first; restores count for the whole chain. */
function readingsById(readings, entries, readHere) {
    const byId = new Map();
    const add = (id, reading) => {
        const own = byId.get(id);
        if (own)
            own.push(reading);
        else
            byId.set(id, [reading]);
    };
    for (const { backups, finishedAt, sample, depth } of readings) {
        const reading = { time: new Date(finishedAt), sample, restored: depth === 'contents' };
        for (const { id, manifest } of backups) {
            if (manifest === `sha256:${entries.get(id)?.manifestSha256}`)
                add(id, reading);
        }
    }
    for (const { id, lastPass } of entries.values()) {
        if (lastPass === undefined || !readHere(lastPass))
            continue;
        const reading = { time: lastPass.finishedAt, restored: true };
        for (const link of (0,chains/* chainOf */.dR)(id, entries))
            add(link.id, reading);
    }
    for (const own of byId.values())
        own.sort((a, b) => b.time.getTime() - a.time.getTime());
    return byId;
}
/**
 * What of a job's stored objects at a destination was read back lately, by the logs of verifications and the proofs of
 * drills there. `evenUnread: false` spares the listing where no verification was ever recorded: undefined.
 */
async function readReread(context, destination, job, points, { evenUnread = true } = {}) {
    const readings = await (0,repository_readings/* readingsAt */.h)(context, destination, job);
    if (readings.length === 0 && !evenUnread)
        return undefined;
    // Nobody can open what was shredded, and no verification reads it.
    const entries = new Map(points.filter(({ shredded }) => !shredded).map((entry) => [entry.id, entry]));
    const pieces = await piecesOf(destination, job, entries);
    const byId = readingsById(readings, entries, (0,read_here/* wasReadHere */.o)(context, destination.name));
    return rereadOf(pieces, byId, context.clock.now());
}

;// CONCATENATED MODULE: ./build/commands/status/unread.js





/** Days that a finding names. */
const daysNamed = 3;
/** The ledger of what was read back; a role that may not read logs has none, which is no failure. */
async function rereadFor(context, destination, job, points, evenUnread = false) {
    if (points.length === 0)
        return undefined;
    try {
        return await readReread(context, destination, job, points, { evenUnread });
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        const { message } = (0,outcome/* asHoldfastError */.Cs)(thrown);
        const what = `${destination.name}: what was read back is unknown: ${message}`;
        (0,commands_context/* tell */.q)(context, { severity: 'info', code: 'readings-unreadable', message: what }, job);
        return undefined;
    }
}
/** Where a rotation goes on and left something out: nobody else would notice. */
function unreadFinding({ job, destination, reread }) {
    if (!reread?.rotation)
        return undefined;
    const { days, objects, overdueObjects, overdueBytes, missed, rotation } = reread;
    if (overdueObjects + missed.length === 0)
        return undefined;
    const late = overdueObjects > 0
        ? [
            `${overdueObjects} of ${(0,bytes/* plural */.LS)(objects, 'object')} (${(0,bytes/* formatBytes */.z3)(overdueBytes)}) were not read back for more than ${days} days`,
        ]
        : [];
    const turns = missed.length > 0 ? [`missed: ${(0,report_reread/* missedText */.tJ)(reread, daysNamed)}`] : [];
    const [first] = missed;
    const sample = first && missed.length === 1 ? ` --sample ${first.part}/${rotation}` : '';
    const command = `holdfast verify ${job} --destination ${destination}${sample}`;
    return {
        severity: 'warning',
        code: 'reread-overdue',
        message: `${job} at ${destination}: ${[...late, ...turns].join('; ')}`,
        hint: `Run \`${command}\`, and see why the daily run did not.`,
    };
}


/***/ }),

/***/ 88858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   D3: () => (/* binding */ partOn),
/* harmony export */   Ez: () => (/* binding */ isInSample),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   sM: () => (/* binding */ sampleOn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const day = 86_400_000;
/** Days since 1970, UTC. */
function dayOf(time) {
    return Math.floor(time.getTime() / day);
}
/** The part whose turn it is on a day: each comes once in as many days as there are parts. */
function partOn(days, of) {
    return (days % of) + 1;
}
/** The part that was asked for; of `today` the one whose turn it is. */
function sampleOn({ part, of }, now) {
    return { of, part: part === 'today' ? partOn(dayOf(now), of) : part };
}
/** The number of a key, of which each division into parts makes its own: the same at every destination and for ever. */
function numberOf(key) {
    return Number.parseInt((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', key, 'hex').slice(0, 12), 16);
}
/** The part of a key by its number. */
function partOf(number, of) {
    return (number % of) + 1;
}
/** Goes by the key alone, so that every object is in one part. */
function isInSample(key, { part, of }) {
    return of === 1 || partOf(numberOf(key), of) === part;
}


/***/ })

};
