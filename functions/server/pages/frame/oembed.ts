/**
 * Serves `GET /oembed?url=…` (oembed.com, version 1.0): the HTML of the frame for the address of an `/embed` page.
 * Unknown parameters are ignored, because the calling sites add their own.
 */
import { type QueryProblem, sanitiseErrorText } from "#core/question/query-problem.ts";
import {
  makeFrameSnippet,
  makeSelfResizingFrameSnippet,
  usualHeight,
} from "#presentation/embed/snippets.ts";
import { respondWithCachedOrMadeText } from "../../answers/keep/cached-response.ts";
import { linkDataName, readQuestion } from "../../answers/read-question.ts";
import { gatherScreenAndAnswer } from "../../answers/render/element-json.ts";
import { makeSiteAddress } from "../../http/base-path.ts";
import { freshSeconds } from "../../http/conditional.ts";
import { type Answer, parseUrl, type Routes } from "../../http/environment.ts";
import { respondWithProblem, respondWithQueryProblems } from "../../http/problem.ts";
import { siteName } from "../../site.ts";
import { socialImage } from "../html/sharing.ts";
import { lookWords, makeFrameLook } from "./frame-look.ts";

/** The answer states this width if the caller states no limit. */
const usualWidth = 800;

const pixels = {
  usual: "999999",
  right: /^[1-9]\d{0,5}$/,
  message: "not a whole number of pixels",
  allowed: ["1 to 999999"],
};

const parameters = {
  url: {
    usual: "",
    right: /./,
    message: "the address of a comparison is needed",
    allowed: ["an address of /embed"],
  },
  maxwidth: pixels,
  maxheight: pixels,
  // Any other format is answered with 501.
  format: { usual: "json", right: /^/, message: "", allowed: ["json"] },
};

function listOembedProblems(search: URLSearchParams): QueryProblem[] {
  return Object.entries(parameters).flatMap(([parameter, { usual, right, message, allowed }]) => {
    const [value = usual, ...more] = search.getAll(parameter);
    if (more.length === 0 && right.test(value)) return [];
    const problem = more.length > 0 ? "given more than once" : message;
    return [{ parameter, value: sanitiseErrorText(value), message: problem, allowed }];
  });
}

const serveOembed: Answer = (context) => {
  const site = makeSiteAddress(context);
  const { searchParams } = new URL(context.req.url);
  const problems = listOembedProblems(searchParams);
  if (problems.length > 0) return respondWithQueryProblems(problems);
  const parameterValue = (name: keyof typeof parameters) =>
    searchParams.get(name) ?? parameters[name].usual;
  if (parameterValue("format") !== "json") {
    return respondWithProblem({
      status: 501,
      detail: "The format is json; there is no other here.",
    });
  }
  const page = parseUrl(parameterValue("url"));
  if (page === null || page.origin + page.pathname !== `${site}/embed`) {
    const detail = `Only addresses that begin with ${site}/embed can be embedded.`;
    return respondWithProblem({ status: 404, detail });
  }
  const question = readQuestion(page.searchParams, {
    words: lookWords,
    otherNames: [linkDataName],
    ignoreUnknown: true,
    onlyClasses: "or-products",
  });
  if (question.problems) return respondWithQueryProblems(question.problems);
  const { query, canonical } = question;
  const look = makeFrameLook(question.values);
  const [mostWide, mostHigh] = [
    Number(parameterValue("maxwidth")),
    Number(parameterValue("maxheight")),
  ];
  const width = Math.min(usualWidth, mostWide);
  const height = Math.min(usualHeight, mostHigh);
  const hasImage = socialImage.width <= mostWide && socialImage.height <= mostHigh;
  return respondWithCachedOrMadeText(context, {
    resource: `/oembed?${canonical}&${look.key}&${width}x${height}&${hasImage}`,
    site,
    form: "json",
    make: async (ask) => {
      const { view } = await gatherScreenAndAnswer(query, canonical, ask);
      return JSON.stringify({
        type: "rich",
        version: "1.0",
        title: view.verdict.lead,
        provider_name: siteName,
        provider_url: `${site}/`,
        cache_age: freshSeconds,
        // The frame is as wide as its container, which on a phone is narrower than the limit. The frame scrolls if the
        // limit is lower than its content.
        html:
          height < usualHeight
            ? makeFrameSnippet(site, canonical, look.inAddress, height)
            : makeSelfResizingFrameSnippet(site, canonical, look.inAddress),
        width,
        height,
        ...(hasImage && {
          thumbnail_url: site + socialImage.href,
          thumbnail_width: socialImage.width,
          thumbnail_height: socialImage.height,
        }),
      });
    },
  });
};

export const routes: Routes = { "/oembed": serveOembed };
