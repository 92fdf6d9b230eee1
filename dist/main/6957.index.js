export const id = 6957;
export const ids = [6957];
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

/***/ 25741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ deleteWraps)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _wraps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52045);


/**
 * Deletes wrapped keys of one backup, every version of each, and looks that they are gone. What is locked is left and
 * named. Errors: `store-lied` for a wrap that is still listed, and the store's.
 */
async function deleteWraps(store, { job, id }, wraps, { signal, assertHeld }) {
    const locked = new Set();
    let lockedUntil;
    for (const { key } of wraps) {
        signal.throwIfAborted();
        assertHeld();
        try {
            await store.delete(key);
        }
        catch (error) {
            if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'held'))
                throw error;
            locked.add(key);
            const until = (await store.stat(key).catch(() => undefined))?.retainUntil;
            if (until && (lockedUntil === undefined || until > lockedUntil))
                lockedUntil = until;
        }
    }
    const doomed = new Set(wraps.map(({ key }) => key));
    const left = (await (0,_wraps_js__WEBPACK_IMPORTED_MODULE_1__/* .listWraps */ .iR)(store, job, id)).find(({ key }) => doomed.has(key) && !locked.has(key));
    if (left) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('store-lied', `${store.name} still has ${left.key}, which was deleted`, {
            hint: 'Whoever has the old key can still open this backup. Run `holdfast doctor` against this destination.',
            context: { key: left.key, destination: store.name },
        });
    }
    return { deleted: wraps.length - locked.size, locked: [...locked], ...(lockedUntil && { lockedUntil }) };
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

/***/ 6957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rekey: () => (/* binding */ rekey)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/catalog/shredded.js
var shredded = __webpack_require__(79941);
// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/read-manifest.js
var read_manifest = __webpack_require__(83502);
// EXTERNAL MODULE: ./build/catalog/wrap-deletion.js
var wrap_deletion = __webpack_require__(25741);
// EXTERNAL MODULE: ./build/catalog/wraps.js
var catalog_wraps = __webpack_require__(52045);
// EXTERNAL MODULE: ./build/codec/age/bytes.js
var age_bytes = __webpack_require__(33154);
// EXTERNAL MODULE: ./build/codec/age/stanzas.js
var stanzas = __webpack_require__(91299);
// EXTERNAL MODULE: ./build/commands/repository/data-key.js
var data_key = __webpack_require__(63548);
;// CONCATENATED MODULE: ./build/commands/rekey/judge.js



/** The data key in a wrap, where `keyring` opens it and it is the key of this backup. */
async function opened(wrapped, keyring, recipient) {
    try {
        return await (0,data_key/* keyFor */.b)(await (0,age_bytes/* decryptBytes */.X)(wrapped, keyring), recipient);
    }
    catch {
        // For other keys, damaged, or planted: none of them is one to rely on.
        return undefined;
    }
}
/**
 * The data key as identities of the configured recipients open it; undefined where none of them is here or one of them
 * does not. That each identity at hand opens it proves more than one alone.
 */
async function proveRecipients(wrapped, { recipients, identities }, recipient) {
    let found;
    let by = 0;
    for (const known of identities) {
        if (!recipients.includes(known.recipient))
            continue;
        found = await opened(wrapped, { identities: [known.identity] }, recipient);
        if (found === undefined)
            return undefined;
        by += 1;
    }
    return found && { dataKey: found, by };
}
/** The same by the passphrase. */
function provePassphrase(wrapped, passphrase, recipient) {
    return opened(wrapped, { passphrases: [passphrase] }, recipient);
}
/**
 * Looks which wraps are as the configuration wants them. An age file does not say for whom it is: it is taken for that of
 * the recipients when it has as many stanzas and the identities of all of them open it, or when `isOwn` knows it.
 */
