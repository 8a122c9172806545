/**
 * Whether a finding survives a change. The finding of an answer is the side of 0 on which the whole
 * 95 % interval of the difference lies, or that it lies on neither. A finding is kept if the changed
 * answer has the same one. An end that is exactly 0 does not exclude 0.
 */
import type { Contrast } from "./answer.ts";
import { round6 } from "./round.ts";

export type Verdict = "kept" | "lost";

/** −1: fewer; 1: more; 0: the interval holds 0, or ends there. */
export type Finding = -1 | 0 | 1;

export type Compared = Pick<Contrast<string>, "status" | "differenceInterval">;

/** `null` if there is no contrast. Judged by the digits of the answer, so that readers can repeat it. */
export function findingOf({ status, differenceInterval }: Compared): Finding | null {
  if (status !== "ok" || differenceInterval === null) return null;
  const [lower, upper] = differenceInterval;
  if (round6(lower) > 0) return 1;
  return round6(upper) < 0 ? -1 : 0;
}

/** `null` if one of the two has no contrast. */
export function verdictOn(asked: Compared, changed: Compared): Verdict | null {
  const [before, after] = [findingOf(asked), findingOf(changed)];
  if (before === null || after === null) return null;
  return before === after ? "kept" : "lost";
}

/** On one side of 0 in every check, not in one of them, or on neither; `null`: not checked. */
export type Strength = "same-in-every-check" | "depends" | "either-way" | null;

export function strengthOf(contrast: Compared & Pick<Contrast<string>, "checked">): Strength {
  const finding = findingOf(contrast);
  if (finding === 0) return "either-way";
  if (finding === null || contrast.checked === null) return null;
  return isKept(contrast) ? "same-in-every-check" : "depends";
}

/** Whether a difference may be emphasised: it excludes 0, and no check loses it. */
export function isKept({ checked }: Pick<Contrast<string>, "checked">): boolean {
  return checked !== null && checked.lost === null;
}
