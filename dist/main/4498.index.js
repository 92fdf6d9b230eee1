export const id = 4498;
export const ids = [4498];
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

/***/ 97156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ clockOf),
/* harmony export */   o: () => (/* binding */ rehearsalNote)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _process_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47296);


/** The clock of this run: HOLDFAST_NOW replaces the wall clock. Errors: `usage` for a text that is no time. */
function clockOf(environment) {
    const { HOLDFAST_NOW: text } = environment;
    if (text === undefined || text === '')
        return { clock: _process_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m, rehearsal: false };
    const now = new Date(text);
    if (Number.isNaN(now.getTime())) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', `HOLDFAST_NOW is ${text}, which is no ISO time`, {
            hint: 'Write it as in 2026-12-31T23:00:00Z, or unset it.',
        });
    }
    return { clock: (0,_process_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .fixedClock */ .N)(now), rehearsal: true };
}
/** Says that the wall clock is not the real one. */
function rehearsalNote(clock) {
    return {
        severity: 'info',
        code: 'rehearsal',
        message: `HOLDFAST_NOW is set: this runs as if it were ${clock.now().toISOString()}`,
    };
}


/***/ }),

/***/ 92199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ interruptible)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _process_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47296);


const exitAfter = 7_000;
/** A process group and its launcher may both pass one signal on: these are the same one. */
const sameSignal = 1_000;
const stops = {
    interrupted: { exit: 130, code: 'interrupted' },
    terminated: { exit: 143, code: 'terminated' },
};
/**
 * Turns SIGINT, SIGTERM, SIGHUP and the death of the launcher into one abort; a second signal ends the process at once.
 * Runners kill 7.5 s after the signal, so whatever has not unwound after 7 s is left behind: a run that died leaves
 * garbage, never half a backup.
 */
function interruptible() {
    const controller = new AbortController();
    let since;
    const stop = (how, name) => {
        const { exit, code } = stops[how];
        const now = _process_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.monotonic();
        if (since !== undefined) {
            if (now - since > sameSignal)
                process.exit(exit);
            return;
        }
        since = now;
        controller.abort(new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E(code, `stopped by ${name}`, {
            hint: 'Nothing half-written is listed. Run the same command again.',
        }));
        _process_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.sleep(exitAfter).then(() => process.exit(exit));
    };
    process.on('SIGINT', () => stop('interrupted', 'SIGINT'));
    process.on('SIGTERM', () => stop('terminated', 'SIGTERM'));
    process.on('SIGHUP', () => stop('terminated', 'SIGHUP'));
    if (process.env.HOLDFAST_STUB === '1' && process.channel) {
        process.on('disconnect', () => stop('terminated', 'the end of its launcher'));
        process.channel.unref();
    }
    return controller;
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


/***/ }),

/***/ 47296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ fixedClock),
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** setTimeout overflows beyond a signed 32-bit number of milliseconds and would fire at once. */
const longestTimer = 2 ** 31 - 1;
function pause(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const onAbort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
        }, milliseconds);
        signal?.addEventListener('abort', onAbort, { once: true });
    });
}
/** The machine's time; the only place in the program that asks for it. */
const systemClock = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    async sleep(milliseconds, signal) {
        let left = milliseconds;
        do {
            const step = Math.min(left, longestTimer);
            await pause(step, signal);
            left -= step;
        } while (left > 0);
    },
};
/**
 * A clock that shows `date` now and goes on from there at the pace of `base`, for `HOLDFAST_NOW`.
 * Only the wall clock is moved: differences and pauses stay real.
 */
function fixedClock(date, base = systemClock) {
    const start = base.monotonic();
    return {
        now: () => new Date(date.getTime() + Math.floor(base.monotonic() - start)),
        monotonic: () => base.monotonic(),
        sleep: (milliseconds, signal) => base.sleep(milliseconds, signal),
    };
}


/***/ }),

