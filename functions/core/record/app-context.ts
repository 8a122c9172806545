/**
 * What a card of ours tells the app that is launched from it: the question, and nothing of the
 * patient. It travels as `appContext`, through the record's authorisation server.
 */

export function appContextOf(canonical: string): string {
  return JSON.stringify({ question: canonical });
}

/** The question as the query of an address; `null` if it is not ours. It is still to be parsed. */
export function questionIn(appContext: unknown): string | null {
  const read = typeof appContext === "string" ? parsed(appContext) : appContext;
  if (typeof read !== "object" || read === null || !("question" in read)) return null;
  return typeof read.question === "string" ? read.question : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
