/** Holds rules about a cohort: which values of its fields fit together, and which entries elsewhere it may name. */
import type { Evidence, Problem } from "../evidence.ts";
import { treatmentTimings } from "../schema/timing.ts";
import type { Cohort, Figure, Landmark, Outcome, Timing } from "../schema.ts";
import { splitDefinitionAtSources } from "../source-address.ts";
import { explainWrongN } from "./figures.ts";
import {
  addPriorLinesProblems,
  addProblemsOfNamedProduct,
  addRegimenPartnerProblems,
  collectDrugNames,
} from "./regimens.ts";
import {
  checkEntriesOfFolder,
  isOutsideInterval,
  listItemsWithPaths,
  makeEntryFilePath,
  type ProblemList,
} from "./report.ts";

export function checkCohorts(evidence: Evidence): Problem[] {
  const drugs = collectDrugNames(evidence);
  return checkEntriesOfFolder("cohorts", evidence.cohorts, (cohort, list) => {
    const { regimen, regimenPartners, admittedLines } = cohort;
    addProblemsOfNamedProduct("product", "therapyClass", cohort.product, cohort, evidence, list);
    addRegimenPartnerProblems("regimenPartners", regimen, regimenPartners, list);
    list.expectEach("regimenPartners", "drug", regimenPartners ?? [], drugs);
    if (admittedLines) addPriorLinesProblems("admittedLines", admittedLines, list);
    for (const [at, figure] of listItemsWithPaths("figures", cohort.figures)) {
      addWayOfCountingProblems(figure, at, cohort, evidence, list);
    }
    addSourceProblems(cohort, list);
    addFollowUpProblems(cohort, evidence, list);
    addLandmarkProblems(cohort, list);
    addMedianProblems(cohort, list);
    addTimingProblems(cohort, evidence, list);
    addEarlierTherapyProblems(cohort, list);
    addOverlapProblems(cohort, evidence, list);
    addBiasRatingProblems(cohort, list);
    if (admittedLines) addSettingProblems(cohort, admittedLines, list);
    addMissingButPresentProblems(cohort, list);
  });
}

/**
 * Checks that the admitted lines do not contradict the setting, by which questions choose cohorts: they would hide
 * the cohort or misplace it.
 */
function addSettingProblems(
  { setting }: Cohort,
  { min, max }: NonNullable<Cohort["admittedLines"]>,
  list: ProblemList,
): void {
  const [fewest, most] = [min ?? 0, max ?? Number.POSITIVE_INFINITY];
  if (fewest > most) return;
  if (setting === "early" && fewest >= 3) {
    list.add("setting", "setting-agrees", `early, but all had ${fewest} prior lines or more`);
  }
  if (setting === "late" && most < 3) {
    list.add("setting", "setting-agrees", `late, but nobody had more than ${most} prior lines`);
  }
}

function addMissingButPresentProblems({ missing, figures }: Cohort, list: ProblemList): void {
  for (const [at, sought] of listItemsWithPaths("missing", missing)) {
    if (!figures.some(({ outcome }) => outcome === sought)) continue;
    list.add(at, "missing-is-missing", `a figure of "${sought}" is there`);
  }
}

/** Matches words of a definition that say that laboratory values were counted, or were not. */
const ofLaboratory = /laborator/i;

/**
 * Checks that figures of one outcome count it in one way; a figure that counts it otherwise belongs to another
 * outcome, or has a `hold`. Grades may be stated only for outcomes of grade 3 and higher, “severe” only for a source
 * that names no scale, and a time on treatment only for what is observed while treated.
 */
