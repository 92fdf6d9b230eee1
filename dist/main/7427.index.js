export const id = 7427;
export const ids = [7427];
export const modules = {

/***/ 83358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ zstdFrameLength)
/* harmony export */ });
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81920);

const magic = 0xfd2fb528;
const rleBlock = 1;
/**
 * Length of the zstd frame at the start of `bytes` (RFC 8878, section 3.1.1), or undefined while not all of it is there.
 * `object-damaged` where no frame begins. Node's streaming decoder drops what follows a frame in the same piece of
 * input, so frames have to be told apart before it sees them.
 */
function zstdFrameLength(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 5)
        return undefined;
    if (view.getUint32(0, true) !== magic)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .q)('a zstd frame does not begin where it should');
    const descriptor = view.getUint8(4);
    let at = 5 + headerBytes(descriptor);
    for (;;) {
        if (at + 3 > bytes.length)
            return undefined;
        const block = view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
        at += 3 + (((block >> 1) & 3) === rleBlock ? 1 : block >> 3);
        if (block & 1)
            break;
    }
    // Bit 2: a checksum of four bytes ends the frame.
    const end = descriptor & 4 ? at + 4 : at;
    return end <= bytes.length ? end : undefined;
}
/** Bytes of the frame header after its descriptor: window, dictionary, content size. */
function headerBytes(descriptor) {
    const single = (descriptor >> 5) & 1;
    const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
    const content = [single, 2, 4, 8][descriptor >> 6] ?? 0;
    return (single ? 0 : 1) + dictionary + content;
}


/***/ }),

/***/ 20556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ unlessDamaged),
/* harmony export */   Cj: () => (/* binding */ fetchManifest),
/* harmony export */   cB: () => (/* binding */ fetchChecked),
/* harmony export */   x$: () => (/* binding */ largestList)
/* harmony export */ });
/* harmony import */ var _catalog_object_io_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79874);
/* harmony import */ var _catalog_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83502);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54992);
/* harmony import */ var _verify_damage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52828);




/** More than any list or index root may have. */
const largestList = 1024 ** 3;
/** The bytes of an object that a manifest names, whole and of the right hash. Errors: `object-missing`, `object-damaged`. */
async function fetchChecked(opening, { key, bytes, sha256 }) {
    const { store } = opening.found.destination;
    try {
        const stored = await (0,_catalog_object_io_js__WEBPACK_IMPORTED_MODULE_0__/* .readObject */ .Ag)(store, key, Math.min(bytes, largestList), opening.context.signal);
        opening.onFetched(stored.byteLength);
        if (stored.byteLength === bytes && (0,_catalog_object_io_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Of */ .Bj)(stored) === sha256)
            return stored;
    }
    catch (error) {
        if ((0,_errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .u)(error, 'store-not-found')) {
            throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('object-missing', `${key} is missing at ${store.name}`, {
                hint: 'Restore from another destination with --destination, or from an earlier backup.',
                context: { key, destination: store.name },
                cause: error,
            });
        }
        if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .u)(error, 'object-damaged'))
            throw error;
    }
    throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_2__/* .HoldfastError */ .E('object-damaged', `${key} is not what was written at ${store.name}`, {
        hint: 'Restore from another destination with --destination, or from an earlier backup.',
        context: { key, destination: store.name },
    });
}
/** The manifest as it is stored now: it must still be the one that the catalogue was made of. */
async function fetchManifest(opening, entry) {
    const { job, id, manifestSha256: sha256, bytes } = entry;
    const { store } = opening.found.destination;
    const { manifest } = await (0,_catalog_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .W)(store, job, id, { signal: opening.context.signal, sha256 });
    opening.onFetched(bytes);
    return manifest;
}
/** What `work` gives; undefined where it fails on damage and the opening spares that. */
async function unlessDamaged(opening, work) {
    try {
        return await work();
    }
    catch (error) {
        if (opening.onDamage === undefined || !(0,_verify_damage_js__WEBPACK_IMPORTED_MODULE_3__/* .blamesBackup */ .h)(error))
            throw error;
        opening.onDamage(error);
        return undefined;
    }
}


/***/ }),

/***/ 63548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openDataKey),
/* harmony export */   b: () => (/* binding */ keyFor)
/* harmony export */ });
/* harmony import */ var _catalog_shredded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79941);
/* harmony import */ var _catalog_wraps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52045);
/* harmony import */ var _codec_age_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33154);
/* harmony import */ var _codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47233);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54992);
/* harmony import */ var _shredded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83557);







/** The key in an opened wrap, if it is the very one that the backup was encrypted to, and not that of another. */
async function keyFor(plain, recipient) {
    const [identity] = (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .parseIdentities */ .go)(new _domain_secret_js__WEBPACK_IMPORTED_MODULE_4__/* .Secret */ .zh(Buffer.from(plain).toString('utf8')));
    return identity && (await (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .recipientOf */ .du)(identity)) === recipient ? identity : undefined;
}
/**
 * A backup's data key, from the first wrap that one of the openers opens; it must derive the recipient that the
 * manifest names. Errors: `identity-wrong`, `passphrase-wrong`, `key-mismatch`; where no wrap is left `shredded`, or
 * `object-missing` without a marker of that.
 */
async function openDataKey(context, store, entry, recipient, openers) {
    const wraps = await (0,_catalog_wraps_js__WEBPACK_IMPORTED_MODULE_1__/* .readWraps */ .Ak)(store, entry.job, entry.id, context.signal);
    if (wraps.length === 0) {
        const marker = await (0,_catalog_shredded_js__WEBPACK_IMPORTED_MODULE_0__/* .readShredMarker */ .fy)(store, entry.job, entry.id, context.signal);
        if (marker)
            throw await (0,_shredded_js__WEBPACK_IMPORTED_MODULE_6__/* .shreddedError */ .q)(context, store, entry);
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('object-missing', `the keys of ${entry.id} are gone from ${store.name}`, {
            hint: 'Without a wrapped key the backup cannot be opened: it was shredded, or keys/ was deleted. Try another destination.',
            context: { id: entry.id, destination: store.name },
        });
    }
    let wrong;
    for (const { wrapped, key } of wraps) {
        try {
            const plain = await (0,_codec_age_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .decryptBytes */ .X)(wrapped, {
                identities: [...(openers?.identities ?? [])],
                passphrases: [...(openers?.passphrases ?? [])],
            });
            const identity = await keyFor(plain, recipient);
            if (identity)
                return identity;
            wrong = new _errors_error_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E('key-mismatch', `${key} holds the key of another backup`, {
                hint: 'Somebody put a foreign key there. Restore from another destination, and find out who may write.',
                context: { key, destination: store.name },
            });
        }
        catch (error) {
            // A damaged wrap matters only where no other opens; a wrong identity says most.
            if (wrong === undefined || (0,_errors_error_js__WEBPACK_IMPORTED_MODULE_5__/* .hasCode */ .u)(error, 'identity-wrong'))
                wrong = error;
        }
    }
    throw named(wrong, entry);
}
/** In a chain each backup has a key of its own: the error says which one does not open. */
function named(error, { job, id }) {
    if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_5__/* .hasCode */ .u)(error, 'identity-wrong', 'passphrase-wrong'))
        return error;
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_5__/* .HoldfastError */ .E(error.code, `${error.message}: the key of backup ${id}`, {
        hint: 'Give the identity or passphrase that this backup was made for. Where recipients changed in between, a file of identities may hold several, a line each.',
        context: { job, id },
        cause: error,
    });
}


/***/ }),

/***/ 27185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ destinationsOf),
  S: () => (/* binding */ findBackup)
});

// EXTERNAL MODULE: ./build/catalog/chains.js
var chains = __webpack_require__(62844);
// EXTERNAL MODULE: ./build/catalog/entry.js
var entry = __webpack_require__(12064);
// EXTERNAL MODULE: ./build/catalog/ids.js
var ids = __webpack_require__(68970);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(33967);
;// CONCATENATED MODULE: ./build/commands/repository/chain-gap.js

/** The chain as far down as it goes, and what ends it early: a manifest that is damaged or gone. */
function chainWithGap(last, entries, damaged, signed) {
    const map = (0,chains/* byId */.$H)(entries);
    const chain = [last];
    for (let entry = last; entry.parent !== null; entry = chain[0] ?? entry) {
        const { id } = entry.parent;
        const parent = (0,chains/* parentOf */.gN)(entry, map);
        if (parent === undefined) {
            const error = damaged.find((each) => each.id === id)?.error ?? (0,chains/* brokenChain */.Zm)(entry, map.has(id));
            return { chain, gap: { id, error, lost: !signed && !map.has(id) } };
        }
        chain.unshift(parent);
    }
    return { chain };
}

