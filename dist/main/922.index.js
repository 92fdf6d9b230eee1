export const id = 922;
export const ids = [922,7479];
export const modules = {

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

/***/ 66009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ wasReadHere)
/* harmony export */ });
/**
 * Whether a drill or a verification read this destination. `sync` brings proofs and logs along with the bytes they are
 * about; they show that these are good, not that this destination gives them. A name that the configuration does not
 * know is another name of this one.
 */
function wasReadHere({ config }, here) {
    const others = new Set(config.destinationNames);
    others.delete(here);
    return ({ destination }) => !others.has(destination);
}


/***/ }),

/***/ 63756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ readingsAt)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/catalog/cached-objects.js
var cached_objects = __webpack_require__(19657);
// EXTERNAL MODULE: ./build/catalog/envelope.js
var envelope = __webpack_require__(78198);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(60864);
// EXTERNAL MODULE: ./build/catalog/readings.js
var readings = __webpack_require__(19183);
// EXTERNAL MODULE: ./build/catalog/runlog.js
var runlog = __webpack_require__(47167);
;// CONCATENATED MODULE: ./build/catalog/listing-readings.js






const version = 'readings 1';
const atOnce = 16;
/**
 * What was read back of a job's backups at a store, newest first, by the logs of verifications; fetches only what the
 * cache lacks. Damaged ones and those of nobody who is trusted show nothing, and are left out.
 */
async function readReadings(store, job, { repository, trust, cacheFile, signal }) {
    const read = async ({ key }) => {
        const log = await (0,runlog/* readRunLog */.w3)(store, key, signal);
        return log && (0,readings/* openReading */.b)(log, key);
    };
    const isReading = (key) => (0,parse_keys/* parseLogKey */.rv)(key)?.verify !== undefined;
    const options = { cacheFile, version, parallel: atOnce, signal };
    const { found } = await (0,cached_objects/* readCachedObjects */.L)(store, (0,keys/* branchPrefix */.$j)('logs', job), isReading, read, options);
    return found
        .filter((reading) => reading.job === job && reading.repository === repository)
        .filter(({ signedBy }) => (0,envelope/* isTrusted */.W2)(signedBy, trust))
        .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1));
}

// EXTERNAL MODULE: ./build/commands/repository/read-here.js
var read_here = __webpack_require__(66009);
;// CONCATENATED MODULE: ./build/commands/repository/readings.js



/**
 * What was read back of a job's backups at a destination, newest first, from the cache where it did not change. Logs
 * that `sync` brought along tell of other destinations, and do not count.
 */
async function readingsAt(context, { name, store, repository }, job) {
    const { config, signal, stateDirectory } = context;
    const id = repository.repository;
    const readings = await readReadings(store, job, {
        repository: id,
        trust: config.signing().trust,
        cacheFile: (0,external_node_path_.join)(stateDirectory, 'cache', name, id, `${job}.readings.jsonl`),
        signal,
    });
    return readings.filter((0,read_here/* wasReadHere */.o)(context, name));
}


/***/ }),

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

/***/ 57469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drill: () => (/* binding */ verify_drill),
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/catalog/ids.js
var catalog_ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/retention/due.js
var due = __webpack_require__(87543);
;// CONCATENATED MODULE: ./build/drill/turns.js

/** Whether it is due: never passed, failed since, or last begun as long ago as `every` says, with the slack of backups. */
function isTurn({ every, lastPass, failed }, now) {
    if (every === undefined || lastPass === undefined || failed === true)
        return true;
    return (0,due/* isDue */.nZ)({ every, lastStart: lastPass, now });
}
/** Whether it is so late that `status` calls it unproven. */
function isLate({ every, lastPass }, now) {
    return every !== undefined && (0,due/* isStale */.QO)({ every, now, ...(lastPass && { lastSuccess: lastPass }) });
}
/**
 * Who comes first: what was never tried, then what was tried the longest ago. It goes by tries, not by passes: one that
 * fails, or takes up the whole budget, each time must not keep the others from theirs.
 */
function inTurn(items) {
    const tried = ({ standing: { lastAttempt, lastPass } }) => Math.max(lastAttempt?.getTime() ?? Number.NEGATIVE_INFINITY, lastPass?.getTime() ?? Number.NEGATIVE_INFINITY);
    return items.toSorted((a, b) => {
        const [first, second] = [tried(a), tried(b)];
        return first === second ? 0 : first < second ? -1 : 1;
    });
}

// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/announce/bell.js + 18 modules
var announce_bell = __webpack_require__(28832);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
;// CONCATENATED MODULE: ./build/commands/announce/verify.js



