export const id = 6486;
export const ids = [6486,6116];
export const modules = {

/***/ 68970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ parseId),
/* harmony export */   M4: () => (/* binding */ makeId),
/* harmony export */   PO: () => (/* binding */ preciseTime),
/* harmony export */   aD: () => (/* binding */ idPattern),
/* harmony export */   s8: () => (/* binding */ jobPattern),
/* harmony export */   vG: () => (/* binding */ isJobName)
/* harmony export */ });
/* unused harmony export compactTime */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);


const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** Of an id's form; {@link parseId} knows the calendar too. */
const idPattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-L(0|[1-9]\d?)-[a-z2-7]{6}$/;
const jobPattern = /^[a-z0-9][a-z0-9._-]{0,99}$/;
/** Whether `job` may name a job: `[a-z0-9][a-z0-9._-]{0,99}`. */
function isJobName(job) {
    return jobPattern.test(job);
}
/** `YYYYMMDDTHHMMSSZ`, UTC. */
function compactTime(time) {
    return `${time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
/** `YYYYMMDDTHHMMSS.mmmZ`, UTC: sorts by time, and two of one second do not meet. */
function preciseTime(time) {
    return time.toISOString().replaceAll(/[-:]/g, '');
}
/**
 * A backup's id `YYYYMMDDTHHMMSSZ-L<level>-<6 random base32>`: sorts by time, unique without coordination.
 * Levels go from 0 to 99. Errors: `internal` for another level or a time outside the years 0 to 9999.
 */
function makeId(now, level, random = node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes) {
    const suffix = Array.from(random(6), (byte) => alphabet[byte & 31]).join('');
    const id = `${compactTime(now)}-L${level}-${suffix}`;
    if (!parseId(id))
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('internal', `a backup cannot have the id ${id}`);
    return id;
}
/** The parts of an id; undefined for a text that is none, a date that does not exist included. */
function parseId(id) {
    const match = idPattern.exec(id);
    if (!match)
        return undefined;
    const [year, month, day, hour, minute, second, level] = match.slice(1);
    const createdAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (Number.isNaN(createdAt.getTime()) || !id.startsWith(compactTime(createdAt)))
        return undefined;
    return { createdAt, level: Number(level) };
}


/***/ }),

/***/ 86309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ generateSigningKey),
/* harmony export */   Sb: () => (/* binding */ parseTrust),
/* harmony export */   UG: () => (/* binding */ parseSigningKey),
/* harmony export */   kc: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);



const filePrefix = 'HOLDFAST-SIGNING-KEY-ed25519:';
const publicPrefix = 'ed25519:';
/** PKCS#8 and SPKI around a raw ed25519 key, RFC 8410. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');
function invalid(what) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('key-invalid', what, {
        hint: 'Give signing.key the content of a file that `holdfast keygen` wrote, and signing.trust the public halves it printed.',
    });
}
/** The bytes of canonical base64 of just this length; undefined otherwise. */
function rawKey(text) {
    const raw = Buffer.from(text, 'base64');
    return raw.length === 32 && raw.toString('base64') === text ? raw : undefined;
}
/**
 * Reads a private signing key: one line `HOLDFAST-SIGNING-KEY-ed25519:<base64 of the raw 32-byte seed>`; empty lines
 * and lines that begin with `#` are comments. Errors: `key-invalid`, which never repeats the text.
 */
function parseSigningKey(text) {
    const lines = text
        .reveal()
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    const [line] = lines;
    if (line === undefined)
        throw invalid('the signing key holds no key line');
    if (lines.length > 1)
        throw invalid('the signing key holds more than one key line');
    if (!line.startsWith(filePrefix))
        throw invalid(`the signing key does not begin with ${filePrefix}`);
    const seed = rawKey(line.slice(filePrefix.length));
    if (!seed)
        throw invalid('the signing key is not the base64 of 32 bytes');
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
    return { keyid: publicText((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key)), sign: (message) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, message, key) };
}
/** A new key pair: `private` is the line for a file, `public` what verifiers list under `signing.trust`. */
function generateSigningKey() {
    const { privateKey, publicKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8.length);
    return { private: new _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .zh(`${filePrefix}${seed.toString('base64')}`), public: publicText(publicKey) };
}
function publicText(key) {
    const raw = key.export({ format: 'der', type: 'spki' }).subarray(spki.length);
    return `${publicPrefix}${raw.toString('base64')}`;
}
/** A listing of 100,000 manifests meets a handful of keys. */
const keys = new Map();
const mostKeys = 64;
/** A public key from its text `ed25519:<base64>`; undefined when it is none. */
function publicKeyOf(text) {
    const known = keys.get(text);
    const raw = !known && text.startsWith(publicPrefix) ? rawKey(text.slice(publicPrefix.length)) : undefined;
    if (!raw)
        return known;
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' });
    if (keys.size >= mostKeys)
        keys.clear();
    keys.set(text, key);
    return key;
}
/** Checks a `signing.trust` list. Errors: `key-invalid` naming the entry. */
function parseTrust(list) {
    for (const text of list) {
        if (!publicKeyOf(text))
            throw invalid(`${text} is no public key of the form ed25519:<base64 of 32 bytes>`);
    }
    return list;
}


