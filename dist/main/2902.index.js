export const id = 2902;
export const ids = [2902];
export const modules = {

/***/ 79013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ bytesMember),
/* harmony export */   z: () => (/* binding */ bytesOfMember)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);

// biome-ignore lint/suspicious/noControlCharactersInRegex: a file name may hold any byte
const ascii = /^[\x00-\x7f]*$/;
/**
 * A JSON member for a byte string: `"n":"text"` where the bytes are valid UTF-8, else `"N":"base64"` under the
 * upper-case letter, so that ordinary names stay readable and odd ones survive byte for byte.
 */
function bytesMember(letter, bytes) {
    if (ascii.test(bytes))
        return `"${letter}":${JSON.stringify(bytes)}`;
    const buffer = Buffer.from(bytes, 'latin1');
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(buffer))
        return `"${letter}":${JSON.stringify(buffer.toString('utf8'))}`;
    return `"${letter.toUpperCase()}":"${buffer.toString('base64')}"`;
}
/** The byte string that {@link bytesMember} wrote, or undefined where the members are missing, both there or malformed. */
function bytesOfMember(text, base64) {
    if (typeof text === 'string' && base64 === undefined) {
        if (ascii.test(text))
            return text;
        return text.isWellFormed() ? Buffer.from(text, 'utf8').toString('latin1') : undefined;
    }
    if (typeof base64 !== 'string' || text !== undefined)
        return undefined;
    const buffer = Buffer.from(base64, 'base64');
    return buffer.toString('base64') === base64 ? buffer.toString('latin1') : undefined;
}


/***/ }),

/***/ 80632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ indexDamaged)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/** An `index-damaged` error; `details` may add context and a cause. */
function indexDamaged(message, details = {}) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('index-damaged', message, {
        hint: 'Read this backup at another destination, or restore it whole: the data does not depend on its index.',
        ...details,
    });
}


/***/ }),

/***/ 28643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LP: () => (/* binding */ decodeEntry),
  vv: () => (/* binding */ encodeEntry),
  lj: () => (/* binding */ parseObject)
});

// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/catalog/index/byte-text.js
var byte_text = __webpack_require__(79013);
// EXTERNAL MODULE: ./build/catalog/index/damaged.js
var damaged = __webpack_require__(80632);
;// CONCATENATED MODULE: ./build/catalog/index/entry-check.js
// biome-ignore lint/suspicious/noControlCharactersInRegex: every byte but NUL may stand in a path
const bytesWithoutNul = /^[\x01-\xff]*$/;
const oddSegment = /(?:^|\/)\.{0,2}(?:\/|$)/;
const time = /^-?\d{1,19}(?:\.\d{1,9})?$/;
const sha256 = /^[0-9a-f]{64}$/;
/** Relative, no empty, `.` or `..` segment, no NUL: what may be joined to a target directory. */
function isTreePath(path) {
    return path !== '' && bytesWithoutNul.test(path) && !oddSegment.test(path);
}
function isCount(value, limit = Number.MAX_SAFE_INTEGER) {
    return Number.isInteger(value) && value >= 0 && value <= limit;
}
/** What is wrong with an entry, or undefined. The writer asks before it writes, so that all it writes can be read. */
function entryFault(entry) {
    if (!isTreePath(entry.path) && !(entry.kind === 'directory' && entry.path === ''))
        return 'path';
    if (entry.kind === 'unchanged')
        return undefined;
    if (!isCount(entry.mode, 0o7777))
        return 'mode';
    if (!isCount(entry.uid) || !isCount(entry.gid))
        return 'owner';
    if (!time.test(entry.mtime))
        return 'mtime';
    if (!isCount(entry.offset) || !isCount(entry.length))
        return 'offset';
    if (entry.attributes !== undefined && !sha256.test(entry.attributes))
        return 'attributes';
    if (entry.kind === 'directory')
        return undefined;
    if (!isCount(entry.size))
        return 'size';
    for (const hash of [entry.sha256, entry.blocksSha256])
        if (hash !== undefined && !sha256.test(hash))
            return 'sha256';
    if (entry.device?.every((part) => isCount(part)) === false)
        return 'device';
    if (entry.kind === 'hardlink')
        return isTreePath(entry.target ?? '') ? undefined : 'target';
    if (entry.kind === 'symlink')
        return bytesWithoutNul.test(entry.target ?? '\0') ? undefined : 'target';
    return undefined;
}

;// CONCATENATED MODULE: ./build/catalog/index/entry-line.js




const letters = {
    directory: 'd',
    file: 'f',
    hardlink: 'h',
    symlink: 'l',
    fifo: 'p',
    character: 'c',
    block: 'b',
    unchanged: 'u',
};
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind]));
/**
 * One record of an index page, format 1: a JSON object on a line of its own, without the line end.
 *
 * | key | means |
 * |---|---|
 * | `k` | kind: `d` directory, `f` file, `h` hard link, `l` symlink, `p` fifo, `c` character device, `b` block device, `u` unchanged |
 * | `n` or `N` | path relative to the source's root: text where its bytes are valid UTF-8, else base64 under `N` |
 * | `m` `u` `g` | permission bits as a decimal number, owner, group |
 * | `t` | modification time, seconds since the epoch as text, up to nine decimals |
 * | `o` `l` | offset and length in the plain stream, bytes, from the first header to the next entry |
 * | `a` | SHA-256 over extended attributes and ACLs, absent without any |
 * | `s` `h` | size in bytes and SHA-256 (hex) of the content |
 * | `z` | of a file with more than 16 GiB of holes, in place of `h`: SHA-256 over its blocks, see docs/format.md |
 * | `r` or `R` | what a symlink says, or the first path of a hard link; as `n` |
 * | `v` | `[major, minor]` of a device |
 *
 * An unchanged record has `k` and `n` only. An entry that could not be read back is refused (`internal`).
 */
function encodeEntry(entry) {
    const fault = entryFault(entry);
    if (fault !== undefined) {
        throw new error/* HoldfastError */.E('internal', `index entry with an impossible ${fault}`, {
            context: { path: entry.path, kind: entry.kind },
        });
    }
    const head = `{"k":"${letters[entry.kind]}",${(0,byte_text/* bytesMember */.K)('n', entry.path)}`;
    if (entry.kind === 'unchanged')
        return `${head}}`;
    let line = `${head},"m":${entry.mode},"u":${entry.uid},"g":${entry.gid},"t":"${entry.mtime}","o":${entry.offset},"l":${entry.length}`;
    if (entry.attributes !== undefined)
        line += `,"a":"${entry.attributes}"`;
    if (entry.kind === 'directory')
        return `${line}}`;
    line += `,"s":${entry.size}`;
    if (entry.sha256 !== undefined)
        line += `,"h":"${entry.sha256}"`;
    if (entry.blocksSha256 !== undefined)
        line += `,"z":"${entry.blocksSha256}"`;
    if (entry.target !== undefined)
        line += `,${(0,byte_text/* bytesMember */.K)('r', entry.target)}`;
    if (entry.device !== undefined)
        line += `,"v":[${entry.device[0]},${entry.device[1]}]`;
    return `${line}}`;
}
/** The entry of a line that {@link encodeEntry} wrote. Anything else: `index-damaged`. */
function decodeEntry(line) {
    const entry = entryOf(parseObject(line));
    if (entry === undefined || !hasRightTypes(entry) || entryFault(entry) !== undefined) {
        throw (0,damaged/* indexDamaged */.C)('index record is malformed', { context: { record: line.slice(0, 200) } });
    }
    return entry;
}
/** A JSON object, or `index-damaged`. */
function parseObject(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch (cause) {
        throw (0,damaged/* indexDamaged */.C)('index line is not JSON', { cause });
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw (0,damaged/* indexDamaged */.C)('index line is not an object');
    }
    return value;
}
/** Builds the entry without checking its numbers and texts: {@link hasRightTypes} and `entryFault` do that. */
function entryOf(line) {
    const kind = kinds.get(line.k);
    const path = (0,byte_text/* bytesOfMember */.z)(line.n, line.N);
    if (kind === undefined || path === undefined)
        return undefined;
    if (kind === 'unchanged')
        return { kind, path };
    const tree = {
        kind,
        path,
        mode: line.m,
        uid: line.u,
        gid: line.g,
        mtime: line.t,
        offset: line.o,
        length: line.l,
        ...(line.a === undefined ? {} : { attributes: line.a }),
    };
    if (kind === 'directory')
        return tree;
    const target = line.r === undefined && line.R === undefined ? undefined : (0,byte_text/* bytesOfMember */.z)(line.r, line.R);
    if (target === undefined && (line.r !== undefined || line.R !== undefined))
        return undefined;
    return {
        ...tree,
        size: line.s,
        ...(line.h === undefined ? {} : { sha256: line.h }),
        ...(line.z === undefined ? {} : { blocksSha256: line.z }),
        ...(target === undefined ? {} : { target }),
        ...(line.v === undefined ? {} : { device: line.v }),
    };
}
function hasRightTypes(entry) {
    if (entry.kind === 'unchanged')
        return true;
    if (typeof entry.mtime !== 'string')
        return false;
    if (entry.attributes !== undefined && typeof entry.attributes !== 'string')
        return false;
    if (entry.kind === 'directory')
        return true;
    for (const hash of [entry.sha256, entry.blocksSha256])
        if (hash !== undefined && typeof hash !== 'string')
            return false;
    return entry.device === undefined || (Array.isArray(entry.device) && entry.device.length === 2);
}


/***/ }),

/***/ 22707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DX: () => (/* binding */ pageKinds),
/* harmony export */   Ez: () => (/* binding */ comparePositions),
/* harmony export */   df: () => (/* binding */ positionOf),
/* harmony export */   gU: () => (/* binding */ pathOrder),
/* harmony export */   vj: () => (/* binding */ pageKindOf),
/* harmony export */   wA: () => (/* binding */ rangesOf)
/* harmony export */ });
/* harmony import */ var _domain_index_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8740);

