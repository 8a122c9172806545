/** Makes the side of one class in a row from its number or, without a number, from the stand-ins of its drugs. */

import type { Interval, OtherRegimen, Pool, Row } from "#core/answer/answer.ts";
import { parseFamily } from "#data/landmarks.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { className, classPlural } from "../words/class-names.ts";
import { formatCounted, joinWords } from "../words/counts.ts";
import { formatPlain } from "../words/numbers.ts";
import { nameProduct, shortenNames } from "../words/product-name.ts";
import { joinClauses } from "../words/sentences.ts";
import { hullOf } from "./evidence-marks.ts";
import { restsOn, trialsAndPatients } from "./extent.ts";
import { placeLabels } from "./labels.ts";
import {
  countOf,
  heardRange,
  type Plotted,
  plotCount,
  plottedPool,
  writeFewEvents,
  writtenRange,
} from "./plotted.ts";
import { labelPoolsText, percentagesText, productNamesIn } from "./products.ts";
import { makeSideByDrug } from "./side-by-drug.ts";
import { type SideInWords, type SideView, sideOfWords } from "./side-view.ts";
import { describeCountsBeside, listCountsBeside } from "./uncounted.ts";

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

/** Returns the name next to the bar; `null` if the first row shows it. */
function labelFor(group: TherapyClass, pool: Pool, naming: Naming) {
  const name = productNamesIn(pool);
  const onScreen = naming.onScreen[group];
  if (name !== null && name !== onScreen) {
    // The first row also names the class of the drugs.
    const isOfSeveral = pool.products.length > 1;
    const text = naming.isFirst && isOfSeveral ? `${className[group]}: ${name}` : name;
    return { text, isOfScreen: false };
  }
  return naming.isFirst ? { text: onScreen, isOfScreen: true } : null;
}

type SideLabel = ReturnType<typeof labelFor>;

/**
 * Makes the side of a class in a row; `null` if no trial of the class reports the outcome.
 *
 * @param isOfInfused True if the number says that it counts the infused, because all apheresed stand on the next line.
 */
export function sideOf(
  group: TherapyClass,
  row: Pick<Row, "outcome" | "pools" | "numberForm">,
  naming: Naming,
  isOfInfused = false,
): SideInWords | null {
  const pool = row.pools[group];
  const label = labelFor(group, pool, naming);
  const names = {
    // The first row shows the name of the screen next to a number only, so its drugs have theirs.
    onScreen: naming.isFirst ? "" : naming.onScreen[group],
    plural: classPlural[group],
    label: label && isOfInfused ? { ...label, text: `${label.text}, infused` } : label,
  };
  return sideOfPool(pool, row, names);
}

/** Makes the side of a group of trials other than a class; its name stands elsewhere. */
export function sideOfGroup(
  pool: Pool,
  row: Pick<Row<string>, "outcome" | "numberForm">,
  name: string,
): SideInWords | null {
  return sideOfPool(pool, row, { onScreen: name, plural: name, label: null });
}

interface NamesOfSide {
  readonly onScreen: string;
  readonly plural: string;
  readonly label: SideLabel;
}

function sideOfPool(
  pool: Pool,
  row: Pick<Row<string>, "outcome" | "numberForm">,
  { onScreen, plural, label }: NamesOfSide,
): SideInWords | null {
  // Survival at a month has no counts.
  const isCount = row.numberForm === "counts" && parseFamily(row.outcome) === null;
  const numbers =
    pool.estimate === null
      ? makeSideByDrug(pool, onScreen, isCount)
      : ofNumber(pool, isCount, label);
  const side = addCountsBeside(numbers, pool);
  const otherRegimen = pool.otherRegimen && ofOtherRegimen(pool.otherRegimen, plural);
  if (!otherRegimen) return side;
  if (side === null) return otherRegimen;
  const { name } = otherRegimen;
  return {
    name: side.name,
    side: addLineBelow(side.side, otherRegimen.side),
    heard: (unit) => `${side.heard(unit)}; ${name} ${otherRegimen.heard("")}`,
    written: side.written,
    behind: (noun) =>
      joinClauses([
        side.behind(noun),
        `${name} ${otherRegimen.written("")}, ${otherRegimen.behind(noun)}`,
      ]),
  };
}

