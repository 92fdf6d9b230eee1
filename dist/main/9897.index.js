export const id = 9897;
export const ids = [9897,365];
export const modules = {

/***/ 70365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ destinationsOf),
/* harmony export */   S: () => (/* binding */ findBackup)
/* harmony export */ });
/* harmony import */ var _catalog_chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62844);
/* harmony import */ var _catalog_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68970);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33967);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29780);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31533);






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
    const { at, prefer, force, gaps } = options;
    if ((0,_catalog_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .parseId */ .Fg)(what))
        return entries.find(({ id }) => id === what);
    const candidates = entries
        .filter((entry) => (entry.complete || gaps === true) && (entry.trusted || force === true))
        .filter(({ createdAt }) => at === undefined || createdAt <= at)
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
    return (prefer && candidates.find(prefer)) ?? candidates[0];
}
/** The chain as far down as it goes, and what ends it early: a manifest that is damaged or gone. */
function chainWithGap(last, entries, damaged, signed) {
    const map = (0,_catalog_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .byId */ .$H)(entries);
    const chain = [last];
    for (let entry = last; entry.parent !== null; entry = chain[0] ?? entry) {
        const { id } = entry.parent;
        const parent = (0,_catalog_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(entry, map);
        if (parent === undefined) {
            const error = damaged.find((each) => each.id === id)?.error ?? (0,_catalog_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .brokenChain */ .Zm)(entry, map.has(id));
            return { chain, gap: { id, error, lost: !signed && !map.has(id) } };
        }
        chain.unshift(parent);
    }
    return { chain };
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
    let lost = 0;
    for (const name of isId
        ? (0,_destination_js__WEBPACK_IMPORTED_MODULE_4__/* .chosenDestinations */ .Cf)(context, context.config.destinationNames)
        : destinationsOf(context, what)) {
        try {
            const destination = await (0,_destination_js__WEBPACK_IMPORTED_MODULE_4__/* .openDestination */ .xB)(context, name, options.mode);
            const { points, damaged } = await (0,_entries_js__WEBPACK_IMPORTED_MODULE_5__/* .readEntries */ .$)(context, destination, isId ? undefined : what, options);
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
            if (options.gaps !== true)
                return { destination, entry, chain: (0,_catalog_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .chainOf */ .dR)(entry.id, entries), entries };
            return { destination, entry, ...chainWithGap(entry, entries, damaged, signed), entries };
        }
        catch (error) {
            context.signal.throwIfAborted();
            first ??= (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .asHoldfastError */ .Cs)(error);
        }
    }
    const before = options.at === undefined ? '' : ` from ${options.at.toISOString()} or before`;
    throw (first ?? notFound(what, lost === 0 || isId ? before : `${before} that can be opened: ${lost} shredded`));
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


/***/ }),

/***/ 9897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _status_survey_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85381);

/**
 * `holdfast status [jobs…]`: how old and how proven each job is at each destination. Exits 4 when one is not as it
 * should be: a destination that cannot be asked is not known to be fresh. An error of usage keeps its own status.
 */
async function status(context, jobs, options) {
    return (0,_status_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .survey */ .F)(context, jobs, options, (result) => result);
}


/***/ }),

/***/ 85381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ survey)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 6 modules
var entries = __webpack_require__(31533);
// EXTERNAL MODULE: ./build/commands/repository/find.js
var find = __webpack_require__(70365);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/retention/due.js
var due = __webpack_require__(87543);
;// CONCATENATED MODULE: ./build/commands/status/judge.js


function newest(items, time) {
    return items.reduce((best, item) => (best === undefined || time(item) > time(best) ? item : best), undefined);
}
const finished = ({ finishedAt }) => finishedAt;
function isLate(settings, last, { now, maxAge }) {
    const { every, grace } = maxAge === undefined ? settings : { every: maxAge, grace: 0 };
    if (every === undefined)
        return false;
    return (0,due/* isStale */.Q)({ every, lastSuccess: last.createdAt, now, ...(grace === undefined ? {} : { grace }) });
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
    const late = verify.every !== undefined && (0,due/* isStale */.Q)({ every: verify.every, lastSuccess: verdict.finishedAt, now });
    return late ? 'unproven' : undefined;
}
/**
 * How a job stands at a destination, from the backups that are there. Pure. The last proof is the last one that passed,
 * also behind a newer one that failed, which is told beside it. The most alarming state wins.
 */
function judge(settings, destination, points, judging) {
    const valid = points.filter((entry) => (0,entries/* toRecoveryPoint */.z)(entry).valid);
    const last = newest(valid, ({ createdAt }) => createdAt);
    const passed = newest(points.flatMap(({ lastPass }) => lastPass ?? []), finished);
    const verdict = newest(points.flatMap(({ lastVerdict }) => lastVerdict ?? []), finished);
    const failed = verdict?.result === 'failed' ? verdict.finishedAt : undefined;
    const { now } = judging;
    const ageOf = (time) => time === undefined ? null : Math.round((now.getTime() - time.getTime()) / 1000);
    const stale = last === undefined || isLate(settings, last, judging);
    const proof = proofState(settings, verdict, now);
    const fine = last?.signedBy === undefined ? 'unsigned' : 'ok';
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
        state: last === undefined
            ? points.some(({ shredded }) => shredded)
                ? 'shredded'
                : 'missing'
            : proof === 'proof-failed'
                ? proof
                : stale
                    ? 'stale'
                    : (proof ?? fine),
    };
}
/** A destination of which nothing is known: `unreachable`, or `missing` where no repository is. */
function unknown(job, destination, state) {
    const nothing = { lastBackup: null, age: null, lastProof: null, proofAge: null };
    return { job, destination, ...nothing, failedProof: null, failedProofAge: null, stale: true, state };
}

;// CONCATENATED MODULE: ./build/commands/status/survey.js







/** States that make a command exit 4. Unsigned ones are said, but nobody demanded signatures. */
const alarming = new Set(['missing', 'shredded', 'unreachable', 'stale', 'proof-failed', 'unproven']);
function staleError(bad) {
    const list = bad.map(({ job, destination, state }) => `${job} at ${destination} is ${state}`).join(', ');
    return new errors_error/* HoldfastError */.E('stale', list, {
        hint: 'Run `holdfast backup` for what is stale, missing or shredded, `holdfast drill` for what is unproven; `holdfast logs` says what failed, `holdfast doctor` why a destination is unreachable.',
    });
}
/**
 * Looks at each job at each of its destinations, and makes results of what it finds: of a destination that cannot be
 * asked, `points` are none. Exits 4 when one is not as it should be. An error of usage keeps its own status.
 */
async function survey(context, jobs, { maxAge }, resultOf) {
    const results = [];
    const errors = [];
    for (const job of (0,repository_select/* selectJobs */.h)(context, jobs)) {
        for (const name of (0,find/* destinationsOf */.N)(context, job)) {
            try {
                const { points } = await (0,entries/* readEntries */.$)(context, await (0,destination/* openDestination */.xB)(context, name), job);
                const judging = { now: context.clock.now(), maxAge };
                results.push(resultOf(judge(context.config.job(job), name, points, judging), points));
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
    const bad = results.filter(({ state }) => alarming.has(state));
    if (bad.length === 0)
        return { results, warnings: [], errors, exitCode: (0,outcome/* exitOf */.sX)(errors, results.length) };
    return { results, warnings: [], errors: [...errors, staleError(bad)], exitCode: 4 };
}


/***/ }),

/***/ 87543:
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


/***/ })

};
