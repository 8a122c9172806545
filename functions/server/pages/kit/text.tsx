/** Lines of links and of sentences, and sentences with links. */
import { Fragment, type JSX } from "preact";

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

export function Items({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
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
export function Outward({ href, text }: { href: string | null; text: string }) {
  if (href === null || !/^https?:\/\//.test(href)) return <>{text}</>;
  return (
    <a href={href} {...beside}>
      {text}
    </a>
  );
}
