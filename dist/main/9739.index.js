export const id = 9739;
export const ids = [9739];
export const modules = {

/***/ 39739:
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
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
// EXTERNAL MODULE: ./build/report/proof-result.js
var proof_result = __webpack_require__(27683);
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
            ? [`${job} was last restored ${(0,duration/* formatDuration */.a)(age)} ago, wanted every ${(0,duration/* formatDuration */.a)(verifyEvery)}`]
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
    const rto = (0,duration/* formatDuration */.a)(longest(good.map(({ rtoSeconds }) => rtoSeconds)) * 1000);
    const ages = good.flatMap(({ rpoSeconds }) => rpoSeconds ?? []);
    const rpo = ages.length === 0 ? 'unknown' : (0,duration/* formatDuration */.a)(longest(ages) * 1000);
    return `The slowest of ${good.length} restores took ${rto}; the oldest data restored was ${rpo} old.`;
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
            { question: 'Are tested copies protected from deletion?', answer: kept(facts) },
        ];
    }
    return [
        {
            question: 'A1.2: are backups made and protected so that data can be recovered?',
            answer: `${kept(facts)} ${recovery(facts)}`,
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
const day = (iso) => iso.replace('T', ' ').slice(0, 16);
const span = (milliseconds) => milliseconds === undefined ? 'not set' : (0,duration/* formatDuration */.a)(milliseconds);
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
        (0,markdown/* escapeMarkdown */.FV)(proof.destination),
        verdictOf(proof),
        (0,markdown/* escapeMarkdown */.FV)(proof.evidence),
        `${proof.checks.filter(({ result }) => result === 'passed').length} of ${proof.checks.length}`,
        (0,bytes/* formatBytes */.z3)(proof.restoredBytes),
        (0,duration/* formatDuration */.a)(proof.rtoSeconds * 1000),
        proof.rpoSeconds === null ? '' : (0,duration/* formatDuration */.a)(proof.rpoSeconds * 1000),
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
    const { proofs, now, version } = facts;
    const good = proofs.filter(proof_result/* counts */.t).length;
    const oldest = proofs.at(-1)?.finishedAt;
    return [
        `# ${titles[framework]}`,
        '',
        `Made ${day(now.toISOString())} UTC by Holdfast ${version} from the signed proofs in the backup store. ${(0,bytes/* plural */.LS)(proofs.length, 'restore test')}${oldest ? ` since ${day(oldest)}` : ''}, ${good} passed and counted.`,
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
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 6 modules
var repository_entries = __webpack_require__(31533);
;// CONCATENATED MODULE: ./build/commands/proof/collect.js



/** What a proof says, and how it stands to the manifests that are there now. */
function proofResult({ key, proof, signedBy, trusted }, destination, backup) {
    const { job, id, result, evidence, checks, startedAt, finishedAt, rtoSeconds, restoredBytes, host, run } = proof;
    return {
        job,
        id,
        destination,
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

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/find.js + 1 modules
var find = __webpack_require__(27185);
// EXTERNAL MODULE: ./build/commands/repository/select.js
var repository_select = __webpack_require__(29798);
;// CONCATENATED MODULE: ./build/commands/proof.js












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
        proofs: results,
        policies: policiesOf(context, subjects.length === 0 ? undefined : [...subjects, ...results.map(({ job }) => job)]),
        trust: context.config.signing().trust,
        damaged: errors,
        now: context.clock.now(),
        version: context.identity.version,
    });
    return { results: [{ document }], warnings, errors, exitCode };
}


/***/ }),

/***/ 27185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ destinationsOf),
  S: () => (/* binding */ findBackup)
});

// EXTERNAL MODULE: ./build/catalog/chains.js
var chains = __webpack_require__(62844);
// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/repository/chain-gap.js

