export const id = 2888;
export const ids = [2888,8104,4799];
export const modules = {

/***/ 99854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ objectsOfRun),
/* harmony export */   v: () => (/* binding */ listRuns)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98430);
/* harmony import */ var _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60864);


const branches = [
    ['data', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDataKey */ .Jb],
    ['keys', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWrapKey */ .bE],
    ['state', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStateKey */ .SY],
    ['holds', _parse_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHoldKey */ .Wm],
];
/**
 * Every run that has objects under `data/`, `keys/` or `state/`, in the order of the keys. Four listings are read side
 * by side and one run is held at a time, so memory does not grow with their length. Keys that are not of the format
 * belong to no run.
 */
async function* listRuns(store, job) {
    const lists = branches.map(([branch, parse]) => partsOf(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPrefix */ .$j)(branch, job), parse));
    try {
        const heads = await Promise.all(lists.map(next));
        for (;;) {
            const [first] = heads.filter((head) => head !== undefined).sort((a, b) => compareRuns(a.name, b.name));
            if (!first)
                return;
            let run = { ...first.name, objects: 0, bytes: 0, newest: new Date(0), held: false };
            for (const [i, list] of lists.entries()) {
                for (let head = heads[i]; head && compareRuns(head.name, first.name) === 0; head = heads[i]) {
                    run = branches[i]?.[0] === 'holds' ? { ...run, held: true } : withObject(run, head.object);
                    heads[i] = await next(list);
                }
            }
            if (run.objects > 0)
                yield run;
        }
    }
    finally {
        for (const list of lists)
            await list.return();
    }
}
/** The objects of one run besides its manifest, in the order in which they are deleted: wraps, then data, then state. */
function objectsOfRun(store, { job, id }) {
    return [
        store.list(`${(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .wrapsPrefix */ .Ew)(job, id)}/`),
        store.list(`${(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .dataPrefix */ .BW)(job, id)}/`),
        listExactly(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .stateKey */ .bP)(job, id)),
    ];
}
async function* listExactly(store, key) {
    for await (const object of store.list(key)) {
        if (object.key === key)
            yield object;
    }
}
function withObject(run, object) {
    const newest = new Date(Math.max(run.newest.getTime(), object.modified.getTime()));
    return { ...run, objects: run.objects + 1, bytes: run.bytes + object.bytes, newest };
}
async function* partsOf(store, prefix, parse) {
    for await (const object of store.list(prefix)) {
        const name = parse(object.key);
        if (name)
            yield { name: { job: name.job, id: name.id }, object };
    }
}
async function next(list) {
    const { done, value } = await list.next();
    return done === true ? undefined : value;
}
/** The order of keys: in each of the branches a slash follows the job, and no id is the beginning of another. */
function compareRuns(a, b) {
    const [left, right] = [`${a.job}/${a.id}`, `${b.job}/${b.id}`];
    return left < right ? -1 : left > right ? 1 : 0;
}


/***/ }),

/***/ 93571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ claimedObjects),
/* harmony export */   Rq: () => (/* binding */ checksumKey),
/* harmony export */   SV: () => (/* binding */ namedObjects),
/* harmony export */   Ut: () => (/* binding */ checksumLine),
/* harmony export */   ZQ: () => (/* binding */ findChecksum)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98430);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79874);


/**
 * The objects that a run stored under names of its own choice, by the claims it laid to them before. A claim is not
 * believed blindly, since whoever may write can lay one: the key must be none of the format's, no other backup may
 * have it, and the object must be younger than the claim, or it was there before.
 */
async function claimedObjects(store, name, isSpared) {
    const prefix = (0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .claimsPrefix */ .EJ)(name.job, name.id);
    const found = [];
    for await (const claim of store.list(prefix)) {
        const key = claim.key.slice(prefix.length);
        if (!(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutside */ ._K)(key) || (await isSpared(key, name)))
            continue;
        const object = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, key);
        if (object && object.modified >= claim.modified)
            found.push(object);
    }
    return found;
}
/** The objects that a manifest names outside of its backup's own folder, and the `.sha256` that lies beside one. */
async function namedObjects(store, name, keys, isSpared) {
    const found = [];
    for (const key of keys) {
        if (!(0,_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutside */ ._K)(key) || (await isSpared(key, name)))
            continue;
        const beside = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, checksumKey(key));
        const own = beside?.bytes === Buffer.byteLength(checksumLine(key, '0'.repeat(64))) ? beside : undefined;
        found.push(...[await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, key), own].filter((object) => object !== undefined));
    }
    return found;
}
/** Where the checksum of a single object lies. */
function checksumKey(key) {
    return `${key}.sha256`;
}
/** More than any path makes of a line of `sha256sum`. */
const longestChecksum = 5000;
/** The `.sha256` of `sha256sum` beside an object, whoever wrote it. */
async function findChecksum(store, key) {
    const found = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_1__/* .findObject */ .Z)(store, checksumKey(key));
    return found !== undefined && found.bytes <= longestChecksum ? found : undefined;
}
/** What it holds: a line as `sha256sum --check` reads it. */
function checksumLine(key, sha256) {
    return `${sha256}  ${key.slice(key.lastIndexOf('/') + 1)}\n`;
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


/***/ }),

