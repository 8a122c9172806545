/**
 * The 27 rows of Table 1 of Roex 2020. A row of a study that has a file of its own becomes
 * one more cut of that cohort, named after the meta-analysis; the others become cohorts.
 * Nothing is doubled: the cut only speaks where a question asks for that meta-analysis, or
 * where the cohort's own publications are silent.
 */
import * as v from "valibot";
import { type Cohort, cohortSchema, type Figure, type SourceEntry } from "../schema.ts";
import type { Hold, Population } from "../vocabulary.ts";
import { roexConstruct } from "./construct.ts";
import type { Cite, CollectedCitation } from "./references.ts";
import { type RoexCohort, roexCohorts, roexLinks } from "./roex-rows.ts";

export const roexCut = "roex-2020";
export const roexDoi = "10.1186/s13045-020-01001-1";

const optionalCount = v.optional(v.nullable(v.number()));

const roexRow = v.object({
  id: v.string(),
  product: v.string(),
  registry: v.string(),
  nToxicity: v.number(),
  nResponse: v.number(),
  bindingDomain: v.string(),
  expansionPrinted: v.string(),
  expansion: v.string(),
  vector: v.string(),
  costimulationPrinted: v.string(),
  lymphodepletion: v.string(),
  crsAny: optionalCount,
  crsAnyLowerBound: v.number(),
  crsGrade3Plus: v.number(),
  neurotoxicity: v.number(),
  crOrScr: optionalCount,
  vgpr: optionalCount,
  pr: optionalCount,
  overallResponse: optionalCount,
  printedPercent: v.record(v.string(), v.union([v.number(), v.string()])),
});

export type RoexRow = v.InferOutput<typeof roexRow>;

/** @throws Error when a row is neither linked to a cohort nor described as one. */
export function parseRoex(text: string): RoexRow[] {
  const { rows } = v.parse(v.object({ rows: v.array(roexRow) }), JSON.parse(text));
  const unplaced = rows.filter(({ id }) => !(id in roexLinks) && !(id in roexCohorts));
  if (unplaced.length > 0) {
    throw new Error(`rows without a place: ${unplaced.map(({ id }) => id).join(", ")}`);
  }
  return rows;
}

/** The row of a cohort that has a file of its own. */
export function linkedRow(cohort: string, rows: readonly RoexRow[]): RoexRow | undefined {
  return rows.find(({ id }) => roexLinks[id] === cohort);
}

/** The citation of a row, in the form of the collected ones. */
export function roexCitation({ registry }: RoexRow): CollectedCitation {
  return {
    citation: `Roex G et al. J Hematol Oncol 2020;13:164 (meta-analysis), Table 1, row ${registry}`,
    doi: roexDoi,
    pmid: null,
    url: `https://doi.org/${roexDoi}`,
    kind: "full-text",
  };
}

function sourceOf(row: RoexRow, cite: Cite): SourceEntry {
  return {
    ...cite(roexCitation(row)),
    doi: roexDoi,
    pmid: null,
    seenAt: `https://doi.org/${roexDoi}`,
    kind: "full-text",
    tier: 1,
    followUpMonths: null,
    dataCutoff: null,
  };
}

/** A cohort with the cut of its row added; a figure or source that its file has from the same row is not doubled. */
export function withRoexCut(cohort: Cohort, row: RoexRow, cite: Cite): Cohort {
  const ofRow = sourceOf(row, cite);
  const known = cohort.sources.findIndex(
    ({ reference, tier }) => tier === 1 && reference === ofRow.reference,
  );
  const source = known < 0 ? cohort.sources.length : known;
  const cut = roexFigures(row, source, cohort.baseline.n).filter((figure) => {
    const own = cohort.figures.find(
      ({ outcome, cut }) => outcome === figure.outcome && cut === roexCut,
    );
    if (own && (own.events !== figure.events || own.n !== figure.n)) {
      throw new Error(`${cohort.id}: ${figure.outcome} differs from row ${row.id}`);
    }
    return !own;
  });
  return {
    ...cohort,
    figures: [...cohort.figures, ...cut],
    sources: known < 0 ? [...cohort.sources, ofRow] : cohort.sources,
  };
}

export function roexCohortOf(row: RoexRow, cite: Cite): Cohort | null {
  const described: RoexCohort | undefined = roexCohorts[row.id];
  if (!described) return null;
  return v.parse(cohortSchema, {
    id: described.id,
    label: described.label,
    firstAuthor: null,
    year: null,
    registry: [row.registry.replace(/ \(\d\)$/, "")],
    therapyClass: "car-t",
    product: described.product,
    targets: described.targets ?? ["bcma"],
    construct: roexConstruct(row),
    phase: null,
    design: "single-arm",
    dose: described.dose,
    doses: described.doses,
    evidence: "trial",
    regimen: described.regimen ?? "monotherapy",
    setting: described.setting ?? "late",
    settingBasis: described.settingBasis ?? "assumed from the period and population",
    priorBcma: "unknown",
    eligibility: null,
    region: described.region ?? null,
    regionDetail: null,
    enrolment: null,
    followUpMonths: null,
    network: null,
    baseline: { ...nothingReported, n: row.nToxicity },
    figures: roexFigures(row, 0, row.nToxicity),
    landmarks: [],
    medians: [],
    overlaps: [],
    riskOfBias: null,
    sources: [sourceOf(row, cite)],
    missing: ["everything that Table 1 of the meta-analysis does not print"],
    notes: described.note ?? null,
  });
}

