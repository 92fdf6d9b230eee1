export const id = 9009;
export const ids = [9009];
export const modules = {

/***/ 82375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ verifyContents),
/* harmony export */   y: () => (/* binding */ readBackContents)
/* harmony export */ });
/* harmony import */ var _codec_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69317);
/* harmony import */ var _drill_proof_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(84688);
/* harmony import */ var _repository_identities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10216);
/* harmony import */ var _repository_open_chain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97094);
/* harmony import */ var _repository_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28385);
/* harmony import */ var _repository_source_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4161);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52828);
/* harmony import */ var _record_reading_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62477);








async function checkHash(link, name, expected) {
    const sha256 = (0,_codec_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .createSha256 */ .Yg)();
    for await (const chunk of link.open(name))
        sha256.update(chunk);
    const found = sha256.hex();
    return {
        name: `stream ${name} of ${link.id}`,
        result: found === expected ? 'passed' : 'failed',
        expected,
        found,
    };
}
/** Decrypts and unpacks every stream of a chain and compares it with the hashes that were taken when it was read. */
async function checkContents(source, context, chain) {
    const checks = [];
    for (const link of chain) {
        for (const { name, sha256 } of link.streams) {
            if (sha256 !== undefined)
                checks.push(await checkHash(link, name, sha256));
        }
    }
    return [...checks, ...((await source.contents?.(context, chain)) ?? [])];
}
/** The whole chain of a backup, read and compared, nothing restored. */
async function verifyContents(context, found) {
    const { entry, destination } = found;
    const base = { job: entry.job, id: entry.id, destination: destination.name, depth: 'contents' };
    let fetchedBytes = () => 0;
    try {
        const opened = await (0,_repository_open_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .openChain */ .y)(context, found, await (0,_repository_identities_js__WEBPACK_IMPORTED_MODULE_1__/* .openersFor */ .eD)(context, found.chain));
        fetchedBytes = opened.fetchedBytes;
        const warnings = [];
        const checks = await checkContents((0,_repository_source_context_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceOf */ .v)(context, entry.job, entry.source.type), (0,_repository_source_context_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceContextOf */ .k)(context, entry.job, warnings), (0,_repository_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .progressOver */ .A)(context, entry.job, 'verify', opened.links));
        return {
            ...base,
            result: (0,_drill_proof_js__WEBPACK_IMPORTED_MODULE_7__/* .verdict */ .W)(checks),
            evidence: entry.evidence,
            checks,
            fetchedBytes: fetchedBytes(),
            damaged: [],
        };
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        return { ...base, ...(0,_damage_js__WEBPACK_IMPORTED_MODULE_5__/* .damageOf */ .t)(thrown, 'contents'), fetchedBytes: fetchedBytes() };
    }
}
/** `verify --depth contents`: {@link verifyContents}, and a log of what was read back. */
async function readBackContents(context, found) {
    const startedAt = context.clock.now();
    const result = await verifyContents(context, found);
    const whole = result.result === 'passed';
    const backups = found.chain.map((entry) => ({
        entry,
        whole,
        bytes: entry === found.entry ? result.fetchedBytes : 0,
    }));
    const looked = { depth: 'contents', startedAt, backups };
    await (0,_record_reading_js__WEBPACK_IMPORTED_MODULE_6__/* .recordReading */ .C)(context, found.destination, found.entry.job, looked, [result]);
    return result;
}


/***/ }),

/***/ 25467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ drillBackup)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/drill/proof.js
var drill_proof = __webpack_require__(84688);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/process/private-directory.js
var private_directory = __webpack_require__(57015);
;// CONCATENATED MODULE: ./build/drill/scratch.js



/** Room for directory entries and rounding to blocks. */
const slack = 1.05;
/**
 * An empty directory of mode 0700 below `parent` on a disk with room for `bytes`; removed with all that is in it when
 * disposed. Errors: `scratch-too-small`, `target-unwritable`.
 */
