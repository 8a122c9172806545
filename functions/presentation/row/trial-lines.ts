/** Lists the trials of a class, each with its drawing, its count and its source. */
import type { Answer, Citation, Pool, Row, Study } from "#core/answer/answer.ts";
import {
  type Evidence,
  listEvidenceByProduct,
  type ProductEvidence,
} from "#core/answer/evidence.ts";
import { dataset } from "#core/dataset.ts";
import type { NotInfused } from "#core/others/not-infused.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { type Population, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import {
  deathsSeparate,
  figureTexts,
  gradesOfFigure,
  populations,
} from "../words/figures-in-print.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { nameProduct, nameProductWithRegimen } from "../words/product-name.ts";
import { describeSignature } from "../words/review.ts";
import { joinByCommas } from "../words/sentences.ts";
import { formatMarkValue, makeEvidenceMarks } from "./evidence-marks.ts";
import { describeApheresedCount } from "./intention-to-treat.ts";
import { describePooling, describeShare } from "./names.ts";
import {
  formatEventCount,
  makeIntervalTextAndBar,
  makePlottedRate,
  type Plotted,
} from "./plotted.ts";
import { sumSeparateDeathsByProduct } from "./separate-deaths.ts";
import { formatSampleSize } from "./uncounted.ts";

export interface TrialLine {
  readonly cohort: string;
  readonly label: string;
  /** The name leads to the place with this id in the record of the trial; absent if it leads to the whole record. */
  readonly place?: string | undefined;
  /** Names the drug of the trial; empty if the name of the trial has it. */
  readonly drug: string;
  /**
   * Names the other outcome that the figures count, as in "neurotoxicity", "deaths apart"; empty for the outcome of the
   * row.
   */
  readonly of: string;
  /** The drawing is `null` if the figure does not lie on the axis of the row. */
  readonly drawn: Plotted | null;
  /** True if the line is of patients whom no number could count, so that no box leaves them out. */
  readonly isOutside?: true;
  /** Lists first the figure of the row, then figures over all apheresed. */
  readonly figures: readonly CitedText[];
  /** States who checked the trial; absent while nobody has. */
  readonly review?: string;
  /** Holds the text of the first figure in parts, for columns; absent if the line is text alone, and in an opened row. */
  readonly parts?: FigureParts;
}

export interface FigureParts {
  /** States what the number rests on, as in "94 of 97", "n 339", "48 patients", "by the median". */
  readonly basis: string;
  /** States the weight of the trial in the number of its class, in percent; `null` if no number includes it. */
  readonly weight: number | null;
  /** Lists what distinguishes the figure, as in "27.7 mo", "over all randomised patients". */
  readonly facts: readonly string[];
}

interface CitedText {
  readonly text: string;
  readonly citation: Citation | null;
}

/** Holds the pool, row and question that a figure belongs to. */
export interface Place extends Pick<Answer, "query"> {
  readonly pool: Pool;
  readonly row: Row;
  /** True if no number stands above the lines: then no line has a weight in it, and each names its own grades. */
  readonly isWithoutNumber?: true;
}

/** Figures of these kinds are part of no number, but stand where trials are listed one by one. */
const furtherKinds: readonly Evidence["as"][] = ["small-trial", "percentage", "other-regimen"];

/** Holds the line of a trial, with the outcome and the data cut under which its record lists the figure. */
interface LineOfRecord extends TrialLine {
  /** True if the figure is one that the row pools, or shows by itself where it pools none. */
  readonly isCounted: boolean;
  /** `outcome` is `null` for a median. */
  readonly printed: { readonly outcome: string | null; readonly cut: string };
}

/** Returns the pooled rate of a class in a row, 0 to 1; `null` without a number. */
export function findPooledRateOfClass(
  { pools }: Pick<Row, "pools">,
  group: TherapyClass,
): number | null {
  return pools[group].estimate;
}

/**
 * Returns the figure of a cohort that the rows of an answer count for an outcome; `null` if none does.
 */
export function findPooledStudyOfCohort(
  rows: readonly Row[],
  cohort: string,
  outcome: string,
): Study | null {
  const studies = rows
    .filter((row) => row.outcome === outcome)
    .flatMap(({ pools }) => therapyClasses.flatMap((group) => pools[group].studies));
  return studies.find((study) => study.cohort === cohort) ?? null;
}

/**
 * Lists a line for each trial of a class that reported the outcome of a row or a stand-in for it.
 */
