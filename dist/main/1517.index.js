export const id = 1517;
export const ids = [1517];
export const modules = {

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

/***/ 33154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ decryptBytes),
/* harmony export */   h: () => (/* binding */ encryptBytes)
/* harmony export */ });
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81539);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81920);
/* harmony import */ var _chunker_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(56531);
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72328);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47233);
/* harmony import */ var _passphrase_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61969);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69815);
/* harmony import */ var _seal_header_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75596);









/**
 * `plain` as one age file, for small objects. Age forbids recipients and a passphrase in one file: exactly one of the
 * two is given, or it is `recipient-missing`. A recipient that is none is `key-invalid`.
 */
async function encryptBytes(plain, { recipients = [], passphrase }) {
    if (passphrase === undefined ? recipients.length === 0 : recipients.length > 0) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('recipient-missing', 'an age file is for recipients or for a passphrase', {
            hint: 'Set encryption.recipients or encryption.passphrase; each gets a file of its own.',
        });
    }
    const { bytes, payloadKey } = await (0,_seal_header_js__WEBPACK_IMPORTED_MODULE_7__/* .sealHeader */ .f)(passphrase === undefined ? (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .parseRecipients */ .q)(recipients) : [(0,_passphrase_js__WEBPACK_IMPORTED_MODULE_5__/* .passphraseRecipient */ .u)(passphrase)]);
    const out = new Uint8Array(bytes.length + (0,_payload_js__WEBPACK_IMPORTED_MODULE_6__/* .sealedPayloadBytes */ .A1)(plain.length));
    out.set(bytes);
    let at = bytes.length;
    const chunker = (0,_chunker_js__WEBPACK_IMPORTED_MODULE_8__/* .createChunker */ .x)(_payload_js__WEBPACK_IMPORTED_MODULE_6__/* .chunkBytes */ .nr, (chunk, index, final) => {
        at += (0,_payload_js__WEBPACK_IMPORTED_MODULE_6__/* .sealChunk */ .Hb)(payloadKey, index, final, chunk, out, at);
    });
    chunker.push(plain);
    chunker.end();
    return out;
}
/**
 * The content of an age file, armored or not. `identity-wrong` or `passphrase-wrong` where no key fits,
 * `object-damaged` where a key fits but the bytes are not whole.
 */
async function decryptBytes(stored, keyring) {
    const file = dearmor(stored);
    const { payloadKey, length } = await (0,_header_js__WEBPACK_IMPORTED_MODULE_3__/* .openHeader */ .U)(file, keyring);
    const out = new Uint8Array(file.length - length);
    let at = 0;
    const chunker = (0,_chunker_js__WEBPACK_IMPORTED_MODULE_8__/* .createChunker */ .x)(_payload_js__WEBPACK_IMPORTED_MODULE_6__/* .sealedChunkBytes */ .Fe, (chunk, index, final) => {
        at += (0,_payload_js__WEBPACK_IMPORTED_MODULE_6__/* .openChunk */ .wE)(payloadKey, index, final, chunk, out, at);
    });
    chunker.push(file.subarray(length));
    chunker.end();
    return out.subarray(0, at);
}
function dearmor(stored) {
    const start = Buffer.from(stored.buffer, stored.byteOffset, Math.min(stored.length, 1024)).toString('latin1');
    if (!start.trimStart().startsWith('-----BEGIN'))
        return stored;
    try {
        return age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .armor.decode */ .yE.decode(Buffer.from(stored).toString('latin1'));
    }
    catch (error) {
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('the age armor is not valid', undefined, error);
    }
}


/***/ }),

/***/ 56531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createChunker)
/* harmony export */ });
/**
 * Cuts pieces of any size into chunks of `size`. A chunk is held back until it is known whether it is the last one,
 * since age marks that in its nonce.
 */
function createChunker(size, emit) {
    const pending = new Uint8Array(size);
    let used = 0;
    let index = 0;
    function fill(bytes) {
        const taken = Math.min(size - used, bytes.length);
        pending.set(bytes.subarray(0, taken), used);
        used += taken;
        return bytes.subarray(taken);
    }
    return {
        push(bytes) {
            let rest = bytes;
            if (used > 0) {
                rest = fill(rest);
                if (rest.length === 0)
                    return;
                emit(pending, index++, false);
                used = 0;
            }
            while (rest.length > size) {
                emit(rest.subarray(0, size), index++, false);
                rest = rest.subarray(size);
            }
            fill(rest);
        },
        end() {
            emit(pending.subarray(0, used), index, true);
        },
    };
}


