export const id = 3603;
export const ids = [3603,1070];
export const modules = {

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

/***/ 65788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gB: () => (/* binding */ adoptedPlaces),
  r_: () => (/* binding */ findChain),
  yI: () => (/* binding */ readPlace)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/catalog/zrb/manifest.js


const hex = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'not a hash');
const manifest = schemas/* object */.Ikc({
    datetime: schemas/* int */.Whr().min(0),
    backup_level: schemas/* int */.Whr().min(0),
    target_snapshot: schemas/* string */.YjP().regex(/@/, 'not a snapshot'),
    parent_snapshot: schemas/* string */.YjP().default(''),
    parent_s3_path: schemas/* string */.YjP().default(''),
    blake3_hash: hex,
    parts: schemas/* array */.YOg(schemas/* object */.Ikc({
        index: schemas/* string */.YjP().regex(/^[A-Za-z0-9]+$/, 'not the index of a part'),
        blake3_hash: hex.optional(),
        sha256_hash: hex.optional(),
    })
        .refine((part) => part.blake3_hash ?? part.sha256_hash, 'a part without a hash'))
        .min(1),
});
/**
 * Reads a `task_manifest.yaml` of zrb. Keys come from where the manifest lies (`path`), never from what is in it.
 * Errors: `manifest-damaged`.
 */
async function parseZrbManifest(text, path) {
    const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const fail = (why, cause) => new errors_error/* HoldfastError */.E('manifest-damaged', `manifests/${path} of zrb cannot be read: ${why}`, {
        hint: "Bring the file back from zrb's base_dir or another copy of the bucket; without it `age` and `zfs receive` restore the parts by hand.",
        context: { path },
        cause,
    });
    let content;
    try {
        content = parse(text);
    }
    catch (cause) {
        throw fail('it is not YAML', cause);
    }
    const read = manifest.safeParse(content);
    if (!read.success) {
        throw fail(read.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; '));
    }
    const { data } = read;
    // zrb's workers wrote them in the order in which they were done.
    const parts = data.parts.toSorted((a, b) => (a.index < b.index ? -1 : a.index > b.index ? 1 : 0));
    return {
        level: data.backup_level,
        createdAt: new Date(data.datetime * 1000),
        snapshot: data.target_snapshot,
        parentSnapshot: data.parent_snapshot,
        parentPath: data.parent_s3_path,
        blake3: data.blake3_hash,
        parts: parts.map(({ index, blake3_hash: blake3, sha256_hash: sha256 }) => ({
            key: `data/${path}/snapshot.part-${index}.age`,
            hash: blake3 ?? sha256 ?? '',
            algorithm: blake3 === undefined ? 'sha256' : 'blake3',
        })),
    };
}

;// CONCATENATED MODULE: ./build/catalog/zrb/listing.js



/** Bytes that a manifest of zrb may have: a line or two for each 3 GB. */
const manifestLimit = 16 * 1024 * 1024;
/** The dataset and path of a manifest's key; undefined for anything else. */
function pathOf(key) {
    const [, path, dataset] = /^manifests\/((.+)\/level\d+\/\d{8})\/task_manifest\.yaml$/.exec(key) ?? [];
    return path === undefined || dataset === undefined ? undefined : { dataset, path };
}
/** What an increment builds on: the backup of that snapshot, the one that zrb names where there are several. */
function parentOf({ level, parentSnapshot, parentPath }, all) {
    const fitting = all.filter((one) => one.level < level && one.snapshot === parentSnapshot);
    return fitting.find(({ id }) => id === parentPath) ?? fitting.at(-1);
}
function missingPart({ id, parts, objects }) {
    const there = new Set(objects.map(({ key }) => key));
    const missing = parts.filter(({ key }) => !there.has(key)).length;
    return missing === 0 ? undefined : `${missing} of ${parts.length} parts of ${id} are missing`;
}
function withChain(last, all) {
    const chain = [last];
    let broken = missingPart(last);
    for (let at = last; at.level > 0;) {
        const parent = parentOf(at, all);
        if (parent === undefined) {
            broken ??= `${at.parentSnapshot || 'the snapshot'} that ${at.id} builds on is in no backup here`;
            break;
        }
        broken ??= missingPart(parent);
        chain.unshift(parent);
        at = parent;
    }
    return { ...last, chain: chain.map(({ id }) => id), ...(broken !== undefined && { broken }) };
}
async function objectsBelow(store, prefix) {
    const found = [];
    for await (const object of store.list(prefix))
        found.push(object);
    return found;
}
/** Everything that zrb left of a dataset. What of it cannot be read is returned as damaged. Errors: the store's. */
async function listZrb(store, dataset, signal) {
    const found = [];
    const damaged = [];
    const data = await objectsBelow(store, `data/${dataset}/level`);
    for (const manifest of await objectsBelow(store, `manifests/${dataset}/level`)) {
        signal.throwIfAborted();
        const at = pathOf(manifest.key);
        if (at?.dataset !== dataset)
            continue;
        try {
            const bytes = await (0,object_io/* readObject */.Ag)(store, manifest.key, manifestLimit, signal);
            const read = await parseZrbManifest(Buffer.from(bytes).toString('utf8'), at.path);
            const objects = data.filter(({ key }) => key.startsWith(`data/${at.path}/`));
            const storedBytes = objects.reduce((sum, object) => sum + object.bytes, 0);
            found.push({ ...read, id: at.path, dataset, manifest, objects, storedBytes });
        }
        catch (error) {
            if (!(0,errors_error/* hasCode */.u)(error, 'manifest-damaged', 'object-damaged'))
                throw error;
            damaged.push({ key: manifest.key, error });
        }
    }
    found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.level - b.level);
    return { backups: found.map((one) => withChain(one, found)), damaged };
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(29780);
;// CONCATENATED MODULE: ./build/commands/adopted-chains/places.js


/** The places of these jobs, or of all; of those that `--destination` names where it does. */
function adoptedPlaces(context, jobs) {
    const { config, drivers, onlyDestinations } = context;
    const wanted = jobs.length === 0 ? config.jobNames : jobs.filter((job) => config.jobNames.includes(job));
    return wanted.flatMap((job) => {
        const { adopt, source } = config.job(job);
        const name = adopt.zrb;
        if (name === undefined)
            return [];
        if (onlyDestinations.length > 0 && !onlyDestinations.includes(name))
            return [];
        const dataset = drivers.source(source.type, source.settings).templateWords?.dataset;
        return dataset === undefined ? [] : [{ job, name, dataset }];
    });
}
/** Reads all manifests of a place. Errors: the store's. */
async function readPlace(context, place, mode = 'read') {
    const store = await (0,destination/* openStore */.Ch)(context, place.name, mode);
    return { ...place, store, ...(await listZrb(store, place.dataset, context.signal)) };
}
/** The backup of such an id at the first place that has it; undefined for any other name. */
async function findChain(context, id) {
    for (const place of adoptedPlaces(context, [])) {
        if (!id.startsWith(`${place.dataset}/level`))
            continue;
        const { backups, store, damaged } = await readPlace(context, place);
        const backup = backups.find((one) => one.id === id);
        const lost = damaged.find(({ key }) => key === `manifests/${id}/task_manifest.yaml`);
        if (lost !== undefined)
            throw lost.error;
        if (backup === undefined)
            continue;
        const chain = backup.chain.flatMap((one) => backups.find((each) => each.id === one) ?? []);
        return { ...place, store, backup, chain };
    }
    return undefined;
}


/***/ }),

