export const id = 934;
export const ids = [934];
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

/***/ 58294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ Markup),
/* harmony export */   q: () => (/* binding */ html)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74628);

/** HTML that is safe to be put into a page; only {@link html} makes it. */
class Markup {
    text;
    constructor(text) {
        this.text = text;
    }
}
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
function textOf(part) {
    if (part === undefined)
        return '';
    if (part instanceof Markup)
        return part.text;
    if (Array.isArray(part))
        return part.map(textOf).join('');
    return (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(String(part)).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
/** A template of HTML: every value in it is escaped, for content and for attributes in quotes, and secrets are masked. */
function html(strings, ...parts) {
    return new Markup(strings.reduce((text, string, index) => text + textOf(parts[index - 1]) + string));
}


/***/ }),

/***/ 70765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ generator),
  M: () => (/* binding */ page)
});

// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/html/markup.js
var markup = __webpack_require__(58294);
;// CONCATENATED MODULE: ./build/report/html/style.js
/** The look of all pages: dark and light, wide and narrow, nothing fetched. */
const stylesheet = `
:root { color-scheme: light dark; --page: #fff; --card: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --dim: #59636e; --link: #0969da; --good: #1a7f37; --warn: #9a6700; --bad: #d1242f; }
@media (prefers-color-scheme: dark) { :root { --page: #0d1117; --card: #151b23; --line: #3d444d; --text: #e6edf3; --dim: #9198a1; --link: #4493f8; --good: #3fb950; --warn: #d29922; --bad: #f85149; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Inter, Helvetica, Arial, sans-serif; }
main, header, footer { max-width: 1240px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; }
h1 { font-size: 1.6em; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 1.15em; margin: 36px 0 10px; }
p { margin: 4px 0 16px; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
.dim, small, footer { color: var(--dim); }
small { display: block; font-size: .8em; white-space: nowrap; }
footer { margin-top: 40px; padding-bottom: 28px; font-size: .87em; }
code { font: .87em/1.5 ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.table { border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 8px 14px; text-align: left; vertical-align: top; }
th { font-size: .82em; font-weight: 600; color: var(--dim); background: var(--card); white-space: nowrap; }
tbody tr { border-top: 1px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
small.reason { white-space: normal; }
.badge { display: inline-block; padding: 0 9px; border: 1px solid currentColor; border-radius: 99px; font-size: .82em; font-weight: 600; white-space: nowrap; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); } .none { color: var(--dim); }
.bars { display: block; fill: var(--link); max-width: 100%; }
.chain code { display: block; white-space: nowrap; }
.places { display: flex; flex-wrap: wrap; gap: 4px 10px; }
@media (max-width: 860px) {
  main, header, footer { padding-left: 14px; padding-right: 14px; }
  .table { border: 0; overflow: visible; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; width: 100%; }
  tbody tr { border: 1px solid var(--line); border-radius: 8px; padding: 6px 0; margin-bottom: 12px; }
  td { display: flex; gap: 12px; justify-content: space-between; padding: 4px 14px; text-align: right; white-space: normal; }
  td::before { content: attr(data-title); color: var(--dim); font-size: .87em; text-align: left; flex: none; }
  td:not(:has(> div:not(:empty))) { display: none; }
  td > div { min-width: 0; overflow-wrap: anywhere; }
  .places { justify-content: flex-end; }
  .chain code { white-space: normal; }
}
@media print { .table { overflow: visible; } a { color: inherit; } }
`;

;// CONCATENATED MODULE: ./build/report/html/page.js



/** In every page: by this it is known again as one of ours. */
const generator = '<meta name="generator" content="holdfast">';
/** A whole page, which fetches nothing and runs nothing. `title` is also its heading, `lead` stands below. */
function page({ now, version }, { title, lead, body }) {
    return (0,markup/* html */.q) `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
${new markup/* Markup */.V(generator)}
<title>${title} · Holdfast</title>
<style>${new markup/* Markup */.V(stylesheet)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${lead}
</header>
<main>
${body}</main>
<footer>As of ${(0,duration/* minuteOf */.iA)(now.toISOString())}, written by Holdfast ${version}. Ages are those of that moment.</footer>
</body>
</html>
`.text;
}


/***/ }),

/***/ 934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSite: () => (/* binding */ renderSite)
});

// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/status-word.js
var status_word = __webpack_require__(87314);
// EXTERNAL MODULE: ./build/report/html/markup.js
var markup = __webpack_require__(58294);
;// CONCATENATED MODULE: ./build/report/html/chart.js

