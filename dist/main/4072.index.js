export const id = 4072;
export const ids = [4072];
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

/***/ 24072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planAction: () => (/* binding */ planAction)
/* harmony export */ });
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _report_views_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42903);
/* harmony import */ var _host_stages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90215);




/** GitHub drops an output that holds a masked value, and the matrix with it. Errors: `output-masked`. */
function refuseMasked(legs) {
    const torn = legs.filter((leg) => (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(JSON.stringify(leg)) !== JSON.stringify(leg));
    if (torn.length === 0)
        return;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('output-masked', 'the matrix holds a value that is masked as a secret', {
        hint: 'Give no secret to the plan step, which needs none; or rename the job, runner or environment that a secret equals.',
        context: { legs: torn.length },
    });
}
function outputsOf(stages) {
    const legs = (0,_host_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .resultsOf */ .qS)(stages, 'plan');
    return { matrix: (0,_report_views_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .matrixOf */ .lQ)(legs), count: legs.length };
}
const planAction = {
    name: 'plan',
    command: 'plan',
    inputs: [
        { name: 'due', kind: 'boolean', default: 'false' },
        { name: 'part', kind: 'number' },
    ],
    writes: false,
    leases: false,
    bare: false,
    insteadOfConfig: [],
    async run({ context, inputs, jobs, stage }) {
        const part = inputs.number('part');
        await stage('plan', async () => {
            const { plan } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(7594), __webpack_require__.e(7182)]).then(__webpack_require__.bind(__webpack_require__, 20220));
            const outcome = await plan(context, jobs, {
                forGithub: true,
                due: inputs.flag('due'),
                ...(part !== undefined && { part }),
            });
            refuseMasked(outcome.results);
            return outcome;
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


/***/ }),

/***/ 20140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
function digits(value) {
    return value < 99.95 ? value.toFixed(1) : String(Math.round(value));
}
/** Bytes for people, in powers of 1024 and about three digits: `0 B`, `1.5 KiB`, `310 MiB`. */
function formatBytes(bytes) {
    const sign = bytes < 0 ? '-' : '';
    let value = Math.abs(bytes);
    let unit = 0;
    // 1023.95 would round to 1024: it is shown as 1.0 of the next unit.
    while (value >= (unit === 0 ? 1024 : 1023.5) && unit < units.length - 1) {
        value /= 1024;
        unit += 1;
    }
    return `${sign}${unit === 0 ? Math.round(value) : digits(value)} ${units[unit]}`;
}
/** Bytes a second; `-` where no time has passed. */
function formatRate(bytes, milliseconds) {
    return milliseconds > 0 ? `${formatBytes((bytes / milliseconds) * 1000)}/s` : '-';
}
/** A count with thousands separated: `1,204`. */
function formatCount(count) {
    return Math.round(count)
        .toString()
        .replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 file`, `1,204 files`. */
function plural(count, one, many = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : many}`;
}
/** A share of the whole: `25 %`; `<1 %` and `>99 %` where rounding would claim nothing or all. */
function formatPercent(ratio) {
    if (ratio > 0 && ratio < 0.01)
        return '<1 %';
    if (ratio < 1 && ratio > 0.99)
        return '>99 %';
    return `${Math.round(ratio * 100)} %`;
}


/***/ }),

/***/ 74628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ printableLines),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);

// Control characters, line separators, and the marks that reorder a line: a file name must not steer the terminal.
const unsafe = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
function escaped(character) {
    const code = character.codePointAt(0) ?? 0;
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
/** One line that is safe to show: secrets masked, then control characters written as `\x1b`. */
function printable(text) {
    return (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(text).replace(unsafe, escaped);
}
/** Like {@link printable}, for text of several lines. */
function printableLines(text) {
    return (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(text)
        .split(/\r?\n/)
        .map((line) => line.replaceAll('\t', '  ').replace(unsafe, escaped));
}


/***/ }),

/***/ 71799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTable)
/* harmony export */ });
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19903);

const gap = 2;
const textOf = (cell) => (typeof cell === 'object' ? cell.text : (cell ?? ''));
function shrunk(natural, columns, room) {
    const widths = [...natural];
    const total = () => widths.reduce((sum, width) => sum + width, gap * (widths.length - 1));
    while (total() > room) {
        let widest = -1;
        for (const [index, column] of columns.entries()) {
            const width = widths[index] ?? 0;
            const shrinks = column.shrinkTo !== undefined && width > column.shrinkTo;
            if (shrinks && (widest < 0 || width > (widths[widest] ?? 0)))
                widest = index;
        }
        if (widest < 0)
            break;
        widths[widest] = (widths[widest] ?? 0) - 1;
    }
    return widths;
}
function usedColumns(columns, rows, room) {
    let used = columns.flatMap((column, index) => {
        const widths = rows.map((row) => (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .displayWidth */ .F1)(textOf(row[index])));
        const width = Math.max(0, ...widths);
        return width > 0 ? [{ column, index, width: Math.max(width, (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .displayWidth */ .F1)(column.title)) }] : [];
    });
    const total = () => used.reduce((sum, { width }) => sum + width, gap * (used.length - 1));
    const droppable = used.filter(({ column }) => column.drop !== undefined);
    for (const next of droppable.sort((a, b) => (a.column.drop ?? 0) - (b.column.drop ?? 0))) {
        if (total() > room)
            used = used.filter((each) => each !== next);
    }
    return used;
}
/**
 * Aligned columns under dim titles. Columns whose cells are all empty are left out. A table that is too wide first
 * loses the columns that may be dropped, then cuts those that may shrink; ids and numbers are never cut, so that they
 * can be copied.
 */
