/** Rows among others, and what is said where a class has no number. */
import type {
  Analysis,
  Interval,
  MonthOfTrial,
  Pool,
  RandomisedTrial,
  Row,
} from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { makeAnalysesView } from "#presentation/row/analyses-view.ts";
import { listRowsBelowTrials } from "#presentation/row/arms-above.ts";
import { chooseReasonNotCompared, findDifferenceNumbers } from "#presentation/row/difference.ts";
import { describeWhyNoNumber } from "#presentation/row/missing.ts";
import { makeRandomisedTable } from "#presentation/row/randomised-table.ts";
import { isRowUnreported, makeRowViews } from "#presentation/row/row-view.ts";
import { makeHarmGroups } from "#presentation/views/harm-groups.ts";
import { makeVerdict } from "#presentation/views/verdict.ts";
import {
  analysis,
  comparison,
  contrast,
  median,
  monthOfTrial,
  noContrast,
  noPool,
  notPooled,
  productPool,
  row,
  study,
} from "../../support/answers.ts";
import { queryOf } from "../../support/queries.ts";
import { rowViewOf, sides } from "../../support/viewed-rows.ts";
import type { Samples } from "../json-as-text.ts";

const analysed = (keeps: number, loses: number) => {
  const analyses = Array.from(
    { length: keeps + loses },
    (_, index): Analysis => analysis("dose", index < keeps ? {} : { status: "loses" }),
  );
  const difference = { differencePer100: 21, differenceInterval: [1, 33] } as const;
  const clear = contrast({ ...difference, interval: [1.1, 9], oddsRatio: 3, analyses });
  return rowViewOf(row({ contrasts: [clear] })).status;
};
const { selection } = comparison();
const carTOnly = { answer: { selection: { ...selection, cohorts: { "car-t": 3, bsab: 0 } } } };
const harm = (outcome: string, harmGroup: Row["harmGroup"], over: Partial<Row> = {}) =>
  row({ outcome, label: outcome, direction: "harm", harmGroup, ...over });
const drawn = (outcomes: readonly Row[], isInHeadline?: boolean) =>
  makeRowViews(comparison({ outcomes }), isInHeadline).map(({ outcome, status, notes }) => [
    outcome,
    status.text,
    ...notes,
  ]);
const grouped = (outcomes: readonly Row[]) => {
  const answer = comparison({ query: queryOf("outcome=toxicity", dataset), outcomes });
  const rows = makeRowViews(answer);
  return makeHarmGroups(answer, rows, () => []).map(({ heading, outcomes: lead, folded }) => [
    heading,
    ...lead,
    ...folded.map(({ name }) => name),
    ...rows.filter((row) => lead.includes(row.outcome)).map(({ status }) => status.text),
  ]);
};
const harms = [
  harm("crs-3", "first-weeks", { partOf: "crs" }),
  harm("crs", "first-weeks"),
  harm("fever", "first-weeks", sides({}, null)),
  harm("fever-3", "first-weeks", { partOf: "fever" }),
  harm("infection", "infection"),
];
const carTReports = row(sides({}, null));
const compared = row({ contrasts: [contrast()] });
const silent = { ...noPool, notPooled: [notPooled()] };
const nobody = row({ outcome: "a", ...sides(silent, silent) });
const ofCarT = (pool: Partial<Pool>) =>
  row({
    ...{ appliesTo: ["car-t"], notFor: "after CAR-T only", ...sides(pool, null) },
    status: { code: "not-for", keeps: null, made: null, reason: null, limit: null, obstacle: null },
  });

