export const id = 3682;
export const ids = [3682];
export const modules = {

/***/ 97264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ isLocalOwner),
/* harmony export */   Hf: () => (/* binding */ currentOwner),
/* harmony export */   Ui: () => (/* binding */ isOwnerDead)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _process_running_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60001);


/** This process as an owner. Where there is no /proc, without start time and machine. */
async function currentOwner(run) {
    const [machine, status] = await Promise.all([(0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .currentMachine */ .j4)(), (0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .readStatus */ .rk)(process.pid)]);
    return {
        host: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)(),
        pid: process.pid,
        ...(status && { startTime: status.startTime }),
        ...(machine && { machine }),
        ...(run && { run }),
    };
}
/** Whether the owner is a process of this very machine and container, so that its life can be known. */
async function isLocalOwner(owner) {
    return (owner.machine !== undefined && owner.startTime !== undefined && owner.machine === (await (0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .currentMachine */ .j4)()));
}
/** True only where it is sure: the owner was a process here, and is gone, a zombie, or its id is another's by now. */
async function isOwnerDead(owner) {
    if (owner.startTime === undefined || !(await isLocalOwner(owner)))
        return false;
    return (0,_process_running_process_js__WEBPACK_IMPORTED_MODULE_1__/* .isProcessGone */ .DJ)(owner.pid, owner.startTime);
}


/***/ }),

/***/ 59622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M2: () => (/* binding */ maskEnvironment),
/* harmony export */   fr: () => (/* binding */ maskConfigured),
/* harmony export */   pI: () => (/* binding */ maskInLogs),
/* harmony export */   xJ: () => (/* binding */ takeEnvironment)
/* harmony export */ });
/* harmony import */ var _config_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76943);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48325);
/* harmony import */ var _domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10475);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76785);




/** Variables that hold a secret whatever the configuration says of them. Names of files, users and hosts do not match. */
const secretName = /(_|^)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|IDENTITY|CONNECTION_STRING|SAS|APP_KEY|(SECRET|PRIVATE|SIGNING|ACCOUNT)_(ACCESS_)?KEY)$|_PWD$|^DATABASE_URL$|_DATABASE_URL$/;
/** A URL with a password, whatever it is for. */
const withPassword = /^[a-z][a-z0-9+.-]*:\/\/[^/\s]*:[^/\s]+@/i;
const configured = [
    'source',
    'destinations',
    'encryption',
    'identity',
    'state-identity',
    'signing-key',
    'notifiers',
    'metrics',
];
/**
 * Has the runner mask all that is registered so far, in the logs of this and of every later step. Called before
 * anything is said, and not for the keys that a run makes for itself: those are never said, to the runner neither.
 */
function maskInLogs() {
    // Of several lines each is registered by itself.
    for (const form of (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .maskedForms */ .$e)())
        if (!form.includes('\n'))
            (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .addMask */ .eu)(form);
}
/** Switches have such names too: USE_TOKEN=true. */
const switchWord = /^(true|false|yes|no|on|off)$/i;
/** A warning where a value is too short to be masked. */
function shortness(name, value) {
    const text = value.trim();
    if (text === '' || text.length >= _domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestSecret */ .b || switchWord.test(text))
        return [];
    return [tooShort(name)];
}
function tooShort(name) {
    return {
        severity: 'warning',
        code: 'short-secret',
        message: `${name} has fewer than ${_domain_secret_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestSecret */ .b} characters and is not masked`,
        hint: 'Use a longer secret: masking so short a text would hide ordinary words, and outputs that hold them.',
    };
}
/** Registers what the environment holds of secrets. Returns warnings of those that are too short. */
function maskEnvironment(environment) {
    const findings = [];
    for (const [name, value] of Object.entries(environment)) {
        if (!value || !(secretName.test(name) || withPassword.test(value)))
            continue;
        (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .registerSecret */ .cl)(value);
        findings.push(...shortness(name, value));
    }
    return findings;
}
/**
 * Takes the lines `NAME=value` of the input `env` into the environment, each masked. Returns warnings of values that
 * are too short for that. Errors: `input-invalid`.
 */
