/** What a reader must know before acting on a row: stable codes with their text. */
import type { Outcome } from "../../data/schema.ts";
import type { TherapyClass } from "../../data/vocabulary.ts";
import { isBroad } from "../evidence/choose.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Query } from "../evidence/query.ts";
import type { Remark } from "./answer.ts";
import { type GroupEvidence, knownFollowUp } from "./certainty.ts";
import {
  definitionMixed,
  fewCohorts,
  isGradedByScale,
  priorBcmaMixed,
  settingsMixed,
} from "./shared-remarks.ts";

/** Percentage points between typical, average and crude rate that are worth a word. */
const noticeableGap = 3;
/** Percentage points between products that are worth naming as theirs. */
const noticeableRange = 10;
/** Products that a label can name and stay short. */
const mostNamed = 2;

interface CautionedGroup extends GroupEvidence {
  /** Before "cohort" in a sentence: "bispecific". */
  long: string;
  /** Classes it may hold. */
  classes: readonly TherapyClass[];
  /** Whether products differ from each other, or only cohorts of several products do. */
  productsDiffer: "products" | "spread" | null;
  /** Products with at least one selected cohort, pooled or not. */
  selectedProducts: readonly string[];
  /** Cohorts left out because they share patients with those pooled. */
  dropped: number;
  /** Why another model answers than the one asked for. */
  because: string | null;
}

export interface RowEvidence {
  outcome: Outcome;
  groups: readonly CautionedGroup[];
}

/** Cautions of one row, the weightiest first. */
export function rowCautions({ outcome, groups }: RowEvidence): Remark[] {
  const entries = groups.flatMap((group) => group.entries);
  if (entries.length === 0) return [];
  return [
    ...withoutData(outcome, groups),
    ...groups.flatMap(fewCohorts),
    ...groups.flatMap((group) => noneOrAll(group, outcome)),
    ...groups.flatMap(combinations),
    ...exposure(outcome, groups),
    ...groups.flatMap(productsDiffer),
    ...populations(entries),
    ...definitions(outcome, entries),
    ...timeOrigins(outcome, groups),
    ...groups.flatMap(productsMissing),
    ...groups.flatMap(typicalAgainstAverage),
    ...groups.flatMap(overlap),
    ...groups.flatMap(fallback),
  ];
}

/** Cautions of the whole answer, shown once. */
export function answerCautions(query: Query, rows: readonly RowEvidence[]): Remark[] {
  const entries = rows.flatMap(entriesOf);
  if (entries.length === 0) return [];
  const cohorts = [...new Set(entries.map(({ cohort }) => cohort))];
  const remarks: Remark[] = [
    {
      code: "no-randomised-comparison",
      label: "no randomised comparison",
      text: "Separate cohorts in different patients; no trial has compared these classes head to head in this table.",
    },
  ];
  remarks.push(...countedPatients(query, rows));
  if (query.priorLines !== null || query.age !== null) {
    remarks.push({
      code: "ecological",
      label: "filtered by medians",
      text: "Filtered by the medians of the cohorts, which say nothing about one patient.",
    });
  }
  if (rowsRestOnDifferentCohorts(rows)) {
    remarks.push({
      code: "cohorts-differ-between-rows",
      label: "rows differ in trials",
      text: "Not every trial reports every outcome: rows rest on different trials.",
    });
  }
  if (cohorts.some(({ doses }) => doses === "escalation")) {
    remarks.push({
      code: "dose-escalation",
      label: "dose escalation included",
      text: "Some cohorts come from dose escalation, at several doses.",
    });
  }
  remarks.push(...settingsMixed(entries), ...priorBcmaMixed(entries));
  return remarks;
}

/** All pooled figures of a row. */
export function entriesOf({ groups }: RowEvidence): Entry[] {
  return groups.flatMap(({ entries }) => entries);
}

/** Whom the CAR-T rates count: a rate over the infused looks better than one over all who were to be. */
function countedPatients({ denominator }: Query, rows: readonly RowEvidence[]): Remark[] {
  if (denominator === "enrolled") {
    const text = "Rates count all who were randomised or had cells collected, treated or not.";
    return [{ code: "enrolled", label: "all enrolled counted", text }];
  }
  // An outcome over responders or over those with cells collected says so in its own name.
  const entries = rows
    .filter(({ outcome }) => outcome.over === "all")
    .flatMap(entriesOf)
    .filter(({ cohort }) => cohort.therapyClass === "car-t");
  if (entries.length === 0) return [];
  const randomised = entries.filter(({ figure }) => figure.population === "randomised");
  const labels = labelsOf(randomised);
  if (randomised.length === 0) {
    const text =
      "CAR-T rates count patients who were infused, unless a row says otherwise; those who never received the cells (progression, death, failed manufacturing) are not in them.";
    return [{ code: "as-treated", label: "infused patients", text }];
  }
  if (randomised.length === entries.length) {
    const text = `CAR-T rates count all randomised patients, infused or not: ${labels}.`;
    return [{ code: "intention-to-treat", label: "all randomised counted", text }];
  }
  const text = `CAR-T rates count patients who were infused, but some rows count all randomised patients of ${labels}, infused or not.`;
  return [{ code: "as-treated", label: "infused or randomised", text }];
}

