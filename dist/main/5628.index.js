export const id = 5628;
export const ids = [5628];
export const modules = {

/***/ 99854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ objectsOfRun),
/* harmony export */   v: () => (/* binding */ listRuns)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47740);
/* harmony import */ var _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60864);


const branches = [
    ['data', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDataKey */ .Jb],
    ['keys', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWrapKey */ .bE],
    ['state', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStateKey */ .SY],
    ['holds', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHoldKey */ .Wm],
];
/**
 * Every run that has objects under `data/`, `keys/` or `state/`, in the order of the keys. Four listings are read side
 * by side and one run is held at a time, so memory does not grow with their length. Keys that are not of the format
 * belong to no run.
 */
async function* listRuns(store, job) {
    const lists = branches.map(([branch, parse]) => partsOf(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPrefix */ .$j)(branch, job), parse));
    try {
        const heads = await Promise.all(lists.map(next));
        for (;;) {
            const [first] = heads.filter((head) => head !== undefined).sort((a, b) => compareRuns(a.name, b.name));
            if (!first)
                return;
            let run = { ...first.name, objects: 0, bytes: 0, newest: new Date(0), held: false };
            for (const [i, list] of lists.entries()) {
                for (let head = heads[i]; head && compareRuns(head.name, first.name) === 0; head = heads[i]) {
                    run = branches[i]?.[0] === 'holds' ? { ...run, held: true } : withObject(run, head.object);
                    heads[i] = await next(list);
                }
            }
            if (run.objects > 0)
                yield run;
        }
    }
    finally {
        for (const list of lists)
            await list.return();
    }
}
/** The objects of one run besides its manifest, in the order in which they are deleted: wraps, then data, then state. */
function objectsOfRun(store, { job, id }) {
    return [
        store.list(`${(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .wrapsPrefix */ .Ew)(job, id)}/`),
        store.list(`${(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .dataPrefix */ .BW)(job, id)}/`),
        listExactly(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .stateKey */ .bP)(job, id)),
    ];
}
async function* listExactly(store, key) {
    for await (const object of store.list(key)) {
        if (object.key === key)
            yield object;
    }
}
function withObject(run, object) {
    const newest = new Date(Math.max(run.newest.getTime(), object.modified.getTime()));
    return { ...run, objects: run.objects + 1, bytes: run.bytes + object.bytes, newest };
}
async function* partsOf(store, prefix, parse) {
    for await (const object of store.list(prefix)) {
        const name = parse(object.key);
        if (name)
            yield { name: { job: name.job, id: name.id }, object };
    }
}
async function next(list) {
    const { done, value } = await list.next();
    return done === true ? undefined : value;
}
/** The order of keys: in each of the branches a slash follows the job, and no id is the beginning of another. */
function compareRuns(a, b) {
    const [left, right] = [`${a.job}/${a.id}`, `${b.job}/${b.id}`];
    return left < right ? -1 : left > right ? 1 : 0;
}


/***/ }),

/***/ 47167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vw: () => (/* binding */ writeDrillLog),
/* harmony export */   _G: () => (/* binding */ recentRunLogs),
/* harmony export */   fs: () => (/* binding */ writeAudit),
/* harmony export */   lg: () => (/* binding */ writeRunLog),
/* harmony export */   w3: () => (/* binding */ readRunLog)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64377);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68970);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47740);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79874);
/* harmony import */ var _parse_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60864);








