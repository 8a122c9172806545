/** Pieces that several pages have: the list of their parts, heads of tables, lists of sentences. */
import { type ComponentChildren, Fragment, type JSX } from "preact";
import { dataset } from "#core/dataset.ts";
import { catalogue } from "#presentation/words/catalogue.ts";

/** The parts of a page, each with the id of its heading. */
type PageParts = readonly (readonly [id: string, title: string, ...unknown[]])[];

export function OnThisPage({ parts }: { parts: PageParts }) {
  return (
    <nav aria-label="On this page">
      <Links links={parts.map(([id, text]) => ({ href: `#${id}`, text }))} />
    </nav>
  );
}

interface LinksProps {
  /** `isHere`: leads to the page that has it. */
  links: readonly { href: string; text: string; isHere?: boolean }[];
  look?: string;
}

export function Links({ links, look }: LinksProps) {
  return (
    <ul class={look}>
      {links.map(({ href, text, isHere }) => (
        <li key={href}>
          <a href={href} aria-current={isHere ? "page" : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Columns({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function Items({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

type Term = readonly [name: ComponentChildren, said: ComponentChildren];

export function Terms({ terms, look }: { terms: readonly Term[]; look?: string }) {
  return (
    <dl class={look}>
      {terms.map(([name, said], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

const marked = /`([^`]+)`|\[([^\]]+)\]\(([^)]+)\)/g;

const beside = { target: "_blank", rel: "noopener noreferrer" };

/** Text with `code` and [links](/methods). */
export function Prose({ text }: { text: string }): JSX.Element {
  const found = [...text.matchAll(marked)];
  const ends = found.map(({ index, 0: whole }) => index + whole.length);
  return (
    <>
      {found.map(({ index, 1: code, 2: name = "", 3: href = "" }, place) => (
        <Fragment key={index}>
          {text.slice(ends[place - 1] ?? 0, index)}
          {code === undefined ? (
            <a href={href} {...(href.startsWith("https:") && beside)}>
              <Prose text={name} />
            </a>
          ) : (
            <code>{code}</code>
          )}
        </Fragment>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
}

interface FoldProps {
  id?: string;
  title: string;
  count?: number;
  open?: boolean;
  children: ComponentChildren;
}

/** What few readers need, behind its name. */
export function Fold({ id, title, count, open, children }: FoldProps) {
  return (
    <details id={id} open={open}>
      <summary>
        {title} {count !== undefined && <span class="quiet">{count}</span>}
      </summary>
      {children}
    </details>
  );
}

/** As long as no clinician has reviewed the data. */
export function NotReviewed() {
  return dataset.review.status === "not-reviewed" ? (
    <strong>{catalogue.screen.notReviewed} </strong>
  ) : null;
}
