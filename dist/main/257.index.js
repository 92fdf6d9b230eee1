export const id = 257;
export const ids = [257,365];
export const modules = {

/***/ 60257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkWritten: () => (/* binding */ checkWritten)
/* harmony export */ });
/* harmony import */ var _catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47740);
/* harmony import */ var _catalog_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83502);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76140);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33967);
/* harmony import */ var _repository_destination_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29780);
/* harmony import */ var _repository_entries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16171);
/* harmony import */ var _verify_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93495);
/* harmony import */ var _verify_stored_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94730);








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
    errors.push(...results.filter(({ result }) => result === 'failed').map(_verify_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .verificationFailure */ .a));
    return { results, warnings: [], errors, exitCode: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .exitOf */ .sX)(errors, results.length) };
}


/***/ }),

/***/ 63548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openDataKey),
/* harmony export */   b: () => (/* binding */ keyFor)
/* harmony export */ });
/* harmony import */ var _catalog_wraps_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52045);
/* harmony import */ var _codec_age_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33154);
/* harmony import */ var _codec_age_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47233);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54992);





/** The key in an opened wrap, if it is the very one that the backup was encrypted to, and not that of another. */
async function keyFor(plain, recipient) {
    const [identity] = (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .parseIdentities */ .go)(new _domain_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .zh(Buffer.from(plain).toString('utf8')));
    return identity && (await (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .recipientOf */ .du)(identity)) === recipient ? identity : undefined;
}
/**
 * A backup's data key, from the first wrap that one of the openers opens; it must derive the recipient that the
 * manifest names. Errors: `identity-wrong`, `passphrase-wrong`, `key-mismatch`, `object-missing` where no wrap is left.
 */
async function openDataKey(context, store, entry, recipient, openers) {
    const wraps = await (0,_catalog_wraps_js__WEBPACK_IMPORTED_MODULE_0__/* .readWraps */ .Ak)(store, entry.job, entry.id, context.signal);
    if (wraps.length === 0) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('object-missing', `the keys of ${entry.id} are gone from ${store.name}`, {
            hint: 'Without a wrapped key the backup cannot be opened: it was shredded, or keys/ was deleted. Try another destination.',
            context: { id: entry.id, destination: store.name },
        });
    }
    let wrong;
    for (const { wrapped, key } of wraps) {
        try {
            const plain = await (0,_codec_age_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .decryptBytes */ .X)(wrapped, {
                identities: [...(openers?.identities ?? [])],
                passphrases: [...(openers?.passphrases ?? [])],
            });
            const identity = await keyFor(plain, recipient);
            if (identity)
                return identity;
            wrong = new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('key-mismatch', `${key} holds the key of another backup`, {
                hint: 'Somebody put a foreign key there. Restore from another destination, and find out who may write.',
                context: { key, destination: store.name },
            });
        }
        catch (error) {
            // A damaged wrap matters only where no other opens; a wrong identity says most.
            if (wrong === undefined || (0,_errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .u)(error, 'identity-wrong'))
                wrong = error;
        }
    }
    throw wrong;
}


/***/ }),

/***/ 70365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ destinationsOf),
/* harmony export */   S: () => (/* binding */ findBackup)
/* harmony export */ });
/* harmony import */ var _catalog_chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62844);
/* harmony import */ var _catalog_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68970);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33967);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29780);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16171);






