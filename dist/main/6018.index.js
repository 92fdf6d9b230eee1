export const id = 6018;
export const ids = [6018];
export const modules = {

/***/ 97264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ isLocalOwner),
/* harmony export */   Hf: () => (/* binding */ currentOwner),
/* harmony export */   Ui: () => (/* binding */ isOwnerDead)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _process_running_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60001);


/** This process as an owner. Where there is no /proc, without start time and machine. */
async function currentOwner(run) {
    const [machine, status] = await Promise.all([(0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .currentMachine */ .j4)(), (0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .readStatus */ .rk)(process.pid)]);
    return {
        host: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)(),
        pid: process.pid,
        ...(status && { startTime: status.startTime }),
        ...(machine && { machine }),
        ...(run && { run }),
    };
}
/** Whether the owner is a process of this very machine and container, so that its life can be known. */
async function isLocalOwner(owner) {
    return (owner.machine !== undefined && owner.startTime !== undefined && owner.machine === (await (0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .currentMachine */ .j4)()));
}
/** True only where it is sure: the owner was a process here, and is gone, a zombie, or its id is another's by now. */
async function isOwnerDead(owner) {
    if (owner.startTime === undefined || !(await isLocalOwner(owner)))
        return false;
    return (0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .isProcessGone */ .DJ)(owner.pid, owner.startTime);
}


/***/ }),

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

/***/ 53668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KK: () => (/* binding */ readCopy),
/* harmony export */   XA: () => (/* binding */ copyOfBackup),
/* harmony export */   bt: () => (/* binding */ writeCopy),
/* harmony export */   zh: () => (/* binding */ forgetCopy)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48325);