function addWayOfCountingProblems(
  { outcome: id, by, hold, definition, grades, grading, exposureMonths }: Figure,
  at: string,
  cohort: Cohort,
  { outcomes }: Evidence,
  list: ProblemList,
): void {
  findOutcomeOrAddProblem(id, `${at}.outcome`, cohort, outcomes, list);
  const outcome = outcomes.find((candidate) => candidate.id === id);
  if (exposureMonths !== null && outcome?.observed !== "treatment") {
    const message = `"${id}" is not observed while treated only; remove it`;
    list.add(`${at}.exposureMonths`, "exposure-is-time-on-treatment", message);
  }
  if (outcome === undefined) return;
  if (grades !== null && outcome.severe === undefined) {
    list.add(`${at}.grades`, "grades-of-severe", `"${id}" counts all grades; remove it`);
  }
  if (grades === "severe" && grading !== "unknown") {
    const message = `${grading} has grades; enter which were counted, or null`;
    list.add(`${at}.grades`, "severe-without-scale", message);
  }
  const expectedBy = outcome.by;
  const isUnsaid = by === undefined && ofLaboratory.test(definition ?? "");
  if (expectedBy === undefined && by !== undefined) {
    list.add(`${at}.by`, "counted-by", `"${id}" is counted in one way only; remove it`);
  } else if (hold === null && (by !== expectedBy || isUnsaid)) {
    const message = `"${id}" is counted by ${expectedBy ?? "reports"}, this by ${by ?? "what is not stated"}; hold it as "different-definition"`;
    list.add(`${at}.by`, "counted-by", message);
  }
}

/**
 * Returns the counted outcome of this id if the class of the cohort can have it; else adds a problem and returns
 * `undefined`.
 */
function findOutcomeOrAddProblem(
  id: string,
  at: string,
  { therapyClass }: Cohort,
  outcomes: readonly Outcome[],
  list: ProblemList,
): Outcome | undefined {
  const outcome = outcomes.find((candidate) => candidate.id === id);
  if (outcome?.kind !== "count") list.add(at, "outcome-exists", `no counted outcome "${id}"`, id);
  else if (outcome.appliesTo.includes(therapyClass)) return outcome;
  else list.add(at, "outcome-applies", `"${id}" does not exist for ${therapyClass}`);
  return undefined;
}

/**
 * Checks that sources exist, and that a review, which repeats what others reported, does not have the rank of their
 * paper.
 */
function addSourceProblems(cohort: Cohort, list: ProblemList): void {
  for (const [at, { kind, tier }] of listItemsWithPaths("sources", cohort.sources)) {
    if (kind !== "review" || tier > 1) continue;
    list.add(`${at}.tier`, "review-is-second-hand", "a review repeats others; its tier is 2");
  }
  for (const field of ["figures", "landmarks", "medians", "timing", "priorBcmaKinds"] as const) {
    cohort[field].forEach(({ source }, index) => {
      list.expectSource(`${field}[${index}].source`, source, cohort.sources);
    });
  }
  for (const [at, { definition }] of listItemsWithPaths("figures", cohort.figures)) {
    for (const part of splitDefinitionAtSources(definition ?? "")) {
      if (typeof part === "string") continue;
      list.expectSource(`${at}.definition`, part.source, cohort.sources);
    }
  }
}

const millisecondsPerMonth = (365.25 / 12) * 24 * 60 * 60 * 1000;

/** Checks that no median follow-up is longer than the time since the first patient was enrolled. */
function addFollowUpProblems(cohort: Cohort, { review }: Evidence, list: ProblemList): void {
  const from = cohort.enrolment?.from ?? null;
  if (from === null) return;
  const longest = (parsePeriodEnd(review.dataDate) - Date.parse(from)) / millisecondsPerMonth;
  const check = (at: string, followUpMonths: number | null) => {
    if (followUpMonths === null || followUpMonths <= longest) return;
    const message = `${followUpMonths} months, but enrolment began in ${from}, ${Math.floor(longest)} months before the date of the data`;
    list.add(`${at}followUpMonths`, "follow-up-within-trial", message);
  };
  check("", cohort.followUpMonths);
  for (const field of ["figures", "landmarks", "medians", "sources"] as const) {
    cohort[field].forEach(({ followUpMonths }, index) => {
      check(`${field}[${index}].`, followUpMonths);
    });
  }
}

