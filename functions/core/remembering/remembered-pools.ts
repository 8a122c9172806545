/**
 * `beyond` with the models that cache their latest fits. Used by the Worker, and in a browser for
 * questions that need more than the usual rules.
 */
import { type Beyond, beyond } from "../comparison/beyond.ts";
import { remembering } from "./remembering-model.ts";

export const beyondRemembering: Required<Beyond> = {
  ...beyond,
  model: (query) => (query.model === "bayes" ? remembering : beyond.model(query)),
};