const folder = () => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), 'holdfast-copies');
const fileOf = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder(), `${id}.json`);
const revealed = (part) => part && { ...part, url: part.url.reveal() };
/** Writes the record of a copy into the temporary directory of the job, readable by this user alone. */
async function writeCopy(id, { made, copy }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder(), { recursive: true, mode: 0o700 });
    const fresh = `${fileOf(id)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(fresh, JSON.stringify({ made: revealed(made), copy: revealed(copy) }), { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(fresh, fileOf(id));
}
function read(file) {
    try {
        const { made, copy } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8'));
        return {
            made: made && { ...made, url: new _domain_secret_js__WEBPACK_IMPORTED_MODULE_5__/* .Secret */ .zh(made.url) },
            copy: copy && { ...copy, url: new _domain_secret_js__WEBPACK_IMPORTED_MODULE_5__/* .Secret */ .zh(copy.url) },
        };
    }
    catch {
        return undefined;
    }
}
/** The record of the copy that was kept by this id. */
function readCopy(id) {
    return read(fileOf(id));
}
/** The copy of a backup that an earlier step of this job left; the latest of several. */
function copyOfBackup(backup) {
    let names = [];
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder()).filter((name) => name.endsWith('.json'));
    }
    catch {
        return undefined;
    }
    return names
        .flatMap((name) => read((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder(), name))?.copy ?? [])
        .filter(({ id }) => id === backup)
        .sort((a, b) => (a.readyAt < b.readyAt ? 1 : -1))[0];
}
async function forgetCopy(id) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(fileOf(id), { force: true });
}


/***/ }),

/***/ 59622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M2: () => (/* binding */ maskEnvironment),
/* harmony export */   fr: () => (/* binding */ maskConfigured),
/* harmony export */   pI: () => (/* binding */ maskInLogs),
/* harmony export */   xJ: () => (/* binding */ takeEnvironment)
/* harmony export */ });
/* harmony import */ var _config_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76943);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48325);
/* harmony import */ var _domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10475);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76785);




/** Variables that hold a secret whatever the configuration says of them. Names of files, users and hosts do not match. */
const secretName = /(_|^)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|IDENTITY|CONNECTION_STRING|SAS|APP_KEY|(SECRET|PRIVATE|SIGNING|ACCOUNT)_(ACCESS_)?KEY)$|_PWD$|^DATABASE_URL$|_DATABASE_URL$/;
/** A URL with a password, whatever it is for. */
const withPassword = /^[a-z][a-z0-9+.-]*:\/\/[^/\s]*:[^/\s]+@/i;
const configured = [
    'source',
    'destinations',
    'encryption',
    'identity',
    'state-identity',
    'signing-key',
    'notifiers',
    'metrics',
];
/**
 * Has the runner mask all that is registered so far, in the logs of this and of every later step. Called before
 * anything is said, and not for the keys that a run makes for itself: those are never said, to the runner neither.
 */
function maskInLogs() {
    // Of several lines each is registered by itself.
    for (const form of (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .maskedForms */ .$e)())
        if (!form.includes('\n'))
            (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .addMask */ .eu)(form);
}
/** Switches have such names too: USE_TOKEN=true. */
const switchWord = /^(true|false|yes|no|on|off)$/i;
/** A warning where a value is too short to be masked. */
function shortness(name, value) {
    const text = value.trim();
    if (text === '' || text.length >= _domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestSecret */ .b || switchWord.test(text))
        return [];
    return [tooShort(name)];
}
function tooShort(name) {
    return {
        severity: 'warning',
        code: 'short-secret',
        message: `${name} has fewer than ${_domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestSecret */ .b} characters and is not masked`,
        hint: 'Use a longer secret: masking so short a text would hide ordinary words, and outputs that hold them.',
    };
}
/** Registers what the environment holds of secrets. Returns warnings of those that are too short. */
function maskEnvironment(environment) {
    const findings = [];
    for (const [name, value] of Object.entries(environment)) {
        if (!value || !(secretName.test(name) || withPassword.test(value)))
            continue;
        (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .registerSecret */ .cl)(value);
        findings.push(...shortness(name, value));
    }
    return findings;
}
/**
 * Takes the lines `NAME=value` of the input `env` into the environment, each masked. Returns warnings of values that
 * are too short for that. Errors: `input-invalid`.
 */
function takeEnvironment(lines, environment) {
    const findings = [];
    for (const [index, line] of lines.entries()) {
        const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
        if (name === undefined) {
            throw (0,_config_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputInvalid */ .m)([`line ${index + 1} of the input env is not NAME=value`]);
        }
        environment[name] = value;
        (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .registerSecret */ .cl)(value);
        findings.push(...shortness(name, value));
    }
    return findings;
}
/** Reads every secret that the configuration knows of, and has it masked. */
function maskConfigured(config, jobs) {
    for (const job of jobs.length > 0 ? jobs : config.jobNames) {
        for (const part of configured) {
            try {
                config.prepare({ jobs: [job], parts: [part] });
            }
            catch {
                // What is not set holds no secret; the command says what it misses.
            }
        }
    }
    maskInLogs();
}


/***/ }),

/***/ 76785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gu: () => (/* binding */ getState),
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   S0: () => (/* binding */ addSummary),
/* harmony export */   eu: () => (/* binding */ addMask),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   uH: () => (/* binding */ setOutput)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


/**
 * What an action says to its runner, as docs.github.com, "Workflow commands for GitHub Actions" and "Environment
 * files", has it. `@actions/core` does the same, but loads an HTTP client first, which takes longer than all else that
 * an action needs to start.
 */
const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
function command(name, properties, data) {
    const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
    const head = list.length > 0 ? `${name} ${list.join(',')}` : name;
    process.stdout.write(`::${head}::${escapeData(data)}\n`);
}
/** Masks a text of one line in all logs of the job from here on. */
function addMask(text) {
    command('add-mask', {}, text);
}
function annotate(annotations) {
    for (const { severity, title, message, file, line } of annotations) {
        command(severity, { title, ...(file !== undefined && { file }), ...(line !== undefined && { line: String(line) }) }, message);
    }
}
/** A file that the runner reads when the step has ended; a value of several lines stands between two marks. */
function intoFile(variable, name, value) {
    const { [variable]: file } = process.env;
    const mark = `holdfast_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    if (file)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(file, `${name}<<${mark}\n${value}\n${mark}\n`);
}
function setOutput(name, value) {
    intoFile('GITHUB_OUTPUT', name, String(value));
}
/** Keeps a value for the `post` of the same step, which gets it with {@link getState}. */
function saveState(name, value) {
    intoFile('GITHUB_STATE', name, value);
}
/** Empty where nothing was saved. */
function getState(name) {
    return process.env[`STATE_${name}`] ?? '';
}
/** Adds to the step's summary, where the runner has one. */
function addSummary(markdown) {
    const { GITHUB_STEP_SUMMARY: file } = process.env;
    if (file)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(file, markdown);
}


