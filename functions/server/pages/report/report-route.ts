/**
 * Serves `GET /report`: everything behind an answer as one page, which needs no script. `part=short` is the answer in
 * short, to print on two pages; `part=profile` is the evidence profile, a table for guideline authors, which `GET
 * /report.doc` sends as a file for a word processor. With `compare=`, groups other than the two classes stand side by
 * side instead. Serves `GET /report.ris`: the citation.
 */
import type { Context } from "hono";
import { usualDimension } from "#core/question/parameters.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { cachedResponse } from "../../answers/keep/cached-response.ts";
import { linkDataName, linkDataOf, readQuestion } from "../../answers/read-question.ts";
import { siteOf } from "../../http/base-path.ts";
import { namesFiles } from "../../http/conditional.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/response-headers.ts";
import { queryProblemResponse } from "../../http/problem.ts";
import type { Answer, Routes } from "../../http/route.ts";
import { citationRis, citationText } from "../html/citation.ts";
import { groupsPage } from "./groups-page.tsx";
import { profilePage } from "./profile/profile-page.tsx";
import { wordFile } from "./profile/word-file.tsx";
import { reportLinks, reportPath } from "./report-links.ts";
import { reportPage } from "./report-page.tsx";
import { reportParts, reportView } from "./report-view.ts";

/** Lists the words of the parameter that only the report has. */
const formWords = { part: reportParts };

/** A saved or cited address names its data by this parameter. */
const present = `${linkDataName}=${dataVersion}`;

/** Sends the report. `/v1/comparison` also sends it, to readers who prefer a page. */
export function reportResponse(
  context: Context<HonoEnvironment>,
  more: Readonly<Record<string, string>> = {},
): Response | Promise<Response> {
  const { url } = context.req;
  const { note, problems: wrongData } = linkDataOf(new URL(url).searchParams);
  const { query, canonical, values, problems } = readQuestion(url, {
    words: formWords,
    otherNames: [linkDataName],
  });
  if (problems || wrongData) {
    return queryProblemResponse([...(wrongData ?? []), ...(problems ?? [])]);
  }
  const isOfGroups = query.compare !== usualDimension;
  if (isOfGroups && values.part !== undefined) {
    const message = "groups side by side have one form; leave it out";
    return queryProblemResponse([{ parameter: "part", value: values.part, message, allowed: [] }]);
  }
  const { part = "whole" } = values;
  const site = siteOf(context);
  const citation = citationText(site + reportPath(canonical, part, present));
  return cachedResponse(context, {
    // The page contains the URL of this site, which may have several host names.
    resource: `${site}/report?${canonical}&part=${part}`,
    form: "html",
    variant: note === null ? "" : encodeURIComponent(note),
    headers: { "cache-control": namesFiles, ...more },
    async make(ask) {
      const answer = await ask(query, canonical);
      if (isOfGroups) {
        const links = reportLinks(answer.comparison);
        return groupsPage({ answer: answer.comparison, citation, links }, note);
      }
      return part === "profile"
        ? profilePage({ full: answer, citation }, note)
        : reportPage(reportView(answer, { extent: part, citation }), note);
    },
  });
}

const citationFile: Answer = (context) => {
  const { url } = context.req;
  const { canonical, problems } = readQuestion(url, { onlyClasses: true });
  if (problems) return queryProblemResponse(problems);
  const site = siteOf(context);
  return cachedResponse(context, {
    resource: `${site}/report.ris?${canonical}`,
    form: "ris",
    headers: { "content-disposition": 'attachment; filename="myeloma-compare.ris"' },
    make: () => citationRis(site + reportPath(canonical, "whole", present)),
  });
};

const profileFile: Answer = (context) => {
  const { query, canonical, problems } = readQuestion(context.req.url, { onlyClasses: true });
  if (problems) return queryProblemResponse(problems);
  const site = siteOf(context);
  return cachedResponse(context, {
    resource: `${site}/report.doc?${canonical}`,
    form: "doc",
    headers: { "content-disposition": 'attachment; filename="evidence-profile.doc"' },
    async make(ask) {
      const citation = citationText(site + reportPath(canonical, "profile", present));
      return wordFile({ full: await ask(query, canonical), citation, site });
    },
  });
};

export const routes: Routes = {
  "/report": [servedAs("report"), (context) => reportResponse(context)],
  "/report.doc": profileFile,
  "/report.ris": citationFile,
};
