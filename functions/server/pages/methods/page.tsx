/**
 * `/methods`: how the numbers are made, what they are for and what they are not. A file of the build.
 */
import type { JSX } from "preact";
import { methodsStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Fold } from "../kit/fold.tsx";
import { OnThisPage } from "../kit/heading.tsx";
import { NotReviewed } from "../kit/note.tsx";
import { Columns } from "../kit/table.tsx";
import { Items, Prose } from "../kit/text.tsx";
import { type Counts, countsOfData } from "./counts.ts";
import { SearchAsMade } from "./search.tsx";
import { type Section, sectionsOf } from "./sections.ts";

export const documents = (): Record<string, string> => ({ "methods.html": methodsPage() });

export function methodsPage(): string {
  return sitePage({
    title: "Methods",
    description:
      "How the numbers are made: model, rules of certainty, agreement with published pools, limits, intended use.",
    styles: methodsStyles,
    current: "methods",
    content: <Page counts={countsOfData()} />,
  });
}

/** By section, what is drawn from data. */
const drawn: Readonly<Record<string, (props: { counts: Counts }) => JSX.Element>> = {
  evidence: UsualQuestion,
  search: SearchAsMade,
};

function Page({ counts }: { counts: Counts }) {
  const sections = Object.entries(sectionsOf(counts));
  return (
    <main class="page text methods">
      <header>
        <h1>Methods</h1>
        <p>How the numbers are made, what they are for, and what they are not.</p>
        <p class="note">
          <NotReviewed />
          {catalogue.screen.footer.audience}
        </p>
      </header>
      <OnThisPage parts={sections.map(([id, { title }]) => [id, title])} />
      {sections.map(([id, section]) => {
        const Drawn = drawn[id];
        return (
          <section key={id}>
            <h2 id={id}>{section.title}</h2>
            <Said {...section} />
            {Drawn && <Drawn counts={counts} />}
          </section>
        );
      })}
    </main>
  );
}

function Said({ says = [], terms, items, folds = {} }: Section) {
  return (
    <>
      <Paragraphs says={says} />
      {terms && (
        <dl>
          {Object.entries(terms).map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Prose text={text} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {items && <Items items={items} />}
      {Object.entries(folds).map(([name, own]) => (
        <Fold key={name} title={name}>
          <Paragraphs says={own} />
        </Fold>
      ))}
    </>
  );
}

function Paragraphs({ says }: { says: string | readonly string[] }) {
  return (
    <>
      {[says].flat().map((text) => (
        <p key={text}>
          <Prose text={text} />
        </p>
      ))}
    </>
  );
}

function UsualQuestion({ counts: { cohorts, included, excluded, leftOut } }: { counts: Counts }) {
  return (
    <Fold title="The question that stands when nothing is chosen">
      <p>
        Of {cohorts} studies, {included} fit it and {excluded} do not, each for the first reason
        that applies:
      </p>
      <table>
        <Columns names={["Left out because", "Studies"]} />
        <tbody>
          {leftOut.map(([reason, count]) => (
            <tr key={reason}>
              <td>{reason}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        A study that fits may still lack an outcome; each row says which. Papers, labels and
        regulators rank before congresses and companies, these before news.
      </p>
    </Fold>
  );
}
