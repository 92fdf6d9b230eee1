export const id = 81;
export const ids = [81];
export const modules = {

/***/ 3081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanup: () => (/* binding */ cleanup)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(4992);
// EXTERNAL MODULE: ./build/retention/chains.js
var chains = __webpack_require__(5707);
// EXTERNAL MODULE: ./build/retention/survey.js
var survey = __webpack_require__(4763);
;// CONCATENATED MODULE: ./build/retention/floors.js

/**
 * True where the other destinations carry the floors: `keep-last: 0` and no other rule that counts means "gone once
 * the others have acknowledged it".
 */
function isPassing(rules) {
    if (rules?.keepLast !== 0)
        return false;
    const { keepHourly, keepDaily, keepWeekly, keepMonthly, keepYearly, keepWithin } = rules;
    return ![keepHourly, keepDaily, keepWeekly, keepMonthly, keepYearly, keepWithin].some(Boolean);
}
/** All points of two surveys, each id once and proven where either copy is, newest first. */
function union(here, elsewhere) {
    const all = new Map(elsewhere.map((point) => [point.id, point]));
    for (const point of here) {
        const other = all.get(point.id);
        all.set(point.id, other?.proven ? other : point);
    }
    return [...all.values()].sort(survey/* newestFirst */.l);
}
function chosen(reasons) {
    return ({ id }) => {
        const reason = reasons.get(id);
        return reason === undefined ? undefined : { keep: true, reason };
    };
}
function minimumFloor(rules, here, backing) {
    const reasons = new Map();
    const bases = new Set();
    const held = new Set(backing.counted.map(({ id }) => id));
    for (const point of union(here.counted, backing.counted)) {
        if (bases.size >= rules.minimum)
            break;
        const base = (here.chains.get(point.id) ?? backing.chains.get(point.id))?.base ?? point.id;
        if (bases.has(base))
            continue;
        bases.add(base);
        const rank = `minimum ${bases.size} of ${rules.minimum}`;
        if (!held.has(point.id))
            reasons.set(point.id, bases.size === 1 ? `newest, ${rank}` : rank);
    }
    return chosen(reasons);
}
/** Even where no proof is demanded the newest proven point stays: newer unproven ones cannot push it out. */
function provenFloor(rules, here, backing) {
    const reasons = new Map();
    const provenThere = new Set(backing.counted.filter(({ proven }) => proven).map(({ id }) => id));
    const proven = union(here.counted, backing.counted).filter((point) => point.proven);
    const { requireProofs } = rules;
    for (const [index, { id }] of proven.slice(0, Math.max(1, requireProofs)).entries()) {
        if (provenThere.has(id))
            continue;
        reasons.set(id, requireProofs > 0 ? `proven ${index + 1} of ${requireProofs}` : 'newest proven');
    }
    return chosen(reasons);
}
/**
 * `minimum` and `require-proofs`. `elsewhere` are the other destinations' survivors: their proofs count before
 * anything may go; they take over the floors themselves only where this destination is a passing one, so that no
 * two destinations rely on each other.
 */
function floorsOf(rules, here, elsewhere, backing) {
    const judges = [minimumFloor(rules, here, backing), provenFloor(rules, here, backing)];
    const proven = union(here.counted, elsewhere.counted).filter((point) => point.proven).length;
    if (proven >= rules.requireProofs)
        return { judges };
    const count = proven === 0 ? 'no proven restore yet' : `${proven} of ${rules.requireProofs} proven restores`;
    return { judges, frozen: count };
}

// EXTERNAL MODULE: ./build/retention/calendar.js
var calendar = __webpack_require__(4467);
// EXTERNAL MODULE: ./build/retention/periods.js
var periods = __webpack_require__(5415);
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
        const trouble = point.valid ? broken && `chain broken, ${broken}` : 'incomplete';
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
    const backing = isPassing(rules) ? elsewhere : (0,survey/* survey */.F)([], options.storeNow);
    const floors = floorsOf(rules, found, elsewhere, backing);
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
    const kept = keptIds(planRetention(points, modest, optionsOf(destination, common)));
    return points.filter(({ id }) => kept.has(id));
}
/** Ids that `other` lacks and would keep if it had them: `sync` copies these, so they must still be there. */
function lacking(from, other, common) {
    const has = new Set(other.points.map(({ id }) => id));
    const missing = from.points.filter(({ id }) => !has.has(id));
    const kept = keptIds(planRetention([...other.points, ...missing], other.rules, optionsOf(other, common)));
    const fromById = new Map(from.points.map((point) => [point.id, point]));
    const wanted = missing.filter(({ id }) => kept.has(id));
    const parents = wanted.flatMap((point) => (0,chains/* ancestorsOf */.Gw)(point, fromById));
    return new Set([...wanted.map(({ id }) => id), ...parents.filter((id) => !has.has(id))]);
}
/**
 * The plans of one job at all its destinations together, by name. Proofs made anywhere count everywhere. A passing
 * destination (`keep-last: 0`) may leave its floors to the others, and keeps what they are still to get; the others
 * each hold their own, so that no two destinations delete the last copy in reliance on each other.
 */
