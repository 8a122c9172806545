/** Codes with values, of which `presentation/words` makes texts. */
export type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** The values of a code that needs none. */
export type None = unknown;

/** Describes a union with one member for each code, with the values of the code. */
export type Coded<Values> = {
  [Code in keyof Values]: Frozen<{ code: Code } & Values[Code]>;
}[keyof Values];
