/** Where the ranges of a moderator in two groups of studies overlap. */
import type { Interval } from "../interval.ts";

/** A study of a group. */
export interface GroupMember<Group extends string> {
  readonly group: Group;
  /** Finite; `null` where it is not reported. */
  readonly moderator: number | null;
}

/**
 * The values that lie in both ranges, a single one where they only touch. Studies of other groups do not
 * count.
 *
 * @returns `null` if there is none or a range is not known.
 * @throws RangeError naming the study whose moderator is not finite.
 */
export function overlapOf<Group extends string>(
  studies: readonly GroupMember<Group>[],
  group: Group,
  reference: Group,
): Interval | null {
  const [a, b] = [rangeOf(studies, group), rangeOf(studies, reference)];
  if (a === null || b === null) return null;
  const [low, high] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return low <= high ? [low, high] : null;
}

function rangeOf<Group extends string>(
  studies: readonly GroupMember<Group>[],
  group: Group,
): Interval | null {
  const reported = studies.flatMap(({ group: of, moderator }, index) => {
    if (moderator !== null && !Number.isFinite(moderator)) {
      throw new RangeError(`studies[${index}].moderator must be finite, got ${moderator}`);
    }
    return of === group && moderator !== null ? [moderator] : [];
  });
  return reported.length === 0 ? null : [Math.min(...reported), Math.max(...reported)];
}