/***/ }),

/***/ 72328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ openHeader),
/* harmony export */   g: () => (/* binding */ headerLength)
/* harmony export */ });
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81539);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81920);
/* harmony import */ var _passphrase_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61969);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69815);





/** No header of ours comes near; a longer one is not searched for its end. */
const longestHeader = 1 << 20;
/**
 * Length of the header and nonce at the start of `file`; undefined while `file` is too short to tell.
 * `object-damaged` where no age header can become of it.
 */
function headerLength(file) {
    const text = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, longestHeader));
    const mac = text.indexOf('\n---');
    const end = mac < 0 ? -1 : text.indexOf('\n', mac + 1);
    if (end >= 0)
        return end + 1 + _payload_js__WEBPACK_IMPORTED_MODULE_4__/* .nonceBytes */ .zO <= file.length ? end + 1 + _payload_js__WEBPACK_IMPORTED_MODULE_4__/* .nonceBytes */ .zO : undefined;
    if (file.length >= longestHeader)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('it is not an age file');
    return undefined;
}
/**
 * Opens the header at the start of `file`.
 *
 * `identity-wrong` or `passphrase-wrong` where no key of the ring matches a stanza, `object-damaged` where the header is
 * malformed, cut off or its MAC is wrong.
 */
async function openHeader(file, keyring) {
    const length = headerLength(file);
    if (length === undefined)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('the age header is cut off');
    const decrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .Decrypter */ .Hz();
    const witness = { stanzas: [], unmatched: false };
    for (const identity of identitiesOf(keyring, witness))
        decrypter.addIdentity(identity);
    try {
        const fileKey = await decrypter.decryptHeader(Uint8Array.from(file.subarray(0, length - _payload_js__WEBPACK_IMPORTED_MODULE_4__/* .nonceBytes */ .zO)));
        const nonce = Uint8Array.from(file.subarray(length - _payload_js__WEBPACK_IMPORTED_MODULE_4__/* .nonceBytes */ .zO, length));
        return {
            payloadKey: (0,_payload_js__WEBPACK_IMPORTED_MODULE_4__/* .derivePayloadKey */ .H4)(fileKey, nonce),
            length,
            stanzas: witness.stanzas.map(({ args }) => args),
        };
    }
    catch (error) {
        if (witness.unmatched)
            throw unmatched(witness.stanzas, keyring);
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('the age header is not valid', undefined, error);
    }
}
/** The last identity is asked only when no other matched: that tells a wrong key from a damaged header. */
function* identitiesOf(keyring, witness) {
    yield {
        unwrapFileKey(stanzas) {
            witness.stanzas = stanzas;
            return null;
        },
    };
    for (const identity of keyring.identities ?? [])
        yield identity.reveal();
    for (const passphrase of keyring.passphrases ?? [])
        yield (0,_passphrase_js__WEBPACK_IMPORTED_MODULE_3__/* .passphraseIdentity */ .$)(passphrase);
    yield {
        unwrapFileKey() {
            witness.unmatched = true;
            return null;
        },
    };
}
function unmatched(stanzas, keyring) {
    if (stanzas.some(({ args }) => args[0] === 'scrypt')) {
        const given = (keyring.passphrases ?? []).length > 0;
        return new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('passphrase-wrong', given ? 'the passphrase does not fit' : 'a passphrase is needed', {
            hint: 'Give the passphrase that this was encrypted with as encryption.passphrase.',
        });
    }
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('identity-wrong', 'none of the identities can open this', {
        hint: 'Give the identity whose public half is among the recipients that this was encrypted to.',
    });
}


/***/ }),

/***/ 47233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TZ: () => (/* binding */ generateKeyPair),
/* harmony export */   du: () => (/* binding */ recipientOf),
/* harmony export */   go: () => (/* binding */ parseIdentities),
/* harmony export */   q: () => (/* binding */ parseRecipients)
/* harmony export */ });
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81539);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);



