/** The parameters of a question, in canonical order: in the URL, as attributes of the element, in permalinks. */
export const parameterNames = [
  "set",
  "outcome",
  "compare",
  "setting",
  "prior-lines",
  "age",
  "product",
  "availability",
  "therapy-class",
  "evidence",
  "regimen",
  "target",
  "dual-target",
  "prior-bcma",
  "doses",
  "phase",
  "region",
  "year",
  "min-n",
  "follow-up",
  "high-risk",
  "emd",
  "iss-3",
  "triple-refractory",
  "binding-domain",
  "costimulation",
  "vector",
  "expansion",
  "lymphodepletion",
  "exclude",
  "denominator",
  "definition",
  "cut",
  "sources",
  "overlap",
  "model",
  "interval",
  "tau",
] as const;

export type ParameterName = (typeof parameterNames)[number];

/** Those that do not choose cohorts, but how they are grouped, which of their figures count and how these are pooled. */
type AboutFigures =
  | "outcome"
  | "compare"
  | "denominator"
  | "definition"
  | "cut"
  | "sources"
  | "overlap"
  | "model"
  | "interval"
  | "tau";

/** Those that leave cohorts out. */
export type FilterName = Exclude<ParameterName, AboutFigures>;

/** `prior-bcma` → `priorBcma`: the name of a parameter as a property. */
export type PropertyName<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<PropertyName<Tail>>}`
  : Name;

export function propertyName<Name extends string>(name: Name): PropertyName<Name> {
  const camelCase = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return camelCase as PropertyName<Name>;
}
