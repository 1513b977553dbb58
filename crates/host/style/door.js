// At a door: reads the code on a badge with the camera where the browser can, and goes on where the network does not. Without it each
// button loads the page anew, and codes are typed.
(() => {
  "use strict";

  const away = document.getElementById("away");
  if (!away || !crypto.randomUUID) return;
  const { path, account } = away.dataset;
  const said = document.getElementById("away-said");
  const marks = document.getElementById("away-marks");
  const refused = document.getElementById("away-refused");
  const theirs = document.getElementById("away-theirs");
  /** In milliseconds. */
  const PATIENCE = 8_000;
  const TRY_AGAIN = 15_000;
  const LOOK_AGAIN = 600_000;
  const MOST_AT_ONCE = 100;
  /** What we answer when somebody else has signed in since the page was loaded. */
  const OTHER = 409;
  const MOST_SHOWN = 40;
  /** Longer than every event. */
  const LONGEST_KEPT = 30 * 86_400_000;
  let people = [];
  const names = new Map();
  let isAway = false;
  let sending = false;

  /** Ids and times only: whose they are is known by the list, which nothing keeps when the page is left. */
  const shelf = (name) => {
    let unkept = [];
    const all = () => {
      try {
        const found = JSON.parse(localStorage.getItem(name) ?? "[]");
        return Array.isArray(found) ? found.filter(({ at }) => Date.now() - at < LONGEST_KEPT) : [];
      } catch {
        return unkept;
      }
    };
    const keep = (some) => {
      unkept = some;
      try {
        if (some.length) localStorage.setItem(name, JSON.stringify(some));
        else localStorage.removeItem(name);
      } catch { /* As long as the page is open. */ }
    };
    return { all, keep };
  };
  /** What waits to be sent, by whoever has used this phone, and what was sent and refused. */
  const waiting = shelf("mp-door-marks");
  const turnedDown = shelf("mp-door-refused");
  /** What is sent counts as made by whoever is signed in, so nobody sends what another has marked. */
  const kept = () => waiting.all().filter((mark) => mark.account === account);

  /** The page of a door with this person first. */
  const at = (door, person) => `${door}${door.includes("?") ? "&" : "?"}person=${person}`;
  /** A page below the door's own. */
  const below = (door, word) => {
    const [own, query] = door.split("?");
    return `${own}/${word}${query ? `?${query}` : ""}`;
  };
  /** Asks us; that we cannot answer is as if there were no network. */
  const ask = async (address, fields) => {
    try {
      const answer = await fetch(address, {
        method: fields ? "POST" : "GET",
        body: fields && new URLSearchParams(fields),
        credentials: "same-origin",
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
      setAway(false);
      return answer;
    } catch (problem) {
      setAway(true);
      throw problem;
    }
  };
  const isJson = (answer) => answer.ok && answer.headers.get("content-type")?.startsWith("application/json");

  const setAway = (now) => {
    if (now) say("away");
    else if (isAway) say(kept().length ? "" : "sent");
    isAway = now;
    show();
  };
  const say = (what) => { said.textContent = what ? said.dataset[what] : ""; };

  const nameOf = ({ person, code }) => names.get(person) ?? code;
  const clock = ({ at }) => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

  /** Shows these in a list, which stays as it is when they are the same, so that whoever stands in it is not thrown out. */
  const list = (part, all, item) => {
    const now = JSON.stringify(all.map((mark) => [mark, nameOf(mark)]));
    part.hidden = !all.length;
    if (part.dataset.shown === now) return;
    part.dataset.shown = now;
    part.querySelector("ul").replaceChildren(...all.map(item));
  };
  const waitingItem = (mark) => {
    const item = document.getElementById("away-mark").content.cloneNode(true);
    const name = nameOf(mark) ?? refused.dataset.somebody;
    item.querySelector("strong").textContent = name;
    item.querySelector("p > span").textContent = clock(mark);
    item.querySelector("button > span").textContent = ` ${name}`;
    item.querySelector("button").addEventListener("click", () => {
      waiting.keep(waiting.all().filter(({ id }) => id !== mark.id));
      show();
      (marks.querySelector("button") ?? document.getElementById("sok")).focus();
    });
    return item;
  };
  const refusedItem = (mark) => {
    const item = document.getElementById("away-no").content.cloneNode(true);
    const word = mark.outcome.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const name = nameOf(mark) ?? refused.dataset.somebody;
    const link = item.querySelector("a");
    item.querySelector("strong").textContent = name;
    item.querySelector("p > span").textContent = `${clock(mark)}: ${refused.dataset[word] ?? refused.dataset.unknown}`;
    item.querySelector("a > span").textContent = ` ${name}`;
    if (mark.person && mark.outcome !== "unknown") link.href = at(mark.door, mark.person);
    else link.remove();
    return item;
  };
  /** Shows what waits and what came of what was sent. */
  const show = () => {
    const others = waiting.all().length - kept().length;
    list(marks, kept(), waitingItem);
    list(refused, turnedDown.all(), refusedItem);
    theirs.textContent = others ? theirs.dataset.said.replace("%", others) : "";
    theirs.closest(".ds-alert").hidden = !others;
    said.closest(".ds-alert").hidden = !said.textContent;
    away.hidden = marks.hidden && refused.hidden && !others && !said.textContent;
  };
  refused.querySelector("button").addEventListener("click", () => {
    turnedDown.keep([]);
    show();
    document.getElementById("sok").focus();
  });

  /** Sends some marks of one door, and gives what became of them; nothing when nobody is signed in any more. */
  const tell = async (door, some) => {
    const late = some.map((mark) => ({ id: mark.id, person: mark.person, code: mark.code, ago: Date.now() - mark.at }));
    const csrf = document.querySelector("#door input[name=csrf]").value;
    const fields = { csrf, konto: account, marker: JSON.stringify(late) };
    // Whose access has run out is led by way of the sign-in page, which gives a new one, to the page of the door.
    for (let tries = 0; tries < 2; tries += 1) {
      const answer = await ask(below(door, "merke"), fields);
      if (isJson(answer)) return answer.json();
      if (answer.status === OTHER) location.assign(path);
      if (!answer.redirected) break;
    }
    return undefined;
  };
  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let all = kept(); all.length; all = kept()) {
        const door = all[0].door;
        const some = all.filter((mark) => mark.door === door).slice(0, MOST_AT_ONCE);
        const told = await tell(door, some);
        if (!told) {
          people = [];
          say("out");
          break;
        }
        const sent = new Set(told.map(({ id }) => id));
        if (!sent.size) break;
        for (const { id, outcome, name } of told.filter(({ outcome }) => outcome !== "noted")) {
          const mark = some.find((mark) => mark.id === id);
          if (!mark) continue;
          if (mark.person && name) names.set(mark.person, name);
          turnedDown.keep([...turnedDown.all().filter((one) => one.id !== id), { ...mark, outcome }]);
        }
        waiting.keep(waiting.all().filter(({ id }) => !sent.has(id)));
      }
    } catch { /* They wait. */ } finally {
      sending = false;
      show();
    }
  };

  /** Fetches the list, which is held as long as the page is open. */
  const load = async () => {
    try {
      const answer = await ask(below(path, "liste"));
      people = isJson(answer) ? (await answer.json()).people : [];
      for (const { id, name } of people) names.set(id, name);
    } catch { /* It stays as it was. */ }
    show();
  };

  /** Puts the door of another answer in the place of this one. */
  const put = async (answer) => {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const door = page.getElementById("door");
    if (!door) {
      location.assign(path);
      return;
    }
    stop();
    document.getElementById("door").replaceWith(document.adoptNode(door));
    document.title = page.title;
    offerCamera();
    const first = door.querySelector("[autofocus]") ?? door.querySelector("#last, #people h2");
    first?.setAttribute("tabindex", "-1");
    first?.focus();
  };

  const waitsFor = (person, code) => kept().some((mark) => person ? mark.person === person : mark.code === code);

  /** Keeps a mark and sends it. */
  const press = async (mark, name) => {
    if (mark.person) names.set(mark.person, name);
    if (!waitsFor(mark.person, mark.code)) waiting.keep([...waiting.all(), { ...mark, account, door: path, at: Date.now() }]);
    show();
    await send();
    if (isAway) return false;
    try {
      await put(await ask(mark.person ? at(path, mark.person) : path));
      return true;
    } catch {
      return false;
    }
  };

  /** Looks in the list that the page holds. */
  const look = (typed) => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const code = typed.toUpperCase().replace(/[\s-]/g, "");
    const has = ({ name, from }) => words.every((word) => `${name} ${from ?? ""}`.toLowerCase().includes(word));
    let found = people.filter((person) => person.code === code);
    if (!found.length) found = people.filter(has);
    if (!found.length && CODE.test(code)) found = [{ code, may: "note" }];
    draw(found);
  };
  const draw = (found) => {
    const words = document.getElementById("away-person").dataset;
    const heading = document.createElement("h2");
    heading.className = "ds-heading";
    heading.dataset.size = "sm";
    heading.tabIndex = -1;
    heading.textContent = words.found;
    const parts = [heading];
    const list = document.createElement("ul");
    list.className = "mp-people";
    list.append(...found.slice(0, MOST_SHOWN).map(card));
    if (found.length) parts.push(list);
    if (!found.length || found.length > MOST_SHOWN) {
      const more = document.createElement("p");
      more.className = "ds-paragraph";
      more.textContent = found.length ? words.more : words.nobody;
      parts.push(more);
    }
    document.getElementById("people").replaceChildren(...parts);
    heading.focus();
  };
  const card = (person) => {
    const template = document.getElementById("away-person");
    const item = template.content.cloneNode(true);
    const button = item.querySelector("button");
    const state = item.querySelector(".mp-state");
    const name = person.name ?? `${template.dataset.badge} ${person.code}`;
    const mark = person.id ? { id: crypto.randomUUID(), person: person.id } : { id: crypto.randomUUID(), code: person.code };
    item.querySelector("strong").textContent = name;
    item.querySelector("p > span").textContent = person.from ?? "";
    item.querySelector("button > span").textContent = ` ${name}`;
    if (!person.no_pictures) item.querySelector(".mp-no-pictures").remove();
    const shown = (what) => {
      state.textContent = template.dataset[what];
      button.remove();
    };
    if (waitsFor(person.id, person.code)) shown("waits");
    else if (person.may === "take-back") shown("came");
    else if (person.may !== "note") shown("needs");
    else {
      state.remove();
      button.addEventListener("click", async () => {
        button.disabled = true;
        if (await press(mark, name)) return;
        button.replaceWith(state);
        shown("waits");
        document.getElementById("sok").focus();
      });
    }
    return item;
  };

  document.addEventListener("submit", async (event) => {
    const { target: form, submitter: button } = event;
    if (!form.closest("#door") || (button && !button.closest("#door"))) return;
    event.preventDefault();
    const fields = new FormData(form);
    if (button?.name) fields.append(button.name, button.value);
    if (fields.get("gjer") === "kom") {
      const item = form.closest("li, section");
      button.disabled = true;
      const done = await press({ id: fields.get("merke"), person: fields.get("id") }, item.querySelector("strong").textContent);
      if (!done) {
        const waits = document.createElement("p");
        waits.className = "ds-paragraph";
        waits.textContent = document.getElementById("away-person").dataset.waits;
        form.replaceWith(waits);
        document.getElementById("sok").focus();
      }
      return;
    }
    const typed = fields.get("gjer") ? "" : fields.get("sok").trim();
    if (typed && isAway && !navigator.onLine) {
      look(typed);
      return;
    }
    try {
      let answer = await ask(form.action, fields);
      // The access had run out, and the way to a new one forgets what was typed.
      if (typed && answer.redirected) answer = await ask(form.action, fields);
      await put(answer);
    } catch {
      if (typed) look(typed);
      else say("needs");
      show();
    }
  });

  /** What our badges have; other codes are passed over. */
  const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/;
  /** In milliseconds, so that the phone stays cool. */
  const EVERY = 200;
  let detector, stream, video;

  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    video?.remove();
    stream = video = undefined;
    const button = document.getElementById("scan");
    button.textContent = button.dataset.start;
  };
  const watch = async () => {
    if (!video) return;
    let found = [];
    try {
      found = await detector.detect(video);
    } catch { /* There is no picture yet. */ }
    if (!video) return;
    const code = found.map(({ rawValue }) => rawValue).find((value) => CODE.test(value));
    if (!code) {
      setTimeout(watch, EVERY);
      return;
    }
    stop();
    const field = document.getElementById("sok");
    field.value = code;
    field.form.requestSubmit();
  };
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("#scan");
    if (!button) return;
    const spoken = document.getElementById("scan-said");
    if (video) {
      stop();
      spoken.textContent = "";
      return;
    }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video = document.createElement("video");
      video.muted = true;
      video.playsInline = true;
      video.autoplay = true;
      video.srcObject = stream;
      button.after(video);
      button.textContent = button.dataset.stop;
      spoken.textContent = spoken.dataset.looking;
      watch();
    } catch {
      stop();
      spoken.textContent = spoken.dataset.refused;
    }
  });
  const offerCamera = () => {
    if (detector) document.querySelector(".mp-scan").hidden = false;
  };
  if ("BarcodeDetector" in window && navigator.mediaDevices?.getUserMedia) {
    BarcodeDetector.getSupportedFormats().then((formats) => {
      if (!formats.includes("qr_code")) return;
      detector = new BarcodeDetector({ formats: ["qr_code"] });
      offerCamera();
    }, () => { /* It is typed then. */ });
  }

  window.addEventListener("pagehide", () => {
    stop();
    people = [];
    names.clear();
  });
  window.addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
  window.addEventListener("offline", () => setAway(true));
  window.addEventListener("online", async () => {
    await send();
    await load();
  });
  window.addEventListener("storage", show);
  setInterval(() => {
    if (kept().length) send();
    else if (isAway) load();
  }, TRY_AGAIN);
  setInterval(load, LOOK_AGAIN);
  load().then(send);
})();
