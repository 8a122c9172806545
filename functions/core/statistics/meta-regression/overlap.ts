/** Determines whether two groups of studies can be compared at equal values of a moderator, and where. */
import type { Interval } from "../interval.ts";

export interface GroupMember<Group extends string> {
  readonly group: Group;
  /** `moderator` is finite; `null` where it is not reported. */
  readonly moderator: number | null;
}

/**
 * Returns the values that lie in both ranges, a single one where they only touch; studies of other groups do not
 * count.
 *
 * @returns `null` if there is none or a range is not known.
 * @throws RangeError naming the study whose moderator is not finite.
 */
export function findModeratorOverlap<Group extends string>(
  studies: readonly GroupMember<Group>[],
  group: Group,
  reference: Group,
): Interval | null {
  const [a, b] = [findModeratorRange(studies, group), findModeratorRange(studies, reference)];
  if (a === null || b === null) return null;
  const [low, high] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return low <= high ? [low, high] : null;
}

/** The fewest distinct values for a slope; with fewer, the slope of a group may be chance. */
export const LEAST_VALUES = 3;

/** Returns the distinct values of a moderator in a group, in their order. */
export function listDistinctModeratorValues<Group extends string>(
  studies: readonly GroupMember<Group>[],
  group: Group,
): number[] {
  const values = studies.flatMap(({ group: of, moderator }) =>
    of === group && moderator !== null ? [moderator] : [],
  );
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Returns whether a group has values enough for a slope. */
export function hasModeratorSpread<Group extends string>(
  studies: readonly GroupMember<Group>[],
  group: Group,
): boolean {
  return listDistinctModeratorValues(studies, group).length >= LEAST_VALUES;
}

/** The range of one group must be at least this share of the range of the other. */
const LEAST_SPREAD = 1 / 4;

/**
 * Returns the group whose values lie so close together, beside those of the other, that a common slope would be that
 * of the other alone: its range is less than a quarter; `null` if neither is.
 *
 * @throws RangeError naming the study whose moderator is not finite.
 */
export function findGroupOfLittleSpread<Group extends string>(
  studies: readonly GroupMember<Group>[],
  group: Group,
  reference: Group,
): Group | null {
  const [a, b] = [group, reference].map((name) => {
    const range = findModeratorRange(studies, name);
    return range === null ? 0 : range[1] - range[0];
  });
  if (a === undefined || b === undefined) return null;
  if (a < LEAST_SPREAD * b) return group;
  return b < LEAST_SPREAD * a ? reference : null;
}

/**
 * Tells why two groups cannot be compared at equal values; if several apply, the first of:
 *
 * - `no-overlap`: no value lies in the ranges of both;
 * - `no-spread`: a group has fewer than three distinct values, so that the slope is that of the other;
 * - `little-spread`: the range of a group is less than a quarter of that of the other, so that the slope is that of
 *   the other;
 * - `none-within`: a group has no study between the ends of the overlap, only on both sides of it.
 */
export type Incomparable = "no-overlap" | "no-spread" | "little-spread" | "none-within";

/**
 * Returns why two groups cannot be compared; `null` if they can.
 *
 * @throws RangeError naming the study whose moderator is not finite.
 */
export function findIncomparability<Group extends string>(
  studies: readonly GroupMember<Group>[],
  group: Group,
  reference: Group,
): Incomparable | null {
  const overlap = findModeratorOverlap(studies, group, reference);
  if (overlap === null) return "no-overlap";
  const groups = [group, reference];
  if (!groups.every((group) => hasModeratorSpread(studies, group))) return "no-spread";
  if (findGroupOfLittleSpread(studies, group, reference) !== null) return "little-spread";
  const [low, high] = overlap;
  const isWithin = (value: number) => low <= value && value <= high;
  return groups.every((group) => listDistinctModeratorValues(studies, group).some(isWithin))
    ? null
    : "none-within";
}

/**
 * Returns the least and the largest value of a group; `null` where none is known.
 *
 * @throws RangeError naming the study whose moderator is not finite.
 */
export function findModeratorRange<Group extends string>(
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
