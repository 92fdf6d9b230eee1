export const id = 6051;
export const ids = [6051,7479];
export const modules = {

/***/ 48862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XR: () => (/* binding */ deleteObject),
/* harmony export */   de: () => (/* binding */ deleteRunObjects),
/* harmony export */   i7: () => (/* binding */ isHeld),
/* harmony export */   mu: () => (/* binding */ deleteBackup)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34557);
/* harmony import */ var _garbage_runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99854);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98430);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49227);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79874);






const atOnce = 16;
/**
 * Deletes a backup: its manifest, so that nobody lists it any more, then wraps, data and state. What dies in between
 * leaves garbage for the next cleanup, never a listed backup without data. A backup whose manifest is locked is left
 * whole. Errors: `held` for one under a hold, `store-lied` for a manifest that does not go, what `assertHeld` throws,
 * and the store's.
 */
async function deleteBackup(store, job, id, options) {
    if (await isHeld(store, { job, id }))
        throw heldError(store, job, id);
    const manifest = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .findObject */ .Z)(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKey */ .Rn)(job, id));
    const lock = manifest && (await lockOrDelete(store, manifest, options));
    if (lock)
        return { objects: 0, bytes: 0, locked: 1, ...(lock.until && { lockedUntil: lock.until }) };
    await expectGone(store, { job, id }, options.signal);
    const rest = await deleteRunObjects(store, { job, id }, options);
    const own = { objects: manifest ? 1 : 0, bytes: manifest?.bytes ?? 0 };
    return { ...rest, objects: rest.objects + own.objects, bytes: rest.bytes + own.bytes };
}
/** A listing may come back short and a deletion do nothing: data must not go while the manifest can still be read. */
async function expectGone(store, { job, id }, signal) {
    const key = (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKey */ .Rn)(job, id);
    if (!(await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfPresent */ .Zu)(store, key, 2 * _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestLimit */ .t7, signal)))
        return;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('store-lied', `${store.name} still has ${key}, which was deleted`, {
        hint: 'Nothing else of this backup was deleted. Run `holdfast doctor` against this destination.',
        context: { key, destination: store.name },
    });
}
/** Deletes what a run has besides its manifest: wraps first, then what lies outside, data, state; several at once, memory flat. */
async function deleteRunObjects(store, name, options) {
    const sum = { objects: 0, bytes: 0, locked: 0 };
    let lockedUntil;
    // What lies outside goes before its claims in `data/`, so that a deletion that dies in between finds it again.
    const [wraps, ...rest] = (0,_garbage_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsOfRun */ .d)(store, name);
    for (const listing of [wraps ?? [], options.outside ?? [], ...rest]) {
        await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__/* .forEachBounded */ .a)(listing, atOnce, async (object) => {
            const lock = await lockOrDelete(store, object, options);
            if (lock) {
                sum.locked += 1;
                lockedUntil = later(lockedUntil, lock.until);
                return;
            }
            sum.objects += 1;
            sum.bytes += object.bytes;
        });
    }
    return { ...sum, ...(lockedUntil && { lockedUntil }) };
}
/** Deletes an object, or says that the store locks it, and until when where this role may see that. */
async function lockOrDelete(store, object, options) {
    const { retainUntil } = object;
    if (retainUntil !== undefined && retainUntil > options.now)
        return { until: retainUntil };
    try {
        await deleteObject(store, object, options);
        return undefined;
    }
    catch (error) {
        if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'held'))
            throw error;
        // A listing does not show locks, and a look at the object may not be allowed.
        const seen = await store.stat(object.key).catch(() => undefined);
        return { ...(seen?.retainUntil && { until: seen.retainUntil }) };
    }
}
function later(a, b) {
    return a === undefined || (b !== undefined && b > a) ? b : a;
}
/** Deletes exactly the version that was listed. */
async function deleteObject(store, object, { signal, assertHeld, onDeleted }) {
    signal.throwIfAborted();
    assertHeld();
    await store.delete(object.key, object.versionId === undefined ? {} : { versionId: object.versionId });
    onDeleted?.(object);
}
/** Whether the backup is under a hold at this store; asks by listing, so that what is unreadable holds too. */
async function isHeld(store, { job, id }) {
    return (await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .findObject */ .Z)(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .holdKey */ .Zd)(job, id))) !== undefined;
}
function heldError(store, job, id) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('held', `backup ${id} of ${job} is held`, {
        hint: `Run \`holdfast release ${id}\` first if it may go.`,
        context: { job, id, destination: store.name },
    });
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

/***/ 61149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanup: () => (/* binding */ cleanup)
});

// EXTERNAL MODULE: ./build/commands/announce/bell.js + 18 modules
var announce_bell = __webpack_require__(28832);
// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/announce/cleanup.js



function samplesOf(now, results) {
    const seconds = Math.round(now.getTime() / 1000);
    return results.flatMap(({ job, destination, deleted, kept, freedBytes }) => {
        const labels = { backup_job: job, destination };
        return [
            { name: 'holdfast_cleanup_timestamp_seconds', labels, value: seconds },
            { name: 'holdfast_cleanup_deleted_backups', labels, value: deleted.length },
            { name: 'holdfast_cleanup_kept_backups', labels, value: kept.length },
            { name: 'holdfast_cleanup_freed_bytes', labels, value: freedBytes },
        ];
    });
}
/** Tells what a cleanup did to one job. That another run holds the job is no failure of it. */
async function announceCleanup(bell, results, all) {
    const errors = all.filter(({ code }) => code !== 'busy');
    if (results.length === 0 && errors.length === 0)
        return;
    const sum = (of) => results.reduce((total, result) => total + of(result), 0);
    await bell.ring({
        occasions: [errors.length > 0 ? 'failure' : 'success'],
        status: (0,report_document/* statusOf */.c)((0,outcome/* exitOf */.sX)(errors, results.length)),
        destinations: results.map(({ destination }) => ({ name: destination, status: 'success' })),
        facts: [
            ['Deleted', String(sum(({ deleted }) => deleted.length))],
            ['Kept', String(sum(({ kept }) => kept.length))],
            ['Freed', (0,bytes/* formatBytes */.z3)(sum(({ freedBytes }) => freedBytes))],
        ],
        errors,
        samples: samplesOf(bell.context.clock.now(), results),
    });
}

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/catalog/garbage-deletion.js
var garbage_deletion = __webpack_require__(48862);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/catalog/garbage-runs.js
var garbage_runs = __webpack_require__(99854);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/catalog/tombstones.js
var tombstones = __webpack_require__(13114);
;// CONCATENATED MODULE: ./build/catalog/garbage.js






const hour = 3_600_000;
const defaultGrace = 24 * hour;
const tombstoneLife = 90 * 24 * hour;
/**
 * Runs that died: objects under `data/`, `keys/` or `state/` without a manifest, none of them younger than the grace.
 * What an interrupted deletion left is found too. Proofs and logs are evidence and no garbage. A run under a hold has
 * `held` set: its manifest was taken away by someone, and {@link collectGarbage} leaves it alone.
 */
async function* findGarbage(store, options) {
    const { job, now, graceMs = defaultGrace, manifests, signal } = options;
    for await (const run of (0,garbage_runs/* listRuns */.v)(store, job)) {
        signal.throwIfAborted();
        if (!manifests.has(run.id) && isOld(run.newest, now, graceMs))
            yield run;
    }
}
/**
 * Deletes a run that {@link findGarbage} named, after judging it once more. Its manifest key is taken by a tombstone
 * first, so that a late commit fails instead of listing half a backup. Errors: `exclusive-needed` on a store without
 * create-only writes, what `assertHeld` throws, and the store's.
 */
