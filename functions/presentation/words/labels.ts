/**
 * Writes texts about labels. They never claim more than the data: "no label found" does not deny that there is a label.
 */

import type { LabelNote } from "#core/evidence/label-notes.ts";
import type { Label } from "#core/evidence/labels.ts";
import {
  isSameRegimen,
  type LabelCondition,
  type Regimen,
  type RegimenLabels,
} from "#core/evidence/regimen-labels.ts";
import type { Query } from "#core/question/query.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import type { drugClasses } from "#data/vocabulary.ts";
import type { NoteWords } from "./codes.ts";
import { formatDate } from "./dates-and-times.ts";
import { classAdjective, unreported } from "./names.ts";
import {
  describeAfterTherapyKinds,
  describeTherapyKindCountsOfTrial,
  describeTrialNotCounted,
} from "./patient-codes.ts";
import { nameProduct, nameProducts } from "./product-name.ts";
import { shortenRegion } from "./properties.ts";
import {
  capitalise,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
  writeSentence,
} from "./sentences.ts";

/** Returns text such as `US or EU`. */
export function joinRegionsByOr(regions: readonly string[]): string {
  return joinWithConjunction(regions.map(shortenRegion), "or");
}

const afterLinesInWords: Readonly<Record<Query["lines"], string>> = {
  "1": " after one line",
  "2": " after two lines",
  "3+": " after three or more lines",
  any: "",
};

/**
 * Returns "Labelled: elranatamab (EU); results after one line: not reported", with the regions where the drug is not
 * labelled in all of them.
 */
export function describeUntriedRegimens({
  regimens,
  lines,
}: Pick<Extract<LabelNote, { code: "labelled-without-trial" }>, "regimens" | "lines">): string {
  const names = regimens.map((regimen) => {
    const where = regimen.labels.filter(({ status }) => status === "labelled");
    const isEverywhere = where.length === regimen.labels.length;
    const regions = joinRegionsByCommas(where.map(({ region }) => region));
    return joinBySpaces([nameRegimen(regimen), !isEverywhere && `(${regions})`]);
  });
  return `Labelled: ${joinWithConjunction(names)}; results${afterLinesInWords[lines]}: ${unreported}`;
}

/** This text follows "label". */
export const afterLines: Readonly<Record<Query["lines"], string>> = {
  "1": " after 1 line",
  "2": " after 2 lines",
  "3+": " after 3 or more lines",
  any: "",
};

type InRegion = { readonly region: string } & Label;

/** Returns text such as `US only from 4 lines`, `EU decision was expected by 31 Aug 2026, none found`. */
export function describeRegionLabel({ region, ...label }: InRegion): string {
  return `${shortenRegion(region)} ${describeLabelStatus(label)}`;
}

function describeLabelStatus({ status, minPriorLines: lines, decision }: Label): string {
  return {
    "not-labelled": "not labelled",
    pending: describePendingLabelDecision(decision),
    "no-label-found": "no label found",
    "not-known": "number of lines not reported",
    "labelled-from-line": `only from ${lines} lines`,
    labelled: lines === null ? "labelled" : `labelled from ${lines} lines`,
  }[status];
}

/** Returns text such as "decision was expected by 31 Aug 2026, none found"; "pending" if no day is known. */
export function describePendingLabelDecision(decision: Label["decision"]): string {
  if (!decision) return "pending";
  const by = `expected by ${formatDate(decision.by)}`;
  return decision.isOverdue ? `decision was ${by}, none found` : `decision ${by}`;
}

/** Returns the drugs of a combination, as in "with daratumumab". */
function describePartners(partners: Regimen["partners"], end = ""): string {
  if (partners === null) return `in combination${end}`;
  return partners.length === 0 ? "" : `with ${joinWithConjunction(partners)}${end}`;
}

/** Returns a product with its partners, as in `teclistamab with daratumumab`. */
export function nameRegimen({ product, partners }: Regimen): string {
  return joinBySpaces([nameProduct(product), describePartners(partners)]);
}

