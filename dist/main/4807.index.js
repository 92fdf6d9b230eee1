export const id = 4807;
export const ids = [4807,6116];
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

/***/ 88136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ seededSize),
/* harmony export */   V: () => (/* binding */ seedSize)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function fileOf(stateDirectory, job) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateDirectory, 'seeds', `${job}.json`);
}
/** Keeps what the backups of a job came to before Holdfast made them, for its first size guard. */
async function seedSize(stateDirectory, job, storedBytes) {
    const file = fileOf(stateDirectory, job);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true, mode: 0o700 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, JSON.stringify({ storedBytes }), { mode: 0o600 });
}
/** What {@link seedSize} kept; undefined where there is nothing of the kind. */
async function seededSize(stateDirectory, job) {
    try {
        const { storedBytes } = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(fileOf(stateDirectory, job), 'utf8'));
        return typeof storedBytes === 'number' && storedBytes > 0 ? storedBytes : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 54807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/process/make-missing.js
var make_missing = __webpack_require__(50391);
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

// EXTERNAL MODULE: ./build/config/config.js + 37 modules
var config = __webpack_require__(11521);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/init/yaml-text.js
/** A text as YAML takes it, with what is to be taken literally. */
function quoted(text) {
    return JSON.stringify(text.replaceAll('${', () => '$${'));
}
/** A variable of the configuration. */
function variable(name) {
    return `\${${name}}`;
}

;// CONCATENATED MODULE: ./build/commands/init/from-azure-directory.js


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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
;// CONCATENATED MODULE: ./build/commands/init/from-mysql-xtrabackup.js




/** What the scripts took where nothing was said. */
const defaults = {
    MYSQL_HOST: 'oempro_mysql',
    MYSQL_DATA_DIR: '',
    BACKUP_DIR: '/var/backups/octeth',
    COMPRESSION_LEVEL: '6',
    S3_UPLOAD_ENABLED: 'false',
    S3_BUCKET: '',
    S3_REGION: 'us-east-1',
    S3_STORAGE_CLASS: 'STANDARD_IA',
    RETENTION_DAILY: '7',
    RETENTION_WEEKLY: '4',
    RETENTION_MONTHLY: '6',
    WEEKLY_DAY: '0',
    MONTHLY_DAY: '1',
    DOCKER_CMD: 'docker',
    VERIFY_BACKUP: 'true',
    EMAIL_NOTIFICATIONS: 'false',
    WEBHOOK_ENABLED: 'false',
};
const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** A text as YAML takes it, with what is to be taken literally. */
function from_mysql_xtrabackup_quoted(text) {
    return JSON.stringify(text.replaceAll('${', () => '$${'));
}
/** Who was told. To whom, and where, stays in the environment: a variable that is not set is a warning of each run. */
function notifiersText(get) {
    const on = 'on: [success, failure]';
    const lines = [
        ['mail', get('EMAIL_NOTIFICATIONS'), `{ type: email, to: ["\${EMAIL_RECIPIENT}"], ${on} }`],
        ['hook', get('WEBHOOK_ENABLED'), `{ type: webhook, url: "\${WEBHOOK_URL}", ${on} }`],
    ].filter(([, enabled]) => enabled === 'true');
    if (lines.length === 0)
        return '';
    const names = lines.map(([name]) => name).join(', ');
    return `notifiers:
${lines.map(([name, , settings]) => `  ${name}: ${settings}`).join('\n')}
defaults: { notify: [${names}] }

`;
}
/** `config/.env` and `config/backup.conf` of the scripts, below the environment and `--env-file`. */
function readSettings(environment, cwd, envFile) {
    const conf = (0,external_node_path_.join)(cwd, 'config', 'backup.conf');
    const directories = [(0,external_node_path_.join)(cwd, 'config'), cwd];
    const base = (0,config/* environmentWithFiles */.zt)({ environment, cwd, envFile, directories });
    const all = (0,external_node_fs_.existsSync)(conf)
        ? (0,config/* environmentWithFiles */.zt)({ environment: base, cwd, envFile: conf, directories: [] })
        : base;
    return (name) => all[name] || defaults[name];
}
function numberOf(name, text, least, most) {
    const number = Number(text);
    if (Number.isInteger(number) && number >= least && number <= most)
        return number;
    throw new error/* HoldfastError */.E('config-invalid', `${name} is ${text}, not a whole number from ${least} to ${most}`, {
        hint: `Correct ${name} in config/backup.conf.`,
        context: { variable: name },
    });
}
/**
 * The `holdfast.yml` that does what a MySQL hot backup with XtraBackup did by its configuration: the same server, places,
 * names and periods. The password stays where it is. Errors: `config-invalid`, `config-file-unreadable`.
 */
function mysqlXtrabackupText(environment, cwd, envFile) {
    const get = readSettings(environment, cwd, envFile);
    const count = (name, most = 9999) => numberOf(name, get(name), 0, most);
    const toS3 = get('S3_UPLOAD_ENABLED') === 'true';
    const datadir = get('MYSQL_DATA_DIR');
    const docker = get('DOCKER_CMD')
        .split(/\s+/)
        .filter((word) => word !== '');
    const text = `# From the configuration of a MySQL hot backup with XtraBackup. docs/migration/mysql-xtrabackup.md says what more there is.
version: 1
timezone: ${environment.TZ?.includes('/') ? environment.TZ : 'UTC'}   # of the times in names, and of "Sunday" and "the 1st"

destinations:
  local: { type: filesystem, path: ${from_mysql_xtrabackup_quoted(get('BACKUP_DIR'))} }
${toS3
        ? `  s3:
    type: s3
    bucket: ${from_mysql_xtrabackup_quoted(get('S3_BUCKET'))}
    region: ${get('S3_REGION')}
    access-key-id: \${AWS_ACCESS_KEY_ID:-}
    secret-access-key: \${AWS_SECRET_ACCESS_KEY:-}
    storage-class: ${get('S3_STORAGE_CLASS')}
`
        : ''}
# As it was: whoever reads the backups reads the data. \`holdfast keygen\` makes keys, and this would encrypt:
#   encryption: { recipients: [age1…] }
encryption: none

${notifiersText(get)}jobs:
  octeth:
    source:
      type: mysql
      method: physical
      container: ${from_mysql_xtrabackup_quoted(get('MYSQL_HOST'))}${datadir === '' ? '' : `\n      datadir: ${from_mysql_xtrabackup_quoted(datadir)}   # as this host sees it`}
      user: root
      password: \${MYSQL_ROOT_PASSWORD}
      docker-command: ${JSON.stringify(docker)}
    to: [local${toS3 ? ', s3' : ''}]
    package: single
    object-name: "{tier}/octeth-backup-{time:YYYY-MM-DD_HH-MM-SS}.xbstream.gz"
    # What the scripts left: listed, restored, and pruned together with the new ones.
    adopt: { names: ["{tier}/octeth-backup-{time:YYYY-MM-DD_HH-MM-SS}.tar.gz"] }
    checksum-file: true
    compression: { type: gzip, level: ${numberOf('COMPRESSION_LEVEL', get('COMPRESSION_LEVEL'), 1, 9)} }
    retention:
      keep-daily: ${count('RETENTION_DAILY')}
      keep-weekly: ${count('RETENTION_WEEKLY')}
      keep-monthly: ${count('RETENTION_MONTHLY')}
      week-day: ${days[count('WEEKLY_DAY', 7)]}
      month-day: ${numberOf('MONTHLY_DAY', get('MONTHLY_DAY'), 1, 31)}
      require-proofs: 0   # 1 once drills run: the newest proven backup then always stays
${get('VERIFY_BACKUP') === 'true' ? '    verify: { depth: restore }   # prepares the copy, and starts a server on it\n' : ''}`;
    return { text, job: 'octeth' };
}

// EXTERNAL MODULE: ./build/commands/backup/seeded-size.js
var seeded_size = __webpack_require__(88136);
;// CONCATENATED MODULE: ./build/commands/init/from-pgbak/config-text.js

function destination({ destination: name, bucketText, keyVariable, appKeyVariable }) {
    return `  ${name}:
    type: s3
    bucket: ${bucketText}
    endpoint: ${variable('B2_ENDPOINT')}   # on the page of the bucket: https://s3.us-west-004.backblazeb2.com
    access-key-id: ${variable(keyVariable)}
    secret-access-key: ${variable(appKeyVariable)}
`;
}
function pings({ job, pingVariables }) {
    const lines = Object.entries(pingVariables).map(([kind, name]) => `    ${kind}-url: ${variable(name)}\n`);
    return lines.length === 0 ? '' : `  ${job}-checks:\n    type: healthchecks\n${lines.join('')}`;
}
function jobText({ mezmo }, server) {
    const { job, urlVariable, everyHours, archiveName, destination: to, pingVariables } = server;
    const notify = [
        ...(Object.keys(pingVariables).length > 0 ? [`${job}-checks`] : []),
        ...(mezmo === undefined ? [] : ['logs']),
    ];
    return `  ${job}:
    source: { type: postgres, url: ${quoted('URL').replace('URL', variable(urlVariable))}, format: plain, globals: false }
    to: [${to}]
    every: ${everyHours}h
    object-name: ${quoted(`${archiveName}_{time:YYYYMMDD_HHMMSS}.sql.7z`)}
${notify.length === 0 ? '' : `    notify: [${notify.join(', ')}]\n`}`;
}
/** The `holdfast.yml` that does what pgbak did for servers of one archive password. */
function pgbakText(config) {
    const { servers, passwordVariable, mezmo } = config;
    const places = new Map(servers.map((server) => [server.destination, destination(server)]));
    const notifiers = [
        ...servers.map(pings),
        ...(mezmo === undefined
            ? []
            : [
                `  logs:\n    type: mezmo\n    ingestion-key: ${variable('MEZMO_INGESTION_KEY')}\n${mezmo.hostname === '' ? '' : `    hostname: ${quoted(mezmo.hostname)}\n`}`,
            ]),
    ].join('');
    return `# From the database of pgbak. docs/migration/pgbak.md says what more there is. Secrets stand in .env.
version: 1

destinations:
${[...places.values()].join('')}
encryption:
  passphrase: ${variable(passwordVariable)}   # the password of the archives, as before
  # Besides: \`holdfast keygen\` makes keys, and with signing.key nobody can slip in a backup.
${notifiers === '' ? '' : `\nnotifiers:\n${notifiers}`}
defaults:
  package: 7z                # LZMA2, AES-256, encrypted headers: 7-Zip opens it with the password
  spool: /var/tmp/holdfast   # room for twice the dump; readable for this user only
  guards: { min-size: { limit: 4KiB, then: fail }, size-change: { limit: 10%, then: warn } }
  # pgbak deleted nothing, and neither does this until you say what to keep:
  # retention: { keep-daily: 7, keep-weekly: 4, keep-monthly: 12 }

jobs:
${servers.map((server) => jobText(config, server)).join('')}`;
}

// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
;// CONCATENATED MODULE: ./build/commands/init/job-name.js

/** The name of a job made of any text, another one for each: `a`, `a-2`. `otherwise` where nothing of it can be used. */
function jobNameOf(text, taken, otherwise) {
    const plain = text
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[^a-z0-9]+/, '')
        .slice(0, 90);
    const name = (0,ids/* isJobName */.vG)(plain) ? plain : otherwise;
    for (let number = 1;; number += 1) {
        const candidate = number === 1 ? name : `${name}-${number}`;
        if (!taken.has(candidate))
            return candidate;
    }
}

;// CONCATENATED MODULE: ./build/commands/init/from-pgbak/plan.js


const upper = (job) => job
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(?=\d)/, 'DB_');
function fallbackName(url) {
    const { hostname, pathname } = new URL(url);
    return `${hostname}-${pathname.slice(1)}`;
}
function named(server, taken, secrets, environment) {
    const job = jobNameOf(server.archiveName || fallbackName(server.url), taken, 'database');
    taken.add(job);
    const name = upper(job);
    const keep = (variableName, value) => {
        secrets.set(variableName, value);
        return variableName;
    };
    const own = server.keyId !== '' || server.appKey !== '' || server.bucket !== '';
    const ofEnvironment = (variableName) => keep(variableName, environment[variableName] ?? '');
    const pingVariables = Object.fromEntries(Object.entries(server.pings)
        .filter(([, url]) => url !== '')
        .map(([kind, url]) => [kind, keep(`${name}_${kind.toUpperCase()}_URL`, url)]));
    return {
        ...server,
        archiveName: server.archiveName || job,
        job,
        destination: own ? `b2-${job}` : 'b2',
        bucketText: server.bucket === '' ? variable(ofEnvironment('B2_BUCKET')) : JSON.stringify(server.bucket),
        urlVariable: keep(`${name}_DATABASE_URL`, server.url),
        keyVariable: server.keyId === '' ? ofEnvironment('B2_KEY_ID') : keep(`${name}_B2_KEY_ID`, server.keyId),
        appKeyVariable: server.appKey === '' ? ofEnvironment('B2_APP_KEY') : keep(`${name}_B2_APP_KEY`, server.appKey),
        pingVariables,
    };
}
/** Names for everything, and what is secret of it. Pure. */
function planPgbak(servers, environment) {
    const secrets = new Map([['B2_ENDPOINT', environment.B2_ENDPOINT ?? '']]);
    const taken = new Set();
    const all = servers.map((server) => named(server, taken, secrets, environment));
    const usual = environment.ARCHIVE_PASSWORD ?? '';
    const groups = [...Map.groupBy(all, ({ password }) => password || usual)].map(([password, members]) => {
        const [first] = members;
        const passwordVariable = password === usual ? 'ARCHIVE_PASSWORD' : `${upper(first?.job ?? '')}_ARCHIVE_PASSWORD`;
        secrets.set(passwordVariable, password);
        return { passwordVariable, servers: members };
    });
    const { MEZMO_INGESTION_KEY: mezmo } = environment;
    if (mezmo)
        secrets.set('MEZMO_INGESTION_KEY', mezmo);
    return { groups, secrets };
}

;// CONCATENATED MODULE: ./build/commands/init/from-pgbak/servers.js

const servers_text = (row, ...names) => {
    for (const name of names) {
        const value = row[name];
        if (value !== null && value !== undefined && String(value).trim() !== '')
            return String(value).trim();
    }
    return '';
};
function unreadable(file, why, cause) {
    return new error/* HoldfastError */.E('config-file-unreadable', `${file} is not a database of pgbak: ${why}`, {
        hint: 'Set DB_PATH to the backup.sqlite of pgbak.',
        context: { path: file },
        ...(cause === undefined ? {} : { cause }),
    });
}
function rowsOf(file) {
    // By its name at run time: bundlers do not know it.
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
    let database;
    try {
        database = new DatabaseSync(file, { readOnly: true });
        const servers = database.prepare('SELECT * FROM servers ORDER BY id').all();
        // Of equal times the later row counts; what failed has no size.
        const log = database
            .prepare("SELECT server_id, file_size FROM backup_log WHERE success <> '0' AND file_size > 0 ORDER BY ts, rowid")
            .all();
        const sizes = new Map(log.map((row) => [Number(row.server_id), Math.round(Number(row.file_size))]));
        return { servers, sizes };
    }
    catch (error) {
        throw unreadable(file, error.message, error);
    }
    finally {
        database?.close();
    }
}
/**
 * The servers of a pgbak database, of its older schemas too: there `dms_id` was what is `hc_url_success` now. Nothing is
 * written to it. Errors: `config-file-unreadable`.
 */
function readPgbak(file) {
    const { servers, sizes } = rowsOf(file);
    if (servers.length === 0)
        throw unreadable(file, 'it has no servers');
    return servers.map((row) => {
        const id = Number(row.id);
        const url = servers_text(row, 'connection_string');
        if (!/^postgres(ql)?:\/\//.test(url)) {
            throw unreadable(file, `server ${id} has no connection string postgres://…`);
        }
        return {
            id,
            url,
            everyHours: Math.max(1, Number(row.frequency_hrs) || 1),
            archiveName: servers_text(row, 'archive_name'),
            password: servers_text(row, 'archive_password'),
            bucket: servers_text(row, 'B2_BUCKET'),
            keyId: servers_text(row, 'B2_KEY_ID'),
            appKey: servers_text(row, 'B2_APP_KEY'),
            pings: {
                start: servers_text(row, 'hc_url_start'),
                success: servers_text(row, 'hc_url_success', 'dms_id'),
                fail: servers_text(row, 'hc_url_fail'),
            },
            lastBytes: sizes.get(id),
        };
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/commands/init/secrets-file.js



function line(name, value) {
    const quote = ["'", '"', '`'].find((mark) => !value.includes(mark));
    if (quote !== undefined && !/[\r\n]/.test(value))
        return `${name}=${quote}${value}${quote}\n`;
    throw new error/* HoldfastError */.E('usage', `the value of ${name} cannot stand in a .env file`, {
        hint: `Put it into a file of its own, readable for this user only, and write \${file:PATH} in the configuration.`,
    });
}
/**
 * Adds variables to a `.env`, which is then readable for this user only. What stands there already is not touched; an
 * empty value is a line to be filled in.
 */
async function addToEnvFile(file, values) {
    const there = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    const known = (0,external_node_util_.parseEnv)(there);
    const missing = [...values].filter(([name]) => known[name] === undefined);
    if (missing.length === 0)
        return;
    const start = there === '' || there.endsWith('\n') ? '' : '\n';
    await (0,promises_.appendFile)(file, `${start}${missing.map(([name, value]) => line(name, value)).join('')}`, {
        mode: 0o600,
    });
    await (0,promises_.chmod)(file, 0o600);
}

;// CONCATENATED MODULE: ./build/commands/init/write-new.js



/** Where `init` puts keys, and what tells a person how to get at backups without this host. */
const keysFolder = 'holdfast-keys';
const sheetName = 'recovery-sheet.md';
/** Writes a file that must not be there yet. Errors: `target-unwritable`. */
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
async function ignoreSecrets(directory) {
    const file = (0,external_node_path_.join)(directory, '.gitignore');
    const lines = [`${keysFolder}/`, sheetName, '.env'];
    const there = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    const missing = lines.filter((line) => !there.split('\n').includes(line));
    if (missing.length === 0)
        return;
    const start = there === '' || there.endsWith('\n') ? '' : '\n';
    await (0,promises_.appendFile)(file, `${start}${missing.join('\n')}\n`);
}

;// CONCATENATED MODULE: ./build/commands/init/from-pgbak.js










/**
 * `--from pgbak`: configurations of what pgbak's database (`DB_PATH`) and environment say, one for each password of
 * archives; secrets go to `.env`, the last sizes to the state directory, where the size guard finds them. Errors:
 * `config-file-unreadable`, `target-unwritable`.
 */
async function fromPgbak(context, { out, envFile }) {
    const { cwd } = context;
    const environment = (0,config/* environmentWithFiles */.zt)({
        environment: context.environment,
        cwd,
        envFile,
        directories: [cwd],
    });
    const servers = readPgbak((0,external_node_path_.resolve)(cwd, environment.DB_PATH ?? 'backup.sqlite'));
    const { groups, secrets } = planPgbak(servers, environment);
    const directory = (0,external_node_path_.resolve)(cwd, out ?? '.');
    const shown = (file) => (0,external_node_path_.relative)(cwd, file) || '.';
    await (0,make_missing/* makeMissing */.p)(directory);
    const mezmo = secrets.has('MEZMO_INGESTION_KEY') ? { hostname: environment.LOG_HOSTNAME ?? '' } : undefined;
    const results = [];
    for (const [index, group] of groups.entries()) {
        const [first] = group.servers;
        const file = (0,external_node_path_.join)(directory, index === 0 ? 'holdfast.yml' : `holdfast-${first?.job}.yml`);
        await writeNew(file, pgbakText({ ...group, mezmo }));
        const what = index === 0 ? 'the configuration' : 'one more: its archives have another password';
        results.push({ file: shown(file), what, jobs: group.servers.map(({ job }) => job) });
        for (const { job, lastBytes } of group.servers) {
            if (lastBytes !== undefined)
                await (0,seeded_size/* seedSize */.V)(context.stateDirectory, job, lastBytes);
        }
    }
    const envTarget = (0,external_node_path_.join)(directory, '.env');
    await addToEnvFile(envTarget, secrets);
    await ignoreSecrets(directory);
    const empty = [...secrets].filter(([, value]) => value === '').map(([name]) => name);
    const what = empty.length === 0 ? 'its secrets, 0600' : `its secrets, 0600; fill in ${empty.join(', ')}`;
    return (0,outcome/* done */.Vw)([...results, { file: shown(envTarget), what }]);
}

// EXTERNAL MODULE: ./build/domain/secret.js
var secret = __webpack_require__(48325);
;// CONCATENATED MODULE: ./build/commands/init/from-postgres-tiers/config-text.js

function s3Text({ s3 }) {
    if (s3 === undefined)
        return '';
    const { bucket, prefix, region, endpoint, storageClass } = s3;
    const lines = [
        ['bucket', bucket],
        ['prefix', prefix],
        ['region', region],
        ['endpoint', endpoint],
        ['storage-class', storageClass],
    ].flatMap(([key, value]) => (value ? [`    ${key}: ${quoted(value)}\n`] : []));
    const style = endpoint === '' ? '' : '    path-style: true\n';
    return `  s3:\n    type: s3   # credentials: AWS's own chain, as the aws command had them\n${lines.join('')}${style}`;
}
function tier(settings, name, every, days) {
    return `  postgres-${name}:
    object-name: ${quoted(`postgres_${name}_{time:YYYYMMDD_HHMMSS}.sql.gz`)}
    tags: [${name}]
    every: ${every}
    retention: { keep-within: ${days}d }   # counted from the newest, which always stays
    log: { file: ${quoted(settings.log.replace(/(\.\w+)?$/, (end) => `-${name}${end || '.log'}`))}, keep: 10 }
`;
}
/** The `holdfast.yml` that does what the daily and weekly scripts did. No password is in it. */
function tiersText(settings) {
    const { host, port, database, user, level, directory, keepLocal, s3, slack, email } = settings;
    const url = `postgres://${encodeURIComponent(user)}@${host}:${port}/${encodeURIComponent(database)}`;
    const local = s3 === undefined || keepLocal;
    const to = [...(local ? ['local'] : []), ...(s3 === undefined ? [] : ['s3'])];
    const notifiers = [
        ...(slack === ''
            ? []
            : [
                `  slack: { type: slack, url: "${variable('SLACK_WEBHOOK_URL')}", on: [success, failure, recovery, stale, proof-failed, anomaly] }\n`,
            ]),
        ...(email === '' ? [] : [`  mail: { type: email, to: [${quoted(email)}] }   # by the host's sendmail\n`]),
    ];
    const notify = [...(slack === '' ? [] : ['slack']), ...(email === '' ? [] : ['mail'])];
    return `# From backup_config.env. docs/migration/postgres-tiers.md says what more there is.
version: 1

destinations:
${local ? `  local: { type: filesystem, path: ${quoted(directory)} }\n` : ''}${s3Text(settings)}
# As it was: whoever reads the bucket reads the data. \`holdfast keygen\` makes keys, and this would encrypt:
#   encryption: { recipients: [age1…] }        and object-names that end in .sql.gz.age
encryption: none
${notifiers.length === 0 ? '' : `\nnotifiers:\n${notifiers.join('')}`}
defaults:
  # The password is looked up in .pgpass, and never stands on a command line.
  source: { type: postgres, url: ${quoted(url)}, format: custom, globals: false }
  to: [${to.join(', ')}]
  package: single
  compression: { type: gzip, level: ${level} }
  guards: { min-size: { limit: 4KiB, then: fail }, size-change: { limit: 50%, then: warn } }
${notify.length === 0 ? '' : `  notify: [${notify.join(', ')}]\n`}
jobs:
${tier(settings, 'daily', '24h', settings.dailyDays)}${tier(settings, 'weekly', '7d', settings.weeklyDays)}`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/commands/init/from-postgres-tiers/pgpass.js



/** As libpq reads it: a colon and a backslash are escaped. */
const escaped = (text) => text.replace(/[\\:]/g, (character) => `\\${character}`);
/** Where libpq looks for passwords. */
function pgpassFile({ PGPASSFILE, HOME }) {
    return PGPASSFILE || (0,external_node_path_.join)(HOME || (0,external_node_os_.homedir)(), '.pgpass');
}
/**
 * Adds a password to a `.pgpass`, which is then readable for this user only, as libpq demands. A line that is there for the
 * same server and user stays. Returns whether it was added.
 */
async function addToPgpass(file, { host, port, database, user, password, }) {
    const there = await (0,promises_.readFile)(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw error;
    });
    const start = `${[host, String(port), database, user].map(escaped).join(':')}:`;
    const known = there.split('\n').some((line) => line.startsWith(start));
    if (!known) {
        const before = there === '' || there.endsWith('\n') ? '' : '\n';
        await (0,promises_.appendFile)(file, `${before}${start}${escaped(password)}\n`, { mode: 0o600 });
    }
    await (0,promises_.chmod)(file, 0o600);
    return !known;
}

;// CONCATENATED MODULE: ./build/commands/init/from-postgres-tiers/settings.js




const files = ['config/backup_config.env', 'backup_config.env', 'config/.env.local', '.env.local'];
function fileValues(directory) {
    const values = {};
    for (const name of files) {
        try {
            Object.assign(values, (0,external_node_util_.parseEnv)((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, name), 'utf8')));
        }
        catch (error) {
            if (error.code !== 'ENOENT')
                throw settings_unreadable((0,external_node_path_.join)(directory, name), error);
        }
    }
    return values;
}
function settings_unreadable(path, cause) {
    return new error/* HoldfastError */.E('config-file-unreadable', `cannot read ${path}`, {
        hint: 'Make it readable for this user.',
        context: { path },
        cause,
    });
}
/** The scripts are sourced by Bash: `$NAME`, `${NAME}` and `${NAME:-default}` are filled in, nothing else is. */
function expanded(text, values, depth = 0) {
    if (depth > 5)
        return text;
    return text.replace(/\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g, (_, braced, otherwise, plain) => {
        const value = values[String(braced ?? plain)];
        return value ? expanded(value, values, depth + 1) : expanded(String(otherwise ?? ''), values, depth + 1);
    });
}
function whole(name, text, otherwise, problems) {
    if (text === '')
        return otherwise;
    if (/^\d{1,5}$/.test(text))
        return Number(text);
    problems.push(`${name} is not a whole number`);
    return otherwise;
}
/**
 * `backup_config.env` and `.env.local` of a directory, the environment winning over both. Errors: `config-invalid` with
 * all that is missing or wrong, `config-file-unreadable`.
 */
