/** The head of a page, its parts, and the list of them. */
import type { ComponentChildren } from "preact";
import type { TherapyClass } from "#data/vocabulary.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { Links } from "./links.tsx";

interface HeadingProps {
  title: string;
  /** What the page belongs to, above its title. */
  above?: ComponentChildren;
  /** The class of what the page is about. */
  group?: TherapyClass;
  children?: ComponentChildren;
}

export function Heading({ title, above, group, children }: HeadingProps) {
  return (
    <header>
      {above && <p class="quiet">{above}</p>}
      <h1>
        {group && (
          <>
            <Mark group={group} />{" "}
          </>
        )}
        {title}
      </h1>
      {children}
    </header>
  );
}

interface SectionProps {
  id: string | null;
  title: string;
  /** What is compared in it may be as wide as the page. */
  isWide?: boolean | undefined;
  children: ComponentChildren;
}

export function Section({ id, title, isWide, children }: SectionProps) {
  return (
    <section id={id ?? undefined} class={isWide ? "wide" : undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The parts of a page, each with the id of its heading. */
type PageParts = readonly (readonly [id: string, title: string, ...unknown[]])[];

export function OnThisPage({ parts }: { parts: PageParts }) {
  return (
    <nav aria-label="On this page">
      <Links links={parts.map(([id, text]) => ({ href: `#${id}`, text }))} />
    </nav>
  );
}
