export const id = 7594;
export const ids = [7594];
export const modules = {

/***/ 34557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ forEachBounded)
/* harmony export */ });
/**
 * Does `work` for every item, at most `limit` at once. The first failure stops it: what runs is waited for, then the
 * failure is thrown.
 */
async function forEachBounded(items, limit, work) {
    let running = 0;
    let failure;
    let wake;
    const until = async (free) => {
        while (running > free) {
            await new Promise((resolve) => {
                wake = resolve;
            });
        }
    };
    const start = async (item) => {
        running++;
        try {
            await work(item);
        }
        catch (error) {
            failure ??= { error };
        }
        finally {
            running--;
            wake?.();
        }
    };
    try {
        for await (const item of items) {
            await until(limit - 1);
            if (failure)
                break;
            void start(item);
        }
    }
    catch (error) {
        failure ??= { error };
    }
    await until(0);
    if (failure)
        throw failure.error;
}


/***/ }),

/***/ 19657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readCachedObjects)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34557);
/* harmony import */ var _line_cache_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74595);



/**
 * What `read` makes of each wanted object below a prefix; fetches only what changed since the cache was written. What it
 * throws as `object-damaged` is returned, undefined is left out. Errors: the store's.
 */
async function readCachedObjects(store, prefix, isWanted, read, { cacheFile, version, parallel, signal }) {
    const cache = cacheFile === undefined ? undefined : await (0,_line_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .openLineCache */ .t)(cacheFile, version);
    const found = [];
    const damaged = [];
    const look = async (object) => {
        signal.throwIfAborted();
        const { key } = object;
        if (!isWanted(key))
            return;
        const tag = `${object.bytes} ${object.etag}`;
        const kept = cache?.get(key, tag);
        if (kept !== undefined) {
            found.push(kept);
            return;
        }
        try {
            const made = await read(object);
            if (made === undefined)
                return;
            cache?.set(key, tag, made);
            found.push(made);
        }
        catch (error) {
            if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'object-damaged'))
                throw error;
            damaged.push({ key, error });
        }
    };
    await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .forEachBounded */ .a)(store.list(prefix), parallel, look);
    await cache?.save();
    return { found, damaged };
}


/***/ }),

/***/ 62844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $H: () => (/* binding */ byId),
/* harmony export */   UU: () => (/* binding */ latestParent),
/* harmony export */   Zm: () => (/* binding */ brokenChain),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   gN: () => (/* binding */ parentOf),
/* harmony export */   gO: () => (/* binding */ descendantsOf)
/* harmony export */ });
/* unused harmony export childrenOf */
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12064);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98430);



/** By id, for many questions about the same entries. */
function byId(entries) {
    const map = new Map();
    for (const entry of entries)
        map.set(entry.id, entry);
    return map;
}
/** The parent that the entry names: there, of the same job, of a lower level, with the very hash. */
function parentOf(entry, entries) {
    const parent = entry.parent === null ? undefined : entries.get(entry.parent.id);
    const fits = parent?.job === entry.job &&
        parent.level < entry.level &&
        entry.parent?.manifest === `sha256:${parent.manifestSha256}`;
    return fits ? parent : undefined;
}
/**
 * The backup `id` and all it builds on, level 0 first. Errors: `backup-not-found`; `chain-broken` naming the parent that
 * is missing or not the one that was built on.
 */
function chainOf(id, entries) {
    const map = 'get' in entries ? entries : byId(entries);
    const last = map.get(id);
    if (!last) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('backup-not-found', `there is no backup ${id}`, {
            hint: 'Run `holdfast list` to see the ids there are.',
            context: { id },
        });
    }
    const chain = [last];
    let entry = last;
    while (entry.parent !== null) {
        const parent = parentOf(entry, map);
        if (!parent)
            throw brokenChain(entry, map.has(entry.parent.id));
        chain.unshift(parent);
        entry = parent;
    }
    return chain;
}
/** The error of a backup whose parent is missing, or another one now. */
function brokenChain(entry, present) {
    const parent = entry.parent?.id;
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('chain-broken', `${entry.id} builds on ${parent}, which ${present ? 'is another backup now' : 'is missing'}`, {
        hint: 'Restore from another destination with --destination, or choose an older backup; the next backup will be a full one.',
        context: { id: entry.id, parent, ...(parent && { key: (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKey */ .Rn)(entry.job, parent) }) },
    });
}
/** The backups that build directly on `id`. */
function childrenOf(id, entries) {
    return [...entries].filter((entry) => entry.parent?.id === id);
}
/** All that build on `id`, however indirectly; parents before their children. */
function descendantsOf(id, entries) {
    const below = new Set([id]);
    return [...entries]
        .sort((a, b) => a.level - b.level)
        .filter((entry) => {
        if (entry.parent === null || !below.has(entry.parent.id))
            return false;
        below.add(entry.id);
        return true;
    });
}
/**
 * What an increment of `level` builds on: the newest complete and trusted backup of a lower level, without unread paths
 * unless they are allowed. Undefined for level 0, and where there is none: then the run is a full one.
 */
function latestParent(entries, level, options = {}) {
    let newest;
    for (const entry of entries) {
        if (entry.level >= level || !entry.complete || !entry.trusted)
            continue;
        if (entry.unread > 0 && !options.allowUnread)
            continue;
        if (!newest || isNewer(entry, newest))
            newest = entry;
    }
    return newest;
}
function isNewer(a, b) {
    const difference = (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .madeAt */ .Z)(a).getTime() - (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .madeAt */ .Z)(b).getTime();
    return difference === 0 ? a.id > b.id : difference > 0;
}


/***/ }),

/***/ 12064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ madeAt),
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98430);

const nothing = [];
const skew = 3_600_000;
/**
 * When a backup was made, as far as that can be believed: a host whose clock is ahead dates its backups later than the
 * store got them, and must not pass for the newest until that date has come.
 */
function madeAt({ createdAt, modified }) {
    const isAhead = modified !== undefined && createdAt.getTime() > modified.getTime() + skew;
    return isAhead ? modified : createdAt;
}
function factsOf({ manifest, sha256, signedBy }) {
    return {
        manifestSha256: sha256,
        level: manifest.level,
        parent: manifest.parent,
        createdAt: new Date(manifest.createdAt),
        finishedAt: new Date(manifest.finishedAt),
        unread: manifest.unread,
        stats: manifest.stats,
        outside: outsideOf(manifest),
        signedBy,
        shared: {
            repository: manifest.repository,
            tags: manifest.tags,
            host: manifest.host,
            version: manifest.tool.version,
            source: manifest.source,
            evidence: manifest.evidence,
            encrypted: manifest.encryption.type !== 'none',
            archived: manifest.streams.some(({ archive }) => archive !== undefined),
            mediaTypes: [...new Set(manifest.streams.map((stream) => stream.mediaType))],
        },
    };
}
function outsideOf({ streams }) {
    const keys = streams.flatMap(({ object }) => (object && (0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutside */ ._K)(object.key) ? [object.key] : []));
    return keys.length === 0 ? nothing : keys;
}


/***/ }),

/***/ 78198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W2: () => (/* binding */ isTrusted),
/* harmony export */   WP: () => (/* binding */ manifestPayloadType),
/* harmony export */   hk: () => (/* binding */ openEnvelope),
/* harmony export */   iA: () => (/* binding */ sealEnvelope)
/* harmony export */ });
/* unused harmony export preAuthEncoding */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26921);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38672);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79874);
/* harmony import */ var _signing_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86309);





const manifestPayloadType = 'application/vnd.holdfast.manifest+json';
const envelopeSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    payloadType: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(100),
    payload: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    // One at most: DSSE allows more, format 1 has no use for them.
    signatures: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ keyid: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(200), sig: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(200) })).max(1),
});
/** The bytes that DSSE signs: https://github.com/secure-systems-lab/dsse, protocol.md, "PAE". */
function preAuthEncoding(payloadType, payload) {
    const type = Buffer.from(payloadType);
    const head = `DSSEv1 ${type.length} ${payloadType} ${payload.byteLength} `;
    return Buffer.concat([Buffer.from(head), payload]);
}
/**
 * A DSSE envelope with the SHA-256 of its payload besides, so that damage is found without a key, as stored bytes.
 * `keyid` holds the whole public key: who signed can be told even where nobody is trusted yet.
 */
function sealEnvelope(payload, payloadType, signer) {
    const message = preAuthEncoding(payloadType, payload);
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonBytes */ .yN)({
        payloadType,
        payload: Buffer.from(payload).toString('base64'),
        sha256: (0,_object_io_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .Bj)(payload),
        signatures: signer
            ? [{ keyid: signer.keyid, sig: Buffer.from(signer.sign(message)).toString('base64') }]
            : [],
    });
}
/** Canonical base64 only, so that no stored bit is without meaning. */
function decoded(text, naming, path) {
    const bytes = Buffer.from(text, 'base64');
    if (bytes.toString('base64') !== text)
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(naming, `${path}: no base64`);
    return bytes;
}
/**
 * Opens an envelope: the SHA-256 over the payload finds damage, the ed25519 signature forgery. A signature that
 * does not fit is damage too, whoever's it is; other kinds of keys would be a feature that `holdfast.json` requires.
 * Errors: the code of `naming` (by default `manifest-damaged`).
 */
function openEnvelope(bytes, options = {}) {
    const naming = options.naming ?? { code: 'manifest-damaged', what: 'the manifest' };
    const envelope = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .checkShape */ .eA)(envelopeSchema, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(bytes, naming), naming);
    const payload = decoded(envelope.payload, naming, 'payload');
    if ((0,_object_io_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .Bj)(payload) !== envelope.sha256)
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(naming, 'its payload does not match its sha-256');
    const [signature] = envelope.signatures;
    const signedBy = signature && signer(signature, preAuthEncoding(envelope.payloadType, payload), naming);
    return { payload, payloadType: envelope.payloadType, signedBy, trusted: isTrusted(signedBy, options.trust) };
}
function signer(signature, message, naming) {
    const key = (0,_signing_key_js__WEBPACK_IMPORTED_MODULE_3__/* .publicKeyOf */ .kc)(signature.keyid);
    if (!key)
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(naming, 'signatures.0.keyid: it is no ed25519 public key');
    if ((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, message, key, decoded(signature.sig, naming, 'signatures.0.sig')))
        return signature.keyid;
    throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(naming, 'its signature does not fit its payload');
}
/** Whether a signature counts: by a key of `trust`, or anybody's, and nobody's, where no trust is set. */
function isTrusted(signedBy, trust) {
    if (trust === undefined || trust.length === 0)
        return true;
    return signedBy !== undefined && trust.includes(signedBy);
}


/***/ }),

/***/ 86866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ placeHold),
/* harmony export */   Zo: () => (/* binding */ listHolds),
/* harmony export */   f0: () => (/* binding */ releaseHold)
/* harmony export */ });
/* unused harmony export readHold */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98430);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79874);
/* harmony import */ var _parse_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60864);