// EXTERNAL MODULE: ./build/commands/repository/destination.js
var repository_destination = __webpack_require__(29780);
// EXTERNAL MODULE: ./build/commands/repository/entries.js + 4 modules
var repository_entries = __webpack_require__(23567);
;// CONCATENATED MODULE: ./build/commands/repository/find.js








/** Where backups of a job may be: those the configuration says, else every destination there is. */
function destinationsOf(context, job) {
    const { config } = context;
    const wanted = config.jobNames.includes(job)
        ? config.job(job).to.map(({ name }) => name)
        : (0,repository_destination/* backupDestinations */.C$)(context);
    return (0,repository_destination/* chosenDestinations */.Cf)(context, wanted);
}
function notFound(what, because) {
    return new error/* HoldfastError */.E('backup-not-found', `there is no backup ${what}${because}`, {
        hint: 'Run `holdfast list` to see the jobs and ids there are, and --destination to look elsewhere.',
        context: { what },
    });
}
function untrusted(entry) {
    return new error/* HoldfastError */.E('signature-untrusted', `backup ${entry.id} is ${entry.signedBy === undefined ? 'not signed' : `signed by ${entry.signedBy}`}, which signing.trust does not list`, {
        hint: 'If you know where it comes from add the key to signing.trust, or restore with --force.',
        context: { id: entry.id },
    });
}
function choose(entries, what, options) {
    const { at, prefer, force, gaps } = options;
    if ((0,ids/* parseId */.Fg)(what))
        return entries.find(({ id }) => id === what);
    const candidates = entries
        .filter((entry) => (entry.complete || gaps === true) && (entry.trusted || force === true))
        .filter(({ createdAt }) => at === undefined || createdAt <= at)
        .sort((a, b) => (0,entry/* madeAt */.Z)(b).getTime() - (0,entry/* madeAt */.Z)(a).getTime() || (a.id < b.id ? 1 : -1));
    return prefer?.(candidates) ?? candidates[0];
}
/**
 * The backup that `what`, a job or an id, names. Destinations are tried in their order; one that cannot be reached,
 * lacks a parent or has it shredded does not keep the next from serving. Shredded everywhere it is found nonetheless.
 * Errors: `backup-not-found`, `chain-broken`, `signature-untrusted`.
 */
async function findBackup(context, what, options = {}) {
    const isId = (0,ids/* parseId */.Fg)(what) !== undefined;
    if (!isId && !(0,ids/* isJobName */.vG)(what))
        throw notFound(what, ': it is neither a job nor an id');
    let first;
    let lost = 0;
    let shredded;
    const names = isId ? (0,repository_destination/* backupDestinations */.C$)(context) : destinationsOf(context, what);
    for (const name of names.filter((each) => options.except?.includes(each) !== true)) {
        try {
            const destination = await (0,repository_destination/* openDestination */.xB)(context, name, options.mode);
            const { points, damaged } = await (0,repository_entries/* readEntries */.$)(context, destination, isId ? undefined : what, options);
            const entry = choose(points, what, options);
            const broken = damaged.find(({ id }) => id === what);
            if (broken)
                throw broken.error;
            if (entry === undefined) {
                lost += points.filter(({ shredded }) => shredded).length;
                continue;
            }
            if (!entry.trusted && options.force !== true)
                throw untrusted(entry);
            const entries = points.filter(({ job }) => job === entry.job);
            const signed = options.force !== true && (context.config.signing().trust?.length ?? 0) > 0;
            const down = options.gaps === true
                ? chainWithGap(entry, entries, damaged, signed)
                : { chain: (0,chains/* chainOf */.dR)(entry.id, entries) };
            const found = { destination, entry, ...down, entries };
            if (!down.chain.some((link) => link.shredded))
                return found;
            // Its keys may still be somewhere else.
            shredded ??= found;
        }
        catch (error) {
            context.signal.throwIfAborted();
            first ??= (0,outcome/* asHoldfastError */.Cs)(error);
        }
    }
    if (shredded !== undefined)
        return shredded;
    const before = options.at === undefined ? '' : ` from ${options.at.toISOString()} or before`;
    throw (first ?? notFound(what, lost === 0 || isId ? before : `${before} that can be opened: ${lost} shredded`));
}


/***/ }),

/***/ 36219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ upToDamage),
/* harmony export */   y: () => (/* binding */ frameByFrame)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _verify_damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52828);


/**
 * A reader that never asks for two frames at once, so that a damaged one takes no other with it, and never twice for one
 * that is known to be damaged. `bytes` is the length of the plain stream, where it is known; all frames but the last of
 * `frames` are full.
 */
function frameByFrame(reader, frame, frames, bytes) {
    const bad = new Map();
    let kept;
    async function whole(number, length) {
        if (kept?.number !== number)
            kept = { number, content: await reader.read(number * frame, length) };
        return kept.content;
    }
    async function part(number, from, to) {
        if (bad.has(number))
            throw bad.get(number);
        try {
            const start = number * frame;
            const length = number < frames - 1 ? frame : bytes === undefined ? 0 : Math.min(frame, bytes - start);
            if (to - start > length)
                return await reader.read(from, to - from);
            return (await whole(number, length)).subarray(from - start, to - start);
        }
        catch (error) {
            if ((0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'object-damaged', 'object-missing'))
                bad.set(number, error);
            throw error;
        }
    }
    return {
        open: () => reader.open(),
        async read(offset, length) {
            const out = new Uint8Array(length);
            const end = offset + length;
            for (let at = offset; at < end;) {
                const number = Math.floor(at / frame);
                const to = Math.min(end, (number + 1) * frame);
                out.set(await part(number, at, to), at - offset);
                at = to;
            }
            return out;
        },
    };
}
/** A reader of one object without frames: what lies behind a place that could not be read is not asked for again. */
function upToDamage(reader) {
    let bad;
    return {
        open: () => reader.open(),
        async read(offset, length) {
            if (bad !== undefined && offset + length > bad.from)
                throw bad.error;
            try {
                return await reader.read(offset, length);
            }
            catch (error) {
                // A read beyond the end says nothing about the bytes before it.
                if ((0,_verify_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .blamesBackup */ .h)(error) && error.code !== 'index-damaged')
                    bad = { from: offset, error };
                throw error;
            }
        },
    };
}


/***/ }),

/***/ 10216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ openers),
/* harmony export */   Ky: () => (/* binding */ identityText),
/* harmony export */   eD: () => (/* binding */ openersFor)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _codec_age_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47233);
/* harmony import */ var _domain_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48325);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54992);





/** The text of `--identity`, else of `encryption.identity`; undefined where there is none. Errors: `identity-missing` for a file that cannot be read. */
async function identityText(context) {
    if (context.identityFile === undefined)
        return context.config.identity();
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context.cwd, context.identityFile);
    try {
        return new _domain_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .zh(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'));
    }
    catch (cause) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('identity-missing', `cannot read the identity file ${file}`, {
            hint: 'Name the file that `holdfast keygen` wrote as identity.txt with --identity.',
            context: { path: file },
            cause,
        });
    }
}
/**
 * The identities and the passphrase that this run may open backups with: `--identity`, else `encryption.identity`,
 * and `encryption.passphrase`. Errors: `identity-missing` when there is none at all.
 */
async function openers(context) {
    const text = await identityText(context);
    const { passphrase } = context.config.encryption();
    if (text === undefined && passphrase === undefined) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_4__/* .HoldfastError */ .E('identity-missing', 'these backups are encrypted and no identity is configured', {
            hint: 'Give the private key with --identity FILE, or set encryption.identity in the configuration.',
        });
    }
    return {
        identities: text === undefined ? [] : (0,_codec_age_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .parseIdentities */ .go)(text),
        passphrases: passphrase === undefined ? [] : [passphrase],
    };
}
/** {@link openers} for a chain; undefined where none of its backups is encrypted. */
async function openersFor(context, chain) {
    return chain.some(({ encrypted }) => encrypted) ? openers(context) : undefined;
}


/***/ }),

/***/ 97094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ openChain)
/* harmony export */ });
/* harmony import */ var _open_link_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47906);

/**
 * Opens every backup of a chain: manifest, data key, volumes list, meta and index root, each checked against the hash
 * that the manifest names. Errors: `object-missing`, `object-damaged`, `manifest-damaged`, `identity-wrong`, `key-mismatch`.
 */
async function openChain(context, found, openers) {
    let fetched = 0;
    const opening = {
        context,
        found,
        onFetched: (bytes) => {
            fetched += bytes;
        },
    };
    const links = [];
    for (const entry of found.chain) {
        links.push(await (0,_open_link_js__WEBPACK_IMPORTED_MODULE_0__/* .openLink */ .F)(opening, entry, openers));
    }
    return { links, fetchedBytes: () => fetched };
}


