/** Writes what is labelled for one patient, on the device: which drugs, where, and on which conditions. */
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { formatCountWithNoun, joinByCommas, joinBySpaces } from "./sentences.ts";

/** Describes the label of a regimen in the regions of a question. */
export interface LabelView {
  readonly group: TherapyClass;
  readonly target: string;
  /** Holds the slug of the product. */
  readonly product: string;
  /** Names the product, as in "teclistamab". */
  readonly name: string;
  /** Names the drugs that are given with it, as in "with daratumumab"; empty for the product alone. */
  readonly partners: string;
  readonly regions: readonly RegionOfLabel[];
  readonly conditions: readonly ConditionOfLabel[];
}

/** Holds the condition of the labels of some regions; each list of drugs is empty without such a condition. */
interface ConditionOfLabel {
  readonly regions: readonly string[];
  /** Names the drugs to which the disease must be refractory. */
  readonly failed: string;
  /** Names the drugs that must have been given. */
  readonly before: string;
}

interface RegionOfLabel {
  readonly region: string;
  /** States the least number of prior lines; `null` if none is known. */
  readonly from: number | null;
  /** True if the label holds after the lines of the question. */
  readonly isLabelled: boolean;
  /** True if the disease must have progressed on the last therapy. */
  readonly onProgression: boolean;
}

/** Holds a part of a text; the name of a drug has the group of its colour. */
export interface TextPart {
  readonly text: string;
  readonly group?: TherapyClass;
}

export interface LabelsOfPatient {
  readonly parts: readonly TextPart[];
  /** Lists the products that are labelled for the patient, each once. */
  readonly products: readonly string[];
  /** Counts the products by region, as in "US 2, EU 1"; empty if each region labels all of them. */
  readonly byRegion: string;
  /** Names the only product, if there is one. */
  readonly only: string | undefined;
}

interface LabelsQuestion {
  readonly labels: readonly LabelView[];
  /** States the lines of the question, as in " after 3 or more lines", and their least number; `null` for any. */
  readonly afterLines: string;
  readonly leastLines: number | null;
}

/**
 * Writes the drugs that are labelled after the lines of a patient, by condition; what the patient had before comes last,
 * then what is labelled only after more lines.
 */
export function makeDrugLabelTextsForPatient(
  { labels, afterLines, leastLines }: LabelsQuestion,
  patient: PatientWithTraits,
): LabelsOfPatient {
  const lines = patient.priorLines ?? leastLines;
  const inPlace = labels.map((label) => ({ ...label, ...divideRegionsByLines(label, lines) }));
  const common = listRegionsRequiringProgression(inPlace);
  const placed = inPlace.map((label) => ({
    ...label,
    common,
    condition: describeConditionsForPatient(label, patient),
  }));
  const labelled = placed.filter(({ here }) => here.length > 0);
  const later = placed.filter(({ here, later }) => here.length === 0 && later.length > 0);
  const had = labelled.filter((label) => hasPatientReceivedDrug(label, patient));
  const others = labelled.filter((label) => !had.includes(label));
  const products = [...new Set(labelled.map(({ product }) => product))];
  const sentences: TextPart[][] = [
    others.length > 0
      ? makeLabelConditionClauses(others)
      : [
          {
            text: labelled.length > 0 ? "nothing else" : describeNoLabelFound(patient, afterLines),
          },
        ],
    had.length > 0
      ? [
          { text: `${makeLeadForDrugsHadBefore(had, patient)}: ` },
          ...makeLabelConditionClauses(had),
        ]
      : [],
    common.length > 0 ? [{ text: `${common.join(", ")} labels: on progression` }] : [],
    later.length > 0
      ? [{ text: "After more lines: " }, ...joinTextPartLists("; ", groupDrugNamesByRegions(later))]
      : [],
  ];
  return {
    parts: sentences
      .filter((parts) => parts.length > 0)
      .flatMap((parts) => [...parts, { text: ". " }]),
    products,
    byRegion: describeDrugCountsByRegion(labelled, products.length),
    only: products.length === 1 && labelled[0] ? nameDrugWithPartners(labelled[0]) : undefined,
  };
}

