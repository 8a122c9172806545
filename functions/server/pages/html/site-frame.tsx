/** The frame of every page of the site: name and navigation above, version and links below. */

import type { ComponentChildren, VNode } from "preact";
import { render } from "preact-render-to-string";
import { dataset } from "#core/dataset.ts";
import { drawn } from "#presentation/words/element.ts";
import "#presentation/svg/unbroken.ts";
import { dateText } from "#presentation/words/dates.ts";
import { named, type PageName } from "../../site.ts";
import { Links } from "../kit/links.tsx";
import { type DocumentParts, htmlDocument } from "./document.ts";
import { siteName, siteTerms } from "./site-name.ts";

interface Parts {
  /** The page that this one is or belongs to. */
  current?: PageName;
}

type ForPages = "title" | "description" | "styles" | "theme";

interface SitePage
  extends Parts,
    Pick<DocumentParts, ForPages>,
    Partial<Pick<DocumentParts, "scripts">> {
  content: VNode;
  /** In a frame of another page, which cannot show what the navigation leads to. */
  isFramed?: boolean;
}

/** A whole page. */
export function sitePage({ title, content, current, isFramed, ...parts }: SitePage): string {
  return htmlDocument({
    title: `${title} – ${siteName}`,
    ...parts,
    body: render(
      isFramed ? (
        content
      ) : (
        <SiteFrame {...(current !== undefined && { current })}>{content}</SiteFrame>
      ),
    ),
  });
}

function SiteFrame({ children, ...parts }: Parts & { children: ComponentChildren }) {
  return (
    <>
      <Masthead {...parts} />
      {children}
      <SiteFoot {...parts} />
    </>
  );
}

export function Masthead({ current }: Parts) {
  return (
    <header class="masthead">
      <p>
        {current === "" ? <span aria-current="page">{siteName}</span> : <a href="/">{siteName}</a>}
      </p>
      <nav aria-label="Site">
        <Pages place="head" current={current} />
      </nav>
    </header>
  );
}

export function SiteFoot({ current }: Parts) {
  return (
    <footer class="site-foot">
      <FootLines />
      <Pages place="foot" current={current} />
    </footer>
  );
}

function Pages({ place, current }: { place: "head" | "foot"; current: PageName | undefined }) {
  const links = named
    .filter((page) => "place" in page && page.place === place)
    .map(({ path, title }) => ({ href: path, text: title, isHere: path === `/${current}` }));
  return <Links links={links} />;
}

/** For whom the site is, who reviewed its data, and their version. */
function FootLines() {
  const { dataDate, footer } = drawn;
  const { answerVersion, review } = dataset;
  return (
    <>
      <p>
        {footer.audience} {review.statement}
      </p>
      <p class="version">
        {dataDate(dateText(review.dataDate))} · {footer.version(answerVersion)} · {siteTerms}
      </p>
    </>
  );
}