function takeEnvironment(lines, environment) {
    const findings = [];
    for (const [index, line] of lines.entries()) {
        const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
        if (name === undefined) {
            throw (0,_config_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputInvalid */ .m)([`line ${index + 1} of the input env is not NAME=value`]);
        }
        environment[name] = value;
        (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .registerSecret */ .cl)(value);
        findings.push(...shortness(name, value));
    }
    return findings;
}
/** Reads every secret that the configuration knows of, and has it masked. */
function maskConfigured(config, jobs) {
    for (const job of jobs.length > 0 ? jobs : config.jobNames) {
        for (const part of configured) {
            try {
                config.prepare({ jobs: [job], parts: [part] });
            }
            catch {
                // What is not set holds no secret; the command says what it misses.
            }
        }
    }
    maskInLogs();
}


/***/ }),

/***/ 80472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ createLogReporter)
});

// EXTERNAL MODULE: ./build/report/events.js
var events = __webpack_require__(96710);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/report/github-log.js

/**
 * Text for a runner's log that the runner takes for nothing but text: `::name::` at the start of a line and `##[name]`
 * anywhere are commands to it, and a file name may look like one.
 */
function withoutCommands(text) {
    return text.replace(/^([^\S\n]*):(?=:)/gm, '$1\u200b:').replaceAll('##[', '##\u200b[');
}
/** A stream in front of `target` whose text is no command of the runner. */
function commandFree(target) {
    return new external_node_stream_.Writable({
        decodeStrings: false,
        write(chunk, _encoding, done) {
            target.write(withoutCommands(String(chunk)), done);
        },
    });
}

// EXTERNAL MODULE: ./build/report/terminal.js + 2 modules
var terminal = __webpack_require__(51184);
;// CONCATENATED MODULE: ./build/entry/actions/host/reporter.js



/** Tells the log of the step what happens; RUNNER_DEBUG, which a rerun with debug logging sets, tells more. */
function createLogReporter(clock, environment) {
    const heard = [];
    const log = (0,terminal/* createTerminalReporter */.E)({
        stream: commandFree(process.stdout),
        isTerminal: false,
        clock,
        verbosity: environment.RUNNER_DEBUG === '1' ? 'verbose' : 'normal',
        progress: true,
        // A runner's log shows colours, and is no terminal.
        environment: { FORCE_COLOR: '1', ...environment },
    });
    const listener = {
        on(event) {
            if (event.type !== 'finding')
                return;
            const { finding, job } = event;
            heard.push({ finding, ...(job !== undefined && { job }) });
        },
    };
    return { ...(0,events/* combineReporters */.ui)(listener, log), heard };
}


/***/ }),

/***/ 91104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/action-inputs.js
var action_inputs = __webpack_require__(76943);
// EXTERNAL MODULE: ./build/process/clock.js
var clock = __webpack_require__(47296);
// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(20140);
// EXTERNAL MODULE: ./build/report/printable.js
var printable = __webpack_require__(74628);
;// CONCATENATED MODULE: ./build/report/github-annotations.js


/** GitHub shows so many of a step. */
const most = 10;
const mostLines = 20;
function placeOf(error) {
    const { problems } = error;
    const [first] = problems ?? [];
    if (first?.file === undefined || first.line === undefined)
        return {};
    return { file: first.file, line: first.line };
}
function ofError(error) {
    const { code, message, hint, context } = error;
    const job = typeof context.job === 'string' ? context.job : '';
    return { severity: 'error', job, code, message, hint, place: placeOf(error) };
}
function ofFinding({ job = '', finding }) {
    const { severity, code, message, hint } = finding;
    if (severity !== 'warning' && severity !== 'error')
        return undefined;
    return { severity, job, code, message, hint, place: {} };
}
function annotationOf(alike) {
    const [first] = alike;
    if (first === undefined)
        return undefined;
    const { severity, job, code, message, hint, place } = first;
    const lines = (0,printable/* printableLines */.f)(message);
    const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines;
    const subject = job === '' || message.includes(job) ? '' : `${job}: `;
    const count = alike.length > 1 ? ` (and ${(0,bytes/* plural */.LS)(alike.length - 1, 'more like it', 'more like it')})` : '';
    const text = [`${subject}${shown.join('\n')}${count}`, ...(hint === undefined ? [] : [(0,printable/* printable */.g)(hint)])];
    return { severity, title: `Holdfast: ${code}`, message: text.join('\n'), ...place };
}
function groups(troubles) {
    const found = new Map();
    for (const trouble of troubles) {
        const key = `${trouble.job} ${trouble.code}`;
        found.set(key, [...(found.get(key) ?? []), trouble]);
    }
    return [...found.values()];
}
/**
 * What a runner shows beside the workflow: one annotation for each job and code, errors first, with hint and count; of
 * more than ten the last says how many there are besides. Secrets are masked.
 */
