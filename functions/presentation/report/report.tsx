/** The report: everything behind an answer on one page that needs no script. */

import type { ComponentChildren } from "preact";
import { Blocks, ReferenceList } from "../brief/html-parts.tsx";
import { questionSection } from "../brief/question.ts";
import { type References, references } from "../brief/references.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { Compared } from "./compared.tsx";
import { Holds } from "./holds.tsx";
import { LeftOut } from "./left-out.tsx";
import { Outcomes } from "./outcomes.tsx";
import { Patients } from "./patients.tsx";
import type { ReportParts } from "./report-parts.ts";
import { InShort } from "./short.tsx";
import { Studies } from "./studies.tsx";
import { Subgroups } from "./subgroups.tsx";
import { Take } from "./take.tsx";

/** Every part of the page gets the same two. */
/** The parts of the page; each has an anchor of this name. */
type ReportSection = keyof Catalogue["report"]["headings"];

export interface Props {
  parts: ReportParts;
  words: Catalogue;
}

/** @param note Stands before everything else. */
export function Report({ parts, words, note }: Props & { note?: ComponentChildren }) {
  const { comparison, extent } = parts;
  const { report } = words;
  const whole = extent === "whole";
  const sources = references(words);
  const shown = sectionsOf(parts);
  return (
    <main class={`page text report ${extent}`}>
      {note}
      <header>
        <h1>{words.screen.title}</h1>
        <Blocks
          blocks={questionSection(comparison, "generalist", words).blocks}
          names={words.detail.abbreviations}
        />
      </header>
      {whole && (
        <nav aria-label={report.contents}>
          <ul>
            {shown.map((section) => (
              <li key={section}>
                <a href={`#${section}`}>{report.headings[section]}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown.map((section) => (
        <section key={section} id={section}>
          <h2>{report.headings[section]}</h2>
          {contentOf(section)}
        </section>
      ))}
    </main>
  );

  function contentOf(section: ReportSection) {
    switch (section) {
      case "short":
        return <InShort parts={parts} words={words} />;
      case "outcomes":
        return <Outcomes parts={parts} words={words} sources={sources} />;
      case "holds":
        return <Holds parts={parts} words={words} />;
      case "patients":
        return <Patients parts={parts} words={words} />;
      case "studies":
        return <Studies parts={parts} words={words} />;
      case "left-out":
        return <LeftOut parts={parts} words={words} />;
      case "subgroups":
        return <Subgroups parts={parts} words={words} />;
      case "compared":
        return <Compared parts={parts} words={words} />;
      case "references":
        return <Cited sources={sources} words={words} />;
      case "take":
        return <Take parts={parts} words={words} />;
    }
  }
}

/** Rendered after the outcomes, whose citations give each source its number. */
function Cited({ sources, words }: { sources: References; words: Catalogue }) {
  return <ReferenceList references={sources.all()} words={words.brief.references} />;
}

function sectionsOf({
  extent,
  sensitivity,
  comparison,
  subgroups,
  compared,
}: ReportParts): ReportSection[] {
  if (extent === "short") return ["short", "take"];
  const { included, excluded } = comparison.selection;
  const all: [ReportSection, boolean][] = [
    ["short", true],
    ["outcomes", true],
    ["holds", sensitivity !== null],
    ["patients", included.length > 0],
    ["studies", included.length > 0],
    ["left-out", excluded.length > 0],
    ["subgroups", subgroups.length > 0],
    ["compared", compared.length > 0],
    ["references", included.length > 0],
    ["take", true],
  ];
  return all.flatMap(([section, there]) => (there ? [section] : []));
}
