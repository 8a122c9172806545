/**
 * The facts of a row by GRADE domain, for a guideline panel that rates them. Nothing is rated here: each fact is a
 * number of the answer, or a note of the row, which stands in exactly one domain.
 */

import type { Answer, Check, Pool, Row } from "#core/answer/answer.ts";
import { spreadOf } from "#core/answer/answer-notes.ts";
import { evidenceByProduct } from "#core/answer/evidence.ts";
import type { NoteCode } from "#core/answer/note-values.ts";
import { ratesOfTrials } from "#core/answer/ticks.ts";
import { dataset } from "#core/dataset.ts";
import { isOfFew, leastPatients } from "#core/evidence/small-trials.ts";
import { distinctTrials } from "#core/evidence/trials.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { type Population, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { classPlural } from "../words/class-names.ts";
import { counted, joined } from "../words/counts.ts";
import { populations } from "../words/figures-in-print.ts";
import { fixed } from "../words/numbers.ts";
import { productName, productNames } from "../words/product-name.ts";
import { spanText } from "../words/range-text.ts";
import { rateOf100 } from "../words/rates.ts";
import { ratioText } from "../words/ratios.ts";
import { uncapitalised, withCommas } from "../words/sentences.ts";
import { studyWordOf } from "../words/study-word.ts";
import { answeredChecks } from "./checks-view.ts";
import { differenceOf, isByTrial } from "./difference.ts";
import { fewEventsText, spreadOf as spreadOfRates, trialsOf } from "./extent.ts";
import { predictionIn } from "./figures.ts";
import { headToHeadText, isOfDeaths } from "./head-to-head.ts";
import { collectedInRow } from "./intention-to-treat.ts";
import { missingText } from "./missing.ts";
import { notPooledOf } from "./not-pooled.ts";
import { notesOfRow, type PlacedNote } from "./notes.ts";
import { countOf, rangeText } from "./plotted.ts";
import { percentagesText } from "./products.ts";
import { outsideText } from "./published.ts";
import { heterogeneityText } from "./statistics.ts";
import { type ClassTable, followUpOfClass, spreadFacts } from "./trials.ts";

export const gradeDomains = [
  "design",
  "inconsistency",
  "indirectness",
  "imprecision",
  "reporting",
] as const;

export type GradeDomain = (typeof gradeDomains)[number];

export interface GradeFact {
  /** `null` of a fact about both classes. */
  readonly group: TherapyClass | null;
  readonly text: string;
  /** The fact at length, which stands under the table; absent if the text says all. */
  readonly explanation?: string;
}

export type GradeFacts = Readonly<Record<GradeDomain, readonly GradeFact[]>>;

/** What randomised trials reported of the outcome in both arms. */
export interface RandomisedFact {
  /** "KarMMa-3" */
  readonly title: string;
  /** "Ide-cel v standard regimens: 71 v 42 of 100." */
  readonly texts: readonly string[];
  /** Their names say at which month survival was reported, "At 12 months"; else they are empty. */
  readonly drawings: readonly { readonly name: string }[];
}

interface RowInAnswer {
  readonly row: Row;
  readonly answer: Answer;
  /** The classes of the row as the report lists their trials. */
  readonly tables: readonly ClassTable[];
}

interface ClassInRow extends RowInAnswer {
  readonly group: TherapyClass;
  readonly pool: Pool;
  /** The cohorts whose figures are shown. */
  readonly cohorts: readonly ComputeCohort[];
}

/** Texts of which some are empty, because the fact does not apply. */
type Texts = readonly (string | false | null | undefined)[];

export function gradeFacts(
  row: Row,
  answer: Answer,
  tables: readonly ClassTable[],
  randomised: readonly RandomisedFact[],
): GradeFacts {
  const whole = { row, answer, tables };
  const classes = therapyClasses.flatMap((group): ClassInRow[] => {
    const pool = row.pools[group];
    const cohorts = cohortsOfClass(pool);
    return cohorts.length === 0 ? [] : [{ ...whole, group, pool, cohorts }];
  });
  const ofClasses = (textsOf: (of: ClassInRow) => Texts) =>
    classes.flatMap((of) => factsOf(of.group, textsOf(of)));
  const notes = notesOfRow(row, answer);
  const domain = (name: GradeDomain) => [
    ...notesOfDomain(name, notes),
    ...factsOf(null, checksOfDomain(name, row)),
  ];
  return {
    design: [
      ...ofClasses(designTexts),
      ...otherDesigns(row, answer, randomised),
      ...domain("design"),
    ],
    inconsistency: [
      ...ofClasses(inconsistencyTexts),
      ...factsOf(null, [outsideText(row.published?.outside ?? [])]),
      ...domain("inconsistency"),
    ],
    indirectness: [
      ...ofClasses(indirectnessTexts),
      ...factsOf(null, indirectnessOfBoth(whole)),
      ...domain("indirectness"),
    ],
    imprecision: [
      ...ofClasses(imprecisionTexts),
      ...imprecisionOfDifference(row),
      ...domain("imprecision"),
    ],
    reporting: [
      ...therapyClasses.flatMap((group) => reportingOf(group, whole)),
      ...domain("reporting"),
    ],
  };
}

