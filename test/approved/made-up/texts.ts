/** Headlines of made-up answers with the box of what makes their numbers doubtful, and short texts of rows and reports whose cases the approved answers do not all have. */
import type { Answer, Contrast, Row, Study } from "#core/answer/answer.ts";
import { summarisePatientFit } from "#core/evidence/eligibility.ts";
import type { TrialMonths } from "#core/evidence/survival-months.ts";
import type { OnsetRange } from "#core/evidence/timing-lines.ts";
import { anyone } from "#core/question/patient.ts";
import { chooseAxisEnd } from "#presentation/row/figures.ts";
import { describeHeadToHeadComparison } from "#presentation/row/head-to-head.ts";
import { describeSurvivalStarts } from "#presentation/row/months-view.ts";
import { shortenLongTrialName } from "#presentation/row/names.ts";
import { classifyRegimenOfPool } from "#presentation/row/products.ts";
import { describeOnsets } from "#presentation/row/timing-of-row.ts";
import { describeDataAgeIfOld } from "#presentation/views/data-age.ts";
import { makeDoubtBox } from "#presentation/views/doubt-box.ts";
import { listEnrolledRangesByTrial } from "#presentation/views/patient.ts";
import { makeScreen } from "#presentation/views/screen.ts";
import { makeVerdict } from "#presentation/views/verdict.ts";
import { findAbbreviations } from "#presentation/words/abbreviations.ts";
import { describeGrades } from "#presentation/words/figures-in-print.ts";
import { listEnrolmentSentences } from "#presentation/words/patient.ts";
import {
  comparison,
  contrast,
  headToHead,
  median,
  noContrast,
  noPool,
  row,
  study,
} from "../../support/answers.ts";
import { cohort } from "../../support/cohorts.ts";
import { sides } from "../../support/viewed-rows.ts";
import type { Samples } from "../json-as-text.ts";

const grades = (
  ...[trials = 0, withoutDeaths = 0, withDeaths = 0, notReported = 0, ungraded = 0]: number[]
) => describeGrades({ trials, withoutDeaths, withDeaths, notReported, ungraded }, "trial");

const harms: Samples = {
  "grades of which one is called severe alone": grades(7, 3, 3, 1, 1),
  "grades that are called severe alone": grades(2, 0, 0, 2, 2),
};

const [alone, combined] = [study(), study({ regimen: "combination" })];
const regimen = (...studies: Study[]) => classifyRegimenOfPool({ regimen: null, studies });
const long = "Alpha-cel Asian trial cohort (ALPHA-1 China + ALPHA-2 Japan)";

const names: Samples = {
  "a named set may pool both kinds of regimen": [
    regimen(alone),
    regimen(alone, combined),
    regimen(combined),
  ],
  "a long name beside one that would be the same": shortenLongTrialName(long, [
    long,
    "Alpha-cel Asian trial cohort (ALPHA-4)",
  ]),
  "abbreviations are whole words": [
    "CRS or ICANS.",
    "τ 0.4, I² 30 %",
    "CRSx BCMAs MAST",
    "anti-BCMA, dual BCMA/GPRC5D",
  ].map((text) => findAbbreviations(text)),
};

function onset(product: string, medianDays: OnsetRange["medianDays"]): OnsetRange {
  const trial = { product, regimen: "monotherapy", evidence: "trial", times: [] } as const;
  const harm = { outcome: "crs", therapyClass: "bsab", from: "the first dose" } as const;
  return { ...trial, ...harm, medianDays };
}
const starts = (...origins: TrialMonths["timeOrigin"][]) =>
  describeSurvivalStarts(
    origins.map((timeOrigin, index) => ({
      ...{ cohort: cohort("abc"[index] ?? ""), n: 97, fewestPatients: 97, timeOrigin },
      ...{ followUpMonths: 33, cells: [], population: "treated" as const },
    })),
  );
const collected = "2026-11-20";

const times: Samples = {
  "a harm starts after a day": describeOnsets([onset("a", [1, 1])]),
  "a harm starts after days": describeOnsets([onset("a", [1, 3])]),
  "a harm starts after hours": describeOnsets([onset("a", [0.5, 1.5])]),
  "a harm starts after an hour": describeOnsets([onset("a", [1 / 24, 1 / 24])]),
  "harms start, of one drug it is not known from when": describeOnsets([
    { ...onset("a", [7, 7]), from: null },
    onset("b", [2, 2]),
    onset("c", [2, 2]),
  ]),
  "survival is counted from different starts": starts("randomisation", "first-dose"),
  "data older than 90 days say so": [
    ...["2026-11-19T12:00:00Z", "2027-02-18T23:59:00Z", "2027-02-19T00:00:00Z"],
    ...["2026-11-18T23:59:00Z", "1970-01-01T00:00:00Z"],
  ].map((now) => describeDataAgeIfOld(collected, Date.parse(now))),
};

