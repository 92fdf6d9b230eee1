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
/* harmony export */   J: () => (/* binding */ verificationFailure),
/* harmony export */   a: () => (/* binding */ verdictError)
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
/** The check of a server that ended in the middle of a drill. */
const staysUp = 'server stays up';
/** Names of checks that look at the place of the drill, not at the backup. */
const ofServer = /^(?:server(?: features)?$|extension )/;
/** Whether the place of the drill is to blame: its server did not start, or lacks an extension, and nothing was loaded. */
function blamesServer(checks) {
    const own = checks.filter(({ name }) => name !== _freshness_js__WEBPACK_IMPORTED_MODULE_1__/* .freshness */ .p);
    return own.every(({ result }) => result !== 'passed') && own.some(({ name }) => ofServer.test(name));
}
/** What to do about it. */
function hintOf({ damaged, checks, ownChecks = [] }) {
    const failed = checks.filter(({ result }) => result === 'failed').map(({ name }) => name);
    const only = (isSuch) => damaged.length === 0 && failed.length > 0 && failed.every(isSuch);
    if (only((name) => name === 'keys')) {
        return 'Nothing else is wrong with it. Give the identity or passphrase that it was made for; with it `holdfast rekey` lets the configured ones open it too.';
    }
    if (only((name) => name === _freshness_js__WEBPACK_IMPORTED_MODULE_1__/* .freshness */ .p)) {
        return 'The copy itself is good. Run `holdfast backup` now, and `holdfast logs` to see why no backup was made in time.';
    }
    if (damaged.length === 0 && failed.includes(staysUp)) {
        return 'The throwaway server ended in the middle: its last lines are in the log of the drill. Mend what they name and drill again; where it ends at the same place each time, restore from an earlier backup.';
    }
    if (only((name) => ownChecks.includes(name))) {
        return 'All that was backed up came back. Run the check against the source: if it fails there too, mend the source or verify.checks, and look for what is missing in an earlier backup.';
    }
    if (only((name) => name === 'tables')) {
        return 'A database without tables proves nothing. See whether the url or databases of the job name the right one.';
    }
    if (damaged.length === 0 && blamesServer(checks)) {
        return 'The backup was not even loaded. Give the drill a server that starts and has what the source has, under verify.server, and drill again; a restore needs the same.';
    }
    const remedy = 'make a new full backup now with `holdfast backup --level 0`, and restore from another destination or an earlier backup';
    // Sizes alone, which `sync` goes by, do not show what a hash shows.
    return damaged.length > 0
        ? `Where another destination has it whole, \`holdfast sync --depth checksum\` heals it; else ${remedy}.`
        : `${remedy[0]?.toUpperCase()}${remedy.slice(1)}.`;
}
/** The error of a drill that could not come to a verdict: it must not look like one that passed. */
function inconclusiveDrill({ job, id, destination, checks }) {
    const check = checks.find(({ result }) => result === 'inconclusive');
    const hint = check?.name === staysUp
        ? 'Something outside ended the throwaway server, most often the kernel for want of memory: give the drill more of it, and drill again.'
        : 'Give the drill what it lacks, such as Docker, a database server of this host, root for a ZFS pool or a larger scratch-dir, and drill again.';
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('drill-inconclusive', `the drill of backup ${id} of ${job} at ${destination} came to no verdict: ${check?.name ?? 'it'}: ${check?.found ?? 'nothing was compared'}`, { hint, context: { job, id, destination } });
}
/** The error that a backup which is not good comes to. */
function verificationFailure(result) {
    const { job, id, destination, damaged, checks } = result;
    const what = damaged.length > 0
        ? `${damaged.length === 1 ? damaged[0] : `${damaged.length} objects`} damaged or missing`
        : reason(checks);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('verification-failed', `backup ${id} of ${job} at ${destination} is not good: ${what}`, { hint: hintOf(result), context: { job, id, destination, ...(damaged.length > 0 && { damaged }) } });
}
/** What a verification comes to that found something, and a drill that could not tell; undefined where all is well. */
function verdictError(result) {
    if (result.result === 'failed')
        return verificationFailure(result);
    return result.result === 'inconclusive' && result.depth === 'restore'
        ? inconclusiveDrill(result)
        : undefined;
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
/* harmony import */ var _repository_entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23567);



/** The name of the check that a job's newest backup is not older than it may be. */
const freshness = 'freshness';
/**
 * Whether the newest valid backup of a job is as fresh as `every` and `grace` demand: an old backup that restores well
 * proves that the old state comes back, not that the job is safe. Nothing where the job has no `every`.
 */
function checkFreshness({ every, grace }, entries, now) {
    if (every === undefined)
        return [];
    const valid = entries.filter((entry) => (0,_repository_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .toRecoveryPoint */ .z)(entry).valid);
    const newest = (0,_retention_due_js__WEBPACK_IMPORTED_MODULE_2__/* .credible */ .z7)(valid, ({ createdAt }) => createdAt, now).reduce((best, { createdAt }) => (best && best > createdAt ? best : createdAt), undefined);
    const stale = (0,_retention_due_js__WEBPACK_IMPORTED_MODULE_2__/* .isStale */ .QO)({
        every,
        now,
        ...(grace !== undefined && { grace }),
        ...(newest && { lastSuccess: newest }),
    });
    const limit = (0,_report_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(every + (grace ?? every / 4));
    const age = newest ? `newest made ${(0,_report_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .nV)(now.getTime() - newest.getTime())}` : 'no valid backup';
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

/***/ 62477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ recordReading)
/* harmony export */ });
/* harmony import */ var _catalog_envelope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78198);
/* harmony import */ var _catalog_readings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19183);
/* harmony import */ var _catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86309);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76140);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33967);
/* harmony import */ var _repository_destination_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29780);