/** A new age X25519 key pair. */
async function generateKeyPair() {
    const identity = await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .generateX25519Identity */ .ou)();
    return { identity: new _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .zh(identity), recipient: await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .identityToRecipient */ .RE)(identity) };
}
/** The public half of an identity; `key-invalid` if it is none. */
async function recipientOf(identity) {
    try {
        return await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .identityToRecipient */ .RE)(identity.reveal().trim());
    }
    catch {
        // The library's error may quote the key, so it is not kept as the cause.
        throw invalidIdentity('this is not an age identity');
    }
}
/** Age recipients, trimmed and checked; `key-invalid` names the first that is none. */
function parseRecipients(recipients) {
    return recipients.map((recipient, index) => {
        const text = recipient.trim();
        try {
            new age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .Encrypter */ .T7().addRecipient(text);
        }
        catch {
            throw invalidRecipient(text, index);
        }
        return text;
    });
}
function invalidRecipient(text, index) {
    // Only what looks public is shown: people paste the identity into the wrong field.
    const shown = /^age1[a-z0-9]*$/.test(text) ? text : `number ${index + 1}`;
    const secret = text.toUpperCase().startsWith('AGE-SECRET-KEY');
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('key-invalid', `recipient ${shown} is ${secret ? 'a secret key' : 'no age recipient'}`, {
        hint: secret
            ? 'Put the public half (age1…) under recipients; `age-keygen -y FILE` prints it.'
            : 'A recipient begins with age1; check that it was copied whole.',
        context: { position: index + 1 },
    });
}
/**
 * The identities of an identity file: one `AGE-SECRET-KEY-…` a line, `#` comments and empty lines between.
 * `key-invalid` names the line that is none; a text without any identity is invalid too.
 */
function parseIdentities(text) {
    const identities = [];
    for (const [index, raw] of text.reveal().split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        try {
            new age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .Decrypter */ .Hz().addIdentity(line);
        }
        catch {
            throw invalidIdentity(`line ${index + 1} is not an age identity`);
        }
        identities.push(new _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .zh(line));
    }
    if (identities.length === 0)
        throw invalidIdentity('the text holds no age identity');
    return identities;
}
function invalidIdentity(message) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('key-invalid', message, {
        hint: 'Give the file that keygen wrote: lines beginning with AGE-SECRET-KEY-, not encrypted themselves.',
    });
}


/***/ }),

/***/ 61969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ passphraseIdentity),
/* harmony export */   u: () => (/* binding */ passphraseRecipient)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81539);



// The library's scrypt is JavaScript: it blocks for a second and leaves 256 MB to the garbage collector.
const derive = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.scrypt);
const label = Buffer.from('age-encryption.org/v1/scrypt');
const workFactor = 18;
const highestWorkFactor = 20;
const zeroNonce = Buffer.alloc(12);
function wrapKey(passphrase, salt, logN) {
    const cost = { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** logN * 1024 + 2 ** 20 };
    return derive(passphrase.reveal(), Buffer.concat([label, salt]), 32, cost);
}
/** Wraps a file key with a passphrase: the scrypt stanza of https://c2sp.org/age, work factor 18. */
function passphraseRecipient(passphrase) {
    return {
        async wrapFileKey(fileKey) {
            const salt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
            const key = await wrapKey(passphrase, salt, workFactor);
            const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('chacha20-poly1305', key, zeroNonce, { authTagLength: 16 });
            const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
            return [new age_encryption__WEBPACK_IMPORTED_MODULE_2__/* .Stanza */ .Qd(['scrypt', base64(salt), String(workFactor)], body)];
        },
    };
}
/** Unwraps what a passphrase wrapped; throws where a scrypt stanza is malformed, returns null where it does not fit. */
function passphraseIdentity(passphrase) {
    return {
        async unwrapFileKey(stanzas) {
            const stanza = stanzas.find((candidate) => candidate.args[0] === 'scrypt');
            if (!stanza)
                return null;
            if (stanzas.length !== 1)
                throw new Error('a scrypt stanza must be the only one');
            const { salt, logN } = parse(stanza);
            const key = await wrapKey(passphrase, salt, logN);
            const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)('chacha20-poly1305', key, zeroNonce, { authTagLength: 16 });
            decipher.setAuthTag(stanza.body.subarray(16));
            const fileKey = decipher.update(stanza.body.subarray(0, 16));
            try {
                decipher.final();
            }
            catch {
                return null;
            }
            return fileKey;
        },
    };
}
function parse(stanza) {
    const [, encoded = '', factor = ''] = stanza.args;
    const salt = Buffer.from(encoded, 'base64');
    const logN = Number(factor);
    if (stanza.args.length !== 3 ||
        stanza.body.length !== 32 ||
        salt.length !== 16 ||
        base64(salt) !== encoded ||
        !/^[1-9][0-9]*$/.test(factor) ||
        logN > highestWorkFactor) {
        throw new Error('invalid scrypt stanza');
    }
    return { salt, logN };
}
function base64(bytes) {
    return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}


/***/ }),

