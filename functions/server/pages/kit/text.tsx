/** Words, lines with their sources, and links. */
import { createContext, Fragment } from "preact";
import { useContext } from "preact/hooks";
import {
  type Cited,
  type Line,
  type Owner,
  type Piece,
  piecesOf,
  type Words,
} from "#presentation/document/document.ts";
import type { Abbreviations } from "#presentation/words/catalogue.ts";
import { Abbreviated } from "./abbreviation.tsx";
import { Warning } from "./note.tsx";

/** Abbreviations are spelled out to whoever points at them. */
export const Names = createContext<Abbreviations | null>(null);

/** Whose sources the numbers lead to; `null`: those of the page. */
export const Sources = createContext<Owner | null>(null);

interface LinksProps {
  /** `isHere`: leads to the page that has it. */
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

export function Said({ words }: { words: Words }) {
  return (
    <>
      {piecesOf(words).map((piece, index) => (
        <PiecePart key={index} piece={piece} />
      ))}
    </>
  );
}

const beside = { target: "_blank", rel: "noopener noreferrer" };

/**
 * Only `http` and `https` addresses of other sites become links, because a browser would run a
 * `javascript:` URL.
 */
function PiecePart({ piece }: { piece: Piece }) {
  const names = useContext(Names);
  if (typeof piece === "string") return names ? <Abbreviated text={piece} names={names} /> : piece;
  const { text, href, mark, isPresent } = piece;
  const isOutward = href != null && /^https?:\/\//.test(href);
  if (href != null && (isOutward || /^[/#?]/.test(href))) {
    return (
      <a
        href={href}
        class={mark}
        {...(isOutward && beside)}
        aria-current={isPresent ? "true" : undefined}
      >
        {text}
      </a>
    );
  }
  if (mark === "strong") return <strong>{text}</strong>;
  return mark === undefined ? text : <span class={mark}>{text}</span>;
}

/** With its sources, and what is below it. */
export function LinePart({ words, cited, beneath = [], warns }: Line) {
  return (
    <>
      {warns && <Warning />}
      <Said words={words} />
      {cited.length > 0 && <Citations cited={cited} />}
      {beneath.map((line, index) => (
        <small key={index}>
          <LinePart {...line} />
        </small>
      ))}
    </>
  );
}

/** In brackets, because a bare number beside a figure is read as part of it. */
function Citations({ cited }: { cited: readonly Cited[] }) {
  const list = useContext(Sources);
  return (
    <>
      {"\u00a0["}
      {cited.map(({ number, locator }, index) => (
        <Fragment key={number}>
          {index > 0 && ", "}
          <a
            class="source"
            href={`${list?.page ?? ""}#source-${number}`}
            aria-label={list ? `Source ${number} of ${list.owner}` : undefined}
          >
            {number}
          </a>
          {locator !== null && `: ${locator}`}
        </Fragment>
      ))}
      {"]"}
    </>
  );
}
