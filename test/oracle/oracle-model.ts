import { type GenericSchema, parse } from "valibot";

/** Computes the figures of one kind of fixture. */
export interface OracleModel {
  /**
   * Returns the figures under the field names of the fixtures.
   *
   * @throws ValiError for an input or option the model does not know.
   */
  readonly compute: (input: unknown, options: unknown) => unknown;
}

/**
 * Creates a model that checks its input and options first. The schemas are strict: if an option
 * were ignored, the result would answer another question.
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