const pageKinds = ['directory', 'file', 'unchanged'];
/** The kind of page that a record belongs to. */
function pageKindOf(entry) {
    return entry.kind === 'directory' || entry.kind === 'unchanged' ? entry.kind : 'file';
}
/** Where a path stands in the order of its kind. */
function positionOf(kind, path) {
    const slash = path.lastIndexOf('/');
    if (kind === 'directory')
        return [path, ''];
    return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}
function comparePositions(a, b) {
    if (a[0] !== b[0])
        return a[0] < b[0] ? -1 : 1;
    return a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
}
/** The order of a kind on whole paths, the same as that of their positions. */
function pathOrder(kind) {
    if (kind !== 'directory')
        return _domain_index_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFilePaths */ .y;
    return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}
/**
 * Where the records at or below `scope.under` can stand, ascending and disjoint; undefined means everywhere.
 *
 * A tree is not one stretch: in byte order `a-b` stands between `a` and `a/c`, and the file `a` itself stands
 * among the names of its parent. NUL is in no path and so is the least possible suffix; `0` follows `/`.
 */
function rangesOf(kind, scope) {
    const under = scope?.under;
    if (under === undefined || under === '')
        return undefined;
    const [directory, name] = positionOf(kind, under);
    const itself = { from: [directory, name], to: [directory, `${name}\0`] };
    const below = { from: [`${under}/`, ''], to: [`${under}0`, ''] };
    if (kind === 'directory')
        return [itself, below];
    const children = { from: [under, ''], to: [`${under}\0`, ''] };
    return [itself, children, below];
}


/***/ }),

/***/ 96940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ unpackPage),
/* harmony export */   lH: () => (/* binding */ indexPageBytes),
/* harmony export */   ss: () => (/* binding */ pageHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _damaged_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80632);
/* harmony import */ var _entry_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28643);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22707);




/** Plain bytes of every page; a frame of the index stream has the same size, so that one read fetches one page. */
const indexPageBytes = 256 * 1024;
/** The first 12 hex digits of a page's SHA-256, as the root names it. */
function pageHash(page) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', page, 'hex').slice(0, 12);
}
/** The records of a page, checked against what the root says of it. `index-damaged` where they differ. */
function unpackPage(page, expected, pageBytes) {
    const context = { page: expected.number, kind: expected.kind };
    if (page.byteLength !== pageBytes)
        throw (0,_damaged_js__WEBPACK_IMPORTED_MODULE_1__/* .indexDamaged */ .C)('index page has the wrong size', { context });
    if (pageHash(page) !== expected.hash)
        throw (0,_damaged_js__WEBPACK_IMPORTED_MODULE_1__/* .indexDamaged */ .C)('index page does not match its root', { context });
    const text = Buffer.from(page.buffer, page.byteOffset, page.byteLength).toString('utf8');
    const entries = [];
    for (const line of text.split('\n')) {
        if (line !== '')
            entries.push((0,_entry_line_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeEntry */ .LP)(line));
    }
    const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOrder */ .gU)(expected.kind);
    const inOrder = entries.every((entry, i) => i === 0 || order(entries[i - 1]?.path ?? '', entry.path) <= 0);
    const ofKind = entries.every((entry) => (0,_order_js__WEBPACK_IMPORTED_MODULE_3__/* .pageKindOf */ .vj)(entry) === expected.kind);
    if (!inOrder || !ofKind || entries.length !== expected.count || entries[0]?.path !== expected.first) {
        throw (0,_damaged_js__WEBPACK_IMPORTED_MODULE_1__/* .indexDamaged */ .C)('index page holds other records than its root says', { context });
    }
    return entries;
}


/***/ }),

/***/ 37011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HK: () => (/* binding */ decodeRoot),
/* harmony export */   cv: () => (/* binding */ encodeRootPage),
/* harmony export */   pR: () => (/* binding */ encodeRoot)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _byte_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79013);
/* harmony import */ var _damaged_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80632);
/* harmony import */ var _entry_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28643);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22707);





const letters = { directory: 'd', file: 'f', unchanged: 'u' };
const hash12 = /^[0-9a-f]{12}$/;
/** The line of a page; about 100 bytes, so that the root of a million files stays at some 100 KB. */
function encodeRootPage(page) {
    return `{"k":"${letters[page.kind]}","s":${page.section},"i":${page.number},"c":${page.count},"h":"${page.hash}",${(0,_byte_text_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesMember */ .K)('n', page.first)}}`;
}
/**
 * A root: `{"v":1,"page":<bytes>}`, one line a page in the order of their numbers, and a last line with the
 * totals and the SHA-256 of all lines before it (line ends included).
 */
function encodeRoot(pageBytes, pageLines, totals) {
    const body = `${[`{"v":1,"page":${pageBytes}}`, ...pageLines].join('\n')}\n`;
    const { directory, file, unchanged } = totals;
    const sha256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', body, 'hex');
    return Buffer.from(`${body}${JSON.stringify({ directories: directory, files: file, unchanged, sha256 })}\n`);
}
/** Reads a root. `index-damaged` for anything that {@link encodeRoot} could not have written. */
function decodeRoot(root) {
    const text = Buffer.from(root.buffer, root.byteOffset, root.byteLength).toString('utf8');
    const lines = text.split('\n');
    if (lines.pop() !== '' || lines.length < 2)
        throw (0,_damaged_js__WEBPACK_IMPORTED_MODULE_2__/* .indexDamaged */ .C)('index root is cut off');
    const last = (0,_entry_line_js__WEBPACK_IMPORTED_MODULE_3__/* .parseObject */ .lj)(lines.pop() ?? '');
    if (last.sha256 !== (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', `${lines.join('\n')}\n`, 'hex')) {
        throw (0,_damaged_js__WEBPACK_IMPORTED_MODULE_2__/* .indexDamaged */ .C)('index root does not match its hash');
    }
    const [first = '', ...pageLines] = lines;
    const head = (0,_entry_line_js__WEBPACK_IMPORTED_MODULE_3__/* .parseObject */ .lj)(first);
    if (head.v !== 1 || !isCount(head.page))
        throw (0,_damaged_js__WEBPACK_IMPORTED_MODULE_2__/* .indexDamaged */ .C)('index root has an unknown version');
    const pages = pageLines.map(rootPageOf);
    const totals = { directory: last.directories, file: last.files, unchanged: last.unchanged };
    for (const kind of _order_js__WEBPACK_IMPORTED_MODULE_4__/* .pageKinds */ .DX)
        checkKind(kind, pages, totals[kind]);
    return { pageBytes: head.page, pages, totals };
}
function rootPageOf(line, number) {
    const { k, s, i, c, h, n, N } = (0,_entry_line_js__WEBPACK_IMPORTED_MODULE_3__/* .parseObject */ .lj)(line);
    const kind = _order_js__WEBPACK_IMPORTED_MODULE_4__/* .pageKinds */ .DX.find((candidate) => letters[candidate] === k);
    const first = (0,_byte_text_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOfMember */ .z)(n, N);
    const whole = kind !== undefined && first !== undefined && isCount(s) && isCount(c) && c > 0;
    if (!whole || i !== number || typeof h !== 'string' || !hash12.test(h)) {
        throw (0,_damaged_js__WEBPACK_IMPORTED_MODULE_2__/* .indexDamaged */ .C)('index root names a page wrongly', { context: { page: number } });
    }
    return { number, kind, section: s, first, count: c, hash: h };
}
function checkKind(kind, pages, total) {
    const order = (0,_order_js__WEBPACK_IMPORTED_MODULE_4__/* .pathOrder */ .gU)(kind);
    const lastOf = new Map();
    let count = 0;
    for (const page of pages) {
        if (page.kind !== kind)
            continue;
        const before = lastOf.get(page.section);
        if (before && order(before.first, page.first) >= 0) {
            throw (0,_damaged_js__WEBPACK_IMPORTED_MODULE_2__/* .indexDamaged */ .C)('index root is out of order', { context: { page: page.number } });
        }
        lastOf.set(page.section, page);
        count += page.count;
    }
    if (count !== total)
        throw (0,_damaged_js__WEBPACK_IMPORTED_MODULE_2__/* .indexDamaged */ .C)('index root has wrong totals', { context: { kind } });
}
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}


/***/ }),

/***/ 89587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ decodeMeta),
  e: () => (/* binding */ encodeMeta)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/catalog/byte-text.js

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** A name in JSON: text where its bytes are UTF-8, else `{"base64": …}` of the bytes. */
const byteText = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* strictObject */.rej({ base64: schemas/* base64 */.K39() })]);
/** From a byte string (each character one byte); a text with wider characters is taken as it is. */
function toByteText(name) {
    const bytes = Buffer.from(name, 'latin1');
    if (bytes.toString('latin1') !== name)
        return name.toWellFormed();
    try {
        return utf8.decode(bytes);
    }
    catch {
        return { base64: bytes.toString('base64') };
    }
}
/** Always a byte string: each character one byte. */
function fromByteText(text) {
    const bytes = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.base64, 'base64');
    return bytes.toString('latin1');
}

// EXTERNAL MODULE: ./build/catalog/json.js
var json = __webpack_require__(38672);
// EXTERNAL MODULE: ./build/catalog/zstd-json.js
var zstd_json = __webpack_require__(35728);
;// CONCATENATED MODULE: ./build/catalog/meta.js




