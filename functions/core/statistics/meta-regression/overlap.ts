/** Ranges of a moderator in two groups of studies, and where they overlap. */
import type { Interval } from "../interval.ts";

/** A study of a group. */
export interface GroupMember<Group extends string> {
  readonly group: Group;
  /** Finite; `null` where it is not reported. */
  readonly moderator: number | null;
}

/** The moderator in the studies of one group. */
export interface GroupRange {
  /** Studies of the group. */
  readonly k: number;
  /** Those that report the moderator. */
  readonly reported: number;
  /** Their smallest and largest value; `null` if no study reports it. */
  readonly range: Interval | null;
  /** Those with a value that lies in the range of the other group. */
  readonly within: number;
}

/** The moderator in two groups. */
export interface Overlap {
  readonly group: GroupRange;
  readonly reference: GroupRange;
  /**
   * The values that lie in both ranges, a single one where the ranges only touch; `null` if there is
   * none or a range is not known.
   */
  readonly overlap: Interval | null;
  /**
   * Whether every value of the group is below (or above) every value of the reference; `null` if the
   * ranges overlap or one is not known.
   */
  readonly apart: "below" | "above" | null;
}

/**
 * How the values of a moderator in one group lie to those in the reference. Ranges that touch at one
 * value overlap. Studies of other groups do not count.
 *
 * @throws RangeError naming the study whose moderator is not finite.
 */
export function overlapOf<Group extends string>(
  studies: readonly GroupMember<Group>[],
  group: Group,
  reference: Group,
): Overlap {
  const [a, b] = [valuesOf(studies, group), valuesOf(studies, reference)];
  const [rangeA, rangeB] = [rangeOf(a), rangeOf(b)];
  const overlap = rangeA && rangeB && intersection(rangeA, rangeB);
  return {
    group: summary(a, rangeA, rangeB),
    reference: summary(b, rangeB, rangeA),
    overlap,
    apart:
      rangeA && rangeB && overlap === null ? (rangeA[0] < rangeB[0] ? "below" : "above") : null,
  };
}

function valuesOf<Group extends string>(
  studies: readonly GroupMember<Group>[],
  group: Group,
): (number | null)[] {
  return studies.flatMap(({ group: of, moderator }, index) => {
    if (moderator !== null && !Number.isFinite(moderator)) {
      throw new RangeError(`studies[${index}].moderator must be finite, got ${moderator}`);
    }
    return of === group ? [moderator] : [];
  });
}

function reportedOf(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function rangeOf(values: readonly (number | null)[]): Interval | null {
  const reported = reportedOf(values);
  return reported.length === 0 ? null : [Math.min(...reported), Math.max(...reported)];
}

function intersection(a: Interval, b: Interval): Interval | null {
  const [low, high] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return low <= high ? [low, high] : null;
}

function summary(
  values: readonly (number | null)[],
  range: Interval | null,
  other: Interval | null,
): GroupRange {
  const reported = reportedOf(values);
  return {
    k: values.length,
    reported: reported.length,
    range,
    within: other ? reported.filter((x) => x >= other[0] && x <= other[1]).length : 0,
  };
}