/** The chain as far down as it goes, and what ends it early: a manifest that is damaged or gone. */
function chainWithGap(last, entries, damaged, signed) {
    const map = (0,chains/* byId */.$H)(entries);
    const chain = [last];
    for (let entry = last; entry.parent !== null; entry = chain[0] ?? entry) {
        const { id } = entry.parent;
        const parent = (0,chains/* parentOf */.gN)(entry, map);
        if (parent === undefined) {
            const error = damaged.find((each) => each.id === id)?.error ?? (0,chains/* brokenChain */.Zm)(entry, map.has(id));
            return { chain, gap: { id, error, lost: !signed && !map.has(id) } };
        }
        chain.unshift(parent);
    }
    return { chain };
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 6 modules
var repository_entries = __webpack_require__(31533);
;// CONCATENATED MODULE: ./build/commands/repository/find.js







/** Where backups of a job may be: those the configuration says, else every destination there is. */
function destinationsOf(context, job) {
    const { config } = context;
    const wanted = config.jobNames.includes(job)
        ? config.job(job).to.map(({ name }) => name)
        : config.destinationNames;
    return (0,repository_destination/* chosenDestinations */.Cf)(context, wanted);
}
function notFound(what, because) {
    return new error/* HoldfastError */.E('backup-not-found', `there is no backup ${what}${because}`, {
        hint: 'Run `holdfast list` to see the jobs and ids there are, and --destination to look elsewhere.',
        context: { what },
    });
}
function untrusted(entry) {
    return new error/* HoldfastError */.E('signature-untrusted', `backup ${entry.id} is ${entry.signedBy === undefined ? 'not signed' : `signed by ${entry.signedBy}`}, which signing.trust does not list`, {
        hint: 'If you know where it comes from add the key to signing.trust, or restore with --force.',
        context: { id: entry.id },
    });
}
function choose(entries, what, options) {
    const { at, prefer, force, gaps } = options;
    if ((0,ids/* parseId */.Fg)(what))
        return entries.find(({ id }) => id === what);
    const candidates = entries
        .filter((entry) => (entry.complete || gaps === true) && (entry.trusted || force === true))
        .filter(({ createdAt }) => at === undefined || createdAt <= at)
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
    return prefer?.(candidates) ?? candidates[0];
}
/**
 * The backup that `what`, a job or an id, names. Destinations are tried in their order; one that cannot be reached,
 * lacks a parent or has it shredded does not keep the next from serving. Shredded everywhere it is found nonetheless.
 * Errors: `backup-not-found`, `chain-broken`, `signature-untrusted`.
 */
async function findBackup(context, what, options = {}) {
    const isId = (0,ids/* parseId */.Fg)(what) !== undefined;
    if (!isId && !(0,ids/* isJobName */.vG)(what))
        throw notFound(what, ': it is neither a job nor an id');
    let first;
    let lost = 0;
    let shredded;
    const names = isId ? (0,repository_destination/* backupDestinations */.C$)(context) : destinationsOf(context, what);
    for (const name of names.filter((each) => options.except?.includes(each) !== true)) {
        try {
            const destination = await (0,repository_destination/* openDestination */.xB)(context, name, options.mode);
            const { points, damaged } = await (0,repository_entries/* readEntries */.$)(context, destination, isId ? undefined : what, options);
            const entry = choose(points, what, options);
            const broken = damaged.find(({ id }) => id === what);
            if (broken)
                throw broken.error;
            if (entry === undefined) {
                lost += points.filter(({ shredded }) => shredded).length;
                continue;
            }
            if (!entry.trusted && options.force !== true)
                throw untrusted(entry);
            const entries = points.filter(({ job }) => job === entry.job);
            const signed = options.force !== true && (context.config.signing().trust?.length ?? 0) > 0;
            const down = options.gaps === true
                ? chainWithGap(entry, entries, damaged, signed)
                : { chain: (0,chains/* chainOf */.dR)(entry.id, entries) };
            const found = { destination, entry, ...down, entries };
            if (!down.chain.some((link) => link.shredded))
                return found;
            // Its keys may still be somewhere else.
            shredded ??= found;
        }
        catch (error) {
            context.signal.throwIfAborted();
            first ??= (0,outcome/* asHoldfastError */.Cs)(error);
        }
    }
    if (shredded !== undefined)
        return shredded;
    const before = options.at === undefined ? '' : ` from ${options.at.toISOString()} or before`;
    throw (first ?? notFound(what, lost === 0 || isId ? before : `${before} that can be opened: ${lost} shredded`));
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

/***/ 34902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   XF: () => (/* binding */ withinBytes),
/* harmony export */   aY: () => (/* binding */ code),
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
/**
 * A table of cells that are Markdown already, in lines; a column that is named with a trailing `:` is right-aligned.
 * Of more than `most` rows the rest is counted below.
 */
function markdownTable(titles, rows, most) {
    const right = (title) => title.endsWith(':');
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const more = rows.length - most;
    return [
        line(titles.map((title) => (right(title) ? title.slice(0, -1) : title))),
        line(titles.map((title) => (right(title) ? '--:' : '---'))),
        ...rows.slice(0, most).map(line),
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
