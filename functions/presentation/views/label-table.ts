/** Lists the prior lines that labels require, by drug and region. */
import type { Label } from "#core/evidence/labels.ts";
import type { LabelRegion, RegimenLabels } from "#core/evidence/regimen-labels.ts";
import type { DrugOnScreen } from "../row/drugs-view.ts";
import { labelInRegion, regimenName } from "../words/labels.ts";
import { shortRegion } from "../words/properties.ts";
import { joinedClauses, sentence, withSpaces } from "../words/sentences.ts";
import { notFound } from "../words/source-tier.ts";

interface LabelTable {
  readonly lines: readonly (DrugOnScreen & {
    /** Holds a cell for each region: the fewest prior lines, or the status of the label. */
    readonly cells: readonly string[];
  })[];
  /** Explains short words and codes. */
  readonly legend: string;
}

/** @param regions The columns of the table. */
export function labelTable(
  labels: readonly RegimenLabels[],
  drugs: readonly DrugOnScreen[],
  regions: readonly LabelRegion[],
): LabelTable {
  const lines = drugs.flatMap(({ product, group }) =>
    labels
      .filter((regimen) => regimen.product === product)
      .map((regimen) => ({
        group,
        product,
        name: regimenName(regimen),
        cells: regions.flatMap((region) =>
          regimen.labels.filter((label) => label.region === region).map(cellText),
        ),
      })),
  );
  const decisions = labels
    .flatMap((regimen) => regimen.labels.map((label) => ({ name: regimenName(regimen), ...label })))
    .filter(({ decision }) => decision !== undefined);
  const codes = regions.map((region) => [region.toUpperCase(), shortRegion(region)] as const);
  const longer = codes.filter(([code, name]) => code !== name);
  return {
    lines,
    legend: withSpaces([
      lines.some(({ cells }) => cells.includes(notFound)) ? "not found: no label was found." : "",
      lines.some(({ cells }) => cells.includes("no")) ? "no: not labelled." : "",
      sentence(
        joinedClauses(decisions.map(({ name, ...label }) => `${name}: ${labelInRegion(label)}`)),
      ),
      sentence(longer.map(([code, name]) => `${code}: ${name}`).join("; ")),
    ]),
  };
}

function cellText({ status, minPriorLines }: Label): string {
  return {
    "not-labelled": "no",
    pending: "pending",
    "no-label-found": notFound,
    "not-known": "lines not found",
    "labelled-from-line": `${minPriorLines ?? "later"}`,
    labelled: minPriorLines === null ? "any" : `${minPriorLines}`,
  }[status];
}