/** Each cohort once, as a reader knows it. */
function labelsOf(entries: readonly Entry[]): string {
  return [...new Set(entries.map(({ cohort }) => cohort.label))].join(", ");
}

function withoutData(outcome: Outcome, groups: RowEvidence["groups"]): Remark[] {
  return groups
    .filter(
      ({ pool, classes }) => pool.k === 0 && classes.some((one) => outcome.appliesTo.includes(one)),
    )
    .map(({ short, long }) => ({
      code: "one-class",
      label: `no ${short} data`,
      text: `No ${long} cohort in this selection reports this outcome in a form that can be pooled.`,
    }));
}

/** With no event, or nothing but events, the rate is what the prior leaves possible. */
function noneOrAll(
  { short, long, pool: { status, n } }: CautionedGroup,
  { phrase }: Outcome,
): Remark[] {
  const none = status === "all-zero";
  if (n === null || !(none || status === "all-events")) return [];
  const who = none ? `None of the ${n}` : `All ${n}`;
  return [
    {
      code: none ? "no-events" : "all-events",
      label: `${none ? "none of" : "all"} ${n} ${short}`,
      text: `${who} ${long} patients ${phrase}; the rate shown is what the model still finds typical.`,
    },
  ];
}

function combinations({ short, entries }: CautionedGroup): Remark[] {
  const combined = entries.filter(({ cohort }) => cohort.regimen === "combination");
  if (combined.length === 0) return [];
  const text = `${short} given together with other myeloma drugs: ${labelsOf(combined)}.`;
  return [{ code: "combination", label: `${short} in combination`, text }];
}

function exposure(outcome: Outcome, groups: RowEvidence["groups"]): Remark[] {
  const pooled = groups.filter(({ pool }) => pool.k > 0);
  if (!outcome.timeDependent || pooled.length < 2) return [];
  const classes = new Set(pooled.flatMap((group) => group.classes));
  const followUps = pooled.map(({ short, pool }) => {
    const months = knownFollowUp(pool);
    return `${short} ${months === null ? "not reported for most" : `${months} months`}`;
  });
  return [
    {
      code: "exposure-differs",
      label: "exposure differs",
      text: `${classes.size > 1 ? "One infusion against continuous treatment; a" : "A"} proportion is not a rate. Median follow-up: ${followUps.join(", ")}.`,
    },
  ];
}

function productsDiffer({ short, productsDiffer: differ, pool }: CautionedGroup): Remark[] {
  if (differ === null) return [];
  const rates = pool.products.map(({ estimate }) => Math.round(estimate * 100));
  const [lowest, highest] = [Math.min(...rates), Math.max(...rates)];
  // Cohorts of one product may disagree while the products do not.
  if (differ === "spread" && highest - lowest < noticeableRange) {
    const text = `${short} cohorts spread widely within the class: a class average, not a product.`;
    return [{ code: "products-differ", label: `${short} results spread`, text }];
  }
  const text = `${rates.length} ${short} products range from ${lowest} to ${highest} of 100: a class average, not a product.`;
  return [{ code: "products-differ", label: `${short} products differ`, text }];
}

