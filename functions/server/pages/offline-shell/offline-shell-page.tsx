/** Makes pages for a device without a connection: what works there, and that its data were withdrawn. */

import type { ComponentChildren } from "preact";
import { kitStyles } from "#generated/styles.ts";
import { withdrawn } from "#presentation/views/data-age.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { titledPages } from "../../site.ts";
import { renderSitePage } from "../html/site-frame.tsx";
import { Links } from "../kit/kit.tsx";

export function renderDocuments(): Record<string, string> {
  return {
    "kept/missing.html": renderNoConnectionPage(),
    "kept/withdrawn.html": renderWithdrawnDataPage(),
  };
}

function renderNoConnectionPage(): string {
  const offlinePages = titledPages.filter((page) => "offline" in page);
  return renderShellPage(
    "No connection",
    <>
      <p>This page needs a connection. These do not:</p>
      <Links
        links={[{ path: "/embed", title: elementTexts.title }, ...offlinePages].map(
          ({ path, title }) => ({
            href: path,
            text: title,
          }),
        )}
      />
    </>,
  );
}

function renderWithdrawnDataPage(): string {
  return renderShellPage(
    withdrawn.title,
    <>
      <p>{withdrawn.reason(null)}</p>
      <p>
        <a href="/embed">{withdrawn.reload}</a>
      </p>
    </>,
  );
}

function renderShellPage(title: string, content: ComponentChildren): string {
  return renderSitePage({
    title: title,
    description: title,
    styles: kitStyles,
    content: (
      <main class="page text">
        <h1>{title}</h1>
        {content}
      </main>
    ),
  });
}
