/** What single trials reported, each as a mark on the axis of a row with its number in words. */
import type { Interval } from "#core/answer/answer.ts";
import type { Bound, Evidence } from "#core/answer/evidence.ts";
import { productGiven } from "../words/product-name.ts";
import { lowerBoundOf100, rateOf100, valuesInShort } from "../words/rates.ts";
import { uncapitalised } from "../words/sentences.ts";
import { arrowLength } from "./labels.ts";
import { countOf, type MarkView, of100, ranged } from "./plotted.ts";
import { patientsOfPercent } from "./uncounted.ts";

export interface EvidenceMark extends MarkView {
  /** Of 0 to 1; `null` where none was reported. */
  readonly interval: Interval | null;
  /** "14 of 33"; empty without a count. */
  readonly count: string;
  /** Of how many patients a percentage without a count is: "n 339"; empty of all else. */
  readonly patients: string;
  /** Its drug: "teclistamab in combination". */
  readonly name: string;
  /** "18", "≥70", "<50" */
  readonly text: string;
  /** The other outcome that it counts: "neurotoxicity", "fatal infection"; empty where it counts the outcome itself. */
  readonly of: string;
  /** The rate of a part of the outcome, of which {@link text} is the lower bound; it is `null` for any other mark. */
  readonly part: string | null;
}

/**
 * In {@link inReadingOrder reading order}. None of a median, which lies on another axis, and of another regimen,
 * which is a side of its own.
 */
export function evidenceMarks(evidence: readonly Evidence[]): EvidenceMark[] {
  return inReadingOrder(evidence.flatMap((entry) => markOf(entry) ?? []));
}

/** Along the axis, as {@link numberOf} says them. Marks of the outcome itself come before those of another. */
export function inReadingOrder(marks: readonly EvidenceMark[]): EvidenceMark[] {
  const isOfOther = ({ of }: EvidenceMark) => of !== "";
  return [marks.filter((mark) => !isOfOther(mark)), marks.filter(isOfOther)].flatMap((part) =>
    [...part].sort(byPlace),
  );
}

/** At one place in the order of what they leave open. */
function byPlace(a: EvidenceMark, b: EvidenceMark): number {
  return a.at - b.at || kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
}

const kinds: readonly MarkView["kind"][] = [
  "below",
  "about",
  "figure",
  "other",
  "at-least",
  "above",
];

function markOf(entry: Evidence): EvidenceMark | null {
  const name = productGiven(entry.product, entry.regimen);
  const bare = { name, ...meaningOf(entry), interval: null, count: "", patients: "" };
  switch (entry.as) {
    case "median":
    case "other-regimen":
      return null;
    case "bound":
      return { ...bare, at: of100(entry.at), kind: entry.kind, text: boundText(entry) };
    case "percentage":
      return {
        ...{ ...bare, at: entry.percent, kind: "figure", patients: patientsOfPercent(entry.n) },
        text: rateOf100(entry.percent / 100),
      };
    case "narrower": {
      const text = `≥${lowerBoundOf100(entry.estimate)}`;
      return { ...bare, at: of100(entry.estimate), kind: "at-least", text, count: countOf(entry) };
    }
    default: {
      const { estimate, interval, events } = entry;
      const count = events === null ? "" : countOf(entry);
      const kind = entry.as === "broader" ? "other" : "figure";
      return { ...bare, at: of100(estimate), kind, text: rateOf100(estimate), interval, count };
    }
  }
}

function meaningOf(entry: Evidence): Pick<EvidenceMark, "of" | "part"> {
  if (entry.as === "broader") return { of: "neurotoxicity", part: null };
  if (entry.as !== "narrower") return { of: "", part: null };
  return { of: uncapitalised(entry.of.label), part: rateOf100(entry.estimate) };
}

function boundText({ at, kind }: Bound): string {
  // It is shown as the later month is that it was reported for.
  if (kind === "at-least") return `≥${rateOf100(at)}`;
  return { below: "<50", about: "about 50", above: ">50" }[kind];
}

/**
 * Along the axis; without a lower bound beneath a figure of the same drug, because the rate of its trial may be as
 * high as that.
 */
export function endsIn(marks: readonly EvidenceMark[]): EvidenceMark[] {
  return marks.filter((mark) => !isBeneathFigure(mark, marks)).sort(byPlace);
}

/** The drugs of marks in reading order, each once, so that names stand as {@link numberOf} says their numbers. */
export function drugsIn(marks: readonly EvidenceMark[]): string[] {
  return [...new Set([...endsIn(marks), ...marks].map(({ name }) => name))];
}

/** The number of marks: one with its interval, or the ends of what is known: "<50 / 77", of more "≈50 … 70". */
export function numberOf(marks: readonly EvidenceMark[]): {
  readonly number: string;
  readonly under: string;
} {
  const inOrder = endsIn(marks);
  const [lowest, highest] = [inOrder.at(0), inOrder.at(-1)];
  if (!lowest || !highest) return { number: "", under: "" };
  if (lowest === highest) {
    return { number: inNumbers(lowest), under: ranged(lowest.interval).under };
  }
  return { number: valuesInShort(inOrder.map(inNumbers)), under: "" };
}

/** Beside a mark there is no room for words. */
export function inNumbers({ kind, text }: EvidenceMark): string {
  return kind === "about" ? "≈50" : text;
}

function isBeneathFigure({ kind, name, of, at }: EvidenceMark, marks: readonly EvidenceMark[]) {
  return (
    isLowerBound(kind) &&
    marks.some(
      (mark) => mark.name === name && mark.of === of && !isLowerBound(mark.kind) && at <= mark.at,
    )
  );
}

function isLowerBound(kind: MarkView["kind"]): boolean {
  return kind === "at-least" || kind === "above";
}

/** A figure without a count is a percentage, which nobody takes for patients. */
export function asCount(mark: EvidenceMark): EvidenceMark {
  if (mark.count === "") return { ...mark, text: `${mark.text} %`, interval: null };
  const text = mark.kind === "at-least" ? `≥${mark.count}` : mark.count;
  return { ...mark, text, part: mark.part && mark.count, interval: null };
}

/** What a mark covers of the axis: an arrow reaches from its bound. */
export function spanOf({ at, kind }: MarkView): readonly [lower: number, upper: number] {
  if (kind === "below") return [at - arrowLength, at];
  return isLowerBound(kind) ? [at, at + arrowLength] : [at, at];
}

/** What several spans cover together. */
export function hullOf(
  spans: readonly (readonly [number, number])[],
): readonly [lower: number, upper: number] {
  return [Math.min(...spans.map(([lower]) => lower)), Math.max(...spans.map(([, upper]) => upper))];
}
