/**
 * Draws the label of a product, what it requires and where: the United States and the European Union open, other
 * regions folded.
 */
import { Fragment } from "preact";
import { drugClasses } from "#data/vocabulary.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { describePendingLabelDecision } from "#presentation/words/labels.ts";
import { describeRequiredLines } from "#presentation/words/numbers.ts";
import { shortenRegion } from "#presentation/words/properties.ts";
import {
  capitalise,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
} from "#presentation/words/sentences.ts";
import { type Fact, Facts, Fold, joinNodes, Section, spellOutProductName } from "../kit/kit.tsx";
import { Citations, lowConfidence, type ProductFacts } from "./facts.tsx";

export function LabelSection({ product: { approvals } }: { product: ProductFacts }) {
  const inFirst = groupApprovalsWithSameWording(approvals.filter(isLabelOfUsOrEu));
  const further = groupApprovalsWithSameWording(
    approvals.filter((approval) => !isLabelOfUsOrEu(approval)),
  );
  const regions = further.flatMap((line) => line.approvals);
  return (
    <Section id="label" title="On the label">
      {inFirst.length + further.length === 0 && <p class="unknown">No label found.</p>}
      <Facts
        facts={[
          ...inFirst.filter(isLineOfUsLabel),
          ...inFirst.filter((line) => !isLineOfUsLabel(line)),
          ...(inFirst.length === 0 ? further : []),
        ].map(makeLabelFact)}
      />
      {inFirst.length > 0 && further.length > 0 && (
        <Fold title={nameApprovalRegions(regions)}>
          <Facts facts={further.map(makeLabelFact)} />
        </Fold>
      )}
    </Section>
  );
}

export function isLabelOfUsOrEu({ region }: Pick<LabelledUse, "region">): boolean {
  return region === "us" || region === "eu";
}

function isLineOfUsLabel({ approvals }: LabelLine): boolean {
  return approvals.some(({ region }) => region === "us");
}

function nameApprovalRegions(approvals: readonly LabelledUse[]): string {
  return [...new Set(approvals.map(({ region }) => shortenRegion(region)))].join(", ");
}

/** Lists the first source of the label before, if there was one, then the first two of the label. */
function listSources({ first, sources }: LabelledUse) {
  return [...new Set([...(first?.sources.slice(0, 1) ?? []), ...sources.slice(0, 2)])];
}

function makeLabelFact({ lines, asks, approvals }: LabelLine): Fact {
  return [
    nameApprovalRegions(approvals),
    <>
      {lines}
      <small>
        {asks !== "" && `${capitalise(asks)}. `}
        {joinNodes(
          approvals.map((approval) => (
            <Fragment key={approval.region}>
              {approvals.length > 1
                ? describeDates(approval, true)
                : capitalise(describeDates(approval, false))}
              <Citations sources={listSources(approval)} />
            </Fragment>
          )),
          "; ",
        )}
      </small>
    </>,
  ];
}

/**
 * Returns since when a use is labelled, as in "EU since 22 Apr 2024 (before: after 3 or more prior lines, since 26 May
 * 2022)" or, where only the kind of approval changed, "since 25 Oct 2022 (accelerated until Mar 2026)"; without the
 * region if the line has only one.
 */
export function describeDates(use: LabelledUse, isNamed: boolean): string {
  const { region, date, confidence, status, first } = use;
  const from = first?.isConverted ? first.date : date;
  const parts = [
    isNamed && shortenRegion(region),
    from && `${status === "approved" ? "since " : ""}${formatDate(from)}`,
    first && describeFirst(first, date),
    confidence === "low" && `(${lowConfidence})`,
  ];
  return joinBySpaces(parts);
}

/** @param changed The date on which the first label was replaced. */
function describeFirst(
  { kind, date, priorLines, isConverted }: NonNullable<LabelledUse["first"]>,
  changed: string | null,
): string {
  if (isConverted) {
    return kind ? `(${kind} until ${changed ? formatDate(changed) : "a day not reported"})` : "";
  }
  const lines = describeLines(priorLines) ?? "lines not reported";
  return `(before: ${lines}, ${date ? `since ${formatDate(date)}` : "first day not reported"})`;
}