function annotationsOf(errors, heard) {
    const warned = heard.flatMap((each) => ofFinding(each) ?? []);
    const all = groups([
        ...errors.map(ofError),
        ...warned.toSorted((a, b) => (a.severity < b.severity ? -1 : 1)),
    ]);
    const annotations = all.flatMap((alike) => annotationOf(alike) ?? []);
    if (annotations.length <= most)
        return annotations;
    const rest = annotations.slice(most - 1);
    const severity = rest.some((each) => each.severity === 'error') ? 'error' : 'warning';
    const message = `${(0,bytes/* plural */.LS)(rest.length, 'more error or warning', 'more errors and warnings')}: see the job summary`;
    return [...annotations.slice(0, most - 1), { severity, title: 'Holdfast', message }];
}

// EXTERNAL MODULE: ./build/report/github-summary.js + 6 modules
var github_summary = __webpack_require__(64251);
// EXTERNAL MODULE: ./build/entry/host/clock.js
var host_clock = __webpack_require__(97156);
// EXTERNAL MODULE: ./build/entry/host/signals.js
var signals = __webpack_require__(92199);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(21294);
;// CONCATENATED MODULE: ./build/entry/actions/host/conclusion.js


/** Interrupted, then not good, then refused, before whatever came first. */
const strongest = [143, 130, 5, 7];
function exitCodeOf(stages) {
    const codes = stages.map(({ outcome }) => outcome.exitCode).filter((code) => code !== 0);
    return strongest.find((code) => codes.includes(code)) ?? codes[0] ?? 0;
}
function forbidden(warnings) {
    const codes = [...new Set(warnings.map(({ code }) => code))].join(', ');
    const what = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`;
    return new error/* HoldfastError */.E('failed-on-warning', `${what} (${codes}), and fail-on-warning is set`, {
        hint: 'Mend what is warned of, or leave fail-on-warning out.',
        context: { warnings: warnings.map(({ message }) => message) },
    });
}
/** In the order they came. One that was told while it happened may be in an outcome as well, then without its job. */
function unique(findings) {
    const seen = new Set();
    return findings.filter(({ code, message, job }) => {
        const text = `${code} ${message}`;
        const key = job === undefined ? text : `${text} of ${job}`;
        if (seen.has(key))
            return false;
        seen.add(text).add(key);
        return true;
    });
}
/** `command` tells the results of several stages apart; of one stage it would only repeat itself. */
function resultsOf(stages) {
    if (stages.length < 2)
        return stages.flatMap(({ outcome }) => outcome.results);
    return stages.flatMap(({ command, outcome }) => outcome.results.map((result) => ({ command, ...result })));
}
/** Joins what the stages came to and what was heard while they ran. */
function concludeStages(spec, stages, heard, failOnWarning) {
    const told = heard.map(({ job, finding }) => ({ ...finding, ...(job !== undefined && { job }) }));
    const warnings = unique([...told, ...stages.flatMap(({ outcome }) => outcome.warnings)]);
    const doubts = warnings.filter(({ severity }) => severity === 'warning' || severity === 'error');
    const errors = stages.flatMap(({ outcome }) => outcome.errors);
    const exitCode = exitCodeOf(stages);
    const fails = failOnWarning && exitCode === 0 && doubts.length > 0;
    const outcome = {
        results: resultsOf(stages),
        warnings: doubts,
        errors: fails ? [...errors, forbidden(doubts)] : errors,
        exitCode: fails ? 1 : exitCode,
    };
    return {
        stages,
        documents: stages.map((stage) => (0,report_document/* outcomeDocument */.a)({ command: stage.command, ...stage.outcome })),
        document: (0,report_document/* outcomeDocument */.a)({ command: spec.command, ...outcome }),
        errors: outcome.errors,
    };
}

// EXTERNAL MODULE: ./build/entry/actions/host/masking.js
var masking = __webpack_require__(59622);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
// EXTERNAL MODULE: ./build/entry/actions/host/runner-commands.js
var runner_commands = __webpack_require__(76785);
;// CONCATENATED MODULE: ./build/entry/actions/host/outputs.js





/** GitHub takes a megabyte an output; the file of the results has no limit. */
const largestOutput = 900 * 1024;
function within(document, file) {
    const whole = JSON.stringify(document);
    if (Buffer.byteLength(whole) <= largestOutput)
        return whole;
    const note = { code: 'results-too-large', message: `the results are only in ${file}: an output holds 1 MB` };
    return JSON.stringify({ ...document, results: [], warnings: [note, ...document.warnings.slice(0, 100)] });
}
/**
 * Writes the results to the file of `results-file`, else into the step's own directory. Returns its path. Errors:
 * `target-unwritable`.
 */
function writeResults(document, named, temporary) {
    const file = named === undefined ? (0,external_node_path_.join)(temporary, 'results.json') : (0,external_node_path_.resolve)(named);
    try {
        (0,external_node_fs_.writeFileSync)(file, `${JSON.stringify(document, undefined, 2)}\n`, { mode: 0o600 });
        return file;
    }
    catch (cause) {
        throw new error/* HoldfastError */.E('target-unwritable', `cannot write the results to ${file}`, {
            hint: 'Set results-file to a path in a directory that exists and that the runner may write.',
            context: { path: file },
            cause,
        });
    }
}
/**
 * Sets what all actions set, and their own. Secrets are masked by us: GitHub would drop the whole output. One that is an
 * output by itself is set as it is: GitHub drops it only where it would leave the job.
 */
function setOutputs(document, file, own) {
    (0,runner_commands/* setOutput */.uH)('status', document.status);
    (0,runner_commands/* setOutput */.uH)('exit-code', document.exitCode);
    (0,runner_commands/* setOutput */.uH)('results', within(document, file));
    (0,runner_commands/* setOutput */.uH)('results-file', file);
    for (const [name, value] of Object.entries(own)) {
        (0,runner_commands/* setOutput */.uH)(name, value instanceof secret/* Secret */.zh ? value.reveal() : (0,secret/* maskSecrets */.QU)(String(value)));
    }
}

// EXTERNAL MODULE: ./build/entry/actions/host/reporter.js + 1 modules
var host_reporter = __webpack_require__(80472);
// EXTERNAL MODULE: ./build/entry/actions/host/saved-state.js
var saved_state = __webpack_require__(15497);
// EXTERNAL MODULE: ./build/entry/actions/host/shared-inputs.js
var shared_inputs = __webpack_require__(46787);
// EXTERNAL MODULE: ./build/entry/actions/host/stages.js
var host_stages = __webpack_require__(90215);
;// CONCATENATED MODULE: ./build/entry/actions/host/run-action.js

















/** The inputs, with what they and the environment hold of secrets masked before anything is said of them. */
function takeInputs(spec, reporter) {
    const short = (0,masking/* maskEnvironment */.M2)(process.env);
    const tell = (findings) => {
        (0,masking/* maskInLogs */.pI)();
        for (const finding of findings)
            reporter.on({ type: 'finding', finding });
    };
    try {
        const inputs = (0,action_inputs/* readInputs */.K)(process.env, [...shared_inputs/* sharedInputs */.d, ...spec.inputs]);
        short.push(...(0,masking/* takeEnvironment */.xJ)(inputs.list('env'), process.env));
        return inputs;
    }
    finally {
        tell(short);
    }
}
/** A directory of this step alone; `post` removes it. Scratch directories and results lie in it. */
async function ownDirectory() {
    const parent = process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    await (0,promises_.mkdir)(parent, { recursive: true });
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, 'holdfast-step-'));
    await (0,saved_state/* saveStart */.Al)(directory);
    process.env.TMPDIR = directory;
    return directory;
}
/** Writes the results where `results-file` says; where that cannot be, that is one more failure. */
function writeConclusion({ spec, stages, reporter, inputs, temporary, signal }) {
    const conclude = () => {
        return concludeStages(spec, stages, reporter.heard, inputs?.flag('fail-on-warning') ?? false);
    };
    const conclusion = conclude();
    try {
        const file = writeResults(conclusion.document, inputs?.text('results-file'), temporary);
        return { conclusion, file };
    }
    catch (error) {
        stages.push({ command: spec.command, outcome: (0,host_stages/* failedOutcome */.iS)(error, signal) });
        const failed = conclude();
        return { conclusion: failed, file: writeResults(failed.document, undefined, temporary) };
    }
}
/** Tells what came of it in every way that a runner has. Returns the exit code. */
function tellAll(run) {
    const { spec, stages, reporter, inputs } = run;
    const { conclusion, file } = writeConclusion(run);
    const { document, errors } = conclusion;
    setOutputs(document, file, spec.outputs(stages));
    (0,runner_commands/* annotate */.fz)(annotationsOf(errors, reporter.heard));
    if (inputs?.flag('summary') !== false)
        (0,runner_commands/* addSummary */.S0)((0,github_summary.githubSummary)(conclusion));
    return document.exitCode;
}
/** Runs the main step of an action. Returns its exit code; whatever fails becomes an outcome. */
async function runAction(spec) {
    const { signal } = (0,signals/* interruptible */.I)();
    const reporter = (0,host_reporter/* createLogReporter */.A)(clock/* systemClock */.m, process.env);
    const temporary = await ownDirectory();
    const stages = [];
    let inputs;
    try {
        inputs = takeInputs(spec, reporter);
        // What takes its time to load comes after the masks.
        const { openSession } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(8815), __webpack_require__.e(1521), __webpack_require__.e(4209), __webpack_require__.e(609), __webpack_require__.e(5634)]).then(__webpack_require__.bind(__webpack_require__, 48376));
        const { clock, rehearsal } = (0,host_clock/* clockOf */.i)(process.env);
        if (rehearsal)
            reporter.on({ type: 'finding', finding: (0,host_clock/* rehearsalNote */.o)(clock) });
        await spec.run(openSession(inputs, spec, { clock, rehearsal, reporter, signal }, stages));
    }
    catch (error) {
        stages.push({ command: spec.command, outcome: (0,host_stages/* failedOutcome */.iS)(error, signal) });
    }
    const exitCode = tellAll({ spec, stages, reporter, inputs, temporary, signal });
    (0,saved_state/* saveFinished */.Q8)();
    return exitCode;
}


/***/ }),

/***/ 76785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gu: () => (/* binding */ getState),
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   S0: () => (/* binding */ addSummary),
/* harmony export */   eu: () => (/* binding */ addMask),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   uH: () => (/* binding */ setOutput)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


/**
 * What an action says to its runner, as docs.github.com, "Workflow commands for GitHub Actions" and "Environment
 * files", has it. `@actions/core` does the same, but loads an HTTP client first, which takes longer than all else that
 * an action needs to start.
 */
const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
function command(name, properties, data) {
    const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
    const head = list.length > 0 ? `${name} ${list.join(',')}` : name;
    process.stdout.write(`::${head}::${escapeData(data)}\n`);
}
/** Masks a text of one line in all logs of the job from here on. */
function addMask(text) {
    command('add-mask', {}, text);
}
function annotate(annotations) {
    for (const { severity, title, message, file, line } of annotations) {
        command(severity, { title, ...(file !== undefined && { file }), ...(line !== undefined && { line: String(line) }) }, message);
    }
}
/** A file that the runner reads when the step has ended; a value of several lines stands between two marks. */
function intoFile(variable, name, value) {
    const { [variable]: file } = process.env;
    const mark = `holdfast_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    if (file)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(file, `${name}<<${mark}\n${value}\n${mark}\n`);
}
function setOutput(name, value) {
    intoFile('GITHUB_OUTPUT', name, String(value));
}
/** Keeps a value for the `post` of the same step, which gets it with {@link getState}. */
function saveState(name, value) {
    intoFile('GITHUB_STATE', name, value);
}
/** Empty where nothing was saved. */
function getState(name) {
    return process.env[`STATE_${name}`] ?? '';
}
/** Adds to the step's summary, where the runner has one. */
function addSummary(markdown) {
    const { GITHUB_STEP_SUMMARY: file } = process.env;
    if (file)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(file, markdown);
}


