/** A guide as a page, made by the build. It needs no script. */
import type { JSX } from "preact";
import { guidesStyles } from "#generated/styles.ts";
import { sitePage } from "../../pages/html/site-frame.tsx";
import { guides } from "./guides.ts";
import { BlockOf, Inline } from "./markdown.tsx";
import { type Block, type Guide, readGuides } from "./read-guides.ts";

/** All guides, by path below `dist/`. */
export function guidePages(read: (path: string) => string): Record<string, string> {
  return Object.fromEntries(
    readGuides(read).map((guide) => [`docs/${guide.id}.html`, guidePage(guide)]),
  );
}

function guidePage(guide: Guide): string {
  return sitePage({
    title: guide.title,
    description: guide.description,
    styles: guidesStyles,
    current: "api",
    content: <Page guide={guide} />,
  });
}

function Page({ guide }: { guide: Guide }): JSX.Element {
  const headings = guide.blocks.flatMap((block) => (block.kind === "heading" ? [block] : []));
  return (
    <main class="page text guide">
      <header>
        <h1>{guide.title}</h1>
        <p>{guide.description}</p>
        <nav aria-label="Contents">
          <ul>
            {headings
              .filter(({ level }) => level <= 3)
              .map(({ id, level, heading }) => (
                <li key={id} class={level === 3 ? "below" : undefined}>
                  <a href={`#${id}`}>{plain(heading.text)}</a>
                </li>
              ))}
          </ul>
        </nav>
      </header>
      {guide.blocks.map((block, index) => (
        <Shown key={index} block={block} guide={guide} above={headingAbove(guide.blocks, index)} />
      ))}
      <nav class="others" aria-label="Guides">
        <ul>
          {guides
            .filter(({ id }) => id !== guide.id)
            .map(({ id, title }) => (
              <li key={id}>
                <a href={`/docs/${id}`}>{title}</a>
              </li>
            ))}
          <li>
            <a href="/docs">API</a>
          </li>
        </ul>
      </nav>
    </main>
  );
}

function Shown({ block, guide, above }: { block: Block; guide: Guide; above: string }) {
  const place = { guide, file: block.file, heading: above };
  if (block.kind === "other") return <BlockOf token={block.token} place={place} />;
  const words = <Inline tokens={block.heading.tokens} place={place} />;
  const Level = block.level === 2 ? "h2" : block.level === 3 ? "h3" : "h4";
  return <Level id={block.id}>{words}</Level>;
}

function headingAbove(blocks: readonly Block[], index: number): string {
  const above = blocks.slice(0, index).findLast(({ kind }) => kind === "heading");
  return above?.kind === "heading" ? plain(above.heading.text) : "";
}

/** Without the backquotes of code. */
function plain(heading: string): string {
  return heading.replaceAll("`", "");
}
