export const id = 4209;
export const ids = [4209];
export const modules = {

/***/ 8740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ compareFilePaths)
/* harmony export */ });
function split(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}
/** Orders files as GNU tar archives them: by their directory's path, then by name; bytes throughout. */
function compareFilePaths(a, b) {
    const [directoryA, nameA] = split(a);
    const [directoryB, nameB] = split(b);
    if (directoryA !== directoryB)
        return directoryA < directoryB ? -1 : 1;
    return nameA < nameB ? -1 : nameA > nameB ? 1 : 0;
}


/***/ }),

/***/ 84511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ revealEnvironment),
/* harmony export */   Q: () => (/* binding */ childEnvironment)
/* harmony export */ });
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48325);

/** Names that hold Holdfast's own secrets, a forge's tokens or an action's inputs. */
const withheld = /^(HOLDFAST_|AWS_SECRET|AWS_SESSION_TOKEN$|AWS_ACCESS_KEY_ID$|AZURE_|BACKUP_PASSPHRASE(_FILE)?$|ARCHIVE_PASSWORD$|B2_(KEY_ID|APP_KEY)$|INPUT_|ACTIONS_.*TOKEN)/i;
/** A password that happens to be part of one of these must not cost the child its PATH. */
const indispensable = /^(PATH|HOME|USER|LOGNAME|SHELL|PWD|TERM|TZ|TMPDIR|LANG|LC_.*|LD_LIBRARY_PATH|XDG_.*)$/;
/**
 * The environment for children: the host's own without Holdfast's secrets, that is without the names above and
 * without every variable whose value holds a registered {@link Secret}.
 */
function childEnvironment(environment) {
    const kept = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined || withheld.test(name))
            continue;
        if (!indispensable.test(name) && (0,_domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(value) !== value)
            continue;
        kept[name] = value;
    }
    return kept;
}
/** `environment` and what one child alone is to know, secrets revealed: only for the call that starts it. */
function revealEnvironment(environment, extra = {}) {
    const revealed = { ...environment };
    for (const [name, value] of Object.entries(extra)) {
        revealed[name] = value instanceof _domain_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh ? value.reveal() : value;
    }
    return revealed;
}


/***/ }),

/***/ 57015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ makePrivateDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _running_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60001);




/** Boot and process-id namespace as eight digits: only within the same can process ids be compared. */
async function machineTag() {
    const parts = await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)('/proc/self/ns/pid').catch(() => ''),
    ]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(parts.join(' ')).digest('hex').slice(0, 8);
}
/** Removes directories of the same kind whose process here is gone: a SIGKILL gives nobody the time to tidy up. */
async function sweep(parent, start) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(parent).catch(() => [])) {
        const pid = name.startsWith(start) ? /^(\d+)-\w+$/.exec(name.slice(start.length))?.[1] : undefined;
        if (pid === undefined || (0,_running_process_js__WEBPACK_IMPORTED_MODULE_3__/* .processExists */ ._Z)(Number(pid)))
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name), { recursive: true, force: true }).catch(() => undefined);
    }
}
/**
 * Makes a directory of mode 0700 in `parent`, named `<prefix>-<machine>-<pid>-<random>`, after it has removed those that
 * processes of this machine left behind when they were killed. One that outlives this process bears the id of the process
 * that it is to live as long as.
 */
async function makePrivateDirectory(parent, prefix, pid = process.pid) {
    const start = `${prefix}-${await machineTag()}-`;
    await sweep(parent, start);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, `${start}${pid}-`));
}


/***/ }),

/***/ 87880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ spawnTool)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/process/clock.js
var clock = __webpack_require__(47296);
// EXTERNAL MODULE: ./build/process/environment.js
var environment = __webpack_require__(84511);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/process/stall.js