export type LabelledUse = ProductFacts["approvals"][number];

/** Holds one indication, with every region whose label has the same requirements. */
interface LabelLine {
  /**
   * States the indication, as in `After 1 or more prior lines, with daratumumab`; an application or a refusal is marked
   * as such.
   */
  readonly lines: string;
  /** States drugs that must have been given or have failed; empty if none are known. */
  readonly asks: string;
  readonly approvals: readonly LabelledUse[];
}

/**
 * Returns a line for each wording of an indication, with all its approvals: labels in force first, then those applied
 * for, then those refused; a replaced label is part of the one that replaced it.
 */
export function groupApprovalsWithSameWording(approvals: readonly LabelledUse[]): LabelLine[] {
  const inOrder = [
    ...approvals
      .filter(({ inForce }) => inForce)
      .sort((a, b) => findFewestRequiredPriorLines([a]) - findFewestRequiredPriorLines([b])),
    ...approvals.filter(({ status }) => status === "pending"),
    ...approvals.filter(({ status }) => status === "not-approved"),
  ];
  const lines = new Map<string, LabelLine>();
  for (const use of inOrder) {
    const line = { lines: describeIndication(use), asks: describeEligibilityByLabel(use) };
    const key = `${line.lines}\n${line.asks}`;
    lines.set(key, { ...line, approvals: [...(lines.get(key)?.approvals ?? []), use] });
  }
  return [...lines.values()];
}

/** Returns the fewest prior lines that a label in force requires; 99 if no number is known. */
export function findFewestRequiredPriorLines(approvals: readonly LabelledUse[]): number {
  const inForce = approvals.filter((approval) => approval.inForce);
  return Math.min(99, ...inForce.flatMap(({ priorLines }) => priorLines.min ?? []));
}

/** Returns the indication of an approval, which is for a drug given alone unless it names partners. */
function describeIndication(approval: LabelledUse): string {
  const { status, type, partners, decisionBy: by, isOverdue } = approval;
  if (status === "not-approved") return "Not labelled";
  const after = describeLines(approval.priorLines);
  const regimen =
    partners.length === 0 ? "" : `, with ${joinWithConjunction(partners.map(spellOutProductName))}`;
  if (status !== "pending") {
    return capitalise(`${after ?? "number of prior lines not reported"}${regimen}`);
  }
  const due = by && describePendingLabelDecision({ by, isOverdue });
  const what = joinBySemicolons([type, after && after + regimen, due]);
  return what === "" ? "Pending" : `Pending: ${what}`;
}

/** Returns text such as "after 3 or more prior lines"; `null` where no number is known. */
function describeLines(priorLines: LabelledUse["priorLines"]): string | null {
  const number = describeRequiredLines(priorLines);
  return number && `after ${number} prior ${number === "1" ? "line" : "lines"}`;
}

function describeEligibilityByLabel(approval: LabelledUse): string {
  const { requires, refractoryTo, progressionOnLast, priorBcmaCarT, condition, status } = approval;
  if (status === "not-approved") return "";
  const inState = (state: (typeof requires)[number]["state"]) =>
    drugClasses.filter((name) =>
      requires.some((drug) => drug.class === name && drug.state === state),
    );
  const withNames = (lead: string, names: readonly string[]) =>
    names.length > 0 && `${lead} ${names.join(", ")}`;
  return joinBySemicolons([
    requires.length === 0 && status !== "pending" && "classes given before not reported",
    withNames("earlier", inState("exposed")),
    withNames("refractory to", [
      ...inState("refractory"),
      ...refractoryTo.map(spellOutProductName),
    ]),
    withNames("intolerant of", inState("intolerant")),
    progressionOnLast && "progression on the last therapy",
    priorBcmaCarT === "excluded" && "no earlier BCMA-directed CAR-T",
    condition,
  ]);
}
