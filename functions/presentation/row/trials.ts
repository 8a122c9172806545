/**
 * Lists the trials behind a row: each class with its number and its products, and every trial with its position on the
 * axis of 0 to 100, its count and its source. Each figure stands once.
 */
import type { Answer, Citation, Pool, Row, Study } from "#core/answer/answer.ts";
import {
  type Evidence,
  evidenceByProduct,
  evidenceOf,
  type ProductEvidence,
} from "#core/answer/evidence.ts";
import { predictionOf } from "#core/answer/ticks.ts";
import { leastPatients } from "#core/evidence/small-trials.ts";
import { pick } from "#data/pick.ts";
import { type Population, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { className } from "../words/class-names.ts";
import { figureTexts, populations } from "../words/figures-in-print.ts";
import { deathsSeparate, gradesOfFigure } from "../words/grades.ts";
import { plain, withDigits } from "../words/numbers.ts";
import { productInRegimen } from "../words/product-name.ts";
import { rateOf100 } from "../words/rates.ts";
import { joinedClauses } from "../words/sentences.ts";
import { studyWordOf } from "../words/study-word.ts";
import { evidenceMarks } from "./evidence-marks.ts";
import { extentOf, fewEventsText, trialsAndPatients } from "./extent.ts";
import { collectedOf } from "./intention-to-treat.ts";
import {
  barOf,
  countOf,
  type Plotted,
  plotOf,
  plottedPool,
  rangeOf,
  rangeText,
} from "./plotted.ts";
import { deathsByProduct } from "./separate-deaths.ts";
import { patientsOfPercent } from "./uncounted.ts";

/** Holds a class of a row, or a class with its figures of the other kind of regimen. */
export interface ClassTable {
  readonly group: TherapyClass;
  /** Names the class, as in "CAR-T", "Bispecific, in combination". */
  readonly name: string;
  /** The number is `null` if nothing is pooled, and if only one figure is drawn. */
  readonly number: Plotted | null;
  /** Lists texts on the number: "73–97 in 4 trials", its events, its follow-up, and how much the trials differ. */
  readonly facts: readonly string[];
  readonly products: readonly ProductLines[];
  /** Lists the trials that the reader left out; they have no figure. */
  readonly leftOut: readonly TrialLine[];
  /** Draws the prediction interval for another trial; `null` with fewer than three trials. */
  readonly next: Plotted | null;
}

export interface ProductLines {
  readonly name: string;
  /**
   * Names the other outcome that the figures count, as in "neurotoxicity", "deaths apart"; empty for the outcome of the
   * row.
   */
  readonly of: string;
  /** Draws the pool of two trials or more; `null` for a single trial, and for the only product of its class. */
  readonly number: Plotted | null;
  /** Sums the counts of two trials or more, as in "122 of 161"; empty for a single trial. */
  readonly count: string;
  readonly trials: readonly TrialLine[];
}

export interface TrialLine {
  readonly cohort: string;
  readonly label: string;
  /** The drawing is `null` if the figure does not lie on the axis of the row. */
  readonly drawn: Plotted | null;
  /** Lists first the figure of the row, then figures over all patients whose cells were collected. */
  readonly figures: readonly CitedText[];
}

interface CitedText {
  readonly text: string;
  readonly citation: Citation | null;
}

/** Holds the pool, row and question that a figure belongs to. */
interface Place extends Pick<Answer, "query"> {
  readonly pool: Pool;
  readonly row: Row;
}

export function classTables(
  row: Row,
  answer: Pick<Answer, "query" | "selection">,
): readonly ClassTable[] {
  const leftOut = leftByHand(answer);
  return therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    const place = { pool, row, query: answer.query };
    const products = [
      ...evidenceByProduct(pool).flatMap((standIn) => productLine(standIn, place) ?? []),
      ...collectedOnly(pool),
      ...deathsOfProducts(pool, row),
    ];
    const otherRegimen = otherRegimenTable(group, place);
    const counted = new Set(
      [...products, ...otherRegimen.flatMap((table) => table.products)].flatMap(({ trials }) =>
        trials.map(({ cohort }) => cohort),
      ),
    );
    const ofClass: ClassTable = {
      group,
      name: nameOf(group, pool.regimen === "combination" ? pool.regimen : null),
      number: classNumber(pool, row, products),
      facts: classFacts(pool, answer),
      products,
      leftOut: leftOut
        .filter(({ therapyClass, cohort }) => therapyClass === group && !counted.has(cohort))
        .map(({ cohort, label }) => ({ cohort, label, drawn: null, figures: [] })),
      next: nextTrial(pool),
    };
    const isEmpty = products.length + ofClass.leftOut.length === 0;
    return isEmpty ? otherRegimen : [ofClass, ...otherRegimen];
  });
}

