/** The parameters of a resource in its operation, made from what it takes. */
import { usualDimension } from "#core/question/parameters.ts";
import { classesOrProducts, type ParseOptions } from "#core/question/parse-query.ts";
import type { Words } from "../http/closed-parameters.ts";
import {
  dataWord,
  listedAt,
  type Parameter,
  questionParameter,
  questionParameters,
  type Reference,
  sharedParameterDescriptions,
  withPlace,
} from "./question-parameters.ts";

/** What a resource can be asked. */
export interface Takes {
  /** One of a list, in the path. */
  member?: { name: string; listed: string; words: readonly string[] };
  /** Own parameters with one word of a list. */
  words?: Words;
  /** Those of them without which there is no answer. */
  needed?: readonly string[];
  question?: Pick<ParseOptions, "onlyClasses"> & {
    /** The question names exactly one of these. */
    outcomes?: readonly { id: string }[];
  };
  /** The date of the data of a link. */
  linkDate?: true;
}

/** What own parameters mean; with the address that lists the values of one whose values are data. */
export type OwnTexts = Readonly<Record<string, string | { text: string; listed: string }>>;

/** @throws Error if it says of an own parameter nowhere what it means */
export function parametersOf(
  { member, words = {}, needed = [], question, linkDate }: Takes,
  own: OwnTexts,
): readonly (Parameter | Reference)[] {
  return [
    ...(member ? [inPath(member, own)] : []),
    ...Object.entries(words).map(([name, values]) =>
      closed(name, values, own, needed.includes(name)),
    ),
    ...(question ? ofQuestion(question) : []),
    ...(linkDate ? [dateOfLink] : []),
  ];
}

function ofQuestion({
  onlyClasses = false,
  outcomes,
}: NonNullable<Takes["question"]>): readonly (Parameter | Reference)[] {
  const references = Object.keys(questionParameters).map((name) => ({
    name,
    $ref: `#/components/parameters/${name}`,
  }));
  return references.flatMap(({ name, ...reference }): (Parameter | Reference)[] => {
    if (name === "outcome" && outcomes) return [oneOf(outcomes)];
    if (name !== "compare" || !onlyClasses) return [reference];
    return onlyClasses === "or-products" ? [classesOrProductsParameter] : [];
  });
}

const classesOrProductsParameter: Parameter = {
  ...questionParameter("compare"),
  schema: { type: "string", enum: [...classesOrProducts], default: usualDimension },
};

function oneOf(outcomes: readonly { id: string }[]): Parameter {
  return {
    name: "outcome",
    in: "query",
    description: withPlace("Exactly one outcome.", listedAt.outcome),
    required: true,
    schema: dataWord(outcomes.map(({ id }) => id)),
  };
}

/** With one word of a list: a closed one, or one of the data. */
function closed(
  name: string,
  values: readonly string[],
  own: OwnTexts,
  required: boolean,
): Parameter {
  const { text, listed } = textOf(name, own);
  return {
    name,
    in: "query",
    description: listed === undefined ? text : withPlace(text, listed),
    ...(required ? { required } : {}),
    schema: listed === undefined ? { type: "string", enum: [...values] } : dataWord(values),
  };
}

function inPath({ name, listed, words }: NonNullable<Takes["member"]>, own: OwnTexts): Parameter {
  return {
    name,
    in: "path",
    description: withPlace(textOf(name, own).text, listed),
    required: true,
    schema: dataWord(words),
  };
}

function textOf(name: string, own: OwnTexts): { text: string; listed: string | undefined } {
  const text = own[name] ?? sharedParameterDescriptions[name];
  if (text === undefined) throw new Error(`the parameter ${name} is not described`);
  return typeof text === "string" ? { text, listed: listedAt[name] } : text;
}

/** Taken by pages and the comparison, and never computed with. */
const dateOfLink: Parameter = {
  name: "data",
  in: "query",
  description:
    "The date of the data that a link was made with. Never computed with: a page says if its data are newer.",
  schema: { type: "string", format: "date" },
};