async function judgeWraps(wraps, keys, recipient, isOwn) {
    let dataKey;
    let forRecipients;
    let forPassphrase;
    const mayOpen = keys.identities.some((known) => keys.recipients.includes(known.recipient));
    const identities = keys.identities.map(({ identity }) => identity);
    for (const wrap of wraps) {
        const types = (0,stanzas/* stanzaTypes */.$)(wrap.wrapped);
        if (types.includes('scrypt')) {
            if (keys.passphrase === undefined || forPassphrase)
                continue;
            const found = await provePassphrase(wrap.wrapped, keys.passphrase, recipient);
            if (found)
                forPassphrase = wrap;
            dataKey ??= found;
            continue;
        }
        dataKey ??= await opened(wrap.wrapped, { identities }, recipient);
        if (forRecipients || keys.recipients.length === 0 || types.length !== keys.recipients.length)
            continue;
        const proof = await proveRecipients(wrap.wrapped, keys, recipient);
        if (mayOpen && proof === undefined)
            continue;
        if (proof?.by === keys.recipients.length || isOwn(wrap.wrapped, recipient))
            forRecipients = wrap;
    }
    return { dataKey, forRecipients, forPassphrase };
}

;// CONCATENATED MODULE: ./build/commands/rekey/backup.js







function unopened({ id, job }, destination, wraps) {
    const context = { job, id, destination };
    if (wraps === 0) {
        return new errors_error/* HoldfastError */.E('object-missing', `the keys of ${id} are gone from ${destination}`, {
            hint: 'Without a wrapped key the backup cannot be opened. Rekey another destination, and keep that one.',
            context,
        });
    }
    return new errors_error/* HoldfastError */.E('identity-wrong', `none of the keys at hand opens ${id} at ${destination}`, {
        hint: 'Add the identity that this backup was made for to the file of --identity: it may hold several, a line each.',
        context,
    });
}
function isNot(key, destination) {
    return new errors_error/* HoldfastError */.E('store-lied', `${key} at ${destination} does not open after it was written`, {
        hint: 'No old wrap of this backup was dropped. Run `holdfast doctor` against this destination.',
        context: { key, destination },
    });
}
/** Writes a new wrap and reads it back, so that what counts is what is stored. */
async function add({ store, signal, assertHeld }, { job, id }, n, dataKey, to) {
    const plain = new TextEncoder().encode(`${dataKey.reveal()}\n`);
    const made = await (0,age_bytes/* encryptBytes */.h)(plain, to);
    plain.fill(0);
    signal.throwIfAborted();
    assertHeld();
    const key = await (0,catalog_wraps/* putWrap */.C7)(store, job, id, n, made, signal);
    const wrapped = await (0,object_io/* readObject */.Ag)(store, key, catalog_wraps/* wrapLimit */.cF, signal);
    if (Buffer.compare(wrapped, made) !== 0)
        throw isNot(key, store.name);
    return { n, key, bytes: wrapped.byteLength, wrapped };
}
/**
 * Sees to it that one backup has a wrap for the configured recipients and one for the passphrase, opens each again with
 * what proves it, and only then drops the others where that is wanted. Two PUTs at most; data is not read.
 * Errors: `identity-wrong`, `object-missing`, `store-lied`, `manifest-damaged`, and the store's.
 */
async function rekeyBackup(run, entry) {
    const { store, keys, remembered, signal } = run;
    const { job, id, manifestSha256: sha256 } = entry;
    const { encryption } = (await (0,read_manifest/* readManifest */.W)(store, job, id, { signal, sha256 })).manifest;
    if (encryption.type === 'none')
        return undefined;
    const { recipient } = encryption;
    const wraps = await (0,catalog_wraps/* readWraps */.Ak)(store, job, id, signal);
    const judged = await judgeWraps(wraps, keys, recipient, remembered.has);
    const { dataKey } = judged;
    if (dataKey === undefined)
        throw unopened(entry, store.name, wraps.length);
    let next = Math.max(0, ...wraps.map(({ n }) => n)) + 1;
    const counting = [];
    let added = 0;
    let proven = true;
    if (keys.recipients.length > 0) {
        let wrap = judged.forRecipients;
        if (wrap === undefined) {
            wrap = await add(run, entry, next, dataKey, { recipients: keys.recipients });
            await remembered.add(wrap.wrapped, recipient);
            next += 1;
            added += 1;
        }
        const isHere = keys.identities.some((known) => keys.recipients.includes(known.recipient));
        proven = isHere && (await proveRecipients(wrap.wrapped, keys, recipient)) !== undefined;
        if (isHere && !proven)
            throw isNot(wrap.key, store.name);
        counting.push(wrap);
    }
    if (keys.passphrase !== undefined) {
        let wrap = judged.forPassphrase;
        if (wrap === undefined) {
            wrap = await add(run, entry, next, dataKey, { passphrase: keys.passphrase });
            added += 1;
            if (!(await provePassphrase(wrap.wrapped, keys.passphrase, recipient)))
                throw isNot(wrap.key, store.name);
        }
        counting.push(wrap);
    }
    const old = wraps.filter(({ key }) => !counting.some((wrap) => wrap.key === key));
    const drops = run.dropOld && proven && old.length > 0;
    const dropped = drops ? await (0,wrap_deletion/* deleteWraps */.B)(store, entry, old, run) : { deleted: 0, locked: [] };
    return { added, proven, dropped };
}

