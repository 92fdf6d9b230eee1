export const id = 2551;
export const ids = [2551];
export const modules = {

/***/ 47167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N8: () => (/* binding */ recentLogs),
/* harmony export */   Vw: () => (/* binding */ writeDrillLog),
/* harmony export */   fs: () => (/* binding */ writeAudit),
/* harmony export */   jD: () => (/* binding */ writeVerifyLog),
/* harmony export */   lg: () => (/* binding */ writeRunLog),
/* harmony export */   w3: () => (/* binding */ readRunLog)
/* harmony export */ });
/* unused harmony export recentRunLogs */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64377);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68970);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98430);
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
/** Writes the log of a verification whose newest backup is `id`; masks secrets. Errors: `commit-conflict`. */
function writeVerifyLog(store, log, signal) {
    return write(store, (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .verifyLogKey */ .bz)(log.job, log.id, (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .preciseTime */ .PO)(new Date(log.finishedAt))), log, signal);
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
const kinds = ['run', 'drill', 'verify'];
/** Keys of a job's newest logs of each kind, newest first, by one listing. */
async function newestKeys(store, job, newest) {
    const found = { run: [], drill: [], verify: [] };
    for await (const { key } of store.list((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .branchPrefix */ .$j)('logs', job))) {
        const name = (0,_parse_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .parseLogKey */ .rv)(key);
        if (!name)
            continue;
        const own = found[name.drill ? 'drill' : name.verify ? 'verify' : 'run'];
        own.push({ key, order: (name.drill ?? name.verify)?.toISOString() ?? name.id });
        if (own.length >= 2 * newest + 1000)
            keepNewest(own, newest);
    }
    for (const kind of kinds)
        keepNewest(found[kind], newest);
    return found;
}
async function readLogs(store, keys, signal) {
    const logs = [];
    for (const { key } of keys) {
        try {
            const log = await readRunLog(store, key, signal);
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
/** A job's newest logs of runs, or of one other kind, newest first; damaged ones are left out. */
async function recentRunLogs(store, job, { newest, signal, kind = 'run' }) {
    return readLogs(store, (await newestKeys(store, job, newest))[kind], signal);
}
/** A job's newest logs of every kind together, by when they began; damaged ones are left out. */
async function recentLogs(store, job, { newest, signal }) {
    const keys = await newestKeys(store, job, newest);
    const logs = await Promise.all(kinds.map((kind) => readLogs(store, keys[kind], signal)));
    return logs
        .flat()
        .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
        .slice(0, newest);
}
function keepNewest(keys, count) {
    keys.sort((a, b) => (a.order < b.order ? 1 : a.order > b.order ? -1 : 0));
    keys.length = Math.min(keys.length, count);
}


/***/ }),

/***/ 28832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ isOdd),
  O: () => (/* binding */ openBell)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/report/events.js
var events = __webpack_require__(96710);
// EXTERNAL MODULE: ./build/report/printable.js
var printable = __webpack_require__(74628);
// EXTERNAL MODULE: ./build/report/run-log.js
var run_log = __webpack_require__(69673);
;// CONCATENATED MODULE: ./build/report/notifiers/collect-lines.js


/** Lines that are kept; of a longer run the last ones. */
const most = 1000;
/** A reporter that keeps what a log of the job would hold, or of all jobs, for those who are told when it ended. */
function collectLines(job, clock) {
    const lines = [];
    const reporter = {
        on(event) {
            if ('job' in event && job !== undefined && event.job !== undefined && event.job !== job)
                return;
            const line = (0,run_log/* logLineOf */.Q)(event);
            if (line === undefined)
                return;
            lines.push({ time: clock.now(), level: line[0], text: (0,printable/* printable */.g)(line[1]) });
            if (lines.length > most)
                lines.shift();
        },
    };
    return { reporter, lines: () => [...lines] };
}

// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/report/masked.js
var masked = __webpack_require__(126);
;// CONCATENATED MODULE: ./build/report/notifiers/tell-all.js



/** A notice without any secret: what goes out to others has no other guard. */
function maskedNotice(notice) {
    const { time, log, ...rest } = notice;
    return {
        ...(0,masked/* maskedValue */.p)(rest),
        time,
        log: log.map((line) => ({ ...line, text: (0,secret/* maskSecrets */.QU)(line.text) })),
    };
}
function complaint(name, error, seconds) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    const known = error instanceof errors_error/* HoldfastError */.E ? error : undefined;
    const why = late ? `no answer within ${seconds} s` : (known?.message ?? error.message);
    return {
        severity: 'warning',
        code: 'notification-failed',
        message: (0,secret/* maskSecrets */.QU)(`the notifier ${name} was not told: ${why}`),
        hint: known?.hint ?? `Look at notifiers.${name}; the run itself is not harmed.`,
    };
}
/** Resolves or rejects with the signal's reason, also where `work` does not heed the signal. */
function within(work, signal) {
    return new Promise((resolve, reject) => {
        const late = () => reject(signal.reason);
        if (signal.aborted)
            late();
        signal.addEventListener('abort', late, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
    });
}
/**
 * Tells everybody who wants to hear of it, all at once, none for longer than `limit` milliseconds. Never rejects: what
 * went wrong is returned as warnings.
 */
async function tellAll(notifiers, notice, limit) {
    const masked = maskedNotice(notice);
    const told = notifiers
        .filter((notifier) => notifier.wants(notice))
        .map(async (notifier) => {
        const signal = AbortSignal.timeout(limit);
        try {
            await within((async () => notifier.send(masked, signal))(), signal);
            return [];
        }
        catch (error) {
            return [complaint(notifier.name, error, limit / 1000)];
        }
    });
    return (await Promise.all(told)).flat();
}

// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/report/notifiers/http.js
var http = __webpack_require__(67479);
;// CONCATENATED MODULE: ./build/report/metrics/sample.js
/** Every metric with its help; all are gauges, in base units. */
const metrics = {
    holdfast_backup_success: 'Whether the last backup reached every destination: 1 or 0.',
    holdfast_backup_last_run_timestamp_seconds: 'When the last backup ended, well or not.',
    holdfast_backup_last_success_timestamp_seconds: 'When the last backup that succeeded ended.',
    holdfast_backup_duration_seconds: 'How long the last backup took.',
    holdfast_backup_source_bytes: 'Plain bytes of the last backup.',
    holdfast_backup_stored_bytes: 'Stored bytes of the last backup.',
    holdfast_backup_files: 'Files of the last backup.',
    holdfast_backup_destination_success: 'Whether the destination has the last backup: 1 or 0.',
    holdfast_verify_success: 'Whether the last verification passed: 1 or 0.',
    holdfast_verify_timestamp_seconds: 'When the last verification ended.',
    holdfast_verify_rto_seconds: 'How long the last drill took from the first read to a checked copy.',
    holdfast_cleanup_timestamp_seconds: 'When the last cleanup ended.',
    holdfast_cleanup_deleted_backups: 'Backups that the last cleanup deleted.',
    holdfast_cleanup_kept_backups: 'Backups that the last cleanup kept.',
    holdfast_cleanup_freed_bytes: 'Bytes that the last cleanup freed.',
    holdfast_status_good: 'Whether the job was as it should be when status looked: 1 or 0.',
    holdfast_status_backup_age_seconds: 'Age of the newest recovery point when status looked.',
    holdfast_status_proof_age_seconds: 'Age of the last proof when status looked.',
};

;// CONCATENATED MODULE: ./build/report/metrics/text.js

function escaped(value) {
    return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}
/** Name and labels, labels in order: what tells one series from another. */
function seriesOf({ name, labels }) {
    const pairs = Object.entries(labels)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([label, value]) => `${label}="${escaped(value)}"`);
    return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}
