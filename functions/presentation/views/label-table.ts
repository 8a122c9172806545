/** Lists the prior lines that labels require, by drug and region. */
import type { Label } from "#core/evidence/labels.ts";
import type { LabelRegion, RegimenLabels } from "#core/evidence/regimen-labels.ts";
import { type DrugOnScreen, mostSeen } from "../row/drugs-view.ts";
import { regimenName } from "../words/labels.ts";
import { shortRegion } from "../words/properties.ts";
import { sentence, withSpaces } from "../words/sentences.ts";
import { notFound } from "../words/source-tier.ts";

/** With more regions than this, cells are abbreviated. */
const mostWords = 2;

export interface LabelTable {
  readonly title: string;
  readonly detail: string;
  readonly regions: readonly string[];
  readonly lines: readonly (DrugOnScreen & {
    /** Holds a cell for each region: the fewest prior lines, or the status of the label. */
    readonly cells: readonly string[];
  })[];
  /** Explains short words and codes, and names drugs without any label; empty if there is nothing to explain. */
  readonly legend: string;
}

export function labelTable(
  labels: readonly RegimenLabels[],
  drugs: readonly DrugOnScreen[],
): LabelTable | null {
  const regions = columnsOf(labels);
  if (regions.length === 0) return null;
  const isShort = regions.length > mostWords;
  const lines = drugs.flatMap(({ product, group }) =>
    labels
      .filter((regimen) => regimen.product === product)
      .map((regimen) => ({
        group,
        product,
        name: regimenName(regimen),
        cells: regions.flatMap((region) =>
          regimen.labels
            .filter((label) => label.region === region)
            .map((label) => cellText(label, isShort)),
        ),
        isNone: regimen.labels.every(({ status }) => status === "no-label-found"),
      })),
  );
  // If there are many drugs, those without any label are named below the table instead.
  const isListed = lines.length > mostSeen;
  const listedLines = lines.filter(({ isNone }) => !(isListed && isNone));
  const otherNames = lines.filter((line) => !listedLines.includes(line)).map(({ name }) => name);
  const codes = regions.map((region) => [region.toUpperCase(), shortRegion(region)] as const);
  const longer = isShort ? codes.filter(([code, name]) => code !== name) : [];
  return {
    title: "On the label",
    detail: "after at least so many prior lines",
    regions: codes.map(([code, name]) => (isShort ? code : name)),
    lines: listedLines.map(({ isNone: _, ...line }) => line),
    legend: withSpaces([
      isShort && listedLines.some(({ cells }) => cells.includes(notFound))
        ? "not found: no label was found."
        : "",
      isShort && listedLines.some(({ cells }) => cells.includes("no")) ? "no: not labelled." : "",
      longer.length > 0
        ? sentence(longer.map(([code, name]) => `${code}: ${name}`).join("; "))
        : "",
      otherNames.length > 0 ? `No label found: ${otherNames.join(", ")}.` : "",
    ]),
  };
}

/** Returns the regions in which any drug has an entry. */
function columnsOf(labels: readonly RegimenLabels[]): LabelRegion[] {
  return [...new Set(labels.flatMap((regimen) => regimen.labels.map(({ region }) => region)))];
}

/**
 * Returns the text of a cell.
 *
 * @param isShort True in a table of many columns, which has a legend below it.
 */
function cellText({ status, minPriorLines }: Label, isShort: boolean): string {
  return {
    "not-labelled": isShort ? "no" : "not labelled",
    pending: "pending",
    "no-label-found": isShort ? notFound : "no label found",
    "not-known": "lines not found",
    "labelled-from-line": `${minPriorLines ?? "later"}`,
    labelled: minPriorLines === null ? "any" : `${minPriorLines}`,
  }[status];
}