function tiersSettings(directory, environment) {
    const own = fileValues(directory);
    const values = {
        ...own,
        ...Object.fromEntries(Object.entries(environment).filter(([, value]) => value)),
    };
    const read = (...names) => {
        for (const name of names) {
            const value = expanded(values[name] ?? '', { ...environment, ...own }).trim();
            if (value !== '')
                return value;
        }
        return '';
    };
    const problems = ['DB_HOST', 'DB_NAME', 'DB_USER']
        .filter((name) => read(name) === '')
        .map((name) => `${name} is not set`);
    const bucket = read('S3_BUCKET');
    const settings = {
        host: read('DB_HOST'),
        port: whole('DB_PORT', read('DB_PORT'), 5432, problems),
        database: read('DB_NAME'),
        user: read('DB_USER'),
        password: read('DB_PASSWORD', 'PGPASSWORD'),
        dailyDays: whole('DAILY_RETENTION_DAYS', read('DAILY_RETENTION_DAYS'), 7, problems),
        weeklyDays: whole('WEEKLY_RETENTION_DAYS', read('WEEKLY_RETENTION_DAYS'), 90, problems),
        level: Math.min(9, Math.max(1, whole('BACKUP_COMPRESSION_LEVEL', read('BACKUP_COMPRESSION_LEVEL'), 6, problems))),
        directory: read('BACKUP_DIR', 'BACKUP_BASE_DIR') || 'backups',
        keepLocal: !/^(false|no|0|off)$/i.test(read('KEEP_LOCAL_BACKUPS')),
        s3: bucket === ''
            ? undefined
            : {
                bucket,
                prefix: read('S3_PREFIX').replace(/^\/+|\/+$/g, ''),
                storageClass: read('S3_STORAGE_CLASS'),
                region: read('S3_REGION'),
                endpoint: read('S3_ENDPOINT', 'S3_ENDPOINT_URL'),
            },
        slack: read('SLACK_WEBHOOK_URL'),
        email: read('EMAIL_RECIPIENT'),
        log: read('LOG_FILE') || 'logs/backup.log',
    };
    if (problems.length === 0)
        return settings;
    throw new error/* HoldfastError */.E('config-invalid', problems.join('; '), {
        hint: `Set them in ${files[0]} or .env.local, where init --from postgres-tiers is run, or in the environment.`,
        context: { problems },
    });
}

