/** Runs as a Worker of the build: it answers the question behind the `?` with the content of its file. */
import { dataset } from "#core/dataset.ts";
import { parseQueryWithCanonicalText } from "#core/question/parse-query.ts";
import { renderPrecomputedJson } from "#server/answers/render/answers.ts";

export default {
  fetch({ url }: Request): Response {
    const { query, canonical, problems } = parseQueryWithCanonicalText(
      new URL(url).searchParams,
      dataset,
    );
    if (problems) return Response.json(problems, { status: 400 });
    return new Response(renderPrecomputedJson(query, canonical));
  },
};
