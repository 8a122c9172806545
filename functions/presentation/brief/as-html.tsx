/** A brief as the body of an HTML page; the renderer escapes every text. */
import { render } from "preact-render-to-string";
import { ReferenceList, SectionPart } from "./html-parts.tsx";
import type { Brief } from "./parts.ts";

export function asHtml(brief: Brief): string {
  const {
    title,
    sections,
    references,
    referenceWords: words,
    abbreviations,
    closing,
    links,
  } = brief;
  return render(
    <main class="page brief">
      <h1>{title}</h1>
      {sections.map((section) => (
        <SectionPart key={section.heading} {...section} names={abbreviations} />
      ))}
      {references.length > 0 && (
        <section>
          <h2>{words.heading}</h2>
          <ReferenceList references={references} words={words} />
        </section>
      )}
      <SectionPart {...closing} names={abbreviations} />
      <ul>
        {links.map(({ label, href }) => (
          <li key={href}>
            {label}: <a href={href}>{href}</a>
          </li>
        ))}
      </ul>
    </main>,
  );
}