/** Calls `onStall` once what is there has not been taken for `milliseconds`; one timer, however often it stands and moves. */
function watchStall(milliseconds, onStall) {
    const ended = new AbortController();
    let standingSince;
    const watch = async () => {
        for (;;) {
            const now = clock/* systemClock */.m.monotonic();
            const left = standingSince === undefined ? milliseconds : standingSince + milliseconds - now;
            if (left <= 0)
                return onStall();
            await clock/* systemClock */.m.sleep(left, ended.signal);
        }
    };
    watch().catch(() => undefined);
    return {
        moves() {
            standingSince = undefined;
        },
        stands() {
            standingSince ??= clock/* systemClock */.m.monotonic();
        },
        end: () => ended.abort(),
    };
}

;// CONCATENATED MODULE: ./build/process/guarded-stdout.js


/** Passes stdout on and holds its end back until `verdict` has settled well. */
function guardedStdout(raw, verdict, aborted, stop, limit) {
    let ended = false;
    const stall = limit && watchStall(limit.milliseconds, () => fail(limit.error()));
    const guarded = new external_node_stream_.Readable({
        highWaterMark: 256 * 1024,
        read() {
            stall?.moves();
            raw.resume();
        },
        destroy: (error, done) => {
            stall?.end();
            if (ended)
                return done(error);
            raw.destroy();
            void stop().finally(() => done(error));
        },
    });
    const fail = (error) => void guarded.destroy((aborted() ?? error));
    raw.pause();
    raw.on('data', (chunk) => {
        if (guarded.push(chunk))
            return;
        raw.pause();
        stall?.stands();
    });
    raw.on('error', fail);
    raw.on('end', () => {
        stall?.end();
        verdict.then(() => {
            ended = true;
            guarded.push(null);
        }, fail);
    });
    verdict.catch(fail);
    return guarded;
}