const largest = 256 * 1024 ** 2;
const hash = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/);
const finding = schemas/* object */.Ikc({
    severity: schemas/* enum */.k5n(['ok', 'info', 'warning', 'error']),
    code: schemas/* string */.YjP(),
    message: schemas/* string */.YjP(),
    hint: schemas/* string */.YjP().exactOptional(),
    command: schemas/* string */.YjP().exactOptional(),
    names: schemas/* array */.YOg(schemas/* string */.YjP()).readonly().exactOptional(),
});
const schema = schemas/* object */.Ikc({
    format: schemas/* literal */.euz(1),
    streams: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        bytes: schemas/* int */.Whr().nonnegative(),
        sha256: hash.exactOptional(),
        blake3: hash.exactOptional(),
    })),
    index: schemas/* object */.Ikc({ bytes: schemas/* int */.Whr().nonnegative() }).exactOptional(),
    fingerprint: schemas/* unknown */.L5J().optional(),
    warnings: schemas/* array */.YOg(finding),
    unread: schemas/* array */.YOg(byteText),
    toolOutput: schemas/* string */.YjP().exactOptional(),
});
/** JSON, then zstd; the caller encrypts it. */
function encodeMeta(meta) {
    return (0,zstd_json/* compress */.B)((0,json/* jsonBytes */.yN)({ ...meta, unread: meta.unread.map(toByteText) }));
}
/** Of the decrypted bytes. Errors: `object-damaged` naming the field. */
function decodeMeta(compressed, key) {
    const naming = { code: 'object-damaged', what: 'the meta object', key };
    const { unread, ...rest } = (0,json/* checkShape */.eA)(schema, (0,json/* parseJson */.qF)((0,zstd_json/* decompress */.m)(compressed, largest, naming), naming), naming);
    return { ...rest, unread: unread.map(fromByteText) };
}


/***/ }),

/***/ 83502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readManifest)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38672);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98430);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49227);
/* harmony import */ var _object_io_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79874);
/* harmony import */ var _tombstones_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13114);






/**
 * The whole manifest of one backup. Errors: `backup-not-found` (a tombstone is no backup either), `manifest-damaged`,
 * also when it is not the one that was expected, `format-unsupported`.
 */
async function readManifest(store, job, id, options) {
    const key = (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestKey */ .Rn)(job, id);
    const stored = await (0,_object_io_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfPresent */ .Zu)(store, key, 2 * _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestLimit */ .t7, options.signal);
    if (!stored || (0,_tombstones_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTombstone */ .f2)(stored)) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('backup-not-found', `${store.name} holds no backup ${id} of ${job}`, {
            hint: 'Run `holdfast list` to see the ids there are, at each destination.',
            context: { job, id, destination: store.name },
        });
    }
    const opened = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeManifest */ .MK)(stored, key, options);
    if (options.sha256 === undefined || options.sha256 === opened.sha256)
        return opened;
    throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)({ code: 'manifest-damaged', what: 'the manifest', key }, 'it is not the one that was listed before');
}


/***/ }),

/***/ 71336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   an: () => (/* binding */ decodeVolumesList),
/* harmony export */   v3: () => (/* binding */ volumesOf),
/* harmony export */   w4: () => (/* binding */ encodeVolumesList)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26921);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38672);
/* harmony import */ var _manifest_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26371);
/* harmony import */ var _zstd_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35728);




/** Some 60 TB of backup at the usual span. */
const largest = 1024 ** 3;
const record = _manifest_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .objectReference */ .x.extend({
    stream: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(1000),
    seq: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
    frames: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative()),
});
/**
 * The stored bytes of `volumes-….jsonl.zst`: one JSON line a volume, in the given order, zstd.
 * Errors: `internal` when the volumes of a stream do not count up from 0, above all when two streams have one name.
 */
function encodeVolumesList(records) {
    const chunks = [];
    const count = inSequence({ code: 'internal', what: 'the new volumes list' });
    let lines = [];
    for (const { stream, seq, key, bytes, sha256, frames } of records) {
        count(stream, seq);
        lines.push(`${JSON.stringify({ stream, seq, key, bytes, sha256, frames })}\n`);
        if (lines.length < 1000)
            continue;
        chunks.push(Buffer.from(lines.join('')));
        lines = [];
    }
    chunks.push(Buffer.from(lines.join('')));
    return (0,_zstd_json_js__WEBPACK_IMPORTED_MODULE_2__/* .compress */ .B)(Buffer.concat(chunks));
}
/**
 * Decodes a volumes list. Each key must lie under `prefix` (`data/<job>/<id>`), and of each stream the volumes must
 * count up from 0 without a gap. Errors: `object-damaged` naming line and field.
 */
function decodeVolumesList(stored, prefix) {
    const whole = { code: 'object-damaged', what: 'the volumes list of', key: prefix };
    const plain = (0,_zstd_json_js__WEBPACK_IMPORTED_MODULE_2__/* .decompress */ .m)(stored, largest, whole);
    const records = [];
    const count = inSequence(whole);
    let start = 0;
    while (start < plain.length) {
        const end = plain.indexOf(0x0a, start);
        const naming = { ...whole, what: `line ${records.length + 1} of the volumes list of` };
        if (end < 0)
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .qM)(naming, 'it has no end');
        const volume = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .checkShape */ .eA)(record, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(plain.subarray(start, end), naming), naming);
        if (!volume.key.startsWith(`${prefix}/`))
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .qM)(naming, 'key: it belongs to another backup');
        count(volume.stream, volume.seq);
        records.push(volume);
        start = end + 1;
    }
    return records;
}
function inSequence(naming) {
    const next = new Map();
    return (stream, seq) => {
        const expected = next.get(stream) ?? 0;
        if (seq !== expected) {
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .qM)(naming, `seq: expected ${expected} of stream ${stream}, found ${seq}`);
        }
        next.set(stream, expected + 1);
    };
}
/** The volumes of one stream, in order. Errors: `object-damaged` when there are not as many as the manifest says. */
function volumesOf(stream, records) {
    const own = records.filter((volume) => volume.stream === stream.name);
    if (own.length === stream.volumes)
        return own;
    const naming = { code: 'object-damaged', what: `the volumes list of stream ${stream.name}` };
    throw (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .qM)(naming, `${own.length} of ${stream.volumes} volumes are in it`);
}


/***/ }),

/***/ 35728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ compress),
/* harmony export */   m: () => (/* binding */ decompress)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38672);


/** One zstd frame with a checksum. */
function compress(plain) {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.zstdCompressSync)(plain, {
        params: { [node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.ZSTD_c_compressionLevel]: 6, [node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.ZSTD_c_checksumFlag]: 1 },
    });
}
/**
 * All frames, one after another: Node's own function stops after the first one without a word.
 * Errors: the code of `naming` for damage, anything behind the last frame, and more than `limit` plain bytes.
 */
function decompress(stored, limit, naming) {
    const parts = [];
    let rest = stored;
    let room = limit;
    do {
        const { buffer, engine } = decompressFrame(rest, room, limit, naming);
        if (engine.bytesWritten === 0)
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(naming, 'it is not whole zstd');
        parts.push(buffer);
        rest = rest.subarray(engine.bytesWritten);
        room -= buffer.length;
    } while (rest.byteLength > 0);
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}
function decompressFrame(stored, room, limit, naming) {
    const options = { maxOutputLength: Math.max(room, 1), info: true };
    try {
        const done = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.zstdDecompressSync)(stored, options);
        if (done.buffer.length <= room)
            return done;
    }
    catch (cause) {
        const tooLarge = cause.code === 'ERR_BUFFER_TOO_LARGE';
        if (!tooLarge)
            throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(naming, 'it is not whole zstd', cause);
    }
    throw (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(naming, `it holds more than ${limit} bytes`);
}


/***/ }),

/***/ 33154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ decryptBytes),
/* harmony export */   h: () => (/* binding */ encryptBytes)
/* harmony export */ });
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81539);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81920);
/* harmony import */ var _chunker_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(56531);
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72328);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47233);
/* harmony import */ var _passphrase_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61969);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69815);
/* harmony import */ var _seal_header_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75596);









/**
 * `plain` as one age file, for small objects. Age forbids recipients and a passphrase in one file: exactly one of the
 * two is given, or it is `recipient-missing`. A recipient that is none is `key-invalid`.
 */
async function encryptBytes(plain, { recipients = [], passphrase }) {
    if (passphrase === undefined ? recipients.length === 0 : recipients.length > 0) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('recipient-missing', 'an age file is for recipients or for a passphrase', {
            hint: 'Set encryption.recipients or encryption.passphrase; each gets a file of its own.',
        });
    }
    const { bytes, payloadKey } = await (0,_seal_header_js__WEBPACK_IMPORTED_MODULE_7__/* .sealHeader */ .f)(passphrase === undefined ? (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .parseRecipients */ .q)(recipients) : [(0,_passphrase_js__WEBPACK_IMPORTED_MODULE_5__/* .passphraseRecipient */ .u)(passphrase)]);
    const out = new Uint8Array(bytes.length + (0,_payload_js__WEBPACK_IMPORTED_MODULE_6__/* .sealedPayloadBytes */ .A1)(plain.length));
    out.set(bytes);
    let at = bytes.length;
    const chunker = (0,_chunker_js__WEBPACK_IMPORTED_MODULE_8__/* .createChunker */ .x)(_payload_js__WEBPACK_IMPORTED_MODULE_6__/* .chunkBytes */ .nr, (chunk, index, final) => {
        at += (0,_payload_js__WEBPACK_IMPORTED_MODULE_6__/* .sealChunk */ .Hb)(payloadKey, index, final, chunk, out, at);
    });
    chunker.push(plain);
    chunker.end();
    return out;
}
/**
 * The content of an age file, armored or not. `identity-wrong` or `passphrase-wrong` where no key fits,
 * `object-damaged` where a key fits but the bytes are not whole.
 */
