/** Makes one class of a row: of its number, or, where it has none, of what is known of each of its drugs. */

import type { Interval, OtherRegimen, Pool, Row } from "#core/answer/answer.ts";
import { familyOf } from "#data/landmarks.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { className, classPlural } from "../words/class-names.ts";
import { counted, joined } from "../words/counts.ts";
import { plain } from "../words/numbers.ts";
import { namesInShort, productName } from "../words/product-name.ts";
import { joinedClauses } from "../words/sentences.ts";
import { hullOf } from "./evidence-marks.ts";
import { restsOn, trialsAndPatients } from "./extent.ts";
import { knownByDrug } from "./known-by-drug.ts";
import { placeLabels } from "./labels.ts";
import { countOf, heardRange, type Plotted, plottedPool, writtenRange } from "./plotted.ts";
import { namesHeld, printedBeside } from "./products.ts";
import { type SideInWords, sideOfWords } from "./side-view.ts";

/** What names both sides of a screen: the first row names them, other rows only what differs. */
export interface Naming {
  /** The class, or its only drug if all rows of the screen have the same one. */
  readonly onScreen: Readonly<Record<TherapyClass, string>>;
  readonly isFirst: boolean;
}

/** Of a row by itself, which no other row has named. */
export const singleRow: Naming = {
  onScreen: className,
  isFirst: true,
};

/** The name beside the bar; `null` where the first row has said it. */
function labelFor(group: TherapyClass, pool: Pool, naming: Naming) {
  const name = namesHeld(pool);
  const onScreen = naming.onScreen[group];
  if (name !== null && name !== onScreen) {
    // The first row says which class the drugs are of.
    const isOfSeveral = pool.products.length > 1;
    const text = naming.isFirst && isOfSeveral ? `${className[group]}: ${name}` : name;
    return { text, isOfScreen: false };
  }
  return naming.isFirst ? { text: onScreen, isOfScreen: true } : null;
}

type SideLabel = ReturnType<typeof labelFor>;

/** `null` if no trial of the class reports the outcome. */
export function sideOf(
  group: TherapyClass,
  row: Pick<Row, "outcome" | "pools" | "shownAs">,
  naming: Naming,
): SideInWords | null {
  const pool = row.pools[group];
  const names = {
    onScreen: naming.onScreen[group],
    plural: classPlural[group],
    label: labelFor(group, pool, naming),
  };
  return sideOfPool(pool, row, names);
}

/** A group of trials other than a class, drawn as one; its name stands elsewhere. */
export function sideOfGroup(
  pool: Pool,
  row: Pick<Row<string>, "outcome" | "shownAs">,
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
  row: Pick<Row<string>, "outcome" | "shownAs">,
  { onScreen, plural, label }: NamesOfSide,
): SideInWords | null {
  // Survival at a month has no counts.
  const isCount = row.shownAs === "counts" && familyOf(row.outcome) === null;
  const side =
    pool.estimate === null ? knownByDrug(pool, onScreen, isCount) : ofNumber(pool, isCount, label);
  const other = pool.beside && ofOtherRegimen(pool.beside, plural);
  if (!other) return side;
  if (side === null) return other;
  const { name } = other;
  return {
    name: side.name,
    side: { ...side.side, other: other.side },
    heard: (unit) => `${side.heard(unit)}; ${name} ${other.heard("")}`,
    written: side.written,
    behind: (noun) =>
      joinedClauses([side.behind(noun), `${name} ${other.written("")}, ${other.behind(noun)}`]),
  };
}

/** Of a class of which a randomised trial above has everything, at these months. */
export function sideAbove(months: readonly number[]): SideInWords {
  const text = `${joined(months.map(plain))} months: see top`;
  return {
    name: null,
    side: sideOfWords(text, ""),
    heard: () => text,
    written: () => text,
    behind: () => "",
  };
}

/** The number of the class. */
function ofNumber(pool: Pool, isCount: boolean, label: SideLabel): SideInWords | null {
  const drawn = plottedPool(pool);
  const { interval } = pool;
  if (!drawn || !interval) return null;
  const isPart = isCount || (pool.products.length === 1 && pool.missing.length > 0);
  const count = countOf(pool);
  return {
    name: namesHeld(pool),
    side: {
      ...drawn,
      ...(isCount && { number: count, under: "" }),
      filled: !isPart,
      ...placeLabels(nameAlong(label, drawn)),
    },
    ...(isCount ? countInWords(count, interval) : rateInWords(drawn.number, interval)),
    behind: (noun) => joinedClauses([restsOn(pool, noun), printedBeside(pool)]),
  };
}

type InWords = Pick<SideInWords, "heard" | "written">;

function countInWords(count: string, interval: Interval): InWords {
  return {
    heard: () => `${count}, ${heardRange(interval, " of 100")}`,
    written: () => `${count} ${writtenRange(interval, " of 100")}`,
  };
}

function rateInWords(number: string, interval: Interval): InWords {
  return {
    heard: (unit) => `${number}${unit}, ${heardRange(interval)}`,
    written: (unit) => `${number}${unit} ${writtenRange(interval)}`,
  };
}

/** "teclistamab alone", "bispecifics in combination" */
function ofOtherRegimen(other: OtherRegimen, plural: string): SideInWords | null {
  const drawn = plottedPool(other);
  const { interval } = other;
  if (!drawn || !interval) return null;
  const [product, another] = other.products;
  const how = other.regimen === "combination" ? "in combination" : "alone";
  const name = `${product && !another ? productName(product) : plural} ${how}`;
  return {
    name,
    side: {
      ...drawn,
      filled: false,
      ...placeLabels(nameAlong({ text: name, isOfScreen: false }, drawn)),
    },
    ...rateInWords(drawn.number, interval),
    behind: (noun) => trialsAndPatients(noun, other.k, other.n),
  };
}

/** A name stands along the bar and its ticks; what names a whole screen begins at the left edge. */
function nameAlong(label: SideLabel, { bar, ticks = [], marks }: Plotted) {
  const places = [...(bar ?? []), ...ticks, ...marks.map(({ at }) => at)];
  const along = hullOf(places.map((place) => [place, place] as const));
  return {
    taken: [along],
    labels: label ? [{ ...named(label.text), along, isFirst: label.isOfScreen }] : [],
  };
}

/** A single drug is always told by its whole name. */
function named(text: string) {
  return { text, ...(text.includes(", ") && { short: namesInShort(text) }) };
}

/** How many patients a side counts, for a row of one class: "of 208 patients; CARTITUDE-2 cohort A: 19 of 20". */
export function patientsOf({ n, k, smaller = [] }: Pool): string {
  const patients = n === null ? counted(k, "trial") : `of ${n} patients`;
  return joinedClauses([patients, ...smaller.map((study) => `${study.label}: ${countOf(study)}`)]);
}
