/**
 * Builds what randomised trials of a product against standard therapy reported of both arms. Nothing here is
 * pooled.
 */
import { amongDeaths, earlyDeaths } from "#data/collection-vocabulary.ts";
import type { ComputeCohort, ComputeLandmark } from "#data/compute-set.ts";
import type { ComparisonFigure, ComparisonStudy, Side } from "#data/schema.ts";
import { parseLandmarkMonth, parseSurvivalFamily } from "#data/survival.ts";
import type {
  EarlyDeaths,
  RandomisedArm,
  RandomisedRate,
  RandomisedRatio,
  RandomisedSource,
  RandomisedTrial,
  RatesOfArms,
  RatiosOfCut,
} from "../answer/answer.ts";
import { chooseFigure, findSourceRefusal } from "../evidence/choose.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { makeRegimen } from "../evidence/regimen-labels.ts";
import type { Query } from "../question/query.ts";

export interface Controlled extends ComparisonStudy {
  /** `control` is the side that was given standard therapy. */
  readonly control: Side;
}

/**
 * Returns the study with its control, and with only the figures whose sources the question counts; `null` if no
 * side is standard therapy.
 */
export function makeControlledStudy(
  study: ComparisonStudy,
  { sources }: Pick<Query, "sources">,
): Controlled | null {
  const control = study.sides.find(({ what }) => what === "strategy");
  const figures = study.figures.filter(
    ({ source }) => findSourceRefusal({ tier: study.sources[source]?.tier ?? 4 }, sources) === null,
  );
  return control ? { ...study, control, figures } : null;
}

/** Returns the cohort of an arm with only the figures and landmarks whose sources the question counts. */
export function filterArmBySources(
  cohort: ComputeCohort,
  { sources }: Pick<Query, "sources">,
): ComputeCohort {
  return {
    ...cohort,
    figures: cohort.figures.filter((figure) => findSourceRefusal(figure, sources) === null),
    landmarks: cohort.landmarks.filter((landmark) => findSourceRefusal(landmark, sources) === null),
  };
}

export function makeRandomisedArm(
  side: Side,
  cohort: ComputeCohort,
  study: Controlled,
): RandomisedArm {
  return {
    ...makeRegimen(cohort),
    cohort: cohort.id,
    therapyClass: cohort.therapyClass,
    n: side.n,
    ratios: selectNewestRatiosAndOlderOfPaper(side, study),
    progressionFree: findPfsOfBothArmsElseOne(cohort, study),
    alive: findSurvivalAtLatestCommonMonth("os", cohort, study),
    medians: listMedianPairs(side, study),
    ...makeSurvivalDetrimentField(side, study),
    earlyDeaths: listEarlyDeathsOfBothArms(side, study),
  };
}

export function makeFigureSource(
  { source }: ComparisonFigure,
  { sources }: ComparisonStudy,
): RandomisedSource {
  const { citation = "", href = null, kind = "news", tier = 4 } = sources[source] ?? {};
  return { citation, href, kind, tier };
}

/**
 * Returns the hazard ratios of an arm for each cut, newest first; a cut with an unknown follow-up counts as the
 * oldest.
 */
function listRatiosByCut(side: Side, study: Controlled): RatiosOfCut[] {
  const figures = study.figures.filter(
    ({ of, against, effect, definition }) =>
      of === side.id &&
      against === study.control.id &&
      effect?.measure === "hazard-ratio" &&
      definition === null,
  );
  const findRatio = (outcome: string, followUp: number | null): RandomisedRatio | null => {
    const figure = figures.find(
      (candidate) =>
        candidate.outcome === outcome && (candidate.followUpMonths ?? null) === followUp,
    );
    if (!figure?.effect) return null;
    const { value, interval } = figure.effect;
    return { value, interval, source: makeFigureSource(figure, study) };
  };
  return [...new Set(figures.map(({ followUpMonths }) => followUpMonths ?? null))]
    .sort((a, b) => (b ?? 0) - (a ?? 0))
    .map((followUpMonths) => ({
      followUpMonths,
      progression: findRatio("pfs", followUpMonths),
      death: findRatio("os", followUpMonths),
    }))
    .filter(({ progression, death }) => progression !== null || death !== null);
}

/**
 * Returns both ratios of the newest cut that has both, because a progression ratio at one follow-up next to a
 * death ratio at another would be selective. The newest older cut of a paper is added.
 */