async function decryptBytes(stored, keyring) {
    const file = dearmor(stored);
    const { payloadKey, length } = await (0,_header_js__WEBPACK_IMPORTED_MODULE_3__/* .openHeader */ .U)(file, keyring);
    const out = new Uint8Array(file.length - length);
    let at = 0;
    const chunker = (0,_chunker_js__WEBPACK_IMPORTED_MODULE_8__/* .createChunker */ .x)(_payload_js__WEBPACK_IMPORTED_MODULE_6__/* .sealedChunkBytes */ .Fe, (chunk, index, final) => {
        at += (0,_payload_js__WEBPACK_IMPORTED_MODULE_6__/* .openChunk */ .wE)(payloadKey, index, final, chunk, out, at);
    });
    chunker.push(file.subarray(length));
    chunker.end();
    return out.subarray(0, at);
}
function dearmor(stored) {
    const start = Buffer.from(stored.buffer, stored.byteOffset, Math.min(stored.length, 1024)).toString('latin1');
    if (!start.trimStart().startsWith('-----BEGIN'))
        return stored;
    try {
        return age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .armor.decode */ .yE.decode(Buffer.from(stored).toString('latin1'));
    }
    catch (error) {
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('the age armor is not valid', undefined, error);
    }
}


/***/ }),

/***/ 56531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createChunker)
/* harmony export */ });
/**
 * Cuts pieces of any size into chunks of `size`. A chunk is held back until it is known whether it is the last one,
 * since age marks that in its nonce.
 */
function createChunker(size, emit) {
    const pending = new Uint8Array(size);
    let used = 0;
    let index = 0;
    function fill(bytes) {
        const taken = Math.min(size - used, bytes.length);
        pending.set(bytes.subarray(0, taken), used);
        used += taken;
        return bytes.subarray(taken);
    }
    return {
        push(bytes) {
            let rest = bytes;
            if (used > 0) {
                rest = fill(rest);
                if (rest.length === 0)
                    return;
                emit(pending, index++, false);
                used = 0;
            }
            while (rest.length > size) {
                emit(rest.subarray(0, size), index++, false);
                rest = rest.subarray(size);
            }
            fill(rest);
        },
        end() {
            emit(pending.subarray(0, used), index, true);
        },
    };
}


/***/ }),

/***/ 72328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ openHeader),
/* harmony export */   g: () => (/* binding */ headerLength)
/* harmony export */ });
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81539);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81920);
/* harmony import */ var _passphrase_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61969);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69815);





/** No header of ours comes near; a longer one is not searched for its end. */
const longestHeader = 1 << 20;
/**
 * Length of the header and nonce at the start of `file`; undefined while `file` is too short to tell.
 * `object-damaged` where no age header can become of it.
 */
function headerLength(file) {
    const text = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, longestHeader));
    const mac = text.indexOf('\n---');
    const end = mac < 0 ? -1 : text.indexOf('\n', mac + 1);
    if (end >= 0)
        return end + 1 + _payload_js__WEBPACK_IMPORTED_MODULE_4__/* .nonceBytes */ .zO <= file.length ? end + 1 + _payload_js__WEBPACK_IMPORTED_MODULE_4__/* .nonceBytes */ .zO : undefined;
    if (file.length >= longestHeader)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('it is not an age file');
    return undefined;
}
/**
 * Opens the header at the start of `file`.
 *
 * `identity-wrong` or `passphrase-wrong` where no key of the ring matches a stanza, `object-damaged` where the header is
 * malformed, cut off or its MAC is wrong.
 */
async function openHeader(file, keyring) {
    const length = headerLength(file);
    if (length === undefined)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('the age header is cut off');
    const decrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .Decrypter */ .Hz();
    const witness = { stanzas: [], unmatched: false };
    for (const identity of identitiesOf(keyring, witness))
        decrypter.addIdentity(identity);
    try {
        const fileKey = await decrypter.decryptHeader(Uint8Array.from(file.subarray(0, length - _payload_js__WEBPACK_IMPORTED_MODULE_4__/* .nonceBytes */ .zO)));
        const nonce = Uint8Array.from(file.subarray(length - _payload_js__WEBPACK_IMPORTED_MODULE_4__/* .nonceBytes */ .zO, length));
        return {
            payloadKey: (0,_payload_js__WEBPACK_IMPORTED_MODULE_4__/* .derivePayloadKey */ .H4)(fileKey, nonce),
            length,
            stanzas: witness.stanzas.map(({ args }) => args),
        };
    }
    catch (error) {
        if (witness.unmatched)
            throw unmatched(witness.stanzas, keyring);
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('the age header is not valid', undefined, error);
    }
}
/** The last identity is asked only when no other matched: that tells a wrong key from a damaged header. */
function* identitiesOf(keyring, witness) {
    yield {
        unwrapFileKey(stanzas) {
            witness.stanzas = stanzas;
            return null;
        },
    };
    for (const identity of keyring.identities ?? [])
        yield identity.reveal();
    for (const passphrase of keyring.passphrases ?? [])
        yield (0,_passphrase_js__WEBPACK_IMPORTED_MODULE_3__/* .passphraseIdentity */ .$)(passphrase);
    yield {
        unwrapFileKey() {
            witness.unmatched = true;
            return null;
        },
    };
}
function unmatched(stanzas, keyring) {
    if (stanzas.some(({ args }) => args[0] === 'scrypt')) {
        const given = (keyring.passphrases ?? []).length > 0;
        return new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('passphrase-wrong', given ? 'the passphrase does not fit' : 'a passphrase is needed', {
            hint: 'Give the passphrase that this was encrypted with as encryption.passphrase.',
        });
    }
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('identity-wrong', 'none of the identities can open this', {
        hint: 'Give the identity whose public half is among the recipients that this was encrypted to.',
    });
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

/***/ 61969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ passphraseIdentity),
/* harmony export */   u: () => (/* binding */ passphraseRecipient)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81539);



// The library's scrypt is JavaScript: it blocks for a second and leaves 256 MB to the garbage collector.
const derive = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.scrypt);
const label = Buffer.from('age-encryption.org/v1/scrypt');
const workFactor = 18;
const highestWorkFactor = 20;
const zeroNonce = Buffer.alloc(12);
function wrapKey(passphrase, salt, logN) {
    const cost = { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** logN * 1024 + 2 ** 20 };
    return derive(passphrase.reveal(), Buffer.concat([label, salt]), 32, cost);
}
/** Wraps a file key with a passphrase: the scrypt stanza of https://c2sp.org/age, work factor 18. */
function passphraseRecipient(passphrase) {
    return {
        async wrapFileKey(fileKey) {
            const salt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
            const key = await wrapKey(passphrase, salt, workFactor);
            const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('chacha20-poly1305', key, zeroNonce, { authTagLength: 16 });
            const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
            return [new age_encryption__WEBPACK_IMPORTED_MODULE_2__/* .Stanza */ .Qd(['scrypt', base64(salt), String(workFactor)], body)];
        },
    };
}
/** Unwraps what a passphrase wrapped; throws where a scrypt stanza is malformed, returns null where it does not fit. */
function passphraseIdentity(passphrase) {
    return {
        async unwrapFileKey(stanzas) {
            const stanza = stanzas.find((candidate) => candidate.args[0] === 'scrypt');
            if (!stanza)
                return null;
            if (stanzas.length !== 1)
                throw new Error('a scrypt stanza must be the only one');
            const { salt, logN } = parse(stanza);
            const key = await wrapKey(passphrase, salt, logN);
            const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)('chacha20-poly1305', key, zeroNonce, { authTagLength: 16 });
            decipher.setAuthTag(stanza.body.subarray(16));
            const fileKey = decipher.update(stanza.body.subarray(0, 16));
            try {
                decipher.final();
            }
            catch {
                return null;
            }
            return fileKey;
        },
    };
}
function parse(stanza) {
    const [, encoded = '', factor = ''] = stanza.args;
    const salt = Buffer.from(encoded, 'base64');
    const logN = Number(factor);
    if (stanza.args.length !== 3 ||
        stanza.body.length !== 32 ||
        salt.length !== 16 ||
        base64(salt) !== encoded ||
        !/^[1-9][0-9]*$/.test(factor) ||
        logN > highestWorkFactor) {
        throw new Error('invalid scrypt stanza');
    }
    return { salt, logN };
}
function base64(bytes) {
    return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}


/***/ }),

/***/ 69815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ sealedPayloadBytes),
/* harmony export */   Fe: () => (/* binding */ sealedChunkBytes),
/* harmony export */   H4: () => (/* binding */ derivePayloadKey),
/* harmony export */   Hb: () => (/* binding */ sealChunk),
/* harmony export */   nr: () => (/* binding */ chunkBytes),
/* harmony export */   wE: () => (/* binding */ openChunk),
/* harmony export */   zO: () => (/* binding */ nonceBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81920);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98972);



