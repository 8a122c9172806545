/** What is copied, with its words, in a part of the script that is loaded on demand. */
import type { Comparison } from "#core/comparison/answer.ts";
import { type Copy, comparisonTable } from "#presentation/view/comparison-table.ts";
import { type Asked, copiedSummary } from "#presentation/view/copied-summary.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { unreported } from "#presentation/words/parts/later.ts";
import { screenWords } from "#presentation/words/parts/screen.ts";
import { tableWords } from "#presentation/words/parts/table.ts";

export async function copiedForm(
  form: "summary" | "table",
  comparison: Comparison,
  asked: Asked,
  { language, date }: DrawnWords,
): Promise<Copy> {
  const [screen, table] = await Promise.all([
    screenWords(language),
    tableWords(language),
    unreported.load(language),
  ]);
  const words = { screen: { ...screen, date }, table, unreported: unreported.in(language) };
  return form === "summary"
    ? copiedSummary(comparison, asked, words)
    : comparisonTable(comparison, asked.permalink, words);
}
