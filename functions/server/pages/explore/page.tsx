/** `/explore`: a form whose settings are the address, and three parts. */

import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { exploreStyles } from "#generated/styles.ts";
import { Groups } from "#presentation/explore/groups.tsx";
import { Paragraphs } from "#presentation/explore/paragraphs.tsx";
import { Regression } from "#presentation/explore/regression.tsx";
import type { ExploreForm, Option } from "#presentation/statement/explore.ts";
import type { GroupsStatement } from "#presentation/statement/explore-groups.ts";
import type { PublishedStatement } from "#presentation/statement/explore-published.ts";
import type { RegressionStatement } from "#presentation/statement/explore-regression.ts";
import { nameOf } from "#presentation/statement/row-name.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Fold } from "../kit/fold.tsx";
import { Links } from "../kit/text.tsx";

const { explore: said, pages } = catalogue;

interface ExplorePage {
  readonly outcome: Outcome;
  readonly form: ExploreForm;
  /** The rest of the question, which the form keeps. */
  readonly kept: readonly (readonly [string, string])[];
  readonly groups: GroupsStatement;
  readonly regression: RegressionStatement;
  readonly published: PublishedStatement;
  /** The numbers of the groups of a class. */
  readonly numbers: (therapyClass: TherapyClass) => string;
  /** Of all outcomes. */
  readonly report: string;
  /** The regression as data; `null` if there is none. */
  readonly data: string | null;
}

export function explorePage(page: ExplorePage): string {
  const { form, kept, groups, regression, published, numbers, report, data } = page;
  const title = `${pages.site.names.explore}: ${nameOf(page.outcome)}`;
  const ofGroups = groups.classes.flatMap(({ therapyClass, title, lines }) =>
    lines.length > 0 ? { text: said.files.csv(title), href: numbers(therapyClass) } : [],
  );
  const asPaper = published.questions.map(({ text, set }) => ({
    text,
    href: `/explore?set=${set}&outcome=${page.outcome.id}`,
  }));
  return sitePage({
    title,
    description: said.description,
    styles: exploreStyles,
    current: "explore",
    content: (
      <main class="page text explore">
        <header>
          <h1>{title}</h1>
          <p class="quiet">{form.question}</p>
        </header>
        <form action="/explore" method="get">
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {Object.entries(form.choices).map(([name, options]) => (
            <label key={name}>
              {said.form[name as keyof ExploreForm["choices"]]}
              <select name={name}>
                <Options options={options} />
              </select>
            </label>
          ))}
          <button type="submit">{said.form.show}</button>
        </form>
        <section id="groups">
          <h2>{groups.heading}</h2>
          <Paragraphs texts={groups.says} />
          <Groups {...groups} />
          <Links look="files" links={[...ofGroups, { text: said.files.report, href: report }]} />
        </section>
        <section id="regression">
          <h2>{regression.heading}</h2>
          <Paragraphs texts={regression.says} />
          <Regression {...regression} />
          {data !== null && <Links look="files" links={[{ text: said.files.json, href: data }]} />}
        </section>
        <section id="published">
          <h2>{published.heading}</h2>
          <Paragraphs texts={published.says} />
          <Groups {...published} />
          {published.others.length > 0 && (
            <Fold title={published.othersName}>
              <Groups classes={published.others} />
            </Fold>
          )}
          <Links look="files" links={asPaper} />
        </section>
      </main>
    ),
  });
}

function Options({ options }: { options: readonly Option[] }) {
  return [...new Set(options.map(({ under }) => under))].map((heading) => {
    const own = options
      .filter(({ under }) => under === heading)
      .map(({ value, text, chosen }) => (
        <option key={value} value={value} selected={chosen}>
          {text}
        </option>
      ));
    return heading === undefined ? (
      own
    ) : (
      <optgroup key={heading} label={heading}>
        {own}
      </optgroup>
    );
  });
}
