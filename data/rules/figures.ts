/** Rules about counts and survival at a month: each figure by itself, and those of one cut against each other. */
import type { Evidence, Problem } from "../evidence.ts";
import type { Cohort, Figure, KnownDiscrepancy, Landmark, Outcome } from "../schema.ts";
import { wholesOf } from "../wholes.ts";
import { populationProblem } from "./population.ts";
import { cohortFile, ofEachCohort, ProblemList } from "./report.ts";

export function figureProblems(evidence: Evidence): Problem[] {
  const { cohorts, outcomes, knownDiscrepancies } = evidence;
  const used = new Set<KnownDiscrepancy>();
  const problems = cohorts.flatMap((cohort) => {
    const list = new ProblemList(cohortFile(cohort));
    const excused = (figure: Figure): boolean => {
      const known = knownDiscrepancies.find(
        (entry) =>
          "cut" in entry &&
          entry.cohort === cohort.id &&
          entry.outcome === figure.outcome &&
          entry.cut === figure.cut,
      );
      if (known) used.add(known);
      return known !== undefined;
    };
    cohort.figures.forEach((figure, index) => {
      singleFigure(figure, `figures[${index}]`, cohort, list, excused);
    });
    duplicates(cohort, list);
    partsAboveWholes(cohort, outcomes, list);
    return list.problems;
  });
  return [...problems, ...staleDiscrepancies(evidence, used)];
}

function singleFigure(
  figure: Figure,
  at: string,
  cohort: Cohort,
  list: ProblemList,
  excused: (figure: Figure) => boolean,
): void {
  const { events, percentPrinted, hold } = figure;
  if (events === null && percentPrinted === null && hold === null) {
    list.add(at, "figure-says-something", "neither a count nor a percentage");
  }
  const how = "explain it in data/known-discrepancies.json";
  countProblems(figure, at, list, { isExcused: () => excused(figure), how });
  const wrongN = populationProblem(figure, cohort);
  if (wrongN !== null) list.add(`${at}.n`, "n-matches-population", wrongN);
}

type Counted = Pick<Figure, "events" | "n" | "percentPrinted" | "derivedRange">;

/** @param excuse Whether a percentage that is not that of its count is known, and how to say so. */
export function countProblems(
  { events, n, percentPrinted, derivedRange }: Counted,
  at: string,
  list: ProblemList,
  excuse: { isExcused: () => boolean; how: string },
): void {
  if (events !== null && n !== null) {
    if (events > n) list.add(`${at}.events`, "events-not-above-n", `${events} of ${n}`);
    const exact = (100 * events) / n;
    if (percentPrinted !== null && !printsAs(exact, percentPrinted) && !excuse.isExcused()) {
      list.add(
        `${at}.percentPrinted`,
        "percent-fits-count",
        `${percentPrinted} printed, but ${events} of ${n} is ${exact.toFixed(2)}; correct it or ${excuse.how}`,
      );
    }
  }
  if (derivedRange && (events === null || events < derivedRange[0] || events > derivedRange[1])) {
    const message = `${events} outside ${derivedRange}`;
    list.add(`${at}.derivedRange`, "derived-range-holds-events", message);
  }
}

/** Whether a value rounds to the printed one; a half may be rounded either way. */
function printsAs(exact: number, printed: number): boolean {
  const decimals = String(printed).split(".")[1]?.length ?? 0;
  return Math.abs(exact - printed) <= 0.5 / 10 ** decimals + 1e-9;
}

function duplicates({ figures }: Cohort, list: ProblemList): void {
  const seen = new Set<string>();
  figures.forEach(({ outcome, cut }, index) => {
    const message = `"${outcome}" has the cut "${cut}" twice`;
    list.expectOnce(`figures[${index}]`, "figure-unique", `${outcome} ${cut}`, seen, message);
  });
}

/** CR ≤ VGPR ≤ response and grade ≥ 3 ≤ any grade, for figures of the same patients and cut. */
function partsAboveWholes({ figures }: Cohort, outcomes: readonly Outcome[], list: ProblemList) {
  figures.forEach((part, index) => {
    for (const { id: whole } of wholesOf(part.outcome, outcomes)) {
      const same = figures.find(
        ({ outcome, cut, population, n, hold }) =>
          outcome === whole &&
          cut === part.cut &&
          population === part.population &&
          n === part.n &&
          hold === null,
      );
      // A held figure may count something else, so a comparison would not show an error.
      if (!same || part.hold !== null || same.events === null || part.events === null) continue;
      if (part.events > same.events) {
        list.add(
          `figures[${index}].events`,
          "part-not-above-whole",
          `${part.events} "${part.outcome}" but ${same.events} "${whole}"`,
        );
      }
    }
  });
}