const height = 28;
const step = 7;
const bar = 5;
/**
 * Bars, oldest first, as high as each number is against the greatest; every one says its figure. Nothing for fewer than
 * two: one bar says nothing.
 */
function bars(numbers, what, format) {
    const last = numbers.at(-1);
    if (last === undefined || numbers.length < 2)
        return undefined;
    const greatest = Math.max(...numbers, 1e-9);
    const width = numbers.length * step - (step - bar);
    const each = numbers.map((number, index) => {
        const tall = Math.max(1, Math.round((number / greatest) * height));
        return (0,markup/* html */.q) `<rect x="${index * step}" y="${height - tall}" width="${bar}" height="${tall}"><title>${format(number)}</title></rect>`;
    });
    const label = `${what} of the last ${numbers.length}, from ${format(Math.min(...numbers))} to ${format(greatest)}, last ${format(last)}`;
    return (0,markup/* html */.q) `<svg class="bars" role="img" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${each}</svg>`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/report/html/names.js

/**
 * The file of a job's page, relative to the index. Names are no paths, and disks may not tell capitals apart: what is
 * more than small letters, digits, `-` and `_` gets a part of its hash.
 */
function pageOf(job) {
    if (/^[a-z0-9][a-z0-9_-]{0,60}$/.test(job))
        return `jobs/${job}.html`;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(job).digest('hex').slice(0, 8);
    const readable = job
        .toLowerCase()
        .replace(/[^a-z0-9_-]+/g, '-')
        .slice(0, 40);
    // A dot, which no plain name has: nobody else's page can be meant.
    return `jobs/${readable}.${hash}.html`;
}

// EXTERNAL MODULE: ./build/report/html/page.js + 1 modules
var page = __webpack_require__(70765);
;// CONCATENATED MODULE: ./build/report/html/table.js

/** A table; on a narrow screen each row is a block, and each cell says what it is. */
function table(columns, rows) {
    const kind = ({ number }) => (number ? 'number' : 'text');
    const head = columns.map((column) => (0,markup/* html */.q) `<th scope="col" class="${kind(column)}">${column.title}</th>`);
    const body = rows.map((row) => {
        const cells = columns.map((column, index) => (0,markup/* html */.q) `<td class="${kind(column)}" data-title="${column.title}"><div>${row[index]}</div></td>`);
        return (0,markup/* html */.q) `<tr>${cells}</tr>
`;
    });
    return (0,markup/* html */.q) `<div class="table"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
`;
}

;// CONCATENATED MODULE: ./build/report/html/words.js



/** A state as a badge: its word, and a colour that says the same. */
function badge(word, kind) {
    return (0,markup/* html */.q) `<span class="badge ${kind}">${word}</span>`;
}
/** Of `status`: nobody demanded signatures, and a proof that failed is worse than what is late. */
function stateBadge(state) {
    if ((0,status_word/* isGood */.Kg)(state) || state === 'unsigned')
        return badge(state, 'good');
    return badge(state, state === 'proof-failed' ? 'bad' : 'warn');
}
/** A moment: how long ago it was when the pages were written, the time itself below. */
function moment(time, now) {
    if (time === null)
        return (0,markup/* html */.q) `<span class="dim">never</span>`;
    const age = (0,duration/* formatAge */.nV)(now.getTime() - Date.parse(time));
    return (0,markup/* html */.q) `<time datetime="${time}">${age}<small>${(0,duration/* minuteOf */.iA)(time)}</small></time>`;
}

;// CONCATENATED MODULE: ./build/report/html/index-page.js









/** Backups that a chart shows. */
const charted = 20;
const columns = [
    { title: 'State' },
    { title: 'Job' },
    { title: 'At' },
    { title: 'Last backup' },
    { title: 'Last proof' },
    { title: 'Recovery points', number: true },
    { title: 'Stored', number: true },
    { title: 'Sizes' },
    { title: 'Durations' },
];
const storedAt = ({ backups }) => backups.reduce((sum, { storedBytes }) => sum + storedBytes, 0);
function rowOf({ now }, { name, source }, place) {
    const { status, backups } = place;
    const curve = backups.slice(0, charted).reverse();
    const unknown = status.state === 'unreachable';
    return [
        stateBadge(status.state),
        (0,markup/* html */.q) `<a href="${pageOf(name)}"><strong>${name}</strong></a><small>${source}</small>`,
        status.destination,
        unknown ? '?' : moment(status.lastBackup, now),
        unknown ? '?' : moment(status.lastProof, now),
        unknown ? '?' : backups.filter(({ complete, shredded }) => complete && !shredded).length,
        unknown ? '?' : (0,bytes/* formatBytes */.z3)(storedAt(place)),
        bars(curve.map(({ storedBytes }) => storedBytes), 'stored sizes', bytes/* formatBytes */.z3),
        bars(curve.map(({ seconds }) => seconds), 'durations', (seconds) => (0,duration/* formatDuration */.a3)(seconds * 1000)),
    ];
}
/** All jobs at a glance: a row for each job at each destination. */
function indexPage(site) {
    const places = site.jobs.flatMap((job) => job.places);
    const bad = places.filter(({ status: { state } }) => !(0,status_word/* isGood */.Kg)(state) && state !== 'unsigned').length;
    const facts = [
        bad === 0 ? 'All fresh and proven as wanted' : `${bad} of ${places.length} need attention`,
        (0,bytes/* plural */.LS)(site.jobs.length, 'job'),
        `${(0,bytes/* formatBytes */.z3)(places.reduce((sum, place) => sum + storedAt(place), 0))} stored`,
    ];
    const rows = site.jobs.flatMap((job) => job.places.map((place) => rowOf(site, job, place)));
    return (0,page/* page */.M)(site, {
        title: 'Backups',
        lead: (0,markup/* html */.q) `<p class="${bad === 0 ? 'good' : 'warn'}">${facts.join(' · ')}</p>`,
        body: table(columns, rows),
    });
}

// EXTERNAL MODULE: ./build/report/compared-with.js
var compared_with = __webpack_require__(44511);
// EXTERNAL MODULE: ./build/report/reread.js
var report_reread = __webpack_require__(9070);
;// CONCATENATED MODULE: ./build/report/html/recovery-points.js





/** Recovery points that a page shows. */
const shown = 200;
const recovery_points_columns = [
    { title: 'Backup' },
    { title: 'Made' },
    { title: 'Level' },
    { title: 'Needs' },
    { title: 'Source', number: true },
    { title: 'Stored', number: true },
    { title: 'Took', number: true },
    { title: 'Where' },
];
/** What a backup is at one destination. */
function placeOf({ destination, complete, shredded, proven, held, signed }) {
    const word = shredded ? 'shredded' : complete ? (proven ? 'proven' : 'there') : 'incomplete';
    const kind = shredded || !complete ? 'bad' : proven ? 'good' : 'none';
    const more = [...(held ? ['held'] : []), ...(signed ? [] : ['unsigned'])].join(', ');
    return (0,markup/* html */.q) `<span>${destination} ${badge(word, kind)}${more === '' ? undefined : (0,markup/* html */.q) `<small>${more}</small>`}</span>`;
}
function recovery_points_rowOf(now, copies) {
    const [{ id, createdAt, level, chain, sourceBytes, storedBytes, seconds, tags }] = copies;
    const needed = chain.slice(0, -1);
    const share = sourceBytes > 0 ? (0,markup/* html */.q) `<small>${(0,bytes/* formatPercent */.l9)(storedBytes / sourceBytes)} of it</small>` : undefined;
    return [
        (0,markup/* html */.q) `<code>${id}</code>${tags.length > 0 ? (0,markup/* html */.q) `<small>${tags.join(', ')}</small>` : undefined}`,
        moment(createdAt, now),
        level === 0 ? 'full' : `level ${level}`,
        needed.length > 0
            ? (0,markup/* html */.q) `<span class="chain">${needed.map((each) => (0,markup/* html */.q) `<code>${each}</code>`)}</span>`
            : undefined,
        (0,bytes/* formatBytes */.z3)(sourceBytes),
        (0,markup/* html */.q) `${(0,bytes/* formatBytes */.z3)(storedBytes)}${share}`,
        (0,duration/* formatDuration */.a3)(seconds * 1000),
        (0,markup/* html */.q) `<span class="places">${copies.map(placeOf)}</span>`,
    ];
}
/** Every backup of a job once, with its chain and where it lies. */
function recoveryPoints({ now }, { places }) {
    const byId = new Map();
    for (const backup of places.flatMap(({ backups }) => backups)) {
        const copies = byId.get(backup.id);
        if (copies)
            copies.push(backup);
        else
            byId.set(backup.id, [backup]);
    }
    const all = [...byId.values()].sort(([a], [b]) => (a.createdAt < b.createdAt ? 1 : -1));
    if (all.length === 0)
        return (0,markup/* html */.q) `<p class="dim">none yet</p>`;
    const more = all.length - shown;
    const rest = more > 0 ? (0,markup/* html */.q) `<p class="dim">and ${(0,bytes/* plural */.LS)(more, 'older one')}</p>` : undefined;
    return (0,markup/* html */.q) `${table(recovery_points_columns, all.slice(0, shown).map((copies) => recovery_points_rowOf(now, copies)))}${rest}`;
}

;// CONCATENATED MODULE: ./build/report/html/job-page.js











function places({ now }, job) {
    const columns = [
        { title: 'At' },
        { title: 'State' },
        { title: 'Last backup' },
        { title: 'Last proof' },
        { title: 'Read back' },
        { title: 'Stored', number: true },
    ];
    const rows = job.places.map((place) => {
        const { destination, state, lastBackup, lastProof, reason, reread } = place.status;
        const unknown = state === 'unreachable';
        return [
            destination,
            (0,markup/* html */.q) `${stateBadge(state)}${reason === undefined ? undefined : (0,markup/* html */.q) `<small class="reason">${reason}</small>`}`,
            unknown ? '?' : moment(lastBackup, now),
            unknown ? '?' : moment(lastProof, now),
            reread && (0,report_reread/* rereadText */.ZP)(reread),
            unknown ? '?' : (0,bytes/* formatBytes */.z3)(storedAt(place)),
        ];
    });
    return table(columns, rows);
}
function proofs({ now }, job) {
    const columns = [
        { title: 'Restored' },
        { title: 'Verdict' },
        { title: 'Backup' },
        { title: 'At' },
        { title: 'Compared with' },
        { title: 'Took (RTO)', number: true },
        { title: 'Age of the data (RPO)', number: true },
        { title: 'Proof' },
    ];
    const all = job.places.flatMap(({ status, restores }) => restores.map((restore) => ({ ...restore, at: status.destination })));
    if (all.length === 0)
        return (0,markup/* html */.q) `<p class="dim">none yet: <code>holdfast drill</code> restores and compares</p>`;
    const rows = all
        .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1))
        .map(({ finishedAt, passed, id, at, evidence, rtoSeconds, rpoSeconds, proof, signed }) => [
        moment(finishedAt, now),
        badge(passed ? 'passed' : 'failed', passed ? 'good' : 'bad'),
        (0,markup/* html */.q) `<code>${id}</code>`,
        at,
        passed ? (0,compared_with/* comparedWith */.o)(evidence) : undefined,
        (0,duration/* formatDuration */.a3)(rtoSeconds * 1000),
        (0,duration/* formatDuration */.a3)(rpoSeconds * 1000),
        (0,markup/* html */.q) `<code>${proof}</code>${signed ? undefined : (0,markup/* html */.q) `<small>unsigned</small>`}`,
    ]);
    return table(columns, rows);
}
function runs({ runs: all }) {
    if (all.length === 0)
        return (0,markup/* html */.q) `<p class="dim">none</p>`;
    const columns = [
        { title: 'When' },
        { title: 'What' },
        { title: 'Status' },
        { title: 'Backup' },
        { title: 'Took', number: true },
    ];
    const rows = all.map(({ startedAt, command, status, id, seconds }) => [
        (0,duration/* minuteOf */.iA)(startedAt),
        command,
        badge((0,status_word/* statusWord */.Hm)(status), (0,status_word/* isGood */.Kg)(status) ? 'good' : status === 'partial' ? 'warn' : 'bad'),
        (0,markup/* html */.q) `<code>${id}</code>`,
        (0,duration/* formatDuration */.a3)(seconds * 1000),
    ]);
    return table(columns, rows);
}
/** One job: where it lies, its recovery points, its proofs, its log. */
function jobPage(site, job) {
    return (0,page/* page */.M)(site, {
        title: job.name,
        lead: (0,markup/* html */.q) `<p><a href="../index.html">← all backups</a> <span class="dim">· ${job.source}</span></p>`,
        body: (0,markup/* html */.q) `${places(site, job)}
<h2>Recovery points</h2>
${recoveryPoints(site, job)}
<h2>Restores and their proofs</h2>
${proofs(site, job)}
<h2>Log</h2>
${runs(job)}`,
    });
}

;// CONCATENATED MODULE: ./build/report/html/render.js



/** Every page by its path. The index is the last one: when it is there, what it links to is as well. */
function renderSite(site) {
    const jobs = site.jobs.map((job) => [pageOf(job.name), jobPage(site, job)]);
    return new Map([...jobs, ['index.html', indexPage(site)]]);
}


/***/ })

};
