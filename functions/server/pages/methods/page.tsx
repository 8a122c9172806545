/** `/methods`: a guide in Markdown, into which the build writes what it counts. A file of the build. */
import { methodsStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { headingsIn, htmlOf, slugOf, tokensOf } from "../../documentation/guides/markdown.ts";
import { sitePage } from "../html/site-frame.tsx";
import { OnThisPage } from "../kit/heading.tsx";
import { NotReviewed } from "../kit/note.tsx";
import { counted } from "./counts.ts";
import { tables } from "./tables.ts";

const file = "functions/server/documentation/guides/methods.md";

type Read = (path: string) => string;

export const documents = (read: Read): Record<string, string> => ({
  "methods.html": methodsPage(read),
});

function methodsPage(read: Read): string {
  const live: Readonly<Record<string, string>> = { ...counted(), ...tables() };
  const [, title = "", text = ""] = /^# (.*)\n([\s\S]*)$/.exec(filled(read(file), live)) ?? [];
  const tokens = tokensOf(text);
  const parts = headingsIn(tokens).filter(({ depth }) => depth === 2);
  return sitePage({
    title,
    description:
      "How the numbers are made: rules, model, checks, agreement with published values, search, limits.",
    styles: methodsStyles,
    current: "methods",
    content: (
      <main class="page text guide methods">
        <header>
          <h1>{title}</h1>
          <p class="note">
            <NotReviewed />
            {catalogue.screen.footer.audience}
          </p>
        </header>
        <OnThisPage parts={parts.map(({ text }) => [slugOf(text), text])} />
        <div dangerouslySetInnerHTML={{ __html: htmlOf(tokens) }} />
      </main>
    ),
  });
}

/** @throws Error if the guide asks for what nobody counts. */
function filled(text: string, live: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = live[name];
    if (value === undefined) throw new Error(`${file}: nothing is called {${name}}`);
    return value;
  });
}