;// CONCATENATED MODULE: ./build/commands/rekey/job.js








/** Each passphrase takes scrypt a second and 256 MB. */
const atOnce = ({ passphrase }) => (passphrase === undefined ? 8 : 2);
function lockedFinding({ locked, destination, job }, until) {
    const when = until === undefined ? 'by the store' : `until ${until.toISOString()}`;
    return {
        severity: 'warning',
        code: 'wraps-locked',
        message: `${(0,bytes/* plural */.LS)(locked, 'old wrap')} of ${job} ${locked === 1 ? 'is' : 'are'} locked at ${destination} ${when}: whoever has the old key can still open these backups`,
        hint: 'Run `holdfast rekey --drop-old` again when the lock has ended.',
    };
}
/** No wrap is between a 7z archive and its passphrase. */
function archivesFinding(count, { destination, job }, dropOld) {
    return {
        severity: dropOld ? 'warning' : 'info',
        code: 'archives-not-rekeyed',
        message: `${(0,bytes/* plural */.LS)(count, 'backup')} of ${job} at ${destination} ${count === 1 ? 'is a 7z archive' : 'are 7z archives'}: the passphrase that each was made with goes on opening it, and nothing else does`,
        hint: 'Keep that passphrase until retention has let these backups go; `holdfast shred` deletes one at once.',
    };
}
/** Whether an error says something about one backup; any other one, such as of a store that is away, ends this destination. */
function blamesBackup(error) {
    return (0,errors_error/* hasCode */.u)(error, 'identity-wrong', 'passphrase-wrong', 'object-missing', 'object-damaged', 'manifest-damaged', 'backup-not-found', 'commit-conflict', 'store-lied');
}
/** Every backup of a job at one destination; one that fails does not keep the others from going on. */
async function rekeyJob(context, job, destination, options) {
    const { store, name } = destination;
    const { points, damaged } = await (0,entries/* readEntries */.$)(context, destination, job, { proofs: false, tells: false });
    const marked = await (0,shredded/* listMarked */.X9)(store, job);
    const encrypted = points.filter((entry) => entry.encrypted && !marked.has(entry.id));
    const errors = damaged.map(({ error }) => error);
    const result = {
        job,
        destination: name,
        backups: encrypted.length,
        added: 0,
        proven: 0,
        dropped: 0,
        locked: 0,
        failed: 0,
        unencrypted: points.filter((entry) => !entry.encrypted).length,
        shredded: points.filter(({ id }) => marked.has(id)).length,
    };
    let lockedUntil;
    let looked = 0;
    const about = { type: 'progress', job, stream: name, phase: 'rekey', unit: 'backup' };
    const total = encrypted.length;
    const run = {
        ...options,
        store,
        signal: context.signal,
        assertHeld: () => {
            for (const lease of options.leases)
                lease.assertHeld();
        },
    };
    context.reporter.on({ ...about, total, bytes: 0 });
    const work = (0,bounded/* forEachBounded */.a)(encrypted, atOnce(options.keys), async (entry) => {
        context.signal.throwIfAborted();
        try {
            const done = await rekeyBackup(run, entry);
            if (done === undefined)
                return;
            result.added += done.added;
            if (done.proven)
                result.proven += 1;
            result.dropped += done.dropped.deleted;
            result.locked += done.dropped.locked.length;
            const until = done.dropped.lockedUntil;
            if (until && (lockedUntil === undefined || until > lockedUntil))
                lockedUntil = until;
        }
        catch (error) {
            context.signal.throwIfAborted();
            if (!blamesBackup(error))
                throw error;
            result.failed += 1;
            errors.push((0,outcome/* errorOfJob */.Dm)(error, job));
        }
        looked += 1;
        context.reporter.on({ ...about, total, bytes: looked });
    });
    await work.catch((error) => {
        context.signal.throwIfAborted();
        result.failed += total - looked;
        errors.push((0,outcome/* errorOfJob */.Dm)(error, job));
    });
    context.reporter.on({ ...about, total, bytes: looked, done: true });
    const archived = encrypted.filter((entry) => entry.archived).length;
    const findings = [
        ...(result.locked > 0 ? [lockedFinding(result, lockedUntil)] : []),
        ...(archived > 0 ? [archivesFinding(archived, result, options.dropOld)] : []),
    ];
    for (const finding of findings)
        (0,commands_context/* tell */.q)(context, finding, job);
    return { result, errors, findings };
}

