/** What a reader must know before acting on a row: stable codes with their text. */
import type { Outcome } from "../../data/schema.ts";
import type { TherapyClass } from "../../data/vocabulary.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Query } from "../evidence/query.ts";
import type { Pool, Remark } from "./answer.ts";
import { definitionsMixed, type GroupEvidence, priorBcmaMixed } from "./certainty.ts";
import { groups, longName, shortName } from "./class-names.ts";

/** Percentage points between typical, average and crude rate that are worth a word. */
const noticeableGap = 3;

export interface RowEvidence {
  outcome: Outcome;
  groups: Record<TherapyClass, GroupEvidence & { productsDiffer: boolean; dropped: number }>;
}

/** Cautions of one row, the weightiest first. */
export function rowCautions({ outcome, groups: evidence }: RowEvidence): Remark[] {
  const entries = groups.flatMap((group) => evidence[group].entries);
  if (entries.length === 0) return [];
  return [
    ...oneClass(outcome, evidence),
    ...groups.flatMap((group) => fewCohorts(group, evidence[group].pool)),
    ...groups.flatMap((group) => combinations(group, evidence[group].entries)),
    ...exposure(outcome, evidence),
    ...groups.flatMap((group) => productsDiffer(group, evidence[group])),
    ...populations(entries),
    ...definitions(outcome, entries),
    ...groups.flatMap((group) => typicalAgainstAverage(group, evidence[group].pool)),
    ...groups.flatMap((group) => overlap(group, evidence[group].dropped)),
  ];
}

/** Cautions of the whole answer, shown once. */
export function answerCautions(query: Query, rows: readonly RowEvidence[]): Remark[] {
  const entries = rows.flatMap((row) => groups.flatMap((group) => row.groups[group].entries));
  if (entries.length === 0) return [];
  const cohorts = [...new Set(entries.map(({ cohort }) => cohort))];
  const remarks: Remark[] = [
    {
      code: "no-randomised-comparison",
      label: "no randomised comparison",
      text: "Separate cohorts in different patients; no trial has compared these classes head to head in this table.",
    },
  ];
  if (cohorts.some(({ therapyClass }) => therapyClass === "car-t")) {
    remarks.push({
      code: "as-treated",
      label: "infused patients",
      text: "CAR-T rates count patients who were infused, unless a row says otherwise; those whose disease did not allow it are not in them.",
    });
  }
  if (query.priorLines !== null || query.age !== null) {
    remarks.push({
      code: "ecological",
      label: "filtered by medians",
      text: "Filtered by the medians of the cohorts: patients inside a cohort differ, and this says nothing about one patient.",
    });
  }
  if (rowsRestOnDifferentCohorts(rows)) {
    remarks.push({
      code: "cohorts-differ-between-rows",
      label: "rows differ in trials",
      text: "Not every trial reports every outcome, so rows rest on different trials.",
    });
  }
  if (cohorts.some(({ doses }) => doses === "escalation")) {
    remarks.push({
      code: "dose-escalation",
      label: "dose escalation included",
      text: "Some cohorts include doses other than the recommended one.",
    });
  }
  if (new Set(cohorts.map(({ setting }) => setting)).size > 1) {
    remarks.push({
      code: "settings-mixed",
      label: "settings mixed",
      text: "Cohorts treated early and late in the disease are pooled together.",
    });
  }
  if (priorBcmaMixed(entries)) {
    remarks.push({
      code: "prior-bcma-mixed",
      label: "earlier BCMA mixed",
      text: "Some cohorts include patients with earlier BCMA therapy, others exclude them.",
    });
  }
  return remarks;
}

function oneClass(outcome: Outcome, evidence: RowEvidence["groups"]): Remark[] {
  const empty = groups.filter((group) => evidence[group].pool.k === 0);
  const [missing] = empty;
  if (missing === undefined || empty.length > 1 || !outcome.appliesTo.includes(missing)) return [];
  const text = `No ${longName[missing]} cohort in this selection reports this outcome in a form that can be pooled.`;
  return [{ code: "one-class", label: `no ${shortName[missing]} data`, text }];
}

function fewCohorts(group: TherapyClass, { k }: Pool): Remark[] {
  if (k === 0 || k > 2) return [];
  const label = k === 1 ? `1 ${longName[group]} trial` : `${k} ${longName[group]} trials`;
  const text =
    k === 1
      ? "One cohort: its interval allows for the spread between trials only through the prior."
      : "Two cohorts tell little about how much trials differ.";
  return [{ code: k === 1 ? "single-cohort" : "few-cohorts", label, text }];
}

function combinations(group: TherapyClass, entries: readonly Entry[]): Remark[] {
  const combined = entries.filter(({ cohort }) => cohort.regimen === "combination");
  if (combined.length === 0) return [];
  const names = combined.map(({ cohort }) => cohort.label).join(", ");
  const text = `${shortName[group]} given together with other myeloma drugs: ${names}.`;
  return [{ code: "combination", label: `${shortName[group]} in combination`, text }];
}

