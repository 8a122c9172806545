/** Sections of a guide as HTML. No text becomes markup by itself: what guides are not written in stops the build. */
import { Marked, type Token, type Tokens } from "marked";
import { escapeHtml } from "#presentation/words/escape-html.ts";
import { originPlaceholder } from "../../pages/html/origin-placeholder.ts";
import { type Guide, isUsual, pathOf, type Section } from "./read-guides.ts";

type Addresses = Pick<Guide, "addressOf">;

/**
 * Sections of the third level, with those below them, are folded behind their headings. The id is within the
 * fold: a link to it then opens it, which one to its heading would not.
 */
export function foldedHtml(sections: readonly Section[], guide: Addresses): string {
  let isOpen = false;
  const parts = sections.map((section) => {
    const isFolded = section.level === foldedFrom;
    const { heading, rest } = htmlOf(isFolded ? { ...section, id: null } : section, guide);
    const ends = isOpen && section.level <= foldedFrom ? "</details>" : "";
    isOpen = isFolded || (isOpen && ends === "");
    return isFolded
      ? `${ends}<details><summary>${heading}</summary><div id="${section.id}">${rest}</div>`
      : `${ends}${heading}${rest}`;
  });
  return `${parts.join("")}${isOpen ? "</details>" : ""}`;
}

const foldedFrom = 3;

type Written = Omit<Section, "id"> & { readonly id: string | null };

function htmlOf({ file, heading, id, level, tokens }: Written, guide: Addresses) {
  const html = new Marked({
    renderer: {
      // Scrolled with the keyboard, too.
      code: ({ text }) => `<pre tabindex="0"><code>${ofThisSite(text)}</code></pre>`,
      codespan: ({ text }) => `<code>${ofThisSite(text)}</code>`,
      heading({ tokens: words }) {
        const own = id === null ? "" : ` id="${id}"`;
        return `<h${level}${own}>${this.parser.parseInline(words)}</h${level}>`;
      },
      link({ href, text, tokens: words }) {
        const said = this.parser.parseInline(words);
        const address = guide.addressOf(href, file);
        if (address?.startsWith("/")) return `<a href="${escapeHtml(address)}">${said}</a>`;
        if (address !== undefined) {
          return `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${said}</a>`;
        }
        // A file of the source, which the site does not have.
        const path = `<code>${escapeHtml(pathOf(href, file))}</code>`;
        return pathOf(href, file).endsWith(text) ? path : `${said} (${path})`;
      },
      // A group that can be focused, because it scrolls if it is wider than the page.
      table({ header, rows }) {
        const cell = (tag: string, { tokens: words }: Tokens.TableCell) =>
          `<${tag}>${this.parser.parseInline(words)}</${tag.slice(0, 2)}>`;
        const row = (cells: readonly string[]) => `<tr>${cells.join("")}</tr>`;
        // A table without words above its columns is a list of names with what they mean.
        const isNamed = header.some(({ text }) => text !== "");
        const names = header.map((one, index) =>
          index === 0 && one.text === "" ? "<td></td>" : cell('th scope="col"', one),
        );
        const lines = rows.map((cells) =>
          row(cells.map((one, at) => cell(at === 0 && !isNamed ? 'th scope="row"' : "td", one))),
        );
        return `<div class="wide" role="group" aria-label="Table: ${escapeHtml(plain(heading))}" tabindex="0"><table>${isNamed ? `<thead>${row(names)}</thead>` : ""}<tbody>${lines.join("")}</tbody></table></div>`;
      },
    },
  });
  html.walkTokens([heading, ...tokens], (token) => {
    if (!isShown(token)) {
      throw new Error(`${file}: a guide cannot show ${token.type}: ${token.raw.slice(0, 80)}`);
    }
  });
  return { heading: html.parser([heading]), rest: html.parser([...tokens]) };
}

/** An entity would be shown as the character that it stands for. */
function isShown(token: Token): boolean {
  return isUsual(token) && !(token.type === "text" && /&#?\w+;/.test(token.text));
}

/** Without the backquotes of code. */
export function plain({ text }: Tokens.Heading): string {
  return text.replaceAll("`", "");
}

/** Snippets name the installation that shows them. */
function ofThisSite(text: string): string {
  return escapeHtml(text).replaceAll(
    /https:\/\/compare\.example\.org|http:\/\/127\.0\.0\.1:8787/g,
    originPlaceholder,
  );
}