/***/ }),

/***/ 47906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ openLink),
  g: () => (/* binding */ openManifest)
});

// EXTERNAL MODULE: ./build/catalog/index/page.js
var index_page = __webpack_require__(96940);
;// CONCATENATED MODULE: ./build/catalog/index/merge.js
/** Merges ascending sections into one ascending sequence; holds one page of each. */
async function* mergeSections(sections, order) {
    const [only] = sections;
    if (only && sections.length === 1) {
        for await (const batch of only)
            yield* batch;
        return;
    }
    const cursors = [];
    try {
        for (const [rank, source] of sections.entries()) {
            const cursor = { source, rank, batch: [], next: 0 };
            if (await advance(cursor))
                insert(cursors, cursor, order);
        }
        for (let cursor = cursors.shift(); cursor; cursor = cursors.shift()) {
            yield head(cursor);
            if (await advance(cursor))
                insert(cursors, cursor, order);
        }
    }
    finally {
        for (const source of sections)
            await source.return();
    }
}
function head(cursor) {
    return cursor.batch[cursor.next - 1];
}
/** Moves on by one record; false at the end. Awaits only where a page ends. */
function advance(cursor) {
    if (cursor.next < cursor.batch.length) {
        cursor.next += 1;
        return true;
    }
    return nextBatch(cursor);
}
async function nextBatch(cursor) {
    const { done, value } = await cursor.source.next();
    if (done === true)
        return false;
    cursor.batch = value;
    cursor.next = 1;
    return true;
}
/** Keeps the cursors ascending by their heads. */
function insert(cursors, cursor, order) {
    const path = head(cursor).path;
    let low = 0;
    let high = cursors.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        const other = cursors[middle];
        const difference = order(head(other).path, path);
        if (difference < 0 || (difference === 0 && other.rank < cursor.rank))
            low = middle + 1;
        else
            high = middle;
    }
    cursors.splice(low, 0, cursor);
}

// EXTERNAL MODULE: ./build/catalog/index/order.js
var order = __webpack_require__(22707);
;// CONCATENATED MODULE: ./build/catalog/index/page-cache.js
/** Keeps the last `capacity` pages, decoded; a page asked for twice at once is loaded once. Failures are not kept. */
function cachePages(load, capacity = 8) {
    const kept = new Map();
    return (page) => {
        const found = kept.get(page.number);
        const entries = found ?? load(page);
        kept.delete(page.number);
        kept.set(page.number, entries);
        if (!found)
            entries.catch(() => kept.delete(page.number));
        const oldest = kept.keys().next().value;
        if (kept.size > capacity && oldest !== undefined)
            kept.delete(oldest);
        return entries;
    };
}

// EXTERNAL MODULE: ./build/catalog/index/root.js
var index_root = __webpack_require__(37011);
;// CONCATENATED MODULE: ./build/catalog/index/section.js

/** The pages of a section that can hold records of the ranges, ascending. */
function pagesWithin(pages, ranges) {
    if (ranges === undefined)
        return pages;
    return pages.filter((page, i) => {
        const next = pages[i + 1];
        return ranges.some((range) => {
            const beginsInTime = (0,order/* comparePositions */.Ez)((0,order/* positionOf */.df)(page.kind, page.first), range.to) < 0;
            const endsInTime = next === undefined || (0,order/* comparePositions */.Ez)((0,order/* positionOf */.df)(next.kind, next.first), range.from) > 0;
            return beginsInTime && endsInTime;
        });
    });
}
/** The records of a section within the ranges, one array a page; the next page is fetched while one is used. */
async function* readSection(pages, ranges, load) {
    const wanted = pagesWithin(pages, ranges);
    let ahead;
    for (const [i, page] of wanted.entries()) {
        const entries = await (ahead ?? load(page));
        const next = wanted[i + 1];
        ahead = next && load(next);
        // A reader that stops early never awaits this one; its failure must not end the process.
        ahead?.catch(() => undefined);
        const within = ranges === undefined ? entries : entries.filter((entry) => isWithin(page.kind, entry, ranges));
        if (within.length > 0)
            yield within;
    }
}
function isWithin(kind, entry, ranges) {
    const position = (0,order/* positionOf */.df)(kind, entry.path);
    return ranges.some((range) => (0,order/* comparePositions */.Ez)(position, range.from) >= 0 && (0,order/* comparePositions */.Ez)(position, range.to) < 0);
}

;// CONCATENATED MODULE: ./build/catalog/index/reader.js






/**
 * Opens an index. Reads only pages that can hold what is asked for, a few of them kept in memory; sections of a
 * kind come merged into one order. A root or page that is not whole: `index-damaged`; what `readPage` throws passes.
 */
function openIndex({ root, readPage, onBadPage }) {
    const { pages, totals, pageBytes } = (0,index_root/* decodeRoot */.HK)(root);
    const load = cachePages(async (page) => {
        try {
            return (0,index_page/* unpackPage */.IP)(await readPage(page.number), page, pageBytes);
        }
        catch (error) {
            if (onBadPage === undefined)
                throw error;
            onBadPage(error);
            return [];
        }
    });
    function read(kind, scope) {
        const ranges = (0,order/* rangesOf */.wA)(kind, scope);
        const sections = sectionsOf(pages, kind).map((section) => readSection(section, ranges, load));
        return mergeSections(sections, (0,order/* pathOrder */.gU)(kind));
    }
    return {
        totals,
        pageBytes,
        // A page holds records of its kind only: unpackPage has checked that.
        directories: (scope) => read('directory', scope),
        files: (scope) => read('file', scope),
        unchanged: (scope) => read('unchanged', scope),
    };
}
function sectionsOf(pages, kind) {
    const ofKind = pages.filter((page) => page.kind === kind);
    return [...Map.groupBy(ofKind, (page) => page.section).values()];
}