/***/ }),

/***/ 47233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TZ: () => (/* binding */ generateKeyPair),
/* harmony export */   du: () => (/* binding */ recipientOf),
/* harmony export */   go: () => (/* binding */ parseIdentities),
/* harmony export */   q: () => (/* binding */ parseRecipients)
/* harmony export */ });
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81539);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);



/** A new age X25519 key pair. */
async function generateKeyPair() {
    const identity = await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .generateX25519Identity */ .ou)();
    return { identity: new _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .zh(identity), recipient: await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .identityToRecipient */ .RE)(identity) };
}
/** The public half of an identity; `key-invalid` if it is none. */
async function recipientOf(identity) {
    try {
        return await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .identityToRecipient */ .RE)(identity.reveal().trim());
    }
    catch {
        // The library's error may quote the key, so it is not kept as the cause.
        throw invalidIdentity('this is not an age identity');
    }
}
/** Age recipients, trimmed and checked; `key-invalid` names the first that is none. */
function parseRecipients(recipients) {
    return recipients.map((recipient, index) => {
        const text = recipient.trim();
        try {
            new age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .Encrypter */ .T7().addRecipient(text);
        }
        catch {
            throw invalidRecipient(text, index);
        }
        return text;
    });
}
function invalidRecipient(text, index) {
    // Only what looks public is shown: people paste the identity into the wrong field.
    const shown = /^age1[a-z0-9]*$/.test(text) ? text : `number ${index + 1}`;
    const secret = text.toUpperCase().startsWith('AGE-SECRET-KEY');
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('key-invalid', `recipient ${shown} is ${secret ? 'a secret key' : 'no age recipient'}`, {
        hint: secret
            ? 'Put the public half (age1…) under recipients; `age-keygen -y FILE` prints it.'
            : 'A recipient begins with age1; check that it was copied whole.',
        context: { position: index + 1 },
    });
}
/**
 * The identities of an identity file: one `AGE-SECRET-KEY-…` a line, `#` comments and empty lines between.
 * `key-invalid` names the line that is none; a text without any identity is invalid too.
 */
function parseIdentities(text) {
    const identities = [];
    for (const [index, raw] of text.reveal().split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        try {
            new age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .Decrypter */ .Hz().addIdentity(line);
        }
        catch {
            throw invalidIdentity(`line ${index + 1} is not an age identity`);
        }
        identities.push(new _domain_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .zh(line));
    }
    if (identities.length === 0)
        throw invalidIdentity('the text holds no age identity');
    return identities;
}
function invalidIdentity(message) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('key-invalid', message, {
        hint: 'Give the file that keygen wrote: lines beginning with AGE-SECRET-KEY-, not encrypted themselves.',
    });
}


/***/ }),

