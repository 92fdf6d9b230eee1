export const id = 8774;
export const ids = [8774,2471];
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

/***/ 93571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ claimedObjects),
/* harmony export */   Rq: () => (/* binding */ checksumKey),
/* harmony export */   SV: () => (/* binding */ namedObjects),
/* harmony export */   Ut: () => (/* binding */ checksumLine)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47740);
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
/** What it holds: a line as `sha256sum --check` reads it. */
function checksumLine(key, sha256) {
    return `${sha256}  ${key.slice(key.lastIndexOf('/') + 1)}\n`;
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

/***/ 94467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ dayText),
/* harmony export */   HJ: () => (/* binding */ localTime),
/* harmony export */   eC: () => (/* binding */ lastDayOf),
/* harmony export */   jR: () => (/* binding */ dayNumberOf)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

const day = 86_400_000;
const formats = new Map();
function formatOf(timezone) {
    const known = formats.get(timezone);
    if (known)
        return known;
    try {
        const made = new Intl.DateTimeFormat('en-US', {
            timeZone: timezone,
            calendar: 'gregory',
            numberingSystem: 'latn',
            hourCycle: 'h23',
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
            hour: '2-digit',
            minute: '2-digit',
            second: '2-digit',
        });
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

/***/ 75707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ chainStates),
/* harmony export */   Gw: () => (/* binding */ ancestorsOf),
/* harmony export */   fv: () => (/* binding */ deletionOrder)
/* harmony export */ });
function ownState(point, points) {
    if (point.parent === null) {
        return point.level === 0 ? { base: point.id } : { broken: 'its parent is not named' };
    }
    const parent = points.get(point.parent);
    if (!parent)
        return { broken: `${point.parent} is missing` };
    if (parent.level >= point.level)
        return { broken: `${parent.id} is not of a lower level` };
    return undefined;
}
/**
 * The chain of every point. A point is whole when each ancestor is there, valid, and of a lower level than its child,
 * down to a level 0. Levels fall with every step, so that no chain is a circle or deeper than its level.
 */
function chainStates(points) {
    const states = new Map();
    const visit = (point) => {
        const known = states.get(point.id);
        if (known)
            return known;
        const state = ownState(point, points) ?? inherited(point);
        states.set(point.id, state);
        return state;
    };
    const inherited = (point) => {
        const parent = points.get(point.parent ?? '');
        const below = visit(parent);
        if (below.broken !== undefined)
            return below;
        return parent.valid ? below : { broken: `${parent.id} is incomplete` };
    };
    for (const point of points.values())
        visit(point);
    return states;
}
/** The ids of all ancestors that are there, nearest first. */
function ancestorsOf(point, points) {
    const ancestors = [];
    let at = point;
    while (at.parent !== null) {
        const parent = points.get(at.parent);
        if (!parent || ancestors.includes(parent.id) || parent.id === point.id)
            break;
        ancestors.push(parent.id);
        at = parent;
    }
    return ancestors;
}
/**
 * The ids to delete in an order that is safe to be interrupted: children before their parents, and oldest first
 * where chains do not say otherwise.
 */
function deletionOrder(ids, points) {
    const byId = new Map(points.map((point) => [point.id, point]));
    const depth = (id) => {
        const point = byId.get(id);
        return point ? ancestorsOf(point, byId).length : 0;
    };
    const depths = new Map(ids.map((id) => [id, depth(id)]));
    return [...ids].sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0) || (a < b ? -1 : a > b ? 1 : 0));
}


/***/ }),

/***/ 54294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isPassing),
/* harmony export */   t: () => (/* binding */ floorsOf)
/* harmony export */ });
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4763);

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
    return [...all.values()].sort(_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .l);
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


/***/ }),

/***/ 4763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ survey),
/* harmony export */   l: () => (/* binding */ newestFirst)
/* harmony export */ });
/* harmony import */ var _chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75707);

const skew = 3_600_000;
/** Newest first; the id decides between equal times, so that a plan never depends on the order of a listing. */
function newestFirst(a, b) {
    return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}
function survey(points, storeNow) {
    const byId = new Map(points.map((point) => [point.id, point]));
    const chains = (0,_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .chainStates */ .Av)(byId);
    const limit = storeNow.getTime() + skew;
    // Written so that an unreadable date (NaN) counts as future too: kept, and trusted with nothing.
    const isFuture = (point) => !(point.createdAt.getTime() <= limit);
    const rank = (point) => (Number.isNaN(point.createdAt.getTime()) ? 0 : 1);
    const sorted = [...byId.values()].sort((a, b) => rank(a) - rank(b) || newestFirst(a, b) || 0);
    const whole = (point) => chains.get(point.id)?.broken === undefined;
    const counted = sorted.filter((point) => point.valid && whole(point) && !isFuture(point));
    return { byId, chains, points: sorted, counted, isFuture };
}


/***/ })

};