// EXTERNAL MODULE: ./build/catalog/keys.js
var catalog_keys = __webpack_require__(98430);
// EXTERNAL MODULE: ./build/catalog/meta.js + 1 modules
var catalog_meta = __webpack_require__(89587);
// EXTERNAL MODULE: ./build/catalog/volumes-list.js
var volumes_list = __webpack_require__(71336);
// EXTERNAL MODULE: ./build/catalog/zstd-json.js
var zstd_json = __webpack_require__(35728);
// EXTERNAL MODULE: ./build/codec/age/bytes.js
var age_bytes = __webpack_require__(33154);
// EXTERNAL MODULE: ./build/errors/error.js
var errors_error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/codec/damage.js
var damage = __webpack_require__(81920);
// EXTERNAL MODULE: ./build/pipeline/abortable.js
var abortable = __webpack_require__(75853);
;// CONCATENATED MODULE: ./build/pipeline/byte-cache.js
/** A least-recently-used cache of at most `capacity` bytes, and of one value in any case. */
function createByteCache(capacity) {
    const entries = new Map();
    let total = 0;
    function forget(key) {
        total -= entries.get(key)?.bytes ?? 0;
        entries.delete(key);
    }
    return {
        has: (key) => entries.has(key),
        get(key) {
            const entry = entries.get(key);
            if (!entry)
                return undefined;
            entries.delete(key);
            entries.set(key, entry);
            return entry.value;
        },
        set(key, value, bytes) {
            forget(key);
            const entry = { value, bytes };
            entries.set(key, entry);
            total += bytes;
            for (const oldest of entries.keys()) {
                if (total <= capacity || entries.size === 1)
                    break;
                forget(oldest);
            }
            value.catch(() => {
                if (entries.get(key) === entry)
                    forget(key);
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/pipeline/head-reader.js
/** A head that would be nearly the whole frame is not worth a request of its own. */
const worthwhile = 512 * 1024;
/** Who reads on will need whole frames: heads that turn out to be too short would be fetched twice. */
const most = 4;
/**
 * Fetches only the beginning of a frame for the first few short reads of a stream: one small file out of a large archive
 * often is all that is ever asked for, and of incompressible data a whole frame is 2 MiB.
 */
function createHeadReader(opener, frame) {
    const heads = new Map();
    return {
        async read(volume, index, bytes) {
            const name = `${volume.seq}/${index}`;
            let head = heads.get(name);
            if (head === undefined) {
                if (!opener.ranges || heads.size >= most || bytes + worthwhile > frame)
                    return undefined;
                head = opener.openHead(volume, index, bytes);
                heads.set(name, head);
            }
            const found = await head;
            return found !== undefined && found.length >= bytes ? found : undefined;
        },
    };
}

// EXTERNAL MODULE: ./build/codec/compression.js
var compression = __webpack_require__(15271);
// EXTERNAL MODULE: ./build/codec/frames.js
var codec_frames = __webpack_require__(1347);
// EXTERNAL MODULE: ./build/codec/open-frames.js
var open_frames = __webpack_require__(77184);
// EXTERNAL MODULE: ./build/codec/age/header.js
var age_header = __webpack_require__(72328);
// EXTERNAL MODULE: ./build/codec/label.js
var codec_label = __webpack_require__(27675);
// EXTERNAL MODULE: ./build/codec/open-whole.js
var open_whole = __webpack_require__(30463);
;// CONCATENATED MODULE: ./build/codec/open-volume.js





/**
 * The plain bytes of a whole volume, checked against its SHA-256 first; a view of `out` where that is given.
 *
 * Throws `object-damaged` naming the key for bytes that are not those of the record, `identity-wrong` where they are
 * but the identity does not open them.
 */
async function openVolume(stored, volume, format, { identity, ...options } = {}) {
    if (identity === undefined)
        return (0,open_whole/* openWhole */.AP)(stored, volume, format, options);
    const payloadKey = await openVolumeKey(stored, volume, identity);
    return (0,open_whole/* openWhole */.AP)(stored, volume, format, { ...options, payloadKey });
}
/**
 * The payload key of a whole volume, for `openWhole`, which does the checking: a header that does not open is only
 * blamed on the identity where the SHA-256 says that the volume is intact.
 */
async function openVolumeKey(stored, volume, identity) {
    try {
        return (await (0,age_header/* openHeader */.U)(stored, { identities: [identity] })).payloadKey;
    }
    catch (error) {
        (0,open_whole/* verifyWhole */.bM)(stored, volume);
        throw (0,damage/* namingKey */.g)(error, volume.key);
    }
}
/**
 * The payload key of a volume, out of its header alone; undefined where the header does not say which volume it
 * is (then only the SHA-256 of the whole object can tell). `object-damaged` where it is another volume's.
 */
async function openVolumeHeader(header, volume, identity) {
    const opened = await (0,age_header/* openHeader */.U)(header, { identities: [identity] }).catch((error) => {
        throw (0,damage/* namingKey */.g)(error, volume.key);
    });
    if (opened.length !== (0,codec_frames/* headerBytes */.RH)(volume))
        throw (0,damage/* damaged */.q)('its age header has the wrong length', volume.key);
    const label = (0,codec_label/* compareLabel */.Q)(opened.stanzas, volume);
    if (label === 'other')
        throw (0,damage/* damaged */.q)('it is another volume', volume.key);
    return label === 'same' ? opened.payloadKey : undefined;
}

// EXTERNAL MODULE: ./build/pipeline/fetch-object.js
var fetch_object = __webpack_require__(75567);
;// CONCATENATED MODULE: ./build/pipeline/volume-opener.js






/** Headers are small, but a stream may have very many volumes. */
const cachedKeys = 1024;
/**
 * Fetches ranges where they can be verified: encrypted volumes whose header says which volume they are. Everything else
 * is fetched whole and checked against its SHA-256.
 */
function createVolumeOpener(options) {
    const { store, summary, identity, signal, onFetched } = options;
    const keys = new Map();
    async function fetch(key, range) {
        const body = await (0,fetch_object/* fetchInto */.D)(store, key, Buffer.allocUnsafeSlow(range.length), range.length, signal, range);
        onFetched?.(range.length);
        return body;
    }
    async function openKey(volume, header, secret) {
        try {
            return await openVolumeHeader(await fetch(volume.key, header), volume, secret);
        }
        catch (error) {
            // Damage in a stanza looks like a wrong key: only the whole object can tell them apart.
            if ((0,errors_error/* hasCode */.u)(error, 'identity-wrong'))
                return undefined;
            throw error;
        }
    }
    function keyOf(volume, header, secret) {
        const known = keys.get(volume.key);
        if (known)
            return known;
        if (keys.size >= cachedKeys)
            keys.clear();
        const key = openKey(volume, header, secret);
        keys.set(volume.key, key);
        key.catch(() => keys.delete(volume.key));
        return key;
    }
    async function openWhole(volume, first, last) {
        const { key, bytes } = volume;
        const stored = await (0,fetch_object/* fetchInto */.D)(store, key, Buffer.allocUnsafeSlow(bytes), bytes, signal);
        onFetched?.(bytes);
        const plain = await openVolume(stored, volume, summary, {
            ...(identity ? { identity } : {}),
            inPlace: true,
        });
        return plain.slice(first * summary.frame, (last + 1) * summary.frame);
    }
    return {
        ranges: identity !== undefined && store.features.range,
        async openHead(volume, index, bytes) {
            if (!identity || !store.features.range)
                return undefined;
            const span = (0,codec_frames/* headSpan */.vW)(volume.frames, index, (0,compression/* headBound */.Hp)(bytes));
            const { header, body } = (0,codec_frames/* spanRange */.gU)(volume, span, true);
            const payloadKey = header && (await keyOf(volume, header, identity));
            return payloadKey && (0,open_frames/* openHead */.nS)(await fetch(volume.key, body), volume, span, summary, payloadKey);
        },
        async open(volume, first, last) {
            if (!identity || !store.features.range)
                return openWhole(volume, first, last);
            const { header, body } = (0,codec_frames/* frameRange */.Jr)(volume, first, last, true);
            const [payloadKey, bytes] = await Promise.all([
                header ? keyOf(volume, header, identity) : undefined,
                fetch(volume.key, body),
            ]);
            if (!payloadKey)
                return openWhole(volume, first, last);
            return (0,open_frames/* openFrames */.tv)(bytes, volume, first, last, summary, { payloadKey });
        },
    };
}

;// CONCATENATED MODULE: ./build/pipeline/frame-reader.js




/** Decoded frames that are kept: neighbours are usually read next. */
const cachedBytes = 32 * 1024 * 1024;
/** A reader of parts with a cache of decoded frames and of opened headers; reads may overlap in time. */
function createFrameReader(options) {
    const { volumes, summary, totalBytes } = options;
    const { frame, span } = summary;
    const opener = createVolumeOpener(options);
    const cache = createByteCache(cachedBytes);
    const heads = createHeadReader(opener, frame);
    const nameOf = (volume, index) => `${volume.seq}/${index}`;
    /** Opens frames `first` to `last` at once and remembers each. */
    function openRun(volume, first, last) {
        const run = opener.open(volume, first, last);
        return Array.from({ length: last - first + 1 }, (_, number) => {
            const at = number * frame;
            // A copy, so that the cache does not hold the whole run for one frame.
            const content = run.then((plain) => (first === last ? plain : plain.slice(at, at + frame)));
            cache.set(nameOf(volume, first + number), content, frame);
            return content;
        });
    }
    /** The frames `first` to `last` of a volume; neighbours that are not cached are fetched together. */
    function framesOf(volume, first, last) {
        const frames = [];
        for (let index = first; index <= last; index = first + frames.length) {
            const cached = cache.get(nameOf(volume, index));
            if (cached) {
                frames.push(cached);
            }
            else if (!opener.ranges) {
                frames.push(...openRun(volume, 0, volume.frames.length - 1).slice(index, last + 1));
            }
            else {
                let until = index;
                while (until < last && !cache.has(nameOf(volume, until + 1)))
                    until++;
                frames.push(...openRun(volume, index, until));
            }
        }
        return Promise.all(frames);
    }
    /** Like {@link framesOf}; of the last frame only the first `end` bytes are needed. */
    async function partsOf(volume, first, last, end) {
        const head = cache.has(nameOf(volume, last)) ? undefined : await heads.read(volume, last, end);
        if (head === undefined)
            return framesOf(volume, first, last);
        return [...(first === last ? [] : await framesOf(volume, first, last - 1)), head];
    }
    async function read(offset, length) {
        if (offset < 0 || length < 0 || (totalBytes !== undefined && offset + length > totalBytes))
            throw beyond();
        const out = new Uint8Array(length);
        for (let done = 0; done < length;) {
            const volume = volumes[Math.floor((offset + done) / span)];
            if (!volume)
                throw beyond();
            const inside = (offset + done) % span;
            const wanted = Math.min(length - done, span - inside);
            const first = Math.floor(inside / frame);
            const last = Math.floor((inside + wanted - 1) / frame);
            if (last >= volume.frames.length)
                throw beyond();
            const stop = done + wanted;
            const end = inside + wanted - last * frame;
            const parts = await (length < frame ? partsOf(volume, first, last, end) : framesOf(volume, first, last));
            for (const [number, content] of parts.entries()) {
                const part = content.subarray(number === 0 ? inside - first * frame : 0).subarray(0, stop - done);
                out.set(part, done);
                done += part.length;
            }
            if (done < stop)
                throw beyond();
        }
        return out;
    }
    function beyond() {
        return new errors_error/* HoldfastError */.E('index-damaged', `a read lies beyond the end of the stream ${summary.name}`, {
            hint: 'Restore the whole stream instead of parts; the index does not belong to it.',
            context: { stream: summary.name },
        });
    }
    return { read };
}

// EXTERNAL MODULE: ./build/codec/seal-frames.js
var seal_frames = __webpack_require__(8359);
// EXTERNAL MODULE: ./build/pipeline/pool.js
var pool = __webpack_require__(82677);
// EXTERNAL MODULE: ./build/pipeline/worker-pool.js
var worker_pool = __webpack_require__(67208);
// EXTERNAL MODULE: ./build/pipeline/worker-tasks.js
var worker_tasks = __webpack_require__(21830);
// EXTERNAL MODULE: ./build/pipeline/workshop.js
var workshop = __webpack_require__(94422);
;// CONCATENATED MODULE: ./build/pipeline/volume-reader.js








/** The plain bytes of all volumes in order, each volume verified as a whole before any of it is delivered. */
async function* readVolumes(options) {
    const { volumes, summary, totalBytes } = options;
    const workers = Math.max(1, options.workers ?? (0,workshop/* defaultWorkers */.Vs)());
    const threads = (0,worker_pool/* createWorkerPool */.V)(options.workerUrl, workers);
    const bytes = (0,seal_frames/* sealedBound */.R)(summary.span, Math.min(summary.frame, workshop/* smallestFrame */.dO));
    const buffers = (0,pool/* createPool */.b)(workers + 2, () => new SharedArrayBuffer(bytes));
    const stop = new AbortController();
    const signal = AbortSignal.any([options.signal, stop.signal]);
    const ahead = [];
    let next = 0;
    let delivered = 0;
    try {
        for (;;) {
            for (; next < volumes.length && ahead.length < workers + 3; next++) {
                const opened = openNext({ ...options, signal }, volumes[next], buffers, threads);
                // Waited for in order; a later one may fail before anybody waits for it.
                opened.catch(() => undefined);
                ahead.push(opened);
            }
            const opened = ahead.shift();
            if (!opened)
                break;
            for (const frame of await opened) {
                options.signal.throwIfAborted();
                yield frame;
                delivered += frame.length;
            }
        }
        if (totalBytes !== undefined && delivered !== totalBytes) {
            throw (0,damage/* damaged */.q)(`it has ${delivered} bytes instead of ${totalBytes}`, `the stream ${summary.name}`);
        }
    }
    finally {
        stop.abort();
        buffers.fail(stop.signal.reason);
        await threads.close();
    }
}
/** Fetches and opens one volume; on this thread where it is the only one. */
async function openNext({ store, summary, volumes, identity, signal, onFetched }, volume, buffers, threads) {
    const stored = await buffers.take();
    if (volume.bytes > stored.byteLength)
        throw (0,damage/* damaged */.q)('its record is larger than a volume may be', volume.key);
    const body = await (0,fetch_object/* fetchInto */.D)(store, volume.key, Buffer.from(stored), volume.bytes, signal);
    onFetched?.(volume.bytes);
    const payloadKey = identity && (await openVolumeKey(body, volume, identity));
    const { compression, frame, span } = summary;
    const format = { compression, frame, span };
    const task = { type: 'open', stored, volume, format, ...(payloadKey ? { payloadKey } : {}) };
    const { frames } = volumes.length === 1 ? (0,worker_tasks/* open */.ho)(task) : await threads.run(task);
    buffers.give(stored);
    const bytes = frames.reduce((sum, { length }) => sum + length, 0);
    if (bytes !== span && volume !== volumes.at(-1))
        throw (0,damage/* damaged */.q)('it is shorter than a volume', volume.key);
    return frames;
}

;// CONCATENATED MODULE: ./build/pipeline/stream-reader.js




/**
 * Reads one stored stream back. Errors are `object-missing` and `object-damaged` naming the key, `identity-wrong`, and
 * those of the store; bytes that are not those written are never delivered.
 */
function createStreamReader(options) {
    const gap = options.volumes.findIndex((volume, index) => volume.seq !== index);
    if (gap >= 0)
        throw (0,damage/* damaged */.q)(`volume ${gap} is not in the list`, `the stream ${options.summary.name}`);
    const frames = createFrameReader(options);
    return {
        open: () => (0,abortable/* abortable */.Z)(options.signal, (signal) => readVolumes({ ...options, signal })),
        read: (offset, length) => frames.read(offset, length),
    };
}

// EXTERNAL MODULE: ./build/commands/verify/damage.js
var verify_damage = __webpack_require__(52828);
// EXTERNAL MODULE: ./build/commands/repository/chain-objects.js
var chain_objects = __webpack_require__(20556);
// EXTERNAL MODULE: ./build/commands/repository/data-key.js
var data_key = __webpack_require__(63548);
// EXTERNAL MODULE: ./build/commands/repository/frame-by-frame.js
var frame_by_frame = __webpack_require__(36219);
// EXTERNAL MODULE: ./build/commands/repository/index-stream.js
var index_stream = __webpack_require__(67501);
// EXTERNAL MODULE: ./build/commands/repository/open-object.js + 2 modules
var open_object = __webpack_require__(16568);
// EXTERNAL MODULE: ./build/catalog/object-io.js
var object_io = __webpack_require__(79874);
// EXTERNAL MODULE: ./build/codec/zstd-frame.js
var zstd_frame = __webpack_require__(83358);
;// CONCATENATED MODULE: ./build/commands/repository/rebuild-volumes.js






/** More than a volume of 16 MiB plain bytes can take. */
const largestVolume = 64 * 1024 * 1024;
/** The stored sizes of a volume's frames, found in its compressed bytes; undefined where they do not tell. */
function framesIn(compressed, { compression, frame }) {
    const frames = [];
    for (let at = 0; at < compressed.length;) {
        const rest = compressed.subarray(at);
        const length = compression.type === 'zstd' ? (0,zstd_frame/* zstdFrameLength */.z)(rest) : Math.min(frame, rest.length);
        if (length === undefined)
            return undefined;
        frames.push(length);
        at += length;
    }
    return frames;
}
/** The record of one volume, if its bytes have the hash that its name ends with. */
async function recordOf({ context, found }, format, seq, key, identity) {
    try {
        const stored = await (0,object_io/* readObject */.Ag)(found.destination.store, key, largestVolume, context.signal);
        const sha256 = (0,object_io/* sha256Of */.Bj)(stored);
        if (!key.endsWith(sha256.slice(0, 12)))
            return undefined;
        const compressed = identity ? await (0,age_bytes/* decryptBytes */.X)(stored, { identities: [identity] }) : stored;
        const frames = framesIn(compressed, format);
        return frames && { stream: format.name, seq, key, bytes: stored.byteLength, sha256, frames };
    }
    catch (error) {
        if (!(0,errors_error/* hasCode */.u)(error, 'store-not-found', 'object-damaged', 'identity-wrong'))
            throw error;
        return undefined;
    }
}
/** Stands for a volume that is damaged or gone: whoever reads of it meets `object-damaged`. */
function placeholder({ name, frame, span }, seq, key) {
    return {
        stream: name,
        seq,
        key,
        bytes: 0,
        sha256: '',
        frames: Array.from({ length: span / frame }, () => 0),
    };
}
async function volumesOfStream(opening, prefix, format, identity) {
    const own = (0,catalog_keys/* streamPrefix */.nv)(prefix, format.name);
    const keys = [];
    for await (const { key } of opening.found.destination.store.list(`${own}/`)) {
        const seq = /^(\d{8})-[0-9a-f]{12}$/.exec(key.slice(own.length + 1))?.[1];
        if (seq !== undefined)
            keys[Number(seq)] = key;
    }
    const records = [];
    for (let seq = 0; seq < Math.max(keys.length, format.volumes); seq += 1) {
        const key = keys[seq] ?? `${own}/${String(seq).padStart(8, '0')}-`;
        const record = keys[seq] && (await recordOf(opening, format, seq, key, identity));
        records.push(record || placeholder(format, seq, key));
    }
    return records;
}
/**
 * The volumes list of a backup that lost it, for a salvage: every volume is fetched and looked into; its name holds the
 * beginning of its hash. Undefined where the ends of frames cannot be told, which is gzip.
 */
async function rebuildVolumes(opening, { job, id, streams, objects }, identity) {
    if (streams.some(({ compression, object }) => compression.type === 'gzip' && object === undefined))
        return undefined;
    const prefix = (0,catalog_keys/* dataPrefix */.BW)(job, id);
    const records = [];
    const formats = [
        ...streams.filter(({ object }) => object === undefined),
        ...(objects.index ? [index_stream/* indexStream */.b] : []),
    ];
    for (const format of formats)
        records.push(...(await volumesOfStream(opening, prefix, format, identity)));
    return records;
}

;// CONCATENATED MODULE: ./build/commands/repository/open-link.js
















function readerOf({ opening, volumes, identity }, summary, bytes) {
    const { context, found, onFetched } = opening;
    return createStreamReader({
        store: found.destination.store,
        summary,
        volumes: (0,volumes_list/* volumesOf */.v3)(summary, volumes),
        ...(bytes === undefined ? {} : { totalBytes: bytes }),
        ...(identity && { identity }),
        workerUrl: context.workerUrl,
        signal: context.signal,
        onFetched,
    });
}
async function indexOf(parts, bytes) {
    const reference = parts.manifest.objects.index;
    if (reference === undefined)
        return undefined;
    const stored = await (0,chain_objects/* fetchChecked */.cB)(parts.opening, reference);
    const plain = parts.identity ? await (0,age_bytes/* decryptBytes */.X)(stored, { identities: [parts.identity] }) : stored;
    const root = (0,zstd_json/* decompress */.m)(plain, chain_objects/* largestList */.x$, {
        code: 'index-damaged',
        what: 'the index',
        key: reference.key,
    });
    const volumes = parts.volumes.filter(({ stream }) => stream === index_stream/* indexStream */.b.name);
    const reader = readerOf(parts, { ...index_stream/* indexStream */.b, volumes: volumes.length }, bytes);
    const { onDamage } = parts.opening;
    return openIndex({
        root,
        readPage: (page) => reader.read(page * index_page/* indexPageBytes */.lH, index_page/* indexPageBytes */.lH),
        ...(onDamage && {
            onBadPage(error) {
                if (!(0,verify_damage/* blamesBackup */.h)(error))
                    throw error;
                onDamage(error);
            },
        }),
    });
}
/** A reader for salvages: damage takes nothing with it that is whole. */
function carefulReader(reader, summary, volumes, bytes) {
    if (summary.object)
        return (0,frame_by_frame/* upToDamage */.c)(reader);
    const own = volumes.filter(({ stream }) => stream === summary.name);
    const frames = own.reduce((sum, volume) => sum + volume.frames.length, 0);
    return (0,frame_by_frame/* frameByFrame */.y)(reader, summary.frame, frames, bytes);
}
/** One backup of a chain: what its source reads of it, each object checked against the hash that the manifest names. */
async function openLink(opening, entry, openers) {
    return openManifest(opening, await (0,chain_objects/* fetchManifest */.Cj)(opening, entry), openers);
}
async function volumesListOf(opening, manifest, identity) {
    const read = async () => (0,volumes_list/* decodeVolumesList */.an)(await (0,chain_objects/* fetchChecked */.cB)(opening, manifest.objects.volumes), (0,catalog_keys/* dataPrefix */.BW)(manifest.job, manifest.id));
    const list = await (0,chain_objects/* unlessDamaged */.Ak)(opening, read);
    return list ?? (await rebuildVolumes(opening, manifest, identity)) ?? read();
}
/** The same for a manifest that was read already. */
async function openManifest(opening, manifest, openers) {
    const { context, found } = opening;
    const { job, id, level } = manifest;
    const identity = manifest.encryption.type === 'none'
        ? undefined
        : await (0,data_key/* openDataKey */._)(context, found.destination.store, { job, id }, manifest.encryption.recipient, openers);
    const volumes = await volumesListOf(opening, manifest, identity);
    const parts = { opening, manifest, volumes, identity };
    const meta = await (0,chain_objects/* unlessDamaged */.Ak)(opening, async () => {
        const stored = await (0,chain_objects/* fetchChecked */.cB)(opening, manifest.objects.meta);
        const plain = identity ? await (0,age_bytes/* decryptBytes */.X)(stored, { identities: [identity] }) : stored;
        return (0,catalog_meta/* decodeMeta */.k)(plain, manifest.objects.meta.key);
    });
    const index = await (0,chain_objects/* unlessDamaged */.Ak)(opening, () => indexOf(parts, meta && (meta.index?.bytes ?? 0)));
    const readers = new Map();
    const streamOf = (name) => {
        const known = readers.get(name);
        if (known)
            return known;
        const summary = manifest.streams.find((stream) => stream.name === name);
        if (summary === undefined)
            throw new errors_error/* HoldfastError */.E('internal', `backup ${id} has no stream ${name}`);
        const bytes = meta?.streams.find((stream) => stream.name === name)?.bytes;
        const { object } = summary;
        const reader = object
            ? (0,open_object/* objectReader */.Vy)(opening, manifest.job, { ...summary, object }, identity)
            : readerOf(parts, summary, bytes);
        const careful = opening.onDamage ? carefulReader(reader, summary, parts.volumes, bytes) : reader;
        readers.set(name, careful);
        return careful;
    };
    return {
        id,
        level,
        streams: manifest.streams.map(({ name, mediaType }) => {
            const plain = meta?.streams.find((stream) => stream.name === name);
            return { name, mediaType, bytes: plain?.bytes ?? 0, ...(plain?.sha256 && { sha256: plain.sha256 }) };
        }),
        description: manifest.source,
        ...(meta?.fingerprint === undefined ? {} : { fingerprint: meta.fingerprint }),
        ...(index && { index }),
        unread: (meta?.unread ?? []).map((path) => Buffer.from(path, 'latin1').toString()),
        open: (name) => streamOf(name).open(),
        read: (name, offset, length) => streamOf(name).read(offset, length),
    };
}


/***/ }),

/***/ 16568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nm: () => (/* binding */ archivePassphrase),
  yC: () => (/* binding */ archiveSpool),
  Vy: () => (/* binding */ objectReader)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/errors/error.js
var error = __webpack_require__(54992);
// EXTERNAL MODULE: ./build/pipeline/seven-zip/unpack.js
var unpack = __webpack_require__(49645);
// EXTERNAL MODULE: ./build/codec/damage.js
var damage = __webpack_require__(81920);
// EXTERNAL MODULE: ./build/codec/hash.js
var hash = __webpack_require__(69317);
// EXTERNAL MODULE: ./build/pipeline/abortable.js
var abortable = __webpack_require__(75853);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/codec/compression.js
var codec_compression = __webpack_require__(15271);
// EXTERNAL MODULE: ./build/codec/zstd-frame.js
var zstd_frame = __webpack_require__(83358);
// EXTERNAL MODULE: ./build/pipeline/decode-stream.js
var decode_stream = __webpack_require__(67594);
;// CONCATENATED MODULE: ./build/pipeline/decompress-stream.js





/** The plain bytes of frames one after another that arrive in pieces of any size; `object-damaged` where they are none. */
async function* decompressStream(source, { compression, frame }) {
    switch (compression.type) {
        case 'zstd':
            for await (const stored of zstdFrames(source, frame))
                yield (0,codec_compression/* decompressFrame */.ji)(stored, compression, frame);
            return;
        case 'gzip':
            return yield* gunzip(source, frame);
        case 'none':
            return yield* source;
    }
}
async function* zstdFrames(source, frame) {
    let rest = new Uint8Array(0);
    for await (const piece of source) {
        rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
        for (let length = (0,zstd_frame/* zstdFrameLength */.z)(rest); length !== undefined; length = (0,zstd_frame/* zstdFrameLength */.z)(rest)) {
            yield rest.subarray(0, length);
            rest = rest.subarray(length);
        }
        if (rest.length > (0,codec_compression/* frameBound */.i7)(frame))
            throw (0,damage/* damaged */.q)('a frame is larger than it may be');
    }
    if (rest.length > 0)
        throw (0,damage/* damaged */.q)('the last frame is cut off');
}
/** Members are handed out once their checksums were compared; all but the last one have `frame` plain bytes. */
async function* gunzip(source, frame) {
    let held = [];
    let bytes = 0;
    try {
        for await (const piece of (0,decode_stream/* decodeStream */.V)(source, (0,external_node_zlib_.createGunzip)({ chunkSize: 256 * 1024 }))) {
            let rest = piece;
            // More than a member: the one before was whole.
            while (bytes + rest.length > frame) {
                const last = rest.subarray(0, frame - bytes);
                yield* held;
                yield last;
                held = [];
                bytes = 0;
                rest = rest.subarray(last.length);
            }
            held.push(rest);
            bytes += rest.length;
        }
    }
    catch (error) {
        throw error.code?.startsWith('Z_')
            ? (0,damage/* damaged */.q)('it does not decompress', undefined, error)
            : error;
    }
    yield* held;
}

// EXTERNAL MODULE: ./build/pipeline/decrypt-stream.js
var decrypt_stream = __webpack_require__(12943);
// EXTERNAL MODULE: ./build/pipeline/fetch-object.js
var fetch_object = __webpack_require__(75567);
// EXTERNAL MODULE: ./build/pipeline/workshop.js
var workshop = __webpack_require__(94422);
;// CONCATENATED MODULE: ./build/pipeline/single-reader.js







/**
 * The plain bytes of a `package: single` object. Each age chunk is authenticated before its bytes are delivered; the
 * SHA-256 of the whole can only be compared at the end, where a difference is an error instead of the end. Errors
 * with `object-missing` or `object-damaged` naming the key, or `identity-wrong`.
 */
function openSingle(options) {
    return (0,abortable/* abortable */.Z)(options.signal, (signal) => readSingle({ ...options, signal }));
}
/** The same, up to the very place where it fails: a `Readable` drops what it holds when it errors. */
async function* readSingle(options) {
    const { object, identity, compression, frame = workshop/* defaultFrame */.J$, signal } = options;
    const stored = verified(options);
    const compressed = identity ? (0,decrypt_stream/* decryptStream */.U)(stored, identity) : stored;
    try {
        yield* decompressStream(compressed, { compression, frame });
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,damage/* namingKey */.g)(error, object.key);
    }
}
/** The stored bytes; throws at their end where they are not the recorded ones. */
async function* verified({ store, object, signal, onFetched, }) {
    const sha256 = (0,hash/* createSha256 */.Yg)();
    let bytes = 0;
    for await (const chunk of (await (0,fetch_object/* getObject */.i)(store, object.key, signal))) {
        bytes += chunk.length;
        if (bytes > object.bytes)
            throw (0,damage/* damaged */.q)('it is longer than recorded');
        sha256.update(chunk);
        onFetched?.(chunk.length);
        yield chunk;
    }
    signal.throwIfAborted();
    if (bytes !== object.bytes)
        throw (0,damage/* damaged */.q)('it is shorter than recorded');
    if (sha256.hex() !== object.sha256)
        throw (0,damage/* damaged */.q)('its SHA-256 is not the recorded one');
}

// EXTERNAL MODULE: ./build/commands/repository/child-environment.js
var child_environment = __webpack_require__(49498);
// EXTERNAL MODULE: ./build/commands/repository/single-stream.js
var single_stream = __webpack_require__(63643);
;// CONCATENATED MODULE: ./build/commands/repository/open-object.js






/** The passphrase of 7z archives. Errors: `identity-missing`. */
function archivePassphrase({ config }, key) {
    const { passphrase } = config.encryption();
    if (passphrase !== undefined)
        return passphrase;
    throw new error/* HoldfastError */.E('identity-missing', `${key} is a 7z archive, which only its passphrase opens`, {
        hint: 'Set encryption.passphrase; an identity opens what is beside an archive, and not the archive.',
        context: { key },
    });
}
/** Where an archive is put to be read: it has to seek. */
function archiveSpool({ config }, job) {
    const settings = config.jobNames.includes(job) ? config.job(job) : undefined;
    return settings?.spool ?? settings?.scratchDir ?? (0,external_node_os_.tmpdir)();
}
/** A stream of a backup that is one object. Errors of reading it: those of {@link openSingle} and {@link openArchive}. */
function objectReader({ context, found, onFetched }, job, { object, compression, archive }, identity) {
    const { store } = found.destination;
    const { signal } = context;
    if (archive === undefined) {
        const single = { store, object, compression, ...(identity && { identity }), signal, onFetched };
        return (0,single_stream/* createSingleStream */.dK)(object.key, () => openSingle(single), () => readSingle(single));
    }
    return (0,single_stream/* createSingleStream */.dK)(object.key, () => (0,unpack/* openArchive */.p)({
        store,
        object,
        passphrase: archivePassphrase(context, object.key),
        parent: archiveSpool(context, job),
        environment: (0,child_environment/* environmentForChildren */.g)(context),
        signal,
        onFetched,
    }));
}


/***/ }),

