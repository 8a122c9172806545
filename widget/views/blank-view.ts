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
  /** The number of words of the note, which only a wide screen shows. */
  readonly note?: number;
}

/** The default question has three benefits and four harms. */
const shapes: readonly Shape[] = [
  { note: 4 },
  { note: 4 },
  { note: 4 },
  { note: 30 },
  { label: 6, linesOfBispecifics: 3 },
  { linesOfCarT: 2, note: 4 },
  {},
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
  doubt: {
    label: null,
    lead: dashes(2),
    text: dashes(17),
    infused: "",
    more: [],
  },
  trials: "",
  reset: "",
  rows: shapes.map(blankRow),
  unreported: [],
  cohorts: { "car-t": 1, bsab: 1 },
  // Stands for the line of a randomised trial, which a wide screen shows in two lines.
  randomised: {
    tables: [],
    lines: [{ text: dashes(34), brief: dashes(14), sources: [] }],
    note: "",
  },
  leftOut: null,
  notes: ["–"],
  review: "",
};

function blankRow(
  { label = 2, linesOfCarT = 1, linesOfBispecifics = 1, note = 0 }: Shape,
  index: number,
): RowView {
  return {
    outcome: `${index}`,
    label: dashes(label),
    status: { code: "unclear", text: dashes(2) },
    sides: { "car-t": blankLines(linesOfCarT), bsab: blankLines(linesOfBispecifics) },
    notes: note > 0 ? [dashes(note)] : [],
    heard: "",
  };
}

function blankLines(count: number): SideView {
  return count > 1 ? { ...blankSide, other: blankLines(count - 1) } : blankSide;
}

function dashes(words: number): string {
  return "––––– ".repeat(words);
}