function exposure(outcome: Outcome, evidence: RowEvidence["groups"]): Remark[] {
  if (!outcome.timeDependent) return [];
  const [carT, bsab] = groups.map((group) => evidence[group].pool);
  if (!carT || !bsab || carT.k === 0 || bsab.k === 0) return [];
  const followUp = (pool: Pool) =>
    pool.followUp?.months == null ? "not reported" : `${pool.followUp.months} months`;
  return [
    {
      code: "exposure-differs",
      label: "exposure differs",
      text: `One infusion against continuous treatment; a proportion is not a rate. Median follow-up: CAR-T ${followUp(carT)}, bispecific ${followUp(bsab)}.`,
    },
  ];
}

function productsDiffer(
  group: TherapyClass,
  { productsDiffer: differ, pool }: RowEvidence["groups"][TherapyClass],
): Remark[] {
  if (!differ) return [];
  const range = pool.products.map(({ estimate }) => Math.round(estimate * 100));
  const text = `${pool.products.length} ${shortName[group]} products range from ${Math.min(...range)} to ${Math.max(...range)} of 100: a class average, not a product.`;
  return [{ code: "products-differ", label: `${shortName[group]} products differ`, text }];
}

function populations(entries: readonly Entry[]): Remark[] {
  const remarks: Remark[] = [];
  const labels = (population: Entry["figure"]["population"]) =>
    entries
      .filter(({ figure }) => figure.population === population)
      .map(({ cohort }) => cohort.label)
      .join(", ");
  const evaluable = labels("efficacy-evaluable");
  if (evaluable) {
    const text = `Counted over patients evaluable for efficacy (at least 90 % of those treated): ${evaluable}.`;
    remarks.push({ code: "evaluable-only", label: "evaluable patients", text });
  }
  const randomised = labels("randomised");
  if (randomised) {
    const text = `Counted over all randomised patients, infused or not: ${randomised}.`;
    remarks.push({ code: "intention-to-treat", label: "intention to treat", text });
  }
  return remarks;
}

function definitions(outcome: Outcome, entries: readonly Entry[]): Remark[] {
  const remarks: Remark[] = [];
  const figures = entries.map(({ figure }) => figure);
  const older = figures.some(
    (figure) => "grading" in figure && ["lee", "cartox", "ctcae"].includes(figure.grading),
  );
  if (older && /^(crs|icans)/.test(outcome.id)) {
    const text = "Some cohorts were graded by a scale older than ASTCT 2019.";
    remarks.push({ code: "older-grading", label: "older grading", text });
  }
  if (figures.some((figure) => "grades" in figure && figure.grades === "3-4")) {
    const text = "At least one cohort counts grades 3 and 4 only; fatal events are not in it.";
    remarks.push({ code: "grade-5-not-counted", label: "fatal events apart", text });
  }
  if (definitionsMixed(entries)) {
    const text = "Events were graded or defined in different ways.";
    remarks.push({ code: "definition-mixed", label: "definitions mixed", text });
  }
  if (figures.some((figure) => "survival" in figure && !figure.interval && !figure.atRisk)) {
    const text = "Where no interval is printed, its width is approximated from the number treated.";
    remarks.push({ code: "variance-approximated", label: "interval approximated", text });
  }
  if (outcome.kind === "landmark") {
    const origins = new Set(figures.map(({ timeOrigin }) => timeOrigin));
    origins.delete(null);
    if (origins.size > 1) {
      const text = "Time is counted from different starts (infusion, first dose, randomisation).";
      remarks.push({ code: "time-origin-differs", label: "time start differs", text });
    }
  }
  return remarks;
}

function typicalAgainstAverage(group: TherapyClass, pool: Pool): Remark[] {
  const { estimate, marginal, crude } = pool;
  if (estimate === null || pool.k < 2) return [];
  const others = [marginal, crude].filter((value) => value !== null);
  if (!others.some((value) => Math.abs(value - estimate) * 100 >= noticeableGap)) return [];
  const show = (value: number | null) => (value === null ? "–" : (value * 100).toFixed(1));
  const text = `${shortName[group]}: typical trial ${show(estimate)}, average over trials ${show(marginal)}, all patients together ${show(crude)} of 100.`;
  return [{ code: "typical-vs-average", label: "averages differ", text }];
}

function overlap(group: TherapyClass, dropped: number): Remark[] {
  if (dropped === 0) return [];
  const what = dropped === 1 ? "1 cohort was" : `${dropped} cohorts were`;
  const text = `${what} left out of ${shortName[group]} because patients are shared with a larger one.`;
  return [{ code: "overlap-dropped", label: "overlap left out", text }];
}

function rowsRestOnDifferentCohorts(rows: readonly RowEvidence[]): boolean {
  const sets = rows
    .map((row) =>
      groups.flatMap((group) => row.groups[group].entries.map(({ cohort }) => cohort.id)).join(),
    )
    .filter((ids) => ids !== "");
  return new Set(sets).size > 1;
}
