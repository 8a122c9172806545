/** The parts of which pages are made: the head of a page, its parts, what is folded, facts, notes and links. */
import type { ComponentChildren } from "preact";
import { computeSet } from "#data/generated/compute-set.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { capitalised } from "#presentation/words/sentences.ts";
import { notInSources, notReviewed } from "#presentation/words/source-tier.ts";

interface HeadingProps {
  title: string;
  /** Name of what the page belongs to; it stands above the title. */
  above?: ComponentChildren;
  /** The class of what the page is about. */
  group?: TherapyClass;
  children?: ComponentChildren;
}

/** The head of a page; it is as narrow as text where a page has drawings, too. */
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
  id?: string;
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

interface FoldProps {
  id?: string | undefined;
  title: ComponentChildren;
  /** Number of entries; nothing is drawn for 0. */
  count?: number;
  open?: boolean;
  /** `narrow`: it is folded on a phone only; `folded`: paper has nothing of it. Else paper has it open. */
  look?: "narrow" | "folded" | undefined;
  children: ComponentChildren;
}

/** Folds content that few readers need behind its name, without a script. */
export function Fold({ id, title, count, open, look, children }: FoldProps) {
  if (count === 0) return null;
  return (
    <details id={id} open={open} class={look}>
      <summary>
        {title} {count !== undefined && <span class="quiet">{count}</span>}
      </summary>
      {children}
    </details>
  );
}

/** A name with its value; `null` if our sources do not report it. */
export type Fact = readonly [name: ComponentChildren, value: ComponentChildren];

/**
 * Name and value, a line each. What is not known is listed together at the end: many gaps in between would hide what
 * is.
 */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const present = facts.filter(([, value]) => value !== null);
  const gaps = facts.filter(([, value]) => value === null);
  return (
    <>
      {present.length > 0 && (
        <dl>
          {present.map(([name, value], index) => (
            <div key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {gaps.length > 0 && (
        <p class="quiet">
          {capitalised(notInSources)}: {gaps.map(([name], index) => [index > 0 && " · ", name])}.
        </p>
      )}
    </>
  );
}

/** Returns the tinted box of a page. */
export function Note({ children }: { children: ComponentChildren }) {
  return <p class="note">{children}</p>;
}

/** Shows a notice as long as no clinician has reviewed the data. */
export function NotReviewed() {
  return computeSet.review.status === "not-reviewed" ? <strong>{notReviewed} </strong> : null;
}

interface LinksProps {
  /** `isHere`: leads to the page that has it. */
  links: readonly { href: string; text: string; isHere?: boolean }[];
  look?: string;
}

/** Links, one below the other. */
export function Links({ links, look }: LinksProps) {
  return (
    <ul class={look}>
      {links.map(({ href, text, isHere }) => (
        <li key={href}>
          <a href={href} aria-current={isHere ? "page" : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
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

interface RecordLinkProps {
  cohort: string;
  label: string;
  /** The id of what it leads to in the record. */
  place?: string;
}

/** A cohort by its name, which leads to its record, or to a place there. */
export function RecordLink({ cohort, label, place }: RecordLinkProps) {
  return <a href={`/v1/cohorts/${cohort}${place ? `#${place}` : ""}`}>{label}</a>;
}
