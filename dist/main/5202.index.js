export const id = 5202;
export const ids = [5202];
export const modules = {

/***/ 97156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ clockOf),
/* harmony export */   o: () => (/* binding */ rehearsalNote)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _process_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47296);


/** The clock of this run: HOLDFAST_NOW replaces the wall clock. Errors: `usage` for a text that is no time. */
function clockOf(environment) {
    const { HOLDFAST_NOW: text } = environment;
    if (text === undefined || text === '')
        return { clock: _process_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m, rehearsal: false };
    const now = new Date(text);
    if (Number.isNaN(now.getTime())) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', `HOLDFAST_NOW is ${text}, which is no ISO time`, {
            hint: 'Write it as in 2026-12-31T23:00:00Z, or unset it.',
        });
    }
    return { clock: (0,_process_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .fixedClock */ .N)(now), rehearsal: true };
}
/** Says that the wall clock is not the real one. */
function rehearsalNote(clock) {
    return {
        severity: 'info',
        code: 'rehearsal',
        message: `HOLDFAST_NOW is set: this runs as if it were ${clock.now().toISOString()}`,
    };
}


/***/ }),

/***/ 92199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ interruptible)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _process_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47296);


const exitAfter = 7_000;
/** A process group and its launcher may both pass one signal on: these are the same one. */
const sameSignal = 1_000;
const stops = {
    interrupted: { exit: 130, code: 'interrupted' },
    terminated: { exit: 143, code: 'terminated' },
};
/**
 * Turns SIGINT, SIGTERM, SIGHUP and the death of the launcher into one abort; a second signal ends the process at once.
 * Runners kill 7.5 s after the signal, so whatever has not unwound after 7 s is left behind: a run that died leaves
 * garbage, never half a backup.
 */
function interruptible() {
    const controller = new AbortController();
    let since;
    const stop = (how, name) => {
        const { exit, code } = stops[how];
        const now = _process_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.monotonic();
        if (since !== undefined) {
            if (now - since > sameSignal)
                process.exit(exit);
            return;
        }
        since = now;
        controller.abort(new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E(code, `stopped by ${name}`, {
            hint: 'Nothing half-written is listed. Run the same command again.',
        }));
        _process_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.sleep(exitAfter).then(() => process.exit(exit));
    };
    process.on('SIGINT', () => stop('interrupted', 'SIGINT'));
    process.on('SIGTERM', () => stop('terminated', 'SIGTERM'));
    process.on('SIGHUP', () => stop('terminated', 'SIGHUP'));
    if (process.env.HOLDFAST_STUB === '1' && process.channel) {
        process.on('disconnect', () => stop('terminated', 'the end of its launcher'));
        process.channel.unref();
    }
    return controller;
}


/***/ }),

/***/ 47296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ fixedClock),
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** setTimeout overflows beyond a signed 32-bit number of milliseconds and would fire at once. */
const longestTimer = 2 ** 31 - 1;
function pause(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const onAbort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
        }, milliseconds);
        signal?.addEventListener('abort', onAbort, { once: true });
    });
}
/** The machine's time; the only place in the program that asks for it. */
const systemClock = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    async sleep(milliseconds, signal) {
        let left = milliseconds;
        do {
            const step = Math.min(left, longestTimer);
            await pause(step, signal);
            left -= step;
        } while (left > 0);
    },
};
/**
 * A clock that shows `date` now and goes on from there at the pace of `base`, for `HOLDFAST_NOW`.
 * Only the wall clock is moved: differences and pauses stay real.
 */
function fixedClock(date, base = systemClock) {
    const start = base.monotonic();
    return {
        now: () => new Date(date.getTime() + Math.floor(base.monotonic() - start)),
        monotonic: () => base.monotonic(),
        sleep: (milliseconds, signal) => base.sleep(milliseconds, signal),
    };
}


/***/ }),

/***/ 96710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ createEventsReporter),
/* harmony export */   ui: () => (/* binding */ combineReporters)
/* harmony export */ });
/* unused harmony export nullReporter */
/* harmony import */ var _masked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(126);