const schema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    placed: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().exactOptional(),
    by: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().exactOptional(),
});
/** Places a hold. False when the backup was held already: the first hold stays as it is. */
async function placeHold(store, job, id, hold, signal) {
    const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonBytes */ .yN)({ ...hold, placed: hold.placed.toISOString() });
    return (await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_2__/* .createObject */ .ed)(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .holdKey */ .Zd)(job, id), body, signal)) !== undefined;
}
/** Ends a hold; succeeds where there is none. */
async function releaseHold(store, job, id) {
    await store.delete((0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .holdKey */ .Zd)(job, id));
}
/** The backups that are held. Their key alone says so: needs only the right to list. */
async function listHolds(store, job) {
    const held = [];
    for await (const { key } of store.list((0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .branchPrefix */ .$j)('holds', job))) {
        const name = (0,_parse_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .parseHoldKey */ .Wm)(key);
        if (name)
            held.push(name);
    }
    return held;
}
/** Errors: `store-not-found` for a backup that is not held, `object-damaged`. */
async function readHold(store, job, id, signal) {
    const key = holdKey(job, id);
    const naming = { code: 'object-damaged', what: 'the hold', key };
    const stored = checkShape(schema, parseJson(await readObject(store, key, 64 * 1024, signal), naming), naming);
    return { ...stored, placed: new Date(stored.placed) };
}


/***/ }),

/***/ 68970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ parseId),
/* harmony export */   M4: () => (/* binding */ makeId),
/* harmony export */   PO: () => (/* binding */ preciseTime),
/* harmony export */   aD: () => (/* binding */ idPattern),
/* harmony export */   s8: () => (/* binding */ jobPattern),
/* harmony export */   vG: () => (/* binding */ isJobName)
/* harmony export */ });
/* unused harmony export compactTime */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);


const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** Of an id's form; {@link parseId} knows the calendar too. */
const idPattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-L(0|[1-9]\d?)-[a-z2-7]{6}$/;
const jobPattern = /^[a-z0-9][a-z0-9._-]{0,99}$/;
/** Whether `job` may name a job: `[a-z0-9][a-z0-9._-]{0,99}`. */
function isJobName(job) {
    return jobPattern.test(job);
}
/** `YYYYMMDDTHHMMSSZ`, UTC. */
function compactTime(time) {
    return `${time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
/** `YYYYMMDDTHHMMSS.mmmZ`, UTC: sorts by time, and two of one second do not meet. */
function preciseTime(time) {
    return time.toISOString().replaceAll(/[-:]/g, '');
}
/**
 * A backup's id `YYYYMMDDTHHMMSSZ-L<level>-<6 random base32>`: sorts by time, unique without coordination.
 * Levels go from 0 to 99. Errors: `internal` for another level or a time outside the years 0 to 9999.
 */
function makeId(now, level, random = node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes) {
    const suffix = Array.from(random(6), (byte) => alphabet[byte & 31]).join('');
    const id = `${compactTime(now)}-L${level}-${suffix}`;
    if (!parseId(id))
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('internal', `a backup cannot have the id ${id}`);
    return id;
}
/** The parts of an id; undefined for a text that is none, a date that does not exist included. */
function parseId(id) {
    const match = idPattern.exec(id);
    if (!match)
        return undefined;
    const [year, month, day, hour, minute, second, level] = match.slice(1);
    const createdAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (Number.isNaN(createdAt.getTime()) || !id.startsWith(compactTime(createdAt)))
        return undefined;
    return { createdAt, level: Number(level) };
}


/***/ }),

/***/ 38672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eA: () => (/* binding */ checkShape),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   qM: () => (/* binding */ damaged),
/* harmony export */   yN: () => (/* binding */ jsonBytes)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** The error for something stored that is not what it must be; the reason names the place. */
function damaged(naming, reason, cause) {
    const where = naming.key === undefined ? '' : ` ${naming.key}`;
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E(naming.code, `${naming.what}${where} is damaged: ${reason}`, {
        hint: 'Run `holdfast verify` to learn what is damaged, and restore from another destination or an earlier backup.',
        context: { key: naming.key },
        cause,
    });
}
/** Parses UTF-8 JSON. Errors: the given code. */
function parseJson(bytes, naming) {
    try {
        return JSON.parse(utf8.decode(bytes));
    }
    catch (cause) {
        throw damaged(naming, 'it is no JSON', cause);
    }
}
/** Checks a value against a schema. Errors: the given code, with the path of every deviation, eight at most. */
function checkShape(schema, value, naming) {
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    const reasons = result.error.issues
        .slice(0, 8)
        .map((issue) => `${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}`);
    throw damaged(naming, reasons.join('; '));
}
/** Compact JSON with a line feed at its end, as bytes. */
function jsonBytes(value) {
    return Buffer.from(`${JSON.stringify(value)}\n`);
}


/***/ }),

/***/ 98430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ branchPrefix),
/* harmony export */   BW: () => (/* binding */ dataPrefix),
/* harmony export */   C1: () => (/* binding */ indexRootKey),
/* harmony export */   CU: () => (/* binding */ proofKey),
/* harmony export */   EH: () => (/* binding */ volumeName),
/* harmony export */   EJ: () => (/* binding */ claimsPrefix),
/* harmony export */   Ew: () => (/* binding */ wrapsPrefix),
/* harmony export */   Kq: () => (/* binding */ repositoryKey),
/* harmony export */   QV: () => (/* binding */ wrapKey),
/* harmony export */   R7: () => (/* binding */ runLogKey),
/* harmony export */   Rn: () => (/* binding */ manifestKey),
/* harmony export */   X8: () => (/* binding */ drillLogKey),
/* harmony export */   X_: () => (/* binding */ auditKey),
/* harmony export */   Zd: () => (/* binding */ holdKey),
/* harmony export */   Zv: () => (/* binding */ volumesListKey),
/* harmony export */   _9: () => (/* binding */ restoreGuideKey),
/* harmony export */   _K: () => (/* binding */ isOutside),
/* harmony export */   bP: () => (/* binding */ stateKey),
/* harmony export */   bh: () => (/* binding */ shreddedKey),
/* harmony export */   bz: () => (/* binding */ verifyLogKey),
/* harmony export */   dB: () => (/* binding */ metaKey),
/* harmony export */   nv: () => (/* binding */ streamPrefix)
/* harmony export */ });
/* unused harmony export volumeKey */
/* harmony import */ var _percent_encode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15564);

/** The keys of a repository, format 1, relative to the destination's prefix. Nothing else makes or reads keys. */
const repositoryKey = 'holdfast.json';
const restoreGuideKey = 'RESTORE.md';
/** Ends with a slash: the prefix of a branch, or of one job in it. */
function branchPrefix(branch, job) {
    return job === undefined ? `${branch}/` : `${branch}/${job}/`;
}
function manifestKey(job, id) {
    return `manifests/${job}/${id}.json`;
}
/** Without a slash at its end. */
function dataPrefix(job, id) {
    return `data/${job}/${id}`;
}
/** Where the volumes of a stream lie below `data/<job>/<id>`; without a slash at its end. */
function streamPrefix(prefix, stream) {
    return `${prefix}/${(0,_percent_encode_js__WEBPACK_IMPORTED_MODULE_0__/* .percentEncode */ .a)(stream)}`;
}
/** The last segment of a volume's key. `sha256` is that of the stored bytes, lower-case hex; `seq` counts from 0. */
function volumeName(seq, sha256) {
    return `${String(seq).padStart(8, '0')}-${sha256.slice(0, 12)}`;
}
function volumeKey(job, id, stream, seq, sha256) {
    return `${streamPrefix(dataPrefix(job, id), stream)}/${volumeName(seq, sha256)}`;
}
function volumesListKey(job, id, sha256) {
    return `${dataPrefix(job, id)}/volumes-${sha256.slice(0, 12)}.jsonl.zst`;
}
function metaKey(job, id, sha256) {
    return `${dataPrefix(job, id)}/meta-${sha256.slice(0, 12)}`;
}
/** The root of the index; its pages are volumes beside it. */
function indexRootKey(job, id, sha256) {
    return `${dataPrefix(job, id)}/index/root-${sha256.slice(0, 12)}`;
}
/**
 * Ends with a slash. Below it lies a claim to each object that the run stores under a name of its own, outside of its
 * folder, named like that object: so cleanup finds what a run that died left there. No stream's name begins so.
 */
function claimsPrefix(job, id) {
    return `${dataPrefix(job, id)}/~outside/`;
}
const ownPlaces = /^(?:(?:manifests|data|state|keys|proofs|logs|holds|shredded|leases)(?:\/|$)|holdfast\.json$|RESTORE\.md$)/;
/** Whether a key is none of the format's: an object may be stored there under a name that a job chooses. */
function isOutside(key) {
    return !ownPlaces.test(key);
}
function stateKey(job, id) {
    return `state/${job}/${id}.age`;
}
/** Without a slash at its end. */
function wrapsPrefix(job, id) {
    return `keys/${job}/${id}`;
}
/** `n` counts from 1. */
function wrapKey(job, id, n) {
    return `${wrapsPrefix(job, id)}/${n}.age`;
}
/** `time` as `preciseTime` writes it. */
function proofKey(job, id, time) {
    return `proofs/${job}/${id}/${time}.json`;
}
function runLogKey(job, id) {
    return `logs/${job}/${id}.json`;
}
function drillLogKey(job, id, time) {
    return `logs/${job}/${id}-drill-${time}.json`;
}
/** Of a run that read stored objects back; `id` is the newest backup of which it read any. */
function verifyLogKey(job, id, time) {
    return `logs/${job}/${id}-verify-${time}.json`;
}
function auditKey(time) {
    return `logs/_cleanup/${time}.json`;
}
function holdKey(job, id) {
    return `holds/${job}/${id}.json`;
}
function shreddedKey(job, id) {
    return `shredded/${job}/${id}.json`;
}


/***/ }),

/***/ 74595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ openLineCache)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38522);





const lineFeed = 0x0a;
function lineOf(key, tag, value) {
    const text = JSON.stringify([key, tag, value]);
    return `${(0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.crc32)(text).toString(16).padStart(8, '0')} ${text}\n`;
}
/** Opens the cache in `file`; `version` names the shape of the values, another one than the file's starts anew. */
async function openLineCache(file, version) {
    const kept = new Map();
    let added = [];
    const header = lineOf('line-cache', version, 1);
    let lines = await load(file, header, kept);
    let fresh = lines === undefined;
    return {
        get(key, tag) {
            const found = kept.get(key);
            if (found?.tag !== tag)
                return undefined;
            found.wanted = true;
            return found.value;
        },
        set(key, tag, value) {
            kept.set(key, { tag, value, wanted: true });
            added.push(lineOf(key, tag, value));
        },
        async save() {
            let wanted = 0;
            for (const record of kept.values())
                if (record.wanted)
                    wanted++;
            const total = (lines ?? 0) + added.length;
            try {
                if (fresh || total > 2 * wanted + 1000) {
                    for (const [key, record] of kept)
                        if (!record.wanted)
                            kept.delete(key);
                    await rewrite(file, header, kept);
                    lines = kept.size;
                    fresh = false;
                }
                else if (added.length > 0) {
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.appendFile)(file, added.join(''));
                    lines = total;
                }
                added = [];
            }
            catch {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true }).catch(() => { });
                fresh = true;
            }
        },
    };
}
async function rewrite(file, header, kept) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file), { recursive: true, mode: 0o700 });
    const temporary = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`;
    function* chunks() {
        let chunk = header;
        for (const [key, { tag, value }] of kept) {
            chunk += lineOf(key, tag, value);
            if (chunk.length < 1 << 18)
                continue;
            yield chunk;
            chunk = '';
        }
        yield chunk;
    }
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(temporary, chunks(), { mode: 0o600 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(temporary, file);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { force: true });
        throw error;
    }
}
/** The number of lines read; undefined where the file is absent, torn or of another version: it is to be written anew. */
async function load(file, header, kept) {
    let lines = 0;
    let whole = true;
    const take = (line) => {
        if (lines === 0 && `${line.toString()}\n` !== header)
            return false;
        if (lines++ > 0 && !keepLine(line, kept))
            whole = false;
        return true;
    };
    try {
        let rest = Buffer.alloc(0);
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { highWaterMark: 1 << 18 })) {
            const buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
            let start = 0;
            for (let end = buffer.indexOf(lineFeed); end >= 0; end = buffer.indexOf(lineFeed, start)) {
                if (!take(buffer.subarray(start, end)))
                    return undefined;
                start = end + 1;
            }
            rest = buffer.subarray(start);
        }
        return whole && rest.length === 0 && lines > 0 ? lines - 1 : undefined;
    }
    catch {
        return undefined;
    }
}
function keepLine(line, kept) {
    if (line.length < 10 || Number.parseInt(line.toString('latin1', 0, 8), 16) !== (0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.crc32)(line.subarray(9))) {
        return false;
    }
    try {
        const [key, tag, value] = JSON.parse(line.toString('utf8', 9));
        kept.set(key, { tag, value, wanted: false });
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 26371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ manifestSchema),
/* harmony export */   x: () => (/* binding */ objectReference)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68970);


