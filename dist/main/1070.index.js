export const id = 1070;
export const ids = [1070];
export const modules = {

/***/ 93571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ claimedObjects),
/* harmony export */   Rq: () => (/* binding */ checksumKey),
/* harmony export */   SV: () => (/* binding */ namedObjects),
/* harmony export */   Ut: () => (/* binding */ checksumLine),
/* harmony export */   ZQ: () => (/* binding */ findChecksum)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98430);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79874);


/**
 * The objects that a run stored under names of its own choice, by the claims it laid to them before. A claim is not
 * believed blindly, since whoever may write can lay one: the key must be none of the format's, no other backup may
 * have it, and the object must be younger than the claim, or it was there before.
 */
async function claimedObjects(store, name, isSpared) {
    const prefix = (0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .claimsPrefix */ .EJ)(name.job, name.id);
    const found = [];
    for await (const claim of store.list(prefix)) {
        const key = claim.key.slice(prefix.length);
        if (!(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutside */ ._K)(key) || (await isSpared(key, name)))
            continue;
        const object = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, key);
        if (object && object.modified >= claim.modified)
            found.push(object);
    }
    return found;
}
/** The objects that a manifest names outside of its backup's own folder, and the `.sha256` that lies beside one. */
async function namedObjects(store, name, keys, isSpared) {
    const found = [];
    for (const key of keys) {
        if (!(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutside */ ._K)(key) || (await isSpared(key, name)))
            continue;
        const beside = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, checksumKey(key));
        const own = beside?.bytes === Buffer.byteLength(checksumLine(key, '0'.repeat(64))) ? beside : undefined;
        found.push(...[await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, key), own].filter((object) => object !== undefined));
    }
    return found;
}
/** Where the checksum of a single object lies. */
function checksumKey(key) {
    return `${key}.sha256`;
}
/** More than any path makes of a line of `sha256sum`. */
const longestChecksum = 5000;
/** The `.sha256` of `sha256sum` beside an object, whoever wrote it. */
async function findChecksum(store, key) {
    const found = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, checksumKey(key));
    return found !== undefined && found.bytes <= longestChecksum ? found : undefined;
}
/** What it holds: a line as `sha256sum --check` reads it. */
function checksumLine(key, sha256) {
    return `${sha256}  ${key.slice(key.lastIndexOf('/') + 1)}\n`;
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


/***/ })

};
