/** Words, lines with their sources, and links. */
import { createContext, Fragment } from "preact";
import { useContext } from "preact/hooks";
import {
  type Cited,
  type Line,
  type Piece,
  piecesOf,
  type Words,
} from "#presentation/document/document.ts";
import type { Abbreviations } from "#presentation/words/catalogue.ts";
import { Abbreviated } from "./abbreviation.tsx";

/** Abbreviations are spelled out to whoever points at them. */
export const Names = createContext<Abbreviations | null>(null);

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

function Said({ words }: { words: Words }) {
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
export function LinePart({ words, cited, beneath = [] }: Line) {
  return (
    <>
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
  return (
    <>
      {"\u00a0["}
      {cited.map(({ number, locator }, index) => (
        <Fragment key={number}>
          {index > 0 && ", "}
          <a class="source" href={`#source-${number}`}>
            {number}
          </a>
          {locator !== null && `: ${locator}`}
        </Fragment>
      ))}
      {"]"}
    </>
  );
}