;// CONCATENATED MODULE: ./build/process/process-group.js
const alive = new Set();
let hooked = false;
/** Remembers a process group, so that it does not outlive this process when that ends by `process.exit`. */
function trackGroup(leader) {
    alive.add(leader);
    if (hooked)
        return;
    hooked = true;
    process.once('exit', () => {
        for (const group of alive)
            signalGroup(group, 'SIGKILL');
    });
}
/** Forgets a group whose members are gone; its number may be reused. */
function forgetGroup(leader) {
    alive.delete(leader);
}
/** Sends a signal to a whole tracked process group; false when nobody is left in it. */
function signalGroup(leader, signal) {
    if (!alive.has(leader))
        return false;
    try {
        process.kill(-leader, signal);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
;// CONCATENATED MODULE: ./build/process/stderr-ring.js

const longestLine = 64 * 1024;
/**
 * Keeps the last `capacity` bytes of a child's stderr and calls `onLine` for every line (without its newline, not
 * masked: the callback parses it). A line longer than 64 KiB arrives in pieces.
 */
function createStderrRing(capacity = 64 * 1024, onLine) {
    let kept = [];
    let keptBytes = 0;
    let partial = Buffer.alloc(0);
    const emitLines = (chunk) => {
        if (onLine === undefined)
            return;
        let rest = partial.length === 0 ? chunk : Buffer.concat([partial, chunk]);
        for (;;) {
            const newline = rest.indexOf(10);
            if (newline < 0)
                break;
            onLine(rest.toString('utf8', 0, newline));
            rest = rest.subarray(newline + 1);
        }
        if (rest.length > longestLine) {
            onLine(rest.toString('utf8'));
            rest = Buffer.alloc(0);
        }
        partial = Buffer.from(rest);
    };
    const text = () => {
        const joined = Buffer.concat(kept);
        return (0,secret/* maskSecrets */.QU)(joined.subarray(Math.max(0, joined.length - capacity)).toString('utf8'));
    };
    return {
        write(chunk) {
            const bytes = Buffer.from(chunk);
            kept.push(bytes);
            keptBytes += bytes.length;
            if (keptBytes > 2 * capacity) {
                const joined = Buffer.concat(kept);
                kept = [Buffer.from(joined.subarray(joined.length - capacity))];
                keptBytes = capacity;
            }
            emitLines(bytes);
        },
        end() {
            if (partial.length > 0)
                onLine?.(partial.toString('utf8'));
            partial = Buffer.alloc(0);
        },
        text,
        lastLines: (count) => text()
            .split('\n')
            .filter((line) => line.trim() !== '')
            .slice(-count),
    };
}

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/process/stdin-feed.js


const closedEarly = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_PREMATURE_CLOSE']);
/**
 * Feeds `input` to a child. When the input fails, the child is stopped *before* its stdin closes: it must never
 * take the broken end of a damaged stream for a good one. Rejects with the input's error.
 */
async function feedStdin(input, stdin, stop) {
    const source = input instanceof external_node_stream_.Readable ? input : external_node_stream_.Readable.from([Buffer.from(input)]);
    let childClosed = false;
    let finished = false;
    stdin.on('error', () => {
        childClosed = true;
    });
    const guarded = new external_node_stream_.Writable({
        write(chunk, encoding, done) {
            stdin.write(chunk, encoding, (error) => {
                // Told here before it is told as an event: the child must not be stopped for having read enough.
                if (error)
                    childClosed = true;
                done(error);
            });
        },
        final: (done) => {
            finished = true;
            // A child that has read what it needs may go before it sees the end; every byte was handed over by then.
            if (stdin.destroyed)
                done();
            else
                stdin.end(() => done());
        },
        destroy: (error, done) => {
            if (error === null || childClosed) {
                stdin.destroy();
                done(error);
                return;
            }
            void stop().finally(() => {
                stdin.destroy();
                done(error);
            });
        },
    });
    // A child that went while the input is idle would otherwise be waited for until the next write.
    stdin.once('close', () => {
        if (finished || guarded.destroyed)
            return;
        childClosed = true;
        guarded.destroy(Object.assign(new Error('the child closed its input'), { code: 'EPIPE' }));
    });
    try {
        await (0,promises_.pipeline)(source, guarded);
        return { complete: true };
    }
    catch (error) {
        if (childClosed && closedEarly.has(String(error.code)))
            return { complete: false };
        throw error;
    }
}

// EXTERNAL MODULE: ./build/process/tool-errors.js
var tool_errors = __webpack_require__(91656);
;// CONCATENATED MODULE: ./build/process/spawn.js








/** Milliseconds that a grandchild may keep stderr open after the child is gone. */
const stderrGrace = 200;
function exitOf(call, child) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => reject((0,tool_errors/* startError */.h5)(call, error)));
        child.once('exit', (code, signal) => resolve({ code, signal }));
    });
}
function stopper(child, exited, killAfterMs) {
    let stopping;
    const escalate = async (leader) => {
        const gone = new AbortController();
        const done = exited.then(() => gone.abort(), () => gone.abort());
        signalGroup(leader, 'SIGTERM');
        await clock/* systemClock */.m.sleep(killAfterMs, gone.signal).catch(() => undefined);
        // Also when the leader went at once: its children may have ignored SIGTERM and hold the pipes.
        signalGroup(leader, 'SIGKILL');
        await done;
    };
    return () => {
        stopping ??= child.pid === undefined ? Promise.resolve() : escalate(child.pid);
        return stopping;
    };
}
/**
 * Starts a tool: argv only, no shell, in a process group of its own. An aborted signal stops it, and stdout then
 * errors with the signal's reason.
 */
