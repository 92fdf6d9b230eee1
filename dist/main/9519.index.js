export const id = 9519;
export const ids = [9519,4856,3233,365,5135,4147];
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
        const { points, damaged } = await (0,entries/* readEntries */.$)(context, destination, job);
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
    for (const name of (0,repository_destination/* chosenDestinations */.Cf)(context, context.config.destinationNames)) {
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

/***/ 33967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ asHoldfastError),
/* harmony export */   Dm: () => (/* binding */ errorOfJob),
/* harmony export */   Vw: () => (/* binding */ done),
/* harmony export */   sX: () => (/* binding */ exitOf)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/** A command that did what it was asked. */
function done(results, warnings = []) {
    return { results, warnings, errors: [], exitCode: 0 };
}
/**
 * The exit status of several parts, some of which failed: 0 when none did; the error's own status when all failed
 * alike; else 3, partly. What was refused or interrupted keeps its status whatever the others did.
 */
function exitOf(errors, succeeded) {
    if (errors.length === 0)
        return 0;
    const statuses = new Set(errors.map((error) => error.exitStatus));
    for (const strong of [130, 143])
        if (statuses.has(strong))
            return strong;
    if (succeeded > 0)
        return statuses.has(5) ? 5 : 3;
    const [only] = statuses;
    return statuses.size === 1 && only !== undefined ? only : 1;
}
/** Any thrown thing as the one error type; what is unknown becomes `internal` with the original as its cause. */
function asHoldfastError(error) {
    if (error instanceof _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E)
        return error;
    const message = error instanceof Error ? error.message : String(error);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', `unexpected: ${message}`, {
        hint: 'This is a bug in Holdfast. Please report it with the output of the same command and --verbose.',
        cause: error,
    });
}
/** An error of one of several jobs, as the one error type, with the job in its context. */
function errorOfJob(thrown, job) {
    const error = asHoldfastError(thrown);
    return Object.assign(error, { context: { job, ...error.context } });
}


/***/ }),

/***/ 13233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24856);
/* harmony import */ var _status_survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85381);


/** Backups that a report shows of a job at a destination. */
const recentShown = 10;
/** `holdfast report [jobs…]`: what `status` says, with the newest backups and their sizes. Exits as `status` does. */
async function report(context, jobs) {
    return (0,_status_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .survey */ .F)(context, jobs, {}, (status, points) => {
        const newestFirst = points.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
        return {
            ...status,
            backups: points.length,
            storedBytes: points.reduce((sum, { stats }) => sum + stats.storedBytes, 0),
            recent: newestFirst.slice(0, recentShown).map((entry) => (0,_list_js__WEBPACK_IMPORTED_MODULE_0__.listResult)(entry, status.destination)),
        };
    });
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
/* harmony import */ var _catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47740);
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
    if (job.package !== 'single' || job.objectName === undefined)
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


/***/ }),

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

/***/ 76943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs),
/* harmony export */   m: () => (/* binding */ inputInvalid)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49445);


const prefix = 'INPUT_';
/** The runner's own rule: `on-busy` becomes `INPUT_ON-BUSY`. */
function variableOf(name) {
    return `${prefix}${name.replaceAll(' ', '_').toUpperCase()}`;
}
const split = (text, at) => text
    .split(at)
    .map((item) => item.trim())
    .filter((item) => item !== '');
