export const id = 8623;
export const ids = [8623];
export const modules = {

/***/ 49498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ environmentForChildren)
/* harmony export */ });
/* harmony import */ var _process_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84511);

/**
 * The environment for what a command starts. The configuration's own keys are looked up first, whether this run uses
 * them or not: only what is known to be a secret is withheld, and a backup never reads the identity by itself.
 */
function environmentForChildren({ config, environment }) {
    const keys = [
        () => config.identity(),
        () => config.stateIdentity(),
        () => config.encryption(),
        () => config.signing(),
    ];
    for (const read of keys) {
        try {
            read();
        }
        catch {
            // A variable that is missing holds no secret; who needs it says so.
        }
    }
    return (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .childEnvironment */ .Q)(environment);
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

/***/ 4161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ sourceContextOf),
/* harmony export */   v: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _config_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11521);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76140);
/* harmony import */ var _child_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49498);





/** Where the job's large temporary files go: `spool` for a backup, `scratch-dir` for the rest, else as the host has it. */
function scratchOf({ config }, job, use) {
    if (!config.jobNames.includes(job))
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
    const { spool, scratchDir } = config.job(job);
    return (use === 'backup' ? (spool ?? scratchDir) : scratchDir) ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
}
/** The context that a source's restore or drill runs in; what it warns of is also kept in `warnings`. */
function sourceContextOf(context, job, warnings, use = 'restore') {
    return {
        job,
        signal: context.signal,
        clock: context.clock,
        environment: (0,_child_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentForChildren */ .g)(context),
        scratch: scratchOf(context, job, use),
        stateDirectory: context.stateDirectory,
        warn(finding) {
            warnings.push(finding);
            (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .tell */ .q)(context, finding, job);
        },
        fillIn: (template, words) => (0,_config_config_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTemplate */ .Xm)(template, { words, now: context.clock.now(), timezone: context.config.timezone }),
    };
}
/** The settings of a source; undefined where a variable of theirs is not set: who restores need not reach what was backed up. */
function settingsAtHand(source) {
    try {
        return source.settings;
    }
    catch (error) {
        if ((0,_errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .u)(error, 'config-variable-missing'))
            return undefined;
        throw error;
    }
}
/**
 * The source of a stored backup: with the job's settings where the configuration has the job and what they name is there,
 * else with none.
 */
function sourceOf(context, job, type) {
    const { config } = context;
    if (!config.jobNames.includes(job))
        return context.drivers.source(type);
    const { source } = config.job(job);
    return context.drivers.source(type, source.type === type ? settingsAtHand(source) : undefined);
}


/***/ }),

/***/ 28623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   snapshot: () => (/* binding */ snapshot)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33967);
/* harmony import */ var _repository_select_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29798);
/* harmony import */ var _repository_source_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4161);




/**
 * `holdfast snapshot [jobs…]`: snapshots and nothing else; no destination is asked. Without jobs, of every one whose
 * source has snapshots. Errors: `usage` for a job that has none.
 */
async function snapshot(context, names) {
    const { config } = context;
    const jobs = (0,_repository_select_js__WEBPACK_IMPORTED_MODULE_2__/* .selectJobs */ .h)(context, names);
    config.prepare({ jobs, parts: ['source'] });
    const results = [];
    for (const job of jobs) {
        const { type, settings } = config.job(job).source;
        const source = context.drivers.source(type, settings);
        if (source.snapshot === undefined) {
            if (names.length === 0)
                continue;
            throw noSnapshots(`a ${type} source has no snapshots`, job);
        }
        const snapshots = await source.snapshot((0,_repository_source_context_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceContextOf */ .k)(context, job, [], 'backup'));
        results.push({ job, snapshots });
    }
    if (results.length === 0)
        throw noSnapshots('no job has snapshots');
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .done */ .Vw)(results);
}
function noSnapshots(message, job) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', message, {
        hint: 'Name a job whose source is `type: zfs`.',
        ...(job !== undefined && { context: { job } }),
    });
}


/***/ })

};