const largest = 4 * 1024 * 1024;
const schema = zod__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H3({
    format: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz(1),
    command: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    job: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$(),
});
/** JSON whose every text is masked: a tool's message may hold what a log must not. */
function maskedBytes(value) {
    const masked = (_, field) => (typeof field === 'string' ? (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(field) : field);
    return Buffer.from(`${JSON.stringify(value, masked)}\n`);
}
async function write(store, key, value, signal) {
    if (await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_5__/* .createObject */ .ed)(store, key, maskedBytes(value), signal))
        return key;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('commit-conflict', `there is a log ${key} already`, {
        hint: 'Two runs used the same id or the same millisecond; the log that is there was kept.',
        context: { key, destination: store.name },
    });
}
/** Writes the log of a run under its id, once; masks secrets. Errors: `commit-conflict`. */
function writeRunLog(store, log, signal) {
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .runLogKey */ .R7)(log.job, log.id), log, signal);
}
/** Writes the log of a drill of the backup `id`; masks secrets. Errors: `commit-conflict`. */
function writeDrillLog(store, log, signal) {
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .drillLogKey */ .X8)(log.job, log.id, (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .preciseTime */ .PO)(new Date(log.finishedAt))), log, signal);
}
/** Writes an audit under `logs/_cleanup/`. Errors: `commit-conflict`. */
function writeAudit(store, audit, signal) {
    const value = { format: 1, ...audit, time: audit.time.toISOString() };
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .auditKey */ .X_)((0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .preciseTime */ .PO)(audit.time)), value, signal);
}
/** Errors: `object-damaged`; undefined for a log that is not there. */
async function readRunLog(store, key, signal) {
    const naming = { code: 'object-damaged', what: 'the log', key };
    const stored = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_5__/* .readIfPresent */ .Zu)(store, key, largest, signal);
    return stored && (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .checkShape */ .eA)(schema, (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(stored, naming), naming);
}
/** A job's newest logs, newest first; damaged ones are left out. */
async function recentRunLogs(store, job, options) {
    const keys = [];
    for await (const { key } of store.list((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .branchPrefix */ .$j)('logs', job))) {
        const name = (0,_parse_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .parseLogKey */ .rv)(key);
        if (!name || (name.drill !== undefined) !== (options.drills ?? false))
            continue;
        keys.push({ key, order: name.drill?.toISOString() ?? name.id });
        if (keys.length < 2 * options.newest + 1000)
            continue;
        keepNewest(keys, options.newest);
    }
    keepNewest(keys, options.newest);
    const logs = [];
    for (const { key } of keys) {
        try {
            const log = await readRunLog(store, key, options.signal);
            if (log)
                logs.push(log);
        }
        catch (error) {
            if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .u)(error, 'object-damaged'))
                throw error;
        }
    }
    return logs;
}
function keepNewest(keys, count) {
    keys.sort((a, b) => (a.order < b.order ? 1 : a.order > b.order ? -1 : 0));
    keys.length = Math.min(keys.length, count);
}


/***/ }),

/***/ 23390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ deadline)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/** A signal that aborts after `milliseconds`, by the clock that never jumps; never where there is no limit. */
function deadline(context, what, milliseconds) {
    const late = new AbortController();
    const cleared = new AbortController();
    if (milliseconds !== undefined) {
        const error = new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('timeout', `${what} took longer than the ${milliseconds / 1000} s it has`, {
            hint: 'Raise the limit in the job, or find out what holds the source or the store back.',
        });
        context.clock.sleep(milliseconds, cleared.signal).then(() => late.abort(error), () => undefined);
    }
    return { signal: late.signal, clear: () => cleared.abort() };
}


/***/ }),

/***/ 29798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ selectJobs),
/* harmony export */   y: () => (/* binding */ knownJobs)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29780);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31533);



/** The jobs named, or all of the configuration. Errors: `job-unknown` with the nearest name, `usage` where there is none. */
function selectJobs(context, names) {
    const { config } = context;
    if (names.length === 0 && config.jobNames.length === 0) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', 'there is no job', {
            hint: 'This command goes by the rules of jobs: name their configuration with --config.',
        });
    }
    if (names.length === 0)
        return config.jobNames;
    for (const name of names)
        config.job(name);
    return [...new Set(names)];
}
/** The jobs of the configuration; where it has none, those that the destinations hold backups of. */
async function knownJobs(context) {
    const { config } = context;
    if (config.jobNames.length > 0)
        return config.jobNames;
    const jobs = new Set();
    for (const name of (0,_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .chosenDestinations */ .Cf)(context, config.destinationNames)) {
        const { points } = await (0,_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .readEntries */ .$)(context, await (0,_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .openDestination */ .xB)(context, name), undefined);
        for (const { job } of points)
            jobs.add(job);
    }
    return [...jobs].sort();
}


/***/ })

};
