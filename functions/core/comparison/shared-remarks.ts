/** Both cautions of a row and reasons for low certainty: the same remark is shown once. */
import type { Outcome } from "#data/schema.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Pool } from "./answer.ts";
import { minimumCohorts, rules } from "./certainty-rules.ts";
import type { SharedRemark } from "./coded-remarks.ts";
import type { Coverage } from "./coverage.ts";

interface Group {
  readonly id: string;
  readonly pool: Pick<Pool, "k">;
  readonly coverage?: Coverage | null;
}

export function fewCohorts({ id: group, pool: { k } }: Group): SharedRemark[] {
  if (k === 0 || k >= minimumCohorts) return [];
  return [k === 1 ? { code: "single-cohort", group } : { code: "few-cohorts", group, k }];
}

export function coversPart({ id: group, coverage }: Group): SharedRemark[] {
  if (!coverage?.representative) return [];
  const { share } = coverage;
  return share === null || share >= rules.wholeShare ? [] : [{ code: "covers-part", group, share }];
}

type Mixed<Code extends SharedRemark["code"]> = Extract<SharedRemark, { readonly code: Code }>[];

export function settingsMixed(entries: readonly Entry[]): Mixed<"settings-mixed"> {
  const settings = new Set(entries.map(({ cohort }) => cohort.setting));
  return settings.size < 2 ? [] : [{ code: "settings-mixed" }];
}

/** What other drugs add is in the number of one group and not in that of another. */
export function regimensDiffer(
  groups: readonly { readonly id: string; readonly entries: readonly Entry[] }[],
): SharedRemark[] {
  const isCombined = ({ cohort: { regimen } }: Entry) => regimen === "combination";
  const present = groups.filter(({ entries }) => entries.length > 0);
  const combined = present.filter(({ entries }) => entries.every(isCombined)).map(({ id }) => id);
  const alone = present.filter(({ entries }) => !entries.some(isCombined)).map(({ id }) => id);
  return combined.length === 0 || alone.length === 0
    ? []
    : [{ code: "regimens-differ", combined, alone }];
}

/** Some cohorts had earlier BCMA therapy and others are known to have had none. */
export function priorBcmaMixed(entries: readonly Entry[]): Mixed<"prior-bcma-mixed"> {
  const kinds = new Set(entries.map(({ cohort }) => cohort.priorBcma));
  if (!kinds.has("none") || !(kinds.has("some") || kinds.has("required"))) return [];
  return [{ code: "prior-bcma-mixed" }];
}

/** For CRS and ICANS, whose scales differ most, an unstated scale counts as another one. */
export function definitionMixed(
  outcome: Outcome,
  entries: readonly Entry[],
): Mixed<"definition-mixed"> {
  const scales = mixedScales(outcome, entries);
  const grades = mixedGrades(entries);
  return scales === null && !grades ? [] : [{ code: "definition-mixed", scales, grades }];
}

export function isGradedByScale({ id }: Outcome): boolean {
  return /^(?:crs|icans)(?:-|$)/.test(id);
}

function mixedScales(
  outcome: Outcome,
  entries: readonly Entry[],
): Mixed<"definition-mixed">[number]["scales"] {
  const gradings = entries.flatMap(({ figure }) => ("grading" in figure ? [figure.grading] : []));
  const known = gradings.filter((grading) => grading !== "unknown");
  const stated = [...new Set(known)];
  const unstated = gradings.length - known.length;
  const matters = isGradedByScale(outcome) && stated.length > 0 && unstated > 0;
  return stated.length < 2 && !matters ? null : { stated, unstated, figures: gradings.length };
}

function mixedGrades(entries: readonly Entry[]): boolean {
  const grades = new Set(entries.map(({ figure }) => ("grades" in figure ? figure.grades : null)));
  return grades.has("3-4") && grades.has("3-5");
}
