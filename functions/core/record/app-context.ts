/** What a card tells the app launched from it, as `appContext`: the question, never the patient. */

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
