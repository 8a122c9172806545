/** What a copy of an answer is made of. */
import type { Answer } from "#core/answer/answer.ts";
import { madeOtherwise } from "#presentation/statement/question.ts";
import { scopeOf } from "#presentation/statement/scope.ts";
import { collectedText, statementOf } from "#presentation/statement/statement.ts";
import type { Copied } from "#presentation/table/comparison-table.ts";

export function copiedOf(answer: Answer): Copied {
  return {
    view: statementOf(answer),
    scope: scopeOf(answer),
    made: madeOtherwise(answer),
    collected: collectedText(answer),
  };
}
