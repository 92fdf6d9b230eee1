export const id = 228;
export const ids = [228,247,556];
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

/***/ 4635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list),
/* harmony export */   listResult: () => (/* binding */ listResult)
/* harmony export */ });
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3967);
/* harmony import */ var _repository_destination_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9780);
/* harmony import */ var _repository_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6171);



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
    };
}
/** `holdfast list [jobs…]`: every backup at every destination, also of jobs that the configuration no longer has. */
async function list(context, jobs) {
    const results = [];
    const errors = [];
    let read = 0;
    for (const name of (0,_repository_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .chosenDestinations */ .Cf)(context, context.config.destinationNames)) {
        try {
            const destination = await (0,_repository_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .openDestination */ .xB)(context, name);
            for (const job of jobs.length === 0 ? [undefined] : jobs) {
                const { points, damaged } = await (0,_repository_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .readEntries */ .$)(context, destination, job);
                results.push(...points.map((entry) => listResult(entry, name)));
                errors.push(...damaged.map(({ error }) => error));
            }
            read += 1;
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .Cs)(error));
        }
    }
    return { results, warnings: [], errors, exitCode: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .exitOf */ .sX)(errors, read) };
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

/***/ 9846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   show: () => (/* binding */ show)
/* harmony export */ });
/* harmony import */ var _catalog_proofs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(913);
/* harmony import */ var _catalog_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3502);
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4635);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3967);
/* harmony import */ var _repository_find_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(365);





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
