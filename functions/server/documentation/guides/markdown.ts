/** Turns Markdown of the repository into HTML. HTML in the Markdown is refused. */
import { Marked, type Token, type Tokens } from "marked";
import { escapeHtml, originPlaceholder } from "#presentation/words/html.ts";

export const listHeadings = (tokens: readonly Token[]): Tokens.Heading[] =>
  tokens.filter((token): token is Tokens.Heading => token.type === "heading");

/** Returns the id of a heading, as GitHub makes it. */
export function makeHeadingId(heading: string): string {
  const words = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "");
  return words.trim().replaceAll(/\s/g, "-");
}

/** Returns the whole text, or its section of level 2 with this slug. The first heading gets level 2. */
export function parseMarkdown(markdown: string, slug?: string): Token[] {
  const sections = slug === undefined ? [markdown] : markdown.split(/^(?=## )/m);
  const texts = sections.map((section) => new Marked().lexer(section));
  const tokens = texts.find(
    ([first]) => slug === undefined || makeHeadingId(first?.raw ?? "") === slug,
  );
  if (tokens === undefined) throw new Error(`no section "${slug}"`);
  const shift = 2 - (listHeadings(tokens)[0]?.depth ?? 2);
  for (const heading of listHeadings(tokens)) heading.depth += shift;
  return tokens;
}

function refuseMarkdownToken({ raw }: Tokens.Generic): string {
  throw new Error(`a guide cannot show ${raw.slice(0, 80)}`);
}

/** Tells whether a link is already an address, so that it needs no translation. */
export const isWebAddressOrAnchor = (href: string) => /^(?:https?:|mailto:|[/#])/.test(href);

/**
 * Makes the HTML. The text below a heading of level 3 is folded behind the heading and has its id, so that a link to
 * the id opens the text.
 *
 * @param addresses Addresses of files and their headings. A link to any other file shows the path of the file instead.
 */
export function renderMarkdownTokens(
  tokens: Token[],
  addresses: ReadonlyMap<string, string> = new Map(),
) {
  let foldEnd = "";
  const marked = new Marked({
    renderer: {
      html: refuseMarkdownToken,
      image: refuseMarkdownToken,
      heading({ text, depth, tokens: parts }) {
        const [id, words] = [makeHeadingId(text), this.parser.parseInline(parts)];
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
        if (isWebAddressOrAnchor(address)) return `<a href="${escapeHtml(address)}">${words}</a>`;
        const file = href.replace(/#.*/, "");
        const name = `<code>${escapeHtml(file)}</code>`;
        return file.endsWith(text) ? name : `${words} (${name})`;
      },
    },
  });
  // A table without column headings is a list of names with their meanings.
  marked.walkTokens(tokens, (token) => {
    if (token.type !== "table" || token.header.some(({ text }: Tokens.TableCell) => text)) return;
    for (const [name] of token.rows) name.header = true;
  });
  // These tags come from the parser, because `<` of a text is escaped. A box that may scroll can be focused, as code
  // can.
  return (marked.parser(tokens) + foldEnd)
    .replaceAll("<table>", '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>")
    .replaceAll(/<th>(?=.*<\/th>\n<td>)/g, '<th scope="row">')
    .replaceAll("<th></th>", "<td></td>")
    .replaceAll(/https:\/\/compare\.example\.org|http:\/\/127\.0\.0\.1:8787/g, originPlaceholder);
}
