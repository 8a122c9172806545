/** `/explore`: a form whose settings are the address, and two parts, each with its files. */
import type { ComponentChildren } from "preact";
import { exploreStyles } from "#generated/styles.ts";
import { Groups } from "#presentation/explore/groups.tsx";
import { Paragraphs } from "#presentation/explore/paragraphs.tsx";
import { Regression } from "#presentation/explore/regression.tsx";
import type { ExploreForm, Option } from "#presentation/statement/explore.ts";
import type { GroupsStatement } from "#presentation/statement/explore-groups.ts";
import type { RegressionStatement } from "#presentation/statement/explore-regression.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Links } from "../kit/text.tsx";

const { explore: said, pages } = catalogue;
const { names } = pages.site;

interface Link {
  readonly text: string;
  readonly href: string;
}

export interface ExplorePage {
  readonly outcome: string;
  readonly form: ExploreForm;
  /** The rest of the question, which forms keep; that of the groups keeps what was chosen, too. */
  readonly kept: readonly (readonly [string, string])[];
  readonly groups: GroupsStatement;
  readonly regression: RegressionStatement;
  readonly file: (part: "groups" | "regression", kind: "svg" | "csv") => string;
  /** The question whose trials are of several groups, where those of this one are not. */
  readonly wider: Link | null;
  /** Of all outcomes. */
  readonly report: string;
  /** The regression as data; `null` if there is none. */
  readonly data: string | null;
}

export function explorePage(page: ExplorePage): string {
  const { form, kept, groups, regression, wider, report, data } = page;
  const title = `${names.explore}: ${page.outcome}`;
  const filesOf = (id: "groups" | "regression") =>
    (["svg", "csv"] as const).map((kind) => ({
      text: said.files[kind],
      href: page.file(id, kind),
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
          <p>{said.lead}</p>
          <p class="quiet">{form.question}</p>
        </header>
        <Form kept={kept}>
          {Object.entries(form.choices).map(([name, options]) => (
            <label key={name}>
              {said.form[name as keyof ExploreForm["choices"]]}
              <select name={name}>
                <Options options={options} />
              </select>
            </label>
          ))}
        </Form>
        <section id="groups">
          <h2>{groups.heading}</h2>
          <Paragraphs texts={groups.says} />
          <Groups {...groups} />
          {form.merge.length > 2 && <Merge form={form} kept={kept} />}
          <Links
            look="files"
            links={[
              ...(groups.classes.some(({ lines }) => lines.length > 0) ? filesOf("groups") : []),
              ...(wider ? [wider] : []),
              { text: said.files.report, href: report },
            ]}
          />
        </section>
        <section id="regression">
          <h2>{regression.heading}</h2>
          <Paragraphs texts={regression.says} />
          <Regression {...regression} />
          <Links
            look="files"
            links={[
              ...(regression.bubbles ? filesOf("regression") : []),
              ...(data === null ? [] : [{ text: said.files.json, href: data }]),
            ]}
          />
        </section>
      </main>
    ),
  });
}

function Options({ options }: { options: readonly Option[] }) {
  const headings = new Set(options.map(({ under }) => under));
  return [...headings].map((heading) => {
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

function Form({ kept, children }: Pick<ExplorePage, "kept"> & { children: ComponentChildren }) {
  return (
    <form action="/explore" method="get">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button type="submit">{said.form.show}</button>
    </form>
  );
}

function Merge({ form: { merge, choices }, kept }: Pick<ExplorePage, "form" | "kept">) {
  const chosen = Object.entries(choices).flatMap(([name, options]) =>
    options.filter((one) => one.chosen).map(({ value }) => [name, value] as const),
  );
  return (
    <details open={merge.some((one) => one.chosen)}>
      <summary>{said.form.merge}</summary>
      <Form kept={[...kept, ...chosen]}>
        {merge.map((one) => (
          <label key={one.value} class="tick">
            <input type="checkbox" name="merge" value={one.value} checked={one.chosen} />
            {one.text}
          </label>
        ))}
      </Form>
    </details>
  );
}
