/** Links, one below the other. */

interface LinksProps {
  /** `isHere`: leads to the page that has it. */
  links: readonly { href: string; text: string; isHere?: boolean }[];
}

export function Links({ links }: LinksProps) {
  return (
    <ul>
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
