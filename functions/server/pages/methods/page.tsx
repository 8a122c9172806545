/** `/methods`: `methods.md`, into which the build writes rules and numbers of the core and what it counts in the data. */

import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { guidesStyles } from "#generated/styles.ts";
import { drawn } from "#presentation/words/element.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { compareWithSources } from "../../answers/compute/full-answer.ts";
import { headingsIn, htmlOf, slugOf, tokensOf } from "../../documentation/guides/markdown.ts";
import { sitePage } from "../html/site-frame.tsx";
import { OnThisPage } from "../kit/heading.tsx";
import { NotReviewed } from "../kit/note.tsx";
import { checksTable, firmTable, firmText, ruleNumbers } from "./checks-tables.ts";
import { countsOf } from "./counts.ts";
import { tables } from "./tables.ts";

const file = "functions/server/pages/methods/methods.md";

type Read = (path: string) => string;

export const documents = (read: Read): Record<string, string> => ({
  "methods.html": methodsPage(read),
});

function methodsPage(read: Read): string {
  const answer = compareWithSources(asked("", dataset));
  const live: Readonly<Record<string, string>> = {
    ...ruleNumbers(),
    ...countsOf(answer),
    ...tables(),
    checksTable: checksTable(),
    firmTable: firmTable(answer),
    firm: firmText(answer),
  };
  const [, title = "", text = ""] = /^# (.*)\n([\s\S]*)$/.exec(filled(read(file), live)) ?? [];
  const tokens = tokensOf(text);
  const parts = headingsIn(tokens).filter(({ depth }) => depth === 2);
  return sitePage({
    title,
    description:
      "How the numbers are made: rules, model, checks, agreement with published values, search, limits.",
    styles: guidesStyles,
    current: "methods",
    content: (
      <main class="page text guide">
        <header>
          <h1>{title}</h1>
          <p class="note">
            <NotReviewed />
            {drawn.footer.audience}
          </p>
        </header>
        <OnThisPage parts={parts.map(({ text }) => [slugOf(text), text])} />
        <div dangerouslySetInnerHTML={{ __html: htmlOf(tokens) }} />
      </main>
    ),
  });
}

/** The first letter of a sentence is large. @throws Error if the text asks for what nobody counts. */
function filled(text: string, live: Readonly<Record<string, string>>): string {
  return text.replaceAll(/(\. )?\{(\w+)\}/g, (_, end: string = "", name: string) => {
    const value = live[name];
    if (value === undefined) throw new Error(`${file}: nothing is called {${name}}`);
    return end + (end === "" ? value : capitalised(value));
  });
}
