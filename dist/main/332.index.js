export const id = 332;
export const ids = [332];
export const modules = {

/***/ 76140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ step),
/* harmony export */   q: () => (/* binding */ tell)
/* harmony export */ });
/** Says what is going on; shown with `--verbose` and in events. */
function step(context, message, job) {
    context.reporter.on({ type: 'step', message, ...(job === undefined ? {} : { job }) });
}
/** Reports a finding at once. */
function tell(context, finding, job) {
    context.reporter.on({ type: 'finding', finding, ...(job === undefined ? {} : { job }) });
}


/***/ }),

/***/ 7526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ legsPerPart),
/* harmony export */   x: () => (/* binding */ legsOf)
/* harmony export */ });
/** GitHub takes no more legs in one matrix. */
const legsPerPart = 256;
function labelsText(runner) {
    const own = runner.filter((label) => label !== 'self-hosted');
    return (own.length === 0 ? runner : own).join(' ');
}
/** Jobs that run on the same labels, in any order, in the same environment, share a leg. */
function keyOf({ runner, environment }) {
    return JSON.stringify([[...new Set(runner)].sort(), environment ?? '']);
}
/**
 * The legs of a matrix over (runner, environment), in order of their first job. A leg is named after its environment;
 * after the labels as well where several legs have that environment, after the labels alone where it has none.
 */
function legsOf(jobs) {
    const groups = Map.groupBy(jobs, keyOf);
    const environments = new Map();
    for (const [first] of groups.values()) {
        const environment = first?.environment ?? '';
        environments.set(environment, (environments.get(environment) ?? 0) + 1);
    }
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { runner, environment = '' } = first;
        const labels = labelsText(runner);
        const alone = environment !== '' && environments.get(environment) === 1;
        const name = alone ? environment : environment === '' ? labels : `${environment} on ${labels}`;
        return [{ name, runner: [...runner], environment, jobs: group.map((job) => job.name).join(',') }];
    });
}


/***/ }),

