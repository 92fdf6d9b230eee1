export const id = 5135;
export const ids = [5135];
export const modules = {

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
