/** A figure that a cohort might report, tried in memory; it enters no file. */
import type { CodedNotPooled, CodedPool } from "#core/comparison/coded-answer.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { printsAs } from "#data/rules/figures.ts";
import type { Outcome } from "#data/schema.ts";

export type Basis =
  | "prints the percentage"
  | "prints the percentage, rounded twice"
  | "stands in the file"
  | "share of another figure in the file"
  | "survival in the file"
  | "pooled number of its class"
  | "patients of its class added up"
  | "pooled number of the other class"
  | "number of patients treated";

/** What the file says already, in whatever form. */
export const ofFile: ReadonlySet<Basis> = new Set<Basis>([
  "prints the percentage",
  "prints the percentage, rounded twice",
  "stands in the file",
  "share of another figure in the file",
  "survival in the file",
]);

export interface Plausible {
  /** Patients with the event; `null` for survival at a month. */
  events: number | null;
  n: number;
  /** Of 1: `events / n`, or survival. */
  share: number;
  basis: Basis;
  /** Lowest and highest count, where several print the percentage. */
  range: readonly [number, number] | null;
}

type Standing = Pick<CodedNotPooled, "events" | "n" | "percentPrinted">;
type Reported = Pick<CodedPool, "estimate" | "studies">;

/** @param n Patients it would be counted over; `null` if the data do not say. */
export function plausibleFigure(
  { kind, over }: Pick<Outcome, "kind" | "over">,
  { n: treated }: Pick<ComputeCohort, "n">,
  n: number | null,
  standing: Standing,
  own: Reported,
  other: Reported,
): Plausible | null {
  const share = shareOf(own, other);
  if (over === "leukapheresed") return collected(treated, n, share);
  if (n === null) return null;
  return fromFile(kind, n, standing) ?? (share && rounded(kind, n, share));
}

interface Share {
  share: number;
  basis: Basis;
}

function shareOf(own: Reported, other: Reported): Share | null {
  if (own.estimate !== null) return { share: own.estimate, basis: "pooled number of its class" };
  const share = addedUp(own.studies);
  if (share !== null) return { share, basis: "patients of its class added up" };
  if (other.estimate === null) return null;
  return { share: other.estimate, basis: "pooled number of the other class" };
}

/** Those treated, of all who had cells collected. */
function collected(
  treated: number | null,
  n: number | null,
  share: Share | null,
): Plausible | null {
  if (treated === null) return null;
  const all = n ?? (share === null ? null : Math.round(treated / share.share));
  if (all === null || all < treated) return null;
  const basis = "number of patients treated";
  return { events: treated, n: all, share: treated / all, basis, range: null };
}

function fromFile(kind: Outcome["kind"], n: number, standing: Standing): Plausible | null {
  const { events, percentPrinted } = standing;
  if (kind === "landmark") {
    if (percentPrinted === null) return null;
    const share = percentPrinted / 100;
    return { events: null, n, share, basis: "survival in the file", range: null };
  }
  if (events !== null && standing.n === n) return count(events, n, "stands in the file");
  if (events !== null && standing.n !== null) {
    const basis = "share of another figure in the file";
    return count(Math.round((n * events) / standing.n), n, basis);
  }
  if (percentPrinted === null) return null;
  const counts = countsPrinting(percentPrinted, n);
  if (counts.length > 0) return oneOf(counts, n, "prints the percentage");
  const twice = countsPrintingTwiceRounded(percentPrinted, n);
  return twice.length > 0 ? oneOf(twice, n, "prints the percentage, rounded twice") : null;
}

/** The middle one; of two, the lower. */
function oneOf(counts: readonly number[], n: number, basis: Basis): Plausible | null {
  const events = counts[Math.floor((counts.length - 1) / 2)];
  const [lowest, highest] = [counts[0], counts.at(-1)];
  if (events === undefined || lowest === undefined || highest === undefined) return null;
  const range = lowest === highest ? null : ([lowest, highest] as const);
  return { ...count(events, n, basis), range };
}

function rounded(kind: Outcome["kind"], n: number, { share, basis }: Share): Plausible {
  return kind === "landmark"
    ? { events: null, n, share, basis, range: null }
    : count(Math.round(n * share), n, basis);
}

function count(events: number, n: number, basis: Basis): Plausible {
  return { events, n, share: events / n, basis, range: null };
}

/** Cohorts with counts, as if they were one. */
interface Counted {
  readonly events: number | null;
  readonly n: number | null;
}

/** The share of their patients with the event, of 1; `null` if none has a count. */
export function addedUp(studies: readonly Counted[]): number | null {
  const counted = studies.flatMap(({ events, n }) =>
    events === null || n === null ? [] : [{ events, n }],
  );
  const patients = counted.reduce((sum, { n }) => sum + n, 0);
  return patients === 0 ? null : counted.reduce((sum, { events }) => sum + events, 0) / patients;
}

/** Every count of 0 to n that prints this percentage, a half rounded either way. */
export function countsPrinting(percent: number, n: number): number[] {
  return allOf(n).filter((events) => printsAs((100 * events) / n, percent));
}

/**
 * Every count that prints the percentage if it was rounded to one decimal more before: 16 of 97 is
 * 16.49, printed 16.5, and from there 17. Both times a half is rounded up, as is usual.
 */
export function countsPrintingTwiceRounded(percent: number, n: number): number[] {
  const decimals = String(percent).split(".")[1]?.length ?? 0;
  const printed = (value: number, digits: number) => halfUp(value * 10 ** digits) / 10 ** digits;
  return allOf(n).filter(
    (events) => printed(printed((100 * events) / n, decimals + 1), decimals) === percent,
  );
}

/** Without what binary fractions lack: 1.15 times 10 is a little less than 11.5. */
function halfUp(value: number): number {
  return Math.round(Number(value.toFixed(6)));
}

function allOf(n: number): number[] {
  return Array.from({ length: n + 1 }, (_, events) => events);
}