/***/ 80482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ runTool)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _spawn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87880);


/**
 * Runs a tool to its end and collects what it prints, at most `maxOutput` bytes (16 MiB where absent). Throws
 * `tool-failed`, `tool-missing`, or the signal's reason.
 */
async function runTool(call) {
    const limit = call.maxOutput ?? 16 * 1024 * 1024;
    const tool = (0,_spawn_js__WEBPACK_IMPORTED_MODULE_1__/* .spawnTool */ .M)(call);
    const chunks = [];
    let bytes = 0;
    for await (const chunk of tool.stdout) {
        bytes += chunk.length;
        if (bytes > limit) {
            await tool.stop();
            throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('tool-failed', `${call.command} printed more than ${limit} bytes`, {
                hint: 'Let it print less, or let it write to a file.',
                context: { tool: call.command },
            });
        }
        chunks.push(chunk);
    }
    return {
        stdout: Buffer.concat(chunks),
        stderr: tool.stderr.text(),
        exit: await tool.exited,
        inputComplete: (await tool.fed).complete,
    };
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

/***/ 87880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ spawnTool)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/process/clock.js
var clock = __webpack_require__(47296);
// EXTERNAL MODULE: ./build/process/environment.js
var environment = __webpack_require__(84511);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/process/stall.js

/** Calls `onStall` once what is there has not been taken for `milliseconds`; one timer, however often it stands and moves. */
function watchStall(milliseconds, onStall) {
    const ended = new AbortController();
    let standingSince;
    const watch = async () => {
        for (;;) {
            const now = clock/* systemClock */.m.monotonic();
            const left = standingSince === undefined ? milliseconds : standingSince + milliseconds - now;
            if (left <= 0)
                return onStall();
            await clock/* systemClock */.m.sleep(left, ended.signal);
        }
    };
    watch().catch(() => undefined);
    return {
        moves() {
            standingSince = undefined;
        },
        stands() {
            standingSince ??= clock/* systemClock */.m.monotonic();
        },
        end: () => ended.abort(),
    };
}

;// CONCATENATED MODULE: ./build/process/guarded-stdout.js


/** Passes stdout on and holds its end back until `verdict` has settled well. */
function guardedStdout(raw, verdict, aborted, stop, limit) {
    let ended = false;
    const stall = limit && watchStall(limit.milliseconds, () => fail(limit.error()));
    const guarded = new external_node_stream_.Readable({
        highWaterMark: 256 * 1024,
        read() {
            stall?.moves();
            raw.resume();
        },
        destroy: (error, done) => {
            stall?.end();
            if (ended)
                return done(error);
            raw.destroy();
            void stop().finally(() => done(error));
        },
    });
    const fail = (error) => void guarded.destroy((aborted() ?? error));
    raw.pause();
    raw.on('data', (chunk) => {
        if (guarded.push(chunk))
            return;
        raw.pause();
        stall?.stands();
    });
    raw.on('error', fail);
    raw.on('end', () => {
        stall?.end();
        verdict.then(() => {
            ended = true;
            guarded.push(null);
        }, fail);
    });
    verdict.catch(fail);
    return guarded;
}

