/** A guide as a page, made by the build. It needs no script. */
import { guidesStyles } from "#generated/styles.ts";
import { Links } from "../../pages/html/parts.tsx";
import { sitePage } from "../../pages/html/site-frame.tsx";
import { guides } from "./guides.ts";
import { htmlOf, plain } from "./html.ts";
import { type Guide, readGuides } from "./read-guides.ts";

/** All guides, by path below `dist/`. */
export function guidePages(read: (path: string) => string): Record<string, string> {
  return Object.fromEntries(
    readGuides(read).map((guide) => [`docs/${guide.id}.html`, guidePage(guide)]),
  );
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
      <div
        dangerouslySetInnerHTML={{ __html: sections.map((one) => htmlOf(one, guide)).join("") }}
      />
      <nav class="others" aria-label="Guides">
        <Links
          links={[
            ...others.map(({ id, title }) => ({ href: `/docs/${id}`, text: title })),
            { href: "/docs/api", text: "API" },
          ]}
        />
      </nav>
    </main>
  );
  return sitePage({ title, description, styles: guidesStyles, current: "docs", content });
}
