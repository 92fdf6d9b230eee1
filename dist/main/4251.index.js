export const id = 4251;
export const ids = [4251];
export const modules = {

/***/ 44511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ comparedWith)
/* harmony export */ });
const words = {
    snapshot: 'the snapshot it was made of',
    stream: 'what was archived',
    'load-only': 'nothing: it loads',
    received: 'nothing: it was received',
};
/** What a restore was compared with, by its evidence, for people. */
function comparedWith(evidence) {
    return words[evidence] ?? evidence;
}


/***/ }),

/***/ 64251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubSummary: () => (/* binding */ githubSummary)
});

// EXTERNAL MODULE: ./build/report/bytes.js
var report_bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
;// CONCATENATED MODULE: ./build/report/compare/lines.js



const signs = { added: '➕', removed: '➖', changed: '✏️' };
const countOf = (rows) => (rows === undefined ? '' : (0,report_bytes/* formatCount */.B4)(rows));
function differenceOf({ rowsBefore = 0, rowsAfter = 0 }) {
    const difference = rowsAfter - rowsBefore;
    if (difference === 0)
        return '';
    return difference > 0 ? `+${(0,report_bytes/* formatCount */.B4)(difference)}` : `−${(0,report_bytes/* formatCount */.B4)(-difference)}`;
}
function columnText({ name, before, after }) {
    if (before === undefined)
        return `➕ ${(0,markdown/* code */.aY)(name)} ${(0,markdown/* escapeMarkdown */.FV)(after ?? '')}`;
    if (after === undefined)
        return `➖ ${(0,markdown/* code */.aY)(name)}`;
    return `${(0,markdown/* code */.aY)(name)} ${(0,markdown/* escapeMarkdown */.FV)(before)} → ${(0,markdown/* escapeMarkdown */.FV)(after)}`;
}
function rowOf(change) {
    return [
        `${signs[change.change]} ${(0,markdown/* code */.aY)(change.table)}`,
        countOf(change.rowsBefore),
        countOf(change.rowsAfter),
        differenceOf(change),
        change.change === 'changed' ? change.columns.map(columnText).join('<br>') : `table ${change.change}`,
    ];
}
function oneCopy({ job, id, createdAt, seconds, tables, changes }) {
    const changed = changes.length === 0 ? 'nothing changed' : `${(0,report_bytes/* plural */.LS)(changes.length, 'table')} changed`;
    const facts = [
        `**${(0,markdown/* escapeMarkdown */.FV)(job)}**, backup ${(0,markdown/* code */.aY)(id)} of ${(0,markdown/* escapeMarkdown */.FV)((0,duration/* minuteOf */.iA)(createdAt))}`,
        `${(0,duration/* formatDuration */.a3)(seconds * 1000)} since it was restored`,
        `${changed}, ${(0,report_bytes/* plural */.LS)(tables, 'table')} now`,
    ];
    const titles = ['Table', 'Rows before:', 'Rows now:', 'Difference:', 'Schema'];
    const table = changes.length === 0 ? [] : ['', ...(0,markdown/* markdownTable */.Qj)(titles, changes.map(rowOf), markdown/* rowsShown */.vR)];
    return [facts.join(' · '), ...table];
}
/** What became of copies: how long it took, and every table whose rows or columns are others now. */
function compareLines(results) {
    return results.flatMap((result, index) => [...(index > 0 ? [''] : []), ...oneCopy(result)]);
}

// EXTERNAL MODULE: ./build/report/bars.js
var bars = __webpack_require__(50145);
// EXTERNAL MODULE: ./build/report/status-word.js
var status_word = __webpack_require__(87314);
;// CONCATENATED MODULE: ./build/report/github-backups.js





