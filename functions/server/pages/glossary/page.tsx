/** `/glossary`: abbreviations and signs. It is created by the build and needs no script. */
import { render } from "preact-render-to-string";
import { glossaryStyles } from "#generated/styles.ts";
import { english } from "#presentation/words/catalogue.ts";
import { htmlDocument } from "../html/document.ts";
import { SiteFrame } from "../html/site-frame.tsx";
import { siteName } from "../html/site-name.ts";

/** The page is in English only. */
const { glossary: words } = english;

export const documents = (): Record<string, string> => ({ "glossary.html": glossaryPage() });

export function glossaryPage(): string {
  return htmlDocument({
    title: `${words.title} – ${siteName}`,
    description: words.description,
    script: null,
    styles: glossaryStyles,
    body: render(
      <SiteFrame words={english}>
        <Page />
      </SiteFrame>,
    ),
  });
}

function Page() {
  return (
    <main class="page text glossary">
      <header>
        <h1>{words.title}</h1>
        <p>{words.introduction}</p>
      </header>
      <dl>
        {Object.entries(words.terms).map(([term, { name, meaning }]) => (
          <div key={term} id={term}>
            <dt>
              <abbr title={name}>{term}</abbr>
            </dt>
            <dd>
              <strong>{name}</strong>
              <br />
              {meaning}
            </dd>
          </div>
        ))}
      </dl>
    </main>
  );
}
