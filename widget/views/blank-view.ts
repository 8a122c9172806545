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

/** The default question has three benefits and four harms, of which two have a line more for single drugs. */
const rowNumbers = [0, 1, 2, 3, 4, 5, 6];
const firstHarm = 3;
const rowWithSecondLine = 4;
/** Stands for a name of two lines on a wide screen. */
const rowWithLongName = 2;
/** Rows with a note, which a wide screen shows. */
const rowsWithNote = [1, 3, 4, 5];

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
    randomised: dashes(6),
    more: [],
  },
  trials: "",
  reset: "",
  rows: rowNumbers.map(blankRow),
  unreported: [],
  cohorts: { "car-t": 1, bsab: 1 },
  // Stands for the line of a randomised trial, which a wide screen shows in two lines.
  randomised: {
    blocks: [{ title: "", drawings: [], texts: [dashes(34)], sources: [] }],
    note: "",
  },
  leftOut: null,
  notes: ["–"],
  review: "",
};

function blankRow(index: number): RowView {
  return {
    outcome: `${index}`,
    label: dashes(index === rowWithLongName ? 6 : 2),
    ...(index === firstHarm && { heading: dashes(1) }),
    status: { code: "unclear", text: dashes(2) },
    sides: {
      "car-t": index === rowWithSecondLine ? { ...blankSide, other: blankSide } : blankSide,
      bsab: index === rowWithLongName ? { ...blankSide, other: blankSide } : blankSide,
    },
    notes: rowsWithNote.includes(index) ? [dashes(4)] : [],
    heard: "",
  };
}

function dashes(words: number): string {
  return "––––– ".repeat(words);
}