async function collectGarbage(store, { job, id }, options) {
    const name = { job, id };
    const nothing = { ...name, objects: 0, bytes: 0, locked: 0 };
    if (!store.features.createOnly && !options.exclusive)
        throw exclusiveNeeded(store);
    if (await (0,garbage_deletion/* isHeld */.i7)(store, name))
        return { ...nothing, outcome: 'held' };
    if (!(await isAllOld(store, name, options)))
        return { ...nothing, outcome: 'active' };
    options.signal.throwIfAborted();
    options.assertHeld();
    const placed = await (0,tombstones/* createTombstone */.Kk)(store, job, id, options.now, options.signal);
    if (!placed && !(await isTombstone(store, name, options.signal)))
        return { ...nothing, outcome: 'committed' };
    return { ...name, ...(await (0,garbage_deletion/* deleteRunObjects */.de)(store, name, options)), outcome: 'collected' };
}
/**
 * Removes tombstones older than 90 days by the store's time, whose runs have nothing left. Each is read again before:
 * nothing but a tombstone is deleted. Returns how many went.
 */
async function removeOldTombstones(store, tombstones, options) {
    let removed = 0;
    for (const { job, id, object } of tombstones) {
        if (!isOld(object.modified, options.now, tombstoneLife))
            continue;
        if (!(await isTombstone(store, { job, id }, options.signal)))
            continue;
        if (!(await isEmpty(store, { job, id })))
            continue;
        await (0,garbage_deletion/* deleteObject */.XR)(store, object, options);
        removed += 1;
    }
    return removed;
}
function isOld(time, now, age) {
    return now.getTime() - time.getTime() >= age;
}
async function isAllOld(store, name, options) {
    for (const listing of [...(0,garbage_runs/* objectsOfRun */.d)(store, name), options.outside ?? []]) {
        for await (const { modified } of listing) {
            if (!isOld(modified, options.now, options.graceMs ?? defaultGrace))
                return false;
        }
    }
    return true;
}
async function isEmpty(store, name) {
    for (const listing of (0,garbage_runs/* objectsOfRun */.d)(store, name)) {
        for await (const _object of listing)
            return false;
    }
    return true;
}
async function isTombstone(store, { job, id }, signal) {
    try {
        const stored = await (0,object_io/* readIfPresent */.Zu)(store, (0,keys/* manifestKey */.Rn)(job, id), tombstones/* tombstoneLimit */.vQ, signal);
        return stored !== undefined && (0,tombstones/* parseTombstone */.f2)(stored) !== undefined;
    }
    catch (error) {
        // Larger than any tombstone: a manifest.
        if ((0,errors_error/* hasCode */.u)(error, 'object-damaged'))
            return false;
        throw error;
    }
}
function exclusiveNeeded(store) {
    return new errors_error/* HoldfastError */.E('exclusive-needed', `${store.name} cannot keep a late run from committing`, {
        hint: 'Run cleanup with --exclusive while no backup runs: this destination has no create-only writes.',
        context: { destination: store.name },
    });
}

// EXTERNAL MODULE: ./build/catalog/outside.js
var catalog_outside = __webpack_require__(93571);
// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(47167);
// EXTERNAL MODULE: ./build/retention/chains.js
var chains = __webpack_require__(75707);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
;// CONCATENATED MODULE: ./build/commands/cleanup/execute.js









/** Writes down what is about to be deleted, and by whom. */
async function audit(context, destination, job, lines) {
    const { host, run } = context.identity;
    const plan = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(lines)).digest('hex');
    await (0,runlog/* writeAudit */.fs)(destination.store, {
        time: context.clock.now(),
        actor: run?.actor ?? host,
        plan: `sha256:${plan}`,
        lines: lines.map(({ id, reasons }) => ({ action: 'delete', job, id, reason: reasons.join('; ') })),
    }, context.signal);
}
/** Deletes what others wrote, each the very object that was listed, and the checksum beside it. */
async function deleteAdopted({ store, adopted }, ids, deletion) {
    const doomed = adopted.filter(({ key }) => ids.has(key));
    for (const object of doomed) {
        await (0,garbage_deletion/* deleteObject */.XR)(store, object, deletion);
        const beside = await (0,catalog_outside/* findChecksum */.ZQ)(store, object.key);
        if (beside)
            await (0,garbage_deletion/* deleteObject */.XR)(store, beside, deletion);
    }
    return { deleted: doomed.map(({ key }) => key), bytes: doomed.reduce((sum, { bytes }) => sum + bytes, 0) };
}
/** Tells of it, and returns the reason for the line of the plan. */
function tellLocked(context, job, destination, id, until) {
    const when = until === undefined ? 'by the store' : `until ${until.toISOString()}`;
    const message = `${id} is locked at ${destination} ${when}`;
    (0,commands_context/* tell */.q)(context, { severity: 'info', code: 'locked', message }, job);
    return `locked ${when}`;
}
/** Deletes what the plan lets go, children before their parents, the audit line first. */
async function executePlan(context, destination, job, decisions, { deletion, isSpared }) {
    const doomed = decisions.filter(({ keep }) => !keep);
    const stayed = new Map();
    if (doomed.length === 0)
        return { deleted: [], bytes: 0, stayed };
    const { points } = destination.catalogue;
    const byId = new Map(points.map((entry) => [entry.id, entry]));
    await audit(context, destination, job, doomed);
    const others = await deleteAdopted(destination, new Set(doomed.map(({ id }) => id)), deletion);
    const deleted = [...others.deleted];
    let { bytes } = others;
    const order = (0,chains/* deletionOrder */.fv)(doomed.flatMap(({ id }) => (byId.has(id) ? id : [])), points.map(entries/* toRecoveryPoint */.z));
    // What a locked backup builds on stays, whatever its own locks say.
    const neededBy = new Map();
    const stay = (id, reason) => {
        stayed.set(id, reason);
        const parent = byId.get(id)?.parent;
        if (parent)
            neededBy.set(parent.id, id);
    };
    for (const id of order) {
        const child = neededBy.get(id);
        if (child !== undefined) {
            stay(id, `needed by ${child}, which is locked`);
            continue;
        }
        const outside = await (0,catalog_outside/* namedObjects */.SV)(destination.store, { job, id }, byId.get(id)?.outside ?? [], isSpared);
        const gone = await (0,garbage_deletion/* deleteBackup */.mu)(destination.store, job, id, { ...deletion, outside });
        bytes += gone.bytes;
        if (gone.locked === 0) {
            deleted.push(id);
            continue;
        }
        const reason = tellLocked(context, job, destination.name, id, gone.lockedUntil);
        if (gone.objects === 0)
            stay(id, reason);
        else
            stayed.set(id, `${reason}, its manifest is gone`);
    }
    return { deleted, bytes, stayed };
}
/** Ids that have something under `manifests/`, whatever it is: none of their objects is garbage. */
function committedIds({ catalogue }) {
    return new Set([...catalogue.points, ...catalogue.damaged].map(({ id }) => id));
}
/** Runs that died, and tombstones whose time is over; only named where `dryRun`. */
async function sweep(context, destination, job, { deletion, exclusive, isSpared }, dryRun) {
    const { store, catalogue, storeNow } = destination;
    const garbage = [];
    let bytes = 0;
    const manifests = committedIds(destination);
    for await (const run of findGarbage(store, { job, now: storeNow, manifests, signal: context.signal })) {
        if (run.held)
            continue;
        const outside = await (0,catalog_outside/* claimedObjects */.KN)(store, run, isSpared);
        if (!dryRun) {
            const collected = await collectGarbage(store, run, { ...deletion, exclusive, outside });
            if (collected.outcome !== 'collected')
                continue;
            bytes += collected.bytes;
            if (collected.locked > 0)
                tellLocked(context, job, destination.name, run.id, collected.lockedUntil);
        }
        const reason = `no manifest, and nothing newer than ${run.newest.toISOString()}`;
        garbage.push({ key: (0,keys/* dataPrefix */.BW)(run.job, run.id), bytes: run.bytes, reason });
        for (const object of outside) {
            garbage.push({ key: object.key, bytes: object.bytes, reason: `of the run ${run.id}, which died` });
        }
    }
    if (!dryRun)
        await removeOldTombstones(store, catalogue.tombstones, deletion);
    return { garbage, bytes };
}

