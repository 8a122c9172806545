/**
 * From files of Markdown to guides: cut into sections, headings at their level, every heading with an id,
 * every link with an address on the site. The Markdown stays readable where it lies.
 */
import { posix } from "node:path";
import { type MarkedToken, marked, type Token, type Tokens } from "marked";
import { type GuideId, guides } from "./guides.ts";

/** Which Markdown of the repository a guide is made of, in its order. */
interface Part {
  /** Path in the repository. */
  file: string;
  /** The heading, as in the address of its section; without it, the whole file. */
  section?: string;
}

const readme = "README.md";
const embedding = "widget/embedding.md";

const partsOf: Readonly<Record<GuideId, readonly Part[]>> = {
  clinicians: [
    { file: "functions/server/documentation/guides/clinicians.md" },
    { file: readme, section: "intended-use-and-limits" },
    { file: readme, section: "what-it-will-not-do" },
  ],
  "web-editors": [
    { file: embedding, section: "as-an-element" },
    { file: embedding, section: "as-a-frame" },
    { file: embedding, section: "the-frame-and-the-page-around-it" },
    { file: embedding, section: "who-may-frame-it" },
  ],
  integrators: [
    { file: "functions/server/api/README.md" },
    { file: embedding, section: "the-parameters" },
    { file: embedding, section: "what-a-page-can-rely-on" },
    { file: embedding, section: "in-a-framework" },
  ],
  record: [
    { file: embedding, section: "a-patient-from-the-record-around-it" },
    { file: embedding, section: "who-may-frame-it" },
  ],
  curators: [{ file: "CONTRIBUTING.md" }, { file: "data/README.md" }],
  statisticians: [
    { file: "functions/core/README.md", section: "how-the-numbers-are-made" },
    { file: "functions/core/statistics/README.md" },
    { file: "functions/core/statistics/special/README.md" },
    { file: "test/oracle/README.md" },
  ],
  operators: [
    { file: "functions/server/documentation/guides/operators.md" },
    { file: "widget/README.md", section: "without-a-connection" },
    { file: "SECURITY.md" },
  ],
  copy: [{ file: "functions/server/documentation/guides/copy.md" }],
};

/** A heading and what stands below it, until the next one. */
export interface Section {
  /** Path of the file it is from, to which its links are relative. */
  file: string;
  heading: Tokens.Heading;
  tokens: readonly Token[];
  id: string;
  level: number;
}

export interface Guide {
  id: GuideId;
  title: string;
  description: string;
  sections: readonly Section[];
  /** Where a link of a file leads: an address, or none, if what it names is not on the site. */
  addressOf: (href: string, file: string) => string | undefined;
}

const kinds: ReadonlySet<string> = new Set<MarkedToken["type"]>([
  "code",
  "heading",
  "list",
  "list_item",
  "paragraph",
  "space",
  "table",
  "codespan",
  "em",
  "escape",
  "link",
  "strong",
  "text",
]);

/** What guides are written in; anything else, such as HTML, is not shown. */
export function isUsual(token: Token): token is MarkedToken {
  return kinds.has(token.type);
}

/** As GitHub makes the address of a heading. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}

type Read = Pick<Section, "heading"> & { tokens: Token[] };

function sectionsOf(markdown: string): Read[] {
  const sections: Read[] = [];
  for (const token of marked.lexer(markdown)) {
    if (isUsual(token) && token.type === "heading") sections.push({ heading: token, tokens: [] });
    else sections.at(-1)?.tokens.push(token);
  }
  return sections;
}

/** The section of this name with all below it. */
function named(sections: readonly Read[], slug: string, file: string): readonly Read[] {
  const start = sections.findIndex(({ heading }) => slugOf(heading.text) === slug);
  const first = sections[start];
  if (!first) throw new Error(`${file} has no section "${slug}".`);
  const length = sections
    .slice(start + 1)
    .findIndex(({ heading }) => heading.depth <= first.heading.depth);
  return sections.slice(start, length < 0 ? undefined : start + 1 + length);
}

/** Those of a file by itself, each heading with an id. */
export function sectionsIn(markdown: string, file: string): Section[] {
  return sectionsOf(markdown).map(({ heading, tokens }) => ({
    file,
    heading,
    tokens,
    id: slugOf(heading.text),
    level: heading.depth,
  }));
}

/** @param read the text of a file of the repository */
export function readGuides(read: (path: string) => string): Guide[] {
  /** By file and heading: address of the guide that has it. */
  const addresses = new Map<string, string>();
  const all = guides.map((guide) => {
    const ids = new Set<string>();
    const sections = partsOf[guide.id].flatMap(({ file, section }, index) => {
      const all = sectionsOf(read(file));
      const taken = section === undefined ? all : named(all, section, file);
      const top = taken[0]?.heading.depth ?? 1;
      return taken.map(({ heading, tokens }, position): Section => {
        const slug = slugOf(heading.text);
        const id = ids.has(slug) ? `${slug}-${index + 1}` : slug;
        if (ids.has(id)) throw new Error(`${file} has two headings "${heading.text}".`);
        ids.add(id);
        const address = `/docs/${guide.id}#${id}`;
        for (const place of [`${file}#${slug}`, ...(position === 0 ? [file] : [])]) {
          if (!addresses.has(place)) addresses.set(place, address);
        }
        return { file, heading, tokens, id, level: heading.depth - top + 2 };
      });
    });
    return { ...guide, sections };
  });
  const addressOf = (href: string, file: string): string | undefined => {
    if (/^(?:https?|mailto):/.test(href)) return href;
    const [path = "", anchor] = href.split("#");
    const target = path === "" ? file : posix.join(posix.dirname(file), path);
    return addresses.get(anchor === undefined ? target : `${target}#${anchor}`);
  };
  return all.map((guide) => ({ ...guide, addressOf }));
}

/** Path in the repository of what a link of a file names. */
export function pathOf(href: string, file: string): string {
  return posix.join(posix.dirname(file), href.replace(/#.*/, ""));
}