/**
 * Returns the cohorts that the reader left out, without pooled label figures that are left out only because they
 * include such a cohort.
 */
export function leftByHand({ query, selection }: Pick<Answer, "query" | "selection">) {
  return selection.excluded.filter(
    ({ cohort, parameter }) => parameter === "exclude" && query.exclude.includes(cohort),
  );
}

function nextTrial(pool: Pool): Plotted | null {
  const interval = predictionOf(pool);
  if (!interval) return null;
  const bar = barOf(interval);
  return {
    number: "",
    under: rangeText(interval),
    ...(bar && { tails: [bar] }),
    marks: [],
    filled: true,
  };
}

/**
 * Draws the number of a class as the first page of the report does: a count if the row shows counts, hollow if it
 * includes only one product of several.
 */
function classNumber(
  pool: Pool,
  row: Row,
  products: readonly ProductLines[],
): ClassTable["number"] {
  const figures = products.flatMap(({ trials }) => trials).filter((trial) => trial.drawn !== null);
  // A single figure that is drawn is itself the number of the class.
  const number = figures.length > 1 ? plottedPool(pool) : null;
  if (number === null) return null;
  const isCount = row.numberForm === "counts" && pool.events !== null;
  return inWholePercent({
    ...number,
    ...(isCount && { number: countOf(pool), under: "" }),
    filled: !isCount && (pool.products.length > 1 || pool.missingProducts.length === 0),
  });
}

function classFacts(pool: Pool, { query }: Pick<Answer, "query">): string[] {
  const { k, events, status } = pool;
  const facts = [
    joinedClauses([extentOf(pool, studyWordOf(query)), fewEventsText(pool)]),
    k > 2 && events !== null && `${countOf(pool)} in all`,
    followUpOfClass(pool),
    ...spreadFacts(pool),
    status === "fallback" && "the model asked for has no result: this is the Bayesian one",
  ];
  return facts.filter((fact): fact is string => fact !== false && fact !== "");
}

/**
 * Returns text such as "τ 0.96", "I² 85 %"; empty if tests of heterogeneity are known, because the statistics of the
 * row then state both.
 */
export function spreadFacts({ k, tau, i2, heterogeneity }: Pool): string[] {
  if (k < 2 || heterogeneity || tau === null) return [];
  return [`τ ${withDigits(tau, 2)}`, ...(i2 === null ? [] : [`I² ${Math.round(i2)} %`])];
}

function followUpText(months: number | null): string {
  return months === null ? "follow-up not reported" : `${plain(months)} mo`;
}

/** Returns text such as "followed 13.3 mo, not reported for 11 % of patients". */
export function followUpOfClass({ followUp }: Pool): string {
  if (followUp === null) return "";
  const { months, unknownShare } = followUp;
  const isPartUnknown = unknownShare > 0 && (months !== null || unknownShare < 1);
  const share = isPartUnknown ? ` for ${rateOf100(unknownShare)} % of patients` : "";
  if (months === null) return `follow-up not reported${share}`;
  return `followed ${plain(months)} mo${share && `, not reported${share}`}`;
}

const regimens = { monotherapy: "given alone", combination: "in combination" } as const;

function nameOf(group: TherapyClass, regimen: Pool["regimen"]): string {
  return regimen ? `${className[group]}, ${regimens[regimen]}` : className[group];
}

