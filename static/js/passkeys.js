// Passkeys: asks the browser for one, and posts what it answers. Without script the other ways remain.
(function () {
  "use strict";

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

  async function asked(button) {
    const headers = { "X-CSRFToken": button.form.elements._csrf.value, Accept: "application/json" };
    const answer = await fetch(button.dataset.passkey, { method: "POST", headers });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    const options = await answer.json();
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    for (const known of [...(options.allowCredentials || []), ...(options.excludeCredentials || [])]) {
      known.id = bytes(known.id);
    }
    return options;
  }

  async function show(button) {
    const publicKey = await asked(button);
    const found = await navigator.credentials[publicKey.user ? "create" : "get"]({ publicKey });
    const response = {};
    for (const part of PARTS) if (found.response[part]) response[part] = text(found.response[part]);
    const id = text(found.rawId);
    button.form.elements[button.dataset.field || "passkey"].value = JSON.stringify({ id, rawId: id, type: found.type, response });
    button.form.submit();
  }

  if (!window.PublicKeyCredential) return;
  for (const line of document.querySelectorAll("[data-without-passkeys]")) line.hidden = true;
  for (const button of document.querySelectorAll("[data-passkey]")) {
    button.closest("[data-passkeys]").hidden = false;
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      const said = document.getElementById(button.getAttribute("aria-describedby"));
      said.textContent = "";
      try {
        await show(button);
      } catch {
        said.textContent = button.dataset.failed;
      }
    });
  }
})();