async function openScratch(parent, bytes) {
    try {
        await (0,promises_.mkdir)(parent, { recursive: true });
        const { bavail, bsize } = await (0,promises_.statfs)(parent);
        const free = bavail * bsize;
        if (free < bytes * slack) {
            throw new error/* HoldfastError */.E('scratch-too-small', `a drill needs ${Math.ceil(bytes * slack)} bytes in ${parent}, ${free} are free`, {
                hint: 'Set scratch-dir in the job, or --scratch, to a directory on a larger disk.',
                context: { path: parent, needed: Math.ceil(bytes * slack), free },
            });
        }
        const path = await (0,private_directory/* makePrivateDirectory */.D)(parent, 'holdfast-drill');
        return { path, remove: () => (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 }) };
    }
    catch (cause) {
        if (cause instanceof error/* HoldfastError */.E)
            throw cause;
        throw new error/* HoldfastError */.E('target-unwritable', `cannot make a scratch directory in ${parent}`, {
            hint: 'Set scratch-dir in the job, or --scratch, to a directory that this user may write.',
            context: { path: parent },
            cause,
        });
    }
}

// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/repository/deadline.js
var deadline = __webpack_require__(23390);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/process/run-tool.js
var run_tool = __webpack_require__(80482);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/verify/checks.js





function judged(name, { min, max, equals }, found) {
    const number = Number(found);
    const wanted = [
        ...(min === undefined ? [] : [{ text: `at least ${min}`, holds: number >= min }]),
        ...(max === undefined ? [] : [{ text: `at most ${max}`, holds: number <= max }]),
        ...(equals === undefined ? [] : [{ text: String(equals), holds: found === String(equals) }]),
    ];
    const passed = wanted.every(({ holds }) => holds);
    return {
        name,
        result: passed ? 'passed' : 'failed',
        expected: wanted.map(({ text }) => text).join(', '),
        found,
    };
}
/** `file`: it is there, and its size in bytes is within the bounds. */
async function checkFile(name, check, file, directory) {
    const path = (0,external_node_path_.normalize)(file);
    if (path.startsWith('..') || path.startsWith('/')) {
        throw new error/* HoldfastError */.E('config-invalid', `the check ${name} names ${file}, which is outside of the copy`, {
            hint: 'Write file: as a path relative to the root of the source.',
        });
    }
    const found = await (0,promises_.stat)((0,external_node_path_.join)(directory, path)).catch(() => undefined);
    if (found === undefined)
        return { name, result: 'failed', expected: 'a file', found: 'nothing' };
    return judged(name, check, String(found.size));
}
/** `run`: exits 0 in the copy, and what it prints is within the bounds. */
async function checkRun(name, check, [command = '', ...args], { directory, environment, signal }) {
    try {
        const { stdout } = await (0,run_tool/* runTool */.q)({ command, args, environment, cwd: directory, signal });
        return judged(name, check, stdout.toString().trim().slice(0, 200));
    }
    catch (thrown) {
        signal.throwIfAborted();
        const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
        if (error.code !== 'tool-failed')
            throw error;
        return { name, result: 'failed', expected: 'exit 0', found: error.message };
    }
}
/** `sql`: the database answers, and its answer is within the bounds. */
async function checkSql(name, check, sql, query) {
    try {
        return judged(name, check, await query(sql));
    }
    catch (thrown) {
        const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
        if (error.code !== 'check-query-failed')
            throw error;
        return { name, result: 'failed', expected: 'an answer', found: error.message };
    }
}
/** What a check is called in results and proofs. */
const checkName = ({ name, file, run, sql }) => name ?? file ?? run?.join(' ') ?? sql ?? 'check';
/** The `verify.checks` of a job against a restored copy. Errors: `usage` for SQL where there is no database. */
async function runChecks(checks, surroundings) {
    const results = [];
    for (const check of checks) {
        const { sql, file, run } = check;
        const name = checkName(check);
        if (file !== undefined)
            results.push(await checkFile(name, check, file, surroundings.directory));
        else if (run !== undefined)
            results.push(await checkRun(name, check, run, surroundings));
        else if (sql !== undefined && surroundings.query !== undefined) {
            results.push(await checkSql(name, check, sql, surroundings.query));
        }
        else {
            throw new error/* HoldfastError */.E('usage', `the check ${name} asks a database, and this source has none`, {
                hint: 'Use file: or run: in verify.checks of this job.',
            });
        }
    }
    return results;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
;// CONCATENATED MODULE: ./build/drill/measured.js
/** The middle value; of an even number the mean of the two in the middle. */
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length / 2;
    const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
    return (low + high) / 2;
}