function spawnTool(call) {
    call.signal.throwIfAborted();
    const stderr = createStderrRing(undefined, call.onStderrLine);
    const child = (0,external_node_child_process_.spawn)(call.command, call.args, {
        env: (0,environment/* revealEnvironment */.L)(call.environment, call.extraEnvironment),
        ...(call.cwd === undefined ? {} : { cwd: call.cwd }),
        ...call.user,
        stdio: [call.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        detached: true,
        shell: false,
    });
    const { pid } = child;
    if (pid !== undefined)
        trackGroup(pid);
    const exited = exitOf(call, child);
    const stop = stopper(child, exited, call.killAfterMs ?? 3000);
    const stderrEnded = new Promise((resolve) => {
        child.stderr?.on('data', (chunk) => stderr.write(chunk));
        child.stderr?.once('close', resolve);
    });
    const settled = exited.then(async (exit) => {
        const ended = new AbortController();
        void stderrEnded.then(() => ended.abort());
        await clock/* systemClock */.m.sleep(stderrGrace, ended.signal).catch(() => undefined);
        stderr.end();
        return exit;
    });
    const fed = call.stdin === undefined || child.stdin === null
        ? Promise.resolve({ complete: true })
        : feedStdin(call.stdin, child.stdin, stop);
    const onAbort = () => void stop();
    call.signal.addEventListener('abort', onAbort, { once: true });
    const verdict = (async () => {
        const exit = await settled;
        const input = await fed.then(() => undefined, (error) => ({ error }));
        call.signal.removeEventListener('abort', onAbort);
        if (call.signal.aborted)
            throw call.signal.reason;
        if (input !== undefined)
            throw input.error;
        if (exit.code === null || !(call.acceptedExits ?? [0]).includes(exit.code))
            throw (0,tool_errors/* toolFailure */.Lu)(call, exit, stderr);
    })();
    const aborted = () => (call.signal.aborted ? call.signal.reason : undefined);
    const { maxStall } = call;
    const limit = maxStall === undefined ? undefined : { milliseconds: maxStall, error: () => (0,tool_errors/* stalled */.O0)(call, maxStall) };
    const stdout = guardedStdout(child.stdout, verdict, aborted, stop, limit);
    child.once('close', () => pid !== undefined && forgetGroup(pid));
    for (const promise of [exited, fed, settled, verdict])
        promise.catch(() => undefined);
    return { pid, stdout, stderr, exited, fed, stop };
}


/***/ }),

/***/ 91656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ toolFailure),
/* harmony export */   O0: () => (/* binding */ stalled),
/* harmony export */   h5: () => (/* binding */ startError)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14361);




/** `tool-failed`: how a tool ended, and the last that it said. */
function toolFailure(call, exit, stderr) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(call.command);
    const lines = stderr.lastLines(12);
    const how = exit.signal === null ? `exited with status ${exit.code}` : `was ended by ${exit.signal}`;
    const last = lines.at(-1);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('tool-failed', `${name} ${how}${last === undefined ? '' : `: ${last.trim()}`}`, {
        hint: `Read what ${name} said, mend that and run again.`,
        context: {
            tool: name,
            exitStatus: exit.code ?? undefined,
            signal: exit.signal ?? undefined,
            stderr: lines,
        },
    });
}
/** The error for a tool that could not be started: `tool-missing`, or `tool-failed` for other reasons. */
function startError(call, cause) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(call.command);
    // EACCES of a bare name: a directory on PATH may not be searched, and no other one holds it.
    const absent = cause.code === 'ENOENT' || (cause.code === 'EACCES' && !call.command.includes('/'));
    if (absent && (call.cwd === undefined || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(call.cwd)))
        return (0,_tools_js__WEBPACK_IMPORTED_MODULE_3__/* .toolMissing */ .Nm)(name, cause);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('tool-failed', `${name} could not be started: ${cause.code ?? cause.message}`, {
        hint: `Check that ${name} and its working directory exist and may be executed.`,
        context: { tool: name },
        cause,
    });
}
/** `source-stalled`: what a tool wrote was not taken for longer than it may wait. */
function stalled(call, milliseconds) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(call.command);
    const seconds = Math.round(milliseconds / 1000);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('source-stalled', `${name} was stopped: nobody took its output for ${seconds} s`, {
        hint: 'See why the destinations were that slow; raise max-stall where the source may be held up for longer.',
        context: { tool: name, seconds },
    });
}


/***/ }),