/** Where backups of a job may be: those the configuration says, else every destination there is. */
function destinationsOf(context, job) {
    const { config } = context;
    const wanted = config.jobNames.includes(job)
        ? config.job(job).to.map(({ name }) => name)
        : config.destinationNames;
    return (0,_destination_js__WEBPACK_IMPORTED_MODULE_4__/* .chosenDestinations */ .Cf)(context, wanted);
}
function notFound(what, because) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('backup-not-found', `there is no backup ${what}${because}`, {
        hint: 'Run `holdfast list` to see the jobs and ids there are, and --destination to look elsewhere.',
        context: { what },
    });
}
function untrusted(entry) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('signature-untrusted', `backup ${entry.id} is ${entry.signedBy === undefined ? 'not signed' : `signed by ${entry.signedBy}`}, which signing.trust does not list`, {
        hint: 'If you know where it comes from add the key to signing.trust, or restore with --force.',
        context: { id: entry.id },
    });
}
function choose(entries, what, options) {
    const { at, prefer, force } = options;
    if ((0,_catalog_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .parseId */ .Fg)(what))
        return entries.find(({ id }) => id === what);
    const candidates = entries
        .filter((entry) => entry.complete && (entry.trusted || force === true))
        .filter(({ createdAt }) => at === undefined || createdAt <= at)
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
    return (prefer && candidates.find(prefer)) ?? candidates[0];
}
/**
 * The backup that `what`, a job or an id, names. Destinations are tried in their order; one that cannot be reached or
 * lacks a parent does not keep the next from serving. Errors: `backup-not-found`, `chain-broken`, `signature-untrusted`.
 */
async function findBackup(context, what, options = {}) {
    const isId = (0,_catalog_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .parseId */ .Fg)(what) !== undefined;
    if (!isId && !(0,_catalog_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .isJobName */ .vG)(what))
        throw notFound(what, ': it is neither a job nor an id');
    let first;
    for (const name of isId
        ? (0,_destination_js__WEBPACK_IMPORTED_MODULE_4__/* .chosenDestinations */ .Cf)(context, context.config.destinationNames)
        : destinationsOf(context, what)) {
        try {
            const destination = await (0,_destination_js__WEBPACK_IMPORTED_MODULE_4__/* .openDestination */ .xB)(context, name, options.mode);
            const { points, damaged } = await (0,_entries_js__WEBPACK_IMPORTED_MODULE_5__/* .readEntries */ .$)(context, destination, isId ? undefined : what, options);
            const entry = choose(points, what, options);
            const broken = damaged.find(({ id }) => id === what);
            if (broken)
                throw broken.error;
            if (entry === undefined)
                continue;
            if (!entry.trusted && options.force !== true)
                throw untrusted(entry);
            const entries = points.filter(({ job }) => job === entry.job);
            return { destination, entry, chain: (0,_catalog_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .chainOf */ .dR)(entry.id, entries), entries };
        }
        catch (error) {
            context.signal.throwIfAborted();
            first ??= (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .asHoldfastError */ .Cs)(error);
        }
    }
    throw first ?? notFound(what, options.at === undefined ? '' : ` from ${options.at.toISOString()} or before`);
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

/***/ 93495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ verificationFailure)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/** The error that a backup which is not good comes to. */
function verificationFailure({ job, id, destination, damaged, checks }) {
    const what = damaged.length > 0
        ? `${damaged.length === 1 ? damaged[0] : `${damaged.length} objects`} damaged or missing`
        : `${checks.find(({ result }) => result === 'failed')?.name ?? 'it'} failed`;
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('verification-failed', `backup ${id} of ${job} at ${destination} is not good: ${what}`, {
        hint: 'Make a new full backup now with `holdfast backup --level 0`; restore from another destination or an earlier backup.',
        context: { job, id, destination, damaged },
    });
}


/***/ }),

/***/ 94730:
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
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 7 modules
var entries = __webpack_require__(16171);
// EXTERNAL MODULE: ./build/commands/repository/find.js
var find = __webpack_require__(70365);
// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(10216);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/catalog/keys.js + 1 modules
var keys = __webpack_require__(47740);
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
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    try {
        for await (const chunk of await store.get(object.key, { signal: context.signal })) {
            hash.update(chunk);
            bytes += chunk.length;
            onBytes(chunk.length);
        }
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-not-found', 'object-damaged'))
            return false;
        throw error;
    }
    return bytes === object.bytes && hash.digest('hex') === object.sha256;
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
    const chosen = found.objects.filter((_, index) => index % sample.of === sample.part - 1);
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

