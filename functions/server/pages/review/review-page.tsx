/**
 * Makes `/review`: what a clinician checks and signs. The build makes the page; its script keeps ticks and remarks on the
 * device and saves them as a file. Without the script it is a sheet of paper.
 */
import { dataset } from "#core/dataset.ts";
import { nameRulePart, parseRules, type Rule } from "#data/review-parts.ts";
import { assets } from "#generated/assets.ts";
import { reviewStyles } from "#generated/styles.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { describeSignature, describeWholeReview } from "#presentation/words/review.ts";
import { writeSentence } from "#presentation/words/sentences.ts";
import { parseMarkdown, renderMarkdownTokens } from "../../documentation/guides/markdown.ts";
import { renderSitePage } from "../html/site-frame.tsx";
import { Heading, OnThisPage } from "../kit/kit.tsx";
import type { ReadFile } from "../markdown-page.tsx";
import { listReviewParts, type ReviewItem, type ReviewPart } from "./review-items.ts";

export const renderDocuments = (read: ReadFile): Record<string, string> => ({
  "review.html": renderReviewPage(listReviewParts(renderRules(read))),
});

const renderRules = (read: ReadFile): Rule[] =>
  parseRules(read("functions/server/pages/review/rules.md")).map(({ name, says }) => ({
    name,
    says: renderMarkdownTokens(parseMarkdown(says)),
  }));

/** Returns the HTML of the page on which a clinician checks and signs the items. */
export function renderReviewPage(parts: readonly ReviewPart[]): string {
  const { dataVersion, review } = dataset;
  const count = parts.reduce((total, { items }) => total + items.length, 0);
  return renderSitePage({
    title: "Review",
    description:
      "What a clinician checks and signs: figures of the first screen, labels and rules.",
    styles: reviewStyles,
    scripts: [assets.review],
    current: "review",
    content: (
      <main class="page text review" data-version={dataVersion}>
        <Heading title="Check and sign">
          <p>{describeWholeReview()}</p>
          <p>
            {count} things to check, in about two hours, what decides most first. Open the source,
            compare, tick what is right, and write what is wrong; leave what you could not open
            without a tick. What you enter stays on this device until you save it as a file.
          </p>
          <p>
            Each trial is signed by itself, and so are the labels of a region and each rule: once
            everything of theirs in these lists is ticked, and nothing of it has a remark.
          </p>
          <OnThisPage parts={parts.map(({ id, title }) => [id, title])} />
        </Heading>
        {parts.map((part) => (
          <section key={part.id} id={part.id} class="text">
            <h2>
              {part.title} <small>{part.items.length}</small>
            </h2>
            <p>{part.asks}</p>
            <ol>
              {part.items.map((item) => (
                <ReviewItemLine key={item.id} item={item} />
              ))}
            </ol>
          </section>
        ))}
        <section id="sign" class="text">
          <h2>Sign</h2>
          <p>
            Data of {formatDate(review.dataDate)}, version {dataVersion}.
          </p>
          <p class="signature">
            <label>
              Role
              <input id="role" autocomplete="off" placeholder="consultant haematologist" required />
            </label>
            {optionalFields.map(([id, label]) => (
              <label key={id}>
                {label} (optional)
                <input id={id} autocomplete="off" {...(id === "when" && { type: "date" })} />
              </label>
            ))}
          </p>
          <p class="quiet">
            Whatever is entered here is published with the data: leave out a name that is not to be
            seen.
          </p>
          <p>
            Send the file to whoever runs this installation. There{" "}
            <code>npm run evidence -- sign review-{dataVersion}.json</code> enters what it signs and
            lists the remarks for whoever keeps the data. <output id="signs" />
          </p>
        </section>
        <p class="with-script" hidden>
          <button type="button" id="save">
            Save the file
          </button>{" "}
          <button type="button" id="print">
            Print
          </button>{" "}
          <output id="progress" />
        </p>
      </main>
    ),
  });
}

/** Returns a citation without its final stop, because a stop follows each source on the page. */
const removeFinalStop = (citation: string) => citation.replace(/\.$/, "");

const optionalFields = [
  ["name", "Name"],
  ["interests", "Conflicts of interest"],
  ["when", "Day of the check"],
  ["checked", "What was checked, against what"],
] as const;

function ReviewItemLine({ item }: { item: ReviewItem }) {
  const { id, signs, name, says, words, sources, weight } = item;
  return (
    <li data-id={id} data-signs={signs}>
      <label class="tick">
        <input type="checkbox" />{" "}
        {signs === nameRulePart(name) ? (
          <span class="says" dangerouslySetInnerHTML={{ __html: says }} />
        ) : (
          <span>
            <strong>{name}</strong> <span class="says">{says}</span>
          </span>
        )}
      </label>
      {words && <blockquote>“{words}”</blockquote>}
      <p class="quiet">
        {sources.map(({ text, href, publication, place }) => (
          <span key={text} class="source">
            {href === null ? (
              `${removeFinalStop(text)} (no address found)`
            ) : (
              <a href={href}>{removeFinalStop(text)}</a>
            )}
            {href === null && publication && [", ", <a href={publication}>the trial</a>]}.{" "}
            {place && `At: ${place}. `}
          </span>
        ))}
        {weight && writeSentence(weight)} {describeSignature(dataset.review.signed[signs], "")}
      </p>
      <label class="remark">
        What is wrong
        <input autocomplete="off" />
      </label>
    </li>
  );
}