const titles = ['', 'Job', 'Backup', 'Read:', 'Stored:', 'Trend', 'Time:', 'Where'];
function signed(ratio) {
    const percent = Math.round(ratio * 100);
    if (percent === 0)
        return '±0 %';
    return percent > 0 ? `+${percent} %` : `−${-percent} %`;
}
/** `▂▃▅█ +12 %`: the last sizes and this one, and how much it is off the last. */
function comparison({ level, storedBytes, previousStoredBytes = [] }) {
    const last = previousStoredBytes.at(-1);
    if (storedBytes === undefined)
        return '';
    if (last === undefined || last === 0)
        return level ? `first of level ${level}` : 'first';
    return `${(0,bars/* sparkline */.K)([...previousStoredBytes, storedBytes])}\u00a0${(0,markdown/* unbroken */.D_)(signed(storedBytes / last - 1))}`;
}
function chain({ id, level, parent }) {
    if (id === undefined)
        return '';
    const place = parent ? `level ${level}, on ${(0,markdown/* code */.aY)(parent)}` : 'full';
    return `${(0,markdown/* code */.aY)(id)}<br>${place}`;
}
function share({ sourceBytes, storedBytes }) {
    if (storedBytes === undefined)
        return '';
    const ratio = sourceBytes ? `<br>${(0,report_bytes/* formatPercent */.l9)(storedBytes / sourceBytes)} of it` : '';
    return `${(0,report_bytes/* formatBytes */.z3)(storedBytes)}${ratio}`;
}
function timeOf({ sourceBytes, seconds }) {
    if (seconds === undefined)
        return '';
    const rate = sourceBytes && seconds ? `<br>${(0,report_bytes/* formatRate */.CE)(sourceBytes, seconds * 1000)}` : '';
    return `${(0,duration/* formatDuration */.a3)(seconds * 1000)}${rate}`;
}
function statusOf({ id, status, destinations = [] }) {
    if (status !== undefined)
        return status;
    if (id === undefined)
        return 'failed';
    return destinations.every((each) => (0,status_word/* isGood */.Kg)(each.status)) ? 'success' : 'partial';
}
function github_backups_rowOf(result) {
    const status = statusOf(result);
    const { job, sourceBytes, files, destinations = [] } = result;
    const count = files === undefined ? '' : `<br>${(0,report_bytes/* plural */.LS)(files, 'file')}`;
    return [
        (0,status_word/* isGood */.Kg)(status) ? (status === 'success' ? '✅' : '💤') : status === 'partial' ? '⚠️' : '❌',
        `**${(0,markdown/* escapeMarkdown */.FV)(job)}**`,
        chain(result) || (0,status_word/* statusWord */.Hm)(status),
        sourceBytes === undefined ? '' : `${(0,report_bytes/* formatBytes */.z3)(sourceBytes)}${count}`,
        share(result),
        comparison(result),
        timeOf(result),
        destinations
            .map((each) => `${(0,status_word/* isGood */.Kg)(each.status) ? '✅' : '❌'} ${(0,markdown/* escapeMarkdown */.FV)(each.name)}`)
            .join('<br>'),
    ];
}
/** What was backed up: the sum in a sentence, then a row a job. */
function backupLines(results) {
    const made = results.filter(({ id }) => id !== undefined);
    const sum = (of) => made.reduce((total, result) => total + (of(result) ?? 0), 0);
    const [read, stored] = [sum(({ sourceBytes }) => sourceBytes), sum(({ storedBytes }) => storedBytes)];
    const facts = [
        `${made.length} of ${(0,report_bytes/* plural */.LS)(results.length, 'job')} backed up`,
        ...(made.length > 0
            ? [
                `${(0,report_bytes/* formatBytes */.z3)(read)} read`,
                `${(0,report_bytes/* formatBytes */.z3)(stored)} stored`,
                (0,duration/* formatDuration */.a3)(sum(({ seconds }) => seconds) * 1000),
            ]
            : []),
    ];
    return [facts.join(' · '), '', ...(0,markdown/* markdownTable */.Qj)(titles, results.map(github_backups_rowOf), markdown/* rowsShown */.vR)];
}

;// CONCATENATED MODULE: ./build/report/github-cleanups.js