/** Hears nothing, says nothing. */
const nullReporter = { on: () => { } };
/** Hands every event to each reporter in turn. */
function combineReporters(...reporters) {
    return {
        on(event) {
            for (const reporter of reporters)
                reporter.on(event);
        },
    };
}
/** Milliseconds between two lines about one stream: a chunk each would be millions of them. */
const interval = 1000;
/** Whether a progress event is to be told: the first and the last of a stream, and one a second between them. */
function pacer(clock) {
    const toldAt = new Map();
    return ({ job, stream, phase, done }) => {
        const key = JSON.stringify([job, stream, phase]);
        const now = clock.monotonic();
        if (!done && now - (toldAt.get(key) ?? Number.NEGATIVE_INFINITY) < interval)
            return false;
        if (done)
            toldAt.delete(key);
        else
            toldAt.set(key, now);
        return true;
    };
}
/**
 * `--events`: one line of JSON an event, with `time` (UTC) first. Of a stream's progress the first event, the last, and
 * one a second. Secrets are masked.
 */
function createEventsReporter(stream, clock) {
    const isDue = pacer(clock);
    return {
        on(event) {
            if (event.type === 'progress' && !isDue(event))
                return;
            stream.write(`${JSON.stringify((0,_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .maskedValue */ .p)({ time: clock.now().toISOString(), ...event }))}\n`);
        },
    };
}


/***/ }),

/***/ 15632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ findingLines)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20140);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74628);


const namesShown = 5;
const marks = {
    ok: ['✓', 'green'],
    info: ['•', 'cyan'],
    warning: ['!', 'yellow'],
    error: ['✗', 'red'],
};
/** The coloured mark of a severity. */
function markOf(severity, style) {
    const [mark, colour] = marks[severity];
    return style[colour](mark);
}
/**
 * A finding in lines: mark, message and code; then the names, the hint, and the command or the lines of a policy that
 * mend it, indented.
 */
function findingLines(finding, style, { job, allNames } = {}) {
    const { severity, code, message, hint, command, policy = [], names = [], log = [] } = finding;
    const subject = job === undefined ? '' : `${style.bold((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(job))}: `;
    const suffix = severity === 'ok' ? '' : ` ${style.dim(`[${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(code)}]`)}`;
    const lines = [`${markOf(severity, style)} ${subject}${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(message)}${suffix}`];
    const shown = allNames ? names : names.slice(0, namesShown);
    lines.push(...shown.map((name) => `    ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(name)}`));
    if (shown.length < names.length) {
        lines.push(style.dim(`    and ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(names.length - shown.length)} more`));
    }
    lines.push(...log.map((line) => style.dim(`    │ ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(line)}`)));
    if (hint !== undefined)
        lines.push(`  ${style.dim('hint:')} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(hint)}`);
    if (command !== undefined)
        lines.push(`  ${style.cyan(`$ ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(command)}`)}`);
    lines.push(...policy.map((line) => `    ${style.cyan((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(line))}`));
    return lines;
}


/***/ }),

/***/ 33842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ wantsColour),
/* harmony export */   _: () => (/* binding */ createStyle)
/* harmony export */ });
function createStyle(colour) {
    const paint = (on, off) => (text) => colour && text !== '' ? `\x1b[${on}m${text}\x1b[${off}m` : text;
    return {
        colour,
        bold: paint(1, 22),
        dim: paint(2, 22),
        red: paint(31, 39),
        green: paint(32, 39),
        yellow: paint(33, 39),
        cyan: paint(36, 39),
    };
}
/**
 * Whether to colour: `FORCE_COLOR` (other than `0` and `false`) says yes, `NO_COLOR` says no, else a terminal that is
 * not `dumb` gets colour. Empty variables count as unset.
 */
function wantsColour(environment, isTerminal) {
    const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
    if (force)
        return force !== '0' && force !== 'false';
    return !no && isTerminal && terminal !== 'dumb';
}


/***/ }),

/***/ 51184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ createTerminalReporter)
});

// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/finding-text.js
var finding_text = __webpack_require__(15632);
;// CONCATENATED MODULE: ./build/report/live-area.js
/** Everything of one update goes out in one write, so that no half bar is ever seen. */
function createLiveArea(stream) {
    let drawn = [];
    const erase = () => (drawn.length > 0 ? `\x1b[${drawn.length}A\r\x1b[J` : '');
    const text = (lines) => lines.map((line) => `${line}\n`).join('');
    return {
        draw(lines) {
            if (lines.length === 0 && drawn.length === 0)
                return;
            stream.write(erase() + text(lines));
            drawn = lines;
        },
        print(lines) {
            if (lines.length > 0)
                stream.write(erase() + text(lines) + text(drawn));
        },
    };
}

// EXTERNAL MODULE: ./build/report/bars.js
var bars = __webpack_require__(50145);
// EXTERNAL MODULE: ./build/report/bytes.js
var report_bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/printable.js
var printable = __webpack_require__(74628);
// EXTERNAL MODULE: ./build/report/width.js
var width = __webpack_require__(19903);
;// CONCATENATED MODULE: ./build/report/meter.js