/** Plain bytes of a chunk of an age payload (STREAM, https://c2sp.org/age). */
const chunkBytes = 65_536;
const tagBytes = 16;
/** A chunk with its tag. */
const sealedChunkBytes = chunkBytes + tagBytes;
/** Bytes of the nonce between the header and the payload. */
const nonceBytes = 16;
/** The key of the payload, out of the file key that the header wraps and the nonce that follows it. */
function derivePayloadKey(fileKey, nonce) {
    return new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)('sha256', fileKey, nonce, 'payload', 32));
}
/** Stored bytes of a payload of `plainBytes`. */
function sealedPayloadBytes(plainBytes) {
    return plainBytes + tagBytes * Math.max(1, Math.ceil(plainBytes / chunkBytes));
}
function nonceOf(index, final) {
    const nonce = Buffer.alloc(12);
    // The counter has eleven bytes; six of them reach beyond any file.
    nonce.writeUIntBE(index, 5, 6);
    nonce[11] = final ? 1 : 0;
    return nonce;
}
/** Encrypts chunk number `index` into `out` at `at`; returns the bytes written. */
function sealChunk(key, index, final, plain, out, at) {
    const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('chacha20-poly1305', key, nonceOf(index, final), { authTagLength: tagBytes });
    const sealed = cipher.update(plain);
    cipher.final();
    out.set(sealed, at);
    out.set(cipher.getAuthTag(), at + plain.length);
    (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .release */ ._)(sealed);
    return plain.length + tagBytes;
}
/** Decrypts chunk number `index` into `out` at `at`; returns the bytes written, or throws `object-damaged`. */
function openChunk(key, index, final, sealed, out, at) {
    const length = sealed.length - tagBytes;
    if (length < 0 || (length === 0 && index > 0))
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .q)('an age chunk is cut off');
    const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)('chacha20-poly1305', key, nonceOf(index, final), {
        authTagLength: tagBytes,
    });
    decipher.setAuthTag(sealed.subarray(length));
    const plain = decipher.update(sealed.subarray(0, length));
    try {
        decipher.final();
    }
    catch (error) {
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .q)('an age chunk does not authenticate', undefined, error);
    }
    out.set(plain, at);
    (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .release */ ._)(plain);
    return length;
}


/***/ }),

/***/ 75596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ sealHeader)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81539);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69815);




/** What the library appends for an empty payload: nonce and one tag. */
const emptyPayload = 32;
/** Makes the header of a new age file (https://c2sp.org/age) for `recipients`: strings or objects of the library. */
async function sealHeader(recipients) {
    const encrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_1__/* .Encrypter */ .T7();
    let fileKey = new Uint8Array();
    const capture = {
        wrapFileKey(key) {
            fileKey = Uint8Array.from(key);
            return [];
        },
    };
    for (const recipient of recipients)
        addRecipient(encrypter, recipient);
    encrypter.addRecipient(capture);
    const empty = await encrypter.encrypt(new Uint8Array(0)).catch(refuse);
    const nonce = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(_payload_js__WEBPACK_IMPORTED_MODULE_3__/* .nonceBytes */ .zO);
    const header = empty.subarray(0, empty.length - emptyPayload);
    // In memory of its own: what goes to another thread is copied with all of its buffer.
    const bytes = new Uint8Array(header.length + _payload_js__WEBPACK_IMPORTED_MODULE_3__/* .nonceBytes */ .zO);
    bytes.set(header);
    bytes.set(nonce, header.length);
    return { bytes, payloadKey: (0,_payload_js__WEBPACK_IMPORTED_MODULE_3__/* .derivePayloadKey */ .H4)(fileKey, nonce) };
}
function addRecipient(encrypter, recipient) {
    try {
        encrypter.addRecipient(recipient);
    }
    catch (cause) {
        refuse(cause);
    }
}
/** Also for what is well-formed and yet no point to agree on a key with. */
function refuse(cause) {
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('key-invalid', 'nothing can be encrypted to one of the recipients', {
        hint: 'Make a key pair with keygen and put its public half under recipients.',
        cause,
    });
}


/***/ }),

/***/ 15271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ gzipMemberOptions),
/* harmony export */   Hp: () => (/* binding */ headBound),
/* harmony export */   ey: () => (/* binding */ decompressHead),
/* harmony export */   i7: () => (/* binding */ frameBound),
/* harmony export */   ji: () => (/* binding */ decompressFrame),
/* harmony export */   ny: () => (/* binding */ zstdFrameOptions),
/* harmony export */   sm: () => (/* binding */ compressFrame)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81920);


/** Below this Node takes small outputs from a pool that is shared and cannot be freed. */
const smallestChunk = Buffer.poolSize + 1024;
/** More than any frame of `plainBytes` can have when stored, whatever the compression (RFC 8878 and RFC 1952 framing). */
function frameBound(plainBytes) {
    return plainBytes + (plainBytes >> 8) + 1024;
}
/** Node's options for one frame: `chunkSize` as large as the bound, or zlib works in steps of 16 KiB. */
function zstdFrameOptions(plainBytes, level) {
    return {
        chunkSize: Math.max(smallestChunk, frameBound(plainBytes)),
        pledgedSrcSize: plainBytes,
        params: {
            [node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.ZSTD_c_compressionLevel]: level,
            [node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.ZSTD_c_checksumFlag]: 1,
            [node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.ZSTD_c_contentSizeFlag]: 1,
        },
    };
}
/** Node's options for one gzip member. */
function gzipMemberOptions(plainBytes, level) {
    return { chunkSize: Math.max(smallestChunk, frameBound(plainBytes)), level };
}
/**
 * One frame: a zstd frame with checksum and content size (RFC 8878), a gzip member (RFC 1952), or with `none` the
 * very `plain` given. Otherwise the result has a buffer of its own, which the caller may `release`.
 */
function compressFrame(plain, compression) {
    switch (compression.type) {
        case 'zstd':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.zstdCompressSync)(plain, zstdFrameOptions(plain.length, compression.level));
        case 'gzip':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(plain, gzipMemberOptions(plain.length, compression.level));
        case 'none':
            return plain;
    }
}
/** Blocks of zstd and gzip decode to at most this much: so much more of a frame may be needed than was asked for. */
const blockBytes = 128 * 1024;
/** Stored bytes that most likely decode to the first `plainBytes` of a frame; of what cannot be compressed for sure. */
function headBound(plainBytes) {
    return frameBound(Math.ceil(plainBytes / blockBytes) * blockBytes);
}
/** What the beginning of a frame decodes to, at most `limit`: all whole blocks. The frame's own checksum is not looked at. */
function decompressHead(stored, compression, limit) {
    if (compression.type === 'none')
        return stored.subarray(0, limit);
    const unfinished = compression.type === 'gzip' ? node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.Z_SYNC_FLUSH : node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.ZSTD_e_flush;
    return inflate(stored, compression.type, limit, { finishFlush: unfinished }).buffer;
}
/**
 * The plain bytes of one frame, at most `limit`. `object-damaged` where the frame is broken, larger than `limit`
 * or followed by anything: memory never exceeds the limit, whatever the frame claims.
 */
function decompressFrame(stored, compression, limit) {
    if (compression.type === 'none') {
        if (stored.length > limit)
            throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .q)('a frame is larger than it may be');
        return stored;
    }
    const { buffer, engine } = inflate(stored, compression.type, limit);
    if (engine.bytesWritten !== stored.length)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .q)('a frame has trailing bytes');
    return buffer;
}
function inflate(stored, type, limit, end = {}) {
    const chunkSize = Math.max(smallestChunk, limit + 64);
    const options = { info: true, maxOutputLength: limit, chunkSize, ...end };
    const params = { [node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.ZSTD_d_windowLogMax]: windowLog(limit) };
    try {
        const result = type === 'gzip' ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(stored, options) : (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.zstdDecompressSync)(stored, { ...options, params });
        return result;
    }
    catch (error) {
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .q)('a frame does not decompress', undefined, error);
    }
}
/** No frame needs a window beyond its content; a header that asks for more is a bomb. */
function windowLog(limit) {
    return Math.min(27, Math.max(17, Math.ceil(Math.log2(limit)) + 1));
}


/***/ }),

/***/ 81920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ namingKey),
/* harmony export */   q: () => (/* binding */ damaged)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/** The error for bytes that are not what was written. `key` names the object where it is known. */
function damaged(why, key, cause) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('object-damaged', `${key ?? 'an object'} is damaged: ${why}`, {
        hint: 'Restore from another destination with --destination, or from an earlier backup with --at.',
        context: { ...(key === undefined ? {} : { key }), reason: why },
        cause,
    });
}
/** Adds the object's key to an `object-damaged` of the layers below, which do not know it; other errors stay. */
function namingKey(error, key) {
    if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'object-damaged') || error.context.key !== undefined)
        return error;
    return damaged(String(error.context.reason ?? error.message), key, error.cause);
}


/***/ }),

/***/ 1347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ frameRange),
/* harmony export */   RH: () => (/* binding */ headerBytes),
/* harmony export */   VX: () => (/* binding */ compressedBytes),
/* harmony export */   c8: () => (/* binding */ frameSpan),
/* harmony export */   gU: () => (/* binding */ spanRange),
/* harmony export */   vW: () => (/* binding */ headSpan)
/* harmony export */ });
/* harmony import */ var _age_payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69815);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81920);


/** Compressed bytes of a volume, before encryption. */
function compressedBytes(frames) {
    return frames.reduce((sum, bytes) => sum + bytes, 0);
}
/** Stored bytes before the first byte of the payload: the age header, whose length follows from the record. */
function headerBytes(volume) {
    const length = volume.bytes - (0,_age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .sealedPayloadBytes */ .A1)(compressedBytes(volume.frames));
    if (length <= 0)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .q)('its record does not add up', volume.key);
    return length;
}
/** Where frames `first` to `last` (inclusive) lie in the compressed bytes: begin and end. */
function frameSpan(frames, first, last) {
    const begin = compressedBytes(frames.slice(0, first));
    return [begin, begin + compressedBytes(frames.slice(first, last + 1))];
}
/** Where the first `stored` compressed bytes of a frame lie, less where it has not so many. */
function headSpan(frames, index, stored) {
    const [begin, end] = frameSpan(frames, index, index);
    return [begin, Math.min(end, begin + stored)];
}
/** The stored byte ranges that hold frames `first` to `last` (inclusive). */
function frameRange(volume, first, last, encrypted) {
    return spanRange(volume, frameSpan(volume.frames, first, last), encrypted);
}
/** The stored byte ranges that hold a span of the compressed bytes. */
function spanRange(volume, [begin, end], encrypted) {
    if (!encrypted)
        return { body: { offset: begin, length: end - begin } };
    const header = headerBytes(volume);
    const firstChunk = Math.floor(begin / _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .chunkBytes */ .nr);
    const offset = header + firstChunk * _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .sealedChunkBytes */ .Fe;
    const stop = Math.min(volume.bytes, header + Math.ceil(end / _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .chunkBytes */ .nr) * _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .sealedChunkBytes */ .Fe);
    return { header: { offset: 0, length: header }, body: { offset, length: stop - offset } };
}


