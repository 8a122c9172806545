/** The table for the clipboard with its words, in a part of the script that is loaded on demand. */
import type { Comparison } from "#core/comparison/answer.ts";
import { type Copy, comparisonTable } from "#presentation/view/comparison-table.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { screenWords } from "#presentation/words/parts/screen.ts";
import { tableWords } from "#presentation/words/parts/table.ts";

export async function copiedTable(
  comparison: Comparison,
  permalink: string,
  drawn: DrawnWords,
  ofPatient: boolean,
): Promise<Copy> {
  const { language, date } = drawn;
  const [screen, table] = await Promise.all([screenWords(language), tableWords(language)]);
  return comparisonTable(comparison, permalink, { screen: { ...screen, date }, table }, ofPatient);
}