/** Returns the end of a day; of a month or year alone, its last day. */
function parsePeriodEnd(date: string): number {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}

/** Checks each landmark alone, and each pair of landmarks of the same family and data cut against each other. */
function addLandmarkProblems(cohort: Cohort, list: ProblemList): void {
  for (const [index, landmark] of cohort.landmarks.entries()) {
    const at = `landmarks[${index}]`;
    const { family, cut, survival, interval } = landmark;
    if (interval && isOutsideInterval(survival, interval)) {
      list.add(`${at}.interval`, "landmark-within-interval", `${survival} outside ${interval}`);
    }
    const wrongN = explainWrongN(landmark, cohort);
    if (wrongN !== null) list.add(`${at}.n`, "n-matches-population", wrongN);
    for (const earlier of cohort.landmarks.slice(0, index)) {
      if (earlier.family === family && earlier.cut === cut)
        addLandmarkPairProblems(earlier, landmark, at, list);
    }
  }
}

function addLandmarkPairProblems(
  earlier: Landmark,
  landmark: Landmark,
  at: string,
  list: ProblemList,
) {
  const { family, month } = landmark;
  if (earlier.month === month) {
    list.add(at, "landmark-unique", `${family} at month ${month} is given twice`);
    return;
  }
  const [first, later] = earlier.month < month ? [earlier, landmark] : [landmark, earlier];
  if (later.survival <= first.survival) return;
  const message = `${later.survival} at month ${later.month} after ${first.survival} at month ${first.month}`;
  list.add(`${at}.survival`, "survival-never-rises", message);
}

/**
 * Checks each median against its interval and the landmarks of its curve: before it, half of the patients or more are
 * without an event, and after it half or fewer. Where it was not reached, no landmark is below half.
 */
function addMedianProblems({ medians, landmarks }: Cohort, list: ProblemList): void {
  for (const [at, { family, cut, population, months, interval }] of listItemsWithPaths(
    "medians",
    medians,
  )) {
    if (months !== null && interval && isOutsideInterval(months, interval)) {
      list.add(`${at}.interval`, "median-within-interval", `${months} outside ${interval}`);
    }
    const median = months ?? Number.POSITIVE_INFINITY;
    const contradicted = landmarks.find(
      ({ month, survival, ...other }) =>
        other.family === family &&
        other.cut === cut &&
        other.population === population &&
        (month < median ? survival < 0.5 : month > median && survival > 0.5),
    );
    if (!contradicted) continue;
    const { month, survival } = contradicted;
    const message = `${months === null ? "not reached" : `${months} months`}, but ${survival} at month ${month}`;
    list.add(`${at}.months`, "median-fits-landmarks", message);
  }
}

/**
 * Checks that each time belongs to an outcome or to the treatment, that its range holds its median, and that no time
 * with the same definition is given twice.
 */
function addTimingProblems(cohort: Cohort, { outcomes }: Evidence, list: ProblemList): void {
  for (const [at, timing] of listItemsWithPaths("timing", cohort.timing)) {
    const { what, outcome: id, definition, median } = timing;
    for (const field of ["range", "quartiles"] as const) {
      const ends = timing[field];
      if (ends === null || !isOutsideInterval(median, ends)) continue;
      list.add(`${at}.${field}`, "timing-holds-median", `${median} outside ${ends}`);
    }
    addTimingOutcomeProblems(timing, `${at}.outcome`, list);
    const outcome =
      id !== null && findOutcomeOrAddProblem(id, `${at}.outcome`, cohort, outcomes, list);
    if (what === "time-to-response" && outcome && outcome.group !== "efficacy") {
      list.add(`${at}.outcome`, "timing-belongs", `"${id}" is no response`);
    }
    const key = JSON.stringify([what, id, definition]);
    list.expectOnce(at, "timing-unique", key, `${key} is given twice`);
  }
}

