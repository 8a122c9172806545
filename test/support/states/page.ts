/** The page with states one below the other, and the page with one alone: what a browser measures and draws. */
import { renderDocument } from "#server/pages/html/document.ts";
import { drawing } from "./drawing.tsx";
import { type State, states } from "./states.ts";

const title = "States of Myeloma Compare";

export async function statesPage(shownStates = states): Promise<string> {
  const sections = await Promise.all(
    shownStates.map(
      async (state) =>
        `<section id="${state.id}" aria-labelledby="title-${state.id}"><h2 id="title-${state.id}">${state.id}</h2>${await drawing(state)}</section>`,
    ),
  );
  return page(title, `<h1>${title}</h1>\n${sections.join("\n")}`);
}

export async function statePage(state: State): Promise<string> {
  const content = `<h1 class="heard">${state.id}</h1>\n${await drawing(state)}`;
  return page(`${state.id} – ${title}`, content);
}

function page(name: string, content: string): string {
  return renderDocument({
    title: name,
    description: name,
    scripts: [],
    body: `<main>\n${content}\n</main>`,
  });
}
