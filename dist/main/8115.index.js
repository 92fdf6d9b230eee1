export const id = 8115;
export const ids = [8115];
export const modules = {

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

/***/ 78115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreVerifyAction: () => (/* binding */ restoreVerifyAction)
/* harmony export */ });
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _host_stages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90215);



/** Errors: `feature-not-built` for what this version does not do yet. */
function refuseUnbuilt(inputs) {
    const wanted = ['mask', 'keep'].filter((name) => inputs.has(name) && inputs.text(name) !== 'never');
    if (wanted.length === 0)
        return;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('feature-not-built', `${wanted.join(', ')}: not built in this version`, {
        hint: 'Leave them out: the restored copy is checked and removed within this step.',
        context: { inputs: wanted },
    });
}
/** Where the inputs want databases drilled. Errors: `usage` for both at once, and where no job is a database. */
function serverOf(inputs, { config, drivers }, jobs) {
    const [image, url] = [inputs.text('image'), inputs.text('service-url')];
    if (image === undefined && url === undefined)
        return undefined;
    if (image !== undefined && url !== undefined) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('usage', 'image and service-url both say where to drill', {
            hint: 'Keep service-url for a container under services:, or image for one that this action starts.',
        });
    }
    const known = (jobs.length === 0 ? config.jobNames : jobs).filter((job) => config.jobNames.includes(job));
    const types = known.map((job) => config.job(job).source.type);
    if (types.length > 0 && !types.some((type) => drivers.source(type).drillsOnServer)) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('usage', 'image and service-url are for databases, and none of the jobs is one', {
            hint: 'Leave them out: directories and commands are restored into a scratch directory, without a server.',
            context: { jobs: known },
        });
    }
    return image === undefined
        ? { type: 'url', url: new _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(url ?? '') }
        : { type: 'image', image };
}
/** Errors: `signing-key-missing` where a proof could not be signed. */
function requireSigning({ config }) {
    if (config.signing().key !== undefined)
        return;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('signing-key-missing', 'attest is set, and nothing is there to sign the proof with', {
        hint: 'Set signing.key in the configuration from a secret: the drill-signing.key that `holdfast keygen` wrote.',
    });
}
function outputsOf(stages) {
    const results = (0,_host_stages_js__WEBPACK_IMPORTED_MODULE_2__/* .resultsOf */ .qS)(stages, 'verify');
    const [first] = results;
    const checks = results.flatMap(({ job, id, checks }) => checks.map((check) => ({ job, id, ...check })));
    const seconds = results.reduce((sum, { rtoSeconds = 0 }) => sum + rtoSeconds, 0);
    return {
        id: first?.id ?? '',
        proof: first?.proof ?? '',
        'restored-bytes': results.reduce((sum, { restoredBytes = 0 }) => sum + restoredBytes, 0),
        'rto-seconds': Math.round(seconds * 1000) / 1000,
        checks: JSON.stringify(checks),
        url: '',
        container: '',
    };
}
const restoreVerifyAction = {
    name: 'restore-verify',
    command: 'verify',
    inputs: [
        {
            name: 'depth',
            kind: 'text',
            choices: ['exists', 'checksum', 'contents', 'restore'],
            default: 'restore',
        },
        { name: 'id', kind: 'text' },
        { name: 'at', kind: 'time' },
        { name: 'image', kind: 'text' },
        { name: 'service-url', kind: 'text' },
        { name: 'mask', kind: 'text' },
        { name: 'keep', kind: 'text', choices: ['never', 'job'], default: 'never' },
        { name: 'attest', kind: 'boolean', default: 'false' },
    ],
    writes: false,
    leases: false,
    bare: true,
    insteadOfConfig: [],
    async run({ context, inputs, jobs, stage }) {
        refuseUnbuilt(inputs);
        const server = serverOf(inputs, context, jobs);
        if (inputs.flag('attest'))
            requireSigning(context);
        const [id, at] = [inputs.text('id'), inputs.time('at')];
        await stage('verify', async () => {
            const { verify } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(4377), __webpack_require__.e(8815), __webpack_require__.e(608), __webpack_require__.e(8420), __webpack_require__.e(6378), __webpack_require__.e(6240), __webpack_require__.e(2902), __webpack_require__.e(7427), __webpack_require__.e(4317), __webpack_require__.e(1127), __webpack_require__.e(2513)]).then(__webpack_require__.bind(__webpack_require__, 48111));
            return verify(context, id === undefined ? jobs : [id], {
                depth: inputs.text('depth'),
                ...(at !== undefined && { at }),
                ...(server && { server }),
            });
        });
    },
    outputs: outputsOf,
};


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
    'server-not-started': 1,
    'server-too-old': 1,
    'workflows-differ': 1,
    'failed-on-warning': 1,
    'github-refused': 1,
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
    'feature-not-built': 2,
    'signing-key-missing': 2,
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


/***/ })

};
