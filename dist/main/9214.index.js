export const id = 9214;
export const ids = [9214,2948];
export const modules = {

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

/***/ 99214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/list.js + 2 modules
var list = __webpack_require__(22948);
// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/report/restores.js
/** Restores that a report shows of a job at a destination. */
const restoresShown = 20;
/** The ledger of restores from a destination: how long each took, and how old what it brought back was. */
function restoresOf(points, readHere) {
    return points
        .flatMap(({ id, createdAt, lastVerdict }) => {
        if (lastVerdict === undefined || !readHere(lastVerdict))
            return [];
        const { finishedAt, result, rtoSeconds } = lastVerdict;
        const age = (finishedAt.getTime() - createdAt.getTime()) / 1000 - rtoSeconds;
        const rpoSeconds = Math.max(0, Math.round(age));
        return [
            { id, finishedAt: finishedAt.toISOString(), passed: result === 'passed', rtoSeconds, rpoSeconds },
        ];
    })
        .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1))
        .slice(0, restoresShown);
}

// EXTERNAL MODULE: ./build/commands/repository/read-here.js
var read_here = __webpack_require__(66009);
// EXTERNAL MODULE: ./build/commands/status/survey.js + 2 modules
var survey = __webpack_require__(66808);
;// CONCATENATED MODULE: ./build/commands/report.js







/** Backups that a report shows of a job at a destination. */
const recentShown = 10;
async function writePages(context, places, directory) {
    const { siteJobs } = await __webpack_require__.e(/* import() */ 2687).then(__webpack_require__.bind(__webpack_require__, 72687));
    const { renderSite } = await __webpack_require__.e(/* import() */ 934).then(__webpack_require__.bind(__webpack_require__, 934));
    const { writeSite } = await __webpack_require__.e(/* import() */ 3822).then(__webpack_require__.bind(__webpack_require__, 73822));
    const jobs = await siteJobs(context, places);
    const { version } = context.identity;
    const path = (0,external_node_path_.resolve)(context.cwd, directory);
    await writeSite(path, renderSite({ now: context.clock.now(), version, jobs }));
    (0,commands_context/* tell */.q)(context, {
        severity: 'info',
        code: 'pages-written',
        message: `pages written: ${(0,external_node_path_.resolve)(path, 'index.html')}`,
    });
}
/**
 * `holdfast report [jobs…]`: what `status` says, with the newest backups and their sizes, and as pages with `html`. Exits
 * as `status` does, and with what kept the pages from being written.
 */
async function report(context, jobs, { html } = {}) {
    const places = [];
    const site = html === undefined ? undefined : await __webpack_require__.e(/* import() */ 2687).then(__webpack_require__.bind(__webpack_require__, 72687));
    const outcome = await (0,survey/* survey */.F)(context, jobs, { evenUnread: true }, (status, points) => {
        const newestFirst = points.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
        const restores = restoresOf(points, (0,read_here/* wasReadHere */.o)(context, status.destination));
        if (site)
            places.push(site.sitePlace(status, points, restores));
        return {
            ...status,
            backups: points.length,
            storedBytes: points.reduce((sum, { stats }) => sum + stats.storedBytes, 0),
            restores,
            recent: newestFirst.slice(0, recentShown).map((entry) => (0,list.listResult)(entry, status.destination)),
        };
    });
    if (html === undefined)
        return outcome;
    try {
        await writePages(context, places, html);
        return outcome;
    }
    catch (error) {
        context.signal.throwIfAborted();
        const failed = (0,commands_outcome/* asHoldfastError */.Cs)(error);
        return { ...outcome, errors: [failed, ...outcome.errors], exitCode: (0,commands_outcome/* exitOf */.sX)([failed], 0) };
    }
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

/***/ 97348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ newest),
/* harmony export */   W: () => (/* binding */ verdictsOf)
/* harmony export */ });
/** The item of the latest time, of several the first; undefined where there is none. */
function newest(items, time) {
    return items.reduce((best, item) => (best === undefined || time(item) > time(best) ? item : best), undefined);
}
const finished = ({ finishedAt }) => finishedAt;
/** The newest drill of these backups that passed, and the newest that came to a verdict, of those that `counts` lets in. */
function verdictsOf(points, counts) {
    return {
        passed: newest(points.flatMap(({ lastPass }) => lastPass ?? []).filter(counts), finished),
        verdict: newest(points.flatMap(({ lastVerdict }) => lastVerdict ?? []).filter(counts), finished),
    };
}


