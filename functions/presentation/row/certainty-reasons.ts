/**
 * States, for each domain of GRADE, why the certainty of a row is what it is: the design of its trials, patients other
 * than those of the other class, spread between trials, imprecision, and missing figures. Each text is made of numbers
 * of the answer and of labels of its notes.
 */
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { summariseSpreadOfMedians } from "#core/answer/answer-notes.ts";
import { listApartTrials, listFiguresByTrial } from "#core/answer/figures-of-trials.ts";
import {
  countTrialsIncludingPooled,
  hasFewPatients,
  leastPatients,
} from "#core/evidence/trials.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { type Population, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { populations } from "../words/figures-in-print.ts";
import { chooseStudyWord, classAdjective, unreported } from "../words/names.ts";
import { formatFixedDigits, formatSpan } from "../words/numbers.ts";
import { type Domain, type Fact, placeFacts } from "../words/places.ts";
import { nameProducts } from "../words/product-name.ts";
import { shortenRegion } from "../words/properties.ts";
import {
  formatCountWithNoun,
  joinByCommas,
  joinBySemicolons,
  joinWithConjunction,
  pluralise,
  uncapitalise,
} from "../words/sentences.ts";
import { describeFollowUpOfClass } from "./class-tables.ts";
import { findDifferenceNumbers, isClassShownByTrialOnly } from "./difference.ts";
import {
  describeFewEvents,
  describeShareOfTrials,
  formatRateRangeIfThreeTrials as spreadOfRates,
} from "./extent.ts";
import { hasNumber, isRowOfDeaths, listCohortsInNumberElseStandIns } from "./figures.ts";
import { describeHeadToHeadComparison, isDeathComparisonUnderPfs } from "./head-to-head.ts";
import { describeWhyNoNumber } from "./missing.ts";
import { listGroupFacts, listNotes } from "./notes.ts";
import { formatEventCount } from "./plotted.ts";
import {
  describePublishedWhereOursIsMissing,
  describeRowOutsidePublishedPools,
} from "./published-view.ts";

const reasonNames: Readonly<Record<Domain, string>> = {
  design: "Design",
  patients: "Other patients",
  spread: "Spread of trials",
  imprecision: "Imprecision",
  missing: "Missing",
};

export interface CertaintyReason {
  /** Names the domain, as in "Other patients". */
  readonly name: string;
  readonly text: string;
}

/** Holds a class with the cohorts whose figures are shown, and the populations that these figures count. */
interface PatientsOfClass {
  readonly group: TherapyClass;
  readonly cohorts: readonly ComputeCohort[];
  readonly populations: readonly Population[];
}

interface ClassInRow extends PatientsOfClass {
  readonly pool: Pool;
  readonly row: Row;
  readonly answer: Answer;
}

/**
 * Returns the classes of a row that the question selects, each with the cohorts in its number, or in the figures that
 * stand in for it, and with the populations that its number counts.
 */
function listClassesInRow(row: Row, answer: Answer): ClassInRow[] {
  return therapyClasses
    .filter((group) => row.appliesTo.includes(group) && answer.selection.cohorts[group] > 0)
    .map((group) => {
      const pool = row.pools[group];
      const studies = hasNumber(pool) ? pool.studies : [];
      const populations = studies.map(({ population }) => population);
      return {
        group,
        cohorts: listCohortsInNumberElseStandIns(pool),
        populations,
        pool,
        row,
        answer,
      };
    });
}

export interface CommonReasons {
  /** Lists the reasons that hold for every row, unless a row says otherwise. */
  readonly reasons: readonly CertaintyReason[];
  readonly facts: readonly PatientFact[];
}

/** Returns what the trials of all rows together are: their design, and whom they enrolled and count. */
export function makeCommonCertaintyReasons(
  rows: readonly { readonly row: Row; readonly answer: Answer }[],
): CommonReasons {
  const inRows = rows.flatMap(({ row, answer }) => listClassesInRow(row, answer));
  const classes = therapyClasses.flatMap((group): PatientsOfClass[] => {
    const ofClass = inRows.filter((of) => of.group === group);
    const cohorts = [...new Set(ofClass.flatMap((of) => of.cohorts))];
    const populations = [...new Set(ofClass.flatMap((of) => of.populations))];
    return cohorts.length === 0 ? [] : [{ group, cohorts, populations }];
  });
  const facts = listPatientFacts(classes);
  return {
    reasons: listNamedCertaintyReasons({
      design: describeStudyDesigns(classes.flatMap((of) => of.cohorts)),
      patients: joinBySemicolons(facts.map((fact) => describePatientFact(fact, rows[0]?.answer))),
    }),
    facts,
  };
}