/** Makes the table of the other kind of regimen, which no number of the class includes; empty without such figures. */
function otherRegimenTable(group: TherapyClass, place: Place): readonly ClassTable[] {
  const { pool, query } = place;
  const { otherRegimen } = pool;
  const figures = evidenceOf(pool).filter(({ as }) => as === "other-regimen");
  if (!otherRegimen || figures.length === 0) return [];
  const number = otherRegimen.k > 1 ? plottedPool(otherRegimen) : null;
  const products = [...new Set(figures.map(({ product }) => product))];
  return [
    {
      group,
      name: nameOf(group, otherRegimen.regimen),
      number: number && inWholePercent(number),
      facts: [trialsAndPatients(studyWordOf(query), otherRegimen.k, otherRegimen.n)],
      products: products.map((product) => {
        const trials = figures.filter((entry) => entry.product === product);
        return separateLines(
          productInRegimen(product, otherRegimen.regimen),
          "",
          trials.map((entry) => trialLine(entry, place)),
        );
      }),
      leftOut: [],
      next: null,
    },
  ];
}

/** Lists the stand-ins of a product and its small trials, which count the same outcome; `null` if it has none. */
function productLine(
  { product, evidence, hidden }: ProductEvidence,
  place: Place,
): ProductLines | null {
  const { pool } = place;
  const entries = [...evidence, ...hidden.filter(({ as }) => as === "small-trial")];
  const [first] = entries;
  if (first === undefined) return null;
  const of = meaningOf(first);
  const productPool =
    of === "" ? pool.products.find((entry) => entry.product === product) : undefined;
  const isOfSeveral = productPool !== undefined && productPool.k > 1;
  // The only product has the number of its class, and a product with few patients has only its count.
  const isSmall = productPool?.n != null && productPool.n < leastPatients;
  const studies = pool.studies.filter((study) => study.product === product);
  const number =
    isOfSeveral && !isSmall && pool.products.length > 1
      ? plottedPool({
          ...pick(productPool, ["estimate", "interval"]),
          k: studies.length,
          studies,
        })
      : null;
  return {
    name: productInRegimen(product, regimenOf(entries, pool)),
    of,
    number: number && inWholePercent(number),
    count: isOfSeveral && productPool.events !== null ? countOf(productPool) : "",
    trials: entries.map((entry) => trialLine(entry, place)),
  };
}

function meaningOf(entry: Evidence): string {
  const [mark] = evidenceMarks([entry]);
  return mark?.of ?? "";
}

/** Returns the regimen of figures. A published set may pool both kinds, so there the figures decide. */
function regimenOf(entries: readonly Evidence[], { regimen }: Pool): Evidence["regimen"] {
  const isCombined = entries.every((entry) => entry.regimen === "combination");
  return regimen ?? (isCombined ? "combination" : "monotherapy");
}

function trialLine(entry: Evidence, place: Place): TrialLine {
  const [mark] = evidenceMarks([
    entry.as === "other-regimen" ? { ...entry, as: "by-trial" } : entry,
  ]);
  const text = [mark?.count || figureText(entry), ...factsOf(entry, place)].filter(
    (fact) => fact !== "",
  );
  return {
    cohort: entry.cohort,
    label: entry.label,
    drawn: mark
      ? inWholePercent({
          number: mark.text,
          ...rangeOf(mark.interval),
          marks: [{ at: mark.at, kind: mark.kind === "figure" ? "estimate" : mark.kind }],
          filled: entry.as === "counted" || entry.as === "by-trial",
        })
      : null,
    figures: [
      { text: text.join(" · "), citation: entry.citation },
      ...ofAllCollected(entry, place.pool),
    ],
  };
}

/** Describes a figure that has no count. */
export function figureText(entry: Evidence): string {
  switch (entry.as) {
    case "percentage":
      return patientsOfPercent(entry.n);
    case "median":
      return figureTexts.median(entry.months);
    case "bound":
      return entry.month === null ? "by the median" : `at ${plain(entry.month)} months`;
    default:
      return entry.n === null ? "" : `${entry.n} patients`;
  }
}

/** Rounds positions to whole percent, because a strip of a report is too narrow for more. */
function inWholePercent(side: Plotted): Plotted {
  const { bar, marks } = side;
  return {
    ...side,
    ...(bar && { bar: [Math.round(bar[0]), Math.round(bar[1])] as const }),
    marks: marks.map(({ at, kind }) => ({ at: Math.round(at), kind })),
  };
}

