/* Filters, keys, and cards that open when they are led to. The page reads without any of it. */
{
  const form = document.querySelector(".filters");
  const cards = [...document.querySelectorAll(".k")];
  const marks = [...document.querySelectorAll("main [data-c]:not(.k)")];
  const output = form.querySelector("output");
  const lists = [...form.querySelectorAll("select")];
  if (matchMedia("(max-width: 64rem)").matches)
    for (const one of document.querySelectorAll(".tools")) one.open = false;
  const words = (card, name) => (card.dataset[name] ?? "").split(" ");

  const filter = () => {
    const verdicts = new Set([...form.querySelectorAll("[name=verdict]:checked")].map((box) => box.value));
    const wanted = lists.filter((list) => list.value).map((list) => [list.name === "rule" ? "r" : "n", list.value]);
    const shown = new Set();
    for (const card of cards) {
      const fits = verdicts.has(card.dataset.v) && wanted.every(([name, key]) => words(card, name).includes(key));
      card.hidden = !fits;
      if (fits) shown.add(card.dataset.c);
    }
    const all = shown.size === cards.length;
    for (const mark of marks)
      mark.classList.toggle("off", !all && !mark.dataset.c.split(" ").some((key) => shown.has(key)));
    output.textContent = all ? "" : `${shown.size} of ${cards.length} shown.`;
  };
  form.addEventListener("change", (event) => { if (event.target.name !== "keys") filter(); });
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());

  const open = (target) => {
    const card = target?.closest(".k");
    if (!card) return;
    if (card.hidden) { form.reset(); filter(); }
    card.querySelector("details").open = true;
  };
  const led = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    open(target);
    target?.scrollIntoView({ block: "nearest" });
  };
  addEventListener("hashchange", led);
  if (location.hash) led();
  addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("main details")) one.open = true; });

  let at = null;
  const go = (some, step) => {
    const visible = some.filter((card) => !card.hidden);
    if (!visible.length) return;
    const place = visible.indexOf(at);
    at = visible[place < 0 ? (step > 0 ? 0 : visible.length - 1) : (place + step + visible.length) % visible.length];
    open(at);
    at.querySelector("summary").focus({ preventScroll: true });
    at.scrollIntoView({ block: "center" });
  };
  const faults = cards.filter((card) => card.querySelector(".told"));
  const turns = {
    n: () => go(faults, 1), p: () => go(faults, -1), j: () => go(cards, 1), k: () => go(cards, -1),
    t: () => {
      const card = document.activeElement.closest(".k");
      const other = card ? document.getElementById(`c${card.dataset.c}`) : document.querySelector(document.activeElement.getAttribute("href")?.match(/^#k[\w-]+$/)?.[0] ?? "none")?.querySelector("summary");
      if (card === null) open(other);
      other?.focus();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !form.elements.keys.checked) return;
    if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
    if (turns[event.key]) { event.preventDefault(); turns[event.key](); }
  });
}
