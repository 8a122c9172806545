/** Rows among others, the classes of a row, and an opened row; what is said where a class has no number. */
import type { Interval, MonthOfTrial, Pool, RandomisedTrial, Row } from "#core/answer/answer.ts";
import { describeTippingPoint, makeAnalysesView } from "#presentation/row/analyses-view.ts";
import { listRowsWithoutRatesDrawnAbove } from "#presentation/row/arms-above.ts";
import { describeFirstReasonNotCompared } from "#presentation/row/difference.ts";
import { describeWhyNoNumber } from "#presentation/row/missing.ts";
import {
  makeRandomisedTable,
  makeRandomisedViewOfAnswer,
} from "#presentation/row/randomised-table.ts";
import { makeRowViews } from "#presentation/row/row-view.ts";
import { listStatisticsSentences } from "#presentation/row/statistics.ts";
import { describeCopiedRow, describeRandomisedTable } from "#presentation/views/copied-text.ts";
import { makeVerdict } from "#presentation/views/verdict.ts";
import {
  analysis,
  comparison,
  contrast,
  monthOfTrial,
  noContrast,
  noPool,
  percentageAlone,
  row,
  study,
} from "../../support/answers.ts";
import { rowViewOf, sides } from "../../support/viewed-rows.ts";
import type { Samples } from "../json-as-text.ts";

const clear = { differencePer100: 21, differenceInterval: [1, 33], oddsRatio: 3 } as const;

const amongOthers: Samples = {
  "one analysis could be made": rowViewOf(
    row({ contrasts: [contrast({ ...clear, interval: [1.1, 9], analyses: [analysis("dose")] })] }),
  ).status,
  "no row says that it is not compared if none is": makeRowViews(
    comparison({ outcomes: [row(sides({}, null))] }),
    [],
  ).map(({ status }) => status.text),
};

/** Makes a row whose rates subtract to 30, so that a sample shows whether the fitted difference is printed instead. */
const differing = (differencePer100: number, differenceInterval: Interval) =>
  row({
    contrasts: [contrast({ differencePer100, differenceInterval })],
    ...sides({ estimate: 0.9 }, { estimate: 0.6 }),
  });