/***/ 76486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/config.js + 37 modules
var config = __webpack_require__(11521);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
;// CONCATENATED MODULE: ./build/commands/init/config-text.js
/** The `holdfast.yml` that `init` writes: complete, short, and commented where one would want to change it. */
function configText({ sources, destination, keysFolder }, keys) {
    const jobs = sources.map(({ job, path }) => `  ${job}:
    source:
      type: directory
      path: ${JSON.stringify(path)}
      # exclude: ["*.tmp"]
`);
    return `# yaml-language-server: $schema=./holdfast.schema.json   (write it with: holdfast schema > holdfast.schema.json)
version: 1
# timezone: Europe/Berlin              # calendar rules; UTC when absent

destinations:
  local:
    type: filesystem
    path: ${JSON.stringify(destination)}

encryption:
  recipients: [${keys.recipient}]      # public: anyone may see it
  # Restores and drills open backups with this. Keep a copy where the backups are not.
  identity-file: ${keysFolder}/identity.txt

signing:
  key: \${file:${keysFolder}/backup-signing.key}
  trust:                               # only what these keys signed counts
    - ${keys.backupSigning}            # backups
    - ${keys.drillSigning}             # drills on another host sign with drill-signing.key

defaults:
  to: [local]
  every: 24h                           # for backup --due and status
  retention: { keep-daily: 7, keep-weekly: 4, keep-monthly: 6, require-proofs: 1 }
  verify: { depth: restore, every: 7d }

jobs:
${jobs.join('')}`;
}

;// CONCATENATED MODULE: ./build/commands/init/from-azure-directory.js

/** A text as YAML takes it, with what is to be taken literally. */
function quoted(text) {
    return JSON.stringify(text.replaceAll('${', () => '$${'));
}
/** A variable, or the file that it was mounted as: the secret itself never gets into the configuration. */
function reference({ name, file }) {
    return file === undefined ? `\${${name}}` : `\${file:${file}}`;
}
/**
 * The `holdfast.yml` that does what an Azure directory backup did by its environment: the same names, the same age. The
 * connection string stays where it is. Errors: `config-invalid`, `config-file-unreadable`.
 */
function azureDirectoryText(environment, cwd) {
    const { connection, container, days, path, job, timezone } = (0,config/* azureSettings */.LZ)(environment, cwd);
    const text = `# From the environment of an Azure directory backup. docs/migration/azure-directory.md says what more there is.
version: 1
timezone: ${timezone}   # of the times in names

destinations:
  azure:
    type: azure
    container: ${quoted(container)}   # made when it is not there
    connection-string: ${reference(connection)}

# As it was: whoever reads the container reads the data. \`holdfast keygen\` makes keys, and this would encrypt:
#   encryption: { recipients: [age1…] }        and an object-name that ends in .tgz.age
encryption: none

jobs:
  ${job}:
    source: { type: directory, path: ${quoted(path)} }
    to: [azure]
    # One archive that \`tar -xzf\` reads. Older ones of this name, whoever wrote them, are listed, restored and pruned too.
    package: single
    object-name: "{basename}_{time:YYYYMMDDHHMMSS}.tgz"
    compression: { type: gzip, level: 9 }
    levels: { 0: otherwise }   # always full
    retention: { keep-within: ${days}d }   # counted from the newest, which always stays
`;
    return { text, job };
}

// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
;// CONCATENATED MODULE: ./build/commands/init/on-host.js




function jobOf(path, taken) {
    const plain = (0,external_node_path_.basename)(path)
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[^a-z0-9]+/, '')
        .slice(0, 90);
    const name = (0,ids/* isJobName */.vG)(plain) ? plain : 'files';
    for (let number = 1;; number += 1) {
        const candidate = number === 1 ? name : `${name}-${number}`;
        if (!taken.has(candidate))
            return candidate;
    }
}
/** Directories of this host with names for their jobs. Errors: `source-unreadable`. */
async function checkedSources(cwd, sources) {
    const jobs = [];
    const taken = new Set();
    for (const source of sources) {
        const path = (0,external_node_path_.resolve)(cwd, source);
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        if (!found?.isDirectory()) {
            throw new error/* HoldfastError */.E('source-unreadable', `${path} is not a directory`, {
                hint: 'Name directories that exist with --source.',
                context: { path },
            });
        }
        const job = jobOf(path, taken);
        taken.add(job);
        jobs.push({ job, path });
    }
    return jobs;
}