export function listTrialLinesOfClass(
  row: Row,
  group: TherapyClass,
  { query }: Pick<Answer, "query">,
): LineOfRecord[] {
  const place: Place = { pool: row.pools[group], row, query, isWithoutNumber: true };
  return listEvidenceByProduct(place.pool)
    .flatMap(({ evidence, hidden }) => [
      ...evidence,
      ...hidden.filter(({ as }) => furtherKinds.includes(as)),
    ])
    .filter(({ as }) => as !== "median")
    .map((entry) => (entry.as === "other-regimen" ? { ...entry, as: "by-trial" as const } : entry))
    .map((entry) => ({
      ...makeTrialLine(entry, place),
      isCounted: place.pool.studies.some(
        ({ cohort, cut }) => cohort === entry.cohort && cut === entry.cut,
      ),
      printed: { outcome: findOutcomeOfEvidence(entry, row), cut: entry.cut },
    }));
}

/**
 * Returns the id of the outcome under which a record lists the figure; `null` if the figure is a median or follows
 * from one.
 */
function findOutcomeOfEvidence(entry: Evidence, row: Row): string | null {
  if (entry.as === "median") return null;
  if (entry.as !== "bound") return entry.outcome ?? row.outcome;
  return entry.month === null ? null : `${parseSurvivalFamily(row.outcome)}-${entry.month}`;
}

/** Lists the stand-ins of a product and its small trials. */
export function listTrialLinesOfProduct(
  { evidence, hidden }: Pick<ProductEvidence, "evidence" | "hidden">,
  place: Place,
): TrialLine[] {
  const smallTrials = hidden.filter(({ as }) => as === "small-trial");
  return [...evidence, ...smallTrials].map((entry) => makeTrialLine(entry, place));
}

export function makeTrialLine(entry: Evidence, place: Place): TrialLine {
  const [mark] = makeEvidenceMarks([
    entry.as === "other-regimen" ? { ...entry, as: "by-trial" } : entry,
  ]);
  const basis = mark?.count || describeBasisOfFigureWithoutCount(entry);
  const isWeighted = entry.as === "counted" && place.pool.k > 1 && !place.isWithoutNumber;
  const weight = isWeighted ? entry.weight : null;
  const weightText = weight === null ? "" : `weight ${formatTrialWeight(weight)}`;
  const facts = listFactsOfFigure(entry, place, weightText);
  const review = describeSignature(dataset.review.signed[entry.cohort]);
  return {
    cohort: entry.cohort,
    label: entry.label,
    drug: nameDrugUnlessInTrialName(
      entry.label,
      nameProductWithRegimen(entry.product, entry.regimen),
    ),
    of: mark?.of ?? "",
    drawn: mark
      ? {
          number: mark.kind === "about" ? mark.text : formatMarkValue(mark),
          ...makeIntervalTextAndBar(mark.interval),
          marks: [{ at: mark.at, kind: mark.kind === "figure" ? "estimate" : mark.kind }],
          filled: entry.as === "counted" || entry.as === "by-trial",
        }
      : null,
    figures: [
      {
        text: [basis, ...facts].filter((part) => part !== "").join(" · "),
        citation: entry.citation,
      },
      ...listIntentionToTreatTexts(entry, place.pool),
    ],
    ...(review && { review }),
    ...(mark && {
      parts: { basis, weight, facts: facts.filter((fact) => fact !== weightText) },
    }),
  };
}

/** Returns the name of a drug; empty if the label of its trial has it, as in "BMS-986354 (NEX-T BCMA CAR-T) phase 1". */
function nameDrugUnlessInTrialName(label: string, drug: string): string {
  const wordsOf = (name: string) =>
    ` ${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim()} `;
  return wordsOf(label).includes(wordsOf(drug)) ? "" : drug;
}

function describeBasisOfFigureWithoutCount(entry: Evidence): string {
  switch (entry.as) {
    case "percentage":
      return formatSampleSize(entry.n);
    case "median":
      return figureTexts.median(entry.months);
    case "bound":
      return entry.month === null ? "by the median" : `at ${formatPlainNumber(entry.month)} months`;
    default:
      return entry.n === null ? "" : `${entry.n} patients`;
  }
}

/** Returns the follow-up of a data cut, as in "14.7 mo". */
export function formatFollowUpMonths(months: number | null): string {
  return months === null ? "follow-up not reported" : `${formatPlainNumber(months)} mo`;
}

/**
 * Lists what distinguishes a figure from a figure of treated patients at the primary data cut.
 *
 * @param weight Text such as "weight 22 %"; empty if no number includes the figure.
 */