/** Lists the reasons of a row besides the common ones, in the order of the domains. */
export function listCertaintyReasonsBesideCommon(
  row: Row,
  answer: Answer,
  common: CommonReasons,
): CertaintyReason[] {
  const all = listClassesInRow(row, answer);
  const shown = all.filter(({ cohorts }) => cohorts.length > 0);
  const noted = placeFacts("finding", listNotedReasons(shown, row, answer));
  const clauses: Readonly<Record<Domain, readonly string[]>> = {
    design: listHeadToHeadTexts(row, answer),
    patients: [
      ...listPatientFacts(shown)
        .filter((fact) => !isPatientFactStatedForAllRows(fact, common.facts))
        .map((fact) => describePatientFact(fact, answer)),
      row.timeDependent
        ? describeClassesOnceIfSame(shown, ({ pool }) => describeFollowUpOfClass(pool))
        : "",
    ],
    spread: [
      describeClassesOnceIfSame(shown, describeSpreadOfTrials),
      uncapitalise(describeRowOutsidePublishedPools(row.published?.outside ?? [])),
    ],
    imprecision: [
      describeIntervalWidth(row, shown),
      describeClassesOnceIfSame(shown, describeFewPatientsOrEvents),
    ],
    missing: [
      ...new Set(all.map(describeMissingFigures)),
      isRowOfDeaths(row) ? uncapitalise(describePublishedWhereOursIsMissing(row, answer)) : "",
    ],
  };
  const texts = Object.fromEntries(
    (Object.keys(reasonNames) as Domain[]).map((reason) => [
      reason,
      joinBySemicolons([...clauses[reason], ...noted(reason)]),
    ]),
  );
  return listNamedCertaintyReasons({ ...texts, missing: texts.missing || "none" });
}

function listNamedCertaintyReasons(
  texts: Readonly<Partial<Record<Domain, string>>>,
): CertaintyReason[] {
  return (Object.keys(reasonNames) as Domain[]).flatMap((reason) => {
    const text = texts[reason];
    return text ? [{ name: reasonNames[reason], text }] : [];
  });
}

/** Returns what each class has, as in "CAR-T 73–97; bispecific 61–77"; once if both have the same. */
function describeClassesOnceIfSame(
  classes: readonly ClassInRow[],
  describe: (of: ClassInRow) => string,
): string {
  const texts = classes.map((of) => ({ group: of.group, text: describe(of) }));
  const isSame = texts.every(({ text }) => text === texts[0]?.text);
  if (isSame && texts.length > 1) return texts[0]?.text ?? "";
  return joinBySemicolons(
    texts.map(
      ({ group, text }) => text && nameClassAsPrefixUnlessOnly(group, classes[0]?.answer) + text,
    ),
  );
}

/** Names a class before what is said of it alone, as in "CAR-T "; empty if the answer has no other class. */
function nameClassAsPrefixUnlessOnly(group: TherapyClass, answer: Answer | undefined): string {
  const isOnly = therapyClasses.some((name) => answer?.selection.cohorts[name] === 0);
  return isOnly ? "" : `${classAdjective[group]} `;
}

/** Describes the design of studies. An arm of a randomised trial is read without its control. */
const designs: Readonly<Record<ComputeCohort["design"], string>> = {
  "single-arm": "without a control group",
  "dose-escalation": "of dose escalation without a control group",
  "randomised-arm": "randomised v standard therapy only",
  retrospective: "looking back at records",
};

/** Returns text such as "7 trials without a control group, 2 trials of dose escalation without a control group". */
function describeStudyDesigns(cohorts: readonly ComputeCohort[]): string {
  const kindOf = ({ evidence, design }: ComputeCohort) => `${evidence} ${design}`;
  const texts = [...new Set(cohorts.map(kindOf))].flatMap((kind) => {
    const alike = cohorts.filter((cohort) => kindOf(cohort) === kind);
    const [first] = alike;
    if (first === undefined) return [];
    const count = countTrialsIncludingPooled(alike);
    const studies =
      first.evidence === "trial"
        ? formatCountWithNoun(count, "trial")
        : `${count} real-world ${count === 1 ? "study" : pluralise("study")}`;
    return `${studies} ${designs[first.design]}`;
  });
  return joinByCommas(texts);
}

