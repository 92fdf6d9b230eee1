export const id = 2687;
export const ids = [2687];
export const modules = {

/***/ 72687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   siteJobs: () => (/* binding */ siteJobs),
/* harmony export */   sitePlace: () => (/* binding */ sitePlace)
/* harmony export */ });
/* harmony import */ var _catalog_chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62844);
/* harmony import */ var _catalog_runlog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47167);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76140);
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22948);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33967);
/* harmony import */ var _repository_destination_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29780);






/** Backups of a job at a destination, and lines of its log, that pages show. */
const backupsShown = 500;
const runsShown = 50;
/** The ids of a chain as far as it is there. */
function chainIds(entry, byId) {
    const chain = [];
    for (let link = entry; link; link = (0,_catalog_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(link, byId))
        chain.unshift(link.id);
    return chain;
}
/** What pages show of a job at a destination. */
function sitePlace(status, points, records) {
    const byId = new Map(points.map((entry) => [entry.id, entry]));
    const newestFirst = points.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    const backups = newestFirst.slice(0, backupsShown).map((entry) => ({
        ...(0,_list_js__WEBPACK_IMPORTED_MODULE_2__.listResult)(entry, status.destination),
        seconds: entry.stats.seconds,
        chain: chainIds(entry, byId),
    }));
    const restores = records.flatMap((record) => {
        const verdict = byId.get(record.id)?.lastVerdict;
        if (verdict === undefined)
            return [];
        const { key: proof, evidence, signedBy } = verdict;
        return [{ ...record, proof, evidence, signed: signedBy !== undefined }];
    });
    return { status, backups, restores };
}
const runOf = ({ command, id, status, startedAt, finishedAt }) => ({
    ...{ command, id, status, startedAt },
    seconds: (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000,
});
/** The newest lines of a job's log, of the first destination that gives them; none where none does. */
async function runsOf(context, job, places) {
    const { signal } = context;
    for (const { status } of places) {
        if (status.state === 'unreachable' || status.state === 'missing')
            continue;
        try {
            const { store } = await (0,_repository_destination_js__WEBPACK_IMPORTED_MODULE_4__/* .openDestination */ .xB)(context, status.destination);
            return (await (0,_catalog_runlog_js__WEBPACK_IMPORTED_MODULE_1__/* .recentLogs */ .N8)(store, job, { signal, newest: runsShown })).map(runOf);
        }
        catch (error) {
            signal.throwIfAborted();
            (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .step */ .P)(context, `no log at ${status.destination}: ${(0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .asHoldfastError */ .Cs)(error).message}`, job);
        }
    }
    return [];
}
/** What pages show of every job that was looked at. */
async function siteJobs(context, places) {
    const names = [...new Set(places.map(({ status }) => status.job))];
    const jobs = [];
    for (const name of names) {
        const own = places.filter(({ status }) => status.job === name);
        const source = context.config.job(name).source.type;
        jobs.push({ name, source, places: own, runs: await runsOf(context, name, own) });
    }
    return jobs;
}


/***/ })

};
