/**
 * A link to another site, in a new tab. Only `http` and `https` URLs become links, because a
 * browser would run a `javascript:` URL.
 */
export function Outward({ href, text }: { href: string | null; text: string }) {
  if (href === null || !/^https?:\/\//.test(href)) return <>{text}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}