/** Lists results of studies that set the classes against each other, with what makes them doubtful. */
function listHeadToHeadTexts(row: Row, { selection }: Answer): string[] {
  if (therapyClasses.some((group) => selection.cohorts[group] === 0)) return [];
  return row.headToHead
    .filter((comparison) => !isDeathComparisonUnderPfs(comparison, row))
    .map((comparison) => uncapitalise(describeHeadToHeadComparison(comparison)));
}

/** Holds a fact about the patients of each class, as in "median age", "60–61" and "64–70 (4 of 5)". */
interface PatientFact {
  readonly name: string;
  readonly texts: readonly {
    readonly group: TherapyClass;
    readonly text: string;
    /** States how many trials report it, as in " (4 of 5)"; empty if all do. */
    readonly share: string;
  }[];
}

/**
 * Returns whom the trials of each class enrolled, and whom they count: median age, median prior lines, patients
 * counted, and regions.
 */
function listPatientFacts(classes: readonly PatientsOfClass[]): PatientFact[] {
  const factOf = (
    name: string,
    of: (patients: PatientsOfClass) => Readonly<Record<"text" | "share", string>>,
  ) => ({ name, texts: classes.map((patients) => ({ group: patients.group, ...of(patients) })) });
  return [
    factOf("median age", ({ cohorts }) =>
      makeMedianSpanFact(cohorts, ({ medianAge }) => medianAge),
    ),
    factOf("median prior lines", ({ cohorts }) =>
      makeMedianSpanFact(cohorts, ({ medianPriorLines }) => medianPriorLines),
    ),
    factOf("counting", (patients) => ({ text: describeWhomClassCounts(patients), share: "" })),
    factOf("from", ({ cohorts }) => makeRegionsFact(cohorts)),
  ];
}

/**
 * Tells whether the reasons for all rows already state the fact, so that a row need not repeat it. Regions are stated
 * for all rows only.
 */
function isPatientFactStatedForAllRows(
  { name, texts }: PatientFact,
  facts: readonly PatientFact[],
): boolean {
  const common = facts.find((fact) => fact.name === name);
  return (
    name === "from" ||
    texts.every(
      ({ group, text }) =>
        text === "" || common?.texts.find((of) => of.group === group)?.text === text,
    )
  );
}

/**
 * Returns text such as "median age 60–61 v 64–70 (4 of 5)", "CAR-T median age 61" if only one class has a figure; empty if
 * nothing is known of any class.
 */
function describePatientFact({ name, texts }: PatientFact, answer: Answer | undefined): string {
  const known = texts.filter(({ text }) => text !== "");
  const [only, another] = known;
  if (only === undefined || known.every(({ text }) => text === unreported)) return "";
  if (another === undefined) {
    return `${nameClassAsPrefixUnlessOnly(only.group, answer)}${name} ${only.text}${only.share}`;
  }
  const parts = [...new Set(known.map(({ text, share }) => text + share))];
  return `${name} ${parts.join(" v ")}`;
}

/**
 * Returns the span of the medians of the trials, as in "60–61", with how many trials report theirs unless all do;
 * `unreported` if none does.
 *
 * @param of Returns the median of a cohort.
 */
function makeMedianSpanFact(
  cohorts: readonly ComputeCohort[],
  of: (cohort: ComputeCohort) => number | null,
) {
  const spread = summariseSpreadOfMedians(
    cohorts.map((cohort) => ({ cohort })),
    of,
  );
  if (spread === null) return { text: unreported, share: "" };
  return { text: formatSpan(spread), share: formatCountUnlessAll(spread.trials, spread.total) };
}

/** Returns " (3 of 4)" for what is known of some of the trials only. */
function formatCountUnlessAll(known: number, of: number): string {
  return known < of ? ` (${known} of ${of})` : "";
}

/**
 * Returns the regions of the trials, as in "China, US and several regions", with how many trials report theirs unless
 * all do; `unreported` if none does.
 */
function makeRegionsFact(cohorts: readonly ComputeCohort[]) {
  const placed = cohorts.filter(({ region }) => region !== null);
  const names = [
    ...new Set(placed.flatMap(({ region }) => (region ? nameTrialRegion(region) : []))),
  ];
  const share = formatCountUnlessAll(
    countTrialsIncludingPooled(placed),
    countTrialsIncludingPooled(cohorts),
  );
  return names.length === 0
    ? { text: unreported, share: "" }
    : { text: joinWithConjunction(names), share };
}

function nameTrialRegion(region: NonNullable<ComputeCohort["region"]>): string {
  return region === "multinational" ? "several regions" : shortenRegion(region);
}