// EXTERNAL MODULE: ./build/config/destination-url.js
var destination_url = __webpack_require__(99871);
// EXTERNAL MODULE: ./build/config/source-url.js
var source_url = __webpack_require__(45930);
// EXTERNAL MODULE: ./build/commands/workflows/settings.js
var settings = __webpack_require__(46409);
// EXTERNAL MODULE: ./build/commands/workflows/surroundings.js
var surroundings = __webpack_require__(53863);
// EXTERNAL MODULE: ./build/commands/workflows.js + 15 modules
var workflows = __webpack_require__(40332);
// EXTERNAL MODULE: ./build/commands/workflows/yaml.js
var yaml = __webpack_require__(36339);
;// CONCATENATED MODULE: ./build/commands/init/runner-config-text.js

/** How the store is signed in to: keys of the destination, by its kind. The variables are of GitHub's environments. */
function credentials(settings) {
    const { type, endpoint } = settings;
    if (type === 's3' && endpoint === undefined) {
        return ['role-arn: ${HOLDFAST_ROLE_ARN:-}     # each environment its own; empty: the AWS default chain'];
    }
    if (type === 's3') {
        return ['access-key-id: ${S3_ACCESS_KEY_ID:-}', 'secret-access-key: ${S3_SECRET_ACCESS_KEY:-}'];
    }
    if (type === 'azure') {
        return [
            'tenant-id: ${AZURE_TENANT_ID:-}       # each environment its own application; empty: managed identity',
            'client-id: ${AZURE_CLIENT_ID:-}',
        ];
    }
    return [];
}
/** The `holdfast.yml` of a repository whose runners back up: keys come from secrets, and files from nowhere. */
function runnerConfigText({ sources, destination, runner }, keys) {
    const lines = [
        ...Object.entries(destination.settings).map(([key, value]) => `${key}: ${typeof value === 'string' ? (0,yaml/* scalar */.d_)(value) : value}`),
        ...credentials(destination.settings),
    ];
    const jobs = sources.map(({ job, path }) => `  ${job}:
    source:
      type: directory
      path: ${(0,yaml/* scalar */.d_)(path)}
`);
    return `# yaml-language-server: $schema=./holdfast.schema.json   (write it with: holdfast schema > holdfast.schema.json)
version: 1
# timezone: Europe/Berlin              # calendar rules; UTC when absent

destinations:
  ${destination.name}:
${lines.map((line) => `    ${line}\n`).join('')}
encryption:
  recipients: [${keys.recipient}]      # public: anyone may see it
  identity: \${HOLDFAST_IDENTITY}       # read by restores and drills only
  state-identity: \${HOLDFAST_STATE_IDENTITY:-}   # opens what the next increment needs, and nothing else

signing:
  key: \${HOLDFAST_SIGNING_KEY:-}       # each environment its own
  trust:                               # only what these keys signed counts
    - ${keys.backupSigning}            # backups
    - ${keys.drillSigning}             # drills

defaults:
  to: [${destination.name}]
  every: 24h                           # for backup --due and status
  retention: { keep-daily: 7, keep-weekly: 4, keep-monthly: 6, require-proofs: 1 }
  verify: { depth: restore, every: 7d }
  runner: ${(0,yaml/* labels */.WD)(runner)}

jobs:
${jobs.join('')}`;
}

;// CONCATENATED MODULE: ./build/commands/init/on-runner.js








