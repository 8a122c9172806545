/** What a record system is given when the reader presses the button. Nothing in it is about the patient. */

import type { Comparison } from "#core/comparison/answer.ts";
import { permalink } from "#presentation/screen/snippets.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { edgeOf } from "../answers/source.ts";
import type { SummaryMessage } from "../page/frame-messages.ts";
import { copiedForm } from "../views/compare/copied-table.ts";

interface Asked {
  /** The answer on screen, if it is known whole. */
  comparison: Comparison | null;
  strings: DrawnWords;
  apiBase: string;
}

export async function summaryForRecord({
  comparison: onScreen,
  strings,
  apiBase,
}: Asked): Promise<SummaryMessage> {
  const comparison = onScreen ?? (await withoutPatient(apiBase));
  const { canonical: question, dataVersion } = comparison;
  const link = permalink(apiBase, question, dataVersion);
  const { text } = copiedForm("summary", comparison, { permalink: link }, strings);
  return { type: "myeloma-compare:summary", text, question, permalink: link, dataVersion };
}

/** The answer to the question of the element, which never holds a patient. */
async function withoutPatient(apiBase: string): Promise<Comparison> {
  const element: (Element & { query?: string }) | null = document.querySelector("myeloma-compare");
  const { signal } = new AbortController();
  return (await edgeOf(apiBase).ask(element?.query ?? "", signal)).comparison;
}