/** Lists what distinguishes a figure from a figure of treated patients at the primary data cut. */
function factsOf(entry: Evidence, { pool, row, query }: Place): string[] {
  const { grades, timeDependent } = row;
  const { cut, followUpMonths, population } = entry;
  const study = studiesIn(pool).find((trial) => trial.cohort === entry.cohort && trial.cut === cut);
  const isMixed = grades !== null && ![0, grades.trials].includes(grades.withDeaths);
  const isOtherCut = cut !== "primary" && cut !== query.cut;
  const facts = [
    // If events do not accumulate over time, the follow-up of the primary data cut does not matter.
    (timeDependent || isOtherCut) && followUpText(followUpMonths),
    entry.as === "counted" && pool.k > 1 && `weight ${weightText(entry.weight)}`,
    isMixed && study?.grades !== undefined && gradesOfFigure[study.grades],
    overText(population),
    study?.countFrom === "infused" && "derived from the infused",
    isOtherCut && "not the primary data cut",
  ];
  return facts.filter((fact) => fact !== false);
}

function studiesIn({
  studies,
  smallTrials = [],
  broader,
  narrower = [],
  otherRegimen,
}: Pool): Study[] {
  const parts = narrower.flatMap((part) => part.studies);
  return [...studies, ...smallTrials, ...broader, ...parts, ...(otherRegimen?.studies ?? [])];
}

function weightText(percent: number): string {
  return percent > 0 && percent < 0.5 ? "< 1 %" : `${Math.round(percent)} %`;
}

/** Names the population of a figure, unless it is everybody who was treated. */
function overText(population: Population): string | false {
  return population !== "treated" && `over ${populations[population]}`;
}

/** Lists the figures of a trial over all patients who were to be treated; only CAR-T has them. */
function ofAllCollected({ cohort, as }: Evidence, pool: Pool): readonly CitedText[] {
  if (as !== "counted") return [];
  return wholeFigures(pool)
    .filter((figure) => figure.cohort === cohort)
    .map(({ text, citation }) => ({ text, citation }));
}

interface WholeFigure extends CitedText, Pick<Study, "cohort" | "label" | "product"> {}

/** Lists figures over all randomised or collected: as reported, else derived from those infused. */
function wholeFigures({ studies: counted, intentionToTreat }: Pool): WholeFigure[] {
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
        text: `${figure.events === null ? plotOf(figure).number : countOf(figure)} over ${populations[figure.population]}`,
      })),
    ...(collected?.cohorts ?? []).flatMap((count) => {
      const { derived, cohort, label, citation } = count;
      const product = counted.find((study) => study.cohort === cohort)?.product ?? "";
      return derived ? [{ cohort, label, product, citation, text: collectedOf(count) }] : [];
    }),
  ];
}

/** Lists trials that count all patients who were to be treated and have no figure in the number. */
function collectedOnly(pool: Pool): ProductLines[] {
  const figures = wholeFigures(pool).filter(
    ({ cohort }) => !pool.studies.some((study) => study.cohort === cohort),
  );
  const products = [...new Set(figures.map(({ product }) => product))];
  return products.map((product) => {
    const trials = figures.filter((figure) => figure.product === product);
    return separateLines(
      productInRegimen(product, pool.regimen),
      "all who were to be treated",
      trials.map((figure) => undrawn(figure, figure.text)),
    );
  });
}

/** Lists deaths from the event of the row that no figure of the class counts. */
function deathsOfProducts(pool: Pool, row: Row): ProductLines[] {
  return deathsByProduct(pool, row).map(({ name, trials }) =>
    separateLines(
      name || productInRegimen(trials[0]?.product ?? "", null),
      deathsSeparate,
      trials.map((study) => undrawn(study, countOf(study))),
    ),
  );
}

/** Makes an entry for trials that have no pool. */
function separateLines(name: string, of: string, trials: readonly TrialLine[]): ProductLines {
  return { name, of, number: null, count: "", trials };
}

/** Makes the line of a trial whose figure does not lie on the axis of the row. */
function undrawn(
  { cohort, label, citation }: Pick<Study, "cohort" | "label" | "citation">,
  text: string,
): TrialLine {
  return { cohort, label, drawn: null, figures: [{ text, citation }] };
}