function staleDiscrepancies(
  { knownDiscrepancies, cohorts, published }: Evidence,
  used: ReadonlySet<KnownDiscrepancy>,
): Problem[] {
  const list = new ProblemList("data/known-discrepancies.json");
  knownDiscrepancies.forEach((entry, index) => {
    if (isOfFigure(entry) ? used.has(entry) : differs(entry, cohorts, published)) return;
    const message = `nothing to excuse in ${whatOf(entry)}; remove the entry`;
    list.add(`[${index}]`, "known-discrepancy-applies", message);
  });
  return list.problems;
}

type OfFigure = Extract<KnownDiscrepancy, { cut: string }>;
type OfTable = Extract<KnownDiscrepancy, { baseline: string }>;
type OfPool = Exclude<KnownDiscrepancy, OfFigure | OfTable>;

function isOfFigure(entry: KnownDiscrepancy): entry is OfFigure {
  return "cut" in entry;
}

function whatOf(entry: KnownDiscrepancy): string {
  if ("cut" in entry) return `${entry.cohort}, "${entry.outcome}", cut "${entry.cut}"`;
  if ("baseline" in entry) return `${entry.cohort}, ${entry.baseline}`;
  return `${entry.published}, "${entry.outcome}", ${entry.therapyClass}`;
}

function differs(
  entry: OfTable | OfPool,
  cohorts: Evidence["cohorts"],
  publications: Evidence["published"],
): boolean {
  return "baseline" in entry
    ? differsFromTable(entry, cohorts, publications)
    : isPrinted(entry, publications);
}

/** Whether the publication still has the number that is explained. */
function isPrinted(
  { published, outcome, therapyClass, printed }: OfPool,
  publications: Evidence["published"],
): boolean {
  const results = publications.find(({ id }) => id === published)?.results ?? [];
  return results.some(
    (one) =>
      one.outcome === outcome &&
      one.therapyClass === therapyClass &&
      one.estimatePercent === printed,
  );
}

/** Whether the publication pooled the cohort, and the cohort does not repeat what it prints. */
function differsFromTable(
  { cohort, baseline, printed, published }: OfTable,
  cohorts: Evidence["cohorts"],
  publications: Evidence["published"],
): boolean {
  const own = cohorts.find(({ id }) => id === cohort);
  const rows = publications.find(({ id }) => id === published)?.set?.rows ?? [];
  return (
    own !== undefined &&
    own.baseline[baseline] !== printed &&
    rows.some((row) => row.cohort === cohort)
  );
}

export function landmarkProblems({ cohorts }: Evidence): Problem[] {
  return ofEachCohort(cohorts, (cohort, list) => {
    cohort.landmarks.forEach((landmark, index) => {
      const at = `landmarks[${index}]`;
      singleLandmark(landmark, at, cohort, list);
      againstEarlier(landmark, at, cohort.landmarks.slice(0, index), list);
    });
  });
}

function singleLandmark(landmark: Landmark, at: string, cohort: Cohort, list: ProblemList): void {
  const { survival, interval } = landmark;
  if (interval && (survival < interval[0] || survival > interval[1])) {
    list.add(`${at}.interval`, "landmark-within-interval", `${survival} outside ${interval}`);
  }
  const wrongN = populationProblem(landmark, cohort);
  if (wrongN !== null) list.add(`${at}.n`, "n-matches-population", wrongN);
}

function againstEarlier(
  landmark: Landmark,
  at: string,
  earlier: readonly Landmark[],
  list: ProblemList,
): void {
  for (const other of earlier) {
    if (other.family !== landmark.family || other.cut !== landmark.cut) continue;
    if (other.month === landmark.month) {
      list.add(
        at,
        "landmark-unique",
        `${landmark.family} at month ${landmark.month} is given twice`,
      );
      continue;
    }
    const [first, later] = other.month < landmark.month ? [other, landmark] : [landmark, other];
    if (later.survival > first.survival) {
      list.add(
        `${at}.survival`,
        "survival-never-rises",
        `${later.survival} at month ${later.month} after ${first.survival} at month ${first.month}`,
      );
    }
  }
}