/***/ 69815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ sealedPayloadBytes),
/* harmony export */   Fe: () => (/* binding */ sealedChunkBytes),
/* harmony export */   H4: () => (/* binding */ derivePayloadKey),
/* harmony export */   Hb: () => (/* binding */ sealChunk),
/* harmony export */   nr: () => (/* binding */ chunkBytes),
/* harmony export */   wE: () => (/* binding */ openChunk),
/* harmony export */   zO: () => (/* binding */ nonceBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81920);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98972);



/** Plain bytes of a chunk of an age payload (STREAM, https://c2sp.org/age). */
const chunkBytes = 65_536;
const tagBytes = 16;
/** A chunk with its tag. */
const sealedChunkBytes = chunkBytes + tagBytes;
/** Bytes of the nonce between the header and the payload. */
const nonceBytes = 16;
/** The key of the payload, out of the file key that the header wraps and the nonce that follows it. */
function derivePayloadKey(fileKey, nonce) {
    return new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)('sha256', fileKey, nonce, 'payload', 32));
}
/** Stored bytes of a payload of `plainBytes`. */
function sealedPayloadBytes(plainBytes) {
    return plainBytes + tagBytes * Math.max(1, Math.ceil(plainBytes / chunkBytes));
}
function nonceOf(index, final) {
    const nonce = Buffer.alloc(12);
    // The counter has eleven bytes; six of them reach beyond any file.
    nonce.writeUIntBE(index, 5, 6);
    nonce[11] = final ? 1 : 0;
    return nonce;
}
/** Encrypts chunk number `index` into `out` at `at`; returns the bytes written. */
function sealChunk(key, index, final, plain, out, at) {
    const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('chacha20-poly1305', key, nonceOf(index, final), { authTagLength: tagBytes });
    const sealed = cipher.update(plain);
    cipher.final();
    out.set(sealed, at);
    out.set(cipher.getAuthTag(), at + plain.length);
    (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .release */ ._)(sealed);
    return plain.length + tagBytes;
}
/** Decrypts chunk number `index` into `out` at `at`; returns the bytes written, or throws `object-damaged`. */
function openChunk(key, index, final, sealed, out, at) {
    const length = sealed.length - tagBytes;
    if (length < 0 || (length === 0 && index > 0))
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .q)('an age chunk is cut off');
    const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)('chacha20-poly1305', key, nonceOf(index, final), {
        authTagLength: tagBytes,
    });
    decipher.setAuthTag(sealed.subarray(length));
    const plain = decipher.update(sealed.subarray(0, length));
    try {
        decipher.final();
    }
    catch (error) {
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .q)('an age chunk does not authenticate', undefined, error);
    }
    out.set(plain, at);
    (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .release */ ._)(plain);
    return length;
}


/***/ }),

/***/ 75596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ sealHeader)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81539);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69815);




/** What the library appends for an empty payload: nonce and one tag. */
const emptyPayload = 32;
/** Makes the header of a new age file (https://c2sp.org/age) for `recipients`: strings or objects of the library. */
async function sealHeader(recipients) {
    const encrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_1__/* .Encrypter */ .T7();
    let fileKey = new Uint8Array();
    const capture = {
        wrapFileKey(key) {
            fileKey = Uint8Array.from(key);
            return [];
        },
    };
    for (const recipient of recipients)
        addRecipient(encrypter, recipient);
    encrypter.addRecipient(capture);
    const empty = await encrypter.encrypt(new Uint8Array(0)).catch(refuse);
    const nonce = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(_payload_js__WEBPACK_IMPORTED_MODULE_3__/* .nonceBytes */ .zO);
    const header = empty.subarray(0, empty.length - emptyPayload);
    // In memory of its own: what goes to another thread is copied with all of its buffer.
    const bytes = new Uint8Array(header.length + _payload_js__WEBPACK_IMPORTED_MODULE_3__/* .nonceBytes */ .zO);
    bytes.set(header);
    bytes.set(nonce, header.length);
    return { bytes, payloadKey: (0,_payload_js__WEBPACK_IMPORTED_MODULE_3__/* .derivePayloadKey */ .H4)(fileKey, nonce) };
}
function addRecipient(encrypter, recipient) {
    try {
        encrypter.addRecipient(recipient);
    }
    catch (cause) {
        refuse(cause);
    }
}
/** Also for what is well-formed and yet no point to agree on a key with. */
function refuse(cause) {
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('key-invalid', 'nothing can be encrypted to one of the recipients', {
        hint: 'Make a key pair with keygen and put its public half under recipients.',
        cause,
    });
}


/***/ }),

