/** What a copy of an answer is made of. */
import type { Answer } from "#core/answer/answer.ts";
import type { Copied } from "#presentation/table/comparison-table.ts";
import { madeOtherwise } from "#presentation/views/counting-rules.ts";
import { scopeOf } from "#presentation/views/scope.ts";
import { collectedText, statementOf } from "#presentation/views/statement.ts";

export function copiedOf(answer: Answer): Copied {
  return {
    view: statementOf(answer),
    scope: scopeOf(answer),
    made: madeOtherwise(answer),
    collected: collectedText(answer),
  };
}
