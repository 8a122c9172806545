/** `/glossary`: abbreviations and signs. It is created by the build and needs no script. */
import { glossaryStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Heading } from "../kit/heading.tsx";

/** The page is in English only. */
const { glossary: words } = catalogue;

export const documents = (): Record<string, string> => ({ "glossary.html": glossaryPage() });

export function glossaryPage(): string {
  return sitePage({
    title: words.title,
    description: words.description,
    styles: glossaryStyles,
    content: <Page />,
  });
}

function Page() {
  return (
    <main class="page text glossary">
      <Heading title={words.title}>
        <p>{words.introduction}</p>
      </Heading>
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