const amongOthers: Samples = {
  "all analyses keep it": analysed(5, 0),
  "most analyses keep it": analysed(5, 1),
  "most analyses lose it": analysed(1, 4),
  "few analyses could be made": analysed(1, 1),
  "one analysis could be made": analysed(1, 0),
  "no analysis could be made": analysed(0, 0),
  "no row says that it is not compared if none is": drawn([carTReports]),
  "a row says that it is not compared beside one that is": drawn([carTReports, compared]),
  "a row says that it is not compared where no headline does": drawn([carTReports], false),
  "the status of one class are its patients": rowViewOf(row(), carTOnly),
  "single drugs of one class have no status": rowViewOf(
    row(sides({ products: [productPool("a-cel")], missingProducts: ["b-cel"] }, null)),
    carTOnly,
  ),
  "a class that cannot have the outcome has no side": rowViewOf(
    row({ appliesTo: ["car-t"], notFor: "no manufacturing step" }),
  ),
  "few events of several trials are noted": rowViewOf(row(sides({}, { events: 2 }))).notes,
  "five events are not few": rowViewOf(row(sides({}, { events: 5 }))).notes,
  "few events of one trial are not noted": rowViewOf(row(sides({}, { events: 2, k: 1 }))).notes,
  "all harms stand in groups that name what they fold": grouped(harms),
  "harms among others stand in no group": drawn([row(), ...harms]),
  "a row that nobody reports is left out": drawn([nobody, row()]),
  "unreported are only rows without a word on any figure": [
    nobody,
    ofCarT(silent),
    ofCarT({ studies: [study()] }),
    ofCarT({ ...noPool, notPooled: [notPooled({ reason: { code: "no-count" } })] }),
  ].map(isRowUnreported),
};

/** Makes a row whose rates subtract to 30, so that a sample shows whether the fitted difference is printed instead. */
const differing = (differencePer100: number, differenceInterval: Interval) =>
  row({
    contrasts: [contrast({ differencePer100, differenceInterval })],
    ...sides({ estimate: 0.9 }, { estimate: 0.6 }),
  });
const ends = [
  [-1, 16],
  [0, 16],
  [-16, 0],
  [0.1, 16],
  [-16, -0.1],
] as const;

const numbers: Samples = {
  "a difference is unclear if 0 lies within its interval or at its end": ends.map((interval) => {
    const of = differing((interval[0] + interval[1]) / 2, interval);
    const { contrast: _, ...difference } = findDifferenceNumbers(of) ?? {};
    return { ...difference, lead: makeVerdict(comparison({ outcomes: [of] })).lead };
  }),
  "there is none without a fitted one, although both classes have a number": [
    findDifferenceNumbers(row({ ...sides({}, {}), contrasts: [noContrast] })),
    findDifferenceNumbers({ contrasts: [] }),
  ],
  "a class of one trial, and one of a single figure of two trials, are not compared": [
    [
      { k: 1, studies: [study()] },
      { k: 1, studies: [study({ trial: "y" })] },
    ],
    [{}, { k: 2, studies: [study({ pooledTrials: ["x", "y"] })] }],
  ].map(([carT = {}, bsab = {}]) => {
    const contrasts = [{ ...noContrast, status: "one-trial" as const }];
    const of = row({ ...sides(carT, bsab), contrasts });
    return chooseReasonNotCompared(of, comparison(), { "car-t": null, bsab: null });
  }),
  "what is not 0 is never rounded to it": [0.2, -0.2, 0, -7.5, 20.4].map(
    (difference) => makeAnalysesView(differing(difference, [-30, 40]), null)?.lines[0]?.number,
  ),
  "nor is a rate, whose mark stands where it is": [0, 0.004, 0.998, 1].map((estimate) => {
    const side = rowViewOf(row(sides({ estimate, interval: [0, 0.1] }, {}))).sides["car-t"];
    return [side?.number, side?.marks[0]?.at];
  }),
};

const otherRegimen = {
  ...({ regimen: "combination", k: 1, trials: 1, products: ["c-cel"], studies: [] } as const),
  ...({ events: 9, n: 10, estimate: 0.9, interval: [0.7, 1] } as const),
};
const without = (over: Partial<Pool>, more: Partial<Row> = {}) =>
  row({ ...sides({}, { ...noPool, ...over }), ...more });
const none = { ...selection, cohorts: { "car-t": 3, bsab: 0 } };
const asksCarT = queryOf("therapy-class=car-t", dataset);
const of3 = { of: 3, notPooled: [notPooled()] };
const notVerified = notPooled({ reason: { code: "held", hold: "unverified" } });
const byTrial = { status: "by-trial", k: 1, studies: [study()] } as const;
const why = (of: Row, over?: Parameters<typeof comparison>[0]) =>
  describeWhyNoNumber("bsab", of, comparison(over));

