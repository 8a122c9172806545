/** What answers at the edge, and in a browser what leaves the usual rules: the latest fits are kept. */
import { type Beyond, beyond } from "../comparison/beyond.ts";
import { remembering } from "./remembering-model.ts";

export const beyondRemembering: Beyond = {
  ...beyond,
  model: (query) => (query.model === "bayes" ? remembering : beyond.model(query)),
};
