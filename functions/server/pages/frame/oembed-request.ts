/** Reads the request of an oEmbed consumer, or returns all problems with it. */
import * as v from "valibot";
import { type QueryProblem, sanitise } from "#core/question/parse-query.ts";

export interface Limits {
  maxwidth: number;
  maxheight: number;
}

export type OembedRequest =
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

export function oembedRequest(search: URLSearchParams): OembedRequest {
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
