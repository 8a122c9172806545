/**
 * Runs as a Worker of the build: it answers the question behind the `?` with the content of its file. At `/files`
 * it names the files and their questions, so that whoever writes the files needs nothing but this Worker.
 */
import { dataset } from "#core/dataset.ts";
import { questionOf } from "#core/question/read-question.ts";
import { questions } from "#data/generated/precomputed.ts";
import { precomputedPath } from "#server/answers/keep/precomputed-files.ts";
import { precomputedJson } from "#server/answers/render/answers.ts";

export default {
  fetch({ url }: Request): Response {
    const { pathname, searchParams } = new URL(url);
    if (pathname === "/files") {
      return Response.json(
        questions.map((question) => [precomputedPath(dataset.answerVersion, question), question]),
      );
    }
    const { query, canonical, problems } = questionOf(searchParams, dataset);
    if (problems) return Response.json(problems, { status: 400 });
    return new Response(precomputedJson(query, canonical));
  },
};
