"use strict";
document.documentElement.classList.add("js");
const parts = new Map();
for (const part of document.querySelectorAll("[data-c]"))
  for (const claim of part.dataset.c.split(" ")) {
    if (!parts.has(claim)) parts.set(claim, []);
    parts.get(claim).push(part);
  }
let lit = [];
const light = (target) => {
  const part = target instanceof Element ? target.closest("[data-c]") : null;
  for (const one of lit) one.classList.remove("on");
  lit = part ? part.dataset.c.split(" ").flatMap((claim) => parts.get(claim)) : [];
  for (const one of lit) one.classList.add("on");
};
document.addEventListener("pointerover", (event) => light(event.target));
document.addEventListener("focusin", (event) => light(event.target));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") light(null); });
