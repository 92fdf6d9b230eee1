export const id = 825;
export const ids = [825];
export const modules = {

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

/***/ 9798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ selectJobs),
/* harmony export */   y: () => (/* binding */ knownJobs)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4992);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9780);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6171);



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


/***/ }),

/***/ 9897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4992);
/* harmony import */ var _retention_due_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7543);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3967);
/* harmony import */ var _repository_destination_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9780);
/* harmony import */ var _repository_entries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6171);
/* harmony import */ var _repository_find_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(365);
/* harmony import */ var _repository_select_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9798);







function newest(items, time) {
    return items.reduce((best, item) => (best === undefined || time(item) > time(best) ? item : best), undefined);
}
function judge(context, job, points, last, maxAge) {
    const settings = context.config.job(job);
    const now = context.clock.now();
    const { every = maxAge, grace } = settings;
    if (last === undefined)
        return { stale: true, state: 'missing' };
    const limit = maxAge === undefined ? { every, grace } : { every: maxAge, grace: 0 };
    const stale = limit.every !== undefined &&
        (0,_retention_due_js__WEBPACK_IMPORTED_MODULE_6__/* .isStale */ .Q)({
            every: limit.every,
            ...(limit.grace === undefined ? {} : { grace: limit.grace }),
            lastSuccess: last.createdAt,
            now,
        });
    const proof = newest(points.flatMap(({ lastProof }) => lastProof ?? []), ({ finishedAt }) => finishedAt);
    const { verify } = settings;
    const unproven = verify !== undefined &&
        (proof === undefined ||
            (verify.every !== undefined && (0,_retention_due_js__WEBPACK_IMPORTED_MODULE_6__/* .isStale */ .Q)({ every: verify.every, lastSuccess: proof.finishedAt, now })));
    if (proof?.result === 'failed')
        return { stale, state: 'proof-failed' };
    if (stale)
        return { stale, state: 'stale' };
    if (unproven)
        return { stale, state: 'unproven' };
    return { stale, state: last.signedBy === undefined ? 'unsigned' : 'ok' };
}
/** States that `status` exits 4 for. Unsigned ones are said, but nobody demanded signatures. */
const alarming = new Set(['missing', 'stale', 'proof-failed', 'unproven']);
/** `holdfast status [jobs…]`: how old and how proven each job is at each destination. Exits 4 when one is not as it should be. */
async function status(context, jobs, options) {
    const results = [];
    const errors = [];
    const now = context.clock.now().getTime();
    for (const job of (0,_repository_select_js__WEBPACK_IMPORTED_MODULE_5__/* .selectJobs */ .h)(context, jobs)) {
        for (const name of (0,_repository_find_js__WEBPACK_IMPORTED_MODULE_4__/* .destinationsOf */ .N)(context, job)) {
            try {
                const destination = await (0,_repository_destination_js__WEBPACK_IMPORTED_MODULE_2__/* .openDestination */ .xB)(context, name);
                const { points } = await (0,_repository_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .readEntries */ .$)(context, destination, job);
                const valid = points.filter((entry) => (0,_repository_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .toRecoveryPoint */ .z)(entry).valid);
                const last = newest(valid, ({ createdAt }) => createdAt);
                const proof = newest(points.flatMap(({ lastProof }) => (lastProof?.result === 'passed' ? lastProof : [])), ({ finishedAt }) => finishedAt);
                const ageOf = (time) => time === undefined ? null : Math.round((now - time.getTime()) / 1000);
                results.push({
                    job,
                    destination: name,
                    lastBackup: last?.createdAt.toISOString() ?? null,
                    age: ageOf(last?.createdAt),
                    lastProof: proof?.finishedAt.toISOString() ?? null,
                    proofAge: ageOf(proof?.finishedAt),
                    ...judge(context, job, points, last, options.maxAge),
                });
            }
            catch (error) {
                context.signal.throwIfAborted();
                errors.push((0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .asHoldfastError */ .Cs)(error));
            }
        }
    }
    const bad = results.filter(({ state }) => alarming.has(state));
    if (bad.length > 0 && errors.length === 0) {
        const list = bad.map(({ job, destination, state }) => `${job} at ${destination} is ${state}`).join(', ');
        errors.push(new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('stale', list, {
            hint: 'Run `holdfast backup` for what is stale or missing, `holdfast drill` for what is unproven; `holdfast logs` says what failed.',
        }));
        return { results, warnings: [], errors, exitCode: 4 };
    }
    return { results, warnings: [], errors, exitCode: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .exitOf */ .sX)(errors, results.length) };
}


/***/ }),

/***/ 7543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isStale),
/* harmony export */   n: () => (/* binding */ isDue)
/* harmony export */ });
const hour = 3_600_000;
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
