/** Serves `GET /build?…`: the snippets that put the question of the address on another page, and a preview. */

import type { ComponentChildren } from "preact";
import { makeQuestionChoices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import {
  listChangedParameterPairs,
  makeDefaultQueryForOutcomes,
} from "#core/question/query-text.ts";
import { assets } from "#generated/assets.ts";
import { buildStyles } from "#generated/styles.ts";
import {
  makeElementSnippet,
  makeEmbedAddress,
  makeReactSnippet,
  makeSelfResizingFrameSnippet,
  type Theme,
  themes,
} from "#presentation/embed/snippets.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { parametersOnSheets } from "#presentation/words/parameter-words.ts";
import { respondWithCachedOrMadeText } from "../../answers/keep/cached-response.ts";
import { linkDataName, readQuestion } from "../../answers/read-question.ts";
import { makeSiteAddress } from "../../http/base-path.ts";
import type { Answer, Routes } from "../../http/environment.ts";
import { makeHeaderProfileMiddleware } from "../../http/middleware/response-headers.ts";
import { respondWithQueryProblems } from "../../http/problem.ts";
import { type Look, lookWords, makeFrameLook } from "../frame/frame-look.ts";
import { renderSitePage } from "../html/site-frame.tsx";
import { Fold, Heading, Note, Settings } from "../kit/kit.tsx";

const serveBuildPage: Answer = (context) => {
  const site = makeSiteAddress(context);
  const { query, canonical, values, problems } = readQuestion(context.req.url, {
    words: lookWords,
    otherNames: [linkDataName],
    onlyClasses: "or-products",
  });
  if (problems) return respondWithQueryProblems(problems);
  const look = makeFrameLook(values);
  return respondWithCachedOrMadeText(context, {
    resource: `/build?${canonical}`,
    site,
    form: "html",
    variant: look.key,
    make: () => renderBuildPage(site, query, canonical, look),
  });
};

export const routes: Routes = {
  "/build": [makeHeaderProfileMiddleware("builder"), serveBuildPage],
};

const name = "Put it on your page";

function renderBuildPage(
  site: string,
  query: Query,
  question: string,
  { inAddress: look }: Look,
): string {
  const framed = makeSelfResizingFrameSnippet(site, question, look);
  const { origin } = new URL(site);
  const outcome = new URLSearchParams(question).get("outcome") ?? "summary";
  return renderSitePage({
    title: name,
    description:
      "The comparison of CAR-T cells and bispecific antibodies for your own page: HTML, a frame, React, WordPress or a link.",
    styles: buildStyles,
    scripts: [assets.snippets],
    current: "build",
    content: (
      <main class="page text wide build">
        <Heading title={name}>
          <p>
            This page makes a few lines of HTML that show the comparison on a page of yours, such as
            one of a hospital’s intranet. Choose what your readers see first and where they treat,
            because labels differ by region; then copy one of the forms below. For any other
            question, such as one drug against the other class, ask it on{" "}
            <a href="/embed">the page without our menu</a>, whose address holds the question (that
            of the start page does not), and put what follows its “?” behind “/build?”. Colours and
            more are in <a href="/docs/web-editors">the guide for web editors</a>.
          </p>
        </Heading>
        <Settings
          unchanged={listChangedParameterPairs(query, dataset).filter(
            ([parameter]) => parameter !== "outcome" && !filters.some((name) => name === parameter),
          )}
          settings={[
            {
              name: "outcome",
              label: "Seen first",
              value: outcome,
              options: listTabOptions(outcome),
            },
            ...filters.map((filter) => {
              const { title, values } = parametersOnSheets[filter];
              const options = listFilterValues(filter, query).map(
                (value) => [value, values?.[value] ?? value] as const,
              );
              return { name: filter, label: title, value: String(query[filter]), options };
            }),
            {
              name: "theme",
              label: "Light or dark",
              value: look.theme ?? "auto",
              options: themes.map((theme) => [theme, themeNames[theme]] as const),
            },
          ]}
        />
        {isLoopback(new URL(site)) && (
          <Note>
            The address {origin} reaches only this computer. For other readers make the snippet on
            the installation that they can reach (<a href="/docs/operators">how to run one</a>),
            with HTTPS if your page has it.
          </Note>
        )}
        <Snippet title="As an element" text={makeElementSnippet(site, question, look)} isOpen>
          For a page that may run scripts. It is as high as its content; the link inside is seen
          until the script has run. If only the link is seen, or “This could not be loaded”,{" "}
          {hostPagePolicy} must allow{" "}
          <code>
            script-src {origin}; connect-src {origin}
          </code>
          .
        </Snippet>
        <Snippet
          title="As an element of one release"
          text={makeElementSnippet(site, question, look, assets.fixed)}
        >
          For a page whose scripts must be known. The browser verifies the script, and the numbers
          stay those of the present data. The address is served for two further releases; then, or
          when the installation changes its format, readers see the link and are told to ask you: a
          page with it has to be changed with each release (
          <a href="/docs/web-editors#what-it-does-without-you">which to choose</a>).
        </Snippet>
        <Snippet title="As a frame" text={framed}>
          For a page where nothing may reach into the comparison. The numbers show without a script;
          its script gives it the height of its content. If it stays empty, {hostPagePolicy} must
          allow{" "}
          <code>
            frame-src {origin}; script-src {origin}
          </code>
          .
        </Snippet>
        <Snippet title="In React" text={makeReactSnippet(site, question, look)}>
          React 19. For Next, Vue, Svelte and Angular see{" "}
          <a href="/docs/integrators#in-a-framework">the guide for developers</a>.
        </Snippet>
        <Snippet title="In WordPress" text={`<!-- wp:html -->\n${framed}\n<!-- /wp:html -->`}>
          A Custom HTML block. If you may not save unfiltered HTML in WordPress, use the link.
        </Snippet>
        <Snippet title="As a link" text={makeEmbedAddress(site, question, look)}>
          For a message or a slide; opened on a phone it can be put on the home screen.
        </Snippet>
        <h2>How it looks</h2>
        <iframe
          src={makeEmbedAddress("", question, look)}
          title="How it looks"
          referrerpolicy="no-referrer"
        />
      </main>
    ),
  });
}

const hostPagePolicy = (
  <>
    the <a href="/docs/web-editors#content-security-policy-csp">Content Security Policy (CSP)</a> of
    your page
  </>
);

const themeNames: Readonly<Record<Theme, string>> = {
  auto: "By color-scheme, else light",
  light: "Light",
  dark: "Dark",
  system: "As the reader’s system",
};

/** Lists the filters that can be changed here; the others stay as they are. */
const filters = ["availability", "lines"] as const;

/** Returns the tabs to begin with, and the outcomes of the question if no tab has them. */
function listTabOptions(outcome: string): [value: string, name: string][] {
  const { summary, toxicity, survival } = elementTexts.tabs;
  const tabs = Object.entries({ summary, toxicity, survival });
  return tabs.some(([value]) => value === outcome) ? tabs : [...tabs, [outcome, outcome]];
}

const defaultQuestion = makeDefaultQueryForOutcomes({ outcome: [] });

/** Returns the values of a filter to choose from, including the present one. */
function listFilterValues(filter: (typeof filters)[number], query: Query): string[] {
  const offered = makeQuestionChoices(defaultQuestion, dataset).choices[filter].map(
    ({ value }) => value,
  );
  return [...new Set([...offered, String(query[filter])])];
}

/** Tells whether only the computer itself reaches an address. */
function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

interface SnippetProps {
  title: string;
  text: string;
  isOpen?: boolean;
  /** States the purpose of the snippet. */
  children: ComponentChildren;
}

/** Shows a snippet. Whoever opens the page needs one of them. */
function Snippet({ title, text, isOpen = false, children }: SnippetProps) {
  return (
    <section aria-label={title}>
      <Fold title={<h2>{title}</h2>} open={isOpen}>
        <p>{children}</p>
        <pre tabindex={0}>
          <code>{text}</code>
        </pre>
      </Fold>
    </section>
  );
}
