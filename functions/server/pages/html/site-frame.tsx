/** Draws the frame of every page of the site: name and navigation above, version and links below. */
import type { ComponentChildren, VNode } from "preact";
import { render } from "preact-render-to-string";
import { dataset } from "#core/dataset.ts";
import "#presentation/svg/unbroken.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { describeDataReview, describeWholeReview } from "#presentation/words/review.ts";
import { type PageName, siteName, siteTerms, titledPages } from "../../site.ts";
import { Links } from "../kit/kit.tsx";
import { type DocumentParts, renderDocument } from "./document.ts";

interface SitePage extends Omit<DocumentParts, "title" | "body"> {
  /** It is absent for the home page, which has the name of the site. */
  title?: string;
  /** Names the page in the navigation that this page is or belongs to. */
  current?: PageName;
  content: VNode;
  /** True if the page is in a frame of another page, which cannot show the targets of the navigation. */
  isFramed?: boolean;
}

export function renderSitePage({ title, content, current, isFramed, ...parts }: SitePage): string {
  return renderDocument({
    ...parts,
    title: title === undefined ? siteName : `${title} – ${siteName}`,
    body: render(isFramed ? content : <SiteFrame current={current}>{content}</SiteFrame>),
  });
}

interface FrameProps {
  current: PageName | undefined;
  children: ComponentChildren;
}

/** The home page has this id at the links that stand in for the navigation on a phone. */
export const waysOn = "more";

function SiteFrame({ current, children }: FrameProps) {
  const { dataDate, footer } = elementTexts;
  const { answerVersion, review } = dataset;
  const linksAt = (place: "head" | "foot") =>
    titledPages
      .filter((page) => "place" in page && page.place === place)
      .map(({ path, title }) => ({ href: path, text: title, isHere: path === `/${current}` }));
  return (
    <>
      <header class={current === "" ? "masthead at-home" : "masthead"}>
        {current === "" ? (
          // Nobody may overlook whether a clinician has reviewed the data.
          <>
            <h1>{siteName}</h1>
            <p class="reviewed">{describeDataReview()}</p>
            <a class="to-more" href={`#${waysOn}`}>
              More
            </a>
          </>
        ) : (
          <p>
            <a href="/">{siteName}</a>
          </p>
        )}
        <nav aria-label="Site">
          <Links links={linksAt("head")} />
        </nav>
      </header>
      {children}
      <footer class="site-foot">
        <p>
          {footer.audience} {describeWholeReview()} <a href="/review">Check and sign</a>
        </p>
        <p class="version">
          <a href="/methods#evidence">{dataDate(formatDate(review.dataDate))}</a> ·{" "}
          {footer.version(answerVersion)} · {siteTerms}
        </p>
        <Links links={linksAt("foot")} />
      </footer>
    </>
  );
}