function factsOf(group: GradeFact["group"], texts: Texts): GradeFact[] {
  return texts.flatMap((text) => (text ? [{ group, text }] : []));
}

/** Returns the cohorts in the number of a class or, without a number, those of the figures that stand in for it. */
export function cohortsOfClass(pool: Pool): ComputeCohort[] {
  const figures =
    pool.estimate === null
      ? evidenceByProduct(pool).flatMap(({ evidence }) => evidence)
      : pool.studies;
  const ids = new Set(figures.map(({ cohort }) => cohort));
  return dataset.cohorts.filter(({ id }) => ids.has(id));
}

/** The design of one or several studies; a randomised arm is read without its control. */
const designs: Readonly<Record<ComputeCohort["design"], (studies: string) => string>> = {
  "single-arm": (studies) => `${studies} without a control group`,
  "dose-escalation": (studies) => `${studies} of dose escalation without a control group`,
  "randomised-arm": (studies) => `${studies}, randomised against standard therapy only`,
  retrospective: (studies) => `${studies} looking back at records`,
};

/** "3 trials without a control group", "1 study of practice looking back at records" */
function designTexts({ cohorts }: ClassInRow): Texts {
  const kindOf = ({ evidence, design }: ComputeCohort) => `${evidence} ${design}`;
  return [...new Set(cohorts.map(kindOf))].flatMap((kind) => {
    const alike = cohorts.filter((cohort) => kindOf(cohort) === kind);
    const [first] = alike;
    if (first === undefined) return [];
    const count = distinctTrials(alike);
    const studies =
      first.evidence === "trial"
        ? counted(count, "trial")
        : `${counted(count, "study")} of practice`;
    return designs[first.design](studies);
  });
}

/** Evidence of another design than that of the figures: randomised arms against their control, matched patients. */
function otherDesigns(
  row: Row,
  { randomised: trials }: Answer,
  randomised: readonly RandomisedFact[],
): GradeFact[] {
  const isOfQuestion = ({ title }: RandomisedFact) => trials.some(({ label }) => label === title);
  const texts = randomised
    .filter(isOfQuestion)
    .map(({ title, texts, drawings }) =>
      withCommas([
        title,
        ...drawings.map(({ name }) => uncapitalised(name)),
        uncapitalised(texts.join(" ")).replace(/\.$/, ""),
      ]),
    );
  const outside = randomised.filter((fact) => !isOfQuestion(fact)).map(({ title }) => title);
  return factsOf(null, [
    texts.length > 0 && `randomised, each against its own standard therapy: ${texts.join("; ")}`,
    outside.length > 0 && `randomised, too: ${[...new Set(outside)].join("; ")}`,
    ...row.headToHead
      .filter((comparison) => !isOfDeaths(comparison, row))
      .map((comparison) => uncapitalised(headToHeadText(comparison))),
  ]);
}

function inconsistencyTexts({ row, group, pool, answer }: ClassInRow): Texts {
  const { k, estimate, studies, heterogeneity, i2 } = pool;
  if (isByTrial(row, group)) return ["by trial, never pooled"];
  if (estimate === null) return ["single figures, not pooled"];
  if (k === 1) return [`one ${studyWordOf(answer.query)}`];
  const isCount = row.shownAs === "counts";
  const rates = spreadOfRates(pool);
  const prediction = isCount ? null : predictionIn(row, group);
  return [
    isCount || rates === null
      ? `by trial ${studies.map(ofTrial).join(", ")}`
      : `${rates} in ${counted(ratesOfTrials(pool).length, studyWordOf(answer.query))}`,
    ...spreadFacts(pool),
    heterogeneity && heterogeneityText(heterogeneity, i2),
    prediction && `another ${studyWordOf(answer.query)} may show ${rangeText(prediction)}`,
    productsText(pool, isCount),
  ];
}

