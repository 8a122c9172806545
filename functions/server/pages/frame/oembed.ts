/**
 * `GET /oembed?url=…` (oembed.com, version 1.0). Sites that are given the URL of an `/embed` page
 * get the HTML of the frame here. Unknown parameters are ignored, because those sites add their
 * own.
 */
import * as v from "valibot";
import { type QueryProblem, sanitise } from "#core/question/parse-query.ts";
import { fittingFrame, frame, usualFrame } from "#presentation/screen/snippets.ts";
import { headlineOf, sentenceOf } from "#presentation/statement/headline.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { compareInWords } from "../../answers/make-comparison.ts";
import { readQuestion } from "../../answers/read-question.ts";
import { freshSeconds, namesFiles } from "../../http/conditional.ts";
import { problemResponse, queryProblemResponse } from "../../http/problem.ts";
import type { Answer, Routes } from "../../http/route.ts";
import { siteOf } from "../../http/site.ts";
import { picturesOf } from "../html/sharing.ts";
import { siteName } from "../html/site-name.ts";
import { lookOf, withoutLook } from "./look.ts";

/** Reads the request of an oEmbed consumer, or returns all problems with it. */
interface Limits {
  maxwidth: number;
  maxheight: number;
}

type OembedRequest =
  | { format: string; url: string; limits: Limits; problems: null }
  | { format: null; url: null; limits: null; problems: readonly QueryProblem[] };

/** Without a limit, we choose the size. */
const limit = v.optional(
  v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/), v.transform(Number)),
  "999999",
);

const schema = v.object({
  url: v.pipe(v.string(), v.nonEmpty()),
  maxwidth: limit,
  maxheight: limit,
  format: v.optional(v.string(), "json"),
});

type Name = keyof typeof schema.entries;

const words: Record<Name, { message: string; allowed: readonly string[] }> = {
  url: { message: "the address of a comparison is needed", allowed: ["an address of /embed"] },
  maxwidth: { message: "not a whole number of pixels", allowed: ["1 to 999999"] },
  maxheight: { message: "not a whole number of pixels", allowed: ["1 to 999999"] },
  format: { message: "given more than once", allowed: ["json"] },
};

function oembedRequest(search: URLSearchParams): OembedRequest {
  const names = Object.keys(words).filter((name): name is Name => name in words);
  const problem = (name: Name, message = words[name].message): QueryProblem => ({
    parameter: name,
    value: sanitise(search.get(name) ?? ""),
    message,
    allowed: words[name].allowed,
  });
  const repeated = names.filter((name) => search.getAll(name).length > 1);
  const given = names.filter((name) => search.has(name)).map((name) => [name, search.get(name)]);
  const read = v.safeParse(schema, Object.fromEntries(given));
  const wrong = read.issues?.map(({ path }) => path?.[0].key) ?? [];
  if (read.success && repeated.length === 0) {
    const { url, format, maxwidth, maxheight } = read.output;
    return { url, format, limits: { maxwidth, maxheight }, problems: null };
  }
  return {
    format: null,
    url: null,
    limits: null,
    problems: names.flatMap((name) => {
      if (repeated.includes(name)) return [problem(name, "given more than once")];
      return wrong.includes(name) ? [problem(name)] : [];
    }),
  };
}

/** The width that is named if no limit is given. */
const usualWidth = 800;

const frameScript = { href: "/v1/frame.js", integrity: null };

const oembed: Answer = (context) => {
  const site = siteOf(context);
  const { searchParams } = new URL(context.req.url);
  const { format, url, limits, problems } = oembedRequest(searchParams);
  if (problems) return queryProblemResponse(problems);
  if (format !== "json") {
    return problemResponse({ status: 501, detail: "The format is json; there is no other here." });
  }
  const page = URL.parse(url);
  if (page === null || page.origin + page.pathname !== `${site}/embed`) {
    const detail = `Only addresses that begin with ${site}/embed can be embedded.`;
    return problemResponse({ status: 404, detail });
  }
  const { look, problems: wrongLook } = lookOf(page.searchParams);
  const asked = readQuestion(withoutLook(page.href), {
    ignoreUnknown: true,
    onlyClasses: true,
  });
  if (asked.problems || wrongLook) {
    return queryProblemResponse([...(asked.problems ?? []), ...(wrongLook ?? [])]);
  }
  const { query, canonical } = asked;
  const width = Math.min(usualWidth, limits.maxwidth);
  const height = Math.min(usualFrame.height, limits.maxheight);
  // As wide as its place, which on a phone is narrower than the limit. Within a lower limit it scrolls.
  // Sites keep the answer, so its script is the one at the address that stays.
  const html =
    height < usualFrame.height
      ? frame(site, canonical, look.asked, { ...usualFrame, height })
      : fittingFrame({ origin: site, script: frameScript }, canonical, look.asked);
  return cacheable(context, {
    resource: `${site}/oembed?${canonical}&${look.key}&${limitText(limits)}`,
    form: "json",
    headers: { "cache-control": namesFiles },
    make: () =>
      JSON.stringify({
        type: "rich",
        version: "1.0",
        title: sentenceOf(headlineOf(compareInWords(query, look.words), look.words)),
        provider_name: siteName,
        provider_url: `${site}/`,
        // Short, because the answer names a picture by its content hash, and a later release may
        // have another one.
        cache_age: freshSeconds,
        html,
        width,
        height,
        ...thumbnail(site, canonical, limits),
      }),
  });
};

export const routes: Routes = { "/oembed": oembed };

/** Limits above our largest sizes give the same answer, so they share one cache key. */
function limitText({ maxwidth, maxheight }: Limits): string {
  return `${Math.min(maxwidth, 1200)}x${Math.min(maxheight, usualFrame.height)}`;
}

/**
 * The largest picture within the limits, which apply to it, too. Either all three fields or none.
 */
function thumbnail(site: string, canonical: string, { maxwidth, maxheight }: Limits) {
  const { wide, small } = picturesOf(canonical);
  const fitting = [wide, small].find(
    ({ width, height }) => width <= maxwidth && height <= maxheight,
  );
  return fitting
    ? {
        thumbnail_url: `${site}${fitting.href}`,
        thumbnail_width: fitting.width,
        thumbnail_height: fitting.height,
      }
    : {};
}
