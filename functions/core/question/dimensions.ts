/**
 * Lists the properties, other than class, by which cohorts can be compared. A question gives the name, for example
 * `product`. A dimension that divides cohorts by a median has a number after the name, for example `age:62`.
 */
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";

export const dimensionNames = [
  "product",
  "target",
  "dual-target",
  "evidence",
  "lines",
  "binding-domain",
  "costimulation",
  "vector",
  "expansion",
  "lymphodepletion",
] as const;

export type DimensionName = (typeof dimensionNames)[number];

/** Holds an example of the number after the colon, for each dimension that needs one. */
export const thresholdExamples = { "prior-lines": 6, age: 62, "high-risk": 35 } as const;

export type ThresholdName = keyof typeof thresholdExamples;

/** Matches the number after the colon, at which cohorts are divided by their median. */
export const cutPattern = /\d{1,3}(?:\.\d)?/;

/** Returns the canonical text of a dimension; `null` if there is no dimension of that name. */
export function normaliseDimension(text: string): string | null {
  if ((dimensionNames as readonly string[]).includes(text)) return text;
  const [, name = "", at] = text.match(`^([a-z-]+):(${cutPattern.source})$`) ?? [];
  return Object.hasOwn(thresholdExamples, name) ? `${name}:${Number(at)}` : null;
}

/** Splits `age:62` into its name and number; `at` is absent where words decide the group. */
export function splitDimension(text: string): { readonly name: string; readonly at?: string } {
  const [name = "", at] = text.split(":");
  return at === undefined ? { name } : { name, at };
}

/** Returns the ids of the two groups of cohorts: those with a median below the number, and the others. */
export function nameThresholdGroups(at: number | string): readonly [under: string, from: string] {
  return [`under-${at}`, `from-${at}`];
}

const afterClass = ":";

/** Returns the id of a group of one class, as in `bsab:bcma`. */
export const nameClassGroup = (therapyClass: TherapyClass, value: string) =>
  `${therapyClass}${afterClass}${value}`;

/** Splits the id of a group into its class, `null` where the value alone names the group, and its value. */
export function splitClassGroup(group: string): {
  readonly therapyClass: TherapyClass | null;
  readonly value: string;
} {
  const therapyClass = therapyClasses.find((name) => group.startsWith(name + afterClass)) ?? null;
  return { therapyClass, value: group.slice(therapyClass ? therapyClass.length + 1 : 0) };
}

const betweenTargets = "-";

/** Returns the id of the group of cohorts that bind these antigens, none of which has a hyphen. */
export const nameTargetGroup = (targets: readonly string[]) => targets.join(betweenTargets);

export const splitTargetGroup = (group: string) => group.split(betweenTargets);