// EXTERNAL MODULE: ./build/retention/floors.js
var floors = __webpack_require__(54294);
// EXTERNAL MODULE: ./build/retention/plan.js + 2 modules
var plan = __webpack_require__(75933);
// EXTERNAL MODULE: ./build/retention/plan-sync.js
var plan_sync = __webpack_require__(85116);
;// CONCATENATED MODULE: ./build/retention/plan-destinations.js



function optionsOf(destination, common) {
    const { storeNow, failedDrill } = destination;
    return { ...common, storeNow, ...(failedDrill ? { failedDrill } : {}) };
}
function keptIds(plan) {
    return new Set(plan.decisions.filter(({ keep }) => keep).map(({ id }) => id));
}
/** What a destination will hold whatever the others do: its plan with as many proofs demanded as it has itself. */
function certainSurvivors(destination, common) {
    const { points, rules } = destination;
    const proven = points.filter((point) => point.proven).length;
    const modest = rules && { ...rules, requireProofs: Math.min(rules.requireProofs, proven) };
    const kept = keptIds((0,plan/* planRetention */.S)(points, modest, optionsOf(destination, common)));
    return points.filter(({ id }) => kept.has(id));
}
/**
 * The plans of one job at all its destinations together, by name. Proofs made anywhere count everywhere. A passing
 * destination (`keep-last: 0`) may leave its floors to the others, and keeps what they are still to get; the others
 * each hold their own, so that no two destinations delete the last copy in reliance on each other.
 */
function planDestinations(destinations, common) {
    const staying = destinations.filter(({ rules }) => !(0,floors/* isPassing */.W)(rules));
    const certain = new Map(staying.map((each) => [each.name, certainSurvivors(each, common)]));
    const plans = new Map();
    for (const destination of destinations) {
        const others = staying.filter(({ name }) => name !== destination.name);
        const elsewhere = others.flatMap(({ name }) => certain.get(name) ?? []);
        const awaited = new Map();
        for (const other of (0,floors/* isPassing */.W)(destination.rules) ? others : []) {
            // `sync` copies these, so they must still be there.
            for (const id of (0,plan_sync/* planSync */.R)(destination.points, other, common).wanted) {
                awaited.set(id, [...(awaited.get(id) ?? []), other.name]);
            }
        }
        const options = { ...optionsOf(destination, common), elsewhere, awaited };
        plans.set(destination.name, (0,plan/* planRetention */.S)(destination.points, destination.rules, options));
    }
    return plans;
}

;// CONCATENATED MODULE: ./build/commands/cleanup/plan.js


/** The newest conclusive drill of any backup of the job, if it failed: then nothing may be deleted. */
function failedDrill(entries) {
    let newest;
    for (const { id, lastVerdict: proof } of entries) {
        if (proof !== undefined && (newest === undefined || proof.finishedAt > newest.proof.finishedAt))
            newest = { id, proof };
    }
    if (newest?.proof.result !== 'failed')
        return undefined;
    return { id: newest.id, finishedAt: newest.proof.finishedAt.toISOString() };
}
/** What retention needs to know of a destination; `force` sets a failed drill aside. */
function pointsOf({ name, catalogue, rules, storeNow }, force) {
    const failed = force ? undefined : failedDrill(catalogue.points);
    return {
        name,
        points: catalogue.points.map(entries/* toRecoveryPoint */.z),
        rules,
        storeNow,
        ...(failed && { failedDrill: failed }),
    };
}
/** A plan that lets nothing go: where a manifest is damaged nobody knows what its backup was the base of. */
function sparing(plan) {
    const reason = 'a manifest here is damaged: nothing is deleted';
    const decisions = plan.decisions.map((decision) => decision.keep ? decision : { ...decision, keep: true, reasons: [reason] });
    return { ...plan, decisions, note: reason };
}
/** Why nothing was deleted where manifests are damaged. */
function damageError(job, destination, damaged) {
    const keys = damaged.map(({ key }) => key);
    const what = keys.length === 1 ? `${keys[0]} is damaged` : `${keys.length} manifests are damaged`;
    return new errors_error/* HoldfastError */.E('manifest-damaged', `nothing of ${job} was deleted at ${destination}: ${what}`, {
        hint: 'Bring the manifests back from another destination, or repeat with --force if these backups are given up.',
        context: { job, destination, damaged: keys },
    });
}

;// CONCATENATED MODULE: ./build/commands/adopted-chains/judge.js


function pointOf(job, { id, level, chain, createdAt, broken }) {
    return {
        id,
        job,
        level,
        parent: chain.at(-2) ?? null,
        createdAt,
        tags: [],
        valid: broken === undefined,
        proven: false,
        held: false,
    };
}
/** What retention says of each by itself: judged together with the job's own backups, so that it ages as they come. */
function singly({ backups }, own, { job, rules, now, timezone, force }) {
    const places = own.map((destination) => pointsOf(destination, force));
    const points = new Map(places.flatMap((place) => place.points.map((point) => [point.id, point])));
    const failedDrill = places.find((place) => place.failedDrill)?.failedDrill;
    const all = {
        name: 'all',
        points: [...points.values(), ...backups.map((backup) => pointOf(job, backup))],
        rules,
        storeNow: own[0]?.storeNow ?? now,
        ...(failedDrill && { failedDrill }),
    };
    const plan = planDestinations([all], { now, timezone }).get('all');
    return new Map((plan?.decisions ?? []).map((decision) => [decision.id, decision]));
}
/**
 * What cleanup does with chains that another tool left: a whole chain goes, or nothing of it. One that is not whole stays,
 * and so do all while a manifest anywhere cannot be read, since nobody knows what it builds on.
 */
function judgeChains(listing, own, facts) {
    const decisions = singly(listing, own, facts);
    const isDamaged = listing.damaged.length > 0 || own.some(({ catalogue }) => catalogue.damaged.length > 0);
    const chains = Map.groupBy(listing.backups, ({ chain }) => chain[0] ?? '');
    const written = 'written by zrb';
    return listing.backups.map(({ id, chain }) => {
        const members = chains.get(chain[0] ?? '') ?? [];
        const decision = decisions.get(id);
        const reasons = decision?.reasons ?? ['nothing is known of it'];
        if (decision?.keep !== false)
            return { id, keep: true, reasons: [...reasons, written] };
        const needed = members.find((member) => decisions.get(member.id)?.keep !== false);
        const why = isDamaged
            ? 'a manifest is damaged: nothing is deleted'
            : members.some(({ broken }) => broken !== undefined)
                ? 'its chain is not whole: a person has to judge'
                : needed && `its chain is kept whole for ${needed.id}`;
        return why === undefined
            ? { id, keep: false, reasons: [...reasons, written] }
            : { id, keep: true, reasons: [why, written] };
    });
}