;// CONCATENATED MODULE: ./build/drill/table-drift.js

/** A table that lost more than this fraction of its usual rows, and more than these rows, is an anomaly. */
const lossLimit = 0.5;
const rowFloor = 100;
const named = (database, table) => `${database}: ${table}`;
/** The tables of each database, by database. */
function shapesOf(history, database) {
    return history.flatMap(({ databases = [] }) => databases.filter((shape) => shape.database === database));
}
function setDrift(previous, { database, tables }) {
    const [was, is] = [previous.tables, tables].map((list) => new Set(list.map(({ name }) => name)));
    const gone = [...(was ?? [])].filter((name) => !is?.has(name));
    const added = [...(is ?? [])].filter((name) => !was?.has(name));
    const finding = (severity, names, what) => names.length === 0
        ? []
        : [
            {
                severity,
                code: 'drift-tables',
                message: `${names.length === 1 ? 'a table' : `${names.length} tables`} of ${database} ${what} since the backup before: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`,
                names: names.map((name) => named(database, name)),
            },
        ];
    return [...finding('warning', gone, 'went'), ...finding('info', added, 'came')];
}
function rowDrift(shapes, { database, tables }) {
    return tables.flatMap(({ name, rows }) => {
        const counts = shapes.flatMap((shape) => shape.tables.filter((table) => table.name === name));
        if (counts.length === 0)
            return [];
        const usual = median(counts.map((table) => table.rows));
        if (usual - rows <= rowFloor || rows >= usual * (1 - lossLimit))
            return [];
        return [
            {
                severity: 'warning',
                code: 'drift-rows',
                message: `${named(database, name)} has ${rows} rows, the median of the last ${counts.length} is ${Math.round(usual)}`,
                hint: 'Look whether the rows were deleted on purpose; the earlier backups still have them.',
            },
        ];
    });
}
function schemaDrift(previous, { database, structure }) {
    if (structure === undefined || previous.structure === undefined || structure === previous.structure)
        return [];
    const message = `the schema of ${database} is another than in the backup before`;
    return [{ severity: 'info', code: 'drift-schema', message }];
}
/** What is odd about the databases of a backup beside those of earlier ones, oldest first. Pure. */
function tableDrift(history, databases) {
    return databases.flatMap((shape) => {
        const shapes = shapesOf(history, shape.database);
        const previous = shapes.at(-1);
        if (previous === undefined)
            return [];
        return [...setDrift(previous, shape), ...rowDrift(shapes, shape), ...schemaDrift(previous, shape)];
    });
}

;// CONCATENATED MODULE: ./build/drill/drift.js




/** Backups before this one that its figures are compared with. */
const drift_window = 7;
/** Of fewer the median says nothing. */
const fewest = 3;
/** Off the median by more than this fraction is an anomaly. */
const sizeLimit = 0.5;
/** Slower than this many medians, and by more than a minute, is one. */
const slowLimit = 3;
const slowFloor = 60;
const percent = (fraction) => `${fraction > 0 ? '+' : '−'}${Math.round(Math.abs(fraction) * 100)} %`;
function sizeDrift(history, { storedBytes }) {
    const usual = median(history.map((each) => each.storedBytes));
    const change = usual === 0 ? 0 : (storedBytes - usual) / usual;
    if (Math.abs(change) <= sizeLimit)
        return [];
    return [
        {
            severity: 'warning',
            code: 'drift-size',
            message: `${(0,bytes/* formatBytes */.z3)(storedBytes)} stored, ${percent(change)} off the median of the last ${history.length} (${(0,bytes/* formatBytes */.z3)(Math.round(usual))})`,
            hint: 'Look whether the source really grew or shrank that much.',
        },
    ];
}
function durationDrift(history, { seconds }) {
    const usual = median(history.map((each) => each.seconds));
    if (seconds <= usual * slowLimit || seconds - usual <= slowFloor)
        return [];
    return [
        {
            severity: 'warning',
            code: 'drift-duration',
            message: `the backup took ${(0,duration/* formatDuration */.a3)(seconds * 1000)}, the median of the last ${history.length} is ${(0,duration/* formatDuration */.a3)(usual * 1000)}`,
            hint: 'Look what slowed the source or the store down before it takes longer than its interval.',
        },
    ];
}
/**
 * What is odd about a backup beside those of the same level before it, oldest first: stored size and duration against
 * the rolling median, tables that came and went, rows, and the schema. Each with its figures. Pure.
 */
