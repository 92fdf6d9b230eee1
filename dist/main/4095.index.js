export const id = 4095;
export const ids = [4095];
export const modules = {

/***/ 94095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  withCachedStates: () => (/* binding */ withCachedStates)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/entry/actions/host/cached-states.js



/** Relative to the workspace: the cache service tells entries apart by the paths as they are written. */
const directory = '.holdfast-state';
/** States of a job's backups of one level, of which only the newest can be a parent. */
const byLevel = /^(.+)\/\d{8}T\d{6}Z-(L\d+)-[a-z2-7]{6}\.age$/;
function unavailable() {
    return {
        severity: 'warning',
        code: 'cache-unavailable',
        message: 'cache is set, and this runner has no cache service',
        hint: 'Leave cache out here: a runner of your own keeps what it needs, and the store has it anyway.',
    };
}
async function filesBelow(root) {
    const entries = await (0,promises_.readdir)(root, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name).slice(root.length + 1))
        .sort();
}
/** Removes states that a newer one of the same job and level replaces. */
async function prune() {
    const newest = new Map();
    for (const file of await filesBelow(directory)) {
        const [, job, level] = byLevel.exec(file) ?? [];
        const older = newest.get(`${job} ${level}`);
        if (older !== undefined)
            await (0,promises_.rm)((0,external_node_path_.join)(directory, older), { force: true });
        newest.set(`${job} ${level}`, file);
    }
}
/**
 * The states of these jobs from GitHub's cache, encrypted as they are in the store, so that a runner that starts empty
 * need not fetch them. Anybody who may run a workflow can read a cache, and a pull request too: nothing in it is in
 * the clear, nothing of it is believed. Undefined, and a warning, where the runner has no cache service.
 */
async function openCachedStates(jobs, tell) {
    // Heavy, with an SDK of its own: only who asks for the cache loads it.
    const cache = await Promise.all(/* import() */[__webpack_require__.e(5738), __webpack_require__.e(184), __webpack_require__.e(3581), __webpack_require__.e(2088), __webpack_require__.e(846)]).then(__webpack_require__.bind(__webpack_require__, 30846));
    if (!cache.isFeatureAvailable()) {
        tell(unavailable());
        return undefined;
    }
    const scope = (0,external_node_crypto_.createHash)('sha256')
        .update([...jobs].sort().join('\n'))
        .digest('hex')
        .slice(0, 12);
    const prefix = `holdfast-state-v1-${scope}-`;
    const { GITHUB_RUN_ID: run = '0', GITHUB_RUN_ATTEMPT: attempt = '1' } = process.env;
    const key = `${prefix}${run}-${attempt}`;
    await cache.restoreCache([directory], key, [prefix]);
    let isNew = false;
    return {
        read: (name) => (0,promises_.readFile)((0,external_node_path_.join)(directory, name)).catch(() => undefined),
        async keep(name, body) {
            const file = (0,external_node_path_.join)(directory, name);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
            await (0,promises_.writeFile)(file, body, { mode: 0o600 });
            isNew = true;
        },
        async close(save) {
            if (save && isNew) {
                await prune();
                await cache.saveCache([directory], key);
            }
            await (0,promises_.rm)(directory, { recursive: true, force: true });
        },
    };
}

;// CONCATENATED MODULE: ./build/entry/actions/host/cached-backup.js

/** A state identity that a runner made for itself is gone with it: then nobody opens what is cached. */
function identityWarning(config) {
    if (config.encryption().none || config.stateIdentity() !== undefined)
        return [];
    return [
        {
            severity: 'warning',
            code: 'state-identity-missing',
            message: 'cache is set without encryption.state-identity: the next runner cannot open the cached state',
            hint: 'Set encryption.state-identity from a secret: the state-identity.txt that `holdfast keygen` wrote.',
        },
    ];
}
/** Runs a backup that reads and keeps its state in GitHub's cache where `cache` is set. */
async function withCachedStates({ context, inputs, jobs }, run) {
    if (!inputs.flag('cache'))
        return run(context);
    const tell = (finding) => context.reporter.on({ type: 'finding', finding });
    for (const finding of identityWarning(context.config))
        tell(finding);
    const states = await openCachedStates(jobs.length > 0 ? jobs : context.config.jobNames, tell);
    if (states === undefined)
        return run(context);
    try {
        return await run({ ...context, stateCache: states });
    }
    finally {
        // A run that was cancelled has seconds left, and a cache is no reason to lose them.
        await states.close(!context.signal.aborted);
    }
}


/***/ })

};
