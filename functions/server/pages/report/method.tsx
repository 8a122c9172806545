/** How the numbers are made, and how to cite them. */
import { questionText } from "#presentation/views/counting-rules.ts";
import { dateText } from "#presentation/words/dates.ts";
import { withSpaces } from "#presentation/words/sentences.ts";
import { Fold, Links } from "../kit/kit.tsx";
import type { ReportLinks } from "./report-links.ts";
import type { ReportView } from "./report-view.ts";

export function Method({ report: { extent, answer } }: { report: ReportView }) {
  const { published, lookedFor, found, rules, model } = questionText(answer);
  const made = [
    "The numbers are patients of 100 in a typical study. The range under a number is its 95 % interval: how far off the number may be, as far as the data tell.",
    ...rules,
    ...(extent === "whole" ? model : []),
  ];
  return (
    <section id="method">
      <h2>Methods and review</h2>
      <Fold id="method-each" title="What was looked for, the model, who reviewed it">
        <p>{withSpaces([published, lookedFor, found])}</p>
        <p>{made.join(" ")}</p>
        <p>{answer.review.statement}</p>
      </Fold>
    </section>
  );
}

interface CitationProps {
  citation: string;
  answer: { readonly dataDate: string; readonly answerVersion: string };
  files: ReportLinks["files"];
  /** Other pages about the same question. */
  pages: readonly { text: string; href: string }[];
  /** Whether there is a citation for a citation manager. */
  hasRis?: boolean;
}

/** The citation has the address of the page. */
export function HowToCite({ citation, answer, files, pages, hasRis }: CitationProps) {
  const links = [
    ...pages,
    { text: "All numbers as a table (CSV)", href: files.csv },
    { text: "The answer as data (JSON)", href: files.json },
    { text: "Fit again (R script)", href: files.r },
    { text: "Report an error", href: files.error },
  ];
  return (
    <section id="take">
      <h2>How to cite</h2>
      <p>
        {citation}{" "}
        {hasRis && (
          <a class="screen" href={files.ris}>
            for a citation manager (RIS)
          </a>
        )}
      </p>
      <Links links={links} look="files" />
      <p class="printed">
        Data of {dateText(answer.dataDate)}, version {answer.answerVersion}.
      </p>
    </section>
  );
}
