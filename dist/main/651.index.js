export const id = 651;
export const ids = [651];
export const modules = {

/***/ 7651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore)
});

// EXTERNAL MODULE: ./build/report/bytes.js
var bytes = __webpack_require__(140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/commands/repository/find.js
var find = __webpack_require__(365);
// EXTERNAL MODULE: ./build/commands/repository/identities.js
var identities = __webpack_require__(216);
// EXTERNAL MODULE: ./build/commands/repository/open-chain.js + 17 modules
var open_chain = __webpack_require__(9910);
// EXTERNAL MODULE: ./build/commands/repository/progress.js
var progress = __webpack_require__(766);
// EXTERNAL MODULE: ./build/commands/repository/source-context.js
var source_context = __webpack_require__(4161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(4992);
;// CONCATENATED MODULE: ./build/commands/restore/target.js


function notYet(target) {
    return new error/* HoldfastError */.E('driver-not-built', `the target ${target} is not built in this version`, {
        hint: 'Restore into a directory, a file, or - for standard output.',
        context: { target },
    });
}
/**
 * What `--to` means: `-`, `env:NAME`, `container:NAME`, `datadir:PATH`, a name under `targets:`, else a path. A database
 * URL with a password is refused, since argv is seen by every process of the host. Errors: `usage`, `target-unknown`.
 */
function restoreTarget(context, to, media) {
    if (to === undefined || to === '') {
        throw new error/* HoldfastError */.E('usage', 'a restore needs a target', {
            hint: 'Say where to with --to DIRECTORY, --to FILE, or --to - for standard output.',
        });
    }
    if (to === '-')
        return { type: 'stdout', stream: context.stdout };
    if (/^[a-z][a-z0-9+]*:\/\//i.test(to)) {
        throw new error/* HoldfastError */.E('usage', 'a URL is no target: its password would stand in the process list', {
            hint: 'Put the URL into a variable and use --to env:NAME, or give it a name under targets: in the configuration.',
        });
    }
    if (/^(env|container|datadir):/.test(to))
        throw notYet(to);
    const named = context.config.targetNames.includes(to);
    const place = named ? context.config.target(to).reveal() : to;
    if (named && place.includes('://'))
        throw notYet(to);
    const path = (0,external_node_path_.resolve)(named ? context.config.directory : context.cwd, place);
    return media === 'application/x-tar' ? { type: 'directory', path } : { type: 'file', path };
}

;// CONCATENATED MODULE: ./build/commands/restore.js








function nameOf(target) {
    return target.type === 'directory' || target.type === 'file' ? target.path : 'standard output';
}
function question(found, target, options) {
    const { entry, chain, destination } = found;
    const what = options.include.length === 0 ? `all of ${entry.job}` : `${options.include.join(', ')} of ${entry.job}`;
    const links = chain.length === 1 ? 'a full backup' : `a chain of ${chain.length} backups`;
    const size = (0,bytes/* formatBytes */.z3)(chain.reduce((sum, { stats }) => sum + stats.storedBytes, 0));
    const replace = options.overwrite ? ' What is there is replaced.' : '';
    return `Restore ${what} as of ${entry.createdAt.toISOString()} (${links}, ${size} stored at ${destination.name}) to ${nameOf(target)}?${replace}`;
}
/** A pipe takes its time: the process must not end before its reader has the last byte. */
function flush({ stdout }) {
    return new Promise((resolve, reject) => {
        stdout.write('', (error) => (error ? reject(error) : resolve()));
    });
}
/** `holdfast restore JOB|ID --to TARGET`: shows the plan, asks where something would be replaced, restores, checks every byte. */
async function restore(context, what, options) {
    const started = context.clock.monotonic();
    const found = await (0,find/* findBackup */.S)(context, what, {
        ...(options.at && { at: options.at }),
        force: options.force,
    });
    const { entry, chain } = found;
    const target = restoreTarget(context, options.to, entry.mediaTypes[0] ?? '');
    const record = (numbers) => ({
        job: entry.job,
        id: entry.id,
        chain: chain.map(({ id }) => id),
        target: nameOf(target),
        ...numbers,
        seconds: (context.clock.monotonic() - started) / 1000,
    });
    const plan = question(found, target, options);
    if (options.dryRun)
        return (0,outcome/* done */.Vw)([{ ...record({ bytes: 0, fetchedBytes: 0 }), plan }]);
    if (target.type !== 'stdout')
        await context.confirm(plan);
    const opened = await (0,open_chain/* openChain */.y)(context, found, await (0,identities/* openersFor */.eD)(context, chain));
    context.reporter.on({
        type: 'job-started',
        job: entry.job,
        command: 'restore',
        id: entry.id,
        level: entry.level,
    });
    const warnings = [];
    const restoring = { target, include: options.include, overwrite: options.overwrite };
    const result = await (0,source_context/* sourceOf */.v)(context, entry.job, entry.source.type).restore((0,source_context/* sourceContextOf */.k)(context, entry.job, warnings), (0,progress/* progressOver */.A)(context, entry.job, 'restore', opened.links), restoring);
    if (target.type === 'stdout')
        await flush(context);
    const { files, bytes } = result;
    const finished = record({
        ...(files === undefined ? {} : { files }),
        bytes,
        fetchedBytes: opened.fetchedBytes(),
    });
    const { seconds } = finished;
    context.reporter.on({
        type: 'job-finished',
        job: entry.job,
        command: 'restore',
        status: 'success',
        seconds,
    });
    return (0,outcome/* done */.Vw)([finished], [...warnings, ...result.warnings]);
}


/***/ })

};