;// CONCATENATED MODULE: ./build/process/process-group.js
const alive = new Set();
let hooked = false;
/** Remembers a process group, so that it does not outlive this process when that ends by `process.exit`. */
function trackGroup(leader) {
    alive.add(leader);
    if (hooked)
        return;
    hooked = true;
    process.once('exit', () => {
        for (const group of alive)
            signalGroup(group, 'SIGKILL');
    });
}
/** Forgets a group whose members are gone; its number may be reused. */
function forgetGroup(leader) {
    alive.delete(leader);
}
/** Sends a signal to a whole tracked process group; false when nobody is left in it. */
function signalGroup(leader, signal) {
    if (!alive.has(leader))
        return false;
    try {
        process.kill(-leader, signal);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
;// CONCATENATED MODULE: ./build/process/stderr-ring.js

const longestLine = 64 * 1024;
/**
 * Keeps the last `capacity` bytes of a child's stderr and calls `onLine` for every line (without its newline, not
 * masked: the callback parses it). A line longer than 64 KiB arrives in pieces.
 */
function createStderrRing(capacity = 64 * 1024, onLine) {
    let kept = [];
    let keptBytes = 0;
    let partial = Buffer.alloc(0);
    const emitLines = (chunk) => {
        if (onLine === undefined)
            return;
        let rest = partial.length === 0 ? chunk : Buffer.concat([partial, chunk]);
        for (;;) {
            const newline = rest.indexOf(10);
            if (newline < 0)
                break;
            onLine(rest.toString('utf8', 0, newline));
            rest = rest.subarray(newline + 1);
        }
        if (rest.length > longestLine) {
            onLine(rest.toString('utf8'));
            rest = Buffer.alloc(0);
        }
        partial = Buffer.from(rest);
    };
    const text = () => {
        const joined = Buffer.concat(kept);
        return (0,secret/* maskSecrets */.QU)(joined.subarray(Math.max(0, joined.length - capacity)).toString('utf8'));
    };
    return {
        write(chunk) {
            const bytes = Buffer.from(chunk);
            kept.push(bytes);
            keptBytes += bytes.length;
            if (keptBytes > 2 * capacity) {
                const joined = Buffer.concat(kept);
                kept = [Buffer.from(joined.subarray(joined.length - capacity))];
                keptBytes = capacity;
            }
            emitLines(bytes);
        },
        end() {
            if (partial.length > 0)
                onLine?.(partial.toString('utf8'));
            partial = Buffer.alloc(0);
        },
        text,
        lastLines: (count) => text()
            .split('\n')
            .filter((line) => line.trim() !== '')
            .slice(-count),
    };
}

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/process/stdin-feed.js


const closedEarly = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_PREMATURE_CLOSE']);
/**
 * Feeds `input` to a child. When the input fails, the child is stopped *before* its stdin closes: it must never
 * take the broken end of a damaged stream for a good one. Rejects with the input's error.
 */
async function feedStdin(input, stdin, stop) {
    const source = input instanceof external_node_stream_.Readable ? input : external_node_stream_.Readable.from([Buffer.from(input)]);
    let childClosed = false;
    let finished = false;
    stdin.on('error', () => {
        childClosed = true;
    });
    const guarded = new external_node_stream_.Writable({
        write(chunk, encoding, done) {
            stdin.write(chunk, encoding, (error) => {
                // Told here before it is told as an event: the child must not be stopped for having read enough.
                if (error)
                    childClosed = true;
                done(error);
            });
        },
        final: (done) => {
            finished = true;
            // A child that has read what it needs may go before it sees the end; every byte was handed over by then.
            if (stdin.destroyed)
                done();
            else
                stdin.end(() => done());
        },
        destroy: (error, done) => {
            if (error === null || childClosed) {
                stdin.destroy();
                done(error);
                return;
            }
            void stop().finally(() => {
                stdin.destroy();
                done(error);
            });
        },
    });
    // A child that went while the input is idle would otherwise be waited for until the next write.
    stdin.once('close', () => {
        if (finished || guarded.destroyed)
            return;
        childClosed = true;
        guarded.destroy(Object.assign(new Error('the child closed its input'), { code: 'EPIPE' }));
    });
    try {
        await (0,promises_.pipeline)(source, guarded);
        return { complete: true };
    }
    catch (error) {
        if (childClosed && closedEarly.has(String(error.code)))
            return { complete: false };
        throw error;
    }
}

// EXTERNAL MODULE: ./build/process/tool-errors.js
var tool_errors = __webpack_require__(91656);
;// CONCATENATED MODULE: ./build/process/spawn.js








/** Milliseconds that a grandchild may keep stderr open after the child is gone. */
const stderrGrace = 200;
function exitOf(call, child) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => reject((0,tool_errors/* startError */.h5)(call, error)));
        child.once('exit', (code, signal) => resolve({ code, signal }));
    });
}
function stopper(child, exited, killAfterMs) {
    let stopping;
    const escalate = async (leader) => {
        const gone = new AbortController();
        const done = exited.then(() => gone.abort(), () => gone.abort());
        signalGroup(leader, 'SIGTERM');
        await clock/* systemClock */.m.sleep(killAfterMs, gone.signal).catch(() => undefined);
        // Also when the leader went at once: its children may have ignored SIGTERM and hold the pipes.
        signalGroup(leader, 'SIGKILL');
        await done;
    };
    return () => {
        stopping ??= child.pid === undefined ? Promise.resolve() : escalate(child.pid);
        return stopping;
    };
}
/**
 * Starts a tool: argv only, no shell, in a process group of its own. An aborted signal stops it, and stdout then
 * errors with the signal's reason.
 */