function driftOf(before, current) {
    const history = before.slice(-drift_window);
    const figures = history.length >= fewest;
    return [
        ...(figures ? [...sizeDrift(history, current), ...durationDrift(history, current)] : []),
        ...tableDrift(history, current.databases ?? []),
    ];
}

// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(10216);
// EXTERNAL MODULE: ./build/commands/repository/open-chain.js
var open_chain = __webpack_require__(97094);
;// CONCATENATED MODULE: ./build/commands/verify/drift.js




/** What of any source's fingerprint can be compared over time; other kinds of fingerprint have nothing of it. */
const shapes = schemas/* object */.Ikc({
    databases: schemas/* array */.YOg(schemas/* object */.Ikc({
        database: schemas/* string */.YjP(),
        tables: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), rows: schemas/* number */.aig() })),
        structure: schemas/* string */.YjP().optional(),
    })),
});
function shapesIn(fingerprint) {
    return shapes.safeParse(fingerprint).data?.databases;
}
const measured = ({ id, stats }, databases) => ({
    id,
    storedBytes: stats.storedBytes,
    seconds: stats.seconds,
    databases,
});
/** The backups of the same level before this one, oldest first, no more than are compared. */
function earlier({ entry, entries }) {
    return entries
        .filter(({ level, createdAt, complete, trusted }) => {
        return level === entry.level && complete && trusted && createdAt < entry.createdAt;
    })
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
        .slice(-drift_window);
}
/** The fingerprint of an earlier backup; nothing where it cannot be opened any more: then it is not compared. */
async function drift_shapesOf(context, found, entry) {
    try {
        const alone = { ...found, entry, chain: [entry] };
        const { links } = await (0,open_chain/* openChain */.y)(context, alone, await (0,identities/* openersFor */.eD)(context, alone.chain));
        return shapesIn(links[0]?.fingerprint);
    }
    catch {
        context.signal.throwIfAborted();
        return undefined;
    }
}
/**
 * What is odd about a backup beside those before it. Row counts are in the encrypted part of a backup, so that a drill,
 * which has the identity, is where they can be compared; their metas are read only where this backup has tables.
 */
async function findDrift(context, found, last) {
    const current = shapesIn(last?.fingerprint);
    const history = [];
    for (const entry of earlier(found)) {
        history.push(measured(entry, current && (await drift_shapesOf(context, found, entry))));
    }
    return driftOf(history, measured(found.entry, current));
}

// EXTERNAL MODULE: ./build/commands/verify/freshness.js
var freshness = __webpack_require__(51062);
// EXTERNAL MODULE: ./build/commands/repository/source-context.js
var source_context = __webpack_require__(4161);
;// CONCATENATED MODULE: ./build/commands/verify/keep.js



/** Errors: `usage` for backups whose copies go with their drill. */
function requireKeepable(context, { entry }) {
    const { copies } = (0,source_context/* sourceOf */.v)(context, entry.job, entry.source.type);
    if (copies?.canStay(entry.source) === true)
        return;
    const why = copies
        ? `backup ${entry.id} is a copy of a whole server, with all that it knows`
        : `it is no database`;
    throw new error/* HoldfastError */.E('usage', `a copy of ${entry.job} cannot stay: ${why}`, {
        hint: 'Leave keep out, or name a job that dumps a database: type postgres with method dump, mysql with method logical.',
        context: { job: entry.job, id: entry.id },
    });
}
/**
 * Masks a copy, looks what it holds and hands it over. Whatever fails removes it: nothing unmasked stays. Errors:
 * `mask-failed`, those of the connection and of whom it is handed to.
 */