/***/ }),

/***/ 15497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ saveStart),
/* harmony export */   Q8: () => (/* binding */ saveFinished),
/* harmony export */   fP: () => (/* binding */ savedState),
/* harmony export */   zb: () => (/* binding */ saveCopy)
/* harmony export */ });
/* harmony import */ var _catalog_lease_owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97264);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76785);


/** What the main step saved; undefined where it did not come so far, or the runner keeps nothing. */
function savedState() {
    const [owner, temporary] = [(0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)('owner'), (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)('temporary')];
    if (owner === '')
        return undefined;
    return {
        owner: JSON.parse(owner),
        temporary,
        copy: (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)('copy') || undefined,
        finished: (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)('finished') === 'true',
    };
}
/** Says who runs, before anything is taken that `post` might have to give back. */
async function saveStart(temporary) {
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('owner', JSON.stringify(await (0,_catalog_lease_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .currentOwner */ .Hf)()));
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('temporary', temporary);
}
/** Before anything of a copy is made that outlives the step. */
function saveCopy(id) {
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('copy', id);
}
function saveFinished() {
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)('finished', 'true');
}


/***/ }),

/***/ 46787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ sharedInputs)
/* harmony export */ });
/** The inputs that every action has. */
const sharedInputs = [
    { name: 'config', kind: 'text' },
    { name: 'jobs', kind: 'list' },
    { name: 'destination', kind: 'list' },
    { name: 'env', kind: 'lines' },
    { name: 'on-busy', kind: 'text', choices: ['wait', 'skip', 'fail'], default: 'wait' },
    { name: 'summary', kind: 'boolean', default: 'true' },
    { name: 'results-file', kind: 'text' },
    { name: 'fail-on-warning', kind: 'boolean', default: 'false' },
];


