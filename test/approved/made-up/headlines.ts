/** Headlines of made-up answers, and the box of what makes their numbers doubtful. */
import type { Analysis, Answer, Contrast, Row } from "#core/answer/answer.ts";
import type { LabelCondition } from "#core/evidence/regimen-labels.ts";
import type { SurvivalFamily } from "#data/survival.ts";
import { makeConditionsTextOutsideTables } from "#presentation/row/label-conditions.ts";
import { listAnswerNotes } from "#presentation/row/notes.ts";
import { describeDoubtBox, makeDoubtBox } from "#presentation/views/doubt-box.ts";
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
  notPooled,
  pool,
  productPool,
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
const notFound = { ...noPool, notPooled: [notPooled()] };
const missing = (of: Row) => ({ ...of, status: row(sides(notFound, notFound)).status });
const apart = { ...noContrast, status: "follow-ups-apart" as const };
const answered = (over: Partial<Answer>) =>
  makeVerdict(
    comparison({ outcomes: [response(depends), crs(consistent), infection(unclear)], ...over }),
  );
const query = comparison().query;
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
  "one is consistent": verdict(response(depends), crs(consistent), infection(unclear)),
  "two are consistent": verdict(response(consistent), crs(consistent), infection(unclear)),
  "all are consistent, on two sides": verdict(
    response(consistent),
    crs(consistent),
    infection(fewer),
  ),
  "none is consistent": verdict(response(depends), crs(clear(26, "dose")), infection(unclear)),
  "some are not compared": verdict(response(depends), crs([noContrast]), infection([apart])),
  "a consistent one beside one that is not compared": verdict(
    response(consistent),
    crs(unclear),
    infection([apart]),
  ),
  "fewer of one harm": verdict(response(depends), crs(unclear), infection(fewer)),
  "one is not found": verdict(response(depends), missing(crs([noContrast])), infection(unclear)),
  "none of the three is compared, though another row is": verdict(
    response([noContrast]),
    crs([noContrast]),
    infection([apart]),
    harm("Any CRS", unclear, { role: null }),
  ),
  "nothing is compared": verdict(response([noContrast]), crs([noContrast]), infection([apart])),
  "harms alone": verdict(crs(consistent), infection(unclear)),
  "without the three, the first row": verdict(
    harm("Rash", consistent, { role: null }),
    harm("Fatigue", unclear, { role: null }),
  ),
  "a randomised trial of one class against the other": answered({
    outcomes: [{ ...response(depends), headToHead: [headToHead({ design: "randomised" })] }],
  }),
  "another model": answered({ query: { ...query, model: "dl" } }),
  "a product of CAR-T": answered({
    outcomes: [crs(consistent)].map((of) => ({
      ...of,
      pools: { ...of.pools, "car-t": pool({ products: [productPool("cilta-cel", { k: 3 })] }) },
    })),
  }),
  "one class only": only({}),
  "one class only, of which one outcome is not found": only({
    outcomes: [response(unclear), missing(crs([noContrast]))],
  }),
  "one class, as asked": only({ query: { ...query, therapyClass: "bsab" } }),
  "no trial at all": makeVerdict(
    comparison({ selection: { ...comparison().selection, cohorts: { "car-t": 0, bsab: 0 } } }),
  ),
};

const onlyWithMedians = (...products: string[]) => ({
  ...noPool,
  medians: products.map((product) => median({ product, cohort: product })),
});

/** Returns the headline of a kind of survival, of these drugs. */
function survival(
  family: SurvivalFamily,
  carT: string[],
  bsab: string[],
  over: Partial<Answer> = {},
) {
  const pools = { "car-t": onlyWithMedians(...carT), bsab: onlyWithMedians(...bsab) };
  const outcomes = [12, 6, 24].map((month) =>
    row({ outcome: `${family}-${month}`, group: "survival", pools, contrasts: [noContrast] }),
  );
  const screen = makeScreen(comparison({ outcomes, ...over }), null, {
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
  "progression-free survival": survival("pfs", ["a-cel"], ["b-mab"]),
  "overall survival": survival("os", ["a-cel"], ["b-mab"]),
  "duration of response": survival("dor", ["a-cel"], ["b-mab"]),
  "one drug is compared with nothing": survival("pfs", ["a-cel"], []),
  "nothing is reported": survival("dor", [], []),
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
const agesOf = (ends: Ends, trials: number) => ({
  ...{ trials, medianPriorLines: null },
  medianAge: { lowest: ends[0], highest: ends[1], trials, total: trials },
});
const counting = (population: "treated" | "leukapheresed", over: Partial<Answer> = {}) =>
  boxOf({ outcomes: [row(sides({ studies: [study({ population })] }, {}))], ...over });
const bothRegions = ["us", "eu"] as const;
const label = (regions: readonly ("us" | "eu")[], ...conditions: LabelCondition[]) =>
  makeConditionsTextOutsideTables(
    comparison({ notes: [{ code: "label-condition", conditions, regions: [...regions] }] }),
  );
const cilta = {
  ...{ product: "cilta-cel", partners: [], exposedTo: ["PI"], refractoryTo: ["lenalidomide"] },
  ...{ regions: bothRegions, progressionOnLast: [] },
};
const withDara = {
  ...{ product: "teclistamab", partners: ["daratumumab"], exposedTo: ["PI", "IMiD"] },
  ...{ refractoryTo: [], regions: ["us"] as const, progressionOnLast: [] },
};

const doubts: Samples = {
  "without a number there is no box": boxOf({ outcomes: [row(sides(null, null))] }),
  "trials are counted": boxOf({}),
  "median ages": boxOf({ patients: { "car-t": agesOf([60, 61], 4), bsab: agesOf([64, 64], 5) } }),
  younger: boxOf(patientsApart("age", [60, 61], [64, 70])),
  older: boxOf(patientsApart("age", [71, 72], [64, 70])),
  "fewer prior lines": boxOf(patientsApart("prior-lines", [3, 3], [5, 6])),
  "more prior lines": boxOf(patientsApart("prior-lines", [7, 7], [5, 6])),
  "only who was infused is counted": counting("treated"),
  "only who was infused, once it is clear whom": counting(
    "treated",
    patientsApart("age", [60, 61], [64, 70]),
  ),
  "all whose cells were collected are counted": counting("leukapheresed"),
  "all whose cells were collected are asked for": counting("treated", {
    query: { ...comparison().query, denominator: "collected" },
  }),
  "as a text": describeDoubtBox(counting("treated")),
  "a label for both regions": label(bothRegions, cilta),
  "a label that asks for progression in one region": label(bothRegions, {
    ...{ ...cilta, progressionOnLast: ["eu"] },
  }),
  "labels of two regimens": label(bothRegions, cilta, withDara),
  "a label for the region that was asked": label(["eu"], {
    ...{ ...cilta, regions: ["eu"], progressionOnLast: ["eu"] },
  }),
  "labels of two regimens for the region that was asked": label(
    ["us"],
    { ...cilta, regions: ["us"] },
    withDara,
  ),
};

export const headlines = { verdicts, survivals, doubts };
