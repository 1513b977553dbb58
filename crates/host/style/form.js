// The order of questions, by mouse. All it does is fill in and send the form with the buttons that is there without it.
(() => {
  "use strict";

  const list = document.querySelector(".mp-questions");
  if (!list || list.children.length < 2) return;
  list.classList.add("mp-can-drag");

  const FAR = 6;
  const placeOf = (item) => [...list.children].indexOf(item);
  let drag = null;

  list.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    if (event.target.closest("a, button, input")) return;
    const item = event.target.closest(".mp-question");
    if (item) drag = { item, from: placeOf(item), next: item.nextElementSibling, y: event.clientY, moved: false };
  });
  document.addEventListener("selectstart", (event) => { if (drag) event.preventDefault(); });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    if (!drag.moved && Math.abs(event.clientY - drag.y) < FAR) return;
    drag.moved = true;
    drag.item.classList.add("mp-moving");
    event.preventDefault();
    const below = [...list.children].find((other) => {
      if (other === drag.item) return false;
      const box = other.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    });
    if (below !== drag.item.nextElementSibling) list.insertBefore(drag.item, below ?? null);
  });

  const stop = (keep) => {
    if (!drag) return;
    const { item, from, next } = drag;
    drag = null;
    item.classList.remove("mp-moving");
    const to = placeOf(item);
    if (!keep) list.insertBefore(item, next);
    if (!keep || to === from) return;
    const form = item.querySelector("form");
    for (const [name, value] of [["do", "move"], ["to", String(to)]]) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    }
    form.submit();
  };
  document.addEventListener("pointerup", () => stop(true));
  document.addEventListener("pointercancel", () => stop(false));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") stop(false); });
})();
