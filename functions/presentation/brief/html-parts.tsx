/** The parts of a brief as elements of a page; the renderer escapes every text. */
import type { ReferenceWords } from "../words/contract/brief.ts";
import type { Cited, Line, List, Paragraph, Reference, Section } from "./parts.ts";

export function SectionPart({ heading, blocks }: Section) {
  return (
    <section>
      <h2>{heading}</h2>
      <Blocks blocks={blocks} />
    </section>
  );
}

export function Blocks({ blocks }: Pick<Section, "blocks">) {
  return (
    <>
      {blocks.map((block) =>
        block.kind === "paragraph" ? (
          <ParagraphPart key={firstText(block.lines)} {...block} />
        ) : (
          <ListPart key={block.lead} {...block} />
        ),
      )}
    </>
  );
}

export function ReferenceList({
  references,
  words,
}: {
  references: readonly Reference[];
  words: ReferenceWords;
}) {
  return (
    <ol>
      {references.map((reference) => (
        <ReferenceItem key={reference.number} reference={reference} words={words} />
      ))}
    </ol>
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