/***/ 81920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ namingKey),
/* harmony export */   q: () => (/* binding */ damaged)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/** The error for bytes that are not what was written. `key` names the object where it is known. */
function damaged(why, key, cause) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('object-damaged', `${key ?? 'an object'} is damaged: ${why}`, {
        hint: 'Restore from another destination with --destination, or from an earlier backup with --at.',
        context: { ...(key === undefined ? {} : { key }), reason: why },
        cause,
    });
}
/** Adds the object's key to an `object-damaged` of the layers below, which do not know it; other errors stay. */
function namingKey(error, key) {
    if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'object-damaged') || error.context.key !== undefined)
        return error;
    return damaged(String(error.context.reason ?? error.message), key, error.cause);
}


/***/ }),

/***/ 98972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ release)
/* harmony export */ });
/**
 * Gives the memory behind `bytes` back at once; they must not be used again. The zlib and crypto bindings allocate
 * an output for every call, and garbage that lies outside V8's heap is collected late: freeing it by hand keeps
 * the peak flat and is faster. Only a buffer that `bytes` fills on its own is freed, never Node's shared pool.
 */
function release(bytes) {
    const { buffer } = bytes;
    if (!(buffer instanceof ArrayBuffer) || bytes.byteOffset !== 0)
        return;
    if (bytes.length === buffer.byteLength || buffer.byteLength > Buffer.poolSize)
        buffer.transfer(0);
}


/***/ }),

/***/ 60257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkWritten: () => (/* binding */ checkWritten)
/* harmony export */ });
/* harmony import */ var _catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98430);
/* harmony import */ var _catalog_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83502);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76140);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33967);
/* harmony import */ var _repository_destination_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29780);
/* harmony import */ var _repository_entries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23567);
/* harmony import */ var _verify_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93495);
/* harmony import */ var _verify_stored_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44027);








/** A stream's volumes by their number and their bytes: their names are hashes of what is in them. */
function streamCheck(listed, prefix, stream) {
    const own = [...listed].filter(([key]) => key.startsWith(`${(0,_catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .streamPrefix */ .nv)(prefix, stream.name)}/`));
    const bytes = own.reduce((sum, [, size]) => sum + size, 0);
    const isWhole = own.length === stream.volumes && bytes === stream.storedBytes;
    return {
        name: `listing of ${stream.name}`,
        result: isWhole ? 'passed' : 'failed',
        expected: `${stream.volumes} volumes of ${stream.storedBytes} bytes`,
        found: `${own.length} volumes of ${bytes} bytes`,
    };
}
/** What the listing shows of a backup, against its manifest: all that a role which may not read data can know. */
async function verifyListing(context, { name, store }, { job, id, manifestSha256: sha256 }) {
    const { signal } = context;
    const prefix = (0,_catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .dataPrefix */ .BW)(job, id);
    const { manifest } = await (0,_catalog_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .W)(store, job, id, { signal, sha256 });
    const listed = new Map();
    for await (const { key, bytes } of store.list(`${prefix}/`))
        listed.set(key, bytes);
    const { volumes, meta, index } = manifest.objects;
    const named = [volumes, meta, index, ...manifest.streams.map(({ object }) => object)];
    const damaged = named.flatMap((each) => (each && listed.get(each.key) !== each.bytes ? each.key : []));
    const cut = manifest.streams.filter(({ object }) => object === undefined);
    const checks = [
        { name: 'objects', result: damaged.length === 0 ? 'passed' : 'failed' },
        ...cut.map((stream) => streamCheck(listed, prefix, stream)),
    ];
    const result = checks.some((check) => check.result === 'failed') ? 'failed' : 'passed';
    return { job, id, destination: name, depth: 'exists', result, checks, fetchedBytes: 0, damaged };
}
async function checkOne(context, destination, entry) {
    try {
        return await (0,_verify_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyObjects */ .K)(context, destination, entry, 'checksum', undefined, undefined);
    }
    catch (error) {
        context.signal.throwIfAborted();
        const result = await verifyListing(context, destination, entry);
        (0,_context_js__WEBPACK_IMPORTED_MODULE_7__/* .tell */ .q)(context, {
            severity: 'info',
            code: 'not-read-back',
            message: `${destination.name} was checked by its listing only: ${(0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .Cs)(error).message}`,
        }, entry.job);
        return result;
    }
}
/**
 * Checks what a backup has just written, at every destination that has it, as far as the role allows: the stored bytes
 * against their hashes; where data may not be read, the listing against the manifest. Ancestors are left alone. Exits 5
 * where something is not as it should be.
 */
