export const id = 8552;
export const ids = [8552];
export const modules = {

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

/***/ 38552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/catalog/repository.js + 1 modules
var catalog_repository = __webpack_require__(72158);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
;// CONCATENATED MODULE: ./build/commands/doctor/host.js

/** The Node that runs, and whether the state directory can be used. */
async function lookAtHost(context) {
    const findings = [{ severity: 'ok', code: 'node', message: `Node ${process.version}` }];
    const { stateDirectory } = context;
    try {
        await (0,promises_.mkdir)(stateDirectory, { recursive: true, mode: 0o700 });
        await (0,promises_.access)(stateDirectory, promises_.constants.W_OK);
        findings.push({ severity: 'ok', code: 'state', message: `state in ${stateDirectory}` });
    }
    catch {
        findings.push({
            severity: 'error',
            code: 'state-unusable',
            message: `the state directory ${stateDirectory} cannot be written`,
            hint: 'Make it writable for this user, or set HOLDFAST_STATE_DIR to a directory that is.',
        });
    }
    return findings;
}

// EXTERNAL MODULE: ./build/catalog/signing-key.js
var signing_key = __webpack_require__(86309);
// EXTERNAL MODULE: ./build/codec/age/keys.js
var keys = __webpack_require__(47233);
// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(10216);
;// CONCATENATED MODULE: ./build/commands/doctor/keys.js




/** Recipients, the identity where the role has one, and signatures. */
async function lookAtKeys(context, role) {
    const { config } = context;
    const findings = [];
    const encryption = config.encryption();
    if (encryption.none) {
        findings.push({
            severity: 'warning',
            code: 'not-encrypted',
            message: 'backups are not encrypted',
            hint: 'Run `holdfast keygen` and set encryption.recipients, unless the destination is as safe as the source.',
        });
        return findings;
    }
    const recipients = (0,keys/* parseRecipients */.q)(encryption.recipients);
    findings.push({
        severity: 'ok',
        code: 'recipients',
        message: `encrypted to ${(0,bytes/* plural */.LS)(recipients.length, 'recipient')}`,
    });
    const text = role === 'backup' || role === 'cleanup' ? undefined : await (0,identities/* identityText */.Ky)(context);
    if (text === undefined)
        findings.push({
            severity: 'info',
            code: 'no-identity',
            message: 'no identity here: this host cannot read backups',
        });
    else {
        const own = await Promise.all((0,keys/* parseIdentities */.go)(text).map((identity) => (0,keys/* recipientOf */.du)(identity)));
        findings.push(own.some((recipient) => recipients.includes(recipient))
            ? {
                severity: 'ok',
                code: 'identity',
                message: 'the identity opens what is encrypted to these recipients',
            }
            : {
                severity: 'error',
                code: 'key-mismatch',
                message: 'the identity opens none of the recipients',
                hint: 'Set encryption.identity to the private half of one of encryption.recipients.',
            });
    }
    const { key, trust } = config.signing();
    (0,signing_key/* parseTrust */.Sb)(trust);
    if (key !== undefined) {
        const { keyid } = (0,signing_key/* parseSigningKey */.UG)(key);
        findings.push(trust.length === 0 || trust.includes(keyid)
            ? { severity: 'ok', code: 'signing', message: `signs as ${keyid}` }
            : {
                severity: 'error',
                code: 'signature-untrusted',
                message: `signing.key is ${keyid}, which signing.trust does not list`,
                hint: 'Add it to signing.trust, or what this host writes will not count.',
            });
    }
    else
        findings.push({
            severity: 'info',
            code: 'unsigned',
            message: 'no signing key: backups and proofs are not signed',
        });
    return findings;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/doctor/probe.js



const drift = 3 * 60_000;
const sha256 = (body) => (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex');
const bodyOf = () => Buffer.from(JSON.stringify({ probe: (0,external_node_crypto_.randomUUID)() }));
/** Whether `attempt` is refused with `store-condition-failed` or `store-checksum-mismatch`, as it must be. */
async function isRefused(attempt) {
    try {
        await attempt();
        return false;
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-condition-failed', 'store-checksum-mismatch'))
            return true;
        // The driver knows that its store has no such thing.
        if ((0,errors_error/* hasCode */.u)(error, 'store-unsupported'))
            return false;
        throw error;
    }
}
function capability(name, works, without) {
    return works
        ? { severity: 'ok', code: 'capability', message: name }
        : { severity: 'warning', code: 'capability-missing', message: `no ${name}`, hint: without };
}
/** The first swap must go through, the second meet another etag. */
async function swaps(put) {
    try {
        await put();
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-unsupported'))
            return false;
        throw error;
    }
    return isRefused(put);
}
async function tryConditions({ store, signal, key }) {
    const first = bodyOf();
    const { etag, modified } = await store.put(key, first, { signal, sha256: sha256(first) });
    const put = (when) => () => {
        const body = bodyOf();
        return store.put(key, body, { signal, sha256: sha256(body), when });
    };
    const createOnly = await isRefused(put({ absent: true }));
    const compareAndSwap = await swaps(put({ etag }));
    const wrong = bodyOf();
    const enforces = await isRefused(() => store.put(key, wrong, { signal, sha256: sha256(first) }));
    const there = await store.stat(key);
    return [
        capability('create-only writes', createOnly, 'A runner could overwrite backups: use versioning or Object Lock.'),
        capability('compare-and-swap', compareAndSwap, 'Leases are advisory here: cleanup needs --exclusive.'),
        capability('SHA-256 checked on arrival', enforces, 'Every backup is read back whole before it counts.'),
        ...(there
            ? []
            : [{ severity: 'error', code: 'store-lied', message: 'what was written is not there' }]),
        { severity: 'info', code: 'store-time', message: `the store says it is ${modified.toISOString()}` },
    ];
}
async function tryRange({ store, signal, key }) {
    try {
        const chunks = [];
        for await (const chunk of await store.get(key, { signal, range: { offset: 1, length: 4 } }))
            chunks.push(chunk);
        const works = Buffer.concat(chunks).length === 4;
        return [capability('reading parts of objects', works, 'Restoring one file fetches whole volumes.')];
    }
    catch (error) {
        // A backup role may not read: that is as it should be.
        return [
            {
                severity: 'info',
                code: 'no-read',
                message: `reading is not allowed: ${(0,outcome/* asHoldfastError */.Cs)(error).message}`,
            },
        ];
    }
}
function clockFinding(modified, now) {
    const off = Math.abs(modified.getTime() - now.getTime());
    return off < drift
        ? { severity: 'ok', code: 'clock', message: `clocks agree within ${Math.ceil(off / 1000)} s` }
        : {
            severity: 'warning',
            code: 'clock-drift',
            message: `this host's clock is ${Math.round(off / 1000)} s off the store's`,
            hint: 'Set the clock by NTP: ids, retention and leases rely on it.',
        };
}
/** What a thief of a key that writes cannot undo. A store that has neither says so by its roles, not here. */
function keptFindings({ features: { versions, objectLock } }) {
    return [
        ...(versions ? [capability('versions of what is overwritten or deleted', true, '')] : []),
        ...(objectLock ? [capability('Object Lock on what is written', true, '')] : []),
    ];
}
/** One object for all that ever ask: a role that may not delete leaves it behind, and `leases/` may be overwritten. */
const key = 'leases/_doctor.json';
/** What a destination really can do, found out by trying it on one object under `leases/`. */
async function probeStore(store, clock, signal) {
    const probe = { store, signal, key };
    try {
        const findings = await tryConditions(probe);
        const range = await tryRange(probe);
        const stored = await store.stat(key);
        return [
            ...findings,
            ...range,
            ...keptFindings(store),
            ...(stored ? [clockFinding(stored.modified, clock.now())] : []),
        ];
    }
    finally {
        await store.delete(key).catch(() => undefined);
    }
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/commands/repository/source-context.js
var source_context = __webpack_require__(4161);
;// CONCATENATED MODULE: ./build/commands/doctor.js











function found(error) {
    const { code, message, hint } = (0,outcome/* asHoldfastError */.Cs)(error);
    return { severity: 'error', code, message, ...(hint === undefined ? {} : { hint }) };
}
async function attempt(work) {
    try {
        return await work();
    }
    catch (error) {
        return [found(error)];
    }
}
async function doctor_destination(context, name) {
    const store = await (0,destination/* openStore */.Ch)(context, name, 'probe');
    const repository = await (0,catalog_repository/* readRepository */.Nu)(store, context.signal);
    const findings = [
        repository
            ? { severity: 'ok', code: 'repository', message: `repository ${repository.repository}` }
            : {
                severity: 'info',
                code: 'repository-missing',
                message: 'no repository yet: the first backup makes it',
            },
    ];
    findings.push(...(await probeStore(store, context.clock, context.signal)));
    const path = context.drivers.localPath(context.config.destination(name));
    if (path !== undefined) {
        const { bavail, bsize } = await (0,promises_.statfs)(path);
        findings.push({
            severity: 'ok',
            code: 'free-space',
            message: `${(0,bytes/* formatBytes */.z3)(bavail * bsize)} free in ${path}`,
        });
        findings.push({
            severity: 'info',
            code: 'no-roles',
            message: 'a directory has no roles: whoever may write backups here may delete them',
            hint: 'Keep a second copy where this user may only add: an object store with versioning or Object Lock.',
        });
    }
    return findings;
}
async function source(context, job) {
    const settings = context.config.job(job);
    const warnings = [];
    const driver = context.drivers.source(settings.source.type, settings.source.settings);
    const findings = await driver.preflight((0,source_context/* sourceContextOf */.k)(context, job, warnings));
    return findings.length > 0
        ? findings
        : [{ severity: 'ok', code: 'source', message: `${driver.type} is ready` }];
}
/** `holdfast doctor [jobs…] [--role R]`: looks at everything a run will need, by trying it. Exits 1 when something is wrong. */
async function doctor(context, jobs, role) {
    const groups = [
        { subject: 'this host', findings: await lookAtHost(context) },
        { subject: 'keys', findings: await attempt(() => lookAtKeys(context, role)) },
    ];
    for (const name of (0,destination/* chosenDestinations */.Cf)(context, context.config.destinationNames)) {
        groups.push({ subject: `destination ${name}`, findings: await attempt(() => doctor_destination(context, name)) });
    }
    for (const job of role === 'drill' || role === 'cleanup' ? [] : (0,repository_select/* selectJobs */.h)(context, jobs)) {
        groups.push({ subject: `job ${job}`, findings: await attempt(() => source(context, job)) });
    }
    const bad = groups.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');
    const errors = bad.slice(0, 1).map(() => new errors_error/* HoldfastError */.E('doctor-found-errors', `doctor found ${bad.length === 1 ? '1 error' : `${bad.length} errors`}`, {
        hint: 'Each line above says what mends it.',
    }));
    return { results: groups, warnings: [], errors, exitCode: bad.length > 0 ? 1 : 0 };
}


/***/ }),

/***/ 49498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ environmentForChildren)
/* harmony export */ });
/* harmony import */ var _process_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84511);