/** The series of a text that was written before, with their values; what is none of ours is left out. */
function seriesIn(text) {
    const series = new Map();
    for (const line of text.split('\n')) {
        const [, name = '', labels = '', value = ''] = /^(\w+)(\{.*\})? (\S+)$/.exec(line) ?? [];
        if (Object.hasOwn(metrics, name))
            series.set(name + labels, value);
    }
    return series;
}
/**
 * Samples in Prometheus' text format, put over those of `earlier`: a run knows the numbers of its own jobs only, and
 * the file holds those of all.
 */
function metricsText(samples, earlier = '') {
    const series = seriesIn(earlier);
    for (const sample of samples)
        series.set(seriesOf(sample), String(sample.value));
    const lines = [];
    for (const [name, help] of Object.entries(metrics)) {
        const own = [...series].filter(([key]) => key === name || key.startsWith(`${name}{`));
        if (own.length === 0)
            continue;
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`);
        lines.push(...own.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key} ${value}`));
    }
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

;// CONCATENATED MODULE: ./build/report/metrics/pushgateway.js



/** A group for each job: pushing the numbers of one leaves those of the others alone. */
function groupUrl(gateway, job) {
    const url = new URL(gateway);
    const { username, password } = url;
    url.username = '';
    url.password = '';
    url.pathname = `${url.pathname.replace(/\/$/, '')}/metrics/job/holdfast/backup_job/${encodeURIComponent(job)}`;
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return {
        url: url.href,
        headers: {
            'content-type': 'text/plain; version=0.0.4; charset=utf-8',
            ...(username !== '' && { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }),
        },
    };
}
/**
 * Pushes samples of one job to a Prometheus push gateway; a name and a password may stand in its URL. Errors:
 * `notification-failed`.
 */