/** Returns text such as `teclistamab US only from 4 lines, EU pending`; only the name if no region has a label. */
function describeRegimenLabels(regimen: RegimenLabels): string {
  if (regimen.labels.every(({ status }) => status === "no-label-found"))
    return nameRegimen(regimen);
  return `${nameRegimen(regimen)} ${regimen.labels.map(describeRegionLabel).join(", ")}`;
}

/**
 * Returns text such as "teclistamab with daratumumab: EU pending; teclistamab alone: EU only from 3 lines.".
 *
 * @param combined Products that are counted in combination. If such a product alone is left out, the text says "alone".
 */
export function describeRegimensLeftOut(
  regimens: readonly RegimenLabels[],
  combined: ReadonlySet<string>,
): string {
  const entries = regimens.map((regimen) => {
    const isAlone = regimen.partners?.length === 0 && combined.has(regimen.product);
    const name = `${nameRegimen(regimen)}${isAlone ? " alone" : ""}`;
    return `${name}: ${regimen.labels.map(describeRegionLabel).join(", ")}`;
  });
  return `${entries.join("; ")}.`;
}

const joinTrialNames = (trials: readonly { readonly label: string }[]) =>
  trials.map(({ label }) => label).join(", ");

type UncountedTrials = Extract<LabelNote, { code: "after-kinds" }>["notCounted"];

/** Returns a sentence for each reason why trials after earlier therapy do not count. */
function listUncountedTrialSentences(trials: UncountedTrials): string[] {
  const isCounted = ({ printed }: UncountedTrials[number]) => printed.every(({ n }) => n !== null);
  const reported = trials.filter(({ printed }) => printed.length > 0);
  const few = reported.filter(isCounted);
  const kinds = [...new Set(few.flatMap(({ printed }) => printed.map(({ kind }) => kind)))];
  const isOfOne = kinds.length === 1;
  return [
    {
      why: isOfOne
        ? `Fewer than half of the patients ${describeAfterTherapyKinds(kinds)}`
        : "Each reported kind in fewer than half of the patients",
      of: few,
    },
    { why: "Number not reported", of: reported.filter((trial) => !isCounted(trial)) },
    {
      why: "Kind or target not reported",
      of: trials.filter(({ printed }) => printed.length === 0),
    },
  ]
    .filter(({ of }) => of.length > 0)
    .map(({ why, of }) => `${why}, not counted: ${of.map(describeTrialNotCounted).join("; ")}.`);
}

/** Holds what a label requires: "Label (US, EU):" and "cilta-cel only if refractory to lenalidomide.". */
export interface LabelText {
  readonly lead: string;
  readonly text: string;
}

/**
 * Returns `lead` and `text` such as "Label:" and "cilta-cel only if refractory to lenalidomide, after a PI (US, EU).",
 * one clause for each regimen.
 */
export function makeLabelConditionsText({
  conditions,
  regions,
}: Pick<Extract<LabelNote, { code: "label-condition" }>, "conditions" | "regions">): LabelText {
  // Regions that all labels share are named once.
  const [everywhere, another] = new Set(
    conditions.map(({ regions }) => joinRegionsByCommas(regions)),
  );
  // A condition that differs between its regions names them itself.
  const isOnce = another === undefined && !conditions.some(isConditionSplitByRegion);
  const texts = conditions.map((condition) =>
    joinBySpaces([nameRegimen(condition), describeLabelCondition(condition, !isOnce)]),
  );
  return {
    lead: isOnce && regions.length !== 1 ? `Label (${everywhere}):` : "Label:",
    text: `${texts.join("; ")}.`,
  };
}

/** Tells whether only some of the regions also require progression on the last therapy. */
function isConditionSplitByRegion({ regions, progressionOnLast }: LabelCondition): boolean {
  return progressionOnLast.length > 0 && progressionOnLast.length < regions.length;
}

function joinRegionsByCommas(regions: readonly string[]): string {
  return regions.map(shortenRegion).join(", ");
}