/***/ 28385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ progressOver)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);


/** The same chain, its whole-stream reads shown as progress. */
function progressOver(context, job, phase, chain) {
    return chain.map((link) => ({
        ...link,
        open(name) {
            const total = link.streams.find((stream) => stream.name === name)?.bytes ?? 0;
            const about = { type: 'progress', job, stream: `${name} L${link.level}`, phase, total };
            let bytes = 0;
            const counter = new node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform({
                highWaterMark: 1024 * 1024,
                transform(chunk, _encoding, done) {
                    bytes += chunk.length;
                    context.reporter.on({ ...about, bytes });
                    done(null, chunk);
                },
                flush(done) {
                    context.reporter.on({ ...about, bytes, done: true });
                    done();
                },
            });
            // Its failure destroys the counter, which is where the reader notices it.
            (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(link.open(name), counter).catch(() => undefined);
            return counter;
        },
    }));
}


/***/ }),

/***/ 83557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ shreddedError),
/* harmony export */   t: () => (/* binding */ shreddedText)
/* harmony export */ });
/* harmony import */ var _catalog_shredded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79941);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);


/** When and by whom the keys of a backup were destroyed, as far as its marker can be read. */
async function shreddedText({ signal }, store, { job, id }) {
    const marker = await (0,_catalog_shredded_js__WEBPACK_IMPORTED_MODULE_0__/* .readShredMarker */ .fy)(store, job, id, signal);
    const by = marker?.by === undefined ? '' : ` by ${marker.by}`;
    return marker ? `shredded on ${marker.shredded.toISOString()}${by}` : 'shredded';
}
/** The error of whoever would open a backup whose keys were destroyed. */
async function shreddedError(context, store, entry) {
    const { job, id } = entry;
    const text = await shreddedText(context, store, entry);
    return new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('shredded', `backup ${id} was ${text}: nothing opens it any more`, {
        hint: 'Choose another backup: `holdfast list` shows those that are left.',
        context: { job, id, destination: store.name },
    });
}


