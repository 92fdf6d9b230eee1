export const id = 3233;
export const ids = [3233,4856,5135];
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

/***/ 13233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24856);
/* harmony import */ var _status_survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66808);


/** Backups that a report shows of a job at a destination. */
const recentShown = 10;
/** Restores that a report shows of a job at a destination. */
const restoresShown = 20;
/** The ledger of restores: how long each took, and how old what it brought back was. */
function restoresOf(points) {
    return points
        .flatMap(({ id, createdAt, lastVerdict }) => {
        if (lastVerdict === undefined)
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
/** `holdfast report [jobs…]`: what `status` says, with the newest backups and their sizes. Exits as `status` does. */
async function report(context, jobs) {
    return (0,_status_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .survey */ .F)(context, jobs, {}, (status, points) => {
        const newestFirst = points.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
        return {
            ...status,
            backups: points.length,
            storedBytes: points.reduce((sum, { stats }) => sum + stats.storedBytes, 0),
            restores: restoresOf(points),
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


/***/ }),

/***/ 27185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ destinationsOf),
  S: () => (/* binding */ findBackup)
});

// EXTERNAL MODULE: ./build/catalog/chains.js
var chains = __webpack_require__(62844);
// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/repository/chain-gap.js

/** The chain as far down as it goes, and what ends it early: a manifest that is damaged or gone. */
function chainWithGap(last, entries, damaged, signed) {
    const map = (0,chains/* byId */.$H)(entries);
    const chain = [last];
    for (let entry = last; entry.parent !== null; entry = chain[0] ?? entry) {
        const { id } = entry.parent;
        const parent = (0,chains/* parentOf */.gN)(entry, map);
        if (parent === undefined) {
            const error = damaged.find((each) => each.id === id)?.error ?? (0,chains/* brokenChain */.Zm)(entry, map.has(id));
            return { chain, gap: { id, error, lost: !signed && !map.has(id) } };
        }
        chain.unshift(parent);
    }
    return { chain };
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 6 modules
var repository_entries = __webpack_require__(31533);
;// CONCATENATED MODULE: ./build/commands/repository/find.js







/** Where backups of a job may be: those the configuration says, else every destination there is. */
function destinationsOf(context, job) {
    const { config } = context;
    const wanted = config.jobNames.includes(job)
        ? config.job(job).to.map(({ name }) => name)
        : config.destinationNames;
    return (0,repository_destination/* chosenDestinations */.Cf)(context, wanted);
}
function notFound(what, because) {
    return new error/* HoldfastError */.E('backup-not-found', `there is no backup ${what}${because}`, {
        hint: 'Run `holdfast list` to see the jobs and ids there are, and --destination to look elsewhere.',
        context: { what },
    });
}
function untrusted(entry) {
    return new error/* HoldfastError */.E('signature-untrusted', `backup ${entry.id} is ${entry.signedBy === undefined ? 'not signed' : `signed by ${entry.signedBy}`}, which signing.trust does not list`, {
        hint: 'If you know where it comes from add the key to signing.trust, or restore with --force.',
        context: { id: entry.id },
    });
}
function choose(entries, what, options) {
    const { at, prefer, force, gaps } = options;
    if ((0,ids/* parseId */.Fg)(what))
        return entries.find(({ id }) => id === what);
    const candidates = entries
        .filter((entry) => (entry.complete || gaps === true) && (entry.trusted || force === true))
        .filter(({ createdAt }) => at === undefined || createdAt <= at)
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
    return prefer?.(candidates) ?? candidates[0];
}
/**
 * The backup that `what`, a job or an id, names. Destinations are tried in their order; one that cannot be reached,
 * lacks a parent or has it shredded does not keep the next from serving. Shredded everywhere it is found nonetheless.
 * Errors: `backup-not-found`, `chain-broken`, `signature-untrusted`.
 */
async function findBackup(context, what, options = {}) {
    const isId = (0,ids/* parseId */.Fg)(what) !== undefined;
    if (!isId && !(0,ids/* isJobName */.vG)(what))
        throw notFound(what, ': it is neither a job nor an id');
    let first;
    let lost = 0;
    let shredded;
    const names = isId ? (0,repository_destination/* backupDestinations */.C$)(context) : destinationsOf(context, what);
    for (const name of names.filter((each) => options.except?.includes(each) !== true)) {
        try {
            const destination = await (0,repository_destination/* openDestination */.xB)(context, name, options.mode);
            const { points, damaged } = await (0,repository_entries/* readEntries */.$)(context, destination, isId ? undefined : what, options);
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
            const down = options.gaps === true
                ? chainWithGap(entry, entries, damaged, signed)
                : { chain: (0,chains/* chainOf */.dR)(entry.id, entries) };
            const found = { destination, entry, ...down, entries };
            if (!down.chain.some((link) => link.shredded))
                return found;
            // Its keys may still be somewhere else.
            shredded ??= found;
        }
        catch (error) {
            context.signal.throwIfAborted();
            first ??= (0,outcome/* asHoldfastError */.Cs)(error);
        }
    }
    if (shredded !== undefined)
        return shredded;
    const before = options.at === undefined ? '' : ` from ${options.at.toISOString()} or before`;
    throw (first ?? notFound(what, lost === 0 || isId ? before : `${before} that can be opened: ${lost} shredded`));
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
function errorOf({ job, destination, state, age }) {
    const last = age === null ? 'there is no backup' : `the last backup is from ${(0,duration/* formatAge */.n)(age * 1000)}`;
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

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 6 modules
var entries = __webpack_require__(31533);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
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
    for (const job of new Set(results.map((result) => result.job))) {
        const own = results.filter((result) => result.job === job);
        await announceStatus(context, job, own, (state) => alarming.has(state));
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