function spawnTool(call) {
    call.signal.throwIfAborted();
    const stderr = createStderrRing(undefined, call.onStderrLine);
    const child = (0,external_node_child_process_.spawn)(call.command, call.args, {
        env: (0,environment/* revealEnvironment */.L)(call.environment, call.extraEnvironment),
        ...(call.cwd === undefined ? {} : { cwd: call.cwd }),
        ...call.user,
        stdio: [call.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        detached: true,
        shell: false,
    });
    const { pid } = child;
    if (pid !== undefined)
        trackGroup(pid);
    const exited = exitOf(call, child);
    const stop = stopper(child, exited, call.killAfterMs ?? 3000);
    const stderrEnded = new Promise((resolve) => {
        child.stderr?.on('data', (chunk) => stderr.write(chunk));
        child.stderr?.once('close', resolve);
    });
    const settled = exited.then(async (exit) => {
        const ended = new AbortController();
        void stderrEnded.then(() => ended.abort());
        await clock/* systemClock */.m.sleep(stderrGrace, ended.signal).catch(() => undefined);
        stderr.end();
        return exit;
    });
    const fed = call.stdin === undefined || child.stdin === null
        ? Promise.resolve({ complete: true })
        : feedStdin(call.stdin, child.stdin, stop);
    const onAbort = () => void stop();
    call.signal.addEventListener('abort', onAbort, { once: true });
    const verdict = (async () => {
        const exit = await settled;
        const input = await fed.then(() => undefined, (error) => ({ error }));
        call.signal.removeEventListener('abort', onAbort);
        if (call.signal.aborted)
            throw call.signal.reason;
        if (input !== undefined)
            throw input.error;
        if (exit.code === null || !(call.acceptedExits ?? [0]).includes(exit.code))
            throw (0,tool_errors/* toolFailure */.Lu)(call, exit, stderr);
    })();
    const aborted = () => (call.signal.aborted ? call.signal.reason : undefined);
    const { maxStall } = call;
    const limit = maxStall === undefined ? undefined : { milliseconds: maxStall, error: () => (0,tool_errors/* stalled */.O0)(call, maxStall) };
    const stdout = guardedStdout(child.stdout, verdict, aborted, stop, limit);
    child.once('close', () => pid !== undefined && forgetGroup(pid));
    for (const promise of [exited, fed, settled, verdict])
        promise.catch(() => undefined);
    return { pid, stdout, stderr, exited, fed, stop };
}


/***/ }),

/***/ 91656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ toolFailure),
/* harmony export */   O0: () => (/* binding */ stalled),
/* harmony export */   h5: () => (/* binding */ startError)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14361);




/** `tool-failed`: how a tool ended, and the last that it said. */
function toolFailure(call, exit, stderr) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(call.command);
    const lines = stderr.lastLines(12);
    const how = exit.signal === null ? `exited with status ${exit.code}` : `was ended by ${exit.signal}`;
    const last = lines.at(-1);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('tool-failed', `${name} ${how}${last === undefined ? '' : `: ${last.trim()}`}`, {
        hint: `Read what ${name} said, mend that and run again.`,
        context: {
            tool: name,
            exitStatus: exit.code ?? undefined,
            signal: exit.signal ?? undefined,
            stderr: lines,
        },
    });
}
/** The error for a tool that could not be started: `tool-missing`, or `tool-failed` for other reasons. */
function startError(call, cause) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(call.command);
    // EACCES of a bare name: a directory on PATH may not be searched, and no other one holds it.
    const absent = cause.code === 'ENOENT' || (cause.code === 'EACCES' && !call.command.includes('/'));
    if (absent && (call.cwd === undefined || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(call.cwd)))
        return (0,_tools_js__WEBPACK_IMPORTED_MODULE_3__/* .toolMissing */ .Nm)(name, cause);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('tool-failed', `${name} could not be started: ${cause.code ?? cause.message}`, {
        hint: `Check that ${name} and its working directory exist and may be executed.`,
        context: { tool: name },
        cause,
    });
}
/** `source-stalled`: what a tool wrote was not taken for longer than it may wait. */
function stalled(call, milliseconds) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(call.command);
    const seconds = Math.round(milliseconds / 1000);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('source-stalled', `${name} was stopped: nobody took its output for ${seconds} s`, {
        hint: 'See why the destinations were that slow; raise max-stall where the source may be held up for longer.',
        context: { tool: name, seconds },
    });
}


