/**
 * Serves `GET /report`: everything behind an answer as one page, which needs no script. With `compare=`, groups other
 * than the two classes stand side by side instead. Serves `GET /report.ris`: the citation.
 */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import { usualDimension } from "#core/question/parameters.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { makeQueryForMissingLeadingHarms } from "#presentation/report/summary-of-findings.ts";
import { requireClassAnswer } from "../../answers/compute/full-answer.ts";
import { respondWithCachedOrMadeText } from "../../answers/keep/cached-response.ts";
import {
  linkDataName,
  makeLinkDataNoteOrProblems,
  readQuestion,
} from "../../answers/read-question.ts";
import { makeSiteAddress } from "../../http/base-path.ts";
import { namesFiles } from "../../http/conditional.ts";
import type { Answer, HonoEnvironment, Routes } from "../../http/environment.ts";
import { makeHeaderProfileMiddleware } from "../../http/middleware/response-headers.ts";
import { respondWithQueryProblems } from "../../http/problem.ts";
import { renderCitationRis, renderCitationText } from "../html/citation.ts";
import { renderGroupsPage } from "./groups-page.tsx";
import { makeReportLinks, makeReportPath } from "./report-links.ts";
import { renderReportPage } from "./report-page.tsx";
import { makeReportView } from "./report-view.ts";

/** The report once had three forms, which an address chose by this parameter. */
const goneNames = new Map([["part", "gone: the report has one form; leave it out"]]);

/** A saved or cited address names its data by this parameter. */
const present = `${linkDataName}=${dataVersion}`;

/** Sends the report. `/v1/comparison` also sends it, to readers who prefer a page. */
export function respondWithReport(
  context: Context<HonoEnvironment>,
  more: Readonly<Record<string, string>> = {},
): Response | Promise<Response> {
  const { url } = context.req;
  const { note, problems: wrongData } = makeLinkDataNoteOrProblems(new URL(url).searchParams);
  const { query, canonical, problems } = readQuestion(url, {
    otherNames: [linkDataName],
    goneNames,
  });
  if (problems || wrongData) {
    return respondWithQueryProblems([...(wrongData ?? []), ...(problems ?? [])]);
  }
  const isOfGroups = query.compare !== usualDimension;
  const site = makeSiteAddress(context);
  const citation = renderCitationText(site + makeReportPath(canonical, present));
  return respondWithCachedOrMadeText(context, {
    resource: `/report?${canonical}`,
    site,
    form: "html",
    variant: note === null ? "" : encodeURIComponent(note),
    headers: { "cache-control": namesFiles, ...more },
    async make(ask) {
      const answer = await ask(query, canonical);
      if (isOfGroups) {
        const links = makeReportLinks(answer.comparison);
        return renderGroupsPage({ answer: answer.comparison, citation, links }, note);
      }
      const leading = makeQueryForMissingLeadingHarms(requireClassAnswer(answer), dataset.outcomes);
      const harms = leading && requireClassAnswer(await ask(leading));
      return renderReportPage(makeReportView(answer, citation, harms), note);
    },
  });
}

const serveCitationFile: Answer = (context) => {
  const { url } = context.req;
  const { canonical, problems } = readQuestion(url, { onlyClasses: true });
  if (problems) return respondWithQueryProblems(problems);
  const site = makeSiteAddress(context);
  return respondWithCachedOrMadeText(context, {
    resource: `/report.ris?${canonical}`,
    site,
    form: "ris",
    headers: { "content-disposition": 'attachment; filename="myeloma-compare.ris"' },
    make: () => renderCitationRis(site + makeReportPath(canonical, present)),
  });
};

export const routes: Routes = {
  "/report": [makeHeaderProfileMiddleware("report"), (context) => respondWithReport(context)],
  "/report.ris": serveCitationFile,
};
