export const id = 6290;
export const ids = [6290];
export const modules = {

/***/ 91299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ stanzaTypes)
/* harmony export */ });
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72328);

/**
 * The types of the stanzas in the header of a binary age file (https://c2sp.org/age): `X25519`, `scrypt`, …, one for
 * each recipient, in order. Stanzas that other tools add as grease are left out. Empty for what is no age file.
 */
function stanzaTypes(file) {
    let length;
    try {
        length = (0,_header_js__WEBPACK_IMPORTED_MODULE_0__/* .headerLength */ .g)(file);
    }
    catch {
        return [];
    }
    const header = Buffer.from(file.subarray(0, length ?? 0)).toString('latin1');
    return header
        .split('\n')
        .flatMap((line) => /^-> (\S+)/.exec(line)?.[1] ?? [])
        .filter((type) => !type.endsWith('-grease'));
}


/***/ }),

/***/ 56290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drill: () => (/* binding */ drill),
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/find.js
var find = __webpack_require__(70365);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/codec/hash.js
var hash = __webpack_require__(69317);
;// CONCATENATED MODULE: ./build/drill/proof.js
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
        host: facts.host,
        tool: { name: 'holdfast', version: facts.version },
        ...(facts.run && { run: facts.run }),
    };
}

// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(10216);
// EXTERNAL MODULE: ./build/commands/repository/open-chain.js
var open_chain = __webpack_require__(97094);
// EXTERNAL MODULE: ./build/commands/repository/progress.js
var progress = __webpack_require__(28385);
// EXTERNAL MODULE: ./build/commands/repository/source-context.js
var source_context = __webpack_require__(4161);
// EXTERNAL MODULE: ./build/commands/verify/damage.js
var damage = __webpack_require__(52828);
;// CONCATENATED MODULE: ./build/commands/verify/contents.js







