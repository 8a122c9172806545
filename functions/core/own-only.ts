/**
 * The same properties on an object that has no others. Some pages add properties to the prototype of
 * all objects, and the platform would read them as options that were not given.
 */
export const ownOnly = <const T extends object>(options: T): T => ({ __proto__: null, ...options });
