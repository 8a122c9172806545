/** Links, one below the other. */

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
