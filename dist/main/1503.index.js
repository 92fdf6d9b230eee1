export const id = 1503;
export const ids = [1503];
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

/***/ 27837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proof: () => (/* binding */ proof)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/catalog/proofs.js + 2 modules
var catalog_proofs = __webpack_require__(89715);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/report/bytes.js
var report_bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
// EXTERNAL MODULE: ./build/report/proof-result.js
var proof_result = __webpack_require__(27683);
// EXTERNAL MODULE: ./build/report/reread.js
var report_reread = __webpack_require__(9070);
;// CONCATENATED MODULE: ./build/report/evidence/answers.js




const longest = (values) => values.reduce((most, value) => Math.max(most, value), 0);
/** Jobs whose last counting test is missing or older than their own rule, with the reason. */
function overdue({ policies, proofs, now }) {
    return policies.flatMap(({ job, verifyEvery }) => {
        const last = proofs.find((proof) => proof.job === job && (0,proof_result/* counts */.t)(proof));
        if (last === undefined)
            return [`${job} was never restored with success`];
        const age = now.getTime() - Date.parse(last.finishedAt);
        return verifyEvery !== undefined && age > verifyEvery * 1.25
            ? [`${job} was last restored ${(0,duration/* formatDuration */.a3)(age)} ago, wanted every ${(0,duration/* formatSpan */.QA)(verifyEvery)}`]
            : [];
    });
}
function regular(facts) {
    const late = overdue(facts);
    return late.length === 0 ? 'Yes, every job within its interval.' : `Not all: ${late.join('; ')}.`;
}
function recovery(facts) {
    const good = facts.proofs.filter(proof_result/* counts */.t);
    if (good.length === 0)
        return 'Nothing was measured yet.';
    const rto = (0,duration/* formatDuration */.a3)(longest(good.map(({ rtoSeconds }) => rtoSeconds)) * 1000);
    const ages = good.flatMap(({ rpoSeconds }) => rpoSeconds ?? []);
    const rpo = ages.length === 0 ? 'unknown' : (0,duration/* formatDuration */.a3)(longest(ages) * 1000);
    return `The slowest of ${good.length} restores took ${rto}; the oldest data restored was ${rpo} old.`;
}
/** Whether all that is stored was read back, or made, within the days of the ledger. */
function reread({ rereads }) {
    const [first] = rereads;
    if (first === undefined)
        return 'It is not known: nothing is stored, or its logs may not be read.';
    const sum = (value) => rereads.reduce((total, each) => total + value(each), 0);
    const [objects, bytes] = [sum((each) => each.reread.objects), sum((each) => each.reread.bytes)];
    const read = sum((each) => each.reread.readObjects);
    const young = sum((each) => each.reread.newObjects);
    const { days } = first.reread;
    const late = rereads.filter((each) => !(0,report_reread/* isAllReread */.tI)(each.reread));
    const figures = `of ${(0,report_bytes/* plural */.LS)(objects, 'object')} (${(0,report_bytes/* formatBytes */.z3)(bytes)}) ${read} were read back whole within ${days} days, and ${young} are newer than that`;
    if (late.length === 0)
        return `Yes: ${figures}.`;
    const names = late.map(({ job, destination, reread: { overdueObjects } }) => `${job} at ${destination}, ${(0,report_bytes/* plural */.LS)(overdueObjects, 'object')} overdue`);
    return `Not all: ${figures}; ${names.join('; ')}.`;
}
function kept({ policies }) {
    const all = policies.length > 0 && policies.every(({ requireProofs = 0 }) => requireProofs > 0);
    return all
        ? 'Retention keeps the newest proven backups of every job, whatever else its rules say, and stops after a failed restore test.'
        : 'Not every job demands a proven backup before older ones are deleted (`require-proofs`).';
}
/** What each framework asks, answered from the proofs. */
function answersOf(framework, facts) {
    if (framework === 'iso27001') {
        return [
            { question: 'Are restores tested regularly?', answer: regular(facts) },
            { question: 'How long do they take, how much is lost?', answer: recovery(facts) },
            { question: 'Is every stored object read back within 30 days?', answer: reread(facts) },
            { question: 'Are tested copies protected from deletion?', answer: kept(facts) },
        ];
    }
    return [
        {
            question: 'A1.2: are backups made and protected so that data can be recovered?',
            answer: `${kept(facts)} ${recovery(facts)} Every stored object read back within 30 days? ${reread(facts)}`,
        },
        { question: 'A1.3: are recovery procedures tested?', answer: regular(facts) },
    ];
}