async function checkHash(link, name, expected) {
    const sha256 = (0,hash/* createSha256 */.Yg)();
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
/** `verify --depth contents`: the whole chain of a backup, read and compared, nothing written. */
async function verifyContents(context, found) {
    const { entry, destination } = found;
    const base = { job: entry.job, id: entry.id, destination: destination.name, depth: 'contents' };
    let fetchedBytes = () => 0;
    try {
        const opened = await (0,open_chain/* openChain */.y)(context, found, await (0,identities/* openersFor */.eD)(context, found.chain));
        fetchedBytes = opened.fetchedBytes;
        const warnings = [];
        const checks = await checkContents((0,source_context/* sourceOf */.v)(context, entry.job, entry.source.type), (0,source_context/* sourceContextOf */.k)(context, entry.job, warnings), (0,progress/* progressOver */.A)(context, entry.job, 'verify', opened.links));
        return {
            ...base,
            result: verdict(checks),
            evidence: entry.evidence,
            checks,
            fetchedBytes: fetchedBytes(),
            damaged: [],
        };
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        return { ...base, ...(0,damage/* damageOf */.t)(thrown, 'contents'), fetchedBytes: fetchedBytes() };
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/proofs.js + 1 modules
var proofs = __webpack_require__(10913);
// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(47167);
// EXTERNAL MODULE: ./build/catalog/signing-key.js
var signing_key = __webpack_require__(86309);
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

// EXTERNAL MODULE: ./build/commands/repository/deadline.js
var deadline = __webpack_require__(23390);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/process/run-tool.js
var run_tool = __webpack_require__(80482);
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
/** The `verify.checks` of a job against a restored copy. Errors: `usage` for SQL where there is no database. */
async function runChecks(checks, surroundings) {
    const results = [];
    for (const check of checks) {
        const { sql, file, run } = check;
        const name = check.name ?? file ?? run?.join(' ') ?? sql ?? 'check';
        if (file !== undefined)
            results.push(await checkFile(name, check, file, surroundings.directory));
        else if (run !== undefined)
            results.push(await checkRun(name, check, run, surroundings));
        else {
            throw new error/* HoldfastError */.E('usage', `the check ${name} asks a database, and this source has none`, {
                hint: 'Use file: or run: in verify.checks of this job.',
            });
        }
    }
    return results;
}

;// CONCATENATED MODULE: ./build/commands/verify/drill.js














/** A cleanup may delete a backup while it is drilled: then the drill says nothing. */
async function isStillThere(found) {
    for (const { key } of found.chain) {
        if (!(await (0,object_io/* findObject */.Z)(found.destination.store, key)))
            return false;
    }
    return true;
}
async function runDrill(context, found, scratch) {
    const { entry, chain } = found;
    const { config, signal } = context;
    const checks = config.jobNames.includes(entry.job) ? (config.job(entry.job).verify?.checks ?? []) : [];
    let inspected = false;
    const warnings = [];
    let fetched = () => 0;
    try {
        const opened = await (0,open_chain/* openChain */.y)(context, found, await (0,identities/* openersFor */.eD)(context, chain));
        fetched = opened.fetchedBytes;
        const sourceContext = (0,source_context/* sourceContextOf */.k)(context, entry.job, warnings);
        const inspect = (directory) => {
            inspected = true;
            return runChecks(checks, { directory, environment: sourceContext.environment, signal });
        };
        const drilled = await (0,source_context/* sourceOf */.v)(context, entry.job, entry.source.type).drill(sourceContext, (0,progress/* progressOver */.A)(context, entry.job, 'drill', opened.links), { scratch, inspect });
        const own = inspected ? [] : await inspect(scratch);
        const result = { ...drilled, checks: [...drilled.checks, ...own] };
        return { result, damaged: [], fetchedBytes: fetched() };
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        if (!(await isStillThere(found)))
            throw thrown;
        const { checks, damaged } = (0,damage/* damageOf */.t)(thrown, 'restore');
        return { result: { checks, evidence: entry.evidence, bytes: 0 }, damaged, fetchedBytes: fetched() };
    }
}
/**
 * Restores a chain into a throwaway place, compares it with what the backup says of itself, and leaves a proof, signed
 * where a signing key is configured; a failed drill leaves one too. Errors are those that say nothing of the backup.
 */
async function drillBackup(context, found, scratchOption) {
    const { entry, chain, destination } = found;
    const { config, clock, signal, identity } = context;
    const job = config.jobNames.includes(entry.job) ? config.job(entry.job) : undefined;
    const limit = (0,deadline/* deadline */.n)(context, `the drill of ${entry.job}`, job?.verify?.budget);
    const bounded = { ...context, signal: AbortSignal.any([signal, limit.signal]) };
    const needed = chain.reduce((sum, { stats }) => sum + stats.sourceBytes, 0);
    const scratch = await openScratch(scratchOption ?? job?.scratchDir ?? (0,external_node_os_.tmpdir)(), needed);
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
        const { result, damaged, fetchedBytes } = await runDrill(bounded, found, scratch.path);
        const rtoSeconds = (clock.monotonic() - started) / 1000;
        const proof = proofOf({
            repository: destination.repository.repository,
            job: entry.job,
            id: entry.id,
            chain,
            destination: destination.name,
            startedAt,
            finishedAt: clock.now(),
            rtoSeconds,
            fetchedBytes,
            host: identity.host,
            version: identity.version,
            ...(identity.run && { run: identity.run }),
        }, result);
        const { key } = config.signing();
        const proofKey = await (0,proofs/* writeProof */.E4)(destination.store, proof, {
            signer: key && (0,signing_key/* parseSigningKey */.UG)(key),
            signal,
        });
        const status = proof.result === 'passed' ? 'success' : 'unverified';
        const { startedAt: began, finishedAt } = proof;
        const log = {
            format: 1,
            command: 'drill',
            job: entry.job,
            id: entry.id,
            status,
            startedAt: began,
            finishedAt,
        };
        await (0,runlog/* writeDrillLog */.Vw)(destination.store, { ...log, proof: proofKey, result: proof.result }, signal);
        context.reporter.on({
            type: 'job-finished',
            job: entry.job,
            command: 'drill',
            status: proof.result,
            seconds: rtoSeconds,
        });
        return {
            job: entry.job,
            id: entry.id,
            destination: destination.name,
            depth: 'restore',
            result: proof.result,
            evidence: proof.evidence,
            checks: proof.checks,
            proof: proofKey,
            rtoSeconds,
            restoredBytes: result.bytes,
            fetchedBytes,
            damaged,
        };
    }
    finally {
        limit.clear();
        await scratch.remove();
    }
}

// EXTERNAL MODULE: ./build/commands/verify/failure.js
var failure = __webpack_require__(93495);
// EXTERNAL MODULE: ./build/commands/verify/stored.js + 4 modules
var stored = __webpack_require__(44027);
;// CONCATENATED MODULE: ./build/commands/verify.js







/** The backup that a drill without an id takes: the newest that nobody has proven, else the newest. */
function findUnproven(context, what, at, mode) {
    return (0,find/* findBackup */.S)(context, what, { prefer: ({ proven }) => !proven, mode, ...(at && { at }) });
}
async function verifyOne(context, what, depth, options, findings) {
    if (depth === 'exists' || depth === 'checksum')
        return (0,stored/* verifyStored */.V)(context, what, depth, options, findings);
    const result = depth === 'contents'
        ? await verifyContents(context, await (0,find/* findBackup */.S)(context, what, { ...(options.at && { at: options.at }) }))
        : await drillBackup(context, await findUnproven(context, what, options.at, 'write'), options.scratch);
    findings.results.push(result);
}
/** `holdfast verify [what…]`: jobs or ids; exits 5 when a backup is not what it should be. */
async function verify(context, what, options) {
    const findings = { results: [], errors: [], warnings: [] };
    const subjects = what.length === 0 ? await (0,repository_select/* knownJobs */.y)(context) : what;
    for (const subject of subjects) {
        try {
            await verifyOne(context, subject, options.depth ?? 'checksum', options, findings);
        }
        catch (error) {
            findings.errors.push((0,outcome/* asHoldfastError */.Cs)(error));
            if (context.signal.aborted)
                break;
        }
    }
    const { results } = findings;
    const errors = [
        ...findings.errors,
        ...results.filter(({ result }) => result === 'failed').map(failure/* verificationFailure */.a),
    ];
    return { results, warnings: findings.warnings, errors, exitCode: (0,outcome/* exitOf */.sX)(errors, results.length) };
}
/** `holdfast drill [what…]`. */
function drill(context, what, options) {
    return verify(context, what, { ...options, depth: 'restore' });
}


/***/ }),

