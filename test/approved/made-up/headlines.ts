/** Headlines of made-up answers, and the box of what makes their numbers doubtful. */
import type { Analysis, Answer, Contrast, Row } from "#core/answer/answer.ts";
import { listAnswerNotes } from "#presentation/row/notes.ts";
import { makeDoubtBox } from "#presentation/views/doubt-box.ts";
import { makeScreen } from "#presentation/views/screen.ts";
import { makeVerdict } from "#presentation/views/verdict.ts";
import {
  allKeep,
  comparison,
  contrast,
  headToHead,
  median,
  noContrast,
  noPool,
  pool,
  row,
  study,
} from "../../support/answers.ts";
import { sides } from "../../support/viewed-rows.ts";
import type { Samples } from "../json-as-text.ts";

const verdict = (...outcomes: Row[]) => makeVerdict(comparison({ outcomes }));
const between = (
  difference: number,
  [low, high]: [number, number],
  over: Partial<Contrast> = {},
) => [contrast({ differencePer100: difference, differenceInterval: [low, high], ...over })];
/** A difference that each of five analyses keeps, which is consistent; for each name given one loses it. */
const clear = (difference = 26, ...lost: Analysis["analysis"][]) => {
  const analyses = allKeep.map((kept) =>
    lost.includes(kept.analysis) ? { ...kept, status: "loses" as const } : kept,
  );
  return between(difference, difference > 0 ? [14, 35] : [-20, -3], { analyses });
};
const consistent = clear();
const fewer = clear(-12);
const depends = clear(26, "apheresed");
const unclear = between(7, [-6, 30]);
/** Three trials on each side, without which no difference is consistent. */
const trialsOf = (label: string) =>
  ["a", "b", "c"].map((trial) => study({ cohort: trial, trial, label: `${label} ${trial}` }));
const three = {
  pools: { "car-t": pool({ studies: trialsOf("A") }), bsab: pool({ studies: trialsOf("B") }) },
};
const response = (contrasts: Contrast[]) => row({ contrasts, ...three });
const harm = (label: string, contrasts: Contrast[], over: Partial<Row> = {}) =>
  row({
    ...{ outcome: label, label, phrase: `had ${label}`, contrasts, direction: "harm" },
    ...{ group: "toxicity", role: "headline-harm", ...three, ...over },
  });
const crs = (contrasts: Contrast[]) => harm("Severe CRS", contrasts);
const infection = (contrasts: Contrast[]) => harm("Severe infection", contrasts);
const notFound = { ...noPool, notReported: ["x"] };
const missing = (of: Row) => ({ ...of, status: row(sides(notFound, notFound)).status });
const answered = (over: Partial<Answer>) =>
  makeVerdict(
    comparison({ outcomes: [response(depends), crs(consistent), infection(unclear)], ...over }),
  );
const only = (over: Partial<Answer>) => {
  const { selection } = comparison();
  const included = [
    { cohort: "a", label: "A", therapyClass: "bsab", product: "talquetamab", group: "bsab" },
  ] as const;
  return makeVerdict(
    comparison({
      selection: { ...selection, included, cohorts: { "car-t": 0, bsab: 1 } },
      ...over,
    }),
  );
};

const verdicts: Samples = {
  "all are consistent, on two sides": verdict(
    response(consistent),
    crs(consistent),
    infection(fewer),
  ),
  "one is not found": verdict(response(depends), missing(crs([noContrast])), infection(unclear)),
  "a randomised trial of one class against the other": answered({
    outcomes: [{ ...response(depends), headToHead: [headToHead({ design: "randomised" })] }],
  }),
  "one class only, of which one outcome is not found": only({
    outcomes: [response(unclear), missing(crs([noContrast]))],
  }),
};

/** Returns the headline of survival of one drug, of which a median is known. */
function survivalOfOneDrug() {
  const pools = { "car-t": { ...noPool, medians: [median({ product: "a-cel" })] }, bsab: noPool };
  const outcomes = [12, 6, 24].map((month) =>
    row({ outcome: `pfs-${month}`, group: "survival", pools, contrasts: [noContrast] }),
  );
  const screen = makeScreen(comparison({ outcomes }), null, {
    monthsOf: () => ({ trials: [], small: [], reported: [] }),
    onsetOf: () => [],
    timesOfHarm: () => [],
    trialsWithoutFigure: 0,
    armsOf: () => [],
  });
  if (screen.kind !== "survival") throw new Error("not of survival");
  return screen.verdict.lead;
}

const survivals: Samples = {
  "one drug is compared with nothing": survivalOfOneDrug(),
};

const boxOf = (over: Partial<Answer>) => {
  const answer = comparison(over);
  return makeDoubtBox(answer, listAnswerNotes(answer));
};
type Ends = [lowest: number, highest: number];
const group = (name: "car-t" | "bsab", [lowest, highest]: Ends) => ({
  ...{ group: name, lowest, highest, trials: 4, total: 4 },
});
const patientsApart = (what: "age" | "prior-lines", carT: Ends, bsab: Ends) =>
  ({
    notes: [{ code: "patients-apart", what, groups: [group("car-t", carT), group("bsab", bsab)] }],
  }) satisfies Partial<Answer>;

const doubts: Samples = {
  older: boxOf(patientsApart("age", [71, 72], [64, 70])),
  "fewer prior lines": boxOf(patientsApart("prior-lines", [3, 3], [5, 6])),
  "more prior lines": boxOf(patientsApart("prior-lines", [7, 7], [5, 6])),
};

export const headlines = { verdicts, survivals, doubts };