/***/ }),

/***/ 15497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ saveStart),
/* harmony export */   Q8: () => (/* binding */ saveFinished),
/* harmony export */   fP: () => (/* binding */ savedState),
/* harmony export */   zb: () => (/* binding */ saveCopy)
/* harmony export */ });
/* harmony import */ var _catalog_lease_owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97264);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76785);


/** What the main step saved; undefined where it did not come so far, or the runner keeps nothing. */
function savedState() {
    const [owner, temporary] = [(0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)('owner'), (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)('temporary')];
    if (owner === '')
        return undefined;
    return {
        owner: JSON.parse(owner),
        temporary,
        copy: (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)('copy') || undefined,
        finished: (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)('finished') === 'true',
    };
}
/** Says who runs, before anything is taken that `post` might have to give back. */
async function saveStart(temporary) {
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('owner', JSON.stringify(await (0,_catalog_lease_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .currentOwner */ .Hf)()));
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('temporary', temporary);
}
/** Before anything of a copy is made that outlives the step. */
function saveCopy(id) {
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('copy', id);
}
function saveFinished() {
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('finished', 'true');
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

/***/ 16018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreVerifyAction: () => (/* binding */ restoreVerifyAction)
});

// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/report/verification.js
var verification = __webpack_require__(64732);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/config/config.js + 37 modules
var config = __webpack_require__(11521);
// EXTERNAL MODULE: ./build/process/running-process.js
var running_process = __webpack_require__(60001);
// EXTERNAL MODULE: ./build/entry/actions/host/copy-file.js
var copy_file = __webpack_require__(53668);
// EXTERNAL MODULE: ./build/entry/actions/host/masking.js
var masking = __webpack_require__(59622);
// EXTERNAL MODULE: ./build/entry/actions/host/saved-state.js
var saved_state = __webpack_require__(15497);
;// CONCATENATED MODULE: ./build/entry/actions/host/keep-copy.js







/** The SQL of the input `mask`, read before anything is restored. Errors: `input-invalid`. */
function maskOf(inputs) {
    const file = inputs.text('mask');
    if (file === undefined)
        return undefined;
    const problem = (what) => (0,config/* inputInvalid */.m7)([`mask: ${what}`], 'Name a file with SQL, relative to the workspace, with the input mask.');
    let sql;
    try {
        sql = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw problem(`${file} cannot be read (${error.code})`);
    }
    if (sql.trim() === '')
        throw problem(`${file} is empty`);
    return sql;
}
function requireOneDrill({ inputs, jobs, context }) {
    const problems = [];
    if (inputs.text('depth') !== 'restore')
        problems.push('keep: job needs depth restore');
    const count = (jobs.length > 0 ? jobs : context.config.jobNames).length;
    if (!inputs.has('id') && count !== 1)
        problems.push(`keep: job takes one job, and there are ${count}`);
    if (problems.length === 0)
        return;
    throw (0,config/* inputInvalid */.m7)(problems, 'Name one job with the input jobs, or a backup with the input id.');
}
/**
 * What `keep: job` and `mask` ask for; undefined where the copy goes with the step. From here on `post` removes what is
 * made, whatever becomes of this step. Errors: `input-invalid`.
 */
