/** Landmarks and medians of survival, progression-free survival and response duration. */
import type { Cohort, Landmark } from "../schema.ts";
import type { CollectedCohort, CollectedSurvival } from "./handover.ts";
import { type SurvivalJudgement, survivalJudgements } from "./survival-judgements.ts";
import { cutLabel } from "./words.ts";

type Family = Landmark["family"];

interface Survival {
  landmarks: Cohort["landmarks"];
  medians: Cohort["medians"];
}

export function survivalOf(cohort: CollectedCohort, baselineN: number | null): Survival {
  const judgements = survivalJudgements[cohort.id] ?? {};
  const unused = new Set(Object.keys(judgements));
  const landmarks: Cohort["landmarks"] = [];
  const medians: Cohort["medians"] = [];
  for (const [key, family, suffix, survival] of families(cohort)) {
    for (const { month, pct, ci, source } of survival.landmarks) {
      const judgement = judgements[`${key}:${month}`];
      unused.delete(`${key}:${month}`);
      const place = placeOf(cohort, family, suffix, source ?? survival.source, judgement);
      landmarks.push({
        family,
        month,
        survival: proportion(pct),
        interval: ci && [proportion(ci[0]), proportion(ci[1])],
        atRisk: null,
        n: place.population === "treated" || place.population === "randomised" ? baselineN : null,
        ...place,
        hold: judgement?.hold ?? null,
        locator: judgement?.locator ?? null,
      });
    }
    if (survival.medianMonths === null) continue;
    unused.delete(key);
    const judgement = judgements[key];
    medians.push({
      family,
      months: survival.medianMonths,
      interval: judgement?.interval === null ? null : survival.ci,
      ...placeOf(cohort, family, suffix, survival.source, judgement),
      locator: judgement?.locator ?? null,
    });
  }
  if (unused.size > 0) {
    throw new Error(
      `${cohort.id}: survival judgements without a figure: ${[...unused].join(", ")}`,
    );
  }
  return { landmarks, medians };
}

/** `pfs`, `dor@fda`, … with the family and the named cut apart. */
function families(cohort: CollectedCohort): [string, Family, string | null, CollectedSurvival][] {
  return Object.entries(cohort.survival).flatMap(([key, survival]) => {
    const [family, suffix = null] = key.split("@");
    if (family !== "pfs" && family !== "os" && family !== "dor") return [];
    return survival === null || typeof survival === "number"
      ? []
      : [[key, family, suffix, survival]];
  });
}

function placeOf(
  cohort: CollectedCohort,
  family: Family,
  suffix: string | null,
  collectedSource: number | null,
  judgement: SurvivalJudgement | undefined,
) {
  const source = judgement?.source ?? collectedSource;
  if (source === null) throw new Error(`${cohort.id}: ${family} names no source`);
  const randomised = cohort.design === "randomised-arm";
  const printed = cohort.sources[source]?.followUpMonths ?? null;
  const followUpMonths =
    judgement?.followUpMonths !== undefined ? judgement.followUpMonths : printed;
  return {
    population:
      judgement?.population ??
      (family === "dor"
        ? ("responders" as const)
        : suffix === "fda"
          ? ("subset" as const)
          : randomised
            ? ("randomised" as const)
            : ("treated" as const)),
    cut: judgement?.cut ?? cutOf(cohort, suffix, followUpMonths),
    followUpMonths,
    timeOrigin: randomised && family !== "dor" ? ("randomisation" as const) : null,
    source,
  };
}

/** A source with another follow-up than the primary publication's reports another cut. */
function cutOf(cohort: CollectedCohort, suffix: string | null, followUpMonths: number | null) {
  if (suffix !== null) return cutLabel(suffix);
  const primary = cohort.survival.followUpMonths;
  return followUpMonths === null || primary === null || followUpMonths === primary
    ? "primary"
    : `${followUpMonths}mo`;
}

function proportion(percent: number): number {
  return Math.round(percent * 1000) / 100000;
}
