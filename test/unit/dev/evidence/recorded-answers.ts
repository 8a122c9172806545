/**
 * Holds made-up answers in the shapes of ClinicalTrials.gov v2 and of E-utilities, by the names under which the command
 * asks for them.
 */

interface MadeTrial {
  readonly id: string;
  readonly title: string;
  readonly changed: string;
  readonly results?: string;
  readonly enrolment?: number;
}

export function trialsAnswer(trials: readonly MadeTrial[], nextPageToken?: string) {
  return {
    studies: trials.map(({ id, title, changed, results, enrolment }) => ({
      protocolSection: {
        identificationModule: { nctId: id, briefTitle: title },
        statusModule: {
          overallStatus: "ACTIVE_NOT_RECRUITING",
          lastUpdatePostDateStruct: { date: changed, type: "ACTUAL" },
          ...(results && { resultsFirstPostDateStruct: { date: results, type: "ACTUAL" } }),
        },
        ...(enrolment && { designModule: { enrollmentInfo: { count: enrolment } } }),
      },
      hasResults: results !== undefined,
    })),
    ...(nextPageToken && { nextPageToken }),
  };
}

export function searchAnswer(ids: readonly string[], count = ids.length) {
  return { esearchresult: { count: `${count}`, retmax: "200", retstart: "0", idlist: ids } };
}

export function summaryAnswer(papers: Readonly<Record<string, { title: string; doi?: string }>>) {
  const entries = Object.entries(papers).map(([uid, { title, doi }]) => [
    uid,
    {
      ...{ uid, title, source: "Blood", pubdate: "2026 Nov" },
      articleids: [
        { idtype: "pubmed", value: uid },
        ...(doi ? [{ idtype: "doi", value: doi }] : []),
      ],
    },
  ]);
  return { result: { uids: Object.keys(papers), ...Object.fromEntries(entries) } };
}

const none = searchAnswer([]);

/** Two services that have nothing new. */
export const quiet: Readonly<Record<string, unknown>> = {
  "retraction-search": none,
  "erratum-search": none,
  "expression-of-concern-search": none,
  "ctgov-held": trialsAnswer([
    { id: "NCT03361748", title: "Made: held, unchanged", changed: "2024-02-01" },
  ]),
  "trial-search": none,
  "subject-search": none,
  "ctgov-new": trialsAnswer([]),
};

/** Something by every route, and beside it what is held already or too small. */
export const lively: Readonly<Record<string, unknown>> = {
  "retraction-search": searchAnswer(["34175021"]),
  "retraction-summary": summaryAnswer({ "34175021": { title: "Made: a held paper" } }),
  "erratum-search": searchAnswer(["39412823"]),
  "erratum-summary": summaryAnswer({ "39412823": { title: "Made: another held paper" } }),
  "expression-of-concern-search": none,
  "ctgov-held": trialsAnswer([
    {
      ...{ id: "NCT04557098", title: "Made: results", changed: "2024-02-01" },
      ...{ results: "2024-01-01", enrolment: 149 },
    },
    // The record of this trial is a source already.
    { id: "NCT03361748", title: "Made: held", changed: "2024-02-01", results: "2024-01-01" },
    { id: "NCT03145181", title: "Made: changed", changed: "2026-11-22" },
  ]),
  "trial-search": searchAnswer(["90000001", "90000002"]),
  "trial-summary": summaryAnswer({
    "90000001": { title: "Made: new on a held trial" },
    // The DOI of this record is held already; the registry spells it otherwise.
    "90000002": { title: "Made: held", doi: "10.1056/nejmoa2024850" },
  }),
  "subject-search": searchAnswer(["90000001", "90000003", "34175021"]),
  "subject-summary": summaryAnswer({
    "90000001": { title: "Made: new on a held trial" },
    "90000003": { title: "Made: names a drug" },
    "34175021": { title: "Made: a held paper" },
  }),
  "ctgov-new": trialsAnswer([
    { id: "NCT90000001", title: "Made: large", changed: "2026-11-21", enrolment: 50 },
    { id: "NCT90000002", title: "Made: small", changed: "2026-11-21", enrolment: 49 },
    { id: "NCT90000003", title: "Made: results", changed: "2026-11-21", results: "2026-11-21" },
    { id: "NCT03361748", title: "Made: held", changed: "2026-11-21", enrolment: 149 },
  ]),
};
