/* Zoom, move and filter a picture of relations; who is pointed at stands out with all to whom lines lead. */
for (const figure of document.querySelectorAll(".rel")) {
  const view = figure.querySelector(".rel-view"), svg = view.querySelector("svg");
  const [width, height] = svg.dataset.size.split(" ").map(Number);
  const nodes = [...svg.querySelectorAll(".n")], edges = [...svg.querySelectorAll(".r")], words = [...svg.querySelectorAll(".w")];
  const ends = edges.map((edge) => edge.dataset.ends.split(" ").map(Number));
  const lines = nodes.map(() => []);
  ends.forEach((pair, place) => pair.forEach((node) => lines[node].push(place)));

  let zoom = 1;
  const scale = (to, x = view.clientWidth / 2, y = view.clientHeight / 2) => {
    const before = zoom, box = svg.getBoundingClientRect(), frame = view.getBoundingClientRect();
    const left = frame.left + x - box.left, top = frame.top + y - box.top;
    zoom = Math.min(4, Math.max(0.2, to));
    svg.setAttribute("width", width * zoom);
    svg.setAttribute("height", height * zoom);
    const now = svg.getBoundingClientRect();
    view.scrollBy(now.left + (left * zoom) / before - frame.left - x, now.top + (top * zoom) / before - frame.top - y);
  };
  const whole = () => Math.min(view.clientWidth / width, (Math.min(innerHeight * 0.82, 800)) / height);
  /* All of it if the names can be read then; else a part, around who is best connected. */
  const begin = () => {
    if (!view.clientWidth) return;
    scale(Math.min(1.25, Math.max(0.82, whole())));
    const first = nodes[0]?.getBoundingClientRect(), frame = view.getBoundingClientRect();
    if (first) view.scrollBy(first.left + first.width / 2 - frame.left - frame.width / 2, first.top + first.height / 2 - frame.top - frame.height / 2);
  };
  const turns = { in: () => scale(zoom * 1.3), out: () => scale(zoom / 1.3), all: () => scale(Math.min(1.25, whole())) };
  for (const button of figure.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => turns[button.dataset.zoom]());
  view.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const turn = { "+": "in", "=": "in", "-": "out", 0: "all" }[event.key];
    if (turn) { event.preventDefault(); turns[turn](); }
  });
  view.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const frame = view.getBoundingClientRect();
    scale(zoom * Math.exp(-event.deltaY / 300), event.clientX - frame.left, event.clientY - frame.top);
  }, { passive: false });
  let held = null, dragged = false;
  view.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (event.pointerType === "mouse" && event.button === 0) held = [event.clientX, event.clientY, view.scrollLeft, view.scrollTop];
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y, left, top] = held;
    if (Math.abs(event.clientX - x) + Math.abs(event.clientY - y) > 4) { dragged = true; view.classList.add("grab"); }
    if (dragged) view.scrollTo(left - event.clientX + x, top - event.clientY + y);
  });
  addEventListener("pointerup", () => { held = null; view.classList.remove("grab"); });
  view.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
  view.addEventListener("dragstart", (event) => event.preventDefault());

  const tell = (target) => {
    for (const one of [...nodes, ...edges, ...words]) one.classList.remove("told");
    const node = target?.closest?.(".n"), edge = target?.closest?.(".r");
    const some = node ? lines[nodes.indexOf(node)] : edge ? [edges.indexOf(edge)] : null;
    svg.classList.toggle("lit", some !== null);
    if (some === null) return;
    node?.classList.add("told");
    for (const place of some) {
      if (edges[place].classList.contains("gone")) continue;
      edges[place].classList.add("told");
      words[place].classList.add("told");
      for (const end of ends[place]) nodes[end].classList.add("told");
    }
  };
  svg.addEventListener("pointerover", (event) => { if (!held) tell(event.target); });
  svg.addEventListener("pointerleave", () => tell(null));
  svg.addEventListener("focusin", (event) => tell(event.target));
  svg.addEventListener("focusout", () => tell(null));
  figure.addEventListener("keydown", (event) => { if (event.key === "Escape") tell(null); });

  const yearName = (year) => (year > 99 ? `${year}` : year > 0 ? `AD ${year}` : `${1 - year} BC`);
  const range = figure.querySelector("[type=range]"), output = figure.querySelector("output");
  const boxes = [...figure.querySelectorAll("[type=checkbox]")];
  const filter = () => {
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
    const hidden = nodes.map((node) => off.has(node.classList[1].slice(2)) || (off.has("unknown") && node.classList.contains("unknown")));
    const late = range && +range.value < +range.max ? +range.value : Infinity;
    const shown = edges.map((edge, place) => !(hidden[ends[place][0]] || hidden[ends[place][1]] || (off.has("reference") && edge.classList.contains("r-reference")) || +(edge.dataset.y ?? -Infinity) > late));
    edges.forEach((edge, place) => { edge.classList.toggle("gone", !shown[place]); words[place].classList.toggle("gone", !shown[place]); });
    nodes.forEach((node, place) => node.classList.toggle("gone", hidden[place] || !lines[place].some((line) => shown[line])));
    if (output) output.textContent = yearName(+range.value);
  };
  figure.addEventListener("input", filter);
  const list = figure.querySelector("details");
  const led = () => { const target = document.getElementById(location.hash.slice(1)); if (target && list.contains(target)) { list.open = true; target.scrollIntoView({ block: "nearest" }); } };
  addEventListener("hashchange", led);
  begin();
}
