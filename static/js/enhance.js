// Small comforts. Every page works without this file.
(function () {
  "use strict";

  const RETRY_MS = 5000;
  const PAUSE_MS = 1000;
  // Characters left at which somebody who does not see the counter hears of it.
  const NEAR = [50, 20, 0, -1];

  // Problems take the focus when the page opens, so that a screen reader begins with them.
  document.querySelector("[data-take-focus]")?.focus();

  // A password is shown to whoever asks, until it is sent.
  document.querySelectorAll("[data-reveals]").forEach((button) => {
    const field = document.getElementById(button.dataset.reveals);
    const show = button.textContent;
    function turn(shown) {
      field.type = shown ? "text" : "password";
      button.textContent = shown ? button.dataset.hide : show;
    }
    button.hidden = false;
    button.addEventListener("click", () => turn(field.type === "password"));
    field.form.addEventListener("submit", () => turn(false));
  });

  // « Aucun » unticks the others, another unticks « Aucun »: before the group is saved, hence the capture.
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.type !== "checkbox" || !box.checked || !box.name) return;
    const group = box.closest("fieldset");
    if (!group) return;
    const alone = box.hasAttribute("data-exclusive");
    for (const other of group.querySelectorAll("input[type=checkbox]:checked")) {
      if (other !== box && (alone || other.hasAttribute("data-exclusive"))) other.checked = false;
    }
  }, true);

  function count(field) {
    const line = document.querySelector(`[data-for="${CSS.escape(field.id)}"]`);
    const words = field.form?.dataset;
    if (!line || !words) return;
    const left = Number(line.dataset.limit) - [...field.value].length;
    line.classList.toggle("over", left < 0);
    line.textContent = (left < 0 ? words.over : words.left).replace("{n}", String(Math.abs(left)));
    if (line.hasAttribute("data-near")) line.hidden = left > NEAR[1];
    return [left, line.textContent];
  }

  // Told aloud once a threshold is passed and the hand rests: never at each key.
  const aloud = document.createElement("span");
  aloud.className = "visually-hidden";
  aloud.setAttribute("role", "status");
  document.getElementById("section-form")?.append(aloud);
  const passed = new Map();
  let pause;
  function tell(field) {
    const [left, text] = count(field) ?? [];
    if (text === undefined) return;
    const rank = NEAR.filter((threshold) => left <= threshold).length;
    if (rank > (passed.get(field.id) ?? 0)) {
      clearTimeout(pause);
      pause = setTimeout(() => { aloud.textContent = text; }, PAUSE_MS);
    }
    passed.set(field.id, rank);
  }

  // Whoever writes an answer no longer declines to give one.
  function answering(field) {
    const refusal = field.id && document.querySelector(`[data-declines~="${CSS.escape(field.id)}"]`);
    if (refusal && field.value) refusal.checked = false;
  }

  document.addEventListener("input", (event) => {
    tell(event.target);
    answering(event.target);
    const mirror = event.target.dataset?.mirror;
    if (mirror) document.getElementById(mirror).textContent = event.target.value;
  });
  function countAll(place) {
    place.querySelectorAll("[data-for]").forEach((line) => {
      const field = document.getElementById(line.dataset.for);
      if (field) count(field);
    });
  }
  countAll(document);
  document.addEventListener("htmx:load", (event) => countAll(event.detail.elt));
  document.querySelectorAll(".signature[hidden]").forEach((panel) => { panel.hidden = false; });

  // A problem that arrives beside a field is also told to assistive technology by the field itself.
  document.addEventListener("htmx:load", (event) => {
    const slot = event.detail.elt;
    if (!slot.classList?.contains("error-slot")) return;
    const fields = new Set(slot.parentElement?.querySelectorAll(".fields .field"));
    fields.add(document.getElementById(slot.id.replace(/-error$/, "")));
    for (const field of fields) {
      if (slot.querySelector(".error-text")) field?.setAttribute("aria-invalid", "true");
      else field?.removeAttribute("aria-invalid");
    }
  });

  // Comments unfold in place; without this, the link inside leads to their page.
  document.addEventListener("toggle", (event) => {
    const fold = event.target;
    const link = fold.open && fold.matches(".talk") && fold.querySelector("div > a:only-child");
    if (link) htmx.ajax("GET", link.getAttribute("href"), { target: link.parentElement, swap: "innerHTML" });
  }, true);

  // Typed in and not known to be stored: the question's id, and how many times it was typed in.
  const typed = new Map();
  // What could not be sent is sent again until it is: the page says so meanwhile.
  const failed = new Set();
  let retry;

  document.addEventListener("input", (event) => {
    const question = event.target.closest("[hx-post]");
    if (question?.id) typed.set(question.id, (typed.get(question.id) ?? 0) + 1);
  });
  document.addEventListener("htmx:beforeSend", ({ detail }) => {
    detail.requestConfig.typed = typed.get(detail.elt.id);
  });

  function sendAgain() {
    retry = undefined;
    for (const source of failed) {
      if (source.isConnected) htmx.trigger(source, source.matches("button") ? "click" : "change");
      else failed.delete(source);
    }
  }

  function sayUnsaved() {
    const status = document.getElementById("save-status");
    status.className = "save-status save-problem";
    status.textContent = document.getElementById("section-form").dataset.unsaved;
  }

  function unsaved({ detail }) {
    if (!detail.elt.closest("#section-form")) return;
    failed.add(detail.elt);
    sayUnsaved();
    retry ??= setTimeout(sendAgain, RETRY_MS);
  }

  document.addEventListener("htmx:sendError", unsaved);
  document.addEventListener("htmx:timeout", unsaved);
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status >= 500) unsaved(event);
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (!detail.successful) return;
    failed.delete(detail.elt);
    if (typed.get(detail.elt.id) === detail.requestConfig.typed) typed.delete(detail.elt.id);
  });
  document.addEventListener("htmx:afterSettle", () => { if (failed.size) sayUnsaved(); });

  // Leaving the page by a link, by Back or for good is leaving the field too: what is not stored yet goes now.
  document.addEventListener("submit", (event) => {
    if (event.target.id === "section-form") typed.clear();
  });
  window.addEventListener("pagehide", () => {
    const form = document.getElementById("section-form");
    if (!form || !typed.size) return;
    const names = new Set([...typed.keys()].flatMap((id) =>
      [...(document.getElementById(id)?.querySelectorAll("[name]") ?? [])].map((control) => control.name)));
    const body = new FormData();
    for (const [name, value] of new FormData(form)) {
      // Files are too large to go while the page leaves, and would keep the words from going.
      if (typeof value === "string" && (name.startsWith("_") || names.has(name))) body.append(name, value);
    }
    body.append("_action", "stay");
    navigator.sendBeacon(form.getAttribute("action"), body);
  });
})();
