/**
 * Serves `GET /embed`: the Compare view for a frame, with the numbers in the HTML before any script runs. Content
 * management systems append their own parameters, so unknown ones are ignored and counted. An invalid value of a known
 * parameter gives a readable error page.
 */

import { dataset } from "#core/dataset.ts";
import { joinParameterPairs } from "#core/question/pairs.ts";
import { parameterNames } from "#core/question/parameters.ts";
import { findNearName } from "#core/question/query-problem.ts";
import { listChangedParameterPairs } from "#core/question/query-text.ts";
import { assets } from "#generated/assets.ts";
import { makeEmbedAddress } from "#presentation/embed/snippets.ts";
import { keepNamesUnbroken } from "#presentation/svg/unbroken.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { escapeHtml } from "#presentation/words/html.ts";
import { formatCountWithNoun } from "#presentation/words/sentences.ts";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { respondWithCachedOrMadeText } from "../../answers/keep/cached-response.ts";
import {
  linkDataName,
  makeLinkDataNoteOrProblems,
  readQuestion,
} from "../../answers/read-question.ts";
import { gatherScreenAndAnswer } from "../../answers/render/element-json.ts";
import { makeSiteAddress } from "../../http/base-path.ts";
import { isTrackingParameter } from "../../http/closed-parameters.ts";
import { namesFiles } from "../../http/conditional.ts";
import { type Answer, type Routes, readRecordSystemOrigins } from "../../http/environment.ts";
import { respondWithQueryProblems } from "../../http/problem.ts";
import { renderDocument } from "../html/document.ts";
import { makeSharingMetadata } from "../html/sharing.ts";
import { renderElementHtml } from "./element-html.tsx";
import { type Look, lookWords, makeFrameLook } from "./frame-look.ts";

const heading = `<h1 class="heard">${keepNamesUnbroken(elementTexts.title)}</h1>\n`;

const namesKnown = [...parameterNames, ...Object.keys(lookWords), linkDataName];

/** Answers `/embed`, and a question in the address of the home page. */
export const serveEmbedPage: Answer = (context) => {
  const site = makeSiteAddress(context);
  const { searchParams } = new URL(context.req.url);
  const { note, problems: wrongData } = makeLinkDataNoteOrProblems(searchParams);
  const { query, canonical, unknown, values, problems } = readQuestion(searchParams, {
    words: lookWords,
    otherNames: [linkDataName],
    ignoreUnknown: true,
    onlyClasses: "or-products",
  });
  if (problems) return respondWithQueryProblems(problems);
  const look = makeFrameLook(values);
  const records = look.takesPatient ? readRecordSystemOrigins(context.env) : null;
  if (records !== null) context.set("profile", "record");
  const ignored = describeIgnoredParameters(unknown, wrongData !== null);
  const notes = [note, ignored].filter((text) => text !== null);
  // A frame cannot see the page around it, so it is light. A page that is not framed follows the system.
  const isDocument = context.env.ON_DEVICE || context.req.header("sec-fetch-dest") === "document";
  const isAlone = look.theme === "auto" && isDocument;
  const elementLook: FrameLook = { ...look, records, theme: isAlone ? "system" : look.theme };
  return respondWithCachedOrMadeText(context, {
    resource: `/embed?${canonical}`,
    site,
    form: "html",
    variant: [look.key, isAlone && "alone", records && encodeURIComponent(records)]
      .filter(Boolean)
      .join(";"),
    headers: { "cache-control": namesFiles, vary: "sec-fetch-dest" },
    make: async (ask) => {
      const { answer, view } = await gatherScreenAndAnswer(query, canonical, ask);
      return renderFramePage(
        answer,
        view,
        listChangedParameterPairs(query, dataset),
        elementLook,
        site,
      );
    },
    // The page is cached without its notes, so that invented names cannot fill the cache.
    adapt:
      notes.length === 0
        ? null
        : {
            by: encodeURIComponent(notes.join(" ")),
            text: (html) => insertPageNotes(html, notes),
          },
  });
};

interface FrameLook extends Look {
  /** Lists the origins that may hand a patient over; `null` if none may. */
  records: string | null;
}

export const routes: Routes = { "/embed": serveEmbedPage };

/**
 * Describes what of the address was not understood; `null` for nothing. Unknown parameters may be about a patient, so
 * they are counted, and only known names that they resemble are named.
 */
function describeIgnoredParameters(
  unknown: readonly string[],
  isDataWrong: boolean,
): string | null {
  const names = unknown.filter((name) => !isTrackingParameter(name));
  const ignored = [
    ...(isDataWrong ? [linkDataName] : []),
    ...(names.length > 0 ? [formatCountWithNoun(names.length, "unknown parameter")] : []),
  ];
  if (ignored.length === 0) return null;
  const near = [...new Set(names.flatMap((name) => findNearName(name, namesKnown) ?? []))];
  return [
    `Not understood and ignored: ${ignored.join(", ")}.`,
    ...(near.length > 0 ? [`Did you mean ${near.join(", ")}?`] : []),
    ...(names.length > 0 ? ["Values of a patient do not belong in an address."] : []),
  ].join(" ");
}

function insertPageNotes(html: string, notes: readonly string[]): string {
  const lines = notes.map((note) => `<p role="note">${escapeHtml(note)}</p>\n`).join("");
  // The replacement is a function, because `replace` would interpret characters such as `$` in a text.
  return html.replace(heading, () => `${heading}${lines}`);
}

/**
 * Writes the links of a page without a script. The details that a script would open are on two other pages. Both refuse
 * to be framed, so they open in new tabs.
 */
function renderNoscriptLinks({ canonical }: Screen): string {
  const link = (href: string) => (text: string) =>
    `<a href="${escapeHtml(href)}" target="_blank" rel="noreferrer">${text}</a>`;
  const report = link(canonical === "" ? "/report" : `/report?${canonical}`);
  const how = link("/docs");
  return `<noscript><p role="note">Filters need JavaScript, which is off here. In sentences, with its cautions: ${report("the report of this answer")}. Other questions are asked in the address: ${how("how")}.</p></noscript>`;
}

function renderFramePage(
  answer: ClassAnswer,
  view: Screen,
  parameters: ReturnType<typeof listChangedParameterPairs>,
  { theme, inAddress, records }: FrameLook,
  site: string,
): string {
  // This attribute tells the script of the page from which origins it may take a patient.
  const attributes: [string, string][] = records === null ? [] : [["data-record-systems", records]];
  const canonical = joinParameterPairs(parameters);
  const sharing = makeSharingMetadata(view, answer, {
    origin: site,
    url: makeEmbedAddress(site, canonical),
  });
  return renderDocument({
    theme,
    title: elementTexts.title,
    description: `${sharing.title} ${sharing.description}`,
    scripts: [assets.widget, assets.page, ...(records === null ? [] : [assets.handOver])],
    sharing,
    body: `<main>
${heading}${renderNoscriptLinks(view)}${renderElementHtml(view, parameters, { theme, linkLook: inAddress, attributes })}
</main>`,
  });
}