/***/ }),

/***/ 69317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VD: () => (/* binding */ createBlake3),
/* harmony export */   Yg: () => (/* binding */ createSha256),
/* harmony export */   fg: () => (/* binding */ sha256Hex)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var hash_wasm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70608);


/** Lower-case hex SHA-256 of `bytes`. */
function sha256Hex(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', bytes, 'hex');
}
/** SHA-256, piece by piece. */
function createSha256() {
    const sha256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    return {
        update(bytes) {
            sha256.update(bytes);
        },
        hex: () => sha256.digest('hex'),
    };
}
/** BLAKE3 with 32 bytes of output, piece by piece, in WebAssembly (some 600 MB/s). */
async function createBlake3() {
    const blake3 = await (0,hash_wasm__WEBPACK_IMPORTED_MODULE_1__.createBLAKE3)();
    blake3.init();
    return {
        update(bytes) {
            blake3.update(bytes);
        },
        hex: () => blake3.digest('hex'),
    };
}


/***/ }),

/***/ 27675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ labelRecipient),
/* harmony export */   Q: () => (/* binding */ compareLabel)
/* harmony export */ });
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81539);
/* harmony import */ var _hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69317);


const type = 'holdfast-volume';
function argumentsOf({ stream, seq }) {
    return [type, (0,_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Hex */ .fg)(Buffer.from(stream)).slice(0, 16), String(seq).padStart(8, '0')];
}
/**
 * Writes the label into the age header as a stanza that no identity matches, which age's format tells readers to ignore.
 * The header's MAC covers it, so that a frame read by range is known to come from the right volume of the
 * backup (each backup has its own key) without reading the whole object.
 */
function labelRecipient(label) {
    return { wrapFileKey: () => [new age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .Stanza */ .Qd(argumentsOf(label), new Uint8Array(0))] };
}
/** Whether the stanzas carry this very label, another one, or none. */
function compareLabel(stanzas, label) {
    const found = stanzas.find((args) => args[0] === type);
    if (!found)
        return 'absent';
    return found.join(' ') === argumentsOf(label).join(' ') ? 'same' : 'other';
}


/***/ }),

/***/ 77184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nS: () => (/* binding */ openHead),
/* harmony export */   tv: () => (/* binding */ openFrames),
/* harmony export */   x8: () => (/* binding */ eachFrame)
/* harmony export */ });
/* harmony import */ var _age_payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69815);
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15271);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81920);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1347);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98972);





/**
 * The plain bytes of frames `first` to `last` (inclusive) out of `body`, the stored bytes that `frameRange` names. An
 * encrypted body is authenticated chunk by chunk; without `payloadKey` the caller must know that it is
 * genuine. Throws `object-damaged` naming the key.
 */
function openFrames(body, volume, first, last, format, { out, ...options } = {}) {
    const whole = out ?? new Uint8Array((last - first + 1) * format.frame);
    let at = 0;
    eachFrame(body, volume, first, last, format, options, (plain, own) => {
        whole.set(plain, at);
        at += plain.length;
        if (own)
            (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .release */ ._)(plain);
    });
    return whole.subarray(0, at);
}
/**
 * Hands over the plain bytes of each frame, as `openFrames` does. `own`: they have a buffer of their own, for the taker to
 * keep; otherwise they are a view of `body`, valid during the call. An error may come after some frames.
 */
function eachFrame(body, volume, first, last, format, { payloadKey, inPlace = false }, take) {
    try {
        const [begin, end] = (0,_frames_js__WEBPACK_IMPORTED_MODULE_3__/* .frameSpan */ .c8)(volume.frames, first, last);
        const whole = (0,_frames_js__WEBPACK_IMPORTED_MODULE_3__/* .compressedBytes */ .VX)(volume.frames);
        const compressed = payloadKey ? decryptSpan(body, begin, end, whole, payloadKey, inPlace) : body;
        if (compressed.length !== end - begin)
            throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('its frames have the wrong size');
        decompress(compressed, volume.frames, first, last, format, take);
        if (payloadKey && !inPlace)
            (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .release */ ._)(compressed);
    }
    catch (error) {
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .namingKey */ .g)(error, volume.key);
    }
}
/**
 * The first plain bytes of one frame, as many as `body` has whole blocks of: the stored bytes that `spanRange` names for
 * this `span`. They are authenticated chunk by chunk. Throws `object-damaged` naming the key.
 */
function openHead(body, volume, [begin, end], { compression, frame }, payloadKey) {
    try {
        const compressed = decryptSpan(body, begin, end, (0,_frames_js__WEBPACK_IMPORTED_MODULE_3__/* .compressedBytes */ .VX)(volume.frames), payloadKey, false);
        if (compressed.length !== end - begin)
            throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('its frames have the wrong size');
        return (0,_compression_js__WEBPACK_IMPORTED_MODULE_1__/* .decompressHead */ .ey)(compressed, compression, frame);
    }
    catch (error) {
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .namingKey */ .g)(error, volume.key);
    }
}
/** Bytes `begin` to `end` of a payload of `whole` bytes, out of the chunks that hold them. */
function decryptSpan(body, begin, end, whole, key, inPlace) {
    const firstChunk = Math.floor(begin / _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .chunkBytes */ .nr);
    const lastChunk = Math.max(firstChunk, Math.ceil(end / _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .chunkBytes */ .nr) - 1);
    const finalChunk = Math.max(0, Math.ceil(whole / _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .chunkBytes */ .nr) - 1);
    const chunks = lastChunk - firstChunk + 1;
    // In place a chunk always lands before the bytes that are still to be read.
    const plain = inPlace ? body : Buffer.allocUnsafeSlow(chunks * _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .chunkBytes */ .nr);
    let at = 0;
    for (let number = 0; number < chunks; number++) {
        const index = firstChunk + number;
        const sealed = body.subarray(number * _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .sealedChunkBytes */ .Fe, (number + 1) * _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .sealedChunkBytes */ .Fe);
        at += (0,_age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .openChunk */ .wE)(key, index, index === finalChunk, sealed, plain, at);
    }
    if (body.length !== at + chunks * (_age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .sealedChunkBytes */ .Fe - _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .chunkBytes */ .nr))
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('it has the wrong size');
    const skipped = begin - firstChunk * _age_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .chunkBytes */ .nr;
    return plain.subarray(skipped, Math.min(at, skipped + end - begin));
}
function decompress(compressed, frames, first, last, { compression, frame, span }, take) {
    let from = 0;
    for (let index = first; index <= last; index++) {
        const stored = compressed.subarray(from, from + (frames[index] ?? 0));
        const plain = (0,_compression_js__WEBPACK_IMPORTED_MODULE_1__/* .decompressFrame */ .ji)(stored, compression, Math.min(frame, span - index * frame));
        // Only the last frame of a volume may be short.
        if (plain.length !== frame && (index < frames.length - 1 || plain.length === 0)) {
            throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .q)('a frame has the wrong size');
        }
        from += stored.length;
        take(plain, plain !== stored);
    }
}


/***/ }),

/***/ 30463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ openWhole),
/* harmony export */   bM: () => (/* binding */ verifyWhole),
/* harmony export */   oG: () => (/* binding */ openWholeFrames)
/* harmony export */ });
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81920);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1347);
/* harmony import */ var _hash_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69317);
/* harmony import */ var _open_frames_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77184);




/** Throws `object-damaged` naming the key where `stored` is not the volume of the record. */
function verifyWhole(stored, volume) {
    if (stored.length !== volume.bytes)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .q)('it has the wrong size', volume.key);
    if ((0,_hash_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Hex */ .fg)(stored) !== volume.sha256)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .q)('its SHA-256 is not the recorded one', volume.key);
}
/** The plain frames of a whole volume, checked against its SHA-256 first, each in a buffer of its own; for worker threads. */
function openWholeFrames(stored, volume, format, options) {
    verifyWhole(stored, volume);
    const frames = [];
    (0,_open_frames_js__WEBPACK_IMPORTED_MODULE_3__/* .eachFrame */ .x8)(bodyOf(stored, volume, options), volume, 0, volume.frames.length - 1, format, options, (plain, own) => {
        frames.push(own ? plain : Uint8Array.from(plain));
    });
    return frames;
}
function bodyOf(stored, volume, { payloadKey }) {
    return payloadKey ? stored.subarray((0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .headerBytes */ .RH)(volume)) : stored;
}
/** The plain bytes of a whole volume, checked against its SHA-256 first. */
function openWhole(stored, volume, format, options) {
    verifyWhole(stored, volume);
    const out = options.out ?? new Uint8Array(Math.min(format.span, volume.frames.length * format.frame));
    return (0,_open_frames_js__WEBPACK_IMPORTED_MODULE_3__/* .openFrames */ .tv)(bodyOf(stored, volume, options), volume, 0, volume.frames.length - 1, format, {
        ...options,
        out,
    });
}


/***/ }),

/***/ 98972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ release)
/* harmony export */ });
/**
 * Gives the memory behind `bytes` back at once; they must not be used again. The zlib and crypto bindings allocate
 * an output for every call, and garbage that lies outside V8's heap is collected late: freeing it by hand keeps
 * the peak flat and is faster. Only a buffer that `bytes` fills on its own is freed, never Node's shared pool.
 */
