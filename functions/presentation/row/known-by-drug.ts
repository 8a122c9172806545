/** A class without a number in a row: what is known of each of its drugs, by the ladder of the core. */
import type { Pool } from "#core/answer/answer.ts";
import { standIns } from "#core/answer/evidence.ts";
import { widthOf } from "../svg/text.ts";
import {
  asCount,
  type EvidenceMark,
  evidenceMarks,
  hullOf,
  numberOf,
  spanOf,
} from "./evidence-marks.ts";
import { type LabelView, placeLabels } from "./labels.ts";
import { barOf } from "./places.ts";
import type { HeardSide } from "./side-view.ts";

/** The marks of one drug. */
type DrugMarks = readonly EvidenceMark[];

/** Of a name in the column of numbers, in pixels. */
const longestUnder = 66;

/**
 * @param onScreen What names the side already.
 * @param isCount Whether the row shows counts, which never stand beside a rate.
 * @returns `null` if no trial of the class reports the outcome
 */
export function knownByDrug(pool: Pool, onScreen: string, isCount: boolean): HeardSide | null {
  const drugs = standIns(pool)
    .map(({ shown }) => evidenceMarks(shown))
    .filter((marks) => marks.length > 0)
    .map((marks) => (isCount ? marks.map(asCount) : marks));
  const all = drugs.flat();
  const [first] = all;
  if (!first) return withoutMark(pool);
  // Figures of the outcome itself are the number; those of another outcome stand beside, named.
  const direct = all.filter(({ of }) => of === "");
  const told = direct.length > 0 ? direct : all;
  const { number, under } = numberOf(told);
  const bar = all.length === 1 && first.interval ? barOf(first.interval) : null;
  const name = onlyName(told);
  const isUnder = name !== null && name !== onScreen && under === "" && isShort(name);
  const named = [onScreen, isUnder ? name : null];
  return {
    side: {
      name: null,
      number,
      under: isUnder ? name : under,
      filled: false,
      ...(bar && { bar }),
      marks: all.map(({ at, kind }) => ({ at, kind })),
      ...placeLabels({
        taken: [...(bar ? [bar] : []), ...all.map(spanOf)],
        labels: labelsOf(drugs, told).filter(({ text }) => !named.includes(text)),
      }),
    },
    heard: (unit) =>
      drugs.map((marks, index) => heardOf(marks, index === 0 && !isCount ? unit : "")).join("; "),
  };
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
    return [{ text: meaning, along, isFirst: false, mustStand: true }];
  }
  return drugs.map((marks) => labelOf(marks, drugs.length === 1));
}

function labelOf(marks: DrugMarks, isOnly: boolean): LabelView {
  const name = marks[0]?.name ?? "";
  const of = [...new Set(marks.map((mark) => mark.of))].filter((text) => text !== "").join(", ");
  const values = marks.map(({ text }) => text).join(", ");
  return {
    text: of === "" ? name : `${name}, ${of}`,
    along: hullOf(marks.map(spanOf)),
    isFirst: false,
    // Of another outcome a mark without its meaning would be read as this one.
    mustStand: of !== "" || isOnly,
    above: of === "" ? `${name} ${values}` : `${name}, ${of}: ${values}`,
  };
}

/** "cilta-cel 77 of 100", "ide-cel any neurotoxicity 42 and 18" */
function heardOf(marks: DrugMarks, unit: string): string {
  const [first] = marks;
  const values = [...new Set(marks.map(({ text }) => text))].join(" and ");
  return [first?.name, first?.of, `${values}${unit}`].filter(Boolean).join(" ");
}

/** Figures that no mark can show: medians, or counts that are not pooled. */
function withoutMark(pool: Pool): HeardSide | null {
  const hasMedian = pool.medians.length + (pool.notReached?.length ?? 0) > 0;
  const hasFigure = pool.notPooled.some(({ reason }) => reason.code !== "not-reported");
  const text = hasMedian ? "median only" : hasFigure ? "no usable count" : null;
  if (text === null) return null;
  const label = { text, along: [0, 0] as const, isFirst: true, mustStand: true };
  return {
    side: {
      name: null,
      number: "–",
      under: "",
      filled: false,
      marks: [],
      ...placeLabels({ taken: [], labels: [label] }),
    },
    heard: () => text,
  };
}
