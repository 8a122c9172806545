/** The parts of a brief as elements of a page; the renderer escapes every text. */

import { Abbreviated } from "../view/abbreviated.tsx";
import type { Abbreviations, BriefWords } from "../words/catalogue.ts";
import type { Cited, Line, List, Paragraph, Reference, Section } from "./parts.ts";

/** Abbreviations are spelled out to whoever points at them. */
interface Named {
  names: Abbreviations;
}

export function SectionPart({ heading, blocks, names }: Section & Named) {
  return (
    <section>
      <h2>{heading}</h2>
      <Blocks blocks={blocks} names={names} />
    </section>
  );
}

export function Blocks({ blocks, names }: Pick<Section, "blocks"> & Named) {
  return (
    <>
      {blocks.map((block) =>
        block.kind === "paragraph" ? (
          <ParagraphPart key={firstText(block.lines)} {...block} names={names} />
        ) : (
          <ListPart key={block.lead} {...block} names={names} />
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
  words: BriefWords["references"];
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

function ParagraphPart({ lines, names }: Paragraph & Named) {
  return (
    <p>
      {lines.map((one) => (
        <LinePart key={one.text} {...one} names={names} />
      ))}
    </p>
  );
}

function ListPart({ lead, items, names }: List & Named) {
  return (
    <>
      <h3>{lead}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.text}>
            <LinePart {...item} names={names} />
          </li>
        ))}
      </ul>
    </>
  );
}

function LinePart({ text, cited, names }: Line & Named) {
  return (
    <>
      <Abbreviated text={text} names={names} />
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

function ReferenceItem({
  reference,
  words,
}: {
  reference: Reference;
  words: BriefWords["references"];
}) {
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
