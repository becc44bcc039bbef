/* Zoom, move and filter a timeline. The days are shares of the width: to zoom is to widen, and only the
   ticks that are seen are drawn anew. */
for (const figure of document.querySelectorAll(".tl")) {
  const view = figure.querySelector(".tl-view");
  const [axis, days] = figure.querySelectorAll("svg.tl-days");
  const ticks = axis.querySelector(".ticks"), grids = days.querySelector(".grids");
  const first = +figure.dataset.first, whole = +figure.dataset.last + 1 - first;
  const [low, high] = figure.dataset.view.split(" ").map(Number);
  const names = figure.querySelector(".tl-names");
  const widest = 4e6;
  let zoom = 1;
  const room = () => view.clientWidth - names.offsetWidth;
  const wide = () => days.getBoundingClientRect().width;
  const base = () => wide() / zoom;

  /* Richards 2013, as in bede/chronology/calendar.py: Julian Day Number to Gregorian date and back. */
  const dateOf = (day) => {
    let f = day + 1401 + Math.floor((Math.floor((4 * day + 274277) / 146097) * 3) / 4) - 38;
    const e = 4 * f + 3, h = 5 * Math.floor((((e % 1461) + 1461) % 1461) / 4) + 2;
    const month = ((Math.floor(h / 153) + 2) % 12) + 1;
    return [Math.floor(e / 1461) - 4716 + Math.floor((14 - month) / 12), month, Math.floor((h % 153) / 5) + 1];
  };
  const dayOf = (year, month, day) => {
    const early = month < 3 ? 1 : 0, y = year + 4800 - early, m = month + 12 * early - 3;
    return day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) - 32045;
  };
  const yearName = (year) => (year > 99 ? `${year}` : year > 0 ? `AD ${year}` : `${1 - year} BC`);
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const seen = (from, to, perDay) => {
    const found = [], room = 84 / perDay;
    const dayStep = [1, 2, 7].find((n) => n >= room);
    const monthStep = [1, 3, 6].find((n) => n * 30.44 >= room);
    if (dayStep) {
      for (let day = Math.floor(from / dayStep) * dayStep; day <= to; day += dayStep) {
        const [y, m, d] = dateOf(day);
        found.push([day, `${d} ${months[m - 1]} ${yearName(y)}`]);
      }
    } else if (monthStep) {
      const [y, m] = dateOf(Math.floor(from));
      for (let n = Math.floor((y * 12 + m - 1) / monthStep) * monthStep; ; n += monthStep) {
        const year = Math.floor(n / 12), month = n - year * 12, day = dayOf(year, month + 1, 1);
        if (day > to) break;
        found.push([day, `${months[month]} ${yearName(year)}`]);
      }
    } else {
      const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].find((n) => n * 365.25 >= room) ?? 5000;
      for (let y = Math.floor(dateOf(Math.floor(from))[0] / step) * step; ; y += step) {
        const told = y <= 0 && step > 1 ? y + 1 : y, day = dayOf(told, 1, 1);
        if (day > to) break;
        found.push([day, yearName(told)]);
      }
    }
    return found;
  };
  const made = (name, values, text) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(values)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const rule = () => {
    const width = wide(), perDay = width / whole;
    const from = first + view.scrollLeft / perDay - 100 / perDay, to = first + (view.scrollLeft + room()) / perDay + 100 / perDay;
    const height = days.getAttribute("height");
    keep();
    const lines = seen(Math.max(from, first), Math.min(to, first + whole), perDay).filter(([day]) => day >= first);
    ticks.replaceChildren(...lines.flatMap(([day, label]) => {
      const x = `${((day - first) / whole) * 100}%`;
      return [made("line", { class: "tick", x1: x, x2: x, y1: 18, y2: 24 }), made("text", { class: "year", x, dx: 3, y: 16 }, label)];
    }));
    grids.replaceChildren(...lines.map(([day]) => {
      const x = `${((day - first) / whole) * 100}%`;
      return made("line", { class: "grid", x1: x, x2: x, y1: 0, y2: height });
    }));
  };
  /* The names of offices stay in sight while any of the office does. */
  const labels = [...days.querySelectorAll("[data-within]")].map((text) => [text, ...text.dataset.within.split(" ").map(Number)]);
  const keep = () => {
    const width = wide(), left = view.scrollLeft / width;
    for (const [text, from, to] of labels)
      text.setAttribute("x", `${100 * (left <= from || left >= to ? from : Math.max(from, Math.min(left, to - Math.min(text.textContent.length * 6.5 / width, to - from))))}%`);
  };
  let waiting = 0;
  const soon = () => { if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; rule(); }); };
  const scale = (wanted, at = room() / 2) => {
    const most = Math.max(1, Math.min(widest / base(), (whole * 120) / base()));
    const next = Math.min(most, Math.max(1, wanted));
    const share = (view.scrollLeft + at) / wide();
    zoom = next;
    figure.style.setProperty("--z", zoom);
    view.scrollLeft = share * wide() - at;
    rule();
  };
  const show = (from, to) => {
    scale((whole / Math.max(1, to - from)) * (room() / base()));
    view.scrollLeft = ((from - first) / whole) * wide();
    rule();
  };
  const turns = { in: () => scale(zoom * 1.6), out: () => scale(zoom / 1.6), all: () => scale(1), view: () => show(low, high) };
  figure.addEventListener("click", (event) => turns[event.target.closest("[data-zoom]")?.dataset.zoom]?.());
  view.addEventListener("scroll", soon, { passive: true });
  view.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    scale(zoom * Math.exp(-event.deltaY / 300), event.clientX - view.getBoundingClientRect().left - names.offsetWidth);
  }, { passive: false });
  view.addEventListener("keydown", (event) => {
    const key = { "+": "in", "=": "in", "-": "out", "0": "all" }[event.key];
    if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    turns[key]();
  });
  /* Fingers: two of them zoom. */
  const fingers = new Map();
  const spread = () => { const [a, b] = [...fingers.values()]; return Math.hypot(a.x - b.x, a.y - b.y); };
  let before = 0;
  view.addEventListener("pointerdown", (event) => { if (event.pointerType === "touch") fingers.set(event.pointerId, { x: event.clientX, y: event.clientY }); if (fingers.size === 2) before = spread(); });
  view.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size !== 2 || !before) return;
    const now = spread();
    scale((zoom * now) / before);
    before = now;
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) view.addEventListener(name, (event) => { fingers.delete(event.pointerId); before = 0; });
  /* Lanes of a kind come and go: names and days alike, and the rest moves up. */
  const rows = [...names.parentElement.parentElement.querySelectorAll(".tl-names li")];
  const lanes = [...days.querySelectorAll(".lane")];
  figure.addEventListener("change", () => {
    const kinds = new Set([...figure.querySelectorAll(".tl-tools input:checked")].map((box) => box.value));
    let gone = 0;
    lanes.forEach((lane, place) => {
      const kind = lane.classList[1].slice(2), row = rows[place];
      const shown = kinds.has(kind);
      lane.classList.toggle("gone", !shown);
      row.classList.toggle("gone", !shown);
      if (shown) lane.setAttribute("transform", `translate(0 ${-gone})`);
      else gone += parseFloat(row.style.height);
    });
    days.style.height = `${days.getAttribute("height") - gone}px`;
  });
  addEventListener("resize", soon);
  if (figure.offsetWidth) turns.view();
}
