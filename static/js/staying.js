// The end of a session with nobody there: asked about before, told after; nothing to read stays on a shared computer.
(function () {
  "use strict";

  // A page that Back takes out of the browser's memory may be that of somebody who has left.
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  const place = document.querySelector("[data-stay]");
  if (!place || !window.HTMLDialogElement) return;

  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const RETRY = 15 * SECOND;
  const [url, limitSeconds, warningSeconds, shared] = place.dataset.stay.split(" ");
  const limit = Number(limitSeconds) * SECOND;
  const warning = Number(warningSeconds) * SECOND;
  const part = (name) => document.getElementById(`stay-${name}`);

  // What is shown comes with the first answer of the server: most pages never need it.
  let dialog;
  let end = Date.now() + limit;
  let told = Date.now();
  let timer;
  let ticking;
  let over = false;

  // The server knows: another page of the same session may be in use. Asking by itself is no presence.
  async function ask(method) {
    const headers = { "HX-Request": "true" };
    let body;
    if (method === "GET") headers.Unattended = "1";
    else body = new URLSearchParams({ _csrf: document.querySelector("[name=_csrf]").value });
    const answer = await fetch(url, { method, headers, body });
    if (answer.status === 401) return 0;
    const left = answer.headers.get("Session-Left");
    if (left === null) throw new Error(String(answer.status));
    if (!dialog) show(await answer.text());
    return Number(left) * SECOND;
  }

  function show(html) {
    place.innerHTML = html;
    dialog = place.firstElementChild;
    part("on").addEventListener("click", stay);
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      if (!over) stay();
    });
  }

  function wait(time) {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(time, SECOND));
  }

  async function look() {
    let left;
    try {
      left = await ask("GET");
    } catch {
      left = end - Date.now();
      if (left > 0) { wait(Math.min(RETRY, left)); return; }
    }
    judge(left);
  }

  function judge(left) {
    end = Date.now() + left;
    if (left <= 0) finish();
    else if (left <= warning) { warn(); wait(Math.min(RETRY, left)); }
    else { calm(); wait(left - warning); }
  }

  async function stay() {
    told = Date.now();
    try {
      judge(await ask("POST"));
    } catch {
      wait(RETRY);
    }
  }

  function words(left) {
    const names = part("left").dataset;
    const minutes = Math.ceil(left / MINUTE);
    if (left <= MINUTE) return `${Math.max(1, Math.ceil(left / SECOND / 10) * 10)} ${names.seconds}`;
    return `${minutes} ${minutes > 1 ? names.minutes : names.minute}`;
  }

  function tick() {
    const left = end - Date.now();
    const text = words(left);
    if (part("left").textContent !== text) part("left").textContent = text;
    if (left <= MINUTE && !part("said").textContent) part("said").textContent = part("said").dataset.text;
  }

  function warn() {
    if (dialog.open) return;
    // Leaving the field saves what was typed in it.
    document.activeElement?.blur();
    part("said").textContent = "";
    tick();
    ticking = setInterval(tick, SECOND);
    dialog.showModal();
    part("on").focus();
  }

  function calm() {
    clearInterval(ticking);
    if (dialog?.open && !over) dialog.close();
  }

  function finish() {
    clearInterval(ticking);
    clearTimeout(timer);
    over = true;
    if (shared) {
      document.getElementById("contenu").replaceChildren();
      document.querySelectorAll(".site-nav, .menu-link, .crumbs").forEach((element) => element.remove());
    }
    // The machine slept through the warning: the server says the rest.
    if (!dialog) {
      location.reload();
      return;
    }
    part("asked").hidden = true;
    part("over").hidden = false;
    dialog.setAttribute("aria-labelledby", "stay-over-title");
    dialog.removeAttribute("aria-describedby");
    part("back").href = location.pathname + location.search;
    if (!dialog.open) dialog.showModal();
    part("over-title").focus();
  }

  // Somebody who writes for long without anything being sent is there.
  for (const sign of ["input", "pointerdown", "keydown"]) {
    document.addEventListener(sign, () => {
      if (!dialog?.open && Date.now() - told > warning / 2) stay();
    }, { passive: true });
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden && !over) look(); });
  wait(limit - warning);
})();
