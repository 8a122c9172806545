/** A page whose text is a file of Markdown in its folder, into which the build writes what code and data know. */
import type { Token } from "marked";
import type { ComponentChildren } from "preact";
import { guidesStyles } from "#generated/styles.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { headingsIn, htmlOf, slugOf, tokensOf } from "../documentation/guides/markdown.ts";
import type { PageName } from "../site.ts";
import { sitePage } from "./html/site-frame.tsx";
import { OnThisPage } from "./kit/kit.tsx";

/** Reads a file by its path in the repository. */
export type ReadFile = (path: string) => string;

interface MarkdownPage {
  read: ReadFile;
  /** The page has its address, its folder and its file by this name. */
  name: PageName;
  description: string;
  /** Values that replace `{name}` in the text. */
  live: Readonly<Record<string, string>>;
  /** Between the title and the list of the parts. */
  children: ComponentChildren;
}

/** The page by path below `dist/`. Its title is the first heading of the file. */
export function markdownPage({ read, name, description, live, children }: MarkdownPage) {
  const file = `functions/server/pages/${name}/${name}.md`;
  const [, title = "", text = ""] = /^# (.*)\n([\s\S]*)$/.exec(filled(read(file), live)) ?? [];
  const tokens = tokensOf(text);
  return { [`${name}.html`]: textPage({ title, description, current: name, tokens, children }) };
}

interface TextPage extends Pick<MarkdownPage, "description" | "children"> {
  title: string;
  current: PageName;
  tokens: Token[];
  /** Addresses of the files that the text names by their paths. */
  addresses?: ReadonlyMap<string, string>;
}

/** Title, the list of the parts, and the text. */
export function textPage({ title, tokens, addresses, children, ...about }: TextPage): string {
  const parts = headingsIn(tokens).filter(({ depth }) => depth === 2);
  return sitePage({
    ...about,
    title,
    styles: guidesStyles,
    content: (
      <main class="page text guide">
        <header>
          <h1>{title}</h1>
          {children}
          {parts.length > 0 && <OnThisPage parts={parts.map(({ text }) => [slugOf(text), text])} />}
        </header>
        <div dangerouslySetInnerHTML={{ __html: htmlOf(tokens, addresses) }} />
      </main>
    ),
  });
}

/** The first letter of a sentence is large. @throws Error if the text asks for what nobody counts. */
function filled(text: string, live: Readonly<Record<string, string>>): string {
  return text.replaceAll(/(\. )?\{([^{}\s]+)\}/g, (_, end: string = "", name: string) => {
    const value = live[name];
    if (value === undefined) throw new Error(`nothing is called {${name}}`);
    return end + (end === "" ? value : capitalised(value));
  });
}
