/** A Worker of the build, which answers the question behind the `?` with what its file holds. */
import { dataset } from "#core/dataset.ts";
import { questionOf } from "#core/question/read-question.ts";
import { precomputedJson } from "#server/answers/render/answers.ts";

export default {
  fetch({ url }: Request): Response {
    const { query, canonical, problems } = questionOf(new URL(url).searchParams, dataset);
    if (problems) return Response.json(problems, { status: 400 });
    return new Response(precomputedJson(query, canonical));
  },
};
