/** Markdown of the repository as HTML. No text becomes markup by itself. */
import { Marked, type Token, type Tokens } from "marked";
import { escapeHtml } from "#presentation/words/escape-html.ts";
import { originPlaceholder } from "../../pages/html/origin-placeholder.ts";

export const headingsIn = (tokens: readonly Token[]): Tokens.Heading[] =>
  tokens.filter((token): token is Tokens.Heading => token.type === "heading");

/** Makes the address of a heading as GitHub does. */
export function slugOf(heading: string): string {
  const words = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "");
  return words.trim().replaceAll(/\s/g, "-");
}

/** The whole text, or its section of level 2 with this slug. The first heading gets level 2. */
export function tokensOf(markdown: string, slug?: string): Token[] {
  const sections = slug === undefined ? [markdown] : markdown.split(/^(?=## )/m);
  const texts = sections.map((section) => new Marked().lexer(section));
  const tokens = texts.find(([first]) => slug === undefined || slugOf(first?.raw ?? "") === slug);
  if (tokens === undefined) throw new Error(`no section "${slug}"`);
  const shift = 2 - (headingsIn(tokens)[0]?.depth ?? 2);
  for (const heading of headingsIn(tokens)) heading.depth += shift;
  return tokens;
}

function refuse({ raw }: Tokens.Generic): string {
  throw new Error(`a guide cannot show ${raw.slice(0, 80)}`);
}

/** Returns whether a link leads to a page as it is. */
export const isAddress = (href: string) => /^(?:https?:|mailto:|[/#])/.test(href);

/**
 * The text below a heading of level 3 is folded behind it and holds its id, so that a link to it opens it.
 *
 * @param addresses Of files and their headings. A link to another file has its path in place of an address.
 */
export function htmlOf(tokens: Token[], addresses: ReadonlyMap<string, string> = new Map()) {
  let foldEnd = "";
  const marked = new Marked({
    renderer: {
      html: refuse,
      image: refuse,
      heading({ text, depth, tokens: parts }) {
        const [id, words] = [slugOf(text), this.parser.parseInline(parts)];
        const heading = `<h${depth} id="${id}">${words}</h${depth}>`;
        if (depth > 3) return heading;
        const before = foldEnd;
        foldEnd = depth === 3 ? "</div></details>" : "";
        if (depth < 3) return before + heading;
        return `${before}<details><summary><h3>${words}</h3></summary><div id="${id}">`;
      },
      code: ({ text }) => `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`,
      link({ href, text, tokens: parts }) {
        const [address, words] = [addresses.get(href) ?? href, this.parser.parseInline(parts)];
        if (isAddress(address)) return `<a href="${escapeHtml(address)}">${words}</a>`;
        const file = href.replace(/#.*/, "");
        const name = `<code>${escapeHtml(file)}</code>`;
        return file.endsWith(text) ? name : `${words} (${name})`;
      },
    },
  });
  // A table without words above its columns is a list of names with what they mean.
  marked.walkTokens(tokens, (token) => {
    if (token.type !== "table" || token.header.some(({ text }: Tokens.TableCell) => text)) return;
    for (const [name] of token.rows) name.header = true;
  });
  // These tags are the parser's: `<` of a text is escaped. What may scroll can be focused, as code above.
  return (marked.parser(tokens) + foldEnd)
    .replaceAll("<table>", '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>")
    .replaceAll(/<th>(?=.*<\/th>\n<td>)/g, '<th scope="row">')
    .replaceAll("<th></th>", "<td></td>")
    .replaceAll(/https:\/\/compare\.example\.org|http:\/\/127\.0\.0\.1:8787/g, originPlaceholder);
}
