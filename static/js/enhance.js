// Small comforts. Every page works without this file.
(function () {
  "use strict";

  const RETRY_MS = 5000;

  // Problems take the focus when the page opens, so that a screen reader begins with them.
  document.querySelector("[data-take-focus]")?.focus();

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
  }

  // Whoever writes an answer no longer declines to give one.
  function answering(field) {
    const refusal = field.id && document.querySelector(`[data-declines="${CSS.escape(field.id)}"]`);
    if (refusal && field.value) refusal.checked = false;
  }

  document.addEventListener("input", (event) => {
    count(event.target);
    answering(event.target);
    const mirror = event.target.dataset?.mirror;
    if (mirror) document.getElementById(mirror).textContent = event.target.value;
  });
  document.querySelectorAll("textarea").forEach(count);
  document.querySelectorAll(".signature[hidden]").forEach((panel) => { panel.hidden = false; });

  // A problem that arrives beside a field is also told to assistive technology by the field itself.
  document.addEventListener("htmx:load", (event) => {
    const slot = event.detail.elt;
    if (!slot.classList?.contains("error-slot")) return;
    const field = document.getElementById(slot.id.replace(/-error$/, ""));
    if (slot.querySelector(".error-text")) field?.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
  });

  // What could not be saved is sent again until it is: the page says so meanwhile.
  const waiting = new Map();

  function unsaved(event) {
    const source = event.detail.elt;
    const status = document.getElementById("save-status");
    const text = document.getElementById("section-form")?.dataset.unsaved;
    if (!status || !text || !source.hasAttribute("hx-post")) return;
    status.className = "save-status save-problem";
    status.textContent = text;
    clearTimeout(waiting.get(source));
    waiting.set(source, setTimeout(() => htmx.trigger(source, "change"), RETRY_MS));
  }

  document.addEventListener("htmx:sendError", unsaved);
  document.addEventListener("htmx:timeout", unsaved);
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status >= 500) unsaved(event);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) clearTimeout(waiting.get(event.detail.elt));
  });
})();
