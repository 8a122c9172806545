/** Makes the side of one class in a row from its number or, without a number, from the stand-ins of its drugs. */

import type { Interval, OtherRegimen, Pool, Row } from "#core/answer/answer.ts";
import { listApartTrials } from "#core/answer/figures-of-trials.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { className, classPlural, nameGap, type StudyWord } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { nameProduct, shortenDrugNamesInText } from "../words/product-name.ts";
import { formatCountWithNoun, joinBySemicolons, joinWithConjunction } from "../words/sentences.ts";
import { joinSpans } from "./evidence-marks.ts";
import { describeTrialsAndPatients, describeTrialsBehindNumber } from "./extent.ts";
import { placeLabelsShortenedIfNeeded } from "./labels.ts";
import {
  formatCountIfFewEvents,
  formatEventCount,
  formatIntervalAloud,
  formatIntervalInBrackets,
  makePlottedCountWithInterval,
  makePlottedPool,
  makePlottedRate,
  type Plotted,
} from "./plotted.ts";
import {
  describeLabelPools,
  describeProductsWithPercentageOnly,
  namePooledProductsIfOneOrIncomplete,
} from "./products.ts";
import { makeSideFromStandIns } from "./side-by-drug.ts";
import {
  makeEmptySide,
  makeSideFromWords,
  makeSideInWords,
  type SideInWords,
  type SideView,
} from "./side-view.ts";
import { listCountsBesideNumber, listTextsOfCountsBesideNumber } from "./uncounted.ts";

/** Holds the names of both sides of a screen: the first row shows them, later rows show only names that differ. */
export interface Naming {
  /** Names each class, or its only drug if all rows of the screen have the same one. */
  readonly onScreen: Readonly<Record<TherapyClass, string>>;
  readonly isFirst: boolean;
}

/** Names a row by itself, which has no earlier row. */
export const singleRow: Naming = {
  onScreen: className,
  isFirst: true,
};

/**
 * Returns the name beside the bar, and whether it is the one that the whole screen has for the class; `null` if the
 * first row already shows that name.
 */
function chooseLabelBesideBar(group: TherapyClass, pool: Pool, naming: Naming) {
  const name = namePooledProductsIfOneOrIncomplete(pool);
  const onScreen = naming.onScreen[group];
  if (name !== null && name !== onScreen) {
    // The first row also names the class of the drugs.
    const isOfSeveral = pool.products.length > 1;
    const text = naming.isFirst && isOfSeveral ? `${className[group]}: ${name}` : name;
    return { text, isOfScreen: false };
  }
  return naming.isFirst ? { text: onScreen, isOfScreen: true } : null;
}

type SideLabel = ReturnType<typeof chooseLabelBesideBar>;

/**
 * Makes the side of a class in a row; `null` if no trial of the class reports the outcome.
 *
 * @param isOfInfused True if the number says that it counts the infused, because all apheresed stand on the next line.
 */
export function makeSideOfClass(
  group: TherapyClass,
  row: Pick<Row, "outcome" | "pools" | "numberForm">,
  naming: Naming,
  isOfInfused = false,
): SideInWords | null {
  const pool = row.pools[group];
  const label = chooseLabelBesideBar(group, pool, naming);
  const names = {
    // In the first row every drug is named, because the name of the screen stands only next to a number there.
    onScreen: naming.isFirst ? "" : naming.onScreen[group],
    plural: classPlural[group],
    label: label && isOfInfused ? { ...label, text: `${label.text}, infused` } : label,
  };
  const gap = nameGap(pool);
  return (
    makeSideOfPool(pool, row, names) ??
    (pool.elsewhere ? makeSideInWords(gap, makeEmptySide(group, gap)) : null)
  );
}

/** Makes the side of a group of trials other than a class; its name stands elsewhere. */
export function makeSideOfGroup(
  pool: Pool,
  row: Pick<Row<string>, "outcome" | "numberForm">,
  name: string,
): SideInWords | null {
  return makeSideOfPool(pool, row, { onScreen: name, plural: name, label: null });
}

interface NamesOfSide {
  readonly onScreen: string;
  readonly plural: string;
  readonly label: SideLabel;
}

