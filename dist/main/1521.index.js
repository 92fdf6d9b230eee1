export const id = 1521;
export const ids = [1521];
export const modules = {

/***/ 11521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LZ: () => (/* reexport */ azureSettings),
  Em: () => (/* reexport */ configFromFlags),
  zt: () => (/* reexport */ environmentWithFiles),
  m7: () => (/* reexport */ action_inputs/* inputInvalid */.m),
  jsonSchema: () => (/* reexport */ jsonSchema),
  Z9: () => (/* reexport */ loadConfig),
  Ki: () => (/* reexport */ loadConfigText),
  Ko: () => (/* reexport */ action_inputs/* readInputs */.K),
  Xm: () => (/* reexport */ renderTemplate),
  AY: () => (/* reexport */ templateKey),
  N7: () => (/* reexport */ templatePattern)
});

// UNUSED EXPORTS: problemsOf

// EXTERNAL MODULE: ./build/config/action-inputs.js
var action_inputs = __webpack_require__(76943);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
;// CONCATENATED MODULE: ./build/config/path.js
/** `jobs.app-db.to[0].retention`. */
function formatPath(path) {
    let text = '';
    for (const part of path) {
        if (typeof part === 'number')
            text += `[${part}]`;
        else
            text += text === '' ? part : `.${part}`;
    }
    return text;
}
/** True for maps as YAML makes them; lists, dates and null are none. */
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value at `path`; undefined where there is none. */
function valueAt(root, path) {
    let value = root;
    for (const part of path) {
        if (Array.isArray(value))
            value = value[Number(part)];
        else if (isMap(value) && Object.hasOwn(value, part))
            value = value[part];
        else
            return undefined;
    }
    return value;
}
const positions = new WeakMap();
function mapList(list, change, path) {
    const kept = [];
    const origins = [];
    for (const [position, inner] of list.entries()) {
        const mapped = mapStrings(inner, change, [...path, position]);
        if (mapped === undefined)
            continue;
        kept.push(mapped);
        origins.push(position);
    }
    positions.set(kept, origins);
    return kept;
}
/** A copy of a tree of maps and lists with every string replaced by what `change` returns; undefined removes it. */
function mapStrings(value, change, path = []) {
    if (typeof value === 'string')
        return change(value, path);
    if (Array.isArray(value))
        return mapList(value, change, path);
    if (!isMap(value))
        return value;
    const entries = Object.entries(value).map(([key, inner]) => [
        key,
        mapStrings(inner, change, [...path, key]),
    ]);
    return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}
/** Where something of a tree that {@link mapStrings} made stood before elements were removed from lists. */
function originalPath(root, path) {
    let value = root;
    return path.map((part) => {
        const origins = typeof value === 'object' && value !== null ? positions.get(value) : undefined;
        value = valueAt(value, [part]);
        return typeof part === 'number' && origins ? (origins[part] ?? part) : part;
    });
}

;// CONCATENATED MODULE: ./build/config/document.js

/** A document that was not read from a file. */
function documentOf(root) {
    return { root, locate: () => undefined };
}
/** A problem at `path` with its place in the file; of a key that is missing, the place of what should hold it. */
function problemAt(document, path, text, part = 'value') {
    const there = valueAt(document.root, path) !== undefined;
    const place = there ? document.locate(path, part) : document.locate(path.slice(0, -1), 'key');
    return {
        ...(document.file === undefined ? {} : { file: document.file }),
        ...place,
        path: formatPath(path),
        message: text.message,
        ...(text.hint === undefined ? {} : { hint: text.hint }),
    };
}

// EXTERNAL MODULE: ./build/config/interpolation.js
var interpolation = __webpack_require__(8945);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/config/local-path.js

/** `path` as an absolute one: relative ones start in the configuration's directory, `~/` in the home directory. */
function localPath(path, { directory, environment }) {
    const home = environment.HOME;
    if (home && (path === '~' || path.startsWith('~/')))
        return (0,external_node_path_.join)(home, path.slice(1));
    return (0,external_node_path_.resolve)(directory, path);
}

// EXTERNAL MODULE: ./build/config/sanitise.js
var sanitise = __webpack_require__(52581);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var classic_schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/domain/duration.js
var duration = __webpack_require__(14953);
// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
// EXTERNAL MODULE: ./build/domain/size.js
var size = __webpack_require__(27360);
// EXTERNAL MODULE: ./build/config/nearest.js
var nearest = __webpack_require__(49445);
// EXTERNAL MODULE: ./build/domain/wall-clock.js
var wall_clock = __webpack_require__(61574);
;// CONCATENATED MODULE: ./build/config/template.js



/** The words that a template may hold besides `{time:…}`. */
const templateWords = [
    'basename',
    'job',
    'tag',
    'level',
    'pool',
    'dataset',
    'database',
    'id',
    'tier',
];
const word = /\{([^{}]*)\}/g;
const timeToken = /YYYY|MM|DD|HH|SS/g;
/** The pattern of `{time:…}` with hours before an MM; that MM is minutes. */
function renderTime(pattern, moment, timezone) {
    const parts = (0,wall_clock/* wallClockFormat */.e)(timezone).formatToParts(moment);
    const part = (type) => parts.find((one) => one.type === type)?.value ?? '';
    let afterHour = false;
    return pattern.replaceAll(timeToken, (token) => {
        if (token === 'YYYY')
            return part('year').padStart(4, '0');
        if (token === 'DD')
            return part('day');
        if (token === 'SS')
            return part('second');
        if (token === 'HH') {
            afterHour = true;
            return part('hour');
        }
        return part(afterHour ? 'minute' : 'month');
    });
}
function invalidTime(pattern) {
    const rest = pattern.replaceAll(timeToken, '');
    if (rest === pattern)
        return `{time:${pattern}} holds no YYYY, MM, DD, HH or SS`;
    return /[^\w .:+-]|[a-z]|[A-SU-Y]/.test(rest)
        ? `{time:${pattern}} holds more than YYYY, MM, DD, HH and SS`
        : undefined;
}
/** What is wrong with a template; undefined where nothing is. */
function invalidTemplate(text) {
    const hint = `Use ${templateWords.map((name) => `{${name}}`).join(', ')} or {time:YYYYMMDDHHMMSS}.`;
    if (text === '')
        return { message: 'a template must not be empty', hint };
    if (/[{}]/.test(text.replaceAll(word, '')))
        return { message: 'a brace has no counterpart', hint };
    for (const [, name = ''] of text.matchAll(word)) {
        const message = name.startsWith('time:')
            ? invalidTime(name.slice(5))
            : templateWords.includes(name)
                ? undefined
                : `unknown word {${name}}${(0,nearest/* didYouMean */.a)(name, [...templateWords, 'time:YYYYMMDDHHMMSS'])}`;
        if (message !== undefined)
            return { message, hint };
    }
    const segments = text.split('/');
    const outside = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
    if (outside || /\p{Cc}/u.test(text)) {
        return { message: 'not a name: it has an empty part, a .. or a control character', hint };
    }
    return undefined;
}
/**
 * Fills in a template. In `{time:YYYYMMDDHHMMSS}` an MM after HH is minutes.
 * Errors: `config-invalid` for a word that has no value here, such as `{pool}` of a directory.
 */
function renderTemplate(text, { words, now, timezone }) {
    return text.replaceAll(word, (written, name) => {
        if (name.startsWith('time:'))
            return renderTime(name.slice(5), now, timezone);
        const value = words[name];
        if (value !== undefined && value !== '')
            return value;
        throw new errors_error/* HoldfastError */.E('config-invalid', `${written} has no value in the template ${text}`, {
            hint: `Leave ${written} out of object-name, or use a word that this kind of source has.`,
            context: { template: text, word: name },
        });
    });
}
/** A filled-in template as the key of an object: what keys cannot hold, such as spaces, is percent-encoded. */
function templateKey(text) {
    return text.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
}

;// CONCATENATED MODULE: ./build/config/schema-values.js






/** A custom problem with a hint; `show`: the message begins after the value. */
function complain(context, message, hint, show = false) {
    context.addIssue({ code: 'custom', message, params: { hint, show } });
}
/** The message where another kind of value stands. */
function instead(message) {
    return {
        error: ({ input }) => (input === undefined || input === null ? undefined : message),
    };
}
/** `24h`, `30d`, `12w`; milliseconds. */
const schema_values_duration = classic_schemas/* string */.YjP(instead('a duration needs its unit, as in 24h'))
    .superRefine((text, context) => {
    if ((0,duration/* parseDuration */.E)(text) !== undefined)
        return;
    complain(context, 'not a duration', 'Write a whole number and a unit: 90s, 30m, 24h, 7d or 12w.', true);
})
    .transform((text) => (0,duration/* parseDuration */.E)(text) ?? 0);
/** A duration that is not nothing. */
const positiveDuration = schema_values_duration.refine((ms) => ms > 0, 'must be longer than nothing');
/** `32MiB`, `4KB` or a number of bytes; bytes. */
const schema_values_size = classic_schemas/* union */.KCZ([classic_schemas/* string */.YjP(), classic_schemas/* number */.aig()])
    .superRefine((value, context) => {
    if ((0,size/* parseSize */.D)(String(value)) !== undefined)
        return;
    complain(context, 'not a size', 'Write a number and a unit: 4KiB, 32MiB, 1GB, or plain bytes.', true);
})
    .transform((value) => (0,size/* parseSize */.D)(String(value)) ?? 0);
/** `10%`; a fraction. */
const percentage = classic_schemas/* string */.YjP(instead('a percentage is needed, such as 10%'))
    .regex(/^\d+(?:\.\d+)? ?%$/, 'not a percentage such as 10%')
    .transform((text) => Number.parseFloat(text) / 100);
/** A job's name, as it stands in keys of the repository. */
const jobName = classic_schemas/* string */.YjP()
    .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, 'not a job name: lower-case letters, digits, dot, hyphen and underscore, 100 at most, no symbol first');
/** A name of a destination, notifier or target. */
const entryName = classic_schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'not a name: letters, digits, dot, hyphen and underscore, 100 at most, no symbol first');
/** A tag of a backup. */
const tagName = classic_schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'not a tag: letters, digits, dot, hyphen and underscore');
/** Text that must never be shown. */
const schema_values_secret = classic_schemas/* string */.YjP()
    .min(1)
    .transform((text) => new secret/* Secret */.zh(text));
/** A command and its arguments; no shell is involved. */
const argv = classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()).min(1);
const schema_values_text = classic_schemas/* string */.YjP().min(1);
/** An object's name with `{words}`. */
const template = classic_schemas/* string */.YjP().superRefine((value, context) => {
    const wrong = invalidTemplate(value);
    if (wrong)
        complain(context, wrong.message, wrong.hint);
});
/** A time zone of the IANA database. */
const timezone = classic_schemas/* string */.YjP().superRefine((zone, context) => {
    try {
        new Intl.DateTimeFormat('en', { timeZone: zone });
    }
    catch {
        const near = (0,nearest/* nearest */.p)(zone, Intl.supportedValuesOf('timeZone'));
        const message = near === undefined ? 'unknown time zone' : `unknown time zone; did you mean ${near}?`;
        complain(context, message, 'Write a name of the IANA database, such as Europe/Berlin or UTC.');
    }
});

;// CONCATENATED MODULE: ./build/config/variables.js


/** `NAME is not set (holdfast.yml:21 jobs.app-db.source.url)`; without the brackets where no file or key asks for it. */
function sentence(document, { name, path }) {
    const { file, line, path: shown } = problemAt(document, path, { message: '' });
    const place = [file === undefined || line === undefined ? file : `${file}:${line}`, shown].filter(Boolean);
    return place.length === 0 ? `${name} is not set` : `${name} is not set (${place.join(' ')})`;
}
/** One error for all of `missing`: variable, file, line, key and the lines for `env:` of a workflow. */
function variablesMissing(document, missing) {
    const names = [...new Set(missing.map(({ name }) => name))];
    const places = [...new Set(missing.map((one) => sentence(document, one)))];
    const lines = names.map((name) => `${name}: \${{ secrets.${name} }}`);
    const error = new errors_error/* HoldfastError */.E('config-variable-missing', places.join('\n'), {
        hint: `Set ${names.join(', ')} in the environment or in .env; in a workflow add under env: ${lines.join(', ')}.`,
        context: { file: document.file, variables: names, env: lines },
    });
    return Object.assign(error, { missing });
}
/** The variables of a `config-variable-missing` error of this folder; empty for any other error. */
function missingOf(error) {
    return error instanceof errors_error/* HoldfastError */.E && 'missing' in error ? error.missing : [];
}

;// CONCATENATED MODULE: ./build/config/azure-environment.js