/***/ 93495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ verificationFailure)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/** The error that a backup which is not good comes to. */
function verificationFailure({ job, id, destination, damaged, checks }) {
    const what = damaged.length > 0
        ? `${damaged.length === 1 ? damaged[0] : `${damaged.length} objects`} damaged or missing`
        : `${checks.find(({ result }) => result === 'failed')?.name ?? 'it'} failed`;
    const onlyKeys = checks.every(({ name, result }) => result !== 'failed' || name === 'keys');
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('verification-failed', `backup ${id} of ${job} at ${destination} is not good: ${what}`, {
        hint: onlyKeys && damaged.length === 0
            ? 'Nothing else is wrong with it. Give the identity or passphrase that it was made for; with it `holdfast rekey` lets the configured ones open it too.'
            : 'Make a new full backup now with `holdfast backup --level 0`; restore from another destination or an earlier backup.',
        context: { job, id, destination, damaged },
    });
}


/***/ }),

/***/ 44027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ verifyObjects),
  V: () => (/* binding */ verifyStored)
});

// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/catalog/read-manifest.js
var read_manifest = __webpack_require__(83502);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 6 modules
var entries = __webpack_require__(31533);
// EXTERNAL MODULE: ./build/commands/repository/find.js
var find = __webpack_require__(70365);
// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(10216);
// EXTERNAL MODULE: ./build/commands/repository/shredded.js
var shredded = __webpack_require__(83557);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/catalog/keys.js + 1 modules
var keys = __webpack_require__(47740);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/volumes-list.js
var volumes_list = __webpack_require__(71336);
;// CONCATENATED MODULE: ./build/commands/verify/objects.js