;// CONCATENATED MODULE: ./build/report/evidence/document.js






const titles = {
    iso27001: 'Restore tests: evidence for ISO/IEC 27001:2022, A.8.13 Information backup',
    soc2: 'Restore tests: evidence for SOC 2, A1.2 and A1.3 (availability)',
};
const rows = Number.MAX_SAFE_INTEGER;
const daysNamed = 10;
const day = (iso) => iso.replace('T', ' ').slice(0, 16);
const span = (milliseconds) => milliseconds === undefined ? 'not set' : (0,duration/* formatSpan */.QA)(milliseconds);
function policyTable({ policies }) {
    const lines = policies.map(({ job, destinations, every, verifyEvery, requireProofs }) => [
        (0,markdown/* escapeMarkdown */.FV)(job),
        (0,markdown/* escapeMarkdown */.FV)(destinations.join(', ')),
        span(every),
        span(verifyEvery),
        String(requireProofs ?? 0),
    ]);
    return (0,markdown/* markdownTable */.Qj)(['Job', 'Kept at', 'Backup every', 'Restore test every', 'Proven backups kept:'], lines, rows);
}
function verdictOf(proof) {
    if (proof.result === 'passed' && !(0,proof_result/* counts */.t)(proof))
        return 'passed, does not count';
    return proof.result;
}
function testTable({ proofs }) {
    const lines = proofs.map((proof) => [
        day(proof.finishedAt),
        (0,markdown/* escapeMarkdown */.FV)(proof.job),
        (0,markdown/* code */.aY)(proof.id),
        (0,markdown/* escapeMarkdown */.FV)(proof.readAt),
        verdictOf(proof),
        (0,markdown/* escapeMarkdown */.FV)(proof.evidence),
        `${proof.checks.filter(({ result }) => result === 'passed').length} of ${proof.checks.length}`,
        (0,report_bytes/* formatBytes */.z3)(proof.restoredBytes),
        (0,duration/* formatDuration */.a3)(proof.rtoSeconds * 1000),
        proof.rpoSeconds === null ? '' : (0,duration/* formatDuration */.a3)(proof.rpoSeconds * 1000),
        (0,markdown/* escapeMarkdown */.FV)(proof.run?.actor ?? proof.host),
    ]);
    const heads = ['Ended (UTC)', 'Job', 'Backup', 'At', 'Result', 'Compared with', 'Checks passed:'];
    return (0,markdown/* markdownTable */.Qj)([...heads, 'Restored:', 'Took (RTO):', 'Age of data (RPO):', 'By'], lines, rows);
}
function failureLines({ proofs, damaged }) {
    const failed = proofs.filter(({ result }) => result === 'failed');
    const lines = failed.map((proof) => {
        const reasons = proof.checks
            .filter(({ result }) => result === 'failed')
            .map(({ name, expected, found }) => `${name}: expected ${expected ?? '?'}, found ${found ?? '?'}`);
        const mended = proofs.findLast((later) => later.job === proof.job && later.finishedAt > proof.finishedAt && (0,proof_result/* counts */.t)(later));
        const since = mended
            ? `followed by a passed test on ${day(mended.finishedAt)}`
            : 'not yet followed by a passed test';
        return `- ${day(proof.finishedAt)} ${(0,markdown/* escapeMarkdown */.FV)(proof.job)}: ${(0,markdown/* escapeMarkdown */.FV)(reasons.join('; ') || 'nothing was checked')} (${since})`;
    });
    const forged = damaged.map(({ message }) => `- ${(0,markdown/* escapeMarkdown */.FV)(message)}`);
    return lines.length + forged.length === 0 ? ['None.'] : [...lines, ...forged];
}
function rereadTable({ rereads }) {
    const lines = rereads.map(({ job, destination, reread }) => [
        (0,markdown/* escapeMarkdown */.FV)(job),
        (0,markdown/* escapeMarkdown */.FV)(destination),
        String(reread.objects),
        (0,report_bytes/* formatBytes */.z3)(reread.bytes),
        String(reread.readObjects),
        String(reread.newObjects),
        String(reread.overdueObjects),
        reread.oldest ? `${day(reread.oldest.since)}${reread.oldest.everRead ? '' : ', when made'}` : '',
        (0,report_reread/* missedText */.tJ)(reread, daysNamed),
    ]);
    const heads = ['Job', 'At', 'Objects:', 'Bytes:', 'Read back:', 'Newer:', 'Overdue:'];
    return (0,markdown/* markdownTable */.Qj)([...heads, 'Unread the longest, since', 'Days missed'], lines, rows);
}
function keyLines({ proofs, trust }) {
    const signers = [...new Set(proofs.map(({ signedBy }) => signedBy))];
    const believed = trust.length === 0 ? 'No key is pinned (signing.trust): anybody could have signed.' : '';
    return [
        ...(believed === '' ? [] : [believed, '']),
        ...signers.map((key) => {
            if (key === null)
                return '- not signed';
            return `- ${(0,markdown/* code */.aY)(key)}${trust.includes(key) ? ', pinned' : trust.length > 0 ? ', **not pinned**' : ''}`;
        }),
    ];
}
/**
 * The restore tests as a document that an auditor reads, in Markdown: what is demanded, what was done, what failed and
 * what became of it, and how to check all of it without trusting whoever made the document.
 */
