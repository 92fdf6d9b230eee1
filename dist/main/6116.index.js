export const id = 6116;
export const ids = [6116];
export const modules = {

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

/***/ 86116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keygen: () => (/* binding */ keygen),
/* harmony export */   w: () => (/* binding */ generateKeys)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86309);
/* harmony import */ var _codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47233);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54992);
/* harmony import */ var _process_make_missing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50391);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33967);







async function writePrivate(file, text) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'wx', 0o600);
        try {
            await handle.writeFile(text);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
    }
    catch (cause) {
        const exists = cause.code === 'EEXIST';
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('target-unwritable', exists ? `${file} exists already` : `cannot write ${file}`, {
            hint: exists
                ? 'Keys are never overwritten. Use another --out directory, or move the old key away and keep it.'
                : 'Choose a directory that you may write to with --out.',
            context: { path: file },
            cause,
        });
    }
}
/** Writes `identity.txt`, `state-identity.txt`, `backup-signing.key` and `drill-signing.key`, all 0600, never over an existing file. */
async function generateKeys(directory, createdAt) {
    await (0,_process_make_missing_js__WEBPACK_IMPORTED_MODULE_5__/* .makeMissing */ .p)(directory);
    const identity = await (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .generateKeyPair */ .TZ)();
    const state = await (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .generateKeyPair */ .TZ)();
    const backup = (0,_catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__/* .generateSigningKey */ .ID)();
    const drill = (0,_catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__/* .generateSigningKey */ .ID)();
    const note = (what, publicHalf) => `# holdfast ${what}, made ${createdAt.toISOString()}\n# public: ${publicHalf}\n`;
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'identity.txt'), `${note('identity: opens every backup', identity.recipient)}${identity.identity.reveal()}\n`);
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'state-identity.txt'), `${note('state identity: opens only state/', state.recipient)}${state.identity.reveal()}\n`);
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'backup-signing.key'), `${note('signing key of backups', backup.public)}${backup.private.reveal()}\n`);
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'drill-signing.key'), `${note('signing key of drills', drill.public)}${drill.private.reveal()}\n`);
    return {
        directory,
        recipient: identity.recipient,
        stateRecipient: state.recipient,
        backupSigning: backup.public,
        drillSigning: drill.public,
    };
}
/** `holdfast keygen [--out DIR]`. */
async function keygen(context, directory) {
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_6__/* .done */ .Vw)([await generateKeys((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, directory), context.clock.now())]);
}


/***/ })

};
