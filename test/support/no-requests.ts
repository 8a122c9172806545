import type { Requests } from "#widget/ask.ts";

const refuse = () => Promise.reject(new Error("nobody asks"));

/** The requests of an element that must ask nothing. */
export const noRequests: Requests = {
  screen: refuse,
  row: refuse,
  choices: refuse,
  patients: refuse,
  copy: refuse,
};