;// CONCATENATED MODULE: ./build/commands/init/from-postgres-tiers.js









/**
 * `--from postgres-tiers`: a configuration of what `backup_config.env`, `.env.local` and the environment say. The password
 * goes to `.pgpass`, the webhook to `.env`, both 0600. Errors: `config-invalid`, `config-file-unreadable`,
 * `target-unwritable`.
 */
async function fromPostgresTiers({ cwd, environment }, { out }) {
    const settings = tiersSettings(cwd, environment);
    const directory = (0,external_node_path_.resolve)(cwd, out ?? '.');
    const shown = (file) => (0,external_node_path_.relative)(cwd, file) || '.';
    await (0,make_missing/* makeMissing */.p)(directory);
    const file = (0,external_node_path_.join)(directory, 'holdfast.yml');
    await writeNew(file, tiersText(settings));
    const results = [
        { file: shown(file), what: 'the configuration', jobs: ['postgres-daily', 'postgres-weekly'] },
    ];
    if (settings.slack !== '') {
        const env = (0,external_node_path_.join)(directory, '.env');
        await addToEnvFile(env, new Map([['SLACK_WEBHOOK_URL', new secret/* Secret */.zh(settings.slack).reveal()]]));
        await ignoreSecrets(directory);
        results.push({ file: shown(env), what: 'its secrets, 0600' });
    }
    if (settings.password !== '') {
        const pgpass = pgpassFile(environment);
        const added = await addToPgpass(pgpass, { ...settings, password: new secret/* Secret */.zh(settings.password).reveal() });
        results.push({
            file: pgpass,
            what: added ? 'the password of the database, 0600' : 'has a password already, 0600',
        });
    }
    return (0,outcome/* done */.Vw)(results);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/commands/init/zrb-files.js




const zrb_files_text = schemas/* string */.YjP().min(1);
const configuration = schemas/* object */.Ikc({
    base_dir: zrb_files_text,
    age_public_key: schemas/* string */.YjP().regex(/^age1[a-z0-9]+$/, 'not an age recipient'),
    s3: schemas/* object */.Ikc({
        enabled: schemas/* boolean */.zMY().default(false),
        bucket: schemas/* string */.YjP().default(''),
        region: schemas/* string */.YjP().default(''),
        prefix: schemas/* string */.YjP().default(''),
        endpoint: schemas/* string */.YjP().default(''),
        storage_class: schemas/* object */.Ikc({ backup_data: schemas/* array */.YOg(schemas/* string */.YjP()).default([]) }).default({ backup_data: [] }),
    })
        .default({
        enabled: false,
        bucket: '',
        region: '',
        prefix: '',
        endpoint: '',
        storage_class: { backup_data: [] },
    }),
    tasks: schemas/* array */.YOg(schemas/* object */.Ikc({ name: zrb_files_text, enabled: schemas/* boolean */.zMY().default(true), pool: zrb_files_text, dataset: zrb_files_text }))
        .min(1),
});
const last = schemas/* object */.Ikc({
    backup_levels: schemas/* array */.YOg(schemas/* object */.Ikc({ snapshot: schemas/* string */.YjP(), s3_path: schemas/* string */.YjP().default('') }).nullable())
        .default([]),
});
async function parseYaml(file, content) {
    const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    try {
        return parse(content);
    }
    catch (cause) {
        throw new error/* HoldfastError */.E('config-invalid', `${file} is not YAML`, {
            hint: `Correct ${file}, or name zrb's configuration with --source.`,
            context: { path: file },
            cause,
        });
    }
}
/** Reads zrb's configuration. Errors: `config-file-unreadable`, `config-invalid` with all that is wrong. */
async function readZrbConfiguration(file) {
    let content;
    try {
        content = await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        throw new error/* HoldfastError */.E('config-file-unreadable', `cannot read ${file}`, {
            hint: "Name zrb's configuration with --source FILE.",
            context: { path: file },
            cause,
        });
    }
    const parsed = configuration.safeParse(await parseYaml(file, content));
    if (parsed.success)
        return parsed.data;
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new error/* HoldfastError */.E('config-invalid', `${file} is no configuration of zrb: ${problems.join('; ')}`, {
        hint: `Correct ${file}, or name another file with --source.`,
        context: { path: file },
    });
}
/** Reads what zrb keeps of a task in its `base_dir`. What is not there, or is not readable, is nothing. */
async function readZrbState(baseDir, pool, dataset) {
    const folder = (0,external_node_path_.join)(baseDir, 'run', pool, dataset);
    const read = async (name) => (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8').catch(() => undefined);
    const manifest = await read('last_backup_manifest.yaml');
    const parsed = last.safeParse(manifest === undefined ? {} : await parseYaml('last_backup_manifest.yaml', manifest));
    const found = parsed.success ? parsed.data.backup_levels : [];
    return {
        levels: found.flatMap((reference, level) => reference === null ? [] : [{ level, snapshot: reference.snapshot, path: reference.s3_path }]),
        unfinished: (await read('backup_state.yaml')) !== undefined,
    };
}

;// CONCATENATED MODULE: ./build/commands/init/from-zrb.js


/** A text as YAML takes it, with what is to be taken literally. */
function from_zrb_quoted(text) {
    return JSON.stringify(text.replaceAll('${', () => '$${'));
}
/** Names of jobs are narrower than those of tasks. */
function jobName(task) {
    const name = task
        .toLowerCase()
        .replaceAll(/[^a-z0-9._-]+/g, '-')
        .replace(/^[^a-z0-9]+/, '');
    return name === '' ? 'zfs' : name.slice(0, 100);
}
function destinationText({ s3, base_dir: baseDir }) {
    if (!s3.enabled) {
        return `  store:
    type: filesystem
    path: ${from_zrb_quoted((0,external_node_path_.join)(baseDir, 'holdfast'))}   # zrb had no bucket; another disk would be better
`;
    }
    const [storageClass = ''] = s3.storage_class.backup_data;
    const own = s3.prefix.replace(/\/+$/, '');
    const where = (prefix, why) => [
        'type: s3',
        `bucket: ${from_zrb_quoted(s3.bucket)}`,
        ...(prefix === '' ? [] : [`prefix: ${from_zrb_quoted(prefix)}   # ${why}`]),
        ...(s3.region === '' ? [] : [`region: ${from_zrb_quoted(s3.region)}`]),
        ...(s3.endpoint === '' ? [] : [`endpoint: ${from_zrb_quoted(s3.endpoint)}`, 'path-style: true']),
    ];
    const classes = storageClass === ''
        ? []
        : [
            `storage-class: ${storageClass}   # of all levels; a restore of GLACIER and DEEP_ARCHIVE begins with --thaw`,
        ];
    const text = (name, lines) => `  ${name}:\n${lines.map((line) => `    ${line}\n`).join('')}`;
    // Beside zrb's own objects, whose folders have the same names.
    const beside = [own, 'holdfast'].filter(Boolean).join('/');
    return (text('store', [...where(beside, "zrb's own objects stay where they are"), ...classes]) +
        text('zrb', where(own, 'what zrb left; the jobs adopt it')));
}
function stateText({ levels, unfinished }) {
    const lines = [
        ...levels.map(({ level, snapshot, path }) => `zrb's last level ${level}: ${snapshot}${path === '' ? '' : `, in data/${path}`}`),
        ...(unfinished ? ['zrb began a backup that it did not end; it is not gone on with.'] : []),
    ];
    return lines.map((line) => `    # ${line.replaceAll(/[\r\n]+/g, ' ')}\n`).join('');
}
/**
 * The `holdfast.yml` that does what zrb's configuration says, with what its state files tell as comments. Errors:
 * `config-file-unreadable`, `config-invalid`.
 */
async function zrbText(file) {
    const configuration = await readZrbConfiguration(file);
    const tasks = configuration.tasks.filter(({ enabled }) => enabled);
    const left = configuration.tasks.filter(({ enabled }) => !enabled).map(({ name }) => name);
    const names = new Map();
    const jobs = [];
    for (const { name, pool, dataset } of tasks) {
        const base = jobName(name);
        const job = names.has(base) ? `${base}-${names.size + 1}` : base;
        names.set(job, name);
        const state = await readZrbState(configuration.base_dir, pool, dataset);
        jobs.push(`  ${job}:
${stateText(state)}    source: { type: zfs, dataset: ${from_zrb_quoted(`${pool}/${dataset}`)} }
    to: [store]
${configuration.s3.enabled ? "    adopt: { zrb: zrb }   # list, restore and cleanup know zrb's own backups too\n" : ''}    # Whoever calls \`holdfast backup ${job} --level N\` from cron, as zrb was, needs no calendar.
    levels: { 0: monthly, 1: weekly, 2: daily }
`);
    }
    const text = `# From ${file.replaceAll(/[\r\n]+/g, ' ')} of zrb. docs/migration/zrb.md says what more there is.
version: 1

destinations:
${destinationText(configuration)}
encryption:
  recipients: [${configuration.age_public_key}]   # zrb's: its private key opens these backups too
  # identity-file: /root/zrb-private-key   # only restores and drills need it

jobs:
${jobs.join('')}${left.length === 0 ? '' : `# Not taken over, since they are disabled: ${left.join(', ').replaceAll(/[\r\n]+/g, ' ')}\n`}`;
    return { text, jobs: [...names.keys()] };
}

;// CONCATENATED MODULE: ./build/commands/init/convert.js










/** Tools whose own configuration `init --from` converts. */
const predecessors = (/* unused pure expression or super */ null && (['azure-directory', 'pgbak', 'postgres-tiers', 'zrb', 'mysql-xtrabackup']));
/** Where zrb's documents say that its configuration is. */
const zrbFile = '/etc/zrb/config.yaml';
async function written(cwd, out, { text, jobs }) {
    const directory = (0,external_node_path_.resolve)(cwd, out ?? '.');
    await (0,make_missing/* makeMissing */.p)(directory);
    const file = (0,external_node_path_.join)(directory, 'holdfast.yml');
    await writeNew(file, text);
    return (0,outcome/* done */.Vw)([{ file: (0,external_node_path_.relative)(cwd, file), what: 'the configuration', jobs }]);
}
/**
 * A configuration of what a predecessor's own says: its environment, `.env` and `--env-file`, or the file that
 * `--source` names. No keys are made. Errors: `config-file-unreadable`, `usage`, `target-unwritable`.
 */
async function convert(context, from, options) {
    const { cwd, environment } = context;
    const { out, envFile, sources } = options;
    switch (from) {
        case 'azure-directory': {
            const all = (0,config/* environmentWithFiles */.zt)({ environment, cwd, envFile, directories: [cwd] });
            const { text, job } = azureDirectoryText(all, cwd);
            return written(cwd, out, { text, jobs: [job] });
        }
        case 'pgbak':
            return fromPgbak(context, options);
        case 'postgres-tiers':
            return fromPostgresTiers(context, options);
        case 'zrb':
            return written(cwd, out, await zrbText((0,external_node_path_.resolve)(cwd, sources[0] ?? zrbFile)));
        case 'mysql-xtrabackup': {
            const { text, job } = mysqlXtrabackupText(environment, cwd, envFile);
            return written(cwd, out, { text, jobs: [job] });
        }
    }
}

// EXTERNAL MODULE: ./build/config/source-url.js
var source_url = __webpack_require__(45930);
;// CONCATENATED MODULE: ./build/commands/init/directories.js


/** Errors: `usage` for a source that init writes no job for. */
function requireDirectories(sources) {
    const other = sources.find(({ source }) => source.type !== 'directory');
    if (other === undefined)
        return;
    throw new error/* HoldfastError */.E('usage', `init writes jobs for directories, and ${other.name} is none`, {
        hint: 'Begin with a directory, then add the job to holdfast.yml by hand; with workflows run `holdfast workflows --write` then.',
    });
}
/** The URL of a database or a dataset where a directory is meant; it may hold a password, and is never shown. */
function refuseUrls(sources) {
    const urls = sources.filter((text) => /^(?:[^/]*=)?(?:[a-z][a-z0-9+.-]*:\/\/|zfs:)/i.test(text));
    requireDirectories(urls.map((text) => (0,source_url/* parseSource */.P)(text, { inArgv: true })));
}

;// CONCATENATED MODULE: ./build/commands/init/on-host.js





/** Directories of this host with names for their jobs. Errors: `source-unreadable`, `usage`. */
async function checkedSources(cwd, sources) {
    refuseUrls(sources);
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
        const job = jobNameOf((0,external_node_path_.basename)(path), taken, 'files');
        taken.add(job);
        jobs.push({ job, path });
    }
    return jobs;
}

// EXTERNAL MODULE: ./build/config/destination-url.js
var destination_url = __webpack_require__(99871);
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
    requireDirectories(sources);
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
;// CONCATENATED MODULE: ./build/commands/init.js












const fileName = 'holdfast.yml';
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
    const text = (keys) => configText({ sources, destination, keysFolder: keysFolder }, keys);
    return { to: destination, jobs: sources, text };
}
/**
 * `holdfast init --source DIR --to PATH`: a configuration, keys, a recovery sheet and a `.gitignore`; with `--runner`
 * for a runner of GitHub Actions, where nothing is looked for here, and with workflows. Overwrites nothing. Asks for what
 * is not given where there is a terminal. Errors: `usage`, `source-unreadable`, `target-unwritable`, those of `workflows`.
 */