const barCells = 12;
/** Longer lists of decisions are folded. */
const openRows = 15;
function facts({ deleted, kept, garbage, freedBytes, dryRun }) {
    const rest = garbage.length > 0 ? [`${(0,report_bytes/* plural */.LS)(garbage.length, 'object')} of garbage`] : [];
    return [
        `kept ${kept.length}`,
        `${dryRun ? 'would delete' : 'deleted'} ${deleted.length}`,
        ...rest,
        `${(0,report_bytes/* formatBytes */.z3)(freedBytes)} ${dryRun ? 'to free' : 'freed'}`,
    ].join(' · ');
}
function decisions({ deleted, kept, dryRun }) {
    const row = (what) => (line) => [what, (0,markdown/* code */.aY)(line.id), (0,markdown/* escapeMarkdown */.FV)(line.reason)];
    const rows = [...deleted.map(row(dryRun ? '🗑️ would go' : '🗑️ deleted')), ...kept.map(row('kept'))];
    const table = (0,markdown/* markdownTable */.Qj)(['', 'Backup', 'Reason'], rows, markdown/* rowsShown */.vR);
    if (rows.length === 0)
        return [];
    if (rows.length <= openRows)
        return [...table, ''];
    const title = `<summary>${(0,report_bytes/* plural */.LS)(rows.length, 'decision')} with their reasons</summary>`;
    return ['<details>', title, '', ...table, '', '</details>', ''];
}
/** What retention decided, for each job and destination: counts, a bar of what stays, every backup with its reason. */
function cleanupLines(results) {
    return results.flatMap((result) => {
        const { job, destination, deleted, kept, note } = result;
        const all = kept.length + deleted.length;
        const bar = all === 0 ? '' : ` ${(0,bars/* ratioBar */.F)(kept.length / all, barCells)}`;
        return [
            `**${(0,markdown/* escapeMarkdown */.FV)(job)}** at ${(0,markdown/* escapeMarkdown */.FV)(destination)}:${bar} ${facts(result)}`,
            '',
            ...(note === undefined ? [] : [`> ${(0,markdown/* escapeMarkdown */.FV)(note)}`, '']),
            ...decisions(result),
        ];
    });
}

;// CONCATENATED MODULE: ./build/report/github-tables.js




function restoreLines(results) {
    const titles = ['Job', 'Backup', 'Target', 'Restored:', 'Fetched:', 'Time:', 'Rate:'];
    const rows = results.map(({ job, id, chain, target, bytes, fetchedBytes, seconds }) => [
        `**${(0,markdown/* escapeMarkdown */.FV)(job)}**`,
        chain.length > 1 ? chain.map(markdown/* code */.aY).join('<br>') : (0,markdown/* code */.aY)(id),
        (0,markdown/* code */.aY)(target),
        (0,report_bytes/* formatBytes */.z3)(bytes),
        (0,report_bytes/* formatBytes */.z3)(fetchedBytes),
        (0,duration/* formatDuration */.a3)(seconds * 1000),
        (0,report_bytes/* formatRate */.CE)(bytes, seconds * 1000),
    ]);
    return (0,markdown/* markdownTable */.Qj)(titles, rows, markdown/* rowsShown */.vR);
}
/** An age in seconds; null is never. */
function ageText(seconds) {
    return seconds === null ? 'never' : (0,duration/* formatAge */.nV)(seconds * 1000);
}
/** How old the last backup and the last proof are; nobody knows of a destination that cannot be asked. */
function agesOf({ age, proofAge, failedProofAge, state, }) {
    if (state === 'unreachable')
        return ['?', '?'];
    const failed = failedProofAge === null ? '' : `, failed ${ageText(failedProofAge)}`;
    return [ageText(age), `${ageText(proofAge)}${failed}`];
}
/** A state of `status` as a mark: nobody demanded that backups be signed. */
function stateMark(state) {
    return (0,status_word/* isGood */.Kg)(state) || state === 'unsigned' ? '✅' : state === 'proof-failed' ? '❌' : '⚠️';
}
/** Everything at a glance: a row a job and destination. */
function statusLines(results) {
    const titles = ['', 'Job', 'At', 'Last backup:', 'Last proof:', 'State'];
    const rows = results.map((result) => [
        stateMark(result.state),
        `**${(0,markdown/* escapeMarkdown */.FV)(result.job)}**`,
        (0,markdown/* escapeMarkdown */.FV)(result.destination),
        ...agesOf(result),
        (0,markdown/* escapeMarkdown */.FV)(result.state),
    ]);
    return (0,markdown/* markdownTable */.Qj)(titles, rows, markdown/* rowsShown */.vR);
}
function planLines(results) {
    const rows = results.map(({ name, runner, environment, jobs }) => [
        `**${(0,markdown/* escapeMarkdown */.FV)(name)}**`,
        runner.map(markdown/* code */.aY).join(' '),
        (0,markdown/* escapeMarkdown */.FV)(environment),
        (0,markdown/* escapeMarkdown */.FV)(jobs.replaceAll(',', ', ')),
    ]);
    return (0,markdown/* markdownTable */.Qj)(['Leg', 'Runner', 'Environment', 'Jobs'], rows, markdown/* rowsShown */.vR);
}