async function handOver(context, { entry }, copy, { mask, ready }) {
    const { job, id, source, createdAt } = entry;
    const { url, container } = copy;
    if (mask !== undefined) {
        (0,commands_context/* step */.P)(context, `masking the copy of ${id}`);
        await copy.run(mask);
    }
    const { copies } = (0,source_context/* sourceOf */.v)(context, job, source.type);
    const contents = (await copies?.contents((0,source_context/* sourceContextOf */.k)(context, job, []), url)) ?? { tables: [] };
    context.signal.throwIfAborted();
    await ready({
        job,
        id,
        source: source.type,
        url,
        container,
        createdAt: createdAt.toISOString(),
        readyAt: context.clock.now().toISOString(),
        contents,
    });
    return { url, container };
}

// EXTERNAL MODULE: ./build/catalog/envelope.js
var envelope = __webpack_require__(78198);
// EXTERNAL MODULE: ./build/catalog/proofs.js + 2 modules
var proofs = __webpack_require__(89715);
// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(47167);
// EXTERNAL MODULE: ./build/catalog/signing-key.js
var signing_key = __webpack_require__(86309);
;// CONCATENATED MODULE: ./build/commands/verify/record-drill.js






/** A proof that nobody believes is only a report: said before anyone counts on it. */
function unbelieved(signedBy, trust) {
    if ((0,envelope/* isTrusted */.W2)(signedBy, trust))
        return undefined;
    return {
        severity: 'warning',
        code: 'proof-untrusted',
        message: signedBy
            ? 'the key that signed this drill is not in signing.trust: it is a report, not a proof'
            : 'this drill is not signed, and signing.trust is set: it is a report, not a proof',
        hint: 'Give the runner that drills the drill signing key (signing.key), and list its public half in signing.trust.',
    };
}
/**
 * Leaves a log of a drill that came to nothing, such as one that took too long: what is due next goes by who tried. A
 * log that cannot be written is no second failure.
 */
async function recordAttempt({ clock, signal }, store, { job, id }, startedAt, thrown) {
    if (signal.aborted)
        return;
    const { code, message } = (0,outcome/* asHoldfastError */.Cs)(thrown);
    const log = { format: 1, command: 'drill', job, id, status: 'failed', error: { code, message } };
    const times = { startedAt: startedAt.toISOString(), finishedAt: clock.now().toISOString() };
    await (0,runlog/* writeDrillLog */.Vw)(store, { ...log, ...times }, signal).catch(() => undefined);
}
/** Writes the proof of a drill, signed where a key is configured, and the line of the log. Returns the proof's key. */
async function recordDrill(context, store, proof) {
    const { config, signal } = context;
    const { job, id, result, startedAt, finishedAt } = proof;
    const { key, trust } = config.signing();
    const signer = key && (0,signing_key/* parseSigningKey */.UG)(key);
    const warning = unbelieved(signer?.keyid, trust);
    if (warning)
        (0,commands_context/* tell */.q)(context, warning, job);
    const written = await (0,proofs/* writeProof */.E4)(store, proof, { signer, signal });
    const status = result === 'passed' ? 'success' : 'unverified';
    const log = { format: 1, command: 'drill', job, id, status, startedAt, finishedAt };
    await (0,runlog/* writeDrillLog */.Vw)(store, { ...log, proof: written, result }, signal);
    return written;
}

// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/commands/repository/progress.js
var progress = __webpack_require__(28385);
// EXTERNAL MODULE: ./build/commands/verify/damage.js
var damage = __webpack_require__(52828);
;// CONCATENATED MODULE: ./build/commands/verify/server.js
/** `verify.server` of a job as sources understand it. */
function drillServerOf(server) {
    if (typeof server === 'string')
        return { type: server };
    return 'image' in server ? { type: 'image', image: server.image } : { type: 'url', url: server.url };
}

;// CONCATENATED MODULE: ./build/commands/verify/run-drill.js








/** A cleanup may delete a backup while it is drilled: then the drill says nothing. */
async function isStillThere(found) {
    for (const { key } of found.chain) {
        if (!(await (0,object_io/* findObject */.Z)(found.destination.store, key)))
            return false;
    }
    return true;
}
/**
 * Has the source bring up a copy and check it, a person's own checks included. What the store gave wrong is a finding
 * about the backup; every other error is thrown on.
 */
