export const id = 4177;
export const ids = [4177];
export const modules = {

/***/ 33967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* reexport safe */ _errors_unexpected_js__WEBPACK_IMPORTED_MODULE_0__.C),
/* harmony export */   Dm: () => (/* binding */ errorOfJob),
/* harmony export */   Vw: () => (/* binding */ done),
/* harmony export */   sX: () => (/* binding */ exitOf)
/* harmony export */ });
/* harmony import */ var _errors_unexpected_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57923);


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
/** An error of one of several jobs, as the one error type, with the job in its context. */
function errorOfJob(thrown, job) {
    const error = (0,_errors_unexpected_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .C)(thrown);
    return Object.assign(error, { context: { job, ...error.context } });
}


/***/ }),

/***/ 94177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backupAction: () => (/* binding */ backupAction),
/* harmony export */   backupInputs: () => (/* binding */ backupInputs),
/* harmony export */   backupOutputs: () => (/* binding */ backupOutputs),
/* harmony export */   runBackup: () => (/* binding */ runBackup)
/* harmony export */ });
/* harmony import */ var _host_stages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90215);

const backupInputs = [
    { name: 'source', kind: 'lines' },
    { name: 'recipients', kind: 'list' },
    { name: 'compression', kind: 'text' },
    { name: 'tag', kind: 'list' },
    { name: 'due', kind: 'boolean', default: 'false' },
    { name: 'force', kind: 'boolean', default: 'false' },
    { name: 'level', kind: 'number' },
    { name: 'cache', kind: 'boolean', default: 'false' },
];
/** Backs up what the inputs name. */
function runBackup(session) {
    const { inputs, jobs, stage } = session;
    const level = inputs.number('level');
    const options = {
        due: inputs.flag('due'),
        force: inputs.flag('force'),
        ...(level !== undefined && { level }),
        tags: inputs.list('tag'),
        acceptSize: false,
        dryRun: false,
        onBusy: (0,_host_stages_js__WEBPACK_IMPORTED_MODULE_0__/* .onBusy */ .nZ)(inputs),
    };
    return stage('backup', async () => {
        const [{ backup }, { withCachedStates }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(6921), __webpack_require__.e(8815), __webpack_require__.e(608), __webpack_require__.e(7594), __webpack_require__.e(1521), __webpack_require__.e(2551), __webpack_require__.e(6583), __webpack_require__.e(2902), __webpack_require__.e(4209), __webpack_require__.e(7214), __webpack_require__.e(4739)]).then(__webpack_require__.bind(__webpack_require__, 4806)),
            __webpack_require__.e(/* import() */ 4095).then(__webpack_require__.bind(__webpack_require__, 94095)),
        ]);
        return withCachedStates(session, (context) => backup(context, jobs, options));
    });
}
function backupOutputs(stages) {
    const results = (0,_host_stages_js__WEBPACK_IMPORTED_MODULE_0__/* .resultsOf */ .qS)(stages, 'backup');
    const ids = results.flatMap(({ id }) => id ?? []);
    const sum = (of) => results.reduce((total, result) => total + (of(result) ?? 0), 0);
    return {
        id: ids[0] ?? '',
        ids: JSON.stringify(ids),
        'stored-bytes': sum(({ storedBytes }) => storedBytes),
        'duration-seconds': Math.round(sum(({ seconds }) => seconds) * 1000) / 1000,
    };
}
const backupAction = {
    name: 'backup',
    command: 'backup',
    inputs: backupInputs,
    writes: true,
    leases: true,
    bare: false,
    insteadOfConfig: ['source', 'recipients', 'compression'],
    run: async (session) => void (await runBackup(session)),
    outputs: backupOutputs,
};


/***/ }),

/***/ 90215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iS: () => (/* binding */ failedOutcome),
/* harmony export */   nZ: () => (/* binding */ onBusy),
/* harmony export */   qS: () => (/* binding */ resultsOf)
/* harmony export */ });
/* harmony import */ var _commands_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33967);

/** The results of the stages that ran a command. */
function resultsOf(stages, command) {
    return stages.flatMap((stage) => (stage.command === command ? stage.outcome.results : []));
}
/** What `on-busy` says; its choices are checked where it is read. */
function onBusy(inputs) {
    return inputs.text('on-busy');
}
/** A command that failed before it had anything to show. */
function failedOutcome(error, signal) {
    const known = (0,_commands_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .Cs)(signal.aborted ? signal.reason : error);
    return { results: [], warnings: [], errors: [known], exitCode: known.exitStatus };
}


/***/ }),

/***/ 2568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ exitStatusOf),
/* harmony export */   f: () => (/* binding */ errorCodes)
/* harmony export */ });
/**
 * Every error code with its exit status. Codes are stable: scripts rely on them. docs/errors.md explains each,
 * and a test holds the two lists equal.
 */
