/** An answer as `/v1/comparison` has it, computed in process. */
import type { Query } from "#core/question/query.ts";
import { english } from "#presentation/words/catalogue.ts";
import { toApi } from "#server/answers/answer-json.ts";
import type { ApiComparison } from "#server/answers/api-answer.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";

/** Of any groups. */
export function apiAnswer(query: Query): ApiComparison<string> {
  return toApi(fullAnswer(query).comparison, english);
}