// EXTERNAL MODULE: ./build/commands/adopted-chains/places.js + 2 modules
var places = __webpack_require__(65788);
;// CONCATENATED MODULE: ./build/commands/adopted-chains/cleanup.js





/** Deletes each backup's manifest before its data, increments before what they build on. */
async function deleteChains({ backups, store }, doomed, deletion) {
    const going = backups.filter(({ id }) => doomed.has(id));
    for (const { manifest, objects } of going.toSorted((a, b) => b.chain.length - a.chain.length)) {
        for (const object of [manifest, ...objects])
            await (0,garbage_deletion/* deleteObject */.XR)(store, object, deletion);
    }
}
/** One place: whole chains by the job's own rules. */
async function cleanPlace(context, place, own, { dryRun, force }, leases) {
    const { job } = place;
    const [first] = own;
    const chains = await (0,places/* readPlace */.yI)(context, place, dryRun ? 'read' : 'write');
    const { timezone } = context.config;
    const rules = context.config.job(job).retention;
    const decisions = judgeChains(chains, own, { job, rules, now: context.clock.now(), timezone, force });
    const doomed = decisions.filter(({ keep }) => !keep);
    const ids = new Set(doomed.map(({ id }) => id));
    const planned = chains.backups
        .filter(({ id }) => ids.has(id))
        .reduce((sum, { manifest, storedBytes }) => sum + manifest.bytes + storedBytes, 0);
    if (doomed.length > 0 && !dryRun) {
        if (first !== undefined)
            await audit(context, first, job, doomed);
        await deleteChains(chains, ids, {
            now: first?.storeNow ?? context.clock.now(),
            signal: context.signal,
            assertHeld: () => {
                for (const lease of leases)
                    lease.assertHeld();
            },
        });
    }
    const line = ({ id, reasons }) => ({ id, reason: reasons.join('; ') });
    return {
        job,
        destination: place.name,
        deleted: doomed.map(line),
        kept: decisions.filter(({ keep }) => keep).map(line),
        garbage: [],
        freedBytes: planned,
        ...(dryRun && { dryRun }),
    };
}
/**
 * Retention of the chains that another tool left of a job, under the job's lease: whole chains by the job's own rules.
 * Nothing is judged where none of the job's own destinations was read; trouble at one place does not keep the others waiting.
 */
