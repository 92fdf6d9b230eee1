export const id = 1009;
export const ids = [1009,5628];
export const modules = {

/***/ 99854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ objectsOfRun),
/* harmony export */   v: () => (/* binding */ listRuns)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47740);
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

/***/ 47167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vw: () => (/* binding */ writeDrillLog),
/* harmony export */   _G: () => (/* binding */ recentRunLogs),
/* harmony export */   fs: () => (/* binding */ writeAudit),
/* harmony export */   lg: () => (/* binding */ writeRunLog),
/* harmony export */   w3: () => (/* binding */ readRunLog)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64377);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68970);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47740);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79874);
/* harmony import */ var _parse_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60864);








const largest = 4 * 1024 * 1024;
const schema = zod__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H3({
    format: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz(1),
    command: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    job: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_8__/* .datetime */ .w$(),
});
/** JSON whose every text is masked: a tool's message may hold what a log must not. */
function maskedBytes(value) {
    const masked = (_, field) => (typeof field === 'string' ? (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(field) : field);
    return Buffer.from(`${JSON.stringify(value, masked)}\n`);
}
async function write(store, key, value, signal) {
    if (await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_5__/* .createObject */ .ed)(store, key, maskedBytes(value), signal))
        return key;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('commit-conflict', `there is a log ${key} already`, {
        hint: 'Two runs used the same id or the same millisecond; the log that is there was kept.',
        context: { key, destination: store.name },
    });
}
/** Writes the log of a run under its id, once; masks secrets. Errors: `commit-conflict`. */
function writeRunLog(store, log, signal) {
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .runLogKey */ .R7)(log.job, log.id), log, signal);
}
/** Writes the log of a drill of the backup `id`; masks secrets. Errors: `commit-conflict`. */
function writeDrillLog(store, log, signal) {
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .drillLogKey */ .X8)(log.job, log.id, (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .preciseTime */ .PO)(new Date(log.finishedAt))), log, signal);
}
/** Writes an audit under `logs/_cleanup/`. Errors: `commit-conflict`. */
function writeAudit(store, audit, signal) {
    const value = { format: 1, ...audit, time: audit.time.toISOString() };
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .auditKey */ .X_)((0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .preciseTime */ .PO)(audit.time)), value, signal);
}
/** Errors: `object-damaged`; undefined for a log that is not there. */
async function readRunLog(store, key, signal) {
    const naming = { code: 'object-damaged', what: 'the log', key };
    const stored = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_5__/* .readIfPresent */ .Zu)(store, key, largest, signal);
    return stored && (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .checkShape */ .eA)(schema, (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(stored, naming), naming);
}
/** A job's newest logs, newest first; damaged ones are left out. */
async function recentRunLogs(store, job, options) {
    const keys = [];
    for await (const { key } of store.list((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .branchPrefix */ .$j)('logs', job))) {
        const name = (0,_parse_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .parseLogKey */ .rv)(key);
        if (!name || (name.drill !== undefined) !== (options.drills ?? false))
            continue;
        keys.push({ key, order: name.drill?.toISOString() ?? name.id });
        if (keys.length < 2 * options.newest + 1000)
            continue;
        keepNewest(keys, options.newest);
    }
    keepNewest(keys, options.newest);
    const logs = [];
    for (const { key } of keys) {
        try {
            const log = await readRunLog(store, key, options.signal);
            if (log)
                logs.push(log);
        }
        catch (error) {
            if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .u)(error, 'object-damaged'))
                throw error;
        }
    }
    return logs;
}
function keepNewest(keys, count) {
    keys.sort((a, b) => (a.order < b.order ? 1 : a.order > b.order ? -1 : 0));
    keys.length = Math.min(keys.length, count);
}


/***/ }),

/***/ 23390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ deadline)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/** A signal that aborts after `milliseconds`, by the clock that never jumps; never where there is no limit. */
function deadline(context, what, milliseconds) {
    const late = new AbortController();
    const cleared = new AbortController();
    if (milliseconds !== undefined) {
        const error = new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('timeout', `${what} took longer than the ${milliseconds / 1000} s it has`, {
            hint: 'Raise the limit in the job, or find out what holds the source or the store back.',
        });
        context.clock.sleep(milliseconds, cleared.signal).then(() => late.abort(error), () => undefined);
    }
    return { signal: late.signal, clear: () => cleared.abort() };
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
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31533);



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