/***/ }),

/***/ 63643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ iteratorOf),
/* harmony export */   dK: () => (/* binding */ createSingleStream),
/* harmony export */   rh: () => (/* binding */ createSequentialReader)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

/** The chunks of a stream, one by one. */
function iteratorOf(stream) {
    return stream[Symbol.asyncIterator]();
}
/**
 * A `package: single` or `7z` object as a stream reader; see {@link createSequentialReader} for its parts. `generate` is
 * for parts what `open` is for the whole, and loses nothing of what comes before damage.
 */
function createSingleStream(key, open, generate = () => iteratorOf(open())) {
    return { open, read: createSequentialReader(generate, key) };
}
/**
 * Reads parts of what has no frames to find one's way by: they are read by going through the stream, so ask for them in
 * ascending order. `generate` begins it anew. Beyond its end: `index-damaged` naming the key.
 */
function createSequentialReader(generate, key) {
    let chunks;
    let position = 0;
    let rest = new Uint8Array(0);
    let failure;
    async function advance() {
        if (failure !== undefined)
            throw failure.error;
        const next = await chunks?.next().catch((error) => {
            failure = { error };
            throw error;
        });
        if (next === undefined || next.done) {
            throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('index-damaged', `${key} is shorter than its index says`, {
                hint: 'Restore the backup whole, or another one.',
                context: { key },
            });
        }
        position += rest.length;
        rest = next.value;
    }
    async function read(offset, length) {
        if (chunks === undefined || offset < position) {
            await chunks?.return?.();
            chunks = generate();
            failure = undefined;
            position = 0;
            rest = new Uint8Array(0);
        }
        const out = new Uint8Array(length);
        let filled = 0;
        while (filled < length) {
            const at = offset + filled - position;
            if (at >= rest.length) {
                await advance().catch((error) => {
                    // What was read in vain serves a shorter read, without beginning anew.
                    if (filled > 0)
                        [rest, position] = [out.subarray(0, filled), offset];
                    throw error;
                });
                continue;
            }
            const piece = rest.subarray(at, at + length - filled);
            out.set(piece, filled);
            filled += piece.length;
        }
        return out;
    }
    return read;
}