const barWidth = 20;
const smoothing = 3000;
/** So many bytes, or of whatever else the event counts. */
function amountOf({ unit }, count) {
    return unit === undefined ? (0,report_bytes/* formatBytes */.z3)(count) : (0,report_bytes/* plural */.LS)(count, unit);
}
function rateOf({ event, rate }) {
    return rate === undefined || event.unit !== undefined ? undefined : (0,report_bytes/* formatRate */.CE)(rate, 1000);
}
/** The meter after an event; `before` is undefined for the first of a stream. */
function advance(before, event, at) {
    const label = [...new Set([event.job, event.stream, event.phase])].map(printable/* printable */.g).join(' ');
    if (!before || event.bytes < before.event.bytes)
        return { label, event, startedAt: at, updatedAt: at };
    const span = at - before.updatedAt;
    if (span <= 0)
        return { ...before, event };
    const current = ((event.bytes - before.event.bytes) / span) * 1000;
    const weight = 1 - Math.exp(-span / smoothing);
    const rate = before.rate === undefined ? current : before.rate + (current - before.rate) * weight;
    return { label, event, startedAt: before.startedAt, updatedAt: at, rate };
}
function timeLeft({ event: { bytes, total = 0 }, rate }) {
    return rate && total > bytes ? `ETA ${(0,duration/* formatDuration */.a3)(((total - bytes) / rate) * 1000)}` : undefined;
}
function present(parts) {
    return parts.filter((part) => part !== undefined);
}
/** Fields have fixed widths, so that the bar keeps its length while the numbers change. */
function barFacts(meter, columns) {
    const { event } = meter;
    const { bytes, total, files } = event;
    const speed = rateOf(meter) ?? '';
    if (!total) {
        const elapsed = (0,duration/* formatDuration */.a3)(meter.updatedAt - meter.startedAt);
        const count = files === undefined ? undefined : (0,report_bytes/* plural */.LS)(files, 'file');
        return present([amountOf(event, bytes), count, speed || undefined, elapsed]).join('  ');
    }
    // An estimate may be too low: then the bar is full, and nothing claims to be beyond 100 %.
    const percent = (0,report_bytes/* formatPercent */.l9)(Math.min(1, bytes / total)).padStart(5);
    const whole = columns < 100 ? '' : ` of ${amountOf(event, total)}`;
    const amount = `${amountOf(event, bytes).padStart(8)}${whole}`;
    return [percent, amount, speed.padStart(10), (timeLeft(meter) ?? '').padEnd(15)].join('  ');
}
/** The line of a stream on a terminal: a bar where a total exists, bytes and elapsed time where none does. */
function barLine(meter, style, columns) {
    const { total, bytes } = meter.event;
    const tail = barFacts(meter, columns);
    const label = (0,width/* truncate */.xv)(meter.label, Math.max(8, columns - (0,width/* displayWidth */.F1)(tail) - 2));
    const room = columns - (0,width/* displayWidth */.F1)(label) - (0,width/* displayWidth */.F1)(tail) - 3;
    if (!total || room < 8)
        return (0,width/* truncate */.xv)(`${label}  ${tail}`.trimEnd(), columns);
    const bar = (0,bars/* ratioBar */.F)(bytes / total, Math.min(barWidth, room));
    return `${style.bold(label)}  ${style.cyan(bar)} ${tail}`.trimEnd();
}
/** The plain line that logs get every ten seconds. */
function plainLine(meter) {
    const { bytes, total, files } = meter.event;
    const facts = present([
        total ? (0,report_bytes/* formatPercent */.l9)(Math.min(1, bytes / total)) : undefined,
        total
            ? `${amountOf(meter.event, bytes)} of ${amountOf(meter.event, total)}`
            : amountOf(meter.event, bytes),
        files === undefined ? undefined : (0,report_bytes/* plural */.LS)(files, 'file'),
        rateOf(meter),
        timeLeft(meter),
        `${(0,duration/* formatDuration */.a3)(meter.updatedAt - meter.startedAt)} elapsed`,
    ]);
    return `${meter.label}: ${facts.join(', ')}`;
}
/** The line that stays when a stream has ended. */
function doneLine(meter) {
    const { bytes, files } = meter.event;
    const elapsed = meter.updatedAt - meter.startedAt;
    const count = files === undefined ? '' : `, ${(0,report_bytes/* plural */.LS)(files, 'file')}`;
    const rate = elapsed > 0 && meter.event.unit === undefined ? `, ${(0,report_bytes/* formatRate */.CE)(bytes, elapsed)}` : '';
    return `${meter.label}: ${amountOf(meter.event, bytes)}${count} in ${(0,duration/* formatDuration */.a3)(elapsed)}${rate}`;
}