/***/ }),

/***/ 90215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iS: () => (/* binding */ failedOutcome),
/* harmony export */   nZ: () => (/* binding */ onBusy),
/* harmony export */   qS: () => (/* binding */ resultsOf)
/* harmony export */ });
/* harmony import */ var _commands_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33967);

/** The results of the stages that ran a command. */
function resultsOf(stages, command) {
    return stages.flatMap((stage) => (stage.command === command ? stage.outcome.results : []));
}
/** What `on-busy` says; its choices are checked where it is read. */
function onBusy(inputs) {
    return inputs.text('on-busy');
}
/** A command that failed before it had anything to show. */
function failedOutcome(error, signal) {
    const known = (0,_commands_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .asHoldfastError */ .Cs)(signal.aborted ? signal.reason : error);
    return { results: [], warnings: [], errors: [known], exitCode: known.exitStatus };
}


/***/ }),

/***/ 60001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ isProcessGone),
/* harmony export */   GO: () => (/* binding */ pidOfToken),
/* harmony export */   Pg: () => (/* binding */ processToken),
/* harmony export */   VK: () => (/* binding */ isTokenGone),
/* harmony export */   _Z: () => (/* binding */ processExists),
/* harmony export */   j4: () => (/* binding */ currentMachine),
/* harmony export */   rk: () => (/* binding */ readStatus)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);