/** Names whom a class counts, as in "infused", "treated and all randomised patients"; empty without a number. */
function describeWhomClassCounts({ group, populations: counted }: PatientsOfClass): string {
  const nameOf = (population: Population) =>
    population === "treated"
      ? { "car-t": "infused", bsab: "treated" }[group]
      : populations[population];
  return joinWithConjunction([...new Set(counted.map(nameOf))]);
}

/** Returns text such as "73–97, I² 85 %", "12 of 20 and 5 of 9", "by trial, never pooled". */
function describeSpreadOfTrials({ row, group, pool, answer }: ClassInRow): string {
  const { i2 } = pool;
  const figures = listFiguresByTrial(pool);
  if (isClassShownByTrialOnly(row, group)) return "by trial, never pooled";
  if (!hasNumber(pool)) return "single figures, not pooled";
  if (figures.length === 1) return `one ${chooseStudyWord(answer.query)}`;
  const rates = row.numberForm === "counts" ? null : spreadOfRates(pool);
  return joinByCommas([
    rates ?? joinWithConjunction(figures.map((figure) => formatEventCount(figure))),
    i2 !== null && `I² ${Math.round(i2)} %`,
  ]);
}

/** Returns how wide the interval of the difference is or, without a difference, that of each class. */
function describeIntervalWidth(row: Row, classes: readonly ClassInRow[]): string {
  const numbers = findDifferenceNumbers(row);
  if (numbers) {
    const where = numbers.includesZero ? "includes 0" : "clear of 0";
    return `interval ${formatIntervalWidth(numbers.interval)} wide, ${where}`;
  }
  return describeClassesOnceIfSame(classes, ({ pool }) => {
    const ofTrials = listApartTrials(pool).map(({ interval }) => interval);
    const intervals = pool.interval ? [pool.interval] : ofTrials;
    const widths = intervals.map((ends) => formatIntervalWidth(ends.map((end) => 100 * end)));
    const noun = widths.length === 1 ? "interval" : "intervals";
    return widths.length === 0 ? "" : `${noun} ${joinWithConjunction(widths)} wide`;
  });
}

/** Returns the distance between the two ends as they are printed. */
function formatIntervalWidth(ends: readonly number[]): string {
  const [lower = 0, upper = 0] = ends.map((end) => Number(formatFixedDigits(end)));
  return formatFixedDigits(upper - lower);
}

/** Returns text such as "fewer than 30 patients", "2 events: size depends on the model". */
function describeFewPatientsOrEvents({ pool }: ClassInRow): string {
  if (pool.estimate === null) return "";
  return joinByCommas([
    hasFewPatients(pool) && `fewer than ${leastPatients} patients`,
    describeFewEvents(pool),
  ]);
}

/** More drugs than this are counted instead of named. */
const mostNamed = 4;

/** Returns text such as "CAR-T counted in 3 of 5 trials, without elranatamab", or why there is no number; empty if none is missing. */
function describeMissingFigures({ group, row, pool, answer, cohorts }: ClassInRow): string {
  const { k, selectedTrials, missingProducts } = pool;
  if (isClassShownByTrialOnly(row, group)) {
    const trials = describeShareOfTrials(
      chooseStudyWord(answer.query),
      countTrialsIncludingPooled(cohorts),
      selectedTrials,
    );
    return `${nameClassAsPrefixUnlessOnly(group, answer)}a figure, bound or median in ${trials}`;
  }
  if (!hasNumber(pool)) return describeWhyNoNumber(group, row, answer) ?? "";
  const names =
    missingProducts.length > mostNamed
      ? formatCountWithNoun(missingProducts.length, "drug")
      : nameProducts(missingProducts);
  const without = missingProducts.length > 0 && `without ${names}`;
  if (k >= selectedTrials) return without || "";
  const counted = `counted in ${describeShareOfTrials(chooseStudyWord(answer.query), k, selectedTrials)}`;
  return joinByCommas([nameClassAsPrefixUnlessOnly(group, answer) + counted, without]);
}

/** Lists the notes of a row by their labels, and the trials that carry a side. */
function listNotedReasons(classes: readonly ClassInRow[], row: Row, answer: Answer): Fact[] {
  const carried = classes.flatMap(({ group }) =>
    listGroupFacts(group, row, answer).filter(({ code }) => code === "one-trial-carries"),
  );
  const labels = listNotes(row, answer).flatMap(({ code, group, label }) => {
    const of = therapyClasses.find((name) => name === group);
    const text = of === undefined ? label : `${classAdjective[of]}: ${label}`;
    return code === "one-trial-carries" ? [] : { code, text };
  });
  return [...carried, ...labels];
}