function renderEvidence(framework, facts) {
    const { proofs, rereads, now, version } = facts;
    const good = proofs.filter(proof_result/* counts */.t).length;
    const oldest = proofs.at(-1)?.finishedAt;
    return [
        `# ${titles[framework]}`,
        '',
        `Made ${day(now.toISOString())} UTC by Holdfast ${version} from the signed proofs in the backup store. ${(0,report_bytes/* plural */.LS)(proofs.length, 'restore test')}${oldest ? ` since ${day(oldest)}` : ''}, ${good} passed and counted.`,
        '',
        ...answersOf(framework, facts).flatMap(({ question, answer }) => [`**${question}** ${answer}`, '']),
        '## What is demanded',
        '',
        ...policyTable(facts),
        '',
        '## Restore tests',
        '',
        ...testTable(facts),
        '',
        `## Stored objects read back within ${rereads[0]?.reread.days ?? 30} days`,
        '',
        'By the signed logs of verifications, which compare the stored bytes with their hashes, and by the restore tests.',
        '',
        ...(rereads.length > 0 ? rereadTable(facts) : ['Not known.']),
        '',
        '## Failures and what followed',
        '',
        ...failureLines(facts),
        '',
        '## Keys that signed',
        '',
        ...keyLines(facts),
        '',
        '## How to check this',
        '',
        'Each proof is a file under `proofs/` of the store: an in-toto statement in a DSSE envelope, signed with ed25519, whose subjects are the SHA-256 digests of the manifests that name every stored object. Copy any of them and run `holdfast proof FILE` on a machine of your own, with the public keys above under `signing.trust`.',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var repository_entries = __webpack_require__(23567);
;// CONCATENATED MODULE: ./build/commands/proof/collect.js



/** What a proof says, and how it stands to the manifests that are there now. */
function proofResult({ key, proof, signedBy, trusted }, destination, backup) {
    const { job, id, result, evidence, checks, startedAt, finishedAt, rtoSeconds, restoredBytes, host, run } = proof;
    return {
        job,
        id,
        destination,
        readAt: proof.destination,
        key,
        result,
        evidence,
        signedBy: signedBy ?? null,
        trusted,
        backup,
        createdAt: proof.backup?.createdAt ?? null,
        startedAt,
        finishedAt,
        rtoSeconds,
        rpoSeconds: proof.backup?.ageSeconds ?? null,
        restoredBytes,
        checks,
        host,
        versions: proof.versions ?? {},
        ...(run && { run }),
    };
}
function standing(proof, entries) {
    if (!entries.has(proof.id))
        return 'gone';
    const same = proof.chain.every(({ id, manifest }) => manifest === `sha256:${entries.get(id)?.manifestSha256 ?? ''}`);
    return same ? 'there' : 'changed';
}
/** All proofs of a job at a destination, or those of one backup; `envelopes` keeps the stored bytes beside them. */
async function collectProofs(context, destination, subject, envelopes) {
    const { signal, config } = context;
    const { store, name } = destination;
    const { trust } = config.signing();
    const { proofs, damaged } = await (0,catalog_proofs/* readProofs */.OR)(store, subject.job, subject.id, { trust, signal });
    if (proofs.length + damaged.length === 0)
        return { results: [], damaged: [] };
    const { points } = await (0,repository_entries/* readEntries */.$)(context, destination, subject.job, { proofs: false });
    const entries = new Map(points.map((entry) => [entry.id, entry]));
    const results = [];
    for (const opened of proofs) {
        const result = proofResult(opened, name, standing(opened.proof, entries));
        const envelope = envelopes
            ? JSON.parse(Buffer.from(await (0,object_io/* readObject */.Ag)(store, opened.key, catalog_proofs/* proofLimit */.QL, signal)).toString())
            : undefined;
        results.push({ ...result, ...(envelopes && { envelope }) });
    }
    return { results, damaged: damaged.map(({ error }) => error) };
}

;// CONCATENATED MODULE: ./build/commands/proof/policy.js
/** What the configuration demands of these jobs, or of all: how often a backup, how often a restore, how long it is kept. */
function policiesOf({ config }, jobs = config.jobNames) {
    return config.jobNames
        .filter((name) => jobs.includes(name))
        .map((name) => {
        const { every, verify, to, retention } = config.job(name);
        return {
            job: name,
            destinations: to.map((destination) => destination.name),
            ...(every !== undefined && { every }),
            ...(verify?.every !== undefined && { verifyEvery: verify.every }),
            ...(retention && { requireProofs: retention.requireProofs ?? 0 }),
        };
    });
}

// EXTERNAL MODULE: ./build/commands/status/unread.js + 2 modules
var unread = __webpack_require__(82708);
;// CONCATENATED MODULE: ./build/commands/proof/reread.js


/** What was read back of a job at a destination; nothing where nothing is stored there. */
async function rereadFacts(context, destination, job) {
    const { points } = await (0,repository_entries/* readEntries */.$)(context, destination, job);
    const reread = await (0,unread/* rereadFor */.$)(context, destination, job, points, true);
    return reread ? [{ job, destination: destination.name, reread }] : [];
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
;// CONCATENATED MODULE: ./build/commands/proof.js













/** Each drill once, where it read: copies of its proof lie wherever `sync` took the backup. */
function onceEach(proofs) {
    return [...new Map(proofs.map((proof) => [`${proof.readAt} ${proof.key}`, proof])).values()];
}
const isFile = (subject) => subject.endsWith('.json');
/** A proof that somebody carried here: its signature and its digest are checked without any store. */
async function fromFile(context, file) {
    const path = (0,external_node_path_.resolve)(context.cwd, file);
    const bytes = await (0,promises_.readFile)(path).catch((cause) => {
        throw new error/* HoldfastError */.E('config-file-unreadable', `cannot read the proof ${file}`, {
            hint: 'Name a job, the id of a backup, or a file that was copied from `proofs/` of a repository.',
            context: { file },
            cause,
        });
    });
    const opened = (0,catalog_proofs/* openProof */.J2)(bytes, file, context.config.signing().trust);
    return proofResult(opened, opened.proof.destination, 'unknown');
}
function none(subjects) {
    return new error/* HoldfastError */.E('unproven', `there is no proof of ${subjects.join(', ') || 'any backup'}`, {
        hint: 'Run `holdfast drill` to restore a backup into a throwaway place and leave a proof.',
    });
}
/**
 * `holdfast proof [JOB|ID|FILE…]`: the proofs of restores, newest first, digests and signatures checked; with `export`
 * a document for an auditor. Exits 5 when one is damaged or forged, 4 when there is none.
 */
async function proof(context, subjects, options) {
    const results = [];
    const errors = [];
    const rereads = [];
    const isDocument = options.export !== undefined && options.export !== 'json';
    const guarded = async (work) => {
        try {
            await work();
        }
        catch (thrown) {
            context.signal.throwIfAborted();
            errors.push((0,outcome/* asHoldfastError */.Cs)(thrown));
        }
    };
    const add = async (destination, job, id) => {
        const opened = await (0,repository_destination/* openDestination */.xB)(context, destination);
        const found = await collectProofs(context, opened, { job, id }, options.export === 'json');
        results.push(...found.results);
        errors.push(...found.damaged);
        if (isDocument && id === undefined)
            rereads.push(...(await rereadFacts(context, opened, job)));
    };
    // A file alone is read without any store.
    const asksStores = subjects.length === 0 || subjects.some(ids/* parseId */.Fg);
    const known = asksStores ? await (0,repository_select/* knownJobs */.y)(context) : [];
    for (const subject of subjects.length === 0 ? known : subjects) {
        if (isFile(subject)) {
            await guarded(async () => void results.push(await fromFile(context, subject)));
        }
        else if ((0,ids/* parseId */.Fg)(subject)) {
            for (const name of (0,repository_destination/* backupDestinations */.C$)(context)) {
                for (const job of known)
                    await guarded(() => add(name, job, subject));
            }
        }
        else {
            for (const name of (0,find/* destinationsOf */.N)(context, subject))
                await guarded(() => add(name, subject));
        }
    }
    if (results.length === 0 && errors.length === 0)
        errors.push(none(subjects));
    results.sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : a.finishedAt > b.finishedAt ? -1 : 0));
    const warnings = results
        .filter(({ trusted }) => !trusted)
        .map(({ key, destination, signedBy }) => ({
        severity: 'warning',
        code: 'proof-untrusted',
        message: `${destination}: ${key} is ${signedBy ? `signed by ${signedBy}, which signing.trust does not list` : 'not signed'}: it is a report, not a proof`,
    }));
    const exitCode = (0,outcome/* exitOf */.sX)(errors, results.length);
    const framework = options.export;
    if (framework === undefined || framework === 'json')
        return { results, warnings, errors, exitCode };
    const document = renderEvidence(framework, {
        proofs: onceEach(results),
        policies: policiesOf(context, subjects.length === 0 ? undefined : [...subjects, ...results.map(({ job }) => job)]),
        rereads,
        trust: context.config.signing().trust,
        damaged: errors,
        now: context.clock.now(),
        version: context.identity.version,
    });
    return { results: [{ document }], warnings, errors, exitCode };
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

/***/ 34902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   XF: () => (/* binding */ withinBytes),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   vR: () => (/* binding */ rowsShown)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20140);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74628);


