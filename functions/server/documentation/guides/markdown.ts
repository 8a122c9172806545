/** Markdown of the repository as HTML. No text becomes markup by itself. */
import { Marked, type Token, type Tokens } from "marked";
import { escapeHtml } from "#presentation/words/escape-html.ts";
import { originPlaceholder } from "../../pages/html/origin-placeholder.ts";

/** A heading of level 2 or 3, with the address of its section in the page. */
export interface Heading {
  id: string;
  text: string;
  level: number;
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === "heading";

export function slugsIn(markdown: string, section: string | undefined): string[] {
  return tokensOf(markdown, section).flatMap((one) => (isHeading(one) ? slugOf(one.text) : []));
}

/** As GitHub makes the address of a heading. */
export function slugOf(heading: string): string {
  const words = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "");
  return words.trim().replaceAll(/\s/g, "-");
}

/** The whole text, or the section whose heading has this slug. */
function tokensOf(markdown: string, section: string | undefined): Token[] {
  const all = new Marked().lexer(markdown);
  if (section === undefined) return all;
  const start = all.findIndex((one) => isHeading(one) && slugOf(one.text) === section);
  const first = all[start];
  if (first === undefined || !isHeading(first)) throw new Error(`no section "${section}"`);
  const end = all.findIndex((one, at) => at > start && isHeading(one) && one.depth <= first.depth);
  return all.slice(start, end < 0 ? undefined : end);
}

/**
 * The first heading of a text is of level 2. What stands below one of level 3 is folded behind it, and holds its id:
 * a link to it then opens it, which one to its heading would not.
 *
 * @param linkTo The HTML of a link, with its words as HTML.
 */
export function htmlOf(
  markdown: string,
  section: string | undefined,
  linkTo: (link: Tokens.Link, words: string) => string,
): { html: string; headings: readonly Heading[] } {
  const tokens = tokensOf(markdown, section);
  const headings: Heading[] = [];
  const shift = 2 - (tokens.find(isHeading)?.depth ?? 2);
  let foldEnd = "";
  const refuse = ({ raw }: Tokens.Generic): string => {
    throw new Error(`a guide cannot show ${raw.slice(0, 80)}`);
  };
  const marked = new Marked({
    renderer: {
      html: refuse,
      image: refuse,
      heading({ text, depth, tokens: parts }) {
        const [id, level] = [slugOf(text), depth + shift];
        const words = this.parser.parseInline(parts);
        if (level > 3) return `<h${level} id="${id}">${words}</h${level}>`;
        headings.push({ id, level, text: text.replaceAll("`", "") });
        const before = foldEnd;
        foldEnd = level === 3 ? "</div></details>" : "";
        return level === 3
          ? `${before}<details><summary><h3>${words}</h3></summary><div id="${id}">`
          : `${before}<h2 id="${id}">${words}</h2>`;
      },
      // Scrolled with the keyboard, too.
      code: ({ text }) => `<pre tabindex="0"><code>${ofThisSite(text)}</code></pre>`,
      codespan: ({ text }) => `<code>${ofThisSite(text)}</code>`,
      link(link) {
        return linkTo(link, this.parser.parseInline(link.tokens));
      },
      // A group that can be focused, because it scrolls if it is wider than the page.
      table({ header, rows }) {
        const label = `Table: ${escapeHtml(headings.at(-1)?.text ?? "")}`;
        const words = (cell: Tokens.TableCell) => this.parser.parseInline(cell.tokens);
        // A table without words above its columns is a list of names with what they mean.
        const isNamed = header.some(({ text }) => text !== "");
        const names = header
          .map((cell) => (cell.text ? `<th scope="col">${words(cell)}</th>` : "<td></td>"))
          .join("");
        const lines = rows.map((cells) => {
          const [name = "", ...others] = cells.map(words);
          const first = isNamed ? `<td>${name}</td>` : `<th scope="row">${name}</th>`;
          return `<tr>${first}${others.map((other) => `<td>${other}</td>`).join("")}</tr>`;
        });
        return `<div class="wide" role="group" aria-label="${label}" tabindex="0"><table>${isNamed ? `<thead><tr>${names}</tr></thead>` : ""}<tbody>${lines.join("")}</tbody></table></div>`;
      },
    },
  });
  return { html: marked.parser(tokens) + foldEnd, headings };
}

/** Snippets name the installation that shows them. */
function ofThisSite(text: string): string {
  const ours = /https:\/\/compare\.example\.org|http:\/\/127\.0\.0\.1:8787/g;
  return escapeHtml(text).replaceAll(ours, originPlaceholder);
}