async function runDrill(context, found, scratch, { server: wanted, keeper, }) {
    const { entry, chain } = found;
    const { config, signal, clock } = context;
    const verify = config.jobNames.includes(entry.job) ? config.job(entry.job).verify : undefined;
    const started = clock.monotonic();
    let inspected = false;
    let restored;
    const warnings = [];
    let fetched = () => 0;
    try {
        const opened = await (0,open_chain/* openChain */.y)(context, found, await (0,identities/* openersFor */.eD)(context, chain));
        fetched = opened.fetchedBytes;
        const last = opened.links.at(-1);
        const sourceContext = (0,source_context/* sourceContextOf */.k)(context, entry.job, warnings);
        const inspect = ({ directory, query, environment }) => {
            inspected = true;
            return runChecks(verify?.checks ?? [], {
                directory,
                environment: { ...sourceContext.environment, ...environment },
                signal,
                ...(query && { query }),
            });
        };
        const onRestored = () => {
            restored = (clock.monotonic() - started) / 1000;
        };
        const server = wanted ?? (verify?.server && drillServerOf(verify.server));
        const source = (0,source_context/* sourceOf */.v)(context, entry.job, entry.source.type);
        const drilled = await source.drill(sourceContext, (0,progress/* progressOver */.A)(context, entry.job, 'drill', opened.links), { scratch, inspect, onRestored, ...(server && { server }), ...(keeper && { keeper }) });
        // Without a server there is nothing that a person's checks could look at.
        const own = inspected || source.drillsOnServer ? [] : await inspect({ directory: scratch });
        const result = { ...drilled, checks: [...drilled.checks, ...own] };
        return { result, damaged: [], fetchedBytes: fetched(), restoreSeconds: restored, last };
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        if (!(await isStillThere(found)))
            throw thrown;
        const { checks, damaged } = (0,damage/* damageOf */.t)(thrown, 'restore');
        return { result: { checks, evidence: entry.evidence, bytes: 0 }, damaged, fetchedBytes: fetched() };
    }
}

;// CONCATENATED MODULE: ./build/commands/verify/drill.js











/** Whether the newest drill of the job that came to a verdict had failed before this one. */
function failedBefore({ entries }) {
    const verdicts = entries.flatMap(({ lastVerdict }) => lastVerdict ?? []);
    const newest = verdicts.reduce((best, each) => (best === undefined || each.finishedAt > best.finishedAt ? each : best), undefined);
    return newest?.result === 'failed';
}
/**
 * Restores a chain into a throwaway place, compares it with what the backup says of itself, and leaves a proof, signed
 * where a signing key is configured; a failed drill leaves one too. Errors are those that say nothing of the backup.
 */