/** The variables of an Azure directory backup without a file; undefined is a value that must be given. */
const variables = {
    AZURE_STORAGE_CONNECTION_STRING: undefined,
    AZURE_CONTAINER_NAME: 'backup',
    RETENTION_PERIOD_DAYS: '30',
    BACKUP_DIRECTORY: '/backup',
};
/** Whether the environment alone describes a backup. */
function describesAzure(environment) {
    return Object.keys(variables).some((name) => environment[name] !== undefined || environment[`${name}_FILE`]);
}
function readMounted(name, file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8').replace(/\r?\n$/, '');
    }
    catch (cause) {
        throw new errors_error/* HoldfastError */.E('config-file-unreadable', `cannot read ${file}, which ${name}_FILE names`, {
            hint: `Mount the secret there, or correct ${name}_FILE.`,
            context: { path: file, variable: `${name}_FILE` },
            cause,
        });
    }
}
function readSettings(environment, directory) {
    const settings = new Map();
    for (const name of Object.keys(variables)) {
        const file = environment[`${name}_FILE`];
        const mounted = !environment[name] && file ? { file, value: readMounted(name, file) } : undefined;
        const given = mounted?.value ?? environment[name];
        const value = (name === 'BACKUP_DIRECTORY' && directory) || (given ?? variables[name] ?? '');
        settings.set(name, { name, value, ...(mounted && { file: mounted.file }) });
    }
    return settings;
}
/** `TZ` where it names a zone; its POSIX forms (`CET-1CEST`, a path) name none, and mean UTC here. */
function zoneOf({ TZ: name }) {
    return name && timezone.safeParse(name).success ? name : 'UTC';
}
function daysOf(text) {
    if (/^[1-9]\d{0,4}$/.test(text))
        return text;
    throw new errors_error/* HoldfastError */.E('config-invalid', `RETENTION_PERIOD_DAYS is ${text}, which is no number of days`, {
        hint: 'Set RETENTION_PERIOD_DAYS to a whole number from 1, such as 30.',
    });
}
/** What the environment says, whether or not the connection string is there yet; for {@link azureDocument} in a file. */
function azureSettings(environment, cwd) {
    const settings = readSettings(environment, undefined);
    const of = (name) => settings.get(name) ?? { name, value: '' };
    const value = (name) => of(name).value || (variables[name] ?? '');
    const path = localPath(value('BACKUP_DIRECTORY'), { directory: cwd, environment });
    return {
        connection: of('AZURE_STORAGE_CONNECTION_STRING'),
        container: value('AZURE_CONTAINER_NAME'),
        days: daysOf(value('RETENTION_PERIOD_DAYS')),
        path,
        job: (0,sanitise/* jobNameOf */.gm)(path),
        timezone: zoneOf(environment),
    };
}
/**
 * The configuration that stands in the environment alone: a directory to Azure Blob Storage as one `.tgz`, kept for
 * some days. Each variable may be given as `NAME_FILE`, the path of a file that holds it. One that is set but empty is
 * an error, not a default: it is a secret or a variable that did not arrive.
 *
 * Errors: `config-variable-missing` naming all that are missing or empty, `config-invalid`, `config-file-unreadable`.
 */