/***/ 50145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ratioBar),
/* harmony export */   K: () => (/* binding */ sparkline)
/* harmony export */ });
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const heights = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** A bar of exactly `width` cells, filled to `ratio` in steps of an eighth of a cell: `█████▍░░░░`. */
function ratioBar(ratio, width) {
    const steps = Math.round(Math.min(1, Math.max(0, ratio || 0)) * width * 8);
    const full = Math.floor(steps / 8);
    const part = eighths[steps % 8] ?? '';
    return '█'.repeat(full) + part + '░'.repeat(width - full - part.length);
}
/** One cell a number, as high as it is against the greatest: `▂▃▅█`. */
function sparkline(numbers) {
    const greatest = Math.max(...numbers, 0);
    const cell = (number) => heights[greatest > 0 ? Math.min(7, Math.floor((number / greatest) * 8)) : 0] ?? '';
    return numbers.map(cell).join('');
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

/***/ 58747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration),
/* harmony export */   n: () => (/* binding */ formatAge)
/* harmony export */ });
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const two = (n) => String(n).padStart(2, '0');
/** Milliseconds as a duration in at most two units: `0.9 s`, `12 s`, `2 min 05 s`, `1 h 12 min`, `3 d 4 h`. */
function formatDuration(milliseconds) {
    const whole = Math.max(0, milliseconds);
    if (whole < 9950)
        return `${(whole / 1000).toFixed(1)} s`;
    const seconds = Math.round(whole / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 24 * 60)
        return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
    const hours = Math.round(minutes / 60);
    return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
function amount(milliseconds) {
    if (milliseconds < hour)
        return `${Math.floor(milliseconds / minute)} min`;
    if (milliseconds < 2 * day)
        return `${Math.floor(milliseconds / hour)} h`;
    return `${Math.floor(milliseconds / day)} d`;
}
/** How long ago something was, in one unit, rounded down: `just now`, `5 min ago`, `3 h ago`, `12 d ago`, `in 2 h`. */
function formatAge(milliseconds) {
    if (Math.abs(milliseconds) < minute)
        return 'just now';
    return milliseconds < 0 ? `in ${amount(-milliseconds)}` : `${amount(milliseconds)} ago`;
}


/***/ }),

/***/ 96710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ createEventsReporter),
/* harmony export */   ui: () => (/* binding */ combineReporters)
/* harmony export */ });
/* unused harmony export nullReporter */
/* harmony import */ var _masked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(126);

/** Hears nothing, says nothing. */
const nullReporter = { on: () => { } };
/** Hands every event to each reporter in turn. */
function combineReporters(...reporters) {
    return {
        on(event) {
            for (const reporter of reporters)
                reporter.on(event);
        },
    };
}
/** `--events`: one line of JSON an event, with `time` first where a clock is given. Secrets are masked. */
function createEventsReporter(stream, clock) {
    return {
        on(event) {
            const time = clock ? { time: clock.now().toISOString() } : {};
            stream.write(`${JSON.stringify((0,_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .maskedValue */ .p)({ ...time, ...event }))}\n`);
        },
    };
}


/***/ }),

/***/ 15632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ findingLines)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20140);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74628);


const namesShown = 5;
const marks = {
    ok: ['✓', 'green'],
    info: ['•', 'cyan'],
    warning: ['!', 'yellow'],
    error: ['✗', 'red'],
};
/** The coloured mark of a severity. */
function markOf(severity, style) {
    const [mark, colour] = marks[severity];
    return style[colour](mark);
}
/**
 * A finding in lines: mark, message and code; then the names, the hint, and the command or the lines of a policy that
 * mend it, indented.
 */
function findingLines(finding, style, { job, allNames } = {}) {
    const { severity, code, message, hint, command, policy = [], names = [] } = finding;
    const subject = job === undefined ? '' : `${style.bold((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(job))}: `;
    const suffix = severity === 'ok' ? '' : ` ${style.dim(`[${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(code)}]`)}`;
    const lines = [`${markOf(severity, style)} ${subject}${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(message)}${suffix}`];
    const shown = allNames ? names : names.slice(0, namesShown);
    lines.push(...shown.map((name) => `    ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(name)}`));
    if (shown.length < names.length) {
        lines.push(style.dim(`    and ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(names.length - shown.length)} more`));
    }
    if (hint !== undefined)
        lines.push(`  ${style.dim('hint:')} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(hint)}`);
    if (command !== undefined)
        lines.push(`  ${style.cyan(`$ ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(command)}`)}`);
    lines.push(...policy.map((line) => `    ${style.cyan((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(line))}`));
    return lines;
}


/***/ }),

/***/ 126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ maskedValue)
/* harmony export */ });
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);