async function cleanChains(context, job, own, options, leases) {
    const results = [];
    const errors = [];
    for (const place of own.length === 0 ? [] : (0,places/* adoptedPlaces */.gB)(context, [job])) {
        try {
            results.push(await cleanPlace(context, place, own, options, leases));
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    return { results, errors };
}

// EXTERNAL MODULE: ./build/commands/repository/adopted.js
var repository_adopted = __webpack_require__(55135);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/repository/lease.js
var lease = __webpack_require__(59226);
// EXTERNAL MODULE: ./build/commands/repository/lease-store.js
var lease_store = __webpack_require__(49030);
// EXTERNAL MODULE: ./build/commands/repository/passes-on.js
var passes_on = __webpack_require__(61257);
// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(60864);
;// CONCATENATED MODULE: ./build/commands/cleanup/old-logs.js




const life = 90 * 24 * 3_600_000;
/**
 * Deletes logs of runs and drills that are older than 90 days and whose backup is gone, or never was; those of
 * verifications after 90 days in any case, since what was read back that long ago says nothing of today. Returns how many.
 */
async function removeOldLogs(destination, job, deletion) {
    const { store, catalogue, storeNow } = destination;
    const kept = new Set([...catalogue.points, ...catalogue.damaged].map(({ id }) => id));
    let removed = 0;
    for await (const object of store.list((0,keys/* branchPrefix */.$j)('logs', job))) {
        const name = (0,parse_keys/* parseLogKey */.rv)(object.key);
        const made = name && (name.verify ?? (0,ids/* parseId */.Fg)(name.id)?.createdAt);
        if (!name || !made || storeNow.getTime() - made.getTime() < life)
            continue;
        if (name.verify === undefined && kept.has(name.id))
            continue;
        await (0,garbage_deletion/* deleteObject */.XR)(store, object, deletion);
        removed += 1;
    }
    return removed;
}

// EXTERNAL MODULE: ./build/commands/cleanup/spared.js
var spared = __webpack_require__(68515);
;// CONCATENATED MODULE: ./build/commands/cleanup/carry-out.js



function executeOptions(context, destination, { exclusive }, leases) {
    return {
        exclusive,
        isSpared: (0,spared/* createSpared */.W)(context, destination),
        deletion: {
            now: destination.storeNow,
            signal: context.signal,
            assertHeld: () => {
                for (const lease of leases)
                    lease.assertHeld();
            },
        },
    };
}
/** Runs that died and old logs of a job for which there are no rules: its backups all stay. */
async function sweepOnly(context, job, destination, options, leases) {
    const { dryRun } = options;
    const execute = executeOptions(context, destination, options, leases);
    const swept = await sweep(context, destination, job, execute, dryRun);
    if (!dryRun)
        await removeOldLogs(destination, job, execute.deletion);
    const reason = 'the configuration has no such job';
    return {
        job,
        destination: destination.name,
        deleted: [],
        kept: destination.catalogue.points.map(({ id }) => ({ id, reason })),
        garbage: swept.garbage,
        freedBytes: dryRun ? swept.garbage.reduce((sum, { bytes }) => sum + bytes, 0) : swept.bytes,
        ...(dryRun && { dryRun }),
    };
}
/** Carries a plan out at one destination, or shows it: what retention lets go, runs that died, old logs. */
async function carryOut(context, job, destination, plan, options, leases) {
    const { dryRun } = options;
    const execute = executeOptions(context, destination, options, leases);
    const doomed = new Set(plan.decisions.filter(({ keep }) => !keep).map(({ id }) => id));
    const executed = dryRun || plan.refused ? undefined : await executePlan(context, destination, job, plan.decisions, execute);
    const swept = await sweep(context, destination, job, execute, dryRun);
    const logs = dryRun ? 0 : await removeOldLogs(destination, job, execute.deletion);
    const gone = executed ? new Set(executed.deleted) : doomed;
    const line = ({ id, reasons }) => ({ id, reason: reasons.join('; ') });
    const stored = new Map([
        ...destination.catalogue.points.map(({ id, stats }) => [id, stats.storedBytes]),
        ...destination.adopted.map(({ key, bytes }) => [key, bytes]),
    ]);
    const planned = [...gone].reduce((sum, id) => sum + (stored.get(id) ?? 0), 0);
    const garbageBytes = swept.garbage.reduce((sum, { bytes }) => sum + bytes, 0);
    const total = [...stored.values()].reduce((sum, bytes) => sum + bytes, 0);
    return {
        job,
        destination: destination.name,
        deleted: plan.decisions.filter(({ id }) => gone.has(id)).map(line),
        kept: plan.decisions
            .filter(({ id }) => !gone.has(id))
            .map((decision) => {
            const stays = executed?.stayed.get(decision.id);
            return stays === undefined ? line(decision) : { id: decision.id, reason: stays };
        }),
        garbage: swept.garbage,
        freedBytes: executed ? executed.bytes + swept.bytes : planned + (dryRun ? garbageBytes : swept.bytes),
        ...(dryRun && { dryRun }),
        ...(plan.note !== undefined && { note: plan.note }),
        ...(options.stats && {
            stats: {
                backups: stored.size,
                storedBytes: total,
                keptBackups: stored.size - gone.size,
                keptBytes: total - planned,
                oldLogs: logs,
            },
        }),
    };
}

;// CONCATENATED MODULE: ./build/commands/cleanup/plan-adopted.js



function adoptedDecisions(destination, plan) {
    const keys = new Set(destination.adopted.map(({ key }) => key));
    return (plan?.decisions ?? [])
        .filter(({ id }) => keys.has(id))
        .map((decision) => ({ ...decision, reasons: [...decision.reasons, 'not written by holdfast'] }));
}
/**
 * The plans of a job at all its destinations, what others wrote included. Backups are judged among themselves, so that
 * an object of which nothing is known never takes a backup's place; what was adopted is judged together with them, and
 * ages as they come.
 */
function planAll(job, destinations, force, common) {
    const backups = destinations.map((destination) => pointsOf(destination, force));
    const plans = planDestinations(backups, common);
    if (destinations.every(({ adopted }) => adopted.length === 0))
        return plans;
    const together = planDestinations(backups.map((points, at) => {
        const adopted = destinations[at]?.adopted.map((object) => (0,repository_adopted/* adoptedPoint */.kq)(job, object)) ?? [];
        return { ...points, points: [...points.points, ...adopted] };
    }), common);
    const merged = new Map();
    for (const destination of destinations) {
        const plan = plans.get(destination.name);
        const other = together.get(destination.name);
        if (plan === undefined || other === undefined)
            continue;
        const note = plan.note ?? other.note;
        merged.set(destination.name, {
            ...plan,
            decisions: [...plan.decisions, ...adoptedDecisions(destination, other)],
            ...(note === undefined ? {} : { note }),
            ...(plan.refused === undefined && other.refused !== undefined && { refused: other.refused }),
        });
    }
    return merged;
}

;// CONCATENATED MODULE: ./build/commands/cleanup/safety.js

/** The refusal of a store on which two cleanups, or a cleanup and a late backup, cannot keep apart. */
function safety_exclusiveNeeded(name) {
    return new errors_error/* HoldfastError */.E('exclusive-needed', `${name} has no conditional writes: two cleanups or a late backup could meet`, {
        hint: 'Make sure that nothing else runs on this store, then repeat with --exclusive.',
        context: { destination: name },
    });
}
/** A rehearsed clock must never delete what the real one would keep. Errors: `clock-in-future`. */
function refuseFuture(context, storeNow, dryRun) {
    if (dryRun || !context.rehearsal || context.clock.now() <= storeNow)
        return;
    throw new errors_error/* HoldfastError */.E('clock-in-future', 'HOLDFAST_NOW is later than the time of the store', {
        hint: 'Add --dry-run to rehearse a cleanup, or unset HOLDFAST_NOW to carry one out.',
        context: { now: context.clock.now().toISOString(), store: storeNow.toISOString() },
    });
}

;// CONCATENATED MODULE: ./build/commands/cleanup/clean-job.js















async function look(context, job, destination, storeNow, { force }) {
    // Without --force what is damaged is the error that keeps everything.
    const catalogue = await (0,entries/* readEntries */.$)(context, destination, job, { tells: force });
    const adopted = await (0,repository_adopted/* adoptedObjects */.Mb)(context, destination, job);
    const rules = (0,passes_on/* rulesAt */.h)(context.config.job(job), destination.name);
    return { ...destination, catalogue, adopted, rules, storeNow };
}
async function openAll(context, job, options, report) {
    const open = [];
    for (const name of (0,find/* destinationsOf */.N)(context, job)) {
        try {
            open.push(await (0,repository_destination/* openDestination */.xB)(context, name, options.dryRun ? 'read' : 'write'));
        }
        catch (error) {
            context.signal.throwIfAborted();
            report.errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    return open;
}
/** The plan of one destination carried out, or what refuses it. */
async function cleanOne(context, job, destination, made, options, leases, report) {
    const at = context.config.destination(destination.name).leaseDestination ?? destination.name;
    const keepsNobodyOut = leases.some(({ store, exclusive }) => store === at && !exclusive);
    if (keepsNobodyOut && !options.exclusive)
        throw safety_exclusiveNeeded(at);
    const damaged = options.force ? [] : destination.catalogue.damaged;
    const plan = damaged.length > 0 ? sparing(made) : made;
    if (damaged.length > 0)
        report.errors.push(damageError(job, destination.name, damaged));
    for (const finding of plan.findings)
        (0,commands_context/* tell */.q)(context, finding, job);
    report.results.push(await carryOut(context, job, destination, plan, options, leases));
    if (!plan.refused)
        return;
    const { code, message, hint, wouldDelete } = plan.refused;
    throw new errors_error/* HoldfastError */.E(code, `${job} at ${destination.name}: ${message}`, {
        hint,
        context: { wouldDelete },
    });
}
/**
 * Retention and garbage of one job, planned over all its destinations together, under its leases. What is wrong with one
 * destination is an error of its own and keeps no other from its cleanup.
 */
async function cleanJob(context, job, options) {
    const report = { results: [], errors: [] };
    const open = await openAll(context, job, options, report);
    const stores = options.dryRun ? [] : await (0,lease_store/* leaseStores */.J)(context, open);
    const leases = await (0,lease/* leaseScope */.H_)(context, `job~${job}`, stores, options.onBusy, { job });
    if (leases === undefined)
        return report;
    const held = { ...context, signal: (0,lease/* whileHeld */.tE)(context.signal, leases) };
    try {
        const storeNow = leases[0]?.storeTime() ?? context.clock.now();
        refuseFuture(context, storeNow, options.dryRun);
        const destinations = [];
        for (const destination of open) {
            destinations.push(await look(held, job, destination, storeNow, options));
        }
        const plans = planAll(job, destinations, options.force, {
            now: context.clock.now(),
            timezone: context.config.timezone,
        });
        for (const destination of destinations) {
            const made = plans.get(destination.name);
            if (made === undefined)
                continue;
            try {
                await cleanOne(held, job, destination, made, options, leases, report);
            }
            catch (error) {
                held.signal.throwIfAborted();
                report.errors.push((0,outcome/* asHoldfastError */.Cs)(error));
            }
        }
        const chains = await cleanChains(held, job, destinations, options, leases);
        report.results.push(...chains.results);
        report.errors.push(...chains.errors);
        return report;
    }
    finally {
        await (0,lease/* releaseAll */.Th)(leases);
    }
}

;// CONCATENATED MODULE: ./build/catalog/leased-jobs.js

/**
 * The jobs that ever ran where a store keeps their leases, in order: a lease is never deleted. Both kinds of lease count,
 * `leases/job~<name>.json` and the advisory `leases/job~<name>/<nonce>.json`.
 */
async function leasedJobs(store) {
    const jobs = new Set();
    for await (const { key } of store.list('leases/job~')) {
        const name = /^leases\/job~([^/]+?)(?:\.json$|\/)/.exec(key)?.[1];
        if (name !== undefined && (0,ids/* isJobName */.vG)(name))
            jobs.add(name);
    }
    return [...jobs].sort();
}

;// CONCATENATED MODULE: ./build/commands/cleanup/strangers.js









function unconfigured(job, destination, backups) {
    return {
        severity: 'info',
        code: 'job-not-configured',
        message: `${destination.name} holds ${backups === 1 ? '1 backup' : `${backups} backups`} of ${job}, which this configuration does not have: they are kept`,
        hint: `If no other host backs ${job} up, give it back its job with the retention that it should have, and run cleanup again.`,
    };
}
/** Runs that died of one job, under its lease: its backups are nobody's here to judge, and stay. */
async function cleanStranger(context, job, destination, options) {
    const [store] = await (0,lease_store/* leaseStores */.J)(context, [destination]);
    const stores = options.dryRun || store === undefined ? [] : [store];
    // Whoever runs the job is busy with it; its garbage can wait for the next cleanup.
    const leases = await (0,lease/* leaseScope */.H_)(context, `job~${job}`, stores, 'skip', { job });
    if (leases === undefined)
        return undefined;
    const held = { ...context, signal: (0,lease/* whileHeld */.tE)(context.signal, leases) };
    try {
        for (const lease of leases) {
            if (!lease.exclusive && !options.exclusive)
                throw safety_exclusiveNeeded(destination.name);
        }
        const storeNow = leases[0]?.storeTime() ?? context.clock.now();
        refuseFuture(context, storeNow, options.dryRun);
        const catalogue = await (0,entries/* readEntries */.$)(held, destination, job);
        const result = await sweepOnly(held, job, { ...destination, catalogue, adopted: [], rules: undefined, storeNow }, options, leases);
        if (result.garbage.length > 0)
            return result;
        if (catalogue.points.length > 0)
            (0,commands_context/* tell */.q)(context, unconfigured(job, destination, catalogue.points.length));
        return undefined;
    }
    finally {
        await (0,lease/* releaseAll */.Th)(leases);
    }
}
/**
 * The garbage of jobs that the configuration does not have (any more), at the destinations that it uses: found by their
 * leases. Only results with garbage are returned; trouble with one job or destination does not keep the others waiting.
 */
async function cleanStrangers(context, names, options) {
    const results = [];
    const errors = [];
    for (const name of names) {
        try {
            const destination = await (0,repository_destination/* openDestination */.xB)(context, name, options.dryRun ? 'read' : 'write');
            const [store = destination.store] = await (0,lease_store/* leaseStores */.J)(context, [destination]);
            for (const job of await leasedJobs(store)) {
                if (context.config.jobNames.includes(job))
                    continue;
                const result = await cleanStranger(context, job, destination, options);
                if (result)
                    results.push(result);
            }
        }
        catch (error) {
            context.signal.throwIfAborted();
            errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    return { results, errors };
}

// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
;// CONCATENATED MODULE: ./build/commands/cleanup.js






/** One job, and those told who want to know. */
async function cleanAndTell(context, job, options) {
    const bell = (0,announce_bell/* openBell */.O)(context, 'cleanup', job);
    const { results, errors } = await cleanJob(bell.context, job, options).catch((error) => ({ results: [], errors: [(0,outcome/* asHoldfastError */.Cs)(error)] }));
    const ofJob = errors.map((error) => (0,outcome/* errorOfJob */.Dm)(error, job));
    if (!options.dryRun)
        await announceCleanup(bell, results, ofJob);
    return { results, errors: ofJob };
}
/**
 * `holdfast cleanup [jobs…]`: retention by plan, then runs that died, old tombstones and old logs. Without names it
 * collects the garbage of jobs that the configuration does not have as well.
 */
async function cleanup(context, jobs, options) {
    const results = [];
    const errors = [];
    const selected = (0,repository_select/* selectJobs */.h)(context, jobs);
    context.config.prepare({
        jobs: selected,
        ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
        parts: ['destinations', 'trust'],
    });
    for (const job of selected) {
        const report = await cleanAndTell(context, job, options);
        results.push(...report.results);
        errors.push(...report.errors);
        if (context.signal.aborted)
            break;
    }
    if (jobs.length === 0 && !context.signal.aborted) {
        // One that could not be opened was told of already.
        const destinations = new Set(results.map(({ destination }) => destination));
        const strangers = await cleanStrangers(context, [...destinations], options);
        results.push(...strangers.results);
        errors.push(...strangers.errors);
    }
    const refused = errors.some(({ exitStatus }) => exitStatus === 7);
    return { results, warnings: [], errors, exitCode: refused ? 7 : (0,outcome/* exitOf */.sX)(errors, results.length) };
}


/***/ }),

/***/ 68515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ createSpared)
/* harmony export */ });
/* harmony import */ var _repository_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23567);