/** Which file of `keygen` is a secret of which environment. */
const keyFiles = {
    HOLDFAST_IDENTITY: { 'holdfast-drill': 'identity.txt' },
    HOLDFAST_STATE_IDENTITY: { 'holdfast-backup': 'state-identity.txt' },
    HOLDFAST_SIGNING_KEY: { 'holdfast-backup': 'backup-signing.key', 'holdfast-drill': 'drill-signing.key' },
};
const purposes = {
    'backup.yml': 'backs up what is due, every night',
    'cleanup.yml': 'deletes what retention lets go',
    'doctor.yml': 'by hand: is all there that the runner needs?',
    'restore-drill.yml': 'proves every week that it comes back',
};
/** `gh secret set NAME --env ENV`, with the file that the value is in. */
function withFile(command, folder) {
    const [, name = '', environment = ''] = /^gh secret set (\S+) --env (\S+)$/.exec(command) ?? [];
    const file = keyFiles[name]?.[environment];
    return file === undefined ? command : `${command} < ${folder}/${file}`;
}
/** Paths as the runner will see them: nothing is looked for here. Errors: `usage`. */
function runnerSources(given) {
    const sources = given.map((text) => (0,source_url/* parseSource */.P)(text, { inArgv: true }));
    const [other] = sources.filter(({ source }) => source.type !== 'directory');
    if (other !== undefined) {
        throw new error/* HoldfastError */.E('usage', `init writes jobs for directories, and ${other.name} is none`, {
            hint: 'Begin with a directory, then add the job to holdfast.yml and run `holdfast workflows --write`.',
        });
    }
    const names = sources.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
        throw new error/* HoldfastError */.E('usage', `two sources are named ${twice}`, {
            hint: 'Give one of them a name of its own: other=/its/path.',
        });
    }
    return sources.map(({ name, source }) => ({ job: name, path: String(source.path) }));
}
/** What `init` writes for a runner, everything given checked. Errors: `usage`. */
function planForRunner(options) {
    const { runner, to, directory, actions } = options;
    if (actions !== undefined)
        (0,settings/* actionsReference */.lq)(actions);
    else if ((0,surroundings/* ownerOf */.b)((0,surroundings/* repositoryRoot */.H)(directory)) === undefined)
        throw (0,settings/* actionsUnknown */.uv)();
    const sources = runnerSources(options.sources);
    const destination = (0,destination_url/* parseDestination */.G)(to);
    return {
        jobs: sources,
        text: (keys) => runnerConfigText({ sources, destination, runner }, keys),
    };
}
/** Writes the workflows of a configuration that `init` has just written, and says what GitHub has to be told. */
async function writeWorkflows(context, file, keys, actions) {
    const site = { ...context, config: context.readConfig(file) };
    const outcome = await (0,workflows.workflows)(site, 'write', actions === undefined ? {} : { actions });
    const folder = (0,external_node_path_.relative)(context.cwd, keys) || '.';
    return outcome.results.map(({ file: name, commands }) => ({
        file: name,
        what: purposes[(0,external_node_path_.basename)(name)] ?? 'a workflow',
        commands: commands.map((command) => withFile(command, folder)),
    }));
}

;// CONCATENATED MODULE: ./build/commands/init/recovery-sheet.js
/** What to print and put into a safe: all that a stranger needs on the worst day, the private key included. */
function recoverySheet(facts) {
    const { keys, identity, destination, host, createdAt } = facts;
    return `# Recovery sheet

Print this, or store it in a password manager, **away from ${host} and from the backups**. Whoever holds it can read every
backup. Whoever loses it, and the file it was made from, can read none.

- made: ${createdAt.toISOString()} on ${host}
- backups are in: ${destination}
- encrypted to: ${keys.recipient}
- signed by: ${keys.backupSigning}; proofs by ${keys.drillSigning}

## The private key

    ${identity}

## How to restore

1. On any machine with Node: \`npx holdfast restore JOB --destination ${destination} --identity identity.txt --to DIRECTORY\`,
   where identity.txt holds the private key above. \`holdfast list --destination ${destination}\` shows the jobs.
2. Without Holdfast: \`RESTORE.md\` in the destination says how to do it with age, zstd and tar.
3. Where the destination needs credentials of its own, they are not on this sheet: write down here where they are kept:

## When this sheet is out of date

- After \`holdfast keygen\` and \`holdfast rekey\`: write the new private key onto a new sheet, try it with
  \`holdfast verify --identity FILE\`, and keep this one until no backup is left that only this key opens.
- A passphrase (\`encryption.passphrase\`) opens backups too, and is not on this sheet.
- Backups that moved to another destination: write the new place down.
`;
}