async function checkWritten(context, backups) {
    const results = [];
    const errors = [];
    for (const { job, id, destinations = [] } of backups) {
        for (const { name, status } of destinations) {
            if (id === undefined || status !== 'success')
                continue;
            try {
                const destination = await (0,_repository_destination_js__WEBPACK_IMPORTED_MODULE_3__/* .openDestination */ .xB)(context, name);
                const { points, damaged } = await (0,_repository_entries_js__WEBPACK_IMPORTED_MODULE_4__/* .readEntries */ .$)(context, destination, job);
                const entry = points.find((point) => point.id === id);
                if (entry)
                    results.push(await checkOne(context, destination, entry));
                else
                    errors.push(...damaged.map(({ error }) => error));
            }
            catch (error) {
                context.signal.throwIfAborted();
                errors.push((0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .asHoldfastError */ .Cs)(error));
            }
        }
    }
    errors.push(...results.filter(({ result }) => result === 'failed').map(_verify_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .verificationFailure */ .J));
    return { results, warnings: [], errors, exitCode: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .exitOf */ .sX)(errors, results.length) };
}


/***/ }),

/***/ 63548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openDataKey),
/* harmony export */   b: () => (/* binding */ keyFor)
/* harmony export */ });
/* harmony import */ var _catalog_shredded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79941);
/* harmony import */ var _catalog_wraps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52045);
/* harmony import */ var _codec_age_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33154);
/* harmony import */ var _codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47233);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54992);
/* harmony import */ var _shredded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83557);







/** The key in an opened wrap, if it is the very one that the backup was encrypted to, and not that of another. */
async function keyFor(plain, recipient) {
    const [identity] = (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .parseIdentities */ .go)(new _domain_secret_js__WEBPACK_IMPORTED_MODULE_4__/* .Secret */ .zh(Buffer.from(plain).toString('utf8')));
    return identity && (await (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .recipientOf */ .du)(identity)) === recipient ? identity : undefined;
}
/**
 * A backup's data key, from the first wrap that one of the openers opens; it must derive the recipient that the
 * manifest names. Errors: `identity-wrong`, `passphrase-wrong`, `key-mismatch`; where no wrap is left `shredded`, or
 * `object-missing` without a marker of that.
 */
async function openDataKey(context, store, entry, recipient, openers) {
    const wraps = await (0,_catalog_wraps_js__WEBPACK_IMPORTED_MODULE_1__/* .readWraps */ .Ak)(store, entry.job, entry.id, context.signal);
    if (wraps.length === 0) {
        const marker = await (0,_catalog_shredded_js__WEBPACK_IMPORTED_MODULE_0__/* .readShredMarker */ .fy)(store, entry.job, entry.id, context.signal);
        if (marker)
            throw await (0,_shredded_js__WEBPACK_IMPORTED_MODULE_6__/* .shreddedError */ .q)(context, store, entry);
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('object-missing', `the keys of ${entry.id} are gone from ${store.name}`, {
            hint: 'Without a wrapped key the backup cannot be opened: it was shredded, or keys/ was deleted. Try another destination.',
            context: { id: entry.id, destination: store.name },
        });
    }
    let wrong;
    for (const { wrapped, key } of wraps) {
        try {
            const plain = await (0,_codec_age_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .decryptBytes */ .X)(wrapped, {
                identities: [...(openers?.identities ?? [])],
                passphrases: [...(openers?.passphrases ?? [])],
            });
            const identity = await keyFor(plain, recipient);
            if (identity)
                return identity;
            wrong = new _errors_error_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('key-mismatch', `${key} holds the key of another backup`, {
                hint: 'Somebody put a foreign key there. Restore from another destination, and find out who may write.',
                context: { key, destination: store.name },
            });
        }
        catch (error) {
            // A damaged wrap matters only where no other opens; a wrong identity says most.
            if (wrong === undefined || (0,_errors_error_js__WEBPACK_IMPORTED_MODULE_5__/* .hasCode */ .u)(error, 'identity-wrong'))
                wrong = error;
        }
    }
    throw named(wrong, entry);
}
/** In a chain each backup has a key of its own: the error says which one does not open. */
function named(error, { job, id }) {
    if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_5__/* .hasCode */ .u)(error, 'identity-wrong', 'passphrase-wrong'))
        return error;
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E(error.code, `${error.message}: the key of backup ${id}`, {
        hint: 'Give the identity or passphrase that this backup was made for. Where recipients changed in between, a file of identities may hold several, a line each.',
        context: { job, id },
        cause: error,
    });
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