/**
 * Spares what any other backup of the destination names, of whatever job. The manifests are read once, when first
 * asked. While one of them is damaged all is spared: nobody knows what it names.
 */
function createSpared(context, destination) {
    let reading;
    async function read() {
        const { points, damaged } = await (0,_repository_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .readEntries */ .$)(context, destination, undefined);
        if (damaged.length > 0)
            return undefined;
        const named = points.flatMap(({ job, id, outside }) => outside.map((key) => ({ key, of: `${job}/${id}` })));
        return new Map([...Map.groupBy(named, ({ key }) => key)].map(([key, all]) => [key, all.map(({ of }) => of)]));
    }
    return async (key, { job, id }) => {
        reading ??= read();
        const named = await reading;
        if (named === undefined)
            return true;
        // A checksum belongs to the object that it lies beside.
        const owners = [key, key.replace(/\.sha256$/, '')].flatMap((each) => named.get(each) ?? []);
        return owners.some((owner) => owner !== `${job}/${id}`);
    };
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

/***/ 67479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   cK: () => (/* binding */ deliver),
/* harmony export */   cv: () => (/* binding */ exchange),
/* harmony export */   kA: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38321);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48325);
/* harmony import */ var _domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10475);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54992);






const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'];
/** Characters of an answer: enough to see what the other side did not like, and what is read to be masked whole. */
const answer = { shown: 200, read: 8192 };
/** Of the URL of a webhook each part may be the secret, and error pages like to say what was asked for. */
function withoutUrl(text, { href, pathname, search, searchParams }) {
    const parts = [href, pathname + search, ...pathname.split('/'), ...searchParams.values()];
    const long = parts.filter((part) => part.length >= _domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .shortestSecret */ .b).sort((a, b) => b.length - a.length);
    return long.reduce((masked, part) => masked.replaceAll(part, '***'), (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .maskSecrets */ .QU)(text));
}
async function beginningOf(message, url) {
    let text = '';
    for await (const chunk of message) {
        text += String(chunk);
        if (text.length >= answer.read)
            break;
    }
    return withoutUrl(text, url).replaceAll(/\s+/g, ' ').trim().slice(0, answer.shown);
}
function unreached(error) {
    // Not its message: that may hold the whole URL.
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('notification-failed', `it cannot be reached: ${error.code ?? error.name}`, {
        retryable: true,
    });
}
/** What a call sends, and what takes the answer while the connection is open. */
async function send(call, read) {
    const { signal, body = '', environment, method = 'POST' } = call;
    if (!URL.canParse(call.url)) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('notification-failed', 'its URL is none', {
            hint: 'Write it with https:// in front.',
        });
    }
    const url = new URL(call.url);
    const proxyEnv = Object.fromEntries(proxyNames.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
    const secure = url.protocol === 'https:';
    const agent = secure ? new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ proxyEnv }) : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ proxyEnv });
    const bytes = Buffer.from(body);
    const headers = { 'user-agent': 'holdfast', 'content-length': String(bytes.length), ...call.headers };
    try {
        const message = await new Promise((resolve, reject) => {
            const sent = (secure ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, { method, headers, agent, signal }, resolve);
            sent.on('error', reject);
            sent.end(bytes);
        });
        return await read(message, url);
    }
    catch (error) {
        signal.throwIfAborted();
        throw unreached(error);
    }
    finally {
        agent.destroy();
    }
}
/**
 * One request, answered with its status and the beginning of its text. Redirects are not followed: what is sent is for
 * the URL that was configured. Errors: `notification-failed`, without the URL, which is a secret.
 */
