export const id = 8528;
export const ids = [8528];
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

/***/ 65788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gB: () => (/* binding */ adoptedPlaces),
  r_: () => (/* binding */ findChain),
  yI: () => (/* binding */ readPlace)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/catalog/zrb/manifest.js


const hex = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'not a hash');
const manifest = schemas/* object */.Ikc({
    datetime: schemas/* int */.Whr().min(0),
    backup_level: schemas/* int */.Whr().min(0),
    target_snapshot: schemas/* string */.YjP().regex(/@/, 'not a snapshot'),
    parent_snapshot: schemas/* string */.YjP().default(''),
    parent_s3_path: schemas/* string */.YjP().default(''),
    blake3_hash: hex,
    parts: schemas/* array */.YOg(schemas/* object */.Ikc({
        index: schemas/* string */.YjP().regex(/^[A-Za-z0-9]+$/, 'not the index of a part'),
        blake3_hash: hex.optional(),
        sha256_hash: hex.optional(),
    })
        .refine((part) => part.blake3_hash ?? part.sha256_hash, 'a part without a hash'))
        .min(1),
});
/**
 * Reads a `task_manifest.yaml` of zrb. Keys come from where the manifest lies (`path`), never from what is in it.
 * Errors: `manifest-damaged`.
 */
async function parseZrbManifest(text, path) {
    const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const fail = (why, cause) => new errors_error/* HoldfastError */.E('manifest-damaged', `manifests/${path} of zrb cannot be read: ${why}`, {
        hint: "Bring the file back from zrb's base_dir or another copy of the bucket; without it `age` and `zfs receive` restore the parts by hand.",
        context: { path },
        cause,
    });
    let content;
    try {
        content = parse(text);
    }
    catch (cause) {
        throw fail('it is not YAML', cause);
    }
    const read = manifest.safeParse(content);
    if (!read.success) {
        throw fail(read.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; '));
    }
    const { data } = read;
    // zrb's workers wrote them in the order in which they were done.
    const parts = data.parts.toSorted((a, b) => (a.index < b.index ? -1 : a.index > b.index ? 1 : 0));
    return {
        level: data.backup_level,
        createdAt: new Date(data.datetime * 1000),
        snapshot: data.target_snapshot,
        parentSnapshot: data.parent_snapshot,
        parentPath: data.parent_s3_path,
        blake3: data.blake3_hash,
        parts: parts.map(({ index, blake3_hash: blake3, sha256_hash: sha256 }) => ({
            key: `data/${path}/snapshot.part-${index}.age`,
            hash: blake3 ?? sha256 ?? '',
            algorithm: blake3 === undefined ? 'sha256' : 'blake3',
        })),
    };
}

;// CONCATENATED MODULE: ./build/catalog/zrb/listing.js



/** Bytes that a manifest of zrb may have: a line or two for each 3 GB. */
const manifestLimit = 16 * 1024 * 1024;
/** The dataset and path of a manifest's key; undefined for anything else. */
function pathOf(key) {
    const [, path, dataset] = /^manifests\/((.+)\/level\d+\/\d{8})\/task_manifest\.yaml$/.exec(key) ?? [];
    return path === undefined || dataset === undefined ? undefined : { dataset, path };
}
/** What an increment builds on: the backup of that snapshot, the one that zrb names where there are several. */
function parentOf({ level, parentSnapshot, parentPath }, all) {
    const fitting = all.filter((one) => one.level < level && one.snapshot === parentSnapshot);
    return fitting.find(({ id }) => id === parentPath) ?? fitting.at(-1);
}
function missingPart({ id, parts, objects }) {
    const there = new Set(objects.map(({ key }) => key));
    const missing = parts.filter(({ key }) => !there.has(key)).length;
    return missing === 0 ? undefined : `${missing} of ${parts.length} parts of ${id} are missing`;
}
function withChain(last, all) {
    const chain = [last];
    let broken = missingPart(last);
    for (let at = last; at.level > 0;) {
        const parent = parentOf(at, all);
        if (parent === undefined) {
            broken ??= `${at.parentSnapshot || 'the snapshot'} that ${at.id} builds on is in no backup here`;
            break;
        }
        broken ??= missingPart(parent);
        chain.unshift(parent);
        at = parent;
    }
    return { ...last, chain: chain.map(({ id }) => id), ...(broken !== undefined && { broken }) };
}
async function objectsBelow(store, prefix) {
    const found = [];
    for await (const object of store.list(prefix))
        found.push(object);
    return found;
}
/** Everything that zrb left of a dataset. What of it cannot be read is returned as damaged. Errors: the store's. */
async function listZrb(store, dataset, signal) {
    const found = [];
    const damaged = [];
    const data = await objectsBelow(store, `data/${dataset}/level`);
    for (const manifest of await objectsBelow(store, `manifests/${dataset}/level`)) {
        signal.throwIfAborted();
        const at = pathOf(manifest.key);
        if (at?.dataset !== dataset)
            continue;
        try {
            const bytes = await (0,object_io/* readObject */.Ag)(store, manifest.key, manifestLimit, signal);
            const read = await parseZrbManifest(Buffer.from(bytes).toString('utf8'), at.path);
            const objects = data.filter(({ key }) => key.startsWith(`data/${at.path}/`));
            const storedBytes = objects.reduce((sum, object) => sum + object.bytes, 0);
            found.push({ ...read, id: at.path, dataset, manifest, objects, storedBytes });
        }
        catch (error) {
            if (!(0,errors_error/* hasCode */.u)(error, 'manifest-damaged', 'object-damaged'))
                throw error;
            damaged.push({ key: manifest.key, error });
        }
    }
    found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.level - b.level);
    return { backups: found.map((one) => withChain(one, found)), damaged };
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
;// CONCATENATED MODULE: ./build/commands/adopted-chains/places.js


/** The places of these jobs, or of all; of those that `--destination` names where it does. */
function adoptedPlaces(context, jobs) {
    const { config, drivers, onlyDestinations } = context;
    const wanted = jobs.length === 0 ? config.jobNames : jobs.filter((job) => config.jobNames.includes(job));
    return wanted.flatMap((job) => {
        const { adopt, source } = config.job(job);
        const name = adopt.zrb;
        if (name === undefined)
            return [];
        if (onlyDestinations.length > 0 && !onlyDestinations.includes(name))
            return [];
        const dataset = drivers.source(source.type, source.settings).templateWords?.dataset;
        return dataset === undefined ? [] : [{ job, name, dataset }];
    });
}
/** Reads all manifests of a place. Errors: the store's. */
async function readPlace(context, place, mode = 'read') {
    const store = await (0,destination/* openStore */.Ch)(context, place.name, mode);
    return { ...place, store, ...(await listZrb(store, place.dataset, context.signal)) };
}
/** The backup of such an id at the first place that has it; undefined for any other name. */
async function findChain(context, id) {
    for (const place of adoptedPlaces(context, [])) {
        if (!id.startsWith(`${place.dataset}/level`))
            continue;
        const { backups, store, damaged } = await readPlace(context, place);
        const backup = backups.find((one) => one.id === id);
        const lost = damaged.find(({ key }) => key === `manifests/${id}/task_manifest.yaml`);
        if (lost !== undefined)
            throw lost.error;
        if (backup === undefined)
            continue;
        const chain = backup.chain.flatMap((one) => backups.find((each) => each.id === one) ?? []);
        return { ...place, store, backup, chain };
    }
    return undefined;
}


/***/ }),