/***/ }),

/***/ 14361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J8: () => (/* binding */ installHint),
/* harmony export */   Nm: () => (/* binding */ toolMissing),
/* harmony export */   SG: () => (/* binding */ findTool)
/* harmony export */ });
/* unused harmony export requireTool */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54992);




const same = (name) => ({ debian: name, rhel: name, brew: name });
const postgresClient = { debian: 'postgresql-client', rhel: 'postgresql', brew: 'libpq' };
const postgresServer = { debian: 'postgresql', rhel: 'postgresql-server', brew: 'postgresql' };
const mysqlClient = { debian: 'default-mysql-client', rhel: 'mysql', brew: 'mysql-client' };
const mariadbClient = { debian: 'mariadb-client', rhel: 'mariadb', brew: 'mariadb' };
const mariadbBackup = { debian: 'mariadb-backup', rhel: 'mariadb-backup', brew: 'mariadb' };
const xtrabackup = {
    debian: 'percona-xtrabackup-80',
    rhel: 'percona-xtrabackup-80',
    brew: 'percona-xtrabackup',
};
const packages = {
    tar: { debian: 'tar', rhel: 'tar', brew: 'gnu-tar' },
    pg_dump: postgresClient,
    pg_dumpall: postgresClient,
    pg_restore: postgresClient,
    pg_basebackup: postgresClient,
    pg_combinebackup: postgresServer,
    pg_verifybackup: postgresServer,
    psql: postgresClient,
    initdb: postgresServer,
    pg_ctl: postgresServer,
    postgres: postgresServer,
    mysql: mysqlClient,
    mysqldump: mysqlClient,
    mariadb: mariadbClient,
    'mariadb-dump': mariadbClient,
    mariabackup: mariadbBackup,
    'mariadb-backup': mariadbBackup,
    mbstream: mariadbBackup,
    mysqld: { debian: 'default-mysql-server', rhel: 'mysql-server', brew: 'mysql' },
    mariadbd: { debian: 'mariadb-server', rhel: 'mariadb-server', brew: 'mariadb' },
    xtrabackup,
    xbstream: xtrabackup,
    zfs: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
    zpool: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
    zstream: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
    docker: { debian: 'docker.io', rhel: 'docker-ce', brew: 'docker' },
    rclone: same('rclone'),
    '7z': { debian: 'p7zip-full', rhel: 'p7zip', brew: 'sevenzip' },
    '7zz': { debian: '7zip', rhel: '7zip', brew: 'sevenzip' },
    sendmail: { debian: 'msmtp-mta', rhel: 'msmtp', brew: 'msmtp' },
    zstd: same('zstd'),
    gzip: same('gzip'),
    age: same('age'),
};
/** The sentence that says how to get a tool. */
function installHint(tool) {
    const known = packages[tool];
    if (known === undefined)
        return `Install \`${tool}\`, or put the directory that holds it on PATH.`;
    return (`Install it: \`apt-get install ${known.debian}\` (Debian, Ubuntu), \`dnf install ${known.rhel}\` (RHEL, Fedora) ` +
        `or \`brew install ${known.brew}\` (macOS), or put the directory that holds \`${tool}\` on PATH.`);
}
/** The error for a tool that is not there: `tool-missing`. */
function toolMissing(tool, cause) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('tool-missing', `${tool} is not installed`, {
        hint: installHint(tool),
        context: { tool },
        ...(cause === undefined ? {} : { cause }),
    });
}
async function executable(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}
/** The absolute path of the first executable `name` on the environment's PATH, undefined where there is none. */
async function findTool(name, environment) {
    if (name.includes('/'))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(name) && (await executable(name)) ? name : undefined;
    for (const directory of (environment.PATH ?? '/usr/local/bin:/usr/bin:/bin').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter)) {
        if (directory === '')
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
        if (await executable(path))
            return path;
    }
    return undefined;
}
/** As {@link findTool}, but throws `tool-missing` with what to install. */
async function requireTool(name, environment) {
    const path = await findTool(name, environment);
    if (path === undefined)
        throw toolMissing(name);
    return path;
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

/***/ 21294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ outcomeDocument),
/* harmony export */   c: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _masked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(126);