/***/ 10216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ openers),
/* harmony export */   Ky: () => (/* binding */ identityText),
/* harmony export */   eD: () => (/* binding */ openersFor)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _codec_age_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47233);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54992);





/** The text of `--identity`, else of `encryption.identity`; undefined where there is none. Errors: `identity-missing` for a file that cannot be read. */
async function identityText(context) {
    if (context.identityFile === undefined)
        return context.config.identity();
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, context.identityFile);
    try {
        return new _domain_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .zh(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'));
    }
    catch (cause) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('identity-missing', `cannot read the identity file ${file}`, {
            hint: 'Name the file that `holdfast keygen` wrote as identity.txt with --identity.',
            context: { path: file },
            cause,
        });
    }
}
/**
 * The identities and the passphrase that this run may open backups with: `--identity`, else `encryption.identity`,
 * and `encryption.passphrase`. Errors: `identity-missing` when there is none at all.
 */
async function openers(context) {
    const text = await identityText(context);
    const { passphrase } = context.config.encryption();
    if (text === undefined && passphrase === undefined) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('identity-missing', 'these backups are encrypted and no identity is configured', {
            hint: 'Give the private key with --identity FILE, or set encryption.identity in the configuration.',
        });
    }
    return {
        identities: text === undefined ? [] : (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .parseIdentities */ .go)(text),
        passphrases: passphrase === undefined ? [] : [passphrase],
    };
}
/** {@link openers} for a chain; undefined where none of its backups is encrypted. */
async function openersFor(context, chain) {
    return chain.some(({ encrypted }) => encrypted) ? openers(context) : undefined;
}


/***/ }),

/***/ 83557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ shreddedError),
/* harmony export */   t: () => (/* binding */ shreddedText)
/* harmony export */ });
/* harmony import */ var _catalog_shredded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79941);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);


/** When and by whom the keys of a backup were destroyed, as far as its marker can be read. */
async function shreddedText({ signal }, store, { job, id }) {
    const marker = await (0,_catalog_shredded_js__WEBPACK_IMPORTED_MODULE_0__/* .readShredMarker */ .fy)(store, job, id, signal);
    const by = marker?.by === undefined ? '' : ` by ${marker.by}`;
    return marker ? `shredded on ${marker.shredded.toISOString()}${by}` : 'shredded';
}
/** The error of whoever would open a backup whose keys were destroyed. */
async function shreddedError(context, store, entry) {
    const { job, id } = entry;
    const text = await shreddedText(context, store, entry);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('shredded', `backup ${id} was ${text}: nothing opens it any more`, {
        hint: 'Choose another backup: `holdfast list` shows those that are left.',
        context: { job, id, destination: store.name },
    });
}


/***/ }),

/***/ 10475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ shortestSecret),
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** Shorter texts are not masked: that would eat ordinary words, and outputs that happen to hold them. */
const shortestSecret = 6;
const connectionParts = /(?:^|;)\s*(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)\s*=\s*([^;]+)/gi;
const telling = /pass|secret|token|key|sig/i;
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** What of a URL or a connection string is secret by itself: never the user, the host or the database. */
function innerSecrets(text) {
    const found = [...text.matchAll(connectionParts)].map(([, value = '']) => value.trim());
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) && URL.canParse(text)) {
        const url = new URL(text);
        found.push(url.password, decoded(url.password));
        for (const [name, value] of url.searchParams)
            if (telling.test(name))
                found.push(value);
    }
    return found;
}
/**
 * Every form in which a secret could be seen: as it is, line by line, percent-encoded, and what it holds of passwords
 * and keys. Forms of under {@link shortestSecret} characters are left out.
 */
function secretForms(text) {
    // Comments of key files say what is public.
    const own = text.split('\n').filter((line) => !line.startsWith('# '));
    const lines = [text, ...own].map((line) => line.trim());
    const whole = lines.flatMap((line) => [line, ...innerSecrets(line)]);
    const long = whole.filter((form) => form.length >= shortestSecret);
    return [...new Set(long.flatMap((form) => [form, encodeURIComponent(form)]))];
}


/***/ }),

/***/ 48325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ maskedForms),
/* harmony export */   QU: () => (/* binding */ maskSecrets),
/* harmony export */   cl: () => (/* binding */ registerSecret),
/* harmony export */   zh: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10475);

