/**
 * A view without words and numbers. The skeleton is drawn from it, so that it always has the shape
 * of the real view. The dashes take the space of words and are never visible or read aloud.
 */
import type { GroupName, RowStatement } from "#presentation/statement/row.ts";
import type { ScreenOf } from "#presentation/statement/screen.ts";
import type { SideStatement } from "#presentation/statement/side.ts";

/** The outcomes of the default question. */
const groups: readonly GroupName[] = [
  "efficacy",
  "efficacy",
  "toxicity",
  "toxicity",
  "toxicity",
  "survival",
  "survival",
];

/** Words beneath the rows of that question: of the bispecifics, and of what others found. */
const details = [0, 0, 13, 2, 6, 0, 0];
/** Words of the checks beside a range that is clear of 0. */
const checks = [6, 0, 6, 0, 0, 0, 0];
const evidence = [3, 3, 9, 24, 10, 14, 12];
const others = [0, 11, 0, 11, 5, 0, 0];

const side: SideStatement = {
  product: null,
  evidenceOf: null,
  rate: "––",
  isCount: false,
  range: "–––––",
  evidence: dashes(3),
  cell: { number: "––", under: "–––––" },
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
  ofWhom: dashes(4),
  headlineOutcome: "0",
  counted: { "car-t": dashes(2), bsab: dashes(2) },
  collected: "",
  certainty: dashes(9),
  patients: dashes(22),
  names: { "car-t": dashes(1), bsab: dashes(1) },
  question: { title: dashes(5), detail: dashes(5) },
  trials: "",
  labels: dashes(8),
  reset: "",
  rows: groups.map(blankRow),
  cohorts: { "car-t": 1, bsab: 1 },
  empty: null,
  notes: ["–"],
  review: "",
};

function blankRow(group: GroupName, index: number): RowStatement {
  return {
    outcome: `${index}`,
    label: dashes(2),
    detail: details[index] ? dashes(details[index]) : null,
    phrase: "",
    section: "benefit",
    group,
    sides: { "car-t": side, bsab: { ...side, evidence: dashes(evidence[index] ?? 3) } },
    difference: {
      amount: "––",
      range: dashes(3),
      withWhat: dashes(2),
      strength: "",
      besideRange: dashes(checks[index] ?? 0),
      at: [0, 0, 0],
    },
    missing: "",
    matched: "",
    paper: "",
    outside: dashes(others[index] ?? 0),
  };
}

function dashes(words: number): string {
  return "––––– ".repeat(words);
}