/**
 * The environment for what a command starts. The configuration's own keys are looked up first, whether this run uses
 * them or not: only what is known to be a secret is withheld, and a backup never reads the identity by itself.
 */
function environmentForChildren({ config, environment }) {
    const keys = [
        () => config.identity(),
        () => config.stateIdentity(),
        () => config.encryption(),
        () => config.signing(),
    ];
    for (const read of keys) {
        try {
            read();
        }
        catch {
            // A variable that is missing holds no secret; who needs it says so.
        }
    }
    return (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .childEnvironment */ .Q)(environment);
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
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31533);



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

/***/ 4161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ sourceContextOf),
/* harmony export */   v: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76140);
/* harmony import */ var _child_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49498);


/** The context that a source's restore or drill runs in; what it warns of is also kept in `warnings`. */
function sourceContextOf(context, job, warnings, signal = context.signal) {
    return {
        job,
        signal,
        clock: context.clock,
        environment: (0,_child_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentForChildren */ .g)(context),
        warn(finding) {
            warnings.push(finding);
            (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .tell */ .q)(context, finding, job);
        },
    };
}
/** The source of a stored backup: with the job's settings where the configuration has the job, else with none. */
function sourceOf(context, job, type) {
    const { config } = context;
    if (!config.jobNames.includes(job))
        return context.drivers.source(type);
    const { source } = config.job(job);
    return source.type === type ? context.drivers.source(type, source.settings) : context.drivers.source(type);
}


/***/ })

};