function makeSideOfPool(
  pool: Pool,
  row: Pick<Row<string>, "outcome" | "numberForm">,
  { onScreen, plural, label }: NamesOfSide,
): SideInWords | null {
  // Survival at a month has no counts.
  const isCount = row.numberForm === "counts" && parseSurvivalFamily(row.outcome) === null;
  const numbers =
    makeSideFromNumber(pool, isCount, label) ??
    makeSideFromTrials(pool, isCount, label) ??
    makeSideFromStandIns(pool, onScreen, isCount);
  const side = addCountsBesideNumber(numbers, pool);
  const otherRegimen = pool.otherRegimen && makeOtherRegimenSide(pool.otherRegimen, plural);
  if (!otherRegimen) return side;
  if (side === null) return otherRegimen;
  const { name } = otherRegimen;
  return {
    name: side.name,
    side: addSideLineBelow(side.side, otherRegimen.side),
    heard: (unit) => `${side.heard(unit)}; ${name} ${otherRegimen.heard("")}`,
    written: side.written,
    behind: (noun) =>
      joinBySemicolons([
        side.behind(noun),
        `${name} ${otherRegimen.written("")}, ${otherRegimen.behind(noun)}`,
      ]),
  };
}

/** Adds a line with the counts that stand beside the number of a class, in words, because no mark shows their doubt. */
function addCountsBesideNumber(numbers: SideInWords | null, pool: Pool): SideInWords | null {
  const counts = listCountsBesideNumber(pool);
  const text = listTextsOfCountsBesideNumber(counts).join("; ");
  if (text === "") return numbers;
  if (numbers === null) return makeSideInWords(text);
  // The words on parts of the outcome already contain the upper bounds, so only doubtful counts are drawn beside them.
  const seen = pool.narrower === undefined ? counts : counts.filter(({ doubt }) => doubt !== "");
  const drawn = listTextsOfCountsBesideNumber(seen).join("; ");
  return {
    ...numbers,
    ...(drawn !== "" && { side: addSideLineBelow(numbers.side, makeSideFromWords(drawn)) }),
    heard: (unit) => `${numbers.heard(unit)}; ${text}`,
    written: (unit) => `${numbers.written(unit)}; ${text}`,
  };
}

function addSideLineBelow({ other, ...side }: SideView, line: SideView): SideView {
  return { ...side, other: other ? addSideLineBelow(other, line) : line };
}

/** Makes the side of a class whose figures, at these months, all stand in a randomised trial above. */
export function makeSideReferringAbove(months: readonly number[]): SideInWords {
  return makeSideInWords(`${joinWithConjunction(months.map(formatPlainNumber))} months: see top`);
}

function makeSideFromNumber(pool: Pool, isCount: boolean, label: SideLabel): SideInWords | null {
  const rate = makePlottedPool(pool);
  if (!rate || !pool.interval) return null;
  const count = isCount ? makePlottedCountWithInterval(pool) : null;
  const few = isCount ? "" : formatCountIfFewEvents(pool);
  const plot = { ...rate, ...count?.drawing };
  const isPart = isCount || hasOneDrugOfSeveral(pool);
  return {
    name: namePooledProductsIfOneOrIncomplete(pool),
    side: {
      ...plot,
      filled: !isPart,
      ...placeLabelsShortenedIfNeeded(makeLabelsToPlace(label, plot)),
    },
    ...(count
      ? makeSideTextsOfCount(plot.number, count.interval)
      : makeSideTextsOfRate(plot.number, pool.interval, few)),
    behind: (noun) => describeBasis(pool, noun),
  };
}

const hasOneDrugOfSeveral = ({ products, missingProducts }: Pool) =>
  products.length === 1 && missingProducts.length > 0;

const describeBasis = (pool: Pool, noun: StudyWord) =>
  joinBySemicolons([
    describeTrialsBehindNumber(pool, noun),
    describeProductsWithPercentageOnly(pool),
    describeLabelPools(pool),
  ]);