// EXTERNAL MODULE: ./build/report/status-word.js
var status_word = __webpack_require__(87314);
// EXTERNAL MODULE: ./build/report/style.js
var report_style = __webpack_require__(33842);
// EXTERNAL MODULE: ./build/report/wrap-lines.js
var wrap_lines = __webpack_require__(44093);
;// CONCATENATED MODULE: ./build/report/terminal.js








const redrawEvery = 100;
const lineEvery = 10_000;
const barsShown = 8;
function startLines(event, style) {
    const level = event.level === undefined ? '' : `, ${event.level === 0 ? 'full' : `level ${event.level}`}`;
    const parent = event.parent === undefined ? '' : ` on ${event.parent}`;
    const id = event.id === undefined ? '' : ` ${style.dim((0,printable/* printable */.g)(event.id))}`;
    return `${style.cyan('▶')} ${style.bold((0,printable/* printable */.g)(event.job))}: ${event.command}${level}${parent}${id}`;
}
function endLine(event, style) {
    const { job, command, status, seconds } = event;
    const mark = (0,status_word/* statusMark */.w8)(status, style);
    return `${mark} ${style.bold((0,printable/* printable */.g)(job))}: ${command} ${status} in ${(0,duration/* formatDuration */.a3)(seconds * 1000)}`;
}
function logLevelOf(event) {
    if (event.type !== 'finding')
        return 'INFO';
    const { severity } = event.finding;
    return severity === 'error' ? 'ERROR' : severity === 'warning' ? 'WARNING' : 'INFO';
}
function textOf(event, style, verbosity) {
    const quiet = verbosity === 'quiet';
    if (event.type === 'finding') {
        const { severity } = event.finding;
        if (quiet && (severity === 'ok' || severity === 'info'))
            return [];
        if (severity === 'ok' && verbosity !== 'verbose')
            return [];
        const job = event.job === undefined ? {} : { job: event.job };
        return (0,finding_text/* findingLines */.h)(event.finding, style, { ...job, allNames: verbosity === 'verbose' });
    }
    if (quiet)
        return [];
    if (event.type === 'job-started')
        return [startLines(event, style)];
    if (event.type === 'job-finished')
        return [endLine(event, style)];
    const subject = event.job === undefined ? '' : `${(0,printable/* printable */.g)(event.job)}: `;
    return [style.dim(`  ${subject}${(0,printable/* printable */.g)(event.message)}`)];
}
/**
 * Renders events for people. On a terminal a bar per stream, redrawn at most 10 times a second; else a plain line
 * per stream every 10 s. Nothing runs between events: no timer keeps the process alive.
 */
function createTerminalReporter(options) {
    const { stream, isTerminal, clock, verbosity, environment = process.env } = options;
    const style = (0,report_style/* createStyle */._)((0,report_style/* wantsColour */.M)(environment, isTerminal));
    const area = createLiveArea(stream);
    const meters = new Map();
    const said = new Map();
    const progress = options.progress && verbosity !== 'quiet';
    let drawnAt = Number.NEGATIVE_INFINITY;
    let stamp = (lines) => [...lines];
    const bars = () => {
        // One cell is left free: some terminals wrap when the last one is filled.
        const columns = Math.max(10, (stream.columns ?? 80) - 1);
        const lines = [...meters.values()].map((meter) => barLine(meter, style, columns));
        const more = lines.length - barsShown;
        return more > 0 ? [...lines.slice(0, barsShown), style.dim(`and ${more} more`)] : lines;
    };
    const redraw = (at) => {
        drawnAt = at;
        area.draw(bars());
    };
    const finish = (key, meter) => {
        meters.delete(key);
        said.delete(key);
        if (isTerminal)
            area.draw(bars());
        area.print(stamp([style.dim(`  ${doneLine(meter)}`)], 'INFO'));
    };
    const onProgress = (event) => {
        const key = JSON.stringify([event.job, event.stream, event.phase]);
        const at = clock.monotonic();
        const meter = advance(meters.get(key), event, at);
        meters.set(key, meter);
        if (event.done)
            return finish(key, meter);
        if (isTerminal) {
            if (at - drawnAt >= redrawEvery)
                redraw(at);
            return;
        }
        const last = said.get(key) ?? meter.startedAt;
        said.set(key, last);
        if (at - last < lineEvery)
            return;
        said.set(key, at);
        area.print(stamp([`  ${plainLine(meter)}`], 'INFO'));
    };
    const forget = (job) => {
        for (const [key, meter] of meters)
            if (meter.event.job === job)
                meters.delete(key);
        if (isTerminal)
            area.draw(bars());
    };
    return {
        on(event) {
            if (event.type === 'progress')
                return progress ? onProgress(event) : undefined;
            if (event.type === 'job-finished')
                forget(event.job);
            const lines = textOf(event, style, verbosity);
            const columns = isTerminal ? (0,wrap_lines/* columnsOf */.P)(stream) : undefined;
            area.print(stamp(lines.length > 0 ? (0,wrap_lines/* wrapLines */.M)(lines.join('\n'), columns).split('\n') : [], logLevelOf(event)));
        },
        stampWith(next) {
            stamp = next;
        },
        end() {
            meters.clear();
            if (isTerminal)
                area.draw([]);
        },
    };
}