/***/ }),

/***/ 66808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ survey)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/commands/announce/bell.js + 18 modules
var announce_bell = __webpack_require__(28832);
;// CONCATENATED MODULE: ./build/commands/announce/status.js





/** What was told is told again after this time; `status` may run every few minutes. */
const again = 24 * 3_600_000;
function samplesOf(results, isBad) {
    return results.flatMap(({ job, destination, state, age, proofAge }) => {
        const labels = { backup_job: job, destination };
        return [
            { name: 'holdfast_status_good', labels, value: isBad(state) ? 0 : 1 },
            ...(age === null ? [] : [{ name: 'holdfast_status_backup_age_seconds', labels, value: age }]),
            ...(proofAge === null
                ? []
                : [{ name: 'holdfast_status_proof_age_seconds', labels, value: proofAge }]),
        ];
    });
}
/** Whether this very state of a job was not told of lately on this host; remembers it. */
async function isNews(context, job, states) {
    const file = (0,external_node_path_.join)(context.stateDirectory, 'told', `${job}.json`);
    const now = context.clock.now().getTime();
    try {
        const told = JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
        if (told.states === states && now - (told.time ?? 0) < again && states !== '')
            return false;
        if (told.states === '' && states === '')
            return false;
    }
    catch {
        // Never told, or what remembers it is damaged: once too often is better than never.
    }
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
        await (0,promises_.writeFile)(file, JSON.stringify({ states, time: now }), { mode: 0o600 });
    }
    catch {
        // Then it is told each time.
    }
    return states !== '';
}
function errorOf({ job, destination, state, age, reason }) {
    const last = reason ?? (age === null ? 'there is no backup' : `the last backup is from ${(0,duration/* formatAge */.nV)(age * 1000)}`);
    return new errors_error/* HoldfastError */.E('stale', `${job} at ${destination} is ${state}: ${last}`, {
        hint: 'Run `holdfast backup` for what is stale or missing, `holdfast drill` for what is unproven.',
    });
}
/**
 * Tells of one job that is not as it should be: `proof-failed`, else `stale`. The same state is told once a day by each
 * host. The numbers are written in any case.
 */
async function announceStatus(context, job, results, isBad) {
    const bell = (0,announce_bell/* openBell */.O)(context, 'status', job);
    const bad = results.filter(({ state }) => isBad(state));
    const states = bad.map(({ destination, state }) => `${destination} ${state}`).join(', ');
    const wanted = bell.hears('stale') || bell.hears('proof-failed');
    const news = wanted && (await isNews(context, job, states));
    await bell.ring({
        occasions: news
            ? [bad.some(({ state }) => state === 'proof-failed') ? 'proof-failed' : 'stale']
            : [],
        status: bad.length === 0 ? 'success' : 'stale',
        destinations: results.map(({ destination, state }) => ({
            name: destination,
            status: isBad(state) ? state : 'success',
        })),
        errors: bad.map(errorOf),
        samples: samplesOf(results, isBad),
    });
}

// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/repository/read-here.js
var read_here = __webpack_require__(66009);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/retention/due.js
var due = __webpack_require__(87543);
// EXTERNAL MODULE: ./build/commands/repository/passes-on.js
var passes_on = __webpack_require__(61257);
// EXTERNAL MODULE: ./build/commands/repository/verdicts.js
var verdicts = __webpack_require__(97348);
;// CONCATENATED MODULE: ./build/commands/status/judge.js