function exchange(call) {
    return send(call, async (message, url) => ({
        status: message.statusCode ?? 0,
        text: await beginningOf(message, url),
    }));
}
/** One request, answered with its whole text, for an API that is asked. Errors: `notification-failed`. */
function ask(call) {
    return send(call, async (message) => ({ status: message.statusCode ?? 0, text: await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.text)(message) }));
}
/** An exchange that has to end with a 2xx. Errors: `notification-failed`. */
async function deliver(call) {
    const { status, text } = await exchange(call);
    if (status >= 200 && status < 300)
        return;
    throw refused(status, text);
}
/** The error for an answer that is no 2xx. */
function refused(status, text) {
    const said = text === '' ? '' : `: ${text}`;
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('notification-failed', `it answered ${status}${said}`, {
        ...([401, 403, 404, 410].includes(status) && { hint: 'Look whether its URL or key still holds.' }),
    });
}


/***/ }),

/***/ 85116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ planSync)
/* harmony export */ });
/* harmony import */ var _chains_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75707);
/* harmony import */ var _floors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54294);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75933);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4763);




/**
 * What a destination lacks of `points` and would keep if it had it, by its own rules. Proofs decide as far as there
 * are any, and never hold everything: what stays only until a drill has passed is not worth sending.
 */
function planSync(points, target, common) {
    const has = new Set(target.points.map(({ id }) => id));
    const missing = points.filter(({ id }) => !has.has(id)).sort(_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .newestFirst */ .l);
    const all = [...target.points, ...missing];
    const proven = all.filter((point) => point.proven).length;
    const rules = target.rules && {
        ...target.rules,
        requireProofs: Math.min(target.rules.requireProofs, proven),
    };
    const { decisions } = (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planRetention */ .S)(all, rules, {
        ...common,
        storeNow: target.storeNow,
        // One that leaves its floors to the others needs nothing that they have.
        ...((0,_floors_js__WEBPACK_IMPORTED_MODULE_2__/* .isPassing */ .W)(rules) && { elsewhere: points }),
    });
    const byId = new Map(all.map((point) => [point.id, point]));
    const verdicts = new Map(decisions.map((decision) => [decision.id, decision]));
    const wanted = new Set();
    for (const point of missing) {
        if (verdicts.get(point.id)?.keep !== true)
            continue;
        const older = (0,_chains_js__WEBPACK_IMPORTED_MODULE_3__/* .ancestorsOf */ .Gw)(point, byId).filter((id) => !has.has(id));
        const byLevel = (id) => byId.get(id)?.level ?? 0;
        for (const id of older.sort((a, b) => byLevel(a) - byLevel(b)))
            wanted.add(id);
        wanted.add(point.id);
    }
    const left = missing
        .filter(({ id }) => !wanted.has(id))
        .map(({ id }) => ({ id, reason: verdicts.get(id)?.reasons.join('; ') ?? 'no rule keeps it' }));
    return { wanted: [...wanted], left };
}


/***/ }),

/***/ 75933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ planRetention)
});

// EXTERNAL MODULE: ./build/retention/chains.js
var chains = __webpack_require__(75707);
// EXTERNAL MODULE: ./build/retention/floors.js
var retention_floors = __webpack_require__(54294);
// EXTERNAL MODULE: ./build/retention/calendar.js
var calendar = __webpack_require__(94467);
// EXTERNAL MODULE: ./build/retention/periods.js
var periods = __webpack_require__(95415);
;// CONCATENATED MODULE: ./build/retention/span.js
const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
];
/** A duration as the configuration writes it, in its largest fitting unit, rounded down: `7d`, `36h`, `15m`. */
function spanText(milliseconds) {
    for (const [unit, size] of units) {
        if (milliseconds >= size && (milliseconds % size === 0 || milliseconds >= 3 * size)) {
            return `${Math.floor(milliseconds / size)}${unit}`;
        }
    }
    return `${Math.max(0, Math.floor(milliseconds / 1000))}s`;
}

;// CONCATENATED MODULE: ./build/retention/rules.js



const kept = (reason) => ({ keep: true, reason });
const released = (reason) => ({ keep: false, reason });
function lastRule(count, { counted }) {
    const positions = new Map(counted.map((point, index) => [point.id, index]));
    return ({ id }) => {
        const position = positions.get(id);
        if (position === undefined)
            return undefined;
        if (position < count)
            return kept(`last ${position + 1} of ${count}`);
        return released(`last: ${position} newer, ${count} kept`);
    };
}
function periodRule(kind, count, counted, label) {
    const periods = new Map();
    const labels = new Map();
    for (const point of counted) {
        const name = label(kind, point);
        labels.set(point.id, name);
        const period = periods.get(name) ?? { index: periods.size, newest: point.id };
        periods.set(name, period);
        if (point.proven)
            period.proven ??= point.id;
    }
    return ({ id }) => {
        const name = labels.get(id);
        const period = name === undefined ? undefined : periods.get(name);
        if (!period)
            return undefined;
        if (period.index >= count)
            return released(`${kind}: ${name} is before the last ${count}`);
        const slot = `${kind} ${period.index + 1} of ${count} (${name})`;
        if (id === period.newest)
            return kept(slot);
        if (id === period.proven)
            return kept(`${slot}, newest proven`);
        return released(`${kind}: not the newest of ${name}`);
    };
}
function labeller(rules, timezone) {
    const times = new Map();
    return (kind, point) => {
        const time = times.get(point.id) ?? (0,calendar/* localTime */.HJ)(point.createdAt, timezone);
        times.set(point.id, time);
        return (0,periods/* periodOf */.j)(kind, time, rules);
    };
}
/** Windows of time displace nothing, so they hold what does not count as well. */
function withinRule(span, { counted }) {
    const newest = counted[0];
    return ({ createdAt }) => {
        if (!newest)
            return undefined;
        const behind = newest.createdAt.getTime() - createdAt.getTime();
        if (behind <= span)
            return kept(`within ${spanText(span)}`);
        return released(`within: ${spanText(behind)} older than the newest`);
    };
}
function tagRule(tag, span, now) {
    return ({ tags, createdAt }) => {
        if (!tags.includes(tag))
            return undefined;
        if (span === 'forever')
            return kept(`tag ${tag} for ever`);
        if (now.getTime() - createdAt.getTime() <= span)
            return kept(`tag ${tag} for ${spanText(span)}`);
        return released(`tag ${tag}: older than ${spanText(span)}`);
    };
}
const periodCounts = [
    ['hourly', 'keepHourly'],
    ['daily', 'keepDaily'],
    ['weekly', 'keepWeekly'],
    ['monthly', 'keepMonthly'],
    ['yearly', 'keepYearly'],
];
/** Whether there is any `keep-` rule at all. Without one nothing is ever deleted, whatever the floors are. */
function hasKeepRule(rules) {
    if (!rules)
        return false;
    const counts = [rules.keepLast, rules.keepWithin, ...periodCounts.map(([, key]) => rules[key])];
    return counts.some((count) => count !== undefined) || Object.keys(rules.keepTags ?? {}).length > 0;
}
/** The judges of all `keep-` rules that are set, in the order in which their reasons are shown. */
function judgesOf(rules, found, options) {
    const label = labeller(rules, options.timezone);
    const judges = [];
    if (rules.keepLast)
        judges.push(lastRule(rules.keepLast, found));
    for (const [kind, key] of periodCounts) {
        const count = rules[key];
        if (count)
            judges.push(periodRule(kind, count, found.counted, label));
    }
    if (rules.keepWithin !== undefined)
        judges.push(withinRule(rules.keepWithin, found));
    for (const [tag, span] of Object.entries(rules.keepTags ?? {})) {
        judges.push(tagRule(tag, span, options.now));
    }
    return judges;
}

