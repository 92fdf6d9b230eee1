export const id = 7507;
export const ids = [7507,7479];
export const modules = {

/***/ 53668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KK: () => (/* binding */ readCopy),
/* harmony export */   XA: () => (/* binding */ copyOfBackup),
/* harmony export */   bt: () => (/* binding */ writeCopy),
/* harmony export */   zh: () => (/* binding */ forgetCopy)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48325);






const folder = () => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), 'holdfast-copies');
const fileOf = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder(), `${id}.json`);
const revealed = (part) => part && { ...part, url: part.url.reveal() };
/** Writes the record of a copy into the temporary directory of the job, readable by this user alone. */
async function writeCopy(id, { made, copy }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder(), { recursive: true, mode: 0o700 });
    const fresh = `${fileOf(id)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(fresh, JSON.stringify({ made: revealed(made), copy: revealed(copy) }), { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(fresh, fileOf(id));
}
function read(file) {
    try {
        const { made, copy } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8'));
        return {
            made: made && { ...made, url: new _domain_secret_js__WEBPACK_IMPORTED_MODULE_5__/* .Secret */ .zh(made.url) },
            copy: copy && { ...copy, url: new _domain_secret_js__WEBPACK_IMPORTED_MODULE_5__/* .Secret */ .zh(copy.url) },
        };
    }
    catch {
        return undefined;
    }
}
/** The record of the copy that was kept by this id. */
function readCopy(id) {
    return read(fileOf(id));
}
/** The copy of a backup that an earlier step of this job left; the latest of several. */
function copyOfBackup(backup) {
    let names = [];
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder()).filter((name) => name.endsWith('.json'));
    }
    catch {
        return undefined;
    }
    return names
        .flatMap((name) => read((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder(), name))?.copy ?? [])
        .filter(({ id }) => id === backup)
        .sort((a, b) => (a.readyAt < b.readyAt ? 1 : -1))[0];
}
async function forgetCopy(id) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(fileOf(id), { force: true });
}


/***/ }),

/***/ 51471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportAction: () => (/* binding */ reportAction)
});

// EXTERNAL MODULE: ./build/config/config.js + 37 modules
var config = __webpack_require__(11521);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/entry/actions/host/copy-file.js
var copy_file = __webpack_require__(53668);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
// EXTERNAL MODULE: ./build/report/notifiers/http.js
var http = __webpack_require__(67479);
;// CONCATENATED MODULE: ./build/report/github-api.js


function refused(status, method, path, text) {
    const { message = '' } = parsed(text);
    const rights = status === 403 || status === 404 || status === 401;
    return new error/* HoldfastError */.E('github-refused', `the API answered ${status} to ${method} ${path}${message ? `: ${message}` : ''}`, {
        hint: rights
            ? 'Give the job `permissions: {issues: write, pull-requests: write}`, or set `token` to one that may write them.'
            : 'Look at githubstatus.com, and run the job again.',
        context: { status },
    });
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return {};
    }
}
/** Errors: `usage` outside of GitHub Actions. */
function createGithubApi({ token, environment, signal }) {
    const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_REPOSITORY: repository } = environment;
    if (!repository) {
        throw new error/* HoldfastError */.E('usage', 'there is no GITHUB_REPOSITORY to keep issues and comments in', {
            hint: 'Use issue and comment in a workflow of GitHub Actions.',
        });
    }
    return {
        async call(method, path, body) {
            const { status, text } = await (0,http/* ask */.kA)({
                url: `${api}/repos/${repository}${path}`,
                method,
                headers: {
                    accept: 'application/vnd.github+json',
                    authorization: `Bearer ${token.reveal()}`,
                    'x-github-api-version': '2022-11-28',
                    ...(body && { 'content-type': 'application/json' }),
                },
                ...(body && { body: JSON.stringify(body) }),
                signal,
                environment,
            });
            if (status < 200 || status >= 300)
                throw refused(status, method, path, text);
            return parsed(text);
        },
    };
}

;// CONCATENATED MODULE: ./build/report/github-comment.js
/** Characters that GitHub takes as a comment. */
const longest = 60_000;
/** Comments of a page; a pull request with more than twenty pages of them is not searched further. */
const perPage = 100;
const mostPages = 20;
async function findComment(api, pull, marker) {
    for (let page = 1; page <= mostPages; page++) {
        const query = `/issues/${pull}/comments?per_page=${perPage}&page=${page}`;
        const comments = (await api.call('GET', query));
        const found = comments.find(({ body }) => body.startsWith(marker));
        if (found || comments.length < perPage)
            return found;
    }
    return undefined;
}
/**
 * Keeps one comment of a pull request: written once, rewritten ever after. `name` tells several apart.
 * Errors: `github-refused`.
 */
async function keepComment(api, pull, { name, body }) {
    const marker = `<!-- holdfast: ${name} -->`;
    const text = `${marker}\n${body.slice(0, longest)}`;
    const found = await findComment(api, pull, marker);
    if (found) {
        await api.call('PATCH', `/issues/comments/${found.id}`, { body: text });
        return 'updated';
    }
    await api.call('POST', `/issues/${pull}/comments`, { body: text });
    return 'written';
}

;// CONCATENATED MODULE: ./build/report/github-issue.js
/** Found again by this, whatever people do to the title. */
const marker = '<!-- holdfast: watchdog -->';
/** Characters that GitHub takes as a body, with room for the marker. */
const github_issue_longest = 60_000;
const reasonLine = (reason) => `<!-- reason: ${reason.replaceAll('--', '- -')} -->`;
async function findIssue(api, label) {
    const query = `/issues?state=open&labels=${encodeURIComponent(label)}&per_page=100`;
    const issues = (await api.call('GET', query));
    return issues.find(({ body, pull_request: pull }) => pull === undefined && body?.startsWith(marker));
}
/**
 * Keeps one issue true: opens it when something is bad, rewrites it while it is, comments where the reason changed, and
 * closes it when all is well. One run at a time: two at once could open two. Errors: `github-refused`.
 */
async function keepIssue(api, state) {
    const { title, label, bad, reason } = state;
    const body = `${marker}\n${reasonLine(reason)}\n${state.body.slice(0, github_issue_longest)}`;
    const found = await findIssue(api, label);
    if (found === undefined) {
        if (!bad)
            return { action: 'none' };
        const made = (await api.call('POST', '/issues', { title, body, labels: [label] }));
        return { action: 'opened', number: made.number };
    }
    const { number } = found;
    if (!bad) {
        await api.call('POST', `/issues/${number}/comments`, {
            body: `All is well again.\n\n${state.body.slice(0, github_issue_longest)}`,
        });
        await api.call('PATCH', `/issues/${number}`, { state: 'closed', state_reason: 'completed' });
        return { action: 'closed', number };
    }
    await api.call('PATCH', `/issues/${number}`, { title, body });
    if (!found.body?.includes(reasonLine(reason))) {
        await api.call('POST', `/issues/${number}/comments`, { body: `Now: ${reason}` });
    }
    return { action: 'updated', number };
}

// EXTERNAL MODULE: ./build/report/github-summary.js + 6 modules
var github_summary = __webpack_require__(64251);
;// CONCATENATED MODULE: ./build/entry/actions/host/publish.js









/** What action.yml has as the default of `token`. */
const defaultToken = '${{ github.token }}';
function apiOf({ environment, signal }, inputs) {
    const given = inputs.text('token');
    // Outside of GitHub nobody fills the default in.
    const token = given === defaultToken ? environment.GITHUB_TOKEN : given;
    if (!token) {
        throw new error/* HoldfastError */.E('input-invalid', 'token: issue and comment need one, and it is empty', {
            hint: 'Leave `token` out: its default is the token of the job.',
        });
    }
    return createGithubApi({ token: new secret/* Secret */.zh(token), environment, signal });
}
/** The pull request that the run is for. Errors: `input-invalid`. */
function pullRequest({ GITHUB_EVENT_PATH: file }) {
    const event = file ? JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8')) : {};
    const { number } = event.pull_request ?? {};
    if (number !== undefined)
        return number;
    throw new error/* HoldfastError */.E('input-invalid', 'comment: this run is for no pull request', {
        hint: 'Use `comment` in a workflow `on: pull_request`, and `issue` on a schedule.',
    });
}
const footer = ({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, }) => server && repository && run ? `\n[The run](${server}/${repository}/actions/runs/${run})\n` : '';
/**
 * Puts what `report` or `compare` found where people look: one issue that is open while a job is stale, unproven or failing, and one
 * comment of the pull request. Errors: `github-refused`, `input-invalid`.
 */
async function publish(context, inputs, outcome, command = 'report') {
    const api = apiOf(context, inputs);
    const document = (0,report_document/* outcomeDocument */.a)({ command, ...outcome });
    const summary = `${(0,github_summary.githubSummary)({ document, documents: [document] })}${footer(context.environment)}`;
    const results = [];
    const issue = inputs.text('issue');
    if (issue !== undefined && issue !== 'false') {
        const label = issue === 'true' ? 'holdfast' : issue;
        const reason = document.errors.map(({ message }) => message).join('; ');
        const kept = await keepIssue(api, {
            title: 'Backups need attention',
            label,
            body: summary,
            bad: outcome.exitCode !== 0,
            reason,
        });
        results.push({ issue: kept.action, ...(kept.number !== undefined && { number: kept.number }) });
    }
    if (inputs.flag('comment')) {
        const comment = await keepComment(api, pullRequest(context.environment), {
            name: command,
            body: summary,
        });
        results.push({ comment });
    }
    return (0,commands_outcome/* done */.Vw)(results);
}

;// CONCATENATED MODULE: ./build/entry/actions/report.js




/** Errors: `input-invalid`. */
function refuse(inputs) {
    if (inputs.has('compare') && (inputs.has('issue') || inputs.has('pages-dir'))) {
        throw (0,config/* inputInvalid */.m7)(['compare looks at a copy, issue and pages-dir at the backups'], 'Give each a step of its own; compare and comment go together.');
    }
}
/** Errors: `copy-missing`. */
function copyOf(id) {
    const copy = (0,copy_file/* copyOfBackup */.XA)(id);
    if (copy !== undefined)
        return copy;
    throw new error/* HoldfastError */.E('copy-missing', `no step of this job left a copy of ${id}`, {
        hint: 'Give compare the output id of a restore-verify step of the same job that has keep: job and succeeded.',
        context: { id },
    });
}
const reportAction = {
    name: 'report',
    command: 'report',
    inputs: [
        { name: 'pages-dir', kind: 'text' },
        { name: 'issue', kind: 'text' },
        { name: 'comment', kind: 'boolean', default: 'false' },
        { name: 'compare', kind: 'text' },
        { name: 'token', kind: 'text', default: defaultToken },
    ],
    writes: false,
    leases: false,
    bare: false,
    insteadOfConfig: [],
    async run({ context, inputs, jobs, stage }) {
        refuse(inputs);
        const id = inputs.text('compare');
        if (id !== undefined) {
            const compared = await stage('compare', async () => {
                const { compareCopy } = await __webpack_require__.e(/* import() */ 6504).then(__webpack_require__.bind(__webpack_require__, 6504));
                return compareCopy(context, copyOf(id));
            });
            if (inputs.flag('comment')) {
                await stage('publish', () => publish(context, inputs, compared, 'compare'));
            }
            return;
        }
        const outcome = await stage('report', async () => {
            const { report } = await Promise.all(/* import() */[__webpack_require__.e(7594), __webpack_require__.e(2551), __webpack_require__.e(4708), __webpack_require__.e(9214), __webpack_require__.e(4799)]).then(__webpack_require__.bind(__webpack_require__, 99214));
            const html = inputs.text('pages-dir');
            return report(context, jobs, html === undefined ? {} : { html });
        });
        if (inputs.has('issue') || inputs.flag('comment')) {
            await stage('publish', () => publish(context, inputs, outcome));
        }
    },
    outputs: () => ({}),
};


/***/ }),

/***/ 21294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ outcomeDocument),
/* harmony export */   c: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _masked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(126);


const statuses = {
    0: 'success',
    3: 'partial',
    4: 'stale',
    5: 'unverified',
    6: 'busy',
    7: 'refused',
    130: 'cancelled',
    143: 'cancelled',
};
/** The word for an exit code; what has no word of its own failed. */
function statusOf(exitCode) {
    return statuses[exitCode] ?? 'failed';
}
/** An error as `--json` shows it; anything that is no HoldfastError is `internal`. Its stack is not for users. */
function errorRecord(error) {
    if (!(error instanceof _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E)) {
        return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
    }
    const { code, message, hint, context } = error;
    return { code, message, ...(hint === undefined ? {} : { hint }), context: { ...context } };
}
/** Builds the document, with registered secrets masked throughout. */
function outcomeDocument(outcome) {
    const { command, results, warnings, errors, exitCode } = outcome;
    const status = statusOf(exitCode);
    const document = { command, status, exitCode, results, warnings, errors: errors.map(errorRecord) };
    return (0,_masked_js__WEBPACK_IMPORTED_MODULE_1__/* .maskedValue */ .p)(document);
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

/***/ 9070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZP: () => (/* binding */ rereadText),
/* harmony export */   tI: () => (/* binding */ isAllReread),
/* harmony export */   tJ: () => (/* binding */ missedText)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20140);

/** `812 of 840, 3 overdue, 1 day missed`: objects read back. */
function rereadText({ objects, readObjects, overdueObjects, missed }) {
    const overdue = overdueObjects > 0 ? `, ${overdueObjects} overdue` : '';
    return `${readObjects} of ${objects}${overdue}${missed.length > 0 ? `, ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(missed.length, 'day')} missed` : ''}`;
}
/** The turns that did not come: `2026-12-17 (part 17 of 30, 3 objects)`, the newest ones first. */
function missedText({ missed }, most) {
    const shown = missed.toReversed().slice(0, most);
    const days = shown.map(({ day, part, of, objects }) => `${day} (part ${part} of ${of}, ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(objects, 'object')})`);
    return `${days.join(', ')}${missed.length > most ? ` and ${missed.length - most} more` : ''}`;
}
/** Whether each object was read back, or made, within the days: the question of an auditor. */
function isAllReread({ objects, overdueObjects }) {
    return objects > 0 && overdueObjects === 0;
}


/***/ }),

/***/ 63719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ledgerFacts)
/* harmony export */ });
/* harmony import */ var _bars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50145);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58747);


/** The ledger in words; undefined where nothing was restored yet. Newest first. */
function ledgerFacts(restores) {
    const good = restores.filter(({ passed }) => passed);
    const [newest] = good;
    if (restores.length === 0)
        return undefined;
    return {
        passed: `${good.length} of ${restores.length} passed`,
        rto: newest ? (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(newest.rtoSeconds * 1000) : '',
        trend: (0,_bars_js__WEBPACK_IMPORTED_MODULE_1__/* .sparkline */ .K)(good.map(({ rtoSeconds }) => rtoSeconds).reverse()),
        worstRpo: good.length > 0 ? (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.max(...good.map(({ rpoSeconds }) => rpoSeconds)) * 1000) : '',
    };
}


/***/ }),

/***/ 64732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isSkipped),
/* harmony export */   Y: () => (/* binding */ wasVerified)
/* harmony export */ });
function isSkipped(result) {
    return 'status' in result;
}
function wasVerified(result) {
    return !isSkipped(result);
}


/***/ })

};