const hash = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'expected a lower-case hex SHA-256');
const manifestHash = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/, 'expected sha256: and lower-case hex');
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative();
const time = zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$();
const label = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(1000);
const id = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .idPattern */ .aD, 'expected the id of a backup')
    .refine((text) => (0,_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .parseId */ .Fg)(text) !== undefined, 'expected the id of a backup');
const level = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).max(99);
/** A key of the repository: relative, without empty or dotted segments, printable ASCII. */
const objectKey = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .max(1024)
    .regex(/^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\x21-\x7e]+(?<!\/)$/, 'expected the key of an object')
    .refine((key) => !key.startsWith('/') && !key.includes('//'), 'expected the key of an object');
const objectReference = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ key: objectKey, bytes: count, sha256: hash });
const compression = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('type', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('zstd'), level: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('gzip'), level: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('none') }),
]);
const stream = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: label,
    mediaType: label,
    compression,
    volumes: count,
    frame: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    span: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    storedBytes: count,
    object: objectReference.exactOptional(),
    archive: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('7z').exactOptional(),
});
const encryption = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('type', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('age'), recipient: label, wraps: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('none') }),
]);
/** Format 1. Fields that a later version adds are passed over; what changes a meaning is a required feature. */
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .uuid */ .uRe(),
    id,
    job: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .jobPattern */ .s8, 'expected the name of a job'),
    tags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(label).max(100),
    createdAt: time,
    finishedAt: time,
    tool: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('holdfast'), version: label }),
    host: label,
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ url: label.exactOptional(), id: label.exactOptional(), actor: label.exactOptional() })
        .exactOptional(),
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: label }).catchall(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()])),
    level,
    parent: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id, manifest: manifestHash }).nullable(),
    encryption,
    streams: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(stream).min(1),
    objects: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        volumes: objectReference,
        meta: objectReference,
        index: objectReference.exactOptional(),
        state: objectReference.exactOptional(),
    }),
    evidence: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['snapshot', 'stream', 'load-only']),
    unread: count,
    stats: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        sourceBytes: count,
        storedBytes: count,
        seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative(),
        files: count.exactOptional(),
        tables: count.exactOptional(),
    }),
});


/***/ }),

/***/ 49227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ encodeManifest),
/* harmony export */   MK: () => (/* binding */ decodeManifest),
/* harmony export */   t7: () => (/* binding */ manifestLimit),
/* harmony export */   vs: () => (/* binding */ checkManifestSize)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78198);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68970);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98430);
/* harmony import */ var _manifest_schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26371);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79874);
/* harmony import */ var _parse_keys_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60864);








/** Stored bytes of a manifest, envelope included. */
const manifestLimit = 64 * 1024;
/**
 * From format n to n + 1, applied in order to a decoded payload before it is checked. A released format is read for
 * ever: a new one adds a line here, nothing is taken away.
 */
const migrations = {};
const current = 1;
/**
 * The stored bytes of a manifest, signed where a signer is given.
 * Errors: `internal` for a manifest that could not be read again, or of over 64 KiB, with the names of its largest fields.
 */
function encodeManifest(manifest, signer) {
    const naming = { code: 'internal', what: 'the new manifest', key: manifest.id };
    (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .checkShape */ .eA)(_manifest_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestSchema */ .r, manifest, naming);
    checkConsistent(manifest, manifest, naming);
    const stored = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .sealEnvelope */ .iA)(Buffer.from(JSON.stringify(manifest)), _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestPayloadType */ .WP, signer);
    if (stored.byteLength <= manifestLimit)
        return stored;
    const sizes = Object.entries(manifest)
        .map(([field, value]) => ({ field, bytes: JSON.stringify(value)?.length ?? 0 }))
        .sort((a, b) => b.bytes - a.bytes)
        .slice(0, 3);
    const largest = sizes.map(({ field, bytes }) => `${field} ${bytes}`).join(', ');
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', `the manifest would have ${stored.byteLength} of at most ${manifestLimit} bytes`, {
        hint: `Split the job into several: the largest parts are ${largest} bytes.`,
        context: { job: manifest.job, id: manifest.id },
    });
}
/**
 * Opens the stored bytes of the manifest at `key`. Errors: `manifest-damaged` naming the field, also for a manifest
 * that stands under another's key (swapped or replayed); `format-unsupported` for a newer format.
 */
function decodeManifest(stored, key, options = {}) {
    const naming = { code: 'manifest-damaged', what: 'the manifest', key };
    checkManifestSize(stored.byteLength, key);
    const { payload, payloadType, signedBy, trusted } = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .openEnvelope */ .hk)(stored, { trust: options.trust, naming });
    if (payloadType !== _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestPayloadType */ .WP)
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(naming, `payloadType: it holds ${payloadType}`);
    const manifest = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .checkShape */ .eA)(_manifest_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestSchema */ .r, migrate((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(payload, naming), naming), naming);
    checkConsistent(manifest, (0,_parse_keys_js__WEBPACK_IMPORTED_MODULE_7__/* .parseManifestKey */ .Kk)(key) ?? { job: '', id: '' }, naming);
    return { manifest, sha256: (0,_object_io_js__WEBPACK_IMPORTED_MODULE_6__/* .sha256Of */ .Bj)(stored), signedBy, trusted };
}
/** Errors: `manifest-damaged` for more bytes than a manifest may have; so it need not be fetched. */
function checkManifestSize(bytes, key) {
    if (bytes <= manifestLimit)
        return;
    throw (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)({ code: 'manifest-damaged', what: 'the manifest', key }, `it is larger than ${manifestLimit} bytes`);
}
function migrate(payload, naming) {
    const format = payload?.format;
    if (typeof format !== 'number' || !Number.isInteger(format))
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(naming, 'format: expected a number');
    if (format > current) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('format-unsupported', `the manifest ${naming.key} has format ${format}`, {
            hint: `Update Holdfast: this version reads formats up to ${current}.`,
            context: { key: naming.key },
        });
    }
    let value = payload;
    for (let version = format; version < current; version++) {
        const step = migrations[version];
        if (!step)
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(naming, `format: there never was a format ${version}`);
        value = step(value);
    }
    return value;
}
/** What a schema of single fields cannot say. */
function checkConsistent(manifest, name, naming) {
    const { job, id, level, parent } = manifest;
    if (job !== name.job || id !== name.id) {
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(naming, `it belongs under ${(0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(job, id)}`);
    }
    if ((0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .parseId */ .Fg)(id)?.level !== level)
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(naming, `level: it is ${level}, unlike that of the id`);
    if (level === 0 && parent)
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(naming, 'parent: a full backup has none');
    if (level > 0 && !parent)
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(naming, 'parent: an increment has one');
    const parentLevel = parent && (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .parseId */ .Fg)(parent.id)?.level;
    if (typeof parentLevel === 'number' && parentLevel >= level) {
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(naming, `parent.id: level ${parentLevel} is no base for level ${level}`);
    }
    const names = new Set(manifest.streams.map((stream) => stream.name));
    if (names.size !== manifest.streams.length)
        throw (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(naming, 'streams: two have the same name');
}


/***/ }),

/***/ 79874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ hashStored),
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   Z: () => (/* binding */ findObject),
/* harmony export */   Zu: () => (/* binding */ readIfPresent),
/* harmony export */   ed: () => (/* binding */ createObject)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);


/** Lower-case hex SHA-256. */
function sha256Of(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}
/** The range lets a body that breaks off be resumed, which needs to know its end. */
function asListed({ versionId, bytes = 0 } = {}) {
    if (versionId === undefined || bytes === 0)
        return {};
    return { versionId, range: { offset: 0, length: bytes } };
}
/**
 * The whole of a small object, of the version that was `listed` where that is given. Errors: the store's
 * (`store-not-found`), and `object-damaged` for one larger than `limit` bytes, which is not read to its end.
 */
async function readObject(store, key, limit, signal, listed) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of await store.get(key, { signal, ...asListed(listed) })) {
        bytes += chunk.byteLength;
        if (bytes > limit) {
            throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('object-damaged', `${key} is larger than the ${limit} bytes it may have`, {
                context: { key, destination: store.name },
            });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** Reads an object whole and keeps nothing of it. Errors: the store's. */
async function hashStored(store, key, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    for await (const chunk of await store.get(key, { signal })) {
        hash.update(chunk);
        bytes += chunk.byteLength;
    }
    return { bytes, sha256: hash.digest('hex') };
}
/** {@link readObject}, with undefined for an object that is not there. */
async function readIfPresent(store, key, limit, signal, listed) {
    try {
        return await readObject(store, key, limit, signal, listed);
    }
    catch (error) {
        if ((0,_errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .u)(error, 'store-not-found'))
            return undefined;
        throw error;
    }
}
/** The listing's entry of exactly this key. Needs only the right to list. */
async function findObject(store, key) {
    for await (const object of store.list(key)) {
        if (object.key === key)
            return object;
        break;
    }
    return undefined;
}
/**
 * Writes an object that must not be there yet; undefined when it is. A store without create-only writes is asked by
 * listing first, which two writers at once can both pass.
 */
async function createObject(store, key, body, signal, options = {}) {
    const sha256 = sha256Of(body);
    if (!store.features.createOnly) {
        return (await findObject(store, key)) ? undefined : store.put(key, body, { ...options, signal, sha256 });
    }
    try {
        return await store.put(key, body, { ...options, signal, sha256, when: { absent: true } });
    }
    catch (error) {
        if ((0,_errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .u)(error, 'store-condition-failed'))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 60864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseShreddedKey),
/* harmony export */   Jb: () => (/* binding */ parseDataKey),
/* harmony export */   Kk: () => (/* binding */ parseManifestKey),
/* harmony export */   SY: () => (/* binding */ parseStateKey),
/* harmony export */   Wm: () => (/* binding */ parseHoldKey),
/* harmony export */   bE: () => (/* binding */ parseWrapKey),
/* harmony export */   rZ: () => (/* binding */ parseProofKey),
/* harmony export */   rv: () => (/* binding */ parseLogKey)
/* harmony export */ });
/* unused harmony export parsePreciseTime */
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68970);

