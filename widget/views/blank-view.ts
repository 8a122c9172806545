/**
 * A view without words and numbers. The skeleton is drawn from it, so that it always has the shape
 * of the real view. The dashes take the space of words and are never visible or read aloud.
 */
import type { Chip } from "#presentation/statement/chips.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { ScreenOf } from "#presentation/statement/screen.ts";
import type { SideStatement } from "#presentation/statement/side.ts";
import type { SheetName } from "#presentation/words/catalogue.ts";

const chipNames: readonly SheetName[] = [
  "availability",
  "prior-lines",
  "age",
  "product",
  "patient",
  "more",
];

/** Outcomes that are compared and that are not, as in the default question. */
const compared = 5;
const apart = 5;

const side: SideStatement = {
  product: null,
  rate: "––",
  range: "–––––",
  evidence: dashes(3),
  at: [0, 0, 0],
};

export const blankView: ScreenOf<"classes"> = {
  kind: "classes",
  canonical: "",
  dataDate: "",
  dataVersion: "",
  answerVersion: "",
  // About as long as the sentences of the default question.
  verdict: { lead: dashes(8), harms: dashes(14) },
  told: "0",
  counted: { "car-t": dashes(2), bsab: dashes(2) },
  collected: "",
  certainty: dashes(9),
  patients: dashes(19),
  asked: "",
  names: { "car-t": dashes(1), bsab: dashes(1) },
  chips: chipNames.map((name): Chip => ({ name, value: "––––––––", changed: false })),
  labels: "",
  reset: "",
  rows: Array.from({ length: compared + apart }, (_, index) => blankRow(index)),
  cohorts: { "car-t": 1, bsab: 1 },
  empty: null,
  notes: ["–"],
  review: "",
};

function blankRow(index: number): RowStatement {
  const isApart = index >= compared;
  const said = isApart ? dashes(6) : "";
  return {
    outcome: `${index}`,
    label: dashes(2),
    detail: null,
    phrase: "",
    section: "benefit",
    sides: { "car-t": side, bsab: side },
    difference: isApart
      ? null
      : {
          amount: "––",
          range: dashes(3),
          withWhat: dashes(2),
          strength: dashes(3),
          at: [0, 0, 0],
        },
    missing: said,
    // As in the answer that is asked most.
    matched: [dashes(13), dashes(11), ""][index - compared] ?? said,
    // Three of those that are compared have more to say than one line.
    outside: ["", "", dashes(12), dashes(12), dashes(7)][index] ?? "",
  };
}

function dashes(words: number): string {
  return "––––– ".repeat(words);
}
