/** The head of a page, its parts, and the list of them. Each is text, also where a page has drawings beside them. */
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
    <header class="text">
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
  id: string;
  title: string;
  children: ComponentChildren;
}

export function Section({ id, title, children }: SectionProps) {
  return (
    <section id={id} class="text">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** @param parts of a page, each with the id of its heading */
export function OnThisPage({
  parts,
}: {
  parts: readonly (readonly [id: string, title: string])[];
}) {
  return (
    <nav aria-label="On this page">
      <Links links={parts.map(([id, text]) => ({ href: `#${id}`, text }))} />
    </nav>
  );
}
