/** The result in words, for screen readers. */
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import { isCompared, studyWordOf } from "../statement/headline-outcome.ts";
import type { Catalogue } from "../words/catalogue.ts";
import type { ClassPart } from "./class-lines.ts";

export function describe(
  parts: readonly ClassPart[],
  contrast: readonly string[],
  row: ApiRow,
  query: ApiComparison["query"],
  words: Catalogue,
): string {
  const { figure, screen } = words;
  const { label, detail } = row;
  return [
    figure.description.opening([label, detail].filter(Boolean).join(", ")),
    ...parts.map((part) => classText(part, words)),
    ...contrast.map((text) => `${text}.`.replace(/\.+$/, ".")),
    ...(isCompared(row) ? [screen.verdict.certainty(studyWordOf(query))] : []),
  ].join(" ");
}

/** "CAR-T: 92 of 100 (82–97), 7 trials, 415 patients." */
function classText({ lines }: ClassPart, { figure, screen }: Catalogue): string {
  const heading = lines.find((line) => line.kind === "heading");
  const pool = lines.find((line) => line.kind === "pool");
  const note = lines.find((line) => line.kind === "note");
  const prediction = lines.find((line) => line.kind === "prediction");
  if (!heading) return "";
  if (!pool) return `${heading.text}: ${note?.text ?? ""}`;
  const found = [`${pool.text} ${screen.of100} ${pool.range}`, heading.evidence].join(", ");
  const next = prediction ? ` ${figure.description.prediction(prediction.range)}` : "";
  return `${heading.text}: ${found}.${next}`;
}