/** The time that `preciseTime` wrote; undefined for any other text. */
function parsePreciseTime(text) {
    const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3})Z$/.exec(text);
    if (!match)
        return undefined;
    const [year, month, day, hour, minute, second] = match.slice(1);
    const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return Number.isNaN(time.getTime()) ? undefined : time;
}
function parsed(key, pattern) {
    const match = pattern.exec(key);
    const [job = '', id = '', rest = ''] = match?.slice(1) ?? [];
    return (0,_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .isJobName */ .vG)(job) && (0,_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .parseId */ .Fg)(id) ? { job, id, rest } : undefined;
}
function named(key, pattern) {
    const found = parsed(key, pattern);
    return found && { job: found.job, id: found.id };
}
function parseManifestKey(key) {
    return named(key, /^manifests\/([^/]+)\/([^/]+)\.json$/);
}
/** Of any object under `data/`: whose it is, and its key below the backup's prefix. */
function parseDataKey(key) {
    return parsed(key, /^data\/([^/]+)\/([^/]+)\/(.+)$/);
}
function parseStateKey(key) {
    return named(key, /^state\/([^/]+)\/([^/]+)\.age$/);
}
function parseWrapKey(key) {
    const found = parsed(key, /^keys\/([^/]+)\/([^/]+)\/([1-9]\d{0,5})\.age$/);
    return found && { job: found.job, id: found.id, n: Number(found.rest) };
}
function parseProofKey(key) {
    const found = parsed(key, /^proofs\/([^/]+)\/([^/]+)\/([^/]+)\.json$/);
    const time = found && parsePreciseTime(found.rest);
    return found && time && { job: found.job, id: found.id, time };
}
function parseHoldKey(key) {
    return named(key, /^holds\/([^/]+)\/([^/]+)\.json$/);
}
function parseShreddedKey(key) {
    return named(key, /^shredded\/([^/]+)\/([^/]+)\.json$/);
}
const logPatterns = {
    drill: /^logs\/([^/]+)\/([^/]+?)-drill-([^/]+)\.json$/,
    verify: /^logs\/([^/]+)\/([^/]+?)-verify-([^/]+)\.json$/,
};
/** Of the log of a run, a drill or a verification; the latter two have times of their own. */
function parseLogKey(key) {
    const run = named(key, /^logs\/([^/]+)\/([^/]+)\.json$/);
    if (run)
        return run;
    for (const kind of ['drill', 'verify']) {
        const found = parsed(key, logPatterns[kind]);
        const time = found && parsePreciseTime(found.rest);
        if (time)
            return { job: found.job, id: found.id, [kind]: time };
    }
    return undefined;
}


/***/ }),

/***/ 15564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ percentEncode)
/* harmony export */ });
/* unused harmony export percentDecode */
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/**
 * A stream's name (a dataset, a database) as one segment of a key: everything but `A-Z a-z 0-9 - _ .` becomes
 * `%XX` of its UTF-8 bytes; names of dots only and `index` are encoded too, since keys are paths on some stores and
 * `data/<job>/<id>/index/` is the index's own. Errors: `internal` for an empty name or half a surrogate pair.
 */
function percentEncode(name) {
    if (name === '' || !name.isWellFormed()) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', 'a stream name is empty or no valid text');
    }
    if (/^\.+$/.test(name))
        return name.replaceAll('.', '%2E');
    if (name === 'index')
        return '%69ndex';
    return encodeURIComponent(name).replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** The name that {@link percentEncode} made a segment of; undefined where the segment is not its work. */
function percentDecode(segment) {
    try {
        const name = decodeURIComponent(segment);
        return percentEncode(name) === segment ? name : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 89715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rx: () => (/* binding */ decodeProof),
  J2: () => (/* binding */ openProof),
  QL: () => (/* binding */ proofLimit),
  OR: () => (/* binding */ readProofs),
  E4: () => (/* binding */ writeProof)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/catalog/envelope.js
var envelope = __webpack_require__(78198);
// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/catalog/json.js
var json = __webpack_require__(38672);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(60864);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/catalog/proof-schema.js


const id = schemas/* string */.YjP().refine((text) => (0,ids/* parseId */.Fg)(text) !== undefined, 'expected the id of a backup');
const manifest = schemas/* string */.YjP().regex(/^sha256:[0-9a-f]{64}$/);
const result = schemas/* enum */.k5n(['passed', 'failed', 'inconclusive']);
const bytes = schemas/* int */.Whr().nonnegative();
/** Format 1 of a proof: what a statement says, put together. */
const proofSchema = schemas/* object */.Ikc({
    format: schemas/* literal */.euz(1),
    repository: schemas/* uuid */.uRe(),
    job: schemas/* string */.YjP().refine(ids/* isJobName */.vG, 'expected the name of a job'),
    id,
    chain: schemas/* array */.YOg(schemas/* object */.Ikc({ id, manifest })).min(1),
    destination: schemas/* string */.YjP(),
    result,
    depth: schemas/* literal */.euz('restore'),
    evidence: schemas/* enum */.k5n(['snapshot', 'stream', 'load-only', 'received']),
    checks: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        result,
        expected: schemas/* string */.YjP().exactOptional(),
        found: schemas/* string */.YjP().exactOptional(),
    })),
    startedAt: iso/* datetime */.w$(),
    finishedAt: iso/* datetime */.w$(),
    rtoSeconds: schemas/* number */.aig().nonnegative(),
    restoredBytes: bytes,
    fetchedBytes: bytes,
    backup: schemas/* object */.Ikc({
        source: schemas/* string */.YjP(),
        createdAt: iso/* datetime */.w$(),
        ageSeconds: schemas/* number */.aig(),
        level: schemas/* int */.Whr().nonnegative(),
    })
        .exactOptional(),
    files: bytes.exactOptional(),
    tables: bytes.exactOptional(),
    restoreSeconds: schemas/* number */.aig().nonnegative().exactOptional(),
    versions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).exactOptional(),
    host: schemas/* string */.YjP(),
    tool: schemas/* object */.Ikc({ name: schemas/* literal */.euz('holdfast'), version: schemas/* string */.YjP() }),
    run: schemas/* object */.Ikc({
        url: schemas/* string */.YjP().exactOptional(),
        id: schemas/* string */.YjP().exactOptional(),
        actor: schemas/* string */.YjP().exactOptional(),
    })
        .exactOptional(),
});

;// CONCATENATED MODULE: ./build/catalog/proof-statement.js



/** The payload type of an in-toto statement in a DSSE envelope: https://github.com/in-toto/attestation, spec/v1/envelope.md. */
const statementPayloadType = 'application/vnd.in-toto+json';
const statementType = 'https://in-toto.io/Statement/v1';
/** What the predicate is: the outcome of a restore. */
const predicateType = 'urn:holdfast:restore-proof:v1';
const statementSchema = schemas/* object */.Ikc({
    _type: schemas/* literal */.euz(statementType),
    /** The manifests of the chain, level 0 first: they name every stored object. */
    subject: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), digest: schemas/* object */.Ikc({ sha256: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/) }) }))
        .min(1),
    predicateType: schemas/* literal */.euz(predicateType),
    predicate: proofSchema.omit({ chain: true }),
});
/** Before the hex hash of a manifest in a proof. */
const digestPrefix = 'sha256:';
/**
 * A proof as an in-toto statement, spec v1: the subjects are the stored bytes of the chain's manifests, named
 * `<job>/<id>`; all else is the predicate.
 */
function encodeStatement({ chain, ...predicate }) {
    return (0,json/* jsonBytes */.yN)({
        _type: statementType,
        subject: chain.map(({ id, manifest }) => ({
            name: `${predicate.job}/${id}`,
            digest: { sha256: manifest.slice(digestPrefix.length) },
        })),
        predicateType,
        predicate,
    });
}
/** The proof in a statement. Errors: the code of `naming`, also for a subject of another job. */
function decodeStatement(value, naming) {
    const { subject, predicate } = (0,json/* checkShape */.eA)(statementSchema, value, naming);
    const prefix = `${predicate.job}/`;
    const chain = subject.map(({ name, digest }) => {
        if (!name.startsWith(prefix))
            throw (0,json/* damaged */.qM)(naming, `subject: ${name} is of another job`);
        return { id: name.slice(prefix.length), manifest: `${digestPrefix}${digest.sha256}` };
    });
    return { ...predicate, chain };
}

;// CONCATENATED MODULE: ./build/catalog/proofs.js









/** Stored bytes of a proof; many checks fit. */
const proofLimit = 1024 * 1024;
/**
 * Writes the outcome of a drill, signed where a signer is given; returns its key.
 * Errors: `internal` for a proof that could not be read again, `commit-conflict` when its key is taken, `store-lied`
 * when it is not there afterwards.
 */
async function writeProof(store, proof, options) {
    (0,json/* checkShape */.eA)(proofSchema, proof, { code: 'internal', what: 'the new proof', key: proof.id });
    const key = (0,keys/* proofKey */.CU)(proof.job, proof.id, (0,ids/* preciseTime */.PO)(new Date(proof.finishedAt)));
    const stored = (0,envelope/* sealEnvelope */.iA)(encodeStatement(proof), statementPayloadType, options.signer);
    if (await (0,object_io/* createObject */.ed)(store, key, stored, options.signal)) {
        const listed = await (0,object_io/* findObject */.Z)(store, key);
        if (listed?.bytes === stored.byteLength)
            return key;
        throw new errors_error/* HoldfastError */.E('store-lied', `${store.name} took the proof ${key} and ${listed ? 'cut it short' : 'does not list it'}`, {
            hint: 'The drill counts for nothing. Run `holdfast doctor` against this destination, then drill again.',
            context: { key, destination: store.name },
        });
    }
    throw new errors_error/* HoldfastError */.E('commit-conflict', `there is a proof ${key} already`, {
        hint: 'Another drill of this backup ended at the same moment; run the drill again.',
        context: { key, destination: store.name },
    });
}
function proofIn(payloadType, value, naming) {
    if (payloadType === statementPayloadType)
        return decodeStatement(value, naming);
    // Before there were statements, the proof stood alone.
    if (payloadType === 'application/vnd.holdfast.proof+json')
        return (0,json/* checkShape */.eA)(proofSchema, value, naming);
    throw (0,json/* damaged */.qM)(naming, `payloadType: it holds ${payloadType}`);
}
/**
 * Opens a proof by itself, wherever it was found. Errors: `object-damaged`, also for a signature that does not fit.
 */
