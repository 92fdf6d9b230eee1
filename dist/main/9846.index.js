export const id = 9846;
export const ids = [9846,2948];
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

/***/ 22948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  list: () => (/* binding */ list),
  listResult: () => (/* binding */ listResult)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/adopted-chains/places.js + 2 modules
var places = __webpack_require__(65788);
;// CONCATENATED MODULE: ./build/commands/adopted-chains/list.js


function resultOf({ job, name }, backup) {
    const { id, level, chain, createdAt, storedBytes, broken } = backup;
    return {
        job,
        id,
        level,
        parent: chain.at(-2) ?? null,
        createdAt: createdAt.toISOString(),
        tags: [],
        destination: name,
        sourceBytes: 0,
        storedBytes,
        signed: false,
        proven: false,
        held: false,
        complete: broken === undefined,
        adopted: true,
    };
}
/** The chains that others left of jobs; `read` counts the places that answered. */
async function listChains(context, jobs) {
    const results = [];
    const errors = [];
    let read = 0;
    for (const place of (0,places/* adoptedPlaces */.gB)(context, jobs)) {
        try {
            const { backups, damaged } = await (0,places/* readPlace */.yI)(context, place);
            results.push(...backups.map((backup) => resultOf(place, backup)));
            errors.push(...damaged.map(({ error }) => error));
            read += 1;
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    return { results, errors, read };
}

// EXTERNAL MODULE: ./build/commands/repository/adopted.js
var adopted = __webpack_require__(55135);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
;// CONCATENATED MODULE: ./build/commands/list/adopted.js


function adoptedResult(job, { key, bytes, modified }, destination) {
    return {
        job,
        id: key,
        level: 0,
        parent: null,
        createdAt: modified.toISOString(),
        tags: [],
        destination,
        sourceBytes: 0,
        storedBytes: bytes,
        signed: false,
        proven: false,
        held: false,
        complete: true,
        adopted: true,
    };
}
/** The jobs asked for, or all, that keep things at a destination. */
function jobsAt({ config }, jobs, destination) {
    const wanted = jobs.length === 0 ? config.jobNames : jobs;
    return wanted.filter((job) => config.jobNames.includes(job) && config.job(job).to.some(({ name }) => name === destination));
}
/** What others wrote under the names of jobs, beside what Holdfast did. */
async function listAdopted(context, destination, jobs) {
    const results = [];
    for (const job of jobsAt(context, jobs, destination.name)) {
        const objects = await (0,adopted/* adoptedObjects */.Mb)(context, destination, job);
        results.push(...objects.map((object) => adoptedResult(job, object, destination.name)));
    }
    return results;
}
/** What others left where Holdfast has written nothing yet. */
async function listForeign(context, name, jobs) {
    const store = await (0,repository_destination/* openStore */.Ch)(context, name, 'read');
    const results = [];
    for (const job of jobsAt(context, jobs, name)) {
        const patterns = (0,adopted/* adoptionPatterns */.Yk)(context, job);
        if (patterns.length === 0)
            continue;
        const objects = await (0,adopted/* matchingObjects */.gQ)(store, patterns);
        results.push(...objects.map((object) => adoptedResult(job, object, name)));
    }
    return results;
}

// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
;// CONCATENATED MODULE: ./build/commands/list.js






/** A catalogue entry as `list` shows it. */
function listResult(entry, destination) {
    return {
        job: entry.job,
        id: entry.id,
        level: entry.level,
        parent: entry.parent?.id ?? null,
        createdAt: entry.createdAt.toISOString(),
        tags: entry.tags,
        destination,
        sourceBytes: entry.stats.sourceBytes,
        storedBytes: entry.stats.storedBytes,
        signed: entry.signedBy !== undefined && entry.trusted,
        proven: entry.proven,
        held: entry.held,
        complete: entry.complete,
        ...(entry.unread > 0 && { unread: entry.unread }),
        ...(entry.shredded && { shredded: true }),
    };
}
async function listAt(context, name, jobs) {
    const destination = await (0,repository_destination/* openDestination */.xB)(context, name);
    const results = [];
    const errors = [];
    for (const job of jobs.length === 0 ? [undefined] : jobs) {
        const { points, damaged } = await (0,entries/* readEntries */.$)(context, destination, job, { tells: false });
        results.push(...points.map((entry) => listResult(entry, name)));
        errors.push(...damaged.map(({ error }) => error));
    }
    results.push(...(await listAdopted(context, destination, jobs)));
    return { results, errors };
}
/** What is at one destination; where Holdfast has written nothing yet, what others left there counts as something. */
async function listAnything(context, name, jobs) {
    try {
        return await listAt(context, name, jobs);
    }
    catch (error) {
        const results = (0,errors_error/* hasCode */.u)(error, 'repository-missing') ? await listForeign(context, name, jobs) : [];
        if (results.length === 0)
            throw error;
        return { results, errors: [] };
    }
}
/** `holdfast list [jobs…]`: every backup at every destination, also of jobs that the configuration no longer has. */
async function list(context, jobs) {
    const results = [];
    const errors = [];
    let read = 0;
    for (const name of (0,repository_destination/* backupDestinations */.C$)(context)) {
        try {
            const found = await listAnything(context, name, jobs);
            results.push(...found.results);
            errors.push(...found.errors);
            read += 1;
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    const chains = await listChains(context, jobs);
    results.push(...chains.results);
    errors.push(...chains.errors);
    return { results, warnings: [], errors, exitCode: (0,outcome/* exitOf */.sX)(errors, read + chains.read) };
}


/***/ }),

/***/ 55135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mb: () => (/* binding */ adoptedObjects),
/* harmony export */   Yk: () => (/* binding */ adoptionPatterns),
/* harmony export */   gQ: () => (/* binding */ matchingObjects),
/* harmony export */   kq: () => (/* binding */ adoptedPoint)
/* harmony export */ });
/* harmony import */ var _catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98430);
/* harmony import */ var _config_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11521);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76140);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23567);





