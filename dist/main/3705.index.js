export const id = 3705;
export const ids = [3705];
export const modules = {

/***/ 3705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubSummary: () => (/* binding */ githubSummary)
});

// EXTERNAL MODULE: ./build/report/bytes.js
var report_bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/bars.js
var bars = __webpack_require__(50145);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/printable.js
var printable = __webpack_require__(74628);
;// CONCATENATED MODULE: ./build/report/markdown.js


/** Rows of one table; GitHub renders longer ones slowly. */
const rowsShown = 500;
const special = /[\\`*_[\]<>|~#$@&]/g;
/** Text that Markdown shows as it is: no markup, no HTML, no mention of a user, one line. */
function escapeMarkdown(text) {
    return (0,printable/* printable */.g)(text.replace(/\s*\n\s*/g, ' ')).replace(special, (character) => `&#${character.charCodeAt(0)};`);
}
/** Text as inline code; a backtick cannot stand there, so it becomes an apostrophe. */
function code(text) {
    return `\`${(0,printable/* printable */.g)(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
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
        ...(more > 0 ? ['', `… and ${(0,report_bytes/* formatCount */.B4)(more)} more`] : []),
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

// EXTERNAL MODULE: ./build/report/status-word.js
var status_word = __webpack_require__(87314);
;// CONCATENATED MODULE: ./build/report/github-backups.js





const titles = ['', 'Job', 'Backup', 'Read:', 'Stored:', 'Trend', 'Rate:', 'Time:', 'Where'];
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
    return `${(0,bars/* sparkline */.K)([...previousStoredBytes, storedBytes])} ${signed(storedBytes / last - 1)}`;
}
function chain({ id, level, parent }) {
    if (id === undefined)
        return '';
    const place = parent ? `level ${level}, on ${code(parent)}` : 'full';
    return `${code(id)}<br>${place}`;
}
function share({ sourceBytes, storedBytes }) {
    if (storedBytes === undefined)
        return '';
    const ratio = sourceBytes ? ` (${(0,report_bytes/* formatPercent */.l9)(storedBytes / sourceBytes)})` : '';
    return `${(0,report_bytes/* formatBytes */.z3)(storedBytes)}${ratio}`;
}
function statusOf({ id, status, destinations = [] }) {
    if (status !== undefined)
        return status;
    if (id === undefined)
        return 'failed';
    return destinations.every((each) => (0,status_word/* isGood */.Kg)(each.status)) ? 'success' : 'partial';
}
function rowOf(result) {
    const status = statusOf(result);
    const { job, sourceBytes, seconds, files, destinations = [] } = result;
    const count = files === undefined ? '' : `<br>${(0,report_bytes/* plural */.LS)(files, 'file')}`;
    return [
        (0,status_word/* isGood */.Kg)(status) ? (status === 'success' ? '✅' : '💤') : status === 'partial' ? '⚠️' : '❌',
        `**${escapeMarkdown(job)}**`,
        chain(result) || (0,status_word/* statusWord */.Hm)(status),
        sourceBytes === undefined ? '' : `${(0,report_bytes/* formatBytes */.z3)(sourceBytes)}${count}`,
        share(result),
        comparison(result),
        sourceBytes && seconds ? (0,report_bytes/* formatRate */.CE)(sourceBytes, seconds * 1000) : '',
        seconds === undefined ? '' : (0,duration/* formatDuration */.a)(seconds * 1000),
        destinations
            .map((each) => `${(0,status_word/* isGood */.Kg)(each.status) ? '✅' : '❌'} ${escapeMarkdown(each.name)}`)
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
                (0,duration/* formatDuration */.a)(sum(({ seconds }) => seconds) * 1000),
            ]
            : []),
    ];
    return [facts.join(' · '), '', ...markdownTable(titles, results.map(rowOf), rowsShown)];
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
    const row = (what) => (line) => [what, code(line.id), escapeMarkdown(line.reason)];
    const rows = [...deleted.map(row(dryRun ? '🗑️ would go' : '🗑️ deleted')), ...kept.map(row('kept'))];
    const table = markdownTable(['', 'Backup', 'Reason'], rows, rowsShown);
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
            `**${escapeMarkdown(job)}** at ${escapeMarkdown(destination)}:${bar} ${facts(result)}`,
            '',
            ...(note === undefined ? [] : [`> ${escapeMarkdown(note)}`, '']),
            ...decisions(result),
        ];
    });
}

;// CONCATENATED MODULE: ./build/report/github-tables.js




function restoreLines(results) {
    const titles = ['Job', 'Backup', 'Target', 'Restored:', 'Fetched:', 'Time:', 'Rate:'];
    const rows = results.map(({ job, id, chain, target, bytes, fetchedBytes, seconds }) => [
        `**${escapeMarkdown(job)}**`,
        chain.length > 1 ? chain.map(code).join('<br>') : code(id),
        code(target),
        (0,report_bytes/* formatBytes */.z3)(bytes),
        (0,report_bytes/* formatBytes */.z3)(fetchedBytes),
        (0,duration/* formatDuration */.a)(seconds * 1000),
        (0,report_bytes/* formatRate */.CE)(bytes, seconds * 1000),
    ]);
    return markdownTable(titles, rows, rowsShown);
}
/** An age in seconds; null is never. */
function ageText(seconds) {
    return seconds === null ? 'never' : (0,duration/* formatAge */.n)(seconds * 1000);
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
        `**${escapeMarkdown(result.job)}**`,
        escapeMarkdown(result.destination),
        ...agesOf(result),
        escapeMarkdown(result.state),
    ]);
    return markdownTable(titles, rows, rowsShown);
}
function planLines(results) {
    const rows = results.map(({ name, runner, environment, jobs }) => [
        `**${escapeMarkdown(name)}**`,
        runner.map(code).join(' '),
        escapeMarkdown(environment),
        escapeMarkdown(jobs.replaceAll(',', ', ')),
    ]);
    return markdownTable(['Leg', 'Runner', 'Environment', 'Jobs'], rows, rowsShown);
}

;// CONCATENATED MODULE: ./build/report/github-report.js





/** Oldest first, as one reads a curve. */
function curve({ recent }) {
    return (0,bars/* sparkline */.K)(recent.map(({ storedBytes }) => storedBytes).reverse());
}
function marksOf({ complete, proven, held, signed }) {
    const words = [
        ...(complete ? [] : ['⚠️ incomplete']),
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
        code(backup.id),
        backup.level === 0 ? 'full' : `level ${backup.level}`,
        (0,report_bytes/* formatBytes */.z3)(backup.storedBytes),
        (0,bars/* ratioBar */.F)(backup.storedBytes / greatest, 10),
        marksOf(backup),
    ]);
    return [
        '<details>',
        `<summary>${escapeMarkdown(job)} at ${escapeMarkdown(destination)}: the newest ${(0,report_bytes/* plural */.LS)(recent.length, 'backup')}</summary>`,
        '',
        ...markdownTable(['Backup', 'Level', 'Stored:', '', ''], rows, rowsShown),
        '',
        '</details>',
        '',
    ];
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
        `**${escapeMarkdown(result.job)}**`,
        escapeMarkdown(result.destination),
        ...agesOf(result),
        String(result.backups),
        (0,report_bytes/* formatBytes */.z3)(result.storedBytes),
        curve(result),
        escapeMarkdown(result.state),
    ]);
    return [
        facts.join(' · '),
        '',
        ...markdownTable(titles, rows, rowsShown),
        '',
        ...results.flatMap(recentLines),
    ];
}

;// CONCATENATED MODULE: ./build/report/github-verifications.js



const github_verifications_titles = ['', 'Job', 'Backup', 'Depth', 'Checks', 'Restored:', 'In:', 'Fetched:', 'Compared with'];
const marks = { passed: '✅', failed: '❌', inconclusive: '⚠️' };
const comparedWith = {
    snapshot: 'the snapshot it was made of',
    stream: 'what was archived',
    'load-only': 'nothing: it loads',
    received: 'nothing: it was received',
};
function github_verifications_rowOf(result) {
    const { job, id, destination, depth, evidence, checks, rtoSeconds, restoredBytes, fetchedBytes } = result;
    const passed = checks.filter((check) => check.result === 'passed').length;
    const rate = restoredBytes && rtoSeconds ? `<br>${(0,report_bytes/* formatRate */.CE)(restoredBytes, rtoSeconds * 1000)}` : '';
    return [
        marks[result.result],
        `**${escapeMarkdown(job)}**`,
        `${code(id)}<br>at ${escapeMarkdown(destination)}`,
        depth,
        `${passed} of ${checks.length} passed`,
        restoredBytes === undefined ? '' : `${(0,report_bytes/* formatBytes */.z3)(restoredBytes)}${rate}`,
        rtoSeconds === undefined ? '' : (0,duration/* formatDuration */.a)(rtoSeconds * 1000),
        (0,report_bytes/* formatBytes */.z3)(fetchedBytes),
        evidence === undefined ? '' : (comparedWith[evidence] ?? escapeMarkdown(evidence)),
    ];
}
function failures(results) {
    const rows = results.flatMap(({ job, checks, damaged }) => [
        ...checks
            .filter((check) => check.result !== 'passed')
            .map(({ name, result, expected = '', found = '' }) => [
            marks[result],
            ...[job, name, expected, found].map(escapeMarkdown),
        ]),
        ...damaged.map((key) => [marks.failed, escapeMarkdown(job), 'damaged', '', code(key)]),
    ]);
    if (rows.length === 0)
        return [];
    return ['', ...markdownTable(['', 'Job', 'Check', 'Expected', 'Found'], rows, rowsShown)];
}
/** Passed checks say what was compared: they are the evidence, and are folded away. */
function passedChecks(results) {
    const rows = results.flatMap(({ job, checks }) => checks
        .filter(({ result }) => result === 'passed')
        .map(({ name, found = '', expected = '' }) => [job, name, found || expected].map(escapeMarkdown)));
    if (rows.length === 0)
        return [];
    const table = markdownTable(['Job', 'Check', 'Found'], rows, rowsShown);
    return ['', '<details>', '<summary>What was checked</summary>', '', ...table, '', '</details>'];
}
function proofs(results) {
    const lines = results.flatMap(({ proof }) => (proof ? [`- 🧾 proof ${code(proof)}`] : []));
    return lines.length > 0 ? ['', ...lines.slice(0, rowsShown)] : [];
}
/** What was looked at, restored or drilled: a row a backup, what is wrong, what was checked, and the proofs. */
function verifyLines(results) {
    return [
        ...markdownTable(github_verifications_titles, results.map(github_verifications_rowOf), rowsShown),
        ...failures(results),
        ...proofs(results),
        ...passedChecks(results),
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
        const subject = job === '' || message.includes(job) ? '' : `**${escapeMarkdown(job)}**: `;
        const count = alike.length > 1 ? ` (${alike.length} times)` : '';
        const lines = message.split('\n').map(escapeMarkdown).join('<br>');
        const advice = hint === undefined ? '' : `<br>→ ${escapeMarkdown(hint)}`;
        return [`- ${mark} ${subject}${lines}${count} ${code(name)}${advice}`];
    });
}
function titleOf({ command, results }) {
    const has = (key, value) => results.some((result) => Reflect.get(result, key) === value);
    if (command === 'cleanup' && has('dryRun', true))
        return 'Cleanup, dry run';
    const isDrill = command === 'verify' && has('depth', 'restore');
    return github_summary_titles[isDrill ? 'drill' : command] ?? `holdfast ${escapeMarkdown(command)}`;
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
    return withinBytes(lines, limit);
}


/***/ })

};
