/** The result in words, for readers who hear the figure. */

import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { enDetail } from "../words/english/detail.ts";
import { en } from "../words/english/screen.ts";
import type { ClassPart } from "./class-lines.ts";

export function describe(
  parts: readonly ClassPart[],
  contrast: readonly string[],
  { label, detail, certainty }: OutcomeComparison,
): string {
  return [
    `Forest plot: ${[label, detail].filter(Boolean).join(", ")}.`,
    ...parts.map(classText),
    ...contrast.map((text) => `${text}.`.replace(/\.+$/, ".")),
    `${enDetail.certaintyLine(en.certainty[certainty.level])}.`,
  ].join(" ");
}

/** "CAR-T: 92 of 100 (82–97), 7 trials, 415 patients." */
function classText({ lines }: ClassPart): string {
  const heading = lines.find((line) => line.kind === "heading");
  const pool = lines.find((line) => line.kind === "pool");
  const note = lines.find((line) => line.kind === "note");
  const prediction = lines.find((line) => line.kind === "prediction");
  if (!heading) return "";
  if (!pool) return `${heading.text}: ${note?.text ?? ""}`;
  const found = [`${pool.text} ${en.of100} ${pool.range}`, heading.evidence].join(", ");
  const next = prediction ? ` Prediction interval ${prediction.range}.` : "";
  return `${heading.text}: ${found}.${next}`;
}