/***/ }),

/***/ 19903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ displayWidth),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const plain = /^[\x20-\x7e]*$/;
const zero = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
const emoji = /^\p{Emoji_Presentation}|\ufe0f/u;
/** First and last code points of what terminals draw two cells wide (East Asian Width W and F). */
const wide = [
    [0x1100, 0x115f],
    [0x2e80, 0x303e],
    [0x3041, 0xa4cf],
    [0xa960, 0xa97c],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe30, 0xfe6f],
    [0xff00, 0xff60],
    [0xffe0, 0xffe6],
    [0x1f300, 0x1f64f],
    [0x1f900, 0x1f9ff],
    [0x20000, 0x3fffd],
];
function graphemeWidth(grapheme) {
    if (emoji.test(grapheme))
        return 2;
    if (zero.test(grapheme))
        return 0;
    const code = grapheme.codePointAt(0) ?? 0;
    return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
/** Cells that a text takes on a terminal; escape sequences take none. */
function displayWidth(text) {
    if (plain.test(text))
        return text.length;
    let width = 0;
    for (const { segment } of segmenter.segment((0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)))
        width += graphemeWidth(segment);
    return width;
}
/** `text` in at most `width` cells, the cut shown by `…`. For text without escape sequences. */
function truncate(text, width) {
    if (displayWidth(text) <= width)
        return text;
    if (width < 1)
        return '';
    let kept = '';
    let left = width - 1;
    for (const { segment } of segmenter.segment(text)) {
        left -= graphemeWidth(segment);
        if (left < 0)
            break;
        kept += segment;
    }
    return `${kept}…`;
}
/** `text` filled with spaces to `width` cells. */
function pad(text, width, align = 'left') {
    const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
    return align === 'right' ? space + text : text + space;
}
/** Words of `text` in lines of at most `width` cells; a longer word stands alone and is not cut. */
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line];
}


/***/ }),

/***/ 44093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ wrapLines),
/* harmony export */   P: () => (/* binding */ columnsOf)
/* harmony export */ });
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19903);

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours may come before the first letter
const command = /^(?:\x1b\[\d+m)*\$ /;
function wrapLine(line, columns) {
    if ((0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .displayWidth */ .F1)(line) <= columns)
        return line;
    const [indent = ''] = /^ */.exec(line) ?? [];
    const text = line.slice(indent.length);
    // What is to be pasted stays in one piece.
    if (command.test(text))
        return line;
    const hanging = `${indent}  `;
    const [first = '', ...rest] = (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .wrap */ .LV)(text, Math.max(20, columns - hanging.length));
    return [indent + first, ...rest.map((each) => hanging + each)].join('\n');
}
/** Narrower ones do not say how wide they are: the terminals that runners make up are 0 or a few cells wide. */
const narrowest = 40;
/** Cells of the terminal that a stream is; undefined where it is none, or does not know. */
function columnsOf({ columns }) {
    return columns !== undefined && columns >= narrowest ? columns : undefined;
}
/**
 * Breaks lines that are longer than a terminal is wide between words, with what follows indented: terminals break them
 * anywhere. `columns` undefined is no terminal: nothing is broken there.
 */
function wrapLines(text, columns) {
    if (columns === undefined)
        return text;
    return text
        .split('\n')
        .map((line) => wrapLine(line, columns))
        .join('\n');
}


/***/ })

};
