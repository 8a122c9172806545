/** Makes `/glossary`: the words and signs of the screens, and abbreviations. */
import { abbreviations } from "#presentation/words/abbreviations.ts";
import { severe } from "#presentation/words/element.ts";
import { shortenedIn } from "#presentation/words/product-name.ts";
import { markdownPage, type ReadFile } from "../markdown-page.tsx";
import { ruleNumbers } from "../methods/analyses-tables.ts";

export function documents(read: ReadFile): Record<string, string> {
  return markdownPage({
    read,
    name: "glossary",
    description: "The words, abbreviations and signs of Myeloma Compare, explained.",
    live: {
      ...abbreviations,
      severe,
      ...ruleNumbers(),
      shortNames: shortenedIn("elra, linvo, talq, tec").join(", "),
    },
    children: (
      <p>The words, abbreviations and signs of the comparison, its pictures and the report.</p>
    ),
  });
}