function openProof(stored, name, trust) {
    const naming = { code: 'object-damaged', what: 'the proof', key: name };
    const { payload, payloadType, signedBy, trusted } = (0,envelope/* openEnvelope */.hk)(stored, { trust, naming });
    return { key: name, proof: proofIn(payloadType, (0,json/* parseJson */.qF)(payload, naming), naming), signedBy, trusted };
}
/** Opens the stored bytes of the proof at `key`. Errors: `object-damaged`, also for one that stands under another's key. */
function decodeProof(stored, key, options = {}) {
    const opened = openProof(stored, key, options.trust);
    const name = (0,parse_keys/* parseProofKey */.rZ)(key);
    if (name?.job !== opened.proof.job || name.id !== opened.proof.id) {
        throw (0,json/* damaged */.qM)({ code: 'object-damaged', what: 'the proof', key }, 'it belongs to another backup');
    }
    return opened;
}
/** The proofs of one backup, or of all of a job's. Damaged ones are listed apart; they prove nothing. */
async function readProofs(store, job, id, options) {
    const proofs = [];
    const bad = [];
    const prefix = `${(0,keys/* branchPrefix */.$j)('proofs', job)}${id === undefined ? '' : `${id}/`}`;
    for await (const { key } of store.list(prefix)) {
        if (!(0,parse_keys/* parseProofKey */.rZ)(key))
            continue;
        try {
            proofs.push(decodeProof(await (0,object_io/* readObject */.Ag)(store, key, proofLimit, options.signal), key, options));
        }
        catch (error) {
            if (!(0,errors_error/* hasCode */.u)(error, 'object-damaged'))
                throw error;
            bad.push({ key, error });
        }
    }
    proofs.sort((a, b) => compareText(a.proof.finishedAt, b.proof.finishedAt));
    return { proofs, damaged: bad };
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 72158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z0: () => (/* binding */ ensureRepository),
  rd: () => (/* binding */ newRepository),
  Nu: () => (/* binding */ readRepository)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/catalog/json.js
var json = __webpack_require__(38672);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
;// CONCATENATED MODULE: ./build/catalog/restore-guide.js
/** RESTORE.md: the restore by hand with public tools. A test runs its blocks; tildes and no braces: a raw template. */
const restoreGuide = String.raw `# How to restore these backups by hand

This directory (or bucket) holds backups that were made by a program called Holdfast. You do not need Holdfast to get
the data back. You need a Unix shell and these public programs:

- jq, and from coreutils: base64, sha256sum (on a Mac: brew install coreutils jq age zstd gnu-tar)
- age, https://age-encryption.org (or rage), to decrypt
- zstd or gzip, to decompress; 7-Zip (7zz) where a stream is a 7z archive
- for directories GNU tar; for databases and file systems their own tools (pg_restore, mysql, zfs receive)

**Where the keys are.** They are not here, on purpose. If the backups are encrypted you need *one* of these:

- the identity: a text file with a line AGE-SECRET-KEY-1... (look for identity.txt, for a recovery sheet on paper, for
  a secret named HOLDFAST_IDENTITY in a CI system or a password manager),
- the passphrase (a secret named BACKUP_PASSPHRASE).

Without either nobody can read an encrypted backup. A file with a line HOLDFAST-SIGNING-KEY... is something else.

**What is what.** manifests/JOB/ID.json describes one backup. data/JOB/ID/ holds its data, keys/JOB/ID/ its data key,
encrypted to the identity or the passphrase. An ID is the time in UTC, the level (L0 is a full backup, L1 and higher
hold what changed since their parent) and six random characters. Holdfast's own documents: docs/format.md in its source.

## 1. Copy everything to a disk

Work on a copy, and do not change the original. For a bucket, one of:

~~~text
aws s3 sync s3://BUCKET/PREFIX ./copy
rclone copy REMOTE:BUCKET/PREFIX ./copy
azcopy copy "https://ACCOUNT.blob.core.windows.net/CONTAINER/PREFIX/*" ./copy --recursive
~~~

## 2. Say what you want

Start a shell with "sh" or "bash" (zsh splits words differently) and type, with your own values:

~~~text
REPO=./copy
JOB=home
ID=20261121T030000Z-L0-abcdef
IDENTITY=./identity.txt
OUT=./restored
ASK=/dev/tty
~~~

IDENTITY is empty (IDENTITY=) when there is a passphrase instead, or no encryption. OUT must not exist yet. ASK is where
the passphrase of a 7z archive is read. These are the jobs, and the backups of one job with the newest last:

~~~sh
ls "$REPO/manifests"
ls -l "$REPO/manifests/$JOB"
~~~

An ID whose file is tiny and holds only {"tombstone": ...} is no backup. Now read the one that you chose:

~~~sh
WORK=$(mktemp -d)
manifest() { jq -r .payload "$REPO/manifests/$JOB/$1.json" | base64 -d; }
manifest "$ID" | jq .
~~~

## 3. Find all that it needs

An increment (level 1 or higher) needs its parent, and that one perhaps another. This follows the chain back to the
full backup:

~~~sh
CHAIN=""
NEXT=$ID
while [ -n "$NEXT" ]; do
  [ -s "$REPO/manifests/$JOB/$NEXT.json" ] || { echo "MISSING: manifest $NEXT. Choose another ID." >&2; CHAIN=""; break; }
  CHAIN="$NEXT $CHAIN"
  NEXT=$(manifest "$NEXT" | jq -r '.parent.id // ""')
done
echo "to be restored in this order: $CHAIN"
~~~

## 4. Check that nothing is missing or damaged

~~~sh
sum() { sha256sum | cut -d ' ' -f 1; }
check() {
  file="$REPO/manifests/$JOB/$1.json"
  [ "$(jq -r .sha256 "$file")" = "$(manifest "$1" | sum)" ] || { echo "DAMAGED: $file" >&2; return 1; }
  parent=$(manifest "$1" | jq -r '.parent.id // ""')
  if [ -n "$parent" ]; then
    [ "$(manifest "$1" | jq -r .parent.manifest)" = "sha256:$(sum < "$REPO/manifests/$JOB/$parent.json")" ] \
      || { echo "WRONG PARENT: $parent" >&2; return 1; }
  fi
  manifest "$1" | jq -r '(.objects[], (.streams[] | .object // empty)) | "\(.sha256)  \(.key)"' > "$WORK/sums"
  zstd -dcq "$REPO/$(manifest "$1" | jq -r .objects.volumes.key)" | jq -r '"\(.sha256)  \(.key)"' >> "$WORK/sums"
  (cd "$REPO" && sha256sum --check --quiet) < "$WORK/sums"
}
for one in $CHAIN; do check "$one" && echo "whole: $one"; done
~~~

Each line must say "whole". What a line calls FAILED is damaged: look for another copy of this repository, or an older
ID. The restore below still brings back what it can.

## 5. Open the keys

Each backup has a data key of its own. This opens them with the identity, or asks for the passphrase:

~~~sh
encrypted() { [ "$(manifest "$1" | jq -r .encryption.type)" = age ]; }
unlock() {
  encrypted "$1" || return 0
  for wrap in "$REPO/keys/$JOB/$1/"*.age; do
    if [ -n "$IDENTITY" ]; then age -d -i "$IDENTITY" "$wrap" > "$WORK/key-$1" && return 0
    else age -d "$wrap" > "$WORK/key-$1" && return 0; fi
  done
  echo "NOT OPENED: the key of $1" >&2
  return 1
}
for one in $CHAIN; do unlock "$one" && echo "open: $one"; done
~~~

Messages about a wrap that does not match are harmless as long as there is an "open" line for every ID.

## 6. Read the data

The data of a backup are one or more streams: a tar archive, a database dump, a ZFS stream. A stream is cut into
volumes; each is one age file around one compressed file. A stream with "archive": "7z" is a 7z file: only the passphrase opens it.

~~~sh
decrypt() { if encrypted "$1"; then age -d -i "$WORK/key-$1" "$2"; else cat "$2"; fi; }
unpack() { case $1 in zstd) zstd -dcq ;; gzip) gzip -dc ;; *) cat ;; esac; }
streams() { manifest "$1" | jq -r '.streams[].name'; }
stream() {
  manifest "$1" | jq --arg name "$2" '.streams[] | select(.name == $name)' > "$WORK/stream"
  if jq -e .archive "$WORK/stream" > "$WORK/null"; then
    7zz x -so "$REPO/$(jq -r .object.key "$WORK/stream")" < "$ASK" || touch "$WORK/failed"; return 0; fi
  if jq -e .object "$WORK/stream" > "$WORK/null"; then jq -r .object.key "$WORK/stream"
  else zstd -dcq "$REPO/$(manifest "$1" | jq -r .objects.volumes.key)" \
    | jq -r --arg name "$2" 'select(.stream == $name) | .key'; fi > "$WORK/volumes"
  [ -s "$WORK/volumes" ] || return 0   # an empty stream has no volumes
  while read -r key; do
    decrypt "$1" "$REPO/$key" || { echo "DAMAGED: $key" >&2; touch "$WORK/failed"; }
  done < "$WORK/volumes" | unpack "$(jq -r .compression.type "$WORK/stream")" || touch "$WORK/failed"
}
meta() { decrypt "$1" "$REPO/$(manifest "$1" | jq -r .objects.meta.key)" | zstd -dcq; }
streams "$ID"
meta "$ID" | jq .
~~~

The last command shows what only the keys may show: plain sizes and SHA-256 sums, and what could not be read then.

### 6a. A directory (its mediaType is application/x-tar)

All levels one after another, into a **new** directory: with -g, tar deletes what the archive does not know, so never
extract over existing files. As root, owners and all attributes come back; else messages about them are harmless.

~~~sh
mkdir "$OUT"
for one in $CHAIN; do
  streams "$one" > "$WORK/names"
  while IFS= read -r name; do
    stream "$one" "$name" \
      | tar -x -i -g /dev/null -p --numeric-owner --xattrs --xattrs-include='*' --acls -C "$OUT" -f - || touch "$WORK/failed"
  done < "$WORK/names"
done
~~~

An attribute or ACL that a directory lost between two levels is still there; everything else is as it was.

### 6b. Anything else

Each stream of the last backup becomes a file in OUT; where a SHA-256 of the plain stream was kept, it is compared.

~~~sh
mkdir "$OUT"
streams "$ID" > "$WORK/names"
while IFS= read -r name; do
  file="$OUT/$(printf %s "$name" | tr / _)"
  stream "$ID" "$name" > "$file"
  want=$(meta "$ID" | jq -r --arg name "$name" '.streams[] | select(.name == $name) | .sha256 // ""')
  [ -z "$want" ] || [ "$want" = "$(sum < "$file")" ] || { echo "DAMAGED: $file" >&2; touch "$WORK/failed"; }
done < "$WORK/names"
ls -l "$OUT"
~~~

What to do with it says the mediaType: application/zip is a directory (unzip FILE -d DIR). Without a file in between:

~~~text
stream "$ID" NAME | pg_restore --dbname=NEWDB     application/vnd.postgresql.custom
stream "$ID" NAME | psql NEWDB                    application/sql of PostgreSQL
stream "$ID" NAME | mysql NEWDB                   application/sql of MySQL or MariaDB
for one in $CHAIN; do stream "$one" NAME | zfs receive POOL/NEW; done     ZFS, level by level
~~~

## 7. Look back, and tidy up

~~~sh
if [ -e "$WORK/failed" ]; then echo "SOMETHING IS DAMAGED: read the messages above"; else echo "all was read and whole"; fi
rm -rf "$WORK"
~~~

The last command also removes the data keys.
`;

;// CONCATENATED MODULE: ./build/catalog/repository.js







/** The stored format that this version writes, and the newest that it reads. */
const formatVersion = 1;
/** Features that `requires` may name. Format 1 has none. */
const knownFeatures = [];
const largest = 64 * 1024;
const naming = { code: 'object-damaged', what: 'the repository file', key: keys/* repositoryKey */.Kq };
const schema = schemas/* object */.Ikc({
    format: schemas/* int */.Whr().positive(),
    repository: schemas/* uuid */.uRe(),
    created: iso/* datetime */.w$(),
    requires: schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(100)).max(100),
});
/**
 * Decodes `holdfast.json`. Errors: `format-unsupported` for a newer format, `unknown-feature` for a feature in
 * `requires` that this version does not know, `object-damaged`.
 */
