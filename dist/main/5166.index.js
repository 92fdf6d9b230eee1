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
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47740);
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
async function createManifest({ store, manifest, tombstone, signal }, key, sha256) {
    const { compareAndSwap, versions } = store.features;
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
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47740);
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

/***/ 83502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readManifest)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47740);
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
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 6 modules
var repository_entries = __webpack_require__(31533);
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
// EXTERNAL MODULE: ./build/catalog/keys.js + 1 modules
var catalog_keys = __webpack_require__(47740);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(60864);
// EXTERNAL MODULE: ./build/catalog/proofs.js + 1 modules
var proofs = __webpack_require__(10913);
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
    const { to, retention } = context.config.job(job);
    const proven = new Set(offers.points.filter((point) => point.proven).map(({ id }) => id));
    // What is damaged there is there: it is healed, whatever retention would say of it as something new.
    const lacked = offers.points.filter(({ id }) => !target.catalogue.damaged.some((damaged) => damaged.id === id));
    const plan = (0,plan_sync/* planSync */.R)(lacked, {
        name: target.name,
        points: pointsOf(target.catalogue.points, proven),
        rules: to.find(({ name }) => name === target.name)?.retention ?? retention,
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


/***/ })

};