function readingOf({ name, repository }, job, { depth, sample, startedAt, backups }, finishedAt) {
    return {
        format: 1,
        repository: repository.repository,
        job,
        destination: name,
        depth,
        ...(sample && sample.of > 1 && { sample }),
        startedAt: startedAt.toISOString(),
        finishedAt: finishedAt.toISOString(),
        backups: backups
            .filter(({ whole }) => whole)
            .map(({ entry }) => ({ id: entry.id, manifest: `sha256:${entry.manifestSha256}` })),
    };
}
function logOf(backups, results) {
    return {
        status: results.some(({ result }) => result === 'failed') ? 'unverified' : 'success',
        ...(backups.every(({ objects }) => objects !== undefined) && {
            objects: backups.reduce((sum, { objects = 0 }) => sum + objects, 0),
        }),
        bytes: backups.reduce((sum, { bytes }) => sum + bytes, 0),
    };
}
/**
 * Leaves a log of what a verification read back at a destination, signed where a signing key is configured, from which
 * `report` and `proof` tell what was not. Whoever may only read has verified nonetheless: he is told.
 */
async function recordReading(context, destination, job, looked, results) {
    const { clock, config, signal } = context;
    const [newest] = looked.backups.map(({ entry }) => entry.id).sort((a, b) => (a < b ? 1 : -1));
    if (newest === undefined || signal.aborted)
        return;
    try {
        const { key, trust } = config.signing();
        const signer = key && (0,_catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSigningKey */ .UG)(key);
        // What nobody vouches for is a report; drills say so as a warning, since deletions depend on them.
        if (!(0,_catalog_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .isTrusted */ .W2)(signer?.keyid, trust)) {
            const message = 'what was read back is not signed by a key of signing.trust, and counts for no ledger';
            (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .tell */ .q)(context, { severity: 'info', code: 'reading-untrusted', message }, job);
        }
        const { store } = await (0,_repository_destination_js__WEBPACK_IMPORTED_MODULE_4__/* .openDestination */ .xB)(context, destination.name, 'write');
        await (0,_catalog_readings_js__WEBPACK_IMPORTED_MODULE_1__/* .writeReading */ .S)(store, readingOf(destination, job, looked, clock.now()), logOf(looked.backups, results), { newest, signer, signal });
    }
    catch (thrown) {
        signal.throwIfAborted();
        const { message } = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .asHoldfastError */ .Cs)(thrown);
        (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .tell */ .q)(context, {
            severity: 'warning',
            code: 'reading-not-recorded',
            message: `${destination.name}: what was read back could not be recorded: ${message}`,
            hint: 'The verification stands. Let this role add objects below logs/, so that the ledger of reports knows of it.',
        }, job);
    }
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
// EXTERNAL MODULE: ./build/drill/sample.js
var drill_sample = __webpack_require__(88858);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
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







const largestList = 1024 ** 3;
const atOnce = 4;
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
    const chosen = found.objects.filter(({ key }) => (0,drill_sample/* isInSample */.Ez)(key, sample));
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

// EXTERNAL MODULE: ./build/commands/verify/record-reading.js
var record_reading = __webpack_require__(62477);
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
        objects: { lookedAt: found.looked, of: found.of },
    };
}
function lookedOf(entry, { damaged, objects, fetchedBytes }) {
    const { lookedAt = 0 } = objects ?? {};
    return {
        entry,
        whole: damaged.length === 0 && objects !== undefined,
        objects: lookedAt,
        bytes: fetchedBytes,
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
    const sample = asked && (0,drill_sample/* sampleOn */.sM)(asked, context.clock.now());
    const look = async (destination, job, entries) => {
        const startedAt = context.clock.now();
        const own = [];
        const backups = [];
        try {
            for (const entry of entries) {
                const result = await verifyObjects(context, destination, entry, depth, sample, opening);
                own.push(result);
                backups.push(lookedOf(entry, result));
            }
        }
        finally {
            findings.results.push(...own);
            const looked = { depth: 'checksum', sample, startedAt, backups };
            if (depth === 'checksum')
                await (0,record_reading/* recordReading */.C)(context, destination, job, looked, own);
        }
    };
    if ((0,ids/* parseId */.Fg)(what)) {
        const found = await (0,find/* findBackup */.S)(context, what, { force: true });
        await look(found.destination, found.entry.job, found.chain);
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
            await look(destination, what, points.filter(({ createdAt }) => at === undefined || createdAt <= at));
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


/***/ }),

/***/ 87543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ isStale),
/* harmony export */   nZ: () => (/* binding */ isDue),
/* harmony export */   z7: () => (/* binding */ credible)
/* harmony export */ });
const hour = 3_600_000;
/** Those of some moments that are not more than an hour ahead of `now`; all of them where none is: still better than none. */
function credible(items, timeOf, now) {
    const believed = items.filter((item) => timeOf(item).getTime() <= now.getTime() + hour);
    return believed.length > 0 ? believed : items;
}
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