function populations(entries: readonly Entry[]): Remark[] {
  const remarks: Remark[] = [];
  const labels = (population: Entry["figure"]["population"]) =>
    labelsOf(entries.filter(({ figure }) => figure.population === population));
  const evaluable = labels("efficacy-evaluable");
  if (evaluable) {
    const text = `Counted over patients evaluable for efficacy (at least 90 % of those treated): ${evaluable}.`;
    remarks.push({ code: "evaluable-only", label: "evaluable only", text });
  }
  const randomised = labels("randomised");
  if (randomised) {
    const text = `Counted over all randomised patients, treated or not: ${randomised}.`;
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
  if (older && isGradedByScale(outcome)) {
    const text = "Some cohorts were graded by a scale older than ASTCT 2019.";
    remarks.push({ code: "older-grading", label: "older grading", text });
  }
  if (figures.some((figure) => "grades" in figure && figure.grades === "3-4")) {
    const text = "At least one cohort counts grades 3 and 4 only; fatal events are not in it.";
    remarks.push({ code: "grade-5-not-counted", label: "deaths not counted", text });
  }
  remarks.push(...definitionMixed(outcome, entries));
  const broad = entries.filter(({ figure }) => isBroad(outcome, figure));
  if (broad.length > 0) {
    const text = `Any neurotoxicity is counted for ICANS in: ${labelsOf(broad)}.`;
    remarks.push({ code: "definition-broad", label: "broad definition", text });
  }
  if (figures.some((figure) => "hazard" in figure && figure.hazard.approximated)) {
    const text = "Where no interval is printed, its width is approximated from the number treated.";
    remarks.push({ code: "variance-approximated", label: "interval approximated", text });
  }
  return remarks;
}

type Origin = NonNullable<Entry["figure"]["timeOrigin"]>;

const originNames: Readonly<Record<Origin, string>> = {
  infusion: "infusion",
  "first-dose": "the first dose",
  randomisation: "randomisation",
  leukapheresis: "cell collection",
};

/** Survival from a later start leaves out whoever died on the way to it. */
function timeOrigins(outcome: Outcome, groups: RowEvidence["groups"]): Remark[] {
  const origins = new Set(groups.flatMap(({ entries }) => entries.map(originOf)));
  if (outcome.kind !== "landmark" || origins.size < 2) return [];
  const ofGroups = groups.flatMap(({ short, entries }) => {
    const names = [...new Set(entries.map(originOf))].map((origin) => originNames[origin]);
    return names.length > 0 ? [`${short} from ${names.join(" or ")}`] : [];
  });
  const text = `Time is counted from different starts: ${ofGroups.join(", ")}.`;
  return [{ code: "time-origin-differs", label: "time start differs", text }];
}

/** As stated, or as is usual for who was counted. */
function originOf({ cohort, figure }: Entry): Origin {
  if (figure.timeOrigin !== null) return figure.timeOrigin;
  if (figure.population === "randomised") return "randomisation";
  return cohort.therapyClass === "car-t" ? "infusion" : "first-dose";
}

/** A row may read as one about all chosen products while one of them is not in it. */
function productsMissing({
  short: name,
  pool,
  entries,
  selectedProducts,
}: CautionedGroup): Remark[] {
  if (pool.k === 0) return [];
  const missing = selectedProducts.filter(
    (product) => !entries.some(({ cohort }) => cohort.product === product),
  );
  if (missing.length === 0) return [];
  const names = missing.join(", ");
  const few = missing.length <= mostNamed ? names : `${missing.length} ${name} products`;
  const text = `The ${name} rate of this row is without ${names}, whose cohorts could not be pooled.`;
  return [{ code: "products-missing", label: `without ${few}`, text }];
}

function typicalAgainstAverage({ short, pool }: CautionedGroup): Remark[] {
  const { estimate, marginal, crude } = pool;
  if (estimate === null || pool.k < 2) return [];
  const others = [marginal, crude].filter((value) => value !== null);
  if (!others.some((value) => Math.abs(value - estimate) * 100 >= noticeableGap)) return [];
  const show = (value: number | null) => (value === null ? "unknown" : (value * 100).toFixed(1));
  const text = `${short}: typical trial ${show(estimate)}, average over trials ${show(marginal)}, all patients together ${show(crude)} of 100.`;
  return [{ code: "typical-vs-average", label: `${short} average differs`, text }];
}

function overlap({ short, dropped }: CautionedGroup): Remark[] {
  if (dropped === 0) return [];
  const what = dropped === 1 ? "1 cohort was" : `${dropped} cohorts were`;
  const text = `${what} left out of ${short} for patients that are, or may be, counted already.`;
  return [{ code: "overlap-dropped", label: `${short} overlap left out`, text }];
}

/** The model asked for had no answer; the default one always has. */
function fallback({ short: name, because }: CautionedGroup): Remark[] {
  if (because === null) return [];
  const text = `That model has no answer for ${name} (${because}); the default one's is shown.`;
  return [{ code: "model-fallback", label: `${name} by another model`, text }];
}

function rowsRestOnDifferentCohorts(rows: readonly RowEvidence[]): boolean {
  const sets = rows
    .map((row) =>
      entriesOf(row)
        .map(({ cohort }) => cohort.id)
        .join(),
    )
    .filter((ids) => ids !== "");
  return new Set(sets).size > 1;
}