function azureDocument(environment, cwd, directory) {
    const settings = readSettings(environment, directory);
    const missing = [...settings.values()]
        .filter(({ value }) => value === '')
        .map(({ name }) => ({ name, path: [] }));
    if (missing.length > 0)
        throw variablesMissing(documentOf({}), missing);
    const value = (name) => (0,interpolation/* literal */.eu)(settings.get(name)?.value ?? '');
    const days = daysOf(value('RETENTION_PERIOD_DAYS'));
    const path = localPath(settings.get('BACKUP_DIRECTORY')?.value ?? '', { directory: cwd, environment });
    return documentOf({
        version: 1,
        // Names hold the local time, as they did.
        timezone: (0,interpolation/* literal */.eu)(zoneOf(environment)),
        destinations: {
            azure: {
                type: 'azure',
                container: value('AZURE_CONTAINER_NAME'),
                'connection-string': value('AZURE_STORAGE_CONNECTION_STRING'),
            },
        },
        encryption: 'none',
        jobs: {
            [(0,sanitise/* jobNameOf */.gm)(path)]: {
                source: { type: 'directory', path: (0,interpolation/* literal */.eu)(path) },
                to: ['azure'],
                package: 'single',
                'object-name': '{basename}_{time:YYYYMMDDHHMMSS}.tgz',
                compression: { type: 'gzip', level: 9 },
                levels: { 0: 'otherwise' },
                retention: { 'keep-within': `${days}d` },
            },
        },
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/config/env-file.js




function read(path) {
    try {
        return (0,external_node_util_.parseEnv)((0,external_node_fs_.readFileSync)(path, 'utf8').replace(/^\uFEFF/, ''));
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors_error/* HoldfastError */.E('config-file-unreadable', `cannot read ${path}`, {
            hint: `Make ${path} readable for this user, or remove it.`,
            context: { path },
            cause: error,
        });
    }
}
/**
 * The process environment, and below it `--env-file` and the `.env` files of `directories`, earlier ones first. What is
 * empty counts as unset, so that a file can fill it. Errors: `config-file-unreadable`.
 */
function environmentWithFiles(options) {
    const layers = [...new Set(options.directories)].map((one) => read((0,external_node_path_.join)(one, '.env')) ?? {});
    if (options.envFile !== undefined) {
        const path = (0,external_node_path_.resolve)(options.cwd, options.envFile);
        const named = read(path);
        if (named === undefined) {
            throw new errors_error/* HoldfastError */.E('config-file-unreadable', `there is no ${path}, which --env-file names`, {
                hint: 'Correct the path after --env-file.',
                context: { path },
            });
        }
        layers.unshift(named);
    }
    const merged = {};
    for (const layer of [...layers.toReversed(), options.environment]) {
        for (const [name, value] of Object.entries(layer))
            if (value || merged[name] === undefined)
                merged[name] = value;
    }
    return merged;
}

// EXTERNAL MODULE: ./build/domain/camel-keys.js
var camel_keys = __webpack_require__(73748);
;// CONCATENATED MODULE: ./build/config/lazy.js
/** `make`, called once, on first use; an error is not remembered. */
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
/** An object whose properties are made on first use. */
function lazyObject(makers) {
    const object = {};
    for (const [key, make] of Object.entries(makers)) {
        Object.defineProperty(object, key, { get: once(make), enumerable: true });
    }
    return object;
}

;// CONCATENATED MODULE: ./build/config/merge-retention.js
const keepRules = [
    'keepLast',
    'keepHourly',
    'keepDaily',
    'keepWeekly',
    'keepMonthly',
    'keepYearly',
    'keepWithin',
    'keepTags',
];
function keepOf(rules) {
    const own = keepRules.filter((rule) => rules[rule] !== undefined).map((rule) => [rule, rules[rule]]);
    return Object.fromEntries(own);
}
/**
 * The rules at one destination: its own keep- rules replace all of the job's (together they would keep more than
 * either says), while floors and calendar are the job's where the destination has none. Without any keep- rule
 * undefined: nothing is ever deleted.
 */
function mergeRetention(job, own, requireProofs) {
    const ownKeep = keepOf(own ?? {});
    const keep = Object.keys(ownKeep).length > 0 ? ownKeep : keepOf(job ?? {});
    if (Object.keys(keep).length === 0)
        return undefined;
    const monthDay = own?.monthDay ?? job?.monthDay;
    return {
        ...keep,
        requireProofs: own?.requireProofs ?? job?.requireProofs ?? requireProofs,
        minimum: own?.minimum ?? job?.minimum ?? 1,
        weekDay: own?.weekDay ?? job?.weekDay ?? 0,
        ...(monthDay === undefined ? {} : { monthDay }),
    };
}

;// CONCATENATED MODULE: ./build/config/schema-guards.js


function guard(limit, usual) {
    const consequence = classic_schemas/* enum */.k5n(['warn', 'fail'])
        .meta({ description: 'warn, or fail the backup.' })
        .default(usual);
    // biome-ignore lint/suspicious/noThenProperty: the key's name in the file, and a text, which nothing awaits
    return classic_schemas/* strictObject */.rej({ limit, then: consequence });
}
const minSize = guard(schema_values_size.meta({ description: 'Stored bytes: 4KiB.' }), 'fail');
const sizeChange = guard(percentage.meta({ description: 'Against the last of the same level, format and tag: 10%.' }), 'warn');
/** The `guards:` of a job. */
const guards = classic_schemas/* strictObject */.rej({
    'min-size': minSize.meta({ description: 'Backups that are suspiciously small.' }).optional(),
    'size-change': sizeChange.meta({ description: 'Backups whose size jumps.' }).optional(),
});
/** What holds for database dumps without a `min-size` of their own. */
const dumpMinSize = minSize.parse({ limit: '4KiB' });

;// CONCATENATED MODULE: ./build/config/schema-retention.js



const count = classic_schemas/* int */.Whr().min(0);
const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const keepTags = classic_schemas/* record */.g1P(tagName, classic_schemas/* union */.KCZ([classic_schemas/* literal */.euz('forever'), schema_values_duration]));
const fields = {
    'keep-last': count.meta({ description: 'Keep the newest n; 0: gone once the others are acknowledged.' }),
    'keep-hourly': count.meta({ description: 'Keep the newest of each of the last n hours that have one.' }),
    'keep-daily': count.meta({ description: 'Keep the newest of each of the last n days that have one.' }),
    'keep-weekly': count.meta({ description: 'Keep the newest of each of the last n weeks that have one.' }),
    'keep-monthly': count.meta({ description: 'Keep the newest of each of the last n months that have one.' }),
    'keep-yearly': count.meta({ description: 'Keep the newest of each of the last n years that have one.' }),
    'keep-within': schema_values_duration.meta({ description: 'Keep all within this time before the newest valid one: 7d.' }),
    'keep-tags': keepTags.meta({ description: 'Tags and how long what has them is kept: forever, or 90d.' }),
    'require-proofs': count.meta({
        description: 'Keep the newest n proven backups; while there are fewer, delete nothing.',
    }),
    minimum: classic_schemas/* int */.Whr().min(1).meta({ description: 'Keep at least n backups that share no full one.' }),
    'week-day': classic_schemas/* enum */.k5n(days)
        .transform((day) => days.indexOf(day))
        .meta({ description: 'Day that ends a week; absent: sunday.' }),
    'month-day': classic_schemas/* int */.Whr().min(1).max(31).meta({ description: 'Day that ends a month; absent: its last.' }),
};
/** The `retention:` of a job or destination; only what is written, see {@link mergeRetention} for the rest. */
const retention = classic_schemas/* strictObject */.rej(fields).partial().transform(camel_keys/* camelKeys */.R);
/** The `retention:` of a job: without any rule to keep something everything would go. */
const jobRetention = classic_schemas/* strictObject */.rej(fields)
    .partial()
    .superRefine((rules, context) => {
    if (Object.keys(rules).some((key) => key.startsWith('keep-')))
        return;
    context.addIssue({
        code: 'custom',
        message: 'nothing would be kept: there is no keep- rule',
        params: { hint: 'Add for example keep-daily: 7, or remove retention to keep everything.' },
    });
})
    .transform(camel_keys/* camelKeys */.R);

;// CONCATENATED MODULE: ./build/config/schema-verify.js


const checkFields = {
    name: schema_values_text.meta({ description: 'Name of the check in reports; absent: what it runs.' }).optional(),
    sql: schema_values_text.meta({ description: 'A query that gives one value.' }).optional(),
    file: schema_values_text.meta({ description: 'A path in the restored directory.' }).optional(),
    run: argv.meta({ description: 'A command that exits with 0; its output is the value.' }).optional(),
    min: classic_schemas/* number */.aig().meta({ description: 'Least value that passes; of a file its size in bytes.' }).optional(),
    max: classic_schemas/* number */.aig().meta({ description: 'Greatest value that passes.' }).optional(),
    equals: classic_schemas/* union */.KCZ([classic_schemas/* string */.YjP(), classic_schemas/* number */.aig(), classic_schemas/* boolean */.zMY()])
        .meta({ description: 'The value that passes.' })
        .optional(),
};
const check = classic_schemas/* strictObject */.rej(checkFields).superRefine((given, context) => {
    const kinds = [given.sql, given.file, given.run].filter((kind) => kind !== undefined);
    if (kinds.length === 1)
        return;
    context.addIssue({
        code: 'custom',
        message: kinds.length === 0 ? 'a check needs sql, file or run' : 'a check has one of sql, file and run',
        params: { hint: 'Write each check as an entry of its own, such as {sql: "select 1", equals: 1}.' },
    });
});
const server = classic_schemas/* union */.KCZ([
    classic_schemas/* enum */.k5n(['docker', 'local']),
    classic_schemas/* strictObject */.rej({
        image: schema_values_text.meta({ description: 'Container image; {major} is the version that the backup needs.' }),
    }),
    classic_schemas/* strictObject */.rej({ url: schema_values_secret.meta({ description: 'A server for throwaway databases.' }) }),
]);
/** The `verify:` of a job. */
const verify = classic_schemas/* strictObject */.rej({
    depth: classic_schemas/* enum */.k5n(['exists', 'checksum', 'contents', 'restore'])
        .meta({ description: 'How thoroughly; restore is a drill.' })
        .default('restore'),
    every: positiveDuration
        .meta({ description: 'How often a backup of the job is to be verified: 7d.' })
        .optional(),
    budget: positiveDuration
        .meta({
        description: 'Longest that a verification may take, and with --due a run before it begins with this job: 1h.',
    })
        .optional(),
    checks: classic_schemas/* array */.YOg(check).meta({ description: 'What must hold of the restored copy.' }).default([]),
    server: server
        .meta({ description: 'Where a database is restored to: docker, local, {image} or {url}.' })
        .optional(),
});

;// CONCATENATED MODULE: ./build/config/schema-job.js





const compressionFields = classic_schemas/* union */.KCZ([
    classic_schemas/* enum */.k5n(['zstd', 'gzip', 'none']).transform((type) => ({ type, level: undefined })),
    classic_schemas/* strictObject */.rej({
        type: classic_schemas/* literal */.euz('zstd').meta({ description: 'Fast and small.' }),
        level: classic_schemas/* int */.Whr().min(1).max(19).meta({ description: '1 to 19.' }).optional(),
    }),
    classic_schemas/* strictObject */.rej({
        type: classic_schemas/* literal */.euz('gzip').meta({ description: 'What every machine can read.' }),
        level: classic_schemas/* int */.Whr().min(1).max(9).meta({ description: '1 to 9.' }).optional(),
    }),
    classic_schemas/* strictObject */.rej({ type: classic_schemas/* literal */.euz('none').meta({ description: 'As it comes.' }) }),
]);
const to = classic_schemas/* union */.KCZ([
    entryName,
    classic_schemas/* strictObject */.rej({
        name: entryName.meta({ description: 'Name of a destination.' }),
        retention: retention
            .meta({ description: 'What is kept there; its keep- rules replace those of the job.' })
            .optional(),
    }),
]);
const slot = classic_schemas/* enum */.k5n(['yearly', 'monthly', 'weekly', 'daily', 'hourly', 'otherwise']);
const order = slot.options;
const levels = classic_schemas/* record */.g1P(classic_schemas/* string */.YjP().regex(/^[0-9]$/, 'not a level: 0 to 9'), slot)
    .superRefine((slots, context) => {
    const given = Object.keys(slots).map(Number);
    const complain = (message, hint) => context.addIssue({ code: 'custom', message, params: { hint } });
    if (given.some((level, position) => level !== position) || given.length === 0) {
        return complain('levels begin with 0 and leave none out', 'Write for example {0: monthly, 1: weekly, 2: daily}.');
    }
    const ranks = given.map((level) => order.indexOf(slots[level] ?? 'otherwise'));
    if (ranks.some((rank, level) => level > 0 && rank <= (ranks[level - 1] ?? 0))) {
        complain('each level needs a more frequent slot than the one before', 'Write for example {0: monthly, 1: weekly, 2: daily}.');
    }
});
const hooks = classic_schemas/* strictObject */.rej({
    before: argv.meta({ description: 'Command before the backup; a failure stops it.' }).optional(),
    after: argv.meta({ description: 'Command after a backup that succeeded.' }).optional(),
    'on-failure': argv.meta({ description: 'Command after a backup that failed.' }).optional(),
});
const log = classic_schemas/* strictObject */.rej({
    file: schema_values_text.meta({ description: 'The log file.' }),
    keep: classic_schemas/* int */.Whr().min(1).meta({ description: 'How many old ones are kept.' }).default(5),
});
const adopt = classic_schemas/* strictObject */.rej({
    names: classic_schemas/* array */.YOg(template.regex(/\{time:/, 'names without {time:…} are no series'))
        .min(1)
        .meta({ description: 'Names of single objects: {tier}/backup-{time:YYYY-MM-DD}.tar.gz.' })
        .optional(),
    zrb: entryName.meta({ description: 'The destination at which zrb left chains of the dataset.' }).optional(),
});
const oneOrMore = classic_schemas/* union */.KCZ([schema_values_text.transform((one) => [one]), classic_schemas/* array */.YOg(schema_values_text).min(1)]);
/** The keys of a job apart from its source; `defaults:` has the same. */
const jobFields = {
    to: classic_schemas/* array */.YOg(to).min(1).meta({ description: 'Names of destinations.' }),
    every: positiveDuration.meta({ description: 'How often it is due: 24h.' }),
    grace: schema_values_duration.meta({ description: 'How late it may be before it is stale; absent: a quarter of every.' }),
    levels: levels.meta({ description: 'Levels and their calendar slots: {0: monthly, 1: weekly, 2: daily}.' }),
    tags: classic_schemas/* array */.YOg(tagName).meta({ description: 'Tags of its backups.' }),
    compression: compressionFields.meta({ description: '{type: zstd, level: 3}, gzip or none.' }),
    package: classic_schemas/* enum */.k5n(['volumes', 'single', '7z'])
        .meta({ description: 'Volumes, one single object, or a 7z archive.' }),
    'object-name': template.meta({
        description: 'Name of a single object: {basename}_{time:YYYYMMDDHHMMSS}.tgz.',
    }),
    adopt: adopt.meta({ description: 'What another tool left: by its names, or where zrb wrote to.' }),
    'checksum-file': classic_schemas/* boolean */.zMY().meta({ description: 'Whether a .sha256 is written beside a single object.' }),
    retention: jobRetention.meta({ description: 'What cleanup keeps; absent: everything.' }),
    guards: guards.meta({ description: 'What is suspicious about a backup.' }),
    verify: verify.meta({ description: 'How its backups are proven.' }),
    hooks: hooks.meta({ description: 'Commands around a backup, as lists of arguments.' }),
    timeout: positiveDuration.meta({ description: 'Longest that a backup may take.' }),
    parallel: classic_schemas/* int */.Whr().min(1).max(64).meta({ description: 'Workers; absent: as many as fit the machine.' }),
    hashes: classic_schemas/* array */.YOg(classic_schemas/* enum */.k5n(['sha256', 'blake3'])).meta({ description: 'Hashes of the plain stream.' }),
    'allow-unread': classic_schemas/* array */.YOg(schema_values_text).meta({
        description: 'Paths below the source that may be unreadable; a directory stands for all in it.',
    }),
    'on-missing-parent': classic_schemas/* enum */.k5n(['skip', 'full'])
        .meta({ description: 'What a destination gets that lacks the parent of an increment.' }),
    log: log.meta({ description: 'A log file of the runs.' }),
    spool: schema_values_text.meta({ description: 'Directory for what cannot stream.' }),
    'scratch-dir': schema_values_text.meta({ description: 'Directory for drills and restores.' }),
    notify: classic_schemas/* array */.YOg(entryName).meta({ description: 'Names of notifiers.' }),
    runner: oneOrMore.meta({ description: 'Labels of the GitHub runner, for plan.' }),
    environment: schema_values_text.meta({ description: 'GitHub environment, for plan.' }),
};

;// CONCATENATED MODULE: ./build/config/job-settings.js







/** Where a key of a job stands: with the job, else under `defaults:`. Undefined where it stands nowhere. */
function jobPaths(root, job, key) {
    const places = [
        ['jobs', job, key],
        ['defaults', key],
    ];
    return places.filter((path) => valueAt(root, path) !== undefined);
}
/** A driver's `path` is a path of this machine, relative to the configuration like all of them. */
function withLocalPath(settings, surroundings) {
    if (!isMap(settings) || typeof settings.path !== 'string')
        return settings;
    return { ...settings, path: localPath(settings.path, surroundings) };
}
function compressionOf(given) {
    if (given?.type === 'none')
        return { type: 'none' };
    if (given?.type === 'gzip')
        return { type: 'gzip', level: given.level ?? 6 };
    return { type: 'zstd', level: given?.level ?? 3 };
}
function hooksOf(given) {
    return { before: given?.before, after: given?.after, onFailure: given?.['on-failure'] };
}
/** Reads a job's keys when they are asked for. `source` is the schema of all sources. */
function jobSettings(name, sections, source) {
    const { document, surroundings } = sections;
    function first(key, read) {
        for (const path of jobPaths(document.root, name, key)) {
            const value = read(path);
            if (value !== undefined)
                return value;
        }
        return undefined;
    }
    const field = (key) => first(key, (path) => sections.read(path, jobFields[key]));
    const path = (key) => {
        const given = field(key);
        return given === undefined ? undefined : localPath(given, surroundings);
    };
    const ofSource = (key) => first('source', (at) => sections.read([...at, key], classic_schemas/* string */.YjP())) ?? (key === 'method' ? 'dump' : '');
    const type = once(() => ofSource('type'));
    const verify = once(() => field('verify'));
    const proofs = () => (jobPaths(document.root, name, 'verify').length > 0 ? 1 : 0);
    const retention = once(() => field('retention'));
    const guards = () => {
        const given = field('guards');
        const isDump = ['postgres', 'mysql'].includes(type()) && ['dump', 'logical'].includes(ofSource('method'));
        const minSize = given?.['min-size'] ?? (isDump ? dumpMinSize : undefined);
        const sizeChange = given?.['size-change'];
        return { ...(minSize ? { minSize } : {}), ...(sizeChange ? { sizeChange } : {}) };
    };
    const levels = () => {
        const increments = ['directory', 'zfs'].includes(type());
        const slots = field('levels') ?? (increments ? { 0: 'monthly', 1: 'otherwise' } : { 0: 'otherwise' });
        return Object.entries(slots).map(([level, slot]) => ({ level: Number(level), slot: String(slot) }));
    };
    const settings = () => withLocalPath(first('source', (at) => sections.read(at, source)), surroundings);
    const log = () => {
        const given = field('log');
        return given && { keep: given.keep, file: localPath(given.file, surroundings) };
    };
    const every = once(() => field('every'));
    const hashes = () => new Set(['sha256', ...(field('hashes') ?? (type() === 'zfs' ? ['blake3'] : []))]);
    return lazyObject({
        name: () => name,
        source: () => lazyObject({ type, settings }),
        to: () => (field('to') ?? []).map((one) => {
            const own = typeof one === 'string' ? { name: one, retention: undefined } : one;
            return { name: own.name, retention: mergeRetention(retention(), own.retention, proofs()) };
        }),
        every,
        grace: () => field('grace') ?? (every() === undefined ? undefined : Math.round((every() ?? 0) / 4)),
        levels,
        tags: () => field('tags') ?? [],
        compression: () => compressionOf(field('compression')),
        package: () => field('package') ?? 'volumes',
        objectName: () => field('object-name'),
        adopt: () => ({ names: field('adopt')?.names ?? [], zrb: field('adopt')?.zrb }),
        checksumFile: () => field('checksum-file') ?? false,
        retention: () => mergeRetention(retention(), undefined, proofs()),
        guards,
        verify,
        hooks: () => hooksOf(field('hooks')),
        timeout: () => field('timeout'),
        parallel: () => field('parallel'),
        hashes: () => [...hashes()],
        allowUnread: () => field('allow-unread') ?? [],
        onMissingParent: () => field('on-missing-parent') ?? 'skip',
        log,
        spool: () => path('spool'),
        scratchDir: () => path('scratch-dir'),
        notify: () => field('notify') ?? [],
        runner: () => field('runner'),
        environment: () => field('environment'),
    });
}

;// CONCATENATED MODULE: ./build/config/checks.js





const names = (root, section) => Object.keys((valueAt(root, [section]) ?? {}));
/** A plain text; undefined for anything else, also for one whose variables are not known yet. */
function plain(value) {
    return typeof value === 'string' && (0,interpolation/* referencesIn */.ii)(value).length === 0 ? value : undefined;
}
/** What is written twice, or is no name of a section. */
function checkNames(root, list, section, kind, report) {
    const known = names(root, section);
    const seen = new Set();
    const given = valueAt(root, list);
    for (const [position, entry] of (Array.isArray(given) ? given : []).entries()) {
        const name = plain(isMap(entry) ? entry.name : entry);
        if (name === undefined)
            continue;
        const path = isMap(entry) ? [...list, position, 'name'] : [...list, position];
        if (!known.includes(name)) {
            report(path, {
                message: `there is no ${kind} ${name}${(0,nearest/* didYouMean */.a)(name, known)}`,
                hint: `Name one of ${section} (${known.join(', ') || 'which has none yet'}), or add ${name} there.`,
            });
        }
        else if (seen.has(name)) {
            report(path, { message: `${kind} ${name} stands here twice`, hint: 'Keep one of the two.' });
        }
        seen.add(name);
    }
}
/** Chains of another tool lie at a destination of their own, and are of ZFS. */
function checkAdoption(root, adopt, { source, to }, report) {
    if (adopt === undefined)
        return;
    const name = plain(valueAt(root, [...adopt, 'zrb']));
    const known = names(root, 'destinations');
    const own = to === undefined ? [] : valueAt(root, to);
    const isOwn = (Array.isArray(own) ? own : []).some((one) => (isMap(one) ? one.name : one) === name);
    if (name !== undefined && !known.includes(name)) {
        report([...adopt, 'zrb'], {
            message: `there is no destination ${name}${(0,nearest/* didYouMean */.a)(name, known)}`,
            hint: `Name one of destinations (${known.join(', ')}), or add ${name} there.`,
        });
    }
    else if (name !== undefined && isOwn) {
        report([...adopt, 'zrb'], {
            message: `${name} is where this job's own backups go`,
            hint: "Add a destination with zrb's bucket and prefix, and leave it out of to:.",
        });
    }
    const type = source === undefined ? undefined : plain(valueAt(root, [...source, 'type']));
    if (name !== undefined && type !== undefined && type !== 'zfs') {
        report([...adopt, 'zrb'], {
            message: 'only for type: zfs',
            hint: 'Remove it: zrb left chains of ZFS; what others left is adopted by names:.',
        });
    }
}
function checkJob(root, job, report) {
    const pathOf = (key) => jobPaths(root, job, key)[0];
    if (pathOf('source') === undefined) {
        report(['jobs', job, 'source'], {
            message: 'missing',
            hint: 'Add source: with type: and what belongs to it.',
        });
    }
    const to = pathOf('to');
    if (to === undefined) {
        const known = names(root, 'destinations').join(', ');
        report(['jobs', job, 'to'], {
            message: 'missing: a job needs a destination',
            hint: `Add to: [${known || 'name'}] here or under defaults.`,
        });
    }
    else
        checkNames(root, to, 'destinations', 'destination', report);
    const notify = pathOf('notify');
    if (notify !== undefined)
        checkNames(root, notify, 'notifiers', 'notifier', report);
    checkAdoption(root, pathOf('adopt'), { source: pathOf('source'), to }, report);
    const given = plain(valueAt(root, pathOf('package') ?? ['package']));
    const name = pathOf('object-name');
    if (name !== undefined && (pathOf('package') === undefined || given === 'volumes')) {
        report(name, {
            message: 'used only with package: single or 7z',
            hint: 'Add package: single, or remove object-name: volumes have names of their own.',
        });
    }
    if (given === '7z' && pathOf('spool') === undefined) {
        report(pathOf('package') ?? [], {
            message: '7z needs a spool directory',
            hint: 'Add spool: with a directory that has room for the archive, or use package: single.',
        });
    }
    if (given === '7z' && valueAt(root, ['encryption', 'passphrase']) === undefined) {
        report(pathOf('package') ?? [], {
            message: '7z needs encryption.passphrase',
            hint: 'Set encryption.passphrase: a 7z archive is encrypted with it.',
        });
    }
}
/** What holds between the parts of a configuration: names that refer to others, keys that need one another. */
function checkReferences(document) {
    const { root } = document;
    const problems = [];
    const report = (path, text) => problems.push(problemAt(document, path, text));
    for (const job of names(root, 'jobs'))
        if (isMap(valueAt(root, ['jobs', job])))
            checkJob(root, job, report);
    const destinations = names(root, 'destinations');
    for (const destination of destinations) {
        const path = ['destinations', destination, 'lease-destination'];
        const other = plain(valueAt(root, path));
        if (other === undefined)
            continue;
        if (other === destination) {
            report(path, { message: 'names itself', hint: 'Name another destination, or remove the key.' });
        }
        else if (!destinations.includes(other)) {
            report(path, {
                message: `there is no destination ${other}${(0,nearest/* didYouMean */.a)(other, destinations)}`,
                hint: `Name one of destinations (${destinations.join(', ')}).`,
            });
        }
    }
    return problems;
}

;// CONCATENATED MODULE: ./build/config/problem.js

/** `holdfast.yml:12:5 jobs.app-db.retention.keep-dialy: unknown key; did you mean keep-daily?` */
function renderProblem({ file, line, column, path, message }) {
    const place = file === undefined ? '' : line === undefined ? file : `${file}:${line}:${column ?? 1}`;
    const subject = [place, path].filter((part) => part !== '').join(' ');
    return subject === '' ? message : `${subject}: ${message}`;
}
function inOrder(problems) {
    const unique = new Map(problems.map((problem) => [renderProblem(problem), problem]));
    return [...unique.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
/** All problems of a configuration as one `config-invalid`; its message has a line for each. */
function configInvalid(all) {
    const problems = inOrder(all);
    const [first] = problems;
    const lines = problems.map(renderProblem);
    const several = 'Correct each of the lines above; `holdfast schema` prints every key that exists.';
    const hint = problems.length === 1 ? first?.hint : several;
    const error = new errors_error/* HoldfastError */.E('config-invalid', lines.join('\n'), {
        ...(hint === undefined ? {} : { hint }),
        context: { file: first?.file, problems: lines },
    });
    return Object.assign(error, { problems });
}
/** The problems of a `config-invalid` error of this folder; empty for any other error. */
function problemsOf(error) {
    return error instanceof errors_error/* HoldfastError */.E && 'problems' in error ? error.problems : [];
}

;// CONCATENATED MODULE: ./build/config/parts.js




/** What a job's own keys have to be read for, besides those that need a part to be wanted. */
const partKeys = {
    source: 'source',
    verify: 'verify',
    hooks: 'hooks',
    notify: 'notifiers',
};
const sectionPaths = {
    encryption: [
        ['encryption', 'recipients'],
        ['encryption', 'passphrase'],
    ],
    identity: [
        ['encryption', 'identity'],
        ['encryption', 'identity-file'],
        ['encryption', 'passphrase'],
    ],
    'state-identity': [['encryption', 'state-identity']],
    'signing-key': [['signing', 'key']],
    trust: [['signing', 'trust']],
    metrics: [['metrics']],
};
const namesIn = (value) => (Array.isArray(value) ? value : []).flatMap((one) => {
    const name = typeof one === 'object' && one !== null ? one.name : one;
    return typeof name === 'string' ? [name] : [];
});
function jobKeys(document, job) {
    const own = Object.keys((valueAt(document.root, ['jobs', job]) ?? {}));
    const shared = Object.keys((valueAt(document.root, ['defaults']) ?? {}));
    return [...new Set([...own, ...shared])];
}
/** Where everything stands that a command will read. */
function wantedPaths(document, wanted) {
    const parts = new Set(wanted.parts);
    const paths = [];
    for (const job of wanted.jobs) {
        for (const key of jobKeys(document, job)) {
            const part = partKeys[key];
            const [path] = jobPaths(document.root, job, key);
            if (path && (part === undefined || parts.has(part)))
                paths.push(path);
        }
        const listed = (key) => namesIn(valueAt(document.root, jobPaths(document.root, job, key)[0] ?? ['']));
        if (parts.has('notifiers'))
            paths.push(...listed('notify').map((name) => ['notifiers', name]));
        if (parts.has('destinations') && !wanted.destinations) {
            paths.push(...listed('to').map((name) => ['destinations', name]));
        }
    }
    if (parts.has('destinations')) {
        paths.push(...(wanted.destinations ?? []).map((name) => ['destinations', name]));
        const others = paths
            .filter(([section]) => section === 'destinations')
            .map((path) => valueAt(document.root, [...path, 'lease-destination']));
        paths.push(...others.filter((name) => typeof name === 'string').map((name) => ['destinations', name]));
    }
    for (const part of parts)
        paths.push(...(sectionPaths[part] ?? []));
    return paths;
}
function touch(object, keys) {
    return keys.map((key) => () => object[key]);
}
/** Everything that a command will read, as calls that read it. */
function readers(config, wanted) {
    const parts = new Set(wanted.parts);
    const calls = [];
    for (const name of wanted.jobs) {
        const job = config.job(name);
        const skipped = Object.keys(partKeys).filter((key) => !parts.has(partKeys[key]));
        calls.push(...touch(job, Object.keys(job).filter((key) => !skipped.includes(key))));
        if (parts.has('source'))
            calls.push(() => job.source.settings);
        if (parts.has('notifiers'))
            calls.push(...job.notify.map((one) => () => config.notifier(one)));
        if (parts.has('destinations') && !wanted.destinations) {
            calls.push(...job.to.map((one) => () => config.destination(one.name)));
        }
    }
    if (parts.has('destinations')) {
        calls.push(...(wanted.destinations ?? []).map((name) => () => config.destination(name)));
    }
    if (parts.has('encryption'))
        calls.push(...touch(config.encryption(), ['recipients', 'passphrase']));
    if (parts.has('identity'))
        calls.push(() => config.identity(), () => config.encryption().passphrase);
    if (parts.has('state-identity'))
        calls.push(() => config.stateIdentity());
    if (parts.has('signing-key'))
        calls.push(() => config.signing().key);
    if (parts.has('trust'))
        calls.push(() => config.signing().trust);
    if (parts.has('metrics'))
        calls.push(() => config.metrics());
    return calls;
}
/** Reads all that is wanted; throws one error for all variables that are missing, else for all problems. */
function prepareParts(config, document, wanted) {
    const missing = [];
    const problems = [];
    const others = [];
    for (const read of readers(config, wanted)) {
        try {
            read();
        }
        catch (error) {
            const [lacks, faults] = [missingOf(error), problemsOf(error)];
            missing.push(...lacks);
            problems.push(...faults);
            if (lacks.length === 0 && faults.length === 0)
                others.push(error);
        }
    }
    if (missing.length > 0)
        throw variablesMissing(document, missing);
    if (problems.length > 0)
        throw configInvalid(problems);
    if (others.length > 0)
        throw others[0];
}

;// CONCATENATED MODULE: ./build/config/references.js



function eachReference(document, wanted, take) {
    for (const base of wantedPaths(document, wanted)) {
        mapStrings(valueAt(document.root, base), (text, below) => {
            for (const reference of (0,interpolation/* referencesIn */.ii)(text))
                take(formatPath([...base, ...below]), reference);
            return text;
        });
    }
}
/** The variables that a command would read, each once for every place. */
function variablesOf(document, wanted) {
    const found = new Map();
    eachReference(document, wanted, (path, reference) => {
        if (reference.kind !== 'variable')
            return;
        const variable = { name: reference.name, required: reference.fallback === undefined, path };
        found.set(`${path} ${reference.name}`, variable);
    });
    return [...found.values()];
}
/** The files that a command would read for its values: `${file:…}`, and `identity-file`. As they are written. */
function filesOf(document, wanted) {
    const found = new Map();
    const identity = ['encryption', 'identity-file'];
    const named = wanted.parts.includes('identity') ? valueAt(document.root, identity) : undefined;
    if (typeof named === 'string') {
        found.set(named, { file: named, path: formatPath(identity) });
    }
    eachReference(document, wanted, (path, reference) => {
        if (reference.kind === 'file')
            found.set(`${path} ${reference.path}`, { file: reference.path, path });
    });
    return [...found.values()];
}
/** What a destination shows without its variables; undefined where there is none of that name. */
function outlineOf(document, name) {
    const given = valueAt(document.root, ['destinations', name]);
    return isMap(given) ? { type: String(given.type), keys: Object.keys(given) } : undefined;
}

;// CONCATENATED MODULE: ./build/config/schema-notifiers.js


const occasions = ['start', 'success', 'failure', 'recovery', 'stale', 'proof-failed', 'anomaly'];
const on = classic_schemas/* array */.YOg(classic_schemas/* enum */.k5n(occasions))
    .meta({ description: 'What it is told of; absent: all but start and success.' })
    .default(['failure', 'recovery', 'stale', 'proof-failed', 'anomaly']);
const slack = classic_schemas/* strictObject */.rej({
    type: classic_schemas/* literal */.euz('slack').meta({ description: 'A Slack channel.' }),
    url: schema_values_secret.meta({ description: 'Incoming webhook.' }),
    on,
});
const webhook = classic_schemas/* strictObject */.rej({
    type: classic_schemas/* literal */.euz('webhook').meta({ description: 'A URL that gets the outcome as JSON.' }),
    url: schema_values_secret.meta({ description: 'Where it is posted to.' }),
    on,
});
const email = classic_schemas/* strictObject */.rej({
    type: classic_schemas/* literal */.euz('email').meta({ description: 'E-mail.' }),
    to: classic_schemas/* array */.YOg(schema_values_text).min(1).meta({ description: 'Addresses.' }),
    from: schema_values_text.meta({ description: 'Address of the sender.' }).optional(),
    smtp: schema_values_secret.meta({ description: 'smtp://user:password@host:587, or smtps://.' }).optional(),
    sendmail: argv.meta({ description: 'Command that takes the mail on its standard input.' }).optional(),
    on,
});
const healthchecks = classic_schemas/* strictObject */.rej({
    type: classic_schemas/* literal */.euz('healthchecks').meta({ description: "Healthchecks, or another dead man's switch." }),
    url: schema_values_secret.meta({ description: 'Ping URL; /start and /fail are appended.' }).optional(),
    'start-url': schema_values_secret.meta({ description: 'URL to call when a backup starts.' }).optional(),
    'success-url': schema_values_secret.meta({ description: 'URL to call when it succeeded.' }).optional(),
    'fail-url': schema_values_secret.meta({ description: 'URL to call when it failed.' }).optional(),
});
const mezmo = classic_schemas/* strictObject */.rej({
    type: classic_schemas/* literal */.euz('mezmo').meta({ description: 'Log lines to Mezmo.' }),
    'ingestion-key': schema_values_secret.meta({ description: 'Ingestion key.' }),
    hostname: schema_values_text.meta({ description: 'Host name to show; absent: that of this machine.' }).optional(),
    url: classic_schemas/* url */.OZ5({ protocol: /^https?$/ })
        .meta({ description: 'Where lines are ingested; absent: that of mezmo.com.' })
        .optional(),
});
/** One of `notifiers:`. */
const notifier = classic_schemas/* discriminatedUnion */.gMt('type', [slack, webhook, email, healthchecks, mezmo]);

;// CONCATENATED MODULE: ./build/config/schema.js




const recipient = classic_schemas/* string */.YjP().superRefine((value, context) => {
    if (!/^AGE-SECRET-KEY-/i.test(value))
        return;
    context.addIssue({
        code: 'custom',
        message: 'this is a private key',
        params: { hint: 'Put its public half here (age1…), and make a new key: this one has been written down.' },
    });
});
const encryptionFields = classic_schemas/* strictObject */.rej({
    recipients: classic_schemas/* array */.YOg(recipient)
        .meta({ description: 'Public age keys that can read the backups: age1….' })
        .optional(),
    passphrase: schema_values_secret.meta({ description: 'A passphrase that opens the backups too.' }).optional(),
    identity: schema_values_secret.meta({ description: 'The private age key; only restores and drills use it.' }).optional(),
    'identity-file': schema_values_text.meta({ description: 'A file that holds the identity.' }).optional(),
    'state-identity': schema_values_secret
        .meta({ description: 'Opens only state/, for increments; absent: made in the state directory.' })
        .optional(),
});
const encryption = classic_schemas/* union */.KCZ([classic_schemas/* literal */.euz('none'), encryptionFields]);
const signing = classic_schemas/* strictObject */.rej({
    key: schema_values_secret.meta({ description: 'The private signing key of this role.' }).optional(),
    trust: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()
        .regex(/^ed25519:[A-Za-z0-9+/]{43}=?$/, 'not a public signing key: ed25519: and 43 characters'))
        .meta({ description: 'Public keys whose backups and proofs count.' })
        .optional(),
});
const metrics = classic_schemas/* strictObject */.rej({
    textfile: schema_values_text.meta({ description: "A file for node_exporter's textfile collector." }).optional(),
    pushgateway: schema_values_secret.meta({ description: 'URL of a Prometheus push gateway.' }).optional(),
});
/** One of several drivers' schemas, by `type`. */
function byType(schemas) {
    const [first, ...rest] = Object.values(schemas);
    if (first === undefined)
        return classic_schemas/* never */.ZmZ();
    return classic_schemas/* discriminatedUnion */.gMt('type', [first, ...rest]);
}
/** The schema of the whole of holdfast.yml, its variables filled in. */
function configSchema(drivers) {
    const source = byType(drivers.sources).meta({ description: 'What is backed up.' });
    const job = classic_schemas/* strictObject */.rej({ source, ...jobFields }).partial();
    return classic_schemas/* strictObject */.rej({
        version: classic_schemas/* literal */.euz(1, instead('this Holdfast reads version 1 only'))
            .meta({ description: 'Version of this format: 1.' }),
        timezone: timezone.meta({ description: 'Of calendar rules; absent: UTC.' }).optional(),
        destinations: classic_schemas/* record */.g1P(entryName, byType(drivers.destinations))
            .meta({ description: 'Where backups are kept, by name.' })
            .optional(),
        encryption: encryption.meta({ description: 'Who can read the backups; or none.' }).optional(),
        signing: signing.meta({ description: 'Who vouches for backups and proofs.' }).optional(),
        defaults: job.meta({ description: 'Keys for every job that does not have them itself.' }).optional(),
        jobs: classic_schemas/* record */.g1P(jobName, job).meta({ description: 'What is backed up, by name.' }).optional(),
        notifiers: classic_schemas/* record */.g1P(entryName, notifier).meta({ description: 'Who is told, by name.' }).optional(),
        targets: classic_schemas/* record */.g1P(entryName, schema_values_secret)
            .meta({ description: 'Database URLs for restore --to, by name.' })
            .optional(),
        metrics: metrics.meta({ description: 'Where numbers go.' }).optional(),
    });
}

;// CONCATENATED MODULE: ./build/config/interpolate.js






function readReference(path, key, surroundings) {
    const file = localPath(path, surroundings);
    const fail = (what, cause) => new errors_error/* HoldfastError */.E('config-file-unreadable', `${what} ${file}, which ${key} names`, {
        hint: 'Name a file there that is not empty and that this user may read.',
        context: { path: file, key },
        cause,
    });
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (cause) {
        throw fail('cannot read', cause);
    }
    const value = text.replace(/\r?\n$/, '');
    if (value === '')
        throw fail('there is nothing in');
    return value;
}
/**
 * Fills in every `${…}` at or below `base`. A string that becomes empty by it is removed, from a map with its key.
 *
 * Errors: `config-variable-missing` naming all that are not set, `config-file-unreadable`.
 */
function interpolate(document, base, surroundings) {
    const missing = [];
    const failures = [];
    const touched = new Set();
    const expand = (segment, path) => {
        if (segment.kind === 'text')
            return segment.text;
        touched.add(formatPath(path));
        if (segment.kind === 'variable') {
            const value = surroundings.environment[segment.name] || segment.fallback;
            if (value === undefined)
                missing.push({ name: segment.name, path });
            return value ?? '';
        }
        try {
            return readReference(segment.path, formatPath(path), surroundings);
        }
        catch (error) {
            failures.push(error);
            return '';
        }
    };
    const value = mapStrings(valueAt(document.root, base), (text, below) => {
        const segments = (0,interpolation/* parseInterpolation */.yX)(text);
        const path = [...base, ...below];
        if ('message' in segments)
            return text;
        const expanded = segments.map((segment) => expand(segment, path)).join('');
        return expanded === '' && touched.has(formatPath(path)) ? undefined : expanded;
    });
    if (missing.length > 0)
        throw variablesMissing(document, missing);
    if (failures.length > 0)
        throw failures[0];
    return {
        value,
        interpolated: (path) => touched.has(formatPath(path)),
        original: (path) => [...base, ...originalPath(value, path)],
    };
}

;// CONCATENATED MODULE: ./build/config/issue-text.js

const kinds = {
    object: 'a map',
    record: 'a map',
    array: 'a list',
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
};
function kindOf(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'boolean')
        return String(value);
    return value === null ? 'nothing' : (kinds[typeof value] ?? typeof value);
}
const list = (values) => values.map(String).join(', ');
/** `expected text, got a number`; and what to do about it. */
function wrongKind(choices, value) {
    const expected = [choices.slice(0, -1).join(', '), ...choices.slice(-1)].filter(Boolean).join(' or ');
    if (value === undefined) {
        return { message: 'missing', hint: `Add the key; its value is ${expected}.` };
    }
    if (value === null) {
        return { message: 'nothing stands behind the key', hint: `Give it ${expected}, or remove the key.` };
    }
    const message = `expected ${expected}, got ${kindOf(value)}`;
    if (expected === kinds.int && typeof value === 'number') {
        return { message: `${value} is not a whole number`, hint: 'Write a number without a fraction.' };
    }
    if (expected === 'text' && typeof value !== 'object')
        return { message, hint: 'Put the value in quotes.' };
    if (typeof value === 'string' && /number/.test(expected) && /^[\d.]+$/.test(value)) {
        return { message, hint: 'Remove the quotes.' };
    }
    return { message, hint: `Write ${expected} there.` };
}
/** A value that is none of those allowed. `shown` is the value, or undefined where it must not be shown. */
function notOneOf(values, shown, what) {
    const names = values.map(String);
    const subject = what === undefined ? (shown ?? 'the value') : `${what} ${shown ?? 'given here'}`;
    const verdict = what === undefined ? `${subject} is not one of ${list(values)}` : `unknown ${subject}`;
    const near = shown === undefined ? undefined : (0,nearest/* nearest */.p)(shown, names);
    return {
        message: `${verdict}${shown === undefined ? '' : (0,nearest/* didYouMean */.a)(shown, names)}`,
        hint: near === undefined ? `Write one of ${list(values)}.` : `Write ${near}, or another of ${list(values)}.`,
    };
}
/** A key that does not exist. */
function unknownKey(key, known) {
    const near = (0,nearest/* nearest */.p)(key, known);
    if (near !== undefined) {
        return { message: `unknown key; did you mean ${near}?`, hint: `Write ${near}, or remove the key.` };
    }
    const hint = known.length === 0 ? 'Remove the key.' : `Remove the key; known here are ${list(known)}.`;
    return { message: 'unknown key', hint };
}
/** What the schema expects at an issue, each as a noun. */
function expectations(issue) {
    if (issue.code === 'invalid_type')
        return [kinds[issue.expected] ?? issue.expected];
    return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}
/** The texts that would do at an issue. */
function literals(issue) {
    if (issue.code === 'invalid_type' && issue.expected === 'boolean')
        return ['true', 'false'];
    return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}
/** What a schema of this project says; undefined for zod's own wording, which begins with a capital. */
function ownMessage({ message }) {
    return /^[A-Z]/.test(message) ? undefined : message;
}
const look = 'Correct the value; `holdfast schema` says what it may be.';
/** Limits and formats. */
function plainText(issue, value, mayShow) {
    const own = ownMessage(issue);
    const params = issue.code === 'custom' ? issue.params : undefined;
    if (own !== undefined) {
        const shown = params?.show === true && mayShow ? `${value} is ` : '';
        return { message: `${shown}${own}`, hint: typeof params?.hint === 'string' ? params.hint : look };
    }
    const many = Array.isArray(value) || typeof value === 'string';
    if (issue.code === 'too_small') {
        if (many && Number(issue.minimum) === 1)
            return { message: 'must not be empty', hint: 'Give it a value, or remove the key.' };
        return { message: `must be at least ${issue.minimum}`, hint: `Write ${issue.minimum} or more.` };
    }
    if (issue.code === 'too_big') {
        return { message: `must be at most ${issue.maximum}`, hint: `Write ${issue.maximum} or less.` };
    }
    if (issue.code === 'invalid_format') {
        const kind = issue.format === 'url' ? 'a URL' : 'in the form that it needs';
        return { message: `not ${kind}`, hint: look };
    }
    return { message: 'not valid', hint: look };
}

;// CONCATENATED MODULE: ./build/config/known.js

const definitionOf = (schema) => schema.def;
/** The schemas that a schema may stand for: wrappers removed, unions spread. */
function alternatives(schema) {
    const definition = definitionOf(schema);
    const inner = definition.innerType ?? definition.in;
    if (inner !== undefined)
        return alternatives(inner);
    if (definition.options !== undefined)
        return definition.options.flatMap(alternatives);
    return [definition];
}
/** Of several kinds of one thing, the one whose `type` the value has. */
function fitting(definitions, value) {
    const type = isMap(value) ? value.type : undefined;
    const fits = definitions.filter((definition) => {
        const field = definition.shape?.type;
        return field !== undefined && alternatives(field).some(({ values }) => values?.includes(type));
    });
    return fits.length > 0 ? fits : definitions;
}
/** The names that a map at `path` of `root` may have as keys, as far as the schema lists them. */
function knownKeys(schema, path, root) {
    let definitions = fitting(alternatives(schema), root);
    for (const [depth, part] of path.entries()) {
        const next = definitions.flatMap(({ shape, element, valueType }) => {
            const found = typeof part === 'number' ? element : (shape?.[part] ?? valueType);
            return found === undefined ? [] : alternatives(found);
        });
        definitions = fitting(next, valueAt(root, path.slice(0, depth + 1)));
    }
    return [...new Set(definitions.flatMap(({ shape }) => Object.keys(shape ?? {})))];
}

;// CONCATENATED MODULE: ./build/config/issues.js



const isRoot = (issue) => issue.path.length === 0;
/** Of a union's branches the one that was meant: it has the right kind of value, and the fewest faults. */
function meant(branches) {
    const candidates = branches.filter((issues) => !issues.some((issue) => isRoot(issue) && ['invalid_type', 'invalid_value'].includes(issue.code)));
    return candidates.toSorted((a, b) => a.length - b.length)[0];
}
function unionFindings(issue, path, judged) {
    const value = valueAt(judged.root, path);
    const shown = typeof value === 'string' && judged.mayShow(path) ? value : undefined;
    const { discriminator, options } = issue;
    if (discriminator !== undefined) {
        const text = value === undefined
            ? { message: 'missing', hint: `Add ${discriminator}: one of ${(options ?? []).join(', ')}.` }
            : notOneOf(options ?? [], shown ?? (judged.mayShow(path) ? String(value) : undefined), discriminator);
        return [{ path, part: 'value', text }];
    }
    const branch = meant(issue.errors);
    if (branch !== undefined)
        return branch.flatMap((inner) => findingsOf(inner, judged, path));
    const roots = issue.errors.flat().filter(isRoot);
    const names = [...new Set(roots.flatMap(literals))];
    if (shown !== undefined && names.length > 0)
        return [{ path, part: 'value', text: notOneOf(names, shown) }];
    const choices = [...new Set(roots.flatMap(expectations))];
    return [{ path, part: 'value', text: wrongKind(choices, value) }];
}
/** What one of zod's issues means to the person who wrote the file. */
function findingsOf(issue, judged, base = []) {
    const path = [...base, ...issue.path];
    const value = valueAt(judged.root, path);
    switch (issue.code) {
        case 'unrecognized_keys': {
            const known = knownKeys(judged.schema, path, judged.root);
            const present = isMap(value) ? Object.keys(value) : [];
            const free = known.filter((key) => !present.includes(key));
            return issue.keys.map((key) => ({ path: [...path, key], part: 'key', text: unknownKey(key, free) }));
        }
        case 'invalid_key': {
            const message = issue.issues[0]?.message ?? 'not a name';
            return [{ path, part: 'key', text: { message, hint: 'Rename the key.' } }];
        }
        case 'invalid_union':
            return unionFindings(issue, path, judged);
        case 'invalid_type':
            if (ownMessage(issue) !== undefined)
                break;
            return [{ path, part: 'value', text: wrongKind(expectations(issue), value) }];
        case 'invalid_value': {
            if (ownMessage(issue) !== undefined)
                break;
            if (value === undefined || value === null || typeof value === 'object') {
                return [{ path, part: 'value', text: wrongKind(expectations(issue), value) }];
            }
            const shown = judged.mayShow(path) ? String(value) : undefined;
            return [{ path, part: 'value', text: notOneOf(issue.values, shown) }];
        }
    }
    return [{ path, part: 'value', text: plainText(issue, value, judged.mayShow(path)) }];
}

;// CONCATENATED MODULE: ./build/config/parse.js

const numeric = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
/** A variable's text as the number or boolean that the schema wants there, as YAML 1.2 would read it. */
function coerced(text, expected) {
    if (typeof text !== 'string')
        return undefined;
    if (['number', 'int'].includes(expected) && numeric.test(text))
        return Number(text);
    if (expected === 'boolean' && /^(?:true|True|TRUE)$/.test(text))
        return true;
    if (expected === 'boolean' && /^(?:false|False|FALSE)$/.test(text))
        return false;
    return undefined;
}
/** Puts `value` at `path` of a tree that this folder made and owns. */
function put(root, path, value) {
    const parent = valueAt(root, path.slice(0, -1));
    const last = path.at(-1);
    if (last === undefined)
        return;
    if (Array.isArray(parent))
        parent[Number(last)] = value;
    else if (isMap(parent))
        parent[last] = value;
}
function wanted(issues, base) {
    return issues.flatMap((issue) => {
        const path = [...base, ...issue.path];
        if (issue.code === 'invalid_union')
            return issue.errors.flatMap((branch) => wanted(branch, path));
        return issue.code === 'invalid_type' ? [{ path, expected: issue.expected }] : [];
    });
}
/**
 * Parses a value whose texts may have come from variables: those become numbers or booleans where the schema asks for
 * them. Changes `value`, which must be a copy.
 */
function parseResolved(schema, value, interpolated) {
    const box = { value };
    for (;;) {
        const result = schema.safeParse(box.value);
        if (result.success)
            return { data: result.data, value: box.value };
        let changed = false;
        for (const { path, expected } of wanted(result.error.issues, [])) {
            const better = interpolated(path) ? coerced(valueAt(box.value, path), expected) : undefined;
            if (better === undefined)
                continue;
            put(box, ['value', ...path], better);
            changed = true;
        }
        if (!changed)
            return { issues: result.error.issues, value: box.value };
    }
}

;// CONCATENATED MODULE: ./build/config/section.js






/** Sections of a document in its surroundings. */
function sectionsOf(document, surroundings) {
    function read(path, schema) {
        const resolved = interpolate(document, path, surroundings);
        if (resolved.value === undefined)
            return undefined;
        const fromOutside = (below) => resolved.interpolated(resolved.original(below));
        const parsed = parseResolved(schema, resolved.value, fromOutside);
        if ('data' in parsed)
            return parsed.data;
        const judged = { schema, root: parsed.value, mayShow: (below) => !fromOutside(below) };
        const problems = parsed.issues
            .flatMap((issue) => findingsOf(issue, judged))
            .map((finding) => {
            const place = resolved.original(finding.path);
            const removed = valueAt(parsed.value, finding.path) === undefined && valueAt(document.root, place) !== undefined;
            const text = removed
                ? { message: 'missing: its variable is empty', hint: 'Set the variable; this key is needed here.' }
                : finding.text;
            return problemAt(document, place, text, finding.part);
        });
        throw configInvalid(problems);
    }
    return { document, surroundings, read };
}

;// CONCATENATED MODULE: ./build/config/validate.js




/** Stands for a text whose variables are not filled in yet; short, so that no secret of this text is registered. */
const pending = '${}';
/** Problems of how `${…}` is written, wherever it stands. */
function interpolationProblems(document) {
    const problems = [];
    mapStrings(document.root, (text, path) => {
        const parsed = (0,interpolation/* parseInterpolation */.yX)(text);
        if ('message' in parsed)
            problems.push(problemAt(document, path, parsed));
        return text;
    });
    return problems;
}
function holdsPending(value) {
    if (value === pending)
        return true;
    return typeof value === 'object' && value !== null && Object.values(value).some(holdsPending);
}
/** Whether an issue may vanish once variables are filled in. */
function mustWait(issue, root) {
    const path = issue.path;
    const value = valueAt(root, path);
    if (value === pending)
        return true;
    // A rule over several keys: one of them is not known yet.
    const ofSeveral = issue.code === 'custom' && typeof issue.input === 'object';
    const whole = isMap(value) || Array.isArray(value) ? value : valueAt(root, path.slice(0, -1));
    return (ofSeveral && holdsPending(whole)) || (issue.code === 'too_small' && holdsPending(value));
}
/**
 * Everything that can be said of a document before any variable is known. What depends on a variable is checked when
 * a command uses it.
 */
function validateRaw(document, schema) {
    const malformed = interpolationProblems(document);
    const root = mapStrings(document.root, (text) => {
        const parsed = (0,interpolation/* parseInterpolation */.yX)(text);
        if ('message' in parsed || (0,interpolation/* referencesIn */.ii)(text).length > 0)
            return pending;
        return parsed.map((segment) => (segment.kind === 'text' ? segment.text : '')).join('');
    });
    const result = schema.safeParse(root, { reportInput: true });
    if (result.success)
        return malformed;
    const judged = { schema, root, mayShow: () => true };
    const findings = result.error.issues
        .filter((issue) => !mustWait(issue, root))
        .flatMap((issue) => findingsOf(issue, judged))
        .filter(({ path }) => valueAt(root, path) !== pending);
    return [...malformed, ...findings.map(({ path, part, text }) => problemAt(document, path, text, part))];
}

;// CONCATENATED MODULE: ./build/config/build.js


















function unknownName(code, kind, name, known) {
    const hint = known.length === 0 ? `There is no ${kind} yet; add one.` : `Name one of ${known.join(', ')}.`;
    return new errors_error/* HoldfastError */.E(code, `there is no ${kind} ${name}${(0,nearest/* didYouMean */.a)(name, known)}`, {
        hint,
        context: { name, known },
    });
}
function identityFrom(file) {
    try {
        return new secret/* Secret */.zh((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (cause) {
        throw new errors_error/* HoldfastError */.E('config-file-unreadable', `cannot read ${file}, which encryption.identity-file names`, {
            hint: 'Name the file that `holdfast keygen` wrote as identity.txt, readable for this user.',
            context: { path: file },
            cause,
        });
    }
}
function destinationOf(name, parsed, surroundings) {
    const settings = withLocalPath(parsed, surroundings);
    const fields = (isMap(settings) ? (0,camel_keys/* camelKeys */.R)(settings) : {});
    const { leaseDestination, bandwidth } = fields;
    return {
        name,
        type: String(fields.type),
        settings,
        ...(typeof leaseDestination === 'string' ? { leaseDestination } : {}),
        ...(typeof bandwidth === 'number' ? { bandwidth } : {}),
    };
}
function setVariables(environment) {
    const entries = Object.entries(environment).filter((entry) => entry[1] !== undefined);
    return Object.fromEntries(entries);
}
/**
 * A configuration from a document, after everything that can be checked without variables was checked.
 * Errors: `config-invalid` with all problems; `syntax` are those that reading the text found.
 */
function buildConfig(document, surroundings, drivers, syntax = []) {
    if (syntax.length > 0)
        throw configInvalid(syntax);
    const problems = [...validateRaw(document, configSchema(drivers)), ...checkReferences(document)];
    if (problems.length > 0)
        throw configInvalid(problems);
    const sections = sectionsOf(document, surroundings);
    const [source, destination] = [byType(drivers.sources), byType(drivers.destinations)];
    const namesOf = (section) => Object.keys((valueAt(document.root, [section]) ?? {}));
    const entry = (code, kind, path, schema) => {
        const value = sections.read(path, schema);
        if (value === undefined)
            throw unknownName(code, kind, String(path[1]), namesOf(String(path[0])));
        return value;
    };
    const encrypts = () => valueAt(document.root, ['encryption']) !== 'none';
    const { shape } = encryptionFields;
    const ofEncryption = (key, schema) => encrypts() ? sections.read(['encryption', key], schema) : undefined;
    const passphrase = () => ofEncryption('passphrase', shape.passphrase);
    const recipients = () => {
        const given = ofEncryption('recipients', shape.recipients) ?? [];
        if (given.length > 0 || !encrypts() || passphrase() !== undefined)
            return given;
        throw new errors_error/* HoldfastError */.E('recipient-missing', 'there is nobody to encrypt the backups for', {
            hint: 'Put the public key from `holdfast keygen` under encryption.recipients, or write `encryption: none`; without a file say --recipient age1… or --no-encryption.',
            context: { file: document.file },
        });
    };
    const identity = () => {
        const text = ofEncryption('identity', shape.identity);
        const file = text === undefined ? ofEncryption('identity-file', shape['identity-file']) : undefined;
        return file === undefined ? text : identityFrom(localPath(file, surroundings));
    };
    const jobs = new Map(namesOf('jobs').map((name) => [name, once(() => jobSettings(name, sections, source))]));
    const zone = once(() => sections.read(['timezone'], timezone) ?? 'UTC');
    const config = {
        ...(document.file === undefined ? {} : { file: document.file }),
        directory: surroundings.directory,
        environment: setVariables(surroundings.environment),
        get timezone() {
            return zone();
        },
        jobNames: namesOf('jobs'),
        destinationNames: namesOf('destinations'),
        targetNames: namesOf('targets'),
        notifierNames: namesOf('notifiers'),
        job(name) {
            const job = jobs.get(name);
            if (job === undefined)
                throw unknownName('job-unknown', 'job', name, namesOf('jobs'));
            return job();
        },
        destination: (name) => {
            const parsed = entry('destination-unknown', 'destination', ['destinations', name], destination);
            return destinationOf(name, parsed, surroundings);
        },
        encryption: () => lazyObject({ none: () => !encrypts(), recipients, passphrase }),
        identity,
        stateIdentity: () => ofEncryption('state-identity', shape['state-identity']),
        signing: () => lazyObject({
            key: () => sections.read(['signing', 'key'], signing.shape.key),
            trust: () => sections.read(['signing', 'trust'], signing.shape.trust) ?? [],
        }),
        target: (name) => entry('target-unknown', 'target', ['targets', name], schema_values_secret),
        notifier: (name) => {
            const { type, ...settings } = entry('config-invalid', 'notifier', ['notifiers', name], notifier);
            return { name, type, settings: (0,camel_keys/* camelKeys */.R)(settings) };
        },
        metrics: () => {
            const given = sections.read(['metrics'], metrics);
            const textfile = given?.textfile;
            return {
                ...(textfile === undefined ? {} : { textfile: localPath(textfile, surroundings) }),
                ...(given?.pushgateway === undefined ? {} : { pushgateway: given.pushgateway }),
            };
        },
        prepare: (wanted) => prepareParts(config, document, wanted),
        variables: (wanted) => variablesOf(document, wanted),
        files: (wanted) => filesOf(document, wanted),
        outline(name) {
            const outline = outlineOf(document, name);
            if (outline === undefined) {
                throw unknownName('destination-unknown', 'destination', name, namesOf('destinations'));
            }
            return outline;
        },
    };
    return config;
}

// EXTERNAL MODULE: ./build/config/destination-url.js
var destination_url = __webpack_require__(99871);
;// CONCATENATED MODULE: ./build/config/keep.js


const counts = ['last', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'];
/**
 * Retention from one text: `daily=7 weekly=4 within=30d` (or one a line, or with commas) as the keys of `retention:`.
 * Errors: `usage`.
 */
function parseKeep(text) {
    const rules = {};
    for (const item of text.split(/[\s,]+/).filter((part) => part !== '')) {
        const [, name = item, value = ''] = /^([\w-]+)=(.+)$/.exec(item) ?? [];
        const short = name.replace(/^keep-/, '');
        const hint = 'Write for example daily=7 weekly=4 monthly=6, or within=30d.';
        if (short !== 'within' && !counts.includes(short)) {
            throw new errors_error/* HoldfastError */.E('usage', `${item} is no rule of retention${(0,nearest/* didYouMean */.a)(short, [...counts, 'within'])}`, { hint });
        }
        if (short !== 'within' && !/^\d+$/.test(value)) {
            throw new errors_error/* HoldfastError */.E('usage', `${item} needs a whole number`, { hint });
        }
        rules[`keep-${short}`] = short === 'within' ? value : Number(value);
    }
    return rules;
}

// EXTERNAL MODULE: ./build/config/source-url.js
var source_url = __webpack_require__(45930);
;// CONCATENATED MODULE: ./build/config/flags.js









function parseCompression(text) {
    const match = /^(zstd|gzip|none)(?::(\d{1,2}))?$/.exec(text);
    if (!match || (match[1] === 'none' && match[2] !== undefined)) {
        throw new errors_error/* HoldfastError */.E('usage', `${text} is no compression`, {
            hint: 'Write zstd, gzip or none, with a level as in zstd:3 or gzip:9.',
        });
    }
    const [, type, level] = match;
    return { type, ...(level === undefined ? {} : { level: Number(level) }) };
}
function named(items, nameOf) {
    const result = new Map();
    for (const item of items)
        result.set((0,sanitise/* freeName */.IL)(nameOf(item), new Set(result.keys())), item);
    return result;
}
function jobsOf(flags, inArgv) {
    const sources = flags.sources.map((text) => (0,source_url/* parseSource */.P)(text, { inArgv }));
    const chosen = sources.filter((source) => source.chosen).map(({ name }) => name);
    const twice = chosen.find((name, position) => chosen.indexOf(name) !== position);
    if (twice !== undefined) {
        throw new errors_error/* HoldfastError */.E('usage', `two sources are named ${twice}`, {
            hint: 'Give each a name of its own.',
        });
    }
    // Chosen names first, so that a derived one never takes theirs.
    return named(sources.toSorted((a, b) => Number(b.chosen) - Number(a.chosen)), ({ name }) => name);
}
/**
 * The configuration that flags or an action's inputs describe; nothing of them is interpolated.
 * Errors: `usage` for a flag that cannot be read, `config-invalid` for values that the configuration would refuse.
 */
function configFromFlags(flags, options) {
    const { cwd, envFile, drivers } = options;
    const jobs = jobsOf(flags, options.inArgv ?? true);
    const destinations = named(flags.destinations.map(destination_url/* parseDestination */.G), ({ name }) => name);
    if (jobs.size > 0 && destinations.size === 0) {
        throw new errors_error/* HoldfastError */.E('usage', 'there is no destination', {
            hint: 'Add --destination with a path or a URL such as s3://bucket/prefix.',
        });
    }
    const names = [...destinations.keys()];
    const defaults = {
        ...(names.length === 0 ? {} : { to: names }),
        ...(flags.compression === undefined ? {} : { compression: parseCompression(flags.compression) }),
        ...(flags.tags === undefined || flags.tags.length === 0 ? {} : { tags: flags.tags.map(interpolation/* literal */.eu) }),
        ...(flags.keep === undefined ? {} : { retention: parseKeep(flags.keep) }),
    };
    const recipients = (flags.recipients ?? []).map(interpolation/* literal */.eu);
    const keys = flags.keysFromEnvironment === true;
    const signing = {
        ...(keys && { key: '${HOLDFAST_SIGNING_KEY:-}' }),
        ...(flags.trust !== undefined && flags.trust.length > 0 && { trust: [...flags.trust] }),
    };
    const encryption = {
        ...(recipients.length > 0 && { recipients }),
        ...(keys && {
            identity: '${HOLDFAST_IDENTITY:-}',
            'state-identity': '${HOLDFAST_STATE_IDENTITY:-}',
        }),
    };
    const document = documentOf({
        version: 1,
        ...(flags.timezone === undefined ? {} : { timezone: (0,interpolation/* literal */.eu)(flags.timezone) }),
        destinations: Object.fromEntries([...destinations].map(([name, { settings }]) => [name, settings])),
        ...(flags.unencrypted
            ? { encryption: 'none' }
            : Object.keys(encryption).length > 0
                ? { encryption }
                : {}),
        ...(Object.keys(signing).length > 0 && { signing }),
        defaults,
        jobs: Object.fromEntries([...jobs].map(([name, { source }]) => [name, { source }])),
    });
    const environment = environmentWithFiles({
        environment: options.environment,
        cwd,
        envFile,
        directories: [cwd],
    });
    return buildConfig(document, { environment, directory: cwd }, drivers);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
;// CONCATENATED MODULE: ./build/config/json-schema.js



const reference = { type: 'string', pattern: '\\$\\{', description: 'With ${NAME}, filled in on use.' };
/** Whether a text with `${NAME}` in place of a value would be refused, though a configuration may hold it. */
function refusesReferences(node) {
    if (node.const !== undefined)
        return false;
    if (['number', 'integer', 'boolean'].includes(String(node.type)))
        return true;
    return node.enum !== undefined || (node.type === 'string' && (node.pattern ?? node.format) !== undefined);
}
/** The schemas within a node changed; a property may be called like a keyword, so that maps of them are entered here. */
function withinNode(node) {
    const entries = Object.entries(node).map(([key, inner]) => {
        if (key === 'propertyNames')
            return [key, inner];
        if (key === 'properties' && isMap(inner)) {
            const properties = Object.entries(inner).map(([name, property]) => [name, withReferences(property)]);
            return [key, Object.fromEntries(properties)];
        }
        return [key, withReferences(inner)];
    });
    return Object.fromEntries(entries);
}
function withReferences(value) {
    if (Array.isArray(value))
        return value.map(withReferences);
    if (!isMap(value))
        return value;
    const node = withinNode(value);
    if (!refusesReferences(node))
        return node;
    const { description, default: preset, ...rest } = node;
    return {
        anyOf: [rest, reference],
        ...(description === undefined ? {} : { description }),
        ...(preset === undefined ? {} : { default: preset }),
    };
}
/** The JSON Schema of holdfast.yml, from which editors complete; texts with `${NAME}` may stand for any value. */
function jsonSchema(drivers) {
    const schema = json_schema_processors/* toJSONSchema */.bl(configSchema(drivers), { io: 'input', reused: 'inline' });
    const { $schema, ...rest } = withReferences(schema);
    return { $schema, title: 'holdfast.yml', description: 'Configuration of Holdfast.', ...rest };
}

;// CONCATENATED MODULE: ./build/config/discover.js



/** Where a configuration is looked for besides what names one. */
const usualPlaces = ['holdfast.yml', '.github/holdfast.yml'];
function found(shown, cwd) {
    const path = (0,external_node_path_.resolve)(cwd, shown);
    const folder = (0,external_node_path_.dirname)(path);
    return { shown, path, directory: (0,external_node_path_.basename)(folder) === '.github' ? (0,external_node_path_.dirname)(folder) : folder };
}
/**
 * The configuration's file: `file` (`--config`), HOLDFAST_CONFIG, `holdfast.yml`, `.github/holdfast.yml`. Undefined
 * where none is named and none is there. Errors: `config-not-found` for a named one that does not exist.
 */
function discover(options) {
    const { cwd, environment } = options;
    const named = options.file ?? (environment.HOLDFAST_CONFIG || undefined);
    if (named === undefined) {
        const place = usualPlaces.find((one) => (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(cwd, one)));
        return place === undefined ? undefined : found(place, cwd);
    }
    const file = found(named, cwd);
    if ((0,external_node_fs_.existsSync)(file.path))
        return file;
    const from = options.file === undefined ? 'HOLDFAST_CONFIG' : '--config';
    throw new errors_error/* HoldfastError */.E('config-not-found', `there is no ${named}, which ${from} names`, {
        hint: `Correct the path after ${from}, or leave it out to use holdfast.yml in ${cwd}.`,
        context: { path: file.path },
    });
}
/** The error where there is no configuration at all: where it was looked for, and what works without one. */
function configNotFound(cwd) {
    const looked = ['--config', 'HOLDFAST_CONFIG', ...usualPlaces.map((place) => (0,external_node_path_.resolve)(cwd, place))];
    return new errors_error/* HoldfastError */.E('config-not-found', `no configuration: neither ${looked.join(', ')}`, {
        hint: 'Write a holdfast.yml (`holdfast init` does it), or go without a file: ' +
            '`holdfast backup ./dir --destination ./backups --recipient age1…`, or set AZURE_STORAGE_CONNECTION_STRING.',
        context: { looked },
    });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/config/yaml-traps.js


/** Control tokens of the lexer, which stand for nothing in the text. */
const invisible = new Set(['\u0002', '\u0018', '\u001f']);
/**
 * Finds `${…}` without quotes inside `{ }` or `[ ]`, where YAML ends the text at the brace, and `${{` there. Both give
 * baffling syntax errors, or none at all and a wrong value.
 */
function findTraps(text) {
    const traps = [];
    let offset = 0;
    let recent = '';
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        if (invisible.has(token))
            continue;
        // A quoted text ends with its quote, so only a plain one can end with the dollar sign.
        if (token === '{' && recent.endsWith('$')) {
            const rest = text.slice(offset + 1);
            const written = `\${${/^[^}\n]*\}?/.exec(rest)?.[0] ?? ''}`;
            const trap = rest.startsWith('{')
                ? interpolation/* githubExpression */.sn
                : {
                    message: `${written} without quotes inside { } or [ ] is no text to YAML`,
                    hint: `Put it in quotes: "${written}".`,
                };
            traps.push({ offset: offset - 1, ...trap });
        }
        recent = token;
        offset += token.length;
    }
    return traps;
}

;// CONCATENATED MODULE: ./build/config/yaml-document.js



const explanations = {
    TAB_AS_INDENT: {
        message: 'a tab in the indentation',
        hint: 'Indent with spaces; YAML allows no tabs there.',
    },
    DUPLICATE_KEY: {
        message: 'the key stands here twice',
        hint: 'Keep one of the two, or join what they hold.',
    },
};
function keyOf(pair) {
    const key = (0,dist/* isScalar */.jn)(pair.key) ? pair.key.value : pair.key;
    // A merge key is a symbol.
    return typeof key === 'symbol' ? (key.description ?? '') : String(key);
}
/** The pair of a key, in the map itself or in one that `<<` merges into it. */
function findPair(document, map, key) {
    const node = (0,dist/* isAlias */.Vj)(map) ? map.resolve(document) : map;
    if ((0,dist/* isSeq */.oP)(node)) {
        for (const item of node.items) {
            const pair = findPair(document, item, key);
            if (pair)
                return pair;
        }
    }
    if (!(0,dist/* isMap */.jh)(node))
        return undefined;
    const own = node.items.find((pair) => keyOf(pair) === key);
    if (own)
        return own;
    const merged = node.items.filter((pair) => keyOf(pair) === '<<');
    return merged.map((pair) => findPair(document, pair.value, key)).find((pair) => pair !== undefined);
}
/** The node behind a path and the node of its last key. */
function findNode(document, path) {
    let key;
    let value = document.contents;
    for (const part of path) {
        const node = (0,dist/* isAlias */.Vj)(value) ? value.resolve(document) : value;
        if (typeof part === 'number') {
            key = undefined;
            value = (0,dist/* isSeq */.oP)(node) ? node.items[part] : undefined;
        }
        else {
            const pair = findPair(document, node, part);
            key = pair?.key;
            value = pair?.value;
        }
        if ((0,dist/* isPair */.tO)(value))
            value = value.value;
        if (value === undefined && key === undefined)
            return {};
    }
    return { key, value };
}
function offsetOf(node) {
    return (0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined;
}
function syntaxProblems(text, document, counter, file) {
    const place = (offset) => {
        const { line, col } = counter.linePos(offset);
        return { file, line, column: col };
    };
    const traps = findTraps(text);
    const problems = traps.map(({ offset, message, hint }) => ({
        ...place(offset),
        path: '',
        message,
        hint,
    }));
    // What follows a trap, or a first syntax error, is its consequence.
    const first = traps[0]?.offset ?? Number.POSITIVE_INFINITY;
    for (const error of document.errors) {
        if (error.pos[0] >= first)
            break;
        const known = explanations[error.code];
        const message = known?.message ?? `not YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
        const hint = known?.hint ?? 'Correct the syntax here; often quotes or a space after a colon are missing.';
        problems.push({ ...place(error.pos[0]), path: '', message, hint });
        if (known === undefined)
            break;
    }
    return problems;
}
/** Reads YAML 1.2 with anchors and merge keys. `problems` are of the syntax; where there are any, do not use the rest. */
function readYaml(text, file) {
    const counter = new dist/* LineCounter */.HN();
    const parsed = (0,dist/* parseDocument */.Tp)(text, {
        lineCounter: counter,
        prettyErrors: false,
        merge: true,
        version: '1.2',
    });
    const problems = syntaxProblems(text, parsed, counter, file);
    const place = (offset) => {
        const { line, col } = counter.linePos(offset);
        return { line, column: col };
    };
    (0,dist/* visit */.YR)(parsed, {
        Alias(_, alias) {
            if (alias.resolve(parsed) !== undefined)
                return;
            const message = `there is no anchor &${alias.source} before this`;
            const hint = 'Set the anchor above, or write the value itself; a text that begins with * needs quotes.';
            problems.push({ file, ...place(offsetOf(alias) ?? 0), path: '', message, hint });
        },
    });
    let root = {};
    try {
        if (problems.length === 0)
            root = parsed.toJS({ maxAliasCount: 1000 });
    }
    catch {
        const hint = 'Write some of the values out instead of using aliases of aliases.';
        problems.push({ file, path: '', message: 'its aliases stand for far too much', hint });
    }
    if (!isMap(root)) {
        const message = root === null ? 'the file is empty' : 'expected a map';
        problems.push({ file, line: 1, column: 1, path: '', message, hint: 'Begin with `version: 1`.' });
    }
    const locate = (path, part) => {
        const { key, value } = findNode(parsed, path);
        const offset = part === 'key' ? (offsetOf(key) ?? offsetOf(value)) : (offsetOf(value) ?? offsetOf(key));
        return offset === undefined ? undefined : place(offset);
    };
    return { document: { root: isMap(root) ? root : {}, file, locate }, problems };
}

;// CONCATENATED MODULE: ./build/config/load.js








function readText({ path, shown }) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (cause) {
        throw new errors_error/* HoldfastError */.E('config-file-unreadable', `cannot read ${shown}`, {
            hint: `Make ${path} a file that this user may read.`,
            context: { path },
            cause,
        });
    }
}
/**
 * Finds, reads and checks the configuration: a file (see {@link discover}), else the environment alone where it
 * describes a backup. Variables of the file are not needed yet.
 *
 * Errors: `config-not-found`; `config-invalid` with all problems; `config-file-unreadable`; without a file also
 * `config-variable-missing`.
 */
function loadConfig(options) {
    const { cwd, envFile, drivers } = options;
    const found = discover(options);
    if (found === undefined) {
        const environment = environmentWithFiles({
            environment: options.environment,
            cwd,
            envFile,
            directories: [cwd],
        });
        if (!describesAzure(environment))
            throw configNotFound(cwd);
        const document = azureDocument(environment, cwd, options.backupDirectory);
        return buildConfig(document, { environment, directory: cwd }, drivers);
    }
    const text = readText(found);
    return configOf(text, found.shown, [(0,external_node_path_.dirname)(found.path), found.directory], options);
}
/** A configuration's own text; `.env` is looked for in `directories`, paths in it start in the last of them. */
function configOf(text, shown, directories, options) {
    const { cwd, envFile, drivers } = options;
    const { document, problems } = readYaml(text, shown);
    const environment = environmentWithFiles({
        environment: options.environment,
        cwd,
        envFile,
        directories,
    });
    const directory = directories.at(-1) ?? cwd;
    return buildConfig(document, { environment, directory }, drivers, problems);
}
/**
 * A configuration that is given as its text, as by an action's input; relative paths start in `cwd`. Errors:
 * `config-invalid` with all problems, `config-file-unreadable` for a `.env` that cannot be read.
 */
function loadConfigText(text, shown, options) {
    return configOf(text, shown, [options.cwd], options);
}

;// CONCATENATED MODULE: ./build/config/template-pattern.js

const digits = { YYYY: 4, MM: 2, DD: 2, HH: 2, SS: 2 };
/** What stands for words whose values are few, or cannot reach into another folder. */
const template_pattern_open = {
    level: '\\d',
    tier: '(?:monthly|weekly|daily)',
    tag: '[a-z0-9._-]*',
};
function escaped(text) {
    return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
/** A text as others wrote it, and as Holdfast does. */
function either(text) {
    const key = templateKey(text);
    return key === text ? escaped(text) : `(?:${escaped(text)}|${escaped(key)})`;
}
function timeExpression(pattern) {
    return escaped(pattern).replaceAll(/YYYY|MM|DD|HH|SS/g, (token) => `\\d{${digits[token]}}`);
}
function expressionOf(name, words) {
    if (name.startsWith('time:'))
        return timeExpression(name.slice(5));
    const value = words[name];
    return value ? either(value) : template_pattern_open[name];
}
/**
 * The names that a template makes over time, `words` being the same for all. Undefined where it has no time, whose names
 * are then no series, or a word without a value here: a pattern that matched more than its own would be dangerous. With
 * `anyWord` both will do: for asking whether a name may be one of the template's, never for what is deleted.
 */
function templatePattern(text, words, { anyWord = false } = {}) {
    let expression = '';
    let prefix;
    let hasTime = false;
    let at = 0;
    for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
        const [written, name = ''] = match;
        const part = expressionOf(name, words) ?? (anyWord ? '.+' : undefined);
        if (part === undefined)
            return undefined;
        const before = text.slice(at, match.index);
        expression += either(before) + part;
        const value = words[name];
        hasTime ||= name.startsWith('time:');
        if (prefix === undefined && !value)
            prefix = literalBefore(text, match.index, words);
        at = match.index + written.length;
    }
    if (!hasTime && !anyWord)
        return undefined;
    const whole = new RegExp(`^${expression}${either(text.slice(at))}$`);
    return { prefix: prefix ?? '', matches: (key) => whole.test(key) };
}
/** The beginning of the template up to `end`, whose words all have values, as far as it is spelled in one way. */
function literalBefore(text, end, words) {
    const filled = text
        .slice(0, end)
        .replaceAll(/\{([^{}]*)\}/g, (_, name) => words[name] ?? '');
    // From the first character on that keys cannot hold, the two spellings differ.
    return /^[\x21-\x7e]*/.exec(filled)?.[0] ?? '';
}

;// CONCATENATED MODULE: ./build/config/config.js











/***/ }),

/***/ 99871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ parseDestination)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _interpolation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8945);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49445);
/* harmony import */ var _sanitise_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52581);
/* harmony import */ var _source_url_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45930);






const usage = (message, hint) => new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('usage', message, { hint });
const forms = 's3://bucket/prefix?region=&endpoint=&path-style=, azure://account/container/prefix, rclone:remote:path or a path';
/** Decoded parts of a URL's path. */
function partsOf(url) {
    return url.pathname
        .split('/')
        .filter((part) => part !== '')
        .map((part) => (0,_interpolation_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(decodeURIComponent(part)));
}
function parseUrl(text) {
    try {
        return new URL(text);
    }
    catch {
        throw usage('a destination URL cannot be read', `Write ${forms}.`);
    }
}
function prefixOf(parts) {
    return parts.length === 0 ? {} : { prefix: parts.join('/') };
}
function parameters(url, known) {
    const found = {};
    for (const [key, value] of url.searchParams) {
        if (!known.includes(key)) {
            throw usage(`a destination URL has no parameter ${key}${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(key, known)}`, known.length === 0
                ? 'Remove it.'
                : `Use ${known.join(', ')}; everything else goes into holdfast.yml.`);
        }
        if (value !== '')
            found[key] = (0,_interpolation_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(value);
    }
    return found;
}
function s3(url) {
    const { 'path-style': pathStyle, ...rest } = parameters(url, ['region', 'endpoint', 'path-style']);
    if (pathStyle !== undefined && !['true', 'false'].includes(pathStyle)) {
        throw usage(`path-style=${pathStyle} is neither true nor false`, 'Write path-style=true, or leave it out.');
    }
    if (url.host === '')
        throw usage('a destination URL names no bucket', 'Write s3://bucket/prefix.');
    const settings = {
        type: 's3',
        bucket: url.host,
        ...prefixOf(partsOf(url)),
        ...rest,
        ...(pathStyle === undefined ? {} : { 'path-style': pathStyle === 'true' }),
    };
    return { name: (0,_sanitise_js__WEBPACK_IMPORTED_MODULE_3__/* .sanitise */ .tB)(url.host, 's3'), settings };
}
function azure(url) {
    parameters(url, []);
    const [container, ...prefix] = partsOf(url);
    if (url.host === '' || container === undefined) {
        throw usage('a destination URL names no account or container', 'Write azure://account/container/prefix.');
    }
    const settings = { type: 'azure', account: url.host, container, ...prefixOf(prefix) };
    return { name: (0,_sanitise_js__WEBPACK_IMPORTED_MODULE_3__/* .sanitise */ .tB)(container, 'azure'), settings };
}
/**
 * Reads `s3://bucket/prefix?region=&endpoint=&path-style=`, `azure://account/container/prefix`, `rclone:remote:path` or
 * a path. Credentials come from the environment only. Errors: `usage`.
 */
function parseDestination(text) {
    if (text.trim() === '')
        throw usage('a destination is empty', `Write ${forms}.`);
    if (text.startsWith('rclone:')) {
        const remote = text.slice('rclone:'.length);
        return {
            name: (0,_sanitise_js__WEBPACK_IMPORTED_MODULE_3__/* .sanitise */ .tB)(remote.split(':')[0] ?? '', 'rclone'),
            settings: { type: 'rclone', remote: (0,_interpolation_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(remote) },
        };
    }
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
    if (scheme === undefined) {
        return {
            name: (0,_sanitise_js__WEBPACK_IMPORTED_MODULE_3__/* .sanitise */ .tB)(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(text), 'local'),
            settings: { type: 'filesystem', path: (0,_interpolation_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(text) },
        };
    }
    const reader = { s3, azure }[scheme];
    if (reader === undefined) {
        throw usage(`there is no destination ${scheme}://`, `Write ${forms}; rclone reaches many others.`);
    }
    const url = parseUrl(text);
    if (url.username !== '' || url.password !== '') {
        throw usage('a destination URL holds credentials', 'Leave them out: they come from the environment only.');
    }
    (0,_source_url_js__WEBPACK_IMPORTED_MODULE_4__/* .refusePassword */ .A)(url, 'destination URL');
    return reader(url);
}


/***/ }),

/***/ 8945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   ii: () => (/* binding */ referencesIn),
/* harmony export */   sn: () => (/* binding */ githubExpression),
/* harmony export */   yX: () => (/* binding */ parseInterpolation)
/* harmony export */ });
const forms = 'Write ${NAME}, ${NAME:-default} or ${file:PATH}; $${ stands for a literal ${.';
/** What to write instead of a GitHub expression, which is not evaluated in this file. */
const githubExpression = {
    message: 'a GitHub expression is not evaluated here',
    hint: 'Write ${NAME} here, and in the workflow under env: NAME: ${{ secrets.NAME }}.',
};
function reference(source) {
    const body = source.slice(2, -1);
    const file = /^file:(.+)$/s.exec(body);
    if (file?.[1] !== undefined)
        return { kind: 'file', path: file[1], source };
    const variable = /^([A-Za-z_]\w*)(?::-(.*))?$/s.exec(body);
    if (variable?.[1] === undefined)
        return { message: `${source} is no variable`, hint: forms };
    const [, name, fallback] = variable;
    if (fallback?.includes('${'))
        return { message: 'a default cannot hold another variable', hint: forms };
    return { kind: 'variable', name, source, ...(fallback === undefined ? {} : { fallback }) };
}
/** Splits a string of the configuration into text and references; or says what is wrong with it. */
function parseInterpolation(text) {
    const segments = [];
    let literal = '';
    let position = 0;
    while (position < text.length) {
        const start = text.indexOf('$', position);
        if (start < 0)
            break;
        literal += text.slice(position, start);
        if (text.startsWith('$${', start)) {
            literal += '${';
            position = start + 3;
            continue;
        }
        if (!text.startsWith('${', start)) {
            literal += '$';
            position = start + 1;
            continue;
        }
        if (text.startsWith('${{', start))
            return githubExpression;
        const end = text.indexOf('}', start);
        if (end < 0)
            return { message: 'a ${ has no }', hint: forms };
        const segment = reference(text.slice(start, end + 1));
        if ('message' in segment)
            return segment;
        if (literal !== '')
            segments.push({ kind: 'text', text: literal });
        literal = '';
        segments.push(segment);
        position = end + 1;
    }
    literal += text.slice(position);
    if (literal !== '')
        segments.push({ kind: 'text', text: literal });
    return segments;
}
/** The variables and files that a string refers to; none where it is plain or malformed. */
function referencesIn(text) {
    const segments = parseInterpolation(text);
    return 'message' in segments ? [] : segments.filter((segment) => segment.kind !== 'text');
}
/** A text that {@link parseInterpolation} reads as itself. */
function literal(text) {
    return text.replaceAll('${', () => '$${');
}


/***/ }),

/***/ 52581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ freeName),
/* harmony export */   gm: () => (/* binding */ jobNameOf),
/* harmony export */   tB: () => (/* binding */ sanitise)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** A text as a name of a job or destination: lower case, what is not allowed there as hyphens. */
function sanitise(text, otherwise) {
    const name = text
        .normalize('NFKD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9._-]+/g, '-')
        .replace(/^[^a-z0-9]+/, '')
        .slice(0, 100)
        .replace(/[-.]+$/, '');
    return name === '' ? otherwise : name;
}
/** A job's name from the last part of a path or dataset. */
function jobNameOf(path) {
    return sanitise(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path), 'job');
}
/** `name`, or the first of `name-2`, `name-3`… that is free. */
function freeName(name, taken) {
    if (!taken.has(name))
        return name;
    let count = 2;
    while (taken.has(`${name}-${count}`))
        count++;
    return `${name}-${count}`;
}


/***/ }),

/***/ 45930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ refusePassword),
/* harmony export */   P: () => (/* binding */ parseSource)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _interpolation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8945);
/* harmony import */ var _sanitise_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52581);



const databases = {
    postgres: 'postgres',
    postgresql: 'postgres',
    mysql: 'mysql',
    mariadb: 'mysql',
};
/** Refuses a URL with a password where other processes can read it. The message names neither. */
function refusePassword(url, what) {
    const inQuery = [...url.searchParams.keys()].some((key) => /pass|secret|token|key|sig/i.test(key));
    if (url.password === '' && !inQuery)
        return;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', `a ${what} with a password on the command line is visible to every user`, {
        hint: 'Write it into holdfast.yml as ${NAME} and set that variable, or give it without the password.',
    });
}
function parseUrl(text) {
    try {
        return new URL(text);
    }
    catch {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', 'a source URL cannot be read', {
            hint: 'Write postgres://user@host:5432/database; percent-encode special characters in user and password.',
        });
    }
}
/**
 * Reads `[name=]target`, a target being `postgres://…`, `mysql://…`, `zfs:pool/dataset` or a path. Without a name it is
 * derived from the target's last part. `inArgv`: others can read it, so a password is refused.
 *
 * Errors: `usage`.
 */