function occasionOf(results, errors) {
    if (results.some(({ result }) => result === 'failed') ||
        errors.some(({ exitStatus }) => exitStatus === 5)) {
        return 'proof-failed';
    }
    return errors.length > 0 ? 'failure' : 'success';
}
function samplesOf(now, results) {
    const seconds = Math.round(now.getTime() / 1000);
    return results.flatMap(({ job, destination, depth, result, rtoSeconds }) => {
        const labels = { backup_job: job, destination, depth };
        return [
            { name: 'holdfast_verify_success', labels, value: result === 'passed' ? 1 : 0 },
            { name: 'holdfast_verify_timestamp_seconds', labels, value: seconds },
            ...(rtoSeconds === undefined
                ? []
                : [{ name: 'holdfast_verify_rto_seconds', labels, value: rtoSeconds }]),
        ];
    });
}
/** Tells how the backups of one job stood a verification. Of several, the bad ones are named. */
async function announceVerify(bell, results, errors) {
    if (results.length === 0 && errors.length === 0)
        return;
    const bad = results.filter(({ result }) => result !== 'passed');
    const [first] = bad.length > 0 ? bad : results;
    const seconds = results.reduce((sum, { rtoSeconds = 0 }) => sum + rtoSeconds, 0);
    const anomalies = results.flatMap((each) => each.anomalies ?? []);
    const recovered = results.some((each) => each.recovered === true);
    await bell.ring({
        occasions: [
            occasionOf(results, errors),
            ...(recovered ? ['recovery'] : []),
            ...((0,announce_bell/* isOdd */.A)(anomalies) ? ['anomaly'] : []),
        ],
        warnings: anomalies,
        status: (0,report_document/* statusOf */.c)((0,outcome/* exitOf */.sX)(errors, results.length)),
        ...(first && { job: first.job, id: first.id }),
        ...(seconds > 0 && { seconds }),
        destinations: [...new Set(results.map(({ destination }) => destination))].map((name) => ({
            name,
            status: bad.some(({ destination }) => destination === name) ? 'failed' : 'success',
        })),
        facts: [
            ...(first === undefined ? [] : [['Depth', first.depth]]),
            ['Passed', `${results.length - bad.length} of ${results.length}`],
        ],
        errors,
        samples: samplesOf(bell.context.clock.now(), results),
    });
}

// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/verify/contents.js
var contents = __webpack_require__(82375);
// EXTERNAL MODULE: ./build/commands/verify/drill.js + 10 modules
var drill = __webpack_require__(25467);
// EXTERNAL MODULE: ./build/commands/verify/failure.js
var failure = __webpack_require__(93495);
// EXTERNAL MODULE: ./build/commands/verify/stored.js + 4 modules
var stored = __webpack_require__(44027);
;// CONCATENATED MODULE: ./build/commands/verify/subject.js