/***/ 55135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mb: () => (/* binding */ adoptedObjects),
/* harmony export */   Yk: () => (/* binding */ adoptionPatterns),
/* harmony export */   gQ: () => (/* binding */ matchingObjects),
/* harmony export */   kq: () => (/* binding */ adoptedPoint)
/* harmony export */ });
/* harmony import */ var _catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98430);
/* harmony import */ var _config_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11521);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76140);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23567);





/**
 * The words of a job that do not change from run to run; those of its source are missing where it needs a variable that is
 * not set, which cleanup must not ask for.
 */
function wordsOf(context, name) {
    const { source } = context.config.job(name);
    try {
        const driver = context.drivers.source(source.type, source.settings);
        return { words: { job: name, ...driver.templateWords }, whole: true };
    }
    catch (error) {
        if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .u)(error, 'config-variable-missing', 'driver-not-built'))
            throw error;
        return { words: { job: name }, whole: false };
    }
}
/** A template that begins with a tier as one for each: a listing then begins in its folder, and not with everything. */
function byTier(template) {
    const [, rest] = /^\{tier\}(.*)$/s.exec(template) ?? [];
    return rest === undefined ? [template] : ['daily', 'monthly', 'weekly'].map((tier) => `${tier}${rest}`);
}
/**
 * The names of what a job adopts: those that its single objects have, and those that its `adopt` says; without names that
 * are no series.
 */