function renderTable(columns, rows, options) {
    const indent = ' '.repeat(options.indent ?? 0);
    const room = options.width === undefined ? Number.POSITIVE_INFINITY : options.width - indent.length;
    const used = usedColumns(columns, rows, room);
    const shown = used.map(({ column }) => column);
    const widths = shrunk(used.map(({ width }) => width), shown, room);
    const line = (cells) => {
        const parts = cells.map((cell, at) => {
            const width = widths[at] ?? 0;
            const last = at === cells.length - 1 && shown[at]?.align !== 'right';
            const text = (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .truncate */ .xv)(textOf(cell), width);
            const filled = last ? text : (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(text, width, shown[at]?.align);
            return typeof cell === 'object' ? cell.paint(filled) : filled;
        });
        return (indent + parts.join(' '.repeat(gap))).trimEnd();
    };
    const titles = shown.map(({ title }) => ({ text: title, paint: options.style.dim }));
    return [line(titles), ...rows.map((row) => line(used.map(({ index }) => row[index] ?? '')))].join('\n');
}


/***/ }),

/***/ 42903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ renderMatrix),
/* harmony export */   EG: () => (/* binding */ renderPlan),
/* harmony export */   lQ: () => (/* binding */ matrixOf)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20140);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74628);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71799);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70293);




/** What GitHub's `matrix:` takes, in one line. */
function matrixOf(legs) {
    return JSON.stringify({ include: legs });
}
/** The matrix and the number of its legs, as lines for `$GITHUB_OUTPUT`. */
function renderMatrix(legs) {
    return `matrix=${matrixOf(legs)}\ncount=${legs.length}`;
}
/** A row a leg: where, and which jobs. */
function renderPlan(legs, view) {
    const { style } = view;
    if (legs.length === 0)
        return style.dim('nothing to run');
    const columns = [
        { title: 'leg', shrinkTo: 10 },
        { title: 'runner', shrinkTo: 10 },
        { title: 'environment', shrinkTo: 8 },
        { title: 'jobs', shrinkTo: 12 },
    ];
    const rows = legs.map(({ name, runner, environment, jobs }) => [
        { text: (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(name), paint: style.bold },
        (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(runner.join(', ')),
        (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(environment),
        (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(jobs.replaceAll(',', ', ')),
    ]);
    return `${(0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .b)(columns, rows, (0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .tableIn */ .sV)(view))}\n\n${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(legs.length, 'leg')}`;
}


/***/ }),

/***/ 70293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ groupBy),
/* harmony export */   WB: () => (/* binding */ levelText),
/* harmony export */   hy: () => (/* binding */ ageOf),
/* harmony export */   sV: () => (/* binding */ tableIn),
/* harmony export */   uI: () => (/* binding */ reasoned)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74628);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19903);


/** Options of a table that stands `indent` cells to the right. */
function tableIn({ style, width }, indent = 0) {
    return { style, indent, ...(width === undefined ? {} : { width }) };
}
/** `full` or `level 1`. */
function levelText(level) {
    return level === 0 ? 'full' : `level ${level}`;
}
/** Milliseconds since an ISO time. */
function ageOf(time, now) {
    return now.getTime() - Date.parse(time);
}
/** Groups by a key, in order of first appearance. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item)) ?? [];
        group.push(item);
        groups.set(keyOf(item), group);
    }
    return groups;
}
/** A head, and beside it a reason in as many lines as it takes. */
function reasoned(head, reason, { style, width }) {
    const indent = (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .displayWidth */ .F1)(head);
    const [first = '', ...rest] = width === undefined ? [(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(reason)] : (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .wrap */ .LV)((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(reason), Math.max(24, width - indent));
    return [`${head}${style.dim(first)}`, ...rest.map((line) => ' '.repeat(indent) + style.dim(line))];
}


/***/ }),

/***/ 19903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ displayWidth),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const plain = /^[\x20-\x7e]*$/;
const zero = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
const emoji = /^\p{Emoji_Presentation}|\ufe0f/u;
/** First and last code points of what terminals draw two cells wide (East Asian Width W and F). */
const wide = [
    [0x1100, 0x115f],
    [0x2e80, 0x303e],
    [0x3041, 0xa4cf],
    [0xa960, 0xa97c],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe30, 0xfe6f],
    [0xff00, 0xff60],
    [0xffe0, 0xffe6],
    [0x1f300, 0x1f64f],
    [0x1f900, 0x1f9ff],
    [0x20000, 0x3fffd],
];
function graphemeWidth(grapheme) {
    if (emoji.test(grapheme))
        return 2;
    if (zero.test(grapheme))
        return 0;
    const code = grapheme.codePointAt(0) ?? 0;
    return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
/** Cells that a text takes on a terminal; escape sequences take none. */
function displayWidth(text) {
    if (plain.test(text))
        return text.length;
    let width = 0;
    for (const { segment } of segmenter.segment((0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)))
        width += graphemeWidth(segment);
    return width;
}
/** `text` in at most `width` cells, the cut shown by `…`. For text without escape sequences. */
function truncate(text, width) {
    if (displayWidth(text) <= width)
        return text;
    if (width < 1)
        return '';
    let kept = '';
    let left = width - 1;
    for (const { segment } of segmenter.segment(text)) {
        left -= graphemeWidth(segment);
        if (left < 0)
            break;
        kept += segment;
    }
    return `${kept}…`;
}
/** `text` filled with spaces to `width` cells. */
function pad(text, width, align = 'left') {
    const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
    return align === 'right' ? space + text : text + space;
}
/** Words of `text` in lines of at most `width` cells; a longer word stands alone and is not cut. */
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line];
}


/***/ })

};
