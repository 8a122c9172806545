/** A brief as the body of an HTML page; the renderer escapes every text. */
import { render } from "preact-render-to-string";
import type { ReferenceWords } from "../words/contract/brief.ts";
import type { Brief, Cited, Line, List, Paragraph, Reference, Section } from "./parts.ts";

export function asHtml(brief: Brief): string {
  const { title, sections, references, referenceWords: words, closing, links } = brief;
  return render(
    <main class="page brief">
      <h1>{title}</h1>
      {sections.map((section) => (
        <SectionPart key={section.heading} {...section} />
      ))}
      {references.length > 0 && (
        <section>
          <h2>{words.heading}</h2>
          <ol>
            {references.map((reference) => (
              <ReferenceItem key={reference.number} reference={reference} words={words} />
            ))}
          </ol>
        </section>
      )}
      <SectionPart {...closing} />
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

function SectionPart({ heading, blocks }: Section) {
  return (
    <section>
      <h2>{heading}</h2>
      {blocks.map((block) =>
        block.kind === "paragraph" ? (
          <ParagraphPart key={firstText(block.lines)} {...block} />
        ) : (
          <ListPart key={block.lead} {...block} />
        ),
      )}
    </section>
  );
}

function firstText(lines: readonly Line[]): string {
  return lines[0]?.text ?? "";
}

function ParagraphPart({ lines }: Paragraph) {
  return (
    <p>
      {lines.map((one) => (
        <LinePart key={one.text} {...one} />
      ))}
    </p>
  );
}

function ListPart({ lead, items }: List) {
  return (
    <>
      <h3>{lead}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.text}>
            <LinePart {...item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function LinePart({ text, cited }: Line) {
  return (
    <>
      {text}
      {cited.length > 0 && " ["}
      {cited.map((one, index) => (
        <CitedPart key={one.number} {...one} first={index === 0} />
      ))}
      {cited.length > 0 && "]"}{" "}
    </>
  );
}

function CitedPart({ number, locator, first }: Cited & { first: boolean }) {
  return (
    <>
      {!first && ", "}
      <a href={`#reference-${number}`}>{number}</a>
      {locator !== null && `: ${locator}`}
    </>
  );
}

function ReferenceItem({ reference, words }: { reference: Reference; words: ReferenceWords }) {
  const { number, text, href, tier, publications } = reference;
  return (
    <li id={`reference-${number}`}>
      {text} – {href === null ? words.noRecord : <a href={href}>{href}</a>} – {tier}
      {publications.length > 0 && ` – ${words.publications(publications.length)}: `}
      {publications.map((one, index) => (
        <span key={one}>
          {index > 0 && ", "}
          <a href={one}>{one}</a>
        </span>
      ))}
    </li>
  );
}