// EXTERNAL MODULE: ./build/retention/survey.js
var survey = __webpack_require__(4763);
;// CONCATENATED MODULE: ./build/retention/plan.js




/** What holds a point whatever the rules are, also where it does not count. */
function unconditional(found, options) {
    const newest = found.counted[0];
    return (point) => {
        if (found.isFuture(point))
            return { keep: true, reason: 'dated in the future: kept, not counted' };
        if (point.held)
            return { keep: true, reason: 'held' };
        const awaiting = options.awaited?.get(point.id);
        if (awaiting?.length)
            return { keep: true, reason: `not yet at ${awaiting.join(', ')}` };
        const broken = found.chains.get(point.id)?.broken;
        const trouble = point.valid
            ? broken && `chain broken, ${broken}`
            : point.shredded
                ? 'shredded'
                : 'incomplete';
        if (!trouble)
            return undefined;
        // What does not count is still better than nothing, until something newer does count.
        if (!newest || newest.createdAt.getTime() <= point.createdAt.getTime()) {
            return { keep: true, reason: `${trouble}: kept until a newer recovery point exists` };
        }
        return { keep: false, reason: `${trouble}: not counted, ${newest.id} is newer` };
    };
}
function judge(point, judges) {
    const verdicts = judges.flatMap((each) => each(point) ?? []);
    const keeping = verdicts.filter(({ keep }) => keep);
    const shown = (keeping.length > 0 ? keeping : verdicts).map(({ reason }) => reason);
    return { id: point.id, keep: keeping.length > 0, reasons: shown.length > 0 ? shown : ['no rule keeps it'] };
}
/** Ancestors of what is kept are kept: the reason names the newest child and how many there are besides. */
function withAncestors(decisions, { byId }) {
    const children = new Map();
    for (const { id, keep } of decisions) {
        const point = byId.get(id);
        if (!keep || !point)
            continue;
        for (const ancestor of (0,chains/* ancestorsOf */.Gw)(point, byId)) {
            const needing = children.get(ancestor) ?? [];
            needing.push(id);
            children.set(ancestor, needing);
        }
    }
    return decisions.map((decision) => {
        const needing = children.get(decision.id);
        if (!needing)
            return decision;
        const more = needing.length > 1 ? ` and ${needing.length - 1} more` : '';
        const reason = `needed by ${needing[0]}${more}`;
        return { id: decision.id, keep: true, reasons: [...(decision.keep ? decision.reasons : []), reason] };
    });
}
/** All points kept, those that would have gone for `reason`. */
function keepAll(decisions, reason) {
    return decisions.map((decision) => decision.keep ? decision : { ...decision, keep: true, reasons: [reason] });
}
function futureFindings({ points, isFuture }) {
    const names = points.filter(isFuture).map(({ id }) => id);
    if (names.length === 0)
        return [];
    const what = names.length === 1 ? '1 backup is' : `${names.length} backups are`;
    return [
        {
            severity: 'warning',
            code: 'clock-in-future',
            message: `${what} dated in the future: kept, not counted`,
            hint: 'Set the clock of the host that wrote them; retention counts them once their time has come.',
            names,
        },
    ];
}
function refusalOf(decisions, found, backing, failedDrill) {
    const wouldDelete = decisions.filter(({ keep }) => !keep).map(({ id }) => id);
    if (wouldDelete.length === 0)
        return undefined;
    const keeps = new Set(decisions.filter(({ keep }) => keep).map(({ id }) => id));
    const survivors = [...backing.counted, ...found.counted.filter(({ id }) => keeps.has(id))];
    if (survivors.length === 0) {
        return {
            code: 'plan-deletes-everything',
            message: `the plan would delete every recovery point (${wouldDelete.length})`,
            hint: 'Set `retention.minimum` to at least 1, or give the job a `keep-` rule that keeps something.',
            wouldDelete,
        };
    }
    if (!failedDrill)
        return undefined;
    return {
        code: 'drill-failed',
        message: `the last drill failed (${failedDrill.id}, ${failedDrill.finishedAt}), so nothing is deleted`,
        hint: 'Find out why with `holdfast verify --depth restore` and drill again, or pass --force to delete nevertheless.',
        wouldDelete,
    };
}
/**
 * Decides which of a job's points at one destination may go, with a reason for each. Pure: the same arguments give
 * the same plan, and planning again over the survivors deletes nothing more.
 *
 * - A point dies only if every rule lets it go. No rules, or none that begins with `keep-`: nothing ever dies.
 * - Only recovery points count: valid, chain-whole here, not dated more than an hour ahead of the store. What does
 *   not count takes nobody's place; it stays while nothing newer counts, and within `keep-within` and `keep-tags`.
 * - In a period whose newest point is unproven the newest proven one stays as well, and the newest proven point of
 *   all stays always: an unproven point never displaces a proven one.
 * - Every ancestor of a kept point is kept.
 * - `require-proofs` unmet: nothing is deleted, `note` says why. This is no error.
 * - `refused` (`plan-deletes-everything`, `drill-failed`): nothing may be deleted; the decisions then say so too.
 *
 * @throws HoldfastError `config-invalid` where the time zone does not exist.
 */
function planRetention(points, rules, options) {
    const found = (0,survey/* survey */.F)(points, options.storeNow);
    const findings = futureFindings(found);
    if (!hasKeepRule(rules)) {
        const decisions = found.points.map(({ id }) => ({ id, keep: true, reasons: ['no retention rule'] }));
        return { decisions, findings };
    }
    const elsewhere = (0,survey/* survey */.F)(options.elsewhere ?? [], options.storeNow);
    const backing = (0,retention_floors/* isPassing */.W)(rules) ? elsewhere : (0,survey/* survey */.F)([], options.storeNow);
    const floors = (0,retention_floors/* floorsOf */.t)(rules, found, elsewhere, backing);
    const judges = [unconditional(found, options), ...judgesOf(rules, found, options), ...floors.judges];
    const decisions = withAncestors(found.points.map((point) => judge(point, judges)), found);
    if (floors.frozen !== undefined) {
        return {
            decisions: keepAll(decisions, floors.frozen),
            note: `nothing deleted: ${floors.frozen}`,
            findings,
        };
    }
    const refused = refusalOf(decisions, found, backing, options.failedDrill);
    if (!refused)
        return { decisions, findings };
    return { decisions: keepAll(decisions, 'the plan is refused'), refused, findings };
}


/***/ })

};