// EXTERNAL MODULE: ./build/commands/keygen.js
var keygen = __webpack_require__(86116);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/init.js












const keysFolder = 'holdfast-keys';
const sheetName = 'recovery-sheet.md';
const fileName = 'holdfast.yml';
async function writeNew(file, text, mode = 0o644) {
    try {
        await (0,promises_.writeFile)(file, text, { flag: 'wx', mode });
    }
    catch (cause) {
        const exists = cause.code === 'EEXIST';
        throw new error/* HoldfastError */.E('target-unwritable', exists ? `${file} exists already` : `cannot write ${file}`, {
            hint: exists
                ? 'Edit it by hand, or run init in another directory with --out.'
                : 'Choose a directory that you may write to with --out.',
            context: { path: file },
            cause,
        });
    }
}
/** Keys must never be committed: says so to git, without touching what stands there. */
async function ignore(directory) {
    const file = (0,external_node_path_.join)(directory, '.gitignore');
    const lines = [`${keysFolder}/`, sheetName, '.env'];
    const there = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    const missing = lines.filter((line) => !there.split('\n').includes(line));
    if (missing.length === 0)
        return;
    const start = there === '' || there.endsWith('\n') ? '' : '\n';
    await (0,promises_.appendFile)(file, `${start}${missing.join('\n')}\n`);
}
/** `--from azure-directory`: a configuration of what the environment, `.env` and `--env-file` say; no keys. */
async function fromAzureDirectory(context, { out, envFile }) {
    const { cwd } = context;
    const environment = (0,config/* environmentWithFiles */.zt)({
        environment: context.environment,
        cwd,
        envFile,
        directories: [cwd],
    });
    const { text, job } = azureDirectoryText(environment, cwd);
    const directory = (0,external_node_path_.resolve)(cwd, out ?? '.');
    await (0,promises_.mkdir)(directory, { recursive: true });
    const file = (0,external_node_path_.join)(directory, fileName);
    await writeNew(file, text);
    return (0,outcome/* done */.Vw)([{ file: (0,external_node_path_.relative)(cwd, file), what: 'the configuration', jobs: [job] }]);
}
/** Where backups run: labels of a runner, or undefined for this host. */
async function runnerOf(context, options) {
    if (options.runner !== undefined)
        return options.runner;
    const question = 'Where do backups run: here (Enter), or on a runner with which labels (self-hosted,db-1)?';
    const answer = await context.ask(question, '--runner', '');
    return answer === '' || answer === 'here' ? undefined : (0,settings/* labelsOf */.PC)(answer, '--runner');
}
/** What will be written, all of it checked before anything is. */
async function planned(context, options) {
    const runner = await runnerOf(context, options);
    const where = runner === undefined ? '' : ' (as the runner sees it)';
    const given = options.sources.length > 0
        ? options.sources
        : [await context.ask(`Which directory shall be backed up${where}?`, '--source')];
    const place = runner === undefined
        ? 'a path on another disk'
        : 's3://bucket/prefix?region=… or azure://account/container';
    const to = options.to ?? (await context.ask(`Where shall backups go (${place})?`, '--to'));
    if (runner !== undefined) {
        const directory = (0,external_node_path_.resolve)(context.cwd, options.out ?? '.');
        return {
            to,
            runner,
            ...planForRunner({ sources: given, to, runner, directory, actions: options.actions }),
        };
    }
    const sources = await checkedSources(context.cwd, given);
    const destination = (0,external_node_path_.resolve)(context.cwd, to);
    const text = (keys) => configText({ sources, destination, keysFolder }, keys);
    return { to: destination, jobs: sources, text };
}
/**
 * `holdfast init --source DIR --to PATH`: a configuration, keys, a recovery sheet and a `.gitignore`; with `--runner`
 * for a runner of GitHub Actions, where nothing is looked for here, and with workflows. Overwrites nothing. Asks for what
 * is not given where there is a terminal. Errors: `usage`, `source-unreadable`, `target-unwritable`, those of `workflows`.
 */
