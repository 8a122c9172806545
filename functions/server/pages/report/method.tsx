/** How the numbers are made, and how to cite them. */
import { dateText } from "#presentation/words/dates.ts";
import { Fold } from "../kit/fold.tsx";
import type { ReportView } from "./report-view.ts";

export function Method({ report: { question, extent, answer } }: { report: ReportView }) {
  const { published, lookedFor, found, rules, model } = question;
  const made = [
    "The numbers are patients of 100 in a typical study. The range under a number is its 95 % interval: how far off the number may be, as far as the data tell.",
    ...rules,
    ...(extent === "whole" ? model : []),
  ];
  return (
    <section id="method">
      <h2>Methods and review</h2>
      <Fold id="method-each" title="What was looked for, the model, who reviewed it">
        <p>{[published, lookedFor, found].filter((text) => text !== "").join(" ")}</p>
        <p>{made.join(" ")}</p>
        <p>{answer.review.statement}</p>
      </Fold>
    </section>
  );
}

interface CitationProps {
  citation: string;
  /** For a citation manager; `null` where there is none. */
  ris: string | null;
  files: readonly { readonly text: string; readonly href: string }[];
  answer: { readonly dataDate: string; readonly answerVersion: string };
}

/** The citation has the address of the page. */
export function HowToCite({ citation, ris, files, answer }: CitationProps) {
  return (
    <section id="take">
      <h2>How to cite</h2>
      <p>
        {citation}{" "}
        {ris && (
          <a class="screen" href={ris}>
            for a citation manager (RIS)
          </a>
        )}
      </p>
      <ul class="files">
        {files.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      <p class="printed">
        Data of {dateText(answer.dataDate)}, version {answer.answerVersion}.
      </p>
    </section>
  );
}