function decodeRepository(bytes) {
    const value = (0,json/* parseJson */.qF)(bytes, naming);
    const format = value?.format;
    if (typeof format === 'number' && format > formatVersion) {
        throw new error/* HoldfastError */.E('format-unsupported', `the repository has format ${format}, newer than ${formatVersion}`, {
            hint: 'Update Holdfast; this version must not touch the repository.',
        });
    }
    const found = (0,json/* checkShape */.eA)(schema, value, naming);
    const unknown = found.requires.filter((feature) => !knownFeatures.includes(feature));
    if (unknown.length > 0) {
        throw new error/* HoldfastError */.E('unknown-feature', `the repository requires ${unknown.join(', ')}`, {
            hint: 'Update Holdfast; this version does not know these features and must not touch the repository.',
            context: { features: unknown },
        });
    }
    return { ...found, created: new Date(found.created) };
}
/** Reads `holdfast.json`; undefined where there is no repository yet. Errors: see {@link decodeRepository}. */
async function readRepository(store, signal) {
    const bytes = await (0,object_io/* readIfPresent */.Zu)(store, keys/* repositoryKey */.Kq, largest, signal);
    return bytes && decodeRepository(bytes);
}
/**
 * The repository of a destination, created with `holdfast.json` and `RESTORE.md` where there is none. Of several that
 * create at once one wins, and all get the winner's. Errors: see {@link decodeRepository}, and the store's.
 */
async function ensureRepository(store, options) {
    const { signal } = options;
    const repository = (await readRepository(store, signal)) ?? (await create(store, options));
    // A run may have died between the two. Listing, since a backup role cannot read this one.
    if (!(await (0,object_io/* findObject */.Z)(store, keys/* restoreGuideKey */._9))) {
        await (0,object_io/* createObject */.ed)(store, keys/* restoreGuideKey */._9, Buffer.from(restoreGuide), signal);
    }
    return repository;
}
/** A repository that is not made yet, as {@link ensureRepository} would make it. */
function newRepository({ clock, repository = (0,external_node_crypto_.randomUUID)(), }) {
    return { format: formatVersion, repository, created: clock.now(), requires: [] };
}
async function create(store, options) {
    const repository = options.repository ?? (await options.findRepository?.());
    const made = newRepository({ clock: options.clock, ...(repository !== undefined && { repository }) });
    await (0,object_io/* createObject */.ed)(store, keys/* repositoryKey */.Kq, (0,json/* jsonBytes */.yN)(made), options.signal);
    const winner = await readRepository(store, options.signal);
    if (!winner)
        throw (0,json/* damaged */.qM)(naming, 'it was written and is not there');
    return winner;
}


/***/ }),

/***/ 79941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X9: () => (/* binding */ listMarked),
/* harmony export */   fy: () => (/* binding */ readShredMarker),
/* harmony export */   gk: () => (/* binding */ listShredded),
/* harmony export */   rm: () => (/* binding */ markShredded)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98430);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79874);
/* harmony import */ var _parse_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60864);
/* harmony import */ var _wraps_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52045);






const schema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ shredded: zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$(), by: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional() });
/** Marks a backup whose wraps are being deleted, so that `sync` never brings them back. False when it was marked. */
async function markShredded(store, job, id, marker, signal) {
    const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonBytes */ .yN)({ ...marker, shredded: marker.shredded.toISOString() });
    return (await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_2__/* .createObject */ .ed)(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .shreddedKey */ .bh)(job, id), body, signal)) !== undefined;
}
/** The marker; undefined where there is none or it cannot be read as one: what counts is {@link listShredded}. */
async function readShredMarker(store, job, id, signal) {
    const stored = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfPresent */ .Zu)(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .shreddedKey */ .bh)(job, id), 64 * 1024, signal);
    if (!stored)
        return undefined;
    try {
        const { shredded, by } = schema.parse(JSON.parse(Buffer.from(stored).toString()));
        return { shredded: new Date(shredded), ...(by === undefined ? {} : { by }) };
    }
    catch {
        return undefined;
    }
}
/** The ids that are marked, also those whose wraps are still there: locked, or a shredding that was interrupted. */
async function listMarked(store, job) {
    const marked = new Set();
    for await (const { key } of store.list((0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .branchPrefix */ .$j)('shredded', job))) {
        const name = (0,_parse_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .parseShreddedKey */ .A)(key);
        if (name)
            marked.add(name.id);
    }
    return marked;
}
/**
 * The ids that are marked and have no wrap left. The marker alone proves nothing: whoever may write could else make
 * retention look away from good backups. Needs only the right to list.
 */
async function listShredded(store, job) {
    const shredded = new Set();
    for (const id of await listMarked(store, job)) {
        if ((await (0,_wraps_js__WEBPACK_IMPORTED_MODULE_4__/* .listWraps */ .iR)(store, job, id)).length === 0)
            shredded.add(id);
    }
    return shredded;
}


/***/ }),

/***/ 86309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ generateSigningKey),
/* harmony export */   Sb: () => (/* binding */ parseTrust),
/* harmony export */   UG: () => (/* binding */ parseSigningKey),
/* harmony export */   kc: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);



const filePrefix = 'HOLDFAST-SIGNING-KEY-ed25519:';
const publicPrefix = 'ed25519:';
/** PKCS#8 and SPKI around a raw ed25519 key, RFC 8410. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');
function invalid(what) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('key-invalid', what, {
        hint: 'Give signing.key the content of a file that `holdfast keygen` wrote, and signing.trust the public halves it printed.',
    });
}
/** The bytes of canonical base64 of just this length; undefined otherwise. */
function rawKey(text) {
    const raw = Buffer.from(text, 'base64');
    return raw.length === 32 && raw.toString('base64') === text ? raw : undefined;
}
/**
 * Reads a private signing key: one line `HOLDFAST-SIGNING-KEY-ed25519:<base64 of the raw 32-byte seed>`; empty lines
 * and lines that begin with `#` are comments. Errors: `key-invalid`, which never repeats the text.
 */
function parseSigningKey(text) {
    const lines = text
        .reveal()
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    const [line] = lines;
    if (line === undefined)
        throw invalid('the signing key holds no key line');
    if (lines.length > 1)
        throw invalid('the signing key holds more than one key line');
    if (!line.startsWith(filePrefix))
        throw invalid(`the signing key does not begin with ${filePrefix}`);
    const seed = rawKey(line.slice(filePrefix.length));
    if (!seed)
        throw invalid('the signing key is not the base64 of 32 bytes');
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
    return { keyid: publicText((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key)), sign: (message) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, message, key) };
}
/** A new key pair: `private` is the line for a file, `public` what verifiers list under `signing.trust`. */
function generateSigningKey() {
    const { privateKey, publicKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8.length);
    return { private: new _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .zh(`${filePrefix}${seed.toString('base64')}`), public: publicText(publicKey) };
}
function publicText(key) {
    const raw = key.export({ format: 'der', type: 'spki' }).subarray(spki.length);
    return `${publicPrefix}${raw.toString('base64')}`;
}
/** A listing of 100,000 manifests meets a handful of keys. */
const keys = new Map();
const mostKeys = 64;
/** A public key from its text `ed25519:<base64>`; undefined when it is none. */
function publicKeyOf(text) {
    const known = keys.get(text);
    const raw = !known && text.startsWith(publicPrefix) ? rawKey(text.slice(publicPrefix.length)) : undefined;
    if (!raw)
        return known;
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' });
    if (keys.size >= mostKeys)
        keys.clear();
    keys.set(text, key);
    return key;
}
/** Checks a `signing.trust` list. Errors: `key-invalid` naming the entry. */
function parseTrust(list) {
    for (const text of list) {
        if (!publicKeyOf(text))
            throw invalid(`${text} is no public key of the form ed25519:<base64 of 32 bytes>`);
    }
    return list;
}


/***/ }),

/***/ 13114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kk: () => (/* binding */ createTombstone),
/* harmony export */   f2: () => (/* binding */ parseTombstone),
/* harmony export */   vQ: () => (/* binding */ tombstoneLimit)
/* harmony export */ });
/* unused harmony export encodeTombstone */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98430);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79874);





const schema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ tombstone: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$() });
/** Far more than a tombstone has; anything larger is none. */
const tombstoneLimit = 200;
/** The stored bytes of a tombstone. */
function encodeTombstone(time) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonBytes */ .yN)({ tombstone: time.toISOString() });
}
/** When the tombstone was made; undefined for stored bytes that are none. */
function parseTombstone(stored) {
    if (stored.byteLength > tombstoneLimit)
        return undefined;
    try {
        return new Date(schema.parse(JSON.parse(Buffer.from(stored).toString())).tombstone);
    }
    catch {
        return undefined;
    }
}
/**
 * Takes the manifest key of a run that will not be committed any more, so that a late commit fails.
 * Undefined when something is there already: then the run must be left alone. Errors: `store-lied`.
 */
async function createTombstone(store, job, id, time, signal) {
    const key = (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKey */ .Rn)(job, id);
    const body = encodeTombstone(time);
    // Who may lock manifests may, at some stores, lift their locks as well: cleanup needs no such right.
    const created = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_3__/* .createObject */ .ed)(store, key, body, signal, { lock: false });
    if (created === undefined)
        return undefined;
    const stored = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_3__/* .readIfPresent */ .Zu)(store, key, tombstoneLimit, signal);
    if (stored && Buffer.compare(stored, body) === 0)
        return created;
    // Cut short it would look like a damaged manifest for ever.
    await store.delete(key);
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('store-lied', `${store.name} did not keep the tombstone ${key} as it was written`, {
        hint: 'Nothing of this run was deleted. Run `holdfast doctor` against this destination.',
        context: { key, destination: store.name },
    });
}