// EXTERNAL MODULE: ./build/codec/age/keys.js
var keys = __webpack_require__(47233);
// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(10216);
;// CONCATENATED MODULE: ./build/commands/rekey/keys.js



async function knownIdentities(context) {
    const texts = [await (0,identities/* identityText */.Ky)(context), context.config.identity()];
    const known = new Map();
    for (const text of texts) {
        for (const identity of text === undefined ? [] : (0,keys/* parseIdentities */.go)(text)) {
            const recipient = await (0,keys/* recipientOf */.du)(identity);
            known.set(recipient, { identity, recipient });
        }
    }
    return [...known.values()];
}
/**
 * The keys of a `rekey`. Errors: `identity-missing` where nothing could open a backup, `rekey-unproven` with `dropOld`
 * where no identity of the configured recipients is here: then nobody could say that the new wraps open.
 */
async function rekeyKeys(context, dropOld) {
    const { config } = context;
    const encryption = config.encryption();
    if (encryption.none) {
        throw new errors_error/* HoldfastError */.E('recipient-missing', 'the configuration says encryption: none', {
            hint: 'Put whom the backups are to be for under encryption.recipients, and run rekey again.',
        });
    }
    const recipients = [...new Set((0,keys/* parseRecipients */.q)(encryption.recipients))].sort();
    const { passphrase } = encryption;
    const identities = await knownIdentities(context);
    if (identities.length === 0 && passphrase === undefined) {
        throw new errors_error/* HoldfastError */.E('identity-missing', 'no key is here that opens the backups as they are', {
            hint: 'Give the identity that opens them now with --identity FILE; the file may hold the new one as well.',
        });
    }
    const provable = recipients.length === 0 || identities.some((known) => recipients.includes(known.recipient));
    if (dropOld && !provable) {
        throw new errors_error/* HoldfastError */.E('rekey-unproven', 'no identity of encryption.recipients is here', {
            hint: 'Add the new identity to the file of --identity, below the old one: old wraps go only when it has opened the new ones.',
            context: { recipients },
        });
    }
    return { recipients, passphrase, identities };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/commands/rekey/remembered.js



/**
 * Opens what the state directory remembers of wraps for `recipients`: hashes, nothing secret. Losing it costs a wrap
 * more where not all identities are at hand. Lines that a crash cut off match nothing.
 */
async function rememberedWraps({ stateDirectory }, recipients) {
    const file = (0,external_node_path_.join)(stateDirectory, 'rekeyed.txt');
    const lines = await (0,promises_.readFile)(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw error;
    });
    const known = new Set(lines.split('\n'));
    const about = `${recipients.join(' ')}\n`;
    const hashOf = (wrapped, dataKey) => (0,external_node_crypto_.createHash)('sha256').update(`${about}${dataKey}\n`).update(wrapped).digest('hex');
    return {
        has: (wrapped, dataKey) => known.has(hashOf(wrapped, dataKey)),
        async add(wrapped, dataKey) {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
            const handle = await (0,promises_.open)(file, 'a', 0o600);
            try {
                await handle.appendFile(`${hashOf(wrapped, dataKey)}\n`);
                await handle.sync();
            }
            finally {
                await handle.close();
            }
        },
    };
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/repository/lease.js
var lease = __webpack_require__(59226);
// EXTERNAL MODULE: ./build/commands/repository/lease-store.js
var lease_store = __webpack_require__(49030);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
;// CONCATENATED MODULE: ./build/commands/rekey.js












async function openAll(context, job, report) {
    const open = [];
    for (const name of (0,find/* destinationsOf */.N)(context, job)) {
        try {
            open.push(await (0,destination/* openDestination */.xB)(context, name, 'write'));
        }
        catch (error) {
            context.signal.throwIfAborted();
            report.errors.push((0,outcome/* errorOfJob */.Dm)(error, job));
        }
    }
    return open;
}
async function underLease(context, job, options, report) {
    const open = await openAll(context, job, report);
    const leases = await (0,lease/* leaseScope */.H_)(context, `job~${job}`, await (0,lease_store/* leaseStores */.J)(context, open), options.onBusy, {
        job,
    });
    if (leases === undefined) {
        report.skipped.push({ job, status: 'skipped' });
        return;
    }
    const held = { ...context, signal: (0,lease/* whileHeld */.tE)(context.signal, leases) };
    try {
        for (const destination of open) {
            try {
                const done = await rekeyJob(held, job, destination, { ...options, leases });
                report.results.push(done.result);
                report.errors.push(...done.errors);
                report.warnings.push(...done.findings);
            }
            catch (error) {
                held.signal.throwIfAborted();
                report.errors.push((0,outcome/* errorOfJob */.Dm)(error, job));
            }
        }
    }
    finally {
        await (0,lease/* releaseAll */.Th)(leases);
    }
}
/** An old key that is thrown away takes with it what nobody thought of. */
async function tellUntouched(context, jobs, report) {
    for (const name of new Set(report.results.map(({ destination }) => destination))) {
        const { points } = await (0,entries/* readEntries */.$)(context, await (0,destination/* openDestination */.xB)(context, name), undefined, {
            proofs: false,
        });
        const others = new Set(points.flatMap(({ job, encrypted, shredded }) => encrypted && !shredded && !jobs.includes(job) ? [job] : []));
        if (others.size === 0)
            continue;
        const names = [...others].sort().join(', ');
        const finding = {
            severity: 'info',
            code: 'not-rekeyed',
            message: `${name} holds backups of ${names} as well, whose keys were not touched`,
            hint: `Run \`holdfast rekey ${[...others].sort().join(' ')}\` before an identity that opens them is thrown away.`,
        };
        (0,commands_context/* tell */.q)(context, finding);
        report.warnings.push(finding);
    }
}
/**
 * `holdfast rekey [jobs…]`: every backup, at every destination of its job, gets a wrap for the configured recipients and
 * one for the passphrase, where it lacks them. With `dropOld` the others go, once an identity of the recipients has
 * opened the new one. Run again it goes on where it stopped. Errors: `rekey-unproven`, `identity-wrong`, `busy` …
 */
async function rekey(context, named, options) {
    const jobs = named.length > 0 ? [...new Set(named)] : await (0,repository_select/* knownJobs */.y)(context);
    context.config.prepare({
        jobs: jobs.filter((job) => context.config.jobNames.includes(job)),
        ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
        parts: ['destinations', 'encryption', 'identity', 'trust'],
    });
    const keys = await rekeyKeys(context, options.dropOld);
    if (options.dropOld) {
        await context.confirm(`Whoever holds only an old identity will open no backup of ${jobs.join(', ')} any more. Drop every wrapped key that is not for the configured recipients, once the new one has been opened?`);
    }
    const remembered = await rememberedWraps(context, keys.recipients);
    const report = { results: [], skipped: [], errors: [], warnings: [] };
    for (const job of jobs) {
        try {
            await underLease(context, job, { ...options, keys, remembered }, report);
        }
        catch (error) {
            report.errors.push((0,outcome/* errorOfJob */.Dm)(error, job));
            if (context.signal.aborted)
                break;
        }
    }
    const { results, errors, warnings } = report;
    if (results.length > 0 &&
        results.every(({ backups, unencrypted, shredded }) => backups + unencrypted + shredded === 0)) {
        errors.push(new errors_error/* HoldfastError */.E('backup-not-found', `there is no backup of ${jobs.join(', ')}`, {
            hint: 'Run `holdfast list` to see the jobs there are.',
        }));
    }
    if (!context.signal.aborted) {
        await tellUntouched(context, jobs, report).catch((error) => {
            errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        });
    }
    const succeeded = results.reduce((sum, { backups, failed }) => sum + backups - failed, 0);
    return { results: [...results, ...report.skipped], warnings, errors, exitCode: (0,outcome/* exitOf */.sX)(errors, succeeded) };
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


/***/ })

};
