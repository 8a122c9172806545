/** What an answer says of labels, sale and earlier therapy by kind, as codes with values. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { EarlierKind } from "#data/earlier-kinds.ts";
import type { Query } from "../question/query.ts";
import { afterKinds } from "./after-kinds.ts";
import {
  countedWithoutLabel,
  earlyAfterThree,
  type LeftOutForLabel,
  labelsBySide,
  leftOutForLabel,
  linesUnknownIn,
  type NamedTrial,
  type RegimenLabels,
  regionsOf,
  respondersOf,
  type SideLabels,
  type SideWithoutLabel,
  type SoldElsewhere,
  sidesWithoutLabel,
  soldElsewhere,
  type TrialCount,
} from "./answer-labels.ts";
import type { Coded } from "./code.ts";
import type { Dataset } from "./dataset.ts";
import type { PrintedKind } from "./earlier-therapy.ts";
import {
  askedRegions,
  type LabelCondition,
  type LabelRegion,
  labelConditions,
  regimensOf,
} from "./regimen-labels.ts";

type Lines = Query["lines"];

type Responders = Pick<TrialCount, "events" | "n">;

export type LabelNote = Coded<{
  /** Sides that are labelled in some of the regions asked for and not in others. */
  "labels-in-part": { sides: Pick<SideLabels, "therapyClass" | "labelledIn" | "pendingIn">[] };
  /** Sides of which nothing is labelled for these lines in any region asked for. */
  "no-label": { sides: SideWithoutLabel[]; lines: Lines };
  /** Asked for by name, in practice or for any label, beside regimens that are labelled. */
  "counted-without-label": { regimens: RegimenLabels[]; lines: Lines };
  /** Labelled after more lines than three. */
  "label-from-line": { regions: { region: LabelRegion; lines: number; products: string[] }[] };
  /** After one or two lines: what a label asks for beyond them. */
  "label-condition": { conditions: LabelCondition[]; asked: LabelRegion[] };
  /** The question counts what only its label leaves out. */
  "left-out-for-label": { regimens: LeftOutForLabel[]; lines: Lines; query: string };
  "sold-elsewhere": { products: SoldElsewhere[]; asked: LabelRegion[] };
  "lines-unknown": { trials: NamedTrial[]; lines: Lines };
  "early-after-three": { trials: NamedTrial[]; query: string };
  "after-kinds": {
    kinds: EarlierKind[];
    counted: (NamedTrial & { printed: PrintedKind[]; patients: number | null })[];
    /**
     * They required such therapy and are not counted: fewer than half of their patients had one of the
     * kinds, or none is printed. `responders` of those that count them.
     */
    beside: (NamedTrial & { printed: PrintedKind[]; responders: Responders | null })[];
    /** No trial in the data prints results after these. */
    unknown: EarlierKind[];
  };
}>;

/** @param included the cohorts that answer the question */
export function labelNotes(
  query: Query,
  included: readonly ComputeCohort[],
  dataset: Dataset,
): LabelNote[] {
  const { lines } = query;
  const asked = askedRegions(query);
  const sides = labelsBySide(query, included, dataset);
  const inPart = sides.filter(
    ({ labelledIn }) => labelledIn.length > 0 && labelledIn.length < asked.length,
  );
  const regions = lines === "3+" ? laterLines(sides, asked) : [];
  const leftOut = leftOutForLabel(query, dataset);
  const without = sidesWithoutLabel(sides, leftOut?.regimens ?? []);
  const offLabel = countedWithoutLabel(query, sides);
  const conditions =
    lines === "1" || lines === "2"
      ? labelConditions(regimensOf(included), regionsOf(query), lines, dataset)
      : [];
  const elsewhere = soldElsewhere(query, dataset);
  const unknown = linesUnknownIn(query, included);
  const early = earlyAfterThree(query, dataset);
  const after = afterKinds(query, dataset);
  const uncounted = after?.beside.map(({ cohort }) => cohort) ?? [];
  const responders = respondersOf(uncounted, query, dataset);
  const notes: (LabelNote | false | null)[] = [
    inPart.length > 0 && {
      code: "labels-in-part",
      sides: inPart.map(({ therapyClass, labelledIn, pendingIn }) => ({
        therapyClass,
        labelledIn,
        pendingIn,
      })),
    },
    without.length > 0 && {
      code: "no-label",
      sides: without.map(({ therapyClass, regimens }) => ({ therapyClass, regimens })),
      lines,
    },
    offLabel.length > 0 && { code: "counted-without-label", regimens: offLabel, lines },
    regions.length > 0 && { code: "label-from-line", regions },
    conditions.length > 0 && { code: "label-condition", conditions, asked },
    leftOut && { code: "left-out-for-label", ...leftOut, lines },
    elsewhere.length > 0 && { code: "sold-elsewhere", products: elsewhere, asked },
    unknown.length > 0 && { code: "lines-unknown", trials: unknown, lines },
    early && { code: "early-after-three", ...early },
    after !== null &&
      after.counted.length + after.beside.length + after.unknown.length > 0 && {
        code: "after-kinds",
        kinds: after.kinds,
        counted: after.counted.map(({ cohort: { id, label, n }, printed }) => ({
          cohort: id,
          label,
          printed,
          patients: n,
        })),
        beside: after.beside.map(({ cohort: { id, label }, printed }) => {
          const found = responders.find(({ cohort }) => cohort === id);
          const counted = found ? { events: found.events, n: found.n } : null;
          return { cohort: id, label, printed, responders: counted };
        }),
        unknown: after.unknown,
      },
  ];
  return notes.filter((note) => note !== false && note !== null);
}

/** By region and line the products whose label asks for more lines than three. */
function laterLines(sides: readonly SideLabels[], regions: readonly LabelRegion[]) {
  const found = sides.flatMap(({ regimens }) =>
    regimens.flatMap(({ product, labels }) =>
      labels.flatMap(({ region, status, minPriorLines }) =>
        status === "labelled" && minPriorLines !== null && minPriorLines > 3
          ? [{ product, region, lines: minPriorLines }]
          : [],
      ),
    ),
  );
  return regions.flatMap((region) => {
    const own = found.filter((one) => one.region === region);
    return [...new Set(own.map(({ lines }) => lines))].map((lines) => ({
      region,
      lines,
      products: own.filter((one) => one.lines === lines).map(({ product }) => product),
    }));
  });
}