async function pushMetrics(gateway, job, samples, options) {
    if (!URL.canParse(gateway.reveal())) {
        throw new errors_error/* HoldfastError */.E('notification-failed', 'metrics were not pushed: the URL of the gateway is none', {
            hint: 'Write metrics.pushgateway as http://host:9091.',
        });
    }
    await (0,http/* deliver */.cK)({ ...groupUrl(gateway.reveal(), job), body: metricsText(samples), ...options });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/report/metrics/textfile.js





/** Renames into place: node_exporter never reads half a file. Anybody may read it: that is another user's process. */
async function replace(file, text) {
    // Not ending in .prom: the collector would read it.
    const temporary = `${file}.${process.pid}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.tmp`;
    try {
        const handle = await (0,promises_.open)(temporary, 'wx', 0o644);
        try {
            await handle.writeFile(text);
            await handle.chmod(0o644);
        }
        finally {
            await handle.close();
        }
        await (0,promises_.rename)(temporary, file);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw error;
    }
}
/**
 * Writes samples to a file for node_exporter's textfile collector (0644), over what it holds of other jobs. Errors:
 * `notification-failed`.
 */
async function writeTextfile(file, samples) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        const earlier = await (0,promises_.readFile)(file, 'utf8').catch((error) => {
            if (error.code === 'ENOENT')
                return '';
            throw error;
        });
        await replace(file, metricsText(samples, earlier));
    }
    catch (error) {
        const { code = 'an error' } = error;
        throw new errors_error/* HoldfastError */.E('notification-failed', `metrics were not written to ${file}: ${code}`, {
            hint: 'Set metrics.textfile to a file in a directory that this user may write.',
        });
    }
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/announce/measure.js





/** Writes a job's numbers where `metrics:` says. What goes wrong is a warning. */
async function measure(context, job, samples, limit) {
    if (samples.length === 0)
        return;
    const attempt = async (work) => {
        try {
            await work();
        }
        catch (thrown) {
            const late = thrown.name === 'TimeoutError';
            const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
            const why = late ? `the push gateway did not answer within ${limit / 1000} s` : error.message;
            const finding = {
                severity: 'warning',
                code: 'notification-failed',
                message: (0,secret/* maskSecrets */.QU)(`the metrics of ${job} are not up to date: ${why}`),
                hint: late || error.hint === undefined ? 'Look at metrics: of the configuration.' : error.hint,
            };
            (0,commands_context/* tell */.q)(context, finding, job);
        }
    };
    await attempt(async () => {
        const { textfile, pushgateway } = context.config.metrics();
        const { environment } = context;
        if (textfile !== undefined)
            await attempt(() => writeTextfile(textfile, samples));
        if (pushgateway === undefined)
            return;
        await pushMetrics(pushgateway, job, samples, { signal: AbortSignal.timeout(limit), environment });
    });
}

// EXTERNAL MODULE: ./build/process/environment.js
var process_environment = __webpack_require__(84511);
// EXTERNAL MODULE: ./build/process/run-tool.js
var run_tool = __webpack_require__(80482);
// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
;// CONCATENATED MODULE: ./build/report/notifiers/notice.js
/** What a notifier may be told of. The most alarming of a notice gives it its title, in this order. */
const occasions = [
    'failure',
    'proof-failed',
    'stale',
    'anomaly',
    'recovery',
    'success',
    'start',
];

;// CONCATENATED MODULE: ./build/report/notifiers/headline.js



