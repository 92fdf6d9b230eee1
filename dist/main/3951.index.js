export const id = 3951;
export const ids = [3951,7479];
export const modules = {

/***/ 97348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ newest),
/* harmony export */   W: () => (/* binding */ verdictsOf)
/* harmony export */ });
/** The item of the latest time, of several the first; undefined where there is none. */
function newest(items, time) {
    return items.reduce((best, item) => (best === undefined || time(item) > time(best) ? item : best), undefined);
}
const finished = ({ finishedAt }) => finishedAt;
/** The newest drill of these backups that passed, and the newest that came to a verdict, of those that `counts` lets in. */
function verdictsOf(points, counts) {
    return {
        passed: newest(points.flatMap(({ lastPass }) => lastPass ?? []).filter(counts), finished),
        verdict: newest(points.flatMap(({ lastVerdict }) => lastVerdict ?? []).filter(counts), finished),
    };
}


/***/ }),

/***/ 9897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _status_survey_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66808);

/**
 * `holdfast status [jobs…]`: how old and how proven each job is at each destination. Exits 4 when one is not as it
 * should be: a destination that cannot be asked is not known to be fresh. An error of usage keeps its own status.
 */
async function status(context, jobs, options) {
    return (0,_status_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .survey */ .F)(context, jobs, options, (result) => result);
}


/***/ }),

/***/ 66808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ survey)
});

// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/commands/announce/bell.js + 18 modules
var announce_bell = __webpack_require__(28832);
;// CONCATENATED MODULE: ./build/commands/announce/status.js





/** What was told is told again after this time; `status` may run every few minutes. */
const again = 24 * 3_600_000;
function samplesOf(results, isBad) {
    return results.flatMap(({ job, destination, state, age, proofAge }) => {
        const labels = { backup_job: job, destination };
        return [
            { name: 'holdfast_status_good', labels, value: isBad(state) ? 0 : 1 },
            ...(age === null ? [] : [{ name: 'holdfast_status_backup_age_seconds', labels, value: age }]),
            ...(proofAge === null
                ? []
                : [{ name: 'holdfast_status_proof_age_seconds', labels, value: proofAge }]),
        ];
    });
}
/** Whether this very state of a job was not told of lately on this host; remembers it. */
async function isNews(context, job, states) {
    const file = (0,external_node_path_.join)(context.stateDirectory, 'told', `${job}.json`);
    const now = context.clock.now().getTime();
    try {
        const told = JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
        if (told.states === states && now - (told.time ?? 0) < again && states !== '')
            return false;
        if (told.states === '' && states === '')
            return false;
    }
    catch {
        // Never told, or what remembers it is damaged: once too often is better than never.
    }
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
        await (0,promises_.writeFile)(file, JSON.stringify({ states, time: now }), { mode: 0o600 });
    }
    catch {
        // Then it is told each time.
    }
    return states !== '';
}
function errorOf({ job, destination, state, age, reason }) {
    const last = reason ?? (age === null ? 'there is no backup' : `the last backup is from ${(0,duration/* formatAge */.nV)(age * 1000)}`);
    return new errors_error/* HoldfastError */.E('stale', `${job} at ${destination} is ${state}: ${last}`, {
        hint: 'Run `holdfast backup` for what is stale or missing, `holdfast drill` for what is unproven.',
    });
}
/**
 * Tells of one job that is not as it should be: `proof-failed`, else `stale`. The same state is told once a day by each
 * host. The numbers are written in any case.
 */
async function announceStatus(context, job, results, isBad) {
    const bell = (0,announce_bell/* openBell */.O)(context, 'status', job);
    const bad = results.filter(({ state }) => isBad(state));
    const states = bad.map(({ destination, state }) => `${destination} ${state}`).join(', ');
    const wanted = bell.hears('stale') || bell.hears('proof-failed');
    const news = wanted && (await isNews(context, job, states));
    await bell.ring({
        occasions: news
            ? [bad.some(({ state }) => state === 'proof-failed') ? 'proof-failed' : 'stale']
            : [],
        status: bad.length === 0 ? 'success' : 'stale',
        destinations: results.map(({ destination, state }) => ({
            name: destination,
            status: isBad(state) ? state : 'success',
        })),
        errors: bad.map(errorOf),
        samples: samplesOf(results, isBad),
    });
}

// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/repository/read-here.js
var read_here = __webpack_require__(66009);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/retention/due.js
var due = __webpack_require__(87543);
// EXTERNAL MODULE: ./build/commands/repository/passes-on.js
var passes_on = __webpack_require__(61257);
// EXTERNAL MODULE: ./build/commands/repository/verdicts.js
var verdicts = __webpack_require__(97348);
;// CONCATENATED MODULE: ./build/commands/status/judge.js