function addTimingOutcomeProblems({ what, outcome }: Timing, at: string, list: ProblemList): void {
  const isOfTreatment = treatmentTimings.some((timing) => timing === what);
  if (isOfTreatment === (outcome === null)) return;
  const message = isOfTreatment ? `${what} belongs to no outcome` : `${what} of what?`;
  list.add(at, "timing-belongs", message);
}

function addEarlierTherapyProblems({ priorBcma, priorBcmaKinds }: Cohort, list: ProblemList): void {
  for (const [at, entry] of listItemsWithPaths("priorBcmaKinds", priorBcmaKinds)) {
    const { kind, directed, n, of, percentPrinted, responders } = entry;
    if ((n ?? 0) > of || (responders ?? 0) > (n ?? of)) {
      list.add(`${at}.n`, "events-not-above-n", `${responders} responders of ${n} of ${of}`);
    }
    if (n !== null && percentPrinted !== null && Math.abs((100 * n) / of - percentPrinted) > 0.5) {
      const message = `${n} of ${of} is not ${percentPrinted} %`;
      list.add(`${at}.percentPrinted`, "percent-fits-count", message);
    }
    list.expectOnce(`${at}.kind`, "prior-bcma-agrees", kind, `${kind} is given twice`);
    if (directed && kind === "gprc5d") {
      list.add(`${at}.directed`, "prior-bcma-agrees", "GPRC5D is not BCMA");
    }
    if (directed && n !== 0 && priorBcma !== "required" && priorBcma !== "some") {
      list.add(`${at}.directed`, "prior-bcma-agrees", `priorBcma is "${priorBcma}"`);
    }
  }
}

/** Checks that the overlap graph is symmetric and contains only cohorts of our data. */
function addOverlapProblems(cohort: Cohort, { cohorts }: Evidence, list: ProblemList): void {
  for (const [at, edge] of listItemsWithPaths("overlaps", cohort.overlaps)) {
    const overlapping = cohorts.find(({ id }) => id === edge.with);
    list.expectOnce(at, "overlap-unique", edge.with, `"${edge.with}" is named twice`);
    const isBack = overlapping?.overlaps.some(
      (back) => back.with === cohort.id && back.kind === edge.kind,
    );
    if (overlapping === cohort) {
      list.add(`${at}.with`, "overlap-exists", "a cohort cannot overlap with itself");
    } else if (!overlapping) {
      list.add(`${at}.with`, "overlap-exists", `no cohort "${edge.with}"`, edge.with);
    } else if (!isBack) {
      const message = `${makeEntryFilePath("cohorts", overlapping)} must name "${cohort.id}" as "${edge.kind}" too`;
      list.add(at, "overlap-symmetric", message);
    }
    const isPart = cohort.labelPool && edge.kind === "contained";
    const most = isPart ? (overlapping?.baseline.n ?? null) : 0;
    const { patients = most } = edge;
    if (patients !== null && patients <= (most ?? patients)) continue;
    const message = `${patients} of the ${most} of "${edge.with}" are in this pool`;
    list.add(`${at}.patients`, "pool-part-counted", message);
  }
  if (cohort.labelPool && cohort.overlaps.every(({ kind }) => kind !== "contained")) {
    list.add("overlaps", "label-pool-has-parts", 'a pool names its parts as "contained"');
  }
}

/**
 * Checks the ratings of the risk of bias. RoB 2 asks about randomisation, so a rating with it belongs to an arm of
 * a randomised trial.
 */
function addBiasRatingProblems({ riskOfBias, design }: Cohort, list: ProblemList): void {
  for (const [at, { tool }] of listItemsWithPaths(
    "riskOfBias.ratings",
    riskOfBias?.ratings ?? [],
  )) {
    if (tool !== "RoB 2" || design === "randomised-arm") continue;
    const message = `RoB 2 rates randomised trials; the design is "${design}"`;
    list.add(`${at}.tool`, "rob-2-is-randomised", message);
  }
}