const marks = {
    failure: '🔴',
    'proof-failed': '🔴',
    stale: '🟠',
    anomaly: '🟡',
    recovery: '🟢',
    success: '🟢',
    start: '🔵',
};
/** The most alarming of what a notice is about. */
function occasionOf({ occasions: of }) {
    return occasions.find((occasion) => of.includes(occasion)) ?? 'success';
}
function words({ command, job, status }, occasion) {
    switch (occasion) {
        case 'failure':
            return status === 'partial' ? `${command} of ${job} failed in part` : `${command} of ${job} failed`;
        case 'proof-failed':
            return `${job} did not prove that it restores`;
        case 'stale':
            return `${job} is not as it should be`;
        case 'anomaly':
            return `${command} of ${job} looks odd`;
        case 'recovery':
            return `${command} of ${job} succeeds again`;
        case 'success':
            return `${command} of ${job} succeeded`;
        case 'start':
            return `${command} of ${job} started`;
    }
}
/** One line that says it all: `backup of app-db failed`. */
function headline(notice) {
    return words(notice, occasionOf(notice));
}
/** The same behind a coloured mark. */
function markedHeadline(notice) {
    return `${marks[occasionOf(notice)]} ${headline(notice)}`;
}
function change(now, before) {
    if (before === undefined || before === 0)
        return '';
    const percent = Math.round(((now - before) / before) * 100);
    return percent === 0 ? ' (as last time)' : ` (${percent > 0 ? '+' : '−'}${Math.abs(percent)} %)`;
}
/** What is known, as labels and values, in the order in which a person asks. */
function factsOf(notice) {
    const { storedBytes, sourceBytes, previousStoredBytes, files, seconds, level, destinations } = notice;
    const where = destinations.map(({ name, status }) => (status === 'success' ? name : `${name}: ${status}`));
    return [
        ...(storedBytes === undefined
            ? []
            : [['Stored', (0,bytes/* formatBytes */.z3)(storedBytes) + change(storedBytes, previousStoredBytes)]]),
        ...(sourceBytes === undefined ? [] : [['Source', (0,bytes/* formatBytes */.z3)(sourceBytes)]]),
        ...(files === undefined ? [] : [['Files', (0,bytes/* formatCount */.B4)(files)]]),
        ...(seconds === undefined ? [] : [['Duration', (0,duration/* formatDuration */.a3)(seconds * 1000)]]),
        ...(level === undefined ? [] : [['Level', level === 0 ? '0 (full)' : String(level)]]),
        ...(where.length === 0 ? [] : [['Destinations', where.join(', ')]]),
        ...notice.facts,
    ];
}
/** Errors and warnings, one paragraph each, with their hints. */
function troublesOf({ errors, warnings }) {
    const paragraph = (code, message, hint) => `${message} [${code}]${hint === undefined ? '' : `\n${hint}`}`;
    return [
        ...errors.map(({ code, message, hint }) => paragraph(code, message, hint)),
        ...warnings.map(({ code, message, hint }) => paragraph(code, message, hint)),
    ];
}

