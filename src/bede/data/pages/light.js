"use strict";
/* What belongs together lights up together: all parts that share a claim (data-c), or somebody or
   something named (data-e). */
document.documentElement.classList.add("js");
const parts = new Map();
const keysOf = (part) => [part.dataset.c, part.dataset.e].filter(Boolean).join(" ").split(" ");
for (const part of document.querySelectorAll("[data-c], [data-e]"))
  for (const key of keysOf(part)) {
    if (!parts.has(key)) parts.set(key, []);
    parts.get(key).push(part);
  }
let lit = [];
const light = (target) => {
  const part = target instanceof Element ? target.closest("[data-c], [data-e]") : null;
  for (const one of lit) one.classList.remove("on");
  lit = part ? (part.dataset.c ?? part.dataset.e).split(" ").flatMap((key) => parts.get(key) ?? []) : [];
  for (const one of lit) one.classList.add("on");
};
/* Escape puts out the light, and hides what a page shows beside words that are pointed at (`quiet`). */
const quiet = (is) => document.documentElement.classList.toggle("quiet", is);
for (const event of ["pointerover", "focusin"])
  document.addEventListener(event, ({ target }) => { quiet(false); light(target); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape") { light(null); quiet(true); } });
