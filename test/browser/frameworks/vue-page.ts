/** A hospital's page that is written with Vue; the question is state of the page. */
import { createApp, h, ref } from "vue";

createApp({
  setup() {
    const lines = ref<string | undefined>("4-");
    const shown = ref(true);
    const heard = ref("");
    const button = (label: string, onClick: () => void) => h("button", { onClick }, label);
    return () => [
      button("Heavily treated", () => {
        lines.value = "6-";
      }),
      button("All of them", () => {
        lines.value = undefined;
      }),
      button("Show or hide", () => {
        shown.value = !shown.value;
      }),
      h("output", heard.value),
      shown.value
        ? h("myeloma-compare", {
            "prior-lines": lines.value,
            "onMyeloma-compare-change": ({ detail }: CustomEvent<{ query: string }>) => {
              heard.value = detail.query;
            },
          })
        : null,
    ];
  },
}).mount("#page");
