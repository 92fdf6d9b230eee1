export const id = 5394;
export const ids = [5394];
export const modules = {

/***/ 35394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hold: () => (/* binding */ hold),
/* harmony export */   release: () => (/* binding */ release)
/* harmony export */ });
/* harmony import */ var _catalog_holds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86866);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33967);
/* harmony import */ var _repository_destination_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29780);
/* harmony import */ var _repository_find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27185);




/** Does it at every destination of the backup's job; one that fails does not keep the others from it. */
async function everywhere(context, what, action) {
    const found = await (0,_repository_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findBackup */ .S)(context, what, { force: true, proofs: false });
    const { job, id } = found.entry;
    const results = [];
    const errors = [];
    for (const name of (0,_repository_find_js__WEBPACK_IMPORTED_MODULE_3__/* .destinationsOf */ .N)(context, job)) {
        try {
            const { store } = await (0,_repository_destination_js__WEBPACK_IMPORTED_MODULE_2__/* .openDestination */ .xB)(context, name, 'write');
            results.push({ job, id, destination: name, ...(await action(store, job, id)) });
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOfJob */ .Dm)(error, job));
        }
    }
    return { results, warnings: [], errors, exitCode: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .exitOf */ .sX)(errors, results.length) };
}
/**
 * `holdfast hold ID`: at every destination of its job, so that no cleanup anywhere takes it. Where one of them cannot
 * be reached it is held at the others, and the outcome is partial.
 */
function hold(context, what, reason) {
    const { actor } = context.identity.run ?? {};
    return everywhere(context, what, async (store, job, id) => {
        const value = {
            placed: context.clock.now(),
            ...(reason === undefined ? {} : { reason }),
            by: actor ?? context.identity.host,
        };
        return { held: true, changed: await (0,_catalog_holds_js__WEBPACK_IMPORTED_MODULE_0__/* .placeHold */ .HZ)(store, job, id, value, context.signal) };
    });
}
/** `holdfast release ID`: retention may take it again. */
function release(context, what) {
    return everywhere(context, what, async (store, job, id) => {
        await (0,_catalog_holds_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseHold */ .f0)(store, job, id);
        return { held: false, changed: true };
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


/***/ })

};