/** The newest that nobody has proven, else the one whose proof is the oldest. */
function leastProven(candidates) {
    const provenAt = ({ lastPass }) => lastPass?.finishedAt.getTime() ?? 0;
    return (candidates.find(({ proven }) => !proven) ??
        candidates.reduce((oldest, entry) => (oldest && provenAt(oldest) <= provenAt(entry) ? oldest : entry), undefined));
}
/** The newest that is proven; undefined where none is. */
function lastProven(newestFirst) {
    return newestFirst.find(({ proven }) => proven);
}
/** The backup that a drill without an id takes. */
function findToDrill(context, what, at, prefer) {
    return (0,find/* findBackup */.S)(context, what, { prefer, mode: 'write', ...(at && { at }) });
}
async function verifyOne(context, what, depth, options, findings) {
    if (depth === 'exists' || depth === 'checksum')
        return (0,stored/* verifyStored */.V)(context, what, depth, options, findings);
    const result = depth === 'contents'
        ? await (0,contents/* readBackContents */.y)(context, await (0,find/* findBackup */.S)(context, what, { ...(options.at && { at: options.at }) }))
        : await (0,drill/* drillBackup */.E)(context, await findToDrill(context, what, options.at, options.keep ? lastProven : leastProven), {
            scratch: options.scratch,
            ...(options.server && { server: options.server }),
            // A copy to work with is judged by itself, not by its age.
            wholeJob: (0,catalog_ids/* parseId */.Fg)(what) === undefined && options.at === undefined && options.keep === undefined,
            keep: options.keep,
        });
    findings.results.push(result);
}
/** What is not good, and drills that could not tell. */
function verdictErrors(results) {
    return results.flatMap((each) => (0,failure/* verdictError */.a)(each) ?? []);
}
/** One job or backup, and those told who want to know. */
async function verifySubject(context, subject, options) {
    const findings = { results: [], errors: [], warnings: [] };
    const depth = options.depth ?? 'checksum';
    const bell = (0,announce_bell/* openBell */.O)(context, depth === 'restore' ? 'drill' : 'verify', (0,catalog_ids/* parseId */.Fg)(subject) ? undefined : subject);
    try {
        await verifyOne(bell.context, subject, depth, options, findings);
    }
    catch (error) {
        findings.errors.push((0,outcome/* asHoldfastError */.Cs)(error));
    }
    const failures = verdictErrors(findings.results);
    await announceVerify(bell, findings.results, [...findings.errors, ...failures]);
    return findings;
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var entries = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/commands/repository/passes-on.js
var passes_on = __webpack_require__(61257);
// EXTERNAL MODULE: ./build/catalog/keys.js
var keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/parse-keys.js
var parse_keys = __webpack_require__(60864);
// EXTERNAL MODULE: ./build/commands/repository/read-here.js
var read_here = __webpack_require__(66009);
// EXTERNAL MODULE: ./build/commands/repository/readings.js + 1 modules
var repository_readings = __webpack_require__(63756);
// EXTERNAL MODULE: ./build/commands/repository/verdicts.js
var verdicts = __webpack_require__(97348);
;// CONCATENATED MODULE: ./build/commands/verify/standing.js





/** When the last drill or verification of a job there left a log; one that came to no verdict leaves nothing else. */
async function lastLogged({ store }, job, kind) {
    let last;
    for await (const { key } of store.list((0,keys/* branchPrefix */.$j)('logs', job))) {
        const time = (0,parse_keys/* parseLogKey */.rv)(key)?.[kind];
        if (time && (last === undefined || time > last))
            last = time;
    }
    return last;
}
/** What drills proved there; proofs that `sync` brought along are of other destinations. */
function drillsOf(context, { name }, points) {
    const { passed, verdict } = (0,verdicts/* verdictsOf */.W)(points, (0,read_here/* wasReadHere */.o)(context, name));
    return {
        lastPass: passed && new Date(passed.finishedAt.getTime() - passed.rtoSeconds * 1000),
        failed: verdict?.result === 'failed',
    };
}
/** The last reading of at least this depth, of all objects, that found anything whole. */
async function readingsOf(context, destination, job, depth) {
    const readings = await (0,repository_readings/* readingsAt */.h)(context, destination, job);
    const pass = readings.find((reading) => reading.sample === undefined &&
        reading.backups.length > 0 &&
        (depth === 'checksum' || reading.depth === depth));
    return { lastPass: pass && new Date(pass.startedAt) };
}
/** How a job stands at a destination: what was shown there, and when one last tried. Listings alone are always due. */
async function standingOf(context, destination, job, points, depth, verify) {
    const every = verify?.every;
    if (depth === 'exists')
        return { every: undefined };
    const restores = depth === 'restore';
    const found = restores
        ? drillsOf(context, destination, points)
        : await readingsOf(context, destination, job, depth);
    return { every, ...found, lastAttempt: await lastLogged(destination, job, restores ? 'drill' : 'verify') };
}

;// CONCATENATED MODULE: ./build/commands/verify/turns.js






async function turnOf(context, job, name, { depth: asked }) {
    const { config } = context;
    const settings = config.jobNames.includes(job) ? config.job(job) : undefined;
    // What goes once the other destinations have it is proven there.
    if (settings && (0,passes_on/* passesOn */.V)(settings, name))
        return undefined;
    const verify = settings?.verify;
    // A job says how thoroughly it is to be verified; a drill where it does not.
    const depth = asked ?? verify?.depth ?? 'restore';
    const destination = await (0,repository_destination/* openDestination */.xB)(context, name);
    const { points } = await (0,entries/* readEntries */.$)(context, destination, job);
    const standing = await standingOf(context, destination, job, points, depth, verify);
    return { job, destination: name, depth, budget: verify?.budget, standing };
}
/** The turns of these jobs at all of their destinations, and the errors of those that cannot be asked. */
async function turnsOf(context, jobs, options) {
    const turns = [];
    const errors = [];
    for (const job of new Set(jobs)) {
        for (const name of (0,find/* destinationsOf */.N)(context, job)) {
            try {
                const turn = await turnOf(context, job, name, options);
                if (turn)
                    turns.push(turn);
            }
            catch (thrown) {
                context.signal.throwIfAborted();
                errors.push((0,outcome/* errorOfJob */.Dm)((0,outcome/* asHoldfastError */.Cs)(thrown), job));
            }
        }
    }
    return { turns, errors };
}

;// CONCATENATED MODULE: ./build/commands/verify/due.js









/** Errors: `usage` for what is said besides, and contradicts it. */
function refuse(what, { at, sample, keep }) {
    const ids = what.filter(catalog_ids/* parseId */.Fg);
    const others = [
        ...(ids.length > 0 ? ['an id'] : []),
        ...(at ? ['--at'] : []),
        ...(sample ? ['--sample'] : []),
        ...(keep ? ['keep'] : []),
    ];
    if (others.length === 0)
        return;
    throw new error/* HoldfastError */.E('usage', `--due goes by jobs, and does not go with ${others.join(', ')}`, {
        hint: 'Leave --due out to verify just that, or the rest to let the jobs say what is due.',
    });
}
function skipped({ job, destination, depth, standing }, status, reason, now) {
    const { lastPass } = standing;
    return {
        job,
        destination,
        depth,
        status,
        lastProof: lastPass?.toISOString() ?? null,
        proofAge: lastPass ? Math.round((now.getTime() - lastPass.getTime()) / 1000) : null,
        reason,
    };
}
function lastText({ standing: { lastPass } }, now) {
    return lastPass ? `last passed ${(0,duration/* formatAge */.nV)(now.getTime() - lastPass.getTime())}` : 'never passed';
}
function leftFinding(left, isOverdue) {
    return {
        severity: isOverdue ? 'warning' : 'info',
        code: 'budget-used',
        message: `${left.job} at ${left.destination} was left out: ${left.reason}`,
        hint: 'It comes first in the next run with --due. Run that more often, or raise verify.budget.',
    };
}
/**
 * `--due`: each job at each of its destinations, if the last time that it passed there is as long ago as `verify.every`
 * says; without `every` in each run. Whoever waited longest comes first. A job's `verify.budget` is what the run may
 * have taken when that job begins: later ones are `left`, which is no failure. Errors: `usage`.
 */
async function verifyDue(context, what, options) {
    refuse(what, options);
    const { clock } = context;
    const started = clock.monotonic();
    const { turns, errors } = await turnsOf(context, what.length === 0 ? await (0,repository_select/* knownJobs */.y)(context) : what, options);
    const now = clock.now();
    const done = { results: [], errors, warnings: [] };
    const left = [];
    const [due, early] = [true, false].map((wanted) => inTurn(turns.filter(({ standing }) => isTurn(standing, now) === wanted)));
    for (const turn of due) {
        if (context.signal.aborted)
            break;
        const used = clock.monotonic() - started;
        const { job, destination, depth, budget } = turn;
        if (budget !== undefined && used >= budget) {
            const reason = `${lastText(turn, now)}; the budget of ${(0,duration/* formatSpan */.QA)(budget)} was used up after ${(0,duration/* formatDuration */.a3)(used)}`;
            const result = skipped(turn, 'left', reason, now);
            const finding = leftFinding(result, isLate(turn.standing, now));
            (0,commands_context/* tell */.q)(context, finding, job);
            if (finding.severity !== 'info')
                done.warnings.push(finding);
            left.push(result);
            continue;
        }
        const found = await verifySubject({ ...context, onlyDestinations: [destination] }, job, {
            ...options,
            depth,
        });
        done.results.push(...found.results);
        done.errors.push(...found.errors);
        done.warnings.push(...found.warnings);
    }
    const wait = early.map((turn) => skipped(turn, 'not-due', `${lastText(turn, now)}, wanted every ${(0,duration/* formatSpan */.QA)(turn.standing.every ?? 0)}`, now));
    const results = [...done.results, ...left, ...wait];
    const all = [...done.errors, ...verdictErrors(done.results)];
    return { results, warnings: done.warnings, errors: all, exitCode: (0,outcome/* exitOf */.sX)(all, results.length) };
}

;// CONCATENATED MODULE: ./build/commands/verify.js




/**
 * `holdfast verify [what…]`: jobs or ids; exits 5 when a backup is not what it should be. With `due` only what has not
 * been proven for as long as its job allows, see {@link verifyDue}.
 */
async function verify(context, what, options) {
    if (options.due)
        return verifyDue(context, what, options);
    const findings = [];
    const subjects = what.length === 0 ? await (0,repository_select/* knownJobs */.y)(context) : what;
    for (const subject of subjects) {
        findings.push(await verifySubject(context, subject, options));
        if (context.signal.aborted)
            break;
    }
    const results = findings.flatMap((each) => each.results);
    const errors = [...findings.flatMap((each) => each.errors), ...verdictErrors(results)];
    const warnings = findings.flatMap((each) => each.warnings);
    return { results, warnings, errors, exitCode: (0,outcome/* exitOf */.sX)(errors, results.length) };
}
/** `holdfast drill [what…]`. */
function verify_drill(context, what, options) {
    return verify(context, what, { ...options, depth: 'restore' });
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


/***/ })

};
