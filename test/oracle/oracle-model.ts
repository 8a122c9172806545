import type { GenericSchema } from "valibot";
import { parse } from "valibot";

/** How the figures of one kind of fixture are computed. */
export interface OracleModel {
  /**
   * The figures under the names the fixtures give them.
   *
   * @throws ValiError for an input or option the model does not know.
   */
  readonly compute: (input: unknown, options: unknown) => unknown;
}

/**
 * A model whose input and options are checked first. Schemas are strict: an option nobody reads
 * would be an answer to another question.
 */
export function oracleModel<Input, Options>(
  input: GenericSchema<unknown, Input>,
  options: GenericSchema<unknown, Options>,
  compute: (input: Input, options: Options) => unknown,
): OracleModel {
  return {
    compute: (givenInput, givenOptions) =>
      compute(parse(input, givenInput), parse(options, givenOptions)),
  };
}