const statuses = {
    0: 'success',
    3: 'partial',
    4: 'stale',
    5: 'unverified',
    6: 'busy',
    7: 'refused',
    130: 'cancelled',
    143: 'cancelled',
};
/** The word for an exit code; what has no word of its own failed. */
function statusOf(exitCode) {
    return statuses[exitCode] ?? 'failed';
}
/** An error as `--json` shows it; anything that is no HoldfastError is `internal`. Its stack is not for users. */
function errorRecord(error) {
    if (!(error instanceof _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E)) {
        return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
    }
    const { code, message, hint, context } = error;
    return { code, message, ...(hint === undefined ? {} : { hint }), context: { ...context } };
}
/** Builds the document, with registered secrets masked throughout. */
function outcomeDocument(outcome) {
    const { command, results, warnings, errors, exitCode } = outcome;
    const status = statusOf(exitCode);
    const document = { command, status, exitCode, results, warnings, errors: errors.map(errorRecord) };
    return (0,_masked_js__WEBPACK_IMPORTED_MODULE_1__/* .maskedValue */ .p)(document);
}


/***/ }),

/***/ 58747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QA: () => (/* binding */ formatSpan),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   iA: () => (/* binding */ minuteOf),
/* harmony export */   nV: () => (/* binding */ formatAge)
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
/** A span that somebody wrote, as he wrote it: `7 d`, `36 h`, `30 min`. */
function formatSpan(milliseconds) {
    for (const [unit, word] of [
        [day, 'd'],
        [hour, 'h'],
        [minute, 'min'],
    ]) {
        if (milliseconds >= unit && milliseconds % unit === 0)
            return `${milliseconds / unit} ${word}`;
    }
    return formatDuration(milliseconds);
}
/** A moment by the minute, of an ISO 8601 time in UTC: `2026-11-18 01:00 UTC`. */
function minuteOf(time) {
    return `${time.slice(0, 16).replace('T', ' ')} UTC`;
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
/** Milliseconds between two lines about one stream: a chunk each would be millions of them. */
const interval = 1000;
/** Whether a progress event is to be told: the first and the last of a stream, and one a second between them. */
function pacer(clock) {
    const toldAt = new Map();
    return ({ job, stream, phase, done }) => {
        const key = JSON.stringify([job, stream, phase]);
        const now = clock.monotonic();
        if (!done && now - (toldAt.get(key) ?? Number.NEGATIVE_INFINITY) < interval)
            return false;
        if (done)
            toldAt.delete(key);
        else
            toldAt.set(key, now);
        return true;
    };
}
/**
 * `--events`: one line of JSON an event, with `time` (UTC) first. Of a stream's progress the first event, the last, and
 * one a second. Secrets are masked.
 */
function createEventsReporter(stream, clock) {
    const isDue = pacer(clock);
    return {
        on(event) {
            if (event.type === 'progress' && !isDue(event))
                return;
            stream.write(`${JSON.stringify((0,_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .maskedValue */ .p)({ time: clock.now().toISOString(), ...event }))}\n`);
        },
    };
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
const good = new Set([
    'success',
    'done',
    'ok',
    'passed',
    'passes-on',
    'stored',
    'fresh',
    'not-due',
    'skipped',
    'present',
]);
const doubtful = new Set([
    'partial',
    'inconclusive',
    'unproven',
    'unsigned',
    'warning',
    'busy',
    'dry-run',
    'left',
]);
/** Whether a status word means that all is well. */
function isGood(status) {
    return good.has(status);
}
const words = {
    'not-due': 'not due yet',
    skipped: 'skipped: another run holds it',
    'dry-run': 'dry run',
    left: 'left for the next run',
    'passes-on': 'passes on',
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

/***/ 94467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ dayText),
/* harmony export */   HJ: () => (/* binding */ localTime),
/* harmony export */   eC: () => (/* binding */ lastDayOf),
/* harmony export */   jR: () => (/* binding */ dayNumberOf)
/* harmony export */ });
/* harmony import */ var _domain_wall_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61574);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);


