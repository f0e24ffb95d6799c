"use strict";
// A record and its words in the text light up together, whether one points, tabs or clicks.
(() => {
  const pieces = [...document.querySelectorAll("[data-evidence]")];
  const records = [...document.querySelectorAll("[data-record]")];
  const byId = new Map(records.map((record) => [record.dataset.record, record]));
  const has = (piece, name, id) => (" " + (piece.dataset[name] || "") + " ").includes(" " + id + " ");
  let lit = [];

  const clear = () => {
    for (const element of lit) element.classList.remove("on-anchor", "on-argument", "on-evidence", "on");
    lit = [];
  };
  const add = (element, name) => {
    element.classList.add(name);
    lit.push(element);
  };
  const light = (ids) => {
    clear();
    for (const id of ids) {
      const record = byId.get(id);
      if (record) add(record, "on");
      if (record && record.dataset.from && byId.has(record.dataset.from)) add(byId.get(record.dataset.from), "on");
      for (const piece of pieces) {
        for (const part of ["anchor", "argument", "evidence"]) if (has(piece, part, id)) add(piece, "on-" + part);
      }
    }
  };
  const idsOf = (piece) => (piece.dataset.anchor || "").split(" ").filter(Boolean);

  for (const record of records) {
    const show = () => light([record.dataset.record]);
    record.addEventListener("mouseenter", show);
    record.addEventListener("focusin", show);
    record.addEventListener("mouseleave", clear);
    record.addEventListener("focusout", clear);
    const jump = () => {
      const spot = document.getElementById("t-" + record.dataset.record);
      const first = spot || pieces.find((piece) => has(piece, "evidence", record.dataset.record));
      if (first) first.scrollIntoView({ block: "center" });
    };
    record.addEventListener("click", (event) => { if (!event.target.closest("a")) jump(); });
    record.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === record) jump(); });
  }
  for (const piece of pieces) {
    if (!piece.matches("a")) continue;
    const show = () => light(idsOf(piece));
    piece.addEventListener("mouseenter", show);
    piece.addEventListener("focus", show);
    piece.addEventListener("mouseleave", clear);
    piece.addEventListener("blur", clear);
    piece.addEventListener("click", (event) => {
      const record = byId.get(idsOf(piece)[0]);
      if (!record) return;
      event.preventDefault();
      record.scrollIntoView({ block: "center" });
      record.focus({ preventScroll: true });
    });
  }
  for (const key of document.querySelectorAll("[data-table]")) {
    key.addEventListener("click", () => {
      const off = key.getAttribute("aria-pressed") === "true";
      key.setAttribute("aria-pressed", String(!off));
      document.body.classList.toggle("no-" + key.dataset.table, off);
    });
  }
})();
