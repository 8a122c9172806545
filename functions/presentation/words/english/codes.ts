import { exclusions } from "./exclusions.ts";
import { groupName } from "./groups.ts";
import { notes } from "./notes.ts";
import { shown } from "./product-numbers.ts";
import { refusals } from "./refusals.ts";

export const codes = {
  groupName,
  notes,
  exclusions,
  refusals,
  shown,
};