/** A copy of a JSON-like value with registered secrets masked in every string and key. Dates become ISO text. */
function maskedValue(value) {
    if (typeof value === 'string')
        return (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(value);
    if (typeof value === 'bigint')
        return Number(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if ('toJSON' in value && typeof value.toJSON === 'function')
        return maskedValue(value.toJSON());
    if (Array.isArray(value))
        return value.map(maskedValue);
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    return Object.fromEntries(entries.map(([key, inner]) => [(0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(String(key)), maskedValue(inner)]));
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

/***/ 87314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hm: () => (/* binding */ statusWord),
/* harmony export */   Kg: () => (/* binding */ isGood),
/* harmony export */   w8: () => (/* binding */ statusMark)
/* harmony export */ });
const good = new Set(['success', 'done', 'ok', 'passed', 'stored', 'fresh', 'not-due', 'skipped', 'present']);
const doubtful = new Set(['partial', 'inconclusive', 'unproven', 'unsigned', 'warning', 'busy', 'dry-run']);
/** Whether a status word means that all is well. */
function isGood(status) {
    return good.has(status);
}
const words = {
    'not-due': 'not due yet',
    skipped: 'skipped: another run holds it',
    'dry-run': 'dry run',
};
/** A status word as a sentence would have it. */
function statusWord(status) {
    return words[status] ?? status;
}
/** The coloured mark of a status word; a word that nobody knows is shown as a failure. */
function statusMark(status, style) {
    if (good.has(status))
        return style.green('✓');
    return doubtful.has(status) ? style.yellow('!') : style.red('✗');
}


/***/ }),

/***/ 33842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ wantsColour),
/* harmony export */   _: () => (/* binding */ createStyle)
/* harmony export */ });
function createStyle(colour) {
    const paint = (on, off) => (text) => colour && text !== '' ? `\x1b[${on}m${text}\x1b[${off}m` : text;
    return {
        colour,
        bold: paint(1, 22),
        dim: paint(2, 22),
        red: paint(31, 39),
        green: paint(32, 39),
        yellow: paint(33, 39),
        cyan: paint(36, 39),
    };
}
/**
 * Whether to colour: `FORCE_COLOR` (other than `0` and `false`) says yes, `NO_COLOR` says no, else a terminal that is
 * not `dumb` gets colour. Empty variables count as unset.
 */
function wantsColour(environment, isTerminal) {
    const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
    if (force)
        return force !== '0' && force !== 'false';
    return !no && isTerminal && terminal !== 'dumb';
}


/***/ }),

/***/ 51184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ createTerminalReporter)
});

// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/finding-text.js
var finding_text = __webpack_require__(15632);
;// CONCATENATED MODULE: ./build/report/live-area.js
/** Everything of one update goes out in one write, so that no half bar is ever seen. */
function createLiveArea(stream) {
    let drawn = [];
    const erase = () => (drawn.length > 0 ? `\x1b[${drawn.length}A\r\x1b[J` : '');
    const text = (lines) => lines.map((line) => `${line}\n`).join('');
    return {
        draw(lines) {
            if (lines.length === 0 && drawn.length === 0)
                return;
            stream.write(erase() + text(lines));
            drawn = lines;
        },
        print(lines) {
            if (lines.length > 0)
                stream.write(erase() + text(lines) + text(drawn));
        },
    };
}

// EXTERNAL MODULE: ./build/report/bars.js
var bars = __webpack_require__(50145);
// EXTERNAL MODULE: ./build/report/bytes.js
var report_bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/printable.js
var printable = __webpack_require__(74628);
// EXTERNAL MODULE: ./build/report/width.js
var width = __webpack_require__(19903);
;// CONCATENATED MODULE: ./build/report/meter.js