function parseSource(text, options) {
    const match = /^([^/:.=?\s][^/:=?\s]*)=(.+)$/s.exec(text);
    const given = match?.[1];
    const target = match?.[2] ?? text;
    if (target.trim() === '')
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', 'a source is empty', { hint: 'Name a path or a URL.' });
    if (given !== undefined && !/^[a-z0-9][a-z0-9._-]{0,99}$/.test(given)) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', `${given} is not a job name`, {
            hint: `Use lower-case letters, digits, dot, hyphen and underscore: ${(0,_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .tB)(given, 'job')}=…; for a path that holds an equals sign write ./ before it.`,
        });
    }
    const named = (derived, source) => ({
        name: given ?? derived,
        chosen: given !== undefined,
        source,
    });
    if (target.startsWith('zfs:')) {
        const dataset = target.slice(4);
        return named((0,_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .jobNameOf */ .gm)(dataset), { type: 'zfs', dataset: (0,_interpolation_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(dataset) });
    }
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(target)?.[1]?.toLowerCase();
    if (scheme === undefined)
        return named((0,_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .jobNameOf */ .gm)(target), { type: 'directory', path: (0,_interpolation_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(target) });
    const type = databases[scheme];
    if (type === undefined) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', `there is no source ${scheme}://`, {
            hint: 'Use postgres://…, mysql://…, zfs:pool/dataset or a path.',
        });
    }
    const url = parseUrl(target);
    if (options.inArgv)
        refusePassword(url, 'source URL');
    const database = decodeURIComponent(url.pathname.slice(1)) || url.hostname;
    return named((0,_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .tB)(database, type), { type, url: (0,_interpolation_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(target) });
}


