export const id = 5634;
export const ids = [5634];
export const modules = {

/***/ 48376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ contextOf),
  openSession: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./build/entry/host/command-context.js
var command_context = __webpack_require__(10609);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/composition/drivers.js + 500 modules
var drivers = __webpack_require__(67520);
// EXTERNAL MODULE: ./build/config/config.js + 37 modules
var config_config = __webpack_require__(11521);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
;// CONCATENATED MODULE: ./build/entry/actions/host/configuration.js




const checkout = 'Add a step `- uses: actions/checkout@v7` before this one';
const surroundings = () => ({
    cwd: process.cwd(),
    environment: process.env,
    drivers: drivers.driverSchemas,
});
/** Inline YAML has a colon with a space or a newline; a path has neither. */
function isInline(text) {
    return /\n|:\s|^\{/.test(text);
}
function looksLikePlace(text) {
    return /[/:]/.test(text) || (0,external_node_fs_.existsSync)(text);
}
function isEmptyWorkspace() {
    try {
        return (0,external_node_fs_.readdirSync)(process.cwd()).length === 0;
    }
    catch {
        return true;
    }
}
/** Without a checkout there is no file: the error says which step is missing. */
function checkoutMissing(cause) {
    return new errors_error/* HoldfastError */.E('checkout-missing', 'the workspace is empty, so there is no configuration in it', {
        hint: `${checkout}, or do without a file: give source, destination and recipients.`,
        context: { workspace: process.cwd() },
        cause,
    });
}
function notFound(cause) {
    return new errors_error/* HoldfastError */.E('config-not-found', cause.message, {
        hint: 'Commit a holdfast.yml, name it with the input config, or give source, destination and recipients.',
        context: cause.context,
        cause,
    });
}
/** Retention goes by jobs. Nothing is read of these sources: they stand for the rules of `keep`. */
function rulesFor(inputs, spec) {
    if (!spec.insteadOfConfig.includes('keep'))
        return [];
    if (inputs.list('jobs').length === 0) {
        throw (0,config_config/* inputInvalid */.m7)(['cleanup of a destination alone needs the jobs to clean'], 'Name them with the input jobs; `holdfast list` shows which there are.');
    }
    return inputs.list('jobs').map((job) => `${job}=.`);
}
function fromInputs(inputs, spec) {
    const takes = (name) => spec.insteadOfConfig.includes(name) && inputs.has(name);
    const config = (0,config_config/* configFromFlags */.Em)({
        sources: takes('source') ? inputs.list('source') : rulesFor(inputs, spec),
        destinations: inputs.list('destination'),
        recipients: takes('recipients') ? inputs.list('recipients') : [],
        keysFromEnvironment: true,
        ...(takes('compression') && { compression: inputs.text('compression') }),
        ...(takes('keep') && { keep: inputs.text('keep') }),
    }, { ...surroundings(), inArgv: false });
    return { config, onlyDestinations: [] };
}
function fromFile(inputs) {
    const text = inputs.text('config');
    if (text !== undefined && isInline(text))
        return (0,config_config/* loadConfigText */.Ki)(text, 'input config', surroundings());
    try {
        return (0,config_config/* loadConfig */.Z9)({ ...surroundings(), file: text });
    }
    catch (error) {
        if (!(0,errors_error/* hasCode */.u)(error, 'config-not-found'))
            throw error;
        throw isEmptyWorkspace() ? checkoutMissing(error) : notFound(error);
    }
}
/**
 * The configuration of an action: a file or inline YAML, or `source`, `destination` and `recipients` alone; for what
 * reads or cleans also a `destination` alone that is a URL or a path. Errors: `checkout-missing`, `input-invalid`, and
 * those of the configuration's readers.
 */
function configurationOf(inputs, spec) {
    const places = inputs.list('destination');
    const own = spec.insteadOfConfig.filter((name) => inputs.has(name));
    if (own.includes('source')) {
        if (inputs.has('config'))
            throw (0,config_config/* inputInvalid */.m7)(['config and source exclude each other']);
        if (places.length === 0)
            throw (0,config_config/* inputInvalid */.m7)(['source needs a destination'], 'Add `destination:`, a URL or a path outside the workspace.');
        return fromInputs(inputs, spec);
    }
    try {
        const config = fromFile(inputs);
        const unknown = places.filter((name) => !config.destinationNames.includes(name));
        if (spec.bare && unknown.length > 0 && unknown.every(looksLikePlace) && !inputs.has('config')) {
            return fromInputs(inputs, spec);
        }
        if (own.length > 0) {
            throw (0,config_config/* inputInvalid */.m7)(own.map((name) => `input ${name} goes with a destination alone, and there is a configuration`), 'Say it in the configuration instead, or leave the configuration out.');
        }
        return { config, onlyDestinations: places };
    }
    catch (error) {
        const isMissing = (0,errors_error/* hasCode */.u)(error, 'config-not-found', 'checkout-missing');
        if (isMissing && spec.bare && places.length > 0 && !inputs.has('config'))
            return fromInputs(inputs, spec);
        throw error;
    }
}

// EXTERNAL MODULE: ./build/entry/actions/host/masking.js
var masking = __webpack_require__(59622);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/entry/actions/host/refusals.js



/** A path without links, also of what does not exist yet. */
function realPath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        const parent = (0,external_node_path_.dirname)(path);
        return parent === path ? path : (0,external_node_path_.join)(realPath(parent), (0,external_node_path_.basename)(path));
    }
}
function isInside(path, directory) {
    const way = (0,external_node_path_.relative)(realPath(directory), realPath((0,external_node_path_.resolve)(path)));
    return way === '' || !/^\.\.(\/|$)/.test(way);
}
/** Where a destination lies on this host, if it does. What keeps it from being read the command says, with all else. */
function localPath({ config, drivers }, name) {
    try {
        return drivers.localPath(config.destination(name));
    }
    catch {
        return undefined;
    }
}
/**
 * Refuses to write backups where the next run of a workflow deletes them. Errors: `destination-in-workspace`.
 */