// EXTERNAL MODULE: ./build/report/reread.js
var report_reread = __webpack_require__(9070);
// EXTERNAL MODULE: ./build/report/restore-ledger.js
var restore_ledger = __webpack_require__(63719);
;// CONCATENATED MODULE: ./build/report/github-report.js







/** Days that a row names. */
const daysNamed = 3;
/** Oldest first, as one reads a curve. */
function curve({ recent }) {
    return (0,bars/* sparkline */.K)(recent.map(({ storedBytes }) => storedBytes).reverse());
}
function marksOf({ complete, unread = 0, proven, held, signed }) {
    const words = [
        ...(complete ? [] : ['⚠️ incomplete']),
        ...(unread > 0 ? ['⚠️ partial'] : []),
        ...(proven ? ['✅ proven'] : []),
        ...(held ? ['📌 held'] : []),
        ...(signed ? [] : ['unsigned']),
    ];
    return words.join(', ');
}
function recentLines({ job, destination, recent }) {
    if (recent.length === 0)
        return [];
    const greatest = Math.max(...recent.map(({ storedBytes }) => storedBytes), 1);
    const rows = recent.map((backup) => [
        (0,markdown/* code */.aY)(backup.id),
        backup.level === 0 ? 'full' : `level ${backup.level}`,
        (0,report_bytes/* formatBytes */.z3)(backup.storedBytes),
        (0,bars/* ratioBar */.F)(backup.storedBytes / greatest, 10),
        marksOf(backup),
    ]);
    return [
        '<details>',
        `<summary>${(0,markdown/* escapeMarkdown */.FV)(job)} at ${(0,markdown/* escapeMarkdown */.FV)(destination)}: the newest ${(0,report_bytes/* plural */.LS)(recent.length, 'backup')}</summary>`,
        '',
        ...(0,markdown/* markdownTable */.Qj)(['Backup', 'Level', 'Stored:', '', ''], rows, markdown/* rowsShown */.vR),
        '',
        '</details>',
        '',
    ];
}
function restoreTable(results) {
    const rows = results.flatMap(({ job, destination, restores }) => {
        const facts = (0,restore_ledger/* ledgerFacts */.T)(restores);
        if (facts === undefined)
            return [];
        const { passed, rto, trend, worstRpo } = facts;
        return [[`**${(0,markdown/* escapeMarkdown */.FV)(job)}**`, (0,markdown/* escapeMarkdown */.FV)(destination), passed, rto, trend, worstRpo]];
    });
    if (rows.length === 0)
        return [];
    const titles = ['Job', 'At', 'Restores', 'Took (RTO):', 'Trend', 'Oldest data (RPO):'];
    return [...(0,markdown/* markdownTable */.Qj)(titles, rows, markdown/* rowsShown */.vR), ''];
}
/** What of the stored objects was read back: by daily parts, or whole. */
function rereadTable(results) {
    const rows = results.flatMap(({ job, destination, reread }) => {
        if (reread === undefined || reread.objects === 0)
            return [];
        const { readObjects, readBytes, newObjects, overdueObjects, objects, bytes, oldest, rotation } = reread;
        return [
            [
                overdueObjects === 0 ? '✅' : rotation === null ? '' : '⚠️',
                `**${(0,markdown/* escapeMarkdown */.FV)(job)}**`,
                (0,markdown/* escapeMarkdown */.FV)(destination),
                `${readObjects} of ${objects}<br>${(0,report_bytes/* formatBytes */.z3)(readBytes)} of ${(0,report_bytes/* formatBytes */.z3)(bytes)}`,
                String(newObjects),
                String(overdueObjects),
                oldest?.since.slice(0, 10) ?? '',
                (0,report_reread/* missedText */.tJ)(reread, daysNamed),
            ],
        ];
    });
    if (rows.length === 0)
        return [];
    const titles = [
        '',
        'Job',
        'At',
        'Read back in 30 days:',
        'Newer:',
        'Overdue:',
        'Unread since:',
        'Days missed',
    ];
    return [...(0,markdown/* markdownTable */.Qj)(titles, rows, markdown/* rowsShown */.vR), ''];
}
/** Every job at every destination: is it fresh, is it proven, how much is there; then the newest backups of each. */
function reportLines(results) {
    const bad = results.filter(({ state }) => !(0,status_word/* isGood */.Kg)(state) && state !== 'unsigned').length;
    const backups = results.reduce((sum, each) => sum + each.backups, 0);
    const bytes = results.reduce((sum, each) => sum + each.storedBytes, 0);
    const facts = [
        bad === 0 ? 'all fresh and proven as wanted' : `${bad} of ${results.length} need attention`,
        (0,report_bytes/* plural */.LS)(backups, 'backup'),
        `${(0,report_bytes/* formatBytes */.z3)(bytes)} stored`,
    ];
    const titles = ['', 'Job', 'At', 'Last backup:', 'Last proof:', 'Backups:', 'Stored:', 'Sizes', 'State'];
    const rows = results.map((result) => [
        stateMark(result.state),
        `**${(0,markdown/* escapeMarkdown */.FV)(result.job)}**`,
        (0,markdown/* escapeMarkdown */.FV)(result.destination),
        ...agesOf(result),
        String(result.backups),
        (0,report_bytes/* formatBytes */.z3)(result.storedBytes),
        curve(result),
        (0,markdown/* escapeMarkdown */.FV)(result.state),
    ]);
    return [
        facts.join(' · '),
        '',
        ...(0,markdown/* markdownTable */.Qj)(titles, rows, markdown/* rowsShown */.vR),
        '',
        ...restoreTable(results),
        ...rereadTable(results),
        ...results.flatMap(recentLines),
    ];
}

