export const id = 6504;
export const ids = [6504];
export const modules = {

/***/ 6504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareCopy: () => (/* binding */ compareCopy)
});

;// CONCATENATED MODULE: ./build/report/compare/compare.js
function changedColumns(before, after) {
    const names = [...new Set([...Object.keys(before.columns), ...Object.keys(after.columns)])].sort();
    return names
        .map((name) => ({ name, before: before.columns[name], after: after.columns[name] }))
        .filter((column) => column.before !== column.after);
}
function changeOf(name, before, after) {
    if (before === undefined || after === undefined) {
        const change = before === undefined ? 'added' : 'removed';
        return [{ table: name, change, rowsBefore: before?.rows, rowsAfter: after?.rows, columns: [] }];
    }
    const columns = changedColumns(before, after);
    if (columns.length === 0 && before.rows === after.rows)
        return [];
    return [{ table: name, change: 'changed', rowsBefore: before.rows, rowsAfter: after.rows, columns }];
}
/** What is another in `after` than it was in `before`, by the names of the tables. Pure. */
function compareContents(before, after) {
    const [was, is] = [before, after].map(({ tables }) => new Map(tables.map((table) => [table.name, table])));
    const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort();
    return names.flatMap((name) => changeOf(name, was?.get(name), is?.get(name)));
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/source-context.js
var source_context = __webpack_require__(4161);
;// CONCATENATED MODULE: ./build/commands/compare.js



/**
 * Looks what became of a copy since it was handed over: time, tables, columns and rows. Reads the copy and no store.
 * Errors: those of the connection.
 */
async function compareCopy(context, copy) {
    const { job, id, source, url, createdAt, readyAt, contents: before } = copy;
    const seconds = (context.clock.now().getTime() - Date.parse(readyAt)) / 1000;
    const { copies } = context.drivers.source(source);
    const after = await copies?.contents((0,source_context/* sourceContextOf */.k)(context, job, []), url);
    const result = {
        job,
        id,
        createdAt,
        seconds,
        tables: after?.tables.length ?? 0,
        changes: compareContents(before, after ?? { tables: [] }),
    };
    return (0,outcome/* done */.Vw)([result]);
}


/***/ }),

/***/ 76140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ step),
/* harmony export */   q: () => (/* binding */ tell)
/* harmony export */ });
/** Says what is going on; shown with `--verbose` and in events. */
function step(context, message, job) {
    context.reporter.on({ type: 'step', message, ...(job === undefined ? {} : { job }) });
}
/** Reports a finding at once. */
function tell(context, finding, job) {
    context.reporter.on({ type: 'finding', finding, ...(job === undefined ? {} : { job }) });
}


/***/ }),

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

/***/ 84511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ revealEnvironment),
/* harmony export */   Q: () => (/* binding */ childEnvironment)
/* harmony export */ });
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);

/** Names that hold Holdfast's own secrets, a forge's tokens or an action's inputs. */
const withheld = /^(HOLDFAST_|AWS_SECRET|AWS_SESSION_TOKEN$|AWS_ACCESS_KEY_ID$|AZURE_|BACKUP_PASSPHRASE(_FILE)?$|ARCHIVE_PASSWORD$|B2_(KEY_ID|APP_KEY)$|INPUT_|ACTIONS_.*TOKEN)/i;
/** A password that happens to be part of one of these must not cost the child its PATH. */
const indispensable = /^(PATH|HOME|USER|LOGNAME|SHELL|PWD|TERM|TZ|TMPDIR|LANG|LC_.*|LD_LIBRARY_PATH|XDG_.*)$/;
/**
 * The environment for children: the host's own without Holdfast's secrets, that is without the names above and
 * without every variable whose value holds a registered {@link Secret}.
 */
function childEnvironment(environment) {
    const kept = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined || withheld.test(name))
            continue;
        if (!indispensable.test(name) && (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(value) !== value)
            continue;
        kept[name] = value;
    }
    return kept;
}
/** `environment` and what one child alone is to know, secrets revealed: only for the call that starts it. */
function revealEnvironment(environment, extra = {}) {
    const revealed = { ...environment };
    for (const [name, value] of Object.entries(extra)) {
        revealed[name] = value instanceof _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh ? value.reveal() : value;
    }
    return revealed;
}


/***/ })

};
