/** What labels ask of prior lines, drug by drug and region by region. */
import type { Label } from "#core/evidence/labels.ts";
import type { LabelRegion, RegimenLabels } from "#core/evidence/regimen-labels.ts";
import { mostSeen, type ShownDrug } from "../row/drugs-view.ts";
import { regimenName } from "../words/labels.ts";
import { shortRegion } from "../words/properties.ts";
import { sentence, withSpaces } from "../words/sentences.ts";

/** More columns than have room for words. */
const mostWords = 2;

export interface LabelTable {
  readonly title: string;
  readonly detail: string;
  readonly regions: readonly string[];
  readonly lines: readonly (ShownDrug & {
    /** One for each region: the least prior line, or what is said instead. */
    readonly cells: readonly string[];
  })[];
  /** What dashes and codes stand for, and drugs without any label; else empty. */
  readonly legend: string;
}

export function labelTable(
  labels: readonly RegimenLabels[],
  drugs: readonly ShownDrug[],
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
  // Of many drugs those without any entry are only named.
  const isListed = lines.length > mostSeen;
  const listedLines = lines.filter(({ isNone }) => !(isListed && isNone));
  const named = lines.filter((line) => !listedLines.includes(line)).map(({ name }) => name);
  const codes = regions.map((region) => [region.toUpperCase(), shortRegion(region)] as const);
  const longer = isShort ? codes.filter(([code, name]) => code !== name) : [];
  return {
    title: "On the label",
    detail: "after at least so many prior lines",
    regions: codes.map(([code, name]) => (isShort ? code : name)),
    lines: listedLines.map(({ isNone: _, ...line }) => line),
    legend: withSpaces([
      isShort && listedLines.some(({ cells }) => cells.includes("–")) ? "–: no label found." : "",
      isShort && listedLines.some(({ cells }) => cells.includes("no")) ? "no: not labelled." : "",
      longer.length > 0
        ? sentence(longer.map(([code, name]) => `${code}: ${name}`).join("; "))
        : "",
      named.length > 0 ? `No label found: ${named.join(", ")}.` : "",
    ]),
  };
}

/** The regions that were asked for; else those in which a drug has an entry. */
function columnsOf(labels: readonly RegimenLabels[]): LabelRegion[] {
  return [...new Set(labels.flatMap((one) => one.labels.map(({ region }) => region)))];
}

/** @param isShort In one of many columns, beneath which a key stands. */
function cellText({ status, minPriorLines }: Label, isShort: boolean): string {
  return {
    "not-labelled": isShort ? "no" : "not labelled",
    pending: "pending",
    "no-label-found": isShort ? "–" : "no label found",
    "not-known": "not known",
    "labelled-from-line": `${minPriorLines ?? "later"}`,
    labelled: minPriorLines === null ? "any" : `${minPriorLines}`,
  }[status];
}
