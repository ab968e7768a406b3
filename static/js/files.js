// Files: told at once when too large, sent with their progress, their field emptied once they arrived.
(function () {
  "use strict";

  const sent = new WeakMap();
  const fieldOf = (element) => element.querySelector?.("input[type=file]");
  const bar = (field) => document.getElementById(`${field.id}-progress`);

  function tell(field, message) {
    const slot = document.getElementById(`${field.id}-error`);
    const line = document.createElement("p");
    line.className = "error-text";
    line.textContent = message;
    slot?.replaceChildren(line);
    field.setAttribute("aria-invalid", "true");
  }

  // Before it is sent, hence the capture: a video of an hour is not sent to be refused.
  document.addEventListener("change", (event) => {
    const field = event.target;
    // A field that says no size is judged by the server alone.
    if (field.type !== "file" || !field.dataset.largest) return;
    if ([...field.files].every((file) => file.size <= Number(field.dataset.largest))) return;
    event.stopPropagation();
    field.value = "";
    tell(field, field.dataset.tooLarge);
  }, true);

  document.addEventListener("htmx:beforeSend", ({ detail }) => {
    const field = fieldOf(detail.elt);
    if (field) sent.set(detail.xhr, field.files[0]);
  });
  document.addEventListener("htmx:xhr:progress", ({ target, detail }) => {
    const field = fieldOf(target);
    if (!field || !detail.lengthComputable || !field.files.length) return;
    bar(field).hidden = false;
    bar(field).value = (100 * detail.loaded) / detail.total;
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const field = fieldOf(detail.elt);
    if (!field) return;
    bar(field).hidden = true;
    // Not if another was chosen meanwhile, nor if it has to be sent again.
    if (detail.xhr.status && detail.xhr.status < 500 && field.files[0] === sent.get(detail.xhr)) field.value = "";
  });
})();
