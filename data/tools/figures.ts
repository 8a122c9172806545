/** From a collected figure to one of ours: outcome, population, cut, follow-up, hold. */
import type { Figure, Outcome } from "../schema.ts";
import type { Hold, Population } from "../vocabulary.ts";
import type { FigureJudgement } from "./common-judgements.ts";
import type { CollectedCohort, CollectedFigure } from "./handover.ts";
import { roexCut, roexDoi } from "./roex.ts";
import {
  cutLabel,
  gradesOf,
  gradingOf,
  statedMonths,
  suffixMonths,
  timeOriginOf,
} from "./words.ts";

export interface FigureContext {
  outcome: Outcome;
  suffix: string | null;
  cohort: CollectedCohort;
  /** Patients treated or randomised, after any correction of the collected baseline. */
  baselineN: number | null;
  judgement: FigureJudgement | undefined;
  /** Whether a row of the meta-analysis of 2020 is this cohort at an earlier cut. */
  inRoex: boolean;
}

export function figureOf(collected: CollectedFigure, context: FigureContext): Figure {
  const { outcome, suffix, cohort, judgement } = context;
  const definition = joined(collected.definition, judgement?.definition);
  const percent = collected.percentPrinted;
  const severe = outcome.id.endsWith("-3");
  return {
    outcome: outcome.id,
    events: collected.events,
    n: collected.n,
    percentPrinted: percent === null ? null : Number(percent),
    derived: collected.derived,
    derivedRange: judgement?.derivedRange === null ? null : derivedRangeOf(collected, cohort),
    population: judgement?.population ?? populationOf(collected, context),
    cut: judgement?.cut ?? cutOf(collected, context),
    followUpMonths:
      judgement?.followUpMonths !== undefined
        ? judgement.followUpMonths
        : (statedMonths(collected.definition) ??
          (suffix === null ? null : suffixMonths(suffix)) ??
          cohort.sources[collected.source]?.followUpMonths ??
          null),
    timeOrigin: judgement?.timeOrigin ?? timeOriginOf(collected.definition),
    source: collected.source,
    grading: gradingOf(collected.definition),
    grades: severe ? gradesOf(collected.definition, collected.locator) : null,
    hold: judgement?.hold !== undefined ? judgement.hold : holdOf(outcome.id, suffix),
    definition,
    locator: collected.locator,
  };
}

/** A named cut that was read in the table of the meta-analysis is the cut of its row. */
function cutOf({ source }: CollectedFigure, { suffix, cohort, inRoex }: FigureContext): string {
  if (suffix === null) return "primary";
  const { citation, doi } = cohort.sources[source] ?? {};
  const printedThere = doi === roexDoi || citation?.includes(roexDoi) === true;
  return inRoex && printedThere ? roexCut : cutLabel(suffix);
}

function joined(definition: string | null, addition: string | undefined): string | null {
  const parts = [definition ?? "", addition ?? ""].filter((part) => part !== "");
  return parts.length > 0 ? parts.join("; ") : null;
}

/** Who was counted, where the collected file leaves no doubt; anything else needs a judgement. */
function populationOf({ n }: CollectedFigure, context: FigureContext): Population {
  const { outcome, suffix, cohort, baselineN } = context;
  if (outcome.id === "relapse") return "responders";
  if (n !== null && n === baselineN) {
    return cohort.design === "randomised-arm" ? "randomised" : "treated";
  }
  if (n !== null && outcome.id === "mrd-negative") return "mrd-evaluable";
  // A named cut over another number of patients is a part of the cohort, or a later cohort that contains it.
  if (n !== null && suffix !== null) return "subset";
  throw new Error(
    `${cohort.id}: ${outcome.evidenceKey}${suffix === null ? "" : `@${suffix}`} counts ${n} of ${baselineN} patients; say in judgements.ts who they are`,
  );
}

/** Names of cuts that say by themselves why the figure must not be pooled. */
function holdOf(outcome: string, suffix: string | null): Hold | null {
  if (suffix === null) return null;
  if (/^(conflict|unresolved)/.test(suffix)) return "conflicting-sources";
  if (/^(unverified|approx|digest|ambiguous)/.test(suffix)) return "unverified";
  if (/^(fatal|related|haematologic|mnt|igg)/.test(suffix)) return "different-definition";
  if (/^day\d/.test(suffix)) return "time-limited";
  if (/^cohortsAB/.test(suffix)) return "pooled-cohorts";
  // Regulators count every neurological reaction and adjudicate ICANS themselves.
  if (/^fda/.test(suffix) && /^(neurotoxicity|icans)/.test(outcome)) return "different-definition";
  return null;
}

/** All counts that print the same percentage, when a count was computed from it and more than one does. */
function derivedRangeOf(
  { events, n, percentPrinted, derived, derivedRange }: CollectedFigure,
  cohort: CollectedCohort,
): [number, number] | null {
  if (derivedRange) return derivedRange[0] < derivedRange[1] ? derivedRange : null;
  // Files that carry ranges carry all of them; their whole numbers may be written 82.0.
  const fileHasRanges = Object.values(cohort.outcomes).some((figure) => figure.derivedRange);
  if (fileHasRanges || !derived || events === null || n === null || percentPrinted === null) {
    return null;
  }
  const halfStep = 0.5 / 10 ** (percentPrinted.split(".")[1]?.length ?? 0);
  const printed = Number(percentPrinted);
  const low = Math.ceil(((printed - halfStep) * n) / 100 - 1e-9);
  const high = Math.floor(((printed + halfStep) * n) / 100 + 1e-9);
  return low < high ? [Math.max(0, low), Math.min(n, high)] : null;
}