/**
 * Returns the condition of a label, as in "after a PI (US; EU on progression)".
 *
 * @param hasRegions True names the regions of the condition even if it is the same in all of them.
 */
function describeLabelCondition(condition: LabelCondition, hasRegions: boolean): string {
  const { regions, progressionOnLast } = condition;
  const isOfAll = progressionOnLast.length === regions.length;
  const asks = [describeRequiredDrugs(condition), isOfAll && progression]
    .filter(Boolean)
    .join(", and ");
  const further = regions.filter((region) => !progressionOnLast.includes(region));
  const inPart = [
    joinRegionsByCommas(further),
    `${joinRegionsByCommas(progressionOnLast)} ${progression}`,
  ];
  const where = isConditionSplitByRegion(condition)
    ? inPart.join("; ")
    : hasRegions
      ? joinRegionsByCommas(regions)
      : "";
  return joinBySpaces([asks, where && `(${where})`]);
}

/**
 * Returns the labels of a product with their conditions, for each regimen as in "US after 4+ lines; EU after 3+ lines.
 * After a PI and an IMiD (US; EU on progression)."; empty if no label was looked for.
 */
export function describeProductLabels(
  regimens: readonly RegimenLabels[],
  conditions: readonly LabelCondition[],
): string {
  const sentences = regimens.map((regimen) => {
    const { partners, labels } = regimen;
    const statuses = groupBy(labels, describeLabelStatusBriefly).map((sameLabels) => {
      const regions = sameLabels.map(({ region }) => region);
      const status = describeLabelStatusBriefly(sameLabels[0]);
      const isNone = status === noLabelFound && regions.length === labels.length;
      return isNone ? status : `${joinRegionsByCommas(regions)} ${status}`;
    });
    const asked = conditions
      .filter((condition) => isSameRegimen(condition, regimen))
      .map((condition) =>
        describeLabelCondition(condition, condition.regions.length < labels.length),
      );
    const combined = describePartners(partners);
    const status = joinBySemicolons(statuses);
    return joinBySpaces([
      writeSentence(combined ? `${combined}: ${status}` : status),
      asked.length > 0 && writeSentence(joinBySemicolons(asked)),
    ]);
  });
  return joinBySpaces(sentences);
}

const noLabelFound = "no label found";

function describeLabelStatusBriefly({ status, minPriorLines, decision }: Label): string {
  const fromLine = minPriorLines === null ? "labelled" : `after ${minPriorLines}+ lines`;
  return {
    "not-labelled": "not labelled",
    pending: describePendingLabelDecision(decision),
    "no-label-found": noLabelFound,
    "not-known": "not known",
    "labelled-from-line": fromLine,
    labelled: fromLine,
  }[status];
}

/** Words the condition that the disease progressed on the last therapy. */
const progression = "on progression";

/** Returns the condition of a label, as in "only if refractory to lenalidomide, after a PI and an IMiD". */
function describeRequiredDrugs(condition: LabelCondition): string {
  const { failed, before } = nameRefractoryAndPriorDrugs(condition);
  return joinByCommas([failed && `only if refractory to ${failed}`, before && `after ${before}`]);
}

/** Names the drugs to which the disease must be refractory, and those that must have been given; empty without any. */
export function nameRefractoryAndPriorDrugs({
  refractoryTo,
  exposedTo,
}: Pick<LabelCondition, "refractoryTo" | "exposedTo">) {
  return {
    failed: joinWithConjunction(refractoryTo.map(nameDrugOrClass)),
    before: joinWithConjunction(exposedTo.map(nameDrugOrClass)),
  };
}

const classNames: Readonly<Record<string, string>> = {
  PI: "a PI",
  IMiD: "an IMiD",
  "anti-CD38": "an anti-CD38 antibody",
} satisfies Record<(typeof drugClasses)[number], string>;

const nameDrugOrClass = (name: string) => classNames[name] ?? nameProduct(name);

