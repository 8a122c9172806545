/** The frame of every page of the site: name and navigation above, version and links below. */

import type { ComponentChildren } from "preact";
import { dataset } from "#core/dataset.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { type NavigationName, navigation } from "../../site.ts";
import { siteName } from "./site-name.ts";

interface Parts {
  words: Pick<Catalogue, "screen" | "pages">;
  /** The page that this one is or belongs to; none for pages that the navigation does not name. */
  current?: NavigationName;
}

export function SiteFrame({ children, ...parts }: Parts & { children: ComponentChildren }) {
  return (
    <>
      <Masthead {...parts} />
      {children}
      <SiteFoot {...parts} />
    </>
  );
}

export function Masthead({ words, current }: Parts) {
  const { navigation: label, names } = words.pages.site;
  return (
    <header class="masthead">
      <p>{current === "compare" ? <span>{siteName}</span> : <a href="/">{siteName}</a>}</p>
      <nav aria-label={label}>
        <ul>
          {navigation.map(({ path, navigation: name }) => (
            <li key={name}>
              <a href={path} aria-current={name === current ? "page" : undefined}>
                {names[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

export function SiteFoot({ words }: Pick<Parts, "words">) {
  return (
    <footer class="site-foot">
      <FootLines words={words} />
      <ul>
        <li>
          <a href="/changes">{words.pages.changes.title}</a>
        </li>
        <li>
          <a href="/glossary">{words.screen.footer.glossary}</a>
        </li>
      </ul>
    </footer>
  );
}

/** For whom the site is, who reviewed its data, and their version. */
export function FootLines({ words: { pages, screen } }: Pick<Parts, "words">) {
  const { dataDate, date, footer } = screen;
  const { answerVersion, review } = dataset;
  return (
    <>
      <p>
        {footer.audience} {review.statement}
      </p>
      <p class="version">
        {dataDate(date(review.dataDate))} · {footer.version(answerVersion)} · {pages.site.licence}
      </p>
    </>
  );
}