function isLate(settings, last, { now, maxAge }) {
    const { every, grace } = maxAge === undefined ? settings : { every: maxAge, grace: 0 };
    if (every === undefined)
        return false;
    return (0,due/* isStale */.QO)({ every, lastSuccess: last.createdAt, now, ...(grace === undefined ? {} : { grace }) });
}
/** What the newest drill that came to a verdict says of a job that is to be drilled. */
function proofState(settings, verdict, now) {
    if (verdict?.result === 'failed')
        return 'proof-failed';
    const { verify } = settings;
    if (verify === undefined)
        return undefined;
    if (verdict === undefined)
        return 'unproven';
    const late = verify.every !== undefined && (0,due/* isStale */.QO)({ every: verify.every, lastSuccess: verdict.finishedAt, now });
    return late ? 'unproven' : undefined;
}
/** Why a job is `unproven`; ages are told elsewhere, so that the words change only with the case. */
function unprovenReason({ verify }, passed) {
    if (passed === undefined)
        return 'no drill of it has passed';
    return `no drill passed lately, wanted every ${(0,duration/* formatSpan */.QA)(verify?.every ?? 0)}`;
}
/** The most alarming of what is so. */
function stateOf({ points, last, passing, stale, proof, }) {
    if (passing && proof !== 'proof-failed')
        return 'passes-on';
    if (last === undefined)
        return points.some(({ shredded }) => shredded) ? 'shredded' : 'missing';
    if (proof === 'proof-failed')
        return proof;
    if (stale)
        return 'stale';
    return proof ?? (last.signedBy === undefined ? 'unsigned' : 'ok');
}
/**
 * How a job stands at a destination, from the backups that are there. Pure. The last proof is the last one that passed,
 * also behind a newer one that failed, which is told beside it. The most alarming state wins. A destination that passes
 * backups on is fine without any.
 */
function judge(settings, destination, points, judging) {
    const { readHere = () => true } = judging;
    const valid = points.filter((entry) => (0,entries/* toRecoveryPoint */.z)(entry).valid);
    const dated = ({ createdAt }) => createdAt;
    const last = (0,verdicts/* newest */.B)((0,due/* credible */.z7)(valid, dated, judging.now), dated);
    const { passed, verdict } = (0,verdicts/* verdictsOf */.W)(points, readHere);
    const failed = verdict?.result === 'failed' ? verdict.finishedAt : undefined;
    const { now } = judging;
    const ageOf = (time) => time === undefined ? null : Math.round((now.getTime() - time.getTime()) / 1000);
    const passing = (0,passes_on/* passesOn */.V)(settings, destination);
    const stale = !passing && (last === undefined || isLate(settings, last, judging));
    const proof = proofState(settings, verdict, now);
    const state = stateOf({ points, last, passing, stale, proof });
    return {
        job: settings.name,
        destination,
        lastBackup: last?.createdAt.toISOString() ?? null,
        age: ageOf(last?.createdAt),
        stale,
        lastProof: passed?.finishedAt.toISOString() ?? null,
        proofAge: ageOf(passed?.finishedAt),
        failedProof: failed?.toISOString() ?? null,
        failedProofAge: ageOf(failed),
        state,
        ...(state === 'unproven' && { reason: unprovenReason(settings, passed) }),
    };
}
/** A destination of which nothing is known: `unreachable`, or `missing` where no repository is. */
function unknown(job, destination, state) {
    const nothing = { lastBackup: null, age: null, lastProof: null, proofAge: null };
    return { job, destination, ...nothing, failedProof: null, failedProofAge: null, stale: true, state };
}

// EXTERNAL MODULE: ./build/commands/status/unread.js + 2 modules
var unread = __webpack_require__(82708);
;// CONCATENATED MODULE: ./build/commands/status/survey.js