function selectNewestRatiosAndOlderOfPaper(side: Side, study: Controlled): RatiosOfCut[] {
  const cuts = listRatiosByCut(side, study);
  const newest =
    cuts.find(({ progression, death }) => progression !== null && death !== null) ?? cuts[0];
  if (!newest) return [];
  const isOfPaper = ({ progression, death }: RatiosOfCut) =>
    [progression, death].some((ratio) => ratio?.source.tier === 1);
  const older = cuts.slice(cuts.indexOf(newest) + 1).find(isOfPaper);
  return older ? [newest, older] : [newest];
}

/** Returns survival at the latest month that both arms report, of all who were randomised. */
export function findSurvivalAtLatestCommonMonth(
  family: "pfs" | "os",
  cohort: ComputeCohort,
  study: Controlled,
): RatesOfArms | null {
  const matches = study.figures
    .flatMap((figure) => {
      const { of, outcome, month, percentPrinted, definition } = figure;
      if (of !== study.control.id || outcome !== family || month === undefined) return [];
      if (percentPrinted === null || definition !== null) return [];
      const arm = findArmLandmark(cohort, `${family}-${month}`, figure.followUpMonths ?? null);
      return arm ? [{ figure, month, arm }] : [];
    })
    .sort((a, b) => b.month - a.month);
  const [latest] = matches;
  if (!latest) return null;
  const { figure, month, arm } = latest;
  return {
    arm: readLandmarkRate(arm),
    control: readPrintedRate(figure),
    month,
    followUpMonths: arm.followUpMonths ?? figure.followUpMonths ?? null,
    source: makeFigureSource(figure, study),
  };
}

/** Returns the landmark of an arm at the cut of its control, because rates of two cuts cannot be set side by side. */
function findArmLandmark(
  { landmarks }: ComputeCohort,
  outcome: string,
  followUp: number | null,
): ComputeLandmark | undefined {
  return landmarks.find(
    (landmark) =>
      landmark.outcome === outcome &&
      (landmark.followUpMonths ?? null) === followUp &&
      isUsableRandomisedLandmark(landmark),
  );
}

function readLandmarkRate({ survival: estimate, interval, n }: ComputeLandmark): RandomisedRate {
  return { estimate, interval, events: null, n };
}

function isUsableRandomisedLandmark({ hold, population }: ComputeLandmark): boolean {
  return hold === null && population === "randomised";
}

/**
 * Returns the rates at the latest month of both arms, else at that of an arm whose control reports none.
 */
export function findPfsOfBothArmsElseOne(
  cohort: ComputeCohort,
  study: Controlled,
): RatesOfArms | null {
  const rates = findSurvivalAtLatestCommonMonth("pfs", cohort, study);
  if (rates) return rates;
  const [latest] = cohort.landmarks
    .filter(
      (landmark) =>
        parseSurvivalFamily(landmark.outcome) === "pfs" && isUsableRandomisedLandmark(landmark),
    )
    .sort((a, b) => parseLandmarkMonth(b.outcome) - parseLandmarkMonth(a.outcome));
  return latest ? readRateOfArmAlone(cohort, latest.outcome) : null;
}

type PrintedRate = Pick<ComparisonFigure, "events" | "n" | "percentPrinted" | "interval">;

function readPrintedRate({ events, n, percentPrinted, interval }: PrintedRate): RandomisedRate {
  const [lower, upper] = interval ?? [null, null];
  const counted = events !== null && n !== null ? events / n : null;
  return {
    estimate: counted ?? (percentPrinted === null ? null : percentPrinted / 100),
    interval: lower === null || upper === null ? null : [lower / 100, upper / 100],
    events: n === null ? null : events,
    n,
  };
}

function listMedianPairs(side: Side, { figures, control }: Controlled) {
  return (["pfs", "os"] as const).flatMap((family) => {
    const findMedian = ({ id }: Side) =>
      figures.find(
        ({ of, outcome, medianMonths }) => of === id && outcome === family && medianMonths !== null,
      )?.medianMonths ?? null;
    const [arm, against] = [findMedian(side), findMedian(control)];
    return arm === null || against === null ? [] : [{ family, arm, control: against }];
  });
}

/**
 * Returns the field that tells when survival was reported to be lower with the product, without a number; no field if
 * nothing is reported.
 */
function makeSurvivalDetrimentField(
  { id }: Side,
  study: Controlled,
): Pick<RandomisedArm, "detriment"> {
  for (const figure of study.figures) {
    const { of, outcome, favours, effect, definition, note } = figure;
    if (of !== id || outcome !== "os" || favours !== "against" || effect !== null) continue;
    if (definition === null) continue;
    return {
      detriment: { during: definition, remark: note, source: makeFigureSource(figure, study) },
    };
  }
  return {};
}