/** The part that was asked for; of `today` the one whose turn it is: each comes once in as many days as there are parts. */
function sampleOn({ part, of }, now) {
    return { of, part: part === 'today' ? (Math.floor(now.getTime() / day) % of) + 1 : part };
}
/** Goes by the key alone, so that every object is in one part, the same at every destination and for ever. */
function isInSample(key, { part, of }) {
    return of === 1 || Number.parseInt((0,external_node_crypto_.hash)('sha256', key, 'hex').slice(0, 12), 16) % of === part - 1;
}
const largestList = 1024 ** 3;
const atOnce = 4;
const day = 86_400_000;
/** All objects of one backup by its manifest; undefined with the key of what is damaged itself. */
async function objectsOf(context, store, entry, manifest) {
    const { signal } = context;
    const { volumes, meta, index, state } = manifest.objects;
    const side = [volumes, meta, index, state].filter((object) => object !== undefined);
    const singles = manifest.streams.flatMap(({ object }) => object ?? []);
    try {
        const list = await (0,object_io/* readObject */.Ag)(store, volumes.key, Math.min(volumes.bytes, largestList), signal);
        if ((0,object_io/* sha256Of */.Bj)(list) !== volumes.sha256)
            return { damaged: [volumes.key] };
        return { objects: [...side, ...singles, ...(0,volumes_list/* decodeVolumesList */.an)(list, (0,keys/* dataPrefix */.BW)(entry.job, entry.id))] };
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-not-found', 'object-damaged'))
            return { damaged: [volumes.key] };
        throw error;
    }
}
async function isWhole(context, store, object, onBytes) {
    const state = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    try {
        for await (const chunk of await store.get(object.key, { signal: context.signal })) {
            state.update(chunk);
            bytes += chunk.length;
            onBytes(chunk.length);
        }
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'store-not-found', 'object-damaged'))
            return false;
        throw error;
    }
    return bytes === object.bytes && state.digest('hex') === object.sha256;
}
async function listedSizes(store, entry) {
    const sizes = new Map();
    for await (const { key, bytes } of store.list(`${(0,keys/* dataPrefix */.BW)(entry.job, entry.id)}/`))
        sizes.set(key, bytes);
    return sizes;
}
async function isListed(store, sizes, { key, bytes }) {
    const listed = sizes.get(key) ?? (await store.stat(key))?.bytes;
    return listed === bytes;
}
/**
 * Looks at every object of one backup: with `exists` that it is listed with its size, with `checksum` that its stored
 * bytes have the SHA-256 that the manifest or the volumes list names. Needs no key.
 */
async function lookAtObjects(context, store, entry, manifest, depth, sample = { part: 1, of: 1 }) {
    const found = await objectsOf(context, store, entry, manifest);
    if ('damaged' in found)
        return { looked: 1, of: 1, fetchedBytes: 0, damaged: found.damaged };
    const chosen = found.objects.filter(({ key }) => isInSample(key, sample));
    const damaged = [];
    const total = chosen.reduce((sum, { bytes }) => sum + bytes, 0);
    const about = { type: 'progress', job: entry.job, stream: entry.id, phase: 'verify', total };
    let fetchedBytes = 0;
    const sizes = depth === 'exists' ? await listedSizes(store, entry) : new Map();
    await (0,bounded/* forEachBounded */.a)(chosen, atOnce, async (object) => {
        context.signal.throwIfAborted();
        const whole = depth === 'exists'
            ? await isListed(store, sizes, object)
            : await isWhole(context, store, object, (bytes) => {
                fetchedBytes += bytes;
                context.reporter.on({ ...about, bytes: fetchedBytes });
            });
        if (!whole)
            damaged.push(object.key);
    });
    if (depth === 'checksum')
        context.reporter.on({ ...about, bytes: fetchedBytes, done: true });
    return { looked: chosen.length, of: found.objects.length, fetchedBytes, damaged: damaged.sort() };
}

// EXTERNAL MODULE: ./build/catalog/garbage-runs.js
var garbage_runs = __webpack_require__(99854);
// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(47167);
;// CONCATENATED MODULE: ./build/catalog/lost-manifest.js



/**
 * Whether objects without a manifest are of a backup that had one: its log, which is written after the manifest, says
 * `success`. Of a run that died there is no log, or one that says so; of one that was dropped here while others went on,
 * one that says `partial`.
 */