const exitStatuses = {
    // 1: failed
    internal: 1,
    timeout: 1,
    'tool-missing': 1,
    'tool-failed': 1,
    'source-failed': 1,
    'source-unreadable': 1,
    'source-truncated': 1,
    'lock-too-long': 1,
    'source-stalled': 1,
    'source-conflict': 1,
    'database-unreachable': 1,
    'database-login': 1,
    'database-rights': 1,
    'database-pooled': 1,
    'database-client-missing': 1,
    'unread-paths': 1,
    'backup-too-small': 1,
    'hook-failed': 1,
    'doctor-found-errors': 1,
    'state-unusable': 1,
    'disk-full': 1,
    'scratch-too-small': 1,
    'target-unwritable': 1,
    'identity-wrong': 1,
    'key-mismatch': 1,
    'passphrase-wrong': 1,
    'store-unreachable': 1,
    'store-unwritable': 1,
    'store-not-found': 1,
    'store-condition-failed': 1,
    'store-checksum-mismatch': 1,
    'store-unsupported': 1,
    'store-stalled': 1,
    'store-lied': 1,
    'store-credentials': 1,
    'bucket-missing': 1,
    'region-wrong': 1,
    'clock-skew': 1,
    'tls-failed': 1,
    'object-archived': 1,
    'lease-lost': 1,
    'commit-conflict': 1,
    'chain-broken': 1,
    'parent-missing': 1,
    'format-unsupported': 1,
    'backup-not-found': 1,
    shredded: 1,
    'shred-incomplete': 1,
    'repository-missing': 1,
    'path-not-found': 1,
    'restore-failed': 1,
    'check-query-failed': 1,
    'docker-unavailable': 1,
    'container-missing': 1,
    'image-unavailable': 1,
    'server-not-made': 1,
    'server-not-started': 1,
    'server-too-old': 1,
    'workflows-differ': 1,
    'failed-on-warning': 1,
    'github-refused': 1,
    'mask-failed': 1,
    'output-masked': 1,
    'notification-failed': 1,
    // 2: usage or config
    usage: 2,
    'config-not-found': 2,
    'config-invalid': 2,
    'config-variable-missing': 2,
    'config-file-unreadable': 2,
    'driver-not-built': 2,
    'job-unknown': 2,
    'destination-unknown': 2,
    'repository-mismatch': 2,
    'target-unknown': 2,
    'identity-missing': 2,
    'recipient-missing': 2,
    'key-invalid': 2,
    'input-invalid': 2,
    'checkout-missing': 2,
    'signing-key-missing': 2,
    'copy-missing': 2,
    // 3: partly
    'destination-failed': 3,
    'jobs-failed': 3,
    'unread-partly': 3,
    'salvaged-partly': 3,
    // 4: stale or unproven
    stale: 4,
    unproven: 4,
    // 5: verification failed
    'object-damaged': 5,
    'object-missing': 5,
    'manifest-damaged': 5,
    'index-damaged': 5,
    'verification-failed': 5,
    'drill-inconclusive': 5,
    // 6: busy
    busy: 6,
    // 7: refused for safety
    'signature-untrusted': 7,
    'target-not-empty': 7,
    'restore-interrupted': 7,
    'server-running': 7,
    'server-not-empty': 7,
    'server-is-source': 7,
    'confirmation-needed': 7,
    'plan-deletes-everything': 7,
    'clock-in-future': 7,
    'drill-failed': 7,
    'exclusive-needed': 7,
    'read-only': 7,
    held: 7,
    'rekey-unproven': 7,
    'needed-by-children': 7,
    'unknown-feature': 7,
    'destination-in-workspace': 7,
    // 130, 143: interrupted
    interrupted: 130,
    terminated: 143,
};
/** All codes, in documentation order. */
const errorCodes = Object.keys(exitStatuses);
/** The process exit status that belongs to a code. */
function exitStatusOf(code) {
    return exitStatuses[code];
}


/***/ }),

/***/ 54992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ HoldfastError),
/* harmony export */   u: () => (/* binding */ hasCode)
/* harmony export */ });
/* harmony import */ var _codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2568);

/** The one error type. The message is lower case without a full stop; `code` is stable and documented in docs/errors.md. */
class HoldfastError extends Error {
    code;
    hint;
    context;
    retryable;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'HoldfastError';
        this.code = code;
        this.hint = details.hint;
        this.context = details.context ?? {};
        this.retryable = details.retryable ?? false;
    }
    /** The process exit status for this error, see interface "Exit codes". */
    get exitStatus() {
        return (0,_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitStatusOf */ .e)(this.code);
    }
}
/** True for a HoldfastError with one of the given codes. */
function hasCode(error, ...codes) {
    return error instanceof HoldfastError && codes.includes(error.code);
}


/***/ }),

/***/ 57923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ asHoldfastError)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

const changing = new Set([
    'mkdir',
    'mkdtemp',
    'rename',
    'unlink',
    'rmdir',
    'link',
    'symlink',
    'chmod',
    'chown',
]);
/** A full or read-only disk and a missing right are nobody's bug, wherever they are met. */
function ofTheDisk(error) {
    if (!(error instanceof Error) || !('syscall' in error))
        return undefined;
    const { code = '', syscall = '', path } = error;
    const details = { context: { path, system: code }, cause: error };
    if (code === 'ENOSPC' || code === 'EDQUOT') {
        const what = path ?? 'the output';
        return new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('disk-full', `no space left to write ${what}`, {
            hint: `Free space on the file system that holds ${what}.`,
            ...details,
        });
    }
    const refused = code === 'EROFS' || ((code === 'EACCES' || code === 'EPERM') && changing.has(syscall));
    if (!refused || path === undefined)
        return undefined;
    return new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('target-unwritable', `cannot write ${path}: ${code}`, {
        hint: 'Name a place that this user may write; TMPDIR names that of temporary directories.',
        ...details,
    });
}
/**
 * Any thrown thing as the one error type: `disk-full` and `target-unwritable` for what the disk refused, else `internal`,
 * with the original as its cause.
 */
function asHoldfastError(error) {
    if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E)
        return error;
    const message = error instanceof Error ? error.message : String(error);
    return (ofTheDisk(error) ??
        new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', `unexpected: ${message}`, {
            hint: 'This is a bug in Holdfast. Please report it with the output of the same command and --verbose.',
            cause: error,
        }));
}


/***/ })

};
