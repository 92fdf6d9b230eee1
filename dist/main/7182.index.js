export const id = 7182;
export const ids = [7182,220];
export const modules = {

/***/ 20220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/retention/due.js
var retention_due = __webpack_require__(87543);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/repository/last-start.js
var last_start = __webpack_require__(82527);
;// CONCATENATED MODULE: ./build/commands/plan/due.js







/** When a job last started, by all of its destinations; undefined where one of them cannot say. */
async function startsOf(context, job) {
    const starts = [];
    for (const name of (0,find/* destinationsOf */.N)(context, job)) {
        try {
            const { points } = await (0,entries/* readEntries */.$)(context, await (0,destination/* openDestination */.xB)(context, name), job);
            const last = (0,last_start/* lastStart */.p)(points, context.clock.now());
            if (last)
                starts.push(last);
        }
        catch (error) {
            context.signal.throwIfAborted();
            const { code, message } = (0,outcome/* asHoldfastError */.Cs)(error);
            if (code === 'repository-missing')
                continue;
            (0,commands_context/* tell */.q)(context, {
                severity: 'warning',
                code: 'due-unknown',
                message: `whether ${job} is due is unknown, so it is planned: ${name}: ${message}`,
                hint: `Give the plan what reads ${name}, or leave out --due: each leg decides for itself.`,
            }, job);
            return undefined;
        }
    }
    return starts;
}
/**
 * Of `jobs` those that `backup --due` would run now, as far as their destinations can be read; one that cannot be
 * judged is due. Jobs without `every` always are.
 */
async function dueJobs(context, jobs) {
    const due = [];
    for (const name of jobs) {
        const { every } = context.config.job(name);
        const starts = every === undefined ? undefined : await startsOf(context, name);
        const last = starts &&
            (0,last_start/* lastStart */.p)(starts.map((createdAt) => ({ createdAt })), context.clock.now());
        const isToo = every === undefined ||
            starts === undefined ||
            (0,retention_due/* isDue */.nZ)({ every, now: context.clock.now(), ...(last && { lastStart: last }) });
        if (isToo)
            due.push(name);
    }
    return due;
}

// EXTERNAL MODULE: ./build/commands/plan/legs.js
var plan_legs = __webpack_require__(7526);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
;// CONCATENATED MODULE: ./build/commands/plan.js





function placed(jobs) {
    const homeless = jobs.filter(({ runner }) => runner === undefined).map(({ name }) => name);
    if (homeless.length > 0) {
        const subject = homeless.length === 1 ? `job ${homeless[0]} has` : `jobs ${homeless.join(', ')} have`;
        throw new error/* HoldfastError */.E('config-invalid', `${subject} no runner, so there is nowhere to run`, {
            hint: 'Add runner: [self-hosted, some-label] to each job, or under defaults.',
            context: { jobs: homeless },
        });
    }
    return jobs.map(({ name, runner = [], environment }) => ({ name, runner, environment }));
}
function partOf(legs, { part, forGithub }) {
    if (part === undefined) {
        if (!forGithub || legs.length <= plan_legs/* legsPerPart */.G)
            return legs;
        const parts = Math.ceil(legs.length / plan_legs/* legsPerPart */.G);
        throw new error/* HoldfastError */.E('usage', `the plan has ${legs.length} legs, and GitHub takes ${plan_legs/* legsPerPart */.G} in a matrix`, {
            hint: `Plan ${parts} parts, each with a matrix of its own: --part 1 to --part ${parts}, the input part of the action.`,
            context: { legs: legs.length, parts },
        });
    }
    if (part < 1) {
        throw new error/* HoldfastError */.E('usage', 'parts of a plan begin with 1', { hint: 'Say --part 1 for the first.' });
    }
    return legs.slice((part - 1) * plan_legs/* legsPerPart */.G, part * plan_legs/* legsPerPart */.G);
}
/**
 * `holdfast plan [jobs…]`: what would run where, a leg for each pair of runner and environment. Reads the
 * configuration alone, unless `due`. A part beyond the last is empty. Errors: `config-invalid` for a job without
 * `runner`; `usage` where a matrix would be too large and no part is named.
 */
async function plan(context, names, options) {
    const selected = (0,repository_select/* selectJobs */.h)(context, names);
    const jobs = placed(selected.map((name) => context.config.job(name)));
    if (!options.due)
        return (0,outcome/* done */.Vw)(partOf((0,plan_legs/* legsOf */.x)(jobs), options));
    context.config.prepare({
        jobs: selected,
        ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
        parts: ['destinations', 'trust'],
    });
    const due = await dueJobs(context, selected);
    return (0,outcome/* done */.Vw)(partOf((0,plan_legs/* legsOf */.x)(jobs.filter(({ name }) => due.includes(name))), options));
}


/***/ }),

