export const id = 609;
export const ids = [609];
export const modules = {

/***/ 94551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ createDrivers),
  driverSchemas: () => (/* binding */ driverSchemas)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/stores/decorators/forward.js
/** A Store that hands everything on, for decorators to override; without the optional methods that the inner one lacks. */
function forward(store) {
    return {
        name: store.name,
        features: store.features,
        ...(store.lockFor === undefined ? {} : { lockFor: store.lockFor }),
        put: (key, body, options) => store.put(key, body, options),
        ...(store.putStream ? { putStream: store.putStream.bind(store) } : {}),
        get: (key, options) => store.get(key, options),
        stat: (key) => store.stat(key),
        list: (prefix) => store.list(prefix),
        delete: (key, options) => store.delete(key, options),
        ...(store.versions ? { versions: store.versions.bind(store) } : {}),
        ...(store.retain ? { retain: store.retain.bind(store) } : {}),
        ...(store.thaw ? { thaw: store.thaw.bind(store) } : {}),
    };
}

;// CONCATENATED MODULE: ./build/stores/decorators/dry-run.js



/**
 * A Store that changes nothing and reports what it would have changed. Reads see the real objects: as in restic, what
 * was "put" is not there afterwards, so that nothing is ever judged by what does not exist. Conditions and hashes are
 * checked against the real objects, so a rehearsal fails where the run would.
 */
function dryRun(store, { clock, report }) {
    async function check(key, when) {
        if (when === undefined)
            return;
        const feature = 'etag' in when ? 'compareAndSwap' : 'createOnly';
        if (!store.features[feature]) {
            throw new errors_error/* HoldfastError */.E('store-unsupported', `the destination ${store.name} has no conditional writes`);
        }
        const present = await store.stat(key);
        if ('etag' in when ? present?.etag === when.etag : present === undefined)
            return;
        throw new errors_error/* HoldfastError */.E('store-condition-failed', `the condition on ${key} does not hold`, {
            context: { key },
        });
    }
    function pretend(key, bytes, sha256) {
        report({ type: 'put', key, bytes });
        return { key, bytes, etag: '"dry-run"', modified: clock.now(), sha256 };
    }
    const putStream = async (key, body, options) => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let bytes = 0;
        for await (const chunk of body) {
            options.signal.throwIfAborted();
            hash.update(chunk);
            bytes += chunk.byteLength;
        }
        await check(key, options.when);
        return pretend(key, bytes, hash.digest('hex'));
    };
    async function thaw(key) {
        report({ type: 'thaw', key });
        return 'under-way';
    }
    return {
        ...forward(store),
        async put(key, body, options) {
            options.signal.throwIfAborted();
            const found = (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex');
            if (store.features.enforcesSha256 && found !== options.sha256) {
                throw new errors_error/* HoldfastError */.E('store-checksum-mismatch', `the bytes of ${key} do not match their sha-256`);
            }
            await check(key, options.when);
            return pretend(key, body.byteLength, found);
        },
        ...(store.putStream ? { putStream } : {}),
        async delete(key) {
            report({ type: 'delete', key });
        },
        ...(store.retain ? { retain: async (key) => report({ type: 'retain', key }) } : {}),
        ...(store.thaw ? { thaw } : {}),
    };
}

;// CONCATENATED MODULE: ./build/stores/decorators/version-history.js
/** Versions that come with keys in order and the newest first, key by key. */
async function* versionsByKey(versions) {
    let history = [];
    for await (const version of versions) {
        if (history.length > 0 && history[0]?.key !== version.key) {
            yield history;
            history = [];
        }
        history.push(version);
    }
    if (history.length > 0)
        yield history;
}
/** Of a history with the newest first; undefined where only markers are left. */
function oldestOf(history) {
    const object = history.findLast(({ deleted }) => !deleted);
    if (object === undefined)
        return undefined;
    const [newest] = history;
    // A write that was repeated after its answer was lost makes a second version of the same bytes.
    const same = (other) => other.etag === object.etag && other.bytes === object.bytes;
    const tampered = newest?.deleted
        ? 'deleted'
        : history.every((each) => each.deleted || same(each))
            ? undefined
            : 'overwritten';
    return { object, latest: object.latest, tampered };
}
/** The folder of a run's volumes, whose hashes its manifest knows: `data/<job>/<id>/`. */
function dataFolderOf(key) {
    return /^data\/[^/]+\/[^/]+\//.exec(key)?.[0];
}

;// CONCATENATED MODULE: ./build/stores/decorators/oldest-version.js


/** Leases are the one thing that is meant to be replaced. */
const replaced = /^leases\//;
/** Folders of `data/` whose history is remembered at once. */
const remembered = 32;
/** What counts of each key that has a history worth remembering: of a volume, others than the one version there should be. */
function dataHistories(versions) {
    const folders = new Map();
    async function read(folder) {
        const odd = new Map();
        for await (const history of versionsByKey(versions(folder))) {
            const oldest = oldestOf(history);
            if (oldest && !oldest.latest)
                odd.set(oldest.object.key, oldest);
        }
        return odd;
    }
    async function of(key) {
        const folder = dataFolderOf(key);
        if (folder === undefined)
            return undefined;
        let known = folders.get(folder);
        if (known === undefined) {
            known = read(folder);
            folders.set(folder, known);
            known.catch(() => folders.delete(folder));
            const [first] = folders.keys();
            if (folders.size > remembered && first !== undefined)
                folders.delete(first);
        }
        return (await known).get(key);
    }
    return { of, forget: (key) => void folders.delete(dataFolderOf(key) ?? '') };
}
/**
 * A Store with versions as a repository reads it: of a key that is created once, the oldest version is the object, and
 * deletion markers are seen through. So whoever may only add cannot replace or hide anything; what lies over an object
 * is told by `tampered`. A deletion takes every version, the oldest last. Leases are read as they are.
 *
 * Stores without versions are returned as they are. Needs the right to list versions and to read them
 * (`s3:ListBucketVersions`, `s3:GetObjectVersion`).
 */
function withOldestVersions(store) {
    const versions = store.versions?.bind(store);
    if (!store.features.versions || versions === undefined)
        return store;
    const ofData = dataHistories(versions);
    async function oldest(key) {
        for await (const history of versionsByKey(versions?.(key) ?? [])) {
            if (history[0]?.key === key)
                return oldestOf(history);
            break;
        }
        return undefined;
    }
    async function get(key, options) {
        if (options.versionId !== undefined || replaced.test(key))
            return store.get(key, options);
        const found = dataFolderOf(key) === undefined ? await oldest(key) : await ofData.of(key);
        if (found === undefined)
            return store.get(key, options);
        const { versionId, bytes } = found.object;
        // With a range a body that breaks off can be resumed.
        const range = options.range ?? (bytes > 0 ? { offset: 0, length: bytes } : undefined);
        return store.get(key, { ...options, ...(range && { range }), versionId });
    }
    async function* list(prefix) {
        if (replaced.test(prefix))
            return yield* store.list(prefix);
        for await (const history of versionsByKey(versions?.(prefix) ?? [])) {
            const [newest] = history;
            if (newest && replaced.test(newest.key)) {
                if (!newest.deleted)
                    yield newest;
                continue;
            }
            const found = oldestOf(history);
            if (found)
                yield { ...found.object, ...(found.tampered && { tampered: found.tampered }) };
        }
    }
    return {
        ...forward(store),
        get,
        list,
        async stat(key) {
            if (replaced.test(key))
                return store.stat(key);
            const found = await oldest(key);
            // Only of the latest the store says more than the listing, such as until when it is kept.
            return found?.latest ? store.stat(key) : found?.object;
        },
        async delete(key, options) {
            if (replaced.test(key))
                return store.delete(key, options);
            for await (const history of versionsByKey(versions(key))) {
                if (history[0]?.key !== key)
                    break;
                for (const { versionId } of history)
                    await store.delete(key, { versionId });
            }
            ofData.forget(key);
        },
        ...(store.retain
            ? {
                retain: async (key, until, options) => {
                    const versionId = options.versionId ?? (await oldest(key))?.object.versionId;
                    await store.retain?.(key, until, { ...options, ...(versionId !== undefined && { versionId }) });
                },
            }
            : {}),
    };
}

;// CONCATENATED MODULE: ./build/stores/decorators/read-only.js


/** A Store that refuses to change anything: `read-only`. To thaw an object changes nothing of it, only who can read it. */
function readOnly(store) {
    async function refuse(what, key) {
        throw new errors_error/* HoldfastError */.E('read-only', `will not ${what} ${key}: the destination ${store.name} was opened to be read`, {
            hint: 'Use a command that writes, such as backup or cleanup; this one only reads.',
            context: { destination: store.name, key },
        });
    }
    return {
        ...forward(store),
        put: (key) => refuse('write', key),
        ...(store.putStream ? { putStream: (key) => refuse('write', key) } : {}),
        delete: (key) => refuse('delete', key),
        ...(store.retain ? { retain: (key) => refuse('lock', key) } : {}),
    };
}

;// CONCATENATED MODULE: ./build/stores/key-order.js
/** Compares keys as UTF-8 bytes, which differs from JavaScript's order for characters beyond U+FFFF only. */
function compareKeys(a, b) {
    if (/[\ud800-\udfff]/.test(a) || /[\ud800-\udfff]/.test(b)) {
        return Buffer.compare(Buffer.from(a), Buffer.from(b));
    }
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/stores/persistence.js

const quarterHour = 900_000;
/** Whether another attempt makes sense. */
function isRetryable(error) {
    return error instanceof errors_error/* HoldfastError */.E && error.retryable;
}
/**
 * The patience of one call: exponential delays with full jitter, since many volumes fail at the same moment when a store
 * goes away, and must not come back at the same moment.
 */
function createPersistence(options, signal = options.signal) {
    const { clock, random, limit = quarterHour, first = 500, longest = 30_000 } = options;
    let failures = 0;
    let started = 0;
    return {
        async after(error) {
            if (!isRetryable(error) || signal?.aborted)
                throw error;
            if (failures === 0)
                started = clock.monotonic();
            const delay = random() * Math.min(longest, first * 2 ** failures);
            if (clock.monotonic() - started + delay > limit)
                throw error;
            failures++;
            options.onRetry?.({ error, failures, delay });
            await clock.sleep(delay, signal);
        },
        progress() {
            failures = 0;
        },
    };
}
/** Repeats `attempt` until it succeeds, fails for good, or the patience ends. */
async function persist(persistence, attempt) {
    for (;;) {
        try {
            return await attempt();
        }
        catch (error) {
            await persistence.after(error);
        }
    }
}

;// CONCATENATED MODULE: ./build/stores/decorators/read-back.js


async function hashOf(store, key, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of await store.get(key, { signal }))
        hash.update(chunk);
    return hash.digest('hex');
}
/** The object as the listing shows it, if its ETag is the MD5 of these bytes: for roles that may list and not read. */
async function listedAs(store, key, body) {
    for await (const object of store.list(key)) {
        if (object.key !== key || object.bytes !== body.byteLength)
            return undefined;
        const md5 = (0,external_node_crypto_.createHash)('md5').update(body).digest('hex');
        return object.etag.replaceAll('"', '') === md5 ? object : undefined;
    }
    return undefined;
}
/** What `attempt` finds; undefined where that is not allowed. Throws only what is retryable. */
async function ifAllowed(signal, attempt) {
    try {
        return await attempt();
    }
    catch (error) {
        if (isRetryable(error) || signal.aborted)
            throw error;
        return undefined;
    }
}
/**
 * The object at `key` if it holds exactly these bytes, else undefined; undefined also where nothing tells (a backup role
 * cannot read data, and not every store lists MD5s). Throws only what is retryable.
 */
async function readBack(store, key, body, { sha256, signal }) {
    const read = async () => {
        const found = await store.stat(key);
        if (found?.bytes !== body.byteLength)
            return { own: undefined };
        return { own: (found.sha256 ?? (await hashOf(store, key, signal))) === sha256 ? found : undefined };
    };
    const answer = await ifAllowed(signal, read);
    return answer ? answer.own : ifAllowed(signal, () => listedAs(store, key, body));
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/stores/abort-with.js
/** Destroys a body with the signal's own reason, also while nobody reads it. */
function abortWith(body, signal) {
    const onAbort = () => void body.destroy(signal.reason);
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    body.once('close', () => signal.removeEventListener('abort', onAbort));
}

;// CONCATENATED MODULE: ./build/stores/decorators/resumed-body.js




/** Opens what is left of a body after the first `done` bytes. */
async function openRest(store, key, options, done) {
    if (done === 0)
        return store.get(key, options);
    const { range } = options;
    const end = range ? range.offset + range.length : (await store.stat(key))?.bytes;
    const offset = (range?.offset ?? 0) + done;
    if (end === undefined || end < offset) {
        throw new errors_error/* HoldfastError */.E('object-damaged', `the object ${key} became shorter while it was read`, {
            context: { key },
        });
    }
    return store.get(key, { ...options, range: { offset, length: end - offset } });
}
/**
 * A body that outlives broken connections: after a retryable error it goes on where it stopped. A body of which bytes
 * arrived is resumed only where the store has ranges and no version was asked for without one; the parts of an object
 * that was replaced meanwhile do not match its hash, which every reader checks.
 */
function resumedBody(store, key, options, first, persistence) {
    let current = first;
    let done = 0;
    async function reopen(reason) {
        for (let error = reason;;) {
            if (done > 0 && !canResume(store, options))
                throw error;
            await persistence.after(error);
            try {
                current = await openRest(store, key, options, done);
                return;
            }
            catch (next) {
                error = next;
            }
        }
    }
    async function* bytes() {
        for (;;) {
            try {
                for await (const chunk of current) {
                    done += chunk.byteLength;
                    persistence.progress();
                    yield chunk;
                }
                return;
            }
            catch (error) {
                await reopen(error);
            }
        }
    }
    const result = new external_node_stream_.PassThrough({ highWaterMark: first.readableHighWaterMark });
    result.once('close', () => current.destroy());
    // The reader of the result sees the error there; nobody waits for the pipeline itself.
    (0,promises_.pipeline)(bytes(), result).catch(() => { });
    abortWith(result, options.signal);
    return result;
}
/** The length of an old version is not to be had from `stat`. */
function canResume(store, { range, versionId }) {
    return store.features.range && (range !== undefined || versionId === undefined);
}

;// CONCATENATED MODULE: ./build/stores/decorators/retry.js






/** A listing that starts again after a retryable error and goes on behind the last key it gave. */
async function* listAgain(store, prefix, options) {
    const persistence = createPersistence(options);
    let last;
    for (;;) {
        try {
            for await (const object of store.list(prefix)) {
                if (last !== undefined && compareKeys(object.key, last) <= 0)
                    continue;
                last = object.key;
                persistence.progress();
                yield object;
            }
            return;
        }
        catch (error) {
            await persistence.after(error);
        }
    }
}
/** Like {@link listAgain}: behind the last version it gave. */
async function* versionsAgain(versions, prefix, options) {
    const persistence = createPersistence(options);
    let last;
    const given = new Set();
    for (;;) {
        try {
            for await (const version of versions(prefix)) {
                const order = last === undefined ? 1 : compareKeys(version.key, last);
                if (order < 0 || (order === 0 && given.has(version.versionId)))
                    continue;
                if (order > 0)
                    given.clear();
                last = version.key;
                given.add(version.versionId);
                persistence.progress();
                yield version;
            }
            return;
        }
        catch (error) {
            await persistence.after(error);
        }
    }
}
async function putAgain(store, key, body, put, options) {
    const persistence = createPersistence(options, put.signal);
    let mayHaveLanded = false;
    return persist(persistence, async () => {
        try {
            return await store.put(key, body, put);
        }
        catch (error) {
            // The reply of an earlier attempt may have been lost after the store took it: the obstacle may be our own bytes.
            if (mayHaveLanded && (0,errors_error/* hasCode */.u)(error, 'store-condition-failed')) {
                const own = await persist(persistence, () => readBack(store, key, body, put));
                if (own)
                    return own;
            }
            mayHaveLanded ||= isRetryable(error);
            throw error;
        }
    });
}
/**
 * A Store that repeats what failed with a retryable error, for up to 15 minutes after the first failure, and then throws
 * the last error. The calls' signals are honoured while waiting.
 *
 * - A conditional `put` that failed, was repeated and then found its condition broken counts as done when the object
 *   holds exactly its bytes.
 * - A body that breaks off is resumed with a range; a listing is resumed behind its last key.
 * - `putStream` is not repeated, since a stream cannot be read twice.
 */
function withRetry(store, options) {
    const { versions, retain, thaw } = forward(store);
    return {
        ...forward(store),
        put: (key, body, put) => putAgain(store, key, body, put, options),
        async get(key, get) {
            const persistence = createPersistence(options, get.signal);
            const first = await persist(persistence, () => store.get(key, get));
            persistence.progress();
            return resumedBody(store, key, get, first, persistence);
        },
        stat: (key) => persist(createPersistence(options), () => store.stat(key)),
        list: (prefix) => listAgain(store, prefix, options),
        delete: (key, which) => persist(createPersistence(options), () => store.delete(key, which)),
        ...(versions && { versions: (prefix) => versionsAgain(versions, prefix, options) }),
        ...(retain && {
            retain: (key, until, more) => persist(createPersistence(options, more.signal), () => retain(key, until, more)),
        }),
        ...(thaw && {
            thaw: (key, more) => persist(createPersistence(options, more.signal), () => thaw(key, more)),
        }),
    };
}

;// CONCATENATED MODULE: ./build/stores/decorators/through.js



/**
 * A body passed through `map`. Errors and ends travel both ways: whoever destroys the result destroys the source.
 * Starts to read at once, up to one buffer ahead.
 */
function through(source, map, signal) {
    const result = new external_node_stream_.PassThrough({ highWaterMark: source.readableHighWaterMark });
    // The reader of the result sees the error there; nobody waits for the pipeline itself.
    (0,promises_.pipeline)(source, map, result).catch(() => { });
    abortWith(result, signal);
    return result;
}

;// CONCATENATED MODULE: ./build/stores/decorators/throttle.js



/**
 * Hands out the line's time in order of asking: who sends waits until all earlier bytes have had their time. A first
 * body goes at once, so that a short run does not wait for nothing; on average the rate holds.
 */
function createPace({ bytesPerSecond, clock }) {
    let free = Number.NEGATIVE_INFINITY;
    return async (bytes, signal) => {
        const now = clock.monotonic();
        const start = Math.max(now, free);
        const lasts = (bytes / bytesPerSecond) * 1000;
        free = start + lasts;
        if (start === now)
            return;
        try {
            await clock.sleep(start - now, signal);
        }
        catch (error) {
            free -= lasts;
            throw error;
        }
    };
}
async function* paced(chunks, pace, signal) {
    for await (const chunk of chunks) {
        await pace(chunk.byteLength, signal);
        yield chunk;
    }
}
/** A Store that sends and fetches bodies at no more than so many bytes a second, all its calls together. */
function withThrottle(store, options) {
    if (!(options.bytesPerSecond > 0)) {
        throw new errors_error/* HoldfastError */.E('internal', `no bandwidth: ${options.bytesPerSecond} bytes a second`);
    }
    const pace = createPace(options);
    const { putStream } = forward(store);
    return {
        ...forward(store),
        async put(key, body, put) {
            put.signal.throwIfAborted();
            await pace(body.byteLength, put.signal);
            return store.put(key, body, put);
        },
        ...(putStream && {
            putStream: (key, body, put) => putStream(key, paced(body, pace, put.signal), put),
        }),
        async get(key, get) {
            const body = await store.get(key, get);
            return through(body, (chunks) => paced(chunks, pace, get.signal), get.signal);
        },
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/domain/camel-keys.js
var camel_keys = __webpack_require__(73748);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/domain/duration.js
var duration = __webpack_require__(14953);
// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
;// CONCATENATED MODULE: ./build/sources/source-fields.js



/** A duration such as `30s`; parsed to milliseconds. */
const durationField = schemas/* string */.YjP()
    .refine((text) => (0,duration/* parseDuration */.E)(text) !== undefined, 'not a duration; write 30s, 5m or 24h')
    .transform((text) => (0,duration/* parseDuration */.E)(text) ?? 0);
/** Text that must never be shown. */
const secretField = schemas/* string */.YjP()
    .min(1)
    .transform((text) => new secret/* Secret */.zh(text));
/** A database URL of one of the schemes; the whole of it is secret, since it may hold a password. */
function urlField(...schemes) {
    const pattern = new RegExp(`^(?:${schemes.join('|')})://`);
    return schemas/* string */.YjP()
        .regex(pattern, `not a database URL; it begins with ${schemes[0]}://`)
        .transform((text) => new secret/* Secret */.zh(text));
}
/** A path of this machine. */
const pathField = schemas/* string */.YjP()
    .min(1)
    .refine((path) => !path.includes('\0'), 'a path cannot hold a NUL');
/** A command and its arguments; no shell is involved. */
const argvField = schemas/* array */.YOg(schemas/* string */.YjP()).min(1);
/** Names of databases, schemas, tables. */
const namesField = schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1);
const stopStart = schemas/* strictObject */.rej({
    stop: argvField.meta({ description: 'Command that stops the server.' }),
    start: argvField.meta({ description: 'Command that starts the server.' }),
});
/** How a restore into the data directory stops and starts the server; one of them, or none when it is down anyway. */
const serverFields = {
    container: schemas/* string */.YjP()
        .min(1)
        .meta({ description: 'Name of the container that the server runs in.' })
        .optional(),
    service: schemas/* string */.YjP().min(1).meta({ description: 'Name of the systemd unit of the server.' }).optional(),
    server: stopStart.meta({ description: 'Commands that stop and start the server.' }).optional(),
};

;// CONCATENATED MODULE: ./build/sources/command/config.js



/** `type: command`: whatever a command writes to its standard output. */
const commandConfig = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('command').meta({ description: 'What a command writes to its standard output.' }),
    run: argvField.meta({ description: 'Command and arguments; exit 0 or the backup fails.' }),
    'media-type': schemas/* string */.YjP()
        .regex(/^[\w.+-]+\/[\w.+-]+$/, 'not a media type; write for example application/x-mongodump')
        .meta({ description: 'Media type of the stream.' })
        .default('application/octet-stream'),
    restore: argvField
        .meta({ description: 'Command that reads the stream from its standard input.' })
        .optional(),
    drill: schemas/* strictObject */.rej({
        run: argvField.meta({
            description: 'Command that gets the stream on its standard input; exit 0 passes.',
        }),
    })
        .meta({ description: 'How a drill tries the stream; absent: its SHA-256 is compared.' })
        .optional(),
})
    .transform(camel_keys/* camelKeys */.R);

// EXTERNAL MODULE: ./build/process/tools.js
var tools = __webpack_require__(14361);
// EXTERNAL MODULE: ./build/process/spawn.js + 5 modules
var spawn = __webpack_require__(80151);
;// CONCATENATED MODULE: ./build/sources/command/settings.js

/** The name of the one stream. */
const streamName = 'stream';
/** How an argv of the settings is run. */
function callOf(argv, context) {
    const [command, ...args] = argv;
    if (command === undefined)
        throw new errors_error/* HoldfastError */.E('usage', 'the command of the source is empty');
    return { command, args, environment: context.environment, signal: context.signal };
}
/** The one link of a command's chain: it has no increments. */
function onlyLink(chain) {
    const [link] = chain;
    if (link === undefined || chain.length > 1) {
        throw new errors_error/* HoldfastError */.E('chain-broken', 'a command has no incremental backups', {
            hint: 'Restore a backup of level 0.',
        });
    }
    return link;
}

;// CONCATENATED MODULE: ./build/sources/command/capture.js




/** Counts what passes; the stream's hash is taken by whoever stores it. */
function createCounter(command) {
    let bytes = 0;
    let ended = false;
    return {
        write(chunk) {
            bytes += chunk.length;
        },
        end() {
            if (bytes === 0) {
                throw new errors_error/* HoldfastError */.E('backup-too-small', `${command} succeeded but wrote nothing`, {
                    hint: 'Let the command of `run:` write the data to its standard output.',
                    context: { command },
                });
            }
            ended = true;
        },
        ended: () => ended,
    };
}
/** Begins a backup of what a command writes; exit 0 is demanded, and an empty output is `backup-too-small`. */
function captureCommand(settings, context) {
    const call = callOf(settings.run, context);
    const name = (0,external_node_path_.basename)(call.command);
    const observer = createCounter(name);
    let running;
    return {
        level: 0,
        description: { type: 'command', command: name },
        streams: [
            {
                name: streamName,
                mediaType: settings.mediaType ?? 'application/octet-stream',
                observer,
                open() {
                    running = (0,spawn/* spawnTool */.M)(call);
                    return running.stdout;
                },
            },
        ],
        async finish() {
            if (running === undefined || !observer.ended())
                throw new errors_error/* HoldfastError */.E('internal', 'the stream of the command was never read to its end');
            const toolOutput = running.stderr.text();
            return { evidence: 'stream', unread: [], ...(toolOutput === '' ? {} : { toolOutput }) };
        },
        abort: async () => running?.stop(),
    };
}

// EXTERNAL MODULE: ./build/process/run-tool.js
var run_tool = __webpack_require__(80482);
;// CONCATENATED MODULE: ./build/sources/command/drill.js





async function checkHash(link) {
    const expected = link.streams.find(({ name }) => name === streamName)?.sha256;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    for await (const chunk of link.open(streamName)) {
        hash.update(chunk);
        bytes += chunk.length;
    }
    const found = hash.digest('hex');
    if (expected === undefined)
        return { check: { name: 'sha256', result: 'inconclusive', found }, bytes };
    const result = expected === found && bytes > 0 ? 'passed' : 'failed';
    return { check: { name: 'sha256', result, expected, found }, bytes };
}
async function runCheck(context, argv, link, scratch) {
    const call = callOf(argv, context);
    const name = (0,external_node_path_.basename)(call.command);
    try {
        await (0,run_tool/* runTool */.q)({ ...call, cwd: scratch, stdin: link.open(streamName) });
        return { name, result: 'passed', expected: 'exit 0', found: 'exit 0' };
    }
    catch (error) {
        if (!(0,errors_error/* hasCode */.u)(error, 'tool-failed'))
            throw error;
        return { name, result: 'failed', expected: 'exit 0', found: error.message };
    }
}
/** Tries the stream: the drill's command gets it on stdin and has to exit 0; without one, its SHA-256 is compared. */
async function drillCommand(settings, context, chain, scratch) {
    const link = onlyLink(chain);
    if (settings.drill === undefined) {
        const { check, bytes } = await checkHash(link);
        return { checks: [check], evidence: 'stream', bytes };
    }
    const check = await runCheck(context, settings.drill.run, link, scratch);
    const bytes = link.streams.find(({ name }) => name === streamName)?.bytes ?? 0;
    return { checks: [check], evidence: 'stream', bytes };
}

// EXTERNAL MODULE: ./build/process/write-file.js
var write_file = __webpack_require__(62784);
;// CONCATENATED MODULE: ./build/sources/command/restore.js






const stoppedReading = {
    severity: 'warning',
    code: 'input-not-read',
    message: 'the restore command succeeded without reading the whole stream',
    hint: 'Check what it restored.',
};
/** Gives the stream to the restore command, to a file, to a directory (as a file named after the job) or to stdout. */
async function restoreCommand(settings, context, chain, options) {
    if (options.include.length > 0) {
        throw new errors_error/* HoldfastError */.E('usage', 'the output of a command has no paths to choose from', {
            hint: 'Leave out --include.',
        });
    }
    const link = onlyLink(chain);
    const stored = link.streams.find(({ name }) => name === streamName);
    const bytes = stored?.bytes ?? 0;
    const { target, overwrite } = options;
    switch (target.type) {
        case 'file':
        case 'directory': {
            const path = target.type === 'file' ? (0,external_node_path_.resolve)(target.path) : (0,external_node_path_.join)((0,external_node_path_.resolve)(target.path), context.job);
            await (0,write_file/* writeStreamToFile */.j)(link.open(streamName), path, { overwrite, signal: context.signal });
            return { bytes, warnings: [] };
        }
        case 'stdout':
            await (0,promises_.pipeline)(link.open(streamName), target.stream, { signal: context.signal, end: false });
            return { bytes, warnings: [] };
        case 'default': {
            if (settings.restore === undefined) {
                throw new errors_error/* HoldfastError */.E('usage', 'the job has no restore command', {
                    hint: 'Add `restore: [argv]` to its source, or name a file with --to.',
                    context: { job: context.job },
                });
            }
            const call = callOf(settings.restore, context);
            const outcome = await (0,run_tool/* runTool */.q)({ ...call, stdin: link.open(streamName) });
            return { bytes, warnings: outcome.inputComplete ? [] : [stoppedReading] };
        }
    }
}

;// CONCATENATED MODULE: ./build/sources/command/source.js





async function look(argv, context) {
    const command = argv[0] ?? '';
    const name = (0,external_node_path_.basename)(command);
    const found = await (0,tools/* findTool */.SG)(command.includes('/') ? (0,external_node_path_.resolve)(command) : command, context.environment);
    return found !== undefined
        ? { severity: 'ok', code: 'tool-found', message: `${name} is there` }
        : {
            severity: 'error',
            code: 'tool-missing',
            message: `${name} is not installed`,
            hint: (0,tools/* installHint */.J8)(name),
        };
}
/** Whatever a command writes: always a full backup. */
function createCommandSource(settings) {
    return {
        type: 'command',
        incremental: false,
        preflight: (context) => Promise.all([settings.run, settings.restore, settings.drill?.run]
            .filter((argv) => argv !== undefined)
            .map((argv) => look(argv, context))),
        capture: async (context) => captureCommand(settings, context),
        restore: (context, chain, options) => restoreCommand(settings, context, chain, options),
        drill: (context, chain, { scratch }) => drillCommand(settings, context, chain, scratch),
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/config.js



/** `type: directory`: a tree of files, archived by GNU tar. */
const directoryConfig = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('directory').meta({ description: 'A tree of files.' }),
    path: pathField.meta({
        description: 'The directory; relative ones start where the configuration file is.',
    }),
    exclude: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .meta({ description: 'Patterns of what is left out, as in tar\'s --exclude: "*.tmp".' })
        .default([]),
    'one-file-system': schemas/* boolean */.zMY()
        .meta({ description: 'Whether mount points below the directory are left out.' })
        .default(false),
    'on-unreadable': schemas/* enum */.k5n(['partial', 'warn', 'fail'])
        .meta({
        description: 'What unreadable files do: partial keeps the backup and exits 3, warn only warns, fail ends the run.',
    })
        .default('partial'),
    format: schemas/* enum */.k5n(['tar', 'zip']).meta({ description: 'Kind of archive.' }).default('tar'),
})
    .transform(camel_keys/* camelKeys */.R);

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/process/private-directory.js
var private_directory = __webpack_require__(57015);
;// CONCATENATED MODULE: ./build/sources/directory/argv.js

/** The environment that makes tar's messages, order and options the same everywhere. */
function tarEnvironment(environment) {
    // POSIXLY_CORRECT counts even when empty, so it has to go.
    const { POSIXLY_CORRECT: _, TAR_OPTIONS: __, LANGUAGE: ___, ...rest } = environment;
    return { ...rest, LC_ALL: 'C', TZ: 'UTC' };
}
/** Records of 64 KiB, which is what a pipe takes at a time: tar's own 10 KiB cost six times the wake-ups. */
const blocking = '--blocking-factor=128';
/** Archive options that a capture and the comparison of a restored tree share. */
const archiveArgs = [
    '--create',
    '--file=-',
    '--format=posix',
    '--pax-option=delete=atime,delete=ctime',
    '--sort=name',
    blocking,
    '--sparse',
    '--xattrs',
    '--acls',
    '--no-check-device',
    '--quoting-style=escape',
];
/** A pattern that lies inside the source as an absolute path means just that place. */
function excludeArgs(pattern, root) {
    const inside = (0,external_node_path_.relative)(root, pattern);
    if (!pattern.startsWith('/') || inside === '' || inside.startsWith('..'))
        return [`--exclude=${pattern}`];
    return ['--anchored', `--exclude=./${inside}`, '--no-anchored'];
}
/** The argv of a backup; `list` is the private snapshot file. */
function captureArgs(selection, list) {
    return [
        ...archiveArgs,
        `--listed-incremental=${list}`,
        ...(selection.oneFileSystem ? ['--one-file-system'] : []),
        ...selection.exclude.flatMap((pattern) => excludeArgs(pattern, selection.path)),
        ...selection.leaveOut.flatMap((path) => [
            '--anchored',
            // Escaped, since a `--wildcards` behind `--no-wildcards` makes GNU tar 1.34 drop all directories.
            `--exclude=./${(0,external_node_path_.relative)(selection.path, path).replace(/[*?[\]\\]/g, '\\$&')}`,
            '--no-anchored',
        ]),
        '-C',
        selection.path,
        '.',
    ];
}
/** The argv that extracts stdin into `directory`; an incremental archive also deletes what it does not list. */
function extractArgs(directory, options) {
    return [
        '--extract',
        '--file=-',
        // Else tar leaves at the two blocks of zeros that end an archive, before it has read all of the padding.
        '--ignore-zeros',
        blocking,
        ...(options.incremental ? ['--listed-incremental=/dev/null'] : []),
        '--numeric-owner',
        '--preserve-permissions',
        options.root ? '--same-owner' : '--no-same-owner',
        '--delay-directory-restore',
        '--xattrs',
        options.root ? '--xattrs-include=*' : '--xattrs-include=user.*',
        '--acls',
        '--quoting-style=escape',
        '--warning=no-timestamp',
        '-C',
        directory,
    ];
}

;// CONCATENATED MODULE: ./build/sources/directory/byte-paths.js
/** The bytes of a text as the file system knows them. */
function toByteString(text) {
    return Buffer.from(text, 'utf8').toString('latin1');
}
/** A byte path for people: UTF-8 where it is that, control characters and other bytes escaped. */
function displayPath(path) {
    const bytes = Buffer.from(path, 'latin1');
    const text = bytes.toString('utf8');
    const faithful = Buffer.from(text, 'utf8').equals(bytes) ? text : path;
    const printable = [...faithful].map((char) => {
        const code = char.codePointAt(0) ?? 0;
        const control = code < 0x20 || code === 0x7f || (faithful === path && code > 0x7e);
        return control ? `\\${code.toString(8).padStart(3, '0')}` : char;
    });
    return printable.join('') || '.';
}
/** A member's or snapshot's name (`./a/b`, `./`, `.`) as a path of the index. */
function relativePath(name) {
    let start = 0;
    while (name.startsWith('./', start))
        start += 2;
    let end = name.length;
    while (end > start && name.charCodeAt(end - 1) === 47)
        end -= 1;
    const path = name.slice(start, end);
    return path === '.' ? '' : path;
}
/** `root` and a path of the index as a file system path; bytes, since names need not be UTF-8. */
function fileSystemPath(root, path) {
    return path === '' ? Buffer.from(root) : Buffer.from(`${toByteString(root)}/${path}`, 'latin1');
}
/** The directory that holds a path; undefined for the root. */
function parentOf(path) {
    if (path === '')
        return undefined;
    const slash = path.lastIndexOf('/');
    return slash < 0 ? '' : path.slice(0, slash);
}
/** `directory` and one name below it. */
function childPath(directory, name) {
    return directory === '' ? name : `${directory}/${name}`;
}

;// CONCATENATED MODULE: ./build/sources/directory/dumpdir.js
/** The names of a list, in its order. Stops at the end of the list or of the buffer. */
function* readDumpdir(list) {
    let position = 0;
    while (position < list.length && list[position] !== 0) {
        const nul = list.indexOf(0, position);
        const end = nul < 0 ? list.length : nul;
        yield {
            code: String.fromCharCode(list[position]),
            name: list.toString('latin1', position + 1, end),
        };
        position = end + 1;
    }
}
/** The list as it is in a snapshot file, without its final NUL. */
function writeDumpdir(names) {
    let text = '';
    for (const { code, name } of names)
        text += `${code}${name}\0`;
    return Buffer.from(text, 'latin1');
}
/** A list without some names. */
function withoutNames(list, names) {
    return writeDumpdir([...readDumpdir(list)].filter(({ name }) => !names.has(name)));
}
/** The name of `path` in its directory. */
function nameIn(directory, path) {
    return directory === '' ? path : path.slice(directory.length + 1);
}

;// CONCATENATED MODULE: ./build/sources/directory/gnu-tar.js




/** Finds GNU tar, as `tar` or `gtar`; another tar is `tool-missing`, which says what to install. */
async function findGnuTar(context) {
    let other;
    for (const name of ['tar', 'gtar']) {
        const command = await (0,tools/* findTool */.SG)(name, context.environment);
        if (command === undefined)
            continue;
        const { stdout } = await (0,run_tool/* runTool */.q)({
            command,
            args: ['--version'],
            environment: tarEnvironment(context.environment),
            signal: context.signal,
        });
        const first = stdout.toString('utf8').split('\n')[0] ?? '';
        const version = /^tar \(GNU tar\) (\S+)/.exec(first)?.[1];
        if (version !== undefined)
            return { command, version };
        other ??= first;
    }
    if (other === undefined)
        throw (0,tools/* toolMissing */.Nm)('tar');
    throw new errors_error/* HoldfastError */.E('tool-missing', `GNU tar is needed, found ${other || 'another tar'}`, {
        hint: (0,tools/* installHint */.J8)('tar'),
        context: { tool: 'tar', found: other },
    });
}

;// CONCATENATED MODULE: ./build/sources/directory/link-groups.js


/**
 * Renaming a directory moves the names in it without touching the files. The moved ones are dumped anew, as files of
 * their own, while names elsewhere would count as unchanged: a restore would make two files of one. So when a group has
 * a name in a directory that is no longer known, all its names are taken out of the list and dumped together again.
 */
function forgetBrokenGroups(snapshot, groups) {
    const known = new Set(snapshot.directories.map(({ name }) => relativePath(name)));
    const forgotten = new Map();
    for (const group of groups) {
        if (group.every((path) => known.has(parentOf(path) ?? '')))
            continue;
        for (const path of group) {
            const directory = parentOf(path) ?? '';
            const names = forgotten.get(directory) ?? new Set();
            forgotten.set(directory, names.add(nameIn(directory, path)));
        }
    }
    if (forgotten.size === 0)
        return snapshot;
    const directories = snapshot.directories.map((directory) => {
        const names = forgotten.get(relativePath(directory.name));
        return names === undefined ? directory : { ...directory, names: withoutNames(directory.names, names) };
    });
    return { ...snapshot, directories };
}
/** Collects groups of hard links while an archive passes. `older` are the parent's. */
function createLinkTracker(older) {
    const fresh = new Map();
    const olderNames = new Map();
    for (const [number, group] of older.entries())
        for (const path of group)
            olderNames.set(path, number);
    const kept = new Map();
    return {
        addLink(path, target) {
            const group = fresh.get(target);
            if (group === undefined)
                fresh.set(target, [target, path]);
            else
                group.push(path);
        },
        addUnchanged(path) {
            const number = olderNames.get(path);
            if (number === undefined)
                return;
            const group = kept.get(number);
            if (group === undefined)
                kept.set(number, [path]);
            else
                group.push(path);
        },
        groups: () => [...fresh.values(), ...[...kept.values()].filter((group) => group.length > 1)],
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/process/clock.js
var clock = __webpack_require__(47296);
;// CONCATENATED MODULE: ./build/sources/directory/snapshot-prune.js




const directoriesPerTurn = 2000;
/**
 * Kernel time stamps come from a clock that lags up to a tick (10 ms at 100 Hz) behind the one tar asks, so a change
 * made right after tar started may look older than the run.
 */
const clockLag = 20000000n;
function lookUp(path) {
    try {
        const stats = (0,external_node_fs_.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
        if (stats?.isDirectory() !== true)
            return undefined;
        return { device: String(stats.dev), inode: String(stats.ino) };
    }
    catch {
        return undefined;
    }
}
/**
 * Takes directories out of a snapshot that are no longer the same directory at the same path. GNU tar would take a
 * moved one, or a new one on a reused inode, for a renamed one and write an archive that cannot be restored; without
 * their entry they are dumped whole. Device numbers may change with a reboot: they are mapped, and written anew.
 */
async function pruneMovedDirectories(snapshot, root, signal) {
    const devices = new Map();
    const kept = [];
    const byName = snapshot.directories.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    for (const [index, directory] of byName.entries()) {
        if (index % directoriesPerTurn === directoriesPerTurn - 1) {
            await clock/* systemClock */.m.sleep(0);
            signal.throwIfAborted();
        }
        const now = lookUp(fileSystemPath(root, relativePath(directory.name)));
        if (now === undefined || now.inode !== directory.inode)
            continue;
        const device = devices.get(directory.device);
        if (device === undefined)
            devices.set(directory.device, now.device);
        else if (device !== now.device)
            continue;
        kept.push({ ...directory, device: now.device });
    }
    return { ...snapshot, directories: kept };
}
/**
 * The snapshot that tar wrote, without what did not reach the archive (unreadable, vanished, excluded): the next
 * increment takes such names for new ones. Its time is moved back by the lag of the kernel's time stamps.
 */
function keepArchived(snapshot, archived) {
    const directories = [];
    for (const directory of snapshot.directories) {
        const path = relativePath(directory.name);
        if (!archived.hasDirectory(path))
            continue;
        const missing = archived.missing(path);
        if (missing === undefined)
            directories.push(directory);
        else
            directories.push({ ...directory, names: withoutNames(directory.names, missing) });
    }
    return { ...snapshot, time: snapshot.time - clockLag, directories };
}

;// CONCATENATED MODULE: ./build/sources/directory/snapshot-file.js

const billion = 1000000000n;
function unusable(what) {
    return new errors_error/* HoldfastError */.E('state-unusable', `the list of the previous backup is not usable: ${what}`, {
        hint: 'Make a full backup: `holdfast backup --level 0`.',
    });
}
/** Parses a snapshot file; `state-unusable` for anything but a whole file of format 2. Lists are views of `data`. */
function parseSnapshotFile(data) {
    const newline = data.indexOf(10);
    const header = newline < 0 ? '' : data.toString('latin1', 0, newline);
    if (!/^GNU tar-.+-2$/.test(header))
        throw unusable('not a snapshot file of format 2');
    let position = newline + 1;
    const field = () => {
        const nul = data.indexOf(0, position);
        if (nul < 0)
            throw unusable('it ends early');
        const text = data.toString('latin1', position, nul);
        position = nul + 1;
        return text;
    };
    const number = () => {
        const text = field();
        if (!/^-?\d+$/.test(text))
            throw unusable('a bad number');
        return text;
    };
    const names = () => {
        const start = position;
        while (data[position] !== 0) {
            const nul = data.indexOf(0, position);
            if (nul < 0)
                throw unusable('it ends early');
            position = nul + 1;
        }
        if (data[position + 1] !== 0)
            throw unusable('a list without an end');
        const list = data.subarray(start, position);
        position += 2;
        return list;
    };
    const time = BigInt(number()) * billion + BigInt(number());
    const directories = [];
    while (position < data.length) {
        directories.push({
            nfs: number(),
            seconds: number(),
            nanoseconds: number(),
            device: number(),
            inode: number(),
            name: field(),
            names: names(),
        });
    }
    return { header, time, directories };
}
/** The bytes of a snapshot file, as GNU tar writes and reads them. */
function writeSnapshotFile(snapshot) {
    const seconds = snapshot.time / billion;
    const parts = [
        Buffer.from(`${snapshot.header}\n${seconds}\0${snapshot.time - seconds * billion}\0`, 'latin1'),
    ];
    const end = Buffer.alloc(2);
    for (const { nfs, seconds, nanoseconds, device, inode, name, names } of snapshot.directories) {
        parts.push(Buffer.from(`${nfs}\0${seconds}\0${nanoseconds}\0${device}\0${inode}\0${name}\0`, 'latin1'), names, end);
    }
    return Buffer.concat(parts);
}

;// CONCATENATED MODULE: ./build/sources/directory/state.js


/** The state as bytes: a line of JSON, then the snapshot file. */
function encodeState(state) {
    const head = { format: 1, type: 'directory', selection: state.selection, linked: state.linked };
    return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), writeSnapshotFile(state.snapshot)]);
}
/** The reverse of {@link encodeState}; `state-unusable` for anything else. */
function decodeState(bytes) {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
        const newline = data.indexOf(10);
        const head = JSON.parse(data.toString('utf8', 0, newline));
        if (head.format !== 1 || head.type !== 'directory')
            throw new Error('not the state of a directory');
        return {
            selection: head.selection,
            snapshot: parseSnapshotFile(data.subarray(newline + 1)),
            linked: head.linked,
        };
    }
    catch (cause) {
        throw new errors_error/* HoldfastError */.E('state-unusable', 'the state of the previous backup is not usable', {
            hint: 'Make a full backup: `holdfast backup --level 0`.',
            cause,
        });
    }
}
/** Why a parent with this selection cannot be built upon; undefined when it can. */
function selectionChange(parent, now) {
    if (parent.path !== now.path)
        return 'the path changed';
    if (parent.oneFileSystem !== now.oneFileSystem)
        return 'one-file-system changed';
    const list = (selection) => JSON.stringify([selection.exclude.toSorted(), selection.leaveOut.toSorted()]);
    return list(parent) === list(now) ? undefined : 'the list of what is left out changed';
}

;// CONCATENATED MODULE: ./build/sources/directory/parent.js






function namesIn(snapshot) {
    const lists = new Map(snapshot.directories.map(({ name, names }) => [relativePath(name), names]));
    return (directory) => {
        const list = lists.get(directory);
        if (list === undefined)
            return undefined;
        const names = new Set();
        for (const { code, name } of readDumpdir(list))
            if (code !== 'D')
                names.add(name);
        return names;
    };
}
/**
 * Decides whether the parent can be built upon and prepares its snapshot. `fresh` is a file just made: its time is
 * the kernel's, which the snapshot's must not be ahead of.
 */
async function useParent(context, selection, fresh) {
    if (context.level === 0)
        return {};
    if (context.parent === undefined)
        return { fullBecause: 'there is no backup to build upon' };
    try {
        const state = decodeState(context.parent.state);
        const change = selectionChange(state.selection, selection);
        if (change !== undefined)
            return { fullBecause: change };
        const { mtimeNs } = await fresh.stat({ bigint: true });
        if (mtimeNs < state.snapshot.time)
            return { fullBecause: 'the clock went back behind the previous backup' };
        const pruned = await pruneMovedDirectories(state.snapshot, selection.path, context.signal);
        const snapshot = forgetBrokenGroups(pruned, state.linked);
        return { snapshot, linked: state.linked, names: namesIn(snapshot) };
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'state-unusable'))
            return { fullBecause: 'the state of the previous backup is not usable' };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/settings.js


/** True when `path` lies below `root` and is not `root` itself. */
function isInside(root, path) {
    const inside = (0,external_node_path_.relative)(root, path);
    return inside !== '' && inside !== '..' && !inside.startsWith('../');
}
/** What the settings select. Throws `usage` when nothing would be left, `driver-not-built` for zip archives. */
function selectionOf(settings) {
    if (settings.format === 'zip') {
        throw new errors_error/* HoldfastError */.E('driver-not-built', 'zip archives of directories are not built in this version', {
            hint: 'Set `format: tar`, or leave the key out.',
        });
    }
    const path = (0,external_node_path_.resolve)(settings.path);
    const leaveOut = (settings.leaveOut ?? []).map((item) => (0,external_node_path_.resolve)(item));
    if (leaveOut.includes(path)) {
        throw new errors_error/* HoldfastError */.E('usage', `${path} is both source and destination`, {
            hint: 'Let the destination lie elsewhere.',
            context: { path },
        });
    }
    return {
        path,
        exclude: [...settings.exclude],
        oneFileSystem: settings.oneFileSystem,
        leaveOut: leaveOut.filter((item) => isInside(path, item)).toSorted(),
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/preflight.js






/** True when a file system is mounted at `path`. */
async function isMountPoint(path) {
    const [own, parent] = await Promise.all([(0,external_node_fs_promises_.stat)(path), (0,external_node_fs_promises_.stat)((0,external_node_path_.join)(path, '..'))]);
    return own.dev !== parent.dev || own.ino === parent.ino;
}
/** Throws `source-unreadable` unless `path` is a directory that can be listed and entered. */
async function checkReadable(path) {
    const refuse = (what, hint, cause) => new errors_error/* HoldfastError */.E('source-unreadable', `${path} ${what}`, { hint, context: { path }, cause });
    try {
        const stats = await (0,external_node_fs_promises_.stat)(path);
        if (!stats.isDirectory())
            throw refuse('is not a directory', 'Name a directory as `path:`.');
        await (0,external_node_fs_promises_.access)(path, external_node_fs_.constants.R_OK | external_node_fs_.constants.X_OK);
    }
    catch (error) {
        if (error instanceof errors_error/* HoldfastError */.E)
            throw error;
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            throw refuse('does not exist', 'Correct `path:`, or mount what should be there.', error);
        throw refuse('cannot be read', `Let the user of the backup read it: \`setfacl -m u:USER:rx ${path}\`.`, error);
    }
}
function asFinding(error) {
    if (!(error instanceof errors_error/* HoldfastError */.E))
        throw error;
    const { code, message, hint } = error;
    return { severity: 'error', code, message, ...(hint === undefined ? {} : { hint }) };
}
/** What stands in the way of a backup of the directory: tool, path, rights; and patterns that can never match. */
async function preflightDirectory(settings, context) {
    const findings = [];
    try {
        const tar = await findGnuTar(context);
        findings.push({ severity: 'ok', code: 'tool-found', message: `GNU tar ${tar.version}` });
    }
    catch (error) {
        findings.push(asFinding(error));
    }
    try {
        const selection = selectionOf(settings);
        await checkReadable(selection.path);
        findings.push({ severity: 'ok', code: 'source-readable', message: `${selection.path} can be read` });
        for (const pattern of selection.exclude.filter((item) => item.startsWith('/') && !isInside(selection.path, item))) {
            findings.push({
                severity: 'warning',
                code: 'exclude-never-matches',
                message: `the exclude pattern ${pattern} lies outside of ${selection.path}`,
                hint: 'Patterns match names and paths below the source: write "*.tmp" or "cache/*".',
            });
        }
    }
    catch (error) {
        findings.push(asFinding(error));
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/sources/directory/damage.js

/** The error for a tar stream that is not whole or not tar: `source-truncated`. */
function brokenTar(what, offset) {
    return new errors_error/* HoldfastError */.E('source-truncated', `the tar stream is not whole: ${what} at byte ${offset}`, {
        hint: 'Run the backup again; if it happens again, check the tar program and the disk of the source.',
        context: { offset },
    });
}

;// CONCATENATED MODULE: ./build/sources/directory/chunk-reader.js
function createChunkReader() {
    let chunk = Buffer.alloc(0);
    // Kept apart: whoever feeds a chunk may free it once it is used up.
    let size = 0;
    let at = 0;
    let before = 0;
    let carry = Buffer.allocUnsafe(4096);
    let carried = 0;
    function grow(piece) {
        const wanted = carried + chunk.length - at;
        if (carry.length >= piece || wanted < carry.length)
            return;
        const grown = Buffer.allocUnsafe(Math.min(piece, Math.max(carry.length * 4, wanted)));
        carry.copy(grown, 0, 0, carried);
        carry = grown;
    }
    return {
        feed(next) {
            before += size;
            size = next.length;
            chunk = next;
            at = 0;
        },
        take(piece) {
            if (carried === 0 && chunk.length - at >= piece) {
                at += piece;
                return chunk.subarray(at - piece, at);
            }
            grow(piece);
            const copied = Math.min(piece - carried, chunk.length - at);
            chunk.copy(carry, carried, at, at + copied);
            carried += copied;
            at += copied;
            if (carried < piece)
                return undefined;
            carried = 0;
            return carry.subarray(0, piece);
        },
        some(most) {
            const start = at;
            at = Math.min(at + most, chunk.length);
            return chunk.subarray(start, at);
        },
        get midway() {
            return carried > 0;
        },
        get left() {
            return chunk.length - at;
        },
        get position() {
            return before + at;
        },
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/block-hash.js

const blockBytes = 1024 * 1024;
const zeros = Buffer.alloc(blockBytes);
function numberBytes(value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt(value));
    return bytes;
}
/**
 * A hash of a file that is mostly holes, at the cost of its data alone: the SHA-256 over each mebibyte that is not all
 * zeros, as its number (8 bytes, big-endian) and its own SHA-256 (32 bytes), and over the file's size (8 bytes). Where
 * the holes lie does not matter, only what one reads. `update` takes the data segments of `map`, in any pieces.
 */
function createBlockHash(map, realSize) {
    const state = (0,external_node_crypto_.createHash)('sha256');
    const block = Buffer.alloc(blockBytes);
    let number = 0;
    let used = false;
    let segment = 0;
    let at = 0;
    let left = 0;
    function finishBlock() {
        if (used && !block.equals(zeros))
            state.update(numberBytes(number)).update((0,external_node_crypto_.hash)('sha256', block, 'buffer'));
        if (used)
            block.fill(0);
        used = false;
    }
    /** The part of `data` that lies in one block. */
    function put(data) {
        const inside = at % blockBytes;
        const current = (at - inside) / blockBytes;
        if (current !== number)
            finishBlock();
        number = current;
        const part = data.subarray(0, Math.min(left, blockBytes - inside));
        block.set(part, inside);
        used = true;
        return part.length;
    }
    return {
        update(data) {
            for (let rest = data; rest.length > 0;) {
                while (left === 0) {
                    const [start, length] = map[segment];
                    segment += 1;
                    at = start;
                    left = length;
                }
                const length = put(rest);
                at += length;
                left -= length;
                rest = rest.subarray(length);
            }
        },
        digest() {
            finishBlock();
            return state.update(numberBytes(realSize)).digest('hex');
        },
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/content-hash.js


/** Above this many bytes of holes only blocks with data are hashed: feeding zeros would block the thread for too long. */
const longestHoles = 16 * 1024 ** 3;
const content_hash_zeros = Buffer.alloc(1024 * 1024);
/** SHA-256 of all data in one piece: the fast way for the many small files. */
function hashOnce(data) {
    return { sha256: (0,external_node_crypto_.hash)('sha256', data, 'hex') };
}
/** SHA-256 over data that arrives in pieces. */
function createContentHash() {
    const state = (0,external_node_crypto_.createHash)('sha256');
    return { update: (data) => void state.update(data), digest: () => ({ sha256: state.digest('hex') }) };
}
/**
 * SHA-256 over a sparse file's logical content: `update` takes its data segments, holes are hashed as zeros. Above
 * 16 GiB of holes over the blocks that hold data.
 */
function createSparseHash(map, realSize) {
    const dataBytes = map.reduce((sum, [, length]) => sum + length, 0);
    if (realSize - dataBytes > longestHoles) {
        const blocks = createBlockHash(map, realSize);
        return { update: blocks.update, digest: () => ({ blocksSha256: blocks.digest() }) };
    }
    const state = (0,external_node_crypto_.createHash)('sha256');
    let position = 0;
    let segment = 0;
    let left = 0;
    const fill = (until) => {
        while (position < until) {
            const length = Math.min(content_hash_zeros.length, until - position);
            state.update(length === content_hash_zeros.length ? content_hash_zeros : content_hash_zeros.subarray(0, length));
            position += length;
        }
    };
    return {
        update(data) {
            let rest = data;
            while (rest.length > 0) {
                while (left === 0) {
                    const [start, length] = map[segment];
                    segment += 1;
                    fill(start);
                    left = length;
                }
                const part = rest.subarray(0, left);
                state.update(part);
                position += part.length;
                left -= part.length;
                rest = rest.subarray(part.length);
            }
        },
        digest() {
            fill(realSize);
            return { sha256: state.digest('hex') };
        },
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/pax.js


function number(value, offset) {
    const parsed = Number(value);
    if (!/^\d+$/.test(value) || !Number.isSafeInteger(parsed))
        throw brokenTar('a bad number in an extended header', offset);
    return parsed;
}
function sparseRecord(sparse, key, value, offset) {
    switch (key) {
        case 'GNU.sparse.major':
            sparse.major = number(value, offset);
            break;
        case 'GNU.sparse.minor':
            sparse.minor = number(value, offset);
            break;
        case 'GNU.sparse.name':
            sparse.name = value;
            break;
        case 'GNU.sparse.size':
        case 'GNU.sparse.realsize':
            sparse.realSize = number(value, offset);
            break;
        case 'GNU.sparse.offset':
            sparse.pending = number(value, offset);
            break;
        case 'GNU.sparse.numbytes':
            sparse.map ??= [];
            sparse.map.push([sparse.pending ?? 0, number(value, offset)]);
            break;
        case 'GNU.sparse.map': {
            const numbers = value.split(',').map((part) => number(part, offset));
            sparse.map = Array.from({ length: numbers.length / 2 }, (_, index) => [
                numbers[2 * index],
                numbers[2 * index + 1],
            ]);
            break;
        }
    }
}
function record(into, key, value, offset) {
    switch (key) {
        case 'mtime':
            into.mtime = value.toString('latin1');
            break;
        case 'path':
            into.path = value.toString('latin1');
            break;
        case 'linkpath':
            into.linkpath = value.toString('latin1');
            break;
        case 'size':
            into.size = number(value.toString('latin1'), offset);
            break;
        case 'uid':
            into.uid = number(value.toString('latin1'), offset);
            break;
        case 'gid':
            into.gid = number(value.toString('latin1'), offset);
            break;
        case 'GNU.dumpdir':
            into.dumpdir = Buffer.from(value);
            break;
        default:
            if (key.startsWith('GNU.sparse.')) {
                into.sparse ??= {};
                sparseRecord(into.sparse, key, value.toString('latin1'), offset);
            }
            else if (/^(SCHILY|LIBARCHIVE|RHT)\.(xattr|acl|selinux|fflags)/.test(key)) {
                into.attributes ??= [];
                into.attributes.push([key, Buffer.from(value)]);
            }
    }
}
/**
 * Adds the records of an extended header's data to `into`. Strict: a length that does not fit is `source-truncated`.
 */
function parsePax(data, into, offset) {
    let position = 0;
    while (position < data.length) {
        let length = 0;
        let index = position;
        for (; index < data.length && data[index] !== 32; index += 1) {
            const digit = data[index] - 48;
            if (digit < 0 || digit > 9)
                throw brokenTar('a bad extended header', offset);
            length = length * 10 + digit;
        }
        const end = position + length;
        const equals = data.indexOf(61, index);
        if (end > data.length || end <= index || data[end - 1] !== 10 || equals < 0 || equals >= end)
            throw brokenTar('a bad extended header', offset);
        record(into, data.toString('latin1', index + 1, equals), data.subarray(equals + 1, end - 1), offset);
        position = end;
    }
}
/** SHA-256 over extended attributes and ACLs in order of their names; undefined where there are none. */
function attributesHash(records) {
    if (records.attributes === undefined)
        return undefined;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const [key, value] of records.attributes.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
        hash.update(`${key.length}:${key}${value.length}:`, 'latin1').update(value);
    }
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./build/sources/directory/tar-header.js

/** Length of a tar block. */
const blockSize = 512;
/** Bytes that `size` takes in the archive. */
function padded(size) {
    return Math.ceil(size / blockSize) * blockSize;
}
function base256(block, start, length, offset) {
    const negative = block[start] === 0xff;
    let value = negative ? -1 : block[start] & 0x7f;
    for (let index = start + 1; index < start + length; index += 1)
        value = value * 256 + block[index];
    if (!Number.isSafeInteger(value))
        throw brokenTar('a number too large', offset);
    return value;
}
/** An octal or base-256 field. */
function numeric(block, start, length, offset) {
    if (block[start] >= 0x80)
        return base256(block, start, length, offset);
    let value = 0;
    let index = start;
    const end = start + length;
    while (index < end && block[index] === 32)
        index += 1;
    for (; index < end; index += 1) {
        const digit = block[index] - 48;
        if (digit < 0 || digit > 7)
            break;
        value = value * 8 + digit;
    }
    if (index < end && block[index] !== 0 && block[index] !== 32)
        throw brokenTar('a bad number', offset);
    return value;
}
function checksum(block) {
    let sum = 256;
    for (let index = 0; index < 148; index += 1)
        sum += block[index];
    for (let index = 156; index < 512; index += 1)
        sum += block[index];
    return sum;
}
/** True for a block of zeros. */
function isZeroBlock(block) {
    for (let index = 0; index < blockSize; index += 1)
        if (block[index] !== 0)
            return false;
    return true;
}
/** Decodes the numbers of a header block and checks its checksum. `offset` is for the error. */
function parseHeader(block, offset) {
    if (numeric(block, 148, 8, offset) !== checksum(block))
        throw brokenTar('a header with a wrong checksum', offset);
    const size = numeric(block, 124, 12, offset);
    if (size < 0)
        throw brokenTar('a negative size', offset);
    return {
        type: block[156] === 0 ? '0' : String.fromCharCode(block[156]),
        size,
        mode: numeric(block, 100, 8, offset) & 0o7777,
        uid: numeric(block, 108, 8, offset),
        gid: numeric(block, 116, 8, offset),
        mtime: numeric(block, 136, 12, offset),
    };
}
/** A NUL-terminated text field, one character a byte. */
function textField(block, start, length) {
    let end = start;
    while (end < start + length && block[end] !== 0)
        end += 1;
    return block.toString('latin1', start, end);
}
/** The name of a ustar or GNU header, prefix included where the format has one. */
function headerName(block) {
    const name = textField(block, 0, 100);
    // Old GNU headers (`ustar  `) keep other things where POSIX keeps the prefix.
    if (block[345] === 0 || block.toString('latin1', 257, 263) !== 'ustar\0')
        return name;
    return `${textField(block, 345, 155)}/${name}`;
}
/** Major and minor of a device header. */
function headerDevice(block, offset) {
    return [numeric(block, 329, 8, offset), numeric(block, 337, 8, offset)];
}

;// CONCATENATED MODULE: ./build/sources/directory/extended-headers.js



/** A directory of some ten million names has a list this long; what claims more is damaged. */
const longest = 512 * 1024 * 1024;
function createExtendedHeaders() {
    let type = '';
    let size = 0;
    let globals = {};
    let pax;
    let long;
    return {
        begin(block, offset) {
            const flag = String.fromCharCode(block[156]);
            if (flag !== 'x' && flag !== 'g' && flag !== 'L' && flag !== 'K')
                return false;
            type = flag;
            size = parseHeader(block, offset).size;
            if (size > longest)
                throw brokenTar('an extended header too large', offset);
            return true;
        },
        dataLength: () => padded(size),
        read(data, offset) {
            const body = data.subarray(0, size);
            if (type === 'g') {
                globals = { ...globals };
                parsePax(body, globals, offset);
            }
            else if (type === 'x') {
                pax = { ...globals };
                parsePax(body, pax, offset);
            }
            else {
                const nul = body.indexOf(0);
                long ??= {};
                long[type === 'L' ? 'path' : 'link'] = body.toString('latin1', 0, nul < 0 ? body.length : nul);
            }
        },
        records: () => pax ?? globals,
        longNames: () => long ?? {},
        pending: () => pax !== undefined || long !== undefined,
        clear() {
            pax = undefined;
            long = undefined;
        },
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/sparse-map.js

function sparse_map_number(text, offset) {
    const parsed = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(parsed))
        throw brokenTar('a bad sparse map', offset);
    return parsed;
}
/** Reads the map at the head of a sparse 1.0 member: decimal numbers, a line each, padded to a block. */
function createSparseMapReader(offset) {
    const blocks = [];
    let newlines = 0;
    let wanted;
    return {
        add(block) {
            blocks.push(Buffer.from(block));
            for (const byte of block)
                if (byte === 10)
                    newlines += 1;
            if (wanted === undefined) {
                const end = block.indexOf(10);
                if (end < 0)
                    throw brokenTar('a bad sparse map', offset);
                wanted = 1 + 2 * sparse_map_number(block.toString('latin1', 0, end), offset);
            }
            if (newlines < wanted)
                return undefined;
            const lines = Buffer.concat(blocks).toString('latin1').split('\n', wanted);
            return Array.from({ length: (wanted - 1) / 2 }, (_, index) => [
                sparse_map_number(lines[1 + 2 * index], offset),
                sparse_map_number(lines[2 + 2 * index], offset),
            ]);
        },
    };
}
/** Refuses a map that is not ascending, overlaps or leaves the file. */
function checkSparseMap(map, realSize, dataSize, offset) {
    let end = 0;
    let total = 0;
    for (const [start, length] of map) {
        if (start < end || start + length > realSize)
            throw brokenTar('an impossible sparse map', offset);
        end = start + length;
        total += length;
    }
    if (total !== dataSize)
        throw brokenTar('a sparse map that does not fit its data', offset);
}

;// CONCATENATED MODULE: ./build/sources/directory/tar-member.js




const kinds = {
    '0': 'file',
    '7': 'file',
    '1': 'hardlink',
    '2': 'symlink',
    '3': 'character',
    '4': 'block',
    '5': 'directory',
    '6': 'fifo',
};
/** Puts header block, extended records and GNU long names together. `start` is the offset of the first header. */
function readMemberHead(block, pax, long, start, offset) {
    const header = parseHeader(block, offset);
    const kind = kinds[header.type];
    if (kind === undefined)
        throw brokenTar(`a member of unknown type ${JSON.stringify(header.type)}`, offset);
    const name = pax.sparse?.name ?? pax.path ?? long.path ?? headerName(block);
    if (name === '')
        throw brokenTar('a member without a name', offset);
    const link = pax.linkpath ?? long.link ?? textField(block, 157, 100);
    const dataSize = kind === 'file' ? (pax.size ?? header.size) : 0;
    const size = kind === 'file' ? (pax.sparse?.realSize ?? dataSize) : 0;
    const attributes = attributesHash(pax);
    const member = {
        kind,
        path: relativePath(name),
        mode: header.mode,
        uid: pax.uid ?? header.uid,
        gid: pax.gid ?? header.gid,
        mtime: pax.mtime ?? String(header.mtime),
        size,
        offset: start,
        ...(kind === 'symlink' ? { target: link } : {}),
        ...(kind === 'hardlink' ? { target: relativePath(link) } : {}),
        ...(kind === 'character' || kind === 'block' ? { device: headerDevice(block, offset) } : {}),
        ...(attributes === undefined ? {} : { attributes }),
        ...(pax.dumpdir === undefined ? {} : { dumpdir: pax.dumpdir }),
    };
    return { kind, dataSize, size, pax, member };
}

;// CONCATENATED MODULE: ./build/sources/directory/tar-parser.js







/**
 * A parser of POSIX (pax) tar streams with GNU's long names, sparse files (0.0, 0.1, 1.0) and dump directories. Pure
 * and synchronous; small files that lie in one chunk are hashed in place, without a copy.
 */
function createTarParser(options) {
    const hashing = options.hash ?? true;
    let state = 'header';
    const reader = createChunkReader();
    let start = 0;
    const extended = createExtendedHeaders();
    let head;
    let left = 0;
    let stored = 0;
    let padding = 0;
    let zeroBlocks = 0;
    let mapReader;
    let content;
    function finishMember(digest) {
        const { member } = head;
        // Not a copy: there is one of these for every file, and nobody else has it.
        options.onMember(Object.assign(member, { length: reader.position - start + padding }, digest));
        head = undefined;
        extended.clear();
        content = undefined;
        state = padding > 0 ? 'padding' : 'header';
    }
    function beginSparse(map) {
        const { size, member } = head;
        checkSparseMap(map, size, left, member.offset);
        content = hashing ? createSparseHash(map, size) : undefined;
        state = 'data';
        if (left === 0)
            finishMember(content?.digest());
    }
    function beginMember(block) {
        head = readMemberHead(block, extended.records(), extended.longNames(), start, reader.position - blockSize);
        left = head.dataSize;
        stored = left;
        padding = padded(left) - left;
        const { sparse } = head.pax;
        if (head.kind !== 'file')
            finishMember();
        else if (sparse?.major === 1) {
            mapReader = createSparseMapReader(start);
            state = 'map';
            if (left < blockSize)
                throw brokenTar('a sparse member without a map', start);
        }
        else if (sparse?.map !== undefined)
            beginSparse(sparse.map);
        else if (left === 0)
            finishMember(hashing ? hashOnce(reader.some(0)) : undefined);
        else
            state = 'data';
    }
    function readHeader() {
        if (!reader.midway && !extended.pending())
            start = reader.position;
        const block = reader.take(blockSize);
        if (block === undefined)
            return;
        if (isZeroBlock(block)) {
            if (extended.pending())
                throw brokenTar('an extended header without a member', start);
            zeroBlocks += 1;
            if (zeroBlocks === 2)
                state = 'ended';
            return;
        }
        if (zeroBlocks > 0)
            throw brokenTar('a member after the end', start);
        if (extended.begin(block, reader.position - blockSize))
            state = 'extended';
        else
            beginMember(block);
    }
    function readExtended() {
        const data = reader.take(extended.dataLength());
        if (data === undefined)
            return;
        extended.read(data, start);
        state = 'header';
    }
    function readMap() {
        const block = reader.take(blockSize);
        if (block === undefined)
            return;
        left -= blockSize;
        if (left < 0)
            throw brokenTar('a sparse map longer than its member', start);
        const map = mapReader?.add(block);
        if (map === undefined)
            return;
        beginSparse(map);
    }
    function readData() {
        const data = reader.some(left);
        if (data.length === stored && content === undefined) {
            left = 0;
            finishMember(hashing ? hashOnce(data) : undefined);
            return;
        }
        left -= data.length;
        if (hashing) {
            content ??= createContentHash();
            content.update(data);
        }
        if (left === 0)
            finishMember(content?.digest());
    }
    function skipPadding() {
        padding -= reader.some(padding).length;
        if (padding === 0)
            state = 'header';
    }
    function checkTail() {
        const start = reader.position;
        const dirty = reader.some(reader.left).findIndex((byte) => byte !== 0);
        if (dirty >= 0)
            throw brokenTar('bytes after the end', start + dirty);
    }
    const steps = {
        header: readHeader,
        extended: readExtended,
        map: readMap,
        data: readData,
        padding: skipPadding,
        ended: checkTail,
    };
    return {
        write(bytes) {
            reader.feed(Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
            while (reader.left > 0)
                steps[state]();
        },
        end() {
            if (state !== 'ended')
                throw brokenTar('it ends early', reader.position);
        },
        get position() {
            return reader.position;
        },
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/tree-observer.js






/** A member as the index records it. */
function toIndexEntry(member) {
    if (member.kind !== 'directory')
        return member;
    const { kind, size: _size, dumpdir: _dumpdir, ...rest } = member;
    return { kind, ...rest };
}
function renamed(directory) {
    return new errors_error/* HoldfastError */.E('source-failed', `the same directory appears twice, or was renamed: ${displayPath(directory)}`, {
        hint: 'Exclude bind mounts that show a part of the source a second time; if it was renamed just now, run again.',
        retryable: true,
        context: { directory: displayPath(directory) },
    });
}
/**
 * Watches an incremental archive pass: makes its index, and notes which of the listed names did not come. GNU tar
 * writes all directories first, each with the names in it, then the files directory by directory; so the names of one
 * directory at a time are looked at.
 */
function createTreeObserver(options) {
    const directories = new Set();
    const awaited = new Map();
    const missing = new Map();
    const links = createLinkTracker(options.parentLinks ?? []);
    let files = 0;
    let bytes = 0;
    const miss = (directory, name) => {
        const names = missing.get(directory);
        if (names === undefined)
            missing.set(directory, new Set([name]));
        else
            names.add(name);
    };
    function onUnchanged(path) {
        links.addUnchanged(path);
        options.index.add({ kind: 'unchanged', path });
    }
    function onDirectory(member) {
        const { path, dumpdir } = member;
        if (dumpdir === undefined)
            throw brokenTar('a directory without its list', member.offset);
        directories.add(path);
        options.index.add(toIndexEntry(member));
        let inParent;
        let looked = false;
        let waits = false;
        for (const { code, name } of readDumpdir(dumpdir)) {
            if (code === 'Y')
                waits = true;
            else if (code === 'N') {
                if (!looked)
                    inParent = options.parentNames?.(path);
                looked = true;
                if (inParent?.has(name) === true)
                    onUnchanged(childPath(path, name));
                else
                    miss(path, name);
            }
            else if (code !== 'D')
                throw renamed(path);
        }
        if (waits)
            awaited.set(path, dumpdir);
    }
    /** From here on the names of `directory` count as missing until they come. */
    function expectNames(directory) {
        const dumpdir = awaited.get(directory);
        if (dumpdir === undefined)
            return;
        awaited.delete(directory);
        for (const { code, name } of readDumpdir(dumpdir))
            if (code === 'Y')
                miss(directory, name);
    }
    function onFile(member) {
        const directory = parentOf(member.path) ?? '';
        if (!directories.has(directory))
            throw brokenTar('a file without its directory', member.offset);
        expectNames(directory);
        const names = missing.get(directory);
        names?.delete(nameIn(directory, member.path));
        if (names?.size === 0)
            missing.delete(directory);
        if (member.kind === 'hardlink' && member.target !== undefined)
            links.addLink(member.path, member.target);
        files += 1;
        bytes += member.size;
        options.index.add(toIndexEntry(member));
    }
    const parser = createTarParser({
        onMember: (member) => (member.kind === 'directory' ? onDirectory(member) : onFile(member)),
        ...(options.hash === undefined ? {} : { hash: options.hash }),
    });
    return {
        write: (chunk) => parser.write(chunk),
        end() {
            parser.end();
            if (!directories.has(''))
                throw brokenTar('it holds no root directory', parser.position);
            for (const directory of [...awaited.keys()])
                expectNames(directory);
        },
        get files() {
            return files;
        },
        get bytes() {
            return bytes;
        },
        links: () => links.groups(),
        hasDirectory: (path) => directories.has(path),
        missing: (directory) => missing.get(directory),
        *allMissing() {
            for (const [directory, names] of missing)
                for (const name of names)
                    yield childPath(directory, name);
        },
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/tar-messages.js

const escapes = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
/** Undoes `--quoting-style=escape`: the result holds one character a byte. */
function unescapeName(text) {
    return text.replace(/\\([0-7]{3}|.)/gs, (_, code) => code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code));
}
/** Names may hold anything, so the patterns are anchored at the end and the name takes all that is left. */
const rules = [
    [
        /^(.*): Warning: Cannot (?:llistxattrat|listxattr|lgetxattrat|getxattr|acl_\w+|getfilecon): [^:]*$/s,
        'attributes',
    ],
    [/^(.*): Cannot (?:llistxattrat|listxattr|lgetxattrat|getxattr|acl_\w+|getfilecon): [^:]*$/s, 'attributes'],
    [/^(.*): File removed before we read it$/s, 'vanished'],
    [/^(.*): (?:Warning: )?Cannot \w+: No such file or directory$/s, 'vanished'],
    [/^(.*): Cannot \w+: Stale (?:NFS )?file handle$/s, 'vanished'],
    [/^(.*): file changed as we read it$/s, 'changed'],
    [/^(.*): File shrank by \d+ bytes?; padding with zeros$/s, 'shrank'],
    [/^(.*): (?:Warning: )?Read error at byte \d+, while reading \d+ bytes?: [^:]*$/s, 'unread'],
    [
        /^(.*): (?:Warning: )?Cannot (?:open|stat|read|readlink|savedir|seek to \d+|change directory|close): [^:]*$/s,
        'unread',
    ],
];
const noise = [
    /: socket ignored$/s,
    /: door ignored$/s,
    /: (?:file|directory) is on a different filesystem; not dumped$/s,
    /: [Dd]irectory is new$/s,
    /: directory has been renamed( from .*)?$/s,
    /: contains a cache directory tag .*; contents not dumped$/s,
    /^Exiting with failure status due to previous errors$/,
    /^Removing leading /,
];
/** What tar says, without its own name: that is `tar` or the path by which it was started. */
function withoutProgram(line) {
    return line.replace(/^(?:[^:]*\/)?g?tar: /, '');
}
/** Reads one line of what `tar --create --quoting-style=escape` says in the C locale. */
function parseTarMessage(line) {
    const text = withoutProgram(line);
    if (text.trim() === '')
        return { kind: 'noise' };
    for (const [pattern, kind] of rules) {
        const name = pattern.exec(text)?.[1];
        // A message about tar's own files (`-C`, the list) is not about a member: those begin with a dot.
        if (name !== undefined && /^\.(\/|$)/.test(name))
            return { kind, path: relativePath(unescapeName(name)) };
    }
    if (noise.some((pattern) => pattern.test(text)))
        return { kind: 'noise' };
    return { kind: 'unexplained', line };
}

;// CONCATENATED MODULE: ./build/sources/directory/verdict.js



function createComplaints() {
    const paths = {
        unread: new Set(),
        vanished: new Set(),
        changed: new Set(),
        shrank: new Set(),
        attributes: new Set(),
    };
    const unexplained = [];
    return {
        ...paths,
        unexplained,
        add(line) {
            const complaint = parseTarMessage(line);
            if (complaint.kind === 'unexplained') {
                if (unexplained.length < 1000)
                    unexplained.push(complaint.line);
            }
            else if (complaint.kind !== 'noise')
                paths[complaint.kind].add(complaint.path);
        },
    };
}
const names = (paths) => [...paths].map(displayPath);
function count(number, one) {
    return `${number} ${one}${number === 1 ? '' : 's'}`;
}
/** The findings that go with complaints; unread paths are an error of the run unless they only warn. */
function findingsOf(complaints, onUnreadable) {
    const findings = [];
    const add = (paths, finding, what) => {
        if (paths.size === 0)
            return;
        findings.push({ ...finding, message: `${count(paths.size, 'path')} ${what}`, names: names(paths) });
    };
    add(complaints.unread, {
        severity: onUnreadable === 'warn' ? 'warning' : 'error',
        code: 'unread-paths',
        hint: 'Let the user of the backup read them (run as root, or `setfacl`), or exclude them.',
    }, 'could not be read');
    add(complaints.vanished, { severity: 'warning', code: 'path-vanished' }, 'vanished while they were read');
    add(complaints.changed, { severity: 'warning', code: 'path-changed', hint: 'Back up a snapshot, or stop what writes there.' }, 'changed while they were read');
    add(complaints.shrank, { severity: 'warning', code: 'path-shrank', hint: 'Back up a snapshot, or stop what writes there.' }, 'shrank while they were read and were filled with zeros');
    add(complaints.attributes, { severity: 'warning', code: 'path-attributes', hint: 'Check the file system they lie on.' }, 'had extended attributes or ACLs that could not be read');
    if (complaints.unexplained.length > 0) {
        findings.push({
            severity: 'warning',
            code: 'tool-said',
            message: `tar said: ${withoutProgram(complaints.unexplained[0] ?? '')}`,
            names: complaints.unexplained,
        });
    }
    return findings;
}
/** Throws when what tar said means that there is no backup: `source-failed`, `unread-paths`. */
function judge(exit, complaints, settings, allowed) {
    const explained = complaints.unread.size + complaints.vanished.size + complaints.attributes.size;
    if (exit.code === 2 && (complaints.unexplained.length > 0 || explained === 0)) {
        const line = withoutProgram(complaints.unexplained[0] ?? 'it gave no reason');
        throw new errors_error/* HoldfastError */.E('source-failed', `tar could not archive ${settings.path}: ${line}`, {
            hint: 'Read what tar said, mend that and run again.',
            context: { path: settings.path, stderr: complaints.unexplained.slice(0, 20) },
        });
    }
    if (complaints.unread.has('')) {
        throw new errors_error/* HoldfastError */.E('source-unreadable', `${settings.path} cannot be read`, {
            hint: 'Let the user of the backup read it: `setfacl -m u:USER:rx`, or run as root.',
            context: { path: settings.path },
        });
    }
    const refused = names(complaints.unread).filter((name) => !allowed.includes(name));
    if (settings.onUnreadable === 'fail' && refused.length > 0) {
        throw new errors_error/* HoldfastError */.E('unread-paths', `${count(refused.length, 'path')} could not be read`, {
            hint: 'Let the user of the backup read them, exclude them, or set `on-unreadable: partial`.',
            context: { paths: refused.slice(0, 100), count: refused.length },
        });
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/capture.js


















/** The one stream of a directory's backup. */
const treeStream = { name: 'tree', mediaType: 'application/x-tar' };
async function estimateOf(selection, level) {
    if (level > 0 || !(await isMountPoint(selection.path)))
        return undefined;
    const { blocks, bfree, bsize } = await (0,external_node_fs_promises_.statfs)(selection.path);
    return (blocks - bfree) * bsize;
}
/** What is sure to be in the chain: all that passed, but nothing that was torn or unreadable. */
function surelyArchived(observer, complaints) {
    const doubtful = new Map();
    const { unread, changed, shrank } = complaints;
    for (const path of [...unread, ...changed, ...shrank]) {
        const directory = parentOf(path);
        if (directory === undefined)
            continue;
        const names = doubtful.get(directory) ?? new Set(observer.missing(directory));
        doubtful.set(directory, names.add(nameIn(directory, path)));
    }
    return {
        hasDirectory: (path) => observer.hasDirectory(path) && !unread.has(path),
        missing: (directory) => doubtful.get(directory) ?? observer.missing(directory),
    };
}
/** A private, empty file for tar's list (0600 in a directory of 0700), and its removal. */
async function makeList() {
    const directory = await (0,private_directory/* makePrivateDirectory */.D)((0,external_node_os_.tmpdir)(), 'holdfast-tar');
    const path = (0,external_node_path_.join)(directory, 'list');
    const handle = await (0,external_node_fs_promises_.open)(path, 'wx', 0o600);
    await handle.close();
    return { path, remove: () => (0,external_node_fs_promises_.rm)(directory, { recursive: true, force: true }) };
}
function warnLeftOut(context, selection) {
    if (selection.leaveOut.length === 0)
        return;
    context.warn({
        severity: 'warning',
        code: 'destination-inside-source',
        message: `${selection.leaveOut.join(', ')} lies inside the source and is left out`,
        hint: 'Let the destination lie outside of what is backed up.',
        names: selection.leaveOut,
    });
}
/** Begins a backup of a directory: full, or what changed since the parent's list was made. */
async function captureDirectory(settings, context) {
    const selection = selectionOf(settings);
    const tar = await findGnuTar(context);
    await checkReadable(selection.path);
    const list = await makeList();
    try {
        const handle = await (0,external_node_fs_promises_.open)(list.path, 'r+');
        const parent = await useParent(context, selection, handle).finally(() => handle.close());
        const usable = 'snapshot' in parent ? parent : undefined;
        if (usable !== undefined) {
            const writable = await (0,external_node_fs_promises_.open)(list.path, 'r+');
            await writable.writeFile(writeSnapshotFile(usable.snapshot)).finally(() => writable.close());
        }
        warnLeftOut(context, selection);
        const level = usable === undefined ? 0 : context.level;
        const estimate = await estimateOf(selection, level);
        const complaints = createComplaints();
        const observer = createTreeObserver({
            index: context.index,
            ...(usable === undefined ? {} : { parentNames: usable.names, parentLinks: usable.linked }),
        });
        let running;
        const stream = {
            ...treeStream,
            ...(estimate === undefined ? {} : { estimate }),
            observerReplacesHash: true,
            observer,
            open() {
                running = (0,spawn/* spawnTool */.M)({
                    command: tar.command,
                    args: captureArgs(selection, list.path),
                    environment: tarEnvironment(context.environment),
                    cwd: (0,external_node_path_.dirname)(list.path),
                    signal: context.signal,
                    // 1: some files changed; 2: unreadable ones, or worse. What tar said decides, in `finish`.
                    acceptedExits: [0, 1, 2],
                    onStderrLine: complaints.add,
                });
                return running.stdout;
            },
        };
        const finish = async () => {
            if (running === undefined)
                throw new errors_error/* HoldfastError */.E('internal', 'the stream of the directory was never read');
            judge(await running.exited, complaints, settings, context.allowUnread);
            for (const finding of findingsOf(complaints, settings.onUnreadable))
                context.warn(finding);
            const written = parseSnapshotFile(await (0,external_node_fs_promises_.readFile)(list.path));
            const snapshot = keepArchived(written, surelyArchived(observer, complaints));
            await list.remove();
            const toolOutput = running.stderr.text();
            return {
                state: encodeState({ selection, snapshot, linked: observer.links() }),
                evidence: 'stream',
                unread: [...complaints.unread].map(displayPath),
                files: observer.files,
                ...(toolOutput === '' ? {} : { toolOutput }),
            };
        };
        return {
            level,
            ...('fullBecause' in parent && parent.fullBecause !== undefined
                ? { fullBecause: parent.fullBecause }
                : {}),
            description: { type: 'directory', format: 'tar', tool: `GNU tar ${tar.version}` },
            streams: [stream],
            finish,
            async abort() {
                await running?.stop();
                await list.remove();
            },
        };
    }
    catch (error) {
        await list.remove();
        throw error;
    }
}

// EXTERNAL MODULE: ./build/domain/index-entry.js
var index_entry = __webpack_require__(8740);
;// CONCATENATED MODULE: ./build/sources/directory/read-members.js

/** The members of a tar stream as they come; `source-truncated` when it is not whole, unless the reader stops before. */
async function* readMembers(stream, options) {
    let members = [];
    const parser = createTarParser({ onMember: (member) => members.push(member), hash: options.hash });
    for await (const chunk of stream) {
        parser.write(chunk);
        if (members.length === 0)
            continue;
        const ready = members;
        members = [];
        yield* ready;
    }
    parser.end();
}

;// CONCATENATED MODULE: ./build/sources/directory/tree-view.js



async function openCursor(entries) {
    const iterator = entries[Symbol.asyncIterator]();
    let value;
    const next = async () => {
        const result = await iterator.next();
        value = result.done === true ? undefined : result.value;
    };
    await next();
    return {
        current: () => value,
        next,
        close: async () => void (await iterator.return?.()),
    };
}
/** The index of a link; `index-damaged` where it has none. */
function indexOf(link) {
    if (link.index !== undefined)
        return link.index;
    throw new errors_error/* HoldfastError */.E('index-damaged', `backup ${link.id} has no index`, {
        hint: 'Restore the whole directory instead, or use another backup.',
        context: { id: link.id },
    });
}
function unresolved(link, path) {
    return new errors_error/* HoldfastError */.E('index-damaged', `the index of ${link.id} names an unchanged file that no older backup holds`, {
        hint: 'Restore another backup, and make a full one.',
        context: { id: link.id, path: displayPath(path) },
    });
}
async function resolveIn(ancestors, path) {
    for (const { link, files } of ancestors) {
        for (let entry = files.current(); entry !== undefined; entry = files.current()) {
            const order = (0,index_entry/* compareFilePaths */.y)(entry.path, path);
            if (order === 0)
                return { link, entry };
            if (order > 0)
                break;
            await files.next();
        }
    }
    return undefined;
}
async function* mergeFiles(chain, scope) {
    const last = chain.at(-1);
    if (last === undefined)
        return;
    const files = await openCursor(indexOf(last).files(scope));
    const unchanged = await openCursor(indexOf(last).unchanged(scope));
    const ancestors = [];
    try {
        // Ancestors are opened only when there is something to look up in them.
        if (unchanged.current() !== undefined) {
            for (const link of chain.slice(0, -1).toReversed())
                ancestors.push({ link, files: await openCursor(indexOf(link).files(scope)) });
        }
        for (;;) {
            const file = files.current();
            const same = unchanged.current();
            if (file === undefined && same === undefined)
                return;
            if (same === undefined || (file !== undefined && (0,index_entry/* compareFilePaths */.y)(file.path, same.path) < 0)) {
                yield { link: last, entry: file };
                await files.next();
                continue;
            }
            const found = await resolveIn(ancestors, same.path);
            if (found === undefined)
                throw unresolved(last, same.path);
            yield found;
            await unchanged.next();
        }
    }
    finally {
        await files.close();
        await unchanged.close();
        for (const ancestor of ancestors)
            await ancestor.files.close();
    }
}
/**
 * The tree as it was at the chain's last link: a streaming merge of the links' indexes, in their order, memory flat.
 * An unchanged file comes from the nearest ancestor that holds it; `index-damaged` where none does.
 */
function createTreeView(chain, scope) {
    const last = chain.at(-1);
    return {
        async *directories() {
            if (last === undefined)
                return;
            for await (const entry of indexOf(last).directories(scope))
                yield { link: last, entry };
        },
        files: () => mergeFiles(chain, scope),
    };
}
/** The record of one file in one link's own index. */
async function findFile(link, path) {
    for await (const entry of indexOf(link).files({ under: path }))
        if (entry.path === path)
            return entry;
    return undefined;
}
/** One file of the tree, with the link that holds it. */
async function findInTree(chain, path) {
    for await (const found of createTreeView(chain, { under: path }).files())
        if (found.entry.path === path)
            return found;
    return undefined;
}

;// CONCATENATED MODULE: ./build/sources/directory/contents.js







const shown = 10;
function note(differences, path, what) {
    differences.count += 1;
    if (differences.first.length < shown)
        differences.first.push(`${displayPath(path)}: ${what}`);
}
const fields = [
    'kind',
    'path',
    'mode',
    'uid',
    'gid',
    'mtime',
    'offset',
    'length',
    'attributes',
    'size',
    'sha256',
    'blocksSha256',
    'target',
];
function same(expected, found) {
    const a = expected;
    const b = found;
    return fields.every((field) => a[field] === b[field]) && String(a.device) === String(b.device);
}
async function contents_openCursor(entries) {
    const iterator = entries[Symbol.asyncIterator]();
    const cursor = {
        current: undefined,
        async next() {
            const result = await iterator.next();
            cursor.current = result.done === true ? undefined : result.value;
        },
    };
    await cursor.next();
    return cursor;
}
const notInStream = 'in the index, not in the stream';
/** Brings a cursor to the record of `member`, noting those that the stream lacks, and compares the two. */
async function checkMember(cursor, member, order, differences) {
    while (cursor.current !== undefined && order(cursor.current.path, member.path) < 0) {
        note(differences, cursor.current.path, notInStream);
        await cursor.next();
    }
    if (cursor.current?.path !== member.path) {
        note(differences, member.path, 'not in the index');
        return;
    }
    if (!same(cursor.current, toIndexEntry(member)))
        note(differences, member.path, 'differs from the index');
    await cursor.next();
}
const byPath = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** Compares one link's stream with its own index, record by record. */
async function checkLink(link, signal, differences) {
    const index = indexOf(link);
    const directories = await contents_openCursor(index.directories());
    const files = await contents_openCursor(index.files());
    const unchanged = await contents_openCursor(index.unchanged());
    let compared = 0;
    /** Every unchanged record must be a name that its directory lists as not in this archive. */
    const checkUnchanged = async ({ path, dumpdir }) => {
        for (const { code, name } of readDumpdir(dumpdir ?? Buffer.alloc(0))) {
            if (code !== 'N' || unchanged.current?.path !== childPath(path, name))
                continue;
            compared += 1;
            await unchanged.next();
        }
    };
    for await (const member of readMembers(link.open(treeStream.name), { hash: true })) {
        signal.throwIfAborted();
        compared += 1;
        if (member.kind === 'directory') {
            await checkMember(directories, member, byPath, differences);
            await checkUnchanged(member);
        }
        else
            await checkMember(files, member, index_entry/* compareFilePaths */.y, differences);
    }
    for (const cursor of [directories, files, unchanged]) {
        for (; cursor.current !== undefined; await cursor.next())
            note(differences, cursor.current.path, notInStream);
    }
    return compared;
}
/** Re-reads the streams of a chain and holds every member, with its hash, against the index. No restore, no disk. */
async function checkContents(chain, signal) {
    const checks = [];
    for (const link of chain) {
        const differences = { count: 0, first: [] };
        const compared = await checkLink(link, signal, differences);
        const passed = compared > 0 && differences.count === 0;
        checks.push({
            name: `contents of ${link.id}`,
            result: passed ? 'passed' : 'failed',
            expected: `${compared} records`,
            found: passed
                ? `${compared} records`
                : compared === 0
                    ? 'nothing was compared'
                    : `${differences.count} ${differences.count === 1 ? 'difference' : 'differences'}: ${differences.first.join('; ')}`,
        });
    }
    return checks;
}

;// CONCATENATED MODULE: ./build/sources/directory/compare-tally.js

const compare_tally_shown = 10;
function createTally() {
    const zero = () => ({ files: 0, hashes: 0, metadata: 0, extra: 0 });
    return { compared: zero(), counts: zero(), differences: { files: [], hashes: [], metadata: [], extra: [] } };
}
/** Notes a difference; the first ten are kept as text. */
function differ(tally, aspect, path, what) {
    tally.counts[aspect] += 1;
    if (tally.differences[aspect].length < compare_tally_shown)
        tally.differences[aspect].push(`${displayPath(path)}: ${what}`);
}
/** The verdict on one aspect; nothing compared is a failure. */
function tallyCheck(tally, name, aspect, compared) {
    const count = tally.counts[aspect];
    if (compared === 0)
        return { name, result: 'failed', expected: 'at least one entry', found: 'nothing was compared' };
    if (count === 0)
        return { name, result: 'passed', expected: `${compared}`, found: `${compared}` };
    const list = tally.differences[aspect].join('; ');
    return {
        name,
        result: 'failed',
        expected: `${compared}, all alike`,
        found: `${count} ${count === 1 ? 'difference' : 'differences'}: ${list}${count > compare_tally_shown ? '; …' : ''}`,
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/compare-entry.js



/** `1.5` and `1.500000000` are the same time. */
function sameTime(a, b) {
    if (a === b)
        return true;
    const trim = (text) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
    return trim(a) === trim(b);
}
/** Compares modes, times, owners and attributes. */
function compareMetadata(tally, expected, found, options) {
    const { path } = expected;
    tally.compared.metadata += 1;
    const octal = (mode) => mode.toString(8).padStart(4, '0');
    if (expected.mode !== found.mode)
        differ(tally, 'metadata', path, `mode ${octal(found.mode)}, expected ${octal(expected.mode)}`);
    if (!sameTime(expected.mtime, found.mtime))
        differ(tally, 'metadata', path, `time ${found.mtime}, expected ${expected.mtime}`);
    if (options.owners && (expected.uid !== found.uid || expected.gid !== found.gid))
        differ(tally, 'metadata', path, `owner ${found.uid}:${found.gid}, expected ${expected.uid}:${expected.gid}`);
    if (options.attributes && expected.attributes !== found.attributes)
        differ(tally, 'metadata', path, 'other extended attributes or ACLs');
}
/** True when a name of a group is the same inode as its other names. */
async function agrees({ inodes, options }, link, first, inode) {
    if (inode === first)
        return true;
    const group = `${link.id}\0${first}`;
    const known = inodes.get(group);
    if (known !== undefined)
        return known === inode;
    inodes.set(group, inode);
    // The first name may be gone from the tree, or be another file by now; if not, it is the inode to be.
    const current = await options.lookUp(first);
    return current === undefined || current.link.id !== link.id;
}
/** The record of a hard link's first name, which holds kind and content; from the link's own index. */
async function contentOf(link, entry) {
    return entry.kind === 'hardlink' && entry.target !== undefined ? await findFile(link, entry.target) : entry;
}
/** Compares one file that both sides have. */
async function compareFile(comparison, link, entry, found) {
    const { path } = entry;
    const { tally, options } = comparison;
    tally.compared.files += 1;
    compareMetadata(tally, entry, found, options);
    const inode = found.kind === 'hardlink' ? (found.target ?? '') : path;
    if (entry.kind === 'hardlink' && !(await agrees(comparison, link, entry.target ?? '', inode)))
        differ(tally, 'files', path, 'no longer a hard link to the same file');
    if (entry.kind === 'hardlink' && found.kind === 'hardlink' && entry.target === found.target)
        return;
    if (entry.kind !== 'hardlink' && found.kind === 'hardlink')
        return differ(tally, 'files', path, `became a hard link to ${displayPath(inode)}`);
    const expected = await contentOf(link, entry);
    if (expected === undefined)
        return differ(tally, 'files', path, 'the index lacks what it is linked to');
    // A later name of the group: its first one was compared.
    if (found.kind === 'hardlink')
        return;
    if (expected.kind !== found.kind)
        return differ(tally, 'files', path, `a ${found.kind}, expected a ${expected.kind}`);
    if (expected.kind === 'symlink' && expected.target !== found.target)
        differ(tally, 'files', path, 'points elsewhere');
    if (expected.device?.join() !== found.device?.join())
        differ(tally, 'files', path, 'another device');
    if (expected.kind !== 'file')
        return;
    if (expected.size !== found.size)
        return differ(tally, 'files', path, `${found.size} bytes, expected ${expected.size}`);
    const name = expected.sha256 === undefined ? 'blocksSha256' : 'sha256';
    // A copy with fewer holes has a hash of the other kind: then only the size was compared.
    if (expected[name] === undefined || found[name] === undefined)
        return;
    tally.compared.hashes += 1;
    if (expected[name] !== found[name])
        differ(tally, 'hashes', path, 'its content differs');
}

;// CONCATENATED MODULE: ./build/sources/directory/compare-merge.js
/** Merges two sequences in the same order; calls back for pairs and for what only one of them has. */
async function mergeInOrder(expected, found, options) {
    let item = await expected.next();
    for (;;) {
        const member = found.current !== undefined && options.takes(found.current) ? found.current : undefined;
        if (item.done === true && member === undefined)
            return;
        const order = item.done === true
            ? 1
            : member === undefined
                ? -1
                : options.order(options.pathOf(item.value), member.path);
        if (order === 0)
            await options.both(item.value, member);
        else if (order < 0)
            options.only(item.value);
        else
            options.extra(member);
        if (order <= 0)
            item = await expected.next();
        if (order >= 0)
            await found.next();
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/compare.js





function excused(path, options) {
    if (options.unread.length === 0)
        return false;
    const text = displayPath(path);
    return options.unread.some((unread) => text === unread || text.startsWith(`${unread}/`));
}
/**
 * Compares a tree as the index has it with one that was read back, both in the order of the index, in one merge.
 * Checks: `files` (presence, kinds, sizes, link texts, hard links), `hashes`, `metadata` (modes, times, owners,
 * attributes) and `no extra files`. Nothing compared is a failure.
 */
async function compareTrees(view, members, options) {
    const tally = createTally();
    const iterator = members[Symbol.asyncIterator]();
    const found = {
        current: undefined,
        next: async () => {
            const result = await iterator.next();
            found.current = result.done === true ? undefined : result.value;
        },
    };
    await found.next();
    const comparison = { tally, options, inodes: new Map() };
    const missing = ({ entry }) => {
        if (!options.devices && (entry.kind === 'character' || entry.kind === 'block'))
            return;
        tally.compared.files += 1;
        differ(tally, 'files', entry.path, 'missing');
    };
    const extra = (member) => {
        if (!excused(member.path, options))
            differ(tally, 'extra', member.path, 'not in the backup');
    };
    const shared = { only: missing, extra };
    await mergeInOrder(view.directories()[Symbol.asyncIterator](), found, {
        ...shared,
        pathOf: ({ entry }) => entry.path,
        order: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
        takes: ({ kind }) => kind === 'directory',
        both: ({ entry }, member) => {
            tally.compared.files += 1;
            compareMetadata(tally, entry, member, options);
        },
    });
    await mergeInOrder(view.files()[Symbol.asyncIterator](), found, {
        ...shared,
        pathOf: ({ entry }) => entry.path,
        order: index_entry/* compareFilePaths */.y,
        takes: ({ kind }) => kind !== 'directory',
        both: ({ link, entry }, member) => compareFile(comparison, link, entry, member),
    });
    if (found.current !== undefined)
        extra(found.current);
    const { files, hashes, metadata } = tally.compared;
    return {
        files,
        checks: [
            tallyCheck(tally, 'files', 'files', files),
            // A tree of directories and links alone has nothing to hash.
            tallyCheck(tally, 'hashes', 'hashes', hashes === 0 && files > 0 ? files : hashes),
            tallyCheck(tally, 'metadata', 'metadata', metadata),
            tallyCheck(tally, 'no extra files', 'extra', files),
        ],
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/extract.js





const impossible = /(?:setxattr|lsetxattr|acl_set|acl_delete|setfilecon).*: (?:Operation not supported|Operation not permitted)/;
/** Whether this process may give files away. */
function isRoot() {
    return process.geteuid?.() === 0;
}
/**
 * Extracts a tar stream into `directory`. An incremental archive also deletes there what it does not list, so the
 * directory must be ours alone. Errors: `restore-failed` with what tar said, the input's own error, `tool-missing`.
 */
async function extractTar(context, input, directory, options) {
    const tar = await findGnuTar(context);
    const said = [];
    const outcome = await (0,run_tool/* runTool */.q)({
        command: tar.command,
        args: extractArgs(directory, { root: isRoot(), incremental: options.incremental }),
        environment: tarEnvironment(context.environment),
        stdin: input,
        signal: context.signal,
        acceptedExits: [0, 1, 2],
        onStderrLine: (line) => void (said.length < 1000 && said.push(withoutProgram(line))),
    });
    const lost = said.filter((line) => impossible.test(line));
    const other = said.filter((line) => !impossible.test(line) && line !== 'Exiting with failure status due to previous errors');
    if (outcome.exit.code !== 0 && (outcome.exit.code !== 2 || other.length > 0 || lost.length === 0)) {
        const full = other.some((line) => line.includes('No space left on device'));
        throw new errors_error/* HoldfastError */.E(full ? 'disk-full' : 'restore-failed', `tar could not extract: ${other[0] ?? 'it gave no reason'}`, {
            hint: full
                ? 'Make room on the disk of the target.'
                : 'Read what tar said, mend that and restore again.',
            context: { stderr: other.slice(0, 20) },
        });
    }
    if (!outcome.inputComplete) {
        throw new errors_error/* HoldfastError */.E('restore-failed', 'tar stopped before the end of the archive', {
            hint: 'Verify the backup: `holdfast verify --depth contents`.',
        });
    }
    return { lost };
}

;// CONCATENATED MODULE: ./build/sources/directory/closed-directories.js


const ownerAll = 0o700;
/**
 * Directories that their own owner may not write. Only root can extract a second link into them, or delete what the
 * second link no longer has.
 */
function createClosedDirectories(root) {
    const closed = new Map();
    return {
        note(entry) {
            if (entry.kind === 'directory' && (entry.mode & ownerAll) !== ownerAll)
                closed.set(entry.path, entry.mode);
        },
        async open() {
            for (const [path, mode] of [...closed].toSorted(([a], [b]) => (a < b ? -1 : 1)))
                await (0,external_node_fs_promises_.chmod)(fileSystemPath(root, path), mode | ownerAll).catch(() => undefined);
            closed.clear();
        },
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/remove-tree.js


/**
 * Removes a tree, whatever is in it: directories that may not be written, paths longer than the system takes in one
 * call. Works after an abort too.
 */
async function removeTree(path, environment) {
    try {
        await (0,external_node_fs_promises_.rm)(path, { recursive: true, force: true });
    }
    catch {
        const call = { environment, signal: new AbortController().signal, acceptedExits: [0, 1] };
        await (0,run_tool/* runTool */.q)({ ...call, command: 'chmod', args: ['-R', 'u+rwX', '--', path] });
        await (0,run_tool/* runTool */.q)({ ...call, command: 'rm', args: ['-rf', '--', path], acceptedExits: [0] });
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/stage.js




const prefix = '.holdfast-';
/** The error of a place where nothing can be made. */
function unwritable(path, cause) {
    return new errors_error/* HoldfastError */.E('target-unwritable', `nothing can be written at ${path}`, {
        hint: 'Name a target whose parent directory exists and may be written by this user.',
        context: { path },
        cause,
    });
}
/** What stands at a target. */
async function stage_look(target) {
    const stats = await (0,external_node_fs_promises_.lstat)(target).catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw unwritable(target, error);
    });
    if (stats === undefined)
        return 'absent';
    if (!stats.isDirectory())
        return 'filled';
    return (await (0,external_node_fs_promises_.readdir)(target, { encoding: 'buffer' })).length === 0 ? 'empty' : 'filled';
}
/** Moves what is in one directory into another one of the same file system, but for some names. */
async function moveChildren(from, to, but) {
    const below = (directory, name) => Buffer.concat([Buffer.from(directory), Buffer.from('/'), name]);
    for (const name of await (0,external_node_fs_promises_.readdir)(from, { encoding: 'buffer' }))
        if (!but.includes(name.toString('latin1')))
            await (0,external_node_fs_promises_.rename)(below(from, name), below(to, name));
}
/** A stage beside the target, renamed into its place. */
function besides(target, id, environment) {
    const path = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.holdfast-${id}`);
    const old = `${path}-old`;
    return {
        path,
        async commit() {
            const found = await stage_look(target);
            if (found === 'empty') {
                // A directory that is somebody's working directory or was mounted on meanwhile fails here, untouched.
                await (0,external_node_fs_promises_.rmdir)(target);
            }
            else if (found === 'filled')
                await (0,external_node_fs_promises_.rename)(target, old);
            try {
                await (0,external_node_fs_promises_.rename)(path, target);
            }
            catch (error) {
                if (found === 'filled')
                    await (0,external_node_fs_promises_.rename)(old, target);
                if (found === 'empty')
                    await (0,external_node_fs_promises_.mkdir)(target);
                throw unwritable(target, error);
            }
            await removeTree(old, environment);
        },
        discard: () => removeTree(path, environment),
    };
}
/** A stage inside the target, whose content changes places with what is there. */
function inside(target, id, environment) {
    const name = `${prefix}${id}`;
    const path = (0,external_node_path_.join)(target, name);
    const oldName = `${name}-old`;
    const old = (0,external_node_path_.join)(target, oldName);
    return {
        path,
        async commit(settle) {
            await (0,external_node_fs_promises_.mkdir)(old, { mode: 0o700 });
            await moveChildren(target, old, [name, oldName]);
            try {
                await moveChildren(path, target, []);
            }
            catch (error) {
                await moveChildren(target, path, [name, oldName]).catch(() => undefined);
                await moveChildren(old, target, []);
                await (0,external_node_fs_promises_.rmdir)(old);
                throw unwritable(target, error);
            }
            await removeTree(path, environment);
            await removeTree(old, environment);
            await settle(target);
        },
        discard: () => removeTree(path, environment),
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/directory-attributes.js



/** Replaces a directory by a new one with the same children: the only way to be rid of its attributes with any tool set. */
async function renewDirectory(path, beside) {
    const stats = await (0,external_node_fs_promises_.lstat)(path);
    if (!stats.isDirectory())
        return;
    const fresh = Buffer.from(await (0,external_node_fs_promises_.mkdtemp)(`${beside}-renewed-`));
    await moveChildren(path, fresh, []);
    await (0,external_node_fs_promises_.rmdir)(path);
    await (0,external_node_fs_promises_.rename)(fresh, path);
}
/**
 * Extracting an increment sets what a directory has, but does not take away extended attributes and ACLs that an older
 * link gave it. This follows the directories of a chain and renews those that lost or changed any.
 */
function createDirectoryAttributes(root) {
    const known = new Map();
    const stale = [];
    let rootStale = false;
    return {
        note(entry) {
            if (entry.kind !== 'directory')
                return;
            const older = known.get(entry.path);
            if (entry.attributes === undefined)
                known.delete(entry.path);
            else
                known.set(entry.path, entry.attributes);
            if (older === undefined || older === entry.attributes)
                return;
            if (entry.path === '')
                rootStale = true;
            else
                stale.push(entry.path);
        },
        async settle() {
            for (const path of stale.splice(0)) {
                await renewDirectory(fileSystemPath(root, path), root).catch((error) => {
                    // Gone, or something else by now: then there is nothing to be rid of.
                    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
                        throw error;
                });
            }
        },
        rootIsStale: () => rootStale,
    };
}

;// CONCATENATED MODULE: ./build/sources/directory/drop-vanished.js


/**
 * Names that an increment lists but does not hold still lie there from an older link. What vanished while it was
 * backed up is removed; of what could not be read the older version stays, and is reported.
 */
async function dropVanished(link, observer, directory) {
    const unread = new Set(link.unread);
    const kept = [];
    for (const path of observer.allMissing()) {
        if (unread.has(displayPath(path)))
            kept.push(path);
        else
            await (0,external_node_fs_promises_.unlink)(fileSystemPath(directory, path)).catch(() => undefined);
    }
    return kept;
}

;// CONCATENATED MODULE: ./build/sources/directory/extract-chain.js









/** The tar stream of a link; `manifest-damaged` where it has none. */
function treeStreamOf(link) {
    const stream = link.streams.find(({ name }) => name === treeStream.name);
    if (stream !== undefined)
        return stream;
    throw new errors_error/* HoldfastError */.E('manifest-damaged', `backup ${link.id} holds no directory tree`, {
        hint: 'Restore another backup.',
        context: { id: link.id },
    });
}
/** A link's stream, watched as it passes. It ends only when it was whole: tar must not take a broken end for a good one. */
async function* watch(source, observer, attributes) {
    for await (const chunk of source) {
        observer.write(chunk);
        await attributes.settle();
        yield chunk;
    }
    observer.end();
}
/** Extracts one link's stream over the older ones. */
async function extractLink(context, link, directory, add, attributes) {
    const observer = createTreeObserver({
        index: { add },
        // Names that are not in this stream are in an older one; only those that should have come are of interest.
        parentNames: () => ({ has: () => true }),
        hash: false,
    });
    const input = external_node_stream_.Readable.from(watch(link.open(treeStream.name), observer, attributes));
    const extraction = await extractTar(context, input, directory, { incremental: true });
    return { extraction, observer };
}
/** Sets mode, owner, times and attributes of a root that was filled instead of renamed: its own record, extracted again. */
async function settleRoot(context, chain, root) {
    const last = chain.at(-1);
    if (last?.index === undefined)
        return;
    for await (const entry of last.index.directories()) {
        if (entry.path !== '')
            return;
        const record = await last.read(treeStream.name, entry.offset, entry.length);
        await extractTar(context, external_node_stream_.Readable.from([record, Buffer.alloc(1024)]), root, { incremental: false });
        return;
    }
}
async function countFiles(chain) {
    const index = chain.at(-1)?.index;
    let count = 0;
    if (index !== undefined) {
        for await (const _ of index.files())
            count += 1;
        for await (const _ of index.unchanged())
            count += 1;
    }
    return count;
}
const ownersLost = {
    severity: 'warning',
    code: 'owners-not-restored',
    message: 'files of other users belong to the user who restored them',
    hint: 'Restore as root to bring back owners.',
};
/** Extracts a whole chain, level 0 first, into a directory that is empty and ours. */
async function extractChain(context, chain, directory) {
    const attributes = createDirectoryAttributes(directory);
    const lost = [];
    const warnings = [];
    const closed = createClosedDirectories(directory);
    const own = process.geteuid?.();
    let foreign = 0;
    const add = (entry) => {
        attributes.note(entry);
        closed.note(entry);
        if (entry.kind !== 'unchanged' && own !== 0 && entry.uid !== own)
            foreign += 1;
    };
    let files = 0;
    let bytes = 0;
    for (const [index, link] of chain.entries()) {
        if (own !== 0)
            await closed.open();
        const { extraction, observer } = await extractLink(context, link, directory, add, attributes);
        lost.push(...extraction.lost);
        if (index === 0)
            files = observer.files;
        bytes += treeStreamOf(link).bytes;
        if (index === 0)
            continue;
        const stale = await dropVanished(link, observer, directory);
        if (stale.length > 0) {
            warnings.push({
                severity: 'warning',
                code: 'path-stale',
                message: `${stale.length} paths could not be read by ${link.id} and come from an older backup, if at all`,
                names: stale.map(displayPath),
            });
        }
    }
    if (attributes.rootIsStale()) {
        await renewDirectory(Buffer.from(directory), directory);
        await settleRoot(context, chain, directory);
    }
    if (chain.length > 1)
        files = await countFiles(chain);
    if (lost.length > 0) {
        warnings.push({
            severity: 'warning',
            code: 'attributes-lost',
            message: `${lost.length} attributes, ACLs or devices could not be made at the target`,
            hint: 'Restore as root, onto a file system with extended attributes and ACLs.',
            names: lost.slice(0, 100),
        });
    }
    if (foreign > 0)
        warnings.push(ownersLost);
    return { files, bytes, lost, warnings };
}

;// CONCATENATED MODULE: ./build/sources/directory/read-tree.js









/**
 * Walks a directory through GNU tar, every file hashed, in the order of the index: all directories, then all files by
 * directory. This way attributes, sparse files and any name or depth are read as a backup reads them.
 */
async function* readTree(context, directory) {
    const tar = await findGnuTar(context);
    const own = await (0,private_directory/* makePrivateDirectory */.D)((0,external_node_os_.tmpdir)(), 'holdfast-tar');
    const list = (0,external_node_path_.join)(own, 'list');
    try {
        await (await (0,external_node_fs_promises_.open)(list, 'wx', 0o600)).close();
        const tool = (0,spawn/* spawnTool */.M)({
            command: tar.command,
            args: [...archiveArgs, `--listed-incremental=${list}`, '-C', directory, '.'],
            environment: tarEnvironment(context.environment),
            signal: context.signal,
        });
        yield* readMembers(tool.stdout, { hash: true });
    }
    catch (error) {
        if (error instanceof errors_error/* HoldfastError */.E && error.code === 'tool-failed') {
            throw new errors_error/* HoldfastError */.E('verification-failed', `the restored tree cannot be read: ${error.message}`, {
                hint: 'Check the disk that it was restored to.',
                cause: error,
            });
        }
        throw error;
    }
    finally {
        await (0,external_node_fs_promises_.rm)(own, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/drill.js








/** Restores a chain into scratch space, reads every file back and compares all of it with the index. */
async function drillTree(context, chain, options) {
    const directory = (0,external_node_path_.join)(options.scratch, 'tree');
    await (0,external_node_fs_promises_.mkdir)(directory, { mode: 0o700 });
    try {
        const restored = await extractChain(context, chain, directory);
        const attributes = restored.lost.length === 0;
        const { checks, files } = await compareTrees(createTreeView(chain), readTree(context, directory), {
            owners: isRoot(),
            attributes: attributes && isRoot(),
            devices: isRoot(),
            lookUp: (path) => findInTree(chain, path),
            unread: chain.flatMap(({ unread }) => unread),
        });
        const lost = attributes
            ? []
            : [
                {
                    name: 'attributes',
                    result: 'inconclusive',
                    found: 'the scratch file system does not take all of them',
                },
            ];
        const own = (await options.inspect?.(directory)) ?? [];
        return { checks: [...checks, ...lost, ...own], evidence: 'stream', files, bytes: restored.bytes };
    }
    finally {
        await removeTree(directory, context.environment);
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/staging.js






/** Refuses a target that holds something, unless it may be replaced: `target-not-empty`. */
async function checkTarget(target, overwrite) {
    if ((await stage_look(target)) !== 'filled' || overwrite)
        return;
    throw new errors_error/* HoldfastError */.E('target-not-empty', `${target} is not empty`, {
        hint: 'Restore into a new directory, or add --overwrite to replace what is there.',
        context: { path: target },
    });
}
/** Whether the target can be replaced by renaming: not a mount point, and its parent may be written. */
async function renameable(target) {
    const parent = (0,external_node_path_.dirname)(target);
    try {
        await (0,external_node_fs_promises_.access)(parent, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
        const [own, above] = await Promise.all([(0,external_node_fs_promises_.lstat)(target).catch(() => undefined), (0,external_node_fs_promises_.lstat)(parent)]);
        return own === undefined || own.dev === above.dev;
    }
    catch {
        return false;
    }
}
async function makeStage(path) {
    await (0,external_node_fs_promises_.mkdir)(path, { recursive: true, mode: 0o755 }).catch((error) => {
        throw unwritable(path, error);
    });
    await (0,external_node_fs_promises_.chmod)(path, 0o700);
}
async function makeParent(target) {
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true }).catch((error) => {
        throw unwritable((0,external_node_path_.dirname)(target), error);
    });
}
/** Makes a staging directory: beside the target, or inside it where the target is a mount point or cannot be renamed. */
async function openStaging(target, overwrite, environment) {
    await checkTarget(target, overwrite);
    await makeParent(target);
    const id = (0,external_node_crypto_.randomBytes)(6).toString('hex');
    const staging = (await renameable(target))
        ? besides(target, id, environment)
        : inside(target, id, environment);
    await makeStage(staging.path);
    return staging;
}

;// CONCATENATED MODULE: ./build/sources/directory/restore.js


/**
 * Restores a chain so that `target` is the source's root. Everything is extracted beside it and put in place by
 * renaming at the end; whatever fails before leaves the target as it was. Errors: `target-not-empty`,
 * `target-unwritable`, `restore-failed`, `disk-full`, and those of the streams.
 */
async function restoreTree(context, chain, target, overwrite) {
    const staging = await openStaging(target, overwrite, context.environment);
    try {
        const { files, bytes, warnings } = await extractChain(context, chain, staging.path);
        context.signal.throwIfAborted();
        await staging.commit((root) => settleRoot(context, chain, root));
        return { files, bytes, warnings };
    }
    catch (error) {
        await staging.discard();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/restore-archive.js


/** The stream of an archive that another tool wrote: any tar, without the lists that ours has. */
const archiveStream = 'archive';
/** Whether a chain is such an archive. */
function isArchive([link, ...more]) {
    return more.length === 0 && link?.streams[0]?.name === archiveStream;
}
/**
 * Extracts an archive of another tool; what is in it lies below the target as it is named there. As with our own,
 * nothing appears unless all of it could be extracted. Errors: `target-not-empty`, `target-unwritable`,
 * `restore-failed`, `disk-full`, and those of the stream.
 */
async function restoreArchive(context, [link], target, overwrite) {
    const staging = await openStaging(target, overwrite, context.environment);
    try {
        if (link)
            await extractTar(context, link.open(archiveStream), staging.path, { incremental: false });
        context.signal.throwIfAborted();
        await staging.commit(async () => undefined);
        return { bytes: 0, warnings: [] };
    }
    catch (error) {
        await staging.discard();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/extracted.js

/** Of a file that came back with fewer holes than it went with there is a hash of the other kind: nothing to compare. */
function hasContentOf(member, entry) {
    const name = entry.sha256 === undefined ? 'blocksSha256' : 'sha256';
    return entry[name] === undefined || member[name] === undefined || entry[name] === member[name];
}
/** Reads back what was extracted of one link and says what differs from the index, by path. */
async function differencesOf(context, files, directory) {
    const expected = new Map(files.map((entry) => [entry.path, entry]));
    const missing = new Set(expected.keys());
    const differences = new Map();
    for await (const member of readTree(context, directory)) {
        if (member.kind === 'directory')
            continue;
        const entry = expected.get(member.path);
        if (entry === undefined) {
            differences.set(member.path, 'came without being asked for');
            continue;
        }
        missing.delete(member.path);
        const content = entry.kind === 'hardlink' ? expected.get(entry.target ?? '') : entry;
        if (member.kind !== 'file' || content === undefined)
            continue;
        if (member.size !== content.size || !hasContentOf(member, content))
            differences.set(member.path, 'does not have the content that the index names');
    }
    for (const path of missing)
        differences.set(path, 'did not come');
    return differences;
}

;// CONCATENATED MODULE: ./build/sources/directory/place.js


const join = (directory, name) => Buffer.concat([directory, Buffer.from('/'), name]);
async function place_look(path) {
    return (0,external_node_fs_promises_.lstat)(path).catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
}
async function plan(from, to, moves) {
    for (const name of await (0,external_node_fs_promises_.readdir)(from, { encoding: 'buffer' })) {
        const source = join(from, name);
        const target = join(to, name);
        const [own, other] = [await (0,external_node_fs_promises_.lstat)(source), await place_look(target)];
        if (own.isDirectory() && other?.isDirectory() === true)
            await plan(source, target, moves);
        else
            moves.push({ from: source, to: target, replaces: other !== undefined });
    }
}
/**
 * Moves the tree at `from` into the existing directory `to`; directories that are there stay and are filled. What is
 * in the way is `target-not-empty`, found before anything is moved, unless it may be replaced.
 */
async function placeInto(from, to, overwrite) {
    const moves = [];
    await plan(Buffer.from(from), Buffer.from(to), moves);
    const inTheWay = moves.filter(({ replaces }) => replaces).map((move) => move.to.toString('utf8'));
    if (inTheWay.length > 0 && !overwrite) {
        throw new errors_error/* HoldfastError */.E('target-not-empty', `${inTheWay[0]} is there already`, {
            hint: 'Restore into a new directory, or add --overwrite to replace what is there.',
            context: { paths: inTheWay.slice(0, 20) },
        });
    }
    for (const move of moves) {
        const [own, other] = [await (0,external_node_fs_promises_.lstat)(move.from), await place_look(move.to)];
        // A file replaces a file in one step; a directory on either side has to make room first.
        if (other !== undefined && (own.isDirectory() || other.isDirectory()))
            await (0,external_node_fs_promises_.rm)(move.to, { recursive: true });
        await (0,external_node_fs_promises_.rename)(move.from, move.to);
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/glob.js


const special = /[.+^${}()|\\]/g;
const wild = /[*?[]/;
function segmentPattern(segment) {
    return segment
        .split(/(\*|\?|\[!?[^\]]+\])/)
        .map((part) => {
        if (part === '*')
            return '[^/]*';
        if (part === '?')
            return '[^/]';
        if (/^\[!?[^\]]+\]$/.test(part))
            return part.replace(/^\[!/, '[^').replace(/\\/g, '\\\\');
        return part.replace(special, '\\$&').replace(/[[\]]/g, '\\$&');
    })
        .join('');
}
/**
 * Compiles a glob. It stands for a path from the source's root; a leading `/` or `./` does not matter, and what is below
 * a match matches too. Throws `usage` for one that names no path or climbs with `..`.
 */
function parseGlob(text) {
    const segments = toByteString(text)
        .split('/')
        .filter((segment) => segment !== '' && segment !== '.');
    if (segments.length === 0 || segments.includes('..')) {
        throw new errors_error/* HoldfastError */.E('usage', `${JSON.stringify(text)} is not a pattern of paths in the backup`, {
            hint: 'Write paths from the root of the backed-up directory, such as "etc/nginx" or "**/*.conf".',
        });
    }
    const firstWild = segments.findIndex((segment) => wild.test(segment));
    const literal = firstWild < 0 ? segments : segments.slice(0, firstWild);
    const body = segments
        .map((segment, index) => {
        const last = index === segments.length - 1;
        if (segment === '**')
            return last ? '.*' : '(?:.*/)?';
        return segmentPattern(segment) + (last ? '' : '/');
    })
        .join('');
    // `dir/**` takes the directory itself too, so that an empty one comes back.
    const tree = body.endsWith('/.*') ? `${body.slice(0, -3)}(?:/.*)?` : `${body}(?:/.*)?`;
    const pattern = new RegExp(`^${tree}$`, 's');
    return { text, prefix: literal.join('/'), matches: (path) => path !== '' && pattern.test(path) };
}
/** The prefixes that have to be read for some globs, without those that lie below another. */
function scopesOf(globs) {
    const prefixes = [...new Set(globs.map(({ prefix }) => prefix))];
    return prefixes.filter((prefix) => !prefixes.some((other) => other !== prefix && (other === '' || prefix.startsWith(`${other}/`))));
}

;// CONCATENATED MODULE: ./build/sources/directory/selection.js




async function selection_namesIn(chain, directory, limit) {
    const names = new Set();
    const view = createTreeView(chain, directory === '' ? undefined : { under: directory });
    const start = directory === '' ? 0 : directory.length + 1;
    for (const entries of [view.directories(), view.files()]) {
        for await (const { entry } of entries) {
            if (entry.path.length <= start)
                continue;
            names.add(displayPath(entry.path.slice(start).split('/')[0]));
            if (names.size >= limit)
                break;
        }
    }
    return [...names].toSorted();
}
async function exists(chain, directory) {
    return (await findDirectory(chain, directory)) !== undefined;
}
/** The record of one directory at the last link. */
async function findDirectory(chain, path) {
    const last = chain.at(-1);
    for await (const entry of indexOf(last).directories(path === '' ? undefined : { under: path }))
        return entry.path === path ? entry : undefined;
    return undefined;
}
async function notFound(chain, glob) {
    let nearest = glob.prefix;
    while (nearest !== '' && !(await exists(chain, nearest)))
        nearest = parentOf(nearest) ?? '';
    const names = await selection_namesIn(chain, nearest, 12);
    const place = nearest === '' ? 'the root' : displayPath(nearest);
    return new errors_error/* HoldfastError */.E('path-not-found', `nothing in the backup matches ${glob.text}`, {
        hint: `Write a path from the source's root; ${place} holds ${names.length === 0 ? 'nothing' : names.join(', ')}.`,
        context: { glob: glob.text, nearest: displayPath(nearest), names },
    });
}
/** Adds what hard links need: the first name of their group in the same link. */
async function addHelpers(files) {
    const helpers = new Map();
    for (const [link, entries] of files) {
        const present = new Set(entries.map(({ path }) => path));
        const added = new Set();
        for (const { kind, target } of [...entries]) {
            if (kind !== 'hardlink' || target === undefined || present.has(target))
                continue;
            const first = await findFile(link, target);
            if (first === undefined) {
                throw new errors_error/* HoldfastError */.E('index-damaged', `the index of ${link.id} lacks what a hard link needs`, {
                    hint: 'Restore the whole directory instead.',
                    context: { id: link.id, path: displayPath(target) },
                });
            }
            present.add(target);
            added.add(target);
            entries.push(first);
        }
        entries.sort((a, b) => a.offset - b.offset);
        helpers.set(link, added);
    }
    return helpers;
}
function above(paths) {
    const parents = new Set(['']);
    for (const path of paths) {
        for (let parent = parentOf(path); parent !== undefined && !parents.has(parent); parent = parentOf(parent))
            parents.add(parent);
    }
    return parents;
}
/** Finds what globs select in the chain's tree; `path-not-found` for a glob that selects nothing, `usage` for a bad one. */
async function selectPaths(chain, include) {
    const globs = include.map(parseGlob);
    const idle = new Set(globs);
    const takes = (path) => {
        let taken = false;
        for (const glob of globs) {
            if (!glob.matches(path))
                continue;
            idle.delete(glob);
            taken = true;
        }
        return taken;
    };
    const directories = new Map();
    const files = new Map();
    let count = 0;
    const scopes = scopesOf(globs);
    const viewOf = (prefix) => createTreeView(chain, prefix === '' ? undefined : { under: prefix });
    for (const prefix of scopes) {
        for await (const { entry } of viewOf(prefix).directories())
            if (takes(entry.path))
                directories.set(entry.path, entry);
        for await (const { link, entry } of viewOf(prefix).files()) {
            if (!takes(entry.path))
                continue;
            count += 1;
            const list = files.get(link);
            if (list === undefined)
                files.set(link, [entry]);
            else
                list.push(entry);
        }
    }
    for (const glob of idle)
        throw await notFound(chain, glob);
    const wanted = above([
        ...directories.keys(),
        ...[...files.values()].flatMap((list) => list.map(({ path }) => path)),
    ]);
    for (const prefix of scopes)
        for await (const { entry } of viewOf(prefix).directories())
            if (wanted.has(entry.path))
                directories.set(entry.path, entry);
    for (const path of wanted) {
        const entry = directories.has(path) ? undefined : await findDirectory(chain, path);
        if (entry !== undefined)
            directories.set(path, entry);
    }
    const helpers = await addHelpers(files);
    const sorted = [...directories.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return { directories: sorted, files, helpers, count };
}

;// CONCATENATED MODULE: ./build/sources/directory/directory-record.js

const largestOctal = 0o7777777;
/** `<length> key=value\n`, its own length counted in (POSIX pax, extended header records). */
function paxRecord(key, value) {
    const rest = ` ${key}=${value}\n`;
    let length = rest.length;
    while (String(length).length + rest.length !== length)
        length = String(length).length + rest.length;
    return Buffer.from(`${length}${rest}`, 'latin1');
}
function octal(block, offset, width, value) {
    block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, offset, 'latin1');
}
function header(type, name, numbers) {
    const block = Buffer.alloc(blockSize);
    block.write(name.slice(0, 100), 0, 'latin1');
    octal(block, 100, 8, numbers.mode);
    octal(block, 108, 8, Math.min(numbers.uid, largestOctal));
    octal(block, 116, 8, Math.min(numbers.gid, largestOctal));
    octal(block, 124, 12, numbers.size);
    octal(block, 136, 12, 0);
    block.write(`        ${type}`, 148, 'latin1');
    block.write('ustar\x0000', 257, 'latin1');
    octal(block, 148, 7, block.reduce((sum, byte) => sum + byte, 0));
    return block;
}
/**
 * A directory's member of a tar archive (POSIX pax) made of its index record: path, mode, owners and time to the
 * nanosecond, but no attributes. It spares fetching the frame that holds the archived one.
 */
function directoryRecord({ path, mode, uid, gid, mtime }) {
    const name = path === '' ? './' : `./${path}/`;
    const records = Buffer.concat([
        paxRecord('path', name),
        paxRecord('mtime', mtime),
        ...(uid > largestOctal ? [paxRecord('uid', String(uid))] : []),
        ...(gid > largestOctal ? [paxRecord('gid', String(gid))] : []),
    ]);
    const extended = Buffer.alloc(padded(records.length));
    records.copy(extended);
    return Buffer.concat([
        header('x', './PaxHeaders/directory', { mode: 0o644, uid: 0, gid: 0, size: records.length }),
        extended,
        header('5', name, { mode, uid, gid, size: 0 }),
    ]);
}

;// CONCATENATED MODULE: ./build/sources/directory/slices.js



const longestRead = 4 * 1024 * 1024;
/** Joins neighbours, so that a tree that lies together is read together. */
function* joined(extents) {
    let current;
    for (const { offset, length } of extents) {
        if (current !== undefined && current.offset + current.length === offset)
            current.length += length;
        else {
            if (current !== undefined)
                yield current;
            current = { offset, length };
        }
    }
    if (current !== undefined)
        yield current;
}
async function* readSlices(link, extents) {
    for (const { offset, length } of joined(extents)) {
        for (let done = 0; done < length; done += longestRead)
            yield await link.read(treeStream.name, offset + done, Math.min(longestRead, length - done));
    }
}
async function* archived(parts) {
    yield* parts;
    yield Buffer.alloc(1024);
}
async function* directoryParts(link, directories) {
    for (const directory of directories)
        if (directory.attributes === undefined)
            yield directoryRecord(directory);
    yield* readSlices(link, directories.filter(({ attributes }) => attributes !== undefined));
}
/** A small archive of some members, in ascending order, cut out of a link's stream. */
function sliceArchive(link, extents) {
    return external_node_stream_.Readable.from(archived(readSlices(link, extents)));
}
/** A small archive of some directories, in ascending order; only of those with attributes the stream is read. */
function directoryArchive(link, directories) {
    return external_node_stream_.Readable.from(archived(directoryParts(link, directories)));
}

;// CONCATENATED MODULE: ./build/sources/directory/restore-paths.js











function damaged(link, path, what) {
    return new errors_error/* HoldfastError */.E('object-damaged', `${displayPath(path)} ${what}; nothing was put in place`, {
        hint: 'Restore it from another backup or another destination.',
        context: { id: link.id, path: displayPath(path) },
    });
}
/** Extracts the selected files of each link on their own, checks them, and moves them together under `root`. */
async function assemble(context, chain, selection, stage, root) {
    const lost = [];
    await (0,external_node_fs_promises_.mkdir)(root, { mode: 0o700 });
    for (const { path } of selection.directories)
        if (path !== '')
            await (0,external_node_fs_promises_.mkdir)(fileSystemPath(root, path), { mode: 0o700 });
    let number = 0;
    for (const [link, files] of selection.files) {
        number += 1;
        const own = (0,external_node_path_.join)(stage, String(number));
        await (0,external_node_fs_promises_.mkdir)(own, { mode: 0o700 });
        const extraction = await extractTar(context, sliceArchive(link, files), own, { incremental: false });
        lost.push(...extraction.lost);
        const [difference] = await differencesOf(context, files, own);
        if (difference !== undefined)
            throw damaged(link, ...difference);
        const helpers = selection.helpers.get(link);
        for (const { path } of files)
            if (helpers?.has(path) !== true)
                await (0,external_node_fs_promises_.rename)(fileSystemPath(own, path), fileSystemPath(root, path));
    }
    // Last, since moving files in changes times.
    const last = chain.at(-1);
    const extents = selection.directories.toSorted((a, b) => a.offset - b.offset);
    const extraction = await extractTar(context, directoryArchive(last, extents), root, { incremental: false });
    return [...lost, ...extraction.lost];
}
/**
 * Restores some paths under `target`, each with its path from the source's root. Only the parts of the streams that
 * hold them are read; every file's SHA-256 is checked before anything is put in place. An existing target is filled:
 * what is in the way is `target-not-empty` unless `overwrite`. Further errors: `path-not-found`, `object-damaged`,
 * `index-damaged`.
 */
async function restorePaths(context, chain, target, include, overwrite) {
    const selection = await selectPaths(chain, include);
    const existing = await (0,external_node_fs_promises_.lstat)(target).catch(() => undefined);
    if (existing?.isDirectory() === false) {
        throw new errors_error/* HoldfastError */.E('target-not-empty', `${target} is not a directory`, {
            hint: 'Name a directory as the target.',
            context: { path: target },
        });
    }
    const id = (0,external_node_crypto_.randomBytes)(6).toString('hex');
    const stage = existing === undefined
        ? (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.holdfast-${id}`)
        : (0,external_node_path_.join)(target, `.holdfast-${id}`);
    await (0,external_node_fs_promises_.mkdir)(stage, { recursive: true, mode: 0o700 }).catch((cause) => {
        throw new errors_error/* HoldfastError */.E('target-unwritable', `nothing can be written at ${(0,external_node_path_.dirname)(stage)}`, {
            hint: 'Name a target that this user may write.',
            context: { path: target },
            cause,
        });
    });
    try {
        const root = (0,external_node_path_.join)(stage, 'root');
        const lost = await assemble(context, chain, selection, stage, root);
        context.signal.throwIfAborted();
        if (existing === undefined)
            await (0,external_node_fs_promises_.rename)(root, target);
        else
            await placeInto(root, target, overwrite);
        const bytes = [...selection.files.values()].flat().reduce((sum, { length }) => sum + length, 0);
        const warnings = lost.length === 0
            ? []
            : [
                {
                    severity: 'warning',
                    code: 'attributes-lost',
                    message: `${lost.length} attributes, ACLs or devices could not be made at the target`,
                    names: lost.slice(0, 100),
                },
            ];
        return { files: selection.count, bytes, warnings };
    }
    finally {
        await removeTree(stage, context.environment);
    }
}

;// CONCATENATED MODULE: ./build/domain/salvage.js
/** The loss that an error stands for. */
function lostBecause(path, id, error) {
    const { key } = error.context;
    return { path, why: error.message, id, ...(typeof key === 'string' && { object: key }) };
}

;// CONCATENATED MODULE: ./build/sources/directory/salvage/read-gap.js




const piece = 1024 * 1024;
/** Whether an error says that stored bytes are not what was written; any other ends a salvage. */
function isDamage(error) {
    return (0,errors_error/* hasCode */.u)(error, 'object-damaged', 'object-missing', 'index-damaged', 'source-truncated');
}
async function* pieces(link, offset, end) {
    let step = piece;
    for (let at = offset; at < end;) {
        const length = Math.min(step, end - at);
        let bytes;
        try {
            bytes = await link.read(treeStream.name, at, length);
        }
        catch (error) {
            // How long the stream is went with meta: its end is where less and less can be read.
            if (end !== Infinity || !(0,errors_error/* hasCode */.u)(error, 'index-damaged'))
                throw error;
            if (step <= blockSize)
                return;
            step /= 2;
            continue;
        }
        yield bytes;
        at += length;
    }
}
/**
 * Reads members out of a part of a link's stream that begins with one. Stops at the first damage, which it returns:
 * behind it nobody can tell a header from what only looks like one. An `end` of `Infinity` means that of the archive.
 */
async function readGap(link, { offset, end }, onMember, signal) {
    let blank = true;
    const parser = createTarParser({
        onMember(member) {
            blank = false;
            onMember({ ...member, offset: member.offset + offset });
        },
    });
    try {
        for await (const bytes of pieces(link, offset, end)) {
            signal.throwIfAborted();
            if (blank && bytes.some((byte) => byte !== 0))
                blank = false;
            parser.write(bytes);
        }
        if (end === Infinity)
            parser.end();
        return undefined;
    }
    catch (error) {
        if (!isDamage(error))
            throw error;
        // Padding alone at the end of an archive holds nothing.
        return blank && error.code === 'source-truncated' ? undefined : error;
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/salvage/bring.js










/** Larger ones are not kept in memory: each is extracted on its own, and removed where it turns out to be damaged. */
const kept = 8 * 1024 * 1024;
const bring_piece = 2 * 1024 * 1024;
function differs(link, entry) {
    return new errors_error/* HoldfastError */.E('object-damaged', `${displayPath(entry.path)} does not have the content that the index names`, { context: { id: link.id } });
}
/** A member's bytes, whole and of the content that the index names. Throws what is damaged before the last of them. */
async function* checked(link, entry, signal) {
    const members = [];
    const parser = createTarParser({ onMember: (member) => void members.push(member) });
    for (let done = 0; done < entry.length; done += bring_piece) {
        signal.throwIfAborted();
        const length = Math.min(bring_piece, entry.length - done);
        const bytes = await link.read(treeStream.name, entry.offset + done, length);
        parser.write(bytes);
        if (done + length === entry.length) {
            const [member] = members;
            const same = members.length === 1 &&
                member?.path === entry.path &&
                member.kind === entry.kind &&
                member.size === entry.size &&
                hasContentOf(member, entry);
            if (!same)
                throw differs(link, entry);
        }
        yield bytes;
    }
}
async function collect(parts) {
    const all = [];
    for await (const part of parts)
        all.push(part);
    return all;
}
const archiveEnd = Buffer.alloc(1024);
/** Extracts one large file; what is damaged leaves nothing behind. */
async function bringLarge(context, link, entry, directory) {
    let damage;
    async function* archive() {
        try {
            yield* checked(link, entry, context.signal);
        }
        catch (error) {
            if (isDamage(error))
                damage = error;
            throw error;
        }
        yield archiveEnd;
    }
    try {
        const { lost } = await extractTar(context, external_node_stream_.Readable.from(archive()), directory, { incremental: false });
        return lost;
    }
    catch (error) {
        if (damage === undefined)
            throw error;
        await (0,external_node_fs_promises_.rm)(fileSystemPath(directory, entry.path), { force: true });
        throw damage;
    }
}
/**
 * Extracts what is undamaged of some files of one link into a directory of their own, each checked by its hash before
 * tar gets to see the end of it.
 */
async function bringFiles(context, link, entries, directory) {
    const lost = new Map();
    const unmade = [];
    const lose = (entry, error) => {
        if (!isDamage(error))
            throw error;
        lost.set(entry.path, lostBecause(displayPath(entry.path), link.id, error));
    };
    for (const entry of entries) {
        if (entry.length <= kept)
            continue;
        await bringLarge(context, link, entry, directory).then((lines) => unmade.push(...lines), (error) => lose(entry, error));
    }
    const names = new Set(entries.map(({ path }) => path));
    async function* archive() {
        for (const entry of entries) {
            if (entry.length > kept)
                continue;
            const first = entry.kind === 'hardlink' ? (entry.target ?? '') : entry.path;
            const without = lost.get(first);
            if (without !== undefined)
                lost.set(entry.path, { ...without, path: displayPath(entry.path) });
            else if (!names.has(first))
                lose(entry, differs(link, entry));
            else {
                const parts = await collect(checked(link, entry, context.signal)).catch((error) => lose(entry, error));
                if (parts !== undefined)
                    yield* parts;
            }
        }
        yield archiveEnd;
    }
    const { lost: lines } = await extractTar(context, external_node_stream_.Readable.from(archive()), directory, {
        incremental: false,
    });
    return { lost, unmade: [...unmade, ...lines] };
}

;// CONCATENATED MODULE: ./build/sources/directory/salvage/known-index.js





function add({ directories, files, unchanged }, entry) {
    if (entry.kind === 'directory')
        directories.set(entry.path, entry);
    else if (entry.kind === 'unchanged')
        unchanged.add(entry.path);
    else
        files.set(entry.path, entry);
}
/** A directory's own record lists the names in it that are in older archives only. */
function addMember(records, member) {
    add(records, toIndexEntry(member));
    for (const { code, name } of readDumpdir(member.dumpdir ?? Buffer.alloc(0)))
        if (code === 'N')
            records.unchanged.add(childPath(member.path, name));
}
/** The parts of a stream of which the index says nothing: they begin and end where a member does. */
function gapsOf({ directories, files }, end) {
    const extents = [...directories.values(), ...files.values()].toSorted((a, b) => a.offset - b.offset);
    const gaps = [];
    let at = 0;
    for (const { offset, length } of extents) {
        if (offset > at)
            gaps.push({ offset: at, end: offset });
        at = Math.max(at, offset + length);
    }
    if (at < end)
        gaps.push({ offset: at, end });
    return gaps;
}
async function readRecords(link) {
    const records = { directories: new Map(), files: new Map(), unchanged: new Set() };
    const { index } = link;
    if (index === undefined)
        return records;
    for (const entries of [index.directories(), index.files(), index.unchanged()])
        for await (const entry of entries)
            add(records, entry);
    return records;
}
/** What is missing goes by the root; undefined where that is lost too. */
function missingOf({ index }, { directories, files, unchanged }) {
    if (index?.totals === undefined)
        return undefined;
    const { totals } = index;
    return {
        placed: totals.directory - directories.size + (totals.file - files.size),
        unchanged: totals.unchanged - unchanged.size,
        files: totals.file - files.size,
    };
}
/** Reads again, out of the stream, what the index has lost; returns the first damage that was in the way. */
async function readAgain(link, records, bytes, signal) {
    const missing = missingOf(link, records);
    let why;
    const known = [...records.directories.values()];
    for (const gap of missing === undefined || missing.placed > 0 ? gapsOf(records, bytes) : []) {
        why ??= await readGap(link, gap, (member) => addMember(records, member), signal);
    }
    if (missing === undefined || missing.unchanged <= 0)
        return why;
    for (const { offset, length } of known) {
        const gap = { offset, end: offset + length };
        why ??= await readGap(link, gap, (member) => addMember(records, member), signal);
    }
    return why;
}
/** Reads the index of a link as far as it goes, and what it lacks out of the link's stream. */
async function knownIndexOf({ id, link, why }, bytes, signal) {
    if (link === undefined) {
        const none = { directories: new Map(), files: new Map(), unchanged: new Set() };
        return { ...none, complete: false, rebuilt: false, unnamed: undefined, why: why() };
    }
    const records = await readRecords(link);
    const before = missingOf(link, records);
    if (before !== undefined && before.placed <= 0 && before.unchanged <= 0)
        return { ...records, complete: true, rebuilt: false, unnamed: 0, why: undefined };
    const inTheWay = await readAgain(link, records, bytes, signal);
    const after = missingOf(link, records);
    const unnamed = after && Math.max(0, after.files) + Math.max(0, after.unchanged);
    const complete = unnamed === undefined ? inTheWay === undefined : unnamed === 0;
    return {
        ...records,
        complete,
        rebuilt: true,
        unnamed: complete ? 0 : unnamed,
        why: complete ? undefined : (inTheWay ?? why() ?? lacking(id)),
    };
}
function lacking(id) {
    return new errors_error/* HoldfastError */.E('index-damaged', `the index of ${id} lacks records`, {
        hint: 'Restore another backup.',
        context: { id },
    });
}

;// CONCATENATED MODULE: ./build/sources/directory/salvage/plan.js






function noOlder(id) {
    return new errors_error/* HoldfastError */.E('index-damaged', 'no older backup holds it', {
        hint: 'Restore another backup.',
        context: { id, absent: true },
    });
}
/**
 * Finds a file that did not change since the parent. Only as long as every younger backup says that it is unchanged is
 * the one found the right one: an older version must not pass for it.
 */
async function resolve({ chain, known }, path) {
    for (const each of chain.slice(0, -1).toReversed()) {
        const { files, unchanged, complete, why } = await known(each);
        const entry = files.get(path);
        if (entry !== undefined && each.link !== undefined)
            return { link: each.link, entry };
        if (unchanged.has(path))
            continue;
        return { id: each.id, error: (complete ? undefined : why) ?? noOlder(each.id) };
    }
    const last = chain.at(-1)?.id ?? '';
    return { id: last, error: noOlder(last) };
}
function unnamedLoss(id, { unnamed, why }) {
    if (why === undefined)
        return undefined;
    const what = unnamed === undefined ? 'an unknown number of files' : `${unnamed} ${unnamed === 1 ? 'file' : 'files'}`;
    return lostBecause(`${what} without a name`, id, why);
}
/** Hard links need the first name of their group, of the same link. */
async function plan_addHelpers({ chain, known }, files) {
    const helpers = new Map();
    for (const each of chain) {
        const entries = each.link && files.get(each.link);
        if (each.link === undefined || entries === undefined)
            continue;
        const present = new Set(entries.map(({ path }) => path));
        const added = new Set();
        for (const { kind, target = '' } of [...entries]) {
            const first = kind === 'hardlink' && !present.has(target) ? (await known(each)).files.get(target) : undefined;
            if (first === undefined)
                continue;
            present.add(target);
            added.add(target);
            entries.push(first);
        }
        entries.sort((a, b) => a.offset - b.offset);
        helpers.set(each.link, added);
    }
    return helpers;
}
function withParents(wanted, { directories }, id, lost) {
    const all = new Set(['', ...wanted]);
    for (const path of wanted)
        for (let parent = parentOf(path); parent !== undefined && !all.has(parent); parent = parentOf(parent))
            all.add(parent);
    return [...all].toSorted().map((path) => {
        const entry = directories.get(path);
        if (entry !== undefined)
            return entry;
        lost.push({ path: displayPath(path), id, why: 'mode, owners and times of this directory are lost' });
        return { kind: 'directory', path, mode: 0o700, uid: 0, gid: 0, mtime: '0', offset: 0, length: 0 };
    });
}
/** Puts the tree of the chain's last link together, as far as the indexes go. */
async function planSalvage(context, chain, include) {
    const last = chain.at(-1);
    if (last?.link === undefined)
        throw new errors_error/* HoldfastError */.E('internal', 'nothing to salvage from');
    const read = new Map();
    const known = (each) => {
        const stored = each.link?.streams.find(({ name }) => name === treeStream.name)?.bytes;
        const reading = read.get(each) ?? knownIndexOf(each, stored || Infinity, context.signal);
        read.set(each, reading);
        return reading;
    };
    const reading = { chain, known };
    const globs = include.map(parseGlob);
    const takes = (path) => globs.length === 0 || globs.some((glob) => glob.matches(path));
    const lost = [];
    const files = new Map();
    const wanted = new Set();
    const take = (link, entry) => {
        const list = files.get(link);
        if (list === undefined)
            files.set(link, [entry]);
        else
            list.push(entry);
        wanted.add(parentOf(entry.path) ?? '');
    };
    const tree = await known(last);
    for (const path of tree.directories.keys())
        if (takes(path))
            wanted.add(path);
    for (const entry of tree.files.values())
        if (takes(entry.path))
            take(last.link, entry);
    for (const path of tree.unchanged) {
        if (!takes(path) || tree.files.has(path))
            continue;
        const found = await resolve(reading, path);
        if ('link' in found)
            take(found.link, found.entry);
        else if (!tree.rebuilt || found.error.context.absent !== true)
            lost.push(lostBecause(displayPath(path), found.id, found.error));
    }
    const unnamed = unnamedLoss(last.id, tree);
    if (unnamed !== undefined)
        lost.push(unnamed);
    const helpers = await plan_addHelpers(reading, files);
    return { directories: withParents(wanted, tree, last.id, lost), files, helpers, lost };
}

;// CONCATENATED MODULE: ./build/sources/directory/salvage/salvage.js













/** Directories whose attributes lie in damaged frames keep what the index knows: mode, owners, times. */
async function withoutDamaged(link, directories, lost) {
    const whole = [];
    for (const directory of directories) {
        if (directory.length === 0)
            continue;
        const { attributes, ...plain } = directory;
        if (attributes !== undefined) {
            try {
                await link.read(treeStream.name, directory.offset, directory.length);
            }
            catch (error) {
                if (!isDamage(error))
                    throw error;
                const loss = lostBecause(displayPath(directory.path), link.id, error);
                lost.push({ ...loss, why: `attributes of this directory: ${loss.why}` });
                whole.push(plain);
                continue;
            }
        }
        whole.push(directory);
    }
    return whole.toSorted((a, b) => a.offset - b.offset);
}
/** Brings the files of each link into a directory of its own, checks them, and moves them together under `root`. */
async function salvage_assemble(context, plan, stage, root, lost) {
    for (const { path } of plan.directories)
        if (path !== '')
            await (0,external_node_fs_promises_.mkdir)(fileSystemPath(root, path), { mode: 0o700 });
    const unmade = [];
    let files = 0;
    let bytes = 0;
    let number = 0;
    for (const [link, entries] of plan.files) {
        number += 1;
        const own = (0,external_node_path_.join)(stage, String(number));
        await (0,external_node_fs_promises_.mkdir)(own, { mode: 0o700 });
        const brought = await bringFiles(context, link, entries, own);
        unmade.push(...brought.unmade);
        const came = entries.filter(({ path }) => !brought.lost.has(path));
        const helpers = plan.helpers.get(link);
        for (const [path, what] of await differencesOf(context, came, own))
            brought.lost.set(path, { path: displayPath(path), id: link.id, why: `it ${what}` });
        for (const entry of entries) {
            const loss = brought.lost.get(entry.path);
            if (helpers?.has(entry.path) === true)
                continue;
            if (loss !== undefined) {
                lost.push(loss);
                continue;
            }
            await (0,external_node_fs_promises_.rename)(fileSystemPath(own, entry.path), fileSystemPath(root, entry.path));
            files += 1;
            bytes += entry.size;
        }
    }
    return { files, bytes, unmade };
}
function warningsOf(unmade) {
    if (unmade.length === 0)
        return [];
    return [
        {
            severity: 'warning',
            code: 'attributes-lost',
            message: `${unmade.length} attributes, ACLs or devices could not be made at the target`,
            hint: 'Restore as root, onto a file system with extended attributes and ACLs.',
            names: unmade.slice(0, 100),
        },
    ];
}
/**
 * Restores what is undamaged of a chain so that the target is the source's root, and names the rest. Nothing is put in
 * place whose hash was not compared; an older version of a file never takes the place of a damaged one. Keeps the
 * records of the tree in memory. Errors: `target-not-empty`, `target-unwritable`, `restore-failed`, `disk-full`.
 */
async function salvageTree(context, chain, { target, include }) {
    const staging = await openStaging((0,external_node_path_.resolve)(target), false, context.environment);
    const stage = `${staging.path}-parts`;
    try {
        const plan = await planSalvage(context, chain, include);
        const lost = [...plan.lost];
        await (0,external_node_fs_promises_.mkdir)(stage, { mode: 0o700 });
        const { files, bytes, unmade } = await salvage_assemble(context, plan, stage, staging.path, lost);
        const last = chain.at(-1)?.link;
        const directories = await withoutDamaged(last, plan.directories, lost);
        const set = (chosen, root) => extractTar(context, directoryArchive(last, chosen), root, { incremental: false });
        const extraction = await set(directories, staging.path);
        await removeTree(stage, context.environment);
        context.signal.throwIfAborted();
        await staging.commit(async (root) => {
            await set(directories.filter(({ path }) => path === ''), root);
        });
        return { files, bytes, lost, warnings: warningsOf([...unmade, ...extraction.lost]) };
    }
    catch (error) {
        await removeTree(stage, context.environment);
        await staging.discard();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/sources/directory/source.js













/** A stream alone can only stand for a full backup: an increment needs the older ones under it. */
function source_onlyLink(chain, options) {
    const [link] = chain;
    if (link === undefined || chain.length > 1) {
        throw new errors_error/* HoldfastError */.E('usage', 'an incremental backup cannot be written as one archive', {
            hint: 'Restore into a directory, or choose a backup of level 0.',
        });
    }
    if (options.include.length > 0) {
        throw new errors_error/* HoldfastError */.E('usage', 'selected paths cannot be written as one archive', {
            hint: 'Restore into a directory, or leave out --include.',
        });
    }
    return link;
}
async function restore(context, chain, options) {
    const { target, include, overwrite } = options;
    switch (target.type) {
        case 'directory': {
            const path = (0,external_node_path_.resolve)(target.path);
            if (isArchive(chain))
                return restoreArchive(context, chain, path, overwrite);
            return include.length > 0
                ? restorePaths(context, chain, path, include, overwrite)
                : restoreTree(context, chain, path, overwrite);
        }
        case 'file': {
            const link = source_onlyLink(chain, options);
            const { signal } = context;
            await (0,write_file/* writeStreamToFile */.j)(link.open(treeStream.name), (0,external_node_path_.resolve)(target.path), { overwrite, signal });
            return { bytes: treeStreamOf(link).bytes, warnings: [] };
        }
        case 'stdout': {
            const link = source_onlyLink(chain, options);
            await (0,promises_.pipeline)(link.open(treeStream.name), target.stream, { signal: context.signal, end: false });
            return { bytes: treeStreamOf(link).bytes, warnings: [] };
        }
        case 'default':
            throw new errors_error/* HoldfastError */.E('usage', 'a directory needs a place to be restored to', {
                hint: 'Add --to with a directory.',
            });
    }
}
/** A tree of files, archived by GNU tar, with increments of any level. */
function createDirectorySource(settings) {
    return {
        type: 'directory',
        incremental: true,
        templateWords: { basename: (0,external_node_path_.basename)((0,external_node_path_.resolve)(settings.path)) },
        preflight: (context) => preflightDirectory(settings, context),
        capture: (context) => captureDirectory(settings, context),
        restore,
        salvage: salvageTree,
        drill: drillTree,
        contents: (context, chain) => checkContents(chain, context.signal),
    };
}

;// CONCATENATED MODULE: ./build/sources/mysql/config.js



const config_text = schemas/* string */.YjP().min(1);
/** `type: mysql`: MySQL or MariaDB, dumped or copied hot. */
const mysqlConfig = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('mysql').meta({ description: 'A MySQL or MariaDB server.' }),
    url: urlField('mysql', 'mariadb')
        .meta({ description: 'mysql://user:password@host:port/database; or host, user and password.' })
        .optional(),
    method: schemas/* enum */.k5n(['dump', 'physical'])
        .meta({ description: 'A logical dump, or a hot copy of the data directory.' })
        .default('dump'),
    tool: schemas/* enum */.k5n(['auto', 'mysqldump', 'mariadb-dump', 'xtrabackup', 'mariabackup'])
        .meta({ description: 'The tool; auto takes the one that fits server and method.' })
        .default('auto'),
    host: config_text.meta({ description: 'Host name or address of the server.' }).optional(),
    port: schemas/* int */.Whr().min(1).max(65_535).meta({ description: 'TCP port of the server.' }).optional(),
    socket: pathField.meta({ description: 'Unix socket of the server.' }).optional(),
    user: config_text.meta({ description: 'User name.' }).optional(),
    password: secretField.meta({ description: "The user's password." }).optional(),
    databases: namesField.meta({ description: 'Databases; absent: all.' }).optional(),
    datadir: pathField.meta({ description: 'Data directory as this machine sees it.' }).optional(),
    via: schemas/* literal */.euz('exec')
        .meta({ description: 'exec runs the tool inside the container instead of on this machine.' })
        .optional(),
    'docker-command': schemas/* union */.KCZ([config_text.transform((name) => [name]), schemas/* array */.YOg(config_text).min(1)])
        .meta({ description: 'docker, podman or a list such as [sudo, docker].' })
        .default(['docker']),
    'max-lock': durationField
        .meta({ description: 'Longest that writes may be locked out before the run gives up: 60s.' })
        .optional(),
    'max-stall': durationField
        .meta({ description: 'How long the destinations may hold up the copy before it gives up: 30m.' })
        .optional(),
    'lock-all-tables': schemas/* boolean */.zMY()
        .meta({ description: 'Whether tables without transactions are dumped under a global lock.' })
        .default(false),
    'safety-dir': pathField
        .meta({ description: 'Where a restore keeps the data directory it replaces until the server is up.' })
        .optional(),
    ...serverFields,
})
    .superRefine((config, context) => {
    if (config.via === 'exec' && config.container === undefined) {
        context.addIssue({ code: 'custom', path: ['container'], message: 'needed beside via: exec' });
    }
    if (config.url === undefined && ![config.host, config.socket, config.container].some(Boolean)) {
        context.addIssue({ code: 'custom', path: ['url'], message: 'needed, or host, socket or container' });
    }
})
    .transform(camel_keys/* camelKeys */.R);

;// CONCATENATED MODULE: ./build/sources/postgres/config.js



const client = schemas/* union */.KCZ([
    schemas/* literal */.euz('auto'),
    schemas/* strictObject */.rej({
        image: schemas/* string */.YjP().min(1).meta({ description: 'Container image that holds the client.' }),
    }),
]);
/** `type: postgres`: a PostgreSQL database, dumped or copied. */
const postgresConfig = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('postgres').meta({ description: 'A PostgreSQL database or server.' }),
    url: urlField('postgres', 'postgresql').meta({
        description: 'postgres://user:password@host:port/database.',
    }),
    method: schemas/* enum */.k5n(['dump', 'physical'])
        .meta({ description: 'pg_dump of a database, or pg_basebackup of the whole server.' })
        .default('dump'),
    format: schemas/* enum */.k5n(['custom', 'plain', 'directory'])
        .meta({ description: 'Of a dump; directory needs spool.' })
        .default('custom'),
    globals: schemas/* boolean */.zMY().meta({ description: 'Whether roles and tablespaces are kept too.' }).default(true),
    databases: namesField.meta({ description: "Databases to dump; absent: the URL's." }).optional(),
    schemas: namesField.meta({ description: 'Only these schemas.' }).optional(),
    tables: namesField.meta({ description: 'Only these tables.' }).optional(),
    'exclude-table-data': namesField
        .meta({ description: 'Tables that are kept without their rows.' })
        .optional(),
    client: client.meta({ description: 'Where pg_dump comes from: auto, or {image}.' }).default('auto'),
    jobs: schemas/* int */.Whr().min(1).meta({ description: 'Parallel workers of a directory dump.' }).optional(),
    fingerprint: schemas/* enum */.k5n(['full', 'sample', 'counts'])
        .meta({ description: 'How thoroughly rows are hashed for drills to compare with.' })
        .default('full'),
    budget: durationField
        .meta({ description: 'Time for the fingerprint, before it falls back to sample and to counts: 5m.' })
        .default(300_000),
    'lock-wait-timeout': durationField
        .meta({ description: 'How long a dump waits for its table locks: 30s.' })
        .optional(),
    'max-stall': durationField
        .meta({ description: 'How long the destinations may hold up the dump before it gives up: 30m.' })
        .optional(),
    ...serverFields,
})
    .transform(camel_keys/* camelKeys */.R);

;// CONCATENATED MODULE: ./build/sources/zfs/config.js


/** `type: zfs`: a ZFS dataset, sent by `zfs send`. */
const zfsConfig = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('zfs').meta({ description: 'A ZFS dataset.' }),
    dataset: schemas/* string */.YjP()
        // Never an option: the text becomes an argument of zfs.
        .regex(/^[A-Za-z][\w.:-]*(?:\/[\w.: -]+)*$/, 'not a dataset; write pool/dataset, without @snapshot')
        .meta({ description: 'pool/dataset.' }),
    recursive: schemas/* boolean */.zMY()
        .meta({ description: 'Whether the datasets below are backed up too.' })
        .default(false),
    raw: schemas/* union */.KCZ([schemas/* literal */.euz('auto'), schemas/* boolean */.zMY()])
        .meta({
        description: 'Whether encrypted datasets are sent as they are, without their key; auto: where they are.',
    })
        .default('auto'),
    'snapshot-name': schemas/* string */.YjP()
        .regex(/^[\w.:{}-]+$/, 'holds a character that snapshot names cannot have')
        .meta({ description: 'Template of the names of snapshots.' })
        .optional(),
    snapshots: schemas/* enum */.k5n(['own', 'all'])
        .meta({ description: 'Whether only the snapshots of backups are sent, or all between them too.' })
        .default('own'),
    properties: schemas/* boolean */.zMY().meta({ description: "Whether the datasets' properties are sent." }).default(true),
    'keep-base': schemas/* enum */.k5n(['bookmark', 'snapshot'])
        .meta({ description: 'What stays in the pool as the base of the next increment.' })
        .default('bookmark'),
})
    .transform(camel_keys/* camelKeys */.R);

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./build/domain/size.js
var size = __webpack_require__(27360);
;// CONCATENATED MODULE: ./build/stores/destination-fields.js




/** A size such as `32MiB` or a number of bytes; parsed to bytes. */
const sizeField = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).transform((value, context) => {
    const bytes = (0,size/* parseSize */.D)(String(value));
    if (bytes !== undefined)
        return bytes;
    context.issues.push({ code: 'custom', input: value, message: 'not a size; write 32MiB, 4KB or 1000' });
    return core/* NEVER */.tm;
});
/** A duration such as `30d`; parsed to milliseconds. */
const destination_fields_durationField = schemas/* string */.YjP().transform((value, context) => {
    const milliseconds = (0,duration/* parseDuration */.E)(value);
    if (milliseconds !== undefined)
        return milliseconds;
    context.issues.push({ code: 'custom', input: value, message: 'not a duration; write 30d, 12w or 24h' });
    return core/* NEVER */.tm;
});
/** Text that must never be shown. */
const destination_fields_secretField = schemas/* string */.YjP()
    .min(1)
    .transform((text) => new secret/* Secret */.zh(text));
/** The keys that every kind of destination has. */
const destinationFields = {
    'lease-destination': schemas/* string */.YjP()
        .min(1)
        .meta({
        description: 'Name of the destination that keeps the leases, for buckets with default retention.',
    })
        .optional(),
    bandwidth: sizeField
        .refine((bytes) => bytes > 0, 'bandwidth must be more than 0; leave it out for no limit')
        .meta({ description: 'Most bytes a second, up and down together: 50MiB.' })
        .optional(),
};
/** A path inside a bucket or container: no slash at either end. */
const prefixField = schemas/* string */.YjP()
    .regex(/^[^/\s]+(?:\/[^/\s]+)*$/, 'write it without a slash at the beginning or the end: prod/backups')
    .meta({ description: 'Path within the bucket or container under which everything is kept.' });

;// CONCATENATED MODULE: ./build/stores/azure/config.js


/** `type: azure`: Azure Blob Storage. */
const azureConfig = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('azure').meta({ description: 'Azure Blob Storage.' }),
    container: schemas/* string */.YjP()
        .regex(/^[a-z0-9](?:-?[a-z0-9]){2,62}$/, '3 to 63 lower-case letters, digits and single hyphens')
        .meta({ description: 'Name of the container; made when it is not there.' }),
    prefix: prefixField.optional(),
    'connection-string': destination_fields_secretField
        .meta({ description: 'Connection string of the storage account; or account.' })
        .optional(),
    account: schemas/* string */.YjP()
        .regex(/^[a-z0-9]{3,24}$/, '3 to 24 lower-case letters and digits')
        .meta({ description: 'Name of the storage account; or connection-string.' })
        .optional(),
    sas: destination_fields_secretField.meta({ description: 'Shared access signature for the account.' }).optional(),
    endpoint: schemas/* url */.OZ5({ protocol: /^https?$/ })
        .meta({ description: 'Address of the account; absent: https://ACCOUNT.blob.core.windows.net.' })
        .optional(),
    'tenant-id': schemas/* string */.YjP()
        .min(1)
        .meta({ description: "Directory of the application that GitHub's OIDC token stands for." })
        .optional(),
    'client-id': schemas/* string */.YjP()
        .min(1)
        .meta({ description: 'The application, or a user-assigned managed identity.' })
        .optional(),
    'access-tier': schemas/* enum */.k5n(['Hot', 'Cool', 'Cold', 'Archive'])
        .meta({ description: 'Of data/ only; what is in Archive must be thawed before a restore.' })
        .optional(),
    ...destinationFields,
})
    .superRefine((config, context) => {
    const complain = (path, message) => context.addIssue({ code: 'custom', path: [path], message });
    const { account, sas } = config;
    const connection = config['connection-string'];
    if (!connection && account === undefined)
        complain('connection-string', 'needed, or account');
    if (connection && account !== undefined)
        complain('account', 'either this or connection-string, not both');
    if (config.endpoint !== undefined && account === undefined) {
        complain('endpoint', 'goes with account; a connection-string has its own');
    }
    if (sas && account === undefined)
        complain('account', 'needed beside sas');
    if (config['tenant-id'] !== undefined && config['client-id'] === undefined) {
        complain('client-id', 'needed beside tenant-id');
    }
});

;// CONCATENATED MODULE: ./build/stores/network-errors.js

/** Codes of connections that broke or did not come about, and may the next time. */
const passing = new Set([
    'ECONNRESET',
    'ECONNREFUSED',
    'ECONNABORTED',
    'ETIMEDOUT',
    'ESOCKETTIMEDOUT',
    'EPIPE',
    'EAI_AGAIN',
    'ENOTFOUND',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EHOSTDOWN',
    'ENETDOWN',
    'EADDRNOTAVAIL',
    'ERR_STREAM_PREMATURE_CLOSE',
    'ERR_SOCKET_CONNECTION_TIMEOUT',
    'ERR_PROXY_TUNNEL',
]);
const certificate = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|HOSTNAME_MISMATCH|INVALID_CA)$/;
/** The system's code of an error or of what caused it; the first of several tried addresses speaks for all. */
function networkCode(error) {
    if (!(error instanceof Error))
        return undefined;
    if ('code' in error && typeof error.code === 'string')
        return error.code;
    if (error instanceof AggregateError)
        return networkCode(error.errors[0]);
    return networkCode(error.cause);
}
function hostnameOf(error) {
    return error instanceof Error && 'hostname' in error && typeof error.hostname === 'string'
        ? error.hostname
        : undefined;
}
function tlsHint(code, host) {
    if (/^ERR_SSL_(WRONG_VERSION|PACKET|HTTP)|^EPROTO/.test(code)) {
        return `Check the endpoint: ${host} does not speak TLS there. Write http:// if that is meant, or name the port of https.`;
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
        return `Use the name that stands in the certificate of ${host} as the endpoint, or get a certificate for this one.`;
    }
    if (/EXPIRED|NOT_YET/.test(code))
        return `Renew the certificate of ${host}, and check the clock of this host.`;
    return `If ${host} has a certificate of your own authority, set NODE_EXTRA_CA_CERTS to a PEM file with that authority.`;
}
/**
 * What a failed connection to `host` means: `tls-failed`, or `store-unreachable` (retryable). Undefined for an error
 * that is none of the network's.
 */
function networkError(error, { host, store, doing }) {
    const code = networkCode(error);
    if (code === undefined)
        return undefined;
    const context = { destination: store, host, system: code };
    if (certificate.test(code)) {
        return new errors_error/* HoldfastError */.E('tls-failed', `no trusted connection to ${host}: ${code}`, {
            hint: tlsHint(code, host),
            context,
            cause: error,
        });
    }
    if (!passing.has(code))
        return undefined;
    // The name that was looked for can be another than the store's: it may have the bucket's before it.
    const sought = hostnameOf(error) ?? host;
    return new errors_error/* HoldfastError */.E('store-unreachable', `cannot ${doing}: ${sought} cannot be reached (${code})`, {
        hint: `Check the endpoint, the name service and the network between this host and ${sought}; a proxy is set by HTTPS_PROXY.`,
        context,
        retryable: true,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/stores/azure/broken-off.js

/** How the SDK says that a body ended before its length, or that a connection was closed under it. */
const cutOff = /^Data corruption failure|^aborted$/;
const sdkOnly = new Set(['REQUEST_SEND_ERROR', 'PARSE_ERROR']);
/**
 * What the SDK makes of a connection that broke while something was on its way; undefined for any other error. Call it
 * after looking at the run's own signals: an abort that is not theirs is the SDK's time limit.
 */
function brokenOff(error, { where, store }) {
    const { code } = error;
    const isLate = error.name === 'AbortError';
    if (!isLate && !cutOff.test(error.message) && !sdkOnly.has(String(code)))
        return undefined;
    return new errors_error/* HoldfastError */.E('store-unreachable', isLate ? `${where} did not answer in time` : `the connection to ${where} broke off`, {
        hint: 'Check the network between this host and Azure; a proxy is set by HTTPS_PROXY.',
        context: { destination: store, at: where },
        retryable: true,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/stores/azure/identity-errors.js

const ours = /^(?:CredentialUnavailable|Authentication|AggregateAuthentication|AuthenticationRequired)Error$/;
const identity_errors_passing = /network_error|endpoints_resolution_error|ECONN|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|fetch failed|timed out/;
/** `AADSTS700016`, by which Microsoft's documentation finds what is wrong. */
function reasonOf(error) {
    const { errorResponse } = error;
    const told = `${errorResponse?.errorDescription ?? ''} ${error.message}`;
    return /AADSTS\d+/.exec(told)?.[0] ?? (typeof errorResponse?.error === 'string' ? errorResponse.error : '');
}
/** What it means that no token was to be had; undefined for an error that is none of `@azure/identity`. */
function identityError(error, where) {
    if (!ours.test(error.name))
        return undefined;
    const { statusCode } = error;
    const isPassing = (typeof statusCode === 'number' && statusCode >= 500) || identity_errors_passing.test(error.message);
    if (isPassing) {
        return new errors_error/* HoldfastError */.E('store-unreachable', `cannot get a token for ${where} at present`, {
            hint: 'Check the network and HTTPS_PROXY of this host; tokens come from login.microsoftonline.com.',
            context: { at: where },
            retryable: true,
        });
    }
    const reason = reasonOf(error);
    return new errors_error/* HoldfastError */.E('store-credentials', `no token for ${where}${reason === '' ? ': nothing on this host knows an identity' : `: ${reason}`}`, {
        hint: 'Give connection-string, sas, or tenant-id and client-id of an application that trusts this repository; else sign in with `az login` or run where a managed identity is.',
        context: { at: where, azure: reason || undefined },
    });
}

;// CONCATENATED MODULE: ./build/stores/azure/rest-error.js
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** Reads an error of the SDK; undefined where nobody answered. Answers to HEAD have their code in a header only. */
function answerOf(error) {
    const { statusCode, code, details, response } = error;
    if (typeof statusCode !== 'number')
        return undefined;
    const header = (name) => textOf(response?.headers?.get(name));
    const date = header('date');
    const time = date === undefined ? Number.NaN : Date.parse(date);
    return {
        status: statusCode,
        code: textOf(code) ?? textOf(details?.errorCode) ?? header('x-ms-error-code') ?? '',
        date: Number.isNaN(time) ? undefined : new Date(time),
        request: header('x-ms-request-id'),
    };
}
/** The error without the request that the SDK hangs on it, which holds tokens and signatures. */
function bareError(error) {
    const { code, cause } = error;
    const [message] = error.message.split('\n');
    const bare = new Error(message, cause instanceof Error ? { cause: bareError(cause) } : undefined);
    return Object.assign(bare, { name: error.name, ...(typeof code === 'string' && { code }) });
}

;// CONCATENATED MODULE: ./build/stores/azure/errors.js





/** The service refuses signatures that are older or younger than this. */
const tolerated = 14 * 60_000;
const busy = new Set([408, 429, 500, 502, 503, 504]);
const unauthenticated = new Set([
    'AuthenticationFailed',
    'AuthorizationFailure',
    'InvalidAuthenticationInfo',
    'NoAuthenticationInformation',
]);
const leased = /^Lease/;
const immutable = /^BlobImmutableDueTo/;
const actions = {
    read: 'Microsoft.Storage/…/blobs/read (r of a SAS)',
    write: 'Microsoft.Storage/…/blobs/write or blobs/add/action (w or c of a SAS)',
    delete: 'Microsoft.Storage/…/blobs/delete (d of a SAS)',
    list: 'Microsoft.Storage/…/containers/read and blobs/read (l of a SAS)',
    create: 'Microsoft.Storage/…/containers/write',
};
function forbidden({ code, date }, { doing, what, where, now }) {
    const off = date === undefined ? 0 : Math.abs(date.getTime() - now.getTime());
    if (off > tolerated) {
        return [
            'clock-skew',
            `this host's clock is ${Math.round(off / 60_000)} minutes off that of azure`,
            { hint: 'Set the clock of this host by NTP; signatures are refused beyond 15 minutes.' },
        ];
    }
    if (unauthenticated.has(code)) {
        return [
            'store-credentials',
            `azure refuses the credentials for ${where}`,
            {
                hint: 'Check connection-string, sas (expired?) or the application, and the network rules of the storage account.',
            },
        ];
    }
    const hint = `Grant the credentials of this run ${actions[doing]}, or use others.`;
    return doing === 'write' || doing === 'delete' || doing === 'create'
        ? ['store-unwritable', `may not ${doing} ${what} in ${where}`, { hint }]
        : ['store-unreachable', `may not ${doing} ${what} in ${where}`, { hint }];
}
function missing({ code }, { what, where }) {
    if (code !== 'ContainerNotFound')
        return ['store-not-found', `there is no ${what} in ${where}`];
    const [, container = where] = where.split('/');
    return [
        'bucket-missing',
        `there is no container ${where}`,
        {
            hint: `Correct container, or make it: \`az storage container create --name ${container}\`; a first backup makes it where its credentials may.`,
        },
    ];
}
function conflict({ code }, { what, where }) {
    if (code === 'ContainerBeingDeleted') {
        return ['store-unreachable', `the container ${where} is still being deleted`, { retryable: true }];
    }
    if (code === 'BlobArchived' || code === 'BlobBeingRehydrated') {
        return [
            'object-archived',
            code === 'BlobArchived'
                ? `${what} is in the archive tier`
                : `${what} is still on its way out of the archive`,
            {
                hint: 'Ask for it with `holdfast restore --thaw`, and again when it is there: that takes up to 15 hours.',
            },
        ];
    }
    if (leased.test(code)) {
        return [
            'store-unwritable',
            `somebody holds a lease on ${what}`,
            { hint: `Find out who does, or break it: \`az storage blob lease break --blob-name ${what}\`.` },
        ];
    }
    if (immutable.test(code)) {
        return [
            'store-unwritable',
            `an immutability policy keeps ${what} as it is`,
            { hint: 'Wait until the policy of the container or the blob lets go.' },
        ];
    }
    if (['BlobAlreadyExists', 'ConditionNotMet', 'TargetConditionNotMet'].includes(code)) {
        return ['store-condition-failed', `${what} is not as the condition of the write wants it`];
    }
    return undefined;
}
function mapped(answer, doing) {
    const { status, code } = answer;
    const { what, where } = doing;
    if (status === 403 || status === 401)
        return forbidden(answer, doing);
    if (status === 404)
        return missing(answer, doing);
    const known = status === 409 || status === 412 ? conflict(answer, doing) : undefined;
    if (known)
        return known;
    if (code === 'Md5Mismatch') {
        return ['store-checksum-mismatch', `${what} arrived with other bytes`, { retryable: true }];
    }
    if (status === 416) {
        return ['object-damaged', `${what} is shorter than recorded`, { hint: 'Use another destination.' }];
    }
    const reply = `${status}${code === '' ? '' : ` ${code}`}`;
    if (busy.has(status)) {
        return [
            'store-unreachable',
            `azure answers ${reply} for ${where}`,
            { retryable: true, hint: 'Look at the status page of Azure and the limits of the storage account.' },
        ];
    }
    const unreadable = doing.doing === 'read' || doing.doing === 'list';
    return [
        unreadable ? 'store-unreachable' : 'store-unwritable',
        `azure answers ${reply} where ${doing.doing} of ${what} was asked for`,
    ];
}
/**
 * What a failed call means. Errors that are neither the service's nor the network's (a HoldfastError, an error of the
 * stream being stored) are returned as they are.
 *
 * Codes: https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes
 */
function azureError(error, doing) {
    if (error instanceof errors_error/* HoldfastError */.E || !(error instanceof Error))
        return error;
    const answer = answerOf(error);
    if (answer === undefined) {
        const { host, store, what } = doing;
        const bare = bareError(error);
        return (identityError(error, doing.where) ??
            networkError(bare, { host, store, doing: `${doing.doing} ${what}` }) ??
            brokenOff(bare, doing) ??
            error);
    }
    const [code, message, details] = mapped(answer, doing);
    const { status, code: azure, request } = answer;
    return new errors_error/* HoldfastError */.E(code, message, {
        ...details,
        context: { destination: doing.store, at: doing.where, key: doing.what, status, azure, request },
        cause: bareError(error),
    });
}

;// CONCATENATED MODULE: ./build/stores/azure/session.js

/** Milliseconds until a reply begins: 16 MiB at 55 KiB/s, a slow uplink. */
const timeLimit = 300_000;
/** The blob of a key. Errors: `store-unsupported` for a key that cannot be one. */
function blobOf({ container, names }, key) {
    return container.getBlockBlobClient(names.of(key));
}
/** One request, its failure translated. An abort throws the signal's own reason. */
async function request(session, doing, what, send, signal = session.signal) {
    signal.throwIfAborted();
    const late = new AbortController();
    const answered = new AbortController();
    session.clock.sleep(timeLimit, answered.signal).then(() => late.abort(), () => undefined);
    try {
        return await send(AbortSignal.any([signal, late.signal]));
    }
    catch (error) {
        signal.throwIfAborted();
        throw translated(session, doing, what, error);
    }
    finally {
        answered.abort();
    }
}
/** What an error of a call means. */
function translated({ name, where, container, clock }, doing, what, error) {
    const { host } = new URL(container.url);
    return azureError(error, { doing, what, where, host, store: name, now: clock.now() });
}

;// CONCATENATED MODULE: ./build/stores/azure/container.js


function codeOf(error) {
    return error instanceof errors_error/* HoldfastError */.E ? String(error.context.azure ?? '') : '';
}
async function container_exists(session) {
    try {
        // Every role may list, and not every one may ask for a container's properties.
        await request(session, 'list', 'the container', async (abortSignal) => {
            await session.container.listBlobsFlat({ abortSignal }).byPage({ maxPageSize: 1 }).next();
        });
        return true;
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'bucket-missing'))
            return false;
        throw error;
    }
}
async function make(session) {
    try {
        await request(session, 'create', 'the container', (abortSignal) => session.container.create({ abortSignal }));
    }
    catch (error) {
        if (codeOf(error) === 'ContainerAlreadyExists')
            return;
        if (!(0,errors_error/* hasCode */.u)(error, 'store-unwritable', 'store-credentials'))
            throw error;
        const { where } = session;
        throw new errors_error/* HoldfastError */.E('bucket-missing', `there is no container ${where}, and it may not be made`, {
            hint: `Make it with \`az storage container create --name ${session.container.containerName}\`, or allow these credentials to.`,
            context: { destination: session.name, at: where },
            cause: error,
        });
    }
}
/**
 * Makes the container where it is not there, once, before the first call; a failure is not remembered, so that the next
 * attempt tries again. Two at once may do it. A container that is read only is not looked at.
 */
function containerMaker(session, write) {
    let making;
    const ensure = async () => {
        if (!(await container_exists(session)))
            await make(session);
    };
    return () => {
        if (!write)
            return Promise.resolve();
        making ??= ensure().catch((error) => {
            making = undefined;
            throw error;
        });
        return making;
    };
}

;// CONCATENATED MODULE: ./build/stores/azure/connection-string.js


/** The account of Azurite and of `UseDevelopmentStorage=true`. */
const developmentAccount = 'devstoreaccount1';
/** `Name=value;Name=value`; values hold `=` as well. */
function fieldsOf(text) {
    const fields = new Map();
    for (const part of text.split(';')) {
        const at = part.indexOf('=');
        if (at > 0)
            fields.set(part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim());
    }
    return fields;
}
/** The account that a connection string is for, if it says so; one with a SAS may name only an endpoint. */
function accountOf(text) {
    const fields = fieldsOf(text);
    if (fields.get('usedevelopmentstorage')?.toLowerCase() === 'true')
        return developmentAccount;
    const named = fields.get('accountname');
    if (named !== undefined)
        return named;
    return /^https?:\/\/([a-z0-9]+)\.blob\./.exec(fields.get('blobendpoint') ?? '')?.[1];
}
/** Masks the parts that are secret by themselves: the SDK may put each into a header, a URL or a message. */
function maskParts(text) {
    const fields = fieldsOf(text);
    const key = fields.get('accountkey');
    if (key)
        new secret/* Secret */.zh(key);
    const sas = fields.get('sharedaccesssignature');
    if (sas)
        maskSas(sas);
}
/** Masks a SAS, and its signature in each of the ways in which URLs write it. */
function maskSas(sas) {
    new secret/* Secret */.zh(sas);
    const signature = new URLSearchParams(sas).get('sig');
    if (signature)
        new secret/* Secret */.zh(signature);
}
/** The error for a connection string that the SDK cannot read; what it says may quote it. */
function unreadable() {
    return new errors_error/* HoldfastError */.E('store-credentials', 'the connection string cannot be read', {
        hint: 'Copy it whole from the portal, Access keys, Connection string; it begins with DefaultEndpointsProtocol= or BlobEndpoint=.',
    });
}

;// CONCATENATED MODULE: ./build/stores/azure/sdk.js

function broken(what, cause) {
    return new errors_error/* HoldfastError */.E('internal', `the part of holdfast that ${what} cannot be loaded`, {
        hint: 'Install Holdfast again: a file of it is missing.',
        cause,
    });
}
/** The SDK of Blob Storage, loaded when a store is opened and not before. */
async function loadStorage() {
    try {
        return await Promise.all(/* import() */[__webpack_require__.e(5738), __webpack_require__.e(184)]).then(__webpack_require__.bind(__webpack_require__, 50184));
    }
    catch (cause) {
        throw broken('speaks to Azure', cause);
    }
}
/** The SDK that gets tokens; most destinations need none. */
async function loadIdentity() {
    try {
        return await Promise.all(/* import() */[__webpack_require__.e(5738), __webpack_require__.e(2088), __webpack_require__.e(3016)]).then(__webpack_require__.bind(__webpack_require__, 73016));
    }
    catch (cause) {
        throw broken('signs in to Azure', cause);
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./build/stores/github-token.js





/** Whether this is a step of GitHub Actions with `permissions: id-token: write`. */
function hasGithubToken(environment) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
    return Boolean(url && token);
}
function fetchText(url, authorization, environment) {
    const isTls = url.protocol === 'https:';
    const settings = { proxyEnv: environment };
    const agent = isTls ? new external_node_https_.Agent(settings) : new external_node_http_.Agent(settings);
    return new Promise((resolve, reject) => {
        const options = { agent, headers: { authorization, accept: 'application/json' }, timeout: 30_000 };
        const request = (isTls ? external_node_https_.get : external_node_http_.get)(url, options, (response) => {
            (0,consumers_.text)(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
        });
        request.once('timeout', () => request.destroy(new Error('timed out')));
        request.once('error', reject);
    });
}
function failed(message, retryable, status) {
    return new errors_error/* HoldfastError */.E(retryable ? 'store-unreachable' : 'store-credentials', message, {
        hint: 'Give the job `permissions: id-token: write`, and look at the status page of GitHub Actions.',
        ...(status === undefined ? {} : { context: { status } }),
        retryable,
    });
}
function tokenIn(body) {
    try {
        const { value } = JSON.parse(body);
        return typeof value === 'string' && value !== '' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * A fresh OIDC token of this GitHub job for `audience`, which lives some minutes: ask for one whenever a token is
 * exchanged. Goes through the proxy that `environment` names. See GitHub's "OpenID Connect reference", "Methods for
 * requesting the OIDC token".
 *
 * Errors: `store-credentials` where GitHub refuses, `store-unreachable` where it does not answer.
 */
async function githubToken(audience, environment) {
    const url = new URL(environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? '');
    url.searchParams.set('audience', audience);
    const authorization = `Bearer ${environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ''}`;
    let answer;
    try {
        answer = await fetchText(url, authorization, environment);
    }
    catch {
        throw failed('github gave no token: it cannot be reached', true);
    }
    const { status, body } = answer;
    if (status !== 200) {
        throw failed(`github gave no token, it answered ${status}`, status >= 500 || status === 429, status);
    }
    const value = tokenIn(body);
    if (value === undefined)
        throw failed('github gave no token: its answer holds none', false, status);
    return new secret/* Secret */.zh(value);
}

;// CONCATENATED MODULE: ./build/stores/azure/token.js

/** What Microsoft's federated credentials expect. */
const audience = 'api://AzureADTokenExchange';
/** Trades GitHub's tokens for Microsoft's. The SDK hides why it got no assertion; this says it. */
function byGithub(sdk, tenantId, clientId, environment) {
    let refusal;
    const assertion = async () => {
        try {
            return (await githubToken(audience, environment)).reveal();
        }
        catch (error) {
            refusal = error;
            throw error;
        }
    };
    const credential = new sdk.ClientAssertionCredential(tenantId, clientId, assertion, {
        // Whoever names an authority of his own knows it; asking Microsoft's public one of it may be impossible there.
        disableInstanceDiscovery: Boolean(environment.AZURE_AUTHORITY_HOST),
    });
    return {
        async getToken(scopes, options) {
            refusal = undefined;
            try {
                return await credential.getToken(scopes, options);
            }
            catch (error) {
                throw refusal ?? error;
            }
        },
    };
}
/**
 * Where tokens come from: GitHub's OIDC for the application that `tenant-id` and `client-id` name, the user-assigned
 * managed identity of `client-id` alone, else whatever the host has (environment, workload or managed identity, `az
 * login`), in the order of `DefaultAzureCredential`. Each is renewed before it ends, with a new token of GitHub.
 */
function tokenSource(sdk, settings, environment) {
    const { 'tenant-id': tenantId, 'client-id': clientId } = settings;
    if (tenantId !== undefined && clientId !== undefined) {
        return hasGithubToken(environment)
            ? byGithub(sdk, tenantId, clientId, environment)
            : new sdk.DefaultAzureCredential({ tenantId, managedIdentityClientId: clientId });
    }
    if (clientId !== undefined)
        return new sdk.ManagedIdentityCredential({ clientId });
    return new sdk.DefaultAzureCredential();
}

;// CONCATENATED MODULE: ./build/stores/azure/credentials.js



function byConnectionString(sdk, text) {
    maskParts(text);
    return (options) => {
        try {
            return sdk.BlobServiceClient.fromConnectionString(text, options);
        }
        catch {
            throw unreadable();
        }
    };
}
function bySas(sdk, url, sas) {
    maskSas(sas);
    return (options) => new sdk.BlobServiceClient(`${url}?${sas.replace(/^\?/, '')}`, new sdk.AnonymousCredential(), options);
}
function byKey(sdk, url, account, key) {
    maskParts(`AccountKey=${key}`);
    return (options) => new sdk.BlobServiceClient(url, new sdk.StorageSharedKeyCredential(account, key), options);
}
/** What the names of the Azure CLI hold for this account, where the settings name nothing. */
function fromEnvironment(sdk, account, url, environment) {
    const { AZURE_STORAGE_CONNECTION_STRING: connection, AZURE_STORAGE_KEY: key, AZURE_STORAGE_SAS_TOKEN: sas, } = environment;
    if (connection && accountOf(connection) === account)
        return byConnectionString(sdk, connection);
    if (key)
        return byKey(sdk, url, account, key);
    return sas ? bySas(sdk, url, sas) : undefined;
}
/**
 * How a destination signs in: `connection-string`; `sas`; the application or identity of `client-id`; else
 * AZURE_STORAGE_CONNECTION_STRING (of this account), AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN of the environment;
 * else what `DefaultAzureCredential` finds. Errors: `store-credentials` for a connection string that cannot be read.
 */
function connector(sdk, settings, environment) {
    const { 'connection-string': connection, account = '', sas } = settings;
    if (connection !== undefined)
        return byConnectionString(sdk, connection.reveal());
    const url = settings.endpoint ?? `https://${account}.blob.core.windows.net`;
    if (sas !== undefined)
        return bySas(sdk, url, sas.reveal());
    const found = settings['client-id'] === undefined ? fromEnvironment(sdk, account, url, environment) : undefined;
    return (found ??
        (async (options) => new sdk.BlobServiceClient(url, tokenSource(await loadIdentity(), settings, environment), options)));
}

;// CONCATENATED MODULE: ./build/stores/azure/refuse.js

const tiers = ['Hot', 'Cool', 'Cold', 'Archive'];
function unsupported(what, hint) {
    return new errors_error/* HoldfastError */.E('store-unsupported', `an azure destination does not support ${what}`, { hint });
}
/** Refuses what a call asks for and this store has not. */
function refuse(options) {
    const { retainUntil, tier, versionId } = options;
    if (retainUntil !== undefined) {
        throw unsupported('object lock', 'Use an immutability policy of the container, which Azure keeps itself.');
    }
    if (versionId !== undefined) {
        throw unsupported('versions', 'Use soft delete or versioning of the storage account by its own tools.');
    }
    if (tier !== undefined && !tiers.includes(tier)) {
        throw unsupported(`the tier ${tier}`, `Use one of ${tiers.join(', ')}.`);
    }
}
/** The tier of an object: what the call wants, else the configuration's for data. */
function tierOf({ tier }, key, wanted) {
    const chosen = wanted ?? (key.startsWith('data/') ? tier : undefined);
    return chosen === undefined ? {} : { tier: chosen };
}
/** A condition as the SDK wants it. */
function conditionsOf(when) {
    if (when === undefined)
        return {};
    return { conditions: 'absent' in when ? { ifNoneMatch: '*' } : { ifMatch: when.etag } };
}

;// CONCATENATED MODULE: ./build/stores/azure/delete.js



/** Deletes a blob with its snapshots, without which it cannot go; one that is not there is gone already. */
async function remove(session, key, options = {}) {
    refuse(options);
    const blob = blobOf(session, key);
    await session.ready();
    try {
        await request(session, 'delete', key, (abortSignal) => blob.delete({ abortSignal, deleteSnapshots: 'include' }));
    }
    catch (error) {
        if (!(0,errors_error/* hasCode */.u)(error, 'store-not-found'))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/stores/azure/idle.js

/** Milliseconds in which a body must show a sign of life: its reader may be slow, the service may not. */
const limit = 120_000;
/**
 * Ends a body of which nothing comes for two minutes although there is room for it: the SDK has a time limit for
 * replies to begin, and none for them to go on.
 */
function watchIdle({ clock, where, name }, body) {
    const ended = new AbortController();
    let last = clock.monotonic();
    async function watch() {
        for (;;) {
            const rest = last + limit - clock.monotonic();
            if (rest > 0) {
                await clock.sleep(rest, ended.signal);
                continue;
            }
            if (body.readableLength === 0)
                break;
            // It is the reader who takes his time.
            last = clock.monotonic();
        }
        body.destroy(new errors_error/* HoldfastError */.E('store-unreachable', `${where} stopped sending`, {
            hint: 'Check the network between this host and Azure.',
            context: { destination: name, seconds: limit / 1000 },
            retryable: true,
        }));
    }
    watch().catch(() => undefined);
    return {
        progress() {
            last = clock.monotonic();
        },
        end: () => ended.abort(),
    };
}

;// CONCATENATED MODULE: ./build/stores/azure/object.js

/** Name of the metadata that holds the SHA-256 of what was put whole; the service checks an MD5 of the same bytes. */
const sha256Field = 'sha256';
/** Listings give it without the quotes that headers have. */
function quoted(etag) {
    return /^(?:W\/)?"/.test(etag) ? etag : `"${etag}"`;
}
/** An object as a reply describes it. Errors: `store-lied` for a reply without what every blob has. */
function describe(key, properties, sha256) {
    const { etag, lastModified, contentLength, accessTier } = properties;
    if (!etag || lastModified === undefined || contentLength === undefined) {
        throw new errors_error/* HoldfastError */.E('store-lied', `the store describes ${key} without etag, time or size`, {
            hint: 'Check that the address is that of Azure Blob Storage and nothing on the way changes its replies.',
            context: { key },
        });
    }
    return {
        key,
        bytes: contentLength,
        etag: quoted(etag),
        modified: lastModified,
        ...(sha256 === undefined ? {} : { sha256 }),
        ...(accessTier === undefined ? {} : { tier: accessTier }),
    };
}

;// CONCATENATED MODULE: ./build/stores/azure/stat.js



/** The properties of a blob, with its metadata and tier; undefined where there is none. */
async function propertiesOf(session, key, signal) {
    const blob = blobOf(session, key);
    await session.ready();
    try {
        return await request(session, 'read', key, (abortSignal) => blob.getProperties({ abortSignal }), signal);
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-not-found'))
            return undefined;
        throw error;
    }
}
/** What the service says of one blob; undefined where there is none. */
async function stat(session, key) {
    const found = await propertiesOf(session, key);
    return found && describe(key, found, found.metadata?.[sha256Field]);
}

;// CONCATENATED MODULE: ./build/stores/azure/get.js







function get_short(key, wanted, found) {
    return new errors_error/* HoldfastError */.E('object-damaged', `the object ${key} is shorter than the part asked for`, {
        hint: 'Restore from another destination, or from an earlier backup.',
        context: { key, wanted, found },
    });
}
/** The bytes of a reply, its errors translated; a reply that stops coming is one. */
async function* bytesOf(session, key, reply, signal) {
    const idle = watchIdle(session, reply);
    try {
        for await (const chunk of reply) {
            idle.progress();
            yield chunk;
        }
    }
    catch (error) {
        signal.throwIfAborted();
        throw translated(session, 'read', key, error);
    }
    finally {
        idle.end();
    }
}
async function nothingOf(session, key, offset) {
    const found = await stat(session, key);
    if (found === undefined) {
        throw new errors_error/* HoldfastError */.E('store-not-found', `there is no ${key} in ${session.where}`, { context: { key } });
    }
    if (offset > found.bytes)
        throw get_short(key, offset, found.bytes);
    return external_node_stream_.Readable.from([], { objectMode: false });
}
/** Reads a blob or part of it. A part that it does not have is `object-damaged`, one in the archive `object-archived`. */
async function get(session, key, options) {
    const { signal, range } = options;
    signal.throwIfAborted();
    refuse(options);
    const blob = blobOf(session, key);
    await session.ready();
    if (range?.length === 0)
        return nothingOf(session, key, range.offset);
    const { readableStreamBody: reply, contentLength = 0 } = await request(session, 'read', key, (abortSignal) => blob.download(range?.offset ?? 0, range?.length, { abortSignal, maxRetryRequests: 0 }), signal);
    // Never undefined in Node; only browsers get a Blob instead.
    const source = reply;
    // An abort ends it before anybody reads, and an error that nobody hears ends the process.
    source.on('error', () => undefined);
    if (range !== undefined && contentLength < range.length) {
        source.destroy();
        throw get_short(key, range.length, contentLength);
    }
    const body = external_node_stream_.Readable.from(bytesOf(session, key, source, signal), { objectMode: false });
    // Nobody may ever read it; then nothing else would end the connection.
    body.once('close', () => source.destroy());
    abortWith(body, signal);
    return body;
}

;// CONCATENATED MODULE: ./build/stores/azure/keys.js

/** Characters of a blob's whole name, prefix included; a limit of the service. */
const keys_longest = 1024;
function flaw(key, name) {
    const segments = key.split('/');
    if (segments.includes(''))
        return 'a part of it is empty';
    // Whatever builds or reads a URL on the way resolves these, and the service takes \ for /.
    if (segments.includes('.') || segments.includes('..'))
        return 'a part of it is . or ..';
    if (key.includes('\\'))
        return 'it holds a \\';
    return name.length > keys_longest ? `it has more than ${keys_longest} characters with the prefix` : undefined;
}
/** The names under a destination's prefix; undefined or empty: the whole container. */
function namesUnder(prefix) {
    const root = prefix ? `${prefix}/` : '';
    return {
        of(key) {
            const name = root + key;
            const reason = flaw(key, name);
            if (reason === undefined)
                return name;
            throw new errors_error/* HoldfastError */.E('store-unsupported', `the key ${JSON.stringify(key)} cannot be a blob: ${reason}`, { context: { key } });
        },
        beginning: (start) => root + start,
        key: (name) => name.slice(root.length),
    };
}

;// CONCATENATED MODULE: ./build/stores/azure/list.js


/** The most that the service gives at once. */
const pageSize = 5000;
/** Everything whose key begins with `prefix`, in the service's own order, which is that of bytes. */
async function* list(session, prefix) {
    const { container, names, signal } = session;
    await session.ready();
    const what = prefix === '' ? 'the list of objects' : prefix;
    const pages = container
        .listBlobsFlat({ prefix: names.beginning(prefix), abortSignal: signal })
        .byPage({ maxPageSize: pageSize });
    for (;;) {
        const page = await request(session, 'list', what, () => pages.next());
        if (page.done)
            return;
        for (const { name, properties } of page.value.segment.blobItems) {
            yield describe(names.key(name), properties);
        }
    }
}

;// CONCATENATED MODULE: ./build/stores/azure/put.js





const slice = 2 * 1024 * 1024;
/** SHA-256 and MD5 of a body, with room for others between the slices. */
async function hashesOf(body, clock, signal) {
    const sha256 = (0,external_node_crypto_.createHash)('sha256');
    const md5 = (0,external_node_crypto_.createHash)('md5');
    for (let at = 0; at < body.byteLength; at += slice) {
        if (at > 0)
            await clock.sleep(0, signal);
        const piece = body.subarray(at, at + slice);
        sha256.update(piece);
        md5.update(piece);
    }
    return { sha256: sha256.digest('hex'), md5: md5.digest() };
}
function mismatch(key, expected, found) {
    return new errors_error/* HoldfastError */.E('store-checksum-mismatch', `the bytes of ${key} do not match their sha-256`, {
        context: { key, expected, found },
    });
}
/** The SDK takes a view for the whole of its memory; a Buffer it sends as it is. */
function bufferOf(body) {
    return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}
/**
 * Puts one blob. The bytes are held against their SHA-256 here, and against an MD5 of the same bytes by the service,
 * which has no SHA-256: what is altered on the way is refused, and the reply must show that MD5 again.
 */
async function put(session, key, body, options) {
    const { signal, sha256, when, tier } = options;
    signal.throwIfAborted();
    refuse(options);
    const blob = blobOf(session, key);
    const found = await hashesOf(body, session.clock, signal);
    if (found.sha256 !== sha256)
        throw mismatch(key, sha256, found.sha256);
    await session.ready();
    const reply = await request(session, 'write', key, (abortSignal) => blob.upload(bufferOf(body), body.byteLength, {
        abortSignal,
        ...conditionsOf(when),
        ...tierOf(session, key, tier),
        metadata: { [sha256Field]: sha256 },
        blobHTTPHeaders: { blobContentMD5: found.md5 },
    }), signal);
    if (reply.contentMD5 === undefined || !found.md5.equals(reply.contentMD5)) {
        throw new errors_error/* HoldfastError */.E('store-lied', `${session.name} took ${key} and has another MD5 of it`, {
            hint: 'Check that nothing between this host and Azure changes what is sent.',
            context: { key, destination: session.name },
        });
    }
    return describe(key, { ...reply, contentLength: body.byteLength }, sha256);
}

;// CONCATENATED MODULE: ./build/stores/azure/blocks.js

const mebibyte = 1024 * 1024;
/** Blocks of one blob: a limit of the service, as is the next. */
const mostBlocks = 50_000;
const largestBlock = 4000 * mebibyte;
const smallestBlock = 8 * mebibyte;
/** Blocks of one size; after so many the size doubles, so that an estimate that was too low does no harm. */
const stepBlocks = 10_000;
/** Blocks of the first size that hold as much as a whole list does with all its doublings: 1 + 2 + 4 + 8 + 16 steps. */
const capacity = stepBlocks * 31;
function tooLarge(bytes) {
    const what = bytes === undefined ? 'the stream is larger than was expected and' : `a blob of ${bytes} bytes`;
    return new errors_error/* HoldfastError */.E('store-unsupported', `${what} does not fit into ${mostBlocks} blocks`, {
        hint: 'Use package: volumes for this job, which has no such limit.',
        ...(bytes === undefined ? {} : { context: { bytes } }),
    });
}
/**
 * Block sizes for a stream of about `estimate` bytes: as small as will do, since some are held in memory at once.
 * Errors: `store-unsupported` where not even the largest blocks could hold it.
 */
function planBlocks(estimate = 0) {
    if (estimate > mostBlocks * largestBlock)
        throw tooLarge(estimate);
    // A tenth more, for what compression and encryption add to what does not shrink.
    const needed = Math.ceil((estimate * 1.1) / capacity / mebibyte) * mebibyte;
    // Where the doublings would end at the largest size, they no longer add up: all blocks are of that size then.
    const first = needed > largestBlock / 16 ? largestBlock : Math.max(smallestBlock, needed);
    return {
        size(index) {
            if (index >= mostBlocks)
                throw tooLarge(undefined);
            return Math.min(largestBlock, first * 2 ** Math.floor(index / stepBlocks));
        },
    };
}
/** How many blocks of this size may be under way at once: about 64 MiB, and two in any case. */
function blocksAtOnce(size) {
    return Math.max(2, Math.min(4, Math.floor((64 * mebibyte) / size)));
}
/** The name of a block: all of a blob have one length, and the nonce keeps runs that write the same blob apart. */
function blockId(nonce, index) {
    return Buffer.from(`${nonce}-${String(index).padStart(5, '0')}`).toString('base64');
}
/**
 * Cuts a stream into blocks of a plan, each in memory of its own: pieces of the stream are reused by who made them.
 * Nothing for an empty stream.
 */
async function* cutBlocks(body, plan) {
    let index = 0;
    let block;
    let used = 0;
    for await (const piece of body) {
        for (let rest = piece; rest.length > 0;) {
            block ??= Buffer.allocUnsafeSlow(plan.size(index));
            const taken = Math.min(block.length - used, rest.length);
            block.set(rest.subarray(0, taken), used);
            used += taken;
            rest = rest.subarray(taken);
            if (used < block.length)
                break;
            yield block;
            index += 1;
            block = undefined;
            used = 0;
        }
    }
    if (block !== undefined && used > 0)
        yield block.subarray(0, used);
}

;// CONCATENATED MODULE: ./build/stores/azure/put-stream.js








/** Name of the metadata by which a run knows the blob that it made. */
const runField = 'holdfastrun';
function put_stream_archived() {
    return new errors_error/* HoldfastError */.E('store-unsupported', 'a single object cannot be read back from the archive', {
        hint: 'Use package: volumes with access-tier: Archive, or another tier for this job.',
    });
}
/** Sends one block, again and again where that helps; the service holds it against its MD5. */
function stage(session, key, id, block, signal) {
    const md5 = (0,external_node_crypto_.createHash)('md5').update(block).digest();
    const { clock } = session;
    return persist(createPersistence({ clock, random: Math.random }, signal), () => request(session, 'write', key, (abortSignal) => blobOf(session, key).stageBlock(id, block, block.length, {
        abortSignal,
        transactionalContentMD5: md5,
    }), signal));
}
/** Stages all blocks, a few at once. Resolves with their ids in order and the bytes of all. */
async function stageAll(session, key, blocks, nonce, signal) {
    const failed = new AbortController();
    const either = AbortSignal.any([signal, failed.signal]);
    const underWay = new Set();
    const ids = [];
    let bytes = 0;
    try {
        for await (const block of blocks) {
            either.throwIfAborted();
            const id = blockId(nonce, ids.length);
            ids.push(id);
            bytes += block.length;
            const staging = stage(session, key, id, block, either)
                .catch((error) => failed.abort(error))
                .finally(() => underWay.delete(staging));
            underWay.add(staging);
            if (underWay.size >= blocksAtOnce(block.length))
                await Promise.race(underWay);
        }
        await Promise.all(underWay);
        either.throwIfAborted();
        return { ids, bytes };
    }
    finally {
        failed.abort();
        await Promise.all(underWay);
    }
}
/**
 * Puts one blob from a stream: staged blocks, which nobody sees, then the list that makes a blob of them. Blocks that a
 * dead run left are forgotten by the service with the next list, or after a week.
 */
async function putStream(session, key, body, options) {
    const { signal, estimate, when } = options;
    signal.throwIfAborted();
    refuse(options);
    const { tier } = tierOf(session, key, options.tier ?? session.tier);
    if (tier === 'Archive')
        throw put_stream_archived();
    const plan = planBlocks(estimate);
    const blob = blobOf(session, key);
    await session.ready();
    const nonce = (0,external_node_crypto_.randomBytes)(8).toString('hex');
    const { ids, bytes } = await stageAll(session, key, cutBlocks(body, plan), nonce, signal);
    let mayHaveLanded = false;
    const commit = async () => {
        try {
            const reply = await request(session, 'write', key, (abortSignal) => blob.commitBlockList(ids, {
                abortSignal,
                ...conditionsOf(when),
                ...(tier === undefined ? {} : { tier }),
                metadata: { [runField]: nonce },
            }), signal);
            return describe(key, { ...reply, contentLength: bytes });
        }
        catch (error) {
            // The reply of an earlier attempt may have been lost after the service took the list.
            if (mayHaveLanded && (0,errors_error/* hasCode */.u)(error, 'store-condition-failed')) {
                const there = await propertiesOf(session, key, signal);
                if (there?.metadata?.[runField] === nonce)
                    return describe(key, there);
            }
            mayHaveLanded ||= isRetryable(error);
            throw error;
        }
    };
    return persist(createPersistence({ clock: session.clock, random: Math.random }, signal), commit);
}

;// CONCATENATED MODULE: ./build/stores/azure/thaw.js



/**
 * Asks for a blob in the archive: `ready` where it can be read, else `under-way`. It moves to the hot tier, where it
 * stays: Azure, unlike S3, has no copy for some days.
 */
async function thaw(session, key, { signal }) {
    const found = await propertiesOf(session, key, signal);
    if (found === undefined) {
        throw new errors_error/* HoldfastError */.E('store-not-found', `there is no ${key} in ${session.where}`, { context: { key } });
    }
    if (found.archiveStatus !== undefined)
        return 'under-way';
    if (found.accessTier !== 'Archive')
        return 'ready';
    const blob = blobOf(session, key);
    await request(session, 'write', key, (abortSignal) => blob.setAccessTier('Hot', { abortSignal, rehydratePriority: 'Standard' }), signal);
    return 'under-way';
}

;// CONCATENATED MODULE: ./build/stores/azure/store.js











const features = {
    createOnly: true,
    compareAndSwap: true,
    range: true,
    enforcesSha256: true,
    versions: false,
    objectLock: false,
};
/** One attempt a call, since ours are repeated above; connections are kept alive. */
const connection = { retryOptions: { maxTries: 1 }, keepAliveOptions: { enable: true } };
/**
 * A container of Azure Blob Storage, or a prefix in it. The service is the same everywhere, so its features need no
 * probe: conditions have one winner, and an MD5 that does not match is refused. HTTPS_PROXY and NO_PROXY are the SDK's.
 *
 * Errors: `store-credentials`, `bucket-missing`, `clock-skew`, `tls-failed`, `store-unreachable`, `store-unwritable`,
 * `object-archived` and those of the Store contract.
 */
async function openAzureStore(name, settings, { clock, mode, signal, environment }) {
    const sdk = await loadStorage();
    const service = await connector(sdk, settings, environment)(connection);
    const container = service.getContainerClient(settings.container);
    const bare = {
        name,
        container,
        names: namesUnder(settings.prefix),
        clock,
        signal,
        where: `${service.accountName || new URL(service.url).host}/${settings.container}`,
        tier: settings['access-tier'],
    };
    const session = { ...bare, ready: containerMaker(bare, mode === 'write' || mode === 'probe') };
    return {
        name,
        features,
        put: (key, body, options) => put(session, key, body, options),
        putStream: (key, body, options) => putStream(session, key, body, options),
        get: (key, options) => get(session, key, options),
        stat: (key) => stat(session, key),
        list: (prefix) => list(session, prefix),
        delete: (key, options) => remove(session, key, options),
        thaw: (key, options) => thaw(session, key, options),
    };
}

;// CONCATENATED MODULE: ./build/stores/filesystem/config.js


const defaultMode = 0o600;
/** YAML 1.2 reads `0600` as the number 600, so the digits count, whatever they came as. */
const modeField = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).transform((value, context) => {
    const digits = /^(?:0o?)?(6[046][046])$/.exec(String(value))?.[1];
    if (digits !== undefined)
        return Number.parseInt(digits, 8);
    context.issues.push({
        code: 'custom',
        input: value,
        message: 'not a file mode; write 0600, 0640 or 0660: read and write for the owner, no execution',
    });
    return core/* NEVER */.tm;
});
/** `type: filesystem`: a directory of this machine, or one that is mounted. */
const filesystemConfig = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('filesystem').meta({ description: 'A directory of this machine, or one that is mounted.' }),
    path: schemas/* string */.YjP()
        .min(1)
        .refine((path) => !path.includes('\0'), 'a path cannot hold a NUL')
        .meta({ description: 'The directory; made when it is not there.' }),
    mode: modeField
        .meta({ description: 'Mode of the files, octal; directories may be searched by those who may read.' })
        .default(defaultMode),
    ...destinationFields,
});

;// CONCATENATED MODULE: ./build/stores/filesystem/errors.js

const full = new Set(['ENOSPC', 'EDQUOT']);
const errors_passing = new Set([
    'EIO',
    'ESTALE',
    'ETIMEDOUT',
    'EHOSTDOWN',
    'ENETDOWN',
    'EAGAIN',
    'EBUSY',
    'EMFILE',
    'ENFILE',
    'ENOENT',
]);
const impossibleNames = new Set(['ENAMETOOLONG', 'EILSEQ']);
/** The system's code (`ENOENT`) of an error, or undefined. */
function systemCode(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
function hintFor(code, root) {
    switch (code) {
        case 'EACCES':
        case 'EPERM':
            return `Give this user read and write permission for everything under ${root}.`;
        case 'EROFS':
            return `Mount the file system of ${root} read-write, or choose another path.`;
        case 'ENOTDIR':
        case 'EISDIR':
        case 'EEXIST':
            return `Remove or rename what stands in the way under ${root}: a file and a directory cannot have one name.`;
        case 'EXDEV':
            return `Keep all of ${root} on one file system; move the whole directory rather than a part of it.`;
        default:
            return undefined;
    }
}
/**
 * What a failed call on the file system means. Errors that are no system errors (a HoldfastError, a signal's reason, an
 * error of the stream being stored) are returned as they are.
 */
function storeError(error, doing, what, root) {
    const code = systemCode(error);
    if (error instanceof errors_error/* HoldfastError */.E || !code || !(error instanceof Error) || !('syscall' in error))
        return error;
    const context = { path: root, system: code };
    if (full.has(code)) {
        return new errors_error/* HoldfastError */.E('disk-full', `no space left to write ${what}`, {
            hint: `Free space on the file system of ${root}, or point the destination to a larger one.`,
            context,
            cause: error,
        });
    }
    if (impossibleNames.has(code)) {
        return new errors_error/* HoldfastError */.E('store-unsupported', `the file system cannot hold the name of ${what}`, {
            hint: `Use shorter names, or a file system under ${root} that allows 255 bytes a name.`,
            context,
            cause: error,
        });
    }
    const retryable = errors_passing.has(code);
    const outcome = doing === 'read' || retryable ? 'store-unreachable' : 'store-unwritable';
    const hint = hintFor(code, root);
    return new errors_error/* HoldfastError */.E(outcome, `cannot ${doing} ${what}: ${code}`, {
        ...(hint === undefined ? {} : { hint }),
        context,
        retryable,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/stores/filesystem/object.js


const absent = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);
/**
 * An etag without reading the file. Every write makes a new file, and one that replaces another gets a later time
 * (see place.ts), so that no two contents of a key share inode, time and size.
 */
function etagOf(stats) {
    return `"${stats.ino.toString(36)}-${stats.mtimeNs.toString(36)}-${stats.size.toString(36)}"`;
}
/** What the store says of a file. */
function object_describe(key, stats, sha256) {
    return {
        key,
        bytes: Number(stats.size),
        etag: etagOf(stats),
        modified: new Date(Number(stats.mtimeNs / 1000000n)),
        ...(sha256 === undefined ? {} : { sha256 }),
    };
}
/** The stats of a path, links not followed; undefined when nothing is there. */
async function statsOf(path) {
    try {
        return await (0,external_node_fs_promises_.lstat)(path, { bigint: true });
    }
    catch (error) {
        if (absent.has(systemCode(error) ?? ''))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stores/filesystem/delete.js



/** File systems count time in steps of up to some milliseconds. */
const tick = 20;
/** Deletes a key's file and the directories that become empty; true to the disk when it returns. */
async function deleteFile(target, { lock, clock, directories }) {
    if (!(await statsOf(target))?.isFile())
        return;
    await lock(undefined, async () => {
        const stats = await statsOf(target);
        if (!stats?.isFile())
            return;
        // A new file could get the inode and the time of a deleted one, and so its etag, within one tick.
        const age = clock.now().getTime() - Number(stats.mtimeNs / 1000000n);
        if (Math.abs(age) < tick)
            await clock.sleep(tick);
        await (0,external_node_fs_promises_.unlink)(target);
    });
    await directories.prune((0,external_node_path_.dirname)(target));
}

;// CONCATENATED MODULE: ./build/stores/filesystem/directories.js



/** Makes what was done in a directory survive a power cut. Windows cannot and need not. */
async function syncDirectory(path) {
    if (process.platform === 'win32')
        return;
    const handle = await (0,external_node_fs_promises_.open)(path, 'r');
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
/** The directory's mode that lets those search it who may read the files. */
function directoryMode(fileMode) {
    return 0o700 | fileMode | ((fileMode & 0o444) >> 2);
}
/** From `path` up to and including `top`. */
function upTo(path, top) {
    return path === top || (0,external_node_path_.dirname)(path) === path ? [path] : [path, ...upTo((0,external_node_path_.dirname)(path), top)];
}
async function directories_make(path, root, mode) {
    const first = await (0,external_node_fs_promises_.mkdir)(path, { recursive: true, mode });
    // The process's umask may have taken bits that the configuration asks for.
    if (first !== undefined)
        for (const made of upTo(path, first))
            await (0,external_node_fs_promises_.chmod)(made, mode);
    const top = first !== undefined && (root + external_node_path_.sep).startsWith(first + external_node_path_.sep) ? (0,external_node_path_.dirname)(first) : root;
    for (const directory of path === top ? [top] : upTo((0,external_node_path_.dirname)(path), top))
        await syncDirectory(directory);
}
/** Remembers which directories are durable, so that one upload pays for it and not thousands. */
function createDirectories(root, fileMode) {
    const mode = directoryMode(fileMode);
    const durable = new Map();
    return {
        ensure(path) {
            const known = durable.get(path);
            if (known)
                return known;
            const made = directories_make(path, root, mode).catch((error) => {
                durable.delete(path);
                throw error;
            });
            durable.set(path, made);
            return made;
        },
        forget(path) {
            durable.delete(path);
        },
        async prune(path) {
            let directory = path;
            while (directory !== root && (await removeEmpty(directory))) {
                durable.delete(directory);
                directory = (0,external_node_path_.dirname)(directory);
            }
            await syncPresent(directory, root);
        },
        sync: (path) => syncPresent(path, root),
    };
}
async function removeEmpty(path) {
    try {
        await (0,external_node_fs_promises_.rmdir)(path);
        return true;
    }
    catch (error) {
        // Not empty, or somebody else's business; an error here must not fail a deletion that happened.
        return systemCode(error) === 'ENOENT';
    }
}
/** Another deletion may remove the directory first; its parent then tells the disk about both. */
async function syncPresent(path, root) {
    try {
        await syncDirectory(path);
    }
    catch (error) {
        if (systemCode(error) !== 'ENOENT')
            throw error;
        if (path !== root)
            await syncPresent((0,external_node_path_.dirname)(path), root);
    }
}

;// CONCATENATED MODULE: ./build/stores/key-flaw.js
/** Why a key could leave its root once it is a path, or be another key's; undefined where it could not. */
function keyFlaw(key) {
    if (key.includes('\0'))
        return 'it holds a NUL';
    const segments = key.split('/');
    if (segments.includes(''))
        return 'a part of it is empty';
    if (segments.includes('.') || segments.includes('..'))
        return 'a part of it is . or ..';
    return undefined;
}

;// CONCATENATED MODULE: ./build/stores/filesystem/keys.js



/** Holds what is being written, and the lock; at the root, so that a rename never crosses a file system. */
const temporaryDirectory = '.holdfast-tmp';
function keys_flaw(key) {
    if (external_node_path_.sep !== '/' && key.includes(external_node_path_.sep))
        return `it holds a ${external_node_path_.sep}`;
    if (key.split('/')[0]?.toLowerCase() === temporaryDirectory)
        return `${temporaryDirectory} is reserved`;
    return keyFlaw(key);
}
/** The path of a key's file: the key itself under the root. A key that would leave the root is refused. */
function pathOf(root, key) {
    const reason = keys_flaw(key);
    if (reason === undefined)
        return (0,external_node_path_.join)(root, key);
    throw new errors_error/* HoldfastError */.E('store-unsupported', `the key ${JSON.stringify(key)} cannot be a file: ${reason}`, {
        context: { key },
    });
}

;// CONCATENATED MODULE: ./build/stores/filesystem/list.js






/** Enough to keep the thread pool busy, little enough to stay flat. */
const batch = 64;
async function entriesOf(path) {
    try {
        return await (0,external_node_fs_promises_.readdir)(path, { withFileTypes: true });
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemCode(error) ?? ''))
            return [];
        throw error;
    }
}
async function describeFile(root, key) {
    const stats = await statsOf((0,external_node_path_.join)(root, key));
    return stats?.isFile() ? object_describe(key, stats) : undefined;
}
/** Files and directories of one level in the order of the keys: a directory sorts as its name with the slash. */
function list_namesIn(entries, directory, prefix) {
    return entries
        .filter((entry) => entry.isFile() || entry.isDirectory())
        .filter((entry) => directory !== '' || entry.name !== temporaryDirectory)
        .map((entry) => directory + entry.name + (entry.isDirectory() ? '/' : ''))
        .filter((name) => name.startsWith(prefix) || (name.endsWith('/') && prefix.startsWith(name)))
        .sort(compareKeys);
}
async function* walk(root, directory, prefix) {
    const names = list_namesIn(await entriesOf((0,external_node_path_.join)(root, directory)), directory, prefix);
    for (let at = 0; at < names.length;) {
        const name = names[at];
        if (name.endsWith('/')) {
            yield* walk(root, name, prefix);
            at++;
            continue;
        }
        let end = at;
        while (end < names.length && end - at < batch && !names[end]?.endsWith('/'))
            end++;
        // A file may vanish between the two calls; it is then no longer an object.
        const found = await Promise.all(names.slice(at, end).map((key) => describeFile(root, key)));
        for (const object of found)
            if (object)
                yield object;
        at = end;
    }
}
/**
 * Every file under the root whose key starts with `prefix`, in byte order of the keys (`a-b` before `a/b`), without
 * temporary files, links and devices. Holds one directory's names in memory.
 */
async function* list_list(root, prefix) {
    const directory = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const parts = directory.split('/').slice(0, -1);
    // No key has such parts, and a path made of them would leave the root.
    if (parts.some((part) => part === '' || part === '.' || part === '..') || prefix.includes('\0'))
        return;
    if (parts[0] === temporaryDirectory)
        return;
    yield* walk(root, directory, prefix);
}

// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(80099);
;// CONCATENATED MODULE: ./build/stores/filesystem/lock.js



const lock_busy = 5;
const patience = 30_000;
const longestPause = 8;
function isBusy(error) {
    return error instanceof Error && 'errcode' in error && error.errcode === lock_busy;
}
function attempt(database, path) {
    try {
        database.exec('BEGIN EXCLUSIVE');
        return true;
    }
    catch (error) {
        if (isBusy(error))
            return false;
        throw lock_unusable(path, error);
    }
}
function lock_unusable(path, cause) {
    return new errors_error/* HoldfastError */.E('store-unwritable', `cannot lock ${path}`, {
        hint: `Make ${path} a file that this user may write, on a file system with POSIX locks (local, NFS 4, SMB).`,
        context: { path },
        cause,
    });
}
function connect(path) {
    try {
        return new external_node_sqlite_.DatabaseSync(path, { timeout: 0 });
    }
    catch (error) {
        throw lock_unusable(path, error);
    }
}
/**
 * A lock between processes, held for the milliseconds of one check and one rename.
 *
 * It is the lock of an SQLite database that stays empty: Node offers the kernel's file locks nowhere else. The kernel
 * gives it back when its owner dies, however it dies and in whatever container it ran, so there is no stale lock to
 * judge by process ids. The file must never be opened otherwise in this process: closing it would drop the lock.
 */
function createFileLock(path, mode, clock) {
    let tail = Promise.resolve();
    async function acquire(database, signal) {
        const start = clock.monotonic();
        for (let pause = 1; !attempt(database, path); pause = Math.min(pause * 2, longestPause)) {
            if (clock.monotonic() - start > patience) {
                throw new errors_error/* HoldfastError */.E('store-stalled', `another process keeps ${path} locked`, {
                    hint: `Find the process that has ${path} open, for example with fuser, and let it go on or end it.`,
                    context: { path },
                    retryable: true,
                });
            }
            await clock.sleep(pause * (0.5 + Math.random()), signal);
        }
    }
    async function locked(signal, work) {
        signal?.throwIfAborted();
        const database = connect(path);
        try {
            // Only its owner can, and its owner did when making it.
            await (0,external_node_fs_promises_.chmod)(path, mode).catch(() => { });
            await acquire(database, signal);
            return await work();
        }
        finally {
            database.close();
        }
    }
    return (signal, work) => {
        const result = tail.then(() => locked(signal, work));
        tail = result.catch(() => { });
        return result;
    };
}

;// CONCATENATED MODULE: ./build/stores/check-range.js

/**
 * Refuses a part that an object of `size` bytes does not have. Errors: `object-damaged`, and `internal` for what is no
 * range at all.
 */
function checkRange(key, size, { offset, length }) {
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0) {
        throw new errors_error/* HoldfastError */.E('internal', `no range of an object: ${length} bytes from ${offset}`, {
            context: { key },
        });
    }
    if (offset + length <= size)
        return;
    throw new errors_error/* HoldfastError */.E('object-damaged', `the object ${key} is shorter than the part asked for`, {
        context: { key, bytes: size, offset, length },
    });
}

;// CONCATENATED MODULE: ./build/stores/filesystem/read.js






const chunk = 1024 * 1024;
function read_notFound(key, cause) {
    return new errors_error/* HoldfastError */.E('store-not-found', `there is no object ${key}`, { context: { key }, cause });
}
function endsEarly(key) {
    return new errors_error/* HoldfastError */.E('store-unreachable', `the object ${key} ended while it was read`, {
        context: { key },
        retryable: true,
    });
}
async function openFile(path, key) {
    try {
        return await (0,external_node_fs_promises_.open)(path, 'r');
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemCode(error) ?? ''))
            throw read_notFound(key, error);
        throw error;
    }
}
/** A stream of exactly `length` bytes of an open file, which it closes in the end. */
function streamOf(handle, key, root, { offset, length }) {
    let position = offset;
    const end = offset + length;
    return new external_node_stream_.Readable({
        highWaterMark: chunk,
        async read() {
            try {
                if (position === end)
                    return void this.push(null);
                const buffer = Buffer.allocUnsafeSlow(Math.min(chunk, end - position));
                const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
                if (bytesRead === 0)
                    throw endsEarly(key);
                position += bytesRead;
                this.push(bytesRead === buffer.length ? buffer : buffer.subarray(0, bytesRead));
            }
            catch (error) {
                this.destroy(storeError(error, 'read', key, root));
            }
        },
        destroy(error, callback) {
            handle.close().then(() => callback(error), (closing) => callback(error ?? closing));
        },
    });
}
/** Reads a key's file or part of it. A part that the file does not have is `object-damaged`. */
async function read(path, key, root, options) {
    const handle = await openFile(path, key);
    try {
        const stats = await handle.stat();
        if (!stats.isFile())
            throw read_notFound(key);
        const range = options.range ?? { offset: 0, length: stats.size };
        checkRange(key, stats.size, range);
        options.signal.throwIfAborted();
        const stream = streamOf(handle, key, root, range);
        abortWith(stream, options.signal);
        return stream;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stores/filesystem/temporary.js





const temporary_slice = 1024 * 1024;
const abandonedAfter = 3600000000000n;
const suffix = '.part';
async function writeAll(handle, bytes) {
    for (let done = 0; done < bytes.byteLength;) {
        done += (await handle.write(bytes, done, bytes.byteLength - done)).bytesWritten;
    }
}
async function setMode(handle, mode) {
    const { mode: found } = await handle.stat();
    if ((found & 0o777) === mode)
        return;
    try {
        await handle.chmod(mode);
    }
    catch (error) {
        // FAT keeps no modes; whoever chose such a disk can have none.
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP'].includes(systemCode(error) ?? ''))
            throw error;
    }
}
/** Cuts a body, so that hashing one piece overlaps writing it and the event loop breathes between two. */
function* slices(body) {
    for (let start = 0; start < body.byteLength; start += temporary_slice)
        yield body.subarray(start, start + temporary_slice);
}
/** An empty temporary file of the wanted mode; `fillTemporary` closes it. */
async function openTemporary(directory, mode) {
    const path = (0,external_node_path_.join)(directory, `${process.pid}-${(0,external_node_crypto_.randomBytes)(10).toString('hex')}${suffix}`);
    const handle = await (0,external_node_fs_promises_.open)(path, 'wx', mode);
    try {
        await setMode(handle, mode);
        return { path, handle };
    }
    catch (error) {
        await handle.close();
        await (0,external_node_fs_promises_.rm)(path, { force: true });
        throw error;
    }
}
/**
 * Writes a temporary file, flushes it to the disk and hashes it; `check` sees the hash and may refuse it. What fails
 * leaves nothing behind.
 */
async function fillTemporary({ path, handle }, body, signal, check) {
    try {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const piece of body) {
            signal.throwIfAborted();
            const writing = writeAll(handle, piece);
            hash.update(piece);
            await writing;
        }
        signal.throwIfAborted();
        const sha256 = hash.digest('hex');
        check?.(sha256);
        await handle.sync();
        const stats = await handle.stat({ bigint: true });
        await handle.close();
        return { path, stats, sha256 };
    }
    catch (error) {
        await handle.close().catch(() => { });
        await (0,external_node_fs_promises_.rm)(path, { force: true });
        throw error;
    }
}
/**
 * Removes what killed processes left: temporary files that nobody wrote to for an hour, by the file system's own clock,
 * which a file just made shows.
 */
async function sweepTemporary(directory, fresh) {
    const now = await fresh.handle.stat({ bigint: true });
    for (const name of await (0,external_node_fs_promises_.readdir)(directory)) {
        if (!name.endsWith(suffix))
            continue;
        const path = (0,external_node_path_.join)(directory, name);
        const stats = await statsOf(path);
        if (stats && now.mtimeNs - stats.mtimeNs > abandonedAfter)
            await (0,external_node_fs_promises_.rm)(path, { force: true });
    }
}

;// CONCATENATED MODULE: ./build/stores/filesystem/place.js




const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);
function conditionFailed(key, present) {
    const found = present ? 'it is there with another content' : 'it is not there';
    return new errors_error/* HoldfastError */.E('store-condition-failed', `the condition on ${key} does not hold: ${found}`, {
        context: { key },
    });
}
function holds(when, present) {
    if (when === undefined)
        return true;
    return 'etag' in when ? present !== undefined && etagOf(present) === when.etag : present === undefined;
}
/** A link appears at once and fails where the name is taken: true when it did the whole job. */
async function linkNew(file, target) {
    try {
        await (0,external_node_fs_promises_.link)(file.path, target);
        return 'placed';
    }
    catch (error) {
        const code = systemCode(error) ?? '';
        if (code === 'EEXIST')
            return 'taken';
        if (withoutLinks.has(code))
            return 'unsupported';
        throw error;
    }
}
/** Gives a file a later time than the one it replaces: two writes within one tick would share their etag. */
async function makeLater(file, present) {
    if (file.stats.mtimeNs > present.mtimeNs)
        return file.stats;
    // A number of seconds is exact to less than a microsecond, so that two milliseconds more are more whatever the rounding.
    const seconds = Number(present.mtimeNs / 1000000n + 2n) / 1000;
    await (0,external_node_fs_promises_.utimes)(file.path, seconds, seconds);
    return (0,external_node_fs_promises_.lstat)(file.path, { bigint: true });
}
async function replace(file, { key, target, when }) {
    const present = await statsOf(target);
    if (present?.isDirectory()) {
        throw new errors_error/* HoldfastError */.E('store-unwritable', `the key ${key} is a directory of other keys`, {
            hint: `Move away the directory ${target}: a file cannot have its name.`,
            context: { key },
        });
    }
    if (!holds(when, present))
        throw conditionFailed(key, present);
    const stats = present ? await makeLater(file, present) : file.stats;
    await (0,external_node_fs_promises_.rename)(file.path, target);
    return stats;
}
/**
 * Puts a written file at its key, with exactly one winner where a condition is set; returns the stats of what is there.
 * A new key is a hard link: no lock, since a link never replaces. Whatever replaces or deletes does so under the lock,
 * so that nothing slips between the check of an etag and the rename. File systems without links lock new keys, too.
 */
async function place(file, placement) {
    const { key, target, when, lock, signal } = placement;
    if (when === undefined || 'absent' in when) {
        const outcome = await linkNew(file, target);
        if (outcome === 'placed') {
            await (0,external_node_fs_promises_.rm)(file.path, { force: true });
            return file.stats;
        }
        const present = outcome === 'taken' ? await statsOf(target) : undefined;
        if (when && present && !present.isDirectory())
            throw conditionFailed(key, present);
    }
    return lock(signal, () => replace(file, placement));
}

;// CONCATENATED MODULE: ./build/stores/filesystem/writer.js





/** A directory may be pruned between its making and its use; each round of that needs another deletion to succeed. */
const rounds = 20;
const sweepEvery = 3_600_000;
/** Runs `work` in a directory that is made where it lacks, again when somebody removed it meanwhile. */
async function within(directory, directories, work) {
    for (let round = 1;; round++) {
        try {
            await directories.ensure(directory);
            return await work();
        }
        catch (error) {
            if (systemCode(error) !== 'ENOENT' || round === rounds)
                throw error;
            directories.forget(directory);
        }
    }
}
/** Temporary files of one store; sweeps old ones before the first write and then every hour. */
function createWriter(temporary, options) {
    const { mode, directories, lock, clock } = options;
    let sweepAt = Number.NEGATIVE_INFINITY;
    async function sweep(fresh) {
        if (clock.monotonic() < sweepAt)
            return;
        sweepAt = clock.monotonic() + sweepEvery;
        // Makes the lock's file while there is room: a full disk must still let go of objects. What is wrong with it is an
        // error of the call that needs it; new keys do not.
        await lock(undefined, async () => { }).catch(() => { });
        // Rubbish that cannot be removed, say another user's, is no reason to fail a backup.
        await sweepTemporary(temporary, fresh).catch(() => { });
    }
    return {
        async open() {
            const file = await within(temporary, directories, () => openTemporary(temporary, mode));
            await sweep(file);
            return file;
        },
        async place(file, placement) {
            const directory = (0,external_node_path_.dirname)(placement.target);
            try {
                const stats = await within(directory, directories, () => place(file, placement));
                await directories.sync(directory);
                return stats;
            }
            catch (error) {
                await (0,external_node_fs_promises_.rm)(file.path, { force: true });
                throw error;
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/stores/filesystem/store.js












const store_features = {
    createOnly: true,
    compareAndSwap: true,
    range: true,
    enforcesSha256: true,
    versions: false,
    objectLock: false,
};
function store_refuse(options) {
    const what = options?.retainUntil !== undefined
        ? 'object lock'
        : options?.tier !== undefined
            ? 'tiers'
            : options?.versionId !== undefined
                ? 'versions'
                : undefined;
    if (what === undefined)
        return;
    throw new errors_error/* HoldfastError */.E('store-unsupported', `a filesystem destination does not support ${what}`, {
        hint: `Remove the setting that asks for ${what} from this destination.`,
    });
}
function store_mismatch(key, expected, found) {
    return new errors_error/* HoldfastError */.E('store-checksum-mismatch', `the bytes of ${key} do not match their sha-256`, {
        context: { key, expected, found },
    });
}
/**
 * A directory as a store. Keys are relative paths, so that people read it with `ls`, `jq` and `age`; `.holdfast-tmp` at
 * its top holds what is being written (removed by the next write once it is an hour old) and the lock between processes.
 *
 * - A new key appears by `link()`, which has one winner; a replacement by `rename()` under the lock.
 * - Everything is flushed, file and directory entries, before a call returns.
 * - `modified` is the file's time. Directories are made when needed and removed when empty.
 * - A key cannot be both a file and a directory of other keys: `store-unwritable`. Symbolic links are no objects.
 * - Errors: `disk-full`, `store-unwritable`, `store-unreachable`, `store-stalled` and those of the Store contract.
 */
function createFilesystemStore(name, config, { clock }) {
    const root = (0,external_node_path_.resolve)(config.path);
    const temporary = (0,external_node_path_.join)(root, temporaryDirectory);
    const directories = createDirectories(root, config.mode);
    const lock = createFileLock((0,external_node_path_.join)(temporary, 'lock'), config.mode, clock);
    const writer = createWriter(temporary, { mode: config.mode, directories, lock, clock });
    async function translated(doing, what, work) {
        try {
            return await work();
        }
        catch (error) {
            throw storeError(error, doing, what, root);
        }
    }
    function store(key, body, options) {
        return translated('write', key, async () => {
            const { signal, sha256, when } = options;
            store_refuse(options);
            signal.throwIfAborted();
            const target = pathOf(root, key);
            const file = await fillTemporary(await writer.open(), body, signal, sha256 === undefined
                ? undefined
                : (found) => {
                    if (found !== sha256)
                        throw store_mismatch(key, sha256, found);
                });
            return object_describe(key, await writer.place(file, { key, target, when, lock, signal }), file.sha256);
        });
    }
    return {
        name,
        features: store_features,
        put: (key, body, options) => store(key, slices(body), options),
        putStream: (key, body, options) => store(key, body, options),
        get: (key, options) => translated('read', key, async () => {
            store_refuse(options);
            options.signal.throwIfAborted();
            return read(pathOf(root, key), key, root, options);
        }),
        stat: (key) => translated('read', key, async () => {
            const stats = await statsOf(pathOf(root, key));
            return stats?.isFile() ? object_describe(key, stats) : undefined;
        }),
        async *list(prefix) {
            try {
                yield* list_list(root, prefix);
            }
            catch (error) {
                throw storeError(error, 'read', prefix === '' ? 'the list of objects' : prefix, root);
            }
        },
        delete: (key, options) => translated('write', key, async () => {
            store_refuse(options);
            await deleteFile(pathOf(root, key), { lock, clock, directories });
        }),
    };
}

;// CONCATENATED MODULE: ./build/stores/rclone/config.js


/**
 * rclone's own rule for names, so that the text is never an option, and never a connection string (`b2,key=…:bucket`):
 * it becomes an argument, which everybody on the host can read.
 */
const remoteWithPath = /^[\p{L}\p{N}_.+@][\p{L}\p{N}_.+@ -]*:[^\0]*$/u;
/** `type: rclone`: any of rclone's remotes, through the rclone of this machine and its own configuration. */
const rcloneConfig = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('rclone').meta({ description: 'Any remote that the rclone of this machine knows.' }),
    remote: schemas/* string */.YjP()
        .regex(remoteWithPath, "write rclone's remote and a path, b2:bucket/path; options belong to rclone's own configuration")
        .meta({ description: 'Remote and path: b2:bucket/path.' }),
    ...destinationFields,
});

;// CONCATENATED MODULE: ./build/stores/rclone/call.js


/** What every call gets: no question, no second opinion on what to do, and nothing but errors on stderr. */
const always = [
    ['--retries', '1'],
    // A few within a call for a hiccup; an outage is ridden out by the retries around the store.
    ['--low-level-retries', '3'],
    ['--contimeout', '30s'],
    ['--timeout', '2m'],
    ['--stats', '0'],
    ['--log-level', 'NOTICE'],
    ['--dry-run=false', '--interactive=false', '--ask-password=false', '--progress=false'],
].flat();
async function* linesOf(output) {
    let rest = Buffer.alloc(0);
    for await (const chunk of output) {
        rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        let start = 0;
        for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
            yield rest.toString('utf8', start, end);
            start = end + 1;
        }
        rest = rest.subarray(start);
    }
    if (rest.length > 0)
        yield rest.toString('utf8');
}
/** See {@link Rclone}. The environment is the child's whole one. */
function createRclone(environment) {
    const toolCall = ({ args: [command = '', ...rest], ...call }) => ({
        ...call,
        command: 'rclone',
        args: [command, ...always, ...rest],
        environment,
    });
    return {
        run: async (call) => (await (0,run_tool/* runTool */.q)(toolCall(call))).stdout.toString('utf8'),
        open: (call) => (0,spawn/* spawnTool */.M)(toolCall(call)).stdout,
        lines: (call) => linesOf((0,spawn/* spawnTool */.M)(toolCall(call)).stdout),
    };
}

// EXTERNAL MODULE: ./build/process/environment.js
var process_environment = __webpack_require__(84511);
;// CONCATENATED MODULE: ./build/stores/rclone/environment.js


/** Options that would change what a call reads, writes or prints, were they taken from the environment. */
const meddling = /^RCLONE_(INCLUDE|EXCLUDE|FILTER|FILES_FROM|HASH_FILTER|MIN_|MAX_(AGE|SIZE|DEPTH|DELETE|DURATION|TRANSFER)|METADATA|BACKUP_DIR|SUFFIX|COMPARE_DEST|COPY_DEST|IGNORE_|IMMUTABLE|INPLACE|NO_TRAVERSE|NO_CHECK_DEST|NAME_TRANSFORM|LOG_|SYSLOG|VERBOSE|QUIET|STATS|PROGRESS|USE_JSON_LOG|OFFSET|COUNT|HEAD|TAIL|DISCARD|SEPARATOR|SIZE|RECURSIVE|HASH|STAT|DIRS_ONLY|FILES_ONLY|ENCRYPTED|ORIGINAL|NO_MODTIME|NO_MIMETYPE)/;
const environment_secret = /PASS|SECRET|TOKEN|KEY|SAS|CREDENTIALS/;
/**
 * The environment for rclone: that of any child, and all of rclone's own variables but those that meddle with single
 * calls. Its passwords stay with it, and are known as secrets from then on.
 */
function rcloneEnvironment(environment) {
    const own = {};
    for (const [name, value] of Object.entries(environment)) {
        if (!name.startsWith('RCLONE_') || meddling.test(name))
            continue;
        if (environment_secret.test(name) && value !== '')
            new secret/* Secret */.zh(value);
        own[name] = value;
    }
    const others = Object.entries((0,process_environment/* childEnvironment */.Q)(environment)).filter(([name]) => !name.startsWith('RCLONE_'));
    return { ...Object.fromEntries(others), ...own };
}

;// CONCATENATED MODULE: ./build/stores/rclone/errors.js

const nameOf = ({ remote }) => remote.slice(0, remote.indexOf(':'));
/** By what rclone and the clouds say; the first that fits. */
const errors_kinds = [
    {
        says: /directory not found|InvalidBucketName|NoSuchBucket|ContainerNotFound/i,
        code: 'bucket-missing',
        message: 'the bucket or directory is not there',
        hint: ({ remote }) => `Make it: \`rclone mkdir ${remote}\`, or correct \`remote:\` of the destination.`,
    },
    {
        says: /didn't find section in config file|didn't find backend called/i,
        code: 'store-unreachable',
        message: 'rclone does not know the remote',
        hint: (purpose) => `Make the remote ${nameOf(purpose)} with \`rclone config\`, or set RCLONE_CONFIG to the file that has it; \`rclone listremotes\` shows what there is.`,
    },
    {
        says: /(decrypt|password for) .{0,40}config|unable to decrypt configuration/i,
        code: 'store-unreachable',
        message: "rclone's configuration is encrypted",
        hint: () => 'Set RCLONE_CONFIG_PASS or RCLONE_PASSWORD_COMMAND for the user that runs Holdfast.',
    },
    {
        says: /Failed to load config file/i,
        code: 'store-unreachable',
        message: "rclone's configuration cannot be read",
        hint: () => 'Mend the file, or set RCLONE_CONFIG to another; `rclone config file` says which it is.',
    },
    {
        says: /x509:|certificate/i,
        code: 'tls-failed',
        message: 'the certificate of the server is not trusted',
        hint: () => 'Set RCLONE_CA_CERT to the file of the authority that signed it.',
    },
    {
        says: /no space left|quota|insufficient.?storage|storage.{0,20}(full|exceeded)|cap exceeded/i,
        code: 'disk-full',
        message: 'no space is left',
        hint: ({ remote }) => `Make room at ${remote}, raise its quota, or let \`holdfast cleanup\` remove what may go.`,
    },
    {
        says: /RequestTimeTooSkewed|clock|time.{0,20}skew/i,
        code: 'clock-skew',
        message: 'the clock of this host is wrong',
        hint: () => 'Set the clock of this host: `timedatectl set-ntp true`.',
    },
    {
        says: /read-only file system/i,
        message: 'it is read-only',
        hint: ({ remote }) => `Mount what ${remote} stands on read-write.`,
    },
    {
        says: /unauthori[sz]ed|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|ExpiredToken|invalid_grant|bad_auth_token|couldn't fetch token|unable to authenticate|handshake failed|login incorrect|AuthenticationFailed|(StatusCode:|status(?: code)?:?) 401/i,
        code: 'store-credentials',
        message: 'the credentials are not accepted',
        hint: (purpose) => `Try \`rclone lsd ${nameOf(purpose)}:\` as the user that runs Holdfast, and correct the credentials with \`rclone config\`.`,
    },
    {
        says: /AccessDenied|Access Denied|forbidden|permission denied|operation not permitted|AuthorizationFailure|(StatusCode:|status(?: code)?:?) 403/i,
        message: 'access is refused',
        hint: (purpose) => `Try \`rclone lsd ${nameOf(purpose)}:\` as the user that runs Holdfast, and grant what it lacks.`,
    },
    {
        says: /timed? ?out|connection (refused|reset|closed)|no such host|network is (down|unreachable)|no route to host|unexpected EOF|\bEOF\b|broken pipe|too many (requests|connections)|SlowDown|ServiceUnavailable|InternalError|try again|temporar|rate.?limit|throttl|(StatusCode:|status(?: code)?:?|error) (429|50\d)|\b50[0234] /i,
        code: 'store-unreachable',
        retryable: true,
        message: 'the remote does not answer as it should',
        hint: ({ remote }) => `See that ${remote} can be reached from this host, and run again.`,
    },
];
/** rclone's words without date, level and prefix. */
function lastWords(lines) {
    const line = lines.findLast((each) => !/NOTICE: Config file/.test(each)) ?? '';
    return line
        .replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?:[A-Z]+ *: )?/, '')
        .replace(/^Failed to [a-z]+(?: with \d+ errors: last error was)?: /, '')
        .trim()
        .replace(/\.$/, '');
}
/** Statuses by which rclone says that a directory or an object is not there. */
const absentStatuses = [3, 4];
/** "Temporary errors during operations which may be retried", https://rclone.org/docs/#exit-code */
const temporaryStatus = 5;
/** Whether an error of a tool is rclone saying that something is not there. */
function isAbsence(error) {
    return ((0,errors_error/* hasCode */.u)(error, 'tool-failed') && absentStatuses.includes(error.context.exitStatus));
}
function errors_notFound(key, cause) {
    return new errors_error/* HoldfastError */.E('store-not-found', `there is no object ${key}`, { context: { key }, cause });
}
/** What it means that rclone failed. Errors that are not a tool's are returned as they are. */
function errors_storeError(error, purpose) {
    if (!(0,errors_error/* hasCode */.u)(error, 'tool-failed'))
        return error;
    if (isAbsence(error) && purpose.doing === 'read')
        return errors_notFound(purpose.what, error);
    const { exitStatus, stderr } = error.context;
    const lines = Array.isArray(stderr) ? stderr : [];
    const kind = errors_kinds.find(({ says }) => lines.some((line) => says.test(line)));
    const words = lastWords(lines);
    const refused = purpose.doing === 'read' ? 'store-unreachable' : 'store-unwritable';
    const retryable = kind ? (kind.retryable ?? false) : exitStatus === temporaryStatus;
    return new errors_error/* HoldfastError */.E(kind?.code ?? (retryable ? 'store-unreachable' : refused), `cannot ${purpose.doing} ${purpose.what}: ${[kind?.message, words].filter(Boolean).join(': ')}`, {
        hint: kind?.hint(purpose) ?? 'Read what rclone said, and try it by hand as the user that runs Holdfast.',
        context: { remote: purpose.remote, exitStatus, stderr: lines },
        retryable,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/stores/rclone/object.js

const itemSchema = schemas/* object */.Ikc({
    Path: schemas/* string */.YjP(),
    Size: schemas/* number */.aig(),
    ModTime: schemas/* string */.YjP(),
    IsDir: schemas/* boolean */.zMY(),
    Hashes: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
    Tier: schemas/* string */.YjP().optional(),
});
/** Reads one object of `lsjson`'s output. */
function parseItem(json) {
    return itemSchema.parse(JSON.parse(json));
}
/** What `lsjson` is asked for: the server's time where it has one, hashes only where they cost nothing. */
function itemOptions({ hash }) {
    return [
        '--no-mimetype',
        '--use-server-modtime',
        ...(hash === undefined ? [] : ['--hash', '--hash-type', hash]),
    ];
}
/**
 * An item as an object. The etag is made of time, size and the hash that comes for nothing: where there is no such hash
 * and times are coarse, a replacement of the same size within one tick keeps it.
 */
function rclone_object_describe(key, item, { hash, coarseTimes }) {
    const time = coarseTimes ? item.ModTime.replace(/\.\d+/, '') : item.ModTime;
    const sum = hash === undefined ? undefined : item.Hashes?.[hash];
    return {
        key,
        bytes: item.Size,
        etag: `"${[time, item.Size, ...(sum === undefined ? [] : [sum])].join('/')}"`,
        modified: new Date(time),
        ...(hash === 'sha256' && sum ? { sha256: sum } : {}),
        ...(item.Tier ? { tier: item.Tier } : {}),
    };
}

;// CONCATENATED MODULE: ./build/stores/rclone/paths.js


/** Holds what is being written where an upload is visible before it is complete. */
const paths_temporaryDirectory = '.holdfast-tmp';
/** `remote:path` with more path behind it. */
function below(remote, path) {
    return path === '' ? remote : /[:/]$/.test(remote) ? remote + path : `${remote}/${path}`;
}
/** Whether a key lies among the temporary ones. */
function isTemporary(key) {
    return key.split('/')[0]?.toLowerCase() === paths_temporaryDirectory;
}
/** The remote's path of a key. Errors: `store-unsupported` for a key that would be another's path. */
function paths_pathOf(remote, key) {
    const reason = isTemporary(key) ? `${paths_temporaryDirectory} is reserved` : keyFlaw(key);
    if (reason === undefined)
        return below(remote, key);
    throw new errors_error/* HoldfastError */.E('store-unsupported', `the key ${JSON.stringify(key)} cannot be a file: ${reason}`, {
        context: { key },
    });
}

;// CONCATENATED MODULE: ./build/stores/rclone/list.js





/** The item at a path, undefined where no file is. Errors: `tool-failed`. */
async function list_look({ rclone, traits }, path, signal) {
    try {
        const args = ['lsjson', '--stat', '--files-only', ...itemOptions(traits), '--', path];
        const printed = (await rclone.run({ args, signal })).trim();
        if (printed === '' || printed === 'null')
            return undefined;
        const item = parseItem(printed);
        return item.IsDir ? undefined : item;
    }
    catch (error) {
        if (isAbsence(error))
            return undefined;
        throw error;
    }
}
/** What lies at a path: all files below it, or one level with its directories. */
async function* itemsAt({ rclone, traits }, path, depth, signal) {
    try {
        const args = [
            'lsjson',
            ...(depth === 'all' ? ['--recursive', '--files-only'] : []),
            ...itemOptions(traits),
        ];
        // One item a line: `[`, then `{…},`, at last `]`.
        for await (const line of rclone.lines({ args: [...args, '--', path], signal })) {
            if (line.startsWith('{'))
                yield parseItem(line.replace(/,$/, ''));
        }
    }
    catch (error) {
        if (!isAbsence(error))
            throw error;
    }
}
/** What lies in a folder, which is empty or a part of keys. */
async function folderOf(remote, folder, depth, signal) {
    const path = below(remote.root, folder);
    const found = [];
    for await (const item of itemsAt(remote, path, depth, signal)) {
        const key = folder === '' ? item.Path : `${folder}/${item.Path}`;
        if (!isTemporary(key))
            found.push({ ...item, key });
    }
    // Of the path of a file rclone lists the file itself, as if it lay in a directory of its own name.
    const [first] = found;
    const itself = found.length === 1 && folder !== '' && first?.Path === folder.split('/').at(-1);
    return itself && (await list_look(remote, path, signal)) ? [] : found;
}
/** Files and folders of one level whose keys start with `prefix`, and what those folders hold. */
async function beginningWith(remote, folder, prefix, signal) {
    const files = [];
    for (const item of await folderOf(remote, folder, 'one', signal)) {
        if (!item.key.startsWith(prefix))
            continue;
        if (item.IsDir)
            files.push(...(await folderOf(remote, item.key, 'all', signal)));
        else
            files.push(item);
    }
    return files;
}
/**
 * Every object whose key starts with `prefix`, in byte order. Remotes list in an order of their own, so that all of it
 * is held in memory, some 300 bytes an object. Errors: `tool-failed`.
 */
async function* rclone_list_list(remote, prefix, signal) {
    const folder = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')));
    // No key has such parts, and a path made of them would leave the root.
    if (prefix.includes('/') && (keyFlaw(folder) !== undefined || isTemporary(folder)))
        return;
    const whole = prefix === '' || prefix.endsWith('/');
    const files = whole
        ? await folderOf(remote, folder, 'all', signal)
        : await beginningWith(remote, folder, prefix, signal);
    files.sort((a, b) => compareKeys(a.key, b.key));
    for (const file of files)
        yield rclone_object_describe(file.key, file, remote.traits);
}

;// CONCATENATED MODULE: ./build/stores/rclone/read.js







/** Passes exactly `length` bytes on, and errors where there are more or fewer. */
async function* exactly(output, length, remote, key) {
    let bytes = 0;
    try {
        for await (const chunk of output) {
            bytes += chunk.byteLength;
            if (bytes > length)
                break;
            yield chunk;
        }
    }
    catch (error) {
        throw errors_storeError(error, { doing: 'read', what: key, remote: remote.root });
    }
    if (bytes === length)
        return;
    throw new errors_error/* HoldfastError */.E('store-unreachable', `the object ${key} changed or ended while it was read`, {
        hint: 'Run again; should it come back, see who else writes to this destination.',
        context: { key, expected: length },
        retryable: true,
    });
}
/**
 * Opens an object or a part of it. rclone joins all files of a directory where a key is a directory, and some remotes
 * give nothing and success for what is absent: so the object is looked at first, and its bytes are counted.
 * Errors: `store-not-found`, `object-damaged` for a part that it does not have, `tool-failed`.
 */
async function read_read(remote, key, { range, signal }) {
    const path = paths_pathOf(remote.root, key);
    const item = await list_look(remote, path, signal);
    if (item === undefined)
        throw errors_notFound(key);
    const { offset, length } = range ?? { offset: 0, length: item.Size };
    checkRange(key, item.Size, { offset, length });
    if (length === 0)
        return external_node_stream_.Readable.from([]);
    const part = range === undefined ? [] : ['--offset', String(offset), '--count', String(length)];
    const output = remote.rclone.open({ args: ['cat', ...part, '--', path], signal });
    const body = external_node_stream_.Readable.from(exactly(output, length, remote, key), { objectMode: false });
    // Nobody may be waiting for the child's next byte when the reader goes away.
    body.once('close', () => output.destroy());
    abortWith(body, signal);
    return body;
}

;// CONCATENATED MODULE: ./build/stores/rclone/traits.js


/** Debian 12 and Ubuntu 24.04 have it. */
const oldest = [1, 60];
const featuresSchema = schemas/* object */.Ikc({
    Hashes: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    Features: schemas/* object */.Ikc({
        BucketBased: schemas/* boolean */.zMY().default(false),
        Copy: schemas/* boolean */.zMY().default(false),
        IsLocal: schemas/* boolean */.zMY().default(false),
        Move: schemas/* boolean */.zMY().default(false),
        /** Unknown before 1.63. */
        PartialUploads: schemas/* boolean */.zMY().optional(),
        PutStream: schemas/* boolean */.zMY().default(false),
        SlowHash: schemas/* boolean */.zMY().default(false),
    }),
});
/** Reads what `rclone backend features` prints. */
function parseTraits(json) {
    const { Hashes, Features: has } = featuresSchema.parse(JSON.parse(json));
    const renames = has.Move || has.Copy;
    // An object store cuts an upload that stops short; a drive may keep what it got.
    const whole = has.BucketBased && !has.PartialUploads;
    const visible = has.PartialUploads ?? !has.BucketBased;
    const hashes = has.SlowHash ? [] : (Hashes ?? []);
    return {
        appears: whole ? 'direct' : renames ? 'rename' : visible ? 'never' : 'direct',
        renames,
        replaces: has.IsLocal,
        streams: has.PutStream,
        hash: ['sha256', 'sha1', 'md5'].find((name) => hashes.includes(name)) ?? hashes[0],
        coarseTimes: has.BucketBased,
    };
}
/** Refuses an rclone that is too old, by what `rclone version` prints. Errors: `tool-missing`. */
function checkVersion(printed) {
    const [, name = '', major = '', minor = ''] = /^rclone (v?(\d+)\.(\d+)\S*)/.exec(printed) ?? [];
    const isNew = Number(major) > oldest[0] || (Number(major) === oldest[0] && Number(minor) >= oldest[1]);
    if (name !== '' && isNew)
        return;
    throw new errors_error/* HoldfastError */.E('tool-missing', `rclone ${name || 'of unknown version'} is too old`, {
        hint: `Install rclone ${oldest.join('.')} or newer, from https://rclone.org/downloads/ if your distribution has none.`,
        context: { tool: 'rclone', version: name, needed: oldest.join('.') },
    });
}
/** Asks rclone about itself and about a remote. Errors: `tool-missing`, `tool-failed`. */
async function readTraits(rclone, remote, signal) {
    const features = rclone.run({ args: ['backend', 'features', '--', remote], signal });
    // Asked for at once; whether this rclone knows the question comes first.
    features.catch(() => undefined);
    checkVersion(await rclone.run({ args: ['version'], signal }));
    try {
        return parseTraits(await features);
    }
    catch (error) {
        // rclone takes for a file what it may not look at: a listing says what is wrong.
        await rclone.run({ args: ['lsjson', '--', remote], signal });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stores/rclone/write.js






/** Bytes in memory as content. */
function write_contentOf(body) {
    return { stdin: body, bytes: body.byteLength, written: () => body.byteLength };
}
/** A stream as content. */
function streamedContent(body) {
    let bytes = 0;
    async function* counted() {
        for await (const chunk of body) {
            bytes += chunk.byteLength;
            // The caller may recycle its buffer as soon as it is asked for the next one.
            yield Buffer.from(chunk);
        }
    }
    return { stdin: external_node_stream_.Readable.from(counted(), { objectMode: false }), written: () => bytes };
}
const never = new AbortController().signal;
function cannotBeWhole(root) {
    return new errors_error/* HoldfastError */.E('store-unsupported', `${root} shows uploads before they are whole and cannot rename`, {
        hint: 'Use another remote: a backup must appear whole or not at all.',
        context: { remote: root },
    });
}
/** Uploads to a path. Without `--size` rclone would take small bodies for streams, and buffer where it cannot stream. */
async function upload({ rclone }, path, { stdin, bytes }, signal) {
    const size = bytes === undefined ? [] : ['--size', String(bytes)];
    await rclone.run({ args: ['rcat', ...size, '--', path], signal, stdin });
}
/** Uploads under a temporary name and gives it its own when it is whole. */
async function uploadAndRename(remote, path, content, signal) {
    const name = `${paths_temporaryDirectory}/${process.pid}-${(0,external_node_crypto_.randomBytes)(10).toString('hex')}.part`;
    const temporary = below(remote.root, name);
    // Where a rename replaces, deleting first what stands there would leave a moment without either.
    const replace = remote.traits.replaces ? ['--no-check-dest'] : ['--ignore-times'];
    try {
        await upload(remote, temporary, content, signal);
        await remote.rclone.run({ args: ['moveto', ...replace, '--', temporary, path], signal });
    }
    catch (error) {
        // What cannot be removed now, the sweep removes.
        await remote.rclone.run({ args: ['deletefile', '--', temporary], signal: never }).catch(() => undefined);
        throw error;
    }
}
/**
 * Writes one object and looks at it. A body is cut off by an object store when its writer dies; a stream would then look
 * complete, so that it always goes through a temporary name. Errors: `store-unsupported` where nothing can appear whole,
 * `store-lied` for one that is not there or has another size, `tool-failed`.
 */
async function write(remote, key, content, signal) {
    const path = paths_pathOf(remote.root, key);
    const { appears } = remote.traits;
    if (appears === 'never')
        throw cannotBeWhole(remote.root);
    const direct = appears === 'direct' && content.bytes !== undefined;
    await (direct ? upload : uploadAndRename)(remote, path, content, signal);
    const item = await list_look(remote, path, signal);
    if (item?.Size === content.written())
        return rclone_object_describe(key, item, remote.traits);
    throw new errors_error/* HoldfastError */.E('store-lied', `${remote.root} took ${key} and does not have it`, {
        hint: 'Try `rclone rcat` and `rclone lsl` there by hand; do not trust this remote before they agree.',
        context: { key, expected: content.written(), found: item?.Size },
    });
}
/** Removes what killed runs left under temporary names more than an hour ago. What stays is no reason to fail. */
async function sweep({ rclone, root }) {
    const args = ['delete', '--min-age', '1h', '--', below(root, paths_temporaryDirectory)];
    await rclone.run({ args, signal: never }).catch(() => undefined);
}

;// CONCATENATED MODULE: ./build/stores/rclone/store.js










/** rclone has no conditions, and hashes what it sends at most itself. */
const rclone_store_features = {
    createOnly: false,
    compareAndSwap: false,
    range: true,
    enforcesSha256: false,
    versions: false,
    objectLock: false,
};
function rclone_store_refuse({ when, retainUntil, tier, versionId } = {}) {
    const what = when !== undefined
        ? 'conditions'
        : retainUntil !== undefined
            ? 'object lock'
            : tier !== undefined
                ? 'tiers'
                : versionId !== undefined
                    ? 'versions'
                    : undefined;
    if (what === undefined)
        return;
    throw new errors_error/* HoldfastError */.E('store-unsupported', `an rclone destination does not support ${what}`, {
        hint: `Remove the setting that asks for ${what} from this destination, or use a destination of type s3 or azure.`,
    });
}
/** Calls that have no signal of their own go on after an interrupt: leases are released then. */
const store_never = new AbortController().signal;
/**
 * Any cloud that rclone knows as a store: each call is a child `rclone` with this host's own rclone configuration.
 *
 * - Uploads appear whole: at once where the remote is an object store, by a rename from `.holdfast-tmp` elsewhere. What
 *   replaces an object there may leave a moment without it, except on local disks.
 * - What is written is as durable as rclone makes it: it flushes no local disk.
 * - Times are the server's where rclone can tell, else those of the writer's clock.
 * - Errors: `tool-missing` (also for an rclone before 1.60), `store-unreachable`, `store-unwritable`,
 *   `store-credentials`, `bucket-missing`, `clock-skew`, `tls-failed`, `disk-full`,
 *   `store-lied` and those of the Store contract. rclone's exit statuses: https://rclone.org/docs/#exit-code
 */
async function openRcloneStore(name, { remote: root }, { environment, mode, signal }) {
    const rclone = createRclone(rcloneEnvironment(environment));
    async function translated(doing, what, work) {
        try {
            return await work();
        }
        catch (error) {
            throw errors_storeError(error, { doing, what, remote: root });
        }
    }
    const traits = await translated('read', root, () => readTraits(rclone, root, signal));
    const remote = { rclone, root, traits };
    let swept = traits.appears !== 'rename' || mode === 'read' || mode === 'dry-run';
    const store = (key, content, options) => translated('write', key, async () => {
        rclone_store_refuse(options);
        options.signal.throwIfAborted();
        if (!swept) {
            swept = true;
            await sweep(remote);
        }
        return write(remote, key, content(), options.signal);
    });
    return {
        name,
        features: rclone_store_features,
        put: (key, body, options) => store(key, () => write_contentOf(body), options),
        ...(traits.streams && traits.renames
            ? { putStream: (key, body, options) => store(key, () => streamedContent(body), options) }
            : {}),
        get: (key, options) => translated('read', key, async () => {
            rclone_store_refuse(options);
            options.signal.throwIfAborted();
            return read_read(remote, key, options);
        }),
        stat: (key) => translated('read', key, async () => {
            const item = await list_look(remote, paths_pathOf(root, key), store_never);
            return item && rclone_object_describe(key, item, traits);
        }),
        async *list(prefix) {
            try {
                yield* rclone_list_list(remote, prefix, store_never);
            }
            catch (error) {
                throw errors_storeError(error, {
                    doing: 'read',
                    what: prefix === '' ? 'the list of objects' : prefix,
                    remote: root,
                });
            }
        },
        delete: (key, options) => translated('write', key, async () => {
            rclone_store_refuse(options);
            const args = ['deletefile', '--', paths_pathOf(root, key)];
            await rclone.run({ args, signal: store_never, acceptedExits: [0, ...absentStatuses] });
        }),
    };
}

;// CONCATENATED MODULE: ./build/stores/s3/config.js


const objectLock = schemas/* strictObject */.rej({
    mode: schemas/* enum */.k5n(['governance', 'compliance'])
        .meta({ description: 'Governance may be lifted by those with the right to; compliance by nobody.' }),
    for: destination_fields_durationField.meta({ description: 'How long what a backup writes cannot be deleted: 30d.' }),
});
/** `type: s3`: Amazon S3 and whatever speaks its protocol. */
const s3Config = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('s3').meta({ description: 'Amazon S3, or any store that speaks its protocol.' }),
    bucket: schemas/* string */.YjP().min(1).meta({ description: 'Name of the bucket, which must exist.' }),
    prefix: prefixField.optional(),
    region: schemas/* string */.YjP().min(1).meta({ description: 'Region of the bucket: eu-central-1.' }).optional(),
    endpoint: schemas/* url */.OZ5({ protocol: /^https?$/ })
        .meta({ description: 'Address of the store; absent: Amazon.' })
        .optional(),
    'path-style': schemas/* boolean */.zMY()
        .meta({ description: 'Whether the bucket stands in the path instead of the host name.' })
        .optional(),
    'access-key-id': schemas/* string */.YjP()
        .min(1)
        .meta({ description: "Absent: AWS's default chain, or role-arn." })
        .optional(),
    'secret-access-key': destination_fields_secretField.meta({ description: 'Goes with access-key-id.' }).optional(),
    'role-arn': schemas/* string */.YjP()
        .regex(/^arn:[^:]+:iam::\d{12}:role\/.+$/, 'write it as arn:aws:iam::123456789012:role/name')
        .meta({ description: "Role to assume with GitHub's OIDC token." })
        .optional(),
    'storage-class': schemas/* string */.YjP().min(1).meta({ description: 'Of data/ only: STANDARD_IA.' }).optional(),
    'server-side-encryption': schemas/* enum */.k5n(['AES256', 'aws:kms', 'aws:kms:dsse'])
        .meta({ description: 'Encryption that the store adds to ours.' })
        .optional(),
    'kms-key-id': schemas/* string */.YjP().min(1).meta({ description: 'Key for aws:kms.' }).optional(),
    'object-lock': objectLock.meta({ description: 'Retention that the store itself enforces.' }).optional(),
    ...destinationFields,
})
    .superRefine((config, context) => {
    const complain = (path, message) => context.addIssue({ code: 'custom', path: [path], message });
    const hasId = config['access-key-id'] !== undefined;
    if (hasId && !config['secret-access-key'])
        complain('secret-access-key', 'needed beside access-key-id');
    if (!hasId && config['secret-access-key'])
        complain('access-key-id', 'needed beside secret-access-key');
    if (config['kms-key-id'] !== undefined && !config['server-side-encryption']?.startsWith('aws:kms')) {
        complain('kms-key-id', 'needs server-side-encryption: aws:kms');
    }
});

;// CONCATENATED MODULE: ./build/stores/s3/abilities.js
/** What is safe to believe of a store that was not tried. */
const untried = {
    createOnly: false,
    completeCreateOnly: false,
    ifMatch: 'none',
    enforcesSha256: false,
    checksumHeader: false,
    versions: false,
};
/** Object Lock cannot be without versions. */
function featuresOf(abilities, locks) {
    return {
        createOnly: abilities.createOnly,
        compareAndSwap: abilities.ifMatch !== 'none',
        range: true,
        enforcesSha256: abilities.enforcesSha256,
        versions: abilities.versions || locks,
        objectLock: locks,
    };
}

;// CONCATENATED MODULE: ./build/stores/s3/agents.js



const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'];
/** Node's agents know proxies since 24.5; an older one would go past the proxy without a word. */
function refuseOldNode() {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major > 24 || (major === 24 && minor >= 5))
        return;
    throw new errors_error/* HoldfastError */.E('store-unsupported', `a store behind a proxy needs another Node than ${process.version}`, {
        hint: 'Use Node 24.5 or newer, or unset HTTPS_PROXY and HTTP_PROXY where the store can be reached directly.',
    });
}
/**
 * One pool of kept-alive connections for everything that a store does; through the proxy that `HTTPS_PROXY`,
 * `HTTP_PROXY` and `NO_PROXY` of `environment` say. Errors: `store-unsupported` where this Node knows no proxies.
 */
function createAgents(environment) {
    const proxyEnv = Object.fromEntries(proxyNames.filter((name) => environment[name]).map((name) => [name, environment[name] ?? '']));
    const hasProxy = Object.keys(proxyEnv).some((name) => !/^no_/i.test(name));
    if (hasProxy)
        refuseOldNode();
    const options = {
        keepAlive: true,
        maxSockets: 64,
        scheduling: 'lifo',
        ...(hasProxy ? { proxyEnv } : {}),
    };
    return { httpAgent: new external_node_http_.Agent(options), httpsAgent: new external_node_https_.Agent(options) };
}

;// CONCATENATED MODULE: ./build/stores/s3/answers.js
const answers_passing = new Set([
    'SlowDown',
    'SlowDownRead',
    'SlowDownWrite',
    'ServiceUnavailable',
    'InternalError',
    'RequestTimeout',
    'RequestTimeoutException',
    'TooManyRequests',
    'TooManyRequestsException',
    'Throttling',
    'ThrottlingException',
    'RequestLimitExceeded',
    'BandwidthLimitExceeded',
    'OperationAborted',
    'ConditionalRequestConflict',
    'TimeoutError',
    'IncompleteBody',
    'InvalidPart',
    'IncompleteRead',
]);
/** Whether the same request may succeed later. */
function isPassing({ code, status }) {
    return answers_passing.has(code) || status === 429 || (status >= 500 && status !== 501) || status === 408;
}
/** The SDK's names of errors without a body, which the status says better. */
const nameless = /^(Error|UnknownError|Unknown|\d+)$/;
const answers_names = {
    301: 'PermanentRedirect',
    400: 'BadRequest',
    403: 'AccessDenied',
    404: 'NotFound',
    412: 'PreconditionFailed',
    429: 'TooManyRequests',
    501: 'NotImplemented',
    503: 'ServiceUnavailable',
};
/** The store's answer within an error of the SDK; undefined for any other error. */
function answers_answerOf(error) {
    if (!(error instanceof Error))
        return undefined;
    const { name, message, Code, Region, $metadata, $response } = error;
    if (name === 'TimeoutError')
        return { code: name, status: 0, message };
    const status = $metadata?.httpStatusCode ?? $response?.statusCode;
    if (status === undefined)
        return undefined;
    const given = Code ?? name;
    const code = nameless.test(given) ? (answers_names[status] ?? `HTTP ${status}`) : given;
    const region = Region ?? $response?.headers?.['x-amz-bucket-region'];
    return { code, status, message: clean(message), ...(region === undefined ? {} : { region }) };
}
/** One line without the full stop at its end. */
function clean(message) {
    return message.replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 300);
}

;// CONCATENATED MODULE: ./build/stores/s3/identity-token.js




const identity_token_audience = 'sts.amazonaws.com';
async function fromFile(path) {
    try {
        return new secret/* Secret */.zh((await (0,external_node_fs_promises_.readFile)(path, 'utf8')).trim());
    }
    catch (cause) {
        throw new errors_error/* HoldfastError */.E('store-credentials', `the token file ${path} cannot be read`, {
            hint: 'Set AWS_WEB_IDENTITY_TOKEN_FILE to a file that this user may read.',
            cause,
        });
    }
}
/**
 * A token that says who runs: GitHub's, made anew by every call, else that of `AWS_WEB_IDENTITY_TOKEN_FILE`. Errors:
 * `store-credentials` where neither is to be had, `store-unreachable` where GitHub does not answer.
 */
async function identityToken(environment) {
    const { AWS_WEB_IDENTITY_TOKEN_FILE: file } = environment;
    if (hasGithubToken(environment))
        return githubToken(identity_token_audience, environment);
    if (file)
        return fromFile(file);
    throw new errors_error/* HoldfastError */.E('store-credentials', 'role-arn needs an OIDC token, and there is none', {
        hint: environment.GITHUB_ACTIONS
            ? 'Give the workflow or job `permissions: {id-token: write, contents: read}`.'
            : 'Set AWS_WEB_IDENTITY_TOKEN_FILE outside of GitHub Actions, or use access-key-id instead of role-arn.',
    });
}

;// CONCATENATED MODULE: ./build/stores/s3/credentials.js





const assuming = 'the role could not be assumed';
/** What it means that a service gave no credentials; its own host and not the store's is what cannot be reached. */
function refused(error, roleArn, host) {
    if (error instanceof errors_error/* HoldfastError */.E)
        return error;
    const broken = networkError(error, { host, store: roleArn, doing: 'assume the role' });
    if (broken)
        return broken;
    const answer = answers_answerOf(error);
    if (!answer || isPassing(answer))
        return error;
    return new errors_error/* HoldfastError */.E('store-credentials', `${assuming}: ${answer.code}`, {
        hint: `Check the trust policy of ${roleArn}: it must name this repository's OIDC subject and the audience sts.amazonaws.com.`,
        context: { role: roleArn, answer: answer.code, said: answer.message },
        cause: error,
    });
}
/** A role for a token of the forge; the SDK asks again five minutes before the credentials expire. */
async function assumedRole(roleArn, options) {
    const { environment, region, requestHandler } = options;
    const { fromWebToken } = await __webpack_require__.e(/* import() */ 9956).then(__webpack_require__.t.bind(__webpack_require__, 29956, 19));
    const endpoint = environment.AWS_ENDPOINT_URL_STS;
    return async () => {
        const host = endpoint ? new URL(endpoint).host : `sts.${region}.amazonaws.com`;
        try {
            const webIdentityToken = await identityToken(environment);
            const found = await fromWebToken({
                roleArn,
                webIdentityToken: webIdentityToken.reveal(),
                roleSessionName: `holdfast-${environment.GITHUB_RUN_ID || 'run'}`,
                clientConfig: { region, requestHandler, maxAttempts: 3, ...(endpoint ? { endpoint } : {}) },
            })();
            hide(found.secretAccessKey, found.sessionToken);
            return found;
        }
        catch (error) {
            throw refused(error, roleArn, host);
        }
    };
}
/** Whatever prints them from now on prints stars. */
function hide(...texts) {
    for (const text of texts)
        if (text)
            new secret/* Secret */.zh(text);
}
/**
 * The credentials of the configuration, of `role-arn`, or of the environment that the run was given; undefined leaves it
 * to the SDK's own chain (profiles, SSO, instance and container roles).
 */
async function credentialsOf(settings, options) {
    const { accessKeyId, secretAccessKey, roleArn } = settings;
    if (roleArn !== undefined)
        return assumedRole(roleArn, options);
    if (accessKeyId !== undefined && secretAccessKey !== undefined) {
        return { accessKeyId, secretAccessKey: secretAccessKey.reveal() };
    }
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token, } = options.environment;
    if (!id || !secret)
        return undefined;
    hide(secret, token);
    return { accessKeyId: id, secretAccessKey: secret, ...(token ? { sessionToken: token } : {}) };
}

;// CONCATENATED MODULE: ./build/stores/s3/middleware.js
/** Notes the `Date` header of every reply on its metadata, where {@link serverDate} finds it. */
function noteServerDate(client) {
    client.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const { headers } = result.response;
        const date = new Date(headers?.date ?? '');
        if (result.output && !Number.isNaN(date.getTime()))
            result.output.$metadata.serverDate = date;
        return result;
    }, { step: 'deserialize', name: 'noteServerDate', priority: 'high' });
}
/** When the server answered, by its own clock. */
function serverDate(output) {
    return output.$metadata.serverDate;
}
/**
 * Makes the SDK sign this SHA-256 instead of hashing the body again: the store compares it with what arrives, and the
 * manifest holds the same one.
 */
function withBodyHash(command, sha256) {
    const { middlewareStack } = command;
    middlewareStack.add((next) => (args) => {
        args.request.headers['x-amz-content-sha256'] = sha256;
        return next(args);
    }, { step: 'build', name: 'withBodyHash' });
    return command;
}
/** `x-amz-checksum-sha256` of a hash in hex: the store checks it as well, and keeps it. */
function checksumField(sha256) {
    return { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') };
}

;// CONCATENATED MODULE: ./build/stores/s3/client.js



/** A connection without a byte in either direction for so long is dead. */
const idle = 120_000;
/** Even a slow line has sent a part of 64 MiB by then. */
const client_longest = 900_000;
function placeOf(settings, environment) {
    const region = settings.region ?? (environment.AWS_REGION || environment.AWS_DEFAULT_REGION || 'us-east-1');
    const endpoint = settings.endpoint ?? (environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL || undefined);
    return {
        region,
        endpoint,
        host: endpoint === undefined ? `s3.${region}.amazonaws.com` : new URL(endpoint).host,
    };
}
/**
 * The SDK's client as we want it: our own retries, no `Expect: 100-continue` (it costs a connection for every object),
 * no second checksum of the body, kept-alive connections, time limits that throw.
 */
async function createClient(sdk, settings, { region, endpoint }, options) {
    const requestHandler = {
        ...createAgents(options.environment),
        connectionTimeout: 10_000,
        socketTimeout: idle,
        requestTimeout: client_longest,
        throwOnRequestTimeout: true,
    };
    const { AWS_PROFILE: profile } = options.environment;
    const credentials = await credentialsOf(settings, { ...options, region, requestHandler });
    const client = new sdk.S3Client({
        region,
        // Other stores rarely have a name for every bucket.
        forcePathStyle: settings.pathStyle ?? endpoint !== undefined,
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(credentials === undefined ? {} : { credentials }),
        // The SDK sees the process's own environment only, not what .env adds to it.
        ...(profile ? { profile } : {}),
        requestHandler,
        maxAttempts: 1,
        expectContinueHeader: false,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
    });
    noteServerDate(client);
    return client;
}

;// CONCATENATED MODULE: ./build/stores/s3/keys.js

/** S3's own limit, in bytes. */
const s3_keys_longest = 1024;
function isOdd(text) {
    return text.split('/').some((part) => part === '' || part === '.' || part === '..');
}
/** The key in the bucket. Errors: `store-unsupported` for one that servers would normalise or refuse. */
function fullKey(prefix, key) {
    const full = prefix === undefined ? key : `${prefix}/${key}`;
    if (!isOdd(key) && Buffer.byteLength(full) <= s3_keys_longest)
        return full;
    throw new errors_error/* HoldfastError */.E('store-unsupported', `the key ${JSON.stringify(key)} cannot be an object's`, {
        hint: `Use a shorter prefix: a key has up to ${s3_keys_longest} bytes, and no empty part, . or .. in it.`,
        context: { key },
    });
}
/**
 * The listing's prefix in the bucket; undefined where no key can begin so. MinIO refuses one that ends in a part of dots,
 * with which a name may well begin: it is left out, so that what is listed must be compared with what was wanted.
 */
function fullPrefix(prefix, wanted) {
    const whole = wanted.slice(0, wanted.lastIndexOf('/') + 1);
    if (whole !== '' && isOdd(whole.slice(0, -1)))
        return undefined;
    const bearable = /(^|\/)\.\.?$/.test(wanted) ? whole : wanted;
    return prefix === undefined ? bearable : `${prefix}/${bearable}`;
}
/** The key without the prefix of the configuration. */
function ownKey(prefix, full) {
    return prefix === undefined ? full : full.slice(prefix.length + 1);
}

;// CONCATENATED MODULE: ./build/stores/s3/object.js
/** An ETag without its quotes: servers write them in headers and leave them out in listings, or the other way round. */
function bareEtag(etag) {
    return (etag ?? '').replace(/^W\//, '').replace(/^"|"$/g, '');
}
/** Listings count milliseconds, headers whole seconds; both are to say the same. */
function wholeSeconds(date) {
    return new Date(Math.floor(date.getTime() / 1000) * 1000);
}
/** What the store says of an object. Version `null` is that of a bucket without versions. */
function s3_object_describe(key, found) {
    const { bytes, etag, modified, sha256, versionId, retainUntil, tier } = found;
    return {
        key,
        bytes,
        etag: bareEtag(etag),
        modified: wholeSeconds(modified ?? new Date(0)),
        ...(sha256 === undefined ? {} : { sha256 }),
        ...(versionId === undefined || versionId === 'null' ? {} : { versionId }),
        ...(retainUntil === undefined ? {} : { retainUntil }),
        ...(tier === undefined ? {} : { tier }),
    };
}
/** A whole object's SHA-256 from its checksum; one of parts ends in `-<parts>` and says nothing of the whole. */
function hexOf(checksum) {
    if (checksum === undefined || !/^[A-Za-z0-9+/]{43}=$/.test(checksum))
        return undefined;
    return Buffer.from(checksum, 'base64').toString('hex');
}

;// CONCATENATED MODULE: ./build/stores/s3/probe-target.js

const refusals = ['store-condition-failed', 'store-checksum-mismatch'];
async function outcome(attempt) {
    try {
        await attempt();
        return 'done';
    }
    catch (error) {
        // What may go well later says nothing of what the store can do.
        if (error instanceof errors_error/* HoldfastError */.E && !error.retryable)
            return error.code;
        throw error;
    }
}
/** Whether the store refuses what it must refuse, for the right reason. */
async function isRefused(attempt) {
    return refusals.includes(await outcome(attempt));
}
/** Whether the store takes what it must take. */
async function works(attempt) {
    return (await outcome(attempt)) === 'done';
}
/** The result of a trial of several steps; false where the store does not even let it begin. */
async function probe_target_holds(trial) {
    try {
        return await trial();
    }
    catch (error) {
        if (error instanceof errors_error/* HoldfastError */.E && !error.retryable)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/stores/s3/account-errors.js

function meaning({ code, status, message, region }, asked) {
    const { bucket, host } = asked;
    switch (code) {
        case 'InvalidAccessKeyId':
        case 'InvalidClientTokenId':
        // versitygw's, with the status of what is not there.
        case 'XAdminUserNotFound':
            return [
                'store-credentials',
                `${host} does not know the access key`,
                'Check access-key-id, or AWS_ACCESS_KEY_ID; a key that was rotated or deleted is no longer known.',
            ];
        case 'SignatureDoesNotMatch':
            return [
                'store-credentials',
                `${host} does not accept the secret access key`,
                'Check secret-access-key, or AWS_SECRET_ACCESS_KEY: it does not belong to the access key, or was cut when copied.',
            ];
        case 'ExpiredToken':
        case 'ExpiredTokenException':
        case 'TokenRefreshRequired':
        case 'InvalidToken':
            return [
                'store-credentials',
                'the session token has expired or is not valid',
                'Get new temporary credentials, or use role-arn, which renews them during a run.',
            ];
        case 'NoSuchBucket':
        case 'InvalidBucketName':
            return [
                'bucket-missing',
                `there is no bucket ${bucket} at ${host}`,
                'Check bucket and endpoint, or create the bucket; Holdfast does not create buckets.',
            ];
        case 'RequestTimeTooSkewed':
        case 'RequestExpired':
        case 'RequestNotYetValid':
            return [
                'clock-skew',
                `the clock of this host differs from that of ${host} by more than the store allows`,
                'Set the clock of this host by NTP (chronyc, timedatectl), then run again.',
            ];
        case 'PermanentRedirect':
        case 'TemporaryRedirect':
        case 'AuthorizationHeaderMalformed':
        case 'IllegalLocationConstraintException':
        case 'InvalidRegion':
            // A malformed header can have other reasons.
            if (code === 'AuthorizationHeaderMalformed' && region === undefined && !/region/i.test(message))
                return undefined;
            return wrongRegion(asked, region ?? expected(message));
        default:
            return status === 301 || status === 307 ? wrongRegion(asked, region) : undefined;
    }
}
function expected(message) {
    return /expecting '?"?([a-z0-9-]+)/i.exec(message)?.[1];
}
function wrongRegion({ bucket, region, host }, right) {
    return [
        'region-wrong',
        right === undefined
            ? `bucket ${bucket} is not in the region ${region}, says ${host}`
            : `bucket ${bucket} is in the region ${right}, not in ${region}`,
        right === undefined ? 'Set region to that of the bucket.' : `Set region: ${right}, or AWS_REGION.`,
    ];
}
/** What is wrong with the account, the bucket or this host, whatever the request was; undefined for all else. */
function accountError(answer, asked, cause) {
    const found = meaning(answer, asked);
    if (!found)
        return undefined;
    const [code, message, hint] = found;
    const context = { destination: asked.store, bucket: asked.bucket, host: asked.host, answer: answer.code };
    return new errors_error/* HoldfastError */.E(code, message, { hint, context, cause });
}
/** The SDK found nobody to be, or what it found could not be used. */
function isWithoutCredentials(error) {
    return error instanceof Error && /^(CredentialsProviderError|TokenProviderError)$/.test(error.name);
}
function withoutCredentials(cause, { store, host }) {
    return new errors_error/* HoldfastError */.E('store-credentials', `there are no credentials for ${host}`, {
        hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or access-key-id and secret-access-key of the destination, role-arn in GitHub Actions, or AWS_PROFILE.',
        context: { destination: store, host, said: cause.message },
        cause,
    });
}

;// CONCATENATED MODULE: ./build/stores/s3/errors.js




const writing = /^s3:(Put|Delete|Restore)/;
const errors_damaged = new Set([
    'XAmzContentSHA256Mismatch',
    'BadDigest',
    'InvalidDigest',
    'XAmzContentChecksumMismatch',
]);
const errors_full = new Set(['XMinioStorageFull', 'QuotaExceeded', 'InsufficientCapacity', 'StorageFull']);
const unknownFeature = new Set([
    'NotImplemented',
    'InvalidStorageClass',
    'EntityTooLarge',
    'ObjectLockConfigurationNotFoundError',
]);
const locked = /object.?lock|worm|retention|locked/i;
/** What Object Lock says differs from store to store; that a deletion was refused for it is what counts. */
function isLocked({ code, message, status }, { action }) {
    return action.startsWith('s3:Delete') && status >= 400 && status < 500 && locked.test(`${code} ${message}`);
}
function denied(answer, asked) {
    const { action, bucket, key, store } = asked;
    const context = { destination: store, bucket, key, action, answer: answer.code };
    if (isLocked(answer, asked)) {
        return new errors_error/* HoldfastError */.E('held', `${key} is locked and cannot be deleted yet`, {
            hint: 'Wait until its retention ends; `holdfast cleanup` says when.',
            context,
        });
    }
    if (writing.test(action)) {
        const what = action.startsWith('s3:Delete') ? 'delete' : 'write';
        return new errors_error/* HoldfastError */.E('store-unwritable', `the store does not let us ${what} ${key}`, {
            hint: `Grant ${action} on bucket ${bucket} to these credentials, or use credentials of the right role.`,
            context,
        });
    }
    return new errors_error/* HoldfastError */.E('store-unreachable', `the store does not let us read ${key || 'the bucket'}`, {
        hint: `Grant ${action} on bucket ${bucket} to these credentials, or use credentials of the right role.`,
        context,
    });
}
function errors_meaning({ code, status, message }, { key, action, bucket }) {
    if (code === 'PreconditionFailed' || status === 412) {
        return ['store-condition-failed', `the condition on ${key} does not hold`];
    }
    if (errors_damaged.has(code))
        return ['store-checksum-mismatch', `the bytes of ${key} do not match their sha-256`];
    if (code === 'InvalidObjectState') {
        return [
            'object-archived',
            `${key} lies in an archive`,
            'Run the restore with --thaw: it asks the store for what it needs, and says when to come again.',
        ];
    }
    if (code === 'InvalidRange' || status === 416) {
        return ['object-damaged', `the object ${key} is shorter than the part asked for`];
    }
    if (errors_full.has(code) || status === 507) {
        return [
            'disk-full',
            `no space left to write ${key}`,
            `Enlarge the store of bucket ${bucket}, or its quota.`,
        ];
    }
    if (unknownFeature.has(code) || status === 501 || (locked.test(message) && code === 'InvalidRequest')) {
        return [
            'store-unsupported',
            `the store does not support what ${action} of ${key} asks for: ${code}`,
            hintOf(code),
        ];
    }
    if (/^KMS/.test(code)) {
        return [
            'store-unwritable',
            `the store cannot use its KMS key: ${code}`,
            'Check kms-key-id, and the right to use that key.',
        ];
    }
    if (/^NoSuch(Key|Version|Upload)$|^NotFound$/.test(code)) {
        return ['store-not-found', `there is no object ${key}`];
    }
    return undefined;
}
function hintOf(code) {
    if (code === 'InvalidStorageClass')
        return 'Set storage-class to one that this store has, or remove it.';
    if (code === 'EntityTooLarge')
        return 'Use package: volumes, whose objects are small.';
    if (/lock|InvalidRequest/i.test(code))
        return 'Enable Object Lock on the bucket, or remove object-lock.';
    return 'Remove the setting that asks for it from this destination, or use a store that has it.';
}
/**
 * What a failed request means. Errors that are no answer of a store and no trouble of the network (a HoldfastError, an
 * error of the stream being stored) are returned as they are.
 *
 * Codes: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
function s3Error(error, asked) {
    if (error instanceof errors_error/* HoldfastError */.E)
        return error;
    const { store, host, action, key, bucket } = asked;
    const doing = writing.test(action) ? `write ${key}` : `read ${key || 'the bucket'}`;
    const broken = networkError(error, { host, store, doing });
    if (broken)
        return broken;
    if (isWithoutCredentials(error))
        return withoutCredentials(error, asked);
    const answer = answers_answerOf(error);
    if (!answer)
        return error;
    const context = { destination: store, bucket, key, answer: answer.code, status: answer.status };
    const wrong = accountError(answer, asked, error);
    if (wrong)
        return wrong;
    if (isLocked(answer, asked))
        return denied(answer, asked);
    const found = errors_meaning(answer, asked);
    if (found) {
        const [code, message, hint] = found;
        return new errors_error/* HoldfastError */.E(code, message, {
            ...(hint === undefined ? {} : { hint }),
            context,
            cause: error,
        });
    }
    if (answer.status === 403)
        return denied(answer, asked);
    return new errors_error/* HoldfastError */.E('store-unreachable', `cannot ${doing}: the store answers ${answer.code}`, {
        hint: `Look at what ${host} says of it: ${answer.message || answer.code}.`,
        context,
        retryable: isPassing(answer),
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/stores/s3/session.js

/** One request, its failure translated. An abort throws the signal's own reason. */
async function session_request(session, action, key, send, signal = session.signal) {
    signal.throwIfAborted();
    try {
        return await send({ abortSignal: signal });
    }
    catch (error) {
        signal.throwIfAborted();
        const { name, host, region, settings } = session;
        throw s3Error(error, { store: name, host, region, bucket: settings.bucket, action, key });
    }
}

;// CONCATENATED MODULE: ./build/stores/s3/probe-complete.js





/** Whether `CompleteMultipartUpload` refuses to replace the object that is at `key`. */
async function probeComplete(target, key, checksumHeader) {
    const { sdk, client, settings } = target;
    const at = { Bucket: settings.bucket, Key: fullKey(settings.prefix, key) };
    const body = Buffer.from(JSON.stringify({ probe: (0,external_node_crypto_.randomUUID)() }));
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex');
    const { ChecksumSHA256 } = checksumField(sha256);
    const sum = checksumHeader ? { ChecksumSHA256 } : {};
    const ask = (send) => session_request(target, 's3:PutObject', key, send);
    const create = new sdk.CreateMultipartUploadCommand({
        ...at,
        ...(checksumHeader ? { ChecksumAlgorithm: 'SHA256' } : {}),
    });
    const { UploadId } = await ask((options) => client.send(create, options));
    const part = { ...at, UploadId, PartNumber: 1, Body: body, ...sum };
    try {
        const upload = withBodyHash(new sdk.UploadPartCommand(part), sha256);
        const { ETag } = await ask((options) => client.send(upload, options));
        const complete = new sdk.CompleteMultipartUploadCommand({
            ...at,
            UploadId,
            MultipartUpload: { Parts: [{ PartNumber: 1, ETag, ...sum }] },
            IfNoneMatch: '*',
        });
        return await isRefused(() => ask((options) => client.send(complete, options)));
    }
    finally {
        // Refused, it is still open; without the right to abort it the bucket's lifecycle must.
        await ask((options) => client.send(new sdk.AbortMultipartUploadCommand({ ...at, UploadId }), options)).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./build/stores/s3/probe.js







/** Nobody may have the right to delete, so what is left behind is bounded: one of so many names. */
const slots = 256;
const probe_hashOf = (body) => (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex');
const bodyOf = () => Buffer.from(JSON.stringify({ probe: (0,external_node_crypto_.randomUUID)() }));
/** Puts `body` with these fields, signed with `sha256`. */
async function send(target, key, body, fields, sha256 = probe_hashOf(body)) {
    const { sdk, client, settings } = target;
    const command = new sdk.PutObjectCommand({
        Bucket: settings.bucket,
        Key: fullKey(settings.prefix, key),
        Body: body,
        ContentLength: body.byteLength,
        ...fields,
    });
    return session_request(target, 's3:PutObject', key, (options) => client.send(withBodyHash(command, sha256), options));
}
function slot() {
    return `leases/_probe/${String((0,external_node_crypto_.randomInt)(slots)).padStart(3, '0')}.json`;
}
/** How `If-Match` works. Another probe may have written in between, so a refusal is believed the third time only. */
async function probeMatch(target, key) {
    for (const at of [key, slot(), slot()]) {
        const form = await tryMatch(target, at);
        if (form !== 'none')
            return form;
    }
    return 'none';
}
async function tryMatch(target, key) {
    const etag = bareEtag((await send(target, key, bodyOf(), {})).ETag);
    for (const [form, value] of [
        ['quoted', `"${etag}"`],
        ['bare', etag],
    ]) {
        const swap = () => send(target, key, bodyOf(), { IfMatch: value });
        if (!(await works(swap)))
            continue;
        // The ETag is stale now: a store that takes it once more takes anything.
        return (await isRefused(swap)) ? form : 'none';
    }
    return 'none';
}
/**
 * What this bucket really does, tried on one object under `leases/`, where every role that writes may put without a
 * condition. Servers ignore conditions without a word (rclone serve), answer 501 (B2) or want the ETag bare (Ceph).
 *
 * Errors: those of a bucket that cannot be used; `store-unwritable` where nothing may be put there.
 */
async function probe(target) {
    const key = slot();
    const first = await send(target, key, bodyOf(), {});
    const body = bodyOf();
    const checksumHeader = await works(() => send(target, key, body, checksumField(probe_hashOf(body))));
    const createOnly = await isRefused(() => send(target, key, bodyOf(), { IfNoneMatch: '*' }));
    return {
        createOnly,
        completeCreateOnly: createOnly && (await probe_target_holds(() => probeComplete(target, key, checksumHeader))),
        ifMatch: await probeMatch(target, key),
        enforcesSha256: await isRefused(() => send(target, key, bodyOf(), {}, probe_hashOf(bodyOf()))),
        checksumHeader,
        versions: first.VersionId !== undefined && first.VersionId !== 'null',
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/stores/s3/remembered.js




/** Stores are upgraded, buckets get versions: what was found out is tried again after a week. */
const shelfLife = 7 * 86_400_000;
const remembered_record = schemas/* strictObject */.rej({
    at: iso/* datetime */.w$(),
    abilities: schemas/* strictObject */.rej({
        createOnly: schemas/* boolean */.zMY(),
        completeCreateOnly: schemas/* boolean */.zMY(),
        ifMatch: schemas/* enum */.k5n(['quoted', 'bare', 'none']),
        enforcesSha256: schemas/* boolean */.zMY(),
        checksumHeader: schemas/* boolean */.zMY(),
        versions: schemas/* boolean */.zMY(),
    }),
});
/** What was found out about one place, kept in a file of the state directory. */
function createMemory(stateDirectory, place, clock) {
    const directory = (0,external_node_path_.join)(stateDirectory, 'stores');
    const name = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(place)).digest('hex').slice(0, 32);
    const file = (0,external_node_path_.join)(directory, `s3-${name}.json`);
    return {
        async recall() {
            try {
                const { at, abilities } = remembered_record.parse(JSON.parse(await (0,external_node_fs_promises_.readFile)(file, 'utf8')));
                const age = clock.now().getTime() - new Date(at).getTime();
                return age >= 0 && age < shelfLife ? abilities : undefined;
            }
            catch {
                return undefined;
            }
        },
        async keep(abilities) {
            const text = JSON.stringify({ at: clock.now().toISOString(), abilities });
            try {
                await (0,external_node_fs_promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
                const temporary = `${file}.${process.pid}`;
                await (0,external_node_fs_promises_.writeFile)(temporary, text, { mode: 0o600 });
                await (0,external_node_fs_promises_.rename)(temporary, file);
            }
            catch {
                // An ephemeral runner may have no state directory; the next run tries again.
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/stores/s3/sdk.js

/** The SDK, loaded when a store is opened and not before. */
async function loadSdk() {
    try {
        return await Promise.all(/* import() */[__webpack_require__.e(9956), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    }
    catch (cause) {
        throw new errors_error/* HoldfastError */.E('internal', 'the part of holdfast that speaks S3 cannot be loaded', {
            hint: 'Install Holdfast again: a file of it is missing.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/stores/s3/get.js







function get_damaged(key, range, bytes) {
    return new errors_error/* HoldfastError */.E('object-damaged', `the object ${key} is shorter than the part asked for`, {
        context: { key, bytes, offset: range.offset, length: range.length },
    });
}
function get_endsEarly(key, got, expected) {
    return new errors_error/* HoldfastError */.E('store-unreachable', `the object ${key} ended early: ${got} of ${expected} bytes`, {
        hint: 'Try again; a proxy in between may cut long replies.',
        context: { key, bytes: got, expected },
        retryable: true,
    });
}
/** The bytes of a reply, and an error where it ends before it has given all that it announced. */
async function* whole(session, key, body, expected) {
    const { name: store, host, region, settings } = session;
    let got = 0;
    try {
        for await (const chunk of body) {
            got += chunk.byteLength;
            yield chunk;
        }
    }
    catch (error) {
        throw s3Error(error, { store, host, region, bucket: settings.bucket, action: 's3:GetObject', key });
    }
    if (expected !== undefined && got !== expected)
        throw get_endsEarly(key, got, expected);
}
function headerOf({ offset, length }) {
    return `bytes=${offset}-${offset + length - 1}`;
}
/** An empty part has no Range header; it is there where the object reaches so far. */
async function emptyPart(session, key, range) {
    const found = await statObject(session, key);
    if (!found)
        throw new errors_error/* HoldfastError */.E('store-not-found', `there is no object ${key}`, { context: { key } });
    if (found.bytes < range.offset)
        throw get_damaged(key, range, found.bytes);
    return external_node_stream_.Readable.from([], { objectMode: false });
}
function refuseVersion(session, versionId) {
    if (versionId === undefined || session.abilities.versions || session.settings.objectLock)
        return;
    throw new errors_error/* HoldfastError */.E('store-unsupported', `the destination ${session.name} has no versions`, {
        hint: 'Enable versioning on the bucket.',
        context: { destination: session.name },
    });
}
/** Reads an object, a version of it, or a part. A part that the object does not have is `object-damaged`. */
async function getObject(session, key, { signal, range, versionId }) {
    refuseVersion(session, versionId);
    if (range?.length === 0)
        return emptyPart(session, key, range);
    const { sdk, client, settings } = session;
    const command = new sdk.GetObjectCommand({
        Bucket: settings.bucket,
        Key: fullKey(settings.prefix, key),
        ...(range ? { Range: headerOf(range) } : {}),
        ...(versionId === undefined ? {} : { VersionId: versionId }),
    });
    const action = versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion';
    const output = await session_request(session, action, key, (options) => client.send(command, options), signal);
    const body = output.Body;
    if (range && output.ContentRange === undefined && output.ContentLength !== range.length) {
        body.destroy();
        throw new errors_error/* HoldfastError */.E('store-unsupported', `the store sends all of ${key} where a part was asked for`, {
            hint: 'Use a store, or a proxy before it, that honours the Range header.',
            context: { key },
        });
    }
    if (range && output.ContentLength !== range.length) {
        body.destroy();
        throw get_damaged(key, range, output.ContentLength);
    }
    const result = external_node_stream_.Readable.from(whole(session, key, body, output.ContentLength), { objectMode: false });
    result.once('close', () => body.destroy());
    abortWith(result, signal);
    return result;
}
/** HEAD has no body to tell an absent object from an absent bucket. Errors: `bucket-missing`. */
async function expectBucket(session) {
    const { sdk, client, settings } = session;
    try {
        await session_request(session, 's3:ListBucket', '', (options) => client.send(new sdk.HeadBucketCommand({ Bucket: settings.bucket }), options));
    }
    catch (error) {
        if (!(error instanceof errors_error/* HoldfastError */.E) || error.code !== 'store-not-found')
            throw error;
        throw new errors_error/* HoldfastError */.E('bucket-missing', `there is no bucket ${settings.bucket} at ${session.host}`, {
            hint: 'Check bucket and endpoint, or create the bucket; Holdfast does not create buckets.',
            context: { destination: session.name, bucket: settings.bucket },
            cause: error,
        });
    }
}
/** What the store says of an object; undefined where it is absent, or deleted. */
async function statObject(session, key) {
    const { sdk, client, settings } = session;
    const command = new sdk.HeadObjectCommand({
        Bucket: settings.bucket,
        Key: fullKey(settings.prefix, key),
        ...(session.abilities.checksumHeader ? { ChecksumMode: 'ENABLED' } : {}),
    });
    try {
        const output = await session_request(session, 's3:GetObject', key, (options) => client.send(command, options));
        return s3_object_describe(key, {
            bytes: output.ContentLength ?? 0,
            etag: output.ETag,
            modified: output.LastModified,
            sha256: hexOf(output.ChecksumSHA256),
            versionId: output.VersionId,
            retainUntil: output.ObjectLockRetainUntilDate,
            tier: output.StorageClass,
        });
    }
    catch (error) {
        if (!(error instanceof errors_error/* HoldfastError */.E) || error.code !== 'store-not-found')
            throw error;
        await expectBucket(session);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/stores/s3/delete.js




/** Deletes an object, or one version of it. What is not there is deleted already. Errors: `held` under Object Lock. */
async function deleteObject(session, key, versionId) {
    const { sdk, client, settings, abilities } = session;
    if (versionId !== undefined && !abilities.versions && !settings.objectLock) {
        throw new errors_error/* HoldfastError */.E('store-unsupported', `the destination ${session.name} has no versions`, {
            hint: 'Enable versioning on the bucket.',
            context: { destination: session.name },
        });
    }
    const command = new sdk.DeleteObjectCommand({
        Bucket: settings.bucket,
        Key: fullKey(settings.prefix, key),
        ...(versionId === undefined ? {} : { VersionId: versionId }),
    });
    const action = versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
    try {
        await session_request(session, action, key, (options) => client.send(command, options));
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-not-found'))
            return;
        if (versionId === undefined && isConfused(error) && (await isAbsent(session, key)))
            return;
        throw error;
    }
}
/** Servers over a file system stumble over a key that is the directory of others, and no object. */
function isConfused(error) {
    return error instanceof errors_error/* HoldfastError */.E && error.context.answer === 'InternalError';
}
/** False too where these credentials may not look. */
async function isAbsent(session, key) {
    try {
        return (await statObject(session, key)) === undefined;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/stores/s3/list.js





function unordered(session, key) {
    return new errors_error/* HoldfastError */.E('store-unsupported', `the store lists ${key} out of order`, {
        hint: 'Use a bucket that lists in the order of the keys; directory buckets do not.',
        context: { destination: session.name, key },
    });
}
/** Every object whose key starts with `prefix`, in byte order, page by page. */
async function* listObjects(session, prefix) {
    const { sdk, client, settings } = session;
    const wanted = fullPrefix(settings.prefix, prefix);
    if (wanted === undefined)
        return;
    let last;
    let token;
    do {
        const command = new sdk.ListObjectsV2Command({
            Bucket: settings.bucket,
            Prefix: wanted,
            ...(token === undefined ? {} : { ContinuationToken: token }),
        });
        const page = await session_request(session, 's3:ListBucket', prefix, (options) => client.send(command, options));
        for (const { Key, Size, ETag, LastModified, StorageClass } of page.Contents ?? []) {
            if (Key === undefined)
                continue;
            const key = ownKey(settings.prefix, Key);
            if (!key.startsWith(prefix))
                continue;
            if (last !== undefined && compareKeys(key, last) <= 0)
                throw unordered(session, key);
            last = key;
            yield s3_object_describe(key, { bytes: Size ?? 0, etag: ETag, modified: LastModified, tier: StorageClass });
        }
        token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
}

;// CONCATENATED MODULE: ./build/stores/s3/put-fields.js

/** Leases are changed all the time, and a hold must end when it is released. */
const changing = /^(leases|holds)\//;
function put_fields_unsupported(session, what, hint) {
    return new errors_error/* HoldfastError */.E('store-unsupported', `the destination ${session.name} does not support ${what}`, {
        hint,
        context: { destination: session.name },
    });
}
/** Refuses what this bucket was not found, or not configured, to do. Errors: `store-unsupported`. */
function refuseUnsupported(session, { when, retainUntil, tier }) {
    const { abilities, settings, sdk } = session;
    if (when &&
        (('absent' in when && !abilities.createOnly) || ('etag' in when && abilities.ifMatch === 'none'))) {
        throw put_fields_unsupported(session, 'conditional writes', 'Use a store that has them; `holdfast doctor` shows what this one can do.');
    }
    if (retainUntil && !settings.objectLock) {
        throw put_fields_unsupported(session, 'object lock', 'Set object-lock for this destination, on a bucket with Object Lock.');
    }
    if (tier !== undefined && tier !== settings.storageClass && !(tier in sdk.StorageClass)) {
        throw put_fields_unsupported(session, `the tier ${tier}`, 'Use a storage class that S3 knows, such as STANDARD_IA.');
    }
}
/** The later of what is asked for and what the configuration promises of everything that stays. */
function retention({ settings: { objectLock }, clock }, key, asked) {
    if (!objectLock || (asked === undefined && changing.test(key)))
        return {};
    const promised = clock.now().getTime() + objectLock.for;
    const until = Math.max(asked?.getTime() ?? 0, changing.test(key) ? 0 : promised);
    return {
        ObjectLockMode: objectLock.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
        // S3 counts whole seconds.
        ObjectLockRetainUntilDate: new Date(Math.ceil(until / 1000) * 1000),
    };
}
/** Tier, encryption at rest and retention of an object that is to be stored. */
function storedFields(session, key, { retainUntil, tier }) {
    const { storageClass, serverSideEncryption, kmsKeyId } = session.settings;
    const wanted = tier ?? (key.startsWith('data/') ? storageClass : undefined);
    return {
        ...(wanted === undefined ? {} : { StorageClass: wanted }),
        ...(serverSideEncryption === undefined ? {} : { ServerSideEncryption: serverSideEncryption }),
        ...(kmsKeyId === undefined ? {} : { SSEKMSKeyId: kmsKeyId }),
        ...retention(session, key, retainUntil),
    };
}

;// CONCATENATED MODULE: ./build/stores/s3/put.js






/** The condition as the store wants it; one that it does not honour has been refused before. */
function conditionFields({ abilities }, when) {
    if (when === undefined)
        return {};
    if ('absent' in when)
        return { IfNoneMatch: '*' };
    const etag = bareEtag(when.etag);
    return { IfMatch: abilities.ifMatch === 'bare' ? etag : `"${etag}"` };
}
function put_conditionFailed(key, cause) {
    return new errors_error/* HoldfastError */.E('store-condition-failed', `the condition on ${key} does not hold`, {
        context: { key },
        cause,
    });
}
/** Stores one object by one request. */
async function putObject(session, key, body, { signal, sha256, when, retainUntil, tier }) {
    refuseUnsupported(session, { when, retainUntil, tier });
    const { sdk, client, settings, abilities, clock } = session;
    const fields = storedFields(session, key, { retainUntil, tier });
    const command = withBodyHash(new sdk.PutObjectCommand({
        Bucket: settings.bucket,
        Key: fullKey(settings.prefix, key),
        Body: body,
        ContentLength: body.byteLength,
        ...fields,
        ...(abilities.checksumHeader || fields.ObjectLockMode ? checksumField(sha256) : {}),
        ...conditionFields(session, when),
    }), sha256);
    const output = await session_request(session, 's3:PutObject', key, (options) => client.send(command, options), signal).catch((error) => {
        // Of an object that is not there some stores say so, rather than that the condition does not hold.
        if (when === undefined || 'absent' in when || !(0,errors_error/* hasCode */.u)(error, 'store-not-found'))
            throw error;
        throw new errors_error/* HoldfastError */.E('store-condition-failed', `the condition on ${key} does not hold`, {
            context: { key },
            cause: error,
        });
    });
    return s3_object_describe(key, {
        bytes: body.byteLength,
        etag: output.ETag,
        modified: serverDate(output) ?? clock.now(),
        sha256,
        versionId: output.VersionId,
        retainUntil: fields.ObjectLockRetainUntilDate,
        tier: fields.StorageClass,
    });
}

;// CONCATENATED MODULE: ./build/stores/s3/upload.js





/** In a thread of the pool: the main thread has a stream to read. */
async function upload_hashOf(bytes) {
    return Buffer.from(await external_node_crypto_.webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
/** Begins an upload with what the finished object is to have. */
async function beginUpload(session, key, fields, signal) {
    const { sdk, client, settings, abilities } = session;
    const at = { Bucket: settings.bucket, Key: fullKey(settings.prefix, key) };
    const command = new sdk.CreateMultipartUploadCommand({
        ...at,
        ...fields,
        // versitygw does not complete an upload of parts with checksums that did not say so at its beginning.
        ...(abilities.checksumHeader ? { ChecksumAlgorithm: 'SHA256' } : {}),
    });
    const { UploadId } = await patiently(session, signal, () => session_request(session, 's3:PutObject', key, (more) => client.send(command, more), signal));
    return { key, at: { ...at, UploadId }, fields };
}
/** A part is in memory, so it can be sent again as often as a whole object is. */
function patiently({ clock }, signal, attempt) {
    return persist(createPersistence({ clock, random: Math.random }, signal), attempt);
}
/** Sends one part, again and again for a quarter of an hour. */
async function sendPart(session, upload, { number, bytes }, signal) {
    const { sdk, client, abilities } = session;
    const sha256 = await upload_hashOf(bytes);
    const sum = abilities.checksumHeader ? { ChecksumSHA256: checksumField(sha256).ChecksumSHA256 } : {};
    const { ETag } = await patiently(session, signal, () => {
        const command = new sdk.UploadPartCommand({
            ...upload.at,
            PartNumber: number,
            Body: bytes,
            ContentLength: bytes.byteLength,
            ...sum,
        });
        return session_request(session, 's3:PutObject', upload.key, (more) => client.send(withBodyHash(command, sha256), more), signal);
    });
    return { PartNumber: number, ETag, bytes: bytes.byteLength, ...sum };
}
/** Parts of an upload that is never completed cost money; the bucket's lifecycle removes what stays here. */
async function abandonUpload({ sdk, client }, upload) {
    const command = new sdk.AbortMultipartUploadCommand(upload.at);
    await client.send(command, { abortSignal: AbortSignal.timeout(5000) }).catch(() => undefined);
}

;// CONCATENATED MODULE: ./build/stores/s3/complete.js








/** The object as the listing shows it, which every role may read. */
async function find(session, key, signal) {
    for await (const object of listObjects(session, key)) {
        signal.throwIfAborted();
        return object.key === key ? object : undefined;
    }
    return undefined;
}
/** Whether there is an object of this key; asked again while the store does not answer. */
async function isThere(session, key, signal) {
    return (await patiently(session, signal, () => find(session, key, signal))) !== undefined;
}
/** The ETag of an object of parts: the MD5 of their MD5s, and their number. Not so under a KMS key. */
function complete_etagOf(parts) {
    const each = parts.map(({ ETag }) => bareEtag(ETag));
    if (!each.every((etag) => /^[0-9a-f]{32}$/.test(etag)))
        return undefined;
    return `${(0,external_node_crypto_.createHash)('md5')
        .update(Buffer.from(each.join(''), 'hex'))
        .digest('hex')}-${parts.length}`;
}
/** The object of a completion whose reply was lost, if that is what is there now. */
async function ownOf(session, key, parts, signal) {
    const found = await find(session, key, signal);
    const etag = complete_etagOf(parts);
    if (found?.bytes !== sizeOf(parts))
        return undefined;
    const isOwn = etag === undefined ? found.etag.endsWith(`-${parts.length}`) : found.etag === etag;
    return isOwn ? found : undefined;
}
function sizeOf(parts) {
    return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}
async function complete(session, upload, parts, options) {
    const { sdk, client, abilities } = session;
    const { signal, createOnly } = options;
    // Two writers at once can both pass this where the store does not compare; keys of backups are unique.
    if (createOnly && !abilities.completeCreateOnly && (await find(session, upload.key, signal))) {
        throw put_conditionFailed(upload.key);
    }
    const command = new sdk.CompleteMultipartUploadCommand({
        ...upload.at,
        MultipartUpload: { Parts: parts.map(({ bytes: _, ...part }) => part) },
        ...(createOnly && abilities.completeCreateOnly ? { IfNoneMatch: '*' } : {}),
    });
    return session_request(session, 's3:PutObject', upload.key, (more) => client.send(command, more), signal);
}
/**
 * Makes the object of its parts. A reply that was lost makes the next attempt fail, because the upload is no longer there
 * or the object is: then it counts as done when the object is ours. Errors: `store-condition-failed`.
 */
async function completeUpload(session, upload, parts, options) {
    const { key, fields } = upload;
    let mayHaveLanded = false;
    return patiently(session, options.signal, async () => {
        try {
            const output = await complete(session, upload, parts, options);
            return s3_object_describe(key, {
                bytes: sizeOf(parts),
                etag: output.ETag,
                modified: serverDate(output) ?? session.clock.now(),
                versionId: output.VersionId,
                retainUntil: fields.ObjectLockRetainUntilDate,
                tier: fields.StorageClass,
            });
        }
        catch (error) {
            if (mayHaveLanded && (0,errors_error/* hasCode */.u)(error, 'store-condition-failed', 'store-not-found')) {
                const own = await ownOf(session, key, parts, options.signal);
                if (own)
                    return own;
            }
            mayHaveLanded ||= error instanceof errors_error/* HoldfastError */.E && error.retryable;
            throw error;
        }
    });
}

;// CONCATENATED MODULE: ./build/stores/s3/cut-parts.js
/**
 * Cuts a stream into parts of `size` bytes, the last one shorter or, of an empty stream, empty. Each is a copy of its own:
 * whoever makes the stream may use his buffers again. `free` are buffers of that size that were sent and serve once more:
 * fresh ones would cost as much memory as the collector lets pile up.
 */
async function* cutParts(body, size, free) {
    const take = () => free.pop() ?? Buffer.allocUnsafeSlow(size);
    let number = 1;
    let buffer = take();
    let filled = 0;
    for await (const chunk of body) {
        for (let taken = 0; taken < chunk.byteLength;) {
            if (filled === size) {
                yield { number: number++, bytes: buffer, last: false };
                buffer = take();
                filled = 0;
            }
            const piece = chunk.subarray(taken, taken + size - filled);
            buffer.set(piece, filled);
            filled += piece.byteLength;
            taken += piece.byteLength;
        }
    }
    yield { number, bytes: buffer.subarray(0, filled), last: true };
}

;// CONCATENATED MODULE: ./build/stores/s3/part-size.js

const part_size_mebibyte = 1024 * 1024;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const mostParts = 10_000;
const usual = 16 * part_size_mebibyte;
/** Without an estimate: room for 312 GiB. */
const unknown = 32 * part_size_mebibyte;
/** A part is held in memory, since it must be hashed before it is sent and may be sent again. */
const largest = 512 * part_size_mebibyte;
/** Encryption, archive headers and growth while it is read. */
const margin = 1.1;
/** Bytes of parts that may be on their way at once. */
const budget = 128 * part_size_mebibyte;
/**
 * The size of the parts of one object; all of them equal, which R2 demands, so it must be right from the start. Errors:
 * `store-unsupported` for an object that would not fit.
 */
function planParts(estimate) {
    const needed = estimate === undefined ? unknown : Math.max(usual, (estimate * margin) / mostParts);
    const bytes = Math.ceil(needed / part_size_mebibyte) * part_size_mebibyte;
    if (bytes > largest) {
        const limit = Math.floor((largest * mostParts) / margin / 2 ** 40);
        throw new errors_error/* HoldfastError */.E('store-unsupported', `a single object of ${estimate} bytes does not fit into ${mostParts} parts`, {
            hint: `Use package: volumes for a source of more than ${limit} TiB.`,
            context: { estimate, parts: mostParts, partBytes: largest },
        });
    }
    return { bytes, most: mostParts, inFlight: Math.max(1, Math.min(4, Math.floor(budget / bytes))) };
}
/** The stream is longer than its estimate let expect. */
function tooLong(key, { bytes, most }) {
    return new errors_error/* HoldfastError */.E('store-unsupported', `${key} has outgrown the ${most} parts of ${bytes} bytes it was planned for`, {
        hint: 'Use package: volumes, which has no such limit.',
        context: { key, partBytes: bytes, parts: most },
    });
}

;// CONCATENATED MODULE: ./build/stores/s3/multipart.js







/** Sends parts side by side, as many as the plan allows; the first failure ends all of them. */
async function sendParts(session, upload, parts, { plan, free }, signal) {
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const done = [];
    const underWay = new Set();
    try {
        for await (const part of parts) {
            either.throwIfAborted();
            if (part.number > plan.most)
                throw tooLong(upload.key, plan);
            const sending = sendPart(session, upload, part, either).then((uploaded) => {
                done.push(uploaded);
                // The last one is shorter, and nothing comes after it.
                if (!part.last)
                    free.push(part.bytes);
                underWay.delete(sending);
            }, (error) => stop.abort(error));
            underWay.add(sending);
            if (underWay.size >= plan.inFlight)
                await Promise.race(underWay);
        }
        await Promise.all(underWay);
        either.throwIfAborted();
        return done.sort((a, b) => a.PartNumber - b.PartNumber);
    }
    catch (error) {
        stop.abort(error);
        await Promise.all(underWay);
        throw error;
    }
}
async function* startingWith(first, rest) {
    yield first;
    yield* rest;
}
async function sendWhole(session, key, parts, cutting, options) {
    const { signal, when } = options;
    const upload = await beginUpload(session, key, storedFields(session, key, options), signal);
    try {
        const uploaded = await sendParts(session, upload, parts, cutting, signal);
        return await completeUpload(session, upload, uploaded, { signal, createOnly: when !== undefined });
    }
    catch (error) {
        await abandonUpload(session, upload);
        throw error;
    }
}
/**
 * One object from a stream, by parts of one size; a stream of a single part is one ordinary put. The object appears when
 * the last part is there; what fails or is stopped leaves nothing. Errors: those of `put`, and `store-unsupported` for
 * what does not fit into 10,000 parts.
 */
async function multipart_putStream(session, key, body, options) {
    const { signal, estimate, when } = options;
    refuseUnsupported(session, options);
    const plan = planParts(estimate);
    // Before hours of sending; the condition itself is the last request's.
    if (when && (await isThere(session, key, signal)))
        throw put_conditionFailed(key);
    const free = [];
    const parts = cutParts(body, plan.bytes, free);
    try {
        const { value: first } = await parts.next();
        if (!first)
            throw new errors_error/* HoldfastError */.E('internal', 'a stream was cut into no parts');
        if (!first.last)
            return await sendWhole(session, key, startingWith(first, parts), { plan, free }, options);
        const sha256 = await upload_hashOf(first.bytes);
        return await patiently(session, signal, () => putObject(session, key, first.bytes, { ...options, sha256 }));
    }
    finally {
        await parts.return(undefined);
    }
}

;// CONCATENATED MODULE: ./build/stores/s3/retain.js



/** The retention that holds already, as far as these credentials may know it. */
async function current(session, key, { signal, versionId }) {
    const { sdk, client, settings } = session;
    const command = new sdk.GetObjectRetentionCommand({
        Bucket: settings.bucket,
        Key: fullKey(settings.prefix, key),
        ...(versionId === undefined ? {} : { VersionId: versionId }),
    });
    try {
        const output = await session_request(session, 's3:GetObjectRetention', key, (options) => client.send(command, options), signal);
        return output.Retention?.RetainUntilDate;
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-unreachable') && !error.retryable)
            return undefined;
        if ((0,errors_error/* hasCode */.u)(error, 'store-not-found', 'store-unsupported'))
            return undefined;
        throw error;
    }
}
/**
 * Extends the retention of an object or of one version. Where these credentials may not see what holds already, the store
 * itself refuses to shorten it, since we never ask to bypass governance.
 */
async function retainObject(session, key, until, options) {
    const { sdk, client, settings } = session;
    const { signal, versionId } = options;
    const known = await current(session, key, options);
    if (known !== undefined && known >= until)
        return;
    const command = new sdk.PutObjectRetentionCommand({
        Bucket: settings.bucket,
        Key: fullKey(settings.prefix, key),
        ...(versionId === undefined ? {} : { VersionId: versionId }),
        Retention: {
            Mode: settings.objectLock?.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
            RetainUntilDate: new Date(Math.ceil(until.getTime() / 1000) * 1000),
        },
    });
    await session_request(session, 's3:PutObjectRetention', key, (more) => client.send(command, more), signal);
}

;// CONCATENATED MODULE: ./build/stores/s3/thaw.js



const archives = new Set(['GLACIER', 'DEEP_ARCHIVE']);
/** What HEAD says: readable, on its way, in an archive, or in one of Intelligent-Tiering, which thaws for good. */
async function thaw_look(session, key, signal) {
    const { sdk, client, settings } = session;
    const command = new sdk.HeadObjectCommand({ Bucket: settings.bucket, Key: fullKey(settings.prefix, key) });
    const { StorageClass, ArchiveStatus, Restore } = await session_request(session, 's3:GetObject', key, (options) => client.send(command, options), signal);
    if (Restore?.includes('ongoing-request="true"'))
        return 'under-way';
    if (Restore?.includes('ongoing-request="false"'))
        return 'ready';
    if (ArchiveStatus !== undefined)
        return 'tiered';
    return archives.has(StorageClass ?? '') ? 'archived' : 'ready';
}
/**
 * Asks for a readable copy of an archived object for some days, in the standard tier of speed: hours from GLACIER, up to
 * two days from DEEP_ARCHIVE. https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html
 */
async function thawObject(session, key, { signal, days }) {
    const state = await thaw_look(session, key, signal);
    if (state === 'ready' || state === 'under-way')
        return state;
    const tiering = state === 'tiered';
    const { sdk, client, settings } = session;
    const command = new sdk.RestoreObjectCommand({
        Bucket: settings.bucket,
        Key: fullKey(settings.prefix, key),
        RestoreRequest: { ...(tiering ? {} : { Days: days }), GlacierJobParameters: { Tier: 'Standard' } },
    });
    try {
        await session_request(session, 's3:RestoreObject', key, (options) => client.send(command, options), signal);
    }
    catch (error) {
        if (!(error instanceof errors_error/* HoldfastError */.E && error.context.answer === 'RestoreAlreadyInProgress'))
            throw error;
    }
    return 'under-way';
}

;// CONCATENATED MODULE: ./build/stores/s3/versions.js




function toVersion(key, entry, deleted) {
    const object = s3_object_describe(key, {
        bytes: entry.Size ?? 0,
        etag: entry.ETag,
        modified: entry.LastModified,
        tier: entry.StorageClass,
    });
    return { ...object, versionId: entry.VersionId ?? 'null', latest: entry.IsLatest === true, deleted };
}
/** The newest first; the store says itself which is the latest, since two may bear one time. */
function newerFirst(a, b) {
    const byKey = compareKeys(a.version.key, b.version.key);
    if (byKey !== 0)
        return byKey;
    return Number(b.version.latest) - Number(a.version.latest) || b.time - a.time;
}
/** Versions and markers come in two lists, each in order; the page's own order of both is lost. */
function merge(prefix, versions, markers) {
    const dated = (entry, deleted) => ({
        version: toVersion(ownKey(prefix, entry.Key ?? ''), entry, deleted),
        time: entry.LastModified?.getTime() ?? 0,
    });
    return [...versions.map((each) => dated(each, false)), ...markers.map((each) => dated(each, true))];
}
/** Every version and deletion marker of the keys that start with `prefix`, of each key the newest first. */
async function* listVersions(session, prefix) {
    const { sdk, client, settings } = session;
    const wanted = fullPrefix(settings.prefix, prefix);
    if (wanted === undefined)
        return;
    let marker = {};
    // The last key of a page may go on on the next.
    let open = [];
    while (marker !== undefined) {
        const command = new sdk.ListObjectVersionsCommand({
            Bucket: settings.bucket,
            Prefix: wanted,
            ...marker,
        });
        const page = await session_request(session, 's3:ListBucketVersions', prefix, (options) => client.send(command, options));
        const all = [...open, ...merge(settings.prefix, page.Versions ?? [], page.DeleteMarkers ?? [])].sort(newerFirst);
        marker = page.IsTruncated
            ? {
                ...(page.NextKeyMarker === undefined ? {} : { KeyMarker: page.NextKeyMarker }),
                ...(page.NextVersionIdMarker === undefined ? {} : { VersionIdMarker: page.NextVersionIdMarker }),
            }
            : undefined;
        const lastKey = all.at(-1)?.version.key;
        open = marker === undefined ? [] : all.filter(({ version }) => version.key === lastKey);
        for (const { version } of all) {
            if ((marker === undefined || version.key !== lastKey) && version.key.startsWith(prefix))
                yield version;
        }
    }
}

;// CONCATENATED MODULE: ./build/stores/s3/store.js









/** A bucket, or a prefix in it, as a store. */
function createStore(session) {
    const features = featuresOf(session.abilities, session.settings.objectLock !== undefined);
    return {
        name: session.name,
        features,
        ...(session.settings.objectLock ? { lockFor: session.settings.objectLock.for } : {}),
        put: (key, body, options) => putObject(session, key, body, options),
        putStream: (key, body, options) => multipart_putStream(session, key, body, options),
        get: (key, options) => getObject(session, key, options),
        stat: (key) => statObject(session, key),
        list: (prefix) => listObjects(session, prefix),
        delete: (key, options) => deleteObject(session, key, options?.versionId),
        ...(features.versions ? { versions: (prefix) => listVersions(session, prefix) } : {}),
        ...(features.objectLock
            ? { retain: (key, until, more) => retainObject(session, key, until, more) }
            : {}),
        thaw: (key, options) => thawObject(session, key, options),
    };
}

;// CONCATENATED MODULE: ./build/stores/s3/versioning.js


/** Whether the bucket keeps versions; false also where it may not be asked, or does not know the question. */
async function hasVersions(target) {
    const { sdk, client, settings } = target;
    const command = new sdk.GetBucketVersioningCommand({ Bucket: settings.bucket });
    try {
        const { Status } = await session_request(target, 's3:GetBucketVersioning', '', (options) => client.send(command, options));
        return Status === 'Enabled';
    }
    catch (error) {
        if (error instanceof errors_error/* HoldfastError */.E && isNoAnswer(error))
            return false;
        throw error;
    }
}
/** Neither no nor yes: the role may not ask, or the store does not know. */
function isNoAnswer({ code, retryable }) {
    return ((code === 'store-unreachable' && !retryable) || code === 'store-unsupported' || code === 'store-not-found');
}

;// CONCATENATED MODULE: ./build/stores/s3/open.js









/** Somebody may be waiting at a terminal for the name that he mistyped. */
const open_patience = { read: 10_000, 'dry-run': 10_000, probe: 10_000, write: 60_000 };
/** A role may write elsewhere only, as the drill's does: it gets what is safe to believe, and that is not remembered. */
async function abilitiesToWrite(target, memory) {
    try {
        const found = await probe(target);
        await memory.keep(found);
        return found;
    }
    catch (error) {
        if (!(0,errors_error/* hasCode */.u)(error, 'store-unwritable'))
            throw error;
        return abilitiesToRead(target);
    }
}
async function abilitiesToRead(target) {
    return { ...untried, versions: await hasVersions(target) };
}
/** What the bucket can do: remembered, tried, or what is safe to believe. */
async function abilitiesOf(target, opening) {
    const { mode, stateDirectory, clock, signal } = opening;
    const { host, settings } = target;
    const memory = createMemory(stateDirectory, [host, settings.bucket, settings.prefix ?? ''], clock);
    const known = mode === 'probe' ? undefined : await memory.recall();
    if (known)
        return known;
    const persistence = createPersistence({ clock, random: Math.random, limit: open_patience[mode] }, signal);
    return persist(persistence, async () => {
        try {
            return await (mode === 'write' || mode === 'probe'
                ? abilitiesToWrite(target, memory)
                : abilitiesToRead(target));
        }
        catch (error) {
            throw isUnknownHost(error) ? open_final(error) : error;
        }
    });
}
function isUnknownHost(error) {
    return (0,errors_error/* hasCode */.u)(error, 'store-unreachable') && error.context.system === 'ENOTFOUND';
}
/** Before the first success an unknown name is a mistyped one. */
function open_final({ code, message, hint, context, cause }) {
    return new errors_error/* HoldfastError */.E(code, message, { ...(hint === undefined ? {} : { hint }), context, cause });
}
/**
 * A bucket, or a prefix in it, of Amazon or of any store that speaks its protocol.
 *
 * Loads the SDK, finds the credentials, and finds out what the bucket honours. Errors: `store-credentials`,
 * `bucket-missing`, `region-wrong`, `clock-skew`, `tls-failed`, `store-unreachable`.
 */
async function openS3Store(name, settings, opening) {
    const { clock, signal, environment } = opening;
    const sdk = await loadSdk();
    const place = placeOf(settings, environment);
    const client = await createClient(sdk, settings, place, { clock, environment });
    const { host, region } = place;
    const target = { name, sdk, client, settings, clock, signal, host, region };
    return createStore({ ...target, abilities: await abilitiesOf(target, opening) });
}

;// CONCATENATED MODULE: ./build/composition/registry.js

















/** What a restore or a drill needs of a directory's settings: nothing. */
const nowhere = { path: '.', exclude: [], oneFileSystem: false, onUnreadable: 'partial' };
/** Every source, by its `type`. One driver is one folder, one line here, and one call of the conformance suite. */
const sources = {
    directory: {
        config: directoryConfig,
        create: (settings, leaveOut) => createDirectorySource({ ...nowhere, ...settings, leaveOut }),
    },
    command: {
        config: commandConfig,
        create: (settings) => createCommandSource(settings ?? { run: [] }),
    },
    postgres: { config: postgresConfig },
    mysql: { config: mysqlConfig },
    zfs: { config: zfsConfig },
};
/** Every destination, by its `type`. */
const stores = {
    filesystem: {
        config: filesystemConfig,
        open: async (name, settings, opening) => createFilesystemStore(name, settings, opening),
        localPath: (settings) => (0,external_node_path_.resolve)(settings.path),
    },
    s3: {
        config: s3Config,
        open: (name, settings, opening) => openS3Store(name, (0,camel_keys/* camelKeys */.R)(settings), opening),
    },
    azure: {
        config: azureConfig,
        open: (name, settings, opening) => openAzureStore(name, settings, opening),
    },
    rclone: {
        config: rcloneConfig,
        open: (name, settings, opening) => openRcloneStore(name, settings, opening),
    },
};

;// CONCATENATED MODULE: ./build/composition/drivers.js







function notBuilt(kind, type, built) {
    return new errors_error/* HoldfastError */.E('driver-not-built', `the ${kind} type ${type} is not built in this version`, {
        hint: `Use one of ${built.join(', ')}, or a version of Holdfast that has ${type}.`,
        context: { type },
    });
}
function builtOf(registry) {
    return Object.keys(registry).filter((type) => (registry[type]?.create ?? registry[type]?.open) !== undefined);
}
/** The schemas of every driver's settings, for the configuration. */
const driverSchemas = {
    sources: Object.fromEntries(Object.entries(sources).map(([type, { config }]) => [type, config])),
    destinations: Object.fromEntries(Object.entries(stores).map(([type, { config }]) => [type, config])),
};
/** Milliseconds between two words about a destination that has to be asked again. */
const quiet = 30_000;
/** Hands on what is worth saying of many attempts: the third failure, and then one every half minute. */
function drivers_patience(name, clock, say) {
    let last = Number.NEGATIVE_INFINITY;
    return ({ error, failures }) => {
        if (failures < 3 || clock.monotonic() - last < quiet)
            return;
        last = clock.monotonic();
        say?.(`${name}: ${error.message}; trying again for up to 15 minutes`);
    };
}
function decorate(store, mode, bandwidth, { clock, onPatience }) {
    const limited = bandwidth === undefined ? store : withThrottle(store, { bytesPerSecond: bandwidth, clock });
    const onRetry = drivers_patience(store.name, clock, onPatience);
    const steady = withOldestVersions(withRetry(limited, { clock, random: Math.random, onRetry }));
    if (mode === 'read')
        return readOnly(steady);
    return mode === 'dry-run' ? dryRun(steady, { clock, report: () => undefined }) : steady;
}
/** The drivers of the registry as the commands see them. Errors: `driver-not-built`. */
function createDrivers(surroundings) {
    const { clock, stateDirectory, environment } = surroundings;
    return {
        source(type, settings, leaveOut = []) {
            const driver = sources[type];
            if (driver?.create === undefined)
                throw notBuilt('source', type, builtOf(sources));
            return driver.create(settings, leaveOut);
        },
        localPath: ({ type, settings }) => stores[type]?.localPath?.(settings),
        async store({ name, type, settings, bandwidth }, mode, signal) {
            const driver = stores[type];
            if (driver?.open === undefined)
                throw notBuilt('destination', type, builtOf(stores));
            const store = await driver.open(name, settings, { clock, mode, signal, stateDirectory, environment });
            return decorate(store, mode, bandwidth, surroundings);
        },
    };
}


/***/ }),

/***/ 77401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readVersion)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** The version in package.json: two folders up from here in the sources as in `dist/main/`. */
function readVersion() {
    // Not by URL: the bundler would copy package.json into the bundle.
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(import.meta.dirname, '..', '..', 'package.json');
    return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8')).version;
}


/***/ }),

/***/ 8740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ compareFilePaths)
/* harmony export */ });
function split(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}
/** Orders files as GNU tar archives them: by their directory's path, then by name; bytes throughout. */
function compareFilePaths(a, b) {
    const [directoryA, nameA] = split(a);
    const [directoryB, nameB] = split(b);
    if (directoryA !== directoryB)
        return directoryA < directoryB ? -1 : 1;
    return nameA < nameB ? -1 : nameA > nameB ? 1 : 0;
}


/***/ }),

/***/ 10609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ commandContext)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _composition_drivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94551);
/* harmony import */ var _composition_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77401);
/* harmony import */ var _config_config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11521);
/* harmony import */ var _process_clock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47296);






function stateDirectory(environment) {
    const { HOLDFAST_STATE_DIR: own, XDG_STATE_HOME: xdg } = environment;
    if (own)
        return own;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(xdg || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.local', 'state'), 'holdfast');
}
function runIdentity(environment) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, GITHUB_ACTOR: actor, } = environment;
    const url = server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
    const run = id || actor ? { ...(url && { url }), ...(id && { id }), ...(actor && { actor }) } : undefined;
    return { host: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)(), version: (0,_composition_version_js__WEBPACK_IMPORTED_MODULE_3__/* .readVersion */ .$)(), ...(run && { run }) };
}
function environmentOf(environment) {
    const entries = Object.entries(environment).filter((entry) => entry[1] !== undefined);
    return Object.fromEntries(entries);
}
/** The worker's own bundle beside this one, or its source while developing. */
function workerUrl() {
    const isSource = import.meta.url.endsWith('.ts');
    return new URL(isSource ? '../volume-worker.ts' : '../worker/index.js', import.meta.url);
}
/** Everything a command may touch, made of this process and what its face gives. */
function commandContext(parts) {
    const state = stateDirectory(process.env);
    return {
        ...parts,
        readConfig: (file) => (0,_config_config_js__WEBPACK_IMPORTED_MODULE_4__/* .loadConfig */ .Z9)({ file, cwd: process.cwd(), environment: process.env, drivers: _composition_drivers_js__WEBPACK_IMPORTED_MODULE_2__.driverSchemas }),
        drivers: (0,_composition_drivers_js__WEBPACK_IMPORTED_MODULE_2__/* .createDrivers */ .i)({
            clock: _process_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .systemClock */ .m,
            stateDirectory: state,
            environment: parts.config.environment,
            onPatience: (message) => parts.reporter.on({ type: 'step', message }),
        }),
        environment: environmentOf(process.env),
        cwd: process.cwd(),
        stateDirectory: state,
        workerUrl: workerUrl(),
        identity: runIdentity(process.env),
        stdout: process.stdout,
    };
}


/***/ }),

/***/ 84511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ revealEnvironment),
/* harmony export */   Q: () => (/* binding */ childEnvironment)
/* harmony export */ });
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);

/** Names that hold Holdfast's own secrets, a forge's tokens or an action's inputs. */
const withheld = /^(HOLDFAST_|AWS_SECRET|AWS_SESSION_TOKEN$|AWS_ACCESS_KEY_ID$|AZURE_|BACKUP_PASSPHRASE(_FILE)?$|ARCHIVE_PASSWORD$|B2_(KEY_ID|APP_KEY)$|INPUT_|ACTIONS_.*TOKEN)/i;
/** A password that happens to be part of one of these must not cost the child its PATH. */
const indispensable = /^(PATH|HOME|USER|LOGNAME|SHELL|PWD|TERM|TZ|TMPDIR|LANG|LC_.*|LD_LIBRARY_PATH|XDG_.*)$/;
/**
 * The environment for children: the host's own without Holdfast's secrets, that is without the names above and
 * without every variable whose value holds a registered {@link Secret}.
 */
function childEnvironment(environment) {
    const kept = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined || withheld.test(name))
            continue;
        if (!indispensable.test(name) && (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(value) !== value)
            continue;
        kept[name] = value;
    }
    return kept;
}
/** `environment` and what one child alone is to know, secrets revealed: only for the call that starts it. */
function revealEnvironment(environment, extra = {}) {
    const revealed = { ...environment };
    for (const [name, value] of Object.entries(extra)) {
        revealed[name] = value instanceof _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh ? value.reveal() : value;
    }
    return revealed;
}


/***/ }),

/***/ 57015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ makePrivateDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** Boot and process-id namespace as eight digits: only within the same can process ids be compared. */
async function machineTag() {
    const parts = await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)('/proc/self/ns/pid').catch(() => ''),
    ]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(parts.join(' ')).digest('hex').slice(0, 8);
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        // Somebody else's process is a process too.
        return error.code === 'EPERM';
    }
}
/** Removes directories of the same kind whose process here is gone: a SIGKILL gives nobody the time to tidy up. */
async function sweep(parent, start) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(parent).catch(() => [])) {
        const pid = name.startsWith(start) ? /^(\d+)-\w+$/.exec(name.slice(start.length))?.[1] : undefined;
        if (pid === undefined || isAlive(Number(pid)))
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name), { recursive: true, force: true }).catch(() => undefined);
    }
}
/**
 * Makes a directory of mode 0700 in `parent`, named `<prefix>-<machine>-<pid>-<random>`, after it has removed those that
 * processes of this machine left behind when they were killed.
 */
async function makePrivateDirectory(parent, prefix) {
    const start = `${prefix}-${await machineTag()}-`;
    await sweep(parent, start);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, `${start}${process.pid}-`));
}


/***/ }),

/***/ 80482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ runTool)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _spawn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80151);


/**
 * Runs a tool to its end and collects what it prints, at most `maxOutput` bytes (16 MiB where absent). Throws
 * `tool-failed`, `tool-missing`, or the signal's reason.
 */
async function runTool(call) {
    const limit = call.maxOutput ?? 16 * 1024 * 1024;
    const tool = (0,_spawn_js__WEBPACK_IMPORTED_MODULE_1__/* .spawnTool */ .M)(call);
    const chunks = [];
    let bytes = 0;
    for await (const chunk of tool.stdout) {
        bytes += chunk.length;
        if (bytes > limit) {
            await tool.stop();
            throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('tool-failed', `${call.command} printed more than ${limit} bytes`, {
                hint: 'Let it print less, or let it write to a file.',
                context: { tool: call.command },
            });
        }
        chunks.push(chunk);
    }
    return {
        stdout: Buffer.concat(chunks),
        stderr: tool.stderr.text(),
        exit: await tool.exited,
        inputComplete: (await tool.fed).complete,
    };
}


/***/ }),

/***/ 80151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ spawnTool)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/process/clock.js
var clock = __webpack_require__(47296);
// EXTERNAL MODULE: ./build/process/environment.js
var environment = __webpack_require__(84511);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/process/guarded-stdout.js

/** Passes stdout on and holds its end back until `verdict` has settled well. */
function guardedStdout(raw, verdict, aborted, stop) {
    let ended = false;
    const guarded = new external_node_stream_.Readable({
        highWaterMark: 256 * 1024,
        read: () => void raw.resume(),
        destroy: (error, done) => {
            if (ended)
                return done(error);
            raw.destroy();
            void stop().finally(() => done(error));
        },
    });
    const fail = (error) => void guarded.destroy((aborted() ?? error));
    raw.pause();
    raw.on('data', (chunk) => {
        if (!guarded.push(chunk))
            raw.pause();
    });
    raw.on('error', fail);
    raw.on('end', () => {
        verdict.then(() => {
            ended = true;
            guarded.push(null);
        }, fail);
    });
    verdict.catch(fail);
    return guarded;
}

;// CONCATENATED MODULE: ./build/process/process-group.js
const alive = new Set();
let hooked = false;
/** Remembers a process group, so that it does not outlive this process when that ends by `process.exit`. */
function trackGroup(leader) {
    alive.add(leader);
    if (hooked)
        return;
    hooked = true;
    process.once('exit', () => {
        for (const group of alive)
            signalGroup(group, 'SIGKILL');
    });
}
/** Forgets a group whose members are gone; its number may be reused. */
function forgetGroup(leader) {
    alive.delete(leader);
}
/** Sends a signal to a whole tracked process group; false when nobody is left in it. */
function signalGroup(leader, signal) {
    if (!alive.has(leader))
        return false;
    try {
        process.kill(-leader, signal);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
;// CONCATENATED MODULE: ./build/process/stderr-ring.js

const longestLine = 64 * 1024;
/**
 * Keeps the last `capacity` bytes of a child's stderr and calls `onLine` for every line (without its newline, not
 * masked: the callback parses it). A line longer than 64 KiB arrives in pieces.
 */
function createStderrRing(capacity = 64 * 1024, onLine) {
    let kept = [];
    let keptBytes = 0;
    let partial = Buffer.alloc(0);
    const emitLines = (chunk) => {
        if (onLine === undefined)
            return;
        let rest = partial.length === 0 ? chunk : Buffer.concat([partial, chunk]);
        for (;;) {
            const newline = rest.indexOf(10);
            if (newline < 0)
                break;
            onLine(rest.toString('utf8', 0, newline));
            rest = rest.subarray(newline + 1);
        }
        if (rest.length > longestLine) {
            onLine(rest.toString('utf8'));
            rest = Buffer.alloc(0);
        }
        partial = Buffer.from(rest);
    };
    const text = () => {
        const joined = Buffer.concat(kept);
        return (0,secret/* maskSecrets */.QU)(joined.subarray(Math.max(0, joined.length - capacity)).toString('utf8'));
    };
    return {
        write(chunk) {
            const bytes = Buffer.from(chunk);
            kept.push(bytes);
            keptBytes += bytes.length;
            if (keptBytes > 2 * capacity) {
                const joined = Buffer.concat(kept);
                kept = [Buffer.from(joined.subarray(joined.length - capacity))];
                keptBytes = capacity;
            }
            emitLines(bytes);
        },
        end() {
            if (partial.length > 0)
                onLine?.(partial.toString('utf8'));
            partial = Buffer.alloc(0);
        },
        text,
        lastLines: (count) => text()
            .split('\n')
            .filter((line) => line.trim() !== '')
            .slice(-count),
    };
}

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/process/stdin-feed.js


const closedEarly = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_PREMATURE_CLOSE']);
/**
 * Feeds `input` to a child. When the input fails, the child is stopped *before* its stdin closes: it must never
 * take the broken end of a damaged stream for a good one. Rejects with the input's error.
 */
async function feedStdin(input, stdin, stop) {
    const source = input instanceof external_node_stream_.Readable ? input : external_node_stream_.Readable.from([Buffer.from(input)]);
    let childClosed = false;
    let finished = false;
    stdin.on('error', () => {
        childClosed = true;
    });
    const guarded = new external_node_stream_.Writable({
        write: (chunk, encoding, done) => void stdin.write(chunk, encoding, done),
        final: (done) => {
            finished = true;
            // A child that has read what it needs may go before it sees the end; every byte was handed over by then.
            if (stdin.destroyed)
                done();
            else
                stdin.end(() => done());
        },
        destroy: (error, done) => {
            if (error === null || childClosed) {
                stdin.destroy();
                done(error);
                return;
            }
            void stop().finally(() => {
                stdin.destroy();
                done(error);
            });
        },
    });
    // A child that went while the input is idle would otherwise be waited for until the next write.
    stdin.once('close', () => {
        if (finished || guarded.destroyed)
            return;
        childClosed = true;
        guarded.destroy(Object.assign(new Error('the child closed its input'), { code: 'EPIPE' }));
    });
    try {
        await (0,promises_.pipeline)(source, guarded);
        return { complete: true };
    }
    catch (error) {
        if (childClosed && closedEarly.has(String(error.code)))
            return { complete: false };
        throw error;
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/process/tools.js
var tools = __webpack_require__(14361);
;// CONCATENATED MODULE: ./build/process/tool-errors.js




/** `tool-failed`: how a tool ended, and the last that it said. */
function toolFailure(call, exit, stderr) {
    const name = (0,external_node_path_.basename)(call.command);
    const lines = stderr.lastLines(12);
    const how = exit.signal === null ? `exited with status ${exit.code}` : `was ended by ${exit.signal}`;
    const last = lines.at(-1);
    return new error/* HoldfastError */.E('tool-failed', `${name} ${how}${last === undefined ? '' : `: ${last.trim()}`}`, {
        hint: `Read what ${name} said, mend that and run again.`,
        context: {
            tool: name,
            exitStatus: exit.code ?? undefined,
            signal: exit.signal ?? undefined,
            stderr: lines,
        },
    });
}
/** The error for a tool that could not be started: `tool-missing`, or `tool-failed` for other reasons. */
function startError(call, cause) {
    const name = (0,external_node_path_.basename)(call.command);
    // EACCES of a bare name: a directory on PATH may not be searched, and no other one holds it.
    const absent = cause.code === 'ENOENT' || (cause.code === 'EACCES' && !call.command.includes('/'));
    if (absent && (call.cwd === undefined || (0,external_node_fs_.existsSync)(call.cwd)))
        return (0,tools/* toolMissing */.Nm)(name, cause);
    return new error/* HoldfastError */.E('tool-failed', `${name} could not be started: ${cause.code ?? cause.message}`, {
        hint: `Check that ${name} and its working directory exist and may be executed.`,
        context: { tool: name },
        cause,
    });
}

;// CONCATENATED MODULE: ./build/process/spawn.js








/** Milliseconds that a grandchild may keep stderr open after the child is gone. */
const stderrGrace = 200;
function exitOf(call, child) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => reject(startError(call, error)));
        child.once('exit', (code, signal) => resolve({ code, signal }));
    });
}
function stopper(child, exited, killAfterMs) {
    let stopping;
    const escalate = async (leader) => {
        const gone = new AbortController();
        const done = exited.then(() => gone.abort(), () => gone.abort());
        signalGroup(leader, 'SIGTERM');
        await clock/* systemClock */.m.sleep(killAfterMs, gone.signal).catch(() => undefined);
        // Also when the leader went at once: its children may have ignored SIGTERM and hold the pipes.
        signalGroup(leader, 'SIGKILL');
        await done;
    };
    return () => {
        stopping ??= child.pid === undefined ? Promise.resolve() : escalate(child.pid);
        return stopping;
    };
}
/**
 * Starts a tool: argv only, no shell, in a process group of its own. An aborted signal stops it, and stdout then
 * errors with the signal's reason.
 */
function spawnTool(call) {
    call.signal.throwIfAborted();
    const stderr = createStderrRing(undefined, call.onStderrLine);
    const child = (0,external_node_child_process_.spawn)(call.command, call.args, {
        env: (0,environment/* revealEnvironment */.L)(call.environment, call.extraEnvironment),
        ...(call.cwd === undefined ? {} : { cwd: call.cwd }),
        stdio: [call.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        detached: true,
        shell: false,
    });
    const { pid } = child;
    if (pid !== undefined)
        trackGroup(pid);
    const exited = exitOf(call, child);
    const stop = stopper(child, exited, call.killAfterMs ?? 3000);
    const stderrEnded = new Promise((resolve) => {
        child.stderr?.on('data', (chunk) => stderr.write(chunk));
        child.stderr?.once('close', resolve);
    });
    const settled = exited.then(async (exit) => {
        const ended = new AbortController();
        void stderrEnded.then(() => ended.abort());
        await clock/* systemClock */.m.sleep(stderrGrace, ended.signal).catch(() => undefined);
        stderr.end();
        return exit;
    });
    const fed = call.stdin === undefined || child.stdin === null
        ? Promise.resolve({ complete: true })
        : feedStdin(call.stdin, child.stdin, stop);
    const onAbort = () => void stop();
    call.signal.addEventListener('abort', onAbort, { once: true });
    const verdict = (async () => {
        const exit = await settled;
        const input = await fed.then(() => undefined, (error) => ({ error }));
        call.signal.removeEventListener('abort', onAbort);
        if (call.signal.aborted)
            throw call.signal.reason;
        if (input !== undefined)
            throw input.error;
        if (exit.code === null || !(call.acceptedExits ?? [0]).includes(exit.code))
            throw toolFailure(call, exit, stderr);
    })();
    const aborted = () => (call.signal.aborted ? call.signal.reason : undefined);
    const stdout = guardedStdout(child.stdout, verdict, aborted, stop);
    child.once('close', () => pid !== undefined && forgetGroup(pid));
    for (const promise of [exited, fed, settled, verdict])
        promise.catch(() => undefined);
    return { pid, stdout, stderr, exited, fed, stop };
}


/***/ }),

/***/ 14361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J8: () => (/* binding */ installHint),
/* harmony export */   Nm: () => (/* binding */ toolMissing),
/* harmony export */   SG: () => (/* binding */ findTool)
/* harmony export */ });
/* unused harmony export requireTool */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54992);




const same = (name) => ({ debian: name, rhel: name, brew: name });
const postgresClient = { debian: 'postgresql-client', rhel: 'postgresql', brew: 'libpq' };
const postgresServer = { debian: 'postgresql', rhel: 'postgresql-server', brew: 'postgresql' };
const mysqlClient = { debian: 'default-mysql-client', rhel: 'mysql', brew: 'mysql-client' };
const mariadbClient = { debian: 'mariadb-client', rhel: 'mariadb', brew: 'mariadb' };
const mariadbBackup = { debian: 'mariadb-backup', rhel: 'mariadb-backup', brew: 'mariadb' };
const xtrabackup = {
    debian: 'percona-xtrabackup-80',
    rhel: 'percona-xtrabackup-80',
    brew: 'percona-xtrabackup',
};
const packages = {
    tar: { debian: 'tar', rhel: 'tar', brew: 'gnu-tar' },
    pg_dump: postgresClient,
    pg_dumpall: postgresClient,
    pg_restore: postgresClient,
    pg_basebackup: postgresClient,
    pg_combinebackup: postgresServer,
    pg_verifybackup: postgresServer,
    psql: postgresClient,
    initdb: postgresServer,
    pg_ctl: postgresServer,
    postgres: postgresServer,
    mysql: mysqlClient,
    mysqldump: mysqlClient,
    mariadb: mariadbClient,
    'mariadb-dump': mariadbClient,
    mariabackup: mariadbBackup,
    'mariadb-backup': mariadbBackup,
    mbstream: mariadbBackup,
    mysqld: { debian: 'default-mysql-server', rhel: 'mysql-server', brew: 'mysql' },
    mariadbd: { debian: 'mariadb-server', rhel: 'mariadb-server', brew: 'mariadb' },
    xtrabackup,
    xbstream: xtrabackup,
    zfs: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
    zpool: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
    zstream: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
    docker: { debian: 'docker.io', rhel: 'docker-ce', brew: 'docker' },
    rclone: same('rclone'),
    '7z': { debian: 'p7zip-full', rhel: 'p7zip', brew: 'sevenzip' },
    '7zz': { debian: '7zip', rhel: '7zip', brew: 'sevenzip' },
    sendmail: { debian: 'msmtp-mta', rhel: 'msmtp', brew: 'msmtp' },
    zstd: same('zstd'),
    gzip: same('gzip'),
    age: same('age'),
};
/** The sentence that says how to get a tool. */
function installHint(tool) {
    const known = packages[tool];
    if (known === undefined)
        return `Install \`${tool}\`, or put the directory that holds it on PATH.`;
    return (`Install it: \`apt-get install ${known.debian}\` (Debian, Ubuntu), \`dnf install ${known.rhel}\` (RHEL, Fedora) ` +
        `or \`brew install ${known.brew}\` (macOS), or put the directory that holds \`${tool}\` on PATH.`);
}
/** The error for a tool that is not there: `tool-missing`. */
function toolMissing(tool, cause) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('tool-missing', `${tool} is not installed`, {
        hint: installHint(tool),
        context: { tool },
        ...(cause === undefined ? {} : { cause }),
    });
}
async function executable(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}
/** The absolute path of the first executable `name` on the environment's PATH, undefined where there is none. */
async function findTool(name, environment) {
    if (name.includes('/'))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(name) && (await executable(name)) ? name : undefined;
    for (const directory of (environment.PATH ?? '/usr/local/bin:/usr/bin:/bin').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter)) {
        if (directory === '')
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
        if (await executable(path))
            return path;
    }
    return undefined;
}
/** As {@link findTool}, but throws `tool-missing` with what to install. */
async function requireTool(name, environment) {
    const path = await findTool(name, environment);
    if (path === undefined)
        throw toolMissing(name);
    return path;
}


/***/ }),

/***/ 62784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ writeStreamToFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54992);




function explain(path, error) {
    if (error.code === 'EEXIST') {
        return new _errors_error_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('target-not-empty', `${path} is there already`, {
            hint: 'Name a new file, or add --overwrite.',
            context: { path },
        });
    }
    if (error.code === 'ENOSPC') {
        return new _errors_error_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('disk-full', `no room for ${path}`, {
            hint: 'Make room on that disk, or name a target on another one.',
            context: { path },
            cause: error,
        });
    }
    if (error.syscall !== 'open' && error.syscall !== 'rename')
        return error;
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('target-unwritable', `${path} cannot be written`, {
        hint: 'Name a file in a directory that this user may write.',
        context: { path },
        cause: error,
    });
}
/**
 * Writes a stream to a file (0600) that appears whole or not at all. Returns its bytes. Errors: `target-not-empty` where
 * the file is there and may not be replaced, `target-unwritable`, `disk-full`, and those of the stream.
 */
async function writeStreamToFile(source, path, options) {
    const partial = `${path}.holdfast-partial`;
    let reserved = false;
    try {
        if (!options.overwrite) {
            // Creating the name first keeps a file safe that somebody else makes meanwhile.
            await (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'wx', 0o600)).close();
            reserved = true;
        }
        const flags = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_TRUNC | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW;
        // The types know text flags only.
        const sink = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(partial, { flags: flags, mode: 0o600, flush: true });
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(source, sink, { signal: options.signal });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partial, path);
        return sink.bytesWritten;
    }
    catch (error) {
        source.destroy();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(partial, { force: true }).catch(() => undefined);
        if (reserved)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
        options.signal.throwIfAborted();
        throw explain(path, error);
    }
}


/***/ })

};
