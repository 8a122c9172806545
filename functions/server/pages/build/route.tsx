/** `GET /build`: the builder of snippets around a live preview. */
import { assets } from "#generated/assets.ts";
import { buildStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { routesOf } from "../home/with-answer.tsx";
import { siteName } from "../html/site-name.ts";
import { Settings, SnippetsToCopy } from "./builder.tsx";

const { widget, frame, build } = assets;
const scripts = { element: widget, frame };
const { names } = catalogue.pages.site;

export const routes = routesOf({
  name: "build",
  path: "/build",
  title: `${names.build} – ${siteName}`,
  description:
    "The comparison of CAR-T cells and bispecific antibodies for your own page: HTML, a frame, React, WordPress or a link.",
  styles: buildStyles,
  before: () => (
    <>
      <header>
        <h1>{names.build}</h1>
        <p>
          What the preview shows is what you copy. Choose where your readers work: “anywhere” also
          counts products that they cannot get. Nothing of a patient is ever part of it.
        </p>
      </header>
      <Settings {...scripts} />
    </>
  ),
  after: (origin) => <SnippetsToCopy origin={origin} scripts={scripts} />,
  script: build,
});
