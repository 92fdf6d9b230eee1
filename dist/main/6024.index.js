export const id = 6024;
export const ids = [6024,7479];
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

/***/ 48111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drill: () => (/* binding */ verify_drill),
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/commands/announce/bell.js + 18 modules
var announce_bell = __webpack_require__(28832);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
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
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
// EXTERNAL MODULE: ./build/commands/verify/contents.js
var contents = __webpack_require__(82375);
// EXTERNAL MODULE: ./build/commands/verify/drill.js + 10 modules
var drill = __webpack_require__(25467);
// EXTERNAL MODULE: ./build/commands/verify/failure.js
var failure = __webpack_require__(93495);
// EXTERNAL MODULE: ./build/commands/verify/stored.js + 4 modules
var stored = __webpack_require__(44027);
;// CONCATENATED MODULE: ./build/commands/verify.js










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
        ? await (0,contents/* verifyContents */.W)(context, await (0,find/* findBackup */.S)(context, what, { ...(options.at && { at: options.at }) }))
        : await (0,drill/* drillBackup */.E)(context, await findToDrill(context, what, options.at, options.keep ? lastProven : leastProven), {
            scratch: options.scratch,
            ...(options.server && { server: options.server }),
            // A copy to work with is judged by itself, not by its age.
            wholeJob: (0,ids/* parseId */.Fg)(what) === undefined && options.at === undefined && options.keep === undefined,
            keep: options.keep,
        });
    findings.results.push(result);
}
/** What is not good, and drills that could not tell. */
function verdictErrors(results) {
    return results.flatMap((each) => {
        if (each.result === 'failed')
            return [(0,failure/* verificationFailure */.a)(each)];
        return each.result === 'inconclusive' && each.depth === 'restore' ? [(0,failure/* inconclusiveDrill */.M)(each)] : [];
    });
}
/** One job or backup, and those told who want to know. */
async function verifySubject(context, subject, options) {
    const findings = { results: [], errors: [], warnings: [] };
    const depth = options.depth ?? 'checksum';
    const bell = (0,announce_bell/* openBell */.O)(context, depth === 'restore' ? 'drill' : 'verify', (0,ids/* parseId */.Fg)(subject) ? undefined : subject);
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
/** `holdfast verify [what…]`: jobs or ids; exits 5 when a backup is not what it should be. */
async function verify(context, what, options) {
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
