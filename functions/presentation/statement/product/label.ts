/** Where a product is labelled: what is asked for, the fewest prior lines first, and in which regions. */
import { products } from "#data/generated/products.ts";
import type { Approval } from "#data/schema.ts";
import { drugClasses } from "#data/vocabulary.ts";
import { catalogue } from "../../words/catalogue.ts";
import { capitalised } from "../../words/sentences.ts";
import type { ProductFacts } from "./facts.ts";

const { product: words } = catalogue;
const { label } = words;

export interface LabelPlace {
  region: Approval["region"];
  /** Of the decision; `null` where our sources have none. */
  date: string | null;
  isUnsure: boolean;
  sources: readonly number[];
}

/** One indication, with every region whose label asks for the same. */
export interface LabelLine {
  /** `After 1 or more prior lines, with daratumumab`; what is only applied for says so. */
  lines: string;
  /** What must have been given or have failed; empty where nothing is known of it. */
  asks: string;
  places: readonly LabelPlace[];
}

/**
 * Those in force, then what is only applied for.
 * @param extent "lines": regions stand together that ask for as many lines, whatever else they ask for.
 */
export function labelLines(
  { approvals }: Pick<ProductFacts, "approvals">,
  region: Approval["region"] | null = null,
  extent: "all" | "lines" = "all",
): LabelLine[] {
  const there = approvals.filter((one) => region === null || one.region === region);
  const inForce = there
    .filter((one) => one.inForce)
    .sort((a, b) => least(a) - least(b))
    .map((approval) => lineOf(approval, capitalised(indication(approval))));
  const pending = there
    .filter(({ status }) => status === "pending")
    .map((approval) => {
      const { date, type, priorLines } = approval;
      const given = afterLinesWith(approval);
      const what = [type, priorLines.min === null && priorLines.max === null ? null : given];
      return lineOf(
        approval,
        [capitalised(label.pending(date)), what.filter(Boolean).join("; ")]
          .filter(Boolean)
          .join(": "),
      );
    });
  const refused = there
    .filter(({ status }) => status === "not-approved")
    .map((approval) => lineOf(approval, capitalised(label.notApproved)));
  const lines = [...inForce, ...pending, ...refused];
  return together(extent === "all" ? lines : lines.map((one) => ({ ...one, asks: "" })));
}

/** By the number of lines, where none is known after all others. */
function least({ priorLines }: Approval): number {
  return priorLines.min ?? 99;
}

function lineOf(approval: Approval, lines: string): LabelLine {
  const { region, date, confidence, sources, status } = approval;
  return {
    lines,
    asks: status === "not-approved" ? "" : asksOf(approval),
    places: [{ region, date, isUnsure: confidence === "low", sources }],
  };
}

function together(lines: readonly LabelLine[]): LabelLine[] {
  const keyOf = (line: LabelLine) => `${line.lines}\n${line.asks}`;
  return [...new Set(lines.map(keyOf))].flatMap((key) => {
    const own = lines.filter((line) => keyOf(line) === key);
    return own.slice(0, 1).map((first) => ({
      ...first,
      places: own.flatMap(({ places }) => places),
    }));
  });
}

/** An approval is for a drug given alone, unless it says otherwise. */
function indication(approval: Approval): string {
  const { priorLines } = approval;
  return words.afterLines(priorLines) === null
    ? [label.unknownLines, givenWith(approval)].filter(Boolean).join(", ")
    : afterLinesWith(approval);
}

function afterLinesWith(approval: Approval): string {
  return [words.afterLines(approval.priorLines), givenWith(approval)].filter(Boolean).join(", ");
}

function givenWith({ partners }: Approval): string | null {
  return partners.length === 0 ? null : label.given(partners.map(nameOf));
}

function nameOf(drug: string): string {
  return products[drug]?.name ?? drug;
}

function asksOf(approval: Approval): string {
  const { requires, refractoryTo, progressionOnLast, priorBcmaCarT, condition, status } = approval;
  const inState = (state: (typeof requires)[number]["state"]) =>
    drugClasses.filter((name) => requires.some((one) => one.class === name && one.state === state));
  const asked = (say: (names: readonly string[]) => string, names: readonly string[]) =>
    names.length === 0 ? null : say(names);
  return [
    requires.length === 0 && status !== "pending" ? label.unknownClasses : null,
    asked(label.exposed, inState("exposed")),
    asked(label.refractory, [...inState("refractory"), ...refractoryTo.map(nameOf)]),
    asked(label.intolerant, inState("intolerant")),
    progressionOnLast ? label.progression : null,
    priorBcmaCarT === "excluded" ? label.noCarT : null,
    condition,
  ]
    .filter(Boolean)
    .join("; ");
}