const registered = new Set();
/** Has `text` masked by {@link maskSecrets} from now on, in all its forms. */
function registerSecret(text) {
    for (const form of (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .secretForms */ .e)(text))
        registered.add(form);
}
/** Every text that is masked so far: for a runner, which masks the logs of other steps as well. */
function maskedForms() {
    return [...registered];
}
/**
 * A value that must never be seen. Every serializer prints `***`; only `reveal()` gives the text, and only to
 * the code that hands it to a child process, a key derivation or a server.
 *
 * Making a Secret registers its text with {@link maskSecrets}: percent-encoded too, line by line, and the passwords
 * and keys in it; texts of under 6 characters are not registered, since masking them would eat ordinary words.
 */
class Secret {
    #text;
    constructor(text) {
        this.#text = text;
        registerSecret(text);
    }
    /** The text itself. The result must not reach argv, a log, an event or an error. */
    reveal() {
        return this.#text;
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return 'Secret(***)';
    }
}
/** `text` with every registered secret replaced by `***`; longer secrets first, so that none leaves a tail. */
function maskSecrets(text) {
    let masked = text;
    for (const secret of [...registered].sort((a, b) => b.length - a.length)) {
        if (masked.includes(secret))
            masked = masked.replaceAll(secret, '***');
    }
    return masked;
}


/***/ }),

/***/ 20140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
function digits(value) {
    return value < 99.95 ? value.toFixed(1) : String(Math.round(value));
}
/** Bytes for people, in powers of 1024 and about three digits: `0 B`, `1.5 KiB`, `310 MiB`. */
function formatBytes(bytes) {
    const sign = bytes < 0 ? '-' : '';
    let value = Math.abs(bytes);
    let unit = 0;
    // 1023.95 would round to 1024: it is shown as 1.0 of the next unit.
    while (value >= (unit === 0 ? 1024 : 1023.5) && unit < units.length - 1) {
        value /= 1024;
        unit += 1;
    }
    return `${sign}${unit === 0 ? Math.round(value) : digits(value)} ${units[unit]}`;
}
/** Bytes a second; `-` where no time has passed. */
function formatRate(bytes, milliseconds) {
    return milliseconds > 0 ? `${formatBytes((bytes / milliseconds) * 1000)}/s` : '-';
}
/** A count with thousands separated: `1,204`. */
function formatCount(count) {
    return Math.round(count)
        .toString()
        .replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 file`, `1,204 files`. */
function plural(count, one, many = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : many}`;
}
/** A share of the whole: `25 %`; `<1 %` and `>99 %` where rounding would claim nothing or all. */
function formatPercent(ratio) {
    if (ratio > 0 && ratio < 0.01)
        return '<1 %';
    if (ratio < 1 && ratio > 0.99)
        return '>99 %';
    return `${Math.round(ratio * 100)} %`;
}


/***/ }),

/***/ 58747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QA: () => (/* binding */ formatSpan),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   iA: () => (/* binding */ minuteOf),
/* harmony export */   nV: () => (/* binding */ formatAge)
/* harmony export */ });
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const two = (n) => String(n).padStart(2, '0');
/** Milliseconds as a duration in at most two units: `0.9 s`, `12 s`, `2 min 05 s`, `1 h 12 min`, `3 d 4 h`. */
function formatDuration(milliseconds) {
    const whole = Math.max(0, milliseconds);
    if (whole < 9950)
        return `${(whole / 1000).toFixed(1)} s`;
    const seconds = Math.round(whole / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 24 * 60)
        return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
    const hours = Math.round(minutes / 60);
    return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
function amount(milliseconds) {
    if (milliseconds < hour)
        return `${Math.floor(milliseconds / minute)} min`;
    if (milliseconds < 2 * day)
        return `${Math.floor(milliseconds / hour)} h`;
    return `${Math.floor(milliseconds / day)} d`;
}
/** How long ago something was, in one unit, rounded down: `just now`, `5 min ago`, `3 h ago`, `12 d ago`, `in 2 h`. */
function formatAge(milliseconds) {
    if (Math.abs(milliseconds) < minute)
        return 'just now';
    return milliseconds < 0 ? `in ${amount(-milliseconds)}` : `${amount(milliseconds)} ago`;
}
/** A span that somebody wrote, as he wrote it: `7 d`, `36 h`, `30 min`. */
function formatSpan(milliseconds) {
    for (const [unit, word] of [
        [day, 'd'],
        [hour, 'h'],
        [minute, 'min'],
    ]) {
        if (milliseconds >= unit && milliseconds % unit === 0)
            return `${milliseconds / unit} ${word}`;
    }
    return formatDuration(milliseconds);
}
/** A moment by the minute, of an ISO 8601 time in UTC: `2026-11-18 01:00 UTC`. */
function minuteOf(time) {
    return `${time.slice(0, 16).replace('T', ' ')} UTC`;
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