async function init(context, options) {
    if (options.from !== undefined)
        return convert(context, options.from, options);
    const directory = (0,external_node_path_.resolve)(context.cwd, options.out ?? '.');
    const { to, jobs, text, runner } = await planned(context, options);
    const file = (0,external_node_path_.join)(directory, fileName);
    await (0,make_missing/* makeMissing */.p)(directory);
    if (await (0,promises_.stat)(file).catch(() => undefined))
        await writeNew(file, '');
    const createdAt = context.clock.now();
    const keys = await (0,keygen/* generateKeys */.w)((0,external_node_path_.join)(directory, keysFolder), createdAt);
    await writeNew(file, text(keys));
    const identity = (await (0,promises_.readFile)((0,external_node_path_.join)(keys.directory, 'identity.txt'), 'utf8'))
        .split('\n')
        .find((line) => line.startsWith('AGE-')) ?? '';
    await writeNew((0,external_node_path_.join)(directory, sheetName), recoverySheet({ keys, identity, destination: to, host: context.identity.host, createdAt }), 0o600);
    await ignoreSecrets(directory);
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
/* harmony import */ var _process_make_missing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50391);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33967);







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
    await (0,_process_make_missing_js__WEBPACK_IMPORTED_MODULE_5__/* .makeMissing */ .p)(directory);
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
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_6__/* .done */ .Vw)([await generateKeys((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, directory), context.clock.now())]);
}


/***/ })

};