function planDestinations(destinations, common) {
    const staying = destinations.filter(({ rules }) => !isPassing(rules));
    const certain = new Map(staying.map((each) => [each.name, certainSurvivors(each, common)]));
    const plans = new Map();
    for (const destination of destinations) {
        const others = staying.filter(({ name }) => name !== destination.name);
        const elsewhere = others.flatMap(({ name }) => certain.get(name) ?? []);
        const awaited = new Map();
        for (const other of isPassing(destination.rules) ? others : []) {
            for (const id of lacking(destination, other, common)) {
                awaited.set(id, [...(awaited.get(id) ?? []), other.name]);
            }
        }
        const options = { ...optionsOf(destination, common), elsewhere, awaited };
        plans.set(destination.name, planRetention(destination.points, destination.rules, options));
    }
    return plans;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(4557);
// EXTERNAL MODULE: ./build/catalog/keys.js + 1 modules
var keys = __webpack_require__(7740);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(864);
;// CONCATENATED MODULE: ./build/catalog/garbage-runs.js


const branches = [
    ['data', parse_keys/* parseDataKey */.Jb],
    ['keys', parse_keys/* parseWrapKey */.bE],
    ['state', parse_keys/* parseStateKey */.SY],
    ['holds', parse_keys/* parseHoldKey */.Wm],
];
/**
 * Every run that has objects under `data/`, `keys/` or `state/`, in the order of the keys. Four listings are read side
 * by side and one run is held at a time, so memory does not grow with their length. Keys that are not of the format
 * belong to no run.
 */
async function* listRuns(store, job) {
    const lists = branches.map(([branch, parse]) => partsOf(store, (0,keys/* branchPrefix */.$j)(branch, job), parse));
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
        store.list(`${(0,keys/* wrapsPrefix */.Ew)(job, id)}/`),
        store.list(`${(0,keys/* dataPrefix */.BW)(job, id)}/`),
        listExactly(store, (0,keys/* stateKey */.bP)(job, id)),
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

// EXTERNAL MODULE: ./build/catalog/manifest.js
var manifest = __webpack_require__(9227);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(7493);
;// CONCATENATED MODULE: ./build/catalog/garbage-deletion.js






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
    const manifest = await (0,object_io/* findObject */.Z)(store, (0,keys/* manifestKey */.Rn)(job, id));
    if (manifest && isLocked(manifest, options.now)) {
        return { objects: 0, bytes: 0, ...(manifest.retainUntil && { lockedUntil: manifest.retainUntil }) };
    }
    if (manifest)
        await deleteObject(store, manifest, options);
    await expectGone(store, { job, id }, options.signal);
    const rest = await deleteRunObjects(store, { job, id }, options);
    const own = { objects: manifest ? 1 : 0, bytes: manifest?.bytes ?? 0 };
    return { ...rest, objects: rest.objects + own.objects, bytes: rest.bytes + own.bytes };
}
/** A listing may come back short and a deletion do nothing: data must not go while the manifest can still be read. */
async function expectGone(store, { job, id }, signal) {
    const key = (0,keys/* manifestKey */.Rn)(job, id);
    if (!(await (0,object_io/* readIfPresent */.Zu)(store, key, 2 * manifest/* manifestLimit */.t7, signal)))
        return;
    throw new errors_error/* HoldfastError */.E('store-lied', `${store.name} still has ${key}, which was deleted`, {
        hint: 'Nothing else of this backup was deleted. Run `holdfast doctor` against this destination.',
        context: { key, destination: store.name },
    });
}
/** Deletes what a run has besides its manifest: wraps first, then data, then state; several at once, memory flat. */
async function deleteRunObjects(store, name, options) {
    let objects = 0;
    let bytes = 0;
    let lockedUntil;
    for (const listing of objectsOfRun(store, name)) {
        await (0,bounded/* forEachBounded */.a)(listing, atOnce, async (object) => {
            if (isLocked(object, options.now)) {
                lockedUntil = later(lockedUntil, object.retainUntil);
                return;
            }
            await deleteObject(store, object, options);
            objects += 1;
            bytes += object.bytes;
        });
    }
    return { objects, bytes, ...(lockedUntil && { lockedUntil }) };
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
    return (await (0,object_io/* findObject */.Z)(store, (0,keys/* holdKey */.Zd)(job, id))) !== undefined;
}
function heldError(store, job, id) {
    return new errors_error/* HoldfastError */.E('held', `backup ${id} of ${job} is held`, {
        hint: `Run \`holdfast release ${id}\` first if it may go.`,
        context: { job, id, destination: store.name },
    });
}
function isLocked(object, now) {
    return object.retainUntil !== undefined && object.retainUntil > now;
}

// EXTERNAL MODULE: ./build/catalog/tombstones.js
var tombstones = __webpack_require__(3114);
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
    for await (const run of listRuns(store, job)) {
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
    const nothing = { ...name, objects: 0, bytes: 0 };
    if (!store.features.createOnly && !options.exclusive)
        throw exclusiveNeeded(store);
    if (await isHeld(store, name))
        return { ...nothing, outcome: 'held' };
    if (!(await isAllOld(store, name, options)))
        return { ...nothing, outcome: 'active' };
    options.signal.throwIfAborted();
    options.assertHeld();
    const placed = await (0,tombstones/* createTombstone */.Kk)(store, job, id, options.now, options.signal);
    if (!placed && !(await isTombstone(store, name, options.signal)))
        return { ...nothing, outcome: 'committed' };
    return { ...name, ...(await deleteRunObjects(store, name, options)), outcome: 'collected' };
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
        await deleteObject(store, object, options);
        removed += 1;
    }
    return removed;
}
function isOld(time, now, age) {
    return now.getTime() - time.getTime() >= age;
}
async function isAllOld(store, name, options) {
    for (const listing of objectsOfRun(store, name)) {
        for await (const { modified } of listing) {
            if (!isOld(modified, options.now, options.graceMs ?? defaultGrace))
                return false;
        }
    }
    return true;
}
async function isEmpty(store, name) {
    for (const listing of objectsOfRun(store, name)) {
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

// EXTERNAL MODULE: ./build/catalog/read-manifest.js
var read_manifest = __webpack_require__(3502);
// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(7167);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(6140);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 7 modules
var entries = __webpack_require__(6171);
;// CONCATENATED MODULE: ./build/commands/cleanup/execute.js









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
/** Objects that a job's `object-name` put outside the backup's own folder. */
async function singleObjects(destination, entry, signal) {
    const { manifest } = await (0,read_manifest/* readManifest */.W)(destination.store, entry.job, entry.id, { signal });
    return manifest.streams.flatMap(({ object }) => object?.key ?? []);
}
/** Deletes what the plan lets go, children before their parents, the audit line first. */
async function executePlan(context, destination, job, decisions, { deletion }) {
    const doomed = decisions.filter(({ keep }) => !keep);
    if (doomed.length === 0)
        return { deleted: [], bytes: 0 };
    const { points } = destination.catalogue;
    const byId = new Map(points.map((entry) => [entry.id, entry]));
    await audit(context, destination, job, doomed);
    const deleted = [];
    let bytes = 0;
    const order = (0,chains/* deletionOrder */.fv)(doomed.map(({ id }) => id), points.map(entries/* toRecoveryPoint */.z));
    for (const id of order) {
        const entry = byId.get(id);
        const extra = entry ? await singleObjects(destination, entry, deletion.signal) : [];
        const gone = await deleteBackup(destination.store, job, id, deletion);
        for (const key of extra) {
            deletion.assertHeld();
            await destination.store.delete(key);
        }
        bytes += gone.bytes;
        if (gone.lockedUntil === undefined)
            deleted.push(id);
        else {
            const until = gone.lockedUntil.toISOString();
            (0,commands_context/* tell */.q)(context, {
                severity: 'info',
                code: 'locked',
                message: `${id} is locked at ${destination.name} until ${until}`,
            }, job);
        }
    }
    return { deleted, bytes };
}
/** Ids that have something under `manifests/`, whatever it is: none of their objects is garbage. */
function committedIds({ catalogue }) {
    return new Set([...catalogue.points, ...catalogue.damaged].map(({ id }) => id));
}
/** Runs that died, and tombstones whose time is over; only named where `dryRun`. */
async function sweep(context, destination, job, { deletion, exclusive }, dryRun) {
    const { store, catalogue, storeNow } = destination;
    const garbage = [];
    let bytes = 0;
    const manifests = committedIds(destination);
    for await (const run of findGarbage(store, { job, now: storeNow, manifests, signal: context.signal })) {
        if (run.held)
            continue;
        if (!dryRun) {
            const collected = await collectGarbage(store, run, { ...deletion, exclusive });
            if (collected.outcome !== 'collected')
                continue;
            bytes += collected.bytes;
        }
        garbage.push({ key: (0,keys/* dataPrefix */.BW)(run.job, run.id), bytes: run.bytes });
    }
    if (!dryRun)
        await removeOldTombstones(store, catalogue.tombstones, deletion);
    return { garbage, bytes };
}

// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(8970);
;// CONCATENATED MODULE: ./build/commands/cleanup/old-logs.js




const life = 90 * 24 * 3_600_000;
/** Deletes logs of runs and drills that are older than 90 days and whose backup is gone, or never was. Returns how many. */
async function removeOldLogs(destination, job, deletion) {
    const { store, catalogue, storeNow } = destination;
    const kept = new Set([...catalogue.points, ...catalogue.damaged].map(({ id }) => id));
    let removed = 0;
    for await (const object of store.list((0,keys/* branchPrefix */.$j)('logs', job))) {
        const name = (0,parse_keys/* parseLogKey */.rv)(object.key);
        const made = name && (0,ids/* parseId */.Fg)(name.id)?.createdAt;
        if (!name || !made || kept.has(name.id) || storeNow.getTime() - made.getTime() < life)
            continue;
        await deleteObject(store, object, deletion);
        removed += 1;
    }
    return removed;
}

;// CONCATENATED MODULE: ./build/commands/cleanup/carry-out.js


/** Carries a plan out at one destination, or shows it: what retention lets go, runs that died, old logs. */
async function carryOut(context, job, destination, plan, options, leases) {
    const { dryRun, exclusive } = options;
    const execute = {
        exclusive,
        deletion: {
            now: destination.storeNow,
            signal: context.signal,
            assertHeld: () => {
                for (const lease of leases)
                    lease.assertHeld();
            },
        },
    };
    const doomed = new Set(plan.decisions.filter(({ keep }) => !keep).map(({ id }) => id));
    const executed = dryRun || plan.refused ? undefined : await executePlan(context, destination, job, plan.decisions, execute);
    const swept = await sweep(context, destination, job, execute, dryRun);
    const logs = dryRun ? 0 : await removeOldLogs(destination, job, execute.deletion);
    const gone = executed ? new Set(executed.deleted) : doomed;
    const line = ({ id, reasons }) => ({ id, reason: reasons.join('; ') });
    const stored = new Map(destination.catalogue.points.map(({ id, stats }) => [id, stats.storedBytes]));
    const planned = [...gone].reduce((sum, id) => sum + (stored.get(id) ?? 0), 0);
    const garbageBytes = swept.garbage.reduce((sum, { bytes }) => sum + bytes, 0);
    const total = [...stored.values()].reduce((sum, bytes) => sum + bytes, 0);
    return {
        job,
        destination: destination.name,
        deleted: plan.decisions.filter(({ id }) => gone.has(id)).map(line),
        kept: plan.decisions.filter(({ id }) => !gone.has(id)).map(line),
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

;// CONCATENATED MODULE: ./build/commands/cleanup/plan.js


/** The newest conclusive drill of any backup of the job, if it failed: then nothing may be deleted. */
function failedDrill(entries) {
    let newest;
    for (const { id, lastProof } of entries) {
        if (lastProof === undefined || lastProof.result === 'inconclusive')
            continue;
        if (newest === undefined || lastProof.finishedAt > newest.proof.finishedAt)
            newest = { id, proof: lastProof };
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

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var destination = __webpack_require__(9780);
// EXTERNAL MODULE: ./build/commands/repository/find.js
var find = __webpack_require__(365);
// EXTERNAL MODULE: ./build/commands/repository/lease.js + 8 modules
var lease = __webpack_require__(8606);
// EXTERNAL MODULE: ./build/commands/repository/lease-store.js
var lease_store = __webpack_require__(9030);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(9798);
;// CONCATENATED MODULE: ./build/commands/cleanup.js












function cleanup_exclusiveNeeded(name) {
    return new errors_error/* HoldfastError */.E('exclusive-needed', `${name} has no conditional writes: two cleanups or a late backup could meet`, {
        hint: 'Make sure that nothing else runs on this store, then repeat with --exclusive.',
        context: { destination: name },
    });
}
/** A rehearsed clock must never delete what the real one would keep. */
function refuseFuture(context, storeNow, dryRun) {
    if (dryRun || !context.rehearsal || context.clock.now() <= storeNow)
        return;
    throw new errors_error/* HoldfastError */.E('clock-in-future', 'HOLDFAST_NOW is later than the time of the store', {
        hint: 'Add --dry-run to rehearse a cleanup, or unset HOLDFAST_NOW to carry one out.',
        context: { now: context.clock.now().toISOString(), store: storeNow.toISOString() },
    });
}
async function look(context, job, destination, storeNow) {
    const catalogue = await (0,entries/* readEntries */.$)(context, destination, job);
    const settings = context.config.job(job);
    const own = settings.to.find(({ name }) => name === destination.name);
    return { ...destination, catalogue, rules: own?.retention ?? settings.retention, storeNow };
}
async function openAll(context, job, options, report) {
    const open = [];
    for (const name of (0,find/* destinationsOf */.N)(context, job)) {
        try {
            open.push(await (0,destination/* openDestination */.xB)(context, name, options.dryRun ? 'read' : 'write'));
        }
        catch (error) {
            context.signal.throwIfAborted();
            report.errors.push((0,outcome/* asHoldfastError */.Cs)(error));
        }
    }
    return open;
}
async function cleanJob(context, job, options) {
    const report = { results: [], errors: [] };
    const open = await openAll(context, job, options, report);
    const stores = (0,lease_store/* leaseStores */.J)(context, open);
    const leases = options.dryRun ? [] : await (0,lease/* leaseScope */.H_)(context, `job~${job}`, stores, options.onBusy, job);
    if (leases === undefined)
        return report;
    const held = { ...context, signal: (0,lease/* whileHeld */.tE)(context.signal, leases) };
    try {
        for (const [index, lease] of leases.entries()) {
            if (!lease.exclusive && !options.exclusive)
                throw cleanup_exclusiveNeeded(stores[index]?.name ?? job);
        }
        const destinations = [];
        const storeNow = leases[0]?.storeTime() ?? context.clock.now();
        for (const destination of open) {
            refuseFuture(context, storeNow, options.dryRun);
            destinations.push(await look(held, job, destination, storeNow));
        }
        const plans = planDestinations(destinations.map((destination) => pointsOf(destination, options.force)), { now: context.clock.now(), timezone: context.config.timezone });
        for (const destination of destinations) {
            const made = plans.get(destination.name);
            if (made === undefined)
                continue;
            const damaged = options.force ? [] : destination.catalogue.damaged;
            const plan = damaged.length > 0 ? sparing(made) : made;
            if (damaged.length > 0)
                report.errors.push(damageError(job, destination.name, damaged));
            for (const finding of plan.findings)
                (0,commands_context/* tell */.q)(context, finding, job);
            report.results.push(await carryOut(held, job, destination, plan, options, leases));
            if (plan.refused) {
                const { code, message, hint, wouldDelete } = plan.refused;
                report.errors.push(new errors_error/* HoldfastError */.E(code, `${job} at ${destination.name}: ${message}`, {
                    hint,
                    context: { wouldDelete },
                }));
            }
        }
        return report;
    }
    finally {
        await (0,lease/* releaseAll */.Th)(leases);
    }
}
/** `holdfast cleanup [jobs…]`: retention by plan, then runs that died, old tombstones and old logs. */
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
        try {
            const report = await cleanJob(context, job, options);
            results.push(...report.results);
            errors.push(...report.errors);
        }
        catch (error) {
            errors.push((0,outcome/* asHoldfastError */.Cs)(error));
            if (context.signal.aborted)
                break;
        }
    }
    const refused = errors.some(({ exitStatus }) => exitStatus === 7);
    return { results, warnings: [], errors, exitCode: refused ? 7 : (0,outcome/* exitOf */.sX)(errors, results.length) };
}


/***/ })

};