/** The booleans of YAML 1.2, and no others. */
const booleans = new Map([
    ...['true', 'True', 'TRUE'].map((text) => [text, true]),
    ...['false', 'False', 'FALSE'].map((text) => [text, false]),
]);
function timeOf(text) {
    // Without an offset it is UTC.
    const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`;
    const time = new Date(zoned);
    return Number.isNaN(time.getTime()) ? undefined : time;
}
/** A value, or in words what is expected instead. */
function parse(text, { kind, choices }) {
    if (kind === 'list')
        return { value: split(text, /[,\n]/) };
    if (kind === 'lines')
        return { value: split(text, /\n/) };
    if (kind === 'boolean') {
        const value = booleans.get(text);
        return value === undefined ? { expected: 'true or false' } : { value };
    }
    if (kind === 'number')
        return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { expected: 'a whole number' };
    if (kind === 'time') {
        const value = timeOf(text);
        return value === undefined ? { expected: 'an ISO time such as 2026-11-21T03:00Z' } : { value };
    }
    const isChoice = choices === undefined || choices.includes(text);
    return isChoice ? { value: text } : { expected: `one of ${choices.join(', ')}${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(text, choices)}` };
}
function unknownInputs(environment, specs) {
    const names = specs.map(({ name }) => name);
    const known = new Set(names.map(variableOf));
    return Object.keys(environment)
        .filter((variable) => variable.startsWith(prefix) && !known.has(variable))
        .map((variable) => {
        const name = variable.slice(prefix.length).toLowerCase();
        return `there is no input ${name}${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, names)}`;
    });
}
/** An action's inputs are wrong: all that is, in one error. */
function inputInvalid(problems, hint) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('input-invalid', problems.join('\n'), {
        hint: hint ?? 'Correct what stands under `with:`; the README beside action.yml lists every input.',
        context: { problems },
    });
}
/**
 * Reads the inputs that a runner hands an action as `INPUT_…`. Empty counts as absent: on `schedule` an expression such
 * as `${{ inputs.x }}` is empty. What is wrong with a value is said without the value, which may be a secret.
 *
 * Errors: `input-invalid` with all problems, inputs that do not exist by their names.
 */
function readInputs(environment, specs) {
    const values = new Map();
    const given = new Set();
    const problems = unknownInputs(environment, specs);
    for (const spec of specs) {
        const text = environment[variableOf(spec.name)]?.trim();
        if (text)
            given.add(spec.name);
        const parsed = parse(text || (spec.default ?? ''), spec);
        if (text === undefined || text === '') {
            values.set(spec.name, spec.default !== undefined && 'value' in parsed ? parsed.value : undefined);
        }
        else if ('value' in parsed)
            values.set(spec.name, parsed.value);
        else
            problems.push(`input ${spec.name} is not ${parsed.expected}`);
    }
    if (problems.length > 0)
        throw inputInvalid(problems);
    const get = (name) => {
        if (!values.has(name))
            throw new Error(`input ${name} is not declared`);
        return values.get(name);
    };
    return {
        has: (name) => given.has(name),
        text: (name) => get(name),
        list: (name) => get(name) ?? [],
        flag: (name) => get(name) === true,
        number: (name) => get(name),
        time: (name) => get(name),
    };
}


/***/ }),

/***/ 49445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** Edits (insert, delete, replace, swap of neighbours) between two texts. */
function distance(a, b) {
    let before = [];
    let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            let best = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1));
            const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            if (row > 1 && column > 1 && swapped)
                best = Math.min(best, (before[column - 2] ?? 0) + 1);
            current.push(best);
        }
        before = previous;
        previous = current;
    }
    return previous[b.length] ?? 0;
}
const normalise = (text) => text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[_\s]/g, '-')
    .toLowerCase();
/** The name that was probably meant: at most a third of its letters differ, or it was cut short. Undefined where none is near. */
function nearest(text, names) {
    const wanted = normalise(text);
    let found;
    let best = Number.POSITIVE_INFINITY;
    for (const name of names) {
        const candidate = normalise(name);
        const abbreviated = wanted.length > 2 && candidate.startsWith(wanted);
        const edits = abbreviated ? 1 : distance(wanted, candidate);
        if (edits < best && edits <= Math.max(1, Math.ceil(Math.max(wanted.length, name.length) / 3))) {
            best = edits;
            found = name;
        }
    }
    return best < wanted.length ? found : undefined;
}
/** `; did you mean keep-daily?`, or nothing. */
function didYouMean(text, names) {
    const near = nearest(text, names);
    return near === undefined ? '' : `; did you mean ${near}?`;
}


/***/ }),

/***/ 10475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ shortestSecret),
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** Shorter texts are not masked: that would eat ordinary words, and outputs that happen to hold them. */
const shortestSecret = 6;
const connectionParts = /(?:^|;)\s*(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)\s*=\s*([^;]+)/gi;
const telling = /pass|secret|token|key|sig/i;
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** What of a URL or a connection string is secret by itself: never the user, the host or the database. */
function innerSecrets(text) {
    const found = [...text.matchAll(connectionParts)].map(([, value = '']) => value.trim());
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) && URL.canParse(text)) {
        const url = new URL(text);
        found.push(url.password, decoded(url.password));
        for (const [name, value] of url.searchParams)
            if (telling.test(name))
                found.push(value);
    }
    return found;
}
/**
 * Every form in which a secret could be seen: as it is, line by line, percent-encoded, and what it holds of passwords
 * and keys. Forms of under {@link shortestSecret} characters are left out.
 */
function secretForms(text) {
    // Comments of key files say what is public.
    const own = text.split('\n').filter((line) => !line.startsWith('# '));
    const lines = [text, ...own].map((line) => line.trim());
    const whole = lines.flatMap((line) => [line, ...innerSecrets(line)]);
    const long = whole.filter((form) => form.length >= shortestSecret);
    return [...new Set(long.flatMap((form) => [form, encodeURIComponent(form)]))];
}


/***/ }),

/***/ 48325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ maskedForms),
/* harmony export */   QU: () => (/* binding */ maskSecrets),
/* harmony export */   cl: () => (/* binding */ registerSecret),
/* harmony export */   zh: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10475);

const registered = new Set();
/** Has `text` masked by {@link maskSecrets} from now on, in all its forms. */
function registerSecret(text) {
    for (const form of (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .secretForms */ .e)(text))
        registered.add(form);
}
/** Every text that is masked so far: for a runner, which masks the logs of other steps as well. */
function maskedForms() {
    return [...registered];
}
/**
 * A value that must never be seen. Every serializer prints `***`; only `reveal()` gives the text, and only to
 * the code that hands it to a child process, a key derivation or a server.
 *
 * Making a Secret registers its text with {@link maskSecrets}: percent-encoded too, line by line, and the passwords
 * and keys in it; texts of under 6 characters are not registered, since masking them would eat ordinary words.
 */
class Secret {
    #text;
    constructor(text) {
        this.#text = text;
        registerSecret(text);
    }
    /** The text itself. The result must not reach argv, a log, an event or an error. */
    reveal() {
        return this.#text;
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return 'Secret(***)';
    }
}
/** `text` with every registered secret replaced by `***`; longer secrets first, so that none leaves a tail. */
function maskSecrets(text) {
    let masked = text;
    for (const secret of [...registered].sort((a, b) => b.length - a.length)) {
        if (masked.includes(secret))
            masked = masked.replaceAll(secret, '***');
    }
    return masked;
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
