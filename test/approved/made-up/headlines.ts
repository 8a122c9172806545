/** Headlines of made-up answers, and the box of what makes their numbers doubtful. */
import type { Answer, Contrast, MedianResult, Pool, Row } from "#core/answer/answer.ts";
import type { LabelCondition } from "#core/evidence/regimen-labels.ts";
import { notesOfAnswer } from "#presentation/row/notes.ts";
import { doubtBoxOf, doubtText } from "#presentation/views/doubt-box.ts";
import { screenOf } from "#presentation/views/screen.ts";
import { verdictOf } from "#presentation/views/verdict.ts";
import {
  check,
  comparison,
  contrast,
  median,
  noContrast,
  noPool,
  pool,
  row,
  study,
} from "../../support/answers.ts";
import { sides } from "../../support/viewed-rows.ts";
import type { Samples } from "../json-as-text.ts";

const verdict = (...outcomes: Row[]) => verdictOf(comparison({ outcomes }));
const between = (
  difference: number,
  [low, high]: [number, number],
  over: Partial<Contrast> = {},
) => [contrast({ differencePer100: difference, differenceInterval: [low, high], ...over })];
/** A difference of which so many checks hold. */
const clear = (holds: number, of: number, difference = 26) => {
  const checks = Array.from({ length: of }, (_, at) =>
    check("dose", { status: at < holds ? "holds" : "lost" }),
  );
  return between(difference, difference > 0 ? [14, 35] : [-20, -3], { checks });
};
const unclear = between(7, [-6, 30]);
const benefit = (contrasts: Contrast[], over: Partial<Row> = {}) => row({ contrasts, ...over });
const harm = (label: string, contrasts: Contrast[], over: Partial<Row> = {}) =>
  row({
    ...{ outcome: label, label, phrase: `had ${label}`, contrasts, direction: "harm" },
    ...{ group: "toxicity", role: "headline-harm", ...over },
  });
const named = (phrase: string, contrasts: Contrast[]) =>
  benefit(contrasts, { outcome: phrase, label: phrase, phrase });
const crs = (contrasts: Contrast[]) => harm("Severe CRS", contrasts);
const infection = (contrasts: Contrast[]) => harm("Severe infection", contrasts);
const counts = (numberForm: Row["numberForm"]) => {
  const counted = (events: number, n: number) => pool({ k: 1, events, n, estimate: events / n });
  const pools = { "car-t": counted(12, 20), bsab: counted(94, 181) };
  return verdict(benefit([noContrast], { pools, numberForm }));
};

const verdicts: Samples = {
  "all checks hold": verdict(benefit(clear(4, 4))),
  "most checks hold": verdict(benefit(clear(3, 4))),
  "few checks could be asked": verdict(benefit(clear(3, 3))),
  "no check could be asked": verdict(benefit(clear(0, 0))),
  "most checks are lost": verdict(benefit(clear(2, 4))),
  "the interval ends at 0": verdict(benefit(between(7, [0, 30]))),
  "of response first": verdict(
    harm("CRS", clear(4, 4), { role: null }),
    named("lived", clear(4, 4)),
    benefit(clear(4, 4)),
  ),
  "else of the first benefit that is compared": verdict(
    harm("CRS", clear(4, 4), { role: null }),
    named("lived", [noContrast]),
    named("thrived", clear(4, 4)),
  ),
  "else of a harm of the headline": verdict(
    harm("CRS", clear(4, 4), { role: null }),
    crs(clear(4, 4)),
  ),
  "else of any harm": verdict(harm("CRS", clear(4, 4), { role: null })),
  "counts without a difference": counts("counts"),
  "rates without a difference": counts("rates"),
  "both harms, each with how sure it is": verdict(
    benefit(clear(1, 4)),
    crs(clear(4, 4)),
    infection(unclear),
  ),
  "after what harms are more often, where the benefit is unclear": verdict(
    benefit(unclear),
    crs(clear(4, 4)),
    infection([noContrast]),
  ),
  "fewer of one harm": verdict(benefit(clear(1, 4)), infection(clear(3, 4, -12))),
  "one sentence of two harms with the same status": verdict(
    benefit(clear(1, 4)),
    crs(unclear),
    infection(unclear),
  ),
  "no other harm": verdict(benefit(clear(1, 4)), harm("Rash", clear(4, 4), { role: null })),
  "no harm where no row is compared": verdict(
    benefit([noContrast]),
    crs([noContrast]),
    infection([noContrast]),
  ),
};

function survival(carT: Partial<Pool>, bsab: Partial<Pool>) {
  const pools = { "car-t": { ...noPool, ...carT }, bsab: { ...noPool, ...bsab } };
  const outcomes = [12, 6, 24].map((month) =>
    row({ outcome: `pfs-${month}`, group: "survival", pools, contrasts: [noContrast] }),
  );
  const monthsOf = () => ({ trials: [], small: [] });
  const screen = screenOf(comparison({ outcomes }), null, { monthsOf, onsetOf: () => [] });
  if (screen.kind !== "survival") throw new Error("not of survival");
  return { lead: screen.verdict.lead, families: screen.survival.families, rows: screen.rows };
}
const medianOf = (product: string, months: number) =>
  median({ product, cohort: product, label: product.toUpperCase(), months });
const { months: _, ...notReached }: MedianResult = median({
  ...{ product: "b-mab", cohort: "z", followUpMonths: 26.3 },
});
const threeDrugs = ["x-mab", "y-mab", "z-mab"].map((product, at) => medianOf(product, 10 + at));
const a = medianOf("a-cel", 9);

const survivals: Samples = {
  "medians stand in whole months": survival(
    { medians: [medianOf("a-cel", 34.9)] },
    { medians: [medianOf("b-mab", 8.8)] },
  ).lead,
  "medians that would be the same month stand as reported": survival(
    { medians: [medianOf("a-cel", 8.5)] },
    { medians: [medianOf("b-mab", 8.8)] },
  ).lead,
  "not reached in some trials": survival(
    { medians: [a] },
    { medians: [medianOf("b-mab", 11)], notReached: [notReached] },
  ).lead,
  "not reached in any trial": survival({ medians: [a] }, { notReached: [notReached] }).lead,
  "three drugs of a class are one range": survival({}, { medians: threeDrugs }).lead,
  "two drugs stand by name": survival({}, { medians: threeDrugs.slice(1) }).lead,
  "single months are known where no trial has a median": survival({ studies: [study()] }, {}),
};

const boxOf = (over: Partial<Answer>) => {
  const answer = comparison(over);
  return doubtBoxOf(answer, notesOfAnswer(answer));
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
  boxOf({ notes: [{ code: "label-condition", conditions, regions: [...regions] }] })?.label;
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
  "as a text": doubtText(counting("treated")),
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