;// CONCATENATED MODULE: ./build/report/notifiers/email-text.js

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function email_text_escaped(text) {
    return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
/** Lines of the log that a mail shows: the last ones. */
const logLines = 200;
function logOf({ log }) {
    return log
        .slice(-logLines)
        .map(({ time, level, text }) => `${time.toISOString()} - ${level} - ${text}`)
        .join('\n');
}
function footer({ host, id, run, time }) {
    return [
        ['Host', host],
        ['Time', time.toISOString()],
        ...(id === undefined ? [] : [['Backup', id]]),
        ...(run?.url === undefined ? [] : [['Run', run.url]]),
    ];
}
function textOf(notice) {
    const facts = [...factsOf(notice), ...footer(notice)];
    const width = Math.max(...facts.map(([label]) => label.length)) + 2;
    const log = logOf(notice);
    return [
        headline(notice),
        '',
        ...facts.map(([label, value]) => `${`${label}:`.padEnd(width)}${value}`),
        ...troublesOf(notice).flatMap((trouble) => ['', trouble]),
        ...(log === '' ? [] : ['', 'Log:', log]),
        '',
    ].join('\n');
}
function htmlOf(notice) {
    const row = ([label, value]) => `<tr><td style="color:#666;padding:2px 16px 2px 0">${email_text_escaped(label)}</td><td>${/^https?:\/\//.test(value) ? `<a href="${email_text_escaped(value)}">${email_text_escaped(value)}</a>` : email_text_escaped(value)}</td></tr>`;
    const trouble = (text) => `<p style="border-left:4px solid #c33;padding-left:12px">${email_text_escaped(text).replaceAll('\n', '<br>')}</p>`;
    const log = logOf(notice);
    return [
        '<div style="font-family:sans-serif">',
        `<h2>${email_text_escaped(markedHeadline(notice))}</h2>`,
        `<table>${[...factsOf(notice), ...footer(notice)].map(row).join('')}</table>`,
        ...troublesOf(notice).map(trouble),
        ...(log === '' ? [] : [`<pre style="font-size:12px;color:#444">${email_text_escaped(log)}</pre>`]),
        '</div>',
    ].join('\n');
}
/** A mail in text and in HTML, marked urgent where something failed. */
function mailOf(notice, { to, from }) {
    const urgent = ['failure', 'proof-failed', 'stale'].includes(occasionOf(notice));
    return {
        from,
        to: [...to],
        subject: `[holdfast] ${headline(notice)}`,
        text: textOf(notice),
        html: htmlOf(notice),
        date: notice.time,
        priority: urgent ? 'high' : 'normal',
        headers: { 'Auto-Submitted': 'auto-generated' },
    };
}

;// CONCATENATED MODULE: ./build/report/notifiers/email.js




/** sendmail lies where no user's PATH goes. */
const withSbin = (path) => `${path}:/usr/sbin:/usr/lib`;
const defaultSendmail = ['sendmail', '-t', '-i'];
/** Milliseconds; the whole attempt is bounded by its signal as well. */
const timeouts = {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
    dnsTimeout: 5_000,
};
async function bySmtp(smtp, mail, signal) {
    const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    const url = new URL(smtp.reveal());
    const secure = url.protocol === 'smtps:';
    const transport = createTransport({
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
        secure,
        ...(url.username !== '' && {
            auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
        }),
        // A password must not go over a line that somebody has kept from becoming an encrypted one.
        requireTLS: !secure && url.username !== '' && url.searchParams.get('tls') !== 'no',
        ...timeouts,
    });
    const close = () => transport.close();
    signal.addEventListener('abort', close, { once: true });
    try {
        await transport.sendMail(mail);
    }
    catch (error) {
        signal.throwIfAborted();
        const { code, responseCode, command } = error;
        const what = responseCode === undefined ? (code ?? 'no answer') : `${responseCode} to ${command ?? 'it'}`;
        throw new errors_error/* HoldfastError */.E('notification-failed', `the mail server ${url.hostname} refused: ${what}`, {
            hint: 'Look at user, password, port and addresses; `?tls=no` behind smtp:// allows a password without encryption.',
        });
    }
    finally {
        signal.removeEventListener('abort', close);
        close();
    }
}
async function bySendmail([command = '', ...args], mail, environment, signal) {
    const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    const composed = await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(mail);
    const own = (0,process_environment/* childEnvironment */.Q)(environment);
    try {
        await (0,run_tool/* runTool */.q)({
            command,
            args,
            environment: { ...own, PATH: withSbin(own.PATH ?? '/usr/bin:/bin') },
            stdin: composed.message,
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(0,errors_error/* hasCode */.u)(error, 'tool-failed', 'tool-missing'))
            throw error;
        throw new errors_error/* HoldfastError */.E('notification-failed', error.message, {
            ...(error.hint === undefined ? {} : { hint: error.hint }),
        });
    }
}
/** E-mail by an SMTP server, else by the host's own sendmail. */
function createEmail(name, settings, surroundings) {
    const { smtp, sendmail = defaultSendmail } = settings;
    const { environment, host } = surroundings;
    return {
        name,
        wants: ({ occasions }) => occasions.some((occasion) => settings.on.includes(occasion)),
        send(notice, signal) {
            const mail = mailOf(notice, { to: settings.to, from: settings.from ?? `holdfast@${host}` });
            return smtp === undefined ? bySendmail(sendmail, mail, environment, signal) : bySmtp(smtp, mail, signal);
        },
    };
}

;// CONCATENATED MODULE: ./build/report/notifiers/healthchecks.js


/** Healthchecks keeps the first 100 kB of a body; the end of a log says more than its beginning. */
const longest = 90_000;
function pingOf({ occasions }) {
    if (occasions.includes('failure'))
        return 'fail';
    return occasions.includes('start') ? 'start' : 'success';
}
const suffixes = { start: '/start', success: '', fail: '/fail' };
function urlOf(settings, ping, runId) {
    const own = { start: settings.startUrl, success: settings.successUrl, fail: settings.failUrl }[ping];
    const base = settings.url?.reveal();
    const text = own?.reveal() ?? base;
    if (text === undefined || !URL.canParse(text))
        return text;
    const url = new URL(text);
    if (own === undefined)
        url.pathname = url.pathname.replace(/\/$/, '') + suffixes[ping];
    url.searchParams.set('rid', runId);
    return url.href;
}
function bodyOf(notice) {
    const log = notice.log
        .map(({ time, level, text }) => `${time.toISOString()} - ${level} - ${text}`)
        .join('\n');
    return [headline(notice), ...troublesOf(notice), '', log.slice(-longest)].join('\n');
}
/**
 * Pings of a dead man's switch: when a backup starts, succeeds and fails, with the run's id and its log. Other switches
 * than Healthchecks do as well: one that takes no POST gets a GET.
 */
function createHealthchecks(name, settings, { environment }) {
    return {
        name,
        wants: (notice) => notice.command === 'backup' &&
            notice.occasions.some((occasion) => ['start', 'success', 'failure'].includes(occasion)) &&
            urlOf(settings, pingOf(notice), '') !== undefined,
        async send(notice, signal) {
            const url = urlOf(settings, pingOf(notice), notice.runId) ?? '';
            const call = { url, signal, environment };
            const headers = { 'content-type': 'text/plain; charset=utf-8' };
            const posted = await (0,http/* exchange */.cv)({ ...call, headers, body: bodyOf(notice) });
            const { status, text } = [404, 405, 501].includes(posted.status)
                ? await (0,http/* exchange */.cv)({ ...call, method: 'GET' })
                : posted;
            if (status < 200 || status >= 300)
                throw (0,http/* refused */.J5)(status, text);
        },
    };
}

;// CONCATENATED MODULE: ./build/report/notifiers/mezmo.js


const endpoint = 'https://logs.mezmo.com/logs/ingest';
function linesOf(notice) {
    const { job, command, status, id, time } = notice;
    const bad = notice.errors.length > 0;
    const meta = { job, command, status, ...(id !== undefined && { id }) };
    const line = (text, level, when) => ({
        line: text,
        app: 'holdfast',
        level,
        timestamp: when.getTime(),
        meta,
    });
    const last = [headline(notice), ...troublesOf(notice)].join('\n');
    return [
        ...notice.log.map((each) => line(each.text, each.level, each.time)),
        line(last, bad ? 'ERROR' : notice.warnings.length > 0 ? 'WARNING' : 'INFO', time),
    ];
}
/** The lines of every run, shipped to Mezmo when it has ended. */
function createMezmo(name, settings, { environment, host }) {
    return {
        name,
        wants: ({ occasions }) => !occasions.includes('start'),
        async send(notice, signal) {
            const url = new URL(settings.url ?? endpoint);
            url.searchParams.set('hostname', settings.hostname ?? host);
            url.searchParams.set('now', String(notice.time.getTime()));
            const authorization = `Basic ${Buffer.from(`${settings.ingestionKey.reveal()}:`).toString('base64')}`;
            await (0,http/* deliver */.cK)({
                url: url.href,
                headers: { 'content-type': 'application/json; charset=utf-8', authorization },
                body: JSON.stringify({ lines: linesOf(notice) }),
                signal,
                environment,
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/report/notifiers/json-post.js

/** A notifier that posts what `bodyOf` makes of a notice, as JSON, to a URL. */
function createJsonPost(name, settings, surroundings, bodyOf) {
    return {
        name,
        wants: ({ occasions }) => occasions.some((occasion) => settings.on.includes(occasion)),
        send: (notice, signal) => (0,http/* deliver */.cK)({
            url: settings.url.reveal(),
            headers: { 'content-type': 'application/json; charset=utf-8' },
            body: JSON.stringify(bodyOf(notice)),
            signal,
            environment: surroundings.environment,
        }),
    };
}

;// CONCATENATED MODULE: ./build/report/notifiers/slack.js


/** Limits of Slack's: characters of a text, fields of a section, troubles that are still read. */
const limits = { header: 150, text: 2900, fields: 10, troubles: 4 };
function slack_escaped(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function cut(text, length) {
    return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
const markdown = (text) => ({ type: 'mrkdwn', text: cut(text, limits.text) });
function slack_footer(notice) {
    const { host, run, id, time } = notice;
    const seconds = Math.floor(time.getTime() / 1000);
    const when = `<!date^${seconds}^{date_short_pretty} {time}|${time.toISOString()}>`;
    const link = run?.url === undefined ? [] : [`<${run.url}|Run${run.id === undefined ? '' : ` ${run.id}`}>`];
    return [...link, slack_escaped(host), ...(id === undefined ? [] : [`\`${id}\``]), when].join('  ·  ');
}
/** The message in Slack's blocks: title, facts in two columns, troubles with hints, where and when. */
function slackMessage(notice) {
    const facts = factsOf(notice).slice(0, limits.fields);
    const troubles = troublesOf(notice);
    const more = troubles.length - limits.troubles;
    const shown = troubles.slice(0, limits.troubles).map((text) => {
        const [first = '', ...hint] = text.split('\n');
        return [`>*${slack_escaped(first)}*`, ...hint.map((line) => `>${slack_escaped(line)}`)].join('\n');
    });
    return {
        text: headline(notice),
        blocks: [
            {
                type: 'header',
                text: { type: 'plain_text', text: cut(markedHeadline(notice), limits.header), emoji: true },
            },
            ...(facts.length === 0
                ? []
                : [
                    {
                        type: 'section',
                        fields: facts.map(([label, value]) => markdown(`*${slack_escaped(label)}*\n${slack_escaped(value)}`)),
                    },
                ]),
            ...shown.map((text) => ({ type: 'section', text: markdown(text) })),
            ...(more > 0 ? [{ type: 'section', text: markdown(`… and ${more} more`) }] : []),
            { type: 'context', elements: [markdown(slack_footer(notice))] },
        ],
    };
}
/** An incoming webhook of Slack, or of what understands its blocks (Mattermost, Rocket.Chat). */
function createSlack(name, settings, surroundings) {
    return createJsonPost(name, settings, surroundings, slackMessage);
}

;// CONCATENATED MODULE: ./build/report/notifiers/webhook.js


/** What is posted: the notice without its log, `event` being the most alarming of `events`. */
function webhookBody(notice) {
    const { occasions, log: _, time, facts, ...rest } = notice;
    return {
        format: 1,
        event: occasionOf(notice),
        events: occasions,
        title: headline(notice),
        time: time.toISOString(),
        ...rest,
        facts: Object.fromEntries(facts),
    };
}
/** A URL that gets the outcome as JSON. */
function createWebhook(name, settings, surroundings) {
    return createJsonPost(name, settings, surroundings, webhookBody);
}

;// CONCATENATED MODULE: ./build/report/notifiers/create.js






/** The notifier of a configuration. Errors: `internal` for a type that the configuration's schema does not know. */
function createNotifier({ name, type, settings }, surroundings) {
    const given = settings;
    switch (type) {
        case 'slack':
            return createSlack(name, given, surroundings);
        case 'webhook':
            return createWebhook(name, given, surroundings);
        case 'email':
            return createEmail(name, given, surroundings);
        case 'healthchecks':
            return createHealthchecks(name, given, surroundings);
        case 'mezmo':
            return createMezmo(name, given, surroundings);
        default:
            throw new errors_error/* HoldfastError */.E('internal', `there is no notifier type ${type}`);
    }
}

;// CONCATENATED MODULE: ./build/commands/announce/notifiers-of.js




/**
 * Who is told of a job. One that cannot be used, because its variable is not set for instance, is a warning: a backup
 * that nobody hears of is better than none.
 */
function notifiersOf(context, job) {
    const { config, environment, identity } = context;
    if (!config.jobNames.includes(job))
        return [];
    const complain = (what, thrown) => {
        const error = (0,outcome/* asHoldfastError */.Cs)(thrown);
        const message = (0,secret/* maskSecrets */.QU)(`${what} cannot be used: ${error.message}`);
        const hint = error.hint ?? `Look at notify of job ${job}.`;
        (0,commands_context/* tell */.q)(context, { severity: 'warning', code: 'notification-failed', message, hint }, job);
        return [];
    };
    const names = (() => {
        try {
            return config.job(job).notify;
        }
        catch (error) {
            return complain('notify', error);
        }
    })();
    return names.flatMap((name) => {
        try {
            return [createNotifier(config.notifier(name), { environment, host: identity.host })];
        }
        catch (error) {
            return complain(`the notifier ${name}`, error);
        }
    });
}

;// CONCATENATED MODULE: ./build/commands/announce/bell.js







/** Milliseconds that a notifier has; less where a runner is about to kill this process. */
const bell_limits = { usual: 10_000, interrupted: 2_000 };
/** What the findings of a run must say for it to be odd although it succeeded. */
const odd = new Set([
    'size-suspicious',
    'tampered',
    'drift-size',
    'drift-duration',
    'drift-tables',
    'drift-rows',
]);
/** Whether warnings of a run are an `anomaly`. */
function isOdd(warnings) {
    return warnings.some(({ code, severity }) => odd.has(code) && severity !== 'info');
}
/** A bell for one job; of a backup that only its id names, the news tell the job. */
function openBell(plain, command, subject) {
    const log = collectLines(subject, plain.clock);
    const context = { ...plain, reporter: (0,events/* combineReporters */.ui)(plain.reporter, log.reporter) };
    const runId = (0,external_node_crypto_.randomUUID)();
    let known;
    const notifiers = (job = subject) => {
        known ??= job === undefined ? [] : notifiersOf(context, job);
        return known;
    };
    let started = Promise.resolve();
    const limit = () => (plain.signal.aborted ? bell_limits.interrupted : bell_limits.usual);
    const send = async ({ errors = [], samples: _, job = subject, ...news }) => {
        if (job === undefined)
            return;
        const { clock, identity } = plain;
        const findings = await tellAll(notifiers(job), {
            command,
            job,
            time: clock.now(),
            host: identity.host,
            version: identity.version,
            ...(identity.run && { run: identity.run }),
            runId,
            destinations: [],
            facts: [],
            warnings: [],
            log: log.lines(),
            ...news,
            errors: errors.map(({ code, message, hint }) => ({
                code,
                message,
                ...(hint !== undefined && { hint }),
            })),
        }, limit());
        for (const finding of findings)
            (0,commands_context/* tell */.q)(plain, finding, job);
    };
    return {
        context,
        hears: (occasion) => notifiers().some((one) => one.wants({ command, occasions: [occasion] })),
        start() {
            started = send({ occasions: ['start'], status: 'started' });
        },
        async ring(news) {
            await started;
            const job = news.job ?? subject;
            const numbers = job === undefined ? undefined : measure(context, job, news.samples ?? [], limit());
            await Promise.all([send(news), numbers]);
        },
    };
}


/***/ }),

/***/ 61257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ passesOn),
/* harmony export */   h: () => (/* binding */ rulesAt)
/* harmony export */ });
/* harmony import */ var _retention_floors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54294);

/** The rules of a job at one of its destinations: its own there, else those of the job. */
function rulesAt({ to, retention }, destination) {
    return to.find(({ name }) => name === destination)?.retention ?? retention;
}
/**
 * Whether a destination only passes backups on: `keep-last: 0` there, and another one of the job keeps. Nothing is wrong
 * where it holds nothing, or gets nothing of an increment whose parent it has let go.
 */
function passesOn(job, destination) {
    return ((0,_retention_floors_js__WEBPACK_IMPORTED_MODULE_0__/* .isPassing */ .W)(rulesAt(job, destination)) &&
        job.to.some(({ name }) => name !== destination && !(0,_retention_floors_js__WEBPACK_IMPORTED_MODULE_0__/* .isPassing */ .W)(rulesAt(job, name))));
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
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23567);



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

/***/ 69673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ createRunLog),
/* harmony export */   Q: () => (/* binding */ logLineOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20140);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58747);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74628);
/* harmony import */ var _status_word_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87314);