export const labelNotes: NoteWords<LabelNote> = {
  "labels-in-part": ({ sides }) => ({
    label: "labels differ by region",
    text: sides
      .map(({ therapyClass, labelledIn, pending, regimens }) => {
        const only = `${joinWithConjunction(labelledIn.map(shortenRegion))} label only`;
        const name = regimens
          ? joinWithConjunction(regimens.map(nameRegimen))
          : classAdjective[therapyClass];
        return `${capitalise(name)}: ${joinBySemicolons([only, ...pending.map(describeRegionLabel)])}.`;
      })
      .join(" "),
  }),

  "labelled-without-trial": (note) => ({
    label: "labelled, results not reported",
    text: `${describeUntriedRegimens(note)}.`,
  }),

  "no-label": ({ sides, lines }) => ({
    label: "no label in force found",
    text: sides
      .map(({ therapyClass, regimens }) => {
        const [first, second, third, ...further] = regimens.map(describeRegimenLabels);
        const regimenTexts = [first, second, third, further.length > 0 && `${further.length} more`];
        return `${capitalise(classAdjective[therapyClass])}: no label in force found${afterLines[lines]} (${joinBySemicolons(regimenTexts)}).`;
      })
      .join(" "),
  }),

  "counted-without-label": ({ regimens, lines }) => ({
    label: "counted without a label",
    text: `Counted although no label in force was found${afterLines[lines]}: ${regimens.map(describeRegimenLabels).join("; ")}.`,
  }),

  "label-from-line": ({ regions }) => ({
    label: "label asks for more lines",
    text: regions
      .map(
        ({ region, lines, products }) =>
          `${shortenRegion(region)} label only from ${lines} lines: ${nameProducts(products)}.`,
      )
      .join(" "),
  }),

  "label-condition": (note) => {
    const { lead, text } = makeLabelConditionsText(note);
    return { label: "label asks for more", text: `${lead} ${text}` };
  },

  "left-out-for-label": ({ regimens, lines }) => ({
    label: "left out for the label",
    text: `Not counted for the label${afterLines[lines]}: ${regimens
      .map(
        (regimen) =>
          `${nameRegimen(regimen)} in ${joinTrialNames(regimen.trials)}: ${regimen.labels.map(describeRegionLabel).join(", ")}`,
      )
      .join("; ")}. They count if a label for any use there is enough.`,
  }),

  "sold-elsewhere": ({ products, regions }) => ({
    label: "sold elsewhere only",
    text: `Not sold in ${joinRegionsByOr(regions)}: ${products
      .map(({ product, regions, counts }) => {
        const results = counts.map(({ events, n }) => `${events} of ${n}`);
        return `${nameProduct(product)} (${joinRegionsByOr(regions)})${results.length > 0 ? ` ${joinWithConjunction(results)} responded` : ""}`;
      })
      .join("; ")}.`,
  }),

  "lines-unknown": ({ trials }) => ({
    label: "prior lines not reported",
    text: `Early trials whose enrolled prior lines are not reported, counted here: ${joinTrialNames(trials)}.`,
  }),

  "early-after-three": ({ trials }) => ({
    label: "early trials after 3 lines",
    text: `Early trials with some patients after 3 lines, not counted here: ${joinTrialNames(trials)}.`,
  }),

  "after-kinds": ({ kinds, counted, notCounted, unknown }) => ({
    label: "earlier therapy by kind",
    text: joinBySpaces([
      counted.length > 0 &&
        `Numbers are of all patients of a trial, not only those ${describeAfterTherapyKinds(kinds)}: ${counted
          .map(
            ({ label, printed, patients }) =>
              `in ${label} ${describeTherapyKindCountsOfTrial(printed, patients)}`,
          )
          .join("; ")}.`,
      ...listUncountedTrialSentences(notCounted),
      unknown.length > 0 &&
        `No trial in our data reports results ${describeAfterTherapyKinds(unknown)}.`,
    ]),
  }),
};