function listFactsOfFigure(
  entry: Evidence,
  { pool, row, query, isWithoutNumber }: Place,
  weight: string,
): string[] {
  const { grades, timeDependent } = row;
  const { cut, followUpMonths, population } = entry;
  const study = gatherStudiesOfPool(pool).find(
    (trial) => trial.cohort === entry.cohort && trial.cut === cut,
  );
  const isMixed = grades !== null && ![0, grades.trials].includes(grades.withDeaths);
  const hasOwnGrades = isMixed || isWithoutNumber === true;
  const isOtherCut = cut !== "primary" && cut !== query.cut;
  const facts = [
    // If events do not accumulate over time, the follow-up of the primary data cut does not matter.
    (timeDependent || isOtherCut) && formatFollowUpMonths(followUpMonths),
    study !== undefined && describePooling(study),
    weight,
    // Events that a source calls severe without a grade may be of another grade than the row.
    (hasOwnGrades || study?.grades === "severe") &&
      study?.grades !== undefined &&
      gradesOfFigure[study.grades],
    describePopulationUnlessTreated(population),
    entry.as === "label-pool" && entry.isOfAllLines && "all lines",
    "ofSelected" in entry && describeShare(entry),
    study?.countFrom === "infused" && "derived from the infused",
    isOtherCut && "not the primary data cut",
  ];
  return facts.filter((fact) => fact !== false).filter((fact) => fact !== "");
}

function gatherStudiesOfPool({
  studies,
  smallTrials = [],
  broader,
  narrower = [],
  otherRegimen,
}: Pool): Study[] {
  const parts = narrower.flatMap((part) => part.studies);
  return [...studies, ...smallTrials, ...broader, ...parts, ...(otherRegimen?.studies ?? [])];
}

/** Returns a weight as in "22 %", "< 1 %". */
export function formatTrialWeight(percent: number): string {
  return percent > 0 && percent < 0.5 ? "< 1 %" : `${Math.round(percent)} %`;
}

/** Names the population of a figure, unless it is everybody who was treated. */
function describePopulationUnlessTreated(population: Population): string | false {
  return population !== "treated" && `over ${populations[population]}`;
}

/** Lists the figures of a trial over all patients who were to be treated; only CAR-T has them. */
function listIntentionToTreatTexts({ cohort, as }: Evidence, pool: Pool): readonly CitedText[] {
  if (as !== "counted" && as !== "by-trial") return [];
  return listIntentionToTreatFigures(pool)
    .filter((figure) => figure.cohort === cohort)
    .map(({ text, citation }) => ({ text, citation }));
}

interface WholeFigure extends CitedText, Pick<Study, "cohort" | "label" | "product"> {}

/** Lists figures over all randomised or collected: as reported, else derived from those infused. */
function listIntentionToTreatFigures({ studies: counted, intentionToTreat }: Pool): WholeFigure[] {
  if (intentionToTreat === null) return [];
  const { studies, collected } = intentionToTreat;
  const isInPool = (figure: Study) =>
    counted.some(
      ({ cohort, population }) => cohort === figure.cohort && population === figure.population,
    );
  return [
    ...studies
      .filter((figure) => !isInPool(figure))
      .map((figure) => ({
        ...figure,
        text: `${figure.events === null ? makePlottedRate(figure).number : formatEventCount(figure)} over ${populations[figure.population]}`,
      })),
    ...(collected?.cohorts ?? []).flatMap((count) => {
      const { derived, cohort, label, citation } = count;
      const product = counted.find((study) => study.cohort === cohort)?.product ?? "";
      return derived
        ? [{ cohort, label, product, citation, text: describeApheresedCount(count) }]
        : [];
    }),
  ];
}

/** Lists trials that count all patients who were to be treated and have no figure in the number. */
export function listIntentionToTreatOnlyLines(pool: Pool): TrialLine[] {
  return listIntentionToTreatFigures(pool)
    .filter(({ cohort }) => !pool.studies.some((study) => study.cohort === cohort))
    .map((figure) => makeUndrawnTrialLine(figure, "all who were to be treated", figure.text));
}

/** Lists deaths from the event of the row that no figure of the class counts. */
export function listSeparateDeathLines(pool: Pool, row: Row): TrialLine[] {
  return sumSeparateDeathsByProduct(pool, row).flatMap(({ trials }) =>
    trials.map((study) => ({
      ...makeUndrawnTrialLine(study, deathsSeparate, formatEventCount(study)),
      parts: { basis: formatEventCount(study), weight: null, facts: [] },
    })),
  );
}

/** Lists deaths between randomisation and infusion, of which no figure of the infused knows. */
export function listDiedBeforeLines(counts: readonly NotInfused[]): TrialLine[] {
  return counts.map((count) => {
    const text = joinByCommas([
      `${formatEventCount(count)} randomised`,
      "any cause",
      count.definition,
    ]);
    return { ...makeUndrawnTrialLine(count, "died before infusion", text), isOutside: true };
  });
}

/** Makes the line of a trial whose figure does not lie on the axis of the row. */
function makeUndrawnTrialLine(
  { cohort, label, product, citation }: Pick<Study, "cohort" | "label" | "product" | "citation">,
  of: string,
  text: string,
): TrialLine {
  const drug = nameDrugUnlessInTrialName(label, nameProduct(product));
  return { cohort, label, drug, of, drawn: null, figures: [{ text, citation }] };
}
