// The table of a day, by mouse and by arrow keys. All it does is fill in and send the forms that are there without it, and
// ask now and then whether somebody else has changed the draft.
(() => {
  "use strict";

  const planning = document.querySelector(".mp-planning");
  const table = planning?.querySelector(".mp-grid");
  if (!planning) return;

  const spoken = document.getElementById("spoken");
  const say = (text) => { if (spoken) spoken.textContent = text; };

  const minutes = (clock) => { const [hour, minute] = clock.split("."); return Number(hour) * 60 + Number(minute); };
  const two = (number) => String(number).padStart(2, "0");
  const clock = (at) => `${two(Math.floor(at / 60) % 24)}.${two(at % 60)}`;
  /** As people read it in their language; forms and cells always have the dot. */
  const read = (at) => clock(at).replace(".", planning.dataset.between);

  // ---- Somebody else -------------------------------------------------------------------------------------------------

  const EVERY = 10_000;
  const others = document.getElementById("others");
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(planning.dataset.ask, { redirect: "error", credentials: "same-origin" });
      if (!answer.ok) return;
      const { revision } = await answer.json();
      if (String(revision) !== planning.dataset.revision) {
        others.hidden = false;
        clearInterval(asking);
      }
    } catch { /* Asked again the next time. */ }
  };
  const asking = setInterval(ask, EVERY);

  if (!table) return;
  planning.classList.add("mp-can-drag");
  const keys = document.getElementById("keys");
  if (keys) keys.hidden = false;

  // ---- Where things are ----------------------------------------------------------------------------------------------

  const STEP = 5;
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, at: minutes(row.dataset.at) }));
  // After midnight the clock begins anew.
  rows.forEach((one, n) => { if (n > 0 && one.at < rows[n - 1].at) one.at += 24 * 60; });
  const rooms = [...table.tHead.querySelectorAll("th[data-room]")];
  const step = Number(planning.dataset.step);

  const timeAt = (y) => {
    const found = rows.find(({ row }) => y < row.getBoundingClientRect().bottom) ?? rows[rows.length - 1];
    const box = found.row.getBoundingClientRect();
    const part = Math.max(0, Math.min(1, (y - box.top) / box.height));
    const at = found.at + part * step;
    return Math.round(at / STEP) * STEP;
  };
  const roomAt = (x) => rooms.find((room) => {
    const box = room.getBoundingClientRect();
    return x >= box.left && x < box.right;
  });
  const topOf = (at) => {
    const found = rows.findLast((one) => one.at <= at) ?? rows[0];
    const box = found.row.getBoundingClientRect();
    return box.top + ((at - found.at) / step) * box.height;
  };

  /** What a cell holds: where it is, and how long. */
  const held = (cell) => {
    const from = minutes(cell.dataset.from);
    const to = minutes(cell.dataset.to);
    return { room: cell.dataset.room, from, to: to <= from ? to + 24 * 60 : to };
  };

  const send = (form, slot) => {
    form.elements.room.value = slot.room;
    form.elements.from.value = clock(slot.from);
    form.elements.to.value = clock(slot.to);
    let next = form.elements.next_day;
    if (slot.to >= 24 * 60 && !next) {
      next = document.createElement("input");
      Object.assign(next, { type: "hidden", name: "next_day", value: "yes" });
      form.append(next);
    } else if (slot.to < 24 * 60) {
      next?.remove();
    }
    if (!form.elements.do || form.elements.do instanceof RadioNodeList || form.elements.do.type === "submit") {
      const doing = document.createElement("input");
      Object.assign(doing, { type: "hidden", name: "do", value: "move" });
      form.prepend(doing);
    }
    form.submit();
  };

  // ---- The ghost: where it would land --------------------------------------------------------------------------------

  let ghost = null;
  const show = (slot, title) => {
    if (!ghost) {
      ghost = document.createElement("div");
      ghost.className = "mp-ghost";
      ghost.setAttribute("aria-hidden", "true");
      document.body.append(ghost);
    }
    const room = rooms.find((one) => one.dataset.room === slot.room) ?? rooms[0];
    const box = room.getBoundingClientRect();
    const top = topOf(slot.from);
    // The CSP forbids style attributes in pages, and not what a script of ours sets.
    ghost.style.left = `${box.left}px`;
    ghost.style.width = `${box.width}px`;
    ghost.style.top = `${top}px`;
    ghost.style.height = `${Math.max(16, topOf(slot.to) - top)}px`;
    ghost.textContent = `${read(slot.from)}–${read(slot.to)} ${title}`;
  };
  const hide = () => { ghost?.remove(); ghost = null; };

  const same = (one, other) => one.room === other.room && one.from === other.from && one.to === other.to;
  const titleOf = (thing) => thing.querySelector("a")?.textContent.trim() ?? "";

  // ---- By mouse ------------------------------------------------------------------------------------------------------

  const FAR = 6;
  const LENGTH = 45;
  let drag = null;

  for (const cell of table.querySelectorAll("td[data-occurrence]")) {
    const edge = document.createElement("span");
    edge.className = "mp-edge";
    cell.append(edge);
  }

  // The browser's own dragging of links and selecting of text would be in the way.
  planning.addEventListener("dragstart", (event) => { if (drag) event.preventDefault(); });
  document.addEventListener("selectstart", (event) => { if (drag) event.preventDefault(); });

  planning.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    if (event.target.closest("button, summary, input, select")) return;
    const thing = event.target.closest("td[data-occurrence], li[data-session]");
    if (!thing) return;
    const placed = thing.matches("td");
    const slot = placed ? held(thing) : { room: "", from: 0, to: LENGTH };
    const grabbed = placed ? timeAt(event.clientY) - slot.from : 0;
    const stretch = event.target.classList.contains("mp-edge");
    getSelection()?.removeAllRanges();
    drag = { thing, placed, slot, grabbed, stretch, x: event.clientX, y: event.clientY, to: null, moved: false };
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    if (!drag.moved && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR) return;
    drag.moved = true;
    drag.thing.classList.add("mp-moving");
    event.preventDefault();
    const at = timeAt(event.clientY);
    const room = roomAt(event.clientX);
    const box = table.tBodies[0].getBoundingClientRect();
    const inside = event.clientY >= box.top - 20 && event.clientY <= box.bottom + 20;
    if (drag.stretch) {
      drag.to = { ...drag.slot, to: Math.max(drag.slot.from + STEP, at) };
    } else if (room && inside) {
      const from = Math.max(0, at - drag.grabbed);
      drag.to = { room: room.dataset.room, from, to: from + drag.slot.to - drag.slot.from };
    } else {
      drag.to = null;
    }
    if (drag.to) show(drag.to, titleOf(drag.thing)); else hide();
  });

  const stop = () => { drag?.thing.classList.remove("mp-moving"); drag = null; hide(); };

  document.addEventListener("pointerup", () => {
    if (!drag) return;
    const { thing, placed, slot, to, moved } = drag;
    stop();
    if (!moved) return;
    // A link that was dragged is not followed.
    const swallow = (event) => { event.preventDefault(); event.stopPropagation(); };
    document.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", swallow, { capture: true }), 0);
    if (!to || (placed && same(slot, to))) return;
    if (placed) return send(thing.querySelector("form"), to);
    const form = document.getElementById("place");
    form.elements.session.value = thing.dataset.session;
    send(form, to);
  });
  document.addEventListener("pointercancel", stop);

  // ---- By arrow keys -------------------------------------------------------------------------------------------------

  let carried = null;
  const put = () => {
    rows.findLast((one) => one.at <= carried.to.from)?.row.scrollIntoView({ block: "nearest" });
    show(carried.to, titleOf(carried.cell));
    const room = rooms.find((one) => one.dataset.room === carried.to.room);
    const end = spoken?.dataset.at ?? "–";
    say(`${read(carried.to.from)} ${end} ${read(carried.to.to)}, ${room?.textContent.trim() ?? ""}`);
  };
  const drop = () => { carried?.cell.classList.remove("mp-moving"); carried = null; hide(); };

  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td[data-occurrence]");
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!carried) {
      if (event.key.toLowerCase() !== "m" || !event.target.matches("a")) return;
      event.preventDefault();
      carried = { cell, slot: held(cell), to: held(cell) };
      cell.classList.add("mp-moving");
      show(carried.to, titleOf(cell));
      say(spoken?.dataset.move ?? "");
      return;
    }
    const { to } = carried;
    const column = rooms.findIndex((room) => room.dataset.room === to.room);
    switch (event.key) {
      case "ArrowUp": if (event.shiftKey) to.to = Math.max(to.from + 15, to.to - 15); else if (to.from >= 15) { to.from -= 15; to.to -= 15; } break;
      case "ArrowDown": if (event.shiftKey) to.to += 15; else if (to.from < 23 * 60) { to.from += 15; to.to += 15; } break;
      case "ArrowLeft": to.room = (rooms[column - 1] ?? rooms[column]).dataset.room; break;
      case "ArrowRight": to.room = (rooms[column + 1] ?? rooms[column]).dataset.room; break;
      case "Enter": {
        event.preventDefault();
        const { slot } = carried;
        drop();
        if (same(slot, to)) say(spoken?.dataset.kept ?? ""); else send(cell.querySelector("form"), to);
        return;
      }
      case "Escape": event.preventDefault(); drop(); say(spoken?.dataset.kept ?? ""); return;
      default: return;
    }
    event.preventDefault();
    put();
  });
  table.addEventListener("focusout", () => { if (carried) { drop(); } });
})();