function release(bytes) {
    const { buffer } = bytes;
    if (!(buffer instanceof ArrayBuffer) || bytes.byteOffset !== 0)
        return;
    if (bytes.length === buffer.byteLength || buffer.byteLength > Buffer.poolSize)
        buffer.transfer(0);
}


/***/ }),

/***/ 8359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sealedBound),
/* harmony export */   _: () => (/* binding */ sealFrames)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _age_chunker_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(56531);
/* harmony import */ var _age_payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69815);
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15271);
/* harmony import */ var _hash_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69317);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98972);






/** Header of an age file for one recipient of any type the library knows, with the label. */
const longestHeader = 4096;
/** Size of an output buffer that any volume of `plainBytes` fits into. */
function sealedBound(plainBytes, frame) {
    const frames = Math.ceil(plainBytes / frame);
    return longestHeader + (0,_age_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .sealedPayloadBytes */ .A1)(frames * 1024 + plainBytes + (plainBytes >> 8));
}
/**
 * Makes one volume of `plain`, synchronously: frames of `frame` bytes, each compressed on its own, one after another in
 * one age file that begins with `header`. `out` must have at least `sealedBound` bytes.
 *
 * Worker threads run this: nothing here loads the age library, which costs each of them 20 MB.
 */
function sealFrames(plain, out, options) {
    if (out.length < sealedBound(plain.length, options.frame)) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('internal', 'the output buffer is smaller than a volume may become');
    }
    const sink = options.header === undefined ? plainSink(out) : ageSink(out, options.header);
    const frames = [];
    for (let at = 0; at < plain.length; at += options.frame) {
        const content = plain.subarray(at, Math.min(at + options.frame, plain.length));
        const stored = (0,_compression_js__WEBPACK_IMPORTED_MODULE_2__/* .compressFrame */ .sm)(content, options.compression);
        sink.push(stored);
        frames.push(stored.length);
        if (stored !== content)
            (0,_release_js__WEBPACK_IMPORTED_MODULE_4__/* .release */ ._)(stored);
    }
    const bytes = sink.end();
    return { bytes, sha256: (0,_hash_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256Hex */ .fg)(out.subarray(0, bytes)), frames };
}
function plainSink(out) {
    let at = 0;
    return {
        push(stored) {
            out.set(stored, at);
            at += stored.length;
        },
        end: () => at,
    };
}
function ageSink(out, { bytes, payloadKey }) {
    out.set(bytes);
    let at = bytes.length;
    const chunker = (0,_age_chunker_js__WEBPACK_IMPORTED_MODULE_5__/* .createChunker */ .x)(_age_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .chunkBytes */ .nr, (chunk, index, final) => {
        at += (0,_age_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .sealChunk */ .Hb)(payloadKey, index, final, chunk, out, at);
    });
    return {
        push: chunker.push,
        end() {
            chunker.end();
            return at;
        },
    };
}


/***/ }),

/***/ 49498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ environmentForChildren)
/* harmony export */ });
/* harmony import */ var _process_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84511);

/**
 * The environment for what a command starts. The configuration's own keys are looked up first, whether this run uses
 * them or not: only what is known to be a secret is withheld, and a backup never reads the identity by itself.
 */
function environmentForChildren({ config, environment }) {
    const keys = [
        () => config.identity(),
        () => config.stateIdentity(),
        () => config.encryption(),
        () => config.signing(),
    ];
    for (const read of keys) {
        try {
            read();
        }
        catch {
            // A variable that is missing holds no secret; who needs it says so.
        }
    }
    return (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .childEnvironment */ .Q)(environment);
}


/***/ }),

/***/ 67501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ indexStream)
/* harmony export */ });
/* harmony import */ var _catalog_index_page_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96940);
/* harmony import */ var _pipeline_workshop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94422);


/** The stream that a backup's index pages are stored as: one page is one frame. Never in the manifest's own list. */
const indexStream = {
    name: 'index',
    mediaType: 'application/vnd.holdfast.index',
    compression: { type: 'zstd', level: 3 },
    volumes: 0,
    frame: _catalog_index_page_js__WEBPACK_IMPORTED_MODULE_0__/* .indexPageBytes */ .lH,
    span: _pipeline_workshop_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultSpan */ .o_,
    storedBytes: 0,
};


/***/ }),

/***/ 4161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ sourceContextOf),
/* harmony export */   v: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _config_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11521);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76140);
/* harmony import */ var _child_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49498);





/** Where the job's large temporary files go: `spool` for a backup, `scratch-dir` for the rest, else as the host has it. */
function scratchOf({ config }, job, use) {
    if (!config.jobNames.includes(job))
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
    const { spool, scratchDir } = config.job(job);
    return (use === 'backup' ? (spool ?? scratchDir) : scratchDir) ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
}
/** The context that a source's restore or drill runs in; what it warns of is also kept in `warnings`. */
function sourceContextOf(context, job, warnings, use = 'restore') {
    return {
        job,
        signal: context.signal,
        clock: context.clock,
        environment: (0,_child_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentForChildren */ .g)(context),
        scratch: scratchOf(context, job, use),
        stateDirectory: context.stateDirectory,
        warn(finding) {
            warnings.push(finding);
            (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .tell */ .q)(context, finding, job);
        },
        fillIn: (template, words) => (0,_config_config_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTemplate */ .Xm)(template, { words, now: context.clock.now(), timezone: context.config.timezone }),
    };
}
/** The settings of a source; undefined where a variable of theirs is not set: who restores need not reach what was backed up. */
function settingsAtHand(source) {
    try {
        return source.settings;
    }
    catch (error) {
        if ((0,_errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .u)(error, 'config-variable-missing'))
            return undefined;
        throw error;
    }
}
/**
 * The source of a stored backup: with the job's settings where the configuration has the job and what they name is there,
 * else with none.
 */
function sourceOf(context, job, type) {
    const { config } = context;
    if (!config.jobNames.includes(job))
        return context.drivers.source(type);
    const { source } = config.job(job);
    return context.drivers.source(type, source.type === type ? settingsAtHand(source) : undefined);
}


/***/ }),

/***/ 82677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ createPool)
/* harmony export */ });
/** A pool of at most `capacity` items. */
function createPool(capacity, make) {
    const free = [];
    const waiting = [];
    let limit = capacity;
    let made = 0;
    let failure;
    function tryTake() {
        if (failure)
            return undefined;
        const item = free.pop();
        if (item !== undefined)
            return item;
        if (made >= limit)
            return undefined;
        made++;
        return make();
    }
    return {
        tryTake,
        take() {
            if (failure)
                return Promise.reject(failure.error);
            const item = waiting.length === 0 ? tryTake() : undefined;
            if (item !== undefined)
                return Promise.resolve(item);
            return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
        },
        give(item) {
            if (made > limit) {
                made--;
                return;
            }
            const next = waiting.shift();
            if (next)
                next.resolve(item);
            else
                free.push(item);
        },
        resize(count) {
            limit += count;
            while (made > limit && free.pop() !== undefined)
                made--;
            while (waiting.length > 0 && made < limit) {
                made++;
                waiting.shift()?.resolve(make());
            }
        },
        fail(error) {
            failure ??= { error };
            for (const waiter of waiting.splice(0))
                waiter.reject(failure.error);
        },
    };
}


/***/ }),

/***/ 29491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ writeSpoolFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);



/** Writes a new file (0600) of a spool. Errors: `disk-full`, those of the source. */
async function writeSpoolFile(source, path, signal) {
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(source, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { flags: 'wx', mode: 0o600 }), { signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (error.code !== 'ENOSPC')
            throw error;
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('disk-full', `no room for ${path}`, {
            hint: 'Set spool of the job to a directory on a larger disk.',
            context: { path },
            cause: error,
        });
    }
}


/***/ }),

/***/ 10864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ openSpool)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _process_private_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57015);



/** Room for directory entries and rounding to blocks. */
const slack = 1024 * 1024;
async function checkRoom(parent, bytes) {
    const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(parent);
    const [needed, free] = [bytes + slack, bavail * bsize];
    if (free >= needed)
        return;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('scratch-too-small', `a 7z archive needs ${needed} bytes in ${parent}, ${free} are free`, {
        hint: 'Set spool of the job to a directory on a larger disk.',
        context: { path: parent, needed, free },
    });
}
/** Makes a spool below `parent` with room for `bytes`. Errors: `scratch-too-small`, `target-unwritable`. */
async function openSpool(parent, bytes) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(parent, { recursive: true });
        await checkRoom(parent, bytes);
        const path = await (0,_process_private_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .makePrivateDirectory */ .D)(parent, 'holdfast-spool');
        return {
            path,
            checkRoom: (more) => checkRoom(parent, more),
            remove: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 3 }),
        };
    }
    catch (cause) {
        if (cause instanceof _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E)
            throw cause;
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('target-unwritable', `cannot make a spool directory in ${parent}`, {
            hint: 'Set spool of the job to a directory that this user may write.',
            context: { path: parent },
            cause,
        });
    }
}


/***/ }),

/***/ 15041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ passwordLine),
/* harmony export */   DQ: () => (/* binding */ listArguments),
/* harmony export */   Ec: () => (/* binding */ extractArguments),
/* harmony export */   Mj: () => (/* binding */ packArguments),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   Xs: () => (/* binding */ testArguments),
/* harmony export */   qN: () => (/* binding */ findSevenZip)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);
/* harmony import */ var _process_tools_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14361);



/** Where 7-Zip's program is called by, the newest first: upstream's, Debian's, and the standalone one of p7zip. */
const names = ['7zz', '7z', '7za'];
/** The path of 7-Zip's program. Errors: `tool-missing`. */
async function findSevenZip(environment) {
    for (const name of names) {
        const path = await (0,_process_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .findTool */ .SG)(name, environment);
        if (path !== undefined)
            return path;
    }
    throw (0,_process_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .toolMissing */ .Nm)('7zz');
}
/**
 * The password as 7-Zip reads it from its standard input, alone: whatever else stands there it would swallow. Errors:
 * `key-invalid` for one of several lines, of which it would take the first.
 */
