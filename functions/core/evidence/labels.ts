/**
 * Reads the labels of a region for a regimen after a number of prior lines.
 *
 * Conditions of a label beyond the number of lines, such as drugs that failed, are read separately and do not change
 * the status. The status is `not-labelled` only if entries say so; without entries it is `no-label-found`.
 */
import type { ComputeApproval } from "#data/compute-set.ts";
import { areSameDrugs } from "#data/lists-and-objects.ts";
import { drugClasses, type labelRegions } from "#data/vocabulary.ts";

export interface LabelQuestion {
  /**
   * `partners` are the drugs given with the product: empty for the product alone, `null` for a combination that is
   * not named.
   */
  partners: readonly string[] | null;
  region: (typeof labelRegions)[number];
  /** `lines` is 3 for three or more lines; `null` is any number. */
  lines: 1 | 2 | 3 | null;
}

/**
 * Lists the statuses from the most to the least restrictive. `labelled-from-line`: approved, but only after more
 * lines than the question has.
 */
const statuses = [
  "not-labelled",
  "pending",
  "no-label-found",
  "not-known",
  "labelled-from-line",
  "labelled",
] as const;

export interface Label {
  readonly status: (typeof statuses)[number];
  /** `minPriorLines` is the least number of prior lines, for a pending label the number it applies for. */
  readonly minPriorLines: number | null;
  /** `decision` tells by which day a pending decision is expected; absent if no day is known. */
  readonly decision?: ExpectedDecision;
}

interface ExpectedDecision {
  readonly by: string;
  /** `isOverdue` is true if that day is past on the date of the data. */
  readonly isOverdue: boolean;
}

export function readLabelFromApprovals(
  entries: readonly ComputeApproval[],
  { partners, region, lines }: LabelQuestion,
): Label {
  const there = entries.filter((entry) => entry.region === region);
  // Nobody can tell whether an unnamed combination is on the label.
  if (partners === null) return makeLabel(there.length === 0 ? "no-label-found" : "not-known");
  const ofRegimen = there.filter((entry) => areSameDrugs(entry.partners, partners));
  const approved = ofRegimen.filter(({ inForce }) => inForce);
  // An entry of low confidence never makes a regimen "labelled".
  const sure = approved.filter(({ confidence }) => confidence !== "low");
  const numbered = sure
    .filter((entry) => findRequiredPriorLines(entry) !== null)
    .sort((a, b) => (findRequiredPriorLines(a) ?? 0) - (findRequiredPriorLines(b) ?? 0));
  const fitting = numbered.find((entry) => isApprovalMetByLines(entry, lines));
  if (fitting) return makeLabel("labelled", fitting);
  if (sure.length > numbered.length) return makeLabel("not-known");
  const later = numbered.find(
    (entry) => lines !== null && (findRequiredPriorLines(entry) ?? 0) > lines,
  );
  if (later) return makeLabel("labelled-from-line", later);
  const pending = ofRegimen.find(({ status }) => status === "pending");
  if (pending) return makeLabel("pending", pending);
  // Approval of the regimen was refused, or its label covers fewer lines only.
  const isRefused =
    ofRegimen.some(({ status }) => status === "not-approved") || numbered.length > 0;
  if (isRefused) return makeLabel("not-labelled");
  return makeLabel(approved.length > 0 ? "not-known" : "no-label-found");
}

/** Holds the conditions of a label beyond lines; empty where the regimen is not labelled, or no condition is known. */
export interface LabelRequirements {
  /** `exposedTo` lists the classes of drugs that must have been given, without those in `refractoryTo`. */
  readonly exposedTo: readonly string[];
  /** `refractoryTo` lists the drugs, or classes of drugs, to which the disease must be refractory. */
  readonly refractoryTo: readonly string[];
  /** `progressionOnLast` is true if the disease must have progressed on the last therapy. */
  readonly progressionOnLast: boolean;
}

/**
 * Returns the conditions that every fitting entry in force shares: a patient who meets one of the entries may
 * be given the regimen.
 */
export function readLabelRequirements(
  entries: readonly ComputeApproval[],
  { partners, region, lines }: LabelQuestion,
): LabelRequirements {
  const fitting = entries.filter(
    (entry) =>
      partners !== null &&
      entry.region === region &&
      entry.inForce &&
      entry.confidence !== "low" &&
      areSameDrugs(entry.partners, partners) &&
      findRequiredPriorLines(entry) !== null &&
      isApprovalMetByLines(entry, lines),
  );
  return makeSharedLabelRequirements(
    fitting.map(({ requires, refractoryTo, progressionOnLast }) => {
      const inState = (state: (typeof requires)[number]["state"]) =>
        requires.filter((entry) => entry.state === state).map((entry) => entry.class);
      return {
        exposedTo: inState("exposed"),
        refractoryTo: [...refractoryTo, ...inState("refractory")],
        progressionOnLast: progressionOnLast === true,
      };
    }),
  );
}

/**
 * Returns the conditions that all entries share. A class to which the disease must be refractory also counts as
 * given.
 */
export function makeSharedLabelRequirements(all: readonly LabelRequirements[]): LabelRequirements {
  const failed = new Set(all.flatMap(({ refractoryTo }) => refractoryTo));
  const refractoryTo = [...failed].filter((name) =>
    all.every((label) => label.refractoryTo.includes(name)),
  );
  const exposedTo = drugClasses.filter(
    (name) =>
      all.length > 0 &&
      !refractoryTo.includes(name) &&
      all.every((label) => [...label.exposedTo, ...label.refractoryTo].includes(name)),
  );
  const progressionOnLast = all.length > 0 && all.every((label) => label.progressionOnLast);
  return { exposedTo, refractoryTo, progressionOnLast };
}

/**
 * Returns the weakest label of a series that reports several products as one: it is labelled only where each of them
 * is; `undefined` without labels.
 */
export function findWeakestLabel(labels: readonly Label[]): Label | undefined {
  const rank = ({ status }: Label) => statuses.indexOf(status);
  const line = ({ minPriorLines }: Label) => minPriorLines ?? 0;
  return [...labels].sort((a, b) => rank(a) - rank(b) || line(b) - line(a))[0];
}

function makeLabel(status: Label["status"], entry?: ComputeApproval): Label {
  const label = { status, minPriorLines: entry ? findRequiredPriorLines(entry) : null };
  if (status !== "pending" || entry?.decisionBy === undefined) return label;
  return { ...label, decision: { by: entry.decisionBy, isOverdue: entry.isOverdue } };
}

/**
 * Returns the least number of lines; a patient who was given all three classes, or is refractory to them, had
 * three or more.
 */
function findRequiredPriorLines({ priorLines, requires }: ComputeApproval): number | null {
  if (priorLines.min !== null) return priorLines.min;
  const all = drugClasses.every((name) =>
    requires.some(
      (requirement) => requirement.class === name && requirement.state !== "intolerant",
    ),
  );
  return all ? 3 : null;
}

/** Returns whether the lines meet the entry; for three or more lines an entry for later lines counts, too. */
function isApprovalMetByLines(entry: ComputeApproval, lines: LabelQuestion["lines"]): boolean {
  const { max } = entry.priorLines;
  if (lines === null) return true;
  if (max !== null && max < lines) return false;
  return lines === 3 || (findRequiredPriorLines(entry) ?? 0) <= lines;
}