// EXTERNAL MODULE: ./build/report/compared-with.js
var compared_with = __webpack_require__(44511);
// EXTERNAL MODULE: ./build/report/verification.js
var verification = __webpack_require__(64732);
;// CONCATENATED MODULE: ./build/report/github-verifications.js






const github_verifications_titles = ['', 'Job', 'Backup', 'Depth', 'Checks', 'Restored:', 'In:', 'Fetched:', 'Compared with'];
const marks = { passed: '✅', failed: '❌', inconclusive: '⚠️' };
/** What was not restored was not compared either. */
function github_verifications_comparison({ result, depth, evidence, restoredBytes, damaged }) {
    if (evidence === undefined)
        return '';
    const came = depth !== 'restore' || (restoredBytes !== 0 && damaged.length === 0);
    if (!came || (evidence === 'load-only' && result !== 'passed'))
        return 'nothing';
    return (0,markdown/* escapeMarkdown */.FV)((0,compared_with/* comparedWith */.o)(evidence));
}
/** How many are good, and what restoring them took; only of drills. */
function factsOf(results) {
    if (!results.every(({ depth }) => depth === 'restore'))
        return [];
    const good = results.filter(({ result }) => result === 'passed').length;
    const sum = (of) => results.reduce((total, each) => total + (of(each) ?? 0), 0);
    const facts = [
        `${good} of ${(0,report_bytes/* plural */.LS)(results.length, 'restore')} passed`,
        `${(0,report_bytes/* formatBytes */.z3)(sum(({ restoredBytes }) => restoredBytes))} restored`,
        (0,duration/* formatDuration */.a3)(sum(({ rtoSeconds }) => rtoSeconds) * 1000),
    ];
    return [facts.join(' · '), ''];
}
function github_verifications_rowOf(result) {
    const { job, id, destination, depth, checks, rtoSeconds, restoredBytes, fetchedBytes } = result;
    const passed = checks.filter((check) => check.result === 'passed').length;
    const rate = restoredBytes && rtoSeconds ? `<br>${(0,report_bytes/* formatRate */.CE)(restoredBytes, rtoSeconds * 1000)}` : '';
    return [
        marks[result.result],
        `**${(0,markdown/* escapeMarkdown */.FV)(job)}**`,
        `${(0,markdown/* code */.aY)(id)}<br>at ${(0,markdown/* escapeMarkdown */.FV)(destination)}`,
        depth,
        `${passed} of ${checks.length} passed`,
        restoredBytes === undefined ? '' : `${(0,report_bytes/* formatBytes */.z3)(restoredBytes)}${rate}`,
        rtoSeconds === undefined ? '' : (0,duration/* formatDuration */.a3)(rtoSeconds * 1000),
        (0,report_bytes/* formatBytes */.z3)(fetchedBytes),
        github_verifications_comparison(result),
    ];
}
function failures(results) {
    const rows = results.flatMap(({ job, checks, damaged }) => [
        ...checks
            .filter((check) => check.result !== 'passed')
            .map(({ name, result, expected = '', found = '' }) => [
            marks[result],
            ...[job, name, expected, found].map(markdown/* escapeMarkdown */.FV),
        ]),
        ...damaged
            .filter((key) => !checks.some(({ found }) => found?.includes(key)))
            .map((key) => [marks.failed, (0,markdown/* escapeMarkdown */.FV)(job), 'damaged', '', (0,markdown/* code */.aY)(key)]),
    ]);
    if (rows.length === 0)
        return [];
    return ['', ...(0,markdown/* markdownTable */.Qj)(['', 'Job', 'Check', 'Expected', 'Found'], rows, markdown/* rowsShown */.vR)];
}
/** Passed checks say what was compared: they are the evidence, and are folded away. */
function passedChecks(results) {
    const rows = results.flatMap(({ job, checks }) => checks
        .filter(({ result }) => result === 'passed')
        .map(({ name, found = '', expected = '' }) => [job, name, found || expected].map(markdown/* escapeMarkdown */.FV)));
    if (rows.length === 0)
        return [];
    const table = (0,markdown/* markdownTable */.Qj)(['Job', 'Check', 'Found'], rows, markdown/* rowsShown */.vR);
    return ['', '<details>', '<summary>What was checked</summary>', '', ...table, '', '</details>'];
}
function proofs(results) {
    const lines = results.flatMap(({ proof }) => (proof ? [`- 🧾 proof ${(0,markdown/* code */.aY)(proof)}`] : []));
    return lines.length > 0 ? ['', ...lines.slice(0, markdown/* rowsShown */.vR)] : [];
}
/** What `--due` left alone, and why. */
function skippedTable(skipped) {
    const rows = skipped.map(({ job, destination, status, reason }) => [
        status === 'left' ? '⚠️' : '💤',
        ...[job, destination, (0,status_word/* statusWord */.Hm)(status), reason].map(markdown/* escapeMarkdown */.FV),
    ]);
    return rows.length === 0 ? [] : ['', ...(0,markdown/* markdownTable */.Qj)(['', 'Job', 'At', '', 'Why'], rows, markdown/* rowsShown */.vR)];
}
/** What was looked at, restored or drilled: a row a backup, what is wrong, what was checked, the proofs; and the rest. */
function verifyLines(all) {
    const results = all.filter(verification/* wasVerified */.Y);
    return [
        ...factsOf(results),
        ...(results.length > 0 ? (0,markdown/* markdownTable */.Qj)(github_verifications_titles, results.map(github_verifications_rowOf), markdown/* rowsShown */.vR) : []),
        ...failures(results),
        ...proofs(results),
        ...passedChecks(results),
        ...skippedTable(all.filter(verification/* isSkipped */.J)),
    ];
}

