/** Pages for a device without a connection: what can be asked there, and that its data were withdrawn. */
import type { ComponentChildren } from "preact";
import { assets } from "#generated/assets.ts";
import { methodsStyles, styles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { named } from "../../site.ts";
import { htmlDocument } from "../html/document.ts";
import { sitePage } from "../html/site-frame.tsx";

const { kept, screen, pages } = catalogue;

export function documents(): Record<string, string> {
  return {
    "kept/shell.html": shell(),
    "kept/missing.html": missingPage(),
    "kept/withdrawn.html": withdrawnPage(),
  };
}

/** The page of a copy: the element answers by itself. */
function shell(): string {
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

function missingPage(): string {
  return page(
    kept.missingTitle,
    <>
      <p>{kept.missing}</p>
      <ul>
        <li>
          <a href="/embed">{screen.title}</a>
        </li>
        {named
          .filter((page) => "offline" in page)
          .map(({ path, name }) => (
            <li key={name}>
              <a href={path}>{pages.site.names[name]}</a>
            </li>
          ))}
      </ul>
    </>,
  );
}

function withdrawnPage(): string {
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
  return sitePage({
    title: title,
    description: title,
    styles: methodsStyles,
    content: (
      <main class="page text">
        <h1>{title}</h1>
        {content}
      </main>
    ),
  });
}