/***/ 14361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J8: () => (/* binding */ installHint),
/* harmony export */   Nm: () => (/* binding */ toolMissing),
/* harmony export */   SG: () => (/* binding */ findTool)
/* harmony export */ });
/* unused harmony export requireTool */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54992);




const same = (name) => ({ debian: name, rhel: name, brew: name });
const postgresClient = { debian: 'postgresql-client', rhel: 'postgresql', brew: 'libpq' };
const postgresServer = { debian: 'postgresql', rhel: 'postgresql-server', brew: 'postgresql' };
const mysqlClient = { debian: 'default-mysql-client', rhel: 'mysql', brew: 'mysql-client' };
const mariadbClient = { debian: 'mariadb-client', rhel: 'mariadb', brew: 'mariadb' };
const mariadbBackup = { debian: 'mariadb-backup', rhel: 'mariadb-backup', brew: 'mariadb' };
const xtrabackup = {
    debian: 'percona-xtrabackup-80',
    rhel: 'percona-xtrabackup-80',
    brew: 'percona-xtrabackup',
};
const packages = {
    tar: { debian: 'tar', rhel: 'tar', brew: 'gnu-tar' },
    pg_dump: postgresClient,
    pg_dumpall: postgresClient,
    pg_restore: postgresClient,
    pg_basebackup: postgresClient,
    pg_combinebackup: postgresServer,
    pg_verifybackup: postgresServer,
    psql: postgresClient,
    initdb: postgresServer,
    pg_ctl: postgresServer,
    postgres: postgresServer,
    mysql: mysqlClient,
    mysqldump: mysqlClient,
    mariadb: mariadbClient,
    'mariadb-dump': mariadbClient,
    mariabackup: mariadbBackup,
    'mariadb-backup': mariadbBackup,
    mbstream: mariadbBackup,
    mysqld: { debian: 'default-mysql-server', rhel: 'mysql-server', brew: 'mysql' },
    mariadbd: { debian: 'mariadb-server', rhel: 'mariadb-server', brew: 'mariadb' },
    xtrabackup,
    xbstream: xtrabackup,
    zfs: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
    zpool: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
    zstream: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
    docker: { debian: 'docker.io', rhel: 'docker-ce', brew: 'docker' },
    rclone: same('rclone'),
    '7z': { debian: 'p7zip-full', rhel: 'p7zip', brew: 'sevenzip' },
    '7zz': { debian: '7zip', rhel: '7zip', brew: 'sevenzip' },
    sendmail: { debian: 'msmtp-mta', rhel: 'msmtp', brew: 'msmtp' },
    zstd: same('zstd'),
    gzip: same('gzip'),
    age: same('age'),
};
/** The sentence that says how to get a tool. */
function installHint(tool) {
    const known = packages[tool];
    if (known === undefined)
        return `Install \`${tool}\`, or put the directory that holds it on PATH.`;
    return (`Install it: \`apt-get install ${known.debian}\` (Debian, Ubuntu), \`dnf install ${known.rhel}\` (RHEL, Fedora) ` +
        `or \`brew install ${known.brew}\` (macOS), or put the directory that holds \`${tool}\` on PATH.`);
}
/** The error for a tool that is not there: `tool-missing`. */
function toolMissing(tool, cause) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('tool-missing', `${tool} is not installed`, {
        hint: installHint(tool),
        context: { tool },
        ...(cause === undefined ? {} : { cause }),
    });
}
async function executable(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}
/** The absolute path of the first executable `name` on the environment's PATH, undefined where there is none. */
async function findTool(name, environment) {
    if (name.includes('/'))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(name) && (await executable(name)) ? name : undefined;
    for (const directory of (environment.PATH ?? '/usr/local/bin:/usr/bin:/bin').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter)) {
        if (directory === '')
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
        if (await executable(path))
            return path;
    }
    return undefined;
}
/** As {@link findTool}, but throws `tool-missing` with what to install. */
async function requireTool(name, environment) {
    const path = await findTool(name, environment);
    if (path === undefined)
        throw toolMissing(name);
    return path;
}


/***/ })

};
