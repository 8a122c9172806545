/** Lists the products of a class, and every trial with its drawing, its count and its source. */
import type { Answer, Citation, Pool, Row, Study } from "#core/answer/answer.ts";
import type { Evidence, ProductEvidence } from "#core/answer/evidence.ts";
import { leastPatients } from "#core/evidence/small-trials.ts";
import { distinctTrials } from "#core/evidence/trials.ts";
import { pick } from "#data/pick.ts";
import type { Population } from "#data/vocabulary.ts";
import { figureTexts, populations } from "../words/figures-in-print.ts";
import { deathsSeparate, gradesOfFigure } from "../words/grades.ts";
import { plain } from "../words/numbers.ts";
import { productInRegimen, productName } from "../words/product-name.ts";
import { evidenceMarks } from "./evidence-marks.ts";
import { collectedOf } from "./intention-to-treat.ts";
import { countOf, type Plotted, plotOf, plottedPool, rangeOf } from "./plotted.ts";
import { deathsByProduct } from "./separate-deaths.ts";
import { patientsOfPercent } from "./uncounted.ts";

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
  /** Names the drug of the trial; empty if the name of the trial has it. */
  readonly drug: string;
  /** The drawing is `null` if the figure does not lie on the axis of the row. */
  readonly drawn: Plotted | null;
  /** Lists first the figure of the row, then figures over all apheresed. */
  readonly figures: readonly CitedText[];
}

interface CitedText {
  readonly text: string;
  readonly citation: Citation | null;
}

/** Holds the pool, row and question that a figure belongs to. */
export interface Place extends Pick<Answer, "query"> {
  readonly pool: Pool;
  readonly row: Row;
}

/** Lists the stand-ins of a product and its small trials, which count the same outcome; `null` if it has none. */
export function productLine(
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
          // A published set counts its cohorts, also those of one trial.
          k: pool.k === pool.studies.length ? studies.length : distinctTrials(studies),
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

export function trialLine(entry: Evidence, place: Place): TrialLine {
  const [mark] = evidenceMarks([
    entry.as === "other-regimen" ? { ...entry, as: "by-trial" } : entry,
  ]);
  const text = [mark?.count || figureText(entry), ...factsOf(entry, place)].filter(
    (fact) => fact !== "",
  );
  return {
    cohort: entry.cohort,
    label: entry.label,
    drug: nameDrugBeside(entry.label, productInRegimen(entry.product, entry.regimen)),
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

/** Returns the name of a drug; empty if the label of its trial has it, as in "BMS-986354 (NEX-T BCMA CAR-T) phase 1". */
function nameDrugBeside(label: string, drug: string): string {
  const wordsOf = (name: string) =>
    ` ${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim()} `;
  return wordsOf(label).includes(wordsOf(drug)) ? "" : drug;
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
export function inWholePercent(side: Plotted): Plotted {
  const { bar, marks } = side;
  return {
    ...side,
    ...(bar && { bar: [Math.round(bar[0]), Math.round(bar[1])] as const }),
    marks: marks.map(({ at, kind }) => ({ at: Math.round(at), kind })),
  };
}

function followUpText(months: number | null): string {
  return months === null ? "follow-up not found" : `${plain(months)} mo`;
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
    entry.as === "label-pool" && entry.isOfAllLines && "all lines",
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
export function collectedOnly(pool: Pool): ProductLines[] {
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
export function deathsOfProducts(pool: Pool, row: Row): ProductLines[] {
  return deathsByProduct(pool, row).map(({ name, trials }) =>
    separateLines(
      name || productInRegimen(trials[0]?.product ?? "", null),
      deathsSeparate,
      trials.map((study) => undrawn(study, countOf(study))),
    ),
  );
}

/** Makes an entry for trials that have no pool. */
export function separateLines(
  name: string,
  of: string,
  trials: readonly TrialLine[],
): ProductLines {
  return { name, of, number: null, count: "", trials };
}

/** Makes the line of a trial whose figure does not lie on the axis of the row. */
function undrawn(
  { cohort, label, product, citation }: Pick<Study, "cohort" | "label" | "product" | "citation">,
  text: string,
): TrialLine {
  const drug = nameDrugBeside(label, productName(product));
  return { cohort, label, drug, drawn: null, figures: [{ text, citation }] };
}