/***/ 8740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ compareFilePaths)
/* harmony export */ });
function split(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}
/** Orders files as GNU tar archives them: by their directory's path, then by name; bytes throughout. */
function compareFilePaths(a, b) {
    const [directoryA, nameA] = split(a);
    const [directoryB, nameB] = split(b);
    if (directoryA !== directoryB)
        return directoryA < directoryB ? -1 : 1;
    return nameA < nameB ? -1 : nameA > nameB ? 1 : 0;
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

/***/ 57015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ makePrivateDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** Boot and process-id namespace as eight digits: only within the same can process ids be compared. */
async function machineTag() {
    const parts = await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)('/proc/self/ns/pid').catch(() => ''),
    ]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(parts.join(' ')).digest('hex').slice(0, 8);
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        // Somebody else's process is a process too.
        return error.code === 'EPERM';
    }
}
/** Removes directories of the same kind whose process here is gone: a SIGKILL gives nobody the time to tidy up. */
async function sweep(parent, start) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(parent).catch(() => [])) {
        const pid = name.startsWith(start) ? /^(\d+)-\w+$/.exec(name.slice(start.length))?.[1] : undefined;
        if (pid === undefined || isAlive(Number(pid)))
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name), { recursive: true, force: true }).catch(() => undefined);
    }
}
/**
 * Makes a directory of mode 0700 in `parent`, named `<prefix>-<machine>-<pid>-<random>`, after it has removed those that
 * processes of this machine left behind when they were killed.
 */
async function makePrivateDirectory(parent, prefix) {
    const start = `${prefix}-${await machineTag()}-`;
    await sweep(parent, start);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, `${start}${process.pid}-`));
}


/***/ }),

/***/ 80482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ runTool)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _spawn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80151);


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

/***/ 80151:
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
;// CONCATENATED MODULE: ./build/process/guarded-stdout.js

/** Passes stdout on and holds its end back until `verdict` has settled well. */
function guardedStdout(raw, verdict, aborted, stop) {
    let ended = false;
    const guarded = new external_node_stream_.Readable({
        highWaterMark: 256 * 1024,
        read: () => void raw.resume(),
        destroy: (error, done) => {
            if (ended)
                return done(error);
            raw.destroy();
            void stop().finally(() => done(error));
        },
    });
    const fail = (error) => void guarded.destroy((aborted() ?? error));
    raw.pause();
    raw.on('data', (chunk) => {
        if (!guarded.push(chunk))
            raw.pause();
    });
    raw.on('error', fail);
    raw.on('end', () => {
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
        write: (chunk, encoding, done) => void stdin.write(chunk, encoding, done),
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/process/tools.js
var tools = __webpack_require__(14361);
;// CONCATENATED MODULE: ./build/process/tool-errors.js




/** `tool-failed`: how a tool ended, and the last that it said. */
function toolFailure(call, exit, stderr) {
    const name = (0,external_node_path_.basename)(call.command);
    const lines = stderr.lastLines(12);
    const how = exit.signal === null ? `exited with status ${exit.code}` : `was ended by ${exit.signal}`;
    const last = lines.at(-1);
    return new error/* HoldfastError */.E('tool-failed', `${name} ${how}${last === undefined ? '' : `: ${last.trim()}`}`, {
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
    const name = (0,external_node_path_.basename)(call.command);
    // EACCES of a bare name: a directory on PATH may not be searched, and no other one holds it.
    const absent = cause.code === 'ENOENT' || (cause.code === 'EACCES' && !call.command.includes('/'));
    if (absent && (call.cwd === undefined || (0,external_node_fs_.existsSync)(call.cwd)))
        return (0,tools/* toolMissing */.Nm)(name, cause);
    return new error/* HoldfastError */.E('tool-failed', `${name} could not be started: ${cause.code ?? cause.message}`, {
        hint: `Check that ${name} and its working directory exist and may be executed.`,
        context: { tool: name },
        cause,
    });
}

;// CONCATENATED MODULE: ./build/process/spawn.js








/** Milliseconds that a grandchild may keep stderr open after the child is gone. */
const stderrGrace = 200;
function exitOf(call, child) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => reject(startError(call, error)));
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
            throw toolFailure(call, exit, stderr);
    })();
    const aborted = () => (call.signal.aborted ? call.signal.reason : undefined);
    const stdout = guardedStdout(child.stdout, verdict, aborted, stop);
    child.once('close', () => pid !== undefined && forgetGroup(pid));
    for (const promise of [exited, fed, settled, verdict])
        promise.catch(() => undefined);
    return { pid, stdout, stderr, exited, fed, stop };
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


/***/ })

};
