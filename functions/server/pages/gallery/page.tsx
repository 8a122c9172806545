/**
 * `/gallery` and one page for each of its states. They are created by the build, because forty
 * answers are too many for one request.
 */
import { render } from "preact-render-to-string";
import { galleryStyles } from "#generated/styles.ts";
import { escapeHtml } from "#presentation/view/escape-html.ts";
import { htmlDocument } from "../html/document.ts";
import { drawing } from "./drawing.tsx";
import type { GalleryState } from "./state.ts";
import { galleryGroups, galleryStates } from "./states.ts";

const title = "States of Myeloma Compare";

/** The page with all states, and the pages with one state each, by their path below `dist/`. */
export function galleryPages(): Record<string, string> {
  const drawings = new Map(galleryStates.map((state) => [state, drawing(state)]));
  return {
    "gallery.html": wholePage(drawings),
    ...Object.fromEntries(
      [...drawings].map(([state, html]) => [`gallery/${state.id}.html`, pageOf(state, html)]),
    ),
  };
}

function wholePage(drawings: ReadonlyMap<GalleryState, string>): string {
  const sections = [...drawings].map(
    ([state, html]) =>
      `<section id="${state.id}" aria-labelledby="title-${state.id}">${render(<About state={state} />)}${html}</section>`,
  );
  return htmlDocument({
    title,
    description: "Every state of the widget on one page, for review.",
    script: null,
    styles: galleryStyles,
    body: `<div class="gallery">${render(<Top />)}<main>${sections.join("\n")}</main></div>`,
  });
}

function pageOf(state: GalleryState, html: string): string {
  return htmlDocument({
    title: `${state.title} – ${title}`,
    description: state.note,
    script: null,
    styles: galleryStyles,
    body: `<main>\n<h1 class="heard">${escapeHtml(state.title)}</h1>\n${html}\n</main>`,
  });
}

function Top() {
  return (
    <>
      <header>
        <h1>{title}</h1>
        <p>
          {galleryStates.length} states, drawn by the widget’s own components from the answers to
          real questions. No script runs here, so buttons do nothing; “live” opens the widget with
          the same question.
        </p>
      </header>
      <nav aria-label="States">
        {galleryGroups.map((group) => (
          <div key={group.title}>
            <p>{group.title}</p>
            <ul>
              {group.states.map(({ id, title: name }) => (
                <li key={id}>
                  <a href={`#${id}`}>{name}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </>
  );
}

function About({ state: { id, title: name, note, question } }: { state: GalleryState }) {
  return (
    <header>
      <h2 id={`title-${id}`}>{name}</h2>
      <p>{note}</p>
      <p class="links">
        <a href={`/gallery?state=${id}`} aria-label={`Alone: ${name}`}>
          alone
        </a>{" "}
        <a href={`/embed${question && `?${question}`}`} aria-label={`Live: ${name}`}>
          live
        </a>{" "}
        {question && <code>{question}</code>}
      </p>
    </header>
  );
}