;// CONCATENATED MODULE: ./build/report/github-summary.js








/** GitHub takes a megabyte a step and drops the whole summary beyond it. */
const limit = 900 * 1024;
const troublesShown = 200;
const github_summary_marks = {
    success: '✅',
    partial: '⚠️',
    stale: '⚠️',
    failed: '❌',
    unverified: '❌',
    busy: '⏳',
    refused: '🛑',
    cancelled: '⏹️',
};
const github_summary_titles = {
    backup: 'Backup',
    verify: 'Verification',
    drill: 'Restore drill',
    cleanup: 'Cleanup',
    restore: 'Restore',
    status: 'Status',
    report: 'Backups',
    plan: 'Plan',
    compare: 'What changed in the restored copy',
    publish: 'Told on GitHub',
};
/** The commands whose results have a form of their own; the results of others are in `results` only. */
const sections = {
    backup: backupLines,
    verify: verifyLines,
    drill: verifyLines,
    cleanup: cleanupLines,
    restore: restoreLines,
    status: statusLines,
    report: reportLines,
    plan: planLines,
    compare: compareLines,
};
function jobOf({ job, context }) {
    return job ?? (typeof context?.job === 'string' ? context.job : '');
}
/** Alike ones are said once, with how many there were. */
function troubleLines(mark, troubles) {
    const groups = new Map();
    for (const trouble of troubles) {
        const key = `${trouble.code} ${trouble.message} ${jobOf(trouble)}`;
        groups.set(key, [...(groups.get(key) ?? []), trouble]);
    }
    return [...groups.values()].flatMap((alike) => {
        const [first] = alike;
        if (first === undefined)
            return [];
        const { code: name, message, hint } = first;
        const job = jobOf(first);
        const subject = job === '' || message.includes(job) ? '' : `**${(0,markdown/* escapeMarkdown */.FV)(job)}**: `;
        const count = alike.length > 1 ? ` (${alike.length} times)` : '';
        const lines = message.split('\n').map(markdown/* escapeMarkdown */.FV).join('<br>');
        const advice = hint === undefined ? '' : `<br>→ ${(0,markdown/* sentence */.em)(hint)}`;
        return [`- ${mark} ${subject}${lines}${count} ${(0,markdown/* code */.aY)(name)}${advice}`];
    });
}
function titleOf({ command, results }) {
    const has = (key, value) => results.some((result) => Reflect.get(result, key) === value);
    if (command === 'cleanup' && has('dryRun', true))
        return 'Cleanup, dry run';
    const isDrill = command === 'verify' && has('depth', 'restore');
    return github_summary_titles[isDrill ? 'drill' : command] ?? `holdfast ${(0,markdown/* escapeMarkdown */.FV)(command)}`;
}
/** Jobs that failed have no result; in the table of a backup they must not be missing. */
function withFailed({ command, results, errors }) {
    if (command !== 'backup')
        return results;
    const known = new Set(results.map((result) => 'job' in result && result.job));
    const failed = errors
        .map(({ context }) => context?.job)
        .filter((job) => job !== undefined && !known.has(job));
    return [...results, ...[...new Set(failed)].map((job) => ({ job, status: 'failed' }))];
}
function sectionLines(document) {
    const { command, status } = document;
    const results = withFailed(document);
    const section = sections[command];
    const body = section && results.length > 0 ? section(results) : [];
    const word = status === 'success' ? '' : `: ${status}`;
    return [`### ${github_summary_marks[status]} ${titleOf(document)}${word}`, '', ...body, ...(body.length > 0 ? [''] : [])];
}
function allTroubles(errors, warnings) {
    const lines = [...troubleLines('❌', errors), ...troubleLines('⚠️', warnings)];
    const more = lines.length - troublesShown;
    const rest = more > 0 ? [`- … and ${(0,report_bytes/* plural */.LS)(more, 'more', 'more')}`] : [];
    return lines.length > 0 ? [...lines.slice(0, troublesShown), ...rest, ''] : [];
}
/**
 * The job summary in Markdown, under 900 KiB: every trouble first, then what ran, a section a command. `documents` are
 * the commands one by one, `document` is all of them together.
 */
function githubSummary({ document, documents, }) {
    const [first, ...rest] = documents.map(sectionLines);
    const [title = `### ${github_summary_marks[document.status]} ${titleOf(document)}`, ...body] = first ?? [];
    const trouble = allTroubles(document.errors, document.warnings);
    const lines = [title, '', ...trouble, ...body.slice(1), ...rest.flat()];
    return (0,markdown/* withinBytes */.XF)(lines, limit);
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