const barWidth = 20;
const smoothing = 3000;
/** So many bytes, or of whatever else the event counts. */
function amountOf({ unit }, count) {
    return unit === undefined ? (0,report_bytes/* formatBytes */.z3)(count) : (0,report_bytes/* plural */.LS)(count, unit);
}
function rateOf({ event, rate }) {
    return rate === undefined || event.unit !== undefined ? undefined : (0,report_bytes/* formatRate */.CE)(rate, 1000);
}
/** The meter after an event; `before` is undefined for the first of a stream. */
function advance(before, event, at) {
    const label = [...new Set([event.job, event.stream, event.phase])].map(printable/* printable */.g).join(' ');
    if (!before || event.bytes < before.event.bytes)
        return { label, event, startedAt: at, updatedAt: at };
    const span = at - before.updatedAt;
    if (span <= 0)
        return { ...before, event };
    const current = ((event.bytes - before.event.bytes) / span) * 1000;
    const weight = 1 - Math.exp(-span / smoothing);
    const rate = before.rate === undefined ? current : before.rate + (current - before.rate) * weight;
    return { label, event, startedAt: before.startedAt, updatedAt: at, rate };
}
function timeLeft({ event: { bytes, total = 0 }, rate }) {
    return rate && total > bytes ? `ETA ${(0,duration/* formatDuration */.a)(((total - bytes) / rate) * 1000)}` : undefined;
}
function present(parts) {
    return parts.filter((part) => part !== undefined);
}
/** Fields have fixed widths, so that the bar keeps its length while the numbers change. */
function barFacts(meter, columns) {
    const { event } = meter;
    const { bytes, total, files } = event;
    const speed = rateOf(meter) ?? '';
    if (!total) {
        const elapsed = (0,duration/* formatDuration */.a)(meter.updatedAt - meter.startedAt);
        const count = files === undefined ? undefined : (0,report_bytes/* plural */.LS)(files, 'file');
        return present([amountOf(event, bytes), count, speed || undefined, elapsed]).join('  ');
    }
    // An estimate may be too low: then the bar is full, and nothing claims to be beyond 100 %.
    const percent = (0,report_bytes/* formatPercent */.l9)(Math.min(1, bytes / total)).padStart(5);
    const whole = columns < 100 ? '' : ` of ${amountOf(event, total)}`;
    const amount = `${amountOf(event, bytes).padStart(8)}${whole}`;
    return [percent, amount, speed.padStart(10), (timeLeft(meter) ?? '').padEnd(15)].join('  ');
}
/** The line of a stream on a terminal: a bar where a total exists, bytes and elapsed time where none does. */
function barLine(meter, style, columns) {
    const { total, bytes } = meter.event;
    const tail = barFacts(meter, columns);
    const label = (0,width/* truncate */.xv)(meter.label, Math.max(8, columns - (0,width/* displayWidth */.F1)(tail) - 2));
    const room = columns - (0,width/* displayWidth */.F1)(label) - (0,width/* displayWidth */.F1)(tail) - 3;
    if (!total || room < 8)
        return (0,width/* truncate */.xv)(`${label}  ${tail}`.trimEnd(), columns);
    const bar = (0,bars/* ratioBar */.F)(bytes / total, Math.min(barWidth, room));
    return `${style.bold(label)}  ${style.cyan(bar)} ${tail}`.trimEnd();
}
/** The plain line that logs get every ten seconds. */
function plainLine(meter) {
    const { bytes, total, files } = meter.event;
    const facts = present([
        total ? (0,report_bytes/* formatPercent */.l9)(Math.min(1, bytes / total)) : undefined,
        total
            ? `${amountOf(meter.event, bytes)} of ${amountOf(meter.event, total)}`
            : amountOf(meter.event, bytes),
        files === undefined ? undefined : (0,report_bytes/* plural */.LS)(files, 'file'),
        rateOf(meter),
        timeLeft(meter),
        `${(0,duration/* formatDuration */.a)(meter.updatedAt - meter.startedAt)} elapsed`,
    ]);
    return `${meter.label}: ${facts.join(', ')}`;
}
/** The line that stays when a stream has ended. */
function doneLine(meter) {
    const { bytes, files } = meter.event;
    const elapsed = meter.updatedAt - meter.startedAt;
    const count = files === undefined ? '' : `, ${(0,report_bytes/* plural */.LS)(files, 'file')}`;
    const rate = elapsed > 0 && meter.event.unit === undefined ? `, ${(0,report_bytes/* formatRate */.CE)(bytes, elapsed)}` : '';
    return `${meter.label}: ${amountOf(meter.event, bytes)}${count} in ${(0,duration/* formatDuration */.a)(elapsed)}${rate}`;
}

// EXTERNAL MODULE: ./build/report/status-word.js
var status_word = __webpack_require__(87314);
// EXTERNAL MODULE: ./build/report/style.js
var report_style = __webpack_require__(33842);
;// CONCATENATED MODULE: ./build/report/terminal.js







