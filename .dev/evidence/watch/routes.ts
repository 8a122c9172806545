/**
 * Defines what is looked for, and which of the records that were found are worth a look. It reads no figure and
 * decides nothing.
 */
import type { Evidence } from "#data/evidence.ts";
import type { Cohort, ScreenedRecord, ScreeningQuery, ScreeningRun } from "#data/schema.ts";
import { type Ask, type Paper, papersOf, type Service, trialsOf } from "./services.ts";

/** A trial that is not in the data is listed if it has at least this many patients, or results. */
const leastEnrolment = 50;

export type Candidate = Omit<ScreenedRecord, "foundOn" | "decision" | "reason" | "by">;

type Route = ScreenedRecord["route"];

export interface Watched {
  readonly run: ScreeningRun;
  /** `records` are those that the log does not have yet. */
  readonly records: readonly ScreenedRecord[];
}

interface Days {
  /** `since` is the first day of the search, such as `2026-11-20`. */
  readonly since: string;
  readonly today: string;
}

/** @throws Unanswered if a service did not answer; nothing is known then. */
export async function watch(
  evidence: Evidence,
  ask: Ask,
  { since, today }: Days,
): Promise<Watched> {
  const seen = new Set(evidence.screening.records.map(keyOf));
  const queries: ScreeningQuery[] = [];
  const records: ScreenedRecord[] = [];

  const enter = (
    candidates: readonly Candidate[],
    query: Pick<ScreeningQuery, "route" | "query" | "metCount"> & { service: Service },
  ) => {
    const fresh = candidates.filter((candidate) => !seen.has(keyOf(candidate)));
    for (const candidate of fresh) seen.add(keyOf(candidate));
    queries.push({ ...query, loggedCount: fresh.length });
    records.push(
      ...fresh.map((candidate) => ({
        ...candidate,
        ...({ foundOn: today, decision: "undecided", reason: null, by: null } as const),
      })),
    );
  };

  const inData = namesInData(evidence);
  for (const [kind, filters] of Object.entries(notices)) {
    const term = `(${inData.pmids.map((pmid) => `${pmid}[uid]`).join(" OR ")}) AND (${filters})`;
    const papers = inData.pmids.length === 0 ? [] : await papersOf(ask, kind, term, null, today);
    enter(
      papers.map(({ pmid, title }) => ({
        ...{ id: `PMID ${pmid}`, route: "notice", title, why: kind },
        cohorts: evidence.cohorts
          .filter((cohort) => cites(cohort, pmid, inData))
          .map(({ id }) => id),
      })),
      { route: "notice", service: "PubMed", query: term, metCount: papers.length },
    );
  }

  const ids = [...inData.trials.keys()].join(",");
  const trials = ids === "" ? [] : await trialsOf(ask, "ctgov-held", { "filter.ids": ids });
  const cohortsOf = (id: string) => inData.trials.get(id) ?? [];
  const query = {
    service: "ClinicalTrials.gov",
    query: `filter.ids=${ids}`,
    metCount: trials.length,
  } as const;
  enter(
    trials.flatMap(({ id, title, resultsPosted }) => {
      const cohorts = cohortsOf(id);
      if (resultsPosted === null || cohorts.some(citesRegistry(id, inData))) return [];
      const why = `results posted on ${resultsPosted}, its record is no source here`;
      return { id, route: "results", title, why, cohorts: cohorts.map((cohort) => cohort.id) };
    }),
    { ...query, route: "results" },
  );
  enter(
    trials.flatMap(({ id, title, changed }) =>
      changed === null || changed < since
        ? []
        : {
            ...{ id, route: "record", title, why: `record changed on ${changed}` },
            cohorts: cohortsOf(id).map((cohort) => cohort.id),
          },
    ),
    { ...query, route: "record" },
  );

  const isInData = ({ pmid, doi }: Paper) =>
    inData.pmids.includes(pmid) || (doi !== null && inData.dois.has(doi.toLowerCase()));
  const isLogged = ({ pmid }: Paper) =>
    [...evidence.screening.records, ...records].some(
      ({ id, route }) => id === `PMID ${pmid}` && route !== "notice",
    );
  const papersNaming = async (route: Route, name: string, term: string, why: string) => {
    const papers = term === "" ? [] : await papersOf(ask, name, term, since, today);
    enter(
      papers
        .filter((paper) => !isInData(paper) && !isLogged(paper))
        .map(({ pmid, title }) => ({ id: `PMID ${pmid}`, route, title, why, cohorts: [] })),
      { route, service: "PubMed", query: term, metCount: papers.length },
    );
  };
  await papersNaming(
    "paper-of-trial",
    "trial",
    [...inData.trials.keys()].map((id) => `${id}[si]`).join(" OR "),
    "names the registry number of a trial that is held",
  );
  await papersNaming(
    "paper-of-drug",
    "subject",
    `(${inData.drugs.map((name) => `"${name}"[tiab]`).join(" OR ")}) AND myeloma[tiab]`,
    "names a drug that is held, and myeloma",
  );

  const subject = {
    "query.cond": "multiple myeloma",
    "query.intr": 'BCMA OR GPRC5D OR FcRH5 OR "CAR-T" OR "chimeric antigen receptor" OR bispecific',
    "query.term": `AREA[LastUpdatePostDate]RANGE[${since},MAX]`,
  };
  const updated = await trialsOf(ask, "ctgov-new", subject);
  enter(
    updated.flatMap(({ id, title, resultsPosted, enrolment }) => {
      if (inData.trials.has(id)) return [];
      if (resultsPosted === null && (enrolment ?? 0) < leastEnrolment) return [];
      const what = resultsPosted === null ? `${enrolment} patients` : "with results";
      return { id, route: "new-trial", title, why: `not held: ${what}`, cohorts: [] };
    }),
    {
      ...{ route: "new-trial", service: "ClinicalTrials.gov", metCount: updated.length },
      query: `${new URLSearchParams(subject)}`,
    },
  );
  return { run: { on: today, since, queries }, records };
}