/** Boot and process-id namespace: only within the same can process ids be compared. Undefined where there is no /proc. */
async function currentMachine() {
    try {
        const boot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8');
        return `${boot.trim()} ${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)('/proc/self/ns/pid')}`;
    }
    catch {
        return undefined;
    }
}
/** State and start time of a process: fields 3 and 22 of /proc/<pid>/stat; the name before them may hold anything. */
async function readStatus(pid) {
    try {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(`/proc/${pid}/stat`, 'utf8');
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        const [state, startTime] = [fields[0], fields[19]];
        return state && startTime ? { state, startTime } : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether a process has this id; one of another user is a process too. */
function processExists(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
    }
}
/** Whether a process of this machine is gone, a zombie, or its id is another's by now. */
async function isProcessGone(pid, startTime) {
    const status = await readStatus(pid);
    if (status)
        return status.startTime !== startTime || status.state === 'Z' || status.state === 'X';
    // /proc may be mounted so that it hides the processes of other users; the kernel still knows them.
    return !processExists(pid);
}
async function machineDigest() {
    const machine = (await currentMachine()) ?? '';
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(machine).digest('hex').slice(0, 8);
}
/**
 * This process, or another of this machine, as `<machine>-<pid>-<start>`: letters, digits and hyphens, for names and
 * labels of what would outlive a SIGKILL.
 */
async function processToken(pid = process.pid) {
    const [machine, status] = await Promise.all([machineDigest(), readStatus(pid)]);
    return `${machine}-${pid}-${status?.startTime ?? '0'}`;
}
/** The process id in a token. */
function pidOfToken(token) {
    return Number(token.split('-')[1]);
}
/** True only where it is sure: `token` names a process of this machine, and that is gone. */
async function isTokenGone(token) {
    const [, machine, pid, start] = /^([0-9a-f]{8})-(\d+)-(\d+)$/.exec(token) ?? [];
    if (pid === undefined || start === undefined || start === '0')
        return false;
    return machine === (await machineDigest()) && isProcessGone(Number(pid), start);
}


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