/***/ }),

/***/ 52045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ readWraps),
/* harmony export */   C7: () => (/* binding */ putWrap),
/* harmony export */   cF: () => (/* binding */ wrapLimit),
/* harmony export */   iR: () => (/* binding */ listWraps)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98430);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79874);
/* harmony import */ var _parse_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60864);




/** Bytes that a wrap may have. */
const wrapLimit = 64 * 1024;
/** The wraps of a backup by their number. Needs only the right to list. */
async function listWraps(store, job, id) {
    const wraps = [];
    for await (const { key, bytes } of store.list(`${(0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapsPrefix */ .Ew)(job, id)}/`)) {
        const name = (0,_parse_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .parseWrapKey */ .bE)(key);
        if (name)
            wraps.push({ n: name.n, key, bytes });
    }
    return wraps.sort((a, b) => a.n - b.n);
}
/**
 * Writes wrap `n` (an age file that holds the data key's line). Never over another.
 * Errors: `commit-conflict` when this number is taken.
 */
async function putWrap(store, job, id, n, wrapped, signal) {
    const key = (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapKey */ .QV)(job, id, n);
    if (await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_2__/* .createObject */ .ed)(store, key, wrapped, signal))
        return key;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('commit-conflict', `there is a wrapped key ${key} already`, {
        hint: 'Another run works on this backup; wait for it to end and start again.',
        context: { key, destination: store.name },
    });
}
/** The bytes of every wrap, by number; one that vanishes meanwhile is left out. */
async function readWraps(store, job, id, signal) {
    const found = [];
    for (const wrap of await listWraps(store, job, id)) {
        const wrapped = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfPresent */ .Zu)(store, wrap.key, wrapLimit, signal);
        if (wrapped)
            found.push({ ...wrap, wrapped });
    }
    return found;
}


/***/ }),

/***/ 76140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ step),
/* harmony export */   q: () => (/* binding */ tell)
/* harmony export */ });
/** Says what is going on; shown with `--verbose` and in events. */
function step(context, message, job) {
    context.reporter.on({ type: 'step', message, ...(job === undefined ? {} : { job }) });
}
/** Reports a finding at once. */
function tell(context, finding, job) {
    context.reporter.on({ type: 'finding', finding, ...(job === undefined ? {} : { job }) });
}


/***/ }),

/***/ 29780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ backupDestinations),
/* harmony export */   Cf: () => (/* binding */ chosenDestinations),
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   Uu: () => (/* binding */ openForBackup),
/* harmony export */   mq: () => (/* binding */ keepsOnlyLeases),
/* harmony export */   oU: () => (/* binding */ keepsOnlyAdopted),
/* harmony export */   xB: () => (/* binding */ openDestination)
/* harmony export */ });
/* harmony import */ var _catalog_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72158);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33967);



/** The names that a run uses: those of `--destination`, else `wanted`. */
function chosenDestinations(context, wanted) {
    const { onlyDestinations } = context;
    if (onlyDestinations.length === 0)
        return wanted;
    for (const name of onlyDestinations)
        context.config.destination(name);
    return wanted.filter((name) => onlyDestinations.includes(name));
}
/** Whether a destination is there for the leases of others alone: no job backs up to it. */
function keepsOnlyLeases({ config }, name) {
    const { destinationNames, jobNames } = config;
    if (!destinationNames.some((each) => config.destination(each).leaseDestination === name))
        return false;
    return !jobNames.some((job) => config.job(job).to.some((each) => each.name === name));
}
/** Whether another tool's backups are all that a destination is there for. */
function keepsOnlyAdopted({ config }, name) {
    const jobs = config.jobNames.map((job) => config.job(job));
    if (!jobs.some(({ adopt }) => adopt.zrb === name))
        return false;
    return !jobs.some(({ to }) => to.some((each) => each.name === name));
}
/** The destinations to look for backups at: all that may hold some, or those of `--destination`. */
function backupDestinations(context) {
    const { config, onlyDestinations } = context;
    const names = chosenDestinations(context, config.destinationNames).filter((name) => !keepsOnlyAdopted(context, name));
    return onlyDestinations.length > 0 ? names : names.filter((name) => !keepsOnlyLeases(context, name));
}
/** The store of a destination, without looking whether anything is in it. */
function openStore(context, name, mode) {
    const { type, settings, bandwidth } = context.config.destination(name);
    return context.drivers.store({ name, type, settings, ...(bandwidth === undefined ? {} : { bandwidth }) }, mode, context.signal);
}
/** A destination that is only read, or cleaned. Errors: `repository-missing` where nothing was ever backed up to. */
async function openDestination(context, name, mode = 'read') {
    const store = await openStore(context, name, mode);
    const repository = await (0,_catalog_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .readRepository */ .Nu)(store, context.signal);
    if (repository === undefined) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-missing', `destination ${name} holds no holdfast repository`, {
            hint: 'Check the path or bucket and the prefix; the first backup makes the repository.',
            context: { destination: name },
        });
    }
    return { name, store, repository };
}
function mismatch(name, other) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('repository-mismatch', `destinations ${other} and ${name} hold different repositories`, {
        hint: `Give ${name} a prefix or path of its own for this job: manifests of one repository do not count in another.`,
        context: { destination: name },
    });
}
/** The id of the first of these destinations that has a repository; what cannot be asked is told when its turn comes. */
async function idAmong(context, names) {
    for (const name of names) {
        try {
            const found = await (0,_catalog_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .readRepository */ .Nu)(await openStore(context, name, 'read'), context.signal);
            if (found)
                return found.repository;
        }
        catch {
            context.signal.throwIfAborted();
        }
    }
    return undefined;
}
/**
 * Opens destinations for writing and makes their repositories, all with one id where they are new: that of the others,
 * also of those that come later, so that a new disk joins them. A destination that cannot be used is returned with its
 * error; the rest goes on. A dry run goes the same way and makes nothing.
 */
async function openForBackup(context, names, mode) {
    const open = [];
    const failed = [];
    const { clock, signal } = context;
    for (const [index, name] of names.entries()) {
        try {
            const store = await openStore(context, name, mode);
            const first = open[0]?.repository.repository;
            const findRepository = async () => first ?? (await idAmong(context, names.slice(index + 1)));
            const repository = mode === 'dry-run'
                ? ((await (0,_catalog_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .readRepository */ .Nu)(store, signal)) ?? (await pretended(context, findRepository)))
                : await (0,_catalog_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .ensureRepository */ .z0)(store, { clock, signal, findRepository });
            if (first !== undefined && repository.repository !== first)
                throw mismatch(name, open[0]?.name ?? '');
            open.push({ name, store, repository });
        }
        catch (error) {
            signal.throwIfAborted();
            failed.push({ name, error: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .Cs)(error) });
        }
    }
    return { open, failed };
}
async function pretended({ clock }, findRepository) {
    const repository = await findRepository();
    return (0,_catalog_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .newRepository */ .rd)({ clock, ...(repository !== undefined && { repository }) });
}


/***/ }),

/***/ 23567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ readEntries),
  z: () => (/* binding */ toRecoveryPoint)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/catalog/entry.js
var entry = __webpack_require__(12064);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/catalog/line-cache.js
var line_cache = __webpack_require__(74595);
;// CONCATENATED MODULE: ./build/catalog/facts-cache.js


/** Changes whenever the shape of what is kept does. */
const version = 'manifests 3';
const nowhere = [];
function tagOf(object) {
    return `${object.bytes} ${object.etag}`;
}
/** The cache of one job's manifests in `file`; facts shared by many backups are one object. */
async function openFactsCache(file) {
    const lines = file === undefined ? undefined : await (0,line_cache/* openLineCache */.t)(file, version);
    const shared = new Map();
    const signers = new Map();
    function sharedOf(name) {
        const known = shared.get(name);
        if (known)
            return known;
        const kept = lines?.get(name, 'shared');
        if (kept)
            shared.set(name, kept);
        return kept;
    }
    function nameOf(facts) {
        const name = `#${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 24)}`;
        if (sharedOf(name))
            return name;
        shared.set(name, facts);
        lines?.set(name, 'shared', facts);
        return name;
    }
    function decode(value) {
        const [sha256, level, parentId, parentHash, createdAt, finishedAt, unread, stats, signedBy, name] = value;
        const outside = value[10];
        const facts = sharedOf(name);
        if (!facts)
            return undefined;
        const [sourceBytes, storedBytes, seconds, files, tables] = stats;
        return {
            manifestSha256: sha256,
            level,
            parent: parentId && parentHash ? { id: parentId, manifest: `sha256:${parentHash}` } : null,
            createdAt: new Date(createdAt),
            finishedAt: new Date(finishedAt),
            unread,
            stats: {
                sourceBytes: sourceBytes ?? 0,
                storedBytes: storedBytes ?? 0,
                seconds: seconds ?? 0,
                ...(typeof files === 'number' ? { files } : {}),
                ...(typeof tables === 'number' ? { tables } : {}),
            },
            outside: outside === 0 ? nowhere : outside,
            signedBy: signedBy ? intern(signers, signedBy) : undefined,
            shared: facts,
        };
    }
    return {
        get(object) {
            const value = lines?.get(object.key, tagOf(object));
            if (typeof value === 'number')
                return { tombstone: new Date(value) };
            return value && decode(value);
        },
        set(object, facts) {
            if ('tombstone' in facts)
                lines?.set(object.key, tagOf(object), facts.tombstone.getTime());
            else
                lines?.set(object.key, tagOf(object), encode(facts, nameOf(facts.shared)));
        },
        save: async () => lines?.save(),
    };
}
function intern(texts, text) {
    const known = texts.get(text);
    if (known !== undefined)
        return known;
    texts.set(text, text);
    return text;
}
function encode(facts, shared) {
    const { sourceBytes, storedBytes, seconds, files = null, tables = null } = facts.stats;
    return [
        facts.manifestSha256,
        facts.level,
        facts.parent?.id ?? 0,
        facts.parent?.manifest.slice('sha256:'.length) ?? 0,
        facts.createdAt.getTime(),
        facts.finishedAt.getTime(),
        facts.unread,
        [sourceBytes, storedBytes, seconds, files, tables],
        facts.signedBy ?? 0,
        shared,
        facts.outside.length === 0 ? 0 : facts.outside,
    ];
}

// EXTERNAL MODULE: ./build/catalog/holds.js
var holds = __webpack_require__(86866);
// EXTERNAL MODULE: ./build/catalog/chains.js
var chains = __webpack_require__(62844);
// EXTERNAL MODULE: ./build/catalog/envelope.js
var envelope = __webpack_require__(78198);
;// CONCATENATED MODULE: ./build/catalog/join.js


