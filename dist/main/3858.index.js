export const id = 3858;
export const ids = [3858];
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

/***/ 63858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _saved_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15497);


function codeOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'internal';
}
/**
 * A step's `post`: removes its temporary directory, and what a main step that was killed still held. May run any number
 * of times, and never fails a job: a lease that stays is let go by itself after a minute. Loads next to nothing where
 * the main step came to its end.
 */
async function runPost(load) {
    const saved = (0,_saved_state_js__WEBPACK_IMPORTED_MODULE_1__/* .savedState */ .fP)();
    if (saved === undefined)
        return 0;
    try {
        if (!saved.finished) {
            const spec = await load();
            const { releaseLeases } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(8815), __webpack_require__.e(7594), __webpack_require__.e(1521), __webpack_require__.e(4209), __webpack_require__.e(609), __webpack_require__.e(8403), __webpack_require__.e(5202), __webpack_require__.e(6435)]).then(__webpack_require__.bind(__webpack_require__, 54999));
            if (spec.leases)
                await releaseLeases(spec, saved);
            if (spec.servers) {
                const { removeThrowaway } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(8815), __webpack_require__.e(1521), __webpack_require__.e(4209), __webpack_require__.e(609), __webpack_require__.e(3001)]).then(__webpack_require__.bind(__webpack_require__, 65719));
                await removeThrowaway();
            }
        }
    }
    catch (error) {
        process.stdout.write(`leases were left to run out by themselves: ${codeOf(error)}\n`);
    }
    if (saved.copy !== undefined) {
        try {
            const { removeCopy } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(8815), __webpack_require__.e(1521), __webpack_require__.e(4209), __webpack_require__.e(609), __webpack_require__.e(9720)]).then(__webpack_require__.bind(__webpack_require__, 62364));
            await removeCopy(saved.copy);
        }
        catch (error) {
            process.stdout.write(`the copy could not be removed: ${codeOf(error)}\n`);
        }
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(saved.temporary, { recursive: true, force: true, maxRetries: 3 });
    return 0;
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


/***/ })

};
