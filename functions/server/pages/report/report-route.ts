/**
 * Serves `GET /report`: everything behind an answer as one page, which needs no script. With `compare=`, groups other
 * than the two classes stand side by side instead. Serves `GET /report.ris`: the citation.
 */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import { usualDimension } from "#core/question/parameters.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { askLeadingHarms } from "#presentation/report/summary-of-findings.ts";
import { hasResponse, ofClasses } from "../../answers/compute/full-answer.ts";
import { cachedResponse } from "../../answers/keep/cached-response.ts";
import { linkDataName, linkDataOf, readQuestion } from "../../answers/read-question.ts";
import { gatherBefore } from "../../answers/render/element-json.ts";
import { siteOf } from "../../http/base-path.ts";
import { namesFiles } from "../../http/conditional.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/response-headers.ts";
import { queryProblemResponse } from "../../http/problem.ts";
import type { Answer, Routes } from "../../http/route.ts";
import { citationRis, citationText } from "../html/citation.ts";
import { groupsPage } from "./groups-page.tsx";
import { reportLinks, reportPath } from "./report-links.ts";
import { reportPage } from "./report-page.tsx";
import { reportView } from "./report-view.ts";

/** The report once had three forms, which an address chose by this parameter. */
const goneNames = new Map([["part", "gone: the report has one form; leave it out"]]);

/** A saved or cited address names its data by this parameter. */
const present = `${linkDataName}=${dataVersion}`;

/** Sends the report. `/v1/comparison` also sends it, to readers who prefer a page. */
export function reportResponse(
  context: Context<HonoEnvironment>,
  more: Readonly<Record<string, string>> = {},
): Response | Promise<Response> {
  const { url } = context.req;
  const { note, problems: wrongData } = linkDataOf(new URL(url).searchParams);
  const { query, canonical, problems } = readQuestion(url, {
    otherNames: [linkDataName],
    goneNames,
  });
  if (problems || wrongData) {
    return queryProblemResponse([...(wrongData ?? []), ...(problems ?? [])]);
  }
  const isOfGroups = query.compare !== usualDimension;
  const site = siteOf(context);
  const citation = citationText(site + reportPath(canonical, present));
  return cachedResponse(context, {
    // The page contains the URL of this site, which may have several host names.
    resource: `${site}/report?${canonical}`,
    form: "html",
    variant: note === null ? "" : encodeURIComponent(note),
    headers: { "cache-control": namesFiles, ...more },
    async make(ask) {
      const answer = await ask(query, canonical);
      if (isOfGroups) {
        const links = reportLinks(answer.comparison);
        const isOfDrugs = query.compare === "product" && hasResponse(answer.comparison);
        const before = isOfDrugs
          ? await gatherBefore(await ask({ ...query, compare: usualDimension }), ask)
          : null;
        return groupsPage({ answer: answer.comparison, citation, links, before }, note);
      }
      const leading = askLeadingHarms(ofClasses(answer), dataset.outcomes);
      const harms = leading && ofClasses(await ask(leading));
      return reportPage(reportView(answer, citation, harms), note);
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
    make: () => citationRis(site + reportPath(canonical, present)),
  });
};

export const routes: Routes = {
  "/report": [servedAs("report"), (context) => reportResponse(context)],
  "/report.ris": citationFile,
};