const numbers: Samples = {
  "a class of one trial, and one of a single figure of two trials, are not compared": [
    [
      { k: 1, studies: [study()] },
      { k: 1, studies: [study({ trial: "y" })] },
    ],
    [{}, { k: 2, studies: [study({ pooledTrials: ["x", "y"] })] }],
  ].map(([carT = {}, bsab = {}]) => {
    const contrasts = [{ ...noContrast, status: "one-trial" as const }];
    const of = row({ ...sides(carT, bsab), contrasts });
    return describeFirstReasonNotCompared(of, comparison(), { "car-t": null, bsab: null });
  }),
  "what is not 0 is never rounded to it": [0.2, -0.2, 0, -7.5, 20.4].map(
    (difference) => makeAnalysesView(differing(difference, [-30, 40]))?.lines[0]?.number,
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
/** Where several reasons are true, the one that is listed first is given. */
const missing: Samples = {
  "only the other regimen has one": describeWhyNoNumber(
    "bsab",
    row(sides({}, { ...noPool, notReported: ["x"], otherRegimen })),
    comparison(),
  ),
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
const left = (of: Row, ...trials: RandomisedTrial[]) =>
  listRowsWithoutRatesDrawnAbove([of], trials).map(
    (below) => rowViewOf(below.row, { above: below.above }).heard,
  );

const belowTrials: Samples = {
  "a row goes if all of it stands above": left(single, randomised(["a", 0.7])),
  "it stays under a trial that does not lead": left(single, {
    ...randomised(["a", 0.7]),
    place: "line",
  }),
  "it keeps what the trials do not say, and leads up to them": left(
    survivalOf([month("a", 0.7), month("c", 0.5)], [month("b", 0.8)]),
    randomised(["a", 0.7], ["c", 0.4]),
    randomised(["b", 0.8]),
  ),
};

const ratioOf = (value: number, interval: Interval | null = null) => ({
  ...{ value, interval, source: { citation: "", href: null, kind: "news", tier: 3 } as const },
});

/** Returns a trial that led to less progression or death, and whose ratio of deaths ends at this number. */
const ledTo = (product: string, end: number): RandomisedTrial => {
  const trial = randomised(["a", 0.7]);
  const [progression, death] = [ratioOf(0.5, [0.3, 0.6]), ratioOf(0.5, [0.3, end])];
  const ratios = [{ followUpMonths: 30, progression, death }];
  return { ...trial, arms: trial.arms.map((arm) => ({ ...arm, product, ratios })) };
};
const fewerDeaths = [
  [0.8, 1.2],
  [0.8, 0.8],
  [1.2, 1.2],
] as const;

/** Returns what is said of the ratios of progression and of death of a trial; `null` of one that no source has. */
const ratiosInWords = (
  ...found: (readonly [progression: number | null, death: number | null])[]
) => {
  const trial = randomised(["a", 0.7]);
  const ratios = found.map((of) => {
    const [progression = null, death = null] = of.map((value) =>
      value === null ? null : ratioOf(value),
    );
    return { followUpMonths: null, progression, death };
  });
  const ofTrial = {
    ...{ ...trial, place: "line" as const },
    arms: trial.arms.map((arm) => ({ ...arm, ratios, progressionFree: null })),
  };
  const view = makeRandomisedViewOfAnswer(comparison({ randomised: [ofTrial] }), {
    ...{ part: "all", armsOf: () => [], heading: "" },
  });
  return [
    ...ofTrial.arms.map((arm) =>
      describeRandomisedTable(makeRandomisedTable(arm, ofTrial, { part: "benefits" })),
    ),
    ...(view?.lines ?? []).map(({ text }) => text),
  ];
};

const [alone] = randomised(["a", 0.7]).arms.flatMap(
  (arm) => makeRandomisedTable(arm, randomised(["a", 0.7]), { part: "benefits" }).rows,
);
const arms: Samples = {
  "a control that reports no month says so": alone?.heard,
  "ratios of progression and of death stand with their outcome, and what no source has is not reported":
    [
      ratiosInWords([0.4, 0.5]),
      ratiosInWords([null, 0.5]),
      ratiosInWords([0.4, null]),
      ratiosInWords(),
    ],
  "a headline of two drugs of a class says after which deaths were fewer": fewerDeaths.map(
    ([first, second]) => {
      const trials = [ledTo("alpha-cel", first), ledTo("beta-cel", second)];
      return makeVerdict(comparison({ randomised: trials })).lead;
    },
  ),
};

export const rows = { numbers, amongOthers, missing, belowTrials, arms };

const { sides: bothRegimens, heard } = rowViewOf(row(sides({ otherRegimen }, null)));

const ofClass: Samples = {
  "alone and in combination are two lines": { ...bothRegimens["car-t"], heard },
};

const copied = (carT: Partial<Pool>) => describeCopiedRow(row(sides(carT, null)), comparison());
const inCopy = {
  k: 1,
  selectedTrials: 1,
  events: 94,
  n: 97,
  studies: [study({ events: 94, n: 97 })],
};

const inCopies: Samples = {
  "the other kind of regimen stands behind, and what is printed without a count": copied({
    ...{ ...inCopy, otherRegimen, notPooled: [percentageAlone({ product: "c" })] },
  }),
  "nothing is reported": copied({ ...noPool, notReported: ["x"] }),
};

export const classes = { ofClass, inCopies };

const usual = { differencePer100: 20, differenceInterval: [5, 35] } as const;
const lost = { changing: 1, differencePer100: 11 } as const;
const withContrast = (over: Parameters<typeof contrast>[0]) =>
  row({ contrasts: [contrast({ ...usual, ...over })] });
const same = analysis("place", { status: "same", differencePer100: null });

const analyses: Samples = {
  "analyses stand below the difference, without those that have no line": makeAnalysesView(
    withContrast({
      analyses: [
        analysis("trial", {
          ...{ ...lost, variant: "A", made: 4, total: 6, differenceInterval: [-18, 28.4] },
          omissions: [
            { trial: "A", differencePer100: 11, differenceInterval: [-18, 28.4] },
            { trial: "B", differencePer100: 25, differenceInterval: [2, 30] },
          ],
        }),
        analysis("product", { variant: "a-cel", made: 3, total: 5 }),
        analysis("apheresed", { status: "scenario", made: 1, total: 6, assumedPer100: 87 }),
        analysis("dose", { ...lost, repeats: { analysis: "trial", variant: "A" } }),
        analysis("papers", { repeats: { analysis: "trial", variant: "B" } }),
        same,
        analysis("model", { status: "cannot-be-made", obstacle: "two-trials" }),
        analysis("equal-age", { status: "cannot-be-made", obstacle: "ages-apart" }),
      ],
    }),
  ),
  "how far fewer is from none": describeTippingPoint(
    withContrast({ differencePer100: -12, differenceInterval: [-20, -3], analyses: [same] }),
  ),
};

const better = {
  probabilityHigher: 0.93,
  hazardRatio: 0.6,
  hazardRatioInterval: [0.4, 0.9],
} as const;
const statistics: Samples = {
  // More patients alive means a lower hazard, so the probability is the probability of doing well.
  "of survival they speak of patients who do well": listStatisticsSentences(
    row({
      ...{ outcome: "pfs-12", group: "survival" },
      contrasts: [contrast({ ...usual, ...better, oddsRatio: null, interval: null })],
    }),
  ),
};

export const openedRows = { analyses, statistics };