/** The entries of one job: its manifests with what stands beside them. Pure. */
function* joinJob(drafts, options) {
    const nodes = (0,chains/* byId */.$H)(drafts.map((draft) => {
        const { level, parent, manifestSha256 } = draft.facts;
        return { ...draft.name, level, parent, manifestSha256, draft };
    }));
    const complete = wholeChains(nodes, options.shredded);
    for (const [id, node] of nodes) {
        const { name, object, facts } = node.draft;
        const { shared, ...own } = facts;
        const whole = complete.has(id);
        const proofs = whole ? countingProofs(node, nodes, options) : [];
        const verdict = proofs.find((proof) => proof.result === 'failed' || passes(proof));
        const pass = proofs.find(passes);
        yield {
            ...shared,
            ...own,
            key: object.key,
            etag: object.etag,
            bytes: object.bytes,
            modified: object.modified,
            job: name.job,
            id,
            trusted: (0,envelope/* isTrusted */.W2)(facts.signedBy, options.trust),
            complete: whole,
            held: options.held.has(`${name.job}/${id}`),
            shredded: options.shredded.has(id),
            proven: verdict?.result === 'passed',
            lastProof: proofs[0] && summaryOf(proofs[0]),
            lastVerdict: verdict && summaryOf(verdict),
            lastPass: pass && summaryOf(pass),
        };
    }
}
/** Whether a proof shows that the data comes back: a raw stream received without its key was never looked at. */
function passes({ result, evidence }) {
    return result === 'passed' && evidence !== 'received';
}
/** Ids whose whole chain is there and unshredded; lower levels are decided first, since parents have them. */
function wholeChains(nodes, shredded) {
    const whole = new Set();
    for (const node of [...nodes.values()].sort((a, b) => a.level - b.level)) {
        if (shredded.has(node.id))
            continue;
        const parent = (0,chains/* parentOf */.gN)(node, nodes);
        if (node.parent === null || (parent && whole.has(parent.id)))
            whole.add(node.id);
    }
    return whole;
}
/** Those signed by whom it takes, of this repository, about exactly these manifests; newest first. */
function countingProofs(node, nodes, options) {
    const proofs = options.proofs.get(node.id);
    if (!proofs)
        return [];
    const chain = [];
    for (let link = node; link; link = (0,chains/* parentOf */.gN)(link, nodes))
        chain.unshift(link);
    return proofs.filter((proof) => proof.repository === options.repository &&
        (0,envelope/* isTrusted */.W2)(proof.signedBy, options.trust) &&
        proof.chain.length === chain.length &&
        proof.chain.every(({ id, manifest }, index) => id === chain[index]?.id && manifest === `sha256:${chain[index].manifestSha256}`));
}
function summaryOf(proof) {
    const { key, destination, result, evidence, finishedAt, rtoSeconds, signedBy } = proof;
    return { key, destination, result, evidence, finishedAt: new Date(finishedAt), rtoSeconds, signedBy };
}

// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/cached-objects.js
var cached_objects = __webpack_require__(19657);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(60864);
// EXTERNAL MODULE: ./build/catalog/proofs.js + 2 modules
var proofs = __webpack_require__(89715);
;// CONCATENATED MODULE: ./build/catalog/listing-proofs.js





const listing_proofs_version = 'proofs 2';
/** All proofs of a job by backup, newest first, fetching only what the cache lacks. Whom to trust is the caller's question. */
async function readJobProofs(store, job, { cacheFile, parallel, signal }) {
    const read = async (object) => {
        const stored = await (0,object_io/* readIfPresent */.Zu)(store, object.key, proofs/* proofLimit */.QL, signal, object);
        return stored && factsOf(stored, object.key);
    };
    const isProof = (key) => (0,parse_keys/* parseProofKey */.rZ)(key) !== undefined;
    const options = { cacheFile, version: listing_proofs_version, parallel, signal };
    const { found, damaged } = await (0,cached_objects/* readCachedObjects */.L)(store, (0,keys/* branchPrefix */.$j)('proofs', job), isProof, read, options);
    const newestFirst = found.toSorted((a, b) => b.finishedAt - a.finishedAt || (a.key < b.key ? 1 : -1));
    return { proofs: Map.groupBy(newestFirst, (proof) => proof.id), damaged };
}
function factsOf(stored, key) {
    const { proof, signedBy } = (0,proofs/* decodeProof */.Rx)(stored, key);
    const { repository, id, chain, destination, result, evidence, rtoSeconds } = proof;
    return {
        key,
        repository,
        id,
        chain,
        destination,
        result,
        evidence,
        rtoSeconds,
        finishedAt: new Date(proof.finishedAt).getTime(),
        ...(signedBy === undefined ? {} : { signedBy }),
    };
}

// EXTERNAL MODULE: ./build/catalog/manifest.js
var manifest = __webpack_require__(49227);
// EXTERNAL MODULE: ./build/catalog/shredded.js
var catalog_shredded = __webpack_require__(79941);
// EXTERNAL MODULE: ./build/catalog/tombstones.js
var tombstones = __webpack_require__(13114);
;// CONCATENATED MODULE: ./build/catalog/listing.js














/**
 * Reads the backups of one job, or of all, with their holds, proofs and chains. Only what the cache lacks by key and
 * ETag is fetched. A damaged manifest is reported, never skipped in silence; an unreachable store throws.
 */
async function readCatalogue(store, job, options) {
    const found = { drafts: [], damaged: [], tombstones: [], foreign: [], tampered: [] };
    const caches = new Map();
    const cacheOf = (name) => {
        const known = caches.get(name);
        if (known)
            return known;
        const opening = openFactsCache(cacheFile(options, `${name}.manifests`));
        caches.set(name, opening);
        return opening;
    };
    const read = async (object) => {
        options.signal.throwIfAborted();
        if (object.tampered)
            found.tampered.push({ key: object.key, how: object.tampered });
        const name = (0,parse_keys/* parseManifestKey */.Kk)(object.key);
        if (!name) {
            found.foreign.push({ key: object.key });
            return;
        }
        const slot = found.drafts.push(undefined) - 1;
        const cache = await cacheOf(name.job);
        const facts = cache.get(object) ?? (await fetchFacts(store, object, name, cache, found, options.signal));
        if (!facts)
            return;
        if ('tombstone' in facts)
            found.tombstones.push({ ...name, key: object.key, object, time: facts.tombstone });
        else if (facts.shared.repository !== options.repository) {
            found.foreign.push({ key: object.key, repository: facts.shared.repository });
        }
        else
            found.drafts[slot] = { name, object, facts };
    };
    await (0,bounded/* forEachBounded */.a)(store.list((0,keys/* branchPrefix */.$j)('manifests', job)), options.parallel ?? 64, read);
    for (const cache of caches.values())
        await (await cache).save();
    const drafts = found.drafts.filter((draft) => draft !== undefined);
    const joined = await joinAll(store, job, drafts, options);
    return {
        ...joined,
        damaged: byKey(found.damaged),
        tombstones: byKey(found.tombstones),
        foreign: byKey(found.foreign),
        tampered: byKey(found.tampered),
    };
}
/** Answers arrive in any order; the catalogue must not depend on it. */
function byKey(items) {
    return items.sort((a, b) => (a.key < b.key ? -1 : 1));
}
/** Keyed by repository: its manifests' keys and ETags say nothing of another's. */
function cacheFile({ cacheDirectory, repository }, name) {
    return cacheDirectory && (0,external_node_path_.join)(cacheDirectory, repository, `${name}.jsonl`);
}
async function fetchFacts(store, object, name, cache, found, signal) {
    const { key } = object;
    try {
        (0,manifest/* checkManifestSize */.vs)(object.bytes, key);
        const stored = await (0,object_io/* readIfPresent */.Zu)(store, key, manifest/* manifestLimit */.t7, signal, object);
        if (!stored)
            return undefined;
        const tombstone = (0,tombstones/* parseTombstone */.f2)(stored);
        const facts = tombstone ? { tombstone } : (0,entry/* factsOf */.x)((0,manifest/* decodeManifest */.MK)(stored, key));
        cache.set(object, facts);
        return facts;
    }
    catch (error) {
        if (!(0,errors_error/* hasCode */.u)(error, 'manifest-damaged', 'object-damaged', 'format-unsupported'))
            throw error;
        found.damaged.push({ ...name, key, error });
        return undefined;
    }
}
async function joinAll(store, job, drafts, options) {
    const held = new Set((await (0,holds/* listHolds */.Zo)(store, job)).map((name) => `${name.job}/${name.id}`));
    const points = [];
    const damagedProofs = [];
    for (const [name, own] of Map.groupBy(drafts, (draft) => draft.name.job)) {
        const shredded = await (0,catalog_shredded/* listShredded */.gk)(store, name);
        const proofs = await proofsOf(store, name, options);
        damagedProofs.push(...proofs.damaged);
        const { repository, trust } = options;
        for (const point of joinJob(own, { repository, trust, held, shredded, proofs: proofs.proofs }))
            points.push(point);
    }
    return { points, damagedProofs };
}
async function proofsOf(store, job, options) {
    if (options.proofs === false)
        return { proofs: new Map(), damaged: [] };
    return readJobProofs(store, job, {
        cacheFile: cacheFile(options, `${job}.proofs`),
        parallel: options.parallel ?? 64,
        signal: options.signal,
    });
}

// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
;// CONCATENATED MODULE: ./build/commands/repository/entries.js



/** What was said of each run already: a command reads the same catalogue more than once, for one job and for all. */
const told = new WeakMap();
/** True the first time that a run has something to say about a key at a destination. */
function isNews({ reporter }, destination, key) {
    const known = told.get(reporter) ?? new Set();
    told.set(reporter, known);
    const place = `${destination}/${key}`;
    if (known.has(place))
        return false;
    known.add(place);
    return true;
}
/**
 * The catalogue of one job at a destination, manifests from the cache where they did not change. Damaged ones are told,
 * each once a run.
 */
async function readEntries(context, destination, job, { proofs = true, tells = true } = {}) {
    const catalogue = await readCatalogue(destination.store, job, {
        repository: destination.repository.repository,
        cacheDirectory: (0,external_node_path_.join)(context.stateDirectory, 'cache', destination.name),
        trust: context.config.signing().trust,
        signal: context.signal,
        proofs,
    });
    for (const { key, error } of catalogue.damaged) {
        if (!isNews(context, destination.name, key) || !tells)
            continue;
        (0,commands_context/* tell */.q)(context, {
            severity: 'error',
            code: error.code,
            message: `${destination.name}: ${error.message}`,
            hint: error.hint ?? `Look at ${key}; \`holdfast verify\` says what else is damaged.`,
        }, job);
    }
    for (const { key, how } of catalogue.tampered) {
        if (!isNews(context, destination.name, `${key} ${how}`))
            continue;
        (0,commands_context/* tell */.q)(context, {
            severity: 'error',
            code: 'tampered',
            message: `${destination.name}: ${key} was ${how}; its oldest version counts`,
            hint: 'Find out who has the keys of this destination, and change them. What was written first is still there.',
        }, job);
    }
    return catalogue;
}
/** An entry as retention and level rules see it. */
function toRecoveryPoint(entry) {
    return {
        id: entry.id,
        job: entry.job,
        level: entry.level,
        parent: entry.parent?.id ?? null,
        createdAt: entry.createdAt,
        tags: entry.tags,
        valid: entry.complete && entry.trusted && entry.unread === 0,
        proven: entry.proven,
        held: entry.held,
        ...(entry.shredded && { shredded: true }),
    };
}


/***/ })

};