/***/ 7526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ legsPerPart),
/* harmony export */   x: () => (/* binding */ legsOf)
/* harmony export */ });
/** GitHub takes no more legs in one matrix. */
const legsPerPart = 256;
function labelsText(runner) {
    const own = runner.filter((label) => label !== 'self-hosted');
    return (own.length === 0 ? runner : own).join(' ');
}
/** Jobs that run on the same labels, in any order, in the same environment, share a leg. */
function keyOf({ runner, environment }) {
    return JSON.stringify([[...new Set(runner)].sort(), environment ?? '']);
}
/**
 * The legs of a matrix over (runner, environment), in order of their first job. A leg is named after its environment;
 * after the labels as well where several legs have that environment, after the labels alone where it has none.
 */
function legsOf(jobs) {
    const groups = Map.groupBy(jobs, keyOf);
    const environments = new Map();
    for (const [first] of groups.values()) {
        const environment = first?.environment ?? '';
        environments.set(environment, (environments.get(environment) ?? 0) + 1);
    }
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { runner, environment = '' } = first;
        const labels = labelsText(runner);
        const alone = environment !== '' && environments.get(environment) === 1;
        const name = alone ? environment : environment === '' ? labels : `${environment} on ${labels}`;
        return [{ name, runner: [...runner], environment, jobs: group.map((job) => job.name).join(',') }];
    });
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
// EXTERNAL MODULE: ./build/catalog/entry.js
var entry = __webpack_require__(12064);
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
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var repository_entries = __webpack_require__(23567);
;// CONCATENATED MODULE: ./build/commands/repository/find.js








/** Where backups of a job may be: those the configuration says, else every destination there is. */
function destinationsOf(context, job) {
    const { config } = context;
    const wanted = config.jobNames.includes(job)
        ? config.job(job).to.map(({ name }) => name)
        : (0,repository_destination/* backupDestinations */.C$)(context);
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
        .sort((a, b) => (0,entry/* madeAt */.Z)(b).getTime() - (0,entry/* madeAt */.Z)(a).getTime() || (a.id < b.id ? 1 : -1));
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

/***/ 82527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ lastStart)
/* harmony export */ });
/* harmony import */ var _retention_due_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87543);

/** When the newest of some backups began, of those that are not dated in the future; undefined where there is none. */
function lastStart(backups, now) {
    const starts = (0,_retention_due_js__WEBPACK_IMPORTED_MODULE_0__/* .credible */ .z7)(backups, ({ createdAt }) => createdAt, now).map(({ createdAt }) => createdAt.getTime());
    return starts.length === 0 ? undefined : new Date(Math.max(...starts));
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
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23567);



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

/***/ 87543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ isStale),
/* harmony export */   nZ: () => (/* binding */ isDue),
/* harmony export */   z7: () => (/* binding */ credible)
/* harmony export */ });
const hour = 3_600_000;
/** Those of some moments that are not more than an hour ahead of `now`; all of them where none is: still better than none. */
function credible(items, timeOf, now) {
    const believed = items.filter((item) => timeOf(item).getTime() <= now.getTime() + hour);
    return believed.length > 0 ? believed : items;
}
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

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);



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
