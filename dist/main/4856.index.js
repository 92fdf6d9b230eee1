export const id = 4856;
export const ids = [4856,5135];
export const modules = {

/***/ 24856:
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
        const pattern = (0,adopted/* adoptionPattern */.tw)(context, job);
        if (pattern === undefined)
            continue;
        const objects = await (0,adopted/* matchingObjects */.gQ)(store, pattern);
        results.push(...objects.map((object) => adoptedResult(job, object, name)));
    }
    return results;
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 6 modules
var entries = __webpack_require__(31533);
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
    return { results, warnings: [], errors, exitCode: (0,outcome/* exitOf */.sX)(errors, read) };
}


/***/ }),

/***/ 55135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mb: () => (/* binding */ adoptedObjects),
/* harmony export */   gQ: () => (/* binding */ matchingObjects),
/* harmony export */   kq: () => (/* binding */ adoptedPoint),
/* harmony export */   tw: () => (/* binding */ adoptionPattern)
/* harmony export */ });
/* harmony import */ var _catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98430);
/* harmony import */ var _config_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11521);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76140);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31533);





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
    if (job.package === 'volumes' || job.objectName === undefined)
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


/***/ })

};