/***/ 40332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  workflows: () => (/* binding */ workflows)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
;// CONCATENATED MODULE: ./build/report/line-diff.js
/** Lengths of the longest common subsequences of all ends of two lists of lines. */
function commonLengths(before, after) {
    const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
    for (let i = before.length - 1; i >= 0; i -= 1) {
        const [row, below] = [table[i], table[i + 1]];
        if (!row || !below)
            continue;
        for (let j = after.length - 1; j >= 0; j -= 1) {
            row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
        }
    }
    return table;
}
function edits(before, after) {
    const table = commonLengths(before, after);
    const found = [];
    let [i, j] = [0, 0];
    while (i < before.length || j < after.length) {
        const [old, fresh] = [before[i], after[j]];
        if (i < before.length && j < after.length && old === fresh) {
            found.push({ sign: ' ', line: old ?? '' });
            i += 1;
            j += 1;
        }
        else if (j >= after.length ||
            (i < before.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
            found.push({ sign: '-', line: old ?? '' });
            i += 1;
        }
        else {
            found.push({ sign: '+', line: fresh ?? '' });
            j += 1;
        }
    }
    return found;
}
/**
 * What has to change in `before` to make it `after`, as lines with `-`, `+` or a space before them, two lines around
 * each change; `…` stands for what is left out. Empty where the two are alike. For texts of some hundred lines.
 */
function lineDiff(before, after) {
    if (before === after)
        return [];
    const lines = (text) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
    const all = edits(lines(before), lines(after));
    const near = (index) => all.slice(Math.max(0, index - 2), index + 3).some(({ sign }) => sign !== ' ');
    const shown = [];
    for (const [index, { sign, line }] of all.entries()) {
        if (near(index))
            shown.push(`${sign} ${line}`.trimEnd());
        else if (shown.at(-1) !== '…')
            shown.push('…');
    }
    return shown;
}

// EXTERNAL MODULE: ./build/commands/context.js
var commands_context = __webpack_require__(76140);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
// EXTERNAL MODULE: ./build/commands/plan/legs.js
var plan_legs = __webpack_require__(7526);
;// CONCATENATED MODULE: ./build/commands/workflows/environment-lines.js
/** `NAME: ${{ secrets.NAME }}`. */
function lineText({ name, from }) {
    return `${name}: \${{ ${from}.${name} }}`;
}
/** Keys whose values are no secrets; everything else is taken for one. */
const plainKeys = new Set([
    'account',
    'bucket',
    'client-id',
    'container',
    'endpoint',
    'environment',
    'every',
    'kms-key-id',
    'path',
    'prefix',
    'region',
    'remote',
    'role-arn',
    'runner',
    'storage-class',
    'tenant-id',
]);
/** Variables that the runner sets itself: a line for one of them would empty it. */
const ofTheRunner = /^(?:GITHUB_|RUNNER_|ACTIONS_)|^(?:CI|HOME|HOSTNAME|LANG|LOGNAME|PATH|PWD|SHELL|TMPDIR|USER|XDG_STATE_HOME)$/;
/** The last key of `jobs.home.runner[0]`. */
function keyOf(path) {
    return (path
        .replace(/\[\d+\]$/, '')
        .split('.')
        .at(-1) ?? '');
}
function isPlain({ path }) {
    return plainKeys.has(keyOf(path));
}
function secrets(...names) {
    return names.map((name) => ({ name, from: 'secrets' }));
}
/** What the SDKs look for where the configuration holds no credentials, and a runner of GitHub's has none either. */
function ofDefaultChain(config, destination) {
    const { type, keys } = config.outline(destination);
    const lacks = (...names) => !names.some((name) => keys.includes(name));
    if (type === 's3' && lacks('access-key-id', 'role-arn')) {
        return secrets('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY');
    }
    if (type === 'azure' && lacks('connection-string', 'sas', 'client-id')) {
        return secrets('AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET');
    }
    return [];
}
/** The `env:` of a step: a line for each `${NAME}` that its command reads, with a default or not. */
function environmentLines(config, needs) {
    const variables = config.variables(needs).filter(({ name }) => !ofTheRunner.test(name));
    const named = [...Map.groupBy(variables, ({ name }) => name)].map(([name, places]) => ({ name, from: places.every(isPlain) ? 'vars' : 'secrets' }));
    const chain = needs.hosted ? needs.destinations.flatMap((name) => ofDefaultChain(config, name)) : [];
    return [...new Map([...named, ...chain].map((line) => [line.name, line])).values()];
}
/** The `env:` of a plan, which reads nothing of a job but where it runs. */
function planLines(config, jobs) {
    const lines = environmentLines(config, { jobs, destinations: [], parts: [], hosted: false });
    const read = config
        .variables({ jobs, parts: [] })
        .filter(({ path }) => /^(?:runner|environment)$/.test(keyOf(path)));
    return lines.filter(({ name }) => read.some((variable) => variable.name === name));
}
/** Whether one of the destinations signs in with GitHub's OIDC token. */
function usesOidc(config, destinations) {
    return destinations.some((name) => {
        const { type, keys } = config.outline(name);
        return type === 's3'
            ? keys.includes('role-arn')
            : type === 'azure' && keys.includes('tenant-id') && keys.includes('client-id');
    });
}

// EXTERNAL MODULE: ./build/commands/workflows/yaml.js
var yaml = __webpack_require__(36339);
;// CONCATENATED MODULE: ./build/commands/workflows/steps.js


const longRun = "GitHub's default kills a run after 6 hours";
const checkout = `- uses: actions/checkout@v7
  with:
    persist-credentials: false
`;
/** `acme/holdfast@v1` and `backup` as `acme/holdfast/actions/backup@v1`. */
function usesOf(actions, name) {
    const [repository, ref] = actions.split('@');
    return `${repository}/actions/${name}@${ref}`;
}
/** A block of lines under a key; nothing where there are none. */
function block(key, lines) {
    return lines.length === 0 ? '' : `${key}:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
/** The `with:` of a step. */
function withInputs(inputs) {
    return block('with', inputs.map(([name, value]) => `${name}: ${value}`));
}
/** A step that uses an action of Holdfast's. */
function actionStep({ uses, inputs, env }) {
    return `- uses: ${uses}\n${(0,yaml/* indent */.pZ)(`${withInputs(inputs)}${block('env', env.map(lineText))}`, 2)}`;
}
/** A whole job, as it stands under `jobs:`. */
function jobText(job) {
    const { id, runner, why, environment, role, minutes } = job;
    const line = (text, comment) => comment === undefined ? text : (0,yaml/* commented */.ni)(text, comment);
    const text = `${id}:
  ${line(`runs-on: ${(0,yaml/* labels */.WD)(runner)}`, why)}
${environment === undefined ? '' : `  ${line(`environment: ${(0,yaml/* scalar */.d_)(environment)}`, role)}\n`}  ${minutes > 360 ? (0,yaml/* commented */.ni)(`timeout-minutes: ${minutes}`, longRun) : `timeout-minutes: ${minutes}`}
  steps:
${(0,yaml/* indent */.pZ)(checkout, 4)}${(0,yaml/* indent */.pZ)(actionStep(job), 4)}`;
    return (0,yaml/* indent */.pZ)(text, 2);
}
/** The `permissions:` of a workflow. */
function permissions(oidc) {
    const signIn = `${'  id-token: write'.padEnd(31)} # short-lived sign-in to AWS or Azure; no stored cloud keys`;
    return `permissions:\n  contents: read\n${oidc ? `${signIn}\n` : ''}`;
}
/** One run at a time; the next one waits. */
function concurrency(group) {
    return `concurrency:\n  group: ${group}\n  cancel-in-progress: false\n`;
}
/** Ids of jobs for groups: the word itself, or with the labels of its runner where there are several. */
function jobIds(word, runners) {
    if (runners.length === 1)
        return [word];
    const taken = new Set();
    return runners.map((runner) => {
        const own = runner.filter((label) => label !== 'self-hosted').join('-') || 'self-hosted';
        const base = `${word}-${own.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
        let id = base;
        for (let number = 2; taken.has(id); number += 1)
            id = `${base}-${number}`;
        taken.add(id);
        return id;
    });
}

;// CONCATENATED MODULE: ./build/commands/workflows/backup-text.js

/** One job that backs up everything, on one runner. */
function backupText(schedule, oidc, job) {
    return `name: Backup
on:
${schedule}  workflow_dispatch:
    inputs:
      jobs:
        description: Which backup jobs (comma or newline separated); empty means all
        type: string
      tag:
        description: A tag to keep with it, for example before-release
        type: string
      force:
        description: Back up now, due or not
        type: boolean
        default: true

${permissions(oidc)}
${concurrency('holdfast-backup')}
jobs:
${jobText(job)}`;
}
/** What the inputs of {@link backupText} are for. */
const backupInputs = [
    ['jobs', '${{ inputs.jobs }}'],
    ['tag', '${{ inputs.tag }}'],
    ['due', 'true'],
    ['force', '${{ inputs.force }}'],
];
/** One job or more that delete what retention lets go. */
function cleanupText(schedule, oidc, jobs) {
    return `name: Backup cleanup
on:
${schedule}  workflow_dispatch:
    inputs:
      dry-run:
        description: Only show what would go, and why
        type: boolean
        default: true

${permissions(oidc)}
${concurrency('holdfast-cleanup')}
jobs:
${jobs.map(jobText).join('\n')}`;
}
/** One job or more that restore elsewhere, compare, and leave a proof. */
function drillText(schedule, oidc, jobs) {
    const input = jobs.length > 1
        ? ''
        : `    inputs:
      id:
        description: A backup id; empty means of each job the newest one not yet proven
        type: string
`;
    return `name: Restore drill
on:
${schedule}  workflow_dispatch:
${input}
${permissions(oidc)}
${concurrency('holdfast-drill')}
jobs:
${jobs.map(jobText).join('\n')}`;
}

// EXTERNAL MODULE: ./build/domain/shell-word.js
var shell_word = __webpack_require__(75060);
;// CONCATENATED MODULE: ./build/commands/workflows/doctor-text.js




const doctorTriggers = '  workflow_dispatch:\n';
const doctorMinutes = 15;
/** What tells whether a runner has all that its backups need; of a fleet the jobs of its leg. */
function doctorSteps(options) {
    const { setup, config, fleet, env } = options;
    const named = config === undefined ? '' : ` --config ${(0,shell_word/* shellWord */.r)(config)}`;
    const command = `holdfast doctor --role backup${named}`;
    const ofLeg = `|\n    IFS=, read -ra jobs <<< "$JOBS"\n    ${command} "\${jobs[@]}"`;
    const lines = [...(fleet ? ['JOBS: ${{ matrix.jobs }}'] : []), ...env.map(lineText)];
    return `- uses: ${setup}
- run: ${fleet ? ofLeg : command}
${fleet ? '  shell: bash\n' : ''}${(0,yaml/* indent */.pZ)(block('env', lines), 2)}`;
}
/** A run by hand of {@link doctorSteps} where there is one runner. */
function doctorText(job) {
    return `name: Backup doctor
on:
${doctorTriggers}
${permissions(job.oidc)}
jobs:
  doctor:
    runs-on: ${(0,yaml/* labels */.WD)(job.runner)}
    environment: ${(0,yaml/* scalar */.d_)(job.environment)}
    timeout-minutes: ${doctorMinutes}
    steps:
${(0,yaml/* indent */.pZ)(checkout, 6)}${(0,yaml/* indent */.pZ)(job.steps, 6)}`;
}

;// CONCATENATED MODULE: ./build/commands/workflows/fleet-text.js




function partText(fleet, part) {
    const { word, plan, legs, minutes, steps } = fleet;
    const isOnly = legs <= plan_legs/* legsPerPart */.G;
    const [planId, legId] = isOnly ? ['plan', word] : [`plan-${part}`, `${word}-${part}`];
    const inputs = isOnly ? plan.inputs : [...plan.inputs, ['part', String(part)]];
    const planStep = `- id: plan
  uses: ${plan.uses}       # reads the file only: no secret, no store
${(0,yaml/* indent */.pZ)(`${withInputs(inputs)}${block('env', plan.env.map(lineText))}`, 2)}`;
    return `${planId}:
  runs-on: ubuntu-latest
  timeout-minutes: 10
  outputs:
    matrix: \${{ steps.plan.outputs.matrix }}
    count: \${{ steps.plan.outputs.count }}
  steps:
${(0,yaml/* indent */.pZ)(checkout, 4)}${(0,yaml/* indent */.pZ)(planStep, 4)}
${legId}:
  needs: ${planId}
  if: needs.${planId}.outputs.count != '0'       # an empty matrix is an error
  strategy:
    fail-fast: false
    matrix: \${{ fromJSON(needs.${planId}.outputs.matrix) }}
  name: ${word} \${{ matrix.name }}
  runs-on: \${{ matrix.runner }}
  environment: \${{ matrix.environment }}
  concurrency:
    group: holdfast-${word}-\${{ matrix.name }}
    cancel-in-progress: false
  timeout-minutes: ${minutes}
  steps:
${(0,yaml/* indent */.pZ)(checkout, 4)}${(0,yaml/* indent */.pZ)(steps, 4)}`;
}
/** The workflow of a fleet. More legs than one matrix takes are planned in parts. */
function fleetText(fleet) {
    const count = Math.ceil(fleet.legs / plan_legs/* legsPerPart */.G);
    const parts = Array.from({ length: count }, (_, index) => partText(fleet, index + 1));
    return `name: ${fleet.name}
on:
${fleet.triggers}
${permissions(fleet.oidc)}
jobs:
${(0,yaml/* indent */.pZ)(parts.join('\n'), 2)}`;
}

;// CONCATENATED MODULE: ./build/commands/workflows/needs.js

/** What the commands of the workflows read of the configuration. */
const partsOf = {
    backup: [
        'source',
        'destinations',
        'encryption',
        'state-identity',
        'signing-key',
        'trust',
        'hooks',
        'notifiers',
        'metrics',
    ],
    cleanup: ['destinations', 'trust', 'notifiers', 'metrics'],
    drill: ['source', 'destinations', 'identity', 'signing-key', 'trust', 'verify', 'notifiers', 'metrics'],
};
/** What a command needs of the secrets for some jobs, at their destinations or at the named ones. */
function needsOf({ config }, command, step) {
    const { jobs, hosted } = step;
    const destinations = step.destinations ?? [
        ...new Set(jobs.flatMap((job) => config.job(job).to.map(({ name }) => name))),
    ];
    const wanted = { jobs, destinations, parts: partsOf[command] };
    return {
        env: environmentLines(config, { ...wanted, hosted }),
        oidc: usesOidc(config, destinations),
        files: config.files(wanted).map(({ file, path }) => `${file} (${path})`),
    };
}

;// CONCATENATED MODULE: ./build/commands/workflows/places.js


/** What only one machine has: a directory of its own, or its own configuration of rclone. */
/** Sources whose copies need what GitHub's runners do not have: OpenZFS in the kernel. */
const hostTypes = ['zfs'];
const boundTypes = ['filesystem', 'rclone'];
const hostedByGithub = ['ubuntu-latest'];
/** Whether labels are those of GitHub's own runners. */
function isHosted(runner) {
    return runner.every((label) => /^(?:ubuntu|windows|macos)-/.test(label));
}
/** Names of a job's destinations, and those of them that only its own runner reaches. */
function destinationsOf({ config }, job) {
    const all = config.job(job).to.map(({ name }) => name);
    return { all, bound: all.filter((name) => boundTypes.includes(config.outline(name).type)) };
}
/** Where each job is backed up. Errors: `usage` where neither the job nor `--runner` says it. */
function placedJobs(context, settings) {
    const { config } = context;
    const jobs = config.jobNames.map((name) => config.job(name));
    const homeless = jobs.filter(({ runner }) => runner === undefined).map(({ name }) => name);
    if (homeless.length > 0 && settings.runner === undefined) {
        throw new error/* HoldfastError */.E('usage', `nothing says which runner backs up ${homeless.join(', ')}`, {
            hint: 'Say --runner self-hosted,LABEL, or add runner: to each job, or to all under defaults.',
            context: { jobs: homeless },
        });
    }
    const placed = jobs.map(({ name, runner = settings.runner ?? [], environment }) => ({
        name,
        runner,
        environment,
    }));
    if ((0,plan_legs/* legsOf */.x)(placed).length > 1 && homeless.length > 0) {
        throw new error/* HoldfastError */.E('config-invalid', `several runners, and ${homeless.join(', ')} names none`, {
            hint: 'Add runner: to each job, or under defaults: the plan of a fleet reads nothing but the configuration.',
            context: { jobs: homeless },
        });
    }
    return placed;
}
function grouped(places) {
    const groups = Map.groupBy(places, ({ runner, destination }) => JSON.stringify([runner, destination ?? '']));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        return first === undefined ? [] : [{ ...first, jobs: group.flatMap(({ jobs }) => jobs) }];
    });
}
/** Where cleanup runs: at GitHub's, or with the job where one of its destinations is bound to that machine. */
function cleanupPlaces(context, settings, jobs) {
    return grouped(jobs.map(({ name, runner }) => ({
        jobs: [name],
        runner: destinationsOf(context, name).bound.length > 0 ? runner : (settings.cleanupRunner ?? hostedByGithub),
    })));
}
/** Where drills run: at GitHub's from a destination that is reached from there; with the job where there is none. */
function drillPlaces(context, settings, jobs) {
    return grouped(jobs.map(({ name, runner }) => {
        const { all, bound } = destinationsOf(context, name);
        const free = all.find((destination) => !bound.includes(destination));
        const atHost = hostTypes.includes(context.config.job(name).source.type);
        if (free === undefined || atHost)
            return { jobs: [name], runner };
        const place = { jobs: [name], runner: settings.drillRunner ?? hostedByGithub };
        return bound.length === 0 ? place : { ...place, destination: free };
    }));
}

;// CONCATENATED MODULE: ./build/commands/workflows/plant.js


/** Environments where the configuration names none, and minutes after which a run is stuck: GitHub's default is six hours. */
const roles = {
    backup: { environment: 'holdfast-backup', minutes: 720 },
    cleanup: { environment: 'holdfast-cleanup', minutes: 60 },
    drill: { environment: 'holdfast-drill', minutes: 120 },
};
function configInput({ config }) {
    return config === undefined ? [] : [['config', (0,yaml/* scalar */.d_)(config)]];
}
/** Says which files lie where `init` wrote them and not in the repository: what reads them on a runner will fail. */
function tellFiles({ context }, needs) {
    const names = [...new Set(needs.flatMap(({ files }) => files))];
    if (names.length === 0)
        return;
    (0,commands_context/* tell */.q)(context, {
        severity: 'warning',
        code: 'files-not-in-checkout',
        message: `the configuration takes values from files, which must be on the runner: ${names.join(', ')}`,
        hint: 'Write ${NAME} instead and set a secret of that name: keys do not belong into a repository.',
        names,
    });
}

;// CONCATENATED MODULE: ./build/commands/workflows/schedule.js
const hour = 3_600_000;
const day = 24 * hour;
/** GitHub delays and drops runs on the hour, so none of these is. */
const offTheHour = 'never on the hour: GitHub delays and drops runs then';
function shortest(spans) {
    const given = spans.filter((span) => span !== undefined);
    return given.length === 0 ? undefined : Math.min(...given);
}
/** A schedule in UTC as it stands under `on:`. */
function schedule(cron, comment) {
    const line = `    - cron: "${cron}"`;
    return `  schedule:\n${comment === undefined ? line : `${line.padEnd(31)} # ${comment}`}\n`;
}
/** Often enough for the job with the shortest `every`: each run takes what is due. */
function backupSchedule(jobs) {
    const every = shortest(jobs.map((job) => job.every)) ?? day;
    if (every < hour)
        return schedule('7,22,37,52 * * * *', offTheHour);
    return every < day ? schedule('17 * * * *', offTheHour) : schedule('17 2 * * *', offTheHour);
}
/** Once a night. */
function cleanupSchedule() {
    return schedule('41 4 * * *');
}
/** Each day where a job says how often it is drilled: a run takes what is due. Weekly where none says. */
function drillSchedule(jobs) {
    if (jobs.every((job) => job.verify?.every === undefined))
        return schedule('23 5 * * 0');
    return schedule('23 5 * * *', 'each run drills what verify.every says is due');
}

;// CONCATENATED MODULE: ./build/commands/workflows/backup-files.js










/** `backup.yml` for one runner, `fleet.yml` for several, and `doctor.yml` beside it. */
function backupFiles(plant) {
    const { context, settings, jobs, config } = plant;
    const legs = (0,plan_legs/* legsOf */.x)(jobs);
    const [first] = legs;
    if (first === undefined)
        return [];
    const names = jobs.map(({ name }) => name);
    const hosted = legs.some(({ runner }) => isHosted(runner));
    const needs = needsOf(context, 'backup', { jobs: names, hosted });
    const { destinationNames: destinations } = context.config;
    const ofDoctor = needsOf(context, 'backup', { jobs: names, destinations, hosted });
    tellFiles(plant, [needs]);
    const schedule = backupSchedule(names.map((name) => context.config.job(name)));
    const uses = usesOf(settings.actions, 'backup');
    const setup = usesOf(settings.actions, 'setup');
    if (legs.length === 1) {
        const { runner } = first;
        const environment = first.environment === '' ? roles.backup.environment : first.environment;
        const text = backupText(schedule, needs.oidc, {
            id: 'backup',
            runner,
            environment,
            role: 'its role may write; it may not delete, nor read data',
            minutes: roles.backup.minutes,
            uses,
            inputs: [...configInput(plant), ...backupInputs],
            env: needs.env,
        });
        const steps = doctorSteps({ setup, config, fleet: false, env: ofDoctor.env });
        return [
            { name: 'backup.yml', text, needs: [{ environment, lines: needs.env }] },
            {
                name: 'doctor.yml',
                text: doctorText({ runner, environment, oidc: ofDoctor.oidc, steps }),
                needs: [],
            },
        ];
    }
    const plan = {
        uses: usesOf(settings.actions, 'plan'),
        inputs: configInput(plant),
        env: planLines(context.config, names),
    };
    const ofLeg = [['jobs', '${{ matrix.jobs }}'], ['due', 'true']];
    const inputs = [...configInput(plant), ...ofLeg];
    const fleet = fleetText({
        name: 'Fleet backup',
        word: 'backup',
        triggers: `${schedule}  workflow_dispatch:\n`,
        oidc: needs.oidc,
        legs: legs.length,
        plan,
        minutes: roles.backup.minutes,
        steps: actionStep({ uses, inputs, env: needs.env }),
    });
    const doctor = fleetText({
        name: 'Backup doctor',
        word: 'doctor',
        triggers: doctorTriggers,
        oidc: ofDoctor.oidc,
        legs: legs.length,
        plan,
        minutes: doctorMinutes,
        steps: doctorSteps({ setup, config, fleet: true, env: ofDoctor.env }),
    });
    const secrets = legs.map((leg) => ({
        environment: leg.environment,
        lines: needsOf(context, 'backup', { jobs: leg.jobs.split(','), hosted }).env,
    }));
    return [
        { name: 'fleet.yml', text: fleet, needs: secrets },
        { name: 'doctor.yml', text: doctor, needs: [] },
    ];
}

;// CONCATENATED MODULE: ./build/commands/workflows/placed-file.js





/** A workflow with a job for each place where its command runs; none where there is no place. */
function placedFile(plant, file, places) {
    if (places.length === 0)
        return [];
    const { context, settings } = plant;
    const { command, action, role, why, input } = file;
    const { environment, minutes } = roles[command];
    const ids = jobIds(command, places.map(({ runner }) => runner));
    const needs = places.map(({ jobs, runner, destination }) => needsOf(context, command, {
        jobs,
        hosted: isHosted(runner),
        ...(destination !== undefined && { destinations: [destination] }),
    }));
    tellFiles(plant, needs);
    const isAll = places.length === 1 && places[0]?.jobs.length === context.config.jobNames.length;
    // An id is of one job, and so of one place.
    const takesInput = command === 'cleanup' || places.length === 1;
    const jobs = places.map(({ jobs: names, runner, destination }, index) => {
        const selected = isAll ? [] : [['jobs', names.join(',')]];
        const at = destination === undefined ? [] : [['destination', (0,yaml/* scalar */.d_)(destination)]];
        return {
            id: ids[index] ?? command,
            runner,
            ...(isHosted(runner) && { why }),
            environment,
            role,
            minutes,
            uses: usesOf(settings.actions, action),
            inputs: [...configInput(plant), ...selected, ...at, ...(takesInput ? [input] : [])],
            env: needs[index]?.env ?? [],
        };
    });
    const lines = [...new Map(needs.flatMap(({ env }) => env).map((line) => [line.name, line])).values()];
    const text = file.text(needs.some(({ oidc }) => oidc), jobs);
    return [{ name: file.name, text, needs: [{ environment, lines }] }];
}

// EXTERNAL MODULE: ./build/commands/workflows/settings.js
var workflows_settings = __webpack_require__(46409);
;// CONCATENATED MODULE: ./build/commands/workflows/files.js






const cleanup = {
    name: 'cleanup.yml',
    command: 'cleanup',
    action: 'cleanup',
    role: 'the one role that may delete',
    why: 'needs the store only: not the source, not the key',
    input: ['dry-run', '${{ inputs.dry-run }}'],
    text: (oidc, jobs) => cleanupText(cleanupSchedule(), oidc, jobs),
};
const drill = {
    name: 'restore-drill.yml',
    command: 'drill',
    action: 'restore-verify',
    role: 'its role may read and add proofs; it has the private key',
    why: 'holds a copy of what was backed up while it runs',
    input: ['id', '${{ inputs.id }}'],
};
/**
 * The workflows of a configuration; `config` is its path in the repository, unless it is found anyway.
 * Errors: `usage`, `config-invalid` where nothing says on which runner.
 */
function workflowFiles(context, settings, config) {
    const jobs = placedJobs(context, settings);
    const plant = { context, settings, jobs, config };
    const schedule = drillSchedule(jobs.map(({ name }) => context.config.job(name)));
    const drillFile = {
        ...drill,
        text: (oidc, list) => drillText(schedule, oidc, list),
    };
    const files = [
        ...backupFiles(plant),
        ...placedFile(plant, cleanup, cleanupPlaces(context, settings, jobs)),
        ...placedFile(plant, drillFile, drillPlaces(context, settings, jobs)),
    ];
    return files.map((file) => ({ ...file, text: `${(0,workflows_settings/* headerOf */.rR)(settings)}${file.text}` }));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/commands/workflows/folder.js




/** The workflows of a repository, as they are now. */
function readWorkflows(folder) {
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
    return names
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => {
        const text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name), 'utf8').replaceAll('\r\n', '\n');
        const settings = (0,workflows_settings/* readHeader */.ay)(text);
        return { name, text, ...(settings && { settings }) };
    });
}
function unwritable(path, cause) {
    return new error/* HoldfastError */.E('target-unwritable', `${path} cannot be written`, {
        hint: 'Make .github/workflows a directory that this user may write.',
        context: { path },
        cause,
    });
}
/** Writes a workflow; undefined removes it. Errors: `target-unwritable`. */
function writeWorkflow(folder, name, text) {
    const path = (0,external_node_path_.join)(folder, name);
    try {
        if (text === undefined)
            (0,external_node_fs_.rmSync)(path);
        else {
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
            (0,external_node_fs_.writeFileSync)(path, text);
        }
    }
    catch (cause) {
        throw unwritable(path, cause);
    }
}

;// CONCATENATED MODULE: ./build/commands/workflows/github-commands.js

/** What makes an environment of the repository that `gh` is in. */
function environmentCommand(name) {
    const path = `repos/{owner}/{repo}/environments/${encodeURIComponent(name)}`;
    return `gh api --silent --method PUT ${(0,shell_word/* shellWord */.r)(path)}`;
}
/** The `gh` commands that give the environments of a workflow what its steps read; each asks for the value. */
function commandsFor(needs) {
    const commands = needs.flatMap(({ environment, lines }) => {
        const at = environment === '' ? '' : ` --env ${(0,shell_word/* shellWord */.r)(environment)}`;
        return [
            ...(environment === '' ? [] : [environmentCommand(environment)]),
            ...lines.map(({ name, from }) => `gh ${from === 'vars' ? 'variable' : 'secret'} set ${name}${at}`),
        ];
    });
    return [...new Set(commands)];
}

// EXTERNAL MODULE: ./build/commands/workflows/surroundings.js
var surroundings = __webpack_require__(53863);
;// CONCATENATED MODULE: ./build/commands/workflows.js










const found = ['holdfast.yml', '.github/holdfast.yml'];
function settingsOf(context, root, given, there) {
    const before = there.find(({ settings }) => settings !== undefined)?.settings ?? {};
    const settings = { ...before, ...given };
    if (settings.actions !== undefined)
        return { ...settings, actions: (0,workflows_settings/* actionsReference */.lq)(settings.actions) };
    const owner = (0,surroundings/* ownerOf */.b)(root);
    if (owner === undefined)
        throw (0,workflows_settings/* actionsUnknown */.uv)();
    const actions = `${owner}/holdfast@v1`;
    (0,commands_context/* tell */.q)(context, {
        severity: 'info',
        code: 'actions-guessed',
        message: `the workflows use ${actions}, after the owner of this repository`,
        hint: 'Say --actions OWNER/holdfast@v1 for another one; it is kept in the workflows.',
    });
    return { ...settings, actions };
}
function refuseForeign(folder, there, names) {
    const foreign = there.filter(({ name, settings }) => settings === undefined && names.includes(name));
    if (foreign.length === 0)
        return;
    const paths = foreign.map(({ name }) => (0,external_node_path_.join)(folder, name));
    throw new error/* HoldfastError */.E('target-not-empty', `${paths.join(', ')} is there, and is not of this command`, {
        hint: 'Rename or remove it: holdfast replaces only workflows that it wrote.',
        context: { paths },
    });
}
/** What `--check` ends with when something is not as it should be. */
function differs(results) {
    const bad = results.filter(({ status }) => status !== 'unchanged');
    if (bad.length === 0)
        return [];
    const list = bad.map(({ file, status }) => `${file} ${status}`).join(', ');
    return [
        new error/* HoldfastError */.E('workflows-differ', `the workflows do not fit the configuration: ${list}`, {
            hint: 'Run `holdfast workflows --write` and commit what it wrote.',
            context: { files: bad.map(({ file }) => file) },
        }),
    ];
}
/**
 * `holdfast workflows --write|--check`: the workflows of this configuration in `.github/workflows/` of the repository
 * around it. What is not given of `given` is what they were written with before. Files that somebody else wrote are
 * left alone. Errors: `usage`, `config-invalid`, `target-not-empty`, `target-unwritable`; checking, `workflows-differ`.
 */
async function workflows(context, mode, given) {
    const { config, cwd } = context;
    const root = (0,surroundings/* repositoryRoot */.H)(config.directory);
    const folder = (0,external_node_path_.join)(root, '.github', 'workflows');
    const there = readWorkflows(folder);
    const settings = settingsOf(context, root, given, there);
    const path = config.file === undefined ? undefined : (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(cwd, config.file));
    const files = workflowFiles(context, settings, path !== undefined && found.includes(path) ? undefined : path);
    refuseForeign((0,external_node_path_.relative)(cwd, folder), there, files.map(({ name }) => name));
    const obsolete = there.filter(({ name, settings: own }) => own !== undefined && !files.some((file) => file.name === name));
    const wanted = [...files, ...obsolete.map(({ name }) => ({ name, text: undefined, needs: [] }))];
    const results = wanted.map(({ name, text, needs }) => {
        const before = there.find((file) => file.name === name)?.text;
        const file = (0,external_node_path_.relative)(cwd, (0,external_node_path_.join)(folder, name));
        const commands = commandsFor(needs);
        if (before === text)
            return { file, status: 'unchanged', commands };
        if (mode === 'write') {
            writeWorkflow(folder, name, text);
            return { file, status: text === undefined ? 'removed' : 'written', commands };
        }
        const status = before === undefined ? 'missing' : text === undefined ? 'obsolete' : 'differs';
        return { file, status, commands, diff: lineDiff(before ?? '', text ?? '') };
    });
    const errors = mode === 'check' ? differs(results) : [];
    return errors.length === 0 ? (0,outcome/* done */.Vw)(results) : { results, warnings: [], errors, exitCode: 1 };
}


/***/ }),

/***/ 53863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ repositoryRoot),
/* harmony export */   b: () => (/* binding */ ownerOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function textOf(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch {
        return undefined;
    }
}
/** The root of the git repository around a directory; the directory itself where there is none. */
function repositoryRoot(directory) {
    let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory);
    for (;;) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git')))
            return folder;
        const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
        if (above === folder)
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory);
        folder = above;
    }
}
/** Whose repository it is, by the remote `origin`; undefined where that does not say. */
function ownerOf(root) {
    const text = textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.git', 'config'));
    const origin = /\[remote "origin"\][^[]*?\n\s*url\s*=\s*(\S+)/.exec(text ?? '')?.[1];
    return /[:/]([\w.-]+)\/[\w.-]+?(?:\.git)?\/?$/.exec(origin ?? '')?.[1];
}


/***/ }),

/***/ 36339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   d_: () => (/* binding */ scalar),
/* harmony export */   ni: () => (/* binding */ commented),
/* harmony export */   pZ: () => (/* binding */ indent)
/* harmony export */ });
/** A text as YAML: plain where that can mean nothing else, else quoted. */
function scalar(text) {
    const isPlain = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/.test(text);
    return isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
/** Labels as `runs-on:` takes them: one alone, or a list. */
function labels(list) {
    const [only = ''] = list;
    return list.length === 1 ? scalar(only) : `[${list.map(scalar).join(', ')}]`;
}
/** Every line that is not empty, `by` spaces to the right. */
function indent(text, by) {
    return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
/** A line with a comment that begins in column 35, or two spaces behind it. */
function commented(line, comment) {
    return `${line.padEnd(33)} # ${comment}`;
}


/***/ })

};