/***/ 88528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/commands/adopted-chains/places.js + 2 modules
var places = __webpack_require__(65788);
;// CONCATENATED MODULE: ./build/commands/doctor/adopted.js


/** A destination that only another tool wrote to: it is read, and nothing is tried there. Errors: the store's. */
async function lookAtAdopted(context, name) {
    const findings = [];
    for (const place of (0,places/* adoptedPlaces */.gB)(context, []).filter((each) => each.name === name)) {
        const { backups, damaged } = await (0,places/* readPlace */.yI)(context, place);
        const broken = backups.filter((backup) => backup.broken !== undefined).map(({ id }) => id);
        findings.push({
            severity: 'ok',
            code: 'adopted',
            message: `${(0,bytes/* plural */.LS)(backups.length, 'backup')} of ${place.dataset} by zrb can be listed and restored`,
        });
        if (broken.length + damaged.length === 0)
            continue;
        findings.push({
            severity: 'warning',
            code: 'adopted-damaged',
            message: `${broken.length + damaged.length} of ${place.dataset} by zrb cannot be restored`,
            hint: 'Look at them with `holdfast list`; cleanup leaves their chains alone.',
            names: [...broken, ...damaged.map(({ key }) => key)],
        });
    }
    return findings;
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/doctor/attempted.js

/** An error as a finding. */
function found(error) {
    const { code, message, hint } = (0,outcome/* asHoldfastError */.Cs)(error);
    return { severity: 'error', code, message, ...(hint === undefined ? {} : { hint }) };
}
/** What was found; an error that it ended with is a finding, and keeps nothing else from being looked at. */
async function attempt(work) {
    try {
        return await work();
    }
    catch (error) {
        return [found(error)];
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/catalog/repository.js + 1 modules
var catalog_repository = __webpack_require__(72158);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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

// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
;// CONCATENATED MODULE: ./build/commands/doctor/role-rights.js

const leases = 'leases/';
/** Every folder of a repository. */
const folders = [
    'manifests/',
    'data/',
    'keys/',
    'state/',
    'proofs/',
    'logs/',
    'holds/',
    'shredded/',
    leases,
];
const everything = [''];
const ownFiles = [keys/* repositoryKey */.Kq, keys/* restoreGuideKey */._9];
/** A lock on what changes would be in the way of the next change. */
function locking(places, { locks }) {
    const locked = places.filter((place) => place !== leases && place !== 'holds/');
    return locks ? [{ operation: 'retain', places: locked }] : [];
}
function backupRights(options) {
    const { outside } = options;
    const own = ['manifests/', 'data/', ...outside, 'keys/', 'state/', 'logs/', 'holds/'];
    const created = [...ownFiles, ...own, leases];
    return {
        needed: [
            { operation: 'list', places: everything },
            { operation: 'read', places: [keys/* repositoryKey */.Kq, 'manifests/', 'state/', leases] },
            { operation: 'create', places: created },
            { operation: 'replace', places: [leases] },
            ...locking(created, options),
        ],
        forbidden: [
            { operation: 'read', places: ['data/', ...outside, 'keys/'] },
            { operation: 'create', places: ['proofs/', 'shredded/'] },
            { operation: 'replace', places: own },
            { operation: 'delete', places: [...folders, ...outside] },
        ],
    };
}
function drillRights(options) {
    const created = ['proofs/', 'logs/'];
    const { outside } = options;
    return {
        needed: [
            { operation: 'list', places: everything },
            { operation: 'read', places: everything },
            { operation: 'create', places: created },
            ...locking(created, options),
        ],
        forbidden: [
            { operation: 'create', places: [...folders.filter((each) => !created.includes(each)), ...outside] },
            { operation: 'replace', places: created },
            { operation: 'delete', places: [...folders, ...outside] },
        ],
    };
}
function cleanupRights(options) {
    const created = ['manifests/', 'logs/', 'holds/', leases];
    const { outside } = options;
    return {
        needed: [
            { operation: 'list', places: everything },
            { operation: 'read', places: [keys/* repositoryKey */.Kq, 'manifests/', 'proofs/', leases] },
            { operation: 'create', places: created },
            { operation: 'replace', places: [leases] },
            { operation: 'delete', places: everything },
            // What it did, not the tombstones that it sets.
            ...locking(['logs/'], options),
        ],
        forbidden: [
            { operation: 'read', places: ['data/', ...outside, 'keys/', 'state/'] },
            { operation: 'create', places: ['data/', ...outside, 'keys/', 'state/', 'proofs/', 'shredded/'] },
        ],
    };
}
/** What the commands of a role do at a destination, and what its credentials must not be good for. */
function rightsOf(role, options) {
    if (role === 'backup')
        return backupRights(options);
    return role === 'drill' ? drillRights(options) : cleanupRights(options);
}
function filtered(rights, wanted) {
    return rights.flatMap(({ operation, places }) => {
        const left = places.filter((place) => wanted(place) || (operation === 'list' && place === ''));
        return left.length > 0 ? [{ operation, places: left }] : [];
    });
}
/** Of a destination whose leases lie elsewhere. */
function withoutLeases({ needed, forbidden }) {
    const wanted = (place) => place !== leases;
    return { needed: filtered(needed, wanted), forbidden: filtered(forbidden, wanted) };
}
/** Of a destination that keeps nothing but leases of others. */
function onlyLeases({ needed, forbidden }) {
    const wanted = (place) => place === leases;
    return { needed: filtered(needed, wanted), forbidden: filtered(forbidden, wanted) };
}

// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
;// CONCATENATED MODULE: ./build/commands/doctor/attempt.js


/** Whether the store refused a call since these credentials have not the right to it. */
function isRefusal(error) {
    if (!(0,errors_error/* hasCode */.u)(error, 'store-unwritable', 'store-unreachable') || error.retryable)
        return false;
    return error.context.status === 403;
}
/** A store decides who may before it looks at what is there: a call that fails for another reason was allowed. */
async function verdict(attempt, ...alsoFine) {
    try {
        await attempt();
        return 'allowed';
    }
    catch (error) {
        if (isRefusal(error))
            return 'refused';
        if ((0,errors_error/* hasCode */.u)(error, 'store-not-found', ...alsoFine))
            return 'allowed';
        throw error;
    }
}
function worst(...verdicts) {
    return (verdicts.find((each) => each === 'refused') ?? verdicts.find((each) => each === 'untried') ?? 'allowed');
}
const isFolder = (place) => place.endsWith('/');
/** No job's name begins so: nobody takes it for a backup's. One name a folder, since a role may not delete it again. */
const scratchIn = (place) => (isFolder(place) ? `${place}_doctor.json` : place);
const nothingIn = (place) => `${place}_doctor-none.json`;
async function tryList({ store, signal }) {
    const look = async (listing) => {
        for await (const _ of listing)
            break;
    };
    signal.throwIfAborted();
    const listed = await verdict(() => look(store.list('')));
    const { versions } = store;
    return versions ? worst(listed, await verdict(() => look(versions('')))) : listed;
}
/** Reads what may not be there at all: the answer tells all the same whether it would be given. */
async function tryRead({ store, signal }, place) {
    const key = scratchIn(place);
    const read = (versionId) => async () => (await store.get(key, { signal, ...(versionId !== undefined && { versionId }) })).destroy();
    const plain = await verdict(read(), 'object-archived');
    return store.features.versions ? worst(plain, await verdict(read('null'), 'object-archived')) : plain;
}
/** Extends the lock of what is not there. */
function tryRetain({ store, signal }, place, until) {
    return verdict(async () => store.retain?.(nothingIn(place), until, { signal }));
}
/** Deletes what is not there: by its version, as cleanup does where there are versions. */
function tryDelete({ store }, place) {
    const { versions } = store.features;
    return verdict(() => store.delete(nothingIn(place), versions ? { versionId: 'null' } : undefined), 'held');
}
/** Where there are versions: whether a marker of deletion may be put over what is there. */
async function tryHide({ store }, place) {
    return store.features.versions ? verdict(() => store.delete(nothingIn(place)), 'held') : 'untried';
}
/** No object ever has it. */
const noEtag = '"00000000000000000000000000000000"';
/** Writes under a condition that nothing meets: nothing comes of it where the store keeps conditions. */
function tryUnmet({ store, signal }, key) {
    return verdict(() => put({ store, signal }, key, { etag: noEtag }), 'store-condition-failed');
}
function put({ store, signal }, key, when) {
    const body = Buffer.from(JSON.stringify({ probe: (0,external_node_crypto_.randomUUID)() }));
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex');
    // The right to lock is tried apart, and what is left behind need not stay for long.
    return store.put(key, body, { signal, sha256, lock: false, ...(when && { when }) });
}
/**
 * Whether something new may be written to a folder, and whether what is there may be written over. Where versions would
 * pile up it is tried under a condition first that nothing meets; a store that demands another condition refuses that.
 */
async function tryWrite(trial, place) {
    const key = scratchIn(place);
    const { createOnly, compareAndSwap, versions } = trial.store.features;
    const unmet = versions && compareAndSwap ? await tryUnmet(trial, key) : 'untried';
    if (unmet === 'allowed')
        return { create: 'allowed', replace: 'allowed' };
    const create = await verdict(() => put(trial, key, createOnly ? { absent: true } : undefined), 'store-condition-failed');
    if (create === 'refused')
        return { create, replace: 'refused' };
    const replace = unmet === 'refused' ? unmet : await tryReplace(trial, key);
    return { create, replace, left: key };
}
/** A policy that keeps what is there is as good as a right that is not given. */
async function tryReplace(trial, key) {
    try {
        return await verdict(() => put(trial, key));
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-unwritable') && !error.retryable)
            return 'refused';
        throw error;
    }
}
/** Takes a scratch object away again, every version of it; false where that is not allowed. */
async function tidy({ store }, key) {
    try {
        if (!store.versions)
            await store.delete(key);
        else
            for await (const version of store.versions(key))
                if (version.key === key)
                    await store.delete(key, { versionId: version.versionId });
        return true;
    }
    catch (error) {
        if (error instanceof errors_error/* HoldfastError */.E)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/commands/doctor/try-rights.js



const try_rights_isFolder = (place) => place.endsWith('/');
function placesOf({ needed, forbidden }, ...operations) {
    const rights = [...needed, ...forbidden].filter(({ operation }) => operations.includes(operation));
    return new Set(rights.flatMap(({ places }) => places));
}
async function tryWrites(trying, rights) {
    const found = new Map();
    for (const place of placesOf(rights, 'create', 'replace')) {
        if (try_rights_isFolder(place))
            found.set(place, await tryWrite(trying, place));
    }
    return found;
}
/**
 * A file at the root is nothing to try a write on: only where it is absent, and under a condition that nothing meets.
 * Undefined where it is there already: nobody has to create it.
 */
async function tryFile(trying, key, writes) {
    // By the listing, since few may read them.
    if (await (0,object_io/* findObject */.Z)(trying.store, key))
        return undefined;
    if (!trying.store.features.compareAndSwap)
        return 'untried';
    const verdict = await tryUnmet(trying, key);
    // A bucket that demands the condition of a new object refuses this one from everybody.
    const demands = [...writes.values()].some((each) => each.create === 'allowed' && each.replace === 'refused');
    return verdict === 'refused' && demands ? 'untried' : verdict;
}
async function tryOne(trying, operation, place, writes, isForbidden) {
    switch (operation) {
        case 'list':
            return tryList(trying);
        case 'read':
            return tryRead(trying, place);
        case 'retain':
            return try_rights_isFolder(place) ? tryRetain(trying, place, trying.lockUntil) : 'untried';
        case 'delete': {
            if (!try_rights_isFolder(place))
                return 'untried';
            const deletes = await tryDelete(trying, place);
            if (!isForbidden || deletes === 'allowed')
                return deletes;
            return (await tryHide(trying, place)) === 'allowed' ? 'allowed' : deletes;
        }
        default:
            return try_rights_isFolder(place) ? (writes.get(place)?.[operation] ?? 'untried') : tryFile(trying, place, writes);
    }
}
async function tryRight(trying, right, writes, isForbidden) {
    const found = { allowed: [], refused: [], untried: [] };
    const { operation, places } = right;
    for (const place of places) {
        const parts = place === '' && operation !== 'list' ? folders : [place];
        for (const part of parts) {
            const verdict = await tryOne(trying, operation, part, writes, isForbidden);
            if (verdict)
                found[verdict].push(part);
        }
    }
    // Written as the role's table has it, where it is all of it.
    const whole = places.includes('') ? places : undefined;
    return {
        right,
        allowed: found.refused.length === 0 && whole ? whole : found.allowed,
        refused: found.allowed.length === 0 && whole ? whole : found.refused,
        untried: found.untried,
    };
}
/**
 * Tries each right of a role, and each that it must not have, on scratch keys of the names `_doctor.json` and
 * `_doctor-none.json`, and takes them away again where that is allowed. Without the right to list nothing else is tried:
 * every answer would be no.
 */
async function tryRights(trying, rights) {
    const [list] = rights.needed;
    const listed = list && (await tryRight(trying, list, new Map(), false));
    if (listed && listed.refused.length > 0)
        return { needed: [listed], forbidden: [], left: [] };
    const writes = await tryWrites(trying, rights);
    const needed = listed ? [listed] : [];
    for (const right of rights.needed.slice(1))
        needed.push(await tryRight(trying, right, writes, false));
    const forbidden = [];
    for (const right of rights.forbidden)
        forbidden.push(await tryRight(trying, right, writes, true));
    const left = [];
    for (const { left: key } of writes.values()) {
        if (key !== undefined && !(await tidy(trying, key)))
            left.push(key);
    }
    return { needed, forbidden, left };
}

;// CONCATENATED MODULE: ./build/commands/doctor/rights.js


const verbs = {
    list: 'list',
    read: 'read',
    create: 'write',
    replace: 'write over',
    retain: 'lock',
    delete: 'delete',
};
const trustHint = 'With signing.trust nothing counts but what your own keys signed.';
const said = (places) => places.includes('')
    ? 'everything'
    : places.length === 1
        ? places[0]
        : `${places.slice(0, -1).join(', ')} and ${places.at(-1)}`;
function mended({ hint, lines, command }) {
    return { hint, ...(command !== undefined && { command }), ...(lines && { policy: lines }) };
}
function ofNeeded({ role, remedy }, { right, allowed, refused }) {
    const { operation } = right;
    const findings = [];
    if (allowed.length > 0)
        findings.push({ severity: 'ok', code: 'right', message: `may ${verbs[operation]} ${said(allowed)}` });
    if (refused.length > 0) {
        findings.push({
            severity: 'error',
            code: 'right-missing',
            message: `may not ${verbs[operation]} ${said(refused)}, which the ${role} role must`,
            ...mended(remedy('allow', { operation, places: refused })),
        });
    }
    return findings;
}
/** Why a right in excess does no harm here; undefined where it does. */
function harmless({ store, guards }, operation) {
    if (operation === 'read' && guards.encrypted)
        return 'it is encrypted, and the key is elsewhere';
    if (operation === 'create' && guards.trusted)
        return 'without a signature of signing.trust it does not count';
    if (operation === 'replace' && store.features.versions)
        return 'the oldest version counts';
    return undefined;
}
function ofForbidden(looking, { right, allowed, refused }) {
    const { role, remedy } = looking;
    const { operation } = right;
    const findings = [];
    if (refused.length > 0) {
        findings.push({
            severity: 'ok',
            code: 'right',
            message: `may not ${verbs[operation]} ${said(refused)}, as it should be`,
        });
    }
    if (allowed.length === 0)
        return findings;
    const why = harmless(looking, operation);
    const message = `may ${verbs[operation]} ${said(allowed)}, which the ${role} role need not`;
    const excess = { operation, places: allowed };
    // Versions are what mends it, and they are there.
    const mend = why !== undefined && operation === 'replace' ? {} : mended(remedy('deny', excess));
    findings.push(why === undefined
        ? {
            severity: 'warning',
            code: 'right-excess',
            message,
            ...mend,
            ...(operation === 'create' && { hint: `${mend.hint} ${trustHint}` }),
        }
        : { severity: 'info', code: 'right-harmless', message: `${message}: ${why}`, ...mend });
    return findings;
}
function untried(tried, left) {
    const files = [...new Set(tried.flatMap((each) => each.untried))];
    const parts = [
        ...(files.length > 0 ? [`writing ${said(files)}`] : []),
        'rights over all of it: policies, versions, expiry, and lifting a lock',
    ];
    const scratch = left.length === 0 ? '' : `; ${said(left)} stay behind, as this role may not delete`;
    return {
        severity: 'info',
        code: 'right-untried',
        message: `not tried, as that could do harm: ${parts.join('; ')}${scratch}`,
    };
}
/**
 * What the credentials of a destination are good for, against what a role needs and must not have, by trying it.
 * Undefined where its kind has no roles.
 */
async function lookAtRights({ config, drivers, clock, signal }, store, { role, destination, guards, outside, part }) {
    const settings = config.destination(destination);
    const rights = part(rightsOf(role, { locks: store.features.objectLock, outside }));
    const { needed } = rights;
    const [first] = needed;
    if (first === undefined || !drivers.remedy(settings, { effect: 'allow', right: first, needed }))
        return undefined;
    const remedy = (effect, right) => drivers.remedy(settings, { effect, right, needed }) ?? { hint: 'See docs/roles.md.' };
    const lockUntil = new Date(clock.now().getTime() + (store.lockFor ?? 0));
    const looking = { role, store, guards, remedy };
    const tried = await tryRights({ store, signal, lockUntil }, rights);
    return [
        ...tried.needed.flatMap((each) => ofNeeded(looking, each)),
        ...tried.forbidden.flatMap((each) => ofForbidden(looking, each)),
        ...(tried.forbidden.length > 0 ? [untried([...tried.needed, ...tried.forbidden], tried.left)] : []),
    ];
}

;// CONCATENATED MODULE: ./build/commands/doctor/destination.js









async function repositoryAt(context, name) {
    const repository = await (0,catalog_repository/* readRepository */.Nu)(await (0,destination/* openStore */.Ch)(context, name, 'read'), context.signal);
    return [
        repository
            ? { severity: 'ok', code: 'repository', message: `repository ${repository.repository}` }
            : {
                severity: 'info',
                code: 'repository-missing',
                message: 'no repository yet: the first backup makes it',
            },
    ];
}
async function lookAtDirectory(path) {
    const { bavail, bsize } = await (0,promises_.statfs)(path);
    return [
        { severity: 'ok', code: 'free-space', message: `${(0,bytes/* formatBytes */.z3)(bavail * bsize)} free in ${path}` },
        {
            severity: 'info',
            code: 'no-roles',
            message: 'a directory has no roles: whoever may write backups here may delete them',
            hint: 'Keep a second copy where this user may only add: an object store with versioning or Object Lock.',
        },
    ];
}
/** Whether leases lie here, and whether anything else does. */
function usesOf(context, name) {
    const { config } = context;
    const isNamed = config.destinationNames.some((each) => config.destination(each).leaseDestination === name);
    return {
        leases: isNamed || config.destination(name).leaseDestination === undefined,
        backups: !(0,destination/* keepsOnlyLeases */.mq)(context, name),
    };
}
function partOf({ leases, backups }) {
    if (!backups)
        return onlyLeases;
    return leases ? (rights) => rights : withoutLeases;
}
/** The folders that `object-name` templates of jobs begin with; one without a folder is not tried. */
function outsideOf(context, name) {
    const names = context.config.jobNames
        .filter((job) => (0,find/* destinationsOf */.N)(context, job).includes(name))
        .map((job) => context.config.job(job).objectName ?? '');
    const folders = names.map((template) => /^[^{]*\//.exec(template)?.[0] ?? '');
    return [...new Set(folders.filter((folder) => folder !== '' && folder !== 'data/'))];
}
function guardsOf({ config }, role) {
    const encryption = config.encryption();
    // With the passphrase a runner could open what it made; cleanup has none of the keys.
    const opens = role === 'backup' && encryption.passphrase !== undefined;
    return { encrypted: !encryption.none && !opens, trusted: config.signing().trust.length > 0 };
}
/** Everything that a run will need of a destination, by trying it; with a role its rights as well. */
async function lookAtDestination(context, name, role) {
    const { clock, signal, drivers, config } = context;
    const store = await (0,destination/* openStore */.Ch)(context, name, 'probe');
    const uses = usesOf(context, name);
    const rights = role &&
        (await lookAtRights(context, store, {
            role,
            destination: name,
            guards: guardsOf(context, role),
            outside: outsideOf(context, name),
            part: partOf(uses),
        }));
    const isShort = rights?.some(({ code }) => code === 'right-missing') ?? false;
    // Only who may write leases can try what conditions a store keeps.
    const tries = rights === undefined || (uses.leases && role !== 'drill');
    // First, since a container that is not there is made by it.
    const probed = isShort ? [] : tries ? await probeStore(store, clock, signal) : keptFindings(store);
    const path = drivers.localPath(config.destination(name));
    return [
        // What is missing says it already.
        ...(isShort || !uses.backups ? [] : await attempt(() => repositoryAt(context, name))),
        ...(rights ?? []),
        ...probed,
        ...(path === undefined ? [] : await lookAtDirectory(path)),
    ];
}

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
var age_keys = __webpack_require__(47233);
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
    const recipients = (0,age_keys/* parseRecipients */.q)(encryption.recipients);
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
        const own = await Promise.all((0,age_keys/* parseIdentities */.go)(text).map((identity) => (0,age_keys/* recipientOf */.du)(identity)));
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

// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/commands/repository/source-context.js
var source_context = __webpack_require__(4161);
;// CONCATENATED MODULE: ./build/commands/doctor.js









async function source(context, job) {
    const settings = context.config.job(job);
    const warnings = [];
    const driver = context.drivers.source(settings.source.type, settings.source.settings);
    const findings = await driver.preflight((0,source_context/* sourceContextOf */.k)(context, job, warnings, 'backup'));
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
        groups.push({
            subject: `destination ${name}`,
            findings: await attempt(() => (0,destination/* keepsOnlyAdopted */.oU)(context, name)
                ? lookAtAdopted(context, name)
                : lookAtDestination(context, name, role)),
        });
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

/***/ 4161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ sourceContextOf),
/* harmony export */   v: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _config_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11521);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76140);
/* harmony import */ var _child_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49498);





/** Where the job's large temporary files go: `spool` for a backup, `scratch-dir` for the rest, else as the host has it. */
function scratchOf({ config }, job, use) {
    if (!config.jobNames.includes(job))
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
    const { spool, scratchDir } = config.job(job);
    return (use === 'backup' ? (spool ?? scratchDir) : scratchDir) ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
}
/** The context that a source's restore or drill runs in; what it warns of is also kept in `warnings`. */
function sourceContextOf(context, job, warnings, use = 'restore') {
    return {
        job,
        signal: context.signal,
        clock: context.clock,
        environment: (0,_child_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentForChildren */ .g)(context),
        scratch: scratchOf(context, job, use),
        stateDirectory: context.stateDirectory,
        warn(finding) {
            warnings.push(finding);
            (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .tell */ .q)(context, finding, job);
        },
        fillIn: (template, words) => (0,_config_config_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTemplate */ .Xm)(template, { words, now: context.clock.now(), timezone: context.config.timezone }),
    };
}
/** The settings of a source; undefined where a variable of theirs is not set: who restores need not reach what was backed up. */
function settingsAtHand(source) {
    try {
        return source.settings;
    }
    catch (error) {
        if ((0,_errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .u)(error, 'config-variable-missing'))
            return undefined;
        throw error;
    }
}
/**
 * The source of a stored backup: with the job's settings where the configuration has the job and what they name is there,
 * else with none.
 */
function sourceOf(context, job, type) {
    const { config } = context;
    if (!config.jobNames.includes(job))
        return context.drivers.source(type);
    const { source } = config.job(job);
    return context.drivers.source(type, source.type === type ? settingsAtHand(source) : undefined);
}


/***/ })

};