async function drillBackup(context, found, options) {
    const { entry, chain, destination } = found;
    const { keep } = options;
    if (keep)
        requireKeepable(context, found);
    let copy;
    const take = (taken) => {
        copy = taken;
    };
    const { config, clock, signal, identity } = context;
    const job = config.jobNames.includes(entry.job) ? config.job(entry.job) : undefined;
    const own = (job?.verify?.checks ?? []).map(checkName);
    const limit = (0,deadline/* deadline */.n)(context, `the drill of ${entry.job}`, job?.verify?.budget);
    const bounded = { ...context, signal: AbortSignal.any([signal, limit.signal]) };
    const needed = chain.reduce((sum, { stats }) => sum + stats.sourceBytes, 0);
    const scratch = await openScratch(options.scratch ?? job?.scratchDir ?? (0,external_node_os_.tmpdir)(), needed);
    const startedAt = clock.now();
    const started = clock.monotonic();
    context.reporter.on({
        type: 'job-started',
        job: entry.job,
        command: 'drill',
        id: entry.id,
        level: entry.level,
    });
    try {
        const drilled = await runDrill(bounded, found, scratch.path, {
            server: options.server,
            ...(keep && { keeper: { ...keep, take } }),
        });
        const { damaged, fetchedBytes, restoreSeconds, last } = drilled;
        const fresh = job && options.wholeJob ? (0,freshness/* checkFreshness */.I)(job, found.entries, startedAt) : [];
        // A drill that checked nothing has failed, however fresh its backup is.
        const checks = drilled.result.checks.length === 0 ? [] : [...drilled.result.checks, ...fresh];
        const result = { ...drilled.result, checks };
        const rtoSeconds = (clock.monotonic() - started) / 1000;
        const proof = (0,drill_proof/* proofOf */.o)({
            repository: destination.repository.repository,
            job: entry.job,
            id: entry.id,
            chain,
            destination: destination.name,
            backup: { source: entry.source.type, createdAt: entry.createdAt, level: entry.level },
            restoreSeconds,
            startedAt,
            finishedAt: clock.now(),
            rtoSeconds,
            fetchedBytes,
            host: identity.host,
            version: identity.version,
            ...(identity.run && { run: identity.run }),
        }, result);
        const proofKey = await recordDrill(context, destination.store, proof);
        // Other backups are read for it: no part of how long this one took, nor of its verdict.
        const drift = last ? await findDrift(context, found, last) : [];
        for (const finding of drift)
            (0,commands_context/* tell */.q)(context, finding, entry.job);
        context.reporter.on({
            type: 'job-finished',
            job: entry.job,
            command: 'drill',
            status: proof.result,
            seconds: rtoSeconds,
        });
        const given = keep && copy && proof.result === 'passed' ? await handOver(context, found, copy, keep) : undefined;
        if (given)
            copy = undefined;
        return {
            job: entry.job,
            id: entry.id,
            destination: destination.name,
            depth: 'restore',
            result: proof.result,
            evidence: proof.evidence,
            checks: proof.checks,
            ...(own.length > 0 && { ownChecks: own }),
            proof: proofKey,
            rtoSeconds,
            restoredBytes: result.bytes,
            fetchedBytes,
            damaged,
            ...(proof.result === 'passed' && failedBefore(found) && { recovered: true }),
            ...(given && { copy: given }),
            ...(drift.length > 0 && { anomalies: drift }),
        };
    }
    catch (thrown) {
        await recordAttempt(context, destination.store, entry, startedAt, thrown);
        throw thrown;
    }
    finally {
        limit.clear();
        await copy?.remove();
        await scratch.remove();
    }
}


/***/ }),

/***/ 84688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ verdict),
/* harmony export */   o: () => (/* binding */ proofOf)
/* harmony export */ });
/** The verdict of all checks: failed when one failed or there was none, inconclusive when one could not tell. */
function verdict(checks) {
    if (checks.length === 0 || checks.some(({ result }) => result === 'failed'))
        return 'failed';
    return checks.some(({ result }) => result === 'inconclusive') ? 'inconclusive' : 'passed';
}
/** The proof of a drill, ready to be signed. */
function proofOf(facts, result) {
    return {
        format: 1,
        repository: facts.repository,
        job: facts.job,
        id: facts.id,
        chain: facts.chain.map(({ id, manifestSha256 }) => ({ id, manifest: `sha256:${manifestSha256}` })),
        destination: facts.destination,
        result: verdict(result.checks),
        depth: 'restore',
        evidence: result.evidence,
        checks: result.checks,
        startedAt: facts.startedAt.toISOString(),
        finishedAt: facts.finishedAt.toISOString(),
        rtoSeconds: facts.rtoSeconds,
        restoredBytes: result.bytes,
        fetchedBytes: facts.fetchedBytes,
        backup: {
            source: facts.backup.source,
            createdAt: facts.backup.createdAt.toISOString(),
            ageSeconds: (facts.startedAt.getTime() - facts.backup.createdAt.getTime()) / 1000,
            level: facts.backup.level,
        },
        ...(result.files !== undefined && { files: result.files }),
        ...(result.tables !== undefined && { tables: result.tables }),
        ...(facts.restoreSeconds !== undefined && { restoreSeconds: facts.restoreSeconds }),
        ...(result.versions && { versions: result.versions }),
        host: facts.host,
        tool: { name: 'holdfast', version: facts.version },
        ...(facts.run && { run: facts.run }),
    };
}


/***/ })

};