/** Draws both trials of the only drug of a pool, a line each with its name; `null` for any other pool. */
function makeSideFromTrials(pool: Pool, isCount: boolean, label: SideLabel): SideInWords | null {
  const [first, second] = listApartTrials(pool).map((trial, index) => {
    const count = isCount ? makePlottedCountWithInterval(trial) : null;
    const filled = !isCount && !hasOneDrugOfSeveral(pool);
    const plot: Plotted = { ...makePlottedRate(trial), ...count?.drawing, filled };
    const ofSide = index === 0 ? label : null;
    const text = ofSide ? `${ofSide.text}, ${trial.label}` : trial.label;
    const places = makeLabelsToPlace({ text, isOfScreen: ofSide?.isOfScreen === true }, plot);
    const { heard, written } = count
      ? makeSideTextsOfCount(plot.number, count.interval)
      : makeSideTextsOfRate(plot.number, trial.interval);
    return {
      side: { ...plot, ...placeLabelsShortenedIfNeeded(places) },
      heard: (unit: string) => `${heard(unit)} in ${trial.label}`,
      written: (unit: string) => `${written(unit)} in ${trial.label}`,
    };
  });
  if (!first || !second) return null;
  return {
    name: namePooledProductsIfOneOrIncomplete(pool),
    side: { ...first.side, other: second.side },
    heard: (unit) => `${first.heard(unit)} and ${second.heard("")}`,
    written: (unit) => `${first.written(unit)} and ${second.written("")}`,
    behind: (noun) => describeBasis(pool, noun),
  };
}

type InWords = Pick<SideInWords, "heard" | "written">;

function makeSideTextsOfCount(count: string, interval: Interval): InWords {
  return {
    heard: () => `${count}, ${formatIntervalAloud(interval, " of 100")}`,
    written: () => `${count} ${formatIntervalInBrackets(interval, " of 100")}`,
  };
}

/**
 * Returns two functions that write a rate with its interval, for a screen reader and as text; each takes the unit that
 * follows the number.
 *
 * @param few The count of a number of few events, which stands in place of the interval; empty for any other.
 */
function makeSideTextsOfRate(number: string, interval: Interval, few = ""): InWords {
  return {
    heard: (unit) => `${number}${unit}, ${few || formatIntervalAloud(interval)}`,
    written: (unit) => `${number}${unit} ${few ? `(${few})` : formatIntervalInBrackets(interval)}`,
  };
}

/** Draws the other kind of regimen: "teclistamab alone", "bispecifics in combination". */
function makeOtherRegimenSide(pool: OtherRegimen, plural: string): SideInWords | null {
  const plot = makePlottedPool(pool);
  const { interval } = pool;
  if (!plot || !interval) return null;
  const [product, another] = pool.products;
  const how = pool.regimen === "combination" ? "in combination" : "alone";
  const name = `${product && !another ? nameProduct(product) : plural} ${how}`;
  return {
    name,
    side: {
      ...plot,
      filled: false,
      ...placeLabelsShortenedIfNeeded(makeLabelsToPlace({ text: name, isOfScreen: false }, plot)),
    },
    ...makeSideTextsOfRate(plot.number, interval),
    behind: (noun) => describeTrialsAndPatients(noun, pool.k, pool.n),
  };
}

/**
 * Returns the span from the first to the last mark, tick or end of the bar, 0 to 100, and the label that names it, if
 * there is one. The name of a whole screen begins at the left edge.
 */
function makeLabelsToPlace(label: SideLabel, { bar, ticks = [], marks }: Plotted) {
  const places = [...(bar ?? []), ...ticks, ...marks.map(({ at }) => at)];
  const along = joinSpans(places.map((place) => [place, place] as const));
  return {
    coveredSpans: [along],
    labels: label
      ? [{ ...makeTextWithShortNames(label.text), along, isFirst: label.isOfScreen }]
      : [],
  };
}

/** Adds short names to a list of drugs; a single drug always has its whole name. */
function makeTextWithShortNames(text: string) {
  return { text, ...(text.includes(", ") && { short: shortenDrugNamesInText(text) }) };
}

/** States how many patients a row of one class counts: "208 patients; CARTITUDE-2 cohort A: 19 of 20". */
export function describePatientCountAndSmallTrials({ n, k, smallTrials = [] }: Pool): string {
  const patients = n === null ? formatCountWithNoun(k, "trial") : formatCountWithNoun(n, "patient");
  return joinBySemicolons([
    patients,
    ...smallTrials.map((study) => `${study.label}: ${formatEventCount(study)}`),
  ]);
}