async function keepCopy(session) {
    const { inputs } = session;
    if (inputs.text('keep') !== 'job') {
        if (!inputs.has('mask'))
            return undefined;
        throw (0,config/* inputInvalid */.m7)(['mask goes with keep: job: else the copy is removed before anybody sees it'], 'Add `keep: job`, or leave mask out.');
    }
    requireOneDrill(session);
    const mask = maskOf(inputs);
    const id = (0,external_node_crypto_.randomBytes)(12).toString('hex');
    let made;
    (0,saved_state/* saveCopy */.zb)(id);
    return {
        id,
        // The runner's process of this job: should it be killed, post and all, any later drill may tidy up.
        owner: await (0,running_process/* processToken */.Pg)(process.ppid),
        mask,
        async note(now) {
            made = now;
            await (0,copy_file/* writeCopy */.bt)(id, { made });
        },
        async ready(copy) {
            (0,masking/* maskInLogs */.pI)();
            await (0,copy_file/* writeCopy */.bt)(id, { made, copy });
        },
    };
}

;// CONCATENATED MODULE: ./build/entry/actions/host/schedule.js

function scheduleIn(file) {
    try {
        const { schedule } = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
        return typeof schedule === 'string' ? schedule : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Whether the run is of a schedule that comes every day, or more often: then the jobs say what is due. One for some days
 * only is itself the interval: a run that GitHub began an hour late must not make the next one too early.
 */
function comesDaily({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: file, }) {
    if (event !== 'schedule' || !file)
        return false;
    const [, , dayOfMonth, month, dayOfWeek, ...more] = scheduleIn(file)?.trim().split(/\s+/) ?? [];
    return more.length === 0 && [dayOfMonth, month, dayOfWeek].every((field) => field === '*');
}

// EXTERNAL MODULE: ./build/entry/actions/host/stages.js
var host_stages = __webpack_require__(90215);
;// CONCATENATED MODULE: ./build/entry/actions/restore-verify.js






/** Where the inputs want databases drilled. Errors: `usage` for both at once, and where no job is a database. */
function serverOf(inputs, { config, drivers }, jobs) {
    const [image, url] = [inputs.text('image'), inputs.text('service-url')];
    if (image === undefined && url === undefined)
        return undefined;
    if (image !== undefined && url !== undefined) {
        throw new error/* HoldfastError */.E('usage', 'image and service-url both say where to drill', {
            hint: 'Keep service-url for a container under services:, or image for one that this action starts.',
        });
    }
    const known = (jobs.length === 0 ? config.jobNames : jobs).filter((job) => config.jobNames.includes(job));
    const types = known.map((job) => config.job(job).source.type);
    if (types.length > 0 && !types.some((type) => drivers.source(type).drillsOnServer)) {
        throw new error/* HoldfastError */.E('usage', 'image and service-url are for databases, and none of the jobs is one', {
            hint: 'Leave them out: directories and commands are restored into a scratch directory, without a server.',
            context: { jobs: known },
        });
    }
    return image === undefined
        ? { type: 'url', url: new secret/* Secret */.zh(url ?? '') }
        : { type: 'image', image };
}
/** Errors: `signing-key-missing` where a proof could not be signed. */
function requireSigning({ config }) {
    if (config.signing().key !== undefined)
        return;
    throw new error/* HoldfastError */.E('signing-key-missing', 'attest is set, and nothing is there to sign the proof with', {
        hint: 'Set signing.key in the configuration from a secret: the drill-signing.key that `holdfast keygen` wrote.',
    });
}
function outputsOf(stages) {
    const results = (0,host_stages/* resultsOf */.qS)(stages, 'verify').filter(verification/* wasVerified */.Y);
    const [first] = results;
    const checks = results.flatMap(({ job, id, checks }) => checks.map((check) => ({ job, id, ...check })));
    const seconds = results.reduce((sum, { rtoSeconds = 0 }) => sum + rtoSeconds, 0);
    return {
        id: first?.id ?? '',
        proof: first?.proof ?? '',
        'restored-bytes': results.reduce((sum, { restoredBytes = 0 }) => sum + restoredBytes, 0),
        'rto-seconds': Math.round(seconds * 1000) / 1000,
        checks: JSON.stringify(checks),
        url: first?.copy?.url ?? '',
        container: first?.copy?.container ?? '',
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
    servers: true,
    bare: true,
    insteadOfConfig: [],
    async run({ context, inputs, jobs, stage }) {
        const server = serverOf(inputs, context, jobs);
        if (inputs.flag('attest'))
            requireSigning(context);
        const keep = await keepCopy({ context, inputs, jobs });
        const [id, at] = [inputs.text('id'), inputs.time('at')];
        const isRoutine = id === undefined && at === undefined && keep === undefined;
        await stage('verify', async () => {
            const { verify } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(608), __webpack_require__.e(7594), __webpack_require__.e(2551), __webpack_require__.e(2902), __webpack_require__.e(4209), __webpack_require__.e(7427), __webpack_require__.e(4317), __webpack_require__.e(9009), __webpack_require__.e(7068)]).then(__webpack_require__.bind(__webpack_require__, 57469));
            return verify(context, id === undefined ? jobs : [id], {
                depth: inputs.text('depth'),
                ...(at !== undefined && { at }),
                ...(isRoutine && comesDaily(context.environment) && { due: true }),
                ...(server && { server }),
                ...(keep && { keep }),
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

/***/ 60001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ isProcessGone),
/* harmony export */   GO: () => (/* binding */ pidOfToken),
/* harmony export */   Pg: () => (/* binding */ processToken),
/* harmony export */   VK: () => (/* binding */ isTokenGone),
/* harmony export */   _Z: () => (/* binding */ processExists),
/* harmony export */   j4: () => (/* binding */ currentMachine),
/* harmony export */   rk: () => (/* binding */ readStatus)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);


/** Boot and process-id namespace: only within the same can process ids be compared. Undefined where there is no /proc. */
async function currentMachine() {
    try {
        const boot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8');
        return `${boot.trim()} ${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)('/proc/self/ns/pid')}`;
    }
    catch {
        return undefined;
    }
}
/** State and start time of a process: fields 3 and 22 of /proc/<pid>/stat; the name before them may hold anything. */
async function readStatus(pid) {
    try {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(`/proc/${pid}/stat`, 'utf8');
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        const [state, startTime] = [fields[0], fields[19]];
        return state && startTime ? { state, startTime } : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether a process has this id; one of another user is a process too. */
function processExists(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
    }
}
/** Whether a process of this machine is gone, a zombie, or its id is another's by now. */
async function isProcessGone(pid, startTime) {
    const status = await readStatus(pid);
    if (status)
        return status.startTime !== startTime || status.state === 'Z' || status.state === 'X';
    // /proc may be mounted so that it hides the processes of other users; the kernel still knows them.
    return !processExists(pid);
}
async function machineDigest() {
    const machine = (await currentMachine()) ?? '';
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(machine).digest('hex').slice(0, 8);
}
/**
 * This process, or another of this machine, as `<machine>-<pid>-<start>`: letters, digits and hyphens, for names and
 * labels of what would outlive a SIGKILL.
 */
async function processToken(pid = process.pid) {
    const [machine, status] = await Promise.all([machineDigest(), readStatus(pid)]);
    return `${machine}-${pid}-${status?.startTime ?? '0'}`;
}
/** The process id in a token. */
function pidOfToken(token) {
    return Number(token.split('-')[1]);
}
/** True only where it is sure: `token` names a process of this machine, and that is gone. */
async function isTokenGone(token) {
    const [, machine, pid, start] = /^([0-9a-f]{8})-(\d+)-(\d+)$/.exec(token) ?? [];
    if (pid === undefined || start === undefined || start === '0')
        return false;
    return machine === (await machineDigest()) && isProcessGone(Number(pid), start);
}


/***/ }),

/***/ 64732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isSkipped),
/* harmony export */   Y: () => (/* binding */ wasVerified)
/* harmony export */ });
function isSkipped(result) {
    return 'status' in result;
}
function wasVerified(result) {
    return !isSkipped(result);
}


/***/ })

};