/** Lists the notices that PubMed attaches to a paper (Comment Correction Type). */
const notices: Readonly<Record<string, string>> = {
  retraction: '"retracted publication"[pt] OR hasretractionin',
  erratum: "haserratumin",
  "expression-of-concern": "hasexpressionofconcernin",
};

/** Returns the key of a log entry. A record that changes again, or comes by another route, is another entry. */
function keyOf({ id, route, why }: Pick<ScreenedRecord, "id" | "route" | "why">): string {
  return JSON.stringify([id, route, why]);
}

interface InData {
  /** `trials` maps each registry number (NCT) to the cohorts of that trial. */
  readonly trials: ReadonlyMap<string, readonly Cohort[]>;
  readonly pmids: readonly string[];
  /** `dois` holds DOIs in lower case. */
  readonly dois: ReadonlySet<string>;
  /** Lists the generic and trade names. */
  readonly drugs: readonly string[];
  readonly references: ReadonlyMap<string, Evidence["references"][number]>;
}

function namesInData({ cohorts, products, references, ...studies }: Evidence): InData {
  const trials = new Map<string, Cohort[]>();
  for (const cohort of cohorts) {
    for (const number of cohort.registry.filter((id) => id.startsWith("NCT"))) {
      trials.set(number, [...(trials.get(number) ?? []), cohort]);
    }
  }
  const { subgroups, comparisons, published } = studies;
  const sources = [...cohorts, ...subgroups, ...comparisons].flatMap((file) => file.sources);
  const present = <T>(values: readonly (T | null | undefined)[]) => [
    ...new Set(values.filter((value) => value != null)),
  ];
  return {
    trials,
    pmids: present([...references.map(({ PMID }) => PMID), ...sources.map(({ pmid }) => pmid)]),
    dois: new Set(
      present([
        ...references.map(({ DOI }) => DOI),
        ...[...sources, ...published].map(({ doi }) => doi),
      ]).map((doi) => doi.toLowerCase()),
    ),
    drugs: present(
      products
        .filter(({ contains }) => contains.length === 0)
        .flatMap(({ name, brandNames }) => [name, ...brandNames]),
    ),
    references: new Map(references.map((reference) => [reference.id, reference])),
  };
}

function cites({ sources }: Cohort, pmid: string, { references }: InData): boolean {
  return sources.some(
    ({ reference, pmid: sourcePmid }) =>
      sourcePmid === pmid || references.get(reference)?.PMID === pmid,
  );
}

/** Returns whether the cohort cites the record of the registry, with its results. */
function citesRegistry(number: string, { references }: InData) {
  return ({ sources }: Cohort): boolean =>
    sources.some(({ reference }) => {
      const address = references.get(reference)?.URL ?? "";
      return address.includes("clinicaltrials.gov") && address.includes(number);
    });
}