function rotate(file, keep) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).size === 0)
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(keep > 1 ? `${file}.${keep - 1}` : file, { force: true });
    for (let number = keep - 2; number >= 0; number -= 1) {
        const from = number === 0 ? file : `${file}.${number}`;
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(from))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(from, `${file}.${number + 1}`);
    }
}
function open(file, keep) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
        rotate(file, keep);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'a', 0o600);
    }
    catch (cause) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('target-unwritable', `cannot write the log file ${file}`, {
            hint: 'Set `log.file` of the job to a path that this user may write, or remove it.',
            context: { path: file },
            cause,
        });
    }
}
const levels = { ok: 'INFO', info: 'INFO', warning: 'WARNING', error: 'ERROR' };
/** An event as a line of a log; undefined for one that is no line. */
function logLineOf(event) {
    switch (event.type) {
        case 'job-started':
            return [
                'INFO',
                `${event.job}: ${event.command} started${event.id === undefined ? '' : `, ${event.id}`}`,
            ];
        case 'step':
            return ['INFO', event.job === undefined ? event.message : `${event.job}: ${event.message}`];
        case 'progress':
            if (!event.done)
                return undefined;
            return ['INFO', `${event.job}: ${event.phase} ${event.stream}: ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_6__/* .formatBytes */ .z3)(event.bytes)}`];
        case 'finding': {
            const { severity, code, message, hint, names = [] } = event.finding;
            const subject = event.job === undefined ? '' : `${event.job}: `;
            const tail = [...(names.length > 0 ? [names.join(', ')] : []), ...(hint === undefined ? [] : [hint])];
            return [levels[severity], [`${subject}${message} [${code}]`, ...tail].join('; ')];
        }
        case 'job-finished':
            return [
                (0,_status_word_js__WEBPACK_IMPORTED_MODULE_5__/* .isGood */ .Kg)(event.status) ? 'INFO' : 'ERROR',
                `${event.job}: ${event.command} ${event.status} in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(event.seconds * 1000)}`,
            ];
    }
}
/**
 * The log file of `log: {file, keep}`: one line an event, `time - level - message`, the time ISO 8601 in UTC. A file
 * of an earlier run is moved to `file.1`, `file.2`, … first. Made with mode 0600, secrets masked, one line each.
 *
 * @throws HoldfastError `target-unwritable`
 */
function createRunLog({ file, keep, clock, onTrouble }) {
    let descriptor = open(file, Math.max(1, Math.floor(keep)));
    const write = (level, message) => {
        if (descriptor === undefined)
            return;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, `${clock.now().toISOString()} - ${level} - ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(message)}\n`);
        }
        catch (error) {
            close();
            onTrouble?.({
                severity: 'warning',
                code: 'target-unwritable',
                message: `the log file ends early: ${error instanceof Error ? error.message : String(error)}`,
                hint: `Make room for ${file}, or set \`log.file\` to another disk.`,
            });
        }
    };
    const close = () => {
        if (descriptor === undefined)
            return;
        const open = descriptor;
        descriptor = undefined;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(open);
    };
    return {
        write,
        close,
        on(event) {
            const line = logLineOf(event);
            if (line)
                write(...line);
        },
    };
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
