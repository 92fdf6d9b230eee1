export const id = 247;
export const ids = [247];
export const modules = {

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