const day = 86_400_000;
const formats = new Map();
function formatOf(timezone) {
    const known = formats.get(timezone);
    if (known)
        return known;
    try {
        const made = (0,_domain_wall_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .wallClockFormat */ .e)(timezone);
        formats.set(timezone, made);
        return made;
    }
    catch (cause) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('config-invalid', `unknown time zone ${timezone}`, {
            hint: 'Set `timezone` to a name of the IANA database, such as Europe/Berlin or UTC.',
            context: { timezone },
            cause,
        });
    }
}
/** The wall clock in `timezone` at `moment`. Throws `config-invalid` for a zone that does not exist. */
function localTime(moment, timezone) {
    const text = formatOf(timezone).format(moment);
    const match = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(text);
    if (!match)
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', `unreadable local time ${text}`);
    const [month = 0, dayOfMonth = 0, year = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
    const midnight = Date.UTC(year, month - 1, dayOfMonth);
    const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
    const dayNumber = midnight / day;
    return {
        year,
        month,
        day: dayOfMonth,
        hour,
        dayNumber,
        weekDay: (((dayNumber + 4) % 7) + 7) % 7,
        offsetMinutes: Math.round((wall - Math.floor(moment.getTime() / 1000) * 1000) / 60_000),
    };
}
/** `2026-11-18` of a local day number. */
function dayText(dayNumber) {
    return new Date(dayNumber * day).toISOString().slice(0, 10);
}
/** The last day of a month; month 13 is January of the next year. */
function lastDayOf(year, month) {
    return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
/** The local day number of a date. */
function dayNumberOf(year, month, dayOfMonth) {
    return Date.UTC(year, month - 1, dayOfMonth) / day;
}


/***/ }),

/***/ 95415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ periodOf),
/* harmony export */   k: () => (/* binding */ tierOf)
/* harmony export */ });
/* harmony import */ var _calendar_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94467);

const two = (n) => String(n).padStart(2, '0');
function hour(time) {
    // The offset tells the two hours apart that share a name when clocks go back.
    const minutes = Math.abs(time.offsetMinutes);
    const sign = time.offsetMinutes < 0 ? '-' : '+';
    const offset = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    return `${(0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayText */ .Ew)(time.dayNumber)} ${two(time.hour)}:00${offset}`;
}
function week(time, weekDay) {
    return `week to ${(0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayText */ .Ew)(time.dayNumber + ((weekDay - time.weekDay + 7) % 7))}`;
}
function month(time, monthDay) {
    if (monthDay === undefined)
        return `${time.year}-${two(time.month)}`;
    const end = Math.min(monthDay, (0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .lastDayOf */ .eC)(time.year, time.month));
    if (time.day <= end)
        return `month to ${(0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayText */ .Ew)((0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayNumberOf */ .jR)(time.year, time.month, end))}`;
    const next = Math.min(monthDay, (0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .lastDayOf */ .eC)(time.year, time.month + 1));
    return `month to ${(0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayText */ .Ew)((0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayNumberOf */ .jR)(time.year, time.month + 1, next))}`;
}
/**
 * The name of the calendar period that a local time falls into: equal for all moments of one period, different for
 * any other, and fit to be shown (`2026-11-18`, `week to 2026-11-22`, `2026-11`, `month to 2026-12-01`, `2026`).
 */
function periodOf(kind, time, ends) {
    switch (kind) {
        case 'hourly':
            return hour(time);
        case 'daily':
            return (0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .dayText */ .Ew)(time.dayNumber);
        case 'weekly':
            return week(time, ends.weekDay);
        case 'monthly':
            return month(time, ends.monthDay);
        case 'yearly':
            return String(time.year);
    }
}
/**
 * The template word `{tier}`: `monthly` on the day that closes a month, else `weekly` on the day that closes a week,
 * else `daily`.
 */
function tierOf(time, ends) {
    const last = (0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .lastDayOf */ .eC)(time.year, time.month);
    if (time.day === Math.min(ends.monthDay ?? last, last))
        return 'monthly';
    return time.weekDay === ends.weekDay ? 'weekly' : 'daily';
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
