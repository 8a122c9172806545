/** A class without a number in a row: what is known of each of its drugs, by the ladder of the core. */
import type { Pool } from "#core/answer/answer.ts";
import { standIns } from "#core/answer/evidence.ts";
import { widthOf } from "../svg/text.ts";
import { followed } from "../words/counts.ts";
import { plain } from "../words/numbers.ts";
import { namesInShort, productName } from "../words/product-name.ts";
import { withCommas, withSpaces } from "../words/sentences.ts";
import {
  asCount,
  drugsIn,
  type EvidenceMark,
  evidenceMarks,
  hullOf,
  inReadingOrder,
  isFigure,
  numberOf,
  spanOf,
} from "./evidence-marks.ts";
import { isSilent } from "./figures.ts";
import { isAlong, type Labels, type LabelView, placeLabels } from "./labels.ts";
import { barOf, rangeText } from "./plotted.ts";
import { type SideInWords, type SideView, sideOfWords } from "./side-view.ts";
import { percentOnly, uncountedOf, uncountedText } from "./uncounted.ts";

/** The marks of one drug. */
type DrugMarks = readonly EvidenceMark[];

/** Of a name in the column of numbers, in pixels. */
const longestUnder = 66;

/**
 * @param onScreen What names the side already.
 * @param isCount Whether the row shows counts, which never stand beside a rate.
 * @returns `null` if no trial of the class reports the outcome
 */
export function knownByDrug(pool: Pool, onScreen: string, isCount: boolean): SideInWords | null {
  const marks = inReadingOrder(standIns(pool).flatMap(({ shown }) => evidenceMarks(shown)));
  const drugs = drugsIn(marks).map((name) =>
    marks.filter((mark) => mark.name === name).map((mark) => (isCount ? asCount(mark) : mark)),
  );
  const all = drugs.flat();
  const [first] = all;
  if (!first) return withoutMark(pool);
  const bar = all.length === 1 && first.interval ? barOf(first.interval) : null;
  const taken = [...(bar ? [bar] : []), ...all.map(spanOf)];
  return {
    name: null,
    side: {
      ...named(drugs, onScreen, taken),
      filled: false,
      ...(bar && { bar }),
      marks: all.map(({ at, kind }) => ({ at, kind })),
    },
    heard: (unit) =>
      drugs.map((marks, index) => heardOf(marks, index === 0 && !isCount ? unit : "")).join("; "),
    written: () => drugs.map(writtenOf).join("; "),
    behind: () => "",
  };
}

type Named = Pick<SideView, "number" | "under"> & Labels;

/** The number and the names, each beside its marks or under its number; above where they find no room there. */
function named(
  drugs: readonly DrugMarks[],
  onScreen: string,
  taken: readonly (readonly [number, number])[],
): Named {
  const all = drugs.flat();
  // Figures of the outcome itself are the number; those of another outcome stand beside, named.
  const direct = all.filter(({ of }) => of === "");
  const told = direct.length > 0 ? direct : all;
  const { number, under } = numberOf(told);
  const name = onlyName(told);
  const isUnder =
    name !== null &&
    name !== onScreen &&
    under === "" &&
    valuesOf(told).length === 1 &&
    isShort(name);
  const known = [onScreen, isUnder ? name : null];
  const everyLabel = labelsOf(drugs, told);
  const labels = everyLabel
    .filter(({ text }) => !known.includes(text))
    // The name of a single figure stands beside its interval.
    .map((label) => (all.length === 1 ? { ...label, along: hullOf(taken) } : label));
  const usual = { number, under: isUnder ? name : under, ...placeLabels({ taken, labels }) };
  if (isNamedEverywhere(usual)) return usual;
  const values = everyLabel.map(({ text, above = text }) => above).join("; ");
  // The number has the values of two.
  const listed = valuesOf(all).length > 2 ? { listed: values } : {};
  // A short name beside a mark does not say that it is of another outcome.
  if (direct.length === all.length) {
    const inShort = placeLabels({ taken, labels: together(drugs) });
    if (inShort.above === undefined) return { number, under, ...inShort, ...listed };
    const withOneUnder = oneUnder(drugs, taken);
    if (withOneUnder) return { ...withOneUnder, listed: values };
  }
  // Of many drugs there is no room to name each on a phone; the opened row does.
  const isMany = drugs.length > mostNamed;
  const above = isMany ? `${drugs.length} drugs` : namesInShort(values);
  return { number, under, above, ...(isMany && { listed: values }) };
}

