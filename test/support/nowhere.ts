/** What holds a view that is drawn as text, where nothing has the focus. */
export const nowhere = {
  getRootNode: () => ({ activeElement: null }),
  querySelector: () => null,
} as unknown as HTMLElement;