/***/ }),

/***/ 52828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ blamesBackup),
/* harmony export */   t: () => (/* binding */ damageOf)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33967);


/** Whether an error says something about the backup itself; any other says something about this run. */
function blamesBackup(error) {
    return (0,_errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .u)(error, 'object-damaged', 'object-missing', 'manifest-damaged', 'index-damaged', 'source-truncated', 'key-mismatch');
}
/** The finding that an error about a backup comes to; any other error is thrown on. */
function damageOf(thrown, name) {
    const error = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .asHoldfastError */ .Cs)(thrown);
    if (!blamesBackup(error))
        throw error;
    const { key } = error.context;
    return {
        result: 'failed',
        checks: [{ name, result: 'failed', expected: 'whole', found: `${error.code}: ${error.message}` }],
        damaged: typeof key === 'string' ? [key] : [],
    };
}


/***/ }),

/***/ 75853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ abortable)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);

/**
 * A byte stream out of a generator whose signal also fires when the stream is destroyed. `Readable.from` has no such
 * thing: it waits for the generator, which may be waiting for a store that hangs.
 */
function abortable(signal, generate) {
    const destroyed = new AbortController();
    const generator = generate(AbortSignal.any([signal, destroyed.signal]));
    return new node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable({
        highWaterMark: 1 << 20,
        read() {
            generator.next().then(({ done, value }) => this.push(done ? null : value), (error) => this.destroy(error));
        },
        destroy(error, callback) {
            destroyed.abort();
            const finish = () => callback(error);
            generator.return(undefined).then(finish, finish);
        },
    });
}