const redrawEvery = 100;
const lineEvery = 10_000;
const barsShown = 8;
function startLines(event, style) {
    const level = event.level === undefined ? '' : `, ${event.level === 0 ? 'full' : `level ${event.level}`}`;
    const parent = event.parent === undefined ? '' : ` on ${event.parent}`;
    const id = event.id === undefined ? '' : ` ${style.dim((0,printable/* printable */.g)(event.id))}`;
    return `${style.cyan('▶')} ${style.bold((0,printable/* printable */.g)(event.job))}: ${event.command}${level}${parent}${id}`;
}
function endLine(event, style) {
    const { job, command, status, seconds } = event;
    const mark = (0,status_word/* statusMark */.w8)(status, style);
    return `${mark} ${style.bold((0,printable/* printable */.g)(job))}: ${command} ${status} in ${(0,duration/* formatDuration */.a)(seconds * 1000)}`;
}
function logLevelOf(event) {
    if (event.type !== 'finding')
        return 'INFO';
    const { severity } = event.finding;
    return severity === 'error' ? 'ERROR' : severity === 'warning' ? 'WARNING' : 'INFO';
}
function textOf(event, style, verbosity) {
    const quiet = verbosity === 'quiet';
    if (event.type === 'finding') {
        const { severity } = event.finding;
        if (quiet && (severity === 'ok' || severity === 'info'))
            return [];
        if (severity === 'ok' && verbosity !== 'verbose')
            return [];
        const job = event.job === undefined ? {} : { job: event.job };
        return (0,finding_text/* findingLines */.h)(event.finding, style, { ...job, allNames: verbosity === 'verbose' });
    }
    if (quiet)
        return [];
    if (event.type === 'job-started')
        return [startLines(event, style)];
    if (event.type === 'job-finished')
        return [endLine(event, style)];
    const subject = event.job === undefined ? '' : `${(0,printable/* printable */.g)(event.job)}: `;
    return [style.dim(`  ${subject}${(0,printable/* printable */.g)(event.message)}`)];
}
/**
 * Renders events for people. On a terminal a bar per stream, redrawn at most 10 times a second; else a plain line
 * per stream every 10 s. Nothing runs between events: no timer keeps the process alive.
 */
function createTerminalReporter(options) {
    const { stream, isTerminal, clock, verbosity, environment = process.env } = options;
    const style = (0,report_style/* createStyle */._)((0,report_style/* wantsColour */.M)(environment, isTerminal));
    const area = createLiveArea(stream);
    const meters = new Map();
    const said = new Map();
    const progress = options.progress && verbosity !== 'quiet';
    let drawnAt = Number.NEGATIVE_INFINITY;
    let stamp = (lines) => [...lines];
    const bars = () => {
        // One cell is left free: some terminals wrap when the last one is filled.
        const columns = Math.max(10, (stream.columns ?? 80) - 1);
        const lines = [...meters.values()].map((meter) => barLine(meter, style, columns));
        const more = lines.length - barsShown;
        return more > 0 ? [...lines.slice(0, barsShown), style.dim(`and ${more} more`)] : lines;
    };
    const redraw = (at) => {
        drawnAt = at;
        area.draw(bars());
    };
    const finish = (key, meter) => {
        meters.delete(key);
        said.delete(key);
        if (isTerminal)
            area.draw(bars());
        area.print(stamp([style.dim(`  ${doneLine(meter)}`)], 'INFO'));
    };
    const onProgress = (event) => {
        const key = JSON.stringify([event.job, event.stream, event.phase]);
        const at = clock.monotonic();
        const meter = advance(meters.get(key), event, at);
        meters.set(key, meter);
        if (event.done)
            return finish(key, meter);
        if (isTerminal) {
            if (at - drawnAt >= redrawEvery)
                redraw(at);
            return;
        }
        const last = said.get(key) ?? meter.startedAt;
        said.set(key, last);
        if (at - last < lineEvery)
            return;
        said.set(key, at);
        area.print(stamp([`  ${plainLine(meter)}`], 'INFO'));
    };
    const forget = (job) => {
        for (const [key, meter] of meters)
            if (meter.event.job === job)
                meters.delete(key);
        if (isTerminal)
            area.draw(bars());
    };
    return {
        on(event) {
            if (event.type === 'progress')
                return progress ? onProgress(event) : undefined;
            if (event.type === 'job-finished')
                forget(event.job);
            area.print(stamp(textOf(event, style, verbosity), logLevelOf(event)));
        },
        stampWith(next) {
            stamp = next;
        },
        end() {
            meters.clear();
            if (isTerminal)
                area.draw([]);
        },
    };
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