async function init(context, options) {
    if (options.from !== undefined)
        return fromAzureDirectory(context, options);
    const directory = (0,external_node_path_.resolve)(context.cwd, options.out ?? '.');
    const { to, jobs, text, runner } = await planned(context, options);
    const file = (0,external_node_path_.join)(directory, fileName);
    await (0,promises_.mkdir)(directory, { recursive: true });
    if (await (0,promises_.stat)(file).catch(() => undefined))
        await writeNew(file, '');
    const createdAt = context.clock.now();
    const keys = await (0,keygen/* generateKeys */.w)((0,external_node_path_.join)(directory, keysFolder), createdAt);
    await writeNew(file, text(keys));
    const identity = (await (0,promises_.readFile)((0,external_node_path_.join)(keys.directory, 'identity.txt'), 'utf8'))
        .split('\n')
        .find((line) => line.startsWith('AGE-')) ?? '';
    await writeNew((0,external_node_path_.join)(directory, sheetName), recoverySheet({ keys, identity, destination: to, host: context.identity.host, createdAt }), 0o600);
    await ignore(directory);
    const shown = (path) => (0,external_node_path_.relative)(context.cwd, path) || '.';
    const workflows = runner === undefined ? [] : await writeWorkflows(context, file, keys.directory, options.actions);
    return (0,outcome/* done */.Vw)([
        { file: shown(file), what: 'the configuration', jobs: jobs.map(({ job }) => job) },
        { file: shown(keys.directory), what: 'private keys, 0600; git ignores them', recipient: keys.recipient },
        {
            file: shown((0,external_node_path_.join)(directory, sheetName)),
            what: 'print it, keep it away from the backups, then delete it',
        },
        ...workflows,
    ]);
}


/***/ }),

/***/ 86116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keygen: () => (/* binding */ keygen),
/* harmony export */   w: () => (/* binding */ generateKeys)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86309);
/* harmony import */ var _codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47233);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54992);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33967);






async function writePrivate(file, text) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'wx', 0o600);
        try {
            await handle.writeFile(text);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
    }
    catch (cause) {
        const exists = cause.code === 'EEXIST';
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('target-unwritable', exists ? `${file} exists already` : `cannot write ${file}`, {
            hint: exists
                ? 'Keys are never overwritten. Use another --out directory, or move the old key away and keep it.'
                : 'Choose a directory that you may write to with --out.',
            context: { path: file },
            cause,
        });
    }
}
/** Writes `identity.txt`, `state-identity.txt`, `backup-signing.key` and `drill-signing.key`, all 0600, never over an existing file. */
async function generateKeys(directory, createdAt) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    const identity = await (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .generateKeyPair */ .TZ)();
    const state = await (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .generateKeyPair */ .TZ)();
    const backup = (0,_catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__/* .generateSigningKey */ .ID)();
    const drill = (0,_catalog_signing_key_js__WEBPACK_IMPORTED_MODULE_2__/* .generateSigningKey */ .ID)();
    const note = (what, publicHalf) => `# holdfast ${what}, made ${createdAt.toISOString()}\n# public: ${publicHalf}\n`;
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'identity.txt'), `${note('identity: opens every backup', identity.recipient)}${identity.identity.reveal()}\n`);
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'state-identity.txt'), `${note('state identity: opens only state/', state.recipient)}${state.identity.reveal()}\n`);
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'backup-signing.key'), `${note('signing key of backups', backup.public)}${backup.private.reveal()}\n`);
    await writePrivate((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'drill-signing.key'), `${note('signing key of drills', drill.public)}${drill.private.reveal()}\n`);
    return {
        directory,
        recipient: identity.recipient,
        stateRecipient: state.recipient,
        backupSigning: backup.public,
        drillSigning: drill.public,
    };
}
/** `holdfast keygen [--out DIR]`. */
async function keygen(context, directory) {
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_5__/* .done */ .Vw)([await generateKeys((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, directory), context.clock.now())]);
}


/***/ })

};
