/** Makes the list of guides and each guide as a page. The build makes the pages, which need no script. */
import { posix } from "node:path";
import { marked, type Token } from "marked";
import { guides } from "../../documentation/guides/guides.ts";
import {
  isWebAddressOrAnchor,
  listHeadings,
  makeHeadingId,
  parseMarkdown,
} from "../../documentation/guides/markdown.ts";
import { type ReadFile, renderTextPage } from "../markdown-page.tsx";

/** Returns the pages by path below `dist/`. */
export function renderGuidePages(read: ReadFile): Record<string, string> {
  const addresses = new Map<string, string>();
  const guideTexts = ["README", ...guides].map((name) => readGuide(name, read, addresses));
  const pages = guideTexts.map(({ path, ...guide }) => {
    const children = <p>{guide.description}</p>;
    return [
      `${path.slice(1)}.html`,
      renderTextPage({ ...guide, addresses, current: "docs", children }),
    ];
  });
  return Object.fromEntries(pages);
}

/**
 * Reads a guide with title, description and text. A paragraph with nothing but a link is replaced by the linked file or
 * section.
 */
function readGuide(name: string, read: ReadFile, addresses: Map<string, string>) {
  const fileOfGuide = `functions/server/documentation/guides/${name}.md`;
  const path = name === "README" ? "/docs" : `/docs/${name}`;
  addresses.set(fileOfGuide, path);
  // Links become paths in the repository. A heading is linked to the first guide that shows it.
  const placed = (tokens: Token[], file: string): Token[] => {
    marked.walkTokens(tokens, (token) => {
      if (token.type !== "link") return;
      if (token.href.startsWith("#")) token.href = file + token.href;
      else if (!isWebAddressOrAnchor(token.href))
        token.href = posix.join(posix.dirname(file), token.href);
    });
    for (const anchor of listHeadings(tokens).map(({ text }) => `#${makeHeadingId(text)}`)) {
      for (const place of [file, file + anchor]) {
        if (!addresses.has(place)) addresses.set(place, path + anchor);
      }
    }
    return tokens;
  };
  const [title = "", description = "", ...text] = read(fileOfGuide).replace("# ", "").split("\n\n");
  const tokens = placed(parseMarkdown(text.join("\n\n")), fileOfGuide).flatMap((token) => {
    const [link, more] = token.type === "paragraph" ? (token.tokens ?? []) : [];
    if (link?.type !== "link" || more) return [token];
    const [file = "", slug] = link.href.split("#");
    return placed(parseMarkdown(read(file), slug), file);
  });
  return { path, title, description, tokens };
}
