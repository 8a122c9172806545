/** The list of guides and each guide as a page, made by the build. They need no script. */
import { posix } from "node:path";
import type { Tokens } from "marked";
import type { VNode } from "preact";
import { guidesStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { escapeHtml } from "#presentation/words/escape-html.ts";
import { sitePage } from "../../pages/html/site-frame.tsx";
import { Links } from "../../pages/kit/text.tsx";
import { guides } from "./guides.ts";
import { htmlOf, slugsIn } from "./markdown.ts";

type Read = (path: string) => string;

/** The list and all guides, by path below `dist/`. */
export function guidePages(read: Read): Record<string, string> {
  const addresses = addressesOf(read);
  const names = guides.map(({ title }) => title).join(", ");
  return {
    "docs.html": page(catalogue.pages.site.names.docs, names, <List />),
    ...Object.fromEntries(
      guides.map((guide) => [`docs/${guide.id}.html`, guidePage(guide, read, addresses)]),
    ),
  };
}

function page(title: string, description: string, content: VNode): string {
  return sitePage({ title, description, styles: guidesStyles, current: "docs", content });
}

function List() {
  const items = guides.map(({ id, title, description }) => (
    <li key={id}>
      <a href={`/docs/${id}`}>{title}</a>
      <br />
      {description}
    </li>
  ));
  return (
    <main class="page text guide">
      <h1>{catalogue.pages.site.names.docs}</h1>
      <ul class="guides">{items}</ul>
    </main>
  );
}

type Guide = (typeof guides)[number];
type Addresses = ReadonlyMap<string, string>;

function guidePage({ id, title, description, parts }: Guide, read: Read, to: Addresses): string {
  const made = parts.map((part) => {
    const [file = "", section] = part.split("#");
    return htmlOf(read(file), section, (link, words) => linkOf(link, words, file, to));
  });
  const headings = made.flatMap((part) => part.headings);
  const others = guides.filter((guide) => guide.id !== id);
  return page(
    title,
    description,
    <main class="page text guide">
      <header>
        <h1>{title}</h1>
        <p>{description}</p>
        <nav aria-label="Contents">
          <ul>
            {headings.map(({ id, level, text }) => (
              <li key={id} class={level === 3 ? "below" : undefined}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <div dangerouslySetInnerHTML={{ __html: made.map(({ html }) => html).join("") }} />
      <nav class="others" aria-label="Guides">
        <Links links={others.map(({ id, title }) => ({ href: `/docs/${id}`, text: title }))} />
      </nav>
    </main>,
  );
}

/** By file, and by file and heading: the first guide that has it. */
function addressesOf(read: Read): Addresses {
  const places = guides.flatMap(({ id, parts }) =>
    parts.flatMap((part) => {
      const [file = "", section] = part.split("#");
      const slugs = slugsIn(read(file), section);
      const all = [[file, slugs[0]], ...slugs.map((slug) => [`${file}#${slug}`, slug])];
      return all.map(([place = "", slug = ""]) => [place, `/docs/${id}#${slug}`] as const);
    }),
  );
  return new Map(places.toReversed());
}

/** To a guide or another site; a file of the source, which no guide has, is named. */
function linkOf({ href, text }: Tokens.Link, words: string, file: string, to: Addresses): string {
  if (/^(?:https?|mailto):/.test(href)) {
    return `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${words}</a>`;
  }
  const [path = "", anchor] = href.split("#");
  const target = path === "" ? file : posix.join(posix.dirname(file), path);
  const address = to.get(anchor === undefined ? target : `${target}#${anchor}`);
  if (address !== undefined) return `<a href="${escapeHtml(address)}">${words}</a>`;
  const name = `<code>${escapeHtml(target)}</code>`;
  return target.endsWith(text) ? name : `${words} (${name})`;
}
