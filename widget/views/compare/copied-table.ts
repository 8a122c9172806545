/** The table for the clipboard with its words, in a part of the script that is loaded on demand. */
import type { Comparison } from "#core/comparison/answer.ts";
import { type Copy, comparisonTable } from "#presentation/view/comparison-table.ts";
import type { ScreenWords } from "#presentation/words/contract/screen.ts";
import { tableWords } from "#presentation/words/parts/table.ts";

export async function copiedTable(
  comparison: Comparison,
  permalink: string,
  screen: ScreenWords,
  ofPatient: boolean,
): Promise<Copy> {
  const table = await tableWords(screen.language);
  return comparisonTable(comparison, permalink, { screen, table }, ofPatient);
}
