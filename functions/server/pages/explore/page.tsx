/** `/explore`: a form whose settings are the address, and four parts, each with its files. */
import type { ComponentChildren } from "preact";
import { exploreStyles } from "#generated/styles.ts";
import { type Explored, hasMarks, type Strip } from "#presentation/statement/explore.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Links } from "../html/parts.tsx";
import { sitePage } from "../html/site-frame.tsx";
import { BubblePlot, bubblesSize, Marks } from "./drawing.tsx";

const { explore: said, pages } = catalogue;
const { names } = pages.site;

interface Option {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
  /** The heading of a list of its own. */
  readonly under?: string | undefined;
}

export interface ExplorePage {
  readonly outcome: string;
  /** Whom the question is about. */
  readonly question: string;
  readonly choices: Readonly<Record<"outcome" | "compare" | "moderator", readonly Option[]>>;
  /** Groups that can count as one. */
  readonly merge: readonly Option[];
  /** The rest of the question, which forms keep; that of the groups keeps what was chosen, too. */
  readonly kept: readonly (readonly [string, string])[];
  readonly parts: readonly Explored[];
  /** The question whose trials are of several groups, where those of this one are not. */
  readonly wider: { readonly text: string; readonly href: string } | null;
  readonly file: (id: Explored["id"], kind: "svg" | "csv") => string;
  /** Where the same is as data, or of all outcomes; `null` if there is none. */
  readonly beside: Readonly<Record<Explored["id"], string | null>>;
}

export function explorePage(page: ExplorePage): string {
  const title = `${names.explore}: ${page.outcome}`;
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
          <p class="quiet">{page.question}</p>
        </header>
        <Form kept={page.kept}>
          {Object.entries(page.choices).map(([name, options]) => (
            <label key={name}>
              {said.form[name as keyof ExplorePage["choices"]]}
              <select name={name}>
                <Options options={options} />
              </select>
            </label>
          ))}
        </Form>
        {page.parts.map((part) => (
          <Part key={part.id} part={part} page={page} />
        ))}
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

function Merge({ merge, kept, choices }: ExplorePage) {
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

function Part({ part, page }: { part: Explored; page: ExplorePage }) {
  const { id, heading, says, strips, bubbles } = part;
  const isDrawn = bubbles !== null || strips.some(({ lines }) => lines.length > 0);
  const links = [
    ...(isDrawn ? (["svg", "csv"] as const) : []).map((kind) => ({
      text: said.files[kind],
      href: page.file(id, kind),
    })),
    { text: page.wider?.text ?? "", href: id === "groups" ? (page.wider?.href ?? null) : null },
    { text: id === "groups" ? said.files.report : said.files.json, href: page.beside[id] },
  ];
  return (
    <section id={id}>
      <h2>{heading}</h2>
      <Paragraphs texts={says} />
      {strips.map((strip) => (
        <StripPart key={strip.title} strip={strip} />
      ))}
      {bubbles && (
        <>
          <svg class="bubbles" {...bubblesSize} role="img" aria-label={heading}>
            <BubblePlot bubbles={bubbles} />
          </svg>
          <Paragraphs texts={bubbles.notes} look="quiet" />
        </>
      )}
      {id === "groups" && page.merge.length > 2 && <Merge {...page} />}
      <Links look="files" links={links.flatMap(({ text, href }) => (href ? { text, href } : []))} />
    </section>
  );
}

function Paragraphs({ texts, look }: { texts: readonly string[]; look?: "quiet" }) {
  return (
    <>
      {texts.map((text) => (
        <p key={text} class={look}>
          {text}
        </p>
      ))}
    </>
  );
}

function StripPart({ strip }: { strip: Strip }) {
  const { title, lines, notes } = strip;
  return (
    <>
      <h3>{title}</h3>
      {lines.length > 0 && <StripTable strip={strip} />}
      <Paragraphs texts={notes} look="quiet" />
    </>
  );
}

/** The axis is its third column. */
function StripTable({ strip }: { strip: Strip }) {
  const heads = strip.columns.map((column) => (
    <th key={column} scope="col">
      {column}
    </th>
  ));
  const isDrawn = hasMarks(strip);
  const ticks = strip.ticks.map((text) => <span key={text}>{text}</span>);
  return (
    <table>
      <thead>
        <tr>
          {heads.slice(0, 2)}
          <td aria-hidden="true">{isDrawn && <span class="ticks">{ticks}</span>}</td>
          {heads.slice(2)}
        </tr>
      </thead>
      <tbody>
        {strip.lines.map(({ name, beneath, cells, marks }, index) => {
          const [number, more] = cells.map((texts, place) => (
            <Cell key={place} texts={texts} column={strip.columns[place + 1]} />
          ));
          return (
            <tr key={index}>
              <th scope="row">
                {name}
                <Small texts={[beneath]} />
              </th>
              {number}
              <td>
                {isDrawn && (
                  <svg viewBox="-3 0 106 12" aria-hidden="true">
                    <Marks marks={marks} />
                  </svg>
                )}
              </td>
              {more}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell({ texts, column }: { texts: readonly string[]; column: string | undefined }) {
  const [main, ...beneath] = texts;
  return (
    <td data-label={column}>
      {main}
      <Small texts={beneath} />
    </td>
  );
}

function Small({ texts }: { texts: readonly string[] }) {
  return <>{texts.map((text) => text && <small key={text}>{text}</small>)}</>;
}
