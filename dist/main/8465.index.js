export const id = 8465;
export const ids = [8465];
export const modules = {

/***/ 68465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore)
});

// EXTERNAL MODULE: ./build/commands/adopted-chains/places.js + 2 modules
var places = __webpack_require__(65788);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/identities.js
var repository_identities = __webpack_require__(10216);
// EXTERNAL MODULE: ./build/commands/repository/progress.js
var progress = __webpack_require__(28385);
// EXTERNAL MODULE: ./build/commands/repository/source-context.js
var source_context = __webpack_require__(4161);
;// CONCATENATED MODULE: ./build/commands/restore/flush.js
/** A pipe takes its time: the process must not end before its reader has the last byte. */
function flush({ stdout }) {
    return new Promise((resolve, reject) => {
        stdout.write('', (error) => (error ? reject(error) : resolve()));
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
;// CONCATENATED MODULE: ./build/commands/restore/target.js



function databaseIn(name, url) {
    if (url.includes('://'))
        return { type: 'database', url: new secret/* Secret */.zh(url), name };
    throw new errors_error/* HoldfastError */.E('target-unknown', `${name} holds no database URL`, {
        hint: 'Give it a value such as postgres://user:password@host:5432/database.',
        context: { target: name },
    });
}
/** What a prefix says: `env:NAME`, `container:NAME`, `datadir:PATH`. */
function prefixed(context, kind, rest) {
    if (kind === 'container')
        return { type: 'container', container: rest };
    if (kind === 'datadir')
        return { type: 'datadir', path: (0,external_node_path_.resolve)(context.cwd, rest) };
    const url = context.config.environment[rest];
    if (url)
        return databaseIn(`env:${rest}`, url);
    throw new errors_error/* HoldfastError */.E('target-unknown', `the variable ${rest} of --to env:${rest} is not set`, {
        hint: `Set ${rest} to the URL of the database to restore into.`,
        context: { target: `env:${rest}` },
    });
}
/** What people may see of a target. */
function targetName(target) {
    switch (target.type) {
        case 'directory':
        case 'file':
            return target.path;
        case 'database':
            return target.name;
        case 'dataset':
            return target.dataset;
        case 'container':
            return `container:${target.container}`;
        case 'datadir':
            return `datadir:${target.path}`;
        default:
            return 'standard output';
    }
}
/** Streams that hold a tree of files. */
const trees = new Set(['application/x-tar', 'application/zip']);
/**
 * What `--to` means: `-`, `env:NAME`, `container:NAME`, `datadir:PATH`, a name under `targets:`, a dataset where the
 * source has datasets, else a path, which ends in a slash where it is a folder for several files. A database URL with a password is
 * refused, since argv is seen by every process of
 * the host. Errors: `usage`, `target-unknown`.
 */
function restoreTarget(context, to, { media, datasets = false }) {
    if (to === undefined || to === '') {
        throw new errors_error/* HoldfastError */.E('usage', 'a restore needs a target', {
            hint: 'Say where to with --to DIRECTORY, --to FILE, or --to - for standard output.',
        });
    }
    if (to === '-')
        return { type: 'stdout', stream: context.stdout };
    if (/^[a-z][a-z0-9+]*:\/\//i.test(to)) {
        throw new errors_error/* HoldfastError */.E('usage', 'a URL is no target: its password would stand in the process list', {
            hint: 'Put the URL into a variable and use --to env:NAME, or give it a name under targets: in the configuration.',
        });
    }
    const [, kind, rest = ''] = /^(env|container|datadir):(.+)$/.exec(to) ?? [];
    if (kind !== undefined)
        return prefixed(context, kind, rest);
    const named = context.config.targetNames.includes(to);
    const place = named ? context.config.target(to).reveal() : to;
    if (named && place.includes('://'))
        return databaseIn(to, place);
    const isFolder = place.endsWith('/');
    if (datasets && !isFolder && !/^[./]/.test(place))
        return { type: 'dataset', dataset: place };
    const path = (0,external_node_path_.resolve)(named ? context.config.directory : context.cwd, place);
    return trees.has(media) || isFolder ? { type: 'directory', path } : { type: 'file', path };
}

// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/read-manifest.js
var read_manifest = __webpack_require__(83502);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
;// CONCATENATED MODULE: ./build/commands/restore/thaw.js






/** How long the copies stay: enough to notice tomorrow that they are there, and to restore twice. */
const days = 7;
const atOnce = 16;
/** Every object that a restore of the chain may read, manifests apart: without them the chain was not found. */
async function* objectsOf(context, { chain, destination }) {
    const { store } = destination;
    for (const { job, id, manifestSha256: sha256 } of chain) {
        for (const prefix of [(0,keys/* wrapsPrefix */.Ew)(job, id), (0,keys/* dataPrefix */.BW)(job, id)]) {
            for await (const { key } of store.list(`${prefix}/`))
                yield key;
        }
        // One object may bear a name of the user's choice.
        const { manifest } = await (0,read_manifest/* readManifest */.W)(store, job, id, { signal: context.signal, sha256 });
        for (const { object } of manifest.streams) {
            if (object && !object.key.startsWith(`${(0,keys/* dataPrefix */.BW)(job, id)}/`))
                yield object.key;
        }
    }
}
/**
 * Asks the store for readable copies of all that a restore needs; returns when everything can be read. Errors:
 * `object-archived` while some of it is on its way, `store-unsupported` at a store without archives.
 */
function thawChain(context, found) {
    const { job, id } = found.entry;
    return thawKeys(context, { store: found.destination.store, job, id }, objectsOf(context, found));
}
/** {@link thawChain} of what is no chain of Holdfast's own. */
async function thawKeys(context, { store, job, id }, keys) {
    const thaw = store.thaw?.bind(store);
    if (!thaw) {
        throw new errors_error/* HoldfastError */.E('store-unsupported', `the destination ${store.name} has no archive to thaw from`, {
            hint: 'Leave --thaw out: what is there can be read.',
            context: { destination: store.name },
        });
    }
    let [total, waiting] = [0, 0];
    await (0,bounded/* forEachBounded */.a)(keys, atOnce, async (key) => {
        const state = await thaw(key, { signal: context.signal, days });
        total++;
        if (state === 'under-way')
            waiting++;
    });
    if (waiting === 0)
        return (0,commands_context/* step */.P)(context, `${(0,bytes/* plural */.LS)(total, 'object')} can be read`, job);
    throw new errors_error/* HoldfastError */.E('object-archived', `${waiting} of ${total} objects are on their way out of the archive`, {
        hint: `Run the same command again later: GLACIER takes 3 to 5 hours, DEEP_ARCHIVE up to 12, Azure's archive up to 15. The copies stay for ${days} days.`,
        context: { destination: store.name, id, waiting, total },
    });
}

// EXTERNAL MODULE: ./build/codec/damage.js
var damage = __webpack_require__(81920);
// EXTERNAL MODULE: ./build/codec/hash.js
var codec_hash = __webpack_require__(69317);
// EXTERNAL MODULE: ./build/pipeline/abortable.js
var abortable = __webpack_require__(75853);
// EXTERNAL MODULE: ./build/pipeline/decrypt-stream.js
var decrypt_stream = __webpack_require__(12943);
// EXTERNAL MODULE: ./build/pipeline/fetch-object.js
var fetch_object = __webpack_require__(75567);
;// CONCATENATED MODULE: ./build/pipeline/parts-stream.js





/**
 * The plain bytes of a stream that was cut into age files. Each age chunk is authenticated before its bytes are handed out,
 * and the last of them only when the hashes of every file and of the whole are right. Errors: `object-missing`,
 * `object-damaged` naming the key, `identity-wrong`.
 */
function openParts(options) {
    return (0,abortable/* abortable */.Z)(options.signal, (signal) => readParts({ ...options, signal }));
}
async function* stored({ store, signal, onFetched }, { key, hash, algorithm }) {
    const hasher = algorithm === 'blake3' ? await (0,codec_hash/* createBlake3 */.VD)() : (0,codec_hash/* createSha256 */.Yg)();
    for await (const chunk of (await (0,fetch_object/* getObject */.i)(store, key, signal))) {
        hasher.update(chunk);
        onFetched?.(chunk.length);
        yield chunk;
    }
    if (hasher.hex() !== hash)
        throw (0,damage/* damaged */.q)('its hash is not the recorded one', key);
}
/** The same, up to the very place where it fails. */
async function* readParts(options) {
    const { parts, identities, blake3, signal } = options;
    const whole = await (0,codec_hash/* createBlake3 */.VD)();
    let last;
    for (const part of parts) {
        try {
            for await (const chunk of (0,decrypt_stream/* decryptStream */.U)(stored(options, part), identities)) {
                whole.update(chunk);
                if (last !== undefined)
                    yield last;
                last = chunk;
            }
        }
        catch (error) {
            signal.throwIfAborted();
            throw (0,damage/* namingKey */.g)(error, part.key);
        }
    }
    if (whole.hex() !== blake3) {
        throw (0,damage/* damaged */.q)('the parts together are not the stream that was sent', parts.at(-1)?.key);
    }
    if (last !== undefined)
        yield last;
}

// EXTERNAL MODULE: ./build/commands/repository/single-stream.js
var single_stream = __webpack_require__(63643);
;// CONCATENATED MODULE: ./build/commands/adopted-chains/link.js



/** The first bytes of a stream; the rest is not fetched. */
async function headOf(open, stream) {
    const readable = open(stream);
    try {
        const { value, done } = await (0,single_stream/* iteratorOf */.CV)(readable).next();
        return done ? new Uint8Array(0) : value;
    }
    finally {
        readable.destroy();
    }
}
function noParts(id) {
    return new errors_error/* HoldfastError */.E('store-unsupported', `parts of ${id} cannot be read: it has no index`, {
        hint: 'Restore it whole.',
        context: { id },
    });
}
/** One backup of another tool as a link that the source can restore. Errors: those of opening and of the source. */
async function linkOfBackup({ signal }, source, { store }, { id, level, dataset, parts, blake3, storedBytes }, { identities, onFetched }) {
    const open = () => openParts({ store, parts, blake3, identities, signal, onFetched });
    if (source.foreignPrint === undefined)
        throw noParts(id);
    return {
        id,
        level,
        streams: [{ name: dataset, mediaType: 'application/vnd.openzfs.send-stream', bytes: storedBytes }],
        description: { type: source.type },
        fingerprint: source.foreignPrint(dataset, await headOf(open, dataset)),
        unread: [],
        open,
        read: async () => {
            throw noParts(id);
        },
    };
}

;// CONCATENATED MODULE: ./build/commands/adopted-chains/restore.js










function broken(id, why) {
    return new errors_error/* HoldfastError */.E('chain-broken', `${id} cannot be restored: ${why}`, {
        hint: 'Choose another with `holdfast list`; what is there of this one is restored by `age -d` and `zfs receive`.',
        context: { id },
    });
}
const notOurs = {
    severity: 'info',
    code: 'adopted',
    message: 'this was written by zrb: the BLAKE3 of each stream is all that it was compared with',
};
/**
 * Restores a chain that another tool left, by the source itself: as any other, it goes on where it was interrupted. Errors:
 * `chain-broken`, `identity-missing`, `identity-wrong`, `object-damaged`, those of the source.
 */
async function restoreChain(context, found, options) {
    const started = context.clock.monotonic();
    const { job, backup, chain, store } = found;
    if (backup.broken !== undefined)
        throw broken(backup.id, backup.broken);
    const source = (0,source_context/* sourceOf */.v)(context, job, context.config.job(job).source.type);
    const target = restoreTarget(context, options.to, { media: '', datasets: source.restoresToDataset });
    const record = (numbers) => ({
        job,
        id: backup.id,
        chain: chain.map(({ id }) => id),
        target: targetName(target),
        bytes: 0,
        fetchedBytes: 0,
        seconds: (context.clock.monotonic() - started) / 1000,
        ...numbers,
    });
    const stored = chain.reduce((sum, { storedBytes }) => sum + storedBytes, 0);
    const plan = `Restore ${backup.id} of ${backup.createdAt.toISOString()} (written by zrb, ${(0,bytes/* plural */.LS)(chain.length, 'level')}, ${(0,bytes/* formatBytes */.z3)(stored)} stored at ${store.name}) to ${targetName(target)}?`;
    if (options.dryRun)
        return (0,outcome/* done */.Vw)([{ ...record({}), plan }]);
    const { identities } = await (0,repository_identities/* openers */.$o)(context);
    if (target.type !== 'stdout')
        await context.confirm(plan);
    const { id, level } = backup;
    context.reporter.on({ type: 'job-started', job, command: 'restore', id, level });
    if (options.thaw)
        await thawKeys(context, { store, job, id }, keysOf(chain));
    let fetchedBytes = 0;
    const onFetched = (bytes) => {
        fetchedBytes += bytes;
    };
    const links = [];
    for (const one of chain)
        links.push(await linkOfBackup(context, source, found, one, { identities, onFetched }));
    const { include, overwrite, force } = options;
    const warnings = [notOurs];
    const result = await source.restore((0,source_context/* sourceContextOf */.k)(context, job, warnings), (0,progress/* progressOver */.A)(context, job, 'restore', links), { target, include, overwrite, force });
    if (target.type === 'stdout')
        await flush(context);
    const finished = record({ bytes: result.bytes, fetchedBytes });
    const { seconds } = finished;
    context.reporter.on({ type: 'job-finished', job, command: 'restore', status: 'success', seconds });
    return (0,outcome/* done */.Vw)([finished], [...warnings, ...result.warnings]);
}
async function* keysOf(chain) {
    for (const { parts } of chain)
        for (const { key } of parts)
            yield key;
}

// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/repository/shredded.js
var shredded = __webpack_require__(83557);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/pipeline/decode-stream.js
var decode_stream = __webpack_require__(67594);
;// CONCATENATED MODULE: ./build/pipeline/foreign-stream.js






/** Bytes of `age-encryption.org/`. */
const longestMagic = 19;
/** The kind of a file by its first bytes. Errors: `store-unsupported` for what needs a key or a seekable file. */
function kindOf(head, key) {
    const hex = Buffer.from(head.subarray(0, 6)).toString('hex');
    if (hex.startsWith('1f8b'))
        return 'gzip';
    if (hex.startsWith('28b52ffd'))
        return 'zstd';
    const other = Buffer.from(head).toString('latin1').startsWith('age-encryption.org/')
        ? 'age -d'
        : hex.startsWith('377abcaf271c')
            ? '7z x'
            : hex.startsWith('504b0304')
                ? 'unzip'
                : undefined;
    if (other === undefined)
        return 'plain';
    throw new errors_error/* HoldfastError */.E('store-unsupported', `${key} was written by another tool and is no tar archive`, {
        hint: `Fetch the object with the tools of the store and open it with \`${other}\`.`,
        context: { key },
    });
}
async function* decoded(source, kind, key) {
    if (kind === 'plain')
        return yield* source;
    try {
        yield* (0,decode_stream/* decodeStream */.V)(source, kind === 'gzip' ? (0,external_node_zlib_.createGunzip)() : (0,external_node_zlib_.createZstdDecompress)());
    }
    catch (error) {
        throw /^(?:Z_|ZSTD_)/.test(error.code ?? '')
            ? (0,damage/* damaged */.q)('it does not decompress', key, error)
            : error;
    }
}
/**
 * The plain bytes of an object that somebody else wrote: gzip and zstd are recognised and undone, everything else comes
 * as it is. Its own checksums are all there is to find damage by, but for the `observer` of the stored bytes, which has the
 * last word. `onFetched` hears how many they are.
 */
function openForeign(store, key, signal, onFetched, observer) {
    return (0,abortable/* abortable */.Z)(signal, (either) => readForeign(store, key, either, onFetched, observer));
}
/** The first bytes, enough to know a file by, and an iterator of the rest. */
async function foreign_stream_headOf(body) {
    const rest = body[Symbol.asyncIterator]();
    let head = new Uint8Array(0);
    while (head.length < longestMagic) {
        const next = await rest.next();
        if (next.done)
            break;
        head = Buffer.concat([head, next.value]);
    }
    return { head, rest };
}
async function* foreign_stream_stored(head, rest, seen) {
    yield seen(head);
    for (let next = await rest.next(); !next.done; next = await rest.next())
        yield seen(next.value);
}
/** The same, up to the very place where it fails: a `Readable` drops what it holds when it errors. */
async function* readForeign(store, key, signal, onFetched, observer) {
    const body = await (0,fetch_object/* getObject */.i)(store, key, signal);
    try {
        const { head, rest } = await foreign_stream_headOf(body);
        const seen = (piece) => {
            onFetched(piece.length);
            observer?.write(piece);
            return piece;
        };
        const pieces = foreign_stream_stored(head, rest, seen);
        yield* decoded(pieces, kindOf(head, key), key);
        // A decoder may have had enough before the end.
        if (observer)
            for (let next = await rest.next(); !next.done; next = await rest.next())
                seen(next.value);
        observer?.end();
    }
    finally {
        body.destroy();
    }
}

// EXTERNAL MODULE: ./build/pipeline/seven-zip/unpack.js
var unpack = __webpack_require__(49645);
// EXTERNAL MODULE: ./build/process/write-file.js
var write_file = __webpack_require__(62784);
// EXTERNAL MODULE: ./build/commands/repository/adopted.js
var adopted = __webpack_require__(55135);
// EXTERNAL MODULE: ./build/commands/repository/child-environment.js
var child_environment = __webpack_require__(49498);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/commands/repository/open-object.js + 2 modules
var open_object = __webpack_require__(16568);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/catalog/outside.js
var outside = __webpack_require__(93571);
;// CONCATENATED MODULE: ./build/commands/restore/checksum-beside.js




/**
 * What watches the stored bytes of an object that has a `.sha256` beside it, as `sha256sum` writes them; undefined where
 * it has none. Bytes of another hash are `object-damaged` before their end is passed on, or a warning where that is to
 * be overridden.
 */
async function checksumBeside(context, { store, object }, force, warn) {
    const { key } = object;
    const beside = await (0,outside/* findChecksum */.ZQ)(store, key);
    if (beside === undefined)
        return undefined;
    const buffer = Buffer.alloc(beside.bytes);
    await (0,fetch_object/* fetchInto */.D)(store, beside.key, buffer, buffer.length, context.signal);
    const expected = /^\\?([0-9a-f]{64})(?:\s|$)/i.exec(buffer.toString('utf8'))?.[1]?.toLowerCase();
    if (expected === undefined) {
        warn({
            severity: 'warning',
            code: 'checksum-unreadable',
            message: `${beside.key} holds no SHA-256: nothing was compared with it`,
        });
        return undefined;
    }
    const hash = (0,external_node_crypto_.createHash)('sha256');
    return {
        write: (chunk) => void hash.update(chunk),
        end() {
            const found = hash.digest('hex');
            if (found === expected)
                return;
            const message = `it is not what ${beside.key} says`;
            if (!force)
                throw (0,damage/* damaged */.q)(message, key);
            warn({
                severity: 'warning',
                code: 'checksum-differs',
                message: `${key} is damaged: ${message}, and was restored all the same`,
                hint: 'Look at what was restored before you rely on it.',
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/commands/restore/adopted.js

















/** The backup that an object of this key belongs to, if one does. */
async function ownerOf(context, name, key) {
    try {
        const { points } = await (0,entries/* readEntries */.$)(context, await (0,destination/* openDestination */.xB)(context, name), undefined);
        return points.find(({ outside }) => outside.includes(key))?.id;
    }
    catch (error) {
        // What others wrote can be restored before Holdfast has written anything there.
        if ((0,errors_error/* hasCode */.u)(error, 'repository-missing'))
            return undefined;
        throw error;
    }
}
/**
 * What the key of an object means where a job's `object-name` or `adopt` fits it: the id of the backup that it belongs to, else an
 * adopted object. Undefined for any other name.
 */
async function findByKey(context, key) {
    if ((0,ids/* parseId */.Fg)(key) || context.config.jobNames.includes(key))
        return undefined;
    for (const job of context.config.jobNames) {
        if (!(0,adopted/* adoptionPatterns */.Yk)(context, job).some(({ matches }) => matches(key)))
            continue;
        for (const name of (0,find/* destinationsOf */.N)(context, job)) {
            const store = await (0,destination/* openStore */.Ch)(context, name, 'read');
            const object = await store.stat(key);
            if (object)
                return (await ownerOf(context, name, key)) ?? { job, store, object };
        }
    }
    return undefined;
}
/** What any restore of such an object says. */
const adopted_notOurs = {
    severity: 'warning',
    code: 'adopted',
    message: 'this was not written by holdfast: nothing but its own checksums says that it is whole',
    hint: 'Look at what was restored before you rely on it.',
};
/** An adopted object as a link without an index; parts of it can be read in ascending order. */
function linkOf(context, { job, store, object }, fetched, observer) {
    // What a job packs as 7z was packed so before, most likely, with the same password.
    const isArchive = /\.7z$/i.test(object.key) && context.config.encryption().passphrase !== undefined;
    const open = () => isArchive
        ? (0,unpack/* openArchive */.p)({
            store,
            object: { key: object.key, bytes: object.bytes },
            passphrase: (0,open_object/* archivePassphrase */.Nm)(context, object.key),
            parent: (0,open_object/* archiveSpool */.yC)(context, job),
            environment: (0,child_environment/* environmentForChildren */.g)(context),
            signal: context.signal,
            onFetched: fetched,
        })
        : openForeign(store, object.key, context.signal, fetched, observer);
    const read = (0,single_stream/* createSequentialReader */.rh)(() => (isArchive ? (0,single_stream/* iteratorOf */.CV)(open()) : readForeign(store, object.key, context.signal, fetched)), object.key);
    return {
        id: object.key,
        level: 0,
        streams: [{ name: 'archive', mediaType: 'application/x-tar', bytes: 0 }],
        description: { storedBytes: object.bytes },
        unread: [],
        open,
        read: (_, offset, length) => read(offset, length),
    };
}
/** The error of a choice where there is none. */
function adopted_noParts(key) {
    return new errors_error/* HoldfastError */.E('store-unsupported', `parts of ${(0,external_node_path_.basename)(key)} cannot be read: it has no index`, {
        hint: 'Leave out --include.',
        context: { key },
    });
}
function onlyFiles(key) {
    return new errors_error/* HoldfastError */.E('usage', `${(0,external_node_path_.basename)(key)} can be restored as files only`, {
        hint: 'Name a directory or a file with --to: nobody knows how another tool meant it.',
        context: { key },
    });
}
/**
 * Restores an adopted object: a directory's archive as files, to a place of servers by the job's own source, anything else
 * as what it decompresses to. The checksum beside it, where there is one, has to be right. Errors: `store-unsupported`
 * for selected paths and for files of tools that seek or encrypt, `object-damaged`, `usage`, and those of the source.
 */
async function restoreAdopted(context, found, options) {
    const { job, object } = found;
    const { target, include, overwrite, force = false } = options;
    if (include.length > 0)
        throw adopted_noParts(object.key);
    let fetchedBytes = 0;
    const warnings = [adopted_notOurs];
    const checksum = await checksumBeside(context, found, force, (finding) => warnings.push(finding));
    const count = (bytes) => {
        fetchedBytes += bytes;
    };
    const [link] = (0,progress/* progressOver */.A)(context, job, 'restore', [linkOf(context, found, count, checksum)]);
    if (link === undefined)
        throw new errors_error/* HoldfastError */.E('internal', 'a chain of one link has none');
    const { signal } = context;
    const source = () => (0,source_context/* sourceContextOf */.k)(context, job, warnings);
    const finish = (result) => ({
        ...result,
        bytes: fetchedBytes,
        warnings: [...warnings, ...result.warnings],
        fetchedBytes,
    });
    const plain = { bytes: fetchedBytes, warnings: [] };
    switch (target.type) {
        case 'directory':
            return finish(await (0,source_context/* sourceOf */.v)(context, job, 'directory').restore(source(), [link], options));
        case 'file':
            await (0,write_file/* writeStreamToFile */.j)(link.open('archive'), target.path, { overwrite, signal });
            return finish(plain);
        case 'stdout':
            await (0,promises_.pipeline)(link.open('archive'), target.stream, { signal, end: false });
            return finish(plain);
        default: {
            const own = (0,source_context/* sourceOf */.v)(context, job, context.config.job(job).source.type);
            if (own.restoreForeign === undefined)
                throw onlyFiles(object.key);
            return finish(await own.restoreForeign(source(), link, options));
        }
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/commands/restore/lost-list.js

/** As many as fit a document that a person or an action reads; the file has them all. */
const shown = 100;
const byPath = (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
/** Keys of what is damaged: of all that was met, and of all that was lost to it. */
function lost_list_keysOf(damage, lost) {
    const keys = [...damage.map(({ context }) => context.key), ...lost.map(({ object }) => object)];
    return [...new Set(keys.filter((key) => typeof key === 'string'))].sort();
}
/**
 * Lists what was lost: all of it beside the target as `<target>.lost-<id>.jsonl`, the first of it in the result. Where
 * no file can be written all names are in a finding instead.
 */
async function listLosses({ lost }, damage, target, id) {
    const sorted = lost.toSorted(byPath);
    const keys = lost_list_keysOf(damage, sorted);
    const record = {
        damaged: keys.slice(0, shown),
        damagedCount: keys.length,
        lost: sorted.slice(0, shown),
        lostCount: sorted.length,
    };
    if (sorted.length === 0)
        return { record, findings: [] };
    const lostFile = `${target}.lost-${id}.jsonl`;
    const lines = sorted.map((each) => `${JSON.stringify(each)}\n`).join('');
    try {
        await (0,external_node_fs_promises_.writeFile)(lostFile, lines, { mode: 0o600 });
        return { record: { ...record, lostFile }, findings: [] };
    }
    catch (error) {
        const finding = {
            severity: 'warning',
            code: 'lost-list-unwritten',
            message: `${lostFile} cannot be written: ${error.message}`,
            hint: 'What was lost is listed here instead; a target whose parent directory can be written gets a file.',
            names: sorted.map(({ path, why }) => `${path}: ${why}`),
        };
        return { record, findings: [finding] };
    }
}

// EXTERNAL MODULE: ./build/commands/repository/chain-objects.js
var chain_objects = __webpack_require__(20556);
// EXTERNAL MODULE: ./build/commands/repository/open-link.js + 12 modules
var open_link = __webpack_require__(47906);
// EXTERNAL MODULE: ./build/commands/verify/damage.js
var verify_damage = __webpack_require__(52828);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/volumes-list.js
var volumes_list = __webpack_require__(71336);
// EXTERNAL MODULE: ./build/catalog/wraps.js
var catalog_wraps = __webpack_require__(52045);
// EXTERNAL MODULE: ./build/codec/age/bytes.js
var age_bytes = __webpack_require__(33154);
// EXTERNAL MODULE: ./build/codec/age/keys.js
var age_keys = __webpack_require__(47233);
;// CONCATENATED MODULE: ./build/commands/restore/rebuild-manifest.js










/** The object whose name begins so, if its bytes have the hash that its name ends with. */
async function namedObject({ context, found }, prefix) {
    const { store } = found.destination;
    for await (const { key, bytes } of store.list(prefix)) {
        try {
            const stored = await (0,object_io/* readObject */.Ag)(store, key, Math.min(bytes, chain_objects/* largestList */.x$), context.signal);
            const sha256 = (0,object_io/* sha256Of */.Bj)(stored);
            if (key.startsWith(`${prefix}${sha256.slice(0, 12)}`))
                return { key, bytes: stored.byteLength, sha256 };
        }
        catch (error) {
            if (!(0,errors_error/* hasCode */.u)(error, 'store-not-found', 'object-damaged'))
                throw error;
        }
    }
    return undefined;
}
/** What the first wrap that opens holds. */
async function encryptionOf({ context, found }, job, id, openers) {
    const wraps = await (0,catalog_wraps/* readWraps */.Ak)(found.destination.store, job, id, context.signal);
    for (const { wrapped } of wraps) {
        try {
            const plain = await (0,age_bytes/* decryptBytes */.X)(wrapped, {
                identities: [...openers.identities],
                passphrases: [...openers.passphrases],
            });
            const [identity] = (0,age_keys/* parseIdentities */.go)(new secret/* Secret */.zh(Buffer.from(plain).toString('utf8')));
            if (identity)
                return { type: 'age', recipient: await (0,age_keys/* recipientOf */.du)(identity), wraps: wraps.length };
        }
        catch (error) {
            if (!(0,errors_error/* hasCode */.u)(error, 'identity-wrong', 'passphrase-wrong', 'object-damaged', 'key-invalid'))
                throw error;
        }
    }
    return undefined;
}
/**
 * The manifest of a backup that lost its own, as far as its other objects and its child's manifest say: the names of
 * objects hold the beginning of their hashes, their wrapped key says how they are encrypted. Undefined where its list of
 * volumes or its key is gone too. Its own parent is in nothing but the manifest, and so is its signature.
 */
async function rebuildManifest(opening, id, child, openers) {
    const { job } = child;
    const prefix = (0,keys/* dataPrefix */.BW)(job, id);
    const encryption = openers === undefined ? child.encryption : await encryptionOf(opening, job, id, openers);
    const volumes = await namedObject(opening, (0,keys/* volumesListKey */.Zv)(job, id, '').replace('.jsonl.zst', ''));
    const sideObject = async (named) => (await namedObject(opening, named)) ?? { key: named, bytes: 0, sha256: '' };
    const meta = await sideObject((0,keys/* metaKey */.dB)(job, id, ''));
    const index = child.objects.index && (await sideObject((0,keys/* indexRootKey */.C1)(job, id, '')));
    if (encryption === undefined || volumes === undefined)
        return undefined;
    const { store } = opening.found.destination;
    const list = await (0,object_io/* readObject */.Ag)(store, volumes.key, chain_objects/* largestList */.x$, opening.context.signal);
    const byStream = Map.groupBy((0,volumes_list/* decodeVolumesList */.an)(list, prefix), ({ stream }) => stream);
    const streams = child.streams.flatMap(({ object: _, ...like }) => {
        const own = byStream.get(like.name);
        if (own === undefined)
            return [];
        const storedBytes = own.reduce((sum, { bytes }) => sum + bytes, 0);
        return [{ ...like, volumes: own.length, storedBytes }];
    });
    return {
        ...child,
        id,
        level: (0,ids/* parseId */.Fg)(id)?.level ?? 0,
        parent: null,
        encryption,
        streams,
        objects: { volumes, meta, ...(index && { index }) },
    };
}

;// CONCATENATED MODULE: ./build/commands/restore/salvage-chain.js







/** Whether a link can be done without: it is damaged, or its key is not ours. */
function sparesLink(error) {
    return (0,verify_damage/* blamesBackup */.h)(error) || (0,errors_error/* hasCode */.u)(error, 'identity-wrong', 'passphrase-wrong');
}
function unknownParent(id) {
    return new errors_error/* HoldfastError */.E('chain-broken', `what ${id} builds on stood in its manifest only, which is lost`, {
        hint: 'Restore from another destination with --destination, or choose an older backup.',
        context: { id },
    });
}
/** A backup that lost its manifest, put together of what else there is. */
async function openGap(opening, { id, lost }, openers) {
    const [child] = opening.found.chain;
    // Without a manifest nothing is signed: where signatures are asked for, that takes the --force of any unsigned one.
    if (!lost || child === undefined)
        return undefined;
    const manifest = await rebuildManifest(opening, id, await (0,chain_objects/* fetchManifest */.Cj)(opening, child), openers);
    return manifest && (await (0,open_link/* openManifest */.g)(opening, manifest, openers));
}
/**
 * Opens what can be opened of a chain. Errors: those of the backup itself, without which nothing is known of its tree;
 * its ancestors are done without.
 */
async function openSalvageChain(context, found) {
    const openers = await (0,repository_identities/* openersFor */.eD)(context, found.chain);
    const met = [];
    let fetched = 0;
    const links = [];
    /** One more link, as far as `open` gets. */
    async function add(id, open) {
        let first;
        const note = (error) => {
            first ??= error;
            met.push(error);
        };
        const onFetched = (bytes) => {
            fetched += bytes;
        };
        let link;
        try {
            link = await open({ context, found, onFetched, onDamage: note });
        }
        catch (error) {
            if (id === found.entry.id || !sparesLink(error))
                throw error;
            note(error);
        }
        links.push({ id, ...(link && { link }), why: () => first });
    }
    const { gap } = found;
    if (gap !== undefined) {
        met.push(gap.error);
        await add(gap.id, (opening) => openGap(opening, gap, openers));
        const opened = links[0]?.link !== undefined;
        if (!opened)
            links.splice(0, 1, { id: gap.id, why: () => gap.error });
        if (opened && (0,ids/* parseId */.Fg)(gap.id)?.level !== 0)
            links.unshift({ id: gap.id, why: () => unknownParent(gap.id) });
    }
    for (const entry of found.chain)
        await add(entry.id, (opening) => (0,open_link/* openLink */.F)(opening, entry, openers));
    return { links, damage: () => met, fetchedBytes: () => fetched };
}

;// CONCATENATED MODULE: ./build/commands/restore/salvage.js






/** Refuses what a salvage cannot do: it may leave holes, so it neither replaces anything nor feeds a pipe. */
function checkSalvage(target, overwrite) {
    if (overwrite) {
        throw new errors_error/* HoldfastError */.E('usage', '--salvage does not replace what is there', {
            hint: 'Leave out --overwrite and name a new directory: what comes back may be less than what stands there.',
        });
    }
    if (target.type === 'stdout') {
        throw new errors_error/* HoldfastError */.E('usage', '--salvage needs a directory or a file', {
            hint: 'A reader of standard output could not see what is missing: name a place with --to.',
        });
    }
}
/** The error of sources that have no salvage. */
function notSalvageable(type, about) {
    return new errors_error/* HoldfastError */.E('store-unsupported', `a ${type} backup is restored whole or not at all`, {
        hint: 'Leave out --salvage; restore from another destination or an older backup.',
        context: about,
    });
}
/** The error of a salvage that could not bring back everything. */
function partly(lost, id, lostFile) {
    return new errors_error/* HoldfastError */.E('salvaged-partly', `${(0,bytes/* plural */.LS)(lost, 'loss', 'losses')} from ${id}; the rest is restored`, {
        hint: lostFile === undefined
            ? 'Look for what is missing at another destination with --destination, or in an older backup with --at.'
            : `Look for what ${lostFile} lists at another destination with --destination, or in an older backup with --at.`,
        context: { id, lost, ...(lostFile !== undefined && { file: lostFile }) },
    });
}
/** `restore --salvage`, from a chain that was found with gaps: brings back what is undamaged and names the rest. */
async function salvage(context, found, target, { include, thaw }) {
    const { entry } = found;
    const { job, id } = entry;
    const source = (0,source_context/* sourceOf */.v)(context, job, entry.source.type);
    if (source.salvage === undefined) {
        throw notSalvageable(source.type, { job, id });
    }
    if (thaw)
        await thawChain(context, found);
    const opened = await openSalvageChain(context, found);
    const told = [];
    const result = await source.salvage((0,source_context/* sourceContextOf */.k)(context, job, told), opened.links, {
        target: target.path,
        include,
    });
    const losses = await listLosses(result, opened.damage(), target.path, id);
    const errors = result.lost.length === 0 ? [] : [partly(result.lost.length, id, losses.record.lostFile)];
    return {
        record: {
            files: result.files,
            bytes: result.bytes,
            fetchedBytes: opened.fetchedBytes(),
            chain: opened.links.map((link) => link.id),
            ...(result.path !== undefined && { target: result.path }),
            ...losses.record,
        },
        warnings: [...told, ...result.warnings, ...losses.findings],
        errors,
        exitCode: errors.length === 0 ? 0 : 3,
    };
}

// EXTERNAL MODULE: ./build/commands/repository/frame-by-frame.js
var frame_by_frame = __webpack_require__(36219);
;// CONCATENATED MODULE: ./build/commands/restore/salvage-adopted.js





/**
 * Salvages what others wrote, as far as it can be decompressed and read. It has no hashes: what comes before the damage
 * is as good as its own checksums are. Errors: those of the source's salvage, `store-unsupported`.
 */
async function salvageAdopted(context, found, target, include) {
    const { job, object } = found;
    if (include.length > 0)
        throw adopted_noParts(object.key);
    const source = (0,source_context/* sourceOf */.v)(context, job, context.config.job(job).source.type);
    if (source.salvage === undefined)
        throw notSalvageable(source.type, { job, id: object.key });
    let fetchedBytes = 0;
    const link = linkOf(context, found, (bytes) => {
        fetchedBytes += bytes;
    });
    const careful = (0,frame_by_frame/* upToDamage */.c)({
        open: () => link.open('archive'),
        read: (offset, length) => link.read('archive', offset, length),
    });
    const told = [];
    const result = await source.salvage((0,source_context/* sourceContextOf */.k)(context, job, told), [
        {
            id: link.id,
            link: { ...link, read: (_, offset, length) => careful.read(offset, length) },
            why: () => undefined,
        },
    ], { target: target.path, include });
    const name = object.key.replaceAll('/', '_');
    const losses = await listLosses(result, [], target.path, name);
    const errors = result.lost.length === 0 ? [] : [partly(result.lost.length, object.key, losses.record.lostFile)];
    return {
        record: {
            files: result.files,
            bytes: result.bytes,
            fetchedBytes,
            ...(result.path !== undefined && { target: result.path }),
            ...losses.record,
        },
        warnings: [adopted_notOurs, ...told, ...result.warnings, ...losses.findings],
        errors,
        exitCode: errors.length === 0 ? 0 : 3,
    };
}

;// CONCATENATED MODULE: ./build/commands/restore/foreign.js







/** What others wrote: no chain, no index, no key. */
async function restoreForeign(context, found, options) {
    const started = context.clock.monotonic();
    const { job, object, store } = found;
    const isTree = context.config.job(job).source.type === 'directory';
    const target = restoreTarget(context, options.to, { media: isTree ? 'application/x-tar' : '' });
    const seconds = () => (context.clock.monotonic() - started) / 1000;
    const record = { job, id: object.key, chain: [object.key], target: targetName(target) };
    if (options.salvage)
        checkSalvage(target, options.overwrite);
    const replace = options.overwrite ? ' What is there is replaced.' : '';
    const plan = `Restore ${object.key} as of ${object.modified.toISOString()} (not written by holdfast, ${(0,bytes/* formatBytes */.z3)(object.bytes)} stored at ${store.name}) to ${targetName(target)}?${replace}`;
    if (options.dryRun)
        return (0,outcome/* done */.Vw)([{ ...record, bytes: 0, fetchedBytes: 0, seconds: seconds(), plan }]);
    if (target.type !== 'stdout')
        await context.confirm(plan);
    context.reporter.on({ type: 'job-started', job, command: 'restore', id: object.key });
    const { include, overwrite, force } = options;
    const finish = (status, { seconds: taken }) => context.reporter.on({ type: 'job-finished', job, command: 'restore', status, seconds: taken });
    if (options.salvage && (target.type === 'directory' || target.type === 'file')) {
        const { record: numbers, ...rest } = await salvageAdopted(context, found, target, include);
        const salvaged = { ...record, bytes: 0, fetchedBytes: 0, seconds: seconds(), ...numbers };
        for (const finding of rest.warnings)
            context.reporter.on({ type: 'finding', job, finding });
        finish(rest.exitCode === 0 ? 'success' : 'partial', salvaged);
        return { results: [salvaged], ...rest };
    }
    const { warnings, ...numbers } = await restoreAdopted(context, found, { target, include, overwrite, force });
    if (target.type === 'stdout')
        await flush(context);
    const finished = { ...record, ...numbers, seconds: seconds() };
    for (const finding of warnings)
        context.reporter.on({ type: 'finding', job, finding });
    finish('success', finished);
    return (0,outcome/* done */.Vw)([finished], warnings);
}

// EXTERNAL MODULE: ./build/commands/repository/open-chain.js
var open_chain = __webpack_require__(97094);
;// CONCATENATED MODULE: ./build/commands/restore/elsewhere.js



/**
 * The same backup at a destination that was not tried yet, after `error` blamed it at the last one. Undefined where the
 * error is about something else, or nowhere else has it.
 */
async function elsewhere(context, { entry }, tried, { force }, error) {
    if (!(0,verify_damage/* blamesBackup */.h)(error))
        return undefined;
    const found = await (0,find/* findBackup */.S)(context, entry.id, { force, except: tried }).catch(() => undefined);
    context.signal.throwIfAborted();
    if (found === undefined || found.entry.manifestSha256 !== entry.manifestSha256)
        return undefined;
    if (found.chain.some(({ shredded }) => shredded))
        return undefined;
    const finding = {
        severity: 'warning',
        code: 'restored-elsewhere',
        message: `${entry.id} is damaged at ${tried.at(-1)}: ${error.message}; it is restored from ${found.destination.name}`,
        hint: 'Let `holdfast sync --depth checksum` heal the damaged destination from the other one.',
    };
    (0,commands_context/* tell */.q)(context, finding, entry.job);
    return { found, finding };
}

;// CONCATENATED MODULE: ./build/commands/restore/from-backup.js







async function restoreOnce(context, found, target, { include, tables = [], overwrite, force, thaw }) {
    if (thaw)
        await thawChain(context, found);
    const { job, source } = found.entry;
    const opened = await (0,open_chain/* openChain */.y)(context, found, await (0,repository_identities/* openersFor */.eD)(context, found.chain));
    const warnings = [];
    const result = await (0,source_context/* sourceOf */.v)(context, job, source.type).restore((0,source_context/* sourceContextOf */.k)(context, job, warnings), (0,progress/* progressOver */.A)(context, job, 'restore', opened.links), { target, include, tables, overwrite, force });
    if (target.type === 'stdout')
        await flush(context);
    const { files, bytes } = result;
    const numbers = { ...(files === undefined ? {} : { files }), bytes, fetchedBytes: opened.fetchedBytes() };
    return { numbers, warnings: [...warnings, ...result.warnings] };
}
/**
 * Restores a backup that was found. Where it is damaged the next destination that has the same one serves, with a
 * warning: nothing was put in place yet. What went to standard output or into a server cannot be taken back.
 */
async function restoreBackup(context, found, target, options) {
    const { job, id, level } = found.entry;
    context.reporter.on({ type: 'job-started', job, command: 'restore', id, level });
    const tried = [];
    const warnings = [];
    for (let serving = found;;) {
        try {
            const restored = await restoreOnce(context, serving, target, options);
            return { ...restored, warnings: [...warnings, ...restored.warnings] };
        }
        catch (error) {
            context.signal.throwIfAborted();
            tried.push(serving.destination.name);
            const next = target.type === 'directory' || target.type === 'file'
                ? await elsewhere(context, found, tried, options, error)
                : undefined;
            if (next === undefined)
                throw error;
            serving = next.found;
            warnings.push(next.finding);
        }
    }
}

;// CONCATENATED MODULE: ./build/commands/restore/only-job.js



/**
 * The one job that has backups at the destinations, for a restore that names a place and no job. Errors: `usage` naming
 * the jobs where there are several, `backup-not-found` where there is none.
 */
async function onlyJob(context) {
    const jobs = new Set();
    for (const name of (0,destination/* backupDestinations */.C$)(context)) {
        const { points } = await (0,entries/* readEntries */.$)(context, await (0,destination/* openDestination */.xB)(context, name), undefined);
        for (const { job } of points)
            jobs.add(job);
    }
    const [first, ...others] = [...jobs].sort();
    if (first !== undefined && others.length === 0)
        return first;
    if (first === undefined) {
        throw new errors_error/* HoldfastError */.E('backup-not-found', 'there is no backup at this place', {
            hint: 'Check the path or bucket and the prefix.',
        });
    }
    throw new errors_error/* HoldfastError */.E('usage', `there are backups of ${others.length + 1} jobs: ${[first, ...others].join(', ')}`, {
        hint: `Name one, or an id of \`holdfast list\`: \`holdfast restore ${first} --destination URL\`.`,
        context: { jobs: [first, ...others] },
    });
}

;// CONCATENATED MODULE: ./build/commands/restore/question.js


/** What is asked before a restore, and shown as its plan. */
function question(found, target, options) {
    const { entry, chain, destination } = found;
    const parts = [...options.include, ...(options.tables ?? [])];
    const what = options.salvage === true
        ? `what is undamaged of ${parts.join(', ') || entry.job}`
        : parts.length === 0
            ? `all of ${entry.job}`
            : `${parts.join(', ')} of ${entry.job}`;
    const links = chain.length === 1 ? 'a full backup' : `a chain of ${chain.length} backups`;
    const size = (0,bytes/* formatBytes */.z3)(chain.reduce((sum, { stats }) => sum + stats.storedBytes, 0));
    const replace = options.overwrite ? ' What is there is replaced.' : '';
    return `Restore ${what} as of ${entry.createdAt.toISOString()} (${links}, ${size} stored at ${destination.name}) to ${targetName(target)}?${replace}`;
}

;// CONCATENATED MODULE: ./build/commands/restore.js













/**
 * `holdfast restore JOB|ID --to TARGET`: shows the plan, asks where something would be replaced, restores, checks every
 * byte. Without `what` it is the only job of the repository. Errors: among others `object-archived`.
 */
async function restore(context, what, options) {
    const started = context.clock.monotonic();
    const asked = what ?? (await onlyJob(context));
    const adopted = await (0,places/* findChain */.r_)(context, asked);
    if (adopted !== undefined)
        return restoreChain(context, adopted, options);
    const named = (await findByKey(context, asked)) ?? asked;
    if (typeof named !== 'string')
        return restoreForeign(context, named, options);
    const found = await (0,find/* findBackup */.S)(context, named, {
        ...(options.at && { at: options.at }),
        force: options.force,
        gaps: options.salvage === true,
    });
    const { entry, chain } = found;
    const lost = chain.find(({ shredded }) => shredded);
    if (lost)
        throw await (0,shredded/* shreddedError */.q)(context, found.destination.store, lost);
    const source = (0,source_context/* sourceOf */.v)(context, entry.job, entry.source.type);
    const target = restoreTarget(context, options.to, {
        media: entry.mediaTypes[0] ?? '',
        datasets: source.restoresToDataset,
    });
    if (options.salvage)
        checkSalvage(target, options.overwrite);
    const record = (numbers) => ({
        job: entry.job,
        id: entry.id,
        chain: chain.map(({ id }) => id),
        target: targetName(target),
        bytes: 0,
        fetchedBytes: 0,
        seconds: (context.clock.monotonic() - started) / 1000,
        ...numbers,
    });
    const notes = source.restoreNotes?.(entry.source, target) ?? [];
    const plan = [question(found, target, options), ...notes].join(' ');
    if (options.dryRun)
        return (0,outcome/* done */.Vw)([{ ...record({}), plan }]);
    if (target.type !== 'stdout')
        await context.confirm(plan);
    const finish = (status, { seconds }) => context.reporter.on({ type: 'job-finished', job: entry.job, command: 'restore', status, seconds });
    if (options.salvage && (target.type === 'directory' || target.type === 'file')) {
        const { record: numbers, ...rest } = await salvage(context, found, target, options);
        const finished = record(numbers);
        finish(rest.exitCode === 0 ? 'success' : 'partial', finished);
        return { results: [finished], ...rest };
    }
    const { numbers, warnings } = await restoreBackup(context, found, target, options);
    const finished = record(numbers);
    finish('success', finished);
    return (0,outcome/* done */.Vw)([finished], warnings);
}


/***/ })

};