function ofTrial(study: Pool["studies"][number]): string {
  return study.events === null ? rateOf100(study.estimate) : countOf(study);
}

/** "by drug ide-cel 77 (49–92), cilta-cel 19 of 20"; empty for a single drug. */
function productsText({ products }: Pool, isCount: boolean): string {
  if (products.length < 2) return "";
  const texts = products.map((product) => {
    const { estimate, interval } = product;
    const hasRate = estimate !== null && interval !== null && !isCount && !isOfFew(product);
    const number = hasRate ? `${rateOf100(estimate)} (${rangeText(interval)})` : countOf(product);
    return `${productName(product.product)} ${number}`;
  });
  return `by drug ${texts.join(", ")}`;
}

function indirectnessTexts({ group, pool, row, cohorts }: ClassInRow): Texts {
  const entries = cohorts.map((cohort) => ({ cohort }));
  const spreadText = (name: string, of: (cohort: ComputeCohort) => number | null) => {
    const spread = spreadOf(entries, of);
    if (spread === null) return `${name} not reported`;
    const { trials, of: all } = spread;
    return `${name} ${spanText(spread)}${trials < all ? ` (${trials} of ${all} report it)` : ""}`;
  };
  return [
    spreadText("median age", ({ medianAge }) => medianAge),
    spreadText("median prior lines", ({ medianPriorLines }) => medianPriorLines),
    patientsCounted(group, pool),
    row.timeDependent && followUpOfClass(pool),
  ];
}

/** "counted over infused patients", "counted over treated patients (4 of 5) and all randomised patients (1 of 5)"; empty without a number. */
function patientsCounted(group: TherapyClass, { estimate, studies }: Pool): string {
  if (estimate === null) return "";
  const nameOf = (population: Population) =>
    group === "car-t" && population === "treated" ? "infused patients" : populations[population];
  const names = [...new Set(studies.map(({ population }) => nameOf(population)))];
  if (names.length === 0) return "";
  if (names.length === 1) return `counted over ${names.join("")}`;
  const parts = names.map((name) => {
    const alike = studies.filter(({ population }) => nameOf(population) === name);
    return `${name} (${alike.length} of ${studies.length})`;
  });
  return `counted over ${joined(parts)}`;
}

function indirectnessOfBoth({ row, answer }: RowInAnswer): Texts {
  return [
    differenceOf(row) && "naive comparison between separate trials",
    collectedInRow(row, answer.query).replace(/\.$/, ""),
  ];
}

function imprecisionTexts({ pool, row }: ClassInRow): Texts {
  const { n, events, estimate, interval } = pool;
  if (estimate === null) return [];
  return [
    events !== null && n !== null && `${counted(events, "event")} in ${n} patients`,
    isOfFew(pool) && `fewer than ${leastPatients} patients`,
    interval &&
      (row.shownAs === "counts"
        ? `interval ${rangeText(interval)} of 100`
        : `interval ${widthOf(interval.map((end) => 100 * end))} wide`),
    fewEventsText(pool),
  ];
}

/** The width between both ends as they are printed. */
function widthOf(ends: readonly number[]): string {
  const [lower = 0, upper = 0] = ends.map((end) => Number(fixed(end)));
  return fixed(upper - lower);
}

function imprecisionOfDifference(row: Row): GradeFact[] {
  const numbers = differenceOf(row);
  if (!numbers) return [];
  const { interval, includesZero, contrast } = numbers;
  const { oddsRatio, interval: oddsRatioInterval } = contrast;
  const where = includesZero ? "includes 0" : "stays clear of 0";
  return factsOf(null, [
    `interval of the difference ${widthOf(interval)} wide; it ${where}`,
    oddsRatio !== null && `odds ratio ${ratioText(oddsRatio, oddsRatioInterval)}`,
  ]);
}

function reportingOf(group: TherapyClass, { row, answer, tables }: RowInAnswer): GradeFact[] {
  const pool = row.pools[group];
  if (!row.appliesTo.includes(group) || answer.selection.cohorts[group] === 0) return [];
  const noun = studyWordOf(answer.query);
  const { silent, refused } = withoutFigure(group, pool, tables);
  const withoutCount = percentagesText(pool);
  const isSilent = silent.trials > 0 && refused.length + cohortsOfClass(pool).length === 0;
  return [
    ...factsOf(group, [!isSilent && countedText(group, row, answer)]),
    ...(silent.trials === 0
      ? []
      : [
          {
            group,
            text: `not reported in ${counted(silent.trials, noun)}`,
            explanation: `${silent.text}.`,
          },
        ]),
    ...(refused.length === 0
      ? []
      : [
          {
            group,
            text: `${counted(refused.length, "figure")} not counted`,
            explanation: `Not counted for ${classPlural[group]}: ${refused.map(({ label, text }) => `${label}: ${text}`).join("; ")}.`,
          },
        ]),
    ...factsOf(group, [withoutCount && `without a count: ${withoutCount}`]),
  ];
}

