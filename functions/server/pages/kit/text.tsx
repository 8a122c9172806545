/** Lines of links and of sentences, and sentences with links. */
import { Fragment, type JSX } from "preact";
import type { Words } from "#presentation/statement/page.ts";

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

/** Words, some of which lead somewhere. */
export function Said({ words }: { words: Words }) {
  if (typeof words === "string") return <>{words}</>;
  return (
    <>
      {words.map((one, index) =>
        typeof one === "string" ? (
          one
        ) : "stressed" in one ? (
          <strong key={index}>{one.stressed}</strong>
        ) : one.href !== null && /^[/#]/.test(one.href) ? (
          <a key={index} href={one.href}>
            {one.text}
          </a>
        ) : (
          <Outward key={index} href={one.href} text={one.text} />
        ),
      )}
    </>
  );
}

const marked = /`([^`]+)`|\[([^\]]+)\]\(([^)]+)\)/g;

const beside = { target: "_blank", rel: "noopener noreferrer" };

/** Text with `code` and [links](/methods). */
export function Prose({ text }: { text: string }): JSX.Element {
  const found = [...text.matchAll(marked)];
  const ends = found.map(({ index, 0: whole }) => index + whole.length);
  return (
    <>
      {found.map(({ index, 1: code, 2: name = "", 3: href = "" }, place) => (
        <Fragment key={index}>
          {text.slice(ends[place - 1] ?? 0, index)}
          {code === undefined ? (
            <a href={href} {...(href.startsWith("https:") && beside)}>
              <Prose text={name} />
            </a>
          ) : (
            <code>{code}</code>
          )}
        </Fragment>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
}

/**
 * A link to another site, in a new tab. Only `http` and `https` URLs become links, because a
 * browser would run a `javascript:` URL.
 */
function Outward({ href, text }: { href: string | null; text: string }) {
  if (href === null || !/^https?:\/\//.test(href)) return <>{text}</>;
  return (
    <a href={href} {...beside}>
      {text}
    </a>
  );
}
