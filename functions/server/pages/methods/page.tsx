/** `/methods`: a guide in Markdown, into which the build writes what it counts. A file of the build. */
import { methodsStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { foldedHtml } from "../../documentation/guides/html.ts";
import { sectionsIn } from "../../documentation/guides/read-guides.ts";
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
  const [first, ...sections] = sectionsIn(filled(read(file), live), file);
  const title = first?.heading.text ?? "";
  const parts = sections.filter(({ level }) => level === 2);
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
        <OnThisPage parts={parts.map(({ id, heading }) => [id, heading.text])} />
        <div
          dangerouslySetInnerHTML={{ __html: foldedHtml(sections, { addressOf: (href) => href }) }}
        />
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
