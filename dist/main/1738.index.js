export const id = 1738;
export const ids = [1738];
export const modules = {

/***/ 55135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mb: () => (/* binding */ adoptedObjects),
/* harmony export */   gQ: () => (/* binding */ matchingObjects),
/* harmony export */   kq: () => (/* binding */ adoptedPoint),
/* harmony export */   tw: () => (/* binding */ adoptionPattern)
/* harmony export */ });
/* harmony import */ var _catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47740);
/* harmony import */ var _config_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11521);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76140);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16171);





/**
 * The words of a job that do not change from run to run; undefined where its source needs a variable that is not set,
 * which cleanup must not ask for.
 */
function wordsOf(context, name) {
    const { source } = context.config.job(name);
    try {
        const driver = context.drivers.source(source.type, source.settings);
        return { job: name, ...driver.templateWords };
    }
    catch (error) {
        if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .u)(error, 'config-variable-missing', 'driver-not-built'))
            throw error;
        const message = `what others wrote for ${name} is not looked at: its object-name cannot be filled in here`;
        (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .tell */ .q)(context, { severity: 'info', code: 'not-adopted', message }, name);
        return undefined;
    }
}
/** The names that a job's single objects have; undefined for a job that has none, or whose names are no series. */
function adoptionPattern(context, name) {
    if (!context.config.jobNames.includes(name))
        return undefined;
    const job = context.config.job(name);
    if (job.package !== 'single' || job.objectName === undefined)
        return undefined;
    const words = wordsOf(context, name);
    return words && (0,_config_config_js__WEBPACK_IMPORTED_MODULE_1__/* .templatePattern */ .N7)(job.objectName, words);
}
/** Objects at a store that a pattern fits, besides the repository's own; in order of keys. */
async function matchingObjects(store, { prefix, matches }) {
    const found = [];
    for await (const object of store.list(prefix)) {
        if ((0,_catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutside */ ._K)(object.key) && matches(object.key))
            found.push(object);
    }
    return found;
}
/**
 * Keys that belong to backups of any job, also of jobs that the configuration no longer has, or to runs of this one that
 * are under way or died. Undefined where a manifest is damaged: nobody knows what it names.
 */
async function ownedKeys(context, destination, job) {
    const { points, damaged } = await (0,_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .readEntries */ .$)(context, destination, undefined);
    if (damaged.length > 0)
        return undefined;
    const owned = new Set(points.flatMap(({ outside }) => outside));
    for await (const { key } of destination.store.list((0,_catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPrefix */ .$j)('data', job))) {
        const claimed = /^data\/[^/]+\/[^/]+\/~outside\/(.+)$/.exec(key)?.[1];
        if (claimed !== undefined)
            owned.add(claimed);
    }
    return owned;
}
/** What fits the names of several jobs at a destination is that of the first in the configuration. */
function isOfAnother({ config }, destination, job) {
    return (other) => config.jobNames.indexOf(other) < config.jobNames.indexOf(job) &&
        config.job(other).to.some(({ name }) => name === destination.name);
}
/**
 * What others wrote at a destination under the names of a job: objects that fit its `object-name` and belong to no
 * backup and no run. They are listed and pruned by age, and never proven. Nothing is adopted where a manifest is
 * damaged: the object may be that backup's.
 */
async function adoptedObjects(context, destination, job) {
    const pattern = adoptionPattern(context, job);
    if (pattern === undefined)
        return [];
    const others = context.config.jobNames
        .filter(isOfAnother(context, destination, job))
        .flatMap((other) => adoptionPattern(context, other) ?? []);
    const candidates = (await matchingObjects(destination.store, pattern)).filter(({ key }) => !others.some((other) => other.matches(key)));
    if (candidates.length === 0)
        return [];
    const owned = await ownedKeys(context, destination, job);
    return owned === undefined ? [] : candidates.filter(({ key }) => !owned.has(key));
}
/** An adopted object as retention sees it: whole, unproven, as old as the store says. */
function adoptedPoint(job, { key, modified }) {
    return {
        id: key,
        job,
        level: 0,
        parent: null,
        createdAt: modified,
        tags: [],
        valid: true,
        proven: false,
        held: false,
    };
}


/***/ }),

/***/ 11738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore)
});

// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/find.js
var find = __webpack_require__(70365);
// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(10216);
// EXTERNAL MODULE: ./build/commands/repository/open-chain.js + 18 modules
var open_chain = __webpack_require__(57758);
// EXTERNAL MODULE: ./build/commands/repository/progress.js
var progress = __webpack_require__(28385);
// EXTERNAL MODULE: ./build/commands/repository/source-context.js
var source_context = __webpack_require__(4161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/codec/damage.js
var damage = __webpack_require__(81920);
// EXTERNAL MODULE: ./build/pipeline/abortable.js
var abortable = __webpack_require__(75853);
// EXTERNAL MODULE: ./build/pipeline/fetch-object.js
var fetch_object = __webpack_require__(75567);
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
async function* decoded(source, kind, key, signal) {
    if (kind === 'plain')
        return yield* source;
    const decoder = kind === 'gzip' ? (0,external_node_zlib_.createGunzip)() : (0,external_node_zlib_.createZstdDecompress)();
    const running = (0,promises_.pipeline)(source, decoder, { signal });
    // Its failure destroys the decoder, which is where it is noticed.
    running.catch(() => undefined);
    try {
        yield* decoder;
    }
    catch (error) {
        throw /^(?:Z_|ZSTD_)/.test(error.code ?? '')
            ? (0,damage/* damaged */.q)('it does not decompress', key, error)
            : error;
    }
    await running;
}
/**
 * The plain bytes of an object that somebody else wrote: gzip and zstd are recognised and undone, everything else comes
 * as it is. Its own checksums are all there is to find damage by. `onFetched` hears of the stored bytes.
 */
function openForeign(store, key, signal, onFetched) {
    return (0,abortable/* abortable */.Z)(signal, (either) => plainBytes(store, key, either, onFetched));
}
/** The first bytes, enough to know a file by, and an iterator of the rest. */
async function headOf(body) {
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
async function* plainBytes(store, key, signal, onFetched) {
    const body = await (0,fetch_object/* getObject */.i)(store, key, signal);
    try {
        const { head, rest } = await headOf(body);
        async function* stored() {
            onFetched(head.length);
            yield head;
            for (let next = await rest.next(); !next.done; next = await rest.next()) {
                onFetched(next.value.length);
                yield next.value;
            }
        }
        yield* decoded(stored(), kindOf(head, key), key, signal);
    }
    finally {
        body.destroy();
    }
}

// EXTERNAL MODULE: ./build/process/write-file.js
var write_file = __webpack_require__(62784);
// EXTERNAL MODULE: ./build/commands/repository/adopted.js
var adopted = __webpack_require__(55135);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 7 modules
var entries = __webpack_require__(16171);
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
 * What the key of an object means where a job's `object-name` fits it: the id of the backup that it belongs to, else an
 * adopted object. Undefined for any other name.
 */
async function findByKey(context, key) {
    if ((0,ids/* parseId */.Fg)(key) || context.config.jobNames.includes(key))
        return undefined;
    for (const job of context.config.jobNames) {
        if (!(0,adopted/* adoptionPattern */.tw)(context, job)?.matches(key))
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
const notOurs = {
    severity: 'warning',
    code: 'adopted',
    message: 'this was not written by holdfast: nothing but its own checksums says that it is whole',
    hint: 'Look at what was restored before you rely on it.',
};
function linkOf(context, { store, object }, fetched) {
    const open = () => openForeign(store, object.key, context.signal, fetched);
    const link = {
        id: object.key,
        level: 0,
        streams: [{ name: 'archive', mediaType: 'application/x-tar', bytes: 0 }],
        description: {},
        unread: [],
        open,
        read: () => Promise.reject(noParts(object.key)),
    };
    return link;
}
function noParts(key) {
    return new errors_error/* HoldfastError */.E('store-unsupported', `parts of ${(0,external_node_path_.basename)(key)} cannot be read: it has no index`, {
        hint: 'Leave out --include.',
        context: { key },
    });
}
/**
 * Restores an adopted object: a directory's archive as files, anything else as what it decompresses to. Errors:
 * `store-unsupported` for selected paths and for files of tools that seek or encrypt, `object-damaged`, and those of
 * the source.
 */
async function restoreAdopted(context, found, options) {
    const { job, object } = found;
    const { target, include, overwrite } = options;
    if (include.length > 0)
        throw noParts(object.key);
    let fetchedBytes = 0;
    const [link] = (0,progress/* progressOver */.A)(context, job, 'restore', [
        linkOf(context, found, (bytes) => {
            fetchedBytes += bytes;
        }),
    ]);
    if (link === undefined)
        throw new errors_error/* HoldfastError */.E('internal', 'a chain of one link has none');
    const warnings = [notOurs];
    const { signal } = context;
    if (target.type === 'directory') {
        const result = await (0,source_context/* sourceOf */.v)(context, job, 'directory').restore((0,source_context/* sourceContextOf */.k)(context, job, warnings), [link], options);
        return { ...result, bytes: fetchedBytes, warnings: [...warnings, ...result.warnings], fetchedBytes };
    }
    if (target.type === 'file')
        await (0,write_file/* writeStreamToFile */.j)(link.open('archive'), target.path, { overwrite, signal });
    if (target.type === 'stdout')
        await (0,promises_.pipeline)(link.open('archive'), target.stream, { signal, end: false });
    return { bytes: fetchedBytes, warnings, fetchedBytes };
}

;// CONCATENATED MODULE: ./build/commands/restore/only-job.js



/**
 * The one job that has backups at the destinations, for a restore that names a place and no job. Errors: `usage` naming
 * the jobs where there are several, `backup-not-found` where there is none.
 */
async function onlyJob(context) {
    const jobs = new Set();
    for (const name of context.config.destinationNames) {
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

;// CONCATENATED MODULE: ./build/commands/restore/target.js


function notYet(target) {
    return new errors_error/* HoldfastError */.E('driver-not-built', `the target ${target} is not built in this version`, {
        hint: 'Restore into a directory, a file, or - for standard output.',
        context: { target },
    });
}
/**
 * What `--to` means: `-`, `env:NAME`, `container:NAME`, `datadir:PATH`, a name under `targets:`, else a path. A database
 * URL with a password is refused, since argv is seen by every process of the host. Errors: `usage`, `target-unknown`.
 */
function restoreTarget(context, to, media) {
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
    if (/^(env|container|datadir):/.test(to))
        throw notYet(to);
    const named = context.config.targetNames.includes(to);
    const place = named ? context.config.target(to).reveal() : to;
    if (named && place.includes('://'))
        throw notYet(to);
    const path = (0,external_node_path_.resolve)(named ? context.config.directory : context.cwd, place);
    return media === 'application/x-tar' ? { type: 'directory', path } : { type: 'file', path };
}

// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/catalog/keys.js + 1 modules
var keys = __webpack_require__(47740);
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
async function thawChain(context, found) {
    const { store } = found.destination;
    const thaw = store.thaw?.bind(store);
    if (!thaw) {
        throw new errors_error/* HoldfastError */.E('store-unsupported', `the destination ${store.name} has no archive to thaw from`, {
            hint: 'Leave --thaw out: what is there can be read.',
            context: { destination: store.name },
        });
    }
    let [total, waiting] = [0, 0];
    await (0,bounded/* forEachBounded */.a)(objectsOf(context, found), atOnce, async (key) => {
        const state = await thaw(key, { signal: context.signal, days });
        total++;
        if (state === 'under-way')
            waiting++;
    });
    if (waiting === 0)
        return (0,commands_context/* step */.P)(context, `${(0,bytes/* plural */.LS)(total, 'object')} can be read`, found.entry.job);
    throw new errors_error/* HoldfastError */.E('object-archived', `${waiting} of ${total} objects are on their way out of the archive`, {
        hint: `Run the same command again later: GLACIER takes 3 to 5 hours, DEEP_ARCHIVE up to 12, Azure's archive up to 15. The copies stay for ${days} days.`,
        context: { destination: store.name, id: found.entry.id, waiting, total },
    });
}

;// CONCATENATED MODULE: ./build/commands/restore.js











function nameOf(target) {
    return target.type === 'directory' || target.type === 'file' ? target.path : 'standard output';
}
function question(found, target, options) {
    const { entry, chain, destination } = found;
    const what = options.include.length === 0 ? `all of ${entry.job}` : `${options.include.join(', ')} of ${entry.job}`;
    const links = chain.length === 1 ? 'a full backup' : `a chain of ${chain.length} backups`;
    const size = (0,bytes/* formatBytes */.z3)(chain.reduce((sum, { stats }) => sum + stats.storedBytes, 0));
    const replace = options.overwrite ? ' What is there is replaced.' : '';
    return `Restore ${what} as of ${entry.createdAt.toISOString()} (${links}, ${size} stored at ${destination.name}) to ${nameOf(target)}?${replace}`;
}
/** A pipe takes its time: the process must not end before its reader has the last byte. */
function flush({ stdout }) {
    return new Promise((resolve, reject) => {
        stdout.write('', (error) => (error ? reject(error) : resolve()));
    });
}
/** What others wrote: no chain, no index, no key. */
async function restoreForeign(context, found, options) {
    const started = context.clock.monotonic();
    const { job, object, store } = found;
    const isTree = context.config.job(job).source.type === 'directory';
    const target = restoreTarget(context, options.to, isTree ? 'application/x-tar' : '');
    const seconds = () => (context.clock.monotonic() - started) / 1000;
    const record = { job, id: object.key, chain: [object.key], target: nameOf(target) };
    const replace = options.overwrite ? ' What is there is replaced.' : '';
    const plan = `Restore ${object.key} as of ${object.modified.toISOString()} (not written by holdfast, ${(0,bytes/* formatBytes */.z3)(object.bytes)} stored at ${store.name}) to ${nameOf(target)}?${replace}`;
    if (options.dryRun)
        return (0,outcome/* done */.Vw)([{ ...record, bytes: 0, fetchedBytes: 0, seconds: seconds(), plan }]);
    if (target.type !== 'stdout')
        await context.confirm(plan);
    context.reporter.on({ type: 'job-started', job, command: 'restore', id: object.key });
    const { include, overwrite } = options;
    const { warnings, ...numbers } = await restoreAdopted(context, found, { target, include, overwrite });
    if (target.type === 'stdout')
        await flush(context);
    const finished = { ...record, ...numbers, seconds: seconds() };
    for (const finding of warnings)
        context.reporter.on({ type: 'finding', job, finding });
    context.reporter.on({
        type: 'job-finished',
        job,
        command: 'restore',
        status: 'success',
        seconds: finished.seconds,
    });
    return (0,outcome/* done */.Vw)([finished], warnings);
}
/**
 * `holdfast restore JOB|ID --to TARGET`: shows the plan, asks where something would be replaced, restores, checks every
 * byte. Without `what` it is the only job of the repository. Errors: among others `object-archived`.
 */
async function restore(context, what, options) {
    const started = context.clock.monotonic();
    const asked = what ?? (await onlyJob(context));
    const named = (await findByKey(context, asked)) ?? asked;
    if (typeof named !== 'string')
        return restoreForeign(context, named, options);
    const found = await (0,find/* findBackup */.S)(context, named, {
        ...(options.at && { at: options.at }),
        force: options.force,
    });
    const { entry, chain } = found;
    const target = restoreTarget(context, options.to, entry.mediaTypes[0] ?? '');
    const record = (numbers) => ({
        job: entry.job,
        id: entry.id,
        chain: chain.map(({ id }) => id),
        target: nameOf(target),
        ...numbers,
        seconds: (context.clock.monotonic() - started) / 1000,
    });
    const plan = question(found, target, options);
    if (options.dryRun)
        return (0,outcome/* done */.Vw)([{ ...record({ bytes: 0, fetchedBytes: 0 }), plan }]);
    if (target.type !== 'stdout')
        await context.confirm(plan);
    if (options.thaw)
        await thawChain(context, found);
    const opened = await (0,open_chain/* openChain */.y)(context, found, await (0,identities/* openersFor */.eD)(context, chain));
    context.reporter.on({
        type: 'job-started',
        job: entry.job,
        command: 'restore',
        id: entry.id,
        level: entry.level,
    });
    const warnings = [];
    const restoring = { target, include: options.include, overwrite: options.overwrite };
    const result = await (0,source_context/* sourceOf */.v)(context, entry.job, entry.source.type).restore((0,source_context/* sourceContextOf */.k)(context, entry.job, warnings), (0,progress/* progressOver */.A)(context, entry.job, 'restore', opened.links), restoring);
    if (target.type === 'stdout')
        await flush(context);
    const { files, bytes } = result;
    const finished = record({
        ...(files === undefined ? {} : { files }),
        bytes,
        fetchedBytes: opened.fetchedBytes(),
    });
    const { seconds } = finished;
    context.reporter.on({
        type: 'job-finished',
        job: entry.job,
        command: 'restore',
        status: 'success',
        seconds,
    });
    return (0,outcome/* done */.Vw)([finished], [...warnings, ...result.warnings]);
}


/***/ })

};