function refuseShortLived(context, jobs, environment) {
    const { config, onlyDestinations } = context;
    const { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temporary } = environment;
    const wanted = (jobs.length > 0 ? jobs : config.jobNames).flatMap((job) => config.job(job).to);
    const chosen = new Set(wanted.map(({ name }) => name));
    for (const name of chosen) {
        if (onlyDestinations.length > 0 && !onlyDestinations.includes(name))
            continue;
        const path = localPath(context, name);
        if (path === undefined)
            continue;
        for (const [directory, what] of [
            [workspace, 'the workspace'],
            [temporary, 'RUNNER_TEMP'],
        ]) {
            if (!directory || !isInside(path, directory))
                continue;
            throw new errors_error/* HoldfastError */.E('destination-in-workspace', `destination ${name} lies inside ${what}: the next checkout wipes it`, {
                hint: 'Name a directory of the runner outside of it, such as /var/backups/holdfast, or an object store.',
                context: {
                    destination: name,
                    path,
                    [what === 'RUNNER_TEMP' ? 'temporary' : 'workspace']: directory,
                },
            });
        }
    }
}

// EXTERNAL MODULE: ./build/entry/actions/host/stages.js
var host_stages = __webpack_require__(90215);
;// CONCATENATED MODULE: ./build/entry/actions/host/session.js





/** What the commands of an action may touch. A workflow is its own consent: nothing is asked. */
function contextOf(inputs, spec, parts) {
    const { config, onlyDestinations } = configurationOf(inputs, spec);
    const { reporter } = parts;
    return (0,command_context/* commandContext */.b)({
        ...parts,
        config,
        onlyDestinations,
        confirm: async (question) => reporter.on({
            type: 'finding',
            finding: { severity: 'info', code: 'confirmed', message: question },
        }),
        ask: async (question) => {
            throw new Error(`an action cannot ask: ${question}`);
        },
    });
}
/** A session whose stages are collected in `stages`. Errors: those of the configuration, `destination-in-workspace`. */
function openSession(inputs, spec, parts, stages) {
    const context = contextOf(inputs, spec, parts);
    const jobs = inputs.list('jobs');
    (0,masking/* maskConfigured */.fr)(context.config, jobs);
    if (spec.writes)
        refuseShortLived(context, jobs, process.env);
    return {
        inputs,
        context,
        jobs,
        async stage(command, run) {
            let outcome;
            try {
                outcome = await run();
            }
            catch (error) {
                outcome = (0,host_stages/* failedOutcome */.iS)(error, parts.signal);
            }
            stages.push({ command, outcome });
            return outcome;
        },
    };
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