/** "77", "<50": each once, in the order of the marks. */
function valuesOf(marks: readonly EvidenceMark[]): string[] {
  return [...new Set(marks.map(({ text }) => text))];
}

/** Whether the narrowest phones have the names that stand along the axis on others. */
function isNamedEverywhere({ labels = [], listed, names }: Labels): boolean {
  return listed === undefined && (names !== undefined || labels.every(({ isWide }) => !isWide));
}

/** More names would go on in a second line of a phone. */
const mostNamed = 3;

/**
 * One drug is named under its number, the others in short beside their marks, on every screen; `null` where no
 * drug leaves room for it.
 */
function oneUnder(
  drugs: readonly DrugMarks[],
  taken: readonly (readonly [number, number])[],
): Named | null {
  const highest = (marks: DrugMarks) => Math.max(...marks.map(({ at }) => at));
  const hasFigure = (marks: DrugMarks) => marks.some(isFigure);
  const candidates = [...drugs].sort(
    (a, b) => Number(hasFigure(b)) - Number(hasFigure(a)) || highest(b) - highest(a),
  );
  for (const drug of candidates) {
    // Its name stands in place of its interval.
    const { number } = numberOf(drug.map((mark) => ({ ...mark, interval: null })));
    const name = namesInShort(drug[0]?.name ?? "");
    if (valuesOf(drug).length > 1 || !isShort(name)) continue;
    const labels = together(drugs.filter((other) => other !== drug));
    const placed = placeLabels({ taken, labels });
    if (isAlong(placed)) return { number, under: name, ...placed };
  }
  return null;
}

/** Drugs whose marks lie among each other are named together; above, where they find no room, with their numbers. */
function together(drugs: readonly DrugMarks[]): LabelView[] {
  const groups: { within: DrugMarks[]; along: readonly [number, number] }[] = [];
  const inOrder = drugs
    .map((marks) => ({ marks, along: hullOf(marks.map(spanOf)) }))
    .sort((a, b) => a.along[0] - b.along[0]);
  for (const { marks, along } of inOrder) {
    const last = groups.at(-1);
    if (last && along[0] <= last.along[1]) {
      last.within.push(marks);
      last.along = hullOf([last.along, along]);
    } else groups.push({ within: [marks], along });
  }
  return groups.map(({ within, along }) => {
    const ofGroup = drugs.filter((marks) => within.includes(marks));
    return {
      text: ofGroup.map(nameOf).join(", "),
      along,
      isFirst: false,
      mustStand: true,
      above: namesWithValues(ofGroup),
    };
  });
}

/** The name of the only drug of these marks. */
function onlyName(marks: readonly EvidenceMark[]): string | null {
  const [name, another] = new Set(marks.map((mark) => mark.name));
  return name !== undefined && another === undefined ? name : null;
}

/** A longer name would run out of the column of numbers, and stands along the axis. */
function isShort(name: string): boolean {
  return widthOf(name, { size: 14 }) <= longestUnder;
}

/** Each drug is named beside its marks; another outcome that stands for all of them is named once. */
function labelsOf(drugs: readonly DrugMarks[], told: readonly EvidenceMark[]): LabelView[] {
  const [meaning = "", another] = new Set(told.map(({ of }) => of));
  if (meaning !== "" && another === undefined && drugs.length > 1) {
    const along = hullOf(told.map(spanOf));
    const text = `${meaning}: ${drugs.map(nameOf).join(", ")}`;
    // The number has the values of two.
    const above = told.length > 2 ? `${meaning}: ${namesWithValues(drugs)}` : text;
    return [{ text, above, along, isFirst: false, mustStand: true }];
  }
  return drugs.map((marks) => labelOf(marks, drugs.length === 1));
}

