/**
 * A brief as plain text. Lines have at most 80 columns, unless a single word or address is longer.
 */
import type { BriefWords } from "../words/catalogue.ts";
import type { Brief, Line, List, Paragraph, Reference, Section } from "./parts.ts";

const width = 80;

export function asText({
  title,
  sections,
  references,
  referenceWords: words,
  closing,
  links,
}: Brief): string {
  const parts = [
    underlined(title, "="),
    ...sections.map(sectionText),
    ...(references.length > 0
      ? [
          `${underlined(words.heading, "-")}\n\n${references.map((one) => referenceText(one, words)).join("\n")}`,
        ]
      : []),
    sectionText(closing),
    links.map(({ label, href }) => `${label}: ${href}`).join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function underlined(text: string, mark: string): string {
  return `${text}\n${mark.repeat(text.length)}`;
}

function sectionText({ heading, blocks }: Section): string {
  return [underlined(heading, "-"), ...blocks.map(blockText)].join("\n\n");
}

function blockText(block: Paragraph | List): string {
  return block.kind === "paragraph"
    ? wrapped(block.lines.map(lineText).join(" "))
    : [wrapped(`${block.lead}:`), ...block.items.map((item) => wrapped(lineText(item), "- "))].join(
        "\n",
      );
}

function lineText({ text, cited }: Line): string {
  const marks = cited.map(({ number, locator }) =>
    locator === null ? `${number}` : `${number}: ${locator}`,
  );
  return marks.length === 0 ? text : `${text} [${marks.join(", ")}]`;
}

function referenceText(
  { number, text, href, tier, publications }: Reference,
  words: BriefWords["references"],
): string {
  const own =
    publications.length > 0
      ? [`${words.publications(publications.length)}: ${publications.join(", ")}`]
      : [];
  return wrapped([text, href ?? words.noRecord, tier, ...own].join(" – "), `${number}. `);
}

/** Breaks lines between words. Later lines are indented to the start of the text, after `mark`. */
function wrapped(text: string, mark = ""): string {
  const indent = " ".repeat(mark.length);
  const lines: string[] = [];
  let current = mark;
  for (const word of text.split(/(?<!τ|I²)\s+(?!%)/)) {
    const start = current === mark || current === indent;
    if (!start && current.length + 1 + word.length > width) {
      lines.push(current);
      current = indent + word;
    } else {
      current += start ? word : ` ${word}`;
    }
  }
  return [...lines, current].join("\n");
}
