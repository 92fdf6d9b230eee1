export const id = 9473;
export const ids = [9473,7479];
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

/***/ 4806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backup: () => (/* binding */ backup)
});

// EXTERNAL MODULE: ./build/catalog/bounded.js
var bounded = __webpack_require__(34557);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
// EXTERNAL MODULE: ./build/commands/announce/bell.js + 18 modules
var announce_bell = __webpack_require__(28832);
// EXTERNAL MODULE: ./build/commands/announce/last-run.js
var last_run = __webpack_require__(33079);
;// CONCATENATED MODULE: ./build/commands/announce/backup.js



/** Statuses of a job that nothing was done for. */
const idle = new Set(['not-due', 'skipped', 'dry-run']);
function samplesOf(job, now, result, good) {
    const labels = { backup_job: job };
    const seconds = Math.round(now.getTime() / 1000);
    const given = (name, value) => value === undefined ? [] : [{ name, labels, value }];
    return [
        ...given('holdfast_backup_success', good ? 1 : 0),
        ...given('holdfast_backup_last_run_timestamp_seconds', seconds),
        ...given('holdfast_backup_last_success_timestamp_seconds', good ? seconds : undefined),
        ...given('holdfast_backup_duration_seconds', result.seconds),
        ...given('holdfast_backup_source_bytes', result.sourceBytes),
        ...given('holdfast_backup_stored_bytes', result.storedBytes),
        ...given('holdfast_backup_files', result.files),
        ...(result.destinations ?? []).map(({ name, status }) => ({
            name: 'holdfast_backup_destination_success',
            labels: { ...labels, destination: name },
            value: status === 'success' ? 1 : 0,
        })),
    ];
}
/** Tells of a run that left a backup, whole or in part. */
async function announceBackup(bell, { result, errors, recovered }) {
    const { job, status = 'success', warnings = [], previousStoredBytes = [] } = result;
    if (idle.has(status))
        return;
    const good = errors.length === 0;
    await (0,last_run/* rememberFailure */.S)(bell.context, job, !good);
    const occasions = [
        good ? 'success' : 'failure',
        ...((0,announce_bell/* isOdd */.A)(warnings) ? ['anomaly'] : []),
        ...(good && recovered ? ['recovery'] : []),
    ];
    const { id, level, seconds, sourceBytes, storedBytes, files, destinations = [] } = result;
    const previous = previousStoredBytes.at(-1);
    await bell.ring({
        occasions,
        status,
        ...(id !== undefined && { id }),
        ...(level !== undefined && { level }),
        ...(seconds !== undefined && { seconds }),
        ...(sourceBytes !== undefined && { sourceBytes }),
        ...(storedBytes !== undefined && { storedBytes }),
        ...(previous !== undefined && { previousStoredBytes: previous }),
        ...(files !== undefined && { files }),
        destinations,
        warnings,
        errors,
        samples: samplesOf(job, bell.context.clock.now(), result, good),
    });
}
/** Tells of a run that left nothing. That another run holds the job is no failure of it. */
async function announceFailure(bell, job, error) {
    if (error.code === 'busy')
        return;
    await (0,last_run/* rememberFailure */.S)(bell.context, job, true);
    await bell.ring({
        occasions: ['failure'],
        status: (0,report_document/* statusOf */.c)(error.exitStatus),
        errors: [error],
        samples: samplesOf(job, bell.context.clock.now(), { job }, false),
    });
}

// EXTERNAL MODULE: ./build/commands/backup/job.js + 52 modules
var job = __webpack_require__(693);
// EXTERNAL MODULE: ./build/commands/backup/log-files.js
var log_files = __webpack_require__(34098);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
;// CONCATENATED MODULE: ./build/commands/backup.js







/** One job, and those told who want to know. Never throws: what fails is its own. */
async function backUp(context, name, options, logFiles) {
    const bell = (0,announce_bell/* openBell */.O)(context, 'backup', name);
    try {
        const report = await (0,job/* backupJob */.e)(bell.context, name, { ...options, logFiles, bell });
        const errors = report.errors.map((error) => (0,outcome/* errorOfJob */.Dm)(error, name));
        await announceBackup(bell, report);
        return { result: report.result, errors };
    }
    catch (thrown) {
        const error = (0,outcome/* errorOfJob */.Dm)(thrown, name);
        if (!options.dryRun)
            await announceFailure(bell, name, error);
        return { errors: [error] };
    }
}
/**
 * `holdfast backup [jobs…]`: each job by itself, `parallel` of them at once; one that fails does not keep the others from
 * running. Results are in the order of the jobs.
 */
async function backup(context, names, options) {
    const jobs = (0,repository_select/* selectJobs */.h)(context, names);
    context.config.prepare({
        jobs,
        ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
        parts: ['source', 'destinations', 'encryption', 'state-identity', 'signing-key', 'trust', 'hooks'],
    });
    const logFiles = (0,log_files/* createLogFiles */.G)();
    const ends = new Map();
    await (0,bounded/* forEachBounded */.a)(jobs, Math.max(1, options.parallel ?? 1), async (name) => {
        // An interruption keeps the next ones from starting.
        if (ends.size > 0 && context.signal.aborted)
            return;
        ends.set(name, await backUp(context, name, options, logFiles));
    });
    logFiles.close();
    const inOrder = jobs.flatMap((name) => ends.get(name) ?? []);
    const results = inOrder.flatMap(({ result }) => result ?? []);
    const errors = inOrder.flatMap((end) => end.errors);
    return { results, warnings: [], errors, exitCode: (0,outcome/* exitOf */.sX)(errors, results.length) };
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

/***/ 87543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ isStale),
/* harmony export */   nZ: () => (/* binding */ isDue),
/* harmony export */   z7: () => (/* binding */ credible)
/* harmony export */ });
const hour = 3_600_000;
/** Those of some moments that are not more than an hour ahead of `now`; all of them where none is: still better than none. */
function credible(items, timeOf, now) {
    const believed = items.filter((item) => timeOf(item).getTime() <= now.getTime() + hour);
    return believed.length > 0 ? believed : items;
}
/**
 * Whether a job should start: its last start is older than `every` less 10 %, at most 2 h, so that a schedule of the
 * same interval does not miss every other run by seconds. A start dated more than an hour ahead is not believed.
 * All spans in milliseconds.
 */
function isDue({ every, lastStart, now }) {
    if (!lastStart)
        return true;
    const age = now.getTime() - lastStart.getTime();
    return age < -hour || age >= every - Math.min(every / 10, 2 * hour);
}
/**
 * Whether the last success is too old: more than `every` and `grace` together (milliseconds; absent: a quarter of
 * `every`), or there is none. A success dated more than an hour ahead is not believed.
 */
function isStale(options) {
    const { every, grace = every / 4, lastSuccess, now } = options;
    if (!lastSuccess)
        return true;
    const age = now.getTime() - lastSuccess.getTime();
    return age < -hour || age > every + grace;
}


/***/ })

};
