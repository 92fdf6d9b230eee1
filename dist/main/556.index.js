export const id = 556;
export const ids = [556];
export const modules = {

/***/ 3502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readManifest)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4992);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7740);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9227);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7493);
/* harmony import */ var _tombstones_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3114);






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

/***/ 365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ destinationsOf),
/* harmony export */   S: () => (/* binding */ findBackup)
/* harmony export */ });
/* harmony import */ var _catalog_chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2844);
/* harmony import */ var _catalog_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8970);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4992);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3967);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9780);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6171);






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
            const { points, damaged } = await (0,_entries_js__WEBPACK_IMPORTED_MODULE_5__/* .readEntries */ .$)(context, destination, isId ? undefined : what);
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

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6921);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