/**
 * Returns early deaths that both arms report, as counts, else as percentages. Deaths that are a part of a wider count
 * are given with it, as `untreated`.
 */
function listEarlyDeathsOfBothArms(side: Side, study: Controlled): EarlyDeaths[] {
  const deaths = earlyDeaths.flatMap((outcome) => {
    const [arm, against] = [side, study.control].map(({ id }) =>
      study.figures.find((figure) => figure.of === id && figure.outcome === outcome),
    );
    return arm && against ? [{ outcome, arm, against }] : [];
  });
  const isAmong = (part: (typeof deaths)[number], whole: (typeof deaths)[number]) =>
    amongDeaths[part.outcome] === whole.outcome &&
    [part.arm, part.against].every(({ source, n, events }, index) => {
      const of = [whole.arm, whole.against][index];
      return events !== null && source === of?.source && n === of.n && events <= (of.events ?? -1);
    });
  return deaths
    .filter((part) => !deaths.some((whole) => isAmong(part, whole)))
    .map((whole) => {
      const part = deaths.find((death) => isAmong(death, whole));
      const [arm, against] = [part?.arm.events ?? null, part?.against.events ?? null];
      return {
        outcome: whole.outcome,
        arm: readPrintedRate(whole.arm),
        control: readPrintedRate(whole.against),
        untreated: arm === null || against === null ? null : { arm, control: against },
        source: makeFigureSource(whole.arm, study),
      };
    });
}

/** Holds the rates of an arm and its control, as an opened row shows them. */
export interface ArmsInRow extends RatesOfArms {
  readonly study: string;
  readonly cohort: string;
  /**
   * `hasHold` is true if the figure of the arm has a `hold`, such as one of another definition or a disputed one; no
   * rate is then shown.
   */
  readonly hasHold: boolean;
}

/** Returns the outcome of a row in both arms of each trial; the rates are `null` where it was not reported. */
export function listArmRatesOfRow(
  outcomeId: string,
  trials: readonly RandomisedTrial[],
  query: Query,
  studies: readonly ComparisonStudy[],
  { cohorts, outcomes }: Pick<Dataset, "cohorts" | "outcomes">,
): ArmsInRow[] {
  const outcome = outcomes.find(({ id }) => id === outcomeId);
  const family = parseSurvivalFamily(outcomeId);
  return trials.flatMap(({ study: id, place, arms }) => {
    if (place === "after-other-lines") return [];
    const whole = studies.find((candidate) => candidate.id === id);
    const study = whole && makeControlledStudy(whole, query);
    return arms.flatMap(({ cohort: name }): ArmsInRow[] => {
      const armCohort = cohorts.find((candidate) => candidate.id === name);
      if (!study || !outcome || !armCohort) return [];
      const cohort = filterArmBySources(armCohort, query);
      const of = { study: id, cohort: name };
      if (family === "pfs" || family === "os") {
        const rates = findSurvivalAtLatestCommonMonth(family, cohort, study);
        return [{ ...of, hasHold: false, ...(rates ?? readRateOfArmAlone(cohort, outcomeId)) }];
      }
      const figure = study.figures.find(
        (entry) =>
          entry.of === study.control.id && entry.outcome === outcomeId && entry.effect === null,
      );
      const choice = chooseFigure(cohort, outcome, { ...query, definition: "strict" });
      const nearest = choice.figure ?? choice.nearest;
      const hasHold = choice.figure === null && choice.nearest?.hold != null;
      const arm =
        nearest === null || hasHold ? null : readPrintedRate({ ...nearest, interval: null });
      return [
        {
          ...of,
          hasHold,
          arm: arm?.estimate == null ? null : arm,
          control: figure && !hasHold ? readPrintedRate(figure) : null,
          month: null,
          followUpMonths: nearest?.followUpMonths ?? null,
          source: figure ? makeFigureSource(figure, study) : null,
        },
      ];
    });
  });
}

/** Returns the rate of the arm alone at the month of the row, where the control has none. */
function readRateOfArmAlone(cohort: ComputeCohort, outcome: string): RatesOfArms {
  const landmark = cohort.landmarks.find(
    (candidate) => candidate.outcome === outcome && isUsableRandomisedLandmark(candidate),
  );
  return {
    arm: landmark ? readLandmarkRate(landmark) : null,
    control: null,
    month: landmark ? parseLandmarkMonth(outcome) : null,
    followUpMonths: landmark?.followUpMonths ?? null,
    source: null,
  };
}
