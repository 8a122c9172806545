/** Makes a page from a Markdown file in its folder, into which the build writes values from code and data. */
import type { Token } from "marked";
import type { ComponentChildren } from "preact";
import { guidesStyles } from "#generated/styles.ts";
import { capitalise } from "#presentation/words/sentences.ts";
import {
  listHeadings,
  makeHeadingId,
  parseMarkdown,
  renderMarkdownTokens,
} from "../documentation/guides/markdown.ts";
import type { PageName } from "../site.ts";
import { renderSitePage } from "./html/site-frame.tsx";
import { OnThisPage } from "./kit/kit.tsx";

/** Reads a file by its path in the repository. */
export type ReadFile = (path: string) => string;

interface MarkdownPage {
  read: ReadFile;
  /** The address, the folder and the file of the page have this name. */
  name: PageName;
  description: string;
  /** Maps each `{name}` in the text to the value that replaces it. */
  live: Readonly<Record<string, string>>;
  /** Stands between the title and the list of the parts. */
  children: ComponentChildren;
}

/** Returns the page by path below `dist/`. Its title is the first heading of the file. */
export function renderMarkdownDocuments({ read, name, description, live, children }: MarkdownPage) {
  const file = `functions/server/pages/${name}/${name}.md`;
  const [, title = "", text = ""] =
    /^# (.*)\n([\s\S]*)$/.exec(insertLiveValues(read(file), live)) ?? [];
  const tokens = parseMarkdown(text);
  return {
    [`${name}.html`]: renderTextPage({ title, description, current: name, tokens, children }),
  };
}

interface TextPage extends Pick<MarkdownPage, "description" | "children"> {
  title: string;
  current: PageName;
  tokens: Token[];
  /** Maps files that the text names by path to their addresses. */
  addresses?: ReadonlyMap<string, string>;
}

export function renderTextPage({ title, tokens, addresses, children, ...about }: TextPage): string {
  const parts = listHeadings(tokens).filter(({ depth }) => depth === 2);
  return renderSitePage({
    ...about,
    title,
    styles: guidesStyles,
    content: (
      <main class="page text guide">
        <header>
          <h1>{title}</h1>
          {children}
          {parts.length > 0 && (
            <OnThisPage parts={parts.map(({ text }) => [makeHeadingId(text), text])} />
          )}
        </header>
        <div dangerouslySetInnerHTML={{ __html: renderMarkdownTokens(tokens, addresses) }} />
      </main>
    ),
  });
}

/**
 * Inserts the values. A value at the beginning of a sentence is capitalised.
 *
 * @throws Error if the text names an unknown value
 */
function insertLiveValues(text: string, live: Readonly<Record<string, string>>): string {
  return text.replaceAll(/(\. )?\{([^{}\s]+)\}/g, (_, end: string = "", name: string) => {
    const value = live[name];
    if (value === undefined) throw new Error(`nothing is called {${name}}`);
    return end + (end === "" ? value : capitalise(value));
  });
}