/***/ }),

/***/ 73748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ camelKeys)
/* harmony export */ });
/** `on-unreadable` as `onUnreadable`. */
function camelCase(text) {
    return text.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
/** A shallow copy with the configuration's kebab-case keys in camel case; what is undefined is left out. */
function camelKeys(value) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(entries.map(([key, inner]) => [camelCase(key), inner]));
}


/***/ }),

/***/ 14953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration)
/* harmony export */ });
const units = {
    s: 1000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    w: 7 * 86_400_000,
};
/**
 * Milliseconds of a duration such as `60s`, `15m`, `24h`, `30d` or `12w`. Days are 24 hours here; calendar rules
 * are the business of retention. Undefined for anything else: a bare number has no unit and is refused.
 */
function parseDuration(text) {
    const match = /^(\d+)([smhdw])$/.exec(text);
    const unit = match && units[match[2] ?? ''];
    if (!unit)
        return undefined;
    const milliseconds = Number(match[1]) * unit;
    return Number.isSafeInteger(milliseconds) ? milliseconds : undefined;
}


/***/ }),

/***/ 27360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseSize)
/* harmony export */ });
const units = {
    '': 1,
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
/**
 * Bytes of a size such as `32MiB` (1024-based), `4KB` (1000-based), `1.5GiB` or `1000` (bytes). The unit's case counts,
 * since `Mb` means bits elsewhere. Undefined for anything else, also for what is no whole number of bytes.
 */
function parseSize(text) {
    const match = /^(\d+(?:\.\d+)?)(?: ?([KMGT]i?B|B))?$/.exec(text);
    const unit = match && units[match[2] ?? ''];
    if (!unit)
        return undefined;
    const bytes = Number(match[1]) * unit;
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}


/***/ }),

/***/ 61574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ wallClockFormat)
/* harmony export */ });
/**
 * Numbers of a wall clock in an IANA time zone, Gregorian, hours from 00 to 23: `MM/DD/YYYY, HH:MM:SS`.
 *
 * @throws RangeError for a zone that does not exist
 */
function wallClockFormat(timezone) {
    return new Intl.DateTimeFormat('en-US', {
        timeZone: timezone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
    });
}


/***/ })

};