const upTo = (direction: "harm" | "benefit", carT: number | null, bsab: number | null) => {
  const ofClass = (upper: number | null) =>
    upper === null ? null : { interval: [0, upper] as const };
  return chooseAxisEnd(row({ direction, ...sides(ofClass(carT), ofClass(bsab)) }));
};

const comparisons: Samples = {
  "axes of harms end at 20 where all intervals do, and of benefits never": [
    upTo("harm", 0.2, 0.1),
    upTo("harm", 0.2001, 0.1),
    upTo("harm", 0.1, 0.5),
    upTo("harm", 0.1, null),
    upTo("harm", null, null),
    upTo("benefit", 0.1, 0.1),
  ],
  "no analysis is clear": describeHeadToHeadComparison(headToHead({ excludingOne: 0 })),
  "one analysis has its interval": describeHeadToHeadComparison(
    headToHead({
      studies: ["a"],
      excludingOne: 0,
      lowest: 0.9,
      highest: 0.9,
      interval: [0.7, 1.2],
    }),
  ),
  "analyses of response": describeHeadToHeadComparison(
    headToHead({ event: "orr", label: "Response" }),
  ),
};

const person = { ...anyone, age: 66, priorLines: 4 };
const reach = (...trials: ReturnType<typeof cohort>[]) => {
  const enrolling = trials.map(({ id, ...trial }) => ({ ...trial, cohort: id }));
  const fit = summarisePatientFit({ question: "", lines: "3+" }, person, enrolling);
  const enrolment = { none: "Without.", had: "With.", refractory: "" };
  return listEnrolmentSentences(fit, person, { noun: "trial", enrolment });
};

const part = (trial: string, label: string, ages?: [number, number], lines?: [number, number]) =>
  cohort(label, { label, trial, ageRange: ages ?? null, priorLinesRange: lines ?? null });

const patients: Samples = {
  "ranges of the parts of a trial that meet are one, and trials without ages stand last":
    listEnrolledRangesByTrial([
      part("one", "ONE, low dose", [40, 60], [3, 9]),
      part("one", "ONE, high dose", [55, 78], [12, 14]),
      part("three", "THREE"),
      part("two", "TWO", [30, 50], [2, 3]),
      part("two", "TWO, later", [51, 70], [5, 6]),
    ]),
  "no trial is drawn where none reports a range": listEnrolledRangesByTrial([
    part("three", "THREE"),
  ]),
  "a trial that holds the patient, one that does not, and one that is silent": reach(
    part("one", "ONE", [40, 70], [1, 9]),
    part("two", "TWO (arm)", [70, 80], [5, 9]),
    part("three", "THREE"),
  ),
};

export const texts = { harms, names, times, comparisons, patients };

const verdict = (...outcomes: Row[]) => makeVerdict(comparison({ outcomes }));
const between = (
  difference: number,
  [low, high]: [number, number],
  over: Partial<Contrast> = {},
) => [contrast({ differencePer100: difference, differenceInterval: [low, high], ...over })];
const clear = between(26, [14, 35]);
const unclear = between(7, [-6, 30]);
const response = (contrasts: Contrast[]) => row({ contrasts });
const harm = (label: string, contrasts: Contrast[]) =>
  row({
    ...{ outcome: label, label, phrase: `had ${label}`, contrasts, direction: "harm" },
    ...{ group: "toxicity", role: "headline-harm" },
  });
const crs = (contrasts: Contrast[]) => harm("Severe CRS", contrasts);
const infection = (contrasts: Contrast[]) => harm("Severe infection", contrasts);
const unreported = { ...noPool, notReported: ["x"] };
const missing = (of: Row) => ({ ...of, status: row(sides(unreported, unreported)).status });
const { selection } = comparison();
const ofOneClass = makeVerdict(
  comparison({
    selection: {
      ...{ ...selection, cohorts: { "car-t": 0, bsab: 1 } },
      included: [
        { cohort: "a", label: "A", therapyClass: "bsab", product: "talquetamab", group: "bsab" },
      ],
    },
    outcomes: [response(unclear), missing(crs([noContrast]))],
  }),
);

const verdicts: Samples = {
  "one is not reported": verdict(response(clear), missing(crs([noContrast])), infection(unclear)),
  "of a harm alone": verdict(crs(clear)),
  "a randomised trial of one class against the other": verdict({
    ...response(clear),
    headToHead: [headToHead({ design: "randomised" })],
  }),
  "one class only, of which one outcome is not reported": ofOneClass,
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
  return makeDoubtBox(answer);
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