/**
 * The words of a job that do not change from run to run; those of its source are missing where it needs a variable that is
 * not set, which cleanup must not ask for.
 */
function wordsOf(context, name) {
    const { source } = context.config.job(name);
    try {
        const driver = context.drivers.source(source.type, source.settings);
        return { words: { job: name, ...driver.templateWords }, whole: true };
    }
    catch (error) {
        if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .u)(error, 'config-variable-missing', 'driver-not-built'))
            throw error;
        return { words: { job: name }, whole: false };
    }
}
/** A template that begins with a tier as one for each: a listing then begins in its folder, and not with everything. */
function byTier(template) {
    const [, rest] = /^\{tier\}(.*)$/s.exec(template) ?? [];
    return rest === undefined ? [template] : ['daily', 'monthly', 'weekly'].map((tier) => `${tier}${rest}`);
}
/**
 * The names of what a job adopts: those that its single objects have, and those that its `adopt` says; without names that
 * are no series.
 */
function adoptionPatterns(context, name) {
    if (!context.config.jobNames.includes(name))
        return [];
    const job = context.config.job(name);
    const own = job.package === 'volumes' || job.objectName === undefined ? [] : [job.objectName];
    const templates = [...own, ...job.adopt.names].flatMap(byTier);
    if (templates.length === 0)
        return [];
    const { words, whole } = wordsOf(context, name);
    const patterns = templates.flatMap((text) => (0,_config_config_js__WEBPACK_IMPORTED_MODULE_1__/* .templatePattern */ .N7)(text, words) ?? []);
    if (!whole && patterns.length < templates.length) {
        const message = `what others wrote for ${name} is not looked at: its object-name or adopt cannot be filled in here`;
        (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .tell */ .q)(context, { severity: 'info', code: 'not-adopted', message }, name);
    }
    return patterns;
}
/** Objects at a store that a pattern fits, besides the repository's own; in order of keys. */
async function matchingObjects(store, patterns) {
    const found = new Map();
    // Names of several templates may begin alike.
    for (const prefix of new Set(patterns.map((pattern) => pattern.prefix))) {
        for await (const object of store.list(prefix)) {
            const { key } = object;
            if ((0,_catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutside */ ._K)(key) && patterns.some(({ matches }) => matches(key)))
                found.set(key, object);
        }
    }
    return [...found.values()].toSorted((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
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
 * What others wrote at a destination under the names of a job: objects that fit its `object-name` or `adopt` and belong to no
 * backup and no run. They are listed and pruned by age, and never proven. Nothing is adopted where a manifest is
 * damaged: the object may be that backup's.
 */
async function adoptedObjects(context, destination, job) {
    const patterns = adoptionPatterns(context, job);
    if (patterns.length === 0)
        return [];
    const others = context.config.jobNames
        .filter(isOfAnother(context, destination, job))
        .flatMap((other) => adoptionPatterns(context, other));
    const candidates = (await matchingObjects(destination.store, patterns)).filter(({ key }) => !others.some((other) => other.matches(key)));
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

/***/ 49846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   show: () => (/* binding */ show)
/* harmony export */ });
/* harmony import */ var _catalog_proofs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89715);
/* harmony import */ var _catalog_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83502);
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22948);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33967);
/* harmony import */ var _repository_find_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27185);





/** `holdfast show ID`: what the manifest and the proofs say of one backup; a job's name means its newest. */
async function show(context, what) {
    const { destination, entry, chain } = await (0,_repository_find_js__WEBPACK_IMPORTED_MODULE_4__/* .findBackup */ .S)(context, what, { force: true });
    const { job, id, manifestSha256: sha256 } = entry;
    const { manifest } = await (0,_catalog_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .W)(destination.store, job, id, { signal: context.signal, sha256 });
    const { trust } = context.config.signing();
    const { proofs } = await (0,_catalog_proofs_js__WEBPACK_IMPORTED_MODULE_0__/* .readProofs */ .OR)(destination.store, entry.job, entry.id, {
        trust,
        signal: context.signal,
    });
    const result = {
        ...(0,_list_js__WEBPACK_IMPORTED_MODULE_2__.listResult)(entry, destination.name),
        chain: chain.map(({ id }) => id),
        host: manifest.host,
        evidence: manifest.evidence,
        source: manifest.source,
        unread: manifest.unread,
        streams: manifest.streams.map(({ name, mediaType, volumes, storedBytes }) => ({
            name,
            mediaType,
            volumes,
            storedBytes,
        })),
        proofs: proofs.map(({ proof }) => ({
            finishedAt: proof.finishedAt,
            result: proof.result,
            rtoSeconds: proof.rtoSeconds,
        })),
    };
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .done */ .Vw)([result]);
}


/***/ })

};