function describeDrugCountsByRegion(labels: readonly PlacedLabel[], all: number): string {
  const regions = [...new Set(labels.flatMap(({ here }) => here.map(({ region }) => region)))];
  const counts = regions.map((region) => {
    const ofRegion = labels.filter(({ here }) => here.some((other) => other.region === region));
    return { region, count: new Set(ofRegion.map(({ product }) => product)).size };
  });
  if (counts.every(({ count }) => count === all)) return "";
  return counts.map(({ region, count }) => `${region} ${count}`).join(", ");
}

function describeNoLabelFound({ priorLines }: PatientWithTraits, afterLines: string): string {
  const after =
    priorLines === null ? afterLines : ` after ${formatCountWithNoun(priorLines, "line")}`;
  return `no label found${after}`;
}

interface PlacedLabel extends LabelView {
  /** Lists the regions whose label holds, and those where it holds after more lines. */
  readonly here: readonly RegionOfLabel[];
  readonly later: readonly RegionOfLabel[];
  /** Names the regions of which one sentence says that every label asks for progression. */
  readonly common: readonly string[];
  /** States the conditions of the label in the regions where it holds; empty without any. */
  readonly condition: string;
  /** Lists the combinations that are named with the product. */
  readonly combined?: readonly PlacedLabel[];
}

const nameDrugWithPartners = ({ name, partners }: LabelView) =>
  [name, partners].filter(Boolean).join(" ");

/** Names the regions where every label that holds asks for progression on the last therapy. */
function listRegionsRequiringProgression(labels: readonly Pick<PlacedLabel, "here">[]): string[] {
  const here = labels.flatMap((label) => label.here);
  const isOfAll = (name: string) =>
    here.filter(({ region }) => region === name).every(({ onProgression }) => onProgression);
  return [...new Set(here.map(({ region }) => region))].filter(isOfAll);
}

/** Divides the regions by whether their label holds after the lines of a patient. */
function divideRegionsByLines(
  { regions }: LabelView,
  lines: number | null,
): Pick<PlacedLabel, "here" | "later"> {
  const holds = ({ isLabelled, from }: RegionOfLabel) =>
    isLabelled && (lines === null || from === null || from <= lines);
  return {
    here: regions.filter(holds),
    later: regions.filter((region) => !holds(region) && region.from !== null),
  };
}

/** Tells whether a patient had the drug, or one of its kind if it was not named. */
function hasPatientReceivedDrug(
  { group, target, product }: LabelView,
  { priorBcma, carTProducts }: PatientWithTraits,
): boolean {
  if (priorBcma === null || priorBcma === "some") return false;
  if (group === "car-t") {
    if (!priorBcma.includes("car-t")) return false;
    return carTProducts.length === 0 || carTProducts.some((slug) => slug === product);
  }
  return priorBcma.includes(target === "gprc5d" ? "gprc5d" : "bispecific");
}

/**
 * Names what the patient had before, by its kind if no drug was named, because the drugs of a kind may be others than
 * those that were given.
 */
function makeLeadForDrugsHadBefore(
  had: readonly LabelView[],
  { carTProducts }: PatientWithTraits,
): string {
  if (carTProducts.length > 0) return "Had before";
  const kinds = [...new Set(had.map(nameTherapyKind))];
  return `Of the kind had before (${kinds.join(", ")})`;
}

function nameTherapyKind({ group, target }: LabelView): string {
  if (group === "car-t") return "CAR-T";
  return target === "gprc5d" ? "GPRC5D" : "BCMA bispecific";
}