/***/ }),

/***/ 67594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ decodeStream)
/* harmony export */ });
/** Compressed bytes that are decoded at a time: what they decode to is in memory at once. */
const slice = 64 * 1024;
/**
 * What a decoder of zlib makes of a source, up to the very place where it fails: a stream that is piped drops what it
 * had decoded before the error. Throws the decoder's error or the source's, after all that came before it.
 */
async function* decodeStream(source, decoder) {
    let ready = [];
    let failure;
    decoder.on('data', (chunk) => ready.push(chunk));
    // A write that fails is not answered, nor does a failed decoder end.
    let settle = () => undefined;
    decoder.on('error', (error) => {
        failure ??= error;
        settle();
    });
    decoder.on('end', () => settle());
    const take = () => {
        const taken = ready;
        ready = [];
        return taken;
    };
    const settled = (begin) => new Promise((resolve) => {
        settle = resolve;
        begin(resolve);
    });
    try {
        for await (const piece of source) {
            for (let at = 0; at < piece.length && failure === undefined; at += slice) {
                const part = piece.subarray(at, at + slice);
                await settled((done) => decoder.write(part, () => done()));
                yield* take();
            }
            if (failure !== undefined)
                throw failure;
        }
        await settled(() => decoder.end());
        yield* take();
        if (failure !== undefined)
            throw failure;
    }
    finally {
        decoder.destroy();
    }
}


/***/ }),

/***/ 12943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ decryptStream)
/* harmony export */ });
/* harmony import */ var _codec_age_chunker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56531);
/* harmony import */ var _codec_age_header_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72328);
/* harmony import */ var _codec_age_payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69815);



/** The content of an age file that arrives in pieces; nothing unauthenticated is yielded. Throws as `decryptBytes` does. */
async function* decryptStream(source, identity) {
    const identities = Array.isArray(identity) ? identity : [identity];
    let head = new Uint8Array(0);
    let out = head;
    let at = 0;
    let payloadKey = new Uint8Array(0);
    const chunker = (0,_codec_age_chunker_js__WEBPACK_IMPORTED_MODULE_2__/* .createChunker */ .x)(_codec_age_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .sealedChunkBytes */ .Fe, (chunk, index, final) => {
        at += (0,_codec_age_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .openChunk */ .wE)(payloadKey, index, final, chunk, out, at);
    });
    for await (const piece of source) {
        let body = piece;
        if (head) {
            head = Buffer.concat([head, piece]);
            if ((0,_codec_age_header_js__WEBPACK_IMPORTED_MODULE_0__/* .headerLength */ .g)(head) === undefined)
                continue;
            const header = await (0,_codec_age_header_js__WEBPACK_IMPORTED_MODULE_0__/* .openHeader */ .U)(head, { identities });
            payloadKey = Uint8Array.from(header.payloadKey);
            body = head.subarray(header.length);
            head = undefined;
        }
        out = Buffer.allocUnsafeSlow(body.length + _codec_age_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .chunkBytes */ .nr);
        at = 0;
        let failure;
        try {
            chunker.push(body);
        }
        catch (error) {
            failure = { error };
        }
        // Chunks in front of a damaged one are whole.
        if (at > 0)
            yield out.subarray(0, at);
        if (failure !== undefined)
            throw failure.error;
    }
    // A file that ends within its header: says so.
    if (head)
        await (0,_codec_age_header_js__WEBPACK_IMPORTED_MODULE_0__/* .openHeader */ .U)(head, { identities });
    out = Buffer.allocUnsafeSlow(_codec_age_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .chunkBytes */ .nr);
    at = 0;
    chunker.end();
    if (at > 0)
        yield out.subarray(0, at);
}


/***/ }),

/***/ 75567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ fetchInto),
/* harmony export */   i: () => (/* binding */ getObject)
/* harmony export */ });
/* harmony import */ var _codec_damage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81920);
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54992);


/** The object's body. `object-missing` naming the key where the store has none. */
async function getObject(store, key, signal, range) {
    try {
        return await store.get(key, range ? { signal, range } : { signal });
    }
    catch (error) {
        if (!(0,_errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .u)(error, 'store-not-found'))
            throw (0,_codec_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .namingKey */ .g)(error, key);
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('object-missing', `${key} is missing at ${store.name}`, {
            hint: 'Restore from another destination or an earlier backup; cleanup or someone else has removed this object.',
            context: { key, destination: store.name },
            cause: error,
        });
    }
}
/**
 * Fetches an object, or a range of it, into the beginning of `buffer`; it must have exactly `length` bytes, otherwise
 * `object-damaged` naming the key.
 */
async function fetchInto(store, key, buffer, length, signal, range) {
    const body = await getObject(store, key, signal, range);
    let at = 0;
    for await (const chunk of body) {
        // Leaving the loop destroys the body.
        if (at + chunk.length > length)
            throw (0,_codec_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .q)('it is longer than recorded', key);
        buffer.set(chunk, at);
        at += chunk.length;
    }
    signal.throwIfAborted();
    if (at < length)
        throw (0,_codec_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .damaged */ .q)('it is shorter than recorded', key);
    return buffer.subarray(0, length);
}


/***/ }),

/***/ 49645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ openArchive)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _codec_damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81920);
/* harmony import */ var _codec_hash_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69317);
/* harmony import */ var _process_spawn_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87880);
/* harmony import */ var _abortable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75853);
/* harmony import */ var _fetch_object_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75567);
/* harmony import */ var _spool_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10864);
/* harmony import */ var _spool_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29491);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(15041);









/** The stored bytes; throws at their end where they are not the recorded ones. */
async function* verified({ store, object, signal, onFetched }) {
    const sha256 = (0,_codec_hash_js__WEBPACK_IMPORTED_MODULE_2__/* .createSha256 */ .Yg)();
    let bytes = 0;
    for await (const chunk of (await (0,_fetch_object_js__WEBPACK_IMPORTED_MODULE_5__/* .getObject */ .i)(store, object.key, signal))) {
        bytes += chunk.length;
        sha256.update(chunk);
        onFetched?.(chunk.length);
        yield chunk;
    }
    signal.throwIfAborted();
    if (bytes !== object.bytes)
        throw (0,_codec_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .q)(`it has ${bytes} of ${object.bytes} bytes`, object.key);
    if (object.sha256 !== undefined && sha256.hex() !== object.sha256) {
        throw (0,_codec_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .q)('its SHA-256 is not the recorded one', object.key);
    }
}
async function* extracted(options) {
    const { object, environment, signal } = options;
    const stdin = (0,_tool_js__WEBPACK_IMPORTED_MODULE_8__/* .passwordLine */ .A6)(options.passphrase);
    const command = await (0,_tool_js__WEBPACK_IMPORTED_MODULE_8__/* .findSevenZip */ .qN)(environment);
    const spool = await (0,_spool_js__WEBPACK_IMPORTED_MODULE_6__/* .openSpool */ .K)(options.parent, object.bytes);
    try {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(spool.path, 'archive.7z');
        await (0,_spool_file_js__WEBPACK_IMPORTED_MODULE_7__/* .writeSpoolFile */ .N)(verified(options), path, signal);
        const tool = (0,_process_spawn_js__WEBPACK_IMPORTED_MODULE_3__/* .spawnTool */ .M)({ command, args: (0,_tool_js__WEBPACK_IMPORTED_MODULE_8__/* .extractArguments */ .Ec)(path), environment, stdin, signal });
        try {
            yield* tool.stdout;
        }
        catch (error) {
            throw (0,_tool_js__WEBPACK_IMPORTED_MODULE_8__/* .explain */ .WE)(error, object.key);
        }
        finally {
            await tool.stop();
        }
    }
    finally {
        await spool.remove();
    }
}
/**
 * The plain bytes of a 7z archive, every stored byte compared with its hash before the first one comes. Errors:
 * `object-missing`, `object-damaged`, `passphrase-wrong`, `scratch-too-small`, `tool-missing`.
 */
function openArchive(options) {
    return (0,_abortable_js__WEBPACK_IMPORTED_MODULE_4__/* .abortable */ .Z)(options.signal, (signal) => extracted({ ...options, signal }));
}


/***/ })

};
