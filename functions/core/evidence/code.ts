/** Codes with values, of which `presentation/words` makes texts. */
export type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** Stands for the values of a code that needs no values. */
export type None = unknown;

/** Makes a union with one member for each code, which holds the code and the values of that code. */
export type Coded<Values> = {
  [Code in keyof Values]: Frozen<{ code: Code } & Values[Code]>;
}[keyof Values];
