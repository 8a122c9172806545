/** The copied table and summary with their words, in a part of the script that is loaded on demand. */
import type { Comparison } from "#core/comparison/answer.ts";
import { type Copy, comparisonTable } from "#presentation/table/comparison-table.ts";
import { type Asked, copiedSummary } from "#presentation/table/copied-summary.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { headline } from "#words/headline.ts";
import { screen } from "#words/screen.ts";
import { table } from "#words/table.ts";
import { unreported } from "#words/unreported.ts";

export function copiedForm(
  form: "summary" | "table",
  comparison: Comparison,
  asked: Asked,
  { date }: DrawnWords,
): Copy {
  const words = { screen: { ...screen, date }, headline, table, unreported };
  return form === "summary"
    ? copiedSummary(comparison, asked, words)
    : comparisonTable(comparison, asked.permalink, words);
}