function labelOf(marks: DrugMarks, isOnly: boolean): LabelView {
  const name = marks[0]?.name ?? "";
  const of = withCommas([...new Set(marks.map((mark) => mark.of))]);
  const values = valuesOf(marks).join(", ");
  return {
    text: of === "" ? name : `${name}, ${of}`,
    along: hullOf(marks.map(spanOf)),
    isFirst: false,
    // Of another outcome a mark without its meaning would be read as this one.
    mustStand: of !== "" || isOnly,
    above: of === "" ? `${name} ${values}` : `${name}, ${of}: ${values}`,
  };
}

const nameOf = (marks: DrugMarks) => namesInShort(marks[0]?.name ?? "");

/** "tec about 50, ≥60; elra ≥51" */
function namesWithValues(drugs: readonly DrugMarks[]): string {
  return drugs.map((marks) => `${nameOf(marks)} ${valuesOf(marks).join(", ")}`).join("; ");
}

/** "cilta-cel 77 of 100", "ide-cel any neurotoxicity 18 and 42" */
function heardOf(marks: DrugMarks, unit: string): string {
  const [first] = marks;
  return withSpaces([first?.name, first?.of, `${valuesOf(marks).join(" and ")}${unit}`]);
}

/** "cilta-cel 77 (62–87), 77 (66–84)", "ide-cel, any neurotoxicity: 42 (25–61, 14 of 33), 18 (12–26, 23 of 128)" */
function writtenOf(marks: DrugMarks): string {
  const meanings = [...new Set(marks.map(({ of }) => of))];
  const values = meanings.map((of) => {
    const ofMeaning = marks.filter((mark) => mark.of === of).map(writtenMark);
    return `${of === "" ? " " : `, ${of}: `}${ofMeaning.join(", ")}`;
  });
  return `${marks[0]?.name ?? ""}${values.join("")}`;
}

function writtenMark({ text, interval, count, isCounted }: EvidenceMark): string {
  const behind = [
    interval ? rangeText(interval) : "",
    text.includes(count) ? "" : count,
    isCounted ? "" : percentOnly,
  ].filter((part) => part !== "");
  return behind.length === 0 ? text : `${text} (${behind.join(", ")})`;
}

/** "talquetamab 7.7 months"; empty of more than two, which stand in Survival. */
function mediansInShort({ medians }: Pick<Pool, "medians">): string[] {
  return medians.length > 2
    ? []
    : medians.map(({ product, months }) => `${productName(product)} ${plain(months)} months`);
}

/** "median months, as reported: talquetamab 7.7 in MonumenTAL-1 at 18.8-month follow-up" */
function mediansAtLength({ medians }: Pick<Pool, "medians">): string {
  const each = medians.map(({ product, label, months, regimen, followUpMonths }) => {
    const others = regimen === "combination" ? " (with other drugs)" : "";
    return `${productName(product)} ${plain(months)} in ${label}${others}${followed(followUpMonths)}`;
  });
  return `median months, as reported: ${each.join(" · ")}`;
}

/** Figures that no mark can show: medians, or counts that are not pooled. */
function withoutMark(pool: Pool): SideInWords | null {
  const hasMedian = pool.medians.length + (pool.notReached?.length ?? 0) > 0;
  if (!hasMedian && isSilent(pool)) return null;
  const counts = hasMedian ? mediansInShort(pool) : uncountedOf(pool).map((count) => count.text);
  const above = counts.join("; ");
  const text = hasMedian ? "median only" : above ? "not counted" : "no usable count";
  const inWords =
    above && !hasMedian ? uncountedText(counts) : [text, above].filter(Boolean).join(": ");
  return {
    name: null,
    side: { ...sideOfWords(text), ...(above && { above }) },
    heard: () => inWords,
    written: () => (pool.medians.length > 0 ? mediansAtLength(pool) : inWords),
    behind: () => "",
  };
}
