"use strict";
(() => {
  document.documentElement.classList.add("js");
  const buttons = [...document.querySelectorAll(".filter")];
  const box = document.querySelector(".search input");
  const products = [...document.querySelectorAll(".product")];
  const nothing = document.querySelector(".nothing");
  const show = () => {
    const state = buttons.find((b) => b.getAttribute("aria-pressed") === "true").dataset.filter;
    const words = box.value.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    let any = false;
    for (const product of products) {
      const named = words.every((word) => product.dataset.search.includes(word));
      let some = false;
      for (const photo of product.querySelectorAll(".photo")) {
        photo.hidden = !(named && (!state || photo.dataset.state === state));
        some = some || !photo.hidden;
      }
      product.hidden = !some;
      any = any || some;
    }
    nothing.hidden = any;
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      show();
    });
  }
  box.addEventListener("input", show);
})();
