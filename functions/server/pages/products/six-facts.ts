/** What a ward asks of a product first, in the region of the reader; all else is on the product's page. */
import { byReason } from "#presentation/report/left-out.ts";
import { type ProductRegion, regionName } from "./regions.ts";
import {
  currentIn,
  isPending,
  type Kind,
  linesText,
  lineText,
  type ProductFacts,
  pendingText,
  placeOf,
  type Statement,
} from "./statements.ts";

type Chosen = ProductRegion | null;

/** A fact of a table: its text, what must be said with it, and places in the list of sources. */
export interface Fact extends Pick<Statement, "text" | "sources" | "exceptions"> {
  /** Warns, beside a sign of our own. */
  warns?: boolean;
}

type Known = Readonly<Record<Kind, readonly Statement[]>>;

interface Of {
  product: ProductFacts;
  known: Known;
  region: Chosen;
}

export const sixFacts: readonly (readonly [title: string, of: (of: Of) => readonly Fact[]])[] = [
  ["On the label", labelLine],
  ["Given", ({ known, region }) => facts(known.course, region)],
  ["Until the full dose", untilDose],
  ["In hospital, by the label", ({ known, region }) => facts(known.inpatient, region)],
  [
    "Boxed warnings",
    ({ known, region }) => american(known.boxed, region).map((one) => ({ ...one, warns: true })),
  ],
  ["Risk programme (REMS)", ({ known, region }) => american(known.rems, region)],
];

function facts(list: readonly Statement[], region: Chosen): Fact[] {
  return currentIn(list, region).map((one) => shortFact(one, region));
}

/** The authority that writes them has its readers elsewhere, too: they are told whose they are. */
function american(list: readonly Statement[], region: Chosen): Fact[] {
  return currentIn(list, null).map((one) => shortFact(one, region ?? "us"));
}

function shortFact(one: Statement, region: Chosen): Fact {
  return { ...asFact(one, region), text: one.short };
}

/** With its region where that is not the reader's, and what else would be misread without. */
export function asFact({ text, sources, exceptions, region: of }: Statement, region: Chosen): Fact {
  const where = of === null || of === region ? [] : [regionName(of)];
  return { text, sources, exceptions: [...where, ...exceptions] };
}

/**
 * In one region all that its label asks for; else the regions that ask for the same number of lines,
 * the fewest first. What is only applied for comes last, and says so.
 */
function labelLine({ product, region }: Of): Fact[] {
  const there = product.approvals.filter((one) => region === null || one.region === region);
  const textOf = region === null ? linesText : lineText;
  return [
    ...byReason(
      there.filter(({ inForce }) => inForce),
      textOf,
    ).toSorted(([, a], [, b]) => fewest(a) - fewest(b)),
    ...byReason(there.filter(isPending), pendingText),
  ].map(([text, approvals]) => {
    const places = [...new Set(approvals.map(placeOf))];
    const isUnsure = region !== null && approvals.some(({ confidence }) => confidence === "low");
    return {
      text: region === null ? `${text}: ${places.join(", ")}` : text,
      sources: [...new Set(approvals.flatMap(({ sources }) => sources))].slice(0, 2),
      exceptions: isUnsure ? ["low confidence"] : [],
    };
  });
}

/** Where no number is known, after all others. */
function fewest([first]: readonly ProductFacts["approvals"][number][]): number {
  return first?.priorLines.min ?? 99;
}

/** CAR-T cells wait for their making, bispecific antibodies for the end of their step-up doses. */
function untilDose({ product, known, region }: Of): Fact[] {
  if (known.wait.length > 0) {
    return facts(known.wait, region);
  }
  const stepUp = product.dosing.stepUp.filter(
    (one) => region === null || one.region === null || one.region === region,
  );
  const days = stepUp.flatMap(({ value }) =>
    value.steps.filter(({ firstTreatmentDose }) => firstTreatmentDose).map(({ day }) => day),
  );
  if (days.length === 0) return [];
  return [
    {
      text: `step-up doses, full dose from day ${[...new Set(days)].sort((a, b) => a - b).join(" or ")}`,
      sources: [...new Set(stepUp.flatMap(({ sources }) => sources))],
      exceptions: [],
    },
  ];
}

/** The date of the oldest fact that has one: no fact is fresher than it looks. */
export function oldest(known: Known): string | null {
  const shown = ["course", "wait", "inpatient", "stepUp", "boxed", "rems"] as const;
  const dates = shown.flatMap((kind) =>
    currentIn(known[kind], null).flatMap(({ asOf, paged }) => asOf ?? paged ?? []),
  );
  return dates.toSorted()[0] ?? null;
}