function passwordLine(passphrase) {
    const text = passphrase.reveal();
    if (!/[\r\n\0]/.test(text) && text !== '')
        return `${text}\n`;
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('key-invalid', 'the passphrase of a 7z archive must be one line', {
        hint: 'Set encryption.passphrase to one line of text: 7-Zip reads no more of it.',
    });
}
/** Messages, not names of files, on standard output; no question but for the password. */
const calm = ['-bd', '-bb0', '-y'];
/**
 * Makes an archive of one file: LZMA2, AES-256, encrypted headers. `-p` without a value asks for the password; when an
 * archive is opened it must be left out, since there it means an empty password.
 */
function packArguments(archive, member, store, threads) {
    return [
        'a',
        '-t7z',
        '-m0=lzma2',
        `-mx=${store ? 0 : 5}`,
        '-mhe=on',
        '-p',
        ...(threads === undefined ? [] : [`-mmt=${threads}`]),
        ...calm,
        '--',
        archive,
        member,
    ];
}
const testArguments = (archive) => ['t', ...calm, '--', archive];
const listArguments = (archive) => ['l', '-slt', ...calm, '--', archive];
const extractArguments = (archive) => ['x', '-so', ...calm, '--', archive];
/** What 7-Zip complains of, as the error that it is: `passphrase-wrong`, `object-damaged`, `disk-full`, else its own. */
function explain(error, what) {
    if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .u)(error, 'tool-failed'))
        return error;
    const said = [error.message, ...(error.context.stderr ?? [])].join('\n');
    const as = (code, message, hint) => new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E(code, message, { hint, context: { archive: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(what) }, cause: error });
    if (/No space left|errno=28|not enough space/i.test(said)) {
        return as('disk-full', `no room for ${what}`, 'Set spool of the job to a directory on a larger disk.');
    }
    if (/encrypted archive\. Wrong password/i.test(said)) {
        return as('passphrase-wrong', `the passphrase does not open the 7z archive ${what}`, 'Set encryption.passphrase to the one that this archive was made with; rekey does not change it.');
    }
    if (/Unexpected end|Headers Error|not archive|Cannot open the file as|CRC Failed|Data Error|Is not/i.test(said)) {
        return as('object-damaged', `the 7z archive ${what} is damaged or cut off`, 'Restore from another destination or an earlier backup.');
    }
    return error;
}


/***/ }),

/***/ 67208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ createWorkerPool)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);


/** At most `size` threads of the entry at `url`, each started when a task finds no idle one. */
function createWorkerPool(url, size) {
    const seats = [];
    const queue = [];
    let closed;
    function start() {
        const seat = {
            worker: new node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.Worker(url, { resourceLimits: { maxYoungGenerationSizeMb: 8 } }),
            job: undefined,
        };
        seat.worker.on('message', (reply) => {
            const { job } = seat;
            seat.job = undefined;
            dispatch();
            if (!job)
                return;
            if ('error' in reply)
                job.reject(revive(reply.error));
            else
                job.resolve(reply.result);
        });
        seat.worker.on('error', (cause) => void close(died(cause)));
        seat.worker.on('messageerror', (cause) => void close(died(cause)));
        seat.worker.on('exit', (status) => void close(died(`exit status ${status}`)));
        seats.push(seat);
        return seat;
    }
    function dispatch() {
        while (queue.length > 0) {
            const seat = seats.find((candidate) => !candidate.job) ?? (seats.length < size ? start() : undefined);
            if (!seat)
                return;
            seat.job = queue.shift();
            seat.worker.postMessage(seat.job?.task);
        }
    }
    async function close(reason = new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('internal', 'the volume workers were closed')) {
        closed ??= { reason };
        const jobs = [...queue.splice(0), ...seats.flatMap(({ job }) => job ?? [])];
        for (const seat of seats)
            seat.job = undefined;
        for (const job of jobs)
            job.reject(closed.reason);
        await Promise.all(seats.map(({ worker }) => worker.terminate()));
    }
    return {
        run(task) {
            if (closed)
                return Promise.reject(closed.reason);
            return new Promise((resolve, reject) => {
                queue.push({ task, resolve, reject });
                dispatch();
            });
        },
        started: () => seats.length,
        close,
    };
}
function died(cause) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('internal', 'a volume worker died', {
        hint: 'Run again; if it happens again, give the machine more memory or set fewer workers.',
        cause,
    });
}
function revive({ code, message, hint, context, cause }) {
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E(code, message, { ...(hint === undefined ? {} : { hint }), context, cause });
}


/***/ }),

/***/ 21830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   ho: () => (/* binding */ open),
/* harmony export */   od: () => (/* binding */ seal)
/* harmony export */ });
/* unused harmony export createTaskRunner */
/* harmony import */ var _codec_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69317);
/* harmony import */ var _codec_open_whole_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30463);
/* harmony import */ var _codec_seal_frames_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8359);



/** What a worker thread does with a task; also usable on the main thread. */
function createTaskRunner() {
    const hashes = new Map();
    return async (task) => {
        switch (task.type) {
            case 'seal':
                return seal(task);
            case 'open':
                return open(task);
            case 'digest':
                return digest(task);
            case 'hash':
                return hash(hashes, task);
            case 'hash-end':
                return endHash(hashes, task);
        }
    };
}
/** Makes one volume. */
function seal({ plain, bytes, out, options, plainHash }) {
    const content = Buffer.from(plain, 0, bytes);
    const sealed = (0,_codec_seal_frames_js__WEBPACK_IMPORTED_MODULE_2__/* .sealFrames */ ._)(content, Buffer.from(out), options);
    return plainHash ? { ...sealed, plainSha256: (0,_codec_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Hex */ .fg)(content) } : sealed;
}
/** Opens one volume. */
function open({ stored, volume, format, payloadKey }) {
    const options = { ...(payloadKey ? { payloadKey } : {}), inPlace: true };
    return { frames: (0,_codec_open_whole_js__WEBPACK_IMPORTED_MODULE_1__/* .openWholeFrames */ .oG)(Buffer.from(stored, 0, volume.bytes), volume, format, options) };
}
/** The SHA-256 of plain bytes. */
function digest({ plain, bytes }) {
    return { sha256: (0,_codec_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Hex */ .fg)(Buffer.from(plain, 0, bytes)) };
}
async function hash(hashes, task) {
    const started = hashes.get(task.stream) ?? (await createBlake3());
    hashes.set(task.stream, started);
    started.update(Buffer.from(task.plain, 0, task.bytes));
    return null;
}
async function endHash(hashes, task) {
    const started = hashes.get(task.stream) ?? (await createBlake3());
    hashes.delete(task.stream);
    return { hex: started.hex() };
}


/***/ }),

/***/ 94422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J$: () => (/* binding */ defaultFrame),
/* harmony export */   Q7: () => (/* binding */ createWorkshop),
/* harmony export */   Vs: () => (/* binding */ defaultWorkers),
/* harmony export */   dO: () => (/* binding */ smallestFrame),
/* harmony export */   o_: () => (/* binding */ defaultSpan)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _codec_seal_frames_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8359);
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82677);
/* harmony import */ var _worker_pool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67208);




/** Plain bytes of a volume unless a stream says otherwise. */
const defaultSpan = 16 * 1024 * 1024;
/** Plain bytes of a frame unless a stream says otherwise. */
const defaultFrame = 2 * 1024 * 1024;
/** The smallest frame a stream may have; bounds the size of output buffers. */
const smallestFrame = 64 * 1024;
/** Cores, at most four: beyond that the source or the store is what limits. */
function defaultWorkers() {
    return Math.min(4, (0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)());
}
/**
 * The pools bound the memory of a run: a plain buffer for each worker, one waiting and one for each open stream, and
 * as many output buffers as there may be uploads, or one more than there are workers.
 */
function createWorkshop(options) {
    const workers = Math.max(1, options.workers ?? defaultWorkers());
    const uploads = Math.max(1, options.uploadsInFlight ?? 4);
    const largestSpan = options.largestSpan ?? defaultSpan;
    const outBytes = (0,_codec_seal_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .sealedBound */ .R)(largestSpan, smallestFrame);
    const sealers = (0,_worker_pool_js__WEBPACK_IMPORTED_MODULE_2__/* .createWorkerPool */ .V)(options.workerUrl, workers);
    const hashers = (0,_worker_pool_js__WEBPACK_IMPORTED_MODULE_2__/* .createWorkerPool */ .V)(options.workerUrl, 1);
    const plains = (0,_pool_js__WEBPACK_IMPORTED_MODULE_3__/* .createPool */ .b)(workers + 1, () => new SharedArrayBuffer(largestSpan));
    const outs = (0,_pool_js__WEBPACK_IMPORTED_MODULE_3__/* .createPool */ .b)(Math.max(workers + 1, uploads), () => new SharedArrayBuffer(outBytes));
    const slots = (0,_pool_js__WEBPACK_IMPORTED_MODULE_3__/* .createPool */ .b)(uploads, () => ({}));
    const { promise: failed, reject } = Promise.withResolvers();
    failed.catch(() => undefined);
    let failure;
    async function fail(error) {
        failure ??= { error };
        reject(failure.error);
        for (const pool of [plains, outs, slots])
            pool.fail(failure.error);
        await Promise.all([sealers.close(failure.error), hashers.close(failure.error)]);
    }
    return {
        options,
        largestSpan,
        sealers,
        hashers,
        plains,
        outs,
        uploads: slots,
        check() {
            if (failure)
                throw failure.error;
        },
        fail,
        failed,
    };
}


/***/ })

};