/** States that make a command exit 4. Unsigned ones are said, but nobody demanded signatures. */
const alarming = new Set(['missing', 'shredded', 'unreachable', 'stale', 'proof-failed', 'unproven']);
function staleError(bad) {
    const list = bad
        .map(({ job, destination, state, reason }) => `${job} at ${destination} is ${state}${reason ? ` (${reason})` : ''}`)
        .join(', ');
    return new errors_error/* HoldfastError */.E('stale', list, {
        hint: 'Run `holdfast backup` for what is stale, missing or shredded, `holdfast drill` for what is unproven; `holdfast logs` says what failed, `holdfast doctor` why a destination is unreachable.',
    });
}
/**
 * Looks at each job at each of its destinations, and makes results of what it finds: of a destination that cannot be
 * asked, `points` are none. Exits 4 when one is not as it should be. An error of usage keeps its own status.
 */
async function survey(context, jobs, { maxAge, evenUnread }, resultOf) {
    const results = [];
    const errors = [];
    for (const job of (0,repository_select/* selectJobs */.h)(context, jobs)) {
        for (const name of (0,find/* destinationsOf */.N)(context, job)) {
            try {
                const destination = await (0,repository_destination/* openDestination */.xB)(context, name);
                const { points } = await (0,entries/* readEntries */.$)(context, destination, job);
                const judging = { now: context.clock.now(), maxAge, readHere: (0,read_here/* wasReadHere */.o)(context, name) };
                const judged = judge(context.config.job(job), name, points, judging);
                const reread = await (0,unread/* rereadFor */.$)(context, destination, job, points, evenUnread);
                results.push(resultOf({ ...judged, ...(reread && { reread }) }, points));
            }
            catch (thrown) {
                context.signal.throwIfAborted();
                const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
                errors.push(error);
                if (error.exitStatus === 2)
                    continue;
                const state = (0,errors_error/* hasCode */.u)(error, 'repository-missing') ? 'missing' : 'unreachable';
                results.push(resultOf(unknown(job, name, state), []));
            }
        }
    }
    for (const job of new Set(results.map((result) => result.job))) {
        const own = results.filter((result) => result.job === job);
        await announceStatus(context, job, own, (state) => alarming.has(state));
    }
    const warnings = results.flatMap((result) => (0,unread/* unreadFinding */.b)(result) ?? []);
    for (const finding of warnings)
        (0,commands_context/* tell */.q)(context, finding);
    const bad = results.filter(({ state }) => alarming.has(state));
    if (bad.length === 0)
        return { results, warnings, errors, exitCode: (0,outcome/* exitOf */.sX)(errors, results.length) };
    return { results, warnings, errors: [...errors, staleError(bad)], exitCode: 4 };
}


/***/ }),

/***/ 87543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ isStale),
/* harmony export */   nZ: () => (/* binding */ isDue),
/* harmony export */   z7: () => (/* binding */ credible)
/* harmony export */ });
const hour = 3_600_000;
/** Those of some moments that are not more than an hour ahead of `now`; all of them where none is: still better than none. */
function credible(items, timeOf, now) {
    const believed = items.filter((item) => timeOf(item).getTime() <= now.getTime() + hour);
    return believed.length > 0 ? believed : items;
}
/**
 * Whether a job should start: its last start is older than `every` less 10 %, at most 2 h, so that a schedule of the
 * same interval does not miss every other run by seconds. A start dated more than an hour ahead is not believed.
 * All spans in milliseconds.
 */
function isDue({ every, lastStart, now }) {
    if (!lastStart)
        return true;
    const age = now.getTime() - lastStart.getTime();
    return age < -hour || age >= every - Math.min(every / 10, 2 * hour);
}
/**
 * Whether the last success is too old: more than `every` and `grace` together (milliseconds; absent: a quarter of
 * `every`), or there is none. A success dated more than an hour ahead is not believed.
 */
function isStale(options) {
    const { every, grace = every / 4, lastSuccess, now } = options;
    if (!lastSuccess)
        return true;
    const age = now.getTime() - lastSuccess.getTime();
    return age < -hour || age > every + grace;
}


/***/ })

};
