/** The addresses that a report leads to: the same question with one thing changed, and its files. */
import { dataset } from "#core/dataset.ts";
import { filterNames } from "#core/question/parameter-values.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery, widened } from "#core/question/query-text.ts";
import type { ReportLinks } from "#presentation/report/report-parts.ts";
import { usualLanguage } from "#presentation/words/tag.ts";
import type { ReportForm } from "./report.ts";

/** Of what a page is asked for, what its address says. */
type PageForm = Pick<ReportForm, "extent" | "sorting" | "language">;

function at(path: string, ...parts: string[]): string {
  const asked = parts.filter(Boolean).join("&");
  return asked === "" ? path : `${path}?${asked}`;
}

function langOf(tag: string): string {
  return tag === usualLanguage ? "" : `lang=${tag}`;
}

export function reportPath(
  canonical: string,
  { extent, sorting, language }: PageForm,
  ...more: string[]
): string {
  const part = extent === "whole" ? "" : `part=${extent}`;
  const sort = sorting === "class" ? "" : `sort=${sorting}`;
  return at("/report", canonical, part, sort, langOf(language), ...more);
}

export function reportLinks(
  query: Query,
  canonical: string,
  form: PageForm & Pick<ReportForm, "own">,
): ReportLinks {
  const { own, language } = form;
  const lang = langOf(language);
  const changed = (change: Partial<Query>) =>
    at("/report", canonicalQuery({ ...query, ...change }, dataset), lang);
  const usual = { extent: "whole", sorting: "class", language } as const;
  return {
    classes: changed({ compare: usualDimension }),
    own,
    inLanguage: (tag) => reportPath(canonical, { ...form, language: tag }),
    extent: (extent) => reportPath(canonical, { ...usual, extent }),
    sorted: (sorting) => reportPath(canonical, { ...usual, sorting }),
    outcome: (id) => changed({ outcome: [id] }),
    without: (cohort) => changed({ exclude: [...query.exclude, cohort].sort() }),
    including(cohort, parameter) {
      if (query.exclude.includes(cohort)) {
        return changed({ exclude: query.exclude.filter((one) => one !== cohort) });
      }
      const name = filterNames.find((one) => one === parameter);
      return name === undefined ? null : changed(widened(name));
    },
    forest: (outcome, theme) =>
      at(
        "/v1/forest.svg",
        canonicalQuery({ ...query, outcome: [outcome] }, dataset),
        theme === "light" ? "" : `theme=${theme}`,
        lang,
      ),
    files: {
      products: changed({ compare: "product" }),
      csv: at("/v1/comparison.csv", canonical, lang),
      json: at("/v1/comparison.json", canonical, lang),
      brief: at("/v1/brief.html", canonical, lang),
      plain: at("/v1/brief.html", canonical, "depth=generalist", lang),
      qr: at("/qr.svg", canonical),
      ris: at("/report.ris", canonical),
      compare: at("/embed", canonical, lang),
      error: `${at("/about", canonical && `question=${encodeURIComponent(canonical)}`)}#report`,
    },
  };
}
