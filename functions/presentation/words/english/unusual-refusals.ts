/** Why no figure of a cohort can be pooled by rules that few questions have. */
import type { ReasonWords, UnusualRefusal } from "../codes.ts";

export const unusualRefusals: ReasonWords<UnusualRefusal> = {
  "not-counted": ({ cut }) => `not counted in ${cut}`,
  "no-paper": () => "in no paper or label",
  "not-primary": () => "another data cut than the primary publication’s",
};
