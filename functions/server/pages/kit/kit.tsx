/** Draws the parts of pages: the head of a page, its sections, folded content, facts, notes and links. */
import type { ComponentChildren } from "preact";
import { computeSet } from "#data/generated/compute-set.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { unreported } from "#presentation/words/names.ts";
import { describeDataReview, isDenial } from "#presentation/words/review.ts";
import { capitalise } from "#presentation/words/sentences.ts";

interface HeadingProps {
  title: string;
  /** Names what the page belongs to; it stands above the title. */
  above?: ComponentChildren;
  /** The page is about a product or cohort of this class. */
  group?: TherapyClass;
  children?: ComponentChildren;
}

/** Draws the head of a page. It is as narrow as text, even if a page also has drawings. */
export function Heading({ title, above, group, children }: HeadingProps) {
  return (
    <header class="text">
      {above && <p class="quiet">{above}</p>}
      <h1>
        {group && (
          <>
            <InlineClassMark group={group} />{" "}
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
  /**
   * The content has this id, so that a link to it opens the fold. A fold with a `look`, which some media show open, has
   * the id itself.
   */
  id?: string | undefined;
  title: ComponentChildren;
  /** Counts the entries; nothing is drawn for 0. */
  count?: number;
  open?: boolean;
  /**
   * `narrow` folds the content on a phone only; `folded` leaves it out on paper. By default the content is folded on
   * screen and open on paper.
   */
  look?: "narrow" | "folded" | undefined;
  children: ComponentChildren;
}

/** Folds content that few readers need behind its name, without a script. */
export function Fold({ id, title, count, open, look, children }: FoldProps) {
  if (count === 0) return null;
  return (
    <details id={look && id} open={open} class={look}>
      <summary>
        {title} {count !== undefined && <span class="quiet">{count}</span>}
      </summary>
      {id === undefined || look ? children : <div id={id}>{children}</div>}
    </details>
  );
}

/** Holds a name with its value; `null` if our sources do not report it. */
export type Fact = readonly [name: ComponentChildren, value: ComponentChildren];

/**
 * Draws name and value, one line each. Unknown values are listed together at the end, because many gaps in between
 * would hide the known ones.
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
          {capitalise(unreported)}:{" "}
          {joinNodes(
            gaps.map(([name]) => name),
            " · ",
          )}
          .
        </p>
      )}
    </>
  );
}

/** Puts a separator between what is drawn in a line. */
export function joinNodes(nodes: readonly ComponentChildren[], separator: string) {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [separator, node]));
}

/** Folds each part behind its name; parts without an entry are named below. */
export function Folds({ parts }: { parts: readonly (FoldProps & { readonly title: string })[] }) {
  const gaps = parts.filter(({ count }) => count === 0);
  return (
    <>
      {parts.map((part) => (
        <Fold key={part.id} {...part} />
      ))}
      <Facts facts={gaps.map(({ title }): Fact => [title, null])} />
    </>
  );
}

interface TableProps {
  look: string;
  /** Stands above the names of the rows. */
  corner?: string;
  columns: readonly ComponentChildren[];
  caption?: string;
  /** Draws the bodies of the table. */
  children: ComponentChildren;
}

/** Draws a table whose rows a phone shows one below the other, each cell after the name of its column. */
export function StackedTable({ look, corner, columns, caption, children }: TableProps) {
  return (
    <table class={`stacked ${look}`}>
      {caption && <caption>{caption}</caption>}
      <thead>
        <tr>
          {corner === undefined ? <td /> : <th scope="col">{corner}</th>}
          {columns.map((name, index) => (
            <th key={index} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

interface CellsProps {
  /** Names the columns on a phone. */
  columns: readonly string[];
  cells: readonly ComponentChildren[];
}

export function Cells({ columns, cells }: CellsProps) {
  return (
    <>
      {cells.map((cell, index) => (
        <td key={index} data-label={columns[index]}>
          {cell}
        </td>
      ))}
    </>
  );
}

export function Note({ children }: { children: ComponentChildren }) {
  return <p class="note">{children}</p>;
}

/** Shows what clinicians have checked, by default of all data; bold while it is nothing. */
export function ReviewNotice({ children = describeDataReview() }: { children?: string }) {
  const Weight = isDenial(children) ? "strong" : "span";
  return (
    <Weight>
      <a href="/review">{children}</a>{" "}
    </Weight>
  );
}

interface LinksProps {
  /** `isHere` marks the link to the page that has these links. */
  links: readonly { href: string; text: string; isHere?: boolean }[];
  look?: string;
}

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

/** @param parts The parts of a page, each with the id of its heading. */
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
  /** The link leads to the place in the record with this id. */
  place?: string | undefined;
}

/** Draws the name of a cohort as a link to its record, or to a place in the record. */
export function RecordLink({ cohort, label, place }: RecordLinkProps) {
  return <a href={`/v1/cohorts/${cohort}${place ? `#${place}` : ""}`}>{label}</a>;
}

/** Returns the name of a drug in full, as in "ciltacabtagene autoleucel". */
export function spellOutProductName(slug: string): string {
  return computeSet.products.find((product) => product.slug === slug)?.name ?? slug;
}

// Draws a form whose settings are the address of the page. It needs no script.

/** Holds an option. Options with the same heading stand together below it. */
type Option = readonly [value: string, text: string, heading?: string];

interface Setting {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

interface SettingsProps {
  /** Lists parameters of the address that stay as they are. */
  unchanged: readonly (readonly [name: string, value: string])[];
  settings: readonly Setting[];
}

export function Settings({ unchanged, settings }: SettingsProps) {
  return (
    <form method="get">
      {unchanged.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {settings.map(({ name, label, value, options }) => (
        <label key={name}>
          {label}
          <select name={name}>
            <Options options={options} value={value} />
          </select>
        </label>
      ))}
      <button type="submit">Show</button>
    </form>
  );
}

function Options({ options, value }: Pick<Setting, "options" | "value">) {
  const headings = [...new Set(options.map(([, , heading = ""]) => heading))];
  return headings.map((heading) => {
    const ofHeading = options
      .filter(([, , optionHeading = ""]) => optionHeading === heading)
      .map(([option, text]) => (
        <option key={option} value={option} selected={option === value}>
          {text}
        </option>
      ));
    return heading === "" ? (
      ofHeading
    ) : (
      <optgroup key={heading} label={heading}>
        {ofHeading}
      </optgroup>
    );
  });
}