const nothingReported: Cohort["baseline"] = {
  n: null,
  leukapheresed: null,
  medianAge: null,
  ageRange: null,
  medianPriorLines: null,
  priorLinesRange: null,
  priorAutoSctPercent: null,
  issIIIPercent: null,
  highRiskCytogeneticsPercent: null,
  extramedullaryPercent: null,
  refractoryPercent: null,
  tripleClassRefractoryPercent: null,
  pentaRefractoryPercent: null,
  priorBcmaPercent: null,
};

interface Counted {
  outcome: string;
  events: number;
  n: number;
  /** Printed as one number; a sum of two categories has none. */
  percent: number | null;
  hold?: Hold;
  definition: string;
}

function roexFigures(row: RoexRow, source: number, treated: number | null): Figure[] {
  return countsOf(row).map(({ outcome, events, n, percent, hold, definition }) => ({
    outcome,
    events,
    n,
    percentPrinted: percent,
    derived: true,
    derivedRange: null,
    population: populationOf(n, row, treated),
    cut: roexCut,
    followUpMonths: null,
    timeOrigin: null,
    source,
    grading: "unknown",
    grades: null,
    hold: hold ?? null,
    definition,
    locator: `Table 1, row ${row.registry} (${row.product})`,
  }));
}

/** An earlier cut counts other patients than the cohort as it was published in full. */
function populationOf(
  n: number,
  { nToxicity, nResponse }: RoexRow,
  treated: number | null,
): Population {
  if (n === treated) return "treated";
  const same = treated !== null && Math.max(nToxicity, nResponse) === treated;
  if (!same) return "subset";
  return n === nToxicity ? "safety" : "efficacy-evaluable";
}

/** What the meta-analysis took from the row; a category it does not list counts as none there. */
function countsOf(row: RoexRow): Counted[] {
  const { nToxicity, nResponse, crsAny, crOrScr, vgpr, pr, overallResponse } = row;
  const percent = (key: string): number | null => {
    const value = row.printedPercent[key];
    return typeof value === "number" ? value : null;
  };
  const listed = (...keys: readonly string[]) => keys.every((key) => key in row.printedPercent);
  /** A sum is as sure as the categories it adds, unless the listed ones already are everybody. */
  const sum = (
    outcome: string,
    events: number,
    n: number,
    keys: readonly string[],
    of: string,
  ): Counted => ({
    outcome,
    events,
    n,
    percent: null,
    ...(listed(...keys) || events === n
      ? { definition: `${of}, counts from printed percentages, added` }
      : {
          hold: "inferred",
          definition: `${of}, counts from printed percentages, added; a category that is not listed counts as none`,
        }),
  });
  const single = (
    outcome: string,
    events: number,
    n: number,
    key: string,
    of: string,
  ): Counted => ({
    outcome,
    events,
    n,
    percent: percent(key),
    ...(listed(key)
      ? { definition: `${of}, count from the printed percentage` }
      : { hold: "inferred", definition: `${of} not listed; counted as none by the meta-analysis` }),
  });
  const responses: Counted[] = [];
  if (isNumber(overallResponse)) {
    const together = "(s)CR, VGPR and PR";
    // One row prints (s)CR and VGPR as one number, which its response is made of.
    const keys = isNumber(crOrScr) ? ["crOrScr", "vgpr", "pr"] : ["pr"];
    responses.push(sum("orr", overallResponse, nResponse, keys, together));
  }
  if (isNumber(crOrScr) && isNumber(vgpr)) {
    responses.push(sum("vgpr", crOrScr + vgpr, nResponse, ["crOrScr", "vgpr"], "(s)CR and VGPR"));
  } else if (isNumber(overallResponse) && isNumber(pr) && !isNumber(vgpr)) {
    responses.push(
      sum("vgpr", overallResponse - pr, nResponse, [], "(s)CR and VGPR, printed as one"),
    );
  }
  if (isNumber(crOrScr)) responses.push(single("cr", crOrScr, nResponse, "crOrScr", "(s)CR"));
  const crs: Counted = isNumber(crsAny)
    ? sum("crs", crsAny, nToxicity, ["crsGrade12", "crsGrade3Plus"], "grades 1–2 and 3 or more")
    : {
        outcome: "crs",
        events: row.crsAnyLowerBound,
        n: nToxicity,
        percent: null,
        hold: "different-definition",
        definition: "only grade 3 or more is printed; the meta-analysis counts it as any grade",
      };
  return [
    ...responses,
    crs,
    single("crs-3", row.crsGrade3Plus, nToxicity, "crsGrade3Plus", "grade 3 or more"),
    single("neurotoxicity", row.neurotoxicity, nToxicity, "neurotoxicity", "neurotoxicity"),
  ];
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number";
}