/** Writes a clause for each condition, with the drugs of which the label sets it; the most drugs come first. */
function makeLabelConditionClauses(labels: readonly PlacedLabel[]): TextPart[] {
  const byCondition = new Map<string, PlacedLabel[]>();
  for (const label of addCombinationsToProducts(labels)) {
    const { condition } = label;
    byCondition.set(condition, [...(byCondition.get(condition) ?? []), label]);
  }
  return joinTextPartLists(
    "; ",
    [...byCondition]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([condition, ofCondition]) => {
        const isSeveral = ofCondition.length > 1 && condition.startsWith("after");
        return [
          ...joinTextPartLists(", ", groupDrugNamesByRegions(ofCondition)),
          ...(condition ? [{ text: isSeveral ? `, each ${condition}` : ` ${condition}` }] : []),
        ];
      }),
  );
}

/** Adds combinations to their product, if that is labelled alone, too. */
function addCombinationsToProducts(labels: readonly PlacedLabel[]): PlacedLabel[] {
  const isSaid = ({ partners, product }: PlacedLabel) =>
    partners !== "" &&
    labels.some(
      (other) =>
        other.product === product &&
        other.partners === "" &&
        other.here.length === other.regions.length,
    );
  return labels
    .filter((label) => !isSaid(label))
    .map((label) => ({
      ...label,
      combined: labels.filter((other) => other.product === label.product && isSaid(other)),
    }));
}

/** States the conditions of the regions whose label holds, each with its regions unless all share it. */
function describeConditionsForPatient(
  { conditions, here }: Pick<PlacedLabel, "conditions" | "here">,
  { traits }: PatientWithTraits,
): string {
  const isHere = (name: string) => here.some(({ region }) => region === name);
  const texts = conditions.flatMap(({ regions, failed, before }) => {
    const regionsHere = regions.filter(isHere);
    const isMet = failed === "lenalidomide" && traits.includes("lenalidomide-refractory");
    const text = joinByCommas([
      failed && `${isMet ? "" : "only if "}refractory to ${failed} (${isMet ? "" : "not "}entered)`,
      before && `after ${before}`,
    ]);
    if (regionsHere.length === 0 || text === "") return [];
    return regionsHere.length === here.length ? text : `${text} (${regionsHere.join(", ")})`;
  });
  return texts.join(", ");
}

/** Lists the names of drugs, those of the same regions together: "elranatamab, talquetamab (EU; US from 4 lines)". */
function groupDrugNamesByRegions(labels: readonly PlacedLabel[]): TextPart[][] {
  const byRegions = new Map<string, PlacedLabel[]>();
  for (const label of labels) {
    const text = describeRegionsOfLabel(label);
    byRegions.set(text, [...(byRegions.get(text) ?? []), label]);
  }
  return [...byRegions].map(([text, ofRegions]) => [
    ...joinTextPartLists(
      ", ",
      ofRegions.map((label) => [{ text: nameDrugWithPartners(label), group: label.group }]),
    ),
    ...(text ? [{ text: ` (${ofRegions.length > 1 ? "these: " : ""}${text})` }] : []),
  ]);
}

/** Names the regions of a label, unless it holds in all of them, and what is particular about it. */
function describeRegionsOfLabel(label: PlacedLabel): string {
  const { regions, here, later, combined = [], common } = label;
  const byLines = new Map<number | null, string[]>();
  for (const { region, from } of later) byLines.set(from, [...(byLines.get(from) ?? []), region]);
  const onProgression = here
    .filter(({ region, onProgression }) => onProgression && !common.includes(region))
    .map(({ region }) => region);
  return [
    here.length < regions.length && here.map(({ region }) => region).join(", "),
    ...[...byLines].map(
      ([from, names]) => `${names.join(", ")} from ${formatCountWithNoun(from ?? 0, "line")}`,
    ),
    ...combined.map((other) =>
      joinBySpaces([
        `${other.here.map(({ region }) => region).join(", ")} also ${other.partners}`,
        other.condition !== label.condition && other.condition,
      ]),
    ),
    onProgression.length > 0 && `${onProgression.join(", ")} on progression`,
  ]
    .filter(Boolean)
    .join("; ");
}

function joinTextPartLists(separator: string, lists: readonly (readonly TextPart[])[]): TextPart[] {
  return lists.flatMap((parts, index) => (index === 0 ? parts : [{ text: separator }, ...parts]));
}