function adoptionPatterns(context, name) {
    if (!context.config.jobNames.includes(name))
        return [];
    const job = context.config.job(name);
    const own = job.package === 'volumes' || job.objectName === undefined ? [] : [job.objectName];
    const templates = [...own, ...job.adopt.names].flatMap(byTier);
    if (templates.length === 0)
        return [];
    const { words, whole } = wordsOf(context, name);
    const patterns = templates.flatMap((text) => (0,_config_config_js__WEBPACK_IMPORTED_MODULE_1__/* .templatePattern */ .N7)(text, words) ?? []);
    if (!whole && patterns.length < templates.length) {
        const message = `what others wrote for ${name} is not looked at: its object-name or adopt cannot be filled in here`;
        (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .tell */ .q)(context, { severity: 'info', code: 'not-adopted', message }, name);
    }
    return patterns;
}
/** Objects at a store that a pattern fits, besides the repository's own; in order of keys. */
async function matchingObjects(store, patterns) {
    const found = new Map();
    // Names of several templates may begin alike.
    for (const prefix of new Set(patterns.map((pattern) => pattern.prefix))) {
        for await (const object of store.list(prefix)) {
            const { key } = object;
            if ((0,_catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutside */ ._K)(key) && patterns.some(({ matches }) => matches(key)))
                found.set(key, object);
        }
    }
    return [...found.values()].toSorted((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
}
/**
 * Keys that belong to backups of any job, also of jobs that the configuration no longer has, or to runs of this one that
 * are under way or died. Undefined where a manifest is damaged: nobody knows what it names.
 */
async function ownedKeys(context, destination, job) {
    const { points, damaged } = await (0,_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .readEntries */ .$)(context, destination, undefined);
    if (damaged.length > 0)
        return undefined;
    const owned = new Set(points.flatMap(({ outside }) => outside));
    for await (const { key } of destination.store.list((0,_catalog_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPrefix */ .$j)('data', job))) {
        const claimed = /^data\/[^/]+\/[^/]+\/~outside\/(.+)$/.exec(key)?.[1];
        if (claimed !== undefined)
            owned.add(claimed);
    }
    return owned;
}
/** What fits the names of several jobs at a destination is that of the first in the configuration. */
function isOfAnother({ config }, destination, job) {
    return (other) => config.jobNames.indexOf(other) < config.jobNames.indexOf(job) &&
        config.job(other).to.some(({ name }) => name === destination.name);
}
/**
 * What others wrote at a destination under the names of a job: objects that fit its `object-name` or `adopt` and belong to no
 * backup and no run. They are listed and pruned by age, and never proven. Nothing is adopted where a manifest is
 * damaged: the object may be that backup's.
 */
async function adoptedObjects(context, destination, job) {
    const patterns = adoptionPatterns(context, job);
    if (patterns.length === 0)
        return [];
    const others = context.config.jobNames
        .filter(isOfAnother(context, destination, job))
        .flatMap((other) => adoptionPatterns(context, other));
    const candidates = (await matchingObjects(destination.store, patterns)).filter(({ key }) => !others.some((other) => other.matches(key)));
    if (candidates.length === 0)
        return [];
    const owned = await ownedKeys(context, destination, job);
    return owned === undefined ? [] : candidates.filter(({ key }) => !owned.has(key));
}
/** An adopted object as retention sees it: whole, unproven, as old as the store says. */
function adoptedPoint(job, { key, modified }) {
    return {
        id: key,
        job,
        level: 0,
        parent: null,
        createdAt: modified,
        tags: [],
        valid: true,
        proven: false,
        held: false,
    };
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

/***/ 62784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ writeStreamToFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54992);




function explain(path, error) {
    if (error.code === 'EEXIST') {
        return new _errors_error_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('target-not-empty', `${path} is there already`, {
            hint: 'Name a new file, or add --overwrite.',
            context: { path },
        });
    }
    if (error.code === 'ENOSPC') {
        return new _errors_error_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('disk-full', `no room for ${path}`, {
            hint: 'Make room on that disk, or name a target on another one.',
            context: { path },
            cause: error,
        });
    }
    if (error.syscall !== 'open' && error.syscall !== 'rename')
        return error;
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('target-unwritable', `${path} cannot be written`, {
        hint: 'Name a file in a directory that this user may write.',
        context: { path },
        cause: error,
    });
}
/**
 * Writes a stream to a file (0600) that appears whole or not at all. Returns its bytes. Errors: `target-not-empty` where
 * the file is there and may not be replaced, `target-unwritable`, `disk-full`, and those of the stream.
 */
async function writeStreamToFile(source, path, options) {
    const partial = `${path}.holdfast-partial`;
    let reserved = false;
    try {
        if (!options.overwrite) {
            // Creating the name first keeps a file safe that somebody else makes meanwhile.
            await (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'wx', 0o600)).close();
            reserved = true;
        }
        const flags = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_TRUNC | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW;
        // The types know text flags only.
        const sink = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(partial, { flags: flags, mode: 0o600, flush: true });
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(source, sink, { signal: options.signal });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partial, path);
        return sink.bytesWritten;
    }
    catch (error) {
        source.destroy();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(partial, { force: true }).catch(() => undefined);
        if (reserved)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
        options.signal.throwIfAborted();
        throw explain(path, error);
    }
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
