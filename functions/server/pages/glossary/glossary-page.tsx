/** Makes `/glossary`: the words and signs of the screens, and abbreviations. */
import { abbreviations } from "#presentation/words/abbreviations.ts";
import { severe } from "#presentation/words/element.ts";
import { listAbbreviatedDrugs } from "#presentation/words/product-name.ts";
import { type ReadFile, renderMarkdownDocuments } from "../markdown-page.tsx";
import { makeRuleNumberTexts } from "../methods/analyses-tables.ts";

export function renderDocuments(read: ReadFile): Record<string, string> {
  return renderMarkdownDocuments({
    read,
    name: "glossary",
    description: "The words, abbreviations and signs of Myeloma Compare, explained.",
    live: {
      ...abbreviations,
      severe,
      ...makeRuleNumberTexts(),
      shortNames: listAbbreviatedDrugs("elra, linvo, talq, tec").join(", "),
    },
    children: (
      <p>The words, abbreviations and signs of the comparison, its pictures and the report.</p>
    ),
  });
}
