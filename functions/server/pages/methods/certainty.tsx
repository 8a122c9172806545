/** The rules of certainty as a table. Every number is read from the rules; none is typed here. */
import { rules } from "#core/comparison/certainty-rules.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Columns } from "../html/parts.tsx";

type Rule = keyof typeof rules;

/** The page is in English only. */
const { numbers } = catalogue.screen;

function share(value: number): string {
  return `${numbers.fixed(value * 100)} %`;
}

/** When each rule applies; a rule without words does not compile. */
const words: { readonly [Name in Rule]: (limit: number) => string } = {
  minimumCohorts: (least) => `fewer than ${least} trials in a class`,
  minimumPatients: (least) => `fewer than ${least} patients in a class, or an unknown number`,
  widestInterval: (points) => `interval of the difference wider than ${points} points`,
  meaningfulDifference: (points) =>
    `interval of the difference that reaches beyond −${points} and beyond +${points} points`,
  rare: (part) => `a harm that ${share(part)} of the patients of a class had, or fewer`,
  widestRatio: (fold) =>
    `upper end of the odds ratio of a rare harm more than ${fold} times the lower`,
  largestTau: (tau) => `spread between the trials of a class (τ, logit scale) above ${tau}`,
  priorLinesApart: (lines) => `medians of prior lines ${lines} or more apart between the classes`,
  followUpRatio: (ratio) =>
    `median follow-up of one class more than ${ratio} times that of the other, where events accumulate`,
  largestUnknownFollowUp: (part) =>
    `follow-up unknown for more than ${share(part)} of the patients of a class, where events accumulate`,
  leastShare: (part) => `pooled trials hold less than ${share(part)} of the patients of a class`,
  wholeShare: (part) => `pooled trials hold less than ${share(part)} of the patients of a class`,
  largestMissing: (part) =>
    `a product with ${share(part)} or more of the patients of a class is missing`,
  leastAfterBcma: (least) => `fewer than ${least} trials in a class, after BCMA-directed therapy`,
};

/** What follows, where it is not that certainty is very low. */
const effects: Partial<Readonly<Record<Rule, string>>> = {
  rare: "rare: see the next line",
  leastShare: "no difference shown",
  wholeShare: "the row says how much, and certainty is very low",
  largestMissing: "no difference shown",
  leastAfterBcma: "no number for either class",
};

/** Rules that are yes or no. */
const others = [
  "one product or one company in a class",
  "trials of the late and the early setting in one row",
  "different kinds of denominators, such as treated and randomised patients",
  "different definitions of the outcome, or scales of its grades",
  "patients after BCMA therapy beside patients without it",
];

const ruleNames = Object.keys(rules) as Rule[];

export function CertaintyTable() {
  return (
    <table>
      <Columns names={["If", "Then"]} />
      <tbody>
        {ruleNames.map((name) => (
          <tr key={name} id={`rule-${name}`}>
            <td>{words[name](rules[name])}</td>
            <td>{effects[name] ?? "very low"}</td>
          </tr>
        ))}
        {others.map((condition) => (
          <tr key={condition}>
            <td>{condition}</td>
            <td>very low</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
