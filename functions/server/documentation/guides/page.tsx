/** The list of guides and each guide as a page, made by the build. They need no script. */
import { guidesStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { sitePage } from "../../pages/html/site-frame.tsx";
import { Links } from "../../pages/kit/text.tsx";
import { guides } from "./guides.ts";
import { foldedHtml, plain } from "./html.ts";
import { type Guide, readGuides } from "./read-guides.ts";

/** The list and all guides, by path below `dist/`. */
export function guidePages(read: (path: string) => string): Record<string, string> {
  return {
    "docs.html": listPage(),
    ...Object.fromEntries(
      readGuides(read).map((guide) => [`docs/${guide.id}.html`, guidePage(guide)]),
    ),
  };
}

function listPage(): string {
  const { docs: title } = catalogue.pages.site.names;
  const content = (
    <main class="page text guide">
      <h1>{title}</h1>
      <ul class="guides">
        {guides.map(({ id, title: name, description }) => (
          <li key={id}>
            <a href={`/docs/${id}`}>{name}</a>
            <br />
            {description}
          </li>
        ))}
      </ul>
    </main>
  );
  const description = guides.map((guide) => guide.title).join(", ");
  return sitePage({ title, description, styles: guidesStyles, current: "docs", content });
}

function guidePage(guide: Guide): string {
  const { title, description, sections } = guide;
  const others = guides.filter(({ id }) => id !== guide.id);
  const content = (
    <main class="page text guide">
      <header>
        <h1>{title}</h1>
        <p>{description}</p>
        <nav aria-label="Contents">
          <ul>
            {sections
              .filter(({ level }) => level <= 3)
              .map(({ id, level, heading }) => (
                <li key={id} class={level === 3 ? "below" : undefined}>
                  <a href={`#${id}`}>{plain(heading)}</a>
                </li>
              ))}
          </ul>
        </nav>
      </header>
      <div dangerouslySetInnerHTML={{ __html: foldedHtml(sections, guide) }} />
      <nav class="others" aria-label="Guides">
        <Links links={others.map(({ id, title }) => ({ href: `/docs/${id}`, text: title }))} />
      </nav>
    </main>
  );
  return sitePage({ title, description, styles: guidesStyles, current: "docs", content });
}
