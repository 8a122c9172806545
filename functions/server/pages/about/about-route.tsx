/**
 * Serves `GET /about`: what this is, who operates this installation, and how to report an error. The Worker makes the
 * page, because only the Worker knows the configuration. `question` is the text of a question that an error is about.
 */

import { dataset } from "#core/dataset.ts";
import { parseQueryWithCanonicalText } from "#core/question/parse-query.ts";
import {
  makeUnknownParameterProblem,
  type QueryProblem,
  sanitiseErrorText,
} from "#core/question/query-problem.ts";
import { kitStyles } from "#generated/styles.ts";
import { makeEmbedAddress } from "#presentation/embed/snippets.ts";
import { NewTab } from "#widget/views/links.tsx";
import { makeSiteAddress } from "../../http/base-path.ts";
import { cacheControl } from "../../http/conditional.ts";
import type { Routes } from "../../http/environment.ts";
import { makeHeaderProfileMiddleware } from "../../http/middleware/response-headers.ts";
import { respondWithQueryProblems } from "../../http/problem.ts";
import { siteName } from "../../site.ts";
import { renderCitationText } from "../html/citation.ts";
import { respondWithHtml } from "../html/document.ts";
import { renderSitePage } from "../html/site-frame.tsx";
import { Heading, Section } from "../kit/kit.tsx";

export const routes: Routes = {
  "/about": [
    makeHeaderProfileMiddleware("page"),
    (context) => {
      const { searchParams } = new URL(context.req.url);
      const { canonical, problems } = readAboutQuestion([...searchParams]);
      if (problems) {
        return respondWithQueryProblems(problems);
      }
      const { OPERATOR: operator, OPERATOR_CONTACT: contact } = context.env;
      return respondWithHtml(
        renderAboutPage({ origin: makeSiteAddress(context), canonical, operator, contact }),
        {
          headers: { "cache-control": cacheControl },
        },
      );
    },
  ],
};

type AboutQuestion =
  | { canonical: string | null; problems: null }
  | { canonical: null; problems: readonly QueryProblem[] };

/**
 * Returns the canonical text of the question, which is `null` if none was named, or the problems. Values about a
 * patient are refused, as any other unknown parameter.
 */
function readAboutQuestion(parameters: readonly [string, string][]): AboutQuestion {
  const allowedNames = ["question"];
  const problems = parameters.flatMap(([parameter, value], index): QueryProblem[] => {
    if (parameter !== "question")
      return [makeUnknownParameterProblem(parameter, index, allowedNames)];
    const message = "given more than once";
    return index > 0
      ? [{ parameter, value: sanitiseErrorText(value), message, allowed: allowedNames }]
      : [];
  });
  if (problems.length > 0) return { canonical: null, problems };
  const [named] = parameters;
  if (named === undefined) return { canonical: null, problems: null };
  const question = parseQueryWithCanonicalText(new URLSearchParams(named[1]), dataset);
  return question.problems
    ? { canonical: null, problems: question.problems }
    : { canonical: question.canonical, problems: null };
}

interface About {
  origin: string;
  /** The error is about this question; `null` if none was named. */
  canonical: string | null;
  operator: string | undefined;
  /** The address begins with `mailto:` or `https:`. */
  contact: string | undefined;
}

function renderAboutPage(about: About): string {
  return renderSitePage({
    title: "About",
    description: `What ${siteName} is, who operates it here, and how to report an error.`,
    styles: kitStyles,
    current: "about",
    content: <AboutPage {...about} />,
  });
}

function AboutPage(about: About) {
  return (
    <main class="page text beside">
      <Heading title="About">
        <p>
          {siteName} shows what CAR-T cells and bispecific antibodies have achieved in relapsed
          multiple myeloma, and at what cost in harms. It is for health-care professionals. It
          displays published evidence and recommends nothing.{" "}
          <a href="/docs/clinicians">How to read it</a>,{" "}
          <a href="/methods">how the numbers are made</a>.
        </p>
      </Heading>
      <Section id="operator" title="Who operates this installation">
        <Operator {...about} />
      </Section>
      <Section id="report" title="Report an error">
        <ErrorReport {...about} />
      </Section>
      <Section id="cite" title="How to cite">
        <p>{renderCitationText(about.origin)}</p>
        <p>
          For an answer cite the address of its question, as the end of its{" "}
          <a href="/report">report</a> does, with the day. For results cite the trials: each number
          links to its source.
        </p>
      </Section>
      <Section id="licence" title="Licence">
        <p>
          The source code is under{" "}
          <NewTab href="https://www.apache.org/licenses/LICENSE-2.0">Apache-2.0</NewTab>. The
          figures belong to their publications. It contains software of others, under{" "}
          <a href="/notices.txt">its own licences</a>.
        </p>
      </Section>
      <Section id="funding" title="Funding and interests">
        <p>
          The project has no funding and no interests to declare. Those of an operator are for the
          operator to declare.
        </p>
      </Section>
      <Section id="privacy" title="Privacy">
        <p>No cookies, no analytics, nothing from other sites. Questions are not stored.</p>
      </Section>
      <Section id="accessibility" title="Accessibility">
        <p>
          <a href="/docs/accessibility">What was tested, how, and what is not met</a>. Barriers are
          reported like errors.
        </p>
      </Section>
    </main>
  );
}

function Operator({ operator, contact }: About) {
  return (
    <>
      <p>{operator ?? "This installation does not name its operator."}</p>
      {contact !== undefined && (
        <p>
          Contact: <a href={contact}>{contact.replace(/^mailto:/, "")}</a>
        </p>
      )}
    </>
  );
}

function ErrorReport({ origin, canonical, contact }: About) {
  const address = canonical === null ? null : makeEmbedAddress(origin, canonical);
  return (
    <>
      {address !== null && (
        <p>
          The question: <a href={address}>{address}</a>
        </p>
      )}
      <p>
        Say which number is wrong, where the right one is reported, the address of the question and
        the data version, {dataset.dataVersion}. Never a patient’s name or values.
      </p>
      <p>
        {contact === undefined ? (
          "This installation names no contact: tell whoever gave you its address."
        ) : (
          <a href={makeErrorReportLink(contact, address)}>Report an error to the operator</a>
        )}
      </p>
    </>
  );
}

/**
 * Returns the link to report an error. A mail starts with version and question; a page of the operator is only opened.
 */
function makeErrorReportLink(contact: string, address: string | null): string {
  if (!contact.startsWith("mailto:")) return contact;
  const subject = `Error in ${siteName}, data ${dataset.dataVersion}`;
  const body = `${address === null ? "" : `Question: ${address}\n`}Data version: ${dataset.dataVersion}\n\n`;
  return `${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
