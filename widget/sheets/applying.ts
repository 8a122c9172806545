/**
 * For a form whose button is a plain one: the Enter key in a field applies what was typed. Nothing is
 * ever submitted, because a frame with `sandbox="allow-scripts"` alone swallows a submission before the
 * form hears of it.
 */
export function applying(apply: () => void) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.isComposing) return;
      if (!(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      apply();
    },
  };
}