/** "counted in 3 of 5 trials, without elranatamab", or what there is instead of a number. */
function countedText(group: TherapyClass, row: Row, answer: Answer): string {
  const { k, of, estimate, missing } = row.pools[group];
  const noun = studyWordOf(answer.query);
  if (isByTrial(row, group)) {
    const trials = distinctTrials(cohortsOfClass(row.pools[group]));
    return `a figure, bound or median in ${trialsOf(noun, trials, of)}`;
  }
  if (estimate === null) return missingText(group, row, answer) ?? "";
  const without = missing.length > 0 && `without ${productNames(missing)}`;
  return withCommas([`counted in ${trialsOf(noun, k, of)}`, without]);
}

/** Returns the trials of a class that report no figure, and the figures that do not count, each with the reason. */
function withoutFigure(group: TherapyClass, pool: Pool, tables: readonly ClassTable[]) {
  const lines = tables
    .filter((table) => table.group === group)
    .flatMap(({ products }) => products.flatMap(({ trials }) => trials));
  const listed = new Set(lines.map(({ cohort }) => cohort));
  const trialsWithFigure = new Set(cohortsOfClass(pool).map(({ trial }) => trial));
  const trialOf = (id: string) => dataset.cohorts.find((cohort) => cohort.id === id)?.trial ?? id;
  // Another cohort of a trial that has a figure is no trial without one.
  const notPooled = pool.notPooled.filter(
    ({ cohort, reason }) =>
      reason.code !== "not-reported" || !trialsWithFigure.has(trialOf(cohort)),
  );
  const silent = notPooled.filter(({ reason }) => reason.code === "not-reported");
  const texts = notPooledOf({ pools: { [group]: { ...pool, notPooled } } }, listed);
  return {
    silent: {
      trials: new Set(silent.map(({ cohort }) => trialOf(cohort))).size,
      text: texts.silent,
    },
    refused: texts.said,
  };
}

/** The domain of each note of a row; `null` where facts say it. Notes of the whole answer stand under the table. */
const domainOfNote: Readonly<Partial<Record<NoteCode, GradeDomain | null>>> = {
  "one-trial-carries": "imprecision",
  "other-trials": "reporting",
  "above-whole": "reporting",
  "figures-missing": null,
  "follow-up": "indirectness",
  infections: "indirectness",
  regimen: "indirectness",
  "patients-counted": "indirectness",
  grading: "reporting",
  "deaths-apart": "reporting",
  "cuts-and-overlap": "reporting",
};

/** A note without a domain of its own stands with what makes a comparison indirect. */
function notesOfDomain(domain: GradeDomain, notes: readonly PlacedNote[]): GradeFact[] {
  return notes
    .filter(({ code }) => {
      const place = domainOfNote[code];
      return (place === undefined ? "indirectness" : place) === domain;
    })
    .map(({ group, label, text }) => ({
      group: therapyClasses.find((name) => name === group) ?? null,
      text: label,
      explanation: text,
    }));
}

const domainOfCheck: Readonly<Record<Check["check"], GradeDomain>> = {
  place: "indirectness",
  product: "inconsistency",
  dose: "indirectness",
  papers: "reporting",
  collected: "indirectness",
  model: "imprecision",
  "equal-age": "indirectness",
};

/** "difference without any one drug, weakest without cilta-cel: 11, −18 to 28; unclear" */
function checksOfDomain(domain: GradeDomain, row: Row): Texts {
  const numbers = differenceOf(row);
  if (!numbers) return [];
  return answeredChecks(numbers.contrast)
    .filter(({ check }) => domainOfCheck[check] === domain)
    .map(({ line: { name, number, range, holds } }) => {
      const result = withCommas([number, range]);
      return `check, ${uncapitalised(name)}: ${result}; ${holds ? "holds" : "unclear"}`;
    });
}

/** Tells whether no trial has figures of both classes in a row. */
export function areTrialsSeparate({ pools }: Pick<Row, "pools">): boolean {
  const [carT = [], bsab = []] = therapyClasses.map((group) => cohortsOfClass(pools[group]));
  return distinctTrials([...carT, ...bsab]) === distinctTrials(carT) + distinctTrials(bsab);
}
