/**
 * A view without words and numbers. The skeleton is drawn from it, so that it always has the shape
 * of the real view. The dashes take the space of words and are never visible or read aloud.
 */
import type { RowView } from "#presentation/row/row-view.ts";
import type { SideView } from "#presentation/row/side-view.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";

const blankSide: SideView = {
  number: "––",
  under: "–––––",
  filled: true,
  marks: [],
};

/** Describes the lines that a row of the default question takes; what is absent takes one line, or none of a note. */
interface Shape {
  readonly label?: number;
  readonly linesOfCarT?: number;
  readonly linesOfBispecifics?: number;
  /** True if all apheresed stand on a line of their own. */
  readonly hasApheresed?: true;
  /** The number of words of the analysis that counts most. */
  readonly why?: number;
  /** The number of words of both rates, which only a wide screen shows. */
  readonly rates?: number;
  /** The number of words of the trial that carries the row. */
  readonly carried?: number;
  /** The number of words of the note, which only a wide screen shows. */
  readonly note?: number;
}

/** The default question has three benefits and four harms. */
const shapes: readonly Shape[] = [
  { hasApheresed: true, why: 16, note: 1 },
  { carried: 6, note: 1 },
  { carried: 4, note: 12 },
  { hasApheresed: true, rates: 8, note: 12 },
  { label: 3, linesOfBispecifics: 3 },
  { linesOfCarT: 2, note: 8 },
  { carried: 4, note: 8 },
];

export const blankView: ScreenOf<"classes"> = {
  kind: "classes",
  canonical: "",
  dataDate: "",
  dataVersion: "",
  answerVersion: "",
  // The lines are about as long as the sentences of the default question.
  verdict: { lead: dashes(8), harms: dashes(11) },
  question: { title: dashes(4), detail: dashes(4), words: [] },
  label: null,
  doubt: {
    lead: dashes(2),
    text: dashes(11),
    isOfClasses: false,
    more: [],
  },
  trials: "",
  key: dashes(70),
  reset: "",
  rows: shapes.map(blankRow),
  before: { inShort: dashes(7), rows: [], reasons: "", times: [], notes: [] },
  unreported: [],
  cohorts: { "car-t": 1, bsab: 1 },
  // Stands for the line of a randomised trial, which a wide screen shows in three lines.
  randomised: {
    tables: [],
    lines: [{ text: dashes(64), brief: dashes(14), sources: [] }],
    heading: "",
  },
  leftOut: null,
  notes: ["–"],
  review: "",
};

function blankRow(
  { label = 2, linesOfCarT = 1, linesOfBispecifics = 1, ...shape }: Shape,
  index: number,
): RowView {
  return {
    outcome: `${index}`,
    label: dashes(label),
    status: { code: "depends", difference: dashes(2), text: dashes(3) },
    sides: { "car-t": blankLines(linesOfCarT), bsab: blankLines(linesOfBispecifics) },
    ...(shape.hasApheresed && { apheresed: blankSide }),
    ...(shape.why !== undefined && { why: { lead: dashes(shape.why), aside: "" } }),
    ...(shape.rates !== undefined && { why: { lead: "", aside: dashes(shape.rates) } }),
    ...(shape.carried !== undefined && { carried: dashes(shape.carried) }),
    notes: shape.note === undefined ? [] : [dashes(shape.note)],
    heard: "",
  };
}

function blankLines(count: number): SideView {
  return count > 1 ? { ...blankSide, other: blankLines(count - 1) } : blankSide;
}

function dashes(words: number): string {
  return "––––– ".repeat(words);
}