// EXTERNAL MODULE: ./build/catalog/wraps.js
var catalog_wraps = __webpack_require__(52045);
// EXTERNAL MODULE: ./build/codec/age/bytes.js
var bytes = __webpack_require__(33154);
// EXTERNAL MODULE: ./build/commands/repository/data-key.js
var data_key = __webpack_require__(63548);
;// CONCATENATED MODULE: ./build/commands/verify/wraps.js




/**
 * Whether the wrapped keys of a backup are there, open with what this run has, and are those of this backup; without
 * any opener only that they are there.
 */
async function lookAtWraps(context, store, { job, id, encryption }, openers) {
    const wraps = await (0,catalog_wraps/* readWraps */.Ak)(store, job, id, context.signal);
    const damaged = [];
    // What the key of this backup must derive.
    const recipient = encryption.type === 'none' ? undefined : encryption.recipient;
    let opened = 0;
    for (const { key, wrapped } of openers ? wraps : []) {
        try {
            const plain = await (0,bytes/* decryptBytes */.X)(wrapped, {
                identities: [...(openers?.identities ?? [])],
                passphrases: [...(openers?.passphrases ?? [])],
            });
            if (await (0,data_key/* keyFor */.b)(plain, recipient))
                opened += 1;
            else
                damaged.push(key);
        }
        catch (error) {
            // A wrap for somebody else's key cannot be judged from here.
            if (!(0,errors_error/* hasCode */.u)(error, 'identity-wrong', 'passphrase-wrong'))
                damaged.push(key);
        }
    }
    const expected = openers ? 'a key that opens' : 'a wrapped key';
    if (wraps.length === 0) {
        return {
            check: { name: 'keys', result: 'failed', expected, found: 'none' },
            damaged: [`keys/${job}/${id}/`],
        };
    }
    const found = openers
        ? `${opened} of ${wraps.length} open`
        : `${wraps.length}, not opened: no identity here`;
    const result = damaged.length > 0 || (openers !== undefined && opened === 0) ? 'failed' : 'passed';
    return { check: { name: 'keys', result, expected, found }, damaged };
}

;// CONCATENATED MODULE: ./build/commands/verify/stored.js










/** Stored objects of one backup, without its ancestors: they have results of their own. */
async function verifyObjects(context, destination, entry, depth, sample, opening) {
    const { store, name } = destination;
    const { job, id, manifestSha256: sha256 } = entry;
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
async function verifyStored(context, what, depth, { sample, at }, findings) {
    const opening = await openersIfAny(context);
    const one = async (destination, entry) => {
        findings.results.push(await verifyObjects(context, destination, entry, depth, sample, opening));
    };
    if ((0,ids/* parseId */.Fg)(what)) {
        const found = await (0,find/* findBackup */.S)(context, what, { force: true });
        for (const entry of found.chain)
            await one(found.destination, entry);
        return;
    }
    const { results, errors } = findings;
    const before = results.length + errors.length;
    for (const name of (0,find/* destinationsOf */.N)(context, what)) {
        try {
            const destination = await (0,repository_destination/* openDestination */.xB)(context, name);
            const { points, damaged, damagedProofs, foreign } = await (0,entries/* readEntries */.$)(context, destination, what);
            findings.errors.push(...[...damaged, ...damagedProofs].map(({ error }) => error));
            if (points.length === 0 && foreign.length > 0) {
                throw new errors_error/* HoldfastError */.E('manifest-damaged', `no manifest at ${name} belongs to the repository that holdfast.json names`, {
                    hint: 'holdfast.json is damaged or was replaced: bring it back from another destination.',
                    context: { destination: name, foreign: foreign.length },
                });
            }
            for (const entry of points) {
                if (at === undefined || entry.createdAt <= at)
                    await one(destination, entry);
            }
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


/***/ })

};
