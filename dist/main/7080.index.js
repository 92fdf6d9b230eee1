export const id = 7080;
export const ids = [7080];
export const modules = {

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


/***/ })

};
