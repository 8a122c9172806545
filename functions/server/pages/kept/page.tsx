/**
 * Pages for a device without a connection: the comparison without an answer, which the element then
 * makes itself; which pages are kept; and that what was kept was withdrawn.
 */
import type { ComponentChildren } from "preact";
import { render } from "preact-render-to-string";
import { assets } from "#generated/assets.ts";
import { methodsStyles, styles } from "#generated/styles.ts";
import { english } from "#presentation/words/catalogues.ts";
import { htmlDocument } from "../html/document.ts";
import { SiteFrame } from "../html/site-frame.tsx";
import { siteName } from "../html/site-name.ts";
import { sitePages } from "../html/site-pages.ts";

const { kept, screen, pages } = english;

export function keptShell(): string {
  return htmlDocument({
    title: screen.title,
    description: screen.title,
    script: assets.embed,
    body: `<main>
<h1 class="heard">${screen.title}</h1>
<myeloma-compare data-kept><template shadowrootmode="open"><style>${styles}</style><div class="root"></div></template></myeloma-compare>
</main>`,
  });
}

export function missingPage(): string {
  return page(
    kept.missingTitle,
    <>
      <p>{kept.missing}</p>
      <ul>
        <li>
          <a href="/embed">{screen.title}</a>
        </li>
        {sitePages
          .filter(({ id }) => id !== "api")
          .map(({ id, href }) => (
            <li key={id}>
              <a href={href}>{pages.site.names[id]}</a>
            </li>
          ))}
      </ul>
    </>,
  );
}

export function withdrawnPage(): string {
  return page(
    kept.withdrawn,
    <>
      <p>{kept.reason(null)}</p>
      <p>
        <a href="/embed">{kept.reload}</a>
      </p>
    </>,
  );
}

function page(title: string, content: ComponentChildren): string {
  return htmlDocument({
    title: `${title} – ${siteName}`,
    description: title,
    script: null,
    styles: methodsStyles,
    body: render(
      <SiteFrame words={english}>
        <main class="page text">
          <h1>{title}</h1>
          {content}
        </main>
      </SiteFrame>,
    ),
  });
}