/** Rows of one table; GitHub renders longer ones slowly. */
const rowsShown = 500;
const special = /[\\`*_[\]<>|~#$@&]/g;
/** Text that Markdown shows as it is: no markup, no HTML, no mention of a user, one line. */
function escapeMarkdown(text) {
    return (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text.replace(/\s*\n\s*/g, ' ')).replace(special, (character) => `&#${character.charCodeAt(0)};`);
}
/** Text as inline code; a backtick cannot stand there, so it becomes an apostrophe. */
function code(text) {
    return `\`${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
/** A sentence of ours, in which commands stand between backticks: those become code, the rest stays as it is. */
function sentence(text) {
    const parts = text.split('`');
    // A backtick without a partner is no markup.
    if (parts.length % 2 === 0)
        return escapeMarkdown(text);
    return parts.map((part, index) => (index % 2 === 1 ? code(part) : escapeMarkdown(part))).join('');
}
/** A text in which no number is parted from its unit. */
function unbroken(text) {
    return text.replace(/(?<=\d) (?=\S)/g, '\u00a0');
}
/**
 * A table of cells that are Markdown already, in lines; a column that is named with a trailing `:` is right-aligned,
 * and no number in it is parted from its unit.
 * Of more than `most` rows the rest is counted below.
 */
function markdownTable(titles, rows, most) {
    const right = (title) => title.endsWith(':');
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const more = rows.length - most;
    return [
        line(titles.map((title) => (right(title) ? title.slice(0, -1) : title))),
        line(titles.map((title) => (right(title) ? '--:' : '---'))),
        ...rows
            .slice(0, most)
            .map((cells) => line(cells.map((cell, index) => (right(titles[index] ?? '') ? unbroken(cell) : cell)))),
        ...(more > 0 ? ['', `… and ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(more)} more`] : []),
    ];
}
/** `lines` up to `bytes` of UTF-8 together, whole lines only; what is left out is said at the end. */
function withinBytes(lines, bytes) {
    const kept = [];
    const closing = '\n\n… cut here: the rest is in the results.\n';
    let left = bytes - Buffer.byteLength(closing);
    for (const line of lines) {
        left -= Buffer.byteLength(line) + 1;
        if (left < 0)
            return kept.join('\n') + closing;
        kept.push(line);
    }
    return `${kept.join('\n')}\n`;
}


/***/ })

};
