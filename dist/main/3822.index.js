export const id = 3822;
export const ids = [3822];
export const modules = {

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

/***/ 73822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeSite: () => (/* binding */ writeSite)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54992);
/* harmony import */ var _page_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70765);





/** Renames into place, so that nobody reads half a page. Web servers are other users: anybody may read it. */
async function replace(file, text) {
    const temporary = `${file}.${process.pid}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.tmp`;
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(temporary, 'wx', 0o644);
        try {
            await handle.writeFile(text);
        }
        finally {
            await handle.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, file);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true });
        throw error;
    }
}
/** Pages of jobs that are no more; files of others stay, whatever they are called. */
async function removeOld(directory, kept) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'jobs')).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.html') && !kept.has(`jobs/${each}`))) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'jobs', name);
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8').catch(() => '');
        if (text.slice(0, 2000).includes(_page_js__WEBPACK_IMPORTED_MODULE_4__/* .generator */ .w))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(file, { force: true });
    }
}
/** Writes pages into a directory, each whole or not at all. Errors: `target-unwritable`, `disk-full`. */
async function writeSite(directory, pages) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'jobs'), { recursive: true });
        for (const [path, text] of pages) {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), { recursive: true });
            await replace(file, text);
        }
        await removeOld(directory, new Set(pages.keys()));
    }
    catch (error) {
        const { code = 'an error' } = error;
        const isFull = code === 'ENOSPC';
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E(isFull ? 'disk-full' : 'target-unwritable', isFull ? `no room for pages in ${directory}` : `pages cannot be written to ${directory}: ${code}`, {
            hint: isFull
                ? 'Make room on that disk, or name a directory on another one.'
                : 'Name a directory that this user may write.',
            context: { path: directory },
            cause: error,
        });
    }
}


/***/ })

};
