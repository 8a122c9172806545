/** Codes with values, of which `presentation/words` makes texts. */
export type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** A code that says all by itself. */
export type None = unknown;

/** One member for each code, from the values that stand with it. */
export type Coded<Values> = {
  [Code in keyof Values]: Frozen<{ code: Code } & Values[Code]>;
}[keyof Values];