/** Adds a line with the counts that stand beside the number of a class, in words, because no mark shows their doubt. */
function addCountsBeside(numbers: SideInWords | null, pool: Pool): SideInWords | null {
  const counts = listCountsBeside(pool);
  const text = describeCountsBeside(counts).join("; ");
  if (text === "") return numbers;
  if (numbers === null) {
    const says = () => text;
    const line = sideOfWords(text);
    return { name: null, side: line, heard: says, written: says, behind: () => "" };
  }
  // Parts of the outcome have the bounds of their drugs beside them.
  const seen = pool.narrower === undefined ? counts : counts.filter(({ doubt }) => doubt !== "");
  const drawn = describeCountsBeside(seen).join("; ");
  return {
    ...numbers,
    ...(drawn !== "" && { side: addLineBelow(numbers.side, sideOfWords(drawn)) }),
    heard: (unit) => `${numbers.heard(unit)}; ${text}`,
    written: (unit) => `${numbers.written(unit)}; ${text}`,
  };
}

function addLineBelow({ other, ...side }: SideView, line: SideView): SideView {
  return { ...side, other: other ? addLineBelow(other, line) : line };
}

/** Makes the side of a class whose figures, at these months, all stand in a randomised trial above. */
export function sideAbove(months: readonly number[]): SideInWords {
  const text = `${joinWords(months.map(formatPlain))} months: see top`;
  return {
    name: null,
    side: sideOfWords(text),
    heard: () => text,
    written: () => text,
    behind: () => "",
  };
}

/** Draws the number of a class; `null` without one. */
function ofNumber(pool: Pool, isCount: boolean, label: SideLabel): SideInWords | null {
  const rate = plottedPool(pool);
  if (!rate || !pool.interval) return null;
  const count = isCount ? plotCount(pool) : null;
  const few = isCount ? "" : writeFewEvents(pool);
  const plot = { ...rate, ...count?.drawing };
  const isPart = isCount || (pool.products.length === 1 && pool.missingProducts.length > 0);
  return {
    name: productNamesIn(pool),
    side: { ...plot, filled: !isPart, ...placeLabels(nameAlong(label, plot)) },
    ...(count
      ? countInWords(plot.number, count.interval)
      : rateInWords(plot.number, pool.interval, few)),
    behind: (noun) =>
      joinClauses([restsOn(pool, noun), percentagesText(pool), labelPoolsText(pool)]),
  };
}

type InWords = Pick<SideInWords, "heard" | "written">;

function countInWords(count: string, interval: Interval): InWords {
  return {
    heard: () => `${count}, ${heardRange(interval, " of 100")}`,
    written: () => `${count} ${writtenRange(interval, " of 100")}`,
  };
}

/** @param few The count of a number of few events, which stands in place of the interval; empty for any other. */
function rateInWords(number: string, interval: Interval, few = ""): InWords {
  return {
    heard: (unit) => `${number}${unit}, ${few || heardRange(interval)}`,
    written: (unit) => `${number}${unit} ${few ? `(${few})` : writtenRange(interval)}`,
  };
}

/** Draws the other kind of regimen: "teclistamab alone", "bispecifics in combination". */
function ofOtherRegimen(pool: OtherRegimen, plural: string): SideInWords | null {
  const plot = plottedPool(pool);
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
      ...placeLabels(nameAlong({ text: name, isOfScreen: false }, plot)),
    },
    ...rateInWords(plot.number, interval),
    behind: (noun) => trialsAndPatients(noun, pool.k, pool.n),
  };
}

/** Places a name along the bar and its ticks; the name of a whole screen begins at the left edge. */
function nameAlong(label: SideLabel, { bar, ticks = [], marks }: Plotted) {
  const places = [...(bar ?? []), ...ticks, ...marks.map(({ at }) => at)];
  const along = hullOf(places.map((place) => [place, place] as const));
  return {
    coveredSpans: [along],
    labels: label ? [{ ...withShortNames(label.text), along, isFirst: label.isOfScreen }] : [],
  };
}

/** Adds short names to a list of drugs; a single drug always has its whole name. */
function withShortNames(text: string) {
  return { text, ...(text.includes(", ") && { short: shortenNames(text) }) };
}

/** States how many patients a row of one class counts: "of 208 patients; CARTITUDE-2 cohort A: 19 of 20". */
export function patientsOf({ n, k, smallTrials = [] }: Pool): string {
  const patients = n === null ? formatCounted(k, "trial") : `of ${n} patients`;
  return joinClauses([
    patients,
    ...smallTrials.map((study) => `${study.label}: ${countOf(study)}`),
  ]);
}
