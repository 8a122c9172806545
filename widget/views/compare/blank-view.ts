/**
 * A view without words and numbers. The skeleton is drawn from it, so that it always has the shape
 * of the real view. The dashes take the space of words and are never visible or read aloud.
 */
import type { Chip } from "#presentation/statement/chips.ts";
import type { RowStatement, SectionName } from "#presentation/statement/row.ts";
import type { SideStatement } from "#presentation/statement/side.ts";
import type { Statement } from "#presentation/statement/statement.ts";

const chips = (["prior-lines", "age", "product", "more"] as const).map(
  (name): Chip => ({ name, value: "––", changed: false }),
);

/** Benefits, harms and reaching treatment, as in the default question. */
const sections = [
  ...Array<SectionName>(4).fill("benefit"),
  ...Array<SectionName>(4).fill("harm"),
  "access",
] as const;

/** Words of the differences of the first rows, which take two lines or three on a desktop. */
const phrases = [1, 6, 6];
/** The row of which the lines beneath say where its difference is lost. */
const lost = 1;

const side: SideStatement = {
  what: "rate",
  product: null,
  rate: "––",
  range: "–––––",
  evidence: "––––––––",
  at: [0, 0, 0],
};

/** The row of which each class has numbers of products only. */
const apart = 3;

const sideApart: SideStatement = {
  ...side,
  what: "products",
  rate: null,
  evidence: dashes(10),
  at: null,
};

export const blankView: Statement = {
  canonical: "",
  dataDate: "",
  dataVersion: "",
  answerVersion: "",
  // About as long as the sentences of the default question.
  headline: { efficacy: [dashes(15)], harm: null, doubt: dashes(15) },
  products: { label: dashes(1), "car-t": dashes(4), bsab: dashes(6) },
  stated: null,
  chips,
  asked: dashes(5),
  region: dashes(1),
  oneRegion: dashes(7),
  reset: "",
  rows: sections.map(blankRow),
  cohorts: { "car-t": 1, bsab: 1 },
  relax: [],
  cautions: [],
  review: "",
};

function blankRow(section: SectionName, index: number): RowStatement {
  const isApart = index === apart;
  const own = isApart ? sideApart : side;
  return {
    outcome: `${index}`,
    label: dashes(1),
    detail: dashes(1),
    phrase: dashes(phrases[index] ?? 1),
    section,
    sides: { "car-t": own, bsab: own },
    difference: isApart
      ? null
      : { amount: "––", range: "––––", sure: true, withWhat: "", note: "" },
    axis: 100,
    followUp: null,
    certainty: "",
    caution: dashes(2),
    missing: dashes(6),
    beneath: dashes(index === lost ? 14 : 0),
  };
}

function dashes(words: number): string {
  return "––––– ".repeat(words);
}