function isLate(settings, last, { now, maxAge }) {
    const { every, grace } = maxAge === undefined ? settings : { every: maxAge, grace: 0 };
    if (every === undefined)
        return false;
    return (0,due/* isStale */.QO)({ every, lastSuccess: last.createdAt, now, ...(grace === undefined ? {} : { grace }) });
}
/** What the newest drill that came to a verdict says of a job that is to be drilled. */
function proofState(settings, verdict, now) {
    if (verdict?.result === 'failed')
        return 'proof-failed';
    const { verify } = settings;
    if (verify === undefined)
        return undefined;
    if (verdict === undefined)
        return 'unproven';
    const late = verify.every !== undefined && (0,due/* isStale */.QO)({ every: verify.every, lastSuccess: verdict.finishedAt, now });
    return late ? 'unproven' : undefined;
}
/** Why a job is `unproven`; ages are told elsewhere, so that the words change only with the case. */
function unprovenReason({ verify }, passed) {
    if (passed === undefined)
        return 'no drill of it has passed';
    return `no drill passed lately, wanted every ${(0,duration/* formatSpan */.QA)(verify?.every ?? 0)}`;
}
/** The most alarming of what is so. */
function stateOf({ points, last, passing, stale, proof, }) {
    if (passing && proof !== 'proof-failed')
        return 'passes-on';
    if (last === undefined)
        return points.some(({ shredded }) => shredded) ? 'shredded' : 'missing';
    if (proof === 'proof-failed')
        return proof;
    if (stale)
        return 'stale';
    return proof ?? (last.signedBy === undefined ? 'unsigned' : 'ok');
}
/**
 * How a job stands at a destination, from the backups that are there. Pure. The last proof is the last one that passed,
 * also behind a newer one that failed, which is told beside it. The most alarming state wins. A destination that passes
 * backups on is fine without any.
 */
function judge(settings, destination, points, judging) {
    const { readHere = () => true } = judging;
    const valid = points.filter((entry) => (0,entries/* toRecoveryPoint */.z)(entry).valid);
    const dated = ({ createdAt }) => createdAt;
    const last = (0,verdicts/* newest */.B)((0,due/* credible */.z7)(valid, dated, judging.now), dated);
    const { passed, verdict } = (0,verdicts/* verdictsOf */.W)(points, readHere);
    const failed = verdict?.result === 'failed' ? verdict.finishedAt : undefined;
    const { now } = judging;
    const ageOf = (time) => time === undefined ? null : Math.round((now.getTime() - time.getTime()) / 1000);
    const passing = (0,passes_on/* passesOn */.V)(settings, destination);
    const stale = !passing && (last === undefined || isLate(settings, last, judging));
    const proof = proofState(settings, verdict, now);
    const state = stateOf({ points, last, passing, stale, proof });
    return {
        job: settings.name,
        destination,
        lastBackup: last?.createdAt.toISOString() ?? null,
        age: ageOf(last?.createdAt),
        stale,
        lastProof: passed?.finishedAt.toISOString() ?? null,
        proofAge: ageOf(passed?.finishedAt),
        failedProof: failed?.toISOString() ?? null,
        failedProofAge: ageOf(failed),
        state,
        ...(state === 'unproven' && { reason: unprovenReason(settings, passed) }),
    };
}
/** A destination of which nothing is known: `unreachable`, or `missing` where no repository is. */
function unknown(job, destination, state) {
    const nothing = { lastBackup: null, age: null, lastProof: null, proofAge: null };
    return { job, destination, ...nothing, failedProof: null, failedProofAge: null, stale: true, state };
}

// EXTERNAL MODULE: ./build/commands/status/unread.js + 2 modules
var unread = __webpack_require__(82708);
;// CONCATENATED MODULE: ./build/commands/status/survey.js











/** States that make a command exit 4. Unsigned ones are said, but nobody demanded signatures. */
const alarming = new Set(['missing', 'shredded', 'unreachable', 'stale', 'proof-failed', 'unproven']);
function staleError(bad) {
    const list = bad
        .map(({ job, destination, state, reason }) => `${job} at ${destination} is ${state}${reason ? ` (${reason})` : ''}`)
        .join(', ');
    return new errors_error/* HoldfastError */.E('stale', list, {
        hint: 'Run `holdfast backup` for what is stale, missing or shredded, `holdfast drill` for what is unproven; `holdfast logs` says what failed, `holdfast doctor` why a destination is unreachable.',
    });
}
/**
 * Looks at each job at each of its destinations, and makes results of what it finds: of a destination that cannot be
 * asked, `points` are none. Exits 4 when one is not as it should be. An error of usage keeps its own status.
 */
async function survey(context, jobs, { maxAge, evenUnread }, resultOf) {
    const results = [];
    const errors = [];
    for (const job of (0,repository_select/* selectJobs */.h)(context, jobs)) {
        for (const name of (0,find/* destinationsOf */.N)(context, job)) {
            try {
                const destination = await (0,repository_destination/* openDestination */.xB)(context, name);
                const { points } = await (0,entries/* readEntries */.$)(context, destination, job);
                const judging = { now: context.clock.now(), maxAge, readHere: (0,read_here/* wasReadHere */.o)(context, name) };
                const judged = judge(context.config.job(job), name, points, judging);
                const reread = await (0,unread/* rereadFor */.$)(context, destination, job, points, evenUnread);
                results.push(resultOf({ ...judged, ...(reread && { reread }) }, points));
            }
            catch (thrown) {
                context.signal.throwIfAborted();
                const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
                errors.push(error);
                if (error.exitStatus === 2)
                    continue;
                const state = (0,errors_error/* hasCode */.u)(error, 'repository-missing') ? 'missing' : 'unreachable';
                results.push(resultOf(unknown(job, name, state), []));
            }
        }
    }
    for (const job of new Set(results.map((result) => result.job))) {
        const own = results.filter((result) => result.job === job);
        await announceStatus(context, job, own, (state) => alarming.has(state));
    }
    const warnings = results.flatMap((result) => (0,unread/* unreadFinding */.b)(result) ?? []);
    for (const finding of warnings)
        (0,commands_context/* tell */.q)(context, finding);
    const bad = results.filter(({ state }) => alarming.has(state));
    if (bad.length === 0)
        return { results, warnings, errors, exitCode: (0,outcome/* exitOf */.sX)(errors, results.length) };
    return { results, warnings, errors: [...errors, staleError(bad)], exitCode: 4 };
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
