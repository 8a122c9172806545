/** Where a product is labelled: what is asked for, the fewest prior lines first, and in which regions. */
import { products } from "#data/generated/products.ts";
import type { Approval } from "#data/schema.ts";
import { drugClasses } from "#data/vocabulary.ts";
import { linesAsked } from "#presentation/words/asked-lines.ts";
import { joined } from "#presentation/words/counts.ts";
import { capitalised, joinedClauses } from "#presentation/words/sentences.ts";
import type { ProductFacts } from "./facts.ts";

type Region = Approval["region"];

export interface LabelPlace {
  readonly region: Region;
  /** Of the decision, or of the last step of what is pending; `null` where our sources have none. */
  readonly date: string | null;
  readonly isUnsure: boolean;
  readonly sources: readonly number[];
}

/** One indication, with every region whose label asks for the same. */
export interface LabelLine {
  readonly status: Approval["status"];
  /** `After 1 or more prior lines, with daratumumab`; what is only applied for says so. */
  readonly lines: string;
  /** What must have been given or have failed; empty where nothing is known of it. */
  readonly asks: string;
  readonly places: readonly LabelPlace[];
}

/** Those in force, then what is only applied for, then what was refused, in the regions that are let through. */
export function labelLines(
  { approvals }: Pick<ProductFacts, "approvals">,
  isShown: (region: Region) => boolean = () => true,
): LabelLine[] {
  const there = approvals.filter(({ region }) => isShown(region));
  const inForce = there
    .filter((approval) => approval.inForce)
    .sort((a, b) => least(a) - least(b))
    .map((approval) => lineOf(approval, capitalised(indication(approval))));
  const pending = there
    .filter(({ status }) => status === "pending")
    .map((approval) => lineOf(approval, pendingText(approval)));
  const refused = there
    .filter(({ status }) => status === "not-approved")
    .map((approval) => lineOf(approval, "Not approved"));
  return together([...inForce, ...pending, ...refused]);
}

/** By the number of lines; where none is known, after all others. */
function least({ priorLines }: Approval): number {
  return priorLines.min ?? 99;
}

function lineOf(approval: Approval, lines: string): LabelLine {
  const { region, date, confidence, sources, status } = approval;
  return {
    status,
    lines,
    asks: status === "not-approved" ? "" : asksOf(approval),
    places: [{ region, date, isUnsure: confidence === "low", sources }],
  };
}

/** Regions that ask for the same stand in one line. */
function together(lines: readonly LabelLine[]): LabelLine[] {
  const keyOf = (line: LabelLine) => `${line.lines}\n${line.asks}`;
  return [...new Set(lines.map(keyOf))].flatMap((key) => {
    const alike = lines.filter((line) => keyOf(line) === key);
    return alike.slice(0, 1).map((first) => ({
      ...first,
      places: alike.flatMap(({ places }) => places),
    }));
  });
}

/** An approval is for a drug given alone, unless it says otherwise. */
function indication(approval: Approval): string {
  const lines = afterLines(approval) ?? "no number of prior lines in our sources";
  return lines + partnersText(approval);
}

/** "Pending: two supplements accepted"; with lines where they are known. */
function pendingText(approval: Approval): string {
  const lines = afterLines(approval);
  const what = joinedClauses([approval.type, lines && lines + partnersText(approval)]);
  return what === "" ? "Pending" : `Pending: ${what}`;
}

function afterLines({ priorLines }: Approval): string | null {
  const lines = linesAsked(priorLines);
  return lines && `after ${lines} prior ${lines === "1" ? "line" : "lines"}`;
}

function partnersText({ partners }: Approval): string {
  return partners.length === 0 ? "" : `, with ${joined(partners.map(nameOf))}`;
}

function nameOf(drug: string): string {
  return products[drug]?.name ?? drug;
}

function asksOf(approval: Approval): string {
  const { requires, refractoryTo, progressionOnLast, priorBcmaCarT, condition, status } = approval;
  const inState = (state: (typeof requires)[number]["state"]) =>
    drugClasses.filter((name) => requires.some((one) => one.class === name && one.state === state));
  const listed = (lead: string, names: readonly string[]) =>
    names.length === 0 ? null : `${lead} ${names.join(", ")}`;
  return joinedClauses([
    requires.length === 0 && status !== "pending"
      ? "classes given before not in our sources"
      : null,
    listed("earlier", inState("exposed")),
    listed("refractory to", [...inState("refractory"), ...refractoryTo.map(nameOf)]),
    listed("intolerant of", inState("intolerant")),
    progressionOnLast ? "progression on the last therapy" : null,
    priorBcmaCarT === "excluded" ? "no earlier BCMA-directed CAR-T" : null,
    condition,
  ]);
}