async function hadManifest(store, { job, id }, signal) {
    try {
        const log = await (0,runlog/* readRunLog */.w3)(store, (0,keys/* runLogKey */.R7)(job, id), signal);
        return log?.command === 'backup' && log.status === 'success';
    }
    catch (error) {
        if ((0,errors_error/* hasCode */.u)(error, 'object-damaged'))
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
;// CONCATENATED MODULE: ./build/commands/verify/orphans.js





/**
 * Data of a job that no manifest names: `object-missing` where a backup had its manifest and lost it; else a run that
 * died or goes on, which is only told.
 */
async function findOrphans(context, { name, store }, job, { points, damaged, tombstones }) {
    const known = new Set([...points, ...damaged, ...tombstones].map(({ id }) => id));
    const errors = [];
    const warnings = [];
    for await (const run of (0,garbage_runs/* listRuns */.v)(store, job)) {
        context.signal.throwIfAborted();
        // One that was committed since the catalogue was read is none.
        if (known.has(run.id) || (await store.stat((0,keys/* manifestKey */.Rn)(job, run.id))))
            continue;
        const what = `${(0,bytes/* plural */.LS)(run.objects, 'object')} (${(0,bytes/* formatBytes */.z3)(run.bytes)})`;
        if (await hadManifest(store, run, context.signal)) {
            const key = (0,keys/* manifestKey */.Rn)(job, run.id);
            errors.push(new errors_error/* HoldfastError */.E('object-missing', `${key} is missing at ${name}: ${what} of that backup are still there`, {
                hint: 'Bring the manifest back from another destination or an older version of the bucket; a day after they were written cleanup takes the rest for garbage.',
                context: { key, job, id: run.id, destination: name, objects: run.objects },
            }));
        }
        else {
            warnings.push({
                severity: 'info',
                code: 'run-without-manifest',
                message: `${name}: ${what} of ${run.id} have no manifest: that run died, or goes on`,
                hint: 'Cleanup removes what is left of a run that died, a day after its newest object was written.',
            });
        }
    }
    return { errors, warnings };
}

// EXTERNAL MODULE: ./build/catalog/wraps.js
var catalog_wraps = __webpack_require__(52045);
// EXTERNAL MODULE: ./build/codec/age/bytes.js
var age_bytes = __webpack_require__(33154);
// EXTERNAL MODULE: ./build/codec/age/stanzas.js
var stanzas = __webpack_require__(91299);
// EXTERNAL MODULE: ./build/commands/repository/data-key.js
var data_key = __webpack_require__(63548);
;// CONCATENATED MODULE: ./build/commands/verify/wraps.js





async function openAll(wraps, openers, recipient) {
    const none = () => ({ there: 0, opened: 0 });
    const found = { damaged: [], shut: [], of: { identities: none(), passphrase: none() } };
    const keyring = { identities: [...openers.identities], passphrases: [...openers.passphrases] };
    for (const { key, n, wrapped } of wraps) {
        const kind = found.of[(0,stanzas/* stanzaTypes */.$)(wrapped).includes('scrypt') ? 'passphrase' : 'identities'];
        kind.there += 1;
        try {
            if (await (0,data_key/* keyFor */.b)(await (0,age_bytes/* decryptBytes */.X)(wrapped, keyring), recipient))
                kind.opened += 1;
            else
                found.damaged.push(key);
        }
        catch (error) {
            // A wrap for somebody else's key cannot be judged from here.
            if ((0,errors_error/* hasCode */.u)(error, 'identity-wrong', 'passphrase-wrong'))
                found.shut.push(`${n}.age`);
            else
                found.damaged.push(key);
        }
    }
    return found;
}
/** Configured openers that open none of the wraps they are for: one that is kept for the worst day must open something. */
function useless({ of }, openers) {
    const given = { identities: openers.identities.length, passphrase: openers.passphrases.length };
    const kinds = ['identities', 'passphrase'];
    return kinds
        .filter((kind) => given[kind] > 0 && of[kind].there > 0 && of[kind].opened === 0)
        .map((kind) => (kind === 'identities' ? 'no identity here opens one' : 'the passphrase opens none'));
}
/**
 * Whether the wrapped keys of a backup are there, open with what this run has, and are those of this backup; without
 * any opener only that they are there. An identity and a passphrase must each open a wrap where there are some for it.
 */
async function lookAtWraps(context, store, { job, id, encryption }, openers) {
    const wraps = await (0,catalog_wraps/* readWraps */.Ak)(store, job, id, context.signal);
    const expected = openers ? 'a key that opens' : 'a wrapped key';
    const check = (result, found) => ({ name: 'keys', result, expected, found });
    if (wraps.length === 0)
        return { check: check('failed', 'none'), damaged: [`keys/${job}/${id}/`] };
    if (openers === undefined) {
        return { check: check('passed', `${wraps.length}, not opened: no identity here`), damaged: [] };
    }
    const recipient = encryption.type === 'none' ? undefined : encryption.recipient;
    const found = await openAll(wraps, openers, recipient);
    const opened = found.of.identities.opened + found.of.passphrase.opened;
    const troubles = useless(found, openers);
    const text = [
        `${opened} of ${wraps.length} open`,
        ...(found.shut.length > 0 ? [`for other keys: ${found.shut.join(', ')}`] : []),
        ...troubles,
    ].join('; ');
    const failed = found.damaged.length > 0 || opened === 0 || troubles.length > 0;
    return { check: check(failed ? 'failed' : 'passed', text), damaged: found.damaged };
}

;// CONCATENATED MODULE: ./build/commands/verify/stored.js













/** What nobody can open needs no checking; that it was shredded is not damage. */
async function shreddedResult(context, { store, name }, { job, id }, depth) {
    const found = await (0,shredded/* shreddedText */.t)(context, store, { job, id });
    const checks = [{ name: 'keys', result: 'inconclusive', expected: 'none: shredded', found }];
    return { job, id, destination: name, depth, result: 'inconclusive', checks, fetchedBytes: 0, damaged: [] };
}
/** Stored objects of one backup, without its ancestors: they have results of their own. */
async function verifyObjects(context, destination, entry, depth, sample, opening) {
    const { store, name } = destination;
    const { job, id, manifestSha256: sha256 } = entry;
    if (entry.shredded)
        return shreddedResult(context, destination, entry, depth);
    const { manifest } = await (0,read_manifest/* readManifest */.W)(store, job, id, { signal: context.signal, sha256 });
    const found = await lookAtObjects(context, store, entry, manifest, depth, sample);
    const wraps = entry.encrypted
        ? [await lookAtWraps(context, store, manifest, depth === 'exists' ? undefined : opening)]
        : [];
    const damaged = [...found.damaged, ...wraps.flatMap((each) => each.damaged)];
    const checks = [
        {
            name: 'objects',
            result: found.damaged.length === 0 ? 'passed' : 'failed',
            expected: `${found.looked} whole`,
            found: `${found.looked - found.damaged.length} whole`,
        },
        ...wraps.map(({ check }) => check),
        ...(entry.complete
            ? []
            : [
                {
                    name: 'chain',
                    result: 'failed',
                    expected: 'every parent',
                    found: 'a parent is missing',
                },
            ]),
    ];
    return {
        job: entry.job,
        id: entry.id,
        destination: name,
        depth,
        result: checks.some(({ result }) => result === 'failed') ? 'failed' : 'passed',
        checks,
        fetchedBytes: found.fetchedBytes,
        damaged,
    };
}
/** An identity helps to look into wraps, but nobody needs one to compare stored bytes. */
async function openersIfAny(context) {
    try {
        return await (0,identities/* openers */.$o)(context);
    }
    catch (error) {
        if ((0,outcome/* asHoldfastError */.Cs)(error).exitStatus === 2)
            return undefined;
        throw error;
    }
}
/** Every backup of a job at every destination, or one backup and all it builds on. */
async function verifyStored(context, what, depth, { sample: asked, at }, findings) {
    const opening = await openersIfAny(context);
    const sample = asked && sampleOn(asked, context.clock.now());
    const one = async (destination, entry) => {
        findings.results.push(await verifyObjects(context, destination, entry, depth, sample, opening));
    };
    if ((0,ids/* parseId */.Fg)(what)) {
        const found = await (0,find/* findBackup */.S)(context, what, { force: true });
        for (const entry of found.chain)
            await one(found.destination, entry);
        return;
    }
    const { results, errors } = findings;
    const before = results.length + errors.length;
    for (const name of (0,find/* destinationsOf */.N)(context, what)) {
        try {
            const destination = await (0,repository_destination/* openDestination */.xB)(context, name);
            const catalogue = await (0,entries/* readEntries */.$)(context, destination, what);
            const { points, damaged, damagedProofs, foreign } = catalogue;
            findings.errors.push(...[...damaged, ...damagedProofs].map(({ error }) => error));
            const orphans = await findOrphans(context, destination, what, catalogue);
            findings.errors.push(...orphans.errors);
            for (const finding of orphans.warnings)
                (0,commands_context/* tell */.q)(context, finding, what);
            findings.warnings.push(...orphans.warnings);
            if (points.length === 0 && foreign.length > 0) {
                throw new errors_error/* HoldfastError */.E('manifest-damaged', `no manifest at ${name} belongs to the repository that holdfast.json names`, {
                    hint: 'holdfast.json is damaged or was replaced: bring it back from another destination.',
                    context: { destination: name, foreign: foreign.length },
                });
            }
            for (const entry of points) {
                if (at === undefined || entry.createdAt <= at)
                    await one(destination, entry);
            }
        }
        catch (error) {
            context.signal.throwIfAborted();
            findings.errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    if (results.length + errors.length > before)
        return;
    throw new errors_error/* HoldfastError */.E('backup-not-found', `there is no backup of ${what} to verify`, {
        hint: 'Run `holdfast list` to see the jobs and ids there are; a job that was never backed up cannot be verified.',
        context: { what },
    });
}


/***/ })

};
