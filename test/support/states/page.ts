/** The page with every state, and the page with one alone: what a browser measures and draws. */
import { htmlDocument } from "#server/pages/html/document.ts";
import { drawing } from "./drawing.tsx";
import { type State, states } from "./states.ts";

const title = "States of Myeloma Compare";

export function statesPage(): string {
  const sections = states.map(
    (state) =>
      `<section id="${state.id}" aria-labelledby="title-${state.id}"><h2 id="title-${state.id}">${state.id}</h2>${drawing(state)}</section>`,
  );
  return page(title, `<h1>${title}</h1>\n${sections.join("\n")}`);
}

export function statePage(state: State): string {
  return page(`${state.id} – ${title}`, `<h1 class="heard">${state.id}</h1>\n${drawing(state)}`);
}

function page(name: string, content: string): string {
  return htmlDocument({
    title: name,
    description: name,
    script: null,
    body: `<main>\n${content}\n</main>`,
  });
}