/** Where several reasons are true, the one that is listed first is given. */
const missing: Samples = {
  "it has one": why(row()),
  "it cannot have the outcome": why(
    without(of3, { appliesTo: ["car-t"], notFor: "given once" } as const),
    { selection: none, query: asksCarT },
  ),
  "it was not asked for": why(without(of3), { selection: none, query: asksCarT }),
  "it has no trial": why(without({ ...of3, otherRegimen }), { selection: none }),
  "single trials are not pooled": why(without({ ...byTrial, otherRegimen })),
  "only the other regimen has one": why(without({ ...of3, otherRegimen })),
  "a month is known by its median": why(
    without({ ...of3, medians: [median()] }, { outcome: "pfs-18" }),
  ),
  "no trial reports it": why(without(of3)),
  "no count can be pooled": why(without({ notPooled: [notPooled(), notVerified] })),
};

const survivalOf = (carT: MonthOfTrial[], bsab: MonthOfTrial[] = []): Row => {
  const unpooled = { estimate: null, interval: null, studies: [] };
  const pools = sides({ ...unpooled, months: carT }, { ...unpooled, months: bsab });
  return row({ outcome: "pfs-12", ...pools });
};
const month = (cohort: string, survival: number, over: Partial<MonthOfTrial> = {}) =>
  monthOfTrial({ cohort, survival, month: 12, kind: "printed", ...over });
const randomised = (...arms: (readonly [cohort: string, estimate: number])[]): RandomisedTrial => ({
  ...{ study: "lot", label: "LOT", place: "leads", lines: null, medianLines: null, enrolled: null },
  masking: null,
  ...{ control: { label: "control", n: 100 }, crossover: null, notReported: [] },
  arms: arms.map(([cohort, estimate]) => {
    const rate = { estimate, interval: null, events: null, n: 100 };
    return {
      ...{ product: "alpha-cel", partners: [], cohort, therapyClass: "car-t", n: 100 },
      ...{ ratios: [], medians: [], earlyDeaths: [], alive: null },
      progressionFree: {
        ...{ arm: rate, control: null, month: 12, followUpMonths: null, source: null },
      },
    };
  }),
});
const single = survivalOf([month("a", 0.7)]);
const asBound = month("b", 0.8, { kind: "at-least", month: 36 });
const left = (of: Row, ...trials: RandomisedTrial[]) =>
  listRowsBelowTrials([of], trials).map(
    (below) => rowViewOf(below.row, { above: below.above }).heard,
  );

const belowTrials: Samples = {
  "a row goes if all of it stands above": left(single, randomised(["a", 0.7])),
  "it goes if it stands above as a bound": left(
    survivalOf([month("a", 0.7)], [asBound]),
    randomised(["a", 0.7], ["b", 0.8]),
  ),
  "it stays if another number stands above": left(single, randomised(["a", 0.6])),
  "it stays under a trial that does not lead": left(single, {
    ...randomised(["a", 0.7]),
    place: "line",
  }),
  "it stays if it is no row of survival": left(row(), randomised(["a", 0.7])),
  "it keeps what the trials do not say, and leads up to them": left(
    survivalOf([month("a", 0.7), month("c", 0.5)], [month("b", 0.8)]),
    randomised(["a", 0.7], ["c", 0.4]),
    randomised(["b", 0.8]),
  ),
};

/** Returns a trial that led to less progression or death, and whose ratio of deaths ends at this number. */
const ledTo = (product: string, end: number): RandomisedTrial => {
  const trial = randomised(["a", 0.7]);
  const ratio = (upper: number) => ({
    ...({ value: 0.5, interval: [0.3, upper] } as const),
    ...({ source: { citation: "", href: null, kind: "news", tier: 3 } } as const),
  });
  const ratios = [{ followUpMonths: 30, progression: ratio(0.6), death: ratio(end) }];
  return { ...trial, arms: trial.arms.map((arm) => ({ ...arm, product, ratios })) };
};
const fewerDeaths = [
  [0.8, 1.2],
  [0.8, 0.8],
  [1.2, 1.2],
] as const;

const [alone] = randomised(["a", 0.7]).arms.flatMap(
  (arm) => makeRandomisedTable(arm, randomised(["a", 0.7]), { part: "benefits" }).rows,
);
const arms: Samples = {
  "a control that reports no month says so": alone?.heard,
  "a headline of two drugs of a class says after which deaths were fewer": fewerDeaths.map(
    ([first, second]) => {
      const trials = [ledTo("alpha-cel", first), ledTo("beta-cel", second)];
      return makeVerdict(comparison({ randomised: trials })).lead;
    },
  ),
};

export const rows = { numbers, amongOthers, missing, belowTrials, arms };
