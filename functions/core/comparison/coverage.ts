/** How much of a class, or a group, a row rests on: one whose patients are mostly missing has no number. */
import type { ComputeCohort } from "#data/compute-set.ts";
import { knownPatients } from "../evidence/known-patients.ts";
import { dropOverlaps } from "../evidence/overlap.ts";
import { rules } from "./certainty-rules.ts";

export interface Coverage {
  /** Of all selected cohorts, 0–1: whole cohorts, each patient once; `null`: no meaning. */
  share: number | null;
  /** Whether what is pooled may stand for its class or group. */
  representative: boolean;
  /** Products with a large part of the patients, of which no cohort is pooled. */
  missing: readonly string[];
  /** `trials`: one product whose trials differ or are not added up; others: of all classes. */
  apart?: "too-few" | "follow-ups" | "trials" | undefined;
  /** `false` if the share is that of the best sets found: see `dropOverlaps`. */
  settled: boolean;
}

/** Whether cohorts are pooled that do not stand for their class, so that it has no number. */
export function isNotRepresented(pooled: readonly unknown[], coverage: Coverage | null): boolean {
  return pooled.length > 0 && coverage?.representative === false;
}

/**
 * `null` if no selected cohort reports its size. Doses that were not taken forward count in neither number. A label pool counts as the cohorts that
 * it holds.
 *
 * @param asInSet Whether a published set is repeated, which counted each of its cohorts.
 */
export function coverageOf(
  selected: readonly ComputeCohort[],
  pooled: readonly ComputeCohort[],
  asInSet = false,
): Coverage | null {
  const all = countedOf(selected, asInSet);
  const total = knownPatients(all.once);
  if (total === 0) return null;
  const ids = new Set(pooled.flatMap(({ id, parts }) => (parts.length > 0 ? parts : [id])));
  const covered = all.sized.filter(({ id }) => ids.has(id));
  const there = new Set(covered.map(({ product }) => product));
  const missing = [...new Set(all.once.map(({ product }) => product))].filter(
    (slug) =>
      !there.has(slug) &&
      knownPatients(all.once.filter(({ product }) => product === slug)) >=
        rules.largestMissing * total,
  );
  const part = asInSet ? { once: covered, settled: true } : once(covered);
  const share = Math.min(1, knownPatients(part.once) / total);
  const representative = share >= rules.leastShare && missing.length === 0;
  return { share, representative, missing, settled: all.settled && part.settled };
}

interface Once {
  /** Without cohorts whose patients are counted already. */
  once: readonly ComputeCohort[];
  settled: boolean;
}

interface Counted extends Once {
  sized: readonly ComputeCohort[];
}

/** Cached, because the selected cohorts are the same for all rows of a question. */
const known = new WeakMap<readonly ComputeCohort[], Counted>();

function countedOf(selected: readonly ComputeCohort[], asInSet: boolean): Counted {
  const before = known.get(selected);
  if (before) return before;
  const sized = selected.filter(
    ({ parts, doses }) => parts.length === 0 && (asInSet || doses !== "other"),
  );
  const counted = { sized, ...(asInSet ? { once: sized, settled: true } : once(sized)) };
  known.set(selected, counted);
  return counted;
}

function once(cohorts: readonly ComputeCohort[]): Once {
  const candidates = cohorts.map((cohort) => ({
    cohort,
    n: cohort.n,
    followUpMonths: cohort.followUpMonths,
  }));
  const { kept, settled } = dropOverlaps(candidates);
  return { once: kept.map(({ cohort }) => cohort), settled };
}
