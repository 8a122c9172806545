/**
 * Describes the parameters of a resource in OpenAPI form. Parameters of a question come from the table that also reads
 * them, parameters of the resource from their words.
 */
import type { JsonSchema } from "@valibot/to-json-schema";
import { dataset } from "#core/dataset.ts";
import { cutPattern, dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { isDependentField } from "#core/question/following.ts";
import { collectAllowedWordsByField, lookUpParameter } from "#core/question/parameter-values.ts";
import {
  type ParameterName,
  parameterNames,
  parameters,
  unrestricted,
  usualDimension,
} from "#core/question/parameters.ts";
import { classesOrProducts, type ParseOptions } from "#core/question/parse-query.ts";
import {
  formatEachParameter as defaultTexts,
  makeDefaultQueryForOutcomes,
} from "#core/question/query-text.ts";
import { rangePattern } from "#core/question/range.ts";
import { versionForm } from "#data/recall.ts";
import { kebabCase } from "#data/schema/common.ts";
import { parameterWords } from "#presentation/words/parameter-words.ts";
import type { Words } from "../http/closed-parameters.ts";

export interface Reference {
  $ref: string;
}

export interface ParameterDescription {
  name: string;
  in: "query" | "path" | "header";
  description: string;
  required?: boolean;
  style?: "form";
  explode?: false;
  schema: JsonSchema;
}

/** Names the resource that lists the values of a parameter if these are data. */
const listedAt: Readonly<Record<string, string>> = {
  exclude: "/v1/cohorts",
  product: "/v1/products",
  outcome: "/v1/outcomes",
  set: "/v1/choices",
};

/** Returns the description of a parameter whose values are data, with the resource that lists them. */
function addValuesAddress(description: string, place: string | undefined): string {
  const from = place === undefined ? "" : ` Values come from \`${place}\`.`;
  return `${description}${from} Later data may add values.`;
}

const words = collectAllowedWordsByField(dataset);
const defaults = defaultTexts(makeDefaultQueryForOutcomes({ outcome: [] }));

/**
 * Matches a range, which has at least one end, or the word that removes a limit. A pattern cannot check that the lower
 * end comes first.
 */
const rangeText = `^(?:${unrestricted}|(?!-$)${rangePattern.source.replace(/^\^|\$$/g, "")})$`;

/** Matches a dimension: a name, or a name with the number at which a median divides the cohorts. */
const dimensionPattern = `^(?:${[usualDimension, ...dimensionNames].join("|")}|(?:${Object.keys(thresholdExamples).join("|")}):${cutPattern.source})$`;

/** Describes a word of the data. The present words are examples, because the next release may add others. */
function makeDataWordSchema(values: readonly string[]): JsonSchema {
  return { type: "string", pattern: kebabCase.source, examples: [...values] };
}

export function makeQuestionParameter(name: ParameterName): ParameterDescription {
  const { form } = parameters[name];
  const description = parameterWords[name].description;
  return {
    name,
    in: "query",
    description: hasDataWords(name) ? addValuesAddress(description, listedAt[name]) : description,
    ...(form === "list" ? { style: "form", explode: false } : {}),
    schema: makeParameterSchema(name),
  };
}

/** Tells whether the evidence may add words to a parameter. */
function hasDataWords(name: ParameterName): boolean {
  const { form, words } = lookUpParameter(name);
  return typeof words === "function" && form !== "dimension";
}

function makeParameterSchema(name: ParameterName): JsonSchema {
  const values = [...words[name]];
  const initial = defaults[name];
  const word: JsonSchema = hasDataWords(name)
    ? makeDataWordSchema(values)
    : { type: "string", enum: values };
  switch (parameters[name].form) {
    case "choice":
      return {
        ...word,
        ...(initial === null || isDependentField(name) ? {} : { default: initial }),
      };
    case "list":
      return {
        type: "array",
        items: word,
        minItems: 1,
        ...(name === "outcome" ? { default: ["summary"] } : {}),
        ...(initial === null || isDependentField(name) ? {} : { default: initial.split(",") }),
      };
    case "range":
      return { type: "string", pattern: rangeText, examples: values };
    case "dimension":
      return {
        type: "string",
        pattern: dimensionPattern,
        default: usualDimension,
        examples: values,
      };
  }
}

/** Describes all parameters by name, in canonical order. */
export const questionParameters: Readonly<Record<string, ParameterDescription>> =
  Object.fromEntries(parameterNames.map((name) => [name, makeQuestionParameter(name)]));

export interface Takes {
  /** The path contains one of these words. */
  member?: { name: string; listAddress: string; words: readonly string[] };
  /** Lists parameters of the resource, each with the words that it allows. */
  words?: Words;
  /** Lists the required parameters. */
  required?: readonly string[];
  question?: Pick<ParseOptions, "onlyClasses"> & {
    /** The question must name exactly one of these outcomes. */
    outcomes?: readonly { id: string }[];
  };
  /** It is true if the resource accepts the version of the data of a link. */
  linkData?: true;
}

export type ParameterMeanings = Readonly<Record<string, string>>;

/**
 * Returns descriptions of all parameters of a resource: that of its path, its own, those of the question and that of a
 * link.
 *
 * @throws Error if a parameter of the resource has no meaning
 */
export function listResourceParameters(
  { member, words = {}, required = [], question, linkData }: Takes,
  texts: ParameterMeanings,
): readonly (ParameterDescription | Reference)[] {
  return [
    ...(member
      ? [
          makeWordParameter(
            { ...requireParameterMeaning(member.name, texts), ...member, in: "path" },
            true,
          ),
        ]
      : []),
    ...Object.entries(words).map(([name, values]) =>
      makeWordParameter(
        { ...requireParameterMeaning(name, texts), name, in: "query", words: values },
        required.includes(name),
      ),
    ),
    ...(question
      ? Object.keys(questionParameters).flatMap((name) =>
          listQuestionParameterIfTaken(name, question),
        )
      : []),
    ...(linkData ? [dataOfLink] : []),
  ];
}

function listQuestionParameterIfTaken(
  name: string,
  { onlyClasses = false, outcomes }: NonNullable<Takes["question"]>,
): (ParameterDescription | Reference)[] {
  if (name === "outcome" && outcomes) {
    const words = outcomes.map(({ id }) => id);
    const listAddress = listedAt[name];
    return [
      makeWordParameter(
        { name, in: "query", text: "Exactly one outcome.", listAddress, words },
        true,
      ),
    ];
  }
  if (name !== "compare" || !onlyClasses) return [{ $ref: `#/components/parameters/${name}` }];
  return onlyClasses === "or-products" ? [classesOrProductsParameter] : [];
}

const classesOrProductsParameter: ParameterDescription = {
  ...makeQuestionParameter("compare"),
  schema: { type: "string", enum: [...classesOrProducts], default: usualDimension },
};

interface Worded extends Pick<ParameterDescription, "name" | "in"> {
  text: string;
  /** This resource lists the words if they are data. */
  listAddress: string | undefined;
  words: readonly string[];
}

/** Describes a parameter whose value is a word: of a closed list, or of the data. */
function makeWordParameter(
  { name, in: place, text, listAddress, words }: Worded,
  required: boolean,
): ParameterDescription {
  return {
    name,
    in: place,
    description: listAddress === undefined ? text : addValuesAddress(text, listAddress),
    ...(required ? { required } : {}),
    schema:
      listAddress === undefined ? { type: "string", enum: [...words] } : makeDataWordSchema(words),
  };
}

function requireParameterMeaning(
  name: string,
  texts: ParameterMeanings,
): Pick<Worded, "text" | "listAddress"> {
  const text = texts[name];
  if (text === undefined) throw new Error(`the parameter ${name} is not described`);
  return { text, listAddress: listedAt[name] };
}

/** Pages and the comparison accept this parameter, but no number depends on it. */
const dataOfLink: ParameterDescription = {
  name: "data",
  in: "query",
  description:
    "The version of the data that a link was made with. Never computed with: a page says if its data are others, and if those of the link were withdrawn.",
  schema: { type: "string", pattern: versionForm.source },
};
