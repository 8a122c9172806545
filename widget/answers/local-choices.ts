/** The choices for the next question, as the engine gives them: a part of it, loaded with a sheet. */
import { type Choices, choices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { questionOf } from "#core/question/read-question.ts";

/** `null` if the text is not a valid question about the two classes. */
export function choicesFor(text: string): Choices | null {
  const { query, canonical } = questionOf(new URLSearchParams(text), dataset, {
    onlyClasses: true,
  });
  return query && choices(query, dataset, canonical);
}
